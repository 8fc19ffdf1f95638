"""Filing for treatment elsewhere: forms, promises, the proof of a posting, register and permit of residence."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    BLANK_DAY,
    CATEGORIES,
    CITIES,
    CONDITIONS,
    UMING,
    WENKAI,
    ZEN,
    anywhere,
    cells,
    clinic,
    day,
    day_text,
    digits,
    doctor,
    home,
    insured,
    kin,
    ln,
    name,
    phone,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import Person, Place
from benchmarks.reading.templates.develop.people import day as some_day

SHORTER = {
    "settled_retirement": ("异地安置退休人员", "异地安置退休"), "long_residence": ("异地长期居住人员", "异地长期居住"),
    "posted_work": ("常驻异地工作人员", "常驻异地工作"), "referral": ("异地转诊就医人员", "转诊转院"),
    "temporary": ("其他临时外出就医人员", "临时外出就医"),
}  # fmt: skip


def _case(dice: random.Random) -> tuple[Person, Place, str, str, dt.date]:
    """Who, insured where, where he lives now (city, full address), when."""
    who = someone(dice, anywhere(dice), youngest=26)
    city, district, road = dice.choice([c for c in CITIES if who.place.city not in c[0]])
    now = f"{city}{district}{road}{dice.randint(2, 900)}{dice.choice(('号', '弄', '号'))}{dice.randint(1, 30)}{dice.choice(('号楼', '幢', '栋'))}{dice.randint(1, 28)}0{dice.randint(1, 6)}室"
    return who, who.place, city + district, now, some_day(dice, "2024-01-04", "2025-11-14")


def _kind(dice: random.Random, who: Person, when: dt.date) -> str:
    """A kind of filing that fits the person."""
    staff = who.insurance == "employee"
    fits = {
        "settled_retirement": staff and who.age_on(when) >= 55,
        "posted_work": staff and who.age_on(when) < 60,
    }
    return dice.choice([code for code, _ in CATEGORIES if fits.get(code, True)])


def _agent(dice: random.Random, who: Person, share: float) -> tuple[str, str, str, str]:
    """An agent's name, number and relation as printed, and the bare name; or nothing."""
    if dice.random() > share:
        return "", "", "", ""
    a = someone(dice, (who.place,), youngest=22, oldest=55)
    return tag("agent_name", a.name), tag("agent_id_number", a.id_number), kin(dice, who, a), a.name


def _far_hospital(dice: random.Random, city: str) -> str:
    town = city.rpartition("省")[2].partition("市")[0]
    return f"{town}市{dice.choice(('第一人民医院', '第六人民医院', '中心医院', '中医院', '同安医院', '中心医院（东院区）'))}"


