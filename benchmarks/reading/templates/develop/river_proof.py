"""Diagnosis certificates: a city hospital's, a township's Word file, a private one's with English, a camp hospital's pad, a heart hospital's for the insurer."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, WEN, f, hand, page, seal, sign


def city(dice: random.Random) -> str:
    """Guangdong: three stacked fields in a frame, printed doctor with title, a square of a code, checking hint."""
    p, c = rb.someone(dice, rb.GUANGDONG), dice.choice(rb.CASES)
    came, left, _ = rb.stay(dice)
    (a,) = rb.names(dice, 1)
    s = dice.choice(("-", "年0", "/"))
    dx = c.diagnoses[: dice.randint(1, 4)]
    inside = dice.random() < 0.5
    visit = (
        f"入院时间：{rb.when('admission_date', came, s)}　出院时间：{rb.when('discharge_date', left, s)}"
        if inside
        else f"就诊时间：{rb.when('visit_date', left, s)}　门诊"
    )
    dots = "".join(
        f'<rect x="{x * 4}" y="{y * 4}" width="4" height="4"/>'
        for x in range(19)
        for y in range(19)
        if dice.random() < 0.5
    )
    corner = "".join(
        f'<rect x="{x}" y="{y}" width="28" height="28" fill="#fff"/><rect x="{x + 2}" y="{y + 2}" width="22" height="22" fill="none" stroke="#000" stroke-width="4"/><rect x="{x + 8}" y="{y + 8}" width="10" height="10"/>'
        for x, y in ((0, 0), (48, 0), (0, 48))
    )
    body = f"""
<div style="position:absolute;right:60px;top:34px"><svg width="76" height="76">{dots}{corner}</svg><div style="font-size:10px;text-align:center">扫码验真</div></div>
<h1 style="font-size:26px;margin-top:20px">{f("hospital_name", "珠海市香山人民医院")}</h1><div class="c" style="font-size:12px">（{f("hospital_level", "三级甲等", dice.choice(("三级甲等综合医院", "三甲医院")))}　珠江医科大学教学医院）</div>
<h2 style="font-size:24px;margin:18px 0 10px;letter-spacing:8px">疾病诊断证明书</h2>
<div style="display:flex;justify-content:space-between"><span>证明编号：{f("report_number", f"{left:%Y%m%d}" + rb.digits(dice, 5, "0"))}</span><span>{"住院号" if inside else "诊疗卡号"}：{f("record_number" if inside else "card_number", rb.digits(dice, 10, "00"))}</span></div>
<div style="border:2px solid #111;padding:12px 18px;line-height:2.1"><div style="display:flex;justify-content:space-between"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(left), f"{p.age_on(left)}岁")}</span><span>科别：{f("department", c.department)}</span></div>
<div>证件号码：{f("id_number", p.id_number)}　单位/住址：{f("address", p.address) if dice.random() < 0.5 else ""}</div><div>{visit}</div>
<div style="border-top:1px solid;min-height:120px"><b>临床诊断：</b><br>{rb.listed(dx, "{}. ")}</div>
<div style="border-top:1px solid;min-height:150px"><b>病情摘要：</b>{c.complaint}。{c.tests}</div>
<div style="border-top:1px solid;min-height:100px"><b>处理意见：</b>{c.advice}{"建议全休贰周。" if dice.random() < 0.5 else ""}</div></div>
<div style="position:relative;line-height:2.2;margin-top:24px;padding-left:360px">医　　师：{f("physician_name", a)}（{f("physician_title", dice.choice(("主任医师", "副主任医师", "主治医师")))}）<br>医师签章：{sign("physician", a if dice.random() < 0.75 else None, dice)}<br>开具日期：{rb.when("issue_date", left, s)}{seal("珠海市香山人民医院", "诊断证明章", size=146, at=(490, -34), turn=dice.uniform(-15, 15)) if dice.random() < 0.85 else ""}</div>
<div style="position:absolute;bottom:40px;left:60px;right:60px;font-size:11px;border-top:1px solid #999">注：1.本证明仅证明患者在本院就诊时的病情；2.未盖“诊断证明章”无效；3.涉及司法、伤残鉴定者另行办理；4.医院地址：珠海市康宁路{dice.randint(10, 99)}号，电话0756-222{dice.randint(1000, 9999)}。</div>"""
    return page(body, "", dice.choice((SONG, HEI)), 15, "40px 60px")


def village(dice: random.Random) -> str:
    """Yunnan, township: a clerk's Word file, one sentence of prose with name and number in it, ends 特此证明."""
    p, c = rb.someone(dice, rb.YUNNAN), dice.choice(rb.CASES)
    day = rb.stay(dice)[1]
    (a,) = rb.names(dice, 1)
    dx = c.diagnoses[: dice.randint(1, 2)]
    since = day.year - dice.randint(1, 9)
    body = f"""
<h1 style="font-size:30px;margin:40px 0 36px;letter-spacing:16px">{dice.choice(("诊断证明", "疾病证明", "病情证明"))}</h1>
<div style="text-indent:2em;line-height:2.2;text-align:justify">兹有{dice.choice(("我镇", "我辖区"))}{dice.choice(("村民", "居民"))}{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("ethnicity", p.ethnicity + "族")}，{rb.when("birth_date", p.born, "年")}生，身份证号：{f("id_number", p.id_number)}，{dice.choice(("家住", "现住"))}{f("address", f"永仁县{dice.choice(('中和镇', '宜就镇', '莲池乡'))}{dice.choice(('他的么村委会', '直苴村委会', '勐莲村委会'))}{dice.choice(('大村', '小河边', '羊圈房'))}小组")}。该患者自{since}年起在我院就诊，{c.complaint}，经{dice.choice(("楚雄州人民医院", "永仁县人民医院", "攀枝花市中心医院"))}检查确诊，诊断为：{rb.listed(dx, "", "、")}。现长期在我院{f("department", dice.choice(("内科", "慢病科", "门诊部")))}门诊取药治疗，需长期服用{c.medicines[0][0]}、{c.medicines[1][0]}等药物。</div>
<div style="text-indent:2em;line-height:2.2">特此证明。</div><div style="text-indent:2em;line-height:2.2">（此证明仅用于办理门诊慢性病、特殊病备案，他用无效）</div>
<div style="position:relative;margin-top:60px;line-height:2.2;padding-left:340px">{f("hospital_name", "永仁县永定镇城关中心卫生院")}<br>医生：{sign("physician", a, dice) if dice.random() < 0.6 else f("physician_name", a)}<br>{rb.when("issue_date", day, "年")}{seal("永仁县永定镇城关中心卫生院", "", size=156, at=(350, -30), turn=dice.uniform(-30, 30)) if dice.random() < 0.8 else ""}</div>"""
    return page(body, "", dice.choice((SONG, KAI)), dice.choice((19, 20)), "90px 100px")


