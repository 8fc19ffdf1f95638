"""Forms of bureaus: application, renewal, remote filing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import cells
from benchmarks.reading.templates.develop.bluff_base import ILLS, Case, blank, case, d, digits, spread
from benchmarks.reading.templates.develop.html import HEI, SONG, checkbox, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import check_digit, name

OTHERS = (
    "脑卒中后遗症",
    "冠心病",
    "癫痫",
    "精神分裂症",
    "血友病",
    "再生障碍性贫血",
    "器官移植抗排异治疗",
    "耐多药结核病",
    "重症肌无力",
    "甲状腺功能亢进症",
)
KIN = (("配偶", 0), ("子女", -27), ("兄弟姐妹", 4), ("儿媳", -28), ("侄子", -25))
AWAY = (
    ("江苏省", "无锡市", "滨湖区", "蠡湖街道望湖社区"), ("天津市", "天津市", "津南区", "双港镇新桥里"),
    ("广东省", "中山市", "中山市", "小榄镇东区"), ("四川省", "绵阳市", "涪城区", "石塘街道安家巷"),
    ("辽宁省", "大连市", "金州区", "光明街道永安里"), ("海南省", "三亚市", "吉阳区", "月川社区二巷"),
)  # fmt: skip


def agent(dice: random.Random, c: Case) -> tuple[str, str, str, str]:
    """Name, number, relation and telephone of one who comes for the patient."""
    relation, later = dice.choice(KIN)
    year = min(2003, max(1948, c.p.born.year - later))
    sex = "男" if relation == "侄子" else "女" if relation == "儿媳" else dice.choice("男女")
    if relation == "配偶":
        sex = "女" if c.p.sex == "男" else "男"
    first = f"{c.p.place.code}{year}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{dice.randrange(10, 998) // 2 * 2 + (sex == '男'):03d}"
    return name(dice, sex), first + check_digit(first), relation, f"1{dice.choice('358')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}"  # fmt: skip


def ticked(
    dice: random.Random, options: tuple[tuple[str, str], ...], field: str, chosen: str, gap: str = "　"
) -> str:
    """Boxes with their words; the ticked one carries the value."""
    mark = checkbox(True, dice)
    return gap.join(f(field, v, mark + text) if v == chosen else "□" + text for v, text in options)


SORTS = (("employee", "职工医保"), ("resident", "城乡居民医保"))


def application(dice: random.Random) -> str:
    """Jiangxi application: grid with a photo, a list of illnesses to tick, opinions of doctor and hospital."""
    c = case(dice, "JX")
    p, ill = c.p, c.ill
    agency = dice.random() < 0.5
    who, number, kin, _ = agent(dice, c)
    names = [i.claim for i in ILLS] + list(OTHERS)
    mark = checkbox(True, dice)
    boxes = "".join(
        f'<span style="display:inline-block;width:33%">{f("claimed_disease", t, mark + t) if t == ill.claim else "□" + t}</span>'
        for t in names
    )
    title = dice.choice(("主治医师", "副主任医师", "主任医师"))
    doctor_day = c.on + dt.timedelta(days=dice.randint(0, 3))
    body = f"""<div style="font-size:13px">附件{dice.randint(1, 6)}</div>
<h1
style="font-size:21px;margin-bottom:8px">{p.place.city}基本医疗保险门诊慢特病资格认定申请表</h1>{
        spread(
            f"参保地：{f('insured_place', c.insured)}",
            f"申请日期：{d('application_date', c.on, dice, '年')}",
            style="margin-bottom:3px",
        )
    }
<table class="g">
<tr>{
        cells(
            ("姓　名", f("patient_name", p.name), "性　别", f("sex", p.sex), "年　龄", f("age", c.age)),
            ("width:84px", "width:132px", "width:102px", "width:84px", "width:80px", "width:92px"),
        )
    }<td
rowspan="4" class="c" style="width:104px;color:#888">一寸<br>免冠照片</td>
</tr><tr><td>身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td>民　族</td>
<td>{f("ethnicity", p.ethnicity)}</td></tr><tr><td>参保类型</td>
<td colspan="5">{ticked(dice, SORTS, "insurance_type", p.insurance)}</td></tr><tr><td>联系电话</td>
<td colspan="2">{f("phone", p.phone)}</td><td>医保卡号</td>
<td colspan="2">{f("card_number", digits(dice, 10))}</td></tr><tr><td>家庭住址</td>
<td colspan="6">{f("address", c.address)}</td></tr>
<tr><td>代办人</td><td>{f("agent_name", who) if agency else ""}</td><td>与申请人关系</td>
<td>{kin if agency else ""}</td><td>身份证号</td>
<td colspan="2">{f("agent_id_number", number) if agency else ""}</td></tr><tr><td>申请病种<br>（勾选）</td>
<td colspan="6" style="font-size:13px">{boxes}</td></tr>
<tr><td>个人承诺</td>
<td colspan="6">本人所提供的材料真实有效，如有虚假愿承担相应责任。<div
style="text-align:right">申请人（代办人）签名：{
        sign("agent" if agency else "applicant", who if agency else p.name, dice)
    }　　</div>
