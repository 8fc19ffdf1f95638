"""The portals' examples run against a real ``menshen up``: from a key to a verdict, a return, a supplement
and the events of it all."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
from processes import Up, command, environment, up
from services import free_port, wait_for

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
PAPERS = ROOT / "samples" / "cases" / "shaoyang-renewal-01-sound-self"
FRONT, BACK, SELFIE = (PAPERS / f"{name}.jpg" for name in ("id-front", "id-back", "selfie"))
APPLICATION = json.loads((EXAMPLES / "application.json").read_text("utf-8"))
READ_SECONDS = 240.0
"""Three photos are read in seconds on a free machine."""


class Portal:
    """A portal's side of a running service."""

    def __init__(self, running: Up, key: str, folder: Path) -> None:
        self.url, self.key, self.folder = f"http://127.0.0.1:{running.port}", key, folder
        self.http = httpx2.Client(
            base_url=self.url, headers={"Authorization": f"Bearer {key}"}, timeout=READ_SECONDS
        )

    def run(self, *arguments: str | Path) -> str:
        """What an example says on standard output."""
        given = os.environ | {"MENSHEN_KEY": self.key, "MENSHEN_URL": self.url}
        ran = subprocess.run(
            [str(one) for one in arguments],
            env=given,
            cwd=self.folder,
            capture_output=True,
            timeout=READ_SECONDS,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr.decode() + ran.stdout.decode()
        return ran.stdout.decode()

    def python(self, *arguments: str | Path) -> str:
        return self.run(sys.executable, EXAMPLES / "portal.py", "--url", self.url, *arguments)

    def application(self, external_id: str) -> Path:
        """The example's application under another number of the portal's."""
        path = self.folder / f"{external_id}.json"
        path.write_text(json.dumps(APPLICATION | {"external_id": external_id}), "utf-8")
        return path

    def case(self, external_id: str) -> dict[str, Any]:
        found = self.http.get("/v1/cases", params={"external_id": external_id}).json()["cases"]
        answer: dict[str, Any] = self.http.get(f"/v1/cases/{found[0]['id']}").json()
        return answer


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    home = tmp_path_factory.mktemp("guide") / "home"
    with up(home, webhook_private="true", demo_people="true", bulk_workers=0) as started:
        wait_for(started.ready, READ_SECONDS)
        yield started


@pytest.fixture(scope="module")
def portal(running: Up, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    create = command("keys", "create", "湘医保", "--role", "portal", "--region", "430500")
    made = subprocess.run(
        create, env=environment(running.home, running.port), capture_output=True, timeout=120, check=True
    )
    return Portal(running, made.stdout.decode().strip(), tmp_path_factory.mktemp("portal"))


def test_the_first_case_of_the_readme_goes_from_a_key_to_a_verdict(running: Up) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not there, so the shell example was NOT run")
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(block for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) if "portal.sh" in block)
    script = shown.replace(".venv/bin/menshen", shlex.join(command()))
    script = script.replace("http://127.0.0.1:8600", f"http://127.0.0.1:{running.port}")
    given = environment(running.home, running.port)
    ran = subprocess.run(
        ["sh", "-eu"],
        input=script.encode(),
        env=given,
        cwd=ROOT,
        capture_output=True,
        timeout=READ_SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode() + ran.stdout.decode()
    case = json.loads(ran.stdout.decode().splitlines()[-1])
    assert (case["state"], case["route"]) == ("checked", "ready_for_review")
    assert [file["kind"] for file in case["files"]] == ["id_card_back", "id_card_front", "id_selfie"]


@dataclass(frozen=True)
class Receiver:
    """The guide's receiver as a process: its endpoint's id, its database, and what it says."""

    endpoint: str
    inbox: Path
    log: Path

    def heard(self, case_id: str) -> list[tuple[str, bool]]:
        """Events of a case as they came: the type, and whether it was new."""
        said = [json.loads(line) for line in self.log.read_text("utf-8").splitlines(True) if "\n" in line]
        return [(one["type"], one["new"]) for one in said if one["data"].get("case") == case_id]


@pytest.fixture
def receiver(portal: Portal, tmp_path: Path) -> Iterator[Receiver]:
    port, inbox, log = free_port(), tmp_path / "received.db", tmp_path / "received.log"
    made = portal.http.post("/v1/webhooks", json={"url": f"http://127.0.0.1:{port}/events"})
    assert made.status_code == 201, made.text
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, str(EXAMPLES / "webhook_receiver.py"), str(port), str(inbox)],
            env=os.environ | {"MENSHEN_WEBHOOK_SECRET": made.json()["secret"]},
            stdout=stream,
        )
    try:
        wait_for(lambda: _listens(port))
        yield Receiver(made.json()["id"], inbox, log)
    finally:
        process.kill()
        process.wait(10)


