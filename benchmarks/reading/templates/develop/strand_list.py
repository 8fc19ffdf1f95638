"""Lists of fees with heads: two columns on a sheet, one day on a half sheet, sums by head on a broad one."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.strand_base import (
    DOT,
    GX,
    JS,
    SN,
    at,
    capital,
    d,
    stay,
    style,
    yuan,
)
from benchmarks.reading.templates.develop.strand_ills import CHINESE, GENERAL, KNIFE
from benchmarks.reading.templates.develop.strand_money import INSIDE, bill, goods, insurance

WARD = (
    ("Ⅱ级护理", "日", 2400), ("普通床位费（三人间）", "日", 4500), ("住院诊查费", "日", 1800), ("静脉输液", "组", 900), ("氧气吸入", "小时", 300),
    ("血压监测", "次", 200), ("一次性使用输液器", "套", 460), ("留置针 24G", "支", 2180), ("0.9%氯化钠注射液 100ml", "袋", 210), ("注射器 10ml", "支", 68),
    ("肝功能九项", "次", 6300), ("肾功能三项", "次", 2400), ("电解质五项", "次", 3000), ("凝血四项", "次", 5600), ("心电监护", "小时", 400), ("血糖测定（指尖）", "次", 500),
    ("雾化吸入", "次", 700), ("健康教育", "次", 0), ("中药封包", "次", 2600), ("针刺治疗", "次", 3800),
)  # fmt: skip


def shaanxi(dice: random.Random) -> str:
    """Shaanxi hospital of Chinese medicine: the list runs in two columns without a line between rows."""
    s = stay(dice, SN, "tcm", CHINESE)
    rows, total = [], 0
    for n, (a, u, p) in enumerate(
        dice.sample(WARD, len(WARD)) + [(f"{a} {z}", u, p) for a, z, u, p, _ in goods(dice, s, 8)]
    ):
        k = dice.randint(1, s.days)
        total += p * k
        rows.append(f'<tr><td>{n + 1}</td><td>{a}</td><td>{u}</td><td class="r">{yuan(p)}</td><td class="r">{k}</td><td class="r">{yuan(p * k)}</td></tr>')  # fmt: skip
    head = '<tr style="border-bottom:1px solid #000"><td>#</td><td>项目</td><td>单位</td><td class="r">单价</td><td class="r">数</td><td class="r">金额</td></tr>'
    cut = (len(rows) + 1) // 2
    body = f"""<h1 style="font-size:20px">{f("hospital_name", s.hospital)}</h1><div class="c" style="font-size:17px">住院患者费用清单</div>
<div style="display:flex;justify-content:space-between;margin-top:10px"><span>患者 {f("patient_name", s.p.name)}</span><span>{f("sex", s.p.sex)}</span><span>{f("age", s.age, f"{s.age}岁")}</span><span>住院号 {f("record_number", s.number)}</span><span>科别 {f("department", s.ill.dept)}</span><span>{dice.randint(1, 45)}床</span></div>
<div style="display:flex;justify-content:space-between"><span>住院期间 {d("admission_date", s.start, "/")} ～ {d("discharge_date", s.end, "/")}（{s.days}天）</span><span>{insurance(s)}</span><span>医师 {f("physician_name", s.doctors[0])}</span></div><div>诊断 {"、".join(f("diagnosis", n) for n, _ in s.ill.dx[:2])}</div>
<div style="display:flex;gap:16px;border-top:2px solid #000;border-bottom:2px solid #000;margin-top:4px;align-items:flex-start"><table>{head}{"".join(rows[:cut])}</table><table>{head}{"".join(rows[cut:])}</table></div>
<div style="margin-top:6px">费用合计 <b>{yuan(total)}</b> 元　（{capital(total)}）</div><div style="margin-top:14px">制表 {s.clerks[0]}　　　打印日期 {style(s.end, "/")}{at(dice)}　　　患者（家属）确认签字 {sign("applicant", dice.choice((None, s.p.name)), dice)}</div>"""
    body += seal(s.hospital, "住院处", size=124, at=(570, 480), turn=dice.uniform(-20, 20), ink=0.6)
    return page(body, "td{padding:1px 3px}", font=dice.choice((SONG, MICRO)), size=12, pad="36px 40px")


def jiangsu(dice: random.Random) -> str:
    """Jiangsu: the list of one day during the stay, needle print on a half sheet, what was paid before."""
    s = stay(dice, JS, "county", GENERAL + KNIFE)
    today = s.start + dt.timedelta(days=1)
    rows, total = "", 0
    for a, u, p in dice.sample(WARD, 9):
        k = dice.randint(1, 4)
        total += p * k
        rows += f'<tr><td>{a}</td><td>{u}</td><td class="r">{k}</td><td class="r">{yuan(p)}</td><td class="r">{yuan(p * k)}</td><td class="c">{dice.choice("甲甲乙自")}</td></tr>'
    paid = dice.randint(20, 90) * 10000
    body = f"""<div style="{DOT}"><div style="font-size:18px;text-align:center">{f("hospital_name", s.hospital)}病人一日清单</div><div style="white-space:pre;margin-top:4px">科室:{f("department", s.ill.dept)}  床号:{dice.randint(1, 60)}  住院号:{f("record_number", s.number)}  姓名:{f("patient_name", s.p.name)}  性别:{f("sex", s.p.sex)}</div>
