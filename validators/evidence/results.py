"""Results of tests on reports: rows of tables and numbers in running text, as spans that can be compared."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ocr.types import Source
from ocr.values.quantities import Flag, parse_reference, parse_result
from ocr.values.text import fold
from validators.certainty import CERTAIN, READABLE, at_least
from validators.evidence.leaves import Bounds
from validators.evidence.quantity import Amount
from validators.evidence.test_items import TestItem, is_item, spellings_of
from validators.papers import Paper
from validators.verdict import Evidence

_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")
_NEGATIVE = re.compile(
    r"阴性|未检出|未见|低于检测|[无非]反应|敏感|NEG|TND|^\(?-\)?$|^阴$|^无$|^S$", re.IGNORECASE
)
_POSITIVE = re.compile(r"弱?阳性?|检出|POS|^\(?\+{1,4}\)?|^[1-4]\+|反应性|耐药|^R$|有$", re.IGNORECASE)
_TITRE = re.compile(r"[<>]?1\s?:\s?(\d+)")
_NUMBER = r"(?P<sign>[<>≤≥])?(?P<value>[-+]?\d+(?:\.\d+)?)(?!\d|[.,]\d)"
_ANOTHER = re.compile(r"(?:(?<=[\da-zA-Z)%])-|[~,、/(至到→])[-+]?\d")
"""A number that follows another without a name of its own: T值-1.2(L1),-3.2(L2)."""
_NEAR = 24
"""Letters behind a number in which the next one may belong to the same name."""
_PRESSURE = re.compile(r"(\d{2,3})/(\d{2,3})mmHg", re.IGNORECASE)
"""A blood pressure, parted into its two numbers."""
_MINUS = re.compile(r"负(?=\d)")
_URINE = re.compile(r"(?:标本|样本)(?:类型|种类|名称)?[:：]?(?:24小时|晨|随机|中段)?尿")


@dataclass(frozen=True, slots=True)
class Result:
    """One result. ``low``–``high`` in the item's own unit, ``None`` without a comparable number."""

    paper: Paper
    item: TestItem
    shown: str
    low: Decimal | None
    high: Decimal | None
    flag: Flag | None
    state: str | None
    evidence: Evidence
    readable: bool
    certain: bool


def results_on(paper: Paper, item: TestItem) -> Iterator[Result]:
    """Every result of ``item`` on ``paper``."""
    if item.specimen == "血" and any(_URINE.search(fold(line)) for line in paper.lines()):
        return
    found = list(_in_table(paper, item))
    yield from found or _in_text(paper, item)


def within_bounds(result: Result, bounds: Bounds) -> bool | None:
    """Whether the result surely is inside, surely not, or cannot be told (another unit, ``<`` of more).

    >>> from validators.evidence.leaves import Bounds
    >>> bounds = Bounds.model_validate({"at_least": "707 μmol/L"})
    >>> bounds_hold(Decimal(707), Decimal(707), bounds, lambda amount: amount.value)
    True
    """
    if result.low is None or result.high is None:
        return None
    return bounds_hold(result.low, result.high, bounds, lambda amount: _own(amount, result.item))


def bounds_hold(
    low: Decimal, high: Decimal, bounds: Bounds, own: Callable[[Amount], Decimal | None]
) -> bool | None:
    """The same of a bare span; ``own`` turns a bound into the unit of the span."""
    answers: list[bool | None] = []
    held = (
        (bounds.at_least, operator.ge),
        (bounds.at_most, operator.le),
        (bounds.above, operator.gt),
        (bounds.below, operator.lt),
    )
    for amount, test in held:
        if amount is None:
            continue
        bound = own(amount)
        if bound is None:
            return None
        ends = {bool(test(low, bound)), bool(test(high, bound))}
        answers.append(ends.pop() if len(ends) == 1 else None)
    return False if False in answers else None if None in answers else True


def _own(amount: Amount, item: TestItem) -> Decimal | None:
    return item.convert(amount.value, amount.unit or item.unit)


def is_in_state(result: Result, state: str) -> bool | None:
    """Whether a result is positive, negative, high, low or abnormal; ``None`` where it cannot be told."""
    if state in ("high", "low"):
        wanted = "↑" if state == "high" else "↓"
        return None if result.flag is None and result.state != "inside" else result.flag == wanted
    outside = result.flag if state != "abnormal" else "↑" if result.flag else None
    positive = result.state == "positive" or outside == "↑"
    negative = result.state in ("negative", "inside") or outside == "↓"
    if positive == negative:
        return None
    return negative if state == "negative" else positive


def _in_table(paper: Paper, item: TestItem) -> Iterator[Result]:
    for value in paper.values("test_items"):
        row = value.field.value
        if isinstance(row, Mapping) and is_item(str(row.get("name") or ""), item):
            f = value.field
            sure = at_least(f.confidence, CERTAIN, f.source)
            certain = sure and paper.kind_is_sure and paper.is_unfaulted(f.page)
            yield _result(paper, item, row, value.evidence, value.is_readable, certain)


