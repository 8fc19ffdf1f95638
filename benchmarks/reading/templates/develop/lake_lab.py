"""Laboratory reports of laboratories that have little in common."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people, vocabulary
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, row, seal
from benchmarks.reading.templates.develop.lake_kit import Show, bars, clock, day, digits, who

KIND = "lab_report"
UMING = "'AR PL UMing CN',serif"
_BIO = (
    ("丙氨酸氨基转移酶", "ALT", 27, "U/L", 7, 40, 1), ("天门冬氨酸氨基转移酶", "AST", 24, "U/L", 13, 35, 1), ("AST/ALT", "S/L", 0.9, "", 0.8, 1.5, 2), ("总蛋白", "TP", 70, "g/L", 65, 85, 1),
    ("白蛋白", "ALB", 43, "g/L", 40, 55, 1), ("球蛋白", "GLO", 27, "g/L", 20, 40, 1), ("总胆红素", "TBIL", 12.3, "umol/L", 3.4, 20.5, 2), ("直接胆红素", "DBIL", 3.6, "umol/L", 0, 6.84, 2),
    ("碱性磷酸酶", "ALP", 71, "U/L", 50, 135, 0), ("γ-谷氨酰基转移酶", "GGT", 26, "U/L", 7, 45, 0), ("总胆汁酸", "TBA", 5.1, "umol/L", 0, 10, 1), ("尿素", "UREA", 5.4, "mmol/L", 2.6, 7.5, 2),
    ("肌酐", "CREA", 66, "umol/L", 41, 73, 1), ("尿酸", "UA", 288, "umol/L", 155, 357, 0), ("胱抑素C", "CysC", 0.84, "mg/L", 0.51, 1.09, 2), ("葡萄糖", "GLU", 5.1, "mmol/L", 3.9, 6.1, 2),
    ("总胆固醇", "CHOL", 4.6, "mmol/L", 0, 5.18, 2), ("甘油三酯", "TG", 1.3, "mmol/L", 0, 1.7, 2), ("高密度脂蛋白胆固醇", "HDL-C", 1.31, "mmol/L", 1.04, 2.2, 2), ("低密度脂蛋白胆固醇", "LDL-C", 2.5, "mmol/L", 0, 3.37, 2),
    ("钾", "K", 4.2, "mmol/L", 3.5, 5.3, 2), ("钠", "Na", 141, "mmol/L", 137, 147, 1), ("氯", "Cl", 103, "mmol/L", 99, 110, 1), ("钙", "Ca", 2.3, "mmol/L", 2.11, 2.52, 2),
    ("肌酸激酶", "CK", 88, "U/L", 40, 200, 0), ("乳酸脱氢酶", "LDH", 178, "U/L", 120, 250, 0),
)  # fmt: skip
_BLOOD = (
    ("WBC", "白细胞数目", 6.4, "10^9/L", 3.5, 9.5, 2), ("Neu%", "中性粒细胞百分比", 60, "%", 40, 75, 1), ("Lym%", "淋巴细胞百分比", 29, "%", 20, 50, 1), ("Mon%", "单核细胞百分比", 6.4, "%", 3, 10, 1),
    ("Eos%", "嗜酸性粒细胞百分比", 2.2, "%", 0.4, 8, 1), ("Bas%", "嗜碱性粒细胞百分比", 0.4, "%", 0, 1, 1), ("Neu#", "中性粒细胞数目", 3.8, "10^9/L", 1.8, 6.3, 2), ("Lym#", "淋巴细胞数目", 1.9, "10^9/L", 1.1, 3.2, 2),
    ("RBC", "红细胞数目", 4.3, "10^12/L", 3.8, 5.1, 2), ("HGB", "血红蛋白浓度", 126, "g/L", 115, 150, 0), ("HCT", "红细胞压积", 39, "%", 35, 45, 1), ("MCV", "平均红细胞体积", 90, "fL", 82, 100, 1),
    ("MCH", "平均红细胞血红蛋白含量", 30, "pg", 27, 34, 1), ("MCHC", "平均红细胞血红蛋白浓度", 330, "g/L", 316, 354, 0), ("RDW-CV", "红细胞分布宽度变异系数", 12.9, "%", 11.5, 14.5, 1), ("PLT", "血小板数目", 215, "10^9/L", 125, 350, 0),
    ("MPV", "平均血小板体积", 9.8, "fL", 7, 11, 1), ("PCT", "血小板压积", 0.21, "%", 0.11, 0.28, 3),
)  # fmt: skip
Told = dict[str, str | None]


def _value(
    dice: random.Random, usual: float, low: float, high: float, places: int, marks: tuple[str, str]
) -> tuple[str, str | None]:
    text = f"{usual * dice.choice((1, 1, 1, 0.6, 1.7)) * dice.uniform(0.93, 1.07):.{places}f}"
    return text, marks[0] if float(text) > high else marks[1] if float(text) < low else None


def _told(name: str, result: str, unit: str = "", reference: str = "", flag: str | None = None) -> Told:
    return {
        "name": name,
        "result": result,
        "unit": unit or None,
        "reference": reference or None,
        "flag": flag,
    }


def _two(dice: random.Random) -> str:
    """Biochemistry of a big hospital: two columns of small rows, everything under a rule."""
    p = who(dice, "370102", "山东省", "济南市", "历下区", "文化东路")
    done = people.day(dice)
    hospital = dice.choice(("山东泉城大学齐鲁湖医院", "济南市千佛山第二人民医院", "山东省立趵突泉医院"))
    marks = dice.choice((("↑", "↓"), ("H", "L"), ("高", "低")))
    cells = []
    for n, (name, short, usual, unit, low, high, places) in enumerate(_BIO[: dice.choice((18, 22, 26))], 1):
        result, flag = _value(dice, usual, low, high, places, marks)
        shown = f"{name}({short})" if "/" not in name else name
        ref = f"{low:g}～{high:g}" if low else f"<{high:g}"
        cells.append(
            row(
                _told(shown, result, unit, ref, flag),
                f"<td>{n}</td><td>{shown}</td><td class=r>{result}</td><td>{flag or ''}</td><td>{ref}</td><td>{unit}</td>",
            )
        )
    half = (len(cells) + 1) // 2
    head = (
        "<tr class=h><th>№</th><th>项目</th><th class=r>结果</th><th></th><th>参考值</th><th>单位</th></tr>"
    )
    ill, dept = vocabulary.illness(dice)[0][0], dice.choice(vocabulary.DEPARTMENTS)
    kv: Show = lambda k, v: f"<td><span class=k>{k}</span>{v}</td>"
    body = f"""<div class=c style="font-size:21px;font-weight:600">{f("hospital_name", hospital)}</div><div class=c style="font-size:16px">检 验 报 告 单 <span style="font-size:12px">（{dice.choice(("生化全套", "肝肾糖脂电解质"))}）</span></div>
