"""Invoices: an electronic one of the treasury, a needle-printed one of the north, a settlement sheet of the insurance."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.ridge_base import DRUGS, case, date, fake_square, insured, plain

SUMS = (
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
    "中草药费",
    "一般诊疗费",
)
DIGITS = "零壹贰叁肆伍陆柒捌玖"


def words(cents: int) -> str:
    """A sum in financial capitals.

    >>> words(1023045)
    '壹万零贰佰叁拾元肆角伍分'
    """
    yuan, rest = divmod(cents, 100)
    text, zero = "", False
    for n, c in enumerate(str(yuan)):
        place = len(str(yuan)) - n - 1
        if c == "0":
            zero = place % 4 != 0
            text += "万" if place == 4 else ""
            continue
        text += (
            ("零" if zero and text else "")
            + DIGITS[int(c)]
            + ("", "拾", "佰", "仟")[place % 4]
            + ("万" if place == 4 else "")
        )
        zero = False
    text += "元"
    jiao, fen = divmod(rest, 10)
    if not rest:
        return text + "整"
    return text + (DIGITS[jiao] + "角" if jiao else "零") + (DIGITS[fen] + "分" if fen else "")


def treasury(d: random.Random) -> str:
    """A provincial electronic medical invoice as its PDF looks: reddish lines, black values, watermark of numbers."""
    c = case(d)
    p = c.p
    stay = d.random() < 0.6
    sums = [(x, d.randint(500, 600000)) for x in d.sample(SUMS, d.randint(4, 10))]
    total = sum(x for _, x in sums)
    fund, own = int(total * d.uniform(0.4, 0.8)), 0
    own = total - fund
    half = (len(sums) + 1) // 2
    cell: Callable[..., str] = lambda part: "".join(
        f"<div style='display:flex;justify-content:space-between;padding:0 14px'><span>{a}</span><span>{b / 100:.2f}</span></div>"
        for a, b in part
    )
    red = "color:#b0352f"
    lab: Callable[..., str] = lambda a, b: (
        f'<span style="white-space:nowrap"><span style="{red}">{a}：</span>{b}</span>'
    )
    other = (
        [lab("业务流水号", f"{d.randint(10**11, 10**12 - 1)}"), lab("病历号", f("record_number", c.record)), lab("住院号", c.record), lab("住院科别", f("department", c.department)),
         f'<span><span style="{red}">住院时间：</span>{f("admission_date", c.came.isoformat(), f"{c.came:%Y.%m.%d}")}至{f("discharge_date", c.left.isoformat(), f"{c.left:%Y.%m.%d}")}</span>',
         lab("预缴金额", f"{d.randint(1, 9) * 1000:.2f}"), lab("补缴金额", "0.00"), lab("退费金额", f"{d.randint(0, 90000) / 100:.2f}")]
        if stay else
        [lab("业务流水号", f"{d.randint(10**11, 10**12 - 1)}"), lab("门诊号", f("record_number", c.record)), lab("就诊日期", date("visit_date", c.left, d, "-" if d.random() < 0.5 else "8"))]
    )  # fmt: skip
    more = [
        lab("医疗机构类型", d.choice(("综合医院", "专科医院", "中医医院"))), lab("性别", f("sex", p.sex)), lab("医保类型", f("insurance_type", insured(c), "职工基本医疗保险" if insured(c) == "employee" else "城乡居民基本医疗保险")), lab("医保编号", f"{p.place.code}{d.randint(10**12, 10**13 - 1)}"),
        lab("医保统筹基金支付", f"{fund / 100:.2f}"), lab("其他支付", "0.00"), lab("个人账户支付", f"{(own // 3) / 100:.2f}"), lab("个人现金支付", f"{(own - own // 3) / 100:.2f}"), lab("个人自付", f"{own / 100:.2f}"), lab("个人自费", "0.00"),
    ]  # fmt: skip
    province = (p.place.province or "重庆市").removesuffix("省").removesuffix("市")
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-start"><div style="border:1px solid #999;padding:3px">{fake_square(d, 62, 25)}</div><div class="c"><div style="font-size:24px;font-family:{KAI};{red};border-bottom:3px double #b0352f;padding:0 30px">{province}{d.choice(("省", "")) if province != "重庆" else "市"}医疗{"住院" if stay else "门诊"}收费票据（电子）</div></div><div style="width:66px"></div></div>
<div style="font-size:12.5px;display:grid;grid-template-columns:1.3fr 1fr;line-height:1.7;margin-top:6px">{lab("票据代码", f"{p.place.code[:2]}06{d.randint(100, 999)}{d.randint(10, 25)}")}{lab("票据号码", f"{d.randint(0, 10**10 - 1):010d}")}{lab("交款人统一社会信用代码", f("id_number", p.id_number) if d.random() < 0.5 else "")}{lab("校验码", "".join(d.choice("0123456789abcdef") for _ in range(6)))}{lab("交款人", f("patient_name", p.name))}{lab("开票日期", date("issue_date", c.left, d, "-"))}</div>
<div style="border:1px solid #b0352f;font-size:12.5px"><div style="display:grid;grid-template-columns:1fr 1fr;border-bottom:1px solid #b0352f;{red}"><span style="display:flex;justify-content:space-around;border-right:1px solid #b0352f"><i style="font-style:normal">项目名称</i><i style="font-style:normal">金额（元）</i></span><span style="display:flex;justify-content:space-around"><i style="font-style:normal">项目名称</i><i style="font-style:normal">金额（元）</i></span></div>
<div style="display:grid;grid-template-columns:1fr 1fr;min-height:112px"><div style="border-right:1px solid #b0352f">{cell(sums[:half])}</div><div>{cell(sums[half:])}</div></div>
<div style="border-top:1px solid #b0352f;display:flex;justify-content:space-between;padding:1px 12px"><span><span style="{red}">金额合计（大写）</span>　{words(total)}</span><span><span style="{red}">（小写）</span>{total / 100:.2f}</span></div>
<div style="border-top:1px solid #b0352f;display:flex"><div style="{red};width:26px;border-right:1px solid #b0352f;text-align:center;padding:10px 4px;line-height:1.3">其他信息</div><div style="flex:1;padding:3px 10px;display:flex;flex-wrap:wrap;gap:1px 22px">{"".join(other)}{"".join(more)}</div></div></div>
<div style="font-size:12.5px;display:grid;grid-template-columns:2fr 1fr 1fr;margin-top:4px">{lab("收款单位（章）", f("hospital_name", c.hospital))}{lab("复核人", c.doctors[3])}{lab("收款人", d.choice((c.doctors[4], "自助机03", "CZ0117")))}</div>
{seal(c.hospital, "财务专用章", at=(110, 346), size=124, turn=d.uniform(-10, 10))}""",
        font=SONG, size=13, pad="20px 34px",
    )  # fmt: skip


