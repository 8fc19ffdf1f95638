"""Bills: provincial electronic ones in red-brown, needle print shifted against its form, strips."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    DOTS,
    HEI,
    KAI,
    MICRO,
    MONO,
    SANS,
    SONG,
    clock,
    code,
    dash,
    f,
    han0,
    on,
    page,
    seal,
    slash,
)  # fmt: skip
from benchmarks.reading.templates.scored.people import anyone, number
from benchmarks.reading.templates.scored.visit import Visit, visit

SHEET = (794, 480)
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_CLINIC = ("西药费", "中成药费", "检查费", "化验费", "诊察费", "治疗费", "卫生材料费")
_WARD = ("床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中成药费", "一般诊疗费", "其他住院费")  # fmt: skip
_KINDS = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}
_INK = ("#9c3a22", "#a8432b", "#8f3a2e", "#a33b3b")


def capitals(cents: int) -> str:
    """An amount in the big figures of bills: 壹仟零贰拾元叁角整."""
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    told, skipped = "", False
    for place in range(len(str(yuan)) - 1, -1, -1):
        figure = yuan // 10**place % 10
        if figure:
            told += ("零" if skipped and told else "") + _CAPITALS[figure] + ("", "拾", "佰", "仟")[place % 4]
            skipped = False
        else:
            skipped = True
        if place == 4:
            told += "万"
    told = (told or "零") + "元"
    if not jiao and not fen:
        return told + "整"
    return told + (f"{_CAPITALS[jiao]}角" if jiao else "零") + (f"{_CAPITALS[fen]}分" if fen else "整")


class Bill:
    """Items and shares that add up, in cents."""

    def __init__(self, dice: random.Random, names: tuple[str, ...], least: int, most: int) -> None:
        picked = [n for n in names if dice.random() < 0.75] or list(names[:2])
        self.items = [(n, dice.randint(least, most)) for n in picked]
        self.total = sum(cents for _, cents in self.items)
        self.fund = self.total * dice.randint(45, 78) // 100
        self.account = (self.total - self.fund) * dice.randint(0, 60) // 100
        self.cash = self.total - self.fund - self.account


def _yuan(cents: int) -> str:
    return f"{cents / 100:.2f}"


def _supervised(dice: random.Random, at: str, province: str) -> str:
    short = province.removesuffix("市") if province.endswith("市") else province
    return seal(
        dice, "全国统一财政票据监制章", at, middle=short, under="财政部监制", shape="ellipse", size=118
    )


def _state(v: Visit) -> str:
    return v.hospital.province


def _frame(ink: str, rows: str) -> str:
    return f'<table style="font-size:12.5px;line-height:1.75;border:1px solid {ink}">{rows}</table>'


def _electronic(dice: random.Random, v: Visit, bill: Bill, title: str, others: str, ink: str) -> str:
    """The standard electronic bill: what clinic and ward bills share."""
    label = lambda text: f'<span style="color:{ink}">{text}</span>'
    edge = f"border-left:1px solid {ink}"
    half = (len(bill.items) + 1) // 2
    head = f'<tr style="color:{ink};border-bottom:1px solid {ink}">' + f'<td class=c>项目名称</td><td class=c>数量/单位</td><td class=c>金额（元）</td><td class=c style="border-right:1px solid {ink}">备注</td>' * 2 + "</tr>"  # fmt: skip
    lines = ""
    for n in range(max(half, 5)):
        lines += "<tr>"
        for at in (n, n + half):
            inside = at < len(bill.items) and (n < half)
            name, cents = bill.items[at] if inside else ("&nbsp;", 0)
            lines += f'<td style="padding-left:8px;{edge}">{name}</td><td class=c>{"1/项" if inside else ""}</td><td class=r style="padding-right:14px">{_yuan(cents) if inside else ""}</td><td></td>'
        lines += "</tr>"
    total = f'<tr style="border-top:1px solid {ink}"><td colspan=5 style="padding-left:8px">{label("金额合计（大写）")}{capitals(bill.total)}</td><td colspan=3>{label("（小写）")}{_yuan(bill.total)}</td></tr>'
    place = f"left:{dice.randint(120, 190)}px;bottom:{dice.randint(4, 16)}px"
    return f"""<div style="padding:18px 30px;position:relative"><div class="c" style="color:{ink};font-size:22px;font-family:{KAI};letter-spacing:2px;margin-top:4px">{title}</div>{_supervised(dice, f"left:{dice.randint(325, 352)}px;top:{dice.randint(2, 9)}px", _state(v))}
    <div class="flex" style="font-size:12.5px;margin-top:8px"><div>{label("票据代码：")}{number(dice, 8)}<br>{label("交款人统一社会信用代码：")}{v.person.id_number[:6] + "********" + v.person.id_number[-4:]}<br>{label("交款人：")}{f("patient_name", v.person.name)}</div><div style="margin-left:150px">{code("QRCode", "EINV" + number(dice, 18), 58)}</div><div>{label("票据号码：")}{number(dice, 10)}<br>{label("校验码：")}{number(dice, 6)}<br>{label("开票日期：")}{on("issue_date", v.last, dash)}</div></div>
    {_frame(ink, head + lines + total)}<div style="display:flex;border:1px solid {ink};border-top:none;font-size:12.5px"><div style="width:26px;flex:none;padding:2px 6px;color:{ink};border-right:1px solid {ink};line-height:1.25">其他信息</div><div style="padding:2px 8px;flex:1">{others}</div></div>
    <div class="flex" style="font-size:12.5px;margin-top:6px"><span>{label("收款单位（章）：")}{f("hospital_name", v.hospital.name)}</span><span>{label("复核人：")}{anyone(dice)}</span><span>{label("收款人：")}{anyone(dice)}</span></div>{seal(dice, v.hospital.name, place, middle="收费专用章", size=dice.randint(104, 122))}</div>"""


def _others(ink: str, told: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f'<span><span style="color:{ink}">{label}：</span>{value}</span>' for label, value in told
    )
    return f'<div style="display:grid;grid-template-columns:1.15fr 1fr 1.2fr;column-gap:10px">{cells}</div>'


def electronic_clinic(dice: random.Random) -> str:
    """Provincial clinic bill（电子）, red-brown form, both seals over print."""
    v = visit(dice, most=1)
    bill, ink = Bill(dice, _CLINIC, 600, 32000), dice.choice(_INK)
    told = (
        ("业务流水号", number(dice, 12)), ("门诊号", f("record_number", v.record)), ("就诊日期", on("visit_date", v.last, dash)),
        ("医疗机构类型", "综合医院"), ("性别", f("sex", v.person.sex)), ("医保类型", f("insurance_type", v.insurance, _KINDS[v.insurance])),
        ("医保统筹基金支付", _yuan(bill.fund)), ("其他支付", "0.00"), ("个人账户支付", _yuan(bill.account)), ("个人现金支付", _yuan(bill.cash)), ("个人自付", _yuan(bill.total - bill.fund)), ("个人自费", "0.00"),
    )  # fmt: skip
    title = f"{_state(v)}医疗门诊收费票据（电子）"
    return page(SHEET, _electronic(dice, v, bill, title, _others(ink, told), ink), SONG)


def electronic_ward(dice: random.Random) -> str:
    """Provincial ward bill（电子）: span of the stay, prepayment, refunds."""
    v = visit(dice, most=1)
    bill, ink = Bill(dice, _WARD, 9000, 460000), dice.choice(_INK)
    before = (bill.cash // 10000 + 1) * 10000
    stay = f"{on('admission_date', v.first, dash)}至{on('discharge_date', v.last, dash)}"
    told = (
        ("住院号", f("record_number", v.record)), ("性别", f("sex", v.person.sex)), ("住院时间", stay), ("住院科别", f("department", v.illness.department)), ("预缴金额", _yuan(before)), ("医保类型", f("insurance_type", v.insurance, _KINDS[v.insurance])),
        ("补缴金额", "0.00"), ("退费金额", _yuan(before - bill.cash)), ("医保统筹基金支付", _yuan(bill.fund)), ("个人账户支付", _yuan(bill.account)), ("个人现金支付", _yuan(bill.cash)), ("个人自费", "0.00"),
    )  # fmt: skip
    title = f"{_state(v)}医疗住院收费票据（电子）"
    return page(SHEET, _electronic(dice, v, bill, title, _others(ink, told), ink), dice.choice((SONG, MICRO)))


def electronic_with_list(dice: random.Random) -> str:
    """Printed from the public look-up page on A4: the bill above, the list of items below."""
    v = visit(dice, most=1)
    bill, ink = Bill(dice, _CLINIC, 900, 28000), dice.choice(_INK)
    told = (
        ("病历号", f("record_number", v.record)), ("性别", f("sex", v.person.sex)), ("就诊日期", on("visit_date", v.last, dash)), ("科室", f("department", v.illness.department)), ("医保类型", f("insurance_type", v.insurance, _KINDS[v.insurance])), ("医保统筹基金支付", _yuan(bill.fund)),
        ("个人账户支付", _yuan(bill.account)), ("个人现金支付", _yuan(bill.cash)), ("个人自费", "0.00"),
    )  # fmt: skip
    drugs = "".join(f"<tr><td>{n}</td><td>{name}</td><td>{pack}</td><td class=c>{dice.randint(1, 4)}</td><td class=r>{dice.uniform(9, 220):.2f}</td><td class=c>甲类</td></tr>" for n, (name, pack, _) in enumerate(v.illness.drugs, 1))  # fmt: skip
    body = f"""<div style="height:540px;position:relative">{_electronic(dice, v, bill, f"{_state(v)}医疗收费票据（电子）", _others(ink, told), ink)}</div><div style="border-top:1px dashed #888;margin:0 30px"></div>
    <div style="padding:20px 40px"><div class="c" style="font-size:17px">电子票据明细</div><table class="grid" style="margin-top:8px;font-size:13px"><tr><td>序号</td><td>项目名称</td><td>规格</td><td class=c>数量</td><td class=r>金额</td><td class=c>类别</td></tr>{drugs}</table><div style="font-size:12px;margin-top:16px">查验网址：https://pjcy.example.gov　　打印时间：{dash(v.last)} {clock(dice, True)}　　第1页 共1页</div></div>"""
    return page(A4, body, dice.choice((SONG, SANS)))


