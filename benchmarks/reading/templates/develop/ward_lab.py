"""Laboratory reports as wards and out-patients get them: half sheets, two halves side by side, cultures."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from html import escape

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, hand, page, row, seal
from benchmarks.reading.templates.develop.people import shown
from benchmarks.reading.templates.develop.ward_words import (
    MONO,
    UMING,
    age,
    bars,
    case,
    clock,
    clocks,
    doctor,
    no,
    sex,
    some,
    when,
)  # fmt: skip

Test = tuple[str, str, str, float, float, int, str]
BLOOD: tuple[Test, ...] = (
    ("白细胞", "WBC", "10^9/L", 3.5, 9.5, 2, "流式"), ("中性粒细胞数", "NEUT#", "10^9/L", 1.8, 6.3, 2, "流式"),
    ("淋巴细胞数", "LYMPH#", "10^9/L", 1.1, 3.2, 2, "流式"), ("单核细胞数", "MONO#", "10^9/L", 0.1, 0.6, 2, "流式"),
    ("嗜酸性粒细胞数", "EO#", "10^9/L", 0.02, 0.52, 2, "流式"), ("嗜碱性粒细胞数", "BASO#", "10^9/L", 0, 0.06, 2, "流式"),
    ("中性粒细胞比率", "NEUT%", "%", 40, 75, 1, "流式"), ("淋巴细胞比率", "LYMPH%", "%", 20, 50, 1, "流式"),
    ("单核细胞比率", "MONO%", "%", 3, 10, 1, "流式"), ("嗜酸性粒细胞比率", "EO%", "%", 0.4, 8, 1, "流式"),
    ("嗜碱性粒细胞比率", "BASO%", "%", 0, 1, 1, "流式"), ("红细胞", "RBC", "10^12/L", 3.8, 5.1, 2, "鞘流阻抗"),
    ("血红蛋白", "HGB", "g/L", 115, 150, 0, "SLS"), ("红细胞压积", "HCT", "%", 35, 45, 1, "计算"),
    ("平均红细胞体积", "MCV", "fL", 82, 100, 1, "计算"), ("平均血红蛋白量", "MCH", "pg", 27, 34, 1, "计算"),
    ("平均血红蛋白浓度", "MCHC", "g/L", 316, 354, 0, "计算"), ("红细胞分布宽度-CV", "RDW-CV", "%", 11, 14.5, 1, "计算"),
    ("红细胞分布宽度-SD", "RDW-SD", "fL", 37, 54, 1, "计算"), ("血小板", "PLT", "10^9/L", 125, 350, 0, "鞘流阻抗"),
    ("平均血小板体积", "MPV", "fL", 7.4, 12.5, 1, "计算"), ("血小板分布宽度", "PDW", "fL", 9, 17, 1, "计算"),
    ("血小板压积", "PCT", "%", 0.11, 0.28, 2, "计算"), ("大血小板比率", "P-LCR", "%", 13, 43, 1, "计算"),
)  # fmt: skip
CHEMISTRY: tuple[Test, ...] = (
    ("丙氨酸氨基转移酶", "ALT", "U/L", 9, 50, 0, "速率法"), ("天门冬氨酸氨基转移酶", "AST", "U/L", 15, 40, 0, "速率法"),
    ("γ-谷氨酰转肽酶", "GGT", "U/L", 10, 60, 0, "速率法"), ("碱性磷酸酶", "ALP", "U/L", 45, 125, 0, "AMP缓冲液法"),
    ("总蛋白", "TP", "g/L", 65, 85, 1, "双缩脲法"), ("白蛋白", "ALB", "g/L", 40, 55, 1, "溴甲酚绿法"),
    ("白球比", "A/G", "", 1.2, 2.4, 2, "计算法"), ("前白蛋白", "PA", "mg/L", 200, 430, 0, "免疫比浊法"),
    ("总胆红素", "TBIL", "μmol/L", 3.4, 20.5, 1, "钒酸盐氧化法"), ("直接胆红素", "DBIL", "μmol/L", 0, 6.8, 1, "钒酸盐氧化法"),
    ("总胆汁酸", "TBA", "μmol/L", 0, 10, 1, "循环酶法"), ("胆碱酯酶", "CHE", "U/L", 5000, 12000, 0, "丁酰硫代胆碱法"),
    ("葡萄糖", "GLU", "mmol/L", 3.9, 6.1, 2, "己糖激酶法"), ("尿素", "UREA", "mmol/L", 2.8, 7.2, 2, "脲酶速率法"),
    ("肌酐", "CREA", "μmol/L", 59, 104, 0, "肌氨酸氧化酶法"), ("尿酸", "UA", "μmol/L", 208, 428, 0, "尿酸酶法"),
    ("总胆固醇", "TC", "mmol/L", 2.8, 5.7, 2, "COD-PAP法"), ("甘油三酯", "TG", "mmol/L", 0.56, 1.7, 2, "GPO-PAP法"),
    ("高密度脂蛋白胆固醇", "HDL-C", "mmol/L", 0.9, 1.68, 2, "直接法"), ("低密度脂蛋白胆固醇", "LDL-C", "mmol/L", 2.1, 3.4, 2, "直接法"),
    ("载脂蛋白A1", "ApoA1", "g/L", 1.0, 1.6, 2, "免疫比浊法"), ("脂蛋白(a)", "Lp(a)", "mg/L", 0, 300, 0, "免疫比浊法"),
    ("肌酸激酶", "CK", "U/L", 50, 310, 0, "速率法"), ("肌酸激酶同工酶", "CK-MB", "U/L", 0, 25, 1, "免疫抑制法"),
    ("乳酸脱氢酶", "LDH", "U/L", 120, 250, 0, "速率法"), ("同型半胱氨酸", "HCY", "μmol/L", 0, 15, 1, "循环酶法"),
    ("钾", "K", "mmol/L", 3.5, 5.3, 2, "ISE间接法"), ("钠", "Na", "mmol/L", 137, 147, 1, "ISE间接法"),
    ("氯", "Cl", "mmol/L", 99, 110, 1, "ISE间接法"), ("超敏C反应蛋白", "hs-CRP", "mg/L", 0, 3, 2, "免疫比浊法"),
)  # fmt: skip
RENAL: tuple[Test, ...] = (
    ("尿素氮", "BUN", "mmol/L", 2.9, 8.2, 2, ""), ("肌酐(酶法)", "Cr", "μmol/L", 44, 97, 1, ""),
    ("尿酸", "UA", "μmol/L", 155, 357, 0, ""), ("胱抑素C", "Cys-C", "mg/L", 0.51, 1.09, 2, ""),
    ("β2微球蛋白", "β2-MG", "mg/L", 0.8, 2.2, 2, ""), ("二氧化碳结合力", "CO2", "mmol/L", 22, 29, 1, ""),
    ("钾", "K+", "mmol/L", 3.5, 5.5, 2, ""), ("钠", "Na+", "mmol/L", 135, 145, 1, ""), ("氯", "Cl-", "mmol/L", 96, 108, 1, ""),
    ("总钙", "Ca", "mmol/L", 2.11, 2.52, 2, ""), ("无机磷", "P", "mmol/L", 0.85, 1.51, 2, ""), ("镁", "Mg", "mmol/L", 0.75, 1.02, 2, ""),
)  # fmt: skip


def measured(
    dice: random.Random, test: Test, low: str = "↓", high: str = "↑", dash: str = "-", far: float = 0.3
) -> dict[str, str | None]:
    """One result, in its range or out of it."""
    title, _, unit, a, b, places, _ = test
    value = dice.uniform(a + 0.12 * (b - a), b - 0.12 * (b - a))
    if dice.random() < far:
        value = b * dice.uniform(1.05, 1.9) if dice.random() < 0.6 or a == 0 else a * dice.uniform(0.55, 0.95)
    if unit == "%":
        value = min(value, 97.3)
    text = f"{value:.{places}f}"
    flag = high if float(text) > b else low if float(text) < a else None
    return {
        "name": title,
        "result": text,
        "unit": unit or None,
        "reference": f"{a:g}{dash}{b:g}",
        "flag": flag,
    }


def td(*cells: str | None) -> str:
    """Plain cells."""
    return "".join(f"<td>{escape(c or '')}</td>" for c in cells)


def two_sides(dice: random.Random) -> str:
    """Two columns of rows, the head in four columns without colons."""
    c = case(dice)
    p = c.person
    dash = dice.choice(("-", "--", "～"))
    tests = BLOOD[: dice.choice((20, 22, 24))]
    rows = [measured(dice, t, dash=dash) for t in tests]
    half = (len(rows) + 1) // 2

    def table(part: Sequence[dict[str, str | None]], first: int) -> str:
        head = (
            "<tr class='h'><td>No</td><td>项 目</td><td>结 果</td><td></td><td>参考值</td><td>单位</td></tr>"
        )
        body = "".join(
            row(r, td(str(n), r["name"], r["result"], r["flag"], r["reference"], r["unit"]))
            for n, r in enumerate(part, first)
        )
        return f"<table class='t'>{head}{body}</table>"

    number, sample = no(dice, f"{c.came.year}########"), no(dice, "###")
    dept = f("department", c.ill.department)
    at = clocks(dice, 3)
    body = f"""<div class='top'><div style='position:absolute;left:26px;top:12px'>{bars(number, 128, 22)}</div>
