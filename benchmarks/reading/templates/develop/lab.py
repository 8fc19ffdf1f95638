"""Laboratory reports (检验报告单): one column, two side by side, lines without rules, thermal slips."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v

Row = dict[str, str | None]
ABBREVIATIONS = {
    "白细胞计数": "WBC", "红细胞计数": "RBC", "血红蛋白": "HGB", "血小板计数": "PLT", "丙氨酸氨基转移酶": "ALT", "天门冬氨酸氨基转移酶": "AST",
    "总胆红素": "TBIL", "肌酐": "CREA", "尿素": "UREA", "尿酸": "UA", "总胆固醇": "TC", "甘油三酯": "TG", "糖化血红蛋白": "HbA1c", "钾": "K",
    "钠": "Na", "氯": "Cl", "钙": "Ca", "白蛋白": "ALB", "总蛋白": "TP", "空腹葡萄糖": "GLU",
}  # fmt: skip


def _rows(dice: random.Random, panels: int) -> tuple[str, list[Row]]:
    names = dice.sample(sorted(v.PANELS), panels)
    return "、".join(names), [r for n in names for r in v.test_rows(dice, n)]


def _stamp(dice: random.Random, when: dt.date, seconds: bool = True) -> str:
    return f"{when:%Y-%m-%d} {dice.randint(7, 17):02d}:{dice.randint(0, 59):02d}" + (
        f":{dice.randint(0, 59):02d}" if seconds else ""
    )


def one_column(dice: random.Random) -> str:
    """The everyday LIS sheet: header in four columns, one ruled-off table, signers at the foot."""
    who, when = p.person(dice), p.day(dice)
    panel, rows = _rows(dice, dice.choice((1, 1, 2)))
    age = who.age_on(when)
    rows_html = "".join(
        h.row(r, f"<td>{n}</td><td>{r['name']}</td><td>{r['result']}</td><td class='c'>{r['flag'] or ''}</td><td>{r['reference']}</td><td>{r['unit']}</td>")
        for n, r in enumerate(rows, 1)
    )  # fmt: skip
    body = f"""
<div class="c" style="font-size:22px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}检验报告单</div>
<div style="display:grid;grid-template-columns:1.1fr .8fr 1.2fr 1.3fr;margin-top:10px;row-gap:2px">
<span>姓名：{h.f("patient_name", who.name)}</span><span>性别：{h.f("sex", who.sex)}</span><span>年龄：{h.f("age", age, f"{age} 岁")}</span><span>样本号：{dice.randint(10, 999)}</span>
<span>科室：{h.f("department", dice.choice(v.DEPARTMENTS))}</span><span>床号：{dice.randint(1, 60)}</span><span>住院号：{h.f("record_number", dice.randint(200000, 999999))}</span><span>标本：{dice.choice(("血清", "全血", "血浆"))}</span>
<span>送检医生：{h.f("physician_name", p.name(dice, "男"))}</span><span>项目：{panel[:6]}</span><span>诊断：{h.f("diagnosis", v.illness(dice)[0][0])}</span><span>条码：{dice.randint(10**9, 10**10 - 1)}</span></div>
<table style="margin-top:6px;border-top:1.5px solid #000;border-bottom:1.5px solid #000"><tr style="border-bottom:1px solid #000"><th>No</th><th>项目名称</th><th>结果</th><th>提示</th><th>参考区间</th><th>单位</th></tr>{rows_html}</table>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>采集时间：{_stamp(dice, when)}</span><span>报告时间：{h.f("report_date", when, _stamp(dice, when))}</span></div>
<div style="display:flex;gap:60px;margin-top:4px"><span>检验者：{h.sign("technician", p.name(dice, "女"), dice).replace('data-signature="technician|present"', 'data-handwritten="1"')}</span><span>审核者：{h.sign("technician", p.name(dice, "男"), dice).replace('data-signature="technician|present"', 'data-handwritten="1"')}</span></div>
<div style="font-size:12px">* 本报告仅对送检标本负责，如有疑问请于当日与检验科联系。</div>"""
    return h.page(body, font=dice.choice((h.SONG, h.HEI, h.MICRO)), size=14, css="td,th{padding:1px 6px}")


def side_by_side(dice: random.Random) -> str:
    """Two columns of items on a half-height sheet, names with abbreviations before them."""
    who, when = p.person(dice), p.day(dice)
    _, rows = _rows(dice, 3)
    rows = rows[: 2 * (len(rows) // 2)]
    half = len(rows) // 2
    age = who.age_on(when)

    def cells(r: Row) -> str:
        code = ABBREVIATIONS.get(str(r["name"]), "")
        c = "padding:1px 3px"
        return f"<span style='{c}'>{code}</span><span style='{c}'>{r['name']}</span><span style='{c}'>{r['result']}</span><span style='{c}'>{r['flag'] or ''}</span><span style='{c}'>{r['unit']}</span><span style='{c}'>{r['reference']}</span>"

    grid = "display:grid;grid-template-columns:44px 1fr 52px 18px 76px 78px"
    head = "".join(f"<b>{x}</b>" for x in ("代号", "项目", "结果", "", "单位", "参考值"))
    column = lambda some: (
        f"<div style='flex:1'><div style='{grid};border-bottom:1px solid #000'>{head}</div>"
        + "".join(h.row(r, cells(r), "div").replace("<div ", f"<div style='{grid}' ", 1) for r in some)
        + "</div>"
    )
    body = f"""
