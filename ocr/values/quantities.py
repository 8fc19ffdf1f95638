"""Results of laboratory tests as printed → value, unit, flag; reference ranges.

Source: WS/T 405 and SI units as laboratories print them; powers are written ``10^9``. The arrow of a
result comes out of readers as ↑ ↓, H L, or letters like them; a sign is only taken where it stands
apart from the number.

>>> r = parse_result("1.23×10⁹/L ↑"); r.value, r.unit, r.flag
(Decimal('1.23'), '10^9/L', '↑')
>>> r = parse_result("＜0.50 IU/ml"); r.sign, r.value, r.unit
('<', Decimal('0.50'), 'IU/mL')
>>> parse_result("阴性(-)").text, parse_result("1:320").text
('阴性(-)', '1:320')
>>> r = parse_reference("3.50～5.50 mmol/l"); r.low, r.high, r.unit
(Decimal('3.50'), Decimal('5.50'), 'mmol/L')
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from ocr.values.text import clean

Flag = Literal["↑", "↓"]

_KEPT = 4096
"""A table is read in up to eight ways of which the best is taken: its cells are parsed once for all."""

_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
_SIGN = r"[<>≤≥=]{1,2}"
_WORDED = "小于|大于|低于|高于|不超过|不低于|超过"
_POWER = re.compile(r"\s?[×xX*]\s?10\^?(?P<power>-?[1-9]\d?)(?![\d^])(?!/L)")
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])")
"""1,012 is a thousand and twelve, or 1.012 with a comma for the point: it is no number."""
_FLAGS: dict[str, Flag | None] = {
    **dict.fromkeys(("↑", "↑↑", "H", "HH", "h", "个", "高", "偏高", "⬆", "t", "T", "^"), "↑"),
    **dict.fromkeys(("▲", "△", "⇧", "升高", "增高"), "↑"),
    **dict.fromkeys(("↓", "↓↓", "L", "LL", "低", "偏低", "⬇", "▼", "▽", "⇩", "降低", "减低"), "↓"),
    **dict.fromkeys(("", "-", "正常", "N", "—"), None),
}  # fmt: skip
_FLAG = r"(?P<flag>[↑↓⬆⬇]{1,2}|[HL]{1,2}|个|偏?高|偏?低)"
_RESULT = re.compile(rf"(?:{_FLAG}\s*)?(?P<sign>{_SIGN}|{_WORDED})?\s*(?P<value>{_NUMBER})\s*(?P<rest>.*)")
_REST = re.compile(r"(?P<unit>.*?)\s*(?P<flag>[↑↓⬆⬇]{1,2}|(?<![A-Za-z/])[HL]{1,2}|个|偏?高|偏?低)?")
_RANGE = re.compile(rf"(?P<low>{_NUMBER}?)\s*(?:-{{1,2}}|~|至|到)\s*(?P<high>{_NUMBER})\s*(?P<unit>.*)")
_BOUND = re.compile(rf"(?P<sign>{_SIGN}|{_WORDED})\s*(?P<value>{_NUMBER})\s*(?P<unit>.*)")
_SIGNS = {
    "小于": "<", "低于": "<", "大于": ">", "高于": ">", "超过": ">", "不超过": "<=", "不低于": ">=",
    "≤": "<=", "≥": ">=",
}  # fmt: skip
_UNIT = re.compile(r"[A-Za-zμ%‰°℃/\^0-9.*()·\-'㎡\u4e00-\u9fff]*")
_UNITS = """
mmol/L μmol/L nmol/L pmol/L g/L mg/L μg/L ng/L mg/dL g/dL ng/mL pg/mL μg/mL IU/mL IU/L U/L U/mL kU/L
mIU/L mIU/mL μIU/mL 10^9/L 10^12/L fL pg mmHg mm/h mL/min mL/(min·1.73m^2) mL/min/1.73m^2 copies/mL
mg/24h g/24h /HP /LP /μL s sec % cm mm mL L cm/s m/s bpm mosm/kg S/CO COI AU/mL RU/mL mg/mmol
ms mV ° kPa m^2 cm^2 mm^2 kg/m^2 g/cm^2 mL/m^2 g/m^2 次/分 10^6/L nmol/mL pmol/mL mg/g μg/g U/g ng/dL
μg/dL mmol/24h μmol/24h mU/L μU/mL kIU/L mosm/L GPL/mL MPL/mL RBC/μL WBC/μL Ery/μL Leu/μL mS/cm /24h
/HPF /LPF HPF LPF HP LP 个/HP 个/LP 个/HPF 个/LPF 个/μL 10^5/mL 10^6/mL
L/s L/min mmol/min/kPa mmol/(min·kPa) mmol/min/kPa/L mL/min/mmHg mL/mmHg/min kPa/(L/s) kPa·s/L
kPa/L/s cmH2O/L/s 秒 mmol/mol
"""
_CHINESE_UNITS = {
    "毫摩尔/升": "mmol/L", "微摩尔/升": "μmol/L", "纳摩尔/升": "nmol/L", "克/升": "g/L", "毫克/升": "mg/L",
    "毫克/分升": "mg/dL", "单位/升": "U/L", "国际单位/毫升": "IU/mL", "拷贝/毫升": "copies/mL",
    "拷贝/ml": "copies/mL", "毫米汞柱": "mmHg", "千帕": "kPa", "厘米": "cm", "毫米": "mm",
}  # fmt: skip
_EYE = re.compile(r"^([mkμu]?)[l1|](?=[Uu]/)")
"""The I of international units as it is misread: mlU/mL."""
_PLAIN_UNITS = {unit.lower().replace("^", ""): unit for unit in _UNITS.split()}


@dataclass(frozen=True, slots=True)
class Result:
    """A test result: ``value`` of a number with its ``sign`` (<, >, <=, >= or none), else ``text`` only."""

    text: str
    value: Decimal | None = None
    sign: str | None = None
    unit: str | None = None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference range; an open end is ``None``; words (阴性) stand in ``text`` alone."""

    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    def flag_of(self, value: Decimal) -> Flag | None:
        """↑ above the range, ↓ below it, ``None`` inside it or where there is no number."""
        if self.high is not None and value > self.high:
            return "↑"
        return "↓" if self.low is not None and value < self.low else None


