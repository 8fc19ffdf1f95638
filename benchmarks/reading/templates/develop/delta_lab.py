"""Laboratory reports of analysers' and vendors' systems, and of a phone."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    MONO,
    SHARP,
    UMING,
    ZEN,
    bars,
    case,
    clock,
    date_text,
    digits,
    doctor,
    hospital,
    phone,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, row, seal, sign
from benchmarks.reading.templates.develop.people import day

Item = tuple[str, str, float, str, float, float, int]
BLOOD: tuple[Item, ...] = (
    ("WBC", "★白细胞", 6.3, "10^9/L", 3.5, 9.5, 2), ("NEUT%", "中性粒细胞比率", 63.1, "%", 40, 75, 1), ("LYMPH%", "淋巴细胞比率", 27.4, "%", 20, 50, 1),
    ("MONO%", "单核细胞比率", 6.9, "%", 3, 10, 1), ("EO%", "嗜酸细胞比率", 2.2, "%", 0.4, 8, 1), ("BASO%", "嗜碱细胞比率", 0.4, "%", 0, 1, 1),
    ("NEUT#", "中性粒细胞数", 3.9, "10^9/L", 1.8, 6.3, 2), ("LYMPH#", "淋巴细胞数", 1.8, "10^9/L", 1.1, 3.2, 2), ("RBC", "★红细胞", 4.4, "10^12/L", 3.8, 5.1, 2),
    ("HGB", "★血红蛋白", 128, "g/L", 115, 150, 0), ("HCT", "★红细胞压积", 39.6, "%", 35, 45, 1), ("MCV", "平均红细胞体积", 90.2, "fL", 82, 100, 1),
    ("MCH", "平均血红蛋白量", 29.6, "pg", 27, 34, 1), ("MCHC", "平均血红蛋白浓度", 328, "g/L", 316, 354, 0), ("RDW-CV", "红细胞分布宽度", 12.9, "%", 10, 15, 1),
    ("PLT", "★血小板", 188, "10^9/L", 125, 350, 0), ("PCT", "血小板压积", 0.19, "%", 0.11, 0.27, 2), ("MPV", "平均血小板体积", 10.1, "fL", 6.5, 12, 1),
    ("P-LCR", "大血小板比率", 26.4, "%", 13, 43, 1), ("CRP", "全血C反应蛋白", 3.1, "mg/L", 0, 10, 2),
)  # fmt: skip
CHEM: tuple[Item, ...] = (
    ("ALT", "丙氨酸氨基转移酶", 26, "U/L", 9, 50, 0), ("AST", "天冬氨酸氨基转移酶", 25, "U/L", 15, 40, 0), ("TBIL", "总胆红素(氧化酶法)", 14, "umol/L", 0, 23, 1),
    ("ALB", "白蛋白(溴甲酚绿法)", 42, "g/L", 40, 55, 1), ("GGT", "γ-谷氨酰基转移酶", 33, "U/L", 10, 60, 0), ("UREA", "尿素", 6.2, "mmol/L", 3.6, 9.5, 2),
    ("CREA", "肌酐(酶法)", 81, "umol/L", 57, 111, 0), ("UA", "尿酸", 371, "umol/L", 208, 428, 0), ("GLU", "葡萄糖", 6.9, "mmol/L", 3.9, 6.1, 2),
    ("TG", "甘油三酯", 1.9, "mmol/L", 0, 1.7, 2), ("TC", "总胆固醇", 5.1, "mmol/L", 0, 5.18, 2), ("LDL-C", "低密度脂蛋白胆固醇", 3.2, "mmol/L", 0, 3.37, 2),
    ("HCY", "同型半胱氨酸", 13.6, "umol/L", 0, 15, 1), ("K", "钾", 4.2, "mmol/L", 3.5, 5.3, 2), ("CysC", "胱抑素C", 0.9, "mg/L", 0.51, 1.09, 2),
)  # fmt: skip
HOW = {
    "K": "离子选择电极法",
    "ALT": "速率法",
    "AST": "速率法",
    "GGT": "速率法",
    "ALB": "比色法",
    "CysC": "免疫比浊法",
}
SPECIAL = (
    ("糖化血红蛋白A1c", "7.9", "%", "4.0-6.0", "H"), ("糖化血红蛋白A1", "9.6", "%", "5.0-8.0", "H"), ("空腹C肽", "1.12", "ng/mL", "1.10-4.40", None), ("空腹胰岛素", "8.41", "μIU/mL", "2.60-24.90", None),
    ("谷氨酸脱羧酶抗体", "阴性", None, "阴性", None), ("尿微量白蛋白/肌酐", "86.3", "mg/g", "<30", "H"), ("25-羟基维生素D", "14.7", "ng/mL", "缺乏：<20；不足：20-30；充足：>30", "L"), ("甲胎蛋白", "2.31", "ng/mL", "0-7", None),
    ("乙肝病毒脱氧核糖核酸", "1.36E+05", "IU/mL", "<2.00E+01", "H"), ("抗环瓜氨酸肽抗体", "＞500.0", "U/mL", "＜17.0", "H"), ("类风湿因子", "213", "IU/mL", "0～20", "H"), ("B型钠尿肽前体", "1894.0", "pg/mL", "<75岁:<125；≥75岁:<450", "H"),
)  # fmt: skip


def measure(dice: random.Random, item: Item) -> tuple[str, str]:
    """A value, and H, L or nothing."""
    _, _, usual, _, low, high, n = item
    text = f"{usual * dice.choice((1, 1, 1, 0.62, 1.5)) * dice.uniform(0.93, 1.07):.{n}f}"
    return text, "H" if float(text) > high else "L" if float(text) < low else ""


def two_columns(dice: random.Random) -> str:
    """Half a sheet, twenty rows in two columns, arrows between result and unit, the tester's and checker's names."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("-", "/", "."))
    items = BLOOD[: dice.choice((14, 16, 18, 20))]
    half = len(items) // 2
    cells = []
    for n, item in enumerate(items, 1):
        text, flag = measure(dice, item)
        arrow, ref = {"H": "↑", "L": "↓", "": ""}[flag], f"{item[4]:g}{'--'}{item[5]:g}"
        told = {"name": item[1].lstrip("★"), "result": text, "unit": item[3], "reference": ref, "flag": arrow}
        cells.append(row(told, f"<span>{n}</span><span>{item[0]}</span><span>{item[1]}</span><span>{text}</span><span>{arrow}</span><span>{ref}</span><span>{item[3]}</span>", "div"))  # fmt: skip
    head = '<div class="hd"><span>No</span><span>代号</span><span>项目名称</span><span>结果</span><span></span><span>参考值</span><span>单位</span></div>'
    body = f"""<div class="c" style="font-size:20px;font-weight:600">{f("hospital_name", house)}检验报告单</div><div style="position:absolute;right:30px;top:18px;font-size:12px">样本号：{f("report_number", digits(dice, 4))}</div><div style="position:absolute;left:30px;top:14px">{bars(dice, 110, 24)}</div>
<table style="margin:6px 0;border-top:1px solid #000;border-bottom:1px solid #000"><tr><td>姓　名：{f("patient_name", p.name)}</td><td>病员号：{f("record_number", digits(dice, 8))}</td><td>标本种类：全血</td><td>送检医生：{f("physician_name", doctor(dice))}</td></tr><tr><td>性　别：{f("sex", p.sex)}</td><td>科　别：{f("department", ("内分泌科", "呼吸科", "血透室", "心内科", "肿瘤科", "康复科", "风湿科", "感染科")[CASES.index(c)])}</td><td>病人类型：{dice.choice(("住院", "门诊"))}</td><td>采样时间：{date_text(on, s)} 06:{dice.randint(10, 59)}</td></tr><tr><td>年　龄：{f("age", p.age_on(on), f"{p.age_on(on)} 岁")}</td><td>床　号：{dice.choice(("", "12", "36"))}</td><td>备　注：</td><td>诊　断：{f("diagnosis", c.first[0])}</td></tr></table>
<div style="display:flex;gap:16px"><div style="flex:1">{head}{"".join(cells[:half])}</div><div style="flex:1;border-left:1px solid #000;padding-left:8px">{head}{"".join(cells[half:])}</div></div>
<div style="position:absolute;left:30px;right:30px;bottom:14px;border-top:1px solid #000;padding-top:3px;display:flex;flex-wrap:wrap;justify-content:space-between"><span>接收时间：{date_text(on, s)} {clock(dice, False)}</span><span>报告时间：{when("report_date", on, s, clock(dice, False))}</span><span>检验者：{doctor(dice)}</span><span>审核者：{doctor(dice)}</span><span style="flex:1 0 100%;font-size:11px">★为{p.place.province}临床检验结果互认项目　本报告仅对该标本负责，如有疑问请于24小时内与检验科联系</span></div>"""
    css = "[data-row],.hd{display:grid;grid-template-columns:20px 56px 106px 42px 14px 60px 1fr;line-height:1.62;white-space:nowrap}td{padding:0 4px}.hd{border-bottom:1px solid #000}"
    return page(body, css, dice.choice((UMING, SHARP, SONG)), 12, "14px 30px")


