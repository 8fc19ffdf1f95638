"""Work that waits, runs or was given up, and files on their way in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class Job(Table):
    """One piece of work. The row is the truth; a message only wakes a worker.

    ``kind``: ``read`` (pages of a file), ``check`` (a case whose files are read), ``batch`` (a batch to
    take apart). ``queue``: ``cases`` or ``bulk``. ``state``: ``waiting``, ``running``, ``done``, ``dead``.
    ``token`` grows with every claim: who writes a result under an older one is fenced off.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_due", "queue", "state", "due_at"),
        UniqueConstraint("case_id", "round", "kind", "file_id", "first_page"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    queue: Mapped[str]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("batches.id"), index=True)
    file_id: Mapped[str | None] = mapped_column(ForeignKey("files.id"))
    round: Mapped[int] = mapped_column(default=1)
    first_page: Mapped[int | None]
    last_page: Mapped[int | None]
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    token: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[dt.datetime] = mapped_column(default=now)
    lease_until: Mapped[dt.datetime | None]
    worker: Mapped[str | None]
    error: Mapped[str | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    done_at: Mapped[dt.datetime | None]


class Upload(Table):
    """A file on its way in by tus; ``offset`` counts bytes that are durable.

    ``purpose``: ``case`` or ``batch``. ``state``: ``open`` (also while its parts are put together), ``done``
    (``file_id`` and ``duplicate`` say what became of it), ``refused`` (``refusal`` says why: ``{kind, code,
    message, remedy}``), ``ended`` by its client, ``expired``. ``written_at`` is when the last bytes came.
    """

    __tablename__ = "uploads"
    __table_args__ = (Index("ix_uploads_state", "state", "written_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    purpose: Mapped[str]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"))
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("batches.id"))
    length: Mapped[int] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger, default=0)
    metadata_sealed: Mapped[bytes]
    state: Mapped[str] = mapped_column(default="open")
    file_id: Mapped[str | None]
    duplicate: Mapped[bool] = mapped_column(default=False)
    refusal: Mapped[dict[str, Any] | None]
    written_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class UploadPart(Table):
    """Bytes of an upload from ``offset`` on, ``size`` of them, in the vault."""

    __tablename__ = "upload_parts"

    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id"), primary_key=True)
    offset: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    size: Mapped[int]
    object_id: Mapped[str] = mapped_column(ForeignKey("objects.id"))


class Batch(Table):
    """A hospital's hand-in of many cases. ``state``: ``open`` (bytes arriving), ``queued``, ``running``,
    ``done``, ``refused`` (no case in it), ``stuck`` (the workers gave up, or its sender was disabled;
    submitted again, it goes on). ``stated_cases`` is what its manifest counts; ``problems`` are faults of
    the batch itself, as ``{code, where, message, remedy}`` without personal data."""

    __tablename__ = "batches"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"), index=True)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    external_id: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")
    stated_cases: Mapped[int | None]
    problems: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    options: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    done_at: Mapped[dt.datetime | None]


class BatchFile(Table):
    """A file of a batch, as it was handed in: a zip, or a manifest and the files it names."""

    __tablename__ = "batch_files"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"), index=True)
    object_id: Mapped[str] = mapped_column(ForeignKey("objects.id"))
    name_sealed: Mapped[bytes]
    size: Mapped[int]


class BatchRow(Table):
    """One case of a batch. ``state``: ``opened`` (its files are being taken in), ``taken``, ``refused``; or
    ``unused``, for a file that belongs to no case (``row`` is 0).

    ``number`` counts the cases from 1, ``row`` is the line of the manifest. ``label_sealed`` is the folder's
    or row's name as the hospital wrote it; ``problems_sealed``, of a refused one, is JSON:
    ``{external_id, problems: [{code, where, message, remedy}]}``.
    """

    __tablename__ = "batch_rows"
    __table_args__ = (UniqueConstraint("batch_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batches.id"))
    number: Mapped[int]
    row: Mapped[int]
    label_sealed: Mapped[bytes]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[str]
    problems_sealed: Mapped[bytes | None]


class StageTime(Table):
    """How often a stage took up to ``bound`` seconds (``bound`` −1: the sum over all, in microseconds)."""

    __tablename__ = "stage_times"

    stage: Mapped[str] = mapped_column(primary_key=True)
    bound: Mapped[float] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(default=0)
