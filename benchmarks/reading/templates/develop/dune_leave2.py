"""Discharge records of a mental hospital, a private eye hospital, a 妇幼保健院 and a 乡镇卫生院."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    GS,
    HA,
    JS,
    SHORT,
    SX,
    TRADES,
    Say,
    at,
    bars,
    beside,
    d,
    dxs,
    square_code,
    stay,
    style,
    tell,
)
from benchmarks.reading.templates.develop.dune_ills import (
    BIRTH,
    CATARACT,
    COPD,
    DEPRESSED,
    GLAUCOMA,
    HEART,
    SCHIZO,
    STOMACH,
)
from benchmarks.reading.templates.develop.html import HEI, SONG, f, hand, page, seal, sign


def mental(dice: random.Random) -> str:
    """Jiangsu mental health centre: half ruled, labels above their values, scales in a table."""
    s = stay(dice, JS, dice.choice(("{t}市精神卫生中心", "{c}县康宁医院", "{c}安定医院")), (SCHIZO, DEPRESSED), digits=9, youngest=19, oldest=68, longest=62)  # fmt: skip
    p, ill = s.p, s.ill
    cell: Say = lambda label, value, span=1: f'<td colspan="{span}"><div class="s">{label}</div>{value}</td>'
    n = dice.randint(52, 86)
    scale = "".join(
        f"<td>{v}</td>"
        for v in (n, n - dice.randint(8, 14), n - dice.randint(18, 26), n - dice.randint(28, 34))
    )
    box: Say = lambda t, v: f'<tr><td class="t">{t}</td><td>{v}</td></tr>'
    body = f"""<div style="float:right;text-align:right;font-size:11px;line-height:1.3">{bars(dice, s.number, 130, 26)}<br>归档号 {dice.randint(10000, 99999)}</div><div style="font-size:20px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="font-size:17px;letter-spacing:6px">出院小结</div>
<table class="top" style="margin-top:12px;clear:both"><tr>{cell("姓名", f("patient_name", p.name))}{cell("性别", f("sex", p.sex))}{cell("年龄", f("age", s.age, f"{s.age}岁"))}{cell("病区", f("department", ill.dept))}{cell("床位", f"{dice.randint(1, 60)}")}{cell("住院号", f("record_number", s.number))}</tr>
<tr>{cell("入院日期", d("admission_date", s.start, "."), 2)}{cell("出院日期", d("discharge_date", s.end, "."), 2)}{cell("住院天数", s.days)}{cell("监护人/关系", dice.choice(("父", "母", "配偶", "兄")))}</tr></table>
<table class="h" style="margin-top:10px">{box("入院<br>诊断", f("diagnosis", s.dx[0][0]))}{box("出院<br>诊断", dxs(s, "<br>", "{}. "))}{box("病史<br>摘要", tell(dice, ill.complaint, s) + "。" + tell(dice, ill.history, s))}{box("体检与<br>精检", tell(dice, ill.signs, s))}{box("住院<br>经过", tell(dice, ill.course, s))}
{box("量表<br>评定", f'<table class="g" style="font-size:12px"><tr><td>时点</td><td>入院</td><td>2周</td><td>4周</td><td>出院</td></tr><tr><td>{"PANSS" if ill is SCHIZO else "HAMA"}总分</td>{scale}</tr></table>')}{box("出院<br>情况", tell(dice, ill.state, s) + "　疗效：显著进步")}{box("出院<br>带药", "<br>".join(f"{a} {b}　{c}" for a, b, c in ill.drugs))}{box("医嘱", "<br>".join(f"({n}) {o}" for n, o in enumerate(ill.orders, 1)))}</table>
<div style="margin-top:14px">预约复诊：{style(s.end + dt.timedelta(days=dice.choice((14, 28))), ".")}　上午　专家门诊{dice.randint(1, 6)}诊室</div>
<table style="margin-top:16px"><tr><td>主任医师<br>{f("physician_name", s.doctors[0])}</td><td>主治医师<br>{f("physician_name", s.doctors[1])}</td><td>经管医师<br>{sign("physician", s.doctors[2], dice)}</td><td class="r">{d("sign_date", s.end, ".")}</td></tr></table>
<div style="position:absolute;left:50px;right:50px;bottom:20px;font-size:11px;text-align:center">本小结涉及患者隐私，请妥善保管，勿转交他人　　　1 / 1　　　{style(s.end, ".")} {at(dice)} 打印</div>"""
    body += beside(
        seal(
            s.hospital,
            "医疗证明专用章",
            size=134,
            at=(dice.randint(420, 540), -90),
            turn=dice.uniform(-15, 15),
        )
    )
    return page(body, ".s{font-size:11px;color:#555}.top{border-top:1.5px solid #000;border-bottom:1.5px solid #000}.h>tbody>tr>td{border-bottom:1px solid #888}.t{width:64px;font-weight:600}", "'WenQuanYi Zen Hei',sans-serif", 14, "34px 50px")  # fmt: skip


def eye(dice: random.Random) -> str:
    """Shanxi private eye hospital: a coloured sheet for the patient, hints at the right side."""
    s = stay(dice, SX, dice.choice(("{t}明视眼科医院", "{t}爱瞳眼科医院有限公司", "{c}康明眼科医院")), (CATARACT, GLAUCOMA), digits=8, youngest=52, longest=4)  # fmt: skip
    p, ill = s.p, s.ill
    tint = dice.choice(("#0a7c86", "#1f6fb5", "#3a7d2c"))
    item: Say = lambda t, v: (
        f'<div style="margin-top:8px"><div style="background:{tint};color:#fff;display:inline-block;padding:0 10px;font-size:13px">{t}</div><div>{v}</div></div>'
    )
    drops = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in ill.drugs)
    body = f"""<div style="background:{tint};color:#fff;padding:12px 24px;display:flex;justify-content:space-between;align-items:center"><div style="font-size:22px;font-weight:700">{f("hospital_name", s.hospital)}</div><div style="font-size:12px;text-align:right">{"日间手术中心" if s.days < 2 else "住院部"}<br>全国免费热线 400-{dice.randint(100, 999)}-{dice.randint(1000, 9999)}</div></div>
