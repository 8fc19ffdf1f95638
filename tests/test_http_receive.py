"""Files come in as streams: forms of every kind, broken ones, endless ones, many at once."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urlsplit

import httpx2
import pytest
from anyio import CapacityLimiter
from http_server import END, FORM, Door, door, make_door, new_case, part  # noqa: F401
from services import wait_for
from starlette.requests import Request

from api.http import receive
from api.http.envelope import BODY_BYTES
from intake.operating.pressure import Pressure
from intake.refusals import Refused
from intake.safekeeping.vault import Received, Receiver
from intake.service import Service

TEXT = b"no picture"


@pytest.fixture(scope="module")
def client(door: Door) -> httpx2.Client:  # noqa: F811
    """A portal's client."""
    return door.client("receive", per_minute=100_000)


@pytest.fixture(scope="module")
def place(client: httpx2.Client) -> str:
    """Where files of one case go."""
    return f"/v1/cases/{new_case(client)}/files"


def _huge_header() -> bytes:
    return (
        b'--edge\r\nContent-Disposition: form-data; name="file"\r\nX-A: ' + b"a" * 10_000 + b"\r\n\r\nx\r\n"
    )


@pytest.mark.parametrize(
    ("body", "status", "code", "where"),
    [
        (b"", 400, "API-013", ""),
        (b"no form at all", 400, "API-008", ""),
        (END, 422, "API-009", "file"),
        (part("kind", None, b"lab_report") + END, 422, "API-009", "file"),
        (part("file", "a.txt", TEXT), 400, "API-013", ""),
        (part("file", "a.txt", TEXT) + part("file", "b.txt", TEXT) + END, 422, "API-010", "file"),
        (part("file", "a.txt", TEXT) + part("fiel", None, b"") + END, 422, "API-015", "fiel"),
        (part("kind", None, b"a") + part("kind", None, b"b") + END, 422, "API-016", "kind"),
        (part("kind", None, b"a" * 2000) + part("file", "a.txt", TEXT) + END, 422, "API-012", "kind"),
        (part("kind", None, b"nonsense") + part("file", "a.txt", TEXT) + END, 422, "CASE-116", "kind"),
        (part("file", "a.txt", b"") + END, 422, "CASE-112", ""),
        (b"--edge\r\nX-Other: 1\r\n\r\nx\r\n" + END, 400, "API-008", ""),
        (_huge_header() + END, 400, "API-008", ""),
        (b"--edge\r\n" + b"X-A: b\r\n" * 50 + b"\r\nx\r\n" + END, 400, "API-008", ""),
    ],
)
def test_a_form_that_is_wrong_is_named_and_leaves_nothing(
    door: Door,  # noqa: F811
    client: httpx2.Client,
    place: str,
    body: bytes,
    status: int,
    code: str,
    where: str,
) -> None:
    answer = client.post(place, content=body, headers=FORM)
    told = answer.json()
    assert (answer.status_code, told["code"], told["errors"][0]["where"]) == (status, code, where)
    assert list(door.service.vault.spool.iterdir()) == []


@pytest.mark.parametrize(
    "media_type", ["application/json", "multipart/form-data", "multipart/form-data; boundary="]
)
def test_another_media_type_is_refused(client: httpx2.Client, place: str, media_type: str) -> None:
    answer = client.post(place, content=b"x", headers={"Content-Type": media_type})
    assert (answer.status_code, answer.json()["code"]) == (415, "API-006")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("门诊 病历.jpg".encode(), "门诊 病历.jpg"),
        ("门诊病历2.jpg".encode("gb18030"), "门诊病历2.jpg"),
        (b"../../etc/passwd", "passwd"),
        (b"C:\\\\scans\\\\lab.jpg", "lab.jpg"),
        (b"a%22b%0D%0Ac.jpg", 'a"bc.jpg'),
        (b"", "file"),
    ],
)
def test_names_of_files_whoever_wrote_them(client: httpx2.Client, written: bytes, shown: str) -> None:
    case = new_case(client)
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="' + written + b'"\r\n\r\n'
    body = part("kind", None, b"lab_report") + head + TEXT + b"\r\n" + END
    assert client.post(f"/v1/cases/{case}/files", content=body, headers=FORM).status_code == 201
    (file,) = client.get(f"/v1/cases/{case}").json()["files"]
    assert (file["name"], file["kind"], file["size"]) == (shown, "lab_report", len(TEXT))


