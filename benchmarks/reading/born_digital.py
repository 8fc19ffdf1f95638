"""What a born-digital page costs, stage by stage, in core-milliseconds.

    python -m benchmarks.reading.born_digital [--runs 15] [--against FOLDER]

Shipped samples with a text layer are opened as a case's files are, in the child that opens them, read and
made into papers. ``--against`` names another checkout of this project: both then read every file by turns,
each in a process of its own, so that a busy machine slows both alike. Core time of reading and papers is the
median of the runs; that of opening their mean, since the system counts a child's in steps of 10 ms. It holds
the child's share and what taking the page over costs here. All are warm, on one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

HERE = Path(__file__).resolve().parents[2]
PLAIN = (
    *("filing-digital.pdf", "outpatient-digital.pdf", "exam-cells-digital.pdf", "lab-coded.pdf"),
    *("discharge-no-seal.pdf", "front-page-digital.pdf", "authorization.pdf", "commitment-self.pdf"),
)
SEALED = (
    *("recognition-digital.pdf", "discharge-cells-digital.pdf", "pathology-digital.pdf", "referral.pdf"),
    "certificate-blue-seal.pdf",
)
STAGES = ("opening", "reading", "papers")
_TICKS = os.sysconf("SC_CLK_TCK")


class _Checkout:
    """One checkout's reader, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        environment = os.environ | {"PYTHONPATH": str(folder), "OMP_NUM_THREADS": "1"}
        # -P: the modules beside this one must not stand before the checkout's.
        order = [sys.executable, "-P", __file__, "--serve"]
        self._process = subprocess.Popen(
            order, cwd=folder, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def read(self, path: Path) -> dict[str, float]:
        """Core-milliseconds a page of each stage."""
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("started with pipes")
        print(path, file=self._process.stdin, flush=True)
        told: dict[str, float] = json.loads(self._process.stdout.readline())
        return told

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _serve() -> None:
    """Read each file named on standard input and tell what its stages cost."""
    import cv2  # noqa: PLC0415 - of the checkout that is measured, as are the others

    from intake.opening.guard import open_guarded  # noqa: PLC0415
    from intake.pipeline import Reader, papers_of  # noqa: PLC0415
    from intake.settings import Settings  # noqa: PLC0415
    from ocr.page import read_page  # noqa: PLC0415

    cv2.setNumThreads(1)
    engine = Reader(Settings()).engine
    for line in sys.stdin:
        path = Path(line.strip())
        data = path.read_bytes()
        start, children = time.process_time(), _children(os.getpid())
        opened = open_guarded(data, path.name)
        raws = list(opened.pages)
        opening = time.process_time() - start
        time.sleep(0.02)  # until the child is collected
        opening += _children(os.getpid()) - children
        start = time.process_time()
        pages = [read_page(raw, engine, picture=False).without_pixels() for raw in raws]
        reading = time.process_time() - start
        start = time.process_time()
        papers_of(path.name, "", opened.facts, pages)
        papers = time.process_time() - start
        costs = zip(STAGES, (opening, reading, papers), strict=True)
        print(json.dumps({stage: 1000 * cost / len(pages) for stage, cost in costs}), flush=True)


def _children(pid: int) -> float:
    """Core-seconds of a process's living descendants and of those of theirs that have ended."""
    total = 0.0
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
        total += sum(int(fields[i]) for i in (11, 12, 13, 14)) / _TICKS + _children(int(child))
    return total


def measure(folders: Sequence[Path], names: Sequence[str], runs: int) -> list[list[dict[str, float]]]:
    """For each file and checkout what its stages cost, the checkouts by turns."""
    checkouts = [_Checkout(folder) for folder in folders]
    rows = []
    try:
        for name in names:
            told: list[list[dict[str, float]]] = [[] for _ in checkouts]
            for run in range(runs + 1):
                for costs, checkout in zip(told, checkouts, strict=True):
                    read = checkout.read(HERE / "samples" / "documents" / name)
                    if run:  # the first pays for what is loaded late
                        costs.append(read)
            rows.append([_usual(costs) for costs in told])
    finally:
        for checkout in checkouts:
            checkout.close()
    return rows


def _usual(costs: Sequence[dict[str, float]]) -> dict[str, float]:
    usual = {s: (mean if s == "opening" else median)(c[s] for c in costs) for s in STAGES}
    return usual | {"all": sum(usual.values())}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.born_digital", description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--against", type=Path, help="another checkout, measured first in each turn")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    told = parser.parse_args(arguments)
    if told.serve:
        _serve()
        return 0
    folders = [*([told.against.resolve()] if told.against else []), HERE]
    print("| sample | " + " | ".join(("opening", "reading", "papers", "all")) + " |\n|---|---|---|---|---|")
    for title, names in (("without a seal", PLAIN), ("with seals", SEALED)):
        rows = measure(folders, names, told.runs)
        averages = [
            {s: mean(row[n][s] for row in rows) for s in (*STAGES, "all")} for n in range(len(folders))
        ]
        for name, row in zip((*names, f"mean {title}"), (*rows, averages), strict=True):
            cells = [" → ".join(f"{costs[s]:.0f}" for costs in row) for s in (*STAGES, "all")]
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
