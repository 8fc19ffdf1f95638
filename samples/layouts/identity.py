"""身份证, 社会保障卡, 医保电子凭证. All invented; none a true copy.

Each carries 样张 in small print; emblems are plain shapes, so that nothing here could be passed off.
"""

from __future__ import annotations

import datetime as dt
import math

from PIL import Image

from samples import chart as ch
from samples import faces
from samples.layouts.dispensary import qr
from samples.paper import A4, Colour, Paper, Sheet
from samples.people import Person
from samples.raster import paint
from samples.setting import wrap

CARD = (342.0, 216.0)
"""85.6 × 54 mm, drawn at 1.41 times its size."""
LABEL: Colour = (50, 90, 130)
INK: Colour = (24, 24, 28)


def guilloche(sheet: Sheet, tints: tuple[Colour, Colour]) -> None:
    """Fine wavy lines of two tints, as security print has."""
    for n in range(30):
        colour = tints[n % 2]
        last = (6.0, 8.0 + n * sheet.height / 30)
        for step in range(1, 50):
            x = 6 + step * (sheet.width - 12) / 49
            y = 8 + n * (sheet.height - 10) / 30 + 4 * math.sin(step / 3.2 + n * 0.7)
            sheet.line(*last, x, y, 0.4, colour)
            last = (x, y)


def _small_print(sheet: Sheet) -> None:
    sheet.text(sheet.width - 14, sheet.height - 12, "样张", 6, "hei", anchor="r", colour=(170, 150, 150))


def _front(sheet: Sheet, who: Person, at: tuple[float, float], number: str, name: str) -> None:
    dx, dy = at
    face = "hei"
    for label, x, y in (
        ("姓名", 24, 26),
        ("性别", 24, 52),
        ("民族", 104, 52),
        ("出生", 24, 78),
        ("住址", 24, 104),
    ):
        sheet.text(dx + x, dy + y, label, 9.5, face, colour=LABEL)
    sheet.text(dx + 56, dy + 24, name, 13, face, colour=INK, spacing=2)
    sheet.text(dx + 56, dy + 51, who.sex, 11, face, colour=INK)
    sheet.text(dx + 136, dy + 51, who.ethnicity, 11, face, colour=INK)
    right = dx + 56.0
    for value, unit in ((who.born.year, "年"), (who.born.month, "月"), (who.born.day, "日")):
        right = sheet.text(right, dy + 77, str(value), 11, face, colour=INK) + 5
        right = sheet.text(right, dy + 78, unit, 9.5, face, colour=LABEL) + 5
    for n, line in enumerate(wrap(who.address, face, 11, 142)):
        sheet.text(dx + 56, dy + 103 + n * 16, line, 11, face, colour=INK)
    sheet.text(dx + 24, dy + 180, "公民身份号码", 9.5, face, colour=LABEL)
    sheet.text(dx + 112, dy + 178, number, 13, "micro", colour=INK, spacing=2.4)
    picture = faces.portrait(who.face, who.sex, (226, 236, 244), age=2025 - who.born.year)
    sheet.stamp(dx + 222, dy + 28, 100, 125, picture, multiply=False)


def _say_front(paper: Paper, who: Person, number: str, name: str) -> None:
    paper.says("patient_name", name)
    paper.says("sex", who.sex)
    paper.says("ethnicity", who.ethnicity)
    paper.says("birth_date", who.born.isoformat())
    paper.says("address", who.address)
    paper.says("id_number", number)
    paper.faces += 1


def id_front(who: Person, *, number: str = "", name: str = "") -> Paper:
    """身份证人像面; ``number`` and ``name`` print something other than the person's own."""
    paper = Paper("id_card_front", "id-front", face="hei")
    sheet = paper.sheet(CARD, (236, 243, 247))
    sheet.box(1, 1, 341, 215, outline=(200, 206, 212), radius=12)
    guilloche(sheet, ((214, 228, 238), (240, 226, 232)))
    _front(sheet, who, (0, 0), number or who.id_number, name or who.name)
    _say_front(paper, who, number or who.id_number, name or who.name)
    _small_print(sheet)
    return paper


