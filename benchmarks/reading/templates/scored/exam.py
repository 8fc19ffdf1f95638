"""Reports of examinations and of pathology."""

from __future__ import annotations

import math
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    A4_WIDE,
    A5_WIDE,
    HEI,
    MICRO,
    SANS,
    SERIF,
    SONG,
    clock,
    code,
    dash,
    entries,
    f,
    han,
    hand,
    on,
    page,
    seal,
    sign,
    signed,
    slash,
    table,
    td,
)
from benchmarks.reading.templates.scored.people import anyone, later, number
from benchmarks.reading.templates.scored.visit import visit
from benchmarks.reading.templates.scored.vocabulary import ECG, EXAMS, PATHOLOGY


def _pick(dice: random.Random, sort: str) -> tuple[str, str, tuple[str, ...]]:
    part = dice.choice([k for k, v in EXAMS.items() if v[1] in sort])
    return part, EXAMS[part][2], EXAMS[part][3]


def imaging_plain(dice: random.Random) -> str:
    """A4: underlined header in two lines, findings and opinion under bold words, both physicians by name."""
    v = visit(dice, most=1)
    part, seen, opinion = _pick(dice, "CT DR MR")
    title = {"CT": "CT检查报告单", "DR": "X线检查报告单", "MR": "MRI检查报告单"}[EXAMS[part][1]]
    body = f"""<div style="padding:56px 66px;font-size:15px"><h1 style="font-size:24px;font-weight:bold">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:20px;letter-spacing:5px;margin:4px 0 12px">{title}</h1><div class="flex" style="font-size:13px"><span>检查号：{f("report_number", EXAMS[part][1] + number(dice, 8))}</span><span>检查日期：{dash(v.first)}</span></div>
    <div style="border-top:2px solid #111;border-bottom:2px solid #111;padding:7px 0;margin-top:4px;display:grid;grid-template-columns:1.1fr 1fr 1fr 1.2fr;row-gap:5px"><span>姓　名：{f("patient_name", v.person.name)}</span><span>性　别：{f("sex", v.person.sex)}</span><span>年　龄：{f("age", v.age, f"{v.age}岁")}</span><span>住院号：{f("record_number", v.record)}</span><span>科　室：{f("department", v.illness.department)}</span><span>床　号：{v.bed}</span><span></span><span>申请医师：{anyone(dice)}</span></div>
    <div style="margin-top:12px"><b>检查部位：</b>{part}</div><div style="margin-top:14px"><b>影像所见：</b></div><p style="text-indent:2em;line-height:1.9;min-height:220px">{seen}</p><div style="margin-top:14px"><b>诊断意见：</b></div><div style="padding-left:2em;line-height:1.9;min-height:140px">{entries("diagnosis", opinion, "lines")}</div>
    <div class="flex" style="border-top:1px solid #111;padding-top:9px;margin-top:60px"><span>报告医师：{f("physician_name", v.doctor)}</span><span>审核医师：{f("physician_name", v.second)}</span><span>报告日期：{on("report_date", later(v.first, dice.randint(0, 2)), dash, clock(dice))}</span></div><div style="font-size:12px;margin-top:8px">此报告供临床医师参考，医师签字后生效。</div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(70, 200)}px;top:{dice.randint(720, 800)}px", middle="影像诊断专用章") if dice.random() < 0.5 else ""}"""
    return page(A4, body, dice.choice((SONG, HEI)))


def _fan(dice: random.Random, key: str) -> str:
    blobs = "".join(f'<ellipse cx="{dice.randint(60, 180)}" cy="{dice.randint(60, 150)}" rx="{dice.randint(8, 34)}" ry="{dice.randint(6, 20)}" fill="{dice.choice(("#050505", "#9a9a9a", "#444"))}" opacity=".7"/>' for _ in range(7))  # fmt: skip
    return f'<svg viewBox="0 0 240 180" width="300" height="225"><rect width="240" height="180" fill="#000"/><defs><clipPath id="{key}"><path d="M120 8L22 150Q120 196 218 150Z"/></clipPath><filter id="n{key}"><feTurbulence type="fractalNoise" baseFrequency=".7 .22" seed="{dice.randint(1, 99)}"/><feColorMatrix type="saturate" values="0"/></filter></defs><g clip-path="url(#{key})"><rect width="240" height="180" fill="#3a3a3a"/><rect width="240" height="180" filter="url(#n{key})" opacity=".35"/>{blobs}</g></svg>'


