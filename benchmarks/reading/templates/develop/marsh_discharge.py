"""Discharge records as county, city, Chinese-medicine, maternal, military and community hospitals print them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.marsh_base import (
    FJ,
    GD,
    HA,
    HN,
    SD,
    ZJ,
    Ill,
    at,
    case,
    d,
    dxs,
    style,
)


def county(dice: random.Random) -> str:
    """Guangdong county hospital: underlined head line, prose, typed and written signature."""
    c = case(dice, GD)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county.rstrip('区市')}{dice.choice(('宁江', '梅水', '石马'))}{dice.choice(('人民医院', '第二人民医院', '中心医院'))}"
    how = dice.choice("-年")
    orders = "；".join(f"{n} {dose}" for n, _, dose in ill.drugs)
    u: Callable[..., str] = lambda s: f'<span style="border-bottom:1px solid #111;padding:0 8px">{s}</span>'
    head = (
        f"姓名{u(f('patient_name', p.name))} 科室{u(f('department', ill.dept))} 病区{u(f'{dice.randint(1, 16)}病区')} "
        f"床号{u(f'{dice.randint(1, 60):02d}')} 住院号{u(f('record_number', c.number))}"
    )
    middle = dice.choice(("病历复印专用章", "医务科"))
    stamp = (
        seal(hospital, middle, at=(dice.randint(-40, 120), dice.randint(-30, 40)), turn=dice.uniform(-18, 18))
        if dice.random() < 0.7
        else ""
    )
    body = f"""<h1 style="font-size:24px;letter-spacing:3px">{f("hospital_name", hospital)}</h1><h2 style="font-size:21px;letter-spacing:14px;margin:2px 0 10px">出院记录</h2>
<div style="font-size:14px;white-space:nowrap">{head}</div><div style="border-top:2px solid #111;margin:6px 0 8px"></div>
<div style="text-indent:2em">患者{p.name}，{f("sex", p.sex)}，{f("age", c.age, f"{c.age}岁")}，因“{ill.complaint}”于{d("admission_date", c.start, how, at(dice))}入院，于{d("discharge_date", c.end, how, at(dice))}出院，共住院{c.days}天。</div>
<div><b>入院情况：</b>{ill.complaint}。既往史：{ill.past}。查体：{ill.signs}。</div>
<div><b>入院诊断：</b>{ill.first}</div>
<div><b>诊疗经过：</b>{ill.course}</div>
<div><b>出院诊断：</b>{dxs(c, "  ", "{}、")}</div>
<div><b>出院情况：</b>{dice.choice(("一般情况可，生命体征平稳，无诉特殊不适。", "神清，精神、食纳、睡眠可，大小便正常。查体同前。"))}治疗结果：{dice.choice(("好转", "治愈", "未愈"))}。</div>
<div><b>出院医嘱：</b>1、{ill.advice}；2、出院带药：{orders}；3、不适随诊。科室咨询电话：0753-{dice.randint(2000000, 8999999)}。</div>
<div style="margin:46px 0 0 400px;line-height:2.1;position:relative">{stamp}医师签名：{f("physician_name", c.doctors[0]) if dice.random() < 0.6 else ""} {sign("physician", c.doctors[0], dice)}<br>{d("sign_date", c.end, how, at(dice))}</div>
<div style="position:absolute;bottom:30px;left:60px;right:60px;border-top:1px solid #111;font-size:12px;text-align:center">第 1 页</div>"""
    return page(body, font=dice.choice((SONG, SONG, KAI)), size=dice.choice((15, 16)))


def tertiary(dice: random.Random) -> str:
    """Fujian tertiary: a full grid, doctor in three ranks, follow-up table."""
    c = case(dice, FJ)
    p, ill = c.p, c.ill
    hospital = f"{dice.choice(('闽西', '龙津', '汀江'))}{dice.choice(('医科大学附属第三医院', '市立医院', '第五医院'))}"
    how = dice.choice("-/")
    drugs = "".join(
        f"<tr><td>{n}</td><td>{size}</td><td>{dose}</td><td>{dice.randint(1, 4)}盒</td></tr>"
        for n, size, dose in ill.drugs
    )
    note: Callable[..., str] = lambda label, text: (
        f'<tr><td class="c b" style="width:88px">{label}</td><td colspan="7" style="padding:5px 8px">{text}</td></tr>'
    )
    body = f"""<table style="width:100%"><tr><td style="font-size:12px;width:170px">病案号：{f("record_number", c.number)}<br>第 {dice.randint(1, 6)} 次住院</td><td class="c" style="font-size:23px;font-weight:600">{f("hospital_name", hospital)}<div style="font-size:18px">出院小结</div></td><td style="width:170px;font-size:12px" class="r">页码：1/1</td></tr></table>