<div style="position:absolute;left:44px;top:26px">{bars(dice, 130, 26)}<div style="font-size:10px">{digits(dice, 12)}</div></div>
<table style="margin-top:8px;border-top:2px solid #111;border-bottom:1px solid #111;font-size:12.5px"><tr>{kv("姓　　名：", f("patient_name", p.name))}{kv("病 员 号：", f("record_number", digits(dice, 9)))}{kv("标本种类：", dice.choice(("血清", "血浆")))}{kv("样 本 号：", f("report_number", f"{done:%Y%m%d}G{dice.randint(1, 900):04d}"))}</tr>
<tr>{kv("性　　别：", f("sex", p.sex))}{kv("科　　室：", f("department", dept))}{kv("送检医生：", f("physician_name", people.name(dice, "男")))}{kv("采样时间：", f"{done:%m-%d} 06:{dice.randint(10, 59)}")}</tr>
<tr>{kv("年　　龄：", f("age", p.age_on(done), f"{p.age_on(done)} 岁"))}{kv("床　　号：", str(dice.randint(1, 60)) if dice.random() < 0.6 else "")}{kv("临床诊断：", f("diagnosis", ill) if dice.random() < 0.7 else "")}{kv("接收时间：", f"{done:%m-%d} 07:{dice.randint(10, 59)}")}</tr></table>
<div style="display:flex;gap:14px;font-size:11.5px"><table class=m>{head}{"".join(cells[:half])}</table><table class=m style="border-left:1px solid #999">{head}{"".join(cells[half:])}</table></div>
<div style="border-top:1px solid #111;margin-top:8px;padding-top:4px;display:flex;justify-content:space-between"><span>检验者：{people.name(dice, "女")}</span><span>审核者：{people.name(dice, "男")}</span><span>报告时间：{day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice))}</span></div>
<div style="font-size:11px">★为山东省内医疗机构检验结果互认项目。　本报告仅对所检测标本负责，如有疑问请于3日内与检验科联系（0531-{digits(dice, 8)}）。</div>"""
    return page(
        body,
        ".m td,.m th{padding:1.5px 3px;white-space:nowrap}.h th{border-bottom:1px solid #111}.k{color:#333}",
        dice.choice((SONG, HEI)),
        13,
        "24px 44px",
    )


def _half(dice: random.Random) -> str:
    """Blood count of a county hospital on half a sheet: short code first, H and L, histogram space."""
    p = who(dice, "140823", "山西省", "运城市", "闻喜县", "太风西街")
    done = people.day(dice)
    hospital = dice.choice(("闻喜县桐城人民医院", "闻喜县中医院", "运城市河东妇幼保健院"))
    rows = []
    for short, name, usual, unit, low, high, places in _BLOOD:
        result, flag = _value(dice, usual, low, high, places, ("H", "L"))
        ref = f"{low:.{places}f}-{high:.{places}f}"
        rows.append(
            row(
                _told(name, result, unit, ref, flag),
                f"<td>{short}</td><td>{name}</td><td>{flag or ''}</td><td class=r>{result}</td><td>{unit}</td><td>{ref}</td>",
            )
        )
    curve: Show = lambda t: (
        f'<div class=c style="font-size:10px">{t}<svg width="120" height="56"><path d="M2 52 q{dice.randint(10, 30)} -{dice.randint(40, 90)} 40 -4 q20 -{dice.randint(10, 60)} 50 2 l26 2" fill="none" stroke="#222"/><path d="M2 2V53H119" fill="none" stroke="#222"/></svg></div>'
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:end"><b style="font-size:18px">{f("hospital_name", hospital)}血常规检验报告单</b><span>样本编号：{f("report_number", str(dice.randint(1, 320)))}</span></div>
<div style="border-top:1px solid;border-bottom:1px solid;display:grid;grid-template-columns:repeat(4,1fr);margin:4px 0"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(done), f"{p.age_on(done)}岁")}</span><span>科别：{f("department", dice.choice(("内二科", "门诊内科", "血透室")))}</span>
<span>病历号：{f("record_number", digits(dice, 7)) if dice.random() < 0.7 else ""}</span><span>床号：</span><span>送检医师：{f("physician_name", people.name(dice, "男"))}</span><span>诊断：{f("diagnosis", dice.choice(("贫血", "慢性肾功能不全", "高血压病"))) if dice.random() < 0.5 else "查体"}</span></div>
<div style="display:flex;gap:12px"><table style="width:600px;font-size:12px" class=m><tr><th>代号</th><th>项目</th><th></th><th class=r>结果</th><th>单位</th><th>参考范围</th></tr>{"".join(rows)}</table><div>{curve("WBC")}{curve("RBC")}{curve("PLT")}</div></div>
<div style="border-top:1px solid;display:flex;justify-content:space-between;padding-top:3px"><span>送检日期：{done:%Y-%m-%d}</span><span>报告日期：{day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice, False))}</span><span>检验：{people.name(dice, "女")}</span><span>审核：{people.name(dice, "女")}</span></div><div style="font-size:11px">注：此报告只对本标本负责，仅供临床医师参考！　　仪器型号：BC-{dice.choice(("5390", "6800", "5180"))}</div>"""
    return page(
        body,
        ".m td,.m th{padding:0 5px;line-height:1.48}",
        dice.choice((SONG, MICRO, UMING)),
        13,
        "18px 30px",
    )


