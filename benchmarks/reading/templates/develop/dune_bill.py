"""Settlements and lists of money: an insurance sheet, a hospital's own bill, a summary and a daily list."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    FUND,
    HL,
    JL,
    NM,
    SHORT,
    SN,
    Say,
    at,
    bars,
    beside,
    capital,
    cash,
    d,
    dxs,
    money,
    stay,
    style,
)
from benchmarks.reading.templates.develop.dune_ills import BREAST_CA, GENERAL, HERBAL, LUNG_CA
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, seal, sign

KIND = "medical_invoice"


def shaanxi(dice: random.Random) -> str:
    """Shaanxi insurance settlement on a sheet that lies: sums of eight columns, signatures below."""
    s = stay(dice, SN, dice.choice(("{c}县医院", "{t}市中心医院", "{c}县中医医院")), GENERAL, digits=9)
    p = s.p
    kinds = (
        "西药费",
        "中成药费",
        "中药饮片费",
        "检查费",
        "化验费",
        "治疗费",
        "手术费",
        "床位费",
        "护理费",
        "卫生材料费",
        "其他费",
    )
    sums = [(n, money(dice, 0, 2600)) for n in kinds]
    total = sum(m for _, m in sums)
    own, part = int(total * 0.05), int(total * 0.09)
    low = dice.choice((20000, 40000, 65000))
    scope = max(total - own - part, low)
    rate = dice.choice((80, 85, 88, 90))
    fund = (scope - low) * rate // 100
    big = dice.choice((0, 0, int(fund * 0.06)))
    help_ = dice.choice((0, int(fund * 0.03)))
    rest = total - fund - big - help_
    line: Say = lambda m: "".join(
        f"<td>{v}</td>" for v in (cash(m), cash(int(m * 0.7)), cash(m - int(m * 0.7)), "0.00")
    )
    half = len(sums) // 2 + 1
    left = [f"<td>{n}</td>{line(m)}" for n, m in sums[:half]]
    right = [f"<td>{n}</td>{line(m)}" for n, m in sums[half:]] + [f"<td>合计</td>{line(total)}"]
    grid = "".join(f"<tr>{a}{b}</tr>" for a, b in zip(left, right, strict=True))
    head = "<td>项目</td><td>金额</td><td>甲类</td><td>乙类</td><td>丙类</td>"
    body = f"""<div style="text-align:center;font-size:19px;font-weight:600">陕西省{"职工" if p.insurance == "employee" else "城乡居民"}基本医疗保险住院费用结算单</div>
