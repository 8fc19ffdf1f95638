"""``menshen registers``: take the bureau's registers in, and see which are connected."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import REFUSED

if TYPE_CHECKING:
    from intake.entitlement_register import Imported
    from intake.service import Service

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)


class Kind(StrEnum):
    """The registers there are."""

    PERSONS = "persons"
    ENTITLEMENTS = "entitlements"
    HOSPITALS = "hospitals"
    PHYSICIANS = "physicians"


NAMES = {
    Kind.PERSONS: "参保登记",
    Kind.ENTITLEMENTS: "待遇登记",
    Kind.HOSPITALS: "医院登记",
    Kind.PHYSICIANS: "医师登记",
}


@app.callback(invoke_without_command=True)
def registers(context: typer.Context) -> None:
    """参保、待遇、医院、医师四种登记：导入与查看。

    示例：

    menshen registers list

    menshen registers import persons 参保人员.csv
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("import")
def take_in(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="登记", help="persons、entitlements、hospitals 或 physicians。", show_default=False
        ),
    ],
    table: Annotated[
        Path,
        typer.Argument(metavar="文件", help="CSV，UTF-8 或 GB18030。", exists=True, dir_okay=False),
    ],
    whole: Annotated[
        bool, typer.Option("--whole", help="此表即登记的全部：表中没有的从登记中去掉。")
    ] = False,
) -> None:
    """导入登记（CSV）。有误的行逐一指出，其余照收；重复导入不会重复登记。

    要让核对用上它，请把设置 MENSHEN_REGISTER_PERSONS 等写作 table。有行被拒时退出码为 3。

    示例：

    menshen registers import persons 参保人员.csv --whole

    menshen registers import entitlements 待遇.csv
    """
    from api.commands.serving import serving
    from api.terminal import messages
    from api.trouble import tell

    if whole and kind is Kind.ENTITLEMENTS:
        raise typer.BadParameter("待遇登记不用这一项", param_hint="--whole")
    with serving() as service:
        came = _taken(service, kind, table.read_bytes(), whole=whole)
    words = f"{NAMES[kind]}：新增 {came.added}，更新 {came.changed}，未变 {came.unchanged}。"
    messages().print(words, style="green")
    if came.faults:
        tell(f"有 {len(came.faults)} 处问题，相关的行没有导入", came.faults)
        if whole:
            messages().print("因有问题，没有去掉表中没有的各项。")
        raise typer.Exit(REFUSED)


@app.command("list")
def list_registers() -> None:
    """列出四种登记接到了哪里、本机的表有多少项。

    示例：

    menshen registers list
    """
    from rich import box
    from rich.table import Table

    from api.commands.serving import serving
    from api.terminal import results
    from api.words import plain
    from intake.registers.take_in import counted

    table = Table(box=box.SIMPLE_HEAD)
    for head in ("登记", "接入", "本机的表"):
        table.add_column(head, overflow="fold")
    with serving() as service:
        counts = counted(service.database)
        for kind, name in NAMES.items():
            connected = getattr(service.settings, f"register_{kind.value}")
            told = {"": "未接入", "off": "未接入", "table": "本机的表"}.get(connected, connected)
            table.add_row(name, plain(told), f"{counts[kind.value]} 项")
    results().print(table)


def _taken(service: Service, kind: Kind, table: bytes, *, whole: bool) -> Imported:
    from api.commands.serving import SYSTEM
    from intake.entitlement_register import import_register
    from intake.registers.take_in import take_in as take_in_register

    if kind is Kind.ENTITLEMENTS:
        return import_register(service.database, service.sealer, table, SYSTEM)
    return take_in_register(service.database, service.sealer, kind.value, table, SYSTEM, whole=whole)
