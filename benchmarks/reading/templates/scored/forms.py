"""Forms of the insurance: applications, recognition forms and cards, filing for care elsewhere."""

from __future__ import annotations

import random
from datetime import date

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    A5_WIDE,
    HEI,
    KAI,
    MICRO,
    SANS,
    SONG,
    boxes,
    code,
    dash,
    entries,
    f,
    face,
    han,
    han0,
    hand,
    on,
    page,
    seal,
    sign,
    signed,
    slash,
    spaced,
    table,
    td,
)  # fmt: skip
from benchmarks.reading.templates.scored.people import (
    REGIONS,
    SEED_REGIONS,
    anyone,
    day,
    later,
    mobile,
    number,
    person,
)
from benchmarks.reading.templates.scored.visit import visit

_KINDS = (("employee", "职工医保"), ("resident", "居民医保"))
_CATEGORIES = (("settled_retirement", "异地安置退休人员"), ("long_residence", "异地长期居住人员"), ("posted_work", "常驻异地工作人员"), ("referral", "异地转诊人员"), ("temporary", "其他临时外出就医人员"))  # fmt: skip


def application_province(dice: random.Random) -> str:
    """The province's form on a grid; opinion of the physician, seal of the hospital, consent of the applicant."""
    v = visit(dice, most=2, title=dice.choice(("主任医师", "副主任医师")))
    p = v.person
    rows = [
        ["姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "年龄", f("age", v.age, f"{v.age}岁")],
        ["身份证号码", td(f("id_number", p.id_number), 3), "联系电话", f("phone", p.phone)],
        ["参保类型", td(boxes(_KINDS, v.insurance, "insurance_type"), 3), "参保地", f("insured_place", p.region.insured)],
        [td("家庭住址"), td(f("address", p.address), 5)], [td("申请病种"), td(f("claimed_disease", v.illness.claimed), 5)],
        [td("病情摘要"), td(v.history + v.illness.findings, 5, css="height:130px;vertical-align:top")], [td("疾病诊断"), td(entries("diagnosis", v.diagnoses, "wide"), 5)],
        [td("诊断医师<br>意见"), td(f"符合认定标准，同意申报。<br>医师签名：{signed(dice, 'physician', v.doctor)}&emsp;职称：{f('physician_title', v.title)}&emsp;日期：{on('sign_date', v.last, han)}", 5, css="line-height:2.4")],
        [td("定点医疗<br>机构意见"), td(f"医疗机构：{f('hospital_name', v.hospital.name)}&emsp;等级：{f('hospital_level', v.hospital.level)}<br><br><div class=r>（盖章）&emsp;&emsp;</div>", 5, css="height:116px")],
        [td("申请人<br>承诺"), td(f"本人承诺所提供材料真实有效，如有虚假愿承担责任。<br>申请人签名：{signed(dice, 'applicant', p.name)}&emsp;申请日期：{on('application_date', v.last, han)}", 5, css="line-height:2.2")],
    ]  # fmt: skip
    body = f"""<div style="padding:44px 56px;font-size:14.5px"><h1 style="font-size:22px;font-weight:bold;margin-bottom:12px">{p.region.province}门诊慢特病病种待遇认定申请表</h1>{table(rows, ("92px", "130px", "60px", "120px", "80px", ""), "line-height:1.9")}<div style="font-size:12px;margin-top:8px">注：1.本表一病一表，不得涂改；2.须附近两年病历资料及检查报告。</div></div>{seal(dice, v.hospital.name, f"right:{dice.randint(80, 180)}px;top:{dice.randint(530, 590)}px", middle="医保科", size=140)}"""
    return page(A4, body, dice.choice((SONG, HEI)))


def application_handed(dice: random.Random) -> str:
    """A city's form that was half typed and half filled by hand; a portrait stuck on, ticked list of diseases."""
    v = visit(dice, most=1, title=dice.choice(("主任医师", "副主任医师")))
    p = v.person
    named = [v.illness.claimed, *dice.sample(["重症肌无力", "支气管哮喘", "血友病", "银屑病", "慢性乙型肝炎", "再生障碍性贫血", "精神分裂症"], 5)]  # fmt: skip
    dice.shuffle(named)
    choice = "".join(f'<span style="display:inline-block;width:250px">{"☑" + f("claimed_disease", n) if n == v.illness.claimed else "□" + n}</span>' for n in named)  # fmt: skip
    u = lambda inner, width: f'<span class="u" style="min-width:{width}px;text-align:center">{inner}</span>'
    body = f"""<div style="padding:50px 62px;font-size:15.5px;line-height:2.3"><h1 style="font-size:24px;font-weight:bold;line-height:1.4">{p.region.city}基本医疗保险特殊慢性病门诊申请表</h1><div class="abs" style="right:62px;top:110px;border:1px solid #555">{face(dice, 98, 126)}</div>
    <div>申请人姓名：{u(f("patient_name", p.name), 120)}性别：{u(f("sex", p.sex), 50)}民族：{u(f("ethnicity", p.ethnicity), 50)}</div><div>出生年月：{u(on("birth_date", p.birth, han0), 150)}社保卡号：{u(f("card_number", dice.choice("ABCD") + number(dice, 8)), 130)}</div><div>公民身份号码：{u(f("id_number", p.id_number), 220)}</div><div>联系人：{u(hand(dice, anyone(dice)), 110)}与患者关系：{u(hand(dice, dice.choice(("夫妻", "父子", "母女"))), 70)}联系人电话：{u(hand(dice, mobile(dice)), 150)}</div><div>现住址：{u(hand(dice, p.address[-18:]), 420)}</div>
    <div style="border-top:1px solid #333;margin-top:8px">申请病种（单选）：</div><div>{choice}</div><div style="border-top:1px solid #333;margin-top:8px">就诊医疗机构：{f("hospital_name", v.hospital.name)}&emsp;科室：{f("department", v.illness.department)}</div><div>主要诊断：{f("diagnosis", v.diagnoses[0])}</div><div>责任医师：{f("physician_name", v.doctor)}（{f("physician_title", v.title)}）&emsp;签字：{signed(dice, "physician", v.doctor)}</div>
    <div style="margin-top:30px" class="flex"><span>申请人（签字）：{signed(dice, "applicant", p.name, 120, 0.7)}</span><span>申请日期：{on("application_date", v.last, spaced)}</span></div></div>{seal(dice, v.hospital.name, f"left:{dice.randint(400, 540)}px;top:{dice.randint(560, 690)}px", middle="医务部")}"""
    return page(A4, body, dice.choice((SONG, KAI)))


def application_online(dice: random.Random) -> str:
    """Printed from a portal: small labels over values, an acceptance number, QR code; nothing by hand."""
    v = visit(dice, most=2)
    p = v.person
    item = lambda label, value: (
        f'<div style="padding:8px 0;border-bottom:1px solid #e3e7ec"><div style="font-size:11.5px;color:#7a8592">{label}</div><div style="font-size:15px">{value}</div></div>'
    )
    kind = f(
        "insurance_type",
        v.insurance,
        "职工基本医疗保险" if v.insurance == "employee" else "城乡居民基本医疗保险",
    )
    body = f"""<div style="padding:44px 60px"><div class="flex"><div><div style="font-size:22px;font-weight:bold">门诊慢特病资格认定申请表</div><div style="font-size:12px;color:#778">受理编号 MTB{number(dice, 12)}　网上申报</div></div>{code("QRCode", f"MTB{v.record}", 70)}</div><div style="margin-top:14px;font-weight:bold;color:#1d5fa8">一、参保人信息</div><div style="display:grid;grid-template-columns:1fr 1fr;column-gap:40px">{item("申请人姓名", f("patient_name", p.name))}{item("证件号码", f("id_number", p.id_number))}{item("性别", f("sex", p.sex))}{item("手机号码", f("phone", p.phone))}{item("参保地", f("insured_place", p.region.insured))}{item("险种类型", kind)}{item("通讯地址", f("address", p.address))}{item("申请日期", on("application_date", v.last, dash))}</div>
    <div style="margin-top:20px;font-weight:bold;color:#1d5fa8">二、申请病种</div><div style="display:grid;grid-template-columns:1fr 1fr;column-gap:40px">{item("病种名称", f("claimed_disease", v.illness.claimed))}{item("诊断", entries("diagnosis", v.diagnoses, "；"))}{item("认定医院", f("hospital_name", v.hospital.name))}{item("医院等级", f("hospital_level", v.hospital.level))}{item("认定医师", f("physician_name", v.doctor))}{item("医师职称", f("physician_title", v.title))}</div><div style="margin-top:20px;font-weight:bold;color:#1d5fa8">三、材料清单</div><div style="font-size:14px;line-height:2">1. 身份证正反面　2. 出院小结　3. 检查检验报告</div></div><div class="abs" style="left:60px;bottom:30px;font-size:11px;color:#889">打印时间：{dash(later(v.last, 2))}　服务热线：12393　第 1 页 / 共 1 页</div>"""
    return page(A4, body, dice.choice((SANS, MICRO)))


def _until(start: date, years: int) -> date:
    return later(start.replace(year=start.year + years, day=min(start.day, 28)), -1)


def recognition_form(dice: random.Random) -> str:
    """The recognition form on a grid: two seals, the hospital's and the bureau's, span of validity."""
    v = visit(dice, most=1, title=dice.choice(("主任医师", "副主任医师")))
    p = v.person
    start = later(v.last, 9)
    until = _until(start, dice.randint(1, 3))
    bureau = p.region.city + "医疗保障局"
    rows = [
        ["姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "出生日期", on("birth_date", p.birth, dash)],
        ["身份证号", td(f("id_number", p.id_number), 3), "参保险种", f("insurance_type", v.insurance, dict(_KINDS)[v.insurance])],
        ["参保地", td(f("insured_place", p.region.insured), 3), "联系电话", f("phone", p.phone)],
        [td("认定病种"), td(f("claimed_disease", v.illness.claimed), 5)], [td("认定医院"), td(f("hospital_name", v.hospital.name), 3), td("医院等级"), td(f("hospital_level", v.hospital.level))],
        [td("诊断"), td(f("diagnosis", v.diagnoses[0]), 5)], [td("专家意见"), td(f"经审核，符合门诊特殊病认定标准。<br>专家签名：{signed(dice, 'physician', v.doctor)}&emsp;{f('physician_title', v.title)}&emsp;{on('sign_date', v.last, slash)}", 5, css="line-height:2.4")],
        [td("待遇有效期"), td(f"{on('valid_from', start, han)} 至 {on('valid_until', until, han)}", 5)],
        [td("医院意见"), td('<div class=r style="padding:56px 30px 0">（盖章）</div>', 2), td("经办机构<br>意见"), td(f'同意。<div class=r style="padding:50px 20px 0">{f("issuing_authority", bureau)}<br>{on("issue_date", start, han)}</div>', 2)],
    ]  # fmt: skip
    body = f"""<div style="padding:54px 58px;font-size:15px"><h1 style="font-size:23px;font-weight:bold;margin-bottom:14px">{p.region.city}基本医疗保险门诊特殊病认定表</h1>{table(rows, ("90px", "140px", "60px", "90px", "90px", ""), "line-height:2.1")}<div style="font-size:12px;margin-top:10px">请于有效期届满前一至三个月内办理续期。</div></div>{seal(dice, v.hospital.name, f"left:{dice.randint(150, 200)}px;top:{dice.randint(490, 540)}px", middle="医保办", size=130)}{seal(dice, bureau, f"right:{dice.randint(70, 120)}px;top:{dice.randint(490, 540)}px", size=136)}"""
    return page(A4, body, SONG)


def recognition_card(dice: random.Random) -> str:
    """The small card that patients carry: portrait, green band, term."""
    v = visit(dice, most=1)
    p = v.person
    start = later(v.last, 12)
    line = lambda label, value: (
        f'<div style="display:flex;margin-top:6px"><span style="width:92px;color:#345">{label}</span><span>{value}</span></div>'
    )
    body = f"""<div style="border:2px solid #2c7a63;position:absolute;left:14px;top:14px;width:592px;height:372px;border-radius:12px;background:#fbfefc"><div style="background:#2c7a63;color:#fff;text-align:center;font-size:21px;padding:8px;letter-spacing:4px">门诊慢特病认定卡</div><div class="abs" style="right:26px;top:70px">{face(dice, 100, 128)}</div><div style="padding:14px 26px;font-size:15.5px">{line("姓　名", f("patient_name", p.name))}{line("性　别", f("sex", p.sex))}{line("身份证号", f("id_number", p.id_number))}{line("社保卡号", f("card_number", dice.choice("EFGH") + number(dice, 8)))}{line("认定病种", f("claimed_disease", v.illness.claimed))}{line("定点医院", f("hospital_name", v.hospital.name))}{line("有效期", on("valid_from", start, slash) + " － " + on("valid_until", _until(start, 2), slash))}{line("发卡机构", f("issuing_authority", p.region.city + "医疗保障事务中心"))}{line("发卡日期", on("issue_date", start, slash))}</div></div>{seal(dice, p.region.city + "医疗保障事务中心", f"right:{dice.randint(30, 90)}px;bottom:{dice.randint(22, 40)}px", size=112)}"""
    return page((620, 400), body, dice.choice((SANS, HEI)))


def _filing(dice: random.Random) -> tuple[str, str, str]:
    category, label = dice.choice(_CATEGORIES)
    home = dice.choice([r for r in REGIONS if r not in SEED_REGIONS])
    return category, label, home.city


def filing_national(dice: random.Random) -> str:
    """The national registration form: five ticked sorts of people in two columns, place of care, term."""
    p = person(dice, 20, 84, SEED_REGIONS)
    d = day(dice)
    category, _, to = _filing(dice)
    kind = dice.choice(("employee", "resident"))
    choice = "<br>".join(boxes([pair], category, "filing_category") for pair in _CATEGORIES)
    rows = [
        ["姓名", f("patient_name", p.name), "性别", f("sex", p.sex), "年龄", f("age", p.age(d), f"{p.age(d)}")],
        ["身份证号码", td(f("id_number", p.id_number), 3), "参保险种", f("insurance_type", kind, dict(_KINDS)[kind])],
        ["参保地", td(f("insured_place", p.region.insured), 3), "联系电话", f("phone", p.phone)],
        [td("备案类型"), td(choice, 5, css="line-height:1.9")], [td("就医地"), td(to, 3), td("紧急联系人"), td(anyone(dice))],
        [td("异地居住地址"), td(hand(dice, to + "某街道某小区", 18), 5)], [td("备案有效期"), td(f"{on('valid_from', d, han)}起至{on('valid_until', _until(d, 1), han)}止" if category != "settled_retirement" else f"{on('valid_from', d, han)}起{f('valid_until', '长期')}有效", 5)],
        [td("温馨提示"), td("1.跨省就医前请办理备案手续；2.未备案的，报销比例相应降低；3.备案信息变更请及时告知参保地经办机构。", 5, css="font-size:13px")],
        [td("本人（代办人）<br>签名"), td(f"{signed(dice, 'applicant', p.name)}&emsp;&emsp;填表日期：{on('application_date', d, han)}", 5, css="height:64px")],
    ]  # fmt: skip
    body = f"""<div style="padding:56px 60px;font-size:15px"><h1 style="font-size:23px;font-weight:bold;margin-bottom:14px">{p.region.province}跨省异地就医登记备案表</h1>{table(rows, ("110px", "140px", "56px", "80px", "90px", ""), "line-height:2")}</div>{seal(dice, p.region.city + "医疗保障事务中心", f"right:{dice.randint(70, 150)}px;top:{dice.randint(760, 830)}px") if dice.random() < 0.5 else ""}"""
    return page(A4, body, dice.choice((SONG, HEI)))


def filing_agent(dice: random.Random) -> str:
    """A county counter's A5 form without a grid: an agent files, squares before every sort in one line."""
    p, agent = person(dice, 50, 84, SEED_REGIONS), person(dice, 22, 50)
    d = day(dice)
    category, _, to = _filing(dice)
    u = lambda inner, width=100: (
        f'<span class="u" style="min-width:{width}px;text-align:center">{inner}</span>'
    )
    short = (("settled_retirement", "安置退休"), ("long_residence", "长期居住"), ("posted_work", "常驻工作"), ("referral", "转诊转院"), ("temporary", "临时外出"))  # fmt: skip
    body = f"""<div style="padding:32px 48px;font-size:15px;line-height:2.3"><h1 style="font-size:21px;font-weight:bold;line-height:1.5">异地就医备案申请表</h1><div>参保人姓名：{u(f("patient_name", p.name))}性别：{u(f("sex", p.sex), 40)}参保地：{u(f("insured_place", p.region.insured), 150)}</div><div>参保人身份证号：{u(f("id_number", p.id_number), 200)}电话：{u(f("phone", p.phone), 120)}</div><div>备案类别：{boxes(short, category, "filing_category", "■")}</div><div>转往地区：{u(to, 130)}（省、市）　开始日期：{u(on("valid_from", d, dash), 110)}</div><div>代办人姓名：{u(f("agent_name", agent.name))}代办人身份证号：{u(f("agent_id_number", agent.id_number), 200)}</div><div class="flex"><span>参保人签名：{sign("applicant", "")}</span><span>代办人签名：{signed(dice, "agent", agent.name)}</span></div><div>申请日期：{on("application_date", d, dash)}　　经办人：{anyone(dice)}</div></div>"""
    return page(A5_WIDE, body, dice.choice((SONG, MICRO)))


def filing_online(dice: random.Random) -> str:
    """The receipt a phone's app shows once filed; the sort stands ticked among grey ones."""
    p = person(dice, 22, 84, SEED_REGIONS)
    d = day(dice)
    category, _, to = _filing(dice)
    row = lambda label, value: (
        f'<div style="display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #eef;font-size:15px"><span style="color:#778">{label}</span><span>{value}</span></div>'
    )
    kind = dice.choice(("employee", "resident"))
    body = f"""<div style="background:#2a7de1;color:#fff;padding:16px;text-align:center;font-size:18px">异地就医备案表</div><div style="background:#fff;margin:14px;padding:8px 18px;border-radius:10px">{row("参保人", f("patient_name", p.name))}{row("证件号码", p.id_number[:4] + "**********" + p.id_number[-4:])}{row("参保地", f("insured_place", p.region.insured))}{row("参保险种", f("insurance_type", kind, "职工医保" if kind == "employee" else "城乡居民医保"))}{row("手机号", p.phone[:3] + "****" + p.phone[-4:])}{row("就医地", to)}{row("申请日期", on("application_date", d, dash))}<div style="padding:10px 0;color:#778;font-size:15px">备案类型</div>{"".join(f'<div style="font-size:15px;padding:3px 12px">{boxes([pair], category, "filing_category")}</div>' for pair in _CATEGORIES)}</div><div class="c" style="color:#99a;font-size:12px">备案成功后即时生效　咨询电话 12393</div>"""
    return page((420, 700), body, SANS, paper="#f2f4f8")


TEMPLATES = {
    "application_province": Template("application_form", *A4, application_province),
    "application_handed": Template("application_form", *A4, application_handed),
    "application_online": Template("application_form", *A4, application_online),
    "recognition_form": Template("recognition_form", *A4, recognition_form),
    "recognition_card": Template("recognition_form", 620, 400, recognition_card),
    "filing_national": Template("remote_filing_form", *A4, filing_national),
    "filing_agent": Template("remote_filing_form", *A5_WIDE, filing_agent),
    "filing_online": Template("remote_filing_form", 420, 700, filing_online),
}
