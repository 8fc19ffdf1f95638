"""Denser papers: a discharge record with pasted tests, an old inpatient receipt, a thermal slip, a dot-matrix record."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, row, seal, sign
from benchmarks.reading.templates.develop.marsh_base import GD, HA, HN, ZJ, at, case, d, dxs, style
from benchmarks.reading.templates.develop.marsh_invoice import capital, money

PIN = "'AR PL UMing CN','Noto Serif CJK SC',serif"


def dense(dice: random.Random) -> str:
    """Henan city hospital: eleven-pixel print, 【】 labels, tests pasted into the prose, titles behind the names."""
    c = case(dice, HA)
    p, ill = c.p, c.ill
    hospital = f"{p.place.city}{dice.choice(('宛东中心医院', '独山医院', '白河医院'))}"
    how = dice.choice(("-", "年0"))
    first, second = style(c.start, "."), style(c.end, ".")
    labs = (
        f"（{first}）血常规：白细胞 {dice.uniform(4, 13):.2f}×10^9/L，中性粒细胞百分比 {dice.uniform(50, 88):.1f}%↑，血红蛋白 {dice.randint(82, 150)}g/L，血小板 {dice.randint(90, 320)}×10^9/L；"
        f"肝功能：谷丙转氨酶 {dice.randint(12, 96)}U/L，白蛋白 {dice.uniform(28, 45):.1f}g/L；肾功能：肌酐 {dice.randint(55, 410)}μmol/L，尿酸 {dice.randint(220, 560)}μmol/L；"
        f"血脂：LDL-C {dice.uniform(1.6, 4.4):.2f}mmol/L；糖化血红蛋白 {dice.uniform(5, 11):.1f}%；BNP {dice.randint(20, 2100)}pg/ml；凝血四项、D-二聚体、电解质、传染病四项未见明显异常。"
        f"心电图：窦性心律，ST-T改变。心脏彩超：左房增大，EF {dice.randint(38, 66)}%。（{second}）复查血常规、肝肾功能大致正常。"
    )
    title = dice.choice(("主任医师", "副主任医师"))
    item: Callable[..., str] = lambda a, b: f'<div style="margin-top:3px"><b>【{a}】</b>{b}</div>'
    orders = "".join(
        f"<div style='padding-left:2em'>{n}）{a}　{b}　{x}</div>" for n, (a, b, x) in enumerate(ill.drugs, 1)
    )
    cut = ill.course.find("。") + 1
    body = f"""<div style="display:flex;justify-content:space-between;font-size:11px;border-bottom:1px solid #000"><span>{f("hospital_name", hospital)}</span><span>姓名：{f("patient_name", p.name)}</span><span>科室：{f("department", ill.dept)}</span><span>床号：{dice.randint(1, 60)}</span><span>病案号：{f("record_number", c.number)}</span></div>
