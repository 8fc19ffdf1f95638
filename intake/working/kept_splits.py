"""Which pages of a batch's scans are whose, kept with the batch.

To look for separator sheets takes about a sixth of a second a page (measured on A4 at 300 dpi): two thousand
pages would be looked through anew in every slice of the job. What is kept are cases' and pages' numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from intake.bulk.scans import KeepSplit
from intake.bulk.separators import ScanGroup, ScanSplit
from intake.faults import Fault
from intake.service import Service
from intake.tables.work import Batch


class SliceOver(Exception):
    """The time of this slice is up, and there are scans left to look through."""


def kept_splits(service: Service, batch: Batch, over: Callable[[], bool]) -> KeepSplit:
    """Gives the split of a scan made before; else makes and keeps it. One is made in every slice, further
    ones raise ``SliceOver`` once ``over()``."""
    kept: dict[str, Any] = dict(batch.options.get("splits") or {})
    made_here = 0

    def split(number: int, make: Callable[[], ScanSplit]) -> ScanSplit:
        nonlocal made_here
        if (there := kept.get(str(number))) is not None:
            return _split_of(there)
        if made_here and over():
            raise SliceOver
        made = make()
        made_here += 1
        kept[str(number)] = asdict(made)
        with service.database.writing() as session:
            row = session.get_one(Batch, batch.id, with_for_update=True)
            row.options = row.options | {"splits": kept}
        return made

    return split


def _split_of(kept: dict[str, Any]) -> ScanSplit:
    groups = tuple(
        ScanGroup(one["number"], one["sheet"], tuple(one["pages"]), _faults(one["faults"]))
        for one in kept["groups"]
    )
    return ScanSplit(groups, _faults(kept["faults"]), tuple(kept["unassigned"]))


def _faults(kept: list[dict[str, str]]) -> tuple[Fault, ...]:
    return tuple(Fault(**one) for one in kept)
