"""Laboratory reports of one kind each: HbA1c with its chromatogram, hepatitis and tumour markers, genes, a phone."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, page, row, seal
from benchmarks.reading.templates.develop.people import day, name
from benchmarks.reading.templates.develop.prefecture_base import (
    ZEN,
    bars,
    clinic,
    clock,
    date,
    digits,
    patient,
    written,
)
from benchmarks.reading.templates.develop.prefecture_lab import Row, Test, value, who
from benchmarks.reading.templates.develop.vocabulary import illness


def _hba1c(dice: random.Random) -> str:
    """One test, its chromatogram and the table of peaks, which are no tests."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    percent = round(dice.uniform(4.6, 12.4), 1)
    arrow = "↑" if percent > 6 else None
    a: Row = {
        "name": dice.choice(("糖化血红蛋白A1c", "糖化血红蛋白(HbA1c)")),
        "result": f"{percent:.1f}",
        "unit": "%",
        "reference": dice.choice(("4.0-6.0", "4.0～6.0")),
        "flag": arrow,
    }
    b: Row = {
        "name": dice.choice(("糖化血红蛋白(IFCC)", "HbA1c(IFCC单位)")),
        "result": f"{(percent - 2.15) * 10.929:.0f}",
        "unit": "mmol/mol",
        "reference": "20-42",
        "flag": arrow,
    }
    c: Row = {
        "name": "估算平均血糖(eAG)",
        "result": f"{1.59 * percent - 2.59:.1f}",
        "unit": "mmol/L",
        "reference": None,
        "flag": None,
    }
    rows = "".join(row(t, f"<td>{t['name']}</td><td class=r><b>{t['result']}</b></td><td>{t['flag'] or ''}</td><td>{t['unit']}</td><td>{t['reference'] or ''}</td>") for t in [a, b, c][: dice.randint(1, 3)])  # fmt: skip
    peaks = "".join(f"<tr><td>{n}</td><td class=r>{t:.2f}</td><td class=r>{dice.randint(9000, 990000)}</td><td class=r>{v:.1f}</td></tr>" for n, t, v in (("A1a", 0.21, 0.8), ("A1b", 0.32, 1.1), ("F", 0.45, 0.4), ("LA1c", 0.58, 2.0), ("SA1c", 0.71, percent), ("A0", 1.42, 95 - percent)))  # fmt: skip
    curve = f"M40 150 L70 148 Q80 120 88 147 L110 146 Q118 {dice.randint(100, 130)} 126 145 L170 144 Q186 {int(140 - percent * 7)} 204 143 L250 140 Q292 -90 330 146 L400 150"
    style = dice.choice("-/年")
    body = (
        f'<div style="border:1.5px solid #000;padding:14px 20px;height:100%"><div class=c style="font-size:19px">{f("hospital_name", house)}　检验科</div><div class=c style="font-size:15px;letter-spacing:2px;margin-bottom:8px">糖化血红蛋白测定报告（高效液相色谱法）</div>'
        f"<table class=h><tr><td class=k>病人姓名<br>{w['name']}</td><td class=k>性别<br>{w['sex']}</td><td class=k>年龄<br>{w['age']}</td><td class=k>门诊/住院号<br>{w['number']}</td><td class=k>就诊科室<br>{w['room']}</td></tr><tr><td class=k>申请医生<br>{w['doctor']}</td><td class=k>标本编号<br>{digits(dice, 5)}</td><td class=k>标本<br>全血</td><td class=k>采集日期<br>{written(when, style)}</td><td class=k>报告日期<br>{date('report_date', when + dt.timedelta(days=dice.randint(0, 2)), style)}</td></tr></table>"
        f'<table class=t style="margin-top:10px"><tr><th>检验项目</th><th class=r>测定值</th><th></th><th>单位</th><th>参考范围</th></tr>{rows}</table>'
        f'<div style="display:flex;gap:20px;margin-top:14px;align-items:center"><svg width="410" height="168" style="border:1px solid #999"><path d="M36 6V152H404" fill="none" stroke="#000"/><path d="{curve}" fill="none" stroke="#124"/></svg><table style="width:230px;font-size:11px"><tr><th>峰名</th><th class=r>时间</th><th class=r>面积</th><th class=r>%</th></tr>{peaks}</table></div>'
        f'<div style="font-size:11px;margin-top:12px">说明：1.糖化血红蛋白反映近2～3个月平均血糖水平。2.糖尿病患者控制目标一般为＜7.0%。3.溶血性贫血、异常血红蛋白病、近期输血者结果仅供参考。</div>'
        f'<div style="display:flex;justify-content:space-between;margin-top:14px"><span>检测者：{name(dice, "女")}</span><span>审核者：{name(dice, "男")}</span><span>打印时间：{written(when + dt.timedelta(days=3), style)} {clock(dice, False)}</span></div></div>'
    )
    css = ".h{border:1px solid #777}.k{border:1px solid #777;line-height:1.5;font-size:12.5px}.t{border-top:2px solid #000;border-bottom:2px solid #000}.t th{border-bottom:1px solid #000}"
    return page(body, css, dice.choice((SONG, HEI, ZEN)), 13, "26px 30px")


