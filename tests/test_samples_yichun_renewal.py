"""The shipped cases of ``yichun-renewal``, read and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_cases import POLICIES, SAMPLES, cases_of, check_case, checked, reader

CASES = cases_of("yichun-renewal")


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    check_case(folder)


def test_the_same_case_gives_the_same_digest() -> None:
    folder = CASES[0]
    again = reader().check(folder).verdict
    assert again.digest == checked(folder).verdict.digest


def test_every_case_is_asked_for() -> None:
    there = [path.parent for path in (SAMPLES / "cases").glob("*/case.yaml")]
    assert {policy: len(cases_of(policy)) for policy in POLICIES} == POLICIES
    assert len(there) == sum(POLICIES.values()) >= 30
