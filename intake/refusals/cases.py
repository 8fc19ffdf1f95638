"""Refusals about cases and their files."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NO_SUCH_CASE: Final = Refusal(Kind.NOT_FOUND, "CASE-101", "没有这个案件。", "请核对案件编号。")
CASE_INVALID: Final = Refusal(Kind.INVALID, "CASE-102", "案件信息有误。", "请按各项提示改正后重新提交。")
NO_POLICY: Final = Refusal(
    Kind.INVALID, "CASE-103", "没有适用的政策。", "请核对政策编号，或地区、业务与提交日期。"
)
OUTSIDE_REGION: Final = Refusal(
    Kind.FORBIDDEN, "CASE-104", "不能为这个地区办理。", "请改用该地区的密钥，或联系管理员。"
)
NOT_OPEN: Final = Refusal(
    Kind.CONFLICT, "CASE-105", "案件已提交，不能再增减材料。", "如需修改，请先撤回，或等待退回后补正。"
)
NO_FILES: Final = Refusal(Kind.CONFLICT, "CASE-106", "案件还没有材料。", "请先上传材料再提交。")
CANNOT_SUBMIT: Final = Refusal(
    Kind.CONFLICT, "CASE-107", "案件当前不能提交。", "请先查询案件状态；已撤回的案件请重新申请。"
)
CANNOT_WITHDRAW: Final = Refusal(
    Kind.CONFLICT, "CASE-108", "案件已办结，不能撤回。", "如有疑问请联系经办机构。"
)
TOO_MANY_FILES: Final = Refusal(Kind.CONFLICT, "CASE-109", "材料文件过多。", "请合并或减少文件后再上传。")
CASE_TOO_LARGE: Final = Refusal(
    Kind.TOO_LARGE, "CASE-110", "案件的材料合计过大。", "请压缩图片或减少页数后再上传。"
)
FILE_TOO_LARGE: Final = Refusal(Kind.TOO_LARGE, "CASE-111", "文件过大。", "请压缩图片或减少页数后再上传。")
FILE_EMPTY: Final = Refusal(Kind.INVALID, "CASE-112", "文件是空的。", "请重新选择文件上传。")
NO_SUCH_FILE: Final = Refusal(Kind.NOT_FOUND, "CASE-113", "没有这个文件。", "请核对文件编号。")
SAME_EXTERNAL_ID: Final = Refusal(
    Kind.CONFLICT, "CASE-114", "这个外部编号已经用过。", "请查询原案件，或改用新的编号。"
)
ERASED: Final = Refusal(Kind.GONE, "CASE-115", "案件的个人信息已依法清除。", "无需再操作。")
UNKNOWN_KIND: Final = Refusal(
    Kind.INVALID, "CASE-116", "没有这种材料类型。", "请按接口文档填写 kind，或不填。"
)
VAULT_DOWN: Final = Refusal(Kind.BUSY, "CASE-117", "暂时无法保存文件。", "请稍后重试，已上传的文件不受影响。")
TAKES_NO_MORE: Final = Refusal(Kind.CONFLICT, "CASE-118", "案件已撤回，不能再增加材料。", "请重新申请。")
BEING_REVIEWED: Final = Refusal(
    Kind.CONFLICT,
    "CASE-120",
    "审核人员已开始审核，新加的材料这次没有带上。",
    "请等待审核结果；如退回补正，届时再提交，已加的材料不会丢失。",
)
EXTERNAL_ID_PERSONAL: Final = Refusal(
    Kind.INVALID, "CASE-119", "外部编号中含有身份证号。", "请改用不含个人信息的编号。"
)
