"""Laboratory reports of three information systems, and front pages of inpatient charts."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, row, seal
from benchmarks.reading.templates.develop.marsh_base import FJ, GD, HN, SD, ZJ, Case, at, case, d, style
from benchmarks.reading.templates.develop.marsh_discharge import TCM
from benchmarks.reading.templates.develop.people import name

Row = dict[str, str | None]
BLOOD = (
    ("白细胞", "WBC", 6.2, 3.5, 9.5, "10^9/L", 2), ("红细胞", "RBC", 4.4, 4.0, 5.5, "10^12/L", 2), ("血红蛋白", "HGB", 128, 120, 160, "g/L", 0),
    ("红细胞压积", "HCT", 40.1, 35, 50, "%", 1), ("平均红细胞体积", "MCV", 90.1, 82, 100, "fL", 1), ("平均红细胞血红蛋白量", "MCH", 30.2, 27, 34, "pg", 1),
    ("平均血红蛋白浓度", "MCHC", 334, 316, 354, "g/L", 0), ("红细胞分布宽度-CV", "RDW-CV", 12.9, 11, 14.5, "%", 1), ("血小板", "PLT", 210, 125, 350, "10^9/L", 0),
    ("血小板压积", "PCT", 0.21, 0.11, 0.28, "%", 2), ("平均血小板体积", "MPV", 9.8, 6.5, 12, "fL", 1), ("中性粒细胞%", "NEUT%", 62.1, 40, 75, "%", 1),
    ("淋巴细胞%", "LYMPH%", 27.5, 20, 50, "%", 1), ("单核细胞%", "MONO%", 6.1, 3, 10, "%", 1), ("嗜酸性粒细胞%", "EO%", 2.4, 0.4, 8, "%", 1),
    ("嗜碱性粒细胞%", "BASO%", 0.5, 0, 1, "%", 1), ("中性粒细胞绝对值", "NEUT#", 3.9, 1.8, 6.3, "10^9/L", 2), ("淋巴细胞绝对值", "LYMPH#", 1.8, 1.1, 3.2, "10^9/L", 2),
)  # fmt: skip
CHEM = (
    ("谷丙转氨酶", "ALT", 28, 9, 50, "U/L", 0), ("谷草转氨酶", "AST", 25, 15, 40, "U/L", 0), ("γ-谷氨酰转肽酶", "GGT", 33, 10, 60, "U/L", 0), ("碱性磷酸酶", "ALP", 84, 45, 125, "U/L", 0),
    ("总胆红素", "TBIL", 13.1, 5.1, 28, "umol/L", 1), ("直接胆红素", "DBIL", 4.2, 0, 10, "umol/L", 1), ("总蛋白", "TP", 71, 65, 85, "g/L", 1), ("白蛋白", "ALB", 42, 40, 55, "g/L", 1),
    ("白球比", "A/G", 1.5, 1.2, 2.4, "", 2), ("尿素", "UREA", 6.1, 3.1, 8.0, "mmol/L", 2), ("肌酐", "CREA", 82, 57, 111, "umol/L", 1), ("尿酸", "UA", 355, 208, 428, "umol/L", 0),
    ("葡萄糖", "GLU", 5.8, 3.9, 6.1, "mmol/L", 2), ("总胆固醇", "TC", 4.9, 0, 5.18, "mmol/L", 2), ("甘油三酯", "TG", 1.6, 0, 1.7, "mmol/L", 2), ("低密度脂蛋白胆固醇", "LDL-C", 3.0, 0, 3.37, "mmol/L", 2),
    ("钾", "K", 4.1, 3.5, 5.3, "mmol/L", 2), ("钠", "Na", 140, 137, 147, "mmol/L", 1), ("肌酸激酶", "CK", 96, 50, 310, "U/L", 0), ("同型半胱氨酸", "HCY", 13, 0, 15, "umol/L", 1),
)  # fmt: skip
Test = tuple[str, str, float, float, float, str, int]


def values(
    dice: random.Random, tests: tuple[Test, ...], flags: tuple[str, str], join: str
) -> list[tuple[str, Row]]:
    """Rows of a panel with their abbreviations."""
    told: list[tuple[str, Row]] = []
    for long, short, usual, low, high, unit, places in tests:
        drift = dice.choice((0, 0, 0, -0.45, 0.6)) * (high - low if low else usual * 0.8)
        text = f"{max(usual * dice.uniform(0.97, 1.03) + drift, 0):.{places}f}"
        flag = flags[0] if float(text) > high else flags[1] if float(text) < low else None
        reference = f"<{high:g}" if low == 0 and dice.random() < 0.5 else f"{low:g}{join}{high:g}"
        told.append(
            (
                short,
                {"name": long, "result": text, "unit": unit or None, "reference": reference, "flag": flag},
            )
        )
    return told


def half_sheet(dice: random.Random) -> str:
    """Guangdong: half a sheet, two halves of a table, arrows behind the results."""
    c = case(dice, GD)
    p = c.p
    hospital = f"{p.place.city.rstrip('市')}市{dice.choice(('程江医院', '东山中医院', '剑英北医院'))}"
    told = values(dice, BLOOD[: dice.choice((14, 16, 18))], ("↑", "↓"), dice.choice(("-", "--", "~")))

    def cells(n: int, short: str, r: Row) -> str:
        inner = f"<td>{n}</td><td>{short}</td><td>{r['name']}</td><td>{r['result']} {r['flag'] or ''}</td><td>{r['reference']}</td><td>{r['unit']}</td>"
        return row(r, inner)

    mid = (len(told) + 1) // 2
    head = "<tr class='b' style='border-bottom:1px solid #000'><td>No</td><td>代号</td><td>项目</td><td>结果</td><td>参考值</td><td>单位</td></tr>"
    sides = [
        "".join(cells(n + off + 1, s, r) for n, (s, r) in enumerate(part))
        for off, part in ((0, told[:mid]), (mid, told[mid:]))
    ]
    how = dice.choice("-/")
    body = f"""<h1 style="font-size:20px">{f("hospital_name", hospital)}检验报告单</h1><div style="position:absolute;right:34px;top:22px;font-size:12px">样本号：{dice.randint(1, 400)}</div>
