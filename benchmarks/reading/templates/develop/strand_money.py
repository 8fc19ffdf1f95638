"""Electronic bills of five provinces and cities, as printed and as a telephone shows them; what bills share."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.strand_base import (
    CQ,
    HB,
    JS,
    SC,
    SHORT,
    TJ,
    Stay,
    at,
    capital,
    d,
    matrix,
    oval,
    stay,
    yuan,
)
from benchmarks.reading.templates.develop.strand_ills import CANCER, GENERAL, KNIFE

INSURED = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}
INSIDE = ("床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中成药费", "一般诊疗费", "其他住院费用")  # fmt: skip
OUTSIDE = ("诊察费", "检查费", "化验费", "治疗费", "西药费", "中成药费", "中草药费", "卫生材料费")
SERVICES = (
    ("普通门诊诊查费（副主任医师）", "次", 2200), ("血清肌酐测定", "项", 800), ("糖化血红蛋白测定", "项", 5000), ("十二通道心电图检查", "次", 2600),
    ("彩色多普勒超声检查", "部位", 11000), ("静脉采血", "次", 400), ("全血细胞计数+五分类", "次", 1800), ("胸部CT平扫", "次", 19800),
)  # fmt: skip


@dataclass(frozen=True)
class Bill:
    """What was to pay, in cents, and who paid what."""

    items: tuple[tuple[str, int], ...]
    fund: int
    account: int

    @property
    def total(self) -> int:
        """Everything."""
        return sum(m for _, m in self.items)

    @property
    def cash(self) -> int:
        """What is left for the patient."""
        return self.total - self.fund - self.account


def bill(dice: random.Random, names: tuple[str, ...], top: int) -> Bill:
    """An invented bill; ``top`` is the dearest item in yuan."""
    items = [(n, dice.randint(300, top * 100)) for n in names if dice.random() < 0.8]
    items = items or [(names[0], dice.randint(500, top * 100))]
    total = sum(m for _, m in items)
    fund = int(total * dice.uniform(0.35, 0.75))
    account = dice.choice((0, int((total - fund) * dice.uniform(0.2, 0.9))))
    return Bill(tuple(items), fund, account)


def goods(dice: random.Random, s: Stay, more: int = 3) -> list[tuple[str, str, str, int, int]]:
    """Name, size, unit, price in cents, count."""
    found = [(a, b, "盒", dice.randint(500, 18000), dice.randint(1, 3)) for a, b, _ in s.ill.drugs]
    return found + [(a, "", u, c, 1) for a, u, c in dice.sample(SERVICES, more)]


def insurance(s: Stay, words: dict[str, str] | None = None) -> str:
    """The insurance with its truth."""
    return f("insurance_type", s.p.insurance, (words or INSURED)[s.p.insurance])


def arms(place_code: str, size: int, left: int, top: int, colour: str = "red") -> str:
    """The finance bureau's oval over the title."""
    who = {"50": "重庆市财政局", "12": "天津市财政局", "45": "广西财政厅", "15": "内蒙古财政厅"}
    middle = who.get(place_code[:2], SHORT[place_code[:2]] + "省财政厅")
    return oval("全国统一财政电子票据监制章", middle, colour=colour, size=size, at=(left, top), ink=0.6)


