"""What the cells of one row of a test report say: name, result, unit, reference range and flag as texts.

Columns are told by their heads, so a cell may hold a piece of its neighbour: an arrow before a range, a
unit behind one. What stands in a wrong cell is moved only where it can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ocr.blurred_units import is_blurred_power, mark_beside, whole_unit
from ocr.mixed_rows import parted
from ocr.susceptibility import read_susceptibility
from ocr.table_marks import without_star
from ocr.table_signs import taken_off
from ocr.values.quantities import Flag, is_unit, normalise_flag, normalise_unit
from ocr.values.text import clean

_ARROWS = re.compile(r"[↑↓⬆⬇▲△▼▽⇧⇩]+")
_LETTERS = re.compile(r"(?<![A-Za-z/])[HL]{1,2}(?![A-Za-z])")
_WORDS = re.compile(r"偏[高低]|[升增]高|[降减]低|(?<![\u4e00-\u9fff])[高低](?![\u4e00-\u9fff])")
_ARROW_MISREAD = re.compile(r"(?:^|(?<=\s))[←→Vv^↕*!√](?=\s|$)|(?<=\d)\s?[*!√]+$")
"""Single marks between a result and its range that stand for an arrow."""
STAR = "*"
"""What marks a strip's result that is not as it should be, where an arrow would say nothing."""
_STARS = re.compile(r"[*＊★☆✱]{1,3}")
_NO_UNIT = re.compile(r"[-－–—一_~/\\]{1,3}")
"""Printed where a test has no unit."""
_PLAIN = re.compile(r"[<>≤≥]{0,2}\s?-?\d+(?:[.,]\d+)?")
_LEADING = re.compile(r"^(?:[HL]{1,2}\s+|个\s*)(?=[<>≤≥\d])")
_RANGE = r"\d[\d.,]*\s*(?:-{1,2}|~|～|—|至)\s*\d[\d.,]*|[<>≤≥]{1,2}\s?\d[\d.]*"
_UNIT_BEHIND = re.compile(
    rf"(?P<range>{_RANGE})\s*(?P<unit>(?:[*×xX]\s?10|[a-zA-Zμµ%‰/°个]|(?<=\s)10[\^~]?\d).*)"
)
_PER_FIELD = re.compile(
    r"(?P<range>\d{1,2}|少见|偶见|未见|无|[阴阳]性)\s*(?P<unit>个?/[HL]PF?)", re.IGNORECASE
)
"""A count in a microscope's field behind what is no range: 少见/HPF."""
_UNIT_BEFORE = re.compile(
    rf"(?P<unit>[*×xX]?\s?10[\^~]?\d{{1,2}}/[LlUu]|[A-Za-zμµ]+/[A-Za-zμµ]+|\S{{1,2}}(?=\s))\s*(?P<range>{_RANGE}|(?:弱?[阴阳]性).*)"
)
VERDICTS = ("阳性", "弱阳性", "异常")
"""What columns of marks print in place of arrows: HBsAg 3.97 阳性."""
_BEFORE_UNIT = re.compile(r"(?P<flag>[HL]{1,2}\s+|H{1,2}(?=[a-zμ1×]))(?P<unit>\S.*)")
"""A letter of the column before slid to the unit: H mmol/L."""
_FLAG_BEFORE = re.compile(r"^(?:[HL←→个]{1,2}[.\s]*|[1tTVv^|!]\s+)(?=[<>≤≥]?\s?\d[\d.]*(?:$|\s*[-~～—]))")
_LOST_DASH = re.compile(r"(\d+\.\d)\s?(\d+\.\d)|(\d+\.\d\d)\s?(\d+\.\d\d)")
"""40.075.0: two numbers of as many decimals can be parted in one way only."""
_SPECK = re.compile(r"^[.,'`·]\s*(?=弱?[阴阳]性)")
_DASH_MISREAD = re.compile(r"(?<=\d)\s?一\s?(?=\d)")
_NUMBER_BEHIND_RANGE = re.compile(r"^(\d+\.(?:\d{2}(?:-|~)\d+\.\d{2}|\d{3}(?:-|~)\d+\.\d{3}))[1-9]\d$")
"""The row number of the table beside it, read with a range of two or three decimals: 1.003-1.03026."""
_BRACKETED = re.compile(r"[\[【]([^\[\]【】]+)[\]】]$")
"""A range in square brackets, behind its mark: ↑ [3.50-5.00]."""
_STRAY_BRACKET = re.compile(r"^[)）\]](?=[<>≤≥]?\d)")
"""What is left of a name's bracket in front of its result: (UF)9518."""
_SLID_RANGE = re.compile(rf"\s*({_RANGE})$")
_SLID_NUMBER = re.compile(r"\s([<>≤≥]?\d+(?:\.\d+)?)$")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d,])")
_BEHIND_NAME = re.compile(r"\s*(?P<flag>[↑↓⬆⬇]{1,2}|(?<=\s)个)$")
"""An arrow between a name and its result: strips of blood-gas machines mark there what lies outside."""
_STROKE_BEFORE = re.compile(r"[1lI|!]\s+(?P<number>\d{2,}(?:\.\d+)?|\d\.\d+)")
"""An arrow set before its result and read as a stroke: 1 486."""
_ANGLES = str.maketrans("〈〉", "<>")
"""Brackets of titles that are read for the signs of ranges: 〈17umol/L."""
_TELLS = re.compile(r"\w|[-+±<>≤≥*＋－√○●/~～]")
"""What a result has one of at least: the buttons at a screen's foot have none, 三 □ △."""
_EMPTY = re.compile(r"[(\[]\s*[)\]]")
"""What is left of an arrow in brackets."""
_TRAILING = re.compile(r"(?<=\d)\s*[.,;:、。·'`]+$")
_MISREAD = (
    (re.compile(r"^[TYyVv](?=-谷氨酰)"), "γ"),
    (re.compile(r"^[Bß](?=2-?微球蛋白)"), "β"),
    (re.compile(r"(?<=^氯[(（])C[1I](?=[)）]$)|(?<=^氯离子[(（])C[1I](?=[)）]$)"), "Cl"),
    (re.compile(r"(?<![A-Za-z])((?:p|t|T|ct)?C|S|s|p|pC|Sa|Sp|Pa)02(?![\d.])"), r"\1O2"),
    (re.compile(r"^(?=氧化碳)"), "二"),
    (re.compile(r"^[听喷啫嘻哨睹](?=[酸碱]性粒?细胞)"), "嗜"),
    (re.compile(r"(?<=浓)[月广庄]$"), "度"),
    (re.compile(r"(?<=[胞板]数)[日曰]$"), "目"),
    (re.compile(r"^霖(?=菌)"), "霉"),
    (re.compile(r"(?<=[(（])[fF][1I](?=[)）])"), "fL"),
    (re.compile(r"(?<=[(（][ME])0(?=[%#][)）])"), "O"),
    (re.compile(r"(?<=蛋白)A[lI]c(?![A-Za-z])|(?<=Hb)A[lI]c(?![A-Za-z])"), "A1c"),
)
"""Characters that readers take for each other in names, where only one of them is a test."""
_PLUS_MINUS = re.compile(r"^[土士](?=$|[\s(])|(?<=[(（])[土士](?=[)）]$)")
_PLUSES = re.compile(r"[+＋十]{0,3}十[+＋十]{0,3}[一-]?")
_BRACKETED_SIGNS = re.compile(r"[(（][+＋十一]{1,4}[)）]")
_GLUED_UNIT = re.compile(
    r"(?P<number>[<>≤≥]?\s?-?\d[\d./]*(?<!/))\s*(?P<unit>[a-zA-Zμµ%‰°].*|/(?:[HLhl][Pp]|[uμµ][lL]).*|次/分)"
)