def needle(d: random.Random) -> str:
    """An old three-part form of the north: green form, grey needle letters that miss their lines."""
    c = case(d, "铁岭市", "朝阳市", "绥化市", "齐齐哈尔市", "沧州市", "保定市")
    p = c.p
    g = d.choice(("#2c7a4b", "#8a5a2b", "#35589c"))
    x, y = d.randint(-4, 8), d.randint(-4, 5)
    dot = f"font-family:'WenQuanYi Zen Hei Mono','Noto Sans Mono CJK SC',monospace;color:#454550;font-size:14px;position:relative;left:{x}px;top:{y}px"
    n: Callable[..., str] = lambda s: f'<span style="{dot}">{s}</span>'
    items = [(a, b, d.randint(1, 6), d.randint(300, 12000)) for a, b, *_ in d.sample(DRUGS, d.randint(2, 5))]
    total = sum(k * v for *_, k, v in items)
    body = "".join(
        f'<tr><td>{n(a)}</td><td>{n(b)}</td><td class="r">{n(k)}</td><td class="r">{n(f"{v / 100:.2f}")}</td><td class="r">{n(f"{k * v / 100:.2f}")}</td><td class="c">{n(d.choice(("甲", "乙", "丙")))}</td></tr>'
        for a, b, k, v in items
    )
    return page(
        f"""<div style="color:{g}"><div style="text-align:center;font-size:22px;letter-spacing:4px;font-family:{SONG};border-bottom:2px solid {g};width:430px;margin:0 auto">{(p.place.province)}医疗门诊收费票据</div><div style="position:absolute;right:36px;top:24px;color:#c22;font-size:17px">№ {d.randint(0, 99999999):08d}</div>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:10px"><span>业务流水号：{n(f"MZ{c.left:%y%m%d}{d.randint(1000, 9999)}")}</span><span>医疗机构类型：{n(d.choice(("综合", "非营利性")))}</span><span>{n(f("visit_date", c.left.isoformat(), f"{c.left:%Y}  {c.left:%m}  {c.left:%d}"))}</span></div>
<div style="display:flex;justify-content:space-between;font-size:13px"><span>姓名：{n(f("patient_name", p.name))}</span><span>性别：{n(f("sex", p.sex))}</span><span>医保类型：{n(f("insurance_type", insured(c), "城镇职工" if insured(c) == "employee" else "城乡居民"))}</span><span>社会保障号码：{n(f("id_number", p.id_number))}</span></div>
<table style="font-size:13px;border:1px solid {g};margin-top:4px" class="q"><tr>{"".join(f"<td class='c'>{z}</td>" for z in ("项目/规格", "规格", "数量", "单价", "金额", "等级"))}</tr>{body}<tr><td colspan="6" style="height:{max(6, 130 - 28 * len(items))}px"></td></tr><tr><td colspan="4">合计（大写）{n(words(total))}</td><td colspan="2">￥{n(f"{total / 100:.2f}")}</td></tr><tr><td colspan="6">医保统筹支付：{n(f"{total * 0.7 / 100:.2f}")}　个人账户支付：{n("0.00")}　个人支付金额：{n(f"{total * 0.3 / 100:.2f}")}　账户余额：{n(f"{d.randint(0, 300000) / 100:.2f}")}</td></tr></table>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:8px"><span>收款单位（章）：{n(f("hospital_name", c.hospital))}</span><span>收款人：{n(d.choice((c.doctors[3], f"{d.randint(1, 99):03d}")))}</span><span>科室：{n(f("department", c.department))}</span></div></div><div style="writing-mode:vertical-rl;position:absolute;right:10px;top:110px;font-size:12px;color:{g}">第二联　收据联　手写无效</div>
{seal(c.hospital, "收费专用章", at=(90, 290), size=136, turn=d.uniform(-20, 20))}""",
        css=f".q td{{border:1px solid {g};padding:2px 6px}}body{{background:#fdfcf4}}", font=SONG, size=13, pad="22px 36px",
    )  # fmt: skip