def sichuan(dice: random.Random) -> str:
    """Sichuan inpatient: brown frame, items in three pairs of columns, the other facts in a grid of four."""
    s = stay(dice, SC, "tertiary", GENERAL + KNIFE)
    b = bill(dice, INSIDE, 6000)
    c = "#7c4320"
    pairs = [f'<td>{n}</td><td class="r" style="padding-right:14px">{yuan(m)}</td>' for n, m in b.items]
    pairs += ["<td>&nbsp;</td><td></td>"] * (-len(pairs) % 3)
    grid = "".join(f"<tr>{''.join(pairs[i : i + 3])}</tr>" for i in range(0, len(pairs), 3))
    paid = b.cash // 10000 * 100 + 500
    body = f"""<div style="color:{c}"><div style="position:absolute;left:40px;top:26px;color:#000">{matrix(dice, 74)}</div><h1 style="font-size:22px;letter-spacing:3px;margin:16px 0 18px">四川省医疗住院收费票据（电子）</h1>
<table class="h"><tr><td style="width:12%"></td><td>票据代码：<i>51060{dice.randint(100, 999)}</i></td><td>票据号码：<i>{dice.randint(0, 10**9):010d}</i></td></tr><tr><td></td><td>交款人统一社会信用代码：<i>{f("id_number", s.p.id_number) if dice.random() < 0.5 else ""}</i></td><td>校验码：<i>{dice.randrange(16**6):06x}</i></td></tr>
<tr><td></td><td>交款人：<i>{f("patient_name", s.p.name)}</i></td><td>开票日期：<i>{d("issue_date", s.end)}</i></td></tr></table>
<table style="border:1.5px solid {c}"><tr class="e">{'<td class="c">项目名称</td><td class="c">金额（元）</td>' * 3}</tr><tbody style="color:#111">{grid}</tbody><tr><td colspan="6" style="height:30px"></td></tr><tr class="e2"><td colspan="3">金额合计（大写）<i>{capital(b.total)}</i></td><td colspan="3">（小写）<i>{yuan(b.total)}</i></td></tr>
<tr class="e2"><td colspan="6" style="padding:0"><table style="font-size:11.5px"><tr><td rowspan="6" style="width:24px;border-right:1px solid {c};line-height:1.4">其他信息</td><td>业务流水号：<i>{dice.randint(10**13, 10**14)}</i></td><td>病历号：<i>{f("record_number", s.number)}</i></td><td>住院号：<i>{f("record_number", s.number)}</i></td><td>住院科别：<i>{f("department", s.ill.dept)}</i></td></tr>
<tr><td>住院时间：<i>{d("admission_date", s.start, "8")}至{d("discharge_date", s.end, "8")}</i></td><td>预缴金额：<i>{paid}.00</i></td><td>补缴金额：<i>0.00</i></td><td>退费金额：<i>{paid - b.cash / 100:.2f}</i></td></tr><tr><td>医疗机构类型：<i>综合医院</i></td><td>医保类型：<i>{insurance(s)}</i></td><td>医保编号：<i>{f("card_number", str(dice.randint(10**9, 10**10)))}</i></td><td>性别：<i>{f("sex", s.p.sex)}</i></td></tr>
<tr><td>医保统筹基金支付：<i>{yuan(b.fund)}</i></td><td>其他支付：<i>0.00</i></td><td>个人账户支付：<i>{yuan(b.account)}</i></td><td>个人现金支付：<i>{yuan(b.cash)}</i></td></tr><tr><td>个人自付：<i>{yuan(b.cash // 2)}</i></td><td>个人自费：<i>{yuan(b.cash - b.cash // 2)}</i></td><td></td><td></td></tr></table></td></tr></table>
<table class="h"><tr><td>收款单位（章）：<i>{f("hospital_name", s.hospital)}</i></td><td>复核人：<i>{s.clerks[0]}</i></td><td>收款人：<i>{s.clerks[1]}</i></td></tr></table></div>"""
    body += arms(s.p.place.code, 120, 337, 18) + seal(s.hospital, "票据专用章", size=116, at=(130, 368), turn=dice.uniform(-5, 5))  # fmt: skip
    css = f"i{{font-style:normal;color:#111}}td{{padding:2px 6px}}.e td{{border-bottom:1px solid {c}}}.e2>td{{border-top:1px solid {c}}}"
    return page(body, css, font=dice.choice((SONG, KAI)), size=12, pad="20px 38px")


