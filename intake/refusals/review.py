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
NOT_SEARCHABLE: Final = Refusal(
    Kind.INVALID,
    "REV-012",
    "不能按这样的内容查找。",
    "请输入完整姓名、完整身份证号、身份证号的前三位和后四位（如 430***4514），或案件编号。",
)
VIEW_INVALID: Final = Refusal(
    Kind.INVALID, "REV-013", "这个视图不能保存。", "请填写 1 至 20 个字的名称，不要写身份证号。"
)
TOO_MANY_VIEWS: Final = Refusal(
    Kind.CONFLICT, "REV-014", "保存的视图已达 30 个。", "请删去不再使用的视图后再保存。"
)
NO_SUCH_VIEW: Final = Refusal(Kind.NOT_FOUND, "REV-015", "没有这个视图。", "请刷新页面；可能已被删去。")
NO_SUCH_SECOND: Final = Refusal(
    Kind.NOT_FOUND, "REV-016", "没有这件复评。", "请刷新列表；案件可能已重新提交，不再需要复评。"
)
SECOND_TAKEN: Final = Refusal(
    Kind.CONFLICT, "REV-017", "这件复评已由他人领取或完成。", "请评其他案件，或稍后再看。"
)
NOT_BY_THE_SAME: Final = Refusal(
    Kind.FORBIDDEN, "REV-018", "您参与过本案的审核，不能再作复评。", "请评其他案件。"
)
SECOND_INVALID: Final = Refusal(Kind.INVALID, "REV-019", "复评的内容有误。", "请按各项提示改正后再提交。")
NOT_GIVEN: Final = Refusal(Kind.CONFLICT, "REV-020", "这件复评还没有完成。", "请待复评人给出意见后再看。")
