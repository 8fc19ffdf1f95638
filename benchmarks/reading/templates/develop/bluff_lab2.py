"""Laboratory reports: immunology, culture with susceptibility, glycated haemoglobin, many panels over pages."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import (
    FAT,
    KIDNEY,
    LIVER,
    RHEUMA,
    SALTS,
    THYROID,
    TUMOUR,
    Result,
    cells,
    run,
)
from benchmarks.reading.templates.develop.bluff_base import bars, case, clock, d, digits, dots, line, spread
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, WEN, f, page, seal

HEPATITIS = (
    ("乙肝病毒表面抗原", "HBsAg", "IU/mL", 0.05), ("乙肝病毒表面抗体", "HBsAb", "mIU/mL", 10),
    ("乙肝病毒e抗原", "HBeAg", "PEIU/mL", 0.18), ("乙肝病毒e抗体", "HBeAb", "PEIU/mL", 0.2),
    ("乙肝病毒核心抗体", "HBcAb", "PEIU/mL", 0.9), ("丙肝病毒抗体", "Anti-HCV", "S/CO", 1),
)  # fmt: skip
GERMS: tuple[tuple[str, str, str, tuple[tuple[str, str, str], ...]], ...] = (
    ("大肠埃希菌", "尿液", ">10^5 CFU/mL", (("氨苄西林", "≥32", "R"), ("头孢曲松", "≥64", "R"), ("头孢他啶", "4", "S"), ("头孢吡肟", "2", "S"), ("哌拉西林/他唑巴坦", "≤4", "S"), ("亚胺培南", "≤0.25", "S"), ("美罗培南", "≤0.25", "S"), ("阿米卡星", "≤2", "S"), ("庆大霉素", "≥16", "R"), ("左氧氟沙星", "≥8", "R"), ("复方新诺明", "≥320", "R"), ("呋喃妥因", "≤16", "S"))),
    ("肺炎克雷伯菌", "痰", "3+", (("氨苄西林/舒巴坦", "16", "I"), ("头孢唑林", "≥64", "R"), ("头孢曲松", "≤1", "S"), ("头孢他啶", "≤1", "S"), ("头孢西丁", "≤4", "S"), ("氨曲南", "≤1", "S"), ("厄他培南", "≤0.5", "S"), ("亚胺培南", "≤1", "S"), ("阿米卡星", "≤2", "S"), ("左氧氟沙星", "1", "I"), ("替加环素", "≤0.5", "S"))),
    ("铜绿假单胞菌", "痰", "2+", (("哌拉西林", "64", "I"), ("头孢他啶", "8", "S"), ("头孢吡肟", "16", "I"), ("亚胺培南", "≥16", "R"), ("美罗培南", "8", "R"), ("庆大霉素", "≤1", "S"), ("妥布霉素", "≤1", "S"), ("环丙沙星", "0.5", "S"), ("粘菌素", "≤0.5", "I"))),
)  # fmt: skip


def immune(dice: random.Random) -> str:
    """Hunan sheet, grey head band, a method column, hints in words before the unit."""
    c = case(dice, "HN")
    p = c.p
    rows = ""
    for test, code, unit, cut in HEPATITIS:
        high = dice.random() < (0.5 if code in ("HBsAg", "HBcAb") else 0.2)
        value = cut * dice.uniform(2, 90) if high else cut * dice.uniform(0.05, 0.9)
        r = Result(code, test, f"{value:.2f}", unit, f"＜{cut:g}", "阳性" if high else "")
        rows += r.row(cells((test, code, r.result, r.flag, unit, r.reference, "化学发光法")))
    for panel in (TUMOUR, THYROID, RHEUMA)[: dice.randint(2, 3)]:
        for r in run(dice, panel, 3, "－", below="＜"):
            word = {"↑": "偏高", "↓": "偏低", "": ""}[r.flag]
            method = "散射比浊法" if panel is RHEUMA else "电化学发光法"
            rows += r.row(cells((r.name, r.code, r.result, word, r.unit, r.reference, method)), flag=word)
    label: Callable[..., str] = lambda text: f'<td style="color:#555;width:84px">{text}</td>'
    body = f"""<div style="display:flex;align-items:center;gap:14px">
