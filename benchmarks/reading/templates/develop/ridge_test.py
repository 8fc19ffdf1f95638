"""Reports of laboratory, ultrasound, radiology, electrocardiogram and pathology."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, page, row, seal, sign
from benchmarks.reading.templates.develop.ridge_base import case, date, fake_bar, fake_square, insured, plain

# abbreviation, name, usual, unit, reference as printed, low, high, decimals
CHEMISTRY: tuple[tuple[str, str, float, str, str, float, float, int], ...] = (
    ("ALT", "丙氨酸氨基转移酶", 26, "U/L", "9--50", 9, 50, 0), ("AST", "天门冬氨酸氨基转移酶", 24, "U/L", "15--40", 15, 40, 0),
    ("GGT", "γ-谷氨酰转肽酶", 33, "U/L", "10--60", 10, 60, 0), ("TP", "总蛋白", 70, "g/L", "65--85", 65, 85, 1),
    ("ALB", "白蛋白", 41, "g/L", "40--55", 40, 55, 1), ("A/G", "白球比", 1.5, "", "1.2--2.4", 1.2, 2.4, 2),
    ("TBIL", "总胆红素", 14, "umol/L", "0--26", 0, 26, 1), ("BUN", "尿素氮", 6.1, "mmol/L", "3.6--9.5", 3.6, 9.5, 2),
    ("CREA", "肌酐(酶法)", 84, "umol/L", "57--111", 57, 111, 0), ("UA", "尿酸", 360, "umol/L", "208--428", 208, 428, 0),
    ("eGFR", "肾小球滤过率(估算)", 96, "ml/min/1.73m²", ">90", 90, 999, 1), ("GLU", "葡萄糖", 5.6, "mmol/L", "3.9--6.1", 3.9, 6.1, 2),
    ("TC", "总胆固醇", 4.7, "mmol/L", "<5.18", 0, 5.18, 2), ("TG", "甘油三酯", 1.5, "mmol/L", "<1.70", 0, 1.7, 2),
    ("HDL-C", "高密度脂蛋白胆固醇", 1.2, "mmol/L", ">1.04", 1.04, 99, 2), ("LDL-C", "低密度脂蛋白胆固醇", 2.8, "mmol/L", "<3.37", 0, 3.37, 2),
    ("CK", "肌酸激酶", 96, "U/L", "50--310", 50, 310, 0), ("LDH", "乳酸脱氢酶", 180, "U/L", "120--250", 120, 250, 0),
    ("K", "钾", 4.2, "mmol/L", "3.5--5.3", 3.5, 5.3, 2), ("Na", "钠", 140, "mmol/L", "137--147", 137, 147, 1),
    ("Ca", "钙", 2.3, "mmol/L", "2.11--2.52", 2.11, 2.52, 2), ("P", "磷", 1.1, "mmol/L", "0.85--1.51", 0.85, 1.51, 2),
)  # fmt: skip


def _values(d: random.Random, n: int, up: str, down: str) -> list[tuple[str, dict[str, str | None]]]:
    out = []
    for short, label, usual, unit, reference, low, high, places in (
        CHEMISTRY[:n] if d.random() < 0.5 else CHEMISTRY[-n:]
    ):
        value = usual * d.choice((1, 1, 1, 0.6, 1.7)) * d.uniform(0.94, 1.06)
        text = f"{value:.{places}f}"
        flag = up if float(text) > high else down if float(text) < low else None
        out.append(
            (
                short,
                {"name": label, "result": text, "unit": unit or None, "reference": reference, "flag": flag},
            )
        )
    return out


def chemistry(d: random.Random) -> str:
    """Two columns of tests, the arrow glued to the result, method and instrument at the foot."""
    c = case(d)
    p = c.p
    when = c.came
    rows = _values(d, d.choice((14, 18, 22)), "↑", "↓")
    half = (len(rows) + 1) // 2

    def table(part: list[tuple[str, dict[str, str | None]]], start: int) -> str:
        body = "".join(
            row(
                t,
                f'<td>{n}</td><td>{t["name"]}</td><td class="r">{t["result"]}</td><td style="width:14px">{t["flag"] or ""}</td><td>{t["reference"]}</td><td>{t["unit"] or ""}</td>',
            )
            for n, (_, t) in enumerate(part, start)
        )
        return f'<table style="font-size:12px;flex:1"><tr style="border-bottom:1px solid #000">{"".join(f"<th>{x}</th>" for x in ("№", "检验项目", "结果", "", "参考区间", "单位"))}</tr>{body}</table>'

    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div>{fake_bar(d, 150, 28)}</div><div><h1 style="font-size:21px">{f("hospital_name", c.hospital)}检验报告单</h1></div><div style="font-size:12px">样本号：{f("report_number", f"{when:%Y%m%d}{d.choice('BCGHK')}{d.randint(1, 400):03d}")}</div></div>
<div style="display:grid;grid-template-columns:1.1fr .8fr 1.3fr 1.2fr;font-size:12.5px;line-height:1.75;border-top:1.5px solid #000;border-bottom:1.5px solid #000;margin-top:5px"><span>姓　名：{f("patient_name", p.name)}</span><span>性　别：{f("sex", p.sex)}</span><span>病 历 号：{f("record_number", c.record)}</span><span>标本种类：{d.choice(("血清", "静脉血"))}</span><span>年　龄：{f("age", c.age, f"{c.age} 岁")}</span><span>床　号：{d.randint(1, 70)}</span><span>送检科室：{f("department", c.department)}</span><span>送检医生：{f("physician_name", c.doctors[0])}</span><span style="grid-column:1/3">临床诊断：{f("diagnosis", c.illnesses[0]) if d.random() < 0.75 else ""}</span><span>费　　别：{f("insurance_type", insured(c), "职工医保" if insured(c) == "employee" else "居民医保") if d.random() < 0.6 else "住院"}</span><span>备　　注：</span></div>
<div style="display:flex;gap:16px;min-height:270px;align-items:flex-start;margin-top:4px">{table(rows[:half], 1)}{table(rows[half:], half + 1)}</div>
<div style="font-size:12px;border-top:1.5px solid #000;display:flex;justify-content:space-between;padding-top:4px"><span>采样时间：{plain(when, d, "-")}</span><span>接收时间：{plain(when, d, "-")}</span><span>报告时间：{date("report_date", when, d, "-", clock=True)}</span><span>检验者：{c.doctors[1]}</span><span>审核者：{c.doctors[2]}</span></div><div style="font-size:11px;margin-top:3px;display:flex;justify-content:space-between"><span>★此报告仅对本次标本负责，如有疑问请于{d.choice((3, 7))}日内与检验科联系　仪器：{d.choice(("AU5800", "cobas 8000", "BS-2000M"))}</span><span>注：“HR”为检验结果互认项目</span></div>""",
        css="th,td:nth-child(5){white-space:nowrap}.r{white-space:nowrap}", font=d.choice((SONG, MICRO)), pad="22px 34px",
    )  # fmt: skip


