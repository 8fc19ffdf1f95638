"""Lists of diagnoses in running text → one entry a diagnosis, in order.

Numbered lists (1. 2., (1) (2), ①②), lists parted by semicolons, 、 or commas, one diagnosis a line; codes of
ICD-10 behind a name are dropped. What reads like a sentence, a date or a heading is no diagnosis.
"""

from __future__ import annotations

import re

from ocr.parsed import Parsed
from ocr.values.dates import find_dates
from ocr.values.text import clean

_BLANK = re.compile(r"^[\s_＿—\-/\\.。…*＊]*$")
_DIAGNOSIS_MARK = re.compile(
    r"(?:^|(?<=[\s;；。,，、:：\n]))(?:\(?\d{1,2}(?:[、)）]|[.．](?!\d)|[.．](?=\d型))|[①-⑳]|[（(]\d{1,2}[)）])\s*"
)
_DIAGNOSIS_END = re.compile(
    r"[;；。\n]|(?<=[^\d\s])\s{2,}|(?<=[\u4e00-\u9fff)）]{3})、(?=[\u4e00-\u9fff]{3})"
)
_DIAGNOSIS_END_OR_COMMA = re.compile(
    _DIAGNOSIS_END.pattern
    + r"|(?<=[\u4e00-\u9fff0-9A-Za-zⅠⅡⅢⅣ)）]{4})[,，](?=[\u4e00-\u9fff0-9]{4})(?![^（(]*[)）])"
)
_CODE = re.compile(r"[（(\[]?\b[A-Z]\d{2}(?:[.．]\d{1,3})?(?:[xX]\d{3})?[+*]?\b[）)\]]?")
_NO_DIAGNOSIS = re.compile(
    r"^(?:证明书?|报告书?单?|意见|依据|编码|名称|见附.*|同上|同前|无|详见.*|如上|待查|及.*)$"
)


def parse_findings(text: str) -> list[Parsed]:
    """A report's conclusions, parted as diagnoses are, but never at commas: they are sentences."""
    return _items(text, _DIAGNOSIS_END)


def parse_diagnoses(text: str) -> list[Parsed]:
    """Diagnoses in order: numbered, or parted by semicolons, commas or lines."""
    return _items(text, _DIAGNOSIS_END_OR_COMMA)


def _items(text: str, end_of_item: re.Pattern[str]) -> list[Parsed]:
    marks = list(_DIAGNOSIS_MARK.finditer(text))
    spans: list[tuple[int, int]] = []
    if marks:
        marks = _in_sequence(text, marks)
        if text[: marks[0].start()].strip():
            spans.append((0, marks[0].start()))
        for n, mark in enumerate(marks):
            spans.append((mark.end(), marks[n + 1].start() if n + 1 < len(marks) else len(text)))
    else:
        stop = text.find("。")
        text = text[: stop if stop >= 0 else len(text)]  # what follows a full stop is prose
        at = 0
        for end in end_of_item.finditer(text):
            spans.append((at, end.start()))
            at = end.end()
        spans.append((at, len(text)))
    found = [_diagnosis(text, s, e) for s, e in spans]
    return [p for p in found if p is not None]


def _in_sequence(text: str, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks, with those added that follow a name at once: 1.冠心病2.高血压."""
    number = len(marks) + 1
    while found := re.search(
        rf"(?<=[\u4e00-\u9fff)）])(?:{number}[.、．](?!\d)|[（(]{number}[)）])", text[marks[-1].end() :]
    ):
        at = marks[-1].end() + found.start()
        again = re.compile(r"[（(]?\d{1,2}[.、．)）]\s*").match(text, at)
        if again is None:
            break
        marks = [*marks, again]
        number += 1
    return marks


def _diagnosis(text: str, start: int, end: int) -> Parsed | None:
    raw = text[start:end]
    stop = re.search(r"[;；。]", raw)
    if stop and stop.start() > 1:
        raw = raw[: stop.start()]
    value = _CODE.sub("", clean(raw.replace("\n", "")))
    value = re.sub(r"\s+", "", value).strip(" ,，、;；。:：.-_/|")
    value = value.replace("(", "（").replace(")", "）") if re.search(r"[\u4e00-\u9fff]", value) else value
    value = re.sub(r"^(?:西医|中医|主病|主症|主要诊断|其他诊断|入院诊断|出院诊断)[:：]", "", value)
    if len(value) < 2 or _BLANK.match(value) or not re.search(r"[\u4e00-\u9fff]{2}|[A-Z]{2,}", value):
        return None
    if _NO_DIAGNOSIS.match(value) or len(value) > 60 or find_dates(value):
        return None
    return Parsed(value, start, start + len(raw.rstrip()))