<svg width="52" height="52"><circle
cx="26" cy="26" r="24" fill="none" stroke="#1f6f5c" stroke-width="3"/><path
d="M22 10h8v12h12v8H30v12h-8V30H10v-8h12z" fill="#1f6f5c"/></svg>
<div><div style="font-size:24px;font-weight:600">{f("hospital_name", c.hospital)}</div>
<div style="font-size:12px;color:#555">医学检验中心 · 免疫室　检验结果报告</div></div>
<div style="margin-left:auto">{bars(dice, 140, 30)}<div class="c" style="font-size:11px">{
        digits(dice, 11)
    }</div>
</div></div>
<table style="margin:12px 0;border-top:2px solid #1f6f5c;border-bottom:2px solid #1f6f5c">
<tr>{label("姓名")}<td>{f("patient_name", p.name)}</td>{label("性别/年龄")}<td>{f("sex", p.sex)} / {
        f("age", c.age, f"{c.age}岁")
    }</td>{label("登记号")}<td>{f("record_number", c.serial)}</td>
</tr>
<tr>{label("开单科室")}<td>{f("department", c.ill.dept)}</td>{label("开单医生")}<td>{
        f("physician_name", c.staff[0])
    }</td>{label("样本类型")}<td>血清</td>
</tr><tr>{label("诊断")}<td colspan="5">{f("diagnosis", c.ill.dx[0])}</td></tr></table>
<table style="font-size:13px">
<tr style="background:#e3ebe8">{
        cells(("检验项目", "缩写", "结果", "提示", "单位", "参考区间", "检测方法"))
    }</tr>{rows}</table>{line(1, "#999")}
<div style="font-size:13px">{
        spread(
            f"采样时间 {c.on} 07:{dice.randint(10, 55)}",
            f"签收时间 {c.on} 09:{dice.randint(10, 55)}",
            f"报告时间 {d('report_date', c.on, dice, '-', f' 1{dice.randint(1, 7)}:{dice.randint(10, 59)}')}",
        )
    }{spread(f"检验人 {c.staff[1]}", f"审核人 {c.staff[2]}", "第1页 共1页")}</div>
<div
style="font-size:11.5px;color:#555;margin-top:6px">说明：不同方法、不同仪器结果可能存在差异；男性甲胎蛋白升高请结合影像学检查。报告查询请关注医院公众号。</div>"""
    return page(body, "td{padding:3px 5px}", font=HEI, size=14, pad="38px 48px")


def culture(dice: random.Random) -> str:
    """Shanxi microbiology: germ found in a box, minimal inhibitory concentrations in two columns of rows."""
    c = case(dice, "SX")
    p = c.p
    germ, sample, amount, known = dice.choice(GERMS)
    tests = sorted(dice.sample(known, dice.randint(len(known) - 2, len(known))), key=known.index)
    half = (len(tests) + 1) // 2
    grid = ""
    for part in (tests[:half], tests[half:]):
        rows = "".join(
            Result("", drug, mic, "μg/mL", "", how).row(
                cells((drug, mic, "μg/mL", how), ("", "", "", "text-align:center"))
            )
            for drug, mic, how in part
        )
        grid += f'<table class="g" style="width:49%;font-size:13px"><tr style="font-weight:600">{cells(("抗菌药物", "MIC值", "单位", "判定"))}</tr>{rows}</table>'
    body = f"""<div style="position:absolute;left:50px;top:34px">{dots(dice, 62)}</div>
<h1 style="font-size:22px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:18px;margin-top:4px">微生物鉴定及药敏试验报告单</h2>
<div style="margin-top:22px;border:1px solid #000;padding:6px 10px">
<div style="display:grid;grid-template-columns:1fr 1fr 1fr 1fr;row-gap:2px"><span>姓名：{
        f("patient_name", p.name)
    }</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{
        f("age", c.age, f"{c.age}岁")
    }</span><span>床号：{dice.randint(1, 70)}床</span><span>住院号：{
        f("record_number", c.number)
    }</span><span style="grid-column:span 2">病区：{f("department", c.ill.dept)}</span><span>标本：{
        sample
    }</span><span style="grid-column:span 2">申请医生：{
        f("physician_name", c.staff[0])
    }</span><span style="grid-column:span 2">申请单号：{digits(dice, 12)}</span></div>
