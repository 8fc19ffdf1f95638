"""What is read of a case whatever goes wrong meanwhile: stuck files, second rounds, two engines at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from builders import OTHER_NUMBER
from review_world import CASE, a_paper, checked_case, client_actor, person_actor, reader
from sqlalchemy import func, select, update

from intake import cases, files, imprints, judge
from intake.actors import Actor, Role
from intake.case_requests import CaseRequest
from intake.case_views import newest_verdict
from intake.lifecycle import State
from intake.pipeline import FilePages, Reader
from intake.refusals import Refused
from intake.reviewing import decisions, review
from intake.reviewing.decisions import Choice, DecisionRequest
from intake.safekeeping.doomed import finish_doomed
from intake.safekeeping.erasure import lock_cases
from intake.safekeeping.vault import VaultError
from intake.service import Service
from intake.tables.cases import Case, CaseFile, PageImage, PageReadings, StoredObject
from intake.tables.work import Job
from intake.working import jobs
from intake.working.reading_job import case_of_round, engine_digest
from intake.working.work import attempt
from ocr.refusals import BROKEN, READER_FAILED, FileRefused
from ocr.types import Refusal


class ManyPages:
    """A reader that finds the same page ``pages`` times in every file; ``version`` is its engine's."""

    def __init__(self, pages: int = 4, version: str = "1") -> None:
        self._pages = pages
        self.engine = SimpleNamespace(info=replace(reader().engine.info, version=version))

    def read_pages(
        self, data: bytes, name: str, *, first: int, last: int | None, keep_images: bool
    ) -> FilePages:
        one = reader().read_pages(a_paper().read_bytes(), name, first=1, last=None, keep_images=True)
        numbers = range(first, min(last or self._pages, self._pages) + 1)
        pages = tuple(replace(one.pages[0], page=replace(one.pages[0].page, number=n)) for n in numbers)
        images = tuple(replace(one.images[0], page=n) for n in numbers)
        return FilePages(replace(one.facts, pages=self._pages), pages, images)


def work_off(service: Service, by: ManyPages, most: int = 1000) -> None:
    """Do everything that is due."""
    while most and (
        claimed := jobs.claim_next(service.database, jobs.QUEUES, "t", lease_seconds=30, max_attempts=3)
    ):
        attempt(service, cast(Reader, by), claimed)
        most -= 1


def opened(service: Service, *, named: int = 1, pages: int = 0, **stated: Any) -> tuple[Actor, str]:
    """A case with ``named`` files, of as many pages as the first look is said to have told."""
    actor = client_actor(service)
    case = cases.open_case(service, actor, CaseRequest.model_validate(CASE | stated))
    for number in range(named):
        add(service, actor, case.id, f"{number}.jpg", bytes([number]))
    with service.database.writing() as session:
        session.execute(update(CaseFile).where(CaseFile.case_id == case.id).values(pages=pages))
    return actor, case.id


def add(service: Service, actor: Actor, case_id: str, name: str, more: bytes, kind: str | None = None) -> Any:
    data = a_paper().read_bytes() + more
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        return files.add_file(service, actor, case_id, receiver.finish(), name, kind=kind, nobody_waits=True)


def judged_pages(service: Service, case_id: str, by: ManyPages) -> list[int]:
    with service.database.reading() as session:
        case = session.get_one(Case, case_id)
        material = judge.gather(service, session, case, engine_digest(by.engine.info))
    return [page.number for paper in material.documents for page in paper.pages]


def returned(service: Service, case_id: str) -> None:
    with service.database.writing() as session:
        session.execute(update(Case).where(Case.id == case_id).values(state="returned"))


def read_jobs(service: Service) -> list[str]:
    with service.database.reading() as session:
        return sorted(session.scalars(select(Job.state).where(Job.kind == "read")))


def one_fails_for_good(service: Service) -> None:
    claimed = jobs.claim_next(service.database, jobs.QUEUES, "t", lease_seconds=30, max_attempts=3)
    assert claimed is not None
    jobs.fail(service.database, claimed, "Boom", retry_seconds=1, max_attempts=1)


def test_a_case_is_checked_before_the_pages_of_later_cases_are_read(service: Service) -> None:
    handed_in = [opened(service, named=2), opened(service, named=2)]
    for actor, case_id in handed_in:
        cases.submit(service, actor, case_id)
    done = []
    while claimed := jobs.claim_next(service.database, jobs.QUEUES, "t", lease_seconds=30, max_attempts=3):
        attempt(service, cast(Reader, ManyPages(1)), claimed)
        done.append((claimed.case_id, claimed.kind))
    first, second = (case_id for _, case_id in handed_in)
    kinds = ("read", "read", "check")
    assert done == [*((first, kind) for kind in kinds), *((second, kind) for kind in kinds)]


