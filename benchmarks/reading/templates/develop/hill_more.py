"""A form filled by hand, a landscape one in two halves, an assessment of special medicine, an older card."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import (
    UMING,
    at,
    face,
    line,
    other,
    pick,
    scribble,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip


def byhand(dice: random.Random) -> str:
    """Everything the family and the doctor say is written; only the hospital's name and the notes are print."""
    p, s, day = who(dice, "柳州"), sick(dice), when(dice)
    hosp = dice.choice(("柳州市工人医院", "柳州市柳铁中心医院", "柳州市城中区中医医院"))
    pen = h.HANDS[dice.randrange(2)]

    def w(t: Any, size: Any = 20) -> str:
        return h.hand(t, size, pen)

    def r(a: Any, b: Any, c: Any, d: Any) -> str:
        return f'<tr style="height:40px"><td class="c" style="width:112px">{a}</td><td>{b}</td><td class="c" style="width:112px">{c}</td><td>{d}</td></tr>'

    employee = p.insurance == "employee"
    lines = [s.story[n : n + 27] for n in range(0, min(81, len(s.story)), 27)]

    # A written tick on a printed box is handwriting: it says nothing that could be asserted.
    def tick(on: Any, t: Any) -> str:
        return f'<span style="position:relative">□{t}{"<span style=position:absolute;left:0;top:-9px>" + w("√", 24) + "</span>" if on else ""}</span>'

    body = f"""
<h1 style="font-size:23px;font-family:{h.HEI};margin-bottom:2px">广西基本医疗保险门诊特殊慢性病待遇认定申报表</h1><div class="c" style="font-size:13px;margin-bottom:8px">（{hosp_tag(hosp)} 代收）</div>
<table class="g">{r("姓　　名", w(p.name), "性　　别", w(p.sex))}{r("出生年月", w(f"{p.born.year}.{p.born.month}"), "联系电话", w(p.phone))}
<tr style="height:40px"><td class="c">身份证号</td><td colspan="3">{w(p.id_number, 21)}</td></tr><tr style="height:40px"><td class="c">家庭住址</td><td colspan="3">{w(p.address[:24], 19)}</td></tr>
<tr style="height:40px"><td class="c">参保类别</td><td colspan="3">{tick(employee, "职工基本医疗保险")}　　{tick(not employee, "城乡居民基本医疗保险")}</td></tr>
<tr style="height:44px"><td class="c">申报病种</td><td colspan="3">{w(s.claim.split("（")[0])}</td></tr>
<tr><td class="c">病史摘要<br><span style="font-size:11px">（医师填写）</span></td><td colspan="3" style="height:176px;vertical-align:top;line-height:2">{"<br>".join(w(t, 18) for t in lines)}</td></tr>
<tr><td class="c">诊　　断</td><td colspan="3" style="height:54px">{w("；".join(s.diagnoses)[:30], 20)}</td></tr>
<tr><td class="c">医师意见</td><td colspan="3" style="height:92px">{w(dice.choice(["同意申报", "符合标准", "情况属实"]))}<div class="r">经治医师：{h.sign("physician", other(dice), dice)}　科主任：{h.sign("physician", other(dice) if dice.random() < 0.5 else None, dice)}　{w(f"{day.year}")}年{w(f"{day.month}")}月{w(f"{day.day}")}日</div></td></tr>
<tr><td class="c">医疗机构<br>医保办意见</td><td colspan="3" style="height:110px;position:relative;vertical-align:bottom" class="r">经办人：{scribble(other(dice))}　（公章）　　　年　　月　　日{h.seal(hosp, "医保办", size=114, at=(240, -2), turn=dice.uniform(-25, 25))}</td></tr>
<tr><td class="c">申报人承诺</td><td colspan="3" style="font-size:13px;line-height:1.6">本人保证申报材料真实，知晓弄虚作假的后果。<div class="r">签名：{h.sign("applicant", p.name, dice)}　{w(f"{day.year}.{day.month}.{day.day}", 18)}　</div></td></tr>
<tr><td class="c">经办机构<br>认定意见</td><td colspan="3" style="height:80px;vertical-align:bottom" class="r">（盖章）　　　年　　月　　日</td></tr></table>
<div style="font-size:12px;margin-top:6px;line-height:1.5">填表须知：一、用蓝黑钢笔或签字笔填写，字迹清楚；二、“病史摘要”须由副主任医师及以上职称医师填写；三、申报高血压病须为Ⅱ级以上，糖尿病须提供近3个月化验单；四、办公地点：柳州市文昌路66号，邮编545006，电话0772-2635{dice.randint(100, 999)}。</div>"""
    return h.page(body, "td{padding:3px 6px}", dice.choice((UMING, h.SONG)), 15, "46px 62px")