def _app(dice: random.Random) -> str:
    """A telephone's picture of a report: cards, no table head, the flag as a coloured arrow."""
    p = who(dice, "440304", "广东省", "深圳市", "福田区", "莲花路")
    done = people.day(dice)
    hospital = dice.choice(("深圳市福田景田医院", "深圳市莲塘人民医院", "岭南大学深圳梅林医院"))
    panel = dice.choice(("糖尿病检测", "甲状腺功能", "肾功能", "血脂四项", "电解质"))
    cards = ""
    for t in vocabulary.test_rows(dice, panel):
        arrow = (
            f'<span style="color:{"#e5484d" if t["flag"] == "↑" else "#1f7ae0"}"> {t["flag"]}</span>'
            if t["flag"]
            else ""
        )
        cards += row(t, f'<div style="font-size:16px">{t["name"]}</div><div style="display:flex;justify-content:space-between;color:#777;font-size:13px"><span style="color:#111;font-size:17px">{t["result"]}{arrow} <small style="color:#888">{t["unit"]}</small></span><span>参考值 {t["reference"]}</span></div>', "div").replace("<div data-row", '<div class=i data-row')  # fmt: skip
    kv: Show = lambda k, v: (
        f'<div style="display:flex"><span style="width:84px;color:#888">{k}</span><span>{v}</span></div>'
    )
    body = f"""<div class=s><span>{clock(dice, False)}</span><span>中国移动 4G {dice.randint(9, 99)}%</span></div><div class=n>〈 返回<b style="flex:1;text-align:center;margin-right:40px">报告详情</b></div>
<div class=w><div style="font-size:18px;font-weight:600;margin-bottom:4px">{panel}</div>{kv("患者姓名", f("patient_name", p.name) + f"（{f('sex', p.sex)} {f('age', p.age_on(done), f'{p.age_on(done)}岁')}）")}{kv("就诊卡", f("card_number", digits(dice, 11)))}{kv("开单科室", f("department", dice.choice(("内分泌科门诊", "肾病风湿科", "全科门诊"))))}{kv("开单医生", f("physician_name", people.name(dice, "男")))}{kv("报告单号", f("report_number", digits(dice, 10)))}{kv("报告时间", day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice)))}{kv("医院名称", f("hospital_name", hospital))}</div>
<div class=w>{cards}</div><div style="text-align:center;color:#999;font-size:12px;padding:6px">报告仅供参考，以纸质报告为准</div><div style="display:flex;gap:10px;padding:0 14px"><div class=bt>解读报告</div><div class=bt style="background:#0aa37f;color:#fff">保存图片</div></div>"""
    css = "body{background:#eef1f4!important}.s{display:flex;justify-content:space-between;padding:5px 16px;font-size:12px}.n{display:flex;padding:8px 14px;font-size:16px}.w{background:#fff;margin:8px 10px;padding:12px 14px;border-radius:8px}.i{border-bottom:1px solid #eee;padding:7px 0}.bt{flex:1;text-align:center;border:1px solid #0aa37f;color:#0aa37f;border-radius:6px;padding:8px}"
    return page(body, css, dice.choice((HEI, MICRO)), 14, "0")