def special(d: random.Random) -> str:
    """A single-column immunology report, flags H and L in a column of their own, English names first."""
    c = case(d)
    p = c.p
    when = c.came
    tests = (
        ("TSH", "促甲状腺激素", 2.5, "uIU/mL", "0.27-4.20", 0.27, 4.2, 3), ("FT3", "游离三碘甲状腺原氨酸", 4.7, "pmol/L", "3.10-6.80", 3.1, 6.8, 2),
        ("FT4", "游离甲状腺素", 15.1, "pmol/L", "12.00-22.00", 12, 22, 2), ("HbA1c", "糖化血红蛋白", 5.9, "%", "4.0-6.0", 4, 6, 1),
        ("RF", "类风湿因子", 11, "IU/mL", "0-20", 0, 20, 1), ("Anti-CCP", "抗环瓜氨酸肽抗体", 9, "U/mL", "<17", 0, 17, 1),
        ("hs-CRP", "超敏C反应蛋白", 2.1, "mg/L", "0-3", 0, 3, 2), ("PTH", "甲状旁腺激素", 42, "pg/mL", "15-65", 15, 65, 1),
        ("AFP", "甲胎蛋白", 3.4, "ng/mL", "0-7", 0, 7, 2), ("NT-proBNP", "N末端B型钠尿肽原", 110, "pg/mL", "<125", 0, 125, 0),
    )  # fmt: skip
    qualitative = (("HBsAg", "乙肝表面抗原"), ("HBeAg", "乙肝e抗原"), ("Anti-HBc", "乙肝核心抗体"))
    body = ""
    n = 0
    for short, label, usual, unit, reference, low, high, places in d.sample(tests, d.randint(4, 10)):
        text = f"{usual * d.choice((1, 1, 0.5, 2.2)) * d.uniform(0.95, 1.05):.{places}f}"
        flag = "H" if float(text) > high else "L" if float(text) < low else None
        n += 1
        body += row(
            {"name": label, "result": text, "unit": unit, "reference": reference, "flag": flag},
            f'<td class="c">{n}</td><td>{short}</td><td>{label}</td><td class="c">{text}</td><td class="c b">{flag or ""}</td><td>{unit}</td><td>{reference}</td><td>{d.choice(("电化学发光法", "免疫比浊法", "HPLC"))}</td>',
        )
    if d.random() < 0.6:
        for short, label in qualitative:
            positive = d.random() < 0.4
            n += 1
            told = "阳性(+)" if positive else "阴性(-)"
            body += row(
                {"name": label, "result": told, "unit": None, "reference": "阴性", "flag": None},
                f'<td class="c">{n}</td><td>{short}</td><td>{label}</td><td class="c">{told}</td><td></td><td></td><td>阴性</td><td>化学发光法</td>',
            )
    return page(
        f"""<h1 style="font-size:22px;font-family:{HEI}">{f("hospital_name", c.hospital)}</h1><div class="c" style="font-size:11px;letter-spacing:1px">DEPARTMENT OF CLINICAL LABORATORY</div><h1 style="font-size:19px">医学检验科检验报告单（{d.choice(("免疫室", "特检"))}）</h1>
<table style="font-size:13px;margin-top:6px;border:1px solid #000"><tr><td>姓名 {f("patient_name", p.name)}</td><td>患者类型 {d.choice(("门诊", "住院", "体检"))}</td><td>申请单号 {d.randint(10**8, 10**9 - 1)}</td><td rowspan="3" class="r" style="width:84px">{fake_square(d, 66, 25)}</td></tr><tr><td>性别 {f("sex", p.sex)}　年龄 {f("age", c.age, f"{c.age}岁")}</td><td>病员号 {f("record_number", c.record)}</td><td>申请科室 {f("department", c.department)}</td></tr><tr><td>临床诊断 {f("diagnosis", c.illnesses[0])}</td><td>申请医师 {f("physician_name", c.doctors[0])}</td><td>报告编号 {f("report_number", f"LIS{when:%y%m%d}{d.randint(1000, 9999)}")}</td></tr></table>
<table style="font-size:13.5px;margin-top:8px"><tr style="border-bottom:1px solid #000;border-top:1px solid #000;background:#f1f1f1">{"".join(f"<th>{x}</th>" for x in ("序", "代号", "项目名称", "检测结果", "提示", "单位", "参考范围", "检测方法"))}</tr>{body}</table><div class="c" style="font-size:12px;color:#444">———— 以下空白 ————</div>
<div style="position:absolute;left:54px;right:54px;bottom:60px"><div style="font-size:13px">建议与解释：{d.choice(("", "请结合临床", "乙肝病毒DNA定量检测"))}</div><div style="border-top:1px solid #000;font-size:12.5px;display:grid;grid-template-columns:1fr 1fr 1fr;line-height:1.9"><span>采集时间 {plain(when - dt.timedelta(days=1), d, "/")}</span><span>签收时间 {plain(when, d, "/")}</span><span>报告时间 {date("report_date", when, d, "/", clock=True)}</span><span>检验者 {c.doctors[2]}</span><span>审核者 {c.doctors[3]}</span><span>打印次数 {d.randint(1, 3)}</span></div></div>
{seal(c.hospital, "检验专用章", at=(560, 900), size=124, turn=d.uniform(-15, 15), colour=d.choice(("red", "blue"))) if d.random() < 0.6 else ""}""",
        font=SONG, pad="36px 54px",
    )  # fmt: skip