<div style='font-size:19px;text-align:center'>{f("hospital_name", c.hospital)}检验报告单</div></div>
<table class='m'><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>病员号</td><td>{f("record_number", no(dice, "00########"))}</td><td>标本种类</td><td>{dice.choice(("全血", "EDTA抗凝血"))}</td><td>样本编号</td><td>{sample}</td></tr>
<tr><td>性别</td><td>{sex(p)}</td><td>科别</td><td>{dept}</td><td>床号</td><td>{no(dice, "+#") if dice.random() < 0.3 else no(dice, "##")}</td><td>条码号</td><td>{number}</td></tr>
<tr><td>年龄</td><td>{age(dice, c.age)}</td><td>临床诊断</td><td>{f("diagnosis", c.ill.diagnoses[0])}</td><td>送检医生</td><td>{f("physician_name", c.doctors[0])}</td><td>备注</td><td></td></tr></table>
<div style='display:flex;gap:10px;border-top:1.5px solid #000;border-bottom:1.5px solid #000;height:352px'>{table(rows[:half], 1)}<div style='border-left:1px solid #000'></div>{table(rows[half:], half + 1)}</div>
<div class='ft'><span>采样 {shown(dice, c.came, "-")} {at[0]}</span><span>接收 {shown(dice, c.came, "-")} {at[1]}</span><span>报告 {when("report_date", c.came, f"{c.came:%Y-%m-%d}")} {at[2]}</span><span>检验 {doctor(dice)}</span><span>审核 {doctor(dice)}</span></div>
<div style='font-size:11px'>★本报告仅对所检测标本负责，若有疑问请于当日与检验科联系。</div>"""
    css = ".m td{padding:0 4px;font-size:13px;line-height:1.45;white-space:nowrap}.m td:nth-child(2n){padding-right:14px}.t td{padding:0 3px;font-size:12.5px;line-height:1.5;white-space:nowrap}.t .h td{border-bottom:1px solid #000}.ft{display:flex;justify-content:space-between;font-size:12.5px;padding-top:4px}.t tr{height:10px}.t{height:0}"
    return page(body, css, dice.choice((UMING, SONG)), 13, "14px 26px")


def methods(dice: random.Random) -> str:
    """A full sheet with codes and methods, the head with lines under its values."""
    c = case(dice)
    p = c.person
    dash = dice.choice(("～", "-", "—"))
    hi, lo = dice.choice((("↑", "↓"), ("↑", "↓"), ("H", "L")))
    tests = CHEMISTRY[: dice.randint(22, 30)]
    lines = ""
    for n, t in enumerate(tests, 1):
        r = measured(dice, t, lo, hi, dash)
        lines += row(r, td(str(n), t[1], r["name"], r["result"], r["flag"], r["unit"], r["reference"], t[6]))
    kind, number = dice.choice((("门诊", "门诊号"), ("住院", "住院号"), ("住院", "病案号")))
    u: Callable[..., str] = lambda x: f"<u>&nbsp;{x}&nbsp;</u>"
    body = f"""<h2 style='letter-spacing:3px;font-size:24px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:19px;font-weight:400'>生 化 检 验 报 告 单</h2>
