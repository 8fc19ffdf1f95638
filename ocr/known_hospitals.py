"""Hospitals of the country by name (``vocabulary/hospitals.txt``): a reading aid, no evidence of anything.

The list is far from whole, so that a name is not on it says nothing; and a clear reading stands as read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from math import log

from ocr.vocabulary import read_names, read_vocabulary

MOST = 30
"""Names that are looked at closely, the ones that share most of a reading's telling characters."""
USUAL = 4
"""Hospitals that are called alike but for their place, from which on others may be as well."""
LONGEST_PLACE = 15
_UNTELLING = frozenset("医院市人民第大学附属")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:自治[区县旗]|[省市县区旗盟州])")

_UNIVERSITY = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:大学|学院)")


@dataclass(frozen=True, slots=True)
class KnownHospital:
    """A hospital's name and its province.

    ``places``: the spans of the cities and districts that it begins with, or of its university.
    """

    name: str
    province: str
    places: tuple[tuple[int, int], ...]


def hospitals_like(letters: str) -> list[KnownHospital]:
    """The known names that share most with ``letters``, best first, at most ``MOST``."""
    known, holding, telling = _index()
    shared: dict[int, float] = {}
    for char in set(letters):
        for number in holding.get(char, ()):
            shared[number] = shared.get(number, 0.0) + telling[char]
    wholes = _wholes()
    near = nsmallest(MOST, ((wholes[n] - 2 * weight, n) for n, weight in shared.items()))
    return [known[n] for _, n in near]


def is_known(name: str) -> bool:
    """Whether a hospital of this name is on the list."""
    return name in _names()


def is_regular(name: str) -> bool:
    """Whether a name is a place's or a university's and then what hospitals of several others are called.

    Such a one may be a hospital that the list does not know.

    >>> is_regular("双牌县中心医院"), is_regular("双牌县牛心医院"), is_regular("样章市中心医院")
    (True, False, False)
    """
    spans = _spans(name)
    return bool(spans) and _behind_places().get(name[spans[-1][1] :], 0) >= USUAL


def places_like(place: str, doubted: Sequence[int]) -> frozenset[str]:
    """The cities, districts and universities that ``place`` is, whatever stands where ``doubted`` says."""
    read = "".join("." if n in doubted else re.escape(c) for n, c in enumerate(place))
    return frozenset(p for p in _places().get(len(place), ()) if re.fullmatch(read, p))


def provinces_in(text: str) -> frozenset[str]:
    """The provinces whose names stand in ``text``."""
    return frozenset(p for p in _lists() if p in text)


@cache
def _behind_places() -> Counter[str]:
    """What hospitals are called behind the name of their place, and how many are."""
    return Counter(h.name[h.places[-1][1] :] for h in _index()[0] if h.places)


@cache
def _wholes() -> list[float]:
    """How telling all characters of each name are together."""
    known, _, telling = _index()
    return [sum(telling.get(c, 0.0) for c in set(hospital.name)) for hospital in known]


def _spans(name: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start, size = 0, -1
    while size:
        longest = range(min(LONGEST_PLACE, len(name) - start), 1, -1)
        size = next((n for n in longest if name[start : start + n] in _places().get(n, ())), 0)
        spans += [(start, start + size)] if size else []
        start += size
    return tuple(spans)


@cache
def _lists() -> dict[str, list[str]]:
    """The list as it stands in its file: province → names."""
    return read_names("hospitals.txt")


@cache
def _names() -> frozenset[str]:
    return frozenset(name for names in _lists().values() for name in names)


@cache
def _places() -> dict[int, frozenset[str]]:
    by_length: dict[int, set[str]] = {}
    universities = " ".join(read_vocabulary("universities.yaml").values()).split()
    for province, names in (*read_names("places.txt").items(), ("", universities)):
        for name in (province, *names):
            by_length.setdefault(len(name), set()).add(name)
    return {length: frozenset(names) for length, names in by_length.items()}


@cache
def _index() -> tuple[tuple[KnownHospital, ...], dict[str, list[int]], dict[str, float]]:
    """All names, the numbers of those that hold a character, and how telling the character is."""
    known = tuple(
        KnownHospital(name, province, _spans(name)) for province, names in _lists().items() for name in names
    )
    holding: dict[str, list[int]] = {}
    for number, hospital in enumerate(known):
        for char in set(hospital.name) - _UNTELLING:
            holding.setdefault(char, []).append(number)
    telling = {char: log(len(known) / len(numbers)) for char, numbers in holding.items()}
    return known, holding, telling