</td></tr>
<tr><td>病情摘要<br>及诊断</td>
<td colspan="6" style="height:150px;vertical-align:top">{ill.now}{ill.signs}<br>诊断：{
        fs("diagnosis", ill.dx, "；", numbered=True)
    }<div style="text-align:right;margin-top:8px">医师：{f("physician_name", c.staff[0])}　职称：{
        f("physician_title", title)
    }　签名：{sign("physician", c.staff[0], dice)}　{d("sign_date", doctor_day, dice, "年")}</div>
</td></tr>
<tr><td>认定医疗<br>机构意见</td>
<td colspan="6" style="height:96px;vertical-align:top">医疗机构：{f("hospital_name", c.hospital)}（{
        f("hospital_level", c.level)
    }）<br>经专家组审核，{dice.choice(("符合认定标准，同意认定。", "符合该病种准入标准。"))}<div
style="text-align:right">（盖章）　　　　</div>
</td></tr><tr><td>医保经办<br>机构意见</td>
<td colspan="6" style="height:74px;vertical-align:bottom;text-align:right">经办人：　　　　（盖章）　　　　年　　月　　日　</td></tr>
</table><div style="font-size:12px">注：本表一式两份；须附近两年内二级及以上医疗机构出具的出院小结、检查化验报告等资料。</div>"""
    body += seal(c.hospital, "医保办公室", size=124, at=(530, 650), turn=dice.uniform(-20, 20), ink=0.66)
    return page(body, ".g td{padding:4px 5px}", font=SONG, size=14, pad="34px 48px")


def renewal(dice: random.Random) -> str:
    """Hunan renewal: numbered lines with blanks, entitlement up to now, how it went, the doctor's review."""
    c = case(dice, "HN")
    p, ill = c.p, c.ill
    end = dt.date(c.on.year, 12, 31)
    begin = dt.date(c.on.year - dice.choice((0, 1, 2)), 1, 1)
    b = blank
    body = f"""<h1 style="font-size:23px;font-family:{HEI}">{
        p.place.city
    }门诊慢特病待遇复审（续期）登记表</h1>
<div class="r" style="font-size:14px;margin:6px 0">填表日期：{d("application_date", c.on, dice, "年0")}</div>
<div style="font-family:{HEI};margin-top:6px">一、基本情况</div>
<div style="line-height:2.2;padding-left:1.5em">姓名{b(f("patient_name", p.name), 100)}性别{
        b(f("sex", p.sex), 40)
    }出生年月{b(f("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}年{p.born.month}月"), 110)}民族{
        b(f("ethnicity", p.ethnicity), 60)
    }<br>公民身份号码{b(f("id_number", p.id_number), 230)}手机号码{b(f("phone", p.phone), 150)}<br>参保险种{
        b(
            f(
                "insurance_type",
                p.insurance,
                "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险",
            ),
            180,
        )
    }参保所属{b(f("insured_place", c.insured), 180)}<br>现住址{b(f("address", c.address), 480)}</div>
<div style="font-family:{HEI};margin-top:6px">二、原待遇情况</div>
<div style="line-height:2.2;padding-left:1.5em">病种名称{b(f("claimed_disease", ill.claim), 240)}就诊定点医院{
        b(f("hospital_name", c.hospital), 220)
    }<br>待遇享受期限：自{b(d("valid_from", begin, dice, "年"), 150)}起至{
        b(d("valid_until", end, dice, "年"), 150)
    }止</div>
<div style="font-family:{HEI};margin-top:6px">三、近期治疗及用药情况（由责任医师填写）</div>
<div
style="border:1px solid #000;padding:8px 12px;min-height:200px;line-height:1.8">{ill.complaint}。{
        ill.signs
    }目前使用{"、".join(x[0] for x in ill.drugs)}治疗，病情{
        dice.choice(("相对稳定", "控制欠佳", "平稳"))
    }，需继续门诊治疗。<br>目前诊断：{fs("diagnosis", ill.dx, "，")}。<div
style="margin-top:18px">{
        spread(
            f"科别：{f('department', ill.dept)}",
            f"医师签名：{sign('physician', c.staff[0], dice)}",
            d("sign_date", c.on, dice, "."),
        )
    }</div>
</div>
<div style="font-family:{HEI};margin-top:10px">四、复审意见</div><table class="g"><tr>
<td style="width:50%;height:140px;vertical-align:top">定点医院医保科：<br>　　{
        dice.choice(("建议延续待遇二年。", "符合续期条件。", "同意续期，建议复审周期一年。"))
    }<br><br>（签章）</td>
<td style="vertical-align:top">医疗保障经办机构：<br>　　{hand("同意续期", 22)}<br><br>　　　　　　　　　{
        hand(f"{c.on + dt.timedelta(days=dice.randint(1, 6)):%m.%d}", 18)
    }</td>
</tr></table>
<div style="margin-top:10px">申请人（监护人）签字：{sign("applicant", p.name, dice)}</div>
<div style="font-size:12.5px;margin-top:8px">备注：请于待遇到期前60日内提交本表及近6个月的检查检验资料；逾期未申请复审的，自期满次日起停止享受待遇。</div>"""
    body += seal(c.hospital, "医保科", size=116, at=(200, 650), turn=dice.uniform(-30, 30), ink=0.64)
    return page(body, font=SONG, size=15, pad="44px 58px")