def wide_chem(dice: random.Random) -> str:
    """A full sheet with methods, result and flag joined, unit before the reference, several seals of electronic signing."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on = day(dice)
    got = on - dt.timedelta(days=1)
    rows = ""
    for n, item in enumerate(dice.sample(CHEM, dice.randint(9, 15)), 1):
        text, flag = measure(dice, item)
        ref = f"{item[4]:g}～{item[5]:g}" if item[4] else f"≤{item[5]:g}"
        told = {"name": item[1], "result": text, "unit": item[3], "reference": ref, "flag": flag}
        rows += row(told, f"<td>{n}</td><td>{item[1]}</td><td>{item[0]}</td><td class='r {'b' * bool(flag)}'>{text}</td><td>{flag}</td><td>{item[3]}</td><td>{ref}</td><td>{HOW.get(item[0], '酶法')}</td>")  # fmt: skip
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center"><div><div style="font-size:23px;font-weight:600;color:#0b4a8f">{f("hospital_name", house)}</div><div style="font-size:12px">医学检验中心　ISO 15189 认可　{f("hospital_level", level, level)}</div></div><div style="font-size:12px">{bars(dice, 170, 32)}报告编号：{f("report_number", f"{on:%Y%m%d}" + digits(dice, 6, "C"))}</div></div>
<h2 style="font-size:20px;background:#e6eef7;margin:8px 0;padding:3px">生化检验报告</h2><table style="font-size:14px"><tr><td>姓名 <b>{f("patient_name", p.name)}</b></td><td>性别 <b>{f("sex", p.sex)}</b></td><td>出生日期 <b>{when("birth_date", p.born, "-")}</b></td><td>年龄 <b>{f("age", p.age_on(on), f"{p.age_on(on)}Y")}</b></td></tr><tr><td>登记号 <b>{f("record_number", digits(dice, 10, "00"))}</b></td><td>申请科室 <b>{f("department", "慢病管理中心")}</b></td><td>申请医师 <b>{f("physician_name", doctor(dice))}</b></td><td>标本 <b>血清</b></td></tr><tr><td colspan="2">临床诊断 <b>{f("diagnosis", c.final[0][0])}</b></td><td colspan="2">标本状态 <b>{dice.choice(("合格", "轻度脂血", "轻度溶血"))}</b></td></tr></table>
<table class="q" style="margin-top:8px"><tr><th>序</th><th>检验项目</th><th>缩写</th><th class="r">结果</th><th></th><th>单位</th><th>生物参考区间</th><th>方法学</th></tr>{rows}</table><div style="margin-top:10px;font-size:13px">结果解释：{dice.choice(("/", "脂血标本，请结合临床。", "建议空腹复查。"))}</div>
<div style="position:absolute;bottom:34px;left:56px;right:56px;font-size:13px;border-top:2px solid #0b4a8f;padding-top:6px"><table><tr><td>采集 {date_text(got, "-")} {clock(dice)}</td><td>签收 {date_text(got, "-")} {clock(dice)}</td><td>审核 {when("report_date", on, "-", clock(dice))}</td></tr><tr><td>采集者 {doctor(dice)}</td><td>检测者 {doctor(dice)}</td><td>审核者 {doctor(dice)}</td></tr></table><div style="font-size:11px;color:#555">H：高于参考区间　L：低于参考区间　HH/LL：危急值　第1页/共1页　自助机打印：ZZJ-{dice.randint(1, 30):02d}</div></div>"""
    if dice.random() < 0.6:
        body += seal(house, "检验专用章", at=(560, 930), size=120, turn=dice.uniform(-20, 20), colour=dice.choice(("red", "blue")))  # fmt: skip
    return page(body, ".q th{border-top:1px solid #0b4a8f;border-bottom:1px solid #0b4a8f}.q td{padding:2px 6px}", dice.choice((HEI, MICRO, ZEN, SONG)), 14, "34px 56px")  # fmt: skip