def hosp_tag(hosp: str) -> str:
    """The hospital's name, the one printed value."""
    return h.f("hospital_name", hosp)


def landscape(dice: random.Random) -> str:
    """A landscape sheet folded in two: the insured's half left, the hospital's and bureau's right."""
    p, s, day = who(dice, "包头"), sick(dice), when(dice)
    hosp = dice.choice(("包头市中心医院", "内蒙古草原科技大学包头医学院第一附属医院", "包钢第三职工医院"))
    kin = other(dice)
    into = day - dt.timedelta(days=dice.randint(14, 90))
    out = into + dt.timedelta(days=dice.randint(5, 15))
    style = dice.choice(("-", ".", "年"))

    def c(a: Any, b: Any, span: Any = 1) -> str:
        return f'<td class="c m">{a}</td><td colspan="{span}">{b}</td>'

    agent = dice.random() < 0.5
    body = f"""
<h2 style="font-size:20px;letter-spacing:3px">包头市城镇职工、城乡居民门诊慢特病申请审批表</h2>
<div style="display:flex;gap:26px;margin-top:10px"><div style="width:50%"><table class="g">
<tr>{c("姓名", h.f("patient_name", p.name))}{c("性别", h.f("sex", p.sex))}</tr><tr>{c("民族", h.f("ethnicity", p.ethnicity))}{c("年龄", h.f("age", p.age_on(day)))}</tr>
<tr>{c("身份证<br>号　码", h.f("id_number", p.id_number), 3)}</tr><tr>{c("险种", pick("insurance_type", (("employee", "职工"), ("resident", "居民")), p.insurance, "√"), 3)}</tr>
<tr>{c("旗县区", h.f("insured_place", p.place.county))}{c("电话", h.f("phone", p.phone))}</tr><tr>{c("现住址", h.f("address", p.address), 3)}</tr>
<tr>{c("申请<br>病种", h.f("claimed_disease", s.claim), 3)}</tr>
<tr>{c("住院<br>记录", f"入院：{h.f('admission_date', into.isoformat(), at(dice, into, style))}　出院：{h.f('discharge_date', out.isoformat(), at(dice, out, style))}<br>病案号：{h.f('record_number', str(dice.randint(10**6, 10**7 - 1)))}", 3)}</tr>
<tr>{c("申请人<br>签　字", h.sign("applicant", None if agent else p.name, dice))}{c("代办人", (h.f("agent_name", kin) + h.sign("agent", kin, dice, 60)) if agent else "")}</tr><tr>{c("申请<br>日期", h.f("application_date", day.isoformat(), spaced(dice, day)), 3)}</tr></table>
<div style="font-size:12px;line-height:1.55;margin-top:6px">所需材料：1.身份证、社保卡复印件；2.近一年住院病历（首页、出院记录、长期及临时医嘱、检查化验单）；3.一寸照片2张；4.异地就医者另附转诊单。受理时间：每月1—10日，逾期顺延。</div></div>
<div style="width:50%"><table class="g"><tr><td class="c m">主　要<br>症　状<br>体　征</td><td style="height:112px;vertical-align:top">{s.story}</td></tr><tr><td class="c m">临床<br>诊断</td><td>{h.fs("diagnosis", s.diagnoses, "、")}</td></tr>
<tr><td class="c m">就诊医<br>院意见</td><td style="height:150px;position:relative;vertical-align:top">{ticks(["同意", "不同意"], "同意", "√")}上报。医师：{h.f("physician_name", other(dice)) if dice.random() < 0.6 else h.sign("physician", other(dice), dice)}<div style="position:absolute;right:8px;bottom:6px;text-align:right">{h.f("hospital_name", hosp)}<br>{h.f("sign_date", day.isoformat(), at(dice, day, "年"))}</div>{h.seal(hosp, "", size=112, at=(230, 34), turn=dice.uniform(-20, 20))}</td></tr>
<tr><td class="c m">专家组<br>意　见</td><td style="height:118px;vertical-align:bottom" class="r">签字：{line("", 70)} {line("", 70)}　年　月　日</td></tr><tr><td class="c m">医保局<br>审　批</td><td style="height:118px;vertical-align:bottom" class="r">自　　年　　月起享受待遇（章）　年　月　日</td></tr></table></div></div>"""
    return h.page(body, ".m{width:74px}td{padding:7px 6px}", dice.choice((UMING, h.MICRO)), 15, "44px 50px")


