"""Words on a paper: said, denied, or left open.

A word under a denial (未见, 否认, 阴性 …) of its own clause is denied, under a doubt (可疑, ?) left open.
What the ordering physician wrote (临床诊断, 检查目的) is no finding.

>>> [how_stated("头颅CT未见出血及梗死", "梗死"), how_stated("左侧基底节区脑梗死", "梗死")]
[<Stated.DENIED: 'denied'>, <Stated.SAID: 'said'>]
>>> how_stated("考虑脑梗死可能", "梗死")
<Stated.OPEN: 'open'>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ocr.types import Page, Source
from ocr.values.text import fold
from validators.certainty import CERTAIN, READABLE, at_least
from validators.papers import Paper
from validators.verdict import Evidence

_END = re.compile(r"[。;；,，\n!]")
_DENIED_BEFORE = re.compile(
    r"(?:未(?:见|行|予|用|服|提示|接受|使用|发现|检出|及|能发现)|否认|排除|除外|没有|不支持|不符合|不考虑|并非|"
    r"无(?!力|菌|痛|尿|名|脉|诱因|明显诱因))[^。;；,，]{0,20}$"
)
_DENIED_AFTER = re.compile(r"^[^。;；,，]{0,6}?(?:阴性|\(-\)|未见|未检出|未发现|正常|已排除|可?除外)")
_OPEN_BEFORE = re.compile(
    r"(?:可疑|疑似|疑|考虑|可能|待排|不除外|不能排除|建议.{0,6}排除|拟诊)[^。;；,，]{0,14}$"
)
_OPEN_AFTER = re.compile(r"^[^。;；,，]{0,8}?(?:[?？]|可能|待排|待查|待除外|不除外|可疑)")
_ORDERED = re.compile(r"^(?:临床诊断|申请诊断|送检诊断|检查目的|送检目的|临床印象|入院诊断|病史摘要|主诉)")
_FIELDS = ("diagnosis",)
_WRAPPED = 14
"""A line at least this long without a mark at its end goes on in the next one."""


class Stated(Enum):
    """How a word stands on a paper."""

    SAID = "said"
    OPEN = "open"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Mention:
    """A word on a paper; ``readable`` and ``certain`` as elsewhere: enough for met, enough for unmet."""

    word: str
    stated: Stated
    evidence: Evidence
    readable: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class _Passage:
    """A line with the ends of its neighbours where a sentence runs on."""

    text: str
    evidence: Evidence
    confidence: float | None
    source: Source
    page: int
    before: str = ""
    ahead: str = ""


def how_stated(text: str, word: str, *, before: str = "", ahead: str = "") -> Stated | None:
    """How ``word`` (parts joined by ``+`` must share a clause) stands in ``text``; ``None`` if it does not.

    ``before`` and ``ahead`` are read for the context only. One saying among several decides, then a doubt.
    """
    return _how_stated(_in_context(text, before, ahead), _parts(word))


def _in_context(text: str, before: str, ahead: str) -> tuple[str, int, int]:
    """``text`` between its neighbours, and where it begins and ends."""
    left, held = _plain(before), _plain(text)
    return left + held + _plain(ahead), len(left), len(left) + len(held)


def _how_stated(passage: tuple[str, int, int], parts: Sequence[str]) -> Stated | None:
    plain, first, last = passage
    if parts[0] not in plain:  # of a hundred words asked of a line, one stands there
        return None
    found = {
        _judge(plain, start, end)
        for start, end in _places(parts[0], plain)
        if first < end and start < last
        if all(part in _clause(plain, start, end) for part in parts[1:])
    }
    return next((s for s in (Stated.SAID, Stated.OPEN, Stated.DENIED) if s in found), None)


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(word)
    while word and start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + len(word))


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(_plain(part) for part in word.split("+"))


def mentions(paper: Paper, words: Sequence[str]) -> Iterator[Mention]:
    """Every word of ``words`` that stands on ``paper``, with its place."""
    for passage in _passages(paper) if words else ():
        context = _in_context(passage.text, passage.before, passage.ahead)
        for word in words:
            stated = _how_stated(context, _parts(word))
            if stated is not None:
                yield Mention(
                    word,
                    stated,
                    passage.evidence,
                    at_least(passage.confidence, READABLE, passage.source),
                    at_least(passage.confidence, CERTAIN, passage.source)
                    and paper.kind_is_sure
                    and paper.is_unfaulted(passage.page),
                )


def is_about(paper: Paper, words: Sequence[str]) -> bool:
    """Whether one of ``words`` stands anywhere on the paper; true where none is asked."""
    if not words:
        return True
    text = _plain("\n".join(passage.text for passage in _passages(paper, all_fields=True)))
    return any(all(part in text for part in _parts(word)) for word in words)


def _passages(paper: Paper, *, all_fields: bool = False) -> Iterator[_Passage]:
    for page in paper.pages:
        yield from _of_page(paper, page)
    names = tuple(paper.document.fields) if all_fields else _FIELDS
    for value in paper.values(*names):
        held = value.field.value
        text = " ".join(str(part) for part in held.values() if part) if isinstance(held, dict) else value.text
        yield _Passage(text, value.evidence, value.field.confidence, value.field.source, value.field.page)


def _of_page(paper: Paper, page: Page) -> Iterator[_Passage]:
    before = ""
    for index, line in enumerate(page.lines):
        text, following = line.text, page.lines[index + 1 : index + 2]
        if _ORDERED.match(fold(text)):
            before = ""
            continue
        ahead = following[0].text[:12] if following and _wraps(text) else ""
        where = Evidence(paper.file, page.number, "text", text, line.box, line.confidence)
        yield _Passage(text, where, line.confidence, page.source, page.number, before, ahead)
        before = text[-24:] if _wraps(text) else ""


def _wraps(text: str) -> bool:
    return len(text) >= _WRAPPED and _END.search(text[-1]) is None


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return fold(text).upper()


def _clause(text: str, start: int, end: int) -> str:
    first = max((m.end() for m in _END.finditer(text, 0, start)), default=0)
    last = _END.search(text, end)
    return text[first : last.start() if last else len(text)]


def _judge(text: str, start: int, end: int) -> Stated:
    before, after = text[max(0, start - 40) : start], text[end : end + 16]
    if _OPEN_BEFORE.search(before) or _OPEN_AFTER.search(after):
        return Stated.OPEN
    if _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after):
        return Stated.DENIED
    return Stated.SAID
