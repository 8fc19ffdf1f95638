"""A server of ``/v1/uploads/`` in a process of its own, two clients with keys, and a small hand-made caller
that sends what a well-kept client never would."""

from __future__ import annotations

import base64
import datetime as dt
import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from door_process import start_door
from services import free_port, laid_out, wait_for
from sqlalchemy import select

from intake import cases
from intake.actors import SYSTEM, Actor, Role
from intake.case_requests import CaseRequest
from intake.doorkeeping.clients import KeyRequest, authenticate, create_key
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.tables.cases import CaseFile, StoredObject
from validators.application import Applicant

APPLICANT = Applicant(
    name="李建国",
    id_number="430503196703124514",
    insured_place="邵阳市大祥区",
    insurance="employee",
    relation="self",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came: header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def offset(self) -> int:
        """``Upload-Offset``."""
        return int(self.headers["upload-offset"])

    @property
    def code(self) -> str:
        """The refusal's permanent code."""
        return self.headers["menshen-code"]


def coded(**values: str) -> str:
    """``Upload-Metadata``."""
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in values.items())


class World:
    """See the module."""

    def __init__(self, service: Service, **environment: str) -> None:
        self.service = service
        self.port = free_port()
        self.process: BaseProcess | None = None
        settings = service.settings
        self._environment = environment | {
            "MENSHEN_HOME": str(settings.home),
            "MENSHEN_BROKER_URL": settings.broker,
            "MENSHEN_DATABASE_URL": settings.database,
            "MENSHEN_VAULT_URL": settings.vault_url or "",
            "MENSHEN_PORT": str(self.port),
            "MENSHEN_CALLS_PER_MINUTE": "1000000",
            "MENSHEN_MIN_FREE_MB": "1",
            "OMP_NUM_THREADS": "1",
        }
        self.key, self.actor = self._client("portal-a")
        self.other_key, self.other = self._client("portal-b")

    def start(self) -> World:
        """Start the server and wait until it answers."""
        self.process = start_door(self._environment, self.service.settings.home / "door.log")
        wait_for(self._answers, 240)
        return self

    def kill(self) -> None:
        """``kill -9``."""
        assert self.process is not None
        self.process.kill()
        self.process.join(10)

    def case(self, actor: Actor | None = None) -> str:
        """Open a case; its id."""
        request = CaseRequest(
            policy="shaoyang-renewal",
            applicant=APPLICANT,
            diseases=("高血压病3级",),
            submitted_on=dt.date(2025, 11, 20),
            channel="ganfutong",
        )
        return cases.open_case(self.service, actor or self.actor, request).id

    def call(
        self, method: str, path: str = "/v1/uploads/", body: bytes | None = None, **headers: str | None
    ) -> Answer:
        """One call; ``None`` takes a usual header away, ``_`` in names stands for ``-``."""
        usual: dict[str, str | None] = {
            "Tus-Resumable": "1.0.0",
            "Authorization": f"Bearer {self.key}",
        }
        if method == "PATCH":
            usual["Content-Type"] = "application/offset+octet-stream"
        usual |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(
                method, path, body, {name: value for name, value in usual.items() if value is not None}
            )
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())
        finally:
            connection.close()

    def begin(self, case_id: str, length: int, filename: str = "门诊病历.pdf", **headers: str | None) -> str:
        """Begin an upload; its path."""
        metadata = coded(case=case_id, filename=filename)
        answer = self.call("POST", Upload_Length=str(length), Upload_Metadata=metadata, **headers)
        assert answer.status == 201, answer
        return answer.headers["location"]

    def patch(self, path: str, offset: int, body: bytes, **headers: str | None) -> Answer:
        """Send bytes."""
        return self.call("PATCH", path, body, Upload_Offset=str(offset), **headers)

    def slow_patch(self, path: str, offset: int, length: int, first: bytes, more: str = "") -> socket.socket:
        """Promise ``length`` bytes, send ``first``, and leave the connection open."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        head = (
            f"PATCH {path} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n"
            f"Authorization: Bearer {self.key}\r\n"
            f"Content-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\n"
            f"Content-Length: {length}\r\n{more}\r\n"
        )
        connection.sendall(head.encode() + first)
        return connection

    def files(self, case_id: str) -> list[bytes]:
        """The bytes of every file of a case, in the order they came."""
        wanted = (
            select(CaseFile, StoredObject)
            .join(StoredObject, StoredObject.id == CaseFile.object_id)
            .where(CaseFile.case_id == case_id)
            .order_by(CaseFile.id)
        )
        with self.service.database.reading() as session:
            rows = [(file, stored) for file, stored in session.execute(wanted)]
        return [self.service.vault.read(stored, self.service.sealer) for _, stored in rows]

    def objects(self) -> int:
        """How many objects the vault holds."""
        return sum(1 for _ in self.service.vault.listed())

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.is_alive(), "the server ended"
        try:
            return self.call("OPTIONS").status == 204
        except OSError:
            return False

    def _client(self, name: str) -> tuple[str, Actor]:
        made = create_key(self.service, SYSTEM, KeyRequest(name=name, role=Role.PORTAL))
        return made.key, authenticate(self.service, made.key)


@contextmanager
def serving(home: Path, broker_url: str, **settings: Any) -> Iterator[World]:
    """A world with settings of its own; ended at the end."""
    given = ServiceSettings(home=home, broker_url=broker_url, **settings)
    laid_out(given)
    service = open_service(given)
    changed = given.model_dump(include=set(settings) - {"database_url", "vault_url"})
    world = World(service, **{f"MENSHEN_{name.upper()}": str(value) for name, value in changed.items()})
    try:
        yield world.start()
    finally:
        stop(world)
        service.database.close()


def stop(world: World) -> None:
    """End the server."""
    if world.process is not None and world.process.is_alive():
        world.process.terminate()
        world.process.join(20)
