"""Has the vault let go of what was erased: the rows say which objects, so a crash in between loses none."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sqlalchemy import delete, select, update

from intake.safekeeping.pieces import VaultError
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import StoredObject

_AT_ONCE: Final = 100
_MOST_KEPT: Final = 10


def finish_doomed(service: Service, objects: int = _AT_ONCE) -> int:
    """Have the vault let go of every doomed object, then forget its row; for the sweeper too. How many.

    One that the vault does not let go of is passed over and goes to the end of the line; after
    ``_MOST_KEPT`` of them the call gives up. Where there was any, the first ``VaultError`` is raised at the
    end: what is done by then stays done, the rest is done by the next call.
    """
    finished = 0
    kept: dict[str, VaultError] = {}
    while len(kept) < _MOST_KEPT:
        doomed = _doomed(service, objects, kept)
        gone: list[str] = []
        for row_id, path in doomed:
            try:
                service.vault.delete(path)
                gone.append(row_id)
            except VaultError as error:
                kept[row_id] = error
                if len(kept) >= _MOST_KEPT:
                    break
        with service.database.writing() as session:
            session.execute(delete(StoredObject).where(StoredObject.id.in_(gone)))
            last = update(StoredObject).where(StoredObject.id.in_(kept)).values(doomed_at=now())
            session.execute(last)
        finished += len(gone)
        if not doomed:
            break
    if kept:
        raise next(iter(kept.values()))
    return finished


def _doomed(service: Service, objects: int, but: Collection[str]) -> list[tuple[str, str]]:
    """Ids and paths of the objects doomed first."""
    wanted = select(StoredObject.id, StoredObject.path).where(
        StoredObject.doomed_at.is_not(None), StoredObject.id.not_in(but)
    )
    with service.database.reading() as session:
        found = session.execute(wanted.order_by(StoredObject.doomed_at).limit(objects))
        return [(row.id, row.path) for row in found]