def _sent(dice: random.Random) -> str:
    """A commercial laboratory: the hospital is who sent; method and instrument a row; English beside."""
    p = who(dice, "610502", "陕西省", "渭南市", "临渭区", "朝阳大街")
    done = people.day(dice)
    got = done - dt.timedelta(days=dice.randint(1, 4))
    lab = dice.choice(("西安秦域医学检验所有限公司", "陕西康衡医学检验实验室", "西安渭河高通医学检验中心"))
    hospital = dice.choice(("临渭区妇幼保健院", "渭南市第四人民医院", "蒲城县洛滨镇中心卫生院"))
    tests = dice.sample((
        ("乙型肝炎病毒DNA定量（高精度）", ("<20", "3.42E+05", "1.86E+03"), "IU/mL", "<20", "荧光定量PCR"), ("抗核抗体(ANA)", ("1:320 阳性", "阴性", "1:100 弱阳性"), "", "阴性(<1:100)", "间接免疫荧光法"),
        ("抗双链DNA抗体(dsDNA)", ("185.4", "12.1"), "IU/mL", "0-100", "酶联免疫法"), ("抗环瓜氨酸肽抗体(CCP)", (">200", "4.3"), "U/mL", "<17", "化学发光法"), ("甲胎蛋白(AFP)", ("2.81", "45.6"), "ng/mL", "≤7.0", "电化学发光法"),
        ("甲状旁腺激素(PTH)", ("412.5", "38.7"), "pg/mL", "15-65", "电化学发光法"), ("25-羟基维生素D", ("12.6", "31.0"), "ng/mL", "≥30", "串联质谱法"), ("铁蛋白(Ferr)", ("856.3", "66.1"), "ng/mL", "13-150", "电化学发光法"),
        ("类风湿因子(RF)", ("86.2", "<10.0"), "IU/mL", "0-20", "免疫比浊法"),
    ), dice.randint(3, 7))  # fmt: skip
    odd = {
        "3.42E+05",
        "1.86E+03",
        "185.4",
        ">200",
        "45.6",
        "412.5",
        "856.3",
        "86.2",
        "1:320 阳性",
        "1:100 弱阳性",
    }
    lines = ""
    for name, values, unit, ref, method in tests:
        result = dice.choice(values)
        flag = "↑" if result in odd and "性" not in result else "↓" if result == "12.6" else None
        lines += row(
            _told(name, result, unit, ref, flag),
            f"<td>{name}</td><td>{method}</td><td><b>{result}</b></td><td>{flag or ''}</td><td>{unit or '--'}</td><td>{ref}</td>",
        )
    kv: Show = lambda k, v: f"<td>{k}：{v}</td>"
    body = f"""<div style="display:flex;justify-content:space-between;border-bottom:3px solid #0a6b8c;padding-bottom:6px"><div><div style="font-size:21px;color:#0a6b8c;font-weight:600">{f("hospital_name", lab)}</div><div style="font-size:11px;color:#666">QINYU CLINICAL LABORATORY　CNAS MT0{digits(dice, 3)}　ISO 15189</div></div><div class=c>{bars(dice, 150, 30)}<div style="font-size:11px">{digits(dice, 12)}</div></div></div>
<h1 style="font-size:20px;margin:12px">检验报告单 <span style="font-size:13px;font-weight:400">Laboratory Report</span></h1>
<table style="background:#f3f8fa;font-size:13px"><tr>{kv("姓　名", f("patient_name", p.name))}{kv("性　别", f("sex", p.sex))}{kv("年　龄", f("age", p.age_on(done), str(p.age_on(done)) + "岁"))}</tr><tr>{kv("送检单位", f("hospital_name", hospital))}{kv("科　室", f("department", dice.choice(("风湿免疫科", "肝病科", "内科"))) if dice.random() < 0.7 else "")}{kv("送检医生", f("physician_name", people.name(dice, "女")) if dice.random() < 0.7 else "")}</tr>
<tr>{kv("门诊/住院号", f("record_number", digits(dice, 8)) if dice.random() < 0.7 else "--")}{kv("床　号", "--")}{kv("联系电话", f("phone", p.phone) if dice.random() < 0.4 else "--")}</tr><tr>{kv("标本类型", "血清")}{kv("标本状态", dice.choice(("正常", "轻度溶血")))}{kv("实验号", f("report_number", f"S{digits(dice, 9)}"))}</tr><tr>{kv("采集时间", f"{got:%Y-%m-%d} 08:{dice.randint(10, 59)}")}{kv("接收时间", f"{got:%Y-%m-%d} 21:{dice.randint(10, 59)}")}{kv("临床诊断", "--")}</tr></table>
<table class=m style="margin-top:14px"><tr style="background:#0a6b8c;color:#fff"><th>检测项目</th><th>检测方法</th><th>结果</th><th>提示</th><th>单位</th><th>参考区间</th></tr>{lines}</table>
<p style="font-size:12px">建议与解释：{dice.choice(("请结合临床综合分析，必要时复查。", "自身抗体阳性需结合临床表现及其他检查综合判断，低滴度可见于健康人群。", "无"))}</p>
<div style="position:absolute;left:54px;right:54px;bottom:70px;border-top:1px solid #999;padding-top:8px;display:flex;justify-content:space-between"><span>检测者：{people.name(dice, "女")}</span><span>审核者：{people.name(dice, "男")}</span><span>批准者：{people.name(dice, "男")}</span><span>报告日期：{day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice))}</span></div>
<div style="position:absolute;left:54px;right:54px;bottom:20px;font-size:10.5px;color:#555">本报告仅对送检样本负责，不得部分复制。如有疑义请于收到报告后7个工作日内来电 400-{digits(dice, 3)}-{digits(dice, 4)}　地址：西安市高新区锦业路{dice.randint(2, 99)}号　第1页，共1页</div>
{seal(lab, "检验报告专用章", at=(dice.randint(520, 580), dice.randint(880, 930)), size=134, turn=dice.uniform(-8, 8), ink=0.6)}"""
    return page(
        body,
        ".m td,.m th{padding:6px;border-bottom:1px solid #cfdde2}",
        dice.choice((HEI, MICRO)),
        13,
        "34px 54px",
    )