FILINGS = (("settled_retirement", "异地安置退休人员"), ("long_residence", "异地长期居住人员"), ("posted_work", "常驻异地工作人员"), ("referral", "异地转诊人员"), ("temporary", "其他临时外出就医人员"))  # fmt: skip


def remote(dice: random.Random) -> str:
    """Heilongjiang filing form: categories ticked in one cell, where insured and where treated, agent below."""
    c = case(dice, "HL")
    p = c.p
    filing = dice.choice([v for v, _ in FILINGS if p.insurance == "employee" or v != "settled_retirement"])
    province, city, county, street = dice.choice(AWAY)
    agency = dice.random() < 0.45
    who, number, kin, _ = agent(dice, c)
    until = c.on.replace(year=c.on.year + 1, day=min(c.on.day, 28))
    g: Callable[..., str] = lambda text, span=1: (
        f'<td colspan="{span}" style="background:#f3f3f3;text-align:center;width:112px">{text}</td>'
    )
    body = f"""<h1 style="font-size:22px;margin-bottom:10px">黑龙江省基本医疗保险跨省异地就医登记备案表</h1>
<table class="g"><tr>{g("姓名")}<td>{f("patient_name", p.name)}</td>{g("性别")}<td>{f("sex", p.sex)}</td></tr>
<tr>{g("社会保障号码<br>（身份证号）")}<td>{f("id_number", p.id_number)}</td>{g("联系电话")}<td>{
        f("phone", p.phone)
    }</td>
</tr>
<tr>{g("险　　种")}<td>{
        ticked(dice, (("employee", "职工"), ("resident", "居民")), "insurance_type", p.insurance)
    }</td>{g("参保地")}<td>{f("insured_place", c.insured)}</td>
</tr>
<tr>{g("备案类型")}<td colspan="3" style="line-height:1.9">{
        ticked(dice, FILINGS, "filing_category", filing, "<br>")
    }</td>
</tr>
<tr>{g("就医地")}<td
colspan="3">{province}{city if city != province else ""}{county if county != city else ""}</td>
</tr>
<tr>{g("就医地<br>联系地址")}<td colspan="3">{
        f(
            "address",
            f"{province}{city if city != province else ''}{county if county != city else ''}{street}{dice.randint(1, 40)}号楼{dice.randint(101, 903)}",
        )
    }</td>
</tr>
<tr>{g("备案开始时间")}<td>{d("valid_from", c.on, dice, "-")}</td>{g("备案结束时间")}<td>{
        d("valid_until", until, dice, "-")
        if filing in ("referral", "temporary")
        else f("valid_until", "长期")
    }</td>
</tr>
<tr>{g("代办人姓名")}<td>{f("agent_name", who) if agency else ""}</td>{g("与参保人关系")}<td>{
        kin if agency else ""
    }</td>
</tr><tr>{g("代办人<br>身份证号")}<td colspan="3">{
        f("agent_id_number", number) if agency else ""
    }</td></tr></table>
<div style="border:1px solid #222;border-top:0;padding:10px 14px">
<div style="font-weight:600" class="c">温馨提示</div>
<div style="font-size:13px;line-height:1.7">1.异地安置退休人员、长期居住人员、常驻工作人员备案后长期有效，{
        dice.choice((3, 6))
    }个月内原则上不得变更。<br>2.跨省异地就医执行就医地支付范围及有关规定、参保地基金起付标准、支付比例和最高支付限额。<br>3.请携带社会保障卡或医保电子凭证就医结算，未按规定备案的按参保地政策降低比例支付。</div>
</div>
<div style="border:1px solid #222;border-top:0;padding:14px">本人已阅读并知晓上述内容，所填信息真实准确。<div
style="margin-top:18px">{
        spread(
            "",
            f"参保人（代办人）签字：{sign('agent' if agency else 'applicant', who if agency else p.name, dice)}",
            f"申请日期：{d('application_date', c.on, dice, '年')}",
        )
    }</div>
</div>
<div style="border:1px solid #222;border-top:0;padding:14px;height:110px">参保地经办机构审核：{
        hand("已备案")
    }<div
class="r" style="margin-top:26px">经办人：{hand(c.staff[1], 18)}　　（业务专用章）　　</div>
</div>"""
    body += seal(
        p.place.county + "医疗保障服务中心",
        "业务专用章",
        size=136,
        at=(540, 830),
        turn=dice.uniform(-20, 20),
        ink=0.7,
    )
    return page(body, ".g td{padding:6px 8px}", font=SONG, size=15, pad="46px 60px")


TEMPLATES: dict[str, Template] = {
    "bluff-form-application-jiangxi": Template("application_form", 794, 1123, application),
    "bluff-form-renewal-hunan": Template("application_form", 794, 1123, renewal),
    "bluff-form-remote-heilongjiang": Template("remote_filing_form", 794, 1123, remote),
}
