"""When ``menshen up`` makes people for trying out, and when it must not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from review_world import add_person

from intake.actors import Role
from intake.operating.preparing import prepare
from intake.service import Service

ROLES = ("reviewer", "senior", "clerk", "hospital", "auditor", "administrator")
DEMO = [f"demo-{role}" for role in ROLES]


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({}, DEMO),
        ({"host": "::1"}, DEMO),
        ({"host": "10.0.0.7"}, []),
        ({"host": "10.0.0.7", "demo_people": True}, DEMO),
        ({"demo_people": False}, []),
    ],
)
def test_on_embedded_defaults_and_as_the_setting_says(
    make_service: Callable[..., Service], given: dict[str, Any], made: list[str]
) -> None:
    assert [one.login for one in prepare(make_service(**given).settings)] == made


def test_not_on_a_database_of_its_own(make_service: Callable[..., Service], postgres_url: str) -> None:
    assert prepare(make_service(database_url=postgres_url).settings) == ()


def test_new_passwords_at_every_start_until_somebody_real_is_there(service: Service) -> None:
    first, second = prepare(service.settings), prepare(service.settings)
    assert [one.login for one in first] == [one.login for one in second] == DEMO
    assert {one.password for one in first}.isdisjoint({one.password for one in second})
    add_person(service, "zhang.min", Role.CLERK, password=None)
    assert prepare(service.settings) == ()
