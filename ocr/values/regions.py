"""Cities and counties named behind their province: 江西省宜春市, a misread character put right or doubted.

A province has a hundred cities, counties and districts, and their names are listed: what stands between a
province and 市 or 县 is one of them, or was misread.
"""

from __future__ import annotations

import re
from functools import cache

from ocr.vocabulary import read_names

LONGEST = 7
"""Characters of the longest city's or county's name looked for, autonomous counties apart."""
_UNIT = re.compile(rf"[\u4e00-\u9fff]{{1,{LONGEST - 1}}}?[市县]")
_CUT_SHORT = re.compile(r"(?:省|自治区|市)$")
_NO_NAME = re.compile(r"自治|直属|直辖|市本级|[镇乡村路街道号]")
"""What ends in 市 or 县 within some characters and is the name of neither: 省直辖县, 袁河路某某超市."""


_OF_THE_YING = re.compile(r"颖(?=[上州泉东淮河])|(?<=[沙临汝])颖")
"""The river 颍 of 颍州, 临颍 and 沙颍河 is read as the far commoner 颖, which no place is named by."""


def mend_rivers(text: str) -> str:
    """The text with a river's character put right where places are named by the river.

    >>> mend_rivers("阜阳市颖淮医院"), mend_rivers("周口市沙颖河医院"), mend_rivers("新颖路8号")
    ('阜阳市颍淮医院', '周口市沙颍河医院', '新颖路8号')
    """
    return _OF_THE_YING.sub("颍", text)


def check_regions(text: str) -> tuple[str, bool]:
    """The text, its cities and counties put right where one listed name alone is a character away, and
    whether they are all listed as they were read; whether as 县, 市 or 区 does not count. Text that begins
    with no province is given back as it is.

    >>> check_regions("江西省宜眷市袁州区"), check_regions("江西省某某市某某县")
    (('江西省宜春市袁州区', False), ('江西省某某市某某县', False))
    >>> check_regions("江西省宜春市袁州区"), check_regions("宜眷市")
    (('江西省宜春市袁州区', True), ('宜眷市', True))
    """
    province = next((p for p in _listed() if text.startswith(p)), None)
    if province is None:
        return text, True
    names = _listed()[province]
    at, sure = len(province), True
    for _ in range(2):
        listed = next((n for n in range(LONGEST + 8, 1, -1) if text[at : at + n] in names), 0)
        found = _UNIT.match(text, at)
        if listed:
            at += listed
        elif found is None or _NO_NAME.search(found.group()):
            break
        elif found.group()[:-1] in _stems()[province]:  # 望城县 is a district since, not misread
            at = found.end()
        else:
            meant = _meant(found.group(), names)
            text = text[:at] + meant + text[found.end() :]
            at, sure = at + len(meant), False
    return text, sure


def _meant(read: str, names: frozenset[str]) -> str:
    near = [
        n for n in names if len(n) == len(read) > 2 and sum(a != b for a, b in zip(n, read, strict=True)) == 1
    ]
    return near[0] if len(near) == 1 else read


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Province, with and without its suffix → its cities, counties and districts; longer names first."""
    full = {province: frozenset(names) for province, names in read_names("places.txt").items()}
    short = {_CUT_SHORT.sub("", province): names for province, names in full.items()}
    return {p: names for p, names in sorted((short | full).items(), key=lambda x: -len(x[0])) if len(p) > 1}


@cache
def _stems() -> dict[str, frozenset[str]]:
    """The same names without what they are: 望城."""
    return {p: frozenset(n[:-1] for n in names if len(n) > 2) for p, names in _listed().items()}
