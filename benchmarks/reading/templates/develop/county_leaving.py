"""More papers of leaving a ward: slips with underlined blanks, dot-matrix prints, certificates, told in sentences."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    Put,
    digits,
    dotted,
    gap,
    hours,
    line,
    logo,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_discharge import span
from benchmarks.reading.templates.develop.county_words import AIDS, RANKS, STAYS, call, home, house, who
from benchmarks.reading.templates.develop.html import f, fs, hand, page, seal, sign


def slip(dice: random.Random) -> str:
    """出院证: half a sheet, a sentence with typed words on printed rules, two seals, a stub with the same number."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), no = house(dice, p.place), span(dice), digits(dice, 6)
    y: Put = lambda field, d: (
        f'<span data-field="{field}" data-value="{d.isoformat()}">{line(str(d.year), 50)}年{line(str(d.month), 26)}月{line(str(d.day), 26)}日</span>'
    )
    doctor, colour = call(dice), dice.choice(("#111", "#123a7a", "#7a1515"))
    who_signs = (
        sign("physician", doctor, dice) if dice.random() < 0.5 else line(f("physician_name", doctor), 90)
    )
    body = f"""<div style="color:{colour}"><div class="c" style="font-size:25px;font-weight:600">{f("hospital_name", h.name)}{dice.choice(("", "", "　"))}</div><div class="c" style="font-size:28px;letter-spacing:26px;padding-left:26px">出院证</div>
<div style="display:flex;justify-content:space-between"><span>住院号{line(f("record_number", digits(dice, 8)), 100)}</span><span>字第 {no} 号</span></div>
<p style="line-height:2.05;margin:6px 0">姓名{line(f("patient_name", p.name), 90)}性别{line(f("sex", p.sex), 40)}年龄{line(f("age", p.age_on(a)), 44)}岁，职业{line(dice.choice(("务农", "退休", "工人", "")), 70)}，住址{line(f("address", home(dice, p)), 200)}，于{y("admission_date", a)}因病入住我院{line(f("department", s.ward), 110)}治疗，于{y("discharge_date", b)}出院，共住院{line(str((b - a).days), 36)}天。</p>
<p style="line-height:2.05;margin:0">出院诊断：{line(fs("diagnosis", s.ills[: dice.randint(1, 3)], dice.choice(("　", "；", "，")), dice.random() < 0.5), 480)}</p>
<p style="line-height:2.05;margin:0">治疗效果：{line(dice.choice(("好转", "治愈", "症状缓解")), 90)}　手术名称：{line("", 120)}　出院带药：{line(dice.choice(("有", "无")), 50)}</p>
<p style="line-height:2.05;margin:0">注意事项：{line(s.advice[:38], 460)}</p>
<div style="display:flex;justify-content:space-between;margin-top:16px;position:relative"><span>科主任（签章）{line("", 80)}</span><span>主管医师{who_signs}</span><span>{y("issue_date", b)}</span>{seal(h.name, "出院专用章", at=(470, -70), turn=dice.uniform(-25, 25), size=126, shape=dice.choice(("circle", "ellipse"))) if dice.random() < 0.75 else ""}</div></div>
<div style="font-size:12px;margin-top:16px;border-top:1px dashed #777;padding-top:3px">说明：此证涂改无效，未盖章无效。凭此证到住院收费处办理结算手续。第二联：交病人</div>"""
    return page(body, font=dice.choice((base.SONG, base.FANG)), size=16, pad="30px 56px")


def matrix(dice: random.Random) -> str:
    """A dot-matrix slip on continuous paper: labels without air, diagnoses in one run, names in print."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(("-", "/0", "8", "年0", "."))
    one, two = call(dice), call(dice)
    rule = f'<div style="overflow:hidden;white-space:nowrap;line-height:1">{dice.choice(("-" * 90, "=" * 78, "─" * 47))}</div>'
    order = ["主管医师", "上级医师"] if dice.random() < 0.5 else ["住院医师", "主治医师"]
    tag: Put = (lambda t: f("physician_title", t)) if order[0] == "住院医师" else (lambda t: t)
    body = f"""<div class="c" style="font-size:21px;letter-spacing:2px">{f("hospital_name", h.name)}</div><div class="c" style="font-size:18px;letter-spacing:6px">出院小结</div>
