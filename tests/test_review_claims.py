"""The queue, and who holds a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from review_world import SHAOYANG, YICHUN, checked_case, client_actor, person_actor
from sqlalchemy import select, update

from intake import cases
from intake.actors import Actor, Role
from intake.case_views import CaseView
from intake.database import Database
from intake.lifecycle import State, move
from intake.refusals import Refused
from intake.reviewing import review, review_queue
from intake.reviewing.review_queue import Filter, Pile, queue
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case, CaseStep
from intake.tables.safekeeping import AuditEntry


@pytest.fixture
def checked(service: Service) -> CaseView:
    """A checked case of the portal 湘医保 in Shaoyang."""
    return checked_case(service)


def refused_code(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def state_of(service: Service, case_id: str) -> str:
    with service.database.reading() as session:
        return session.get_one(Case, case_id).state


def run_out(service: Service, case_id: str) -> None:
    """As if the lease's time had passed."""
    with service.database.writing() as session:
        past = now() - dt.timedelta(seconds=1)
        session.execute(update(Case).where(Case.id == case_id).values(claimed_until=past))


def piles(service: Service, actor: Actor, case_id: str) -> set[Pile]:
    counted = [pile for pile in Pile if pile is not Pile.ALL]
    return {
        pile
        for pile in counted
        if case_id in {row.id for row in queue(service, actor, Filter(pile=pile)).rows}
    }


def test_a_claim_is_held_renewed_released_and_audited(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    claim = review.claim(service, me, checked.id)
    lease = dt.timedelta(minutes=service.settings.claim_minutes)
    assert abs(claim.until - now() - lease) < dt.timedelta(seconds=30)
    assert state_of(service, checked.id) == "in_review"
    run_out(service, checked.id)
    renewed = review.renew(service, me, checked.id)
    assert (renewed.revision, renewed.until > now()) == (claim.revision, True)
    assert review.claim(service, me, checked.id).revision == claim.revision
    review.release(service, me, checked.id)
    assert state_of(service, checked.id) == "checked"
    assert refused_code(lambda: review.release(service, me, checked.id)) == "REV-001"
    with service.database.reading() as session:
        acts = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == me.id)).all()
    assert acts == ["case.claim", "case.release"]


