"""Laboratory reports: a needle printer's sheet, a thermal strip, half a sheet in two languages, one with last time's values, a telephone's page."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, page, row
from benchmarks.reading.templates.develop.town_base import NEEDLES, on

Row = dict[str, str | None]
Test = tuple[str, str, float, str, float, float, int]
_TESTS: dict[str, tuple[Test, ...]] = {
    "血常规": (
        ("白细胞", "WBC", 6.3, "10^9/L", 3.5, 9.5, 2), ("中性粒细胞计数", "NEUT#", 3.9, "10^9/L", 1.8, 6.3, 2), ("淋巴细胞计数", "LYMPH#", 1.8, "10^9/L", 1.1, 3.2, 2),
        ("单核细胞计数", "MONO#", 0.4, "10^9/L", 0.1, 0.6, 2), ("红细胞", "RBC", 4.4, "10^12/L", 3.8, 5.1, 2), ("血红蛋白浓度", "HGB", 128, "g/L", 115, 150, 0),
        ("红细胞比容", "HCT", 39.5, "%", 35, 45, 1), ("平均红细胞体积", "MCV", 90.1, "fL", 82, 100, 1), ("平均血红蛋白量", "MCH", 30.2, "pg", 27, 34, 1),
        ("红细胞分布宽度", "RDW-CV", 13.1, "%", 11, 14.5, 1), ("血小板", "PLT", 196, "10^9/L", 125, 350, 0), ("血小板压积", "PCT", 0.22, "%", 0.11, 0.28, 2),
        ("超敏C反应蛋白", "hs-CRP", 4.2, "mg/L", 0, 10, 1), ("平均血小板体积", "MPV", 10.2, "fL", 7.4, 12.5, 1),
    ),
    "肝功能": (
        ("谷丙转氨酶", "ALT", 26, "U/L", 7, 40, 0), ("谷草转氨酶", "AST", 24, "U/L", 13, 35, 0), ("γ-谷氨酰基转移酶", "GGT", 30, "U/L", 7, 45, 0),
        ("碱性磷酸酶", "ALP", 76, "U/L", 50, 135, 0), ("总胆红素", "TBIL", 12.6, "umol/L", 0, 23, 1), ("结合胆红素", "DBIL", 3.9, "umol/L", 0, 8, 1),
        ("总蛋白", "TP", 70.4, "g/L", 65, 85, 1), ("白蛋白", "ALB", 41.8, "g/L", 40, 55, 1), ("白球比", "A/G", 1.5, "", 1.2, 2.4, 1), ("胆碱酯酶", "CHE", 7800, "U/L", 5000, 12000, 0),
    ),
    "肾功能": (
        ("尿素氮", "BUN", 5.8, "mmol/L", 2.6, 7.5, 2), ("肌酐", "CREA", 72.5, "umol/L", 41, 81, 1), ("尿酸", "UA", 330, "umol/L", 155, 357, 0),
        ("胱抑素-C", "CysC", 0.92, "mg/L", 0.51, 1.09, 2), ("二氧化碳结合力", "CO2CP", 25.1, "mmol/L", 22, 29, 1), ("视黄醇结合蛋白", "RBP", 44.6, "mg/L", 25, 70, 1),
    ),
    "电解质": (
        ("血清钾", "K", 4.2, "mmol/L", 3.5, 5.3, 2), ("血清钠", "Na", 140.5, "mmol/L", 137, 147, 1), ("血清氯", "Cl", 103.4, "mmol/L", 99, 110, 1), ("血清钙", "Ca", 2.3, "mmol/L", 2.11, 2.52, 2), ("血清磷", "P", 1.15, "mmol/L", 0.85, 1.51, 2), ("血清镁", "Mg", 0.88, "mmol/L", 0.75, 1.02, 2),
    ),
    "血糖血脂": (
        ("葡萄糖", "GLU", 5.6, "mmol/L", 3.9, 6.1, 2), ("糖化血红蛋白A1c", "HbA1c", 5.8, "%", 4, 6, 1), ("甘油三酯", "TG", 1.5, "mmol/L", 0.45, 1.69, 2), ("总胆固醇", "CHOL", 4.7, "mmol/L", 2.85, 5.69, 2),
        ("高密度脂蛋白", "HDL-C", 1.25, "mmol/L", 0.9, 1.68, 2), ("低密度脂蛋白", "LDL-C", 2.8, "mmol/L", 1.9, 3.12, 2), ("载脂蛋白A1", "ApoA1", 1.3, "g/L", 1.08, 2.25, 2), ("同型半胱氨酸", "HCY", 12.2, "umol/L", 4, 15, 1),
    ),
    "凝血": (
        ("凝血酶原时间", "PT", 11.8, "s", 9.4, 12.5, 1), ("国际标准化比值", "INR", 1.02, "", 0.8, 1.2, 2), ("活化部分凝血活酶时间", "APTT", 29.6, "s", 25.1, 36.5, 1), ("纤维蛋白原", "FIB", 2.9, "g/L", 2.38, 4.98, 2), ("凝血酶时间", "TT", 16.2, "s", 10.3, 16.6, 1), ("D-二聚体", "D-D", 0.31, "mg/L", 0, 0.55, 2),
    ),
}  # fmt: skip


def _rows(dice: random.Random, tests: Sequence[Test], dash: str = "-") -> list[Row]:
    """Values in and out of range; the code is not part of the truth."""
    out: list[Row] = []
    for name, _, usual, unit, low, high, places in tests:
        text = f"{usual * dice.choice((1, 1, 1, 1, 0.66, 1.4)) * dice.uniform(0.93, 1.07):.{places}f}"
        flag = "↑" if float(text) > high else "↓" if float(text) < low else None
        reference = (
            f"{low:.{places}f}{dash}{high:.{places}f}" if dice.random() < 0.5 else f"{low:g}{dash}{high:g}"
        )
        out.append({"name": name, "result": text, "unit": unit or None, "reference": reference, "flag": flag})
    return out


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" or c in "↑↓" else 1 for c in text)


def _put(text: str | None, width: int) -> str:
    """Padded to so many half widths."""
    return (text or "") + " " * max(0, width - _wide(text or ""))


def _needle(dice: random.Random) -> str:
    """A works hospital in Heilongjiang, a needle printer: everything in columns of half widths, lines of hyphens."""
    a = t.who(dice, "黑", 30)
    home = f"{a.place.city}{dice.choice(('第一机床厂', '纺织', '铁路', '林业', '矿务局'))}职工医院"
    _, names = t.ill(dice)
    day = t.date(dice)
    panels = dice.sample(("肝功能", "肾功能", "血糖血脂", "电解质"), 2)
    rows = _rows(dice, [x for p in panels for x in _TESTS[p]])
    codes = [x[1] for p in panels for x in _TESTS[p]]
    lines = "".join(
        row(
            r,
            f"{n:>2}  {_put(c, 8)}{_put(r['name'], 22)}{_put(r['result'], 9)}{_put(r['flag'], 4)}{_put(r['reference'], 16)}{r['unit'] or ''}\n",
            "span",
        )
        for n, (r, c) in enumerate(zip(rows, codes, strict=True), 1)
    )
    gap = "  "
    return page(
        f"""<pre style="margin:0;font-family:'WenQuanYi Zen Hei Mono','Noto Sans Mono CJK SC',monospace;font-size:15px;line-height:1.42;color:#2c2c33"><span style="font-size:22px">{" " * 14}{f("hospital_name", home)}检验报告单</span>

