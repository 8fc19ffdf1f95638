"""Letters: authorization, commitment, remote filing, posting, referral, and a notice that is none of the kinds."""

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
    spaced,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import check_digit

AWAY = (
    ("广东省", "东莞市", "虎门镇", "东莞市虎门医院"),
    ("浙江省", "宁波市", "北仑区", "宁波市北仑区人民医院"),
    ("福建省", "晋江市", "陈埭镇", "晋江市医院"),
    ("重庆市", "渝北区", "龙溪街道", "重庆市渝北区人民医院"),
)


def _other(dice: random.Random, code: str) -> str:
    first = (
        f"{code}{dice.randint(1962, 2001)}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{digits(dice, 3)}"
    )
    return first + check_digit(first)


def _proxy(dice: random.Random) -> str:
    p = local(dice, "黔")
    when = day(dice)
    agent, number = doctor(dice), _other(dice, p.place.code)
    phone = "187" + digits(dice, 8)
    both = dice.random() < 0.7
    table = f"""<table class="g" style="margin:6px 0 14px"><tr><td rowspan="3" style="width:44px" class="c">委<br>托<br>人</td><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td></tr><tr><td>公民身份号码</td><td>{f("id_number", p.id_number)}</td><td>电话</td><td>{f("phone", p.phone)}</td></tr><tr><td>户籍地址</td><td colspan="3">{f("address", p.address)}</td></tr>
    <tr><td rowspan="3" class="c">受<br>托<br>人</td><td>姓名</td><td>{f("agent_name", agent)}</td><td>与委托人关系</td><td>{dice.choice(("父女", "母子", "夫妻", "兄弟", "帮扶干部"))}</td></tr><tr><td>公民身份号码</td><td>{f("agent_id_number", number)}</td><td>电话</td><td>{phone if dice.random() < 0.8 else ""}</td></tr><tr><td>住址</td><td colspan="3">{dice.choice(("同上", p.place.county + "新城社区3栋2单元", ""))}</td></tr></table>"""
    body = f"""
    <h1 style="font-size:27px;letter-spacing:12px;margin:14px 0 18px">委托书</h1>{table}
    <div style="font-size:17px;line-height:2.1;text-indent:2em">委托人因{dice.choice(("年老体弱、行动不便", "卧病在床", "长期在外务工", "不识字"))}，不能亲自到{p.place.county}政务服务中心医保窗口办理{dice.choice(("门诊慢特病待遇认定", "门诊大病申请", "特殊药品备案"))}事宜，现全权委托上列受托人代为办理。代理权限：（一）代为提交、领取资料；（二）代为签署有关文书；（三）代为接受询问。</div>
    <div style="font-size:17px;line-height:2.1;text-indent:2em">委托期限：自{d("valid_from", when, "年")}起至{d("valid_until", when + dt.timedelta(days=dice.choice((30, 90, 180))), "年") if dice.random() < 0.7 else "上述事项办结"}止。受托人在权限内所签署的一切文件，委托人均予以承认，不得转委托。</div>
    <div style="margin-top:34px;font-size:17px;line-height:2.6;padding-left:40px">委托人（签名或捺印）：{sign("applicant", p.name, dice)}<span style="display:inline-block;width:34px;height:44px;border-radius:50%;background:radial-gradient(#d33,#e88 60%,transparent 72%);opacity:.6;vertical-align:middle"></span><br>受托人（签名）：{sign("agent", agent if both else None, dice)}<br>日　期：{d("sign_date", when, "split")}</div>
    <div style="border:1px dashed #777;height:190px;margin-top:24px;color:#999;text-align:center;padding-top:80px">（双方身份证复印件粘贴处）</div>"""
    return page(body, font=dice.choice((SONG, KAI)), size=16, pad="46px 70px")