def ultrasound(dice: random.Random) -> str:
    """Two pictures in the middle, findings below, the tip in a box; small print under the sheet."""
    v = visit(dice, most=1)
    part, seen, opinion = _pick(dice, "US")
    body = f"""<div style="padding:38px 56px;font-size:14.5px"><h1 style="font-size:22px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:19px">彩色超声检查报告单</h1><table style="margin-top:8px;line-height:1.8;border-top:1px solid #111"><tr><td>姓名：{f("patient_name", v.person.name)}</td><td>性别：{f("sex", v.person.sex)}</td><td>年龄：{f("age", v.age, f"{v.age}岁")}</td><td>超声号：{f("report_number", "US" + number(dice, 7))}</td></tr><tr><td>科别：{f("department", v.illness.department)}</td><td>床号：{v.bed}</td><td>仪器：{dice.choice(("EPIQ7C", "LOGIQ E9", "DC-80"))}</td><td>门诊号：{f("record_number", v.record)}</td></tr><tr><td colspan=3>检查项目：{part}</td><td></td></tr></table>
    <div class="flex" style="border-top:1px solid #111;padding-top:10px">{_fan(dice, "a")}{_fan(dice, "b")}</div><div style="margin-top:12px">超声所见：</div><p style="text-indent:2em;line-height:1.85">{seen}</p><div style="border:1px solid #111;padding:8px 12px;margin-top:20px;display:flex"><span style="white-space:nowrap">超声提示：</span><div>{entries("diagnosis", opinion, "lines")}</div></div>
    <div class="flex" style="margin-top:40px"><span>诊断医师：{f("physician_name", v.doctor)}</span><span>医师签名：{signed(dice, "physician", v.doctor)}</span><span>记录员：{anyone(dice)}</span></div><div class="r" style="margin-top:8px">报告时间：{on("report_date", v.first, han)}</div></div>
    <div class="abs" style="left:56px;bottom:30px;font-size:12px">本报告仅反映受检者当时情况，仅供临床医师参考，不作法律依据。　地址：{v.hospital.province}　第1页</div>"""
    return page(A4, body, dice.choice((SANS, SONG)))


def _wave(dice: random.Random, y: int, lead: str, beat: float, width: int) -> str:
    points, x, up = [], 40.0, dice.uniform(14, 34) * dice.choice((1, 1, -0.5))
    while x < width:
        points += [(x, 0.0), (x + beat * 0.12, -4), (x + beat * 0.2, 0), (x + beat * 0.27, 3), (x + beat * 0.3, -up), (x + beat * 0.34, up * 0.28), (x + beat * 0.37, 0), (x + beat * 0.55, -6), (x + beat * 0.66, 0)]  # fmt: skip
        x += beat * dice.uniform(0.97, 1.04)
    line = " ".join(f"{a:.1f},{y + b:.1f}" for a, b in points)
    return f'<polyline points="{line}" fill="none" stroke="#111" stroke-width="1"/><text x="14" y="{y - 12}" font-size="12">{lead}</text>'


def electrocardiogram(dice: random.Random) -> str:
    """A4 landscape: parameters left, diagnosis right, traces on pink squares below."""
    v = visit(dice, most=1)
    told = dice.choice(ECG)
    rate = dice.randint(52, 104)
    beat = 6000 / rate
    waves = "".join(_wave(dice, 40 + 58 * n, lead, beat, 1000) for n, lead in enumerate(("Ⅰ", "Ⅱ", "Ⅲ", "aVR", "aVL", "aVF", "V1", "V5")))  # fmt: skip
    measures = f"心率：{rate} bpm<br>P-R间期：{dice.randint(130, 210)} ms<br>QRS时限：{dice.randint(80, 116)} ms<br>QT/QTc：{dice.randint(350, 420)}/{dice.randint(400, 450)} ms<br>电轴：{dice.randint(-30, 80)}°"
    body = f"""<div style="padding:22px 40px"><div class="c" style="font-size:20px">{f("hospital_name", v.hospital.name)}&emsp;心电图报告单</div><div class="flex" style="margin-top:8px;font-size:14.5px"><div>姓名：{f("patient_name", v.person.name)}<br>性别：{f("sex", v.person.sex)}<br>年龄：{f("age", v.age, f"{v.age}岁")}<br>科室：{f("department", v.illness.department)}<br>病历号：{f("record_number", v.record)}</div><div>{measures}</div><div style="width:340px"><b>心电图诊断：</b><div style="padding-left:1em">{entries("diagnosis", told, "lines")}</div></div><div>报告医师：{f("physician_name", v.doctor)}<br>医师签名：{signed(dice, "physician", v.doctor, 90)}<br>报告日期：{on("report_date", v.first, dash)}<br>检查时间：{dash(v.first)} {clock(dice)}</div></div>
    <svg width="1043" height="520" style="margin-top:8px;background:repeating-linear-gradient(0deg,transparent 0 19px,#f3a6a6 19px 20px),repeating-linear-gradient(90deg,transparent 0 19px,#f3a6a6 19px 20px),#fff6f4">{waves}</svg><div style="font-size:12px">25mm/s　10mm/mV　0.05-150Hz　AC50</div></div>"""
    return page(A4_WIDE, body, dice.choice((SANS, MICRO)))


