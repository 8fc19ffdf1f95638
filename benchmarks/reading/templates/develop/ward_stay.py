"""Discharge papers of wards: within a day, in a grid, told as a story, a slip, of both schools, a long list."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, checkbox, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import shown
from benchmarks.reading.templates.develop.ward_words import (
    UMING,
    Case,
    age,
    case,
    clock,
    dated,
    no,
    sex,
    some,
    when,
)

JOBS = ("农民", "退（离）休人员", "工人", "无业人员", "个体经营者", "职员", "自由职业者")


def hour(dice: random.Random, day: dt.date, first: int = 8, last: int = 17) -> str:
    """Day and hour as records have them."""
    h, m = dice.randint(first, last), dice.randint(0, 59)
    return dice.choice(
        (
            f"{day:%Y-%m-%d} {h:02d}:{m:02d}",
            f"{day:%Y年%m月%d日}{h:02d}时{m:02d}分",
            f"{day:%Y年%m月%d日} {h:02d}:{m:02d}",
            f"{day:%Y年%m月%d日}{h}时",
        )
    )


def better(dice: random.Random, c: Case) -> str:
    """How the patient leaves."""
    return dice.choice((
        f"患者诉{c.ill.complaint.split('，')[-1].rstrip('0123456789天周月年半余')}症状较前明显缓解，精神、食欲、睡眠可，大小便正常。查体：生命体征平稳，神清，心肺腹未见明显异常体征。",
        "患者病情平稳，无特殊不适，精神可，二便调。BP 128/76mmHg，双肺呼吸音清，未闻及明显干湿性啰音，心律齐，腹软，无压痛。",
        "好转。生命体征平稳，原有症状减轻，复查指标较前改善，准予出院。",
    ))  # fmt: skip


def one_day(dice: random.Random) -> str:
    """The record of a stay under a day: eleven items in two columns, then the story."""
    c = case(dice)
    p = c.person
    out = c.came + dt.timedelta(days=dice.choice((0, 1)))
    told = some(dice, c.ill, 4)
    pairs = (
        ("姓&emsp;&emsp;名", f("patient_name", p.name)), ("职&emsp;&emsp;业", dice.choice(JOBS)), ("性&emsp;&emsp;别", sex(p)),
        ("入院时间", when("admission_date", c.came, hour(dice, c.came, 7, 11))), ("年&emsp;&emsp;龄", age(dice, c.age)), ("出院时间", when("discharge_date", out, hour(dice, out, 14, 16))),
        ("婚姻状况", "已婚"), ("记录时间", f"{out:%Y-%m-%d} 17:{no(dice, '1#')}"), ("民&emsp;&emsp;族", f("ethnicity", p.ethnicity, p.ethnicity + "族")),
        ("病史陈述者", dice.choice(("患者本人", "患者本人及家属"))), ("出&ensp;生&ensp;地", f"{p.place.province}{p.place.city}"), ("住&emsp;&emsp;址", f("address", p.address)),
    )  # fmt: skip
    part: Callable[..., str] = lambda label, text: f"<div class='p'><b>{label}：</b>{text}</div>"
    listed: Callable[[], str] = lambda: "".join(
        f"<div style='padding-left:5.2em'>{n}.{f('diagnosis', d)}</div>" for n, d in enumerate(told, 1)
    )
    body = f"""<h2 style='font-size:22px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:20px;letter-spacing:3px;margin:4px 0 8px'>24小时内入出院记录</h2>