<div style="display:grid;grid-template-columns:1.2fr .7fr .7fr 1fr">{f'<span>姓名:{f("patient_name", p.name, spread(p.name))}</span><span>性别:{f("sex", p.sex)}</span><span>年龄:{f("age", p.age_on(a), f"{p.age_on(a)}岁")}</span><span>床号:{dice.randint(101, 640)}</span><span>住院号:{f("record_number", "00" + digits(dice, 6))}</span><span>次数:{dice.randint(1, 9)}</span><span></span><span>费别:{f("insurance_type", p.insurance, "城镇职工医保" if p.insurance == "employee" else "城乡居民医保")}</span><span style="grid-column:1/3">科室:{f("department", s.ward)}</span>'}</div>
<div style="display:flex;gap:40px"><span>入院日期:{when("admission_date", a, st)}</span><span>出院日期:{when("discharge_date", b, st)}</span><span>住院:{(b - a).days}天</span></div>{rule}
<div>入院诊断:{fs("diagnosis", s.ills[:2], " ", True)}</div><div>出院诊断:{fs("diagnosis", s.ills, dice.choice((" ", ";", "  ")), True)}</div>{rule}
<div>入院情况:{s.complaint}.{s.found}</div><div>治疗经过:{s.course}</div><div>出院情况:一般情况良好,{dice.choice(("好转", "治愈"))}.</div><div>出院医嘱:{s.advice}</div>{rule}
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>{tag(order[0])}:{f("physician_name", one, spread(one))}</span><span>{tag(order[1])}:{f("physician_name", two, spread(two))}</span><span>日期:{when("sign_date", b, st)}</span></div>
<div style="font-size:13px">打印人:{digits(dice, 4)} 打印时间:{printed(b, "-")}{hours(dice, "-")} 第1页</div>"""
    return dotted(
        body,
        font=dice.choice((base.DOTS, base.FANG, base.MICRO)),
        pad="34px 66px",
        size=15,
        ink=dice.choice(("#33364a", "#4a4a55", "#2d2f60")),
    )


def certificate(dice: random.Random) -> str:
    """出院诊断证明书 with coded diagnoses in a table, two hospitals' names, seals, a doctor with his rank beside."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(("年", "年0", "年 ", "-"))
    ills, doctor, rank = s.ills[: dice.randint(2, 5)], call(dice), dice.choice(RANKS)
    rows = "".join(
        f'<tr><td class="c">{n}</td><td>{f("diagnosis", i)}</td><td class="c">{dice.choice("IEJNGKMCDF")}{dice.randint(10, 89)}.{dice.randint(0, 9)}{dice.choice(("00", "01", "x00"))}</td><td class="c">{"主要诊断" if n == 1 else "其他诊断"}</td></tr>'
        for n, i in enumerate(ills, 1)
    )
    sig = dice.choice((
        f"医师姓名：{f('physician_name', doctor)}　职称：{f('physician_title', rank)}",
        f"{f('physician_title', rank)}　{f('physician_name', doctor, spread(doctor))}（签章）{sign('physician', doctor, dice, 80)}",
        f"诊断医师：{f('physician_name', doctor)} / {f('physician_title', rank)}",
    ))  # fmt: skip
    body = f"""<div style="border:{dice.choice(("2px solid #222", "4px double #1a4f9c", "0"))};padding:24px 30px;position:relative"><div class="c" style="font-size:26px;font-family:{base.HEI}">{f("hospital_name", h.name)}</div>{f'<div class="c" style="font-size:18px">{f("hospital_name", h.second)}</div>' if h.second else ""}<div class="c" style="font-size:24px;margin:6px 0 10px">出院诊断证明书</div>
<div style="display:flex;justify-content:space-between;font-size:14px"><span>医院等级：{f("hospital_level", h.level)}</span><span>编号：{b.year}-{digits(dice, 5)}</span></div>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr;row-gap:4px;margin:10px 0"><span>患者姓名　{f("patient_name", p.name)}</span><span>性　　别　{f("sex", p.sex)}</span><span>年　　龄　{f("age", p.age_on(a), f"{p.age_on(a)}周岁")}</span><span style="grid-column:1/3">身份证号　{f("id_number", p.id_number)}</span><span>病 案 号　{f("record_number", digits(dice, 9))}</span><span style="grid-column:1/4">家庭住址　{f("address", home(dice, p))}</span><span>住院科室　{f("department", s.ward)}</span><span>入院　{when("admission_date", a, st)}</span><span>出院　{when("discharge_date", b, st)}</span></div>
<table class="g"><tr><th class="c" style="width:44px">序号</th><th class="c">出院诊断</th><th class="c" style="width:100px">ICD-10编码</th><th class="c" style="width:90px">类别</th></tr>{rows}</table>
<p style="margin:10px 0">诊疗简况：{s.course}</p><p style="margin:6px 0">处理意见：{s.advice}{dice.choice(("", "建议全休壹月。", "建议办理门诊慢特病。"))}</p>
<div style="margin-top:24px;display:flex;justify-content:space-between;position:relative"><span>{sig}</span><span>{when("issue_date", b, st)}</span>{seal(h.name, "诊断证明专用章", at=(450, -50), turn=dice.uniform(-15, 15), size=140) if dice.random() < 0.7 else ""}</div></div>
<div style="font-size:12px;margin-top:8px">注：1.本证明须经治医师签字并加盖诊断证明专用章后有效；2.本证明不作伤残鉴定、劳动能力鉴定依据；3.复印无效。咨询电话：{h.phone}</div>"""
    return page(
        body, font=dice.choice((base.SONG, base.FANG, base.KAI)), size=dice.choice((15, 17)), pad="48px 50px"
    )


