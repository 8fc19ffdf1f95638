"""Records of outpatients: a county of Shaanxi, a clinic of Jiangsu, a booklet of Jiangxi."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    JS,
    JX,
    SN,
    address,
    clock,
    d,
    date,
    digits,
    dxs,
    line,
    logo,
    sheet,
    square,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, hand, seal, sign

KIND = "outpatient_record"


def shaanxi(dice: random.Random) -> str:
    """A county's hospital of Shaanxi, narrow: short labels, medicines below."""
    c = stay(dice, SN, ("heart", "sugar", "stroke", "lung", "joint"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("靖边县芦河人民医院", "榆林市镇北台河医院", "靖边县统万城医院"))
    when = clock(dice)
    rp = "".join(
        f"<div>{n}、{a}　{b}　×{dice.randint(1, 4)}盒<br>　　Sig：{how}</div>"
        for n, (a, b, how) in enumerate(ill.drugs, 1)
    )
    kind = dice.choice(("初诊", "复诊", "复诊"))
    body = f"""<h1 style="font-size:20px">{f("hospital_name", hospital)}</h1><h1 style="font-size:17px;
font-weight:400;letter-spacing:4px">
门诊病历</h1><table style="border-top:1px solid #000;border-bottom:1px solid #000;margin-top:4px"><tr>
<td>{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", c.age, f"{c.age}岁")}</td>
<td>病历号：{f("record_number", digits(dice, 10, "00"))}</td></tr><tr><td>就诊科室：
{f("department", ill.dept + dice.choice(("门诊", "")))}</td>
<td>就诊时间：{d("visit_date", c.start, "-", " " + when)}</td></tr><tr><td>类别：{kind}</td>
<td>费别：{f("insurance_type", p.insurance, {"employee": "职工医保", "resident": "居民医保"}[p.insurance])}
</td></tr></table>
<p><b>主　诉：</b>{vary(dice, ill.complaint)}。</p><p><b>现病史：</b>{vary(dice, ill.history)}</p>
<p><b>既往史：</b>否认药物过敏史，否认手术外伤史。</p><p><b>体　检：</b>{vary(dice, ill.exam)}</p>
<p><b>辅　检：</b>{vary(dice, ill.tests)}</p><p><b>初步诊断：</b>{dxs(c.dx, " ", "{}、")}</p>
<p><b>处　理：</b>{"；".join(ill.orders[:2])}。</p><div><b>Rp：</b>{rp}</div>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>医师签名：
{sign("physician", c.doctors[0], dice)}</span>
<span>打印：{date(c.start, "-")} {when}</span></div>
<div style="position:absolute;bottom:12px;left:34px;right:34px;font-size:10.5px;
border-top:1px dashed #000">此病历请妥善保管，复诊时带来。预约电话 0912-4{digits(dice, 6)}</div>"""
    if dice.random() < 0.5:
        body += seal(hospital, "门诊部", shape="ellipse", size=110, at=(330, 660), turn=dice.uniform(-25, 25))
    return sheet(
        body,
        "p{margin:3px 0;line-height:1.5}td{padding:1px 3px}",
        font=dice.choice((SONG, HEI)),
        size=13,
        pad="22px 34px",
    )


def jiangsu(dice: random.Random) -> str:
    """A private clinic of Chinese medicine, Jiangsu: four examinations in a table, herbs in columns."""
    c = stay(dice, JS, ("heart", "sugar", "stroke", "lung", "kidney", "joint"), 1)
    p, ill = c.p, c.ill
    hospital = dice.choice(("沭阳虞姬国医堂中医门诊部", "宿迁项里中医专科医院", "沭阳县怀文中医院"))
    herbs = (
        "黄芪",
        "当归",
        "川芎",
        "赤芍",
        "白芍",
        "熟地黄",
        "茯苓",
        "炒白术",
        "陈皮",
        "法半夏",
        "丹参",
        "葛根",
        "桂枝",
        "炙甘草",
        "地龙",
        "红花",
    )
    chosen = dice.sample(herbs, 12)
    cells = "".join(
        "<tr>"
        + "".join(f"<td>{h} {dice.choice((6, 9, 10, 12, 15, 20, 30))}g</td>" for h in chosen[i : i + 4])
        + "</tr>"
        for i in range(0, 12, 4)
    )
    tongue = dice.choice(("舌淡暗，苔薄白，边有齿痕", "舌红少津，苔薄黄", "舌紫暗，有瘀斑，苔白腻"))
    pulse = dice.choice(("脉弦细", "脉沉细涩", "脉弦滑"))
    green = dice.choice(("#2f6b3a", "#6b4a2f"))
    body = f"""<div style="display:flex;align-items:center;gap:10px;border-bottom:3px double {green}">
{logo(1, 44, green)}
<div style="font-size:22px;font-family:{KAI};color:{green}">{f("hospital_name", hospital)}</div>
<div style="flex:1"></div>
<div style="font-size:19px;letter-spacing:5px">中医门诊病历</div></div>
<div style="display:flex;justify-content:space-between;margin:6px 0">
<span>姓名 {line(f("patient_name", p.name), 80)}</span>
<span>性别 {line(f("sex", p.sex), 36)}</span><span>年龄 {line(f("age", c.age), 40)}岁</span>
<span>电话 {line(f("phone", p.phone), 110)}</span></div>
<div style="display:flex;justify-content:space-between;margin:4px 0 8px">
<span>住址 {line(f("address", address(dice, p, True)), 280)}</span>
<span>日期 {line(d("visit_date", c.start, "年"), 120)}</span></div>
<table class="g"><tr><td class="k">主诉</td><td colspan="3">{vary(dice, ill.complaint)}</td></tr><tr>
<td class="k">现病史</td>
<td colspan="3">{vary(dice, ill.history)}</td></tr><tr><td class="k">望闻</td><td>神志清，面色少华，语声低，
{tongue}</td><td class="k">问切</td>
<td>纳少，寐差，二便调，{pulse}</td></tr><tr><td class="k">体检</td><td colspan="3">{vary(dice, ill.exam)}
</td></tr>
<tr><td class="k">诊断</td><td colspan="3">中医：{f("diagnosis", ill.tcm[0])}　证型：
{f("diagnosis", ill.tcm[1])}<br>西医：{dxs(c.dx, "，", "{}.")}</td></tr>
<tr><td class="k">治法</td><td colspan="3">益气养阴，活血通络</td></tr><tr><td class="k">方药</td>
<td colspan="3">{ill.tcm[2]}
<table class="z">{cells}</table>共 {dice.choice((7, 10, 14))} 剂，每日 1 剂，分 2 次温服</td></tr>
<tr><td class="k">医嘱</td><td colspan="3">忌生冷、辛辣、油腻，{dice.choice((7, 10, 14))}
日后复诊　{hand("加服通心络 3粒 tid", 18)}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>门诊编号：
{f("record_number", digits(dice, 7, "ZY"))}</span>
<span>接诊医师：{sign("physician", c.doctors[0], dice)}</span></div>
<div class="c" style="position:absolute;bottom:14px;left:0;right:0;font-size:11px;
color:{green}">未病先防　既病防变　　地址：{p.place.road}{dice.randint(10, 300)}号</div>"""
    css = ".k{width:58px;text-align:center}.z td{border:0!important;padding:1px 4px}.g td{line-height:1.55}"
    return sheet(body, css, font=SONG, size=14, pad="30px 46px")


def jiangxi(dice: random.Random) -> str:
    """The booklet of chronic illness, Jiangxi: two or three visits one below the other on one page."""
    c = stay(dice, JX, ("heart", "sugar", "kidney", "lung", "joint"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("泰和县文田医院", "赣州市章江源人民医院", "泰和县澄江社区卫生服务中心"))
    visits, when = "", c.start
    for n in range(dice.choice((2, 3))):
        doctor = c.doctors[dice.randint(0, 2)]
        bp = f"{dice.randint(124, 160)}/{dice.randint(70, 96)}"
        drugs = "；".join(
            f"{a} {b}×{dice.randint(1, 4)} {how}"
            for a, b, how in dice.sample(ill.drugs, k=min(3, len(ill.drugs)))
        )
        more = (
            vary(dice, ill.history[:60].rsplit("，", 1)[0]) + "。"
            if n == 0
            else "诉病情平稳，无特殊不适，规律服药，要求续方。"
        )
        visits += f"""<tr><td style="width:104px;vertical-align:top;text-align:center;line-height:1.6">
{d("visit_date", when, ".")}<br>{clock(dice)}<br>
{f("department", ill.dept)}</td><td style="line-height:1.65">主诉：
{vary(dice, ill.complaint) if n == 0 else "复诊开药"}。<br>病史：{more}<br>
查体：BP {bp}mmHg，心率{dice.randint(62, 90)}次/分，律齐，双肺呼吸音清。
{vary(dice, ill.tests) if n == 0 else ""}<br>诊断：{dxs(c.dx, "　")}<br>
处理：{drugs}<div class="r">医师：{f("physician_name", doctor)}　{sign("physician", doctor, dice, 80)}</div>
</td></tr>"""
        when = when + dt.timedelta(days=dice.randint(26, 33))
    body = f"""<table><tr><td style="width:90px">{square(dice, 70)}</td><td class="c">
<div style="font-size:21px;font-weight:600">
{f("hospital_name", hospital)}</div><div style="font-size:18px">门诊病历（慢特病续页）</div></td>
<td style="width:90px;font-size:12px" class="r">第 {dice.randint(2, 9)} 页</td></tr></table>
<table class="g" style="margin:8px 0 -1px"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：
{f("sex", p.sex)}</td>
<td>出生年月：{f("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}年{p.born.month}月")}</td><td>诊疗卡号：
{f("card_number", digits(dice, 9, "A"))}</td></tr>
<tr><td colspan="2">医保类型：
{f("insurance_type", p.insurance, {"employee": "城镇职工", "resident": "城乡居民"}[p.insurance])}</td>
<td colspan="2">身份证：{f("id_number", p.id_number)}</td></tr></table>
<table class="g"><tr class="c"><td>就诊日期/科室</td><td class="c">病　情　记　录</td></tr>{visits}</table>
<div style="font-size:11px;margin-top:6px">说明：本病历由患者保管，作为门诊慢特病年审依据，请勿涂改、转借。
</div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "门诊专用章", size=130, at=(560, 420), turn=dice.uniform(-25, 25), ink=0.55)
    return sheet(body, "", font=dice.choice((SONG, KAI, "'AR PL UMing CN'")), size=14, pad="34px 46px")


TEMPLATES: dict[str, Template] = {
    "cove-outpatient-shaanxi": Template(KIND, 559, 794, shaanxi),
    "cove-outpatient-jiangsu": Template(KIND, 794, 760, jiangsu),
    "cove-outpatient-jiangxi": Template(KIND, 794, 1123, jiangxi),
}