def _fan(d: random.Random) -> str:
    spots = "".join(
        f'<ellipse cx="{d.randint(70, 180)}" cy="{d.randint(60, 150)}" rx="{d.randint(8, 34)}" ry="{d.randint(4, 18)}" fill="#{d.choice(("161616", "6a6a6a", "8d8d8d"))}"/>'
        for _ in range(16)
    )
    return f'<svg width="250" height="180" style="background:#0a0a0a"><path d="M125 12 L22 150 Q125 196 228 150Z" fill="#3b3b3b"/>{spots}</svg>'


def _slide(d: random.Random) -> str:
    cells = "".join(
        f'<circle cx="{d.randint(0, 200)}" cy="{d.randint(0, 140)}" r="{d.randint(2, 6)}" fill="#{d.choice(("7b3f8c", "a05fae", "c98ac0"))}"/>'
        for _ in range(150)
    )
    return f'<svg width="200" height="140" style="background:#f1d3e4">{cells}</svg>'


def ultrasound(d: random.Random) -> str:
    """An ultrasound sheet with two dark fans and a table of measures beside them."""
    c = case(d)
    p = c.p
    when = c.came
    said = d.sample(
        (
            "左房增大",
            "左室舒张功能减低",
            "主动脉瓣退行性变",
            "二尖瓣轻度反流",
            "双侧颈动脉硬化伴斑块形成",
            "脂肪肝",
            "左室壁节段性运动异常",
        ),
        d.randint(1, 4),
    )
    return page(
        f"""<h1 style="font-size:23px">{f("hospital_name", c.hospital)}</h1><h1 style="font-size:18px;font-weight:400">彩色多普勒超声{d.choice(("检查", "诊断"))}报告单</h1>
<div style="font-size:13.5px;line-height:1.9;border-bottom:1px solid #000;margin-top:8px;display:grid;grid-template-columns:1fr .7fr .8fr 1.3fr"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", c.age, f"{c.age}岁")}</span><span>超声号：{f("report_number", f"US{when:%Y}{d.randint(10000, 99999)}")}</span><span>科别：{f("department", c.department)}</span><span>床号：{d.choice(("-", str(d.randint(1, 50))))}</span><span>仪器：{d.choice(("EPIQ7", "LOGIQ E9", "Resona 7"))}</span><span>住院/门诊号：{f("record_number", c.record)}</span><span style="grid-column:1/4">检查部位：{d.choice(("心脏+颈部血管", "心脏彩超、左心功能测定"))}</span><span>检查日期：{plain(when, d, "-", False)}</span></div>
<div style="display:flex;gap:12px;justify-content:center;margin:12px 0">{_fan(d)}{_fan(d)}</div>
<table class="g c" style="font-size:12.5px;width:86%;margin:0 auto"><tr>{"".join(f'<td class="c">{x}</td>' for x in ("AO", "LA", "LV", "RV", "IVS", "LVPW", "EF", "FS"))}</tr><tr>{"".join(f'<td class="c">{x}</td>' for x in (f"{d.randint(26, 36)}mm", f"{d.randint(28, 46)}mm", f"{d.randint(42, 62)}mm", f"{d.randint(16, 24)}mm", f"{d.randint(8, 14)}mm", f"{d.randint(8, 13)}mm", f"{d.randint(34, 70)}%", f"{d.randint(20, 38)}%"))}</tr></table>
<div style="margin-top:12px;line-height:1.8"><b>超声所见：</b><br>　　左房前后径增大，余各房室腔内径正常范围，室间隔与左室后壁厚度、运动幅度未见明显异常。各瓣膜形态、启闭尚可，CDFI：二尖瓣口左房侧见少许反流信号。双侧颈总动脉内中膜增厚，约{d.uniform(1.0, 1.5):.1f}mm，右侧分叉处见大小约{d.randint(5, 14)}×{d.uniform(1.6, 3.2):.1f}mm强回声斑。</div>
<div style="margin-top:12px;line-height:1.8"><b>超声提示：</b><br>{"<br>".join("　　" + str(n) + "、" + f("diagnosis", x) for n, x in enumerate(said, 1))}</div>
<div style="margin-top:50px;border-top:1px solid #000;display:flex;justify-content:space-between;font-size:13.5px;padding-top:6px"><span>记录员：{c.doctors[4]}</span><span>检查医师：{f("physician_name", c.doctors[1])}　{sign("physician", d.choice((None, c.doctors[1])), d)}</span><span>报告日期：{date("report_date", when, d, d.choice("-年"))}</span></div><div style="font-size:12px">本报告供临床医师参考，不作证明用。　申请医师：{f("physician_name", c.doctors[0])}</div>""",
        font=SONG, pad="40px 56px",
    )  # fmt: skip


