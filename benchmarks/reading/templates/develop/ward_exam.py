"""Examination and pathology reports: CT, ultrasound and echo with pictures and measures, ECG, tissue."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, row, seal, sign
from benchmarks.reading.templates.develop.people import shown
from benchmarks.reading.templates.develop.ward_words import (
    UMING,
    age,
    bars,
    blocks,
    case,
    clocks,
    dated,
    doctor,
    no,
    sex,
    when,
)  # fmt: skip

CHEST = (
    ("胸廓对称，双肺纹理增多、紊乱，透亮度增高，双肺可见多发无壁透亮区，以上叶为著；右肺上叶前段见一结节状软组织密度影，大小约18mm×15mm，边缘可见毛刺及分叶。气管及主要支气管通畅。纵隔居中，纵隔内见多发小淋巴结，较大者短径约8mm。心影不大，冠状动脉走行区见条状高密度影。双侧胸腔未见积液。",
     ("右肺上叶结节，考虑周围型肺癌可能", "慢性支气管炎、肺气肿、双肺多发肺大疱", "冠状动脉硬化")),
    ("脑实质内左侧基底节区、放射冠见片状低密度影，边界欠清，CT值约22HU；双侧侧脑室旁见对称性稍低密度影。脑室系统扩大，脑沟、裂增宽加深，中线结构居中。颅骨骨质未见异常。双侧颈内动脉管壁见钙化斑。",
     ("左侧基底节区、放射冠脑梗死", "脑白质疏松、脑萎缩", "双侧颈内动脉硬化")),
    ("肝脏体积缩小，各叶比例失调，边缘呈波浪状，肝实质密度不均匀；门静脉主干增宽，直径约16mm。脾脏增大，约占8个肋单元。胆囊壁增厚，腔内见结节状高密度影。肝周、脾周见水样密度影。胃底、食管下段见迂曲血管影。",
     ("肝硬化，脾大，腹水，门静脉高压并食管胃底静脉曲张", "胆囊炎、胆囊结石")),
)  # fmt: skip
ULTRA = (
    ("腹部彩超", "肝脏大小形态正常，包膜光滑，实质回声细密增强，后方回声衰减，肝内血管纹理显示欠清。胆囊大小68mm×26mm，壁毛糙，囊内见一强回声团，大小约9mm，后伴声影，随体位移动。胰腺显示清楚，回声均匀。脾不大，厚约34mm。双肾大小正常，右肾内见一无回声区约21mm×18mm，边界清。", ("脂肪肝", "胆囊结石", "右肾囊肿", "胰、脾、左肾未见明显异常")),
    ("甲状腺及颈部淋巴结彩超", "甲状腺双侧叶体积增大，右叶厚约22mm，左叶厚约21mm，峡部厚约5mm，实质回声弥漫性减低、增粗，呈网格状改变。左叶中部见一低回声结节，大小约7mm×5mm，边界尚清，形态规则，纵横比<1。CDFI：腺体内血流信号增多。双侧颈部未见明显肿大淋巴结。", ("甲状腺弥漫性病变，考虑桥本甲状腺炎", "甲状腺左叶结节（TI-RADS 3类）")),
    ("双下肢动脉彩超", "双下肢股总动脉、股浅动脉、腘动脉、胫前后动脉、足背动脉内径正常，内中膜增厚，较厚处约1.4mm，管壁可见多个大小不等强回声斑块，较大者约12mm×2.6mm，位于右股总动脉后壁。CDFI：管腔内血流充盈欠佳。", ("双下肢动脉硬化伴多发斑块形成", "右足背动脉血流速度减低")),
    ("双肾输尿管膀胱彩超", "双肾体积缩小，左肾约82mm×36mm，右肾约79mm×35mm，包膜不光滑，实质变薄，回声增强，皮髓质分界不清。双侧输尿管未见扩张。膀胱充盈可，壁不厚。", ("双肾弥漫性病变（符合慢性肾功能不全声像图改变）", "双肾萎缩")),
)  # fmt: skip


def sector(dice: random.Random, width: int, height: int) -> str:
    """An ultrasound picture: a fan of grey specks on black, a scale and a few measures."""
    cx, out = width * 0.47, ""
    for _ in range(520):
        a, r = math.radians(dice.uniform(-34, 34)), dice.uniform(0.16, 0.95) * height
        v = int(dice.uniform(30, 190) * (0.4 + 0.6 * abs(math.sin(r / 23 + a * 3))))
        out += f'<ellipse cx="{cx + r * math.sin(a):.0f}" cy="{r * math.cos(a) - 4:.0f}" rx="{dice.uniform(2, 7):.1f}" ry="{dice.uniform(1, 3):.1f}" fill="rgb({v},{v},{v})"/>'
    out += f'<ellipse cx="{cx + dice.uniform(-30, 30):.0f}" cy="{height * dice.uniform(0.4, 0.65):.0f}" rx="{dice.uniform(14, 26):.0f}" ry="{dice.uniform(9, 17):.0f}" fill="#0a0a0a"/>'
    out += "".join(
        f'<rect x="{width - 9}" y="{y}" width="5" height="1" fill="#ccc"/>' for y in range(10, height, 14)
    )
    out += f'<rect x="4" y="16" width="6" height="{height // 3}" fill="#777"/><rect x="4" y="16" width="6" height="{height // 8}" fill="#eee"/>'
    return f'<svg width="{width}" height="{height}" style="background:#000">{out}</svg>'


def tissue(dice: random.Random, size: int = 190, brown: bool = False) -> str:
    """A stained slide."""
    out = ""
    for _ in range(330):
        x, y, r = dice.uniform(0, size), dice.uniform(0, size * 0.75), dice.uniform(2, 5.5)
        ink = dice.choice(
            ("#8a5a2e", "#b98a58", "#7d86b8") if brown else ("#6b3f92", "#8450a4", "#5a3a86", "#c07ab0")
        )
        out += f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{r:.1f}" ry="{r * dice.uniform(0.6, 1):.1f}" fill="{ink}" opacity=".8"/>'
    return f'<svg width="{size}" height="{size * 3 // 4}" style="background:{"#efe6da" if brown else "#f0c9dd"}">{out}</svg>'


def wave(dice: random.Random, width: int, gain: float, fast: float, even: bool) -> str:
    """One lead's trace as path data of relative moves."""
    x, out = 0.0, ""
    while x < width - fast * 1.2:
        step = fast * (1 if even else dice.uniform(0.7, 1.25))
        k = step / 60
        out += f"l{8 * k:.1f} 0 q{4 * k:.1f} {-5 * gain:.1f} {8 * k:.1f} 0 l{5 * k:.1f} 0 l1.5 {3 * gain:.1f} l3 {-30 * gain:.1f} l3 {36 * gain:.1f} l2 {-9 * gain:.1f} l{9 * k:.1f} 0 q{7 * k:.1f} {-9 * gain:.1f} {14 * k:.1f} 0 l{max(1, step - 9.5 - 44 * k):.1f} 0 "
        x += step
    return out


