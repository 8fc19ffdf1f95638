"""Prescriptions and bills: the common slip, a chronic patient's, electronic bills, one off a dot printer."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, checkbox, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, shown
from benchmarks.reading.templates.develop.ward_visit import ORDERS
from benchmarks.reading.templates.develop.ward_words import (
    MONO,
    UMING,
    age,
    bars,
    blocks,
    case,
    clock,
    doctor,
    no,
    sex,
    some,
    when,
)  # fmt: skip

DIGITS = "零壹贰叁肆伍陆柒捌玖"
OUTPATIENT = (
    "西药费",
    "中成药费",
    "检查费",
    "化验费",
    "诊察费",
    "治疗费",
    "卫生材料费",
    "中药饮片",
    "一般诊疗费",
)
INPATIENT = (
    "床位费",
    "诊察费",
    "检查费",
    "化验费",
    "治疗费",
    "手术费",
    "护理费",
    "卫生材料费",
    "西药费",
    "中成药费",
    "中药饮片",
    "其他住院收费",
)
ITEMS = (
    ("葡萄糖测定（各种酶法）", "次", 5.0), ("糖化血红蛋白测定（色谱法）", "项", 65.0), ("肾功能三项", "次", 24.0), ("血清肌酐测定", "项", 6.0), ("彩色多普勒超声常规检查", "部位", 90.0),
    ("十二通道心电图检查", "次", 25.0), ("X线计算机体层（CT）平扫", "每部位", 210.0), ("静脉输液", "组", 9.5), ("普通病房床位费", "日", 32.0), ("Ⅱ级护理", "日", 15.0), ("住院诊查费", "日", 18.0),
    ("苯磺酸左氨氯地平片", "盒", 18.62), ("达格列净片", "盒", 31.4), ("阿托伐他汀钙片", "盒", 5.6), ("0.9%氯化钠注射液", "瓶", 3.2), ("注射用泮托拉唑钠", "支", 7.98), ("一次性使用输液器", "套", 2.1), ("血液透析", "次", 380.0),
)  # fmt: skip


def capitals(amount: float) -> str:
    """An amount in the characters of bills.

    >>> capitals(1050.3)
    '壹仟零伍拾元叁角整'
    """
    cents = round(amount * 100)
    yuan, rest = divmod(cents, 100)
    text, gap = "", False
    units = ("", "拾", "佰", "仟", "万", "拾", "佰", "仟")
    digits = str(yuan)
    for n, d in enumerate(map(int, digits)):
        place = len(digits) - 1 - n
        if d:
            text += ("零" if gap and text else "") + DIGITS[d] + units[place]
            gap = False
        else:
            gap = True
            if place == 4 and not text.endswith("万"):
                text += "万"
    text += "元"
    if rest == 0:
        return text + "整"
    jiao, fen = divmod(rest, 10)
    text += DIGITS[jiao] + "角" if jiao else "零"
    return text + (DIGITS[fen] + "分" if fen else "整")


def watched(middle: str, at: tuple[int, int], width: int = 128) -> str:
    """The oval under which finance bureaus watch over bills, its letters along the rim."""
    ring, h = "全国统一财政电子票据监制章", round(width * 0.66)
    rx, ry = width / 2 - 18, h / 2 - 17
    arc = f"M {width / 2 - rx * 0.93:.1f} {h / 2 + ry * 0.37:.1f} A {rx:.1f} {ry:.1f} 0 1 1 {width / 2 + rx * 0.93:.1f} {h / 2 + ry * 0.37:.1f}"
    return (
        f'<div data-seal="{ring}{middle}|ellipse|red" style="position:absolute;left:{at[0]}px;top:{at[1]}px;opacity:.6;mix-blend-mode:multiply">'
        f'<svg width="{width}" height="{h}" style="display:block"><ellipse cx="{width / 2}" cy="{h / 2}" rx="{width / 2 - 3}" ry="{h / 2 - 3}" fill="none" stroke="#d0222a" stroke-width="2.4"/>'
        f'<path id="rim" d="{arc}" fill="none"/><text font-size="11.5" fill="#d0222a" font-family="{SONG}" font-weight="600" letter-spacing="0"><textPath href="#rim" textLength="{arc_length(rx, ry):.0f}">{ring}</textPath></text>'
        f'<text x="{width / 2}" y="{h * 0.82:.0f}" font-size="11" fill="#d0222a" text-anchor="middle" letter-spacing="1" font-family="{SONG}">{middle}</text></svg></div>'
    )


def arc_length(rx: float, ry: float) -> float:
    """How long the lettered part of the rim is."""
    return (rx + ry) * 3.14159 * 0.6


def veiled(p: Person) -> str:
    """The payer's number with its middle hidden."""
    return p.id_number[:6] + "********" + p.id_number[-4:]


