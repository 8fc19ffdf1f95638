"""One cell of a manifest → text or a day, where that is exact; otherwise why it is not.

Spreadsheets keep numbers in 15 digits and turn what looks like a number or a date into one. What can be
told for certain is recovered; what cannot is refused, for an ID number with three wrong digits may be
another person's.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, TypeAlias

from openpyxl.utils.datetime import from_excel

from ocr.values.id_number import is_valid
from ocr.values.text import narrow


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula or the error of one; never evaluated."""


Cell: TypeAlias = "str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | Formula | None"


class CellTrouble(Exception):
    """A cell cannot be taken; ``code`` is a permanent code of ``intake.bulk.codes``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


_EXACT: Final = 10**15
"""Below it a spreadsheet keeps every digit of a whole number."""
_SERIALS: Final = range(10_000, 80_000)
"""Days of a spreadsheet's calendar that may be meant: 1927 to 2119."""
_SCIENTIFIC: Final = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+\d+")
_TEXT_FORMULA: Final = re.compile(r'=\s*"([^"=]*)"')
_BLANK: Final = frozenset(
    {"", "/", "\\", "-", "--", "—", "——", "无", "空", "n/a", "na", "null", "none", "nil"}
)
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")
_DAY: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s*(?P<sep>[-/.年])\s*(?P<m>\d{1,2})\s*(?:[-/.]|月)\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[T\s]\s*\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT_DAY: Final = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")


def text_of(cell: Cell) -> str:
    """The text of ``cell``, '' where it is blank or says 无 or ``/``. Raises ``CellTrouble``.

    The marks by which spreadsheets are made to keep text (``'4305…``, ``="4305…"``, a tab) are taken off.

    >>> text_of(13873901234.0), text_of('="430503196703124514"'), text_of("无")
    ('13873901234', '430503196703124514', '')
    """
    if isinstance(cell, Formula) or cell is None:
        if cell is None:
            return ""
        raise CellTrouble("BULK-021")
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, str):
        return _clean(cell)
    raise CellTrouble("BULK-032")


def id_number_of(cell: Cell) -> str:
    """The ID number in ``cell``, blanks taken out; wrong ones too, for that is for a check to say.

    A whole number of 18 digits is taken only where its check digit fits and it cannot have come from a
    spreadsheet's 15 digits. Raises ``CellTrouble``.

    >>> id_number_of("４３０５０３ 19670312 4514"), id_number_of(430503196703124514)
    ('430503196703124514', '430503196703124514')
    """
    if isinstance(cell, int) and not isinstance(cell, bool) and cell >= _EXACT:
        number = str(cell)
        if is_valid(number) and int(float(cell)) != cell:
            return number
        raise CellTrouble("BULK-022")
    number = re.sub(r"\s", "", narrow(text_of(cell))).upper()
    if lost_digits(number):
        raise CellTrouble("BULK-022")
    return number


def lost_digits(number: str) -> bool:
    """Whether ``number`` shows that a spreadsheet cut it to 15 digits: three noughts, wrong check digit."""
    return len(number) == 18 and number.isdigit() and number.endswith("000") and not is_valid(number)


def day_of(cell: Cell, calendar: dt.datetime | None) -> str:
    """The day in ``cell`` as ``YYYY-MM-DD``, '' where it is blank. Raises ``CellTrouble``.

    ``calendar`` is the day 0 of the workbook's serial numbers; ``None`` where there is no workbook, and
    then a bare serial is refused, for it may count from 1900 or from 1904.

    >>> day_of("2025年3月1日", None), day_of("2025/3/1 0:00", None), day_of(45717, dt.datetime(1899, 12, 30))
    ('2025-03-01', '2025-03-01', '2025-03-01')
    """
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, int | float) and not isinstance(cell, bool) and int(cell) in _SERIALS:
        return _from_serial(cell, calendar)
    text = narrow(text_of(cell)).strip() if not isinstance(cell, dt.time | dt.timedelta) else "?"
    if not text:
        return ""
    found = _DAY.fullmatch(text) or _COMPACT_DAY.fullmatch(text)
    try:
        return dt.date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat() if found else _no_day()
    except ValueError as error:
        raise CellTrouble("BULK-023") from error


def _from_serial(cell: float, calendar: dt.datetime | None) -> str:
    day = from_excel(cell, calendar) if calendar else None
    return day.date().isoformat() if isinstance(day, dt.datetime) else _no_day()


def _no_day() -> str:
    raise CellTrouble("BULK-023")


def _number_text(cell: float) -> str:
    if isinstance(cell, float) and not cell.is_integer():
        return repr(cell)
    if abs(cell) >= _EXACT:
        raise CellTrouble("BULK-022")
    return str(int(cell))


def _clean(cell: str) -> str:
    text = _INVISIBLE.sub("", cell).strip()
    if wrapped := _TEXT_FORMULA.fullmatch(text):
        text = wrapped[1].strip()
    if text.startswith("="):
        raise CellTrouble("BULK-021")
    text = text.removeprefix("'").strip()
    if _SCIENTIFIC.fullmatch(text):
        raise CellTrouble("BULK-022")
    return "" if text.lower() in _BLANK else text
