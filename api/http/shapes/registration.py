"""Registration records, as the documentation tells of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import Field

from api.http.shapes.base import Told


class RegistrationField(Told):
    """备案记录的一个字段。"""

    number: int | None = Field(description="接口中的序号")
    field: str | None = Field(description="接口的字段代码；没有代码的为空", examples=["opsp_dise_code"])
    name: str = Field(description="字段名称", examples=["门慢门特病种目录代码"])
    type: str = Field(description="类型与长度", examples=["C30"])
    required: bool = Field(description="接口是否必填")


class RegistrationGap(Told):
    """一个尚缺或待核对的字段。"""

    field: str = Field(description="字段代码；没有代码的为名称", examples=["psn_no"])
    name: str = Field(description="字段名称", examples=["人员编号"])
    required: bool = Field(description="接口是否必填")
    why: str = Field(description="为何为空，或为何须核对")


class Registration(Told):
    """一个案件一个病种的备案记录。"""

    case_no: str = Field(description="案件编号")
    complete: bool = Field(description="必填字段是否齐全")
    record: dict[str, str | None] = Field(description="接口 2503 的各字段；尚缺的为空")
    approval: dict[str, str | None] = Field(description="经办审批的其他字段；尚缺的为空")
    sources: dict[str, dict[str, Any]] = Field(
        description="各值的来源：申请、材料（文件、页、位置）、目录、决定"
    )
    missing: tuple[RegistrationGap, ...] = Field(description="尚缺的字段与原因")
    to_confirm: tuple[RegistrationGap, ...] = Field(description="已填而须核对的字段与原因")


class WithoutRecord(Told):
    """没有备案记录的案件。"""

    case_no: str = Field(description="案件编号")
    why: str = Field(description="为何没有")


class RegistrationList(Told):
    """备案记录（国家接口 2503 人员慢特病备案）；含个人信息，每次导出都记入审计。"""

    schema_: str = Field(alias="schema", description="格式与版本", examples=["menshen.registration/1"])
    interface: str = Field(description="接口编号", examples=["2503"])
    fields_: tuple[RegistrationField, ...] = Field(alias="fields", description="全部字段")
    records: tuple[Registration, ...] = Field(description="备案记录")
    without_record: tuple[WithoutRecord, ...] = Field(description="没有备案记录的案件")


EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2200, 12, 31)
"""Days that may be asked about: beyond them, days of UTC and of China leave the calendar."""
