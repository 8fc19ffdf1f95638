"""Name, sex and age set in a row without labels: 李建国 男 58岁, as heads of pages and slips print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.number_values import parse_phones
from ocr.parse import SURELY_A_NAME
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.strips import Strip, join_rows
from ocr.types import DocumentKind as K
from ocr.values import ethnicity, insurance
from ocr.values.departments import normalise as normalise_department
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.sex_age import normalise_age

_ROW = re.compile(
    r"(?:^|(?<=[\s:：,，]))(?:患者|病人|姓名)?(?P<name>[\u4e00-\u9fff·]{2,6}?|[\u4e00-\u9fff]{2,9}·[\u4e00-\u9fff]{2,9})(?P<apart>[\s,，/／、|(（]{0,3})(?P<sex>[男女])性?[\s,，/／、|]{0,3}"
    r"(?:现年|年龄)?(?P<age>\d{1,3}\s?(?:周?岁|[Yy](?![A-Za-z])))"
)
_PEOPLE = re.compile(r"\s?[,，、]\s?(?P<people>[\u4e00-\u9fff]{1,5}族)(?=\s?[,，、;；。])")
"""Behind the age, in the first sentence of a history: 李建国，男，63岁，汉族，因…."""
_CLOSED = re.compile(r"\s|$")
_MARK = re.compile(r"^[\u4e00-\u9fff]\s$")
"""The one character of a name in a disc, as telephones show it before the name."""
_DOCTOR_ROW = re.compile(
    r"(?P<department>[\u4e00-\u9fff]{1,10}(?:科|门诊|中心))[\s·|｜/]+(?P<name>[\u4e00-\u9fff·]{2,4}?)[\s·|｜/]*"
    r"(?P<title>(?:副?主任|主治|住院)中?医师)"
)
"""Who saw the patient, as hospitals on the network print it: 肾内科 张三 主治医师."""
_AGE_ALONE = re.compile(r"\d{1,3}\s?周?岁")
_REPORTS = frozenset({K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT})
_HEADED = frozenset({K.PRESCRIPTION, K.OUTPATIENT_RECORD})
_WITH_DEPARTMENT = _HEADED | {K.MEDICAL_INVOICE, K.DISCHARGE_SUMMARY, K.DIAGNOSIS_CERTIFICATE}
"""Papers whose head may name the department right behind the age."""
_SCHEME = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}?)?(?P<scheme>(?:城镇|市)?职工(?:基本)?医(?:疗保险|保)|城镇职工"
    r"|城乡居民(?:基本)?(?:医疗保险|医保)?|居民医保)(?:[\s\-/|]*(?:门诊)?(?:慢特病|特殊?病|慢性?病|统筹|普通))?"
)
_NUMBER_BEFORE = re.compile(r"(?:住院|病案|病历|门诊|登记)(?:号码?|ID)\s?[:：]?\s?[A-Za-z]{0,3}\d{5,14}\s+")
_SEX_AGE = re.compile(
    r"(?P<sex>[男女])性?[\s,，/／、|·]{0,3}(?P<age>\d{1,3}\s?(?:周?岁|[Yy](?![A-Za-z])))"
    r"(?:[\s,，/、|·]{1,3}(?:病区|病室|科[室别])?(?P<department>[\u4e00-\u9fff]{1,12}(?:科|门诊|病区|中心)[\u4e00-\u9fff]{0,4}))?"
)
_DEPARTMENT = re.compile(r"(?:\s*[·•・|｜]\s*|\s+)(?P<name>[\u4e00-\u9fff]{1,12}(?:科|门诊|病区))(?=\s|$)")
_BEHIND = re.compile(
    r"\s+(?:病区|病室|科[室别])?(?P<name>[\u4e00-\u9fff]{1,10}(?:科|中心|(?<=[\u4e00-\u9fff]{2})门诊)(?:[\u4e00-\u9fff]{0,4}(?:门诊|病区)|[一二三四五])?)(?=\s|$)"
)
_OWN = re.compile(r"\s*(?:联系人[①-⑤1-5]?[:：\s]*)?[(（]?(?:患者|参保人)?本人[)）]?[\s:：,，/]*(?=1\d)")
NEAR = 3.0
"""Text heights between the lines of a name and of what stands under it."""
_OTHERS = re.compile(r"联系人|家属|代办|委托|监护|陪护|经办|医[师生]|护士|户主")
"""Words before a name that make it somebody else's."""


def fill_in_particulars(sheet: Sheet) -> None:
    """Add what such a row tells of the patient; nothing where another's name was read behind a label."""
    if not sheet.lacks("sex", "age") and not sheet.lacks("patient_name"):
        return
    named = {str(f.value) for f in sheet.found.get("patient_name", [])}
    for strip in _rows(sheet.runs):
        for told in _ROW.finditer(strip.text):
            name = normalise_name(told["name"])
            if name is None or _OTHERS.search(strip.text[: told.start()]):
                continue
            opens = not strip.text[: told.start()].strip() or _MARK.search(strip.text[: told.start()])
            apart = told["apart"] or (opens and _CLOSED.match(strip.text, told.end()))
            if name in named or (not named and apart and looks_like_name(name) >= SURELY_A_NAME):
                _add(sheet, strip, told, name)
                return
    _under_name(sheet)
    _age_alone(sheet)


def department_behind_hospital(sheet: Sheet) -> None:
    """The department behind the hospital's name, on screens and forms: 某某市人民医院·血液内科."""
    named = sheet.found.get("hospital_name", [])[:1]
    for run in sheet.runs if named and sheet.lacks("department") else ():
        at = run.text.find(str(named[0].raw))
        told = _DEPARTMENT.match(run.text, at + len(str(named[0].raw))) if at >= 0 else None
        if told and (name := normalise_department(told["name"])):
            sheet.add("department", name, run, told.start("name"), told.end("name"))
            return


