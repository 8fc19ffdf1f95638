"""Pictures of the main pages, for the README: ``python tests/screens.py [FOLDER [MOST]]``.

The samples are handed in, read by the real reader and carried on as in ``menshen demo --serve``, on a home
that is gone afterwards; then the system's Chromium looks at the pages. No picture has more than 200 kB.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from browser import DESKTOP, FLAGS, PHONE, chromium_program
from http_server import Door, running_door
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from review_world import SAMPLES, work_off

from intake.actors import Role
from intake.demonstration.carry_on import carry_on, look_again
from intake.demonstration.hand_in import demo_person, hand_in
from intake.demonstration.plan import Act, planned
from intake.doorkeeping import sessions
from intake.doorkeeping.demo_people import demo_people
from intake.operating.broker import server_program
from intake.service import Service

MOST_BYTES: Final = 200_000
_QUALITIES: Final = (85, 75, 60, 45)
_USUAL: Final = 20
_FOLDER: Final = Path(__file__).parent.parent / "docs" / "screens"


@dataclass(frozen=True, slots=True)
class Shot:
    """A page to look at, as whom; ``wait`` is what must stand on it first."""

    name: str
    role: Role
    path: str
    wait: str = "main h1"
    size: tuple[int, int] = DESKTOP
    theme: str = "light"


def main(arguments: Sequence[str]) -> int:
    """Write every picture; 1 where there is no browser."""
    folder = Path(arguments[0]) if arguments else _FOLDER
    most = int(arguments[1]) if len(arguments) > 1 else _USUAL
    program = chromium_program()
    if program is None:
        print("no Chromium here", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="m") as home,
        _broker(Path(home)) as broker,
        running_door(Path(home) / "h", broker_url=broker, second_review_percent=100) as door,
    ):
        ids = _fill(door.service, most)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
            for shot in shots(ids):
                print(_take(browser, door, folder, shot))
            browser.close()
    return 0


def shots(ids: dict[Act, str]) -> tuple[Shot, ...]:
    """The main pages; ``ids``: a case that somebody carried on so."""
    case, picture = f"/console/cases/{ids[Act.CLAIM]}", "canvas"
    return (
        Shot("queue", Role.REVIEWER, "/console/queue?pile=all"),
        Shot("queue-phone", Role.REVIEWER, "/console/queue?pile=all", size=PHONE),
        Shot("case", Role.REVIEWER, case, picture),
        Shot("case-dark", Role.REVIEWER, case, picture, theme="dark"),
        Shot("case-phone", Role.REVIEWER, case, picture, size=PHONE),
        Shot("counter", Role.CLERK, "/console/counter"),
        Shot("hospital", Role.HOSPITAL, "/console/hospital"),
        Shot("figures", Role.SENIOR, "/console/figures"),
        Shot("figures-dark", Role.SENIOR, "/console/figures", theme="dark"),
        Shot("administration", Role.ADMINISTRATOR, "/console/admin/people"),
    )


def _fill(service: Service, most: int) -> dict[Act, str]:
    """The samples, read and carried on; one case of each act that was done."""
    demo_people(service)
    every = planned(SAMPLES)
    acted = [one for one in every if one.act is not Act.LEAVE]
    chosen = (*acted, *(one for one in every if one not in acted))[:most]
    cases = {hand_in(service, one): one for one in chosen}
    work_off(service)
    for case_id, one in cases.items():
        carry_on(service, case_id, one.act)
    look_again(service)
    return {one.act: case_id for case_id, one in cases.items()}


def _take(browser: Browser, door: Door, folder: Path, shot: Shot) -> str:
    width, height = shot.size
    scheme = "dark" if shot.theme == "dark" else "light"
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of two words
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        has_touch=shot.size == PHONE,
    )
    person = demo_person(door.service, shot.role)
    assert person.person_id
    with door.service.database.writing() as session:
        began = sessions.begin(session, door.service.settings, person.person_id, complete=True)
    context.add_cookies([{"name": "menshen_session", "value": began.token, "url": door.url}])
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(door.url + shot.path)
    page.locator(shot.wait).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)  # tiles of the viewer fade in
    place = folder / f"{shot.name}.webp"
    size = _keep(page.screenshot(), place)
    context.close()
    return f"{place} {size / 1000:.0f} kB"


def _keep(png: bytes, place: Path) -> int:
    """Write a picture as WebP, the best that is small enough; its bytes."""
    with Image.open(io.BytesIO(png)) as image:
        for quality in _QUALITIES:
            stream = io.BytesIO()
            image.save(stream, "WEBP", quality=quality, method=6)
            if stream.tell() <= MOST_BYTES:
                break
        else:
            raise ValueError(f"{place.name} is too large at any quality")
    return place.write_bytes(stream.getvalue())


@contextmanager
def _broker(home: Path) -> Iterator[str]:
    place = home / "redis.sock"
    command = [server_program(), "--port", "0", "--unixsocket", str(place), "--dir", str(home), "--save", ""]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"unix://{place}"
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
