"""``/v1/review/second``: a second look at what was decided, without knowing the decision."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path

from api.http.auth import CallerFirst, Serving, may
from api.http.shapes.problem import problems
from api.http.shapes.queue import ComparedAnswer, OpinionBody, SecondClaimAnswer
from intake.actors import Actor
from intake.refusals.base import Refused
from intake.refusals.review import NO_SUCH_SECOND
from intake.reviewing import second_reviews
from intake.reviewing.second_reviews import Opinion

router = APIRouter(prefix="/v1/review/second", tags=["复评"], route_class=CallerFirst)
Giving = Annotated[Actor, may("second_review.give")]


def known_second_id(second_id: Annotated[str, Path(description="复评编号")]) -> str:
    """An id that can be one; any other is a second look that does not exist. Raises ``Refused``."""
    if not re.fullmatch(r"[0-9a-f]{32}", second_id):
        raise Refused(NO_SUCH_SECOND)
    return second_id


SecondId = Annotated[str, Depends(known_second_id)]


@router.post(
    "/{second_id}/claim", summary="领取复评", response_model=SecondClaimAnswer, responses=problems(404, 409)
)
def claim(service: Serving, actor: Giving, second_id: SecondId) -> SecondClaimAnswer:
    """领取后一段时间内只由本人复评；参与过本案审核的人不能领取。给出意见之前看不到原决定。"""
    return SecondClaimAnswer.model_validate(second_reviews.claim(service, actor, second_id))


@router.post("/{second_id}/release", status_code=204, summary="放回复评", responses=problems(404, 409))
def release(service: Serving, actor: Giving, second_id: SecondId) -> None:
    """把领取的复评放回队列。"""
    second_reviews.release(service, actor, second_id)


@router.post(
    "/{second_id}/opinion",
    summary="给出复评意见",
    response_model=ComparedAnswer,
    responses=problems(404, 409),
)
def give(service: Serving, actor: Giving, second_id: SecondId, body: OpinionBody) -> ComparedAnswer:
    """给出意见后才看到原决定。复评只用于质量统计，不改变案件，申请人不受影响。"""
    opinion = Opinion(body.decision, body.reasons, body.words)
    return ComparedAnswer.model_validate(second_reviews.give(service, actor, second_id, opinion))


@router.get("/{second_id}", summary="复评对照", response_model=ComparedAnswer, responses=problems(404, 409))
def compared(service: Serving, actor: Giving, second_id: SecondId) -> ComparedAnswer:
    """已完成的复评与原决定的对照；复评人本人和复核人员可看。"""
    return ComparedAnswer.model_validate(second_reviews.compared(service, actor, second_id))
