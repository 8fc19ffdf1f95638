"""异地就医备案表 with its five categories; synthetic."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples.layouts.forms import SYNTHETIC
from samples.layouts.letters import signed_line
from samples.paper import Paper
from samples.people import Person
from samples.setting import Grid, Style, paragraph

CATEGORIES = {
    "settled_retirement": "异地安置退休人员",
    "long_residence": "异地长期居住人员",
    "posted_work": "常驻异地工作人员",
    "referral": "异地转诊人员",
    "temporary": "其他临时外出就医人员",
}


def filing_form(
    who: Person,
    category: str,
    place: str,
    start: dt.date,
    end: dt.date | None,
    *,
    style: Style | None = None,
    signed: bool = True,
    ticks: str = "☑□",
    listed: bool = True,
) -> Paper:
    """异地就医备案表; the category is ticked in a list (``listed``) or in one line of boxes."""
    style = style or Style("song", 10.5, colon="")
    paper = Paper("remote_filing_form", "filing-list" if listed else "filing-line", face=style.face)
    sheet = paper.sheet()
    province = "湖南省" if who.region.startswith("43") else "江西省"
    sheet.text(297, 44, f"{province}基本医疗保险异地就医备案登记表", 17, style.face, anchor="c", bold=True)
    sheet.text(547, 72, SYNTHETIC, 8.5, style.face, anchor="r")
    grid = Grid(paper, sheet, (48, 128, 228, 278, 338, 408, 547), 86, style)
    _filing_person(grid, who, ticks)
    boxes = [f"{ticks[0] if key == category else ticks[1]}{name}" for key, name in CATEGORIES.items()]
    paper.says("filing_category", category)
    if listed:
        x, y, _ = grid.tall(118, "备案类别")
        for n, text in enumerate(boxes):
            sheet.text(x + 4, y + 2 + n * 21, text, style.size, style.face)
    else:
        grid.cells(62, [(1, "备案类型"), (5, "   ".join(boxes))], "cl")
    grid.cells(30, [(1, "就医地"), (2, place), (1, "就医地址"), (2, place + "样张路8号")])
    paper.may_say("address", place + "样张路8号")
    until = ch.date_cn(end) if end else "长期"
    span = f"{ch.date_cn(start)} 至 {until}"
    paper.may_say("valid_from", start.isoformat())
    paper.may_say("valid_until", end.isoformat() if end else "长期")
    grid.cells(30, [(1, "备案期限"), (5, span)])
    _filing_foot(grid, who, start, style, signed)
    return paper


def _filing_person(grid: Grid, who: Person, ticks: str) -> None:
    """Name, number, insured place and insurance of the person who goes elsewhere."""
    name, sex = ("", who.name, "patient_name", who.name), ("", who.sex, "sex", who.sex)
    grid.pairs(
        30, ("姓  名", name, 1), ("性别", sex, 1), ("联系电话", ("", who.phone, "phone", who.phone), 1)
    )
    number = ("", who.id_number, "id_number", who.id_number)
    place = ("", who.insured_place, "insured_place", who.insured_place)
    grid.pairs(30, ("身份证号码", number, 3), ("参保地", place, 1))
    on = who.insurance == "employee"
    kinds = f"{ticks[0] if on else ticks[1]}职工医保   {ticks[1] if on else ticks[0]}居民医保"
    grid.cells(30, [(1, "参保险种"), (5, ("", kinds, "insurance_type", who.insurance))], "cl")
    grid.cells(30, [(1, "户籍地址"), (5, ("", who.address, "address", who.address))], "cl")


def _filing_foot(grid: Grid, who: Person, day: dt.date, style: Style, signed: bool) -> None:
    paper, sheet = grid.paper, grid.sheet
    x, y, right = grid.tall(150, "温馨提示与承诺")
    text = "本人已阅知异地就医备案的有关规定，保证所填信息真实准确。"
    text += "备案有效期内确需回参保地就医的，按参保地规定执行。"
    paragraph(sheet, x, y, text, 400, style)
    signed_line(
        paper,
        sheet,
        "applicant",
        "申请人（签名）：",
        x + 100,
        y + 100,
        who.name if signed else None,
        style,
        94,
    )
    sheet.text(right - 120, y + 100, ch.date_cn(day), style.size, style.face)
    paper.says("application_date", day.isoformat())
    x, y, _ = grid.tall(110, "经办机构意见")
    sheet.text(x + 100, y + 70, "（盖章）              年      月      日", style.size, style.face)
