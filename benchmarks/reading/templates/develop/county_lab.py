"""Laboratory papers: two columns of items, cultures, immunoassays, chromatograms, dot-matrix slips, a screen's picture."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    bars,
    day,
    digits,
    dotted,
    hours,
    logo,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_words import STAYS, call, house, who
from benchmarks.reading.templates.develop.html import f, hand, page, row, seal

Told = Mapping[str, str | None]
CHEM = (
    ("总胆红素", "TBIL", 12.4, "μmol/L", 3.4, 21.0, 1), ("直接胆红素", "DBIL", 3.6, "μmol/L", 0, 8.0, 1), ("总蛋白", "TP", 70.1, "g/L", 65, 85, 1), ("白蛋白", "ALB", 41.3, "g/L", 40, 55, 1),
    ("球蛋白", "GLB", 28.8, "g/L", 20, 40, 1), ("白球比", "A/G", 1.43, "", 1.2, 2.4, 2), ("谷丙转氨酶", "ALT", 26, "U/L", 9, 50, 1), ("谷草转氨酶", "AST", 25, "U/L", 15, 40, 1),
    ("γ-谷氨酰基转移酶", "GGT", 33, "U/L", 10, 60, 1), ("碱性磷酸酶", "ALP", 78, "U/L", 45, 125, 1), ("胆碱酯酶", "CHE", 7800, "U/L", 5000, 12000, 0), ("总胆汁酸", "TBA", 5.2, "μmol/L", 0, 10, 1),
    ("尿素氮", "BUN", 6.1, "mmol/L", 3.6, 9.5, 2), ("肌酐", "CREA", 81, "μmol/L", 57, 111, 1), ("尿酸", "UA", 356, "μmol/L", 208, 428, 0), ("二氧化碳结合力", "CO2CP", 24.8, "mmol/L", 22, 29, 1),
    ("葡萄糖", "GLU", 5.6, "mmol/L", 3.9, 6.1, 2), ("甘油三酯", "TG", 1.62, "mmol/L", 0, 1.7, 2), ("总胆固醇", "CHOL", 5.02, "mmol/L", 0, 5.18, 2), ("高密度脂蛋白", "HDL-C", 1.21, "mmol/L", 1.04, 1.55, 2),
    ("低密度脂蛋白", "LDL-C", 3.1, "mmol/L", 0, 3.37, 2), ("肌酸激酶", "CK", 96, "U/L", 50, 310, 0), ("肌酸激酶同工酶", "CK-MB", 11, "U/L", 0, 24, 1), ("乳酸脱氢酶", "LDH", 188, "U/L", 120, 250, 0),
    ("钾", "K", 4.02, "mmol/L", 3.5, 5.3, 2), ("钠", "Na", 139.6, "mmol/L", 137, 147, 1), ("氯", "Cl", 102.7, "mmol/L", 99, 110, 1), ("钙", "Ca", 2.28, "mmol/L", 2.11, 2.52, 2),
)  # fmt: skip
BLOOD = (
    ("白细胞数目", "WBC", 6.42, "10^9/L", 3.5, 9.5, 2), ("中性粒细胞百分比", "Neu%", 60.2, "%", 40, 75, 1), ("淋巴细胞百分比", "Lym%", 28.9, "%", 20, 50, 1), ("单核细胞百分比", "Mon%", 7.1, "%", 3, 10, 1),
    ("嗜酸性粒细胞百分比", "Eos%", 3.0, "%", 0.4, 8, 1), ("嗜碱性粒细胞百分比", "Bas%", 0.5, "%", 0, 1, 1), ("中性粒细胞数目", "Neu#", 3.9, "10^9/L", 1.8, 6.3, 2), ("淋巴细胞数目", "Lym#", 1.9, "10^9/L", 1.1, 3.2, 2),
    ("红细胞数目", "RBC", 4.41, "10^12/L", 3.8, 5.1, 2), ("血红蛋白浓度", "HGB", 132, "g/L", 115, 150, 0), ("红细胞压积", "HCT", 39.8, "%", 35, 45, 1), ("平均红细胞体积", "MCV", 90.4, "fL", 82, 100, 1),
    ("平均红细胞血红蛋白含量", "MCH", 29.9, "pg", 27, 34, 1), ("平均红细胞血红蛋白浓度", "MCHC", 331, "g/L", 316, 354, 0), ("红细胞分布宽度变异系数", "RDW-CV", 12.9, "%", 11, 16, 1), ("血小板数目", "PLT", 214, "10^9/L", 125, 350, 0),
    ("平均血小板体积", "MPV", 9.8, "fL", 6.5, 12, 1), ("血小板压积", "PCT", 0.21, "%", 0.108, 0.282, 3), ("C反应蛋白", "CRP", 4.4, "mg/L", 0, 10, 2),
)  # fmt: skip


def measure(
    dice: random.Random,
    test: tuple[str, str, float, str, float, float, int],
    marks: str = "↑↓",
    dash: str = "-",
    name: str | None = None,
) -> dict[str, str | None]:
    """One test with a value, in range or out of it."""
    title, _, usual, unit, low, high, places = test
    text = f"{usual * dice.choice((1, 1, 1, 0.55, 1.8)) * dice.uniform(0.93, 1.07):.{places}f}"
    flag = marks[0] if float(text) > high else marks[1] if float(text) < low else None
    return {
        "name": name or title,
        "result": text,
        "unit": unit or None,
        "reference": f"{low:.{min(places, 2)}f}{dash}{high:.{min(places, 2)}f}",
        "flag": flag,
    }


def cells(t: Told, order: str = "nrfuR", before: str = "", after: str = "", tag: str = "td") -> str:
    """Cells of a row: n name, r result, f flag, u unit, R reference, ! result and flag together."""
    get = lambda k: t[k] or ""
    what: dict[str, Callable[[], str]] = {
        "n": lambda: get("name"),
        "r": lambda: get("result"),
        "f": lambda: get("flag"),
        "u": lambda: get("unit"),
        "R": lambda: get("reference"),
        "!": lambda: f"{get('result')} {get('flag')}",
    }
    return before + "".join(f"<{tag}>{what[c]()}</{tag}>" for c in order) + after


def two(dice: random.Random) -> str:
    """Chemistry in two columns of items side by side on half a sheet."""
    marks, dash = dice.choice(("↑↓", "HL")), dice.choice(("-", "--", "～"))
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/0", "."))
    tests = [
        measure(
            dice,
            t,
            marks,
            dash,
            f"{t[0]}({t[1]})" if n % 2 else t[0],
        )
        for n, t in enumerate(dice.sample(CHEM, dice.randint(16, 26)))
    ]
    half, grid = (
        (len(tests) + 1) // 2,
        "display:grid;grid-template-columns:22px 1fr 56px 18px 58px 84px;gap:2px",
    )
    head = f'<div style="{grid};border-bottom:1px solid;border-top:1px solid"><span>No</span><span>项目</span><span>结果</span><span></span><span>单位</span><span>参考区间</span></div>'
    one = lambda part, at: (
        f'<div style="flex:1">{head}'
        + "".join(
            row(t, cells(t, before=f"<span>{at + n}</span>", tag="span"), "div").replace(
                "<div ", f'<div style="{grid}" ', 1
            )
            for n, t in enumerate(part, 1)
        )
        + "</div>"
    )
    pairs = [
        f"姓　名：{f('patient_name', p.name)}",
        f"性　别：{f('sex', p.sex)}",
        f"年　龄：{f('age', p.age_on(d), f'{p.age_on(d)}岁')}",
        f"样本号：{f('report_number', digits(dice, 4))}",
        f"病历号：{f('record_number', digits(dice, 8))}",
        f"科　别：{f('department', s.ward)}",
        f"床　号：{dice.randint(1, 60)}",
        "标　本：血清",
        f"临床诊断：{f('diagnosis', s.ills[0])}",
        f"送检医生：{f('physician_name', call(dice))}",
        "病人类别：住院",
        f"备　注：{dice.choice(('', '轻度溶血', ''))}",
    ]
    body = f"""<div style="display:flex;align-items:center">{logo(dice, 40)}<div class="c" style="flex:1;font-size:21px">{f("hospital_name", h.name)}{dice.choice(("检验报告单", "生化检验报告单", "　检验报告"))}</div>{bars(dice, 110, 30)}</div>