@lru_cache(maxsize=_KEPT)
def parse_result(text: str) -> Result | None:
    """The result that ``text`` is; ``None`` for an empty text."""
    plain = _plain(text)
    if not plain:
        return None
    if re.fullmatch(r"1\s?:\s?\d+.*", plain) or _THOUSANDS.search(plain):
        return Result(plain)
    if (match := _RESULT.fullmatch(_POWER.sub(r"E\g<power> ", plain))) is None:
        return Result(plain)
    rest = _REST.fullmatch(match["rest"])
    unit = normalise_unit(rest["unit"]) if rest else None
    if rest is None or (rest["unit"] and unit is None):
        return Result(plain)
    flag = _FLAGS.get(match["flag"] or rest["flag"] or "")
    return Result(plain, _decimal(match["value"]), _sign(match["sign"]), unit, flag)


@lru_cache(maxsize=_KEPT)
def parse_reference(text: str) -> Reference | None:
    """The reference range that ``text`` is; ``None`` for an empty text."""
    plain = _plain(text).strip("()[] ")
    if not plain:
        return None
    if _THOUSANDS.search(plain):
        return Reference(plain)
    if (match := _RANGE.fullmatch(plain)) and match["low"]:
        low, high = _decimal(match["low"]), _decimal(match["high"])
        if low <= high:
            return Reference(plain, low, high, normalise_unit(match["unit"]))
    if match := _BOUND.fullmatch(plain):
        bound, unit = _decimal(match["value"]), normalise_unit(match["unit"])
        if (_sign(match["sign"]) or "").startswith("<"):
            return Reference(plain, None, bound, unit)
        return Reference(plain, bound, None, unit)
    return Reference(plain)


@lru_cache(maxsize=_KEPT)
def normalise_unit(text: str) -> str | None:
    """A unit in one spelling (``×10^9/l`` → ``10^9/L``, ``umol/l`` → ``μmol/L``); ``None`` if none.

    >>> normalise_unit("*10~12/L"), normalise_unit("umol／l"), normalise_unit("见附页")
    ('10^12/L', 'μmol/L', None)
    >>> normalise_unit("mlU/mL"), normalise_unit("lU/L")
    ('mIU/mL', 'IU/L')
    """
    plain = (
        re.sub(r"\s+", "", _plain(text)).strip("()")
        if text.count("(") != 1
        else _plain(text).replace(" ", "")
    )
    if plain.lower() in _CHINESE_UNITS:
        return _CHINESE_UNITS[plain.lower()]
    plain = _EYE.sub(r"\1I", plain).rstrip(".")
    plain = re.sub(r"^[×xX*·]?10[\^*~Ee°'.]{0,2}(?=(?:9|12|6|3)/)", "10^", plain)
    plain = re.sub(r"^(10\^?(?:12|9|6|3))/[1Il|]$", r"\1/L", plain)
    plain = re.sub(r"^u(?=[A-Za-z])", "μ", plain) if plain.lower() not in ("u/l", "u/ml") else plain
    plain = plain.replace("/u", "/μ") if plain.endswith("/uL") or plain.endswith("/ul") else plain
    if (known := _PLAIN_UNITS.get(plain.lower().replace("^", ""))) is not None:
        return known
    if not plain or re.search(r"[\u4e00-\u9fff]{2,}", plain) or _UNIT.fullmatch(plain) is None:
        return None
    return plain if re.search(r"[A-Za-zμ%‰℃°]|秒|分|次|个", plain) else None


def is_unit(text: str) -> bool:
    """Whether ``text`` is one of the units that laboratories print, in whatever spelling.

    >>> is_unit("umol/l"), is_unit("*10^9/L"), is_unit("Pos")
    (True, True, False)
    """
    return (normalise_unit(text) or "").lower().replace("^", "") in _PLAIN_UNITS


def is_concentration(text: str) -> bool:
    """Whether ``text`` is a unit of so much in a volume, as laboratories alone measure.

    >>> is_concentration("umol/L"), is_concentration("10^9/L"), is_concentration("mm")
    (True, True, False)
    """
    unit = normalise_unit(text) or ""
    return is_unit(text) and re.search(r"/[dm]?L$", unit) is not None


def normalise_flag(text: str) -> Flag | None:
    """The arrow that a cell of its own holds, also as readers mistake it; ``None`` for none."""
    return _FLAGS.get(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def _plain(text: str) -> str:
    text = re.sub(r"(?<=10)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: "^" + m[1].translate(_POWERS), text)
    return clean(text).replace("～", "~").replace("∼", "~")


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _sign(text: str | None) -> str | None:
    return None if text is None else _SIGNS.get(text, text)
