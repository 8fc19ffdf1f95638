"""Laboratory papers: two columns of items, dot-matrix slips, a screen's picture."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Mapping

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    Put,
    bars,
    day,
    digits,
    dotted,
    logo,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_words import STAYS, call, house, who
from benchmarks.reading.templates.develop.html import f, hand, page, row

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
    get: Put = lambda k: t[k] or ""
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
    one: Put = lambda part, at: (
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
        f"样本号：{digits(dice, 4)}",
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
    rule = f'<div style="overflow:hidden;white-space:nowrap;line-height:1">{"-" * 94}</div>'
    body = f"""<div class="c" style="font-size:20px">{f("hospital_name", h.name)}检验报告单</div><div style="display:grid;grid-template-columns:1.1fr .6fr .7fr 1.3fr"><span>姓名:{f("patient_name", p.name, spread(p.name))}</span><span>性别:{f("sex", p.sex)}</span><span>年龄:{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</span><span>门诊/住院号:{f("record_number", digits(dice, 7))}</span><span>科室:{f("department", s.ward)}</span><span>床号:{dice.randint(1, 40)}</span><span>标本:全血</span><span>样品编号:{d:%Y%m%d}{digits(dice, 3)}</span></div>{rule}
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
    box: Put = lambda k, v, w=110: (
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
<div style="background:#f0f0f0;padding:3px 10px;border-bottom:1px solid #bbb">文件(F)　查询(Q)　报告(R)　打印(P)　帮助(H)</div><div style="background:{tone};padding:6px 10px;display:flex;flex-wrap:wrap;gap:6px 12px">{box("姓名", f("patient_name", p.name), 80)}{box("性别", f("sex", p.sex), 30)}{box("年龄", f("age", p.age_on(d), f"{p.age_on(d)}岁"), 44)}{box("住院号", f("record_number", digits(dice, 8)))}{box("科室", f("department", s.ward))}{box("申请医生", f("physician_name", call(dice)), 70)}{box("样本号", digits(dice, 10))}{box("诊断", f("diagnosis", s.ills[0]), 180)}{box("报告时间", when("report_date", d, st, dice), 150)}{box("审核人", call(dice), 60)}</div>
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
    "county-lab-slip": Template("lab_report", 860, 640, slip),
    "county-lab-screen": Template("lab_report", 1000, 600, screen),
}
