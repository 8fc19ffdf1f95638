"""Application, recognition and filing forms as cities print them; referrals."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v

CATEGORIES = (
    ("异地安置退休人员", "settled_retirement"), ("异地长期居住人员", "long_residence"), ("常驻异地工作人员", "posted_work"),
    ("异地转诊人员", "referral"), ("临时外出就医人员", "temporary"),
)  # fmt: skip


def _insurance(who: p.Person, dice: random.Random) -> str:
    box = [
        h.checkbox(who.insurance == kind) + shown
        for kind, shown in (("employee", "职工医保"), ("resident", "居民医保"))
    ]
    return f'<span data-field="insurance_type" data-value="{who.insurance}">{box[0]}　{box[1]}</span>'


def application(dice: random.Random) -> str:
    """A full-page grid: person, disease, history, hospital's and bureau's opinion."""
    who, when = p.person(dice), p.day(dice, "2025-01-05")
    found, claim = v.illness(dice)
    hospital, level = v.hospital(dice, who.place)
    born = p.shown(dice, who.born, dice.choice("年-"))
    title = dice.choice(v.TITLES)
    body = f"""
<h1 style="font-size:21px;margin-bottom:10px">{who.place.city}基本医疗保险门诊慢特病待遇认定申请表</h1>
<table class="g"><tr><td class="c">姓 名</td><td>{h.f("patient_name", who.name)}</td><td class="c">性 别</td><td>{h.f("sex", who.sex)}</td><td class="c">出生日期</td><td>{h.f("birth_date", who.born, born)}</td></tr>
<tr><td class="c">身份证号码</td><td colspan="3">{h.f("id_number", who.id_number)}</td><td class="c">联系电话</td><td>{h.f("phone", who.phone)}</td></tr>
<tr><td class="c">参保地</td><td colspan="2">{h.f("insured_place", who.place.insured)}</td><td class="c">险种类型</td><td colspan="2">{_insurance(who, dice)}</td></tr>
<tr><td class="c">家庭住址</td><td colspan="5">{h.f("address", who.address)}</td></tr>
<tr><td class="c">申请病种</td><td colspan="5">{h.f("claimed_disease", claim)}</td></tr>
<tr><td class="c">选定定点<br>医疗机构</td><td colspan="3">{h.f("hospital_name", hospital)}</td><td class="c">医院等级</td><td>{h.f("hospital_level", level)}</td></tr>
<tr><td class="c" style="height:120px">病史摘要</td><td colspan="5">{dice.choice(v.COMPLAINTS)}，长期药物治疗，需继续门诊治疗。</td></tr>
<tr><td class="c" style="height:70px">疾病诊断</td><td colspan="5">{h.fs("diagnosis", found, "　", numbered=True)}</td></tr>
<tr><td class="c" style="height:150px">定点医疗<br>机构意见</td><td colspan="5" style="position:relative">经审核，符合认定标准。<div style="margin-top:40px">责任医师签名：{h.sign("physician", p.name(dice, "男"), dice)}　职称：{h.f("physician_title", title)}</div>
<div class="r">（盖章）　{h.f("sign_date", when, p.shown(dice, when, "年"))}</div>{h.seal(hospital, "医保办公室", at=(400, 2), size=140, turn=dice.uniform(-15, 15))}</td></tr>
<tr><td class="c" style="height:110px">申请人<br>承诺</td><td colspan="5">本人承诺所提供的材料真实有效，如有虚假愿承担法律责任。<div style="margin-top:26px">申请人签名：{h.sign("applicant", who.name, dice)}　　申请日期：{h.f("application_date", when, p.shown(dice, when, "年"))}</div></td></tr>
<tr><td class="c" style="height:90px">经办机构<br>意　　见</td><td colspan="5"><div class="r" style="margin-top:46px">年　　月　　日</div></td></tr></table>"""
    return h.page(
        body, font=dice.choice((h.SONG, h.HEI)), size=15, css="td{padding:5px 7px}", pad="46px 50px"
    )


def application_vertical(dice: random.Random) -> str:
    """Section names set vertically at the left, labels above values in places."""
    who, when = p.person(dice), p.day(dice, "2025-01-05")
    found, claim = v.illness(dice)
    hospital, level = v.hospital(dice, who.place)
    age = who.age_on(when)
    side = "writing-mode:vertical-rl;text-align:center;letter-spacing:4px;width:38px"
    body = f"""
