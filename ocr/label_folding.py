"""The text of a run as labels are compared with it: half-width, without spaces, misread words put right."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOOK_ALIKE = re.compile(r"(?<![病老众])人院(?=[日时诊科情方途年病])")
"""入院 as it is often misread."""
_OF_CLAIMS = (
    (
        re.compile(r"(?<![集其心当])[中由](?=报病种|报人[签(:]|报日期|请(?:人[签(:]|日期|时间|病种|疾病))"),
        "申",
    ),
    (re.compile(r"[依叁](?=保(?:类[别型]|险种|人员|地区?(?:$|[:])))"), "参"),
)
"""申报病种 and 参保类别, their first characters taken for ones that differ by a stroke."""
_FORMS = str.maketrans("（）﹕∶︰", "():::", "【】[]")


@lru_cache(maxsize=2048)
def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Half-width, without spaces; with the place in ``text`` of each character left."""
    plain: list[str] = []
    index: list[int] = []
    for at, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char).translate(_FORMS):
            if not piece.isspace():
                plain.append(piece)
                index.append(at)
    told = _LOOK_ALIKE.sub("入院", "".join(plain))
    for misread, meant in _OF_CLAIMS:
        told = misread.sub(meant, told)
    return told, tuple(index)
