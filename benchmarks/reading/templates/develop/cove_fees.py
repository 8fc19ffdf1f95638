"""Bills of the cashiers: a roll, a settlement with a table of fees, a list in two columns, a carbon copy."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    GS,
    HA,
    HN,
    XJ,
    bars,
    capital,
    clock,
    d,
    date,
    digits,
    dxs,
    logo,
    money,
    needle,
    sheet,
    square,
    stay,
)
from benchmarks.reading.templates.develop.cove_bill import IN_FEES, KIND, goods, insured
from benchmarks.reading.templates.develop.cove_rare import GOODS
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, seal, sign


def roll(dice: random.Random) -> str:
    """A roll of a self-service machine in Xinjiang: values at the right edge, a name with a point."""
    c = stay(dice, XJ, ("heart", "sugar", "stroke", "lung", "liver"))
    p = c.p
    hospital = dice.choice(("莎车县叶尔羌人民医院", "昌吉州头屯河中医医院", "莎车县喀群中心医院"))
    things = goods(dice, c, dice.randint(1, 4))
    total = sum(m for *_, m in things)
    fund = int(total * 0.62)
    cut = '<div style="border-top:1px dashed #000;margin:5px 0"></div>'
    two: Callable[..., str] = lambda a, b: (
        f'<div style="display:flex;justify-content:space-between"><span>{a}</span><span>{b}</span></div>'
    )
    rows = "".join(f"<div>{a}</div>" + two(f"　　x{b}", money(m)) for a, b, m in things)
    at = clock(dice, True)
    mask = f"{p.id_number[:4]}{'*' * 10}{p.id_number[-4:]}"
    body = f"""<div class="c">{logo(0, 44, "#000")}</div><div class="c" style="font-size:18px">
{f("hospital_name", hospital)}</div>
<div class="c">自助缴费凭条（门诊）</div>{cut}{two("患者", f("patient_name", p.name))}
{two("性别/年龄", f"{f('sex', p.sex)}/{f('age', c.age)}")}
{two("就诊卡号", f("card_number", digits(dice, 10, "65")))}{two("身份证", mask)}{two("险种", insured(c, 0))}
{two("开单科室", f("department", c.ill.dept + dice.choice(("", "门诊"))))}
{two("开单医生", f("physician_name", c.doctors[0]))}
{two("就诊时间", d("visit_date", c.start, "-", " " + at[:5]))}{cut}{two("项目", "金额(元)")}{rows}{cut}
{two("合计", "￥" + money(total))}{two("统筹基金", money(fund))}{two("个人账户", "0.00")}
{two("大病/救助", "0.00")}
{two("微信支付", money(total - fund))}{cut}{two("缴费时间", d("issue_date", c.start, "-", " " + at))}
{two("交易流水", digits(dice, 14))}{two("终端", f"ZZ{dice.randint(1, 60):03d}")}
<div style="margin-top:8px">请持本凭条到 2 楼西药房 {dice.randint(1, 9)} 号窗口取药</div>
<div class="c" style="margin-top:8px">{bars(dice, 220, 40)}</div><div class="c">{digits(dice, 12)}</div>
<div class="c" style="margin-top:8px">{square(dice, 100)}</div>
<div class="c" style="font-size:12px">微信扫码领取电子票据，当日有效</div>
<div class="c" style="font-size:12px">*** 此凭条不作报销凭证 ***</div>"""
    return sheet(body, "body{color:#2b2b2b}", font=dice.choice((MICRO, HEI)), size=14, pad="18px 18px")


def hunan(dice: random.Random) -> str:
    """The settlement of an inpatient, Hunan: a ruled head, fees by class, the fund's shares, signers."""
    c = stay(dice, HN)
    p = c.p
    hospital = dice.choice(
        ("宜章县莽山人民医院", "临湘市长安河中心医院", "郴州市苏仙岭骨伤医院", "临湘市云溪桥中医院")
    )
    fees = [(n, dice.randint(2000, 380000)) for n in IN_FEES[:-1]]
    lines, sums = "", [0, 0, 0, 0]
    for n, m in fees:
        a = int(m * dice.uniform(0.4, 0.9))
        b = int((m - a) * dice.choice((1, 0.6)))
        part = (m, a, b, m - a - b)
        sums = [x + y for x, y in zip(sums, part, strict=True)]
        lines += f"<tr><td>{n}</td>" + "".join(f"<td class='r'>{money(x)}</td>" for x in part) + "</tr>"
    lines += "<tr><td>合　计</td>" + "".join(f"<td class='r'>{money(x)}</td>" for x in sums) + "</tr>"
    low = dice.choice((20000, 50000, 90000))
    fund = max(int((sums[1] + sums[2] * 0.9 - low) * 0.75), 0)
    big = int(fund * dice.choice((0, 0.05)))
    level = dice.choice(("二级甲等", "二级", "三级乙等"))
    pay = (
        ("总费用", sums[0]), ("自费费用", sums[3]), ("乙类先付", sums[2] // 10), ("起付标准", low),
        ("统筹基金支付", fund),
        ("大病保险支付", big), ("医疗救助", 0), ("公务员补助", 0), ("个人账户支付", 0), ("现金支付",
        sums[0] - fund - big),
        ("医院负担", 0), ("其他基金", 0),
    )  # fmt: skip
    shares = "".join(
        "<tr>"
        + "".join(f"<td class='k'>{a}</td><td class='r'>{money(m)}</td>" for a, m in pay[i : i + 4])
        + "</tr>"
        for i in range(0, 12, 4)
    )
    which = "参保人员" if dice.random() < 0.5 else "参保居民"
    body = f"""<h1 style="font-size:20px">湖南省基本医疗保险住院费用结算单</h1>
<div style="display:flex;justify-content:space-between;font-size:12px;margin-top:4px"><span>结算编号：
{digits(dice, 18, "43")}</span>
<span>单位：元</span></div>
<table class="g"><tr><td class="k">定点医疗机构</td><td colspan="3">{f("hospital_name", hospital)}</td>
<td class="k">医院等级</td>
<td>{f("hospital_level", level)}</td><td class="k">险种</td><td>{insured(c, 0)}</td></tr>
<tr><td class="k">姓　　名</td><td>{f("patient_name", p.name)}</td><td class="k">性　　别</td><td>
{f("sex", p.sex)}</td>
<td class="k">年　　龄</td><td>{f("age", c.age)}</td><td class="k">人员类别</td><td>{which}</td></tr>
<tr><td class="k">公民身份号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="k">参保地
</td>
<td colspan="3">{f("insured_place", p.place.insured)}</td></tr><tr><td class="k">住 院 号</td><td>
{f("record_number", c.number)}</td>
<td class="k">科　　室</td><td>{f("department", c.ill.dept)}</td><td class="k">联系电话</td><td>
{f("phone", p.phone)}</td>
<td class="k">住院天数</td><td>{c.days}</td></tr><tr><td class="k">入院日期</td><td colspan="3">
{d("admission_date", c.start, "-")}</td>
<td class="k">出院日期</td><td colspan="3">{d("discharge_date", c.end, "-")}</td></tr>
<tr><td class="k">出院诊断</td><td colspan="7">{dxs(c.dx, "，", "{}.")}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr class="c"><td>费用项目</td><td>金额合计</td><td>甲类</td>
<td>乙类</td><td>丙类（自费）</td></tr>
{lines}</table><table class="g" style="margin-top:-1px">{shares}<tr><td class="k">基金支付大写</td>
<td colspan="3">{capital(fund)}</td>
<td class="k">个人支付大写</td><td colspan="3">{capital(sums[0] - fund - big)}</td></tr></table>
<div style="font-size:12px;margin-top:6px">本人确认以上费用属实，对结算金额无异议。</div>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>{which}（家属）签名：
{sign("applicant", dice.choice((p.name, None)), dice)}</span><span>经办人：{c.doctors[1]}</span><span>复核：
{c.doctors[2]}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>医疗机构（盖章）</span>
<span>结算日期：{d("issue_date", c.end, "年")}</span></div>
<div style="font-size:11px;margin-top:30px">打印时间：
{date(c.end, "-")} {clock(dice, True)}　　一式三份：医疗机构、医保中心、参保人各一份　医保服务热线12393
</div>"""
    body += seal(
        hospital, "医保专用章", size=138, at=(dice.randint(90, 160), 800), turn=dice.uniform(-20, 20)
    )
    css = ".k{white-space:nowrap}td{padding:3px 5px}"
    return sheet(body, css, font=dice.choice((SONG, "'AR PL UMing CN'")), size=13, pad="34px 44px")


def henan(dice: random.Random) -> str:
    """The list of all fees of a stay, Henan: two columns of rows, sums of groups, no frame."""
    c = stay(dice, HA)
    p = c.p
    hospital = dice.choice(("周口市沙颍河医院", "太康县高朗人民医院", "南阳市唐河豫西脑科医院"))
    drugs = [(n, s) for n, s, _ in c.ill.drugs]
    drugs += [("0.9%氯化钠注射液", "100ml"), ("5%葡萄糖注射液", "250ml"), ("注射用泮托拉唑钠", "40mg"),
              ("注射用头孢哌酮舒巴坦", "1.5g"), ("低分子肝素钠注射液", "0.4ml")]  # fmt: skip
    groups = (
        ("西药费", drugs), ("检验费", [(a, "") for a, _ in dice.sample(GOODS, 7)]),
        ("检查费", [("CT平扫（64层）", "部位"), ("心脏彩色多普勒超声", "次"), ("床旁心电图", "次")]),
        ("护理费", [("Ⅰ级护理", "日"), ("Ⅱ级护理", "日"), ("静脉输液", "组"), ("吸氧", "小时"),
        ("动静脉置管护理", "次")]),
        ("床位费", [("三人间", "日"), ("取暖费", "日")]),
        ("材料费", [("一次性输液器（精密）", "套"), ("留置针 24G", "支"), ("医用敷贴", "片"), ("采血针",
        "支")]),
    )  # fmt: skip
    rows, total = [], 0
    for name, things in groups:
        rows.append(f"<tr class='b'><td colspan='4'>◆{name}</td></tr>")
        part = 0
        for a, b in things:
            price, n = dice.randint(50, 6800), dice.randint(1, c.days + 2)
            part += price * n
            rows.append(
                f"<tr><td>{a} {b}</td><td class='r'>{money(price)}</td><td class='r'>{n}</td>"
                f"<td class='r'>{money(price * n)}</td></tr>"
            )
        rows.append(f"<tr><td colspan='3' class='r'>小计</td><td class='r'>{money(part)}</td></tr>")
        total += part
    half = (len(rows) + 1) // 2
    head = (
        "<tr style='border-bottom:1px solid #000'><td>项目/规格</td><td class='r'>单价</td><td "
        "class='r'>数量</td><td class='r'>金额</td></tr>"
    )
    col: Callable[..., str] = lambda part: (
        f"<table style='width:49%;font-size:11.5px'>{head}{''.join(part)}</table>"
    )
    body = f"""<div style="font-size:19px;font-weight:600">{f("hospital_name", hospital)}</div>
<div style="font-size:15px;border-bottom:2px solid #000;display:flex;justify-content:space-between">
<span>住院患者费用汇总清单</span>
<span style="font-size:12px">第 1 页 / 共 1 页</span></div>
<div style="margin:6px 0;line-height:1.75">
{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", c.age, f"{c.age}岁")}&#12288;
住院号[{f("record_number", c.number)}]　{f("department", c.ill.dept)}　{dice.randint(1, 50)}床　费别[
{insured(c, 1)}]<br>
在院日期：{d("admission_date", c.start, "/")}～{d("discharge_date", c.end, "/")}（{c.days}天）&#12288;
主管医师：{f("physician_name", c.doctors[0])}　主要诊断：{f("diagnosis", c.dx[0])}</div>
<div style="display:flex;justify-content:space-between;align-items:flex-start;border-top:1px solid #000;
border-bottom:1px solid #000">
{col(rows[:half])}{col(rows[half:])}</div>
<div style="display:flex;justify-content:space-between;margin-top:6px"><b>费用总计：{money(total)} 元</b>
<span>大写：{capital(total)}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>预交金：{money(total // 2)}
</span><span>已结算</span>
<span>制单：{c.doctors[3]}</span><span>制表日期：{d("issue_date", c.end, "/")}</span></div>
<div style="margin-top:26px">患者或家属核对签字：
{sign("applicant", dice.choice((None, c.p.name)), dice, 110)}</div>
<div style="font-size:11px;margin-top:8px">★ 本清单仅供核对，不作为报销凭据；如有疑问请拨打院内物价办 03
{dice.randint(70, 99)}-{digits(dice, 7, "6")[:7]}</div>"""
    body += seal(hospital, "住院处", shape=dice.choice(("circle", "ellipse")), size=130, at=(560,
    700 + dice.randint(0, 60)),
                 turn=dice.uniform(-20, 20))  # fmt: skip
    return sheet(body, "td{padding:1px 4px}", font=dice.choice((SONG, MICRO)), size=13, pad="34px 44px")


def gansu(dice: random.Random) -> str:
    """A carbon copy from a needle printer, Gansu: a chronic illness settled, lines of minus signs."""
    c = stay(dice, GS, ("heart", "sugar", "stroke", "lung", "kidney", "joint"), 1)
    p = c.p
    hospital = dice.choice(("通渭县陇川中医院", "通渭县苦水堡中心卫生院", "定西市渭河源医院"))
    things = [(a, b, dice.randint(500, 24000)) for a, b, _ in c.ill.drugs]
    total = sum(m for *_, m in things)
    low, fund = dice.choice((0, 5000)), int(total * 0.6)
    tint = dice.choice(("#33336b", "#5a2d5f", "#3a3a3a"))
    bar = f'<div style="white-space:nowrap;overflow:hidden">{"-" * 88}</div>'
    cell: Callable[..., str] = lambda a, b, w: (
        f'<span style="display:inline-block;width:{w}px">{a}:{b}</span>'
    )
    rows = "".join(
        f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>{'甲乙'[n % 2]}</td><td class='r'>"
        f"{dice.randint(1, 5)}</td>"
        f"<td class='r'>{money(m)}</td></tr>"
        for n, (a, b, m) in enumerate(things, 1)
    )
    kind = {"employee": "职工基本医疗保险", "resident": "城乡居民医疗保险"}[p.insurance]
    inner = f"""<div class="c" style="font-size:19px;letter-spacing:2px">{f("hospital_name", hospital)}
</div>
<div class="c" style="font-size:17px">门诊慢特病费用结算单</div>
<div>{cell("姓名", f("patient_name", p.name), 170)}{cell("性别", f("sex", p.sex), 90)}
{cell("年龄", f("age", c.age), 90)}
{cell("险种", f("insurance_type", p.insurance, kind), 260)}</div>
<div>{cell("身份证号", f("id_number", p.id_number), 260)}{cell("门诊号", f("record_number", c.number), 170)}
{cell("参保地", f("insured_place", p.place.county), 180)}</div>
<div>{cell("诊断", f("diagnosis", c.ill.dx[0]), 350)}{cell("科室", f("department", c.ill.dept), 200)}</div>
<div>{cell("就诊日期", d("visit_date", c.start, "-"), 190)}
{cell("医师", f("physician_name", c.doctors[0]), 160)}
{cell("结算流水号", digits(dice, 12), 240)}</div>{bar}<table><tr><td>序</td><td>药品/项目名称</td><td>规格
</td><td>等级</td>
<td class="r">数量</td><td class="r">金额</td></tr>{rows}</table>{bar}
<div>{cell("费用总额", money(total), 190)}{cell("起付线", money(low), 130)}
{cell("统筹支付", money(fund), 180)}{cell("大病支付", "0.00", 150)}</div>
<div>{cell("账户支付", "0.00", 190)}{cell("现金支付", money(total - fund), 170)}
{cell("本年累计统筹", money(fund * dice.randint(2, 9)), 240)}</div>
<div>总额大写:{capital(total)}</div>
<div style="margin-top:8px">{cell("收费员", c.doctors[1], 170)}
{cell("结算时间", d("issue_date", c.start, "-", " " + clock(dice, True)), 260)}
{cell("患者签字", sign("applicant", None, dice), 200)}</div>"""
    holes = "".join(
        (f'<div style="position:absolute;{side}:6px;top:{14 + k * 34}px;width:11px;height:11px;'
        'border-radius:50%;border:1px solid #bbb"></div>')
        for side in ("left", "right") for k in range(14)
    )  # fmt: skip
    body = f'{holes}<div style="line-height:1.5">{needle(inner, 14, tint)}</div>'.replace(("<span "
    "style=\"font-family:'AR"),
            "<div style=\"font-family:'AR", 1).removesuffix("</span></div>") + "</div></div>"  # fmt: skip
    if dice.random() < 0.5:
        body += seal(
            hospital,
            "收费专用章",
            size=122,
            at=(560, 300),
            turn=dice.uniform(-20, 20),
            colour=dice.choice(("red", "blue")),
        )
    return sheet(body, "td{padding:1px 4px}", font="'AR PL UMing CN'", size=14, pad="20px 40px")


TEMPLATES: dict[str, Template] = {
    "cove-invoice-roll-xinjiang": Template(KIND, 340, 1170, roll),
    "cove-invoice-settlement-hunan": Template(KIND, 794, 1123, hunan),
    "cove-invoice-list-henan": Template(KIND, 794, 920, henan),
    "cove-invoice-chronic-gansu": Template(KIND, 794, 500, gansu),
}