<h1 style="font-size:22px">门诊慢性病、特殊病病种申请表</h1><div style="display:flex;justify-content:space-between;margin:8px 0"><span>参保地：{h.f("insured_place", who.place.insured)}</span><span>填表日期：{h.f("application_date", when, p.shown(dice, when, "年"))}</span></div>
<table class="g"><tr><td rowspan="4" style="{side}">参保人信息</td><td>姓名</td><td>性别</td><td>年龄</td><td>民族</td><td>联系电话</td></tr>
<tr><td>{h.f("patient_name", who.name)}</td><td>{h.f("sex", who.sex)}</td><td>{h.f("age", age)}</td><td>{h.f("ethnicity", who.ethnicity, who.ethnicity + "族")}</td><td>{h.f("phone", who.phone)}</td></tr>
<tr><td>身份证号</td><td colspan="2">{h.f("id_number", who.id_number)}</td><td>参保类型</td><td>{h.f("insurance_type", who.insurance, who.insurance_shown)}</td></tr>
<tr><td>现住址</td><td colspan="4">{h.f("address", who.address)}</td></tr>
<tr><td rowspan="2" style="{side}">申请内容</td><td>申请病种名称</td><td colspan="4">{h.f("claimed_disease", claim)}</td></tr>
<tr><td>主要诊断</td><td colspan="4" style="height:80px">{h.fs("diagnosis", found, "；")}</td></tr>
<tr><td style="{side};height:220px">医院意见</td><td colspan="5">医疗机构名称：{h.f("hospital_name", hospital)}<br>医疗机构级别：{h.f("hospital_level", level)}<br><br>主治医师签名：{h.sign("physician", p.name(dice, "女"), dice)}<br><br><div class="r">（公章）　{h.f("sign_date", when, p.shown(dice, when, "年"))}</div></td></tr>
<tr><td style="{side};height:180px">承诺</td><td colspan="5">以上内容属实，特此承诺。<br><br>参保人签名：{h.sign("applicant", who.name if dice.random() < 0.6 else None, dice)}</td></tr></table>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16, css="td{padding:6px 7px}").replace(
        "主治医师签名", "医师签名"
    )


def recognition(dice: random.Random) -> str:
    """认定表 as the bureau's system prints it: name and value in one cell."""
    who, start = p.person(dice), p.day(dice, "2024-01-01", "2025-06-30")
    found, claim = v.illness(dice)
    until = dt.date(start.year + dice.choice((1, 2)), start.month, min(start.day, 28))
    hospital = v.hospital(dice, who.place)[0]
    body = f"""
<h1 style="font-size:23px;margin-bottom:14px">{who.place.city}门诊慢特病资格认定表</h1>
<table class="g"><tr><td>姓名：{h.f("patient_name", who.name)}</td><td>性别：{h.f("sex", who.sex)}</td><td>身份证号：{h.f("id_number", who.id_number)}</td></tr>
<tr><td colspan="2">参保单位或住址：{h.f("address", who.address)}</td><td>联系电话：{h.f("phone", who.phone)}</td></tr>
<tr><td colspan="2">险种：{h.f("insurance_type", who.insurance, who.insurance_shown + "基本医疗保险")}</td><td>参保地：{h.f("insured_place", who.place.insured)}</td></tr>
<tr><td colspan="3">认定病种：{h.f("claimed_disease", claim)}</td></tr><tr><td colspan="3">诊断：{h.fs("diagnosis", found, "、")}</td></tr>
<tr><td colspan="3">认定医疗机构：{h.f("hospital_name", hospital)}</td></tr>
<tr><td colspan="3">待遇有效期：{h.f("valid_from", start, p.shown(dice, start, "年"))}至{h.f("valid_until", until, p.shown(dice, until, "年"))}</td></tr>
<tr><td colspan="3" style="height:160px;position:relative">认定意见：经专家组认定，符合门诊慢特病准入标准。<div class="r" style="margin-top:70px">认定日期：{h.f("issue_date", start, p.shown(dice, start, "年"))}</div>{h.seal(who.place.city + "医疗保障局", "待遇审核章", at=(420, 4), size=146)}</td></tr></table>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16, css="td{padding:8px}")


def recognition_card(dice: random.Random) -> str:
    """A card-sized 门特病认定卡."""
    who, start = p.person(dice), p.day(dice, "2024-01-01", "2025-06-30")
    _, claim = v.illness(dice)
    until = dt.date(start.year + 2, start.month, min(start.day, 28))
    body = f"""
