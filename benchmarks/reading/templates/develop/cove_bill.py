"""Bills of the treasury: two national electronic ones, two on printed forms hammered by needle printers."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    AH,
    HL,
    SC,
    SD,
    Stay,
    capital,
    clock,
    d,
    date,
    digits,
    logo,
    money,
    needle,
    shares,
    sheet,
    square,
    stay,
)
from benchmarks.reading.templates.develop.cove_rare import GOODS
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, seal

KIND = "medical_invoice"
IN_FEES = (
    "床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中成药费",
    "中草药费", "一般诊疗费", "其他费用",
)  # fmt: skip
LINES = {
    "employee": ("职工基本医疗保险", "城镇职工医保", "职工"),
    "resident": ("城乡居民基本医疗保险", "城乡居民医保", "居民"),
}


def insured(c: Stay, sort: int) -> str:
    """The insurance as bills name it."""
    return f("insurance_type", c.p.insurance, LINES[c.p.insurance][sort])


def goods(dice: random.Random, c: Stay, count: int) -> list[tuple[str, str, int]]:
    """Medicines and services with amounts in cents."""
    drugs = [(n, f"{dice.randint(1, 4)}盒") for n, _, _ in c.ill.drugs]
    return [(a, b, dice.randint(200, 18000)) for a, b in (*drugs, *dice.sample(GOODS, count))]


def sichuan(dice: random.Random) -> str:
    """National outpatient e-bill of Sichuan with a two-columned list of goods."""
    c = stay(dice, SC)
    p = c.p
    hospital = dice.choice(
        ("巴中市恩阳河人民医院", "达州市州河中西医结合医院", "渠县賨江医院", "南江县光雾山人民医院")
    )
    ink = dice.choice(("#8b4a1c", "#6f3a20", "#a03030"))
    things = goods(dice, c, dice.randint(3, 9))
    total = sum(m for *_, m in things)
    fund = dice.choice((0, int(total * 0.55), int(total * 0.7)))
    account = dice.choice((0, total - fund))
    cells = [
        f"<td>{a}</td><td class='c'>{b}</td><td class='r'>{money(m)}</td><td></td>" for a, b, m in things
    ]
    cells += ["<td></td>" * 4] * (len(cells) % 2)
    rows = "".join(f"<tr>{cells[i]}{cells[i + 1]}</tr>" for i in range(0, len(cells), 2))
    fees = "".join(f"<td>{n}</td><td class='r'>{money(m)}</td>" for n, m in zip(
        ("西药费", "检查费", "化验费"), (total // 2, total // 4, total - total // 2 - total // 4),
        strict=True))  # fmt: skip
    kind = insured(c, 0) if fund or account else "自费"
    v: Callable[..., str] = lambda t: f'<span style="color:#111">{t}</span>'
    ask = f("id_number", p.id_number) if dice.random() < 0.6 else ""
    head = '<td>项目名称</td><td class="c">数量/单位</td><td class="r">金额（元）</td><td class="c">备注</td>'
    number = f("record_number", digits(dice, 10, "24"))
    body = f"""<div style="color:{ink}"><div style="position:absolute;left:30px;top:24px">
{square(dice, 72)}</div>
<div style="position:absolute;right:34px;top:30px;font-size:11px">{logo(4, 40, "#c33")}</div>
<h1 style="font-size:22px;letter-spacing:3px;margin:6px 0 22px;
font-weight:400">四川省医疗门诊收费票据（电子）</h1>
<table style="width:80%;margin-left:96px"><tr><td>票据代码：{v("51060124")}</td><td>票据号码：
{v(digits(dice, 10))}</td></tr>
<tr><td>交款人统一社会信用代码：{v(ask)}</td><td>校验码：{v(digits(dice, 5, dice.choice("abcdef")))}</td>
</tr>
<tr><td>交款人：{v(f("patient_name", p.name))}</td><td>开票日期：{v(d("issue_date", c.start, "-"))}</td>
</tr></table>
<table style="border:1px solid {ink};margin-top:3px"><tr style="border-bottom:1px solid {ink}">
{"<td>项目名称</td><td class='r'>金额（元）</td>" * 3}</tr><tr style="color:#111">{fees}</tr></table>
<table style="border:1px solid {ink};border-top:0"><tr style="border-bottom:1px dotted {ink}">{head * 2}
</tr>
<tbody style="color:#111">{rows}</tbody></table>
<table style="border:1px solid {ink};border-top:0"><tr><td style="width:60%">金额合计（大写）
{v("　" + capital(total))}</td>
<td>（小写）{v("　" + money(total))}</td></tr></table>
<table style="border:1px solid {ink};border-top:0"><tr><td rowspan="4" style="width:26px;
border-right:1px solid {ink};
line-height:1.2;text-align:center">其<br>他<br>信<br>息</td><td>业务流水号：{v(digits(dice, 14))}</td>
<td>门诊号：{v(number)}</td><td>就诊日期：{v(d("visit_date", c.start, "8"))}</td><td>性别：
{v(f("sex", p.sex))}</td></tr>
<tr><td>医疗机构类型：{v("综合医院")}</td><td>医保类型：{v(kind)}</td><td>医保编号：</td><td></td></tr>
<tr><td>医保统筹基金支付：{v(money(fund))}</td><td>其他支付：{v("0.00")}</td><td>个人账户支付：
{v(money(account))}</td>
<td>个人现金支付：{v(money(total - fund - account))}</td></tr><tr><td>个人自付：{v(money(total - fund))}
</td>
<td>个人自费：{v("0.00")}</td><td></td><td></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:5px"><span>收款单位（章）：
{v(f("hospital_name", hospital))}</span>
<span>复核人：{v(c.doctors[0])}</span><span style="margin-right:60px">收款人：{v(c.doctors[1])}</span></div>
</div>"""
    body += seal(
        "全国统一财政电子票据监制章", "四川省财政厅", shape="ellipse", size=118, at=(338, 40), ink=0.55
    )
    body += seal(hospital, "财务专用章", size=112, at=(90, 350 + 7 * len(things)), turn=0, ink=0.7)
    return sheet(body, "td{padding:1px 5px}", font=dice.choice((SONG, KAI)), size=12, pad="22px 32px")


def anhui(dice: random.Random) -> str:
    """National inpatient e-bill of Anhui: three columns of fees, what else in six lines."""
    c = stay(dice, AH)
    p = c.p
    hospital = dice.choice(("太和县细阳中心医院", "阜阳市颍淮医院", "太和县茨河中医院"))
    ink = "#5a2d16"
    fees = [
        x for x in shares(dice, IN_FEES, 20, 4200) if x[0] in {"西药费", "床位费"} or dice.random() < 0.85
    ]
    total = sum(m for _, m in fees)
    fund, other = int(total * dice.uniform(0.45, 0.6)), int(total * dice.choice((0, 0.06, 0.12)))
    own = int(total * 0.07)
    cash = total - fund - other
    paid = (cash // 100000 + 1) * 100000
    cells = [
        f"<td style='width:22%'>{n}</td><td class='r' style='width:11.3%'>{money(m)}</td>" for n, m in fees
    ]
    cells += ["<td></td><td></td>"] * (-len(cells) % 3)
    grid = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in range(0, len(cells), 3))
    cut = dice.choice(("至", "-", "—"))
    said = (
        ("业务流水号", digits(dice, 16, "34")), ("病历号", f("record_number", digits(dice, 8))),
        ("住院号", f("record_number", c.number)), ("住院科别", f("department", c.ill.dept)),
        ("住院时间", d("admission_date", c.start, "8") + cut + d("discharge_date", c.end, "8")),
        ("预缴金额", money(paid)), ("补缴金额", "0.00"), ("退费金额", money(paid - cash)),
        ("医疗机构类型", "综合医院"), ("医保类型", insured(c, 0)), ("医保编号", ""), ("性别", f("sex",
        p.sex)),
        ("医保统筹基金支付", money(fund)), ("其他支付", money(other)), ("个人账户支付", "0.00"),
        ("个人现金支付", money(cash)),
        ("个人自付", money(cash - own)), ("个人自费", money(own)), ("大病保险支付", money(other)),
        ("医疗救助支付", "0.00"),
    )  # fmt: skip
    rest = "".join(
        "<tr>"
        + "".join(f"<td>{a}：<span style='color:#111'>{b}</span></td>" for a, b in said[i : i + 4])
        + "</tr>"
        for i in range(0, len(said), 4)
    )
    dx = f("diagnosis", c.dx[0])
    note = f"出院诊断：{dx}" if dice.random() < 0.5 else "此票据可登录安徽省财政厅网站查验"
    top: Callable[..., str] = lambda a, b: f'<td>{a}：<span style="color:#111">{b}</span></td>'
    body = f"""<div style="color:{ink}"><h1 style="font-size:23px;font-family:{KAI};margin:4px 0 26px">
