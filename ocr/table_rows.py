"""Rows of one table of a test report: what its columns as a whole tell about single cells.

An abbreviation glued to a name, a % read as O, an arrow that no outline was found for: one row does not
tell, the column does. Every such mending lowers the row's confidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from ocr.geometry import union
from ocr.table_cells import STAR, VERDICTS, Cells, read_cells
from ocr.table_heads import Token
from ocr.table_names import names_of
from ocr.types import Box
from ocr.values.quantities import Flag, is_unit, parse_reference, parse_result

INFERRED = 0.85
"""Most confidence of an arrow that was not read but follows from range and result."""
MENDED = 0.8
"""Most confidence of a row of which a character was put right."""
CONTRADICTED = 0.6
"""Most confidence of a row whose arrow and range disagree: one of three cells was misread."""
SHORT = 2
"""Characters of what stands for a unit, is none that is known, and was likely misread."""
FAR_OUT = 5
"""So many times beyond its range without an arrow, a result has probably lost its point."""
MOST_DECIMALS = 3
LEAST_STARS = 2
LEAST_DASHES = 3
LEAST_FORETOLD = 4
LEAST_COUNTED, NEARLY_ALL = 6, 0.8
"""From so many rows of numbers on, of which such a share has units, one without has probably lost its own."""
_UNITLESS = re.compile(
    r"(?i:pH|INR|S/?CO|SG)|酸碱度|比重|比值|[/／]|指数|系数|滴度|压积|比积|比率|国际标准化"
)
_STRANGE = re.compile(
    r"(?![钾钠氯钙镁磷铁锌铜铅硒碘锂锰镉汞砷铬铝钴钼锶钡氨氧血脓色味形量糖酮胆脂痰])[\u4e00-\u9fff]"
)
"""One character that names no element and nothing seen: 的 for 钠."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LIKE_A_DASH = re.compile(r"[-－–—一_~/\\1IlLi|!“”\"'`.·:：]{1,2}")
_NEGATIVE = re.compile(r"阴|[(（]?-[)）]?$|(?i:neg)")
_TRACE, _A_TRACE = re.compile(r"尿胆原|(?i:URO|UBG)"), re.compile(r"±|[+]-|弱阳")
"""A trace of urobilinogen is as it should be, whatever stands for its range."""
_HALF_A_UNIT = re.compile(r"[Mm]?ol/[Ll]")
"""No laboratory of a hospital tells whole moles a litre: an m or μ was lost."""
_COLON_FOR_POINT = re.compile(r"\d{1,2}[:：]\d{1,2}[-–—~～]+\d+(?:\.\d+)?")
"""3:8-5.1; a span of titres has two colons."""
_STRAYED = re.compile(r"\d[\d.]*\s?[阴阳]性")
"""A part of the result that was read with the reference: 8.0阴性."""
_USED = ("name", "result", "concentration", "zone", "verdict", "unit", "reference", "flag")
_PERCENT = re.compile(r"\$|[0Oo]{1,2}|[0Oo9]/[0Oo]|°/[0oO]|%[0Oo6]|[0Oo]%")
_LIKE_PERCENT = re.compile(r"[gGeaqQDS986541]|[49][60o]|9[0o]|a/o")
"""Also a unit's letter, or two digits: a percent only where the name says so."""
_OF_HUNDRED = re.compile(
    r"^FEV[\d.]+[%/]|糖化血红蛋白|分布宽度(?!S)|(?i:^HbA1)|比率|百分|%|分数|压积|比积|比容|比例|CV\)?$|变异系数|饱和度|缩短率|[^速频心]率$"
)
_WITH_UNIT = re.compile(rf"{_OF_HUNDRED.pattern}|[内直长短前后]径|厚度|流速|(?:间|时)期|时限|容积$")
"""Names of what no machine measures without a unit."""
_PERCENTAGE = re.compile(r"百分[比率数]|比率|%|变异系数")
"""Names whose share no laboratory gives without %: what else of a character or two stands there is one."""
_AXIS = re.compile(r"电轴|轴$|角度|夹角")
_PIECES = re.compile(r"/[LlUu]\s?\d|\d(?:[A-Z]{2}|[\u4e00-\u9fff]{3})|[\u4e00-\u9fff）)]\d{1,2}$")
_TORN = re.compile(r"\d+(?:\.\d+)?|[-~～—]\s?\d+(?:\.\d+)?|\d+(?:\.\d*)?\s?[-~～—]+|.*[-~～—]\s?0\d")
"""One end of a range, or the pieces that glare left of it: 52, 3.9-, 0.75-02."""
_LETTERS_ALONE = re.compile(
    r"(?!(?i:neg|pos|norm|trace|clear|yellow|nil|few|absent|rare|many|yes|no)|[ACGT]{2}$|AB$)[A-Za-z]{2,}"
)
"""No result nor range of any number: DIFF under a curve, or a unit in the wrong column."""
_NAMELIKE = re.compile(r"[\u4e00-\u9fff]{3}")
_TELLING = re.compile(
    r"[<>≤≥=]{0,2}\s?-?\d.*|[-+±]+|[(（][-+±]+[)）]|[弱强]?阳性?.*|阴性?.*|可疑.*|未?检出.*|未见.*|无.*|正常|异常"
    r"|高?敏感?|中介|中敏|耐药|[SIRN]|野生型.*|(?:未见|未检出|无)?(?:杂合|纯合)?(?:缺失|插入|错义|无义|移码)?突变型?.*|杂合.*|纯合.*|\*\d{1,2}[A-Z]?/\*\d{1,2}[A-Z]?.*"
    r"|[ACGT]{1,2}|[ACGT]/[ACGT]|剂量依赖.*|不敏感|非敏感|天然耐药|Pos|Neg|清晰?|透明|微?[浑混]浊?"
    r"|[淡浅深暗棕灰黑红绿褐白黄鲜酱乳]{1,3}色?(?:[\u4e00-\u9fff]{0,2}便)?|[\u4e00-\u9fff]{1,3}便"
)
"""What a result looks like where a table has no more columns than name and result."""