def imaging_modern(dice: random.Random) -> str:
    """Digital department: grey small labels above values, QR code for the pictures, hand-signed by two."""
    v = visit(dice, most=1)
    part, seen, opinion = _pick(dice, "MR CT")
    item = lambda label, value: (
        f'<div><div style="font-size:11px;color:#788">{label}</div><div style="font-size:15px">{value}</div></div>'
    )
    body = f"""<div style="padding:44px 54px"><div class="flex"><div><div style="font-size:20px;font-weight:bold;color:#13446e">{f("hospital_name", v.hospital.name)}</div><div style="font-size:18px">影像诊断报告</div></div><div class="c" style="font-size:11px">{code("QRCode", f"https://film.example/{v.record}", 70)}<br>扫码看片</div></div>
    <div style="background:#f4f7f9;padding:12px 16px;margin-top:10px;display:grid;grid-template-columns:repeat(4,1fr);row-gap:10px">{item("姓名", f("patient_name", v.person.name))}{item("性别", f("sex", v.person.sex))}{item("年龄", f("age", v.age, f"{v.age}岁"))}{item("报告编号", f("report_number", number(dice, 11)))}{item("就诊科室", f("department", v.illness.department))}{item("登记号", f("record_number", v.record))}{item("检查项目", part)}{item("报告日期", on("report_date", later(v.first, 1), dash))}{item("临床诊断", f("diagnosis", v.diagnoses[0]))}</div>
    <div style="margin-top:18px;font-weight:bold;color:#13446e">检查所见</div><p style="line-height:1.9;margin-top:4px">{seen}</p><div style="margin-top:18px;font-weight:bold;color:#13446e">影像诊断</div><div style="line-height:1.9;margin-top:4px">{entries("diagnosis", opinion, "lines")}</div>
    <div class="flex" style="margin-top:130px;border-top:1px solid #ccd;padding-top:12px"><span>报告医师 {signed(dice, "physician", v.doctor, 110, 0.9)}</span><span>审核医师 {signed(dice, "physician", v.second, 110, 0.9)}</span></div></div><div class="abs" style="left:54px;bottom:28px;font-size:11px;color:#778">打印时间 {dash(later(v.first, 1))} {clock(dice, True)}　电子胶片保存十五年</div>"""
    return page(A4, body, SANS, ink="#1d252c")


def imaging_small(dice: random.Random) -> str:
    """A county hospital's A5 landscape: a grid with vertical labels."""
    v = visit(dice, most=1)
    part, seen, opinion = _pick(dice, "DR CT")
    rows = [
        ["姓名", f("patient_name", v.person.name), "性别", f("sex", v.person.sex), "年龄", f("age", v.age, f"{v.age}岁"), "检查号", f("report_number", number(dice, 6))],
        ["科别", td(f("department", v.illness.department), 3), "部位", td(part, 3)],
        [td('<div class="v">所见</div>'), td(seen, 7, css="height:150px;vertical-align:top;line-height:1.7")],
        [td('<div class="v">诊断</div>'), td(entries("diagnosis", opinion, "number"), 7, css="height:84px;vertical-align:top;line-height:1.7")],
    ]  # fmt: skip
    body = f"""<div style="padding:26px 40px"><h1 style="font-size:20px;margin-bottom:8px">{f("hospital_name", v.hospital.name)}放射科诊断报告</h1>{table(rows, ("46px", "130px", "46px", "76px", "46px", "90px", "62px", ""))}<div class="flex" style="margin-top:14px"><span>诊断医师：{signed(dice, "physician", v.doctor)}</span><span>审核：{sign("physician", hand(dice, anyone(dice)), 90)}</span><span>报告日期：{on("report_date", v.first, slash)}</span></div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(50, 160)}px;bottom:{dice.randint(20, 50)}px", middle="放射科", size=116) if dice.random() < 0.6 else ""}"""
    return page(A5_WIDE, body, SONG)


