"""Discharge records: a prefecture's hospital, a county's hospital of Chinese medicine, the army's, a slip."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    HA,
    JX,
    PAST,
    SC,
    WORKUP,
    XJ,
    address,
    bars,
    clock,
    d,
    digits,
    dxs,
    line,
    logo,
    sheet,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, seal, sign

KIND = "discharge_summary"


def jiangxi(dice: random.Random) -> str:
    """A prefecture's hospital of Jiangxi: registration number, bar code, headings in brackets, dense."""
    c = stay(dice, JX, ("heart", "sugar", "stroke", "lung", "kidney"))
    p, ill = c.p, c.ill
    hospital, english = dice.choice(
        (
            ("赣州市梅岭人民医院", "GANZHOU MEILING PEOPLE'S HOSPITAL"),
            ("吉安市白鹭汀医院", "BAILUTING HOSPITAL OF JI'AN"),
            ("赣南章水中心医院", "ZHANGSHUI CENTRAL HOSPITAL"),
        )
    )
    first = c.dx[: dice.randint(1, len(c.dx))]
    orders = "".join(f"<div>{n}. {o}；</div>" for n, o in enumerate(ill.orders, 1))
    drugs = "；".join(f"{a}（{b}）{how}" for a, b, how in ill.drugs)
    said = (
        f"患者{f('patient_name', p.name)}，{f('sex', p.sex)}，{f('age', c.age, f'{c.age}岁')}，因"
        f"“{vary(dice, ill.complaint)}”于{d('admission_date', c.start, '年', clock(dice))}入院。"
    )
    body = f"""<div style="display:flex;align-items:center;border-bottom:2px solid #000;
padding-bottom:5px">
{logo(0, 50, "#0b7a4b")}<div style="flex:1;text-align:center;margin-left:-10px">
<div style="font-size:21px;font-weight:600;letter-spacing:3px">{f("hospital_name", hospital)}</div>
<div style="font-size:10px;letter-spacing:1px">{english}</div></div>
<div class="c" style="font-size:10px">{bars(dice, 120, 26)}<div>{digits(dice, 10, "00")}</div></div></div>
<h1 style="font-size:19px;letter-spacing:12px;margin:6px 0 4px">出院记录</h1>
<table style="font-size:12.5px;border-bottom:1px solid #000"><tr><td>姓名:{f("patient_name", p.name)}</td>
<td>性别:{f("sex", p.sex)}</td><td>年龄:{f("age", c.age, f"{c.age}岁")}</td>
<td>科室:{f("department", ill.dept)}</td><td>床号:{dice.randint(1, 60):02d}床</td>
<td>登记号:{f("record_number", digits(dice, 10, "00"))}</td></tr></table>
<table style="font-size:12.5px;margin:3px 0"><tr><td>入院时间:
{d("admission_date", c.start, "-", " " + clock(dice))}</td>
<td>出院时间:{d("discharge_date", c.end, "-", " " + clock(dice))}</td><td>住院天数:{c.days}天</td>
<td>病案号:{f("record_number", c.number)}</td></tr></table>
<div class="t"><b>【入院情况】</b>{said}{vary(dice, ill.history)}</div>
<div class="t">{vary(dice, PAST)}</div><div class="t">入院查体：{vary(dice, ill.exam)}</div>
<div class="t"><b>【入院诊断】</b>{dxs(first, " ")}</div>
<div class="t"><b>【诊疗经过】</b>{ill.course}辅助检查：{vary(dice, WORKUP)}{vary(dice, ill.tests)}</div>
<div class="t"><b>【出院诊断】</b>{dxs(c.dx, " ")}</div>
<div class="t"><b>【出院情况】</b>{vary(dice, ill.state)}</div>
<div class="t"><b>【出院医嘱】</b>{orders}<div>{len(ill.orders) + 1}. 出院带药：{drugs}。</div></div>
<div style="display:flex;justify-content:flex-end;gap:40px;margin-top:14px"><span>上级医师：
{f("physician_name", c.doctors[0])}</span><span>医师签名：{sign("physician", c.doctors[1], dice)}</span>
</div>
<div class="r" style="margin-top:6px">{d("sign_date", c.end, "年0", " " + clock(dice))}</div>
<div style="position:absolute;left:52px;right:52px;bottom:24px;border-top:1px solid #666;font-size:11px;
display:flex;justify-content:space-between"><span>地址：{p.place.road}88号　24小时服务热线：07
{dice.randint(90, 99)}-8{digits(dice, 6)}</span>
<span>第 1 页</span></div>"""
    return sheet(body, ".t{margin:4px 0;line-height:1.55}td{padding:2px 3px}", size=14, pad="28px 52px")


