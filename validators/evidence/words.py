"""Conditions of a standard in Chinese, for findings and for the page a bureau signs.

>>> from validators.evidence.shapes import Condition
>>> describe(Condition.model_validate({"visits": {"count": 3, "or_stays": 1, "within": "2 years"}}))
'近 2 年内门诊就诊不少于 3 次，或住院不少于 1 次'
>>> describe(Condition.model_validate({"value": {"item": "血肌酐", "at_least": "707 μmol/L", "count": 2}}))
'检验报告：血肌酐 ≥ 707 μmol/L，不少于 2 次'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ocr.types import DocumentKind
from validators.evidence.leaves import (
    AgeDemand,
    Bounds,
    CourseDemand,
    DocumentsDemand,
    Issuer,
    ReportDemand,
    SignersDemand,
    ValueDemand,
    VisitsDemand,
)
from validators.evidence.shapes import Condition

K = DocumentKind
SHORT_NAMES = {
    K.APPLICATION_FORM: "申请表",
    K.RECOGNITION_FORM: "认定表",
    K.DIAGNOSIS_CERTIFICATE: "诊断证明书",
    K.DISCHARGE_SUMMARY: "出院小结",
    K.INPATIENT_FRONT_PAGE: "住院病案首页",
    K.OUTPATIENT_RECORD: "门诊病历",
    K.LAB_REPORT: "检验报告",
    K.EXAM_REPORT: "检查报告",
    K.PATHOLOGY_REPORT: "病理报告",
    K.PRESCRIPTION: "处方",
    K.MEDICAL_INVOICE: "医疗票据",
    K.COMMITMENT_LETTER: "承诺书",
}
_SHOWN = 4
"""So many words of a list are told; the file has the others."""
STATES = {
    "positive": "阳性",
    "negative": "阴性",
    "high": "高于参考范围",
    "low": "低于参考范围",
    "abnormal": "异常",
}


def describe(condition: Condition) -> str:
    """One condition as a phrase; its own ``name`` where the file gives one."""
    if condition.name:
        return condition.name
    if condition.all_of:
        return "，并".join(_in_brackets(part) for part in condition.all_of)
    if condition.any_of:
        return "或".join(_in_brackets(part) for part in condition.any_of)
    if condition.of:
        parts = "；".join(describe(part) for part in condition.of)
        return f"以下至少 {condition.at_least} 项：{parts}"
    return _leaf(condition)


def _in_brackets(condition: Condition) -> str:
    grouped = not condition.name and (condition.all_of or condition.any_of or condition.of)
    return f"（{describe(condition)}）" if grouped else describe(condition)


def _leaf(condition: Condition) -> str:
    if condition.declaration:
        return f"本人声明：{'、'.join(condition.declaration.says)}"
    if condition.excludes:
        return f"排除{'、'.join(condition.excludes.causes)}"
    told = ((getattr(condition, name), words) for name, words in _LEAVES.items())
    return next((words(demand) for demand, words in told if demand), condition.person or "")


def kinds_in_words(kinds: Sequence[DocumentKind], *, every: bool = False) -> str:
    """出院小结或诊断证明书; with ``every`` 出院小结和诊断证明书."""
    names = [SHORT_NAMES.get(kind, kind.value) for kind in kinds]
    join = "和" if every else "或"
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + join + names[-1]


def issuer_in_words(issuer: Issuer) -> str:
    """二级及以上医院神经内科, or nothing."""
    level = f"{issuer.level}{'' if issuer.level == '三级甲等' else '及以上'}医院" if issuer.level else ""
    if issuer.or_named:
        level = f"{level}（或{'、'.join(issuer.or_named)}专科医院）"
    return level + "或".join(issuer.department)


def documents_in_words(demand: DocumentsDemand) -> str:
    """What papers must state the disease."""
    kinds = kinds_in_words(demand.any_of or demand.all_of, every=bool(demand.all_of))
    said = f"，写明{'或'.join(demand.says)}" if demand.says else ""
    title = f"，由{demand.title}及以上医师签署" if demand.title else ""
    within = f"近 {demand.within}内的" if demand.within else ""
    sole = "（不得以其他材料代替）" if demand.no_substitute else ""
    return f"{issuer_in_words(demand)}{within}{kinds}{said}{title}{sole}"


def report_in_words(demand: ReportDemand) -> str:
    """What report or record is asked."""
    about = "、".join(demand.about)
    more = "等" if len(demand.says) > _SHOWN else ""
    said = f"，载明{'或'.join(demand.says[:_SHOWN])}{more}" if demand.says else ""
    return (
        f"{issuer_in_words(demand)}{_within(demand.within)}{about}{kinds_in_words(demand.kinds)}"
        f"{said}{_times(demand.count)}"
    )


def value_in_words(demand: ValueDemand) -> str:
    """What result is asked."""
    items = "或".join(demand.item)
    if demand.state:
        told = STATES[demand.state]
    elif demand.by_sex:
        told = "，".join(f"{sex}{bounds_in_words(bounds)}" for sex, bounds in demand.by_sex.items())
    else:
        told = bounds_in_words(demand)
    usual = demand.kinds == ValueDemand.model_fields["kinds"].default
    kinds = "检验报告" if usual else kinds_in_words(demand.kinds)
    where = f"{issuer_in_words(demand)}{_within(demand.within)}{kinds}"
    return f"{where}：{items} {told.strip()}{_times(demand.count)}"


def bounds_in_words(bounds: Bounds) -> str:
    """``≥ 707 μmol/L``."""
    signs = {"≥": bounds.at_least, "≤": bounds.at_most, ">": bounds.above, "<": bounds.below}
    return " 且 ".join(f"{sign} {amount}" for sign, amount in signs.items() if amount is not None)


def visits_in_words(demand: VisitsDemand) -> str:
    """How many visits or stays."""
    span = f"、前后跨度不少于 {demand.span}" if demand.span else ""
    drugs = f"并有{'或'.join(demand.drugs)}用药" if demand.drugs else ""
    stays = f"，或住院不少于 {demand.or_stays} 次" if demand.or_stays else ""
    return f"{_within(demand.within)}门诊就诊不少于 {demand.count} 次{span}{drugs}{stays}"


def course_in_words(demand: CourseDemand) -> str:
    """How long the course."""
    return f"{'出院后' if demand.since == 'discharge' else '病程'}满 {demand.at_least}"


def signers_in_words(demand: SignersDemand) -> str:
    """How many signers of which title."""
    return f"{demand.count} 名{demand.title}及以上医师在{kinds_in_words(demand.kinds)}上签名"


def age_in_words(demand: AgeDemand) -> str:
    """Which ages."""
    told = {"不小于": demand.at_least, "不大于": demand.at_most, "小于": demand.below}
    return "年龄" + "、".join(f"{word} {years} 周岁" for word, years in told.items() if years is not None)


def _within(span: object) -> str:
    return f"近 {span}内" if span else ""


def _times(count: int) -> str:
    return f"，不少于 {count} 次" if count > 1 else ""


_LEAVES: Mapping[str, Callable[[Any], str]] = {
    "documents": documents_in_words,
    "report": report_in_words,
    "value": value_in_words,
    "visits": visits_in_words,
    "course": course_in_words,
    "signers": signers_in_words,
    "age": age_in_words,
}
