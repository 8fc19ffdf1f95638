"""Cards and what is held up: ID cards, selfies with them, social security cards, vouchers on a phone."""

from __future__ import annotations

import random
from datetime import date, timedelta

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    HEI,
    MICRO,
    SANS,
    code,
    dash,
    dot,
    f,
    face,
    on,
    page,
)
from benchmarks.reading.templates.scored.people import Person, day, number, person

CARD = (428, 270)


def _years(d: date, years: int) -> date:
    return d.replace(year=d.year + years, day=min(d.day, 28) if d.month == 2 else d.day)


def id_front(dice: random.Random, p: Person, width: int = 190) -> str:
    """The side with the portrait, 428 × 270."""
    tint = dice.choice(("#eef4f8,#dfeaf2,#f5eef0", "#f3f6f2,#e3edf3,#eef0f8", "#f0f3f7,#e9f0ee,#f4ece9"))
    label = lambda x, y, text: (
        f'<span class="abs" style="left:{x}px;top:{y}px;color:#3a76ae;font-size:13px">{text}</span>'
    )
    at = lambda x, y, text, more="": (
        f'<span class="abs" style="left:{x}px;top:{y}px;font-size:15px;{more}">{text}</span>'
    )
    where = f("address", p.address)
    units = label(134, 102, "年") + label(174, 102, "月") + label(212, 102, "日")
    parts = (
        f'<span class="abs" style="left:82px;top:100px;font-size:15px" data-field="birth_date" data-value="{p.birth.isoformat()}">'
        f'<span style="display:inline-block;width:50px">{p.birth.year}</span><span style="display:inline-block;width:20px"></span>'
        f'<span style="display:inline-block;width:20px;text-align:center">{p.birth.month}</span><span style="display:inline-block;width:18px"></span><span style="display:inline-block;width:20px;text-align:center">{p.birth.day}</span></span>'
    )
    return (
        f'<div style="position:relative;width:428px;height:270px;background:linear-gradient(120deg,{tint});border-radius:14px;overflow:hidden;font-family:{SANS};color:#1c1c1c">'
        + label(34, 28, "姓 名") + at(82, 25, f("patient_name", p.name), "font-size:18px") + label(34, 64, "性 别") + at(82, 62, f("sex", p.sex)) + label(134, 64, "民 族") + at(178, 62, f("ethnicity", p.ethnicity))
        + label(34, 102, "出 生") + parts + units + label(34, 138, "住 址") + f'<div class="abs" style="left:82px;top:136px;width:{width}px;font-size:14.5px;line-height:1.4;white-space:normal">{where}</div>'
        + label(34, 226, "公民身份号码") + at(140, 222, f("id_number", p.id_number), "font-size:18px;letter-spacing:1.6px") + f'<div class="abs" style="left:288px;top:36px">{face(dice, 112, 146)}</div></div>'
    )  # fmt: skip


def id_back(dice: random.Random, p: Person) -> str:
    """The side with the emblem; who issued it and from when to when."""
    issued = day(dice, date(2012, 1, 5), date(2024, 12, 20))
    age = p.age(issued)
    until = "长期" if age >= 46 else dot(_years(issued, 20 if age >= 26 else 10))
    value = until if until == "长期" else until.replace(".", "-")
    label = lambda x, y, text: (
        f'<span class="abs" style="left:{x}px;top:{y}px;font-size:13.5px;color:#222">{text}</span>'
    )
    return (
        f'<div style="position:relative;width:428px;height:270px;background:radial-gradient(circle at 60% 40%,#fdf3f3,#e7eef6 70%,#eef3ea);border-radius:14px;overflow:hidden;font-family:{SANS};color:#1a1a1a">'
        '<svg class="abs" style="left:30px;top:26px" width="84" height="90" viewBox="0 0 84 90"><circle cx="42" cy="42" r="38" fill="#c8252c"/><circle cx="42" cy="42" r="31" fill="none" stroke="#e8c04a" stroke-width="3"/><path d="M42 20l3 9h9l-7 6 3 9-8-6-8 6 3-9-7-6h9z" fill="#e8c04a"/><rect x="22" y="52" width="40" height="9" fill="#e8c04a"/></svg>'
        '<div class="abs" style="left:140px;top:38px;font-size:21px;letter-spacing:7px">中华人民共和国</div><div class="abs" style="left:140px;top:78px;font-size:30px;font-weight:bold;letter-spacing:9px">居民身份证</div>'
        + label(92, 190, "签发机关") + f'<span class="abs" style="left:164px;top:188px;font-size:14.5px">{f("issuing_authority", p.region.police)}</span>'
        + label(92, 226, "有效期限") + f'<span class="abs" style="left:164px;top:224px;font-size:14.5px">{on("valid_from", issued, dot)}-{f("valid_until", value, until)}</span></div>'
    )  # fmt: skip


