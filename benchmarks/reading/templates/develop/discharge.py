"""Discharge records and summaries (出院记录, 出院小结)."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v


@dataclass(frozen=True)
class Stay:
    """One invented stay in hospital."""

    who: p.Person
    hospital: str
    department: str
    number: str
    bed: str
    admitted: dt.date
    left: dt.date
    diagnoses: tuple[str, ...]
    complaint: str
    course: str
    advice: str
    doctor: str


def stay(dice: random.Random) -> Stay:
    """An invented stay."""
    who = p.person(dice)
    admitted = p.day(dice)
    return Stay(
        who, v.hospital(dice, who.place)[0], dice.choice(v.DEPARTMENTS),
        dice.choice((f"{dice.randint(100000, 999999)}", f"ZY{dice.randint(10000000, 99999999)}", f"{admitted:%Y%m}{dice.randint(1000, 9999)}")),
        f"{dice.randint(1, 48):02d}", admitted, admitted + dt.timedelta(days=dice.randint(4, 21)), v.illness(dice)[0],
        dice.choice(v.COMPLAINTS), dice.choice(v.COURSE), dice.choice(v.ADVICE), p.name(dice, dice.choice("男女")),
    )  # fmt: skip


def classic(dice: random.Random) -> str:
    """Title, a line of particulars with colons, headed paragraphs."""
    s = stay(dice)
    style = dice.choice("年-")
    d = lambda day: p.shown(dice, day, "年" if style == "年" else "-")
    seal = (
        h.seal(s.hospital, "病案复印专用章", at=(500, 880), turn=dice.uniform(-20, 20))
        if dice.random() < 0.6
        else ""
    )
    body = f"""
<h2 style="font-size:22px">{h.f("hospital_name", s.hospital)}</h2><h1 style="font-size:24px;letter-spacing:6px">出院记录</h1>
<table style="margin-top:14px;border-bottom:1px solid #222"><tr><td>姓名：{h.f("patient_name", s.who.name)}</td>
<td>性别：{h.f("sex", s.who.sex)}</td><td>年龄：{h.f("age", s.who.age_on(s.admitted), f"{s.who.age_on(s.admitted)}岁")}</td>
<td>科别：{h.f("department", s.department)}</td><td>床号：{s.bed}</td><td>住院号：{h.f("record_number", s.number)}</td></tr></table>
<p>入院日期：{h.f("admission_date", s.admitted, d(s.admitted))}　　出院日期：{h.f("discharge_date", s.left, d(s.left))}
　　住院天数：{(s.left - s.admitted).days}天</p>
<p><b>入院情况：</b>患者因“{s.complaint}”入院。查体：T36.5℃，P82次/分，R20次/分，BP148/92mmHg。神志清楚，双肺呼吸音清，心律齐，腹软。</p>
<p><b>诊疗经过：</b>{s.course}</p>
<p><b>出院诊断：</b>{"　".join(f"{n}.{h.f('diagnosis', x)}" for n, x in enumerate(s.diagnoses, 1))}</p>
<p><b>出院情况：</b>患者无明显不适，生命体征平稳。治愈□ 好转☑ 未愈□</p>
<p><b>出院医嘱：</b>{s.advice}</p>
<p class="r" style="margin-top:60px">医师签名：{h.sign("physician", s.doctor, dice)}</p>
<p class="r">{h.f("sign_date", s.left, d(s.left))}</p>{seal}"""
    return h.page(body, font=dice.choice(h.FONTS), size=dice.choice((14, 15, 16)))


def header_grid(dice: random.Random) -> str:
    """Particulars in a ruled table of label and value cells, diagnoses numbered on lines."""
    s = stay(dice)
    age = s.who.age_on(s.admitted)
    cells = [
        ("姓　名", h.f("patient_name", s.who.name)), ("性　别", h.f("sex", s.who.sex)), ("年　龄", h.f("age", age, f"{age} 岁")),
        ("民　族", h.f("ethnicity", s.who.ethnicity, s.who.ethnicity + "族")), ("婚　姻", "已婚"), ("职　业", "农民"),
        ("科　室", h.f("department", s.department)), ("床　号", s.bed + "床"), ("住院号", h.f("record_number", s.number)),
    ]  # fmt: skip
    rows = "".join(
        "<tr>"
        + "".join(f'<td class="c" style="width:11%">{a}</td><td>{b}</td>' for a, b in cells[i : i + 3])
        + "</tr>"
        for i in (0, 3, 6)
    )
    body = f"""
