"""The papers of a case: their pages as thumbnails, what was read from each, and what a person corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.console.case.checks import CheckView, Show
from api.console.case.drawn import Drawn, Places
from api.words import FIELDS, FINDINGS, VALUES, refusal_words, shown
from intake.judge import Corrected
from intake.paper_places import place_of
from intake.reviewing.field_values import FIELDS as CORRECTABLE
from intake.reviewing.field_values import SEVERAL, demand
from intake.reviewing.review_view import PageView, ReviewedCase
from ocr.types import KIND_NAMES, Document, Field, Source

_SOURCES = {
    Source.OCR: "图像识别",
    Source.TEXT_LAYER: "文件自带文字",
    Source.BARCODE: "条码",
    Source.REVIEWER: "人工更正",
}
_NUMBERS = frozenset({"id_number", "agent_id_number", "phone", "card_number"})
"""Fields whose shown value may be masked: it must not come back as the value."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as a picture. ``kinds``: the papers on it; ``open_checks``: how many checks of it are open."""

    id: str
    file_id: str
    file: str
    number: int
    width: int
    height: int
    address: str
    kinds: str
    findings: tuple[str, ...]
    open_checks: int
    boxes: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of a paper. ``written`` is what the box for correcting begins with, one value a line;
    ``by``, ``at`` and ``read``: who corrected it, when, and what had been read; ``choices``: the values there
    may be, where they are few; ``demand``: what a value must be; ``alone``: a correction leaves this value
    alone of several."""

    name: str
    label: str
    value: str
    raw: str
    written: str
    confidence: int | None
    source: str
    page: int
    box: str | None
    sheet: str | None
    correctable: bool
    several: bool
    by: str
    at: dt.datetime | None
    read: str
    choices: tuple[tuple[str, str], ...]
    demand: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Addable:
    """A field that was not read and may be written in."""

    name: str
    label: str
    several: bool
    demand: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper. ``place``: which of the papers on its page it is, from 1."""

    id: str
    file_id: str
    file: str
    kind: str
    page: int
    place: int
    sheet: str | None
    refused: str
    fields: tuple[FieldView, ...]
    addable: tuple[Addable, ...]


def sheets_of(
    found: ReviewedCase, places: Places, checks: Sequence[CheckView], show: Show
) -> tuple[Sheet, ...]:
    """Every page there is a picture of, in the order of the files."""
    drawn = places.drawn()
    wanting = {one.number for one in checks if one.wanting and not one.advisory}
    documents = found.verdict.documents if found.verdict else ()
    sheets = []
    for count, page in enumerate(found.pages, 1):
        boxes = drawn.get(f"p{count}", ())
        here = [one for one in documents if one.file == page.file and _page_of(one, page.page)]
        sheets.append(
            Sheet(
                id=f"p{count}",
                file_id=page.file_id,
                file=show(page.file),
                number=page.page,
                width=page.width,
                height=page.height,
                address=image_address(found.view.id, page),
                kinds=" / ".join(dict.fromkeys(KIND_NAMES[one.kind] for one in here)),
                findings=tuple(_findings(here, page.page)),
                open_checks=len(wanting & {number for box in boxes for number in box.checks}),
                boxes=boxes,
            )
        )
    return tuple(sheets)


def image_address(case_id: str, page: PageView) -> str:
    """The audited way to a page's picture."""
    return f"/v1/review/cases/{case_id}/files/{page.file_id}/pages/{page.page}.jpg"


def papers_of(found: ReviewedCase, places: Places, show: Show) -> tuple[PaperView, ...]:
    """Every paper with its fields, in the verdict's order."""
    if found.verdict is None:
        return ()
    ids = {one.name: one.id for one in found.view.files}
    return tuple(
        _paper(f"paper-{count}", document, ids.get(document.file, ""), found, places, show)
        for count, document in enumerate(found.verdict.documents, 1)
    )


def _page_of(document: Document, number: int) -> bool:
    return any(page.number == number for page in document.pages)


def _findings(documents: Sequence[Document], number: int) -> Iterator[str]:
    pages = [page for one in documents for page in one.pages if page.number == number]
    yield from dict.fromkeys(FINDINGS[finding] for page in pages for finding in page.quality.findings)


def _paper(
    paper_id: str, document: Document, file_id: str, found: ReviewedCase, places: Places, show: Show
) -> PaperView:
    page = document.pages[0].number if document.pages else 1
    documents = found.verdict.documents if found.verdict else ()
    corrected = {one.field: one for one in found.corrections if one.is_of(document, documents)}
    named = [name for name in (*FIELDS, *document.fields) if name in document.fields or name in corrected]
    fields = tuple(
        field
        for name in dict.fromkeys(named)
        for field in _fields(name, document, corrected, found, places, show)
    )
    there = {one.name for one in fields}
    return PaperView(
        id=paper_id,
        file_id=file_id,
        file=show(document.file),
        kind=KIND_NAMES[document.kind],
        page=page,
        place=place_of(document, documents, page),
        sheet=places.page_of(document.file, page),
        refused=refusal_words(document) or "",
        fields=fields,
        addable=tuple(
            Addable(one, FIELDS[one], one in SEVERAL, demand(one), choices_of(one))
            for one in FIELDS
            if one in CORRECTABLE and one not in there
        ),
    )


def _fields(
    name: str,
    document: Document,
    corrected: Mapping[str, Corrected],
    found: ReviewedCase,
    places: Places,
    show: Show,
) -> Iterator[FieldView]:
    values = document.fields.get(name, ())
    change = corrected.get(name)
    joined = (values,) if name in SEVERAL and values else tuple((one,) for one in values) or ((),)
    for group in joined:
        yield _field(name, group, change, document, found, places, show)


def _field(
    name: str,
    group: Sequence[Field],
    change: Corrected | None,
    document: Document,
    found: ReviewedCase,
    places: Places,
    show: Show,
) -> FieldView:
    first = group[0] if group else None
    page = first.page if first else document.pages[0].number if document.pages else 1
    hidden = name in _NUMBERS and not found.unmasked
    known = [one.confidence for one in group if one.confidence is not None]
    return FieldView(
        name=name,
        label=FIELDS.get(name, name),
        value="；".join(show(shown(name, one.value)) for one in group),
        raw=show("；".join(one.raw for one in group)),
        written="" if hidden else "\n".join(str(one.value) for one in group),
        confidence=round(min(known) * 100) if known and first and first.source is Source.OCR else None,
        source=_SOURCES[first.source] if first else _SOURCES[Source.REVIEWER],
        page=page,
        box=places.box_of(document.file, page, first.box) if first else None,
        sheet=places.page_of(document.file, page),
        correctable=name in CORRECTABLE,
        several=name in SEVERAL,
        by=found.names.get(change.person_id, "") if change else "",
        at=change.at if change else None,
        read="；".join(show(shown(name, one)) for one in change.read or ()) if change else "",
        choices=choices_of(name),
        demand=demand(name) if name in CORRECTABLE else "",
        alone=name not in SEVERAL and len(document.fields.get(name, ())) > 1,
    )


def choices_of(name: str) -> tuple[tuple[str, str], ...]:
    """The values a field may have, with their names, where they are few."""
    return tuple(VALUES.get(name, {}).items()) or _CHOICES.get(name, ())


_CHOICES = {"sex": (("男", "男"), ("女", "女"))}