def insured(p: Person) -> str:
    """The kind of insurance as bills have it."""
    text = "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"
    return f("insurance_type", p.insurance, text)


def common(dice: random.Random) -> str:
    """The slip after the rules of 2007, its kind in the corner, boxes for who pays."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 3)
    kind = dice.choice(("普通", "普通", "急诊"))
    tint = {"普通": "#fff", "急诊": "#fdf8d8"}[kind]
    lines = "".join(
        f"<div style='margin-top:8px'>{n}. {o[0]}<span style='float:right'>×{o[4]}</span><div style='padding-left:2em'>Sig: {o[1]}　{o[3]}　{o[2]}</div></div>"
        for n, o in enumerate(dice.sample(ORDERS, dice.randint(2, 5)), 1)
    )
    who = "1" if p.insurance == "employee" else "2"
    boxes = "　".join(
        f"{checkbox(k == who)}{f('insurance_type', p.insurance, x) if k == who else x}"
        for k, x in (("0", "自费"), ("1", "职工医保"), ("2", "居民医保"), ("3", "其他"))
    )
    u: Callable[..., str] = lambda x: (
        f"<span style='border-bottom:1px solid #000;padding:0 4px;flex:1'>{x or '&nbsp;'}</span>"
    )
    body = f"""<div style='position:absolute;right:28px;top:22px;border:1.5px solid #000;padding:0 8px;font-size:15px'>{kind}</div><div style='text-align:center;font-size:20px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:20px;letter-spacing:14px;font-weight:600'>处方笺</div>
