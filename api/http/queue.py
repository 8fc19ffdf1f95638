"""``/v1/review/queue``, ``/v1/review/search``, ``/v1/review/views``: what waits, found and looked at."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api.http.auth import CallerFirst, Serving, may
from api.http.cases import next_link
from api.http.shapes.problem import problems
from api.http.shapes.queue import (
    QueueAnswer,
    SearchAnswer,
    SearchBody,
    ViewAnswer,
    ViewBody,
    ViewList,
)
from intake.actors import Actor
from intake.refusals.base import Refused
from intake.refusals.review import NO_SUCH_VIEW
from intake.reviewing import queue_search, review_queue, saved_views
from intake.reviewing.queue_search import WHO, Who
from intake.reviewing.review_queue import Filter, Pile, Sort

router = APIRouter(prefix="/v1/review", tags=["审核"], route_class=CallerFirst)
Viewing = Annotated[Actor, may("review.view")]
Saving = Annotated[Actor, may("view.save")]
_NAME = r"^[^\x00-\x1f\x7f]{1,60}$"


def wanted_cases(
    pile: Annotated[Pile, Query(description="哪一类；second 为待复评，all 为全部")] = Pile.UNCLAIMED,
    region: Annotated[str | None, Query(description="地区编码", pattern=r"^[1-9]\d{5}$")] = None,
    policy: Annotated[str | None, Query(description="政策编号", pattern=r"^[a-z0-9-]{1,64}$")] = None,
    disease: Annotated[str | None, Query(description="申请病种的名称", pattern=_NAME)] = None,
    channel: Annotated[str | None, Query(description="渠道", pattern=r"^[a-z0-9-]{1,40}$")] = None,
    hospital: Annotated[str | None, Query(description="材料上的医院", pattern=_NAME)] = None,
    route: Annotated[str | None, Query(description="去向", pattern=r"^[a-z_]{1,40}$")] = None,
    finding: Annotated[
        str | None, Query(description="未符合或无法判断的检查结论代码", pattern=r"^[A-Z0-9-]{1,40}$")
    ] = None,
    who: Annotated[
        str | None, Query(description="`POST /v1/review/search` 答复中的 who", pattern=WHO)
    ] = None,
    sort: Annotated[
        Sort, Query(description="waiting 等待最久，deadline 期限最近，newest 最新提交")
    ] = Sort.WAITING,
) -> Filter:
    """Which cases are asked for."""
    found = Who.of(who) if who else None
    return Filter(pile, region, policy, disease, channel, hospital, route, finding, found, sort)


@router.get("/queue", summary="审核队列", response_model=QueueAnswer, responses=problems())
def queue(
    request: Request,
    response: Response,
    service: Serving,
    actor: Viewing,
    wanted: Annotated[Filter, Depends(wanted_cases)],
    cursor: Annotated[
        str | None, Query(description="上一页答复中的 next", pattern=r"^[0-9a-f]{1,16}\.[0-9a-f]{32}$")
    ] = None,
    limit: Annotated[int, Query(description="每页件数", ge=1, le=review_queue.MOST_LISTED)] = 50,
) -> QueueAnswer:
    """本人辖区内的案件，按所要的次序排列，并附各类的件数。"""
    page = review_queue.queue(service, actor, wanted, cursor=cursor, limit=limit)
    if page.next:
        response.headers["Link"] = next_link(request, page.next)
    return QueueAnswer.model_validate(page)


@router.post("/search", summary="查找", response_model=SearchAnswer, responses=problems())
def search(service: Serving, actor: Viewing, body: SearchBody) -> SearchAnswer:
    """把姓名、证件号码或案件编号换成队列的 who 参数：姓名和号码因此不出现在网址中。

    姓名和号码加密保存，只能整体查找，不能查其中一部分；号码可只写前三位和后四位。
    """
    found = queue_search.search(service, actor, body.text)
    return SearchAnswer(who=str(found), by=found.by)


@router.get("/views", summary="保存的视图", response_model=ViewList, responses=problems())
def list_views(service: Serving, actor: Saving) -> ViewList:
    """本人保存的队列视图。"""
    return ViewList(
        views=tuple(ViewAnswer.model_validate(one) for one in saved_views.saved_views(service, actor))
    )


@router.post(
    "/views", status_code=201, summary="保存视图", response_model=ViewAnswer, responses=problems(409)
)
def save_view(service: Serving, actor: Saving, body: ViewBody) -> ViewAnswer:
    """保存筛选条件，只对本人可见；同名的被替换，最多 30 个。"""
    return ViewAnswer.model_validate(saved_views.save_view(service, actor, body.name, body.wanted))


def known_view_id(view_id: Annotated[str, Path(description="视图编号")]) -> str:
    """An id that can be one. Raises ``Refused``."""
    if len(view_id) != 32 or not view_id.isalnum():
        raise Refused(NO_SUCH_VIEW)
    return view_id


@router.delete("/views/{view_id}", status_code=204, summary="删除视图", responses=problems(404))
def drop_view(service: Serving, actor: Saving, view_id: Annotated[str, Depends(known_view_id)]) -> None:
    """删除本人保存的一个视图。"""
    saved_views.drop_view(service, actor, view_id)
