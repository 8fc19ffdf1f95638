"""The two ruled pages of a 住院病案首页."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import seals
from samples.chart import Chart
from samples.paper import Paper, Sheet
from samples.setting import Grid, Style, paragraph, say_diagnoses


def front_page(c: Chart, *, style: Style | None = None, seal: bool = True) -> Paper:
    """住院病案首页 after the layout of 2012: two ruled pages; the staff row holds role labels."""
    style = style or Style("song", 9, colon="")
    paper = Paper("inpatient_front_page", "front-page-2012", face=style.face)
    _front_one(paper, c, style)
    if seal:
        seals.put(
            paper, paper.sheets[0], 452, 92, c.hospital, "病案复印专用章", size=96, seed=21, strength=0.7
        )
    _front_two(paper, c, style)
    return paper


def _line(paper: Paper, sheet: Sheet, y: float, parts: list[tuple[float, object]], style: Style) -> None:
    """Labels with their values over short underlines, as the front page has them."""
    for x, part in parts:
        if isinstance(part, tuple):
            label, printed, field, value = part
            end = sheet.text(x, y, label + " ", style.size, style.face)
            stop = sheet.text(end + 2, y, printed, style.size, style.face)
            sheet.line(end, y + 11.5, stop + 6, y + 11.5, 0.4)
            paper.says(field, value)
        else:
            sheet.text(x, y, str(part), style.size, style.face)


def _front_one(paper: Paper, c: Chart, style: Style) -> None:
    sheet = paper.sheet()
    face, i, who = style.face, c.item, c.patient
    sheet.text(48, 32, f"医疗机构 {c.hospital}（组织机构代码：00000000-0）", 9, face)
    paper.says("hospital_name", c.hospital)
    pay = {"employee": "1", "resident": "2"}[who.insurance]
    sheet.text(48, 48, f"医疗付费方式：{pay} 1.城镇职工基本医疗保险 2.城乡居民基本医疗保险", 8.5, face)
    paper.may_say("insurance_type", who.insurance)
    sheet.text(297, 64, "住 院 病 案 首 页", 17, face, anchor="c", bold=True)
    _line(paper, sheet, 92, [(48, "健康卡号："), (230, "第 2 次住院"), (380, i("病案号"))], style)
    sheet.box(44, 108, 551, 800, width=1)
    born = ("出生日期", ch.date_cn(who.born), "birth_date", who.born.isoformat())
    sex = ("性别", ("1" if who.sex == "男" else "2") + " 1.男 2.女", "sex", who.sex)
    nation = (470, "国籍 中国")
    _line(paper, sheet, 115, [(50, i("姓名")), (150, sex), (250, born), (390, i("年龄")), nation], style)
    infant = ((50, "（年龄不足1周岁的）年龄  -  月"), (250, "新生儿出生体重  -  克"))
    _line(paper, sheet, 133, [*infant, (400, "新生儿入院体重  -  克")], style)
    home = ((50, f"出生地 {who.address[:6]}"), (200, f"籍贯 {who.address[:6]}"))
    _line(paper, sheet, 151, [*home, (400, i("民族"))], style)
    married = (400, "婚姻 2 1.未婚 2.已婚 3.丧偶")
    _line(paper, sheet, 169, [(50, i("身份证号")), (250, i("职业")), married], style)
    _line(paper, sheet, 187, [(50, i("现住址")), (330, i("电话")), (460, "邮编 000000")], style)
    _line(paper, sheet, 205, [(50, f"户口地址 {who.address}"), (460, "邮编 000000")], style)
    _line(paper, sheet, 223, [(50, "工作单位及地址 -"), (330, "单位电话 -"), (460, "邮编 -")], style)
    _line(paper, sheet, 241, [(50, "联系人姓名 -"), (170, "关系 -"), (250, "地址 -"), (420, "电话 -")], style)
    _stay(paper, sheet, c, style)
    _diagnosis_table(paper, sheet, c, style)


def _stay(paper: Paper, sheet: Sheet, c: Chart, style: Style) -> None:
    """How and when the patient came and left."""
    face = style.face
    sheet.line(44, 256, 551, 256)
    sheet.text(50, 260, "入院途径 2 1.急诊 2.门诊 3.其他医疗机构转入 9.其他", style.size, face)
    into = ("入院时间", ch.date_cn(c.admitted) + " 10 时", "admission_date", c.admitted.isoformat())
    out = ("出院时间", ch.date_cn(c.discharged) + " 09 时", "discharge_date", c.discharged.isoformat())
    ward = ("入院科别", c.story.department, "department", c.story.department)
    _line(paper, sheet, 278, [(50, into), (230, ward), (400, "病房 三病区"), (470, "转科科别 -")], style)
    days = (c.discharged - c.admitted).days
    left = (230, f"出院科别 {c.story.department}")
    _line(paper, sheet, 296, [(50, out), left, (470, f"实际住院 {days} 天")], style)
    seen = (50, f"门（急）诊诊断 {c.all_diagnoses[0]}")
    _line(paper, sheet, 314, [seen, (390, f"疾病编码 {c.story.codes[0]}")], style)


def _diagnosis_table(paper: Paper, sheet: Sheet, c: Chart, style: Style) -> None:
    grid = Grid(paper, sheet, (44, 215, 290, 335, 450, 515, 551), 332, style)
    grid.cells(26, [(1, head) for head in ("出院诊断", "疾病编码", "入院病情") * 2])
    names = list(c.all_diagnoses)
    codes = [*c.story.codes, *["R69.x00"] * 8][: len(names)]
    for n in range(9):
        label = "主要诊断：" if n == 0 else ("其他诊断：" if n == 1 else "")
        text = label + names[n] if n < len(names) else label
        code = codes[n] if n < len(names) else ""
        grid.cells(22, [(1, text), (1, code), (1, "1" if code else ""), (1, ""), (1, ""), (1, "")], "lccccc")
    say_diagnoses(paper, names)
    _staff(paper, sheet, c, style, grid.y)


def _staff(paper: Paper, sheet: Sheet, c: Chart, style: Style, y: float) -> None:
    """Under the table: allergies, blood, and the row of role labels with names."""
    face, size = style.face, style.size
    sheet.text(50, y + 5, "入院病情：1.有 2.临床未确定 3.情况不明 4.无", size, face)
    sheet.line(44, y + 20, 551, y + 20)
    sheet.text(50, y + 26, "损伤、中毒的外部原因 -                         疾病编码 -", size, face)
    sheet.text(50, y + 46, "病理诊断： -                     疾病编码 -            病理号 -", size, face)
    sheet.text(
        50, y + 66, "药物过敏 1 1.无 2.有，过敏药物： -            死亡患者尸检 □ 1.是 2.否", size, face
    )
    sheet.text(
        50, y + 86, "血型 1 1.A 2.B 3.O 4.AB 5.不详 6.未查        Rh 2 1.阴 2.阳 3.不详 4.未查", size, face
    )
    sheet.line(44, y + 102, 551, y + 102)
    for n, (label, name) in enumerate(
        (
            ("科主任", "何正平"),
            ("主任（副主任）医师", c.physician),
            ("主治医师", "邓小川"),
            ("住院医师", "罗佳"),
        )
    ):
        sheet.text(50 + (0, 100, 270, 400)[n], y + 110, f"{label} {name}", size, face)
    paper.may_say("physician_name", c.physician)
    for name in ("邓小川", "罗佳", "何正平"):
        paper.may_say("physician_name", name)
    sheet.text(50, y + 130, "责任护士 谭丽      进修医师 -        实习医师 -        编码员 0412", size, face)
    quality = c.discharged + dt.timedelta(days=3)
    sheet.text(
        50,
        y + 150,
        f"病案质量 1 1.甲 2.乙 3.丙   质控医师 邓小川   质控护士 谭丽   质控日期 {ch.date_cn(quality)}",
        size,
        face,
    )


def _front_two(paper: Paper, c: Chart, style: Style) -> None:
    sheet = paper.sheet()
    sheet.box(44, 40, 551, 800, width=1)
    grid = Grid(paper, sheet, (44, 110, 175, 205, 320, 365, 400, 435, 475, 515, 551), 40, style)
    head = (
        "手术及操作编码",
        "手术及操作日期",
        "手术级别",
        "手术及操作名称",
        "术者",
        "Ⅰ助",
        "Ⅱ助",
        "切口愈合等级",
        "麻醉方式",
        "麻醉医师",
    )
    grid.cells(34, [(1, h) for h in head])
    for _ in range(7):
        grid.cells(26, [(1, "")] * 10)
    y = grid.y + 8
    for text in (
        "离院方式 1 1.医嘱离院 2.医嘱转院，拟接收医疗机构名称： -  3.医嘱转社区卫生服务机构 "
        "4.非医嘱离院 5.死亡 9.其他",
        "是否有出院31天内再住院计划 1 1.无 2.有，目的： -",
        "颅脑损伤患者昏迷时间：入院前 - 天 - 小时 - 分钟    入院后 - 天 - 小时 - 分钟",
        "住院费用（元）：总费用 8642.37（自付金额：1936.20）",
        "1.综合医疗服务类：（1）一般医疗服务费：486.00（2）一般治疗操作费：372.50（3）护理费：288.00",
        "2.诊断类：（5）病理诊断费：0.00（6）实验室诊断费：1268.00（7）影像学诊断费：940.00（8）临床诊断项目费：212.00",
        "3.治疗类：（9）非手术治疗项目费：315.00（10）手术治疗费：0.00",
        "6.西药类：（15）西药费：3980.62  7.中药类：（16）中成药费：420.25（17）中草药费：0.00",
    ):
        y = paragraph(sheet, 50, y, text, 495, style) + 3
