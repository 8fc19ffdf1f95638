"""Hand-ins that stop on their way: given up, their sender disabled, the day's quota used up, killed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from sqlalchemy import func, select, update
from test_batches import STATED, a_zip, handed_in, hospital, work_off
from test_bulk_separators import ONE, TABLE, TWO, paper, scan_pdf

from intake.actors import Actor
from intake.batch_results import results
from intake.batches import add_batch_file, open_batch, submit_batch, view_batch
from intake.bulk import scans
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import Client
from intake.tables.base import now
from intake.tables.cases import Case, CaseFile
from intake.tables.work import Batch, BatchFile, Job
from intake.working import batch_job, batch_rows


def three(**files: bytes) -> bytes:
    """Three sound cases with a file each, and ``files`` in every one."""
    return a_zip(
        {
            f"case-{number}": {"case.yaml": STATED.encode(), "a.jpg": b"page %d" % number, **files}
            for number in range(3)
        }
    )


def until_given_up(service: Service) -> None:
    """Let the job fail as often as it may."""
    for _ in range(service.settings.max_attempts + 1):
        work_off(service)
        with service.database.writing() as session:
            session.execute(update(Job).where(Job.kind == "batch").values(due_at=now()))


def of_client(service: Service, actor: Actor, **values: Any) -> None:
    with service.database.writing() as session:
        session.execute(update(Client).where(Client.id == actor.client_id).values(**values))


def codes(service: Service, actor: Actor, batch_id: str) -> list[str]:
    return [problem["code"] for problem in view_batch(service, actor, batch_id).problems]


def test_a_stuck_batch_submitted_again_goes_on_where_it_stopped(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = hospital(service)
    batch_id = handed_in(service, actor, three())
    real, calls = batch_job.add_file, 0

    def away(*given: Any, **named: Any) -> object:
        """The first file goes in; then the disk is away."""
        nonlocal calls
        calls += 1
        if calls > 1:
            raise ConnectionError("away")
        return real(*given, **named)

    with monkeypatch.context() as broken:
        broken.setattr(batch_job, "add_file", away)
        until_given_up(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.taken, codes(service, actor, batch_id)) == ("stuck", 1, ["BATCH-111"])
    assert [row.state for row in results(service, actor, batch_id)] == ["queued", "opened"]
    assert submit_batch(service, actor, batch_id).state == "queued"
    assert submit_batch(service, actor, batch_id).state == "queued"
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.taken, view.refused, view.problems) == ("done", 3, 0, ())
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 3
        assert session.scalar(select(func.count()).select_from(Job).where(Job.kind == "batch")) == 1


def test_a_stuck_batch_without_its_bytes_says_so(service: Service) -> None:
    actor = hospital(service)
    batch_id = handed_in(service, actor, three())
    with service.database.writing() as session:
        session.execute(update(Batch).values(state="stuck"))
        for file in session.scalars(select(BatchFile)):
            session.delete(file)
    with pytest.raises(Refused, match="BATCH-110"):
        submit_batch(service, actor, batch_id)


def test_a_batch_whose_hospital_was_disabled_waits_for_a_person(service: Service) -> None:
    actor = hospital(service)
    batch_id = handed_in(service, actor, three())
    of_client(service, actor, disabled_at=now())
    for _ in range(2):
        work_off(service)
        assert view_batch(service, actor, batch_id).state == "stuck"
        assert codes(service, actor, batch_id) == ["BATCH-112"]
        submit_batch(service, actor, batch_id)
    of_client(service, actor, disabled_at=None)
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.taken, view.problems) == ("done", 3, ())


def test_a_batch_that_would_fill_the_disk_waits_and_goes_on_by_itself(
    make_service: Callable[..., Service],
) -> None:
    crowded = make_service(min_free_mb=1e9)
    actor = hospital(crowded)
    batch_id = handed_in(crowded, actor, three())
    for _ in range(2):
        work_off(crowded)
        view = view_batch(crowded, actor, batch_id)
        assert (view.state, view.taken, codes(crowded, actor, batch_id)) == ("running", 0, ["BATCH-115"])
        with crowded.database.writing() as session:
            (job,) = session.scalars(select(Job).where(Job.kind == "batch", Job.state == "waiting")).all()
            assert dt.timedelta(seconds=50) < job.due_at - now() <= dt.timedelta(seconds=60)
            job.due_at = now()
    roomy = make_service(min_free_mb=0)
    work_off(roomy)
    view = view_batch(roomy, actor, batch_id)
    assert (view.state, view.taken, view.problems) == ("done", 3, ())


def test_a_batch_over_the_days_quota_waits_and_goes_on_by_itself(service: Service) -> None:
    actor = hospital(service)
    of_client(service, actor, cases_per_day=2)
    batch_id = handed_in(service, actor, three())
    for _ in range(2):
        work_off(service)
        view = view_batch(service, actor, batch_id)
        assert (view.state, view.taken, codes(service, actor, batch_id)) == ("running", 2, ["BATCH-114"])
        with service.database.writing() as session:
            (job,) = session.scalars(select(Job).where(Job.kind == "batch", Job.state == "waiting")).all()
            assert now() < job.due_at <= now() + dt.timedelta(hours=1)
            job.due_at = now()
    of_client(service, actor, cases_per_day=3)
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.taken, view.problems) == ("done", 3, ())


@pytest.mark.parametrize("killed_in", ["move", "_problems"])
def test_a_refusal_that_is_cut_stays_a_refusal(
    service: Service, monkeypatch: pytest.MonkeyPatch, killed_in: str
) -> None:
    actor = hospital(service)
    batch_id = handed_in(service, actor, three(**{"empty.jpg": b""}))
    real, calls = getattr(batch_rows, killed_in), 0

    def cut(*given: Any, **named: Any) -> object:
        nonlocal calls
        calls += 1
        done = real(*given, **named)
        if calls == 1:
            raise ConnectionError("cut")
        return done

    monkeypatch.setattr(batch_rows, killed_in, cut)
    until_given_up(service)
    view = view_batch(service, actor, batch_id)
    assert calls > 1
    assert (view.state, view.taken, view.refused) == ("done", 0, 3)
    assert (view.states, view.finished) == ({}, 0)
    for row in results(service, actor, batch_id):
        assert (row.state, bool(row.reasons)) == ("refused", True)
    with service.database.reading() as session:
        assert set(session.scalars(select(Case.state))) == {"withdrawn"}


def test_a_scan_is_looked_through_once_and_not_in_every_slice(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = hospital(service)
    batch = open_batch(service, actor)
    table = "\n".join(TABLE.splitlines()[:3]).encode()
    for name, data in (("清单.csv", table), ("扫描.pdf", scan_pdf([ONE, paper("A"), TWO, paper("B")]))):
        received = service.vault.receive(len(data))
        received.write(data)
        add_batch_file(service, actor, batch.id, received.finish(), name)
    submit_batch(service, actor, batch.id)
    real, looks = scans.split_scan, 0

    def counted(pages: Iterable[Any], *given: Any) -> Any:
        nonlocal looks
        looks += 1
        return real(pages, *given)

    monkeypatch.setattr(scans, "split_scan", counted)
    monkeypatch.setattr(batch_job, "SLICE_SECONDS", -1.0)
    work_off(service)
    view = view_batch(service, actor, batch.id)
    assert (view.state, view.taken, looks) == ("done", 2, 1)
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CaseFile)) == 2
        assert session.scalar(select(func.count()).select_from(Job).where(Job.kind == "batch")) == 3


def test_what_the_hospital_says_a_file_is_goes_along(service: Service) -> None:
    actor = hospital(service)
    said = "files: {form.jpg: application_form, other.jpg: nonsense}\n"
    files = {"case.yaml": (STATED + said).encode(), "form.jpg": b"1", "other.jpg": b"2"}
    batch_id = handed_in(service, actor, a_zip({"a": files}))
    work_off(service)
    assert view_batch(service, actor, batch_id).taken == 1
    with service.database.reading() as session:
        assert set(session.scalars(select(CaseFile.stated_kind))) == {"application_form", None}


def test_a_file_that_belongs_to_no_case_is_named_in_the_result(service: Service) -> None:
    actor = hospital(service)
    files = {"case.yaml": STATED.encode(), "a.jpg": b"1"}
    batch_id = handed_in(
        service, actor, a_zip({"x/a": files, "x/b": files, "x": {"c.jpg": b"3"}, "y/d": files})
    )
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.found, view.taken, view.refused) == ("done", 3, 3, 0)
    (row,) = (row for row in results(service, actor, batch_id) if row.state == "unused")
    assert (row.row, row.label, row.codes) == (0, "x/c.jpg", ("BULK-061",))
    assert not any("c.jpg" in str(problem) for problem in view.problems)
