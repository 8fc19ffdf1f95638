"""Rows for tests: whatever a table demands and the test does not care about is filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from sqlalchemy import JSON, inspect
from sqlalchemy.types import TypeEngine

from intake.tables.base import Moment, Table, now

T = TypeVar("T", bound=Table)
_DAY = dt.date(2025, 11, 20)
_BLANK: dict[type, Any] = {str: "", int: 0, float: 0.0, bytes: b"", bool: False, dt.date: _DAY}


def row(model: type[T], **given: Any) -> T:
    """A row of ``model`` with ``given``, and blanks in the columns that must not be empty."""
    blanks = {}
    for attribute in inspect(model).column_attrs:
        column = attribute.columns[0]
        if not column.nullable and column.default is None and attribute.key not in given:
            blanks[attribute.key] = _blank(column.type)
    return model(**blanks | given)


def _blank(kind: TypeEngine[Any]) -> Any:
    if isinstance(kind, Moment):
        return now()
    return {} if isinstance(kind, JSON) else _BLANK[kind.python_type]
