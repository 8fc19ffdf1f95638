"""Laboratory reports: a wide double-column bilingual sheet, a dialysis month's table, a hospital app's screen."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    bars,
    city,
    clocktime,
    d,
    digits,
    page,
    patient,
    somebody,
    when,
)
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, row, seal
from benchmarks.reading.templates.develop.people import day

Test = tuple[str, str, float, str, float, float, int]
CHEM: tuple[Test, ...] = (
    ("ALT", "丙氨酸氨基转移酶", 26, "U/L", 7, 40, 0), ("TBil", "总胆红素", 12.1, "μmol/L", 5.1, 22.2, 1), ("Alb", "白蛋白", 43, "g/L", 35, 52, 0), ("GGT", "谷氨酰转肽酶", 28, "U/L", 7, 45, 0),
    ("ALP", "碱性磷酸酶", 77, "U/L", 35, 100, 0), ("AST", "天冬氨酸氨基转移酶", 23, "U/L", 13, 35, 0), ("TBA", "总胆汁酸", 4.2, "μmol/L", 0, 10, 1), ("LD", "乳酸脱氢酶", 188, "U/L", 0, 250, 0),
    ("K", "钾", 4.2, "mmol/L", 3.5, 5.5, 1), ("Na", "钠", 140, "mmol/L", 135, 145, 0), ("Cr(E)", "肌酐（酶法）", 74, "μmol/L", 45, 84, 0), ("Urea", "尿素", 5.11, "mmol/L", 2.78, 7.14, 2),
    ("Glu", "葡萄糖", 5.3, "mmol/L", 3.9, 6.1, 1), ("UA", "尿酸", 301, "μmol/L", 150, 357, 0), ("Ca", "钙", 2.3, "mmol/L", 2.13, 2.70, 2), ("P", "无机磷", 1.2, "mmol/L", 0.81, 1.45, 2),
    ("TC", "总胆固醇", 4.9, "mmol/L", 2.85, 5.70, 2), ("TG", "甘油三酯", 1.3, "mmol/L", 0.45, 1.70, 2), ("LDL-C", "低密度脂蛋白胆固醇", 2.9, "mmol/L", 0, 3.37, 2), ("hsCRP", "超敏C反应蛋白", 1.6, "mg/L", 0, 3, 2),
    ("Lp(a)", "脂蛋白（a）", 122, "mg/L", 0, 300, 0), ("FFA", "游离脂肪酸", 420, "μmol/L", 129, 769, 0),
)  # fmt: skip
DIALYSIS: tuple[Test, ...] = (
    ("HGB", "血红蛋白", 103, "g/L", 115, 150, 0), ("HCT", "红细胞压积", 32, "%", 35, 45, 1), ("FER", "铁蛋白", 261, "ng/mL", 13, 150, 1), ("TSAT", "转铁蛋白饱和度", 26, "%", 20, 55, 1),
    ("PTH", "甲状旁腺激素（全段）", 388, "pg/mL", 15, 65, 1), ("Ca", "血清总钙", 2.21, "mmol/L", 2.11, 2.52, 2), ("P", "血清无机磷", 2.02, "mmol/L", 0.85, 1.51, 2), ("K", "血清钾", 5.4, "mmol/L", 3.5, 5.3, 2),
    ("CREA", "肌酐", 911, "μmol/L", 41, 81, 0), ("UREA", "尿素", 26.5, "mmol/L", 3.1, 8.8, 1), ("CO2", "二氧化碳结合力", 20, "mmol/L", 22, 29, 1), ("β2-MG", "β2微球蛋白", 28.2, "mg/L", 1, 3, 2), ("ALB", "白蛋白(溴甲酚绿法)", 38.1, "g/L", 40, 55, 1),
)  # fmt: skip


def _value(dice: random.Random, t: Test) -> tuple[str, str]:
    value = t[2] * dice.choice((1, 1, 1, 1, 0.55, 1.7)) * dice.uniform(0.93, 1.07)
    shown = f"{value:.{t[6]}f}"
    return shown, "H" if float(shown) > t[5] else "L" if float(shown) < t[4] else ""


def _double(dice: random.Random) -> str:
    p, took = patient(dice), day(dice)
    c = city(p)
    hosp = dice.choice((f"中国医学科学研究院{c}东单医院", f"{c}大学医学部附属海润医院", f"{c}医科大学宣德医院", f"解放军第四六三临床医学中心（{c}）"))  # fmt: skip
    n = dice.choice((14, 16, 18, 20, 22))
    tests = CHEM[:n] if dice.random() < 0.6 else tuple(dice.sample(CHEM, n))
    marks = dice.choice((("↑", "↓"), ("H", "L"), ("▲", "▼")))
    dash = dice.choice(("-", "～", " - ", "--"))
    cells = []
    for i, t in enumerate(tests, 1):
        shown, bad = _value(dice, t)
        flag = marks["HL".index(bad)] if bad else None
        ref = f"≤{t[5]:g}" if t[4] == 0 else f"{t[4]:g}{dash}{t[5]:g}"
        told = {"name": t[1], "result": shown, "unit": t[3], "reference": ref, "flag": flag}
        cells.append(row(told, f"<span class='n'>{i}</span><span style='width:52px'>{t[0]}</span><span style='width:142px'>{t[1]}</span><span style='width:62px;text-align:right;{'font-weight:700' if bad else ''}'>{shown}</span><span style='width:22px;text-align:center'>{flag or ''}</span><span style='width:62px'>{t[3]}</span><span style='width:84px'>{ref}</span>", "div"))  # fmt: skip
    half = (n + 1) // 2
    head = "<div class='hd'><span class='n'>№</span><span style='width:52px'>英文</span><span style='width:142px'>检验项目</span><span style='width:62px;text-align:right'>结果</span><span style='width:22px'></span><span style='width:62px'>单位</span><span style='width:84px'>参考范围</span></div>"
    tester, checker = somebody(dice), somebody(dice)
    no = digits(dice, 10)
    clinical = dice.choice(("2型糖尿病？", "类风湿关节炎", "肾病综合征", "待查", "IgG4相关性疾病"))
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div style="width:170px">{bars(dice, 140, 28)}<div style="font-size:11px;letter-spacing:3px">{no}</div></div><div class="c"><div style="font-size:22px">{f("hospital_name", hosp)}</div><div style="font-size:18px">检　验　科　报　告　单</div></div><div style="width:170px;text-align:right;font-size:12px">{dice.choice(("生化组", "门诊急诊化验室"))}<br>机器号 AU58-{dice.randint(1, 4)}　样本 {dice.randint(1, 800)}</div></div>
<div class="i"><span>姓名 {f("patient_name", p.name)}</span><span>性别 {f("sex", p.sex)}</span><span>年龄 {f("age", str(p.age_on(took)), f"{p.age_on(took)}岁")}</span><span>病案号 {f("record_number", dice.choice(("C", "T", "")) + digits(dice, 7))}</span><span>科室 {f("department", dice.choice(("风湿免疫科门诊", "国际医疗部", "内分泌科", "老年示范病房")))}</span><span>床号</span><span>标本 {dice.choice(("血清", "血浆(肝素)"))}</span></div>
<div class="i"><span>临床诊断 {f("diagnosis", clinical) if "查" not in clinical and "？" not in clinical else clinical}</span><span>送检医师 {f("physician_name", somebody(dice))}</span><span>采样 {when(dice, took, True, "-")}</span><span>接收 {when(dice, took, True, "-")}</span><span>备注</span></div>
<div style="display:flex;border-top:1.5px solid #000;border-bottom:1.5px solid #000;min-height:{half * 21 + 40}px;margin-top:3px"><div class="w" style="border-right:1px dotted #777">{head}{"".join(cells[:half])}</div><div class="w" style="padding-left:8px">{head}{"".join(cells[half:])}</div></div>
<div class="i" style="border:0"><span>报告时间 {d("report_date", took + dt.timedelta(days=dice.randint(0, 2)), dice, True, "-")}</span><span>检验者 {tester}</span><span>审核者 {checker}</span><span>* 为{dice.choice(("京津冀鲁", "北京市", "京津冀"))}医学检验结果互认项目</span></div><div style="font-size:11px">本报告仅对送检标本负责！如有疑问请于3日内与检验科联系，电话 {dice.randint(2000, 8999)}-{dice.randint(100, 999)}。单位换算：Cr 1mg/dl=88.4μmol/L</div>"""
    return page(body, ".i{display:flex;justify-content:space-between;border-top:1px solid #000;font-size:13px;padding:1px 0}.w{width:50%}.w div{display:flex;font-size:13px;line-height:21px;white-space:nowrap;overflow:hidden}.w span{flex:none;display:block;overflow:hidden}.n{width:22px}.hd{border-bottom:1px solid #000;margin-bottom:2px}", dice.choice((SONG, MICRO)), 14, "24px 34px")  # fmt: skip


