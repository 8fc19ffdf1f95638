"""Discharge papers of eight makers: prose, grids, columns, a torn slip and a telephone's screen."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.district_base import (
    Case,
    case,
    date_style,
    hospital,
    line,
    listed,
    plain,
    tags,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign

SHARP = "'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei',sans-serif"
MING = "'AR PL UMing CN',serif"


def _prose(dice: random.Random) -> str:
    """An electronic record: the patient's line on top of the sheet, then headed paragraphs."""
    c = case(dice, more=6)
    t, s = tags(c), date_style(dice)
    clock = dice.choice(("", " %H:%M", " %H:%M:%S"))
    bed = f"{dice.randint(1, 68):02d}{dice.choice(('床', '', '+1床'))}"
    drugs = "；".join(f"{n}（{p}）{u}" for n, p, u in c.ill.drugs)
    title = (
        f"（{f('physician_title', dice.choice(('主治医师', '住院医师', '副主任医师')))}）"
        if dice.random() < 0.5
        else ""
    )
    born = f"<td>出生日期：{when('birth_date', _noon(c), s)}</td>" if dice.random() < 0.4 else "<td></td>"
    body = f"""<h2 style="font-size:22px;letter-spacing:2px">{hospital(c)}</h2><h1 style="font-size:25px;letter-spacing:9px;margin:2px 0 8px">出院记录</h1>
<div style="display:flex;justify-content:space-between;border-bottom:1.5px solid #000;padding-bottom:2px;font-size:14px"><span>姓名：{t["name"]}</span><span>科别：{t["dept"]}</span><span>病区：{c.dept}{dice.choice("一二三")}病区</span><span>床号：{bed}</span><span>住院号：{t["number"]}</span></div>
<table style="margin:8px 0"><tr><td style="width:25%">性别：{t["sex"]}</td><td style="width:25%">年龄：{t["age"]}</td>{born}</tr><tr><td colspan="2">入院日期：{when("admission_date", c.admitted, s, clock)}</td><td>出院日期：{when("discharge_date", c.left, s, clock)}</td></tr><tr><td colspan="2">住院天数：{c.days}天</td><td>职业：{dice.choice(("农民", "退休人员", "其他", "职员"))}　婚姻：已婚</td></tr></table>
<p><b>入院时情况：</b>患者{c.who.name[0]}某，{c.who.sex}，因“{c.ill.complaint}”入院。{c.ill.story}查体：T {dice.uniform(36.2, 37.6):.1f}℃，P {dice.randint(66, 112)}次/分，R {dice.randint(17, 24)}次/分，BP {dice.randint(110, 158)}/{dice.randint(66, 96)}mmHg，{c.ill.found}</p>
<p><b>入院诊断：</b>{plain(c, "　", "{}.", 2)}</p><p><b>诊疗经过：</b>{c.ill.tests}{c.ill.course}</p>
<p style="margin-bottom:0"><b>出院诊断：</b></p><div style="padding-left:2.2em">{listed(c, mark=dice.choice(("{}.", "{}、", "{}）")))}</div>
<p><b>出院时情况：</b>患者一般情况可，诉症状较前好转，饮食、睡眠可，二便正常。{c.ill.found.split("，")[0]}，生命体征平稳。切口愈合：/。</p>
<p><b>出院医嘱：</b>1.{c.ill.advice}2.出院带药：{drugs}。3.如有不适，及时就诊，科室电话：0{dice.randint(310, 990)}-{dice.randint(2000000, 8999999)}。</p>
<div style="margin:26px 30px 0 0;text-align:right">医师签名：{f("physician_name", c.doctors[0])}{title}{sign("physician", c.doctors[0], dice)}<br>{when("issue_date", c.left, s, clock)}</div>"""
    foot = f'<div style="position:absolute;bottom:26px;left:60px;right:60px;border-top:1px solid #000;font-size:12px;display:flex;justify-content:space-between"><span>打印人：{c.doctors[3]}</span><span>第 1 页 共 1 页</span><span>打印时间：{c.left:%Y-%m-%d %H:%M}</span></div>'
    return page(
        body + foot,
        "p{margin:5px 0;text-indent:2em;text-align:justify}",
        font=dice.choice((SONG, MING, HEI)),
        size=14,
    )