def test_the_python_example_supplements_a_returned_case_and_hears_of_all_of_it(
    portal: Portal, running: Up, receiver: Receiver
) -> None:
    said = portal.python("apply", portal.application("XYB-2"), FRONT, BACK)
    assert "needs_correction" in said
    assert "请补交手持身份证照片" in said
    case_id = portal.case("XYB-2")["id"]
    _return(running, case_id)
    wait_for(lambda: ("case.returned", True) in receiver.heard(case_id), 180)
    said = portal.python("supplement", case_id, SELFIE)
    assert "退回补正：" in said
    assert "ready_for_review" in said
    case = portal.case("XYB-2")
    assert [file["round"] for file in case["files"]] == [1, 1, 2]
    wait_for(lambda: receiver.heard(case_id).count(("case.checked", True)) == 2, 180)
    sent = portal.http.post(
        f"/v1/webhooks/{receiver.endpoint}/replay",
        json={"since": "2020-01-01T00:00:00+08:00", "until": "2099-01-01T00:00:00+08:00"},
    ).json()
    assert sent["events"] >= 5
    wait_for(lambda: len(receiver.heard(case_id)) == 10, 180)
    once = ["case.checked", "case.checked", "case.received", "case.received", "case.returned"]
    assert sorted(type_ for type_, new in receiver.heard(case_id) if new) == once
    assert sorted(type_ for type_, new in receiver.heard(case_id) if not new) == once
    with sqlite3.connect(receiver.inbox) as database:
        known = database.execute("SELECT state, route, revision FROM cases WHERE id = ?", (case_id,))
        assert known.fetchall() == [("checked", "ready_for_review", case["revision"])]


def test_the_receiver_takes_nothing_that_is_not_signed(receiver: Receiver, portal: Portal) -> None:
    found = portal.http.get(f"/v1/webhooks/{receiver.endpoint}").json()
    headers = {"webhook-id": "x", "webhook-timestamp": str(int(time.time())), "webhook-signature": "v1,eA=="}
    body = {"type": "case.decided", "data": {"case": "x", "revision": 99}}
    answer = httpx2.post(found["url"], json=body, headers=headers, timeout=10)
    assert answer.status_code == 401
    assert receiver.heard("x") == []


def test_the_python_example_goes_on_where_it_was_cut_and_uploads_by_tus(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = _module("portal")
    monkeypatch.setattr(example, "LARGE", 0)
    monkeypatch.setattr(example, "PIECE", 10_000)
    theirs = example.Portal(portal.url, portal.key)
    application = APPLICATION | {"external_id": "XYB-3"}
    first = theirs.open_case(application)
    assert theirs.open_case(application)["id"] == first["id"]
    added = theirs.add_file(first["id"], FRONT)
    assert added["size"] == FRONT.stat().st_size
    assert theirs.add_file(first["id"], FRONT)["id"] == added["id"]
    with pytest.raises(example.Refused) as refused:
        theirs.open_case(application | {"channel": "nowhere"})
    assert refused.value.problem["code"] == "API-002"
    withdrawn = portal.http.post(f"/v1/cases/{first['id']}/withdraw").json()
    assert withdrawn["state"] == "withdrawn"


def _return(running: Up, case_id: str) -> None:
    """A reviewer sends the case back to the applicant, with the words of its findings."""
    said = re.search(r"demo-reviewer\s+(\S+)", running.said())
    assert said
    with httpx2.Client(base_url=f"http://127.0.0.1:{running.port}", timeout=60) as person:
        signed_in = person.post("/v1/session", json={"login": "demo-reviewer", "password": said[1]})
        person.headers["X-CSRF-Token"] = signed_in.json()["csrf"]
        claim = person.post(f"/v1/review/cases/{case_id}/claim").json()
        body = {"decision": "return", "revision": claim["revision"], "reasons": ["MAT-002"]}
        decided = person.post(f"/v1/review/cases/{case_id}/decision", json=body)
        assert decided.json()["state"] == "returned", decided.text


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