def told(dice: random.Random) -> str:
    """A ward record told in sentences, continued from another sheet, running head on top, three names with rank and hand."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(("年", "年0", "-"))
    ills, chief, second = s.ills[: dice.randint(2, 5)], call(dice), call(dice)
    title = f("physician_title", dice.choice(("主任医师", "副主任医师")))
    names = dice.choice((
        f"<span>{title} {f('physician_name', chief)}</span><span>/</span><span>医师 {sign('physician', second, dice)}</span>",
        f"<span>{f('physician_name', chief)}{title} / {f('physician_name', second)}{f('physician_title', '住院医师')}</span>",
        f"<span>医师签名：{f('physician_name', second)}　审签医师：{f('physician_name', chief)}</span>",
        f"<span>{f('physician_name', second)}/{f('physician_name', chief)}</span>",
    ))  # fmt: skip
    body = f"""<div style="display:flex;justify-content:space-between;align-items:end;border-bottom:1px solid #333;font-size:14px"><span>{logo(dice, 30)} {f("hospital_name", h.name)}</span><span>住院病历</span></div>
<div style="display:flex;justify-content:space-between;font-size:14px;padding:3px 0"><span>姓名 {f("patient_name", p.name)}</span><span>病区 {f("department", s.ward)}　{dice.randint(1, 40)}床</span><span>住院号 {f("record_number", digits(dice, 8))}</span><span>第{dice.randint(7, 40)}页</span></div>
<div style="color:#333;margin-top:6px">续前页：{s.found[:40]}……继续目前治疗，观察病情变化。</div><div style="display:flex;justify-content:space-between"><span></span><span>{sign("physician", second, dice)}</span></div>
<div style="margin-top:10px"><span>{printed(b, st)}{hours(dice, st)}</span><b style="margin-left:150px;font-size:17px">出 院 记 录</b></div>
<p style="text-indent:2em;margin:6px 0">患者{p.name}，{f("sex", p.sex)}，{f("age", p.age_on(a), f"{p.age_on(a)}岁")}，{f("ethnicity", p.ethnicity, p.ethnicity + "族")}，{p.place.province}人，因“{s.complaint}”于{when("admission_date", a, st, dice)}由{dice.choice(("门诊", "急诊"))}步行收入我科，于{when("discharge_date", b, st, dice)}出院，共住院{(b - a).days}天。</p>
<p style="text-indent:2em;margin:6px 0">入院时情况：{s.found}{dice.choice(AIDS).format(printed(a, "-"))}</p><p style="text-indent:2em;margin:6px 0">入院诊断：{fs("diagnosis", ills[:2], "，", True)}。</p>
<p style="text-indent:2em;margin:6px 0">住院经过：{s.course}</p><p style="text-indent:2em;margin:6px 0">出院诊断：{fs("diagnosis", ills, "，", True)}。</p><p style="text-indent:2em;margin:6px 0">出院时情况：患者无明显不适，精神、饮食、睡眠尚可，大小便正常。</p>
<p style="text-indent:2em;margin:6px 0">出院医嘱：{s.advice}</p>
<div style="display:flex;justify-content:flex-end;gap:10px;margin-top:18px">{names}</div>
<div style="margin-top:24px;border-top:1px dashed #999;padding-top:6px">患者或家属知悉出院注意事项，已领取出院小结一份。　签名：{hand(call(dice), 22)}　与患者关系：{hand(dice.choice(("女儿", "父子", "夫妻")), 20)}{gap(2)}年　 月　 日</div>"""
    return page(
        body, font=dice.choice((base.SONG, base.LATIN, base.HEI)), size=dice.choice((15, 16)), pad="38px 62px"
    )


TEMPLATES = {
    "county-discharge-slip": Template("discharge_summary", 794, 560, slip),
    "county-discharge-matrix": Template("discharge_summary", 860, 780, matrix),
    "county-certificate-coded": Template("diagnosis_certificate", 794, 1123, certificate),
    "county-discharge-told": Template("discharge_summary", 794, 1123, told),
}
