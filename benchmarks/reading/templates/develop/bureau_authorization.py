"""Authorisations: who lets whom hand in the papers."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    BLANK_DAY,
    CONDITIONS,
    UMING,
    WENKAI,
    ZEN,
    anywhere,
    cells,
    clinic,
    day,
    digits,
    home,
    insured,
    kin,
    ln,
    name,
    phone,
    pick,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, Place
from benchmarks.reading.templates.develop.people import day as some_day


def _two(dice: random.Random) -> tuple[Person, Person, Place, dt.date]:
    where = anywhere(dice)
    who = someone(dice, where, youngest=45)
    agent = someone(dice, (who.place, who.place, dice.choice(where)), youngest=22, oldest=60)
    return who, agent, who.place, some_day(dice, "2024-01-04", "2025-11-14")


def _prose(dice: random.Random) -> str:
    """A clerk's Word file: both in one sentence."""
    who, agent, place, when = _two(dice)
    c = dice.choice(CONDITIONS)
    bureau = f"{place.county}医疗保障{dice.choice(('局', '事务中心', '服务中心'))}"
    why = dice.choice(
        ("年老体弱、行动不便", "长期卧床", "在外地住院治疗", "工作原因不能离岗", "居住在外地，路途遥远")
    )
    sex = f"（{tag('sex', who.sex)}）" if dice.random() < 0.5 else ""
    live = f"，现住{ln(tag('address', a))}" if dice.random() < 0.5 and (a := home(dice, place)) else ""
    own = f"，联系电话{ln(tag('phone', who.phone))}" if dice.random() < 0.4 else ""
    disease = (
        f"办理{ln(tag('claimed_disease', c.claim))}门诊慢特病资格认定"
        if dice.random() < 0.5
        else "办理门诊慢特病待遇资格认定"
    )
    text = (
        f"本人{ln(name(dice, 'patient_name', who.name))}{sex}，身份证号码{ln(tag('id_number', who.id_number))}{live}{own}，因{why}，"
        f"不能亲自到{dice.choice(('贵单位', '贵中心', '医保窗口'))}办理有关手续，现委托{dice.choice(('我的', '本人'))}{kin(dice, who, agent, pair=False)}"
        f"{ln(name(dice, 'agent_name', agent.name))}（身份证号码：{ln(tag('agent_id_number', agent.id_number))}）代为{disease}，"
        "提交、领取相关材料，签署有关文书。受托人在上述事项范围内所提交的材料及签署的文件，本人均予以认可，并承担由此产生的一切法律责任。"
    )
    end = (
        day(dice, "sign_date", when)
        if dice.random() < 0.75
        else hand(f"{when.year}年{when.month}月{when.day}日", 19)
    )
    body = f"""<h1 style="font-size:{dice.choice((26, 28, 32))}px;letter-spacing:{dice.choice((2, 10, 16))}px;margin:18px 0 46px">{dice.choice(("授权委托书", "委 托 书", "授权委托书"))}</h1>
<p style="margin:0 0 12px">{bureau}：</p><p style="text-indent:2em;margin:0;text-align:justify;word-break:break-all">{text}</p>
<p style="text-indent:2em;margin:8px 0">{dice.choice(("特此委托。", "受托人无转委托权。", "委托期限：至上述事项办结之日止。"))}</p>
<div style="margin:70px 0 0 {dice.choice((260, 300, 220))}px;line-height:2.6">委托人（签名、按手印）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}<br>受托人（签名）：{sign("agent", agent.name if dice.random() < 0.7 else None, dice)}<br><span style="margin-left:{dice.choice((40, 110))}px">{end}</span></div>"""
    return page(
        body, font=dice.choice((SONG, UMING, KAI, WENKAI)), size=dice.choice((18, 19, 20)), pad="80px 92px"
    )


