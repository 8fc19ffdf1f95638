"""What a portal says when it opens a case, and what makes it an application under one policy."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.actors import Actor
from intake.faults import Fault, faults_of
from intake.refusals import Refused
from intake.refusals.cases import CASE_INVALID, EXTERNAL_ID_PERSONAL, NO_POLICY, OUTSIDE_REGION
from intake.tables.base import now
from ocr.values.id_number import find_id_numbers
from validators.application import Applicant, Application, Category, Entitlement
from validators.pack import Pack, pack_in_force
from validators.policy_errors import PolicyError

Channel = Literal[
    "ganfutong", "jiangxi-gov", "shangrao-wechat", "xiangyibao", "nhsa-app", "counter", "hospital"
]
HERE = ZoneInfo("Asia/Shanghai")
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, O, 1, I: case numbers are read out over the telephone."""


class CaseRequest(BaseModel):
    """The contents of ``case.yaml`` as a portal sends them, with its channel and its own number.

    ``submitted_on`` may be left out: the day on which the case is opened, in China's time.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    policy: str | None = Field(default=None, max_length=100)
    region: str | None = Field(default=None, pattern=r"^\d{6}$")
    business: Literal["renewal", "application", "remote-filing"] | None = None
    applicant: Applicant
    diseases: tuple[str, ...] = Field(default=(), max_length=20)
    category: Category | None = None
    entitlement: Entitlement | None = None
    submitted_on: dt.date | None = None
    channel: Channel
    external_id: str | None = Field(default=None, min_length=1, max_length=100)

    def application(self) -> Application:
        """What the checks go by. Raises ``Refused`` with every fault at once."""
        stated = self.model_dump(exclude={"channel", "external_id"}, exclude_none=True)
        stated.setdefault("submitted_on", today())
        try:
            application = Application.model_validate(stated)
        except ValidationError as error:
            faults = faults_of(error, Application.model_fields, {}, CASE_INVALID.code)
            raise Refused(CASE_INVALID, faults) from None
        wrong = _beyond_shape(application)
        if self.external_id is not None and find_id_numbers(self.external_id):
            wrong.append(EXTERNAL_ID_PERSONAL.fault("external_id"))  # events and lists show it in the clear
        if wrong:
            raise Refused(CASE_INVALID, wrong)
        return application


def _beyond_shape(application: Application) -> list[Fault]:
    """What Pydantic lets pass and no case can be without."""
    person = application.applicant
    faults = []
    for name, value in (("name", person.name), ("id_number", person.id_number)):
        if not value:
            faults.append(_fault(f"applicant.{name}", "不能为空", "请填写这一项。"))
        elif len(value) > 100:
            faults.append(_fault(f"applicant.{name}", "过长", "请核对这一项。"))
    if person.relation == "agent" and person.agent is None:
        faults.append(_fault("applicant.agent", "代办时须填写代办人", "请填写代办人的姓名和身份证号。"))
    if application.submitted_on > today() + dt.timedelta(days=1):
        faults.append(_fault("submitted_on", "提交日期在将来", "请核对日期，或不填。"))
    return faults


def _fault(where: str, message: str, remedy: str) -> Fault:
    return Fault(CASE_INVALID.code, where, message, remedy)


def pack_for(application: Application, actor: Actor) -> Pack:
    """The pack in force for an application, if the actor may file there. Raises ``Refused``."""
    try:
        pack = pack_in_force(
            policy=application.policy,
            region=application.region,
            business=application.business,
            on=application.submitted_on,
        )
    except PolicyError as error:
        raise Refused(NO_POLICY, (Fault(NO_POLICY.code, "policy", error.message, error.remedy),)) from None
    if not actor.covers(pack.policy.region.code):
        raise Refused(OUTSIDE_REGION)
    return pack


def today() -> dt.date:
    """The day it is in China, where windows are counted."""
    return now().astimezone(HERE).date()


def new_case_no() -> str:
    """A number for people: the day, and six letters that nobody can guess (a billion a day)."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(6))
    return f"MS{today():%Y%m%d}-{drawn}"