def _pledge(dice: random.Random) -> str:
    p = local(dice, "甘")
    when = day(dice)
    claim = dice.choice(("高血压病", "2型糖尿病并发症", "冠心病", "恶性肿瘤门诊放化疗"))
    bureau = dice.choice((f"{p.place.county}医疗保障局", f"{p.place.county}医疗保险服务中心"))

    def u(s: Any, w: Any) -> str:
        return f'<span style="display:inline-block;border-bottom:1px solid #000;min-width:{w}px;text-align:center;padding:0 4px">{s}</span>'

    body = f"""
    <h1 style="font-size:24px;margin:20px 0 4px">证明事项告知承诺书</h1><div class="c" style="font-size:14px">（门诊慢特病病种待遇认定 · 申请人存一份）</div>
    <p style="font-size:17px"><b>一、申请人基本情况</b></p><div style="font-size:16px;line-height:2.2">姓名（名称）：{u(f("patient_name", p.name), 120)} 证件类型：{u("居民身份证", 110)}<br>证件编号：{u(f("id_number", p.id_number), 230)} 联系方式：{u(f("phone", p.phone), 140)}</div>
    <p style="font-size:17px"><b>二、行政机关告知</b></p><div style="font-size:15px;line-height:1.9;text-indent:2em">（一）办理依据：《基本医疗保险门诊慢特病管理办法（试行）》（2021年9月1日起施行）。（二）证明用途：核实申请人患{f("claimed_disease", claim, style="text-decoration:underline")}且未在其他统筹地区重复享受待遇。（三）承诺的效力：申请人书面承诺已符合告知的条件，愿意承担不实承诺法律责任的，{bureau}不再索要有关证明。（四）不实承诺的责任：责令退回骗取的医疗保障基金，处骗取金额2倍以上5倍以下的罚款；纳入信用记录。</div>
    <p style="font-size:17px"><b>三、申请人承诺</b></p><div style="font-size:15px;line-height:1.9">　　申请人现作出下列承诺：<br>　　1.已知晓行政机关告知的全部内容；<br>　　2.自身符合行政机关告知的条件、要求，提交的{dice.choice(("病历、检查报告", "住院资料"))}真实有效；<br>　　3.愿意承担不实承诺、违反承诺的法律责任；<br>　　4.上述承诺是申请人的真实意思表示。</div>
    <div style="display:flex;justify-content:space-between;margin-top:60px;font-size:16px;line-height:2.2"><div>申请人：{sign("applicant", p.name if dice.random() < 0.85 else None, dice)}<br>（委托代理人：{sign("agent", None, dice)}）<br>日期：{d("sign_date", when, "split")}</div><div>行政机关（盖章）：<br>{bureau}<br>日期：{when.year} 年 {when.month} 月 {when.day} 日</div></div>
    {seal(bureau, dice.choice(("业务专用章", "")), size=150, at=(480, dice.randint(755, 790)), turn=dice.uniform(-12, 12))}"""
    return page(body, font=dice.choice((SONG, MICRO)), size=16, pad="40px 66px")


CATEGORIES = (
    ("settled_retirement", "异地安置退休人员"),
    ("long_residence", "异地长期居住人员"),
    ("posted_work", "常驻异地工作人员"),
    ("referral", "异地转诊人员"),
    ("temporary", "临时外出就医人员"),
)