</div>
<div style="margin:12px 0 6px"><b>检验目的：</b>一般细菌培养+鉴定+药敏</div>
<div><b>培养结果：</b>{germ}　　<b>菌落计数：</b>{amount}</div>
<div style="margin-bottom:8px"><b>涂片：</b>{
        dice.choice(("革兰阴性杆菌（++）", "未找到抗酸杆菌", "白细胞（+++），革兰阴性杆菌（+）"))
    }</div>
<div style="display:flex;justify-content:space-between;align-items:flex-start">{grid}</div>
<div style="font-size:12px;margin-top:8px">注：S—敏感　I—中介　R—耐药　SDD—剂量依赖性敏感。判定标准：CLSI M100-Ed{
        dice.randint(32, 34)
    }。</div>
<div
style="font-size:12px">专家提示：{
        dice.choice(
            ("ESBL（+），提示对青霉素类、头孢菌素类及氨曲南耐药。",)
            if germ == "大肠埃希菌"
            else ("本次分离菌请结合临床除外定植。", "建议必要时重复送检。")
        )
    }</div>
<div
style="margin-top:70px;border-top:1px solid #000;padding-top:6px">{
        spread(
            f"接种日期：{c.on - dt.timedelta(days=dice.randint(2, 4))}",
            f"报告日期：{d('report_date', c.on, dice, '-')}",
            f"检验者：{c.staff[1]}",
            f"审核者：{c.staff[2]}",
        )
    }</div>"""
    return page(body, "td{padding:3px 6px}", font=SONG, size=14, pad="34px 50px")


def glycated(dice: random.Random) -> str:
    """Guizhou quarter of results: a chromatogram, three rows, an explanation of control."""
    c = case(dice, "GZ")
    p = c.p
    a1c = round(dice.uniform(4.8, 12.6), 1)
    ifcc, eag = round((a1c - 2.15) * 10.929), round(1.5944 * a1c - 2.594, 1)
    flag = "↑" if a1c > 6 else ""
    rows = (
        Result("", "糖化血红蛋白A1c(NGSP)", f"{a1c}", "%", "4.0-6.0", flag),
        Result("", "糖化血红蛋白A1c(IFCC)", f"{ifcc}", "mmol/mol", "20-42", "↑" if ifcc > 42 else ""),
        Result("", "估算平均血糖(eAG)", f"{eag}", "mmol/L", "3.8-7.0", "↑" if eag > 7 else ""),
    )
    table = "".join(r.row(cells((r.name, r.result, r.flag, r.unit, r.reference))) for r in rows)
    x = 0
    points = "0,96 "
    while x < 330:
        x += 4
        y = 96 - 30 * 2.7 ** (-(((x - 40) / 7) ** 2)) - (8 + a1c * 3) * 2.7 ** (-(((x - 150) / 9) ** 2))
        points += f"{x},{y - 88 * 2.7 ** (-(((x - 240) / 12) ** 2)):.0f} "
    body = f"""<table><tr>
<td style="width:60%;font-size:18px;font-weight:600">{f("hospital_name", c.hospital)}检验报告</td>
<td class="r" style="font-size:12px">报告编号 {f("report_number", "T" + digits(dice, 8))}</td></tr>
</table>{line(2)}
<div style="column-count:3;font-size:13px"><div>姓 名 {f("patient_name", p.name)}</div>
<div>性 别 {f("sex", p.sex)}</div><div>年 龄 {f("age", c.age, f"{c.age}Y")}</div>
<div>病员号 {f("record_number", c.number)}</div><div>科 别 {
        f("department", c.ill.dept)
    }</div><div>标 本 全血</div>
</div>{line(0.6)}
<div style="display:flex;gap:10px"><table style="font-size:13px;width:410px">
<tr style="border-bottom:1px dotted #000">{cells(("项目", "结果", "", "单位", "参考"))}</tr>{table}</table>
<svg width="300" height="116" viewBox="-4 0 340 112"><path
d="M0 2V98H332" stroke="#000" fill="none"/><polyline
points="{points}" fill="none" stroke="#a33" stroke-width="1.4"/></svg>
</div>
<div
style="font-size:12px;margin-top:8px;border:1px dashed #777;padding:4px 8px">糖化血红蛋白反映近2～3个月平均血糖水平。一般糖尿病患者控制目标＜7.0%，老年或有严重并发症者可适当放宽。</div>
<div style="font-size:12.5px;margin-top:10px">{
        spread(
            f"采集 {c.on:%Y.%m.%d} 07:{dice.randint(10, 58)}",
            f"报告日期 {d('report_date', c.on, dice, '.')} {clock(dice)}",
            f"检验 {c.staff[1]}",
            f"复核 {c.staff[2]}",
            f"送检医生 {f('physician_name', c.staff[0])}",
        )
    }</div>