安徽省医疗住院收费票据（电子）</h1><div style="position:absolute;left:34px;top:20px">{square(dice, 78)}
</div>
<table style="margin-left:100px;width:85%"><tr>{top("票据代码", "34060223")}
{top("票据号码", digits(dice, 10, "00"))}</tr>
<tr>{top("交款人统一社会信用代码", f("id_number", p.id_number) if dice.random() < 0.5 else "")}
{top("校验码", digits(dice, 6))}</tr><tr>{top("交款人", f("patient_name", p.name))}
{top("开票日期", d("issue_date", c.end, "-"))}
</tr></table><table style="border:1.4px solid {ink}"><tr style="border-bottom:1px solid {ink}">
{"<td class='c'>项目名称</td><td class='c'>金额（元）</td>" * 3}</tr><tbody style="color:#111">{grid}
</tbody>
<tr style="height:26px"></tr><tr style="border-top:1px solid {ink}"><td colspan="3">金额合计（大写）
<span style="color:#111">　{capital(total)}</span></td><td colspan="3">（小写）
<span style="color:#111">　{money(total)}</span></td></tr>
<tr style="border-top:1px solid {ink}"><td colspan="6" style="padding:0"><table><tr><td rowspan="7"
style="width:24px;border-right:1px solid {ink};line-height:1.3">其他信息</td></tr>{rest}<tr><td colspan="4">
备注：<span style="color:#111">{note}</span></td></tr></table></td></tr></table>
<table style="margin-top:3px"><tr><td>收款单位（章）：<span style="color:#111">
{f("hospital_name", hospital)}</span></td>
<td>复核人：</td><td>收款人：<span style="color:#111">{c.doctors[2]}</span></td></tr></table></div>"""
    body += seal("全国统一财政票据监制章", "安徽省财政厅", shape="ellipse", size=126, at=(330, 40), ink=0.5)
    body += seal(hospital, "财务专用章", size=116, at=(dice.randint(60, 150), 370), ink=0.72)
    return sheet(body, "td{padding:2px 5px}", font=SONG, size=12, pad="20px 34px")


def shandong(dice: random.Random) -> str:
    """Outpatient bill on a printed form of Shandong: values off their places, a line without labels above."""
    c = stay(dice, SD, ("heart", "sugar", "stroke", "joint"))
    p = c.p
    hospital = dice.choice(("郓城县水浒城人民医院", "安丘市青云山人民医院", "菏泽市曹南妇幼保健院"))
    x, y = dice.randint(-4, 5), dice.randint(-3, 4)
    n: Callable[..., str] = lambda t, size=14: needle(t, size, at=(x, y))
    things = goods(dice, c, dice.randint(2, 6))
    total = sum(m for *_, m in things)
    fund = int(total * 0.6)
    g = dice.choice(("#a5343c", "#2c6e57"))
    col: Callable[..., str] = lambda part: "".join(
        f"<tr><td>{n(a, 13)}</td><td>{n(b, 13)}</td><td class='r'>{n(money(m), 13)}</td></tr>"
        for a, b, m in part
    )
    half = (len(things) + 1) // 2
    day = (
        f'<span data-field="issue_date" data-value="{c.start.isoformat()}">{n(str(c.start.year))}年'
        f"{n(f'{c.start.month:02d}')}月{n(f'{c.start.day:02d}')}日</span>"
    )
    doctor = f("physician_name", c.doctors[0]) if dice.random() < 0.8 else ""
    head = f"<tr style='color:{g}'><td>项　目</td><td>数量</td><td class='r'>金　额</td></tr>"
    age = f("age", c.age, f"{c.age}岁")
    body = f"""<div style="color:{g}"><h1 style="font-size:23px;letter-spacing:6px;