def _noon(c: Case) -> dt.datetime:
    return dt.datetime.combine(c.who.born, dt.time(12))


def _within_day(dice: random.Random) -> str:
    """Admitted and discharged within a day: one grid, two columns of labels, no colons."""
    c = case(dice, more=3)
    t, s = tags(c), dice.choice(("{0:%Y-%m-%d}", "{0.year}年{0:%m}月{0:%d}日"))
    out = c.admitted.replace(hour=(c.admitted.hour + 3) % 24) if c.admitted.hour < 20 else c.admitted
    cell = "style='width:15%;background:#f1f1f1'" if dice.random() < 0.5 else "style='width:15%'"
    pairs = (
        ("姓　　名", t["name"], "出 生 地", f"{c.who.place.province}{c.who.place.city}"),
        ("性　　别", t["sex"], "职　　业", dice.choice(("农民", "工人", "无业", "退（离）休人员"))),
        ("年　　龄", t["age"], "入院时间", when("admission_date", c.admitted, s, " %H:%M")),
        ("民　　族", t["ethnic"], "出院时间", when("discharge_date", out, s, " %H:%M")),
        ("婚　　姻", "已婚", "病史陈述者", dice.choice(("患者本人", f"{c.relative}（{c.relation}）"))),
        ("住　　址", t["home"], "联系电话", t["phone"] if dice.random() < 0.7 else "－"),
    )
    grid = "".join(
        f"<tr><td {cell}>{a}</td><td style='width:35%'>{b}</td><td {cell}>{d}</td><td>{e}</td></tr>"
        for a, b, d, e in pairs
    )
    long = (
        ("主　　诉", c.ill.complaint), ("入院情况", c.ill.story + c.ill.found), ("入院诊断", plain(c, "；", "{}.")),
        ("诊疗经过", c.ill.tests + "与患者及家属沟通病情后，患者因个人原因要求出院，已告知出院风险，患者表示知情并签字。"),
        ("出院情况", "生命体征平稳，症状无明显变化。"), ("出院诊断", listed(c)), ("出院医嘱", c.ill.advice),
    )  # fmt: skip
    grid += "".join(
        f"<tr><td {cell}>{a}</td><td colspan=3 style='padding:7px'>{b}</td></tr>" for a, b in long
    )
    body = f"""<div style="font-size:13px;text-align:right">住院号 {t["number"]}　科室 {t["dept"]}　床号 {dice.randint(1, 50)}</div><h2 style="font-size:24px">{hospital(c)}</h2><h1 style="font-size:22px;margin:4px 0 10px">24小时内入出院记录</h1>
<table class="g">{grid}</table><table style="margin-top:14px"><tr><td>患者/家属签名：{hand(c.relative)}　与患者关系：{c.relation}</td><td class="r">医师签名：{sign("physician", c.doctors[0], dice)}</td></tr><tr><td></td><td class="r">{when("issue_date", out, s)}</td></tr></table>"""
    return page(body, font=dice.choice((SONG, KAI)), size=14, pad="44px 52px")


