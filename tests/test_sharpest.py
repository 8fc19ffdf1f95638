"""Ways of laying lines through cells, counted at once; misread labels, looked up by their ends."""

from __future__ import annotations

import numpy as np
import pytest
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ocr.label_words import FUZZY_LEAST, LISTED, nearest_label
from ocr.table_lines import sharpest


def one_by_one(ways: np.ndarray, width: float) -> int:
    """Pairs of cells that share a stripe, each way by itself."""
    pairs = []
    for way in ways:
        at = (way - way.min()) / width
        stripes = [np.bincount((at + shift).astype(np.int64)) for shift in (0.0, 0.5)]
        pairs.append(sum(int((counts**2).sum()) for counts in stripes))
    return pairs.index(max(pairs))


@pytest.mark.parametrize("seed", range(8))
def test_the_sharpest_way_is_the_first_with_most_pairs(seed: int) -> None:
    dice = np.random.default_rng(seed)
    cells = int(dice.integers(1, 60))
    x, y = dice.random(cells) * 1600, np.round(dice.random(cells) * 20) * 40 + 0.05 * dice.random(cells)
    ways = y - dice.integers(-4, 5, 30)[:, np.newaxis] * 0.01 * x
    assert sharpest(ways, 9.0) == one_by_one(ways, 9.0)


@pytest.mark.parametrize(
    "word", ["出具曰期", "入院曰期", "出院诊", "出院诊断断", "注院号", "见附页", "临床诊断"]
)
def test_words_near_a_label_begin_or_end_as_it_does(word: str) -> None:
    choices = [w for w in LISTED if len(w) >= FUZZY_LEAST]
    near = process.extract(word, choices, scorer=Levenshtein.distance, score_cutoff=1, limit=5)
    same = [found[0] for found in near if len(found[0]) == len(word)]
    found = nearest_label(word)
    assert (found[0] if found else None) == (same[0] if len({LISTED[w] for w in same}) == 1 else None) or (
        len(word) < FUZZY_LEAST and found is None
    )