@dataclass(frozen=True, slots=True)
class TestRow:
    """One line of a report; ``confidence`` is its weakest character's, or less where a cell is doubted."""

    values: Mapping[str, str | None]
    raw: str
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Draft:
    """One row of a table as its columns hold it; ``rest``: the end of its name, set on the line below."""

    tokens: Mapping[str, Sequence[Token]]
    rest: Token | None = None

    def used(self) -> list[Token]:
        """The tokens that the row's cells come from, in the order of the columns."""
        held = [t for column in _USED for t in self.tokens.get(column, ())]
        return [*held, self.rest] if self.rest else held


def read_rows(drafts: Sequence[Draft], columns: Set[str], *, flagged: bool) -> list[TestRow | None]:
    """The rows of one table; ``None`` for what is none.

    ``columns``: those that the table has; ``flagged``: a table beside it prints arrows.
    """
    cells = _without_dashes(_cells(drafts))
    starred = sum(c is not None and c.flag == STAR for c in cells) >= LEAST_STARS
    if not columns & {"unit", "reference", "flag"}:
        cells = [c if c and _TELLING.fullmatch(c.result) else None for c in cells]
    headed = "flag" in columns
    foretold = _are_foretold(cells)
    gaps = _gaps(cells)
    return [
        None
        if c is None
        else _row(
            draft,
            c,
            flagged=flagged or headed,
            headed=headed,
            united="unit" in columns,
            starred=starred,
            doubtful=not foretold and _is_doubtful_range(c),
            whole=not gap,
        )
        for draft, c, gap in zip(drafts, cells, gaps, strict=True)
    ]