def _province(dice: random.Random) -> str:
    """The common model of cross-province filing: ticks in a cell, reminders below."""
    who, place, city, live, when = _case(dice)
    chosen = _kind(dice, who, when)
    on = dice.choice(("☑", "√", "■"))
    kinds = "".join(
        f'<div style="display:inline-block;width:50%">{tag("filing_category", code, on + text) if code == chosen else "□" + text}</div>'
        for code, text in CATEGORIES[: 5 if chosen == "temporary" or dice.random() < 0.5 else 4]
    )
    an, ai, ar, _ = _agent(dice, who, 0.35)
    body = f"""<h1 style="font-size:22px;margin-bottom:6px">{dice.choice((place.province, place.city))}跨省异地就医登记备案表</h1>
<p class="c" style="margin:0 0 8px">{dice.choice(("☑新增登记　□变更登记", "□新增登记　☑变更登记", "☑备案　□变更　□取消"))}</p>
<table class="g t"><tr><td class="c">姓　名</td><td>{name(dice, "patient_name", who.name)}</td><td class="c">性　别</td><td>{tag("sex", who.sex)}</td></tr>
<tr><td class="c">{dice.choice(("社会保障号码", "公民身份号码"))}</td><td>{tag("id_number", who.id_number)}</td><td class="c">社会保障卡号</td><td>{tag("card_number", dice.choice("BDEK") + digits(dice, 8)) if dice.random() < 0.6 else ""}</td></tr>
<tr><td class="c">参保险种</td><td>{insured(dice, who.insurance, dice.choice(("tick", "tick2")))}</td><td class="c">单位名称</td><td>{dice.choice(("", "无", f"{place.county[:2]}建筑安装公司"))}</td></tr>
<tr><td class="c">备案人员类别</td><td colspan="3" style="line-height:1.9">{kinds}</td></tr>
<tr><td class="c">参 保 地</td><td>{tag("insured_place", place.insured)}</td><td class="c">就医地<br>（省、市、区）</td><td>{city}</td></tr>
<tr><td class="c">参保地联系地址</td><td colspan="3">{tag("address", home(dice, place)) if dice.random() < 0.6 else ""}</td></tr>
<tr><td class="c">异地联系地址</td><td colspan="3">{tag("address", live)}</td></tr>
<tr><td class="c">联系电话1</td><td>{tag("phone", who.phone)}</td><td class="c">联系电话2</td><td>{tag("phone", phone(dice)) if dice.random() < 0.3 else ""}</td></tr>
<tr><td class="c">代办人</td><td>{an}</td><td class="c">与本人关系</td><td>{ar}</td></tr>
<tr><td class="c">代办人证件号码</td><td colspan="3">{ai}</td></tr>
<tr><td colspan="4" style="font-size:13px;line-height:1.6;padding:8px 12px"><b>温馨提示：</b><br>1.参保人员备案到就医地市或直辖市后，可在备案地开通的所有跨省联网定点医疗机构就医直接结算。<br>2.就医时须出示医保电子凭证或社会保障卡，执行就医地支付范围及有关规定、参保地报销政策。<br>3.异地长期居住人员备案长期有效，备案后{dice.choice(("3", "6"))}个月内不得变更。<br>4.未按规定转诊的参保人员，报销比例下调。</td></tr>
<tr><td colspan="4" style="padding:14px 12px">　　本人已阅读并知晓上述事项。<br><br>申请人（代办人）签字：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}<span style="float:right">{dice.choice(("申请日期", "填表日期"))}：{day(dice, "application_date", when)}</span></td></tr>
<tr><td class="c">经办机构意见</td><td colspan="3" style="height:110px;vertical-align:bottom;position:relative" class="r">经办人：　　　　　（盖章）　{BLANK_DAY}{seal(place.county + "医疗保障事业服务中心", "业务专用章", size=120, at=(260, -4), turn=dice.uniform(-12, 12)) if dice.random() < 0.6 else ""}</td></tr></table>"""
    return page(
        body,
        ".t td{height:40px}.t td.c{white-space:nowrap}",
        dice.choice((SONG, HEI, UMING)),
        15,
        "48px 56px",
    )


