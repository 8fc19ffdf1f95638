"""Laboratory reports: biochemistry, blood count, urine, HbA1c, hepatitis and tumour markers, a gene test, a phone."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, page, row, seal, sign
from benchmarks.reading.templates.develop.people import Person, day, name
from benchmarks.reading.templates.develop.prefecture_base import (
    ZEN,
    at,
    bars,
    clinic,
    clock,
    date,
    digits,
    patient,
    qr,
    written,
)
from benchmarks.reading.templates.develop.vocabulary import DEPARTMENTS, illness

Row = dict[str, str | None]
Test = tuple[str, str, float, str, float, float, int]
_BIO: tuple[Test, ...] = (
    ("ALT", "★丙氨酸氨基转移酶", 28, "U/L", 9, 50, 1), ("AST", "★天门冬氨酸氨基转移酶", 24, "U/L", 15, 40, 1), ("TP", "★总蛋白", 70, "g/L", 65, 85, 1),
    ("ALB", "★白蛋白", 43, "g/L", 40, 55, 1), ("A/G", "白球比", 1.6, "", 1.2, 2.4, 2), ("TBIL", "★总胆红素", 13, "umol/L", 0, 26, 1), ("GGT", "★γ-谷氨酰基转移酶", 32, "U/L", 10, 60, 0),
    ("UREA", "★尿素", 6, "mmol/L", 3.1, 8.0, 2), ("CREA", "★肌酐（酶法）", 80, "umol/L", 57, 97, 1), ("UA", "★尿酸", 350, "umol/L", 208, 428, 0), ("eGFR", "估算肾小球滤过率", 98, "ml/min/1.73㎡", 90, 140, 1),
    ("GLU", "★葡萄糖", 5.5, "mmol/L", 3.9, 6.1, 2), ("TC", "★总胆固醇", 4.7, "mmol/L", 2.8, 5.2, 2), ("TG", "★甘油三酯", 1.4, "mmol/L", 0.56, 1.7, 2), ("LDL-C", "低密度脂蛋白胆固醇", 2.8, "mmol/L", 1.9, 3.4, 2),
    ("K", "★钾", 4.2, "mmol/L", 3.5, 5.3, 2), ("Na", "★钠", 141, "mmol/L", 137, 147, 1), ("Cl", "★氯", 103, "mmol/L", 99, 110, 1), ("Ca", "★钙", 2.3, "mmol/L", 2.11, 2.52, 2), ("CK-MB", "肌酸激酶同工酶", 12, "U/L", 0, 24, 0),
)  # fmt: skip
_BLOOD: tuple[Test, ...] = (
    ("WBC", "白细胞", 6, "10^9/L", 3.5, 9.5, 2), ("NEUT%", "中性粒细胞百分率", 60, "%", 40, 75, 1), ("LYMPH%", "淋巴细胞百分率", 29, "%", 20, 50, 1), ("MONO%", "单核细胞百分率", 6, "%", 3, 10, 1), ("EO%", "嗜酸细胞百分率", 2, "%", 0.4, 8, 1),
    ("BASO%", "嗜碱细胞百分率", 0.5, "%", 0, 1, 1), ("NEUT#", "中性粒细胞数", 3.6, "10^9/L", 1.8, 6.3, 2), ("LYMPH#", "淋巴细胞数", 1.8, "10^9/L", 1.1, 3.2, 2), ("MONO#", "单核细胞数", 0.4, "10^9/L", 0.1, 0.6, 2), ("RBC", "红细胞", 4.6, "10^12/L", 4.3, 5.8, 2),
    ("HGB", "血红蛋白", 139, "g/L", 130, 175, 0), ("HCT", "红细胞压积", 42, "%", 40, 50, 1), ("MCV", "平均红细胞体积", 91, "fL", 82, 100, 1), ("MCH", "平均血红蛋白量", 30, "pg", 27, 34, 1), ("MCHC", "平均血红蛋白浓度", 335, "g/L", 316, 354, 0),
    ("RDW-CV", "红细胞分布宽度", 13, "%", 11, 15, 1), ("PLT", "血小板", 205, "10^9/L", 125, 350, 0), ("MPV", "平均血小板体积", 10, "fL", 7.4, 12.5, 1), ("PCT", "血小板压积", 0.21, "%", 0.11, 0.28, 2), ("CRP", "C反应蛋白(全血)", 4, "mg/L", 0, 10, 2),
)  # fmt: skip


def value(dice: random.Random, test: Test, high: str, low: str, range_: str, spread: float = 0.3) -> Row:
    """A row of a test with a result in or out of its range."""
    _, title, usual, unit, least, most, places = test
    result = (
        f"{usual * dice.choice((1, 1, 1, 1 - spread, 1 + 2 * spread)) * dice.uniform(0.93, 1.07):.{places}f}"
    )
    flag = high if float(result) > most else low if float(result) < least else None
    bounds = range_.format(f"{least:.{places}f}" if least else "0", f"{most:.{places}f}")
    return {"name": title, "result": result, "unit": unit or None, "reference": bounds, "flag": flag}


def who(dice: random.Random, p: Person, when: dt.date) -> dict[str, str]:
    """What every head says of a patient."""
    return {
        "name": f("patient_name", p.name), "sex": f("sex", p.sex), "age": f("age", p.age_on(when), f"{p.age_on(when)}{dice.choice(('岁', ' 岁', ''))}"),
        "room": f("department", dice.choice(DEPARTMENTS)), "doctor": f("physician_name", name(dice, dice.choice("男女"))), "number": f("record_number", digits(dice, dice.choice((6, 8, 10)))),
    }  # fmt: skip


def _biochemistry(dice: random.Random) -> str:
    """A LIS print, one table with codes and methods, labels spread by full-width blanks."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    tests = [t for t in _BIO if dice.random() < 0.8]
    high, low = dice.choice((("↑", "↓"), ("H", "L"), ("▲", "▼")))
    star = dice.random() < 0.5
    rows = ""
    for n, t in enumerate(tests, 1):
        told = value(dice, t, high, low, dice.choice(("{}-{}",)))
        shown = told["name"] or ""
        told["name"] = shown.removeprefix("★")
        cells = f"<td class=c>{n}</td><td>{t[0]}</td><td>{shown if star else told['name']}</td><td class=r>{told['result']}</td><td>{told['flag'] or ''}</td><td>{told['unit'] or ''}</td><td>{told['reference']}</td><td class=m>{dice.choice(('速率法', '酶法', '比色法', '终点法', 'ISE'))}</td>"
        rows += row(told, cells)
    names, _ = illness(dice)
    style = dice.choice("-/.")
    receive = clock(dice, False)
    body = (
        f'<h2 style="font-size:22px;letter-spacing:2px">{f("hospital_name", house)}检验报告单</h2><div style="position:absolute;right:44px;top:30px;font-size:11px;text-align:center">{bars(dice, 130, 26)}<br>{digits(dice, 12)}</div>'
        f'<div style="font-size:12px;margin-top:4px">标本类型：血清　　报告单号：{f("report_number", "G" + digits(dice, 7))}　　标本性状：{dice.choice(("合格", "轻度溶血", "脂血+"))}</div>'
        f"<table class=h><tr><td>姓　　名：{w['name']}</td><td>病人类别：{dice.choice(('住院', '门诊'))}</td><td>科　　室：{w['room']}</td><td>样 本 号：{dice.randint(1, 400):04d}</td></tr><tr><td>性　　别：{w['sex']}</td><td>住 院 号：{w['number']}</td><td>床　　号：{dice.choice(('', f'{dice.randint(1, 50)}床'))}</td><td>送检医生：{w['doctor']}</td></tr>"
        f"<tr><td>年　　龄：{w['age']}</td><td>费　　别：{f('insurance_type', p.insurance, {'employee': '职工医保', 'resident': '居民医保'}[p.insurance])}</td><td colspan=2>临床诊断：{fs('diagnosis', names[:1])}</td></tr></table>"
        f"<table class=d><tr><th>№</th><th>代号</th><th>项目名称</th><th class=r>结果</th><th></th><th>单位</th><th>参考区间</th><th>方法</th></tr>{rows}</table>"
        f'<div style="position:absolute;left:44px;right:44px;bottom:34px;font-size:12px"><div style="border-top:1.5px solid #000;padding-top:5px;display:flex;justify-content:space-between"><span>采样时间：{written(when, style)} {dice.randint(6, 7):02d}:1{dice.randint(0, 9)}</span><span>接收时间：{written(when, style)} {receive}</span><span>报告时间：{date("report_date", when + dt.timedelta(days=dice.choice((0, 0, 1))), style, clock(dice, False))}</span></div>'
        f'<div style="display:flex;justify-content:space-between"><span>检验仪器：全自动生化分析仪 AU{dice.randint(50, 59)}00</span><span>检验者：{sign("lab", name(dice, "女"), dice, 80)}</span><span>审核者：{sign("lab", name(dice, "男"), dice, 80)}</span></div><div style="font-size:11px">★为{p.place.province}临床检验结果互认项目　※本报告仅对该标本负责，结果供临床医师参考</div></div>'
    )
    css = ".h{border-top:1.5px solid #000;border-bottom:1.5px solid #000;margin:3px 0}.h td{padding:1px 2px;font-size:13px}.d th{border-bottom:1px solid #000;padding:2px 4px}.d td{padding:0 4px;line-height:22px}.m{color:#333;font-size:11px}"
    return page(body, css, dice.choice((SONG, ZEN)), 13, "30px 44px").replace(
        'data-signature="lab|present"', 'data-handwritten="1"'
    )


