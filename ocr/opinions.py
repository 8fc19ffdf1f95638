"""What the long cells of forms tell: the hospital before its opinion, the office under its approval, a story.

定点医疗机构意见 | 某某县中医院（二级甲等） 科室：心内科; 某某县医疗保障服务中心（章） 2024年2月8日.
"""

from __future__ import annotations

import re

from ocr.geometry import holds
from ocr.institutions import as_printed, end_with_second_name
from ocr.layout import Run
from ocr.reliance import LOOSELY
from ocr.schema import FIELDS
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.hospital_names import find_hospital_names
from ocr.values.text import fold, narrow

_FORMS = frozenset({K.RECOGNITION_FORM, K.APPLICATION_FORM})
_HOSPITALS = re.compile(r"(?:医疗机构|医院|诊断机构|认定机构)[^:：]{0,8}(?:意见|审核|评估|结论)")
NEXT_LINE = 1.5
"""Text heights between the lines of one head, at most."""
_STORY = re.compile(
    r"(?:于|在|曾|至|到)[^,。;:]{2,24}(?:确诊|住院|就诊|治疗|诊断|检查)[^。;:]{0,12},[^,。;:]{2,6}[:]?\s*$"
)
_ALONE = re.compile(
    r"\s*(?:[（(][^()（）]{1,12}[)）])?\s*"
    r"(?:$|(?:科室|级别|等级|科别|医师|医生)[:：]|(?:(?:19|20)\d\d\s*)?年\s*\d{0,2}\s*月\s*\d{0,2}\s*日\s*$)"
)
_OFFICE = re.compile(
    r"(?:(?:认定|经办|审批|核准|发证|发卡)(?:机构|机关|单位)(?:[（(][^()（）]{1,4}[)）])?[:：]\s*)?"
    r"(?P<office>[\u4e00-\u9fff]{2,16}?(?:医疗保障(?:局|管理局|(?:事务|服务|管理|事业|经办|基金管理)*中心)"
    r"|医疗?保险?(?:事业|基金|管理|服务|事务|结算|经办)*(?:局|中心|处|所)"
    r"|社会(?:医疗)?保险(?:事业|基金|管理|服务|事务|经办)*(?:局|中心|处|所)))"
    r"\s*(?:[（(][^()（）]{0,4}[)）])?\s*(?P<date>(?:19|20)\d\d.{4,12})?"
)


def fill_in_opinions(sheet: Sheet) -> None:
    """Add the hospital and the office that a form names where they give their opinion."""
    if sheet.kind in _FORMS:
        _without_numbers_told(sheet)
    if sheet.kind in _FORMS and sheet.lacks("hospital_name"):
        _hospital_in_cell(sheet)
    if sheet.kind is K.RECOGNITION_FORM:
        _office_at_foot(sheet)


def _without_numbers_told(sheet: Sheet) -> None:
    """Leave out numbers of records elsewhere that a story tells: 曾于省立医院确诊，病历号1024908."""
    kept = []
    for field in sheet.found.get("record_number", []):
        run = next((r for r in sheet.runs if field.raw in r.text and holds(r.box, field.box)), None)
        if run is None or not _STORY.search(narrow(run.text[: run.text.index(field.raw)])):
            kept.append(field)
    if "record_number" in sheet.found:
        sheet.found["record_number"] = kept


def _hospital_in_cell(sheet: Sheet) -> None:
    """The name that opens what stands right of a cell headed as the hospital's opinion."""
    for run in sheet.runs:
        names = find_hospital_names(run.text)
        if (
            run.cell_box is None
            or not names
            or names[0].start > 0
            or not _HOSPITALS.search(head_of(sheet, run))
        ):
            continue
        end = end_with_second_name(run.text, names[0].end)
        if _ALONE.match(run.text, end):
            value = names[0].name + as_printed(run.text[names[0].end : end])
            sheet.add("hospital_name", value, run, 0, end, most=LOOSELY)
            return


def head_of(sheet: Sheet, run: Run) -> str:
    """The text of the cell left of a run's, whose rows the run stands on.

    Where a rule between two heads was not found, both are one cell: the paragraph nearest to the run counts.
    """
    lines = sorted(_lines_left(sheet, run), key=lambda r: r.box[1])
    heads: list[list[Run]] = []
    for line in lines:
        if heads and line.box[1] - heads[-1][-1].box[3] < NEXT_LINE * line.height:
            heads[-1].append(line)
        else:
            heads.append([line])
    nearest = min(heads, key=lambda h: max(h[0].box[1] - run.box[3], run.box[1] - h[-1].box[3]), default=[])
    return "".join(fold(r.text) for r in nearest)


def _lines_left(sheet: Sheet, run: Run) -> list[Run]:
    box = run.cell_box
    if box is None:
        return []
    middle = (run.box[1] + run.box[3]) / 2
    left = [
        r
        for r in sheet.runs
        if r.cell != run.cell
        and r.cell_box is not None
        and r.cell_box[2] <= box[0] + run.height
        and r.cell_box[1] <= middle <= r.cell_box[3]
    ]
    nearest = max((r.cell_box[2] for r in left if r.cell_box is not None), default=0.0)
    return [r for r in left if r.cell_box is not None and r.cell_box[2] == nearest]


def _office_at_foot(sheet: Sheet) -> None:
    """The bureau named alone on its line in the lower half, with the date of its approval behind it."""
    for run in reversed(sheet.runs):
        found = _OFFICE.fullmatch(run.text.strip()) if run.box[1] > sheet.height / 2 else None
        if found is None:
            continue
        shift = len(run.text) - len(run.text.lstrip())
        if sheet.lacks("issuing_authority"):
            start, end = found.span("office")
            sheet.add("issuing_authority", found["office"], run, start + shift, end + shift, most=LOOSELY)
        dates = find_dates(found["date"]) if found["date"] else []
        if len(dates) == 1 and sheet.lacks("issue_date") and "issue_date" in FIELDS[sheet.kind].values():
            at = found.start("date") + shift
            sheet.add("issue_date", dates[0][0].iso, run, at + dates[0][1], at + dates[0][2], most=LOOSELY)
        return