<div class="c b" style="font-size:19px">门诊特殊慢性病认定卡</div>
<div style="display:grid;grid-template-columns:96px 1fr;row-gap:3px;margin-top:8px"><span>持 卡 人</span>{h.f("patient_name", who.name)}<span>性　　别</span>{h.f("sex", who.sex)}
<span>身份证号</span>{h.f("id_number", who.id_number)}<span>病　　种</span>{h.f("claimed_disease", claim)}<span>定点医院</span>{h.f("hospital_name", v.hospital(dice, who.place)[0])}
<span>有 效 期</span><span>{h.f("valid_from", start, f"{start:%Y.%m.%d}")}-{h.f("valid_until", until, f"{until:%Y.%m.%d}")}</span></div>"""
    return h.page(
        body, font=dice.choice((h.HEI, h.SONG)), size=15, pad="22px 28px", css="body{background:#f4f8ff}"
    )


def filing(dice: random.Random) -> str:
    """异地就医备案表: a grid with ticked categories."""
    who, when = p.person(dice), p.day(dice, "2025-01-05")
    shown, category = dice.choice(CATEGORIES)
    away = dice.choice(("广东省深圳市", "浙江省杭州市", "上海市浦东新区", "福建省厦门市"))
    boxes = "<br>".join(h.checkbox(name == shown) + name for name, _ in CATEGORIES)
    body = f"""
<h1 style="font-size:23px;margin-bottom:12px">基本医疗保险异地就医登记备案表</h1>
<table class="g"><tr><td class="c">参保人姓名</td><td>{h.f("patient_name", who.name)}</td><td class="c">性别</td><td>{h.f("sex", who.sex)}</td></tr>
<tr><td class="c">证件号码</td><td>{h.f("id_number", who.id_number)}</td><td class="c">手机号码</td><td>{h.f("phone", who.phone)}</td></tr>
<tr><td class="c">险种</td><td>{_insurance(who, dice)}</td><td class="c">参保地</td><td>{h.f("insured_place", who.place.insured)}</td></tr>
<tr><td class="c">备案类型</td><td colspan="3" data-field="filing_category" data-value="{category}">{boxes}</td></tr>
<tr><td class="c">就医地</td><td colspan="3">{away}</td></tr><tr><td class="c">居住地址</td><td colspan="3">{h.f("address", away + "样板路" + str(dice.randint(3, 99)) + "号")}</td></tr>
<tr><td class="c">联系人姓名</td><td>{p.name(dice, "女")}</td><td class="c">联系人电话</td><td>1390000{dice.randint(1000, 9999)}</td></tr>
<tr><td colspan="4" style="height:150px">温馨提示：1.异地就医备案后，在备案地就医直接结算。2.备案类型请如实填写。</td></tr>
<tr><td colspan="2" style="height:110px">申请人（签名）：{h.sign("applicant", who.name, dice)}</td><td colspan="2">申请日期：{h.f("application_date", when, p.shown(dice, when, "年"))}</td></tr></table>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16, css="td{padding:7px}")


