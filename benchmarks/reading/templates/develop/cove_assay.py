"""Laboratory reports: two columns (Sichuan), a long one (Anhui), a township's needle printer (Guangxi)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    AH,
    GX,
    SC,
    bars,
    clock,
    d,
    date,
    digits,
    logo,
    needle,
    sheet,
    stay,
)
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, row, seal

KIND = "lab_report"
# name, short name, unit, low, high, places
Test = tuple[str, str, str, float, float, int]
BIO: tuple[Test, ...] = (
    ("丙氨酸氨基转移酶", "ALT", "U/L", 7, 40, 0), ("天门冬氨酸氨基转移酶", "AST", "U/L", 13, 35, 0),
    ("γ-谷氨酰转肽酶", "GGT", "U/L", 7, 45, 0), ("碱性磷酸酶", "ALP", "U/L", 50, 135, 0), ("总蛋白", "TP",
    "g/L", 65, 85, 1),
    ("白蛋白", "ALB", "g/L", 40, 55, 1), ("球蛋白", "GLB", "g/L", 20, 40, 1), ("总胆红素", "TBIL",
    "μmol/L", 3.4, 20.5, 1),
    ("直接胆红素", "DBIL", "μmol/L", 0, 6.8, 1), ("总胆汁酸", "TBA", "μmol/L", 0, 10, 1), ("尿素", "UREA",
    "mmol/L", 2.6, 7.5, 2),
    ("肌酐", "CREA", "μmol/L", 41, 81, 1), ("尿酸", "UA", "μmol/L", 155, 357, 0), ("胱抑素C", "Cys-C",
    "mg/L", 0.59, 1.03, 2),
    ("葡萄糖", "GLU", "mmol/L", 3.9, 6.1, 2), ("总胆固醇", "TC", "mmol/L", 2.8, 5.2, 2), ("甘油三酯",
    "TG", "mmol/L", 0.56, 1.7, 2),
    ("高密度脂蛋白胆固醇", "HDL-C", "mmol/L", 1.29, 1.55, 2), ("低密度脂蛋白胆固醇", "LDL-C", "mmol/L",
    2.07, 3.37, 2),
    ("钾", "K", "mmol/L", 3.5, 5.3, 2), ("钠", "Na", "mmol/L", 137, 147, 1), ("氯", "Cl", "mmol/L", 99,
    110, 1),
    ("钙", "Ca", "mmol/L", 2.11, 2.52, 2), ("无机磷", "P", "mmol/L", 0.85, 1.51, 2), ("肌酸激酶", "CK",
    "U/L", 40, 200, 0),
    ("乳酸脱氢酶", "LDH", "U/L", 120, 250, 0),
)  # fmt: skip
SUGAR: tuple[Test, ...] = (
    ("糖化血红蛋白A1c", "HbA1c", "%", 4.0, 6.0, 1), ("空腹血糖", "FPG", "mmol/L", 3.9, 6.1, 2),
    ("餐后2小时血糖", "2hPG", "mmol/L", 3.9, 7.8, 2),
    ("空腹C肽", "C-P0", "ng/mL", 1.1, 4.4, 2), ("空腹胰岛素", "INS0", "μIU/mL", 2.6, 24.9, 2),
    ("尿微量白蛋白", "mALB", "mg/L", 0, 20, 1),
    ("尿肌酐", "Ucr", "mmol/L", 2.55, 20.0, 2), ("尿白蛋白/肌酐比值", "ACR", "mg/g", 0, 30, 1),
    ("β2-微球蛋白", "β2-MG", "mg/L", 0.8, 2.4, 2),
    ("同型半胱氨酸", "HCY", "μmol/L", 0, 15, 1), ("25-羟基维生素D", "25-OH-VD", "ng/mL", 30, 100, 1),
    ("游离三碘甲状腺原氨酸", "FT3", "pmol/L", 3.1, 6.8, 2), ("游离甲状腺素", "FT4", "pmol/L", 12, 22, 2),
    ("促甲状腺激素", "TSH", "mIU/L", 0.27, 4.2, 3),
)  # fmt: skip
BLOOD: tuple[Test, ...] = (
    ("白细胞计数", "WBC", "10^9/L", 3.5, 9.5, 2), ("中性粒细胞百分数", "NEU%", "%", 40, 75, 1),
    ("淋巴细胞百分数", "LYM%", "%", 20, 50, 1),
    ("单核细胞百分数", "MON%", "%", 3, 10, 1), ("嗜酸性粒细胞百分数", "EOS%", "%", 0.4, 8, 1),
    ("嗜碱性粒细胞百分数", "BAS%", "%", 0, 1, 1),
    ("红细胞计数", "RBC", "10^12/L", 3.8, 5.1, 2), ("血红蛋白", "HGB", "g/L", 115, 150, 0), ("红细胞压积",
    "HCT", "%", 35, 45, 1),
    ("平均红细胞体积", "MCV", "fL", 82, 100, 1), ("平均血红蛋白含量", "MCH", "pg", 27, 34, 1),
    ("血小板计数", "PLT", "10^9/L", 125, 350, 0),
    ("平均血小板体积", "MPV", "fL", 7, 13, 1), ("C反应蛋白", "CRP", "mg/L", 0, 10, 2),
)  # fmt: skip


def measure(
    dice: random.Random, t: Test, dash: str, marks: tuple[str, str], plus: str = ""
) -> dict[str, str | None]:
    """A result and what is printed beside it."""
    name, _, unit, low, high, places = t
    luck = dice.random()
    span = high - low
    value = (
        high + span * dice.uniform(0.05, 0.9) if luck < 0.28
        else max(low - span * dice.uniform(0.03, 0.3), low * 0.5) if luck < 0.4 and low > 0
        else low + span * dice.uniform(0.08, 0.95)
    )  # fmt: skip
    shown = f"{value:.{places}f}"
    flag = marks[0] if float(shown) > high else marks[1] if float(shown) < low else None
    bound = f"{low:g}{dash}{high:g}" if low or dash != "~" else f"<{high:g}"
    return {"name": plus + name, "result": shown, "unit": unit, "reference": bound, "flag": flag}


def sichuan(dice: random.Random) -> str:
    """Half a sheet of a university's hospital in Sichuan: two columns, codes, arrows behind the results."""
    c = stay(dice, SC, ("heart", "sugar", "kidney", "liver", "stroke"))
    p, ill = c.p, c.ill
    hospital = dice.choice(("川东医科大学附属宕渠医院", "巴中市诺水河医院", "达州市州河中西医结合医院"))
    tests = dice.sample(BIO, dice.randint(18, 24))
    tests.sort(key=BIO.index)
    half = (len(tests) + 1) // 2

    def one(n: int, t: Test) -> str:
        told = measure(dice, t, "-", ("↑", "↓"))
        return row(
            told,
            f"<td>{n}</td><td>{t[1]}</td><td>{told['name']}</td><td class='r'>{told['result']}</td><td>"
            f"{told['flag'] or ''}</td>"
            f"<td>{told['reference']}</td><td>{told['unit']}</td>",
        )

    rows = [one(n, t) for n, t in enumerate(tests, 1)]
    head = (
        "<tr class='b' style='border-bottom:1px solid #000'><td>№</td><td>代号</td><td>项目</td><td "
        "class='r'>结果</td><td></td><td>参考区间</td><td>单位</td></tr>"
    )
    col: Callable[..., str] = lambda part: f"<table style='width:50%'>{head}{''.join(part)}</table>"
    out = dice.random() < 0.5
    style = dice.choice(("-", "/"))
    body = f"""<div style="display:flex;align-items:center;justify-content:space-between"><div>
{logo(1, 36, "#14508c")}
<span style="font-size:19px;font-weight:600;margin-left:8px">{f("hospital_name", hospital)}检验报告单</span>
</div>
<div class="c" style="font-size:10px">{bars(dice, 130, 22)}<br>条码号 {digits(dice, 12)}</div></div>
<table style="border-top:1.5px solid #000;border-bottom:1.5px solid #000;margin-top:3px"><tr><td>姓名：
{f("patient_name", p.name)}</td>
<td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", c.age, f"{c.age}岁")}</td><td>
{"门诊号" if out else "住院号"}：{f("record_number", c.number)}</td>
<td>样本类型：血清</td></tr><tr><td>科室：{f("department", ill.dept)}</td><td>床号：
{"" if out else dice.randint(1, 60)}</td>
<td>申请医生：{f("physician_name", c.doctors[0])}</td><td colspan="2">临床诊断：{f("diagnosis", c.dx[0])}
</td></tr></table>
<div style="display:flex;align-items:flex-start;min-height:226px">{col(rows[:half])}<div style="width:8px">
</div>{col(rows[half:])}</div>
<table style="border-top:1.5px solid #000"><tr><td>采集：{date(c.start, style)} 0{dice.randint(6, 9)}:
{digits(dice, 1, "1")}</td><td>接收：{date(c.start, style)} 10:{dice.randint(10, 59)}</td>
<td>报告时间：
{d("report_date", c.start, style, f" 1{dice.randint(4, 8)}:{dice.randint(10, 59)}:{dice.randint(10, 59)}")}
</td></tr><tr><td>检验者：{c.doctors[1]}</td>
<td>审核者：{c.doctors[2]}</td><td>实验室电话：0827-5{digits(dice, 6)}</td></tr></table>
<div style="font-size:10.5px">此报告仅对本次标本负责，如有疑问请于当日查询。★为川渝检验结果互认项目</div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "检验专用章", size=104, at=(600, 320), turn=dice.uniform(-20, 20), ink=0.55)
    return sheet(
        body,
        "td{padding:0 3px;white-space:nowrap}",
        font=dice.choice((SONG, MICRO)),
        size=12,
        pad="18px 28px",
    )


def anhui(dice: random.Random) -> str:
    """A4 of Anhui: one column with groups, H and L, method; a report number; the head in two halves."""
    c = stay(dice, AH, ("sugar", "kidney", "heart"))
    p, ill = c.p, c.ill
    hospital, english = dice.choice(
        (
            ("阜阳市颍淮医院", "Fuyang Yinghuai Hospital"),
            ("太和县细阳中心医院", "Xiyang Central Hospital of Taihe"),
        )
    )
    groups = (("糖代谢及早期肾损伤", tuple(dice.sample(SUGAR, 9))), ("生化常规", tuple(dice.sample(BIO, 12))))
    told_on = c.start + dt.timedelta(days=dice.randint(0, 2))
    lines = ""
    for title, tests in groups:
        lines += f"<tr><td colspan='6' style='background:#e6edf5;font-weight:600'>{title}</td></tr>"
        for t in tests:
            told = measure(dice, t, "--", ("H", "L"))
            name = f"{told['name']}({t[1]})"
            told["name"] = name
            strong = "font-weight:600" if told["flag"] else ""
            lines += row(
                told,
                f"<td>{name}</td><td class='r' style='{strong}'>{told['result']}</td><td class='c'>"
                f"{told['flag'] or ''}</td>"
                f"<td>{told['unit']}</td><td>{told['reference']}</td><td>"
                f"{dice.choice(('酶法', '比色法', '免疫比浊法', '化学发光法'))}</td>",
            )
    item: Callable[..., str] = lambda k, v: (
        f"<div style='width:50%'><span style='color:#456'>{k}</span>　{v}</div>"
    )
    fee = f("insurance_type", p.insurance, {"employee": "职工医保", "resident": "居民医保"}[p.insurance])
    body = f"""<div class="c" style="color:#24527f">{logo(2, 42, "#24527f")}<div style="font-size:21px;
