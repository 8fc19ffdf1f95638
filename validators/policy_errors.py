"""Trouble with policy packs: an operator's trouble, with a permanent code and the way out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


class PolicyError(Exception):
    """A pack is broken, or none is in force. ``message`` and ``remedy`` are Chinese, for people."""

    code = "POLICY-000"

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{self.code} {message}{remedy}")
        self.message = message
        self.remedy = remedy


class PackBroken(PolicyError):
    """A pack's file cannot be understood; ``faults`` names every place at once."""

    code = "POLICY-001"

    def __init__(self, path: Path, faults: tuple[str, ...]) -> None:
        self.path = path
        self.faults = faults
        listed = "；".join(faults)
        super().__init__(
            f"政策包 {path.parent.name}/{path.name} 有误：{listed}。",
            "请按提示修改后运行 menshen policy lint。",
        )


class PolicyUnknown(PolicyError):
    """No pack bears that name."""

    code = "POLICY-002"

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(f"没有名为“{asked}”的政策。", f"可用的政策：{'、'.join(known)}。")


class PolicyNotInForce(PolicyError):
    """The policy exists, but none of its versions is in force on that day."""

    code = "POLICY-003"

    def __init__(self, asked: str, on: dt.date, periods: tuple[str, ...]) -> None:
        super().__init__(
            f"政策“{asked}”在 {on.isoformat()} 没有施行的版本。",
            f"已有版本的施行期：{'；'.join(periods)}。请核对申请日期，或补充该时期的政策包。",
        )


class PolicyAmbiguous(PolicyError):
    """Two versions of one policy are in force on the same day."""

    code = "POLICY-004"

    def __init__(self, asked: str, on: dt.date, versions: tuple[str, ...]) -> None:
        super().__init__(
            f"政策“{asked}”在 {on.isoformat()} 有多个版本同时施行：{'、'.join(versions)}。",
            "请为较早的版本写明 effective_to。",
        )
