"""Papers of people who live elsewhere: filings, referral, posting, pledge, power of attorney, residence permit."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, WEN, f, fs, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import check_digit, name
from benchmarks.reading.templates.develop.ridge_base import PLACES, case, date, face, insured, plain, ticks

SORTS = ("settled_retirement", "long_residence", "posted_work", "referral", "temporary")


def elsewhere(d: random.Random, city: str) -> tuple[str, str, str]:
    """Province and city, county, road of the place somebody moved to."""
    q = d.choice([x for x in PLACES if x.city != city])
    return f"{q.province}{q.city}", q.county, q.road


def shaanxi(d: random.Random) -> str:
    """The nation's register form with the pledges below, as a Shaanxi counter prints it."""
    c = case(d, "汉中市", "榆林市")
    p = c.p
    city, county, road = elsewhere(d, p.place.city)
    n = d.randrange(4)
    start = c.left
    agent = d.random() < 0.5
    until = (
        "长期"
        if n == 0
        else d.choice(("长期", (start + dt.timedelta(days=364)).isoformat()))
        if n < 3
        else (start + dt.timedelta(days=180)).isoformat()
    )
    where = (
        f("address", f"{city}{county}{road}{d.randint(3, 300)}号{d.randint(101, 2904)}室")
        if d.random() < 0.7
        else ""
    )
    return page(
        f"""<h1 style="font-size:24px;font-family:{HEI}">{"陕西省" if d.random() < 0.5 else p.place.city}跨省异地就医登记备案表</h1>
<div class="r" style="font-size:14px;margin-top:6px">备案日期：{date("application_date", start, d, d.choice("年/"))}</div>
<table class="g" style="font-size:15px"><tr style="height:42px"><td class="c" style="width:110px">姓　名</td><td>{f("patient_name", p.name)}</td><td class="c" style="width:90px">社会保障号</td><td colspan="3">{f("id_number", p.id_number)}</td></tr>
<tr style="height:42px"><td class="c">性　别</td><td>{ticks(("男", "女"), int(p.sex == "女"), "sex", p.sex, on="☑")}</td><td class="c">联系电话</td><td>{f("phone", p.phone)}</td><td class="c" style="width:70px">参保地</td><td>{f("insured_place", p.place.insured)}</td></tr>
<tr style="height:42px"><td class="c">险　种</td><td colspan="5">{ticks(("职工基本医疗保险", "城乡居民基本医疗保险"), int(insured(c) == "resident"), "insurance_type", insured(c), on="☑")}</td></tr>
<tr style="height:68px"><td class="c">人员类别</td><td colspan="5" style="line-height:1.9">{ticks(("异地安置退休人员", "异地长期居住人员", "常驻异地工作人员", "异地转诊人员"), n, "filing_category", SORTS[n], on=d.choice("☑√■"))}</td></tr>
<tr style="height:42px"><td class="c">就医地</td><td colspan="5">{city}{d.choice(("", county))}</td></tr>
<tr style="height:42px"><td class="c">异地居住地址</td><td colspan="5">{where}</td></tr>
<tr style="height:42px"><td class="c">备案有效期</td><td colspan="5">自 {date("valid_from", start, d, "-")} 至 {f("valid_until", until)}</td></tr>
<tr style="height:42px"><td class="c">联系人/代办人</td><td>{f("agent_name", name(d, "男")) if agent else ""}</td><td class="c">联系电话</td><td colspan="3">{f"135{d.randint(10**7, 10**8 - 1)}" if agent else ""}</td></tr></table>
<div style="font-family:{HEI};margin-top:10px">备案告知事项：</div><div style="font-size:12.5px;line-height:1.65">1.异地安置退休人员、异地长期居住人员、常驻异地工作人员备案长期有效，备案{d.choice(("6", "3"))}个月内原则上不得变更。<br>2.参保人员在就医地直接结算时，执行就医地规定的支付范围，执行参保地规定的起付标准、支付比例、最高支付限额。<br>3.出院自费结算的，应提供住院票据、出院记录、费用清单，回参保地手工报销。<br>4.请在入院{d.choice(("3", "5"))}日内出示社会保障卡或医保电子凭证。</div>
<div style="border:1px solid #222;padding:10px;margin-top:10px;font-size:14px">本人已阅读上述告知内容，承诺所填信息真实、准确，如有虚假愿承担法律责任。<div style="margin-top:14px">参保人（承诺人）签名：{sign("applicant", None if agent else p.name, d)}　　代办人签名：{sign("agent", name(d, "男") if agent else None, d)}</div></div>
<div style="font-size:14px;margin-top:14px;line-height:2">经办机构意见：同意备案。<span style="margin-left:120px">经办人：{c.doctors[4]}</span><span style="margin-left:60px">{plain(start, d, "年", False)}</span></div>
{seal(f"{p.place.county}医疗保险经办中心", "异地就医专用章", at=(440, 650), turn=d.uniform(-20, 20))}""",
        font=SONG,
    )


