"""Second layouts of the medical papers: other houses, other habits (vertical labels, cells, strips)."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.paper import A4, A5_WIDE, Paper
from samples.setting import Grid, Style, numbered, paragraph, put, row, say_diagnoses, wrap


def discharge_cells(
    c: Chart, *, style: Style | None = None, signed: bool = True, seal: str | None = ""
) -> Paper:
    """24小时内入出院记录-like sheet: every part in a cell, its label written down the left side."""
    style = style or Style("gbsn", 10.5, colon="")
    paper = Paper("discharge_summary", "discharge-cells", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 30, c.hospital, 15, style.face, anchor="c", bold=True)
    sheet.text(297, 54, "出  院  小  结", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    xs = (46, 70, 112, 176, 206, 240, 276, 330, 400, 450, 549)
    grid = Grid(paper, sheet, xs, 80, style)
    i = c.item
    sex, age = ("性别", i("性别"), 1), ("年龄", i("年龄"), 1)
    grid.pairs(24, ("姓 名", i("姓名"), 1), sex, age, ("住院号", i("住院号"), 2), first=2)
    grid.cells(24, [(2, "科 别"), (4, i("科别")), (1, "床号"), (1, i("床号")), (1, "职业"), (1, i("职业"))])
    days = ("入院日期", i("入院日期", ch.date_cn)), ("出院日期", i("出院日期", ch.date_cn))
    grid.cells(24, [(2, days[0][0]), (4, days[0][1]), (1, days[1][0]), (3, days[1][1])])
    for label, text, high in (
        ("入院诊断", c.all_diagnoses[0], 62),
        ("入院情况", c.story.complaint + c.story.course, 104),
        ("诊治经过", c.story.treatment, 104),
    ):
        x, y, right = grid.tall(high, label)
        paragraph(sheet, x, y, text, right - x, style)
    _cells_end(grid, c, style, signed)
    if seal is not None:
        y = grid.y + 26
        seals.put(paper, sheet, 420, y, seal or c.hospital, "病案室", size=108, seed=102, tilt=15)
    return paper


def _cells_end(grid: Grid, c: Chart, style: Style, signed: bool) -> None:
    """Diagnoses, orders, signature and date."""
    paper, sheet = grid.paper, grid.sheet
    x, y, _ = grid.tall(96, "出院诊断")
    for line in numbered(c.all_diagnoses, "{n}、"):
        sheet.text(x, y, line, style.size, style.face)
        y += 18
    say_diagnoses(paper, c.all_diagnoses)
    x, y, right = grid.tall(96, "出院医嘱")
    paragraph(sheet, x, y, "".join(numbered(c.story.orders, "{n}、")), right - x, style)
    y = grid.y + 16
    end = sheet.text(60, y, "主治医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 2, y - 8, c.physician if signed else None, seed=101)
    paper.may_say("physician_name", c.physician)
    sheet.text(380, y, ch.date_cn(c.discharged), style.size, style.face)
    paper.says("sign_date", c.discharged.isoformat())


def exam_cells(c: Chart, *, style: Style | None = None, signed: bool = True) -> Paper:
    """A ruled examination report of a county hospital: head in cells, labels in a left column."""
    style = style or Style("hei", 10, colon="")
    paper = Paper("exam_report", "exam-cells", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 40, c.hospital, 16, style.face, anchor="c", bold=True)
    sheet.text(297, 66, f"{c.story.exam}诊断报告单", 14, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    grid = Grid(paper, sheet, (46, 106, 196, 246, 306, 366, 436, 549), 92, style)
    i = c.item
    head = [(1, "姓名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (2, i("年龄"))]
    grid.cells(24, head)
    grid.cells(24, [(1, "科室"), (3, i("科室")), (1, "检查号"), (2, i("检查号"))])
    grid.cells(24, [(1, "检查部位"), (3, c.story.part), (1, "检查方法"), (2, c.story.method)])
    x, y, right = grid.tall(250, "检查所见")
    paragraph(sheet, x, y, c.story.seen, right - x, style, indent=20, lead=1.8)
    x, y, right = grid.tall(120, "检查结论")
    for line in numbered(c.story.impression, "（{n}）"):
        for part in wrap(line, style.face, style.size + 0.5, right - x):
            sheet.text(x, y, part, style.size + 0.5, style.face)
            y += 18
    say_diagnoses(paper, c.story.impression)
    y = grid.y + 14
    end = sheet.text(50, y, "诊断医师：", style.size, style.face)
    signatures.sign(
        paper, sheet, "physician", end + 2, y - 8, "彭海波" if signed else None, size=19, seed=103
    )
    paper.may_say("physician_name", "彭海波")
    shown = f"{ch.date_slash(c.reported)} 16:20"
    row(paper, sheet, y, [("报告时间：", shown, "report_date", c.reported.isoformat())], (340,), style)
    return paper


def prescription_herbal(c: Chart, *, style: Style | None = None) -> Paper:
    """中药处方 of a 中医院: herbs four a line, doses behind them, on a wide half sheet."""
    style = style or Style("kai", 11)
    paper = Paper("prescription", "prescription-herbal", face=style.face)
    sheet = paper.sheet(A5_WIDE, (255, 252, 244))
    sheet.text(297, 22, c.hospital + "中药处方笺", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    row(paper, sheet, 56, [c.item(k) for k in ("姓名", "性别", "年龄", "科别")], (40, 180, 270, 370), style)
    day = ("日期", ch.date_cn(c.visited), "issue_date", c.visited.isoformat())
    row(paper, sheet, 76, [c.item("门诊号"), day], (40, 370), style)
    put(paper, sheet, 40, 96, ("诊断", c.all_diagnoses[0], None, None), style)
    say_diagnoses(paper, c.all_diagnoses[:1])
    sheet.text(44, 122, "R.", 16, "song", bold=True)
    herbs = (
        "黄芪30g",
        "当归12g",
        "川芎10g",
        "白芍15g",
        "桂枝10g",
        "鸡血藤30g",
        "牛膝15g",
        "甘草6g",
        "茯苓15g",
    )
    for n, herb in enumerate(herbs):
        sheet.text(80 + n % 4 * 116, 148 + n // 4 * 28, herb, style.size + 1, style.face)
    sheet.text(80, 244, "×7剂    水煎服，每日1剂，早晚分服", style.size, style.face)
    sheet.line(36, 330, 559, 330, 0.8)
    end = sheet.text(40, 344, "医师：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end, 336, c.physician, seed=104)
    paper.may_say("physician_name", c.physician)
    sheet.text(250, 344, "调配：", style.size, style.face)
    sheet.text(400, 344, "复核：", style.size, style.face)
    return paper


def charges(c: Chart, *, style: Style | None = None) -> Paper:
    """A printed strip of charges from a self-service machine: narrow, values under one another."""
    style = style or Style("micro", 10)
    paper = Paper("medical_invoice", "invoice-strip", face=style.face)
    sheet = paper.sheet((230, 470))
    sheet.text(115, 16, c.hospital, 11, style.face, anchor="c", bold=True)
    sheet.text(115, 34, "门诊收费票据", 12, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    y = 60.0
    paid = ("收费日期", ch.date_dash(c.visited), "issue_date", c.visited.isoformat())
    for item in (c.item("姓名"), c.item("门诊号"), c.item("费别"), c.item("科室"), paid):
        put(paper, sheet, 14, y, item, style)
        y += 17
    sheet.line(12, y, 218, y, 0.5)
    y += 6
    items = [(d, f"{36.5 + n * 21.4:.2f}") for n, (d, _, _, _) in enumerate(c.story.drugs)]
    for name, money in [*items, ("诊察费", "15.00"), (f"{c.story.exam}检查费", "180.00")]:
        sheet.text(14, y, name, style.size, style.face)
        sheet.text(216, y, money, style.size, style.face, anchor="r")
        y += 17
    sheet.line(12, y, 218, y, 0.5)
    total = 195 + sum(float(m) for _, m in items)
    sheet.text(14, y + 6, f"合计：￥{total:.2f}", style.size + 2, style.face, bold=True)
    sheet.text(14, y + 30, "本票据遗失不补，请妥善保管", 8.5, style.face)
    return paper


def pathology_cells(c: Chart, *, style: Style | None = None) -> Paper:
    """A ruled 病理检查报告单 with the diagnosis in a cell of its own and two names."""
    style = style or Style("song", 10.5, colon="")
    paper = Paper("pathology_report", "pathology-cells", face=style.face)
    sheet = paper.sheet(A4)
    sheet.text(297, 42, c.hospital + "病理检查报告单", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    grid = Grid(paper, sheet, (46, 116, 216, 266, 326, 386, 549), 76, style)
    i = c.item
    grid.cells(24, [(1, "姓名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (1, i("年龄"))])
    number = ("", c.report, "report_number", c.report)
    grid.cells(24, [(1, "病理号"), (1, number), (1, "科别"), (3, i("科别"))])
    came = ch.date_cn(c.reported - dt.timedelta(days=3))
    grid.cells(24, [(1, "标本名称"), (3, "肝组织"), (1, "收到日期"), (1, came)])
    for label, text in (
        ("大体所见", "灰褐色条索状组织2条，长约1.0cm。"),
        ("光镜所见", "肝小叶结构破坏，纤维组织增生，假小叶形成，汇管区慢性炎细胞浸润。"),
    ):
        x, y, right = grid.tall(110, label)
        paragraph(sheet, x, y, text, right - x, style, indent=20)
    x, y, _ = grid.tall(90, "病理诊断")
    sheet.text(x, y, "（肝穿刺）结节性肝硬化", style.size + 1.5, style.face, bold=True)
    say_diagnoses(paper, ["（肝穿刺）结节性肝硬化"])
    y = grid.y + 16
    for n, (label, name) in enumerate((("报告医师：", "向文静"), ("审核医师：", "田保国"))):
        end = sheet.text(50 + n * 160, y, label, style.size, style.face)
        signatures.sign(paper, sheet, "physician", end, y - 8, name, size=19, seed=105 + n)
        paper.may_say("physician_name", name)
    row(
        paper,
        sheet,
        y,
        [("报告日期：", ch.date_dot(c.reported), "report_date", c.reported.isoformat())],
        (390,),
        style,
    )
    return paper


def referral_cells(c: Chart, to: str, *, style: Style | None = None, seal: str | None = "") -> Paper:
    """转诊备案表 of an insurance office: ruled, the physician above, the office and its seal below."""
    style = style or Style("hei", 10, colon="")
    paper = Paper("referral_letter", "referral-cells", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 40, "基本医疗保险参保人员转诊转院意见表", 16, style.face, anchor="c", bold=True)
    grid = Grid(paper, sheet, (46, 126, 226, 276, 336, 406, 549), 76, style)
    i = c.item
    grid.cells(28, [(1, "姓名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (1, i("年龄"))])
    grid.cells(28, [(1, "身份证号码"), (3, i("身份证号码")), (1, "联系电话"), (1, i("联系电话"))])
    grid.cells(28, [(1, "参保地"), (3, i("参保地")), (1, "参保类型"), (1, i("参保类型"))])
    here = ("", c.hospital, "hospital_name", c.hospital)
    grid.cells(28, [(1, "转出医院"), (3, here), (1, "科室"), (1, i("科室"))])
    grid.cells(28, [(1, "转入医院"), (5, to)])
    paper.may_say("hospital_name", to)
    x, y, right = grid.tall(150, "诊断及病情")
    y = paragraph(sheet, x, y, "诊断：" + "；".join(c.all_diagnoses), right - x, style)
    say_diagnoses(paper, c.all_diagnoses)
    paragraph(sheet, x, y + 4, c.story.complaint + c.story.course, right - x, style)
    x, y, right = grid.tall(110, "医师意见")
    sheet.text(x, y, "需转上级医院进一步治疗。", style.size, style.face)
    end = sheet.text(x + 60, y + 66, "经治医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end, y + 57, c.physician, seed=107)
    paper.may_say("physician_name", c.physician)
    x, y, right = grid.tall(130, "医保科意见")
    sheet.text(x, y, "同意转诊。", style.size, style.face)
    sheet.text(right - 150, y + 92, ch.date_cn(c.issued), style.size, style.face)
    paper.says("issue_date", c.issued.isoformat())
    if seal is not None:
        seals.put(
            paper, sheet, right - 110, y + 66, seal or c.hospital, "医保科", size=106, seed=108, tilt=-9
        )
    return paper
