"""The short form of ``make torture``: kills and faults while cases come in, nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from torture.trial import Trial, hold


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_nothing_is_lost_whatever_is_killed(database: str, tmp_path: Path) -> None:
    trial = Trial(database, files=16, threads=4, seed=7, least_faults=4, settle_seconds=300)
    told = hold(trial, tmp_path, print)
    assert told.wrong == []
    assert (told.cases, told.files) == (4, 16)
    assert sum(told.faults.values()) >= 4
    assert told.deliveries >= 8
