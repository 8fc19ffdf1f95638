"""What a notice of recognition tells its reader in sentences.

李建国（身份证号码：…）：您于2024年11月22日提出的申请收悉。经样章市人民医院专家组评审，您所患冠心病符合…认定标准，
享受城乡居民基本医疗保险门诊慢特病待遇. The disease itself is found as on other forms (``ocr.claims``).
"""

from __future__ import annotations

import re

from ocr.diagnoses import parse_diagnoses
from ocr.layout import Run
from ocr.reading_order import flat_text
from ocr.reliance import LOOSELY
from ocr.schema import FIELDS
from ocr.sheet_fields import Sheet
from ocr.strips import Strip
from ocr.types import DocumentKind as K
from ocr.types import FieldValue
from ocr.values import insurance
from ocr.values.dates import find_dates
from ocr.values.hospital_names import find_hospital_names
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import narrow

_SPOKEN_TO = re.compile(r"[您你](?:于|在|好|提[交出]|申[请报]|递交|所|的|已|经|符合|不符合)")
_ADDRESSEE = re.compile(
    r"\s*(?:尊敬的|致)?(?:参保人员?|患者|参保患者)?[:\s]*(?P<name>[\u4e00-\u9fff·](?:\s?[\u4e00-\u9fff·]){1,4}?)\s*"
    r"(?P<title>同志|先生|女士|参保人)?\s*(?P<number>\((?:(?:公民|居民)?(?:身份|证件|社会保障).{0,34}|[\dXx*]{18})\)?)?\s*[:,]?\s*"
)
_DAY = r"(?P<day>(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?)"
_ASKED = re.compile(rf"[您你]?(?:于|在)\s?{_DAY}\s?(?:向[^,。;]{{2,20}})?(?:提出|提交|申[报请]|递交|报送)")
_JUDGED = re.compile(
    r"(?:经|由)(?P<hospital>[^,。;]{4,40}?)(?:的)?(?:医疗)?(?:专家|组织|评审|审核|鉴定|认定|诊断|初审)"
)
_ILLNESS = re.compile(
    r"(?:[您你]|本人|患者|参保人)(?:所患|患有)(?:的)?(?:疾病)?[为:]?\s?(?P<list>[^,。;]{2,80}?)"
    r"(?=,?(?:已|均|经[^,。;]{2,20}?)?(?:不?符合|达到|属于|准予)|[,。;])"
)
_SCHEME = re.compile(
    r"(?:享受|参加)的?(?P<kind>(?:城镇职工|城乡居民|城镇居民|职工|居民)(?:基本)?(?:医疗保险|医保))"
)


def fill_in_notice(sheet: Sheet) -> None:
    """Add what the sentences of a letter to the patient tell, where no label on it does."""
    strip = flat_text(sheet.runs)
    text = narrow(strip.text)
    if sheet.kind is not K.RECOGNITION_FORM or not _SPOKEN_TO.search(text):
        return
    if sheet.lacks("patient_name"):
        _addressee(sheet)
    asked = _ASKED.search(text)
    dates = find_dates(asked["day"]) if asked else []
    if asked and dates:
        _tell(sheet, "application_date", dates[0][0].iso, strip, *asked.span("day"))
    for judged in _JUDGED.finditer(text):
        for name in find_hospital_names(judged["hospital"]):
            at = judged.start("hospital")
            _tell(sheet, "hospital_name", name.name, strip, at + name.start, at + name.end)
    ill = _ILLNESS.search(text)
    lacks = sheet.lacks("diagnosis")
    for item in parse_diagnoses(ill["list"].replace("、", ";")) if ill and lacks else ():
        at = ill.start("list") if ill else 0
        run = _run(strip, at + item.start, at + item.end)
        sheet.add("diagnosis", item.value, run, most=LOOSELY)
    scheme = _SCHEME.search(text)
    kind = insurance.normalise(scheme["kind"]) if scheme else None
    if scheme and kind:
        _tell(sheet, "insurance_type", kind, strip, *scheme.span("kind"))


def _addressee(sheet: Sheet) -> None:
    """The name that opens the letter on its own line, with a number or a form of address."""
    for run in sheet.runs:
        found = _ADDRESSEE.fullmatch(narrow(run.text)) if run.box[1] < sheet.height / 2 else None
        if found is None or not (found["title"] or found["number"]):
            continue
        name = normalise_name(found["name"])
        if name and looks_like_name(name) >= 0.5:
            sheet.add("patient_name", name, run, *found.span("name"))
            for number in find_id_numbers(run.text) if sheet.lacks("id_number") else ():
                sheet.add("id_number", number.number, run, number.start, number.end)
            return


def _tell(sheet: Sheet, name: str, value: FieldValue, strip: Strip, start: int, end: int) -> None:
    if sheet.lacks(name) and name in FIELDS[sheet.kind].values():
        sheet.add(name, value, _run(strip, start, end), most=LOOSELY)


def _run(strip: Strip, start: int, end: int) -> Run:
    chars = strip.chars[start:end]
    return Run("".join(c.text for c in chars), chars, None, vertical=False)
