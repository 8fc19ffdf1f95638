"""``/v1/precheck``: one file looked at while the phone waits, nothing kept."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Request

from api.http.auth import Serving, may
from api.http.receive import receiving
from api.http.shapes.file import IdCardRead, PrecheckResult, form, precheck_result
from api.http.shapes.problem import problems
from api.http.state import Pressing, unpressed
from intake.actors import Actor
from intake.refusals import Refused
from intake.refusals.cases import FILE_EMPTY
from intake.working.id_card import read_id_card
from intake.working.precheck import precheck

router = APIRouter(prefix="/v1", tags=["预检"])


@router.post(
    "/precheck",
    summary="预检一个文件",
    responses=problems(408, 413, 415),
    openapi_extra={"requestBody": form(kind=False, most_mb=20)},
    dependencies=[Depends(unpressed)],
)
async def precheck_file(
    request: Request, service: Serving, actor: Annotated[Actor, may("precheck")], pressure: Pressing
) -> PrecheckResult:
    """拍照后立即检查能否辨认，几秒内答复，便于当场重拍。文件不保留，也不属于任何案件。

    只看前两页。一时忙不过来则答 503，可跳过预检直接上传。
    """
    async with receiving(request, service, pressure, service.settings.file_bytes, frozenset()) as form_:
        if form_.received.size == 0:
            raise Refused(FILE_EMPTY)
        look = partial(precheck, service, form_.received, form_.filename)
        found = await to_thread.run_sync(look, limiter=request.app.state.prechecks)
    return precheck_result(found)


@router.post(
    "/precheck/id-card",
    summary="读取身份证照片",
    responses=problems(408, 413, 415),
    openapi_extra={"requestBody": form(kind=False, most_mb=20)},
    dependencies=[Depends(unpressed)],
)
async def read_card(
    request: Request, service: Serving, actor: Annotated[Actor, may("id_card.read")], pressure: Pressing
) -> IdCardRead:
    """读出身份证人像面上的姓名和号码，供窗口人员填写申请；只限窗口人员。照片不保留，读出的内容也不保存。"""
    async with receiving(request, service, pressure, service.settings.file_bytes, frozenset()) as form_:
        if form_.received.size == 0:
            raise Refused(FILE_EMPTY)
        read = partial(read_id_card, service, actor, form_.received, form_.filename)
        found = await to_thread.run_sync(read, limiter=request.app.state.prechecks)
    return IdCardRead.model_validate(found)
