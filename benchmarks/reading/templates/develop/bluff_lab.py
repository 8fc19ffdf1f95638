"""Laboratory reports: clinical chemistry, blood count, urine, clotting."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import (
    BLOOD,
    CLOT,
    HEART,
    KIDNEY,
    LIVER,
    SALTS,
    URINE,
    Result,
    cells,
    measure,
    run,
)
from benchmarks.reading.templates.develop.bluff_base import bars, case, clock, d, digits, line, spread
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal


def chemistry(dice: random.Random) -> str:
    """Half sheet of a Hebei county hospital: two columns of rows under one rule, times in the foot."""
    c = case(dice, "HE")
    p = c.p
    got = [*run(dice, LIVER, 9, "～"), *run(dice, KIDNEY, 4, "～"), *run(dice, SALTS, 4, "～")]
    half = (len(got) + 1) // 2
    head = f'<tr style="border-bottom:1px solid #000">{cells(("", "项目名称", "结果", "", "参考区间", "单位"))}</tr>'
    grid = ""
    for part, first in ((got[:half], 1), (got[half:], half + 1)):
        lines = "".join(
            r.row(
                cells(
                    (str(n), f"{r.name}", r.result, r.flag, r.reference, r.unit),
                    ("width:20px", "width:150px", "", "width:14px"),
                )
            )
            for n, r in enumerate(part, first)
        )
        grid += f'<table style="width:49%;font-size:12px">{head}{lines}</table>'
    inpatient = dice.random() < 0.5
    body = f"""<div style="position:absolute;right:34px;top:16px;font-size:11px">{bars(dice, 128, 26)}<div
class="c">{digits(dice, 12)}</div>
</div>
<h1 style="font-size:21px;letter-spacing:3px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:16px;font-weight:400;letter-spacing:6px">生化检验报告单</h2>
<table style="font-size:13px;margin-top:4px"><tr><td>姓　名：{f("patient_name", p.name)}</td>
<td>{"住院号" if inpatient else "门诊号"}：{f("record_number", c.number)}</td><td>标本类型：血清</td>
<td>标 本 号：{dice.randint(1, 480)}</td></tr>
<tr><td>性　别：{f("sex", p.sex)}</td><td>科　室：{f("department", c.ill.dept)}</td>
<td>床　　号：{dice.randint(1, 48) if inpatient else ""}</td>
<td>检验单号：{f("report_number", f"{c.on:%Y%m%d}" + digits(dice, 5))}</td></tr>
<tr><td>年　龄：{f("age", c.age, f"{c.age}岁")}</td><td colspan="3">临床诊断：{
        f("diagnosis", c.ill.dx[0])
    }</td></tr>
</table>
{line(1.6)}<div
style="display:flex;justify-content:space-between;align-items:flex-start;min-height:262px">{grid}</div>{
        line()
    }
{
        spread(
            f"送检医生：{f('physician_name', c.staff[0])}",
            f"检验者：{c.staff[1]}",
            f"审核者：{c.staff[2]}",
            f"采集时间：{c.on:%m-%d} 07:{dice.randint(10, 59)}",
            f"报告时间：{d('report_date', c.on, dice, '-', ' ' + clock(dice))}",
            style="font-size:12px",
        )
    }
<div style="font-size:11px;margin-top:2px">※此检验结果仅对该份标本负责，如有疑问请于两日内与检验科联系。　电话：0{
        dice.randint(310, 319)
    }-{digits(dice, 7)}</div>"""
    body += seal(c.hospital, "检验专用章", size=104, at=(560, 390), turn=dice.uniform(-20, 20), ink=0.6)
    return page(body, "td{padding:1px 3px}", font=SONG, size=13, pad="18px 34px")


def _curve(dice: random.Random, label: str, unit: str) -> str:
    peak, wide = dice.uniform(40, 90), dice.uniform(10, 22)
    points = " ".join(
        f"{x},{70 - 58 * 2.718 ** (-(((x - peak) / wide) ** 2)) - 9 * 2.718 ** (-(((x - peak - 44) / 13) ** 2)):.1f}"
        for x in range(6, 170, 3)
    )
    return f'<div style="font-size:11px">{label}<svg width="180" height="84" style="display:block"><path d="M6 4V70H174" fill="none" stroke="#000"/><polyline points="{points}" fill="none" stroke="#000"/><text x="130" y="82" font-size="9">{unit}</text></svg></div>'


def blood(dice: random.Random) -> str:
    """A4 of a Heilongjiang hospital: English codes first, H and L before the result, three curves at the right."""
    c = case(dice, "HL")
    p = c.p
    got = run(dice, BLOOD, 17, "--", "HL")
    rows = "".join(
        r.row(
            cells(
                (r.code, r.name, r.flag, r.result, r.unit.replace("10^", "×10^"), f"({r.reference})"),
                ("width:70px", "", "width:20px;font-weight:600", "", "", ""),
            ),
            reference=f"({r.reference})",
            unit=r.unit.replace("10^", "×10^"),
        )
        for r in got
    )
    plot = _curve(dice, "WBC直方图", "fL") + _curve(dice, "RBC直方图", "fL") + _curve(dice, "PLT直方图", "fL")
    field: Callable[..., str] = lambda label, value: f'<td style="width:33%"><b>{label}</b>　{value}</td>'
    body = f"""<div style="border-bottom:3px double #000;padding-bottom:6px"><span
