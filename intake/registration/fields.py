"""The fields of interface 2503, and those that approval records of bureaus hold besides.

Source: the specification as copied in six files of public hospital software (trust tier B). Its copies
number the fields 1–13 and 15; a field 14 stands in none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field: ``code`` in the interface (empty where only the Chinese name is known), ``length`` the
    most characters (``None`` for dates and where no length is known)."""

    code: str
    name: str
    kind: Literal["text", "date"] = "text"
    length: int | None = None
    required: bool = False
    number: int | None = None

    @property
    def key(self) -> str:
        """How answers name the field."""
        return self.code or self.name

    @property
    def type(self) -> str:
        """The type as the interface writes it: ``C30``, ``date``."""
        return "date" if self.kind == "date" else f"C{self.length}" if self.length else "C"


INTERFACE_2503: Final = (
    RecordField("psn_no", "人员编号", length=30, required=True, number=1),
    RecordField("insutype", "险种类型", length=6, required=True, number=2),
    RecordField("opsp_dise_code", "门慢门特病种目录代码", length=30, required=True, number=3),
    RecordField("opsp_dise_name", "门慢门特病种名称", length=300, required=True, number=4),
    RecordField("tel", "联系电话", length=50, number=5),
    RecordField("addr", "联系地址", length=200, number=6),
    RecordField("insu_optins", "参保机构医保区划", length=6, required=True, number=7),
    RecordField("ide_fixmedins_no", "鉴定定点医药机构编号", length=30, required=True, number=8),
    RecordField("ide_fixmedins_name", "鉴定定点医药机构名称", length=200, required=True, number=9),
    RecordField("hosp_ide_date", "医院鉴定日期", kind="date", required=True, number=10),
    RecordField("diag_dr_codg", "诊断医师编码", length=30, required=True, number=11),
    RecordField("diag_dr_name", "诊断医师姓名", length=50, required=True, number=12),
    RecordField("begndate", "开始日期", kind="date", required=True, number=13),
    RecordField("enddate", "结束日期", kind="date", number=15),
)

APPROVAL: Final = (
    RecordField("", "申报来源"),
    RecordField("", "病种类型代码"),
    RecordField("", "人员证件类型"),
    RecordField("", "证件号码"),
    RecordField("", "人员姓名"),
    RecordField("", "单位编号"),
    RecordField("", "单位名称"),
    RecordField("", "申请日期", kind="date"),
    RecordField("", "申请理由"),
    RecordField("", "有效标志"),
    RecordField("", "复核标志"),
    RecordField("", "备注"),
    RecordField("", "经办人姓名"),
    RecordField("", "经办时间", kind="date"),
    RecordField("", "统筹区编号"),
)
"""Fields of bureaus' approval records that no copy of the interface gives a code for."""
