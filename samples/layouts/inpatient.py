"""出院记录 / 出院小结 in three houses."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart, DateStyle
from samples.paper import Paper, Sheet
from samples.setting import Grid, Style, numbered, paragraph, put, row, say_diagnoses, section, wrap

CLASSIC = Style("song", 10.5)
PLAIN = Style("hei", 10, colon=":")
UNDERLINED = Style("wenkai", 11, colon="", spread=True, underline=True)


def _sign_off(
    paper: Paper, sheet: Sheet, c: Chart, y: float, style: Style, signed: bool, day: dt.date
) -> None:
    """Bottom right: the physician's signature and the date under it."""
    end = sheet.text(360, y, style.label("医师签名"), style.size, style.face)
    signatures.sign(
        paper, sheet, "physician", end + 6, y - 7, c.physician if signed else None, seed=len(c.record)
    )
    if signed:
        paper.may_say("physician_name", c.physician)
    put(paper, sheet, 360, y + 26, ("日期", ch.date_cn(day), "sign_date", day.isoformat()), style)


def discharge_classic(
    c: Chart,
    *,
    signed: bool = True,
    seal: str | None = "",
    dates: DateStyle = ch.date_cn0,
    style: Style = CLASSIC,
) -> Paper:
    """出院记录: centred head, four labels a line, a rule, then one section after the other.

    ``seal`` is the text of the record room's stamp: empty for the hospital's own, ``None`` for none.
    """
    paper = Paper("discharge_summary", "discharge-classic", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 46, c.hospital, 17, style.face, anchor="c", bold=True)
    sheet.text(297, 74, "出 院 记 录", 15, style.face, anchor="c", bold=True, spacing=2)
    paper.says("hospital_name", c.hospital)
    who = [c.item(k) for k in ("姓名", "性别", "年龄", "住院号")]
    row(paper, sheet, 108, who, (56, 190, 300, 410), style)
    row(paper, sheet, 127, [c.item("科别"), c.item("床号")], (56, 300), style)
    sheet.line(52, 146, 543, 146, 1)
    stay = [c.item("入院日期", dates), c.item("出院日期", dates), c.item("住院天数")]
    row(paper, sheet, 154, stay, (56, 230, 420), style)
    y = section(sheet, 56, 178, "入院诊断", c.all_diagnoses[0], 480, style)
    y = section(sheet, 56, y + 4, "入院情况", c.story.complaint + c.story.course, 480, style)
    y = section(sheet, 56, y + 4, "诊疗经过", c.story.treatment, 480, style)
    sheet.text(56, y + 4, "出院诊断" + style.colon, style.size, style.face, bold=True)
    for line in numbered(c.all_diagnoses):
        sheet.text(126, y + 4, line, style.size, style.face)
        y += style.size * 1.6
    say_diagnoses(paper, c.all_diagnoses)
    y = section(sheet, 56, y + 8, "出院情况", c.story.state, 480, style)
    sheet.text(56, y + 4, "出院医嘱" + style.colon, style.size, style.face, bold=True)
    y += 4 + style.size * 1.6
    for line in numbered(c.story.orders):
        y = paragraph(sheet, 78, y, line, 440, style)
    _sign_off(paper, sheet, c, y + 24, style, signed, c.discharged)
    if seal is not None:
        seals.put(paper, sheet, 440, y + 40, seal or c.hospital, "病案复印专用章", size=108, seed=11, tilt=-8)
    return paper


