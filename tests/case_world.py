"""Sample cases handed in, read and checked, for the tests of the case page."""

from __future__ import annotations

from typing import Any

import yaml
from browser import Console
from playwright.sync_api import Page
from review_world import SAMPLES, a_paper, client_actor, hand_in, work_off

from intake import cases
from intake.case_requests import CaseRequest

CLEAN = "shaoyang-renewal-01-sound-self"


def sample_case(console: Console, name: str, **more: Any) -> str:
    """One sample, from the portal to checked; its id. ``more`` stands in place of what the sample states."""
    service, folder = console.door.service, SAMPLES / name
    stated = (
        yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8")) | {"channel": "xiangyibao"} | more
    )
    stated.pop("files", None)
    portal = client_actor(service)
    opened = cases.open_case(service, portal, CaseRequest.model_validate(_texts(stated)))
    for path in sorted(folder.iterdir()):
        if path.suffix != ".yaml":
            hand_in(service, portal, opened.id, path)
    cases.submit(service, portal, opened.id)
    work_off(service)
    return opened.id


def holder_of_card() -> dict[str, Any]:
    """The applicant whose card ``review_world.a_paper`` shows."""
    stated = yaml.safe_load((a_paper().parent / "case.yaml").read_text(encoding="utf-8"))["applicant"]
    return {name: stated[name] for name in ("name", "id_number", "insured_place", "insurance")}


def open_case(page: Page, console: Console, case_id: str) -> None:
    """Goes to the page of a case."""
    page.goto(f"{console.url}/console/cases/{case_id}")
    wait_for_case(page)


def wait_for_case(page: Page) -> None:
    """Until the page of a case listens: its first picture is seen and it is known who has it."""
    page.locator(".pane[data-sheet]").first.wait_for()
    page.locator("#bar:not([hx-trigger=load])").wait_for()


def _texts(stated: Any) -> Any:
    """Dates as the portal writes them."""
    if isinstance(stated, dict):
        return {key: _texts(value) for key, value in stated.items()}
    if isinstance(stated, list):
        return [_texts(one) for one in stated]
    return stated.isoformat() if hasattr(stated, "isoformat") else stated