font-weight:400">山东省医疗门诊收费票据</h1>
<div class="c" style="font-size:11px">（{dice.choice(("机打", "三联"))}）　第二联　收据</div>
<div style="position:absolute;right:36px;top:20px;color:#b22;font-size:16px">NO {digits(dice, 8)}</div>
<div style="position:absolute;left:36px;top:18px;font-size:11px">鲁财票字<br>（{c.start.year}）S01</div>
<div style="margin-top:4px">{n(f("department", c.ill.dept))}　　{n(doctor)}　　{n(digits(dice, 12))}</div>
<div style="display:flex;justify-content:space-between"><span>姓名：{n(f("patient_name", p.name))}</span>
<span>性别：{n(f("sex", p.sex))}</span><span>年龄：{n(age)}</span><span>医保类别：{n(insured(c, 1))}</span>
<span>{day}</span></div>
<table style="border:1.5px solid {g};height:190px"><tr><td style="width:50%;border-right:1px solid {g};
vertical-align:top;padding:0">
<table>{head}{col(things[:half])}</table></td><td style="vertical-align:top;padding:0"><table>{head}
{col(things[half:])}</table></td></tr>
<tr style="border-top:1px solid {g}">
<td colspan="2">合计人民币（大写）　{n(capital(total))}　　　　¥ {n(money(total))}</td></tr>
<tr style="border-top:1px solid {g}"><td colspan="2">医保统筹支付 {n(money(fund))}　个人账户支付 {n("0.00")}
&#12288;
大额补助 {n("")}　个人支付 {n(money(total - fund))}　账户余额 {n(money(dice.randint(0, 90000)))}</td></tr>
</table>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>收款单位（章）
{n(f("hospital_name", hospital))}</span>
<span>收款员：{n(f"{dice.randint(1000, 9999)}")}</span><span>{n(clock(dice, True))}</span></div>
<div style="font-size:10.5px">山东省财政厅监制　手写无效　遗失不补</div></div>"""
    body += seal(hospital, "收费专用章", shape=dice.choice(("circle", "ellipse")), size=138, at=(150, 262),
                 turn=dice.uniform(-25, 25))  # fmt: skip
    return sheet(body, "td{padding:1px 6px}", font=SONG, size=13, pad="16px 36px")


def heilongjiang(dice: random.Random) -> str:
    """Inpatient bill on a printed form of Heilongjiang: all cells printed, the machine fills some of them."""
    c = stay(dice, HL, ("heart", "stroke", "lung", "kidney", "eye", "mind"))
    p = c.p
    hospital = dice.choice(("富锦市锦江中心医院", "青冈县通肯河人民医院", "佳木斯三江第五人民医院"))
    x, y = dice.randint(-8, 10), dice.randint(-4, 5)
    n: Callable[..., str] = lambda t: needle(t, 15, "#1e1e44", at=(x, y))
    g = "#27508f"
    used = dict(x for x in shares(dice, IN_FEES, 10, 5200) if dice.random() < 0.75)
    total = sum(used.values())
    fund = int(total * 0.58)
    names = (*IN_FEES, "输血费", "输氧费")
    cells = [
        f"<td>{a}</td><td class='r' style='min-width:90px'>{n(money(used[a]) if a in used else '')}</td>"
        for a in names
    ]
    grid = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in range(0, len(cells), 3))
    dept = f("department", c.ill.dept)
    span = n(d("admission_date", c.start, ".")) + " 至 " + n(d("discharge_date", c.end, "."))
    body = f"""<div style="color:{g}"><div style="display:flex;justify-content:space-between">