style="font-size:13px">{f("hospital_name", c.hospital)}</span><span
style="font-size:24px;margin-left:130px;font-weight:600">血细胞分析报告</span></div>
<table style="margin:8px 0">
<tr>{field("患者姓名", f("patient_name", p.name))}{field("性别", f("sex", p.sex))}{
        field("年龄", f("age", c.age, f"{c.age} 岁"))
    }</tr>
<tr>{field("病历号", f("record_number", c.number))}{field("送检科别", f("department", c.ill.dept))}{
        field("样本编号", digits(dice, 4))
    }</tr>
<tr>{field("申请医师", f("physician_name", c.staff[0]))}{field("标本种类", "EDTA抗凝全血")}{
        field("费别", dice.choice(("医保", "自费", "农合")))
    }</tr>
</table>
<div style="display:flex;gap:18px"><table style="width:500px;line-height:1.75">
<tr style="border-top:1px solid #000;border-bottom:1px solid #000">{
        cells(("代号", "项 目", "", "结 果", "单 位", "参考范围"))
    }</tr>{rows}</table>
<div style="border-left:1px dashed #555;padding-left:14px">{plot}</div></div>
<div style="margin-top:10px;border-top:1px solid #000;padding-top:6px">镜检：{
        dice.choice(("未做", "白细胞形态未见明显异常", "红细胞大小不等"))
    }　　　备注：H 偏高　L 偏低</div>
<div
style="position:absolute;left:56px;right:56px;bottom:60px">{
        spread(
            f"接收时间 {c.on:%Y/%m/%d} 08:{dice.randint(10, 59)}",
            f"报告日期 {d('report_date', c.on, dice, '/')}",
            f"打印时间 {c.on:%Y/%m/%d} 17:{dice.randint(30, 59)}",
        )
    }{
        spread(
            f"检验师 {c.staff[1]}", f"核对者 {c.staff[2]}", f"仪器 XN-{dice.choice(('1000', '2800', '550'))}"
        )
    }<div
class="c" style="font-size:12px;margin-top:8px">本结果仅供临床医师参考，不作诊断证明之用</div>
</div>"""
    return page(body, "td{padding:1px 4px}", font=HEI, size=14, pad="50px 56px")


def urine(dice: random.Random) -> str:
    """Continuous paper of a Yunnan hospital from a needle printer: strips down both sides, labels in 【】."""
    c = case(dice, "YN")
    p = c.p
    lines = ""
    for code, label, usual, odd, reference in URINE:
        strange = dice.random() < 0.3
        result = dice.choice(odd) if strange else usual
        flag = "*" if strange and reference else ""
        r = Result(code, label, result, "", reference, flag)
        lines += r.row(cells((f"{label}({code})", result, flag, reference, "")), name=f"{label}({code})")
    for item in (("SG", "比重", "", 1.003, 1.03, 3), ("PH", "酸碱度", "", 5, 8, 1)):
        r = measure(dice, item, "-", "**", odd=0.1)
        lines += r.row(
            cells((f"{r.name}({r.code})", r.result, r.flag, r.reference, "")), name=f"{r.name}({r.code})"
        )
    for label in ("白细胞", "红细胞", "上皮细胞"):
        r = measure(dice, ("", f"镜检{label}", "个/HP", 0, dice.choice((3, 5)), 0), "-", "**")
        lines += r.row(cells((r.name, r.result, r.flag, r.reference, r.unit)))
    holes = "".join(
        f'<circle cx="11" cy="{y}" r="6" fill="#e4e4e4" stroke="#bbb"/>' for y in range(20, 780, 38)
    )
    strip: Callable[..., str] = lambda side: (
        f'<div style="position:absolute;{side}:0;top:0;bottom:0;width:24px;border-{"right" if side == "left" else "left"}:1px dashed #bbb"><svg width="22" height="780" style="display:block">{holes}</svg></div>'
    )
    body = f"""{strip("left")}{strip("right")}<div
class="c" style="font-size:19px;letter-spacing:2px">{f("hospital_name", c.hospital)}</div>
<div class="c" style="font-size:16px">尿液分析检验报告</div>
<div style="margin-top:8px">【姓名】{f("patient_name", p.name)}　【性别】{f("sex", p.sex)}　【年龄】{
        f("age", c.age)
    }</div>
