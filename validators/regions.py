"""Regions of China by code and name (GB/T 2260): which city a written place lies in.

Source: Administrative-divisions-of-China (统计用区划代码 2023), with former names of counties added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ocr.values.text import fold
from validators.tables import read_rows, split

_MISREAD = {"宣春": "宜春", "上绕": "上饶", "上烧": "上饶", "部阳": "邵阳", "郡阳": "邵阳"}
"""Readings of city names that are the name of no place (look-alike characters)."""
_PROVINCE_POOL = ("省本级", "省直", "省级机关")


class Location(Enum):
    """How a written place stands to a city."""

    INSIDE = "inside"
    ELSEWHERE = "elsewhere"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Regions:
    """Names by code, and the codes that bear a name (several for 城关区, 鼓楼区 …)."""

    names: Mapping[str, str]
    bearers: Mapping[str, tuple[str, ...]]
    by_head: Mapping[str, tuple[str, ...]]
    """The names by their first two characters."""

    def located(self, text: str, city: str) -> Location:
        """Whether the place written in ``text`` lies in the city with code ``city`` (``430500``); a province
        or municipality (``500000``) and a county are cities here too.

        Inside: the city or one of its counties is named, or its code is written. Elsewhere: another
        city, county or province is plainly named. Unclear: neither, or both.

        >>> regions = load_regions()
        >>> regions.located("邵阳市大祥区", "430500").value, regions.located("长沙市岳麓区", "430500").value
        ('inside', 'elsewhere')
        >>> regions.located("城关区", "430500").value, regions.located("邵阳县", "430500").value
        ('unclear', 'inside')
        """
        place = mend_place(fold(text))
        if any(word in place for word in _PROVINCE_POOL):
            return Location.UNCLEAR
        if place[:6].isdigit() and place[:6] in self.names:
            return Location.INSIDE if _within(place[:6], city) else Location.ELSEWHERE
        inside = self._names_city(place, city)
        whole = _prefix(city)[:4]
        others = {code for code in self._cities_named(place) if not code.startswith(whole)}
        if inside and not others:
            return Location.INSIDE
        if inside or not others:
            return self._by_province(place, city) if not inside else Location.UNCLEAR
        return Location.ELSEWHERE

    def county(self, text: str, city: str) -> str | None:
        """The name of the county of ``city`` that ``text`` names, or ``None``."""
        place = mend_place(fold(text))
        found = [
            (len(name), self.names[code])
            for name in self._named(place)
            for code in self.bearers[name]
            if _within(code, city) and not code.endswith("00")
        ]
        return max(found)[1] if found else None

    def name_of(self, code: str) -> str | None:
        """The name of the region with a six-digit code, in today's list.

        >>> load_regions().name_of("330100")
        '杭州市'
        """
        return self.names.get(code)

    def knows(self, code: str) -> bool:
        """Whether a six-digit code stands in today's list (old ones need not)."""
        return code in self.names

    def _names_city(self, place: str, city: str) -> bool:
        name = self.names[city]
        if name in place or (short := _short(name)) in place:
            return True
        counties = [
            n
            for n in (*self._named(place), *self._shortened_to(place))
            if any(_below(c, city) for c in self.bearers[n])
        ]
        if any(county in place for county in counties if self._only_in(county, city)):
            return True
        return any(place == _short(county) for county in counties) or place == short

    def _named(self, place: str) -> list[str]:
        """The names that stand in ``place``."""
        heads = dict.fromkeys(place[start : start + 2] for start in range(len(place) - 1))
        return [name for head in heads for name in self.by_head.get(head, ()) if name in place]

    def _shortened_to(self, place: str) -> list[str]:
        """The names that are ``place`` but for their last character (邵阳县, written 邵阳)."""
        return [name for name in self.by_head.get(place[:2], ()) if _short(name) == place]

    def _only_in(self, name: str, city: str) -> bool:
        return all(_within(code, city) for code in self.bearers[name])

    def _cities_named(self, place: str) -> set[str]:
        """First four characters of the codes of the cities that ``place`` plainly names."""
        found: list[tuple[str, set[str]]] = []
        for name in self._named(place):
            codes = self.bearers[name]
            cities = {code[:4] if not code.endswith("0000") else code[:2] for code in codes}
            if len(cities) == 1 and len(name) >= 3 and not codes[0].endswith("0000"):
                found.append((name, cities))
        longest = [c for n, c in found if not any(n != m and n in m for m, _ in found)]
        return set().union(*longest) if longest else set()

    def _by_province(self, place: str, city: str) -> Location:
        codes = [code for name in self._named(place) for code in self.bearers[name]]
        provinces = {code[:2] for code in codes if code.endswith("0000")}
        return Location.ELSEWHERE if provinces and city[:2] not in provinces else Location.UNCLEAR


def mend_place(text: str) -> str:
    """``text`` with misread city names put right where no place of the read name exists.

    >>> mend_place("宣春市人民医院")
    '宜春市人民医院'
    """
    for wrong, right in _MISREAD.items():
        text = text.replace(wrong, right)
    return text


@lru_cache(maxsize=1)
def load_regions() -> Regions:
    """The shipped table of provinces, cities and counties."""
    names: dict[str, str] = {}
    bearers: dict[str, tuple[str, ...]] = {}
    for row in read_rows("regions.csv"):
        code = row["code"]
        if row["name"] in ("市辖区", "县"):
            continue
        names[code] = row["name"]
        for name in (row["name"], *split(row["aliases"])):
            bearers[name] = (*bearers.get(name, ()), code)
    by_head: dict[str, tuple[str, ...]] = {}
    for name in bearers:
        by_head[name[:2]] = (*by_head.get(name[:2], ()), name)
    return Regions(names, bearers, by_head)


def _prefix(code: str) -> str:
    """The part of a code that all regions inside it share: two digits a province, four a city, six a county.

    >>> _prefix("500000"), _prefix("430500"), _prefix("360902")
    ('50', '4305', '360902')
    """
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _within(code: str, city: str) -> bool:
    return code.startswith(_prefix(city))


def _below(code: str, city: str) -> bool:
    return _within(code, city) and code != city and (not code.endswith("00") or city.endswith("0000"))


def _short(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in "省市县区" else name