<table class="g" style="font-size:13px;margin-top:8px"><tr><td class="c b">姓名</td><td>{f("patient_name", p.name)}</td><td class="c b">性别</td><td>{f("sex", p.sex)}</td><td class="c b">年龄</td><td>{f("age", c.age, f"{c.age}岁")}</td><td class="c b">床号</td><td>{dice.randint(1, 70)}床</td></tr>
<tr><td class="c b">科别</td><td colspan="3">{f("department", ill.dept + dice.choice(("", "一区", "二区")))}</td><td class="c b">费别</td><td>{f("insurance_type", p.insurance, {"employee": "城镇职工医保", "resident": "城乡居民医保"}[p.insurance])}</td><td class="c b">职业</td><td>{dice.choice(("农民", "退（离）休人员", "其他", ""))}</td></tr>
<tr><td class="c b">入院时间</td><td colspan="3">{d("admission_date", c.start, how, at(dice, True))}</td><td class="c b">出院时间</td><td colspan="3">{d("discharge_date", c.end, how, at(dice, True))}</td></tr>
{note("入院诊断", ill.first)}{note("出院诊断", dxs(c))}
{note("主诉", ill.complaint)}{note("入院时主<br>要症状及<br>体征", ill.signs + "。既往史：" + ill.past)}
{note("住院经过<br>及治疗<br>结果", ill.course)}
{note("出院时<br>情　况", "生命体征平稳，无发热、咳嗽，心肺腹查体无特殊。切口愈合：—")}
{note("出院带药", f'<table class="g" style="font-size:12px"><tr><td>药名</td><td>规格</td><td>用法</td><td>数量</td></tr>{drugs}</table>')}
{note("出院后用<br>药及建议", "1." + ill.advice + "。<br>2.如有不适，及时就诊。<br>3.门诊预约电话：968891　微信公众号预约。")}</table>
<div style="display:flex;justify-content:space-between;margin-top:22px;font-size:13px"><span>主治医师：{f("physician_name", c.doctors[1])}</span><span>住院医师：{f("physician_name", c.doctors[0])}</span><span>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.8 else None, dice)}</span></div>
<div class="r" style="font-size:13px">记录时间：{d("report_date", c.end, how, at(dice))}</div>
<div style="position:absolute;bottom:26px;left:44px;font-size:11px;color:#333">打印人：{c.others[0]}　打印时间：{style(c.end, how)} {at(dice, True)}　　此件一式两份，一份归档，一份交患者保存</div>"""
    if dice.random() < 0.6:
        body += seal(
            hospital,
            "出院专用章",
            shape="ellipse",
            size=170,
            at=(500, dice.randint(860, 930)),
            turn=dice.uniform(-12, 12),
        )
    return page(body, font=dice.choice((SONG, HEI)), size=14, pad="36px 44px")


TCM = {
    "神经内科": ("中风病（中经络）", "风痰阻络证", "针灸二科"),
    "呼吸与危重症医学科": ("肺胀病", "痰浊壅肺证", "肺病科"),
    "内分泌科": ("消渴病", "气阴两虚证", "内分泌（糖尿病）科"),
    "心血管内科": ("胸痹心痛病", "心血瘀阻证", "心病科"),
    "风湿免疫科": ("尪痹", "肝肾不足证", "风湿病科"),
}


def tcm(dice: random.Random) -> str:
    """Zhejiang hospital of Chinese medicine: paired diagnoses, four examinations, a formula."""
    c = case(dice, ZJ)
    while c.ill.dept not in TCM:
        c = case(dice, ZJ)
    p, ill = c.p, c.ill
    zh, kind, dept = TCM[ill.dept]
    hospital = f"{p.place.county.rstrip('区县')}{'县' if '县' in p.place.county else ''}{dice.choice(('括苍中医医院', '瓯江中医院', '白云山中西医结合医院'))}"
    how = dice.choice(("年0", "-"))
    item: Callable[..., str] = lambda label, value: f'<td style="white-space:nowrap">{label}：{value}</td>'
    herb = dice.sample(
        ("黄芪30g", "当归10g", "川芎10g", "赤芍12g", "丹参15g", "茯苓15g", "白术12g", "陈皮6g", "法半夏9g", "地龙10g", "桃仁9g", "炙甘草6g", "麦冬12g", "五味子6g"),
        9,
    )  # fmt: skip
    pair = f"""<table style="font-size:14px"><tr><td style="width:50%;vertical-align:top">中医诊断：{f("diagnosis", zh)}<br>　　　　　{kind}</td><td style="vertical-align:top"><div style="display:flex"><span style="white-space:nowrap">西医诊断：</span><span>{dxs(c, "<br>", "{}.")}</span></div></td></tr></table>"""
    body = f"""<div class="c" style="font-family:{KAI};font-size:26px">{f("hospital_name", hospital)}</div><div class="c b" style="font-size:19px;letter-spacing:10px">出院记录</div>
