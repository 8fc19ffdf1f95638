"""``/v1/erasures``: a person's data erased on their request."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter

from api.http.auth import CallerFirst, Serving, may
from api.http.shapes.erasure import ErasureAnswer, ErasureBody
from api.http.shapes.problem import problems
from intake.actors import Actor
from intake.safekeeping.retention import erase_person

router = APIRouter(prefix="/v1", tags=["人员与密钥"], route_class=CallerFirst)


@router.post("/erasures", summary="清除个人信息", response_model=ErasureAnswer, responses=problems(409))
def erase(
    service: Serving, actor: Annotated[Actor, may("retention.erase")], body: ErasureBody
) -> ErasureAnswer:
    """应本人要求清除其全部案件、文件、识别结果与待遇，不能恢复；保留案件的编号、状态、日期和审计记录。

    有未办结的案件时答 409，并逐件列出；`force` 为 true 则先撤回再清除。
    """
    erased = erase_person(service, actor, body.id_number, reference=body.reference, force=body.force)
    return ErasureAnswer(cases=len(erased.cases), erased=dict(erased.counts), bytes_left=erased.bytes_left)
