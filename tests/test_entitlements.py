"""Qualifications: entered at approval, taken in from the bureau's register, and who should renew."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from builders import NAME, NUMBER, OTHER_NUMBER, application, sound_application
from sqlalchemy import select, true

from intake.actors import Actor, Role
from intake.database import Database
from intake.doorkeeping.access import visible_rows
from intake.entitlements import (
    Expiring,
    Holder,
    expiring,
    holder_of,
    number_hash,
    period,
    record_approval,
    revoke_approval,
    row_of,
)
from intake.safekeeping.sealing import Sealer
from intake.tables.access import Client
from intake.tables.base import new_id
from intake.tables.cases import Case, EntitlementRecord
from ocr.types import Document
from validators.application import Application
from validators.pack import Pack, pack_in_force
from validators.policy import Rule

D = dt.date
TODAY = D(2025, 11, 20)
DECIDED = D(2025, 12, 1)
KEY = secrets.token_bytes(32)


@pytest.fixture
def sealer(any_database: Database) -> Sealer:
    """A sealer with its keys made."""
    made = Sealer(any_database, KEY)
    made.load()
    return made


def approve(
    database: Database,
    sealer: Sealer,
    stated: Application | None = None,
    documents: Sequence[Document] = (),
    *,
    client_id: str | None = None,
    decided_on: D = DECIDED,
    case_id: str | None = None,
) -> str:
    """A case whose approval is recorded; its id."""
    stated = stated or application()
    pack = pack_in_force(stated.submitted_on, policy=stated.policy)
    case_id = case_id or new_id()
    with database.writing() as session:
        case = session.get(Case, case_id) or Case(
            id=case_id, case_no=f"N{case_id}", client_id=client_id, channel="counter",
            policy_id=pack.policy.id, policy_version=pack.ref.version, region=pack.policy.region.code,
            business=pack.policy.business, submitted_on=stated.submitted_on, application_sealed=b"",
            name_hash="", id_number_hash="",
        )  # fmt: skip
        session.add(case)
        session.flush()
        record_approval(session, sealer, case, stated, documents, decided_on)
    return case_id


def held(database: Database, sealer: Sealer) -> list[tuple[str, D | None, D | None]]:
    """Disease and period of every entry."""
    with database.reading() as session:
        rows = session.scalars(select(EntitlementRecord).order_by(EntitlementRecord.id)).all()
        return [(holder_of(sealer, row).disease, row.valid_from, row.valid_until) for row in rows]


def enter(database: Database, sealer: Sealer, until: D | None, **more: Any) -> str:
    """An entry of the register; its id."""
    holder = Holder(more.pop("name", NAME), more.pop("number", NUMBER), more.pop("disease", "冠心病"))
    columns = {"source": "register", "region": "430503", "valid_until": until} | more
    row = row_of(sealer, holder, **columns)
    with database.writing() as session:
        session.add(row)
    return row.id


def soon(database: Database, sealer: Sealer, **more: Any) -> tuple[Expiring, ...]:
    """Who should renew within 60 days."""
    with database.reading() as session:
        more = {"visible": true(), "today": TODAY} | more
        return expiring(session, sealer, **more).entries


def test_an_approval_enters_one_qualification_a_disease(any_database: Database, sealer: Sealer) -> None:
    stated = application(diseases=["高血压病Ⅲ级", "冠心病"])
    case_id = approve(any_database, sealer, stated, sound_application())
    # the pack tells no end, so there is none
    assert set(held(any_database, sealer)) == {
        ("高血压病3级", D(2025, 12, 1), None),
        ("冠心病", D(2025, 12, 1), None),
    }
    with any_database.reading() as session:
        row = session.scalars(select(EntitlementRecord)).first()
        assert row is not None
        assert (row.case_id, row.source, row.region) == (case_id, "case", "430500")
        assert row.id_number_hash == number_hash(sealer, NUMBER)
        for told in (NAME, NUMBER, "高血压"):
            assert told.encode() not in row.record_sealed


def test_an_approval_that_is_undone_and_done_again(any_database: Database, sealer: Sealer) -> None:
    case_id = approve(any_database, sealer)
    approve(any_database, sealer, decided_on=D(2025, 12, 2), case_id=case_id)
    assert held(any_database, sealer) == [("高血压病3级", D(2025, 12, 2), None)]
    with any_database.writing() as session:
        revoke_approval(session, case_id)
    assert held(any_database, sealer) == []


def test_remote_filing_gives_no_qualification(any_database: Database, sealer: Sealer) -> None:
    approve(any_database, sealer, application("shaoyang-remote-filing"))
    assert held(any_database, sealer) == []


def with_validity(value: Any, *, adopted: bool = True) -> Pack:
    """Yichun's renewal pack with another validity."""
    pack = pack_in_force(TODAY, policy="yichun-renewal")
    rule = Rule[Any](value=value, clause="有效期一年", source="seed", as_of="2025", tier="C", adopted=adopted)
    return replace(pack, policy=pack.policy.model_copy(update={"information": {"validity": rule}}))