def ct(dice: random.Random) -> str:
    """CT with its findings and opinion, printed names and scrawls beside them."""
    c = case(dice)
    p = c.person
    found, opinion = dice.choice(CHEST)
    number = no(dice, "CT######")
    word = dice.choice(("诊断意见", "影像诊断", "诊断印象"))
    at = clocks(dice, 3)
    item: Callable[..., str] = lambda label, value: f"<td><b>{label}</b>{value}</td>"
    body = f"""<div style='position:absolute;left:60px;top:44px'>{blocks(dice, 62)}</div><h2 style='font-size:25px;letter-spacing:2px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:20px;margin:4px 0 12px'>CT 诊断报告书</h2>
<table class='m'><tr>{item("姓名：", f("patient_name", p.name))}{item("性别：", sex(p))}{item("年龄：", age(dice, c.age))}{item("影像号：", f("report_number", number))}</tr><tr>{item("申请科室：", f("department", c.ill.department))}{item("住院号：", f("record_number", no(dice, "1######")))}{item("床号：", no(dice, "##") + dice.choice(("床", "")))}{item("设备：", dice.choice(("64排CT", "GE Revolution", "联影uCT 760")))}</tr>
<tr><td colspan='2'><b>检查部位：</b>{dice.choice(("平扫", "CT平扫+三维重建", "平扫+增强"))}</td>{item("检查日期：", shown(dice, c.came, "-"))}{item("报告日期：", when("report_date", c.came, shown(dice, c.came, "-")))}</tr></table>
<div class='s'>影像表现：</div><div class='p' style='min-height:300px'>&emsp;&emsp;{found}</div><div class='s'>{word}：</div><div style='padding:4px 28px;min-height:170px'>{"<br>".join(f"{n}、" + f("diagnosis", d) + ("；" if n < len(opinion) else "。") for n, d in enumerate(opinion, 1))}{"<br>请结合临床，建议复查。" if dice.random() < 0.5 else ""}</div>
<div style='position:absolute;left:60px;right:60px;bottom:90px;border-top:1.5px solid #000;padding-top:8px;display:grid;grid-template-columns:1fr 1fr 1fr'><span>报告医师：{f("physician_name", c.doctors[0])}</span><span>审核医师：{f("physician_name", c.doctors[1])}</span><span>审核时间：{c.came:%Y-%m-%d} {at[2]}</span><span>签名：{sign("physician", c.doctors[0], dice)}</span><span>签名：{sign("physician", c.doctors[1], dice)}</span></div>
<div style='position:absolute;left:60px;bottom:50px;font-size:12px'>注：本报告仅供临床医师参考，不作为证明材料。医师签名后生效。&emsp;地址：{p.place.city}{p.place.county}{p.place.road}{dice.randint(1, 300)}号</div>{seal(c.hospital, "CT诊断专用章", size=140, at=(560, 880), turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}"""
    css = ".m{border-top:1.5px solid #000;border-bottom:1.5px solid #000}.m td{padding:4px 3px;font-size:14.5px;white-space:nowrap}.m b,.s{font-weight:600}.s{font-size:17px;margin-top:14px}.p{text-align:justify;padding:4px 0;line-height:1.8}"
    return page(body, css, dice.choice((SONG, HEI, KAI)), 15, "44px 60px")