姓名:{f("patient_name", a.name)}{gap}性别:{f("sex", a.sex)}{gap}年龄:{f("age", a.age(day), f"{a.age(day)}岁")}{gap}科别:{f("department", dice.choice(("内科", "二疗区", "干部病房", "老年科")))}{gap}床号:{dice.randint(1, 40):02d}
病历号:{f("record_number", t.digits(dice, 6))}{gap}标本:血清{gap}检验单号:{f("report_number", t.digits(dice, 5, f"{day:%m%d}"))}{gap}送检医师:{f("physician_name", t.doctor(dice))}
诊断:{fs("diagnosis", names[:2], ",")}
{"=" * 74}
NO  代号    项目名称              结果         参考值          单位
{"-" * 74}
{lines}{"-" * 74}
采样日期:{t.show(day, "-")}{gap}报告日期:{on("report_date", day, "-")}{gap}检验:{people.name(dice, "女")}{gap}核对:{people.name(dice, "男")}
                                       * 此报告仅对本次标本负责 *</pre>""",
        NEEDLES,
        size=15,
        pad="34px 44px",
    )


_GAS: tuple[Test, ...] = (
    ("pH", "", 7.39, "", 7.35, 7.45, 3), ("pCO2", "", 41, "mmHg", 35, 45, 1), ("pO2", "", 88, "mmHg", 80, 100, 1), ("K+", "", 4.0, "mmol/L", 3.4, 4.5, 1), ("Na+", "", 139, "mmol/L", 136, 146, 0),
    ("Ca2+", "", 1.2, "mmol/L", 1.15, 1.29, 2), ("Cl-", "", 103, "mmol/L", 98, 106, 0), ("Glu", "", 6.0, "mmol/L", 3.9, 6.1, 1), ("Lac", "", 1.3, "mmol/L", 0.5, 1.6, 1), ("tHb", "", 132, "g/L", 117, 174, 0), ("sO2", "", 96.8, "%", 95, 99, 1), ("HCO3-", "", 24.5, "mmol/L", 22, 27, 1),
)  # fmt: skip


def _strip(dice: random.Random) -> str:
    """A blood gas machine's strip: a name a line, its range in brackets below where the value is printed."""
    a = t.who(dice, "鲁", 40)
    home, _ = t.house(dice, a.place)
    day = t.date(dice)
    rows = []
    for r, (_, _, usual, _, low, high, places) in zip(_rows(dice, _GAS), _GAS, strict=True):
        value = f"{usual * dice.choice((1, 1, 1, 1.01, 1.06, 0.95) if usual < 7 else (1, 1, 1, 1.15, 0.8)):.{places}f}"
        if r["name"] == "pH":
            value = f"{dice.uniform(7.28, 7.5):.3f}"
        flag = "↑" if float(value) > high else "↓" if float(value) < low else None
        rows.append(r | {"result": value, "flag": flag, "reference": f"{low:g}-{high:g}"})
    body = "".join(
        row(
            r,
            f'<td style="width:66px">{r["name"]}</td><td style="width:16px">{r["flag"] or ""}</td><td style="width:58px" class="r">{r["result"]}</td><td style="width:66px">{r["unit"] or ""}</td><td>{r["reference"]}</td>',
        )
        for r in rows
    )
    when = t.clock(dice)
    return page(
        f"""<div class="c" style="font-size:17px">{f("hospital_name", home)}</div><div class="c" style="font-size:16px">急诊检验　血气分析报告</div><div style="border-top:1px dashed #333;margin:6px 0"></div>
<div>姓　名：{f("patient_name", a.name)}</div><div>性　别：{f("sex", a.sex)}　　年龄：{f("age", a.age(day))}</div><div>科　室：{f("department", dice.choice(("急诊科", "重症医学科", "呼吸内科", "心内科CCU")))}</div><div>住院号：{f("record_number", t.digits(dice, 8))}</div><div>样本类型：动脉血　吸氧 {dice.choice((21, 29, 33, 41))}%</div><div>样本号：{dice.randint(1, 90)}</div><div>体温：37.0℃</div>
<div style="border-top:1px dashed #333;margin:6px 0"></div><table style="font-size:14px"><tr><td>项目</td><td></td><td class="r">结果</td><td>单位</td><td>参考值</td></tr>{body}</table><div style="border-top:1px dashed #333;margin:6px 0"></div>
<div>检测时间：{t.show(day, "-")} {when}</div><div>报告时间：{on("report_date", day, "-", when[:3] + "59")}</div><div>操作者：{people.name(dice, "女")}</div><div>仪器：GEM-{dice.choice((3000, 3500, 4000))}</div><div class="c" style="margin-top:6px">*结果仅对该样本负责*</div>""",
        "td{padding:1px 2px}body{color:#3a3a3a}",
        font=dice.choice((MICRO, HEI)),
        size=14,
        pad="18px 20px",
    )