def pathology_grid(dice: random.Random) -> str:
    """Grid with long text cells; the pathologist signs by hand, a department's seal."""
    v = visit(dice, most=1)
    part, department, eye, lens, stain, told = dice.choice(PATHOLOGY)
    rows = [
        ["姓名", f("patient_name", v.person.name), "性别", f("sex", v.person.sex), "年龄", f("age", v.age, f"{v.age}岁")],
        ["送检科室", f("department", department), "住院号", f("record_number", v.record), "送检医师", anyone(dice)],
        ["送检材料", td(part, 3), "收到日期", dash(v.first)],
        [td("肉眼所见"), td(eye, 5, css="height:110px;vertical-align:top")], [td("镜下所见"), td(lens, 5, css="height:120px;vertical-align:top")], [td("免疫组化"), td(stain, 5, css="height:80px;vertical-align:top")],
        [td("病理诊断"), td(entries("diagnosis", told, "lines"), 5, css="height:130px;vertical-align:top;font-weight:bold")],
    ]  # fmt: skip
    body = f"""<div style="padding:54px 58px;font-size:15px"><h1 style="font-size:24px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:21px;letter-spacing:5px">病理诊断报告书</h1><div style="text-align:right;margin:8px 0">病理号：{f("report_number", number(dice, 7))}</div>{table(rows, ("86px", "150px", "76px", "140px", "86px", ""), "line-height:1.9")}
    <div class="flex" style="margin-top:26px"><span>诊断医师：{signed(dice, "physician", v.doctor, 110, 0.9)}</span><span>报告日期：{on("report_date", later(v.first, 5), han)}</span></div><div style="font-size:12px;margin-top:26px">注：本报告仅对送检组织负责；如与临床不符，请及时与病理科联系（{v.hospital.phone}）。</div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(60, 170)}px;top:{dice.randint(790, 840)}px", middle="病理科")}"""
    return page(A4, body, SONG)


def pathology_pictures(dice: random.Random) -> str:
    """Two stained fields on top of the text, printed names, a tinted heading."""
    v = visit(dice, most=1)
    part, department, eye, lens, stain, told = dice.choice(PATHOLOGY)

    def field() -> str:
        cells = "".join(f'<circle cx="{dice.randint(0, 240)}" cy="{dice.randint(0, 150)}" r="{dice.uniform(2, 6):.1f}" fill="{dice.choice(("#5b2a83", "#7d3f98", "#a0509a"))}"/>' for _ in range(90))  # fmt: skip
        bands = "".join(f'<path d="M0 {y}q60 {18 * math.sin(y):.0f} 120 0t120 0" stroke="#e39ab8" stroke-width="7" fill="none"/>' for y in range(10, 150, 24))  # fmt: skip
        return f'<svg viewBox="0 0 240 150" width="270" height="168" style="overflow:hidden"><rect width="240" height="150" fill="#f6d5e0"/>{bands}{cells}</svg>'

    line = lambda label, text: (
        f'<div style="display:flex;margin-top:10px"><span style="width:92px;flex:none">{label}：</span><span>{text}</span></div>'
    )
    body = f"""<div style="padding:46px 60px;font-size:14.5px"><h1 style="font-size:21px;color:#5d1d4c">{f("hospital_name", v.hospital.name)}病理科</h1><h1 style="font-size:19px">病理检查报告</h1><div style="display:grid;grid-template-columns:1fr 1fr 1fr;row-gap:5px;margin-top:10px;border-bottom:1px solid #5d1d4c;padding-bottom:8px"><span>病理编号：{f("report_number", "BL" + number(dice, 8))}</span><span>姓名：{f("patient_name", v.person.name)}</span><span>性别：{f("sex", v.person.sex)}</span><span>年龄：{f("age", v.age, f"{v.age}岁")}</span><span>病区：{f("department", department)}</span><span>病案号：{f("record_number", v.record)}</span><span>送检日期：{dash(v.first)}</span><span>申请医生：{anyone(dice)}</span><span>标本：{part}</span></div>
    <div class="flex" style="margin-top:14px;padding:0 40px">{field()}{field()}</div>{line("大体检查", eye)}{line("镜检", lens)}{line("免疫组化", stain)}{line("病理诊断", entries("diagnosis", told, "lines"))}
    <div class="flex" style="margin-top:70px"><span>初诊医师：{f("physician_name", v.second)}</span><span>复核医师：{f("physician_name", v.doctor)}</span><span>报告日期：{on("report_date", later(v.first, 6), dash)}</span></div></div>"""
    return page(A4, body, dice.choice((SERIF, SANS)))


TEMPLATES = {
    "imaging_plain": Template("exam_report", *A4, imaging_plain),
    "ultrasound": Template("exam_report", *A4, ultrasound),
    "electrocardiogram": Template("exam_report", *A4_WIDE, electrocardiogram),
    "imaging_modern": Template("exam_report", *A4, imaging_modern),
    "imaging_small": Template("exam_report", *A5_WIDE, imaging_small),
    "pathology_grid": Template("pathology_report", *A4, pathology_grid),
    "pathology_pictures": Template("pathology_report", *A4, pathology_pictures),
}