def radiology(d: random.Random) -> str:
    """A CT report of a regional imaging cloud: the hospital that scanned and the centre that read it."""
    c = case(d)
    p = c.p
    when = c.came
    part, seen, said = d.choice((
        ("胸部CT平扫", "双侧胸廓对称，双肺透光度增高，肺纹理增多、紊乱，双肺上叶散在小圆形无壁透亮区，右肺中叶及左肺下叶见斑片、条索影。纵隔淋巴结未见增大，主动脉及冠状动脉壁钙化。", ("慢支炎、肺气肿征象", "右肺中叶、左肺下叶少许慢性炎症", "主动脉及冠状动脉硬化")),
        ("头颅CT平扫", "双侧基底节区、放射冠见多发斑点、斑片状低密度影，边界清楚；脑室系统扩大，脑沟、脑裂增宽，中线结构居中。", ("双侧基底节区、放射冠多发腔隙性脑梗塞", "脑萎缩")),
        ("上腹部CT增强", "肝脏体积缩小，肝裂增宽，各叶比例失调，边缘呈波浪状；脾大，约8个肋单元；门静脉主干增宽，食管下段及胃底静脉迂曲。", ("肝硬化、脾大、门脉高压", "食管胃底静脉曲张")),
    ))  # fmt: skip
    return page(
        f"""<div style="display:flex;justify-content:space-between;border-bottom:3px solid #1a5fa0;padding-bottom:6px;align-items:center"><span style="color:#1a5fa0;font-size:21px;font-weight:600">{f("hospital_name", c.hospital)}</span><span style="font-size:20px">医学影像诊断报告</span></div>
<table style="font-size:13px;margin-top:6px"><tr><td style="color:#666">姓名</td><td>{f("patient_name", p.name)}</td><td style="color:#666">性别</td><td>{f("sex", p.sex)}</td><td style="color:#666">年龄</td><td>{f("age", c.age, f"{c.age}Y")}</td><td style="color:#666">影像号</td><td>{f("report_number", f"CT{d.randint(10**6, 10**7 - 1)}")}</td></tr><tr><td style="color:#666">来源</td><td>{d.choice(("门诊", "住院"))}</td><td style="color:#666">科室</td><td colspan="3">{f("department", c.department)}</td><td style="color:#666">病历号</td><td>{f("record_number", c.record)}</td></tr><tr><td style="color:#666">检查项目</td><td colspan="3">{part}</td><td style="color:#666">申请医生</td><td>{f("physician_name", c.doctors[0])}</td><td style="color:#666">检查时间</td><td>{plain(when, d, "-")}</td></tr><tr><td style="color:#666">临床诊断</td><td colspan="5">{f("diagnosis", c.illnesses[0])}</td><td style="color:#666">登记时间</td><td>{plain(when, d, "-")}</td></tr></table>
<div style="background:#eef4fa;padding:2px 8px;margin-top:10px;font-weight:600">影像所见</div><div style="padding:8px;line-height:2;min-height:240px">{seen}{d.choice(("", "双侧胸腔少许积液。", "余未见明显异常。"))}</div>
<div style="background:#eef4fa;padding:2px 8px;font-weight:600">影像诊断</div><div style="padding:8px;line-height:2;min-height:150px">{fs("diagnosis", said, "<br>", True)}<br><span style="font-size:13px">{d.choice(("请结合临床，随访复查。", "建议进一步检查。", ""))}</span></div>
<div style="border-top:1px solid #1a5fa0;font-size:13.5px;display:grid;grid-template-columns:1fr 1fr 1.3fr;padding-top:8px;line-height:2"><span>报告医师：{f("physician_name", c.doctors[1])}</span><span>审核医师：{f("physician_name", c.doctors[2])}</span><span>报告时间：{date("report_date", when + dt.timedelta(days=d.randint(0, 1)), d, "-", clock=True)}</span></div>
<div style="display:flex;gap:14px;align-items:center;margin-top:20px">{fake_square(d, 86)}<div style="font-size:12px;color:#555">微信扫码查看数字影像（30天内有效）<br>远程诊断中心：{c.p.place.city}区域影像诊断中心<br>地址：{c.p.place.city}{c.p.place.road}{d.randint(1, 200)}号　电话：{d.randint(2 * 10**6, 9 * 10**6)}<br>注：本报告仅供临床参考，医师签字后有效</div></div>""",
        font=d.choice((HEI, MICRO)), pad="40px 50px",
    )  # fmt: skip


