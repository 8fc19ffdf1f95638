"""Clients, people and checked cases for the tests of access and review.

Pages are read by the real reader, each file once a run however many cases it is handed in to.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyotp
from fastapi import FastAPI
from sqlalchemy import select
from starlette.testclient import TestClient

from api.http.app import create_app
from intake import cases, files
from intake.actors import SYSTEM, Actor, Role
from intake.case_requests import CaseRequest
from intake.case_views import CaseView
from intake.doorkeeping import clients, people
from intake.pipeline import FilePages, Reader
from intake.service import Service
from intake.settings import load_settings
from intake.tables.access import Client, Person
from intake.working import jobs
from intake.working.work import attempt

SAMPLES = Path(__file__).parent.parent / "samples" / "cases"
SHAOYANG, YICHUN = "430500", "360900"
PASSWORD = "山高月小水落石出十字"  # noqa: S105 - of invented people
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
YICHUN_CASE = CASE | {"policy": "yichun-renewal", "diseases": ["冠心病"]}


class RememberingReader(Reader):
    """The real reader, which reads equal files once."""

    def __init__(self) -> None:
        super().__init__(load_settings())
        self._known: dict[tuple[str, int, int | None], FilePages] = {}

    def read_pages(
        self, data: bytes, name: str, *, first: int = 1, last: int | None = None, keep_images: bool = False
    ) -> FilePages:
        key = (hashlib.sha256(data).hexdigest(), first, last)
        if key not in self._known:
            self._known[key] = super().read_pages(data, name, first=first, last=last, keep_images=True)
        images = tuple(dataclasses.replace(one, file=name) for one in self._known[key].images)
        return dataclasses.replace(self._known[key], images=images)


@cache
def reader() -> RememberingReader:
    """The one reader of this run."""
    return RememberingReader()


def a_paper() -> Path:
    """The face side of an invented ID card."""
    return next(path for path in sorted(SAMPLES.rglob("id-front.jpg")))


def key_of(service: Service, name: str, role: Role = Role.PORTAL, regions: Sequence[str] = ()) -> str:
    """A key for a client of that name."""
    return clients.create_key(service, SYSTEM, clients.KeyRequest(name, role, tuple(regions))).key


def client_actor(service: Service, name: str = "湘医保", role: Role = Role.PORTAL) -> Actor:
    """A client that may file anywhere."""
    with service.database.reading() as session:
        row = session.scalars(select(Client).where(Client.name == name)).first()
    if row is None:
        key_of(service, name, role)
        return client_actor(service, name, role)
    return clients.client_actor(row)


def add_person(
    service: Service,
    login: str,
    role: Role,
    regions: Sequence[str] = (),
    *,
    hospital: str | None = None,
    password: str | None = PASSWORD,
) -> str:
    """A person who may sign in; the id."""
    client_id = clients.by_name(service, hospital) if hospital else None
    request = people.PersonRequest(login, f"人员{login[:4]}", role, tuple(regions), client_id, password)
    return people.add(service, SYSTEM, request).id


def person_actor(
    service: Service, login: str, role: Role = Role.REVIEWER, regions: Sequence[str] = (), **more: Any
) -> Actor:
    """A person as the doors see them once signed in; without a password, which takes time to make."""
    person_id = add_person(service, login, role, regions, password=None, **more)
    with service.database.reading() as session:
        row = session.get_one(Person, person_id)
    return Actor(f"person:{row.id}", Role(row.role), tuple(row.regions), row.client_id, row.id, row.name)


def hand_in(service: Service, actor: Actor, case_id: str, path: Path) -> str:
    """One file, as a door would take it in; its id."""
    data = path.read_bytes()
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        return files.add_file(service, actor, case_id, receiver.finish(), path.name).id


def work_off(service: Service) -> None:
    """Do everything that is due."""
    while claimed := jobs.claim_next(
        service.database, jobs.QUEUES, "test/1", lease_seconds=30, max_attempts=3
    ):
        attempt(service, reader(), claimed)


def checked_case(
    service: Service, actor: Actor | None = None, *, paper: Path | None = None, **stated: Any
) -> CaseView:
    """A case that has been handed in, read and checked: one paper, so that something is missing."""
    actor = actor or client_actor(service)
    opened = cases.open_case(service, actor, CaseRequest.model_validate(CASE | stated))
    hand_in(service, actor, opened.id, paper or a_paper())
    cases.submit(service, actor, opened.id)
    work_off(service)
    view = cases.view(service, actor, opened.id)
    assert view.state == "checked"
    return view


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser with a session; unsafe requests carry the CSRF token."""

    http: TestClient
    csrf: str

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """One request; the answer."""
        headers = {"X-CSRF-Token": self.csrf} | more.pop("headers", {})
        return self.http.request(method, path, headers=headers, **more)


def browse(service: Service) -> TestClient:
    """A browser nobody has signed in with."""
    return TestClient(_door_of(service), raise_server_exceptions=False)


_doors: list[tuple[Service, FastAPI]] = []


def _door_of(service: Service) -> FastAPI:
    """One door for all browsers of a service, as in life: its first call alone lays out every route."""
    if not _doors or _doors[0][0] is not service:
        _doors[:] = [(service, create_app(service))]
    return _doors[0][1]


def signed_in(service: Service, login: str, password: str = PASSWORD) -> Browser:
    """A browser in which that person has signed in."""
    http = browse(service)
    answer = http.post("/v1/session", json={"login": login, "password": password})
    assert answer.status_code == 200, answer.text
    return Browser(http, answer.json()["csrf"])


def enrol_phone(browser: Browser, password: str = PASSWORD) -> tuple[pyotp.TOTP, list[str]]:
    """Enrol a phone in a browser that has signed in; the phone and its recovery codes."""
    answer = browser.ask("POST", "/v1/session/factor", json={"password": password})
    assert answer.status_code == 200, answer.text
    phone = pyotp.TOTP(answer.json()["secret"])
    assert answer.json()["uri"] == phone.provisioning_uri(name="zhang.min", issuer_name="门审")
    confirmed = browser.ask("POST", "/v1/session/factor/confirm", json={"code": phone.now()})
    assert confirmed.status_code == 200, confirmed.text
    return phone, confirmed.json()["recovery"]
