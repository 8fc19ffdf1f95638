"""Discharge records: a township's hospital, a women's hospital, a private one, a hospital for tumours."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    GX,
    HL,
    HN,
    PAST,
    SD,
    WORKUP,
    address,
    bars,
    clock,
    d,
    digits,
    dxs,
    logo,
    sheet,
    square,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, seal, sign

KIND = "discharge_summary"


def township(dice: random.Random) -> str:
    """A township's hospital of Guangxi: typed in a word processor, labels in prose, big letters."""
    c = stay(dice, GX, ("lung", "stroke", "heart", "sugar"), 2)
    p, ill = c.p, c.ill
    hospital = dice.choice(("田东县那板镇中心卫生院", "桂平市木棠镇卫生院", "桂平市浔北乡中心卫生院"))
    style = dice.choice(("年", "年0"))
    ask = dice.random() < 0.5
    number = f"，身份证号{f('id_number', p.id_number)}" if ask else ""
    kin = f"，联系电话{f('phone', p.phone)}" if dice.random() < 0.6 else ""
    fee = f("insurance_type", p.insurance, {"employee": "职工医保", "resident": "城乡居民医保"}[p.insurance])
    drugs = "".join(
        f"<div>{n}. {a}　{b}　用法：{how}</div>" for n, (a, b, how) in enumerate(ill.drugs[:3], 1)
    )
    body = f"""<h1 style="font-size:24px">{f("hospital_name", hospital)}</h1>
<h1 style="font-size:22px;margin:4px 0 14px">出 院 小 结</h1>
<div class="r" style="font-size:14px">住院号{f("record_number", c.number)}　{fee}</div>
<p>{f("patient_name", p.name)}，{f("sex", p.sex)}性，现年{f("age", c.age, f"{c.age}岁")}，
{f("ethnicity", p.ethnicity, p.ethnicity + "族")}，住{f("address", address(dice, p))}{number}{kin}。
因“{vary(dice, ill.complaint)}”由门诊于{d("admission_date", c.start, style)}收住我院{
        f("department", dice.choice(("综合科", "内科", "大内科", "住院部内儿科")))
    }，经治疗于{d("discharge_date", c.end, style)}好转出院，共住院{c.days}天。</p>
<p>入院时情况：{vary(dice, ill.history)}查体：{vary(dice, ill.exam)}</p>
<p>入院诊断：{dxs(c.dx[:2], "，", "{}、")}。</p>
<p>住院经过：{vary(dice, ill.course)}住院期间相关检查：{vary(dice, ill.tests)}</p>
<p>出院诊断：{dxs(c.dx, "，", "{}、")}。</p>
<p>出院时情况：{vary(dice, ill.state)}</p>
<p>出院医嘱：{"；".join(ill.orders)}。</p><div style="padding-left:2em">{drugs}</div>
<div style="margin:20px 0 0 390px;line-height:1.9;position:relative"><div>医师：{
        sign("physician", c.doctors[0], dice, 110)
    }</div>
<div>{f("hospital_name", hospital)}</div><div>{d("sign_date", c.end, style)}</div>
{seal(hospital, "", size=150, at=(dice.randint(10, 120), -10), turn=dice.uniform(-20, 20))}</div>"""
    css = "p{margin:3px 0;text-indent:2em;text-align:justify;line-height:1.65}"
    return sheet(body, css, font=dice.choice((SONG, "'AR PL UMing CN'")), size=15, pad="44px 66px")