def liaoning(d: random.Random) -> str:
    """The north-east's settlement form: category is a line of brackets, three hospitals by hand or by print."""
    c = case(d, "铁岭市", "朝阳市", "绥化市", "齐齐哈尔市")
    p = c.p
    city, county, road = elsewhere(d, p.place.city)
    n = d.choice((0, 0, 1, 2))
    hospitals = [f"{city.removeprefix('重庆市') or city}{x}" for x in ("人民医院", "第二医院", "中医院")]
    printed = d.random() < 0.6
    cells = "".join(
        f'<tr style="height:40px"><td class="c">{k}</td><td colspan="3">{f("hospital_name", h) if printed else hand(h, 19)}</td><td class="c">{"三级" if k == 1 else "二级"}</td><td></td></tr>'
        for k, h in enumerate(hospitals[: d.randint(1, 3)], 1)
    )
    return page(
        f"""<h1 style="font-size:26px;letter-spacing:2px">{p.place.city}基本医疗保险异地{d.choice(("安置", "居住"))}人员备案表</h1>
<div style="margin-top:16px;display:flex;justify-content:space-between"><span>参保单位（社区）：{d.choice(("铁煤集团", "站前社区", ""))}</span><span>填表日期：{date("application_date", c.left, d, ".")}</span></div>
<table class="g" style="font-size:16px"><tr style="height:46px"><td class="c" style="width:88px">姓　　名</td><td style="width:150px">{f("patient_name", p.name)}</td><td class="c" style="width:92px">医保编号</td><td>{d.randint(10**9, 10**10 - 1)}</td><td class="c" style="width:60px">性别</td><td style="width:60px">{f("sex", p.sex)}</td></tr>
<tr style="height:46px"><td class="c">身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="c">年龄</td><td>{f("age", c.age, f"{c.age}岁")}</td></tr>
<tr style="height:46px"><td class="c">参保身份</td><td colspan="2">{f("insurance_type", insured(c), "职工医保" if insured(c) == "employee" else "居民医保")}</td><td class="c">本人电话</td><td colspan="2">{f("phone", p.phone)}</td></tr>
<tr style="height:46px"><td class="c">备案类别</td><td colspan="5">{ticks(("异地安置退休", "异地长期居住", "常驻异地工作"), n, "filing_category", SORTS[n], on="（√）", off="（　）", after=True)}</td></tr>
<tr style="height:46px"><td class="c">现居住地</td><td colspan="5">{f("address", f"{city}{county}{road}{d.randint(1, 99)}-{d.randint(1, 9)}号{d.randint(1, 3)}-{d.randint(2, 18)}-{d.randint(1, 4)}")}</td></tr>
<tr style="height:46px"><td class="c">当 地<br>联系人</td><td>{name(d, "女")}</td><td class="c">关系</td><td>{d.choice(("父女", "母女", "亲属"))}</td><td class="c">电话</td><td style="font-size:13px">{d.randint(130, 139)}{d.randint(10**7, 10**8 - 1)}</td></tr>
<tr style="height:36px"><td class="c" rowspan="1">序号</td><td class="c" colspan="3">选择定点医院名称（全称）</td><td class="c">等级</td><td class="c">盖章</td></tr>{cells}
<tr style="height:130px"><td class="c">居住地<br>社区意见</td><td colspan="2" style="vertical-align:bottom">（章）　　　年　月　日</td><td class="c">居住地医保<br>机构意见</td><td colspan="2" style="vertical-align:bottom">（章）　年　月　日</td></tr>
<tr style="height:140px"><td class="c">参保地医<br>保经办机<br>构意见</td><td colspan="5" style="vertical-align:bottom">经办人：　　　　　　负责人：　　　　　　　　（章）　　　　年　　月　　日</td></tr></table>
<div style="font-size:13px;line-height:1.5">填表须知：①退休异地安置须附户口簿或居住证复印件；②“现居住地”须详细填写到门牌号；③备案后原参保地门诊统筹停用；④一年内不得变更选定医院。　申请人签字：{sign("applicant", p.name, d)}</div>
{seal(f"{city}{county}站前社区居民委员会", at=(150, 640 if len(cells) < 400 else 690), size=140, turn=d.uniform(-20, 20)) if d.random() < 0.6 else ""}""",
        font=d.choice((SONG, KAI)), size=16, pad="52px 56px",
    )  # fmt: skip


