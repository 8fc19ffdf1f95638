"""First pages of case records: the national form as three makers print it, and that of Chinese medicine."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.district_base import (
    Case,
    boxes,
    case,
    date_style,
    hospital,
    line,
    tags,
    when,
)
from benchmarks.reading.templates.develop.district_stay import _CHINESE, MING, SHARP
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, sign

PAYERS = {"employee": "1", "resident": "2"}


def _split(field: str | None, moment: dt.datetime, w: str, hour: bool = False) -> str:
    """Year, month, day on ruled lines of their own."""
    parts = [
        f"{line(str(v), 26, w)}{u}"
        for v, u in ((moment.year, "年"), (moment.month, "月"), (moment.day, "日"))
    ]
    told = f' data-field="{field}" data-value="{moment.date().isoformat()}"' if field else ""
    return f'<span{told} style="white-space:nowrap">{"".join(parts)}</span>' + (
        f"{line(str(moment.hour), 24, w)}时" if hour else ""
    )


def _digit(value: str, field: str | None = None, truth: str = "") -> str:
    told = f' data-field="{field}" data-value="{truth}"' if field else ""
    return f'<span{told} style="display:inline-block;border:1px solid #222;min-width:17px;height:18px;line-height:16px;text-align:center;font-size:13px">{value or "&nbsp;"}</span>'


def _born(c: Case) -> dt.datetime:
    return dt.datetime.combine(c.who.born, dt.time(8))


def _grid(c: Case, dice: random.Random, rows: int) -> str:
    """Discharge diagnoses in two halves beside each other, with codes and condition on admission; the rest empty."""
    cells = []
    for n in range(rows * 2):
        head = "主要诊断：" if n == 0 else "其他诊断：" if n in (1, rows) else ""
        name, code = c.diagnoses[n] if n < len(c.diagnoses) else ("", "")
        told = f("diagnosis", name) if name else "&nbsp;"
        cells.append(
            f"<td>{head}{told}</td><td>{code}</td><td class=c>{dice.choice('1112') if name else ''}</td>"
        )
    head = "<td class=c>出院诊断</td><td class=c style='width:12%'>疾病编码</td><td class=c style='width:5%;font-size:11px'>入院病情</td>"
    lines = "".join(f"<tr>{cells[n]}{cells[n + rows]}</tr>" for n in range(rows))
    return f'<table class="g" style="table-layout:fixed">{"<colgroup><col style=width:32%><col style=width:12%><col style=width:6%><col style=width:32%><col style=width:12%><col style=width:6%></colgroup>"}<tr>{head * 2}</tr>{lines}</table>'


def _national(dice: random.Random) -> str:
    """The form of 2011 as it stands in the annex: ruled lines, digits in boxes, both halves of the diagnoses."""
    c = case(dice, more=7)
    t, w = tags(c), f"font-family:{dice.choice((SHARP, SONG, MICRO))};"
    p = c.who.place

    def v(x: object, n: int = 60) -> str:
        return line(str(x), n, w)

    same = dice.random() < 0.5
    registered = v(c.home if same else f("address", c.other_home), 380)
    ids = v(t["id"], 190) if dice.random() < 0.8 else v("-", 190)
    card = (
        v(f("card_number", f"{p.code[:4]}{dice.randint(10**11, 10**12 - 1)}"), 160)
        if dice.random() < 0.5
        else v("-", 160)
    )
    body = f"""<div class="c" style="font-size:14px">医疗机构 {line(hospital(c), 230, w)}（组织机构代码：{v(f"4{dice.randint(1000000, 9999999)}-{dice.randint(1, 9)}", 90)}）</div><h1 style="font-size:23px;letter-spacing:6px">住 院 病 案 首 页</h1>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式：{_digit(PAYERS[c.who.insurance], "insurance_type", c.who.insurance)}</span></div><div style="display:flex;justify-content:space-between"><span>健康卡号：{card}</span><span>第{v(str(dice.randint(1, 5)), 26)}次住院</span><span>病案号：{v(t["number"], 110)}</span></div>