def pathology(d: random.Random) -> str:
    """A pathology report with received material, immunohistochemistry and two signing doctors."""
    c = case(d)
    p = c.p
    when = c.left
    site, gross, said, ihc = d.choice((
        ("左乳肿块", "灰白灰黄组织一块，大小6×5×3cm，切面见一灰白质硬结节，直径约2.1cm。", ("（左乳）浸润性癌，非特殊型，Ⅱ级",), "ER(+80%)，PR(+40%)，HER2(1+)，Ki-67(+20%)"),
        ("结肠（肠镜活检）", "灰白色组织4粒，直径0.1-0.2cm。", ("（乙状结肠）中分化腺癌",), "MLH1(+)，MSH2(+)，MSH6(+)，PMS2(+)，Ki-67(+70%)"),
        ("肾穿刺组织", "穿刺组织2条，长1.0cm及1.2cm。", ("膜性肾病Ⅱ期",), "IgG(+++)，IgA(-)，C3(+)，PLA2R(+)"),
        ("甲状腺右叶", "腺体一叶，4×3×2cm，切面见灰白结节，直径0.8cm。", ("（右叶）甲状腺乳头状癌，经典型", "结节性甲状腺肿"), "CK19(+)，Galectin-3(+)，TPO(-)"),
    ))  # fmt: skip
    return page(
        f"""<h1 style="font-size:22px">{f("hospital_name", c.hospital)}病理科</h1><h1 style="font-size:24px;letter-spacing:5px">{d.choice(("病理检查报告单", "病理诊断报告书"))}</h1>
<div class="r">病理号：{f("report_number", f"{when:%Y}-{d.randint(1000, 40000):05d}", style="font-weight:700")}</div>
<table class="g" style="font-size:14px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", c.age, f"{c.age}岁")}</td><td>民族</td><td>{f("ethnicity", p.ethnicity)}</td></tr><tr><td>送检单位</td><td colspan="3">{d.choice(("本院", f'{c.p.place.county}第二医院'))}</td><td>科别</td><td colspan="3">{f("department", c.department)}</td></tr><tr><td>住院号</td><td colspan="3">{f("record_number", c.record)}</td><td>送检医师</td><td colspan="3">{f("physician_name", c.doctors[0])}</td></tr><tr><td>送检日期</td><td colspan="3">{plain(when - dt.timedelta(days=4), d, ".", False)}</td><td>收到日期</td><td colspan="3">{plain(when - dt.timedelta(days=4), d, ".", False)}</td></tr><tr><td>送检材料</td><td colspan="3">{site}</td><td>临床诊断</td><td colspan="3">{f("diagnosis", c.illnesses[0])}</td></tr></table>
<div style="border:1px solid #222;border-top:0;padding:8px 12px;line-height:1.85;min-height:600px"><b>肉眼所见：</b><br>　　{gross}<br><b>镜下所见：</b><br>　　组织结构紊乱，细胞异型明显，核大深染，可见核分裂象，间质纤维组织增生伴炎细胞浸润。<div style="display:flex;gap:16px;margin:12px 20px">{_slide(d)}{_slide(d)}</div><b>免疫组化：</b>{ihc}。<br><b>病理诊断：</b><div style="padding-left:2em;font-size:17px;font-family:{HEI}">{"<br>".join(f("diagnosis", x) for x in said)}</div></div>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>诊断医师：{f("physician_name", c.doctors[1])} {sign("physician", d.choice((None, c.doctors[1])), d)}</span><span>复核医师：{f("physician_name", c.doctors[2])}</span><span>报告日期：{date("report_date", when, d, d.choice("年.-"))}</span></div><div style="font-size:12px;margin-top:4px">说明：1.本报告须经诊断医师签名方有效；2.若临床诊断与病理不符请及时联系；3.蜡块、切片保存十五年。　取材：{c.doctors[3]}　技术：{c.doctors[4]}</div>
{seal(c.hospital, "病理诊断专用章", at=(470, 810), size=138, turn=d.uniform(-15, 15)) if d.random() < 0.7 else ""}""",
        font=SONG, pad="38px 56px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-lab_report-two-columns": Template("lab_report", 794, 560, chemistry),
    "ridge-lab_report-immunology": Template("lab_report", 794, 1123, special),
    "ridge-exam_report-ultrasound": Template("exam_report", 794, 1123, ultrasound),
    "ridge-exam_report-cloud": Template("exam_report", 794, 1123, radiology),
    "ridge-pathology_report-slides": Template("pathology_report", 794, 1123, pathology),
}
