"""Examination reports with curves: electrocardiogram, lung function."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import cells
from benchmarks.reading.templates.develop.bluff_base import case, clock, d, spread
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page

RHYTHMS = (
    ("窦性心律", "左心室高电压", "ST-T改变"), ("心房颤动", "完全性右束支传导阻滞"),
    ("窦性心动过缓", "Ⅰ度房室传导阻滞"), ("窦性心律", "陈旧性下壁心肌梗死", "偶发室性早搏"),
)  # fmt: skip


def _trace(dice: random.Random, label: str, x: float, y: float, width: int, rate: int) -> str:
    step, tall, points = 6000 / rate * 1.1, dice.uniform(12, 34), ""
    for t in range(0, width, 2):
        a = (t % step) / step
        v = 3 * math.exp(-(((a - 0.18) / 0.03) ** 2)) + tall * math.exp(-(((a - 0.34) / 0.012) ** 2))
        v += -6 * math.exp(-(((a - 0.37) / 0.012) ** 2)) + 7 * math.exp(-(((a - 0.62) / 0.06) ** 2))
        points += f"{x + t:.0f},{y - v + dice.uniform(-0.6, 0.6):.1f} "
    return f'<text x="{x}" y="{y - 30}" font-size="12">{label}</text><polyline points="{points}" fill="none" stroke="#111"/>'


def heart(dice: random.Random) -> str:
    """Heilongjiang electrocardiogram on landscape grid paper, measures in a corner, conclusion at the right."""
    c = case(dice, "HL")
    p = c.p
    said = dice.choice(RHYTHMS)
    rate = dice.randint(48, 58) if "过缓" in said[0] else dice.randint(62, 98)
    grid = '<defs><pattern id="g" width="20" height="20" patternUnits="userSpaceOnUse"><path d="M4 0V20M8 0V20M12 0V20M16 0V20M0 4H20M0 8H20M0 12H20M0 16H20" stroke="#f6d5d5" stroke-width=".6"/><path d="M20 0H0V20" fill="none" stroke="#e9a7a7"/></pattern></defs>'
    leads = (("Ⅰ", "aVR", "V1", "V4"), ("Ⅱ", "aVL", "V2", "V5"), ("Ⅲ", "aVF", "V3", "V6"))
    waves = "".join(_trace(dice, t, 10 + col * 255, 70 + r * 110, 250, rate) for r, part in enumerate(leads) for col, t in enumerate(part))  # fmt: skip
    waves += _trace(dice, "Ⅱ", 10, 410, 1010, rate)
    opinion = "".join(f"<div>{n}.{f('diagnosis', t)}</div>" for n, t in enumerate(said, 1))
    body = f"""<div style="display:flex;justify-content:space-between"><div style="width:300px">
<div>ID：{f("record_number", c.serial)}</div><div>姓名：{f("patient_name", p.name)}</div>
<div>{f("sex", p.sex)}　{f("age", c.age, f"{c.age}岁")}</div><div>科室：{f("department", c.ill.dept)}</div>
<div>检查时间：{c.on:%Y-%m-%d} {clock(dice, True)}</div></div>
<div class="c"><div style="font-size:22px">{f("hospital_name", c.hospital)}</div>
<div style="font-size:17px">心电图检查报告</div><table style="width:auto;margin:2px auto;font-size:12.5px">
<tr>{cells(("心率", f"{rate} bpm", "P-R间期", f"{dice.randint(140, 228)} ms"))}</tr>
<tr>{
        cells(
            (
                "QRS时限",
                f"{dice.randint(84, 150)} ms",
                "QT/QTc",
                f"{dice.randint(350, 430)}/{dice.randint(400, 460)} ms",
            )
        )
    }</tr>