<h1 style="font-size:19px;margin:8px 0 4px;letter-spacing:6px">出院记录</h1><table style="font-size:12px"><tr><td>姓名　{p.name}</td><td>性别　{f("sex", p.sex)}</td><td>年龄　{f("age", c.age, f"{c.age}岁")}</td><td>民族　{f("ethnicity", p.ethnicity)}</td></tr><tr><td colspan="2">住址　{f("address", c.address)}</td><td colspan="2">工作单位　{dice.choice(("无", "-", "务农"))}</td></tr><tr><td colspan="2">入院日期　{d("admission_date", c.start, how, at(dice))}</td><td colspan="2">出院日期　{d("discharge_date", c.end, how, at(dice))}　共{c.days}天</td></tr></table>
{item("入院诊断", ill.first)}{item("入院时主要症状及体征", ill.complaint + "。" + ill.past + "。" + ill.signs + "。")}{item("主要检查结果", labs)}{item("诊治经过", ill.course[:cut] + "住院期间请营养科、康复医学科、眼科会诊，会诊医师" + c.others[0] + "建议继续目前治疗。" + ill.course[cut:])}{item("合并症", "无")}{item("手术日期及名称", "—")}{item("病理检查结果", "—")}{item("出院时情况", "患者一般情况可，生命体征平稳，无特殊不适主诉，" + dice.choice(("切口Ⅱ/甲愈合", "饮食睡眠可，二便正常")) + "。")}{item("出院诊断", dxs(c, "　", "{}. "))}{item("出院医嘱", ill.advice + "。")}{orders}{item("随访", "出院后1周、1月、3月门诊复查；24小时咨询电话 0377-6" + str(dice.randint(1000000, 9999999)))}
<div style="text-align:right;margin-top:18px">医师签名：{f("physician_name", c.doctors[1])} {f("physician_title", title)}／{f("physician_name", c.doctors[0])} {f("physician_title", "住院医师")}　{sign("physician", c.doctors[0] if dice.random() < 0.7 else None, dice, 80)}</div><div class="r">{d("sign_date", c.end, how, at(dice))}</div>
<div style="position:absolute;bottom:20px;left:50px;right:50px;display:flex;justify-content:space-between;font-size:10.5px;border-top:1px solid #000"><span>本记录已电子签名</span><span>打印者：{c.others[1]}　打印次数：{dice.randint(1, 3)}</span><span>第 1 页 / 共 1 页</span></div>"""
    if dice.random() < 0.6:
        body += seal(
            hospital, "病案管理科", at=(dice.randint(90, 500), 780), size=148, turn=dice.uniform(-30, 30)
        )
    return page(body, "td{padding:1px 3px}", font=dice.choice((SONG, HEI)), size=12, pad="26px 50px")


def receipt(dice: random.Random) -> str:
    """Hunan inpatient receipt of the older kind, continuous paper with holes, pin print over a blue form."""
    c = case(dice, HN)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('仰天岭中心卫生院', '第五人民医院', '舂陵医院'))}"
    names = (
        "床位费",
        "诊查费",
        "检查费",
        "治疗费",
        "护理费",
        "化验费",
        "西药费",
        "中成药",
        "手术费",
        "放射费",
        "材料费",
        "其他",
    )
    sums = [money(dice, 1800) if dice.random() < 0.75 else 0 for _ in names]
    total = sum(sums)
    fund = int(total * dice.uniform(0.45, 0.7))
    blue = "#2a4f9c"
    pin: Callable[..., str] = lambda t: (
        f'<span style="font-family:{PIN};color:#222;font-size:14px;position:relative;top:{shift}px;left:{shift}px">{t}</span>'
    )
    shift = dice.randint(-3, 5)
    cells = [
        f'<td style="color:{blue}">{n}</td><td class="r">{pin(f"{v / 100:.2f}") if v else ""}</td>'
        for n, v in zip(names, sums, strict=True)
    ]
    grid = "".join(f"<tr>{''.join(cells[i : i + 4])}</tr>" for i in range(0, 12, 4))
    holes = "".join(
        f'<circle cx="9" cy="{y}" r="5" fill="#ddd"/><circle cx="785" cy="{y}" r="5" fill="#ddd"/>'
        for y in range(14, 470, 24)
    )
    body = f"""<svg width="794" height="470" style="position:absolute;left:0;top:0">{holes}</svg><div style="color:{blue}"><h1 style="font-size:21px;letter-spacing:3px">湖南省医疗机构住院收费专用收据</h1><div class="c" style="font-size:11px">（第二联：收据联）　　<span style="color:#c22;font-size:15px">NO.{dice.randint(10**7, 10**8)}</span></div>