<div style='position:absolute;right:48px;top:26px;text-align:center;font-size:11px'>{bars((s := no(dice, "10##########")), 132, 26)}{s}</div>
<table class='m' style='margin-top:10px'><tr><td>姓&emsp;名：{u(f("patient_name", p.name))}</td><td>性&emsp;别：{u(sex(p))}</td><td>年&emsp;龄：{u(age(dice, c.age))}</td><td>病人类型：{u(kind)}</td></tr>
<tr><td>{number}：{u(f("record_number", no(dice, "########")))}</td><td>科&emsp;室：{u(f("department", c.ill.department))}</td><td>床&emsp;号：{u(no(dice, "##") if kind == "住院" else "&emsp;")}</td><td>费别：{u(f("insurance_type", p.insurance, dice.choice(("职工医保", "城镇职工")) if p.insurance == "employee" else dice.choice(("居民医保", "城乡居民"))))}</td></tr>
<tr><td>标&emsp;本：{u("血清")}</td><td colspan='2'>诊&emsp;断：{u(f("diagnosis", c.ill.diagnoses[0]))}</td><td>申请医生：{u(f("physician_name", c.doctors[0]))}</td></tr></table>
<table class='t'><tr class='h'><th>序</th><th>代号</th><th>项目名称</th><th>结果</th><th>提示</th><th>单位</th><th>参考区间</th><th>检测方法</th></tr>{lines}</table>
<div style='position:absolute;left:48px;right:48px;bottom:52px;border-top:1.5px solid #000;padding-top:4px'><table class='m'><tr><td>采集时间：{shown(dice, c.came, "-")} 06:{no(dice, "3#")}</td><td>接收时间：{shown(dice, c.came, "-")} 08:{no(dice, "1#")}</td><td>报告时间：{when("report_date", c.came, f"{c.came:%Y-%m-%d}")} {clock(dice, False)}</td></tr>
<tr><td>检 验 者：{hand(doctor(dice), 17)}</td><td>核 对 者：{hand(doctor(dice), 17)}</td><td>打印时间：{c.came:%Y/%m/%d} {clock(dice)}</td></tr></table><div style='font-size:11.5px'>注：1.本结果仅对送检标本负责，仅供临床医生参考。2.带“*”项目参加全省临检互认。&emsp;检测仪器：AU5821&emsp;第 1 页 / 共 1 页</div></div>"""
    css = ".m td{padding:2px 4px;font-size:14px;white-space:nowrap}.t{margin-top:8px;border-top:1.5px solid #000}.t td,.t th{font-size:13.5px;padding:1.5px 5px;white-space:nowrap}.t .h th{border-bottom:1px solid #000}"
    return page(body, css, dice.choice((SONG, UMING, MICRO)), 14, "26px 48px")


DRUGS = ("青霉素G", "氨苄西林", "氨苄西林/舒巴坦", "哌拉西林/他唑巴坦", "头孢唑啉", "头孢呋辛", "头孢曲松", "头孢他啶", "头孢吡肟", "头孢哌酮/舒巴坦",
         "亚胺培南", "美罗培南", "厄他培南", "庆大霉素", "阿米卡星", "妥布霉素", "环丙沙星", "左氧氟沙星", "复方新诺明", "替加环素", "多粘菌素B", "氨曲南")  # fmt: skip


def culture(dice: random.Random) -> str:
    """A culture with its germ, its count and which medicines it withstands; two halves of drugs."""
    c = case(dice)
    p = c.person
    germ, sample = dice.choice(
        (
            ("肺炎克雷伯菌肺炎亚种", "痰"),
            ("大肠埃希菌", "中段尿"),
            ("铜绿假单胞菌", "痰"),
            ("鲍曼不动杆菌", "肺泡灌洗液"),
            ("奇异变形杆菌", "伤口分泌物"),
        )
    )
    drugs = [d for d in DRUGS if dice.random() < 0.75]
    told = [
        {
            "name": d,
            "result": dice.choice(("敏感", "敏感", "耐药", "中介")),
            "unit": None,
            "reference": None,
            "flag": None,
        }
        for d in drugs
    ]
    half = (len(told) + 1) // 2
    table: Callable[..., str] = lambda part: (
        "<table class='g'><tr><th>抗菌药物</th><th>药敏结果</th></tr>"
        + "".join(row(r, td(r["name"], r["result"])) for r in part)
        + "</table>"
    )
    a, b, e = no(dice, "WSW####"), no(dice, "8###########"), shown(dice, c.left, "/")
    esbl = {
        "name": "ESBLs检测",
        "result": dice.choice(("阳性", "阴性")),
        "unit": None,
        "reference": "阴性",
        "flag": None,
    }
    found = {
        "name": f"{sample}细菌培养及鉴定",
        "result": germ,
        "unit": None,
        "reference": "无致病菌生长",
        "flag": None,
    }
    body = f"""<div style='display:flex;justify-content:space-between;align-items:flex-end'><div style='font-size:12px'>{bars(b, 140, 24)}条码：{b}</div><div style='text-align:center'><div style='font-size:22px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='font-size:18px'>微生物检验报告单</div></div><div style='font-size:13px;width:140px;text-align:right'>No. {a}</div></div>
