"""Slips and proofs of discharge: half sheets with blanks, three-part slips, certificates, records of one day."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.strand_base import (
    DOT,
    GX,
    HB,
    NM,
    SC,
    TJ,
    at,
    d,
    home,
    line,
    put,
    stay,
    style,
)
from benchmarks.reading.templates.develop.strand_ills import CHINESE, GENERAL, KNIFE, LIVER, LUNG


def parts(field: str, when: dt.date, width: int = 34) -> str:
    """A date over three blanks of a printed form."""
    three = (
        f"{line(str(when.year), width + 12)}年{line(str(when.month), width)}月{line(str(when.day), width)}日"
    )
    return f'<span data-field="{field}" data-value="{when.isoformat()}">{three}</span>'


def proof(dice: random.Random) -> str:
    """Hubei: proof of discharge on a half sheet, one running sentence with blanks."""
    s = stay(dice, HB, "county", GENERAL + KNIFE)
    p = s.p
    told = "；".join(f("diagnosis", n) for n, _ in s.ill.dx[: dice.randint(1, 3)])
    body = f"""<div style="border:2px solid #333;outline:1px solid #333;outline-offset:3px;height:100%;padding:16px 30px;position:relative">
<h1 style="font-size:20px">{f("hospital_name", s.hospital)}</h1><h2 style="font-size:24px;letter-spacing:14px">出院证明书</h2>
<div class="r" style="font-size:13px">出字第 {s.start:%y}{dice.randint(1000, 9999)} 号</div>
<div style="line-height:2.15;text-indent:2em;font-size:15.5px">兹有患者{line(f("patient_name", p.name), 90)}，性别{line(f("sex", p.sex), 34)}，年龄{line(f("age", s.age), 40)}岁，
住院号{line(f("record_number", s.number), 100)}，现住{line(f("address", home(p)), 250)}，因患{line(told, 280)}，
于{parts("admission_date", s.start)}入住我院{line(f("department", s.ill.dept), 110)}治疗，于{parts("discharge_date", s.end)}
{dice.choice(("治愈", "好转"))}出院，共住院{line(str(s.days), 34)}天。</div>
<div style="text-indent:2em;line-height:2;font-size:15.5px">出院后注意：{line("；".join(s.ill.advice[:2]), 300, False)}</div><div style="text-indent:2em">特此证明。</div>
<div style="position:absolute;right:40px;bottom:20px;line-height:2">经治医师：{sign("physician", s.doctors[0], dice)}<br>{d("issue_date", s.end, "年")}</div>
<div style="position:absolute;left:30px;bottom:18px;font-size:12px">备注：涂改或未盖章无效</div></div>"""
    body += seal(s.hospital, "住院部", size=132, at=(490, 372), turn=dice.uniform(-18, 18), ink=0.65)
    return page(body, "", font=dice.choice((KAI, SONG)), size=15, pad="22px 26px")


def three(dice: random.Random) -> str:
    """Sichuan: slip of two parts (stub, and the patient's), values of a needle printer beside their places."""
    s = stay(dice, SC, "county", GENERAL)
    p = s.p
    x, y = dice.randint(-5, 6), dice.randint(-3, 4)
    g = "#20508a"

    def v(left: int, top: int, inner: str) -> str:
        return put(left + x, top + y, inner, DOT + ";font-size:15px")

    def w(left: int, top: int, label: str) -> str:
        return put(left, top, label, f"color:{g};font-size:14px")

    dx = [n for n, _ in s.ill.dx[:3]]
    form = "".join(
        w(*a)
        for a in (
            (40, 96, "姓　　名"), (40, 128, "性　　别"), (40, 160, "住 院 号"), (40, 192, "出院日期"), (40, 224, "结账收讫"),
            (292, 92, "姓名"), (452, 92, "性别"), (540, 92, "年龄"), (650, 92, "床号"), (292, 124, "住院号"), (480, 124, "科别"),
            (292, 156, "入院日期"), (520, 156, "出院日期"), (292, 190, "出院诊断"), (292, 282, "出院医嘱"), (292, 386, "医师"), (480, 386, "护士"),
            (620, 386, "填发"),
        )
    )  # fmt: skip
    values = (
        v(112, 94, f("patient_name", p.name)) + v(112, 126, f("sex", p.sex)) + v(112, 158, f("record_number", s.number))
        + v(112, 190, d("discharge_date", s.end, "-")) + v(330, 90, f("patient_name", p.name)) + v(492, 90, f("sex", p.sex))
        + v(580, 90, f("age", s.age, f"{s.age}岁")) + v(692, 90, str(dice.randint(1, 60)))
        + v(346, 122, f("record_number", s.number)) + v(522, 122, f("department", s.ill.dept))
        + v(364, 154, d("admission_date", s.start, "-")) + v(592, 154, d("discharge_date", s.end, "-"))
        + "".join(v(364, 188 + 24 * n, f"{n + 1}." + f("diagnosis", t)) for n, t in enumerate(dx))
        + "".join(v(364, 280 + 24 * n, t[:24]) for n, t in enumerate(s.ill.advice))
        + v(330, 384, f("physician_name", s.doctors[0])) + v(524, 384, s.clerks[0]) + v(656, 384, d("issue_date", s.end, "8"))
    )  # fmt: skip
    lines = "".join(
        f'<div style="position:absolute;left:{a}px;top:{b}px;width:{c}px;border-top:1px solid {g}"></div>'
        for a, b, c in (
            *((104, 116 + 32 * n, 130) for n in range(5)), (284, 84, 480), (284, 115, 480), (284, 147, 480), (284, 179, 480), (284, 272, 480),
            (284, 376, 480), (284, 410, 480),
        )
    )  # fmt: skip
    h = f("hospital_name", s.hospital)
    body = f"""{put(40, 34, h, f"color:{g};font-size:15px")}{put(62, 58, "出院证（存根）", f"color:{g};font-size:15px")}
{put(284, 22, h, f"color:{g};font-size:20px;width:480px;text-align:center")}{put(284, 50, "出　院　证", f"color:{g};font-size:20px;width:480px;text-align:center")}
<div style="position:absolute;left:262px;top:14px;bottom:14px;border-left:2px dashed #777"></div>{put(253, 150, "出<br>字<br>第<br><br>号", "font-size:12px;background:#fff;line-height:1.5")}
{lines}{form}{values}{put(292, 418, "病员凭此证经门卫验收后离院，复诊时请携带", f"color:{g};font-size:12px")}"""
    body += seal(s.hospital, "出院专用章", size=124, at=(610, 270), turn=dice.uniform(-25, 25), ink=0.6)
    return page(body, "body{background:#fbfbf6}", font=SONG, size=14, pad="0")


def one_day(dice: random.Random) -> str:
    """Hubei: record of a stay under 24 hours, a ruled table of wide rows."""
    s = stay(dice, HB, "tertiary", GENERAL, nights=(1, 1))
    p, ill = s.p, s.ill
    came, went = (
        f" {dice.randint(14, 20)}:{dice.randint(10, 59)}",
        f" {dice.randint(8, 11):02d}:{dice.randint(10, 59)}",
    )
    kin = dice.choice(("患者本人", "患者之子", "患者家属"))

    def wide(head: str, text: str) -> str:
        return f'<tr><td colspan="4" style="padding:6px 8px"><b>{head}</b>　{text}</td></tr>'

    body = f"""<h1 style="font-size:22px">{f("hospital_name", s.hospital)}</h1><h2 style="font-size:20px;margin-bottom:8px">24小时内入出院记录</h2>
<table class="g"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", s.age, f"{s.age}岁")}</td><td>民族：{f("ethnicity", p.ethnicity + "族")}</td></tr>
<tr><td colspan="2">身份证号：{f("id_number", p.id_number)}</td><td>病历陈述者：{kin}</td><td>可靠程度：可靠</td></tr>
<tr><td colspan="2">住址：{f("address", home(p))}</td><td colspan="2">住院号：{f("record_number", s.number)}</td></tr>
<tr><td colspan="2">入院时间：{d("admission_date", s.start, "年0", came)}</td><td colspan="2">出院时间：{d("discharge_date", s.end, "年0", went)}</td></tr>
{wide("主诉", ill.complaint + "。")}{wide("入院情况", f"{ill.past}。{ill.signs}")}{wide("入院诊断", "，".join(f("diagnosis", n) for n in ill.first))}
{wide("诊治经过", ill.tests + "患者及家属因个人原因要求转上级医院继续治疗，反复告知病情及风险后仍坚持，签字后办理自动出院。")}
{wide("出院情况", "病情较入院时无明显变化，生命体征尚平稳。")}{wide("出院诊断", fs("diagnosis", [n for n, _ in ill.dx], "　", numbered=True))}
{wide("出院医嘱", "建议立即至上级医院继续住院治疗；" + ill.advice[0] + "。")}</table>
<table style="margin-top:16px"><tr><td>患者（授权人）签名：{sign("applicant", p.name if kin == "患者本人" else None, dice)}</td><td>记录医师：{f("physician_name", s.doctors[0])}</td>
<td>审签医师：{f("physician_name", s.doctors[2])}</td></tr><tr><td></td><td colspan="2">签名时间：{d("sign_date", s.end, "-", went)}</td></tr></table>"""
    return page(body, ".g td{vertical-align:top}", font=SONG, size=14, pad="48px 56px")


def certificate(dice: random.Random) -> str:
    """Guangxi: certificate of the illness on discharge, labels in a column, ruled under the values only."""
    s = stay(dice, GX, "tertiary", GENERAL + CHINESE[2:])
    p = s.p
    unit = dice.choice(("务农", "西江榕树糖业有限公司", "自由职业"))

    def under(label: str, inner: str) -> str:
        return (
            f'<div style="display:flex;margin:9px 0"><div style="width:104px;text-align:justify;text-align-last:justify">{label}</div>'
            f'<div style="flex:1;border-bottom:1px solid #444;margin-left:14px;padding-left:6px">{inner}</div></div>'
        )

    def two(*pairs: tuple[str, str]) -> str:
        cells = "".join(f'<div style="flex:1">{under(*pair)}</div>' for pair in pairs)
        return f'<div style="display:flex;gap:26px">{cells}</div>'

    dx = "".join(
        under("" if n else "出院诊断", f"（{n + 1}）{f('diagnosis', t)}") for n, (t, _) in enumerate(s.ill.dx)
    )
    body = f"""<h1 style="font-size:22px;color:#b3222a">{f("hospital_name", s.hospital)}</h1><h2 style="font-size:26px;letter-spacing:6px;color:#b3222a">出院疾病证明书</h2>
<div class="r" style="font-size:13px;margin:8px 0">编号：{s.end:%Y%m%d}{dice.randint(100, 999)}</div>
{two(("姓名", f("patient_name", p.name)), ("性别", f("sex", p.sex)))}{two(("出生日期", d("birth_date", p.born, "年")), ("民族", f("ethnicity", p.ethnicity + "族")))}
{under("身份证号码", f("id_number", p.id_number))}{under("工作单位", unit)}{two(("住院科室", f("department", s.ill.dept)), ("病案号", f("record_number", s.number)))}
{two(("入院日期", d("admission_date", s.start, "年")), ("出院日期", d("discharge_date", s.end, "年")))}{dx}
{under("诊疗情况", s.ill.course[:34])}{under("", s.ill.course[34:68])}{under("处理意见", f"全休{dice.choice((7, 14, 30))}天，{s.ill.advice[-1]}。")}
<div style="margin:34px 0 0 330px;line-height:2.2">主管医师：{f("physician_name", s.doctors[1])}<br>职　　称：{f("physician_title", dice.choice(("主治医师", "副主任医师", "主任医师")))}<br>
开具日期：{d("issue_date", s.end + dt.timedelta(days=dice.randint(0, 9)), "年")}</div>
<div style="position:absolute;bottom:40px;left:60px;right:60px;font-size:12px;border-top:1px solid #b3222a">说明：1.本证明书须加盖医院疾病证明专用章方有效。2.涉及司法、伤残鉴定不作依据。</div>"""
    body += seal(s.hospital, "疾病证明专用章", size=160, at=(470, 700), turn=dice.uniform(-14, 14))
    return page(body, "", font=dice.choice((SONG, KAI)), size=15, pad="50px 60px")


def needle(dice: random.Random) -> str:
    """Inner Mongolia: a banner's hospital on continuous paper, everything of one needle printer's type."""
    s = stay(dice, NM, "county", (LIVER, LUNG))
    p, ill = s.p, s.ill
    holes = "".join(
        f'<div style="position:absolute;{side}:7px;top:{n * 48 + 18}px;width:13px;height:13px;border-radius:50%;border:1px solid #aaa;background:#e8e8e8"></div>'
        for n in range(11) for side in ("left", "right")
    )  # fmt: skip
    dx = "".join(
        f"<div>　　{n}. {f('diagnosis', t)}　　{dice.choice(('好转', '好转', '未愈'))}</div>"
        for n, (t, _) in enumerate(ill.dx, 1)
    )
    body = f"""{holes}<div style="{DOT};line-height:1.65"><div class="c" style="font-size:20px;letter-spacing:3px">{f("hospital_name", s.hospital)}出院小结</div>
<div style="white-space:pre">姓名:{f("patient_name", p.name)}    性别:{f("sex", p.sex)}    年龄:{f("age", s.age)}    民族:{f("ethnicity", p.ethnicity)}    病历号:{f("record_number", s.number)}</div>
<div style="white-space:pre">科室:{f("department", ill.dept)}    入院:{d("admission_date", s.start, ".")}    出院:{d("discharge_date", s.end, ".")}    住院:{s.days}天</div>
<div style="white-space:nowrap">{"-" * 92}</div><div>入院诊断:{fs("diagnosis", ill.first, " ")}</div><div>出院诊断:</div>{dx}
<div>病情摘要:{ill.complaint}。{ill.tests}</div><div>治疗情况:{ill.course}</div><div>嘱:{",".join(ill.advice)}。</div>
<div style="white-space:pre;margin-top:8px">医师:{f("physician_name", s.doctors[0])}          制表:{s.clerks[0]}          打印:{style(s.end, ".")}{at(dice)}</div></div>"""
    return page(body, "", font=SONG, size=14, pad="26px 44px")


def handy(dice: random.Random) -> str:
    """Tianjin: a printed form of discharge whose text a hand filled in, the head from a sticker."""
    s = stay(dice, TJ, "county", KNIFE + GENERAL)
    p = s.p
    sticker = f"""<div style="position:absolute;right:50px;top:34px;border:1px solid #999;background:#fffef6;padding:4px 10px;font:13px/1.5 {HEI.split(",")[0]};transform:rotate({dice.uniform(-1.5, 1.5):.1f}deg)">
<b>{f("patient_name", p.name)}</b>　{f("sex", p.sex)}　{f("age", s.age, f"{s.age}岁")}<br>住院号 {f("record_number", s.number)}<br>{f("department", s.ill.dept)}　{dice.randint(1, 40)}床</div>"""
    ruled = "border-bottom:1px solid #777;height:38px;padding:6px 8px"
    written = "".join(
        f'<div style="{ruled}">{hand(t, 19)}</div>' for t in (s.ill.course[:32], s.ill.course[32:64], "")
    )
    body = f"""{sticker}<div style="font-size:20px">{f("hospital_name", s.hospital)}</div><div style="font-size:26px;letter-spacing:8px;margin:6px 0 30px">出院诊断书</div>
<table class="g"><tr><td style="width:110px">入院日期</td><td>{hand(style(s.start, "."))}</td><td style="width:110px">出院日期</td><td>{hand(style(s.end, "."))}</td></tr>
<tr><td>入院诊断</td><td colspan="3" style="height:44px">{hand("、".join(s.ill.first), 19)}</td></tr><tr><td>出院诊断</td><td colspan="3" style="height:64px">{hand("、".join(n for n, _ in s.ill.dx[:2]), 18)}</td></tr></table>
<div style="margin-top:12px">治疗经过：</div>{written}<div style="margin-top:12px">出院后建议：</div><div style="{ruled}">{hand("；".join(s.ill.advice[:2])[:30], 19)}</div>
<div style="display:flex;justify-content:space-between;margin-top:22px"><span>科主任：{sign("physician", None, dice)}</span><span>医师：{sign("physician", s.doctors[0], dice)}</span><span>{hand(f"{s.end.year}")} 年 {hand(str(s.end.month))} 月 {hand(str(s.end.day))} 日</span></div>"""
    body += seal(s.hospital, "医务科", size=140, at=(530, 520), turn=dice.uniform(-12, 12), ink=0.62)
    return page(body, ".g td{padding:6px 8px}", font=SONG, size=15, pad="40px 50px")


KIND = "discharge_summary"
TEMPLATES: dict[str, Template] = {
    "strand-discharge-proof-hubei": Template(KIND, 794, 559, proof),
    "strand-discharge-slip-sichuan": Template(KIND, 794, 450, three),
    "strand-discharge-oneday-hubei": Template(KIND, 794, 1123, one_day),
    "strand-discharge-certificate-guangxi": Template(KIND, 794, 1123, certificate),
    "strand-discharge-needle-neimeng": Template(KIND, 794, 528, needle),
    "strand-discharge-handy-tianjin": Template(KIND, 794, 780, handy),
}
