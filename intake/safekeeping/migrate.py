"""Brings a database to the tables this version works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from intake.database import Database
from intake.faults import Fault
from intake.lifecycle import missing_transitions, write_legal_transitions
from intake.settings import SettingsRefused

if TYPE_CHECKING:
    from alembic.config import Config

_STEPS: Final = Path(__file__).parent.parent / "migrations"
_LOCK: Final = 0x4D656E7368656F  # one process at a time on PostgreSQL, to the end of the transaction


def migrate(database: Database) -> None:
    """Make or upgrade the tables, wholly or not at all; safe to run at every start, and in several
    processes at once. Raises ``SettingsRefused`` where the database is of a newer version."""
    with database.reading() as session:
        if _is_current(session.connection()):
            return
    with database.reshaping() as connection:
        if not database.is_sqlite:  # where the transaction holds the only write lock already
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if revision(connection) != newest():  # another process may have done it while this one waited
            _upgrade(connection)
        write_legal_transitions(connection)


def _is_current(connection: Connection) -> bool:
    return revision(connection) == newest() and not missing_transitions(connection)


def newest() -> str | None:
    """The newest step there is; nothing before the first is written."""
    return max((path.name[:4] for path in (_STEPS / "versions").glob("[0-9]*_*.py")), default=None)


def revision(connection: Connection) -> str | None:
    """The step a database stands at; nothing where it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow, and of no use at most starts
    from alembic.util import CommandError  # noqa: PLC0415

    names = inspect(connection).get_table_names()
    if names and "alembic_version" not in names:
        raise SettingsRefused((_FOREIGN,))
    try:
        command.upgrade(alembic_config(connection), "head")
    except CommandError as error:
        raise SettingsRefused((_NEWER,)) from error


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings for work on this connection."""
    from alembic.config import Config  # noqa: PLC0415

    made = Config()
    made.set_main_option("script_location", str(_STEPS))
    made.attributes["connection"] = connection
    return made


_NEWER: Final = Fault(
    "SET-013",
    "database_url",
    "数据库是由更新的版本建立的",
    "请改用那个版本的程序，或从升级前的备份恢复。",
)
_FOREIGN: Final = Fault(
    "SET-014",
    "database_url",
    "数据库里已有别的表",
    "请另建一个空的数据库，或核对地址。",
)