def ultrasound(dice: random.Random) -> str:
    """Two ultrasound pictures above the words."""
    c = case(dice)
    p = c.person
    part, found, opinion = dice.choice(ULTRA)
    at = clocks(dice, 2)
    body = f"""<div style='text-align:center;font-size:24px;color:#0b3d7a'>{f("hospital_name", c.hospital)}</div><div style='text-align:center;font-size:19px'>彩色多普勒超声检查报告单</div>
<div style='text-align:right;font-size:13px'>超声号：{f("report_number", no(dice, f"US{c.came:%Y%m%d}####"))}</div>
<div class='hd'><span>姓&ensp;名 {f("patient_name", p.name)}</span><span>性&ensp;别 {sex(p)}</span><span>年&ensp;龄 {age(dice, c.age)}</span><span>门诊号 {f("record_number", no(dice, "M########"))}</span><span>科&ensp;室 {f("department", c.ill.department)}</span><span>床&ensp;号 {dice.choice(("", "", no(dice, "##")))}</span><span>仪&ensp;器 {dice.choice(("PHILIPS EPIQ7", "GE LOGIQ E9", "迈瑞DC-8"))}</span><span>申请医生 {f("physician_name", c.doctors[2])}</span><span style='grid-column:1/3'>临床诊断 {f("diagnosis", c.ill.diagnoses[0])}</span><span style='grid-column:3/5'>检查项目 {part}</span></div>
<div style='display:flex;justify-content:center;gap:16px;margin:12px 0'>{sector(dice, 300, 220)}{sector(dice, 300, 220)}</div>
<div style='font-weight:600'>超声所见：</div><div style='min-height:210px;line-height:1.75;text-align:justify'>&emsp;&emsp;{found}</div>
<div style='font-weight:600'>{dice.choice(("超声诊断：", "超声提示："))}</div><div style='padding-left:34px;min-height:130px'>{"".join("<div>" + f("diagnosis", d) + "</div>" for d in opinion)}</div>
<div style='position:absolute;left:56px;right:56px;bottom:64px;border-top:1px solid #0b3d7a;padding-top:6px;display:flex;justify-content:space-between'><span>检查医师：{f("physician_name", c.doctors[0])}</span><span>记录员：{doctor(dice)}</span><span>报告时间：{when("report_date", c.came, shown(dice, c.came))} {at[1]}</span><span>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.75 else None, dice, 84)}</span></div>
<div style='position:absolute;left:56px;bottom:36px;font-size:12px;color:#555'>此报告仅反映受检者当时情况，供临床参考；如对结果有疑问，请在当日咨询超声医学科。</div>"""
    css = ".hd{display:grid;grid-template-columns:1.1fr .8fr 1fr 1.2fr;border-top:1px solid #0b3d7a;border-bottom:1px solid #0b3d7a;padding:5px 0;row-gap:3px;font-size:14px;white-space:nowrap}"
    return page(body, css, dice.choice((SONG, MICRO, HEI)), 15, "36px 56px")


