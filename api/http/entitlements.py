"""``/v1/entitlements/expiring``: who should be reminded to renew."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api.http.auth import Serving, may
from api.http.cases import next_link
from api.http.shapes.base import Id, Told
from api.http.shapes.problem import problems
from intake.actors import Actor
from intake.reminders import expiring_for

router = APIRouter(prefix="/v1/entitlements", tags=["待遇"])


class ExpiringEntitlement(Told):
    """一项即将到期的待遇；姓名与证件号码已掩码。"""

    id: Id
    case_id: Id | None = Field(description="认定该待遇的案件；来自登记册的为空")
    name: str = Field(description="姓名（已掩码）", examples=["李**"])
    id_number: str = Field(description="身份证号（前 3 后 4）", examples=["430***********4514"])
    disease: str = Field(description="病种", examples=["高血压病3级"])
    region: str = Field(description="地区代码", examples=["430500"])
    valid_from: dt.date | None = Field(description="有效期起")
    valid_until: dt.date = Field(description="有效期止")
    days_left: int = Field(description="距到期的天数")
    renew_from: dt.date | None = Field(description="可办续期的第一天；政策未规定为空")
    renew_until: dt.date | None = Field(description="可办续期的最后一天；政策未规定为空")
    advised_by: dt.date | None = Field(description="建议最迟办理的日期；政策未规定为空")


class ExpiringList(Told):
    """即将到期的待遇，先到期的在前。"""

    entries: tuple[ExpiringEntitlement, ...] = Field(description="待遇")
    next: str | None = Field(description="下一页的 cursor；没有更多时为空")


@router.get("/expiring", summary="即将到期的待遇", responses=problems())
def list_expiring(
    request: Request,
    response: Response,
    service: Serving,
    actor: Annotated[Actor, may("entitlement.view")],
    within_days: Annotated[int, Query(description="多少天内到期", ge=0, le=730)] = 60,
    cursor: Annotated[
        str | None,
        Query(description="上一页答复中的 next", pattern=r"^\d{4}-\d{2}-\d{2}_[0-9a-f]{32}$"),
    ] = None,
    limit: Annotated[int, Query(description="每页项数", ge=1, le=200)] = 50,
) -> ExpiringList:
    """应提醒办理续期的人员；已续期的不再列出。只含本密钥（或本人辖区）的待遇。

    下一页的地址另见 `Link` 响应头。
    """
    page = expiring_for(service, actor, within_days=within_days, cursor=cursor, limit=limit)
    if page.next:
        response.headers["Link"] = next_link(request, page.next)
    return ExpiringList.model_validate(page)
