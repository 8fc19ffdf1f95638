"""The database: one engine a process, short transactions, SQLite or PostgreSQL."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

_WRITING = "menshen_writing"
BUSY_SECONDS = 30


class Database:
    """Opens transactions. Thread-safe; make a new one after a fork."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self._url = url
        self.engine = _engine(url, pool_size)
        self._read = sessionmaker(self.engine, expire_on_commit=False)
        writing = self.engine.execution_options(**{_WRITING: True})
        self._write = sessionmaker(writing, expire_on_commit=False)

    @property
    def is_sqlite(self) -> bool:
        """Whether one writer at a time is all there can be."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that may write; committed at the end, rolled back on any error.

        On SQLite it takes the write lock at once: a transaction that reads first and writes later would
        lose updates or fail half-way.
        """
        with self._write() as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that only reads; it never waits for writers."""
        with self._read() as session, session.begin():
            yield session

    @contextmanager
    def reshaping(self) -> Iterator[Connection]:
        """A writing transaction that may rebuild tables: SQLite's references, which would forbid it, are
        checked once at its end. Raises ``sqlalchemy.exc.IntegrityError`` where one is broken then."""
        with self.engine.connect().execution_options(**{_WRITING: True}) as connection:
            driver: Any = connection.connection.driver_connection
            if self.is_sqlite:
                driver.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if self.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise IntegrityError("PRAGMA foreign_key_check", None, ValueError("broken reference"))
            finally:
                if self.is_sqlite:
                    driver.execute("PRAGMA foreign_keys = ON")

    def apart(self) -> Database:
        """The same database over one connection of its own, for what must not wait for the others': a
        thread inside a transaction that asked the pool for a second connection could wait for ever."""
        return Database(self._url, pool_size=1)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _engine(url: str, pool_size: int) -> Engine:
    if not url.startswith("sqlite"):
        return create_engine(
            url, pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True, hide_parameters=True
        )
    engine = create_engine(url, pool_size=pool_size, max_overflow=pool_size * 2, hide_parameters=True)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _into_wal(cursor)
    cursor.execute("PRAGMA synchronous = FULL")  # what is acknowledged survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _into_wal(cursor: Any) -> None:
    """Ask again where another process is just doing the same: SQLite does not wait for that by itself."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)


def _on_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
