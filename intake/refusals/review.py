"""Refusals about reviewing: claims, corrections, decisions."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NOT_YOURS: Final = Refusal(
    Kind.CONFLICT, "REV-001", "案件不在您手中。", "请先领取案件；领取已到期的，可能已由他人领取。"
)
TAKEN: Final = Refusal(Kind.CONFLICT, "REV-002", "案件已由他人领取。", "请审核其他案件，或稍后再看。")
NOT_WAITING: Final = Refusal(
    Kind.CONFLICT, "REV-003", "案件当前不在待审状态。", "请刷新列表，查看案件的最新状态。"
)
CHANGED: Final = Refusal(
    Kind.CONFLICT, "REV-004", "案件在您查看之后有变化。", "请刷新后核对最新内容，再作决定。"
)
DECISION_INVALID: Final = Refusal(Kind.INVALID, "REV-005", "决定的内容有误。", "请按各项提示改正后再提交。")
TOO_LATE: Final = Refusal(
    Kind.CONFLICT,
    "REV-006",
    "已超过可以撤销的时间，或没有可以撤销的决定。",
    "如决定有误，请联系复核人员处理。",
)
FOR_SENIOR: Final = Refusal(
    Kind.FORBIDDEN, "REV-007", "案件已转复核，只能由复核人员领取。", "请审核其他案件。"
)
NO_SUCH_PAGE: Final = Refusal(Kind.NOT_FOUND, "REV-008", "没有这一页的图像。", "请核对文件和页码。")
CORRECTION_INVALID: Final = Refusal(Kind.INVALID, "REV-009", "更正的内容有误。", "请按各项提示改正后再提交。")
NOTHING_READ: Final = Refusal(
    Kind.CONFLICT, "REV-010", "案件没有识别结果，不能更正字段。", "请直接查看原件作出决定，或重新识别。"
)
FILES_CAME: Final = Refusal(
    Kind.CONFLICT,
    "REV-011",
    "退回后申请人已补交材料，不能撤销退回。",
    "请等申请人重新提交、材料识别完成后再审核。",
)