@pytest.mark.parametrize(
    ("value", "adopted", "until"),
    [
        ({"years": 1}, True, D(2026, 11, 30)),
        ({"years_min": 2, "years_max": 2}, True, D(2027, 11, 30)),
        ({"years_min": 1, "years_max": 3}, True, None),
        ({"years": 1}, False, None),
        ("长期", True, None),
        ({}, True, None),
    ],
)
def test_an_end_is_never_guessed(value: Any, adopted: bool, until: D | None) -> None:
    assert period(with_validity(value, adopted=adopted), D(2025, 12, 1)) == (D(2025, 12, 1), until)


def test_the_shipped_packs_tell_no_single_end() -> None:
    for policy in ("yichun-renewal", "shangrao-application", "shaoyang-renewal"):
        assert period(pack_in_force(TODAY, policy=policy), TODAY) == (TODAY, None)


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (D(2025, 11, 19), False),
        (D(2025, 11, 20), True),
        (D(2026, 1, 19), True),
        (D(2026, 1, 20), False),
        (None, False),
    ],
)
def test_who_ends_within_sixty_days(
    any_database: Database, sealer: Sealer, until: D | None, told: bool
) -> None:
    enter(any_database, sealer, until)
    assert bool(soon(any_database, sealer)) is told


def test_an_entry_is_masked_and_tells_when_to_renew(any_database: Database, sealer: Sealer) -> None:
    enter(any_database, sealer, D(2025, 12, 31), region="360902")
    (entry,) = soon(any_database, sealer)
    assert NAME not in repr(entry)
    assert NUMBER not in repr(entry)
    assert entry.id_number == "430***********4514"
    assert (entry.renew_from, entry.renew_until) == (D(2025, 10, 2), D(2025, 12, 31))
    assert (entry.advised_by, entry.days_left) == (D(2025, 11, 1), 41)
    (clear,) = soon(any_database, sealer, unmasked=True)
    assert (clear.name, clear.id_number) == (NAME, NUMBER)


def test_a_region_without_a_renewal_policy_tells_no_window(any_database: Database, sealer: Sealer) -> None:
    enter(any_database, sealer, D(2025, 12, 31), region="110101")
    (entry,) = soon(any_database, sealer)
    assert (entry.renew_from, entry.renew_until, entry.advised_by) == (None, None, None)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ({"until": D(2026, 12, 31)}, 0),  # renewed
        ({"until": D(2026, 12, 31), "disease": "糖尿病"}, 1),  # another disease
        ({"until": D(2026, 12, 31), "number": OTHER_NUMBER}, 1),  # another person
        ({"until": D(2025, 12, 31)}, 1),  # the same, entered twice
        ({"until": None, "valid_from": D(2025, 11, 10)}, 0),  # renewed without an end
        ({"until": None, "valid_from": D(2024, 1, 1)}, 1),  # an older approval without an end
        ({"until": D(2024, 12, 31)}, 1),  # the period before
    ],
)
def test_who_has_renewed_is_not_reminded(
    any_database: Database, sealer: Sealer, later: dict[str, Any], told: int
) -> None:
    enter(any_database, sealer, D(2025, 12, 31), valid_from=D(2025, 1, 1))
    enter(any_database, sealer, **later)
    assert len(soon(any_database, sealer)) == told


def test_everyone_sees_their_own(any_database: Database, sealer: Sealer) -> None:
    with any_database.writing() as session:
        session.add_all([Client(id="a", name="a", role="portal"), Client(id="b", name="b", role="portal")])
    mine = enter(any_database, sealer, D(2025, 12, 1), client_id="a", number=NUMBER)
    enter(any_database, sealer, D(2025, 12, 2), client_id="b", number=OTHER_NUMBER, region="360902")
    register = enter(any_database, sealer, D(2025, 12, 3), disease="糖尿病")

    def seen(actor: Actor) -> list[str]:
        visible = visible_rows(actor, EntitlementRecord.client_id, EntitlementRecord.region)
        return [entry.id for entry in soon(any_database, sealer, visible=visible)]

    assert seen(Actor("client:a", Role.PORTAL, ("430500",), client_id="a")) == [mine]
    assert seen(Actor("person:9", Role.REVIEWER, ("430500",), person_id="9")) == [mine, register]
    assert seen(Actor("person:8", Role.ADMINISTRATOR, (), person_id="8")) == []


def test_pages_follow_one_another(any_database: Database, sealer: Sealer) -> None:
    days = [D(2025, 12, 1 + n // 2) for n in range(5)]
    made = [(day, enter(any_database, sealer, day, disease=f"病种{n}")) for n, day in enumerate(days)]
    found: list[str] = []
    after: str | None = None
    for _ in range(3):
        with any_database.reading() as session:
            page = expiring(session, sealer, visible=true(), today=TODAY, limit=2, after=after)
        found += [entry.id for entry in page.entries]
        after = page.next
    assert after is None
    assert found == [entry_id for _, entry_id in sorted(made)]
    with any_database.reading() as session, pytest.raises(ValueError, match="isoformat"):
        expiring(session, sealer, visible=true(), today=TODAY, after="nonsense")