def _two_languages(dice: random.Random) -> str:
    """Guangdong, half a sheet on its side: two columns of rows, English under or after every label, codes apart."""
    a = t.who(dice, "粤", 25)
    home, _ = t.house(dice, a.place)
    _, names = t.ill(dice)
    day = t.date(dice)
    rows = _rows(dice, _TESTS["血常规"])
    codes = [x[1] for x in _TESTS["血常规"]]
    one: Callable[..., str] = lambda r, c: row(
        r,
        f'<td style="color:#444">{c}</td><td>{r["name"]}</td><td class="r">{r["result"]}</td><td style="width:16px">{r["flag"] or ""}</td><td>{r["unit"] or ""}</td><td>{r["reference"]}</td>',
    )
    half = (len(rows) + 1) // 2
    head = "<tr style='border-bottom:1px solid #333;font-size:11px'><td>Code</td><td>项目 Test</td><td class='r'>结果 Result</td><td></td><td>单位 Unit</td><td>参考区间 Ref.</td></tr>"
    table: Callable[..., str] = lambda part: (
        f'<table style="width:50%">{head}{"".join(one(r, c) for r, c in part)}</table>'
    )
    pairs = list(zip(rows, codes, strict=True))
    item: Callable[..., str] = lambda k, e, v, w: (
        f'<div style="width:{w}px;line-height:1.25;padding:2px 0"><span>{k}</span> <span style="font-size:10px;color:#555">{e}</span>&nbsp; {v}</div>'
    )
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:center"><div>{t.bars(dice, 130, 26)}<div style="font-size:10px">{t.digits(dice, 12)}</div></div><div class="c"><div style="font-size:21px;font-weight:600">{f("hospital_name", home)}</div><div style="font-size:13px">检验报告单　LABORATORY REPORT</div></div><div style="font-size:12px">报告编号 No.<br>{f("report_number", t.digits(dice, 10, "G"))}</div></div>
<div style="display:flex;flex-wrap:wrap;border-top:2px solid #222;border-bottom:1px solid #222;padding:4px 0;margin-top:5px">{item("姓名", "Name", f("patient_name", a.name), 178)}{item("性别", "Sex", f("sex", a.sex), 110)}{item("年龄", "Age", f("age", a.age(day), f"{a.age(day)} 岁"), 130)}{item("门诊号", "OPD No.", f("record_number", t.digits(dice, 9)), 220)}{item("科室", "Dept.", f("department", dice.choice(("血液内科门诊", "全科门诊", "肾内科门诊", "风湿科门诊"))), 178)}{item("标本", "Specimen", "EDTA全血", 240)}{item("申请医生", "Doctor", f("physician_name", t.doctor(dice)), 220)}{item("诊断", "Diagnosis", f("diagnosis", names[0]), 420)}{item("采集", "Collected", t.show(day, "-") + f" 07:{dice.randint(10, 59)}", 240)}</div>
<div style="display:flex;gap:22px;font-size:13px;margin-top:4px">{table(pairs[:half])}{table(pairs[half:])}</div>
<div style="position:absolute;left:36px;right:36px;bottom:22px;border-top:1px solid #222;padding-top:4px;font-size:12px;display:flex;justify-content:space-between"><span>检验 Tested by: {people.name(dice, "女")}</span><span>审核 Verified by: {people.name(dice, "男")}</span><span>报告时间 Reported: {on("report_date", day, "-", t.clock(dice, True))}</span><span>仅供临床参考 For clinical use only</span></div>""",
        "td{padding:1px 4px}",
        font=dice.choice((HEI, MICRO, SONG)),
        size=13,
        pad="20px 36px",
    )


def _last_time(dice: random.Random) -> str:
    """A browser's print with last time's values in a column of their own and headings of panels between the rows."""
    a = t.who(dice, "浙", 35)
    home, _ = t.house(dice, a.place)
    one, _ = t.ill(dice)
    day = t.date(dice, "2024-06-01")
    before = t.after(day, -dice.randint(28, 190))
    panels = dice.sample(("肝功能", "肾功能", "血糖血脂", "电解质", "凝血"), dice.choice((2, 3)))
    body, n = "", 0
    for p in panels:
        body += f'<tr><td colspan="8" style="background:#f0f3f7;font-weight:600">【{p}】</td></tr>'
        for r, old in zip(_rows(dice, _TESTS[p], "～"), _rows(dice, _TESTS[p]), strict=True):
            n += 1
            red = "color:#c2281f;font-weight:600" if r["flag"] else ""
            body += row(
                r,
                f'<td>{n}</td><td>{r["name"]}</td><td style="{red}">{r["result"]}</td><td style="{red}">{r["flag"] or ""}</td><td style="color:#777">{old["result"]}</td><td>{r["unit"] or ""}</td><td>{r["reference"]}</td><td style="color:#555">{dice.choice(("酶法", "速率法", "比色法", "免疫比浊"))}</td>',
            )
    item: Callable[..., str] = lambda k, v: f'<td style="color:#555;width:74px">{k}</td><td>{v}</td>'
    return page(
        f"""<div style="font-size:11px;color:#666;display:flex;justify-content:space-between"><span>{t.show(t.after(day, 2), "/")} {t.clock(dice)}</span><span>LIS报告查询打印</span></div>
