"""Out-patient records, and certificates of a diagnosis: slips with a counterfoil, advice, days of rest."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, WEN, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import shown
from benchmarks.reading.templates.develop.ward_words import (
    UMING,
    age,
    bars,
    blocks,
    case,
    clock,
    dated,
    doctor,
    no,
    sex,
    some,
    when,
)  # fmt: skip

ORDERS = (
    ("苯磺酸左氨氯地平片 2.5mg×28片/盒", "2.5mg", "口服", "1次/日", "2盒"), ("盐酸二甲双胍缓释片 0.5g×60片/瓶", "1.0g", "口服", "2次/日", "1瓶"),
    ("达格列净片 10mg×14片/盒", "10mg", "口服", "1次/日", "2盒"), ("瑞舒伐他汀钙片 10mg×28片/盒", "10mg", "口服", "每晚1次", "1盒"),
    ("替米沙坦片 40mg×24片/盒", "80mg", "口服", "1次/日", "2盒"), ("富马酸丙酚替诺福韦片 25mg×30片/瓶", "25mg", "口服", "1次/日", "1瓶"),
    ("左甲状腺素钠片 50μg×100片/盒", "75μg", "口服", "1次/日", "1盒"), ("百令胶囊 0.5g×42粒/盒", "2.0g", "口服", "3次/日", "6盒"),
    ("多巴丝肼片 250mg×40片/瓶", "125mg", "口服", "3次/日", "1瓶"), ("布地格福吸入气雾剂 120揿/支", "2揿", "吸入", "2次/日", "1支"),
    ("门冬胰岛素30注射液 300U/支", "14U", "皮下注射", "2次/日", "3支"), ("叶酸片 5mg×100片/瓶", "5mg", "口服", "1次/周", "1瓶"),
)  # fmt: skip
HISTORY = (
    "既往体健。",
    "否认肝炎、结核等传染病史，否认手术外伤史。",
    "有高血压病史10余年，不规律服药，血压控制欠佳。",
    "阑尾切除术后20年，否认药物过敏史。",
)


def electronic(dice: random.Random) -> str:
    """An electronic out-patient record with a shaded head, allergies in red, medicines in a table."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 4)
    lines = "".join(
        f"<tr><td>{n}</td>" + "".join(f"<td>{x}</td>" for x in o) + "</tr>"
        for n, o in enumerate(dice.sample(ORDERS, dice.randint(2, 5)), 1)
    )
    part: Callable[..., str] = lambda label, text: (
        f"<div class='p'><div class='l'>{label}</div><div>{text}</div></div>"
    )
    body = f"""<div style='display:flex;justify-content:space-between;align-items:center;border-bottom:3px double #246'><div><div style='font-size:23px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='font-size:16px'>门诊电子病历（{dice.choice(("复诊", "复诊", "初诊"))}）</div></div><div style='font-size:11px;text-align:center'>{bars((m := no(dice, "MZ########")), 140, 28)}{m}</div></div>
<table class='m'><tr><td>姓名 <b>{f("patient_name", p.name)}</b></td><td>性别 <b>{sex(p)}</b></td><td>年龄 <b>{age(dice, c.age)}</b></td><td>门诊号 <b>{f("record_number", m)}</b></td></tr><tr><td>科室 <b>{f("department", c.ill.department + dice.choice(("", "门诊")))}</b></td><td colspan='2'>就诊时间 <b>{dated(dice, "visit_date", c.came, "-", True)}</b></td><td>费别 <b>{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</b></td></tr></table>
{part("主　诉", c.ill.complaint + "。")}{part("现病史", f"患者{c.ill.complaint.split('，')[0]}，曾于我院就诊，规律服药。近期无明显诱因症状反复，无发热、寒战，饮食睡眠一般，今来诊要求继续治疗。")}{part("既往史", dice.choice(HISTORY))}{part("过敏史", "<span style='color:#c00'>" + dice.choice(("无", "青霉素过敏", "否认")) + "</span>")}{part("体格检查", c.ill.found)}{part("辅助检查", f"随机血糖 {dice.uniform(6, 15):.1f}mmol/L；肌酐 {dice.randint(60, 300)}μmol/L（{c.came - dt.timedelta(days=dice.randint(2, 30)):%Y-%m-%d} 外院）。")}{part("诊　断", "".join(f"<div>{n}. {f('diagnosis', d)}</div>" for n, d in enumerate(told, 1)))}{part("处　理", c.ill.advice)}
<table class='t'><tr><th>序</th><th>药品名称及规格</th><th>单次量</th><th>用法</th><th>频次</th><th>数量</th></tr>{lines}</table>
<div style='display:flex;justify-content:space-between;margin-top:26px'><span>接诊医师：{f("physician_name", c.doctors[0])}（{f("physician_title", dice.choice(("主治医师", "副主任医师", "主任医师")))}）</span><span>电子签名：{sign("physician", c.doctors[0] if dice.random() < 0.8 else None, dice)}</span></div><div style='position:absolute;left:56px;right:56px;bottom:24px;font-size:11.5px;color:#555;display:flex;justify-content:space-between'><span>温馨提示：慢性病患者请按时复诊，携带既往检查资料。</span><span>打印：{c.came:%Y-%m-%d} {clock(dice)}&ensp;1/1</span></div>"""
    css = ".m{background:#eef3f8;margin:8px 0}.m td{padding:3px 6px;font-size:14px}.m b{font-weight:600}.p{display:flex;margin-top:5px;text-align:justify}.l{width:76px;flex:none;font-weight:600;color:#246}.t{margin-top:8px}.t td,.t th{border:1px solid #9ab;font-size:13px;padding:2px 6px}"
    return page(body, css, dice.choice((HEI, MICRO, SONG)), 14, "30px 56px")


