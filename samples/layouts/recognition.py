"""门特病认定表 and 认定卡."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.layouts.forms import dated
from samples.paper import Paper
from samples.setting import Grid, Style, paragraph, say_diagnoses, wrap


def recognition_table(
    c: Chart, disease: str, start: dt.date, end: dt.date, *, style: Style | None = None, seal: str | None = ""
) -> Paper:
    """门特病认定表: a ruled sheet with the disease, the term, hospital and bureau."""
    style = style or Style("song", 11, colon="")
    paper = Paper("recognition_form", "recognition-table", face=style.face)
    sheet = paper.sheet()
    city = c.patient.insured_place[:3]
    sheet.text(297, 50, f"{city}门诊特殊慢性病认定表", 19, style.face, anchor="c", bold=True)
    sheet.text(547, 82, f"认定编号：{c.report}", 9.5, style.face, anchor="r")
    paper.may_say("report_number", c.report)
    grid = Grid(paper, sheet, (50, 140, 240, 290, 350, 410, 545), 98, style)
    i = c.item
    grid.cells(
        32, [(1, "姓    名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (1, i("年龄"))]
    )
    grid.cells(32, [(1, "公民身份号码"), (3, i("公民身份号码")), (1, "联系电话"), (1, i("联系电话"))])
    grid.cells(32, [(1, "参保类型"), (3, i("参保类型")), (1, "参保地"), (1, i("参保地"))])
    grid.cells(34, [(1, "认定病种"), (5, ("", disease, "claimed_disease", disease))])
    span = f"{ch.date_cn(start)} 至 {ch.date_cn(end)}"
    paper.says("valid_from", start.isoformat())
    grid.cells(34, [(1, "待遇有效期"), (5, ("", span, "valid_until", end.isoformat()))])
    grid.cells(34, [(1, "认定医疗机构"), (5, ("", c.hospital, "hospital_name", c.hospital))])
    _recognition_opinions(grid, c, disease, start, style)
    if seal is not None:
        text, y = seal or f"{city}医疗保障局", grid.y - 55
        seals.put(paper, sheet, 450, y, text, "医保业务专用章", size=108, seed=78, tilt=5)
    return paper


def _recognition_opinions(grid: Grid, c: Chart, disease: str, start: dt.date, style: Style) -> None:
    paper, sheet = grid.paper, grid.sheet
    x, y, right = grid.tall(150, "医疗机构认定意见")
    names = "；".join(c.all_diagnoses[:2])
    paragraph(sheet, x, y, f"诊断：{names}。经审核符合{disease}认定标准，同意认定。", 390, style)
    say_diagnoses(paper, c.all_diagnoses[:2])
    at = sheet.text(x, y + 108, "认定医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", at, y + 99, c.physician, seed=77)
    paper.may_say("physician_name", c.physician)
    dated(paper, sheet, right - 120, y + 108, start - dt.timedelta(days=6), style, "sign_date")
    x, y, right = grid.tall(130, "医保经办机构意见")
    sheet.text(x, y, "同意享受门诊特殊慢性病待遇。", style.size, style.face)
    dated(paper, sheet, right - 120, y + 90, start, style, "sign_date")


def recognition_card(
    c: Chart, disease: str, start: dt.date, end: dt.date, *, style: Style | None = None
) -> Paper:
    """门特病认定卡: a small card of coloured stock, labels above the values."""
    style = style or Style("wenkai", 10, colon="")
    paper = Paper("recognition_form", "recognition-card", face=style.face)
    sheet = paper.sheet((400, 260), (232, 243, 236))
    sheet.box(8, 8, 392, 252, outline=(60, 120, 90), width=1.5, radius=8)
    sheet.text(200, 22, "门诊特殊病种待遇认定卡", 17, style.face, anchor="c", bold=True, colour=(20, 80, 56))
    cells = [c.item("姓名"), c.item("性别"), c.item("参保类型"), c.item("身份证号码")]
    places = ((26, 58), (150, 58), (220, 58), (26, 96))
    extra = [
        ("病种名称", disease, "claimed_disease", disease),
        ("起始日期", ch.date_dot(start), "valid_from", start.isoformat()),
        ("有效期至", ch.date_dot(end), "valid_until", end.isoformat()),
        ("认定机构", c.hospital, "hospital_name", c.hospital),
    ]
    where = (*places, (220, 96), (26, 136), (150, 136), (26, 176))
    for (label, printed, field, value), (x, y) in zip([*cells, *extra], where, strict=True):
        sheet.text(x, y, label, 8, style.face, colour=(90, 110, 100))
        for n, line in enumerate(wrap(printed, style.face, 11, 360)):
            sheet.text(x, y + 12 + n * 13, line, 11, style.face)
        paper.says(field, value)
    sheet.text(26, 226, "请妥善保管，到期前90日内办理续期手续。", 8.5, style.face, colour=(90, 110, 100))
    bureau = c.patient.insured_place[:3] + "医疗保障局"
    seals.put(paper, sheet, 330, 196, bureau, "", size=84, seed=79, tilt=-6)
    return paper