def _lines(dice: random.Random) -> str:
    """No table: underlined blanks, landscape, the kinds in two groups."""
    who, place, city, live, when = _case(dice)
    code = _kind(dice, who, when)
    n = dice.choice((0, 1))
    mark, blank = dice.choice((("（√）", "（　）"), ("[√]", "[　]"), ("☑", "□")))

    def kind(c: str) -> str:
        text = SHORTER[c][n]
        return tag("filing_category", c, mark + text) if c == code else blank + text

    an, ai, ar, bare = _agent(dice, who, 0.5)
    till = when + dt.timedelta(days=dice.choice((180, 364)))
    u = ln
    until = (
        tag("valid_until", "长期")
        if code in ("settled_retirement", "long_residence")
        else day(dice, "valid_until", till, "年")
    )
    hospital = (
        _far_hospital(dice, city)
        if code in ("long_residence", "posted_work", "temporary") and dice.random() < 0.5
        else ""
    )
    body = f"""<h1 style="font-size:25px;letter-spacing:4px">{place.city}参保人员异地就医备案表</h1>
<p style="text-align:right;font-size:13px;margin:0">No.{digits(dice, 7)}</p>
<p>姓名：{u(name(dice, "patient_name", who.name), 110)}　性别：{u(tag("sex", who.sex), 50)}　年龄：{u(tag("age", who.age_on(when)), 50)}　医保类别：{insured(dice, who.insurance, "tick2")}　联系电话：{u(tag("phone", who.phone), 130)}</p>
<p>身份证号码：{cells("id_number", who.id_number, 22)}　参保地：{u(tag("insured_place", place.insured), 200)}</p>
<p>现居住地址：{u(tag("address", live), 420)}　就医地：{u(city, 200)}</p>
<p>备案类型：<b>长期备案</b>　{kind("settled_retirement")}　{kind("long_residence")}　{kind("posted_work")}</p>
<p>　　　　　<b>临时备案</b>　{kind("referral")}　{kind("temporary")}</p>
<p>就医医院：{u(tag("hospital_name", hospital) if hospital else "", 300)}　备案有效期：{u(day(dice, "valid_from", when, "年"))} 至 {u(until, 90)}</p>
<p>代办人姓名：{u(an, 110)}　与参保人关系：{u(ar, 80)}　代办人身份证号：{u(ai, 210)}</p>
<p style="font-size:14px;line-height:1.6;margin-top:16px">承诺：本人已知晓异地就医备案相关政策，所填内容属实。备案期间如返回参保地居住，应及时办理备案取消手续。</p>
<table style="margin-top:18px"><tr><td>参保人（签名）：{sign("applicant", who.name if dice.random() < 0.75 else None, dice)}</td><td>代办人（签名）：{sign("agent", bare if bare and dice.random() < 0.8 else None, dice)}</td><td class="r">日期：{day(dice, "sign_date", when)}</td></tr></table>
<div style="position:absolute;left:64px;right:64px;bottom:30px;border-top:1px solid #222;padding-top:8px;font-size:13px;height:110px">以下由经办机构填写　　受理人：{hand(doctor(dice), 18) if dice.random() < 0.6 else "　　　　"}　　录入时间：{BLANK_DAY}{seal(place.city + "医疗保障局", "异地就医备案专用章", size=128, at=(720, -40), turn=dice.uniform(-12, 12), colour=dice.choice(("red", "red", "blue"))) if dice.random() < 0.6 else ""}</div>"""
    return page(
        body,
        "p{margin:11px 0;white-space:nowrap}p[style]{white-space:normal}",
        dice.choice((SONG, KAI, WENKAI, HEI)),
        16,
        "44px 64px",
    )


