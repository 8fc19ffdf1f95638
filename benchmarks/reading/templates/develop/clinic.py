"""Outpatient papers: records, prescriptions, certificates."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v


def record(dice: random.Random) -> str:
    """门诊病历 of a HIS: header on two rows, headed paragraphs."""
    who, when = p.person(dice), p.day(dice)
    age, (found, _) = who.age_on(when), v.illness(dice)
    body = f"""
<h1 style="font-size:21px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</h1><h1 style="font-size:20px">门诊病历</h1>
<div style="border-bottom:1px solid #000;margin-top:8px">姓名：{h.f("patient_name", who.name)}　性别：{h.f("sex", who.sex)}　年龄：{h.f("age", age, f"{age}岁")}　门诊号：{h.f("record_number", dice.randint(10**7, 10**8 - 1))}<br>
就诊科室：{h.f("department", dice.choice(v.DEPARTMENTS))}　就诊时间：{h.f("visit_date", when, f"{when:%Y-%m-%d} 09:{dice.randint(10, 59)}")}　费别：{h.f("insurance_type", who.insurance, who.insurance_shown + "医保")}</div>
<p><b>主诉：</b>{dice.choice(v.COMPLAINTS)}</p><p><b>现病史：</b>患者长期服药，控制尚可，近期无胸痛，无黑朦，无恶心呕吐，二便正常。</p>
<p><b>既往史：</b>否认药物过敏史。</p><p><b>体格检查：</b>BP {dice.randint(128, 168)}/{dice.randint(76, 98)}mmHg，心率{dice.randint(60, 96)}次/分，律齐，双肺呼吸音清。</p>
<p><b>初步诊断：</b>{h.fs("diagnosis", found, "　", numbered=True)}</p>
<p><b>处理：</b><br>{"<br>".join(f"{n}. {m[0]} {m[1]} {m[2]}" for n, m in enumerate(dice.sample(v.MEDICINES, 3), 1))}</p>
<p class="r" style="margin-top:50px">医师签名：{h.sign("physician", p.name(dice, "男"), dice)}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15)


def booklet(dice: random.Random) -> str:
    """A page pasted into a booklet: narrow, stacked labels, a printed doctor."""
    who, when = p.person(dice), p.day(dice)
    age, (found, _) = who.age_on(when), v.illness(dice)
    body = f"""
<div class="c b" style="font-size:18px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}门(急)诊病历</div>
<div style="display:grid;grid-template-columns:1fr 1fr">
<span>姓 名：{h.f("patient_name", who.name)}</span><span>性 别：{h.f("sex", who.sex)}</span><span>年 龄：{h.f("age", age, f"{age}岁")}</span><span>病历号：{h.f("record_number", dice.randint(10**5, 10**6 - 1))}</span>
<span>科 别：{h.f("department", dice.choice(v.DEPARTMENTS))}</span><span>就诊日期：{h.f("visit_date", when, p.shown(dice, when))}</span></div><hr>
<div>主 诉：{dice.choice(v.COMPLAINTS)}。</div><div>查 体：神清，步态稳，心律齐，腹软无压痛。</div>
<div>诊 断：</div><div style="padding-left:3em">{"".join(f"<div>{n}、{h.f('diagnosis', x)}</div>" for n, x in enumerate(found, 1))}</div>
<div>处 置：{dice.choice(v.MEDICINES)[0]}，{dice.choice(v.ADVICE)}</div>
<div class="r" style="margin-top:30px">接诊医生：{h.f("physician_name", p.name(dice, "女"))}</div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15, pad="30px 30px")


def prescription(dice: random.Random) -> str:
    """处方笺: boxed header, Rp., medicines on two lines each, pharmacists at the foot."""
    who, when = p.person(dice), p.day(dice)
    age, (found, _) = who.age_on(when), v.illness(dice)
    meds = "".join(
        f"<div>{n}. {m[0]}　{m[1]} × {dice.randint(1, 6)}盒</div><div style='padding-left:3em'>用法：{m[2]}</div>"
        for n, m in enumerate(dice.sample(v.MEDICINES, 4), 1)
    )
    body = f"""
<div style="position:absolute;right:50px;top:30px;border:1px solid #000;padding:0 8px">普通</div>
<h1 style="font-size:20px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</h1><h1 style="font-size:19px;letter-spacing:5px">处方笺</h1>
<div style="display:flex;justify-content:space-between"><span>费别：{h.f("insurance_type", who.insurance, who.insurance_shown + "医保")}</span><span>处方编号：{dice.randint(10**9, 10**10 - 1)}</span></div>
<div style="border-top:1px solid #000;border-bottom:1px solid #000">姓名：{h.f("patient_name", who.name)}　　性别：{h.f("sex", who.sex)}　　年龄：{h.f("age", age, f"{age}岁")}<br>
门诊/住院病历号：{h.f("record_number", dice.randint(10**6, 10**7 - 1))}　　科别：{h.f("department", dice.choice(v.DEPARTMENTS))}<br>
临床诊断：{h.f("diagnosis", found[0])}　　开具日期：{h.f("issue_date", when, p.shown(dice, when))}</div>
<div style="font-size:22px;font-style:italic">Rp.</div><div style="min-height:300px">{meds}</div>
<div style="border-top:1px solid #000">医师：{h.sign("physician", p.name(dice, "男"), dice)}　　药品金额：{dice.randint(60, 480)}.{dice.randint(10, 99)}元</div>
<div>审核药师：{h.hand(p.name(dice, "女"))}　　调配：{h.hand(p.name(dice, "女"))}　　核对、发药：</div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15, pad="40px 50px")


