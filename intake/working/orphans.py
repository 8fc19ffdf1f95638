"""Bytes that nobody remembers: left in the spool or the vault by a process that was killed."""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import re
import time
from collections.abc import Iterator
from typing import Final

from sqlalchemy import select

from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.tables.base import now
from intake.tables.cases import StoredObject

_log = logging.getLogger(__name__)
SPOOLED_SECONDS: Final = 86_400.0
"""A file in the spool that was not written to for so long is nobody's: slow senders are cut off sooner, and
so are forms whose first files wait there for the last."""
UNCLAIMED: Final = dt.timedelta(days=3)
"""Between an object's coming into the vault and its row lie seconds. Nobody can read it without its row,
which holds its key; the days are for an operator who put back an older database and has a newer one."""
_OURS: Final = re.compile(r"[0-9a-f]{6}/[0-9a-f]{2}/[0-9a-f]{32}")
"""How our objects are called. Whatever else stands in the folder or bucket belongs to somebody else."""
_AT_ONCE: Final = 500


def clear_spool(settings: ServiceSettings) -> int:
    """Delete what was left half-way in this host's spool; how many files."""
    long_ago = time.time() - SPOOLED_SECONDS
    cleared = 0
    for path in settings.spool.glob("*"):
        try:
            if path.stat().st_mtime < long_ago:
                path.unlink()
                cleared += 1
        except FileNotFoundError:
            continue  # its receiver was faster
    return cleared


class VaultSearch:
    """Walks the vault a little at a time for objects without a row, and deletes them.

    A walk over millions of objects takes long and hurts nobody; it begins again a day after the last.
    """

    def __init__(self) -> None:
        self._walk: Iterator[tuple[str, dt.datetime]] | None = None
        self._again_at = 0.0

    def step(self, service: Service, objects: int = _AT_ONCE) -> int:
        """Look at the next ``objects`` of them; how many were deleted. Raises ``VaultError``."""
        if self._walk is None:
            if time.monotonic() < self._again_at:
                return 0
            self._walk = service.vault.listed()
        try:
            found = list(itertools.islice(self._walk, objects))
        except Exception:
            self._walk = None  # a walk that broke off cannot go on
            raise
        if len(found) < objects:
            self._walk, self._again_at = None, time.monotonic() + 86_400
        old = [path for path, put_at in found if put_at < now() - UNCLAIMED and _OURS.fullmatch(path)]
        return _delete_unknown(service, old)


def _delete_unknown(service: Service, paths: list[str]) -> int:
    if not paths:
        return 0
    with service.database.reading() as session:
        known = set(session.scalars(select(StoredObject.path).where(StoredObject.path.in_(paths))))
    unknown = [path for path in paths if path not in known]
    if unknown and not service.vault.is_owned_by(service.sealer.look_up("installation")):
        _log.error("the vault belongs to another installation: nothing is deleted there")
        return 0
    for path in unknown:
        service.vault.delete(path)
    return len(unknown)
