"""A checked case mended by whoever handed it in: what comes in waits, replaces, and is submitted once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from review_world import CASE, SAMPLES, SHAOYANG, client_actor, hand_in, person_actor
from sqlalchemy import select, update

from intake import cases, files
from intake.actors import Actor, Role
from intake.case_requests import CaseRequest
from intake.clock import china_day
from intake.handing_in import handed_in
from intake.lifecycle import State
from intake.refusals import Refused
from intake.refusals.cases import BEING_REVIEWED, NO_SUCH_FILE, NOT_OPEN
from intake.reviewing import review
from intake.service import Service
from intake.supplements import of_round
from intake.tables.cases import Case, CaseFile, CaseStep
from intake.tables.work import Job

FRONT, BACK = (SAMPLES / "shaoyang-renewal-01-sound-self" / f"id-{side}.jpg" for side in ("front", "back"))


def hospital(service: Service, name: str = "大祥医院") -> Actor:
    return client_actor(service, name, Role.HOSPITAL)


def checked(service: Service, actor: Actor, route: str = "needs_correction", **more: Any) -> str:
    """A case with one paper as it stands when the readers are through with it."""
    case = cases.open_case(service, actor, CaseRequest.model_validate(CASE | {"channel": "hospital"}))
    hand_in(service, actor, case.id, FRONT)
    cases.submit(service, actor, case.id)
    with service.database.writing() as session:
        session.execute(update(Job).where(Job.case_id == case.id).values(state="done"))
        values = {"state": State.CHECKED, "route": route, **more}
        session.execute(update(Case).where(Case.id == case.id).values(**values))
    return case.id


def add(service: Service, actor: Actor, case_id: str, path: Path, **more: Any) -> files.FileAdded:
    with service.vault.receive(1 << 22) as receiver:
        receiver.write(path.read_bytes())
        return files.add_file(service, actor, case_id, receiver.finish(), path.name, **more)


def judged(service: Service, case_id: str) -> set[str]:
    """The files that the case's round is judged on."""
    with service.database.reading() as session:
        case = session.get_one(Case, case_id)
        wanted = select(CaseFile.id).where(CaseFile.case_id == case_id, of_round(case.round))
        return set(session.scalars(wanted))


def test_a_replaced_paper_counts_until_the_case_is_submitted_again(service: Service) -> None:
    actor = hospital(service)
    case_id = checked(service, actor)
    (first,) = judged(service, case_id)
    new = add(service, actor, case_id, BACK, replaces=first)
    assert judged(service, case_id) == {first}
    states = {file.id: file.state for file in handed_in(service, actor, case_id).case.files}
    assert states[first] == "replaced"
    view = cases.submit(service, actor, case_id)
    assert (view.state, view.round, view.route) == ("queued", 2, None)
    assert judged(service, case_id) == {new.id}
    with service.database.reading() as session:
        read = session.scalars(select(Job.file_id).where(Job.case_id == case_id, Job.round == 2)).all()
        assert list(read) == [new.id]
        mended = select(CaseStep).where(CaseStep.case_id == case_id, CaseStep.from_state == "checked")
        step = session.scalars(mended)
        assert [(one.to_state, one.actor) for one in step] == [("queued", actor.id)]


def test_the_deadline_goes_on_from_the_first_submission(service: Service) -> None:
    actor = hospital(service)
    case_id = checked(service, actor)
    before = cases.view(service, actor, case_id).deadline
    assert before is not None
    add(service, actor, case_id, BACK)
    after = cases.submit(service, actor, case_id)
    assert after.submitted_at is not None
    assert (after.deadline, china_day(after.submitted_at) <= before) == (before, True)


def test_the_bytes_of_a_replaced_paper_bring_it_back(service: Service) -> None:
    actor = hospital(service)
    case_id = checked(service, actor)
    (first,) = judged(service, case_id)
    second = add(service, actor, case_id, BACK, replaces=first)
    again = add(service, actor, case_id, FRONT, replaces=second.id)
    assert (again.duplicate, again.id) == (True, first)
    assert add(service, actor, case_id, FRONT, replaces=first).id == first  # in its own place
    cases.submit(service, actor, case_id)
    assert judged(service, case_id) == {first}


