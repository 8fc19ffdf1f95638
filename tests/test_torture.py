"""The short form of ``make torture``: kills and faults while cases come in, nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from torture.trial import Trial, hold

FAULTS = 8
"""On SQLite this is every kind of fault once: each asks for seconds of loading, and on a slow machine faults
without end would leave the service no time to come back."""
READERS = {"precheck_workers": 0, "case_workers": 2, "bulk_workers": 0}
"""Two that race for the same work; nothing here asks for a precheck or hands in a batch."""


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_nothing_is_lost_whatever_is_killed(database: str, tmp_path: Path) -> None:
    trial = Trial(
        database,
        files=16,
        threads=4,
        seed=7,
        least_faults=FAULTS,
        most_faults=FAULTS,
        settings=READERS,
        settle_seconds=300,
    )
    told = hold(trial, tmp_path, print)
    assert told.wrong == []
    assert (told.cases, told.files) == (4, 16)
    assert told.faults.total() == FAULTS
    assert told.deliveries >= 8
