"""Options with boxes to tick → which are ticked.

Source: printed forms and what readers make of their boxes: an empty box comes out as □ ☐ ○ 口 囗 ( ) [ ],
a ticked one as ☑ ✓ √ ■ (√) [x] R 区 回 凶 V. The marks stand all before or all after the options; which, is
told by what the run begins and ends with, or by the spaces. What cannot be told is ``None``.

>>> ticked_options("□职工 ☑居民")
[('职工', False), ('居民', True)]
>>> ticked_options("职工□ 居民☑")
[('职工', False), ('居民', True)]
>>> ticked_options("参保类型：(√)职工  ( )居民")
[('职工', True), ('居民', False)]
>>> ticked_options("口职工 R居民")
[('职工', False), ('居民', True)]
>>> ticked_options("☑职工□居民☑")
[('职工', None), ('居民', None)]
>>> ticked_options("参保险种 □职工医保 ☑居民医保 □离休", ("职工", "居民"))
[('职工', False), ('居民', True)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.values.text import narrow

_SURE_TICK = r"[(\[]\s?[√✓✔vVxX×●*]\s?[)\]]|[□☐]\s?[√✓✔]|(?<![打划画勾“\"'‘])[√✓✔](?![”\"'’])|[☑■●◉☒◼▣⊠]"
_SURE_EMPTY = r"[(\[]\s{0,6}[)\]]|[□☐◻▢○◯]"
_EDGE = r"(?<![^\s:;,、/()□☐☑√■])"
_LIKELY_TICK = (
    rf"(?<![A-Za-z0-9])[RV](?=[\u4e00-\u9fff])|{_EDGE}[区回凶团図](?=[\u4e00-\u9fff]{{2}})"
    r"|(?<=[\u4e00-\u9fff])[RV](?=\s|$)"
)
_LIKELY_EMPTY = r"(?<![户人进出伤窗港门胃])[口囗](?![腔服岸语径头气唇鼻])"
MARK = re.compile(rf"(?P<tick>{_SURE_TICK}|{_LIKELY_TICK})|(?P<empty>{_SURE_EMPTY}|{_LIKELY_EMPTY})")
"""A box or tick in text that ``narrow`` has made plain: group ``tick`` or ``empty``."""
_TWICE = re.compile(r"^\s*(?P<box>[□☐☑☒√✓■])\s+(?P=box)(?=\s?[^\s□☐☑☒√✓■])")
"""A box that was found twice, before the first option: ☑ ☑异地转诊人员."""
_LABEL_END = re.compile(r"(?:类型|类别|险种|方式|情况|种类|身份|性别|关系|原因|级别|等级|为|是|选)$")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A mark (``ticked`` tells which) or, with ``ticked`` ``None``, a text; glued where no space stands."""

    text: str
    ticked: bool | None
    glued_left: bool = False
    glued_right: bool = False


def ticked_options(text: str, options: Sequence[str] | None = None) -> list[tuple[str, bool | None]]:
    """The options in ``text`` and whether each is ticked; ``None`` where it cannot be told.

    With ``options`` known, the answer names only them, and an option is found inside longer words;
    without, every text between marks is an option and a label in front is dropped. A text without
    any mark gives ``[]``.
    """
    pieces = _pieces(_TWICE.sub(r"\g<box>", _after_label(narrow(text))))
    if all(piece.ticked is None for piece in pieces):
        return []
    before = _marks_stand_before(pieces, options)
    if before is None:
        unknown: list[tuple[str, bool | None]] = [(p.text, None) for p in pieces if p.ticked is None]
        return _named(unknown, options)
    if options is None and pieces[0 if before else -1].ticked is None:
        pieces = pieces[1:] if before else pieces[:-1]
    states_of = _paired(pieces if before else pieces[::-1])
    return _named(states_of if before else states_of[::-1], options)


def _after_label(plain: str) -> str:
    """``plain`` without a label before the first mark that ends in a colon."""
    first = MARK.search(plain)
    head = plain[: first.start()] if first else ""
    return plain[head.rindex(":") + 1 :] if ":" in head else plain


def _pieces(plain: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for match in MARK.finditer(plain):
        _add_text(pieces, plain[at : match.start()])
        left, right = plain[: match.start()][-1:], plain[match.end() :][:1]
        pieces.append(
            _Piece("", match["tick"] is not None, bool(left.strip(" ;,、/")), bool(right.strip(" ;,、/")))
        )
        at = match.end()
    _add_text(pieces, plain[at:])
    return pieces


def _add_text(pieces: list[_Piece], raw: str) -> None:
    option = re.sub(r"\s+", "", raw).strip(",.;、。/|:_")
    if option:
        pieces.append(_Piece(option, None))


def _marks_stand_before(pieces: list[_Piece], options: Sequence[str] | None) -> bool | None:
    """Whether each mark belongs to the text behind it; ``None`` where that cannot be told."""
    starts, ends = pieces[0].ticked is not None, pieces[-1].ticked is not None
    if starts != ends:
        return starts
    marks = [piece for piece in pieces if piece.ticked is not None]
    behind = sum(piece.glued_right and not piece.glued_left for piece in marks)
    ahead = sum(piece.glued_left and not piece.glued_right for piece in marks)
    if starts:
        return None
    if options is not None:
        known_first, known_last = (any(o in pieces[i].text for o in map(_tight, options)) for i in (0, -1))
        if known_first != known_last:
            return known_last
    if bool(behind) != bool(ahead):
        return bool(behind)
    return True if not ahead and _LABEL_END.search(pieces[0].text) else None


def _paired(pieces: list[_Piece]) -> list[tuple[str, bool | None]]:
    """Each option with the mark in front of it; two marks in a row tell nothing of either side."""
    paired: list[tuple[str, bool | None]] = []
    waiting: list[bool] = []
    for piece in pieces:
        if piece.ticked is not None:
            waiting.append(piece.ticked)
            if len(waiting) > 1 and paired:
                paired[-1] = (paired[-1][0], None)
        else:
            paired.append((piece.text, waiting[0] if len(waiting) == 1 else None))
            waiting = []
    return paired


def _named(
    states: list[tuple[str, bool | None]], options: Sequence[str] | None
) -> list[tuple[str, bool | None]]:
    """``states`` by the names of ``options``; a text that holds two of them tells of neither."""
    if options is None:
        return states
    alternatives = re.compile("|".join(re.escape(_tight(o)) for o in sorted(options, key=len, reverse=True)))
    named: list[tuple[str, bool | None]] = []
    for text, ticked in states:
        inside = alternatives.findall(text)
        named.extend((option, ticked if len(inside) == 1 else None) for option in inside)
    return named


def _tight(option: str) -> str:
    return re.sub(r"\s+", "", narrow(option))
