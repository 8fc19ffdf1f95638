"""``menshen audit verify``: whether the audit log is as it was written."""

from __future__ import annotations

import typer

app = typer.Typer(options_metavar="[选项]", subcommand_metavar="命令 …", pretty_exceptions_enable=False)

_WHY = {
    "gap": "缺少或多出记录",
    "changed": "内容被改动",
    "unlinked": "与前一条记录不相接",
}


@app.callback(invoke_without_command=True)
def audit(context: typer.Context) -> None:
    """审计日志：核对是否完整、未被改动。

    示例：

    menshen audit verify
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("verify")
def verify() -> None:
    """逐条核对审计日志的哈希链；有一条不符，退出码为 3。

    请记下条数与末条哈希，下次核对时比较：截去末尾的改动只有这样才能发现。

    示例：

    menshen audit verify
    """
    from api.commands.serving import serving
    from api.exits import REFUSED
    from api.terminal import messages, results
    from intake.safekeeping.audit import last_hash
    from intake.safekeeping.audit import verify as verified

    with serving() as service, service.database.reading() as session:
        count, broken = verified(session)
        last = last_hash(session)
    if broken is not None:
        words = f"审计日志在第 {broken.seq} 条被破坏：{_WHY[broken.why]}；之前的 {count} 条完好。"
        messages().print(words, style="bold red")
        messages().print("请保全现场，并与备份比对。")
        raise typer.Exit(REFUSED)
    results().print(f"审计日志完好，共 {count} 条，末条哈希 {last}。", soft_wrap=True)