def _emblem(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A plain red disc with a ring where the emblem would be."""
    red: Colour = (196, 52, 52)
    sheet.box(x - r, y - r, x + r, y + r, fill=red, outline=(214, 170, 80), width=2, radius=r)
    sheet.box(x - r * 0.5, y - r * 0.2, x + r * 0.5, y + r * 0.5, fill=(220, 180, 90), outline=None, radius=3)


def _back(sheet: Sheet, who: Person, start: dt.date, end: dt.date | None, at: tuple[float, float]) -> None:
    dx, dy = at
    _emblem(sheet, dx + 52, dy + 48, 28)
    sheet.text(dx + 205, dy + 28, "中华人民共和国", 18, "serif-bold", anchor="c", colour=INK, spacing=2)
    sheet.text(dx + 205, dy + 58, "居 民 身 份 证", 23, "serif-bold", anchor="c", colour=INK)
    until = ch.date_dot(end) if end else "长期"
    for label, value, y in (
        ("签发机关", who.authority, 148),
        ("有效期限", f"{ch.date_dot(start)}-{until}", 176),
    ):
        sheet.text(dx + 74, dy + y, label, 10.5, "hei", colour=INK)
        sheet.text(dx + 128, dy + y, value, 10.5, "hei", colour=INK)


def _say_back(paper: Paper, who: Person, start: dt.date, end: dt.date | None) -> None:
    paper.says("issuing_authority", who.authority)
    paper.says("valid_from", start.isoformat())
    paper.says("valid_until", end.isoformat() if end else "长期")


def id_back(who: Person, start: dt.date, end: dt.date | None) -> Paper:
    """身份证国徽面; ``end=None`` prints 长期."""
    paper = Paper("id_card_back", "id-back", face="hei")
    sheet = paper.sheet(CARD, (240, 240, 244))
    sheet.box(1, 1, 341, 215, outline=(200, 206, 212), radius=12)
    guilloche(sheet, ((226, 230, 240), (240, 228, 228)))
    _back(sheet, who, start, end, (0, 0))
    _say_back(paper, who, start, end)
    _small_print(sheet)
    return paper


def _card_picture(paper: Paper, dpi: float = 170) -> Image.Image:
    return paint(paper.sheets[0], dpi)


def id_copy(
    who: Person, start: dt.date, end: dt.date | None, *, number: str = "", name: str = ""
) -> list[Paper]:
    """Both sides copied onto one A4 page, one above the other: two papers that share a sheet.

    The second paper has no page of its own; whoever writes it out gives it the first one's.
    """
    front, back = id_front(who, number=number, name=name), id_back(who, start, end)
    both = Paper("id_card_front", "id-copy", face="hei")
    sheet = both.sheet(A4)
    for card, y in ((front, 120.0), (back, 430.0)):
        sheet.stamp(176, y, 243, 153, _card_picture(card), multiply=False)
    sheet.text(297, 640, "与原件核对无误", 12, "kai", anchor="c")
    both.fields, both.faces = front.fields, front.faces
    second = Paper("id_card_back", "id-copy", face="hei")
    second.fields = back.fields
    return [both, second]


def social_security(who: Person, issued: dt.date) -> Paper:
    """社会保障卡, third generation: portrait, number, issue date, bank card number."""
    paper = Paper("social_security_card", "social-security-card", face="hei")
    sheet = paper.sheet(CARD, (214, 232, 244))
    sheet.box(1, 1, 341, 215, outline=(160, 190, 210), radius=12)
    guilloche(sheet, ((196, 222, 240), (226, 238, 230)))
    province = "江西省" if who.region.startswith("36") else "湖南省"
    sheet.text(24, 16, "中华人民共和国社会保障卡", 14, "serif-bold", colour=(150, 30, 40))
    sheet.text(24, 36, province, 9.5, "hei", colour=(150, 30, 40))
    picture = faces.portrait(who.face, who.sex, (250, 250, 250), age=2025 - who.born.year)
    sheet.stamp(24, 56, 76, 95, picture, multiply=False)
    card = f"A{who.phone[-8:]}"
    rows = (
        ("姓名", who.name, "patient_name", who.name),
        ("社会保障号码", who.id_number, "id_number", who.id_number),
        ("卡号", card, "card_number", card),
        ("发卡日期", f"{issued.year}年{issued.month:02d}月", "issue_date", f"{issued:%Y-%m}"),
    )
    for n, (label, printed, field, value) in enumerate(rows):
        end = sheet.text(116, 62 + n * 24, label, 9.5, "hei", colour=LABEL)
        sheet.text(end + 6, 61 + n * 24, printed, 11, "hei", colour=INK)
        paper.says(field, value)
    sheet.text(24, 176, "6217 0000 0000 0000 000", 15, "micro", colour=INK, spacing=1)
    sheet.box(250, 160, 320, 200, fill=(236, 214, 150), outline=(190, 160, 90), radius=6)
    paper.faces = 1
    _small_print(sheet)
    return paper


def voucher(who: Person) -> Paper:
    """医保电子凭证 as a phone shows it: a blue page, masked name, code, insured place."""
    paper = Paper("insurance_voucher", "voucher-screen", face="sans")
    sheet = paper.sheet((360, 720), (52, 120, 226))
    white: Colour = (255, 255, 255)
    sheet.text(20, 12, "09:41", 11, "sans", colour=white)
    sheet.text(340, 12, "5G  78%", 11, "sans", anchor="r", colour=white)
    sheet.text(180, 44, "医保电子凭证", 17, "sans-bold", anchor="c", colour=white)
    sheet.box(20, 90, 340, 560, fill=white, outline=None, radius=14)
    sheet.text(40, 108, "国家医疗保障局", 12, "sans", colour=(60, 60, 70))
    masked = "*" * (len(who.name) - 1) + who.name[-1]
    sheet.text(180, 146, masked, 19, "sans-bold", anchor="c", colour=INK)
    code = f"3600000000{who.phone[-10:]}00000000"
    sheet.stamp(85, 186, 190, 190, qr(code), multiply=False)
    paper.barcodes.append(code)
    sheet.text(180, 390, "每分钟自动更新，请勿泄露", 11, "sans", anchor="c", colour=(140, 140, 150))
    sheet.line(40, 420, 320, 420, 0.6, (220, 220, 226))
    kind = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[who.insurance]
    for n, (label, printed, field, value) in enumerate(
        (
            ("参保地", who.insured_place, "insured_place", who.insured_place),
            ("险种类型", kind, "insurance_type", who.insurance),
        )
    ):
        sheet.text(40, 440 + n * 36, label, 13, "sans", colour=(120, 120, 130))
        sheet.text(320, 440 + n * 36, printed, 13, "sans", anchor="r", colour=INK)
        paper.says(field, value)
    sheet.text(180, 600, "医保服务  ·  亲情账户  ·  消费记录", 13, "sans", anchor="c", colour=white)
    return paper
