"""The words beside which somebody signs, and where they stand in the lines of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ocr.types import Box, TextLine

_SIGN = r"(?:签名|签字|签章|签署|手签)"
_ALSO = r"(?:[、/或及并和]?(?:盖章|签章|章|手印|按手印|指印))*"
_TAIL = rf"(?:[(]?(?:{_SIGN}|盖章|印章|名章|手印|按手印|按指印|章){_ALSO}[)]?)+"
_WHO_APPLIES = (
    "申请人|申请者|申报人|备案人|参保人员?|参保患者|参保者|患者(?:本人)?|病人|本人|"
    "承诺人|委托人|授权人|持卡人"
)
_WHO_ACTS = "代办人|代理人|代理申请人|被委托人|被授权人|受委托人|受托人|代签人|代申请人|委托代理人|代办者"
_NO_SIGNER = (
    "申请|送检|开单|检验|检查|手术|麻醉|操作|助理|实习|进修|选择|选定|家庭|签约|请|由|和|与|及|向|经|在|凭"
)

_OR_OTHERS = rf"(?:[(/或、]*(?:{_WHO_ACTS}|家属|监护人|法定监护人|近亲属)[)]?)?"
_NOT_BEHIND = "".join(f"(?<!{word})" for word in _NO_SIGNER.split("|"))

LABELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("agent", re.compile(rf"(?:{_WHO_ACTS})(?:(?:或|/|、)?监护人)?(?:{_TAIL}[:]?|[:])")),
    ("applicant", re.compile(rf"(?<![被受])(?:{_WHO_APPLIES}){_OR_OTHERS}{_TAIL}[:]?")),
    ("physician", re.compile(rf"{_NOT_BEHIND}(?:医师|医生|专家|大夫)(?:{_TAIL}[:]?|[:])")),
    ("physician", re.compile(r"^(?:报告|审核|诊断|责任|经治|主管|接诊)(?:医师|医生)$")),
    ("physician", re.compile(r"(?:签名|签字|签章|审签)(?:医师|医生)[:]?")),
)
"""Role, and what its label looks like after ``folded``. Add a label by adding words or a line here."""

_FORMS = {"︰": ":", "∶": ":", "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")"}
_LOW_LABELS = re.compile(rf"^(?:{_WHO_APPLIES})[:]")
"""Without a word for signing these also head the particulars of a person: they count low on a page only."""
LOW = 0.28
"""Share of the page's height from which such a label, with at most a name behind it, is a place to sign."""
LONGEST_NAME = 5
_BARE = re.compile(rf"^(?:{_SIGN})(?:[(](?:盖章|手印|按手印|章)[)])?[:]")
"""A label that does not say who signs: the text above does."""
_BLOCKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("agent", re.compile(f"{_WHO_ACTS}")),
    ("applicant", re.compile("承诺|申请人|参保人|本人|患者意见|委托人")),
    ("physician", re.compile("医师|医生|诊断意见|专家意见")),
)
_MISREAD: tuple[tuple[str, str], ...] = (
    ("physician", "医师签名:"),
    ("physician", "医生签名:"),
    ("physician", "医师签字:"),
    ("applicant", "申请人签名:"),
    ("applicant", "申请人签字:"),
    ("applicant", "参保人签名:"),
    ("applicant", "承诺人签名:"),
    ("agent", "代办人签名:"),
    ("agent", "受托人签名:"),
)
"""Looked for with one wrong character where no pattern matched."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label on the page: whose it is, its own box, and what the line holds behind it."""

    role: str
    box: Box
    line: TextLine
    rest: str
    """Text of the same line behind the label, as read."""


@lru_cache(maxsize=1024)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without spaces, in half-width forms, and the place of each character in the original."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for form in unicodedata.normalize("NFKC", character):
            if not form.isspace() and form not in "\u200b\ufeff":
                kept.append(_FORMS.get(form, form))
                places.append(place)
    return "".join(kept), tuple(places)


def find_labels(lines: Sequence[TextLine], page_height: float) -> list[Label]:
    """Every place to sign that the lines announce, in reading order."""
    found: list[Label] = []
    for line in lines:
        text, places = folded(line.text)
        for role, start, end in _spans(text, line, lines, page_height):
            stop = places[end - 1] + 1
            found.append(Label(role, _part(line, places[start], stop), line, line.text[stop:]))
    return _without_headings(found)


def _without_headings(labels: Sequence[Label]) -> list[Label]:
    """Labels less the bare headings (责任医师, of a block 责任医师意见) of roles that sign elsewhere.

    Beside a heading stands the opinion's text, which would pass for a signature.
    """
    plain = {label.role for label in labels if not _is_heading(label)}
    return [label for label in labels if label.role not in plain or not _is_heading(label)]


def _is_heading(label: Label) -> bool:
    head = label.line.text[: len(label.line.text) - len(label.rest)]
    return re.search(r"[签章印:：]", head) is None


def _spans(
    text: str, line: TextLine, lines: Sequence[TextLine], page_height: float
) -> Iterator[tuple[str, int, int]]:
    """Role, start and end of each label in a folded line; no two overlap."""
    taken: list[tuple[int, int]] = []
    for role, pattern in LABELS:
        for hit in pattern.finditer(text):
            if all(hit.end() <= a or hit.start() >= b for a, b in taken):
                taken.append(hit.span())
                yield role, hit.start(), hit.end()
    if taken:
        return
    low = _LOW_LABELS.match(text)
    if low and line.box[1] > LOW * page_height and len(text) - low.end() <= LONGEST_NAME:
        yield "applicant", 0, low.end()
        return
    bare = _BARE.match(text)
    if bare:
        signer = _block_role(line, lines)
        if signer:
            yield signer, 0, bare.end()
        return
    yield from _misread(text)


def _misread(text: str) -> Iterator[tuple[str, int, int]]:
    if "签" not in text or ":" not in text:
        return
    for role, label in _MISREAD:
        best = fuzz.partial_ratio_alignment(label, text, score_cutoff=79)
        if best is not None and best.dest_end - best.dest_start >= len(label) - 1:
            yield role, best.dest_start, best.dest_end
            return


def _block_role(line: TextLine, lines: Sequence[TextLine]) -> str | None:
    """Who signs here, by the nearest words above within twelve line heights."""
    x0, y0, x1, y1 = line.box
    em = y1 - y0
    above = [
        o
        for o in lines
        if y0 - 12 * em < o.box[1] < y0 and o.box[0] < x1 + 6 * em and o.box[2] > x0 - 20 * em
    ]
    for other in sorted(above, key=lambda o: -o.box[1]):
        text, _ = folded(other.text)
        for role, words in _BLOCKS:
            if words.search(text):
                return role
    return None


def _part(line: TextLine, start: int, stop: int) -> Box:
    """The box of some characters of a line; by even spacing where characters have no boxes."""
    x0, y0, x1, y1 = line.box
    if len(line.chars) == len(line.text) and line.chars:
        return (line.chars[start].box[0], y0, line.chars[stop - 1].box[2], y1)
    weights = [0.5 if ord(c) < 0x2000 else 1.0 for c in line.text]
    unit = (x1 - x0) / max(sum(weights), 1.0)
    return (x0 + unit * sum(weights[:start]), y0, x0 + unit * sum(weights[:stop]), y1)