<div class='hd'><div>姓名: {f("patient_name", p.name)}</div><div>住院号: {f("record_number", no(dice, "ZY######"))}</div><div>标本类型: {sample}</div><div>性别: {sex(p)}</div><div>科室: {f("department", c.ill.department)}</div><div>申请医师: {f("physician_name", c.doctors[1])}</div><div>年龄: {age(dice, c.age)}</div><div>床号: {no(dice, "##")}</div><div>临床诊断: {f("diagnosis", c.ill.diagnoses[0])}</div></div>
<table class='g' style='margin-top:8px'><tr><th>检验项目</th><th>结 果</th><th>参考值</th></tr>{row(found, td(found["name"], found["result"], found["reference"]))}{row(esbl, td(esbl["name"], esbl["result"], esbl["reference"]))}</table>
<div style='margin:8px 0 4px'>药敏试验（MIC法，判断标准：CLSI M100）：</div><div style='display:flex;gap:14px;align-items:flex-start'>{table(told[:half])}{table(told[half:])}</div>
<div style='margin-top:12px'>专家评语：{dice.choice(("建议临床结合患者症状、体征合理选用抗菌药物。", "多重耐药菌，请按要求落实接触隔离措施。", "请结合临床，必要时复查。"))}</div>
<div class='hd' style='position:absolute;left:52px;right:52px;bottom:60px'><div>采样时间: {shown(dice, c.came, "/")} {(at := clocks(dice, 4))[0]}</div><div>接收时间: {shown(dice, c.came, "/")} {at[1]}</div><div>报告时间: {when("report_date", c.left, e)} {at[2]}</div><div>检验者: {doctor(dice)}</div><div>审核者: {doctor(dice)}</div><div>打印: {e} {at[3]}</div></div>
<div style='position:absolute;left:52px;bottom:34px;font-size:12px'>本报告单仅对该份标本负责！&emsp;联系电话：0{no(dice, "7##-2######")}</div>{seal(c.hospital, "检验专用章", shape=dice.choice(("circle", "ellipse")), size=132, at=(560, 880), turn=dice.uniform(-14, 14)) if dice.random() < 0.7 else ""}"""
    css = ".hd{display:grid;grid-template-columns:1fr 1.2fr 1.35fr;border-top:1.5px solid #000;border-bottom:1.5px solid #000;padding:4px 0;margin-top:6px;row-gap:2px}.g td,.g th{font-size:14px;padding:2px 8px}"
    return page(body, css, dice.choice((HEI, SONG, MICRO)), 14, "36px 52px")


SEROLOGY = (
    ("乙肝病毒表面抗原", "HBsAg", "IU/mL", 0.05, 250.0), ("乙肝病毒表面抗体", "HBsAb", "mIU/mL", 10.0, 1000.0),
    ("乙肝病毒e抗原", "HBeAg", "S/CO", 1.0, 300.0), ("乙肝病毒e抗体", "HBeAb", "S/CO", 1.0, 8.0), ("乙肝病毒核心抗体", "HBcAb", "S/CO", 1.0, 12.0),
)  # fmt: skip
QUALITY = (
    "丙型肝炎病毒抗体",
    "人类免疫缺陷病毒抗原抗体",
    "梅毒螺旋体特异性抗体",
    "甲型肝炎病毒抗体IgM",
    "戊型肝炎病毒抗体IgM",
    "结核分枝杆菌抗体",
)


def serology(dice: random.Random) -> str:
    """Hepatitis markers with words and numbers in one table; a half sheet upright."""
    c = case(dice)
    p = c.person
    plus = dice.choice(("阳性(+)", "阳性", "阳性（+）"))
    minus = {"阳性(+)": "阴性(-)", "阳性": "阴性", "阳性（+）": "阴性（-）"}[plus]
    lines = ""
    for title, code, unit, cut, most in SEROLOGY:
        up = dice.random() < 0.45
        value = dice.uniform(cut * 1.3, most) if up else dice.uniform(0, cut * 0.8)
        text = f">{most:.2f}" if up and dice.random() < 0.15 else f"{value:.2f}"
        r = {
            "name": title,
            "result": text,
            "unit": unit,
            "reference": f"0-{cut:g}",
            "flag": "↑" if up else None,
        }
        lines += row(r, td(code, r["name"], r["result"], r["flag"], r["reference"], r["unit"]))
    for title in dice.sample(QUALITY, dice.randint(2, 5)):
        r = {
            "name": title,
            "result": plus if dice.random() < 0.15 else minus,
            "unit": None,
            "reference": minus,
            "flag": None,
        }
        lines += row(r, td("", r["name"], r["result"], "", r["reference"], ""))
    if dice.random() < 0.6:
        n = f"{dice.uniform(1, 9.9):.2f}E+0{dice.randint(3, 7)}"
        r = {"name": "乙型肝炎病毒DNA定量", "result": n, "unit": "IU/mL", "reference": "<20", "flag": "↑"}
        lines += row(r, td("HBV-DNA", r["name"], r["result"], r["flag"], r["reference"], r["unit"]))
    body = f"""<div style='text-align:center;font-size:20px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:16px;border-bottom:2px solid #000;padding-bottom:3px'>免疫检验报告</div>
