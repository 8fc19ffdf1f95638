"""How much memory the API process takes while many files come in at once, and how fast it answers meanwhile.

    python -m benchmarks.service.uploads [URL KEY PID] --files 200 --megabytes 20 [--tus]

against a running ``menshen up`` (``KEY`` of a portal, ``PID`` of the API's process), or one of its own
without workers. By multipart, or with ``--tus`` by one PATCH each. Every upload is a connection of its own,
its bytes are drawn at random, and all are under way together: each waits with its last chunk until every
other one has sent all but its own. A tus client that is told to come back later does so: it waits as long as
``Retry-After`` says and asks by HEAD; how often is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import json
import os
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CHUNK = 64 * 1024
FILES_PER_CASE = 8
LATER = (423, 429, 503)
CASE: dict[str, Any] = {
    "policy": "shaoyang-renewal",
    "applicant": {"name": "李建国", "id_number": "430503196703124514", "insured_place": "邵阳市大祥区"},
    "diseases": ["高血压病3级"],
    "channel": "xiangyibao",
}


class Caller:
    """Calls of one key to one door, each on a connection of its own."""

    def __init__(self, url: str, key: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._key = key
        self.told_later = Counter[int]()

    async def call(
        self, method: str, path: str, body: bytes = b"", media_type: str = "application/json"
    ) -> Any:
        """One small call: status and JSON."""
        reader, writer = await self.open(method, path, len(body), media_type)
        writer.write(body)
        return await self.answer(reader, writer)

    async def open(
        self, method: str, path: str, length: int, media_type: str, more: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection with the head of a call sent."""
        reader, writer = await asyncio.open_connection(self._host, self._port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nAuthorization: Bearer {self._key}\r\n"
            f"Content-Type: {media_type}\r\nContent-Length: {length}\r\n{more}Connection: close\r\n\r\n"
        )
        writer.write(head.encode())
        return reader, writer

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Any:
        """The answer on a connection: status and JSON."""
        await writer.drain()
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        writer.close()
        return int(head.split()[1]), json.loads(body) if body else None


async def upload(caller: Caller, case: str, size: int, almost: asyncio.Barrier) -> int:
    """One file of ``size`` random bytes by multipart; its last chunk waits for the others. The status."""
    path = f"/v1/cases/{case}/files"
    before = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    behind = b"\r\n--edge--\r\n"
    length = len(before) + size + len(behind)
    reader, writer = await caller.open("POST", path, length, "multipart/form-data; boundary=edge")
    writer.write(before)
    await _bytes(writer, size, almost)
    writer.write(behind)
    status, _ = await caller.answer(reader, writer)
    return int(status)


async def upload_by_tus(caller: Caller, case: str, size: int, almost: asyncio.Barrier) -> int:
    """The same as a tus upload in one PATCH; 204 where the file is stored in the end."""
    stated = ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in _stated(case).items())
    more = f"Tus-Resumable: 1.0.0\r\nUpload-Length: {size}\r\nUpload-Metadata: {stated}\r\n"
    reader, writer = await caller.open("POST", "/v1/uploads/", 0, "application/json", more)
    head = (await reader.read()).decode()
    writer.close()
    path = re.findall(r"^location: \S*(/v1/uploads/\S+)", head, re.MULTILINE | re.IGNORECASE)[0]
    more = "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
    reader, writer = await caller.open("PATCH", path, size, "application/offset+octet-stream", more)
    await _bytes(writer, size, almost)
    await writer.drain()
    head = (await reader.read()).decode()
    writer.close()
    while int(head.split()[1]) in LATER:
        caller.told_later[int(head.split()[1])] += 1
        await asyncio.sleep(float(re.findall(r"^retry-after: (\d+)", head, re.MULTILINE | re.IGNORECASE)[0]))
        reader, writer = await caller.open("HEAD", path, 0, "application/json", "Tus-Resumable: 1.0.0\r\n")
        head = (await reader.read()).decode()
        writer.close()
    status = int(head.split()[1])
    return 204 if status == 200 and f"upload-offset: {size}" in head.lower() else status


