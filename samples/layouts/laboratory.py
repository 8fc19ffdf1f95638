"""检验报告单 in one and two columns, and ruled with codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from samples import seals, signatures
from samples.chart import Chart, Item, say_tests
from samples.panels import Test
from samples.paper import A4, A5_WIDE, Paper, Sheet
from samples.setting import Style, row, wrap

LAB = Style("song", 9.5)
LAB_HEI = Style("hei", 9, colon=":")


def _stamped(day: dt.date, clock: str) -> str:
    return f"{day.isoformat()} {clock}"


def _lab_foot(paper: Paper, sheet: Sheet, c: Chart, y: float, style: Style) -> None:
    """Times, technicians (who are no physicians), and the usual notice."""
    sheet.line(40, y, 555, y, 0.8)
    taken = c.reported
    xs = (44, 215, 390)
    times = (("采样时间", "07:42"), ("接收时间", "08:15"))
    items: list[Item] = [(label, _stamped(taken, clock), None, None) for label, clock in times]
    items.append(("报告时间", _stamped(c.reported, "10:36"), "report_date", c.reported.isoformat()))
    row(paper, sheet, y + 6, items, xs, style)
    sheet.text(44, y + 24, style.label("检验者"), style.size, style.face)
    signatures.sign(paper, sheet, None, 88, y + 19, "刘倩", size=16, seed=31)
    sheet.text(215, y + 24, style.label("审核者"), style.size, style.face)
    signatures.sign(paper, sheet, None, 258, y + 19, "陈国栋", size=16, seed=32)
    sheet.text(390, y + 24, "本报告仅对该标本负责", style.size - 0.5, style.face)


def lab_one_column(c: Chart, *, seal: bool = False, style: Style = LAB, times: bool = True) -> Paper:
    """检验报告单 on half a sheet: name, result, flag, reference, unit, without vertical rules."""
    tests = c.all_tests
    tall = max(421.0, 190 + len(tests) * 17 + 60)
    paper = Paper("lab_report", "lab-one-column", face=style.face)
    sheet = paper.sheet((595, tall) if times else A4)
    sheet.text(297, 22, c.hospital + "检验报告单", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    sheet.text(555, 46, f"标本号：{c.reported:%Y%m%d}G117", 8.5, style.face, anchor="r")
    row(paper, sheet, 62, [c.item(k) for k in ("姓名", "性别", "年龄", "科别")], (44, 180, 290, 400), style)
    number = c.item("报告单号")
    blank: tuple[str, str, None, None] = ("标本类型", "血清", None, None)
    row(paper, sheet, 79, [c.item("住院号"), c.item("床号"), blank, number], (44, 180, 290, 400), style)
    sent = ("送检医师", c.physician, "physician_name", c.physician)
    seen = ("临床诊断", c.all_diagnoses[0], "diagnosis", c.all_diagnoses[0])
    row(paper, sheet, 96, [sent, seen], (44, 180), style)
    sheet.line(40, 114, 555, 114, 1)
    columns = ((44, "序号"), (84, "检验项目"), (260, "结果"), (330, "提示"), (380, "参考范围"), (480, "单位"))
    for x, head in columns:
        sheet.text(x, 118, head, style.size, style.face, bold=True)
    sheet.line(40, 133, 555, 133, 0.8)
    y = 138.0
    for n, t in enumerate(tests, 1):
        for (x, _), text in zip(
            columns, (str(n), t.name, t.result, t.flag, t.reference, t.unit), strict=True
        ):
            sheet.text(x, y, text, style.size, style.face)
        y += 17
    say_tests(paper, tests)
    _lab_foot(paper, sheet, c, max(y + 6, tall - 60 if times else 380), style)
    if seal:
        seals.put(paper, sheet, 480, tall - 60, c.hospital, "检验专用章", size=92, seed=33, strength=0.7)
    return paper


def _table_head(sheet: Sheet, x: float, y: float, widths: Sequence[float], style: Style) -> None:
    for head, wide in zip(("项目名称", "结果", "", "单位", "参考区间"), widths, strict=True):
        sheet.text(x + 2, y, head, style.size, style.face, bold=True)
        x += wide


def _half(
    sheet: Sheet, x: float, y: float, tests: Sequence[Test], widths: Sequence[float], style: Style
) -> float:
    for t in tests:
        at = x
        for text, wide in zip((t.name, t.result, t.flag, t.unit, t.reference), widths, strict=True):
            size = style.size
            while len(wrap(text, style.face, size, wide - 3)) > 1 and size > 6:
                size -= 0.5
            sheet.text(at + 2, y + 3, text, size, style.face)
            at += wide
        y += 17
    return y


def lab_two_columns(c: Chart, *, style: Style = LAB_HEI) -> Paper:
    """检验报告单 with two tables side by side, ruled, the wider head of a network system."""
    tests = c.all_tests
    paper = Paper("lab_report", "lab-two-columns", face=style.face)
    sheet = paper.sheet(A5_WIDE)
    sheet.text(40, 20, c.hospital, 13, style.face, bold=True)
    sheet.text(297, 40, "检 验 报 告 单", 15, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    row(
        paper,
        sheet,
        64,
        [c.item(k) for k in ("姓名", "性别", "年龄", "病案号", "科室")],
        (40, 135, 200, 275, 420),
        style,
    )
    row(
        paper,
        sheet,
        80,
        [c.item("报告单号"), c.item("床号"), ("样本", "血液", None, None)],
        (40, 200, 275),
        style,
    )
    half = -(-len(tests) // 2)
    widths = (104, 48, 14, 42, 50)
    top = 98.0
    for n, part in enumerate((tests[:half], tests[half:])):
        x = 38 + n * 262
        sheet.box(x, top, x + 258, top + 18 + half * 17 + 4, width=0.7)
        sheet.line(x, top + 17, x + 258, top + 17, 0.7)
        _table_head(sheet, x, top + 3, widths, style)
        _half(sheet, x, top + 18, part, widths, style)
    say_tests(paper, tests)
    _lab_foot(paper, sheet, c, 372, style)
    return paper


def lab_coded(c: Chart, *, style: Style | None = None) -> Paper:
    """A report ruled cell by cell: number, English code, Chinese name, result with flag in one cell."""
    style = style or Style("micro", 9.5, colon="")
    tests = c.all_tests
    paper = Paper("lab_report", "lab-coded", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 36, c.hospital, 16, style.face, anchor="c", bold=True)
    sheet.text(297, 60, "检验医学中心检测报告", 13, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    _labels_above(paper, sheet, c, style)
    xs = (40, 70, 130, 290, 380, 470, 555)
    heads = ("No", "代号", "检测项目", "检测结果", "参考区间", "单位")
    y = 140.0
    rows = [
        heads,
        *(
            (str(n), t.code, t.name, f"{t.result} {t.flag}".strip(), t.reference, t.unit)
            for n, t in enumerate(tests, 1)
        ),
    ]
    for cells in rows:
        for n, text in enumerate(cells):
            sheet.box(xs[n], y, xs[n + 1], y + 19, width=0.5)
            sheet.text(xs[n] + 3, y + 4, text, style.size, style.face, bold=cells is heads)
        y += 19
    say_tests(paper, tests)
    _lab_foot(paper, sheet, c, y + 20, Style(style.face, style.size))
    return paper


def _labels_above(paper: Paper, sheet: Sheet, c: Chart, style: Style) -> None:
    """A band of small grey labels with the values under them."""
    x = 44.0
    for label, room in (
        ("姓名", 75),
        ("性别", 45),
        ("年龄", 55),
        ("科室", 150),
        ("住院号", 105),
        ("报告单号", 90),
    ):
        _, printed, field, value = c.item(label)
        sheet.text(x, 90, label, 8, style.face, colour=(120, 120, 120))
        sheet.text(x, 103, printed, style.size + 0.5, style.face)
        paper.says(field, value)
        x += room
    sheet.line(40, 124, 555, 124, 0.6)
