"""``/v1/review/…/registration``, ``/v1/review/registrations``: registration records of approved cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Response

from api.http.auth import CallerFirst, Serving, may
from api.http.shapes.problem import problems
from api.http.shapes.registration import EARLIEST, LATEST, RegistrationList
from api.http.state import CaseId
from intake.actors import Actor
from intake.registration import RegistrationRecord, Unregistered, to_csv, to_json, to_xlsx
from intake.registration.export import Wanted, registration_of, registrations

router = APIRouter(prefix="/v1/review", tags=["审核"], route_class=CallerFirst)
Exporting = Annotated[Actor, may("export.registration")]
_JSON: Final = "application/json"
_CSV: Final = "text/csv; charset=utf-8"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_Records = Iterable[RegistrationRecord | Unregistered]
_WRITERS: Final[dict[str, tuple[str, Callable[[_Records], bytes]]]] = {
    "json": (_JSON, to_json),
    "csv": (_CSV, to_csv),
    "xlsx": (_XLSX, to_xlsx),
}


def wanted_cases(
    policy: Annotated[str | None, Query(description="政策编号", pattern=r"^[a-z0-9-]{1,64}$")] = None,
    region: Annotated[
        str | None, Query(description="地区编码；含其下各级地区", pattern=r"^[1-9]\d{5}$")
    ] = None,
    decided_from: Annotated[
        dt.date | None, Query(description="决定日期起（含当日，北京时间）", ge=EARLIEST, le=LATEST)
    ] = None,
    decided_to: Annotated[
        dt.date | None, Query(description="决定日期止（含当日，北京时间）", ge=EARLIEST, le=LATEST)
    ] = None,
) -> Wanted:
    """Which cases a batch is asked for."""
    return Wanted(policy, region, decided_from, decided_to)


Asked = Annotated[Wanted, Depends(wanted_cases)]


def _written(form: str, name: str, records: _Records) -> Response:
    media_type, write = _WRITERS[form]
    headers = {} if form == "json" else {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(write(records), headers=headers, media_type=media_type)


def _documented(media_type: str, *statuses: int) -> dict[int | str, dict[str, Any]]:
    told: dict[str, Any] = {"description": "备案记录；一个病种一行，尚缺的项目逐项写明"}
    if media_type == _JSON:
        told["model"] = RegistrationList
    else:
        told["content"] = {media_type.partition(";")[0]: {}}
    return {200: told, **problems(*statuses)}


@router.get(
    "/cases/{case_id}/registration",
    summary="备案记录（JSON）",
    response_class=Response,
    responses=_documented(_JSON, 404, 409, 410),
)
def one_as_json(service: Serving, actor: Exporting, case_id: CaseId) -> Response:
    """已通过案件的备案记录，字段同国家接口 2503；不知道的不填，尚缺的逐项写明原因。每次导出都记入审计。"""
    return _written("json", "registration", registration_of(service, actor, case_id, "json"))


@router.get(
    "/cases/{case_id}/registration.csv",
    summary="备案记录（CSV）",
    response_class=Response,
    responses=_documented(_CSV, 404, 409, 410),
)
def one_as_csv(service: Serving, actor: Exporting, case_id: CaseId) -> Response:
    """同 `registration`，表头为中文名称与字段代码两行。每次导出都记入审计。"""
    return _written("csv", "registration", registration_of(service, actor, case_id, "csv"))


@router.get(
    "/cases/{case_id}/registration.xlsx",
    summary="备案记录（Excel）",
    response_class=Response,
    responses=_documented(_XLSX, 404, 409, 410),
)
def one_as_xlsx(service: Serving, actor: Exporting, case_id: CaseId) -> Response:
    """同 `registration.csv`，Excel 格式。每次导出都记入审计。"""
    return _written("xlsx", "registration", registration_of(service, actor, case_id, "xlsx"))


@router.get(
    "/registrations.json",
    summary="成批备案记录（JSON）",
    response_class=Response,
    responses=_documented(_JSON),
)
def many_as_json(service: Serving, actor: Exporting, asked: Asked) -> Response:
    """本人辖区内已通过案件的备案记录，按决定时间排列，一次最多 2000 件；没有备案记录的案件也逐件写明。

    每次导出都记入审计。
    """
    return _written("json", "registrations", registrations(service, actor, asked, "json"))


@router.get(
    "/registrations.csv",
    summary="成批备案记录（CSV）",
    response_class=Response,
    responses=_documented(_CSV),
)
def many_as_csv(service: Serving, actor: Exporting, asked: Asked) -> Response:
    """同 `registrations.json`，表头为中文名称与字段代码两行。每次导出都记入审计。"""
    return _written("csv", "registrations", registrations(service, actor, asked, "csv"))


@router.get(
    "/registrations.xlsx",
    summary="成批备案记录（Excel）",
    response_class=Response,
    responses=_documented(_XLSX),
)
def many_as_xlsx(service: Serving, actor: Exporting, asked: Asked) -> Response:
    """同 `registrations.csv`，Excel 格式。每次导出都记入审计。"""
    return _written("xlsx", "registrations", registrations(service, actor, asked, "xlsx"))
