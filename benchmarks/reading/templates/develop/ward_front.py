"""Front pages of stays: the common one, and the one of Chinese medicine; all of it in codes and small print."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import Person
from benchmarks.reading.templates.develop.ward_words import MONO, UMING, bars, case, doctor, no, when

PAYS = "1.城镇职工基本医疗保险 2.城乡居民基本医疗保险 3.新型农村合作医疗 4.贫困救助 5.商业医疗保险 6.全公费 7.全自费 8.其他社会保险 9.其他"


def box(inner: str) -> str:
    """A code in its little box."""
    return f"<span style='display:inline-block;border:1px solid #000;width:15px;height:15px;line-height:13px;text-align:center;vertical-align:-2px;margin:0 2px'>{inner}</span>"


def line(inner: str, width: int = 60) -> str:
    """A value on its line."""
    return f"<span style='display:inline-block;border-bottom:1px solid #000;min-width:{width}px;padding:0 3px;line-height:1.25'>{inner or '&nbsp;'}</span>"


def stamped(field: str, day: dt.date, hour: str) -> str:
    """Year, month, day and hour apart."""
    inner = f"{line(str(day.year), 36)}年{line(f'{day.month:02d}', 20)}月{line(f'{day.day:02d}', 20)}日"
    return f"<span data-field='{field}' data-value='{day.isoformat()}'>{inner}</span>" + (
        f"{line(hour, 20)}时" if hour else ""
    )


def pay(p: Person, text: str) -> str:
    """The code of who pays."""
    return f("insurance_type", p.insurance, text)


def post(p: Person) -> str:
    """A post code."""
    return f"{p.place.code[:2]}{p.serial:03d}0"


def common(dice: random.Random) -> str:
    """The national front page: lines without a grid above, diagnoses in two halves below."""
    c = case(dice)
    p = c.person
    told = c.ill.diagnoses
    codes = c.ill.codes
    cells = [(f("diagnosis", d), code, dice.choice("1124")) for d, code in zip(told, codes, strict=True)]
    cells += [("", "", "")] * (12 - len(cells))
    lines = ""
    for n in range(6):
        a, b = cells[n], cells[n + 6]
        title = "主要诊断：" if n == 0 else "其他诊断：" if n == 1 else ""
        lines += f"<tr><td>{title}{a[0]}</td><td>{a[1]}</td><td class='c'>{a[2]}</td><td>{'其他诊断：' if n == 0 else ''}{b[0]}</td><td>{b[1]}</td><td class='c'>{b[2]}</td></tr>"
    days, chief = (c.left - c.came).days, doctor(dice)
    clinic = (
        told[0]
        if dice.random() < 0.5
        else dice.choice(("腹痛待查", "胸闷查因", "慢性病管理", "头晕待查", "发热待查"))
    )
    kin = doctor(dice)
    there = p.address
    dept = c.ill.department
    move = dice.choice(("-", "-", "重症医学科", "康复医学科"))
    body = f"""<div style='display:flex;justify-content:space-between'><span>医疗机构 {f("hospital_name", c.hospital)}（组织机构代码：{no(dice, "4########")}）</span>{bars((record := no(dice, "00######")), 110, 20)}</div>