def card_front(dice: random.Random) -> str:
    """The card alone, as cut out of a scan."""
    return page(CARD, id_front(dice, person(dice)), SANS, paper="#d9d9d9")


def card_back(dice: random.Random) -> str:
    """The other side alone."""
    return page(CARD, id_back(dice, person(dice)), SANS, paper="#d9d9d9")


def card_copy(dice: random.Random) -> str:
    """A grey photocopy of both sides under each other on A4, with a note of its purpose across the sheet."""
    p = person(dice)
    grey = "filter:grayscale(1) contrast(1.35) brightness(1.04)"
    note = dice.choice(("仅供办理门诊慢特病使用", "此复印件仅用于医保备案，他用无效", "再次复印无效"))
    shift = dice.randint(-30, 30)
    body = f"""<div style="{grey};position:absolute;left:{170 + shift}px;top:{dice.randint(130, 190)}px;transform:rotate({dice.uniform(-1.2, 1.2):.2f}deg)">{id_front(dice, p)}</div><div style="{grey};position:absolute;left:{176 + shift}px;top:{dice.randint(530, 580)}px;transform:rotate({dice.uniform(-1.2, 1.2):.2f}deg)">{id_back(dice, p)}</div>
    <div class="abs" style="left:200px;top:{dice.randint(890, 960)}px;font-size:20px;font-family:{HEI}">{note}</div>"""
    return page(A4, body, SANS)


def card_back_copy(dice: random.Random) -> str:
    """The emblem side on a half sheet, enlarged a little, with a heading of the counter."""
    body = f"""<div class="c" style="padding-top:26px;font-size:17px">证件复印件粘贴处（国徽面）</div><div style="position:absolute;left:130px;top:96px;border:1px dashed #777;padding:10px;filter:grayscale({dice.choice((0, 1))})"><div style="zoom:1.15">{id_back(dice, person(dice))}</div></div><div class="abs" style="left:60px;bottom:24px;font-size:13px">经办窗口：{dice.randint(1, 20)}号　　复印日期：{dash(day(dice))}</div>"""
    return page((794, 559), body, SANS)


def _room(dice: random.Random) -> str:
    wall, floor = dice.choice(
        (("#d8d2c4", "#8a6f55"), ("#cfd8da", "#77685c"), ("#e3dccf", "#6f6f73"), ("#b9c7c2", "#8d7a66"))
    )
    frame = f'<div class="abs" style="left:{dice.randint(30, 120)}px;top:{dice.randint(40, 120)}px;width:{dice.randint(110, 170)}px;height:{dice.randint(130, 190)}px;background:{dice.choice(("#8fa7b3", "#b39c7d", "#a7b592"))};border:9px solid #6d5037"></div>'
    return f'<div class="abs" style="left:0;top:0;width:100%;height:100%;background:linear-gradient({wall} 0 72%,{floor} 72%)"></div>{frame}<div class="abs" style="right:0;top:0;width:150px;height:100%;background:linear-gradient(90deg,transparent,rgba(0,0,0,.18))"></div>'


def _sitter(dice: random.Random) -> str:
    x = dice.randint(-14, 14)
    coat = dice.choice(("#3b4a63", "#5b3a3f", "#41544a", "#57524a", "#2f3338"))
    return f'<div class="abs" style="left:{216 + x}px;top:{dice.randint(96, 120)}px">{face(dice, 330, 412, alone=True)}</div><svg class="abs" style="left:{90 + x}px;top:440px" width="580" height="560" viewBox="0 0 580 560"><path d="M0 560Q20 150 205 70L290 120L375 70Q560 150 580 560Z" fill="{coat}"/><path d="M205 70L290 150L375 70L345 48H235Z" fill="#e4b892"/></svg>'


def _held(card: str, dice: random.Random, left: int, top: int, size: float) -> str:
    skin = dice.choice(("#e0b08a", "#d8a67f", "#e6bd9b"))
    thumb = f'<div class="abs" style="left:-26px;bottom:-30px;width:62px;height:104px;background:{skin};border-radius:32px 32px 20px 20px;transform:rotate(38deg)"></div><div class="abs" style="right:-26px;bottom:-34px;width:62px;height:108px;background:{skin};border-radius:32px 32px 20px 20px;transform:rotate(-38deg)"></div>'
    return f'<div class="abs" style="left:{left}px;top:{top}px;white-space:normal;transform:rotate({dice.uniform(-5, 5):.1f}deg);zoom:{size};filter:drop-shadow(0 3px 5px rgba(0,0,0,.4))">{card}{thumb}</div>'