def _dialysis(dice: random.Random) -> str:
    p, took = patient(dice), day(dice)
    hosp = dice.choice((f"{city(p)}市第九人民医院肾病分院", f"{city(p)}矿业集团总医院血液净化部", f"{city(p)}益康肾脏病专科医院", f"{p.place.county}中蒙医医院"))  # fmt: skip
    method = ("比色法", "化学发光", "酶法", "电极法", "免疫比浊", "—")
    rows = ""
    for i, t in enumerate(dice.sample(DIALYSIS, dice.randint(7, 13)), 1):
        shown, bad = _value(dice, t)
        flag = {"H": "偏高", "L": "偏低", "": None}[bad]
        told = {
            "name": f"{t[1]}({t[0]})",
            "result": shown,
            "unit": t[3],
            "reference": f"{t[4]:g}～{t[5]:g}",
            "flag": flag,
        }
        rows += row(told, f"<td class='c'>{i}</td><td>{t[1]}({t[0]})</td><td>{dice.choice(method)}</td><td class='c'>{shown}</td><td class='c'>{flag or ''}</td><td class='c'>{t[3]}</td><td class='c'>{t[4]:g}～{t[5]:g}</td>")  # fmt: skip
    rep = took + dt.timedelta(days=dice.randint(0, 1))
    tag: Callable[..., str] = lambda a, b: f"<td class='k'>{a}</td><td>{b}</td>"
    body = f"""<h1 style="font-size:23px">{f("hospital_name", hosp)}</h1><h2 style="font-size:19px;font-weight:400;margin:2px 0 10px">血透患者{dice.choice(("月度", "季度"))}检验结果报告（透{dice.choice("前前后")}）</h2>
<table class="g t"><tr>{tag("姓名", f("patient_name", p.name))}{tag("透析号", f("record_number", "HD" + digits(dice, 4)))}{tag("性别/年龄", f("sex", p.sex) + " / " + f("age", str(p.age_on(took)), str(p.age_on(took)) + "岁"))}</tr>
<tr>{tag("申请科室", f("department", dice.choice(("血液净化中心", "肾内科透析室"))))}{tag("申请医生", f("physician_name", somebody(dice)))}{tag("样本类型", "静脉血")}</tr>
<tr>{tag("诊　断", f("diagnosis", dice.choice(("慢性肾脏病5期 维持性血液透析", "糖尿病肾病V期", "多囊肾 尿毒症"))))}{tag("采样时间", when(dice, took, True, "-"))}{tag("报告编号", f("report_number", f"{took:%Y%m%d}{dice.choice('GBX')}{dice.randint(1, 999):03d}"))}</tr></table>
<table class="g t" style="margin-top:10px"><tr style="background:#e8edf3">{"".join(f"<th class='c'>{x}</th>" for x in ("序", "项目名称(缩写)", "检测方法", "测定值", "提示", "计量单位", "生物参考区间"))}</tr>{rows}</table>
<div style="border:1px solid #222;border-top:0;padding:4px 8px;min-height:56px">检验备注：{dice.choice(("标本轻度溶血，钾结果仅供参考。", "已复检。", ""))}　<br>透析充分性：spKt/V {dice.uniform(1.1, 1.7):.2f}　URR {dice.randint(58, 78)}%（由透析记录计算）</div>
<table style="margin-top:12px"><tr><td>检验：{somebody(dice)}</td><td>核对：{somebody(dice)}</td><td>报告日期：{d("report_date", rep, dice)}</td><td>打印：{when(dice, rep, style="/")} {clocktime(dice)}</td></tr></table>
<div style="font-size:12px;color:#444">声明：此检验结果只对该份样本负责，如对结果有疑问请于收到报告七日内提出。</div>
{seal(hosp, "检验专用章", at=(560, 560), size=132, colour=dice.choice(("red", "blue"))) if dice.random() < 0.6 else ""}"""
    return page(body, ".k{background:#f3f5f8;width:82px}.t{font-size:13.5px}", dice.choice((HEI, SONG)), 14)


