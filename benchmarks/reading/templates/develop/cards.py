"""Cards and screens: identity cards, residence permit, social security card, voucher, household register."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p


def portrait(dice: random.Random, width: int, extra: str = "") -> str:
    """A drawn face, nobody's: hair, head, eyes, nose, mouth, shoulders."""
    skin, hair = (
        dice.choice(("#e8c3a0", "#dcb08c", "#f0d0b0")),
        dice.choice(("#1b1714", "#2a231f", "#5b5652")),
    )
    height = int(width * 1.25)
    return f"""<svg data-face="1" width="{width}" height="{height}" viewBox="0 0 100 125" style="{extra}"><rect width="100" height="125" fill="#eef3f7"/>
<path d="M10 125 Q12 96 38 92 L62 92 Q88 96 90 125Z" fill="#3a4656"/><rect x="41" y="78" width="18" height="18" fill="{skin}"/>
<ellipse cx="50" cy="54" rx="26" ry="34" fill="{skin}"/><path d="M23 52 Q20 16 50 15 Q80 16 77 52 Q74 34 60 31 Q40 34 27 38Z" fill="{hair}"/>
<ellipse cx="39" cy="54" rx="5" ry="2.6" fill="#fff"/><ellipse cx="61" cy="54" rx="5" ry="2.6" fill="#fff"/><circle cx="39" cy="54" r="2.4" fill="#111"/><circle cx="61" cy="54" r="2.4" fill="#111"/>
<path d="M32 48 q7 -4 13 0 M55 48 q7 -4 13 0" stroke="{hair}" stroke-width="2" fill="none"/><path d="M50 56 l-4 12 q4 3 8 0" stroke="#b58863" stroke-width="1.6" fill="none"/>
<path d="M40 76 q10 6 20 0" stroke="#a2504a" stroke-width="3" fill="none"/><path d="M26 60 q-2 18 14 26 M74 60 q2 18 -14 26" stroke="#c99c74" stroke-width="1.4" fill="none"/></svg>"""


def _front(dice: random.Random, who: p.Person, scale: float = 1.0, top: int = 0, left: int = 0) -> str:
    """The portrait side, 540 × 340 at scale 1."""
    k = scale
    px = lambda n: f"{n * k:.0f}px"
    label = "color:#3a6ea5;font-size:" + px(19)
    at = lambda x, y: f"position:absolute;left:{px(x)};top:{px(y)}"
    address = who.address
    lines = "<br>".join(address[i : i + 11] for i in range(0, len(address), 11))
    return f"""<div style="position:absolute;left:{left}px;top:{top}px;width:{px(540)};height:{px(340)};border-radius:{px(16)};overflow:hidden;background:linear-gradient(120deg,#e9f1f6,#f6f1e6 50%,#e4edf3);font-family:{h.HEI};font-size:{px(22)};line-height:1.3;border:1px solid #b8c4cc">
<div style="{at(38, 38)};{label}">姓 名</div><div style="{at(104, 35)};font-size:{px(25)}">{h.f("patient_name", who.name)}</div>
<div style="{at(38, 84)};{label}">性 别</div><div style="{at(104, 82)}">{h.f("sex", who.sex)}</div><div style="{at(176, 84)};{label}">民 族</div><div style="{at(240, 82)}">{h.f("ethnicity", who.ethnicity)}</div>
<div style="{at(38, 128)};{label}">出 生</div><div style="{at(104, 126)};white-space:nowrap" data-field="birth_date" data-value="{who.born}">{who.born.year} <span style="{label}">年</span> {who.born.month} <span style="{label}">月</span> {who.born.day} <span style="{label}">日</span></div>
<div style="{at(38, 172)};{label}">住 址</div><div style="{at(104, 170)}" data-field="address" data-value="{address}">{lines}</div>
<div style="{at(38, 290)};{label}">公民身份号码</div><div style="{at(190, 286)};font-size:{px(26)};letter-spacing:{px(2)};font-family:'DejaVu Sans',{h.HEI}">{h.f("id_number", who.id_number)}</div>
{portrait(dice, int(140 * k), at(366, 50))}</div>"""


