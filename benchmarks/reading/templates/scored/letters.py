"""Letters and papers of residence: authorizations, commitments, postings, permits, registers."""

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
    SERIF,
    SONG,
    boxes,
    code,
    dash,
    dot,
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
    spaced,
    table,
    td,
    words,
)  # fmt: skip
from benchmarks.reading.templates.scored.people import (
    REGIONS,
    SEED_REGIONS,
    Person,
    address,
    anyone,
    day,
    later,
    mobile,
    number,
    person,
)
from benchmarks.reading.templates.scored.vocabulary import EMPLOYERS, ILLNESSES


def authorization_plain(dice: random.Random) -> str:
    """Two parties in two blocks, then sentences; two places to sign, a thumb's date below."""
    p, agent = person(dice, 45, 88, SEED_REGIONS), person(dice, 22, 60)
    d = day(dice)
    line = lambda inner: f'<div style="margin-top:6px">{inner}</div>'
    body = f"""<div style="padding:80px 90px;font-size:16.5px;line-height:2"><h1 style="font-size:28px;font-weight:bold;letter-spacing:8px;margin-bottom:26px">授权委托书</h1>{line(f"委托人姓名：{f('patient_name', p.name)}　　性别：{f('sex', p.sex)}")}{line(f"身份证号码：{f('id_number', p.id_number)}")}{line(f"联系电话：{f('phone', p.phone)}")}{line(f"住址：{f('address', p.address)}")}<div style="height:16px"></div>{line(f"受托人姓名：{f('agent_name', agent.name)}　　与委托人关系：{dice.choice(('父子', '母女', '夫妻', '兄弟'))}")}{line(f"身份证号码：{f('agent_id_number', agent.id_number)}")}{line(f"联系电话：{agent.phone}")}
    <p style="text-indent:2em;margin-top:20px">本人因{dice.choice(("行动不便", "在外务工", "住院治疗"))}，不能亲自办理门诊慢特病{dice.choice(("资格认定", "延期"))}手续，特委托上述受托人代为办理，受托人在委托事项范围内所签署的文件，本人均予以认可。</p><p style="text-indent:2em">委托期限：自{on("valid_from", d, han)}起至{on("valid_until", later(d, 90), han)}止。</p><div class="flex" style="margin-top:60px"><span>委托人（签名）：{signed(dice, "applicant", p.name)}</span><span>受托人（签名）：{signed(dice, "agent", agent.name)}</span></div><div class="r" style="margin-top:16px">{on("sign_date", d, han)}</div></div>"""
    return page(A4, body, dice.choice((SONG, KAI, SERIF)))


def authorization_grid(dice: random.Random) -> str:
    """A bureau's form with two columns, principal left and agent right."""
    p, agent = person(dice, 45, 88, SEED_REGIONS), person(dice, 22, 60)
    d = day(dice)
    rows = [
        [td("委托人", 2, css="text-align:center;background:#f1f1f1"), td("受托人（代办人）", 2, css="text-align:center;background:#f1f1f1")],
        ["姓名", f("patient_name", p.name), "姓名", f("agent_name", agent.name)], ["身份证号", f("id_number", p.id_number), "身份证号", f("agent_id_number", agent.id_number)],
        ["联系电话", f("phone", p.phone), "联系电话", agent.phone], ["参保地", f("insured_place", p.region.insured), "与委托人关系", dice.choice(("子女", "配偶", "父母"))],
        [td("委托事项"), td("☑门诊慢特病申请　□门诊慢特病延期　□异地就医备案　□其他", 3)], [td("声明"), td("委托人与受托人均承诺上述信息真实，因代办产生的法律后果由委托人承担。", 3, css="height:80px")],
        [td("签名"), td(f"委托人：{signed(dice, 'applicant', p.name, 90, 0.6)}"), td("签名"), td(f"受托人：{signed(dice, 'agent', agent.name, 90)}")], [td("日期"), td(on("sign_date", d, spaced), 3)],
    ]  # fmt: skip
    body = f"""<div style="padding:40px 46px"><h1 style="font-size:21px;font-weight:bold;margin-bottom:10px">医疗保障业务委托书</h1>{table(rows, ("84px", "", "100px", "250px"), "line-height:2")}</div>"""
    return page((794, 600), body, dice.choice((HEI, SANS)))


