"""Learns what the name of a disease reads like: from names, and from all else that stands on papers.

``python -m benchmarks.reading.learn_diseases`` learns from the values and the other text of the develop
half's layouts and from lists of names and writes ``ocr/vocabulary/disease_weights.npz``; with ``--authors``
it first leaves out one author's layouts after another and prints how many of their diseases, and how many
other pieces of their text, are taken for no disease.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.reading.layout_text import LayoutText, layout_texts
from benchmarks.reading.logistic import Text, fingerprint, learn, save, shares
from ocr.likely_diseases import runs_of_name
from ocr.settled_diseases import UNLIKE
from ocr.values.text import fold

TARGET = Path(__file__).parents[2] / "ocr" / "vocabulary" / "disease_weights.npz"
NAMES = Path(__file__).with_name("diseases.txt")
_DATA = Path(__file__).parents[2] / "validators" / "data"
CATALOGUES = (_DATA / "diseases.csv", _DATA / "icd10_categories.csv")
LISTS = (NAMES, *CATALOGUES)
ANSWERS = ["disease", "other"]
FIELDS = frozenset({"diagnosis", "claimed_disease"})
KEPT = 12_000
SPOILT = 2
"""Spoilt names for each good one: with a neighbour's text glued on, cut off, two in one."""
_PIECES = re.compile(r"[,，。;；:：、\s]+")


def diseases(pages: Iterable[LayoutText]) -> set[tuple[str, str]]:
    """(author, name) of all diseases of some layouts."""
    return {(p.author, fold(value)) for p in pages for field, value in p.values if field in FIELDS}


def others(pages: Iterable[LayoutText]) -> set[tuple[str, str]]:
    """(author, text) of all pieces of text in which none of the page's diseases begins."""
    found = set()
    for page in pages:
        heads = {fold(value)[:4] for field, value in page.values if field in FIELDS}
        for line in map(fold, page.lines):
            if not any(head in line for head in heads):
                found.update((page.author, piece) for piece in _PIECES.split(line) if piece)
    return found


def spoilt(names: Sequence[str], pieces: Sequence[str], dice: random.Random) -> list[str]:
    """Names as they are misread from a page: with a neighbour, without their end, two in one."""
    found = []
    for name in names:
        for _ in range(SPOILT):
            way, piece, more = dice.random(), dice.choice(pieces), dice.randint(1, 6)
            if way < 0.4:
                found.append(name + piece[:more])
            elif way < 0.65:
                found.append(piece[-more:] + name)
            elif way < 0.85:
                found.append(name + dice.choice(",;、/|") + dice.choice(names))
            elif len(name) > 5:
                found.append(name[:-2])
    return found


def listed() -> set[str]:
    """Names of own collection, the places' diseases with their other names, and categories of ICD-10."""
    names = {line for line in NAMES.read_text("utf-8").splitlines() if line and not line.startswith("#")}
    for path in CATALOGUES:
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                name = row.get("name") or row["disease"]
                names.update((name.partition(",")[0], *(row.get("aliases") or "").split("|")))
    return names - {""}


def texts(pages: Sequence[LayoutText]) -> list[Text]:
    """All that is learnt from: diseases, other text, spoilt names."""
    dice = random.Random(1)
    good = sorted(diseases(pages) | {("list", fold(name)) for name in listed()})
    plain = sorted(others(pages))
    bad = spoilt([name for _, name in good], [piece for _, piece in plain], dice)
    return [
        *(Text(author, name, "disease", frozenset(runs_of_name(name))) for author, name in good),
        *(Text(author, piece, "other", frozenset(runs_of_name(piece))) for author, piece in plain),
        *(Text("spoilt", name, "other", frozenset(runs_of_name(name))) for name in bad),
    ]


def main() -> None:
    """Prints what is told of each author's words, then learns from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--authors", action="store_true", help="leave out one author after another first")
    wanted = parser.parse_args()
    pages = list(layout_texts())
    for author in sorted({page.author for page in pages}) if wanted.authors else ():
        learnt = learn(texts([p for p in pages if p.author != author]), ANSWERS, KEPT)
        theirs = [t for t in texts([p for p in pages if p.author == author]) if t.author == author]
        likely = shares(learnt, theirs)[:, 0]
        for answer in ANSWERS:
            told = [s for s, t in zip(likely, theirs, strict=True) if t.answer == answer]
            print(f"{author}, {answer}: {sum(s < UNLIKE for s in told)} of {len(told)} are none", flush=True)
    learnt = learn(texts(pages), ANSWERS, KEPT)
    save(learnt, TARGET, fingerprint(*LISTS))
    print(f"{len(learnt.runs)} runs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
