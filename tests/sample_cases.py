"""The shipped cases, checked as a whole against what is expected of them; one test file a policy asks here.

One file for all would keep one of the test processes busy long after the others have nothing left to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from intake.pipeline import CheckedCase, Reader
from intake.settings import load_settings

SAMPLES = Path(__file__).parents[1] / "samples"
ORDER = ("unmet", "unknown", "met", "not_applicable")
POLICIES = {
    "shangrao-application": 14,
    "shaoyang-application": 11,
    "shaoyang-remote-filing": 10,
    "shaoyang-renewal": 10,
    "yichun-renewal": 12,
}
"""Every policy with cases, and how many it has."""


@cache
def reader() -> Reader:
    """One reader a process."""
    return Reader(load_settings())


@cache
def truth(folder: Path) -> Mapping[str, Any]:
    """What stands on the papers of a folder."""
    loaded: Mapping[str, Any] = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))["files"]
    return loaded


def cases_of(policy: str) -> list[Path]:
    """The folders of a policy's cases."""
    return sorted(path.parent for path in (SAMPLES / "cases").glob(f"{policy}-[0-9][0-9]-*/case.yaml"))


@cache
def checked(folder: Path) -> CheckedCase:
    """A case checked, once."""
    return reader().check(folder)


def check_case(folder: Path) -> None:
    """Fails where a fault passes, a sound case is told that it fails, or the route is another."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    verdict = checked(folder).verdict
    routes = expected["route"] if isinstance(expected["route"], list) else [expected["route"]]
    got = {}
    wanted = {}
    for check in expected["checks"]:
        key = (check["id"], check.get("subject"))
        outcomes = {
            r.outcome.value
            for r in verdict.checks
            if r.id == check["id"] and check.get("subject") in (None, r.subject)
        }
        got[key] = next(o for o in ORDER if o in outcomes)
        wanted[key] = check["outcome"] if isinstance(check["outcome"], list) else [check["outcome"]]
    assert {k: v for k, v in got.items() if v not in wanted[k]} == {}
    assert verdict.route.value in routes
