"""``/console/admin/people``: who may sign in, as what and where."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.console.admin.frame import PREFIX, beside, faults_of, onward, show
from api.console.admin.words import ROLES, region_words, regions_written
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.actors import Role
from intake.doorkeeping import clients, people, releasing
from intake.doorkeeping.clients import ClientView
from intake.doorkeeping.people import PersonChange, PersonRequest, PersonView, generated_password
from intake.faults import Fault
from intake.refusals import Refused
from intake.refusals.access import PERSON_INVALID
from intake.service import Service

PEOPLE: Final = f"{PREFIX}/people"
router = APIRouter(prefix=PEOPLE, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("people.view")]
Keeper = Annotated[Seat, may_open("people.manage")]
_Id = Annotated[str, Path(pattern=r"^[0-9a-z]{1,32}$")]


class PersonForm(BaseModel):
    """What was typed of a person, as it was typed."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    login: str = Field(default="", max_length=200)
    name: str = Field(default="", max_length=200)
    role: str = Field(default="", max_length=40)
    regions: str = Field(default="", max_length=500)
    client_id: str = Field(default="", max_length=40)
    single: bool = False


_FIELDS: Final = frozenset(PersonForm.model_fields)


@router.get("")
def page(
    request: Request,
    service: Serving,
    seat: Viewer,
    q: Annotated[str, Query(max_length=100)] = "",
    role: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """Everybody whom the administrator looks after, by login; sought by name, login or role."""
    everybody = people.list_people(service, seat.actor)
    sought = q.strip().casefold()
    found = [
        one
        for one in everybody
        if (not sought or sought in one.login or sought in one.name.casefold())
        and (not role or one.role.value == role)
    ]
    return show(request, "people", seat, people=found, all=len(everybody), q=q, role=role, **_names())


@router.get("/new")
def new(request: Request, service: Serving, seat: Keeper) -> Response:
    """The form for somebody new."""
    return _new_page(request, service, seat, PersonForm())


@router.post("")
def add(request: Request, service: Serving, seat: Keeper, form: Annotated[PersonForm, Form()]) -> Response:
    """Adds somebody and shows the password this once."""
    regions, faults = regions_written(form.regions)
    role = _role(form.role)
    if role is None:
        faults = (*faults, Fault(PERSON_INVALID.code, "role", "没有选择角色", "请选择角色。"))
    if faults or role is None:
        return _new_page(request, service, seat, form, faults, status=422)
    password = None if form.single and service.settings.oidc_issuer else generated_password()
    client_id = form.client_id if role is Role.HOSPITAL else None
    wanted = PersonRequest(form.login, form.name, role, regions, client_id, password, once=True)
    try:
        person = people.add(service, seat.actor, wanted)
    except Refused as refused:
        kind = refused.refusal.kind.value
        return _new_page(request, service, seat, form, faults_of(refused), status=kind)
    return _secret_page(request, seat, person, password, fresh=True)


@router.get("/{person_id}")
def person_page(request: Request, service: Serving, seat: Viewer, person_id: _Id) -> Response:
    """One person, and what may be done."""
    person = people.person(service, seat.actor, person_id)
    form = PersonForm(name=person.name, role=person.role.value, regions=_written(person))
    return _person_page(request, service, seat, person, form)


@router.post("/{person_id}")
def change(
    request: Request, service: Serving, seat: Keeper, person_id: _Id, form: Annotated[PersonForm, Form()]
) -> Response:
    """Changes name, role and regions; only what differs is written."""
    person = people.person(service, seat.actor, person_id)
    regions, faults = regions_written(form.regions)
    role = _role(form.role) or person.role
    if not faults:
        wanted = PersonChange(
            name=form.name if form.name != person.name else None,
            role=role if role is not person.role else None,
            regions=regions if set(regions) != set(person.regions) else None,
        )
        try:
            if wanted != PersonChange():
                people.change(service, seat.actor, person_id, wanted)
        except Refused as refused:
            faults = faults_of(refused)
    if faults:
        return _person_page(request, service, seat, person, form, faults, status=422)
    return onward(f"{PEOPLE}/{person_id}", "changed")


@router.post("/{person_id}/disable")
def disable(service: Serving, seat: Keeper, person_id: _Id) -> Response:
    """The person may no longer sign in."""
    people.change(service, seat.actor, person_id, PersonChange(enabled=False))
    return onward(f"{PEOPLE}/{person_id}", "disabled")


@router.post("/{person_id}/enable")
def enable(service: Serving, seat: Keeper, person_id: _Id) -> Response:
    """The person may sign in again."""
    people.change(service, seat.actor, person_id, PersonChange(enabled=True))
    return onward(f"{PEOPLE}/{person_id}", "enabled")


@router.post("/{person_id}/unlock")
def unlock(service: Serving, seat: Keeper, person_id: _Id) -> Response:
    """Wrong passwords are forgotten."""
    releasing.unlock(service, seat.actor, person_id)
    return onward(f"{PEOPLE}/{person_id}", "unlocked")


@router.post("/{person_id}/reset")
def reset(request: Request, service: Serving, seat: Keeper, person_id: _Id) -> Response:
    """A new password, shown this once."""
    password = people.reset(service, seat.actor, person_id)
    return _secret_page(request, seat, people.person(service, seat.actor, person_id), password, fresh=False)


@router.post("/{person_id}/factor")
def remove_factor(service: Serving, seat: Keeper, person_id: _Id) -> Response:
    """The second factor is gone."""
    releasing.remove_factor(service, seat.actor, person_id)
    return onward(f"{PEOPLE}/{person_id}", "factor")


def _new_page(
    request: Request,
    service: Service,
    seat: Seat,
    form: PersonForm,
    faults: tuple[Fault, ...] = (),
    *,
    status: int = 200,
) -> Response:
    told = (_in_words(fault) for fault in faults)
    wrong, others = beside(tuple(told), _FIELDS)
    hospitals = [one for one in clients.list_clients(service, seat.actor) if one.role is Role.HOSPITAL]
    return show(
        request,
        "person_new",
        seat,
        status=status,
        form=form,
        wrong=wrong,
        faults=others,
        hospitals=hospitals,
        single_sign_on=service.settings.oidc_issuer is not None,
        **_names(),
    )


def _person_page(
    request: Request,
    service: Service,
    seat: Seat,
    person: PersonView,
    form: PersonForm,
    faults: tuple[Fault, ...] = (),
    *,
    status: int = 200,
) -> Response:
    wrong, others = beside(tuple(_in_words(fault) for fault in faults), _FIELDS - {"client_id"})
    hospital = _hospital(clients.list_clients(service, seat.actor), person)
    return show(
        request,
        "person",
        seat,
        status=status,
        person=person,
        hospital=hospital,
        form=form,
        wrong=wrong,
        faults=others,
        own=person.id == seat.actor.person_id,
        here=f"{PEOPLE}/{person.id}",
        **_names(),
    )


def _secret_page(
    request: Request, seat: Seat, person: PersonView, password: str | None, *, fresh: bool
) -> Response:
    return show(request, "person_password", seat, person=person, password=password, fresh=fresh, **_names())


def _names() -> dict[str, Any]:
    return {"roles": ROLES, "region_words": region_words}


def _hospital(found: list[ClientView], person: PersonView) -> str:
    return next((one.name for one in found if one.id == person.client_id), "")


def _role(written: str) -> Role | None:
    return next((role for role in ROLES if role.value == written), None)


def _written(person: PersonView) -> str:
    return region_words(person.regions) if person.regions else ""


def _in_words(fault: Fault) -> Fault:
    """A hospital is chosen here from a list, not written as an id."""
    if fault.where != "client_id":
        return fault
    return Fault(
        fault.code, fault.where, "医院人员须属于一家医院", "请选择医院；没有列出的，请先为医院新建密钥。"
    )