def referral(dice: random.Random) -> str:
    """转诊转院审批表 with hospital's two opinions."""
    who, when = p.person(dice), p.day(dice)
    found, _ = v.illness(dice)
    hospital = v.hospital(dice, who.place)[0]
    age = who.age_on(when)
    body = f"""
<h1 style="font-size:22px;margin-bottom:10px">{who.place.city}医疗保险转诊转院审批表</h1>
<table class="g"><tr><td class="c">姓名</td><td>{h.f("patient_name", who.name)}</td><td class="c">性别</td><td>{h.f("sex", who.sex)}</td><td class="c">年龄</td><td>{h.f("age", age, f"{age}岁")}</td></tr>
<tr><td class="c">身份证号</td><td colspan="3">{h.f("id_number", who.id_number)}</td><td class="c">电话</td><td>{h.f("phone", who.phone)}</td></tr>
<tr><td class="c">转出医院</td><td colspan="3">{h.f("hospital_name", hospital)}</td><td class="c">科室</td><td>{h.f("department", dice.choice(v.DEPARTMENTS))}</td></tr>
<tr><td class="c">疾病诊断</td><td colspan="5">{h.fs("diagnosis", found)}</td></tr>
<tr><td class="c">转入医院</td><td colspan="5">中南大学湘雅医院</td></tr>
<tr><td class="c" style="height:120px">转诊理由</td><td colspan="5">因病情复杂，本院条件有限，需转上级医院进一步诊治。</td></tr>
<tr><td class="c" style="height:150px">主治医师<br>意　　见</td><td colspan="5">同意转诊。<div class="r" style="margin-top:50px">签名：{h.sign("physician", p.name(dice, "男"), dice)}</div></td></tr>
<tr><td class="c" style="height:150px">医院医保<br>部门意见</td><td colspan="5" style="position:relative">同意转院。<div class="r" style="margin-top:60px">（盖章）{h.f("issue_date", when, p.shown(dice, when, "年"))}</div>{h.seal(hospital, "医保专用章", at=(420, 2), size=136)}</td></tr></table>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16, css="td{padding:7px}")


def referral_slip(dice: random.Random) -> str:
    """转诊证明 in prose with a validity."""
    who, when = p.person(dice), p.day(dice)
    found, _ = v.illness(dice)
    hospital = v.hospital(dice, who.place)[0]
    body = f"""
<h1 style="font-size:26px;letter-spacing:6px;margin-bottom:26px">转诊证明</h1>
<p>姓名：{h.f("patient_name", who.name)}　　性别：{h.f("sex", who.sex)}　　年龄：{h.f("age", who.age_on(when), f"{who.age_on(when)}岁")}</p><p>身份证号码：{h.f("id_number", who.id_number)}</p>
<p>参保地：{h.f("insured_place", who.place.insured)}　　险种：{h.f("insurance_type", who.insurance, who.insurance_shown)}</p>
<p>临床诊断：{h.fs("diagnosis", found)}</p><p>转诊原因：专科治疗需要。拟转入医院：南昌大学第一附属医院。</p>
<p class="r" style="margin-top:80px">转诊医师：{h.f("physician_name", p.name(dice, "女"))}</p><p class="r">{h.f("hospital_name", hospital)}</p><p class="r">{h.f("issue_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=17)


TEMPLATES = {
    "application-grid": Template("application_form", 794, 1123, application),
    "application-vertical": Template("application_form", 794, 1123, application_vertical),
    "recognition-cells": Template("recognition_form", 794, 1123, recognition),
    "recognition-card": Template("recognition_form", 480, 300, recognition_card),
    "filing-grid": Template("remote_filing_form", 794, 1123, filing),
    "referral-grid": Template("referral_letter", 794, 1123, referral),
    "referral-prose": Template("referral_letter", 794, 1123, referral_slip),
}
