"""The names that an expression in a pack may use, with their meaning: one table for checks, lint and docs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Fact:
    """One value: its type in words, and what it is."""

    type: str
    meaning: str


Names: TypeAlias = "Fact | Mapping[str, Names] | ListOf | None"
"""``None``: nothing is known of the value, so nothing is wrong with what follows it."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several of one shape."""

    each: Names
    meaning: str


_TEXT, _WHOLE, _DAY, _YES = "文字", "整数", "日期（文字，如 '2025-11-20'）", "真假"

FIELD_NAMES: Sequence[str] = (
    "patient_name",
    "sex",
    "age",
    "id_number",
    "phone",
    "record_number",
    "report_number",
    "card_number",
    "address",
    "insured_place",
    "insurance_type",
    "department",
    "issuing_authority",
    "ethnicity",
    "claimed_disease",
    "hospital_name",
    "hospital_level",
    "physician_name",
    "physician_title",
    "agent_name",
    "agent_id_number",
    "application_date",
    "visit_date",
    "admission_date",
    "discharge_date",
    "report_date",
    "issue_date",
    "sign_date",
    "birth_date",
    "valid_from",
    "valid_until",
    "filing_category",
)
"""Fields of papers that ``fields`` holds, as ``menshen read`` names them."""

PAPER: Mapping[str, Names] = {
    "file": Fact(_TEXT, "文件名"),
    "kind": Fact(_TEXT, "材料种类，如 'lab_report'"),
    "date": Fact(_DAY, "报告、出院、就诊或开具日期"),
    "age_days": Fact(_WHOLE, "提交日减去上述日期的天数"),
    "hospital": {
        "name": Fact(_TEXT, "出具医院，如所印"),
        "level": Fact(_WHOLE, "出具医院的级别：3 三级，2 二级，1 一级，0 未达一级"),
        "top": Fact(_YES, "出具医院是否三级甲等"),
    },
    "physician": {
        "name": Fact(_TEXT, "医师姓名"),
        "title": Fact(_TEXT, "医师职称，如 '副主任医师'"),
        "rank": Fact(
            _WHOLE,
            "职称高低：5 主任医师，4 副主任医师，3 主治医师，2 住院医师或医师，1 医士；数名医师取最高者",
        ),
        "ranks": ListOf(Fact(_WHOLE, "职称高低"), "每名医师的职称高低"),
    },
    "diagnosis": ListOf(Fact(_TEXT, "一项诊断"), "各项诊断"),
    "fields": {name: Fact(_TEXT, f"字段 {name} 的值") for name in FIELD_NAMES}
    | {"age": Fact(_WHOLE, "年龄")},
    "items": ListOf(
        {
            "name": Fact(_TEXT, "项目名称"),
            "result": Fact("小数", "结果（数值）"),
            "unit": Fact(_TEXT, "单位"),
            "flag": Fact(_TEXT, "提示，如 '↑'"),
        },
        "检验报告的各行",
    ),
    "seals": Fact(_WHOLE, "印章个数"),
    "signatures": Fact(_WHOLE, "医师签名个数"),
    "pages": Fact(_WHOLE, "页数"),
    "text": Fact(_TEXT, "全文，各行以换行相连"),
}

NAMES: Mapping[str, Names] = {
    "submitted_on": Fact(_DAY, "提交日"),
    "by_agent": Fact(_YES, "是否代办"),
    "category": Fact(_TEXT, "异地备案类别，如 'long_residence'"),
    "diseases": ListOf(Fact(_TEXT, "病种"), "申报的病种，认得的用目录中的名称"),
    "applicant": {
        "age": Fact(_WHOLE, "提交日的周岁，由身份证号得出"),
        "sex": Fact(_TEXT, "'男' 或 '女'，由身份证号得出"),
        "birth_date": Fact(_DAY, "出生日期，由身份证号得出"),
        "insurance": Fact(_TEXT, "'employee' 职工，'resident' 居民"),
        "insured_place": Fact(_TEXT, "参保地，如申请所写"),
    },
    "entitlement": {
        "disease": Fact(_TEXT, "现有资格的病种"),
        "valid_until": Fact(_DAY, "现有资格的到期日"),
        "days_left": Fact(_WHOLE, "到期日减去提交日的天数，已过期为负"),
    },
    "papers": ListOf(PAPER, "提交的材料，每份一项（代办人的身份证除外）"),
}

FUNCTIONS: Mapping[str, str] = {
    "days": "days(甲, 乙)：从日期甲到日期乙的天数",
    "add_days": "add_days(日期, n)：n 天以后，n 可为负",
    "add_months": "add_months(日期, n)：n 个月以后，n 可为负",
    "add_years": "add_years(日期, n)：n 年以后，n 可为负",
    "year_of": "year_of(日期)：年",
    "month_of": "month_of(日期)：月",
    "day_of": "day_of(日期)：日",
    "quarter_of": "quarter_of(日期)：季度，1 至 4",
    "size": "size(列表或文字)：个数",
    "int": "int(数)：整数",
    "double": "double(数)：小数",
    "string": "string(值)：文字",
}
METHODS = frozenset({"contains", "startsWith", "endsWith", "matches", "size"})
MACROS = frozenset({"exists", "all", "exists_one", "filter", "map"})
