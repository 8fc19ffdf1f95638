"""What the address of the queue says is wanted, and the addresses of the page's links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import Depends, Query

from intake.faults import Fault
from intake.refusals import Refused
from intake.refusals.http import INVALID
from intake.reviewing.queue_search import WHO, Who
from intake.reviewing.review_queue import Filter, Pile, Sort
from intake.reviewing.saved_views import KEPT

PREFIX: Final = "/console/queue"
PAGE_ROWS: Final = 50
NARROWING: Final = ("region", "policy", "disease", "channel", "hospital", "route", "finding", "who")
_NAME: Final = r"[^\x00-\x1f\x7f]{1,60}"
_SHAPES: Final = {
    "pile": "|".join(Pile),
    "region": r"[1-9]\d{5}",
    "policy": r"[a-z0-9-]{1,64}",
    "disease": _NAME,
    "channel": r"[a-z0-9-]{1,40}",
    "hospital": _NAME,
    "route": r"[a-z_]{1,40}",
    "finding": r"[A-Z0-9-]{1,40}",
    "who": WHO,
    "sort": "|".join(Sort),
    "cursor": r"[0-9a-f]{1,16}\.[0-9a-f]{32}",
}
_DEFAULTS: Final = {"pile": str(Pile.UNCLAIMED), "sort": str(Sort.WAITING)}
Asked = Annotated[str, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Look:
    """A page of the queue that is asked for; ``start`` is the number of its first row, from 1."""

    wanted: Filter
    cursor: str | None = None
    start: int = 1

    @property
    def values(self) -> dict[str, str]:
        """What narrows and orders, as it stands in an address; what goes without saying left out."""
        stated = {name: str(getattr(self.wanted, name) or "") for name in KEPT}
        return {name: value for name, value in stated.items() if value and value != _DEFAULTS.get(name)}

    @property
    def narrowed(self) -> bool:
        """Whether anything but the pile was asked for."""
        return any(name in self.values for name in NARROWING)

    def query(self, **changed: str | None) -> str:
        """The part of an address behind the ``?`` with some values changed; ``None`` takes one away."""
        values = {**self.values, **changed}
        return urlencode([(name, value) for name in KEPT if (value := values.get(name))])

    def address(self, **changed: str | None) -> str:
        """The address of a first page with some values changed."""
        query = self.query(**changed)
        return f"{PREFIX}?{query}" if query else PREFIX

    def later(self, cursor: str) -> str:
        """The address of the next page."""
        rest = urlencode({"cursor": cursor, "start": self.start + PAGE_ROWS})
        return f"{PREFIX}?{self.query()}&{rest}" if self.query() else f"{PREFIX}?{rest}"


def look_of(
    pile: Asked = "",
    region: Asked = "",
    policy: Asked = "",
    disease: Asked = "",
    channel: Asked = "",
    hospital: Asked = "",
    route: Asked = "",
    finding: Asked = "",
    who: Asked = "",
    sort: Asked = "",
    cursor: Asked = "",
    start: Annotated[int, Query(ge=1, le=10_000_000)] = 1,
) -> Look:
    """The look an address asks for; empty values as forms send them count as none. Raises ``Refused``."""
    given = {"pile": pile, "region": region, "policy": policy, "disease": disease.strip(), "channel": channel}
    given |= {"hospital": hospital.strip(), "route": route, "finding": finding, "who": who, "sort": sort}
    given["cursor"] = cursor
    wrong = [name for name, value in given.items() if value and not re.fullmatch(_SHAPES[name], value)]
    if wrong:
        raise Refused(INVALID, tuple(_fault(name) for name in wrong))
    narrowed = {name: given[name] or None for name in NARROWING if name != "who"}
    wanted = Filter(
        pile=Pile(given["pile"] or Pile.UNCLAIMED),
        sort=Sort(given["sort"] or Sort.WAITING),
        who=Who.of(who) if who else None,
        **narrowed,
    )
    return Look(wanted, cursor or None, start if cursor else 1)


def _fault(name: str) -> Fault:
    return Fault(INVALID.code, name, "网址中的筛选条件有误。", "请从审核队列重新筛选。")


Looking = Annotated[Look, Depends(look_of)]