<table style="font-size:12.5px;margin-top:6px"><tr><td>姓名：{f("patient_name", p.name)}</td><td>病历号：{f("record_number", c.number)}</td><td>标本种类：{dice.choice(("全血", "静脉血"))}</td><td>条码号：{f("report_number", str(dice.randint(10**11, 10**12)))}</td></tr><tr><td>性别：{f("sex", p.sex)}</td><td>科别：{f("department", c.ill.dept)}</td><td>送检医生：{f("physician_name", c.doctors[0])}</td><td>采集时间：{style(c.start, how)} {at(dice)}</td></tr><tr><td>年龄：{f("age", c.age, f"{c.age} 岁")}</td><td>床号：{dice.choice(("", "12"))}</td><td colspan="2">临床诊断：{f("diagnosis", c.dx[0][0]) if dice.random() < 0.7 else ""}</td></tr></table>
<div style="display:flex;border-top:1.5px solid #000;border-bottom:1.5px solid #000;min-height:250px;font-size:11.5px"><div style="flex:1;border-right:1px solid #000;padding-right:3px"><table>{head}{sides[0]}</table></div><div style="flex:1;padding-left:3px"><table>{head}{sides[1]}</table></div></div>
<div style="display:flex;justify-content:space-between;font-size:12.5px;margin-top:4px"><span>接收时间：{style(c.start, how)} {at(dice)}</span><span>报告时间：{d("report_date", c.start, how, at(dice))}</span><span>检验者：{c.others[0]}</span><span>审核者：{c.others[1]}</span></div><div style="font-size:11px">备注：　　　　※此结果仅对本标本负责，如有疑问请在3日内与检验科联系※</div>"""
    return page(body, "td{padding:1px 3px}", font=dice.choice((SONG, HEI)), size=12, pad="20px 30px")


def tertiary(dice: random.Random) -> str:
    """Hunan tertiary: whole sheet, methods, H and L in a column of their own, several times, mutual recognition mark."""
    c = case(dice, HN)
    p = c.p
    hospital = f"{dice.choice(('湘南', '五岭', '橘洲'))}{dice.choice(('大学附属第四医院', '医学中心', '大学第二临床学院教学医院'))}"
    told = values(dice, tuple(dice.sample(CHEM, dice.randint(11, 20))), ("H", "L"), dice.choice(("-", "～")))
    how = dice.choice(("-", "."))
    lines = "".join(
        row(
            r,
            f'<td class="c">{n}</td><td>{"★" if dice.random() < 0.2 else ""}{r["name"]}</td><td>{s}</td><td style="font-weight:{700 if r["flag"] else 400}">{r["result"]}</td><td class="c">{r["flag"] or ""}</td><td>{r["unit"] or ""}</td><td>{r["reference"]}</td><td style="color:#444">{dice.choice(("速率法", "酶法", "比色法", "离子选择电极法"))}</td>',
        ).replace("★", "")
        for n, (s, r) in enumerate(told, 1)
    )
    body = f"""<div style="display:flex;align-items:center;justify-content:center;gap:14px"><div style="width:44px;height:44px;border-radius:50%;border:2px solid #17669c;color:#17669c;text-align:center;line-height:42px;font-size:24px">✚</div><div><div style="font-size:22px;font-weight:600">{f("hospital_name", hospital)}</div><div class="c" style="font-size:17px">检验报告单（生化全套）</div></div></div><div class="r" style="font-size:12px">报告编号：{f("report_number", f"{c.start:%Y%m%d}G{dice.randint(100, 9999):04d}")}</div>