@dataclass(frozen=True, slots=True)
class Cells:
    """One row's cells. ``mended``: a character was read as another and put right; ``unreadable_flag``: a
    mark stands where the arrow stands and does not tell up from down; ``sign``: the arrow that a + or -
    stands for, if the range agrees."""

    name: str
    result: str
    unit: str | None
    reference: str | None
    flag: str | None
    mended: bool = False
    unreadable_flag: bool = False
    sign: Flag | None = None


def read_cells(texts: Mapping[str, str]) -> Cells | None:
    """The row that the texts of its columns make; ``None`` where there is no name or no result."""
    held = {column: clean(text) for column, text in texts.items()}
    name = held.get("name", "")
    if tested := read_susceptibility(held):
        unit = tested.unit or held.get("unit", "")
        unit, reference = normalise_unit(unit) or unit, held.get("reference") or None
        cells = Cells(name, tested.result, unit or None, reference, tested.verdict, mended=tested.unreadable)
        return cells if _has_letters(name) else None
    result, unit, reference = (held.get(c, "").translate(_ANGLES) for c in ("result", "unit", "reference"))
    reference = _BRACKETED.sub(r"\1", reference)
    result, unit, reference = parted(_STRAY_BRACKET.sub("", result), unit, reference)
    name, strayed = _without_result(name, result)
    arrow = _BEHIND_NAME.search(name)
    if arrow:
        name = name[: arrow.start()]
    own = held.get("flag", "") or (arrow["flag"] if arrow else "")
    if (bare := without_star(result)) is not None:
        own, result = own or STAR, bare
    sign, own, result, unit, reference = taken_off(own, result, unit, reference)
    if not own and (slid := _BEFORE_UNIT.fullmatch(unit)) and is_unit(slid["unit"]) and not is_unit(unit):
        own, unit = slid["flag"], slid["unit"]
    mark, unit = mark_beside(unit)
    if not own and (stroke := _STROKE_BEFORE.fullmatch(result)):
        mark, result = "!", stroke["number"]
    flag, told = _flag(own or mark, result, unit, reference)
    result, unit, reference = _without_flags(result or strayed, unit, reference)
    if not unit and (glued := _GLUED_UNIT.fullmatch(result)) and is_unit(glued["unit"]):
        result, unit = glued["number"], glued["unit"]
    if not _has_letters(name) or not _TELLS.search(result):
        return None
    read, reference = _unit_and_reference(unit, reference)
    unit = whole_unit(name, read)
    bare = _NUMBER_BEHIND_RANGE.sub(r"\1", reference)
    points = _signs(_PLUS_MINUS.sub("±", _with_points(result))), _with_points(bare)
    known = _as_known(name.rstrip("。.,，;；、:： "))
    mended = (*points, known, unit) != (result, reference, name, read)
    shown = None if _NO_UNIT.fullmatch(unit) else normalise_unit(unit) or unit or None
    return Cells(known, points[0], shown, points[1] or None, flag, mended, told is None, sign)