def ecg(dice: random.Random) -> str:
    """Twelve leads on pink paper, measures beside the diagnosis; the sheet lies on its side."""
    c = case(dice)
    p = c.person
    af = dice.random() < 0.3
    rate = dice.randint(52, 118)
    told = [
        "心房颤动"
        if af
        else "窦性心律"
        if 60 <= rate <= 100
        else "窦性心动过速"
        if rate > 100
        else "窦性心动过缓"
    ]
    told += dice.sample(
        (
            "ST-T改变",
            "左心室高电压",
            "完全性右束支传导阻滞",
            "电轴左偏",
            "偶发室性早搏",
            "一度房室传导阻滞",
            "陈旧性下壁心肌梗死",
        ),
        dice.randint(0, 2),
    )
    if len(told) == 1 and told[0] == "窦性心律":
        told.append("正常心电图")
    traces = ""
    for n, lead in enumerate(("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")):
        x, y = 12 + n // 6 * 522, 44 + n % 6 * 62
        traces += f'<text x="{x}" y="{y - 16}" font-size="12" font-family="sans-serif">{lead}</text><path d="M{x} {y} {wave(dice, 505, -0.6 if lead == "aVR" else dice.uniform(0.3, 0.9), 6000 / rate, not af)}" fill="none" stroke="#111" stroke-width="1"/>'
    traces += f'<text x="12" y="406" font-size="12" font-family="sans-serif">II</text><path d="M12 426 {wave(dice, 1020, 0.7, 6000 / rate, not af)}" fill="none" stroke="#111" stroke-width="1"/>'
    grid = '<defs><pattern id="a" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M8 0H0V8" fill="none" stroke="#f3b9b9" stroke-width=".5"/></pattern><pattern id="b" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="url(#a)"/><path d="M40 0H0V40" fill="none" stroke="#e88" stroke-width=".9"/></pattern></defs><rect width="1051" height="446" fill="url(#b)"/>'
    tests = [
        ("心率", str(rate), "bpm", "60-100"),
        ("PR间期", str(dice.randint(124, 218)), "ms", "120-200"),
        ("QRS时限", str(dice.randint(74, 132)), "ms", "60-110"),
        ("QT/QTc", f"{dice.randint(340, 420)}/{dice.randint(400, 466)}", "ms", ""),
        ("P/QRS/T电轴", f"{dice.randint(20, 70)}/{dice.randint(-30, 80)}/{dice.randint(10, 70)}", "°", ""),
        ("RV5/SV1", f"{dice.uniform(0.8, 2.6):.2f}/{dice.uniform(0.4, 1.5):.2f}", "mV", ""),
    ]
    if af:
        tests.pop(1)
    lines = "".join(
        row(
            {"name": a, "result": b, "unit": u, "reference": r or None, "flag": None},
            f"<td>{a}</td><td>{b}</td><td>{u}</td><td>{r}</td>",
        )
        for a, b, u, r in tests
    )
    body = f"""<div style='display:flex;justify-content:space-between;align-items:flex-end'><div style='font-size:22px;font-weight:600'>{f("hospital_name", c.hospital)}&emsp;心电图报告单</div><div>编号 {f("report_number", no(dice, "E#######"))}&emsp;检查时间 {shown(dice, c.came, "-")} {clocks(dice, 1)[0]}</div></div>
<div class='hd'><span>姓名:{f("patient_name", p.name)}</span><span>性别:{sex(p)}</span><span>年龄:{age(dice, c.age)}</span><span>病历号:{f("record_number", no(dice, "#######"))}</span><span>科室:{f("department", c.ill.department)}</span><span>床号:{no(dice, "##")}</span></div>
<svg width='1051' height='446' style='display:block;background:#fffafa'>{grid}{traces}</svg>
<div style='display:flex;gap:26px;margin-top:6px'><table class='t' style='width:430px'><tr><td>参数</td><td>测量值</td><td>单位</td><td>参考值</td></tr>{lines}</table><div style='flex:1'><div style='font-weight:600'>心电图诊断:</div>{"".join("<div style='padding-left:18px'>" + f"{n}. " + f("diagnosis", d) + "</div>" for n, d in enumerate(told, 1))}<div style='position:absolute;right:36px;bottom:46px'>报告医师:{f("physician_name", c.doctors[0])}&emsp;审核医师:{f("physician_name", c.doctors[1])}&emsp;报告日期:{when("report_date", c.came, f"{c.came:%Y-%m-%d}")}</div></div></div>
<div style='position:absolute;left:36px;bottom:14px;font-size:12px'>25mm/s&ensp;10mm/mV&ensp;0.15-35Hz&ensp;AC 50Hz&emsp;*本报告需经医师审核签字后有效</div>"""
    css = ".hd{display:grid;grid-template-columns:1fr .7fr .8fr 1.2fr 1.6fr .7fr;padding:2px 0}.t td{padding:0 4px;font-size:13px;line-height:1.5}"
    return page(body, css, dice.choice((HEI, MICRO, SONG)), 14, "16px 36px")