def test_the_file_may_stand_anywhere_and_hold_what_looks_like_an_edge(client: httpx2.Client) -> None:
    case = new_case(client)
    data = b"\r\n--edg\r\n--edgf\r\n-- \x00" * 5000
    body = part("file", "a.bin", data) + part("kind", None, b"lab_report") + END
    answer = client.post(f"/v1/cases/{case}/files", content=body, headers=FORM)
    assert (answer.status_code, answer.json()["size"]) == (201, len(data))


def test_what_is_stated_too_long_is_refused_before_a_byte_of_it_comes(door: Door, place: str) -> None:  # noqa: F811
    status, told = _raw(door, place, b"", length=door.service.settings.file_bytes + 1024 * 1024)
    assert (status, told["code"]) == (413, "CASE-111")


def test_what_turns_out_too_long_is_refused_where_it_does(door: Door, place: str) -> None:  # noqa: F811
    most = door.service.settings.file_bytes
    body = part("file", "a.bin", b"\0" * (most + 1)) + END
    status, told = _raw(door, place, body, length=len(body))
    assert (status, told["code"]) == (413, "CASE-111")
    assert list(door.service.vault.spool.iterdir()) == []


def test_a_client_that_stops_half_way_leaves_nothing(door: Door, client: httpx2.Client) -> None:  # noqa: F811
    case = new_case(client)
    with _connected(door, f"/v1/cases/{case}/files", 5_000_000) as connection:
        connection.sendall(part("file", "a.bin", b"\1" * 1_000_000)[:-2])
        wait_for(lambda: list(door.service.vault.spool.iterdir()) != [], 60)
    wait_for(lambda: list(door.service.vault.spool.iterdir()) == [], 60)
    assert client.get(f"/v1/cases/{case}").json()["files"] == []


class _Slow:
    """A request whose chunks come as slowly as told."""

    def __init__(self, pause: float) -> None:
        self.headers = {"content-type": FORM["Content-Type"]}
        self.scope: dict[str, object] = {}
        self.app = SimpleNamespace(state=SimpleNamespace(turns=asyncio.Semaphore(1)))
        self._pause = pause

    async def stream(self) -> AsyncIterator[bytes]:
        """Two parts of a form."""
        yield part("file", "a.bin", b"\1" * 100)[:-2]
        await asyncio.sleep(self._pause)
        yield b"\r\n" + END


@pytest.mark.parametrize(
    ("limits", "pause"),
    [({"IDLE_SECONDS": 0.05}, 5.0), ({"GRACE_SECONDS": 0.0, "LEAST_PACE": 10_000}, 0.1)],
)
def test_a_slow_client_is_given_up(
    service: Service, monkeypatch: pytest.MonkeyPatch, limits: dict[str, float], pause: float
) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(receive, name, value)

    async def come_in() -> None:
        request = cast(Request, _Slow(pause))
        async with receive.receiving(request, service, Pressure(service), 1000, frozenset()):
            raise AssertionError("it came in")

    with pytest.raises(Refused) as refused:
        asyncio.run(come_in())
    assert refused.value.refusal.code == "API-014"
    assert list(service.vault.spool.iterdir()) == []


def test_an_endless_head_of_a_call_does_not_fill_the_memory(door: Door) -> None:  # noqa: F811
    for line in (b"X-A: " + b"a" * 1000 + b"\r\n", b"a" * 1000):
        with _connected(door, "/v1/policies", 0, whole=False) as connection:
            _sent_until_cut_off(connection, line)


def test_an_endless_trailer_does_not_fill_the_memory(door: Door) -> None:  # noqa: F811
    with _connected(door, "/v1/policies", 0, whole=False) as connection:
        connection.sendall(b"Transfer-Encoding: chunked\r\n\r\n0\r\n")
        _sent_until_cut_off(connection, b"X-A: " + b"a" * 1000 + b"\r\n")


def test_many_files_at_once_are_never_held(make_door: Callable[..., Door]) -> None:  # noqa: F811
    """The small form of ``benchmarks/service/uploads.py``: 200 MB come in at once."""
    busy = make_door(calls_per_minute=100_000)
    command = [sys.executable, "-m", "benchmarks.service.uploads", busy.url, busy.key(), str(busy.pid)]
    run = subprocess.run(
        [*command, "--files", "40", "--megabytes", "5"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["statuses"] == {"201": 40}
    assert found["memory at most, MB"] - found["memory before, MB"] < 120, found
    assert busy.rss_mb(most=True) < 400


def _sent_until_cut_off(connection: socket.socket, line: bytes) -> None:
    def send() -> None:
        for _ in range(60_000):
            connection.sendall(line)

    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        send()


def _connected(door: Door, path: str, length: int, *, whole: bool = True) -> socket.socket:  # noqa: F811
    parts = urlsplit(door.url)
    connection = socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=20)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {door.key('receive')}\r\n"
        f"Content-Type: {FORM['Content-Type']}\r\n"
    )
    rest = f"Content-Length: {length}\r\nConnection: close\r\n\r\n" if whole else ""
    connection.sendall((head + rest).encode())
    return connection