def phone_lab(dice: random.Random) -> str:
    """A phone's report page: two lines a row, result in colour at the right, abnormal ones with a word."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice, "2024-03-01")
    rows = ""
    word = dice.choice((("偏高", "偏低"), ("↑", "↓"), ("H", "L")))
    for name, result, unit, ref, flag in dice.sample(SPECIAL, dice.randint(5, 9)):
        shown_flag = None if flag is None else word[0] if flag == "H" else word[1]
        told = {"name": name, "result": result, "unit": unit, "reference": ref, "flag": shown_flag}
        red = "#e34d4d" if flag == "H" else "#2f7be0" if flag else "#222"
        rows += row(told, f"<div style='display:flex;justify-content:space-between;align-items:center'><div style='max-width:440px'><div>{name}</div><div class='s'>参考值：{ref}</div></div><div style='text-align:right;color:{red}'><span style='font-size:34px;font-weight:600'>{result}</span>{f' <span>{shown_flag}</span>' if shown_flag else ''}<div class='s'>{unit or ''}</div></div></div>", "div")  # fmt: skip

    def ln(a: object, b: object) -> str:
        return f'<div style="padding:5px 0"><span style="color:#8a8f99">{a}：</span>{b}</div>'

    body = f"""<div class="card"><div class="t">{dice.choice(("糖尿病全套", "免疫生化组合", "住院检验组套"))}<span style="float:right;font-size:22px;color:#19a15f;font-weight:400">已出报告</span></div>{ln("医院", f("hospital_name", house))}{ln("患者", f("patient_name", p.name) + "　" + f("sex", p.sex) + "　" + f("age", p.age_on(on), f"{p.age_on(on)}岁"))}{ln("就诊科室", f("department", dice.choice(("内科", "全科医疗科", "风湿免疫科"))))}{ln("开单医生", f("physician_name", doctor(dice)))}{ln("条码号", f("report_number", digits(dice, 12, "2")))}{ln("标本类型", "静脉血")}{ln("送检时间", date_text(on, "-") + " " + clock(dice))}{ln("报告时间", when("report_date", on, "-", clock(dice)))}</div>