<table class='m'><tr><td>姓&emsp;&emsp;名：{f("patient_name", p.name)}</td><td>登记号：{f("record_number", no(dice, "000#######"))}</td></tr><tr><td>性别/年龄：{sex(p)} / {age(dice, c.age)}</td><td>样本号：{no(dice, f"{c.came:%Y%m%d}-MY##")}</td></tr>
<tr><td>科&emsp;&emsp;室：{f("department", c.ill.department + "门诊")}</td><td>样本类型：血清</td></tr><tr><td>开单医生：{f("physician_name", c.doctors[0])}</td><td>诊断：{f("diagnosis", c.ill.diagnoses[-1])}</td></tr></table>
<table class='t'><tr class='h'><th>缩写</th><th>项目</th><th>结果</th><th></th><th>参考范围</th><th>单位</th></tr>{lines}</table>
<div style='position:absolute;left:34px;right:34px;bottom:28px;font-size:12.5px'><div style='border-top:1px solid #000;padding-top:4px;display:grid;grid-template-columns:1fr 1fr'><span>采集：{shown(dice, c.came, ".")} {(at := clocks(dice, 2))[0]}</span><span>报告：{when("report_date", c.came, f"{c.came:%Y.%m.%d}")} {at[1]}</span><span>检验：{doctor(dice)}</span><span>审核：{doctor(dice)}</span></div>※ 结果仅供医生参考，不作为唯一诊断依据；如需复查请于7日内提出。</div>"""
    css = ".m{margin:6px 0}.m td{padding:1px 2px;font-size:13.5px}.t{border-top:1px solid #000}.t td,.t th{font-size:13px;padding:3px 2px;white-space:nowrap}.t .h th{border-bottom:1px dashed #000}"
    return page(body, css, dice.choice((SONG, HEI, UMING)), 13, "26px 34px")


def diabetes(dice: random.Random) -> str:
    """Sugar, insulin and C peptide over time; labels above their values in a grid."""
    c = case(dice)
    p = c.person
    times = ("空腹", "1小时", "2小时", "3小时")[: dice.choice((3, 4))]
    rows: list[dict[str, str | None]] = [
        measured(dice, ("糖化血红蛋白A1c", "HbA1c", "%", 4.0, 6.0, 1, ""), "L", "H", far=0.8)
    ]
    if dice.random() < 0.5:
        rows.append(measured(dice, ("糖化血清白蛋白", "GA", "%", 11, 17, 1, ""), "L", "H"))
    for title, unit, places, spans in (
        ("葡萄糖", "mmol/L", 2, ((3.9, 6.1), (6.7, 9.4), (3.9, 7.8), (3.9, 6.7))),
        ("胰岛素", "mIU/L", 1, ((2.6, 24.9), (20, 120), (15, 100), (5, 40))),
        ("C肽", "ng/mL", 2, ((1.1, 4.4), (3, 12), (2.5, 11), (1.5, 6))),
    ):
        rows += [
            measured(dice, (f"{title}({t})", "", unit, a, b, places, ""), "L", "H", far=0.55)
            for t, (a, b) in zip(times, spans, strict=False)
        ]
    lines = "".join(row(r, td(r["name"], r["result"], r["flag"], r["reference"], r["unit"])) for r in rows)
    cell: Callable[..., str] = lambda label, value: f"<td><div class='l'>{label}</div><div>{value}</div></td>"
    body = f"""<div style='display:flex;justify-content:space-between'><div><div style='font-size:21px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='font-size:15px;color:#333'>检验医学中心 · 检验结果报告</div></div>{bars((s := no(dice, "L25########")), 160, 40)}</div>