def test_the_other_files_of_a_stuck_case_are_read(service: Service) -> None:
    actor, case_id = opened(service, named=3)
    cases.submit(service, actor, case_id)
    one_fails_for_good(service)
    work_off(service, ManyPages(1))
    assert cases.view(service, actor, case_id).state == "stuck"
    assert read_jobs(service) == ["dead", "done", "done"]
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(PageReadings)) == 2


def test_a_case_reviewed_while_stuck_is_read_whole_when_tried_again(service: Service) -> None:
    actor, case_id = opened(service, named=3)
    cases.submit(service, actor, case_id)
    one_fails_for_good(service)
    senior = person_actor(service, "senior", Role.SENIOR)
    review.claim(service, senior, case_id)
    work_off(service, ManyPages(1))  # gives way to the person
    review.release(service, senior, case_id)
    cases.retry_stuck(service, senior, case_id)
    work_off(service, ManyPages(1))
    view = cases.view(service, actor, case_id)
    assert (view.state, {file.state for file in view.files}) == ("checked", {"read"})


def test_a_check_waits_for_pages_nobody_has_read(service: Service) -> None:
    actor, case_id = opened(service, named=2)
    cases.submit(service, actor, case_id)
    with service.database.writing() as session:
        lost = session.scalars(select(Job).order_by(Job.id)).first()
        assert lost is not None
        lost.state = "done"
    work_off(service, ManyPages(1))
    view = cases.view(service, actor, case_id)
    assert (view.state, {file.state for file in view.files}) == ("checked", {"read"})
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(PageReadings)) == 2


def test_a_file_read_whole_is_not_read_in_spans_in_the_second_round(
    make_service: Callable[..., Service],
) -> None:
    service, by = make_service(pages_per_job=2), ManyPages(4)
    actor, case_id = opened(service)
    for _ in range(2):
        cases.submit(service, actor, case_id)
        work_off(service, by)
        assert judged_pages(service, case_id, by) == [1, 2, 3, 4]
        returned(service, case_id)
    with service.database.reading() as session:
        spans = session.execute(select(PageReadings.first_page, PageReadings.last_page)).all()
    assert [tuple(span) for span in spans] == [(1, 4)]


def test_pages_that_another_engine_read_are_judged_too(make_service: Callable[..., Service]) -> None:
    service, old, new = make_service(pages_per_job=2), ManyPages(4, "1"), ManyPages(4, "2")
    actor, case_id = opened(service, pages=4)
    cases.submit(service, actor, case_id)
    work_off(service, old, most=1)
    work_off(service, new)
    assert cases.view(service, actor, case_id).state == "checked"
    assert judged_pages(service, case_id, new) == [1, 2, 3, 4]
    with service.database.writing() as session:
        first = session.scalars(select(PageReadings).where(PageReadings.first_page == 1)).one()
        session.delete(first)
    with service.database.reading() as session:  # a file with a page missing is none
        material = judge.gather(service, session, session.get_one(Case, case_id), "")
    assert [paper.refused is not None for paper in material.documents] == [True]


def test_pictures_of_an_engine_that_was_replaced_are_doomed(service: Service) -> None:
    actor, case_id = opened(service)
    for version in ("1", "2"):
        cases.submit(service, actor, case_id)
        work_off(service, ManyPages(1, version))
        returned(service, case_id)
    assert finish_doomed(service) == 1
    with service.database.reading() as session:
        kept = {*session.scalars(select(CaseFile.object_id)), *session.scalars(select(PageImage.object_id))}
        assert set(session.scalars(select(StoredObject.id))) == kept


def test_the_verdict_of_an_earlier_round_is_not_shown(service: Service) -> None:
    actor, case_id = opened(service)
    cases.submit(service, actor, case_id)
    work_off(service, ManyPages(1))
    assert cases.view(service, actor, case_id).checks
    returned(service, case_id)
    add(service, actor, case_id, "more.jpg", b"more")
    cases.submit(service, actor, case_id)
    while cases.view(service, actor, case_id).state != "stuck":
        one_fails_for_good(service)
    assert cases.view(service, actor, case_id).checks == ()
    with service.database.reading() as session:
        assert newest_verdict(service, session, case_id) is None


def test_what_the_portal_says_a_file_is_reaches_the_checks(service: Service) -> None:
    actor, case_id = opened(service, named=0)
    add(service, actor, case_id, "f.jpg", b"", kind="application_form")
    cases.submit(service, actor, case_id)
    with service.database.reading() as session:
        material = judge.gather(service, session, session.get_one(Case, case_id), "")
    assert material.application.files == {"f.jpg": "application_form"}


