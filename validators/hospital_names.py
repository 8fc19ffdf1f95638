"""Names of hospitals compared: what may be written differently, and what tells two hospitals apart."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ocr.values.text import fold
from validators.regions import load_regions, mend_place

_ORDINAL = re.compile(
    r"第?[一二三四五六七八九十〇零百0-9]+(?=[人医附院中妇])|附[属设]?第?[一二三四五六七八九十]|[一二三四五六七八九十](?=院$)"
)
_KINDS = (
    "人民",
    "中西医",
    "中医",
    "妇幼",
    "妇产",
    "儿童",
    "肿瘤",
    "口腔",
    "精神",
    "胸科",
    "眼科",
    "皮肤",
    "骨伤",
    "康复",
    "传染",
    "红十字",
    "中心医院",
    "卫生院",
    "卫生服务",
    "附属",
    "学院",
    "大学",
    "职工",
    "总医院",
    "市立",
    "省立",
    "协和",
    "同济",
    "铁路",
    "解放军",
    "武警",
    "民族",
    "脑科",
    "肛肠",
    "肾病",
    "心血管",
    "男科",
    "整形",
    "美容",
    "分院",
)
_CAMPUS = re.compile(
    r"(?<=[院])(?:[\u4e00-\u9fff]{0,6}院区|门诊部|住院部|急诊科|体检中心|医保[办科]|医务[部科])$"
)
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]+)[)\]]")
_SPELLINGS = (
    ("中医医院", "中医院"),
    ("红十字会医院", "红十字医院"),
    ("精神病医院", "精神病院"),
)
_MOSTLY = 0.7
"""Share of a name that must agree before the rest may be misread. Tried: seal rings 0.71-0.86."""
LEAST_LETTERS = 6
"""Shorter names are not read loosely: one of five characters is too much."""


@lru_cache(maxsize=4096)
def names_in(printed: str) -> tuple[str, ...]:
    """The names that a printed name holds: the main one, and a second one in brackets.

    >>> names_in("上饶市第二人民医院（上饶市红十字医院）")
    ('上饶市第二人民医院', '上饶市红十字医院')
    """
    text = fold(printed)
    inside = [m["inside"] for m in _BRACKETED.finditer(text) if re.search("[院所站]|中心", m["inside"])]
    outside = _BRACKETED.sub("", text)
    return tuple(name for name in (outside, *inside) if len(name) >= 4)


def distinguishing_marks(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What tells hospitals apart: places named, ordinals, kinds.

    >>> distinguishing_marks("宜春市第二人民医院") == distinguishing_marks("宜春市第三人民医院")
    False
    """
    places = frozenset(place for place in _places() if place in name)
    ordinals = frozenset(re.sub(r"[第附属设]", "", m.group()) for m in _ORDINAL.finditer(name))
    return places, ordinals, frozenset(kind for kind in _KINDS if kind in name)


def perhaps_same(one: str, other: str) -> bool:
    """Whether misreading explains the difference: mostly alike, no place, ordinal or kind against another.

    >>> perhaps_same("都阳市中心医院", "邵阳市中心医院"), perhaps_same("洞口县人民医院", "隆回县人民医院")
    (True, False)
    """
    left, right = canonical(fold(one)), canonical(fold(other))
    return Levenshtein.normalized_similarity(left, right) >= _MOSTLY and not contradict(left, right)


def contradict(one: str, other: str) -> bool:
    """Whether both names bear a place, an ordinal or a kind that the other has not."""
    pairs = zip(distinguishing_marks(one), distinguishing_marks(other), strict=True)
    return any(not left <= right and not right <= left for left, right in pairs)


@lru_cache(maxsize=8192)
def canonical(name: str) -> str:
    """One spelling for names that are written in several ways."""
    name = mend_place(name)
    for long, short in _SPELLINGS:
        name = name.replace(long, short)
    return re.sub(r"第([一二三四五六七八九十])附([属届])", r"附\2第\1", name)


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[str, ...]:
    """The name, without a campus or office behind it, without the province before it."""
    plain = canonical(name)
    forms = [plain, canonical(_CAMPUS.sub("", name))]
    forms += [re.sub(r"^(?:江西省?|湖南省?|中国)", "", form) for form in forms]
    forms += [re.sub(r"^(?:宜春市|上饶市|邵阳市)(?=.{2,5}[县区市])", "", form) for form in forms]
    return tuple(dict.fromkeys(form for form in forms if len(form) >= 4))


def without_suffix(name: str) -> str:
    """A name without the 市/县/区 of its place, as people shorten it (邵阳中医院)."""
    return re.sub(r"^([\u4e00-\u9fff]{2,4}?)[市县区](?=[\u4e00-\u9fff]{3,})", r"\1", name, count=1)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    names = load_regions().bearers
    short = {name[:-1] for name in names if len(name) > 2 and name[-1] in "省市县区"}
    return frozenset(names) | frozenset(name for name in short if len(name) >= 2)


def misread_of(printed: str, name: str) -> bool:
    """Whether one wrong character outside place and ordinal can have made ``printed`` of ``name``."""
    places, ordinals, kinds = distinguishing_marks(name)
    seen_places, seen_ordinals, seen_kinds = distinguishing_marks(printed)
    if len(printed) != len(name) or places != seen_places or ordinals != seen_ordinals:
        return False
    return kinds == seen_kinds or (seen_kinds < kinds and len(name) > LEAST_LETTERS + 2)