<table class='g m' style='margin-top:10px'><tr>{cell("姓名", f("patient_name", p.name))}{cell("性别", sex(p))}{cell("年龄", age(dice, c.age))}{cell("就诊卡号", f("card_number", no(dice, "A0########")))}</tr>
<tr>{cell("申请科室", f("department", c.ill.department))}{cell("申请医生", f("physician_name", c.doctors[2]))}{cell("标本", "静脉血")}{cell("检验单号", f("report_number", s))}</tr>
<tr><td colspan='4'><div class='l'>临床诊断</div><div>{"，".join(f("diagnosis", d) for d in some(dice, c.ill, 2))}</div></td></tr></table>
<table class='t'><tr><th>检验项目</th><th>检验结果</th><th>H/L</th><th>生物参考区间</th><th>单位</th></tr>{lines}</table>
<div style='position:absolute;left:50px;right:50px;bottom:40px;font-size:13px'><div style='display:flex;justify-content:space-between'><span>检验人 {doctor(dice)}</span><span>批准人 {doctor(dice)}</span><span>采集 {c.came:%Y-%m-%d} 08:0{no(dice, "#")}</span><span>报告 {when("report_date", c.came, f"{c.came:%Y-%m-%d}")} {clock(dice)}</span></div>
<div style='color:#555;font-size:11px;margin-top:6px'>糖化血红蛋白采用高效液相色谱法（HPLC）；H：高于参考区间&nbsp; L：低于参考区间。本报告仅对来样负责，不得部分复印。服务热线 0{no(dice, "8##-6######")}</div></div>"""
    css = ".l{font-size:11px;color:#555;line-height:1.2}.m td{padding:3px 8px;border-color:#999}.t{margin-top:12px}.t th{background:#e8eef4;border-bottom:1px solid #456}.t td{border-bottom:1px solid #ddd;font-size:14px}"
    return page(body, css, dice.choice((HEI, MICRO)), 14, "34px 50px")


def renal(dice: random.Random) -> str:
    """A half sheet off a dot printer, the arrow beside the result."""
    c = case(dice)
    p = c.person
    lines = ""
    for t in RENAL[: dice.randint(8, 12)]:
        r = measured(dice, t, dash=dice.choice(("～", "--")), far=0.5)
        lines += row(
            r,
            f"<td>{t[1]}</td><td>{r['name']}</td><td>{r['result']}{'&nbsp;' + r['flag'] if r['flag'] else ''}</td><td>{r['unit']}</td><td>{r['reference']}</td>",
        )
    stay = dice.random() < 0.7
    body = f"""<div style='text-align:center;font-size:20px'>{f("hospital_name", c.hospital)}检验报告单</div><div style='display:flex;justify-content:space-between'><span>【肾功能+电解质】</span><span>检验编号:{f("report_number", no(dice, "###"))}</span></div>
