"""The longest test files first, so that at the end no process of the suite is left with a long one alone."""

from __future__ import annotations

from typing import Final

import pytest

LONGEST: Final = (
    "test_samples_papers",
    "test_processes_up",
    "test_access_routes",
    "test_portal_examples",
    "test_torture",
    "test_samples_shangrao_application",
    "test_samples_shaoyang_application",
    "test_access_sign_in",
    "test_console_queue",
    "test_submit",
    "test_samples_yichun_renewal",
    "test_same_page",
    "test_engine",
    "test_cli_demo_serve",
    "test_console_hospital",
    "test_console_access",
    "test_samples_shaoyang_remote_filing",
    "test_apply",
    "test_console_admin_service",
    "test_tus_crashes",
    "test_samples_shaoyang_renewal",
    "test_no_personal_data",
    "test_straighten",
    "test_together",
    "test_laboratory",
    "test_readme",
    "test_console_case",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))