def _eastern(dice: random.Random) -> str:
    """A grid with upright labels on the left and ticked outcomes, one sheet without prose around it."""
    c = case(dice, more=5)
    t, s = tags(c), date_style(dice)
    result = dice.choice(("治愈", "好转", "好转", "未愈", "其他"))
    ticks = "　".join(f"{'☑' if r == result else '□'}{r}" for r in ("治愈", "好转", "未愈", "死亡", "其他"))
    drugs = "".join(
        f"<tr><td>{n}</td><td>{p}</td><td>{u}</td><td>{dice.randint(1, 4)}盒</td></tr>"
        for n, p, u in c.ill.drugs
    )
    up = "style='width:34px;text-align:center;padding:5px 8px;line-height:1.3;word-break:break-all'"
    insurance = (
        f"<td>费别</td><td>{f('insurance_type', c.who.insurance, {'employee': '城镇职工医保', 'resident': '城乡居民医保'}[c.who.insurance])}</td>"
        if dice.random() < 0.6
        else "<td>费别</td><td>&nbsp;</td>"
    )
    stamp = (
        seal(c.hospital, "出院专用章", size=140, at=(dice.randint(430, 560), -70), turn=dice.uniform(-20, 20))
        if dice.random() < 0.6
        else ""
    )
    body = f"""<h1 style="font-size:24px">{hospital(c)} 出院小结</h1><div style="text-align:right;font-size:12px;margin:3px 0">病案号 <b>{t["number"]}</b></div>
<table class="g"><tr><td>姓名</td><td style="width:17%"><b>{t["name"]}</b></td><td>性别</td><td>{t["sex"]}</td><td>年龄</td><td>{t["age"]}</td>{insurance}</tr>
<tr><td>入院日期</td><td colspan=3>{when("admission_date", c.admitted, s)}</td><td>入院科室</td><td colspan=3>{t["dept"]}</td></tr><tr><td>出院日期</td><td colspan=3>{when("discharge_date", c.left, s)}</td><td>出院科室</td><td colspan=3>{c.dept}（{dice.randint(3, 16)}楼{dice.choice("东西")}）</td></tr></table>
<table class="g" style="border-top:0"><tr><td {up}>诊断</td><td style="width:46%;vertical-align:top"><u>入院诊断</u><br>{plain(c, count=2)}</td><td style="vertical-align:top"><u>出院诊断</u><br>{listed(c)}</td></tr>
<tr><td {up}>入院经过</td><td colspan=2>{c.ill.complaint}。{c.ill.story}<br>{c.ill.past}</td></tr><tr><td {up}>检查结果</td><td colspan=2>{c.ill.tests}</td></tr><tr><td {up}>诊疗过程</td><td colspan=2>{c.ill.course}<br>手术名称：无　　手术日期：－　　切口/愈合：－</td></tr>
<tr><td {up}>转归</td><td colspan=2 style="padding:14px 8px">{ticks}</td></tr><tr><td {up}>出院带药</td><td colspan=2 style="padding:0"><table class="n"><tr><td>药名</td><td>规格</td><td>用法</td><td>数量</td></tr>{drugs}</table></td></tr>
<tr><td {up}>随访</td><td colspan=2>{c.ill.advice}<br>复诊专科：{c.dept}门诊（每周一、三、五上午）　预约电话：{dice.randint(60000000, 89999999)}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:18px;position:relative">{stamp}<span>主任医师 {f("physician_name", c.doctors[2])}</span><span>主治医师 {f("physician_name", c.doctors[1])}</span><span>住院医师 {f("physician_name", c.doctors[0])}</span><span>{when("issue_date", c.left, s)}</span></div><div style="font-size:11px;margin-top:10px">※本小结一式两份，一份归档病历，一份交患者或其近亲属保存；遗失不补。</div>"""
    return page(
        body,
        ".n td{border:0;border-bottom:1px dotted #999}.n tr:last-child td{border:0}",
        font=dice.choice((SONG, MICRO)),
        size=13,
        pad="40px 48px",
    )