<div style='display:flex;justify-content:space-between;font-size:12.5px'><span>费别：{boxes}</span></div><div style='display:flex;justify-content:space-between;font-size:12.5px'><span>医保卡号：{f("card_number", no(dice, "@########")) if dice.random() < 0.7 else "__________"}</span><span>处方编号：{no(dice, f"{c.came:%y%m%d}######")}</span></div><div style='border-top:1.5px solid #000;margin:3px 0'></div>
<div class='k'>姓名{u(f("patient_name", p.name))}性别{u(sex(p))}年龄{u(age(dice, c.age))}</div><div class='k'>门诊/住院病历号{u(f("record_number", no(dice, "#########")))}科别{u(f("department", c.ill.department))}</div><div class='k'>临床诊断{u(fs("diagnosis", told, "；"))}</div><div class='k'>开具日期{u(when("issue_date", c.came, shown(dice, c.came, "年")))}住址/电话{u(f("phone", p.phone) if dice.random() < 0.5 else "")}</div><div style='border-top:1.5px solid #000;margin:4px 0'></div>
<div style='font-size:24px;font-weight:700;font-family:serif'>Rp</div><div style='min-height:330px'>{lines}<div style='text-align:center;color:#555'>———— 以下空白 ————</div></div>
<div style='position:absolute;left:30px;right:30px;bottom:22px;border-top:1.5px solid #000;padding-top:4px;font-size:13px;display:grid;grid-template-columns:1fr 1fr;row-gap:6px'><span>医师：{sign("physician", c.doctors[0], dice, 84) if dice.random() < 0.5 else f("physician_name", c.doctors[0])}</span><span>药品金额：{dice.uniform(30, 600):.2f}元</span><span>审核药师：{doctor(dice)}</span><span>调配药师/士：{doctor(dice)}</span><span>核对、发药药师：{doctor(dice)}</span><span style='font-size:11px'>注：处方当日有效</span></div>"""
    css = (
        f"body{{background:{tint}!important}}"
        + ".k{display:flex;font-size:14px;margin-top:3px;gap:3px;white-space:nowrap;align-items:baseline}.k span{white-space:normal}"
    )
    return page(body, css, dice.choice((SONG, UMING, MICRO)), 14, "20px 30px")


def chronic(dice: random.Random) -> str:
    """A chronic patient's prescription for weeks, with the recognised disease, for a shop outside."""
    c = case(dice)
    p = c.person
    claim = {
        "心": "冠心病",
        "内分": "糖尿病",
        "呼": "慢性阻塞性肺疾病",
        "肾": "慢性肾功能衰竭",
        "神": "脑卒中后遗症",
        "肝": "肝硬化",
        "肿": "恶性肿瘤",
        "风": "类风湿性关节炎",
        "血": "再生障碍性贫血",
        "老": "帕金森病",
        "甲": "甲状腺功能减退症",
        "精": "精神分裂症",
    }
    disease = next(v for k, v in claim.items() if c.ill.department.startswith(k))
    rows = "".join(
        f"<tr><td>{n}</td><td>{o[0].split(' ')[0]}</td><td>{o[0].split(' ')[1]}</td><td>{o[1]}</td><td>{o[2]}</td><td>{o[3]}</td><td>{dice.choice((28, 30, 56, 84))}天</td><td>{o[4]}</td></tr>"
        for n, o in enumerate(dice.sample(ORDERS, dice.randint(3, 6)), 1)
    )
    number = no(dice, f"CX{c.came:%Y%m%d}#####")
    item: Callable[..., str] = lambda label, value, span=1: (
        f"<td class='l'>{label}</td><td colspan='{span}'>{value}</td>"
    )
    body = f"""<div style='display:flex;justify-content:space-between;align-items:center'>{blocks(dice, 64)}<div style='text-align:center'><div style='font-size:22px;letter-spacing:2px'>{f("hospital_name", c.hospital)}</div><div style='font-size:19px;font-weight:600'>门诊慢特病长期处方{dice.choice(("", "（外配）", "（流转）"))}</div></div><div style='font-size:11px;text-align:center'>{bars(number, 150, 30)}{number}</div></div>
<table class='g' style='margin-top:8px'><tr>{item("姓名", f("patient_name", p.name))}{item("性别", sex(p))}{item("年龄", age(dice, c.age))}{item("参保类型", insured(p))}</tr><tr>{item("医保编号", f("card_number", no(dice, "36########00####")), 3)}{item("门诊号", f("record_number", no(dice, "M#######")))}{item("科室", f("department", c.ill.department))}</tr><tr>{item("慢特病病种", f("claimed_disease", disease), 3)}{item("就诊日期", when("visit_date", c.came, shown(dice, c.came, "-")), 3)}</tr><tr>{item("临床诊断", fs("diagnosis", some(dice, c.ill, 4), "，"), 7)}</tr></table>
<table class='g t' style='margin-top:8px'><tr class='c'><td>序号</td><td>药品通用名</td><td>规格</td><td>用量</td><td>途径</td><td>频次</td><td>疗程</td><td>数量</td></tr>{rows}<tr><td colspan='8' class='c'>（以下空白）</td></tr></table>
<div style='margin-top:8px'>长期处方原因：病情稳定，依从性良好，需长期用药。&emsp;药品总金额：￥{dice.uniform(80, 1500):.2f}</div><div style='margin-top:10px;display:grid;grid-template-columns:1fr 1fr 1fr;row-gap:6px'><span>开方医师：{f("physician_name", c.doctors[0])}</span><span>职称：{f("physician_title", dice.choice(("主治医师", "副主任医师", "医师")))}</span><span>医师签章：{sign("physician", c.doctors[0] if dice.random() < 0.6 else None, dice, 80)}</span><span>审方药师：{doctor(dice)}</span><span>调配：</span><span>核对发药：</span></div>
<div style='position:absolute;left:40px;bottom:14px;font-size:11.5px'>本处方3日内有效，请妥善保管；注射剂、精神药品不得外配。打印时间 {c.came:%Y-%m-%d} {clock(dice)}</div>{seal(c.hospital, "处方专用章", shape="circle" if len(c.hospital) > 9 else dice.choice(("circle", "ellipse")), size=120, at=(600, 405), turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}"""
    css = ".g td{font-size:13px;padding:2px 5px}.l{white-space:nowrap;text-align:center;background:#f5f5f5}"
    return page(body, css, dice.choice((HEI, SONG, MICRO)), 13, "16px 40px")


