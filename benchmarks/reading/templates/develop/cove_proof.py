"""Certificates of diagnosis: Yunnan, the army in Inner Mongolia, Guangdong."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    GD,
    NM,
    YN,
    address,
    bars,
    clock,
    d,
    date,
    digits,
    dxs,
    line,
    logo,
    sheet,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, seal, sign

KIND = "diagnosis_certificate"


def yunnan(dice: random.Random) -> str:
    """A prefecture's hospital of Yunnan: a ruled certificate, title of the physician, two dates."""
    c = stay(dice, YN, (), 2)
    p, ill = c.p, c.ill
    hospital, english = dice.choice((
        ("昭通市乌蒙山人民医院", "WUMENG MOUNTAIN PEOPLE'S HOSPITAL, ZHAOTONG"), ("镇雄县赤水源医院",
        "CHISHUIYUAN HOSPITAL"),
        ("昭通市洒渔河中心医院", "SAYU RIVER CENTRAL HOSPITAL OF ZHAOTONG"),
    ))  # fmt: skip
    rank = dice.choice(("主任医师", "副主任医师", "主治医师"))
    visit = dice.random() < 0.4
    when = (
        f"就诊日期</td><td colspan='3'>{d('visit_date', c.start, '年')}</td>"
        if visit
        else (
            f"住院日期</td><td colspan='3'>{d('admission_date', c.start, '年')}至"
            f"{d('discharge_date', c.end, '年')}</td>"
        )
    )
    number = "门诊号" if visit else "住院号"
    body = f"""<div style="position:absolute;inset:18px;border:3px double #3c7a8c"></div>
<div style="display:flex;align-items:center;justify-content:center;gap:12px">{logo(1, 48, "#217a8c")}
<div class="c"><div style="font-size:23px;font-family:{KAI};font-weight:600">{f("hospital_name", hospital)}
</div>
<div style="font-size:10px">{english}</div></div></div>
<h1 style="font-size:26px;letter-spacing:8px;margin:10px 0 2px">疾病诊断证明书</h1>
<div style="display:flex;justify-content:space-between;font-size:13px"><span>编号：{c.start.year}-
{digits(dice, 5)}</span>
<span>开具日期：{d("issue_date", c.end, "年")}</span></div>
<table class="g" style="font-size:15px"><tr><td class="k">姓名</td><td>{f("patient_name", p.name)}</td>
<td class="k">性别</td>
<td>{f("sex", p.sex)}</td><td class="k">年龄</td><td>{f("age", c.age, f"{c.age}岁")}</td></tr>
<tr><td class="k">身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="k">{number}</td>
<td>{f("record_number", c.number)}</td></tr><tr><td class="k">住址</td><td colspan="5">
{f("address", address(dice, p, True))}</td></tr>
<tr><td class="k">科别</td><td>{f("department", ill.dept)}</td><td class="k">{when}</tr>
<tr><td class="k">病情摘要</td><td colspan="5" style="line-height:1.7;padding:6px">因“
{vary(dice, ill.complaint)}”就诊。
{vary(dice, ill.exam)}{vary(dice, ill.tests)}</td></tr>
<tr><td class="k">诊　断</td><td colspan="5" style="line-height:1.8;padding:6px">{dxs(c.dx, "<br>", "{}. ")}
</td></tr>
<tr><td class="k">处理意见</td><td colspan="5" style="line-height:1.8;padding:6px">
{"；".join(ill.orders[:3])}。</td></tr>
<tr><td class="k">医师签名</td><td colspan="2">{sign("physician", c.doctors[0], dice)}</td>
<td class="k">职　称</td>
<td colspan="2">{f("physician_title", rank)}</td></tr></table>
<div style="font-size:12px;margin-top:8px">备注：①本证明经医师签名并加盖医院诊断证明专用章后生效；
②涂改无效；③本证明仅用于办理门诊慢特病，不作司法鉴定依据。</div>
<div class="r" style="margin:26px 40px 0 0">（医院盖章）</div>"""
    body += seal(
        hospital, "诊断证明专用章", size=146, at=(dice.randint(480, 560), 800), turn=dice.uniform(-20, 20)
    )
    css = ".k{text-align:center;white-space:nowrap;width:76px}body{background:#fbfdfb}td{padding:6px}"
    return sheet(body, css, font=SONG, size=14, pad="46px 54px")


