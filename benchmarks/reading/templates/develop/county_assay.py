"""Assays of county laboratories: cultures, immunoassays, chromatograms."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    day,
    digits,
    hours,
    logo,
    printed,
    when,
)
from benchmarks.reading.templates.develop.county_lab import Told, cells
from benchmarks.reading.templates.develop.county_words import STAYS, call, house, who
from benchmarks.reading.templates.develop.html import f, hand, page, row, seal


def culture(dice: random.Random) -> str:
    """A culture with susceptibilities; told negative in one line at times."""
    p, s = who(dice), STAYS[2]
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年0", "/0"))
    sample, grown = dice.choice(
        (
            ("痰", "肺炎克雷伯菌肺炎亚种"),
            ("中段尿", "大肠埃希菌"),
            ("静脉血", "金黄色葡萄球菌"),
            ("伤口分泌物", "铜绿假单胞菌"),
        )
    )
    table = ""
    for drug in dice.sample(
        (
            "氨苄西林/舒巴坦",
            "哌拉西林/他唑巴坦",
            "头孢唑林",
            "头孢曲松",
            "头孢他啶",
            "头孢吡肟",
            "氨曲南",
            "亚胺培南",
            "美罗培南",
            "阿米卡星",
            "庆大霉素",
            "环丙沙星",
            "左氧氟沙星",
            "复方新诺明",
            "替加环素",
        ),
        dice.randint(9, 14),
    ):
        flag = dice.choice(("敏感", "敏感", "中介", "耐药"))
        t = {
            "name": drug,
            "result": {
                "敏感": "≤" + dice.choice("1248"),
                "中介": dice.choice(("8", "16")),
                "耐药": "≥" + dice.choice(("16", "32", "64")),
            }[flag],
            "unit": None,
            "reference": None,
            "flag": flag,
        }
        table += row(t, cells(t, "nr", after=f"<td>{dice.choice(('MIC', '仪器法'))}</td><td>{flag}</td>"))
    negative = dice.random() < 0.25
    none = {
        "name": f"{sample}细菌培养及鉴定",
        "result": dice.choice(("经48小时培养无细菌生长", "未检出致病菌")),
        "unit": None,
        "reference": None,
        "flag": None,
    }
    found = (
        f'<table class="g">{row(none, cells(none, "nr"))}</table>'
        if negative
        else f"""<div>培养结果：<b>{grown}</b>　菌落计数：{dice.choice(("+++", ">10^5 CFU/ml", "++"))}</div><table class="g" style="margin-top:4px"><tr><th>抗菌药物</th><th>结果(μg/mL)</th><th>方法</th><th>敏感性</th></tr>{table}</table><div style="font-size:13px">耐药提示：{dice.choice(("ESBLs 阳性", "MRSA 阴性", "—"))}</div>"""
    )
    body = f"""<div class="c">{logo(dice, 36)} <span style="font-size:23px">{f("hospital_name", h.name)}</span><div style="font-size:19px;letter-spacing:4px">微生物检验报告单</div></div>
