"""``/v1/people``, ``/v1/keys``, ``/v1/clients``, ``/v1/audit``: looking after who may come in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.http.auth import CallerFirst, Serving, may
from api.http.shapes.people import (
    AuditEntryAnswer,
    AuditList,
    ChangedClient,
    ChangedPerson,
    ClientAnswer,
    KeyAnswer,
    KeyList,
    NewKeyAnswer,
    NewKeyBody,
    NewPerson,
    PeopleList,
    PersonAnswer,
    ResetAnswer,
)
from api.http.shapes.problem import problems
from intake.actors import Actor
from intake.doorkeeping import clients, people
from intake.doorkeeping.clients import KeyRequest
from intake.doorkeeping.people import PersonChange, PersonRequest
from intake.safekeeping import audit_view

router = APIRouter(prefix="/v1", tags=["人员与密钥"], route_class=CallerFirst)

Managing = Annotated[Actor, may("people.manage")]
KeyManaging = Annotated[Actor, may("key.manage")]
_Key = Annotated[str, Path(description="编号", pattern=r"^[0-9a-z]{1,32}$")]


@router.get("/people", summary="人员名单", response_model=PeopleList, responses=problems())
def list_people(service: Serving, actor: Managing) -> PeopleList:
    """可以登录的人员。"""
    found = people.list_people(service, actor)
    return PeopleList(people=tuple(PersonAnswer.model_validate(one) for one in found))


@router.post(
    "/people", status_code=201, summary="新增人员", response_model=PersonAnswer, responses=problems(409)
)
def add_person(service: Serving, actor: Managing, body: NewPerson) -> PersonAnswer:
    """新增一名可以登录的人员。"""
    request = PersonRequest(
        login=body.login,
        name=body.name,
        role=body.role,
        regions=body.regions,
        client_id=body.client_id,
        password=body.password,
    )
    return PersonAnswer.model_validate(people.add(service, actor, request))


@router.get("/people/{person_id}", summary="人员", response_model=PersonAnswer, responses=problems(404))
def get_person(service: Serving, actor: Managing, person_id: _Key) -> PersonAnswer:
    """一名人员的情况。"""
    return PersonAnswer.model_validate(people.person(service, actor, person_id))


@router.patch(
    "/people/{person_id}", summary="修改人员", response_model=PersonAnswer, responses=problems(404, 409)
)
def change_person(service: Serving, actor: Managing, person_id: _Key, body: ChangedPerson) -> PersonAnswer:
    """修改姓名、角色、地区，停用或启用；角色、地区有变或停用时，其会话立即结束。"""
    change = PersonChange(name=body.name, role=body.role, regions=body.regions, enabled=body.enabled)
    return PersonAnswer.model_validate(people.change(service, actor, person_id, change))


@router.post(
    "/people/{person_id}/reset", summary="重置密码", response_model=ResetAnswer, responses=problems(404)
)
def reset_person(service: Serving, actor: Managing, person_id: _Key) -> ResetAnswer:
    """换发新密码（只显示这一次），解除锁定与动态口令，结束其全部会话。"""
    return ResetAnswer(password=people.reset(service, actor, person_id))


@router.get("/keys", summary="密钥名单", response_model=KeyList, responses=problems())
def list_keys(service: Serving, actor: KeyManaging) -> KeyList:
    """全部密钥，不含密钥本身。"""
    found = clients.list_keys(service, actor)
    return KeyList(keys=tuple(KeyAnswer.model_validate(one) for one in found))


@router.post(
    "/keys", status_code=201, summary="新建密钥", response_model=NewKeyAnswer, responses=problems(409)
)
def create_key(service: Serving, actor: KeyManaging, body: NewKeyBody) -> NewKeyAnswer:
    """为一个单位新建密钥。密钥只在这一次答复中出现。"""
    request = KeyRequest(
        name=body.name,
        role=body.role,
        regions=body.regions,
        hospital=body.hospital,
        expires_at=body.expires_at,
        per_minute=body.per_minute,
        cases_per_day=body.cases_per_day,
    )
    return NewKeyAnswer.model_validate(clients.create_key(service, actor, request))


@router.delete("/keys/{key_id}", summary="停用密钥", response_model=KeyAnswer, responses=problems(404))
def revoke_key(service: Serving, actor: KeyManaging, key_id: _Key) -> KeyAnswer:
    """立即停用一个密钥，不能恢复；重复停用不起作用。"""
    return KeyAnswer.model_validate(clients.revoke_key(service, actor, key_id))


@router.patch(
    "/clients/{client_id}", summary="启用或停用单位", response_model=ClientAnswer, responses=problems(404)
)
def change_client(service: Serving, actor: KeyManaging, client_id: _Key, body: ChangedClient) -> ClientAnswer:
    """停用一个单位，其全部密钥立即失效；启用则恢复。"""
    view = clients.set_client(service, actor, client_id, enabled=body.enabled)
    return ClientAnswer.model_validate(view)


@router.get("/audit", summary="审计记录", response_model=AuditList, responses=problems())
def audit_log(
    service: Serving,
    actor: Annotated[Actor, may("audit.view")],
    cursor: Annotated[int | None, Query(description="上一页答复中的 next", ge=1, le=2**62)] = None,
    limit: Annotated[int, Query(description="每页条数", ge=1, le=audit_view.MOST_LISTED)] = 50,
    by: Annotated[str | None, Query(description="操作者", max_length=64, pattern=r"^[\w:.-]*$")] = None,
    action: Annotated[str | None, Query(description="操作", max_length=64, pattern=r"^[\w:.-]*$")] = None,
    subject: Annotated[str | None, Query(description="对象", max_length=64, pattern=r"^[\w:.-]*$")] = None,
) -> AuditList:
    """谁在何时对什么做了什么，新的在前。辖区人员只见本辖区案件的记录。"""
    page = audit_view.entries(
        service, actor, cursor=cursor, limit=limit, by=by, action=action, subject=subject
    )
    found = tuple(AuditEntryAnswer.model_validate(one) for one in page.entries)
    return AuditList(entries=found, next=page.next)
