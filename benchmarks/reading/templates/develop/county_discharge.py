"""Discharge records of county and prefecture hospitals: Word-like, boxed, two-column, of Chinese medicine."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.county_base import (
    FANG,
    HEI,
    LATIN,
    MICRO,
    SONG,
    STYLES,
    Put,
    bars,
    day,
    digits,
    hours,
    line,
    logo,
    printed,
    spread,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.county_words import AIDS, RANKS, STAYS, call, home, house, who
from benchmarks.reading.templates.develop.html import f, page, seal, sign


def listed(ills: Sequence[str], mark: str = "{}.", join: str = "<br>") -> str:
    """Diagnoses with their numbers."""
    return join.join(mark.format(n) + f("diagnosis", i) for n, i in enumerate(ills, 1))


def span(dice: random.Random) -> tuple[dt.date, dt.date]:
    """Admission and discharge."""
    a = day(dice)
    return a, a + dt.timedelta(days=dice.randint(4, 23))


def word(dice: random.Random) -> str:
    """A clerk's Word file: bold labels before paragraphs, diagnoses numbered over lines, printed name and date."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(STYLES)
    doctor, ills = call(dice), s.ills[: dice.randint(2, len(s.ills))]
    colon = dice.choice("：：:")
    head = f'<div class="c" style="font-size:{dice.choice((24, 26, 30))}px;font-weight:600">{logo(dice, 44) * (dice.random() < 0.5)} {f("hospital_name", h.name)}</div>'
    if h.second:
        head += f'<div class="c" style="font-size:17px">{f("hospital_name", h.second)}</div>'
    rank = dice.choice(RANKS[:3])
    doc = dice.choice((
        f"{dice.choice(('医师签名', '经治医师', '主管医生', '记录医师'))}{colon}{f('physician_name', doctor, spread(doctor))}",
        f"{f('physician_title', rank)}{colon}{f('physician_name', doctor, spread(doctor))}",
        f"医师{colon}{f('physician_name', doctor)}（{f('physician_title', rank)}）",
        f"医师{colon}{f('physician_name', doctor)}/{f('physician_name', call(dice))}",
        f"上级医师{colon}{f('physician_name', call(dice))}　　经治医师{colon}{f('physician_name', doctor)}",
        f"（{f('physician_title', rank)}）<br>{f('physician_name', doctor, spread(doctor))}",
    ))  # fmt: skip
    stamp = (
        seal(
            h.name,
            "病案复印专用章" * (dice.random() < 0.4),
            at=(430, -30),
            turn=dice.uniform(-20, 20),
            size=140,
        )
        if dice.random() < 0.6
        else ""
    )
    body = f"""{head}<h1 style="font-size:22px;letter-spacing:{dice.choice((0, 8, 14))}px;margin:4px 0 12px">出院记录</h1>
<div style="border-bottom:1.5px solid #000;display:flex;justify-content:space-between;padding:2px 0 5px"><span>姓名{colon}{f("patient_name", p.name, spread(p.name))}</span><span>性别{colon}{f("sex", p.sex)}</span><span>年龄{colon}{f("age", p.age_on(a), f"{p.age_on(a)}岁")}</span><span>科室{colon}{f("department", s.ward)}</span><span>床号{colon}{dice.randint(1, 66)}</span><span>住院号{colon}{f("record_number", digits(dice, dice.randint(6, 10)))}</span></div>
<p style="margin:10px 0 2px"><b>入院日期</b>{colon}{when("admission_date", a, st, dice if dice.random() < 0.5 else None)}</p><p style="margin:2px 0"><b>出院日期</b>{colon}{when("discharge_date", b, st, dice if dice.random() < 0.4 else None)}</p><p style="margin:2px 0 8px"><b>住院天数</b>{colon}{(b - a).days}天</p>
<p style="margin:3px 0"><b>入院情况</b>{colon}患者因“{s.complaint}”入院。查体：{s.found}</p>
<p style="margin:3px 0"><b>入院诊断</b>{colon}</p><div style="padding-left:3em">{listed(ills[: dice.randint(1, 2)], dice.choice(("{}.", "{}、", "{}．")))}</div>
<p style="margin:3px 0"><b>主要检查结果</b>{colon}{dice.choice(AIDS).format(printed(a, "."))}</p><p style="margin:3px 0"><b>诊疗经过</b>{colon}{s.course}</p>
<p style="margin:3px 0"><b>出院诊断</b>{colon}</p><div style="padding-left:3em">{listed(ills, dice.choice(("{}.", "{}、", "({})")))}</div>
<p style="margin:3px 0"><b>出院情况</b>{colon}患者一般情况可，生命体征平稳，{dice.choice(("治愈", "好转", "好转"))}出院。</p>
<p style="margin:3px 0"><b>出院医嘱</b>{colon}{s.advice}</p>
<div class="r" style="margin-top:34px;padding-right:40px;position:relative">{doc}<br>{when("sign_date", b, st)}{stamp}</div>"""
    return page(body, font=dice.choice((SONG, LATIN, FANG)), size=dice.choice((15, 16)), pad="52px 72px")