def split(
    dice: random.Random, names: tuple[str, ...], low: float, high: float
) -> tuple[list[tuple[str, float]], float]:
    """Fees and their sum."""
    fees = [(x, round(dice.uniform(low, high), 2)) for x in names]
    return fees, round(sum(v for _, v in fees), 2)


def bill(
    dice: random.Random,
    title: str,
    c_hospital: str,
    p: Person,
    day: dt.date,
    table: str,
    total: float,
    more: str,
    number: str,
    wide: int,
) -> str:
    """The frame of the electronic bills of finance bureaus."""
    ink = "#8a2b12"
    province = p.place.province.removesuffix("壮族自治区").removesuffix("省")
    return f"""<div style='position:absolute;left:36px;top:12px'>{blocks(dice, 62, 29)}</div><div style='text-align:center;font-size:24px;color:{ink};letter-spacing:3px;font-family:{KAI};position:relative;padding-top:14px'>{p.place.province if dice.random() < 0.5 else province}{title}（电子）{watched("财政部监制", (wide // 2 - 100, -2))}</div>
<table style='margin-top:22px;color:{ink}'><tr><td>票据代码：<i>{p.place.code[:2]}0601{day:%y}</i></td><td style='width:52%'></td><td>票据号码：<i>{number}</i></td></tr><tr><td colspan='2'>交款人统一社会信用代码：<i>{veiled(p) if dice.random() < 0.7 else ""}</i></td><td>校验码：<i>{"".join(dice.choice("0123456789abcdef") for _ in range(6))}</i></td></tr><tr><td colspan='2'>交款人：<i>{f("patient_name", p.name)}</i></td><td>开票日期：<i>{when("issue_date", day, f"{day:%Y-%m-%d}" if dice.random() < 0.7 else f"{day.year}年{day.month}月{day.day}日")}</i></td></tr></table>
{table}<div class='sum'><span>金额合计（大写）　<i>{capitals(total)}</i></span><span>（小写）　<i>{total:.2f}</i></span></div><div class='more'><div class='v'>其他信息</div><div style='flex:1'>{more}</div></div>
<div style='display:flex;justify-content:space-between;color:{ink};margin-top:5px;position:relative'><span>收款单位（章）：<i>{f("hospital_name", c_hospital)}</i></span><span>复核人：<i>{doctor(dice)}</i></span><span>收款人：<i>{dice.choice((doctor(dice), no(dice, "0###"), "自助机0" + no(dice, "#")))}</i></span>{seal(c_hospital, "财务专用章", shape="circle" if len(c_hospital) > 9 else dice.choice(("circle", "ellipse")), size=116, at=(100, -52), turn=dice.uniform(-8, 8), ink=0.6)}</div>"""