<h1 style="font-size:20px;margin:16px 0 2px">{f("hospital_name", home)}</h1><div class="c" style="font-size:16px;margin-bottom:10px">临床检验中心　检验报告单（{"、".join(panels)}）</div>
<table style="border-top:1px solid #88a;border-bottom:1px solid #88a;font-size:13px"><tr>{item("姓　　名", f("patient_name", a.name))}{item("性　　别", f("sex", a.sex))}{item("年　　龄", f("age", a.age(day), f"{a.age(day)}岁"))}</tr><tr>{item("住 院 号", f("record_number", t.digits(dice, 7, "ZY")))}{item("病　　区", f("department", one.ward))}{item("床　　号", f"{dice.randint(1, 52)}床")}</tr><tr>{item("检验单号", f("report_number", t.digits(dice, 4, f"{day:%Y%m%d}SH")))}{item("标本种类", "静脉血")}{item("送检医生", f("physician_name", t.doctor(dice)))}</tr><tr>{item("采样时间", t.show(day, "-") + " 06:" + f"{dice.randint(10, 59)}")}{item("接收时间", t.show(day, "-") + " 07:" + f"{dice.randint(10, 59)}")}{item("报告时间", on("report_date", day, "-", "10:" + f"{dice.randint(10, 59)}"))}</tr></table>
<table style="font-size:13px;margin-top:8px" class="z"><tr style="border-bottom:1px solid #88a"><th>№</th><th>检验项目</th><th>本次结果</th><th>提示</th><th>上次（{before:%m-%d}）</th><th>单位</th><th>参考区间</th><th>方法</th></tr>{body}</table>
<div style="border-top:1px solid #88a;margin-top:8px;padding-top:6px;font-size:12px;display:flex;justify-content:space-between"><span>检验者：{people.name(dice, "女")}</span><span>审核者：{people.name(dice, "男")}</span><span>备注：轻度溶血</span></div>
<div style="font-size:11px;color:#555">★ 检验结果互认项目标识：HR。如对结果有疑问，请于3日内联系检验科。电话：{t.digits(dice, 8)}</div>""",
        ".z td{padding:2px 5px;border-bottom:1px dotted #ccd}.z th{padding:2px 5px}",
        font=HEI,
        size=14,
        pad="24px 52px",
    )


_URINE = (
    ("尿葡萄糖", ("阴性", "阴性", "2+", "3+"), "阴性"), ("尿蛋白", ("阴性", "阴性", "1+", "2+"), "阴性"), ("尿隐血", ("阴性", "阴性", "±"), "阴性"), ("尿酮体", ("阴性", "阴性", "1+"), "阴性"),
    ("尿胆原", ("正常",), "正常"), ("亚硝酸盐", ("阴性",), "阴性"), ("白细胞酯酶", ("阴性", "阴性", "1+"), "阴性"), ("颜色", ("淡黄色", "黄色"), None),
)  # fmt: skip


def _telephone(dice: random.Random) -> str:
    """A hospital's own page on a telephone: the name over its range, result and arrow at the right edge."""
    a = t.who(dice, "川", 22)
    home, _ = t.house(dice, a.place)
    day = t.date(dice)
    rows: list[Row] = [
        {"name": n, "result": dice.choice(v), "unit": None, "reference": ref, "flag": None}
        for n, v, ref in _URINE
    ]
    rows += _rows(dice, (("尿比重", "SG", 1.015, "", 1.003, 1.03, 3), ("酸碱度", "PH", 6.0, "", 4.5, 8, 1)))
    for r in rows[-2:]:
        number, low, high = float(r["result"] or 0), *(float(x) for x in (r["reference"] or "").split("-"))
        if number > 1.9 * low and low < 2:
            r["result"], number = "1.020", 1.02
        if r["name"] == "尿比重" and number < low:
            r["result"], number = "1.005", 1.005
        r["flag"] = "↑" if number > high else "↓" if number < low else None
    rows += _rows(
        dice, (("红细胞（镜检）", "", 2, "/HP", 0, 3, 0), ("白细胞（镜检）", "", 3, "/HP", 0, 5, 0))
    )
    card: Callable[..., str] = lambda inner: (
        f'<div style="background:#fff;margin:10px 12px;border-radius:8px;padding:10px 16px">{inner}</div>'
    )
    line: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;line-height:1.9"><span style="color:#888;width:86px">{k}</span><span>{v}</span></div>'
    )
    body = "".join(
        row(r, f'<div><div>{r["name"]}</div><div style="font-size:12px;color:#999">{"参考值：" + r["reference"] if r["reference"] else "&nbsp;"}</div></div><div style="text-align:right;{"color:#e5483a" if r["flag"] else ""}">{r["result"]}{" " + r["unit"] if r["unit"] else ""} {r["flag"] or ""}</div>', "div").replace("<div data-row", '<div style="display:flex;justify-content:space-between;align-items:center;padding:5px 0;border-bottom:1px solid #f1f1f1" data-row', 1)
        for r in rows
    )  # fmt: skip
    return page(
        f"""<div style="background:#07a58f;color:#fff;padding:10px 18px 14px"><div style="display:flex;justify-content:space-between;font-size:14px"><span>{t.clock(dice)}</span><span>4G ▂▄▆ {dice.randint(15, 99)}%</span></div><div style="text-align:center;font-size:18px;margin-top:8px">检验报告详情</div></div>
{card(f'<div style="font-size:17px;font-weight:600">尿液分析（干化学+沉渣）</div>{line("就诊人", f("patient_name", a.name) + "　" + f("sex", a.sex) + "　" + f("age", a.age(day), f"{a.age(day)}岁"))}{line("报告编号", f("report_number", t.digits(dice, 11)))}{line("医院名称", f("hospital_name", home))}{line("开单科室", f("department", dice.choice(("肾病内科门诊", "内分泌科门诊", "泌尿外科门诊"))))}{line("开单医生", f("physician_name", t.doctor(dice)))}{line("门诊号", f("record_number", t.digits(dice, 8)))}{line("报告时间", on("report_date", day, "-", t.clock(dice, True)))}')}
{card(f'<div style="display:flex;justify-content:space-between;color:#888;font-size:13px"><span>项目 / 参考值</span><span>结果</span></div>{body}')}
<div style="text-align:center;color:#999;font-size:12px;padding:4px">以上结果仅供参考，请以纸质报告为准</div>""",
        "body{background:#f2f3f5}",
        font=HEI,
        size=15,
        pad="0",
    )


TEMPLATES: dict[str, Template] = {
    "town-lab-needle": Template("lab_report", 794, 720, _needle),
    "town-lab-strip": Template("lab_report", 330, 706, _strip),
    "town-lab-two-languages": Template("lab_report", 900, 500, _two_languages),
    "town-lab-last-time": Template("lab_report", 794, 1123, _last_time),
    "town-lab-telephone": Template("lab_report", 500, 1120, _telephone),
}
