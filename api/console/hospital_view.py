"""What the hospital's pages show: batches in a list, and the cases of one in a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from api.words import plain
from intake.batch_lines import BatchLine, BatchLines, Pile
from intake.batch_views import BatchView
from ocr.values.id_number import mask

PILES: Final = {
    Pile.MEND: "需要补正",
    Pile.REFUSED: "没有受理",
    Pile.READING: "正在识别",
    Pile.REVIEW: "等待审核",
    Pile.DONE: "已办结",
}
"""Piles in the order in which a hospital looks at them."""
_MOVING: Final = frozenset({"queued", "running"})


@dataclass(frozen=True, slots=True)
class PileTab:
    """One pile to choose; ``key`` empty: all."""

    key: str
    title: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table, ready to be shown. ``mends``: its hospital has something to do."""

    number: int
    label: str
    name: str
    id_number: str
    state: str
    route: str | None
    case_id: str | None
    case_no: str | None
    said: tuple[str, ...]
    mends: bool


@dataclass(frozen=True, slots=True)
class BatchPage:
    """One batch: how far it is, its piles and a stretch of its table. ``moving``: more comes by itself."""

    view: BatchView
    tabs: tuple[PileTab, ...]
    lines: tuple[Line, ...]
    total: int
    read: int
    moving: bool
    problems: tuple[str, ...]
    pile: str
    skip: int
    more: bool


def batch_page(view: BatchView, found: BatchLines, pile: Pile | None, skip: int) -> BatchPage:
    """The batch for the page."""
    reading = found.counts[Pile.READING]
    total = sum(found.counts.values())
    tabs = [PileTab("", "全部", total, pile is None)]
    tabs += [PileTab(one, words, found.counts[one], pile is one) for one, words in PILES.items()]
    return BatchPage(
        view=view,
        tabs=tuple(tab for tab in tabs if tab.count or tab.chosen or not tab.key),
        lines=tuple(_line(one) for one in found.lines),
        total=max(total, view.stated or 0),
        read=total - reading,
        moving=view.state in _MOVING or reading > 0,
        problems=problem_words(view),
        pile=pile or "",
        skip=skip,
        more=found.more,
    )


def problem_words(view: BatchView) -> tuple[str, ...]:
    """What is wrong with a batch as a whole, in sentences."""
    return tuple(plain(f"{one['message'].rstrip('。')}。{one['remedy']}") for one in view.problems)


def _line(line: BatchLine) -> Line:
    mends = line.state == "returned" or (line.state == "checked" and line.route == "needs_correction")
    return Line(
        number=line.number if line.row else 0,
        label=plain(line.label),
        name=plain(line.name),
        id_number=mask(line.id_number) if line.id_number else "",
        state=line.state,
        route=line.route,
        case_id=line.case_id,
        case_no=line.case_no,
        said=_said(line.reasons or line.corrections),
        mends=mends,
    )


def _said(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(one) for one in sentences))