def henan_tcm(dice: random.Random) -> str:
    """A county's hospital of Chinese medicine in Henan: everything in a ruled table, twofold diagnoses."""
    c = stay(dice, HA, ("heart", "sugar", "stroke", "lung", "kidney", "joint"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("太康县杏林中医院", "唐河县仲景堂中医院", "淮阳伏羲中医院", "唐河县泗洲中医院"))
    sick, pattern, recipe = ill.tcm
    cm = f'<div>中医诊断：{f("diagnosis", f"{sick}（{pattern}）")}</div>' if dice.random() < 0.5 else (
        f'<div>中医诊断：{f("diagnosis", sick)}</div><div>　　证　　型：{f("diagnosis", pattern)}</div>'
    )  # fmt: skip
    west = "".join(
        f"<div>{'西医诊断：' if n == 1 else '　　　　　'}{n}、{f('diagnosis', v)}</div>"
        for n, v in enumerate(c.dx, 1)
    )
    herbs = "黄芪30g 当归15g 川芎12g 赤芍15g 地龙10g 桃仁10g 丹参20g 炙甘草6g"
    big = "vertical-align:top;line-height:1.6"
    body = f"""<div class="c" style="font-family:{KAI};font-size:25px;font-weight:600">
{f("hospital_name", hospital)}</div>
<h1 style="font-size:20px;letter-spacing:10px;margin:2px 0 8px;font-weight:400">出院小结</h1>
<table class="g" style="font-size:13.5px"><tr><td class="l">姓　名</td><td>{f("patient_name", p.name)}</td>
<td class="l">性　别</td><td>{f("sex", p.sex)}</td><td class="l">年　龄</td><td>{f("age", c.age)}</td>
<td class="l">民　族</td><td>{f("ethnicity", p.ethnicity)}</td></tr>
<tr><td class="l">科　别</td><td>{f("department", ill.dept)}</td><td class="l">床　号</td><td>
{dice.randint(1, 48)}</td>
<td class="l">住院号</td><td colspan="3">{f("record_number", c.number)}</td></tr>
<tr><td class="l">住　址</td><td colspan="5">{f("address", address(dice, p, True))}</td>
<td class="l">电话</td><td>{f("phone", p.phone)}</td></tr>
<tr><td class="l">入院日期</td><td colspan="2">{d("admission_date", c.start, "年")}</td>
<td class="l">出院日期</td>
<td colspan="2">{d("discharge_date", c.end, "年")}</td><td class="l">住院日</td><td>{c.days} 天</td></tr>
<tr><td class="l">入院诊断</td><td colspan="7" style="{big}"><div>中医诊断：{f("diagnosis", sick)}</div>
<div>西医诊断：{dxs(c.dx[:2], "　", "{}、")}</div></td></tr>
<tr><td class="l">出院诊断</td><td colspan="7" style="{big}">{cm}{west}</td></tr>
<tr><td class="l">入院时<br>主要症状<br>及体征</td><td colspan="7" style="{big}">{vary(dice, ill.complaint)}
。
{vary(dice, ill.exam)}舌质暗红，苔薄白，脉弦细。</td></tr>
<tr><td class="l">主要检查<br>结果</td><td colspan="7" style="{big}">{vary(dice, ill.tests)}</td></tr>
<tr><td class="l">治疗经过<br>及效果</td><td colspan="7" style="{big}">{ill.course}中医辨证治疗，方选
{recipe}：{herbs}，
日1剂，水煎400ml，早晚分服；配合针刺、艾灸、穴位贴敷。疗效：□治愈 ☑好转 □未愈 □其他</td></tr>
<tr><td class="l">出院时<br>情　况</td><td colspan="7" style="{big}">{vary(dice, ill.state)}</td></tr>
<tr><td class="l">出院后<br>用药及<br>建　议</td><td colspan="7" style="{big}">{"；".join(ill.orders)}。
{"；".join(f"{a} {how}" for a, _, how in ill.drugs[:3])}。</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:10px"><span>主治医师：
{f("physician_name", c.doctors[0])}</span>
<span>住院医师：{f("physician_name", c.doctors[1])}</span><span>日期：{d("sign_date", c.end, ".")}</span>
</div>"""
    body += seal(hospital, "病历复印专用章" if dice.random() < 0.5 else "医务科", size=132,
                 at=(dice.randint(420, 560), dice.randint(770, 850)), turn=dice.uniform(-15, 15))  # fmt: skip
    return sheet(body, ".l{width:66px;text-align:center}td{padding:4px 5px}", size=14, pad="36px 50px")


def army(dice: random.Random) -> str:
    """The army's hospital in Xinjiang: ID number of the system, blanks underlined, run-in headings."""
    c = stay(dice, XJ, ("heart", "stroke", "lung", "liver", "tumour"))
    p, ill = c.p, c.ill
    hospital = dice.choice(
        ("中国人民解放军新疆军区第九三七医院", "联勤保障部队第九九七医院", "武警新疆总队昆仑医院")
    )
    style = dice.choice(("年0", "-"))
    fee = f(
        "insurance_type", p.insurance, {"employee": "城镇职工医保", "resident": "城乡居民医保"}[p.insurance]
    )
    items = (
        ("入院情况", f"{vary(dice, ill.complaint)}入院。{vary(dice, ill.history + PAST + ill.exam)}"),
        ("主要化验及特殊检查", vary(dice, WORKUP) + vary(dice, ill.tests)),
        ("诊疗经过", vary(dice, ill.course)),
        ("出院时情况", vary(dice, ill.state)),
        ("出院医嘱", "".join(f"({n}){o}。" for n, o in enumerate(ill.orders, 1))
         + "带药：" + "、".join(f"{a} {how}" for a, _, how in ill.drugs)),
    )  # fmt: skip
    lead = "".join(f'<p><span style="font-family:{HEI}">{n}、{a}</span>　{b}</p>' for n, (a, b) in
                   zip("三四五六七", items, strict=True))  # fmt: skip
    body = f"""<h1 style="font-size:22px;font-family:{SONG}">{f("hospital_name", hospital)}</h1>
<h1 style="font-size:24px;letter-spacing:20px;font-family:{HEI};font-weight:400;
margin:2px 0 10px 20px">出院小结</h1>
<div class="w">科别{line(f("department", ill.dept), 130)}病区
{line(dice.choice(("一病区", "二病区", "五病区")), 70)}
床号{line(str(dice.randint(1, 50)), 40)}ID号{line(f("record_number", digits(dice, 8, "M")), 100)}
住院号{line(f("record_number", c.number), 90)}</div>
<div class="w">姓名{line(f("patient_name", p.name), 110)}性别{line(f("sex", p.sex), 40)}年龄
{line(f("age", c.age, f"{c.age}岁"), 50)}
民族{line(f("ethnicity", p.ethnicity), 70)}费别{line(fee, 110)}婚姻{line("已婚", 50)}</div>
<div class="w">家庭住址{line(f("address", address(dice, p)), 380)}</div>
<div class="w">入院日期{line(d("admission_date", c.start, style), 130)}出院日期
{line(d("discharge_date", c.end, style), 130)}
共住院{line(str(c.days), 40)}天　转归：好转</div>
<p><span style="font-family:{HEI}">一、入院诊断</span>　{dxs(c.dx[:2], "　", "{}）")}</p>
<p><span style="font-family:{HEI}">二、出院诊断</span>　{dxs(c.dx, "　", "{}）")}</p>{lead}
<div style="margin:16px 0 0 340px;line-height:2">主治医师：{sign("physician", c.doctors[0], dice)}<br>
主管医师：{f("physician_name", c.doctors[1])}<br>
{d("sign_date", c.end, "年")}</div>
<div style="position:absolute;bottom:22px;left:0;right:0;text-align:center;font-size:11px">— 1 —</div>"""
    body += seal(
        hospital, "病案室", size=140, at=(dice.randint(420, 560), 850), turn=dice.uniform(-25, 25), ink=0.6
    )
    css = ".w{line-height:1.9}.w{white-space:nowrap}p{margin:5px 0;text-align:justify;line-height:1.6}"
    return sheet(body, css, font=dice.choice((SONG, KAI)), size=14, pad="40px 56px")


def sichuan_slip(dice: random.Random) -> str:
    """A certificate of discharge on half a sheet, Sichuan: the stub at the left, printed form, red seals."""
    c = stay(dice, SC, ("heart", "lung", "kidney", "stroke", "liver"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("南江县光雾山人民医院", "渠县賨江医院", "巴中市恩阳河人民医院"))
    ink = "#1d3f77"
    number = f"{dice.randint(1000, 99999):07d}"
    name, sex, age = f("patient_name", p.name), f("sex", p.sex), f("age", c.age)
    num = f("record_number", c.number)

    def v(x: str) -> str:
        return f'<span style="color:#111;font-family:{MICRO}">{x}</span>'

    rest = dice.choice(("全休壹月", "全休贰周，加强营养", "休息一月，门诊随访"))
    stub = f"""<div style="position:absolute;left:16px;top:22px;bottom:18px;width:206px;
border-right:1px dashed #555;
padding-right:12px;color:{ink};font-size:12.5px;line-height:2">
<div class="c" style="font-size:15px">出院证明书（存根）</div>
<div class="c">№ {number}</div>姓名 {v(name)}　性别 {v(sex)}
<br>年龄 {v(age)} 岁　科别 {v(f("department", ill.dept))}<br>
住院号 {v(num)}<br>入院 {v(d("admission_date", c.start, "."))}<br>出院 {v(d("discharge_date", c.end, "."))}
<br>
诊断 <span style="line-height:1.4;display:inline-block">{v(dxs(c.dx[:1]))}</span>
<br>经治医师 {v(f("physician_name", c.doctors[0]))}</div>"""
    dx = "<br>".join(f"{n}. {f('diagnosis', x)}" for n, x in enumerate(c.dx, 1))
    body = (
        stub
        + f"""<div style="margin-left:226px;color:{ink};line-height:1.85">
<div class="c" style="font-size:20px;
letter-spacing:2px">{f("hospital_name", hospital)}</div><div class="c" style="font-size:22px;
letter-spacing:8px">出院证明书</div>
<div class="r" style="font-size:12px">№ <span style="color:#b22">{number}</span></div>
<div>姓名{line(v(name), 90)}性别{line(v(sex), 34)}年龄{line(v(age), 40)}岁　住院号{line(v(num), 90)}</div>
<div>单位或住址{line(v(f("address", address(dice, p, True))), 360)}</div>
<div>于{line(v(d("admission_date", c.start, "年")), 130)}入住本院{line(v(f("department", ill.dept)), 110)}
治疗，</div>
<div>于{line(v(d("discharge_date", c.end, "年")), 130)}出院，共住院{line(v(str(c.days)), 40)}天。</div>
<div style="display:flex"><span>出院诊断：</span><div style="color:#111;font-family:{MICRO};line-height:1.5;
flex:1">{dx}</div></div>
<div style="display:flex"><span style="white-space:nowrap">治疗结果：</span>
<div style="color:#111">□治愈　☑好转　□未愈　□死亡</div></div>
<div style="display:flex"><span style="white-space:nowrap">出院建议：</span>
<div style="color:#111;font-family:{MICRO};line-height:1.5">{rest}；{"；".join(ill.orders[:2])}。</div>
</div>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>医师签章：
{sign("physician", c.doctors[0], dice)}</span>
<span>{v(d("issue_date", c.end, "年"))}</span></div>
<div style="font-size:11px">注：1.本证明无公章及医师签章无效；2.涂改无效；3.遗失不补。</div></div>"""
    )
    body += seal(hospital, "出院专用章", size=124, at=(570, 320), turn=dice.uniform(-20, 20))
    if dice.random() < 0.5:
        body += seal(c.doctors[0], "", shape="square", size=52, at=(400, 400), ink=0.8)
    return sheet(body, font=SONG, size=14, pad="24px 30px")


TEMPLATES: dict[str, Template] = {
    "cove-discharge-prefecture-jiangxi": Template(KIND, 794, 1123, jiangxi),
    "cove-discharge-tcm-henan": Template(KIND, 794, 1123, henan_tcm),
    "cove-discharge-army-xinjiang": Template(KIND, 794, 1123, army),
    "cove-discharge-slip-sichuan": Template(KIND, 794, 510, sichuan_slip),
}
