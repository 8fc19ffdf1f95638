"""Who may do what, and which cases they see."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from intake.actors import CLIENT_ROLES, PERSON_ROLES, SYSTEM, Actor, Role
from intake.database import Database
from intake.doorkeeping.access import ALLOWED, check, in_regions, permits, visible_cases
from intake.refusals import Refused
from intake.tables.access import Client
from intake.tables.cases import Case

REGIONS = ("360900", "360902", "360981", "361000", "360000", "430500", "430503", "430000", "110101")


@pytest.mark.parametrize(
    ("role", "action", "allowed"),
    [
        (Role.PORTAL, "case.open", True),
        (Role.PORTAL, "review.view", False),
        (Role.PORTAL, "image.view", False),
        (Role.PORTAL, "case.decide", False),
        (Role.AUDITOR, "case.open", False),
        (Role.AUDITOR, "case.view", True),
        (Role.AUDITOR, "case.view_unmasked", False),
        (Role.AUDITOR, "case.claim", False),
        (Role.REVIEWER, "case.decide", True),
        (Role.REVIEWER, "case.reject", False),
        (Role.SENIOR, "case.reject", True),
        (Role.SENIOR, "people.manage", False),
        (Role.CLERK, "case.open", True),
        (Role.CLERK, "case.decide", False),
        (Role.ADMINISTRATOR, "people.manage", True),
        (Role.ADMINISTRATOR, "case.view", False),
        (Role.ADMINISTRATOR, "image.view", False),
        (Role.ADMINISTRATOR, "review.view", False),
        (Role.HOSPITAL, "batch.open", True),
        (Role.HOSPITAL, "review.view", False),
    ],
)
def test_what_a_role_may(role: Role, action: str, allowed: bool) -> None:
    actor = Actor("x", role)
    assert permits(actor, action) is allowed
    if allowed:
        check(actor, action)
    else:
        with pytest.raises(Refused) as refused:
            check(actor, action)
        assert refused.value.refusal.code == "ACC-004"


def test_the_table_is_of_known_roles_and_every_role_may_something() -> None:
    assert frozenset[Role]().union(*ALLOWED.values()) == CLIENT_ROLES | PERSON_ROLES | {Role.APPLICANT}
    assert all(permits(SYSTEM, action) for action in ALLOWED)


def test_no_machine_may_decide() -> None:
    machines_only = CLIENT_ROLES - PERSON_ROLES
    for action in ("case.claim", "case.decide", "case.reject", "fields.correct", "case.view_unmasked"):
        assert not ALLOWED[action] & machines_only


def test_an_action_that_is_not_in_the_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        permits(SYSTEM, "case.burn")


def add_case(session: Any, number: int, region: str, client_id: str | None) -> str:
    row = Case(
        case_no=f"T{number}",
        client_id=client_id,
        channel="counter",
        policy_id="p",
        policy_version="1",
        region=region,
        business="renewal",
        submitted_on=dt.date(2025, 11, 20),
        application_sealed=b"",
        name_hash="",
        id_number_hash="",
    )
    session.add(row)
    session.flush()
    return row.id


@pytest.mark.parametrize("regions", [(), ("360900",), ("360000",), ("430503",), ("360902", "430000")])
def test_a_region_takes_in_what_lies_within_it(any_database: Database, regions: tuple[str, ...]) -> None:
    with any_database.writing() as session:
        for number, region in enumerate(REGIONS):
            add_case(session, number, region, None)
    actor = Actor("x", Role.REVIEWER, regions)
    with any_database.reading() as session:
        seen = set(session.scalars(select(Case.region).where(in_regions(Case.region, regions))))
    assert seen == {region for region in REGIONS if actor.covers(region)}


def test_who_sees_which_case(any_database: Database) -> None:
    with any_database.writing() as session:
        portal, other = Client(name="a", role="portal"), Client(name="b", role="hospital")
        session.add_all([portal, other])
        session.flush()
        ids = {
            "portal 36": add_case(session, 1, "360900", portal.id),
            "portal 43": add_case(session, 2, "430500", portal.id),
            "other 36": add_case(session, 3, "360900", other.id),
            "counter 43": add_case(session, 4, "430500", None),
        }
    names = {case_id: name for name, case_id in ids.items()}
    table = [
        (Actor("1", Role.PORTAL, (), portal.id), {"portal 36", "portal 43"}),
        (Actor("2", Role.PORTAL, ("360900",), portal.id), {"portal 36", "portal 43"}),
        (Actor("3", Role.PORTAL), set()),
        (Actor("4", Role.HOSPITAL, (), other.id), {"other 36"}),
        (Actor("5", Role.HOSPITAL, (), other.id, "someone"), {"other 36"}),
        (Actor("6", Role.HOSPITAL, (), None, "someone"), set()),
        (Actor("7", Role.AUDITOR, ("360000",), portal.id), {"portal 36", "other 36"}),
        (Actor("8", Role.REVIEWER, ("430500",), None, "r"), {"portal 43", "counter 43"}),
        (Actor("9", Role.SENIOR, (), None, "s"), set(ids)),
        (Actor("10", Role.CLERK, ("430500", "360900"), None, "c"), set(ids)),
        (Actor("11", Role.ADMINISTRATOR, (), None, "m"), set()),
        (SYSTEM, set(ids)),
    ]
    with any_database.reading() as session:
        for actor, expected in table:
            seen = {names[one] for one in session.scalars(select(Case.id).where(visible_cases(actor)))}
            assert seen == expected, actor