def boxed(dice: random.Random) -> str:
    """A HIS form: everything in cells, empty ones too, three doctors to sign by hand."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(STYLES)
    ills, ct = s.ills[: dice.randint(1, 4)], dice.random() < 0.5
    lab: Put = lambda t: (
        f'<td class="c" style="background:{"#f2f2f2" if ct else "#fff"};white-space:nowrap">{t}</td>'
    )
    stamp = (
        seal(h.name, "医务科", at=(520, -70), turn=dice.uniform(-15, 15), size=136)
        if dice.random() < 0.6
        else ""
    )
    body = f"""<div style="display:flex;align-items:center;justify-content:center;gap:12px">{logo(dice)}<div class="c"><div style="font-size:24px">{f("hospital_name", h.name)}</div><div style="font-size:20px;letter-spacing:10px">出院小结</div></div></div>
<div style="display:flex;justify-content:space-between;font-size:13px;margin:4px 2px"><span>病案号 {f("record_number", digits(dice, 8))}</span><span>医保卡号 {f("card_number", "K" + digits(dice, 9)) if dice.random() < 0.6 else ""}</span><span>第 {dice.randint(1, 6)} 次住院</span></div>
<table class="g" style="table-layout:fixed"><tr>{lab("姓　　名")}<td>{f("patient_name", p.name)}</td>{lab("性　　别")}<td>{f("sex", p.sex)}</td>{lab("年　　龄")}<td>{f("age", p.age_on(a), f"{p.age_on(a)} 岁")}</td></tr>
<tr>{lab("民　　族")}<td>{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td>{lab("婚　　姻")}<td>{dice.choice(("已婚", "丧偶", ""))}</td>{lab("职　　业")}<td>{dice.choice(("农民", "退休人员", "职员", "其他"))}</td></tr>
<tr>{lab("入院科室")}<td>{f("department", s.ward)}</td>{lab("出院科室")}<td>{f("department", s.ward)}</td>{lab("联系电话")}<td>{f("phone", p.phone) if dice.random() < 0.7 else ""}</td></tr>
<tr>{lab("现 住 址")}<td colspan="5">{f("address", home(dice, p))}</td></tr>
<tr>{lab("入院时间")}<td colspan="2">{when("admission_date", a, st, dice)}</td>{lab("出院时间")}<td colspan="2">{when("discharge_date", b, st, dice)}</td></tr>
<tr>{lab("门诊诊断")}<td colspan="5">{f("diagnosis", ills[0])}</td></tr>
<tr>{lab("出院诊断")}<td colspan="5">{listed(ills, "{}、", "&emsp;" if dice.random() < 0.5 else "<br>")}</td></tr>
<tr>{lab("手术名称")}<td colspan="2">{dice.choice(("无", "—", ""))}</td>{lab("病 理 号")}<td colspan="2"></td></tr>
<tr style="height:96px">{lab("入院时<br>主要症状<br>及体征")}<td colspan="5" style="vertical-align:top">{s.complaint}。{s.found}</td></tr>
<tr style="height:118px">{lab("治疗经过")}<td colspan="5" style="vertical-align:top">{s.course}</td></tr>
<tr>{lab("治疗结果")}<td colspan="5">1.治愈□　2.好转☑　3.未愈□　4.死亡□　5.其他□</td></tr>
<tr style="height:110px">{lab("出院后<br>建　议")}<td colspan="5" style="vertical-align:top">{s.advice.replace("；", "；<br>")}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:16px;position:relative"><span>主任医师签名：{sign("physician", call(dice) if dice.random() < 0.6 else None, dice, 84)}</span><span>主治医师签名：{sign("physician", call(dice), dice, 84)}</span><span>住院医师签名：{sign("physician", call(dice), dice, 84)}</span>{stamp}</div>
<div style="font-size:12px;margin-top:12px;border-top:1px solid #888">注：本小结一式两份，一份归档，一份交患者或家属保存，复诊时请携带。　打印时间 {printed(b, "-")}{hours(dice, "-")}　第1页/共1页</div>"""
    return page(body, font=dice.choice((SONG, MICRO, HEI)), size=14, pad="36px 52px")


def columns(dice: random.Random) -> str:
    """A header of two columns without colons, then headed blocks; three doctors in print at the foot."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place), span(dice), dice.choice(STYLES)
    ills, three = s.ills, [call(dice) for _ in range(3)]
    pairs = [("姓　名", f("patient_name", p.name)), ("住院号", f("record_number", "ZY" + digits(dice, 8))), ("性　别", f("sex", p.sex)),
             ("科　别", f("department", s.ward)), ("年　龄", f("age", p.age_on(a), f"{p.age_on(a)}岁")), ("床　号", f"+{dice.randint(1, 40)}床"),
             ("出生日期", when("birth_date", p.born, "-")), ("身份证号", f("id_number", p.id_number)), ("入院日期", when("admission_date", a, st)),
             ("出院日期", when("discharge_date", b, st)), ("住　址", f("address", home(dice, p))), ("电　话", f("phone", p.phone))]  # fmt: skip
    cells = "".join(
        f'<div style="display:flex"><span style="width:76px;color:#444;flex:none">{k}</span><span>{v}</span></div>'
        for k, v in pairs
    )
    block: Put = lambda t, x: (
        f'<div style="margin-top:9px"><div style="font-family:{HEI};font-weight:700">{t}</div><div style="padding-left:2em">{x}</div></div>'
    )
    many = dice.random() < 0.5
    ranks = (
        ("主任医师", "主治医师", "住院医师")
        if dice.random() < 0.6
        else ("副主任医师", "主治医师", "住院医师")
    )
    mid = dice.choice(("　", "：", "/", "<br>", " 签名："))
    foot = "".join(
        f"<span>{f('physician_title', r)}{mid}{f('physician_name', n, spread(n) if mid != '/' else n)}</span>"
        for r, n in zip(ranks, three, strict=True)
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end;border-bottom:3px double #333;padding-bottom:4px"><div style="display:flex;gap:10px;align-items:center">{logo(dice, 56)}<div><div style="font-size:22px;font-weight:600">{f("hospital_name", h.name)}</div>{f'<div style="font-size:13px">{f("hospital_name", h.second)}</div>' if h.second else ""}</div></div><div class="r">{bars(dice, 140, 28)}<div style="font-size:20px;font-family:{HEI}">出 院 记 录</div></div></div>
<div style="display:grid;grid-template-columns:1fr 1fr;column-gap:30px;row-gap:2px;margin-top:10px">{cells}</div><hr style="border:0;border-top:1px solid #999">
{block("入院诊断", listed(ills[:2], "({}) ", "　"))}{block("入院情况", s.complaint + "。" + s.found)}{block("辅助检查", dice.choice(AIDS).format(printed(a, "-")))}{block("诊疗经过", s.course)}
{block("出院诊断", listed(ills, "({}) ", "<br>" if many else "　"))}{block("出院情况", "病情好转，无特殊不适，生命体征平稳。")}{block("出院医嘱", s.advice)}
<div style="display:flex;justify-content:space-between;margin-top:40px;padding:0 10px">{foot}</div><div class="r" style="margin-top:8px">签名日期　{when("sign_date", b + dt.timedelta(days=dice.randint(0, 1)), st)}</div>"""
    return page(body, font=dice.choice((SONG, MICRO)), size=15, pad="44px 58px")


def double(dice: random.Random) -> str:
    """A hospital of Chinese medicine: disease and syndrome beside the Western list, at admission and at discharge."""
    p, s = who(dice), dice.choice(STAYS)
    h, (a, b), st = house(dice, p.place, tcm=True), span(dice), dice.choice(STYLES)
    ills, doctor, chief = s.ills[: dice.randint(2, 5)], call(dice), call(dice)
    apart = dice.random() < 0.5
    tcm = (
        f"{f('diagnosis', s.tcm[0])}<br>{f('diagnosis', s.tcm[1])}"
        if apart
        else f("diagnosis", f"{s.tcm[0]}（{s.tcm[1]}）")
    )
    both: Put = lambda n: (
        f'<table style="margin:0 0 0 2em;width:94%"><tr><td style="width:84px;white-space:nowrap;vertical-align:top">中医诊断：</td><td style="vertical-align:top;width:190px">{tcm}</td><td style="width:84px;white-space:nowrap;vertical-align:top">西医诊断：</td><td style="vertical-align:top">{listed(ills[:n], "{}.")}</td></tr></table>'
    )
    stamp = (
        seal(
            h.name,
            dice.choice(("", "病历专用章")),
            at=(dice.randint(300, 500), -60),
            turn=dice.uniform(-18, 18),
            size=138,
        )
        if dice.random() < 0.6
        else ""
    )
    rank = dice.choice(("主任中医师", "副主任中医师", "主治中医师"))
    body = f"""<div class="c" style="color:{dice.choice(("#111", "#8a1c1c"))}">{logo(dice, 46)}<span style="font-size:27px;letter-spacing:3px;margin-left:8px;vertical-align:middle">{f("hospital_name", h.name)}</span></div>
<div class="c" style="font-size:21px;margin:6px">出　院　记　录</div><div style="display:flex;flex-wrap:wrap;gap:4px 24px;border-top:1px solid;border-bottom:1px solid;padding:4px 0"><span>姓名：{line(f("patient_name", p.name), 70)}</span><span>性别：{line(f("sex", p.sex), 30)}</span><span>年龄：{line(f("age", p.age_on(a), f"{p.age_on(a)}岁"), 40)}</span><span>病区：{line(f("department", s.ward), 90)}</span><span>床号：{line(str(dice.randint(1, 50)), 30)}</span><span>住院号：{line(f("record_number", digits(dice, 7)), 80)}</span></div>
<p style="margin:8px 0 0">入院时间：{when("admission_date", a, st, dice)}<span style="margin-left:60px">出院时间：{when("discharge_date", b, st, dice)}</span></p>
<p style="margin:4px 0 0">发病节气：{dice.choice(("立冬", "惊蛰", "大暑", "白露"))}<span style="margin-left:60px">住院天数：{(b - a).days} 天</span></p>
<p style="margin:4px 0 0">入院诊断：</p>{both(2)}<p style="margin:4px 0 0">入院情况：{s.complaint}。{s.found}舌{dice.choice(("淡红", "暗红", "淡胖"))}，苔{dice.choice(("白腻", "薄黄", "少津"))}，脉{dice.choice(("弦滑", "细涩", "沉细"))}。</p>
<p style="margin:4px 0 0">诊疗经过：中医以{dice.choice(("健脾化痰、活血通络", "益气养阴、化瘀通痹", "温补脾肾、利水渗湿"))}为法，予中药汤剂日一剂，水煎400ml分早晚温服，配合针刺、艾灸。西医治疗：{s.course}</p>
<p style="margin:4px 0 0">出院诊断：</p>{both(len(ills))}<p style="margin:4px 0 0">出院情况：诸症减轻，纳眠可，二便调。疗效评价：中医证候积分减少{dice.randint(31, 72)}%，有效。</p><p style="margin:4px 0 0">出院医嘱：{s.advice}；慎起居，调情志，避风寒。</p>
<div style="display:flex;justify-content:flex-end;gap:36px;margin-top:30px"><span>{f("physician_title", rank)}：{f("physician_name", chief)}</span><span>住院医师：{sign("physician", doctor, dice)}</span></div><div class="r" style="margin-top:10px;position:relative">{when("sign_date", b, st)}{stamp}</div>"""
    return page(body, font=dice.choice((SONG, FANG)), size=15, pad="44px 64px")


TEMPLATES = {
    "county-discharge-word": Template("discharge_summary", 794, 1123, word),
    "county-discharge-boxed": Template("discharge_summary", 794, 1123, boxed),
    "county-discharge-columns": Template("discharge_summary", 794, 1123, columns),
    "county-discharge-double": Template("discharge_summary", 794, 1123, double),
}
