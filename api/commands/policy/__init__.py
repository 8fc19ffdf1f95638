"""``menshen policy``: the policy packs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands import replay
from api.commands.policy import checking, showing, writing

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)
app.command("list")(showing.list_packs)
app.command("show")(showing.show)
app.command("diff")(showing.diff)
app.command("schema")(showing.schema)
app.command("lint")(checking.lint_packs)
app.command("test")(checking.try_packs)
app.command("new")(writing.new)
app.command("adopt")(writing.adopt)
app.command("replay")(replay.replay)


@app.callback(invoke_without_command=True)
def policy(
    context: typer.Context,
    packs: Annotated[
        Path | None,
        typer.Option("--packs", metavar="文件夹", help="自备的政策包文件夹；不写则用设置 MENSHEN_PACKS。"),
    ] = None,
) -> None:
    """政策包：列出、查看、检查、试跑、比较、新建、采用。

    示例：

    menshen policy list

    menshen policy new hangzhou-application --region 330100 --business application

    menshen policy lint hangzhou-application

    menshen policy --packs 我的政策 test
    """
    from api.trouble import told
    from intake.settings import load_settings
    from validators.pack_roots import use_packs

    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        return
    with told():
        load_settings()
    if packs is not None:
        use_packs(packs.expanduser())
