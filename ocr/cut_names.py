"""Names of hospitals that a seal or the edge of an outline cut: put together from their pieces.

Pieces of one line whose outlines overlap share characters, and are joined there. What a seal hides of
its own hospital's name stands in its ring, so the ring, read round and round, fills the gaps of the line.
Neither makes a name up: every character was read, in one place or the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from ocr.layout import Run, same_row
from ocr.values.hospital_names import find_hospital_names

FROM_A_SEAL = 0.6
"""Confidence that a name filled from a seal is right, at most: rings are read less surely than lines."""
LEAST_SEEN = 4
"""Characters of the name that must be read on the line."""
MOST_OWN = 3
"""Characters at the name's beginning that may stand on the line alone, lost in the ring's reading."""
ALIKE = 0.7
"""Share of the characters seen that must stand in the ring, where its reading of the name is broken."""
MOST_HIDDEN = 8
NEAR = 0.7
"""Share of the line's letters that must stand in the ring's name, in order, beginning with the first."""
SAME_TYPE = 0.2
"""Share of its height by which the second line of a name may be higher or lower than the first."""
_SECOND_HALF = re.compile(r"第|附属|附设|医院|医科|总医?院")
_SUFFIX = "(?:医院|卫生院|保健院)"
_BRANCH = "(?:[\u4e00-\u9fff]{2,4}?分院|[东西南北]院(?!区))?"


def joined_pieces(runs: Sequence[Run]) -> list[Run]:
    """Neighbours on a row whose boxes overlap and whose texts share end and beginning, as one run each."""
    joined = []
    for left in runs:
        start, _, end, _ = left.box
        for right in runs:
            if not start < right.box[0] < end or left is right or not same_row(left, right):
                continue
            shared = _shared(left.text, right.text)
            if shared:
                chars = left.chars + right.chars[shared:]
                text = left.text + right.text[shared:]
                joined.append(Run(text, chars, left.cell, vertical=False, cell_box=left.cell_box))
    return joined


def wrapped_names(runs: Sequence[Run]) -> list[Run]:
    """Neighbours below each other that a hospital's name runs over, in one type, as one run each.

    Two names, one on each line, are not joined: 样章市中心医院 over 样章大学附属医院.
    """
    joined = []
    for upper in runs:
        height = max(upper.height, 1.0)
        first, last = upper.box[3] - 0.5 * height, upper.box[3] + height
        for lower in runs:
            if not first < lower.box[1] < last:
                continue  # as nearly every two lines of a page
            if lower.vertical or upper.vertical or not _is_wrapped(upper, lower):
                continue
            run = Run(upper.text + lower.text, upper.chars + lower.chars, None, vertical=False)
            at, own = len(upper.text), find_hospital_names(lower.text)
            begun = not find_hospital_names(upper.text) and _SECOND_HALF.match(lower.text)
            spans = any(n.start < at < n.end for n in find_hospital_names(run.text))
            if spans and (begun or not own):
                joined.append(run)
    return joined


def _is_wrapped(upper: Run, lower: Run) -> bool:
    """Whether a line stands right under another of its size, set to the same middle or left edge."""
    height = max(upper.height, 1.0)
    alike = abs(lower.height - height) < SAME_TYPE * height
    middle = abs(upper.box[0] + upper.box[2] - lower.box[0] - lower.box[2]) / 2
    narrower = lower.box[2] - lower.box[0] < upper.box[2] - upper.box[0]
    set_under = min(middle, abs(upper.box[0] - lower.box[0])) < height
    return alike and narrower and set_under


def _shared(left: str, right: str) -> int:
    """How many characters ``left`` ends with and ``right`` begins with; fewer than two are chance."""
    lengths = range(min(len(left), len(right)), 1, -1)
    return next((n for n in lengths if left.endswith(right[:n])), 0)


def filled_from_seals(seen: str, rings: Iterable[str]) -> str | None:
    """The hospital's name of which ``seen`` shows a part, as one ring gives it; ``None`` where none does.

    >>> filled_from_seals("样章 民 院", ["人民医院财务样章县"])
    '样章县人民医院'
    >>> filled_from_seals("样章大学附属", ["样章大学附属第一医院收费章"])
    '样章大学附属第一医院'
    >>> filled_from_seals("样章 民 院", ["财政票据监制章"]), filled_from_seals("样章", ["样章县人民医院"])
    (None, None)
    >>> filled_from_seals("样章医科大 附量医院", ["章医科大学附属医院"])
    '样章医科大学附属医院'
    """
    seen = re.sub(r"[^\u4e00-\u9fff]+", " ", seen).strip()
    letters = seen.replace(" ", "")
    if not LEAST_SEEN <= len(letters) <= 24:
        return None
    rings = list(rings)
    for own in range(min(MOST_OWN, len(seen.split()[0]) - 1) + 1):
        names = {n for n in (_along(seen, own, ring) for ring in rings) if n}
        if names:
            return names.pop() if len(names) == 1 else None
    ends = {n for n in (_ended(letters, ring) for ring in rings) if n}
    ends = ends or {n for n in (_nearest(letters, ring) for ring in rings) if n}
    return ends.pop() if len(ends) == 1 else None


def _nearest(letters: str, ring: str) -> str | None:
    """The ring's name of which most letters were read on the line, in order, whatever stands between.

    Its beginning may be the line's own where the ring lost it: 遵 of 遵义医科大, ring 义医科大学附属医院.
    """
    least = NEAR * len(letters)
    names: dict[str, float] = {}
    for end in re.finditer(rf"{_SUFFIX}{_BRANCH}", ring + ring):
        for start in range(max(0, end.end() - len(letters) - MOST_HIDDEN), end.end() - LEAST_SEEN):
            inside = (ring + ring)[start : end.end()]
            own = next((n for n in range(1, MOST_OWN) if letters[n : n + 2] == inside[:2]), 0)
            name = letters[:own] + inside
            met = LCSseq.similarity(letters[own:], inside)
            if name[0] == letters[0] and met >= least and len(inside) <= len(ring):
                names[name] = met - 0.1 * len(name)
    name = max(names, key=lambda n: names[n], default="")
    return _whole(name)


def _ended(letters: str, ring: str) -> str | None:
    """A beginning read on the line, with the end that follows its last characters in the ring."""
    if re.search(rf"{_SUFFIX}$", letters):
        return None
    alike = sum(c in ring for c in letters) >= ALIKE * len(letters)
    found = None
    for seen in (letters[-3:], letters[-2:]):
        behind = rf"(?<={seen})[\u4e00-\u9fff]{{0,6}}?{_SUFFIX}{_BRANCH}"
        found = found or (re.search(behind, ring + ring) if alike else None)
    name = letters + found.group() if found else ""
    return _whole(name)


def _along(seen: str, own: int, ring: str) -> str | None:
    """The name whose letters from ``own`` on stand in the ring in order; those before are the line's."""
    rest = seen[own:]
    if len(rest.replace(" ", "")) < LEAST_SEEN:
        return None
    pattern = "[\u4e00-\u9fff]??".join(rest).replace(" ", "[\u4e00-\u9fff]{1,3}?")
    if not rest.endswith("院"):
        pattern += rf"[\u4e00-\u9fff]{{0,6}}?{_SUFFIX}{_BRANCH}"
    found = re.search(pattern, ring + ring)
    name = seen[:own] + found.group() if found else ""
    short = bool(found) and len(name) <= min(len(ring) + own, len(seen) + MOST_HIDDEN)
    return _whole(name) if short else None


def _whole(name: str) -> str | None:
    """The one hospital's name that ``name`` is from end to end."""
    found = find_hospital_names(name)
    alone = len(found) == 1 and (found[0].start, found[0].end) == (0, len(name))
    return found[0].name if alone else None