def commitment_own(dice: random.Random) -> str:
    """A commitment in numbered clauses; the particulars stand under the text."""
    p = person(dice, 24, 80, SEED_REGIONS)
    d = day(dice)
    body = f"""<div style="padding:86px 92px;font-size:17px;line-height:2.1"><h1 style="font-size:27px;font-weight:bold;letter-spacing:6px;margin-bottom:24px">个人承诺书</h1><p>{p.region.city}医疗保障局：</p><p style="text-indent:2em">本人申请办理门诊慢特病待遇，现郑重承诺如下：</p><p style="text-indent:2em">一、所提供的身份证明、病历资料、检查检验报告均真实、完整、有效；</p><p style="text-indent:2em">二、不伪造、变造材料，不冒名就医，不转卖药品；</p><p style="text-indent:2em">三、如有不实，自愿退回已享受待遇，并承担相应法律责任。</p>
    <div style="margin-top:50px;padding-left:240px">承诺人：{f("patient_name", p.name)}<br>身份证号：{f("id_number", p.id_number)}<br>联系电话：{f("phone", p.phone)}<br>签名（按手印）：{signed(dice, "applicant", p.name)}<br>日期：{on("sign_date", d, dice.choice((han, words)))}</div></div>"""
    return page(A4, body, dice.choice((SONG, KAI)))


def commitment_residence(dice: random.Random) -> str:
    """A commitment in place of proof of residence, filed by an agent; values in the running text."""
    p, agent = person(dice, 45, 85, SEED_REGIONS), person(dice, 24, 60)
    d = day(dice)
    away = dice.choice([r for r in REGIONS if r not in SEED_REGIONS])
    u = lambda inner: f'<span style="border-bottom:1px solid #333;padding:0 6px">{inner}</span>'
    body = f"""<div style="padding:70px 84px;font-size:17px;line-height:2.3"><h1 style="font-size:25px;font-weight:bold;line-height:1.4;margin-bottom:22px">异地就医备案告知承诺书</h1><p style="text-indent:2em">本人{u(f("patient_name", p.name))}，身份证号码{u(f("id_number", p.id_number))}，参保地{u(f("insured_place", p.region.insured))}，因长期在{u(away.city)}居住，申请办理异地就医备案。本人已知晓备案政策，承诺所述情况属实，未在承诺期限内补交居住材料的，愿承担由此产生的医疗费用。</p><p style="text-indent:2em">本承诺书由代办人{u(f("agent_name", agent.name))}（身份证号码{u(f("agent_id_number", agent.id_number))}）代为提交。</p>
    <div class="flex" style="margin-top:70px"><span>承诺人签名：{sign("applicant", "") if dice.random() < 0.3 else signed(dice, "applicant", p.name)}</span><span>代办人签名：{signed(dice, "agent", agent.name)}</span></div><div style="margin-top:14px">签署日期：{on("sign_date", d, spaced)}</div></div>"""
    return page(A4, body, dice.choice((SERIF, HEI)))


def posting_letter(dice: random.Random) -> str:
    """A firm's letter in sentences with its seal over name and date."""
    p = person(dice, 24, 58, SEED_REGIONS)
    d = day(dice)
    away = dice.choice([r for r in REGIONS if r not in SEED_REGIONS])
    firm = dice.choice(EMPLOYERS)
    stamp = seal(
        dice,
        firm,
        f"right:{dice.randint(-10, 70)}px;top:{dice.randint(-36, 0)}px",
        size=dice.randint(146, 164),
    )
    body = f"""<div style="padding:90px 92px;font-size:18px;line-height:2.2"><h1 style="font-size:28px;font-weight:bold;letter-spacing:6px;margin-bottom:30px">异地工作证明</h1><p>{p.region.city}医疗保障局：</p><p style="text-indent:2em">兹证明{f("patient_name", p.name)}（{f("sex", p.sex)}，身份证号码：{f("id_number", p.id_number)}）系我单位在职职工，因工作需要派驻{away.city}工作，预计派驻时间{dice.randint(1, 3)}年，现申请办理异地就医备案。</p><p style="text-indent:2em">特此证明。</p><p style="margin-top:20px;font-size:16px">单位联系人：{anyone(dice)}　联系电话：{mobile(dice)}</p><div class="r" style="margin-top:70px;position:relative">{firm}<br>{on("issue_date", d, dice.choice((han, words)))}{stamp}</div></div>"""
    return page(A4, body, dice.choice((SONG, KAI)))