<div style="border-top:1px solid #000;border-bottom:1px solid #000;margin:6px 0;font-size:13px"><table><tr>{item("姓名", f("patient_name", p.name))}{item("性别", f("sex", p.sex))}{item("年龄", f("age", c.age, f"{c.age}岁"))}{item("科室", f("department", dept))}{item("床号", dice.randint(1, 48))}{item("住院号", f("record_number", c.number))}</tr></table></div>
<table style="font-size:14px"><tr>{item("出生地", p.place.province[:2])}{item("职业", dice.choice(("农民", "退休", "不便分类的其他从业人员")))}</tr><tr>{item("入院日期", d("admission_date", c.start, how, at(dice)))}{item("出院日期", d("discharge_date", c.end, how, at(dice)))}</tr><tr>{item("发病节气", dice.choice(("立冬", "白露", "谷雨", "小满")))}{item("住院天数", f"{c.days}天")}</tr></table>
<div class="b">入院诊断</div><div style="padding-left:2em">中医：{zh}　{kind}　　西医：{ill.first}</div>
<div class="b">出院诊断</div>{pair}
<div class="b">入院时情况</div><div style="text-indent:2em">{ill.complaint}。{ill.past}。{ill.signs}。舌{dice.choice(("暗红", "淡", "红"))}，苔{dice.choice(("白腻", "薄白", "少"))}，脉{dice.choice(("弦滑", "细数", "沉细"))}。</div>
<div class="b">诊疗经过</div><div style="text-indent:2em">{ill.course}中医以“{dice.choice(("益气活血，化痰通络", "益气养阴，活血化瘀", "补益肝肾"))}”为法，拟方：{" ".join(herb)}，×7剂，水煎服，日一剂，早晚分服。并予耳穴压豆、中药熏洗等治疗。</div>
<div class="b">出院时情况</div><div style="text-indent:2em">症状较前改善，舌脉同前，生命体征平稳。</div>
<div class="b">出院医嘱</div><div style="padding-left:2em">{"<br>".join(f"{n}、{t}" for n, t in enumerate([*ill.advice.split("；"), "出院带药：" + "；".join(f"{a}（{b}）{x}" for a, b, x in ill.drugs), "调情志，慎起居，避风寒"], 1))}</div>
<div style="margin:30px 10px 0;display:flex;justify-content:flex-end;gap:50px"><span>上级医师：{f("physician_name", c.doctors[1])}/{sign("physician", c.doctors[1], dice, 70)}</span><span>经治医师：{f("physician_name", c.doctors[0])}/{sign("physician", c.doctors[0], dice, 70)}</span></div>"""
    return page(body, font=SONG, size=14, pad="40px 56px") if dice.random() < 0.7 else page(body, font=HEI, size=13, pad="40px 56px")  # fmt: skip


CHILD = (
    Ill("小儿神经科", (("癫痫", "G40.901"), ("发育迟缓", "R62.802")), "抽搐查因：癫痫？", "反复抽搐2年，再发1天", "G1P1，足月顺产，出生体重3.2kg，无窒息史；按时预防接种；否认热性惊厥家族史", "神清，反应可，颈软，双瞳孔等大等圆，心肺腹（-），四肢肌力肌张力正常",
        "入院后行视频脑电图：异常儿童脑电图，双侧Rolandic区棘慢波发放。头颅MRI未见明显异常。予左乙拉西坦口服，住院期间未再抽搐。", (("左乙拉西坦口服溶液", "150ml:15g", "2.5ml bid 口服"),), "坚持服药，勿漏服，避免劳累、发热；1月后小儿神经科专科门诊复查血药浓度及脑电图"),
    Ill("小儿血液科", (("中间型β-地中海贫血", "D56.101"), ("脾大", "R16.100"), ("含铁血黄素沉着症", "E83.102")), "地中海贫血", "发现面色苍白5年，返院输血", "定期输血（约每月1次）；父母均为地贫基因携带者", "贫血貌，特殊面容，心率112次/分，肝肋下2cm，脾肋下5cm，质中",
        "入院查Hb 62g/L，铁蛋白2180ng/ml，予输注去白红细胞悬液1.5u×2次，地拉罗司去铁，复查Hb 105g/L。", (("地拉罗司分散片", "125mg×28片", "250mg qd 空腹口服"),), "每2-4周复查血常规，Hb＜90g/L返院输血；每3月复查铁蛋白"),
)  # fmt: skip


def maternal(dice: random.Random) -> str:
    """Hunan maternal and child hospital: a child, with parents and a card number."""
    c = case(dice, HN, CHILD, youngest=8, oldest=15)
    p, ill = c.p, c.ill
    hospital = f"{p.place.city.rstrip('市')}市{dice.choice(('苏仙', '郴江', '五岭'))}妇幼保健院"
    second = dice.random() < 0.6
    how = dice.choice(".-")
    months = dice.randint(1, 11)
    dad = p.name[0] + c.others[1][-1] + c.others[2][-1]
    line: Callable[..., str] = lambda label, value, w=32: (
        f'<span style="display:inline-block;width:{w}%">{label}：{value}</span>'
    )
    body = f"""<div style="text-align:center;color:#a3326b;font-size:22px;font-weight:600">{f("hospital_name", hospital)}{f"（{p.place.city.rstrip('市')}市儿童医院）" if second else ""}</div><div class="c b" style="font-size:20px">儿科出院小结</div><div style="border-bottom:1.5px solid #a3326b;margin-bottom:6px"></div>