def leaf(dice: random.Random) -> str:
    """A leaf of the out-patient booklet: printed labels, printed entries, no grid; two visits on one leaf."""
    c = case(dice)
    p = c.person
    again = c.came + dt.timedelta(days=dice.randint(14, 60))
    told = some(dice, c.ill, 3)

    def visit(day: dt.date, who: str, first: bool) -> str:
        text = f"{c.ill.complaint}。" + (
            f"查体：{c.ill.found}"
            if first
            else f"服药后症状较前减轻，BP {dice.randint(124, 150)}/{dice.randint(70, 92)}mmHg，心肺(-)，双下肢无水肿。"
        )
        return f"""<div style='border-bottom:1px dashed #555;padding:6px 0 10px'><div style='display:flex;justify-content:space-between'><span>{when("visit_date", day, shown(dice, day))}</span><span>{f("department", c.ill.department)}</span></div><div style='text-align:justify'>{text}</div><div>诊断：{fs("diagnosis", told if first else told[:1], "、")}</div><div>处理：{"；".join(dice.choice(("测血压", "查肝肾功能", "查血常规", "心电图", "低盐饮食")) for _ in range(1))}；{"；".join(f"{o[0].split(' ')[0]} {o[1]} {o[3]}×{o[4]}" for o in dice.sample(ORDERS, 2))}；不适随诊。</div><div style='text-align:right'>医师签名：{sign("physician", who, dice)}</div></div>"""

    body = f"""<div style='text-align:center;font-size:20px;font-family:{KAI}'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:17px;letter-spacing:8px'>门诊病历记录</div>
<div style='display:grid;grid-template-columns:1fr .7fr .8fr;border-top:1.5px solid #000;border-bottom:1.5px solid #000;margin-top:6px;padding:3px 0'><span>姓名 {f("patient_name", p.name)}</span><span>性别 {sex(p)}</span><span>年龄 {age(dice, c.age)}</span><span>卡号 {f("card_number", no(dice, "D0########"))}</span><span style='grid-column:2/4'>病历号 {f("record_number", no(dice, "20######"))}</span><span style='grid-column:1/4'>住址 {f("address", p.address)}</span></div>{visit(c.came, c.doctors[0], True)}{visit(again, c.doctors[dice.choice((0, 1))], False)}<div style='position:absolute;bottom:18px;left:0;right:0;text-align:center;font-size:12px'>- {dice.randint(2, 14)} -</div>"""
    return page(body, "", dice.choice((SONG, UMING, WEN)), 14, "26px 36px")


