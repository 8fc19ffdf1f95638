"""Settlement sheets of the insurance: inpatient of three regions and one of special outpatient diseases."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.strand_base import (
    CQ,
    DOT,
    HB,
    NM,
    SC,
    at,
    capital,
    d,
    insured,
    someone,
    stay,
    style,
    yuan,
)
from benchmarks.reading.templates.develop.strand_ills import CANCER, GENERAL, KIDNEY, KNIFE
from benchmarks.reading.templates.develop.strand_money import INSIDE, Bill, bill, goods, insurance


def shares(b: Bill) -> list[tuple[str, int, int, int, int]]:
    """Each item with its classes: name, sum, class one, class two, own."""
    return [(n, m, int(m * 0.6), int(m * 0.3), m - int(m * 0.6) - int(m * 0.3)) for n, m in b.items]


def chongqing(dice: random.Random) -> str:
    """Chongqing: no frame but two rules, labels and sums in aligned columns, the needle printer's type."""
    s = stay(dice, CQ, "tertiary", GENERAL + KNIFE)
    b = bill(dice, INSIDE, 5200)
    level = dice.choice(("三级甲等", "三级", "二级甲等"))
    rows = "".join(
        f"<tr><td>{n}</td>{''.join(f'<td class=r>{yuan(v)}</td>' for v in rest)}</tr>"
        for n, *rest in shares(b)
    )
    pair: Callable[..., str] = lambda *x: (
        "<tr>" + "".join(f"<td>{a}:</td><td>{v}</td>" for a, v in x) + "</tr>"
    )
    body = f"""<div style="{DOT}"><div class="c" style="font-size:20px">重庆市医疗保险住院费用结算单</div><div style="display:flex;justify-content:space-between;margin:8px 0 2px"><span>结算编号:{dice.randint(10**15, 10**16)}</span><span>结算日期:{d("issue_date", s.end, "-", at(dice, True))}</span><span>单位:元</span></div>
<table style="border-top:1px dashed #333;border-bottom:1px dashed #333">{pair(("医疗机构", f("hospital_name", s.hospital)), ("机构等级", f("hospital_level", level)), ("机构编码", f"H50{dice.randint(10**8, 10**9)}"))}
{pair(("姓    名", f("patient_name", s.p.name)), ("性    别", f("sex", s.p.sex)), ("年    龄", f("age", s.age)))}{pair(("社会保障号", f("id_number", s.p.id_number)), ("参保类别", insurance(s)), ("参 保 地", f("insured_place", insured(s.p))))}
{pair(("住院号", f("record_number", s.number)), ("科    室", f("department", s.ill.dept)), ("住院天数", s.days))}{pair(("入院日期", d("admission_date", s.start)), ("出院日期", d("discharge_date", s.end)), ("离院方式", "正常出院"))}
<tr><td>确诊疾病:</td><td colspan="5">{" ".join(f("diagnosis", n) + f"({k})" for n, k in s.ill.dx[:2])}</td></tr></table>
<table><tr><td>费用项目</td><td class="r">金额</td><td class="r">甲类</td><td class="r">乙类</td><td class="r">自费</td></tr>{rows}<tr><td>合  计</td><td class="r">{yuan(b.total)}</td></tr></table>
<table style="border-top:1px dashed #333">{pair(("费用总额", yuan(b.total)), ("统筹支付", yuan(b.fund)), ("大额互助", "0.00"))}{pair(("起付标准", dice.choice(("880.00", "440.00", "200.00"))), ("账户支付", yuan(b.account)), ("账户余额", yuan(dice.randint(0, 400000))))}{pair(("医疗救助", "0.00"), ("现金支付", yuan(b.cash)), ("累计支付", yuan(b.fund + dice.randint(0, 900000))))}</table>
<div>统筹支付大写:{capital(b.fund)}</div><div style="display:flex;justify-content:space-between;margin-top:16px"><span>经办人:{s.clerks[0]}</span><span>审核人:</span><span>参保人签字:</span>{sign("applicant", dice.choice((s.p.name, None)), dice)}</div></div>"""
    body += seal(s.hospital, "医保专用章", size=130, at=(520, 500), turn=dice.uniform(-15, 15), ink=0.62)
    return page(body, "td{padding:1px 4px}", font=SONG, size=13, pad="30px 46px")