def _slip(dice: random.Random) -> str:
    """A discharge slip with its counterfoil, printed into a form by a needle printer."""
    c = case(dice, more=1)
    t = tags(c)

    def on(x: object, w: int) -> str:
        return f'<span class="v" style="min-width:{w}px">{x}</span>'

    def spread(field: str, moment: dt.datetime) -> str:
        return f'<span data-field="{field}" data-value="{moment.date().isoformat()}">{on(moment.year, 52)}年{on(moment.month, 34)}月{on(moment.day, 34)}日</span>'

    number = f"{dice.randint(0, 99999):06d}"
    result = dice.choice(("治愈", "好转", "未愈"))
    ticks = " ".join(
        f"{n}.{r}{'√' if r == result else ''}" for n, r in enumerate(("治愈", "好转", "未愈", "转院"), 1)
    )
    body = f"""<div style="display:flex;height:100%"><div style="width:250px;border-right:2px dashed #666;padding:0 18px 0 4px;font-size:13px;line-height:2.1"><div class="c b">出院证（存根）</div>第 {number} 号<br>姓名{on(c.who.name, 90)}<br>住院号{on(c.number, 90)}<br>入院{on(f"{c.admitted:%Y.%m.%d}", 110)}<br>出院{on(f"{c.left:%Y.%m.%d}", 110)}<br>科别{on(c.dept, 100)}<br>结账{on("已结", 60)}<br>经办{hand(c.doctors[3])}</div>
<div style="flex:1;padding-left:30px;position:relative"><h2 style="font-size:21px">{hospital(c)}</h2><h1 style="font-size:24px;letter-spacing:16px">出院证</h1><div class="r" style="font-size:12px">No.<span style="color:#c22">{number}</span></div>
<div style="line-height:2.25">姓名{on(t["name"], 100)}性别{on(t["sex"], 40)}年龄{on(t["age"], 60)}职业{on(dice.choice(("农民", "教师", "", "退休")), 80)}<br>科别{on(t["dept"], 120)}床号{on(dice.randint(1, 60), 40)}住院号{on(t["number"], 120)}<br>住址{on(t["home"], 420)}<br>入院日期{spread("admission_date", c.admitted)}　出院日期{spread("discharge_date", c.left)}　计{on(c.days, 36)}天<br>出院诊断 {on(listed(c, " ", "{}."), 440)}<br>治疗结果：{ticks}<br>出院后注意事项：{on(c.ill.advice, 300)}<br>建议休息{on(dice.choice(("贰周", "壹月", "", "7天")), 60)}　门诊随访</div>
<div style="display:flex;justify-content:space-between;margin-top:12px"><span>科主任{sign("physician", None, dice)}</span><span>经治医师{sign("physician", c.doctors[0], dice)}</span><span>{when("issue_date", c.left, "{0:%Y}年{0:%m}月{0:%d}日")}</span></div><div style="font-size:11px;margin-top:10px">注：1.本证经加盖医院公章后有效，涂改无效。2.凭此证办理出院结算及医保报销手续。</div>{seal(c.hospital, dice.choice(("医务科", "疾病证明专用章", "")), size=136, at=(dice.randint(420, 520), 330), turn=dice.uniform(-25, 25), colour=dice.choice(("red", "red", "blue")))}</div></div>"""
    return page(
        body,
        f".v{{display:inline-block;border-bottom:1px solid #333;font-family:{SHARP};color:#223a78;padding:0 5px;line-height:1.35;text-align:left;letter-spacing:.5px}}",
        font=SONG,
        size=15,
        pad="34px 30px",
    )


_CHINESE = {
    "呼吸内科": ("肺胀病", "痰热郁肺证"), "内分泌科": ("消渴病", "气阴两虚证"), "肾内科": ("慢性肾衰", "脾肾气虚、湿浊内阻证"), "消化内科": ("鼓胀", "水湿困脾证"),
    "神经内科": ("中风病-中经络", "风痰阻络证"), "风湿免疫科": ("蝶疮流注", "脾肾阳虚证"), "心血管内科": ("心衰病", "阳虚水泛证"), "肿瘤科": ("肺癌病", "气阴两虚、痰瘀互结证"),
    "精神科": ("癫狂病", "痰火扰神证"), "血液科": ("骨痹", "气虚血瘀证"),
}  # fmt: skip