_VIRUS = (
    ("乙肝病毒表面抗原(HBsAg)", "IU/mL", "<0.05", 0.05), ("乙肝病毒表面抗体(抗-HBs)", "mIU/mL", "<10", 10), ("乙肝病毒e抗原(HBeAg)", "S/CO", "<1.0", 1),
    ("乙肝病毒e抗体(抗-HBe)", "S/CO", ">1.0", -1), ("乙肝病毒核心抗体(抗-HBc)", "S/CO", "<1.0", 1), ("丙型肝炎抗体(抗-HCV)", "S/CO", "<1.0", 1), ("乙肝病毒前S1抗原", "S/CO", "<1.0", 1),
)  # fmt: skip
_TUMOUR: tuple[tuple[str, str, float], ...] = (
    ("甲胎蛋白", "ng/mL", 7), ("癌胚抗原", "ng/mL", 5), ("糖类抗原19-9", "U/mL", 37), ("糖类抗原125", "U/mL", 35), ("糖类抗原15-3", "U/mL", 25),
    ("糖类抗原72-4", "U/mL", 6.9), ("细胞角蛋白19片段", "ng/mL", 3.3), ("神经元特异性烯醇化酶", "ng/mL", 16.3), ("铁蛋白", "ng/mL", 400), ("总前列腺特异性抗原", "ng/mL", 4),
)  # fmt: skip


