"""Brings a database to the tables this version works with."""

from __future__ import annotations

from intake.database import Database
from intake.lifecycle import write_legal_transitions
from intake.tables import Table


def migrate(database: Database) -> None:
    """Make or upgrade the tables; safe to run at every start."""
    Table.metadata.create_all(database.engine)
    with database.writing() as session:
        write_legal_transitions(session)
