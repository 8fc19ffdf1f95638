"""Refusals about exporting registration records."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NOT_APPROVED: Final = Refusal(
    Kind.CONFLICT, "REG-101", "案件没有通过，不能导出备案记录。", "请在案件通过之后再导出。"
)
JUST_APPROVED: Final = Refusal(
    Kind.CONFLICT, "REG-105", "案件刚刚通过，审核人员还可以撤销，暂不能导出备案记录。", "请过十几秒再导出。"
)
TOO_MANY_CASES: Final = Refusal(
    Kind.INVALID, "REG-102", "符合条件的案件过多，一次不能导出。", "请缩短决定日期的范围，分几次导出。"
)
NO_RULES: Final = Refusal(
    Kind.CONFLICT, "REG-103", "案件所依据的政策版本已不在本系统中。", "请恢复该政策版本后再导出。"
)
DAYS_REVERSED: Final = Refusal(
    Kind.INVALID, "REG-104", "决定日期的止日早于起日。", "请核对 decided_from 与 decided_to。"
)