<div style='display:flex;justify-content:space-between;border-bottom:1.2px solid #000;font-size:14px'><span>科别：{f("department", c.ill.department)}</span><span>床号：{no(dice, "##")}床</span><span>住院号：{f("record_number", no(dice, "2#######"))}</span></div>
<div style='display:grid;grid-template-columns:1fr 1.35fr;margin:6px 0'>{"".join(f"<span>{a}：{b}</span>" for a, b in pairs)}</div>
{part("主诉", c.ill.complaint + "。")}{part("入院情况", c.ill.found)}<div class='p'><b>入院诊断：</b></div>{listed()}{part("诊疗经过", c.ill.course[:-1] + "。患者及家属要求出院，告知病情及风险后签字同意，予办理出院。")}{part("出院情况", better(dice, c))}<div class='p'><b>出院诊断：</b></div>{listed()}{part("出院医嘱", c.ill.advice)}
<div style='margin:18px 30px 0 0;text-align:right;line-height:2'>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.7 else None, dice)}<br>{when("sign_date", out, shown(dice, out, "年"))}</div><div style='position:absolute;bottom:26px;left:0;right:0;text-align:center;font-size:12px'>第 1 页</div>"""
    return page(body, ".p{text-align:justify}", dice.choice((SONG, UMING, SONG)), 15, "44px 64px")


def grid(dice: random.Random) -> str:
    """A form of 16 K in full grid with boxes for the outcome."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 5)
    days = (c.left - c.came).days
    tall: Callable[..., str] = lambda label, text, height: (
        f"<tr style='height:{height}px'><td class='l'>{label}</td><td colspan='7' style='vertical-align:top'>{text}</td></tr>"
    )
    box: Callable[..., str] = lambda labels: "&ensp;".join(
        f"{checkbox(n == 0)}{x}" for n, x in enumerate(labels)
    )
    outcome = ["治愈", "好转", "未愈", "死亡", "其他"]
    body = f"""<h2 style='font-size:20px;letter-spacing:2px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:22px;letter-spacing:12px;margin:2px 0 8px'>出院小结</h2>
<table class='g'><tr><td class='l'>姓名</td><td>{f("patient_name", p.name)}</td><td class='l'>性别</td><td>{sex(p)}</td><td class='l'>年龄</td><td>{age(dice, c.age)}</td><td class='l'>病案号</td><td>{f("record_number", no(dice, "######"))}</td></tr>
<tr><td class='l'>科室</td><td colspan='3'>{f("department", c.ill.department)}</td><td class='l'>床号</td><td>{no(dice, "##")}</td><td class='l'>住院天数</td><td>{days}天</td></tr><tr><td class='l'>入院日期</td><td colspan='3'>{dated(dice, "admission_date", c.came)}</td><td class='l'>出院日期</td><td colspan='3'>{dated(dice, "discharge_date", c.left)}</td></tr>
<tr><td class='l'>单位或<br>住址</td><td colspan='4'>{f("address", p.address)}</td><td class='l'>电话</td><td colspan='2'>{f("phone", p.phone)}</td></tr>
{tall("入院诊断", fs("diagnosis", told[:2], "；", numbered=True), 48)}{tall("出院诊断", "<br>".join(f"{n}、" + f("diagnosis", d) for n, d in enumerate(told, 1)), 110)}{tall("入院时<br>情&emsp;况", f"主诉：{c.ill.complaint}。{c.ill.found}", 120)}{tall("诊&emsp;疗<br>经&emsp;过", c.ill.course, 150)}{tall("出院时<br>情&emsp;况", better(dice, c), 80)}
<tr><td class='l'>治疗效果</td><td colspan='7'>{box([outcome[1], outcome[0], *outcome[2:]])}</td></tr>{tall("出院后<br>建&emsp;议", c.ill.advice, 90)}
<tr style='height:40px'><td class='l'>{f("physician_title", "主治医师")}</td><td colspan='3'>{f("physician_name", c.doctors[1])}</td><td class='l'>{f("physician_title", "住院医师")}</td><td colspan='3'>{f("physician_name", c.doctors[0])}</td></tr></table><div style='display:flex;justify-content:space-between;font-size:13px;margin-top:4px'><span>注：本小结一式两份，一份交患者，一份归入病案。</span><span>{when("sign_date", c.left, shown(dice, c.left, "年"))}</span></div>
{seal(c.hospital, dice.choice(("医务科", "病案室", "出院专用章")), size=134, at=(500, 800), turn=dice.uniform(-20, 20)) if dice.random() < 0.6 else ""}"""
    return page(
        body,
        ".l{text-align:center;white-space:nowrap;width:72px}.g td{padding:3px 5px;height:30px;font-size:14px}",
        dice.choice((SONG, KAI, UMING)),
        14,
        "34px 44px",
    )


def running(dice: random.Random) -> str:
    """Told as a story: name, dates and diagnoses stand in the sentences."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill)
    first = told[: max(1, len(told) - 2)]
    bold: Callable[..., str] = lambda label: f"<b>{label}</b>"
    body = f"""<div style='text-align:center;font-size:22px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:20px;font-weight:600;letter-spacing:10px'>出院记录</div>