def selfie_card(dice: random.Random) -> str:
    """Half a body, the card held in both hands before the chest."""
    p = person(dice)
    card = _held(id_front(dice, p), dice, dice.randint(120, 150), dice.randint(470, 500), 1.22)
    return page((760, 1000), _room(dice) + _sitter(dice) + card, SANS)


def selfie_newspaper(dice: random.Random) -> str:
    """The same with a newspaper of the day under the card."""
    p = person(dice)
    d = day(dice)
    columns = "".join(f'<div style="flex:1;font-size:9px;line-height:1.5;color:#444;white-space:normal">{dice.choice(("全市秋粮收购有序推进，各收储点备足仓容。", "城区新增便民停车位，市民出行更加便利。", "专家提醒：换季时节注意保暖。"))}</div>' for _ in range(3))  # fmt: skip
    paper = f'<div class="abs" style="left:{dice.randint(70, 110)}px;top:640px;width:560px;height:330px;background:#e9e5da;padding:14px 20px;transform:rotate({dice.uniform(-3, 3):.1f}deg)"><div style="font-size:38px;font-weight:bold;color:#a11;font-family:{HEI}">{dice.choice(("资江晚报", "赣西日报", "信江早报"))}</div><div style="font-size:15px">{d.year}年{d.month}月{d.day}日　星期{"一二三四五六日"[d.weekday()]}</div><div style="display:flex;gap:12px;margin-top:210px">{columns}</div></div>'
    card = _held(id_front(dice, p), dice, dice.randint(170, 200), dice.randint(640, 660), 1.04)
    return page((760, 1040), _room(dice) + _sitter(dice) + paper + card, MICRO)


def social_second(dice: random.Random) -> str:
    """The second generation: labels before values, month of issue, chip on the left."""
    p = person(dice)
    issued = day(dice, date(2012, 3, 1), date(2020, 10, 30))
    number_ = dice.choice("ABCDEFGH") + number(dice, 8)
    line = lambda label, value: (
        f'<div style="margin-top:7px"><span style="color:#234;display:inline-block;width:110px">{label}</span>{value}</div>'
    )
    body = f"""<div style="position:relative;width:428px;height:270px;border-radius:14px;background:linear-gradient(160deg,#cfe4f3,#f4f0da 60%,#e6d5c0);overflow:hidden"><div class="abs" style="left:0;width:100%;top:14px;text-align:center;font-size:19px;letter-spacing:3px">中华人民共和国社会保障卡</div><div class="abs" style="left:36px;top:66px;width:46px;height:36px;background:#d4af4b;border-radius:6px;border:1px solid #a88a2c"></div><div class="abs" style="left:34px;top:116px;font-size:14px">{line("姓　　名", f("patient_name", p.name))}{line("社会保障号码", f("id_number", p.id_number))}{line("社会保障卡号", f("card_number", number_))}{line("发卡日期", f("issue_date", f"{issued:%Y-%m}", f"{issued.year}年{issued.month:02d}月"))}</div><div class="abs" style="right:26px;top:56px">{face(dice, 84, 106)}</div></div>"""
    return page(CARD, body, SANS, paper="#ddd")


def social_third(dice: random.Random) -> str:
    """The third generation on a copy sheet: authority of issue, term, service number, the bank's stripe."""
    p = person(dice)
    issued = day(dice, date(2020, 6, 1), date(2025, 9, 1))
    until = _years(issued, 10)
    card = f"""<div style="position:relative;width:500px;height:316px;border-radius:16px;background:linear-gradient(135deg,#e9f3ee,#cfe2ea 50%,#f1e7d6);overflow:hidden;font-size:15px"><div class="abs" style="left:30px;top:18px;font-size:23px;font-weight:bold;letter-spacing:4px;color:#9b2a22">社会保障卡</div><div class="abs" style="right:26px;top:24px;font-size:14px">{p.region.province}</div><div class="abs" style="left:32px;top:76px">{face(dice, 96, 122)}</div><div class="abs" style="left:154px;top:78px;line-height:1.95">姓名　{f("patient_name", p.name)}<br>社会保障号码　{f("id_number", p.id_number)}<br>卡号　{f("card_number", dice.choice("JKLMN") + number(dice, 8))}<br>发卡日期　{on("issue_date", issued, dot)}<br>有效期至　{on("valid_until", until, dot)}</div><div class="abs" style="left:0;bottom:0;width:100%;height:48px;background:#2f6b57;color:#fff;line-height:48px;padding:0 26px">{dice.choice(("中国工商银行", "农村商业银行", "中国建设银行"))}<span style="float:right">电话 12333</span></div></div>"""
    body = f"""<div class="c" style="padding-top:40px;font-size:20px">社会保障卡复印件</div><div style="position:absolute;left:140px;top:110px;filter:grayscale({dice.choice((0, 0, 1))})">{card}</div>"""
    return page((794, 559), body, MICRO)


