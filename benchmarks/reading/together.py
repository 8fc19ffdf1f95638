"""Pictures of two papers at once: whether both are told apart, and what is read of each.

    python -m benchmarks.reading.together [--pictures 8] [--seed 1] [--scene card] [--folder F]

Templates of the develop half are laid on one desk (or one scanner's glass) and read as ``menshen read`` does.
A true paper is matched with the paper of its kind that holds most of its values; what other papers hold is
wrong, and a paper that is not there misses everything.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.reading.browser import Browser
from benchmarks.reading.degrade.paper import scanned
from benchmarks.reading.degrade.together import photographed_together
from benchmarks.reading.degrade.worn import Worn
from benchmarks.reading.drawing import draw
from benchmarks.reading.matching import PageScore, score
from benchmarks.reading.peruse import Menshen
from benchmarks.reading.templates import templates_of
from benchmarks.reading.truth import PageTruth
from ocr.types import Document, Pixels

CARD_EDGE = 10
"""CSS pixels of white around a drawn card."""
SHEETS = (
    "discharge-classic", "discharge-header-grid", "discharge-dense", "exam-ultrasound", "exam-scan",
    "certificate-underlined", "lab-one-column", "lab-unruled", "application-grid", "outpatient-record",
)  # fmt: skip
HALVES = ("certificate-half", "lab-side-by-side", "invoice-electronic", "invoice-stay")
CARD = frozenset({"id-front", "id-back"})


@dataclass(frozen=True, slots=True)
class Scene:
    """How two papers lie. ``dpi`` of each as photographed; ``flat``: on a scanner's glass, level."""

    name: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    dpi: tuple[int, int]
    across: bool = False
    lean: float = 4.0
    turned: int = 0
    flat: bool = False