def certificate(dice: random.Random) -> str:
    """疾病诊断证明书: underlined particulars, seal, doctor with title."""
    who, when = p.person(dice), p.day(dice)
    hospital = v.hospital(dice, who.place)[0]
    age, (found, _) = who.age_on(when), v.illness(dice)
    title = dice.choice(v.TITLES)
    line = lambda inner, w: (
        f'<span style="display:inline-block;border-bottom:1px solid #000;min-width:{w}px;text-align:center">{inner}</span>'
    )
    body = f"""
<h1 style="font-size:25px">{h.f("hospital_name", hospital)}</h1><h1 style="font-size:27px;letter-spacing:8px;margin:6px 0 26px">疾病诊断证明书</h1>
<div class="r">编号：{dice.randint(10**6, 10**7 - 1)}</div>
<p style="line-height:2.2">姓名 {line(h.f("patient_name", who.name), 110)} 性别 {line(h.f("sex", who.sex), 60)} 年龄 {line(h.f("age", age, f"{age}岁"), 70)} 科别 {line(h.f("department", dice.choice(v.DEPARTMENTS)), 130)}<br>
身份证号 {line(h.f("id_number", who.id_number), 220)} 住院号/门诊号 {line(h.f("record_number", dice.randint(10**6, 10**7 - 1)), 120)}<br>
单位或住址 {line(h.f("address", who.address), 420)}</p>
<p>诊　　断：{"".join(f"<br>　　　　{n}. {h.f('diagnosis', x)}" for n, x in enumerate(found, 1))}</p>
<p style="margin-top:30px">处理意见：继续规律服药，门诊随访，建议休息贰周。</p>
<div style="margin-top:90px;display:flex;justify-content:space-between"><span>医师签名：{h.sign("physician", p.name(dice, "男"), dice)}</span><span>职称：{h.f("physician_title", title)}</span></div>
<div class="r" style="margin-top:26px">{h.f("issue_date", when, p.shown(dice, when, "年"))}</div>
<div style="font-size:13px;margin-top:20px">注：1.本证明未加盖公章无效。2.涂改无效。</div>
{h.seal(hospital, "诊断证明专用章", at=(540, 640), turn=dice.uniform(-20, 20))}"""
    return h.page(body, font=dice.choice(h.FONTS), size=17)


def certificate_half(dice: random.Random) -> str:
    """A half sheet: 兹证明 prose-like particulars, then a diagnosis in one line; nothing signed by hand."""
    who, when = p.person(dice), p.day(dice)
    hospital = v.hospital(dice, who.place)[0]
    age, (found, _) = who.age_on(when), v.illness(dice)
    body = f"""
<div class="c" style="font-size:22px">{h.f("hospital_name", hospital)}诊断证明书</div>
<table style="margin-top:12px"><tr><td>患者姓名：{h.f("patient_name", who.name)}</td><td>性别：{h.f("sex", who.sex)}</td><td>年龄：{h.f("age", age, f"{age}岁")}</td></tr>
<tr><td>门诊号：{h.f("record_number", dice.randint(10**6, 10**7 - 1))}</td><td>科室：{h.f("department", dice.choice(v.DEPARTMENTS))}</td><td>就诊日期：{h.f("visit_date", when, p.shown(dice, when, "-"))}</td></tr></table><hr>
<p>诊断结果：{h.fs("diagnosis", found, "，")}</p><p>建　　议：{dice.choice(v.ADVICE)}</p>
<div style="display:flex;justify-content:space-between;margin-top:40px"><span>医师：{h.f("physician_name", p.name(dice, "女"))}</span><span>开具日期：{h.f("issue_date", when, p.shown(dice, when, "-"))}</span></div>
{h.seal(hospital, "门诊专用章", at=(470, 300), turn=dice.uniform(-20, 20), colour=dice.choice(("red", "blue")))}"""
    return h.page(body, font=dice.choice(h.FONTS), size=16)


TEMPLATES = {
    "outpatient-record": Template("outpatient_record", 794, 1123, record),
    "outpatient-booklet": Template("outpatient_record", 560, 794, booklet),
    "prescription-boxed": Template("prescription", 560, 794, prescription),
    "certificate-underlined": Template("diagnosis_certificate", 794, 1123, certificate),
    "certificate-half": Template("diagnosis_certificate", 794, 560, certificate_half),
}
