"""Second looks: drawn by lot, given by somebody else, blind until given, without effect on the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from review_world import YICHUN, checked_case, person_actor
from rows import row
from sqlalchemy import func, select, update

from intake.actors import Actor, Role
from intake.lifecycle import State, move
from intake.refusals import Refused
from intake.reviewing import decisions, review, second_reviews
from intake.reviewing.decisions import Choice, DecisionRequest
from intake.reviewing.review_queue import Filter, Pile, queue
from intake.reviewing.review_view import reviewed
from intake.reviewing.second_reviews import Opinion
from intake.service import Service
from intake.tables.access import Person
from intake.tables.cases import Case, Decision
from intake.tables.reviewing import SecondReview
from intake.tables.safekeeping import AuditEntry

WORDS = "材料与医院核对过"


@pytest.fixture
def service(make_service: Callable[..., Service]) -> Service:
    return make_service(second_review_percent=100)


@pytest.fixture
def first(service: Service) -> Actor:
    return person_actor(service, "first", Role.SENIOR)


def decided(service: Service, actor: Actor, choice: Choice = Choice.APPROVE) -> str:
    """A case decided by ``actor``; the ten seconds of undoing are over."""
    case = checked_case(service)
    claim = review.claim(service, actor, case.id)
    decisions.decide(service, actor, case.id, DecisionRequest(choice, claim.revision, (), WORDS))
    with service.database.writing() as session:
        past = session.scalar(select(SecondReview.drawn_at).where(SecondReview.case_id == case.id))
        if past:
            values = {"drawn_at": past - dt.timedelta(seconds=30)}
            session.execute(update(SecondReview).where(SecondReview.case_id == case.id).values(**values))
    return case.id


def offered(service: Service, actor: Actor) -> list[str]:
    rows = queue(service, actor, Filter(pile=Pile.SECOND)).rows
    assert queue(service, actor, Filter()).counts[Pile.SECOND] == len(rows)
    return [row.second or "" for row in rows]


def code_of(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def test_a_second_look_is_offered_to_others_and_tells_nothing(service: Service, first: Actor) -> None:
    decided(service, first)
    other = person_actor(service, "other")
    assert offered(service, first) == []
    assert offered(service, person_actor(service, "there", Role.SENIOR, [YICHUN])) == []
    row = queue(service, other, Filter(pile=Pile.SECOND)).rows[0]
    assert (row.state, row.deadline, row.claimed_by) == ("checked", None, None)
    assert code_of(lambda: second_reviews.claim(service, first, row.second or "")) == "REV-018"


def test_it_is_blind_until_given_and_changes_nothing(service: Service, first: Actor) -> None:
    case_id = decided(service, first)
    other = person_actor(service, "other")
    (second_id,) = offered(service, other)
    assert second_reviews.of_case(service, other, case_id) is None
    second_reviews.claim(service, other, second_id)
    assert second_reviews.of_case(service, other, case_id) == second_id
    seen = reviewed(service, other, case_id)
    assert (seen.view.state, seen.view.decision, seen.decisions) == ("checked", None, ())
    assert [step.state for step in seen.steps][-1] == "checked"
    assert WORDS not in repr(seen)
    assert code_of(lambda: second_reviews.compared(service, other, second_id)) == "REV-020"
    told = second_reviews.give(service, other, second_id, Opinion("return", (), "缺身份证"))
    assert (told.first, told.second, told.agrees, told.first_words) == ("approve", "return", False, WORDS)
    assert (told.first_by, told.second_by) == (first.name, other.name)
    assert reviewed(service, other, case_id).decisions[0].words == WORDS
    with service.database.reading() as session:
        assert session.get_one(Case, case_id).state == "approved"
        acts = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == other.id)).all()
    assert acts == ["second_review.claim", "second_review.give"]
    assert offered(service, other) == []
    assert second_reviews.compared(service, first, second_id) == told
    assert code_of(lambda: second_reviews.claim(service, other, second_id)) == "REV-017"
    assert code_of(lambda: second_reviews.give(service, other, second_id, Opinion("approve"))) == "REV-017"
    elsewhere = person_actor(service, "third")
    assert code_of(lambda: second_reviews.compared(service, elsewhere, second_id)) == "REV-017"


def test_two_never_give_one(service: Service, first: Actor) -> None:
    decided(service, first)
    people = [person_actor(service, f"p{number}") for number in range(4)]
    (second_id,) = offered(service, people[0])
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(second_reviews.claim, service, one, second_id) for one in people]
        errors = [one.exception() for one in asked]
    assert [error is None for error in errors].count(True) == 1
    won = people[errors.index(None)]
    lost = next(one for one in people if one is not won)
    assert code_of(lambda: second_reviews.give(service, lost, second_id, Opinion("approve"))) == "REV-017"
    second_reviews.release(service, won, second_id)
    second_reviews.claim(service, lost, second_id)


def test_undone_handed_in_again_or_not_drawn_it_is_not_wanted(
    service: Service, first: Actor, make_service: Callable[..., Service]
) -> None:
    other = person_actor(service, "other")
    case = checked_case(service)
    claim = review.claim(service, first, case.id)
    decisions.decide(service, first, case.id, DecisionRequest(Choice.APPROVE, claim.revision, (), WORDS))
    assert offered(service, other) == []  # it may still be undone
    decisions.undo(service, first, case.id)
    with service.database.reading() as session:
        assert session.scalar(select(func.count(SecondReview.id))) == 0
    returned = decided(service, first, Choice.RETURN)
    (second_id,) = offered(service, other)
    second_reviews.claim(service, other, second_id)
    with service.database.writing() as session:
        move(session, returned, State.QUEUED, since=(State.RETURNED,), actor="system", round=2)
    assert offered(service, other) == []
    assert code_of(lambda: second_reviews.give(service, other, second_id, Opinion("return"))) == "REV-016"
    decided(make_service(second_review_percent=0), first)
    assert offered(service, other) == []


def test_an_opinion_is_one_of_three_with_reasons_of_the_case(service: Service, first: Actor) -> None:
    case_id = decided(service, first)
    other = person_actor(service, "other")
    (second_id,) = offered(service, other)
    second_reviews.claim(service, other, second_id)
    faults = [
        Opinion("pass"),
        Opinion("approve", ("NONE-001",)),
        Opinion("approve", (), "字" * 2001),
    ]
    for opinion in faults:
        assert code_of(lambda o=opinion: second_reviews.give(service, other, second_id, o)) == "REV-019"
    assert second_reviews.of_case(service, other, case_id) == second_id


@pytest.mark.parametrize(("percent", "least", "most"), [(0, 0, 0), (20, 30, 100), (100, 300, 300)])
def test_the_share_is_drawn_by_lot(service: Service, percent: float, least: int, most: int) -> None:
    with service.database.writing() as session:
        case = row(Case, case_no="x")
        session.add(case)
        session.flush()
        person = person_actor_row(session)
        drawn = 0
        for _ in range(300):
            decision = row(Decision, case_id=case.id, person_id=person)
            session.add(decision)
            session.flush()
            drawn += second_reviews.draw(session, percent, case, decision)
    assert least <= drawn <= most


def person_actor_row(session: Any) -> str:
    person = row(Person, login="x")
    session.add(person)
    session.flush()
    return person.id
