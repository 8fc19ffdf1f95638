"""One trial from beginning to end."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import httpx2

from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from torture import clients, reckoning
from torture.clients import HandedIn
from torture.faults import Faults
from torture.world import Portal, World, postgres, s3_behind_a_line, until

Say = Callable[[str], None]


@dataclass(frozen=True)
class Trial:
    """``database``: ``sqlite`` (with a folder) or ``postgres`` (with S3 behind a line). ``pause``: the least
    and the most seconds between two faults. Faults go on while cases come in, within ``least_faults`` and
    ``most_faults``. ``settings``: of the service, beside those of every trial."""

    database: str
    files: int
    files_a_case: int = 4
    threads: int = 6
    seed: int = 1
    least_faults: int = 0
    most_faults: int | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    pause: tuple[float, float] = (0.5, 2.5)
    settle_seconds: float = 3600


@dataclass(frozen=True)
class Told:
    """What came of a trial."""

    cases: int
    files: int
    faults: Counter[str]
    deliveries: int
    seconds: float
    wrong: list[str]


def hold(trial: Trial, folder: Path, say: Say) -> Told:
    """Hold the trial in ``folder``."""
    began = time.monotonic()
    with ExitStack() as stack:
        environment: dict[str, str] = {}
        crash = line = None
        if trial.database == "postgres":
            address, crash = stack.enter_context(postgres())
            there, line = stack.enter_context(s3_behind_a_line())
            environment = {"MENSHEN_DATABASE_URL": address, **there}
        environment |= {f"MENSHEN_{name.upper()}": str(value) for name, value in trial.settings.items()}
        home = folder / "home"
        home.mkdir(parents=True)
        world = World(home, environment)
        portal = stack.enter_context(Portal().listening())
        stack.callback(world.kill_all)
        world.start()
        key = world.command("keys", "create", "torture", "--role", "portal").split()[0]
        portal.secret = _register(world, key, portal)
        cases = [HandedIn(number) for number in range(trial.files // trial.files_a_case)]
        incoming = clients.run(world.url, key, cases, trial.files_a_case, trial.threads, trial.seed)
        faults = Faults(world, trial.seed, trial.pause, crash_database=crash, line=line)
        while incoming.is_alive() or len(faults.done) < trial.least_faults:
            faults.pause()
            if len(faults.done) == trial.most_faults:
                continue
            name = faults.one()
            say(f"{sum(case.submitted for case in cases)} of {len(cases)} cases in; {name}")
        failures = incoming.failures  # type: ignore[attr-defined]
        if failures:
            raise failures[0]
        service = _service(world)
        until(lambda: reckoning.settled(service), trial.settle_seconds, "everything is worked off")
        wrong = reckoning.faults_of(service, cases, portal)
        if world.stop() != 0:
            wrong.append("Ctrl-C did not stop it cleanly")
        return Told(
            cases=len(cases),
            files=sum(len(case.files) for case in cases),
            faults=Counter(faults.done),
            deliveries=sum(len(told) for told in portal.seen.values()),
            seconds=time.monotonic() - began,
            wrong=wrong,
        )


def _register(world: World, key: str, portal: Portal) -> str:
    answer = httpx2.post(
        f"{world.url}/v1/webhooks",
        json={"url": portal.url},
        headers={"Authorization": f"Bearer {key}"},
        trust_env=False,
    )
    if answer.status_code != 201:
        raise AssertionError(answer.text)
    return str(answer.json()["secret"])


def _service(world: World) -> Service:
    """The same service, looked at from here."""
    named = {
        name: value for name, value in world.environment.items() if name.startswith(("MENSHEN_", "AWS_"))
    }
    with patch.dict(
        os.environ, named
    ):  # for no longer: other tests of this process have settings of their own
        return open_service(ServiceSettings())
