"""Throughput against workers, queue age under load, and what the service adds to the reading itself.

``python -m benchmarks.service.load [--cases 20] [--workers 1 2]``: for each number of workers a fresh
``menshen up`` on SQLite and a folder; the cases of two shipped samples are handed in at once, then the door
and the queue are watched until all are checked. The reader alone reads the same files in this process, in
the same run, so that the two core-seconds a page compare.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx2
import psutil
import yaml

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from processes import command, environment, up  # noqa: E402

from intake.pipeline import Reader  # noqa: E402
from intake.settings import Settings  # noqa: E402

SAMPLES = ("shaoyang-renewal-01-sound-self", "shangrao-application-01-sound-mixed")


def folders() -> list[Path]:
    """The sample cases handed in."""
    return [ROOT / "samples" / "cases" / name for name in SAMPLES]


def papers(folder: Path) -> list[Path]:
    """The files of a sample case."""
    return [path for path in sorted(folder.iterdir()) if path.suffix not in (".yaml", ".md")]


def reading_alone(reader: Reader) -> float:
    """Core-seconds a page of the reader by itself, models loaded."""
    files = [path for folder in folders() for path in papers(folder)]
    reader.read(files[:1], keep_images=True)
    began = resource.getrusage(resource.RUSAGE_SELF)
    pages = 0
    for path in files:
        pages += sum(len(paper.pages) for paper in reader.read([path], keep_images=True).reading.documents)
    ended = resource.getrusage(resource.RUSAGE_SELF)
    return (ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime) / pages


def hand_in(client: httpx2.Client, folder: Path) -> tuple[str, int]:
    """One case handed in and submitted: its id and how many pages it has."""
    stated = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - only text
    stated.pop("files", None)
    case = client.post("/v1/cases", json={**stated, "channel": "counter"}).raise_for_status().json()["id"]
    pages = 0
    for path in papers(folder):
        sent = client.post(f"/v1/cases/{case}/files", files={"file": (path.name, path.read_bytes())})
        pages += sent.raise_for_status().json()["pages"]
    client.post(f"/v1/cases/{case}/submit").raise_for_status()
    return case, pages


def worker_seconds(pid: int) -> float:
    """Core-seconds of all worker processes so far."""
    total = 0.0
    for child in psutil.Process(pid).children(recursive=True):
        if "--only workers" in " ".join(child.cmdline()):
            times = child.cpu_times()
            total += times.user + times.system
    return total


def measure(workers: int, cases: int) -> dict[str, float]:
    """One run with so many workers."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "h"
        with up(home, precheck_workers=0, case_workers=workers, bulk_workers=0, threads=1) as service:
            while not service.ready():
                time.sleep(0.2)
            key = subprocess.run(
                command("keys", "create", "load", "--role", "portal"),
                env=environment(home, service.port),
                capture_output=True,
                check=True,
                text=True,
            ).stdout.split()[0]
            headers = {"Authorization": f"Bearer {key}"}
            with httpx2.Client(
                base_url=f"http://127.0.0.1:{service.port}", headers=headers, timeout=60, trust_env=False
            ) as client:
                return watched(client, service.process.pid, cases)


def watched(client: httpx2.Client, pid: int, cases: int) -> dict[str, float]:
    """Hand everything in and watch until it is checked."""
    before, began = worker_seconds(pid), time.perf_counter()
    pending, pages = set(), 0
    for number in range(cases):
        case, count = hand_in(client, folders()[number % len(SAMPLES)])
        pending.add(case)
        pages += count
    handed_in = time.perf_counter() - began
    ages, latencies = [0.0], []
    while pending:
        asked = time.perf_counter()
        listed = client.get("/v1/cases", params={"limit": 200}).raise_for_status().json()["cases"]
        latencies.append(time.perf_counter() - asked)
        pending -= {case["id"] for case in listed if case["state"] not in ("queued", "reading")}
        ages.append(queue_age(str(client.base_url)))
        time.sleep(0.5)
    spent = time.perf_counter() - began
    return {
        "pages": pages,
        "handed in, s": handed_in,
        "all checked, s": spent,
        "pages a minute": pages / spent * 60,
        "worker core-s a page": (worker_seconds(pid) - before) / pages,
        "oldest waiting job, s": max(ages),
        "list of cases, p95 ms": statistics.quantiles([*latencies, *latencies], n=20)[-1] * 1000,
    }


def queue_age(url: str) -> float:
    """Seconds that the oldest due job has waited, as ``/metrics`` says."""
    told = httpx2.get(f"{url}/metrics", timeout=60, trust_env=False).raise_for_status().text
    (age,) = re.findall(r'^menshen_queue_age_seconds\{queue="cases"\} (\S+)', told, re.MULTILINE)
    return float(age)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=20)
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    given = options.parse_args()
    reader = Reader(Settings(threads=1))
    before = reading_alone(reader)
    for workers in given.workers:
        print(f"{workers} worker(s):")
        told = measure(workers, given.cases)
        for name, value in told.items():
            print(f"  {name}: {value:.3g}")
        after = reading_alone(reader)
        alone = (before + after) / 2
        print(f"  reader alone, before and after: {before:.3f}, {after:.3f} core-s a page")
        print(f"  beside reading: {(told['worker core-s a page'] / alone - 1) * 100:.1f} %", flush=True)
        before = after


if __name__ == "__main__":
    main()
