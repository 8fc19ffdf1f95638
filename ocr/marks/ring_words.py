"""Where the text of a ring begins: it has no first line, and was cut open wherever the widest gap is."""

from __future__ import annotations

import re

_ENDS = (
    "专用章",
    "监制章",
    "收费章",
    "分院",
    "医院",
    "卫生院",
    "保健院",
    "卫生所",
    "中心",
    "公司",
    "委员会",
    "局",
    "章",
)
"""What names of those who seal, and of their seals, end in; the first that is found counts."""
_REGION = re.compile("[省市县区州旗盟镇乡]|大学")
"""Names begin with where somebody is: somewhere in the part that comes first stands one of these."""
_PROVINCES = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江",
    "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州",
    "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "西藏", "宁夏", "新疆",
)  # fmt: skip
"""As names of hospitals begin with them (GB/T 2260)."""


def begun_at_its_start(text: str) -> str:
    """Ring text turned so that its name begins where names begin and ends where they end.

    人民医院临沂市 → 临沂市人民医院: turned where the part behind an ending names a region and the part before
    it does not; 东省肿瘤医院山 → 山东省肿瘤医院 and 心天津市急救中 → 天津市急救中心: where the name of a
    province, or an ending, was cut in two.
    """
    return _mended(text) or _turned(text) or text


def _mended(text: str) -> str | None:
    """The text with the province or the ending whole that was cut in two."""
    for word in _PROVINCES:
        for cut in range(1, len(word)):
            if text.startswith(word[cut:]) and text.endswith(word[:cut]) and text[:-cut].endswith(_ENDS):
                return text[-cut:] + text[:-cut]
    for end in _ENDS:
        for cut in range(1, len(end)):
            name = text[len(end) - cut :] + end[cut:]
            if text.startswith(end[cut:]) and text.endswith(end[:cut]) and _REGION.search(name[:6]):
                return name
    return None


def _turned(text: str) -> str | None:
    """The text turned behind the first ending that is found, where a region follows it."""
    for end in _ENDS:
        at = text.rfind(end)
        if at < 0:
            continue
        head, tail = text[: at + len(end)], text[at + len(end) :]
        return tail + head if len(tail) >= 2 and _REGION.search(tail) and not _REGION.search(head) else None
    return None