def bill_css(ink: str = "#8a2b12") -> str:
    """The look of those bills."""
    return (
        f"i{{font-style:normal;color:#111}}.f{{border:1.2px solid {ink};margin-top:2px}}.f th{{color:{ink};border-bottom:1px solid {ink};font-size:13px;padding:1px 6px}}"
        f".f td{{font-size:13px;padding:1px 6px;line-height:1.55}}.sum{{display:flex;justify-content:space-between;border:1.2px solid {ink};border-top:0;padding:3px 80px 3px 8px;color:{ink}}}"
        f".more{{display:flex;border:1.2px solid {ink};border-top:0;font-size:12.5px}}.v{{writing-mode:vertical-rl;border-right:1px solid {ink};color:{ink};text-align:center;padding:2px 4px}}"
        ".more .x{display:grid;grid-template-columns:1.35fr 1fr 1fr;padding:2px 6px;line-height:1.6}"
    )


def outpatient(dice: random.Random) -> str:
    """An electronic out-patient bill: fees in two halves, the rest as label and value in three columns."""
    c = case(dice)
    p = c.person
    fees, total = split(dice, tuple(dice.sample(OUTPATIENT, dice.randint(2, 6))), 4, 380)
    half = (len(fees) + 1) // 2
    cell: Callable[..., str] = lambda n: (
        f"<td>{fees[n][0]}</td><td class='c'>1</td><td class='r'>{fees[n][1]:.2f}</td><td></td>"
        if n < len(fees)
        else "<td>&nbsp;</td><td></td><td></td><td></td>"
    )
    table = (
        "<table class='f' style='height:150px'><tr><th>项目名称</th><th>数量/单位</th><th class='r'>金额（元）</th><th>备注</th><th>项目名称</th><th>数量/单位</th><th class='r'>金额（元）</th><th>备注</th></tr>"
        + "".join(f"<tr>{cell(n)}{cell(n + half)}</tr>" for n in range(half))
        + "<tr style='height:100%'><td colspan='8'></td></tr></table>"
    )
    fund = round(total * dice.choice((0, 0.5, 0.7)), 2)
    account = round((total - fund) * dice.choice((0, 0.5, 1)), 2)
    cash = round(total - fund - account, 2)
    pairs = (
        ("业务流水号", no(dice, f"{c.came:%Y%m%d}########")), ("医疗机构类型", dice.choice(("综合医院", "专科医院", "中医医院"))), ("性别", sex(p)), ("门诊号", f("record_number", no(dice, "##########"))),
        ("就诊日期", when("visit_date", c.came, f"{c.came:%Y%m%d}" if dice.random() < 0.5 else f"{c.came:%Y-%m-%d}")), ("医保类型", insured(p)), ("医保编号", f("card_number", no(dice, "################"))),
        ("医保统筹基金支付", f"{fund:.2f}"), ("其他支付", "0.00"), ("个人账户支付", f"{account:.2f}"), ("个人现金支付", f"{cash:.2f}"), ("个人自付", f"{cash * .6:.2f}"), ("个人自费", f"{cash * .4:.2f}"), ("账户余额", f"{dice.uniform(0, 4000):.2f}"),
    )  # fmt: skip
    more = "<div class='x'>" + "".join(f"<span>{a}：{b}</span>" for a, b in pairs) + "</div>"
    body = bill(
        dice, "医疗门诊收费票据", c.hospital, p, c.came, table, total, more, no(dice, "00########"), 911
    )
    return page(body, bill_css(), dice.choice((SONG, UMING)), 14, "20px 36px 12px")


