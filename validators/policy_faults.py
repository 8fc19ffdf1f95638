"""What is wrong in a pack's file, said in Chinese with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ocr.types import KIND_NAMES
from validators.demands import AS_OF
from validators.periods import PERIOD
from validators.value_words import KEYS, PARTS
from validators.yaml_places import YamlFile

_WORDS: Mapping[str, str] = {
    "missing": "缺少此项",
    "extra_forbidden": "没有这个名称的项，请检查拼写",
    "enum": "不是已知的材料种类",
    "literal_error": "不在允许的取值之内",
    "string_too_short": "内容太短",
    "string_pattern_mismatch": "格式不对",
    "too_short": "至少要有一项",
    "date_from_datetime_parsing": "不是有效的日期",
    "date_parsing": "不是有效的日期",
    "date_type": "不是有效的日期",
    "int_parsing": "不是整数",
    "int_type": "不是整数",
    "greater_than": "数值过小",
    "greater_than_equal": "数值过小",
    "less_than_equal": "数值过大",
    "bool_type": "应为 true 或 false",
    "bool_parsing": "应为 true 或 false",
    "less_than": "数值过大",
    "too_long": "写得太多",
    "string_too_long": "内容太长",
    "date_from_datetime_inexact": "不是有效的日期",
    "float_parsing": "不是数值",
    "list_type": "应为列表",
    "string_type": "应为文字（数字请加引号）",
    "model_type": "应为若干“名称: 值”",
    "dict_type": "应为若干“名称: 值”",
    "tuple_type": "应为列表",
}

_SHAPES = frozenset({"LevelGroup", "PaperAge"})
_OF_A_WHOLE = frozenset({"model_type", "tuple_type", "dict_type", "too_short"})
"""Faults of a whole that say nothing where one of its parts is at fault."""
_WAYS: Mapping[str, str] = {
    PERIOD: "写作 6个月、90天、2年、本年度 或 不限",
    AS_OF: "写作 2026、2026-03 或 2026-03-01",
}


def faults_in_words(error: ValidationError) -> tuple[str, ...]:
    """Each fault as ``place：what is wrong（value）``, in the order of the file's shape."""
    return tuple(map(_fault, _single(error)))


def faults_with_lines(error: ValidationError, written: YamlFile) -> tuple[str, ...]:
    """The same with the line of each place: ``第 12 行 window.value：缺少此项``."""
    lines = [written.line(tuple(detail["loc"])) for detail in _single(error)]
    return tuple(f"第 {line} 行 {words}" for line, words in zip(lines, faults_in_words(error), strict=True))


def faults(error: ValidationError) -> list[tuple[str, str, object]]:
    """Place (``materials[0].value.any_of[1]``), kind of fault, and the offending value."""
    return [(_place(e["loc"]), e["type"], e.get("input")) for e in error.errors(include_url=False)]


def describe(kind: str) -> str:
    """The kind of a fault in words."""
    return _WORDS.get(kind, f"取值无效（{kind}）")


def _single(error: ValidationError) -> list[ErrorDetails]:
    """The faults; of a value that may have several shapes, only the faults of the likeliest one."""
    found: dict[tuple[int | str, ...], ErrorDetails] = {}
    for detail in error.errors(include_url=False):
        loc = tuple(part for part in detail["loc"] if not _names_a_shape(part))
        detail["loc"] = loc
        found.setdefault(loc, detail)
    inside = {other[:depth] for other in found for depth in range(len(other))}
    return [d for loc, d in found.items() if not (d["type"] in _OF_A_WHOLE and loc in inside)]


def _names_a_shape(part: int | str) -> bool:
    """Whether a part of a place is Pydantic's name of one of several shapes, not a key of the file."""
    return isinstance(part, str) and (part in _SHAPES or part.startswith(("tuple[", "function-")))


def _fault(detail: ErrorDetails) -> str:
    place, kind, value = _place(detail["loc"]), detail["type"], detail.get("input")
    if kind == "value_error":
        return f"{place}：{detail['msg'].removeprefix('Value error, ')}"
    shown = f"（{value}）" if isinstance(value, str | int) and kind != "missing" else ""
    return f"{place}：{describe(kind)}{shown}{_way_out(detail)}"


def _way_out(detail: ErrorDetails) -> str:
    """What may be written there instead, as far as the fault tells."""
    kind, told = detail["type"], detail.get("ctx") or {}
    if kind == "literal_error":
        return f"，可写 {re.sub(r' or |, ', '、', str(told.get('expected', '')))}".replace("'", "")
    if kind == "enum":
        return _nearest_kind(str(detail.get("input")))
    if kind == "extra_forbidden":
        close = get_close_matches(str(detail["loc"][-1]), [*KEYS, *PARTS], n=1, cutoff=0.6)
        return f"，是否为 {close[0]}？" if close else ""
    way = _WAYS.get(str(told.get("pattern")))
    return f"，{way}" if way else ""


def _nearest_kind(written: str) -> str:
    for kind, name in KIND_NAMES.items():
        if written in name:
            return f"，{name}写作 {kind.value}"
    close = get_close_matches(written, [kind.value for kind in KIND_NAMES], n=1, cutoff=0.5)
    return f"，是否为 {close[0]}？" if close else ""


def _place(loc: tuple[int | str, ...]) -> str:
    place = ""
    for part in loc:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
    return place or "（全文）"
