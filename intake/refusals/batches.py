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
