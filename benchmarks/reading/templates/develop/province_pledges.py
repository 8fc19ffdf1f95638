"""Pledges, transfers and a firm's letter, as several provinces have them."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.province_base import (
    AWAY,
    CLERKS,
    DISEASES,
    DOCTORS,
    clinic,
    digits,
    home,
    on,
    said,
    short,
    someone,
    ticks,
    underlined,
    when,
)  # fmt: skip

BIG = ("大学医学院附属第三医院", "省肿瘤防治医院", "协和东方医院", "大学华山路医院", "省心血管病医院")


def informed(dice: random.Random) -> str:
    """A notice by the bureau above, the person's pledge below, one page, two parties' signatures."""
    who, day = someone(dice), when(dice)
    p = who.place
    bureau = p.county + "医疗保障局"
    number = f"{short(p)[0]}医保告知〔{day.year}〕{dice.randint(1, 900)}号"
    clause = dice.choice(
        ("连续参保满6个月且未中断缴费", "在就医地居住满6个月以上", "所患疾病符合门诊慢特病准入标准")
    )
    body = f"""
<h1 style="font-size:23px">证明事项告知承诺书</h1><div class=c style="font-size:14px;margin:4px 0 14px">{number}</div>
<div class=b>一、申请人基本信息</div>
<div class=i><span>申请人姓名：{f("patient_name", who.name)}</span><span>性别：{f("sex", who.sex)}</span><span>证件类型：居民身份证</span><span>证件编号：{f("id_number", who.id_number)}</span><span>联系方式：{f("phone", who.phone)}</span><span>委托代理人：{dice.choice(("无", "——", ""))}</span><span style="grid-column:span 2">联系地址：{f("address", home(dice, who))}</span></div>
<div class=b>二、行政机关告知</div>
<p>按照国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的要求，本机关就有关事项告知如下：</p>
<p>（一）证明事项名称：{dice.choice(("异地居住证明", "门诊慢特病既往病史证明", "无第三方责任证明"))}。</p><p>（二）设定依据：《社会保险法》第二十九条、《医疗保障经办管理服务规程》。</p><p>（三）承诺的方式：申请人书面承诺其符合条件的，可不再提交上述证明；不愿承诺的，应当提供证明材料。</p><p>（四）承诺的效力：本机关将在{dice.choice((30, 60))}个工作日内核查。发现承诺不实的，终止办理、撤销决定，并将失信信息纳入信用记录。</p>
<p class=r style="padding-right:40px">告知机关（盖章）：{bureau}</p>
<div class=b>三、申请人承诺</div>
<p>（一）已经知晓告知事项；（二）{clause}；（三）上述承诺是申请人真实意思的表示，愿意承担虚假承诺的法律责任；（四）同意通过信息共享核查相关信息。</p>
<div style="position:relative;height:120px;margin-top:20px;line-height:2.2">申请人（签名）：{sign("applicant", who.name if dice.random() < 0.8 else None, dice, 120)}<span style="position:absolute;right:40px;top:0">告知人：{dice.choice(CLERKS)}</span><br>承诺日期：{on("sign_date", day, said(dice, day, dice.choice(("年", "年0", "-"))))}{seal(bureau, size=130, at=(dice.randint(450, 500), -190), turn=dice.uniform(-14, 14))}</div>
<div style="font-size:12.5px;border-top:1px solid #555;padding-top:4px">本告知承诺书一式两份，告知机关与申请人各执一份。监督电话：0{digits(dice, 3)}-{digits(dice, 7)}</div>"""
    return page(
        body,
        "p{margin:3px 0;text-indent:2em}.b{margin-top:12px}.i{display:grid;grid-template-columns:1fr 1.3fr;line-height:2.1;padding:2px 20px;border:1px solid #888;margin-top:5px}",
        dice.choice((SONG, KAI)),
        15,
        "56px 66px",
    )


def promise(dice: random.Random) -> str:
    """A relative writes for the patient; household and number in one long sentence; thumb print asked for."""
    who, helper, day = someone(dice, youngest=55), someone(dice, youngest=24, oldest=50), when(dice)
    by_self = dice.random() < 0.5
    pick = dice.choice(DISEASES)
    where, _ = clinic(dice, who.place)
    kin = dice.choice(("父亲", "母亲")) if helper.born.year - who.born.year > 20 else "亲属"
    date = said(dice, day, dice.choice(("年", "年 ", "年0")))
    signed = (
        sign("applicant", who.name if dice.random() < 0.85 else None, dice, 120)
        if by_self
        else sign("agent", helper.name if dice.random() < 0.85 else None, dice, 120)
    )
    mine = f"本人{f('patient_name', who.name)}，{f('sex', who.sex)}，{f('ethnicity', who.ethnicity, who.ethnicity + '族')}，{on('birth_date', who.born, said(dice, who.born, '年'))}出生，住{f('address', home(dice, who))}，公民身份号码{f('id_number', who.id_number)}"
    other = f"本人{f('agent_name', helper.name)}（身份证号：{f('agent_id_number', helper.id_number)}），系患者{f('patient_name', who.name)}（身份证号：{f('id_number', who.id_number)}）的{'子女，患者为本人' + kin if kin != '亲属' else '近亲属'}"
    body = f"""
