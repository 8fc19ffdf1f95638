"""Learns what words tell the kind of a paper, from the text of the develop half's layouts.

``python -m benchmarks.reading.learn_kinds`` learns from all and writes ``ocr/vocabulary/kind_weights.npz``;
with ``--authors`` it first leaves out one author's layouts after another and prints how many of theirs are
told rightly by the words that the others use. No page is drawn or read: the text is the layouts' own.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.reading.layout_text import layout_texts
from benchmarks.reading.logistic import Learnt, Text, fingerprint, learn, save, shares
from ocr.likely_kinds import runs_of

TARGET = Path(__file__).parents[2] / "ocr" / "vocabulary" / "kind_weights.npz"


def papers() -> list[Text]:
    """All layouts of the develop half, each drawn a few times: their runs, and their kinds as answers."""
    return [Text(x.author, x.layout, x.kind, frozenset(runs_of(x.lines))) for x in layout_texts()]


def told(learnt: Learnt, given: list[Text]) -> list[str]:
    """The likeliest kind of each paper."""
    return [learnt.answers[i] for i in shares(learnt, given).argmax(axis=1)]


def main() -> None:
    """Prints what words tell of each author's papers, then learns from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--authors", action="store_true", help="leave out one author after another first")
    wanted = parser.parse_args()
    all_papers = papers()
    kinds = sorted({paper.answer for paper in all_papers})
    for author in sorted({paper.author for paper in all_papers}) if wanted.authors else ():
        others = [p for p in all_papers if p.author != author]
        theirs = [p for p in all_papers if p.author == author]
        right = sum(a == p.answer for a, p in zip(told(learn(others, kinds), theirs), theirs, strict=True))
        print(f"{author}: {right} of {len(theirs)}", flush=True)
    learnt = learn(all_papers, kinds)
    save(learnt, TARGET, fingerprint())
    print(f"{len(learnt.runs)} runs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