def _columns(dice: random.Random) -> str:
    """Two columns side by side: 委托人 / 受托人."""
    who, agent, place, when = _two(dice)
    live, theirs = home(dice, place), home(dice, agent.place)
    rows = [("姓　　名", name(dice, "patient_name", who.name), name(dice, "agent_name", agent.name))]
    if dice.random() < 0.6:
        rows.append(("性　　别", tag("sex", who.sex), agent.sex))
    rows.append(
        (
            dice.choice(("公民身份号码", "身份证号码", "证件号码")),
            tag("id_number", who.id_number),
            tag("agent_id_number", agent.id_number),
        )
    )
    if dice.random() < 0.7:
        rows.append(("联系电话", tag("phone", who.phone), ""))
    if dice.random() < 0.7:
        rows.append(
            (
                dice.choice(("住　　址", "家庭住址")),
                tag("address", live),
                theirs if dice.random() < 0.5 else "",
            )
        )
    if dice.random() < 0.4:
        rows.append(("参保地", tag("insured_place", place.insured), "———"))
    body_rows = "".join(f'<tr><td class="c h">{a}</td><td>{b}</td><td>{c}</td></tr>' for a, b, c in rows)
    kinds = (
        "门诊慢特病待遇认定",
        "门诊慢特病续期/变更",
        "异地就医备案",
        "医疗费用手工（零星）报销",
        "参保信息查询打印",
        "其他：________",
    )
    till = when + dt.timedelta(days=dice.choice((30, 90, 180, 364)))
    span = (
        f"自{day(dice, 'valid_from', when, '年')}起至{day(dice, 'valid_until', till, '年')}止"
        if dice.random() < 0.5
        else "自签署之日起至委托事项办结之日止"
    )
    matters = pick(dice, kinds, dice.choice(kinds[:2]), join="<br>" if dice.random() < 0.5 else "　 ")
    body = f"""<h1 style="font-size:25px;letter-spacing:6px;margin-bottom:6px">医疗保障业务授权委托书</h1>
<p class="r" style="margin:0 0 6px;font-size:13px">编号：{place.code}{when:%Y%m}{dice.randint(1, 999):04d}</p>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:17%"><col><col></colgroup>
<tr class="b" style="background:{dice.choice(("#fff", "#eee", "#f4f4f4"))}"><td class="c"></td><td class="c">委托人（参保人）</td><td class="c">受托人（代办人）</td></tr>{body_rows}
<tr><td class="c h">委托事项</td><td colspan="2" style="padding:8px 10px">{matters}</td></tr>
<tr><td class="c h">委托权限</td><td colspan="2">代为填写申请表格、递交证明材料、签收告知书及领取认定结果。</td></tr>
<tr><td class="c h">委托期限</td><td colspan="2">{span}</td></tr>
<tr><td class="c h">签　字</td><td style="height:124px;vertical-align:top">委托人签字（指印）：<br><br>{sign("applicant", who.name if dice.random() < 0.9 else None, dice, 120)}</td><td style="vertical-align:top">受托人签字：<br><br>{sign("agent", agent.name if dice.random() < 0.8 else None, dice, 120)}</td></tr>
<tr><td class="c h">日　期</td><td class="c">{day(dice, "sign_date", when)}</td><td class="c">{BLANK_DAY}</td></tr></table>
<p style="font-size:12.5px;line-height:1.5">注：1.委托办理时须同时出示委托人、受托人有效身份证件原件并留存复印件；2.受托人为参保人近亲属的，还应提供户口簿、结婚证等关系证明；3.委托人不识字的，由村（居）委会派人见证。</p>"""
    return page(
        body,
        ".h{white-space:nowrap}td{height:50px;word-break:break-all}",
        dice.choice((SONG, HEI, MICRO)),
        dice.choice((14, 15)),
        "70px 54px",
    )


