"""``/v1/review/cases``: claims, evidence and images, corrections, decisions."""

from __future__ import annotations

import re
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query
from fastapi.responses import StreamingResponse

from api.http.auth import CallerFirst, Serving, may
from api.http.shapes.case import CaseHead, head_of
from api.http.shapes.problem import problems
from api.http.shapes.review import (
    ClaimAnswer,
    CorrectionBody,
    DecidedAnswer,
    DecisionBody,
    JudgedAgainAnswer,
    ReviewAnswer,
    review_answer,
)
from api.http.state import CaseId
from intake import cases
from intake.actors import Actor
from intake.doorkeeping import access
from intake.refusals.base import Refused
from intake.refusals.cases import NO_SUCH_FILE
from intake.reviewing import corrections, decisions, review, review_view
from intake.reviewing.corrections import FieldChange
from intake.reviewing.decisions import DecisionRequest
from intake.reviewing.review_view import Bytes

router = APIRouter(prefix="/v1/review", tags=["审核"], route_class=CallerFirst)

Viewing = Annotated[Actor, may("review.view")]
Claiming = Annotated[Actor, may("case.claim")]
Looking = Annotated[Actor, may("image.view")]
_NEVER_RUN: Final = "default-src 'none'; sandbox; frame-ancestors 'self'"
"""An original is a stranger's file: nothing in it may act as a page of ours."""


def known_file_id(file_id: Annotated[str, Path(description="文件编号")]) -> str:
    """An id that can be one; any other is a file that does not exist. Raises ``Refused``."""
    if not re.fullmatch(r"[0-9a-f]{32}", file_id):
        raise Refused(NO_SUCH_FILE)
    return file_id


@router.get("/cases/{case_id}", summary="审核内容", response_model=ReviewAnswer, responses=problems(404, 410))
def get_case(
    service: Serving,
    actor: Viewing,
    case_id: CaseId,
    unmasked: Annotated[bool, Query(description="证件号码等不掩码；每次查看都记入审计")] = False,
) -> ReviewAnswer:
    """案件的全部结论、依据位置、识别结果、更正、决定与经过。"""
    found = review_view.reviewed(service, actor, case_id, unmasked=unmasked)
    return review_answer(found, actor, names=access.permits(actor, "case.view_unmasked"))


@router.post(
    "/cases/{case_id}/claim", summary="领取案件", response_model=ClaimAnswer, responses=problems(404, 409)
)
def claim(service: Serving, actor: Claiming, case_id: CaseId) -> ClaimAnswer:
    """领取后一段时间内只由本人审核；已由本人领取的，续期。同一案件不会由两人领取。"""
    return ClaimAnswer.model_validate(review.claim(service, actor, case_id))


@router.post(
    "/cases/{case_id}/renew", summary="续领案件", response_model=ClaimAnswer, responses=problems(404, 409)
)
def renew(service: Serving, actor: Claiming, case_id: CaseId) -> ClaimAnswer:
    """延长领取的时间。"""
    return ClaimAnswer.model_validate(review.renew(service, actor, case_id))


@router.post("/cases/{case_id}/release", status_code=204, summary="放回案件", responses=problems(404, 409))
def release(service: Serving, actor: Claiming, case_id: CaseId) -> None:
    """把领取的案件放回队列。"""
    review.release(service, actor, case_id)


@router.post(
    "/cases/{case_id}/corrections",
    summary="更正字段",
    response_model=JudgedAgainAnswer,
    responses=problems(404, 409),
)
def correct(
    service: Serving, actor: Annotated[Actor, may("fields.correct")], case_id: CaseId, body: CorrectionBody
) -> JudgedAgainAnswer:
    """更正识别有误的字段，并立即重新检查；识别结果原样保留，更正叠加其上。"""
    changes = [
        FieldChange(one.file_id, one.page, one.field, one.values, one.box, one.paper) for one in body.changes
    ]
    judged = corrections.correct(service, actor, case_id, changes, revision=body.revision)
    return JudgedAgainAnswer.model_validate(judged)


@router.post(
    "/cases/{case_id}/decision",
    summary="作出决定",
    response_model=DecidedAnswer,
    responses=problems(404, 409, 410),
)
def decide(
    service: Serving, actor: Annotated[Actor, may("case.decide")], case_id: CaseId, body: DecisionBody
) -> DecidedAnswer:
    """通过、退回补正、不予通过（仅复核人员）或转复核；须先领取案件。10 秒内可撤销，之后才通知门户。"""
    request = DecisionRequest(
        choice=body.decision, revision=body.revision, reasons=body.reasons, words=body.words
    )
    return DecidedAnswer.model_validate(decisions.decide(service, actor, case_id, request))


@router.post(
    "/cases/{case_id}/undo", summary="撤销决定", response_model=ClaimAnswer, responses=problems(404, 409)
)
def undo(service: Serving, actor: Annotated[Actor, may("case.decide")], case_id: CaseId) -> ClaimAnswer:
    """在 10 秒内撤销本人刚作出的决定，案件回到本人手中。"""
    return ClaimAnswer.model_validate(decisions.undo(service, actor, case_id))


@router.post(
    "/cases/{case_id}/retry", summary="重新识别", response_model=CaseHead, responses=problems(404, 409)
)
def retry(service: Serving, actor: Annotated[Actor, may("stuck.retry")], case_id: CaseId) -> CaseHead:
    """让停滞的案件重新进入识别队列。"""
    return head_of(cases.retry_stuck(service, actor, case_id))


@router.get(
    "/cases/{case_id}/files/{file_id}/pages/{page}.jpg",
    summary="页面图像",
    response_class=StreamingResponse,
    responses={200: {"content": {"image/jpeg": {}}}, **problems(404, 410)},
)
def page_image(
    service: Serving,
    actor: Looking,
    case_id: CaseId,
    file_id: str,
    page: Annotated[int, Path(description="页码，从 1 起", ge=1, le=100_000)],
) -> StreamingResponse:
    """摆正后的页面图像；每次查看都记入审计。"""
    found = review_view.page_image(service, actor, case_id, known_file_id(file_id), page)
    return _streamed(found, {})


@router.get(
    "/cases/{case_id}/files/{file_id}/original",
    summary="原件",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/octet-stream": {}}}, **problems(404, 410)},
)
def original(service: Serving, actor: Looking, case_id: CaseId, file_id: str) -> StreamingResponse:
    """提交时的原文件，逐字节不变；每次查看都记入审计。"""
    found = review_view.original(service, actor, case_id, known_file_id(file_id))
    return _streamed(found, {"Content-Disposition": f'attachment; filename="{file_id}"'})


def _streamed(found: Bytes, headers: dict[str, str]) -> StreamingResponse:
    always = {
        "Content-Length": str(found.size),
        "Content-Security-Policy": _NEVER_RUN,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(found.pieces, media_type=found.media_type, headers=always | headers)