def _remote(dice: random.Random) -> str:
    p = local(dice, "鄂")
    when = day(dice)
    n = dice.randrange(5)
    tick = dice.choice("☑√■")
    ticks = "".join(
        f"<div>{tick if i == n else '□'} {f('filing_category', c, x) if i == n else x}</div>"
        for i, (c, x) in enumerate(CATEGORIES)
    )
    to = dice.choice(AWAY)
    kind = dice.choice(("职工", "居民"))
    b = f"{p.place.county}医疗保障服务中心"
    agent = doctor(dice) if dice.random() < 0.4 else None
    until = when + dt.timedelta(days=dice.choice((182, 364)))
    body = f"""
    <h1 style="font-size:22px">{p.place.province}基本医疗保险跨省（省内）异地就医登记备案表</h1><div style="display:flex;justify-content:space-between;margin-top:8px"><span>登记编号：{digits(dice, 12)}</span><span>填表日期：{d("application_date", when, dice.choice(("年", "-", ".")))}</span></div>
    <table class="g"><tr><td>参保人姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(when))}</td></tr>
    <tr><td>社会保障号</td><td colspan="5">{boxes("id_number", p.id_number, 22)}</td></tr>
    <tr><td>社保卡卡号</td><td colspan="3">{f("card_number", dice.choice("ABCEF") + digits(dice, 8))}</td><td>参保险种</td><td>{f("insurance_type", "employee" if kind == "职工" else "resident", f"{kind}医保")}</td></tr>
    <tr><td>参保地</td><td colspan="3">{f("insured_place", dice.choice((p.place.insured, p.place.province + p.place.county)))}</td><td>本人手机</td><td>{f("phone", p.phone)}</td></tr>
    <tr><td>备案类型<br>（单选）</td><td colspan="3">{ticks}</td><td>其他</td><td>□ 急诊抢救<br>□ 续备　{dice.choice("☑□")} 新增</td></tr>
    <tr><td>参保地地址</td><td colspan="5">{f("address", p.address)}</td></tr>
    <tr><td>就医地</td><td colspan="5">{to[0]}{to[1]}（直辖市填区县）</td></tr>
    <tr><td>就医地住址</td><td colspan="5">{f("address", f"{to[0]}{to[1]}{to[2]}北路{dice.randint(3, 290)}号") if n != 4 else ""}</td></tr>
    <tr><td>转往医院</td><td colspan="3">{f("hospital_name", to[3]) if n in (1, 3) else "—"}</td><td>疾病诊断</td><td>{f("diagnosis", dice.choice(("胃恶性肿瘤", "肾衰竭", "冠心病"))) if n == 3 else ""}</td></tr>
    <tr><td>备案有效期</td><td colspan="5">{d("valid_from", when, "年")} 至 {f("valid_until", "长期", "长期有效") if n < 3 else d("valid_until", until, "年")}</td></tr>
    <tr><td>联系人</td><td colspan="2">{doctor(dice)}（{dice.choice(("子", "媳", "夫"))}）</td><td>联系人电话</td><td colspan="2">133{digits(dice, 8)}</td></tr>
    <tr><td>代办人</td><td colspan="2">{f("agent_name", agent) if agent else ""}</td><td>代办人证件号</td><td colspan="2">{f("agent_id_number", _other(dice, p.place.code)) if agent else ""}</td></tr>
    <tr><td>温馨提示</td><td colspan="5" style="font-size:12.5px;line-height:1.6">1.备案后请持医保电子凭证或社会保障卡在就医地开通的定点医疗机构直接结算；2.执行就医地目录、参保地政策；3.异地长期居住人员 6 个月内不得变更；4.以个人承诺方式备案的，须在期限内补齐居住证、社区证明、工作证明等。</td></tr>
    <tr><td>参保人签字</td><td colspan="5" style="height:56px">本人已阅读并同意上述事项。　{sign("agent" if agent else "applicant", agent or p.name, dice)}　　{d("sign_date", when, "split")}</td></tr>
    <tr><td>经办机构意见</td><td colspan="5" style="height:140px;vertical-align:bottom">{hand("同意备案") if dice.random() < 0.7 else ""}　　经办人：{doctor(dice)}　　　　　　（盖章）</td></tr></table>
    {seal(b, "异地就医专用章", size=146, at=(dice.randint(490, 560), dice.randint(750, 785)), turn=dice.uniform(-12, 12))}"""
    return page(
        body,
        ".g td{padding:5px 6px}.g tr td:first-child{width:96px}",
        font=dice.choice((SONG, MICRO, HEI)),
        size=14,
        pad="38px 46px",
    )