def yunnan(d: random.Random) -> str:
    """A phone screenshot of the bureau's app, the filing's details in grey and black lines."""
    c = case(d, "曲靖市", "大理州")
    p = c.p
    city, _, _ = elsewhere(d, p.place.city)
    n = d.randrange(5)
    label = (
        "异地安置退休人员",
        "异地长期居住人员",
        "常驻异地工作人员",
        "异地转诊就医人员",
        "其他临时外出就医人员",
    )[n]
    end = c.left + dt.timedelta(days=d.choice((180, 365)))
    lines = [
        ("姓名", f("patient_name", p.name)), ("证件号码", f("id_number", p.id_number)), ("联系电话", f("phone", p.phone)),
        ("参保险种", f("insurance_type", insured(c), "职工基本医疗保险" if insured(c) == "employee" else "城乡居民基本医疗保险")),
        ("参保地", f("insured_place", p.place.insured)), ("备案类型", f("filing_category", SORTS[n], label)),
        ("就医地", f"{city}"), ("备案开始日期", date("valid_from", c.left, d, "-")),
        ("备案结束日期", f("valid_until", "长期") if n < 3 and d.random() < 0.6 else date("valid_until", end, d, "-")),
        ("申请时间", date("application_date", c.left, d, "-", clock=True)), ("审核机构", f"{p.place.insured}医疗保障局"),
    ]  # fmt: skip
    body = "".join(
        f'<div style="display:flex;justify-content:space-between;padding:11px 0;border-bottom:1px solid #eee"><span style="color:#888">{a}</span><span style="text-align:right;max-width:250px">{b}</span></div>'
        for a, b in lines
    )
    return page(
        f"""<div style="background:#fff;padding:8px 18px;display:flex;justify-content:space-between;font-size:13px;font-weight:600"><span>{d.randint(7, 21)}:{d.randint(10, 59)}</span><span>5G　{d.randint(15, 99)}%</span></div>
<div style="background:#fff;text-align:center;font-size:17px;padding:8px 0 12px;position:relative"><span style="position:absolute;left:16px">‹</span>备案记录详情<span style="position:absolute;right:14px">···　◎</span></div>
<div style="background:linear-gradient(#2f7de1,#5a9df0);color:#fff;padding:20px 20px 34px"><div style="font-size:20px">{d.choice(("✓ 备案成功", "审核通过"))}</div><div style="font-size:12.5px;margin-top:4px;opacity:.9">您可持医保电子凭证或社保卡在就医地联网医院直接结算</div></div>
<div style="background:#fff;border-radius:10px;margin:-18px 12px 0;padding:6px 16px 12px;position:relative;font-size:14.5px"><div style="font-weight:600;padding:8px 0">备案信息</div>{body}</div>
<div style="margin:16px 12px;font-size:12px;color:#999">温馨提示：备案有效期内可在就医地多次就诊。如需变更，请先撤销原备案。客服热线 12393</div>
<div style="margin:6px 12px;display:flex;gap:12px"><div style="flex:1;border:1px solid #2f7de1;color:#2f7de1;border-radius:22px;text-align:center;padding:9px">撤销备案</div><div style="flex:1;background:#2f7de1;color:#fff;border-radius:22px;text-align:center;padding:9px">查看定点机构</div></div>""",
        css="body{background:#f4f5f7}", font=HEI, pad="0",
    )  # fmt: skip


