"""Lists that stop at the end of a full line while the page goes on below: their last item may be cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.continued import right_edge
from ocr.labels import find_labels
from ocr.layout import Run
from ocr.strips import NUMBERED, Strip
from ocr.wrapped_lists import ELIDED

TORN = 0.6
"""The most that the confidence of an item is whose end may stand on the next line."""
_ENDED = re.compile(r"[。；;.）)]$")
FLUSH = 1.2
"""Text heights before the right edge within which a line is full."""


def is_torn(strip: Strip, runs: Sequence[Run]) -> bool:
    """Whether a list's last line is full without a stop, and other words than a label follow under it.

    So is one that the program itself cut: 恶性肿瘤门诊治疗（含放....
    """
    if ELIDED.search(strip.text):
        return True
    if not strip.chars or _ENDED.search(strip.text.rstrip()):
        return False
    last = strip.chars[-1].box
    own = {id(c) for c in strip.chars}
    line = next((r for r in runs if r.chars and r.chars[-1].box == last), None)
    if line is None or line.box[2] < right_edge(line, runs) - FLUSH * line.height:
        return False
    under = [
        r
        for r in runs
        if line.box[3] - 0.5 * line.height <= r.box[1] <= line.box[3] + 0.8 * line.height
        and r.box[0] < line.box[2]
        and (line.cell is None or r.cell == line.cell)
        and not any(id(c) in own for c in r.chars)
    ]
    first = min(under, key=lambda r: r.box[0], default=None)
    if first is None or NUMBERED.match(first.text):
        return False
    return not any(not first.text[: hit.start].strip() for hit in find_labels(first.text))
