"""How much a text reads like the name of a disease, as learnt from names and from other text of papers.

What stands behind a label of diagnoses is not always one: the heading of a next column, a neighbour's text
glued on, a list that was not split. Told by the runs of one to four characters of the text; learnt by
``benchmarks/reading/learn_diseases.py``.
"""

from __future__ import annotations

import re

from ocr.run_weights import run_weights
from ocr.values.text import fold

LENGTHS = (1, 2, 3, 4)


def runs_of_name(text: str) -> set[str]:
    """The runs of one to four characters of a name; its ends are marked and every figure is a 0.

    >>> sorted(runs_of_name("CKD5"))[:4]
    ['$', '0', '0$', 'C']
    """
    whole = "^" + re.sub(r"\d", "0", fold(text)) + "$"
    return {whole[i : i + n] for n in LENGTHS for i in range(len(whole) - n + 1)}


def likely_disease(text: str) -> float:
    """0–1: how likely a text is the name of one disease, or of a state that doctors list as one."""
    shares, _ = run_weights("disease_weights").shares(runs_of_name(text))
    return shares.get("disease", 0.0)