<table class="g" style="margin:8px 0;font-size:14px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</td></tr><tr><td>住院号</td><td>{f("record_number", digits(dice, 8))}</td><td>病区</td><td>{f("department", s.ward)}</td><td>床号</td><td>{dice.randint(1, 50)}</td></tr><tr><td>标本类型</td><td>{sample}</td><td>申请医生</td><td>{f("physician_name", call(dice))}</td><td>标本编号</td><td>W{digits(dice, 5)}</td></tr><tr><td>临床诊断</td><td colspan="5">{f("diagnosis", s.ills[0])}</td></tr></table>{found}
<div style="margin-top:14px;display:grid;grid-template-columns:1fr 1fr;font-size:14px"><span>送检日期：{printed(d - dt.timedelta(days=3), st)}</span><span>报告日期：{when("report_date", d, st)}</span><span>检 验 者：{call(dice)}</span><span>审 核 者：{call(dice)}</span></div><div style="font-size:12px;border-top:1px solid;margin-top:6px">此结果仅对该标本负责，如有疑问请于24小时内与微生物室联系。判断标准：CLSI M100-S{dice.randint(30, 34)}</div>"""
    return page(body, font=dice.choice((base.SONG, base.HEI)), size=15, pad="40px 60px")


def immune(dice: random.Random) -> str:
    """Chemiluminescence: methods, references over several lines, results below a limit, results in words."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/", "年0"))
    pool: list[Told] = [
        {
            "name": "甲胎蛋白（AFP）",
            "result": f"{dice.uniform(0.9, 30):.2f}",
            "unit": "ng/mL",
            "reference": "0-7.00",
            "flag": None,
        },
        {
            "name": "癌胚抗原（CEA）",
            "result": f"{dice.uniform(0.4, 18):.2f}",
            "unit": "ng/mL",
            "reference": "非吸烟者：0-5.0<br>吸烟者：0-6.5",
            "flag": None,
        },
        {
            "name": "糖类抗原125",
            "result": f"{dice.uniform(5, 90):.1f}",
            "unit": "U/mL",
            "reference": "<35.0",
            "flag": None,
        },
        {
            "name": "糖类抗原19-9",
            "result": dice.choice(("<0.60", "12.8", "31.4")),
            "unit": "U/mL",
            "reference": "<37.0",
            "flag": None,
        },
        {
            "name": "糖类抗原15-3",
            "result": f"{dice.uniform(5, 40):.1f}",
            "unit": "U/mL",
            "reference": "<25.0",
            "flag": None,
        },
        {
            "name": "促甲状腺激素（TSH）",
            "result": dice.choice(("<0.005", "2.31", "68.40", ">100.0")),
            "unit": "μIU/mL",
            "reference": "0.27-4.20",
            "flag": None,
        },
        {
            "name": "游离T3",
            "result": f"{dice.uniform(2, 12):.2f}",
            "unit": "pmol/L",
            "reference": "3.10-6.80",
            "flag": None,
        },
        {
            "name": "游离T4",
            "result": f"{dice.uniform(4, 40):.2f}",
            "unit": "pmol/L",
            "reference": "12.00-22.00",
            "flag": None,
        },
        {
            "name": "抗甲状腺过氧化物酶抗体",
            "result": dice.choice(("9.2", "412.0", ">600")),
            "unit": "IU/mL",
            "reference": "0-34",
            "flag": None,
        },
        {
            "name": "乙型肝炎病毒表面抗原（定量）",
            "result": dice.choice(("＞250.00", "0.00", "1873.22")),
            "unit": "IU/mL",
            "reference": "阴性：<0.05",
            "flag": None,
        },
        {
            "name": "乙型肝炎病毒e抗体",
            "result": dice.choice(("阴性(-)", "阳性(+)")),
            "unit": None,
            "reference": "阴性(-)",
            "flag": None,
        },
        {
            "name": "N末端B型钠尿肽前体",
            "result": f"{dice.uniform(60, 9800):.0f}",
            "unit": "pg/mL",
            "reference": "<50岁：<450<br>50-75岁：<900<br>>75岁：<1800",
            "flag": None,
        },
        {
            "name": "铁蛋白",
            "result": f"{dice.uniform(8, 1200):.1f}",
            "unit": "ng/mL",
            "reference": "男：30-400<br>女：13-150",
            "flag": None,
        },
        {
            "name": "抗核抗体（ANA）",
            "result": dice.choice(("1:320 均质型", "阴性", "1:100 颗粒型")),
            "unit": None,
            "reference": "<1:100",
            "flag": None,
        },
    ]
    rows = ""
    for n, t in enumerate(dice.sample(pool, dice.randint(6, 11)), 1):
        told = {**t, "reference": (t["reference"] or "").replace("<br>", " ")}
        try:
            span = told["reference"] or ""
            bare = float((told["result"] or "").strip("<>＞"))
            limit = float(span.split("-")[-1].strip("<"))
            told["flag"] = "↑" if bare > limit else None
            told["flag"] = "↓" if "-" in span and bare < float(span.split("-")[0]) else told["flag"]
        except ValueError:
            pass
        shown = (t["reference"] or "").replace("<br>", "\n").replace("<", "&lt;").replace("\n", "<br>")
        result = (told["result"] or "").replace("<", "&lt;")
        rows += row(
            told,
            f'<td>{n}</td><td>{told["name"]}</td><td>{result}{"&nbsp;" + told["flag"] if told["flag"] else ""}</td><td>{told["unit"] or ""}</td><td style="font-size:12.5px;line-height:1.3">{shown}</td><td>{dice.choice(("化学发光法", "电化学发光", "CLIA", "间接免疫荧光"))}</td>',
        )
    body = f"""<div style="border-bottom:2px solid {dice.choice(("#0a6e5c", "#222", "#1a4f9c"))};display:flex;gap:12px;align-items:center">{logo(dice, 52)}<div><div style="font-size:22px">{f("hospital_name", h.name)}</div><div style="font-size:13px">{f("hospital_name", h.second) if h.second else "检验科 免疫室"}</div></div><div style="margin-left:auto;font-size:20px">免疫检验报告单</div></div>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr;margin:8px 0;font-size:14px;row-gap:2px"><span>姓名 {f("patient_name", p.name)}</span><span>门诊号 {f("record_number", digits(dice, 10))}</span><span>条码号 {digits(dice, 12)}</span><span>性别 {f("sex", p.sex)}</span><span>科室 {f("department", s.ward + "门诊")}</span><span>样本种类 血清</span><span>年龄 {f("age", p.age_on(d), f"{p.age_on(d)} 岁")}</span><span>开单医师 {f("physician_name", call(dice))}</span><span>仪器 cobas e{dice.choice(("601", "801"))}</span></div>
<table class="k"><tr><th></th><th>检验项目</th><th>检测结果</th><th>单位</th><th>参考范围</th><th>检测方法</th></tr>{rows}</table><div class="c" style="font-size:13px;color:#555">—— 以下空白 ——</div>
<div style="margin-top:30px;border-top:1px solid;display:grid;grid-template-columns:1fr 1fr 1fr;font-size:13.5px"><span>采样 {printed(d, st)} 07:{dice.randint(10, 59)}</span><span>检验 {call(dice)}</span><span>报告 {when("report_date", d + dt.timedelta(days=dice.randint(0, 1)), st, dice)}</span><span>送检 {printed(d, st)} 08:{dice.randint(10, 59)}</span><span>审核 {call(dice)}</span><span>打印次数 {dice.randint(1, 3)}</span></div>"""
    return page(
        body,
        css=".k th{border-bottom:1px solid;font-weight:600}.k td{padding:3px 6px}",
        font=dice.choice((base.MICRO, base.SONG, base.HEI)),
        size=14,
        pad="34px 50px",
    )