<div style="display:flex;justify-content:space-between;font-size:12px"><span>医疗机构：{f("hospital_name", s.hospital)}（{f("hospital_level", v := dice.choice(("二级甲等", "三级乙等", "二级甲等")), v)}）</span><span>就诊类别：{dice.choice(("普通住院", "外伤住院", "市内转院"))}</span><span>结算编号：610{dice.randint(10**11, 10**12 - 1)}</span><span>单位：元</span></div>
<table class="g" style="font-size:12px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", s.age)}</td><td>身份证号</td><td colspan="2">{f("id_number", p.id_number)}</td><td>医保编号</td><td>{f("card_number", f"{dice.randint(10**9, 10**10 - 1)}")}</td></tr>
<tr><td>人员类别</td><td>{dice.choice(("在职", "退休")) if p.insurance == "employee" else dice.choice(("一般居民", "脱贫人口", "低保"))}</td><td>参保地</td><td colspan="3">{f("insured_place", p.place.city + p.place.county)}</td><td>险种</td><td colspan="2">{f("insurance_type", p.insurance, FUND[p.insurance])}</td><td>住院号</td><td>{f("record_number", s.number)}</td></tr>
<tr><td>科室</td><td>{f("department", s.ill.dept)}</td><td>入院</td><td colspan="3">{d("admission_date", s.start)}</td><td>出院</td><td colspan="2">{d("discharge_date", s.end)}</td><td>天数</td><td>{s.days}</td></tr><tr><td>诊断</td><td colspan="10">{"，".join(f("diagnosis", a) for a, _ in s.dx)}</td></tr></table>
<table class="g n" style="font-size:11.5px;margin-top:-1px"><tr>{head}{head}</tr>{grid}</table>
<table class="g" style="font-size:12px;margin-top:-1px"><tr><td>医疗费总额</td><td>{cash(total)}</td><td>全自费</td><td>{cash(own)}</td><td>乙类先自付</td><td>{cash(part)}</td><td>政策范围内</td><td>{cash(scope)}</td></tr><tr><td>起付线</td><td>{cash(low)}</td><td>报付比例</td><td>{rate}%</td><td>统筹支付</td><td>{cash(fund)}</td><td>大病保险</td><td>{cash(big)}</td></tr><tr><td>医疗救助</td><td>{cash(help_)}</td><td>公务员补助</td><td>0.00</td><td>个人账户</td><td>0.00</td><td>个人现金</td><td>{cash(rest)}</td></tr><tr><td>基金支付大写</td><td colspan="4">{capital(fund + big + help_)}</td><td>本年累计（次）</td><td colspan="2">{dice.randint(1, 4)} 次　{cash(fund + money(dice, 0, 9000))}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>医疗机构（章）</span><span>结算员：{s.others[0]}</span><span>参保人或家属签字：{sign("applicant", p.name if dice.random() < 0.6 else None, dice)}</span><span>结算日期：{d("issue_date", s.end, "年")}</span></div><div style="font-size:11px;margin-top:6px">打印时间：{style(s.end)} {at(dice, True)}　　本单一式三份，医院、医保经办机构、参保人各一份　　第 1 页 共 1 页</div>"""
    body += beside(
        seal(s.hospital, "医保专用章", size=124, at=(dice.randint(30, 160), -110), turn=dice.uniform(-20, 20))
    )
    return page(body, "td{padding:2px 4px}.n td{text-align:right}.n td:nth-child(5n+1){text-align:left}", SONG, 13, "26px 44px")  # fmt: skip


def jilin(dice: random.Random) -> str:
    """Jilin cancer or chest hospital's own bill: no lines, values behind colons, capital sums, line code."""
    s = stay(
        dice,
        JL,
        dice.choice(("{t}市肿瘤医院", "{t}市胸科医院", "{t}市中心人民医院")),
        (LUNG_CA, BREAST_CA),
        digits=10,
    )
    p = s.p
    kinds = (
        "床位费",
        "诊查费",
        "护理费",
        "检查费",
        "放射费",
        "化验费",
        "治疗费",
        "手术费",
        "麻醉费",
        "西药费",
        "中成药",
        "输氧费",
        "材料费",
        "病理费",
        "其他",
    )
    sums = [(n, money(dice, 0, 4200) if dice.random() < 0.8 else 0) for n in kinds]
    total = sum(m for _, m in sums)
    fund = int(total * dice.uniform(0.45, 0.7))
    pay = ((total - fund) // 100000 + 1) * 100000
    cells = [f"<td>{n}</td><td class='r'>{cash(m)}</td><td style='width:26px'></td>" for n, m in sums]
    grid = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in range(0, 15, 3))
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div><div style="font-size:20px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="font-size:18px">出院患者费用结算单</div></div><div>{bars(dice, s.number, 170, 30)}</div></div><hr>
<table><tr><td>病案号: {f("record_number", s.number)}</td><td>姓名: {f("patient_name", p.name)}</td><td>性别: {f("sex", p.sex)}</td><td>年龄: {f("age", s.age, f"{s.age}岁")}</td></tr><tr><td>出院科室: {f("department", s.ill.dept)}</td><td>床号: {dice.randint(1, 66)}</td><td colspan="2">患者类型: {f("insurance_type", p.insurance, "吉林省" + SHORT[p.insurance])}</td></tr><tr><td>入院日期: {d("admission_date", s.start, "/")}</td><td>出院日期: {d("discharge_date", s.end, "/")}</td><td colspan="2">住院天数: {s.days}</td></tr><tr><td colspan="4">主要诊断: {f("diagnosis", s.dx[0][0])} {s.dx[0][1]}</td></tr></table><hr>
<table style="font-size:14px">{grid}</table><hr>
<div style="display:flex;font-size:14px;gap:30px"><div style="flex:1"><div>费用总额：<b style="float:right">{cash(total)}</b></div><div>医保统筹：<span style="float:right">{cash(fund)}</span></div><div>个人账户：<span style="float:right">0.00</span></div><div>个人负担：<span style="float:right">{cash(total - fund)}</span></div></div><div style="flex:1"><div>预交金合计：<span style="float:right">{cash(pay)}</span></div><div>应退：<span style="float:right">{cash(pay - total + fund)}</span></div><div>应补：<span style="float:right">0.00</span></div><div>退款方式：<span style="float:right">{dice.choice(("微信原路退回", "银行卡", "现金"))}</span></div></div></div>
<div style="margin-top:6px">总额大写：{capital(total)}</div><div style="margin-top:10px;display:flex;justify-content:space-between"><span>结算时间：{d("issue_date", s.end, "/", " " + at(dice, True))}</span><span>结算员：{dice.randint(1000, 9999)} {s.others[0]}</span><span>发票号：{dice.randint(10**7, 10**8)}</span><span>患者签字：______________</span></div>
<div style="font-size:11.5px;margin-top:10px">* 本结算单不作报销凭证，报销请使用医疗收费票据。如需费用清单请到住院处 {dice.randint(1, 9)} 号窗口打印。{"（重打）" if dice.random() < 0.5 else ""}</div>"""
    if dice.random() < 0.7:
        body += beside(
            seal(
                s.hospital,
                "住院处",
                colour=dice.choice(("red", "blue")),
                size=118,
                at=(dice.randint(400, 520), -120),
                turn=dice.uniform(-20, 20),
            )
        )
    return page(body, "td{padding:2px 4px}hr{border:0;border-top:1px solid #000;margin:5px 0}", MICRO, 13, "26px 48px")  # fmt: skip


def inner_mongolia(dice: random.Random) -> str:
    """Inner Mongolia summary list: two columns of items under classes, a total a class, seals of nobody."""
    s = stay(dice, NM, dice.choice(("{c}县中心医院", "{c}县蒙医中医医院", "{t}市第六医院")), HERBAL, digits=6)
    p = s.p
    things = {
        "西药费": [(f"{a}", b) for a, b, _ in s.ill.drugs] + [("葡萄糖注射液", "250ml"), ("氯化钾注射液", "10ml:1g"), ("注射用泮托拉唑钠", "40mg")],
        "化验费": [("血常规(五分类)", "次"), ("尿常规", "次"), ("肝功能", "套"), ("肾功能三项", "套"), ("电解质六项", "套"), ("凝血四项", "套"), ("血脂四项", "套")],
        "检查费": [("常规心电图", "次"), ("胸部CT平扫", "部位"), ("腹部彩超", "次")], "护理费": [("二级护理", "日"), ("静脉输液", "组"), ("动静脉置管护理", "次")],
        "中医(蒙医)治疗费": [("普通针刺", "次"), ("中药熏药治疗", "次"), ("拔罐疗法", "次")], "床位费": [("普通床位费(四人间)", "日"), ("取暖费", "日")],
        "材料费": [("一次性注射器", "支"), ("留置针", "支"), ("敷贴", "贴")],
    }  # fmt: skip
    blocks, total = [], 0
    for kind, items in things.items():
        part, rows = 0, ""
        for a, b in items:
            n, price = dice.randint(1, 14), money(dice, 1, 48)
            part += n * price
            rows += f"<tr><td>{a}</td><td>{b}</td><td class='r'>{n}</td><td class='r'>{cash(price)}</td><td class='r'>{cash(n * price)}</td></tr>"
        total += part
        blocks.append(f'<table class="i"><tr class="b"><td colspan="4">◆{kind}</td><td class="r">{cash(part)}</td></tr>{rows}</table>')  # fmt: skip
    body = f"""<div style="text-align:center;font-size:20px">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:16px;margin-bottom:6px">住院患者费用汇总清单</div>
