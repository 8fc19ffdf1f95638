"""Two laboratory reports and an ultrasound report: Shandong, Hebei, Anhui."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    AH,
    HE,
    SD,
    Say,
    at,
    bars,
    d,
    stay,
    style,
)
from benchmarks.reading.templates.develop.dune_ills import COPD, DIABETES, GENERAL, HEART, STOMACH, TB
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, row, seal, sign

BLOOD = (
    ("白细胞计数", "WBC", "10^9/L", 3.5, 9.5, 2), ("中性粒细胞百分比", "NEUT%", "%", 40, 75, 1), ("淋巴细胞百分比", "LYMPH%", "%", 20, 50, 1),
    ("单核细胞百分比", "MONO%", "%", 3, 10, 1), ("嗜酸性粒细胞百分比", "EO%", "%", 0.4, 8, 1), ("嗜碱性粒细胞百分比", "BASO%", "%", 0, 1, 1),
    ("中性粒细胞绝对值", "NEUT#", "10^9/L", 1.8, 6.3, 2), ("淋巴细胞绝对值", "LYMPH#", "10^9/L", 1.1, 3.2, 2), ("红细胞计数", "RBC", "10^12/L", 3.8, 5.1, 2),
    ("血红蛋白", "HGB", "g/L", 115, 150, 0), ("红细胞压积", "HCT", "%", 35, 45, 1), ("平均红细胞体积", "MCV", "fL", 82, 100, 1),
    ("平均血红蛋白量", "MCH", "pg", 27, 34, 1), ("平均血红蛋白浓度", "MCHC", "g/L", 316, 354, 0), ("血小板计数", "PLT", "10^9/L", 125, 350, 0),
    ("平均血小板体积", "MPV", "fL", 7, 11, 1), ("血小板压积", "PCT", "%", 0.11, 0.28, 2), ("C反应蛋白", "CRP", "mg/L", 0, 8, 2),
)  # fmt: skip
CHEMISTRY = (
    ("丙氨酸氨基转移酶", "ALT", "U/L", 9, 50, 0, "速率法"), ("天门冬氨酸氨基转移酶", "AST", "U/L", 15, 40, 0, "速率法"), ("总胆红素", "TBIL", "μmol/L", 3.4, 20.5, 1, "钒酸盐氧化法"),
    ("直接胆红素", "DBIL", "μmol/L", 0, 6.8, 1, "钒酸盐氧化法"), ("总蛋白", "TP", "g/L", 65, 85, 1, "双缩脲法"), ("白蛋白", "ALB", "g/L", 40, 55, 1, "溴甲酚绿法"),
    ("碱性磷酸酶", "ALP", "U/L", 45, 125, 0, "AMP缓冲液法"), ("γ-谷氨酰基转移酶", "GGT", "U/L", 10, 60, 0, "速率法"), ("尿素", "UREA", "mmol/L", 3.1, 8, 2, "尿素酶法"),
    ("肌酐", "CREA", "μmol/L", 57, 97, 0, "肌氨酸氧化酶法"), ("尿酸", "UA", "μmol/L", 208, 428, 0, "尿酸酶法"), ("葡萄糖", "GLU", "mmol/L", 3.9, 6.1, 2, "己糖激酶法"),
    ("总胆固醇", "TC", "mmol/L", 2.8, 5.2, 2, "氧化酶法"), ("甘油三酯", "TG", "mmol/L", 0.56, 1.7, 2, "氧化酶法"), ("高密度脂蛋白胆固醇", "HDL-C", "mmol/L", 1.04, 1.55, 2, "直接法"),
    ("低密度脂蛋白胆固醇", "LDL-C", "mmol/L", 1.5, 3.37, 2, "直接法"), ("钾", "K", "mmol/L", 3.5, 5.3, 2, "离子选择电极法"), ("钠", "Na", "mmol/L", 137, 147, 1, "离子选择电极法"), ("氯", "Cl", "mmol/L", 99, 110, 1, "离子选择电极法"),
)  # fmt: skip


def measured(dice: random.Random, low: float, high: float, places: int) -> tuple[str, int]:
    """A result, and whether it lies below (-1), in or above (1) the reference."""
    wide = high - low
    x = dice.uniform(max(0.0, low - 0.15 * wide), high + 0.35 * wide)
    text = f"{x:.{places}f}"
    return text, (float(text) > high) - (float(text) < low)


def shandong(dice: random.Random) -> str:
    """Shandong blood count on a half sheet: two tables side by side, arrows behind the result."""
    s = stay(
        dice,
        SD,
        dice.choice(("{c}县人民医院", "{t}市第二人民医院", "{t}市立医院")),
        GENERAL,
        digits=10,
        longest=6,
    )
    p = s.p
    lines = []
    for n, (name, code, unit, low, high, places) in enumerate(BLOOD, 1):
        value, side = measured(dice, low, high, places)
        flag = ("↓", "", "↑")[side + 1]
        reference = f"{low:g}-{high:g}"
        told = {"name": name, "result": value, "unit": unit, "reference": reference, "flag": flag or None}
        lines.append(row(told, f"<td>{n}</td><td>{code}</td><td>{name}</td><td class='r'>{value}</td><td>{flag}</td><td>{reference}</td><td>{unit}</td>"))  # fmt: skip
    head = "<tr class='h'><td>No</td><td>代号</td><td>项目</td><td class='r'>结果</td><td></td><td>参考范围</td><td>单位</td></tr>"
    half = f"<table>{head}{''.join(lines[:9])}</table><table>{head}{''.join(lines[9:])}</table>"
    body = f"""<div style="position:absolute;left:34px;top:14px">{bars(dice, f"{dice.randint(10**9, 10**10)}", 130, 22)}</div><div style="text-align:center;font-size:19px;font-weight:600">{f("hospital_name", s.hospital)}检验报告单</div><div style="position:absolute;right:34px;top:22px;font-size:12px">样本号：{dice.randint(1, 400)}</div>
