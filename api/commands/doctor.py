"""``menshen doctor``: what of the machine and settings is missing, and how to mend it."""

from __future__ import annotations

import typer

from api.exits import MISSING_PARTS


def doctor() -> None:
    """检查本机与设置，缺什么、如何补齐。

    缺少必需的部分时退出码为 6。

    示例：

    menshen doctor
    """
    from rich.text import Text

    from api.terminal import results, results_only
    from api.words import printable
    from intake.operating.doctor import examine

    with results_only():
        examined = examine()
    console = results()
    for one in examined:
        symbol, style = ("✓", "green") if one.well else ("✕", "red") if one.needed else ("!", "yellow")
        line = Text.assemble((symbol, style), f" {one.name}：{printable(one.found)}")
        if one.remedy:
            line.append(f"\n  → {one.remedy}", style="cyan")
        console.print(line, soft_wrap=True)
    if any(one.needed and not one.well for one in examined):
        console.print("缺少必需的部分，请按上面的提示补齐。", style="bold red")
        raise typer.Exit(MISSING_PARTS)
    console.print("可以使用。", style="bold green")
