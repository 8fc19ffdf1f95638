"""``python -m intake.migrations WORDS``: write the next step from what the tables have become.

Run ``ruff format`` on what it writes and read it before it is committed; a released step is never changed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from intake.database import Database
from intake.safekeeping.migrate import alembic_config, newest


def main(words: str) -> None:
    """Compare a database at the newest step with the tables, and write the difference."""
    before = newest()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'menshen.db'}")
        with database.engine.begin() as connection:
            if before:
                command.upgrade(alembic_config(connection), "head")
        with database.engine.begin() as connection:
            name = f"{int(before or 0) + 1:04d}"
            command.revision(alembic_config(connection), message=words, autogenerate=True, rev_id=name)
        database.close()


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