<div class='hd'><span>姓名：<u>{f("patient_name", p.name)}</u></span><span>科室：<u>{f("department", c.ill.department)}</u></span><span>床号：<u>{no(dice, "0##")}</u></span><span>住院号：<u>{f("record_number", no(dice, "0000######"))}</u></span></div>
<p>患者{f("patient_name", p.name)}，{sex(p)}{dice.choice(("性", ""))}，{f("age", c.age, f"{c.age}岁")}，因“{c.ill.complaint}”于{when("admission_date", c.came, hour(dice, c.came))}由门诊拟“{f("diagnosis", told[0])}”收入我科，于{when("discharge_date", c.left, hour(dice, c.left))}出院，共住院{(c.left - c.came).days}天。</p>
<p>{bold("入院时情况：")}{c.ill.found}辅助检查：{c.came - dt.timedelta(days=dice.randint(3, 40)):%Y-%m-%d}外院检查资料已阅。</p><p>{bold("入院诊断：")}{fs("diagnosis", first, "；", numbered=True)}。</p><p>{bold("诊疗经过：")}{c.ill.course}请示{dice.choice("张李王陈刘")}主任后准予出院。</p><p>{bold("出院诊断：")}{fs("diagnosis", told, "；", numbered=True)}。</p><p>{bold("出院情况：")}{better(dice, c)}</p><p>{bold("出院医嘱：")}{c.ill.advice}如有不适，及时就诊。科室电话：0{no(dice, "7##-8######")}。</p>
<div style='text-align:right;line-height:2.1;margin-top:16px'>{f("physician_title", dice.choice(("主治医师", "副主任医师")))}：{f("physician_name", c.doctors[1])}&emsp;/&emsp;{f("physician_title", "住院医师")}：{f("physician_name", c.doctors[0])}<br>{dated(dice, "sign_date", c.left, time=True)}</div>
<div style='position:absolute;left:70px;right:70px;bottom:28px;display:flex;justify-content:space-between;font-size:12px;border-top:1px solid #555'><span>打印时间：{c.left:%Y-%m-%d} {clock(dice)}</span><span>第1页 共1页</span></div>"""
    css = ".hd{display:flex;justify-content:space-between;margin:8px 0;font-size:14px}p{margin:6px 0;text-indent:2em;text-align:justify;line-height:1.75}"
    return page(body, css, dice.choice((SONG, HEI, MICRO)), 15, "46px 70px")


def slip(dice: random.Random) -> str:
    """A half sheet: certificate of discharge, values on lines, sealed."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 3)
    u: Callable[..., str] = lambda x, w: f"<span class='u' style='min-width:{w}px'>{x}</span>"
    body = f"""<h2 style='font-size:21px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:24px;letter-spacing:14px;font-family:{KAI}'>出院证明书</h2><div style='text-align:right;color:#b22;font-size:17px;position:absolute;right:54px;top:62px'>№ {no(dice, "00#####")}</div>
<div class='k'>姓名{u(f("patient_name", p.name), 90)}性别{u(sex(p), 44)}年龄{u(age(dice, c.age), 60)}科别{u(f("department", c.ill.department), 130)}住院号{u(f("record_number", no(dice, "#######")), 100)}</div>
<div class='k'>住址{u(f("address", p.address), 330)}费别{u(f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保"), 110)}</div>
<div class='k'>于{u(when("admission_date", c.came, shown(dice, c.came, "年")), 130)}入院&emsp;于{u(when("discharge_date", c.left, shown(dice, c.left, "年")), 130)}出院&emsp;共住{u(str((c.left - c.came).days), 40)}天</div>
<div class='k' style='display:flex'><span>出院诊断：</span><span style='flex:1;border-bottom:1px solid #000'>{fs("diagnosis", told, "&ensp;", numbered=True)}</span></div>
<div class='k'>出院情况：{"&ensp;".join(f"{checkbox(n == 1, dice) if n == 1 else '□'}{x}" for n, x in enumerate(("治愈", "好转", "未愈", "转院", "自动出院")))}</div>
<div class='k' style='display:flex'><span>注意事项：</span><span style='flex:1;border-bottom:1px solid #000'>{c.ill.advice.split("；")[0]}；{dice.choice(("休息壹周，", "休息贰周，", ""))}定期门诊复查。</span></div>
<div class='k' style='margin-top:12px;display:flex;justify-content:space-between'><span>经治医师：{sign("physician", c.doctors[0] if dice.random() < 0.8 else None, dice)}</span><span style='margin-right:60px'>{when("issue_date", c.left, shown(dice, c.left, "年"))}</span></div>
<div style='position:absolute;left:50px;bottom:16px;font-size:12px'>说明：1.本证明加盖公章有效，涂改无效；2.遗失不补。</div>{seal(c.hospital, dice.choice(("出院专用章", "住院部", "医疗证明专用章")), size=142, at=(dice.randint(520, 580), 285), turn=dice.uniform(-20, 20))}"""
    css = ".k{margin-top:7px;line-height:1.75}.u{display:inline-block;border-bottom:1px solid #000;text-align:center;padding:0 6px;margin:0 8px 0 4px}"
    return page(body, css, dice.choice((SONG, UMING)), 15, "24px 50px")


