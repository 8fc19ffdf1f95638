"""5,000 files handed in by one hospital: how long until every case is taken, and how the door answers.

``python -m benchmarks.service.bulk [--files 5000]``: a fresh ``menshen up`` with one bulk worker and one
case worker, ``menshen submit`` of a folder of small papers (five a case), and a portal that opens a case,
uploads a picture and asks for the case, twice a second, all the while.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx2

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from processes import command, environment, up  # noqa: E402
from torture.papers import CASE, paper  # noqa: E402

STATED = """policy: shaoyang-renewal
submitted_on: 2025-11-20
applicant: {name: 李建国, id_number: "430503196703124514", insured_place: 邵阳市大祥区, insurance: employee}
diseases: [高血压病3级]
"""
FILES_A_CASE = 5


def a_folder(place: Path, files: int) -> Path:
    """So many papers in case folders."""
    for number in range(files // FILES_A_CASE):
        folder = place / f"{number:05d}"
        folder.mkdir(parents=True)
        (folder / "case.yaml").write_text(STATED, encoding="utf-8")
        for page in range(FILES_A_CASE):
            (folder / f"{page}.pdf").write_bytes(paper(f"{number}-{page}"))
    return place


def key_of(home: Path, port: int, name: str, role: str) -> str:
    """A new key."""
    made = subprocess.run(
        command("keys", "create", name, "--role", role),
        env=environment(home, port),
        capture_output=True,
        check=True,
        text=True,
    )
    return made.stdout.split()[0]


def a_portal(url: str, key: str, over: threading.Event, latencies: dict[str, list[float]]) -> None:
    """Calls that must stay quick."""
    picture = (ROOT / "samples" / "documents").glob("*.jpg")
    data = next(path.read_bytes() for path in picture if path.stat().st_size > 150_000)[:2_000_000]
    headers = {"Authorization": f"Bearer {key}"}
    number = 0
    with httpx2.Client(base_url=url, headers=headers, timeout=60, trust_env=False) as client:
        while not over.is_set():
            number += 1
            began = time.perf_counter()
            case = client.post("/v1/cases", json=CASE).raise_for_status().json()["id"]
            opened = time.perf_counter()
            sent = data + str(number).encode()
            client.post(f"/v1/cases/{case}/files", files={"file": ("a.jpg", sent)}).raise_for_status()
            uploaded = time.perf_counter()
            client.get(f"/v1/cases/{case}").raise_for_status()
            asked = time.perf_counter()
            latencies["open a case"].append(opened - began)
            latencies["upload a picture"].append(uploaded - opened)
            latencies["ask for a case"].append(asked - uploaded)
            over.wait(0.5)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=5000)
    given = options.parse_args()
    latencies: dict[str, list[float]] = {"open a case": [], "upload a picture": [], "ask for a case": []}
    with tempfile.TemporaryDirectory() as place:
        home, folder = Path(place) / "h", a_folder(Path(place) / "in", given.files)
        limits = {"calls_per_minute": 100_000, "cases_per_day": 100_000}
        with up(home, precheck_workers=0, case_workers=1, bulk_workers=1, threads=1, **limits) as service:
            while not service.ready():
                time.sleep(0.2)
            url = f"http://127.0.0.1:{service.port}"
            (Path(place) / "key").write_text(key_of(home, service.port, "hospital", "hospital"))
            over = threading.Event()
            portal_key = key_of(home, service.port, "portal", "portal")
            portal = threading.Thread(target=a_portal, args=(url, portal_key, over, latencies))
            portal.start()
            began = time.perf_counter()
            done = subprocess.run(
                command("submit", str(folder), "--to", url, "--key-file", str(Path(place) / "key")),
                env=environment(Path(place) / "client", service.port),
                capture_output=True,
                text=True,
                check=False,
            )
            spent = time.perf_counter() - began
            over.set()
            portal.join()
    print(done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr)
    print(f"{given.files} files taken in {spent:.0f} s")
    for name, seconds in latencies.items():
        p95 = statistics.quantiles(seconds, n=20)[-1] * 1000
        print(
            f"  {name}: median {statistics.median(seconds) * 1000:.0f} ms, p95 {p95:.0f} ms ({len(seconds)})"
        )


if __name__ == "__main__":
    main()