def hubei(dice: random.Random) -> str:
    """Hubei: ruled in sections; somebody else came for the patient, with a name and number of their own."""
    s = stay(dice, HB, "county", GENERAL)
    b = bill(dice, INSIDE, 3600)
    p = s.p
    a = someone(dice, HB, span=(25, 60))
    came = dice.random() < 0.7
    agent = (
        f'<td>代办人姓名</td><td>{f("agent_name", a.name)}</td><td>代办人身份证号</td><td colspan="2">{f("agent_id_number", a.id_number)}</td><td>与参保人关系</td><td colspan="2">{dice.choice(("子女", "配偶", "亲属"))}</td>'
        if came
        else '<td>代办人姓名</td><td></td><td>代办人身份证号</td><td colspan="2"></td><td>与参保人关系</td><td colspan="2"></td>'
    )
    rows = "".join(
        f"<tr><td>{n}</td>{''.join(f'<td class=r>{yuan(v)}</td>' for v in rest)}</tr>"
        for n, *rest in shares(b)
    )
    body = f"""<h1 style="font-size:20px;font-family:{HEI}">湖北省基本医疗保险住院费用结算单</h1><table style="margin-top:6px"><tr><td>定点医疗机构（章）：{f("hospital_name", s.hospital)}</td><td class="r">结算流水号：{dice.randint(10**13, 10**14)}</td></tr></table>
<table class="g"><tr class="s"><td colspan="8">一、基本信息</td></tr><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>出生日期</td><td>{d("birth_date", p.born)}</td><td>险种</td><td>{insurance(s, {"employee": "职工", "resident": "居民"})}</td></tr>
<tr><td>公民身份号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td>参保统筹区</td><td>{f("insured_place", p.place.city)}</td><td>联系电话</td><td>{f("phone", p.phone)}</td></tr><tr><td>住院号</td><td>{f("record_number", s.number)}</td><td>科室</td><td colspan="2">{f("department", s.ill.dept)}</td><td>医院等级</td><td colspan="2">{f("hospital_level", dice.choice(("二级甲等", "二级乙等", "二级")))}</td></tr>
<tr><td>入院日期</td><td>{d("admission_date", s.start)}</td><td>出院日期</td><td colspan="2">{d("discharge_date", s.end)}</td><td>结算日期</td><td colspan="2">{d("issue_date", s.end)}</td></tr><tr><td>主要诊断</td><td colspan="3">{f("diagnosis", s.ill.dx[0][0])}</td><td>次要诊断</td><td colspan="3">{f("diagnosis", s.ill.dx[1][0])}</td></tr><tr>{agent}</tr></table>
<table class="g m"><tr class="s"><td colspan="5">二、费用信息（元）</td></tr><tr><td>收费类别</td><td>总金额</td><td>甲类</td><td>乙类</td><td>自费</td></tr>{rows}</table>
<table class="g m"><tr class="s"><td colspan="6">三、基金支付</td></tr><tr><td>医疗总费用</td><td>{yuan(b.total)}</td><td>政策范围内</td><td>{yuan(int(b.total * 0.85))}</td><td>起付线</td><td>{dice.choice(("500.00", "600.00", "900.00"))}</td></tr><tr><td>统筹基金</td><td>{yuan(b.fund)}</td><td>大病保险</td><td>0.00</td><td>医疗救助</td><td>0.00</td></tr>
<tr><td>个人账户</td><td>{yuan(b.account)}</td><td>共济账户</td><td>0.00</td><td>个人现金</td><td>{yuan(b.cash)}</td></tr><tr><td>基金支付（大写）</td><td colspan="5">{capital(b.fund)}</td></tr></table>
<table style="margin-top:20px"><tr><td>医保经办：{s.clerks[0]}</td><td>参保人（代办人）签名：{sign("agent" if came else "applicant", a.name if came else p.name, dice)}</td><td class="r">打印：{style(s.end, "-")}{at(dice)}</td></tr></table>"""
    body += seal(s.hospital, "医保结算专用章", size=132, at=(560, 40), turn=dice.uniform(-15, 15), ink=0.55)
    return page(
        body, ".s td{background:#eee;font-weight:600}.m{margin-top:-1px}", font=SONG, size=12, pad="40px 42px"
    )


