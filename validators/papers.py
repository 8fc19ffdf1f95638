"""A case's papers as the checks see them: whose they are, how well they can be read, what they state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ocr.types import KIND_NAMES, Document, DocumentKind, Field, Finding, Page, Source
from validators.certainty import KIND_READABLE, at_least, readable, unfaulted
from validators.legibility import legible_page
from validators.verdict import Evidence

_COLOUR = "colourfulness"
"""Measure of a page's picture: share of coloured pixels, 0 for a grey copy; absent where not measured."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one field on one paper."""

    paper: Paper
    name: str
    field: Field

    @property
    def text(self) -> str:
        """The normalised value as text."""
        return str(self.field.value)

    @property
    def is_readable(self) -> bool:
        """Whether it may make a check met."""
        return readable(self.field)

    def is_certain(self, threshold: float) -> bool:
        """Whether it may make a check unmet: sure reading, sure kind of paper, faultless page."""
        sure = at_least(self.field.confidence, threshold, self.field.source)
        return sure and self.paper.kind_is_sure and self.paper.is_unfaulted(self.field.page)

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        f = self.field
        return Evidence(self.paper.file, f.page, self.name, f.value, f.box, f.confidence)


@dataclass(frozen=True, slots=True)
class Paper:
    """One document with the label by which messages name it (``出院小结（discharge.pdf 第 2 页）``)."""

    document: Document
    label: str

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.document.file

    @property
    def kind(self) -> DocumentKind:
        """What it is."""
        return self.document.kind

    @property
    def kind_is_sure(self) -> bool:
        """Whether its kind was told with confidence."""
        sure = self.document.kind_confidence
        return self.kind is not DocumentKind.UNKNOWN and (sure is None or sure >= KIND_READABLE)

    @property
    def pages(self) -> Sequence[Page]:
        """Its pages."""
        return self.document.pages

    @property
    def legible(self) -> bool | None:
        """Whether all of its pages can be read; blank ones beside others do not count."""
        written = [page for page in self.pages if not is_blank(page)] or list(self.pages)
        answers = [self.page_legible(page) for page in written]
        if not answers or False in answers:
            return False if answers else None
        return None if None in answers else True

    def page_legible(self, page: Page) -> bool | None:
        """Whether one page can be read; a faultless picture of a face need not hold text."""
        told = legible_page(page)
        pictured = any(face.page == page.number for face in self.document.marks.faces)
        wordless = self.kind is DocumentKind.ID_SELFIE or not page.lines
        return True if told is None and pictured and wordless and unfaulted(page) else told

    @property
    def faultless(self) -> bool:
        """Whether no page has a fault in its picture that could hide a value."""
        return bool(self.pages) and self.legible is True and all(map(unfaulted, self._written()))

    @property
    def in_colour(self) -> bool:
        """Whether no page is a grey copy, on which a red seal may be pale."""
        pictures = [page for page in self._written() if page.source is not Source.TEXT_LAYER]
        measured = [page.quality.measures.get(_COLOUR) for page in pictures]
        return all(share is None or share > 0 for share in measured)

    def is_unfaulted(self, number: int) -> bool:
        """Whether page ``number`` has no such fault."""
        pages = [page for page in self.pages if page.number == number]
        return all(unfaulted(page) for page in pages) if pages else self.faultless

    def values(self, *names: str) -> tuple[Value, ...]:
        """Every value of the named fields, in the order of the names."""
        return tuple(Value(self, name, f) for name in names for f in self.document.fields.get(name, ()))

    def lines(self) -> Iterable[str]:
        """Its text, line by line."""
        return (line.text for page in self.pages for line in page.lines)

    @property
    def evidence(self) -> Evidence:
        """The paper as a whole."""
        return Evidence(self.file, self.pages[0].number if self.pages else None)

    def _written(self) -> list[Page]:
        return [page for page in self.pages if not is_blank(page)] or list(self.pages)


def is_blank(page: Page) -> bool:
    """Whether nothing stands on the page."""
    return Finding.BLANK in page.quality.findings


def papers_of(documents: Sequence[Document]) -> tuple[Paper, ...]:
    """The papers with labels that tell them apart: page numbers where a file holds several."""
    shared = [d.file for d in documents]
    return tuple(Paper(d, _label(d, several=shared.count(d.file) > 1)) for d in documents)


def _label(document: Document, *, several: bool) -> str:
    name = KIND_NAMES[document.kind]
    where = document.file
    if several and document.pages:
        first, last = document.pages[0].number, document.pages[-1].number
        where += f" 第 {first} 页" if first == last else f" 第 {first}–{last} 页"
    return f"{name}（{where}）"


def labels(papers: Iterable[Paper]) -> str:
    """Several papers in one sentence."""
    return "、".join(dict.fromkeys(paper.label for paper in papers))


def kind_names(kinds: Iterable[DocumentKind]) -> str:
    """Several kinds in one sentence: 出院小结、住院病案首页或门诊病历."""
    names = [KIND_NAMES[kind] for kind in kinds]
    return names[0] if len(names) == 1 else "、".join(names[:-1]) + "或" + names[-1]