def _raw(door: Door, path: str, body: bytes, *, length: int) -> tuple[int, Any]:  # noqa: F811
    """The answer to a body of which more may be stated than sent."""
    with _connected(door, path, length) as connection:
        try:
            connection.sendall(body)
        except OSError:
            assert len(body) > 1_000_000  # answered and closed before the end of it
        answer = b""
        while not answer.endswith(b"}"):
            more = connection.recv(65_536)
            if not more:
                break
            answer += more
    head, _, told = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(told)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/v1/batches", "application/offset+octet-stream"),
        ("/v1/batches", "multipart/mixed; boundary=edge"),
        ("/v1/cases", "Multipart/form-data; boundary=edge"),
    ],
)
def test_only_what_is_streamed_may_be_large(client: httpx2.Client, path: str, media_type: str) -> None:
    body = b"x" * (BODY_BYTES + 1)
    answer = client.post(path, content=body, headers={"Content-Type": media_type})
    assert (answer.status_code, answer.json()["code"]) == (413, "API-005")
    pieces = (body[start : start + 65_536] for start in range(0, len(body), 65_536))
    answer = client.post(path, content=pieces, headers={"Content-Type": media_type})  # of no stated length
    assert (answer.status_code, answer.json()["code"]) == (413, "API-005")


def test_a_form_is_a_form_however_its_type_is_written(client: httpx2.Client) -> None:
    odd = {"Content-Type": "Multipart/Form-Data; boundary=edge"}
    body = part("file", "a.bin", b"\0" * (BODY_BYTES + 1))  # never whole, and never held
    answer = client.post("/v1/batches", content=body, headers=odd)
    assert (answer.status_code, answer.json()["code"]) == (400, "API-013")


class _Pieces:
    """A request whose body comes in the given chunks; ``seen`` is asked after each."""

    def __init__(self, chunks: list[bytes], seen: Callable[[], object]) -> None:
        self.headers = {"content-type": FORM["Content-Type"]}
        self.scope: dict[str, object] = {}
        state = SimpleNamespace(turns=asyncio.Semaphore(1), sealing=CapacityLimiter(2))
        self.app = SimpleNamespace(state=state)
        self._chunks = chunks
        self._seen = seen

    async def stream(self) -> AsyncIterator[bytes]:
        """The body."""
        for chunk in self._chunks:
            yield chunk
            self._seen()


@pytest.mark.parametrize("apiece", [1, 200])
def test_each_file_of_a_form_is_finished_at_its_end(
    service: Service, monkeypatch: pytest.MonkeyPatch, apiece: int
) -> None:
    """Neither a descriptor nor a buffer stays with a file that has come: not for one in a chunk, nor for
    hundreds."""
    open_at_once: list[int] = []
    finish = Receiver.finish

    def counted() -> int:
        open_files = Path("/proc/self/fd").iterdir()
        return sum(1 for one in open_files if str(service.vault.spool) in str(_target(one)))

    def finished(receiver: Receiver) -> Received:
        open_at_once.append(counted())
        return finish(receiver)

    monkeypatch.setattr(Receiver, "finish", finished)
    parts = [part("file", f"{number}.txt", b"%d" % number) for number in range(400)]
    chunks = [b"".join(parts[start : start + apiece]) for start in range(0, 400, apiece)] + [END]

    async def come_in() -> list[bytes]:
        request = cast(Request, _Pieces(chunks, lambda: open_at_once.append(counted())))
        taken = receive.receiving(request, service, Pressure(service), 10_000, frozenset(), most_files=400)
        async with taken as form:
            return [file.received.clear() for file in form.files]

    assert asyncio.run(come_in()) == [b"%d" % number for number in range(400)]
    assert max(open_at_once) <= 80
    assert list(service.vault.spool.iterdir()) == []


def _target(link: Path) -> Path | None:
    try:
        return link.readlink()
    except OSError:  # closed meanwhile
        return None