def _columns(dice: random.Random) -> str:
    """The kinds as heads of columns, the tick below one of them."""
    who, place, city, live, when = _case(dice)
    code = _kind(dice, who, when)
    c = dice.choice(CONDITIONS)
    on = dice.choice(("√", "✓", "☑", "●"))
    heads = "".join(f'<td class="k">{SHORTER[x][1]}</td>' for x, _ in CATEGORIES)
    ticks = "".join(
        f'<td class="c">{tag("filing_category", x, on) if x == code else ""}</td>' for x, _ in CATEGORIES
    )
    sick = code == "referral"
    hospital, level = clinic(dice, place)
    start, end = when, when + dt.timedelta(days=dice.choice((89, 182, 364)))
    stamp = f"{when:%Y-%m-%d} {dice.randint(8, 17):02d}:{dice.randint(10, 59)}"
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12px"><span>{place.province}医疗保障信息平台</span><span>打印时间：{stamp}</span></div>
<h1 style="font-size:21px;margin:8px 0 12px">异地就医备案登记表</h1>
<table class="g t"><tr><td class="k">姓名</td><td>{tag("patient_name", who.name)}</td><td class="k">性别</td><td>{tag("sex", who.sex)}</td><td class="k">险种类型</td><td>{insured(dice, who.insurance, "long")}</td></tr>
<tr><td class="k">证件号码</td><td colspan="3">{tag("id_number", who.id_number)}</td><td class="k">出生日期</td><td>{day(dice, "birth_date", who.born, "-")}</td></tr>
<tr><td class="k">参保机构</td><td colspan="3">{place.county}医疗保障局</td><td class="k">联系电话</td><td>{tag("phone", who.phone) if dice.random() < 0.85 else ""}</td></tr></table>
<table class="g t" style="margin-top:-1px;table-layout:fixed"><tr>{heads}</tr><tr>{ticks}</tr></table>
<table class="g t" style="margin-top:-1px"><tr><td class="k">居住（就医）地址</td><td colspan="3">{tag("address", live)}</td></tr>
<tr><td class="k">就医地区划</td><td colspan="3">{city}</td></tr>
<tr><td class="k">备案开始时间</td><td>{day(dice, "valid_from", start, dice.choice("-/"))}</td><td class="k">备案结束时间</td><td>{day(dice, "valid_until", end, dice.choice("-/")) if code not in ("settled_retirement", "long_residence") else tag("valid_until", "长期") if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="k">转出医院</td><td>{tag("hospital_name", hospital) if sick else ""}</td><td class="k">医院等级</td><td>{tag("hospital_level", level) if sick else ""}</td></tr>
<tr><td class="k">疾病诊断</td><td colspan="3">{"；".join(tag("diagnosis", d) for d in c.diagnoses[: dice.randint(1, 3)]) if sick else ""}</td></tr>
<tr><td class="k">备案原因</td><td colspan="3">{dice.choice(("随子女居住", "购房定居", "带孙辈", "")) if not sick else "本地无相应技术条件"}</td></tr></table>
<table style="margin-top:16px"><tr><td>申请人签名：{sign("applicant", who.name if dice.random() < 0.7 else None, dice)}</td><td>申请日期：{day(dice, "application_date", when)}</td><td>经办人：{dice.choice(("刘　敏", "0326 王芳", "自助终端"))}</td></tr></table>
<p style="font-size:12px;margin:10px 0 0">备案成功后可通过国家医保服务平台APP“异地备案”查询进度。咨询热线：12393。</p>
{seal(place.county + "医疗保障局", "经办业务专用章", size=122, at=(dice.randint(540, 600), 520), turn=dice.uniform(-14, 14)) if dice.random() < 0.65 else ""}"""
    return page(
        body,
        ".t td{height:36px}.k{white-space:nowrap;text-align:center;background:#f3f3f3}",
        dice.choice((MICRO, ZEN, SONG, HEI)),
        14,
        "34px 48px",
    )


def _promise_filing(dice: random.Random) -> str:
    """The promise instead of proofs that cannot be had at present."""
    who, place, city, live, when = _case(dice)
    u = ln
    lacks = ("居住证", "户口簿首页及本人常住人口登记卡", "参保地工作单位派出证明", "异地工作劳动合同")
    lack = "　".join(
        (f'<span style="white-space:nowrap">{"☑" if x == 0 else "□"}{t}</span>')
        for x, t in sorted(enumerate(lacks), key=lambda z: z[1])
    )
    body = f"""<p style="margin:0;font-size:14px">附件{dice.choice("1234")}</p><h1 style="font-size:26px;margin:10px 0 26px">{dice.choice(("基本医疗保险异地就医备案", "异地就医备案"))}个人承诺书</h1>
<p>{place.city}医疗保障经办机构：</p>
<p class="i">本人（姓名：{u(name(dice, "patient_name", who.name), 90)}，身份证号码：{u(tag("id_number", who.id_number), 190)}，联系电话：{u(tag("phone", who.phone), 120)}），参保地{u(tag("insured_place", place.insured))}，现居住于{u(tag("address", live))}，因{u(dice.choice(("投靠子女", "工作调动", "长期居住", "照看孙子女")), 90)}需在{u(city)}就医，现申请办理异地就医备案。因{dice.choice(("证件正在办理", "客观原因"))}暂无法提供以下材料：{lack}，特作如下承诺：</p>
<p class="i">一、本人已认真学习异地就医有关政策，清楚未按规定就医所产生的医疗费用不予支付。</p><p class="i">二、本人所提供的信息真实、准确、完整，自愿接受医疗保障部门调查核实。</p><p class="i">三、备案期间不以虚假承诺享受待遇；如有不实，本人愿意退回已支付的医保基金，并被纳入医保失信人员名单。</p>{"<p class='i'>四、在备案有效期内居住地发生变化的，本人将于15日内办理变更。</p>" if dice.random() < 0.5 else ""}
<div style="margin:60px 0 0 320px;line-height:2.6">承诺人（签字并按手印）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}<br>{day(dice, "sign_date", when)}</div>
<p style="position:absolute;left:80px;right:80px;bottom:46px;font-size:12px;line-height:1.5">备注：本承诺书由参保人员签署；无民事行为能力或限制民事行为能力的，由其监护人代签并注明关系。</p>"""
    return page(
        body,
        "p{margin:8px 0;line-height:2}.i{text-indent:2em;text-align:justify;word-break:break-all}",
        dice.choice((SONG, UMING, KAI, WENKAI)),
        17,
        "60px 80px",
    )


def _promise_truth(dice: random.Random) -> str:
    """Told above, promised below: the materials of an application are true."""
    who, place, _, _, when = _case(dice)
    c = dice.choice(CONDITIONS)
    an, ai, _, bare = _agent(dice, who, 0.35)
    hospital, _ = clinic(dice, place)
    agent_rows = (
        f'<tr><td class="k">代办人</td><td>{an}</td><td class="k">代办人证件号</td><td>{ai}</td></tr>'
        if an or dice.random() < 0.5
        else ""
    )
    body = f"""<h1 style="font-size:23px">{place.county}医疗保障局<br>门诊慢特病申报材料真实性告知承诺书</h1>
