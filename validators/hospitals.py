"""The hospital directory: name as printed → which hospital, and its grade with source and date.

Found by exact name, by alias, by a name without its 市/县/区, or by one misread character. Words that
tell hospitals apart (place, ordinal, kind such as 人民 or 中医) are never read loosely: 宜丰县人民医院 and
宜黄县人民医院, 第一 and 第二 are different hospitals. Several candidates are ``AMBIGUOUS``, and a grade is
never guessed from a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ocr.values.text import fold
from validators.hospital_names import (
    LEAST_LETTERS,
    canonical,
    contradict,
    distinguishing_marks,
    misread_of,
    names_in,
    spellings,
    without_suffix,
)
from validators.tables import read_rows, split

_SHARED = frozenset(
    (
        "协和医院",
        "同济医院",
        "新华医院",
        "同仁医院",
        "中山医院",
        "仁济医院",
        "长海医院",
        "南方医院",
        "华山医院",
    )
)
"""Short names that several hospitals bear."""


class Found(Enum):
    """How a name was found: ``CLOSE`` by one misread character."""

    EXACT = "exact"
    CLOSE = "close"
    AMBIGUOUS = "ambiguous"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Hospital:
    """One row; ``level`` is empty where no source gives one."""

    name: str
    aliases: tuple[str, ...]
    city_code: str
    level: str
    kind: str
    tier: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """The answer of the directory; ``hospitals`` holds one, or all candidates when ambiguous."""

    found: Found
    hospitals: tuple[Hospital, ...] = ()

    @property
    def hospital(self) -> Hospital | None:
        """The one hospital meant, if any."""
        return self.hospitals[0] if len(self.hospitals) == 1 else None


@dataclass(frozen=True, slots=True)
class HospitalDirectory:
    """Rows by folded name and alias, and by the name without the suffix of its place."""

    by_name: Mapping[str, tuple[Hospital, ...]]
    by_short: Mapping[str, tuple[Hospital, ...]]

    def look_up(self, printed: str) -> Lookup:
        """Which hospital ``printed`` names.

        >>> directory = load_hospitals()
        >>> names = ("宜春市人民医院", "邵阳中医医院", "宜春市第九人民医院")
        >>> [directory.look_up(name).found.value for name in names]
        ['exact', 'ambiguous', 'unlisted']
        """
        answers = [self._look_up_one(name) for name in names_in(printed)]
        certain = [a for a in answers if a.found in (Found.EXACT, Found.CLOSE)]
        if certain:
            hospitals = _distinct(h for a in certain for h in a.hospitals)
            return Lookup(certain[0].found if len(hospitals) == 1 else Found.AMBIGUOUS, hospitals)
        return next((a for a in answers if a.found is Found.AMBIGUOUS), Lookup(Found.UNLISTED))

    def _look_up_one(self, name: str) -> Lookup:
        for key in spellings(name):
            if hospitals := self.by_name.get(key) or self.by_short.get(key):
                single = len(hospitals) == 1 and key not in _SHARED
                return Lookup(Found.EXACT if single else Found.AMBIGUOUS, hospitals)
        return self._look_closely(canonical(name))

    def _look_closely(self, key: str) -> Lookup:
        if len(key) < LEAST_LETTERS:
            return Lookup(Found.UNLISTED)
        near = process.extract(key, self.by_name.keys(), scorer=Levenshtein.distance, score_cutoff=1, limit=8)
        rows = _distinct(row for name, _, _ in near if misread_of(key, name) for row in self.by_name[name])
        if not rows:
            return Lookup(Found.UNLISTED)
        return Lookup(Found.CLOSE if len(rows) == 1 else Found.AMBIGUOUS, rows)


def same_hospital(one: str, other: str, directory: HospitalDirectory) -> bool | None:
    """Whether two written names are one hospital; ``None`` where it cannot be told.

    >>> same_hospital("邵阳市中心医院医保办", "邵阳市中心医院", load_hospitals())
    True
    >>> army = "中国人民解放军联勤保障部队第九"
    >>> [same_hospital(army + "二〇医院", army + n, load_hospitals()) for n in ("三〇医院", "二医院")]
    [None, None]
    """
    left, right = canonical(fold(one)), canonical(fold(other))
    if left and right and (left in right or right in left):
        return True
    found = [directory.look_up(name).hospital for name in (one, other)]
    if found[0] and found[1]:
        return found[0] == found[1]
    distance = Levenshtein.distance(left, right)
    if distance <= 2 and distinguishing_marks(left) == distinguishing_marks(right):
        return True
    if distance <= 1:
        return None
    apart = contradict(left, right) or 2 * distance >= max(len(left), len(right))
    return False if apart else None


def surely_apart(one: str, other: str, directory: HospitalDirectory) -> bool:
    """Whether two names are plainly two hospitals: both listed, or of places that exclude each other.

    Hospitals bear second names (上饶市第二人民医院 is 上饶市红十字医院), so unlike names of one place prove
    nothing by themselves.
    """
    if same_hospital(one, other, directory) is not False:
        return False
    listed = all(directory.look_up(name).hospital for name in (one, other))
    left, right = (distinguishing_marks(canonical(fold(name)))[0] for name in (one, other))
    return listed or (not left <= right and not right <= left)


@lru_cache(maxsize=8)
def load_hospitals(own: tuple[Hospital, ...] = ()) -> HospitalDirectory:
    """The shipped directory (``data/hospitals.csv``); one of ``own`` takes the place of its namesake."""
    by_name: dict[str, tuple[Hospital, ...]] = {}
    by_short: dict[str, tuple[Hospital, ...]] = {}
    taken = {canonical(fold(hospital.name)) for hospital in own}
    shipped = [_shipped(row) for row in read_rows("hospitals.csv")]
    for hospital in (*own, *(h for h in shipped if canonical(fold(h.name)) not in taken)):
        for name in (hospital.name, *hospital.aliases):
            _enter(by_name, canonical(fold(name)), hospital)
            _enter(by_short, without_suffix(canonical(fold(name))), hospital)
    return HospitalDirectory(by_name, by_short)


def _shipped(row: Mapping[str, str]) -> Hospital:
    return Hospital(
        row["name"],
        split(row["aliases"]),
        row["city_code"],
        row["level"],
        row["kind"],
        row["tier"],
        row["source"],
        row["as_of"],
    )


def with_registered(directory: HospitalDirectory, registered: Sequence[Hospital]) -> HospitalDirectory:
    """The directory with a register's hospitals, which take the place of their namesakes."""
    by_name, by_short = dict(directory.by_name), dict(directory.by_short)
    for hospital in registered:
        name = canonical(fold(hospital.name))
        for old in by_name.get(name, ()):
            if canonical(fold(old.name)) == name and old not in registered:
                _take_out(by_name, by_short, old)
    for hospital in registered:
        _enter_all(by_name, by_short, hospital)
    return HospitalDirectory(by_name, by_short)


def _enter_all(
    by_name: dict[str, tuple[Hospital, ...]], by_short: dict[str, tuple[Hospital, ...]], hospital: Hospital
) -> None:
    for name in (hospital.name, *hospital.aliases):
        _enter(by_name, canonical(fold(name)), hospital)
        _enter(by_short, without_suffix(canonical(fold(name))), hospital)


def _take_out(
    by_name: dict[str, tuple[Hospital, ...]], by_short: dict[str, tuple[Hospital, ...]], hospital: Hospital
) -> None:
    keys = {canonical(fold(name)) for name in (hospital.name, *hospital.aliases)}
    for index, found in ((by_name, keys), (by_short, {without_suffix(key) for key in keys})):
        for key in found:
            rest = tuple(one for one in index.get(key, ()) if one != hospital)
            index.pop(key, None)
            if rest:
                index[key] = rest


def _enter(index: dict[str, tuple[Hospital, ...]], key: str, hospital: Hospital) -> None:
    if hospital not in index.get(key, ()):
        index[key] = (*index.get(key, ()), hospital)


def _distinct(hospitals: Iterable[Hospital]) -> tuple[Hospital, ...]:
    return tuple(dict.fromkeys(hospitals))
