"""The longest test files first, so that at the end no process of the suite is left with a long one alone."""

from __future__ import annotations

from typing import Final

import pytest

LONGEST: Final = (
    "test_torture",
    "test_processes_up",
    "test_samples_shangrao_application",
    "test_samples_yichun_renewal",
    "test_samples_shaoyang_application",
    "test_samples_papers",
    "test_samples_shaoyang_renewal",
    "test_samples_shaoyang_remote_filing",
    "test_readme",
    "test_apply",
    "test_tus_crashes",
    "test_laboratory",
    "test_cli_demo_serve",
    "test_portal_examples",
    "test_submit",
    "test_no_personal_data",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))