def _has_letters(name: str) -> bool:
    return re.search(r"[\u4e00-\u9fffA-Za-zΑ-Ωα-ω]", name) is not None


def _flag(own: str, result: str, unit: str, reference: str) -> tuple[str | None, bool | None]:
    """The arrow as ``↑`` or ``↓``, with whether its column or a neighbour's cell tells one.

    The second is ``None`` where a mark stands that cannot be told.
    """
    own = own.strip(" .·,。")
    if _STARS.fullmatch(own) and not re.search(r"^[<>≤≥]?\s?\d[\d.]*$", result):
        return STAR, True
    if own:
        arrow = _ARROWS.search(own) or _LETTERS.search(own) or _WORDS.search(own)
        flag = own if own in VERDICTS else normalise_flag(arrow.group() if arrow else own)
        unreadable = flag is None and _ARROW_MISREAD.search(own) is not None
        return flag, None if unreadable else flag is not None
    for text in (result, unit, reference):
        if arrow := _ARROWS.search(text):
            return normalise_flag(arrow.group()), True
    number, leading = _PLAIN.match(result), _LEADING.match(result)
    behind = result[number.end() :] if number else ""
    before = _FLAG_BEFORE.match(reference)
    for text in (behind, leading.group() if leading else "", before.group() if before else ""):
        if found := _LETTERS.search(text) or _WORDS.search(text) or re.search("个", text):
            return normalise_flag(found.group()), True
    if before or (behind and _ARROW_MISREAD.search(result)):
        return None, None
    return None, False