def _back(dice: random.Random, who: p.Person, scale: float = 1.0, top: int = 0, left: int = 0) -> str:
    k = scale
    px = lambda n: f"{n * k:.0f}px"
    start = p.day(dice, "2008-01-01", "2024-12-01")
    until = (
        "长期"
        if dice.random() < 0.3
        else dt.date(start.year + 20, start.month, start.day if (start.month, start.day) != (2, 29) else 28)
    )
    shown = until if until == "长期" else f"{until:%Y.%m.%d}"
    county = who.place.county
    office = (
        f"{county.removesuffix('苗族自治县')}公安局"
        if not county.endswith("区")
        else f"{who.place.city}公安局{county.removesuffix('区')}分局"
    )
    return f"""<div style="position:absolute;left:{left}px;top:{top}px;width:{px(540)};height:{px(340)};border-radius:{px(16)};overflow:hidden;background:linear-gradient(100deg,#e6eef4,#f7f2e8 60%,#e2ecf2);font-family:{h.HEI};border:1px solid #b8c4cc">
<div style="position:absolute;left:{px(36)};top:{px(34)};width:{px(92)};height:{px(92)};border-radius:50%;background:#c8423a;opacity:.75"></div>
<div style="position:absolute;left:{px(150)};top:{px(40)};font-size:{px(31)};letter-spacing:{px(4)};white-space:nowrap">中华人民共和国</div><div style="position:absolute;left:{px(150)};top:{px(92)};font-size:{px(40)};letter-spacing:{px(8)};white-space:nowrap">居民身份证</div>
<div style="position:absolute;left:{px(86)};top:{px(232)};font-size:{px(20)}">签发机关　{h.f("issuing_authority", office)}</div>
<div style="position:absolute;left:{px(86)};top:{px(276)};font-size:{px(20)}">有效期限　{h.f("valid_from", start, f"{start:%Y.%m.%d}")}-{h.f("valid_until", until, shown)}</div></div>"""


def _sheet(inner: str, css: str = "") -> str:
    return h.page(inner, css="body{padding:0}" + css, font=h.HEI, pad="0")


def id_front(dice: random.Random) -> str:
    """The portrait side alone, filling the picture."""
    return _sheet(_front(dice, p.person(dice), 1.0, 10, 10))


def id_back(dice: random.Random) -> str:
    """The emblem side alone."""
    return _sheet(_back(dice, p.person(dice), 1.0, 10, 10))


def id_copy(dice: random.Random) -> str:
    """Both sides copied onto one A4 sheet, grey as copiers make it."""
    who = p.person(dice)
    grey = "filter:grayscale(1)" if dice.random() < 0.6 else ""
    return _sheet(
        f'<div style="{grey};position:absolute;inset:0">{_front(dice, who, 0.62, 160, 220)}{_back(dice, who, 0.62, 560, 220)}</div>'
    )


def id_front_copy(dice: random.Random) -> str:
    """The portrait side on an A4 sheet with a line in type below."""
    who = p.person(dice)
    return _sheet(
        f'{_front(dice, who, 0.7, 200, 190)}<div style="position:absolute;top:700px;width:100%;text-align:center;font-size:20px">仅供办理医保业务使用</div>'
    )


def residence(dice: random.Random) -> str:
    """居住证, portrait side with the address."""
    who = p.person(dice)
    start = p.day(dice, "2023-01-01", "2025-06-01")
    until = dt.date(start.year + 1, start.month, min(start.day, 28))
    away = (
        dice.choice(("广东省东莞市南城街道样板路", "浙江省宁波市鄞州区样板路", "福建省泉州市晋江市样板路"))
        + f"{dice.randint(2, 99)}号"
    )
    at = lambda x, y: f"position:absolute;left:{x}px;top:{y}px;white-space:nowrap"
    return _sheet(f"""<div style="position:absolute;left:10px;top:10px;width:540px;height:340px;border-radius:16px;background:linear-gradient(120deg,#dff0e6,#f5f5ea);font-size:20px;border:1px solid #9ab">
<div style="{at(180, 16)};font-size:28px;letter-spacing:6px">居住证</div><div style="{at(30, 64)}">姓名　{h.f("patient_name", who.name)}</div><div style="{at(30, 100)}">性别　{h.f("sex", who.sex)}　　民族　{h.f("ethnicity", who.ethnicity)}</div>
<div style="{at(30, 136)}">出生　{h.f("birth_date", who.born, f"{who.born.year}年{who.born.month}月{who.born.day}日")}</div><div style="{at(30, 172)}">居住地址　{h.f("address", away)}</div>
<div style="{at(30, 208)}">公民身份号码　{h.f("id_number", who.id_number)}</div><div style="{at(30, 250)}">签发机关　{h.f("issuing_authority", "东莞市公安局" if "东莞" in away else "宁波市公安局鄞州分局" if "宁波" in away else "晋江市公安局")}</div>
<div style="{at(30, 290)}">有效期限　{h.f("valid_from", start, f"{start:%Y.%m.%d}")}-{h.f("valid_until", until, f"{until:%Y.%m.%d}")}</div>{portrait(dice, 96, at(430, 48))}</div>""")  # fmt: skip


def social(dice: random.Random) -> str:
    """社会保障卡."""
    who = p.person(dice)
    start = p.day(dice, "2015-01-01", "2024-06-01")
    at = lambda x, y: f"position:absolute;left:{x}px;top:{y}px;white-space:nowrap"
    return _sheet(f"""<div style="position:absolute;left:10px;top:10px;width:540px;height:340px;border-radius:16px;background:linear-gradient(120deg,#dbe9f7,#f2f6fb);font-size:19px;border:1px solid #9ab">
<div style="{at(150, 14)};font-size:22px">中华人民共和国社会保障卡</div>{portrait(dice, 110, at(28, 70))}
<div style="{at(170, 80)}">姓　　名　{h.f("patient_name", who.name)}</div><div style="{at(170, 120)}">社会保障号码　{h.f("id_number", who.id_number)}</div>
<div style="{at(170, 160)}">社会保障卡号　{h.f("card_number", f"{dice.choice('ABCDE')}{dice.randint(10**7, 10**8 - 1)}")}</div><div style="{at(170, 200)}">发卡日期　{h.f("issue_date", f"{start:%Y-%m}", f"{start.year}年{start.month}月")}</div>
<div style="{at(30, 300)};font-size:15px">江西省人力资源和社会保障厅　咨询电话12333</div></div>""")


