"""Copies a database that is in use, at one moment, and puts a copy into an empty one.

SQLite by its own backup, PostgreSQL by ``pg_dump`` and ``pg_restore`` under an exported snapshot.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL

from intake.database import Database
from intake.faults import Fault

SQLITE_NAME: Final = "menshen.db"
POSTGRES_NAME: Final = "menshen.pgdump"


class BackupRefused(Exception):
    """A backup or restore that cannot be done; ``fault`` says why and what to do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@contextmanager
def copied(database: Database, folder: Path) -> Iterator[tuple[Path, Connection]]:
    """The copy's file in ``folder``, and a connection that sees exactly what is in it."""
    if database.is_sqlite:
        place = folder / SQLITE_NAME
        _copy_sqlite(_sqlite_path(database.engine.url), place)
        copy = Database(f"sqlite:///{place}")
        try:
            with copy.engine.connect() as connection:
                yield place, connection
        finally:
            copy.close()
        return
    engine = database.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection:
        snapshot = connection.scalar(text("SELECT pg_export_snapshot()"))
        place = folder / POSTGRES_NAME
        _run(database.engine, ["pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={place}"])
        yield place, connection


def is_empty(database: Database) -> bool:
    """Whether there are no tables yet."""
    return not inspect(database.engine).get_table_names()


def put_in(database: Database, copy: Path) -> None:
    """Put a copy into an empty database of the same kind, wholly or not at all."""
    if not database.is_sqlite:
        _run(
            database.engine,
            ["pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", str(copy)],
        )
        return
    place = _sqlite_path(database.engine.url)
    database.close()
    for name in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        name.unlink(missing_ok=True)  # empty, as was asked before; what it left must not join the copy
    partial = Path(f"{place}.restoring")
    shutil.copyfile(copy, partial)
    with partial.open("rb+") as stream:
        os.fsync(stream.fileno())
    os.chmod(partial, 0o600)
    os.replace(partial, place)


def _sqlite_path(url: URL) -> Path:
    if not url.database or url.database == ":memory:":
        raise ValueError("a database in memory cannot be copied")
    return Path(url.database)


def _copy_sqlite(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there)  # in one step: others go on writing to the log meanwhile
        there.execute("PRAGMA journal_mode = DELETE")
        faults = there.execute("PRAGMA integrity_check").fetchall()
    if faults != [("ok",)]:
        raise BackupRefused(Fault("BACKUP-008", str(source), "数据库文件已损坏", "请停止服务，从备份恢复。"))


def _run(engine: Engine, command: list[str]) -> None:
    """Run one of PostgreSQL's programs on the database; the password goes by the environment."""
    url = engine.url.set(drivername="postgresql")._replace(password=None)
    if shutil.which(command[0]) is None:
        remedy = "请安装 PostgreSQL 客户端程序（版本不低于服务器）后再试。"
        raise BackupRefused(Fault("BACKUP-002", command[0], "本机没有这个程序", remedy))
    environment: Mapping[str, str] = os.environ | (
        {"PGPASSWORD": str(engine.url.password)} if engine.url.password else {}
    )
    where = f"--dbname={url.render_as_string(hide_password=False)}"
    done = subprocess.run([*command, where], env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        told = "；".join(line.partition(": ")[2] for line in done.stderr.strip().splitlines()[:3])
        remedy = f"请按程序的提示处理后再试：{told}"
        raise BackupRefused(Fault("BACKUP-003", command[0], "程序没有做完", remedy))