def _without_flags(result: str, unit: str, reference: str) -> tuple[str, str, str]:
    """The three texts without arrows, and without the letters that stand for arrows."""
    result, unit, reference = (_EMPTY.sub("", _ARROWS.sub("", t)).strip() for t in (result, unit, reference))
    result = _LEADING.sub("", result)
    if number := _PLAIN.match(result):
        tail = _WORDS.sub("", _LETTERS.sub("", result[number.end() :]))
        result = _EMPTY.sub("", _ARROW_MISREAD.sub("", number.group() + tail)).strip()
        result = _TRAILING.sub("", result)
    reference = _TRAILING.sub("", _FLAG_BEFORE.sub("", reference))
    reference = re.sub(r"^[.,，。、:：;；]+(?=[阴阳])", "", reference)
    return result, unit, reference.strip()


def _unit_and_reference(unit: str, reference: str) -> tuple[str, str]:
    """Both, parted where one slid into the other's column or was printed behind it (0-8mg/L)."""
    if unit and not reference and (slid := _SLID_RANGE.search(unit)):
        unit, reference = unit[: slid.start()].strip(), slid.group(1)
    if reference and not unit:
        unit, reference = _unit_beside_range(reference)
    if lost := _LOST_DASH.fullmatch(reference):
        reference = f"{lost[1] or lost[3]}-{lost[2] or lost[4]}"
    unit = unit.strip("|!':;.,，。、")
    unit = re.sub(r"(?<=m)o[1Ii](?=/)", "ol", re.sub(r"^[fF]1$", "fL", re.sub(r"/[1Il]$", "/L", unit)))
    unit = re.sub(r"^[1l](?=U/)", "I", unit).replace("μ ", "μ").replace("m^2", "m2")
    reference = _DASH_MISREAD.sub("-", _SPECK.sub("", reference))
    return unit, reference.replace("(一)", "(-)").replace("（一）", "(-)")


def _unit_beside_range(reference: str) -> tuple[str, str]:
    """Unit and range of a cell that holds both, or the unit alone."""
    behind = _UNIT_BEHIND.fullmatch(reference)
    if behind and (normalise_unit(behind["unit"]) or is_blurred_power(behind["unit"])):
        return behind["unit"], behind["range"].strip()
    if behind := _PER_FIELD.fullmatch(reference):
        return behind["unit"], behind["range"]
    if before := _UNIT_BEFORE.fullmatch(reference):
        return before["unit"], before["range"]
    return (reference, "") if is_unit(reference) or reference.startswith("/") else ("", reference)


def _with_points(text: str) -> str:
    """1,97 as 1.97: a comma before one or two digits is no thousands' mark. 1,012 stays."""
    return _DECIMAL_COMMA.sub(r"\1.\2", text) if _PLAIN.match(text) else text


def _signs(result: str) -> str:
    """Plus signs read as 十, a - alone, in brackets or behind a plus as 一: 十一 is +-."""
    signs = {ord("十"): "+", ord("一"): "-"}
    if _PLUSES.fullmatch(result) or result == "一":
        return result.translate(signs)
    return _BRACKETED_SIGNS.sub(lambda m: m.group().translate(signs), result)


def _as_known(name: str) -> str:
    """The name with letters put right that no test has: T-谷氨酰转移酶 is γ-, 氯(C1) is Cl, SO2 is no S02.

    r- for γ- is printed by some and stays.
    """
    for misread, letters in _MISREAD:
        name = misread.sub(letters, name)
    return name


def _without_result(name: str, result: str) -> tuple[str, str]:
    """Part a name from a result that slid into its column."""
    if result:
        return name, ""
    found = _SLID_NUMBER.search(name)
    return (name[: found.start()], found.group(1)) if found else (name, "")
