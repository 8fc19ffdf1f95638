"""What reading costs: ours, its engine swapped for PaddleOCR's, the peers' defaults, and the floor.

    python -m benchmarks.reading.speed [--pages 24] [--seed 1] [--keep]

Pages are drawn from the develop half of the laboratory. Every reader is a process of its own on one thread,
and all read a page in turn before the next page comes, so that a busy machine slows all of them alike.
Core-seconds are those of a reader's whole family of processes. The floor is the networks alone, on ONNX
Runtime: one detection at the size our reader looks at, and the crops of the lines it finds, without padding
to 320.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, median

import numpy as np
from PIL import Image, ImageOps

from benchmarks.reading.characters import errors
from benchmarks.reading.corpus import Made, make, plan
from benchmarks.reading.templates import templates_of

RESULTS = Path(__file__).parent / "speed_results.md"
SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
OURS, PLAIN, SWAPPED = "menshen", "menshen-onnxruntime", "menshen-paddleocr"
PADDLE, RAPID, FLOOR = "paddleocr", "rapidocr", "floor"
READERS = (OURS, PLAIN, SWAPPED, PADDLE, RAPID, FLOOR)
ENGINES = {PLAIN: "onnxruntime", SWAPPED: "paddleocr"}
"""Our reader on other engines than the one it takes here by itself."""
DIGITAL = ("filing-digital.pdf", "lab-coded.pdf", "recognition-digital.pdf", "exam-cells-digital.pdf")
"""Born-digital samples, with and without seals, codes and tables."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Costs:
    """What one page cost, and the lines read."""

    core_seconds: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One reader over all pages."""

    reader: str
    ready_core_seconds: float
    seconds: tuple[float, ...]
    wrong: int
    characters: int
    peak_mb: float


class _Floor:
    """Counts nothing but the time inside ONNX Runtime."""

    def __init__(self) -> None:
        from intake.settings import Settings  # noqa: PLC0415 - its cost is part of getting ready
        from ocr import direct_engine  # noqa: PLC0415
        from ocr.models import bundled_models  # noqa: PLC0415

        self.spent = 0.0
        opened = direct_engine.open_network

        def open_timed(*arguments, **settings):  # type: ignore[no-untyped-def]
            network = opened(*arguments, **settings)

            def timed(tensor):  # type: ignore[no-untyped-def]
                before = time.process_time()
                try:
                    return network(tensor)
                finally:
                    self.spent += time.process_time() - before

            timed.release = network.release  # type: ignore[attr-defined]
            return timed

        direct_engine.open_network = open_timed
        self._engine = direct_engine.DirectEngine(bundled_models(Settings().home / "models"), "onnxruntime")

    def lines(self, path: Path) -> tuple[str, ...]:
        from ocr.geometry import cut_out  # noqa: PLC0415
        from ocr.straighten import DETECT_SIDE  # noqa: PLC0415

        with Image.open(path) as picture:
            pixels = np.asarray(ImageOps.exif_transpose(picture).convert("RGB"))
        self.spent = 0.0
        side = min(DETECT_SIDE, max(736, round(max(pixels.shape[:2]) * 1.5)))
        boxes = self._engine.detect(pixels, side)
        return tuple(r.text for r in self._engine.read([cut_out(pixels, box) for box in boxes]))


class _Here:
    name: str
    reader: object


def _start(name: str) -> None:
    os.environ["MENSHEN_ENGINE"] = ENGINES.get(name, "auto")
    if name == FLOOR:
        reader: object = _Floor()
    else:
        from benchmarks.reading import peers  # noqa: PLC0415 - after the setting above

        reader = peers.READERS[OURS if name in ENGINES else name]()
        getattr(getattr(reader, "_reader", None), "engine", None)  # ours loads its networks at need
    _Here.name, _Here.reader = name, reader


def _ready() -> float:
    return time.process_time()


def _costs(path: Path) -> Costs:
    if isinstance(_Here.reader, _Floor):
        lines = _Here.reader.lines(path)
        return Costs(_Here.reader.spent, lines)
    before = _family_seconds(os.getpid())
    read = _Here.reader.peruse(path)  # type: ignore[attr-defined]
    return Costs(_family_seconds(os.getpid()) - before, read.lines)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _family_seconds(pid: int) -> float:
    """CPU seconds of a process, of its living descendants, and of those that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = sum(int(fields[i]) for i in (11, 12, 13, 14)) / _TICKS
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(_family_seconds(int(child)) for child in children)