<div>【门诊号】{f("record_number", c.number)}　【科别】{f("department", c.ill.dept)}</div>
<div>【送检日期】{c.on:%Y.%m.%d}　【标本】中段尿　【样本号】{dice.randint(1, 99)}</div>
<div style="overflow:hidden;white-space:nowrap">{"=" * 59}</div><table>
<tr>{cells(("检验项目", "检验结果", "", "参考值", "单位"), ("width:40%",))}</tr></table>
<div style="overflow:hidden;white-space:nowrap;line-height:.8">{"-" * 59}</div><table>{lines}</table>
<div style="overflow:hidden;white-space:nowrap">{"=" * 59}</div>{
        spread(f"检验：{c.staff[1]}", f"审核：{c.staff[2]}", f"报告日期：{d('report_date', c.on, dice, '.')}")
    }<div>仪器：尿液分析仪 FUS-{dice.choice(("100", "200", "2000"))}　　注：*为异常结果</div>"""
    return page(body, "td{padding:0 4px;width:16%;white-space:nowrap;line-height:1.45}td:first-child{width:38%}body{color:#2b2b45}", font="'AR PL UMing CN',serif", size=15, pad="26px 40px")  # fmt: skip


def clotting(dice: random.Random) -> str:
    """Fully ruled Gansu sheet in Kai: particulars in the table's own head rows, abbreviations behind names."""
    c = case(dice, "GS")
    p = c.p
    got = run(dice, CLOT, 7, "～", "↑↓")
    if dice.random() < 0.5:
        got += run(dice, HEART, 3, "～", "↑↓")
    rows = "".join(
        r.row(
            cells(
                (str(n), f"{r.name}（{r.code}）", f"{r.result} {r.flag}", r.unit, r.reference),
                ("text-align:center", "", "", "text-align:center", "text-align:center"),
            ),
            name=f"{r.name}（{r.code}）",
        )
        for n, r in enumerate(got, 1)
    )
    body = f"""<h1 style="font-size:26px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:19px;margin:4px 0 10px;letter-spacing:8px">检验报告单</h2>
<div
style="display:flex;justify-content:space-between;font-size:14px"><span>检验类别：凝血功能</span><span>No：{
        f("report_number", digits(dice, 9))
    }</span></div>
<table class="g">
<tr class="c">{
        cells(
            (
                "姓名",
                f("patient_name", p.name),
                "性别",
                f("sex", p.sex),
                "年龄",
                f("age", c.age, f"{c.age}岁"),
            ),
            ("width:80px", "width:150px", "width:60px"),
        )
    }</tr>
<tr>{
        cells(
            (
                "科室",
                f("department", c.ill.dept),
                "床号",
                str(dice.randint(1, 60)),
                "住院号",
                f("record_number", c.number),
            )
        )
    }</tr>
<tr><td>临床诊断</td><td colspan="3">{
        f("diagnosis", c.ill.dx[0])
    }</td><td>标本</td><td>枸橼酸钠抗凝血浆</td></tr></table>
<table class="g" style="margin-top:-1px">
<tr>{
        cells(
            ("序号", "检验项目", "检验结果", "单位", "参考值"),
            ("width:48px", "width:280px", "width:120px", "width:90px"),
        )
    }</tr>{rows}<tr>
<td colspan="5" style="height:60px;vertical-align:top">备注：{
        dice.choice(("", "标本轻度溶血，请结合临床", "已复查"))
    }</td></tr>
<tr><td colspan="2">送检医师：{f("physician_name", c.staff[0])}</td>
<td colspan="3">送检时间：{c.on.year}年{c.on.month}月{c.on.day}日 07:{dice.randint(10, 59)}</td></tr><tr>
<td colspan="2">检验者：{c.staff[1]}　　审核者：{c.staff[2]}</td>
<td colspan="3">报告时间：{d("report_date", c.on, dice, "年", " " + clock(dice))}</td></tr></table>
<div style="font-size:13px;margin-top:6px">注：请妥善保管此单，复诊时出示。</div>"""
    body += seal(c.hospital, "检验科", size=128, at=(500, 470), turn=dice.uniform(-25, 25), ink=0.7)
    return page(body, ".g td{padding:5px 7px}", font=KAI, size=15, pad="44px 60px")


KIND = "lab_report"
TEMPLATES: dict[str, Template] = {
    "bluff-lab-chemistry-hebei": Template(KIND, 794, 559, chemistry),
    "bluff-lab-blood-heilongjiang": Template(KIND, 794, 1123, blood),
    "bluff-lab-urine-yunnan": Template(KIND, 559, 794, urine),
    "bluff-lab-clotting-gansu": Template(KIND, 794, 1123, clotting),
}