<div style="white-space:pre">入院日期:{d("admission_date", s.start)}  费用日期:{style(today, "-")}  费别:{insurance(s, {"employee": "职工医保", "resident": "居民医保"})}</div>
<table style="border-top:1px dashed #333;border-bottom:1px dashed #333"><tr><td>项目名称</td><td>单位</td><td class="r">数量</td><td class="r">单价</td><td class="r">金额</td><td class="c">类</td></tr>{rows}</table>
<div style="white-space:pre">当日合计:{yuan(total)}  累计费用:{yuan(total + dice.randint(50000, 300000))}  预交金:{yuan(paid)}  余额:{yuan(max(0, paid - total - 60000))}</div><div style="white-space:pre">打印:{style(today + dt.timedelta(days=1), "-")}{at(dice)}   操作员:{dice.randint(1000, 9999)}   如有疑问请向护士站咨询</div></div>"""
    return page(body, "td{padding:0 4px}", font=SONG, size=14, pad="20px 44px")


def guangxi(dice: random.Random) -> str:
    """Guangxi: a broad sheet, heads with their sums in a ruled table, insurer's and patient's parts."""
    s = stay(dice, GX, "tertiary", GENERAL + KNIFE)
    b = bill(dice, INSIDE, 5000)
    rows = ""
    for n, m in b.items:
        own = int(m * dice.uniform(0.05, 0.3))
        rows += f'<tr><td>{n}</td><td class="r">{yuan(m)}</td><td class="r">{yuan(m - own)}</td><td class="r">{yuan(own)}</td><td class="r">{m * 100 / b.total:.1f}%</td><td></td></tr>'
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><span style="font-size:17px;font-weight:600">{f("hospital_name", s.hospital)}</span><span style="font-size:21px;letter-spacing:3px">住院费用汇总清单</span><span style="font-size:12px">第1页/共1页</span></div>
<table class="g" style="margin-top:8px"><tr><td class="l">姓　名</td><td>{f("patient_name", s.p.name)}</td><td class="l">性　别</td><td>{f("sex", s.p.sex)}</td><td class="l">出生日期</td><td>{d("birth_date", s.p.born, ".")}</td><td class="l">病案号</td><td>{f("record_number", s.number)}</td></tr>
<tr><td class="l">身份证号</td><td colspan="3">{f("id_number", s.p.id_number)}</td><td class="l">费　别</td><td>{insurance(s)}</td><td class="l">医保卡号</td><td>{f("card_number", f"45{dice.randint(10**8, 10**9)}X")}</td></tr>
<tr><td class="l">出院科室</td><td colspan="3">{f("department", s.ill.dept)}</td><td class="l">入院日期</td><td>{d("admission_date", s.start, ".")}</td><td class="l">出院日期</td><td>{d("discharge_date", s.end, ".")}</td></tr><tr><td class="l">主要诊断</td><td colspan="5">{f("diagnosis", s.ill.dx[0][0])}</td><td class="l">结算日期</td><td>{d("issue_date", s.end, ".")}</td></tr></table>
<table class="g" style="margin-top:8px"><tr class="l"><td>费用类别</td><td>总金额（元）</td><td>医保内</td><td>自费</td><td>占比</td><td>备注</td></tr>{rows}<tr class="b"><td>合　计</td><td class="r">{yuan(b.total)}</td><td></td><td></td><td class="r">100%</td><td></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:10px"><span>统筹支付：{yuan(b.fund)}　个人账户：{yuan(b.account)}　个人现金：{yuan(b.cash)}</span><span>收费员：{s.clerks[0]}</span><span>审核：{s.clerks[1]}</span><span>打印时间：{style(s.end, ".")}{at(dice)}</span></div>"""
    body += seal(s.hospital, "收费专用章", size=132, at=(860, 470), turn=dice.uniform(-20, 20), ink=0.6)
    return page(body, ".l{background:#eef3ee}.g td{padding:3px 7px;border-color:#555}", font=HEI, size=13, pad="36px 48px")  # fmt: skip


KIND = "medical_invoice"
TEMPLATES: dict[str, Template] = {
    "strand-list-columns-shaanxi": Template(KIND, 794, 1123, shaanxi),
    "strand-list-day-jiangsu": Template(KIND, 794, 400, jiangsu),
    "strand-list-heads-guangxi": Template(KIND, 1123, 794, guangxi),
}
