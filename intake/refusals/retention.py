"""Refusals about erasing personal data."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

STILL_UNDECIDED: Final = Refusal(
    Kind.CONFLICT, "ERA-101", "还有未办结的案件，不能清除。", "请先办结或撤回；确须清除的，请选择强制清除。"
)
BATCH_RUNNING: Final = Refusal(
    Kind.CONFLICT, "ERA-102", "所在的批次尚未处理完，不能清除。", "请等批次处理完毕后再试。"
)
NUMBER_INVALID: Final = Refusal(Kind.INVALID, "ERA-103", "身份证号有误。", "请核对 18 位身份证号后再试。")
ELSEWHERE_TOO: Final = Refusal(
    Kind.CONFLICT, "ERA-104", "此人在您辖区之外也有记录，不能由您清除。", "请由不限地区的管理员办理。"
)
REFERENCE_INVALID: Final = Refusal(
    Kind.INVALID, "ERA-105", "申请编号不能为空，也不能含有身份证号。", "请填写申请书或工单的编号。"
)
