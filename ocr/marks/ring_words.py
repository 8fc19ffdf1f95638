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


def begun_at_its_start(text: str) -> str:
    """Ring text turned so that its name ends where names end: 人民医院临沂市 → 临沂市人民医院.

    Turned only where the part behind the ending names a region and the part before it does not.
    """
    for end in _ENDS:
        at = text.rfind(end)
        if at < 0:
            continue
        head, tail = text[: at + len(end)], text[at + len(end) :]
        if len(tail) >= 2 and _REGION.search(tail) and not _REGION.search(head):
            return tail + head
        return text
    return text