<h1 style="font-size:30px;letter-spacing:12px;margin:36px 0 40px">承　诺　书</h1>
<p>{mine if by_self else other}，{"系" + f("insured_place", who.place.city + who.place.county) + f("insurance_type", who.insurance, ("职工" if who.insurance == "employee" else "城乡居民") + "基本医疗保险") + "参保人员" if dice.random() < 0.7 else "因患慢性疾病"}，现申请办理{f("claimed_disease", pick[0])}门诊慢特病待遇资格，郑重承诺如下：</p>
<p>1、所提交的{where}住院病历、诊断证明及检查化验单均为真实有效，无伪造、涂改、冒名顶替；</p><p>2、享受待遇期间遵守医保就医购药管理规定，不出借社保卡、不倒卖药品、不超量配药；</p><p>3、因死亡、参军、出国定居、重复参保等情形丧失待遇资格的，及时告知经办机构；</p><p>4、如违反以上承诺，愿意退回违规费用，并承担由此产生的一切经济和法律后果。</p>
<p>特此承诺。</p>
<div style="margin-top:64px;padding-left:230px;line-height:2.4">承诺人（签字、按手印）：{signed}<br>联系电话：{f("phone", who.phone) if by_self else helper.phone}<br>{on("sign_date", day, date)}</div>"""
    return page(
        body,
        "p{text-indent:2em;margin:6px 0;line-height:2.1}",
        dice.choice((SONG, KAI, HEI)),
        18,
        "60px 82px",
    )


def transfer(dice: random.Random) -> str:
    """A hospital's transfer form with three levels of approval and two hospitals."""
    who, day = someone(dice), when(dice)
    p = who.place
    hospital, level = clinic(dice, p)
    away = dice.choice(AWAY)
    pick = dice.choice(DISEASES)
    doctor, chief = dice.sample(DOCTORS, 2)
    admitted = day - dt.timedelta(days=dice.randint(2, 14))
    inpatient = dice.random() < 0.65
    mark = dice.choice(("☑", "√"))
    term = day + dt.timedelta(days=dice.choice((30, 90, 180)))
    body = f"""
<div class=c style="font-size:18px">{f("hospital_name", hospital)}</div><h1 style="font-size:24px;margin-bottom:10px">医疗保险参保患者转诊转院审批表</h1>
<div style="display:flex;justify-content:space-between;font-size:14px;margin-bottom:3px"><span>转诊编号：ZZ{day:%Y%m%d}{digits(dice, 3)}</span><span>填表日期：{on("issue_date", day, said(dice, day))}</span></div>
<table class="g t"><tr><td class=c>姓名</td><td>{f("patient_name", who.name)}</td><td class=c>性别</td><td>{f("sex", who.sex)}</td><td class=c>年龄</td><td>{f("age", who.age_on(day), f"{who.age_on(day)}{dice.choice(('', '岁', ' 岁'))}")}</td><td class=c>险种</td><td style="font-size:13px">{ticks("insurance_type", (("employee", "职工"), ("resident", "居民")), who.insurance, mark, "<br>")}</td></tr>
<tr><td class=c>身份证号</td><td colspan=4>{f("id_number", who.id_number)}</td><td class=c>电话</td><td colspan=2>{f("phone", who.phone)}</td></tr>
<tr><td class=c>住　址</td><td colspan=4>{f("address", home(dice, who))}</td><td class=c>参保地</td><td colspan=2>{f("insured_place", p.city + p.county)}</td></tr>
<tr><td class=c>科　室</td><td colspan=2>{f("department", dice.choice(("心血管内科", "肾内科", "肿瘤科", "神经外科", "感染科")))}</td><td class=c>{"住院号" if inpatient else "门诊号"}</td><td>{f("record_number", digits(dice, 8))}</td><td class=c>入院日期</td><td colspan=2>{on("admission_date", admitted, said(dice, admitted, "-")) if inpatient else ""}</td></tr>
<tr><td class=c>诊　断</td><td colspan=7>{f("diagnosis", pick[1])}　ICD-10：{pick[3]}</td></tr>
<tr><td class=c>病情摘要<br>及转诊<br>理　由</td><td colspan=7 style="height:176px;vertical-align:top;line-height:1.75">　　患者因病情反复{dice.randint(1, 9)}年，加重{dice.randint(2, 12)}天就诊。入院后完善三大常规、肝肾功能、心电图、胸部CT等检查，予对症支持治疗，疗效欠佳。{dice.choice(("因我院技术设备条件所限", "经全院会诊，需行进一步手术治疗", "患者及家属要求"))}，建议转上级医院进一步诊治。
<div class=r style="padding-right:12px">经治医师：{sign("physician", doctor if dice.random() < 0.85 else None, dice)}　科主任：{f("physician_name", chief) if dice.random() < 0.4 else "________"}</div></td></tr>
<tr><td class=c>转往医院</td><td colspan=4>{away[0]}{dice.choice(BIG)}</td><td class=c>转诊类别</td><td colspan=2>{dice.choice((f"□省内 {mark}省外", f"{mark}省内 □省外"))}</td></tr>
<tr><td class=c>有效期</td><td colspan=7>{on("valid_from", day, said(dice, day, "年"))} 至 {on("valid_until", term, said(dice, term, "年"))}（限一次住院有效）</td></tr>
<tr><td class=c>医院医保<br>部门意见</td><td colspan=3 style="height:170px;position:relative;vertical-align:top">同意转院。<br>医院等级：{f("hospital_level", level)}<br>经办人：{dice.choice(CLERKS)}<br><br>（公章）　{said(dice, day, "年")}{seal(hospital, "医疗保险科", size=124, at=(dice.randint(130, 150), 14), turn=dice.uniform(-14, 14))}</td><td class=c>参保地<br>经办机构<br>意　　见</td><td colspan=3 style="vertical-align:bottom">（公章）　　年　月　日</td></tr></table>
<div style="font-size:13px;margin-top:8px;line-height:1.6">1.本表一式三份：医院、患者、经办机构各一份；2.未办理转诊手续的，报销比例降低{dice.choice((10, 15, 20))}个百分点；3.急诊先行转院的，应在{dice.choice((3, 5))}个工作日内补办。</div>"""
    return page(
        body,
        ".t td{height:42px;font-size:15px;line-height:1.35}.t td.c{white-space:nowrap}",
        dice.choice((SONG, MICRO)),
        pad="44px 54px",
    )


