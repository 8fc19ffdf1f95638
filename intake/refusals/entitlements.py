"""Refusals about the register of entitlements."""

from __future__ import annotations

from typing import Final

from intake.refusals.base import Kind, Refusal

TABLE_INVALID: Final = Refusal(Kind.INVALID, "ENT-101", "表格不能导入。", "请按所列问题改正后重新导入。")
EMPTY_TABLE: Final = Refusal(Kind.INVALID, "ENT-102", "表格是空的。", "请重新选择文件。")
