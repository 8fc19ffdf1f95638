"""Recognition sheets and cards: physicians and experts say whether the standard is met."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    BLANK_DAY,
    CONDITIONS,
    TITLES,
    UMING,
    ZEN,
    Condition,
    anywhere,
    cells,
    clinic,
    day,
    digits,
    doctor,
    home,
    insured,
    ln,
    month,
    name,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, Place
from benchmarks.reading.templates.develop.people import day as some_day

STANDARDS: dict[str, tuple[str, ...]] = {
    "高血压": (
        "收缩压≥180mmHg和/或舒张压≥110mmHg", "左心室肥厚（心电图、超声心动图或X线）", "蛋白尿和/或血肌酐轻度升高",
        "眼底动脉普遍或局限性狭窄，出血或渗出", "脑卒中、心力衰竭、肾功能衰竭之一",
    ),
    "糖尿病": (
        "空腹血糖≥7.0mmol/L或餐后2小时血糖≥11.1mmol/L", "糖化血红蛋白≥6.5%", "糖尿病肾病：尿微量白蛋白排泄率增高",
        "糖尿病视网膜病变（眼底荧光造影）", "周围神经病变（肌电图异常）", "糖尿病足或下肢动脉闭塞",
    ),
    "冠心病": (
        "冠状动脉造影或CTA示至少一支主要血管狭窄≥50%", "有心肌梗死病史，心电图见病理性Q波", "冠脉支架置入或搭桥术后", "运动平板试验阳性",
    ),
    "慢性阻塞性肺疾病": ("吸入支气管舒张剂后FEV1/FVC＜70%", "FEV1占预计值＜50%", "胸部CT示肺气肿征象", "近一年因急性加重住院≥1次"),
    "类风湿性关节炎": ("晨僵≥1小时，持续6周以上", "3个以上关节区肿胀", "类风湿因子或抗CCP抗体阳性", "双手X线示骨质侵蚀或关节间隙狭窄"),
    "肝硬化": ("肝功能Child-Pugh B级以上", "影像学示肝硬化、脾大", "腹水", "食管胃底静脉曲张或出血史", "血小板＜100×10⁹/L"),
}  # fmt: skip


def _case(dice: random.Random) -> tuple[Person, Place, Condition, str, str, dt.date]:
    who = someone(dice, anywhere(dice), youngest=28)
    hospital, level = clinic(dice, who.place)
    return (
        who,
        who.place,
        dice.choice(CONDITIONS),
        hospital,
        level,
        some_day(dice, "2024-01-04", "2025-11-14"),
    )


def _card(dice: random.Random) -> str:
    """A card in landscape: photograph left, disease and term right."""
    who, place, c, hospital, _, when = _case(dice)
    till = dice.choice(("长期", (when + dt.timedelta(days=dice.choice((364, 729, 1094)))).isoformat()))
    start = day(dice, "valid_from", when, ".")
    end = (
        tag("valid_until", "长期")
        if till == "长期"
        else day(dice, "valid_until", dt.date.fromisoformat(till), ".")
    )
    colour = dice.choice(("#1d6b4f", "#20508c", "#7a2230"))
    chief, title = doctor(dice), dice.choice(TITLES[:2])
    bureau = f"{place.city}医疗保障局"
    body = f"""<div style="border:2px solid {colour};height:100%;padding:12px 20px;position:relative">
