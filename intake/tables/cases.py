"""A case's life: the case, its steps, its files, what was read and said of them.

Nothing here holds a name, a number or a file name in the clear: those stand in ``…_sealed`` columns
(``intake.safekeeping.sealing``) and, for look-up, as keyed hashes.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now

_FILTERED = ("region", "for_senior", "policy_id", "channel", "route", "claimed_by")
"""What the queue is filtered by stands in its indexes, so that a walk along one opens no row in vain."""
_COUNTED = ("region", "policy_id", "channel", "state", "decided_at", "id")
"""The same for the figures."""


class Case(Table):
    """One application. ``revision`` counts every change, for compare-and-set and for event streams.

    ``claimed_by`` and ``claimed_until`` are a reviewer's lease; ``round`` counts submissions (a returned
    case that comes back is in its second). ``for_senior``: passed on by a reviewer, only a
    senior may claim it. ``id_masked_hash`` is a keyed hash of the ID number's first three and last four
    characters; ``labelled_at``: when the labels it is found by were written, empty for older cases.
    ``opened_by`` is the actor who opened it (``person:<id>``, ``client:<id>``). ``submitted_at`` is when this
    round was handed in, ``first_submitted_at`` when the first was.
    """

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("case_no"),
        UniqueConstraint("client_id", "external_id"),
        Index("ix_cases_queue", "state", "submitted_at", "id", *_FILTERED),
        Index("ix_cases_state_deadline", "state", "deadline", "id", *_FILTERED),
        Index("ix_cases_client", "client_id", "created_at"),
        Index("ix_cases_id_number_hash", "id_number_hash"),
        Index("ix_cases_id_masked_hash", "id_masked_hash"),
        Index("ix_cases_name_hash", "name_hash"),
        Index("ix_cases_claimed", "claimed_by", "state"),
        Index("ix_cases_unlabelled", "labelled_at"),
        Index("ix_cases_opened_by", "opened_by"),
        Index("ix_cases_handed_in", "first_submitted_at", *_COUNTED),
        Index("ix_cases_decided", "decided_at", "region", "policy_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_no: Mapped[str]
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"))
    external_id: Mapped[str | None]
    channel: Mapped[str]
    batch_id: Mapped[str | None] = mapped_column(ForeignKey("batches.id"), index=True)
    policy_id: Mapped[str]
    policy_version: Mapped[str]
    region: Mapped[str]
    business: Mapped[str]
    submitted_on: Mapped[dt.date]
    state: Mapped[str] = mapped_column(default="open")
    route: Mapped[str | None]
    revision: Mapped[int] = mapped_column(default=1)
    round: Mapped[int] = mapped_column(default=0)
    application_sealed: Mapped[bytes]
    name_hash: Mapped[str]
    id_number_hash: Mapped[str]
    id_masked_hash: Mapped[str | None]
    labelled_at: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    submitted_at: Mapped[dt.datetime | None]
    first_submitted_at: Mapped[dt.datetime | None]
    checked_at: Mapped[dt.datetime | None]
    decided_at: Mapped[dt.datetime | None]
    deadline: Mapped[dt.date | None]
    deadline_warned_at: Mapped[dt.datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    claimed_until: Mapped[dt.datetime | None]
    for_senior: Mapped[bool] = mapped_column(default=False)
    erased_at: Mapped[dt.datetime | None]
    opened_by: Mapped[str | None]


class LegalTransition(Table):
    """The state changes there may be; ``case_steps`` refers to it, so the database refuses others."""

    __tablename__ = "legal_transitions"

    from_state: Mapped[str] = mapped_column(primary_key=True)
    to_state: Mapped[str] = mapped_column(primary_key=True)


class CaseStep(Table):
    """One state change of a case, appended in the transaction that made it."""

    __tablename__ = "case_steps"
    __table_args__ = (
        ForeignKeyConstraint(
            ["from_state", "to_state"], ["legal_transitions.from_state", "legal_transitions.to_state"]
        ),
        UniqueConstraint("case_id", "revision"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    revision: Mapped[int]
    from_state: Mapped[str]
    to_state: Mapped[str]
    actor: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(default=now)


class StoredObject(Table):
    """Bytes in the vault: where, how many in the clear, and the key they are sealed with, itself sealed.

    ``doomed_at``: they are to be erased; the row stays until the vault has let go of them, so that a crash
    in between leaves nothing behind. Nothing else refers to a doomed object.
    """

    __tablename__ = "objects"
    __table_args__ = (
        Index(
            "ix_objects_doomed",
            "doomed_at",
            sqlite_where=text("doomed_at IS NOT NULL"),
            postgresql_where=text("doomed_at IS NOT NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    path: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int] = mapped_column(BigInteger)
    key_sealed: Mapped[bytes]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    doomed_at: Mapped[dt.datetime | None]


class CaseFile(Table):
    """A file of a case, once by its bytes. ``refused`` is a permanent code where it cannot be opened.

    ``pages`` is how many pages it has (0 until known); ``quality`` is what the first look found, a list
    of finding names. ``round`` is the submission it came with, ``replaced_round`` the one from which on
    another file stands in its place; it is kept.
    """

    __tablename__ = "files"
    __table_args__ = (
        UniqueConstraint("case_id", "sha256"),
        Index(
            "ix_files_refused",
            "refused",
            sqlite_where=text("refused IS NOT NULL"),
            postgresql_where=text("refused IS NOT NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    object_id: Mapped[str] = mapped_column(ForeignKey("objects.id"))
    sha256: Mapped[str]
    size: Mapped[int]
    media_type: Mapped[str]
    name_sealed: Mapped[bytes]
    stated_kind: Mapped[str | None]
    pages: Mapped[int] = mapped_column(default=0)
    quality: Mapped[list[str]] = mapped_column(default=list)
    refused: Mapped[str | None]
    round: Mapped[int] = mapped_column(default=1)
    replaced_round: Mapped[int | None]
    received_at: Mapped[dt.datetime] = mapped_column(default=now)


class PageReadings(Table):
    """What was read from pages ``first_page`` to ``last_page`` of a file by one engine, sealed.

    ``engine`` is a digest over the engine's models and version; with another engine pages are read anew.
    ``job_token`` is the fencing token under which it was written.
    """

    __tablename__ = "page_readings"
    __table_args__ = (UniqueConstraint("file_id", "engine", "first_page"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    file_id: Mapped[str] = mapped_column(ForeignKey("files.id"))
    engine: Mapped[str]
    first_page: Mapped[int]
    last_page: Mapped[int]
    reading_sealed: Mapped[bytes]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class PageImage(Table):
    """A straightened page for people to look at; boxes are in ``width`` × ``height``."""

    __tablename__ = "page_images"
    __table_args__ = (UniqueConstraint("file_id", "page"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    file_id: Mapped[str] = mapped_column(ForeignKey("files.id"))
    page: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    object_id: Mapped[str] = mapped_column(ForeignKey("objects.id"))


class StoredVerdict(Table):
    """Everything said about a case at one time; appended, never changed. The newest ``number`` holds.

    ``verdict_sealed`` is the whole verdict with its documents (``intake.stored``), ``summary_sealed`` its
    corrections alone, for tables of many cases, ``facts_sealed`` what it rests on beside the papers, so that
    it can be given again; ``cause`` says why it was made (``submitted``, ``corrected``).
    """

    __tablename__ = "verdicts"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_verdicts_first", "case_id", "number", "route"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    round: Mapped[int]
    cause: Mapped[str]
    policy_id: Mapped[str]
    policy_version: Mapped[str]
    policy_sha256: Mapped[str]
    route: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    verdict_sealed: Mapped[bytes]
    summary_sealed: Mapped[bytes]
    facts_sealed: Mapped[bytes | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class CheckFinding(Table):
    """One result of a verdict without its words, for counting and filtering."""

    __tablename__ = "findings"
    __table_args__ = (Index("ix_findings_check", "check_id", "outcome"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    verdict_id: Mapped[str] = mapped_column(ForeignKey("verdicts.id"), index=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    check_id: Mapped[str]
    outcome: Mapped[str]
    code: Mapped[str]
    advisory: Mapped[bool]


class FieldCorrection(Table):
    """A reviewer's value for a field, laid over the reading; the newest for one field of a paper holds.

    ``correction_sealed`` holds ``{file, page, field, value, raw, box, read}``; ``read`` is what was read
    there before anybody corrected it.
    """

    __tablename__ = "field_corrections"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    correction_sealed: Mapped[bytes]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class Imprint(Table):
    """What a case's papers can be recognised by in another case: keyed hashes of a file's bytes and of a
    report's number with its hospital."""

    __tablename__ = "imprints"
    __table_args__ = (UniqueConstraint("case_id", "mark"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    mark: Mapped[str] = mapped_column(index=True)


class Decision(Table):
    """What a person decided: ``approve``, ``return``, ``reject``; or ``pass``, on to a senior, with words for
    the senior alone. One undone within seconds is taken out. ``reasons`` are finding codes;
    ``words_sealed`` is what the applicant is told."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    decision: Mapped[str]
    reasons: Mapped[list[str]]
    words_sealed: Mapped[bytes]
    round: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(default=now)


class EntitlementRecord(Table):
    """A qualification in force: of an approved case, or taken from the bureau's register.

    ``record_sealed`` holds the person's name, ID number and disease in the clear.
    """

    __tablename__ = "entitlements"
    __table_args__ = (Index("ix_entitlements_until", "region", "valid_until"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"))
    source: Mapped[str]
    region: Mapped[str]
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"))
    id_number_hash: Mapped[str] = mapped_column(index=True)
    record_sealed: Mapped[bytes]
    valid_from: Mapped[dt.date | None]
    valid_until: Mapped[dt.date | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)


class IdempotentAnswer(Table):
    """The answer once given under an ``Idempotency-Key``; ``status`` 0 while the first call runs.

    ``client_id`` is whose key it is: a client's id, or ``person:<id>``.
    """

    __tablename__ = "idempotent_answers"

    client_id: Mapped[str] = mapped_column(primary_key=True)
    key_hash: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[str]
    status: Mapped[int] = mapped_column(default=0)
    answer_sealed: Mapped[bytes | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now, index=True)
