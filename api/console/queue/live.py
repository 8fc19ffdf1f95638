"""``/console/queue/live``: tells an open page that the queue changed; it then asks for its rows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Annotated, Final

from fastapi import APIRouter, Header, Query, Request, Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.console.queue.address import PREFIX
from api.console.queue.page import Viewer
from api.console.seats import SeatFirst
from api.http.auth import Serving
from api.http.events import HEARTBEAT_SECONDS, LONGEST_SECONDS, Watcher
from api.http.watching import Watching
from intake.watch import QUEUE

router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
QUIET_SECONDS: Final = 3.0
"""Between two words to one page: while thousands of cases come in, it asks for its rows no oftener."""


@router.get("/live")
async def live(
    request: Request,
    service: Serving,
    seat: Viewer,
    mark: Annotated[str, Query(pattern=r"^[0-9a-f]{0,32}$")] = "",
    last_event_id: Annotated[str | None, Header(alias="Last-Event-ID")] = None,
) -> Response:
    """One event ``changed`` whenever a case took a step since ``mark``, which the page was drawn at. It says
    nothing of what changed: the page asks for what its person may see."""
    if not mark:
        return Response(status_code=204)
    watching: Watching = request.app.state.watching
    watching.check_room(seat.actor.id)
    watcher = Watcher(request, service, seat.actor, watching)
    return EventSourceResponse(
        _told(watcher, last_event_id or mark), ping=HEARTBEAT_SECONDS, send_timeout=30, sep="\n"
    )


async def _told(watcher: Watcher, seen: str) -> AsyncIterator[ServerSentEvent]:
    ends = time.monotonic() + LONGEST_SECONDS
    with watcher.watching.bell(QUEUE, watcher.actor.id) as bell:
        while await watcher.woken(bell, ends):
            bell.clear()
            mark = str(watcher.watching.mark(QUEUE))
            if mark == seen:
                continue
            seen = mark
            yield ServerSentEvent("", event="changed", id=mark, retry=3000, sep="\n")
            await asyncio.sleep(QUIET_SECONDS)
