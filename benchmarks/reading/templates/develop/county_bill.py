"""Bills: electronic and printed receipts for visits and stays, lists of items, the settlement of a fund."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    Put,
    code,
    day,
    digits,
    dotted,
    hours,
    logo,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_discharge import span
from benchmarks.reading.templates.develop.county_words import STAYS, brief, call, house, who
from benchmarks.reading.templates.develop.html import f, fs, page, seal
from benchmarks.reading.templates.develop.people import Person

WARD_FEES = (
    "床位费",
    "诊察费",
    "检查费",
    "化验费",
    "治疗费",
    "手术费",
    "护理费",
    "卫生材料费",
    "西药费",
    "中药饮片",
    "中成药费",
    "一般诊疗费",
    "其他住院收费",
)
DRUGS = (
    "硝苯地平控释片[拜新同]",
    "阿托伐他汀钙片(立普妥)",
    "门冬胰岛素30注射液",
    "瑞舒伐他汀钙片",
    "二甲双胍缓释片",
    "沙库巴曲缬沙坦钠片",
    "血塞通软胶囊",
    "恩替卡韦分散片",
    "琥珀酸亚铁片",
    "布地格福吸入气雾剂",
    "甲钴胺片",
    "参松养心胶囊",
)
DEEDS = (
    "静脉采血",
    "全血细胞计数+五分类",
    "葡萄糖测定",
    "糖化血红蛋白测定(色谱法)",
    "常规心电图检查(十二通道)",
    "彩色多普勒超声常规检查(腹部)",
    "Ⅱ级护理",
    "住院诊查费",
    "普通病房床位费(三人间)",
    "静脉输液",
    "一次性使用输液器",
    "心电监测",
    "血清肌酐测定",
    "CT平扫(64排)",
    "雾化吸入",
    "红外线治疗",
    "普通针刺",
    "低流量给氧",
)
_BIG = "零壹贰叁肆伍陆柒捌玖"


def big(cents: int) -> str:
    """An amount in capital figures."""
    yuan, rest, out, gap = cents // 100, cents % 100, "", False
    for n, c in enumerate(str(yuan)):
        place = len(str(yuan)) - n - 1
        if c != "0":
            out += "零" * gap + _BIG[int(c)] + ("", "拾", "佰", "仟", "万", "拾")[place]
        gap = c == "0"
        out += "万" if place == 4 and c == "0" else ""
    return out + "元" + (f"{_BIG[rest // 10]}角{_BIG[rest % 10]}分" if rest else "整")


def paid(dice: random.Random, total: int) -> tuple[int, int, int, int]:
    """Fund, other, account, cash of a total in cents."""
    fund, other = int(total * dice.uniform(0.4, 0.8)), dice.choice((0, 0, int(total * 0.05)))
    account = dice.choice((0, int((total - fund - other) * dice.random())))
    return fund, other, account, total - fund - other - account


def insured(dice: random.Random, p: Person) -> str:
    """The insurance as bills name it."""
    words = (
        ("职工基本医疗保险", "城镇职工基本医疗保险", "职工医保")
        if p.insurance == "employee"
        else ("城乡居民基本医疗保险", "居民基本医疗保险", "城乡居民医保")
    )
    return f("insurance_type", p.insurance, dice.choice(words))


def masked(p: Person) -> str:
    """An ID number with its middle hidden: nothing to read."""
    return p.id_number[:4] + "*" * 10 + p.id_number[-4:]


def electronic(dice: random.Random, ward: bool) -> str:
    """The ministry's electronic receipt; the province decides wording of the block 其他信息."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b) = house(dice, p.place), span(dice)
    names = dice.sample(
        WARD_FEES if ward else ("西药费", "化验费", "检查费", "诊察费", "治疗费", "卫生材料费", "中成药费"),
        dice.randint(5, 10) if ward else dice.randint(2, 6),
    )
    fees = [(n, dice.randint(800, 90000 if ward else 26000)) for n in names]
    total = sum(v for _, v in fees)
    fund, other, account, cash = paid(dice, total)
    half = (len(fees) + 1) // 2
    cell: Put = lambda x: (
        f'<td>{x[0]}</td><td class="c">{dice.choice(("1", "1.00", "1/项"))}</td><td class="r">{x[1] / 100:.2f}</td><td></td>'
        if x
        else "<td></td><td></td><td></td><td></td>"
    )
    rows = "".join(
        f"<tr>{cell(fees[n])}{cell(fees[n + half] if n + half < len(fees) else None)}</tr>"
        for n in range(half)
    )
    prov = brief(p.place.province)
    money = [
        ("医保统筹基金支付", fund),
        ("其他支付", other),
        ("个人账户支付", account),
        ("个人现金支付", cash),
        ("个人自付", cash // 2),
        ("个人自费", cash - cash // 2),
    ]
    kind = dice.choice(("综合医院", "中医医院", "专科医院", "公立医院"))
    st = dice.choice(("-", "8", "年0"))
    info = [
        f"业务流水号：{digits(dice, dice.choice((10, 14, 20)))}",
        f"医疗机构类型：{kind}",
        f"性别：{f('sex', p.sex)}",
    ]
    if ward:
        stay = (
            f"{when('admission_date', a, st)}{dice.choice(('至', '-', ' ~ '))}{when('discharge_date', b, st)}"
        )
        info += [
            f"病历号：{f('record_number', digits(dice, 8))}",
            f"住院号：{f('record_number', digits(dice, 7))}",
            f"住院科别：{f('department', s.ward)}",
            f"住院时间：{stay}",
            f"预缴金额：{(cash // 100000 + 1) * 1000:.2f}",
            f"补缴金额：{0:.2f}",
            f"退费金额：{(cash // 100000 + 1) * 1000 - cash / 100:.2f}",
        ]
    else:
        info += [
            f"门诊号：{f('record_number', 'MZ' * (dice.random() < 0.4) + digits(dice, 9))}",
            f"就诊日期：{when('visit_date', b, st)}",
        ]
    info += [
        f"医保类型：{insured(dice, p)}",
        f"医保编号：{f('card_number', digits(dice, 16)) if dice.random() < 0.6 else ''}",
        *(f"{k}：{v / 100:.2f}" for k, v in money),
    ]
    word = "住院" if ward else "门诊"
    tone = dice.choice(("#8b4a1c", "#7a2f1a", "#333"))
    body = f"""<div style="color:{tone};position:relative"><div style="display:flex;justify-content:space-between"><div>{code(dice, 70)}</div><div class="c" style="font-size:25px;padding-top:8px">{dice.choice((f"{prov}省医疗{word}收费票据（电子）" if p.place.province.endswith("省") else f"医疗{word}收费票据（电子）", f"医疗{word}收费票据（电子）"))}</div><div style="width:70px"></div></div>
{seal(brief(p.place.province) + "财政厅", "监制", shape="ellipse", size=128, at=(380, 2), ink=0.55)}
<div style="display:grid;grid-template-columns:1.3fr 1fr;color:#111"><span><i style="color:{tone};font-style:normal">票据代码：</i>{p.place.code[:2]}06{dice.randint(1, 2)}1{b:%y}</span><span><i style="color:{tone};font-style:normal">票据号码：</i>{"00" + digits(dice, 8)}</span><span><i style="color:{tone};font-style:normal">交款人统一社会信用代码：</i>{masked(p) if dice.random() < 0.7 else ""}</span><span><i style="color:{tone};font-style:normal">校验码：</i>{digits(dice, 6)}</span><span><i style="color:{tone};font-style:normal">交款人：</i>{f("patient_name", p.name)}</span><span><i style="color:{tone};font-style:normal">开票日期：</i>{when("issue_date", b, "-" if dice.random() < 0.7 else "年0")}</span></div>
<table style="color:#111;margin-top:4px" class="e"><tr style="color:{tone}">{'<th class="c">项目名称</th><th class="c">数量/单位</th><th class="c">金额（元）</th><th class="c">备注</th>' * 2}</tr>{rows}<tr><td colspan="8" style="height:10px"></td></tr><tr><td colspan="5"><span style="color:{tone}">金额合计（大写）</span>{big(total)}</td><td colspan="3"><span style="color:{tone}">（小写）</span>{total / 100:.2f}</td></tr>
<tr><td colspan="8" style="color:#111"><div style="display:flex;gap:10px"><span style="color:{tone};width:20px;line-height:1.15;align-self:center">其他信息</span><div style="display:grid;grid-template-columns:repeat({3 if ward else 4},auto);flex:1;font-size:13px;column-gap:10px">{"".join(f"<span>{x}</span>" for x in info)}</div></div></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>收款单位（章）：<i style="color:#111;font-style:normal">{f("hospital_name", h.name)}</i></span><span>复核人：<i style="color:#111;font-style:normal">{call(dice) if dice.random() < 0.6 else "系统"}</i></span><span>收款人：<i style="color:#111;font-style:normal">{dice.choice((call(dice), "自助机" + digits(dice, 2), digits(dice, 4)))}</i></span></div>{seal(h.name, "收费专用章", shape="ellipse" if len(h.name) < 9 else "circle", size=126, at=(110, 300 if ward else 230), ink=0.6)}</div>"""
    return page(
        body,
        css=f".e td,.e th{{padding:2px 5px}}.e{{border:1px solid {tone}}}.e tr:first-child th,.e td[colspan]{{border:1px solid {tone}}}",
        font=dice.choice((base.SONG, base.FANG, base.KAI)),
        size=14,
        pad="24px 34px",
    )


def pre(dice: random.Random) -> str:
    """A preprinted provincial receipt for a stay, red rules, filled by a dot-matrix printer that stands a little off."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b) = house(dice, p.place), span(dice)
    fees = [(n, dice.randint(900, 180000)) for n in dice.sample(WARD_FEES[:12], 8)]
    total = sum(v for _, v in fees)
    fund, _, account, cash = paid(dice, total)
    dx, dy, red = dice.randint(-3, 4), dice.randint(-4, 3), "#b5362f"
    ink: Put = lambda t: (
        f'<span style="position:relative;left:{dx}px;top:{dy}px;color:#2a2c55;font-family:{base.DOTS};white-space:nowrap">{t}</span>'
    )
    d: Put = lambda field, x: (
        f'<span data-field="{field}" data-value="{x.isoformat()}">{ink(f"{x:%Y}")}年{ink(f"{x:%m}")}月{ink(f"{x:%d}")}日</span>'
    )
    one: Put = lambda n: f"<td>{ink(fees[n][0])}</td><td class=r>{ink(format(fees[n][1] / 100, '.2f'))}</td>"
    rows = "".join(f"<tr>{one(n)}{one(n + 4)}</tr>" for n in range(4))
    head = p.place.province
    body = f"""<div style="color:{red};position:relative"><div class="c" style="font-size:24px;letter-spacing:3px">{head}医疗住院收费票据</div>{seal(brief(head) + "财政厅", "票据监制章", shape="ellipse", size=120, at=(330, -14), ink=0.6)}
<div style="display:flex;justify-content:space-between;font-size:14px"><span>收 据 联</span><span>No <b style="font-weight:400;color:#333;font-size:18px;letter-spacing:2px">{digits(dice, 10)}</b></span></div>
<div style="display:flex;justify-content:space-between"><span>医疗机构类型：{ink(dice.choice(("综合医院", "公立")))}</span><span>业务流水号：{ink(digits(dice, 12))}</span><span>{d("issue_date", b)}</span></div>
<table class="g" style="--c:{red}"><tr><td style="width:88px">姓　名</td><td>{ink(f("patient_name", p.name, spread(p.name)))}</td><td style="width:88px">性　别</td><td>{ink(f("sex", p.sex))}</td></tr><tr><td>住 院 号</td><td>{ink(f("record_number", digits(dice, 8)))}</td><td>科　别</td><td>{ink(f("department", s.ward))}</td></tr>
<tr><td>住院日期</td><td colspan="3">{d("admission_date", a)} 至 {d("discharge_date", b)}　共 {ink(str((b - a).days))} 天</td></tr><tr><td>医保类型</td><td>{ink(insured(dice, p))}</td><td>社会保障号</td><td>{ink(f("id_number", p.id_number) if dice.random() < 0.6 else "")}</td></tr></table>
<table class="g"><tr>{'<td class="c">项　目</td><td class="c">金　额</td>' * 2}</tr>{rows}<tr><td>合计（大写）</td><td colspan="2">{ink(big(total))}</td><td>￥{ink(f"{total / 100:.2f}")}</td></tr>
<tr><td>预缴金额</td><td>{ink("3000.00")}</td><td>补缴 / 退费</td><td>{ink(f"{3000 - cash / 100:.2f}")}</td></tr><tr><td>医保统筹支付</td><td>{ink(f"{fund / 100:.2f}")}</td><td>个人账户支付</td><td>{ink(f"{account / 100:.2f}")}</td></tr><tr><td>其他医保支付</td><td>{ink("0.00")}</td><td>自　费</td><td>{ink(f"{cash / 100:.2f}")}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>收款单位（盖章）{ink(f("hospital_name", h.name))}</span><span>收款人（签章）{ink(call(dice))}</span></div>{seal(h.name, "住院收费专用章", size=132, at=(110, 270), turn=dice.uniform(-30, 30), ink=0.6)}<div style="position:absolute;right:-26px;top:90px;writing-mode:vertical-rl;font-size:12px">第二联　交付款人　手写无效</div></div>"""
    return dotted(
        body,
        css=f".g td{{border-color:{red};padding:3px 6px}}",
        font=base.SONG,
        size=15,
        pad="34px 78px",
        ink="#222",
    )


def narrow(dice: random.Random) -> str:
    """A narrow printed receipt for a visit, items over prescription number and doctor, a roll of the counter."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/0", "."))
    goods = [
        (n, dice.randint(1, 4), dice.randint(150, 9900))
        for n in dice.sample(DRUGS + DEEDS, dice.randint(3, 8))
    ]
    total = sum(q * v for _, q, v in goods)
    fund, _, account, cash = paid(dice, total)
    rows = "".join(
        f'<tr><td colspan="3" style="padding-bottom:0">{n}. {x}</td></tr><tr><td class="r" style="padding-top:0">{v / 100:.4f}</td><td class="c" style="padding-top:0">×{q}{dice.choice(("盒", "次", "支", "项"))}</td><td class="r" style="padding-top:0">{q * v / 100:.2f} {dice.choice("甲乙丙")}</td></tr>'
        for n, (x, q, v) in enumerate(goods, 1)
    )
    body = f"""<div class="c" style="font-size:18px">{p.place.province}医疗门诊收费票据</div><div class="c" style="font-size:13px">（机打）　第 一 联　收据联</div>{seal(brief(p.place.province) + "财政厅", "监制", shape="ellipse", size=110, at=(170, 20), ink=0.5)}
<div>医疗机构：{f("hospital_name", h.name)}</div><div>票据号：{digits(dice, 9)}</div><div>姓名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　年龄：{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</div>
<div>门诊号：{f("record_number", digits(dice, 10))}</div><div>结算类别：{insured(dice, p)}　{dice.choice(("普通门诊", "门诊慢特病"))}</div><div>科室：{f("department", s.ward)}</div><div>医生：{f("physician_name", call(dice))}</div><div>就诊日期：{when("visit_date", d, st)}</div>
<div style="border-top:1px dashed;border-bottom:1px dashed;margin:4px 0"><table style="font-size:14px">{rows}</table></div>
<div>合计：￥{total / 100:.2f}</div><div>大写：{big(total)}</div><div>医保统筹支付：{fund / 100:.2f}</div><div>个人账户支付：{account / 100:.2f}</div><div>现金支付：{cash / 100:.2f}</div><div>账户余额：{dice.randint(0, 300000) / 100:.2f}</div><div style="border-top:1px dashed;margin-top:4px">收费员：{digits(dice, 4)}　{when("issue_date", d, st, dice)}</div><div style="font-size:12px">药房窗口：{dice.randint(1, 9)}号　请当面点清，妥善保管。退费凭此据，遗失不补。</div>{seal(h.name, "门诊收费", shape="ellipse" if len(h.name) < 9 else "circle", size=130, at=(190, 520), turn=-12, ink=0.6)}"""
    return dotted(body, size=15, pad="22px 30px", holes=False, ink="#2e2e38")


