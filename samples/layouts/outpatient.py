"""门诊病历 and 疾病诊断证明书."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart, DateStyle
from samples.paper import A4, A5_TALL, A5_WIDE, B5, Paper, Sheet
from samples.setting import Grid, Style, numbered, paragraph, put, row, say_diagnoses, section, wrap


def record(c: Chart, *, style: Style | None = None, signed: bool = True, seal: bool = False) -> Paper:
    """门（急）诊病历 printed by a hospital system: one label a paragraph."""
    style = style or Style("song", 10.5)
    paper = Paper("outpatient_record", "outpatient-printed", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 44, c.hospital, 17, style.face, anchor="c", bold=True)
    sheet.text(297, 72, "门（急）诊病历", 14, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    row(
        paper, sheet, 104, [c.item(k) for k in ("姓名", "性别", "年龄", "门诊号")], (50, 180, 280, 380), style
    )
    when = ("就诊时间", f"{ch.date_dash(c.visited)} 09:32", "visit_date", c.visited.isoformat())
    row(paper, sheet, 122, [when, c.item("科别"), c.item("费别")], (50, 230, 380), style)
    sheet.line(46, 142, 549, 142, 0.8)
    y = 152.0
    for head, text in (
        ("主诉", c.story.complaint),
        ("现病史", c.story.course),
        ("既往史", "否认药物、食物过敏史，否认手术外伤史。"),
        ("体格检查", c.story.state.replace("患者", "")),
        ("辅助检查", f"{c.story.part}{c.story.exam}：{c.story.impression[0]}。"),
    ):
        y = section(sheet, 50, y, head, text, 490, style) + 3
    y = section(sheet, 50, y, "诊断", "  ".join(numbered(c.all_diagnoses)), 490, style) + 3
    say_diagnoses(paper, c.all_diagnoses)
    sheet.text(50, y, "处理" + style.colon, style.size, style.face, bold=True)
    y += 18
    for n, (drug, _, packs, use) in enumerate(c.story.drugs, 1):
        y = paragraph(sheet, 72, y, f"{n}. {drug} ×{packs}  {use}", 460, style)
    y = paragraph(sheet, 72, y, f"{len(c.story.drugs) + 1}. {c.story.orders[-1]}", 460, style)
    end = sheet.text(360, y + 30, style.label("医师签名"), style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, y + 23, c.physician if signed else None, seed=51)
    paper.may_say("physician_name", c.physician)
    if seal:
        seals.put(paper, sheet, 440, y + 40, c.hospital, "门诊部", size=104, seed=52)
    return paper


def booklet(c: Chart, *, style: Style | None = None) -> Paper:
    """A page of a 门诊病历本: printed rules, the physician's own hand."""
    style = style or Style("kai", 11)
    paper = Paper("outpatient_record", "outpatient-booklet", face="gkai")
    sheet = paper.sheet(A5_TALL, (252, 250, 240))
    sheet.text(210, 26, c.hospital, 14, style.face, anchor="c", bold=True)
    sheet.text(210, 48, "门 诊 病 历", 13, style.face, anchor="c")
    paper.says("hospital_name", c.hospital)
    row(paper, sheet, 78, [c.item("姓名"), c.item("性别"), c.item("年龄")], (30, 180, 280), style)
    row(paper, sheet, 98, [c.item("科别"), c.item("就诊日期", ch.date_cn)], (30, 220), style)
    for n in range(19):
        sheet.line(28, 138 + n * 22, 393, 138 + n * 22, 0.4, (150, 170, 200))
    y = 120.0
    hand = Style("gkai", 12.5)
    names = "、".join(c.all_diagnoses[:2])
    text = f"主诉：{c.story.complaint}\n查体：神清，心肺听诊无特殊。\n诊断：{names}\n处理："
    for part in text.split("\n"):
        for line in _lines(part, hand):
            sheet.text(34, y, line, hand.size, hand.face, colour=(30, 36, 90))
            y += 22
    for drug, amount, packs, _ in c.story.drugs:
        sheet.text(50, y, f"{drug} {amount} {packs}", hand.size, hand.face, colour=(30, 36, 90))
        y += 22
    say_diagnoses(paper, c.all_diagnoses[:2])
    end = sheet.text(230, 548, "医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 4, 540, c.physician, seed=53)
    paper.may_say("physician_name", c.physician)
    return paper


def _lines(text: str, style: Style) -> list[str]:
    return wrap(text, style.face, style.size, 355)


def certificate(
    c: Chart,
    *,
    style: Style | None = None,
    signed: bool = True,
    seal: str | None = "",
    middle: str = "诊断证明专用章",
    colour: str = "red",
    dates: DateStyle = ch.date_cn,
    titled: bool = True,
) -> Paper:
    """疾病诊断证明书 on half a sheet: values over underlines, opinion, signature, seal over the date."""
    style = style or Style("song", 11, underline=True)
    paper = Paper("diagnosis_certificate", "certificate-underlined", face=style.face)
    sheet = paper.sheet(A5_WIDE)
    sheet.text(297, 28, c.hospital, 16, style.face, anchor="c", bold=True)
    sheet.text(297, 54, "疾病诊断证明书", 17, style.face, anchor="c", bold=True, spacing=3)
    paper.says("hospital_name", c.hospital)
    sheet.text(545, 60, f"№ {c.report}", 9, style.face, anchor="r", colour=(180, 30, 30))
    who = [c.item(label) for label in ("姓名", "性别", "年龄", "科别")]
    row(paper, sheet, 96, who, (50, 180, 260, 350), style, 40)
    row(paper, sheet, 120, [c.item("门诊号"), c.item("身份证号")], (50, 260), style, 110)
    put(paper, sheet, 50, 144, c.item("住址"), style, 300)
    plain = Style(style.face, style.size)
    sheet.text(50, 172, "诊断：", style.size, style.face, bold=True)
    y = 172.0
    for line in numbered(c.all_diagnoses):
        sheet.text(92, y, line, style.size, style.face)
        y += 18
    say_diagnoses(paper, c.all_diagnoses)
    sheet.text(50, y + 8, "处理意见：", style.size, style.face, bold=True)
    y = paragraph(sheet, 112, y + 8, "建议长期规律门诊治疗，定期复查。" + c.story.orders[0], 420, plain)
    _certificate_end(paper, sheet, c, y, plain, c.title if titled else "", signed)
    put(paper, sheet, 320, y + 48, ("日期", dates(c.issued), "issue_date", c.issued.isoformat()), plain)
    if seal is not None:
        text, ink = seal or c.hospital, colour
        seals.put(paper, sheet, 430, y + 36, text, middle, size=110, seed=55, tilt=-14, colour=ink)
    sheet.text(50, 398, "注：本证明无医师签名及医院盖章无效，涂改无效。", 8.5, style.face)
    return paper


def _certificate_end(
    paper: Paper, sheet: Sheet, c: Chart, y: float, style: Style, title: str, signed: bool
) -> None:
    end = sheet.text(320, y + 22, "医师签名：", style.size, style.face)
    signatures.sign(paper, sheet, "physician", end + 2, y + 14, c.physician if signed else None, seed=54)
    paper.may_say("physician_name", c.physician)
    if title:
        sheet.text(460, y + 22, f"职称：{title}", style.size, style.face)
        paper.says("physician_title", title)


def certificate_table(
    c: Chart, *, style: Style | None = None, signed: bool = True, seal: str | None = ""
) -> Paper:
    """诊断证明书 as a ruled form, two tear-off halves apart; the title stands behind the name."""
    style = style or Style("hei", 10, colon="")
    paper = Paper("diagnosis_certificate", "certificate-ruled", face=style.face)
    sheet = paper.sheet(B5)
    sheet.text(258, 40, c.hospital + "诊断证明书", 16, style.face, anchor="c", bold=True)
    paper.says("hospital_name", c.hospital)
    grid = Grid(paper, sheet, (40, 110, 210, 260, 330, 390, 476), 76, style)
    i = c.item
    grid.cells(26, [(1, "姓  名"), (1, i("姓名")), (1, "性别"), (1, i("性别")), (1, "年龄"), (1, i("年龄"))])
    grid.cells(26, [(1, "身份证号"), (3, i("身份证号")), (1, "科室"), (1, i("科室"))])
    grid.cells(26, [(1, "就诊日期"), (3, i("就诊日期")), (1, "门诊号"), (1, i("门诊号"))])
    x, y, _ = grid.tall(170, "诊断及诊断依据")
    for line in numbered(c.all_diagnoses, "{n}、"):
        sheet.text(x, y, line, style.size + 0.5, style.face)
        y += 18
    say_diagnoses(paper, c.all_diagnoses)
    plain = Style(style.face, style.size)
    paragraph(sheet, x, y + 6, "依据：" + c.story.complaint + c.story.impression[0] + "。", 350, plain)
    x, y, _ = grid.tall(110, "处理意见")
    paragraph(sheet, x, y, "；".join(o.rstrip("。") for o in c.story.orders), 350, plain)
    y = grid.y + 20
    end = sheet.text(200, y, "诊断医师（签章）：", style.size + 0.5, style.face)
    signatures.sign(paper, sheet, "physician", end, y - 8, c.physician if signed else None, seed=56)
    paper.may_say("physician_name", c.physician)
    if signed:
        seals.put(paper, sheet, end + 100, y + 4, c.physician, shape="square", size=36, seed=57)
    sheet.text(200, y + 30, ch.date_cn(c.issued), style.size + 0.5, style.face)
    paper.says("issue_date", c.issued.isoformat())
    if seal is not None:
        seals.put(paper, sheet, 300, y + 34, seal or c.hospital, "医疗证明专用章", size=112, seed=58, tilt=9)
    return paper


def unrelated(c: Chart) -> Paper:
    """A notice that belongs to no kind of the contract: a hospital's flyer on vaccination."""
    paper = Paper("unknown", "flyer")
    sheet = paper.sheet(A4)
    sheet.text(297, 60, "温馨提示", 26, "hei", anchor="c", bold=True)
    style = Style("hei", 13)
    text = "流感高发季节，请您外出佩戴口罩、勤洗手、常通风。"
    text += "接种流感疫苗请到所在社区接种门诊预约，接种后请留观三十分钟。"
    y = paragraph(sheet, 60, 120, text, 470, style, indent=26)
    paragraph(
        sheet,
        60,
        y + 20,
        "停车场入口改由北门进出，电动车请停放至地下一层充电区。感谢您的理解与配合！",
        470,
        style,
        indent=26,
    )
    sheet.text(530, 420, ch.date_cn(dt.date(2025, 10, 1)), 13, "hei", anchor="r")
    return paper
