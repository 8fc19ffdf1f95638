"""The supervisor with small programs of the tests' own."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from processes import all_gone

from intake.operating.supervisor import Program, Supervisor

_SLEEPS = "import time; time.sleep(600)"
_DEAF = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open({0!r}, 'w'); time.sleep(600)"
)
_TELLS = """
import os, signal, sys, time
def stop(*_):
    with open({0!r}, "a") as log: log.write({1!r} + "\\n")
    time.sleep(0.3); sys.exit(0)
signal.signal(signal.SIGTERM, stop); open({0!r} + {1!r}, "w"); time.sleep(600)
"""


def program(name: str, code: str, *, last: bool = False, late: bool = False) -> Program:
    return Program(name, (sys.executable, "-S", "-c", code), last=last, late=late)


def until(ready: Callable[[], bool], *, stop: signal.Signals = signal.SIGTERM) -> Callable[[], bool]:
    """A tick that asks this process to stop once ``ready``, and fails the test if that takes long."""
    end = time.monotonic() + 30

    def tick() -> bool:
        if ready():
            os.kill(os.getpid(), stop)
        assert time.monotonic() < end
        return True

    return tick


def test_a_killed_child_comes_back_and_a_stop_leaves_nothing() -> None:
    supervisor = Supervisor([program("one", _SLEEPS), program("two", _SLEEPS)])
    seen: list[int] = []

    def ready() -> bool:
        pid = supervisor.pids().get("one")
        if pid and pid not in seen:
            seen.append(pid)
            if len(seen) == 1:
                os.kill(pid, signal.SIGKILL)
        return len(seen) == 2

    assert supervisor.run(tick=until(ready, stop=signal.SIGINT)) == 0
    assert seen[0] != seen[1]
    all_gone(seen)


def test_who_does_not_stop_in_time_is_killed(tmp_path: Path) -> None:
    marker = tmp_path / "deaf"
    supervisor = Supervisor([program("deaf", _DEAF.format(str(marker)))], stop_seconds=0.5)
    pids: dict[str, int] = {}

    def ready() -> bool:
        pids.update(supervisor.pids())
        return marker.exists()

    began = time.monotonic()
    assert supervisor.run(tick=until(ready)) == 0
    assert time.monotonic() - began < 20
    all_gone(list(pids.values()))


def test_the_last_one_is_stopped_after_all_others(tmp_path: Path) -> None:
    log = tmp_path / "log"
    supervisor = Supervisor(
        [program(name, _TELLS.format(str(log), name), last=name == "broker") for name in ("broker", "a", "b")]
    )
    names = ("broker", "a", "b")
    assert supervisor.run(tick=until(lambda: all(Path(f"{log}{name}").exists() for name in names))) == 0
    order = log.read_text().split()
    assert sorted(order[:2]) == ["a", "b"]
    assert order[2] == "broker"


@pytest.mark.parametrize("status", [2, 6])
def test_a_child_that_cannot_run_here_ends_everything_with_its_status(status: int) -> None:
    supervisor = Supervisor([program("well", _SLEEPS), program("wrong", f"raise SystemExit({status})")])
    assert supervisor.run() == status
    assert supervisor.pids() == {}


def test_a_child_that_keeps_failing_is_started_ever_more_slowly(tmp_path: Path) -> None:
    log = tmp_path / "starts"
    code = f"open({str(log)!r}, 'a').write('x'); raise SystemExit(1)"
    end = time.monotonic() + 4
    assert Supervisor([program("fails", code)]).run(tick=until(lambda: time.monotonic() > end)) == 0
    assert 2 <= len(log.read_text()) <= 6


def test_what_preparing_raises_stops_what_was_started_before() -> None:
    supervisor = Supervisor([program("early", _SLEEPS), program("late", _SLEEPS, late=True)])
    started: dict[str, int] = {}

    def begin() -> None:
        started.update(supervisor.pids())
        raise ValueError("no database")

    with pytest.raises(ValueError, match="no database"):
        supervisor.run(begin)
    assert set(started) == {"early"}
    all_gone(list(started.values()))


def test_late_programs_wait_for_the_others() -> None:
    supervisor = Supervisor([program("early", _SLEEPS), program("late", _SLEEPS, late=True)])
    ticks = 0

    def tick() -> bool:
        nonlocal ticks
        ticks += 1
        if ticks <= 3:
            assert set(supervisor.pids()) == {"early"}
        elif "late" in supervisor.pids():
            os.kill(os.getpid(), signal.SIGTERM)
        assert ticks < 100
        return ticks >= 3

    assert supervisor.run(tick=tick) == 0


def test_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGCHLD)
    Supervisor([program("one", _SLEEPS)]).run(tick=until(lambda: True))
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGCHLD)) == before