def special(dice: random.Random) -> str:
    """Sichuan: special outpatient diseases, half a sheet, the approved disease and what was bought for it."""
    s = stay(dice, SC, "county", (*GENERAL, CANCER[0], KIDNEY))
    buys = goods(dice, s, 2)
    total = sum(p * n for *_, p, n in buys)
    fund = int(total * dice.choice((0.6, 0.7, 0.75, 0.85)))
    rows = "".join(
        f"<tr><td>{a}</td><td>{z}</td><td>{n}{u}</td><td class='r'>{yuan(p * n)}</td><td>{dice.choice(('甲', '乙'))}</td></tr>"
        for a, z, u, p, n in buys
    )
    kind = dice.choice(("一类门特", "二类门特", "三类门特"))
    body = f"""<div class="c" style="font-size:19px">{f("hospital_name", s.hospital)}</div><div class="c" style="font-size:17px;letter-spacing:2px">门诊特殊疾病费用结算单</div>
<div style="border-top:2px solid #000;margin-top:8px;padding:6px 0;line-height:1.8;display:grid;grid-template-columns:1fr 1fr 1.3fr"><span>参保人：{f("patient_name", s.p.name)}</span><span>性别年龄：{f("sex", s.p.sex)}，{f("age", s.age, f"{s.age}岁")}</span><span>身份证：{f("id_number", s.p.id_number)}</span>
<span>门诊号：{f("record_number", s.number)}</span><span>险种：{insurance(s, {"employee": "城镇职工", "resident": "城乡居民"})}</span><span>参保地：{f("insured_place", insured(s.p))}</span><span>认定病种：{f("diagnosis", s.ill.dx[0][0].split("（")[0])}</span><span>类别：{kind}</span><span>待遇有效期：{d("valid_from", s.start.replace(month=1, day=1), ".")}—{d("valid_until", s.start.replace(month=12, day=31), ".")}</span>
<span>就诊科室：{f("department", s.ill.dept)}</span><span>责任医师：{f("physician_name", s.doctors[1])}</span><span>就诊日期：{d("visit_date", s.start, ".")}</span></div>
<table style="border-top:1px solid #000;border-bottom:1px solid #000"><tr style="border-bottom:1px solid #000"><td>项目</td><td>规格</td><td>数量</td><td class="r">金额</td><td>等级</td></tr>{rows}</table>
<div style="display:flex;justify-content:space-between;margin-top:6px"><b>总费用 {yuan(total)}</b><span>统筹支付 {yuan(fund)}</span><span>个人账户 {yuan((total - fund) // 3)}</span><span>现金 {yuan(total - fund - (total - fund) // 3)}</span><span>本年门特累计 {yuan(fund + dice.randint(0, 800000))}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:18px"><span>结算员：{s.clerks[0]}</span><span>结算时间：{d("issue_date", s.start, ".", at(dice, True))}</span><span>患者签字：{sign("applicant", s.p.name, dice)}</span></div>"""
    body += seal(s.hospital, "门特结算专用章", size=116, at=(600, 340), turn=dice.uniform(-20, 20), ink=0.6)
    return page(body, "td{padding:2px 5px}", font=dice.choice((KAI, SONG)), size=13, pad="26px 42px")