def referral(d: random.Random) -> str:
    """A referral in three storeys: doctor, hospital, bureau, with a reason by bracket."""
    c = case(d)
    p = c.p
    city, _, _ = elsewhere(d, p.place.city)
    target = f"{city}{d.choice(('肿瘤医院', '第一人民医院', '大学附属第一医院'))}"
    return page(
        f"""<h1 style="font-size:20px;font-weight:400;letter-spacing:2px">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:25px;letter-spacing:6px">转诊转院{d.choice(("审批表", "意见书", "申请单"))}</h1>
<div style="display:flex;justify-content:space-between;margin-top:10px"><span>科室：<u>{f("department", c.department)}</u></span><span>{d.choice(("住院号", "病案号"))}：<u>{f("record_number", c.record)}</u></span><span>第　　号</span></div>
<table class="g" style="font-size:15px"><tr style="height:40px"><td class="c" style="width:88px">患者姓名</td><td>{f("patient_name", p.name)}</td><td class="c">性别</td><td>{f("sex", p.sex)}</td><td class="c">年龄</td><td>{f("age", c.age, f"{c.age}岁")}</td></tr>
<tr style="height:40px"><td class="c">身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="c">电话</td><td>{f("phone", p.phone)}</td></tr>
<tr style="height:40px"><td class="c">参保地</td><td colspan="3">{f("insured_place", p.place.insured)}</td><td class="c">医保类型</td><td>{f("insurance_type", insured(c), c.p.insurance_shown)}</td></tr>
<tr style="height:40px"><td class="c">诊　断</td><td colspan="5">{fs("diagnosis", c.illnesses, "　", True)}</td></tr>
<tr style="height:150px"><td class="c">病情摘要</td><td colspan="5" style="vertical-align:top">患者于{date("admission_date", c.came, d, "年")}入院，给予{d.choice(("抗感染、对症支持", "化疗、止吐护胃", "降压、利尿、纠正贫血"))}治疗，效果{d.choice(("欠佳", "不理想"))}，{d.choice(("限于我院条件", "因诊断不明", "家属要求"))}，建议转上级医院进一步诊治。</td></tr>
<tr style="height:60px"><td class="c">转院理由</td><td colspan="5">{ticks(("医院条件所限", "疑难病症不能确诊", "患者要求"), d.randint(0, 2), on="☑")}</td></tr>
<tr style="height:46px"><td class="c">拟转往医院</td><td colspan="5">{f("hospital_name", target)}</td></tr>
<tr style="height:110px"><td class="c">经治医师<br>意　　见</td><td colspan="2" style="vertical-align:bottom">签名：{sign("physician", c.doctors[0], d)}<br>{date("sign_date", c.left, d, "年") if d.random() < 0.6 else "　　年　　月　　日"}</td><td class="c">科主任<br>意　见</td><td colspan="2" style="vertical-align:bottom">同意转院　{sign("physician", c.doctors[1], d)}<br>　　年　　月　　日</td></tr>
<tr style="height:120px"><td class="c">医务（医<br>保）科意见</td><td colspan="5" style="vertical-align:bottom" class="r">同意转诊。　　　　　（盖章）　　　　年　　月　　日</td></tr>
<tr style="height:110px"><td class="c">医保局意见</td><td colspan="5" style="vertical-align:bottom" class="r">（盖章）　　　　年　　月　　日</td></tr></table>
<div style="font-size:13px">注：本表有效期{d.choice(("30天", "一个治疗周期"))}，一式三联（医院存根、患者、医保局）。急诊可先转院，3个工作日内补办。</div>
{seal(c.hospital, "医务科", at=(470, 690), turn=d.uniform(-20, 20), size=144)}""",
        font=SONG, pad="48px 58px",
    )  # fmt: skip


