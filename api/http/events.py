"""``/v1/cases/{id}/events``: server-sent events of a case, until it is decided."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Header, Request, Response
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from api.http.auth import Serving, check_still, may
from api.http.shapes.case import CaseAnswer, answer_of
from api.http.shapes.problem import problems
from api.http.state import CaseId
from api.http.watching import STANDING_SECONDS, Watching
from intake import cases
from intake.actors import Actor
from intake.case_views import CaseView
from intake.lifecycle import State
from intake.refusals import Refused
from intake.service import Service

router = APIRouter(prefix="/v1/cases", tags=["案件"])
HEARTBEAT_SECONDS: Final = 15
LONGEST_SECONDS: Final = 1800.0
"""Then the stream ends, the client comes back by itself, and its key is looked at again."""
_RETRY_MS: Final = 3000
_REVISION: Final = re.compile(r"[0-9]{1,15}")
_ENDED: Final = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})


@router.get(
    "/{case_id}/events",
    summary="案件状态推送（SSE）",
    response_class=EventSourceResponse,
    responses={
        200: {
            "description": "事件流。每个事件名为 `case`，`id` 为 revision，`data` 与案件情况的 JSON 相同",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        },
        204: {"description": "案件已办结，且最后的状态已经收到过，不必再连"},
        **problems(404),
    },
)
async def case_events(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("case.view")],
    case_id: CaseId,
    last_event_id: Annotated[
        str | None, Header(alias="Last-Event-ID", description="断线前收到的最后一个事件的 id")
    ] = None,
) -> Response:
    """立即推送案件当前情况，此后每次变化推送一次，直到办结或撤回。每 15 秒有一次心跳。

    连接最长 30 分钟，之后请重连（浏览器的 EventSource 会自动重连，并带上 `Last-Event-ID`）。
    """
    watching: Watching = request.app.state.watching
    owner = actor.client_id or actor.id
    watching.check_room(owner)
    view = await run_in_threadpool(cases.view, service, actor, case_id)
    seen = int(last_event_id) if last_event_id and _REVISION.fullmatch(last_event_id) else 0
    if State(view.state) in _ENDED and seen >= view.revision:
        return Response(status_code=204)
    return EventSourceResponse(
        _told(Watcher(request, service, actor, watching), view, seen),
        ping=HEARTBEAT_SECONDS,
        send_timeout=30,
        sep="\n",
    )


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who watches, and by what right."""

    request: Request
    service: Service
    actor: Actor
    watching: Watching

    async def woken(self, bell: asyncio.Event, ends: float) -> bool:
        """Wait for the bell; whether to go on. The right to watch is looked at every few seconds, and once
        more before anything is told."""
        headers = self.request.headers
        credential = headers.get("authorization") or headers.get("cookie", "")
        while (left := ends - time.monotonic()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(min(left, STANDING_SECONDS)):
                    await bell.wait()
            if not await self.watching.stands(credential, partial(check_still, self.request, self.service)):
                return False
            if bell.is_set():
                return True
        return False


async def _told(watch: Watcher, view: CaseView, seen: int) -> AsyncIterator[ServerSentEvent]:
    service, actor = watch.service, watch.actor
    last = answer_of(view, actor) if seen >= view.revision else None
    ends = time.monotonic() + LONGEST_SECONDS
    with watch.watching.bell(view.id, actor.client_id or actor.id) as bell:
        while True:
            answer = answer_of(view, actor)
            if answer != last:
                last = answer
                yield _event(answer)
            if State(view.state) in _ENDED:
                return
            if not await watch.woken(bell, ends):
                return
            bell.clear()
            try:
                view = await run_in_threadpool(cases.view, service, actor, view.id)
            except Refused:  # it is no longer theirs to see
                return


def _event(answer: CaseAnswer) -> ServerSentEvent:
    return ServerSentEvent(
        answer.model_dump_json(), event="case", id=str(answer.revision), retry=_RETRY_MS, sep="\n"
    )