<div class="c" style="font-size:11px;margin-top:8px">——— 以下空白 ———</div>"""
    return page(body, "td{padding:2px 4px}", font=WEN if dice.random() < 0.3 else MICRO, size=14, pad="22px 32px")  # fmt: skip


def panels(dice: random.Random) -> str:
    """First of two landscape pages of a Jiangxi hospital: panels with their own heads in two columns."""
    c = case(dice, "JX")
    p = c.p
    groups = (("肝功能十二项", LIVER, 10), ("肾功能", KIDNEY, 5), ("血脂血糖", FAT, 5), ("电解质六项", SALTS, 6), ("体液免疫", RHEUMA, 5))  # fmt: skip
    blocks = []
    for title, panel, least in groups[: dice.randint(4, 5)]:
        rows = "".join(
            r.row(cells((r.code, r.name, r.result, r.flag, r.unit, r.reference)))
            for r in run(dice, panel, least)
        )
        blocks.append(
            f'<tbody><tr><td colspan="6" style="font-weight:600;padding-top:5px">▶ {title}</td></tr>{rows}</tbody>'
        )
    heads = "".join(f'<th style="border-bottom:1px solid #000;border-top:1px solid #000">{t}</th>' for t in ("代码", "检验项目", "结果", "", "单位", "参考值"))  # fmt: skip
    table: Callable[..., str] = lambda part: (
        f'<table style="width:49.3%;font-size:12px"><tr>{heads}</tr>{"".join(part)}</table>'
    )
    body = f"""<div style="position:absolute;right:44px;top:26px;font-size:12px">第 1 页 / 共 2 页</div>
<h1 style="font-size:20px">{f("hospital_name", c.hospital)}检验报告单（{
        dice.choice(("体检", "住院", "综合"))
    }）</h1>
<div
style="display:flex;flex-wrap:wrap;column-gap:26px;font-size:13px;margin:8px 0 6px"><span>姓名:{
        f("patient_name", p.name)
    }</span><span>性别:{f("sex", p.sex)}</span><span>年龄:{f("age", c.age, f"{c.age}岁")}</span><span>ID号:{
        f("record_number", c.number)
    }</span><span>科室:{f("department", c.ill.dept)}</span><span>床号:{
        dice.randint(1, 45)
    }</span><span>临床诊断:{f("diagnosis", c.ill.dx[0])}</span><span>标本种类:血清</span><span>申请者:{
        f("physician_name", c.staff[0])
    }</span></div>
<div
style="display:flex;justify-content:space-between;align-items:flex-start;height:520px">{table(blocks[:2])}{
        table(blocks[2:])
    }</div>{line(1)}
<div style="font-size:12.5px">{
        spread(
            f"采样:{c.on} 06:{dice.randint(10, 58)}",
            f"核收:{c.on} 08:{dice.randint(10, 58)}",
            f"报告:{d('report_date', c.on, dice, '-')} 1{dice.randint(1, 7)}:{dice.randint(10, 59)}:{dice.randint(10, 59)}",
            f"检验者:{c.staff[1]}",
            f"审核者:{c.staff[2]}",
            "（接下页）",
        )
    }</div>
<div style="font-size:11px">★ 表示省内医疗机构检验结果互认项目（HR）　↑ 高于参考值　↓ 低于参考值</div>"""
    body += seal("检验结果互认", "HR", shape="square", colour="blue", size=48, at=(60, 8), ink=0.7)
    return page(body, "td,th{padding:.5px 4px}", font=SONG, size=13, pad="26px 44px")


KIND = "lab_report"
TEMPLATES: dict[str, Template] = {
    "bluff-lab-immune-hunan": Template(KIND, 794, 1123, immune),
    "bluff-lab-culture-shanxi": Template(KIND, 794, 1123, culture),
    "bluff-lab-glycated-guizhou": Template(KIND, 794, 420, glycated),
    "bluff-lab-panels-jiangxi": Template(KIND, 1123, 794, panels),
}
