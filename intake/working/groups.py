"""Groups of workers, so that a hospital's thousands of files never delay a phone."""

from __future__ import annotations

import hashlib
import socket
from dataclasses import dataclass
from typing import Final

from intake.service_settings import ServiceSettings
from intake.working.jobs import BULK, CASES

PRECHECK: Final = "precheck"
"""The queue of prechecks, which have no rows: nothing of them is kept."""


@dataclass(frozen=True, slots=True)
class Group:
    """Processes of one sort: whose messages they take, first named first, and how far they stand back
    behind the API (``os.nice``)."""

    name: str
    queues: tuple[str, ...]
    niceness: int


GROUPS: Final = {
    group.name: group
    for group in (
        Group(PRECHECK, (PRECHECK,), 0),
        Group(CASES, (PRECHECK, CASES), 10),
        Group(BULK, (BULK, CASES), 19),
    )
}
"""``precheck`` answers the phone that waits, ``cases`` reads what portals hand in and answers phones too,
``bulk`` reads what hospitals hand in, and cases while no bulk work waits. No other group takes bulk work."""


def size(settings: ServiceSettings, group: str) -> int:
    """How many processes of a group the settings ask for."""
    sizes = {
        PRECHECK: settings.precheck_workers,
        CASES: settings.case_workers,
        BULK: settings.bulk_workers,
    }
    return sizes[group]


def worker_prefix(settings: ServiceSettings) -> str:
    """How the names of this host's and home's workers begin; a lease carries the whole name."""
    home = hashlib.sha256(str(settings.home).encode()).hexdigest()[:8]
    return f"{socket.gethostname()}/{home}/"
