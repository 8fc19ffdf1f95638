"""居住证 and 户口簿."""

from __future__ import annotations

import datetime as dt

from samples import chart as ch
from samples import faces, seals
from samples.layouts.identity import CARD, INK, guilloche
from samples.paper import Colour, Paper
from samples.people import Person
from samples.setting import wrap


def residence_permit(who: Person, address: str, authority: str, start: dt.date, end: dt.date) -> Paper:
    """居住证 (front): like an ID card, with the place of residence and the term."""
    paper = Paper("residence_permit", "residence-permit", face="hei")
    sheet = paper.sheet(CARD, (238, 246, 236))
    sheet.box(1, 1, 341, 215, outline=(190, 206, 190), radius=12)
    guilloche(sheet, ((218, 234, 216), (234, 236, 214)))
    sheet.text(120, 8, "居 住 证", 14, "serif-bold", anchor="c", colour=(30, 90, 60))
    rows = (
        ("姓名", who.name, "patient_name", who.name),
        ("性别", f"{who.sex}    民族 {who.ethnicity}", "sex", who.sex),
        ("出生", ch.date_cn(who.born), "birth_date", who.born.isoformat()),
        ("居住地址", address, "address", address),
    )
    y = 34.0
    for label, printed, field, value in rows:
        sheet.text(20, y, label, 9.5, "hei", colour=(60, 110, 80))
        for line in wrap(printed, "hei", 10.5, 142):
            sheet.text(68, y, line, 10.5, "hei", colour=INK)
            y += 15
        y += 5
        paper.says(field, value)
    paper.says("ethnicity", who.ethnicity)
    for label, printed, at in (
        ("公民身份号码", who.id_number, 154),
        ("签发机关", authority, 172),
        ("有效期限", f"{ch.date_dot(start)}-{ch.date_dot(end)}", 190),
    ):
        end_x = sheet.text(20, at, label, 9.5, "hei", colour=(60, 110, 80))
        sheet.text(end_x + 8, at, printed, 10.5, "micro", colour=INK)
    paper.says("id_number", who.id_number)
    paper.says("issuing_authority", authority)
    paper.says("valid_from", start.isoformat())
    paper.says("valid_until", end.isoformat())
    picture = faces.portrait(who.face, who.sex, (250, 250, 250), age=2025 - who.born.year)
    sheet.stamp(228, 28, 92, 115, picture, multiply=False)
    paper.faces = 1
    return paper


def household(who: Person, address: str, authority: str, moved: dt.date) -> Paper:
    """户口簿: the household's first page and the member's own page, as two pages of one paper."""
    paper = Paper("household_register", "household-register", face="song")
    tint: Colour = (250, 246, 232)
    first = paper.sheet((420, 297), tint)
    first.box(20, 40, 400, 250, width=0.8)
    for n, (label, value) in enumerate(
        (("户别", "家庭户"), ("户主姓名", who.name), ("户号", f"{who.phone[-6:]}"), ("住址", address))
    ):
        x, y = (30, 210, 30, 30)[n], (52, 52, 88, 124)[n]
        end = first.text(x, y, label, 10, "song")
        first.text(end + 14, y, value, 11, "hei")
    first.text(210, 16, "居民户口簿", 14, "song", anchor="c", bold=True)
    paper.says("patient_name", who.name)
    paper.says("address", address)
    first.text(30, 222, "签发机关（户口专用章）", 10, "song")
    first.text(250, 222, ch.date_cn(moved), 10, "hei")
    paper.says("issue_date", moved.isoformat())
    seals.put(paper, first, 300, 196, authority, "户口专用章", size=84, seed=81)
    _member_page(paper, who, tint, authority, address, moved)
    return paper


def _member_page(
    paper: Paper, who: Person, tint: Colour, authority: str, address: str, moved: dt.date
) -> None:
    page = paper.sheet((420, 297), tint)
    page.text(210, 14, "常住人口登记卡", 14, "song", anchor="c", bold=True)
    xs, ys = (20, 100, 220, 290, 400), [40 + n * 26 for n in range(9)]
    rows = [
        ("姓名", who.name, "户主或与户主关系", "户主"),
        ("曾用名", "", "性别", who.sex),
        ("出生地", "", "民族", f"{who.ethnicity}族"),
        ("籍贯", "", "出生日期", ch.date_cn(who.born)),
        ("公民身份号码", who.id_number, "文化程度", "高中"),
        ("婚姻状况", "有配偶", "兵役状况", ""),
        ("服务处所", "", "职业", ""),
        ("何时由何地迁来本址", f"{ch.date_cn(moved)}由{who.insured_place}迁来", "", ""),
    ]
    for r, cells in enumerate(rows):
        for n, text in enumerate(cells):
            page.box(xs[n], ys[r], xs[n + 1], ys[r + 1], width=0.5)
            size = 8.0 if n % 2 == 0 else 9.0
            lines = wrap(text, "song" if n % 2 == 0 else "hei", size, xs[n + 1] - xs[n] - 4)
            for k, line in enumerate(lines):
                y = ys[r] + 13 - len(lines) * 5 + k * 10
                page.text(xs[n] + 3, y, line, size, "song" if n % 2 == 0 else "hei")
    page.text(230, 262, f"登记日期：{ch.date_cn(moved)}", 9, "hei")
    for field, value in (
        ("sex", who.sex),
        ("ethnicity", who.ethnicity),
        ("birth_date", who.born.isoformat()),
        ("id_number", who.id_number),
        ("issuing_authority", authority),
    ):
        paper.says(field, value)
    paper.may_say("issuing_authority", authority)
    del paper.fields["issuing_authority"]
    seals.put(paper, page, 330, 236, authority, "户口专用章", size=76, seed=82, strength=0.7)