ECHO = (("主动脉根部内径", "AO", "mm", 20, 37), ("左房前后径", "LA", "mm", 19, 40), ("左室舒张末内径", "LVDd", "mm", 35, 55), ("左室收缩末内径", "LVDs", "mm", 20, 40),
        ("室间隔厚度", "IVS", "mm", 6, 11), ("左室后壁厚度", "LVPW", "mm", 6, 11), ("右房左右径", "RA", "mm", 25, 40), ("右室前后径", "RV", "mm", 10, 23),
        ("肺动脉主干内径", "PA", "mm", 15, 26), ("左室射血分数", "LVEF", "%", 50, 70), ("短轴缩短率", "FS", "%", 25, 45), ("二尖瓣E峰", "E", "cm/s", 60, 130), ("二尖瓣A峰", "A", "cm/s", 40, 70))  # fmt: skip
HEART = (
    "左房增大",
    "左室壁节段性运动异常",
    "左室舒张功能减退（I级）",
    "主动脉瓣钙化并轻度反流",
    "二尖瓣轻-中度反流",
    "三尖瓣轻度反流",
    "轻度肺动脉高压",
    "左室收缩功能减低",
    "心包少量积液",
)


def echo(dice: random.Random) -> str:
    """An echo with its measures two rows abreast in a full grid."""
    c = case(dice)
    p = c.person
    told: list[str] = []
    for title, code, unit, a, b in ECHO:
        value = round(dice.uniform(a, b) * dice.choice((1, 1, 1, 1.25)))
        r: dict[str, str | None] = {
            "name": title,
            "result": str(value),
            "unit": unit,
            "reference": f"{a}-{b}",
            "flag": None,
        }
        told.append(row(r, f"<td>{title}</td><td>{code}</td><td>{value}</td><td>{unit}</td><td>{a}-{b}</td>"))
    half = (len(told) + 1) // 2
    table: Callable[..., str] = lambda part: (
        "<table class='g t'><tr><th>测量项目</th><th>代号</th><th>测值</th><th>单位</th><th>参考值</th></tr>"
        + "".join(part)
        + "</table>"
    )
    opinion: Sequence[str] = dice.sample(HEART, dice.randint(2, 5))
    body = f"""<h2 style='font-size:24px;font-family:{KAI}'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:19px;letter-spacing:6px'>超声心动图报告单</h2>
<table class='g m' style='margin-top:10px'><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{sex(p)}</td><td>年龄</td><td>{age(dice, c.age)}</td><td>检查号</td><td>{f("report_number", no(dice, "XC#####"))}</td></tr><tr><td>科别</td><td>{f("department", c.ill.department)}</td><td>床号</td><td>{no(dice, "##")}</td><td>住院号</td><td colspan='3'>{f("record_number", no(dice, "20######"))}</td></tr><tr><td>诊断</td><td colspan='7'>{"、".join(f("diagnosis", d) for d in c.ill.diagnoses[:2])}</td></tr></table>
<div style='margin:10px 0 4px'>一、M型及二维、多普勒测值</div><div style='display:flex;gap:8px;align-items:flex-start'>{table(told[:half])}{table(told[half:])}</div>
<div style='margin-top:12px'>二、超声描述</div><div style='text-indent:2em;min-height:150px;text-align:justify'>{dice.choice(("各房室腔内径如上，室间隔及左室后壁厚度如上，运动协调性欠佳，左室前壁心尖段运动幅度减低。", "左房内径增大，余房室腔内径正常范围；室间隔与左室后壁不厚，运动协调，幅度正常。"))}各瓣膜形态结构未见明显异常，启闭活动可。主动脉瓣可见点状强回声附着。CDFI：二尖瓣口、三尖瓣口收缩期可见少量反流信号；PW：二尖瓣口血流频谱E峰&lt;A峰。心包腔未见明显液性暗区。</div>
<div>三、诊断意见</div><ol style='margin:2px 0;padding-left:54px;min-height:150px'>{"".join("<li>" + f("diagnosis", d) + "</li>" for d in opinion)}</ol>
<div style='position:absolute;right:70px;bottom:110px;text-align:right;line-height:2.1'>诊断医师：{f("physician_name", c.doctors[0])}&emsp;{f("physician_title", t := dice.choice(("主治医师", "副主任医师", "住院医师")), f"（{t}）")}<br>{dated(dice, "report_date", c.came, time=True)}</div>
<div style='position:absolute;left:60px;bottom:48px;font-size:12px;border-top:1px solid #000;width:674px'>说明：本报告仅供临床参考，若与临床不符，请及时与本科室联系&emsp;内线：{no(dice, "6###")}&emsp;第1页</div>{seal(c.hospital, "超声科", size=138, at=(dice.randint(480, 560), 905), turn=dice.uniform(-20, 20)) if dice.random() < 0.45 else ""}"""
    return page(
        body,
        ".m td{padding:3px 6px}.m td:nth-child(odd){white-space:nowrap}.t td,.t th{font-size:13px;padding:2px 5px;white-space:nowrap}",
        dice.choice((SONG, UMING)),
        15,
        "40px 60px",
    )


