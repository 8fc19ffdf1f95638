"""Letters: authorisation, commitment, posting."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p


def authorisation(dice: random.Random) -> str:
    """授权委托书: two headed blocks, then prose."""
    who, agent = p.person(dice), p.person(dice)
    when = p.day(dice, "2025-01-05")
    body = f"""
<h1 style="font-size:28px;letter-spacing:10px;margin-bottom:24px">授权委托书</h1>
<p>委托人：{h.f("patient_name", who.name)}　　性别：{h.f("sex", who.sex)}　　身份证号：{h.f("id_number", who.id_number)}</p><p>联系电话：{h.f("phone", who.phone)}</p>
<p>受托人：{h.f("agent_name", agent.name)}　　性别：{agent.sex}　　身份证号：{h.f("agent_id_number", agent.id_number)}</p>
<p style="text-indent:2em">委托人因身体原因，不能亲自办理门诊慢特病待遇认定手续，特委托受托人作为我的合法代理人，全权代表我办理相关事项。对受托人在办理上述事项过程中所签署的有关文件，我均予以认可，并承担相应的法律责任。</p>
<p style="text-indent:2em">委托期限：自签字之日起至上述事项办完为止。</p>
<p style="margin-top:70px">委托人签名：{h.sign("applicant", who.name, dice)}</p><p>受托人签名：{h.sign("agent", agent.name if dice.random() < 0.8 else None, dice)}</p><p class="r">{h.f("sign_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=17, css="p{line-height:2}")


def authorisation_prose(dice: random.Random) -> str:
    """One sentence holds both people, numbers in brackets."""
    who, agent = p.person(dice), p.person(dice)
    when = p.day(dice, "2025-01-05")
    body = f"""
<h1 style="font-size:26px;margin-bottom:24px">委 托 书</h1><p>{who.place.city}医疗保障局：</p>
<p style="text-indent:2em">本人{h.f("patient_name", who.name)}（身份证号：{h.f("id_number", who.id_number)}），因行动不便，现委托{h.f("agent_name", agent.name)}（身份证号：{h.f("agent_id_number", agent.id_number)}）代为办理本人门诊慢特病续期申请业务，由此产生的一切法律后果由本人承担。</p>
<p style="text-indent:2em">特此委托。</p><p class="r" style="margin-top:60px;padding-right:60px">委托人：{h.sign("applicant", who.name, dice)}</p><p class="r" style="padding-right:60px">被委托人：{h.sign("agent", agent.name, dice)}</p><p class="r" style="padding-right:60px">{h.f("sign_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=18, css="p{line-height:2.1}")


def commitment(dice: random.Random) -> str:
    """承诺书 with a fill-in line and numbered promises."""
    who = p.person(dice)
    when = p.day(dice, "2025-01-05")
    body = f"""
<h1 style="font-size:26px;letter-spacing:6px;margin-bottom:20px">个人承诺书</h1>
<p>承诺人：<u>　{h.f("patient_name", who.name)}　</u>　身份证号码：<u>　{h.f("id_number", who.id_number)}　</u></p><p>联系电话：<u>　{h.f("phone", who.phone)}　</u>　参保地：<u>　{h.f("insured_place", who.place.insured)}　</u></p>
<p style="text-indent:2em">本人申请办理门诊慢特病待遇认定，现郑重承诺如下：</p><p style="text-indent:2em">一、所提供的病历资料、检查报告等申请材料均真实有效；</p><p style="text-indent:2em">二、如有虚假，本人愿意承担由此产生的一切法律责任，并退回已享受的医保待遇；</p><p style="text-indent:2em">三、同意医保部门对本人就医信息进行核查。</p>
<p class="r" style="margin-top:80px">承诺人（签名）：{h.sign("applicant", who.name if dice.random() < 0.8 else None, dice)}</p><p class="r">日期：{h.f("sign_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=17, css="p{line-height:2}")


def commitment_residence(dice: random.Random) -> str:
    """异地长期居住承诺书 in prose."""
    who = p.person(dice)
    when = p.day(dice, "2025-01-05")
    away = dice.choice(("广东省广州市番禺区样板街", "浙江省温州市鹿城区样板街")) + f"{dice.randint(2, 99)}号"
    body = f"""
<h1 style="font-size:24px;margin-bottom:22px">异地长期居住承诺书</h1>
<p style="text-indent:2em">本人{h.f("patient_name", who.name)}，身份证号{h.f("id_number", who.id_number)}，系{h.f("insured_place", who.place.insured)}参保人员，现长期居住在{h.f("address", away)}，申请办理异地长期居住人员备案。本人承诺上述情况属实，如有虚假愿意承担相应责任。</p>
<p style="margin-top:70px">承诺人签字：{h.sign("applicant", who.name, dice)}　　联系电话：{h.f("phone", who.phone)}</p><p>{h.f("sign_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=18, css="p{line-height:2.1}")


def posting(dice: random.Random) -> str:
    """派驻证明 of a company."""
    who = p.person(dice, youngest=24, oldest=58)
    start = p.day(dice, "2024-01-05", "2025-06-01")
    until = dt.date(start.year + 1, start.month, min(start.day, 28))
    company = f"{who.place.city}{dice.choice(('恒远', '兴达', '赣湘', '宝庆'))}建设工程有限公司"
    body = f"""
<h1 style="font-size:27px;letter-spacing:8px;margin-bottom:26px">派驻证明</h1>
<p style="text-indent:2em">兹证明{h.f("patient_name", who.name)}，性别{h.f("sex", who.sex)}，身份证号：{h.f("id_number", who.id_number)}，系我单位职工，因工作需要，自{h.f("valid_from", start, p.shown(dice, start, "年"))}至{h.f("valid_until", until, p.shown(dice, until, "年"))}派驻广东省佛山市工作。</p>
<p style="text-indent:2em">特此证明。</p><div style="position:relative;margin-top:90px;text-align:right;padding-right:40px"><p>单位（盖章）：{company}</p><p>{h.f("issue_date", start, p.shown(dice, start, "年"))}</p>{h.seal(company, at=(470, -30), size=150)}</div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=18, css="p{line-height:2.1}")


TEMPLATES = {
    "authorisation-blocks": Template("authorization_letter", 794, 1123, authorisation),
    "authorisation-prose": Template("authorization_letter", 794, 1123, authorisation_prose),
    "commitment-lines": Template("commitment_letter", 794, 1123, commitment),
    "commitment-residence": Template("commitment_letter", 794, 1123, commitment_residence),
    "posting-company": Template("work_posting_letter", 794, 1123, posting),
}
