"""The disease that a form claims: ticked in a list, told in its title, or said in a sentence.

What a label 申请病种 asks for and a printer filled in is read as every other value. Here is the rest: boxes
before the names of a catalogue; 门诊特殊慢性病（高血压）认定表; 现申请认定肝硬化特殊疾病门诊.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ocr.geometry import overlap
from ocr.labels import find_labels
from ocr.layout import Run
from ocr.reading_order import flat_text
from ocr.reliance import LOOSELY, bounded
from ocr.sheet_fields import Sheet
from ocr.slots import Slot
from ocr.tick_lists import TickList, find_lists
from ocr.types import DocumentKind as K
from ocr.values.diseases import looks_like_disease, without_marks
from ocr.values.text import fold, narrow

_CLAIMING = frozenset({K.APPLICATION_FORM, K.RECOGNITION_FORM})
_ABOUT_ONE = frozenset({K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER})
"""Letters whose sentence names the disease: 代为办理支气管哮喘门诊慢特病资格认定."""
LEAST_ASKED, LEAST_DISEASES = 2, 3
"""Diseases that a list names at least, behind a label for the disease and without one."""
_MOST = 0.5
"""Share of a list's options that must name diseases where no label says what the list is."""
_OTHER_LISTS = re.compile(
    r"并发症|合并|既往|病史|标准|依据|条件|症状|体征|材料|资料|检查|附件|家族|过敏|意见|结论"
)
_CATALOGUE = (
    r"(?:门诊)?(?:慢性特殊病|特殊慢性病|慢特病|特慢病|慢性病(?!毒)|特殊疾病|特殊病种?|特定病种|慢病|特病"
    r"|门特|门慢|大病|重症|重大疾病|特殊门诊)"
)
_IN_TITLE = re.compile(
    rf"{_CATALOGUE}[^()]{{0,6}}\((?P<claim>[^()]{{2,24}}(?:\([^()]*\))?[^()]*)\)[^,。;]{{0,12}}[表书单卡证]$"
)
_BEFORE_TITLE = re.compile(rf"^(?P<claim>[^,。;:]{{2,30}}?){_CATALOGUE}[^,。;]{{0,14}}[表书单卡证]$")
_PLACE = re.compile(r"^.{2,12}?(?:特别行政区|自治[区州县旗]|省|市|县|区|州|旗)(?!域|卒)")
_ASKED = (
    r"(?:申[请报](?!人)|申办|办理|要求|请求|请予|准予|同意|建议|拟)"
    r"(?:办理|认定|享受|鉴定|核准|登记|确认|纳入|列入|将|为|予以|给予|参加|本人|我|其|的|对)*"
)
_IN_SENTENCE = (
    re.compile(r"\((?:申请|申报)?病种(?:名称)?[:为](?P<claim>[^,。;:()]{2,30}(?:\([^()]*\))?)\)"),
    re.compile(
        rf"{_ASKED}[\"“'‘(]?(?P<claim>[^,。;:\"”'’]{{2,30}}?)[\"”'’)]?(?:病种)?(?:的|为|纳入|列入|享受)?{_CATALOGUE}(?!管理|政策|相关|有关)"
    ),
    re.compile(
        rf"{_ASKED}{_CATALOGUE}(?:病种|待遇|资格|认定)*(?:为|是|:|\(|\"|“)+(?P<claim>[^,。;:()\"”]{{2,30}}(?:\([^()]*\))?)"
    ),
    re.compile(
        rf"(?<![不未])(?:符合|达到|认定为|核定为|确认为|鉴定为)(?P<claim>[^,。;:不]{{2,30}}?){_CATALOGUE}(?:的)?(?:病种)?(?:待遇)?(?:认定|鉴定|准入|资格|标准|条件)"
    ),
    re.compile(
        r"(?<![不未])(?:符合|达到|具备)(?P<claim>[^,。;:不《》]{2,30}?)(?:病种)?(?:的)?(?:认定|鉴定|准入)(?:标准|条件)"
    ),
    re.compile(
        rf"{_CATALOGUE}\((?P<claim>[^、,。;:()]{{2,30}}(?:\([^()]*\))?)\)"
        r"(?:病种|门诊)?(?:的)?(?:待遇|资格|认定|鉴定|申[请报]|备案)"
    ),
)
_ILL = re.compile(
    r"(?:因患有?|身患|患有|罹患|所患|(?:申请人|参保人员?|本人|其)患(?!者))(?:的)?(?P<claim>[^,。;:]{2,30}?)"
    r"(?=[,。;]|需|行动|不便|且|并(?!发)|[特现]?申[请报办])"
)
"""In a letter about out-patient treatment, what the patient suffers from: 因患类风湿关节炎，行走不便."""
_CODE = re.compile(r"(?:病种|疾病|慢病|慢特病)(?:编码|代码|编号)[:：]?")
_CARD = 2.5
"""Text heights between a disease and the first line about it, on a screen's card."""
_UNTICKED = re.compile(r"(?:\(\s?\)|[□☐○])\s?(?:\d\s?[.、])?\s?$")
"""Before what a letter lists and nobody chose: （ ）2.异地就医备案."""
_VERBS = re.compile(r"(?:办理|申请|申报|享受|参加|认定|核准|确认|[的为])+")
"""What is done about the disease before its name: 符合办理高血压门诊慢特病待遇."""
SAID = 0.9
"""Confidence that a disease said in a sentence or a title is the one claimed, at most."""