def _result(
    paper: Paper,
    item: TestItem,
    row: Mapping[str, str | None],
    evidence: Evidence,
    readable: bool,
    certain: bool,
) -> Result:
    text, unit = str(row.get("result") or ""), row.get("unit")
    parsed, reference = parse_result(text), parse_reference(str(row.get("reference") or ""))
    low = high = None
    flag: Flag | None = "↑" if row.get("flag") == "↑" else "↓" if row.get("flag") == "↓" else None
    state = _state(text)
    if parsed is not None and parsed.value is not None:
        number = item.convert(parsed.value, unit or parsed.unit)
        low, high = _span(_as_signed(item, number, text), parsed.sign)
        by_range = reference.flag_of(parsed.value) if reference else None
        flag = flag or parsed.flag or by_range
        ranged = reference is not None and (reference.low is not None or reference.high is not None)
        state = state or ("outside" if flag else "inside" if ranged else None)
    state = state or _by_titre(text, str(row.get("reference") or ""))
    shown = f"{item.name} {text} {unit or ''}".strip()
    return Result(paper, item, shown, low, high, flag, state, evidence, readable, certain)


def _as_signed(item: TestItem, number: Decimal | None, printed: str) -> Decimal | None:
    """``number``, or ``None`` where a minus may have been lost: T值 3.1 is more likely −3.1."""
    lost = item.signed and number is not None and number > 0 and "+" not in fold(printed)
    return None if lost else number


def _state(text: str) -> str | None:
    plain = fold(text)
    if _NEGATIVE.search(plain):
        return "negative"
    return "positive" if _POSITIVE.search(plain) else None


def _by_titre(text: str, reference: str) -> str | None:
    """1:320 against a reference of <1:100; without a reference a titre says nothing."""
    found, bound = _TITRE.search(fold(text)), _TITRE.search(fold(reference))
    if not found or not bound:
        return None
    return "positive" if int(found[1]) >= int(bound[1]) else "negative"


def _span(number: Decimal | None, sign: str | None) -> tuple[Decimal | None, Decimal | None]:
    """The least and greatest value meant; an open end is taken one step inside."""
    if number is None:
        return None, None
    step = Decimal("0.000001")
    if sign in ("<", "<="):
        return _LEAST, number if sign == "<=" else number - step
    if sign in (">", ">="):
        return number if sign == ">=" else number + step, _MOST
    return number, number


def _in_text(paper: Paper, item: TestItem) -> Iterator[Result]:
    """``左肾结石，大小约0.8cm``, ``T值：-3.1``: the first number with a fitting unit behind the name."""
    names = tuple(name for name in spellings_of(item) if len(name) > 1)
    if not names:
        return
    pattern = _number_behind(names, has_unit=item.unit is not None)
    for page in paper.pages:
        for line in page.lines:
            text = _PRESSURE.sub(r"\1mmHg;舒张压\2mmHg", _MINUS.sub("-", fold(line.text)))
            for match in pattern.finditer(text):
                unit, sign = match["unit"], {"≤": "<=", "≥": ">="}.get(match["sign"], match["sign"])
                number = item.convert(Decimal(match["value"]), unit if item.unit else None)
                if number is None:
                    continue
                low, high = _span(_as_signed(item, number, match["value"]), sign)
                where = Evidence(paper.file, page.number, "text", line.text, line.box, line.confidence)
                readable = at_least(line.confidence, READABLE, page.source)
                certain = at_least(line.confidence, CERTAIN, page.source) or page.source is Source.TEXT_LAYER
                alone = not _ANOTHER.search(text[match.end() : match.end() + _NEAR])
                sure = certain and alone and paper.kind_is_sure and paper.is_unfaulted(page.number)
                shown = f"{item.name} {match['value']} {unit or ''}".strip()
                yield Result(paper, item, shown, low, high, None, None, where, readable, sure)


@lru_cache(maxsize=512)
def _number_behind(names: tuple[str, ...], *, has_unit: bool) -> re.Pattern[str]:
    """The first number behind one of ``names``, with what may be its unit; a name of a number without one
    stands as a word of its own."""
    named = f"(?:{'|'.join(map(re.escape, names))})(?![A-Za-z])"
    unit = r"(?P<unit>[a-zA-Z%μ][a-zA-Z0-9/%μ²³.·*^()]*|次/24h|岁|厘米|毫米汞柱|毫米)?"
    gap = rf"{named}[^\d<>≤≥。;；\n]{{0,14}}"
    if not has_unit:
        gap = rf"(?<![A-Za-z\u4e00-\u9fff]){named}[^\d<>≤≥。;；\n+-]{{0,14}}"
    return re.compile(rf"{gap}{_NUMBER}\s?{unit}", re.IGNORECASE)
