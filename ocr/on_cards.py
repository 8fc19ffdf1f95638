"""What cards, booklets and letters of insurance print without a label that says so.

2021年11月25日签发 in a household register; the place under the number on an e-voucher; 编号 of a booklet,
which is the card's number; the office that a pledge for treatment elsewhere goes to, that of the place
insured.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ocr.layout import Run, right_of, same_row
from ocr.other_numbers import UNVERIFIED
from ocr.reading_order import rows_of
from ocr.reliance import HALF, LOOSELY, bounded
from ocr.schema import CARDS
from ocr.sheet_fields import Sheet
from ocr.strips import join_rows
from ocr.types import DocumentKind as K
from ocr.types import Field
from ocr.values import ethnicity
from ocr.values.dates import find_dates
from ocr.values.id_number import find_id_numbers
from ocr.values.text import fold

_ISSUED = re.compile(
    r"(?P<day>(?:19|20)\d\d\D{1,2}\d{1,2}\D{1,2}\d{1,2}日?)\s*(?:签发|颁发|制发|发证|填发)$"
    r"|^[登签填]?[发写]?记?日期\s*[:：]\s*(?P<worn>(?:19|20)\d\d\D{1,2}\d{1,2}\D{1,2}\d{1,2}日?)$"
)
"""The day on a card of a register; its label may have lost its beginning under the seal: 记日期：…."""
_PLACE = re.compile(
    r"(?!国家|中华|全国)[\u4e00-\u9fff]{2,14}?(?:(?:自治)?[区县旗州盟]|市|省|[市省](?:直|本级)|兵团|师)"
)
_BOOKLET = re.compile(
    r"(?:医疗|待遇|就医|就诊|慢性?病|慢特病|特殊病|特病|门诊|资格)(?:证|本|手册|卡)(?:\(.*\))?$"
)
_NUMBER = re.compile(
    r"\s*(?P<number>[\u4e00-\u9fff]{0,4}[\s字第(\[〔]{0,3}[A-Za-z]{0,4}[-—]?\d[\d\-—()\[\]〔〕A-Za-z]{3,18})号?\s*"
)
_BARE_NUMBER = re.compile(r"\s*(?:证|编)\s*号\s*[:：]?\s*")
_ADDRESSED = re.compile(
    rf"(?:致|尊敬的)?[:：\s]*(?P<place>{_PLACE.pattern})\s*(?:医疗?保障?|社会?保险?|人力资源)[\u4e00-\u9fff]{{0,10}}"
    r"(?:机构|局|中心|处|所)\s*[:：]"
)
_FILED_WITH = frozenset({K.COMMITMENT_LETTER})
_WITH_WHOLE_DAYS = frozenset({K.ID_CARD_FRONT, K.ID_SELFIE})
_SECOND_PERSON = re.compile(r"代办|代理|监护|受托|委托|联系人|家属|经办人身份")
_WORN = re.compile(r"(?:身.{0,2}证|份证|社.保.|社会.{0,2}号|保障号|证件|证号|号码).{0,3}$")
_SEX_AND_PEOPLE = re.compile(r"性别民族(?P<sex>[男女])(?P<people>[\u4e00-\u9fff]{1,5})")
"""Two labels and then both values, as permits set them: 性别 民族 男 土家."""
HEAD = 0.35
"""Part of the page's height above which a letter names whom it is addressed to."""


def fill_in_card(sheet: Sheet) -> None:
    """Add what is missing still of these, each on papers of its kind."""
    if sheet.kind in CARDS and sheet.lacks("sex", "ethnicity"):
        _sex_and_people(sheet)
    if sheet.kind in CARDS and sheet.lacks("birth_date"):
        _birth_as_numbered(sheet)
    if sheet.kind in _WITH_WHOLE_DAYS:  # a day that was not read, on cards that print every one
        told = sheet.found.get("birth_date", [])
        sheet.found["birth_date"] = [_doubted(f) if len(str(f.value)) == len("1967-03") else f for f in told]
    if sheet.kind is K.HOUSEHOLD_REGISTER and sheet.lacks("issue_date"):
        _issued(sheet)
    if sheet.kind is K.INSURANCE_VOUCHER and sheet.lacks("insured_place"):
        _place_on_voucher(sheet)
    if sheet.kind is K.RECOGNITION_FORM and sheet.lacks("card_number"):
        _number_of_booklet(sheet)
    if sheet.kind is K.RECOGNITION_FORM and sheet.lacks("id_number", "id_number_unverified"):
        _number_behind_worn_label(sheet)
    if sheet.kind in _FILED_WITH and sheet.lacks("insured_place"):
        _office_addressed(sheet)