TISSUES = (
    ("肺", "（右肺上叶穿刺）灰白色细条状组织3条，长0.6-1.1cm，直径0.1cm，全包。", ("（右肺上叶穿刺组织）浸润性腺癌，以腺泡型为主",), "TTF-1（+），NapsinA（+），CK7（+），P40（-），CK5/6（-），ALK-D5F3（-），PD-L1（22C3，TPS约35%），Ki-67（约30%+）"),
    ("胃", "（胃窦）灰白色碎组织3块，大小0.2-0.3cm，全包。", ("（胃窦）慢性萎缩性胃炎，中度，伴肠上皮化生", "Hp（+）"), "CDX2（肠化腺体+），Ki-67（增生区+）"),
    ("肾", "肾穿刺组织2条，免疫荧光：IgA（+++）、C3（++），沿系膜区颗粒状沉积；光镜：肾小球21个，其中球性硬化5个。", ("局灶增生硬化性IgA肾病（牛津分型M1E0S1T1C0）",), "Masson、PASM、PAS染色示系膜基质增多"),
    ("结肠", "（乙状结肠）息肉样物1枚，1.2cm×0.9cm×0.8cm，切面灰红，全包。", ("（乙状结肠）管状-绒毛状腺瘤，部分腺体低级别上皮内瘤变", "切缘未见病变累及"), "P53（野生型），Ki-67（约40%+）"),
    ("乳腺", "（左乳）肿块切除标本，6cm×5cm×3cm，切面见一灰白质硬肿物，2.1cm×1.8cm，边界不清。", ("（左乳）浸润性导管癌，II级", "脉管内可见癌栓", "（左腋窝）淋巴结转移癌（3/14）"), "ER（约80%，强+），PR（约60%，中+），HER-2（1+），Ki-67（约25%+），E-cad（+），P120（膜+）"),
)  # fmt: skip