<div style="padding:10px 24px;display:flex;gap:18px"><div style="width:524px"><div style="font-size:21px;font-weight:700;color:{tint}">出院小结<span style="font-size:12px;color:#555;font-weight:400">（患者留存联）</span></div>
<table style="font-size:14px;border-bottom:1px solid {tint}"><tr><td>{f("patient_name", p.name, style="font-size:18px;font-weight:700")}　{f("sex", p.sex)}　{f("age", s.age, f"{s.age}岁")}</td><td>病案号 {f("record_number", s.number)}</td></tr><tr><td>入院 {d("admission_date", s.start, "/")}</td><td>出院 {d("discharge_date", s.end, "/")}</td></tr><tr><td>科室 {f("department", ill.dept)}</td><td>医保类别 {f("insurance_type", p.insurance, SHORT[p.insurance])}</td></tr></table>
{item("入院诊断", dxs(s, "，", ""))}{item("主诉及病史", tell(dice, ill.complaint, s) + "。" + tell(dice, ill.history, s))}{item("眼科检查", tell(dice, ill.signs, s))}{item("手术及治疗", tell(dice, ill.course, s))}{item("出院诊断", dxs(s))}{item("出院时情况", tell(dice, ill.state, s))}
{item("出院用药", f'<table class="g" style="font-size:13px">{drops}</table>')}<div style="margin-top:22px">手术医生：{f("physician_name", s.doctors[0])}　　主管医生：{f("physician_name", s.doctors[1])}　　{d("sign_date", s.end, "/")}</div></div>
<div style="width:190px;border:1px dashed {tint};border-radius:10px;padding:10px;font-size:13px;line-height:1.7;height:720px"><div class="c b" style="color:{tint}">温馨提示</div>{"".join(f"<p style='margin:6px 0'>{n}. {o}</p>" for n, o in enumerate(ill.orders, 1))}<p>滴眼药水前请洗净双手，两种眼药水间隔10分钟以上。</p><p>复查时请携带本小结及身份证、医保卡。</p><p>专家门诊：<br>周一至周日 8:00-17:30</p><div class="c">{square_code(dice, 110)}<br>扫码预约复查</div></div></div>
<div style="position:absolute;left:24px;bottom:16px;font-size:11px;color:#666">地址：{p.place.county}{p.place.road}{dice.randint(2, 300)}号　　打印：{s.others[0]} {style(s.end, "/")} {at(dice, True)}</div>"""
    if dice.random() < 0.7:
        stamp = seal(s.hospital, "住院部", colour=dice.choice(("red", "blue")), size=126, at=(dice.randint(330, 480), -110), turn=dice.uniform(-25, 25))  # fmt: skip
        body += beside(stamp)
    return page(body, "", HEI, 14, "0")


def birth(dice: random.Random) -> str:
    """Henan 妇幼保健院: record of a birth, with the child's own small table."""
    s = stay(dice, HA, dice.choice(("{c}县妇幼保健院", "{c}县妇幼保健计划生育服务中心", "{t}市妇幼保健院")), (BIRTH,), sex="女", youngest=21, oldest=39, longest=6)  # fmt: skip
    p, ill = s.p, s.ill
    grams = dice.randint(2650, 4010)
    boy = dice.choice(("男婴", "女婴"))
    born = s.start + dt.timedelta(days=1)
    body = f"""<div class="c" style="font-size:18px">{f("hospital_name", s.hospital)}</div><div class="c b" style="font-size:24px;letter-spacing:8px">产科出院记录</div>
<table class="g c" style="font-size:13px;margin-top:8px"><tr class="b"><td>姓名</td><td>性别</td><td>年龄</td><td>科别</td><td>床号</td><td>住院号</td><td>入院时间</td><td>出院时间</td><td>天数</td></tr><tr><td>{f("patient_name", p.name)}</td><td>{f("sex", p.sex)}</td><td>{f("age", s.age)}</td><td>{f("department", ill.dept)}</td><td>+{dice.randint(1, 30)}</td><td>{f("record_number", s.number)}</td><td>{d("admission_date", s.start)}</td><td>{d("discharge_date", s.end)}</td><td>{s.days}</td></tr></table>
<div style="margin-top:10px"><b>〔入院诊断〕</b>{dxs(s, "　", "{}.")}</div><div><b>〔入院情况〕</b>{tell(dice, ill.complaint, s)}入院。{tell(dice, ill.history, s)}{tell(dice, ill.signs, s)}</div>
<div><b>〔分娩经过〕</b>{tell(dice, ill.course, s)}</div>
<table class="g c" style="font-size:13px;margin:8px 0"><tr><td rowspan="2" style="width:60px">新生儿<br>情　况</td><td>性别</td><td>出生时间</td><td>体重(g)</td><td>身长(cm)</td><td>Apgar 1′/5′</td><td>畸形</td><td>卡介苗</td><td>乙肝疫苗</td></tr><tr><td>{boy}</td><td>{style(born)} {dice.randint(0, 23):02d}:{dice.randint(0, 59):02d}</td><td>{grams}</td><td>{dice.randint(48, 53)}</td><td>{dice.choice(("9-10", "10-10", "8-9"))}</td><td>无</td><td>已接种</td><td>已接种</td></tr></table>
<div><b>〔产后情况〕</b>体温最高{dice.randint(368, 376) / 10}℃，子宫复旧{dice.choice(("好", "可"))}，乳房不胀，恶露{dice.choice(("少", "中"))}量、红色。Hb {dice.randint(92, 126)}g/L。</div>
<div><b>〔出院情况〕</b>{tell(dice, ill.state, s)}</div><div><b>〔出院诊断〕</b></div><div style="padding-left:36px">{dxs(s, "<br>", "{}.")}</div>
<div><b>〔出院医嘱〕</b></div><ol style="margin:0;padding-left:52px">{"".join(f"<li>{o}</li>" for o in ill.orders)}<li>带药：{"、".join(f"{a}({c})" for a, _, c in ill.drugs)}</li><li>出生医学证明请于产后一月内持夫妻双方身份证到一楼办证室办理。</li></ol>
<div style="display:flex;justify-content:flex-end;gap:44px;margin-top:26px"><span>责任助产士：{s.others[0]}</span><span>医师：{f("physician_name", s.doctors[0])}/{sign("physician", s.doctors[0], dice)}</span></div><div class="r">签名日期：{d("sign_date", s.end, "-", " " + at(dice))}</div>
<div style="position:absolute;left:56px;right:56px;bottom:24px;font-size:11px;display:flex;justify-content:space-between"><span>母婴同室 · 母乳喂养咨询电话 0{dice.randint(370, 398)}-{dice.randint(2000000, 7999999)}</span><span>第1页/共1页</span></div>"""
    if dice.random() < 0.6:
        body += beside(
            seal(s.hospital, "产科", size=126, at=(dice.randint(90, 560), -96), turn=dice.uniform(-20, 20))
        )
    return page(body, ".c td{text-align:center;padding:3px}", SONG, 14, "36px 56px")