def _herbal(dice: random.Random) -> str:
    """A hospital of Chinese medicine: four examinations, Chinese and western diagnoses side by side."""
    c = case(dice, chinese=True, more=4)
    t, s = tags(c), date_style(dice)
    illness, sign_ = _CHINESE[c.dept]
    recipe = "、".join(
        f"{h}{dice.choice((6, 9, 10, 12, 15, 20, 30))}g"
        for h in dice.sample(
            (
                "黄芪",
                "党参",
                "茯苓",
                "白术",
                "当归",
                "川芎",
                "丹参",
                "半夏",
                "陈皮",
                "桂枝",
                "熟地黄",
                "山药",
                "桃仁",
                "红花",
                "甘草",
            ),
            11,
        )
    )
    told = f("diagnosis", illness) + dice.choice(("　", "<br>")) + sign_
    body = f"""<div style="display:flex;align-items:center;border-bottom:3px double #7a2a1e;padding-bottom:6px"><div style="width:54px;height:54px;border:2px solid #7a2a1e;border-radius:50%;font-size:26px;text-align:center;line-height:50px;color:#7a2a1e">中</div><div style="flex:1"><h2 style="font-size:23px">{hospital(c)}</h2><div class="c" style="font-size:12px">{t["level"]}医院　医保定点单位</div></div></div><h1 style="font-size:22px;margin:8px">出　院　记　录</h1>
<div class="k"><div>姓　名　{t["name"]}</div><div>性　别　{t["sex"]}</div><div>年　龄　{t["age"]}</div><div>科　室　{t["dept"]}</div><div>住院号　{t["number"]}</div><div>发病节气　{dice.choice(("立冬", "小暑", "惊蛰", "寒露"))}</div><div>入院时间　{when("admission_date", c.admitted, s)}</div><div>出院时间　{when("discharge_date", c.left, s)}</div><div>住院　{c.days} 日</div></div>
<div class="s"><b>主　　诉</b>{c.ill.complaint}。</div><div class="s"><b>四诊摘要</b>{c.ill.story}纳眠欠佳，舌{dice.choice(("淡暗", "红", "质暗红"))}，苔{dice.choice(("白腻", "薄黄", "少"))}，脉{dice.choice(("弦细", "沉细", "滑"))}。</div><div class="s"><b>入院诊断</b>中医：{illness}（{sign_}）　西医：{plain(c, "；", "{}.", 1)}</div><div class="s"><b>检查结果</b>{c.ill.tests}</div><div class="s"><b>治疗经过</b>入院后完善检查，中医以“扶正祛邪、标本兼治”为法，予中药汤剂：{recipe}，日一剂，水煎400ml分早晚温服；配合针刺、艾灸、穴位贴敷。西医：{c.ill.course}</div>
<table class="g" style="margin:8px 0"><tr><td class="c" style="width:40%">中医诊断</td><td class="c">西医诊断</td></tr><tr><td style="vertical-align:top">{told}</td><td>{listed(c)}</td></tr></table><div class="s"><b>出院情况</b>好转。舌淡红，苔薄白，脉细。</div><div class="s"><b>出院医嘱</b>{c.ill.advice}慎起居，避风寒，调情志，节饮食。</div>
<div style="text-align:right;margin-top:20px;line-height:2.3">上级医师：{sign("physician", c.doctors[1], dice)}　经治医师：{sign("physician", c.doctors[0], dice)}<br>{when("issue_date", c.left, s, " %H时%M分")}</div>"""
    return page(
        body,
        ".k{display:grid;grid-template-columns:1.15fr 1.15fr .9fr;gap:3px 0;margin:6px 0}.s{margin:5px 0;padding-left:5.2em;text-indent:-5.2em;text-align:justify}.s b{display:inline-block;width:5.2em;text-indent:0}",
        font=dice.choice((KAI, SONG, MING)),
        size=14,
        pad="40px 54px",
    )