<div style="font-size:12.5px">住院号 {f("record_number", s.number)}　姓名 {f("patient_name", p.name)}　性别 {f("sex", p.sex)}　年龄 {f("age", s.age)}　病区 {f("department", s.ill.dept)}　{dice.randint(1, 40)}床<br>入院 {d("admission_date", s.start, ".")}　出院 {d("discharge_date", s.end, ".")}　费别 {f("insurance_type", p.insurance, FUND[p.insurance])}　联系电话 {f("phone", p.phone)}</div>
<div style="border-top:2px solid #000;border-bottom:2px solid #000;margin-top:4px;columns:2;column-gap:22px;column-rule:1px solid #777;padding:4px 0">{"".join(blocks)}</div>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:6px"><b>总费用：￥{cash(total)}</b><span>大写：{capital(total)}</span><span>预交：{total // 100 // 500 * 500 + 500}.00</span></div><div style="font-size:12px;margin-top:6px">清单内容已核对无误，患者（家属）签名：{sign("applicant", p.name if dice.random() < 0.5 else None, dice)}　　与患者关系：{dice.choice(("本人", "儿子", "女儿", ""))}</div>
<div style="position:absolute;left:44px;right:44px;bottom:22px;font-size:11px;display:flex;justify-content:space-between"><span>制表：{s.others[1]}</span><span>打印日期：{style(s.end, ".")} {at(dice)}</span><span>第1/1页</span></div>"""
    return page(body, ".i{font-size:11.5px;break-inside:avoid;margin-bottom:4px}.i td{padding:0 3px;line-height:1.5}", HEI, 13, "30px 44px")  # fmt: skip


def heilongjiang(dice: random.Random) -> str:
    """Heilongjiang daily list from a dot-matrix printer on holed paper, rows by day, carried sums."""
    s = stay(
        dice, HL, dice.choice(("{c}县人民医院", "{c}农垦医院", "{t}市第一医院")), GENERAL, digits=8, longest=8
    )
    p = s.p
    pool = [(a, b, "盒") for a, b, _ in s.ill.drugs] + [("0.9%氯化钠注射液", "250ml", "袋"), ("静脉注射(输液)", "", "次"), ("Ⅰ级护理", "", "日"), ("Ⅱ级护理", "", "日"), ("血清钾测定", "干化学法", "项"), ("心电监测", "", "小时"), ("普通病房床位费", "三人间", "床日"), ("住院诊查费", "", "日"), ("低流量给氧", "", "小时"), ("雾化吸入", "", "次")]  # fmt: skip
    rows, total, n = "", 0, dice.randint(1, 30)
    for day in range(min(3, s.days)):
        part = 0
        for a, b, unit in dice.sample(pool, dice.randint(5, 7)):
            count, price = dice.randint(1, 6), money(dice, 1, 60)
            part += count * price
            rows += f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>{unit}</td><td class='r'>{cash(price)}</td><td class='r'>{count}.00</td><td class='r'>{cash(count * price)}</td><td>{dice.choice(('甲', '乙', '丙', '甲'))}</td><td class='r'>{dice.choice((0, 0, 10, 100))}%</td></tr>"
            n += 1
        total += part
        rows += f"<tr><td></td><td colspan='5'>{style(s.start + dt.timedelta(days=day), '/')} 日小计 -----------</td><td class='r'>{cash(part)}</td><td colspan='2'></td></tr>"
    holes = "".join(f'<i style="position:absolute;{side}:7px;top:{y}px;width:11px;height:11px;border-radius:6px;border:1px solid #bbb"></i>' for side in ("left", "right") for y in range(10, 720, 36))  # fmt: skip
    rule = (
        '<div style="overflow:hidden;white-space:nowrap;line-height:1;letter-spacing:0">'
        + "-" * 118
        + "</div>"
    )
    pages = dice.randint(2, 6)
    body = f"""{holes}<div style="text-align:center;font-size:18px">{f("hospital_name", s.hospital)}住院病人费用明细清单</div><div style="display:flex;justify-content:space-between"><span>病历号:{f("record_number", s.number)}</span><span>姓名:{f("patient_name", p.name)}</span><span>性别:{f("sex", p.sex)}</span><span>科室:{f("department", s.ill.dept)}</span><span>床位:{dice.randint(1, 50):03d}</span><span>医保:{f("insurance_type", p.insurance, SHORT[p.insurance])}</span></div>