def _posting(dice: random.Random) -> str:
    p = local(dice, "川", youngest=24, oldest=57)
    when = day(dice)
    to = dice.choice(AWAY)
    firm = dice.choice(
        (
            "四川蜀道路桥劳务有限公司",
            p.place.county[:2] + "宏达建筑劳务有限责任公司",
            "达州市通川区恒泰电子有限公司",
        )
    )
    start = dt.date(when.year, dice.randint(1, 12), 1) - dt.timedelta(days=dice.randint(100, 900))
    body = f"""
    <div style="color:#c00;text-align:center;font-size:32px;letter-spacing:6px;font-weight:700;font-family:{SONG}">{firm}</div><div style="border-top:3px solid #c00;border-bottom:1px solid #c00;height:6px;margin:8px 0 40px"></div>
    <h1 style="font-size:26px;margin-bottom:30px">长期派驻外地工作人员证明</h1>
    <div style="font-size:18px;line-height:2.2">{f"{p.place.county}医疗保障事务中心"}：</div>
    <div style="font-size:18px;line-height:2.2;text-indent:2em">我单位职工{f("patient_name", p.name, spaced(p.name, " "))}同志（{f("sex", p.sex)}，{d("birth_date", p.born, "年")}出生，身份证号码：{f("id_number", p.id_number)}），{dice.choice(("职务：施工员", "系我公司项目安全员", "任驻外业务代表"))}，于{start.year}年{start.month}月起由我单位派往{to[0]}{to[1]}{to[2]}项目部工作，预计驻外至{when.year + 2}年12月，现居住于{f("address", f"{to[0]}{to[1]}{to[2]}工业路{dice.randint(2, 99)}号员工宿舍")}。因工作需要须在当地就医，特申请办理异地就医备案。</div><div style="font-size:18px;line-height:2.2;text-indent:2em">我单位对上述情况的真实性负责。</div>
    <div style="font-size:16px;line-height:2;margin-top:40px">单位地址：{p.place.province}{p.place.city}金龙大道{dice.randint(2, 300)}号<br>统一社会信用代码：9151{digits(dice, 14)}<br>经办人：{doctor(dice)}　　联系电话：0818-{digits(dice, 7)}<br>职工本人电话：{f("phone", p.phone) if dice.random() < 0.6 else "　　　　　　"}</div>
    <div style="text-align:right;font-size:18px;line-height:2;margin-top:70px;padding-right:40px">{firm}（公章）<br>{d("issue_date", when, dice.choice(("年", "年0")))}</div>
    {seal(firm, size=158, at=(470, dice.randint(660, 710)), turn=dice.uniform(-12, 12))}"""
    return page(body, font=dice.choice((SONG, KAI)), size=16, pad="60px 80px")


def _referral(dice: random.Random) -> str:
    p = local(dice, "新")
    when = day(dice)
    hosp, level = dice.choice(
        (
            (f"{p.place.county}人民医院", "二级甲等"),
            (
                f"{p.place.city.removesuffix('地区')}{'地区' if '地区' in p.place.city else ''}第一人民医院",
                "三级甲等",
            ),
        )
    )
    to = dice.choice(("新疆维吾尔自治区天山中心医院", "四川省蓉城肿瘤医院", "西安市雁塔医学院附属医院"))
    ills = dice.choice(
        (("食管癌术后", "肺转移"), ("终末期肾病",), ("先天性心脏病 室间隔缺损",), ("肝棘球蚴病",))
    )
    kind = dice.choice(("城镇职工", "城乡居民"))
    who, dept = doctor(dice), dice.choice(("肿瘤科", "肾病科", "外二科"))

    def k(a: Any, b: Any, w: str = "50%") -> str:
        return f'<div style="display:inline-block;width:{w};padding:5px 0">{a}<span style="border-bottom:1px solid #000;padding:0 8px">{b}</span></div>'

    body = f"""
    <div style="text-align:right;font-size:14px">转（院）字第 {f("report_number", f"{when.year}{digits(dice, 4)}")} 号</div><h1 style="font-size:24px">{f("hospital_name", hosp)}</h1><h1 style="font-size:22px;letter-spacing:3px;margin:6px 0 16px">医疗保险患者转院（转诊）意见书</h1>
    <div style="font-size:15.5px">{k("患者：", f("patient_name", p.name))}{k("性别/年龄：", f("sex", p.sex) + " / " + f("age", p.age_on(when), f"{p.age_on(when)}岁"))}{k("族别：", f("ethnicity", p.ethnicity, p.ethnicity + "族"))}{k("医保卡（医保编号）：", f("card_number", digits(dice, 11)))}{k("身份证号：", f("id_number", p.id_number))}{k("参保类型：", f("insurance_type", "employee" if "职工" in kind else "resident", kind))}{k("参保地：", f("insured_place", p.place.city + p.place.county))}{k("电话：", f("phone", p.phone))}{k("住院科室：", f("department", dept))}{k("住院号：", f("record_number", digits(dice, 7)))}{k("单位（地址）：", f("address", p.address), "100%")}</div>
    <div style="border:1px solid #000;margin-top:12px"><div style="padding:8px 12px;min-height:150px;border-bottom:1px solid #000"><b>病情及诊疗经过：</b><br>　　患者因病于{when.year}年{max(1, when.month - 1)}月在我院住院治疗，行CT、B超等检查，予对症治疗效果不佳，因我院条件所限，需转上级医院进一步诊治。</div>
    <div style="padding:8px 12px;border-bottom:1px solid #000"><b>目前诊断：</b>{fs("diagnosis", ills, "  ", len(ills) > 1)}</div><div style="padding:8px 12px;border-bottom:1px solid #000"><b>转往医院：</b>{f("hospital_name", to)}　　<b>转诊类别：</b>□区内 {"☑区外" if "新疆" not in to else "☑疆内跨地州"} □急诊</div>
    <div style="padding:8px 12px;border-bottom:1px solid #000;line-height:2.2"><b>主管医师：</b>{f("physician_name", who)} {sign("physician", who, dice, 84)}<b>　科主任：</b>{f("physician_name", doctor(dice)) if dice.random() < 0.5 else ""}　{d("issue_date", when, "split")}</div><div style="padding:8px 12px;height:120px"><b>医院医保办意见：</b>{hand("同意转院") if dice.random() < 0.7 else ""}<div style="text-align:right;margin-top:46px">（章）　　　　年　　月　　日</div></div></div>
    <div style="font-size:13px;margin-top:10px">说明：① 本意见书自开具之日起 30 日内有效，一次有效；② 未经转诊自行外出就医的，报销比例降低 10%～20%；③ 本院等级：{f("hospital_level", level)}；④ 医保办电话 09{digits(dice, 2)}-{digits(dice, 7)}。</div>
    {seal(hosp, "医疗保险办公室", size=140, at=(dice.randint(480, 560), dice.randint(640, 690)), turn=dice.uniform(-14, 14))}"""
    return page(body, font=dice.choice((SONG, MICRO)), size=15, pad="46px 60px")