def inpatient(dice: random.Random) -> str:
    """An electronic in-patient bill on a full sheet, with its items below."""
    c = case(dice)
    p = c.person
    fees, total = split(dice, INPATIENT[: dice.randint(8, 12)], 60, 2600)
    third: Callable[..., str] = lambda n: (
        f"<td>{fees[n][0]}</td><td class='r'>{fees[n][1]:.2f}</td>" if n < len(fees) else "<td></td><td></td>"
    )
    table = (
        "<table class='f'><tr><th>项目名称</th><th class='r'>金额（元）</th><th>项目名称</th><th class='r'>金额（元）</th></tr>"
        + "".join(f"<tr>{third(n)}{third(n + 6)}</tr>" for n in range(6))
        + "</table>"
    )
    fund, paid = round(total * dice.uniform(0.4, 0.75), 2), float(dice.choice((1000, 2000, 3000, 5000)))
    own = round(total - fund, 2)
    record = no(dice, "00######")
    pairs = (
        ("业务流水号", no(dice, "################")), ("医疗机构类型", dice.choice(("综合医院", "专科医院", "中医医院"))), ("性别", sex(p)), ("病历号", f("record_number", record)), ("住院号", f("record_number", record if dice.random() < 0.5 else no(dice, "ZY######"))), ("住院科别", f("department", c.ill.department)),
        ("住院时间", when("admission_date", c.came, f"{c.came:%Y-%m-%d}") + "至" + when("discharge_date", c.left, f"{c.left:%Y-%m-%d}")), ("预缴金额", f"{paid:.2f}"), ("补缴金额", f"{max(0, own - paid):.2f}"), ("退费金额", f"{max(0, paid - own):.2f}"), ("医保类型", insured(p)), ("医保编号", f("card_number", no(dice, "@###########"))),
        ("医保统筹基金支付", f"{fund:.2f}"), ("其他支付", f"{own * .1:.2f}"), ("个人账户支付", "0.00"), ("个人现金支付", f"{own * .9:.2f}"), ("个人自付", f"{own * .7:.2f}"), ("个人自费", f"{own * .2:.2f}"),
    )  # fmt: skip
    more = "<div class='x'>" + "".join(f"<span>{a}：{b}</span>" for a, b in pairs) + "</div>"
    body = bill(
        dice, "医疗住院收费票据", c.hospital, p, c.left, table, total, more, no(dice, "00########"), 794
    )
    lines = "".join(
        f"<tr><td>{n}</td><td>{x}</td><td>{unit}</td><td class='r'>{(q := dice.randint(1, 12))}</td><td class='r'>{price:.2f}</td><td class='r'>{q * price:.2f}</td><td class='c'>{dice.choice(('甲', '乙', '甲', '丙'))}</td></tr>"
        for n, (x, unit, price) in enumerate(dice.sample(ITEMS, dice.randint(10, 16)), 1)
    )
    body += f"<div style='margin-top:70px;text-align:center;font-size:17px'>医疗收费明细（电子）</div><div style='font-size:12.5px;display:flex;justify-content:space-between'><span>所属票据：住院</span><span>交款人：{f('patient_name', p.name)}</span><span>共1页 第1页</span></div><table class='f'><tr><th>序号</th><th>项目名称</th><th>单位</th><th class='r'>数量</th><th class='r'>单价</th><th class='r'>金额（元）</th><th class='c'>类别</th></tr>{lines}</table>"
    return page(body, bill_css("#6b3a1a"), dice.choice((SONG, HEI, UMING)), 14, "24px 36px")