def posting(d: random.Random) -> str:
    """A letter of the employer, a clerk's own wording, sums of salary and all."""
    c = case(d)
    p = c.p
    city, county, road = elsewhere(d, p.place.city)
    firm = f"{p.place.city.rstrip('市州')}{d.choice(('鑫达建筑劳务', '西南路桥工程', '恒源电力安装', '宏图物流'))}有限公司"
    return page(
        f"""<div style="border-bottom:3px double #b22;color:#b22;text-align:center;font-size:26px;font-family:{KAI};padding-bottom:6px">{firm}</div>
<div style="font-size:12px;text-align:right;color:#555">地址：{p.place.city}{p.place.county}{p.place.road}{d.randint(1, 99)}号　电话：0{d.randint(810, 990)}-{d.randint(2 * 10**6, 9 * 10**6)}</div>
<h1 style="font-size:28px;letter-spacing:14px;margin:50px 0 30px">{d.choice(("证明", "外派工作证明", "派驻证明"))}</h1>
<p>{p.place.insured}医疗保障局：</p><p style="text-indent:2em;line-height:2.2">兹证明我单位职工{f("patient_name", p.name)}（性别：{f("sex", p.sex)}，身份证号码：{f("id_number", p.id_number)}），系我公司{d.choice(("正式员工", "劳务派遣职工"))}，自{date("valid_from", c.came, d, "年")}起派驻{f("address", city + county + road)}（{d.choice(("项目部", "分公司", "办事处"))}）从事{d.choice(("施工管理", "安全员", "设备检修"))}工作，预计派驻至{date("valid_until", c.came + dt.timedelta(days=730), d, "年")}。该职工在我单位参加{f("insurance_type", "employee", "城镇职工基本医疗保险")}，联系电话{f("phone", p.phone)}。</p>
<p style="text-indent:2em;line-height:2.2">现需办理异地就医备案手续，请予以办理为盼。我单位对以上内容的真实性负责。</p><p style="text-indent:2em">特此证明。</p>
<div style="text-align:right;margin-top:60px;line-height:2.2">{firm}（公章）<br>{date("issue_date", c.left, d, "年")}<br><span style="font-size:13px">经办人：{c.doctors[4]}　{d.randint(150, 159)}{d.randint(10**7, 10**8 - 1)}</span></div>
{seal(firm, d.choice(("", "人力资源部")), at=(500, 640), size=160, turn=d.uniform(-25, 25))}""",
        font=d.choice((SONG, KAI)), size=18, pad="60px 80px",
    )  # fmt: skip