<table style="font-size:12.5px;margin-top:10px"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", s.age, f"{s.age}岁")}</td><td>病人类别：{dice.choice(("住院", "门诊", "急诊"))}</td><td>标本种类：EDTA抗凝全血</td></tr><tr><td>病历号：{f("record_number", s.number)}</td><td colspan="2">科室：{f("department", s.ill.dept)}</td><td>床号：{dice.randint(1, 60)}</td><td>诊断：{f("diagnosis", s.dx[0][0])}</td></tr></table>
<div style="display:flex;gap:14px;font-size:11.5px;border-top:1.5px solid #000;border-bottom:1.5px solid #000;padding:3px 0">{half}</div>
<div style="display:flex;justify-content:space-between;font-size:12px;margin-top:4px"><span>采样时间：{style(s.start)} {dice.randint(6, 8):02d}:{dice.randint(10, 59)}</span><span>接收时间：{style(s.start)} 09:{dice.randint(10, 59)}</span><span>报告时间：{d("report_date", s.start, "-", f" {dice.randint(10, 16)}:{dice.randint(10, 59)}")}</span></div>
<div style="display:flex;justify-content:space-between;font-size:12px"><span>送检医生：{f("physician_name", s.doctors[0])}</span><span>检验者：{s.others[0]}</span><span>审核者：{s.others[1]}</span><span>仪器：XN-{dice.choice((1000, 2000, 9000))}</span></div><div style="font-size:11px">★本报告仅对所检测标本负责，如有疑问请于3日内与检验科联系（电话 {dice.randint(2000, 8999)}）。“↑”偏高 “↓”偏低　　德州市医疗机构检查检验结果互认：HR</div>"""
    return page(body, "td{padding:1px 3px}.h td{border-bottom:1px solid #000}", SONG, 13, "16px 34px")


def hebei(dice: random.Random) -> str:
    """Hebei chest hospital chemistry: upright, method and H/L columns, two line heads, electronic signatures."""
    s = stay(dice, HE, dice.choice(("{t}市胸科医院", "{t}市传染病医院", "{c}中医肺病医院")), (TB, COPD, HEART, DIABETES), digits=8)  # fmt: skip
    p = s.p
    rows = ""
    for n, (name, code, unit, low, high, places, method) in enumerate(CHEMISTRY[: dice.randint(13, 19)], 1):
        value, side = measured(dice, low, high, places)
        flag = ("L", "", "H")[side + 1]
        reference = f"{low:.{places}f}～{high:.{places}f}"
        told = {"name": name, "result": value, "unit": unit, "reference": reference, "flag": flag or None}
        look = ' style="font-weight:700"' if flag else ""
        rows += row(told, f"<td>{n}</td><td>{name}</td><td>{code}</td><td>{flag}</td><td{look}>{value}</td><td>{unit}</td><td>{reference}</td><td>{method}</td>")  # fmt: skip
    number = f"{s.start:%Y%m%d}{dice.choice(('SH', 'B', 'C'))}{dice.randint(1, 600):04d}"
    cell: Say = lambda a, b: f'<td class="a">{a}</td><td>{b}</td>'
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center"><div style="font-size:22px;color:#0d5c3f;font-weight:700">{f("hospital_name", s.hospital)}</div><div style="font-size:15px">医学检验科 · 生化报告</div></div><div style="height:4px;background:#0d5c3f;margin:4px 0 8px"></div>
<table style="font-size:13px"><tr>{cell("姓 名", f("patient_name", p.name))}{cell("性 别", f("sex", p.sex))}{cell("年 龄", f("age", s.age, f"{s.age}Y"))}{cell("报告编号", f("report_number", number))}</tr><tr>{cell("住院号", f("record_number", s.number))}{cell("床 号", dice.randint(1, 60))}{cell("标 本", "血清")}{cell("申请科室", f("department", s.ill.dept))}</tr><tr>{cell("申请医生", f("physician_name", s.doctors[0]))}{cell("性 状", dice.choice(("正常", "轻度溶血", "轻度脂血")))}{cell("备 注", dice.choice(("", "空腹", "已复查")))}{cell("临床诊断", f("diagnosis", s.dx[0][0]))}</tr></table>
<table style="font-size:13px;margin-top:8px" class="z"><tr class="h"><td>#</td><td>检验项目</td><td>缩写</td><td></td><td>结果</td><td>单位</td><td>参考区间</td><td>检测方法</td></tr>{rows}</table><div style="text-align:center;margin-top:4px;font-size:12px">——以下空白——</div>
<div style="position:absolute;left:50px;right:50px;bottom:26px;font-size:12px"><div style="border-top:1px solid #0d5c3f;padding-top:4px;display:flex;justify-content:space-between"><span>采集 {style(s.start)} 06:{dice.randint(10, 59)}　{s.others[0]}</span><span>签收 {style(s.start)} 08:{dice.randint(10, 59)}</span><span>报告 {d("report_date", s.start, "-", f" {dice.randint(10, 17)}:{dice.randint(10, 59)}:{dice.randint(10, 59)}")}</span></div><div style="display:flex;justify-content:space-between;margin-top:4px"><span>检验：{s.others[1]}（电子签名）</span><span>审核：{s.others[2]}（电子签名）</span><span>打印：自助机{dice.randint(1, 12):02d}　{style(s.end)} {at(dice)}</span><span>1/1页</span></div><div style="color:#666">地址：{p.place.city}{p.place.county}{p.place.road}{dice.randint(10, 400)}号　结果仅对本次标本负责，请结合临床　冀检互认</div></div>"""
    if dice.random() < 0.6:
        body += f'<div style="position:absolute;left:0;bottom:190px">{seal(s.hospital, "检验科", size=118, at=(dice.randint(480, 600), 0), turn=dice.uniform(-10, 10))}</div>'
    return page(body, ".a{color:#0d5c3f;white-space:nowrap;padding-right:0}td{padding:2px 5px}.z tr:nth-child(odd){background:#f1f7f4}.h td{border-bottom:1.5px solid #0d5c3f;font-weight:600}", HEI, 13, "30px 50px")  # fmt: skip


