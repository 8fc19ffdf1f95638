"""Examinations (检查报告单): ultrasound, CT, MRI, ECG, chest film; and pathology (病理报告)."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v

ULTRASOUND = (
    (
        "左房增大，余房室腔内径正常范围。室间隔基底段增厚，约13mm，左室壁运动协调。二尖瓣口舒张期血流E峰<A峰。",
        ("左房增大，室间隔增厚", "左室舒张功能减退", "主动脉瓣轻度反流"),
    ),
    (
        "肝脏形态失常，表面凹凸不平，实质回声增粗增强，分布不均。门静脉主干内径14mm。脾脏厚约52mm。",
        ("肝硬化声像图", "脾大", "少量腹水"),
    ),
    ("双侧颈动脉内中膜增厚，左侧分叉处见一大小约12×3mm的混合回声斑块。", ("双侧颈动脉硬化伴左侧斑块形成",)),
)
SCANS = (
    (
        "双侧基底节区、半卵圆中心见多发斑点状低密度影，边界欠清，脑室系统扩大，脑沟裂增宽，中线结构居中。",
        ("双侧基底节区多发腔隙性脑梗死", "脑萎缩"),
    ),
    (
        "双肺透亮度增高，肺纹理增多、紊乱，右肺上叶见条索状影，纵隔内未见肿大淋巴结，心影不大，主动脉壁钙化。",
        ("慢性支气管炎、肺气肿", "右肺上叶陈旧性病变", "主动脉硬化"),
    ),
    (
        "L3/4、L4/5、L5/S1椎间盘信号减低并向后突出，相应硬膜囊受压，椎管变窄，黄韧带肥厚。",
        ("L3-S1椎间盘突出", "腰椎退行性变"),
    ),
)


def _common(dice: random.Random) -> tuple[p.Person, object, int, str]:
    who, when = p.person(dice), p.day(dice)
    return who, when, who.age_on(when), v.hospital(dice, who.place)[0]


def ultrasound(dice: random.Random) -> str:
    """Header between rules, two picture places, findings, 超声提示 with numbered lines."""
    who, when, age, hospital = _common(dice)
    seen, found = dice.choice(ULTRASOUND)
    pictures = "".join(
        f'<div style="width:300px;height:190px;background:radial-gradient(circle at {dice.randint(30, 70)}% 20%,#888,#222 60%,#000)"></div>'
        for _ in range(2)
    )
    doctor = p.name(dice, "女")
    body = f"""
<h1 style="font-size:22px">{h.f("hospital_name", hospital)}</h1><h2 style="font-size:19px">彩色多普勒超声检查报告单</h2>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>超声号：{h.f("report_number", f"US{dice.randint(100000, 999999)}")}</span><span>检查日期：{p.shown(dice, when, "-")}</span></div>
<div style="border-top:1.5px solid #000;border-bottom:1.5px solid #000;display:grid;grid-template-columns:repeat(4,1fr)">
<span>姓名：{h.f("patient_name", who.name)}</span><span>性别：{h.f("sex", who.sex)}</span><span>年龄：{h.f("age", age, f"{age}岁")}</span><span>床号：{dice.randint(1, 60)}</span>
<span>科室：{h.f("department", dice.choice(v.DEPARTMENTS))}</span><span style="grid-column:span 2">住院/门诊号：{h.f("record_number", dice.randint(10**6, 10**7 - 1))}</span><span>检查部位：心脏</span></div>
<div style="display:flex;justify-content:space-evenly;margin:12px 0">{pictures}</div>
<div class="b">超声所见：</div><p style="text-indent:2em;margin-top:2px;min-height:110px">{seen}</p>
<div class="b">超声提示：</div><div style="padding-left:2em;min-height:100px">{"".join(f"<div>{n}、{h.f('diagnosis', x)}</div>" for n, x in enumerate(found, 1))}</div>
<div style="border-top:1px solid #000;display:flex;justify-content:space-between"><span>报告医师：{h.f("physician_name", doctor)}</span><span>审核医师：{h.f("physician_name", doctor) if dice.random() < 0.3 else ""}</span><span>报告时间：{h.f("report_date", when, f"{when:%Y-%m-%d} 10:{dice.randint(10, 59)}")}</span></div>
<div style="font-size:12px">本报告仅供临床医师参考，不作证明材料。</div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15)


