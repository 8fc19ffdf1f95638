"""``/v1/cases/{id}/apply-code``: a code with which the applicant comes to ``/apply``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field

from api.http.auth import Serving, may
from api.http.shapes.base import Told
from api.http.shapes.problem import problems
from api.http.state import CaseId
from intake.actors import Actor
from intake.doorkeeping import passes
from intake.service import Service

router = APIRouter(prefix="/v1/cases", tags=["申请人页面"])


class ApplyCode(Told):
    """一个办理码；只在这里给出一次，服务端只留其摘要。"""

    code: str = Field(description="办理码，可由申请人手工输入")
    url: str = Field(description="带办理码的网址；码在 # 之后，不会发给任何服务器")
    expires_at: dt.datetime = Field(description="此前有效；只能用一次")


@router.post("/{case_id}/apply-code", status_code=201, summary="发给办理码", responses=problems(404, 409))
def make_code(
    request: Request, service: Serving, actor: Annotated[Actor, may("apply.invite")], case_id: CaseId
) -> ApplyCode:
    """为案件发一个一次性的办理码，供申请人打开 `/apply` 自行上传材料、查看进展。再发一个，先前的即作废。

    须由管理员开通申请人页面；没有开通的答 404（`APP-001`）。
    """
    made = passes.issue(service, actor, case_id)
    return ApplyCode(code=made.spoken, url=apply_address(request, service, made.code), expires_at=made.until)


def apply_address(request: Request, service: Service, code: str) -> str:
    """Where a code leads, as seen from outside."""
    base = service.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}/apply#{code}"