def chongqing(dice: random.Random) -> str:
    """Chongqing outpatient: every thing bought in two columns with counts, notes below, no frame inside."""
    s = stay(dice, CQ, "tertiary", GENERAL)
    buys = goods(dice, s, 4)
    total = sum(p * n for *_, p, n in buys)
    fund = int(total * dice.uniform(0.3, 0.6))
    cells = [f'<td>{a}</td><td class="c">{n}/{u}</td><td class="r">{yuan(p * n)}</td><td class="c">{dice.choice(("甲", "乙", "丙", ""))}</td>' for a, _, u, p, n in buys]  # fmt: skip
    cells += ["<td></td>" * 4] * (-len(cells) % 2)
    rows = "".join(f"<tr>{cells[i]}{cells[i + 1]}</tr>" for i in range(0, len(cells), 2))
    k: Callable[..., str] = lambda label, value: (
        f'<span style="display:inline-block;width:33.3%">{label}：{value}</span>'
    )
    other = "".join(
        k(*x)
        for x in (
            ("业务流水号", dice.randint(10**11, 10**12)), ("门诊号", f("record_number", s.number)), ("就诊日期", d("visit_date", s.start)), ("医疗机构类型", "综合医院"),
            ("医保类型", insurance(s)), ("医保编号", f("card_number", f"50{dice.randint(10**8, 10**9)}")), ("性别", f("sex", s.p.sex)), ("医保统筹基金支付", yuan(fund)),
            ("其他支付", "0.00"), ("个人账户支付", yuan((total - fund) // 2)), ("个人现金支付", yuan(total - fund - (total - fund) // 2)), ("科室", f("department", s.ill.dept)),
        )
    )  # fmt: skip
    head = '<td>项目名称</td><td class="c">数量/单位</td><td class="r">金额（元）</td><td class="c">备注</td>'
    body = f"""<h1 style="font-size:21px;font-weight:400;letter-spacing:2px">重庆市医疗门诊收费票据（电子）</h1><div style="display:flex;justify-content:space-between;margin-top:22px;line-height:1.75"><div>票据代码：50060{dice.randint(100, 199)}<br>交款人统一社会信用代码：{f("id_number", s.p.id_number)}<br>交款人：{f("patient_name", s.p.name)}</div>
<div>票据号码：{dice.randint(0, 10**10):010d}<br>校验码：{dice.randint(100000, 999999)}<br>开票日期：{d("issue_date", s.start)}</div><div>{matrix(dice, 66)}</div></div>
<table style="border:1px solid #000"><tr style="border-bottom:1px solid #000">{head}{head}</tr>{rows}<tr><td style="height:40px" colspan="8"></td></tr><tr style="border-top:1px solid #000"><td colspan="4">金额合计（大写）{capital(total)}</td><td colspan="4">（小写）{yuan(total)}</td></tr>
<tr style="border-top:1px solid #000"><td colspan="8" style="padding:4px 8px;line-height:1.8">{other}</td></tr></table><div style="display:flex;justify-content:space-between;margin-top:6px"><span>收款单位（章）：{f("hospital_name", s.hospital)}</span><span>复核人：{s.clerks[0]}</span><span>收款人：{dice.choice(("自助缴费机", s.clerks[1], "微信支付"))}</span></div>"""
    body += arms(s.p.place.code, 112, 341, 40) + seal(s.hospital, "财务专用章", size=110, at=(150, 330), turn=0, ink=0.66)  # fmt: skip
    return page(body, "td{padding:2px 5px}", font=SONG, size=12, pad="28px 40px")


def tianjin(dice: random.Random) -> str:
    """Tianjin outpatient: black print on a whole sheet, the bill above, its list of fees below a cut."""
    s = stay(dice, TJ, "county", GENERAL)
    buys = goods(dice, s, 5)
    drugs, rest = (sum(p * n for _, _, u, p, n in buys if (u == "盒") is box) for box in (True, False))
    b = Bill((("西药费", drugs), ("检查治疗费", rest)), int((drugs + rest) * dice.uniform(0.4, 0.7)), 0)
    rows = "".join(f'<tr><td>{k}</td><td>{a}</td><td>{z}</td><td>{u}</td><td class="r">{yuan(p)}</td><td class="r">{n}</td><td class="r">{yuan(p * n)}</td><td class="c">{dice.choice(("0%", "5%", "10%"))}</td></tr>' for k, (a, z, u, p, n) in enumerate(buys, 1))  # fmt: skip
    items = "".join(f'<tr><td>{n}</td><td class="r">{yuan(m)}</td><td></td></tr>' for n, m in b.items)
    body = f"""<h1 style="font-size:20px">天津市医疗门诊收费票据（电子）</h1><table style="margin-top:16px"><tr><td>票据代码：12060124</td><td>票据号码：{dice.randint(0, 10**10):010d}</td><td rowspan="3" class="r">{matrix(dice, 64)}</td></tr><tr><td>交款人统一社会信用代码：</td><td>校验码：{dice.randrange(16**6):06x}</td></tr><tr><td>交款人：{f("patient_name", s.p.name)}</td><td>开票日期：{d("issue_date", s.start)}</td></tr></table>
<table class="g"><tr><td class="c">项目名称</td><td class="c">金额（元）</td><td class="c">备注</td></tr>{items}<tr><td colspan="3">金额合计（大写）：{capital(b.total)}　　　（小写）：¥{yuan(b.total)}</td></tr>
<tr><td colspan="3" style="line-height:1.7">业务流水号：{dice.randint(10**9, 10**10)}　门诊号：{f("record_number", s.number)}　就诊日期：{d("visit_date", s.start, "年0")}<br>医疗机构类型：非营利性　医保类型：{insurance(s, {"employee": "城镇职工", "resident": "城乡居民"})}　医保编号：{f("card_number", str(dice.randint(10**7, 10**8)))}　性别：{f("sex", s.p.sex)}<br>
医保统筹基金支付：{yuan(b.fund)}　其他支付：0.00　个人账户支付：{yuan(b.account)}　个人现金支付：{yuan(b.cash)}<br>个人自付：{yuan(b.cash)}　个人自费：0.00　门特病种：{f("diagnosis", s.ill.dx[0][0])}</td></tr></table>
<table><tr><td>收款单位：{f("hospital_name", s.hospital)}</td><td>复核人：系统</td><td>收款人：{s.clerks[0]}</td></tr></table><div style="border-top:1px dashed #333;margin:34px 0 14px"></div>
<h2 style="font-size:17px">门诊医疗费用明细</h2><table style="margin-top:6px"><tr><td>姓名：{f("patient_name", s.p.name)}</td><td>就诊科室：{f("department", s.ill.dept)}</td><td>医师：{f("physician_name", s.doctors[0])}</td><td>结算时间：{d("issue_date", s.start, "-", at(dice, True))}</td></tr></table>
<table class="q"><tr><td>序号</td><td>名称</td><td>规格</td><td>单位</td><td class="r">单价</td><td class="r">数量</td><td class="r">金额</td><td class="c">增负比例</td></tr>{rows}</table><div class="r" style="margin-top:6px">合计：{yuan(b.total)} 元</div>"""
    body += arms(s.p.place.code, 110, 342, 44, "grey") + seal(s.hospital, "收费专用章", size=112, at=(120, 262), colour="grey")  # fmt: skip
    return page(body, "td{padding:2px 6px}.q tr{border-bottom:1px solid #999}", font=HEI, size=12, pad="34px 44px")  # fmt: skip


def jiangsu(dice: random.Random) -> str:
    """Jiangsu inpatient: two pairs of columns, other facts as loose lines, blue frame of a printed copy."""
    s = stay(dice, JS, "oncology", CANCER[:1])
    b = bill(dice, INSIDE, 5200)
    c = "#33508c"
    pairs = [f'<td style="padding-left:20px">{n}</td><td class="r" style="padding-right:40px">{yuan(m)}</td>' for n, m in b.items]  # fmt: skip
    pairs += ["<td></td><td></td>"] * (-len(pairs) % 2)
    grid = "".join(f"<tr>{pairs[i]}{pairs[i + 1]}</tr>" for i in range(0, len(pairs), 2))
    body = f"""<div style="display:flex;align-items:center;justify-content:center"><h1 style="font-size:21px;color:{c};border-bottom:3px double {c};padding:0 20px 3px">江苏省医疗住院收费票据（电子）</h1></div>
<table style="margin-top:14px"><tr><td>票据代码：32060{dice.randint(100, 199)}</td><td>票据号码：{dice.randint(0, 10**10):010d}</td><td>校验码：{dice.randrange(36**4):x}{dice.choice("abc")}</td></tr><tr><td>交款人：{f("patient_name", s.p.name)}</td><td>统一社会信用代码：{f("id_number", s.p.id_number)}</td><td>开票日期：{d("issue_date", s.end, "年0")}</td></tr></table>
<table style="border:2px solid {c}"><tr style="border-bottom:1px solid {c};color:{c}">{'<td class="c">项目名称</td><td class="c">金额（元）</td>' * 2}</tr>{grid}<tr><td style="height:30px"></td></tr><tr style="border-top:1px solid {c}"><td colspan="2">金额合计（大写）　{capital(b.total)}</td><td colspan="2">（小写）　￥{yuan(b.total)}</td></tr></table>
<div style="border:2px solid {c};border-top:0;padding:5px 8px;line-height:1.75"><span style="color:{c}">其他信息</span><br>住院号:{f("record_number", s.number)} 住院科别:{f("department", s.ill.dept)} 性别:{f("sex", s.p.sex)} 年龄:{f("age", s.age)} 入院时间:{d("admission_date", s.start, "-")} 出院时间:{d("discharge_date", s.end, "-")} 住院天数:{s.days}<br>
医保类型:{insurance(s)} 参保地:{f("insured_place", s.p.place.city)} 医疗机构类型:肿瘤专科医院 预缴金额:{b.cash // 10000 * 100 + 1000}.00 退费金额:{1000 - b.cash % 10000 / 100:.2f}<br>
医保统筹基金支付:{yuan(b.fund)} 个人账户支付:{yuan(b.account)} 个人现金支付:{yuan(b.cash)} 大病保险:0.00 医疗救助:0.00</div><div style="display:flex;gap:70px;margin-top:6px"><span>收款单位（章）:{f("hospital_name", s.hospital)}</span><span>复核人:{s.clerks[0]}</span><span>收款人:{s.clerks[1]}</span></div>"""
    body += f'<div style="position:absolute;right:44px;top:18px">{matrix(dice, 56)}</div>' + arms(s.p.place.code, 108, 343, 38) + seal(s.hospital, "财务专用章", size=120, at=(110, 320), turn=dice.uniform(-20, 20))  # fmt: skip
    return page(body, "td{padding:2px 6px}", font=dice.choice((MICRO, SONG)), size=12, pad="26px 42px")


def hubei(dice: random.Random) -> str:
    """Hubei outpatient: the bill on a telephone, each fact a row with its label at the left."""
    s = stay(dice, HB, "tertiary", GENERAL)
    b = bill(dice, OUTSIDE, 300)
    line: Callable[..., str] = lambda a, v: (
        f'<div style="display:flex;justify-content:space-between;padding:7px 0;border-bottom:1px solid #f0f0f0"><span style="color:#888">{a}</span><span>{v}</span></div>'
    )
    facts = "".join(
        line(*x)
        for x in (
            ("交款人", f("patient_name", s.p.name)), ("票据代码", f"42060{dice.randint(100, 199)}"), ("票据号码", f"{dice.randint(0, 10**10):010d}"), ("校验码", f"{dice.randrange(16**6):06x}"),
            ("开票日期", d("issue_date", s.start)), ("开票单位", f("hospital_name", s.hospital)), ("就诊科室", f("department", s.ill.dept)), ("就诊卡号", f("card_number", f"{dice.randint(10**11, 10**12)}")),
            ("就诊日期", d("visit_date", s.start)), ("医保类型", insurance(s)), ("性别", f("sex", s.p.sex)),
        )
    )  # fmt: skip
    items = "".join(line(n, yuan(m)) for n, m in b.items)
    body = f"""<div style="background:#1677ff;color:#fff;padding:8px 16px 60px"><div style="display:flex;justify-content:space-between;font-size:12px"><span>{at(dice).strip()}</span><span>5G ▮ {dice.randint(20, 99)}%</span></div><div class="c" style="font-size:17px;margin-top:8px">‹　　　　　票据详情　　　　　···</div></div>
<div style="background:#fff;border-radius:8px;margin:-48px 12px 10px;padding:16px"><div class="c" style="font-size:15px">湖北省医疗门诊收费票据（电子）</div><div class="c" style="font-size:28px;margin:4px 0 8px">¥ {yuan(b.total)}</div>{facts}</div>
<div style="background:#fff;border-radius:8px;margin:0 12px 10px;padding:10px 16px"><b>收费项目</b>{items}{line("统筹基金支付", yuan(b.fund))}{line("个人账户支付", yuan(b.account))}{line("个人现金支付", yuan(b.cash))}</div><div style="display:flex;gap:12px;margin:0 12px"><div style="flex:1;border:1px solid #1677ff;color:#1677ff;border-radius:20px;text-align:center;padding:8px">查验真伪</div><div style="flex:1;background:#1677ff;color:#fff;border-radius:20px;text-align:center;padding:8px">下载原件</div></div>"""
    return page(body, "body{background:#f3f4f6}", font=HEI, size=14, pad="0")


KIND = "medical_invoice"
TEMPLATES: dict[str, Template] = {
    "strand-einvoice-inpatient-sichuan": Template(KIND, 794, 520, sichuan),
    "strand-einvoice-outpatient-chongqing": Template(KIND, 794, 470, chongqing),
    "strand-einvoice-outpatient-tianjin": Template(KIND, 794, 1123, tianjin),
    "strand-einvoice-inpatient-jiangsu": Template(KIND, 794, 480, jiangsu),
    "strand-einvoice-phone-hubei": Template(KIND, 390, 1150, hubei),
}