def twoway(dice: random.Random) -> str:
    """The stub-and-sheet transfer slip of the township hospital: the stub repeats half of the sheet."""
    who, day = someone(dice), when(dice)
    p = who.place
    town = short(p) + dice.choice(("柏林镇中心卫生院", "太平镇卫生院", "北门社区卫生服务中心"))
    target, _ = clinic(dice, p)
    pick = dice.choice(DISEASES)
    doctor = dice.choice(DOCTORS)
    number = digits(dice, 8)
    b = underlined
    date = said(dice, day, "年 ")
    phone = f("phone", who.phone) if dice.random() < 0.7 else hand(who.phone, 18)
    body = f"""
<h1 style="font-size:21px">双向转诊（转出）单</h1><div class=c style="font-size:15px">存　　根</div><div class=r style="font-size:13px">№ {number}</div>
<div class=z>患者姓名{b(who.name, 90)}性别{b(who.sex, 40)}年龄{b(str(who.age_on(day)), 50)}档案编号{b(p.code + digits(dice, 8), 150)}</div><div class=z>家庭住址{b(dice.choice(("同下联", p.county)), 190)}联系电话{b("", 150)}</div><div class=z>于{b(date, 150)}因病情需要，转入{b(target, 190)}单位{b("", 80)}科室。</div><div class=z style="text-align:right">转诊医生（签字）：{b("", 120)}</div>
<div style="border-top:1.5px dashed #333;text-align:center;margin:18px 0 20px;height:0"><span style="position:relative;top:-13px;background:#fff;padding:0 10px;font-size:13px">✂ 骑　缝　（盖　章）</span></div>
<h1 style="font-size:21px">双向转诊（转出）单</h1><div class=r style="font-size:13px">№ {number}</div>
<div class=z style="text-indent:0">{b(target, 220)}（机构名称）：</div>
<div class=z>　　现有患者{b(f("patient_name", who.name), 90)}性别{b(f("sex", who.sex), 40)}年龄{b(f("age", who.age_on(day)), 50)}因病情需要，需转入贵单位，请予以接诊。</div>
<div class=z>身份证号{b(f("id_number", who.id_number), 210)}联系电话{b(phone, 150)}</div><div class=z>家庭住址{b(f("address", home(dice, who)), 420)}</div>
<div class=z>医保类型：{ticks("insurance_type", (("employee", "城镇职工"), ("resident", "城乡居民"), ("x", "自费"), ("y", "其他")), who.insurance)}</div>
<div class=z>初步印象：{f("diagnosis", pick[1])}</div><div class=z>主要现病史（转出原因）：反复发作{dice.randint(1, 12)}年，近{dice.randint(2, 9)}天症状加重，基层治疗效果不佳。</div><div class=z>主要既往史：{dice.choice(("否认高血压、糖尿病史", "高血压病史10年", "阑尾切除术后", "无特殊"))}。</div><div class=z>治疗经过：{dice.choice(("口服药物对症治疗，症状无缓解。", "输液治疗3天，仍有发热。", "吸氧、监测生命体征。"))}</div>
<div style="position:relative;line-height:2.1;margin-top:14px;text-align:right;padding-right:30px">转诊医生（签字）：{sign("physician", doctor, dice, 110) if dice.random() < 0.75 else sign("physician", None, dice, 110)}<br>联系电话：0{digits(dice, 3)}-{digits(dice, 7)}<br>{f("hospital_name", town)}（机构名称）<br>{on("issue_date", day, date)}{seal(town, size=124, at=(dice.randint(470, 510), 10), turn=dice.uniform(-14, 14))}</div>
<div style="font-size:12.5px;margin-top:20px;line-height:1.6">填表说明：本表供居民双向转诊转出时使用，由转诊医生填写。初步印象：转诊医生根据患者病情做出的初步判断。</div>"""
    return page(
        body,
        ".z{margin:7px 0;white-space:nowrap;font-size:15.5px;line-height:1.75}",
        dice.choice((SONG, SONG, KAI)),
        16,
        "44px 70px",
    )