<div class="z">姓名{v(t["name"], 84)} 性别 {_digit("1" if c.who.sex == "男" else "2", "sex", c.who.sex)} 1.男 2.女　出生日期{_split("birth_date", _born(c), w)}　年龄{v(t["age"], 46)} 国籍{v("中国", 46)}<br>（年龄不足1周岁的）年龄{v("-", 40)}月　新生儿出生体重{v("-", 60)}克　新生儿入院体重{v("-", 60)}克<br>出生地{v(p.province, 90)}{v(p.city, 70)}{v(p.county, 70)} 籍贯{v(p.province, 90)}{v(p.city, 70)}　民族{v(t["ethnic"], 46)}<br>身份证号{ids}　职业{v(dice.choice(("农民", "退（离）休人员", "工人", "无业人员", "其他")), 100)} 婚姻 {_digit(dice.choice("1222234"))} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他<br>现住址{v(t["home"], 380)} 电话{v(t["phone"] if dice.random() < 0.7 else "-", 96)} 邮编{v(p.code, 52)}<br>户口地址{registered} 邮编{v(p.code, 52)}<br>工作单位及地址{v(c.unit if dice.random() < 0.5 else "-", 300)} 单位电话{v("-", 90)} 邮编{v("-", 50)}<br>联系人姓名{v(c.relative, 66)} 关系{v(c.relation, 52)} 地址{v(c.home if dice.random() < 0.5 else "同上", 300)} 电话{v(c.relative_phone, 90)}<br>入院途径 {_digit(dice.choice("112"))} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他<br>入院时间{_split("admission_date", c.admitted, w, True)}　入院科别{v(t["dept"], 90)} 病房{v(f"{dice.randint(3, 18)}病区", 50)} 转科科别{v("-", 70)}<br>出院时间{_split("discharge_date", c.left, w, True)}　出院科别{v(c.dept, 90)} 病房{v(f"{dice.randint(3, 18)}病区", 50)} 实际住院{v(str(c.days), 34)}天<br>门（急）诊诊断{v(c.diagnoses[0][0], 290)}　疾病编码{v(c.diagnoses[0][1], 100)}</div>
{_grid(c, dice, dice.randint(7, 10))}<table class="g" style="border-top:0"><tr><td>入院病情：1.有，2.临床未确定，3.情况不明，4.无</td></tr></table>
<div class="z">损伤、中毒的外部原因{v("-", 300)} 疾病编码{v("-", 90)}<br>病理诊断：{v("-", 230)} 疾病编码{v("-", 90)} 病理号{v("-", 80)}<br>药物过敏 {_digit("1")} 1.无 2.有，过敏药物：{v("-", 160)}　死亡患者尸检 {_digit("-")} 1.是 2.否<br>血型 {_digit(dice.choice("1234"))} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh {_digit("2")} 1.阴 2.阳 3.不详 4.未查<br>科主任{v(f("physician_name", c.doctors[3]), 66)} 主任（副主任）医师{v(f("physician_name", c.doctors[2]), 66)} 主治医师{v(f("physician_name", c.doctors[1]), 66)} 住院医师{v(f("physician_name", c.doctors[0]), 66)}<br>责任护士{v(_nurse(dice), 66)} 进修医师{v("-", 60)} 实习医师{v("-", 60)} 编码员{v(_nurse(dice), 66)}<br>病案质量 {_digit("1")} 1.甲 2.乙 3.丙　质控医师{v(_nurse(dice), 66)} 质控护士{v(_nurse(dice), 66)} 质控日期{_split(None, c.left, w)}</div>"""
    foot = (
        '<div style="font-size:10px;line-height:1.4;margin-top:5px">说明：（一）医疗付费方式 1.城镇职工基本医疗保险 2.城镇居民基本医疗保险 3.新型农村合作医疗 4.贫困救助 5.商业医疗保险 6.全公费 7.全自费 8.其他社会保险 9.其他（二）凡可由医院信息系统提供住院费用清单的，住院病案首页中可不填写“住院费用”。</div>'
        if dice.random() < 0.9
        else ""
    )
    if not foot:
        body = body.replace('data-field="insurance_type"', "")
    return page(
        body + foot,
        ".g td{padding:1px 4px;font-size:12px;height:25px}.z{line-height:2.15}",
        font=dice.choice((SONG, MING)),
        size=12,
        pad="26px 40px",
    )


NURSES = ("周雨薇", "陈思颖", "刘亚楠", "何丽华", "唐玥", "许文静", "冯倩倩", "邓小丽", "江珊", "钱梦洁")


def _nurse(dice: random.Random) -> str:
    return dice.choice(NURSES)


def _boxed(dice: random.Random) -> str:
    """A provincial extension: everything in one grid, labels shaded, identity a digit a box, operations and fees below."""
    c = case(dice, more=3)
    t, s = tags(c), date_style(dice)
    p = c.who.place
    tone = dice.choice(("#eef3f8", "#f4f4f4", "#fff"))

    def head(x: object) -> str:
        return f'<th style="background:{tone};white-space:nowrap">{x}</th>'

    number = (
        boxes("id_number", c.who.id_number, "width:15px;font-size:12px")
        if dice.random() < 0.7
        else boxes(None, " " * 18, "width:15px")
    )
    rows = []
    for n in range(max(dice.randint(6, 9), len(c.diagnoses))):
        name, code = c.diagnoses[n] if n < len(c.diagnoses) else ("", "")
        label = "主要诊断" if n == 0 else f"其他诊断{n}"
        rows.append(
            f"<tr>{head(label)}<td>{f('diagnosis', name) if name else ''}</td><td>{code}</td><td class=c>{'有' if name else ''}</td><td class=c>{dice.choice(('好转', '治愈', '其他')) if name else ''}</td></tr>"
        )
    total = dice.randint(280000, 3800000) / 100
    fees = "".join(
        f"<td>{k} {total * r:.2f}</td>"
        for k, r in (
            ("床位费", 0.04),
            ("护理费", 0.05),
            ("西药费", 0.31),
            ("化验费", 0.17),
            ("检查费", 0.14),
            ("治疗费", 0.2),
        )
    )
    body = f"""<table><tr><td style="font-size:12px">{p.province}医疗机构</td><td class="r" style="font-size:12px">病案号 <b>{t["number"]}</b></td></tr></table><h2 style="font-size:21px">{hospital(c)}</h2><h1 style="font-size:20px;margin-bottom:5px">住院病案首页（{dice.choice(("一", "2020年修订版", "西医"))}）</h1>