<table style="font-size:13px"><tr><td>住院号 {pin(f("record_number", c.number))}</td><td>科别 {pin(f("department", c.ill.dept))}</td><td>填开日期 {pin(d("issue_date", c.end, dice.choice("-.")))}</td></tr></table><table class="g" style="font-size:13px"><tr><td>姓名</td><td colspan="2">{pin(f("patient_name", p.name))}</td><td>性别</td><td>{pin(f("sex", p.sex))}</td><td>住院日期</td><td colspan="2">{pin(d("admission_date", c.start, ".") + "-" + d("discharge_date", c.end, "."))}</td></tr>{grid}
<tr><td>合计金额</td><td colspan="5">(大写) {pin(capital(total))}</td><td colspan="2">￥{pin(f"{total / 100:.2f}")}</td></tr><tr><td>医保类别</td><td colspan="2">{pin(f("insurance_type", p.insurance, {"employee": "职工医保", "resident": "居民医保"}[p.insurance]))}</td><td>医保卡号</td><td colspan="2">{pin(f("card_number", f"{dice.randint(10**9, 10**10)}") if dice.random() < 0.6 else "")}</td><td>统筹支付</td><td class="r">{pin(f"{fund / 100:.2f}")}</td></tr><tr><td>预交金</td><td colspan="2">{pin("2000.00")}</td><td>补收</td><td>{pin("0.00")}</td><td>退款</td><td colspan="2">{pin("")}个人支付 {pin(f"{(total - fund) / 100:.2f}")}</td></tr></table>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:6px"><span>收款单位（盖章有效） {pin(f("hospital_name", hospital))}</span><span>收款员 {pin(c.others[0])}</span><span>复核</span><span>交款人</span></div></div>"""
    body += seal(hospital, "财务专用章", size=132, at=(150, 260), turn=dice.uniform(-25, 25))
    return page(body, "td{padding:4px 6px}", font=SONG, size=13, pad="22px 44px")


URINE = (
    ("葡萄糖", "GLU", "阴性"), ("胆红素", "BIL", "阴性"), ("酮体", "KET", "阴性"), ("隐血", "BLD", "阴性"), ("蛋白质", "PRO", "阴性"), ("尿胆原", "URO", "正常"), ("亚硝酸盐", "NIT", "阴性"), ("白细胞酯酶", "LEU", "阴性"),
)  # fmt: skip


def urine(dice: random.Random) -> str:
    """Zhejiang: urine strip and sediment, results in plus signs, arrows in a column before the result."""
    c = case(dice, ZJ)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('湖山医院', '碧溪人民医院', '金竹中医院'))}"
    rows = ""
    for n, (name, short, normal) in enumerate(URINE, 1):
        odd = dice.random() < 0.25
        result = (
            dice.choice(("+", "++", "+++", "±", "1+"))
            if odd
            else normal
            if normal == "正常"
            else dice.choice(("-", "阴性(-)"))
        )
        told = {
            "name": f"{name}({short})",
            "result": result,
            "unit": None,
            "reference": normal,
            "flag": "*" if odd else None,
        }
        rows += row(
            told,
            f"<td>{n}</td><td>{name}({short})</td><td>{'*' if odd else ''}</td><td>{result}</td><td></td><td>{normal}</td>",
        )
    for n, (name, unit, low, high, usual) in enumerate(
        (("比重", "", "1.003", "1.030", dice.uniform(1.002, 1.032)), ("酸碱度", "", "4.5", "8.0", dice.uniform(5, 7.5)), ("红细胞", "/uL", "0", "17", dice.uniform(0, 40)), ("白细胞", "/uL", "0", "28", dice.uniform(0, 60)), ("上皮细胞", "/uL", "0", "15", dice.uniform(0, 9)), ("尿微量白蛋白", "mg/L", "0", "30", dice.uniform(4, 260)), ("尿白蛋白/肌酐", "mg/g", "0", "30", dice.uniform(5, 300))), 9):  # fmt: skip
        text = f"{usual:.3f}" if name == "比重" else f"{usual:.1f}"
        flag = "↑" if float(text) > float(high) else "↓" if float(text) < float(low) else None
        told = {
            "name": name,
            "result": text,
            "unit": unit or None,
            "reference": f"{low}-{high}",
            "flag": flag,
        }
        rows += row(
            told,
            f"<td>{n}</td><td>{name}</td><td>{flag or ''}</td><td>{text}</td><td>{unit}</td><td>{low}-{high}</td>",
        )
    how = dice.choice("-/")
    body = f"""<div class="c" style="font-size:19px;font-weight:600">{f("hospital_name", hospital)}检验报告</div><div style="display:flex;justify-content:space-between;font-size:12px"><span>【尿液分析】</span><span>检验号 {f("report_number", f"{c.start:%m%d}NJ{dice.randint(1, 200):03d}")}</span></div><table style="font-size:13px;border-top:1px solid #000;border-bottom:1px solid #000"><tr><td>{f("patient_name", p.name, style="font-size:16px")}</td><td>{f("sex", p.sex)}</td><td>{f("age", c.age, f"{c.age}岁")}</td><td>病人号 {f("record_number", c.number)}</td></tr><tr><td colspan="2">科室 {f("department", c.ill.dept)}</td><td>医生 {f("physician_name", c.doctors[0])}</td><td>标本 {dice.choice(("随机尿", "晨尿", "中段尿"))}</td></tr><tr><td colspan="4">诊断 {f("diagnosis", c.dx[0][0]) if dice.random() < 0.6 else ""}</td></tr></table>
<table style="font-size:13px;min-height:330px"><tr style="border-bottom:1px dashed #000"><td></td><td>项目</td><td></td><td>结果</td><td>单位</td><td>参考范围</td></tr>{rows}</table><div style="border-top:1px solid #000;font-size:12px">采样 {style(c.start, how)} {at(dice)}　　审核 {d("report_date", c.start, how, at(dice))}<br>检验者 {c.others[0]}　　审核者 {c.others[1]}<br>此报告仅对该标本负责　“*”“↑↓”表示异常</div>"""
    return page(body, "td{padding:1px 4px}", font=dice.choice((SONG, HEI, PIN)), size=13, pad="22px 26px")