def women(dice: random.Random) -> str:
    """A women's hospital of Shandong: coloured head, two columns of patient's data, pathology."""
    c = stay(dice, SD, ("womb",), 3)
    p, ill = c.p, c.ill
    hospital, other = dice.choice(
        (
            ("菏泽市曹南妇幼保健院", "菏泽市曹南儿童医院"),
            ("潍坊市浮烟山妇幼保健院", "潍坊市浮烟山妇女儿童医院"),
        )
    )
    pink = dice.choice(("#c2387a", "#b4518f", "#a33"))
    op = c.start.toordinal() + 3
    when = f"{c.start.fromordinal(op):%Y-%m-%d}"
    left = (
        ("姓　　名", f("patient_name", p.name)), ("性　　别", f("sex", p.sex)),
        ("年　　龄", f("age", c.age, f"{c.age}岁")), ("科　　室", f("department", ill.dept)),
        ("入院时间", d("admission_date", c.start, "-", " " + clock(dice, True))),
    )  # fmt: skip
    right = (
        ("病 案 号", f("record_number", c.number)), ("床　　号", f"妇科病区-{dice.randint(1, 40):02d}"),
        ("孕 产 史", f"G{dice.randint(2, 5)}P{dice.randint(1, 2)}"), ("住院天数", f"{c.days}"),
        ("出院时间", d("discharge_date", c.end, "-", " " + clock(dice, True))),
    )  # fmt: skip
    head = "".join(
        f'<tr><td style="width:52%"><b>{a}</b>：{b}</td><td><b>{x}</b>：{y}</td></tr>'
        for (a, b), (x, y) in zip(left, right, strict=True)
    )
    dx = "".join(f"<div>{n}. {f('diagnosis', v)}</div>" for n, v in enumerate(c.dx, 1))
    took = "".join(f"<div>{n}){a} {b} {how}</div>" for n, (a, b, how) in enumerate(ill.drugs, 1))
    body = f"""<div style="display:flex;align-items:center;gap:12px;color:{pink}">{logo(3, 60, pink)}
<div style="flex:1"><div style="font-size:23px;font-weight:600;font-family:{KAI}">
{f("hospital_name", hospital)}</div>
<div style="font-size:14px">{f("hospital_name", other)}</div></div>
<div style="font-size:20px;letter-spacing:6px;font-weight:600;color:#111">出院记录</div></div>
<div style="height:3px;background:{pink};margin:6px 0"></div>
<table>{head}</table><div style="border-top:1px solid {pink};margin:4px 0"></div>
<div class="h">入院诊断</div><div class="i">{dxs(c.dx[:1])}</div>
<div class="h">入院情况</div><div class="i">{vary(dice, ill.complaint)}。{vary(dice, ill.history + PAST)}
{vary(dice, ill.exam)}</div>
<div class="h">辅助检查</div><div class="i">{vary(dice, WORKUP[:150].rsplit("；", 1)[0])}。
{vary(dice, ill.tests)}</div>
<div class="h">手术日期及名称</div><div class="i">
{when}　广泛全子宫切除术+双侧附件切除术+盆腔淋巴结清扫术（全麻）</div>
<div class="h">诊疗经过</div><div class="i">{vary(dice, ill.course)}</div>
<div class="h">出院诊断</div><div class="i">{dx}</div>
<div class="h">出院情况</div><div class="i">{vary(dice, ill.state)}</div>
<div class="h">出院医嘱</div><div class="i">{"；".join(ill.orders)}。<br>出院带药：{took}</div>
<div style="display:flex;justify-content:flex-end;gap:36px;margin-top:12px"><span>科主任：
{f("physician_name", c.doctors[0])}</span>
<span>主治医师：{f("physician_name", c.doctors[1])}</span><span>经治医师：
{sign("physician", c.doctors[2], dice)}</span></div>
<div class="r">签字日期：{d("sign_date", c.end, "-")}</div>
<div style="position:absolute;left:50px;right:50px;bottom:18px;font-size:11px;color:{pink};
border-top:1px solid {pink};
display:flex;justify-content:space-between"><span>国家级爱婴医院　妇幼健康服务定点单位</span>
<span>第1页 共1页</span></div>"""
    css = f".h{{font-weight:600;color:{pink}}}.i{{padding-left:2em;line-height:1.5}}td{{padding:1px 4px}}"
    return sheet(body, css, font=dice.choice((SONG, HEI)), size=13, pad="26px 50px")


