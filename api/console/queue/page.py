"""``/console/queue``: the piles, what they are narrowed to, and the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request, Response

from api.console.pages import is_partial, render
from api.console.queue.address import PAGE_ROWS, PREFIX, Look, Looking
from api.console.queue.choices import Choice, chips_of, choices_of
from api.console.queue.piles import PILES, SORTS
from api.console.queue.rows import Row, row_of
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.faults import Fault
from intake.reviewing import review_queue
from intake.reviewing.queue_choices import found_codes
from intake.reviewing.review_queue import Pile
from intake.reviewing.saved_views import View, saved_views
from intake.service import Service
from intake.watch import queue_mark

router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("review.view")]


@dataclass(frozen=True, slots=True)
class Tab:
    """A pile with its count; ``None``: it is not counted."""

    key: str
    title: str
    icon: str
    address: str
    count: int | None
    current: bool
    hint: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The part of the page that changes as the queue does."""

    look: Look
    mark: str
    tabs: tuple[Tab, ...]
    rows: tuple[Row, ...]
    sorts: tuple[tuple[str, str, bool], ...]
    chips: tuple[Choice, ...]
    views: tuple[View, ...]
    later: str | None
    empty: tuple[str, str, str]

    @property
    def words(self) -> str:
        """Which rows these are."""
        first = self.look.start
        return f"第 {first}–{first + len(self.rows) - 1} 件" if self.rows else ""


@router.get("")
def page(request: Request, service: Serving, seat: Viewer, look: Looking) -> Response:
    """The queue; to htmx only the part that changes."""
    listed = listed_of(service, seat, look)
    if is_partial(request):
        return render(request, "queue/list.html.j2", seat, listed=listed)
    return whole_page(request, service, seat, listed)


@router.get("/filters")
def filters(request: Request, service: Serving, seat: Viewer, look: Looking) -> Response:
    """The form that narrows; asked for when it is opened, since its lists are long."""
    groups = choices_of(seat.actor, found_codes(service, seat.actor))
    return render(request, "queue/filters.html.j2", seat, look=look, groups=groups)


def whole_page(
    request: Request,
    service: Service,
    seat: Seat,
    listed: Listed,
    *,
    typed: str = "",
    fault: Fault | None = None,
    status: int = 200,
) -> Response:
    """The queue with everything around it; ``fault`` is of the search for what was ``typed``."""
    return render(
        request,
        "queue/queue.html.j2",
        seat,
        listed=listed,
        typed=typed,
        fault=fault,
        may_claim=seat.may("case.claim"),
        may_save=seat.may("view.save"),
        status=status,
    )


def own_views(service: Service, seat: Seat) -> tuple[View, ...]:
    """The saved views of whoever may have some."""
    return saved_views(service, seat.actor) if seat.may("view.save") else ()


def listed_of(service: Service, seat: Seat, look: Look) -> Listed:
    """The rows and counts a look asks for."""
    mark = queue_mark(service.database)  # before the rows: a change in between is then told once more
    found = review_queue.queue(service, seat.actor, look.wanted, cursor=look.cursor, limit=PAGE_ROWS)
    days = service.settings.deadline_warning_days
    pile = look.wanted.pile
    empty = (PILES[pile].icon, PILES[pile].none, PILES[pile].hint)
    if look.narrowed:
        empty = ("filter", "没有符合条件的案件", "请减少筛选条件，或到“全部”中查找。")
    if look.wanted.who:
        empty = ("search", "没有找到", "姓名、身份证号须完整；其他地区的案件在这里查不到。")
    return Listed(
        look=look,
        mark=mark,
        tabs=_tabs(seat, look, found.counts),
        rows=tuple(row_of(one, seat.actor, near_days=days) for one in found.rows),
        sorts=tuple(
            (words, look.address(sort=sort), sort is look.wanted.sort) for sort, words in SORTS.items()
        ),
        chips=chips_of(look),
        views=own_views(service, seat),
        later=look.later(found.next) if found.next else None,
        empty=empty,
    )


def _tabs(seat: Seat, look: Look, counts: Mapping[Pile, int]) -> tuple[Tab, ...]:
    shown = [pile for pile in PILES if pile is not Pile.SECOND or seat.may("second_review.give")]
    if not seat.may("case.claim"):
        shown.remove(Pile.MINE)
    return tuple(
        Tab(
            key=pile,
            title=PILES[pile].title,
            icon=PILES[pile].icon,
            address=look.address(pile=pile),
            count=counts.get(pile),
            current=pile is look.wanted.pile,
            hint=PILES[pile].hint,
        )
        for pile in shown
    )
