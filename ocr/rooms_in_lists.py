"""Diagnoses with nothing but a space or a comma between them: 支气管哮喘 慢阻肺, 慢性胃炎，胃息肉.

Either may as well stand inside a name, before its stage or its side (高血压3级 极高危), or be left of a line
that wrapped; so a list is parted only where each of its pieces reads like a disease of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.likely_diseases import likely_disease
from ocr.values.diseases import looks_like_disease

LEAST = 3
"""Characters of such a disease."""
LIKELY = 0.5
_OWN = re.compile(r"心功能(?:[IVⅠ-Ⅳ]{1,3}|[1-4一二三四])级?|(?:高血压病?|CKD)[0-9Ⅰ-Ⅲ]+[级期]?")
_WITHIN = re.compile(
    r"[性伴并合及与和的现]|目前|此次|周围神经|视网膜|后遗|恢复|急性(?:发作|加重)|术后|[化放]疗|维持|继发|并发|[左右双两单]侧?|PCI"
)
"""How the rest of a name begins."""
_UNENDED = re.compile(r"(?:[性型伴并合及与和的因]|[左右双两单]侧?|急|慢|继发|复发|陈旧)$")
_STAGE = re.compile(
    r"[(（]?[很极高中低]+危(?:组|层)?[)）]?|[\u4e00-\u9fff]{0,4}期|(?:急性)?(?:发作|加重)|[轻中重]度"
    r"|(?:NYHA)?[IVⅠ-Ⅳ0-9]+[级期型]"
)
"""A piece that only says more of the disease before it."""


def rooms_parted(text: str) -> str:
    """The text with a semicolon for each space or comma between two diseases, as long as before.

    >>> rooms_parted("脑梗塞 高血压3级 极高危"), rooms_parted("支气管哮喘 慢阻肺")
    ('脑梗塞；高血压3级 极高危', '支气管哮喘；慢阻肺')
    >>> rooms_parted("胃恶性肿瘤 术后"), rooms_parted("糖尿病 周围神经病变"), rooms_parted("心衰 NYHA III级")
    ('胃恶性肿瘤 术后', '糖尿病 周围神经病变', '心衰 NYHA III级')
    """
    rooms = [m.start() for m in re.finditer(r"(?<=\S)[ ,，](?=\S)", text)]
    if not rooms or re.search(r"\s{2}|[\n;；。、:：]|[,，] ", text.strip()):
        return text
    pieces = list(_pieces(text, rooms))
    if len(pieces) < 2 or not all(_is_own(text[start:end], first=start == 0) for start, end in pieces):
        return text
    starts = {start - 1 for start, _ in pieces[1:]}
    return "".join("；" if n in starts else c for n, c in enumerate(text))


def _pieces(text: str, rooms: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches between spaces; a stage belongs to the one before it."""
    start = 0
    for room, following in zip(rooms, [*rooms[1:], len(text)], strict=True):
        if not _STAGE.fullmatch(text[room + 1 : following].strip()):
            yield start, room
            start = room + 1
    yield start, len(text)


def _is_own(piece: str, *, first: bool) -> bool:
    name = re.split(r"[ ,，]", piece.strip())[0]
    if _OWN.fullmatch(name):
        return True
    if len(name) < LEAST or _UNENDED.search(name) or (not first and _WITHIN.match(name)):
        return False
    return looks_like_disease(name) and likely_disease(name) >= LIKELY