font-weight:600">{f("hospital_name", hospital)}</div>
<div style="font-size:11px">{english} · Clinical Laboratory</div></div><h1 style="font-size:18px;
margin:4px 0">检验结果报告</h1>
<div style="display:flex;flex-wrap:wrap;border:1px solid #24527f;padding:4px 10px;line-height:1.6">
{item("患者姓名", f("patient_name", p.name))}
{item("报告单号", f("report_number", digits(dice, 11, "BG")))}
{item("性别/年龄", f("sex", p.sex) + "/" + f("age", c.age, f"{c.age}岁"))}
{item("病案号", f("record_number", c.number))}{item("送检科室", f("department", ill.dept))}
{item("送检医师", f("physician_name", c.doctors[0]))}
{item("费　　别", fee)}{item("标本", dice.choice(("静脉血/尿液", "血清、随机尿")))}
{item("采样时间", date(c.start) + " 07:" + digits(dice, 1, "3"))}
{item("检验仪器", "cobas c702 / ADVIA 2120i")}</div>
<table class="g" style="margin-top:6px"><tr style="background:#24527f;color:#fff"><td>检验项目</td>
<td class="r">测定结果</td><td class="c">提示</td><td>单位</td>
<td>生物参考区间</td><td>检测方法</td></tr>{lines}</table>
<div style="margin-top:6px">备注：标本性状正常。H 高于参考区间　L 低于参考区间</div>
<div style="display:flex;justify-content:space-between;margin-top:12px;border-top:1px solid #24527f;
padding-top:6px"><span>检验技师：{c.doctors[1]}</span>
<span>审核技师：{c.doctors[2]}</span><span>报告日期：{d("report_date", told_on, "年0", " " + clock(dice))}
</span></div>
<div style="position:absolute;bottom:20px;left:48px;right:48px;font-size:11px;display:flex;
justify-content:space-between"><span>本结果仅对所检标本负责　ISO15189 认可实验室</span>
<span>第 1 页，共 1 页　打印：{date(told_on)} {clock(dice)}</span></div>"""
    return sheet(
        body,
        ".g td{border-color:#9ab;padding:2px 6px}",
        font=dice.choice((HEI, SONG)),
        size=13,
        pad="26px 48px",
    )


def township(dice: random.Random) -> str:
    """A township's hospital of Guangxi: needle printer, no rules, dashes between, + behind high results."""
    c = stay(dice, GX, ("lung", "heart", "sugar", "stroke"))
    p = c.p
    hospital = dice.choice(("田东县那板镇中心卫生院", "桂平市木棠镇卫生院", "桂平市浔北乡中心卫生院"))
    tests = dice.sample(BLOOD, dice.randint(11, 14))
    tests.sort(key=BLOOD.index)
    bar = f'<div style="overflow:hidden;white-space:nowrap">{"-" * 78}</div>'
    rows = ""
    for n, t in enumerate(tests, 1):
        told = measure(dice, t, "~", ("H", "L"))
        rows += row(
            told,
            f"<td>{n}</td><td>{t[1]}</td><td>{told['name']}</td><td class='r'>{told['result']}</td><td>"
            f"{told['flag'] or ''}</td>"
            f"<td>{told['unit']}</td><td>{told['reference']}</td>",
        )
    dept = f("department", dice.choice(("内科", "全科门诊", "住院部")))
    inner = f"""<div class="c" style="font-size:20px">{f("hospital_name", hospital)}</div>
<div class="c" style="font-size:17px">血液分析检验报告单</div>
<table><tr><td>姓名:{f("patient_name", p.name)}</td><td>性别:{f("sex", p.sex)}</td><td>年龄:
{f("age", c.age, f"{c.age}岁")}</td>
<td>样本号:{dice.randint(1, 180)}</td></tr><tr><td>门诊/住院号:{f("record_number", c.number)}</td><td>科别:
{dept}</td>
<td>送检医师:{f("physician_name", c.doctors[0])}</td><td>样本:末梢血</td></tr></table>{bar}
<table><tr><td></td><td>缩写</td><td>项目</td><td class="r">结果</td><td></td><td>单位</td><td>参考值</td>
</tr>{rows}</table>{bar}
<table><tr><td>检验:{c.doctors[1]}</td><td>审核:{c.doctors[2]}</td><td>送检日期:{date(c.start, "/1")}</td>
<td>报告日期:{d("report_date", c.start, "/1")}</td></tr></table><div>(仅对该标本负责)　仪器型号:BC-5
{dice.randint(1, 3)}90CRP</div>"""
    tint = dice.choice(("#2b2b55", "#333", "#444466"))
    body = needle(inner, 14, tint).replace("<span style=\"font-family:'AR", "<div style=\"font-family:'AR", 1)
    body = body.removesuffix("</span>") + "</div>"
    return sheet(body, "td{padding:0 4px}", font="'AR PL UMing CN'", size=14, pad="24px 46px")


TEMPLATES: dict[str, Template] = {
    "cove-lab-columns-sichuan": Template(KIND, 794, 450, sichuan),
    "cove-lab-groups-anhui": Template(KIND, 794, 1123, anhui),
    "cove-lab-township-guangxi": Template(KIND, 640, 620, township),
}
