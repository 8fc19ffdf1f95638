"""``/console/admin/webhooks``: what is told to portals, what came of it, and telling it again."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Form, Query, Request, Response

from api.console.admin.frame import PREFIX, Wrong, faults_of, onward, show
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.webhooks import EndpointId
from intake.case_requests import HERE
from intake.delivering import webhook_oversight as oversight
from intake.delivering import webhook_replay
from intake.delivering.webhook_schedule import DeliveryState
from intake.refusals import Refused
from intake.refusals.webhooks import NO_SUCH_EVENT
from intake.service import Service

WEBHOOKS: Final = f"{PREFIX}/webhooks"
router = APIRouter(prefix=WEBHOOKS, include_in_schema=False, route_class=SeatFirst)
Overseer = Annotated[Seat, may_open("webhook.oversee")]
_Word = Annotated[str, Query(max_length=40)]
EVENTS: Final = {
    "case.received": "已受理",
    "case.checked": "已核对",
    "case.returned": "已退回",
    "case.decided": "已办结",
    "webhook.test": "测试",
}
TROUBLES: Final = {
    "address": "网址指向不能推送的地址",
    "name": "域名无法解析",
    "connect": "连接不上",
    "tls": "证书无效",
    "timeout": "未在时限内答复",
    "protocol": "答复不合规范",
    "status": "答复不是成功",
    "lost": "推送进程中断，结果不明",
    "disabled": "推送地址已停用",
}


@router.get("")
def page(request: Request, service: Serving, seat: Overseer) -> Response:
    """Every endpoint, by owner, with how its deliveries fare."""
    return show(request, "webhooks", seat, found=oversight.overseen(service, seat.actor), **_names())


@router.get("/{endpoint_id}")
def log(
    request: Request,
    service: Serving,
    seat: Overseer,
    endpoint_id: EndpointId,
    state: _Word = "",
    before: Annotated[str, Query(pattern=r"^([0-9a-f]{32})?$")] = "",
) -> Response:
    """The deliveries of one endpoint, newest first, and the forms to send again."""
    return _log_page(request, service, seat, endpoint_id, state=state, before=before)


@router.post("/{endpoint_id}/test")
def send_test(service: Serving, seat: Overseer, endpoint_id: EndpointId) -> Response:
    """An event of no case, to see whether it arrives."""
    webhook_replay.send_test(service, seat.actor, endpoint_id)
    return onward(f"{WEBHOOKS}/{endpoint_id}", "test-sent")


@router.post("/{endpoint_id}/replay")
def replay(
    service: Serving,
    seat: Overseer,
    endpoint_id: EndpointId,
    event: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """One event again."""
    if len(event) != 32:
        raise Refused(NO_SUCH_EVENT)
    webhook_replay.replay_event(service, seat.actor, endpoint_id, event)
    return onward(f"{WEBHOOKS}/{endpoint_id}", "replayed")


@router.post("/{endpoint_id}/replay-span")
def replay_span(
    request: Request,
    service: Serving,
    seat: Overseer,
    endpoint_id: EndpointId,
    since: Annotated[str, Form(max_length=40)] = "",
    until: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """What happened within a time, again."""
    asked, wrong = {"since": since, "until": until}, Wrong()
    moments = [_moment(name, value, wrong) for name, value in asked.items()]
    if moments[0] and moments[1] and moments[0] >= moments[1]:
        wrong["until"] = "结束时间须晚于开始时间。"
    elif moments[0] and moments[1]:
        try:
            count = webhook_replay.replay_span(service, seat.actor, endpoint_id, moments[0], moments[1])
        except Refused as refused:
            fault = faults_of(refused)[0]
            wrong["until"] = fault.message + fault.remedy
        else:
            return onward(f"{WEBHOOKS}/{endpoint_id}", "span-replayed" if count else "none-replayed")
    return _log_page(request, service, seat, endpoint_id, asked=asked, wrong=wrong, status=422)


def _log_page(
    request: Request,
    service: Service,
    seat: Seat,
    endpoint_id: str,
    *,
    state: str = "",
    before: str = "",
    asked: dict[str, str] | None = None,
    wrong: Wrong | None = None,
    status: int = 200,
) -> Response:
    wanted = next((one for one in DeliveryState if one.value == state), None)
    found = oversight.delivery_log(service, seat.actor, endpoint_id, state=wanted, cursor=before or None)
    here = f"{WEBHOOKS}/{endpoint_id}"
    given = {"state": wanted.value} if wanted else {}
    older = f"{here}?{urlencode(given | {'before': found.page.next})}" if found.page.next else ""
    return show(
        request,
        "webhook",
        seat,
        status=status,
        one=oversight.one_overseen(service, seat.actor, endpoint_id),
        log=found,
        here=here,
        state=wanted.value if wanted else "",
        newest=f"{here}?{urlencode(given)}" if before else "",
        older=older,
        asked=asked or {"since": "", "until": ""},
        wrong=wrong or Wrong(),
        **_names(),
    )


def shown_address(url: str) -> str:
    """An address without what stands behind its path, which may be a token of the portal's.

    >>> shown_address("https://portal.example/hooks?token=1")
    'https://portal.example/hooks?…'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}{'?…' if parts.query else ''}"


def _moment(name: str, written: str, wrong: Wrong) -> dt.datetime | None:
    """A moment as the browser's field writes it, in China's time."""
    try:
        return dt.datetime.fromisoformat(written).replace(tzinfo=HERE)
    except ValueError:
        wrong[name] = "请填写日期和时间。"
        return None


def _names() -> dict[str, Any]:
    return {"events": EVENTS, "troubles": TROUBLES, "shown_address": shown_address}