def posting_table(dice: random.Random) -> str:
    """The same on a bureau's printed table, the firm's seal in its cell."""
    p = person(dice, 24, 58, SEED_REGIONS)
    d = day(dice)
    away = dice.choice([r for r in REGIONS if r not in SEED_REGIONS])
    firm = dice.choice(EMPLOYERS)
    rows = [
        ["职工姓名", f("patient_name", p.name), "性别", f("sex", p.sex)], ["身份证号码", f("id_number", p.id_number), "手机号码", f("phone", p.phone)], ["参保地", f("insured_place", p.region.insured), "派驻地", away.city],
        [td("派驻单位地址"), td(away.city + "高新区创业路" + str(dice.randint(1, 90)) + "号", 3)], [td("单位名称"), td(firm, 3)],
        [td("单位意见"), td(f'情况属实，同意办理。<div class=r style="padding:70px 30px 6px">（单位公章）<br>{on("issue_date", d, han)}</div>', 3)],
    ]  # fmt: skip
    body = f"""<div style="padding:56px 60px;font-size:15.5px"><h1 style="font-size:23px;font-weight:bold;margin-bottom:14px">常驻异地工作人员证明表</h1>{table(rows, ("110px", "230px", "90px", ""), "line-height:2.3")}</div>{seal(dice, firm, f"right:{dice.randint(80, 170)}px;top:{dice.randint(340, 390)}px", size=150)}"""
    return page((794, 640), body, dice.choice((SONG, MICRO)))


def _resident(dice: random.Random) -> tuple[Person, str, str]:
    p = person(dice, 22, 70, SEED_REGIONS)
    where = dice.choice([r for r in REGIONS if r not in SEED_REGIONS])
    return p, address(dice, where), where.police


def permit_card(dice: random.Random) -> str:
    """Both sides of the card under each other."""
    p, lives, police = _resident(dice)
    d = day(dice, date(2022, 3, 1), date(2025, 10, 1))
    line = lambda label, value: (
        f'<div style="display:flex;margin-top:6px"><span style="min-width:84px;margin-right:8px;flex:none;color:#246">{label}</span><span>{value}</span></div>'
    )
    side = "position:absolute;left:16px;width:420px;height:262px;border-radius:14px;overflow:hidden;padding:18px 24px;font-size:14px"
    body = f"""<div style="{side};top:14px;background:linear-gradient(120deg,#e7f3ef,#eef1fa)">{line("姓　名", f("patient_name", p.name))}{line("性　别", f("sex", p.sex))}{line("民　族", f("ethnicity", p.ethnicity))}{line("出　生", on("birth_date", p.birth, han))}<div style="width:270px">{line("住　址", f("address", p.address))}</div>{line("公民身份号码", f("id_number", p.id_number))}<div class="abs" style="right:24px;top:26px">{face(dice, 96, 122)}</div></div>
    <div style="{side};top:296px;background:linear-gradient(120deg,#f6efe7,#eaf2f6)"><div class="c" style="font-size:22px;letter-spacing:6px">中华人民共和国居住证</div><div style="height:14px"></div>{line("居住地址", f("address", lives))}{line("签发机关", f("issuing_authority", police))}{line("有效期限", on("valid_from", d, dot) + "-" + on("valid_until", later(d, 365), dot))}{line("签注次数", str(dice.randint(1, 4)))}</div>"""
    return page((452, 572), body, SANS, paper="#cfcfcb")


