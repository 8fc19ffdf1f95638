"""A hospital's hand-in through the service's own functions: taken apart, cut, taken up, told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from review_world import a_paper, reader
from sqlalchemy import func, select, update
from test_service_case import client

from intake.actors import Actor, Role
from intake.batch_results import results
from intake.batches import add_batch_file, open_batch, submit_batch, view_batch
from intake.bulk.results import results_csv
from intake.refusals import Refused
from intake.service import Service
from intake.tables.cases import Case, CaseFile
from intake.tables.work import BatchRow, Job
from intake.working import batch_job, jobs
from intake.working.work import attempt

STATED = """policy: shaoyang-renewal
submitted_on: 2025-11-20
applicant: {name: 李建国, id_number: "430503196703124514", insured_place: 邵阳市大祥区, insurance: employee}
diseases: [高血压病3级]
"""


def a_zip(cases: dict[str, dict[str, bytes]]) -> bytes:
    """A zip with a folder per case."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for folder, files in cases.items():
            for name, data in files.items():
                archive.writestr(f"{folder}/{name}", data)
    return packed.getvalue()


def hospital(service: Service) -> Actor:
    actor = client(service, "hospital")
    return Actor(id=actor.id, role=Role.HOSPITAL, client_id=actor.client_id)


def handed_in(service: Service, actor: Actor, data: bytes, name: str = "batch.zip") -> str:
    """A batch with one file, submitted."""
    batch = open_batch(service, actor, options={"channel": "hospital"})
    received = service.vault.receive(len(data))
    received.write(data)
    add_batch_file(service, actor, batch.id, received.finish(), name)
    submit_batch(service, actor, batch.id)
    return batch.id


def work_off(service: Service, kinds: tuple[str, ...] = ("batch",), worker: str = "w") -> None:
    """Do the due jobs that are of ``kinds``; leave the others."""
    with service.database.writing() as session:
        session.execute(update(Job).where(Job.kind.not_in(kinds)).values(queue="later"))
    while claimed := jobs.claim_next(
        service.database, (jobs.BULK,), worker, lease_seconds=30, max_attempts=3
    ):
        attempt(service, reader(), claimed)
        with service.database.writing() as session:
            session.execute(update(Job).where(Job.kind.not_in(kinds)).values(queue="later"))


def test_a_zip_of_case_folders_becomes_cases_and_a_bad_one_harms_no_other(service: Service) -> None:
    actor = hospital(service)
    image = a_paper().read_bytes()
    good = {"case.yaml": STATED.encode(), "form.jpg": image}
    bad = {"case.yaml": b"policy: nowhere\n", "form.jpg": image}
    batch_id = handed_in(
        service, actor, a_zip({"甲": good, "乙": bad, "丙": {**good, "b.jpg": image + b"\0"}})
    )
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.found, view.taken, view.refused) == ("done", 3, 2, 1)
    assert view.states == {"queued": 2}
    rows = {row.label: row for row in results(service, actor, batch_id)}
    assert rows["乙"].state == "refused"
    assert rows["乙"].reasons
    assert rows["甲"].case_no
    table = b"".join(results_csv(results(service, actor, batch_id))).decode("utf-8-sig")
    assert table.startswith("行号,")
    assert "李建国" not in table
    with service.database.reading() as session:
        queues = set(session.scalars(select(Job.queue).where(Job.kind == "read")))
        assert queues == {"later"}
        assert session.scalar(select(func.count()).select_from(CaseFile)) == 3


def test_a_hand_in_cut_at_any_point_makes_no_case_twice(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = hospital(service)
    image = a_paper().read_bytes()
    packed = a_zip({f"case-{number}": {"case.yaml": STATED.encode(), "a.jpg": image} for number in range(4)})
    batch_id = handed_in(service, actor, packed)
    calls = 0
    for name in ("add_file", "submit", "open_case"):
        real = getattr(batch_job, name)

        def cut(*given: object, real: Callable[..., object] = real, **named: object) -> object:
            """Every third call dies after its work is done, as a killed process would."""
            nonlocal calls
            done = real(*given, **named)
            calls += 1
            if calls % 3 == 0:
                raise ConnectionError("cut")
            return done

        monkeypatch.setattr(batch_job, name, cut)
    for _ in range(12):
        work_off(service)
        with service.database.writing() as session:
            session.execute(update(Job).values(due_at=Job.created_at, attempts=0))
    view = view_batch(service, actor, batch_id)
    assert (view.state, view.taken, view.refused) == ("done", 4, 0)
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 4
        assert session.scalar(select(func.count()).select_from(BatchRow)) == 4
        assert session.scalar(select(func.count()).select_from(Job).where(Job.kind == "read")) == 4


def test_a_manifest_with_files_beside_it(service: Service) -> None:
    actor = hospital(service)
    image = a_paper().read_bytes()
    manifest = (
        "姓名,身份证号,政策,病种,参保地,险种,提交日期,文件\r\n"
        "李建国,430503196703124514,shaoyang-renewal,高血压病3级,邵阳市大祥区,职工,2025-11-20,a.jpg\r\n"
        "王芳,430503196703124514,shaoyang-renewal,高血压病3级,邵阳市大祥区,职工,2025-11-20,gone.jpg\r\n"
    ).encode("gb18030")
    batch = open_batch(service, actor)
    for name, data in (("清单.csv", manifest), ("a.jpg", image)):
        received = service.vault.receive(len(data))
        received.write(data)
        add_batch_file(service, actor, batch.id, received.finish(), name)
    submit_batch(service, actor, batch.id)
    work_off(service)
    view = view_batch(service, actor, batch.id)
    assert (view.state, view.taken, view.refused) == ("done", 1, 1)


def test_what_is_no_hand_in_is_refused_with_a_reason(service: Service) -> None:
    actor = hospital(service)
    batch_id = handed_in(service, actor, b"PK\x03\x04 no zip at all")
    work_off(service)
    view = view_batch(service, actor, batch_id)
    assert view.state == "refused"
    assert view.problems


def test_another_hospital_does_not_find_the_batch(service: Service) -> None:
    batch_id = handed_in(service, hospital(service), a_zip({"a": {"case.yaml": b""}}))
    other = client(service, "other")
    for act in (view_batch, submit_batch, results):
        with pytest.raises(Refused) as refused:
            act(service, other, batch_id)
        assert refused.value.refusal.code == "BATCH-101"


def test_a_hundred_files_of_twenty_cases(service: Service) -> None:
    actor = hospital(service)
    image = a_paper().read_bytes()
    cases = {
        f"{number:04d}": {
            "case.yaml": STATED.encode(),
            **{f"{page}.jpg": image + bytes([number % 256, number // 256, page]) for page in range(5)},
        }
        for number in range(20)
    }
    batch_id = handed_in(service, actor, a_zip(cases))
    work_off(service)
    assert view_batch(service, actor, batch_id).taken == 20