def pledge(d: random.Random) -> str:
    """Sichuan's pledge in place of a proof: numbered sentences, boxes for what is pledged, copied twice."""
    c = case(d, "绵阳市", "南充市", "宜宾市", "重庆市")
    p = c.p
    when = c.left
    return page(
        f"""<h1 style="font-size:26px;font-family:{HEI};margin-bottom:4px">{d.choice(("个人承诺书", "门诊慢特病办理告知承诺书", "证明事项告知承诺书"))}</h1><div class="c" style="font-size:14px">（{p.place.city}医疗保障事务中心 2024年版）</div>
<div style="border:1px solid #000;padding:10px 14px;margin-top:14px;line-height:2">申请人：{f("patient_name", p.name)}　　证件类型：身份证　　证件编号：{f("id_number", p.id_number)}<br>联系方式：{f("phone", p.phone)}　　委托代理人：{d.choice(("无", "/", ""))}　　证件编号：{d.choice(("", "/"))}<br>参保地址：{f("insured_place", p.place.insured)}　　申办事项：{d.choice(("门诊慢特病病种待遇认定", "门特复审"))}</div>
<p style="font-family:{HEI};margin-bottom:0">一、行政机关告知</p><div style="font-size:14px;line-height:1.8">（一）证明事项名称：{ticks(("疾病诊断证明", "居住证明", "出院病历"), d.randint(0, 2))}<br>（二）设定依据：《基本医疗保险用药管理暂行办法》及本市门诊慢特病管理办法第{d.randint(5, 19)}条。<br>（三）承诺的效力：申请人书面承诺已符合告知的条件的，本机关不再索要有关证明，依据承诺办理。<br>（四）不实承诺的责任：追回基金、暂停联网结算三至十二个月，并纳入信用记录。</div>
<p style="font-family:{HEI};margin-bottom:0">二、申请人承诺</p><div style="line-height:2;text-indent:2em">本人因患{f("claimed_disease", c.claim)}申请门诊慢特病待遇，现作出下列承诺：已经知晓行政机关告知的全部内容；所填写的基本信息真实、准确；已符合告知的条件；上述陈述是本人的真实意思表示；若违反承诺，愿意承担相应的法律责任。</div>
<div style="margin-top:50px;display:flex;justify-content:space-between;line-height:2.4"><span>申请人（签名、捺印）：{sign("applicant", p.name if d.random() < 0.85 else None, d)}<br>日期：{date("sign_date", when, d, d.choice("年0."))}</span><span>行政机关（公章）　　　　　<br>日期：　　　年　　月　　日</span></div>
<div style="position:absolute;left:270px;top:592px;width:34px;height:42px;border-radius:50%;background:radial-gradient(#d33 30%,#d3333388 60%,transparent 70%);opacity:.55"></div>
<div style="font-size:13px;position:absolute;bottom:50px">（本文书一式两份，行政机关与申请人各执一份）</div>""",
        font=SONG, size=16, pad="64px 70px",
    )  # fmt: skip


def attorney(d: random.Random) -> str:
    """A power of attorney with two people side by side and the clerk's typing of both."""
    c = case(d)
    p = c.p
    sex = d.choice("男女")
    other = name(d, sex)
    first = f"{p.place.code}{d.randint(1960, 2000)}{d.randint(1, 12):02d}{d.randint(1, 28):02d}{d.randrange(100, 990) // 2 * 2 + (sex == '男')}"
    number = first + check_digit(first)
    line: Callable[..., str] = lambda a, b: (
        f'<div style="display:flex"><span style="width:110px">{a}</span><span style="border-bottom:1px solid #000;flex:1">{b}</span></div>'
    )
    return page(
        f"""<h1 style="font-size:30px;letter-spacing:10px;margin:10px 0 30px">授权委托书</h1>
<div style="display:flex;gap:34px;line-height:2.1"><div style="flex:1"><b>委托人（参保人）</b>{line("姓　　名", f("patient_name", p.name))}{line("性　　别", f("sex", p.sex))}{line("身份证号", f("id_number", p.id_number))}{line("联系电话", f("phone", p.phone))}{line("住　　址", f("address", c.address))}</div>
<div style="flex:1"><b>受托人（代办人）</b>{line("姓　　名", f("agent_name", other))}{line("性　　别", sex)}{line("身份证号", f("agent_id_number", number))}{line("联系电话", f"{d.randint(180, 189)}{d.randint(10**7, 10**8 - 1)}")}{line("与委托人关系", d.choice(("夫妻", "父子", "母女", "护理员", "村干部")))}</div></div>
<p style="line-height:2.2;text-indent:2em;margin-top:26px">委托人因{d.choice(("身体原因", "行动不便", "在外务工", "长期卧床"))}，不能亲自前往{p.place.insured}医疗保障经办窗口，现委托上列受托人代为办理{ticks(("门诊慢特病申报", "异地就医备案", "手工（零星）报销", "其他"), d.randint(0, 2), on="☑", gap=" ")}，代为提交、签收有关材料，受托人在授权范围内签署的一切文件本人均予以承认。</p>
<p style="line-height:2;text-indent:2em">委托期限：自{date("valid_from", c.left, d, "年")}至{date("valid_until", c.left + dt.timedelta(days=d.choice((30, 90, 365))), d, "年")}止。受托人无转委托权。</p>
<div style="margin-top:60px;line-height:2.6">委托人（签字并按手印）：{sign("applicant", d.choice((p.name, None)), d, 120)}<br>受托人（签字并按手印）：{sign("agent", other, d, 120)}<br><span style="float:right">{date("sign_date", c.left, d, d.choice("年0"))}</span></div>
<div style="clear:both;border-top:1px dashed #666;margin-top:40px;font-size:13px;padding-top:6px">附：委托人、受托人身份证正反面复印件各一份。工作人员核验：　　　　　　</div>""",
        font=d.choice((SONG, WEN, HEI)), size=16, pad="70px 64px",
    )  # fmt: skip


