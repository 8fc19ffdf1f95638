"""Referrals: approval sheets, certificates, slips and letters from one hospital to another."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    BLANK_DAY,
    CONDITIONS,
    TITLES,
    UMING,
    WENKAI,
    ZEN,
    Condition,
    anywhere,
    clinic,
    day,
    digits,
    doctor,
    farther,
    home,
    insured,
    ln,
    name,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, Place
from benchmarks.reading.templates.develop.people import day as some_day


def _case(dice: random.Random) -> tuple[Person, Place, Condition, str, str, str, dt.date]:
    who = someone(dice, anywhere(dice), youngest=30)
    hospital, level = clinic(dice, who.place)
    return (
        who,
        who.place,
        dice.choice(CONDITIONS),
        hospital,
        level,
        farther(dice, who.place),
        some_day(dice, "2024-01-04", "2025-11-14"),
    )


def _diagnoses(dice: random.Random, c: Condition, join: str = "；", numbered: bool | None = None) -> str:
    count = dice.randint(1, len(c.diagnoses))
    numbered = count > 1 and dice.random() < 0.6 if numbered is None else numbered
    return join.join(
        (f"{n}." if numbered else "") + tag("diagnosis", d) for n, d in enumerate(c.diagnoses[:count], 1)
    )


def _approval(dice: random.Random) -> str:
    """转诊转院审批表: one table, four opinions."""
    who, place, c, hospital, level, to, when = _case(dice)
    said = dice.choice(
        (
            "受医疗条件限制，建议转上级医院进一步诊治。",
            "病情复杂，本院无相应设备，建议转省级医院。",
            "诊断明确，需行手术治疗，本院不具备条件。",
        )
    )
    chief, title = doctor(dice), dice.choice(TITLES[:2])
    reason = ("本市无条件检查治疗", "诊断不明的疑难病症", "接受急诊抢救", "专科治疗需要")
    why = dice.choice(reason)
    reasons = "　".join(("☑" if r == why else "□") + r for r in reason)
    printed = (
        f"{tag('physician_name', chief)}　职称：{tag('physician_title', title)}　"
        if dice.random() < 0.6
        else sign("physician", chief, dice)
    )
    card = tag("card_number", digits(dice, 9)) if dice.random() < 0.6 else ""
    body = f"""<h1 style="font-size:23px;margin-bottom:14px">{place.city}基本医疗保险参保人员转诊转院审批表</h1>