<h1 style="font-size:24px">{h.f("hospital_name", s.hospital)}</h1><h1 style="font-size:22px;margin:4px 0 12px">出 院 小 结</h1>
<table class="g">{rows}
<tr><td class="c">身份证号</td><td colspan="3">{h.f("id_number", s.who.id_number)}</td><td class="c">联系电话</td><td>{h.f("phone", s.who.phone)}</td></tr>
<tr><td class="c">住　址</td><td colspan="5">{h.f("address", s.who.address)}</td></tr>
<tr><td class="c">入院时间</td><td colspan="2">{h.f("admission_date", s.admitted, p.shown(dice, s.admitted, "-") + " 09:2" + str(dice.randint(0, 9)))}</td>
<td class="c">出院时间</td><td colspan="2">{h.f("discharge_date", s.left, p.shown(dice, s.left, "-") + " 10:30")}</td></tr>
<tr><td class="c">入院诊断</td><td colspan="5">{s.complaint[:6]}查因</td></tr>
<tr><td class="c">出院诊断</td><td colspan="5">{"<br>".join(f"{n}、{h.f('diagnosis', x)}" for n, x in enumerate(s.diagnoses, 1))}</td></tr>
<tr><td class="c" style="height:150px">入院时<br>主要症状<br>及体征</td><td colspan="5">主诉：{s.complaint}。查体：神清，精神尚可，BP 152/88mmHg，心率 78 次/分，律齐，双下肢无水肿。</td></tr>
<tr><td class="c" style="height:170px">治　疗<br>经　过</td><td colspan="5">{s.course}</td></tr>
<tr><td class="c" style="height:90px">出院医嘱</td><td colspan="5">{s.advice}</td></tr></table>
<div style="margin-top:24px;display:flex;justify-content:space-between"><span>主治医师：{h.sign("physician", s.doctor, dice)}</span>
<span>记录日期：{h.f("sign_date", s.left, p.shown(dice, s.left, "年"))}</span></div>"""
    return h.page(body, css=".g td{padding:5px 7px}", font=dice.choice(h.FONTS), size=14)


def two_columns(dice: random.Random) -> str:
    """Particulars in two borderless columns, wide gaps instead of colons."""
    s = stay(dice)
    age = s.who.age_on(s.admitted)
    pairs = [
        ("姓    名", h.f("patient_name", s.who.name)), ("性    别", h.f("sex", s.who.sex)),
        ("年    龄", h.f("age", age, f"{age}岁")), ("住 院 号", h.f("record_number", s.number)),
        ("入院日期", h.f("admission_date", s.admitted, p.shown(dice, s.admitted, "年"))),
        ("出院日期", h.f("discharge_date", s.left, p.shown(dice, s.left, "年"))),
        ("科    别", h.f("department", s.department)), ("住院天数", f"{(s.left - s.admitted).days} 天"),
    ]  # fmt: skip
    grid = "".join(
        f'<div style="display:flex"><span style="width:96px;white-space:pre">{a}</span><span>{b}</span></div>'
        for a, b in pairs
    )
    body = f"""
<div class="c" style="font-size:20px">{h.f("hospital_name", s.hospital)}</div><div class="c b" style="font-size:23px">出院小结</div>
<div style="display:grid;grid-template-columns:1fr 1fr;row-gap:8px;margin:18px 10px">{grid}</div><hr>
<p>入院诊断：{s.complaint[:5]}待查</p><p style="margin-bottom:0">出院诊断：</p>
<div style="padding-left:5em">{"".join(f"<div>{n}. {h.f('diagnosis', x)}</div>" for n, x in enumerate(s.diagnoses, 1))}</div>
<p>住院经过：{s.course}</p><p>出院时情况：一般情况可，切口愈合：/，转归：好转。</p><p>出院带药及医嘱：{s.advice}</p>
<div class="r" style="margin-top:50px">经治医师：{h.sign("physician", s.doctor, dice)}　　　　{h.f("sign_date", s.left, p.shown(dice, s.left, "-"))}</div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=dice.choice((15, 16)))


