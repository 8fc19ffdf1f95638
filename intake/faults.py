"""What is wrong with something an operator wrote, in words that say where and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: permanent ``code``, ``where`` it stands (a path such as ``applicant.name``), and two
    Chinese sentences, what is wrong and what to do."""

    code: str
    where: str
    message: str
    remedy: str


_WORDS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项",
    "string_type": "须为文字",
    "date_type": "须为日期，写作 2025-11-20",
    "date_parsing": "须为日期，写作 2025-11-20",
    "date_from_datetime_parsing": "须为日期，写作 2025-11-20",
    "date_from_datetime_inexact": "须为日期，不带时刻，写作 2025-11-20",
    "int_type": "须为整数",
    "int_parsing": "须为整数",
    "int_from_float": "须为整数",
    "float_type": "须为数字",
    "float_parsing": "须为数字",
    "finite_number": "须为有限的数字",
    "model_type": "须为一组“名称: 值”",
    "model_attributes_type": "须为一组“名称: 值”",
    "dict_type": "须为一组“名称: 值”",
    "tuple_type": "须为列表，每项一行，以“- ”开头",
    "list_type": "须为列表，每项一行，以“- ”开头",
    "path_type": "须为路径",
}


def fault_words(error: ErrorDetails) -> str:
    """Chinese words for one finding of Pydantic's."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")
        return f"只能是 {expected} 之一"
    if kind in ("greater_than", "greater_than_equal"):
        bound = context.get("gt", context.get("ge"))
        return f"须{'大于' if kind == 'greater_than' else '不小于'} {bound:g}"
    if kind in ("less_than", "less_than_equal"):
        bound = context.get("lt", context.get("le"))
        return f"须{'小于' if kind == 'less_than' else '不大于'} {bound:g}"
    if kind == "value_error":
        return str(context.get("error", error["msg"]))
    return _WORDS.get(kind, "取值不符合要求")


def faults_of(
    error: ValidationError, known: Iterable[str], codes: dict[str, str], default: str
) -> tuple[Fault, ...]:
    """Every finding of ``error`` as a fault; ``codes`` maps Pydantic's types to permanent codes.

    ``known`` are the names that exist, for "did you mean" beside a name that does not.
    """
    names = sorted(set(known))
    return tuple(_fault(detail, names, codes.get(detail["type"], default)) for detail in error.errors())


def _fault(detail: ErrorDetails, names: list[str], code: str) -> Fault:
    where = dotted(detail["loc"]) or "整体"
    remedy = "请改正这一项后再试。"
    if detail["type"] == "missing":
        remedy = "请补上这一项后再试。"
    if detail["type"] == "extra_forbidden":
        near = get_close_matches(str(detail["loc"][-1]), names, n=1)
        remedy = f"是否应为 {near[0]}？" if near else "请删去这一项，或核对名称。"
    return Fault(code, where, fault_words(detail), remedy)


def dotted(location: Iterable[Any]) -> str:
    """``('diseases', 0)`` → ``diseases[0]``; ``('applicant', 'name')`` → ``applicant.name``."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path
