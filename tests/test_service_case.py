"""A case from opened to checked, by the service's own functions, with the real reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from review_world import reader as the_reader
from sqlalchemy import func, select, update

from intake.actors import Actor, Role
from intake.case_requests import CaseRequest
from intake.case_views import CaseView
from intake.cases import find, open_case, retry_stuck, submit, view, withdraw
from intake.files import FileAdded, add_file
from intake.lifecycle import State
from intake.pipeline import Reader
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import Client
from intake.tables.cases import Case, CaseStep, PageReadings, StoredVerdict
from intake.tables.work import Job
from intake.working import jobs
from intake.working.work import attempt

CASES = Path(__file__).parent.parent / "samples" / "cases"


@pytest.fixture
def reader() -> Reader:
    return the_reader()


def client(service: Service, name: str = "portal") -> Actor:
    """A portal that may file anywhere."""
    with service.database.writing() as session:
        row = Client(name=name, role="portal")
        session.add(row)
        session.flush()
        return Actor(id=f"client:{row.id}", role=Role.PORTAL, client_id=row.id, name=name)


def a_folder() -> Path:
    """A sample case that is sound, and that is read in few seconds: papers born digital, and a photo."""
    folder = CASES / "yichun-renewal-01-sound-digital"
    assert yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))["route"] == "ready_for_review"
    return folder


def request_of(folder: Path, **more: Any) -> CaseRequest:
    """What a portal would say of a sample case."""
    stated = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - only text
    stated.pop("files", None)
    return CaseRequest.model_validate({"channel": "counter", **stated, **more})


def papers(folder: Path) -> list[Path]:
    """The files of a sample case."""
    return [path for path in sorted(folder.iterdir()) if path.suffix not in (".yaml", ".md")]


def hand_in(service: Service, actor: Actor, case_id: str, path: Path) -> FileAdded:
    """One file, as a door would take it in."""
    data = path.read_bytes()
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        return add_file(service, actor, case_id, receiver.finish(), path.name)


def work_off(service: Service, reader: Reader) -> int:
    """Do everything that is due; how many jobs that was."""
    done = 0
    while claimed := jobs.claim_next(
        service.database, jobs.QUEUES, "test/1", lease_seconds=30, max_attempts=3
    ):
        attempt(service, reader, claimed)
        done += 1
    return done


def handed_in(service: Service, actor: Actor) -> CaseView:
    folder = a_folder()
    opened = open_case(service, actor, request_of(folder))
    for path in papers(folder):
        hand_in(service, actor, opened.id, path)
    return submit(service, actor, opened.id)


def test_a_case_goes_from_opened_to_checked(
    any_database: Any, make_service: Callable[..., Service], reader: Reader
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    actor = client(service)
    case = handed_in(service, actor)
    assert case.state == "queued"
    assert case.deadline is not None
    assert work_off(service, reader) == len(case.files) + 1
    checked = view(service, actor, case.id)
    assert (checked.state, checked.route) == ("checked", "ready_for_review")
    assert {file.state for file in checked.files} == {"read"}
    assert checked.checks
    with service.database.reading() as session:
        states = session.scalars(select(CaseStep.to_state).order_by(CaseStep.revision)).all()
        assert states == ["queued", "reading", "checked"]
        assert session.scalar(select(func.count()).select_from(StoredVerdict)) == 1


def test_a_second_submission_changes_nothing(service: Service, reader: Reader) -> None:
    actor = client(service)
    case = handed_in(service, actor)
    again = submit(service, actor, case.id)
    assert (again.revision, again.round) == (case.revision, 1)
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Job)) == len(case.files)


def test_the_same_bytes_twice_are_one_file(service: Service) -> None:
    actor = client(service)
    folder = a_folder()
    opened = open_case(service, actor, request_of(folder))
    first = hand_in(service, actor, opened.id, papers(folder)[0])
    second = hand_in(service, actor, opened.id, papers(folder)[0])
    assert (first.duplicate, second.duplicate) == (False, True)
    assert second.first is not None
    assert second.first.id == first.id
    assert len(list(service.vault.listed())) == 1
    assert list(service.settings.spool.iterdir()) == []


def test_another_client_does_not_find_the_case(service: Service) -> None:
    case = handed_in(service, client(service))
    other = client(service, "other")
    for act in (view, submit, withdraw):
        with pytest.raises(Refused) as refused:
            act(service, other, case.id)
        assert refused.value.refusal.code == "CASE-101"


def test_a_withdrawn_case_is_not_read(service: Service, reader: Reader) -> None:
    actor = client(service)
    case = handed_in(service, actor)
    assert withdraw(service, actor, case.id).state == "withdrawn"
    work_off(service, reader)
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(PageReadings)) == 0
        assert set(session.scalars(select(Job.state))) == {"done"}


def test_a_late_worker_is_fenced_off(service: Service, reader: Reader) -> None:
    case = handed_in(service, client(service))
    late = jobs.claim_next(service.database, jobs.QUEUES, "a", lease_seconds=2, max_attempts=3)
    assert late is not None
    jobs.free_leases(service.database, "a")
    while claimed := jobs.claim_next(service.database, jobs.QUEUES, "b", lease_seconds=60, max_attempts=3):
        attempt(service, reader, claimed)
    attempt(service, reader, late)
    with service.database.reading() as session:
        assert session.get_one(Case, case.id).state == State.CHECKED
        assert session.scalar(select(func.count()).select_from(StoredVerdict)) == 1


def test_a_job_that_never_succeeds_leaves_the_case_stuck_for_a_person(
    service: Service, reader: Reader
) -> None:
    actor = client(service)
    case = handed_in(service, actor)
    for path in (service.settings.home / "vault").rglob("*"):
        if path.is_file():
            path.rename(path.with_name(path.name + ".away"))
    for _ in range(4):
        work_off(service, reader)
        with service.database.writing() as session:
            session.execute(update(Job).values(due_at=func.coalesce(Job.created_at, Job.due_at)))
    assert view(service, actor, case.id).state == "stuck"
    for path in (service.settings.home / "vault").rglob("*.away"):
        path.rename(path.with_name(path.name.removesuffix(".away")))
    person = Actor(id="person:1", role=Role.SENIOR, person_id="1")
    assert retry_stuck(service, person, case.id).state == "queued"
    work_off(service, reader)
    with service.database.reading() as session:
        assert find(session, actor, case.id).state == "checked"
