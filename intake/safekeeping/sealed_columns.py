"""Every column that holds a sealed value, and what such a value is about.

A column whose name ends in ``_sealed`` stands in ``SEALED`` (a test compares it with the tables), or
``menshen keys rotate`` would not seal it anew and its old key could never be retired. A value is about the
place it stands in, ``<table>.<column>:<primary key>``, so that one moved to another row or column does not
open. To seal for a new row, make its id first:

    case_id = new_id()
    sealed = sealer.seal(plain, about(Case.application_sealed, case_id))
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import inspect
from sqlalchemy.orm import InstrumentedAttribute

from intake.tables.access import Person
from intake.tables.cases import (
    Case,
    CaseFile,
    Decision,
    EntitlementRecord,
    FieldCorrection,
    IdempotentAnswer,
    PageReadings,
    StoredObject,
    StoredVerdict,
)
from intake.tables.delivery import Endpoint
from intake.tables.registers import RegisterEntry
from intake.tables.reviewing import SecondReview
from intake.tables.work import BatchFile, BatchRow, Upload

SEALED: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    Person.totp_sealed,
    Case.application_sealed,
    StoredObject.key_sealed,
    CaseFile.name_sealed,
    PageReadings.reading_sealed,
    StoredVerdict.verdict_sealed,
    StoredVerdict.summary_sealed,
    StoredVerdict.facts_sealed,
    FieldCorrection.correction_sealed,
    Decision.words_sealed,
    EntitlementRecord.record_sealed,
    IdempotentAnswer.answer_sealed,
    Endpoint.secret_sealed,
    Endpoint.old_secret_sealed,
    Upload.metadata_sealed,
    BatchFile.name_sealed,
    BatchRow.label_sealed,
    BatchRow.problems_sealed,
    RegisterEntry.entry_sealed,
    SecondReview.words_sealed,
)


def about(column: InstrumentedAttribute[Any], *key: str) -> str:
    """What a sealed value in ``column`` of the row with this primary key is about.

    ``key`` has one part a primary key column, in the table's order: ``about(Case.application_sealed, id)``,
    ``about(IdempotentAnswer.answer_sealed, client_id, key_hash)``.
    """
    place = str(column.property.columns[0])
    if len(key) != _KEY_PARTS[place]:
        raise ValueError(f"{place} is of a table with another primary key")
    return f"{place}:{':'.join(key)}"


_KEY_PARTS: Final[dict[str, int]] = {
    str(one.property.columns[0]): len(inspect(one.class_).primary_key) for one in SEALED
}
