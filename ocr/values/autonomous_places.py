"""Names of autonomous prefectures and counties with one character misread: 楚雄蜂族自治州.

Their names say which peoples live there, in characters that are seldom printed elsewhere and often misread
(彝, 傣, 畲); there are few of them, and the rest of a name tells which is meant.
"""

from __future__ import annotations

import re

from ocr.vocabulary import read_vocabulary

_LISTED = read_vocabulary("autonomous_places.yaml")
_NAMES = {
    end: tuple(f"{name}自治{end}" for name in _LISTED[kind].split())
    for end, kind in (("州", "prefectures"), ("县", "counties"), ("旗", "banners"))
}
_END = re.compile(r"自治(?P<end>[州县旗])")


def mend_autonomous_place(text: str) -> str:
    """The text with such names put right where one alone is a single character away.

    >>> [mend_autonomous_place(t) for t in ("云南省楚雄蜂族自治州禄丰市", "吕吉回族自治州玛纳斯县")]
    ['云南省楚雄彝族自治州禄丰市', '昌吉回族自治州玛纳斯县']
    >>> mend_autonomous_place("海某藏族自治州"), mend_autonomous_place("凉山彝族自治州")
    ('海某藏族自治州', '凉山彝族自治州')
    """
    for found in _END.finditer(text):
        meant = _meant(text[: found.end()], found["end"])
        if meant is not None:
            text = text[: found.end() - len(meant)] + meant + text[found.end() :]
    return text


def _meant(head: str, end: str) -> str | None:
    """The name that ``head`` ends with but for one character; ``None`` where it ends with one as it is."""
    near = []
    for name in _NAMES[end]:
        read = head[-len(name) :]
        wrong = sum(a != b for a, b in zip(read, name, strict=True)) if len(read) == len(name) else len(name)
        if wrong == 0:
            return None
        if wrong == 1:
            near.append(name)
    return near[0] if len(near) == 1 else None