def _blood(dice: random.Random) -> str:
    """A half sheet, two columns side by side, histograms below, everything small."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    high, low = dice.choice((("↑", "↓"), ("H", "L")))
    bounds = dice.choice(("{}-{}", "{}~{}", "{}--{}"))
    tests = [value(dice, t, high, low, bounds) for t in _BLOOD[: dice.choice((18, 20, 20, 16))]]
    codes = dice.random() < 0.5

    def column(some: list[Row]) -> str:
        return "".join(
            row(
                t,
                f"<td>{t['name']}</td><td class=r>{t['result']}</td><td style='width:14px'>{t['flag'] or ''}</td><td>{t['reference']}</td><td>{t['unit'] or ''}</td>",
            )
            for t in some
        )

    half = (len(tests) + 1) // 2
    head = "<tr><th>项目</th><th class=r>结果</th><th></th><th>参考值</th><th>单位</th></tr>"

    def curve(x: float, t: str) -> str:
        return at(
            x,
            396,
            f'<svg width="150" height="50"><path d="M0 48 Q {dice.randint(20, 40)} {dice.randint(-30, 10)} 60 40 T 150 47" fill="none" stroke="#333"/><path d="M0 0V49H150" fill="none" stroke="#000"/></svg><div style="font-size:9px;text-align:center">{t}</div>',
        )

    style = dice.choice(("-", "/1", "年"))
    title = dice.choice(("检验科报告单", "血细胞分析报告单", "检验报告（血常规）"))
    body = (
        f'<div style="display:flex;justify-content:space-between;align-items:flex-end"><span style="font-size:11px">{dice.choice(("急诊", "门诊", "体检"))}<br>NO.{dice.randint(1, 300)}</span><div class=c><div style="font-size:18px;font-weight:600">{f("hospital_name", house)}</div><div style="font-size:15px">{title}</div></div>{qr(dice, 46)}</div>'
        f'<div class=h><span>姓名 <u>{w["name"]}</u></span><span>性别 <u>{w["sex"]}</u></span><span>年龄 <u>{w["age"]}</u></span><span>门诊号 <u>{w["number"]}</u></span><span>科别 <u>{w["room"]}</u></span><span>标本 <u>{"EDTA抗凝血" if codes else "静脉血"}</u></span><span>申请医师 <u>{w["doctor"]}</u></span><span>备注 <u>　　　　</u></span></div>'
        f'<div style="display:flex;gap:18px"><table>{head}{column(tests[:half])}</table><table>{head}{column(tests[half:])}</table></div>'
        + curve(60, "WBC") + curve(300, "RBC") + curve(540, "PLT")
        + f'<div style="position:absolute;left:30px;right:30px;bottom:16px;border-top:1px solid #000;display:flex;justify-content:space-between;font-size:11px;padding-top:3px"><span>采集 {written(when, style)}</span><span>报告日期 {date("report_date", when, style, clock(dice))}</span><span>检验 {name(dice, "女")}</span><span>审核 {name(dice, "女")}</span><span>此结果仅对本次标本负责!</span></div>'
    )  # fmt: skip
    css = ".h{border-top:1px solid #000;border-bottom:1px solid #000;margin:4px 0;padding:3px 0;display:grid;grid-template-columns:1.1fr .8fr 1.2fr 1.3fr;gap:2px 8px;font-size:12px}td,th{padding:0 3px;font-size:11.5px;line-height:21px;white-space:nowrap}th{border-bottom:1px solid #000}"
    return page(body, css, dice.choice((HEI, SONG, MICRO)), 12, "16px 30px")


def _urine(dice: random.Random) -> str:
    """Qualitative results in brackets and pluses, sediment counts, two blocks one under the other."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)

    def plus() -> str:
        return dice.choice(("阴性(-)", "阴性(-)", "阴性(-)", "1+", "2+", "±", "3+"))

    dry = [{"name": n, "result": plus(), "unit": None, "reference": "阴性", "flag": None} for n in ("尿胆原", "胆红素", "酮体", "隐血", "蛋白质", "亚硝酸盐", "白细胞酯酶", "葡萄糖")]  # fmt: skip
    for t in dry:
        t["flag"] = "*" if "-" not in str(t["result"]) else None
    dry += [
        {"name": "颜色", "result": dice.choice(("淡黄色", "黄色")), "unit": None, "reference": "淡黄色", "flag": None},
        {"name": "透明度", "result": dice.choice(("清晰", "微浑")), "unit": None, "reference": "清晰", "flag": None},
        {"name": "比重", "result": f"1.0{dice.choice(('05', '10', '15', '20', '25'))}", "unit": None, "reference": "1.003-1.030", "flag": None},
        {"name": "酸碱度", "result": dice.choice(("5.5", "6.0", "6.5", "7.0")), "unit": None, "reference": "4.5-8.0", "flag": None},
    ]  # fmt: skip
    wet = [value(dice, t, "↑", "↓", "{}-{}", 0.5) for t in (("", "红细胞计数", 9, "个/μL", 0, 17, 0), ("", "白细胞计数", 11, "个/μL", 0, 28, 0), ("", "上皮细胞", 6, "个/μL", 0, 30, 0), ("", "管型", 0.4, "/LPF", 0, 1, 2), ("", "尿微量白蛋白/肌酐", 22, "mg/g", 0, 30, 1))]  # fmt: skip

    def lines(some: list[Row]) -> str:
        return "".join(
            row(
                t,
                f"<td>{t['name']}</td><td class=c>{t['result']}</td><td class=c>{t['flag'] or ''}</td><td class=c>{t['reference']}</td><td class=c>{t['unit'] or '-'}</td>",
            )
            for t in some
        )

    style = dice.choice(("年0", "-", "."))
    body = (
        f'<div class=c style="font-size:20px;letter-spacing:4px">{f("hospital_name", house)}</div><div class=c style="font-size:17px">尿液分析报告单</div><table class=g><tr><td>姓名</td><td>{w["name"]}</td><td>性别</td><td>{w["sex"]}</td><td>年龄</td><td>{w["age"]}</td></tr><tr><td>病历号</td><td>{w["number"]}</td><td>病区/科室</td><td>{w["room"]}</td><td>床号</td><td>{dice.choice(("", "+3", str(dice.randint(1, 40))))}</td></tr><tr><td>标本种类</td><td>{dice.choice(("晨尿", "随机尿"))}</td><td>开单医生</td><td>{w["doctor"]}</td><td>检验编号</td><td>{dice.randint(1, 99)}</td></tr></table>'
        f"<div class=b style='margin-top:10px'>一、干化学检查</div><table class=k><tr><th>检验项目</th><th class=c>结果</th><th class=c>提示</th><th class=c>参考值</th><th class=c>单位</th></tr>{lines(dry)}</table><div class=b style='margin-top:10px'>二、有形成分分析</div><table class=k>{lines(wet)}</table>"
        f'<div style="margin-top:10px">镜检所见：{dice.choice(("", "未见异常", "RBC 2-4/HP　WBC 0-2/HP"))}</div><div style="margin-top:14px;display:grid;grid-template-columns:1fr 1fr"><span>送检日期：{written(when, style)}</span><span>报告日期：{date("report_date", when, style)}</span><span>检验师：{name(dice, "女")}</span><span>核对者：{name(dice, "女")}</span></div>'
        + (seal(house, "检验专用章", size=116, at=(390, 660), turn=dice.uniform(-12, 12), ink=0.6) if dice.random() < 0.6 else "")
    )  # fmt: skip
    return page(body, ".k{border-top:1px solid #000;border-bottom:1px solid #000}.k td,.k th{padding:1px 6px}.k td:first-child{width:32%}", dice.choice((SONG, HEI)), 13, "34px 36px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "prefecture-lab_report-coded-biochemistry": Template("lab_report", 794, 790, _biochemistry),
    "prefecture-lab_report-halfsheet-blood": Template("lab_report", 760, 510, _blood),
    "prefecture-lab_report-urine": Template("lab_report", 559, 794, _urine),
}