def _queue(dice: random.Random) -> str:
    p = local(dice, "豫")
    when = day(dice)
    hosp = short(p.place) + "人民医院"
    body = f"""
    <div class="c b" style="font-size:17px">{f("hospital_name", hosp)}</div><div class="c" style="font-size:15px">检查预约导引单</div><hr>
    <div>姓名：{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", p.age_on(when), f"{p.age_on(when)}岁")}</div><div>门诊号：{f("record_number", digits(dice, 9))}</div><div>开单科室：{f("department", dice.choice(("神经内科门诊", "内三科")))}</div><div>项目：{dice.choice(("颅脑MRI平扫", "冠脉CTA", "无痛胃镜"))}</div>
    <div style="border:2px solid #000;text-align:center;margin:8px 0;padding:6px"><div>预约序号</div><div style="font-size:40px;line-height:1.1;font-weight:700">{dice.choice("ABCM")}{dice.randint(1, 99):03d}</div><div>{when + dt.timedelta(days=dice.randint(1, 9))} {dice.choice(("上午", "下午"))}</div></div>
    <div style="font-size:13px">地点：门诊楼负一楼影像中心 {dice.randint(1, 6)} 号机房<br>注意：①空腹8小时，禁水4小时；②去除金属物品；③体内有起搏器者请提前告知；④过号请重新排队。<br>咨询：037{digits(dice, 1)}-{digits(dice, 7)}</div><hr><div style="font-size:12px">打印：{when} 操作员 {digits(dice, 4)}</div>"""
    return page(body, font=HEI, size=15, pad="14px 16px")


TEMPLATES: dict[str, Template] = {
    "grove-authorization_letter-table": Template("authorization_letter", 794, 1123, _proxy),
    "grove-commitment_letter-notice": Template("commitment_letter", 794, 1123, _pledge),
    "grove-remote_filing_form-hubei": Template("remote_filing_form", 794, 1123, _remote),
    "grove-work_posting_letter-redhead": Template("work_posting_letter", 794, 1123, _posting),
    "grove-referral_letter-frontier": Template("referral_letter", 794, 1123, _referral),
    "grove-unknown-queue": Template("unknown", 302, 560, _queue),
}