def pin_record(dice: random.Random) -> str:
    """Guangdong township hospital: a preprinted form with the values of a pin printer, blanks left empty."""
    c = case(dice, GD)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county}{dice.choice(('罗塘中心卫生院', '叶坪镇卫生院', '长岗镇中心卫生院'))}"
    how = dice.choice((".", "/"))
    v: Callable[..., str] = lambda t, w=90: (
        f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #555;font-family:{PIN};color:#2b2b55;padding:0 4px;line-height:1.35">{t}</span>'
    )
    body = f"""<h1 style="font-size:22px;letter-spacing:4px">{f("hospital_name", hospital)}</h1><h2 style="font-size:20px;margin-bottom:14px">出 院 小 结</h2><div style="line-height:2.1;font-size:15px">姓 名{v(f("patient_name", p.name))}性 别{v(f("sex", p.sex), 40)}年 龄{v(f("age", c.age), 40)}职 业{v(dice.choice(("", "农")), 70)}住院号{v(f("record_number", c.number))}<br>住 址{v(f("address", c.address) if dice.random() < 0.8 else "", 360)}电 话{v(f("phone", p.phone) if dice.random() < 0.5 else "", 120)}<br>入院日期{v(d("admission_date", c.start, how), 130)}出院日期{v(d("discharge_date", c.end, how), 130)}住院天数{v(c.days, 40)}天<br>入院诊断{v(ill.first, 480)}<br>出院诊断{v(dxs(c, " ", "{}."), 480)}<br>住院经过：<div style="font-family:{PIN};color:#2b2b55;line-height:1.7;text-indent:2em">{ill.complaint}入院。{ill.course}</div>出院情况：治愈（　） 好转（{v("√", 10)}） 未愈（　） 死亡（　）<br>出院医嘱：<div style="font-family:{PIN};color:#2b2b55;line-height:1.7;text-indent:2em">{ill.advice}。{"，".join(a + x for a, _, x in ill.drugs)}</div></div>
<div style="display:flex;justify-content:space-between;margin-top:40px"><span>科主任</span><span>经治医师 {f("physician_name", c.doctors[0]) if dice.random() < 0.5 else ""}{sign("physician", c.doctors[0], dice)}</span><span style="position:relative">{seal(hospital, "", size=140, at=(dice.randint(-60, 10), -70), turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}{d("sign_date", c.end, "年 ")}</span></div>"""
    return page(body, font=SONG, size=15, pad="60px 66px")


TEMPLATES: dict[str, Template] = {
    "marsh-discharge-dense-pasted": Template("discharge_summary", 794, 1123, dense),
    "marsh-discharge-pin-form": Template("discharge_summary", 794, 1123, pin_record),
    "marsh-invoice-receipt-hunan": Template("medical_invoice", 794, 470, receipt),
    "marsh-lab-urine": Template("lab_report", 559, 660, urine),
}
