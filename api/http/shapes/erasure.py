"""Erasing a person's data, as administrators ask for it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from api.http.shapes.base import Sent, Told


class ErasureBody(Sent):
    """清除一个人的全部个人信息。"""

    id_number: str = Field(
        description="身份证号；只用于查找，不留存",
        min_length=1,
        max_length=40,
        examples=["430503196703124514"],
    )
    reference: str = Field(
        description="申请书或工单的编号，记入审计；不能含个人信息",
        min_length=1,
        max_length=100,
        examples=["QC-2025-0007"],
    )
    force: bool = Field(default=False, description="未办结的案件先撤回再清除")


class ErasureAnswer(Told):
    """清除的件数。"""

    cases: int = Field(description="清除的案件数；0 为没有此人的案件")
    erased: Mapping[str, int] = Field(description="各类记录清除的条数")
    bytes_left: bool = Field(description="存储一时不可用，已不能解读的文件稍后自动删除")