def private(dice: random.Random) -> str:
    """A private hospital of Heilongjiang for eyes or minds: bands of colour, medicines in a table."""
    c = stay(dice, HL, ("eye", "mind"), 2)
    p, ill = c.p, c.ill
    kind = {"眼科": "明眸眼科医院", "精神科": "安宁精神病专科医院"}[ill.dept]
    hospital = dice.choice(("佳木斯三江", "富锦锦绣", "绥化北林河")) + kind
    tint, deep = dice.choice((("#dfeefa", "#1f5f9c"), ("#e3f3e6", "#2d7a45"), ("#ececec", "#444")))
    drugs = "".join(
        (
            f"<tr><td class='c'>{n}</td><td>{a}</td><td>{b}</td><td>{how}</td><td class='c'>"
            f"{dice.randint(1, 4)}</td></tr>"
        )
        for n, (a, b, how) in enumerate(ill.drugs, 1)
    )
    level = dice.choice(("三级", "二级", "二级甲等"))
    band: Callable[..., str] = lambda t: (
        f'<div style="background:{tint};color:{deep};font-weight:600;'
        f'padding:2px 8px;margin-top:7px">{t}</div>'
    )
    dx = "".join(f"<tr><td class='c' style='width:46px'>{n}</td><td>{f('diagnosis', v)}</td></tr>"
                 for n, v in enumerate(c.dx, 1))  # fmt: skip
    orders = "".join(f"<li>{o}</li>" for o in ill.orders)
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div>
{logo(2, 46, deep)}
<span style="font-size:20px;color:{deep};font-weight:600;margin-left:8px">{f("hospital_name", hospital)}
</span>
<span style="font-size:12px;color:{deep}">（{f("hospital_level", level)}专科医院）</span></div>
<div style="font-size:11px;text-align:right">{bars(dice, 130, 24)}<br>住院流水号 {digits(dice, 9, "ZY")}
</div></div>
<div style="background:{deep};color:#fff;text-align:center;font-size:18px;letter-spacing:8px;margin:8px 0;
padding:2px">
出院记录单</div><table class="g" style="font-size:12.5px"><tr><td class="k">患者姓名</td><td>
{f("patient_name", p.name)}</td>
<td class="k">性别/年龄</td><td>{f("sex", p.sex)} / {f("age", c.age, f"{c.age}岁")}</td>
<td class="k">病历号</td><td>{f("record_number", c.number)}</td></tr>
<tr><td class="k">证件号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="k">手机</td>
<td>{f("phone", p.phone)}</td></tr><tr><td class="k">入院</td><td>{d("admission_date", c.start, "/")}</td>
<td class="k">出院</td><td>{d("discharge_date", c.end, "/")}</td><td class="k">科室</td><td>
{f("department", ill.dept)}</td></tr>
<tr><td class="k">住址</td><td colspan="5">{f("address", address(dice, p))}</td></tr></table>
{band("主诉及病史摘要")}<div class="i">{vary(dice, ill.complaint)}。{vary(dice, ill.history)}</div>
{band("专科检查")}<div class="i">{vary(dice, ill.exam)}</div>
{band("入院诊断")}<div class="i">{dxs(c.dx[:1])}</div>
{band("治疗经过")}<div class="i">{vary(dice, ill.tests)}{vary(dice, ill.course)}</div>
{band("出院诊断")}<table class="g" style="margin-top:3px">{dx}</table>
{band("出院时情况")}<div class="i">{vary(dice, ill.state)}</div>
{band("出院带药")}<table class="g" style="margin-top:3px;font-size:12.5px"><tr class="c"><td>序</td>
<td>药品名称</td><td>规格</td>
<td>用法</td><td>数量(盒)</td></tr>{drugs}</table>
{band("健康指导")}<ol style="margin:2px 0">{orders}</ol>
<table style="margin-top:10px"><tr><td>主任医师：{f("physician_name", c.doctors[0])}</td>
<td>经治医师：{f("physician_name", c.doctors[1])}</td><td>责任护士：{c.doctors[2]}</td>
<td>患者/家属签字：{sign("applicant", None, dice, 70)}</td></tr></table>
<div style="display:flex;justify-content:space-between;align-items:center;font-size:11px;margin-top:10px">
<span>
{square(dice, 58)}</span><span>客服热线：400-0{digits(dice, 2)}-{digits(dice, 4)}　打印时间：
{c.end:%Y/%m/%d} {clock(dice, True)}</span></div>"""
    body += seal(hospital, "", size=138, at=(dice.randint(430, 560), 830), turn=dice.uniform(-20, 20))
    css = (
        f".k{{background:{tint};width:76px}}.g td{{border-color:#9aa}}.i{{padding:2px 8px;line-height:1.55}}"
    )
    return sheet(body, css, font=dice.choice((HEI, SONG)), size=13, pad="26px 46px")


def tumour(dice: random.Random) -> str:
    """A hospital for tumours in Hunan: names of the sections upright at the left, very small print."""
    c = stay(dice, HN, ("tumour", "tumour", "liver"), 4)
    p, ill = c.p, c.ill
    hospital, sub = dice.choice(
        (
            ("郴州市苏仙肿瘤医院", "（郴州市苏仙区第九人民医院）"),
            ("岳阳市南湖肿瘤医院", "（岳阳市南湖康复医院）"),
        )
    )
    dept = ill.dept if ill.dept != "肿瘤内科" else dice.choice(("肿瘤内二科", "胸部肿瘤内科", "肿瘤内科"))
    side: Callable[..., str] = lambda t: (
        f'<td style="width:30px;text-align:center;line-height:1.25;padding:3px">{"<br>".join(t)}</td>'
    )
    cells = (
        ("入院诊断", f"<td>{dxs(c.dx[:-1], '<br>', '{}．')}</td>"),
        ("出院诊断", f"<td>{dxs(c.dx, '<br>', '{}．')}</td>"),
        ("入院情况", f"<td>{vary(dice, ill.complaint + '。' + ill.history + PAST + ill.exam)}</td>"),
        ("检查结果", f"<td>{vary(dice, WORKUP + ill.tests)}</td>"),
        ("诊疗经过", f"<td>{vary(dice, ill.course)}</td>"),
        ("出院情况", f"<td>{vary(dice, ill.state)}</td>"),
        ("出院医嘱", "<td>" + "<br>".join(f"{n}．{o}。" for n, o in enumerate(ill.orders, 1)) + "<br>带药："
         + "；".join(f"{a}[{b}] {how}" for a, b, how in ill.drugs) + "</td>"),
    )  # fmt: skip
    rows = "".join(f"<tr>{side(a)}{b}</tr>" for a, b in cells)
    body = f"""<div class="c" style="font-size:20px;font-family:{HEI}">{f("hospital_name", hospital)}
