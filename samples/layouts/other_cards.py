"""Second layouts of cards and certificates: electronic cards, a register page, an older permit, a table."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import faces, seals
from samples.layouts.dispensary import qr
from samples.paper import Colour, Paper
from samples.people import Person
from samples.setting import Grid, Style, wrap

INK: Colour = (24, 24, 28)
GREY: Colour = (120, 120, 130)
WHITE: Colour = (255, 255, 255)


def electronic_social_card(who: Person, issued: dt.date) -> Paper:
    """电子社保卡 as an app shows it: a red card with name and number, a code below."""
    paper = Paper("social_security_card", "social-security-screen", face="sans")
    sheet = paper.sheet((360, 640), (246, 246, 248))
    sheet.text(180, 20, "电子社保卡", 15, "sans-bold", anchor="c", colour=INK)
    sheet.box(20, 60, 340, 260, fill=(196, 60, 58), outline=None, radius=12)
    sheet.text(40, 78, "中华人民共和国社会保障卡", 13, "serif-bold", colour=(255, 236, 200))
    card = f"B{who.phone[-8:]}"
    rows = (
        ("姓名", who.name, "patient_name", who.name),
        ("社会保障号码", who.id_number, "id_number", who.id_number),
        ("社会保障卡号", card, "card_number", card),
        ("发卡日期", ch.date_dash(issued), "issue_date", issued.isoformat()),
    )
    for n, (label, printed, field, value) in enumerate(rows):
        sheet.text(40, 120 + n * 32, label, 9, "sans", colour=(255, 214, 200))
        sheet.text(40, 131 + n * 32, printed, 13, "sans", colour=WHITE)
        paper.says(field, value)
    code = f"SSC{card}00000000000000"
    sheet.stamp(110, 300, 140, 140, qr(code), multiply=False)
    paper.barcodes.append(code)
    sheet.text(180, 456, "向商家或窗口出示此码", 11, "sans", anchor="c", colour=GREY)
    return paper


def voucher_page(who: Person) -> Paper:
    """医保电子凭证 in a mini program: white, the full name, label above value."""
    paper = Paper("insurance_voucher", "voucher-mini-program", face="sans")
    sheet = paper.sheet((375, 760))
    sheet.box(0, 0, 375, 64, fill=(30, 150, 110), outline=None)
    sheet.text(187, 30, "医保码", 16, "sans-bold", anchor="c", colour=WHITE)
    sheet.text(187, 90, "医保电子凭证", 18, "sans-bold", anchor="c", colour=INK)
    code = f"4300000000{who.phone[-10:]}11111111"
    sheet.stamp(97, 130, 180, 180, qr(code), multiply=False)
    paper.barcodes.append(code)
    kind = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[who.insurance]
    rows = (
        ("姓名", who.name, "patient_name", who.name),
        ("参保地区", who.insured_place, "insured_place", who.insured_place),
        ("险种", kind, "insurance_type", who.insurance),
    )
    for n, (label, printed, field, value) in enumerate(rows):
        sheet.text(40, 350 + n * 56, label, 11, "sans", colour=GREY)
        sheet.text(40, 368 + n * 56, printed, 15, "sans", colour=INK)
        sheet.line(40, 396 + n * 56, 335, 396 + n * 56, 0.5, (226, 226, 230))
        paper.says(field, value)
    sheet.text(187, 560, "就医购药  扫码支付", 12, "sans", anchor="c", colour=GREY)
    return paper


def member_page(who: Person, address: str, authority: str, moved: dt.date) -> Paper:
    """A single 常住人口登记卡, copied without the first page; the address stands on it."""
    paper = Paper("household_register", "household-member-page", face="gbsn")
    sheet = paper.sheet((460, 330), (248, 244, 230))
    style = Style("gbsn", 9.5, colon="")
    sheet.text(230, 14, "常 住 人 口 登 记 卡", 15, "gbsn", anchor="c", bold=True)
    grid = Grid(paper, sheet, (20, 110, 240, 320, 440), 44, style)
    cell = {
        "姓名": ("", who.name, "patient_name", who.name),
        "性别": ("", who.sex, "sex", who.sex),
        "民族": ("", who.ethnicity + "族", "ethnicity", who.ethnicity),
        "出生": ("", ch.date_cn(who.born), "birth_date", who.born.isoformat()),
        "号码": ("", who.id_number, "id_number", who.id_number),
        "住址": ("", address, "address", address),
    }
    grid.cells(28, [(1, "姓  名"), (1, cell["姓名"]), (1, "户主或与户主关系"), (1, "户主")])
    grid.cells(28, [(1, "性  别"), (1, cell["性别"]), (1, "民  族"), (1, cell["民族"])])
    grid.cells(28, [(1, "出生日期"), (1, cell["出生"]), (1, "文化程度"), (1, "初中")])
    grid.cells(28, [(1, "公民身份号码"), (1, cell["号码"]), (1, "婚姻状况"), (1, "有配偶")])
    grid.cells(32, [(1, "住    址"), (3, cell["住址"])], "cl")
    grid.cells(32, [(1, "何时由何地迁来本市（县）"), (3, f"{ch.date_cn(moved)}因退休安置迁入")], "cl")
    sheet.text(30, 236, "承办人签章：", 9.5, "gbsn")
    sheet.text(280, 236, f"登记日期：{ch.date_cn(moved)}", 9.5, "gbsn")
    paper.says("issue_date", moved.isoformat())
    seals.put(paper, sheet, 350, 246, authority, "户口专用章", size=84, seed=83, tilt=7)
    paper.may_say("issuing_authority", authority)
    return paper


def residence_sheet(who: Person, address: str, authority: str, start: dt.date, end: dt.date) -> Paper:
    """A 居住登记证明 on paper, as police stations print where cards have not come yet."""
    paper = Paper("residence_permit", "residence-sheet", face="song")
    sheet = paper.sheet((516, 364))
    sheet.text(258, 30, "居 住 证", 20, "song", anchor="c", bold=True)
    style = Style("song", 11)
    picture = faces.portrait(who.face, who.sex, WHITE, age=2025 - who.born.year)
    sheet.stamp(390, 66, 90, 112, picture, multiply=False)
    paper.faces = 1
    y = 74.0
    rows = (
        ("姓名", who.name, "patient_name", who.name),
        ("公民身份号码", who.id_number, "id_number", who.id_number),
        ("出生日期", ch.date_cn0(who.born), "birth_date", who.born.isoformat()),
        ("居住地址", address, "address", address),
        ("户籍地址", who.address, None, None),
        ("签发机关", authority, "issuing_authority", authority),
        ("签发日期", ch.date_cn(start), "issue_date", start.isoformat()),
        ("有效期至", ch.date_cn(end), "valid_until", end.isoformat()),
    )
    for label, printed, field, value in rows:
        stop = sheet.text(40, y, label + "：", style.size, style.face)
        for line in wrap(printed, style.face, style.size, 370 - stop if y < 180 else 440 - stop):
            sheet.text(stop + 2, y, line, style.size, style.face)
            y += 17
        y += 9
        paper.says(field, value)
    seals.put(paper, sheet, 400, 280, authority, "居住证专用章", size=104, seed=84, tilt=-7)
    return paper


def posting_table(
    who: Person, employer: str, place: str, start: dt.date, end: dt.date, day: dt.date, *, seal: bool = True
) -> Paper:
    """异地工作人员花名 sheet for one: a ruled certificate, the seal over the employer's name."""
    paper = Paper("work_posting_letter", "posting-table", face="hei")
    sheet = paper.sheet()
    style = Style("hei", 11, colon="")
    sheet.text(297, 60, "派驻异地工作人员证明", 18, "hei", anchor="c", bold=True)
    grid = Grid(paper, sheet, (60, 160, 300, 380, 535), 104, style)
    name = ("", who.name, "patient_name", who.name)
    grid.cells(34, [(1, "姓  名"), (1, name), (1, "性别"), (1, ("", who.sex, "sex", who.sex))])
    grid.cells(34, [(1, "身份证号码"), (3, ("", who.id_number, "id_number", who.id_number))])
    grid.cells(34, [(1, "工作单位"), (3, employer)])
    grid.cells(34, [(1, "派驻地点"), (3, place + "样张大道16号")])
    span = f"{ch.date_dot(start)} — {ch.date_dot(end)}"
    paper.says("valid_from", start.isoformat())
    grid.cells(34, [(1, "派驻期限"), (3, ("", span, "valid_until", end.isoformat()))])
    phone = ("", who.phone, "phone", who.phone)
    grid.cells(34, [(1, "联系电话"), (3, phone)])
    y = grid.y + 40
    sheet.text(520, y, f"单位（公章）：{employer}", style.size, "hei", anchor="r")
    sheet.text(520, y + 28, ch.date_numerals(day), style.size, "hei", anchor="r")
    paper.says("issue_date", day.isoformat())
    if seal:
        seals.put(paper, sheet, 450, y + 16, employer, size=116, seed=109, tilt=-11)
    return paper
