"""``menshen erase``: a person's data erased on their request."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def erase(
    reference: Annotated[
        str,
        typer.Option(
            "--reference", metavar="编号", help="申请书或工单的编号，记入审计。", show_default=False
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="未办结的案件先撤回再清除。")] = False,
) -> None:
    """应本人要求清除其全部个人信息，不能恢复。身份证号从标准输入读取，以免留在命令记录中。

    示例：

    menshen erase --reference QC-2025-0007
    """
    from api.commands.serving import SYSTEM, serving
    from api.terminal import messages
    from intake.safekeeping.retention import erase_person

    number = _asked()
    with serving() as service:
        erased = erase_person(service, SYSTEM, number, reference=reference.strip(), force=force)
    counts = "、".join(f"{name} {count}" for name, count in sorted(erased.counts.items()))
    messages().print(
        f"已清除 {len(erased.cases)} 个案件。" + (f"（{counts}）" if counts else ""), style="green"
    )
    if erased.bytes_left:
        messages().print("存储一时不可用：文件已不能解读，稍后自动删除。", style="yellow")


def _asked() -> str:
    """The number, unseen where somebody types it."""
    if sys.stdin.isatty():
        return str(typer.prompt("身份证号", hide_input=True))
    return sys.stdin.readline().strip()
