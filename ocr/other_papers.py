"""Papers of a ward that are no kind of ours: admission records, notes of rounds, orders, consents.

They tell as much as an outpatient's record or a summary, so that words alone would take them for one; an
admission record handed in as a discharge summary tells nothing of how the stay ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import usual_height
from ocr.types import TextLine
from ocr.values.text import fold
from ocr.vocabulary import read_vocabulary

_TITLES = tuple(fold(t) for t in read_vocabulary("other_titles.yaml")["ward"].split())
_ANY_TITLE = "|".join(sorted(_TITLES, key=len, reverse=True))
_TITLE = re.compile(rf"(?:[\u4e00-\u9fffA-Za-z0-9()（）]{{0,30}}?)(?<!出)(?:{_ANY_TITLE})(?:\(续页?\))?\)?")
_SENTENCE = re.compile(r"见|详|附(?![属设])|请|[:,，。;、]")
HEAD = 0.25
"""Part of the page's height in which such a title stands."""
LARGER = 1.1
"""Against the usual line; heads of parts of a record are no larger than their text."""
TOP, WHOLE = 0.15, 6
"""Part of the height in which a title of so many characters needs no larger type: 住院病历(入院记录)."""


def names_another_paper(lines: Sequence[TextLine], height: int) -> bool:
    """Whether a large line in the head of the page is the title of such a paper: 精神科入院记录.

    日间病房出入院记录 is none: it tells of the whole stay.
    """
    usual = usual_height(lines)
    return any(
        x.box[1] < HEAD * height
        and (x.box[3] - x.box[1] > LARGER * usual or (x.box[1] < TOP * height and len(text) >= WHOLE))
        and _TITLE.fullmatch(text)
        and not _SENTENCE.search(text)
        for x in lines
        for text in [fold(x.text)]
    )