def items(dice: random.Random) -> str:
    """住院费用明细清单 over a whole sheet: many rows, sums by kind, running head with the page."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(("-", "/0", "年0", "."))
    rows, total = "", 0
    for _ in range(dice.randint(20, 26)):
        q, v, good = dice.randint(1, 12), dice.randint(100, 12800), dice.choice(DRUGS + DEEDS)
        total += q * v
        rows += f'<tr><td>{dice.choice(("X", "0", "3"))}{digits(dice, 8)}</td><td>{good}</td><td class="c">{dice.choice(("10mg*7片", "3ml:300单位", "-", "次", "日"))}</td><td class="r">{v / 100:.2f}</td><td class="r">{q}</td><td class="r">{q * v / 100:.2f}</td><td class="c">{dice.choice(("甲", "乙", "丙", "自费"))}</td><td class="r">{dice.choice(("0%", "10%", "20%", "100%"))}</td></tr>'
    fund, _, _, cash = paid(dice, total)
    title = dice.choice(("住院费用明细清单", "住院病人费用汇总清单", "患者住院费用清单"))
    body = f"""<div style="display:flex;align-items:center;gap:8px;justify-content:center">{logo(dice, 34) if dice.random() < 0.5 else ""}<span style="font-size:21px">{f("hospital_name", h.name)}{title}</span></div>