def _needles(body: str, dice: random.Random) -> str:
    across, down, lean = dice.randint(-7, 12), dice.randint(-9, 5), dice.uniform(-0.25, 0.25)
    return f'<div class="abs" style="left:0;top:0;width:100%;height:100%;transform:translate({across}px,{down}px) rotate({lean:.2f}deg);font-family:{HEI};color:#2c2c3a;{DOTS}">{body}</div>'


def _at(x: int, y: int, text: str, size: int = 14) -> str:
    return f'<span class="abs" style="left:{x}px;top:{y}px;font-size:{size}px">{text}</span>'


def needle_clinic(dice: random.Random) -> str:
    """A narrow pre-printed form of the clinic's till; what the needles print sits beside its places."""
    v = visit(dice, most=1)
    bill, ink = Bill(dice, _CLINIC, 500, 21000), dice.choice((*_INK, "#2a6b5b", "#3a5d94"))
    label = lambda x, y, text, size=14: (
        f'<span class="abs" style="left:{x}px;top:{y}px;font-size:{size}px;color:{ink}">{text}</span>'
    )
    form = label(150, 18, f"{_state(v)}医疗门诊收费票据", 20) + label(36, 62, "票据代码：") + label(300, 62, "No.") + label(36, 92, "姓名：") + label(236, 92, "性别：") + label(352, 92, "医保类型：") + label(36, 120, "门诊号：") + label(300, 120, "开票日期：")  # fmt: skip
    form += f'<div class="abs" style="left:30px;top:148px;width:500px;height:236px;border:1px solid {ink}"></div><div class="abs" style="left:280px;top:148px;height:200px;border-left:1px solid {ink}"></div><div class="abs" style="left:30px;top:348px;width:500px;border-top:1px solid {ink}"></div>'
    form += label(60, 152, "项目／金额") + label(310, 152, "项目／金额") + label(38, 356, "合计（大写）") + label(36, 394, "医保统筹支付") + label(206, 394, "账户支付") + label(366, 394, "现金支付") + label(36, 428, "收款单位（章）") + label(366, 428, "收款员") + label(538, 160, '<span class="v" style="font-size:12px">第一联　收据联</span>')  # fmt: skip
    print_ = _at(106, 62, number(dice, 9)) + _at(326, 62, number(dice, 10)) + _at(82, 92, f("patient_name", v.person.name)) + _at(282, 92, f("sex", v.person.sex)) + _at(424, 92, f("insurance_type", v.insurance, "职工医保" if v.insurance == "employee" else "居民医保")) + _at(96, 120, f("record_number", v.record)) + _at(376, 120, on("issue_date", v.last, slash, clock(dice)))  # fmt: skip
    for n, (name, cents) in enumerate(bill.items):
        print_ += _at(42 + 250 * (n % 2), 180 + 28 * (n // 2), name) + _at(
            150 + 250 * (n % 2), 180 + 28 * (n // 2), _yuan(cents)
        )
    print_ += _at(126, 356, capitals(bill.total)) + _at(420, 356, "¥" + _yuan(bill.total)) + _at(130, 394, _yuan(bill.fund)) + _at(272, 394, _yuan(bill.account)) + _at(432, 394, _yuan(bill.cash)) + _at(140, 428, f("hospital_name", v.hospital.name)) + _at(420, 428, anyone(dice))  # fmt: skip
    marks = _supervised(dice, f"left:{dice.randint(20, 40)}px;top:8px", _state(v)) + seal(
        dice, v.hospital.name, f"left:{dice.randint(150, 240)}px;top:{dice.randint(330, 350)}px", middle="门诊收费章", size=112
    )  # fmt: skip
    return page(
        (559, 480),
        form + _needles(print_, dice) + marks,
        SONG,
        paper=dice.choice(("#fff", "#fdf7f4", "#f6fbf7")),
    )


def needle_ward(dice: random.Random) -> str:
    """The wide ward bill: a printed table, items in three columns, shifted print."""
    v = visit(dice, most=1)
    bill, ink = Bill(dice, _WARD, 8000, 380000), dice.choice(_INK)
    label = lambda x, y, text, size=15: (
        f'<span class="abs" style="left:{x}px;top:{y}px;font-size:{size}px;color:{ink}">{text}</span>'
    )
    form = label(286, 22, f"{_state(v)}医疗住院收费票据", 24) + label(60, 78, "住院号：") + label(330, 78, "住院日期：") + label(700, 78, "№") + label(60, 108, "姓　名：") + label(250, 108, "性别：") + label(330, 108, "科　　别：") + label(600, 108, "医疗保险：")  # fmt: skip
    form += f'<div class="abs" style="left:50px;top:138px;width:850px;height:290px;border:1.5px solid {ink}"></div>' + "".join(f'<div class="abs" style="left:{x}px;top:138px;height:180px;border-left:1px solid {ink}"></div>' for x in (334, 617)) + "".join(f'<div class="abs" style="left:50px;top:{y}px;width:850px;border-top:1px solid {ink}"></div>' for y in (166, 318, 354, 391))  # fmt: skip
    form += "".join(label(x, 141, "收费项目") + label(x + 140, 141, "金额") for x in (70, 354, 637)) + label(60, 324, "金额合计（大写）") + label(60, 361, "预交金额") + label(330, 361, "补退金额") + label(600, 361, "开票日期") + label(60, 398, "统筹基金支付") + label(330, 398, "个人账户支付") + label(600, 398, "个人现金支付") + label(60, 440, "收款单位（公章）：") + label(480, 440, "审核：") + label(700, 440, "收款人：")  # fmt: skip
    stay = f"{on('admission_date', v.first, slash)}-{on('discharge_date', v.last, slash)}"
    print_ = _at(124, 78, f("record_number", v.record)) + _at(410, 78, stay) + _at(724, 78, number(dice, 9)) + _at(124, 108, f("patient_name", v.person.name)) + _at(298, 108, f("sex", v.person.sex)) + _at(410, 108, f("department", v.illness.department)) + _at(680, 108, f("insurance_type", v.insurance, "城镇职工" if v.insurance == "employee" else "城乡居民"))  # fmt: skip
    for n, (name, cents) in enumerate(bill.items):
        print_ += _at((62, 346, 629)[n % 3], 174 + 34 * (n // 3), name) + _at((202, 486, 769)[n % 3], 174 + 34 * (n // 3), _yuan(cents))  # fmt: skip
    before = (bill.cash // 10000 + 1) * 10000
    print_ += _at(190, 324, capitals(bill.total)) + _at(640, 324, "￥" + _yuan(bill.total)) + _at(140, 361, _yuan(before)) + _at(410, 361, _yuan(before - bill.cash)) + _at(680, 361, on("issue_date", v.last, slash)) + _at(166, 398, _yuan(bill.fund)) + _at(436, 398, _yuan(bill.account)) + _at(706, 398, _yuan(bill.cash)) + _at(200, 440, f("hospital_name", v.hospital.name)) + _at(530, 440, anyone(dice)) + _at(764, 440, anyone(dice))  # fmt: skip
    marks = _supervised(dice, f"left:{dice.randint(420, 440)}px;top:6px", _state(v)) + seal(
        dice, v.hospital.name, f"left:{dice.randint(200, 330)}px;top:{dice.randint(372, 392)}px", middle="住院收费专用章", size=126
    )  # fmt: skip
    return page((950, 520), form + _needles(print_, dice) + marks, KAI)


def till_strip(dice: random.Random) -> str:
    """A self-service till's strip: everything in one narrow column, faint."""
    v = visit(dice, most=1)
    bill = Bill(dice, _CLINIC, 500, 21000)
    rows = "".join(f'<div class="flex"><span>{name}</span><span>{_yuan(cents)}</span></div>' for name, cents in bill.items)  # fmt: skip
    line = '<div style="border-top:1px dashed #666;margin:5px 0"></div>'
    body = f"""<div style="padding:14px 16px;font-size:14px;line-height:1.5"><div class="c" style="font-size:16px">{f("hospital_name", v.hospital.name)}</div><div class="c" style="font-size:16px">门诊医疗收费票据</div>{line}<div>票据号码：{number(dice, 10)}</div><div>姓名：{f("patient_name", v.person.name)}　{f("sex", v.person.sex)}</div><div>门诊号：{f("record_number", v.record)}</div><div>就诊科室：{f("department", v.illness.department)}</div><div>费别：{f("insurance_type", v.insurance, "职工医保" if v.insurance == "employee" else "居民医保")}</div><div>就诊日期：{on("visit_date", v.last, dash)}</div>{line}{rows}{line}<div class="flex"><span>合计</span><span>{_yuan(bill.total)}</span></div><div class="flex"><span>医保支付</span><span>{_yuan(bill.fund)}</span></div><div class="flex"><span>个人账户</span><span>{_yuan(bill.account)}</span></div><div class="flex"><span>现金</span><span>{_yuan(bill.cash)}</span></div><div>大写：{capitals(bill.total)}</div>{line}<div>收款员：自助机{dice.randint(1, 20):02d}</div><div>开票日期：{on("issue_date", v.last, han0)}</div><div class="c" style="margin-top:8px">{code("QRCode", number(dice, 20), 84)}</div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(6, 40)}px;top:{dice.randint(470, 540)}px", middle="收费专用章", size=104) if dice.random() < 0.6 else ""}"""
    return page((330, 740), body, dice.choice((MONO, HEI)), ink="#55565c")


TEMPLATES = {
    "electronic_clinic": Template("medical_invoice", *SHEET, electronic_clinic),
    "electronic_ward": Template("medical_invoice", *SHEET, electronic_ward),
    "electronic_with_list": Template("medical_invoice", *A4, electronic_with_list),
    "needle_clinic": Template("medical_invoice", 559, 480, needle_clinic),
    "needle_ward": Template("medical_invoice", 950, 520, needle_ward),
    "till_strip": Template("medical_invoice", 330, 740, till_strip),
}