def private(dice: random.Random) -> str:
    """Shanghai, private: English beside Chinese, green frame, blanks typed, address and licence in the foot."""
    p, c = rb.someone(dice, rb.SHANGHAI), dice.choice(rb.CASES)
    _, left, _ = rb.stay(dice)
    (a,) = rb.names(dice, 1)
    dx = c.diagnoses[: dice.randint(1, 3)]

    def q(k: Any, e: Any, v: Any) -> str:
        return f'<div class="q"><div class="k">{k}<small>{e}</small></div><div class="v">{v}</div></div>'

    s = dice.choice(("-", "."))
    body = f"""
<div style="position:absolute;inset:24px;border:2px solid #1c6b5a;outline:1px solid #1c6b5a;outline-offset:-7px"></div>
<div class="c" style="color:#1c6b5a"><div style="font-size:24px;font-weight:600">{f("hospital_name", "上海瑞济德仁医院")}</div><div style="font-size:12px;letter-spacing:1px">SHANGHAI RUIJI DEREN HOSPITAL</div></div>
<h2 style="font-size:22px;margin-top:14px">诊 断 书</h2><div class="c" style="font-size:12px">MEDICAL CERTIFICATE</div>
<div style="display:grid;grid-template-columns:1fr 1fr;column-gap:26px;margin-top:10px">{q("姓名", "Name", f("patient_name", p.name))}{q("性别", "Sex", f("sex", p.sex, p.sex + (" Male" if p.sex == "男" else " Female")))}{q("出生日期", "Date of Birth", rb.when("birth_date", p.born, s))}{q("年龄", "Age", f("age", p.age_on(left)))}{q("国籍", "Nationality", "中国 China")}{q("证件号", "ID No.", f("id_number", p.id_number))}{q("病历号", "MRN", f("record_number", "RJ" + rb.digits(dice, 7, "1")))}{q("科室", "Dept.", f("department", c.department))}{q("联系电话", "Tel.", f("phone", p.phone) if dice.random() < 0.6 else "")}{q("就诊日期", "Date of Visit", rb.when("visit_date", left, s))}</div>
<div class="s">诊断 Diagnosis</div><div style="min-height:90px">{rb.listed(dx, "{}. ")}</div><div class="s">病史及检查 History and Findings</div><div style="min-height:130px;text-align:justify">{c.complaint}。{c.exam}{c.tests}</div>
<div class="s">医嘱 Recommendations</div><div style="min-height:70px">{c.advice}</div>
<div style="display:flex;justify-content:space-between;margin-top:30px;position:relative"><div>主诊医师 Attending Physician<br>{sign("physician", a, dice, 120) if dice.random() < 0.8 else sign("physician", None, dice, 120)}<br><span style="font-size:13px">{f("physician_name", a)}　{f("physician_title", dice.choice(("主任医师", "主治医师")))}</span></div><div>签发日期 Date of Issue<br>{rb.when("issue_date", left + dt.timedelta(days=dice.randint(0, 2)), s)}</div>{seal("上海瑞济德仁医院", "医务专用章", size=138, at=(250, -20), colour=dice.choice(("red", "red", "blue")), turn=dice.uniform(-10, 10)) if dice.random() < 0.8 else ""}</div>
<div style="position:absolute;bottom:42px;left:0;right:0;text-align:center;font-size:10px;color:#555">上海市浦东新区灵山路{dice.randint(100, 900)}号 200135　Tel: 021-5012{dice.randint(1000, 9999)}　医疗机构执业许可证登记号：PDY{rb.digits(dice, 8)}X310115A1002</div>"""
    css = ".q{display:flex;align-items:flex-end;margin:5px 0}.k{width:104px;line-height:1.2}.k small{display:block;font-size:10px;color:#666}.v{flex:1;border-bottom:1px solid #1c6b5a;min-height:24px;padding-left:6px}.s{background:#e5f1ed;color:#1c6b5a;padding:1px 8px;margin:12px 0 4px}"
    return page(body, css, HEI, 14, "58px 70px")


