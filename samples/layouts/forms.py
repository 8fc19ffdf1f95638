"""申请表 of Jiangxi and Hunan; synthetic, for their official layouts were not found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from samples import chart as ch
from samples import seals, signatures
from samples.chart import Chart
from samples.paper import Paper, Sheet
from samples.setting import Grid, Style, paragraph, say_diagnoses

SYNTHETIC = "样张（测试用，非官方表样）"


@dataclass(frozen=True, slots=True)
class Filing:
    """What is filled into a form about one claim."""

    disease: str
    signed_on: dt.date
    title: str = "副主任医师"
    doctor_signed: bool = True
    applicant_signed: bool = True
    seal: str | None = ""
    seal_text: str = "医保专用章"
    level: str = ""
    extra_disease: str = ""
    insured_place: str = ""


def _tick(on: bool) -> str:
    return "☑" if on else "□"


def _insurance(paper: Paper, c: Chart) -> str:
    paper.says("insurance_type", c.patient.insurance)
    employee = c.patient.insurance == "employee"
    return f"{_tick(employee)}职工  {_tick(not employee)}城乡居民"


def _claim(paper: Paper, f: Filing) -> str:
    names = [n for n in (f.disease, f.extra_disease) if n]
    for name in names:
        paper.says("claimed_disease", name)
    return "、".join(names)


def dated(
    paper: Paper, sheet: Sheet, x: float, y: float, day: dt.date | None, style: Style, field: str
) -> None:
    """A date of signing, or its blank; the date is written down as ``field``."""
    if day is None:
        sheet.text(x, y, "年      月      日", style.size, style.face)
        return
    sheet.text(x, y, ch.date_cn(day), style.size, style.face)
    paper.says(field, day.isoformat())


def jiangxi(c: Chart, f: Filing, *, style: Style | None = None) -> Paper:
    """《江西省门诊慢特病病种待遇认定申请表》 after the pieces that are known of it."""
    style = style or Style("song", 10, colon="")
    paper = Paper("application_form", "application-jiangxi", face=style.face)
    sheet = paper.sheet()
    sheet.text(297, 26, "江西省门诊慢特病病种待遇认定申请表", 17, style.face, anchor="c", bold=True)
    sheet.text(48, 52, f"编号：{c.report}", 9, style.face)
    sheet.text(547, 52, SYNTHETIC, 8.5, style.face, anchor="r")
    grid = Grid(paper, sheet, (46, 70, 126, 226, 286, 356, 426, 549), 66, style)
    i = c.item
    born = ("出生日期", i("出生日期"), 1)
    grid.pairs(24, ("姓    名", i("姓名"), 1), ("性  别", i("性别"), 1), born, first=2)
    grid.cells(24, [(2, "身份证件类型"), (1, "居民身份证"), (2, "身份证件号码"), (2, i("身份证件号码"))])
    place = f.insured_place or c.patient.insured_place
    kind = ("", _insurance(paper, c), None, None)
    where = ("参保地", ("", place, "insured_place", place), 1)
    grid.pairs(24, ("参保类型", kind, 1), where, ("联系电话", i("联系电话"), 1), first=2)
    grid.cells(24, [(2, "联系地址"), (5, i("联系地址"))], "cl")
    level = f"（{f.level}）" if f.level else ""
    if f.level:
        paper.says("hospital_level", f.level)
    hospital = ("", c.hospital + level, "hospital_name", c.hospital)
    grid.cells(30, [(2, "选定定点医疗机构"), (5, hospital)], "cl")
    claim = _claim(paper, f)
    grid.cells(26, [(2, "申请病种"), (3, claim), (1, "病种类别"), (1, "□Ⅰ类  ☑Ⅱ类")])
    _jiangxi_history(grid, c, style)
    _jiangxi_opinions(grid, c, f, style)
    note = "注：1.本表一病一表，不得涂改；2.责任医师须为诊断科室副主任医师及以上职称。"
    sheet.text(46, grid.y + 6, note, 8.5, style.face)
    return paper


def _jiangxi_history(grid: Grid, c: Chart, style: Style) -> None:
    sheet = grid.sheet
    x, y, _ = grid.tall(120, "病史简述及诊断依据")
    paragraph(sheet, x, y, c.story.complaint + c.story.course, 460, style, indent=20, lead=1.45)
    x, y, _ = grid.tall(46, "材料")
    sheet.text(
        x,
        y,
        "☑身份证件  ☑出院小结（记录）  □门诊病历  ☑检查、检验报告单  □病理报告  □其他",
        style.size,
        style.face,
    )
    note = "以上材料共      份，均为原件或经医疗机构盖章确认的复印件。"
    sheet.text(x, y + 18, note, style.size, style.face)


def _jiangxi_opinions(grid: Grid, c: Chart, f: Filing, style: Style) -> None:
    paper, sheet = grid.paper, grid.sheet
    x, y, right = grid.tall(76, "申请人承诺")
    sheet.text(
        x, y, "本人承诺所提供的材料真实、完整、有效，如有虚假，愿承担相应责任。", style.size, style.face
    )
    end = sheet.text(x + 120, y + 36, "申请人签名：", style.size, style.face)
    signatures.sign(
        paper, sheet, "applicant", end, y + 28, c.patient_name if f.applicant_signed else None, seed=71
    )
    dated(paper, sheet, right - 130, y + 36, f.signed_on, style, "application_date")
    x, y, right = grid.tall(116, "责任医师意见")
    shown = "；".join(c.all_diagnoses)
    y2 = paragraph(sheet, x, y, "诊断：" + shown, 455, style, lead=1.4)
    say_diagnoses(paper, c.all_diagnoses)
    paragraph(sheet, x, y2, f"经审核，符合{f.disease}认定标准，建议予以认定。", 455, style, lead=1.4)
    row_y = y + 82
    sheet.text(x, row_y, f"职称：{f.title}", style.size, style.face)
    if f.title:
        paper.says("physician_title", f.title)
    end = sheet.text(x + 130, row_y, "责任医师签名：", style.size, style.face)
    signatures.sign(
        paper, sheet, "physician", end, row_y - 8, c.physician if f.doctor_signed else None, seed=72
    )
    if f.doctor_signed:
        paper.may_say("physician_name", c.physician)
    dated(paper, sheet, right - 130, row_y, f.signed_on if f.doctor_signed else None, style, "sign_date")
    x, y, right = grid.tall(92, "医疗机构意见")
    sheet.text(x, y, "经医院医保部门初审，材料齐全，同意上报。", style.size, style.face)
    sheet.text(right - 220, y + 62, "（盖章）", style.size, style.face)
    dated(paper, sheet, right - 130, y + 62, f.signed_on, style, "sign_date")
    if f.seal is not None:
        seals.put(
            paper, sheet, right - 130, y + 40, f.seal or c.hospital, f.seal_text, size=100, seed=73, tilt=-10
        )
    x, y, right = grid.tall(84, "经办机构意见")
    sheet.text(x, y + 30, "经办人：", style.size, style.face)
    sheet.text(right - 220, y + 58, "（盖章）", style.size, style.face)
    dated(paper, sheet, right - 130, y + 58, None, style, "sign_date")


def hunan(c: Chart, f: Filing, *, style: Style | None = None) -> Paper:
    """Hunan's 门诊慢特病待遇资格认定申请表: fewer rules, the physician's opinion before the applicant's."""
    style = style or Style("hei", 10, colon=":")
    paper = Paper("application_form", "application-hunan", face=style.face)
    sheet = paper.sheet()
    kind = "职工" if c.patient.insurance == "employee" else "城乡居民"
    title = f"{c.patient.insured_place[:3]}基本医疗保险门诊慢特病待遇资格认定申请表"
    sheet.text(297, 30, title, 15, style.face, anchor="c", bold=True)
    sheet.text(297, 52, f"（{kind}）", 12, style.face, anchor="c")
    paper.may_say("insurance_type", c.patient.insurance)
    sheet.text(48, 60, SYNTHETIC, 8.5, style.face)
    sheet.text(547, 60, f"申请日期:{ch.date_dash(f.signed_on)}", 9.5, style.face, anchor="r")
    paper.says("application_date", f.signed_on.isoformat())
    grid = Grid(paper, sheet, (46, 116, 196, 236, 286, 346, 446, 549), 76, style)
    i = c.item
    person = [(1, part) for label in ("姓名", "性别", "年龄") for part in (label, i(label))]
    grid.cells(28, [*person, (1, "（一寸照片）")])
    grid.cells(28, [(1, "身份证号码"), (4, i("身份证号码")), (1, "联系电话"), (1, i("联系电话"))])
    place = f.insured_place or c.patient.insured_place
    insured = ("", place, "insured_place", place)
    grid.cells(28, [(1, "参保地"), (3, insured), (1, "人员类别"), (2, _insurance(paper, c))])
    grid.cells(28, [(1, "现住址"), (6, i("现住址"))], "cl")
    claim = _claim(paper, f)
    hospital = ("", c.hospital, "hospital_name", c.hospital)
    grid.cells(30, [(1, "申请病种"), (3, claim), (1, "诊断医院"), (2, hospital)])
    if f.level:
        grid.cells(26, [(1, "医院级别"), (6, ("", f.level, "hospital_level", f.level))])
    _hunan_blocks(grid, c, f, style)
    return paper