def _stated(case: str) -> dict[str, str]:
    return {"case": case, "filename": "a.bin"}


async def _bytes(writer: asyncio.StreamWriter, size: int, almost: asyncio.Barrier) -> None:
    for sent in range(0, size, CHUNK):
        if sent + CHUNK >= size:
            await almost.wait()
        writer.write(os.urandom(min(CHUNK, size - sent)))
        await writer.drain()


async def run(url: str, key: str, pid: int, files: int, size: int, *, tus: bool) -> dict[str, Any]:
    """Upload ``files`` files of ``size`` bytes together; what memory and other callers say of it."""
    caller = Caller(url, key)
    cases = []
    for _ in range(-(-files // FILES_PER_CASE)):
        status, case = await caller.call("POST", "/v1/cases", json.dumps(CASE).encode())
        if status != 201:
            raise SystemExit(f"no case: {status} {case}")
        cases.append(case["id"])
    before, stop = memory_mb(pid), asyncio.Event()
    watching = asyncio.create_task(_watch(caller, pid, stop))
    began, almost = time.perf_counter(), asyncio.Barrier(files)
    send = upload_by_tus if tus else upload
    into = [cases[number // FILES_PER_CASE] for number in range(files)]
    statuses = await asyncio.gather(*(send(caller, case, size, almost) for case in into))
    seconds = time.perf_counter() - began
    stop.set()
    highest, waits = await watching
    return {
        "files": files,
        "megabytes each": size / 1024**2,
        "statuses": {status: statuses.count(status) for status in sorted(set(statuses))},
        "told to come back later": dict(caller.told_later),
        "seconds": round(seconds, 1),
        "megabytes a second": round(files * size / 1024**2 / seconds, 1),
        "memory before, MB": round(before),
        "memory at most, MB": round(highest),
        "other calls, p50 ms": round(statistics.median(waits) * 1000, 1),
        "other calls, p95 ms": round(statistics.quantiles(waits, n=20)[-1] * 1000, 1),
    }


async def _watch(caller: Caller, pid: int, stop: asyncio.Event) -> tuple[float, list[float]]:
    highest, waits = 0.0, list[float]()
    while not stop.is_set() or len(waits) < 2:
        began = time.perf_counter()
        await caller.call("GET", "/v1/policies")
        waits.append(time.perf_counter() - began)
        highest = max(highest, memory_mb(pid))
        await asyncio.sleep(0.05)
    return highest, waits


def memory_mb(pid: int) -> float:
    """Resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


@contextlib.contextmanager
def a_door() -> Iterator[tuple[str, str, int]]:
    """A door of its own: address, key, process."""
    # the other benchmarks take this file's case
    from benchmarks.service.bulk import key_of, up  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "h"
        limits = {"calls_per_minute": 100_000, "cases_per_day": 100_000}
        with up(home, precheck_workers=0, case_workers=0, bulk_workers=0, **limits) as service:
            while not service.answers():
                time.sleep(0.2)
            (pid,) = service.pids("--only api")
            yield f"http://127.0.0.1:{service.port}", key_of(home, service.port, "many", "portal"), pid


def main() -> None:
    """Run once and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?")
    parser.add_argument("key", nargs="?")
    parser.add_argument("pid", type=int, nargs="?")
    parser.add_argument("--tus", action="store_true")
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--megabytes", type=float, default=20)
    given = parser.parse_args()
    size = int(given.megabytes * 1024**2)
    with contextlib.ExitStack() as stack:
        url, key, pid = given.url, given.key, given.pid
        if url is None:
            url, key, pid = stack.enter_context(a_door())
        found = asyncio.run(run(url, key, pid, given.files, size, tus=given.tus))
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