WARDS = {"肺": "胸外科", "胃": "消化内科", "肾": "肾病科", "结肠": "胃肠外科", "乳腺": "乳腺外科"}


def biopsy(dice: random.Random) -> str:
    """Slides in colour, several numbers, immunohistochemistry below the diagnosis."""
    c = case(dice)
    p = c.person
    organ, gross, told, immune = dice.choice(TISSUES[: 5 if p.sex == "女" else 4])
    sent, done = c.came, c.left
    number = no(dice, f"{c.came.year}-0####")
    body = f"""<div style='display:flex;justify-content:space-between;align-items:center'>{bars(number.replace("-", ""), 130, 26)}<div><h2 style='font-size:23px'>{f("hospital_name", c.hospital)}</h2><h2 style='font-size:18px;font-weight:400'>病理检查报告单</h2></div><div style='font-size:14px'>病理号：<b>{f("report_number", number)}</b></div></div>
<div class='hd'><span>姓 名：{f("patient_name", p.name)}</span><span>性 别：{sex(p)}</span><span>年 龄：{age(dice, c.age)}</span><span>住 院 号：{f("record_number", no(dice, "000######"))}</span><span>送检科室：{f("department", WARDS[organ])}</span><span>床 号：{no(dice, "##")}</span><span>送检医师：{f("physician_name", c.doctors[2])}</span><span>收到日期：{shown(dice, sent, "-")}</span><span style='grid-column:1/3'>送检材料：{organ}组织</span><span style='grid-column:3/5'>送检单位：本院</span></div>
<div class='s'>肉眼所见：</div><div class='p'>{gross}</div><div class='s'>镜下所见：</div><div style='display:flex;gap:18px;justify-content:center;margin:4px'><div class='c'>{tissue(dice)}<div style='font-size:12px'>HE×100</div></div><div class='c'>{tissue(dice, brown=dice.random() < 0.6)}<div style='font-size:12px'>×200</div></div></div>
<div class='s'>病理诊断：</div><div style='padding-left:2em;font-size:17px;line-height:1.8'>{"".join("<div>" + f("diagnosis", d) + ("；" if n < len(told) else "。") + "</div>" for n, d in enumerate(told, 1))}</div><div class='s'>免疫组化/特殊染色：</div><div class='p' style='text-indent:2em'>{immune}。</div>
<div class='hd' style='position:absolute;left:58px;right:58px;bottom:80px'><span>初诊医师：{f("physician_name", c.doctors[0])}</span><span>&nbsp;</span><span>审核医师：{f("physician_name", c.doctors[1])}</span><span>报告日期：{when("report_date", done, shown(dice, done, "-"))}</span></div><div style='position:absolute;left:58px;bottom:46px;font-size:12px'>（本报告未经医师签名无效；如临床与病理诊断不符，请及时与病理科联系。蜡块、切片保存15年）</div>
{seal(c.hospital, "病理诊断专用章", size=146, at=(dice.randint(420, 560), 850), turn=dice.uniform(-15, 15)) if dice.random() < 0.8 else ""}"""
    css = ".hd{display:grid;grid-template-columns:1.25fr .9fr 1.1fr 1.35fr;border-top:1.5px solid #000;border-bottom:1.5px solid #000;padding:5px 0;margin:8px 0;row-gap:3px;font-size:14px;white-space:nowrap}.s{font-weight:600;margin-top:10px}.p{padding:2px 0 2px 2em;text-align:justify}"
    return page(body, css, dice.choice((SONG, HEI, MICRO)), 15, "36px 58px")