def test_erasure_and_worker_lock_in_one_order(
    postgres_url: str, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=postgres_url)
    actor, case_id = opened(service)
    cases.submit(service, actor, case_id)
    claimed = jobs.claim_next(service.database, jobs.QUEUES, "w", lease_seconds=30, max_attempts=3)
    assert claimed is not None
    order: list[str] = []

    def bury() -> None:
        jobs.fail(service.database, claimed, "Boom", retry_seconds=1, max_attempts=1)
        order.append("buried")

    with service.database.writing() as session:
        case_of_round(session, claimed)
        burying = threading.Thread(target=bury)
        burying.start()
        burying.join(0.5)  # it stands at the case, and holds no job
        jobs.finish(session, claimed)
        order.append("finished")
    burying.join(10)
    assert order == ["finished", "buried"]
    assert read_jobs(service) == ["done"]
    with service.database.writing() as session, service.database.writing() as other:
        lock_cases(session, Case.id == case_id)
        free = other.scalars(select(Job.id).with_for_update(skip_locked=True)).all()
        assert len(free) == 1


def test_papers_checked_at_the_same_moment_are_seen_by_the_second(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file in two cases; the other case is checked between the look-up and the keeping."""
    by, look_up = ManyPages(1), imprints.look_up
    actor, first = opened(service)
    other = CASE["applicant"] | {"name": "王小明", "id_number": OTHER_NUMBER}
    _, second = opened(service, applicant=other)
    for case_id in (first, second):
        cases.submit(service, actor, case_id)
    work_off(service, by, most=1)
    looked: list[object] = []

    def meanwhile(*given: Any) -> Any:
        found = look_up(*given)
        looked.append(found)
        if len(looked) == 1:
            with ThreadPoolExecutor(1) as pool:
                pool.submit(work_off, service, by, 2).result(30)
        return found

    monkeypatch.setattr(imprints, "look_up", meanwhile)
    work_off(service, by, most=1)
    outcomes = []
    with service.database.reading() as session:
        for case_id in (first, second):
            verdict = newest_verdict(service, session, case_id)
            assert verdict is not None
            outcomes += [one.code for one in verdict.checks if one.id == "reused-material"]
    assert len(set(outcomes)) == 2  # the one that came second says so


def test_a_return_is_not_undone_once_the_applicant_sent_more(service: Service) -> None:
    actor = client_actor(service)
    case = checked_case(service, actor)
    senior = person_actor(service, "senior", Role.SENIOR)
    claim = review.claim(service, senior, case.id)
    decisions.decide(service, senior, case.id, DecisionRequest(Choice.RETURN, claim.revision, (), "请补正。"))
    add(service, actor, case.id, "more.jpg", b"more")
    with pytest.raises(Refused) as refused:
        decisions.undo(service, senior, case.id)
    assert refused.value.refusal.code == "REV-011"
    assert cases.view(service, actor, case.id).state == State.RETURNED


def test_an_object_that_cannot_be_deleted_holds_up_no_other(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = [service.vault.store(bytes([n])) for n in range(3)]
    with service.database.writing() as session:
        session.add_all(one.row(service.sealer) for one in stored)
        session.flush()
        session.execute(update(StoredObject).values(doomed_at=StoredObject.created_at))
    real = service.vault.delete

    def one_stays(path: str) -> None:
        if path == stored[0].path:
            raise VaultError("read-only")
        real(path)

    monkeypatch.setattr(service.vault, "delete", one_stays)
    with pytest.raises(VaultError):
        finish_doomed(service, objects=1)
    with service.database.reading() as session:
        assert session.scalars(select(StoredObject.path)).all() == [stored[0].path]


def test_the_same_unopenable_file_again_is_told_why(service: Service) -> None:
    actor = client_actor(service)
    case = cases.open_case(service, actor, CaseRequest.model_validate(CASE))
    told = []
    for _ in range(2):
        with service.vault.receive(9) as receiver:
            receiver.write(b"no image!")
            told.append(files.add_file(service, actor, case.id, receiver.finish(), "f.jpg"))
    assert [one.duplicate for one in told] == [False, True]
    assert told[0].refused is not None
    assert told[1].refused == told[0].refused


class Failing(ManyPages):
    """A reader that fails on every file by no fault of the file."""

    def read_pages(self, data: bytes, name: str, **asked: Any) -> FilePages:
        raise FileRefused(READER_FAILED, "Boom")


@pytest.mark.parametrize("kept", [READER_FAILED, BROKEN], ids=["our fault", "the file's own"])
def test_a_file_that_failed_by_our_fault_is_read_anew_in_the_next_round(
    service: Service, kept: Refusal
) -> None:
    actor, case_id = opened(service, named=2)
    cases.submit(service, actor, case_id)
    work_off(service, Failing())
    assert [file.refused and file.refused.code for file in cases.view(service, actor, case_id).files] == [
        "FILE-015",
        "FILE-015",
    ]
    with service.database.writing() as session:
        session.execute(update(CaseFile).values(refused=kept.code))
    returned(service, case_id)
    add(service, actor, case_id, "more.jpg", b"more")
    cases.submit(service, actor, case_id)
    work_off(service, ManyPages(1))
    view = cases.view(service, actor, case_id)
    assert view.state == "checked"
    refused = [file.refused and file.refused.code for file in view.files]
    assert refused == ([None] * 3 if kept is READER_FAILED else [kept.code, kept.code, None])