<div style="display:flex;justify-content:space-between"><span>入院日期:{d("admission_date", s.start, "/")}</span><span>出院日期:{d("discharge_date", s.end, "/")}</span><span>诊断:{dxs(s, ",", "") if len(s.dx) < 3 else f("diagnosis", s.dx[0][0])}</span><span>第 {dice.randint(1, pages)} 页/共 {pages} 页</span></div>{rule}
<table style="font-size:13px"><tr><td>序号</td><td>项目名称</td><td>规格</td><td>单位</td><td class="r">单价</td><td class="r">数量</td><td class="r">金额</td><td>等级</td><td class="r">自付</td></tr>{rows}</table>{rule}<div style="display:flex;justify-content:space-between"><span>本页合计:{cash(total)}</span><span>累计:{cash(total + money(dice, 500, 6000))}</span><span>操作员:{dice.randint(100, 999)}</span><span>打印:{style(s.end, "/")} {at(dice, True)}</span></div>"""
    return page(body, "td{padding:0 4px;line-height:1.45}", "'AR PL UMing CN'", 14, "18px 46px")


TEMPLATES: dict[str, Template] = {
    "dune-invoice-settlement-shaanxi": Template(KIND, 1000, 580, shaanxi),
    "dune-invoice-bill-jilin": Template(KIND, 794, 560, jilin),
    "dune-invoice-summary-innermongolia": Template(KIND, 794, 700, inner_mongolia),
    "dune-invoice-daily-heilongjiang": Template(KIND, 900, 730, heilongjiang),
}
