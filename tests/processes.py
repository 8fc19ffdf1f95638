"""``menshen up`` as a real process on a home of its own, for tests."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services import free_port, wait_for

STARTED = 180.0
"""Loading models takes seconds on a free machine; the tests' machine is seldom free."""


def environment(home: Path, port: int, **settings: object) -> dict[str, str]:
    """This process's variables, with the settings of one service and, of others, the threads of a reader."""
    mine = {name for name in os.environ if name.startswith("MENSHEN_")} - {"MENSHEN_THREADS"}
    kept = {name: value for name, value in os.environ.items() if name not in mine}
    given = {"home": home, "port": port, **settings}
    return kept | {f"MENSHEN_{name.upper()}": str(value) for name, value in given.items()}


def command(*arguments: str) -> list[str]:
    """The command line of ``menshen``."""
    return [sys.executable, "-P", "-m", "api", *arguments]


class Up:
    """A running ``menshen up``."""

    def __init__(self, home: Path, port: int, process: subprocess.Popen[bytes], log: Path) -> None:
        self.home, self.port, self.process, self.log = home, port, process, log

    def get(self, path: str) -> tuple[int, dict[str, object]]:
        """Status and JSON body of a GET; status 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return 0, {}

    def answers(self) -> bool:
        return self.get("/healthz")[0] == 200

    def ready(self) -> bool:
        return self.get("/readyz")[0] == 200

    def pids(self, *words: str) -> list[int]:
        """Its descendants whose command line holds each of ``words``."""
        return [pid for pid, line in descendants(self.process.pid) if all(word in line for word in words)]

    def interrupt(self) -> int:
        """Ctrl-C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)

    def said(self) -> str:
        """Everything on standard output and error so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def up(home: Path, *, port: int | None = None, **settings: object) -> Iterator[Up]:
    """Start ``menshen up``; whatever is left of it at the end is killed."""
    port = port or free_port()
    home.mkdir(exist_ok=True)
    log = home.parent / f"{home.name}-{time.monotonic_ns()}.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command("up"),
            env=environment(home, port, **settings),
            stdout=stream,
            stderr=stream,
            start_new_session=True,
        )
    running = Up(home, port, process, log)
    try:
        yield running
    finally:
        left = [process.pid, *(pid for pid, _ in descendants(process.pid))]
        for pid in left:
            if alive(pid):
                os.kill(pid, signal.SIGKILL)
        process.wait(30)


def descendants(pid: int) -> list[tuple[int, str]]:
    """Processes below ``pid`` with their command lines, as the kernel tells them."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (parent := _parent(int(entry.name))) is not None:
            parents.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], list(parents.get(pid, []))
    while waiting:
        child = waiting.pop()
        found.append((child, _command_line(child)))
        waiting += parents.get(child, [])
    return sorted(found)


def alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False


def all_gone(pids: list[int], seconds: float = 10) -> None:
    """Fails where one of ``pids`` is still there after ``seconds``."""
    wait_for(lambda: not any(alive(pid) for pid in pids), seconds)


def _parent(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    return int(stat.rpartition(")")[2].split()[1])


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