def _clauses(dice: random.Random) -> str:
    """Numbered clauses."""
    who, agent, place, when = _two(dice)
    till = when + dt.timedelta(days=dice.choice((60, 183, 365)))
    live = f"住址：{tag('address', home(dice, place))}<br>" if dice.random() < 0.65 else ""
    card = f"社会保障卡号：{tag('card_number', digits(dice, 9))}<br>" if dice.random() < 0.35 else ""
    born = f"，出生日期：{day(dice, 'birth_date', who.born)}" if dice.random() < 0.4 else ""
    label = dice.choice(("身份证号：", "身份证号码：", "公民身份号码："))
    body = f"""<h1 style="font-size:28px;margin-bottom:{dice.choice((20, 34))}px">授 权 委 托 书</h1>
<p class="b">一、委托人基本情况</p><p class="i">姓名：{name(dice, "patient_name", who.name)}，性别：{tag("sex", who.sex)}{born}<br>{label}{tag("id_number", who.id_number)}<br>{card}{live}联系方式：{tag("phone", who.phone)}</p>
<p class="b">二、受托人基本情况</p><p class="i">姓名：{name(dice, "agent_name", agent.name)}，性别：{agent.sex}<br>{label}{tag("agent_id_number", agent.id_number)}<br>与委托人的关系：{kin(dice, who, agent)}</p>
<p class="b">三、委托事项</p><p class="i">（一）向{place.county}医疗保险服务中心提交门诊慢特病认定申请及相关病历资料；<br>（二）办理定点医疗机构的选择与变更；<br>（三）{dice.choice(("代为领取《门诊慢特病就医证》", "代为办理异地就医备案手续", "查询、打印医疗费用结算单"))}。</p>
<p class="b">四、委托权限</p><p class="i">{dice.choice(("一般授权，代为提交材料、签署表格。", "特别授权：代为承认、变更、放弃申请，签署并接收各类文书。"))}</p>
<p class="b">五、委托期限</p><p class="i">自 {day(dice, "valid_from", when)} 至 {day(dice, "valid_until", till)}。</p>
<p class="b">六、其他</p><p class="i">本委托书一式两份，委托人、受托人各执一份，复印件交经办机构存档。委托人对受托人在授权范围内的行为承担法律后果。</p>
<table style="margin-top:44px"><tr><td style="width:52%">委托人（签章）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}</td><td>受托人（签章）：{sign("agent", agent.name if dice.random() < 0.75 else None, dice)}</td></tr>
<tr><td style="padding-top:16px">{day(dice, "sign_date", when, "年 ")}</td><td style="padding-top:16px">{day(dice, "sign_date", when, "年 ") if dice.random() < 0.5 else BLANK_DAY}</td></tr></table>"""
    return page(
        body,
        "p{margin:6px 0}.i{margin-left:2em;line-height:1.75}",
        dice.choice((SONG, UMING, ZEN)),
        dice.choice((15, 16)),
        "64px 80px",
    )


def _agent_first(dice: random.Random) -> str:
    """A hospital's medical-insurance office asks for the agent first."""
    who, agent, place, when = _two(dice)
    hospital, _ = clinic(dice, place)
    c = dice.choice(CONDITIONS)
    record = (
        f"<p>住院号/门诊号：{ln(tag('record_number', digits(dice, 8)), 160)}　科室：{ln(tag('department', c.department), 150)}</p>"
        if dice.random() < 0.6
        else ""
    )
    body = f"""<div class="c" style="font-size:22px;font-weight:600;letter-spacing:3px">{tag("hospital_name", hospital)}</div>
<h1 style="font-size:24px;border-bottom:2px solid #111;padding-bottom:10px;margin-bottom:20px">门诊慢特病代办委托书</h1>
<p>代办人姓名：{ln(name(dice, "agent_name", agent.name), 130)}　性别：{ln(agent.sex, 50)}　年龄：{ln(str(agent.age_on(when)), 50)}</p>
<p>代办人身份证号：{ln(tag("agent_id_number", agent.id_number), 240)}</p>
<p>与患者关系：{ln(kin(dice, who, agent), 130)}</p>
<p style="margin-top:22px">患者姓名：{ln(name(dice, "patient_name", who.name), 130)}　性别：{ln(tag("sex", who.sex), 50)}　年龄：{ln(tag("age", who.age_on(when), f"{who.age_on(when)}岁"), 60)}</p>
<p>患者身份证号：{ln(tag("id_number", who.id_number), 240)}</p><p>医保类型：{insured(dice, who.insurance)}</p>{record}
<p>申请病种：{ln(tag("claimed_disease", c.claim), 260)}</p>
<p style="text-indent:2em;margin-top:22px">兹委托以上代办人到{dice.choice(("贵院医保科", "医院医保办"))}为本人办理门诊慢特病申报事宜，代办人所提供的病历资料均真实有效，如有虚假，愿退回已享受的医保待遇并承担相应责任。</p>
<table style="margin-top:40px"><tr><td style="width:50%">患者（或监护人）签字：{sign("applicant", who.name if dice.random() < 0.7 else None, dice)}</td><td>代办人签字：{sign("agent", agent.name if dice.random() < 0.9 else None, dice)}</td></tr></table>
<p class="r" style="margin:26px 30px 0 0">日期：{day(dice, "sign_date", when)}</p>
<p style="position:absolute;left:60px;right:60px;bottom:40px;font-size:12px;border-top:1px dashed #555;padding-top:6px">医保科咨询电话：0{dice.randint(310, 999)}-{digits(dice, 7)}　受理时间：周一至周五 8:00-11:30　14:30-17:00　　经办人：____________</p>"""
    return page(
        body, "p{margin:10px 0}", dice.choice((SONG, HEI, KAI, MICRO)), dice.choice((16, 17)), "60px 66px"
    )


