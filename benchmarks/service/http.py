"""How long the API takes for what portals do most: open a case, hand in a file of 2 MB, submit.

    python -m benchmarks.service.http [URL KEY] --cases 100 [--callers 1]

against a running ``menshen up`` (``KEY`` of a portal without tight limits), or one of its own: SQLite, a
folder, no workers unless asked for. Times are of the caller, on loopback, over connections that are kept.
"""

from __future__ import annotations

import argparse
import io
import json
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from pathlib import Path

import httpx2
from PIL import Image

from benchmarks.service.bulk import key_of
from benchmarks.service.uploads import CASE

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "tests"))

from processes import up
from services import wait_for

FILE_BYTES = 2 * 1024 * 1024


def picture() -> bytes:
    """A JPEG of about 2 MB, another one each time: what a phone sends of one page."""
    noise = Image.effect_noise((1500, 2000), 60).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=80, comment=uuid.uuid4().bytes)
    data = out.getvalue()
    return data + b"\0" * max(0, FILE_BYTES - len(data))


def one_case(client: httpx2.Client, data: bytes, times: dict[str, list[float]]) -> None:
    """Open, upload, look, submit."""
    case = _timed(client, times, "open", "POST", "/v1/cases", json=CASE)["id"]
    _timed(client, times, "upload 2 MB", "POST", f"/v1/cases/{case}/files", files={"file": ("a.jpg", data)})
    _timed(client, times, "look", "GET", f"/v1/cases/{case}")
    _timed(client, times, "submit", "POST", f"/v1/cases/{case}/submit")


def _timed(
    client: httpx2.Client, times: dict[str, list[float]], what: str, method: str, path: str, **given: object
) -> dict[str, str]:
    began = time.perf_counter()
    answer = client.request(method, path, **given)  # type: ignore[arg-type]  # as its caller says
    times[what].append(time.perf_counter() - began)
    if answer.status_code >= 300:
        raise SystemExit(f"{what}: {answer.status_code} {answer.text}")
    told: dict[str, str] = answer.json()
    return told


def run(url: str, key: str, cases: int, callers: int) -> dict[str, dict[str, float]]:
    """``cases`` cases by ``callers`` callers at once: milliseconds by what was asked."""
    times: dict[str, list[float]] = defaultdict(list)
    data = picture()

    def call(number: int) -> None:
        with httpx2.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as client:
            for one in range(number, cases, callers):
                one_case(client, data + one.to_bytes(4), times)

    threads = [threading.Thread(target=call, args=(number,)) for number in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {what: _told(found) for what, found in times.items()}


def run_alone(cases: int, callers: int, workers: int) -> dict[str, dict[str, float]]:
    """The same against a door of its own; the first few cases are not counted."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "h"
        limits = {"calls_per_minute": 100_000, "cases_per_day": 100_000}
        with up(home, precheck_workers=0, case_workers=workers, bulk_workers=0, **limits) as service:
            wait_for(service.ready if workers else service.answers, 60)
            url, key = f"http://127.0.0.1:{service.port}", key_of(home, service.port, "http", "portal")
            run(url, key, 10 * callers, callers)
            return run(url, key, cases, callers)


def _told(seconds: list[float]) -> dict[str, float]:
    twentieths = statistics.quantiles(seconds, n=20)
    return {
        "p50 ms": round(statistics.median(seconds) * 1000, 1),
        "p95 ms": round(twentieths[-1] * 1000, 1),
        "most ms": round(max(seconds) * 1000, 1),
    }


def main() -> None:
    """Run once and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?")
    parser.add_argument("key", nargs="?")
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--callers", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0, help="that read the same cases meanwhile")
    given = parser.parse_args()
    if given.url:
        told = run(given.url, given.key, given.cases, given.callers)
    else:
        told = run_alone(given.cases, given.callers, given.workers)
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
