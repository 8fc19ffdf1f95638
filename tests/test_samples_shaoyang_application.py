"""The shipped cases of ``shaoyang-application``, read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_cases import cases_of, check_case

CASES = cases_of("shaoyang-application")


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    check_case(folder)