def _immune(dice: random.Random) -> str:
    """Two groups in one frame, limits as <x, the arrow before the result, a word for the result beneath."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    word = dice.random() < 0.5
    rows = ""
    for title, unit, limit, edge in _VIRUS[: dice.choice((5, 5, 6, 7))]:
        top = dice.random() < 0.4
        v = abs(edge) * (dice.uniform(1.3, 250) if top else dice.uniform(0.02, 0.8))
        positive = top if edge > 0 else not top
        told: Row = {
            "name": title,
            "result": f"{v:.2f}" + (f" {'阳性' if positive else '阴性'}" if word else ""),
            "unit": unit,
            "reference": limit,
            "flag": None if not positive else "↑" if edge > 0 else "↓",
        }
        rows += row(
            told,
            f"<td>{title}</td><td class=c>{told['flag'] or ''}</td><td>{told['result']}</td><td>{unit}</td><td>{limit}</td><td>化学发光法</td>",
        )
    marks = ""
    for title, unit, edge in dice.sample(_TUMOUR, dice.randint(3, 8)):
        if title.startswith("总前列腺") and p.sex == "女":
            continue
        v = edge * dice.choice((0.2, 0.5, 0.8, 0.4, 3.1, 12)) * dice.uniform(0.8, 1.2)
        told = {
            "name": title,
            "result": f"{v:.2f}",
            "unit": unit,
            "reference": f"0-{edge:g}",
            "flag": "↑" if v > edge else None,
        }
        marks += row(
            told,
            f"<td>{title}</td><td class=c>{told['flag'] or ''}</td><td>{told['result']}</td><td>{unit}</td><td>{told['reference']}</td><td>电化学发光</td>",
        )
    names, _ = illness(dice)
    style = dice.choice(("-", "年0", "."))
    late = when + dt.timedelta(days=dice.randint(0, 2))
    body = (
        f'<div style="display:flex;align-items:center;gap:14px"><div style="width:44px;height:44px;border-radius:50%;border:3px double #2a6;color:#2a6;text-align:center;line-height:36px;font-size:22px">＋</div><div><div style="font-size:20px;font-weight:600">{f("hospital_name", house)}</div><div style="font-size:10px;color:#666">{dice.choice(("医学检验中心", "LABORATORY MEDICINE", "核医学与免疫实验室"))}</div></div><div style="margin-left:auto;font-size:18px">临床免疫检验报告</div></div>'
        f'<table class=g style="margin-top:10px"><tr><td colspan=2>姓名：{w["name"]}</td><td>性别：{w["sex"]}</td><td>年龄：{w["age"]}</td><td colspan=2>ID号：{w["number"]}</td></tr><tr><td colspan=2>科室：{w["room"]}</td><td colspan=2>医生：{w["doctor"]}</td><td colspan=2>诊断：{fs("diagnosis", names[:2], "；")}</td></tr><tr><td colspan=4>检验目的：乙肝五项(定量)＋肿瘤标志物</td><td colspan=2>标本：血清</td></tr></table>'
        f"<table class='g z' style='margin-top:-1px'><tr><th>检验项目</th><th></th><th>结果</th><th>单位</th><th>参考值</th><th>检测方法</th></tr><tr><td colspan=6 class=q>〖感染性标志物〗</td></tr>{rows}<tr><td colspan=6 class=q>〖肿瘤标志物〗</td></tr>{marks}</table>"
        f'<div style="margin-top:8px">备注：{dice.choice(("", "已复查", "建议复查并结合临床"))}</div><div style="display:grid;grid-template-columns:1fr 1fr 1fr;margin-top:8px;font-size:12px"><span>采样者：{name(dice, "女")}</span><span>采样时间：{written(when, style)}</span><span>接收者：{dice.choice(("", name(dice, "男")))}</span><span>检验者：{name(dice, "女")}</span><span>审核者：{name(dice, "女")}</span><span>审核日期：{date("report_date", late, style)}</span></div>'
        f'<div style="position:absolute;bottom:30px;left:54px;right:54px;font-size:10px;color:#555;border-top:1px solid #999">本报告仅对送检标本负责，如有疑问请于三日内与检验科联系，电话：{digits(dice, 8, "8")[:8]}。第 1 页 共 1 页</div>'
        + (seal(house, "检验报告专用", shape="ellipse", size=140, at=(560, 690), turn=dice.uniform(-9, 9), ink=0.6) if dice.random() < 0.5 else "")
    )  # fmt: skip
    return page(body, ".z td{border-top:0!important;border-bottom:1px dotted #999!important}.q{background:#eef5f0;font-weight:600}", dice.choice((HEI, MICRO)), 13, "44px 54px")  # fmt: skip


def _gene(dice: random.Random) -> str:
    """An outside laboratory's gene test sent in by a hospital: genes down, no ranges."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice, "2022-01-05")
    w = who(dice, p, when)
    sort = dice.randrange(3)
    title, note, tests = (
        ("人类EGFR/ALK/ROS1基因突变检测报告", "检出突变者可能对相应靶向药物敏感。", [("EGFR 19号外显子缺失", "19del"), ("EGFR 21号外显子", "L858R"), ("EGFR 20号外显子", "T790M"), ("ALK融合基因", "EML4-ALK"), ("ROS1融合基因", "CD74-ROS1"), ("KRAS 2号外显子", "G12C")]),
        ("BCR-ABL融合基因定性检测报告", "阳性提示存在费城染色体，请结合骨髓形态学判断。", [("BCR-ABL p210", "e13a2"), ("BCR-ABL p190", "e1a2"), ("BCR-ABL p230", "e19a2"), ("JAK2 V617F突变", "c.1849G>T")]),
        ("CYP2C19及HLA-B*27基因分型检测报告", "中间代谢型或慢代谢型建议更换抗血小板药物。", [("CYP2C19*2", "c.681G>A"), ("CYP2C19*3", "c.636G>A"), ("CYP2C19*17", "c.-806C>T"), ("HLA-B*27", "PCR"), ("SLCO1B1*5", "c.521T>C")]),
    )[sort]  # fmt: skip
    rows = ""
    for gene, site in tests:
        result = dice.choice(("未检出", "未检出", "检出突变")) if sort == 0 else dice.choice(("阴性", "阴性", "阳性")) if sort == 1 else dice.choice(("野生型(*1/*1)", "杂合突变", "纯合突变"))  # fmt: skip
        if gene == "HLA-B*27":
            result = dice.choice(("阴性", "阳性"))
        told: Row = {"name": gene, "result": result, "unit": None, "reference": None, "flag": None}
        rows += row(told, f"<td>{gene}</td><td class=c>{site}</td><td class=c>{result}</td>")
    lab = f"{p.place.city.removesuffix('市')}{dice.choice(('金诺', '安序', '迪恩', '华瑞'))}医学检验实验室"
    style = dice.choice(("-", "年"))
    pairs = (
        ("受检者姓名", w["name"]), ("性　　别", w["sex"]), ("年　　龄", w["age"]), ("送检单位", f("hospital_name", house)), ("送检科室", w["room"]), ("送检医师", w["doctor"]),
        ("病 历 号", w["number"]), ("联系电话", f("phone", p.phone) if dice.random() < 0.4 else "/"), ("样本类型", dice.choice(("石蜡切片", "外周血(EDTA)", "骨髓"))), ("样本编号", "S" + digits(dice, 9)), ("采样日期", written(when - dt.timedelta(days=5), style)), ("到样日期", written(when - dt.timedelta(days=3), style)),
    )  # fmt: skip
    grid = "".join(f"<div><b>{k}</b>　{v}</div>" for k, v in pairs)
    tint = dice.choice(("#0b5fa5", "#00796b", "#5b3a8c"))
    body = (
        f'<div style="display:flex;justify-content:space-between;border-bottom:3px solid {tint};padding-bottom:6px;color:{tint}"><b style="font-size:17px">{lab}</b><span style="font-size:11px;text-align:right">Report No. {f("report_number", "MG" + digits(dice, 10))}<br>{bars(dice, 130, 18)}</span></div>'
        f'<h1 style="font-size:22px;margin:22px 0 16px">{title}</h1><div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:7px 14px;background:#f4f7fa;padding:12px 14px;font-size:12.5px">{grid}</div>'
        f'<div class=t>临床诊断</div><div>{f("diagnosis", ("右肺腺癌", "慢性髓系白血病", dice.choice(("冠心病", "强直性脊柱炎", "脑梗死")))[sort])}</div><div class=t>检测结果</div><table class=g><tr style="background:{tint};color:#fff"><th class=c>检测基因/位点</th><th class=c>变异类型</th><th class=c>检测结果</th></tr>{rows}</table>'
        f'<div class=t>结果说明</div><div style="text-indent:2em">{note}本检测采用荧光定量PCR法，检测灵敏度为1%。阴性结果不能排除低于检测下限的变异存在。</div><div class=t>检测方法及局限性</div><div style="text-indent:2em;font-size:12px;color:#444">本检测结果仅对本次送检样本负责，受样本质量、肿瘤细胞含量等因素影响；用药决策须由临床医师综合判断。本实验室已通过国家卫生健康委临床检验中心室间质量评价。</div>'
        f'<div style="display:flex;justify-content:space-between;margin-top:46px"><span>检测人：{name(dice, "女")}</span><span>审核人：{name(dice, "男")}</span><span>报告日期：{date("report_date", when, style)}</span></div>'
        f'<div style="position:absolute;bottom:30px;left:60px;right:60px;border-top:1px solid {tint};font-size:10px;color:#666;display:flex;justify-content:space-between"><span>地址：{p.place.city}高新区创业路{dice.randint(2, 90)}号生物医药园{dice.randint(1, 9)}栋</span><span>客服热线：400-{digits(dice, 3)}-{digits(dice, 4)}</span><span>第1页/共1页</span></div>'
        + seal(lab, "检测报告专用章", size=136, at=(540, 760), turn=dice.uniform(-12, 12), ink=0.6)
    )
    return page(body, f".t{{font-weight:600;color:{tint};border-left:4px solid {tint};padding-left:8px;margin:16px 0 6px}}", dice.choice((HEI, SONG)), 13, "44px 60px")  # fmt: skip