def voucher(dice: random.Random) -> str:
    """医保电子凭证 on a phone: tall screen, code in the middle."""
    who = p.person(dice)
    starred = f"{who.name[0]}{'*' * (len(who.name) - 1)}"
    shown = h.f("patient_name", who.name) if dice.random() < 0.5 else starred
    bits = "".join(
        f'<rect x="{x * 8}" y="{y * 8}" width="8" height="8"/>'
        for x in range(25)
        for y in range(25)
        if dice.random() < 0.5
    )
    return h.page(
        f"""
<div style="background:#2f7be0;color:#fff;padding:14px 18px;font-size:15px">09:{dice.randint(10, 59)}<div class="c" style="font-size:20px">医保电子凭证</div></div>
<div style="background:#fff;margin:16px;border-radius:12px;padding:18px;text-align:center"><div style="font-size:20px;text-align:left">{shown}</div><div style="color:#777;text-align:left">{who.id_number[:3]}***********{who.id_number[-4:]}</div>
<svg width="200" height="200" style="margin:18px 0">{bits}</svg><div style="color:#777">请向医护人员出示此码</div></div>
<div style="background:#fff;margin:16px;border-radius:12px;padding:14px 18px;font-size:17px"><div style="display:flex;justify-content:space-between"><span>参保地</span>{h.f("insured_place", who.place.insured)}</div>
<div style="display:flex;justify-content:space-between"><span>参保类型</span>{h.f("insurance_type", who.insurance, ("职工" if who.insurance == "employee" else "城乡居民") + "基本医疗保险")}</div><div style="display:flex;justify-content:space-between"><span>参保状态</span><span>正常参保</span></div></div>
<div class="c" style="color:#888;margin-top:40px">国家医疗保障局监制</div>""",
        font=h.HEI,
        size=16,
        pad="0",
        css="body{background:#eef2f7}",
    )


def household(dice: random.Random) -> str:
    """常住人口登记卡: a grid of small label cells."""
    who = p.person(dice)
    made = p.day(dice, "2005-01-01", "2022-12-01")
    body = f"""
<h1 style="font-size:24px;letter-spacing:8px;margin-bottom:8px">常住人口登记卡</h1>
<table class="g"><tr><td>姓　名</td><td>{h.f("patient_name", who.name)}</td><td>户主或与<br>户主关系</td><td>{dice.choice(("户主", "妻", "子", "母亲"))}</td></tr>
<tr><td>曾用名</td><td></td><td>性　别</td><td>{h.f("sex", who.sex)}</td></tr><tr><td>出生地</td><td>{who.place.province}{who.place.county}</td><td>民　族</td><td>{h.f("ethnicity", who.ethnicity, who.ethnicity + dice.choice(("", "族")))}</td></tr>
<tr><td>籍　贯</td><td>{who.place.province}{who.place.county}</td><td>出生日期</td><td>{h.f("birth_date", who.born, p.shown(dice, who.born, "年"))}</td></tr>
<tr><td>本市(县)其他住址</td><td colspan="3"></td></tr><tr><td>公民身份<br>证件编号</td><td>{h.f("id_number", who.id_number)}</td><td>宗教信仰</td><td></td></tr>
<tr><td>文化程度</td><td>初中</td><td>婚姻状况</td><td>已婚</td></tr><tr><td>兵役状况</td><td></td><td>身　高</td><td></td></tr><tr><td>服务处所</td><td></td><td>职　业</td><td>粮农</td></tr>
<tr><td>何时由何地迁来本市(县)</td><td colspan="3"></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:12px"><span>承办人签章：</span><span>登记日期：{h.f("issue_date", made, p.shown(dice, made, "年"))}</span></div>"""
    return h.page(
        body,
        font=dice.choice((h.SONG, h.KAI)),
        size=16,
        pad="30px 36px",
        css="td{padding:7px}body{background:#f6f3ea}",
    )


TEMPLATES = {
    "id-front": Template("id_card_front", 560, 360, id_front),
    "id-back": Template("id_card_back", 560, 360, id_back),
    "id-copy": Template("id_card_front", 794, 1123, id_copy),
    "id-front-copy": Template("id_card_front", 794, 1123, id_front_copy),
    "residence-permit": Template("residence_permit", 560, 360, residence),
    "social-card": Template("social_security_card", 560, 360, social),
    "voucher-screen": Template("insurance_voucher", 390, 844, voucher),
    "household-member": Template("household_register", 640, 620, household),
}
