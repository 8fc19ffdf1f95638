"""Refusals about batches."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

NO_SUCH_BATCH: Final = Refusal(Kind.NOT_FOUND, "BATCH-101", "没有这个批次。", "请核对批次编号。")
BATCH_CLOSED: Final = Refusal(
    Kind.CONFLICT, "BATCH-102", "批次已提交，不能再增加文件。", "请另建一个批次报送其余案件。"
)
BATCH_EMPTY: Final = Refusal(Kind.CONFLICT, "BATCH-103", "批次还没有文件。", "请先上传压缩包，或清单和材料。")
BATCH_TOO_LARGE: Final = Refusal(Kind.TOO_LARGE, "BATCH-104", "批次的文件合计过大。", "请分成几个批次报送。")
TOO_MANY_BATCH_FILES: Final = Refusal(
    Kind.CONFLICT, "BATCH-105", "批次的文件过多。", "请打成一个压缩包，或分成几个批次报送。"
)
BATCH_FILE_EMPTY: Final = Refusal(Kind.INVALID, "BATCH-106", "文件是空的。", "请重新选择文件上传。")
BATCH_INVALID: Final = Refusal(Kind.INVALID, "BATCH-107", "批次信息有误。", "请按各项提示改正后重新提交。")
UNKNOWN_DEFAULT: Final = Refusal(
    Kind.INVALID, "BATCH-108", "没有这一项默认值。", "请核对名称，如 policy、submitted_on、insurance。"
)
BATCH_ERASED: Final = Refusal(
    Kind.CONFLICT, "BATCH-110", "批次的文件已清除，不能继续处理。", "请另建一个批次，重新报送未受理的案件。"
)
BATCH_STUCK: Final = Refusal(
    Kind.CONFLICT,
    "BATCH-111",
    "批次处理中断，其余案件尚未受理。",
    "请再次提交本批次，将从中断处继续；仍不能处理的，请联系管理员。",
)
SENDER_DISABLED: Final = Refusal(
    Kind.CONFLICT,
    "BATCH-112",
    "报送的密钥或人员已停用，其余案件尚未受理。",
    "请联系管理员重新启用，再次提交本批次。",
)
BATCH_ABANDONED: Final = Refusal(
    Kind.CONFLICT, "BATCH-113", "批次长期没有提交，文件已清除。", "请另建一个批次重新报送。"
)
BATCH_WAITS: Final = Refusal(
    Kind.TOO_MANY,
    "BATCH-114",
    "今日新建案件已达上限，其余案件尚未受理。",
    "无须重新报送，次日自动继续；急需办理的，请联系管理员提高上限。",
)
BATCH_NO_ROOM: Final = Refusal(
    Kind.BUSY,
    "BATCH-115",
    "存储空间不足，其余案件尚未受理。",
    "无须重新报送，空间恢复后自动继续；请告知管理员。",
)
