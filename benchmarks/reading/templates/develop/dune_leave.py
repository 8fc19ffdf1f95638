"""Discharge records of a county hospital, a 中医院, a cancer hospital and a hospital of the army."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    GZ,
    HB,
    HE,
    TRADES,
    YN,
    Say,
    at,
    bars,
    beside,
    d,
    dxs,
    stay,
    style,
    tell,
)
from benchmarks.reading.templates.develop.dune_ills import (
    BREAST_CA,
    COPD,
    GENERAL,
    HEART,
    HERBAL,
    LUNG_CA,
    STOMACH,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign


def county(dice: random.Random) -> str:
    """Guizhou county hospital: one ruled table, labels in a narrow left column."""
    s = stay(dice, GZ, "{c}县" + dice.choice(("人民医院", "第二人民医院", "湄江人民医院")), GENERAL)
    p, ill = s.p, s.ill
    rows = (
        ("入院诊断", dxs(s)),
        ("出院诊断", dxs(s, codes=dice.random() < 0.5)),
        ("入院时情况", f"主诉：{tell(dice, ill.complaint, s)}。{tell(dice, ill.history, s)}　查体：{tell(dice, ill.signs, s)}"),
        ("诊疗经过", tell(dice, ill.course, s)),
        ("出院时情况", tell(dice, ill.state, s)),
        ("治疗结果", dice.choice(("□治愈　☑好转　□未愈　□死亡　□其他", "☑治愈　□好转　□未愈　□死亡　□其他"))),
        ("出院医嘱", "".join(f"<div>{n}、{o}</div>" for n, o in enumerate(ill.orders, 1))),
        ("出院带药", "".join(f"<div>{a}　{b}　用法：{c}</div>" for a, b, c in ill.drugs)),
    )  # fmt: skip
    table = "".join(f'<tr><td class="l">{a}</td><td colspan="7">{b}</td></tr>' for a, b in rows)
    body = f"""<h2 style="font-size:21px;letter-spacing:3px">{f("hospital_name", s.hospital)}</h2><h1 style="font-size:25px;letter-spacing:16px;margin:2px 0 8px">出院记录</h1>
<div style="display:flex;justify-content:space-between;font-size:13px"><span>科室：{f("department", ill.dept)}</span><span>病区：{ill.dept[:2]}一病区</span><span>床号：{dice.randint(1, 62):02d}</span><span>住院号：{f("record_number", s.number)}</span></div>
<table class="g" style="font-size:13.5px"><tr><td class="l">姓　名</td><td>{f("patient_name", p.name)}</td><td class="l">性　别</td><td>{f("sex", p.sex)}</td><td class="l">年　龄</td><td>{f("age", s.age, f"{s.age}岁")}</td><td class="l">职　业</td><td>{dice.choice(TRADES)}</td></tr>
<tr><td class="l">入院日期</td><td colspan="3">{d("admission_date", s.start, "年0", " " + at(dice))}</td><td class="l">出院日期</td><td colspan="3">{d("discharge_date", s.end, "年0", " " + at(dice))}</td></tr>
<tr><td class="l">住院天数</td><td>{s.days}天</td><td class="l">X光号</td><td>/</td><td class="l">病理号</td><td>/</td><td class="l">血型</td><td>{dice.choice("ABO")}型</td></tr>{table}</table>
<div style="text-align:right;margin-top:18px">医师签名：{f("physician_name", s.doctors[0])}／{sign("physician", s.doctors[1], dice)}</div><div style="text-align:right">{d("sign_date", s.end, "年0")}</div>
<div style="position:absolute;left:60px;right:60px;bottom:26px;font-size:12px;display:flex;justify-content:space-between;border-top:1px solid #999"><span>打印时间：{style(s.end)} {at(dice, True)}</span><span>第 1 页　共 1 页</span></div>"""
    if dice.random() < 0.7:
        x, y = dice.randint(60, 500), dice.randint(-120, -50)
        body += beside(seal(s.hospital, "病案复印专用章", size=140, at=(x, y), turn=dice.uniform(-20, 20)))
    return page(body, ".l{width:84px;text-align:center;background:#f4f4f4}", SONG, 14, "34px 56px")


def herbal(dice: random.Random) -> str:
    """Yunnan 中医院: running prose, values on lines, three pages a record by its foot."""
    s = stay(dice, YN, "{c}县中医" + dice.choice(("医院", "院")), HERBAL, digits=7)
    p, ill = s.p, s.ill
    u: Say = lambda text: f'<u style="padding:0 6px">{text}</u>'
    west = "　".join(f"{n}.{f('diagnosis', a)}" for n, (a, _) in enumerate(s.dx, 1))
    admitted = f"中医诊断：{f('diagnosis', ill.tcm[0])}　　证型：{ill.tcm[1]}<br>西医诊断：{f('diagnosis', s.dx[0][0])}"
    body = f"""<div style="text-align:center;font-size:23px">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:20px;letter-spacing:10px;border-bottom:3px double #000;padding-bottom:4px">出院记录</div>
