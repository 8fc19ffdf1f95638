"""Quality findings: how many pictures at fault pass without theirs, and how many sound ones get one.

    python -m benchmarks.reading.faults [--sheets 10] [--seed 1] [--folder F]

Every sheet of the develop half is pictured with each fault (``degrade/faults.py``), without one, and as a
scanner gives it. A miss: the fault's own finding is not told. Others beside it are not counted: a dark
picture may be blurred too. False alarms: any finding on a sound picture.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.reading.browser import Browser
from benchmarks.reading.degrade.faults import FAULTS, picture_of
from benchmarks.reading.degrade.paper import scanned
from benchmarks.reading.degrade.worn import Worn
from benchmarks.reading.drawing import draw
from benchmarks.reading.peruse import Menshen
from benchmarks.reading.templates import templates_of

SCANNED, PHOTOGRAPHED = "(scanned, sound)", "(photographed, sound)"


def pictures(folder: Path, sheets: int, seed: int, only: str = "") -> Iterator[tuple[str, Path]]:
    """What is wrong with each picture, and the picture. Raises ``browser.NoBrowser``."""
    templates = {name: t for name, t in templates_of("develop").items() if t.height >= t.width > 700}
    names = random.Random(seed).sample(sorted(templates), min(sheets, len(templates)))
    with Browser() as browser:
        for n, name in enumerate(names):
            sheet = Worn(*draw(browser, name, templates[name], seed * 1000 + n, dpi=150))
            for fault in (f for f in (SCANNED, PHOTOGRAPHED, *FAULTS) if only in f):
                rng = np.random.default_rng([seed, n, len(fault)])
                if fault == SCANNED:
                    pixels = scanned(sheet, rng).pixels
                else:
                    pixels = picture_of(sheet, "" if fault == PHOTOGRAPHED else fault, rng)
                path = folder / f"{n:02d}-{fault.strip('()').replace(', ', '-')}.jpg"
                Image.fromarray(pixels).save(path, "JPEG", quality=80)
                yield fault, path


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, read, judge and print a table; 0 whatever the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.faults", description=__doc__)
    parser.add_argument("--sheets", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fault", default="", help="only faults whose name holds this")
    parser.add_argument("--folder", type=Path, help="keep the pictures here")
    asked = parser.parse_args(arguments)
    of: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    alarms: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory(prefix="menshen-reading-") as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        drawn = list(pictures(folder, asked.sheets, asked.seed, asked.fault))
        reader = Menshen()
        for fault, path in drawn:
            pages = [page for d in reader.peruse(path).documents for page in d.pages]
            told = {finding.value for page in pages for finding in page.quality.findings}
            of[fault] += 1
            if fault in FAULTS:
                missed[fault] += fault not in told
            alarms.update((fault, finding) for finding in told if fault not in FAULTS)
            if fault in FAULTS and fault not in told:
                print(path.name, sorted(told), pages[0].quality.measures if pages else "", file=sys.stderr)
    print("| finding | missed | false alarms, scanned | photographed |")
    print("|---|---|---|---|")
    for fault in FAULTS:
        sound = [f"{alarms[kind, fault]}/{of[kind]}" for kind in (SCANNED, PHOTOGRAPHED)]
        print(f"| `{fault}` | {missed[fault]}/{of[fault]} | {sound[0]} | {sound[1]} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
