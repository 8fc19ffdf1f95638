"""Bureau forms: three applications and two recognitions."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import (
    Template,
    boxes,
    d,
    day,
    digits,
    doctor,
    local,
    short,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import check_digit

GUANGXI = ("冠心病", "高血压病(高危组)", "糖尿病", "甲亢", "慢性肝炎治疗巩固期", "慢性阻塞性肺疾病", "银屑病", "严重精神障碍", "类风湿性关节炎", "脑血管疾病后遗症", "系统性红斑狼疮", "帕金森氏综合征", "慢性充血性心衰", "肝硬化", "结核病活动期", "再生障碍性贫血", "重型和中间型地中海贫血", "血友病", "慢性肾功能不全", "各种恶性肿瘤", "器官移植后抗排斥免疫调节剂治疗", "癫痫", "脑瘫", "重症肌无力", "风湿性心脏病", "肺心病", "强直性脊柱炎", "甲状腺功能减退症")  # fmt: skip


def _guangxi(dice: random.Random) -> str:
    p = local(dice, "桂")
    when = day(dice)
    chosen = set(dice.sample(range(len(GUANGXI)), dice.randint(1, 3)))
    tick = dice.choice("☑√■")
    shown = ""
    for n, x in enumerate(GUANGXI):
        told = f("claimed_disease", x) if n in chosen else x
        shown += f'<span style="display:inline-block;margin-right:10px;white-space:nowrap">{tick if n in chosen else "□"}{n + 1}.{told}</span>'
    kind = dice.choice(("职工", "居民"))
    hosps = [
        short(p.place) + "人民医院",
        f"{p.place.city}第{dice.choice('一二')}人民医院",
        "" if dice.random() < 0.6 else short(p.place) + "中医医院",
    ]
    agent = doctor(dice) if dice.random() < 0.4 else None

    def td(k: Any, v: Any, span: int = 1) -> str:
        return f'<td class="c">{k}</td><td colspan="{span}">{v}</td>'

    body = f"""
    <div style="font-size:14px">附件{dice.randint(1, 5)}</div><h1 style="font-size:22px;margin-bottom:8px">广西基本医疗保险门诊特殊慢性病待遇认定申请表</h1>
    <div style="display:flex;justify-content:space-between;font-size:13px"><span>统筹地区：{f("insured_place", dice.choice((p.place.city, p.place.insured)))}</span><span>申请日期：{d("application_date", when, dice.choice(("年", "split")))}</span></div>
    <table class="g" style="table-layout:fixed">
    <tr>{td("参保人<br>姓名", f("patient_name", p.name))}{td("性别", f("sex", p.sex))}{td("民族", f("ethnicity", p.ethnicity))}<td rowspan="4" class="c" style="color:#777">近期一寸<br>免冠照片</td></tr>
    <tr>{td("身份证号码<br>（社保卡号）", f("id_number", p.id_number), 3)}{td("出生年月", f'<span data-field="birth_date" data-value="{p.born:%Y-%m}">{p.born:%Y.%m}</span>')}</tr>
    <tr>{td("参保类型", _kinds(kind, tick), 3)}{td("联系电话", f("phone", p.phone))}</tr>
    <tr>{td("工作单位或<br>家庭住址", f("address", p.address), 5)}</tr>
    <tr>{td("代办人", (agent and f("agent_name", agent)) or "")}{td("与参保人<br>关系", "子女" if agent else "")}<td class="c" colspan="2">代办人联系电话</td><td>{"136" + digits(dice, 8) if agent else ""}</td></tr>
    <tr><td class="c">申请认定<br>病种<br>（打√）</td><td colspan="6" style="font-size:12.5px;line-height:1.75">{shown}</td></tr>
    <tr><td class="c">选定定点<br>医疗机构</td><td colspan="6">{"　".join(f"{n}.{f('hospital_name', h) if h else '______________'}" for n, h in enumerate(hosps, 1))}</td></tr>
    <tr><td class="c">申请人<br>承诺</td><td colspan="6">本人承诺所提供材料真实、有效，如有虚假，愿承担由此产生的一切法律责任，并退还已享受的医保待遇。<div style="margin-top:8px">申请人（或代办人）签名：{sign("agent" if agent else "applicant", agent or p.name, dice)}　　　　{d("sign_date", when, "split")}</div></td></tr>
    <tr><td class="c">定点医疗<br>机构认定<br>意见</td><td colspan="6" style="height:150px;vertical-align:top">依据病史、检查资料：<br>□符合　□不符合　________________ 病种认定标准。<div style="margin-top:26px">认定医师1签名：{sign("physician", None, dice)}认定医师2签名：{sign("physician", None, dice)}</div><div class="r" style="margin-top:14px">医疗机构医保部门（盖章）　　　年　　月　　日</div></td></tr>
    <tr><td class="c">医保经办<br>机构备案</td><td colspan="6" style="height:84px;vertical-align:bottom">经办人：　　　　　　　　　复核人：　　　　　　　　　　（盖章）　　　年　　月　　日</td></tr></table>
    <div style="font-size:12px">填表说明：1.本表一式两份；2.异地就医人员由参保地经办机构认定；3.每人最多可申请 3 个病种。咨询电话：077{digits(dice, 1)}-{digits(dice, 7)}</div>"""
    return page(body, ".g td{padding:4px 5px}", font=dice.choice((SONG, SONG, KAI)), size=14, pad="36px 46px")


def _kinds(kind: str, tick: str) -> str:
    a, b = "职工基本医疗保险", "城乡居民基本医疗保险"
    a = f("insurance_type", "employee", a) if kind == "职工" else a
    b = f("insurance_type", "resident", b) if kind == "居民" else b
    return f"{tick if kind == '职工' else '□'}{a}<br>{tick if kind == '居民' else '□'}{b}"


def _gansu(dice: random.Random) -> str:
    p = local(dice, "甘")
    when = day(dice)
    ills = dice.choice(
        (
            ("高血压（Ⅱ级及以上）",),
            ("糖尿病伴并发症", "冠心病"),
            ("脑出血及脑梗塞恢复期",),
            ("慢性肾功能衰竭透析治疗",),
            ("类风湿性关节炎",),
        )
    )
    kind = dice.choice(("城乡居民", "城镇职工"))
    hosp = short(p.place) + dice.choice(("人民医院", "中医院"))
    who = doctor(dice)

    def u(s: Any, w: int = 90) -> str:
        return f'<span style="display:inline-block;border-bottom:1px solid #000;min-width:{w}px;padding:0 6px;text-align:center">{s}</span>'

    body = f"""
    <div style="border:3px double #000;height:100%;padding:40px 46px"><h1 style="font-size:25px;line-height:1.5">{p.place.county}城乡居民（城镇职工）<br>门诊慢性特殊疾病审批表</h1><div class="r">编号：{dice.choice((p.place.county[0] + "慢〔" + str(when.year) + "〕" + digits(dice, 4) + "号", "　　　　"))}</div>
    <div style="font-size:16.5px;line-height:2.35;margin-top:10px">申请人{u(f("patient_name", p.name))}性别{u(f("sex", p.sex), 40)}年龄{u(f("age", p.age_on(when)), 50)}民族{u(f("ethnicity", p.ethnicity, p.ethnicity + "族"), 60)}<br>公民身份号码 {boxes("id_number", p.id_number, 24)}<br>家庭住址{u(f("address", p.address), 440)}<br>参保身份{u(f("insurance_type", "resident" if "居民" in kind else "employee", kind), 90)}本人电话{u(f("phone", p.phone), 130)}备用电话{u("158" + digits(dice, 8) if dice.random() < 0.5 else "", 120)}<br>申报病种{u(fs("claimed_disease", ills, "、"), 440)}<br>就诊医院{u(f("hospital_name", hosp), 220)}申请时间{u(d("application_date", when, dice.choice((".", "-", "年"))), 130)}</div>
    <table class="g" style="margin-top:14px;font-size:15px"><tr><td style="width:110px" class="c">诊断医院<br>科室意见</td><td style="height:150px;vertical-align:top">患者所患疾病诊断：{fs("diagnosis", ills, "；")}。{dice.choice(("病史三年余，长期服药。", "已达到慢特病标准。", ""))}<div style="position:absolute;margin-top:40px">副主任及以上医师（签字）：{sign("physician", who, dice)}　　{d("sign_date", when, "split")}</div></td></tr>
    <tr><td class="c">医院医保科<br>审核意见</td><td style="height:100px;vertical-align:top">{hand("同意上报") if dice.random() < 0.6 else ""}<div class="r" style="margin-top:40px">（章）　　年　　月　　日</div></td></tr>
    <tr><td class="c">专家组<br>鉴定意见</td><td style="height:120px;vertical-align:bottom">□ 符合　　□ 不符合　　□ 补充资料：__________________<br>鉴定专家：________　________　________　　　　年　　月　　日</td></tr>
    <tr><td class="c">县医保局<br>审批意见</td><td style="height:100px;vertical-align:bottom" class="r">（章）　　　　年　　月　　日</td></tr></table>
    <div style="font-size:13px;margin-top:8px">附：身份证复印件、近两年住院病历（首页、出院记录、检查化验单）或门诊病历、一寸照片2张。</div></div>
    {seal(hosp, size=136, at=(dice.randint(460, 540), dice.randint(555, 600)), turn=dice.uniform(-12, 12))}"""
    return page(body, font=dice.choice((SONG, "'LXGW WenKai',serif")), size=15, pad="34px 40px")


def _henan(dice: random.Random) -> str:
    p = local(dice, "豫")
    when = day(dice)
    ills = dice.choice(
        (
            ("恶性肿瘤",),
            ("慢性肾功能不全（透析）",),
            ("脑血管意外后遗症", "高血压合并并发症"),
            ("肝硬化（肝硬化失代偿期）",),
            ("冠状动脉粥样硬化性心脏病（非隐匿型）",),
        )
    )
    kind = dice.choice(("城镇职工", "城乡居民"))
    agent, who = doctor(dice), doctor(dice)
    hosp, level = dice.choice(
        ((short(p.place) + "人民医院", "二级甲等"), (f"{p.place.city}中心医院", "三级甲等"))
    )
    body = f"""
    <h1 style="font-size:21px">{p.place.city}基本医疗保险重特大疾病及重症慢性病鉴定申报表</h1>
    <div style="display:flex;justify-content:space-between;font-size:13px;margin-top:6px"><span>申报单位（乡镇、街道）：{dice.choice(("石桥镇", "城关镇", "古城街道"))}</span><span>{d("application_date", when, "split")}</span></div>
    <table class="g v"><tr class="t"><td>姓名</td><td>性别</td><td>年龄</td><td>医保证（卡）号</td><td colspan="2">身份证号码</td></tr>
    <tr><td>{f("patient_name", p.name)}</td><td>{f("sex", p.sex)}</td><td>{f("age", p.age_on(when))}</td><td>{f("card_number", digits(dice, 10))}</td><td colspan="2">{f("id_number", p.id_number)}</td></tr>
    <tr class="t"><td>参保类别</td><td colspan="2">人员性质</td><td>联系方式</td><td colspan="2">现居住地址</td></tr>
    <tr><td>{f("insurance_type", "employee" if "职工" in kind else "resident", kind)}</td><td colspan="2">{dice.choice(("退休", "在职", "灵活就业")) if "职工" in kind else dice.choice(("一般居民", "脱贫不稳定户", "低保户"))}</td><td>{f("phone", p.phone)}</td><td colspan="2">{f("address", p.address)}</td></tr>
    <tr class="t"><td colspan="3">申报病种</td><td>确诊医院</td><td>医院等级</td><td>确诊时间</td></tr>
    <tr style="height:54px"><td colspan="3">{fs("claimed_disease", ills, "<br>", len(ills) > 1)}</td><td>{f("hospital_name", hosp)}</td><td>{f("hospital_level", level, dice.choice((level, level[0] + "级" + level[2] + "等")))}</td><td>{when.year - dice.randint(1, 9)}年{dice.randint(1, 12)}月</td></tr>
    <tr class="t"><td>代办人</td><td colspan="3">代办人身份证号</td><td>关系</td><td>代办人手机</td></tr>
    <tr><td>{f("agent_name", agent)}</td><td colspan="3">{f("agent_id_number", _id(dice, p.place.code))}</td><td>{dice.choice(("儿子", "女儿", "配偶", "村医"))}</td><td>151{digits(dice, 8)}</td></tr></table>
    <table class="g" style="margin-top:-1px"><tr><td style="width:40px" class="c">病情摘要</td><td style="height:210px;vertical-align:top">{hand("患者" + dice.choice(("半年前", "2年前")) + "无明显诱因出现乏力、纳差，", 19)}<br>{hand("在我院住院治疗，症状好转出院，现门诊规律服药。", 19)}<br><div style="margin-top:70px">接诊医师：{f("physician_name", who)}　签字：{sign("physician", who, dice)}　职称：{f("physician_title", dice.choice(("主任医师", "副主任医师", "主治医师")))}</div></td></tr>
    <tr><td class="c">提交资料</td><td style="line-height:2">☑住院病历复印件（盖章）　☑诊断证明　{dice.choice("☑□")}检查、化验报告单　{dice.choice("☑□")}病理报告　□其他________　共 {dice.randint(6, 30)} 页</td></tr>
    <tr><td class="c">本人声明</td><td>以上填写内容及提交资料均真实有效。　申报人（代办人）签字：{sign("agent", agent if dice.random() < 0.8 else None, dice)}</td></tr>
    <tr><td class="c">体检鉴定<br>结论</td><td style="height:140px;vertical-align:bottom">鉴定专家签字：　　　　　　　　　　　　　　　　年　　月　　日</td></tr>
    <tr><td class="c">医保中心意见</td><td style="height:120px;vertical-align:bottom">待遇享受起止时间：　　年　月　日至　　年　月　日<br>经办人：　　　　　审核人：　　　　　（公章）　　年　　月　　日</td></tr></table>
    <div style="font-size:12px;margin-top:4px">备注：每年 3 月、9 月集中鉴定，恶性肿瘤、透析、器官移植随时申报。鉴定地点：{p.place.city}第一人民医院体检楼　电话：039{digits(dice, 1)}-{digits(dice, 7)}</div>
    {seal(hosp, "医保科", size=128, at=(560, dice.randint(480, 520)), turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}"""
    return page(
        body,
        ".t td{background:#ececec}.v td{text-align:center}",
        font=dice.choice((SONG, MICRO, HEI)),
        size=14,
        pad="40px 44px",
    )


def _id(dice: random.Random, code: str) -> str:
    first = (
        f"{code}{dice.randint(1962, 2001)}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{digits(dice, 3)}"
    )
    return first + check_digit(first)


def _booklet(dice: random.Random) -> str:
    p = local(dice, "鄂")
    when = day(dice)
    ills = dice.choice(
        (
            ("高血压Ⅲ级(有心、脑、肾损害之一)",),
            ("糖尿病(合并感染或有心、肾、眼、神经并发症之一)", "冠心病"),
            ("慢性重症肝炎及肝硬化",),
            ("重性精神病",),
        )
    )
    until = dt.date(when.year + dice.choice((1, 2, 3)), 12, 31)
    kind = dice.choice(("职工医保", "居民医保"))
    bureau = p.place.county + "医疗保障局"

    def u(s: Any, w: Any) -> str:
        return f'<span style="display:inline-block;border-bottom:1px solid #533;min-width:{w}px;padding:0 5px">{s}</span>'

    hosps = (short(p.place) + "人民医院", short(p.place) + "大药房连锁信陵店")
    rows = "".join("<tr>" + "<td>　</td>" * 4 + "</tr>" for _ in range(7))
    body = f"""
    <div style="display:flex;height:100%"><div style="flex:1;padding:28px 30px;border-right:1px solid #a99"><div style="float:right;width:92px;height:120px;border:1px solid #999;background:linear-gradient(#bcd4ea 0 100%);position:relative"><svg data-face="1" width="60" height="80" style="position:absolute;left:16px;top:24px"><ellipse cx="30" cy="30" rx="20" ry="26" fill="#e2b995"/><path d="M10 26q20-40 40 0q-20-14-40 0" fill="#222"/><circle cx="23" cy="32" r="2"/><circle cx="37" cy="32" r="2"/><path d="M25 45h10" stroke="#944"/></svg></div>
    <div style="font-size:15.5px;line-height:2.3">证　号 {u(f("card_number", p.place.code + "M" + digits(dice, 6)), 140)}<br>姓　名 {u(f("patient_name", p.name), 140)}<br>性　别 {u(f("sex", p.sex), 46)} 民族 {u(f("ethnicity", p.ethnicity), 50)}<br>身份证 {u(f("id_number", p.id_number), 180)}<br>住　址 {u(f("address", p.address), 330)}<br>电　话 {u(f("phone", p.phone), 140)} 类别 {u(f("insurance_type", "employee" if "职工" in kind else "resident", kind), 80)}<br>发证机关 {u(f("issuing_authority", bureau), 180)}<br>发证日期 {u(d("issue_date", when, dice.choice(("年", "."))), 140)}</div></div>
    <div style="flex:1;padding:28px 30px"><div class="c b" style="font-size:18px;letter-spacing:3px">门诊特殊慢性病认定情况</div><div style="line-height:2.3;font-size:15px;margin-top:6px">认定病种 {u(fs("claimed_disease", ills, "；"), 300)}<br>待遇期 {u(d("valid_from", when, "."), 90)} 至 {u(d("valid_until", until, "."), 90)}<br>定点医疗机构 {u(f("hospital_name", hosps[0]), 210)}<br>定点药店 {u(hosps[1] if dice.random() < 0.6 else "", 240)}<br>年度限额 {u(dice.choice(("1800元", "3000元", "按比例不设限额")), 120)} 经办人 {u(doctor(dice), 80)}</div>
    <div style="font-size:13px;margin-top:6px">复审（年检）记录</div><table class="g" style="font-size:13px"><tr><td>年度</td><td>复审结论</td><td>经办人</td><td>日期</td></tr>{rows}</table></div></div>
    {seal(bureau, "慢性病专用章", size=134, at=(dice.randint(250, 310), dice.randint(240, 290)), turn=dice.uniform(-16, 16))}"""
    return page(body, "body{background:#fbf4e6}", font=dice.choice((SONG, KAI)), size=14, pad="0")


def _yunnan(dice: random.Random) -> str:
    p = local(dice, "滇")
    when = day(dice)
    ills = dice.choice(
        (("高血压Ⅱ－Ⅲ期", "糖尿病"), ("慢性肾衰竭",), ("精神病（特殊病）",), ("恶性肿瘤",), ("帕金森病",))
    )
    hosp, level = dice.choice(
        ((f"{p.place.city}第一人民医院", "三级甲等"), (short(p.place) + "人民医院", "二级甲等"))
    )
    a, b = doctor(dice), doctor(dice)
    until = dice.choice((None, dt.date(when.year + 2, when.month, min(when.day, 28)) - dt.timedelta(days=1)))
    kind = dice.choice(("职工", "居民"))
    dept = dice.choice(("内分泌科", "肾脏内科", "神经内科"))
    body = f"""
    <h1 style="font-size:22px">云南省基本医疗保险门诊特殊病慢性病待遇认定表</h1><div style="display:flex;justify-content:space-between;margin-top:6px"><span>参保地：{f("insured_place", p.place.insured)}</span><span>受理编号：{f("report_number", "TM" + f"{when:%Y%m%d}" + digits(dice, 5))}</span></div>
    <table class="g" style="table-layout:fixed"><tr><td rowspan="4" class="w">一、参保人信息</td><td>姓　名</td><td>{f("patient_name", p.name)}</td><td>性　别</td><td>{f("sex", p.sex)}</td><td>险　种</td><td>{f("insurance_type", "employee" if kind == "职工" else "resident", f"{kind}基本医疗保险")}</td></tr>
    <tr><td>证件类型</td><td>居民身份证</td><td>证件号码</td><td colspan="3">{f("id_number", p.id_number)}</td></tr><tr><td>出生日期</td><td>{d("birth_date", p.born, dice.choice(("-", "8", "/")))}</td><td>手机号码</td><td colspan="3">{f("phone", p.phone)}</td></tr><tr><td>通讯地址</td><td colspan="5">{f("address", p.address)}</td></tr>
    <tr><td rowspan="4" class="w">二、诊断信息</td><td>医疗机构</td><td colspan="3">{f("hospital_name", hosp)}</td><td>级别等次</td><td>{f("hospital_level", level)}</td></tr><tr><td>科　室</td><td colspan="2">{f("department", dept)}</td><td>病案号</td><td colspan="2">{f("record_number", digits(dice, 8))}</td></tr>
    <tr><td>认定病种<br>及编码</td><td colspan="5">{"<br>".join(f("claimed_disease", x) + f"（M{digits(dice, 5)}）" for x in ills)}</td></tr><tr><td>认定依据</td><td colspan="5" style="font-size:13px;line-height:1.7">☑相应症状、体征　☑实验室检查　{dice.choice("☑□")}影像学检查　{dice.choice("☑□")}病理　□基因检测<br>空腹血糖 {dice.uniform(7.1, 14):.1f} mmol/L；肌酐 {dice.randint(80, 800)} μmol/L；血压 {dice.randint(150, 200)}/{dice.randint(90, 120)} mmHg</td></tr>
    <tr><td rowspan="2" class="w">三、认定意见</td><td colspan="6" style="height:130px;vertical-align:top">经 2 名副高级及以上职称医师认定，该参保人{dice.choice(("☑符合　□不符合", "■ 符合　□ 不符合"))}准入标准。<div style="margin-top:24px">认定医师：{f("physician_name", a)} {sign("physician", a, dice, 84)}　　认定医师：{f("physician_name", b)} {sign("physician", b, dice, 84)}</div><div class="r">{d("sign_date", when, dice.choice(("年", "split")))}</div></td></tr>
    <tr><td>待遇开始</td><td colspan="2">{d("valid_from", when + dt.timedelta(days=1), "-")}</td><td>待遇截止</td><td colspan="2">{d("valid_until", until, "-") if until else f("valid_until", "长期")}</td></tr>
    <tr><td class="w">四、医保办</td><td colspan="6" style="height:110px;vertical-align:bottom">经办人：{doctor(dice)}　　　　（盖章）　　　　　　{when + dt.timedelta(days=1)}</td></tr>
    <tr><td class="w">五、告知</td><td colspan="6" style="font-size:12.5px">1.同一病种认定结果省内互认；2.待遇截止前 60 日内办理复评；3.变更定点请登录“一部手机办事通”；4.本表由认定医疗机构存档，保存期不少于 15 年。</td></tr></table>
    <div style="margin-top:10px">参保人（代办人）确认签字：{sign("applicant", p.name if dice.random() < 0.7 else None, dice)}</div>
    {seal(hosp, "慢特病专用章", size=150, at=(dice.randint(430, 520), dice.randint(600, 632)), turn=dice.uniform(-12, 12))}"""
    return page(
        body,
        ".w{width:40px;text-align:center}.g td{padding:5px}",
        font=dice.choice((SONG, MICRO)),
        size=14,
        pad="40px 46px",
    )


TEMPLATES: dict[str, Template] = {
    "grove-application_form-guangxi": Template("application_form", 794, 1123, _guangxi),
    "grove-application_form-gansu": Template("application_form", 794, 1123, _gansu),
    "grove-application_form-henan": Template("application_form", 794, 1123, _henan),
    "grove-recognition_form-booklet": Template("recognition_form", 860, 580, _booklet),
    "grove-recognition_form-yunnan": Template("recognition_form", 794, 1123, _yunnan),
}
