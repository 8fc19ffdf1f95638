"""The form on which a clerk takes an application: what was typed, what is wrong with it, what it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.actors import Actor
from intake.case_requests import CaseRequest, today
from intake.faults import Fault, faults_of
from intake.refusals import Refused
from intake.refusals.cases import CASE_INVALID
from ocr.values.id_number import is_valid
from validators.application import Application
from validators.disease_row import Disease
from validators.pack import Pack, load_packs

REMOTE: Final = "remote-filing"
CATEGORIES: Final[Mapping[str, str]] = {
    "settled_retirement": "异地安置退休",
    "long_residence": "异地长期居住",
    "posted_work": "常驻异地工作",
    "referral": "异地转诊",
    "temporary": "临时外出就医",
}
_PLACES: Final[Mapping[str, str]] = {
    "applicant.name": "name",
    "applicant.id_number": "id_number",
    "applicant.insured_place": "insured_place",
    "applicant.insurance": "insurance",
    "applicant.agent": "agent_name",
    "applicant.agent.name": "agent_name",
    "applicant.agent.id_number": "agent_id_number",
    "entitlement.valid_until": "valid_until",
}
"""Where a fault of the case stands on the form, where the names differ."""


class CounterForm(BaseModel):
    """What was typed, as it was typed. ``sure``: the clerk compared an ID number that looks wrong with the
    card and stands by it."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    policy: str = Field(default="", max_length=100)
    name: str = Field(default="", max_length=200)
    id_number: str = Field(default="", max_length=60)
    insured_place: str = Field(default="", max_length=300)
    insurance: str = Field(default="", max_length=20)
    agent: bool = False
    agent_name: str = Field(default="", max_length=200)
    agent_id_number: str = Field(default="", max_length=60)
    diseases: list[str] = Field(default_factory=list, max_length=40)
    category: str = Field(default="", max_length=40)
    valid_until: str = Field(default="", max_length=20)
    submitted_on: str = Field(default="", max_length=20)
    sure: bool = False


class Wrong(dict[str, str]):
    """What is wrong with each field, in words; empty words for one with nothing wrong."""

    def __missing__(self, field: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class DiseaseChoice:
    """A disease to choose; ``words`` are further names to find it by, ``note`` for whom it is."""

    name: str
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """A policy to file under, and which fields it has."""

    id: str
    title: str
    renewal: bool
    remote: bool
    diseases: tuple[DiseaseChoice, ...]


def choices(actor: Actor) -> tuple[PolicyChoice, ...]:
    """The policies in force today of the actor's regions."""
    packs = (pack for pack in load_packs() if pack.in_force(today()))
    return tuple(_choice(pack) for pack in packs if actor.covers(pack.policy.region.code))


def _choice(pack: Pack) -> PolicyChoice:
    policy = pack.policy
    listed = policy.catalogue is not None and pack.catalogue is not None
    rows = pack.catalogue.rows if listed and pack.catalogue else ()
    return PolicyChoice(
        id=policy.id,
        title=policy.title,
        renewal=policy.business == "renewal",
        remote=policy.business == REMOTE,
        diseases=tuple(_disease(row) for row in rows),
    )


def _disease(row: Disease) -> DiseaseChoice:
    notes = ["仅居民"] if row.insurance == "resident" else []
    notes += [row.ages_in_words] if row.age_rule else []
    return DiseaseChoice(row.name, "、".join(row.aliases), "，".join(notes))


def chosen(found: Iterable[PolicyChoice], policy: str) -> PolicyChoice | None:
    """The policy of that id among ``found``."""
    return next((one for one in found if one.id == policy), None)


def request_of(form: CounterForm, policy: PolicyChoice | None) -> CaseRequest:
    """The case that the form asks for. Raises ``Refused`` with every fault, ``where`` naming the field."""
    faults = _own_faults(form, policy)
    request: CaseRequest | None = None
    try:
        request = CaseRequest.model_validate(_stated(form))
        request.application()
    except ValidationError as error:
        faults += faults_of(error, Application.model_fields, {}, CASE_INVALID.code)
    except Refused as refused:
        faults += refused.faults
    if faults or request is None:
        raise Refused(CASE_INVALID, on_form(faults))
    return request


def on_form(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults of a case under the names of the form's fields, one a field."""
    placed: dict[str, Fault] = {}
    for fault in faults:
        where = _PLACES.get(fault.where, fault.where.split(".")[0].split("[")[0])
        placed.setdefault(where, Fault(fault.code, where, fault.message, fault.remedy))
    return tuple(placed.values())


def _stated(form: CounterForm) -> dict[str, Any]:
    agent = {"name": form.agent_name, "id_number": _number(form.agent_id_number)}
    applicant = {
        "name": form.name.replace(" ", ""),
        "id_number": _number(form.id_number),
        "insured_place": form.insured_place or None,
        "insurance": form.insurance or None,
        "relation": "agent" if form.agent else "self",
        "agent": agent if form.agent else None,
    }
    return {
        "policy": form.policy or None,
        "applicant": applicant,
        "diseases": tuple(dict.fromkeys(one for one in form.diseases if one)),
        "category": form.category or None,
        "entitlement": {"valid_until": form.valid_until} if form.valid_until else None,
        "submitted_on": form.submitted_on or None,
        "channel": "counter",
    }


def _number(typed: str) -> str:
    return "".join(typed.split()).upper()


def _own_faults(form: CounterForm, policy: PolicyChoice | None) -> list[Fault]:
    """What an application may be without elsewhere, and what a clerk can mend with the card in hand."""
    faults = []
    if policy is None:
        faults.append(_fault("policy", "没有选择业务", "请选择要办理的业务。"))
    elif policy.diseases and not any(form.diseases):
        faults.append(_fault("diseases", "没有选择病种", "请输入病种名称后选取。"))
    numbers = [("id_number", form.id_number)]
    if form.agent:
        numbers.append(("agent_id_number", form.agent_id_number))
        if not form.agent_name:
            faults.append(_fault("agent_name", "代办时须填写代办人", "请填写代办人的姓名。"))
        if not form.agent_id_number:
            faults.append(_fault("agent_id_number", "代办时须填写代办人", "请填写代办人的身份证号。"))
    for where, typed in numbers:
        if typed and not form.sure and not is_valid(_number(typed), today()):
            faults.append(_fault(where, "身份证号有误（位数、出生日期或校验码不对）", "请对照证件改正。"))
    return faults


def _fault(where: str, message: str, remedy: str) -> Fault:
    return Fault(CASE_INVALID.code, where, message, remedy)
