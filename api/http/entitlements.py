"""``/v1/entitlements``: who should be reminded to renew, and the bureau's register taken in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import Field
from starlette.concurrency import run_in_threadpool

from api.http.auth import CallerFirst, Serving, may
from api.http.cases import next_link
from api.http.receive import receiving
from api.http.shapes.base import Id, Told
from api.http.shapes.problem import ProblemError, problems
from api.http.state import Pressing, unpressed
from intake.actors import Actor
from intake.entitlement_register import Imported, import_register
from intake.refusals import Refused
from intake.refusals.http import WRONG_TYPE
from intake.reminders import expiring_for
from intake.service import Service

router = APIRouter(prefix="/v1/entitlements", tags=["待遇"], route_class=CallerFirst)
TABLE_BYTES: Final = 8 * 1024 * 1024
_TABLE: Final[dict[str, Any]] = {
    "required": True,
    "content": {
        "text/csv": {"schema": {"type": "string", "format": "binary"}},
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"file": {"type": "string", "format": "binary", "description": "CSV 表格"}},
                "required": ["file"],
            }
        },
    },
}


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


class ImportAnswer(Told):
    """导入的结果；有误的行逐行列出，其余各行已导入。"""

    added: int = Field(description="新增的行数")
    changed: int = Field(description="日期或地区有变的行数")
    unchanged: int = Field(description="与原有相同的行数")
    faults: tuple[ProblemError, ...] = Field(description="没有导入的行与原因；不复述内容")


@router.post(
    "/import",
    summary="导入待遇登记表",
    response_model=ImportAnswer,
    responses=problems(408, 413, 415),
    openapi_extra={"requestBody": _TABLE},
    dependencies=[Depends(unpressed)],
)
async def import_table(
    request: Request,
    service: Serving,
    actor: Annotated[Actor, may("entitlement.import")],
    pressure: Pressing,
) -> ImportAnswer:
    """导入经办机构的待遇登记表（CSV，UTF-8 或 GB18030），列为姓名、身份证号、病种、地区、开始日期、结束日期。

    表格放在正文（`text/csv`，至多 1 MB），或 multipart 的 `file` 一项（至多 8 MB）。
    同一人同一病种以新表为准；重复导入同一表格不起作用。每次导入都记入审计。
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "text/csv":
        return await run_in_threadpool(_imported, service, actor, await request.body())
    if not media_type.startswith("multipart/"):
        raise Refused(WRONG_TYPE)
    async with receiving(request, service, pressure, TABLE_BYTES, frozenset()) as form:
        table = await to_thread.run_sync(form.received.clear)
    return await run_in_threadpool(_imported, service, actor, table)


def _imported(service: Service, actor: Actor, table: bytes) -> ImportAnswer:
    imported: Imported = import_register(service.database, service.sealer, table, actor)
    return ImportAnswer.model_validate(imported)