def pad(dice: random.Random) -> str:
    """Shaanxi, factory hospital: a printed half-sheet pad filled by hand; only form and stamp are print."""
    p, c = rb.someone(dice, rb.SHAANXI), dice.choice(rb.CASES)
    day = rb.stay(dice)[1]
    (a,) = rb.names(dice, 1)
    hospital = dice.choice(("汉江机床厂职工医院", "六〇五职工医院"))
    face = dice.choice(("'LXGW WenKai'", "'AR PL UKai CN'"))

    def h(x: Any, w: Any) -> str:
        return f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #222;line-height:1.2;height:26px;vertical-align:bottom">{hand(str(x), 21, face)}</span>'

    body = f"""
<h1 style="font-size:23px;letter-spacing:3px">{f("hospital_name", hospital)}</h1><h2 style="font-size:21px;letter-spacing:16px">诊断证明书</h2><div class="r" style="font-size:14px;color:#b3261e">№ {f("report_number", rb.digits(dice, 7, "00"))}</div>
<div style="line-height:2.5">姓名{h(p.name, 100)}性别{h(p.sex, 50)}年龄{h(p.age_on(day), 50)}门诊（住院）号{h(rb.digits(dice, 5), 100)}<br>单位或住址{h(p.place.county + p.place.road + str(p.house) + "号", 480)}<br>诊断：{h("1." + c.diagnoses[0].split("（")[0] + " 2." + c.diagnoses[1].split("（")[0], 530)}<br>建议：{h(c.advice.split("；")[0].split("，")[0] + "，门诊随访", 530)}<br><span>{h("", 580)}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:10px;position:relative"><span>（医院盖章）</span><span>医师{sign("physician", a, dice)}</span><span>{h(day.year, 50)}年{h(day.month, 26)}月{h(day.day, 26)}日</span>{seal(hospital, "诊断专用章", size=124, at=(30, -60), turn=dice.uniform(-25, 25)) if dice.random() < 0.7 else ""}</div>
<div style="font-size:12px;margin-top:14px">附注：①本证明涂改无效；②无公章无效；③休假建议须经单位认可。</div>"""
    return page(body, "", SONG, 17, "34px 70px")


