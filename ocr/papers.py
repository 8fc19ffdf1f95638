"""Pages → papers: which pages of a file belong together, and the fields and marks of each paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.extract import extract
from ocr.kinds import KindGuess
from ocr.page import PageReading
from ocr.parting import on_the_page, parted
from ocr.sealed_by import with_sealing_hospital
from ocr.types import Box, Document, DocumentKind, FileFacts, Marks
from ocr.values.text import fold

_LATER_PAGE = re.compile(r"第([2-9]|[1-9]\d)页|续页|(?<!\d)([2-9])/[2-9]页|page[2-9]of", re.IGNORECASE)
_OTHER_SIDE = {
    DocumentKind.ID_CARD_FRONT: frozenset({"issuing_authority", "valid_from", "valid_until"}),
    DocumentKind.ID_CARD_BACK: frozenset({"id_number", "id_number_unverified"}),
}
"""Fields that stand on the other side, where both sides are copied onto one page."""
_CARD_SIDES = (DocumentKind.ID_CARD_FRONT, DocumentKind.ID_CARD_BACK)


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages of one paper, and what kind it is.

    ``shared``: another paper lies on the same page, they could not be told apart; ``part``: where on its one
    page the paper lies, where they could.
    """

    kind: DocumentKind
    confidence: float
    pages: tuple[PageReading, ...]
    shared: bool = False
    part: Box | None = None


def group(pages: Sequence[PageReading]) -> tuple[Paper, ...]:
    """Part a file's pages into papers: a page with a title of its own, or of another kind, begins one."""
    papers: list[Paper] = []
    for page in pages:
        several = parted(page)
        if several:
            papers += [Paper(p.guess.kind, p.guess.confidence, (p,), part=part) for p, part in several]
        elif papers and _continues(papers[-1], page):
            last = papers[-1]
            papers[-1] = Paper(last.kind, last.confidence, (*last.pages, page))
        else:
            kinds = _kinds_on(page)
            papers += [Paper(kind, page.guess.confidence, (page,), len(kinds) > 1) for kind in kinds]
    return tuple(papers)


def _continues(paper: Paper, page: PageReading) -> bool:
    guess: KindGuess = page.guess
    same = guess.kind is paper.kind
    if not page.page.lines or paper.kind in _CARD_SIDES or paper.part:
        return False
    if _LATER_PAGE.search(fold("".join(x.text for x in page.page.lines))):
        return same or not guess.titled
    if paper.kind is DocumentKind.HOUSEHOLD_REGISTER and same:
        return "身份" not in "".join(x.text for p in paper.pages for x in p.page.lines)  # the cover
    if guess.titled:
        return False
    return same or guess.kind is DocumentKind.UNKNOWN


def _kinds_on(page: PageReading) -> tuple[DocumentKind, ...]:
    """Both sides of an identity card copied onto one sheet are two papers."""
    if page.guess.kind in _CARD_SIDES:
        text = fold("".join(x.text for x in page.page.lines))
        front = "身份号码" in text and ("住址" in text or "出生" in text)
        back = "签发机关" in text or "有效期限" in text
        if front and back:
            return _CARD_SIDES
    return (page.guess.kind,)


def as_document(paper: Paper, *, file: str, sha256: str, facts: FileFacts) -> Document:
    """The paper with its fields and marks, as the contract gives it."""
    marks = [p.marks for p in paper.pages]
    fields = extract(paper.kind, [p.text for p in paper.pages])
    if paper.part:
        fields = on_the_page(fields, paper.part)
    if paper.shared:
        fields = {name: values for name, values in fields.items() if name not in _OTHER_SIDE[paper.kind]}
    seals = tuple(s for m in marks for s in m.seals)
    fields = with_sealing_hospital(paper.kind, fields, seals)
    return Document(
        file=file,
        sha256=sha256,
        media_type=facts.media_type,
        kind=paper.kind,
        kind_confidence=paper.confidence,
        pages=tuple(p.page for p in paper.pages),
        fields=fields,
        marks=Marks(
            seals=seals,
            signatures=tuple(s for m in marks for s in m.signatures),
            faces=tuple(f for m in marks for f in m.faces),
            barcodes=tuple(b for m in marks for b in m.barcodes),
            handwriting=tuple(h for m in marks for h in m.handwriting),
        ),
        facts=facts,
    )