<span style="font-size:11px">
国财 00602<br>黑财印 {c.start.year}</span><div><h1 style="font-size:22px;
letter-spacing:3px">黑龙江省医疗住院收费专用票据</h1>
<div class="c" style="font-size:12px;border-top:3px double {g};width:70%;margin:1px auto">收据联</div></div>
<span style="color:#c22;font-size:17px;font-family:{HEI}">{digits(dice, 9)}</span></div>
<table style="margin-top:6px"><tr><td>姓名 {n(f("patient_name", p.name))}</td>
<td>住院号 {n(f("record_number", c.number))}</td>
<td>病区/科室 {n(dept)}</td><td>开票日期 {n(d("issue_date", c.end, "-"))}</td></tr>
<tr><td>性别 {n(f("sex", p.sex))}</td><td>医保类型 {n(insured(c, 2))}</td>
<td colspan="2">住院日期 {span} 共 {n(str(c.days))} 天</td></tr></table>
<table class="q" style="border:1.5px solid {g}"><tr class="c"><td>项　目</td><td>金　额</td><td>项　目</td>
<td>金　额</td><td>项　目</td>
<td>金　额</td></tr>{grid}<tr><td>合计（大写）</td><td colspan="3">{n(capital(total))}</td><td>（小写）</td>
<td class="r">{n(money(total))}</td></tr><tr><td>统筹支付</td><td class="r">{n(money(fund))}</td>
<td>大额（大病）支付</td>
<td class="r">{n("0.00")}</td><td>个人账户</td><td class="r">{n("0.00")}</td></tr>
<tr><td>预交款</td><td class="r">{n(money(total - fund + 50000))}</td><td>补收</td><td></td><td>退还</td>
<td class="r">{n("500.00")}</td></tr>
<tr><td>社会保障号</td><td colspan="3">{n(f("id_number", p.id_number) if dice.random() < 0.7 else "")}</td>
<td>备注</td><td></td></tr></table>
<table><tr><td>收款单位（盖章）：{n(f("hospital_name", hospital) if dice.random() < 0.6 else "")}</td>
<td>审核：</td><td>收款人：{n(c.doctors[1])}</td></tr></table></div>
<div style="position:absolute;right:8px;top:120px;width:14px;font-size:11px;line-height:1.25;
color:{g}">第二联交付款人</div>
<div style="position:absolute;left:40px;bottom:8px;font-size:10px;color:#888">{date(c.end, "8")}
{digits(dice, 6)}</div>"""
    body += seal(
        hospital,
        "住院收费专用章",
        size=134,
        at=(dice.randint(80, 420), 270),
        turn=dice.uniform(-30, 30),
        ink=0.6,
    )
    return sheet(
        body, f".q td{{border:1px solid {g}}}td{{padding:2px 5px}}", font=SONG, size=13, pad="16px 40px"
    )


TEMPLATES: dict[str, Template] = {
    "cove-invoice-electronic-sichuan": Template(KIND, 794, 540, sichuan),
    "cove-invoice-electronic-anhui": Template(KIND, 794, 560, anhui),
    "cove-invoice-form-shandong": Template(KIND, 794, 430, shandong),
    "cove-invoice-form-heilongjiang": Template(KIND, 794, 500, heilongjiang),
}