def consult(dice: random.Random) -> str:
    """A pathology form as a clerk's full grid, labels in the left column, hand-signed."""
    c = case(dice)
    p = c.person
    organ, gross, told, immune = dice.choice(TISSUES[: 5 if p.sex == "女" else 4])
    wide: Callable[..., str] = lambda label, inner, tall: (
        f"<tr style='height:{tall}px'><td class='l'>{label}</td><td colspan='5' style='vertical-align:top;padding:6px 10px'>{inner}</td></tr>"
    )
    body = f"""<h1 style='font-size:24px'>{f("hospital_name", c.hospital)}病理科</h1><h1 style='font-size:22px;letter-spacing:8px;margin-bottom:6px'>病理会诊报告书</h1><div style='display:flex;justify-content:space-between'><span>会诊编号：{f("report_number", no(dice, f"H{c.came.year}####"))}</span><span>原病理号：{no(dice, "S######")}</span></div>
<table class='g'><tr><td class='l'>姓名</td><td>{f("patient_name", p.name)}</td><td class='l'>性别</td><td>{sex(p)}</td><td class='l'>年龄</td><td>{age(dice, c.age)}</td></tr><tr><td class='l'>身份证号</td><td colspan='3'>{f("id_number", p.id_number)}</td><td class='l'>联系电话</td><td>{f("phone", p.phone)}</td></tr><tr><td class='l'>家庭住址</td><td colspan='5'>{f("address", p.address)}</td></tr><tr><td class='l'>送检标本</td><td colspan='3'>{organ}：HE切片{dice.randint(2, 9)}张，蜡块{dice.randint(1, 4)}块</td><td class='l'>收片日期</td><td>{shown(dice, c.came, ".")}</td></tr>
{wide("大体描述", gross, 92)}{wide("会诊意见", "<b>病理诊断：</b><br>" + "<br>".join(f"（{n}）" + f("diagnosis", d) for n, d in enumerate(told, 1)), 250)}{wide("免疫组化", immune, 130)}{wide("备注", "会诊意见仅对所送切片负责，供临床医师参考。原单位切片、蜡块请于两周内取回。", 70)}</table>
<div style='margin-top:26px;display:grid;grid-template-columns:1.4fr 1fr;row-gap:14px'><span>会诊医师签名：{sign("physician", c.doctors[0], dice)}</span><span>{f("physician_title", "主任医师") if dice.random() < 0.5 else ""}</span><span></span><span>报告日期：{when("report_date", c.left, shown(dice, c.left, "年"))}</span></div>{seal(c.hospital, "病理科", size=150, at=(470, 800), turn=dice.uniform(-15, 15))}"""
    return page(
        body,
        ".l{width:92px;text-align:center;white-space:nowrap}.g td{height:34px}",
        dice.choice((SONG, KAI)),
        16,
        "60px 70px",
    )


TEMPLATES: dict[str, Template] = {
    "ward-exam_report-ct": Template("exam_report", 794, 1123, ct),
    "ward-exam_report-ultrasound": Template("exam_report", 794, 1123, ultrasound),
    "ward-exam_report-ecg": Template("exam_report", 1123, 794, ecg),
    "ward-exam_report-echo": Template("exam_report", 794, 1123, echo),
    "ward-pathology_report-biopsy": Template("pathology_report", 794, 1123, biopsy),
    "ward-pathology_report-consult": Template("pathology_report", 794, 1123, consult),
}
