"""The home and ID number that the sentence tells with which a story begins, which goes on on the lines below.

李建国，男性，现年56岁，汉族，住湖北省随州市随县万和镇青苔村3组12
号，联系电话…。因“…”收住我院: no label asks for it, and the name stands without 患者 before it.
"""

from __future__ import annotations

import re

from ocr.homes import find_homes, is_of_another
from ocr.layout import Run
from ocr.sheet_fields import Sheet
from ocr.strips import in_rows, strip_of
from ocr.types import DocumentKind as K
from ocr.types import FieldValue
from ocr.values.id_number import find_id_numbers

_STORIES = frozenset({K.DISCHARGE_SUMMARY, K.DIAGNOSIS_CERTIFICATE, K.OUTPATIENT_RECORD, K.REFERRAL_LETTER})
_ID_BEFORE = re.compile(r"身份证(?:件)?(?:号码?|编号)?[:：为是]{0,2}\s?$")
"""Its first character may end the line before: 身 / 份证号."""
LONGEST = 130
"""Characters of the sentence that may tell it."""
_SEX = re.compile(r"\s?[,，]\s?(?:性别[:：]?)?[男女]性?\s?[,，]")


def told_in_first_sentence(sheet: Sheet) -> None:
    """Add the home and the ID number told in the sentence that opens with the patient's name and sex."""
    named = sheet.found.get("patient_name", [])[:1]
    if sheet.kind not in _STORIES or not named:
        return
    name = str(named[0].value)
    rows = in_rows([r for r in sheet.runs if not r.vertical])
    first = next((n for n, r in enumerate(rows) if _opens(r, name)), None)
    if first is None:
        return
    strip = strip_of(rows[first : first + 6])
    places = [i for i, c in enumerate(strip.text) if c != "\n"]
    flat = "".join(strip.text[i] for i in places)
    sentence = flat[: _end(flat)]

    def add(name: str, value: FieldValue, start: int, end: int) -> None:
        chars = tuple(strip.chars[i] for i in places[start:end])
        sheet.add(name, value, Run("".join(c.text for c in chars), chars, None, vertical=False))

    if sheet.lacks("address"):
        for home in find_homes(sentence, certificate=True):
            add("address", home.value, home.start, home.end)
    if sheet.lacks("id_number"):
        for number in find_id_numbers(sentence):
            if _ID_BEFORE.search(sentence[: number.start]) and not is_of_another(sentence[: number.start]):
                add("id_number", number.number, number.start, number.end)
                break


def _opens(run: Run, name: str) -> bool:
    return run.text.startswith(name) and _SEX.match(run.text, len(name)) is not None


def _end(text: str) -> int:
    stop = text.find("。")
    return min(stop if stop >= 0 else len(text), LONGEST)
