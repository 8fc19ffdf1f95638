"""What the portal states about a case: the contents of ``case.yaml``, before any paper is read."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Category = Literal["settled_retirement", "long_residence", "posted_work", "referral", "temporary"]


class _Stated(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Agent(_Stated):
    """The person who files for the applicant."""

    name: str
    id_number: str


class Applicant(_Stated):
    """The insured person, as the portal states them."""

    name: str
    id_number: str
    insured_place: str | None = None
    insurance: Literal["employee", "resident"] | None = None
    relation: Literal["self", "agent"] = "self"
    agent: Agent | None = None


class Entitlement(_Stated):
    """The current qualification, where the portal or the register knows it."""

    disease: str | None = None
    valid_until: dt.date | None = None


class Application(_Stated):
    """One case as stated. Windows and look-backs count from ``submitted_on``.

    Either ``policy``, or ``region`` (GB/T 2260 code, such as ``360900``) with ``business``
    (``renewal``, ``application``, ``remote-filing``), names the pack. ``files`` says what the portal
    believes each file to be; it is a hint, never evidence.
    """

    policy: str | None = None
    region: str | None = None
    business: str | None = None
    submitted_on: dt.date
    applicant: Applicant
    diseases: tuple[str, ...] = ()
    category: Category | None = None
    entitlement: Entitlement | None = None
    files: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _names_a_policy(self) -> Application:
        if not self.policy and not (self.region and self.business):
            raise ValueError("请写明 policy，或同时写明 region 与 business")
        return self
