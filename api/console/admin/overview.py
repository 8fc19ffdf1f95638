"""``/console/admin``: the service at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response

from api.console.admin.frame import PREFIX, show
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.operating.glance import Glance, glance
from intake.operating.health import Health

router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
_GIGABYTE: Final = 1024**3
_ROOM: Final = 4
"""Less room than so many times the least is shown as running low."""
_PARTS: Final[Mapping[str, str]] = {
    "database": "数据库",
    "broker": "消息服务",
    "vault": "原件存放",
    "sweeper": "清扫进程",
    "precheck_workers": "即时预检进程",
    "case_workers": "案件识别进程",
    "bulk_workers": "批量识别进程",
}
_KINDS: Final[Mapping[str, str]] = {
    "sweeper": "sweeper",
    "precheck_workers": "precheck",
    "case_workers": "cases",
    "bulk_workers": "bulk",
}
QUEUES: Final[Mapping[str, str]] = {"cases": "逐件", "bulk": "批量"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the service and whether it answers; ``note`` says what it is, or how many there are."""

    name: str
    well: bool
    note: str


@router.get("")
def page(
    request: Request, service: Serving, seat: Annotated[Seat, may_open("administration.view")]
) -> Response:
    """Parts, queues, room; what is wrong first."""
    health: Health = request.app.state.health
    told = glance(service, seat.actor)
    parts = tuple(_part(name, well, told) for name, well in health.parts().items())
    return show(
        request,
        "overview",
        seat,
        told=told,
        parts=sorted(parts, key=lambda part: part.well),
        well=all(part.well for part in parts),
        queues=QUEUES,
        free=f"{told.free_bytes / _GIGABYTE:.1f} GB",
        room=_room(told),
    )


def _part(name: str, well: bool, told: Glance) -> Part:
    notes = {"database": told.database, "vault": {"folder": "本机文件夹", "s3": "对象存储"}[told.vault]}
    if name in _KINDS and told.processes is not None:
        notes[name] = f"{told.processes.get(_KINDS[name], 0)} 个"
    return Part(_PARTS[name], well, notes.get(name, ""))


def _room(told: Glance) -> str:
    """How the disk stands: ``good``, ``doubt`` (running low) or ``bad`` (nothing comes in any more)."""
    if told.free_bytes < told.least_bytes:
        return "bad"
    return "doubt" if told.free_bytes < told.least_bytes * _ROOM else "good"