def army(dice: random.Random) -> str:
    """The army's half sheet: one sentence of proof, blanks filled, seal and day without labels."""
    c = stay(dice, NM, ("heart", "stroke", "liver", "tumour", "lung"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(
        ("联勤保障部队第九九七医院赤峰医疗区", "中国人民解放军第九八三五医院", "武警赤峰市支队中心医院")
    )
    v: Callable[..., str] = lambda t, w=80: line(f"<b>{t}</b>", w)
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12px">
<span>医证字第 {digits(dice, 6)} 号</span>
<span>ID {f("record_number", digits(dice, 9))}</span></div>
<h1 style="font-size:21px;font-family:{HEI};font-weight:400">{f("hospital_name", hospital)}</h1>
<h1 style="font-size:24px;letter-spacing:14px;margin:4px 0 10px">诊断证明书</h1>
<p>兹证明{v(f("patient_name", p.name), 90)}同志，性别{v(f("sex", p.sex), 36)}，年龄{v(f("age", c.age), 40)}
岁，
系{v(f("address", address(dice, p, True)), 200)}人，因{v(vary(dice, ill.complaint), 160)}于
{v(d("admission_date", c.start, "年"), 120)}
至{v(d("discharge_date", c.end, "年"), 120)}在我院{v(f("department", ill.dept), 90)}住院治疗。</p>
<p>临床诊断：{dxs(c.dx, "　")}</p>
<p>建　　议：{"；".join(ill.orders[:2])}；建议休息{dice.choice(("壹个月", "两周", "叁个月"))}。</p>
<div style="display:flex;justify-content:space-between;margin-top:18px"><span>经治医师：
{sign("physician", c.doctors[0], dice)}</span>
<span>科室主任：{f("physician_name", c.doctors[1])}</span><span>{d("issue_date", c.end, "年")}</span></div>
<div style="position:absolute;left:60px;bottom:16px;font-size:11px">（此证明须加盖医务部公章有效　地址：
{p.place.road}16号　邮编024000）</div>"""
    body += seal(hospital, "医务部", size=138, at=(570, dice.randint(330, 360)), turn=dice.uniform(-15, 15))
    return sheet(body, "p{text-indent:2em;line-height:2;margin:4px 0}", font=SONG, size=15, pad="26px 60px")


def guangdong(dice: random.Random) -> str:
    """A hospital of Chinese medicine, Guangdong: labels above their values, bar code."""
    c = stay(dice, GD, ("heart", "sugar", "stroke", "lung", "kidney", "joint"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("雷州市雷祖中医医院", "湛江市南渡河中医院", "雷州市调风骨伤医院"))
    rank = dice.choice(("主治中医师", "副主任中医师", "主任医师", "副主任医师"))
    box: Callable[..., str] = lambda k, x, w=1: (
        f'<div style="flex:{w};border-right:1px solid #888;padding:2px 8px"><div class="s">{k}</div>'
        f"<div>{x}</div></div>"
    )
    issue = c.end + dt.timedelta(days=dice.randint(0, 6))
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center">
<div style="display:flex;gap:10px;align-items:center">
{logo(2, 52, "#8a3b12")}<div><div style="font-size:22px;font-weight:600;color:#8a3b12">
{f("hospital_name", hospital)}</div>
<div style="font-size:12px;color:#8a3b12">
{f("hospital_level", dice.choice(("二级甲等", "三级甲等", "三级乙等")))}中医医院　医保定点</div></div></div>
<div class="c" style="font-size:11px">{bars(dice, 140, 28)}<br>{digits(dice, 12)}</div></div>
<h1 style="font-size:22px;border:1px solid #888;border-left:0;border-right:0;margin:10px 0;padding:4px;
letter-spacing:6px">诊断证明书（门诊特定病种专用）</h1>
<div class="o">{box("姓名 Name", f("patient_name", p.name))}{box("性别 Sex", f("sex", p.sex))}
{box("年龄 Age", f("age", c.age, f"{c.age}岁"))}
{box("出生日期 DOB", d("birth_date", p.born, "-"))}
{box("民族", f("ethnicity", p.ethnicity, p.ethnicity + "族"))}</div>
<div class="o">{box("证件号 ID No.", f("id_number", p.id_number), 2)}{box("电话 Tel", f("phone", p.phone))}
{box("病案号 MRN", f("record_number", c.number))}</div>
<div class="o">{box("科室 Dept.", f("department", ill.dept))}
{box("入院 Admitted", d("admission_date", c.start, "-"))}
{box("出院 Discharged", d("discharge_date", c.end, "-"))}</div>
<div class="h">诊断 DIAGNOSIS</div><div class="i">中医诊断：
{f("diagnosis", ill.tcm[0])}　{f("diagnosis", ill.tcm[1])}<br>西医诊断：
{dxs(c.dx, "<br>　　　　　", "({})")}</div>
<div class="h">诊断依据 BASIS</div><div class="i">{vary(dice, ill.history)}{vary(dice, ill.tests)}</div>
<div class="h">医生建议 ADVICE</div><div class="i">{"；".join(ill.orders)}。长期用药：
{"、".join(a for a, *_ in ill.drugs)}。</div>
<div style="display:flex;justify-content:space-between;margin-top:18px;align-items:flex-end">
<div>医师（签章）　{sign("physician", c.doctors[0], dice)}
<br>{f("physician_name", c.doctors[0])}　{f("physician_title", rank)}</div>
<div>审核　{f("physician_name", c.doctors[1])}</div>
<div>出具日期　{d("issue_date", issue, "-")}</div></div>
<div style="position:absolute;bottom:26px;left:50px;right:50px;font-size:11px;border-top:1px solid #888;
display:flex;
justify-content:space-between"><span>此证明一式两份，一份交医保经办机构，一份存入病历。复印无效。</span>
<span>{date(issue, "-")} {clock(dice, True)} 打印</span></div>"""
    body += seal(
        hospital, "疾病诊断专用章", size=140, at=(dice.randint(440, 540), 800), turn=dice.uniform(-20, 20)
    )
    css = (
        ".s{font-size:11px;color:#666}.o{display:flex;border:1px solid #888;border-right:0;margin-bottom:4px}"
        ".h{background:#f3e8e0;padding:1px 8px;font-weight:600;margin-top:8px}.i{padding:4px 8px;"
        "line-height:1.7}"
    )
    return sheet(body, css, font=dice.choice((HEI, SONG)), size=14, pad="36px 50px")


TEMPLATES: dict[str, Template] = {
    "cove-certificate-yunnan": Template(KIND, 794, 1123, yunnan),
    "cove-certificate-army": Template(KIND, 794, 520, army),
    "cove-certificate-guangdong": Template(KIND, 794, 1123, guangdong),
}