def _bilingual(dice: random.Random) -> str:
    """A private hospital's summary in Chinese and English, labels above values."""
    c = case(dice, more=4)
    t, s = tags(c), dice.choice(("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%d/%m/%Y}"))
    s = "{0:%Y-%m-%d}" if s.startswith("{0:%d") else s
    cells = (
        ("病人姓名 Patient Name", t["name"]), ("性别 Gender", t["sex"] + (" Male" if c.who.sex == "男" else " Female")), ("年龄 Age", t["bare_age"] + " Y"), ("病历号 MRN", t["number"]),
        ("入院日期 Admission", when("admission_date", c.admitted, s)), ("出院日期 Discharge", when("discharge_date", c.left, s)), ("科室 Department", t["dept"]), ("证件号码 ID No.", t["id"] if dice.random() < 0.6 else "—"),
    )  # fmt: skip
    head = "".join(f'<div><div class="l">{a}</div><div class="w">{b}</div></div>' for a, b in cells)
    rows = "".join(f"<tr><td>{n}</td><td>{p}</td><td>{u}</td></tr>" for n, p, u in c.ill.drugs)

    def part(a: object, b: object, x: object) -> str:
        return f'<div class="h">{a} <i>{b}</i></div><div class="x">{x}</div>'

    tone = dice.choice(("#0b5c7d", "#2d6a4f", "#5b3a7a"))
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div><div style="font-size:20px;color:{tone};font-weight:600">{hospital(c)}</div><div style="font-size:11px;color:#666">General Hospital · JCI Accredited</div></div><div style="font-size:11px;text-align:right;color:#555">{c.who.place.city}{c.who.place.county}{c.who.place.road}{dice.randint(1, 99)}号<br>Tel 400-{dice.randint(100, 999)}-{dice.randint(1000, 9999)}</div></div>
<div style="background:{tone};color:#fff;text-align:center;font-size:19px;padding:5px;margin:10px 0">出院小结 Discharge Summary</div><div class="q">{head}</div>
{part("出院诊断", "Discharge Diagnosis", listed(c, mark="({}) "))}{part("入院原因", "Reason for Admission", c.ill.complaint + "。" + c.ill.story)}{part("既往史/过敏史", "Past History / Allergies", c.ill.past)}{part("重要检查结果", "Significant Findings", c.ill.tests)}{part("住院经过", "Hospital Course", c.ill.course)}{part("出院时情况", "Condition at Discharge", "稳定 Stable　疼痛评分 " + str(dice.randint(0, 2)) + "/10")}
<div class="h">出院带药 <i>Discharge Medications</i></div><table class="m"><tr><td>药品</td><td>规格</td><td>用法用量</td></tr>{rows}</table>{part("随访计划", "Follow-up", c.ill.advice)}
<div style="display:flex;justify-content:space-between;margin-top:22px"><span>主诊医生 Attending Physician: {f("physician_name", c.doctors[0])} {f("physician_title", dice.choice(("主任医师", "副主任医师")))}</span><span>日期 Date: {when("issue_date", c.left, s)}</span></div><div style="font-size:10px;color:#777;margin-top:12px">Electronically signed. 本文件由系统生成，电子签名与手写签名具有同等效力。  Page 1/1</div>"""
    css = f".q{{display:grid;grid-template-columns:repeat(4,auto);border:1px solid {tone}}}.q>div{{padding:4px 8px;border-right:1px solid #ccc;border-bottom:1px solid #ccc}}.l{{font-size:10px;color:#777}}.w{{font-size:14px}}.h{{color:{tone};font-weight:600;border-bottom:1px solid {tone};margin-top:9px}}.h i{{font-weight:400;font-size:11px}}.x{{padding:3px 0;line-height:1.5;text-align:justify}}.m td{{border-bottom:1px solid #ddd;font-size:13px}}"
    return page(body, css, font=dice.choice((HEI, MICRO)), size=13, pad="38px 46px")


def _typed(dice: random.Random) -> str:
    """A county clerk's Word file: underlined values, two columns of diagnoses, half the lines empty."""
    c = case(dice, more=3)
    t, s = tags(c), "{0.year}年{0.month}月{0.day}日"
    body = f"""<h1 style="font-size:26px;margin-top:6px">{hospital(c)}</h1><h1 style="font-size:30px;letter-spacing:14px;margin:8px 0 20px">出院小结</h1><div style="line-height:2.15">
姓名：{line(t["name"], 110)} 性别：{line(t["sex"], 50)} 年龄：{line(t["age"], 70)} 民族：{line(t["ethnic"], 60)} 婚否：{line(dice.choice(("已婚", "", "未婚", "丧偶")), 50)}<br>身份证号：{line(t["id"], 240)} 联系电话：{line(t["phone"] if dice.random() < 0.6 else "", 150)}<br>家庭住址：{line(t["home"], 520)}<br>工作单位：{line(c.unit if dice.random() < 0.5 else "", 260)} 住院号：{line(t["number"], 130)}<br>
入院时间：{line(when("admission_date", c.admitted, s), 170)} 出院时间：{line(when("discharge_date", c.left, s), 170)} 共住院{line(str(c.days), 40)}天<br>入院诊断：{line(plain(c, "、", "", 2), 500)}<br>出院诊断：{line(listed(c, "　"), 500)}<br>病理诊断：{line("", 300)} 手术名称：{line("", 170)}</div>
<div style="line-height:1.9;text-align:justify"><b>一、主要病史及体征：</b>{c.ill.complaint}。{c.ill.story}{c.ill.found}<br><b>二、主要化验及特检结果：</b>{c.ill.tests}<br><b>三、治疗经过：</b>{c.ill.course}<br><b>四、出院医嘱：</b>{c.ill.advice}</div>
<div style="position:relative;margin:46px 20px 0 300px;line-height:2.2">主管医师（签字）：{sign("physician", c.doctors[0], dice, 120)}<br>科室（盖章）：<br>{when("issue_date", c.left, s)}{seal(c.hospital, dice.choice((c.dept, "业务专用章")), size=150, at=(110, -12), turn=dice.uniform(-18, 18))}</div>"""
    return page(body, font=dice.choice((SONG, "'AR PL UMing CN',serif")), size=16, pad="48px 66px")