def _gaps(cells: Sequence[Cells | None]) -> list[bool]:
    """Whether each row is a number without the unit or the range that nearly all others of its table have."""
    numbers = [
        c is not None and (n := parse_result(c.result)) is not None and n.value is not None for c in cells
    ]
    counted = [c for c, n in zip(cells, numbers, strict=True) if c is not None and n]
    if len(counted) < LEAST_COUNTED:
        return [False] * len(cells)
    united = sum(c.unit is not None for c in counted) >= NEARLY_ALL * len(counted)
    ranged = sum(c.reference is not None for c in counted) >= NEARLY_ALL * len(counted)
    return [
        c is not None
        and n
        and ((united and c.unit is None and not _UNITLESS.search(c.name)) or (ranged and c.reference is None))
        for c, n in zip(cells, numbers, strict=True)
    ]


def _are_foretold(cells: Sequence[Cells | None]) -> bool:
    """Whether a table's references are single numbers all through: what was to be expected, and no ranges."""
    held = [c.reference for c in cells if c is not None and c.reference]
    return len(held) >= LEAST_FORETOLD and all(_NUMBER.fullmatch(r) for r in held)


def prints_flags(drafts: Sequence[Draft]) -> bool:
    """Whether any row of a table holds an arrow or a letter for one."""
    return any(c is not None and c.flag in ("↑", "↓") for c in _cells(drafts))


def _cells(drafts: Sequence[Draft]) -> list[Cells | None]:
    names = names_of([d.tokens.get("name", ()) for d in drafts], [_number(d) for d in drafts])
    return [
        read_cells({c: " ".join(t.text for t in tokens) for c, tokens in d.tokens.items()} | {"name": name})
        for d, name in zip(drafts, names, strict=True)
    ]


def _number(draft: Draft) -> int | None:
    """The row's number, where it stands alone before the name."""
    texts = [t.text.strip(".、") for t in draft.tokens.get("other", ())[:1]]
    return int(texts[0]) if texts and re.fullmatch(r"\d{1,2}", texts[0]) else None


def _row(
    draft: Draft,
    cells: Cells,
    *,
    flagged: bool,
    headed: bool,
    united: bool,
    starred: bool,
    doubtful: bool,
    whole: bool,
) -> TestRow:
    """The row with its unit mended and its arrow held against the range, which may be ``doubtful``.

    ``headed``: arrows have a column; ``united``: units have one; ``starred``: stars mark results of strips;
    ``whole``: it has the cells that the rows beside it have.
    """
    unit, most = _unit(cells, united=united)
    if cells.mended:
        most = min(most, MENDED)
    if _HALF_A_UNIT.fullmatch(unit or "") or _COLON_FOR_POINT.fullmatch(cells.reference or ""):
        most = min(most, MENDED)
    lettered = any(_LETTERS_ALONE.fullmatch(text) for text in (cells.result, cells.reference or ""))
    if doubtful or lettered or _STRAYED.match(cells.reference or "") or _STRANGE.fullmatch(cells.name):
        most = min(most, CONTRADICTED)
    if not whole:
        most = min(most, INFERRED)
    by_range, far = _flag_by_range(cells)
    flag = cells.flag
    if unit in ("H", "L") and by_range == {"H": "↑", "L": "↓"}[unit]:
        unit, flag, most = None, by_range, MENDED
    if flag is not None and flag not in VERDICTS and by_range is not None and by_range != flag:
        most = min(most, CONTRADICTED)
    if flag is None and cells.sign is not None:
        flag = by_range if by_range == cells.sign else None
        if (by_range or cells.sign == "↑") and flag is None:
            most = min(most, CONTRADICTED)
    elif flag is None and (flagged or cells.unreadable_flag) and not _is_off(cells):
        flag = by_range
        if cells.unreadable_flag or far:
            most = min(most, MENDED if by_range else CONTRADICTED)
        elif flag and not headed:
            most = min(most, INFERRED)
    elif flag is None and headed and _is_off(cells):
        trace = _TRACE.match(cells.name) is not None and _A_TRACE.match(cells.result) is not None
        flag, most = STAR if starred and not trace else None, min(most, INFERRED)
    name = cells.name + (draft.rest.text if draft.rest else "")
    values = {"name": name, "result": cells.result, "unit": unit, "reference": cells.reference, "flag": flag}
    used = draft.used()
    measured = [c.confidence for t in used for c in t.chars if c.confidence is not None]
    raw = " ".join(t.text for t in used)
    confidence = min(*measured, most) if measured else None
    return TestRow(values, raw, union([t.box for t in used]), confidence)