def measure(readers: Sequence[str], pages: Sequence[Made]) -> list[Row]:
    """Every page read by every reader in turn."""
    spawn = get_context("spawn")
    hands = {
        name: ProcessPoolExecutor(1, mp_context=spawn, initializer=_start, initargs=(name,))
        for name in readers
    }
    try:
        ready = {name: hand.submit(_ready).result() for name, hand in hands.items()}
        for hand in hands.values():
            hand.submit(_costs, pages[0].path).result()  # the first page pays for what is loaded late
        found: dict[str, list[Costs]] = {name: [] for name in readers}
        for n, made in enumerate(pages):
            for name, hand in hands.items():
                found[name].append(hand.submit(_costs, made.path).result())
            print(f"{n + 1}/{len(pages)}", file=sys.stderr, flush=True)
        peaks = {name: hand.submit(_peak).result() for name, hand in hands.items()}
    finally:
        for hand in hands.values():
            hand.shutdown()
    return [_row(name, ready[name], found[name], pages, peaks[name]) for name in readers]


def _row(name: str, ready: float, costs: Sequence[Costs], pages: Sequence[Made], peak: float) -> Row:
    counted = [errors(made.truth, cost.lines) for made, cost in zip(pages, costs, strict=True)]
    wrong, of = (sum(c[i] for c in counted) for i in (0, 1))
    return Row(name, ready, tuple(c.core_seconds for c in costs), wrong, of, peak)


def digital(rounds: int = 5) -> dict[str, float]:
    """Core-seconds a page of born-digital samples, the least of several readings."""
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=_start, initargs=(OURS,)
    ) as hand:
        paths = [SAMPLES / name for name in DIGITAL]
        return {
            path.name: min(hand.submit(_costs, path).result().core_seconds for _ in range(rounds + 1))
            for path in paths
        }


def table(rows: Sequence[Row], born_digital: dict[str, float]) -> list[str]:
    """The figures as Markdown."""
    ours = next(row for row in rows if row.reader == OURS)
    lines = [
        "| reader | core-s a page, mean | median | ours is | CER | ready, core-s | peak MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        share = mean(ours.seconds) / mean(row.seconds)
        rate = row.wrong / max(1, row.characters)
        lines.append(
            f"| {row.reader} | {mean(row.seconds):.2f} | {median(row.seconds):.2f} | {share:.2f} × | "
            f"{rate:.4f} | {row.ready_core_seconds:.1f} | {row.peak_mb:.0f} |"
        )
    told = "; ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in born_digital.items())
    return [*lines, "", f"Born-digital, core-time of reader and opener, least of several: {told}."]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and keep where asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.speed", description=__doc__)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", nargs="+", choices=READERS, default=READERS)
    parser.add_argument("--keep", action="store_true", help=f"append to {RESULTS.name}")
    told = parser.parse_args(arguments)
    templates = templates_of("develop")
    with tempfile.TemporaryDirectory(prefix="menshen-speed-") as folder:
        pages = list(make(plan(list(templates), told.pages, told.seed), templates, Path(folder)))
        lines = table(measure(told.readers, pages), digital())
    print("\n".join(lines))
    if told.keep:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        )
        about = f"{told.pages} pages, seed {told.seed}, load {os.getloadavg()[0]:.1f}"
        head = f"\n## {commit.stdout.strip()}, {about}\n"
        with RESULTS.open("a", encoding="utf-8") as kept:
            kept.write("\n".join([head, *lines, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