def dual(dice: random.Random) -> str:
    """An assessment of two-channel medicine by the responsible doctor: questions with points, a sum, a second doctor."""
    p, s, day = who(dice, "芜湖"), sick(dice), when(dice)
    hosp = dice.choice(("芜湖市第一人民医院", "皖江医学院弋矶山医院", "芜湖市中医医院"))
    docs = (other(dice), other(dice))
    until = day + dt.timedelta(days=dice.choice((180, 365)))
    asks = (
        "诊断明确，有病理、基因或影像学依据",
        "符合国家药品目录限定支付范围",
        "既往一线治疗失败或不能耐受",
        "肝肾功能可耐受该药治疗",
        "预期生存期大于3个月或疾病活动度中度以上",
        "患者依从性良好，可定期随访",
    )
    marks = [dice.choice((10, 15, 20)) for _ in asks]
    rows = "".join(
        f'<tr><td class="c">{n}</td><td>{a}</td><td class="c">{m}</td></tr>'
        for n, (a, m) in enumerate(zip(asks, marks, strict=True), 1)
    )

    def k(a: Any, b: Any) -> str:
        return f'<div style="display:flex;border-bottom:1px dotted #999;padding:2px 0"><span style="width:104px;color:#555">{a}</span><span>{b}</span></div>'

    body = f"""
<div style="font-size:12px;color:#666;display:flex;justify-content:space-between"><span>{h.f("hospital_name", hosp)} 医疗保险管理处</span><span>表单号 YB-TY-{dice.randint(1, 99):02d}</span></div>
<h1 style="font-size:21px;font-family:{h.HEI};margin:10px 0">国家医保谈判“双通道”药品使用认定表</h1>
<div style="display:grid;grid-template-columns:1fr 1fr;column-gap:28px">{k("参保人", h.f("patient_name", p.name))}{k("性别 / 年龄", h.f("sex", p.sex) + " / " + h.f("age", p.age_on(day), f"{p.age_on(day)} 岁"))}{k("社会保障号", h.f("id_number", p.id_number))}{k("联系电话", h.f("phone", p.phone))}{k("参保险种", h.f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "城乡居民"))}{k("门诊/住院号", h.f("record_number", f"{dice.randint(10**6, 10**7 - 1)}"))}{k("科别", h.f("department", s.department))}{k("认定日期", h.f("sign_date", day.isoformat(), at(dice, day)))}</div>
{k("认定病种", h.f("claimed_disease", s.claim))}{k("诊断", h.fs("diagnosis", s.diagnoses, " / "))}{k("药品名称", s.drug)}{k("认定有效期", f"{h.f('valid_from', day.isoformat(), at(dice, day, '.'))} — {h.f('valid_until', until.isoformat(), at(dice, until, '.'))}")}
<table class="g" style="margin-top:12px"><tr style="background:#e8e8e8"><td class="c" style="width:50px">项目</td><td class="c">评估内容（每项0—20分）</td><td class="c" style="width:80px">得分</td></tr>{rows}<tr><td colspan="2" class="r b">合计（≥60分予以认定）</td><td class="c b">{sum(marks)}</td></tr></table>
<div style="margin:10px 0">检查检验摘要：{s.story}</div>
<div>认定结论：{ticks(["予以认定", "不予认定", "补充资料后再评"], "予以认定" if sum(marks) >= 60 else "补充资料后再评", "■", "　")}</div>
<div style="position:relative;border:1px solid #222;margin-top:14px;padding:12px 14px;height:150px"><div style="margin-bottom:12px">责任医师：{h.f("physician_name", docs[0])}　职称：{h.f("physician_title", "主任医师" if dice.random() < 0.5 else "副主任医师")}　签名：{h.sign("physician", docs[0], dice)}</div><div>复核医师：{h.f("physician_name", docs[1])}　职称：{h.f("physician_title", "主治医师")}　签名：{h.sign("physician", docs[1] if dice.random() < 0.7 else None, dice)}</div><div style="position:absolute;right:20px;bottom:10px">（医院医保处盖章）</div>{h.seal(hosp, "医保处", size=118, at=(500, 14), turn=dice.uniform(-20, 20))}</div>
<div style="border:1px solid #222;border-top:0;padding:8px 14px;font-size:13px">患者（家属）知情：本人同意上述认定，自付费用已知晓。　签字：{h.sign("applicant", p.name if dice.random() < 0.8 else None, dice)}　关系：{line("", 60)}　日期：{line("", 90)}</div>
<div style="font-size:11px;color:#666;margin-top:8px">一式两联：白联医院存档，红联患者凭以在双通道药店购药（芜湖市药品零售定点名单见官网）。认定到期前15日可申请续期评估。</div>"""
    return h.page(body, "", dice.choice((h.HEI, h.SONG)), 14, "40px 56px")