def _relation(dice: random.Random) -> str:
    """Boxes for every digit, the relation ticked."""
    who, agent, place, when = _two(dice)
    ties = ("配偶", "子女", "父母", "兄弟姐妹", "村（社区）干部", "其他")
    size = dice.choice((19, 21))
    seal_of = f"{place.county}大桥镇柳树村村民委员会"
    body = f"""<p style="font-size:13px;margin:0">附件{dice.randint(2, 6)}</p><h1 style="font-size:24px;margin:4px 0 18px">{place.city}基本医疗保险业务委托办理书</h1>
<table class="g"><tr><td rowspan="4" class="c v">委托人信息</td><td class="c k">姓名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c k">参保类型</td><td>{insured(dice, who.insurance, dice.choice(("tick", "tick2", "text")))}</td></tr>
<tr><td class="c k">身份证号</td><td colspan="3">{cells("id_number", who.id_number, size)}</td></tr>
<tr><td class="c k">社保卡号</td><td>{tag("card_number", dice.choice("ACGPS") + digits(dice, 8)) if dice.random() < 0.5 else ""}</td><td class="c k">手机号码</td><td>{tag("phone", who.phone)}</td></tr>
<tr><td class="c k">常住地址</td><td colspan="3">{tag("address", home(dice, place))}</td></tr>
<tr><td rowspan="3" class="c v">受托人信息</td><td class="c k">姓名</td><td>{name(dice, "agent_name", agent.name)}</td><td class="c k">工作单位</td><td>{dice.choice(("", "务农", "自由职业", f"{place.county}实验小学"))}</td></tr>
<tr><td class="c k">身份证号</td><td colspan="3">{cells("agent_id_number", agent.id_number, size)}</td></tr>
<tr><td class="c k">与委托人关系</td><td colspan="3">{pick(dice, ties, dice.choice(ties[:5]))}</td></tr>
<tr><td class="c k" colspan="2">委托办理的业务</td><td colspan="3" style="line-height:1.9;padding:6px">{pick(dice, ("门诊慢性病、特殊疾病申报", "住院费用报销", "大病保险", "信息变更", "生育待遇", "个人账户继承"), "门诊慢性病、特殊疾病申报")}</td></tr>
<tr><td class="c k" colspan="2">不能亲自办理的原因</td><td colspan="3">{dice.choice(("本人偏瘫，行走不便。", "年事已高，不会操作手机。", "在外务工。", "住院治疗中。"))}</td></tr>
<tr><td colspan="5" style="padding:14px 12px 20px;line-height:2">　　本人自愿委托上述受托人代为办理以上业务，所提交的材料真实、合法、有效，由此产生的法律责任由本人承担。<br><span style="display:inline-block;width:54%">委托人签名（按印）：{sign("applicant", who.name if dice.random() < 0.8 else None, dice)}</span>受托人签名：{sign("agent", agent.name if dice.random() < 0.8 else None, dice)}<br><span style="display:inline-block;width:54%">日期：{day(dice, "sign_date", when)}</span>日期：{hand(f"{when.month}月{when.day}日", 18) if dice.random() < 0.4 else BLANK_DAY}</td></tr>
<tr><td class="c k" colspan="2" style="height:110px">村（居）委会见证意见</td><td colspan="3" style="position:relative;vertical-align:bottom" class="r">{dice.choice(("情况属实。", "", "以上情况属实，同意委托。"))}（盖章）　{BLANK_DAY}　{seal(seal_of, size=118, at=(210, -6), turn=dice.uniform(-15, 15)) if dice.random() < 0.6 else ""}</td></tr></table>
<p style="font-size:12px;margin:6px 0">说明：此表由委托人填写，涂改无效；一次委托仅限办理一项业务，委托书自签字之日起30日内有效。</p>"""
    return page(
        body,
        ".k{white-space:nowrap}.v{width:30px;padding:2px 6px;line-height:1.3}td{height:47px}",
        dice.choice((SONG, HEI, MICRO)),
        15,
        "60px 48px",
    )