<div class="c b" style="font-size:20px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</div><div class="c" style="font-size:17px">临床检验报告单</div>
<div style="display:flex;flex-wrap:wrap;column-gap:26px;border-bottom:1.5px solid #000">
<span>姓 名:{h.f("patient_name", who.name)}</span><span>性 别:{h.f("sex", who.sex)}</span><span>年 龄:{h.f("age", age, f"{age}岁")}</span><span>病历号:{h.f("record_number", dice.randint(10**7, 10**8 - 1))}</span>
<span>申请科室:{h.f("department", dice.choice(v.DEPARTMENTS))}</span><span>标本种类:血清</span><span>临床诊断:{h.f("diagnosis", v.illness(dice)[0][0])}</span></div>
<div style="display:flex;gap:22px;min-height:300px;padding-top:4px">{column(rows[:half])}{column(rows[half:])}</div>
<div style="border-top:1.5px solid #000;display:flex;justify-content:space-between"><span>接收时间:{_stamp(dice, when, False)}</span><span>报告时间:{h.f("report_date", when, _stamp(dice, when, False))}</span><span>检验:{p.name(dice, "女")}</span><span>审核:{p.name(dice, "男")}</span></div>"""
    return h.page(body, font=dice.choice((h.SONG, h.HEI, h.MICRO)), size=13, pad="34px 30px")


def unruled(dice: random.Random) -> str:
    """No rule at all, wide letter-spacing, result before name's unit, reference in brackets."""
    who, when = p.person(dice), p.day(dice)
    panel, rows = _rows(dice, 1)
    age = who.age_on(when)
    lines = "".join(
        h.row(r, f"<td style='width:40%'>{r['name']}</td><td style='width:16%'>{r['result']} {r['flag'] or ''}</td><td style='width:18%'>{r['unit']}</td><td>{r['reference']}</td>")
        for r in rows
    )  # fmt: skip
    doctor = p.name(dice, "女")
    body = f"""
<h1 style="font-size:21px;letter-spacing:3px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</h1><h2 style="font-size:17px;font-weight:400">（{panel}）检验报告</h2>
<table style="margin-top:12px"><tr><td>姓　　名　{h.f("patient_name", who.name)}</td><td>性　　别　{h.f("sex", who.sex)}</td><td>年　　龄　{h.f("age", age, f"{age}岁")}</td></tr>
<tr><td>门 诊 号　{h.f("record_number", f"M{dice.randint(100000, 999999)}")}</td><td>科　　室　{h.f("department", dice.choice(v.DEPARTMENTS))}</td><td>申请医师　{h.f("physician_name", doctor)}</td></tr>
<tr><td>采样日期　{p.shown(dice, when, "-")}</td><td>报告日期　{h.f("report_date", when, p.shown(dice, when, "-"))}</td><td>标本类型　静脉血</td></tr></table>
<table style="margin-top:14px"><tr class="b"><td>检验项目</td><td>检验结果</td><td>单位</td><td>参考范围</td></tr>{lines}</table>
<p style="margin-top:40px">检验师：{p.name(dice, "男")}　　　　审核者：{p.name(dice, "女")}</p>"""
    return h.page(body, font=dice.choice(h.FONTS), size=15)


def slip(dice: random.Random) -> str:
    """A narrow slip from a self-service printer: label under label."""
    who, when = p.person(dice), p.day(dice)
    panel, rows = _rows(dice, 1)
    age = who.age_on(when)
    lines = "".join(
        h.row(
            r,
            f"<td>{r['name']}</td><td>{r['result']}{r['flag'] or ''}</td><td>{r['unit']}</td><td>{r['reference']}</td>",
        )
        for r in rows
    )
    body = f"""
<div class="c" style="font-size:17px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</div><div class="c">检验结果报告单（{panel}）</div>
<div>姓名：{h.f("patient_name", who.name)}　性别：{h.f("sex", who.sex)}　年龄：{h.f("age", age, f"{age}岁")}</div>
<div>就诊卡号：{h.f("card_number", dice.randint(10**8, 10**9 - 1))}</div><div>送检科室：{h.f("department", dice.choice(v.DEPARTMENTS))}</div>
<table style="border-top:1px dashed #000;border-bottom:1px dashed #000;font-size:13px"><tr><td>项目</td><td>结果</td><td>单位</td><td>参考值</td></tr>{lines}</table>
<div>审核时间：{h.f("report_date", when, _stamp(dice, when))}</div><div>审核人：{p.name(dice, "男")}</div><div style="font-size:12px">结果仅供临床参考</div>"""
    return h.page(body, font=h.HEI, size=14, pad="20px 18px", css="td{padding:1px 4px}")


TEMPLATES = {
    "lab-one-column": Template("lab_report", 794, 1123, one_column),
    "lab-side-by-side": Template("lab_report", 794, 560, side_by_side),
    "lab-unruled": Template("lab_report", 794, 1123, unruled),
    "lab-slip": Template("lab_report", 420, 620, slip),
}