def _urine(dice: random.Random) -> str:
    """An old dot-matrix strip: urine, words for results, few heads, a paper pasted on a record."""
    p = who(dice, "622301", "甘肃省", "武威市", "凉州区", "祁连大道")
    done = people.day(dice)
    hospital = dice.choice(("武威市凉州医院", "凉州区黄羊镇中心卫生院", "甘肃省武威石羊河林业总场职工医院"))
    tests = (("葡萄糖", "GLU", ("-", "+2", "+3"), "阴性"), ("蛋白质", "PRO", ("-", "+-", "+1", "+3"), "阴性"), ("胆红素", "BIL", ("-",), "阴性"), ("尿胆原", "URO", ("Normal",), "正常"), ("酸碱度", "PH", ("5.5", "6.0", "7.0"), "4.6-8.0"), ("比重", "SG", ("1.015", "1.020", "1.005"), "1.003-1.030"), ("潜血", "BLD", ("-", "+1", "+2"), "阴性"), ("酮体", "KET", ("-", "+1"), "阴性"), ("亚硝酸盐", "NIT", ("-",), "阴性"), ("白细胞", "LEU", ("-", "+1"), "阴性"), ("维生素C", "VC", ("-",), "阴性"))  # fmt: skip
    lines = ""
    for name, short, values, ref in tests:
        v = dice.choice(values)
        flag = "*" if v.startswith("+") else None
        lines += row(
            _told(name, v, "", ref, flag),
            f"<td>{flag or ''}</td><td>{name}</td><td>{short}</td><td>{v}</td><td>{ref}</td>",
        )
    sed = "".join(
        row(_told(n, v, "/HP", r), f"<td></td><td>{n}</td><td>(镜检)</td><td>{v} /HP</td><td>{r}</td>")
        for n, v, r in (
            ("红细胞", dice.choice(("0-2", "3-5", "8-10")), "0-3"),
            ("白细胞", dice.choice(("0-1", "2-4")), "0-5"),
        )
        if dice.random() < 0.8
    )
    body = f"""<div class=c style="font-size:17px;letter-spacing:2px">{f("hospital_name", hospital)}</div><div class=c style="letter-spacing:4px">尿液分析报告</div>
<div>日期 {day("report_date", done, f"{done:%Y/%m/%d}")} {clock(dice, False)}　编号 {f("report_number", f"{dice.randint(1, 199):04d}")}</div><div>姓名 {f("patient_name", p.name)}　性别 {f("sex", p.sex)}　年龄 {f("age", p.age_on(done), str(p.age_on(done)))}</div>
<div>科室 {f("department", dice.choice(("肾病科", "内分泌", "门诊")))}　住院号 {f("record_number", digits(dice, 6)) if dice.random() < 0.6 else ""}</div><div>----------------------------------------</div><table style="line-height:1.5" class=m>{lines}{sed}</table><div>----------------------------------------</div><div>检验 {people.name(dice, "女")}　　核对 ________</div><div style="font-size:12px">此结果仅对本标本负责</div>"""
    return page(
        body,
        ".m td{padding:1px 4px}body{color:#4a4a58!important;letter-spacing:.5px}",
        dice.choice((UMING, "'Noto Sans Mono CJK SC',monospace")),
        14,
        "16px 18px",
    )


TEMPLATES = {
    "lake-lab_report-shandong": Template(KIND, 794, 560, _two),
    "lake-lab_report-shanxi": Template(KIND, 794, 540, _half),
    "lake-lab_report-app": Template(KIND, 390, 820, _app),
    "lake-lab_report-sentout": Template(KIND, 794, 1060, _sent),
    "lake-lab_report-urine": Template(KIND, 380, 600, _urine),
}