<tr>{cells(("电轴", f"{dice.randint(-30, 80)}°", "RV5+SV1", f"{dice.uniform(1.5, 4.4):.2f} mV"))}</tr></table>
</div>
<div style="width:310px;border:1px solid #444;padding:4px 10px">
<div>诊断结论：</div>{opinion}<div style="margin-top:6px">诊断医师：{f("physician_name", c.staff[0])}</div>
<div>报告日期：{d("report_date", c.on, dice, "-")}</div></div></div>
<svg width="1043" height="480" style="margin-top:8px">{grid}<rect
width="1043" height="480" fill="url(#g)"/>{waves}</svg>
<div style="font-size:12px">{
        spread("10mm/mV　25mm/s　　滤波：肌电35Hz 基线0.15Hz 交流50Hz", "结果须经医生确认")
    }</div>"""
    return page(body, "td{padding:0 8px}", font=SONG, size=15, pad="24px 40px")


def lungs(dice: random.Random) -> str:
    """Gansu lung function: measured, foreseen and their ratio before and after, two loops, a verdict."""
    c = case(dice, "GS", oldest=79)
    p = c.p
    table = ""
    worse = dice.uniform(0.45, 0.95)
    for label, unit, usual in (("FVC", "L", 3.4), ("FEV1", "L", 2.7), ("FEV1/FVC", "%", 79.0), ("PEF", "L/s", 7.1), ("MMEF75/25", "L/s", 3.1), ("MEF50", "L/s", 3.9), ("MVV", "L/min", 98.0), ("RV/TLC", "%", 37.0), ("DLCO SB", "mmol/min/kPa", 7.9)):  # fmt: skip
        due = usual * dice.uniform(0.9, 1.1)
        before = due * worse * dice.uniform(0.9, 1.1)
        after = before * dice.uniform(1.0, 1.12)
        table += f"<tr>{cells((label, unit, f'{due:.2f}', f'{before:.2f}', f'{before / due * 100:.1f}', f'{after:.2f}', f'{after / due * 100:.1f}', f'{(after / before - 1) * 100:.1f}'))}</tr>"
    grade = "重度" if worse < 0.55 else "中度" if worse < 0.75 else "轻度"
    said = (
        f"{grade}阻塞性通气功能障碍",
        dice.choice(("支气管舒张试验阴性", "支气管舒张试验阳性")),
        "弥散功能轻度下降",
    )[: dice.randint(2, 3)]
    loop = f'<svg width="250" height="190"><path d="M30 10V180M30 110H240" stroke="#000"/><path d="M30 110Q{dice.randint(40, 56)} {dice.randint(10, 40)} 74 46Q{dice.randint(96, 120)} 98 {dice.randint(190, 230)} 110Q130 {dice.randint(160, 190)} 30 110" fill="none" stroke="#1b4fa0" stroke-width="1.5"/><text x="6" y="16" font-size="10">F[L/s]</text><text x="210" y="126" font-size="10">V[L]</text></svg>'
    q: Callable[..., str] = lambda a, b: f"<td>{a}</td><td style='border-bottom:1px solid #888'>{b}</td>"
    body = f"""<h1 style="font-size:22px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:17px;font-weight:400;margin-bottom:8px">肺 功 能 检 测 报 告</h2>
<table>
<tr>{q("姓名", f("patient_name", p.name))}{q("性别", f("sex", p.sex))}{
        q("年龄", f("age", c.age, f"{c.age} 岁"))
    }</tr>
<tr>{q("ID号", f("record_number", c.number))}{q("身高", f"{dice.randint(150, 180)} cm")}{
        q("体重", f"{dice.randint(45, 86)} kg")
    }</tr>
<tr>{q("科别", f("department", c.ill.dept))}{q("出生日期", d("birth_date", p.born, dice, "."))}{
        q("临床诊断", f("diagnosis", c.ill.dx[0]))
    }</tr>
</table>
<table style="margin-top:12px;font-size:13px">
<tr style="border-top:2px solid #000;border-bottom:1px solid #000">{
        cells(("参数", "单位", "预计值", "前次", "前/预%", "后次", "后/预%", "改善率%"))
    }</tr>{table}<tr style="border-top:2px solid #000">
<td colspan="8"></td></tr></table>
<div style="display:flex;justify-content:space-around">{loop}{loop.replace("#1b4fa0", "#b03030")}</div>
<div style="border:1px solid #000;padding:8px 12px;min-height:110px"><div>检查结论：</div>
<div style="text-indent:2em">{"；".join(f("diagnosis", t) for t in said)}。</div></div>
<div style="margin-top:14px">{
        spread(
            f"检测技师：{c.staff[2]}",
            f"报告医生：{f('physician_name', c.staff[0])}",
            f"报告日期：{d('report_date', c.on, dice, '.')}",
        )
    }</div>
<div style="font-size:11.5px;margin-top:6px">室温 {dice.randint(18, 26)}℃　湿度 {
        dice.randint(28, 60)
    }%　大气压 {dice.randint(800, 860)}hPa　检测时间 {c.on:%d/%m/%y}</div>"""
    return page(body, "td{padding:2px 5px}", font=HEI, size=14, pad="44px 56px")


KIND = "exam_report"
TEMPLATES: dict[str, Template] = {
    "bluff-exam-heart-heilongjiang": Template(KIND, 1123, 794, heart),
    "bluff-exam-lungs-gansu": Template(KIND, 794, 1123, lungs),
}
