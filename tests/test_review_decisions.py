"""Decisions, and taking them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from review_world import SAMPLES, checked_case, client_actor, hand_in, person_actor, work_off
from sqlalchemy import func, select, update

from intake import cases
from intake.actors import Actor, Role
from intake.case_views import CaseView
from intake.database import Database
from intake.refusals import Refused
from intake.reviewing import decisions, review
from intake.reviewing.decisions import UNDO_SECONDS, Choice, Decided, DecisionRequest, decide, undo
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case, Decision, EntitlementRecord
from intake.tables.delivery import Event
from intake.tables.safekeeping import AuditEntry


@pytest.fixture
def checked(service: Service) -> CaseView:
    """A checked case of the portal 湘医保 in Shaoyang."""
    return checked_case(service)


def refused_code(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def claimed(service: Service, actor: Actor, case_id: str) -> int:
    return review.claim(service, actor, case_id).revision


def decided(
    service: Service, actor: Actor, case_id: str, choice: Choice, words: str = "已核对原件。", **more: Any
) -> Decided:
    revision = claimed(service, actor, case_id)
    return decide(service, actor, case_id, DecisionRequest(choice, revision, words=words, **more))


def events_of(service: Service, case_id: str) -> list[str]:
    with service.database.reading() as session:
        wanted = select(Event.type).where(Event.case_id == case_id).order_by(Event.id)
        return list(session.scalars(wanted))


def entitlements_of(service: Service, case_id: str) -> int:
    with service.database.reading() as session:
        wanted = select(func.count()).where(EntitlementRecord.case_id == case_id)
        return session.scalar(wanted) or 0


def test_an_approval_with_everything_that_follows(
    any_database: Database, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    case = checked_case(service)
    me = person_actor(service, "me")
    done = decided(service, me, case.id, Choice.APPROVE)
    assert done.state == "approved"
    portal = client_actor(service)
    view = cases.view(service, portal, case.id)
    assert view.decision is not None
    assert (view.state, view.decision.decision, view.decision.words) == (
        "approved",
        "approve",
        "已核对原件。",
    )
    assert view.decided_at is not None
    assert entitlements_of(service, case.id) == 1
    assert events_of(service, case.id) == ["case.received", "case.checked", "case.decided"]
    with service.database.reading() as session:
        row = session.get_one(Case, case.id)
        assert (row.claimed_by, row.claimed_until) == (None, None)
        event = session.scalars(select(Event).where(Event.type == "case.decided")).one()
        assert event.due_at - event.at == dt.timedelta(seconds=UNDO_SECONDS)
        sealed = session.scalars(select(Decision.words_sealed)).one()
        acts = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == me.id)).all()
        assert audit.verify(session)[1] is None
    assert "已核对".encode() not in sealed
    assert acts == ["case.claim", "case.approve"]


def test_a_sound_case_needs_no_words(service: Service) -> None:
    """The whole of a sound sample case, so that every mandatory check is met."""
    from test_service_case import a_folder, papers, request_of  # noqa: PLC0415

    folder = a_folder()
    assert folder.parent == SAMPLES
    portal, me = client_actor(service), person_actor(service, "me")
    opened = cases.open_case(service, portal, request_of(folder))
    for path in papers(folder):
        hand_in(service, portal, opened.id, path)
    cases.submit(service, portal, opened.id)
    work_off(service)
    assert cases.view(service, portal, opened.id).route == "ready_for_review"
    assert decided(service, me, opened.id, Choice.APPROVE, words="").state == "approved"


@pytest.mark.parametrize(
    ("choice", "words", "reasons", "wrong"),
    [
        (Choice.APPROVE, "", (), ["words"]),
        (Choice.PASS, " ", (), ["words"]),
        (Choice.RETURN, "请补交。", ("NONE-001",), ["reasons[0]"]),
        (Choice.RETURN, "长" * 2001, ("NONE-001", "NONE-002"), ["reasons[0]", "reasons[1]", "words"]),
    ],
)
def test_everything_wrong_with_a_decision_is_named(
    service: Service,
    checked: CaseView,
    choice: Choice,
    words: str,
    reasons: tuple[str, ...],
    wrong: list[str],
) -> None:
    me = person_actor(service, "me")
    with pytest.raises(Refused) as refused:
        decided(service, me, checked.id, choice, words=words, reasons=reasons)
    assert [fault.where for fault in refused.value.faults] == wrong
    assert cases.view(service, me, checked.id).state == "in_review"


def test_a_return_tells_what_to_mend_and_stops_the_clock(service: Service, checked: CaseView) -> None:
    me, portal = person_actor(service, "me"), client_actor(service)
    code = next(check.code for check in checked.checks if check.outcome == "unmet")
    assert checked.deadline is not None
    decided(service, me, checked.id, Choice.RETURN, words="", reasons=(code,))
    view = cases.view(service, portal, checked.id)
    assert view.decision is not None
    assert view.decision.reasons == (code,)
    assert view.decision.words == "\n".join(one.message for one in checked.corrections)
    assert (view.state, view.deadline, view.decided_at) == ("returned", None, None)
    assert events_of(service, checked.id)[-1] == "case.returned"
    again = cases.submit(service, portal, checked.id)
    assert (again.state, again.round) == ("queued", 2)
    assert again.deadline is not None
    work_off(service)
    assert cases.view(service, portal, checked.id).state == "checked"


def test_only_a_senior_rejects(service: Service, checked: CaseView) -> None:
    me, senior = person_actor(service, "me"), person_actor(service, "senior", Role.SENIOR)
    assert refused_code(lambda: decided(service, me, checked.id, Choice.REJECT)) == "ACC-004"
    review.release(service, me, checked.id)
    assert refused_code(lambda: decided(service, senior, checked.id, Choice.REJECT, words="")) == "REV-005"
    assert decided(service, senior, checked.id, Choice.REJECT).state == "rejected"
    assert entitlements_of(service, checked.id) == 0


def test_what_is_passed_on_waits_for_a_senior(service: Service, checked: CaseView) -> None:
    me, senior = person_actor(service, "me"), person_actor(service, "senior", Role.SENIOR)
    done = decided(service, me, checked.id, Choice.PASS, words="印章存疑，请复核。")
    assert (done.state, done.undo_until) == ("checked", None)
    assert refused_code(lambda: claimed(service, me, checked.id)) == "REV-007"
    assert refused_code(lambda: undo(service, me, checked.id)) == "REV-006"
    portal = client_actor(service)
    assert cases.view(service, portal, checked.id).decision is None, "words for a senior are no decision"
    assert events_of(service, checked.id) == ["case.received", "case.checked"]
    assert decided(service, senior, checked.id, Choice.RETURN, words="请重新盖章。").state == "returned"
    view = cases.view(service, portal, checked.id)
    assert view.decision is not None
    assert view.decision.words == "请重新盖章。"
    with service.database.reading() as session:
        assert session.get_one(Case, checked.id).for_senior is False


def test_a_decision_is_on_what_was_seen(service: Service, checked: CaseView) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other")
    seen = claimed(service, me, checked.id)
    for revision in (seen - 1, seen + 1):
        request = DecisionRequest(Choice.APPROVE, revision, words="好")
        assert refused_code(lambda r=request: decide(service, me, checked.id, r)) == "REV-004"
    request = DecisionRequest(Choice.APPROVE, seen, words="好")
    assert refused_code(lambda: decide(service, other, checked.id, request)) == "REV-001"
    decide(service, me, checked.id, request)
    assert refused_code(lambda: decide(service, me, checked.id, request)) == "REV-001"


def test_of_two_decisions_at_once_one_counts(
    any_database: Database, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    case, me = checked_case(service), person_actor(service, "me", Role.SENIOR)
    revision = claimed(service, me, case.id)
    requests = [
        DecisionRequest(choice, revision, words="好")
        for choice in (Choice.APPROVE, Choice.REJECT, Choice.RETURN)
    ]
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(decide, service, me, case.id, one) for one in requests]
        assert sorted(one.exception() is None for one in asked) == [False, False, True]
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Decision)) == 1
    assert len(events_of(service, case.id)) == 3


@pytest.mark.parametrize("choice", [Choice.APPROVE, Choice.RETURN, Choice.REJECT])
def test_a_decision_taken_back_never_was(service: Service, checked: CaseView, choice: Choice) -> None:
    me = person_actor(service, "me", Role.SENIOR)
    decided(service, me, checked.id, choice)
    claim = undo(service, me, checked.id)
    view = cases.view(service, me, checked.id)
    assert (view.state, view.decision, view.decided_at) == ("in_review", None, None)
    assert view.deadline == checked.deadline
    assert entitlements_of(service, checked.id) == 0
    assert events_of(service, checked.id) == ["case.received", "case.checked"]
    assert refused_code(lambda: undo(service, me, checked.id)) == "REV-006"
    request = DecisionRequest(Choice.APPROVE, claim.revision, words="重新核对。")
    assert decide(service, me, checked.id, request).state == "approved"
    review_acts = ["case.claim", f"case.{choice}", "case.undo", "case.approve"]
    with service.database.reading() as session:
        acts = session.scalars(select(AuditEntry.action).where(AuditEntry.actor == me.id)).all()
    assert acts == review_acts


def test_it_can_be_taken_back_by_that_person_for_ten_seconds(service: Service, checked: CaseView) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other", Role.SENIOR)
    decided(service, me, checked.id, Choice.APPROVE)
    assert refused_code(lambda: undo(service, other, checked.id)) == "REV-006"
    with service.database.writing() as session:
        past = now() - dt.timedelta(seconds=UNDO_SECONDS + 1)
        session.execute(update(Decision).values(at=past))
    assert refused_code(lambda: undo(service, me, checked.id)) == "REV-006"
    assert cases.view(service, me, checked.id).state == "approved"


def test_what_the_portal_was_told_is_not_taken_back(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    decided(service, me, checked.id, Choice.APPROVE)
    with service.database.writing() as session:
        session.execute(update(Event).values(fanned_out=True))
    assert refused_code(lambda: undo(service, me, checked.id)) == "REV-006"
    assert entitlements_of(service, checked.id) == 1


def test_a_return_the_applicant_has_answered_is_not_taken_back(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    decided(service, me, checked.id, Choice.RETURN)
    cases.submit(service, client_actor(service), checked.id)
    assert refused_code(lambda: undo(service, me, checked.id)) == "REV-006"
    assert cases.view(service, me, checked.id).state == "queued"


def test_a_crash_half_way_leaves_nothing(
    service: Service, checked: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = person_actor(service, "me")
    revision = claimed(service, me, checked.id)

    def crash(*_: Any, **__: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(decisions.audit, "append", crash)
    with pytest.raises(MemoryError):
        decide(service, me, checked.id, DecisionRequest(Choice.APPROVE, revision, words="好"))
    monkeypatch.undo()
    assert cases.view(service, me, checked.id).state == "in_review"
    assert events_of(service, checked.id) == ["case.received", "case.checked"]
    assert entitlements_of(service, checked.id) == 0
    done = decide(service, me, checked.id, DecisionRequest(Choice.APPROVE, revision, words="好"))
    assert done.state == "approved"