def test_submitting_again_without_anything_new_changes_nothing(service: Service) -> None:
    actor = hospital(service)
    case_id = checked(service, actor)
    view = cases.submit(service, actor, case_id)
    assert (view.state, view.round) == ("checked", 1)


def test_only_its_own_sender_mends_a_case_and_only_while_it_is_to_be_corrected(service: Service) -> None:
    actor = hospital(service)
    senior = person_actor(service, "senior", Role.SENIOR, [SHAOYANG])
    for case_id in (
        checked(service, actor, "ready_for_review"),
        checked(service, actor, "needs_attention"),
        checked(service, actor, for_senior=True),
        checked(service, actor, state=State.IN_REVIEW, claimed_by=senior.person_id),
        checked(service, actor, state=State.APPROVED),
        checked(service, client_actor(service, "湘医保")),
    ):
        with service.database.reading() as session:
            owner = session.get_one(Case, case_id).client_id
        sender = actor if owner == actor.client_id else client_actor(service, "湘医保")
        with pytest.raises(Refused) as refused:
            add(service, sender, case_id, BACK)
        assert refused.value.refusal is NOT_OPEN
        assert not handed_in(service, sender, case_id).takes_files


def test_a_clerk_mends_what_that_clerk_took(service: Service) -> None:
    mine, other = (person_actor(service, login, Role.CLERK, [SHAOYANG]) for login in ("c1", "c2"))
    case_id = checked(service, mine)
    with pytest.raises(Refused):
        add(service, other, case_id, BACK)
    add(service, mine, case_id, BACK)
    assert cases.submit(service, mine, case_id).state == "queued"


def test_a_paper_of_another_case_cannot_be_replaced(service: Service) -> None:
    actor = hospital(service)
    case_id, elsewhere = checked(service, actor), checked(service, hospital(service, "双清医院"))
    (foreign,) = judged(service, elsewhere)
    with pytest.raises(Refused) as refused:
        add(service, actor, case_id, BACK, replaces=foreign)
    assert refused.value.refusal is NO_SUCH_FILE
    assert judged(service, elsewhere) == {foreign}


def test_whoever_comes_after_the_reviewer_is_told_so(service: Service) -> None:
    actor = hospital(service)
    reviewer = person_actor(service, "r1", Role.REVIEWER, [SHAOYANG])
    case_id = checked(service, actor)
    add(service, actor, case_id, BACK)
    review.claim(service, reviewer, case_id)
    with pytest.raises(Refused) as refused:
        cases.submit(service, actor, case_id)
    assert refused.value.refusal is BEING_REVIEWED
    assert len(judged(service, case_id)) == 1  # the reviewer decides on what was checked


def at_once(**acts: Callable[[], object]) -> dict[str, str]:
    """Run all at the same moment; "won" or the code of the refusal, by name."""
    ready, told = threading.Barrier(len(acts)), dict[str, str]()

    def run(name: str, act: Callable[[], object]) -> None:
        ready.wait()
        try:
            act()
            told[name] = "won"
        except Refused as refused:
            told[name] = refused.refusal.code

    threads = [threading.Thread(target=run, args=pair) for pair in acts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_of_a_claim_and_a_submission_at_once_one_wins(
    kind: str, make_service: Callable[..., Service], request: pytest.FixtureRequest
) -> None:
    given = {} if kind == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    service = make_service(**given)
    actor = hospital(service)
    reviewer = person_actor(service, "r1", Role.REVIEWER, [SHAOYANG])
    for _ in range(5):
        case_id = checked(service, actor)
        add(service, actor, case_id, BACK)
        told = at_once(
            claim=partial(review.claim, service, reviewer, case_id),
            submit=partial(cases.submit, service, actor, case_id),
        )
        with service.database.reading() as session:
            case = session.get_one(Case, case_id)
            found = (case.state, case.round, case.claimed_by)
        assert sorted(told.values()).count("won") == 1, told
        if told["claim"] == "won":
            assert found == ("in_review", 1, reviewer.person_id)
        else:
            assert found == ("queued", 2, None)