def scan(dice: random.Random) -> str:
    """CT or MR: ruled header cells, 影像所见 and 诊断意见 as blocks, two doctors."""
    who, when, age, hospital = _common(dice)
    seen, found = dice.choice(SCANS)
    title = dice.choice(("CT检查报告单", "磁共振检查报告单", "医学影像诊断报告"))
    one, two = p.name(dice, "男"), p.name(dice, "女")
    body = f"""
<h1 style="font-size:24px">{h.f("hospital_name", hospital)}</h1><h2 style="font-size:20px;margin-bottom:10px">{title}</h2>
<table class="g"><tr><td>姓 名</td><td>{h.f("patient_name", who.name)}</td><td>性 别</td><td>{h.f("sex", who.sex)}</td><td>年 龄</td><td>{h.f("age", age, f"{age}Y")}</td></tr>
<tr><td>影像号</td><td>{h.f("report_number", dice.randint(10**6, 10**7 - 1))}</td><td>科 室</td><td>{h.f("department", dice.choice(v.DEPARTMENTS))}</td><td>住院号</td><td>{h.f("record_number", dice.randint(10**5, 10**6 - 1))}</td></tr>
<tr><td>检查日期</td><td>{p.shown(dice, when, "-")}</td><td>报告日期</td><td>{h.f("report_date", when, p.shown(dice, when, "-"))}</td><td>检查部位</td><td>{dice.choice(("颅脑", "胸部", "腰椎"))}</td></tr></table>
<p class="b" style="margin-bottom:0">检查方法：</p><p style="margin:0;text-indent:2em">平扫</p>
<p class="b" style="margin-bottom:0">影像学表现：</p><p style="margin:0;text-indent:2em;min-height:240px">{seen}</p>
<p class="b" style="margin-bottom:0">影像诊断：</p><div style="padding-left:2em;min-height:200px">{"".join(f"<div>{n}. {h.f('diagnosis', x)}；</div>" for n, x in enumerate(found, 1))}</div>
<div style="display:flex;justify-content:space-between;border-top:1px solid #000;padding-top:6px"><span>报告医师：{h.f("physician_name", one)}</span><span>审核医师：{h.f("physician_name", two)}</span></div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15)


def ecg(dice: random.Random) -> str:
    """Landscape tracing on a pink grid; particulars and measures in the top left, conclusion right."""
    who, when, age, hospital = _common(dice)
    found = dice.choice(
        (("窦性心律", "ST-T改变"), ("心房颤动", "完全性右束支传导阻滞"), ("窦性心动过缓", "左心室高电压"))
    )
    traces = ""
    for n in range(6):
        y, path = 60 + n * 70, f"M 10 {60 + n * 70}"
        for _ in range(20):
            top, dip = dice.randint(22, 40), dice.randint(6, 12)
            path += f" l 14 0 q 6 {-dice.randint(4, 9)} 12 0 l 4 3 l 5 {-top} l 5 {top + dip - 3} l 3 {-dip} l 8 0"
        traces += f'<path d="{path}" fill="none" stroke="#222" stroke-width="1.1"/><text x="12" y="{y - 24}" font-size="12">{("I", "II", "III", "aVR", "V1", "V5")[n]}</text>'
    body = f"""
<div style="display:flex;justify-content:space-between"><b style="font-size:19px">{h.f("hospital_name", hospital)}</b><b style="font-size:19px">心电图报告单</b><span>编号：{h.f("report_number", f"{when:%Y%m%d}{dice.randint(100, 999)}")}</span></div>
<div style="display:flex;gap:28px"><div style="width:46%">
<div>姓名：{h.f("patient_name", who.name)}　　性别：{h.f("sex", who.sex)}　　年龄：{h.f("age", age, f"{age}岁")}</div>
<div>科别：{h.f("department", dice.choice(v.DEPARTMENTS))}　　住院号：{h.f("record_number", dice.randint(10**5, 10**6 - 1))}</div>
<div>心率：{dice.randint(52, 99)}bpm　P-R间期：{dice.randint(130, 190)}ms　QRS：{dice.randint(80, 118)}ms</div><div>QT/QTc：{dice.randint(360, 420)}/{dice.randint(400, 450)}ms　电轴：{dice.randint(-20, 80)}°</div></div>
<div><div class="b">心电图诊断：</div>{"".join(f"<div>{n}.{h.f('diagnosis', x)}</div>" for n, x in enumerate(found, 1))}
<div>诊断医师：{h.sign("physician", p.name(dice, "男"), dice)}　报告日期：{h.f("report_date", when, p.shown(dice, when, "-"))}</div></div></div>
<div style="height:500px;margin-top:8px;background-color:#fff7f5;background-image:linear-gradient(#f2b8b0 1px,transparent 1px),linear-gradient(90deg,#f2b8b0 1px,transparent 1px);background-size:20px 20px"><svg width="1040" height="500">{traces}</svg></div>"""
    return h.page(body, font=dice.choice((h.HEI, h.SONG)), size=14, pad="36px 40px")


def film(dice: random.Random) -> str:
    """A chest film told in running lines, 印象 at the end, doctor signs by hand."""
    who, when, age, hospital = _common(dice)
    body = f"""