def dots(dice: random.Random) -> str:
    """A pre-printed red form filled by a dot printer that stands a little off its lines."""
    c = case(dice)
    p = c.person
    red = "#b3402e"
    fees, total = split(dice, tuple(dice.sample(INPATIENT, dice.randint(6, 11))), 20, 2100)
    dx, dy = dice.uniform(-4, 6), dice.uniform(-3, 3)
    put: Callable[..., str] = lambda inner: (
        f'<span style="font-family:{MONO};color:#2a2f4a;display:inline-block;transform:translate({dx:.1f}px,{dy:.1f}px)">{inner}</span>'
    )
    cells = [f"<td>{put(x)}</td><td class='r'>{put(f'{v:.2f}')}</td>" for x, v in fees]
    cells += ["<td></td><td></td>"] * (12 - len(cells))
    lines = "".join("<tr>" + "".join(cells[n * 3 : n * 3 + 3]) + "</tr>" for n in range(4))
    fund = round(total * dice.uniform(0.4, 0.8), 2)
    paid = float(dice.choice((2000, 3000, 6000)))
    body = f"""<div style='color:{red}'><div style='text-align:center;font-size:23px;letter-spacing:6px;position:relative'>{p.place.province}医疗住院收费票据{watched(p.place.province[:2] + "财政厅监制", (350, -16))}</div><div style='display:flex;justify-content:space-between;margin-top:12px'><span>业务流水号：{put(no(dice, "########"))}</span><span>№ <b style='font-size:18px;color:{red}'>{no(dice, "0########")}</b></span></div>
<div class='w'><span>姓名：{put(f("patient_name", p.name))}</span><span>性别：{put(sex(p))}</span><span>住院号：{put(f("record_number", no(dice, "######")))}</span><span>科别：{put(f("department", c.ill.department))}</span></div><div class='w'><span style='flex:2'>住院时间：{put(when("admission_date", c.came, f"{c.came:%Y.%m.%d}") + "-" + when("discharge_date", c.left, f"{c.left:%Y.%m.%d}"))}</span><span style='flex:1.6'>医保类型：{put(f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保"))}</span><span style='flex:1.6'>社会保障号码：{put(f("id_number", p.id_number)) if dice.random() < 0.6 else ""}</span></div>
<table class='d'><tr><th>项　目</th><th>金额</th><th>项　目</th><th>金额</th><th>项　目</th><th>金额</th></tr>{lines}<tr><td colspan='4'>合计（大写）：{put(capitals(total))}</td><td colspan='2'>￥：{put(f"{total:.2f}")}</td></tr><tr><td colspan='2'>预缴金额：{put(f"{paid:.2f}")}</td><td colspan='2'>补缴金额：{put(f"{max(0, total - fund - paid):.2f}")}</td><td colspan='2'>退费金额：{put(f"{max(0, paid - total + fund):.2f}")}</td></tr><tr><td colspan='2'>医保统筹支付：{put(f"{fund:.2f}")}</td><td colspan='2'>个人账户支付：{put("0.00")}</td><td colspan='2'>自费：{put(f"{total * 0.05:.2f}")}</td></tr></table>
<div class='w' style='margin-top:8px'><span style='flex:2'>收费单位（盖章）：{put(f("hospital_name", c.hospital))}</span><span>审核：{put("")}</span><span>收款人：{put(doctor(dice))}</span><span style='flex:1.3'>{put(when("issue_date", c.left, dice.choice((f"{c.left:%Y年%m月%d日}", f"{c.left:%Y %m %d}", f"{c.left:%Y-%m-%d}"))))}</span></div><div style='position:absolute;right:12px;top:130px;writing-mode:vertical-rl;font-size:13px;letter-spacing:5px'>第二联　收据联</div></div>{seal(c.hospital, "收费专用章", shape="circle" if len(c.hospital) > 9 else dice.choice(("circle", "ellipse")), size=128, at=(dice.randint(120, 240), 355), turn=dice.uniform(-15, 15)) if dice.random() < 0.85 else ""}"""
    css = f".w{{display:flex;gap:10px;margin-top:5px}}.w span{{flex:1 1 auto;white-space:nowrap}}.d{{margin-top:6px}}.d td,.d th{{border:1.2px solid {red};height:29px;padding:0 6px}}.d th{{text-align:center}}"
    return page(body, css, SONG, 14, "20px 44px")


TEMPLATES: dict[str, Template] = {
    "ward-prescription-common": Template("prescription", 559, 794, common),
    "ward-prescription-chronic": Template("prescription", 794, 559, chronic),
    "ward-medical_invoice-outpatient": Template("medical_invoice", 911, 546, outpatient),
    "ward-medical_invoice-inpatient": Template("medical_invoice", 794, 1123, inpatient),
    "ward-medical_invoice-dots": Template("medical_invoice", 911, 529, dots),
}