<div class='hd'><span>姓名:{f("patient_name", p.name)}</span><span>性别:{sex(p)}</span><span>年龄:{age(dice, c.age)}</span><span>{"住院号" if stay else "门诊号"}:{f("record_number", no(dice, "######"))}</span><span>科别:{f("department", c.ill.department)}</span><span>床号:{no(dice, "##") if stay else ""}</span><span>标本:血清</span><span>送检医师:{f("physician_name", c.doctors[0])}</span></div>
<table class='t'><tr><td>简称</td><td>项目名称</td><td>检验结果</td><td>单位</td><td>参考值</td></tr>{lines}</table>
<div style='position:absolute;left:30px;right:30px;bottom:18px;border-top:1px dashed #222;padding-top:3px;display:grid;grid-template-columns:1fr 1fr 1fr 1fr'><span>送检:{c.came:%Y-%m-%d}</span><span>报告:{when("report_date", c.came, f"{c.came:%Y-%m-%d}")}</span><span>检验者:{doctor(dice)}</span><span>核对者:{doctor(dice)}</span><span style='grid-column:1/5;font-size:12px'>*此报告仅对该标本负责,结果有疑问请在三日内提出*</span></div>"""
    css = ".hd{display:grid;grid-template-columns:1.1fr .8fr .9fr 1.3fr;border-top:1px dashed #222;border-bottom:1px dashed #222;padding:2px 0}.t td{padding:0 4px;line-height:1.75}.t tr:first-child td{border-bottom:1px dashed #222}"
    return page(body, css, MONO, 14, "16px 30px")


THYROID: tuple[tuple[str, str, float, float, int], ...] = (
    ("促甲状腺激素(TSH)", "μIU/mL", 0.35, 4.94, 3), ("游离三碘甲状腺原氨酸(FT3)", "pg/mL", 1.58, 3.91, 2),
    ("游离甲状腺素(FT4)", "ng/dL", 0.7, 1.48, 2), ("三碘甲状腺原氨酸(T3)", "ng/mL", 0.58, 1.59, 2), ("甲状腺素(T4)", "μg/dL", 4.87, 11.72, 2),
    ("甲状腺球蛋白抗体(TG-Ab)", "IU/mL", 0, 4.11, 2), ("甲状腺过氧化物酶抗体(TPO-Ab)", "IU/mL", 0, 5.61, 2),
    ("促甲状腺激素受体抗体(TRAb)", "IU/L", 0, 1.75, 2), ("降钙素(CT)", "pg/mL", 0, 9.82, 2),
)  # fmt: skip


def thyroid(dice: random.Random) -> str:
    """A half sheet with a colourless grid head in three columns, abbreviations in the names."""
    c = case(dice)
    p = c.person
    lines = ""
    for title, unit, a, b, places in THYROID[: dice.randint(5, 9)]:
        r = measured(dice, (title, "", unit, a, b, places, ""), "↓", "↑", "-", 0.45)
        if a == 0:
            r["reference"] = dice.choice((f"<{b:g}", f"≤{b:g}", f"0-{b:g}"))
        lines += row(r, td(r["name"], r["result"], r["flag"], r["unit"], r["reference"], "化学发光法"))
    item: Callable[..., str] = lambda label, value: f"<td class='l'>{label}</td><td>{value}</td>"
    body = f"""<table style='width:100%'><tr><td style='width:190px;font-size:11px'>{bars((s := no(dice, "01##########")), 150, 22)}{s}</td><td class='c'><div style='font-size:20px;font-weight:600;letter-spacing:2px'>{f("hospital_name", c.hospital)}</div><div style='letter-spacing:5px'>核医学科检验报告</div></td><td style='width:190px;text-align:right;font-size:12px'>{"急诊□ 常规☑" if dice.random() < 0.5 else "常规"}</td></tr></table>