def phone_told_own(sheet: Sheet) -> None:
    """Add the telephone of a 联系人 whom the form calls 本人: 联系人① | 本人 13900000001."""
    for run in sheet.runs if sheet.lacks("phone") else ():
        told = _OWN.match(run.text)
        for phone in parse_phones(run.text[told.end() :]) if told else ():
            start = told.end() + phone.start if told else 0
            told_of = 1.0 if "联系人" in run.text[: told.end() if told else 0] else LOOSELY
            sheet.add("phone", phone.value, run, start, start + len(str(phone.value)), most=told_of)
            return


def doctor_in_row(sheet: Sheet) -> None:
    """Add department, name and title of the physician that stand alone on one line."""
    for strip in _rows(sheet.runs) if sheet.lacks("physician_name", "physician_title") else ():
        told = _DOCTOR_ROW.fullmatch(strip.text.strip())
        if told is None or looks_like_name(told["name"]) < SURELY_A_NAME:
            continue
        shift = len(strip.text) - len(strip.text.lstrip())
        for field, group in (
            ("physician_name", "name"), ("physician_title", "title"), ("department", "department")
        ):  # fmt: skip
            if sheet.lacks(field):
                chars = strip.chars[shift + told.start(group) : shift + told.end(group)]
                sheet.add(field, told[group], Run(told[group], chars, None, vertical=False))
        return


def insurance_alone(sheet: Sheet) -> None:
    """Add the scheme that a prescription's head names by itself: 沧州城乡居民 门诊慢特病.

    On a screen that shows somebody's rights it stands beside the name; on a ward's paper it ends the row of
    the record's number: 住院号 1234567 城乡居民医保.
    """
    if sheet.kind not in _HEADED | {
        K.RECOGNITION_FORM,
        K.MEDICAL_INVOICE,
        K.DISCHARGE_SUMMARY,
    } or not sheet.lacks("insurance_type"):
        return
    named = [f.box for f in sheet.found.get("patient_name", [])]
    for run in sheet.runs:
        beside = sheet.kind is not K.RECOGNITION_FORM or any(
            overlap(b[1], b[3], run.box[1], run.box[3]) > 0 for b in named
        )
        text = run.text.strip()
        number = _NUMBER_BEFORE.match(text)
        alone = _SCHEME.fullmatch(text, number.end() if number else 0)
        alone = alone if beside and run.box[1] < sheet.height / 3 else None
        value = insurance.normalise(alone["scheme"]) if alone else None
        if value:
            sheet.add("insurance_type", value, run, most=LOOSELY)
            return


def _under_name(sheet: Sheet) -> None:
    """男 58岁, a department behind it or not, alone on its line by the name: once on a page."""
    lines = [(r, m) for r in sheet.runs if (m := _SEX_AGE.fullmatch(r.text.strip()))]
    names = sheet.found.get("patient_name", [])
    if len(lines) != 1 or not names or not sheet.lacks("sex", "age"):
        return
    (run, told), box = lines[0], names[0].box
    if abs(run.box[1] - box[1]) < NEAR * run.height:
        at = run.text.index(told.group())
        values = {
            "sex": told["sex"],
            "age": normalise_age(told["age"]),
            "department": normalise_department(told["department"] or ""),
        }
        for field, value in values.items():
            if value is not None and sheet.lacks(field):
                sheet.add(field, value, run, at + told.start(field), at + told.end(field))


def _age_alone(sheet: Sheet) -> None:
    """56岁 by itself, once in the head of a report whose label of the age was not read."""
    alone = [r for r in sheet.runs if _AGE_ALONE.fullmatch(r.text.strip()) and r.box[1] < sheet.height / 4]
    value = normalise_age(alone[0].text) if sheet.kind in _REPORTS and len(alone) == 1 else None
    if value is not None and sheet.lacks("age"):
        sheet.add("age", value, alone[0], most=LOOSELY)


def _add(sheet: Sheet, strip: Strip, told: re.Match[str], name: str) -> None:
    values = {"patient_name": name, "sex": told["sex"], "age": normalise_age(told["age"])}
    _add_department(sheet, strip, told.end())
    people = _PEOPLE.match(strip.text, told.end()) if sheet.lacks("ethnicity") else None
    if people and (known := ethnicity.normalise(people["people"])):
        chars = strip.chars[people.start("people") : people.end("people")]
        sheet.add("ethnicity", known, Run(people["people"], chars, None, vertical=False))
    for field, group in (("patient_name", "name"), ("sex", "sex"), ("age", "age")):
        value = values[field]
        if value is not None and sheet.lacks(field):
            chars = strip.chars[told.start(group) : told.end(group)]
            sheet.add(field, value, Run("".join(c.text for c in chars), chars, None, vertical=False))


def _add_department(sheet: Sheet, strip: Strip, at: int) -> None:
    """The department that a visit's head names behind the age: 李建国 男 58岁 肾内科门诊."""
    wanted = sheet.kind in _WITH_DEPARTMENT and sheet.lacks("department")
    told = _BEHIND.match(strip.text, at) if wanted else None
    name = normalise_department(told["name"]) if told else None
    if told and name:
        start, end = told.span("name")
        run = Run(strip.text[start:end], strip.chars[start:end], None, vertical=False)
        sheet.add("department", name, run, most=LOOSELY)


def _rows(runs: Sequence[Run]) -> Iterator[Strip]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.box[1]):
        row = next((row for row in rows[-3:] if same_row(row[0], run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    for row in rows:
        yield join_rows([sorted(row, key=lambda r: r.box[0])])
