"""``menshen entitlements``: the bureau's register of entitlements."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def entitlements(context: typer.Context) -> None:
    """待遇：导入经办机构的待遇登记表，供续期提醒与核对。

    示例：

    menshen entitlements import 待遇登记.csv
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="文件", help="CSV 表格。", show_default=False)],
) -> None:
    """导入待遇登记表：姓名、身份证号、病种、地区、开始日期、结束日期；重复导入不起作用。

    有误的行逐行列出，其余各行照常导入；此时退出码为 3。

    示例：

    menshen entitlements import 待遇登记.csv
    """
    from api.commands.serving import SYSTEM, fail, serving
    from api.exits import REFUSED
    from api.terminal import messages
    from api.trouble import tell
    from intake.entitlement_register import import_register

    try:
        table = file.expanduser().read_bytes()
    except OSError:
        fail(f"文件读不了：{file}。请核对路径与权限。")
    with serving() as service:
        done = import_register(service.database, service.sealer, table, SYSTEM)
    messages().print(
        f"新增 {done.added} 行，变更 {done.changed} 行，未变 {done.unchanged} 行。", style="green"
    )
    if done.faults:
        tell("有些行没有导入", done.faults)
        raise typer.Exit(REFUSED)
