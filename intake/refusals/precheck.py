"""Refusals of the precheck."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

PRECHECK_BUSY: Final = Refusal(
    Kind.BUSY, "PRE-101", "预检繁忙，暂时没有结果。", "请稍后重试，或直接上传材料，上传不受影响。"
)
