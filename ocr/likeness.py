"""How much of a known name a doubtful reading shows, and what it costs to hold that it is that name.

Costs are in characters: about 1 for a doubtful character that would be another one. A character read surely
is never held to be another, unless the two are of one shape; characters are held to be lost only where there
is room for them, beside doubtful ones, or at a cut end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.values.alike import alike

SURE = 0.9
"""A character's confidence from which on it is what was read."""
DIM = 0.65
"""A character's confidence up to which another may have stood beside it."""
NEVER = 99.0
SOME_ROOM, LITTLE_ROOM = 0.55, 0.35
"""Room, in characters, from which on one may have been lost, and from which on that is not beyond belief."""
SQUEEZED = 1.5
IN_ROOM = 0.3
"""Cost of a lost character for which there is room."""
_ORDINALS = frozenset("一二三四五六七八九十〇零")
_KINDS = frozenset("第中西妇儿附分")
"""Characters that make another hospital of one, where they stand in its name."""
_SIDES = frozenset("东西南北")
_TITLE = re.compile(
    r"[^\u4e00-\u9fff]*(?:$|医疗|医$|门|急|收费|票据|住院|出院|入院|检|化验|诊断|病[历案理区房]|疾病|处方|报告|影像"
    r"|超声|彩超|心电|放射|[CDMX]|费用|结算|专用|财务|医保|电子|印|章|[(（【\[])"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Characters as read, with the confidence of each, and the room before each in characters.

    ``cut``: what stood before the first may be lost.
    """

    letters: str
    sure: tuple[float, ...]
    room: tuple[float, ...]
    cut: bool = False

    def __add__(self, other: Reading) -> Reading:
        return Reading(self.letters + other.letters, self.sure + other.sure, self.room + other.room, self.cut)

    def since(self, start: int) -> Reading:
        """The part from ``start`` on, nothing of which is lost before it."""
        return Reading(self.letters[start:], self.sure[start:], self.room[start:])

    def until(self, end: int) -> Reading:
        """The part up to ``end``."""
        return Reading(self.letters[:end], self.sure[:end], self.room[:end], self.cut)


MET, OTHER, LOST = "=", "!", "-"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a name costs, and whether each of its characters was ``MET``, read as ``OTHER`` or ``LOST``."""

    cost: float
    marks: str


_Way = tuple[float, int, str]
"""Cost, characters met (negative, so that of two ways the smaller one is better), and the marks so far."""
_NONE: _Way = (NEVER, 0, "")


def likeness(name: str, reading: Reading, most: float) -> Likeness:
    """The cheapest way in which the reading shows the whole name, titles behind it left out.

    Ways that cost more than ``most`` are not followed.
    """
    letters = reading.letters
    ways = [_lost_before(reading, n) for n in range(len(name) + 1)]
    best = _NONE
    for j in range(len(letters) + 1):
        ways_with_lost = _with_lost(ways, j, reading)
        if j >= len(name) // 2 and _TITLE.match(letters, j):
            best = min(best, ways_with_lost[-1], _ended(ways, j, reading))
        if j == len(letters):
            break
        ways = _read(ways_with_lost, name, reading, j)
        if min(ways)[0] > most:
            break
    return Likeness(best[0], best[2])


def _read(ways: list[_Way], name: str, reading: Reading, j: int) -> list[_Way]:
    """The ways after the reading's character ``j``: one of the name's, or none of them."""
    read, sure = reading.letters[j], reading.sure[j]
    needless = _needless(read, sure)
    after = [_dearer(ways[0], needless)]
    for i, char in enumerate(name):
        cost, met, marks = ways[i]
        if read == char:
            taken = (cost, met - 1, marks + MET)
        elif cost < NEVER:
            taken = (cost + _changed(read, char, sure), met, marks + OTHER)
        else:
            taken = _NONE
        after.append(min(taken, _dearer(ways[i + 1], needless)))
    return after


def _needless(read: str, sure: float) -> float:
    """What it costs that a character read is none of the name's."""
    if read in _ORDINALS or read in _KINDS:
        return NEVER
    if sure < SURE:
        return 0.3 + 0.8 * sure
    return NEVER if "\u4e00" <= read <= "\u9fff" else 1.0


def _changed(read: str, char: str, sure: float) -> float:
    """What it costs that ``char`` stands where ``read`` was read."""
    if char in _ORDINALS or (read in _SIDES and char in _SIDES):
        return NEVER
    if alike(read, char):
        return 1.0 if sure >= SURE else 0.2 + 0.6 * sure
    return NEVER if sure >= SURE else 0.3 + sure


def _lost_before(reading: Reading, lost: int) -> _Way:
    if not lost:
        return (0.0, 0, "")
    return (0.4 + 0.4 * lost, 0, LOST * lost) if reading.cut and lost <= 3 else _NONE


def _with_lost(ways: list[_Way], j: int, reading: Reading) -> list[_Way]:
    """The ways in which characters of the name may be lost before the reading's character ``j``."""
    if not 0 < j < len(reading.letters):
        return ways
    room = reading.room[j]
    beside = min(reading.sure[j - 1], reading.sure[j])
    lost = {1: 0.5 + beside if beside <= DIM else SQUEEZED if room > LITTLE_ROOM else NEVER}
    for count in range(1, round(room) + 2) if room > SOME_ROOM else ():
        if abs(count - room) < 1.3:
            fits = count * (IN_ROOM if abs(count - room) < 0.7 else 0.5)
            lost[count] = min(fits, lost.get(count, NEVER))
    unfilled = 0.5 * min(room, 2.0) if room > SOME_ROOM else 0.0
    return [
        min(
            _dearer(way, unfilled),
            *(_dearer(ways[i - count], cost, count) for count, cost in lost.items() if count <= i),
        )
        if i
        else way
        for i, way in enumerate(ways)
    ]


def _ended(ways: list[_Way], j: int, reading: Reading) -> _Way:
    """The whole name with up to four characters lost at its end: cheap where the reading breaks off."""
    ends = j == len(reading.letters)
    each = 1.0 if reading.letters[:j].endswith("院") else 0.3 if ends else 0.7
    lost = range(1, min(4 if ends else 2, len(ways) - 1) + 1)
    return min((_dearer(ways[-1 - n], 0.2 + each * n, n) for n in lost), default=_NONE)


def _dearer(way: _Way, cost: float, lost: int = 0) -> _Way:
    return (way[0] + cost, way[1], way[2] + LOST * lost)