def _province(dice: random.Random) -> str:
    """A provincial bureau's model letter with places to paste copies of ID cards."""
    who, agent, place, when = _two(dice)
    till = when + dt.timedelta(days=dice.choice((30, 180)))
    u = ln
    glue = dice.choice(("人像面", "国徽面"))
    third = "人像面" if glue == "国徽面" else "国徽面"
    stick = "".join(
        f'<td class="c" style="height:150px;border:1px dashed #777;color:#666;font-size:13px">{a}身份证复印件粘贴处<br>（{b}）</td>'
        for a, b in (("委托人", glue), ("受托人", third))
    )
    body = f"""<div style="display:flex;justify-content:space-between;font-size:13px;font-family:{HEI}"><span>YB-{place.code[:2]}-{dice.randint(10, 99)}</span><span>{place.province}医疗保障经办政务服务事项 文书样表</span></div>
<h1 style="font-size:27px;margin:26px 0 22px;font-family:{HEI}">个人授权委托书</h1>
<p>委托人：{u(name(dice, "patient_name", who.name), 110)} 民族：{u(tag("ethnicity", who.ethnicity) if dice.random() < 0.6 else "", 60)} 出生日期：{u(day(dice, "birth_date", who.born), 120)}</p>
<p>有效身份证件类型：☑居民身份证 □户口簿 □其他　证件号码：{u(tag("id_number", who.id_number), 190)}</p>
<p>受托人：{u(name(dice, "agent_name", agent.name), 110)} 有效身份证件号码：{u(tag("agent_id_number", agent.id_number), 190)}</p>
<p>受托人联系电话：{u("", 150)}　与委托人关系：{u(kin(dice, who, agent), 90)}</p>
<p style="text-indent:2em">委托人现授权委托受托人向{u(dice.choice((f"{place.city}医疗保障经办服务中心", f"{place.county}医疗保障局")))}申办{u(dice.choice(("门诊慢特病病种待遇认定", "门诊慢特病病种待遇认定、定点机构变更", "基本医疗保险参保人员门诊慢特病续期")))}业务，并全权处理与之相关的申请、补正、查询、领取等事项。受托人在委托权限和期限内所签署的文件和处理的有关事务，委托人均予承认。</p>
<p style="text-indent:2em">委托期限：{day(dice, "valid_from", when, "年")}至{day(dice, "valid_until", till, "年")}。受托人无权转委托。</p>
<table style="border-spacing:12px;border-collapse:separate;margin:6px 0">{f"<tr>{stick}</tr>"}</table>
<table style="margin-top:14px;line-height:2.1"><tr><td style="width:56%">委托人（签字/捺印）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}</td><td>受托人（签字）：{sign("agent", agent.name if dice.random() < 0.8 else None, dice)}</td></tr>
<tr><td>委托人电话：{tag("phone", phone(dice)) if dice.random() < 0.6 else u("", 130)}</td><td>签署日期：{day(dice, "sign_date", when)}</td></tr></table>
<div style="position:absolute;left:70px;right:70px;bottom:44px;font-size:12px;line-height:1.55;border-top:1px solid #999;padding-top:6px">填写须知：①本委托书须用黑色签字笔填写或打印，不得涂改；②委托人为无民事行为能力人、限制民事行为能力人的，由其监护人签字；③经办机构留存原件。</div>"""
    return page(
        body,
        "p{margin:9px 0;line-height:2}",
        dice.choice((SONG, UMING, WENKAI)),
        dice.choice((15, 16)),
        "46px 70px",
    )


TEMPLATES: dict[str, Template] = {
    "bureau-authorization_letter-prose": Template("authorization_letter", 794, 1123, _prose),
    "bureau-authorization_letter-columns": Template("authorization_letter", 794, 1123, _columns),
    "bureau-authorization_letter-clauses": Template("authorization_letter", 794, 1123, _clauses),
    "bureau-authorization_letter-agent-first": Template("authorization_letter", 794, 1123, _agent_first),
    "bureau-authorization_letter-relation": Template("authorization_letter", 794, 1123, _relation),
    "bureau-authorization_letter-province": Template("authorization_letter", 794, 1123, _province),
}