def older(dice: random.Random) -> str:
    """An older card of a city: everything in one column at the right, yellow print on green, a number large below."""
    p = who(dice, dice.choice(("济南", "绍兴", "汕头", "盐城")))
    day = when(dice, "2010-01-01", "2017-12-30")
    number = f"{p.place.code}{dice.randint(10**5, 10**6 - 1)}"
    body = f"""<div style="position:absolute;left:16px;top:16px;width:568px;height:358px;border-radius:20px;background:linear-gradient(150deg,{dice.choice(["#2b8a6b,#7fc6a5", "#b0403a,#e3a38a", "#3567a8,#94bbe2"])});color:#fff;overflow:hidden"><div style="position:absolute;left:26px;top:18px;font-size:28px;letter-spacing:4px;font-family:{h.KAI}">{p.place.province}社会保障卡</div>
<div style="position:absolute;left:34px;top:84px">{face(dice, 122, 152, back="#f2f2f2")}</div><div style="position:absolute;left:182px;top:84px;background:#fffd;color:#111;border-radius:6px;padding:8px 16px;font-size:17px;line-height:32px;width:360px"><div>姓　　名　{h.f("patient_name", p.name)}</div><div>性　　别　{h.f("sex", p.sex)}</div><div>社会保障号码　{h.f("id_number", p.id_number)}</div><div>卡　　号　{h.f("card_number", number)}</div><div>发卡日期　{h.f("issue_date", day.isoformat(), at(dice, day, "年0"))}</div></div>
<div style="position:absolute;left:34px;bottom:34px;width:52px;height:42px;border-radius:6px;background:#e5c86b;border:1px solid #a98b33"></div><div style="position:absolute;right:26px;bottom:28px;font-size:15px;text-align:right">{p.place.city}人力资源和社会保障局<br><span style="font-size:13px">服务电话 12333</span></div></div>"""
    return h.page(body, "", h.HEI, 15, "0")


TEMPLATES: dict[str, Template] = {
    "hill-application_form-byhand": Template("application_form", 794, 1123, byhand),
    "hill-application_form-landscape": Template("application_form", 1123, 794, landscape),
    "hill-recognition_form-dual": Template("recognition_form", 794, 1123, dual),
    "hill-social_security_card-older": Template("social_security_card", 600, 392, older),
}