def discharge_grid(c: Chart, *, signed: bool = True, seal: str | None = "", style: Style = PLAIN) -> Paper:
    """出院小结 of a newer system: ruled head table, headings on lines of their own, page foot."""
    paper = Paper("discharge_summary", "discharge-grid", face=style.face)
    sheet = paper.sheet()
    sheet.text(48, 34, c.hospital, 13, style.face, bold=True)
    sheet.text(547, 38, "第 1 页 共 1 页", 8.5, style.face, anchor="r")
    paper.says("hospital_name", c.hospital)
    sheet.text(297, 62, "出院小结", 18, style.face, anchor="c", bold=True)
    grid = Grid(paper, sheet, (48, 108, 200, 250, 330, 390, 547), 94, style)
    i = c.item
    grid.cells(22, [(1, "姓名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (1, i("年龄"))])
    grid.cells(
        30, [(1, "科室"), (1, i("科室")), (1, "床号"), (1, i("床号")), (1, "病案号"), (1, i("病案号"))]
    )
    grid.cells(22, [(1, "入院时间"), (2, i("入院时间")), (1, "出院时间"), (2, i("出院时间"))])
    grid.cells(22, [(1, "身份证号"), (3, i("身份证号")), (1, "住院天数"), (1, i("住院天数"))])
    y = grid.y + 12
    parts = (
        ("【入院诊断】", c.all_diagnoses[0]),
        ("【主诉】", c.story.complaint),
        ("【入院情况及诊疗经过】", c.story.course + c.story.treatment),
        ("【出院诊断】", "；".join(numbered(c.all_diagnoses, "{n}、"))),
        ("【出院情况】", c.story.state),
        ("【出院医嘱】", "".join(numbered(c.story.orders, "{n}、"))),
    )
    for head, text in parts:
        sheet.text(50, y, head, style.size + 0.5, style.face, bold=True)
        y = paragraph(sheet, 58, y + 18, text, 480, style) + 5
    say_diagnoses(paper, c.all_diagnoses)
    _sign_off(paper, sheet, c, y + 20, style, signed, c.discharged)
    if seal is not None:
        seals.put(paper, sheet, 470, y + 32, seal or c.hospital, "病案室", shape="oval", size=118, seed=12)
    sheet.line(48, 806, 547, 806, 0.5)
    sheet.text(48, 811, "打印时间:2025-11-02 09:14:27   打印者:0317", 8, style.face)
    return paper


def discharge_underlined(
    c: Chart, *, signed: bool = True, seal: str | None = "", style: Style = UNDERLINED
) -> Paper:
    """出院小结 as typed into a form: labels without colons, values over underlines, long lines broken."""
    paper = Paper("discharge_summary", "discharge-underlined", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 44, c.hospital + "出院小结", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    who = [c.item(k) for k in ("姓名", "性别", "年龄", "科别")]
    row(paper, sheet, 86, who, (50, 180, 270, 370), style, 50)
    row(paper, sheet, 110, [c.item("住院号"), c.item("民族"), c.item("电话")], (50, 250, 370), style, 60)
    put(paper, sheet, 50, 134, c.item("住址"), style, 380)
    stay = [c.item("入院日期", ch.date_cn), c.item("出院日期", ch.date_cn)]
    row(paper, sheet, 158, stay, (50, 300), style, 110)
    y = 188.0
    names = "  ".join(numbered(c.all_diagnoses, "（{n}）"))
    for label, text in (
        ("出院诊断", names),
        ("病情摘要", c.story.complaint + c.story.course),
        ("治疗经过", c.story.treatment),
    ):
        end = sheet.text(50, y, label, style.size, style.face, bold=True)
        for n, line in enumerate(wrap(text, style.face, style.size, 486, end - 40)):
            x = end + 10 if n == 0 else 50
            sheet.text(x, y, line, style.size, style.face)
            sheet.line(x, y + 14, 545, y + 14, 0.4)
            y += 20
        y += 6
    say_diagnoses(paper, c.all_diagnoses)
    y = paragraph(sheet, 50, y, "出院情况：" + c.story.state, 490, style)
    y = paragraph(sheet, 50, y, "出院医嘱：" + "".join(numbered(c.story.orders)), 490, style)
    _sign_off(paper, sheet, c, y + 30, style, signed, c.discharged)
    if seal is not None:
        seals.put(paper, sheet, 430, y + 48, seal or c.hospital, size=116, seed=13, tilt=12)
    return paper