def _app(dice: random.Random) -> str:
    p, took = patient(dice, 24, 70), day(dice)
    tests = dice.sample(CHEM, dice.randint(5, 8))
    cards = ""
    for t in tests:
        shown, bad = _value(dice, t)
        arrow = {"H": "↑", "L": "↓", "": None}[bad]
        told = {"name": t[1], "result": shown, "unit": t[3], "reference": f"{t[4]:g}-{t[5]:g}", "flag": arrow}
        cards += row(told, f"<div style='display:flex;justify-content:space-between'><b style='font-weight:500'>{t[1]}</b><b style='color:{'#f0493e' if bad else '#222'};font-weight:600'>{shown}{' ' + arrow if arrow else ''}</b></div><div style='display:flex;justify-content:space-between;color:#999;font-size:12px'><span>参考值：{t[4]:g}-{t[5]:g}</span><span>{t[3]}</span></div>", "div")  # fmt: skip
    hosp = dice.choice(
        (
            f"{city(p)}市第三儿童医院",
            f"{city(p)}大学附属崇实医院",
            f"{city(p)}省立妇儿医院",
            f"{city(p)}市中西医结合医院",
        )
    )
    theme = dice.choice(("#1f7ae0", "#15a887", "#2c9c69", "#5a6ff0"))
    item: Callable[..., str] = lambda a, b: (
        f"<div style='display:flex'><span style='width:86px;color:#8a8a8a'>{a}</span><span style='flex:1'>{b}</span></div>"
    )
    age = str(p.age_on(took))
    body = f"""<div style="background:{theme};color:#fff;margin:-1px;padding:8px 16px 14px"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(7, 22)}:{dice.randint(10, 59)}</span><span>5G ▮▮▮ {dice.randint(12, 99)}%</span></div><div style="display:flex;justify-content:space-between;align-items:center;margin-top:8px;font-size:17px"><span>‹</span><span>报告详情</span><span>···</span></div></div>
<div class="k"><div style="font-size:17px;font-weight:600;margin-bottom:6px">{dice.choice(("生化全项", "肝功+肾功+血脂", "急诊生化"))}</div>{item("就诊人", f("patient_name", p.name) + "　" + f("sex", p.sex) + "　" + f("age", age, age + "岁"))}{item("就诊卡号", f("card_number", digits(dice, 10)))}{item("检查医院", f("hospital_name", hosp))}{item("开单科室", f("department", dice.choice(("血液肿瘤科", "肾脏内科门诊", "中医儿科", "消化门诊"))))}{item("开单医生", f("physician_name", somebody(dice)))}{item("报告单号", f("report_number", digits(dice, 9)))}{item("采集时间", when(dice, took, True, "-"))}{item("报告时间", d("report_date", took, dice, True, "-"))}</div>
<div class="k"><div style="border-left:4px solid {theme};padding-left:8px;font-weight:600;margin-bottom:4px">检验结果 <span style="color:#f0493e;font-size:12px">共{len(tests)}项</span></div>{cards}</div>
<div style="font-size:12px;color:#999;padding:0 18px">温馨提示：电子报告仅供参考，如需纸质报告请至门诊一楼自助机打印。</div>
<div style="position:absolute;bottom:0;left:0;right:0;background:#fff;padding:10px 16px;display:flex;gap:12px;border-top:1px solid #eee"><span class="bt" style="border:1px solid {theme};color:{theme}">下载报告</span><span class="bt" style="background:{theme};color:#fff">报告解读</span></div>"""
    return page(body, "body{background:#f3f4f6!important}.k{background:#fff;border-radius:8px;margin:10px 12px;padding:12px 14px}.k [data-row]{border-top:1px solid #f0f0f0;padding:5px 0}.bt{flex:1;text-align:center;border-radius:20px;padding:6px}", HEI, 14, "0")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "cliff-lab_report-double": Template("lab_report", 1020, 520, _double),
    "cliff-lab_report-dialysis": Template("lab_report", 794, 900, _dialysis),
    "cliff-lab_report-app": Template("lab_report", 430, 932, _app),
}