def sugar(dice: random.Random) -> str:
    """HbA1c by chromatography: a few rows, a graph with its peaks, a scale for diagnosis in the notes."""
    p, s = who(dice), STAYS[1]
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/0", "8", "年"))
    a1c = dice.uniform(4.9, 13.2)
    tests: Sequence[Told] = (
        {
            "name": "糖化血红蛋白A1c(NGSP)",
            "result": f"{a1c:.1f}",
            "unit": "%",
            "reference": "4.0-6.0",
            "flag": "↑" if round(a1c, 1) > 6 else None,
        },
        {
            "name": "糖化血红蛋白A1c(IFCC)",
            "result": f"{(a1c - 2.15) * 10.93:.0f}",
            "unit": "mmol/mol",
            "reference": "20-42",
            "flag": "↑" if round((a1c - 2.15) * 10.93) > 42 else None,
        },
        {
            "name": "估算平均血糖(eAG)",
            "result": f"{1.59 * a1c - 2.59:.1f}",
            "unit": "mmol/L",
            "reference": None,
            "flag": None,
        },
    )
    rows = "".join(row(t, cells(t, dice.choice(("nrfuR",)))) for t in tests[: dice.randint(1, 3)])
    peaks = (
        "M0 120 "
        + " ".join(
            f"L{x - 7} 118 Q{x} {y} {x + 7} 118"
            for x, y in ((40, 104), (78, 96), (120, 100), (170, 118 - int(a1c * 7)), (250, -96))
        )
        + " L330 120"
    )
    body = f"""<div class="c" style="font-size:22px">{f("hospital_name", h.name)}</div><div class="c" style="font-size:18px">糖化血红蛋白分析报告</div>
<div style="display:flex;gap:30px;margin-top:10px"><div style="width:330px">{"".join(f'<div style="display:flex;border-bottom:1px dotted #888"><span style="width:90px">{k}</span><span>{v}</span></div>' for k, v in (("患者姓名", f("patient_name", p.name)), ("性别/年龄", f"{f('sex', p.sex)} / {f('age', p.age_on(d), f'{p.age_on(d)}Y')}"), ("患者ID", f("record_number", "P" + digits(dice, 8))), ("样本编号", digits(dice, 6)), ("申请科室", f("department", s.ward)), ("申请医生", f("physician_name", call(dice))), ("临床诊断", f("diagnosis", s.ills[0])), ("检测日期", printed(d, st) + hours(dice, st)), ("报告日期", when("report_date", d, st, dice))))}</div><svg width="340" height="200" viewBox="-10 -40 350 180" style="border:1px solid #999"><path d="{peaks}" fill="none" stroke="#123a9c" stroke-width="1.3"/><text x="158" y="{92 - int(a1c * 4)}" font-size="10">A1c</text><text x="262" y="0" font-size="10">A0</text><path d="M0 -30V120H335" fill="none" stroke="#333"/><text x="150" y="136" font-size="10">Time (min)</text></svg></div>
<table class="g" style="margin-top:14px"><tr><th>检验项目</th><th>结果</th><th>提示</th><th>单位</th><th>参考值</th></tr>{rows}</table><div style="font-size:12.5px;margin-top:8px">说明：ADA/WHO 以 HbA1c≥6.5% 作为糖尿病诊断切点；5.7%-6.4% 为糖尿病前期；控制目标一般＜7.0%。贫血、血红蛋白变异体可影响结果。</div>
<div style="display:flex;justify-content:space-between;margin-top:26px"><span>检验：{call(dice)}</span><span>复核：{hand(call(dice), 20)}</span><span>联系电话：{h.phone}</span></div>{seal(h.name, "检验报告专用章", size=126, at=(520, 330), turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}"""
    return page(body, font=dice.choice((base.SONG, base.MICRO)), size=14, pad="30px 46px")


TEMPLATES = {
    "county-lab-culture": Template("lab_report", 794, 860, culture),
    "county-lab-immune": Template("lab_report", 794, 760, immune),
    "county-lab-sugar": Template("lab_report", 794, 560, sugar),
}