def residence(d: random.Random) -> str:
    """A residence permit, its front as a scan on grey."""
    c = case(d)
    p = c.p
    city, county, road = elsewhere(d, p.place.city)
    until = c.left + dt.timedelta(days=364)
    return page(
        f"""<div style="position:absolute;left:34px;top:30px;width:640px;height:404px;border-radius:22px;background:linear-gradient(120deg,#dff0f6,#f4efe0 60%,#e3f2e6);border:1px solid #bbb;padding:26px 32px;font-size:19px;line-height:1.75">
<div style="font-size:26px;color:#15508a;letter-spacing:10px;font-weight:600;margin-bottom:6px">{city}居住证</div>
<div><small style="color:#2467a5">姓名</small>　{f("patient_name", p.name)}</div><div><small style="color:#2467a5">性别</small>　{f("sex", p.sex)}　　<small style="color:#2467a5">民族</small>　{f("ethnicity", p.ethnicity)}</div>
<div><small style="color:#2467a5">出生</small>　{date("birth_date", p.born, d, "年")}</div><div style="width:400px;line-height:1.35;display:flex"><small style="color:#2467a5;white-space:nowrap;margin-right:18px">住址</small><span>{f("address", f"{city}{county}{road}{d.randint(3, 400)}号{d.randint(1, 30)}栋{d.randint(101, 3304)}")}</span></div>
<div style="margin-top:4px;font-size:21px;letter-spacing:1px"><small style="color:#2467a5;font-size:16px;letter-spacing:0">公民身份号码</small>　{f("id_number", p.id_number)}</div>
<div style="font-size:14px;margin-top:4px;line-height:1.6"><span style="color:#2467a5">签发机关</span>　{f("issuing_authority", f"{city.rsplit('省', maxsplit=1)[-1]}公安局{county}分局")}<br><span style="color:#2467a5">有效期限</span>　{f("valid_from", c.left.isoformat(), f"{c.left:%Y.%m.%d}")}-{f("valid_until", until.isoformat(), f"{until:%Y.%m.%d}")}</div>
{face(d, 148, 186, "position:absolute;right:34px;top:70px")}</div>""",
        css="body{background:#d7d7d5}", font=HEI, pad="0",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-remote_filing_form-shaanxi-register": Template("remote_filing_form", 794, 1123, shaanxi),
    "ridge-remote_filing_form-north-settlement": Template("remote_filing_form", 794, 1123, liaoning),
    "ridge-remote_filing_form-yunnan-phone": Template("remote_filing_form", 414, 896, yunnan),
    "ridge-referral_letter-storeys": Template("referral_letter", 794, 1123, referral),
    "ridge-work_posting_letter-firm": Template("work_posting_letter", 794, 1123, posting),
    "ridge-commitment_letter-notice": Template("commitment_letter", 794, 1123, pledge),
    "ridge-authorization_letter-beside": Template("authorization_letter", 794, 1123, attorney),
    "ridge-residence_permit-grey": Template("residence_permit", 710, 464, residence),
}
