"""Trouble of the operator's: said in Chinese on standard error, and turned into an exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from api.exits import MISSING_PARTS, USAGE
from api.terminal import messages
from api.words import plain, printable
from intake.faults import Fault


@contextmanager
def told() -> Iterator[None]:
    """Settings that cannot be used end with 2, missing models with 6, each with its remedy."""
    from intake.settings import SettingsRefused  # noqa: PLC0415 - heavy
    from ocr.models import ModelsMissing  # noqa: PLC0415 - heavy

    try:
        yield
    except SettingsRefused as refused:
        tell("设置有误", refused.faults)
        raise typer.Exit(USAGE) from refused
    except ModelsMissing as missing:
        messages().print(f"{printable(str(missing))}。请运行 menshen doctor 查看如何补齐。", style="red")
        raise typer.Exit(MISSING_PARTS) from missing


def tell(title: str, faults: Iterable[Fault]) -> None:
    """Each fault on a line of its own: where, what, what to do, and its code."""
    console = messages()
    console.print(plain(title), style="bold red")
    for fault in faults:
        line = f"  {fault.where}：{fault.message}。{fault.remedy}（{fault.code}）"
        console.print(plain(line), soft_wrap=True)
