"""The system's Chromium, people signed in with it, and what every page must keep to.

    def test_something(console: Console, open_page: OpenPage) -> None:
        page = open_page("reviewer")                    # or open_page("clerk", PHONE)
        page.goto(console.url + "/console/queue")
        check_axe(page)

After each test: no error in the browser's console, no request to another host. A test that provokes an error
answer says so beforehand: ``page.allowed.append("403")``.
"""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from http_server import Door, running_door
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from intake.actors import Actor, Role
from intake.doorkeeping import sessions

PATIENCE: Final = 30_000  # ms: a busy machine is no fault of a page
expect.set_options(timeout=PATIENCE)
DESKTOP: Final = (1366, 768)
PHONE: Final = (390, 844)
WIDE: Final = (3840, 2160)
ROLES: Final = {
    "reviewer": Role.REVIEWER,
    "reviewer2": Role.REVIEWER,
    "senior": Role.SENIOR,
    "clerk": Role.CLERK,
    "hospital": Role.HOSPITAL,
    "auditor": Role.AUDITOR,
    "administrator": Role.ADMINISTRATOR,
}
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_AXE: Final = Path(__file__).parent / "browser_assets" / "axe.min.js"
_RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person of the demo world and the cookie that says so."""

    actor: Actor
    token: str
    csrf: str


@dataclass(frozen=True, slots=True)
class Console:
    """A running door and one person of each role, by role; ``hospital`` belongs to the client 大祥医院."""

    door: Door
    people: Mapping[str, SignedIn]

    @property
    def url(self) -> str:
        """Where the door stands."""
        return self.door.url


@dataclass
class Watched:
    """What was seen of a page's doings. ``allowed``: words of console errors that the test provokes."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)


OpenPage = Callable[..., Page]
"""``open_page(role, size, theme=…)``: a page of somebody signed in (``None``: nobody)."""
_watched: dict[int, Watched] = {}


def chromium_program() -> str | None:
    """The system's Chromium, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for the tests of one file: while it stands, its event loop runs in this thread, and tests of
    other files start loops of their own. Skips, loudly, where the system has none."""
    program = chromium_program()
    if program is None:
        told = "BROWSER TESTS SKIPPED: no Chromium here (apt-get install chromium)"
        warnings.warn(told, stacklevel=1)
        pytest.skip(told)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[Console]:
    """A door with people of every role, for the tests of one file."""
    home = tmp_path_factory.mktemp("console")
    with running_door(home, broker_url=redis_server, calls_per_minute=100_000) as door:
        yield Console(door, people_of(door))


def people_of(door: Door) -> Mapping[str, SignedIn]:
    """One person of each role, signed in."""
    from review_world import SHAOYANG, person_actor  # noqa: PLC0415 - it loads the whole reader

    service = door.service
    door.key("大祥医院", Role.HOSPITAL)
    found = {}
    for login, role in ROLES.items():
        of_hospital = role is Role.HOSPITAL
        more: dict[str, Any] = {"hospital": "大祥医院"} if of_hospital else {}
        actor = person_actor(service, login, role, [] if of_hospital else [SHAOYANG], **more)
        assert actor.person_id
        with service.database.writing() as session:
            began = sessions.begin(session, service.settings, actor.person_id, complete=True)
        found[login] = SignedIn(actor, began.token, began.csrf)
    return found


@pytest.fixture
def open_page(chromium: Browser, console: Console) -> Iterator[OpenPage]:
    """Opens pages as somebody; looks at what they did when the test is over."""
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []

    def opened(role: str | None = None, size: tuple[int, int] = DESKTOP, *, theme: str = "light") -> Page:
        width, height = size
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            has_touch=size == PHONE,
        )
        contexts.append(context)
        if role is not None:
            token = console.people[role].token
            context.add_cookies([{"name": "menshen_session", "value": token, "url": console.url}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watched.append(_watch(page, console.url))
        return page

    yield opened
    for context in contexts:
        context.close()
    for one in watched:
        errors = [error for error in one.errors if not any(word in error for word in one.allowed)]
        assert not errors, errors
        assert not one.foreign, one.foreign


def _watch(page: Page, url: str) -> Watched:
    seen = _watched[id(page)] = Watched()
    ours = urlsplit(url).netloc

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            seen.errors.append(message.text)

    page.on("console", said)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            seen.foreign.append(asked.url)
            if asked.url.startswith(("http", "ws")) and urlsplit(asked.url).netloc != ours
            else None
        ),
    )
    return seen


def allow(page: Page, *words: str) -> None:
    """The test provokes console errors with these words (a refusal's status)."""
    _watched[id(page)].allowed.extend(words)


@cache
def _axe() -> str:
    return _AXE.read_text(encoding="utf-8")


def check_axe(page: Page) -> None:
    """No fault by WCAG 2.2 AA as far as axe can tell. Evaluated by the debugger, which the page's policy does
    not bind. Buttons are pale while an answer is awaited: the page is judged once it has come."""
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
    page.evaluate(f"() => {{ {_axe()}\n }}")
    options = {"runOnly": {"type": "tag", "values": _RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    told = [
        {
            "rule": one["id"],
            "where": [n["target"] for n in one["nodes"]][:6],
            "why": one["nodes"][0]["failureSummary"],
        }
        for one in found
    ]
    assert not told, json.dumps(told, ensure_ascii=False, indent=1)


def ready(page: Page) -> None:
    """Waits until the page does what is asked of it: one gone on to shows its words before its scripts
    listen, and a part that was exchanged shows its buttons before they are bound."""
    page.wait_for_load_state()
    page.wait_for_function("() => !document.querySelector('.htmx-swapping, .htmx-settling')")


def press(page: Page, key: str) -> None:
    """A key on a page that is ready for it."""
    ready(page)
    page.keyboard.press(key)


def choose_files(page: Page, ask: Callable[[], None], *files: Path) -> None:
    """Does what makes the page ask for files, and gives it these (a folder: what lies in it). The browser
    hands choosers over only once a message on its way has told it to, and opens none for a page that it has
    not drawn yet, though its keys already work: so two frames pass between the one and the other."""
    with page.expect_file_chooser() as chooser:
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        ask()
    chooser.value.set_files(list(files))


def picture(page: Page, name: str, *, full: bool = True) -> None:
    """Keeps a screenshot where MENSHEN_SCREENS names a folder; ``full``: the page, not the window."""
    if folder := os.environ.get("MENSHEN_SCREENS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=full)


def check_fits(page: Page) -> None:
    """Nothing makes the page wider than its window."""
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1], wide