def insurer(dice: random.Random) -> str:
    """Tianjin-like heart hospital: 门诊特殊疾病诊断证明, a grid with the basis of diagnosis and the bureau's empty part."""
    p = rb.someone(dice, rb.HEBEI)
    c = dice.choice(rb.CASES[:4])
    came, left, _ = rb.stay(dice)
    a, b = rb.names(dice, 2)
    kind = dice.choice(("employee", "resident"))

    def tick(k: str | None, word: str) -> str:
        return ("☑" if kind == k else "□") + word

    dx = c.diagnoses[: dice.randint(1, 2)]
    body = f"""
<h1 style="font-size:22px">{f("hospital_name", "沧州市瀛海心脑血管病医院")}</h1><h2 style="font-size:20px;margin-bottom:10px">门诊慢特病诊断证明书</h2>
<table class="g" style="table-layout:fixed"><tr><td class="c">患者姓名</td><td>{f("patient_name", p.name)}</td><td class="c">性别</td><td>{f("sex", p.sex)}</td><td class="c">年龄</td><td>{f("age", p.age_on(left))}</td></tr>
<tr><td class="c">社会保障号</td><td colspan=3>{f("id_number", p.id_number)}</td><td class="c">参保类型</td><td style="font-size:13px"><span data-field="insurance_type" data-value="{kind}">{tick("employee", "职工")} {tick("resident", "居民")}</span></td></tr>
<tr><td class="c">联系电话</td><td colspan=2>{f("phone", p.phone)}</td><td class="c">参保地</td><td colspan=2>{f("insured_place", dice.choice(("河间市", "沧州市河间市", "河北省沧州市河间市")))}</td></tr>
<tr><td class="c">申报病种</td><td colspan=5>{f("claimed_disease", dict(zip(rb.CASES[:4], ("冠心病", "糖尿病（伴并发症）", "慢性阻塞性肺疾病", "脑血管病后遗症"), strict=True))[c])}</td></tr>
<tr><td class="c">住院科室</td><td colspan=2>{f("department", c.department)}</td><td class="c">住院号</td><td colspan=2>{f("record_number", rb.digits(dice, 8, "20"))}</td></tr>
<tr><td class="c">住院起止</td><td colspan=5>自 {rb.when("admission_date", came, "年")} 至 {rb.when("discharge_date", left, "年")}</td></tr>
<tr style="height:90px"><td class="c">临床诊断</td><td colspan=5>{rb.listed(dx, "{}. ")}</td></tr><tr style="height:210px"><td class="c">诊断依据<br><small>（症状、体征、检查结果）</small></td><td colspan=5>{c.complaint}。{c.exam}{c.tests}</td></tr>
<tr style="height:130px"><td class="c">治疗方案</td><td colspan=5>{"<br>".join(m[0] + "　" + m[2] for m in c.medicines)}</td></tr>
<tr style="height:120px"><td class="c">医师意见</td><td colspan=5 style="position:relative">该患者符合门诊慢特病诊断标准。<br><br>责任医师（签字）：{sign("physician", a, dice)}　　副主任以上医师（签字）：{sign("physician", b if dice.random() < 0.6 else None, dice)}<div class="r">{rb.when("sign_date", left, "年 ")}</div></td></tr>
<tr style="height:110px"><td class="c">医院医保科<br>意　　见</td><td colspan=5 style="position:relative">情况属实。<div class="r" style="margin-top:34px">（盖章）　　　　年　　月　　日</div>{seal("沧州市瀛海心脑血管病医院", "医保办公室", size=124, at=(380, -14), turn=dice.uniform(-12, 12)) if dice.random() < 0.7 else ""}</td></tr>
<tr style="height:90px"><td class="c">医保经办<br>机构意见</td><td colspan=5><div class="r" style="margin-top:40px">（盖章）　　　　年　　月　　日</div></td></tr></table><div style="font-size:12px">注：本证明一式两份，附近两年内住院病历复印件、检查报告单。</div>"""
    return page(body, "", dice.choice((SONG, WEN)), 15, "44px 60px")


TEMPLATES: dict[str, Template] = {
    "river-proof-city": Template("diagnosis_certificate", 794, 1123, city),
    "river-proof-village": Template("diagnosis_certificate", 794, 1123, village),
    "river-proof-private": Template("diagnosis_certificate", 794, 1123, private),
    "river-proof-pad": Template("diagnosis_certificate", 794, 500, pad),
    "river-proof-insurer": Template("diagnosis_certificate", 794, 1123, insurer),
}