<table style="font-size:13px;border-top:2px solid #17669c;border-bottom:2px solid #17669c"><tr><td>姓　　名　{f("patient_name", p.name)}</td><td>就诊类型　{dice.choice(("门诊", "住院"))}</td><td>申请科室　{f("department", c.ill.dept)}</td><td>标本类型　血清</td></tr><tr><td>性　　别　{f("sex", p.sex)}</td><td>患 者 ID　{f("record_number", c.number)}</td><td>申请医生　{f("physician_name", c.doctors[1])}</td><td>标本状态　{dice.choice(("正常", "轻度溶血", "脂血"))}</td></tr><tr><td>年　　龄　{f("age", c.age, f"{c.age}岁")}</td><td>床　　号　{dice.choice(("", "+12", "36"))}</td><td colspan="2">临床诊断　{"，".join(f("diagnosis", t) for t, _ in c.dx[:2])}</td></tr></table>
<table style="font-size:13px;margin-top:4px"><tr class="b" style="border-bottom:1px solid #000"><td class="c">序号</td><td>检验项目</td><td>缩写</td><td>结果</td><td>提示</td><td>单位</td><td>参考区间</td><td>方法</td></tr>{lines}</table>
<div style="position:absolute;left:50px;right:50px;bottom:40px;font-size:12.5px;border-top:2px solid #17669c;padding-top:6px"><table><tr><td>申请时间：{style(c.start, how)} {at(dice, True)}</td><td>采样时间：{style(c.start, how)} {at(dice, True)}</td><td>接收时间：{style(c.start, how)} {at(dice, True)}</td></tr><tr><td>报告时间：{d("report_date", c.start + dt.timedelta(days=dice.randint(0, 1)), how, at(dice, True))}</td><td>检验人：{c.others[0]}</td><td>审核人：{c.others[1]}</td></tr></table><div style="font-size:11px">注：本报告仅供临床医师参考，仅对本次检测标本负责。带“湘HR”标识项目省内互认。　咨询电话：0735-2{dice.randint(100000, 999999)}　　第1页 共1页</div></div>"""
    if dice.random() < 0.5:
        body += seal(
            hospital, "检验报告专用章", shape="ellipse", size=150, at=(540, 880), turn=dice.uniform(-8, 8)
        )
    return page(body, "td{padding:2px 5px}", font=dice.choice((SONG, HEI)), size=13, pad="36px 50px")


def hepatitis(dice: random.Random) -> str:
    """Fujian: markers of hepatitis with words for results, cut-offs and a remark below."""
    c = case(dice, FJ)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('汀东医院', '第三医院', '江滨医院'))}"
    how = dice.choice("-年")
    tests: list[Row] = []
    for n, unit, ref, low, high in (
        ("乙肝病毒表面抗原", "IU/mL", "<0.05", 20.0, 3000.0), ("乙肝病毒表面抗体", "mIU/mL", "<10", 0.0, 8.0), ("乙肝病毒e抗原", "S/CO", "<1.0", 0.2, 30.0), ("乙肝病毒e抗体", "S/CO", ">1.0", 0.01, 1.4), ("乙肝病毒核心抗体", "S/CO", "<1.0", 4.0, 12.0),
    ):  # fmt: skip
        v = dice.uniform(low, high)
        over = v < 1 if ref == ">1.0" else v > float(ref[1:])
        tests.append(
            {
                "name": n,
                "result": f"{v:.2f}{' 阳性(+)' if over else ' 阴性(-)'}",
                "unit": unit,
                "reference": ref,
                "flag": None,
            }
        )
    extra: list[Row] = [
        {"name": "丙型肝炎抗体", "result": "阴性", "unit": None, "reference": "阴性", "flag": None},
        {"name": "梅毒螺旋体抗体", "result": "阴性", "unit": None, "reference": "阴性", "flag": None},
        {"name": "乙型肝炎病毒DNA定量", "result": dice.choice(("<1.00E+02", "3.62E+05", "2.15E+07")), "unit": "IU/mL", "reference": "<1.00E+02", "flag": None},
        {"name": "甲胎蛋白", "result": f"{dice.uniform(1, 60):.2f}", "unit": "ng/mL", "reference": "0-7.0", "flag": None},
    ]  # fmt: skip
    tests += [t for t in extra if dice.random() < 0.75]
    lines = "".join(
        row(
            r,
            f"<td>{r['name']}</td><td>{r['result']}</td><td>{r['reference']}</td><td>{r['unit'] or ''}</td>",
        )
        for r in tests
    )
    body = f"""<h1 style="font-size:23px;letter-spacing:2px">{f("hospital_name", hospital)}</h1><h2 style="font-size:18px;font-weight:400">临床免疫、分子检验报告</h2><table class="g" style="font-size:13.5px;margin-top:10px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", c.age)}</td><td>标本</td><td>血清</td></tr><tr><td>门诊/住院号</td><td colspan="3">{f("record_number", c.number)}</td><td>送检科室</td><td>{f("department", c.ill.dept)}</td><td>送检医师</td><td>{f("physician_name", c.doctors[0])}</td></tr><tr><td>初步诊断</td><td colspan="5">{dice.choice(("待查", "体检", ""))}</td><td>编号</td><td>{f("report_number", str(dice.randint(1000, 99999)))}</td></tr></table>