def _screen(dice: random.Random) -> str:
    """A telephone's screen: the discharge summary in a hospital's app, cards on grey."""
    c = case(dice, longest=14)
    t, s = tags(c), dice.choice(("{0:%Y-%m-%d}", "{0:%Y/%m/%d}"))
    tone = dice.choice(("#1989fa", "#07b28a", "#4a6cf7"))

    def item(a: object, b: object) -> str:
        return f'<div class="i"><span>{a}</span><span>{b}</span></div>'

    drugs = "".join(
        f'<div style="padding:5px 0;border-bottom:1px solid #f0f0f0">{n}<div style="color:#999;font-size:12px">{p}　{u}</div></div>'
        for n, p, u in c.ill.drugs[:2]
    )
    masked = c.who.name[0] + "*" * (len(c.who.name) - 1)
    body = f"""<div style="display:flex;justify-content:space-between;padding:7px 16px;font-size:13px;background:{tone};color:#fff"><span>{dice.randint(7, 22)}:{dice.randint(0, 59):02d}</span><span>5G　{dice.randint(12, 99)}%</span></div><div style="background:{tone};color:#fff;text-align:center;padding:9px;font-size:17px;position:relative"><span style="position:absolute;left:16px">‹</span>出院小结<span style="position:absolute;right:14px">···</span></div>
<div class="d"><div style="font-weight:600;font-size:16px">{hospital(c)}</div>{item("就诊人", t["name"])}{item("性别/年龄", t["sex"] + " / " + t["age"])}{item("住院号", t["number"])}{item("出院科室", t["dept"])}{item("入院时间", when("admission_date", c.admitted, s, " %H:%M"))}{item("出院时间", when("discharge_date", c.left, s, " %H:%M"))}{item("主管医生", f("physician_name", c.doctors[0]))}</div>
<div class="d"><div class="t">出院诊断</div>{listed(c)}</div><div class="d"><div class="t">诊疗经过</div><div style="color:#444;text-align:justify">{c.ill.course}</div></div><div class="d"><div class="t">出院带药</div>{drugs}</div><div class="d"><div class="t">出院医嘱</div>{c.ill.advice}</div><div style="text-align:center;color:#aaa;font-size:11px">当前登录：{masked}　数据仅供参考，以纸质病历为准</div>"""
    css = f"body{{background:#f3f4f6}}.d{{background:#fff;border-radius:8px;margin:10px;padding:10px 12px}}.i{{display:flex;justify-content:space-between;padding:3px 0}}.i>span:first-child{{color:#888}}.t{{font-weight:600;border-left:3px solid {tone};padding-left:7px;margin-bottom:4px}}"
    return page(body, css, font=dice.choice((HEI, MICRO)), size=14, pad="0")


TEMPLATES: dict[str, Template] = {
    "district-discharge_summary-prose": Template("discharge_summary", 794, 1123, _prose),
    "district-discharge_summary-within-day": Template("discharge_summary", 794, 1123, _within_day),
    "district-discharge_summary-eastern": Template("discharge_summary", 794, 1123, _eastern),
    "district-discharge_summary-slip": Template("discharge_summary", 960, 580, _slip),
    "district-discharge_summary-herbal": Template("discharge_summary", 794, 1123, _herbal),
    "district-discharge_summary-bilingual": Template("discharge_summary", 794, 1123, _bilingual),
    "district-discharge_summary-typed": Template("discharge_summary", 794, 1123, _typed),
    "district-discharge_summary-screen": Template("discharge_summary", 430, 980, _screen),
}