def _phone(dice: random.Random, body: str, top: str) -> str:
    return page((414, 860), f'<div style="background:{top};color:#fff;padding:8px 20px;display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(7, 22):02d}:{dice.randint(0, 59):02d}</span><span>5G {dice.randint(20, 99)}%</span></div>{body}', SANS, paper="#f3f5f8")  # fmt: skip


def voucher_masked(dice: random.Random) -> str:
    """The state's app: name and number blanked, the code large."""
    p = person(dice)
    body = f"""<div style="background:#1677e6;color:#fff;padding:14px 20px;font-size:18px;text-align:center">医保电子凭证</div><div style="background:#fff;margin:18px;border-radius:14px;padding:20px;text-align:center"><div style="font-size:20px">{p.name[0]}{"*" * (len(p.name) - 1)}</div><div style="color:#667;font-size:14px">{p.id_number[0]}{"*" * 16}{p.id_number[-1]}</div><div style="margin-top:14px">{code("Code128", number(dice, 18), 56)}</div><div style="margin-top:14px">{code("QRCode", number(dice, 28), 190)}</div><div style="color:#889;font-size:13px;margin-top:8px">请向医护人员出示此码</div></div><div style="background:#fff;margin:18px;border-radius:14px;padding:16px 20px;font-size:15px;line-height:2.1"><div class="flex"><span style="color:#778">参保地</span><span>{f("insured_place", p.region.insured)}</span></div><div class="flex"><span style="color:#778">险种类型</span><span>{f("insurance_type", kind := dice.choice(("employee", "resident")), "职工基本医疗保险" if kind == "employee" else "城乡居民基本医疗保险")}</span></div><div class="flex"><span style="color:#778">参保状态</span><span>正常参保</span></div></div><div class="c" style="color:#99a;font-size:12px">国家医疗保障局</div>"""
    return _phone(dice, body, "#1677e6")


def voucher_full(dice: random.Random) -> str:
    """A province's app with the name in full and the number half hidden."""
    p = person(dice)
    kind = dice.choice(("employee", "resident"))
    row = lambda label, value: (
        f'<div style="display:flex;padding:11px 0;border-bottom:1px solid #eef"><span style="width:100px;color:#778">{label}</span><span>{value}</span></div>'
    )
    body = f"""<div style="background:linear-gradient(#0a8f7a,#3bb39f);color:#fff;padding:22px 20px 60px"><div style="font-size:19px">医保电子凭证</div><div style="font-size:13px">全国统一　一码通用</div></div><div style="background:#fff;margin:-40px 16px 0;border-radius:12px;padding:18px 20px;font-size:15px"><div class="c">{code("QRCode", number(dice, 28), 168)}</div>{row("姓名", f("patient_name", p.name))}{row("证件号码", p.id_number[:6] + "********" + p.id_number[-4:])}{row("参保地", f("insured_place", p.region.insured))}{row("险种", f("insurance_type", kind, "职工医保" if kind == "employee" else "居民医保"))}{row("激活时间", dash(day(dice) - timedelta(days=400)))}</div><div class="c" style="color:#99a;font-size:12px;margin-top:20px">{p.region.province}医疗保障局</div>"""
    return _phone(dice, body, "#0a8f7a")


TEMPLATES = {
    "card_front": Template("id_card_front", *CARD, card_front),
    "card_copy": Template("id_card_front", *A4, card_copy),
    "card_back": Template("id_card_back", *CARD, card_back),
    "card_back_copy": Template("id_card_back", 794, 559, card_back_copy),
    "selfie_card": Template("id_selfie", 760, 1000, selfie_card),
    "selfie_newspaper": Template("id_selfie", 760, 1040, selfie_newspaper),
    "social_second": Template("social_security_card", *CARD, social_second),
    "social_third": Template("social_security_card", 794, 559, social_third),
    "voucher_masked": Template("insurance_voucher", 414, 860, voucher_masked),
    "voucher_full": Template("insurance_voucher", 414, 860, voucher_full),
}