<table class="g a"><tr>{head("姓名")}<td>{t["name"]}</td>{head("性别")}<td>{t["sex"]}</td>{head("出生日期")}<td>{when("birth_date", _born(c), s)}</td>{head("年龄")}<td>{t["age"]}</td></tr><tr>{head("证件类别")}<td>居民身份证</td>{head("证件号码")}<td colspan=5>{number}</td></tr><tr>{head("国籍")}<td>中国</td>{head("民族")}<td>{t["ethnic"]}</td>{head("婚姻")}<td>已婚</td>{head("职业")}<td>{dice.choice(("农民", "退休", "职员"))}</td></tr><tr>{head("付费方式")}<td colspan=3>{f("insurance_type", c.who.insurance, {"employee": "城镇职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[c.who.insurance])}</td>{head("本人电话")}<td colspan=3>{t["phone"]}</td></tr><tr>{head("现住址")}<td colspan=5>{t["home"]}</td>{head("邮编")}<td>{p.code}</td></tr><tr>{head("户口地址")}<td colspan=5>{f("address", c.other_home) if dice.random() < 0.6 else "同现住址"}</td>{head("邮编")}<td>{p.code}</td></tr><tr>{head("工作单位")}<td colspan=5>{c.unit}</td>{head("电话")}<td>无</td></tr><tr>{head("联系人")}<td>{c.relative}</td>{head("关系")}<td>{c.relation}</td>{head("地址")}<td>{p.county}</td>{head("电话")}<td>{c.relative_phone}</td></tr>
<tr>{head("入院时间")}<td colspan=3>{when("admission_date", c.admitted, s, " %H:%M")}</td>{head("入院科别")}<td>{t["dept"]}</td>{head("入院途径")}<td>{dice.choice(("门诊", "急诊"))}</td></tr><tr>{head("出院时间")}<td colspan=3>{when("discharge_date", c.left, s, " %H:%M")}</td>{head("出院科别")}<td>{c.dept}</td>{head("实际住院")}<td>{c.days}天</td></tr><tr>{head("门急诊诊断")}<td colspan=5>{c.diagnoses[0][0]}</td>{head("编码")}<td>{c.diagnoses[0][1]}</td></tr></table>
<table class="g a" style="margin-top:-1px"><tr><th></th><th class=c>出 院 诊 断</th><th class=c>ICD-10</th><th class=c>入院病情</th><th class=c>出院情况</th></tr>{"".join(rows)}</table>
<table class="g a" style="margin-top:-1px"><tr><th class=c>手术操作编码</th><th class=c>日期</th><th class=c>级别</th><th class=c>手术及操作名称</th><th class=c>术者</th><th class=c>Ⅰ助</th><th class=c>切口愈合</th><th class=c>麻醉方式</th></tr><tr><td>{dice.choice(("93.9000x002", "99.2500", "89.5400", ""))}</td><td></td><td></td><td></td><td></td><td></td><td>/</td><td></td></tr><tr>{"<td>&nbsp;</td>" * 8}</tr></table>
<table class="g a" style="margin-top:-1px"><tr>{head("科主任")}<td>{f("physician_name", c.doctors[3])}</td>{head("主任医师")}<td>{f("physician_name", c.doctors[2])}</td>{head("主治医师")}<td>{f("physician_name", c.doctors[1])}</td>{head("住院医师")}<td>{f("physician_name", c.doctors[0])}</td></tr><tr>{head("责任护士")}<td>{_nurse(dice)}</td>{head("质控医师")}<td>{_nurse(dice)}</td>{head("质控护士")}<td>{_nurse(dice)}</td>{head("编码员")}<td>{_nurse(dice)}</td></tr><tr>{head("离院方式")}<td colspan=3>1.医嘱离院</td>{head("31天再住院计划")}<td colspan=3>{dice.choice(("无", "有，目的：化疗"))}</td></tr></table>
<table class="g a" style="margin-top:-1px"><tr>{head("住院费用(元)")}<td colspan=2>总费用 <b>{total:.2f}</b></td><td colspan=4>自付金额 {total * 0.27:.2f}</td></tr><tr><td>&nbsp;</td>{fees}</tr></table>"""
    foot = f'<div style="position:absolute;bottom:16px;left:40px;right:40px;display:flex;justify-content:space-between;font-size:11px"><span>病案室复印专用</span><span>{c.left:%Y-%m-%d %H:%M:%S}</span><span>1/2</span></div>'
    return page(
        body + foot,
        ".a td,.a th{padding:2px 4px;font-size:12px;height:23px}",
        font=dice.choice((SONG, HEI, MICRO)),
        size=13,
        pad="28px 40px 40px",
    )


def _old(dice: random.Random) -> str:
    """A needle printer on the older form: no frames, values in another face than the labels, diagnoses with ticks for the outcome."""
    c = case(dice, longest=30, more=5)
    t = tags(c)

    def on(x: object, n: int = 60) -> str:
        return f'<span class="v" style="min-width:{n}px">{x}</span>'

    s = "{0:%Y-%m-%d}"
    rows = ""
    for n in range(10):
        name, code = c.diagnoses[n] if n < len(c.diagnoses) else ("", "")
        mark = dice.randrange(3)
        ticks = "".join(f"<td class=c>{'√' if name and k == mark else ''}</td>" for k in range(4))
        rows += f"<tr><td>{'主要诊断' if n == 0 else '其他诊断' if n == 1 else ''} <span class=v style='border:0'>{f('diagnosis', name) if name else ''}</span></td>{ticks}<td><span class=v style='border:0'>{code}</span></td></tr>"
    body = f"""<table style="font-size:13px"><tr><td>医疗付款方式：{on(f("insurance_type", c.who.insurance, {"employee": "社会基本医疗保险（职工）", "resident": "社会基本医疗保险（居民）"}[c.who.insurance]), 180)}</td><td class="r">住院号：{on(t["number"], 110)}</td></tr></table><h2 style="font-size:20px">{hospital(c)}</h2><h1 style="font-size:24px;letter-spacing:12px">住院病案首页</h1>
<div style="line-height:2">姓名{on(t["name"], 90)}性别{on(t["sex"], 36)}出生{on(when("birth_date", _born(c), s), 100)}年龄{on(t["age"], 50)}婚姻{on("已婚", 50)}职业{on(dice.choice(("农民", "工人", "干部")), 60)}<br>出生地{on(c.who.place.province + c.who.place.county, 170)}民族{on(t["ethnic"], 50)}国籍{on("中国", 50)}身份证号{on(t["id"] if dice.random() < 0.6 else "", 190)}<br>工作单位及地址{on(c.unit if dice.random() < 0.5 else "无", 270)}电话{on("", 100)}邮政编码{on("", 60)}<br>户口地址{on(t["home"], 470)}邮政编码{on(c.who.place.code, 60)}<br>联系人姓名{on(c.relative, 70)}关系{on(c.relation, 60)}地址{on("同户口地址" if dice.random() < 0.5 else c.who.place.county, 170)}电话{on(c.relative_phone, 110)}<br>入院日期{on(when("admission_date", c.admitted, s, " %H"), 130)}时　入院科别{on(t["dept"], 100)}病室{on(dice.randint(1, 20), 40)}转科科别{on("", 60)}<br>出院日期{on(when("discharge_date", c.left, s, " %H"), 130)}时　出院科别{on(c.dept, 100)}病室{on(dice.randint(1, 20), 40)}实际住院{on(c.days, 30)}天<br>门（急）诊诊断{on(c.diagnoses[0][0], 270)}入院时情况{on("2", 24)} 1.危 2.急 3.一般<br>入院诊断{on(c.diagnoses[0][0], 310)}入院后确诊日期{on(f"{c.admitted:%Y-%m-%d}", 100)}</div>
<table class="g o" style="margin:6px 0"><tr><td class=c rowspan=2>出 院 诊 断</td><td class=c colspan=4>出 院 情 况</td><td class=c rowspan=2 style="width:16%">ICD-10</td></tr><tr><td class=c>1.治愈</td><td class=c>2.好转</td><td class=c>3.未愈</td><td class=c>4.死亡</td></tr>{rows}<tr><td colspan=5>医院感染名称 <span class=v style="border:0">无</span></td><td></td></tr><tr><td colspan=5>病理诊断</td><td></td></tr><tr><td colspan=6>损伤、中毒的外部因素：</td></tr></table>
<div style="line-height:2.5">药物过敏{on(dice.choice(("无", "青霉素", "未发现")), 120)}HBsAg{on("0", 20)}HCV-Ab{on("0", 20)}HIV-Ab{on("0", 20)} 0.未做 1.阴性 2.阳性<br>诊断符合情况：门诊与出院{on("1", 20)} 入院与出院{on("1", 20)} 0.未做 1.符合 2.不符合 3.不肯定　抢救{on("0", 20)}次 成功{on("0", 20)}次<br>科主任{sign("physician", c.doctors[3], dice, 84)} 主（副主）任医师{sign("physician", c.doctors[2], dice, 84)} 主治医师{sign("physician", c.doctors[1], dice, 84)} 住院医师{sign("physician", c.doctors[0], dice, 84)}<br>进修医师______ 研究生实习医师______ 实习医师______ 编码员{on(_nurse(dice), 60)}<br>病案质量{on("1", 20)} 1.甲 2.乙 3.丙　质控医师________ 质控护士________ 日期____年__月__日</div>"""
    return page(
        body,
        f".v{{display:inline-block;border-bottom:1px solid #444;font-family:{SHARP};padding:0 3px;line-height:1.3;letter-spacing:.3px;margin-right:4px}}.o td{{padding:1px 5px;height:25px}}",
        font=dice.choice((SONG, MING)),
        size=13,
        pad="36px 42px",
    )


def _herbal(dice: random.Random) -> str:
    """The form of hospitals of Chinese medicine: Chinese and western diagnoses in the two halves of one table."""
    c = case(dice, chinese=True, more=3)
    t = tags(c)
    w = ""
    p = c.who.place

    def v(x: object, n: int = 60) -> str:
        return line(str(x), n)

    illness, sort = _CHINESE[c.dept]
    chinese = [
        ("主病", f("diagnosis", illness), f"BNX{dice.randint(10, 99)}0"),
        ("主证", sort, f"BZ{dice.randint(1000, 9999)}"),
    ]
    rows = ""
    for n in range(max(dice.randint(6, 8), len(c.diagnoses))):
        a, b, d = chinese[n] if n < 2 else ("", "", "")
        name, code = c.diagnoses[n] if n < len(c.diagnoses) else ("", "")
        head = "主要诊断 " if n == 0 else "其他诊断 " if n == 1 else ""
        rows += f"<tr><td>{a} {b}</td><td>{d}</td><td class=c>{'1' if a else ''}</td><td>{head}{f('diagnosis', name) if name else ''}</td><td>{code}</td><td class=c>{'1' if name else ''}</td></tr>"
    body = f"""<div class="c">医疗机构：{hospital(c)}　（组织机构代码：{dice.randint(10000000, 99999999)}{dice.choice("0123X")}）</div><h1 style="font-size:24px;letter-spacing:4px">中医住院病案首页</h1><div style="display:flex;justify-content:space-between"><span>医疗付费方式：{_digit(PAYERS[c.who.insurance] + "." + {"employee": "职工医保", "resident": "居民医保"}[c.who.insurance], "insurance_type", c.who.insurance)}</span><span>第{v(str(dice.randint(1, 9)), 20)}次住院</span><span>病案号：{v(t["number"], 100)}</span></div>
<div class="z">姓名：{v(t["name"], 90)} 性别：{_digit("1" if c.who.sex == "男" else "2", "sex", c.who.sex)}1.男 2.女 出生日期：{_split("birth_date", _born(c), w)} 年龄：{v(t["age"], 50)}<br>国籍：{v("中国", 50)} 民族：{v(t["ethnic"], 50)} 身份证号：{boxes("id_number", c.who.id_number, "width:14px;font-size:12px")} 婚姻：{_digit("2")}<br>出生地：{v(p.province + p.city, 170)} 籍贯：{v(p.province, 100)} 职业：{v(dice.choice(("农民", "退休人员")), 80)} 电话：{v(t["phone"], 100)}<br>现住址：{v(t["home"], 420)} 邮编：{v(p.code, 60)}<br>户口地址：{v(f("address", c.other_home) if dice.random() < 0.5 else "/", 420)} 邮编：{v("/", 60)}<br>工作单位及地址：{v(dice.choice((c.unit, "/")), 300)} 单位电话：{v("/", 100)}<br>联系人姓名：{v(c.relative, 70)} 关系：{v(c.relation, 60)} 地址：{v("/", 170)} 电话：{v(c.relative_phone, 100)}<br>入院途径：{_digit("2")} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他　　治疗类别：{_digit(dice.choice("123"))} 1.中医（1.1 中医 1.2民族医） 2.中西医 3.西医<br>入院时间：{_split("admission_date", c.admitted, w, True)} 入院科别：{v(t["dept"], 90)} 病房：{v("", 40)} 转科科别：{v("", 60)}<br>出院时间：{_split("discharge_date", c.left, w, True)} 出院科别：{v(c.dept, 90)} 病房：{v("", 40)} 实际住院：{v(str(c.days), 30)}天<br>门（急）诊诊断（中医诊断）：{v(illness, 260)} 疾病编码：{v(chinese[0][2], 80)}<br>门（急）诊诊断（西医诊断）：{v(c.diagnoses[0][0], 260)} 疾病编码：{v(c.diagnoses[0][1], 80)}<br>实施临床路径：{_digit(dice.choice("123"))} 1.中医 2.西医 3.否　使用医疗机构中药制剂：{_digit("1")} 1.是 2.否<br>使用中医诊疗设备：{_digit("1")} 1.是 2.否　使用中医诊疗技术：{_digit("1")} 1.是 2.否　辨证施护：{_digit("1")} 1.是 2.否</div>
<table class="g o"><tr><td class=c>出院中医诊断</td><td class=c>疾病编码</td><td class=c style="width:7%">入院病情</td><td class=c>出院西医诊断</td><td class=c>疾病编码</td><td class=c style="width:7%">入院病情</td></tr>{rows}</table>
<div class="z">病理诊断：{v("", 260)} 病理号：{v("", 100)}<br>药物过敏：{_digit("1")} 1.无 2.有，过敏药物：{v("", 130)} 血型：{_digit(dice.choice("1234"))} Rh：{_digit("2")}<br>科主任：{v(f("physician_name", c.doctors[3]), 70)} 主任（副主任）医师：{v(f("physician_name", c.doctors[2]), 70)} 主治医师：{v(f("physician_name", c.doctors[1]), 70)}<br>住院医师：{v(f("physician_name", c.doctors[0]), 70)} 责任护士：{v(_nurse(dice), 70)} 编码员：{v(_nurse(dice), 70)} 质控医师：{v("", 60)}</div>"""
    return page(
        body,
        ".z{line-height:2.4}.o td{padding:1px 4px;height:29px;font-size:12px}",
        font=dice.choice((SONG, SONG, HEI)),
        size=12,
        pad="30px 40px",
    )


TEMPLATES: dict[str, Template] = {
    "district-inpatient_front_page-national": Template("inpatient_front_page", 794, 1123, _national),
    "district-inpatient_front_page-boxed": Template("inpatient_front_page", 794, 1123, _boxed),
    "district-inpatient_front_page-old": Template("inpatient_front_page", 794, 1123, _old),
    "district-inpatient_front_page-herbal": Template("inpatient_front_page", 794, 1123, _herbal),
}