def _hunan_blocks(grid: Grid, c: Chart, f: Filing, style: Style) -> None:
    paper, sheet = grid.paper, grid.sheet
    x, y, _ = grid.tall(134, "主要病史及检查")
    text = f"{c.story.course}{c.story.part}{c.story.exam}:{'；'.join(c.story.impression)}。"
    paragraph(sheet, x, y, text, 420, style, indent=20, lead=1.5)
    x, y, right = grid.tall(140, "专科医师诊断意见")
    paragraph(sheet, x, y, "临床诊断:" + "；".join(c.all_diagnoses), 420, style)
    say_diagnoses(paper, c.all_diagnoses)
    end = sheet.text(x, y + 84, "医师签名:", style.size, style.face)
    signatures.sign(
        paper, sheet, "physician", end + 2, y + 76, c.physician if f.doctor_signed else None, seed=74
    )
    if f.doctor_signed:
        paper.may_say("physician_name", c.physician)
    sheet.text(x + 150, y + 84, f"职称:{f.title}", style.size, style.face)
    if f.title:
        paper.says("physician_title", f.title)
    dated(paper, sheet, right - 130, y + 112, f.signed_on if f.doctor_signed else None, style, "sign_date")
    x, y, right = grid.tall(110, "医院医保办意见")
    sheet.text(x, y, "情况属实，同意申报。", style.size, style.face)
    sheet.text(x + 120, y + 76, "盖章:", style.size, style.face)
    dated(paper, sheet, right - 130, y + 76, f.signed_on, style, "sign_date")
    if f.seal is not None:
        seals.put(
            paper, sheet, right - 120, y + 48, f.seal or c.hospital, f.seal_text, size=104, seed=75, tilt=7
        )
    x, y, right = grid.tall(70, "申请人")
    sheet.text(x, y, "本人对所填内容和所提交资料的真实性负责。", style.size, style.face)
    end = sheet.text(x, y + 34, "申请人（签字）:", style.size, style.face)
    signatures.sign(
        paper, sheet, "applicant", end + 2, y + 26, c.patient_name if f.applicant_signed else None, seed=76
    )
    x, y, _ = grid.tall(84, "医保经办机构")
    sheet.text(
        x, y + 40, "审核人:                  （盖章）              年      月      日", style.size, style.face
    )
