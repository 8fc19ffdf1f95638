"""Two papers printed or scanned onto one page, told apart where each begins with a heading of its own.

Nothing is seen of their edges; what tells them apart is a gap across the page, and on both sides of it a
heading of a paper that hospitals issue, and a patient's name. Which error is worse: a paper torn in two, its
seal on one half and its date on the other. So a form with a promise printed under it stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ocr.kinds import KindGuess, classify
from ocr.layout import usual_height
from ocr.types import Box, Polygon, TextLine
from ocr.types import DocumentKind as K
from ocr.values.text import fold

LEAST_GAP = 1.2
"""Text heights between the last line of one paper and the first of the next."""
HEADING = 4
"""So many first lines of a paper hold its title."""
LEAST_LINES = 6
MOST_PAPERS = 6
_PATIENT = re.compile("姓名|交款人|病员")
_ISSUED = frozenset(
    {
        *(K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT, K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY),
        *(K.OUTPATIENT_RECORD, K.PRESCRIPTION, K.MEDICAL_INVOICE),
    }
)


def papers_on(lines: Sequence[TextLine], page: Box) -> tuple[Box, ...]:
    """The box of each paper on the page, in reading order; none where the page is one paper."""
    parts = _parted(lines, page, MOST_PAPERS)
    return parts if len(parts) > 1 else ()


def kind_of_part(lines: Sequence[TextLine], part: Box) -> KindGuess:
    """What the paper in this box of the page is."""
    x0, y0, x1, y1 = part
    moved = [replace(x, polygon=_moved(x.polygon, -x0, -y0), chars=()) for x in lines]
    return classify(moved, width=round(x1 - x0), height=round(y1 - y0))


def within(box: Box, part: Box) -> bool:
    """Whether the middle of ``box`` lies in ``part``."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return part[0] <= x < part[2] and part[1] <= y < part[3]


def _parted(lines: Sequence[TextLine], part: Box, most: int) -> tuple[Box, ...]:
    if most < 2 or len(lines) < 2 * LEAST_LINES:
        return (part,)
    for axis in (1, 0):
        for at in _gaps(lines, axis):
            before = (part[0], part[1], at, part[3]) if axis == 0 else (part[0], part[1], part[2], at)
            behind = (at, part[1], part[2], part[3]) if axis == 0 else (part[0], at, part[2], part[3])
            halves = [([x for x in lines if within(x.box, half)], half) for half in (before, behind)]
            if all(_is_a_paper(*half) for half in reversed(halves)):  # few gaps have a heading behind them
                found = [box for held, half in halves for box in _parted(held, half, most // 2)]
                return tuple(found)
    return (part,)


def _gaps(lines: Sequence[TextLine], axis: int) -> list[float]:
    """Middles of the gaps that no line crosses, widest first; ``axis`` 1: from top to bottom."""
    least = LEAST_GAP * usual_height(lines)
    spans = sorted((x.box[axis], x.box[axis + 2]) for x in lines)
    found, end = [], spans[0][1]
    for start, stop in spans[1:]:
        if start - end >= least:
            found.append((start - end, (start + end) / 2))
        end = max(end, stop)
    return [middle for _, middle in sorted(found, reverse=True)]


def _is_a_paper(lines: Sequence[TextLine], part: Box) -> bool:
    """Whether these lines begin with a heading, and name a patient."""
    if len(lines) < LEAST_LINES or not _PATIENT.search(fold("".join(x.text for x in lines))):
        return False
    first = sorted(lines, key=lambda x: x.box[1])[:HEADING]
    heading = kind_of_part(first, part)
    if not heading.titled or heading.kind not in _ISSUED:
        return False
    whole = kind_of_part(lines, part)
    return whole.titled and whole.kind is heading.kind


def _moved(polygon: Polygon, dx: float, dy: float) -> Polygon:
    a, b, c, d = ((x + dx, y + dy) for x, y in polygon)
    return (a, b, c, d)