<div style="margin-top:8px">姓名{u(f("patient_name", p.name))}性别{u(f("sex", p.sex))}年龄{u(f("age", s.age) + "岁")}病室{u(f("department", ill.dept))}床号{u(dice.randint(1, 45))}住院号{u(f("record_number", s.number))}</div>
<p>　　患者{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("age", s.age, f"{s.age}岁")}，{f("ethnicity", p.ethnicity)}，因“{tell(dice, ill.complaint, s)}”于{d("admission_date", s.start, "年")}{at(dice)}入院，于{d("discharge_date", s.end, "年")}出院，共住院{s.days}天。</p>
<p><b>入院诊断</b><br>{admitted}</p><p><b>入院时主要症状及体征：</b>{tell(dice, ill.signs, s)}舌质{dice.choice(("淡红", "暗红", "紫暗"))}，苔{dice.choice(("薄白", "白腻", "黄腻"))}，脉{dice.choice(("弦细", "沉细", "弦滑", "涩"))}。</p>
<p><b>治疗经过：</b>{tell(dice, ill.course, s)}中医以{dice.choice(("益气活血、化瘀通络", "滋阴清热、益气养阴", "清热化痰、宣肺平喘"))}为法，方用{dice.choice(("补阳还五汤", "六味地黄汤", "血府逐瘀汤"))}加减，配合针刺（足三里、三阴交、曲池等）、中药熏洗、耳穴压豆。</p>
<p><b>出院诊断</b><br>中医诊断：{f("diagnosis", ill.tcm[0])}　　证型：{ill.tcm[1]}<br>西医诊断：{west}</p>
<p><b>出院情况：</b>{tell(dice, ill.state, s)}</p>
<p><b>出院医嘱：</b>{"".join(f"（{n}）{o}" for n, o in enumerate(ill.orders, 1))}（{len(ill.orders) + 1}）中药汤剂{dice.randint(5, 10)}剂，水煎服，日一剂，分三次温服；（{len(ill.orders) + 2}）带药：{"；".join(f"{a} {c}" for a, _, c in ill.drugs)}。</p>
<div style="margin:26px 0 0 300px">主治医师：{f("physician_name", s.doctors[0])}<br>住院医师：{f("physician_name", s.doctors[1])}　{sign("physician", s.doctors[1], dice)}<br>{d("sign_date", s.end, "年")}　{at(dice)}</div>
<div style="position:absolute;left:0;right:0;bottom:30px;text-align:center;font-size:12px">第 {(n := dice.randint(6, 18))} 页</div><div style="position:absolute;left:66px;bottom:30px;font-size:11px">注：一式两份，一份交患者，一份归入病案</div>"""
    if dice.random() < 0.5:
        ring = f"医务科{'' if n % 2 else '(2)'}"
        body += beside(
            seal(s.hospital, ring, size=132, at=(dice.randint(180, 420), -110), turn=dice.uniform(-30, 30))
        )
    return page(body, "p{margin:7px 0}", KAI, 16, "46px 66px")


def tumour(dice: random.Random) -> str:
    """Hubei cancer hospital: numbered sections under a blue rule, line code, plan of the next visits."""
    s = stay(dice, HB, dice.choice(("{t}市肿瘤医院", "鄂北肿瘤医院", "{t}职业技术学院附属肿瘤医院")), (LUNG_CA, BREAST_CA), digits=10, youngest=36, oldest=76)  # fmt: skip
    p, ill = s.p, s.ill
    head: Say = lambda n, t: (
        f'<div style="color:#1b4f8a;font-weight:600;border-bottom:1px solid #1b4f8a;margin-top:9px">{n}、{t}</div>'
    )
    labs = "".join(
        f"<tr><td>{n}</td><td>{dice.randint(20, 90) / 10}</td><td>{dice.randint(85, 140)}</td><td>{dice.randint(90, 320)}</td><td>{dice.randint(12, 60)}</td><td>{dice.randint(45, 98)}</td></tr>"
        for n in ("入院时", "化疗前1天", "出院前")
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center"><div><div style="font-size:21px;color:#1b4f8a;font-weight:700">{f("hospital_name", s.hospital)}</div><div style="font-size:10px;color:#1b4f8a;letter-spacing:1px">CANCER HOSPITAL · 国家肿瘤规范化诊疗试点单位</div></div>{bars(dice, f"ZY{s.number}{dice.randint(1, 9):02d}", 190)}</div>
<h1 style="font-size:22px;margin:8px 0">出 院 小 结</h1>
<table style="font-size:13.5px;border:1px solid #1b4f8a"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", s.age, f"{s.age} 岁")}</td><td>住院号：{f("record_number", s.number)}</td></tr><tr><td colspan="2">科室：{f("department", ill.dept)}</td><td>床位：{dice.randint(1, 50)}床</td><td>第 {dice.randint(2, 9)} 次住院</td></tr><tr><td colspan="2">入院日期：{d("admission_date", s.start)}</td><td colspan="2">出院日期：{d("discharge_date", s.end)}　（{s.days}天）</td></tr><tr><td colspan="2">身份证号：{f("id_number", p.id_number)}</td><td colspan="2">联系电话：{f("phone", p.phone)}</td></tr></table>
{head("一", "入院情况")}<div>主诉：{tell(dice, ill.complaint, s)}。</div><div>{tell(dice, ill.history, s)}</div><div>专科查体：{tell(dice, ill.signs, s)}</div>
{head("二", "入院诊断")}<div>{dxs(s, "；", "{}、")}</div>{head("三", "诊治经过")}<div>{tell(dice, ill.course, s)}</div>
<table class="g c" style="font-size:12px;margin-top:4px"><tr><td>时间</td><td>WBC(10^9/L)</td><td>HGB(g/L)</td><td>PLT(10^9/L)</td><td>ALT(U/L)</td><td>Cr(μmol/L)</td></tr>{labs}</table>
{head("四", "出院诊断")}<div>{dxs(s, "；", "{}、")}</div>{head("五", "出院情况")}<div>{tell(dice, ill.state, s)}　疗效评价：{dice.choice(("SD", "PR", "未评价"))}</div>
{head("六", "出院医嘱及随访计划")}<div>{"".join(f"<div>● {o}</div>" for o in ill.orders)}</div><div>带药：{"；".join(f"{a}（{b}）{c}" for a, b, c in ill.drugs)}。</div>
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>上级医师：{f("physician_name", s.doctors[0])}</span><span>经治医师：{f("physician_name", s.doctors[1])}</span><span>日期：{d("sign_date", s.end)} {at(dice)}</span></div>
<div style="position:absolute;left:54px;right:54px;bottom:22px;font-size:11px;color:#555;border-top:1px dashed #888;padding-top:3px">随访中心电话：0{dice.randint(710, 799)}-{dice.randint(2000000, 8999999)}　床位预约请关注医院微信公众号　　打印人：{s.others[0]}　打印次数：{dice.randint(1, 3)}　　页码 1/1</div>"""
    return page(body, "td{padding:2px 6px}.c td{text-align:center}", HEI, 13, "30px 54px")


