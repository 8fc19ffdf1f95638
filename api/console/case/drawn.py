"""What is drawn over the pages: fields, seals, signatures, faces, codes, each once, with the checks that rest
on it.

Boxes are in pixels of the upright page image, as the page shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from api.words import FIELDS, OUTCOME_ORDER, OUTCOMES, PLACES, check_name
from intake.reviewing.review_view import PageView
from ocr.types import Box, Document
from validators.verdict import CheckResult, Evidence, Outcome

MARGIN: Final = 5
"""Pixels left free between what is marked and its box."""
_ROLES: Final = {"physician": "医师签名处", "applicant": "申请人签名处", "agent": "代办人签名处"}
_PRESENT: Final = {True: "有签名", False: "未签名", None: "看不清是否签名"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One box. ``sort``: ``field``, ``seal``, ``signature``, ``face``, ``code`` or ``handwriting``;
    ``outcome``: the worst of its checks, ``None`` where none rests on it."""

    id: str
    sort: str
    x: int
    y: int
    width: int
    height: int
    outcome: Outcome | None
    checks: tuple[int, ...]
    label: str


@dataclass(slots=True)
class _Found:
    sort: str
    label: str
    checks: list[int] = field(default_factory=list)


_Place = tuple[str, int]
_Spot = tuple[int, int, int, int]


class Places:
    """Where everything of a verdict stands: ids of pages (``p1`` …) and of boxes (``b1`` …)."""

    def __init__(
        self, pages: Sequence[PageView], documents: Sequence[Document], checks: Sequence[CheckResult]
    ) -> None:
        self._pages = {(page.file, page.page): f"p{count}" for count, page in enumerate(pages, 1)}
        self._found: dict[tuple[_Place, _Spot], _Found] = {}
        self._checks = checks
        for document in documents:
            for page, box, sort, label in _marks(document):
                self._add(document.file, page, box, sort, label)
        for number, check in enumerate(checks, 1):
            for one in check.evidence:
                if one.page and one.box:
                    self._add(one.file, one.page, one.box, *_sort(one)).checks.append(number)
        self._ids = {key: f"b{count}" for count, key in enumerate(self._found, 1)}

    def page_of(self, file: str, page: int | None) -> str | None:
        """The page's id; of a file as a whole its first page's. ``None`` where there is no picture."""
        if page:
            return self._pages.get((file, page))
        return next((one for (name, _), one in self._pages.items() if name == file), None)

    def box_of(self, file: str, page: int | None, box: Box | None) -> str | None:
        """The box's id, ``None`` where nothing is drawn."""
        if not page or not box or (file, page) not in self._pages:
            return None
        return self._ids.get(((file, page), _spot(box)))

    def drawn(self) -> Mapping[str, tuple[Drawn, ...]]:
        """The boxes by page; what checks rest on comes last, above the others."""
        by_page: dict[str, list[Drawn]] = {one: [] for one in self._pages.values()}
        for (place, spot), found in self._found.items():
            if page := self._pages.get(place):
                by_page[page].append(self._one(self._ids[place, spot], spot, found))
        return {page: tuple(sorted(boxes, key=_layer)) for page, boxes in by_page.items()}

    def _one(self, box_id: str, spot: _Spot, found: _Found) -> Drawn:
        checks = tuple(dict.fromkeys(found.checks))
        results = [self._checks[number - 1] for number in checks]
        outcome = min((one.outcome for one in results), key=OUTCOME_ORDER.index, default=None)
        told = "；".join(dict.fromkeys(f"{check_name(one)}{OUTCOMES[one.outcome]}" for one in results))
        x0, y0, x1, y1 = spot
        return Drawn(
            id=box_id,
            sort=found.sort,
            x=x0 - MARGIN,
            y=y0 - MARGIN,
            width=x1 - x0 + 2 * MARGIN,
            height=y1 - y0 + 2 * MARGIN,
            outcome=outcome,
            checks=checks,
            label=f"{found.label}（{told}）" if told else found.label,
        )

    def _add(self, file: str, page: int, box: Box, sort: str, label: str) -> _Found:
        return self._found.setdefault(((file, page), _spot(box)), _Found(sort, label))


def _spot(box: Box) -> _Spot:
    x0, y0, x1, y1 = (round(edge) for edge in box)
    return x0, y0, x1, y1


def _layer(one: Drawn) -> tuple[bool, int]:
    """Big boxes lie under small ones, so that each can be clicked."""
    return bool(one.checks), -one.width * one.height


def _sort(evidence: Evidence) -> tuple[str, str]:
    name = evidence.field or ""
    return name if name in ("seal", "signature", "face") else "field", PLACES.get(name, name) or "依据"


def _marks(document: Document) -> Iterator[tuple[int, Box, str, str]]:
    for name, values in document.fields.items():
        for one in values:
            yield one.page, one.box, "field", FIELDS.get(name, name)
    for seal in document.marks.seals:
        yield seal.page, seal.box, "seal", f"印章：{seal.text}" if seal.text else "印章"
    for signature in document.marks.signatures:
        place = _ROLES.get(signature.role, "签名处")
        yield signature.page, signature.box, "signature", f"{place}：{_PRESENT[signature.present]}"
    for face in document.marks.faces:
        yield face.page, face.box, "face", "人脸"
    for code in document.marks.barcodes:
        yield code.page, code.box, "code", "条码或二维码"
    for hand in document.marks.handwriting:
        yield hand.page, hand.box, "handwriting", "手写，未采信，请人工辨认"
