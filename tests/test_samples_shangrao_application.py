"""The shipped cases of ``shangrao-application``, read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_cases import cases_of, check_case

CASES = cases_of("shangrao-application")


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    check_case(folder)