</div>
<div class="c" style="font-size:12px">（{f("hospital_name", sub.strip("（）"))}）</div>
<div style="position:relative"><h1 style="font-size:18px;letter-spacing:16px">出院记录</h1>
<span style="position:absolute;right:0;top:6px">第{dice.randint(2, 9)}次住院</span></div>
<table style="font-size:12px"><tr><td>科别 {f("department", dept)}</td><td>床号 {dice.randint(1, 70)}</td>
<td>住院号 {f("record_number", c.number)}</td><td>X片号 {digits(dice, 6)}</td><td>CT号 {digits(dice, 7)}
</td></tr></table>
<table class="g" style="font-size:12px"><tr><td style="padding:0" colspan="2"><table class="n"><tr><td>姓名
</td>
<td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>
{f("age", c.age)}</td><td>职业</td>
<td>{dice.choice(("农民", "退休", "工人", "其他"))}</td><td>婚姻</td><td>已婚</td></tr><tr><td>入院日期</td>
<td colspan="3">{d("admission_date", c.start, "年0", clock(dice).replace(":", "时") + "分")}</td>
<td>出院日期</td>
<td colspan="3">{d("discharge_date", c.end, "年0", clock(dice).replace(":", "时") + "分")}</td><td>天数</td>
<td>{c.days}</td>
</tr></table></td></tr>{rows}</table>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>记录者：
{f("physician_name", c.doctors[0])}</span>
<span>上级医师签字：{sign("physician", dice.choice((c.doctors[1], None)), dice)}</span>
<span>签名时间：{d("sign_date", c.end, "-", " " + clock(dice))}</span></div>"""
    css = (
        ".n td{border-top:0}.n tr:last-child td{border-bottom:0}.n td:first-child{border-left:0}.n "
        "td:last-child{border-right:0}"
    )
    return sheet(body, css + ".g td{line-height:1.5}", font=SONG, size=12, pad="30px 56px")


TEMPLATES: dict[str, Template] = {
    "cove-discharge-township-guangxi": Template(KIND, 794, 1123, township),
    "cove-discharge-women-shandong": Template(KIND, 794, 1123, women),
    "cove-discharge-private-heilongjiang": Template(KIND, 794, 1123, private),
    "cove-discharge-tumour-hunan": Template(KIND, 794, 1123, tumour),
}