<div style='text-align:center;font-size:22px;letter-spacing:10px;font-weight:600;line-height:1.5'>住院病案首页</div>
<div style='display:flex;justify-content:space-between'><span>医疗付费方式：{box(pay(p, "1" if p.insurance == "employee" else "2"))}</span><span>健康卡号：{line(f("card_number", no(dice, "########")) if dice.random() < 0.5 else "-", 80)}</span><span>第{line(str(dice.randint(1, 6)), 20)}次住院</span><span>病案号：{line(f("record_number", record), 90)}</span></div>
<div class='k'><p>姓名{line(f("patient_name", p.name), 84)}性别{box(f("sex", p.sex, "1" if p.sex == "男" else "2"))}1.男 2.女　出生日期{stamped("birth_date", p.born, "")}　年龄{line(f("age", c.age, f"{c.age}岁"), 40)}国籍{line("中国", 60)}</p>
<p>（年龄不足1周岁的）年龄{line("-", 40)}月　新生儿出生体重{line("-", 60)}克　新生儿入院体重{line("-", 60)}克</p>
<p>出生地{line(p.place.province, 70)}省（区、市）{line(p.place.city, 60)}市{line(p.place.county, 60)}县　籍贯{line(p.place.province, 70)}省（区、市）{line(p.place.city, 50)}市　民族{line(f("ethnicity", p.ethnicity, p.ethnicity + "族"), 40)}</p>
<p>身份证号{line(f("id_number", p.id_number), 170)}职业{line(dice.choice(("农民", "退（离）休人员", "职员", "工人", "无业人员")), 90)}婚姻{box(dice.choice("2223"))}1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</p>
<p>现住址{line(f("address", there), 330)}电话{line(f("phone", p.phone), 96)}邮编{line(post(p), 54)}</p><p>户口地址{line(f("address", there), 430)}邮编{line(post(p), 54)}</p>
<p>工作单位及地址{line(dice.choice(("-", "无", "本地务农", p.place.city + "第三建筑公司")), 240)}单位电话{line("-", 90)}邮编{line("-", 54)}</p><p>联系人姓名{line(kin, 70)}关系{line(dice.choice(("配偶", "子", "女", "其他")), 50)}地址{line(there, 290)}电话{line("-", 90)}</p>
<p>入院途径{box(dice.choice("122"))}1.急诊 2.门诊 3.其他医疗机构转入 9.其他</p><p>入院时间{stamped("admission_date", c.came, f"{dice.randint(8, 20):02d}")}　入院科别{line(f("department", dept), 130)}病房{line(no(dice, "##病区"), 60)}转科科别{line(move if move == "-" else f("department", move), 84)}</p>
<p>出院时间{stamped("discharge_date", c.left, f"{dice.randint(8, 16):02d}")}　出院科别{line(f("department", dept), 130)}病房{line(no(dice, "##病区"), 60)}实际住院{line(str(days), 30)}天</p><p>门（急）诊诊断{line(f("diagnosis", clinic), 330)}疾病编码{line(codes[0] if clinic == told[0] else "R52.900", 110)}</p></div>
<table class='g t'><tr class='c'><td>出院诊断</td><td>疾病编码</td><td style='width:34px'>入院<br>病情</td><td>出院诊断</td><td>疾病编码</td><td style='width:34px'>入院<br>病情</td></tr>{lines}<tr><td colspan='6'>入院病情：1.有　2.临床未确定　3.情况不明　4.无</td></tr></table>
<div class='k' style='border-top:0'><p>损伤、中毒的外部原因{line("-", 300)}疾病编码{line("-", 110)}</p></div><div class='k' style='border-top:0'><p>病理诊断：{line("-", 330)}疾病编码{line("-", 110)}</p><p>病理号：{line("-", 120)}</p></div>
<div class='k' style='border-top:0'><p>药物过敏{box("1")}1.无 2.有，过敏药物：{line("-", 200)}死亡患者尸检{box("-")}1.是 2.否</p><p>血型{box(dice.choice("1236"))}1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh{box(dice.choice("24"))}1.阴 2.阳 3.不详 4.未查</p></div>
<div class='k' style='border-top:0'><p>科主任{line(f("physician_name", chief), 80)}主任（副主任）医师{line(f("physician_name", c.doctors[2]), 80)}{f("physician_title", "主治医师")}{line(f("physician_name", c.doctors[1]), 80)}{f("physician_title", "住院医师")}{line(f("physician_name", c.doctors[0]), 80)}</p><p>责任护士{line(doctor(dice), 80)}进修医师{line("-", 80)}实习医师{line("-", 80)}编码员{line(doctor(dice), 80)}</p><p>病案质量{box("1")}1.甲 2.乙 3.丙　质控医师{line("", 80)}质控护士{line("", 80)}质控日期{line("", 100)}</p></div>
<div style='font-size:10.5px;line-height:1.4;margin-top:4px'>说明：（一）医疗付费方式 {PAYS}（二）凡可由医院信息系统提供住院费用清单的，住院病案首页中可不填写“住院费用”。</div>"""
    tall = dice.choice((1.8, 2.0, 2.2))
    css = (
        f".k p{{line-height:{tall}!important}}.t td{{height:{tall * 13:.0f}px!important}}"
        + ".k{border:1px solid #000;padding:2px 6px}.k p{margin:2px 0;white-space:nowrap;line-height:1.72;overflow:hidden}.t td{font-size:12px;padding:0 4px;height:22px;line-height:1.15}.t td:nth-child(1),.t td:nth-child(4){width:226px}.t td:nth-child(2),.t td:nth-child(5){width:82px;white-space:nowrap}"
    )
    return page(body, css, dice.choice((SONG, UMING)), 13, "22px 36px")


def chinese(dice: random.Random) -> str:
    """The front page of Chinese medicine, all in one grid, printed by a record system."""
    c = case(dice)
    p = c.person
    told, codes = c.ill.diagnoses, c.ill.codes
    sickness, pattern = c.ill.tcm
    hospital = c.hospital if "中医" in c.hospital or "中西医" in c.hospital else f"{p.place.city}中医医院"
    left = [
        (f"主病　{f('diagnosis', sickness)}", no(dice, "A0#.0#.0#")),
        (f"主证　{f('diagnosis', pattern)}", no(dice, "B0#.0#.0#.0#")),
    ]
    right = [
        (("主要诊断　" if n == 0 else "其他诊断　" if n == 1 else "　　　　　") + f("diagnosis", d), code)
        for n, (d, code) in enumerate(zip(told, codes, strict=True))
    ]
    lines = ""
    for n in range(8):
        a, b = left[n] if n < len(left) else ("", ""), right[n] if n < len(right) else ("", "")
        lines += f"<tr><td>{a[0]}</td><td>{a[1]}</td><td class='c'>{'1' if a[0] else ''}</td><td>{b[0]}</td><td>{b[1]}</td><td class='c'>{dice.choice('1134') if b[0] else ''}</td></tr>"
    cell: Callable[..., str] = lambda label, value, span=1: (
        f"<td class='l'>{label}</td><td colspan='{span}'>{value}</td>"
    )
    long: Callable[..., str] = lambda day: f"{day:%Y年%m月%d日}"
    surgeon = f("physician_name", c.doctors[2]) if "支架" in "".join(told) else ""
    body = f"""<div style='text-align:center;font-size:17px'>{f("hospital_name", hospital)}</div><div style='text-align:center;font-size:21px;font-weight:600;letter-spacing:5px'>中医住院病案首页</div>