<div style="display:grid;grid-template-columns:1.5fr 1.2fr .8fr .9fr;font-size:13.5px;margin:4px 0">{"".join(f"<span>{x}</span>" for x in pairs)}</div><div style="display:flex;gap:16px;font-size:12.5px;line-height:1.45">{one(tests[:half], 0)}{one(tests[half:], half)}</div>
<div style="border-top:1px solid;margin-top:6px;display:flex;justify-content:space-between;font-size:13px"><span>采集时间：{printed(d, st)} 06:{dice.randint(10, 59)}</span><span>接收时间：{printed(d, st)} 08:{dice.randint(10, 59)}</span><span>报告时间：{when("report_date", d, st, dice)}</span></div><div style="display:flex;justify-content:space-between;font-size:13px"><span>检验者：{hand(call(dice), 18)}</span><span>审核者：{hand(call(dice), 18)}</span><span>本报告仅对送检标本负责！{h.phone}</span></div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO, base.FANG)), size=14, pad="20px 34px")


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
<table class="g" style="margin:8px 0;font-size:14px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</td></tr><tr><td>住院号</td><td>{f("record_number", digits(dice, 8))}</td><td>病区</td><td>{f("department", s.ward)}</td><td>床号</td><td>{dice.randint(1, 50)}</td></tr><tr><td>标本类型</td><td>{sample}</td><td>申请医生</td><td>{f("physician_name", call(dice))}</td><td>标本编号</td><td>{f("report_number", "W" + digits(dice, 5))}</td></tr><tr><td>临床诊断</td><td colspan="5">{f("diagnosis", s.ills[0])}</td></tr></table>{found}
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
            bare = float((told["result"] or "").strip("<>＞"))
            limit = float(told["reference"].split("-")[-1].strip("<"))
            told["flag"] = "↑" if bare > limit else None
            told["flag"] = (
                "↓"
                if "-" in told["reference"] and bare < float(told["reference"].split("-")[0])
                else told["flag"]
            )
        except ValueError:
            pass
        shown = (t["reference"] or "").replace("<br>", "\n").replace("<", "&lt;").replace("\n", "<br>")
        result = (told["result"] or "").replace("<", "&lt;")
        rows += row(
            told,
            f'<td>{n}</td><td>{told["name"]}</td><td>{result}{"&nbsp;" + told["flag"] if told["flag"] else ""}</td><td>{told["unit"] or ""}</td><td style="font-size:12.5px;line-height:1.3">{shown}</td><td>{dice.choice(("化学发光法", "电化学发光", "CLIA", "间接免疫荧光"))}</td>',
        )
    body = f"""<div style="border-bottom:2px solid {dice.choice(("#0a6e5c", "#222", "#1a4f9c"))};display:flex;gap:12px;align-items:center">{logo(dice, 52)}<div><div style="font-size:22px">{f("hospital_name", h.name)}</div><div style="font-size:13px">{f("hospital_name", h.second) if h.second else "检验科 免疫室"}</div></div><div style="margin-left:auto;font-size:20px">免疫检验报告单</div></div>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr;margin:8px 0;font-size:14px;row-gap:2px"><span>姓名 {f("patient_name", p.name)}</span><span>门诊号 {f("record_number", digits(dice, 10))}</span><span>条码号 {f("report_number", digits(dice, 12))}</span><span>性别 {f("sex", p.sex)}</span><span>科室 {f("department", s.ward + "门诊")}</span><span>样本种类 血清</span><span>年龄 {f("age", p.age_on(d), f"{p.age_on(d)} 岁")}</span><span>开单医师 {f("physician_name", call(dice))}</span><span>仪器 cobas e{dice.choice(("601", "801"))}</span></div>
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
<div style="display:flex;gap:30px;margin-top:10px"><div style="width:330px">{"".join(f'<div style="display:flex;border-bottom:1px dotted #888"><span style="width:90px">{k}</span><span>{v}</span></div>' for k, v in (("患者姓名", f("patient_name", p.name)), ("性别/年龄", f"{f('sex', p.sex)} / {f('age', p.age_on(d), f'{p.age_on(d)}Y')}"), ("患者ID", f("record_number", "P" + digits(dice, 8))), ("样本编号", f("report_number", digits(dice, 6))), ("申请科室", f("department", s.ward)), ("申请医生", f("physician_name", call(dice))), ("临床诊断", f("diagnosis", s.ills[0])), ("检测日期", printed(d, st) + hours(dice, st)), ("报告日期", when("report_date", d, st, dice))))}</div><svg width="340" height="200" viewBox="-10 -40 350 180" style="border:1px solid #999"><path d="{peaks}" fill="none" stroke="#123a9c" stroke-width="1.3"/><text x="158" y="{92 - int(a1c * 4)}" font-size="10">A1c</text><text x="262" y="0" font-size="10">A0</text><path d="M0 -30V120H335" fill="none" stroke="#333"/><text x="150" y="136" font-size="10">Time (min)</text></svg></div>
<table class="g" style="margin-top:14px"><tr><th>检验项目</th><th>结果</th><th>提示</th><th>单位</th><th>参考值</th></tr>{rows}</table><div style="font-size:12.5px;margin-top:8px">说明：ADA/WHO 以 HbA1c≥6.5% 作为糖尿病诊断切点；5.7%-6.4% 为糖尿病前期；控制目标一般＜7.0%。贫血、血红蛋白变异体可影响结果。</div>
<div style="display:flex;justify-content:space-between;margin-top:26px"><span>检验：{call(dice)}</span><span>复核：{hand(call(dice), 20)}</span><span>联系电话：{h.phone}</span></div>{seal(h.name, "检验报告专用章", size=126, at=(520, 330), turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}"""
    return page(body, font=dice.choice((base.SONG, base.MICRO)), size=14, pad="30px 46px")