def test_two_people_never_hold_one_case(any_database: Database, make_service: Callable[..., Service]) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    case = checked_case(service)
    people = [person_actor(service, f"person{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(review.claim, service, one, case.id) for one in people]
        errors = [one.exception() for one in asked]
    won = [one for one, error in zip(people, errors, strict=True) if error is None]
    assert len(won) == 1
    lost = [error.refusal.code for error in errors if isinstance(error, Refused)]
    assert lost == ["REV-002"] * 5
    for other in people:
        if other is not won[0]:
            for act in (review.renew, review.release):
                assert refused_code(lambda a=act, o=other: a(service, o, case.id)) == "REV-001"
    with service.database.reading() as session:
        steps = session.scalars(select(CaseStep.to_state).where(CaseStep.case_id == case.id)).all()
    assert steps.count("in_review") == 1


def test_a_lease_that_ran_out_is_freed(service: Service, checked: CaseView) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other")
    review.claim(service, me, checked.id)
    assert review.free_claims(service, now()) == 0
    run_out(service, checked.id)
    assert review.free_claims(service, now()) == 1
    assert state_of(service, checked.id) == "checked"
    assert review.free_claims(service, now()) == 0
    review.claim(service, me, checked.id)
    run_out(service, checked.id)
    review.claim(service, other, checked.id)
    assert refused_code(lambda: review.renew(service, me, checked.id)) == "REV-001"


def test_a_stuck_case_goes_back_to_stuck(service: Service, checked: CaseView) -> None:
    with service.database.writing() as session:
        move(session, checked.id, State.IN_REVIEW, since=(State.CHECKED,), actor="system")
        move(session, checked.id, State.STUCK, since=(State.IN_REVIEW,), actor="system")
    me = person_actor(service, "me")
    review.claim(service, me, checked.id)
    review.release(service, me, checked.id)
    assert state_of(service, checked.id) == "stuck"
    assert piles(service, me, checked.id) == {Pile.STUCK, Pile.UNCLAIMED}


def test_who_may_not_claim(service: Service, checked: CaseView) -> None:
    elsewhere = person_actor(service, "elsewhere", Role.SENIOR, [YICHUN])
    assert refused_code(lambda: review.claim(service, elsewhere, checked.id)) == "CASE-101"
    assert refused_code(lambda: review.claim(service, elsewhere, "0" * 32)) == "CASE-101"
    for role in (Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR):
        actor = person_actor(service, f"a-{role}", role)
        assert refused_code(lambda a=actor: review.claim(service, a, checked.id)) == "ACC-004"
    portal = client_actor(service)
    assert refused_code(lambda: review.claim(service, portal, checked.id)) == "ACC-004"


def test_what_cannot_be_claimed(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    cases.withdraw(service, client_actor(service), checked.id)
    assert refused_code(lambda: review.claim(service, me, checked.id)) == "REV-003"


def test_the_piles_and_their_counts(service: Service, checked: CaseView) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other")
    senior = person_actor(service, "senior", Role.SENIOR)
    assert piles(service, me, checked.id) == {Pile.UNCLAIMED}
    review.claim(service, me, checked.id)
    assert piles(service, me, checked.id) == {Pile.MINE}
    assert piles(service, other, checked.id) == {Pile.OTHERS}
    row = queue(service, other, Filter(pile=Pile.OTHERS)).rows[0]
    assert (row.claimed_by, row.mine, row.applicant) == (me.name, False, "李建国")
    review.release(service, me, checked.id)
    with service.database.writing() as session:
        today = now().date()
        session.execute(update(Case).values(for_senior=True, deadline=today))
    assert piles(service, me, checked.id) == {Pile.SENIOR, Pile.NEAR_DEADLINE}
    assert piles(service, senior, checked.id) == {Pile.SENIOR, Pile.UNCLAIMED, Pile.NEAR_DEADLINE}
    counts = queue(service, senior, Filter()).counts
    assert {pile for pile, count in counts.items() if count} == piles(service, senior, checked.id)


def test_filters_take_what_fits(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    row = queue(service, me, Filter()).rows[0]
    assert row.findings
    fitting = [
        {"region": SHAOYANG},
        {"region": "430000"},
        {"policy": checked.policy_id},
        {"channel": checked.channel},
        {"route": checked.route},
        {"finding": row.findings[0]},
    ]
    others = [
        {"region": YICHUN},
        {"region": "430503"},
        {"policy": "yichun-renewal"},
        {"channel": "counter"},
        {"route": "ready_for_review"},
        {"finding": "NONE-001"},
    ]
    assert all(len(queue(service, me, Filter(**one)).rows) == 1 for one in fitting)
    assert all(queue(service, me, Filter(**one)).rows == () for one in others)


def test_pages_follow_each_other_without_gap(service: Service) -> None:
    made = [checked_case(service).id for _ in range(5)]
    with service.database.writing() as session:
        same = now()
        session.execute(update(Case).where(Case.id.in_(made[1:4])).values(submitted_at=same))
    me = person_actor(service, "me")
    whole = [row.id for row in queue(service, me, Filter()).rows]
    seen, cursor = [], None
    for _ in range(3):
        page = review_queue.queue(service, me, Filter(), cursor=cursor, limit=2)
        seen += [row.id for row in page.rows]
        cursor = page.next
    assert cursor is None
    assert seen == whole
    assert sorted(seen) == sorted(made)


def test_a_region_sees_its_own_queue_and_counts_only(service: Service, checked: CaseView) -> None:
    there = person_actor(service, "there", Role.SENIOR, [YICHUN])
    for pile in Pile:
        page = queue(service, there, Filter(pile=pile))
        assert (page.rows, set(page.counts.values())) == ((), {0})
    auditor = person_actor(service, "auditor", Role.AUDITOR, [SHAOYANG])
    page = queue(service, auditor, Filter())
    assert [row.applicant for row in page.rows] == ["李**"]
    assert page.counts[Pile.MINE] == 0
