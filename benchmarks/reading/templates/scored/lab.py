"""Laboratory reports: single and double tables, arrows and letters, qualitative results, a strip from a machine."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.scored.markup import (
    A4,
    A5,
    A5_WIDE,
    DOTS,
    HEI,
    MICRO,
    MONO,
    SANS,
    SONG,
    clock,
    code,
    dash,
    dot,
    f,
    hand,
    on,
    page,
    row,
    seal,
    slash,
)
from benchmarks.reading.templates.scored.people import anyone, later, number
from benchmarks.reading.templates.scored.visit import Visit, visit
from benchmarks.reading.templates.scored.vocabulary import METHODS, PANELS, Test, panel_of


def _reference(t: Test, sign: str = "-") -> str:
    return f"{t.low}{sign}{t.high}"


def _arrow(t: Test) -> str:
    return ("↓", "", "↑")[t.way + 1]


def _letter(t: Test) -> str:
    return ("L", "", "H")[t.way + 1]


def _who(v: Visit) -> str:
    return f("patient_name", v.person.name)


def lab_single(dice: random.Random) -> str:
    """A4 laser, one table with rules above and below only, the flag in a column of its own."""
    v = visit(dice, most=1)
    panel = dice.choice(list(PANELS))
    sign = dice.choice(("-", "～", "-"))
    rows = "".join(
        f"<tr {row(t.name, t.result, t.unit, _reference(t, sign), _arrow(t))}><td class=c>{n}</td><td>{t.name}</td><td class=r>{t.result}</td><td class=c>{_arrow(t)}</td><td class=c>{_reference(t, sign)}</td><td>{t.unit}</td></tr>"
        for n, t in enumerate(panel_of(dice, panel), 1)
    )
    cell = lambda label, value: f"<span>{label}：{value}</span>"
    body = f"""<div style="padding:40px 54px"><div class="flex" style="align-items:flex-end"><span style="width:180px">{code("Code128", number(dice, 10), 34)}</span><div class="c"><div style="font-size:22px;font-weight:bold">{f("hospital_name", v.hospital.name)}</div><div style="font-size:19px;letter-spacing:4px">检验报告单</div></div><span style="width:180px;text-align:right;font-size:13px">报告单号：{f("report_number", number(dice, 10))}</span></div>
    <div style="display:grid;grid-template-columns:1fr .8fr .9fr 1.1fr;row-gap:4px;border-top:2px solid #111;margin-top:8px;padding:7px 2px">{cell("姓　　名", _who(v))}{cell("性　别", f("sex", v.person.sex))}{cell("年　　龄", f("age", v.age, f"{v.age}岁"))}{cell("样本类型", PANELS[panel][0])}{cell("科　　别", f("department", v.illness.department))}{cell("床　号", v.bed)}{cell("住 院 号", f("record_number", v.record))}{cell("申请医生", anyone(dice))}</div><div style="padding:0 2px 6px">临床诊断：{f("diagnosis", v.diagnoses[0])}</div>
    <table style="line-height:1.95"><tr style="border-top:1.5px solid #111;border-bottom:1.5px solid #111"><td class=c style="width:46px">序号</td><td>检验项目</td><td class=r style="width:90px">结果</td><td class=c style="width:60px">提示</td><td class=c style="width:150px">参考区间</td><td style="width:110px">单位</td></tr>{rows}</table>
    <div style="border-top:2px solid #111;margin-top:{dice.randint(20, 90)}px;padding-top:7px;font-size:13px"><div class="flex"><span>采集时间：{dash(v.first)} {clock(dice)}</span><span>接收时间：{dash(v.first)} {clock(dice)}</span><span>报告时间：{on("report_date", v.first, dash, clock(dice))}</span></div><div class="flex" style="margin-top:5px"><span>检验者：{anyone(dice)}</span><span>审核者：{hand(dice, anyone(dice))}</span><span>联系电话：{v.hospital.phone}</span></div><div style="margin-top:5px;font-size:12px">※ 本报告仅对所检测标本负责，如有疑问请在三日内咨询。</div></div></div>"""
    return page(A4, body, dice.choice((SONG, SANS)))


def lab_twin(dice: random.Random) -> str:
    """A5 landscape, two tables side by side, the arrow in the same cell as the result."""
    v = visit(dice, most=1)
    panel = dice.choice(("血常规", "肝肾功能"))
    done = panel_of(dice, panel)
    half = (len(done) + 1) // 2

    def side(part: list[Test]) -> str:
        head = '<tr style="border-bottom:1px solid #111"><td>项目</td><td style="width:76px">结果</td><td style="width:84px">参考值</td><td style="width:62px">单位</td></tr>'
        return f'<table style="width:49%;font-size:12.5px;line-height:1.85">{head}{"".join(f"<tr {row(t.name, t.result, t.unit, _reference(t), _arrow(t))}><td style=white-space:nowrap>{t.name}</td><td>{t.result} {_arrow(t)}</td><td>{_reference(t)}</td><td>{t.unit}</td></tr>" for t in part)}</table>'

    body = f"""<div style="padding:24px 34px;font-size:13.5px"><h1 style="font-size:20px">{f("hospital_name", v.hospital.name)}检验报告单</h1><div class="flex" style="font-size:12px"><span>样本编号：{dice.randint(1, 480)}</span><span>检验目的：{panel}</span></div>
    <div class="flex" style="border-top:1.5px solid #111;padding-top:4px"><span>姓名：{_who(v)}</span><span>性别：{f("sex", v.person.sex)}</span><span>年龄：{f("age", v.age, f"{v.age}岁")}</span><span>门诊号：{f("record_number", v.record)}</span></div><div class="flex" style="padding:3px 0 4px"><span>科室：{f("department", v.illness.department)}</span><span>标本：{PANELS[panel][0]}</span><span>送检医师：{anyone(dice)}</span><span>诊断：{f("diagnosis", v.diagnoses[0])}</span></div>
    <div class="flex" style="border-top:1.5px solid #111;border-bottom:1.5px solid #111;min-height:270px;align-items:flex-start">{side(done[:half])}<div style="border-left:1px solid #888;align-self:stretch"></div>{side(done[half:])}</div>
    <div class="flex" style="margin-top:6px;font-size:12.5px"><span>采样日期：{slash(v.first)}</span><span>报告日期：{on("report_date", later(v.first, dice.randint(0, 1)), slash)}</span><span>检验：{anyone(dice)}</span><span>审核：{anyone(dice)}</span></div><div style="font-size:11px;margin-top:4px">此报告仅对本次标本负责&emsp;↑偏高 ↓偏低</div></div>
    {seal(dice, v.hospital.name, f"right:{dice.randint(60, 200)}px;bottom:{dice.randint(16, 40)}px", middle="检验专用章", size=110) if dice.random() < 0.5 else ""}"""
    return page(A5_WIDE, body, dice.choice((SONG, HEI, MICRO)))


def lab_letters(dice: random.Random) -> str:
    """Needle print without any rule, H and L for flags, short codes before the names."""
    v = visit(dice, most=1)
    panel = dice.choice(("糖脂代谢", "肝肾功能", "凝血功能", "肿瘤标志物"))
    rows = "".join(
        f"<tr {row(t.name, t.result, t.unit, _reference(t), _letter(t))}><td>{t.code}</td><td>{t.name}</td><td class=r style='padding-right:10px'>{t.result}</td><td>{_letter(t)}</td><td>{t.unit}</td><td>{_reference(t)}</td></tr>"
        for t in panel_of(dice, panel, 0.4)
    )
    body = f"""<div style="padding:30px 58px;font-size:15px;line-height:1.65;{DOTS}"><h1 style="font-size:20px">{f("hospital_name", v.hospital.name)}检验科报告</h1><table style="margin-top:8px"><tr><td>姓名 {_who(v)}</td><td>性别 {f("sex", v.person.sex)}</td><td>年龄 {f("age", v.age, f"{v.age} 岁")}</td><td>病历号 {f("record_number", v.record)}</td></tr><tr><td>科别 {f("department", v.illness.department)}</td><td>床号 {v.bed}</td><td>标本 {PANELS[panel][0]}</td><td>标本号 {number(dice, 4)}</td></tr></table><div style="border-top:1px dashed #333;margin:5px 0"></div>
    <table><tr><td style="width:90px">代号</td><td>项目名称</td><td class=r style="width:86px;padding-right:10px">结果</td><td style="width:36px"></td><td style="width:90px">单位</td><td style="width:110px">参考范围</td></tr>{rows}</table><div style="border-top:1px dashed #333;margin:5px 0"></div><div class="flex"><span>送检 {slash(v.first)}</span><span>报告日期 {on("report_date", v.first, slash)}</span><span>检验者 {anyone(dice)}</span><span>核对者 {anyone(dice)}</span></div></div>"""
    return page((794, 620), body, HEI, ink="#3a3a40")


def lab_hepatitis(dice: random.Random) -> str:
    """Antigens, antibodies and a viral load: words for results, a method column, a full grid."""
    v = visit(dice, most=2)
    load = f"{dice.uniform(1, 9.8):.2f}E+0{dice.randint(3, 7)}"
    names = ("乙型肝炎病毒表面抗原", "乙型肝炎病毒表面抗体", "乙型肝炎病毒e抗原", "乙型肝炎病毒e抗体", "乙型肝炎病毒核心抗体", "丙型肝炎病毒抗体")  # fmt: skip
    pattern = dice.choice(("+-+-+-", "+--++-", "-+---+"))
    told = [
        (name, "阳性(+)" if p == "+" else "阴性(-)", "", "阴性(-)", "", "化学发光法")
        for name, p in zip(names, pattern, strict=True)
    ]
    told.append(("乙型肝炎病毒DNA定量", load, "IU/mL", "<20", "↑", "PCR荧光法"))
    rows = "".join(
        f"<tr {row(n, r, u, ref, flag)}><td>{n}</td><td class=c>{r}</td><td class=c>{flag}</td><td class=c>{u}</td><td class=c>{ref.replace('<', '&lt;')}</td><td class=c>{m}</td></tr>" for n, r, u, ref, flag, m in told
    )  # fmt: skip
    pair = lambda label, value: f'<td style="background:#f3f5f7;width:84px">{label}</td><td>{value}</td>'
    body = f"""<div style="padding:50px 54px"><div class="flex"><h1 style="font-size:21px;font-weight:bold">{f("hospital_name", v.hospital.name)}<br>免疫检验报告单</h1>{code("QRCode", v.record, 62)}</div><table class="grid" style="margin-top:10px;font-size:13.5px;line-height:1.9"><tr>{pair("姓名", _who(v))}{pair("性别", f("sex", v.person.sex))}{pair("年龄", f("age", v.age, f"{v.age}岁"))}</tr><tr>{pair("登记号", f("record_number", v.record))}{pair("科室", f("department", v.illness.department))}{pair("标本种类", "血清")}</tr><tr>{pair("申请医生", anyone(dice))}{pair("报告编号", f("report_number", "MY" + number(dice, 9)))}{pair("标本状态", "正常")}</tr></table>
    <table class="grid" style="margin-top:12px;line-height:2.2"><tr style="font-weight:bold"><td>检测项目</td><td class=c>检测结果</td><td class=c>提示</td><td class=c>单位</td><td class=c>参考值</td><td class=c>检测方法</td></tr>{rows}</table>
    <div style="margin-top:16px;display:grid;grid-template-columns:1fr 1fr;row-gap:6px;font-size:13px"><span>采样时间：{dash(v.first)} {clock(dice, True)}</span><span>检验时间：{dash(v.first)} {clock(dice, True)}</span><span>报告时间：{on("report_date", later(v.first, 1), dash, clock(dice, True))}</span><span>打印时间：{dash(later(v.first, 2))} {clock(dice, True)}</span><span>检验者：{anyone(dice)}</span><span>审核者：{anyone(dice)}</span></div></div>
    {seal(dice, v.hospital.name, f"left:{dice.randint(420, 560)}px;top:{dice.randint(650, 720)}px", middle="检验报告专用章", size=140)}"""
    return page((794, 900), body, dice.choice((SANS, MICRO)))


def lab_strip(dice: random.Random) -> str:
    """Self-service machine, thermal strip: the name on one line; result, flag, unit and range below it."""
    v = visit(dice, most=1)
    panel = dice.choice(("糖脂代谢", "甲状腺功能", "肿瘤标志物", "凝血功能"))
    rows = "".join(
        f'<div {row(t.name, t.result, t.unit, _reference(t), _arrow(t))} style="margin-top:4px"><div>{t.name}</div><div style="display:grid;grid-template-columns:66px 22px 84px 1fr"><span>{t.result}</span><span>{_arrow(t)}</span><span>{t.unit}</span><span>{_reference(t)}</span></div></div>'
        for t in panel_of(dice, panel)
    )
    body = f"""<div style="padding:14px 16px;font-size:14px;line-height:1.45"><div class="c" style="font-size:16px">{f("hospital_name", v.hospital.name)}</div><div class="c">检验报告单（自助打印）</div><div style="border-top:1px dashed #666;margin:5px 0"></div><div>姓名：{_who(v)}</div><div>性别：{f("sex", v.person.sex)}　年龄：{f("age", v.age, f"{v.age}岁")}</div><div>门诊号：{f("record_number", v.record)}</div><div>科室：{f("department", v.illness.department)}</div><div>报告日期：{on("report_date", v.first, dash)}</div><div style="border-top:1px dashed #666;margin:5px 0"></div><div style="display:grid;grid-template-columns:66px 22px 84px 1fr"><span>结果</span><span></span><span>单位</span><span>参考范围</span></div>{rows}<div style="border-top:1px dashed #666;margin:6px 0"></div><div>审核：{anyone(dice)}</div><div>打印：{dash(later(v.first, 1))} {clock(dice)}</div><div class="c" style="font-size:12px;margin-top:6px">本报告仅供临床参考</div></div>"""
    return page((340, 760), body, dice.choice((MONO, HEI)), ink="#55555c")


_URINE = (("尿蛋白", "阴性", ("阴性", "1+", "2+", "3+")), ("尿葡萄糖", "阴性", ("阴性", "1+", "3+")), ("酮体", "阴性", ("阴性", "阴性", "1+")), ("尿胆原", "阴性", ("阴性",)), ("尿胆红素", "阴性", ("阴性",)), ("亚硝酸盐", "阴性", ("阴性", "阴性", "阳性")), ("尿潜血", "阴性", ("阴性", "1+", "2+")))  # fmt: skip


def lab_urine(dice: random.Random) -> str:
    """Upright A5: the range stands before the result, words and numbers mixed, a star for what is abnormal."""
    v = visit(dice, most=1)
    told = [(name, dice.choice(choice), "", ref) for name, ref, choice in _URINE]
    told = [(n, r, u, ref, "" if r == ref else "*") for n, r, u, ref in told]
    for name, unit, low, high, places in (
        ("红细胞", "个/μL", 0, 17, 1),
        ("白细胞", "个/μL", 0, 28, 1),
        ("酸碱度", "", 4.5, 8, 1),
        ("尿比重", "", 1.003, 1.03, 3),
    ):
        value = dice.uniform(low, high * (1.6 if low == 0 else 1))
        told.append((name, f"{value:.{places}f}", unit, f"{low}-{high}", "*" if value > high else ""))
    rows = "".join(
        f"<tr {row(n, r, u, ref, flag)}><td>{n}</td><td>{ref}</td><td>{r}</td><td>{flag}</td><td>{u}</td></tr>"
        for n, r, u, ref, flag in told
    )
    body = f"""<div style="padding:28px 36px;font-size:13.5px"><h1 style="font-size:18px">{f("hospital_name", v.hospital.name)}</h1><h1 style="font-size:17px;letter-spacing:3px">尿液分析报告</h1><table style="margin-top:6px;line-height:1.8"><tr><td>姓　名:{_who(v)}</td><td>性　别:{f("sex", v.person.sex)}</td></tr><tr><td>年　龄:{f("age", v.age, f"{v.age}岁")}</td><td>病案号:{f("record_number", v.record)}</td></tr><tr><td>科　室:{f("department", v.illness.department)}</td><td>送　检:{anyone(dice)}</td></tr></table>
    <table style="line-height:2;border-top:1px solid #111;border-bottom:1px solid #111;margin-top:6px"><tr style="border-bottom:1px solid #111"><td>项　目</td><td style="width:110px">参考值</td><td style="width:90px">结　果</td><td style="width:30px"></td><td style="width:70px">单　位</td></tr>{rows}</table><div style="margin-top:10px">方法：{dice.choice(METHODS)}</div><div class="flex" style="margin-top:8px"><span>报告日期:{on("report_date", v.first, dot)}</span><span>检验者:{anyone(dice)}</span><span>审核者:{hand(dice, anyone(dice), 18)}</span></div></div>"""
    return page(A5, body, SONG)


TEMPLATES = {
    "lab_single": Template("lab_report", *A4, lab_single),
    "lab_twin": Template("lab_report", *A5_WIDE, lab_twin),
    "lab_letters": Template("lab_report", 794, 620, lab_letters),
    "lab_hepatitis": Template("lab_report", 794, 900, lab_hepatitis),
    "lab_strip": Template("lab_report", 340, 760, lab_strip),
    "lab_urine": Template("lab_report", *A5, lab_urine),
}