def army(dice: random.Random) -> str:
    """Record of a stay below a day, of an army hospital: label column and value column, bare."""
    name = f"中国人民解放军联勤保障部队第九{dice.choice('一二三五七八')}{dice.choice('〇二四六')}医院"
    s = stay(dice, HE, name, (STOMACH, COPD, HEART), digits=6, longest=0)
    p, ill = s.p, s.ill
    a, b = dice.randint(7, 10), dice.randint(14, 21)
    pairs = (
        ("姓　　名", f("patient_name", p.name), "出 生 地", p.place.province + p.place.county),
        ("性　　别", f("sex", p.sex), "民　　族", f("ethnicity", p.ethnicity)),
        ("年　　龄", f("age", s.age, f"{s.age}岁"), "婚姻状况", dice.choice(("已婚", "丧偶", "已婚"))),
        ("职　　业", dice.choice(TRADES), "费　　别", dice.choice(("地方医保", "自费", "军人家属"))),
        ("入院时间", d("admission_date", s.start, "-", f" {a:02d}:{dice.randint(0, 59):02d}"), "记录时间", f"{style(s.start)} {b:02d}:{dice.randint(10, 59)}"),
        ("出院时间", d("discharge_date", s.end, "-", f" {b:02d}:{dice.randint(0, 9):02d}"), "病史陈述者", dice.choice(("本人", "患者本人，可靠", "家属"))),
        ("现 住 址", f("address", s.home), "", ""),
    )  # fmt: skip
    table = "".join(
        f'<tr><td class="k">{k}</td><td>{v}</td><td class="k">{m}</td><td>{w}</td></tr>'
        if m
        else f'<tr><td class="k">{k}</td><td colspan="3">{v}</td></tr>'
        for k, v, m, w in pairs
    )
    block: Say = lambda t, v: (
        f'<div style="margin-top:9px"><span style="font-family:{HEI};font-weight:600">{t}</span>　{v}</div>'
    )
    body = f"""<div class="c" style="font-size:19px;font-weight:600">{f("hospital_name", s.hospital)}</div><div class="c" style="font-size:22px;margin:6px 0 12px;font-family:{HEI}">24小时内入出院记录</div>
<div style="display:flex;justify-content:space-between;font-size:13px;border-bottom:1px solid #000"><span>科室　{f("department", ill.dept)}</span><span>床号　{dice.randint(1, 40)}</span><span>ID号　{dice.choice("ABM")}{dice.randint(100000, 999999)}</span><span>住院号　{f("record_number", s.number)}</span></div><table style="margin-top:6px">{table}</table>
{block("主诉", tell(dice, ill.complaint, s) + "。")}{block("入院情况", tell(dice, ill.history, s) + tell(dice, ill.signs, s))}{block("入院诊断", "<br>" + dxs(s, "<br>", "{}）"))}
{block("诊疗经过", "入院后完善血常规、凝血功能、心电图等检查，予对症支持治疗，症状缓解。患者及家属因个人原因要求出院，反复告知病情及出院后可能出现的风险，仍坚持出院，签字后办理。")}
{block("出院情况", tell(dice, ill.state, s))}{block("出院诊断", "<br>" + dxs(s, "<br>", "{}）"))}{block("出院医嘱", "".join(f"{n}.{o}" for n, o in enumerate(ill.orders, 1)))}
<table style="margin-top:38px;width:60%;margin-left:40%"><tr><td class="r">医师签名</td><td>{sign("physician", s.doctors[0], dice, 110)}</td></tr><tr><td class="r">（打印）</td><td>{f("physician_name", s.doctors[0])} {f("physician_title", t := dice.choice(("主治医师", "副主任医师", "住院医师")), t)}</td></tr></table>
<div style="position:absolute;right:60px;bottom:28px;font-size:12px">－ 1 －</div>"""
    return page(body, ".k{width:92px;white-space:nowrap}td{padding:2px 4px}", SONG, 15, "46px 64px")


KIND = "discharge_summary"
TEMPLATES: dict[str, Template] = {
    "dune-discharge-county-guizhou": Template(KIND, 794, 1123, county),
    "dune-discharge-herbal-yunnan": Template(KIND, 794, 1123, herbal),
    "dune-discharge-tumour-hubei": Template(KIND, 794, 1123, tumour),
    "dune-discharge-day-army": Template(KIND, 794, 1123, army),
}
