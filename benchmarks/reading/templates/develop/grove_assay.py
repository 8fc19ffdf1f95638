"""Assays: a carbon half sheet, a urine and serology sheet, a contract laboratory's report, and a pathology report."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import (
    MATRIX,
    Template,
    clock,
    d,
    day,
    digits,
    doctor,
    local,
    short,
    spaced,
)
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, row, seal, sign

CHEM = (
    ("ALT", "谷丙转氨酶", 26, "U/L", "0", "40", 1), ("AST", "谷草转氨酶", 25, "U/L", "0", "40", 1), ("TBIL", "总胆红素", 12.4, "umol/L", "5.1", "19.0", 2),
    ("DBIL", "直接胆红素", 3.9, "umol/L", "0", "6.8", 2), ("TP", "总蛋白", 70.3, "g/L", "60", "83", 1), ("ALB", "白蛋白", 41.2, "g/L", "35", "55", 1),
    ("A/G", "白球比", 1.5, "", "1.2", "2.4", 2), ("ALP", "碱性磷酸酶", 88, "U/L", "40", "150", 0), ("GGT", "谷氨酰转肽酶", 35, "U/L", "11", "50", 0),
    ("TBA", "总胆汁酸", 4.6, "umol/L", "0", "10", 1), ("BUN", "尿素氮", 5.8, "mmol/L", "2.9", "8.2", 2), ("CREA", "肌酐", 90, "umol/L", "44", "133", 1),
    ("UA", "尿酸", 350, "umol/L", "155", "428", 0), ("GLU", "血糖", 6.2, "mmol/L", "3.89", "6.11", 2), ("TG", "甘油三酯", 1.5, "mmol/L", "0.4", "1.86", 2),
    ("CHOL", "总胆固醇", 4.9, "mmol/L", "3.1", "5.7", 2), ("HDL-C", "高密度脂蛋白", 1.3, "mmol/L", "0.9", "2.0", 2), ("LDL-C", "低密度脂蛋白", 2.8, "mmol/L", "0", "3.37", 2),
    ("K", "钾", 4.0, "mmol/L", "3.5", "5.5", 2), ("Na", "钠", 140, "mmol/L", "135", "145", 1), ("CK-MB", "肌酸激酶同工酶", 14, "U/L", "0", "25", 1), ("HCY", "同型半胱氨酸", 12, "umol/L", "0", "15", 1),
)  # fmt: skip


def _half(dice: random.Random) -> str:
    p = local(dice, "川")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "中医医院", "南坝镇中心卫生院"))
    n = dice.randint(5, 10) * 2
    picked = sorted(dice.sample(range(len(CHEM)), n))
    up, down = dice.choice((("↑", "↓"), ("H", "L"), ("↑", "↓")))
    cells = []
    for i, j in enumerate(picked, 1):
        code, name, usual, unit, low, high, places = CHEM[j]
        v = usual * dice.choice((1, 1, 1, 1.7, 0.55)) * dice.uniform(0.92, 1.08)
        text = f"{v:.{places}f}"
        flag = up if float(text) > float(high) else down if float(text) < float(low) else None
        ref = f"{low}--{high}"
        cells.append(row({"name": name, "result": text, "unit": unit, "reference": ref, "flag": flag}, f'<i style="width:19px">{i}</i><i style="width:46px">{code}</i><i style="width:98px">{name}</i><i style="width:46px;text-align:right">{text}</i><i style="width:18px;text-align:center">{flag or ""}</i><i style="width:52px">{unit}</i><i>{ref}</i>', "div"))  # fmt: skip
    head = '<div style="border-bottom:1px solid #000"><i style="width:19px">№</i><i style="width:46px">代号</i><i style="width:98px">项目</i><i style="width:46px;text-align:right">结果</i><i style="width:18px"></i><i style="width:52px">单位</i><i>参考值</i></div>'
    columns = f'<div style="display:flex;gap:10px;border-top:2px solid #000;border-bottom:1px solid #000"><div style="flex:1">{head}{"".join(cells[: n // 2])}</div><div style="flex:1;border-left:1px solid #000;padding-left:8px">{head}{"".join(cells[n // 2 :])}</div></div>'
    w = 150

    def k(a: Any, b: Any, width: int = w) -> str:
        return f'<span style="display:inline-block;width:{width}px">{a}:{b}</span>'

    ward = dice.random() < 0.5
    body = f"""
    <div class="c" style="font-size:20px;letter-spacing:2px">{f("hospital_name", hosp)}检验报告单</div>
    <div style="display:flex;justify-content:space-between;font-size:12px"><span>标本种类：血清</span><span>样本号：{when:%Y%m%d}G{dice.randint(1, 180):04d}</span><span>报告单号：{f("report_number", digits(dice, 10))}</span></div>
    <div style="line-height:1.7">{k("姓　名", f("patient_name", p.name, spaced(p.name)))}{k("性　别", f("sex", p.sex))}{k("年　龄", f("age", p.age_on(when), f"{p.age_on(when)} 岁"))}{k("科　别", f("department", dice.choice(("内一科", "内二病区", "门诊内科", "体检科"))), 170)}<br>{k("住院号" if ward else "门诊号", f("record_number", digits(dice, 8)))}{k("床　号", f"{dice.randint(1, 60)}床" if ward else "")}{k("费　别", dice.choice(("医保", "自费", "")))}{k("诊　断", f("diagnosis", dice.choice(("高血压", "冠心病", "糖尿病", "肝硬化"))) if dice.random() < 0.7 else "", 170)}</div>
    {columns}
    <div style="font-size:12.5px;margin-top:3px">备注：<br>送检医生:{f("physician_name", doctor(dice))}　采样时间:{when:%y-%m-%d} {clock(dice)}　接收时间:{when:%y-%m-%d} {clock(dice)}　报告日期:{d("report_date", when, "-", " " + clock(dice))}<br>检验者:{doctor(dice)}　　审核者:{doctor(dice)}　　<b>此结果仅对该标本负责</b>　仪器:BS-{dice.choice(("800M", "420", "2000M"))}</div>"""
    tint = dice.choice(("#fff", "#fff5f5", "#fbf8e8"))
    css = MATRIX + f"body{{background:{tint};color:#333a55}}i{{display:inline-block;font-style:normal;font-size:12.5px;white-space:nowrap;line-height:1.5}}div[data-row]{{white-space:nowrap}}"  # fmt: skip
    return page(
        f'<div class="m" style="color:#333a55">{body}</div>' if dice.random() < 0.5 else body,
        css,
        font=MICRO,
        size=13,
        pad="18px 34px",
    )


URINE = (
    ("尿胆原", "URO", ("阴性(-)", "弱阳性(±)"), "阴性"), ("胆红素", "BIL", ("阴性(-)",), "阴性"), ("酮体", "KET", ("阴性(-)", "1+", "2+"), "阴性"),
    ("隐血", "BLD", ("阴性(-)", "1+", "3+"), "阴性"), ("蛋白质", "PRO", ("阴性(-)", "±", "2+", "3+"), "阴性"), ("亚硝酸盐", "NIT", ("阴性(-)",), "阴性"),
    ("葡萄糖", "GLU", ("阴性(-)", "2+", "4+"), "阴性"), ("白细胞酯酶", "LEU", ("阴性(-)", "1+"), "阴性"), ("比重", "SG", ("1.010", "1.015", "1.025"), "1.003~1.030"),
    ("酸碱度", "PH", ("5.5", "6.0", "7.0"), "4.5~8.0"), ("维生素C", "VC", ("0", "0.6"), ""), ("颜色", "COL", ("淡黄色", "黄色"), "淡黄色"), ("透明度", "CLA", ("清晰", "微浊"), "清晰"),
    ("尿微量白蛋白", "mALB", ("12.6", "86.4", "243.1", ">300"), "<20"), ("尿肌酐", "UCr", ("6.81", "9.02"), ""), ("尿蛋白/肌酐", "ACR", ("18.3", "96.7", "311.5"), "0~30"),
)  # fmt: skip


def _urine(dice: random.Random) -> str:
    p = local(dice, "豫")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "公疗医院", "第三人民医院", "中医院"))
    units = {"mALB": "mg/L", "UCr": "mmol/L", "ACR": "mg/g"}
    rows = ""
    for name, code, outcomes, ref in URINE[: dice.randint(11, len(URINE))]:
        result = dice.choice(outcomes)
        odd = ("+" in result and result != "阴性(-)") or (
            code in {"mALB", "ACR"} and float(result.strip(">")) > 30
        )
        flag = ("*" if "+" in result else "↑") if odd else None
        told = {"name": name, "result": result, "unit": units.get(code), "reference": ref, "flag": flag}
        rows += row(
            told,
            f'<td>{name}</td><td>{code}</td><td class="{"b" if odd else ""}">{result}</td><td class="c">{flag or ""}</td><td>{ref}</td><td>{units.get(code, "")}</td>',
        )
    order = when - dt.timedelta(days=dice.randint(0, 1))
    body = f"""
    <div style="display:flex;align-items:center;justify-content:center;gap:12px"><svg width="44" height="44"><circle cx="22" cy="22" r="20" fill="none" stroke="#17663b" stroke-width="3"/><path d="M18 10h8v8h8v8h-8v8h-8v-8h-8v-8h8z" fill="#17663b"/></svg><div><div style="font-size:22px;font-weight:600">{f("hospital_name", hosp)}</div><div class="c" style="font-size:16px">医学检验科报告 <small>LABORATORY REPORT</small></div></div></div>
    <table class="i" style="margin-top:8px;border:1px solid #17663b"><tr><td>病人姓名<br><b>{f("patient_name", p.name)}</b></td><td>性别<br><b>{f("sex", p.sex)}</b></td><td>年龄<br><b>{f("age", p.age_on(when), f"{p.age_on(when)}Y")}</b></td><td>病历号<br><b>{f("record_number", "M" + digits(dice, 8))}</b></td><td>申请科室<br><b>{f("department", dice.choice(("肾病风湿科", "内分泌科门诊", "慢病管理中心")))}</b></td><td>床号<br><b>{dice.choice(("", "+3", "21"))}</b></td></tr>
    <tr><td>申请医师<br><b>{f("physician_name", doctor(dice))}</b></td><td>标本<br><b>尿液</b></td><td>状态<br><b>合格</b></td><td>条码号<br><b>{digits(dice, 12)}</b></td><td colspan="2">临床印象<br><b>{f("diagnosis", dice.choice(("慢性肾炎综合征", "2型糖尿病肾病", "高血压性肾损害")))}</b></td></tr></table>
    <table style="margin-top:6px"><tr style="border-top:2px solid #17663b;border-bottom:1px solid #17663b"><td>检验项目</td><td>缩写</td><td>检测结果</td><td class="c">提示</td><td>参考范围</td><td>单位</td></tr>{rows}</table><div class="c" style="color:#666">=== 报告结束 ===</div>
    <div style="border-top:1px solid #17663b;margin-top:10px;padding-top:4px;font-size:13px">申请时间 {order} {clock(dice)}　采集时间 {when} {clock(dice)}　签收时间 {when} {clock(dice)}<br>检验人 {doctor(dice)}　　审核人 {doctor(dice)}　　审核时间（报告）{d("report_date", when, dice.choice(("-", "/")), " " + clock(dice, True))}</div>
    <div style="font-size:11.5px;color:#444">★ 检验结果仅供临床医师参考，不作诊断证明。“*”“↑”“↓”为异常提示。如有疑问请于当日与本科联系，电话：0{digits(dice, 3)}-{digits(dice, 7)}。　自助机打印第{dice.randint(1, 3)}次</div>"""
    return page(
        body,
        ".i td{font-size:12px;line-height:1.35;color:#444}.i b{color:#000;font-size:14px}",
        font=dice.choice((HEI, SONG)),
        size=14,
        pad="34px 48px",
    )


HBV = (
    ("乙型肝炎病毒表面抗原", "HBsAg", "化学发光法", "IU/mL", "<0.05", (">250.00", "1834.62", "0.01")), ("乙型肝炎病毒表面抗体", "Anti-HBs", "化学发光法", "mIU/mL", "<10.00", ("0.32", "2.17")),
    ("乙型肝炎病毒e抗原", "HBeAg", "化学发光法", "S/CO", "<1.00", ("0.38", "412.706")), ("乙型肝炎病毒e抗体", "Anti-HBe", "化学发光法", "S/CO", ">1.00", ("0.02", "1.94")),
    ("乙型肝炎病毒核心抗体", "Anti-HBc", "化学发光法", "S/CO", "<1.00", ("9.84", "0.12")), ("乙型肝炎病毒DNA定量", "HBV-DNA", "荧光PCR法", "IU/mL", "<2.00E+01", ("3.46E+06", "<2.00E+01", "8.10E+03")),
    ("甲胎蛋白", "AFP", "电化学发光法", "ng/mL", "0.00～7.00", ("3.21", "48.60")), ("异常凝血酶原", "PIVKA-II", "化学发光法", "mAU/mL", "11.12～32.01", ("22.40", "118.35")),
)  # fmt: skip
IMMUNE = (
    ("抗核抗体", "ANA", "间接免疫荧光法", "", "阴性(<1:100)", ("阳性(1:1000)", "阴性")), ("抗双链DNA抗体", "dsDNA", "酶联免疫法", "IU/mL", "<100.00", ("286.40", "31.75")),
    ("抗Sm抗体", "Sm", "免疫印迹法", "", "阴性", ("阳性(++)", "阴性")), ("类风湿因子", "RF", "免疫比浊法", "IU/mL", "0～20.0", ("186.0", "9.4")),
    ("抗环瓜氨酸肽抗体", "CCP", "化学发光法", "U/mL", "<17.00", (">200.00", "3.10")), ("补体C3", "C3", "免疫比浊法", "g/L", "0.79～1.52", ("0.41", "1.02")),
)  # fmt: skip


def _contract(dice: random.Random) -> str:
    p = local(dice, "新")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "传染病医院", "维吾尔医医院", "第二人民医院"))
    lab = dice.choice(("乌鲁木齐康检医学检验所", "新疆迪科医学检验实验室", "天山金瑞医学检验中心"))
    panel = dice.choice((HBV, IMMUNE))
    rows = ""
    for name, code, method, unit, ref, outcomes in panel[: dice.randint(4, len(panel))]:
        result = dice.choice(outcomes)
        mark = None
        if result == outcomes[0] and "<" not in result:
            mark = (
                "↓"
                if code in {"C3"}
                else ""
                if "阳性" in result
                else "↑"
                if code not in {"Anti-HBs", "HBeAg", "Anti-HBe"}
                else ""
            )
        full = f"{name}({code})"
        rows += row(
            {"name": name, "result": result, "unit": unit, "reference": ref, "flag": mark},
            f"<td>{full}</td><td>{method}</td><td>{result}　{mark or ''}</td><td>{ref}</td><td>{unit}</td>",
        )
    got = when - dt.timedelta(days=dice.randint(1, 4))

    def k(a: Any, b: Any) -> str:
        return f"<div>{a}：{b}</div>"

    bars = "".join(
        f'<rect x="{x}" y="0" width="{dice.choice((1, 2, 3))}" height="30"/>' for x in range(0, 150, 4)
    )
    body = f"""
    <div style="display:flex;justify-content:space-between;align-items:flex-end;border-bottom:3px solid #0a5aa0;padding-bottom:4px"><div style="color:#0a5aa0"><div style="font-size:21px;font-weight:700">{lab}</div><div style="font-size:11px">委托检验 · ISO 15189 认可 · CNAS MT0{digits(dice, 3)}</div></div><div style="text-align:center;font-size:11px"><svg width="152" height="30">{bars}</svg><br>{f("report_number", dice.choice("XWK") + digits(dice, 11))}</div></div>
    <h2 style="font-size:20px;margin:10px">检 验 报 告 单</h2>
    <div style="display:grid;grid-template-columns:1.3fr 1fr 1fr;font-size:13px;row-gap:2px">{k("送检单位", f("hospital_name", hosp))}{k("送检科室", f("department", dice.choice(("感染科", "检验科外送", "风湿病门诊"))))}{k("送检医生", f("physician_name", doctor(dice)) if dice.random() < 0.6 else "/")}{k("受检者", f("patient_name", p.name))}{k("性别", f("sex", p.sex))}{k("年龄", f("age", p.age_on(when)) + "岁")}{k("病人编号", f("record_number", digits(dice, 9)))}{k("床号", "/")}{k("样本类型", "血清")}{k("采样时间", f"{got} {clock(dice)}")}{k("接收时间", f"{got} {clock(dice)}")}{k("样本性状", "肉眼观察未见异常")}{k("临床诊断", "/")}{k("联系方式", "/")}{k("受检者ID", "/")}</div>
    <table style="margin-top:8px;font-size:13.5px"><tr style="background:#0a5aa0;color:#fff"><td>检测项目</td><td>检测方法</td><td>结果</td><td>参考区间</td><td>单位</td></tr>{rows}</table>
    <div style="border-top:1px solid #0a5aa0;margin-top:4px;font-size:12px">建议与解释：结果请结合临床。抗体阳性不代表现症感染，建议定期复查。</div>
    <div style="position:absolute;left:50px;right:50px;bottom:110px;display:flex;justify-content:space-between"><span>检验者：{doctor(dice)}</span><span>审核者：{doctor(dice)}</span><span>批准者：{doctor(dice)}</span><span>报告时间：{d("report_date", when, dice.choice(("-", "年0", "/")), " " + clock(dice))}</span></div>
    <div style="position:absolute;left:50px;right:50px;bottom:36px;border-top:1px solid #999;font-size:11px;color:#444">声明：1.本报告仅对所检样本负责；2.复印件未加盖检验专用章无效；3.如对结果有异议请于收到报告之日起7个工作日内提出。地址：乌鲁木齐市高新区创业路{dice.randint(2, 99)}号　客服热线：400-{digits(dice, 3)}-{digits(dice, 4)}　第1页/共1页</div>
    {seal(lab, "检验专用章", size=136, at=(560, 900), turn=dice.uniform(-10, 10))}"""
    return page(body, font=dice.choice((MICRO, HEI)), size=14, pad="34px 50px")


PATH = (
    ("胃镜", "（胃窦）活检组织4块，灰白色，直径0.2-0.3cm。", "（胃窦）低分化腺癌，部分为印戒细胞癌。", "HER2（1+），Ki-67（约60%+），CK（+），Syn（-）。", "消化内科"),
    ("穿刺", "（右乳肿物穿刺）灰白条索状组织3条，长0.8-1.5cm，直径0.1cm。", "（右乳）浸润性导管癌，Ⅱ级。", "ER（80%+），PR（60%+），HER2（2+），Ki-67（25%+）。", "甲乳外科"),
    ("肾穿", "肾穿刺组织2条，长分别为1.0cm、0.8cm。光镜：肾小球18个，系膜区轻-中度增生。", "IgA肾病（Lee氏分级Ⅲ级）。", "IgA（+++），IgM（+），C3（++），IgG（-），C1q（-）。", "肾内科"),
    ("肺穿", "（左肺上叶穿刺）灰褐色碎组织一堆，大小0.6×0.4×0.1cm。", "（左肺上叶）非小细胞癌，倾向腺癌。", "TTF-1（+），NapsinA（+），P40（-），ALK（-），Ki-67（约30%+）。", "胸心外科"),
)  # fmt: skip


def _pathology(dice: random.Random) -> str:
    p = local(dice, "滇")
    when = day(dice)
    kind, gross, found, stain, dept = dice.choice([x for x in PATH if p.sex == "女" or "乳" not in x[1]])
    hosp = dice.choice(
        (f"{p.place.city}人民医院", f"{p.place.city}第一人民医院", short(p.place) + "人民医院")
    )
    who = doctor(dice)

    def line(*s: Any) -> str:
        return (
            '<div style="display:flex;border-bottom:1px solid #000;padding:3px 0">'
            + "".join(f'<span style="flex:1">{x}</span>' for x in s)
            + "</div>"
        )

    shots = "".join(
        '<div style="width:200px;height:140px;background:'
        + ",".join(
            f"radial-gradient(circle at {dice.randint(5, 95)}% {dice.randint(5, 95)}%,#6b3d86 {dice.randint(2, 5)}px,transparent {dice.randint(6, 9)}px)"
            for _ in range(46)
        )
        + ',#e9bcd6"></div>'
        for _ in range(2)
    )
    body = f"""
    <div style="text-align:right;font-size:15px">病理号　{f("report_number", f"{dice.choice(('S', 'B', ''))}{when:%y}-{digits(dice, 5)}", style="font-weight:600")}</div>
    <h1 style="font-size:24px">{f("hospital_name", hosp)}</h1><h2 style="font-size:19px;letter-spacing:5px;border-bottom:2px solid #000;padding-bottom:6px">病理科活体组织检查报告书</h2>
    {line("姓名　" + f("patient_name", p.name), "性别　" + f("sex", p.sex), "年龄　" + f("age", p.age_on(when), f"{p.age_on(when)}岁"), "民族　" + f("ethnicity", p.ethnicity))}
    {line("送检单位　本院", "科室　" + f("department", dept), f"床号　{dice.randint(1, 50)}", "住院号　" + f("record_number", digits(dice, 8)))}
    {line("送检医师　" + f("physician_name", doctor(dice)), f"收到日期　{when - dt.timedelta(days=dice.randint(2, 6))}", "标本类型　" + kind + "标本")}
    {line("送检材料及部位　" + gross[: gross.index("）") + 1] if "）" in gross else "送检材料及部位　肾穿刺组织")}
    <p style="margin:10px 0 2px"><b>肉眼所见</b></p><div style="text-indent:2em">{gross}</div><p style="margin:8px 0"><b>镜下图像</b></p><div style="display:flex;gap:30px;justify-content:center">{shots}</div>
    <p style="margin:14px 0 2px"><b>免疫组化/特殊染色</b></p><div style="text-indent:2em">{stain}</div>
    <p style="margin:14px 0 2px"><b>病理诊断</b></p><div style="text-indent:2em;font-size:17px">{f("diagnosis", found.rstrip("。"), found)}</div>
    <div style="position:absolute;left:60px;right:60px;bottom:150px;border-top:1px solid #000;padding-top:8px;display:flex;justify-content:space-between"><span>报告医师　{f("physician_name", who)} {sign("physician", who, dice, 84)}</span><span>复诊医师　{f("physician_name", doctor(dice)) if dice.random() < 0.6 else ""}</span><span>报告日期　{d("report_date", when, dice.choice(("-", ".", "年")))}</span></div>
    <div style="position:absolute;left:60px;right:60px;bottom:60px;font-size:12px">附注：病理诊断须由具有资质的病理医师签字后生效。本报告所示诊断仅对送检组织负责，与临床不符时请及时与病理科联系（内线 8{digits(dice, 3)}）。蜡块、切片保存十五年，会诊借片请凭身份证办理。</div>
    {seal(hosp, "病理诊断专用章", size=140, at=(520, dice.randint(770, 830)), turn=dice.uniform(-10, 10))}"""
    return page(body, font=SONG, size=15, pad="40px 60px")


TEMPLATES: dict[str, Template] = {
    "grove-lab_report-half": Template("lab_report", 794, 500, _half),
    "grove-lab_report-urine": Template("lab_report", 794, 900, _urine),
    "grove-lab_report-contract": Template("lab_report", 794, 1123, _contract),
    "grove-pathology_report-prefecture": Template("pathology_report", 794, 1123, _pathology),
}