SCENES = (
    Scene("card, both sides, one below the other", ("id-front",), ("id-back",), (170, 170)),
    Scene("card, both sides, side by side", ("id-front",), ("id-back",), (150, 150), across=True),
    Scene("card, one side on its head", ("id-front",), ("id-back",), (170, 170), turned=2),
    Scene("two sheets side by side", SHEETS, SHEETS, (150, 150), across=True, lean=3.0),
    Scene("two half sheets, one below the other", HALVES, HALVES, (150, 150), lean=3.0),
    Scene("a sheet and a card below it", SHEETS, ("id-front",), (150, 87), lean=3.0),
    Scene("two half sheets on a scanner", HALVES, HALVES, (150, 150), flat=True),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture of two papers."""

    scene: str
    path: Path
    truths: tuple[PageTruth, ...]


def pairs(folder: Path, pictures: int, seed: int, only: str = "") -> Iterator[Pair]:
    """So many pictures of every scene. Raises ``browser.NoBrowser``."""
    templates = templates_of("develop")
    with Browser() as browser:
        for scene in (s for s in SCENES if only in s.name):
            for n in range(pictures):
                dice = random.Random(f"{scene.name}:{seed}:{n}")
                rng = np.random.default_rng(dice.randrange(2**32))
                names = (dice.choice(scene.first), dice.choice(scene.second))
                sheets = []
                for name, dpi in zip(names, scene.dpi, strict=True):
                    drawn = draw(browser, name, templates[name], dice.randrange(10**6), dpi=dpi)
                    sheets.append(_cut_to_card(Worn(*drawn), dpi) if name in CARD else Worn(*drawn))
                pixels, truths = _pictured(scene, sheets, rng)
                path = folder / f"{SCENES.index(scene)}-{n:02d}.jpg"
                Image.fromarray(pixels).save(path, "JPEG", quality=int(rng.integers(65, 86)))
                yield Pair(scene.name, path, truths)


def _cut_to_card(sheet: Worn, dpi: int) -> Worn:
    edge = round(CARD_EDGE * dpi / 96)
    inside = np.ascontiguousarray(sheet.pixels[edge:-edge, edge:-edge])
    return sheet.moved(inside, lambda points: points - edge, "cut")


def _pictured(
    scene: Scene, sheets: Sequence[Worn], rng: np.random.Generator
) -> tuple[Pixels, tuple[PageTruth, ...]]:
    if not scene.flat:
        return photographed_together(sheets, rng, across=scene.across, lean=scene.lean, turned=scene.turned)
    width = max(s.pixels.shape[1] for s in sheets)
    gap = int(rng.integers(20, 90))
    glass = np.full((sum(s.pixels.shape[0] for s in sheets) + gap, width, 3), 252, np.uint8)
    truths, top = [], 0
    for sheet in sheets:
        glass[top : top + sheet.pixels.shape[0], : sheet.pixels.shape[1]] = sheet.pixels
        truths.append(sheet.truth.moved(lambda points, down=top: points + np.array([0, down])))
        top += sheet.pixels.shape[0] + gap
    return scanned(Worn(glass, truths[0]), rng).pixels, tuple(truths)


@dataclass(frozen=True, slots=True)
class Told:
    """One picture's figures: papers told apart with their kinds, and its values."""

    scene: str
    papers: int
    found: int
    extra: int
    right: int
    wrong: int
    missed: int


def judged(pair: Pair, documents: Sequence[Document]) -> Told:
    """The papers read against the papers that lay there."""
    left = list(documents)
    right = wrong = missed = found = 0
    for truth in pair.truths:
        scored = [(score(truth, [d]), d) for d in left]
        best = max(scored, key=lambda s: (s[0].kind_right, _right(s[0])), default=None)
        if best is not None and best[0].kind_right:
            found += 1
            left.remove(best[1])
            outcomes = [v.outcome for v in best[0].values]
        else:
            outcomes = [v.outcome for v in score(truth, []).values]
        right, wrong, missed = (
            n + outcomes.count(o) for n, o in ((right, "right"), (wrong, "wrong"), (missed, "missed"))
        )
    for document in left:
        wrong += len(score(replace(pair.truths[0], fields=()), [document]).values)
    return Told(pair.scene, len(pair.truths), found, len(left), right, wrong, missed)


def _right(scored: PageScore) -> int:
    return sum(v.outcome == "right" for v in scored.values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, read and print a table; 0 whatever the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.together", description=__doc__)
    parser.add_argument("--pictures", type=int, default=8, help="of each scene")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scene", default="", help="only scenes whose name holds this")
    parser.add_argument("--folder", type=Path, help="keep the pictures here")
    asked = parser.parse_args(arguments)
    told: list[Told] = []
    with tempfile.TemporaryDirectory(prefix="menshen-reading-") as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        drawn = list(pairs(folder, asked.pictures, asked.seed, asked.scene))
        reader = Menshen()
        for pair in drawn:
            documents = reader.peruse(pair.path).documents
            told.append(judged(pair, documents))
            kinds = ",".join(f"{d.kind}" for d in documents)
            print(f"{pair.path.name} {told[-1].found}/2 {kinds} {told[-1]}", file=sys.stderr, flush=True)
    print("\n".join(_table(told)))
    return 0


def _table(told: Sequence[Told]) -> Iterator[str]:
    yield "| scene | papers found | extra papers | right | wrong | missed | F1 |"
    yield "|---|---|---|---|---|---|---|"
    for scene in (*dict.fromkeys(t.scene for t in told), "all"):
        of = [t for t in told if scene in (t.scene, "all")]
        right, wrong, missed = (sum(getattr(t, n) for t in of) for n in ("right", "wrong", "missed"))
        f1 = 2 * right / max(1, 2 * right + wrong + missed)
        papers = f"{sum(t.found for t in of)}/{sum(t.papers for t in of)}"
        yield f"| {scene} | {papers} | {sum(t.extra for t in of)} | {right} | {wrong} | {missed} | {f1:.3f} |"


if __name__ == "__main__":
    sys.exit(main())
