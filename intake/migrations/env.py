"""Alembic's way in: on the connection and in the transaction that ``intake.safekeeping.migrate`` opened."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeEngine

from intake.tables import Table
from intake.tables.base import Moment


def _render(kind: str, item: Any, autogenerate: Any) -> str | Literal[False]:
    """Moments are written as what the database has, so that a step does not depend on our code."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def _differs(
    context: Any, inspected: Any, column: Any, found: TypeEngine[Any], wanted: TypeEngine[Any]
) -> bool | None:
    """A moment is a date and time in the database; the rest is left to Alembic."""
    return False if isinstance(wanted, Moment) else None


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    transactional_ddl=True,  # SQLite's too: the transaction is ours and rolls back as a whole
    compare_type=_differs,
    render_item=_render,
    render_as_batch=connection.dialect.name == "sqlite",
)
context.run_migrations()
