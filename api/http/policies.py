"""``/v1/policies``: the packs in force, every value with its source."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.http.auth import may
from api.http.cases import tagged
from api.http.shapes.policy import PolicyAnswer, PolicyList, answer_of, head_of
from api.http.shapes.problem import problems
from intake.actors import Actor
from intake.case_requests import today
from intake.refusals import Refused
from intake.refusals.http import NO_SUCH_POLICY
from validators.pack import load_packs, pack_in_force
from validators.policy_errors import PolicyError

router = APIRouter(prefix="/v1/policies", tags=["政策"])
On = Annotated[dt.date | None, Query(description="查询哪一天施行的版本；不填为当日（北京时间）")]
View = Annotated[Actor, may("policy.view")]


@router.get("", summary="政策列表", response_model=PolicyList, responses=problems())
def list_policies(request: Request, actor: View, on: On = None) -> Response:
    """某日施行的全部政策的概况。带 `If-None-Match` 查询时，没有变化则答 304。"""
    packs = [pack for pack in load_packs() if pack.in_force(on or today())]
    answer = PolicyList(policies=tuple(head_of(pack) for pack in packs))
    return tagged(request, answer.model_dump_json().encode())


@router.get("/{policy_id}", summary="政策内容", response_model=PolicyAnswer, responses=problems(404))
def get_policy(
    request: Request,
    actor: View,
    policy_id: Annotated[str, Path(description="政策编号", examples=["shaoyang-renewal"])],
    on: On = None,
) -> Response:
    """一项政策的材料、病种目录、窗口、时限、报销比例与来源；每个取值都注明依据、时间、可信级别与是否采用。"""
    try:
        pack = pack_in_force(on or today(), policy=policy_id)
    except PolicyError as error:
        raise Refused(NO_SUCH_POLICY) from error
    return tagged(request, _written(pack.policy.id, pack.ref.version))


@lru_cache(maxsize=64)
def _written(policy_id: str, version: str) -> bytes:
    """Packs do not change while the program runs."""
    pack = next(one for one in load_packs() if (one.policy.id, one.ref.version) == (policy_id, version))
    return answer_of(pack).model_dump_json().encode()