def township(dice: random.Random) -> str:
    """Gansu 卫生院: an A5 preprinted form, dot-matrix on blanks, the rest by hand."""
    s = stay(dice, GS, dice.choice(("{c}县兴国镇中心卫生院", "{c}县莲花镇卫生院", "{c}县叶堡乡卫生院")), (COPD, STOMACH, HEART), digits=6, longest=8)  # fmt: skip
    p, ill = s.p, s.ill
    dot: Say = lambda v: (
        f"<span style=\"font-family:'AR PL UMing CN';color:#2b2b55;letter-spacing:.6px;position:relative;top:-2px\">{v}</span>"
    )
    blank: Say = lambda v, w: (
        f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #222;text-align:center">{dot(v)}</span>'
    )
    area: Say = lambda t, v, h: (
        f'<div style="min-height:{h}px;border-bottom:1px dotted #555">{t}：{dot(v)}</div>'
    )
    body = f"""<div class="c" style="font-size:20px;letter-spacing:2px">{f("hospital_name", s.hospital)}</div><div class="c" style="font-size:19px;letter-spacing:14px;font-family:{HEI}">出院证明及小结</div><div class="r" style="font-size:12px">住院号 {blank(f("record_number", s.number), 90)}</div>
<div>姓名{blank(f("patient_name", p.name), 92)}性别{blank(f("sex", p.sex), 40)}年龄{blank(f("age", s.age), 50)}职业{blank(dice.choice(TRADES), 70)}科别{blank(f("department", dice.choice(("内科", "综合科", "中西医结合科"))), 70)}</div>
<div>住址{blank(f("address", s.home), 420)}合作医疗证号{blank(f("card_number", f"{dice.randint(10**9, 10**10 - 1)}"), 110)}</div>
<div>入院{blank(d("admission_date", s.start, "年 "), 150)}出院{blank(d("discharge_date", s.end, "年 "), 150)}共住{blank(s.days, 36)}天　转归：治愈{blank("", 18)}好转{blank("√", 18)}未愈{blank("", 18)}</div>
{area("入院诊断", f("diagnosis", s.dx[0][0]), 26)}{area("出院诊断", dxs(s, "　", "{}."), 26)}{area("入院情况", tell(dice, ill.complaint, s) + "入院。" + tell(dice, ill.signs, s), 90)}{area("治疗经过", tell(dice, ill.course, s), 70)}
{area("出院医嘱", "".join(f"{n}.{o}" for n, o in enumerate(ill.orders[:3], 1)), 44)}<div style="min-height:34px">备注：{hand(dice.choice(("病人要求出院", "门诊继续治疗", "建议上级医院复查")), 19)}</div>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>院长（盖章）：{hand(s.doctors[2], 20)}</span><span>经治医师：{sign("physician", s.doctors[0], dice)}</span><span>{blank(d("sign_date", s.end, "年 "), 150)}</span></div>"""
    body += seal(s.hospital, dice.choice(("", "住院专用章")), size=124, at=(dice.randint(380, 560), 385), turn=dice.uniform(-30, 30))  # fmt: skip
    return page(body, "body{background:#fdfcf7}", SONG, 14, "22px 44px")


KIND = "discharge_summary"
TEMPLATES: dict[str, Template] = {
    "dune-discharge-mental-jiangsu": Template(KIND, 794, 1123, mental),
    "dune-discharge-eye-shanxi": Template(KIND, 794, 1123, eye),
    "dune-discharge-birth-henan": Template(KIND, 794, 1123, birth),
    "dune-discharge-township-gansu": Template(KIND, 794, 560, township),
}
