"""A recogniser's scores → characters with places and confidences, and the alphabet they are told in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from opencc import OpenCC

from ocr.engine import ReadChar, ReadText

BLANK = "blank"


def alphabet(characters: Sequence[str]) -> list[str]:
    """The network's classes: the blank, the model's characters, a space; traditional forms as simplified.

    Mainland papers print no others. Only characters outside GB 2312 are replaced, so that 乾 and 著 in
    names stay. Entries of more than one code point, which no paper holds, become the replacement character.
    """
    plain = (c if len(c) == 1 else "\ufffd" for c in characters)
    return [BLANK, *(simplified(c) for c in plain), " "]


def simplified(text: str) -> str:
    """Text whose traditional characters outside GB 2312 are replaced by their simplified forms."""
    convert = _converter().convert
    return "".join(c if _in_gb2312(c) else convert(c) for c in text)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def decode(scores: npt.NDArray[np.float32], characters: Sequence[str]) -> ReadText:
    """Best path of CTC (Graves 2006): repeats and blanks dropped.

    ``scores`` is steps × classes, 0–1, class 0 the blank.
    """
    best = scores.argmax(axis=1)
    sure = scores[np.arange(len(best)), best]
    steps = len(best)
    begins = np.flatnonzero((best != 0) & (np.diff(best, prepend=0) != 0))
    ends = np.append(np.flatnonzero(np.diff(best) != 0), len(best) - 1)
    if not len(begins):
        return ReadText("", 0.0, ())
    last = ends[np.searchsorted(ends, begins)]
    centres = (begins + last + 1) / 2 / steps
    gaps = np.diff(centres) / 2
    reach = np.minimum(np.append(gaps, np.inf), np.insert(gaps, 0, np.inf)) if len(gaps) else np.array([0.5])
    chars = tuple(
        ReadChar(characters[best[t]], max(0.0, float(c - r)), min(1.0, float(c + r)), float(sure[t]))
        for t, c, r in zip(begins, centres, reach, strict=True)
    )
    text = "".join(c.text for c in chars)
    return ReadText(text, sum(c.confidence for c in chars) / len(chars), chars)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