def herbs(dice: random.Random) -> str:
    """An out-patient record of a Chinese-medicine clinic, grid with the four examinations."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 3)
    herb = dice.sample(
        (
            "黄芪30g",
            "当归10g",
            "川芎10g",
            "赤芍12g",
            "丹参20g",
            "地龙10g",
            "茯苓15g",
            "白术12g",
            "甘草6g",
            "陈皮9g",
            "法半夏9g",
            "党参15g",
            "熟地黄15g",
            "山药20g",
            "山茱萸12g",
            "桃仁9g",
        ),
        12,
    )
    wide: Callable[..., str] = lambda label, text: (
        f"<tr><td class='l'>{label}</td><td colspan='7'>{text}</td></tr>"
    )
    body = f"""<h2 style='font-size:22px;font-family:{KAI}'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:18px;margin-bottom:6px'>中医门诊病历</h2><div style='display:flex;justify-content:space-between'><span>就诊日期：{dated(dice, "visit_date", c.came)}</span><span>门诊号：{f("record_number", no(dice, "#########"))}</span></div>
<table class='g'><tr><td class='l'>姓 名</td><td>{f("patient_name", p.name)}</td><td class='l'>性 别</td><td>{sex(p)}</td><td class='l'>年 龄</td><td>{age(dice, c.age)}</td><td class='l'>民 族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td></tr><tr><td class='l'>身份证</td><td colspan='3'>{f("id_number", p.id_number)}</td><td class='l'>电 话</td><td colspan='3'>{f("phone", p.phone)}</td></tr><tr><td class='l'>科 别</td><td colspan='3'>{f("department", c.ill.department)}</td><td class='l'>职 业</td><td colspan='3'></td></tr>
{wide("主 诉", c.ill.complaint)}{wide("现病史", f"{c.ill.complaint}，间断服药，效果欠佳，今来诊。现症：神疲乏力，口干，纳可，眠差，夜尿{dice.randint(1, 4)}次，大便偏干。")}{wide("既往史", dice.choice(HISTORY))}{wide("望闻问切", dice.choice(("神清，面色少华，语声低微，舌淡紫，苔薄白，脉细涩。", "神清，面红，语声有力，舌红，苔黄腻，脉弦滑。")))}{wide("体 检", c.ill.found)}{wide("中医诊断", f("diagnosis", c.ill.tcm[0]) + f"　证型：{c.ill.tcm[1]}")}{wide("西医诊断", fs("diagnosis", told, "　", numbered=True))}{wide("治 法", dice.choice(("益气活血，化瘀通络", "健脾补肾，祛湿化痰", "滋阴清热，益气生津")))}{wide("方 药", "　".join(herb) + f"<br>{dice.choice((5, 7, 14))}剂，水煎服，日1剂，早晚分服")}{wide("医 嘱", c.ill.advice)}</table>
<div style='margin-top:16px;display:flex;justify-content:space-between'><span>{f("physician_title", t) if (t := dice.choice(("主任中医师", ""))) else ""}</span><span>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.7 else None, dice)}</span></div>{seal(c.hospital, "门诊专用章", size=140, at=(dice.randint(420, 520), 830), turn=dice.uniform(-18, 18)) if dice.random() < 0.5 else ""}"""
    return page(
        body,
        ".l{width:78px;text-align:center;white-space:nowrap}.g td{padding:4px 6px}",
        dice.choice((SONG, KAI, UMING)),
        15,
        "44px 62px",
    )


REST = ("壹周", "贰周", "半月", "壹个月", "叁天")


def stub(dice: random.Random) -> str:
    """A slip with its counterfoil to the left of a dashed line, both filled."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 2)
    number = no(dice, "00#####")
    rest = f"建议：{dice.choice(('全休', '休息', '半休'))}{dice.choice(REST)}，{dice.choice(('门诊随诊', '定期复查', '长期规律服药治疗'))}。"
    u: Callable[..., str] = lambda x, w: f"<span class='u' style='min-width:{w}px'>{x}</span>"
    date = when("issue_date", c.came, shown(dice, c.came, "年"))
    body = f"""<div style='display:flex;height:100%'><div style='width:236px;border-right:1.5px dashed #333;padding-right:16px;font-size:13px'><div style='text-align:center;font-size:16px;letter-spacing:3px'>诊断证明（存根）</div><div style='text-align:right;color:#b22'>No {number}</div><div class='s'>姓名{u(f("patient_name", p.name), 80)}</div><div class='s'>性别{u(sex(p), 36)}年龄{u(age(dice, c.age), 50)}</div><div class='s'>科别{u(f("department", c.ill.department), 120)}</div><div class='s'>诊断：<br>{fs("diagnosis", told, "<br>")}</div><div class='s'>{rest}</div><div class='s'>经办人{u("", 80)}</div><div class='s'>{date}</div></div>
<div style='flex:1;padding-left:22px;position:relative'><div style='text-align:center;font-size:21px;font-weight:600'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:22px;letter-spacing:10px;font-weight:600'>疾病诊断证明书</div><div style='text-align:right;color:#b22'>No {number}</div>
<div class='w'>姓名{u(f("patient_name", p.name), 80)}性别{u(sex(p), 40)}年龄{u(age(dice, c.age), 54)}科别{u(f("department", c.ill.department), 90)}</div><div class='w'>门诊（住院）号{u(f("record_number", no(dice, "########")), 110)}工作单位{u(dice.choice(("", "", "务农")), 110)}</div><div class='w'>诊断：<span style='text-decoration:underline'>{fs("diagnosis", told, "；", numbered=True)}</span></div><div class='w'>{rest}</div><div class='w' style='margin-top:22px'>医师（签名）：{sign("physician", c.doctors[0] if dice.random() < 0.75 else None, dice)}<span style='float:right;margin-right:26px'>{date}</span></div><div style='position:absolute;bottom:0;font-size:11.5px'>注：①未加盖医院诊断证明专用章无效；②涂改无效；③不作法律诉讼依据。</div>{seal(c.hospital, "诊断证明专用章", size=138, at=(dice.randint(300, 360), 290), turn=dice.uniform(-25, 25)) if dice.random() < 0.85 else ""}</div></div>"""
    css = ".u{display:inline-block;border-bottom:1px solid #000;text-align:center;padding:0 4px;margin:0 6px 0 3px}.s{margin-top:9px}.w{margin-top:10px;line-height:1.8}"
    return page(body, css, dice.choice((SONG, UMING, KAI)), 15, "26px 30px")