def permit_online(dice: random.Random) -> str:
    """An electronic permit printed from a portal: label and value rows, the police's round seal."""
    p, lives, police = _resident(dice)
    d = day(dice, date(2023, 1, 1), date(2025, 10, 1))
    row = lambda label, value: (
        f'<tr style="border-bottom:1px solid #dde"><td style="width:150px;color:#667;padding:8px 6px">{label}</td><td>{value}</td></tr>'
    )
    body = f"""<div style="padding:60px 80px;font-size:16px"><h1 style="font-size:25px;font-weight:bold;letter-spacing:6px">电子居住证</h1><div class="flex" style="margin:18px 0"><div>{face(dice, 108, 136)}</div>{code("QRCode", "JZZ" + number(dice, 14), 110)}</div><table>{row("姓名", f("patient_name", p.name))}{row("性别", f("sex", p.sex))}{row("民族", f("ethnicity", p.ethnicity))}{row("出生日期", on("birth_date", p.birth, dash))}{row("公民身份号码", f("id_number", p.id_number))}{row("居住地址", f("address", lives))}{row("签发机关", f("issuing_authority", police))}{row("签发日期", on("issue_date", d, dash))}{row("有效期至", on("valid_until", later(d, 365), dash))}</table><div style="font-size:12px;color:#778;margin-top:16px">本电子证照与实体证件具有同等效力。</div></div>{seal(dice, police, f"right:{dice.randint(90, 170)}px;top:{dice.randint(650, 720)}px", middle="居住证专用章")}"""
    return page((794, 960), body, dice.choice((SANS, MICRO)))


def _member(dice: random.Random, p: Person, d: date, relation: str = "") -> str:
    relation = relation or dice.choice(("户主", "长子" if p.sex == "男" else "长女"))
    rows = [
        ["姓　　名", td(f("patient_name", p.name), 2), td("户主或与<br>户主关系"), td(relation)], ["曾 用 名", td("", 2), td("性　　别"), td(f("sex", p.sex))],
        ["出 生 地", td(p.region.full, 2), td("民　　族"), td(f("ethnicity", p.ethnicity))], ["籍　　贯", td(p.region.province, 2), td("出生日期"), td(on("birth_date", p.birth, han))],
        [td("本市（县）其他住址"), td("", 2), td("宗教信仰"), td("")], [td("公民身份<br>证件编号"), td(f("id_number", p.id_number), 2), td("身　高"), td(f"{dice.randint(152, 184)}厘米")],
        ["文化程度", td(dice.choice(("初中", "高中", "大学本科")), 2), td("婚姻状况"), td("已婚")], ["服务处所", td("", 2), td("职　　业"), td(dice.choice(("", "粮农", "职员")))],
        [td("何时由何地迁来本市（县）"), td("", 4)], [td("何时由何地迁来本址"), td("", 4)],
    ]  # fmt: skip
    return f"""<div class="c" style="font-size:21px;letter-spacing:8px;margin-bottom:6px">常住人口登记卡</div>{table(rows, ("112px", "150px", "", "100px", "180px"), "line-height:1.75;font-size:13.5px")}<div class="flex" style="margin-top:8px"><span>承办人签章：{hand(dice, anyone(dice), 18)}</span><span>登记日期：{on("issue_date", d, han0)}</span></div>"""


def register_leaf(dice: random.Random) -> str:
    """One leaf of the book, needle grey print, the police's seal in the corner."""
    p = person(dice, 24, 84)
    d = day(dice, date(2004, 1, 1), date(2023, 12, 1))
    body = f"""<div style="padding:26px 44px">{_member(dice, p, d)}</div>{seal(dice, p.region.police, f"right:{dice.randint(60, 200)}px;bottom:{dice.randint(16, 36)}px", middle="户口专用章", size=118)}"""
    return page(A5_WIDE, body, SONG, paper=dice.choice(("#fff", "#fbf6ef")))


