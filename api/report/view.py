"""A verdict and its page images → what the report's template prints. Personal numbers are masked."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.titles import policy_title
from api.words import (
    FINDINGS,
    OUTCOME_ORDER,
    OUTCOMES,
    ROUTES,
    check_name,
    field_rows,
    place_words,
    plain,
    refusal_words,
)
from ocr.types import KIND_NAMES, Box, Document, Page
from validators.verdict import CheckResult, Outcome, Verdict

if TYPE_CHECKING:
    from intake.pipeline import PageImage

MARGIN = 6
"""Pixels of the page left free between a value and the box drawn around it."""
SYMBOLS = {Outcome.UNMET: "✕", Outcome.UNKNOWN: "?", Outcome.MET: "✓", Outcome.NOT_APPLICABLE: "–"}
_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A link from a check to where its evidence stands; ``href`` is ``None`` where nothing is shown."""

    words: str
    href: str | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check on the list; ``number`` counts from 1 in the order of the verdict."""

    number: int
    name: str
    outcome: Outcome
    code: str
    message: str
    remedy: str | None
    clause: str
    advisory: bool
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class BoxView:
    """A rectangle over a page image, in pixels of the page; ``checks`` are the numbers it belongs to."""

    anchor: str
    x: int
    y: int
    width: int
    height: int
    outcome: Outcome
    checks: tuple[int, ...]
    title: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page with its picture (a ``data:`` address, ``None`` where there is none) and its boxes."""

    anchor: str
    number: int
    width: int
    height: int
    picture: str | None
    findings: str
    boxes: tuple[BoxView, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: its name, what it is, what was read from it, and its pages."""

    anchor: str
    file: str
    kind: str
    refused: str | None
    fields: tuple[tuple[str, str], ...]
    pages: tuple[PageView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The checks of one outcome."""

    outcome: Outcome
    symbol: str
    title: str
    checks: tuple[CheckView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything the template prints."""

    case: str
    policy: str
    version: str
    route: str
    route_words: str
    digest: str
    groups: tuple[GroupView, ...]
    corrections: tuple[str, ...]
    papers: tuple[PaperView, ...]


def report_view(verdict: Verdict, images: Iterable[PageImage]) -> ReportView:
    """Lay out one verdict; pages without an image are listed without one."""
    pictures = {(image.file, image.page): image for image in images}
    boxes = _boxes(verdict.checks)
    papers = tuple(
        _paper(number, document, pictures, boxes) for number, document in enumerate(verdict.documents, 1)
    )
    links = _links(verdict.documents, {place: drawn for place, drawn in boxes.items() if place in pictures})
    checks = [_check(number, check, links) for number, check in enumerate(verdict.checks, 1)]
    return ReportView(
        case=plain(verdict.case),
        policy=f"{policy_title(verdict.policy)} {verdict.policy.id}",
        version=verdict.policy.version,
        route=verdict.route.value,
        route_words=ROUTES[verdict.route],
        digest=verdict.digest,
        groups=tuple(_groups(checks)),
        corrections=tuple(plain(correction.message) for correction in verdict.corrections),
        papers=papers,
    )


def _groups(checks: Sequence[CheckView]) -> Iterable[GroupView]:
    for outcome in OUTCOME_ORDER:
        members = tuple(check for check in checks if check.outcome is outcome)
        if members:
            yield GroupView(outcome, SYMBOLS[outcome], OUTCOMES[outcome], members)


def _boxes(checks: Sequence[CheckResult]) -> dict[_Place, dict[Box, BoxView]]:
    """One box a place on a page, whichever checks rest on it; the worst outcome gives its colour."""
    owners: dict[tuple[_Place, Box], list[int]] = {}
    for number, check in enumerate(checks, 1):
        for evidence in check.evidence:
            if evidence.page and evidence.box:
                numbers = owners.setdefault(((evidence.file, evidence.page), evidence.box), [])
                if number not in numbers:
                    numbers.append(number)
    boxes: dict[_Place, dict[Box, BoxView]] = {}
    for count, ((place, box), numbers) in enumerate(owners.items(), 1):
        boxes.setdefault(place, {})[box] = _box(f"box-{count}", box, numbers, checks)
    return boxes


def _box(anchor: str, box: Box, numbers: Sequence[int], checks: Sequence[CheckResult]) -> BoxView:
    results = [checks[number - 1] for number in numbers]
    outcome = min((result.outcome for result in results), key=OUTCOME_ORDER.index)
    title = "；".join(
        dict.fromkeys(f"{check_name(result)}：{OUTCOMES[result.outcome]}" for result in results)
    )
    x0, y0, x1, y1 = (round(edge) for edge in box)
    width, height = x1 - x0 + 2 * MARGIN, y1 - y0 + 2 * MARGIN
    return BoxView(anchor, x0 - MARGIN, y0 - MARGIN, width, height, outcome, tuple(numbers), title)


def _links(
    documents: Sequence[Document], boxes: Mapping[_Place, Mapping[Box, BoxView]]
) -> dict[tuple[str, int | None, Box | None], str]:
    """Where each piece of evidence is shown: its box, else its page, else its paper."""
    links: dict[tuple[str, int | None, Box | None], str] = {}
    for number, document in enumerate(documents, 1):
        links.setdefault((document.file, None, None), f"#paper-{number}")
        for page in document.pages:
            links[document.file, page.number, None] = f"#{_page_anchor(number, page)}"
            for box, view in boxes.get((document.file, page.number), {}).items():
                links[document.file, page.number, box] = f"#{view.anchor}"
    return links


def _check(
    number: int, check: CheckResult, links: Mapping[tuple[str, int | None, Box | None], str]
) -> CheckView:
    places = []
    for evidence in check.evidence:
        steps = (
            (evidence.file, evidence.page, evidence.box),
            (evidence.file, evidence.page, None),
            (evidence.file, None, None),
        )
        href = next((links[step] for step in steps if step in links), None)
        places.append(PlaceView(place_words(evidence), href))
    return CheckView(
        number=number,
        name=check_name(check),
        outcome=check.outcome,
        code=check.code,
        message=plain(check.message),
        remedy=plain(check.remedy) if check.remedy and check.outcome is not Outcome.MET else None,
        clause=plain(check.clause),
        advisory=check.advisory,
        places=tuple(dict.fromkeys(places)),
    )


def _paper(
    number: int,
    document: Document,
    pictures: Mapping[_Place, PageImage],
    boxes: Mapping[_Place, Mapping[Box, BoxView]],
) -> PaperView:
    pages = []
    for page in document.pages:
        place = (document.file, page.number)
        drawn = tuple(boxes.get(place, {}).values())
        pages.append(_page(_page_anchor(number, page), page, pictures.get(place), drawn))
    return PaperView(
        anchor=f"paper-{number}",
        file=plain(document.file),
        kind=KIND_NAMES[document.kind],
        refused=refusal_words(document),
        fields=tuple((name, value) for name, value, _ in field_rows(document)),
        pages=tuple(pages),
    )


def _page(anchor: str, page: Page, image: PageImage | None, boxes: tuple[BoxView, ...]) -> PageView:
    picture = None
    if image is not None:
        picture = "data:image/jpeg;base64," + base64.b64encode(image.jpeg).decode("ascii")
    findings = "、".join(FINDINGS[finding] for finding in page.quality.findings)
    return PageView(anchor, page.number, page.width, page.height, picture, findings, boxes)


def _page_anchor(paper: int, page: Page) -> str:
    return f"page-{paper}-{page.number}"
