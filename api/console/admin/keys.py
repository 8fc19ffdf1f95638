"""``/console/admin/keys``: the systems that call, and their keys."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Form, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.console.admin.frame import PREFIX, beside, faults_of, onward, show
from api.console.admin.words import CLIENT_ROLES, region_words, regions_written
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.doorkeeping import clients
from intake.doorkeeping.clients import KeyRequest, KeyView
from intake.faults import Fault
from intake.refusals import Refused
from intake.refusals.access import KEY_INVALID

KEYS: Final = f"{PREFIX}/keys"
router = APIRouter(prefix=KEYS, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("key.view")]
Keeper = Annotated[Seat, may_open("key.manage")]
_Id = Annotated[str, Path(pattern=r"^[0-9a-z]{1,32}$")]
_HERE: Final = ZoneInfo("Asia/Shanghai")
_SOON: Final = dt.timedelta(days=30)


class KeyForm(BaseModel):
    """What was typed of a key, as it was typed. ``expires_on`` is the last day it is good for."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    name: str = Field(default="", max_length=200)
    role: str = Field(default="", max_length=40)
    regions: str = Field(default="", max_length=500)
    expires_on: str = Field(default="", max_length=20)


_FIELDS: Final = frozenset(KeyForm.model_fields)


@router.get("")
def page(request: Request, service: Serving, seat: Viewer) -> Response:
    """Every system with its keys."""
    keys = clients.list_keys(service, seat.actor)
    owners = [
        (client, [_state(key) for key in keys if key.client.id == client.id])
        for client in clients.list_clients(service, seat.actor)
    ]
    return show(request, "keys", seat, owners=owners, **_names())


@router.get("/new")
def new(request: Request, service: Serving, seat: Keeper, client: str = "") -> Response:
    """The form for a new key; for a system that is here already its name, role and regions are filled in."""
    known = next((one for one in clients.list_clients(service, seat.actor) if one.id == client), None)
    form = KeyForm()
    if known is not None:
        regions = region_words(known.regions) if known.regions else ""
        form = KeyForm(name=known.name, role=known.role.value, regions=regions)
    return _new_page(request, seat, form)


@router.post("")
def create(request: Request, service: Serving, seat: Keeper, form: Annotated[KeyForm, Form()]) -> Response:
    """Makes a key and shows it this once."""
    try:
        made = clients.create_key(service, seat.actor, _wanted(form))
    except Refused as refused:
        status = refused.refusal.kind.value
        return _new_page(request, seat, form, faults_of(refused), status=status)
    return show(request, "key_made", seat, made=made, **_names())


@router.post("/{key_id}/revoke")
def revoke(service: Serving, seat: Keeper, key_id: _Id) -> Response:
    """The key is of no use from now on."""
    clients.revoke_key(service, seat.actor, key_id)
    return onward(KEYS, "revoked")


@router.post("/clients/{client_id}/disable")
def disable(service: Serving, seat: Keeper, client_id: _Id) -> Response:
    """The system is shut out with all its keys."""
    clients.set_client(service, seat.actor, client_id, enabled=False)
    return onward(KEYS, "client-disabled")


@router.post("/clients/{client_id}/enable")
def enable(service: Serving, seat: Keeper, client_id: _Id) -> Response:
    """The system may call again."""
    clients.set_client(service, seat.actor, client_id, enabled=True)
    return onward(KEYS, "client-enabled")


def _wanted(form: KeyForm) -> KeyRequest:
    """The request that a form asks for. Raises ``Refused``."""
    regions, found = regions_written(form.regions)
    faults = list(found)
    role = next((one for one in CLIENT_ROLES if one.value == form.role), None)
    if role is None:
        faults.append(Fault(KEY_INVALID.code, "role", "没有选择用途", "请选择用途。"))
    expires = None
    if form.expires_on:
        try:
            last = dt.date.fromisoformat(form.expires_on)
            expires = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), _HERE)
        except (ValueError, OverflowError):
            faults.append(Fault(KEY_INVALID.code, "expires_on", "日期无法识别", "请按 2026-12-31 填写。"))
    if expires is not None and expires <= _now():
        faults.append(Fault(KEY_INVALID.code, "expires_on", "日期已过", "请填写今后的日期。"))
    if faults or role is None:
        raise Refused(KEY_INVALID, faults)
    return KeyRequest(form.name, role, regions, expires_at=expires)


def _state(key: KeyView) -> tuple[KeyView, str]:
    """A key and how it stands: ``revoked``, ``expired``, ``soon`` (expires within 30 days), ``good``."""
    if key.revoked_at is not None:
        return key, "revoked"
    if key.expires_at is None or key.expires_at > _now() + _SOON:
        return key, "good"
    return key, "soon" if key.expires_at > _now() else "expired"


def _new_page(
    request: Request, seat: Seat, form: KeyForm, faults: tuple[Fault, ...] = (), *, status: int = 200
) -> Response:
    wrong, others = beside(faults, _FIELDS)
    return show(request, "key_new", seat, status=status, form=form, wrong=wrong, faults=others, **_names())


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _names() -> dict[str, Any]:
    return {"roles": CLIENT_ROLES, "region_words": region_words}
