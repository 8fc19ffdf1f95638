"""The console in the system's Firefox: the queue by keyboard, live, and on to a case."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Console
from firefox import Firefox, firefox, firefox_program
from queue_world import waiting_case

from intake.reviewing import review
from intake.tables.base import now

SHOWN = "document.querySelectorAll('[data-row]').length"


@pytest.fixture(scope="module")
def fox() -> Iterator[Firefox]:
    """Skips, loudly, where the system has no Firefox."""
    if firefox_program() is None:
        told = "FIREFOX TESTS SKIPPED: no Firefox here (apt-get install firefox-esr)"
        warnings.warn(told, stacklevel=1)
        pytest.skip(told)
    with firefox() as browser:
        yield browser


def picture(fox: Firefox, name: str) -> None:
    """Keeps a screenshot where MENSHEN_SCREENS names a folder."""
    if folder := os.environ.get("MENSHEN_SCREENS"):
        fox.picture(Path(folder) / f"{name}.png")


def test_the_queue_and_a_case_by_keyboard_in_firefox(console: Console, fox: Firefox) -> None:
    service, other = console.door.service, console.people["reviewer2"].actor
    made = [waiting_case(service, place, days_left=place + 1) for place in range(3)]
    fox.cookie("menshen_session", console.people["reviewer"].token, "127.0.0.1")
    fox.resize(1366, 768)
    fox.goto(console.url + "/console")
    fox.wait("location.pathname", "/console/queue")
    fox.wait(SHOWN, 3)
    fox.wait("document.querySelector('#queue-live').classList.contains('live-on')")
    fox.press("j", "ArrowDown")
    fox.wait("document.activeElement.id", f"row-{made[1]}")
    review.claim(service, other, made[2])
    fox.wait(SHOWN, 2)
    fox.wait("document.activeElement.id", f"row-{made[1]}")
    fox.press("f")
    fox.wait("document.activeElement.id", "by-region")
    fox.press("Escape")
    fox.wait("document.querySelector('dialog[open]') === null")
    fox.press("/")
    fox.wait("document.activeElement.id", "in-text")
    fox.press("Escape")
    picture(fox, "firefox-queue")
    fox.press("n")
    fox.wait("location.pathname", f"/console/cases/{made[1]}")
    fox.wait("(document.querySelector('.thumb-picture img')?.naturalWidth ?? 0) > 0")
    fox.wait("document.querySelectorAll('.case-bar [data-key=a]').length", 1)
    picture(fox, "firefox-case")
    fox.press("q")
    fox.wait("location.pathname", "/console/queue")
    left = "was interrupted while the page was loading"  # Firefox says so of an event stream when one goes on
    assert [error for error in fox.errors if left not in error] == []
    assert fox.foreign(console.url) == []
    assert any("/console/queue/live" in one for one in fox.asked)
    review.free_claims(service, now().replace(year=now().year + 1))
