"""Cases with something in every place that may hold personal data, and a look into all of them."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path
from typing import Any

from builders import NAME, NUMBER
from redis import Redis
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.database import Database
from intake.entitlements import Holder, number_hash, row_of
from intake.lifecycle import State
from intake.safekeeping.sealed_columns import SEALED, about
from intake.safekeeping.sealing import Sealer
from intake.safekeeping.vault import Vault
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.tables import Table
from intake.tables.access import Client, Person
from intake.tables.base import new_id, now
from intake.tables.cases import (
    Case,
    CaseFile,
    CaseStep,
    CheckFinding,
    Decision,
    FieldCorrection,
    IdempotentAnswer,
    Imprint,
    PageImage,
    PageReadings,
    StoredVerdict,
)
from intake.tables.delivery import Event
from intake.tables.reviewing import CaseLabel, SecondReview
from intake.tables.work import Batch, BatchFile, BatchRow, Job, Upload, UploadPart

LONG_AGO = now() - dt.timedelta(days=400)
S = State


def a_service(database: Database, tmp_path: Path) -> Service:
    """A service without a broker."""
    sealer = Sealer(database, secrets.token_bytes(32))
    sealer.load()
    vault = Vault(str(tmp_path / "vault"), tmp_path / "spool")
    broker = Redis.from_url("unix:///nowhere")  # never asked
    with database.writing() as session:
        session.add_all(
            [Client(id="p", name="p", role="portal"), Person(id="r", login="r", name="r", role="reviewer")]
        )
    return Service(ServiceSettings(home=tmp_path), database, sealer, vault, broker)


class Filed:
    """A case with something in every table that may hold personal data."""

    def __init__(
        self,
        service: Service,
        state: State = S.APPROVED,
        *,
        name: str = NAME,
        number: str = NUMBER,
        at: dt.datetime = LONG_AGO,
        batch_id: str | None = None,
    ) -> None:
        self._service, self._at = service, at
        self.id = new_id()
        self.paths: list[str] = []
        person = f"{name} {number}".encode()
        with service.database.writing() as session:
            self._session: Session = session
            self._add(
                Case(
                    id=self.id, case_no=f"N{self.id}", client_id="p", external_id=f"portal-{self.id}",
                    channel="counter", batch_id=batch_id, policy_id="shaoyang-application",
                    policy_version="2025-01-01", region="430500", business="application",
                    submitted_on=dt.date(2025, 11, 20), state=state, claimed_by="r", revision=2,
                    created_at=at,
                    application_sealed=self._seal(person, Case.application_sealed, self.id),
                    name_hash=service.sealer.look_up(f"name:{name}"),
                    id_number_hash=number_hash(service.sealer, number),
                )
            )  # fmt: skip
            self._papers(person)
            self._said(person)
            self._around(person, Holder(name, number, "冠心病"), batch_id)

    def _seal(self, plain: bytes, column: Any, *key: str) -> bytes:
        return self._service.sealer.seal(plain, about(column, *key))

    def _add(self, *rows: Table) -> None:
        self._session.add_all(rows)
        self._session.flush()

    def _stored(self, plain: bytes) -> str:
        received = self._service.vault.store(plain)
        self._add(received.row(self._service.sealer))
        self.paths.append(received.path)
        return received.object_id

    def _papers(self, person: bytes) -> None:
        file_id, reading, upload = new_id(), new_id(), new_id()
        image = self._stored(b"picture of " + person)
        self._add(
            CaseFile(
                id=file_id, case_id=self.id, object_id=self._stored(person), sha256="0" * 64, size=9,
                media_type="image/jpeg", received_at=self._at,
                name_sealed=self._seal(person, CaseFile.name_sealed, file_id),
            )
        )  # fmt: skip
        self._add(
            Job(kind="read", queue="cases", case_id=self.id, file_id=file_id, state="done"),
            PageReadings(
                id=reading, file_id=file_id, engine="e", first_page=1, last_page=1,
                reading_sealed=self._seal(person, PageReadings.reading_sealed, reading),
            ),
            PageImage(file_id=file_id, page=1, width=1, height=1, object_id=image),
            Upload(
                id=upload, client_id="p", purpose="case", case_id=self.id, length=9,
                expires_at=now(), metadata_sealed=self._seal(person, Upload.metadata_sealed, upload),
            ),
        )  # fmt: skip
        self._add(UploadPart(upload_id=upload, offset=0, size=9, object_id=self._stored(person)))
        self.file_id = file_id

    def _said(self, person: bytes) -> None:
        verdict, correction, decision, second = new_id(), new_id(), new_id(), new_id()
        self._add(
            StoredVerdict(
                id=verdict, case_id=self.id, number=1, round=1, cause="submitted", policy_id="x",
                policy_version="1", policy_sha256="0", route="ready_for_review", digest="d",
                verdict_sealed=self._seal(person, StoredVerdict.verdict_sealed, verdict),
                summary_sealed=self._seal(person, StoredVerdict.summary_sealed, verdict),
                facts_sealed=self._seal(person, StoredVerdict.facts_sealed, verdict),
            ),
            FieldCorrection(
                id=correction, case_id=self.id, person_id="r",
                correction_sealed=self._seal(person, FieldCorrection.correction_sealed, correction),
            ),
            Imprint(case_id=self.id, mark=secrets.token_hex(8)),
            Decision(
                id=decision, case_id=self.id, person_id="r", decision="approve", reasons=["ID-001"], round=1,
                words_sealed=self._seal(person, Decision.words_sealed, decision),
            ),
            SecondReview(
                id=second, case_id=self.id, decision_id=decision, region="430500", policy_id="x", round=1,
                first_by="r", first="approve",
                words_sealed=self._seal(person, SecondReview.words_sealed, second),
            ),
            CaseLabel(case_id=self.id, kind="hospital", label=f"{person.decode()}医院"),
        )  # fmt: skip
        self._add(
            CheckFinding(
                verdict_id=verdict, case_id=self.id, check_id="id-number-valid", outcome="met",
                code="ID-010", advisory=False,
            )
        )  # fmt: skip

    def _around(self, person: bytes, holder: Holder, batch_id: str | None) -> None:
        row, key = new_id(), secrets.token_hex(8)
        answer = f'{{"id": "{self.id}", "name": "'.encode() + person + b'"}'
        self._add(
            CaseStep(
                case_id=self.id, revision=2, from_state="in_review", to_state="approved", actor="person:r",
                at=self._at,
            ),
            Event(
                type="case.decided", case_id=self.id, client_id="p",
                payload={"data": {"case": self.id, "external_id": f"portal-{self.id}"}},
            ),
            row_of(self._service.sealer, holder, case_id=self.id, source="case", region="430500",
                   valid_until=dt.date(2099, 12, 31)),
            IdempotentAnswer(
                client_id="p", key_hash=key, request_hash="h", status=201,
                answer_sealed=self._seal(answer, IdempotentAnswer.answer_sealed, "p", key),
            ),
        )  # fmt: skip
        if batch_id:
            self._add(
                BatchRow(
                    id=row, batch_id=batch_id, number=int(secrets.token_hex(3), 16), row=1, case_id=self.id,
                    state="taken", label_sealed=self._seal(person, BatchRow.label_sealed, row),
                    problems_sealed=self._seal(b"[]", BatchRow.problems_sealed, row),
                )
            )  # fmt: skip


def a_batch(service: Service, state: str = "done") -> tuple[str, str]:
    """A batch with the bytes it came with: its id, and their path."""
    batch_id, file_id = new_id(), new_id()
    received = service.vault.store(b"everybody's papers")
    with service.database.writing() as session:
        session.add_all([Batch(id=batch_id, client_id="p", state=state, done_at=LONG_AGO)])
        session.add(received.row(service.sealer))
        session.flush()
        name = service.sealer.seal(f"{NAME}.zip".encode(), about(BatchFile.name_sealed, file_id))
        session.add(
            BatchFile(id=file_id, batch_id=batch_id, object_id=received.object_id, name_sealed=name, size=18)
        )
    return batch_id, received.path


def in_vault(service: Service) -> set[str]:
    """Every object's path."""
    return {path for path, _ in service.vault.listed()}


def opened(service: Service) -> str:
    """Everything that any sealed value of the database says, as text."""
    told = []
    with service.database.reading() as session:
        for column in SEALED:
            table = column.property.columns[0].table
            for row in session.execute(select(*table.primary_key.columns, column)):
                *key, sealed = row
                if sealed:
                    told.append(service.sealer.open(sealed, about(column, *map(str, key))))
    return b"\n".join(told).decode("utf-8", "replace")


def count(service: Service, table: type[Table], **equal: Any) -> int:
    """How many rows of a table."""
    with service.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table).filter_by(**equal)) or 0
