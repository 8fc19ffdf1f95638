"""The public client, tus-js-client under Node, over good and bad lines."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from cutting_proxy import bad_line
from services import free_port, wait_for
from tus_world import World, serving

from api.http import upload_finishing, uploads
from api.http.app import create_app
from intake import cases
from intake.service import Service
from intake.uploads import finish_upload

FOLDER = Path(__file__).parent / "tus"
DATA = os.urandom(3_500_000)


@pytest.fixture(scope="module")
def client_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script and tus-js-client, installed from the lock file."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("NOT TESTED: tus-js-client needs node and npm, which are not here")
    folder = tmp_path_factory.mktemp("client")
    for name in ("package.json", "package-lock.json", "upload.mjs", ".npmrc"):
        shutil.copy(FOLDER / name, folder)
    installed = FOLDER / "node_modules"
    if installed.is_dir():
        (folder / "node_modules").symlink_to(installed)
        return folder
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"NOT TESTED: npm could not install tus-js-client: {done.stderr[-300:]}")
    return folder


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[World]:
    with serving(tmp_path_factory.mktemp("tus") / "home", redis_server) as started:
        yield started


class Client:
    """Runs the script against ``world``."""

    def __init__(self, folder: Path, world: World, place: Path) -> None:
        self._folder = folder
        self._world = world
        self._file = place / "病历.pdf"
        self._file.write_bytes(DATA)

    def start(self, case: str, port: int | None = None, **more: Any) -> subprocess.Popen[str]:
        """Begin to upload to ``case``."""
        asked = {
            "endpoint": f"http://127.0.0.1:{port or self._world.port}/v1/uploads/",
            "key": self._world.key,
            "file": str(self._file),
            "metadata": {"case": case, "filename": "病历.pdf", "kind": "outpatient_record"},
        }
        command = ["node", "upload.mjs", json.dumps(asked | more)]
        return subprocess.Popen(command, cwd=self._folder, stdout=subprocess.PIPE, text=True)

    def run(self, case: str, port: int | None = None, **more: Any) -> dict[str, Any]:
        """Upload to ``case`` and say what became of it."""
        return told(self.start(case, port, **more))


def told(running: subprocess.Popen[str]) -> dict[str, Any]:
    out, _ = running.communicate(timeout=60)
    answer: dict[str, Any] = json.loads(out)
    return answer


@pytest.fixture
def client(client_folder: Path, world: World, tmp_path: Path) -> Client:
    return Client(client_folder, world, tmp_path)


@pytest.mark.parametrize("more", [{}, {"early": True}, {"override": True}, {"chunk": 10_000_000}], ids=str)
def test_a_file_arrives(client: Client, world: World, more: dict[str, Any]) -> None:
    case = world.case()
    answer = client.run(case, **more)
    assert "error" not in answer
    assert answer["retries"] == 0
    assert world.files(case) == [DATA]
    (file,) = cases.view(world.service, world.actor, case).files
    assert (file.id, file.name, file.kind) == (answer["file"], "病历.pdf", "outpatient_record")
    assert file.sha256 == hashlib.sha256(DATA).hexdigest()


def test_twice_is_once(client: Client, world: World) -> None:
    case = world.case()
    first, second = client.run(case), client.run(case)
    assert first["file"] == second["file"]
    assert (first.get("duplicate"), second.get("duplicate")) == (None, "true")
    assert world.files(case) == [DATA]


@pytest.mark.parametrize("chunk", [700_000, 10_000_000])
def test_over_a_line_that_breaks(client: Client, world: World, chunk: int) -> None:
    case = world.case()
    cuts = [900_000, 200, 650_000, 1_200_000, 400, 800_000]
    with bad_line(world.port, cuts) as line:
        answer = client.run(case, port=line.port, chunk=chunk)
    assert "error" not in answer
    assert line.cut >= 3
    assert answer["retries"] >= 3
    assert world.files(case) == [DATA]


def test_two_clients_on_one_upload(client: Client, world: World) -> None:
    case = world.case()
    path = world.begin(case, len(DATA))
    url = f"http://127.0.0.1:{world.port}{path}"
    running = [client.start(case, url=url, chunk=300_000) for _ in range(2)]
    answers = [told(each) for each in running]
    assert [answer.get("error") for answer in answers] == [None, None]
    assert world.files(case) == [DATA]


def test_termination(client: Client, world: World) -> None:
    path = world.begin(world.case(), len(DATA))
    url = f"http://127.0.0.1:{world.port}{path}"
    assert client.run("", url=url, terminate=True) == {"terminated": True}
    assert world.call("HEAD", path).status == 410


def test_a_refusal_reaches_the_client(client: Client, world: World) -> None:
    case = world.case()
    cases.withdraw(world.service, world.actor, case)
    answer = client.run(case, delays=[50])
    assert answer["error"]
    assert answer["code"] == "CASE-118"  # withdrawn; CASE-105 would say that it was submitted


def test_a_server_that_is_still_at_it_is_waited_for(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client sends everything again, as a new upload, where HEAD is answered by 503."""

    def slowly(service: Service, upload_id: str) -> None:
        time.sleep(1.5)
        finish_upload(service, upload_id)

    monkeypatch.setattr(upload_finishing, "finish_upload", slowly)
    monkeypatch.setattr(uploads, "LONG", 0.1)
    case = world.case()
    with in_this_process(world.service) as port:
        answer = client.run(case, port=port, chunk=10_000_000)
    assert "error" not in answer
    asked = answer["statuses"]
    assert asked[:2] == ["POST 201", "PATCH 503"]
    assert set(asked[2:-1]) == {"HEAD 423"}
    assert asked[-1] == "HEAD 200"
    assert world.files(case) == [DATA]


@contextmanager
def in_this_process(service: Service) -> Iterator[int]:
    """A door of this process; its port."""
    config = uvicorn.Config(
        create_app(service), port=free_port(), log_config=None, timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_for(lambda: server.started)
    try:
        yield config.port
    finally:
        server.should_exit = True
        thread.join(15)


def test_through_a_kill_of_the_server(client: Client, world: World) -> None:
    case = world.case()
    with bad_line(world.port, [1_500_000]) as line:
        # a server needs its seconds to come back, on a busy machine more than the client waits by itself
        running = client.start(case, port=line.port, chunk=500_000, delays=[500] * 80)
        while line.cut == 0:
            assert running.poll() is None
        world.kill()
        world.start()
        answer = told(running)
    assert "error" not in answer
    assert world.files(case) == [DATA]
