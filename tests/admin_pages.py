"""Pages of the administration, opened in the browser."""

from __future__ import annotations

from browser import Console, check_axe, check_fits
from playwright.sync_api import Page

ADMIN = "/console/admin"


def opened(page: Page, console: Console, path: str) -> None:
    """A page of the administration, which keeps to what every page must."""
    answer = page.goto(console.url + ADMIN + path)
    assert answer
    assert answer.ok, (path, answer.status)
    check_axe(page)
    check_fits(page)