def both(dice: random.Random) -> str:
    """Chinese and western diagnoses in two columns, admission left and discharge right."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 6)
    first = told[: dice.randint(1, len(told))]
    sickness, pattern = c.ill.tcm

    def side(title: str, listed: tuple[str, ...]) -> str:
        lines = "".join(f"<div>{n}. {f('diagnosis', d)}</div>" for n, d in enumerate(listed, 1))
        return f"<div><div class='b'>{title}</div><div style='display:flex'><span>中医诊断：</span><span>{f('diagnosis', f'{sickness}（{pattern}）')}</span></div><div style='display:flex'><span style='white-space:nowrap'>西医诊断：</span><span>{lines}</span></div></div>"

    para: Callable[..., str] = lambda label, text: (
        f"<div style='margin-top:8px;text-align:justify'><span class='b'>{label}：</span>{text}</div>"
    )
    pulse = dice.choice(
        (
            "舌暗红，苔白腻，脉弦滑",
            "舌淡红，苔薄白，脉细",
            "舌质紫暗，有瘀点，苔薄黄，脉细涩",
            "舌红少苔，脉细数",
        )
    )
    body = f"""<div style='text-align:center'><div style='font-size:24px;font-family:{KAI};letter-spacing:4px'>{f("hospital_name", c.hospital)}</div><div style='font-size:21px;font-weight:600;letter-spacing:8px'>出 院 记 录</div></div>
