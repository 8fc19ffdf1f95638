"""The HTTP door as a process of its own, and clients with keys to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from door_health import healthy
from door_process import start_door
from services import free_port, laid_out, wait_for

from intake.actors import SYSTEM, Role
from intake.doorkeeping.clients import KeyRequest, create_key
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings

CASE: dict[str, Any] = {
    "policy": "shaoyang-renewal",
    "submitted_on": "2025-11-20",
    "applicant": {
        "name": "李建国",
        "id_number": "430503196703124514",
        "insured_place": "邵阳市大祥区",
        "insurance": "employee",
    },
    "diseases": ["高血压病3级"],
    "channel": "xiangyibao",
}


@dataclass(frozen=True, slots=True)
class Door:
    """A running door: where it is, its service as this process sees it, its process id and its log."""

    url: str
    service: Service
    pid: int
    log: Path

    def key(self, name: str = "portal", role: Role = Role.PORTAL, **given: Any) -> str:
        """A new key for the client of that name."""
        return create_key(self.service, SYSTEM, KeyRequest(name, role, **given)).key

    def client(self, name: str = "portal", role: Role = Role.PORTAL, **given: Any) -> httpx2.Client:
        """An HTTP client that shows a new key."""
        headers = {"Authorization": f"Bearer {self.key(name, role, **given)}"}
        return httpx2.Client(base_url=self.url, headers=headers, timeout=30)

    def rss_mb(self, *, most: bool = False) -> float:
        """Memory of the process, now or at its highest."""
        wanted = "VmHWM:" if most else "VmRSS:"
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(wanted)) / 1024


@contextmanager
def running_door(home: Path, **given: object) -> Iterator[Door]:
    """A door with its files in ``home``, on SQLite and a folder unless ``given`` says otherwise."""
    port = free_port()
    values = {"home": home, "port": port, "min_free_mb": 1, "sweep_seconds": 1} | given
    settings = ServiceSettings(**values)  # type: ignore[arg-type]  # names and values checked by it
    laid_out(settings)
    service = open_service(settings)
    environment = {f"MENSHEN_{name.upper()}": str(value) for name, value in values.items()}
    log = home / "door.log"
    process = start_door(environment, log)
    url = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        assert process.is_alive(), log.read_text(encoding="utf-8")
        return healthy(port)

    try:
        wait_for(answers, 240)  # beside ten other programs, loading alone takes a minute
        yield Door(url, service, process.pid or 0, log)
    finally:
        process.terminate()
        process.join(90)
        service.database.close()


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[Door]:
    """A door for the tests of one file; each takes clients of its own."""
    with running_door(tmp_path_factory.mktemp("door"), broker_url=redis_server) as running:
        yield running


@pytest.fixture
def make_door(tmp_path: Path, broker_url: str) -> Iterator[Callable[..., Door]]:
    """Starts doors with other settings, given by name."""
    with ExitStack() as stack:

        def make(**given: object) -> Door:
            home = tmp_path / f"home{len(list(tmp_path.iterdir()))}"
            return stack.enter_context(running_door(home, **({"broker_url": broker_url} | given)))

        yield make


def part(name: str, filename: str | None, data: bytes) -> bytes:
    """One part of a form whose boundary is ``edge``."""
    extra = f'; filename="{filename}"' if filename is not None else ""
    head = f'--edge\r\nContent-Disposition: form-data; name="{name}"{extra}\r\n\r\n'
    return head.encode() + data + b"\r\n"


END = b"--edge--\r\n"
FORM = {"Content-Type": "multipart/form-data; boundary=edge"}


def new_case(client: httpx2.Client, **changed: Any) -> str:
    """Opens a case; its id."""
    answer = client.post("/v1/cases", json=CASE | changed)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])