<table style="font-size:14px"><tr><td>医疗机构（盖章）：{tag("hospital_name", hospital)}</td><td>{"级别：" + tag("hospital_level", level) if dice.random() < 0.6 else ""}</td><td class="r">{"填表日期：" + day(dice, "application_date", when) if dice.random() < 0.7 else "　　　　年　　月　　日"}</td></tr></table>
<table class="g t"><tr><td class="c">姓　名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性别</td><td class="c">{tag("sex", who.sex)}</td><td class="c">年龄</td><td class="c">{tag("age", who.age_on(when))}</td><td class="c">险种</td><td>{insured(dice, who.insurance, "text")}</td></tr>
<tr><td class="c">身份证号</td><td colspan="3">{tag("id_number", who.id_number)}</td><td class="c" colspan="2">社会保障卡号</td><td colspan="2">{card}</td></tr>
<tr><td class="c">联系电话</td><td colspan="3">{tag("phone", who.phone)}</td><td class="c" colspan="2">住院号</td><td colspan="2">{tag("record_number", digits(dice, dice.choice((6, 8, 10))))}</td></tr>
<tr><td class="c">住　址</td><td colspan="7">{tag("address", home(dice, place)) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="c">临床诊断</td><td colspan="7">{_diagnoses(dice, c)}</td></tr>
<tr><td class="c">病情摘要</td><td colspan="7" style="height:116px;vertical-align:top">　　{c.summary}入院后予对症治疗，疗效欠佳。</td></tr>
<tr><td class="c">转院原因</td><td colspan="7">{reasons}</td></tr>
<tr><td class="c">拟转往<br>医院</td><td colspan="3">{to}</td><td class="c" colspan="2">拟转科室</td><td colspan="2">{dice.choice(("", c.department))}</td></tr>
<tr><td class="c">经治医师<br>意　　见</td><td colspan="7" class="o">{said}<div class="r">医师签名：{printed}　{day(dice, "sign_date", when)}</div></td></tr>
<tr><td class="c">科主任<br>意　见</td><td colspan="7" class="o">{dice.choice(("同意转院。", "　", "同意"))}<div class="r">签名：{sign("physician", doctor(dice) if dice.random() < 0.7 else None, dice)}　{BLANK_DAY}</div></td></tr>
<tr><td class="c">医院医保<br>科意见</td><td colspan="7" class="o" style="position:relative">{dice.choice(("同意", "", "情况属实，同意转诊。"))}<div class="r">（公章）　{BLANK_DAY}</div>{seal(hospital, "医保专用章", size=120, at=(330, -14), turn=dice.uniform(-14, 14)) if dice.random() < 0.75 else ""}</td></tr>
<tr><td class="c">医保经办<br>机构意见</td><td colspan="7" class="o"><div class="r" style="margin-top:36px">（盖章）　{BLANK_DAY}</div></td></tr></table>
<p style="font-size:12px;margin:4px 0">注：1.本表一式两份，医院、医保经办机构各一份。2.一次转院审批有效期为一个月。3.转诊须由副主任医师以上人员提出，转往非定点医疗机构的费用不予报销。</p>"""
    return page(
        body,
        ".t td{height:36px;border-color:#000}.t td:first-child{white-space:nowrap}.o{height:74px;vertical-align:top}",
        dice.choice((SONG, HEI, UMING)),
        14,
        "44px 50px",
    )


def _certificate(dice: random.Random) -> str:
    """转院证明: half a sheet with a number."""
    who, _place, c, hospital, _, to, when = _case(dice)
    came = when - dt.timedelta(days=dice.randint(3, 16))
    text = (
        f"兹有患者{ln(name(dice, 'patient_name', who.name), 84)}，性别{ln(tag('sex', who.sex), 34)}，年龄{ln(tag('age', who.age_on(when)), 40)}岁，"
        f"于{ln(day(dice, 'admission_date', came, '年'))}入住我院{ln(tag('department', c.department))}（住院号{ln(tag('record_number', digits(dice, 7)))}），"
        f"诊断为{ln(_diagnoses(dice, c, '、', False))}。因{dice.choice(('病情需要', '我院条件所限', '患者及家属要求'))}，需转往{ln(to)}继续治疗。特此证明。"
    )
    chief = doctor(dice)
    body = f"""<table style="border-bottom:3px double #111"><tr><td style="font-size:24px;font-weight:600;letter-spacing:4px">{tag("hospital_name", hospital)}</td><td class="r" style="font-size:13px;white-space:nowrap">字第 <span style="color:#b22">{when.year}{dice.randint(1, 9999):05d}</span> 号</td></tr></table>
<h1 style="font-size:30px;letter-spacing:22px;margin:20px 0 14px">转院证明</h1>
<p style="text-indent:2em;line-height:2.15;margin:0">{text}</p>
<table style="margin-top:26px"><tr><td>经治医师：{sign("physician", chief, dice) if dice.random() < 0.5 else tag("physician_name", chief)}</td><td>科主任：{sign("physician", doctor(dice) if dice.random() < 0.6 else None, dice)}</td><td>医务科（章）</td></tr></table>
<p class="r" style="margin:18px 40px 0">{day(dice, "issue_date", when, dice.choice(("年", "年0", "年 ")))}</p>{seal(hospital, dice.choice(("医务科", "", "诊断证明专用章")), size=140, at=(dice.randint(500, 560), dice.randint(330, 360)), turn=dice.uniform(-25, 25)) if dice.random() < 0.85 else ""}
<p style="position:absolute;left:60px;bottom:20px;font-size:12px;margin:0">（盖章有效，涂改无效。此证明当日使用）</p>"""
    return page(body, "", dice.choice((SONG, UMING, KAI)), 17, "38px 60px")


def _slip(dice: random.Random) -> str:
    """双向转诊（转出）单 with its counterfoil above a cutting line."""
    who, place, c, hospital, _, to, when = _case(dice)
    hospital = dice.choice(
        (
            hospital,
            f"{place.county.removesuffix('区').removesuffix('县')}{dice.choice(('城南街道', '东关街道'))}社区卫生服务中心",
            f"{dice.choice(('大桥镇', '双塘镇', '石门乡'))}中心卫生院",
        )
    )
    number = digits(dice, 17) if dice.random() < 0.5 else f"{place.code}{digits(dice, 5)}"
    live, chief = home(dice, place), doctor(dice)
    signed = sign("physician", chief if dice.random() < 0.85 else None, dice)
    date = day(dice, "issue_date", when, "年 ")
    record = tag("record_number", number)
    who_is = f"{ln(name(dice, 'patient_name', who.name), 90)}　性别{ln(tag('sex', who.sex), 44)}　年龄{ln(tag('age', who.age_on(when)), 54)}"
    body = f"""<div class="c b" style="font-size:20px;margin-bottom:8px">存　　根</div>
<p>患者姓名{who_is}　档案编号{ln(record, 140)}</p>
<p>家庭住址{ln(tag("address", live), 300)}　联系电话{ln(tag("phone", who.phone), 120)}</p>
<p>　　于{ln(date, 130)}因病情需要，转入{ln(to, 220)}单位</p>
<p>{ln(dice.choice((c.department, "")), 120)}科室{ln("", 100)}接诊医生。</p>
<p class="r">转诊医生（签字）：{signed}</p><p class="r">{date}</p>
<div style="border-top:1px dashed #333;margin:14px -40px;text-align:center;height:0"><span style="position:relative;top:-12px;background:#fff;padding:0 8px;font-size:13px">✂　{dice.choice(("骑缝章", "沿此线剪下", "第　　　号"))}</span></div>
<h1 style="font-size:23px;margin:18px 0 10px">双向转诊（转出）单</h1>
<p>{ln(to)}（机构名称）：</p>
<p style="text-indent:2em">现有患者{who_is}　因病情需要，需转入贵单位，请予以接诊。</p>
<p class="b">初步印象：</p><p class="v">{_diagnoses(dice, c, "<br>" if dice.random() < 0.4 else "，")}</p>
<p class="b">主要现病史（转出原因）：</p><p class="v">{c.summary}</p>
<p class="b">主要既往史：</p><p class="v">{dice.choice(("无特殊。", "否认肝炎、结核病史，无药物过敏史。", "“阑尾切除术”后20年。", ""))}</p>
<p class="b">治疗经过：</p><p class="v">{dice.choice(("予口服药物对症治疗，效果欠佳。", "门诊随访管理，定期复查。", "入院予抗感染、改善循环等治疗3天，症状无缓解。"))}</p>
<table style="margin-top:24px"><tr><td style="width:46%"></td><td>转诊医生（签字）：{signed}</td></tr><tr><td></td><td>联系电话：{ln("", 130)}</td></tr><tr><td></td><td>{ln(tag("hospital_name", hospital))}（机构名称）</td></tr><tr><td></td><td>{date}</td></tr></table>
{seal(hospital, size=138, at=(dice.randint(440, 500), dice.randint(780, 800)), turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}
<p style="position:absolute;left:70px;bottom:26px;font-size:12px;margin:0">填表说明：1.本表供居民双向转诊转出时使用，由转诊医生填写。2.初步印象：转诊医生根据患者病情做出的初步判断。</p>"""
    return page(
        body,
        "p{margin:7px 0;line-height:1.75}.v{text-indent:2em;min-height:30px}",
        dice.choice((SONG, UMING, WENKAI)),
        15,
        "44px 70px",
    )


def _letter(dice: random.Random) -> str:
    """A letter of the hospital's office to the bureau, nothing but prose under a red head."""
    who, place, c, hospital, level, to, when = _case(dice)
    chief, title = doctor(dice), dice.choice(TITLES)
    till = when + dt.timedelta(days=dice.choice((30, 90, 183)))
    hint = f"，有效期至{day(dice, 'valid_until', till, '年')}" if dice.random() < 0.5 else ""
    came = when - dt.timedelta(days=dice.randint(1, 60))
    p1 = (
        f"贵{dice.choice(('县', '区', '地')) if place.county[-1] not in '县区' else place.county[-1]}参保患者{name(dice, 'patient_name', who.name)}（{tag('sex', who.sex)}，{tag('age', who.age_on(when), f'{who.age_on(when)}岁')}，"
        f"公民身份号码{tag('id_number', who.id_number)}），于{day(dice, 'visit_date', came, '年')}到我院{tag('department', c.department)}就诊。{c.summary}"
    )
    p2 = (
        f"经{tag('physician_name', chief)}{tag('physician_title', title)}诊查，诊断为：{_diagnoses(dice, c, '、', False)}。因我院技术条件有限，经科内讨论，建议转至{to}进一步诊治"
        f"{hint}。请贵局按转诊人员予以备案为盼。"
    )
    seal_html = (
        seal(
            hospital,
            size=150,
            at=(dice.randint(380, 440), dice.randint(-46, -20)),
            turn=dice.uniform(-12, 12),
        )
        if dice.random() < 0.85
        else ""
    )
    level_html = f"（{tag('hospital_level', level)}）" if dice.random() < 0.3 else ""
    body = f"""<div class="c" style="color:#c8161d;font-size:34px;font-weight:600;letter-spacing:6px;white-space:nowrap;transform:scaleX({min(1, 17 / max(17, len(hospital) + 3)):.2f})">{tag("hospital_name", hospital)}</div>
<div style="border-top:3px solid #c8161d;border-bottom:1px solid #c8161d;height:6px;margin:8px 0 18px"></div>
<p class="r" style="font-size:14px;margin:0">院医保函〔{when.year}〕{dice.randint(1, 180)}号</p>
<h1 style="font-size:25px;margin:26px 0">关于建议患者转诊治疗的{dice.choice(("函", "意见", "转诊意见书"))}</h1>
<p style="margin:0">{place.county}医疗保障局：</p><p class="t">{p1}</p><p class="t">{p2}</p><p class="t">特此函告。</p>
<div style="position:relative;margin-top:60px;height:150px" class="r"><div style="padding-right:10px">{hospital}{level_html}</div><div style="padding-right:40px">{day(dice, "issue_date", when, "年")}</div>{seal_html}</div>
<p style="font-size:14px">（联系人：{doctor(dice)}　　联系电话：0{dice.randint(310, 999)}-{digits(dice, 7)}）</p>"""
    return page(
        body,
        ".t{text-indent:2em;margin:0;text-align:justify;word-break:break-all}",
        dice.choice((SONG, UMING, KAI, WENKAI)),
        19,
        "70px 84px",
    )


def _hospitals(dice: random.Random) -> str:
    """Two hospitals, each with its part of the sheet."""
    who, place, c, hospital, level, to, when = _case(dice)
    chief, title = doctor(dice), dice.choice(TITLES)
    came = when - dt.timedelta(days=dice.randint(2, 20))
    till = when + dt.timedelta(days=dice.choice((30, 60, 90)))
    shade = dice.choice(("#fff", "#ececec", "#e8f0f6"))
    span = (
        f"{day(dice, 'valid_from', when, '-')} 至 {day(dice, 'valid_until', till, '-')}"
        if dice.random() < 0.6
        else ""
    )
    told = (
        f"{tag('physician_name', chief)} / {tag('physician_title', title)}"
        if dice.random() < 0.7
        else hand(chief)
    )
    body = f"""<table style="font-size:12px"><tr><td>打印时间：{when:%Y-%m-%d} {dice.randint(8, 17)}:{dice.randint(10, 59)}</td><td class="r">申请单号：ZZ{when:%Y%m%d}{dice.randint(1, 9999):04d}</td></tr></table>
<h1 style="font-size:22px;margin:2px 0 10px">{place.province}参保人员异地转诊（转院）申请单</h1>
<table class="g t"><tr><td class="h" colspan="6">一、患者基本信息</td></tr>
<tr><td class="k">患者姓名</td><td>{name(dice, "patient_name", who.name)}</td><td class="k">性别 / 年龄</td><td>{tag("sex", who.sex)} / {tag("age", who.age_on(when), f"{who.age_on(when)}岁")}</td><td class="k">参保险种</td><td>{insured(dice, who.insurance, "long")}</td></tr>
<tr><td class="k">证件号码</td><td colspan="3">{tag("id_number", who.id_number)}</td><td class="k">联系电话</td><td>{tag("phone", who.phone) if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="k">参 保 地</td><td>{tag("insured_place", place.insured)}</td><td class="k">现住址</td><td colspan="3">{tag("address", home(dice, place))}</td></tr>
<tr><td class="h" colspan="6">二、转出医疗机构</td></tr>
<tr><td class="k">机构名称</td><td colspan="3">{tag("hospital_name", hospital)}</td><td class="k">等级</td><td>{tag("hospital_level", level)}</td></tr>
<tr><td class="k">科　　室</td><td>{tag("department", c.department)}</td><td class="k">住院号</td><td>{tag("record_number", digits(dice, 8))}</td><td class="k">入院日期</td><td>{day(dice, "admission_date", came)}</td></tr>
<tr><td class="k">转出诊断</td><td colspan="5">{_diagnoses(dice, c, "<br>" if dice.random() < 0.5 else "　")}</td></tr>
<tr><td class="k">转诊理由</td><td colspan="5" style="height:84px;vertical-align:top">{c.summary}本院无法进一步明确诊断和治疗，建议转上级医院。</td></tr>
<tr><td class="k">主诊医师 / 职称</td><td colspan="2">{told}</td><td class="k">主诊医师签名</td><td colspan="2">{sign("physician", chief if dice.random() < 0.85 else None, dice)} {day(dice, "sign_date", when)}</td></tr>
<tr><td class="k">科室负责人</td><td colspan="2">{sign("physician", doctor(dice) if dice.random() < 0.7 else None, dice)}</td><td class="k">医保部门审核</td><td colspan="2" style="position:relative;height:84px">（章）{seal(hospital, "医疗保险办公室", size=112, at=(50, -14), turn=dice.uniform(-12, 12)) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="h" colspan="6">三、转入医疗机构</td></tr>
<tr><td class="k">机构名称</td><td colspan="3">{to}</td><td class="k">等级</td><td>三级甲等</td></tr>
<tr><td class="k">接诊意见</td><td colspan="3" style="height:60px"></td><td class="k">接诊医师</td><td></td></tr>
<tr><td class="h" colspan="6">四、参保地经办机构</td></tr>
<tr><td class="k">转诊有效期</td><td colspan="3">{span}</td><td class="k">经办人</td><td>{dice.choice(("", hand(doctor(dice), 18)))}</td></tr></table>
<p style="font-size:12px;margin:6px 0;line-height:1.5">1.转诊有效期内在转入地可多次住院；2.转入机构如需再次转诊，应重新办理；3.急诊、抢救可于入院5个工作日内补办。</p>
<p style="font-size:13px;margin:14px 0">患者或家属签字：{sign("applicant", who.name if dice.random() < 0.6 else None, dice)}　　　日期：{BLANK_DAY}</p>"""
    return page(
        body,
        f".t td{{height:35px}}.h{{background:{shade};font-weight:600}}.k{{white-space:nowrap;text-align:center}}",
        dice.choice((HEI, MICRO, ZEN, SONG)),
        13,
        "40px 46px",
    )


TEMPLATES: dict[str, Template] = {
    "bureau-referral_letter-approval": Template("referral_letter", 794, 1123, _approval),
    "bureau-referral_letter-certificate": Template("referral_letter", 794, 561, _certificate),
    "bureau-referral_letter-slip": Template("referral_letter", 794, 1123, _slip),
    "bureau-referral_letter-letter": Template("referral_letter", 794, 1123, _letter),
    "bureau-referral_letter-hospitals": Template("referral_letter", 794, 1123, _hospitals),
}