<div style="font-size:14px;line-height:1.85">{line("患儿姓名", f("patient_name", p.name))}{line("性别", f("sex", p.sex))}{line("年龄", f("age", c.age, f"{c.age}岁{months}月"))}
{line("出生日期", d("birth_date", p.born, how))}{line("登记号", f"00{dice.randint(10000000, 99999999)}")}{line("住院号", f("record_number", c.number))}
{line("科室", f("department", ill.dept))}{line("家长姓名", dad)}{line("关系", "父亲")}
{line("家庭住址", f("address", c.address), 64)}{line("家长电话", p.phone)}
{line("入院日期", d("admission_date", c.start, how))}{line("出院日期", d("discharge_date", c.end, how))}{line("住院日", f"{c.days} 天")}</div><div style="border-bottom:1px dashed #666;margin:5px 0"></div>
<p style="margin:4px 0"><b>入院诊断：</b>{ill.first}</p><p style="margin:4px 0"><b>出院诊断：</b><br>{dxs(c, "<br>", "　　（{}）")}</p>
<p style="margin:4px 0"><b>入院情况：</b>患儿因“{ill.complaint}”入院。{ill.past}。体查：体重{dice.randint(14, 38)}kg，{ill.signs}。</p>
<p style="margin:4px 0"><b>主要化验及检查结果：</b>血常规：WBC {dice.uniform(5, 12):.2f}×10^9/L，PLT {dice.randint(150, 420)}×10^9/L；CRP＜0.5mg/L；肝肾功能、心肌酶正常；心电图：窦性心律。</p>
<p style="margin:4px 0"><b>治疗经过：</b>{ill.course}</p><p style="margin:4px 0"><b>出院情况：</b>□治愈　☑好转　□未愈　□自动出院　□转院</p>
<p style="margin:4px 0"><b>出院医嘱：</b>1.带药：{ill.drugs[0][0]} {ill.drugs[0][1]}，{ill.drugs[0][2]}；2.{ill.advice}。</p><p style="margin:4px 0"><b>母乳喂养指导：</b></p>
<div style="margin-top:34px;display:flex;justify-content:space-around"><span>主管医师：{f("physician_name", c.doctors[0])}</span><span>责任护士：{c.others[3]}</span><span>家长签字：<span data-handwritten="1" style="font-family:'LXGW WenKai';font-size:21px;display:inline-block;transform:skewX(-14deg) rotate(-4deg)">{dad}</span></span></div>
<div class="r" style="margin-top:10px">医师签名 {sign("physician", c.doctors[0], dice)}　{d("sign_date", c.end, "年 ")}</div>
<div style="position:absolute;bottom:28px;left:50px;right:50px;font-size:11.5px;text-align:center;border-top:1px solid #a3326b;padding-top:3px">地址：{p.place.city}{p.place.county}青年大道{dice.randint(3, 300)}号　儿科电话：0735-{dice.randint(2000000, 2999999)}　请妥善保管，复诊时携带</div>"""
    if dice.random() < 0.75:
        body += seal(hospital, "儿科", at=(540, 800), size=140, turn=dice.uniform(-25, 25))
    return page(body, font=dice.choice((HEI, SONG)), size=14, pad="40px 50px")


def military(dice: random.Random) -> str:
    """Military hospital: identity and ID number fields, narrow songti, no boxes, 出院记录 of 天健 kind."""
    c = case(dice, HA)
    p, ill = c.p, c.ill
    number = dice.choice(("九九七", "九二九", "九一四"))
    hospital = f"中国人民解放军联勤保障部队第{number}医院"
    how = dice.choice(("-", "年"))
    para: Callable[..., str] = lambda n, label, text: (
        f'<div style="margin-top:5px"><b>{n}、{label}</b></div><div style="text-indent:2em">{text}</div>'
    )
    body = f"""<div class="c" style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}</div><div class="c" style="font-size:24px;font-weight:600;letter-spacing:8px">出 院 记 录</div>