def remote(dice: random.Random) -> str:
    """Inner Mongolia: settlement away from home, the sheet of the national platform with its grid of funds."""
    s = stay(dice, SC + HB, "tertiary", GENERAL + CANCER[:1])
    home = dice.choice(NM)
    b = bill(dice, INSIDE, 7800)
    h = f"{home.city}第十二人民医院"
    grid = [("统筹基金支付", b.fund), ("公务员补助", 0), ("大额补助", 0), ("大病保险", 0), ("医疗救助", 0), ("伤残军人补助", 0), ("其他基金", 0), ("个人账户", b.account), ("个人现金", b.cash)]  # fmt: skip
    funds = "".join(
        "<tr>" + "".join(f'<td>{n}</td><td class="r">{yuan(v)}</td>' for n, v in grid[i : i + 3]) + "</tr>"
        for i in (0, 3, 6)
    )
    items = "".join(
        f'<td>{n}</td><td class="r">{yuan(m)}</td>' + "</tr><tr>" * (k % 3 == 2)
        for k, (n, m) in enumerate(b.items)
    )
    body = f"""<h1 style="font-size:19px">内蒙古自治区异地就医住院医疗费用结算单</h1><div class="c" style="font-size:12px">（跨省直接结算　就医地留存联）</div>
<table style="margin-top:8px"><tr><td>就医地：{home.province}{home.city}</td><td>参保地：{f("insured_place", s.p.place.province + s.p.place.city + s.p.place.county)}</td><td class="r">结算ID：{dice.randint(10**17, 10**18)}</td></tr></table>
<table class="g"><tr><td class="l">人员姓名</td><td>{f("patient_name", s.p.name)}</td><td class="l">证件类型</td><td>居民身份证</td><td class="l">证件号码</td><td>{f("id_number", s.p.id_number)}</td></tr><tr><td class="l">性别</td><td>{f("sex", s.p.sex)}</td><td class="l">年龄</td><td>{f("age", s.age)}</td><td class="l">险种类型</td><td>{insurance(s)}</td></tr>
<tr><td class="l">社保卡号</td><td>{f("card_number", dice.choice("ABCDE") + str(dice.randint(10**7, 10**8)))}</td><td class="l">人员类别</td><td>{("退休人员" if s.age > 59 else "在职人员") if s.p.insurance == "employee" else "普通居民"}</td><td class="l">备案类型</td><td>{dice.choice(("异地长期居住", "转诊转院", "临时外出就医"))}</td></tr>
<tr><td class="l">医疗机构</td><td colspan="3">{f("hospital_name", h)}</td><td class="l">机构等级</td><td>{f("hospital_level", dice.choice(("三级甲等", "三级乙等")))}</td></tr><tr><td class="l">住院号</td><td>{f("record_number", s.number)}</td><td class="l">科室</td><td>{f("department", s.ill.dept)}</td><td class="l">主治医生</td><td>{f("physician_name", s.doctors[1])}</td></tr>
<tr><td class="l">入院时间</td><td>{d("admission_date", s.start, "/")}</td><td class="l">出院时间</td><td>{d("discharge_date", s.end, "/")}</td><td class="l">结算时间</td><td>{d("issue_date", s.end, "/", at(dice, True))}</td></tr><tr><td class="l">入院诊断</td><td colspan="5">{f("diagnosis", s.ill.first[0])}</td></tr><tr><td class="l">出院诊断</td><td colspan="5">{"，".join(f("diagnosis", n) for n, _ in s.ill.dx[:3])}</td></tr></table>
<div class="t">费用构成（元）</div><table class="g"><tr>{items}</tr></table><div class="t">支付构成（元）　总费用：{yuan(b.total)}　（{capital(b.total)}）</div><table class="g">{funds}</table>
<div style="margin-top:10px;line-height:1.9">本人已核对以上信息无误。<br>患者或家属签名：{sign("applicant", dice.choice((s.p.name, None)), dice, 110)}　　　　手机号码：{f("phone", s.p.phone)}　　　　经办人：{s.clerks[0]}</div>"""
    body += seal(h, "医疗保险办公室", size=142, at=(520, 590), turn=dice.uniform(-12, 12), ink=0.6)
    return page(body, ".l{background:#f2f5f8;width:84px}.t{margin:10px 0 3px;font-weight:600}.g td{border-color:#888}", font=HEI, size=12, pad="38px 42px")  # fmt: skip


KIND = "medical_invoice"
TEMPLATES: dict[str, Template] = {
    "strand-settle-needle-chongqing": Template(KIND, 794, 760, chongqing),
    "strand-settle-agent-hubei": Template(KIND, 794, 1123, hubei),
    "strand-settle-special-sichuan": Template(KIND, 794, 520, special),
    "strand-settle-remote-neimeng": Template(KIND, 794, 1123, remote),
}