def advice(dice: random.Random) -> str:
    """A full sheet with advice and days of rest, the hospital's level in the head, an electronic look."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 5)
    days = dice.choice((3, 7, 14, 30))
    until = c.came + dt.timedelta(days=days - 1)
    row_: Callable[..., str] = lambda *cells: (
        "<tr>"
        + "".join(f"<td class='{'l' if n % 2 == 0 else ''}'>{x}</td>" for n, x in enumerate(cells))
        + "</tr>"
    )
    body = f"""<div style='display:flex;align-items:center;gap:14px;justify-content:center'><svg width='52' height='52'><circle cx='26' cy='26' r='24' fill='none' stroke='#0a7' stroke-width='3'/><path d='M21 10h10v11h11v10H31v11H21V31H10V21h11z' fill='#0a7'/></svg><div><div style='font-size:25px;letter-spacing:2px'>{f("hospital_name", c.hospital)}</div><div style='font-size:13px;color:#555'>医院等级：{f("hospital_level", c.level)}</div></div></div>
<h1 style='font-size:27px;margin:20px 0 4px;letter-spacing:8px'>诊断证明书</h1><div style='text-align:right;font-size:13px'>证明编号：{no(dice, f"ZM{c.came:%Y%m%d}####")}</div>
<table class='g' style='margin-top:6px'>{row_("姓名", f("patient_name", p.name), "性别", sex(p), "年龄", age(dice, c.age))}{row_("科室", f("department", c.ill.department), "病历号", f("record_number", no(dice, "0#######")), "就诊日期", when("visit_date", c.came, shown(dice, c.came, "-")))}<tr><td class='l'>身份证号</td><td colspan='5'>{f("id_number", p.id_number)}</td></tr><tr><td class='l'>单位/住址</td><td colspan='5'>{f("address", p.address)}</td></tr>
<tr style='height:190px;vertical-align:top'><td class='l'>临床诊断</td><td colspan='5' style='vertical-align:top;line-height:1.9;padding-top:8px'>{"".join(f"<div>{n}. {f('diagnosis', d)}</div>" for n, d in enumerate(told, 1))}</td></tr><tr style='height:150px'><td class='l'>处理意见</td><td colspan='5' style='vertical-align:top;line-height:1.9;padding-top:8px'>1、{c.ill.advice.split("；")[0].rstrip("。")}；<br>2、建议休息 {days} 天（自 {shown(dice, c.came, "-")} 至 {shown(dice, until, "-")}）；<br>3、{dice.choice(("需长期门诊药物治疗，建议办理门诊慢性病。", "定期门诊复查，不适随诊。", "避免重体力劳动，需1人陪护。"))}</td></tr></table>
<div style='margin-top:30px;display:grid;grid-template-columns:1fr 1fr;row-gap:16px'><span>诊断医师：{f("physician_name", c.doctors[0])}</span><span>职称：{f("physician_title", dice.choice(("主治医师", "副主任医师", "主任医师")))}</span><span>科主任签字：{sign("physician", c.doctors[2] if dice.random() < 0.5 else None, dice)}</span><span>开具日期：{when("issue_date", c.came, shown(dice, c.came, "年"))}</span></div>
<div style='position:absolute;left:70px;bottom:60px;right:70px;font-size:12.5px;border-top:1px solid #888;padding-top:6px'>说明：1.本证明一式两联，复印件无效；2.病假超过二周须经医务科审批；3.如需核验请扫描右下角二维码。</div><div style='position:absolute;right:70px;bottom:96px'>{blocks(dice, 66)}</div>{seal(c.hospital, "疾病证明专用章", size=158, at=(430, 745), turn=dice.uniform(-20, 20)) if dice.random() < 0.8 else ""}"""
    return page(
        body,
        ".l{width:86px;text-align:center;background:#f3f7f5;white-space:nowrap}.g td{height:36px;border-color:#577}",
        dice.choice((HEI, SONG, MICRO)),
        15,
        "50px 70px",
    )


def letter(dice: random.Random) -> str:
    """A certificate told in one sentence, on half a sheet; the doctor's name stamped in a red box."""
    c = case(dice)
    p = c.person
    told = some(dice, c.ill, 3)
    stay = dice.random() < 0.6
    span = (
        f"于{when('admission_date', c.came, shown(dice, c.came, '年'))}至{when('discharge_date', c.left, shown(dice, c.left, '年'))}在我院{f('department', c.ill.department)}住院治疗"
        if stay
        else f"于{when('visit_date', c.came, shown(dice, c.came, '年'))}在我院{f('department', c.ill.department)}门诊就诊"
    )
    body = f"""<h1 style='font-size:24px;letter-spacing:4px;margin-top:4px'>{f("hospital_name", c.hospital)}</h1><h1 style='font-size:26px;letter-spacing:18px;margin:6px 0 14px;font-family:{KAI}'>病情证明</h1>
<div style='text-indent:2em;line-height:2.15;text-align:justify'>兹证明患者 <u>&nbsp;{f("patient_name", p.name)}&nbsp;</u>（{sex(p)}，{f("age", c.age, f"{c.age}岁")}，身份证号码：<u>{f("id_number", p.id_number)}</u>），{span}，{"住院号" if stay else "门诊号"}：<u>{f("record_number", no(dice, "#######"))}</u>。诊断为：{fs("diagnosis", told, "；", numbered=True)}。{dice.choice(("目前病情稳定，仍需长期门诊用药治疗。", "建议继续门诊治疗，全休" + dice.choice(REST) + "。", "需定期复查，长期口服药物维持。"))}</div><div style='text-indent:2em;line-height:2.15'>特此证明。</div>
<div style='position:absolute;right:70px;bottom:70px;text-align:right;line-height:2.1'>主管医师：{sign("physician", c.doctors[0], dice) if dice.random() < 0.5 else f("physician_name", c.doctors[0])}<br>{f("hospital_name", c.hospital)}<br>{when("issue_date", c.left, shown(dice, c.left, dice.choice(("年", "年0"))))}</div><div style='position:absolute;left:60px;bottom:20px;font-size:12px'>（此证明仅用于办理医疗保险门诊慢特病，他用无效）&emsp;经办：{doctor(dice)}</div>{seal(c.hospital, dice.choice(("", "医务科")), size=152, at=(dice.randint(490, 560), 345), turn=dice.uniform(-20, 20))}"""
    return page(body, "", dice.choice((SONG, KAI, UMING)), 16, "26px 60px")


TEMPLATES: dict[str, Template] = {
    "ward-outpatient_record-electronic": Template("outpatient_record", 794, 1123, electronic),
    "ward-outpatient_record-leaf": Template("outpatient_record", 559, 794, leaf),
    "ward-outpatient_record-herbs": Template("outpatient_record", 794, 1123, herbs),
    "ward-diagnosis_certificate-stub": Template("diagnosis_certificate", 794, 523, stub),
    "ward-diagnosis_certificate-advice": Template("diagnosis_certificate", 794, 1123, advice),
    "ward-diagnosis_certificate-letter": Template("diagnosis_certificate", 794, 559, letter),
}