<div style='display:flex;justify-content:space-between'><span>付费方式：{pay(p, "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span><span>住院次数：{dice.randint(1, 5)}</span><span>病案号：{f("record_number", no(dice, "0######"))}</span></div>
<table class='g m'><tr>{cell("姓名", f("patient_name", p.name))}{cell("性别", f("sex", p.sex))}{cell("出生日期", when("birth_date", p.born, long(p.born)))}{cell("年龄", f("age", c.age, f"{c.age}岁"))}</tr>
<tr>{cell("民族", f("ethnicity", p.ethnicity, p.ethnicity + "族"))}{cell("婚姻", "已婚")}{cell("身份证号", f("id_number", p.id_number), 3)}</tr><tr>{cell("现住址", f("address", p.address), 3)}{cell("电话", f("phone", p.phone), 3)}</tr><tr>{cell("联系人", doctor(dice))}{cell("关系", dice.choice(("配偶", "儿子", "女儿")))}{cell("联系地址", "同上", 3)}</tr>
<tr>{cell("入院途径", dice.choice(("门诊", "急诊")))}{cell("治疗类别", dice.choice(("中医", "中西医")))}{cell("实施临床路径", dice.choice(("是", "否")), 3)}</tr><tr>{cell("入院时间", when("admission_date", c.came, long(c.came)) + f" {dice.randint(8, 18):02d}时", 3)}{cell("入院科别", f("department", c.ill.department), 3)}</tr><tr>{cell("出院时间", when("discharge_date", c.left, long(c.left)) + f" {dice.randint(8, 16):02d}时", 3)}{cell("出院科别", f("department", c.ill.department))}{cell("住院天数", str((c.left - c.came).days))}</tr>
<tr>{cell("门（急）诊诊断（中医）", f("diagnosis", sickness), 3)}{cell("门（急）诊诊断（西医）", f("diagnosis", told[0]), 3)}</tr></table>
<table class='g t' style='margin-top:-1px'><tr class='c'><td>出院中医诊断</td><td>疾病编码</td><td>入院<br>病情</td><td>出院西医诊断</td><td>疾病编码</td><td>入院<br>病情</td></tr>{lines}</table>
<table class='g t2' style='margin-top:-1px'><tr class='c'><td>手术及操作编码</td><td>手术及操作日期</td><td>级别</td><td>手术及操作名称</td><td>术者</td><td>切口愈合</td><td>麻醉方式</td></tr><tr><td>{"36.0601" if surgeon else "17.9101"}</td><td>{c.came + dt.timedelta(days=2):%Y-%m-%d}</td><td>{"四" if surgeon else "一"}</td><td>{"经皮冠状动脉药物洗脱支架置入术" if surgeon else "针刺治疗"}</td><td>{surgeon}</td><td>/</td><td>{"局麻" if surgeon else "/"}</td></tr><tr><td>&nbsp;</td><td></td><td></td><td></td><td></td><td></td><td></td></tr></table>
<table class='g m' style='margin-top:-1px'><tr>{cell("药物过敏", "无")}{cell("血型", dice.choice(("A", "B", "O", "AB", "未查")))}{cell("Rh", dice.choice(("阳", "未查")))}{cell("离院方式", "医嘱离院")}</tr><tr>{cell("科主任", f("physician_name", c.doctors[2]))}{cell(f("physician_title", "主任医师"), f("physician_name", c.doctors[2]))}{cell(f("physician_title", "主治医师"), f("physician_name", c.doctors[1]))}{cell(f("physician_title", "住院医师"), f("physician_name", c.doctors[0]))}</tr><tr>{cell("责任护士", doctor(dice))}{cell("进修医师", "")}{cell("编码员", doctor(dice))}{cell("病案质量", "甲")}</tr></table>
<div style='border:1px solid #222;border-top:0;padding:3px 8px;font-size:12.5px'>住院费用（元）：总费用 {(t := dice.uniform(4200, 39000)):.2f}（自付金额：{t * dice.uniform(0.1, 0.5):.2f}）<br>1.综合医疗服务类：一般医疗服务费 {t * 0.04:.2f}　一般治疗操作费 {t * 0.03:.2f}　护理费 {t * 0.03:.2f}　中医辨证论治费 {t * 0.01:.2f}<br>2.诊断类：实验室诊断费 {t * 0.17:.2f}　影像学诊断费 {t * 0.13:.2f}　临床诊断项目费 {t * 0.05:.2f}<br>6.中医类：中医外治 {t * 0.02:.2f}　针刺与灸法 {t * 0.05:.2f}　7.西药类：西药费 {t * 0.31:.2f}　8.中药类：中成药费 {t * 0.1:.2f}　中草药费 {t * 0.06:.2f}</div>
<div style='display:flex;justify-content:space-between;font-size:11px;margin-top:6px'><span>打印人：病案室　打印时间：{c.left + dt.timedelta(days=9):%Y-%m-%d} 10:{no(dice, "2#")}</span><span>第1页/共2页</span></div>{seal(hospital, "病案复印专用章", size=146, at=(dice.randint(430, 560), dice.randint(800, 850)), turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}"""
    css = ".m td{font-size:12.5px;padding:1px 5px;height:25px}.l{text-align:center;background:#f4f4f4;line-height:1.2;max-width:86px}.t td,.t2 td{font-size:12.5px;padding:1px 4px;height:24px;line-height:1.2}.t td:nth-child(2),.t td:nth-child(5){white-space:nowrap;width:84px}.t td:nth-child(3),.t td:nth-child(6){width:36px}.t td:nth-child(1){width:190px}"
    return page(body, css, dice.choice((SONG, HEI, UMING, MONO)), 13, "24px 34px")


TEMPLATES: dict[str, Template] = {
    "ward-inpatient_front_page-common": Template("inpatient_front_page", 794, 1123, common),
    "ward-inpatient_front_page-chinese": Template("inpatient_front_page", 794, 1123, chinese),
}
