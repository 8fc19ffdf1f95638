"""``/v1/webhooks``: a portal's endpoints, their deliveries, and what is sent again."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Annotated, Final, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.http.auth import CallerFirst, Serving, may
from api.http.cases import next_link
from api.http.shapes.base import Id
from api.http.shapes.problem import problems
from api.http.shapes.webhook import (
    DeliveryAnswer,
    DeliveryList,
    EndpointAnswer,
    EndpointChange,
    EndpointList,
    EndpointSecret,
    NewEndpoint,
    Replay,
    Replayed,
    TestSent,
)
from intake.actors import Actor
from intake.delivering import webhook_endpoints as hooks
from intake.delivering import webhook_replay
from intake.delivering.webhook_endpoints import EndpointView, WithSecret
from intake.delivering.webhook_schedule import DeliveryState
from intake.refusals import Refused
from intake.refusals.http import UNAVAILABLE
from intake.refusals.webhooks import NO_SUCH_ENDPOINT, NO_SUCH_EVENT

router = APIRouter(prefix="/v1/webhooks", tags=["事件推送"], route_class=CallerFirst)

_MOST_WAITING: Final = 20
T = TypeVar("T")
_ID: Final = re.compile(r"[0-9a-f]{32}")


async def known_endpoint_id(endpoint_id: Annotated[Id, Path(description="推送地址的编号")]) -> str:
    """An id that can be one; any other is an endpoint that does not exist. Raises ``Refused``."""
    if not _ID.fullmatch(endpoint_id):
        raise Refused(NO_SUCH_ENDPOINT)
    return endpoint_id


EndpointId = Annotated[str, Depends(known_endpoint_id)]
Viewer = Annotated[Actor, may("webhook.view")]
Keeper = Annotated[Actor, may("webhook.manage")]
Replayer = Annotated[Actor, may("webhook.replay")]


@router.post("", status_code=201, summary="登记推送地址", responses=problems(409))
async def create(
    request: Request, service: Serving, actor: Keeper, body: NewEndpoint, response: Response
) -> EndpointSecret:
    """登记接收事件的网址。答复中的 `secret` 只显示这一次。

    事件按 Standard Webhooks 签名（`webhook-id`、`webhook-timestamp`、`webhook-signature`），内容只有编号、
    状态与代码，不含个人信息；详情请凭密钥查询案件。同一事件可能送达多次，`webhook-id` 不变，请据以去重；
    先后以 `data.revision` 为准。请在 10 秒内答复 2xx；未成功的在三日内逐步延长间隔重试，
    答复 410 则停用该地址。
    """
    made = await _looked_up(request, partial(hooks.create, service, actor, body.url, body.events))
    response.headers["Location"] = f"/v1/webhooks/{made.endpoint.id}"
    return _with_secret(made)


@router.get("", summary="推送地址列表", responses=problems())
def list_endpoints(service: Serving, actor: Viewer) -> EndpointList:
    """本密钥登记的推送地址，不含签名密钥。"""
    return EndpointList(endpoints=tuple(map(_answer, hooks.endpoints(service, actor))))


@router.get("/{endpoint_id}", summary="推送地址", responses=problems(404))
def get_endpoint(service: Serving, actor: Viewer, endpoint_id: EndpointId) -> EndpointAnswer:
    """一个推送地址，不含签名密钥。"""
    return _answer(hooks.endpoint(service, actor, endpoint_id))


@router.patch("/{endpoint_id}", summary="修改推送地址", responses=problems(404))
async def change(
    request: Request, service: Serving, actor: Keeper, endpoint_id: EndpointId, body: EndpointChange
) -> EndpointAnswer:
    """修改网址、订阅的事件，停用或启用。停用期间的事件不会自动推送，启用后可补发。"""
    changed = partial(
        hooks.change, service, actor, endpoint_id, url=body.url, events=body.events, enabled=body.enabled
    )
    return _answer(await _looked_up(request, changed))


@router.delete("/{endpoint_id}", status_code=204, summary="删除推送地址", responses=problems(404))
def remove(service: Serving, actor: Keeper, endpoint_id: EndpointId) -> Response:
    """删除推送地址及其推送记录，未送达的不再推送。"""
    hooks.remove(service, actor, endpoint_id)
    return Response(status_code=204)


@router.post("/{endpoint_id}/rotate-secret", summary="更换签名密钥", responses=problems(404))
def rotate_secret(service: Serving, actor: Keeper, endpoint_id: EndpointId) -> EndpointSecret:
    """换一个签名密钥，只显示这一次。24 小时内事件同时带新旧两个签名，以便从容切换。"""
    return _with_secret(hooks.rotate_secret(service, actor, endpoint_id))


@router.post("/{endpoint_id}/test", status_code=202, summary="发送测试事件", responses=problems(404, 409))
def send_test(service: Serving, actor: Keeper, endpoint_id: EndpointId) -> TestSent:
    """向该地址推送一个 `webhook.test` 事件，签名与重试同其他事件；结果见推送记录。"""
    return TestSent(event=webhook_replay.send_test(service, actor, endpoint_id))


@router.get("/{endpoint_id}/deliveries", summary="推送记录", responses=problems(404))
def list_deliveries(
    request: Request,
    response: Response,
    service: Serving,
    actor: Viewer,
    endpoint_id: EndpointId,
    state: Annotated[DeliveryState | None, Query(description="只看这种状态")] = None,
    cursor: Annotated[str | None, Query(description="上一页答复中的 next", pattern=r"^[0-9a-f]{32}$")] = None,
    limit: Annotated[int, Query(description="每页件数", ge=1, le=webhook_replay.MOST_LISTED)] = 50,
) -> DeliveryList:
    """每个事件推送的次数、结果与下次时刻，新的在前；保留 90 天。下一页的地址另见 `Link` 响应头。"""
    page = webhook_replay.deliveries(service, actor, endpoint_id, state=state, cursor=cursor, limit=limit)
    if page.next:
        response.headers["Link"] = next_link(request, page.next)
    found = tuple(DeliveryAnswer.model_validate(one) for one in page.deliveries)
    return DeliveryList(deliveries=found, next=page.next)


@router.post("/{endpoint_id}/replay", status_code=202, summary="补发事件", responses=problems(404, 409))
def replay(service: Serving, actor: Replayer, endpoint_id: EndpointId, body: Replay) -> Replayed:
    """补发一个事件，或一段时间内发生的事件（一次至多 2000 个）；`webhook-id` 与原来相同。"""
    if body.event is not None:
        if not _ID.fullmatch(body.event):
            raise Refused(NO_SUCH_EVENT)
        webhook_replay.replay_event(service, actor, endpoint_id, body.event)
        return Replayed(events=1)
    assert body.since is not None
    assert body.until is not None
    return Replayed(
        events=webhook_replay.replay_span(service, actor, endpoint_id, body.since, body.until, body.events)
    )


async def _looked_up(request: Request, do: Callable[[], T]) -> T:
    """Names are looked up in few threads of their own: slow ones keep nobody else waiting."""
    limiter: CapacityLimiter = request.app.state.resolving
    if limiter.statistics().tasks_waiting >= _MOST_WAITING:
        raise Refused(UNAVAILABLE, retry_after=5)
    return await to_thread.run_sync(do, limiter=limiter)


def _answer(view: EndpointView) -> EndpointAnswer:
    return EndpointAnswer.model_validate(view)


def _with_secret(made: WithSecret) -> EndpointSecret:
    return EndpointSecret(**_answer(made.endpoint).model_dump(), secret=made.secret)