<h1 style="font-size:23px">{h.f("hospital_name", hospital)}放射科</h1><h2 style="font-size:19px">DR检查报告单</h2>
<p>姓名　{h.f("patient_name", who.name)}　　　性别　{h.f("sex", who.sex)}　　　年龄　{h.f("age", age, f"{age}岁")}　　　X线号　{h.f("report_number", dice.randint(10**5, 10**6 - 1))}</p>
<p>科别　{h.f("department", dice.choice(v.DEPARTMENTS))}　　　检查项目　胸部正侧位　　　检查时间　{p.shown(dice, when, "-")}</p><hr>
<p><b>检查所见</b><br>　　胸廓对称，双肺纹理增多、增粗，肺野透亮度增加，双侧膈肌低平，心影狭长，双侧肋膈角锐利。</p>
<p><b>印　象</b><br>　　{h.f("diagnosis", "慢性支气管炎并肺气肿")}</p>
<p class="r" style="margin-top:120px">报告医生：{h.sign("physician", p.name(dice, "女"), dice)}</p><p class="r">报告日期：{h.f("report_date", when, p.shown(dice, when, "年"))}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=16)


def pathology(dice: random.Random) -> str:
    """病理诊断报告书: header cells, gross and microscopic findings, boxed diagnosis."""
    who, when, age, hospital = _common(dice)
    found = dice.choice(
        (
            ("（右肺上叶）浸润性腺癌，中分化", "支气管切缘未见癌"),
            ("（胃窦）慢性萎缩性胃炎，伴肠上皮化生",),
            ("（左乳）浸润性导管癌，II级", "淋巴结转移2/14"),
        )
    )
    pair = lambda a, b: f"<td style='width:12%'>{a}</td><td>{b}</td>"
    body = f"""
<h1 style="font-size:22px">{h.f("hospital_name", hospital)}</h1><h2 style="font-size:20px;margin-bottom:8px">病理诊断报告书</h2>
<div class="r">病理号：{h.f("report_number", f"B{when:%Y}-{dice.randint(1000, 9999)}")}</div>
<table class="g"><tr>{pair("姓名", h.f("patient_name", who.name))}{pair("性别", h.f("sex", who.sex))}{pair("年龄", h.f("age", age, f"{age}岁"))}</tr>
<tr>{pair("科室", h.f("department", dice.choice(v.DEPARTMENTS)))}{pair("住院号", h.f("record_number", dice.randint(10**5, 10**6 - 1)))}{pair("送检日期", p.shown(dice, when, "-"))}</tr>
<tr>{pair("送检材料", "组织")}<td colspan="4">临床医师要求常规检查</td></tr></table>
<p><b>肉眼所见：</b>灰白灰红色组织一块，大小约3.2×2.5×1.6cm，切面灰白，质中。</p><p><b>镜下所见：</b>组织中见异型细胞呈腺管状排列，核大深染，间质纤维组织增生。</p>
<div style="border:1.5px solid #000;padding:8px;min-height:120px"><b>病理诊断：</b>{"".join(f"<div style='padding-left:2em'>{h.f('diagnosis', x)}</div>" for x in found)}</div>
<div style="display:flex;justify-content:space-between;margin-top:40px"><span>报告医师：{h.sign("physician", p.name(dice, "男"), dice)}</span><span>报告日期：{h.f("report_date", when, p.shown(dice, when, "年"))}</span></div>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15)


TEMPLATES = {
    "exam-ultrasound": Template("exam_report", 794, 1123, ultrasound),
    "exam-scan": Template("exam_report", 794, 1123, scan),
    "exam-ecg": Template("exam_report", 1123, 794, ecg),
    "exam-film": Template("exam_report", 794, 1123, film),
    "pathology-boxed": Template("pathology_report", 794, 1123, pathology),
}