<div class="card"><div style="display:flex;border-bottom:1px solid #eee;padding-bottom:14px;gap:40px"><span style="color:#e34d4d;border-bottom:4px solid #e34d4d">全部项目</span><span style="color:#888">仅看异常</span></div><div class="rows">{rows}</div></div><div class="s" style="padding:0 40px 30px">报告结果仅供临床参考，不作为诊断依据。检验者：{doctor(dice)}　审核：{doctor(dice)}</div>"""
    return phone(dice.choice(("报告详情", "检验报告", "检查检验结果")), body, dice, accent="#2b6de5", css=".rows>div{padding:16px 0;border-bottom:1px solid #f1f1f1}", dark=dice.random() < 0.5)  # fmt: skip


def pathology(dice: random.Random) -> str:
    """Pathology with picture places, immunohistochemistry in prose, first and second doctor."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("-", "年", "."))
    site, gross, seen, lines, ihc = dice.choice((
        ("左乳肿物及腋窝组织", "改良根治标本一个，大小19×16×5cm，附梭形皮肤8×4cm，距乳头3cm外上象限切面见灰白质硬肿块，2.1×1.8×1.5cm，界不清。", "癌细胞呈巢团状、条索状浸润性生长，核异型明显，间质纤维增生。", ("（左乳）浸润性癌，非特殊型，组织学Ⅱ级", "同侧腋窝淋巴结见癌转移（2/15）"), "ER(90%，强+)，PR(60%，中+)，HER-2(1+)，Ki-67(约25%+)，E-cad(+)，P120(膜+)"),
        ("结肠肿物", "肠管一段长18cm，距一侧切缘5cm见隆起溃疡型肿物4×3.5×1.2cm，切面灰白，侵及浆膜下。", "腺体不规则，部分融合筛状，浸润肌层外纤维脂肪组织。", ("（乙状结肠）腺癌，中分化，溃疡型", "侵及浆膜下层，脉管内见癌栓"), "MLH1(+)，PMS2(+)，MSH2(+)，MSH6(+)，P53(突变型)，Ki-67(70%+)"),
        ("肾穿刺组织", "灰白条状组织2条，长0.8-1.2cm，直径0.1cm。", "18个肾小球，2个球性硬化，余系膜细胞及基质轻-中度增生，肾小管灶状萎缩（约10%）。", ("IgA肾病（Lee氏Ⅲ级，M1E0S1T0-C0）",), "免疫荧光：IgA(+++)系膜区团块状沉积，IgG(-)，IgM(+)，C3(++)，C1q(-)"),
    ))  # fmt: skip
    pic = "".join(f'<div style="width:200px;height:130px;background:radial-gradient(circle at {dice.randint(20, 80)}% {dice.randint(20, 80)}%,#c26bb0,#f3cfe6 40%,#8d4a99 70%,#eec4dd)"></div>' for _ in range(dice.choice((0, 2, 3))))  # fmt: skip
    body = f"""<h1 style="font-size:22px">{f("hospital_name", house)}病理科</h1><h2 style="font-size:22px;letter-spacing:4px">病理检查图文报告单</h2><div class="r">病理号：<b>{f("report_number", f"{on.year % 100}{digits(dice, 5, '-')}")}</b></div><table class="x"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", p.age_on(on), f"{p.age_on(on)}岁")}</td><td>床位：{dice.choice(("", "21"))}</td></tr><tr><td>住院号：{f("record_number", digits(dice, 9))}</td><td>门诊号：</td><td>送检科室：{f("department", dice.choice(("普外二科", "甲乳外科", "肾内科")))}</td><td>送检医生：{f("physician_name", doctor(dice))}</td></tr><tr><td colspan="2">送检材料：{site}</td><td>送检日期：{date_text(on - dt.timedelta(days=5), s)}</td><td>收到日期：{date_text(on - dt.timedelta(days=5), s)}</td></tr></table>
<p><b>肉眼所见：</b><br>　　{gross}</p><div style="display:flex;gap:14px">{pic}</div><p><b>镜下所见：</b><br>　　{seen}</p><p><b>病理诊断：</b></p><div style="font-size:18px;font-weight:600;padding-left:2em">{"".join(f"<div>{f('diagnosis', x)}{'；' if n < len(lines) else '。'}</div>" for n, x in enumerate(lines, 1))}</div><p style="padding-left:2em">免疫组化/荧光（{digits(dice, 2)}号片）：{ihc}。</p>
<div style="position:absolute;bottom:60px;left:60px;right:60px"><div style="display:flex;justify-content:space-between;border-top:1px solid #000;padding-top:8px"><span>初诊医师：{f("physician_name", doctor(dice))}</span><span>复诊医师：{sign("physician", doctor(dice), dice)}</span><span>报告日期：{when("report_date", on, s)}</span></div><div style="font-size:12px">本报告需医师签名后生效；病理诊断与临床不符时，请及时与我科联系（内线 {digits(dice, 4)}）。</div></div>"""
    if dice.random() < 0.5:
        body += seal(house, "病理诊断专用章", at=(520, 870), size=136, turn=dice.uniform(-10, 10))
    return page(body, ".x{border-top:1px solid #000;border-bottom:1px solid #000;margin:4px 0}.x td{padding:2px 0}", dice.choice((SONG, UMING, MONO)), 15, "50px 60px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "delta-lab_report-blood": Template("lab_report", 794, 500, two_columns),
    "delta-lab_report-chemistry": Template("lab_report", 794, 1123, wide_chem),
    "delta-lab_report-phone": Template("lab_report", 750, 1900, phone_lab),
    "delta-pathology_report-pictures": Template("pathology_report", 794, 1123, pathology),
}