def posting(dice: random.Random) -> str:
    """A firm's letter under a red head: three persons, two addresses, term of the posting."""
    who, day = someone(dice, youngest=25, oldest=58), when(dice)
    p = who.place
    away = dice.choice(AWAY)
    firm = dice.choice(
        (
            f"{p.province[:-1]}宏远建设集团有限公司",
            f"{p.city[:-1]}恒通物流股份有限公司",
            f"{p.city}第三建筑工程有限责任公司",
            f"中科瑞达（{p.city[:-1]}）信息技术有限公司",
        )
    )
    start = day - dt.timedelta(days=dice.randint(5, 400))
    end = start.replace(year=start.year + dice.choice((1, 2, 3)), day=min(start.day, 28))
    address = f"{''.join(away)}{dice.randint(3, 900)}号{dice.choice(('项目部宿舍', '科创大厦9楼', '员工公寓2栋'))}{dice.randint(101, 909)}"
    other = name(dice, "女")
    body = f"""
<div style="color:#c8102e;text-align:center;font-size:31px;font-weight:600;letter-spacing:3px;padding-bottom:10px;border-bottom:3px solid #c8102e;white-space:nowrap">{firm}</div>
<div style="display:flex;justify-content:space-between;font-size:13px;color:#555;margin-top:5px"><span>地址：{p.city}{p.road}{dice.randint(1, 300)}号</span><span>电话：0{digits(dice, 3)}-{digits(dice, 7)}　邮编：{digits(dice, 6)}</span></div>
<h1 style="font-size:27px;margin:52px 0 34px;letter-spacing:5px">{dice.choice(("外派工作证明", "驻外工作证明", "异地工作证明"))}</h1>
<p style="text-indent:0">{dice.choice((p.county + "医疗保险服务中心", p.city + "医疗保障局"))}：</p>
<p>兹证明我单位职工{f("patient_name", who.name)}同志（{f("sex", who.sex)}，身份证号{f("id_number", who.id_number)}），自{on("valid_from", start, said(dice, start, "年"))}起由我单位派驻{"".join(away[:3])}工作，任{dice.choice(("项目经理", "安全员", "区域销售主管", "软件工程师"))}一职，预计派驻至{on("valid_until", end, said(dice, end, "年"))}。该同志在{f("insured_place", p.city + p.county if dice.random() < 0.5 else p.city)}参加{f("insurance_type", "employee", "职工基本医疗保险")}，派驻期间居住地址为{f("address", address)}，联系电话{f("phone", who.phone)}。</p>
<p>现申请办理异地就医备案（常驻异地工作人员）。我单位对以上内容的真实性负责。</p><p>特此证明。</p>
<div style="position:relative;margin-top:70px;text-align:right;padding-right:46px;line-height:2.1">{firm}（公章）<br>{on("issue_date", day, said(dice, day, dice.choice(("年", "年0"))))}{seal(firm, size=152, at=(dice.randint(400, 450), -34), turn=dice.uniform(-14, 14))}</div>
<div style="position:absolute;left:80px;bottom:70px;font-size:14px;line-height:1.8">单位经办人：{other}　　经办人电话：{"138" + "0000" + digits(dice, 4)}<br>统一社会信用代码：91{p.code}MA{digits(dice, 7)}X</div>"""
    return page(
        body,
        "p{text-indent:2em;margin:8px 0;line-height:2.1;font-size:18px}",
        dice.choice((SONG, HEI)),
        17,
        "58px 80px",
    )


TEMPLATES = {
    "province-commitment_letter-informed": Template("commitment_letter", 794, 1123, informed),
    "province-commitment_letter-promise": Template("commitment_letter", 794, 1123, promise),
    "province-referral_letter-transfer": Template("referral_letter", 794, 1123, transfer),
    "province-referral_letter-twoway": Template("referral_letter", 794, 1123, twoway),
    "province-work_posting_letter-redhead": Template("work_posting_letter", 794, 1123, posting),
}