def _fan(dice: random.Random, width: int, height: int) -> str:
    """A grey picture of an ultrasound fan with its small print."""
    spots = "".join(f'<circle cx="{dice.uniform(0.2, 0.8) * width:.0f}" cy="{dice.uniform(0.25, 0.85) * height:.0f}" r="{dice.uniform(1, 16):.1f}" fill="#fff" opacity="{dice.uniform(0.03, 0.3):.2f}"/>' for _ in range(90))  # fmt: skip
    x = width / 2
    return f'<svg width="{width}" height="{height}" style="background:#050505"><path d="M{x - 26} 14 Q{x} 22 {x + 26} 14 L{width - 22} {height - 34} Q{x} {height + 8} 22 {height - 34} Z" fill="#3c3c3c"/>{spots}<ellipse cx="{x + dice.randint(-30, 30)}" cy="{height * 0.55:.0f}" rx="{dice.randint(16, 34)}" ry="{dice.randint(10, 22)}" fill="#0a0a0a"/></svg>'


def anhui(dice: random.Random) -> str:
    """Anhui abdominal ultrasound: pictures first, labels on grey, findings, no diagnosis but the clinic's."""
    s = stay(dice, AH, dice.choice(("{c}县第一人民医院", "{t}市中医院", "{t}世立医院", "{c}县妇幼保健院")), (STOMACH, DIABETES, COPD), digits=7)  # fmt: skip
    p = s.p
    stone, kidney = dice.randint(5, 22), dice.randint(98, 112)
    findings = (
        f"肝脏：形态大小正常，右叶最大斜径约{dice.randint(118, 139)}mm，包膜光整，实质回声{dice.choice(('均匀', '增强、细密'))}，肝内管道结构显示清晰，门静脉主干内径约{dice.randint(9, 12)}mm。",
        f"胆囊：大小约{dice.randint(62, 88)}mm×{dice.randint(24, 36)}mm，壁{dice.choice(('不厚', '毛糙'))}，腔内可见一强回声团，大小约{stone}mm，后伴声影，随体位改变移动。肝外胆管上段内径约{dice.randint(4, 7)}mm。",
        "胰腺：形态大小正常，实质回声均匀，主胰管未见扩张。",
        f"脾脏：厚约{dice.randint(28, 38)}mm，实质回声均匀。",
        f"双肾：左肾约{kidney}mm×{dice.randint(44, 52)}mm，右肾约{kidney - 3}mm×{dice.randint(43, 51)}mm，皮髓质分界清，集合系统未见分离。CDFI：血流充盈可。",
    )
    hints = [
        "胆囊结石声像图",
        dice.choice(("肝实质回声增强，请结合临床", "肝脏声像图未见明显异常")),
        "胰、脾、双肾声像图未见明显异常",
    ]
    body = f"""<div style="text-align:center;font-size:21px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:18px;letter-spacing:3px">彩色多普勒超声检查报告单</div>
<table class="t" style="font-size:13px;margin-top:8px"><tr><td>检查号：{f("report_number", f"US{s.start:%y%m%d}{dice.randint(1, 300):03d}")}</td><td>{dice.choice(("住院号", "门诊号"))}：{f("record_number", s.number)}</td><td>检查日期：{style(s.start, "/")}</td></tr><tr><td>姓名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　年龄：{f("age", s.age, f"{s.age}岁")}</td><td>申请科室：{f("department", s.ill.dept)}</td><td>申请医生：{f("physician_name", s.doctors[0])}</td></tr><tr><td>检查部位：肝胆胰脾双肾</td><td>仪器：{dice.choice(("EPIQ 7", "Resona 7", "LOGIQ E9", "ACUSON S2000"))}</td><td>临床诊断：{f("diagnosis", s.dx[0][0])}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin:10px 0">{_fan(dice, 330, 236)}{_fan(dice, 330, 236)}</div>
<div style="background:#e6e6e6;padding-left:6px;font-weight:600">超声所见</div><div style="min-height:190px;padding:4px 6px">{"".join(f"<div>{t}</div>" for t in findings)}</div><div style="background:#e6e6e6;padding-left:6px;font-weight:600">超声提示</div><div style="min-height:100px;padding:4px 6px;font-size:15px">{"".join(f"<div>{n}. {t}</div>" for n, t in enumerate(hints, 1))}</div>
<div style="border-top:1.5px solid #000;padding-top:6px;display:flex;justify-content:space-between;font-size:13px"><span>报告医师：{f("physician_name", s.doctors[1])} {sign("physician", s.doctors[1], dice, 84)}</span><span>录入：{s.others[0]}</span><span>报告时间：{d("report_date", s.start, "/", " " + at(dice, True))}</span></div><div style="font-size:11px;margin-top:4px">此报告仅供临床医师参考，不作任何证明；手工涂改无效。声像图存储于PACS，保存期15年。　　本次为第 {dice.randint(1, 2)} 次打印</div>"""
    return page(body, ".t{border-top:1.5px solid #000;border-bottom:1.5px solid #000}", SONG, 14, "32px 56px")


TEMPLATES: dict[str, Template] = {
    "dune-lab-blood-shandong": Template("lab_report", 860, 440, shandong),
    "dune-lab-chemistry-hebei": Template("lab_report", 794, 1123, hebei),
    "dune-exam-ultrasound-anhui": Template("exam_report", 794, 1123, anhui),
}
