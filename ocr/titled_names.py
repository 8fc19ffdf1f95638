"""Names set beside titles without a colon, one or several on a line.

主任医师 张三  主治医师 李四, 张三主任医师 / 李四住院医师, 副主任医师 张 三（签章）: each title is that of the
name next to it, all in the same order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.parse import SURELY_A_NAME
from ocr.values.names import find_printed_and_signed, looks_like_name, normalise_name

_TITLE = re.compile(r"(?:副?主任|主治|住院)(?:中)?医师(?:签[名字章](?=[\s:：/]))?")
_MARK = re.compile(r"[(（](?:签名|签字|签章|盖章|章|手签)[)）]")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}|[\u4e00-\u9fff](?:\s[\u4e00-\u9fff]){1,3}(?![\u4e00-\u9fff])")
_BETWEEN = re.compile(r"[\s/／:：,，、_＿]*")
_ANOTHERS_HAND = re.compile(r"\s*[/／]\s*[\u4e00-\u9fff·]{2,4}\s*")
"""Behind the last name and a stroke somebody's signature: 副主任医师张三/ 李四."""
_PRINTED = re.compile(r"^\s*[(（](?:打印|机打|印)[)）](?=\s*[\u4e00-\u9fff])")
"""What says that the name stands in print beside the hand above it: (打印) 李建国住院医师."""
_BARE = re.compile(r"^[\s/／]*医[师生][\s:：/／]*")


@dataclass(frozen=True, slots=True)
class TitledName:
    """A name at ``text[start:end]`` with its title."""

    name: str
    title: str
    start: int
    end: int


def titled_names(text: str) -> list[TitledName]:
    """The names on a line that holds nothing but names and titles; none where anything else stands there.

    >>> [(t.name, t.title) for t in titled_names("主任医师 李建国   主治医师 王小芳")]
    [('李建国', '主任医师'), ('王小芳', '主治医师')]
    >>> [(t.name, t.title) for t in titled_names("李建国副主任医师 / 王小芳住院医师")]
    [('李建国', '副主任医师'), ('王小芳', '住院医师')]
    >>> [(t.name, t.title) for t in titled_names("副主任中医师 李 强（签章）李强")]
    [('李强', '副主任中医师')]
    >>> [(t.name, t.title, t.start) for t in titled_names("(打印) 李建国住院医师")]
    [('李建国', '住院医师', 5)]
    >>> titled_names("主任医师/副主任医师：李建国"), titled_names("请主任医师李建国会诊")
    ([], [])
    """
    text = _PRINTED.sub(lambda m: " " * len(m.group()), text)
    titles = list(_TITLE.finditer(text))
    if not titles:
        return []
    edges = [0, *(e for t in titles for e in t.span()), len(text)]
    gaps = [_name_in(text, s, e) for s, e in zip(edges[::2], edges[1::2], strict=True)]
    if any(gap is None for gap in gaps):
        return []
    before, behind = gaps[:-1], gaps[1:]
    names = behind if not gaps[0] else before
    rest = [] if not gaps[0] else [gaps[-1]]
    if not all(names) or any(rest):
        return []
    return [
        TitledName(n[0], re.sub(r"签[名字章]$", "", t.group()), n[1], n[2])
        for n, t in zip(names, titles, strict=True)
        if n
    ]


def _name_in(text: str, start: int, end: int) -> tuple[str, int, int] | tuple[()] | None:
    """The one name between two titles; empty where only strokes and spaces stand, ``None`` for other text."""
    part = text[start:end]
    begin = _BETWEEN.match(part)
    at = begin.end() if begin else 0
    rest = part[at:]
    bare = _BARE.match(part)
    if not rest or (bare and not part[bare.end() :].strip()):
        return ()
    marked = _MARK.search(rest)
    plain = rest[: marked.start()] if marked else rest
    twice = find_printed_and_signed(_MARK.sub(lambda m: " " * len(m.group()), rest))
    if twice and not marked:
        return twice[0], start + at + twice[1], start + at + twice[2]
    found = _NAME.match(plain)
    name = normalise_name(plain[: found.end()]) if found else None
    if found is None or not name or looks_like_name(name) < SURELY_A_NAME:
        return None
    behind = _BETWEEN.fullmatch(plain, found.end()) or (
        end == len(text) and _ANOTHERS_HAND.fullmatch(plain, found.end())
    )
    return (name, start + at, start + at + found.end()) if behind else None