<h1 style="color:{colour};font-size:24px;letter-spacing:4px;font-family:{HEI}">{place.city}门诊慢特病待遇认定卡</h1>
<div style="display:flex;gap:18px;margin-top:10px"><div style="width:118px"><div style="border:1px solid #888;height:150px;color:#999;text-align:center;padding-top:50px;font-size:13px;line-height:1.5">照<br>片</div><div class="c" style="font-size:12px;margin-top:6px">卡号</div><div class="c" style="font-size:13px">{tag("card_number", "MT" + place.code + digits(dice, 4))}</div></div>
<div style="flex:1"><table class="k"><tr><td class="l">姓　　名</td><td>{name(dice, "patient_name", who.name)}</td><td class="l">性　别</td><td>{tag("sex", who.sex)}</td></tr>
<tr><td class="l">出生年月</td><td>{month(dice, "birth_date", who.born)}</td><td class="l">人员类别</td><td>{insured(dice, who.insurance, "text")}</td></tr>
<tr><td class="l">身份证号</td><td colspan="3">{tag("id_number", who.id_number)}</td></tr>
<tr><td class="l">认定病种</td><td colspan="3" style="font-weight:600">{tag("claimed_disease", c.claim)}</td></tr>
<tr><td class="l">定点医院</td><td colspan="3">{tag("hospital_name", hospital)}</td></tr>
<tr><td class="l">认定医师</td><td>{tag("physician_name", chief)}</td><td class="l">职　称</td><td>{tag("physician_title", title) if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="l">有 效 期</td><td colspan="3">{start} — {end}</td></tr></table></div></div>
<div style="position:absolute;left:20px;bottom:8px;font-size:12px;color:{colour}">凭本卡及社会保障卡到定点医疗机构就医购药　　遗失请及时到医保经办机构补办</div>
{seal(bureau, "慢特病专用章" if dice.random() < 0.5 else "", size=128, at=(dice.randint(540, 580), dice.randint(250, 280)), turn=dice.uniform(-10, 10)) if dice.random() < 0.85 else ""}</div>"""
    return page(
        body,
        f".k td{{height:34px;border-bottom:1px solid {colour}55}}.l{{color:{colour};white-space:nowrap;width:76px}}",
        dice.choice((SONG, HEI, KAI)),
        15,
        "14px",
    )


def _table(dice: random.Random) -> str:
    """Two physicians and the hospital's office, each in a box of its own."""
    who, place, c, hospital, level, when = _case(dice)
    first, second = doctor(dice), doctor(dice)
    t1, t2 = dice.choice(TITLES[:2]), dice.choice(TITLES[:2])
    printed = dice.random() < 0.6
    c1 = (
        f"{tag('physician_name', first)}（{tag('physician_title', t1)}）"
        if printed
        else sign("physician", first, dice)
    )
    c2 = (
        f"{tag('physician_name', second)}（{tag('physician_title', t2)}）"
        if printed
        else sign("physician", second, dice)
    )
    found = "　".join(tag("diagnosis", d) for d in c.diagnoses[: dice.randint(1, 3)])
    age = dice.random() < 0.5
    body = f"""<p style="margin:0;font-size:13px">附表{dice.randint(1, 4)}</p><h1 style="font-size:23px;margin:4px 0 14px">{place.province}基本医疗保险门诊慢特病病种待遇认定表</h1>
<table class="g t"><colgroup><col style="width:15%"><col style="width:20%"><col style="width:12%"><col style="width:15%"><col style="width:14%"><col></colgroup>
<tr><td class="c">姓　　名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性　别</td><td>{tag("sex", who.sex)}</td><td class="c">{"年　龄" if age else "民　族"}</td><td>{tag("age", who.age_on(when)) if age else tag("ethnicity", who.ethnicity)}</td></tr>
<tr><td class="c">身份证号</td><td colspan="3">{tag("id_number", who.id_number)}</td><td class="c">联系电话</td><td>{tag("phone", who.phone)}</td></tr>
<tr><td class="c">参保类别</td><td colspan="3">{insured(dice, who.insurance, dice.choice(("tick", "tick2")))}</td><td class="c">参保地</td><td>{tag("insured_place", place.insured)}</td></tr>
<tr><td class="c">通讯地址</td><td colspan="5">{tag("address", home(dice, place)) if dice.random() < 0.75 else ""}</td></tr>
<tr><td class="c">申请病种</td><td colspan="3">{tag("claimed_disease", c.claim)}</td><td class="c">申请日期</td><td>{day(dice, "application_date", when)}</td></tr>
<tr><td class="c">认定医院</td><td colspan="3">{tag("hospital_name", hospital)}</td><td class="c">医院等级</td><td>{tag("hospital_level", level)}</td></tr>
<tr><td class="c">病史及<br>辅助检查</td><td colspan="5" style="height:170px;vertical-align:top;line-height:1.75">　　{c.summary}<br>　　诊断：{found}</td></tr>
<tr><td class="c">认定医师<br>意见（一）</td><td colspan="5" class="o">符合病种认定标准。<div class="r">医师签章：{c1}　{day(dice, "sign_date", when)}</div></td></tr>
<tr><td class="c">认定医师<br>意见（二）</td><td colspan="5" class="o">{dice.choice(("符合病种认定标准。", "同意。", "同意认定，建议享受门诊慢特病待遇。"))}<div class="r">医师签章：{c2}　{day(dice, "sign_date", when)}</div></td></tr>
<tr><td class="c">医疗机构<br>医保部门<br>意见</td><td colspan="5" class="o" style="height:118px;position:relative">　<div class="r" style="margin-top:34px">负责人：　　　　　（盖章）　{BLANK_DAY}</div>{seal(hospital, dice.choice(("医保办", "医疗保险科", "")), size=128, at=(300, -6), turn=dice.uniform(-14, 14)) if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="c">经办机构<br>备案意见</td><td colspan="5" class="o">　<div class="r" style="margin-top:12px">经办人：　　　　　（盖章）　{BLANK_DAY}</div></td></tr></table>
<p style="font-size:12px;margin:5px 0;line-height:1.5">注：1.认定医师应为具有副主任医师及以上职称的专科医师；2.须附近两年内出院记录、诊断证明及相应检查检验报告单；3.本表一式三份。</p>"""
    return page(
        body,
        ".t td{height:40px}.o{height:86px;vertical-align:top}.c{white-space:nowrap}",
        dice.choice((SONG, SONG, HEI, UMING)),
        15,
        "44px 50px",
    )


def _experts(dice: random.Random) -> str:
    """鉴定表: the patient's part, then a panel of three experts."""
    who, place, c, hospital, _, when = _case(dice)
    met = dice.random() < 0.85
    later = when + dt.timedelta(days=dice.randint(8, 40))
    on = dice.choice(("☑", "√", "■"))
    experts = "".join(
        f'<tr><td class="c" rowspan="1">专家{n}</td><td>{tag("physician_name", doctor(dice)) if dice.random() < 0.6 else ""}</td><td class="c">{tag("physician_title", dice.choice(TITLES[:2])) if dice.random() < 0.7 else ""}</td>'
        f"<td>{(on if met else '□')}符合　{('□' if met else on)}不符合</td><td>{sign('physician', doctor(dice) if dice.random() < 0.8 else None, dice, 84)}</td></tr>"
        for n in "一二三"
    )
    start = later.replace(day=1) + dt.timedelta(days=31)
    start = start.replace(day=1)
    until = start.replace(year=start.year + dice.choice((1, 2, 3))) - dt.timedelta(days=1)
    span = (
        f"{day(dice, 'valid_from', start, '年')}至{day(dice, 'valid_until', until, '年')}"
        if met and dice.random() < 0.7
        else f"{BLANK_DAY}至{BLANK_DAY}"
    )
    materials = ("住院病历复印件", "诊断证明书", "检查化验报告", "病理报告", "门诊病历")
    body = f"""<h1 style="font-size:24px;letter-spacing:2px">{place.city}基本医疗保险门诊慢性病鉴定表</h1>
<table style="margin:8px 0 2px;font-size:14px"><tr><td>单位（乡镇、街道）：{dice.choice(("大桥镇", "城关镇", f"{place.county}供水公司", "灵活就业"))}</td><td class="r">编号：{place.code[:4]}—{dice.randint(100, 9999)}</td></tr></table>
<table class="g t"><tr><td class="c">姓名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性别</td><td class="c">{tag("sex", who.sex)}</td><td class="c">年龄</td><td class="c">{tag("age", who.age_on(when))}</td><td rowspan="4" class="c" style="width:112px;color:#777">贴一寸<br>免冠照片</td></tr>
<tr><td class="c">医保类型</td><td>{insured(dice, who.insurance, "text")}</td><td class="c" colspan="2">个人编号</td><td colspan="2">{tag("card_number", digits(dice, 10)) if dice.random() < 0.5 else ""}</td></tr>
<tr><td class="c">身份证号</td><td colspan="5">{cells("id_number", who.id_number, 20) if dice.random() < 0.5 else tag("id_number", who.id_number)}</td></tr>
<tr><td class="c">联系电话</td><td colspan="5">{tag("phone", who.phone)}</td></tr>
<tr><td class="c">家庭住址</td><td colspan="6">{tag("address", home(dice, place))}</td></tr>
<tr><td class="c">申报病种</td><td colspan="6">{tag("claimed_disease", c.claim)}{dice.choice(("", "（首次申报）", "　　□复审"))}</td></tr>
<tr><td class="c">确诊医院</td><td colspan="3">{tag("hospital_name", hospital)}</td><td class="c">填表日期</td><td colspan="2">{day(dice, "application_date", when)}</td></tr>
<tr><td class="c">病情简介</td><td colspan="6" style="height:120px;vertical-align:top">　　{c.summary}</td></tr>
<tr><td class="c">提供材料</td><td colspan="6">{"　".join((on if dice.random() < 0.5 else "□") + m for m in materials)}</td></tr>
<tr><td class="c" colspan="7" style="padding:8px">　　本人对以上填写内容及所附材料的真实性负责。　　申请人（签字）：{sign("applicant", who.name if dice.random() < 0.8 else None, dice)}</td></tr></table>
<div class="c b" style="border:1px solid #222;border-top:0;border-bottom:0;padding:5px;letter-spacing:6px">专家组鉴定意见</div>
<table class="g t"><tr class="c"><td class="c">　</td><td class="c" style="width:20%">姓　名</td><td class="c" style="width:18%">职　称</td><td class="c">鉴定意见</td><td class="c" style="width:20%">签　名</td></tr>{experts}
<tr><td class="c">鉴定结论</td><td colspan="4">经专家组鉴定，{"符合" if met else "不符合"}门诊慢性病鉴定标准。　鉴定日期：{day(dice, "sign_date", later)}</td></tr>
<tr><td class="c">待遇享受期</td><td colspan="4">{span}</td></tr>
<tr><td class="c">医保中心<br>审批意见</td><td colspan="4" style="height:84px;position:relative" class="r">（章）　{BLANK_DAY}{seal(place.city + "医疗保险事业管理中心", size=112, at=(250, -10), turn=dice.uniform(-12, 12)) if dice.random() < 0.6 else ""}</td></tr></table>"""
    return page(
        body,
        ".t td{height:36px}.t td.c{white-space:nowrap}",
        dice.choice((SONG, HEI, MICRO, UMING)),
        14,
        "40px 48px",
    )


def _criteria(dice: random.Random) -> str:
    """The standard of the disease, item by item, ticked by the physician."""
    who, place, _, hospital, level, when = _case(dice)
    c = dice.choice([c for c in CONDITIONS if c.claim in STANDARDS])
    items = STANDARDS[c.claim]
    on = dice.choice(("√", "☑", "✓"))
    rows = "".join(
        f'<tr><td class="c">{n}</td><td>{text}</td><td class="c">{on if met else ""}</td><td class="c">{"" if met else on}</td></tr>'
        for n, (text, met) in enumerate(((t, dice.random() < 0.6) for t in items), 1)
    )
    chief, title = doctor(dice), dice.choice(TITLES)
    u = ln
    body = f"""<div class="c" style="font-size:19px;font-weight:600">{tag("hospital_name", hospital)}{"（" + tag("hospital_level", level) + "）" if dice.random() < 0.35 else ""}</div>
<h1 style="font-size:22px;margin-bottom:14px">门诊特殊慢性病（{tag("claimed_disease", c.claim)}）医师认定表</h1>
<p>姓名{u(name(dice, "patient_name", who.name), 100)}性别{u(tag("sex", who.sex), 44)}年龄{u(tag("age", who.age_on(when), f"{who.age_on(when)} 岁"), 60)}门诊/住院号{u(tag("record_number", digits(dice, 9)), 120)}</p>
<p>身份证号{u(tag("id_number", who.id_number), 200)}医保类别{u(insured(dice, who.insurance, "text"), 90)}</p>
<p>住址{u(tag("address", home(dice, place)) if dice.random() < 0.7 else "", 300)}电话{u(tag("phone", who.phone), 120)}</p>
<table class="g t" style="margin-top:12px"><tr class="b"><td class="c" style="width:50px">序号</td><td class="c">认 定 标 准</td><td class="c" style="width:70px">符合</td><td class="c" style="width:70px">不符合</td></tr>{rows}</table>
<p style="font-size:13px">说明：第1项为必备条件，其余条件具备{dice.randint(1, 2)}项及以上者即可认定。</p>
<p>就诊日期：{day(dice, "visit_date", when)}　　就诊科室：{tag("department", c.department)}</p>
<p>临床诊断：{"；".join(tag("diagnosis", d) for d in c.diagnoses[: dice.randint(1, 3)])}</p>
<p>认定意见：{on}符合　□不符合　门诊特殊慢性病认定标准，{dice.choice(("同意申报。", "建议长期门诊治疗。", "准予上报。"))}</p>
<div style="position:relative"><table style="margin-top:30px"><tr><td>认定医师：{tag("physician_name", chief)}　{"职称：" + tag("physician_title", title) if dice.random() < 0.75 else ""}</td><td>签名：{sign("physician", chief if dice.random() < 0.8 else None, dice)}</td></tr><tr><td></td><td style="padding-top:14px">日期：{day(dice, "sign_date", when)}</td></tr></table>{seal(hospital, "门诊慢特病认定专用章", size=144, at=(dice.randint(400, 470), dice.randint(-10, 20)), turn=dice.uniform(-15, 15), colour=dice.choice(("red", "red", "blue"))) if dice.random() < 0.8 else ""}</div>
"""
    return page(
        body, "p{margin:8px 0}.t td{height:38px}", dice.choice((SONG, KAI, HEI, ZEN)), 16, "60px 66px"
    )


def _system(dice: random.Random) -> str:
    """Printed by the hospital's system: dense, small, codes before names."""
    who, place, c, hospital, level, when = _case(dice)
    till = when + dt.timedelta(days=dice.choice((364, 729, 1824)))
    chief, title = doctor(dice), dice.choice(TITLES)
    code = dice.choice(("M03900", "M01600", "M04600", "M05300", "M07801"))
    sep = dice.choice(("：", ":", " "))
    stamp = f"{when:%Y-%m-%d} {dice.randint(8, 17):02d}:{dice.randint(10, 59)}:{dice.randint(10, 59)}"
    found = "".join(
        f"<div>{n}、{tag('diagnosis', d)}</div>" for n, d in enumerate(c.diagnoses[: dice.randint(1, 3)], 1)
    )
    body = f"""<table style="border-bottom:1px solid #000"><tr><td style="font-size:18px">{tag("hospital_name", hospital)}</td><td class="r" style="font-size:18px">门诊慢特病认定登记表</td></tr></table>
<table class="n"><tr><td>流水号{sep}{place.code}{when:%Y%m%d}{digits(dice, 6)}</td><td>登记号{sep}{tag("record_number", "00" + digits(dice, 8))}</td><td class="r">险种{sep}{insured(dice, who.insurance, "long")}</td></tr></table>
<table class="g n"><tr><td class="k">人员姓名</td><td>{tag("patient_name", who.name)}</td><td class="k">性别</td><td>{tag("sex", who.sex)}</td><td class="k">出生日期</td><td>{day(dice, "birth_date", who.born, dice.choice("-/"))}</td><td class="k">年龄</td><td>{tag("age", who.age_on(when), f"{who.age_on(when)}岁")}</td></tr>
<tr><td class="k">证件类型</td><td colspan="2">01 居民身份证</td><td class="k">证件号码</td><td colspan="4">{tag("id_number", who.id_number)}</td></tr>
<tr><td class="k">参保区划</td><td colspan="2">{place.code} {tag("insured_place", place.insured)}</td><td class="k">联系电话</td><td colspan="4">{tag("phone", who.phone) if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="k">病种</td><td colspan="4">{code} {tag("claimed_disease", c.claim)}</td><td class="k">申报来源</td><td colspan="2">医院端</td></tr>
<tr><td class="k">诊断</td><td colspan="7">{found}</td></tr>
<tr><td class="k">病史摘要</td><td colspan="7" style="height:76px;vertical-align:top">{c.summary}</td></tr>
<tr><td class="k">认定机构</td><td colspan="4">H{place.code}{digits(dice, 5)} {tag("hospital_name", hospital)}</td><td class="k">等级</td><td colspan="2">{tag("hospital_level", level[:2])}</td></tr>
<tr><td class="k">认定医师</td><td colspan="2">D{place.code}{digits(dice, 6)} {tag("physician_name", chief)}</td><td class="k">职称</td><td>{tag("physician_title", title)}</td><td class="k">科室</td><td colspan="2">{tag("department", c.department)}</td></tr>
<tr><td class="k">开始日期</td><td colspan="2">{day(dice, "valid_from", when, "-")}</td><td class="k">结束日期</td><td colspan="2">{day(dice, "valid_until", till, "-")}</td><td class="k">状态</td><td>认定通过</td></tr></table>
<table class="n" style="margin-top:8px"><tr><td>医师签名{sep}{sign("physician", chief if dice.random() < 0.75 else None, dice, 80)}</td><td>患者签名{sep}{sign("applicant", who.name if dice.random() < 0.6 else None, dice, 80)}</td><td>医保办审核{sep}{hand(doctor(dice), 18) if dice.random() < 0.5 else "____________"}</td></tr></table>
<div style="position:absolute;left:36px;right:36px;bottom:14px;font-size:11px;display:flex;justify-content:space-between"><span>打印人：{dice.choice(("yb03", "0217", "医保窗口1"))}</span><span>打印时间：{stamp}</span><span>第1页/共1页</span></div>
{seal(hospital, "医保科", size=118, at=(dice.randint(480, 600), dice.randint(350, 390)), turn=dice.uniform(-15, 15)) if dice.random() < 0.6 else ""}"""
    return page(
        body,
        ".n td{font-size:13px;padding:2px 4px}.g td{border-color:#000;height:28px}.k{white-space:nowrap}",
        dice.choice((SONG, UMING, MICRO, ZEN)),
        13,
        "26px 36px",
    )


TEMPLATES: dict[str, Template] = {
    "bureau-recognition_form-card": Template("recognition_form", 760, 440, _card),
    "bureau-recognition_form-table": Template("recognition_form", 794, 1123, _table),
    "bureau-recognition_form-experts": Template("recognition_form", 794, 1123, _experts),
    "bureau-recognition_form-criteria": Template("recognition_form", 794, 1123, _criteria),
    "bureau-recognition_form-system": Template("recognition_form", 794, 561, _system),
}