<table class="g t" style="margin-top:16px"><tr><td class="k">申请人</td><td>{name(dice, "patient_name", who.name)}</td><td class="k">身份证号</td><td>{tag("id_number", who.id_number)}</td></tr>
<tr><td class="k">申报病种</td><td>{tag("claimed_disease", c.claim)}</td><td class="k">参保类型</td><td>{insured(dice, who.insurance, dice.choice(("text", "tick")))}</td></tr>
<tr><td class="k">联系电话</td><td>{tag("phone", who.phone) if dice.random() < 0.8 else ""}</td><td class="k">诊断医院</td><td>{tag("hospital_name", hospital)}</td></tr>{agent_rows}
<tr><td class="k">家庭住址</td><td colspan="3">{tag("address", home(dice, place)) if dice.random() < 0.7 else ""}</td></tr>
<tr><td class="k">行政机关<br>告　　知</td><td colspan="3" class="p">1.申请人应当对申报材料实质内容的真实性负责，不得提供虚假、伪造、变造的病历资料。<br>2.依据《医疗保障基金使用监督管理条例》第四十一条，以骗取医疗保障基金为目的，使用他人医保凭证冒名就医、购药或提供虚假材料的，由医疗保障行政部门责令退回，处骗取金额2倍以上5倍以下罚款，暂停其医疗费用联网结算3个月至12个月。<br>3.构成犯罪的，依法移送司法机关追究刑事责任。</td></tr>
<tr><td class="k">申 请 人<br>承　　诺</td><td colspan="3" class="p">本人就申报门诊慢特病事项，现作出以下承诺：<br>（一）已知晓上述告知的全部内容；<br>（二）所提交的{dice.choice(("住院病历、诊断证明、检查报告", "病历资料及身份证明"))}均为真实、有效，与原件一致；<br>（三）愿意配合专家鉴定和复查；<br>（四）愿意承担不实承诺的法律责任及信用惩戒。<div style="margin:22px 0 6px 190px">承诺人签字：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}{f"<br>代办人签字：{sign('agent', bare if dice.random() < 0.7 else None, dice)}" if bare else ""}<br>承诺日期：{day(dice, "sign_date", when) if dice.random() < 0.8 else hand(day_text(dice, when, "年"), 19)}</div></td></tr></table>
<p style="font-size:12px;margin:6px 0">（本承诺书一式两份，经办机构与申请人各留存一份）</p>"""
    return page(
        body,
        ".t td{height:40px}.k{text-align:center;white-space:nowrap;width:90px}.t td.p{padding:10px 12px;line-height:1.85}",
        dice.choice((SONG, HEI, MICRO)),
        15,
        "56px 60px",
    )


def _posting(dice: random.Random) -> str:
    """A firm's letter: an employee sent to work elsewhere."""
    who, place, city, live, when = _case(dice)
    who = replace(who, born=who.born.replace(year=max(who.born.year, 1968)), insurance="employee")
    firm = f"{place.city[:-1]}{dice.choice(('恒远建设集团', '鑫达机械制造', '宏图信息技术', '天润食品', '路桥工程'))}{dice.choice(('有限公司', '股份有限公司', '有限责任公司'))}"
    start = when - dt.timedelta(days=dice.randint(40, 700))
    end = start.replace(day=1, year=start.year + dice.choice((2, 3, 5)))
    span = (
        f"派驻期限自{day(dice, 'valid_from', start, '年')}至{day(dice, 'valid_until', end, '年')}"
        if dice.random() < 0.6
        else "派驻时间预计在六个月以上"
    )
    post = dice.choice(("项目经理", "施工员", "销售主管", "设备维护工程师", "驾驶员"))
    local = f"居住地址：{tag('address', live)}。" if dice.random() < 0.75 else ""
    tel = f"本人联系电话：{tag('phone', who.phone)}。" if dice.random() < 0.6 else ""
    body = f"""<div style="border-bottom:2px solid #1b3f7a;padding-bottom:6px;display:flex;justify-content:space-between;align-items:flex-end"><span style="font-size:22px;font-weight:600;color:#1b3f7a">{firm}</span><span style="font-size:12px;color:#555">统一社会信用代码：91{place.code}MA{digits(dice, 7)}K</span></div>
<h1 style="font-size:28px;letter-spacing:6px;margin:50px 0 34px">{dice.choice(("异地工作证明", "常驻异地工作证明", "派驻外地工作证明"))}</h1>
<p>{place.county}医疗保障局：</p>
<p class="i">兹有我单位职工{name(dice, "patient_name", who.name)}，{tag("sex", who.sex)}，{day(dice, "birth_date", who.born, "年") + "出生，" if dice.random() < 0.4 else ""}身份证号：{tag("id_number", who.id_number)}，现任{post}，在{tag("insured_place", place.insured)}参加{tag("insurance_type", "employee", "职工基本医疗保险")}。因工作需要，由我单位派往{city}{dice.choice(("项目部", "分公司", "办事处"))}工作，{span}。{local}{tel}</p>
<p class="i">现为该职工申请办理异地就医备案，情况属实，特此证明。如有不实，我单位愿承担相应责任。</p>
<div style="position:relative;margin-top:80px;text-align:right;line-height:2.2"><div>单位（盖章）：{firm}</div><div style="padding-right:20px">{day(dice, "issue_date", when, dice.choice(("年", "年0", "年 ")))}</div>{seal(firm, dice.choice(("", "人力资源部")), size=150, at=(dice.randint(400, 450), -40), turn=dice.uniform(-16, 16)) if dice.random() < 0.9 else ""}</div>
<p style="position:absolute;left:84px;bottom:50px;font-size:13px;margin:0;color:#333">单位地址：{place.city}{place.county}{place.road}{dice.randint(2, 300)}号　　经办人：{doctor(dice)}　　办公电话：0{dice.randint(310, 999)}-{digits(dice, 7)}</p>"""
    return page(
        body,
        "p{margin:10px 0;line-height:2.1}.i{text-indent:2em;text-align:justify;word-break:break-all}",
        dice.choice((SONG, UMING, KAI, HEI)),
        18,
        "64px 84px",
    )


TEMPLATES: dict[str, Template] = {
    "bureau-remote_filing_form-province": Template("remote_filing_form", 794, 1123, _province),
    "bureau-remote_filing_form-lines": Template("remote_filing_form", 1123, 794, _lines),
    "bureau-remote_filing_form-columns": Template("remote_filing_form", 794, 760, _columns),
    "bureau-commitment_letter-filing": Template("commitment_letter", 794, 1123, _promise_filing),
    "bureau-commitment_letter-truth": Template("commitment_letter", 794, 1123, _promise_truth),
    "bureau-work_posting_letter-firm": Template("work_posting_letter", 794, 1123, _posting),
}
