"""What is wrong in a pack's file, said in Chinese with its place."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

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
    "string_type": "应为文字（数字请加引号）",
    "model_type": "应为若干“名称: 值”",
    "dict_type": "应为若干“名称: 值”",
    "tuple_type": "应为列表",
}


def faults_in_words(error: ValidationError) -> tuple[str, ...]:
    """Each fault as ``place：what is wrong（value）``, in the order of the file's shape."""
    return tuple(_fault(place, kind, value) for place, kind, value in faults(error))


def faults(error: ValidationError) -> list[tuple[str, str, object]]:
    """Place (``materials[0].value.any_of[1]``), kind of fault, and the offending value."""
    return [(_place(e["loc"]), e["type"], e.get("input")) for e in error.errors(include_url=False)]


def describe(kind: str) -> str:
    """The kind of a fault in words."""
    return _WORDS.get(kind, f"取值无效（{kind}）")


def _fault(place: str, kind: str, value: object) -> str:
    shown = f"（{value}）" if isinstance(value, str | int) and kind != "missing" else ""
    return f"{place}：{describe(kind)}{shown}"


def _place(loc: tuple[int | str, ...]) -> str:
    place = ""
    for part in loc:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
    return place or "（全文）"
