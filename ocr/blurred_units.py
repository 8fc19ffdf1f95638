"""Units of which a small sign was misread, where the test or the rest of the unit tells what stood there.

The raised figure of 10⁹/L is the smallest print on a report of blood counts: it is read as ° (10°/L), lost
(10/L), or halved (10^2/L). Laboratories count red cells by 10^12, all others by 10^9.
"""

from __future__ import annotations

import re

from ocr.values.quantities import is_unit

_POWER = re.compile(r"[×xX*·]?\s?10[°^~*'.oO]{0,2}(?P<power>2|12)?\s?/[L1lI]?")
_WHOLE = re.compile(r"[×xX*·]?\s?10\^?(?:9|12)/")
_RED = re.compile(r"(?!.*(?:有核|网织|网红|未成熟))[*★]?红细胞(?:计数|数目?|总数)?(?:[(（]?RBC[)）]?)?")
_OTHERS = re.compile(
    r"[*★]?(?:白细胞|血小板|(?:中性|嗜酸性?|嗜碱性?)?(?:分叶核?)?粒?细胞|淋巴细胞|单核细胞)"
    r"(?!.*(?:%|百分|比率|比例|分布|压积|平均|体积|浓度))(?:计数|数目?|总数|绝对[值数计]+|#|[(（][A-Z#]+[)）]?)*"
)
_BARE_POWERS = frozenset({"109", "1012"})
_VOLUME = re.compile(r"体积$|(?:M[CP]V|SD)[)）]?$")
_TAIL = re.compile(r"(?<=%)%|[tT↑↓!|、,]$")


_MARK = r"[1tTlIi|!]"
_BEFORE_UNIT = re.compile(rf"(?P<mark>{_MARK})\s+(?P<unit>\S.*)")
_BEHIND_UNIT = re.compile(rf"(?P<unit>\S.*?)\s+(?P<mark>{_MARK})")
_BROKEN_LITRE = re.compile(r"/\s+(?=[1IlL]$)")


def mark_beside(unit: str) -> tuple[str, str]:
    """The mark of an arrow that stands apart before or behind a unit, and the unit without it.

    A stroke (1, l) is one of an arrow that does not tell up from down: ``!``.

    >>> mark_beside("t *10^9/L"), mark_beside("mmol/L 1"), mark_beside("1 g/L"), mark_beside("109/ 1")
    (('t', '*10^9/L'), ('!', 'mmol/L'), ('!', 'g/L'), ('', '109/1'))
    """
    unit = _BROKEN_LITRE.sub("/", unit)
    for form in (_BEFORE_UNIT, _BEHIND_UNIT):
        found = form.fullmatch(unit)
        if found and is_unit(found["unit"]) and not is_unit(unit):
            return ("t" if found["mark"] in "tT" else "!"), found["unit"]
    return "", unit


def is_blurred_power(text: str) -> bool:
    """Whether a text is such a unit with its figure lost: ×10°/L."""
    return _POWER.fullmatch(text) is not None


def whole_unit(name: str, unit: str) -> str:
    """The unit with what was misread put right, else as it is.

    >>> whole_unit("血小板计数", "10°/L"), whole_unit("红细胞", "×10^2/L"), whole_unit("嗜酸性粒细胞", "10/L")
    ('10^9/L', '10^12/L', '10^9/L')
    >>> whole_unit("血红蛋白", "g/"), whole_unit("平均血小板体积", "f"), whole_unit("血小板压积", "%%")
    ('g/L', 'fL', '%')
    >>> whole_unit("白细胞", "10^9/"), whole_unit("平均血小板体积", "fLt"), whole_unit("铁蛋白", "10°/L")
    ('10^9/L', 'fL', '10°/L')
    """
    if unit in _BARE_POWERS and (_RED if unit == "1012" else _OTHERS).fullmatch(name):
        return f"10^{unit[2:]}"  # printed without its litre, its figure raised
    if is_unit(unit):
        return unit
    if _WHOLE.fullmatch(unit) or (unit.endswith("/") and is_unit(unit + "L")):
        return unit + "L"
    if power := _POWER.fullmatch(unit):
        return _power_of(name, lost=power["power"] is None) or unit
    bare = "fL" if unit in ("f", "F") and _VOLUME.search(name) else _TAIL.sub("", unit)
    return bare if is_unit(bare) else unit


def _power_of(name: str, *, lost: bool) -> str | None:
    """The unit of a count of cells; ``lost``: its figure is, not half of it."""
    if _RED.fullmatch(name):
        return "10^12/L"
    return "10^9/L" if lost and _OTHERS.fullmatch(name) else None