def _unit(cells: Cells, *, united: bool) -> tuple[str | None, float]:
    """The unit, a % or ° put right that was read as letters or digits, and the most confidence left."""
    unit = cells.unit
    number = parse_result(cells.result)
    if unit is not None and len(unit) <= SHORT and not is_unit(unit):
        unit = unit.rstrip(".,。")
    percent = united and number is not None and number.value is not None and _WITH_UNIT.search(cells.name)
    if unit is None and (_AXIS.search(cells.name) or percent):
        return None, MENDED  # the smallest of signs is easily lost
    if unit is None or (is_unit(unit) and not _OF_HUNDRED.search(cells.name)):
        return unit, 1.0
    named = _PERCENTAGE.search(cells.name) is not None and len(unit) <= SHORT and not is_unit(unit)
    if not (named or _PERCENT.fullmatch(unit) or _LIKE_PERCENT.fullmatch(unit)):
        doubted = not is_unit(unit) and (len(unit) <= SHORT or unit.isdigit() or _NAMELIKE.search(unit))
        return unit, CONTRADICTED if doubted else 1.0
    if _AXIS.search(cells.name):
        return "°", MENDED
    share = number is not None and number.value is not None and 0 <= number.value <= 100
    if share and (named or _PERCENT.fullmatch(unit) or _OF_HUNDRED.search(cells.name)):
        return "%", MENDED
    return unit, CONTRADICTED


def _without_dashes(cells: Sequence[Cells | None]) -> list[Cells | None]:
    """The rows without the marks of a column of units that stand for none, however they were read.

    What may be a unit (L) stays, doubted.
    """
    marks = [c is not None and _LIKE_A_DASH.fullmatch(c.unit or "") is not None for c in cells]
    if (
        sum(m and c is not None and not is_unit(c.unit or "") for m, c in zip(marks, cells, strict=True))
        < LEAST_DASHES
    ):
        return list(cells)
    return [
        replace(c, unit=c.unit if is_unit(c.unit or "") else None, mended=True) if c and m else c
        for m, c in zip(marks, cells, strict=True)
    ]


def _is_off(cells: Cells) -> bool:
    """Whether a strip's result is another than the negative one that it should be: 2+, ±, 阳性."""
    wanted = _NEGATIVE.match(cells.reference or "") is not None
    return wanted and re.match(r"\d?\+|±|\+|弱?阳", cells.result) is not None


def _is_doubtful_range(cells: Cells) -> bool:
    """Whether the range is torn or holds a piece of something else: an end with far more decimals, a unit."""
    text = cells.reference or ""
    decimals = [len(d) for d in re.findall(r"\d+(?:\.(\d+))?", text)]
    span = re.fullmatch(r"(\d+(?:\.\d+)?)\s?(?:-{1,2}|[~～—])\s?(\d+(?:\.\d+)?)", text)
    if _TORN.fullmatch(text) or (span and Decimal(span[1]) > Decimal(span[2])):
        return True
    odd = len(decimals) == 2 and decimals[1] > decimals[0] + 1 and decimals[1] > MOST_DECIMALS
    return odd or _PIECES.search(text) is not None


def _flag_by_range(cells: Cells) -> tuple[Flag | None, bool]:
    """The arrow that result and range make, and whether the result lies far beyond the range."""
    value, span = parse_result(cells.result), parse_reference(cells.reference or "")
    if value is None or value.value is None or span is None:
        return None, False
    far = bool(span.high and value.value > FAR_OUT * span.high) or bool(
        span.low and Decimal(0) < value.value * FAR_OUT < span.low
    )
    return span.flag_of(value.value), far