<table class='g m'><tr>{item("姓 名", f("patient_name", p.name))}{item("性 别", sex(p))}{item("年 龄", age(dice, c.age))}</tr><tr>{item("科 室", f("department", c.ill.department))}{item("ID 号", f("record_number", no(dice, "#######")))}{item("送检医师", f("physician_name", c.doctors[0]))}</tr><tr>{item("标 本", "血清")}{item("诊 断", f("diagnosis", dice.choice(("甲状腺功能减退症", "甲状腺功能亢进症", "毒性弥漫性甲状腺肿", "甲状腺结节", "2型糖尿病"))))}{item("采样时间", f"{c.came:%Y-%m-%d} {clock(dice, False)}")}</tr></table>
<table class='t'><tr><th>项目名称</th><th>结果</th><th>提示</th><th>单位</th><th>参考范围</th><th>方法</th></tr>{lines}</table>
<table class='g m' style='position:absolute;left:24px;width:746px;bottom:34px'><tr>{item("报告日期", when("report_date", c.came, shown(dice, c.came)))}{item("检 验 者", hand(doctor(dice), 17))}{item("审 核 者", hand(doctor(dice), 17))}</tr></table><div style='position:absolute;left:24px;bottom:12px;font-size:11px'>声明：检验结果仅对本标本负责，复制报告未加盖检验专用章无效。</div>
{seal(c.hospital, "检验报告专用章", shape="ellipse", size=124, at=(150, 420), turn=dice.uniform(-10, 10)) if dice.random() < 0.5 else ""}"""
    css = ".m td{font-size:13px;padding:1px 6px;height:23px}.m .l{width:70px;text-align:center}.t th{border-bottom:1px solid #000;font-weight:600}.t td,.t th{font-size:13px;padding:1.5px 4px}"
    return page(body, css, dice.choice((SONG, UMING, HEI)), 13, "12px 24px")


TEMPLATES: dict[str, Template] = {
    "ward-lab_report-two-sides": Template("lab_report", 794, 559, two_sides),
    "ward-lab_report-methods": Template("lab_report", 794, 1123, methods),
    "ward-lab_report-culture": Template("lab_report", 794, 1123, culture),
    "ward-lab_report-serology": Template("lab_report", 559, 794, serology),
    "ward-lab_report-diabetes": Template("lab_report", 794, 1123, diabetes),
    "ward-lab_report-renal": Template("lab_report", 794, 559, renal),
    "ward-lab_report-thyroid": Template("lab_report", 794, 559, thyroid),
}