def _sex_and_people(sheet: Sheet) -> None:
    for row in rows_of(sheet.runs):
        strip = join_rows([row])
        places = [n for n, c in enumerate(strip.text) if not c.isspace()]
        found = _SEX_AND_PEOPLE.match("".join(strip.text[n] for n in places))
        people = ethnicity.normalise(found["people"]) if found else None
        if found and people:
            for name, group, value in (("sex", "sex", found["sex"]), ("ethnicity", "people", people)):
                chars = tuple(strip.chars[places[n]] for n in range(*found.span(group)))
                sheet.add(name, value, Run("".join(c.text for c in chars), chars, None, vertical=False))
            return


def _doubted(field: Field) -> Field:
    return replace(field, confidence=bounded(field.confidence, HALF))


def _birth_as_numbered(sheet: Sheet) -> None:
    """The date on a card that its ID number holds as the day of birth; its label was not read (GB 11643)."""
    numbers = [str(f.value) for f in (*sheet.found.get("id_number", []), *sheet.found.get(UNVERIFIED, []))]
    for run in sheet.runs:
        for date, start, end in find_dates(run.text):
            if any(number[6:14] == date.iso.replace("-", "") for number in numbers):
                sheet.add("birth_date", date.iso, run, start, end)
                return


def _issued(sheet: Sheet) -> None:
    for run in sheet.runs:
        found = _ISSUED.search(run.text.strip())
        dates = find_dates(found["day"] or found["worn"]) if found else []
        if found and dates:
            sheet.add("issue_date", dates[0][0].iso, run, most=LOOSELY if found["worn"] else 1.0)
            return


def _place_on_voucher(sheet: Sheet) -> None:
    """The one run of the upper half that is a place and nothing else."""
    places = [r for r in sheet.runs if r.box[1] < sheet.height / 2 and _PLACE.fullmatch(r.text.strip())]
    if len(places) == 1:
        sheet.add("insured_place", places[0].text.strip(), places[0], most=LOOSELY)


def _number_of_booklet(sheet: Sheet) -> None:
    """编号：抚慢74504 on a paper whose title says that it is a card or a booklet; 证号 says so by itself."""
    titled = any(_BOOKLET.search(fold(r.text)) for r in sheet.runs if r.box[1] < sheet.height / 3)
    for first in sheet.runs:
        behind = right_of(sheet.runs, first)[:2]
        halved = len(behind) == 2 and first.text.strip() + behind[0].text.strip() == "证号"
        behind = behind if halved else behind[:1] if _BARE_NUMBER.fullmatch(first.text) else []
        strip = join_rows([[first, *behind]])
        run = Run(strip.text, strip.chars, None, vertical=False)
        label = re.match(r"\s*(?P<of>证书?|卡|本|手册)?\s*编?\s*号(?:码)?(?:\s*[:：]|\s+)", run.text)
        found = _NUMBER.fullmatch(run.text, label.end()) if label else None
        if label and found and (titled or label["of"] == "证"):
            number = re.sub(r"\s", "", found["number"])
            sheet.add("card_number", number, run, *found.span("number"), most=LOOSELY)
            return


def _number_behind_worn_label(sheet: Sheet) -> None:
    """The only valid identity number of a form about one person, its label half read: 社会探障号."""
    told = [(r, n) for r in sheet.runs for n in find_id_numbers(r.text)]
    if len(told) != 1 or any(_SECOND_PERSON.search(r.text) for r in sheet.runs):
        return
    run, number = told[0]
    before = "".join(r.text for r in sheet.runs if same_row(r, run) and r.box[2] <= run.box[0] + run.height)
    if _WORN.search(fold(before + run.text[: number.start])):
        sheet.add("id_number", number.number, run, number.start, number.end, most=LOOSELY)


def _office_addressed(sheet: Sheet) -> None:
    if not any("异地" in r.text for r in sheet.runs):
        return
    for row in rows_of([r for r in sheet.runs if r.box[1] < HEAD * sheet.height]):
        strip = join_rows([row])
        found = _ADDRESSED.fullmatch(strip.text.strip())
        if found:
            at = len(strip.text) - len(strip.text.lstrip())
            start, end = (at + edge for edge in found.span("place"))
            chars = strip.chars[start:end]
            run = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add("insured_place", found["place"], run, most=LOOSELY)
            return