def settlement(d: random.Random) -> str:
    """The insurance's settlement sheet of a stay (Guizhou, Gansu): dense, values beside labels, two signatures."""
    c = case(d, "遵义市", "毕节市", "天水市", "武威市", "曲靖市", "汉中市")
    p = c.p
    total = d.randint(300000, 4000000)
    fund = int(total * d.uniform(0.5, 0.8))
    m: Callable[..., str] = lambda v: f"{v / 100:,.2f}" if d.random() < 0.3 else f"{v / 100:.2f}"
    r: Callable[..., str] = lambda *cells: (
        "<tr>"
        + "".join(
            f'<td style="{"background:#f3f3f3;" if k % 2 == 0 else ""}white-space:nowrap">{x}</td>'
            for k, x in enumerate(cells)
        )
        + "</tr>"
    )
    sums = d.sample(SUMS, 6)
    return page(
        f"""<h1 style="font-size:20px;font-family:{HEI}">{p.place.city}{"城镇职工" if insured(c) == "employee" else "城乡居民"}基本医疗保险住院费用结算单</h1>
<div style="display:flex;justify-content:space-between;font-size:12px;margin:6px 0 2px"><span>定点医疗机构：{f("hospital_name", c.hospital)}（{f("hospital_level", c.level)}）</span><span>结算流水号：{d.randint(10**14, 10**15 - 1)}</span><span>单位：元</span></div>
<table class="g" style="font-size:12.5px">{r("姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "年龄", f("age", c.age), "人员类别", ("退休" if c.age > 59 else "在职") if insured(c) == "employee" else "成年居民")}{r("身份证号", f("id_number", p.id_number), "个人编号", str(d.randint(10**7, 10**8 - 1)), "参保地", f("insured_place", p.place.county), "险种", f("insurance_type", insured(c), "职工医保" if insured(c) == "employee" else "居民医保"))}{r("住院号", f("record_number", c.record), "科室", f("department", c.department), "入院日期", date("admission_date", c.came, d, "-"), "出院日期", date("discharge_date", c.left, d, "-"))}
<tr><td style="background:#f3f3f3">出院诊断</td><td colspan="7">{"；".join(f("diagnosis", x) for x in c.illnesses)}</td></tr></table>
<table class="g" style="font-size:12.5px;margin-top:-1px"><tr style="background:#f3f3f3"><td class="c">费用类别</td><td class="c">金额</td><td class="c">自费</td><td class="c">先行自付</td><td class="c">费用类别</td><td class="c">金额</td><td class="c">自费</td><td class="c">先行自付</td></tr>{"".join("<tr>" + "".join(f'<td>{x}</td><td class="r">{m(d.randint(1000, 500000))}</td><td class="r">{m(d.randint(0, 9000))}</td><td class="r">0.00</td>' for x in sums[k : k + 2]) + "</tr>" for k in (0, 2, 4))}</table>
<table class="g" style="font-size:12.5px;margin-top:-1px">{r("医疗费总额", m(total), "起付标准", d.choice(("200.00", "600.00", "800.00")), "统筹基金支付", m(fund), "大病保险支付", "0.00")}{r("医疗救助", "0.00", "公务员补助", "0.00", "个人账户", m((total - fund) // 4), "个人现金", m(total - fund - (total - fund) // 4))}</table>
<div style="font-size:13px;margin-top:10px;line-height:2">基金支付合计（大写）：{words(fund)}<br>患者或家属签字：{sign("applicant", p.name if d.random() < 0.7 else None, d)}　　联系电话：{f("phone", p.phone) if d.random() < 0.6 else "＿＿＿＿＿＿"}　　经办人：{name(d, "女")}<br>结算日期：{date("issue_date", c.left, d, "-")}　　打印时间：{plain(c.left, d)}　　<span style="font-size:11.5px">备注：第三代社保卡结算；第一联医保中心留存</span></div>
{seal(c.hospital, "医保结算专用章", at=(580, 310), size=140, turn=d.uniform(-15, 15))}""",
        font=d.choice((SONG, MICRO)), size=13, pad="30px 36px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-medical_invoice-treasury": Template("medical_invoice", 794, 496, treasury),
    "ridge-medical_invoice-north-needle": Template("medical_invoice", 794, 460, needle),
    "ridge-medical_invoice-settlement": Template("medical_invoice", 820, 520, settlement),
}