<div style="display:grid;grid-template-columns:1fr .6fr .8fr 1.4fr;font-size:13px;margin:6px 0 4px"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(a), f"{p.age_on(a)}岁")}</span><span>住院号：{f("record_number", digits(dice, 9))}</span><span>床号：{dice.randint(1, 80)}</span><span>费别：{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</span><span>科室：{f("department", s.ward)}</span><span>费用期间：{when("admission_date", a, st, shown="入院" + printed(a, st))}　{when("discharge_date", b, st, shown="出院" + printed(b, st))}</span><span style="grid-column:1/5">诊断：{fs("diagnosis", s.ills[:2], "，")}</span></div>
<table class="z" style="font-size:12.5px"><tr><th>项目编码</th><th>项目名称</th><th class="c">规格/单位</th><th class="r">单价</th><th class="r">数量</th><th class="r">金额</th><th class="c">医保等级</th><th class="r">自付比例</th></tr>{rows}<tr style="font-weight:600"><td colspan="5">总计（大写）{big(total)}</td><td class="r">{total / 100:.2f}</td><td colspan="2"></td></tr></table>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:6px"><span>预交金：5000.00</span><span>统筹支付：{fund / 100:.2f}</span><span>个人支付：{cash / 100:.2f}</span></div><div style="display:flex;justify-content:space-between;font-size:13px;margin-top:14px"><span>制表人：{call(dice)}</span><span>打印时间：{printed(b, st)}{hours(dice, st)}</span><span>第1页 共3页</span></div>"""
    return page(
        body,
        css=".z th{border-top:1.5px solid;border-bottom:1px solid;padding:2px 4px}.z td{padding:1px 4px}.z tr:last-child td{border-top:1px solid;border-bottom:1.5px solid}",
        font=dice.choice((base.SONG, base.MICRO)),
        size=14,
        pad="34px 44px",
    )


def settlement(dice: random.Random) -> str:
    """基本医疗保险住院费用结算单: the fund's own sheet with levels, deductible, segments; three places to sign."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(("-", "年0", "8"))
    total = dice.randint(300000, 4200000)
    fund, other, account, cash = paid(dice, total)
    m: Put = lambda v: f'<td class="r">{v / 100:.2f}</td>'
    plan = "城镇职工" if p.insurance == "employee" else "城乡居民"
    full = dice.random() < 0.5
    paper = b + dt.timedelta(days=dice.randint(0, 2))
    body = f"""<div class="c" style="font-size:22px">{p.place.city if full else p.place.county}基本医疗保险住院费用结算单</div><div style="display:flex;justify-content:space-between;font-size:13px;margin-top:4px"><span>结算编号：{p.place.code}{b:%y%m%d}{digits(dice, 7)}</span><span>单位：元</span></div>
<table class="g" style="font-size:14px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(a))}</td><td>险种</td><td>{f("insurance_type", p.insurance, plan)}</td></tr>
<tr><td>社会保障号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td>个人编号</td><td colspan="3">{f("card_number", digits(dice, 10))}</td></tr><tr><td>参保地</td><td colspan="3">{f("insured_place", p.place.insured)}</td><td>人员类别</td><td colspan="3">{dice.choice(("在职", "退休")) if p.insurance == "employee" else dice.choice(("普通居民", "脱贫人口", "低保对象"))}</td></tr>
<tr><td>医疗机构</td><td colspan="3">{f("hospital_name", h.name)}</td><td>医院等级</td><td colspan="3">{f("hospital_level", h.level)}</td></tr><tr><td>住院号</td><td colspan="3">{f("record_number", digits(dice, 8))}</td><td>科室</td><td colspan="3">{f("department", s.ward)}</td></tr>
<tr><td>入院日期</td><td colspan="3">{when("admission_date", a, st)}</td><td>出院日期</td><td colspan="3">{when("discharge_date", b, st)}</td></tr><tr><td>入院诊断</td><td colspan="7">{f("diagnosis", s.ills[0])}</td></tr><tr><td>出院诊断</td><td colspan="7">{fs("diagnosis", s.ills[:3], "；")}</td></tr></table>
<table class="g" style="font-size:14px;border-top:0"><tr><td>医疗总费用</td>{m(total)}<td>符合政策范围费用</td>{m(int(total * 0.93))}<td>起付标准</td>{m(dice.choice((30000, 50000, 80000)))}</tr><tr><td>统筹基金支付</td>{m(fund)}<td>大病保险支付</td>{m(other)}<td>医疗救助</td>{m(0)}</tr><tr><td>公务员补助</td>{m(0)}<td>个人账户支付</td>{m(account)}<td>个人现金支付</td>{m(cash)}</tr><tr><td>全自费金额</td>{m(int(total * 0.04))}<td>先行自付金额</td>{m(int(total * 0.03))}<td>报销比例</td><td class="r">{dice.choice((60, 70, 80, 85))}%</td></tr><tr><td>基金支付合计（大写）</td><td colspan="5">{big(fund + other)}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:26px;position:relative"><span>患者（家属）签字：</span><span>医院经办人：{call(dice)}</span><span>结算日期：{when("issue_date", paper, st)}</span>{seal(h.name, "医保办公室", size=128, at=(400, -50), turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}</div><div style="font-size:12px;margin-top:20px">备注：本单一式三份，医保经办机构、定点医疗机构、参保人员各执一份。如对结算结果有异议，请于30日内到参保地医保经办机构核实。</div>"""
    return page(body, font=dice.choice((base.SONG, base.HEI, base.FANG)), size=14, pad="44px 40px")


TEMPLATES = {
    "county-bill-electronic-visit": Template(
        "medical_invoice", 860, 470, lambda dice: electronic(dice, False)
    ),
    "county-bill-electronic-stay": Template("medical_invoice", 860, 580, lambda dice: electronic(dice, True)),
    "county-bill-preprinted": Template("medical_invoice", 860, 560, pre),
    "county-bill-narrow": Template("medical_invoice", 440, 840, narrow),
    "county-bill-items": Template("medical_invoice", 794, 1123, items),
    "county-bill-settlement": Template("medical_invoice", 794, 760, settlement),
}