<table class='m'><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{sex(p)}</td><td>年龄：{age(dice, c.age)}</td><td>民族：{f("ethnicity", p.ethnicity, p.ethnicity + dice.choice(("", "族")))}</td></tr><tr><td colspan='2'>科别：{f("department", c.ill.department)}</td><td>床号：{no(dice, "##")}</td><td>住院号：{f("record_number", no(dice, "ZY0########"))}</td></tr><tr><td colspan='2'>入院日期：{when("admission_date", c.came, hour(dice, c.came))}</td><td colspan='2'>出院日期：{when("discharge_date", c.left, hour(dice, c.left))}</td></tr><tr><td colspan='2'>住院天数：{(c.left - c.came).days} 天</td><td colspan='2'>发病节气：{dice.choice(("立春", "雨水", "惊蛰", "谷雨", "小满", "大暑", "白露", "霜降", "立冬", "大雪"))}</td></tr></table>
<div style='display:grid;grid-template-columns:1fr 1fr;gap:18px;border-bottom:1px solid #000;padding:6px 0'>{side("入院诊断", first)}{side("出院诊断", told)}</div>
{para("入院情况", f"{c.ill.complaint}。刻下症见：神疲乏力，纳寐欠佳，{pulse}。{c.ill.found}")}{para("诊疗经过", c.ill.course + dice.choice(("中医治以益气活血、化瘀通络为法，方选补阳还五汤加减，配合针刺、艾灸、中药熏洗等特色疗法。", "中医予健脾祛湿、行气化痰之剂口服，每日一剂，分两次温服，并予穴位贴敷。")))}{para("出院情况", better(dice, c))}{para("出院医嘱", c.ill.advice + "避风寒，调情志，慎起居。")}
<div style='margin-top:24px;display:grid;grid-template-columns:1fr 1fr 1.2fr'><span>主任医师：</span><span>{f("physician_title", "主治医师")}：{f("physician_name", c.doctors[1])}</span><span>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.75 else None, dice)}</span></div><div style='text-align:right;margin-top:8px'>日期：{when("sign_date", c.left, shown(dice, c.left, "年0"))}</div>"""
    return page(
        body,
        ".m{margin-top:8px;border-top:1px solid #000;border-bottom:1px solid #000}.m td{padding:2px 4px}",
        dice.choice((SONG, UMING, KAI)),
        15,
        "44px 62px",
    )


def long_list(dice: random.Random) -> str:
    """A record system's print: running head, labels in the margin, many diagnoses wrapped in one line."""
    c = case(dice)
    p = c.person
    other = tuple(
        dict.fromkeys(
            d
            for d in (
                "慢性浅表性胃炎",
                "前列腺增生" if p.sex == "男" else "子宫肌瘤",
                "颈椎病",
                "腰椎间盘突出",
                "高尿酸血症",
                "陈旧性肺结核",
                "左肾囊肿",
                "双眼老年性白内障",
                "缺铁性贫血",
                "肝囊肿",
            )
            if dice.random() < 0.45
        )
    )
    told = tuple(dict.fromkeys((*c.ill.diagnoses, *other)))
    join = dice.choice(("；", "，", "、"))
    block: Callable[..., str] = lambda label, text: f"<tr><td class='l'>{label}</td><td>{text}</td></tr>"
    mended = f"{block('修正诊断', f('diagnosis', told[-1]))}" if dice.random() < 0.4 else ""
    body = f"""<div style='display:flex;justify-content:space-between;font-size:12px;border-bottom:1px solid #888'><span>{f("hospital_name", c.hospital)}</span><span>姓名：{f("patient_name", p.name)}</span><span>病区：{c.ill.department[:3]}{dice.choice("一二三")}病区</span><span>ID：{f("record_number", no(dice, "1000######"))}</span></div>
<h2 style='font-size:24px;margin:14px 0 10px;letter-spacing:6px'>出院小结</h2>
<table class='h'><tr><td>姓　　名</td><td>{f("patient_name", p.name)}</td><td>性　　别</td><td>{sex(p)}</td><td>年　　龄</td><td>{age(dice, c.age)}</td></tr><tr><td>科　　室</td><td>{f("department", c.ill.department)}</td><td>床　　号</td><td>{no(dice, "+#") if dice.random() < 0.2 else no(dice, "##")}</td><td>住 院 号</td><td>{f("record_number", no(dice, "8######"))}</td></tr><tr><td>入院日期</td><td>{dated(dice, "admission_date", c.came, "-")}</td><td>出院日期</td><td>{dated(dice, "discharge_date", c.left, "-")}</td><td>住院天数</td><td>{(c.left - c.came).days}</td></tr></table>
<table class='b2'>{block("入院诊断", join.join(f("diagnosis", d) for d in told[: max(2, len(told) - 4)]))}{mended}{block("出院诊断", join.join(f"{n}.{f('diagnosis', d)}" for n, d in enumerate(told, 1)))}{block("病程简介", f"{c.ill.complaint}入院。{c.ill.found}")}{block("主要检查", f"血常规：WBC {dice.uniform(4, 12):.1f}×10^9/L，HGB {dice.randint(70, 150)}g/L；空腹血糖 {dice.uniform(4, 11):.2f}mmol/L；肌酐 {dice.randint(50, 400)}μmol/L；心电图：窦性心律，ST-T改变。")}{block("治疗经过", c.ill.course)}{block("出院状态", better(dice, c))}{block("出院带药", c.ill.advice)}{block("随访计划", f"出院后{dice.choice(('1周', '2周', '1月'))}门诊复诊，预约挂号：微信公众号“{c.hospital[:2]}健康”。")}</table>
<div style='display:flex;justify-content:flex-end;gap:40px;margin-top:20px'><span>医师：{f("physician_name", c.doctors[0])}</span><span>上级医师：{f("physician_name", c.doctors[1])}</span></div><div style='text-align:right'>{when("sign_date", c.left, f"{c.left:%Y-%m-%d}")} {clock(dice)}</div><div style='text-align:center;position:absolute;bottom:24px;left:0;right:0;font-size:12px;color:#444'>— 1 —</div>
{seal(c.hospital, "病案管理科", shape=dice.choice(("circle", "ellipse")), size=136, at=(130, 940), turn=dice.uniform(-12, 12)) if dice.random() < 0.5 else ""}"""
    css = ".h td{font-size:14px;padding:2px 4px}.h td:nth-child(odd){color:#333;white-space:nowrap;width:76px}.b2{margin-top:6px;border-top:1px solid #000}.b2 td{vertical-align:top;padding:4px;font-size:14.5px;text-align:justify}.b2 .l{width:84px;white-space:nowrap;font-weight:600}"
    return page(body, css, dice.choice((HEI, SONG, MICRO)), 14, "24px 58px")


TEMPLATES: dict[str, Template] = {
    "ward-discharge_summary-one-day": Template("discharge_summary", 794, 1123, one_day),
    "ward-discharge_summary-grid": Template("discharge_summary", 695, 983, grid),
    "ward-discharge_summary-running": Template("discharge_summary", 794, 1123, running),
    "ward-discharge_summary-slip": Template("discharge_summary", 794, 559, slip),
    "ward-discharge_summary-both-schools": Template("discharge_summary", 794, 1123, both),
    "ward-discharge_summary-long-list": Template("discharge_summary", 794, 1123, long_list),
}
