"""``/v1/cases``: opened, listed, looked at, submitted, withdrawn."""

from __future__ import annotations

import hashlib
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from api.http.auth import CallerFirst, Serving, may
from api.http.idempotency import Key, once, record_after
from api.http.shapes.case import CaseAnswer, CaseList, NewCase, answer_of, head_of
from api.http.shapes.problem import problems
from api.http.state import CaseId, Counting, unpressed
from intake import cases, idempotency
from intake.actors import Actor
from intake.case_views import CaseView
from intake.idempotency import Answer, Claim
from intake.lifecycle import State

router = APIRouter(prefix="/v1/cases", tags=["案件"], route_class=CallerFirst)


@router.post(
    "",
    status_code=201,
    summary="新建案件",
    response_model=CaseAnswer,
    responses={
        201: {"description": "已新建；Location 为案件的地址"},
        **problems(409),
    },
    dependencies=[Depends(unpressed)],
)
def open_case(
    service: Serving,
    actor: Annotated[Actor, may("case.open")],
    quotas: Counting,
    key: Key,
    body: NewCase,
) -> Response:
    """为一位申请人新建案件，答复列明须提交的材料与办结期限。

    政策写 `policy`，或写 `region` 与 `business`，取提交日期当日施行的版本；
    `submitted_on` 不填时为当日（北京时间）。有问题时一次列出全部问题。
    请带 `Idempotency-Key`，网络中断后可放心重试。
    """

    def answer(view: CaseView) -> Answer:
        return _answer(201, view, actor)

    def do(claim: Claim | None) -> Answer:
        quotas.check_cases(actor)
        recorded = idempotency.recorder(service, claim, answer) if claim else None
        view = cases.open_case(service, actor, body, recorded=recorded)
        quotas.count_case(actor)
        return answer(view)

    response = once(service, actor, key, f"POST /v1/cases {body.model_dump_json()}", do)
    case_id = CaseAnswer.model_validate_json(bytes(response.body)).id
    response.headers["Location"] = f"/v1/cases/{case_id}"
    return response


@router.get(
    "",
    summary="案件列表",
    response_model=CaseList,
    responses=problems(),
)
def list_cases(
    request: Request,
    response: Response,
    service: Serving,
    actor: Annotated[Actor, may("case.view")],
    cursor: Annotated[str | None, Query(description="上一页答复中的 next", pattern=r"^[0-9a-f]{32}$")] = None,
    limit: Annotated[int, Query(description="每页件数", ge=1, le=cases.MOST_LISTED)] = 50,
    state: Annotated[list[State], Query(description="只看这些状态；可写多次", max_length=20)] = [],  # noqa: B006
    external_id: Annotated[
        str | None, Query(description="门户自己的编号", max_length=100, pattern=r"^[^\x00-\x1f]*$")
    ] = None,
    case_no: Annotated[
        str | None, Query(description="案件编号", max_length=40, pattern=r"^[0-9A-Z-]*$")
    ] = None,
) -> CaseList:
    """本密钥（或本人辖区）的案件，新的在前；只含概况。下一页的地址另见 `Link` 响应头。"""
    page = cases.list_cases(
        service,
        actor,
        cursor=cursor,
        limit=limit,
        states=[one.value for one in state],
        external_id=external_id,
        case_no=case_no,
    )
    if page.next:
        response.headers["Link"] = next_link(request, page.next)
    return CaseList(cases=tuple(head_of(view) for view in page.cases), next=page.next)


@router.get("/{case_id}", summary="案件情况", response_model=CaseAnswer, responses=problems(404))
def get_case(
    request: Request, service: Serving, actor: Annotated[Actor, may("case.view")], case_id: CaseId
) -> Response:
    """状态、每个文件的进度，以及检查完成后的去向、各项检查与须补正的内容，用语可直接展示给申请人。

    `ETag` 随每次变化而变；带 `If-None-Match` 查询时，没有变化则答 304。
    """
    view = cases.view(service, actor, case_id)
    return tagged(request, _answer(200, view, actor).body)


@router.post(
    "/{case_id}/submit",
    status_code=202,
    summary="提交案件",
    response_model=CaseAnswer,
    responses=problems(404, 409, 410),
    dependencies=[Depends(unpressed)],
)
def submit(
    service: Serving, actor: Annotated[Actor, may("case.submit")], key: Key, case_id: CaseId
) -> Response:
    """材料交齐后提交识别与检查；重复提交不起作用。退回补正的案件补交材料后，同样由此再次提交。"""

    def do(claim: Claim | None) -> Answer:
        view = cases.submit(service, actor, case_id)
        return record_after(service, claim, _answer(202, view, actor))

    return once(service, actor, key, f"POST /v1/cases/{case_id}/submit", do)


@router.post(
    "/{case_id}/withdraw",
    summary="撤回案件",
    response_model=CaseAnswer,
    responses=problems(404, 409, 410),
)
def withdraw(
    service: Serving, actor: Annotated[Actor, may("case.withdraw")], key: Key, case_id: CaseId
) -> Response:
    """申请人撤回尚未办结的案件；重复撤回不起作用。撤回后不能恢复，须重新申请。"""

    def do(claim: Claim | None) -> Answer:
        view = cases.withdraw(service, actor, case_id)
        return record_after(service, claim, _answer(200, view, actor))

    return once(service, actor, key, f"POST /v1/cases/{case_id}/withdraw", do)


def next_link(request: Request, cursor: str) -> str:
    """The ``Link`` header to the page that begins at ``cursor``."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f'<{request.url.path}?{urlencode([*asked, ("cursor", cursor)])}>; rel="next"'


def tagged(request: Request, body: bytes) -> Response:
    """An answer with its ``ETag``, or 304 where the caller has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    headers = {"ETag": tag}
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, media_type="application/json")


def _answer(status: int, view: CaseView, actor: Actor) -> Answer:
    return Answer(status, answer_of(view, actor).model_dump_json().encode())