def dense(dice: random.Random) -> str:
    """Small print, two rows of particulars run together with single spaces, page numbers below."""
    s = stay(dice)
    age = s.who.age_on(s.admitted)
    body = f"""
<h2 style="font-size:19px">{h.f("hospital_name", s.hospital)}</h2><h2 style="font-size:17px">24小时以上出院记录</h2>
<div style="border-top:2px solid #000;border-bottom:1px solid #000;margin:8px 0;padding:3px 0">
姓名:{h.f("patient_name", s.who.name)} 性别:{h.f("sex", s.who.sex)} 年龄:{h.f("age", age, f"{age}岁")} 病区:{h.f("department", s.department)} 床号:{s.bed} 住院号:{h.f("record_number", s.number)}</div>
<div>入院时间:{h.f("admission_date", s.admitted, p.shown(dice, s.admitted, "年") + f"{dice.randint(8, 20)}时{dice.randint(10, 59)}分")}　出院时间:{h.f("discharge_date", s.left, p.shown(dice, s.left, "年") + "10时00分")}</div>
<p>主诉:{s.complaint}。</p><p>现病史:{s.course}{s.course}</p><p>入院诊断:{s.complaint[:4]}原因待查</p>
<p>诊疗经过:{s.course}辅助检查:{dice.choice(("血常规：WBC 6.2×10^9/L，Hb 132g/L；", "心电图：窦性心律，ST-T改变；"))}胸部CT：双肺纹理增多。</p>
<p>出院诊断:{h.fs("diagnosis", s.diagnoses, " ", numbered=True)}</p><p>出院医嘱:{s.advice}</p>
<div class="r">住院医师:{h.sign("physician", s.doctor, dice)} 主治医师:{h.sign("physician", None, dice)}</div>
<div class="r">{h.f("sign_date", s.left, p.shown(dice, s.left, "年"))}</div><div class="c" style="position:absolute;bottom:30px;left:0;right:0">第 1 页</div>"""
    return h.page(body, font=dice.choice((h.SONG, h.HEI)), size=13)


def month_only(dice: random.Random) -> str:
    """A retyped record of years ago: dates by month, a name blanked out, a doctor printed."""
    s = stay(dice)
    age = s.who.age_on(s.admitted)
    named = dice.random() < 0.5
    who = (
        h.f("patient_name", s.who.name)
        if named
        else dice.choice((s.who.name[0] + "**", "＿＿＿＿", "***", "■■■"))
    )
    month = lambda day: f"{day.year}年{day.month}月"
    body = f"""
<h1 style="font-size:22px">{h.f("hospital_name", s.hospital)}</h1><h1 style="font-size:24px;letter-spacing:10px">出院记录</h1>
<p>姓　名：{who}　　性　别：{h.f("sex", s.who.sex)}　　年　龄：{h.f("age", age, f"{age}岁")}</p>
<p>科　别：{h.f("department", s.department)}　　住院号：{h.f("record_number", s.number)}</p>
<p>入院日期：{h.f("admission_date", f"{s.admitted:%Y-%m}", month(s.admitted))}　　出院日期：{h.f("discharge_date", f"{s.left:%Y-%m}", month(s.left))}</p>
<p>入院诊断：{s.complaint[:5]}待查</p><p>出院诊断：{h.fs("diagnosis", s.diagnoses)}</p>
<p>简要病情及治疗经过：{s.course}</p><p>出院医嘱：{s.advice}</p>
<p class="r" style="margin-top:40px">医师：{h.sign("physician", s.doctor, dice)}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16)


TEMPLATES = {
    "discharge-classic": Template("discharge_summary", 794, 1123, classic),
    "discharge-header-grid": Template("discharge_summary", 794, 1123, header_grid),
    "discharge-two-columns": Template("discharge_summary", 794, 1123, two_columns),
    "discharge-dense": Template("discharge_summary", 794, 1123, dense),
    "discharge-month-only": Template("discharge_summary", 794, 1123, month_only),
}