def fill_in_claims(sheet: Sheet) -> None:
    """Add the diseases claimed where no label gave one; of a list to tick, only what is ticked."""
    lists = find_lists(sheet.runs)
    asked = [found for found in lists if _is_asked_for(found, sheet.slots) and _named(found) >= LEAST_ASKED]
    if asked:
        sheet.found.pop("claimed_disease", None)  # a line of the list, not what was chosen from it
        _add_ticked(sheet, asked)
    if sheet.kind in _ABOUT_ONE and sheet.lacks("claimed_disease"):
        _claim_in_sentence(sheet)
    if sheet.kind not in _CLAIMING:
        return
    if not asked and sheet.lacks("claimed_disease"):
        _add_ticked(sheet, [found for found in lists if _is_catalogue(found, sheet.runs)])
    if sheet.lacks("claimed_disease"):
        _claim_in_title(sheet)
    if sheet.lacks("claimed_disease"):
        _claim_in_sentence(sheet)
    if sheet.lacks("claimed_disease"):
        _claims_over_codes(sheet)


def _add_ticked(sheet: Sheet, lists: Iterable[TickList]) -> None:
    for option in (o for found in lists for o in found.options):
        claim = without_marks(option.text)
        if option.ticked and looks_like_disease(claim):
            _add(sheet, claim, option.joined(), option.confidence)


def _is_asked_for(found: TickList, slots: Iterable[Slot]) -> bool:
    """Whether a label for the disease stands in the list, left of it, or right above it."""
    x0, y0, x1, y1 = found.box
    for slot in slots:
        label = slot.label
        _, top, _, bottom = label.cell_box or label.box
        beside = overlap(top, bottom, y0, y1) > 0 and label.box[0] < x1
        gap = y0 - label.box[3]
        above = 0 <= gap < 2.5 * label.height and overlap(label.box[0], label.box[2], x0, x1) > 0
        if slot.concept == "disease" and (beside or above):
            return True
    return False


def _named(found: TickList) -> int:
    return sum(looks_like_disease(without_marks(o.text)) for o in found.options)


def _is_catalogue(found: TickList, runs: Sequence[Run]) -> bool:
    """Whether most of a list's options are diseases, and nothing before it says that they are not claimed."""
    named = _named(found)
    if named < LEAST_DISEASES or named < _MOST * len(found.options):
        return False
    x0, y0, _, y1 = found.box
    heads = [r for r in runs if r.box[2] <= x0 + r.height and overlap(r.box[1], r.box[3], y0, y1) > 0]
    return not any(_OTHER_LISTS.search(r.text) for r in heads)


def _claims_over_codes(sheet: Sheet) -> None:
    """What heads the cards of a telephone's screen: a disease, and under it its code and its dates."""
    for label in sheet.runs:
        over = [
            r
            for r in sheet.runs
            if 0 < label.box[1] - r.box[3] < _CARD * label.height
            and abs(r.box[0] - label.box[0]) < label.height
        ]
        head = max(over, key=lambda r: r.box[1], default=None)
        if head is None or not _CODE.fullmatch(fold(label.text)):
            continue
        claim = without_marks(head.text)
        if looks_like_disease(claim) and not find_labels(claim):
            _add(sheet, claim, head, bounded(head.confidence, LOOSELY))


def _claim_in_title(sheet: Sheet) -> None:
    for run in sheet.runs:
        text = narrow(run.text)
        if run.box[1] > sheet.height / 3 or " " in text.strip():
            continue
        for form in (_IN_TITLE, _BEFORE_TITLE):
            found = form.search(text)
            if not found:
                continue
            claim = run.text[found.start("claim") : found.end("claim")]
            while (place := _PLACE.match(claim)) and not looks_like_disease(place.group()):
                claim = claim[place.end() :]
            if looks_like_disease(claim):
                start = found.end("claim") - len(claim)
                part = run.part(start, found.end("claim"))
                if part:
                    _add(sheet, claim, part, part.confidence)
                    return


def _claim_in_sentence(sheet: Sheet) -> None:
    """现申请认定肝硬化特殊疾病门诊: the disease between what is asked and what it is asked as."""
    strip = flat_text(sheet.runs)
    plain = narrow(strip.text)
    told = (_ILL,) if sheet.kind in _ABOUT_ONE and re.search(_CATALOGUE, plain) else ()
    for form in (*_IN_SENTENCE, *told):
        for found in form.finditer(plain):
            if _UNTICKED.search(plain, 0, found.start()):
                continue
            start, end = found.span("claim")
            done = _VERBS.match(plain, start, end)
            start = done.end() if done else start
            claim = without_marks(strip.text[start:end])
            if looks_like_disease(claim) and not find_labels(claim):
                chars = strip.chars[start:end]
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                most = LOOSELY if form is _ILL else 1.0
                _add(sheet, claim, run, bounded(run.confidence, most))
                return


def _add(sheet: Sheet, claim: str, run: Run, confidence: float | None) -> None:
    value = narrow(claim).replace(" ", "").replace("(", "（").replace(")", "）")
    if value.count("（") == value.count("）") + 1:
        value += "）"  # the last bracket is what readers lose at the end of a line
    sheet.add("claimed_disease", value, run)
    found = sheet.found["claimed_disease"]
    sure = SAID if confidence is None else min(SAID, round(confidence, 4))
    found[-1] = replace(found[-1], confidence=None if confidence is None else sure)