def slip(dice: random.Random) -> str:
    """A blood count on dot-matrix paper: no rules but dashes, abbreviations before names, stars for flags."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/0", "."))
    marks, dash = dice.choice(("↑↓", "HL", "+-")), dice.choice(("-", "～", "--"))
    rows = "".join(
        row(t, cells(t, "nrfuR", before=f"<td>{x[1]}</td>"))
        for x in BLOOD[: dice.randint(15, 19)]
        if (t := measure(dice, x, marks, dash))
    )
    rule = f'<div style="overflow:hidden;white-space:nowrap;line-height:1">{"-" * 160}</div>'
    body = f"""<div class="c" style="font-size:20px">{f("hospital_name", h.name)}检验报告单</div><div style="display:grid;grid-template-columns:1.1fr .6fr .7fr 1.3fr"><span>姓名:{f("patient_name", p.name, spread(p.name))}</span><span>性别:{f("sex", p.sex)}</span><span>年龄:{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</span><span>门诊/住院号:{f("record_number", digits(dice, 7))}</span><span>科室:{f("department", s.ward)}</span><span>床号:{dice.randint(1, 40)}</span><span>标本:全血</span><span>样品编号:{f("report_number", f"{d:%Y%m%d}{digits(dice, 3)}")}</span></div>{rule}
<table><tr><td>代号</td><td>项目</td><td>结果</td><td></td><td>单位</td><td>参考值</td></tr></table>{rule}<table class="w">{rows}</table>{rule}<div style="display:flex;justify-content:space-between"><span>送检医师:{f("physician_name", call(dice))}</span><span>检验:{call(dice)}</span><span>审核:{call(dice)}</span><span>报告日期:{when("report_date", d, st, dice)}</span></div><div style="font-size:13px">*此报告仅对本次标本负责*　仪器:BC-{dice.choice(("5180", "6800"))}</div>"""
    return dotted(
        body,
        css="table{table-layout:fixed}td{padding:0 4px;white-space:nowrap}td:nth-child(1){width:80px}td:nth-child(2){width:220px}td:nth-child(4){width:36px}",
        size=15,
        pad="28px 64px",
        font=dice.choice((base.DOTS, base.FANG)),
    )


def screen(dice: random.Random) -> str:
    """A picture of the screen: the ward's LIS viewer with boxes, a tree of reports, a grid with a chosen line."""
    p, s = who(dice), dice.choice(STAYS)
    h, d = house(dice, p.place), day(dice)
    st, tone = dice.choice(("-", "/0")), dice.choice(("#cfe0f3", "#e3ead7", "#ddd"))
    box = lambda k, v, w=110: (
        f'<span style="white-space:nowrap">{k}<span style="display:inline-block;border:1px solid #8aa;background:#fff;min-width:{w}px;padding:0 4px;margin-left:3px;line-height:20px;vertical-align:middle">{v or "&nbsp;"}</span></span>'
    )
    tests = [measure(dice, x, "HL") for x in dice.sample(CHEM + BLOOD, dice.randint(11, 15))]
    chosen = dice.randrange(len(tests))
    rows = "".join(
        row(t, cells(t, "nrfuR", before=f"<td>{n + 1}</td>")).replace(
            "<tr ",
            f'<tr style="background:{"#316ac5;color:#fff" if n == chosen else ("#fff", "#f3f7fb")[n % 2]};{"color:#c00" * (t["flag"] is not None and n != chosen)}" ',
            1,
        )
        for n, t in enumerate(tests)
    )
    tree = "".join(
        f'<div style="padding:1px 6px{";background:#316ac5;color:#fff" * (n == 1)}">{"▸" if n % 2 else "　"}{printed(d - dt.timedelta(days=n * 7), st)} {x}</div>'
        for n, x in enumerate(("血细胞分析", "生化全套", "尿常规", "凝血四项", "甲功五项"))
    )
    body = f"""<div style="background:{dice.choice(("#1f5aa6", "#2b6b5e", "#44546a"))};color:#fff;padding:4px 10px;display:flex;justify-content:space-between"><span>{dice.choice(("检验报告查询", "LIS医生工作站 V5.2", "临床检验信息系统"))} - [{f("hospital_name", h.name)}]</span><span>— □ ×</span></div>
<div style="background:#f0f0f0;padding:3px 10px;border-bottom:1px solid #bbb">文件(F)　查询(Q)　报告(R)　打印(P)　帮助(H)</div><div style="background:{tone};padding:6px 10px;display:flex;flex-wrap:wrap;gap:6px 12px">{box("姓名", f("patient_name", p.name), 80)}{box("性别", f("sex", p.sex), 30)}{box("年龄", f("age", p.age_on(d), f"{p.age_on(d)}岁"), 44)}{box("住院号", f("record_number", digits(dice, 8)))}{box("科室", f("department", s.ward))}{box("申请医生", f("physician_name", call(dice)), 70)}{box("样本号", f("report_number", digits(dice, 10)))}{box("诊断", f("diagnosis", s.ills[0]), 180)}{box("报告时间", when("report_date", d, st, dice), 150)}{box("审核人", call(dice), 60)}</div>
<div style="display:flex;height:430px"><div style="width:210px;border-right:1px solid #aaa;background:#fff;padding-top:4px">{tree}</div><div style="flex:1;background:#fff"><table class="q"><tr style="background:#e8e8e8"><th>序</th><th>项目名称</th><th>结果</th><th>标志</th><th>单位</th><th>参考值</th></tr>{rows}</table></div></div><div style="background:#e6e6e6;padding:3px 10px;border-top:1px solid #aaa;display:flex;justify-content:space-between"><span>共 {len(tests)} 条记录</span><span>操作员：{digits(dice, 4)}</span><span>{printed(d + dt.timedelta(days=2), "-")} 15:{dice.randint(10, 59)}</span></div>"""
    return page(
        body,
        css=".q td,.q th{border:1px solid #ccd;padding:1px 6px;font-size:13.5px;white-space:nowrap}",
        font=dice.choice((base.MICRO, base.HEI)),
        size=14,
        pad="0",
    )


TEMPLATES = {
    "county-lab-two": Template("lab_report", 860, 500, two),
    "county-lab-culture": Template("lab_report", 794, 860, culture),
    "county-lab-immune": Template("lab_report", 794, 760, immune),
    "county-lab-sugar": Template("lab_report", 794, 560, sugar),
    "county-lab-slip": Template("lab_report", 860, 640, slip),
    "county-lab-screen": Template("lab_report", 1000, 600, screen),
}