_SLIP: tuple[Test, ...] = (
    ("", "肌酐", 82, "μmol/L", 57, 97, 1), ("", "尿素", 6.2, "mmol/L", 3.1, 8, 2), ("", "尿酸", 350, "μmol/L", 208, 428, 1), ("", "空腹血糖", 5.6, "mmol/L", 3.9, 6.1, 2), ("", "甘油三酯", 1.5, "mmol/L", 0.4, 1.7, 2),
    ("", "总胆固醇", 4.6, "mmol/L", 2.8, 5.2, 2), ("", "促甲状腺激素(TSH)", 2.2, "mIU/L", 0.27, 4.2, 3), ("", "游离甲状腺素(FT4)", 15, "pmol/L", 12, 22, 2), ("", "同型半胱氨酸", 11, "μmol/L", 0, 15, 1), ("", "B型钠尿肽前体", 90, "pg/mL", 0, 125, 1),
)  # fmt: skip


def _phone(dice: random.Random) -> str:
    """A report in a hospital's app: each test a card, the range small beneath its name, the flag a pill."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice, "2023-01-05")
    w = who(dice, p, when)
    rows = ""
    for t in dice.sample(_SLIP, dice.randint(4, 8)):
        told = value(dice, t, "偏高", "偏低", dice.choice(("{}-{}",)))
        pill = f'<span style="background:#fdeaea;color:#e43;border-radius:4px;font-size:11px;padding:1px 5px;margin-left:6px">{told["flag"]}</span>' if told["flag"] else ""  # fmt: skip
        rows += row(told, f'<div><div style="font-size:15px">{told["name"]}</div><div style="color:#999;font-size:12px">参考值 {told["reference"]}</div></div><div style="text-align:right"><span style="font-size:17px;color:{"#e43" if pill else "#222"}">{told["result"]}</span> <span style="color:#999;font-size:12px">{told["unit"]}</span>{pill}</div>', "section")  # fmt: skip
    hue = dice.choice(("#2f7bf6", "#13b3a4", "#3d6cb9"))
    body = (
        f'<div style="padding:10px 20px;display:flex;justify-content:space-between;font-size:13px"><b>{clock(dice, False)}</b><span>{dice.choice(("5G", "4G"))}　▮ {dice.randint(9, 99)}</span></div><div style="text-align:center;font-size:17px;padding:6px;position:relative"><span style="position:absolute;left:16px">〈</span>报告详情<span style="position:absolute;right:16px;font-size:14px;color:#666">分享</span></div>'
        f'<div style="background:{hue};color:#fff;border-radius:12px;margin:10px 14px;padding:14px 16px"><div style="font-size:19px">{w["name"]}　<span style="font-size:14px">{w["sex"]}｜{f("age", p.age_on(when), f"{p.age_on(when)}岁")}</span></div><div style="font-size:13px;opacity:.95">{dice.choice(("就诊号", "门诊号", "病历号"))} {w["number"]}</div><div style="font-size:13px">{f("hospital_name", house)} · {w["room"]}</div></div>'
        f'<div style="background:#fff;border-radius:12px;margin:10px 14px;padding:12px 16px;font-size:14px;line-height:1.9"><b>{dice.choice(("生化常规", "血清检验", "组合检验"))}</b><br><span class=k>开单医生</span>{w["doctor"]}<br><span class=k>采样时间</span>{written(when, "-")} 07:{dice.randint(10, 59)}<br><span class=k>报告时间</span>{date("report_date", when, "-", clock(dice))}</div>'
        f'<div style="background:#fff;border-radius:12px;margin:10px 14px;padding:4px 16px">{rows}</div><div style="text-align:center;color:#aaa;font-size:11px;padding:8px 40px;line-height:1.5">本结果仅供参考，不作为诊断依据，请以医院纸质报告为准</div>'
    )
    return page(body, "body{background:#f2f4f7!important}section{display:flex;justify-content:space-between;align-items:center;padding:8px 0;border-bottom:1px solid #eee;line-height:1.4}.k{color:#999;margin-right:14px}", dice.choice((HEI, MICRO, ZEN)), 14, "0")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "prefecture-lab_report-hba1c-chromatogram": Template("lab_report", 794, 620, _hba1c),
    "prefecture-lab_report-hepatitis-tumour": Template("lab_report", 794, 1000, _immune),
    "prefecture-lab_report-outside-gene": Template("lab_report", 794, 1123, _gene),
    "prefecture-lab_report-phone-cards": Template("lab_report", 390, 900, _phone),
}