def register_copy(dice: random.Random) -> str:
    """A copy sheet: the book's first page above (of the same person), the leaf below."""
    p = person(dice, 30, 84)
    d = day(dice, date(2004, 1, 1), date(2023, 12, 1))
    first = [["户　　别", dice.choice(("家庭户", "非农业家庭户")), "户主姓名", f("patient_name", p.name)], ["户　　号", number(dice, 9), "住　　址", f("address", p.address)]]  # fmt: skip
    head = f"""<div class="c" style="font-size:22px;letter-spacing:10px;margin-bottom:10px">居民户口簿</div>{table(first, ("90px", "180px", "90px", ""), "line-height:2.4")}<div class="flex" style="margin-top:60px"><span>省级公安机关户口专用章</span><span>户口登记机关户口专用章</span></div><div class="flex" style="margin-top:44px"><span>承办人签章：{hand(dice, anyone(dice), 18)}</span><span>签发日期：{on("issue_date", d, han0)}</span></div>{seal(dice, p.region.police, f"right:{dice.randint(60, 150)}px;top:{dice.randint(150, 180)}px", middle="户口专用章", size=120, colour="grey")}"""
    body = f"""<div style="position:absolute;left:60px;top:56px;width:674px;height:430px;border:1px solid #777;padding:22px 28px">{head}</div><div style="position:absolute;left:60px;top:540px;width:674px;height:548px;border:1px solid #777;padding:18px 28px">{_member(dice, p, d, "户主")}</div>"""
    return page(A4, body, SONG)


CLAIMED = tuple(i.claimed for i in ILLNESSES)


def commitment_agent(dice: random.Random) -> str:
    """A counter's commitment for renewals on half a sheet: ticks, an agent, both sign."""
    p, agent = person(dice, 45, 88, SEED_REGIONS), person(dice, 22, 60)
    d = day(dice)
    matter = boxes((("", "门诊慢特病申请"), ("x", "门诊慢特病延期")), "none", "claimed_disease").replace(
        "□门诊慢特病延期", "☑门诊慢特病延期"
    )
    body = f"""<div style="padding:34px 56px;font-size:15.5px;line-height:2.1"><h1 style="font-size:21px;font-weight:bold;line-height:1.4">材料真实性承诺书</h1><div>参保人员：{f("patient_name", p.name)}　　身份证号：{f("id_number", p.id_number)}</div><div>办理事项：{matter}　　病种：{f("claimed_disease", dice.choice(CLAIMED))}</div><div>代办人：{f("agent_name", agent.name)}　　身份证号：{f("agent_id_number", agent.id_number)}　　电话：{agent.phone}</div><p style="text-indent:2em">本人承诺所提交的全部材料真实、合法、有效，并同意医保部门通过信息共享核验。如有虚假，依法承担责任。</p><div class="flex" style="margin-top:24px"><span>参保人（签名）：{signed(dice, "applicant", p.name, 110, 0.5)}</span><span>代办人（签名）：{signed(dice, "agent", agent.name)}</span></div><div class="r">{on("sign_date", d, han)}</div></div>"""
    return page((794, 480), body, dice.choice((SONG, SANS)))


TEMPLATES = {
    "authorization_plain": Template("authorization_letter", *A4, authorization_plain),
    "authorization_grid": Template("authorization_letter", 794, 600, authorization_grid),
    "commitment_own": Template("commitment_letter", *A4, commitment_own),
    "commitment_residence": Template("commitment_letter", *A4, commitment_residence),
    "commitment_agent": Template("commitment_letter", 794, 480, commitment_agent),
    "posting_letter": Template("work_posting_letter", *A4, posting_letter),
    "posting_table": Template("work_posting_letter", 794, 640, posting_table),
    "permit_card": Template("residence_permit", 452, 572, permit_card),
    "permit_online": Template("residence_permit", 794, 960, permit_online),
    "register_leaf": Template("household_register", *A5_WIDE, register_leaf),
    "register_copy": Template("household_register", *A4, register_copy),
}
