"""The university or college that a hospital's name bears, one misread character put right.

Source: the Ministry of Education's list of institutions of higher education, as far as hospitals bear their
names (``vocabulary/universities.yaml``).

>>> mend_university("上海文通大学医学院附属瑞金医院"), mend_university("西南医料大学附属中医医院")
('上海交通大学医学院附属瑞金医院', '西南医科大学附属中医医院')
>>> mend_university("皖江医学院附属医院"), mend_university("皖江医学院附属医院", doubted=True)
('皖江医学院附属医院', '皖南医学院附属医院')
>>> mend_university("桂林医学院阳属医院"), mend_university("苏洲大学附属第一医院")
('桂林医学院附属医院', '苏洲大学附属第一医院')
>>> [mend_university(n) for n in ("宜宾学院附属医院", "邵阳市中心医院", "山东医科大学附属医院")]
['宜宾学院附属医院', '邵阳市中心医院', '山东医科大学附属医院']
"""

from __future__ import annotations

import re
from functools import cache

from ocr.values.alike import alike
from ocr.vocabulary import read_vocabulary

_BEARER = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:大学|学院)")
_AFFILIATED = re.compile(
    r"(?<=大学|学院)(?:[\u4e00-\u9fff]属|附[\u4e00-\u9fff])(?=[\u4e00-\u9fff]{0,8}?医院)"
)
LEAST = 5
"""Shorter names are never put right: 宜宾学院 is no misread 宜春学院."""
_NOT_AFFILIATED = frozenset(["附一", "附二", "附三", "附中", "附儿", "直属", "所属", "附设"])


def mend_university(name: str, *, doubted: bool = False) -> str:
    """The hospital's name with the known university that alone is one character away from the one read.

    Names that are on the list, and names that several on it could have been, stay as they are; so does a
    name read surely (not ``doubted``) whose character is not of the shape of the university's.
    """
    found = _BEARER.match(name)
    if found is None:
        return name
    read = found.group()
    if read not in _known() and len(read) >= LEAST:
        near = [known for known in _by_length().get(len(read), ()) if _differ_by_one(read, known)]
        if len(near) != 1 or not (doubted or _are_alike(read, near[0])):
            return name
        read = near[0]
    return _AFFILIATED.sub(_affiliated, read + name[found.end() :], count=1)


def _affiliated(match: re.Match[str]) -> str:
    return match.group() if match.group() in _NOT_AFFILIATED else "附属"


def _differ_by_one(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _are_alike(one: str, other: str) -> bool:
    return all(alike(a, b) for a, b in zip(one, other, strict=True))


@cache
def _known() -> frozenset[str]:
    return frozenset(
        name for names in read_vocabulary("universities.yaml").values() for name in names.split()
    )


@cache
def _by_length() -> dict[int, list[str]]:
    lengths: dict[int, list[str]] = {}
    for name in sorted(_known()):
        lengths.setdefault(len(name), []).append(name)
    return lengths