<table class="g" style="font-size:14px;margin-top:-1px"><tr class="c b"><td style="width:38%">项　　目</td><td>结　　果</td><td>参 考 值</td><td>单 位</td></tr>{lines}</table>
<div style="border:1px solid #222;border-top:0;padding:6px;font-size:12.5px">备注：HBsAg＞250IU/mL时为自动稀释结果。{dice.choice(("", "标本轻度溶血。", "已复查。"))}</div><div style="display:flex;justify-content:space-between;margin-top:12px;font-size:13px"><span>送检日期：{style(c.start, how)}</span><span>报告日期：{d("report_date", c.start + dt.timedelta(days=1), how)}</span><span>检验：{c.others[0]}</span><span>复核：{c.others[1]}</span></div>"""
    if dice.random() < 0.6:
        body += seal(
            hospital, "检验科", size=128, at=(560, dice.randint(420, 470)), turn=dice.uniform(-25, 25)
        )
    return page(body, "td{padding:5px 6px}", font=SONG, size=14, pad="44px 56px")


def line(*parts: str) -> str:
    """A line of the front page."""
    return f'<div style="display:flex;justify-content:space-between;padding:1.5px 5px;white-space:nowrap">{"".join(f"<span>{x}</span>" for x in parts)}</div>'


def boxed(digit: str) -> str:
    """A code in its box."""
    return f'<span style="display:inline-block;border:1px solid #000;min-width:17px;height:17px;line-height:16px;text-align:center;margin:0 3px">{digit}</span>'


def front(dice: random.Random, c: Case, hospital: str, chinese: tuple[str, str] | None) -> str:
    """The front page of 2011, western or Chinese."""
    p = c.p
    pl = p.place
    u: Callable[..., str] = lambda s: (
        f'<span style="border-bottom:1px solid #444;padding:0 6px">{s or "　-　"}</span>'
    )
    legend_sex = (
        f(
            "sex",
            p.sex,
            "1" if p.sex == "男" else "2",
            style="display:inline-block;border:1px solid #000;width:17px;height:17px;line-height:16px;text-align:center",
        )
        + " 1.男 2.女"
    )
    mark = dice.choice(("-", ""))
    how = "年"
    pay = f(
        "insurance_type",
        p.insurance,
        {"employee": "城镇职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[p.insurance],
    )
    half: list[str] = []
    for n in range(10):
        label = (
            ("主要诊断：" if n == 0 else "其他诊断：" if n == 1 else "")
            if not chinese
            else ("主病：" if n == 0 else "")
        )
        if n < len(c.dx):
            t, icd = c.dx[n]
            half.append(
                f'<td>{label}{f("diagnosis", t)}</td><td>{icd}</td><td class="c">{dice.choice("1123")}</td>'
            )
        else:
            half.append(f'<td style="height:22px">{label}</td><td></td><td></td>')
    if chinese:
        half[5] = (
            f'<td>主病：{f("diagnosis", chinese[0])}</td><td>BNX{dice.randint(10, 99)}0</td><td class="c">1</td>'
        )
        half[6] = f'<td>主证：{chinese[1]}</td><td>ZQ{dice.randint(10, 99)}0</td><td class="c">1</td>'
    grid = "".join(f"<tr>{half[n]}{half[n + 5]}</tr>" for n in range(5))
    tcm_line = (
        line(
            f"治疗类别：{boxed('2.2')} 1.中医（1.1中医 1.2民族医） 2.中西医 3.西医",
            f"实施临床路径：{boxed('3')} 1.中医 2.西医 3.否",
        )
        + line(f"门（急）诊诊断（中医诊断）：{chinese[0]}", f"疾病编码：BNX{dice.randint(10, 99)}0")
        if chinese
        else ""
    )
    doc = c.doctors
    heads = ("出院中医诊断", "出院西医诊断") if chinese else ("出院诊断", "出院诊断")
    if chinese:
        heads = ("出院西医诊断", "出院中医诊断")
    return f"""<div class="c" style="font-size:14px">医疗机构{u(f("hospital_name", hospital))}（组织机构代码：{dice.randint(10000000, 99999999)}-{dice.randint(0, 9)}）</div><h1 style="font-size:22px;letter-spacing:8px">{"中医" if chinese else ""}住院病案首页</h1>
{line("医疗付费方式：" + pay, "")}{line("健康卡号：" + mark, f"第 {dice.randint(1, 9)} 次住院", "病案号：" + f("record_number", c.number))}
<div style="border:1.5px solid #000">{line("姓名" + u(f("patient_name", p.name)), "性别 " + legend_sex, "出生日期 " + d("birth_date", p.born, how), "年龄" + u(f("age", c.age, f"{c.age}岁")), "国籍" + u("中国"))}
{line("（年龄不足1周岁的）年龄" + u("-") + "月", "新生儿出生体重" + u("-") + "克", "新生儿入院体重" + u("-") + "克")}{line("出生地" + u(pl.province + pl.city + pl.county), "籍贯" + u(pl.province + pl.city), "民族" + u(f("ethnicity", p.ethnicity, p.ethnicity + "族")))}
{line("身份证号" + u(f("id_number", p.id_number)), "职业" + u(dice.choice(("农民", "退（离）休人员", "其他"))), "婚姻" + boxed("2") + "1.未婚 2.已婚 3.丧偶 4.离婚 9.其他")}{line("现住址" + u(f("address", c.address)), "电话" + u(f("phone", p.phone)), "邮编" + u(f"{pl.code[:2]}{dice.randint(1000, 9999)}"))}
{line("户口地址" + u(dice.choice((c.address, pl.province + pl.city + pl.county + "东门社区"))), "邮编" + u(""))}{line("工作单位及地址" + u(dice.choice(("-", "务农", pl.county + "供销社"))), "单位电话" + u("-"), "邮编" + u("-"))}{line("联系人姓名" + u(c.others[0]), "关系" + u(dice.choice(("配偶", "子", "女"))), "地址" + u(pl.county), "电话" + u(f"1390000{dice.randint(1000, 9999)}"))}
{line("入院途径 " + boxed(dice.choice("12")) + " 1.急诊 2.门诊 3.其他医疗机构转入 9.其他")}{tcm_line}{line("入院时间 " + d("admission_date", c.start, how, f"{dice.randint(8, 20)}时"), "入院科别" + u(f("department", c.ill.dept)), "病房" + u(f"{dice.randint(1, 20)}病区"), "转科科别" + u("-"))}{line("出院时间 " + d("discharge_date", c.end, how, f"{dice.randint(8, 17)}时"), "出院科别" + u(c.ill.dept), "病房" + u(f"{dice.randint(1, 20)}病区"), f"实际住院{u(str(c.days))}天")}
{line("门（急）诊诊断" + ("（西医诊断）" if chinese else "") + u(c.ill.first), "疾病编码" + u(c.dx[0][1]))}
<table class="g" style="font-size:11.5px"><tr class="c"><td>{heads[0]}</td><td>疾病编码</td><td style="width:34px">入院<br>病情</td><td>{heads[1]}</td><td>疾病编码</td><td style="width:34px">入院<br>病情</td></tr>{grid}</table>{line("入院病情：1.有，2.临床未确定，3.情况不明，4.无")}{line("损伤、中毒的外部原因" + u("-"), "疾病编码" + u("-"))}{line("病理诊断：" + u("-"), "疾病编码" + u("-"), "病理号" + u("-"))}{line("药物过敏 " + boxed("1") + " 1.无 2.有，过敏药物：" + u("-"), "死亡患者尸检 " + boxed("-") + " 1.是 2.否")}{line("血型 " + boxed(dice.choice("1236")) + " 1.A 2.B 3.O 4.AB 5.不详 6.未查", "Rh " + boxed("4") + " 1.阴 2.阳 3.不详 4.未查")}
<div style="border-top:1px solid #000">{line("科主任 " + f("physician_name", doc[3]), "主任（副主任）医师 " + f("physician_name", doc[2]), "主治医师 " + f("physician_name", doc[1]), "住院医师 " + f("physician_name", doc[0]))}{line("责任护士 " + c.others[1], "进修医师 " + dice.choice(("", "-")), "实习医师 ", "编码员 " + c.others[2])}{line("病案质量 " + boxed("1") + " 1.甲 2.乙 3.丙", "质控医师 " + name(dice, "男"), "质控护士 " + c.others[3], "质控日期 " + style(c.end + dt.timedelta(days=3), how))}</div>"""


FEES = """<table class="g" style="font-size:11.5px;border-top:1px solid #000"><tr class="c"><td rowspan="2">手术及<br>操作编码</td><td rowspan="2">手术及<br>操作日期</td><td rowspan="2">手术<br>级别</td><td rowspan="2">手术及操作名称</td><td colspan="3">手术及操作医师</td><td rowspan="2">切口愈<br>合等级</td><td rowspan="2">麻醉方式</td><td rowspan="2">麻醉医师</td></tr><tr class="c"><td>术者</td><td>Ⅰ助</td><td>Ⅱ助</td></tr><tr style="height:22px"><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td>/</td><td></td><td></td></tr><tr style="height:22px"><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td>/</td><td></td><td></td></tr></table>"""


def front_west(dice: random.Random) -> str:
    """Shandong: both halves of the western front page pressed onto one sheet."""
    c = case(dice, SD)
    hospital = (
        f"{c.p.place.city.rstrip('市')}市{dice.choice(('白浪河医院', '曹州中心医院', '第十六人民医院'))}"
    )
    total = dice.randint(400000, 3000000)
    tail = f"""{FEES}{line("离院方式 " + boxed("1") + " 1.医嘱离院 2.医嘱转院，拟接收医疗机构名称：___ 3.医嘱转社区卫生服务机构 4.非医嘱离院 5.死亡 9.其他")}{line("是否有出院31天内再住院计划 " + boxed("1") + " 1.无 2.有，目的：-")}{line(f"住院费用（元）：总费用 {total / 100:.2f}", f"（自付金额：{total / 250:.2f}）")}{line(f"1.综合医疗服务类：（1）一般医疗服务费：{dice.randint(100, 900)}.00", f"（2）一般治疗操作费：{dice.randint(100, 900)}.50", f"（3）护理费：{dice.randint(100, 900)}.00")}{line("2.诊断类：（5）病理诊断费：0.00", f"（6）实验室诊断费：{dice.randint(500, 2900)}.00", f"（7）影像学诊断费：{dice.randint(500, 2900)}.00")}{line(f"6.西药类：（13）西药费：{dice.randint(500, 6900)}.27", "抗菌药物费用：0.00")}</div>"""
    return page(
        front(dice, c, hospital, None) + tail, "td{padding:1px 4px}", font=SONG, size=12, pad="26px 34px"
    )


def front_tcm(dice: random.Random) -> str:
    """Zhejiang: the Chinese-medicine front page, first side."""
    c = case(dice, ZJ)
    while c.ill.dept not in TCM:
        c = case(dice, ZJ)
    hospital = f"{c.p.place.county}{dice.choice(('处州中医医院', '南明山中医院', '仙霞中西医结合医院'))}"
    zh = TCM[c.ill.dept][:2]
    return page(front(dice, c, hospital, zh) + "</div><div style='font-size:10.5px;margin-top:4px'>说明：（一）医疗付费方式按现行规定填写。（二）凡可由医院信息系统提供住院费用清单的，住院病案首页中可不填写“住院费用”。</div>", "td{padding:2px 4px}", font=dice.choice((SONG, HEI)), size=12, pad="34px 38px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "marsh-lab-half-sheet": Template("lab_report", 794, 560, half_sheet),
    "marsh-lab-tertiary-methods": Template("lab_report", 794, 1123, tertiary),
    "marsh-lab-hepatitis-words": Template("lab_report", 794, 640, hepatitis),
    "marsh-front-western-whole": Template("inpatient_front_page", 794, 1123, front_west),
    "marsh-front-tcm-first": Template("inpatient_front_page", 794, 1123, front_tcm),
}