<div style="display:flex;justify-content:space-between;font-size:13px;border-bottom:1px solid #000;padding:5px 2px"><span>科别 {f("department", ill.dept)}</span><span>姓名 {f("patient_name", p.name)}</span><span>床号 {dice.randint(1, 52)}</span><span>ID号 {dice.choice("MTP")}{dice.randint(100000, 9999999)}</span><span>住院号 {f("record_number", c.number)}</span></div>
<table style="font-size:14px;margin-top:6px"><tr><td>姓　　名：{p.name}</td><td>性　　别：{f("sex", p.sex)}</td><td>年　　龄：{f("age", c.age, f"{c.age} 岁")}</td></tr><tr><td>身　　份：{dice.choice(("地方", "一般人员", "军属"))}</td><td>婚　　姻：已婚</td><td>民　　族：{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td></tr>
<tr><td>费　　别：{dice.choice(("军人家属", "地方医保"))}</td><td colspan="2">单位/住址：{f("address", c.address)}</td></tr><tr><td>联 系 人：{c.others[0]}</td><td>关　　系：{dice.choice(("配偶", "子女", "兄弟"))}</td><td>电　　话：1380000{dice.randint(1000, 9999)}</td></tr></table>
<div style="margin-top:4px">入院日期：{d("admission_date", c.start, how)}　　出院日期：{d("discharge_date", c.end, how)}　　住院天数：{c.days}</div>
{para("一", "入院诊断", ill.first)}{para("二", "出院诊断", dxs(c, "；", "{}．"))}{para("三", "入院情况", f"该患者主因{ill.complaint}门诊以“{ill.first}”收入我科。{ill.past}。查体：{ill.signs}。")}{para("四", "诊疗经过", ill.course)}
{para("五", "出院时情况及治疗结果", "患者病情平稳，饮食睡眠可，二便正常，要求出院，请示上级医师同意后予以办理。转归：好转。")}{para("六", "出院医嘱", ill.advice + "。出院带药：" + "，".join(f"{a} {x}" for a, _, x in ill.drugs) + "。")}
<div style="margin-top:36px;line-height:2.2;padding-left:58%">{dice.choice(("主治医师", "上级医师"))}：{f("physician_name", c.doctors[1])}<br>医　　师：{sign("physician", c.doctors[0] if dice.random() < 0.85 else None, dice)}<br>{d("sign_date", c.end, "年 ")}</div>"""
    if dice.random() < 0.5:
        body += seal(
            f"联勤保障部队第{number}医院", "医务处", at=(430, 850), size=150, turn=dice.uniform(-9, 9)
        )
    return page(body, font=SONG, size=dice.choice((14, 15)), pad="48px 62px")


def community(dice: random.Random) -> str:
    """Shandong community centre: a Word file of its clerk, 小二号 title, loose wording, stamp over the date."""
    c = case(dice, SD)
    p, ill = replace(c.p), c.ill
    hospital = f"{p.place.county}{dice.choice(('东洛', '鼓楼北', '青荷', '文圣'))}街道{'' if dice.random() < 0.5 else '第二'}社区卫生服务中心"
    how = dice.choice(("年", ".", "/"))
    dept = dice.choice(("全科", "内科", "综合病房"))
    blank = "＿" * 6
    body = f"""<h1 style="font-size:24px;margin-bottom:2px">{f("hospital_name", hospital)}</h1><h1 style="font-size:22px;margin-bottom:20px">出院小结</h1>
<p>姓名：{f("patient_name", p.name)}　　性别：{f("sex", p.sex)}　　年龄：{f("age", c.age)}　　科室：{f("department", dept)}　　住院号：{f("record_number", c.number) if dice.random() < 0.7 else blank}</p>
<p>身份证号：{f("id_number", p.id_number)}　　联系电话：{f("phone", p.phone) if dice.random() < 0.6 else blank}</p>
<p>入院时间：{d("admission_date", c.start, how)}　　　　出院时间：{d("discharge_date", c.end, how)}</p>
<p>一、病情摘要：患者{ill.complaint}，为求系统治疗来我中心就诊，既往{ill.past}。门诊以{ill.first}收住院。</p>
<p>二、治疗情况：{ill.course[: ill.course.find("。") + 1]}经治疗好转，患者及家属要求出院。</p><p>三、出院诊断：{dxs(c, "、", "")}</p><p>四、注意事项：{ill.advice}。转上级医院（{p.place.city}{dice.choice(("北郊医院", "第六医院"))}）进一步检查。</p>
<div style="position:absolute;right:90px;top:{dice.randint(740, 800)}px;line-height:2.3;text-align:right">经治医师（签字）：{sign("physician", c.doctors[0], dice)}<br>{hospital}<br>{d("issue_date", c.end, "年")}</div>"""
    body += seal(hospital, "", at=(520, dice.randint(740, 770)), size=158, turn=dice.uniform(-10, 10))
    return page(body, "p{margin:0;text-indent:2em}", font=SONG, size=dice.choice((17, 18)), pad="80px 88px")


KIND = "discharge_summary"
TEMPLATES: dict[str, Template] = {
    "marsh-discharge-county-prose": Template(KIND, 794, 1123, county),
    "marsh-discharge-tertiary-grid": Template(KIND, 794, 1123, tertiary),
    "marsh-discharge-tcm-pair": Template(KIND, 794, 1123, tcm),
    "marsh-discharge-maternal-child": Template(KIND, 794, 1123, maternal),
    "marsh-discharge-military-ranked": Template(KIND, 794, 1123, military),
    "marsh-discharge-community-word": Template(KIND, 794, 1123, community),
}
