"""Front pages of inpatient records: the national form, one of Chinese medicine, one of a city's own system."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.strand_base import JS, SC, SN, Stay, at, d, home, line, stay, style
from benchmarks.reading.templates.develop.strand_ills import CHINESE, GENERAL, KNIFE

PAYS = {"employee": "1.城镇职工基本医疗保险", "resident": "2.城镇居民基本医疗保险"}


def box(text: str) -> str:
    """A coded answer in its little square."""
    return f'<span style="display:inline-block;border:1px solid #222;min-width:16px;height:17px;line-height:16px;text-align:center;margin:0 3px">{text}</span>'


def sexed(s: Stay) -> str:
    """The sex as the national form prints it: a code beside what the codes mean."""
    return f("sex", s.p.sex, "1" if s.p.sex == "男" else "2")


def national(dice: random.Random) -> str:
    """Sichuan: the national form of 2011, underlined blanks, codes in squares, the diagnoses in two columns."""
    s = stay(dice, SC, "tertiary", GENERAL)
    p, q = s.p, s.p.place
    kin = name(dice, dice.choice("男女"))

    def u(inner: str, width: int = 60) -> str:
        return line(inner, width)

    dx = list(s.ill.dx)
    half = [("主要诊断：", *dx[0]), *((" 其他诊断：" if n == 1 else "", *x) for n, x in enumerate(dx[1:], 1))]
    half += [("", "", "")] * (14 - len(half))

    def side(n: int) -> str:
        head, text, code = half[n]
        shown = f("diagnosis", text) if text else ""
        return (
            f'<td>{head}{shown}</td><td>{code}</td><td class="c">{dice.choice("1112") if text else ""}</td>'
        )

    rows = "".join(f'<tr style="height:28px">{side(n)}{side(n + 7)}</tr>' for n in range(7))
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12.5px"><span>医疗机构：{u(f("hospital_name", s.hospital), 180)}</span><span>（组织机构代码：{u(f"{dice.randint(10**7, 10**8)}-{dice.randint(0, 9)}")}）</span></div>
<h1 style="font-size:24px;letter-spacing:4px;margin:4px 0">住 院 病 案 首 页</h1><table class="n"><tr><td>医疗付费方式：{box(dice.choice("127"))}</td></tr></table>
<div style="display:flex;justify-content:space-between"><span>健康卡号：{u("-", 110)}</span><span>第 {u(str(dice.randint(1, 6)), 24)} 次住院</span><span>病案号：{u(f("record_number", s.number), 96)}</span></div>
<div style="border:1px solid #222;padding:4px 7px;line-height:2">姓名{u(f("patient_name", p.name), 80)} 性别{box(sexed(s))}1.男 2.女　出生日期{u(d("birth_date", p.born, "年"), 120)} 年龄{u(f("age", s.age, f"{s.age}岁"), 44)} 国籍{u("中国", 50)}<br>
（年龄不足1周岁的）年龄{u("-", 30)}月　新生儿出生体重{u("-", 36)}克　新生儿入院体重{u("-", 36)}克<br>
出生地{u(q.province + q.city + q.county, 150)} 籍贯{u(q.province + (q.city or ""), 110)} 民族{u(f("ethnicity", p.ethnicity + "族"), 56)}<br>
身份证号{u(f("id_number", p.id_number), 160)} 职业{u(dice.choice(("农民", "退(离)休人员", "职员")), 90)} 婚姻{box("2")}1.未婚 2.已婚 3.丧偶 4.离婚 9.其他<br>
现住址{u(f("address", home(p)), 300)} 电话{u(f("phone", p.phone), 90)} 邮编{u(f"{q.code[:2]}{dice.randint(1000, 9999)}", 50)}<br>
户口地址{u(f("address", home(p)), 300)} 邮编{u("-", 50)}<br>工作单位及地址{u("-", 220)} 单位电话{u("-", 90)}<br>
联系人姓名{u(kin, 60)} 关系{u(dice.choice(("配偶", "子", "女")), 40)} 地址{u("同上", 150)} 电话{u(f"139{dice.randint(0, 9)}0000{dice.randint(0, 999):03d}", 90)}<br>
入院途径{box(dice.choice("12"))}1.急诊 2.门诊 3.其他医疗机构转入 9.其他<br>
入院时间{u(d("admission_date", s.start, "年", at(dice)[:3] + "时"), 130)} 入院科别{u(f("department", s.ill.dept), 100)} 病房{u(f"{dice.randint(2, 18)}病区", 50)} 转科科别{u("-", 50)}<br>
出院时间{u(d("discharge_date", s.end, "年", at(dice)[:3] + "时"), 130)} 出院科别{u(f("department", s.ill.dept), 100)} 病房{u(f"{dice.randint(2, 18)}病区", 50)} 实际住院{u(str(s.days), 30)}天<br>
门（急）诊诊断{u(f("diagnosis", s.ill.first[0]), 240)} 疾病编码{u(dx[0][1], 80)}</div>
<table class="g" style="font-size:12px;margin-top:-1px"><tr><td class="c" style="width:27%">出院诊断</td><td class="c">疾病编码</td><td class="c" style="width:44px">入院病情</td><td class="c" style="width:27%">出院诊断</td><td class="c">疾病编码</td><td class="c" style="width:44px">入院病情</td></tr>{rows}
<tr><td colspan="6">入院病情：1.有 2.临床未确定 3.情况不明 4.无</td></tr></table>
<div style="border:1px solid #222;border-top:0;padding:3px 7px;line-height:2">损伤、中毒的外部原因{u("-", 200)} 疾病编码{u("-", 70)}<br>病理诊断：{u("-", 200)} 疾病编码{u("-", 70)} 病理号{u("-", 70)}<br>
药物过敏{box("1")}1.无 2.有，过敏药物：{u("-", 130)} 死亡患者尸检{box("-")}1.是 2.否<br>血型{box(dice.choice("1234"))}1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh{box("2")}1.阴 2.阳 3.不详 4.未查</div>
<div style="border:1px solid #222;border-top:0;padding:5px 7px;line-height:2.1">科主任{sign("physician", s.doctors[2], dice, 84)} 主任（副主任）医师{u(f("physician_name", s.doctors[2]), 60)} 主治医师{u(f("physician_name", s.doctors[1]), 60)} 住院医师{u(f("physician_name", s.doctors[0]), 60)}<br>
责任护士{u(s.clerks[0], 60)} 进修医师{u("-", 50)} 实习医师{u("-", 50)} 编码员{u(s.clerks[1], 60)}<br>病案质量{box("1")}1.甲 2.乙 3.丙　质控医师{u(f("physician_name", s.doctors[1]), 60)} 质控护士{u(s.clerks[2], 60)} 质控日期{u(style(s.end, "年"), 110)}</div>"""
    return page(body, ".n td{padding:1px 0}", font=SONG, size=13, pad="30px 36px")


def chinese(dice: random.Random) -> str:
    """Shaanxi: front page of Chinese medicine, ruled throughout, diseases and patterns with their codes."""
    s = stay(dice, SN, "tcm", CHINESE)
    p, q = s.p, s.p.place
    (sick, a), (pattern, b) = s.ill.tcm
    west = "".join(
        f'<tr><td>{"主要诊断" if n == 0 else "其他诊断"}</td><td colspan="3">{f("diagnosis", t)}</td><td>{c}</td><td>{dice.choice(("有", "临床未确定"))}</td></tr>'
        for n, (t, c) in enumerate(s.ill.dx)
    )
    body = f"""<div class="c" style="font-size:17px">{f("hospital_name", s.hospital)}</div><h1 style="font-size:23px;letter-spacing:3px">中医住院病案首页</h1>
<table><tr><td>医疗付费方式：{f("insurance_type", p.insurance, PAYS[p.insurance])}</td><td>第{dice.randint(1, 4)}次住院</td><td class="r">病案号：{f("record_number", s.number)}</td></tr></table>
<table class="g"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>出生日期</td><td>{d("birth_date", p.born, "-")}</td><td>年龄</td><td>{f("age", s.age, f"{s.age}岁")}</td></tr>
<tr><td>民族</td><td>{f("ethnicity", p.ethnicity)}</td><td>国籍</td><td>中国</td><td>身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td></tr>
<tr><td>出生地</td><td colspan="3">{q.province}{q.city}</td><td>职业</td><td>{dice.choice(("农民", "退休", "教师"))}</td><td>婚姻</td><td>已婚</td></tr>
<tr><td>现住址</td><td colspan="5">{f("address", home(p))}</td><td>电话</td><td>{f("phone", p.phone)}</td></tr><tr><td>联系人</td><td>{name(dice, "男")}</td><td>关系</td><td>子女</td><td>联系人电话</td><td colspan="3">177{dice.randint(0, 9)}000{dice.randint(1000, 9999)}</td></tr>
<tr><td>入院途径</td><td>门诊</td><td>治疗类别</td><td colspan="2">2.1 中西医（中医为主）</td><td>自制中药制剂</td><td colspan="2">{dice.choice(("是", "否"))}</td></tr>
<tr><td>入院时间</td><td colspan="2">{d("admission_date", s.start, "-", at(dice))}</td><td>入院科别</td><td colspan="2">{f("department", s.ill.dept)}</td><td>病房</td><td>{dice.randint(3, 9)}楼</td></tr>
<tr><td>出院时间</td><td colspan="2">{d("discharge_date", s.end, "-", at(dice))}</td><td>出院科别</td><td colspan="2">{f("department", s.ill.dept)}</td><td>住院天数</td><td>{s.days}</td></tr>
<tr><td rowspan="2">门（急）诊诊断</td><td>中医诊断</td><td colspan="4">{f("diagnosis", sick)}</td><td>编码</td><td>{a}</td></tr><tr><td>西医诊断</td><td colspan="4">{f("diagnosis", s.ill.first[0])}</td><td>编码</td><td>{s.ill.dx[0][1]}</td></tr>
<tr><td>实施临床路径</td><td colspan="3">{dice.choice(("1.中医", "2.西医", "3.否"))}</td><td>使用中医诊疗设备</td><td>是</td><td>辨证施护</td><td>是</td></tr></table>
<table class="g" style="margin-top:-1px"><tr class="h"><td colspan="6">出 院 中 医 诊 断</td></tr><tr><td style="width:86px">主病</td><td colspan="3">{f("diagnosis", sick)}</td><td style="width:150px">{a}</td><td style="width:90px">有</td></tr>
<tr><td>主证</td><td colspan="3">{f("diagnosis", pattern)}</td><td>{b}</td><td>有</td></tr><tr class="h"><td colspan="6">出 院 西 医 诊 断</td></tr>{west}</table>
<table class="g" style="margin-top:-1px"><tr><td>损伤中毒外部原因</td><td>—</td><td>疾病编码</td><td>—</td></tr><tr><td>病理诊断</td><td>—</td><td>病理号</td><td>—</td></tr><tr><td>药物过敏</td><td>{dice.choice(("无", "有 青霉素"))}</td><td>血型 / Rh</td><td>{dice.choice("ABO")} / 阳</td></tr></table>
<table class="g" style="margin-top:-1px"><tr style="height:40px"><td>科主任</td><td>{sign("physician", None, dice, 70)}</td><td>主任医师</td><td>{f("physician_name", s.doctors[2])}</td><td>主治医师</td><td>{f("physician_name", s.doctors[1])}</td><td>住院医师</td><td>{sign("physician", s.doctors[0], dice, 80)}</td></tr>
<tr><td>责任护士</td><td>{s.clerks[0]}</td><td>进修医师</td><td></td><td>实习医师</td><td></td><td>编码员</td><td>{s.clerks[1]}</td></tr></table>
<div style="font-size:11px;margin-top:4px">说明：凡电子病历系统打印的首页，须有医师手写签名方为有效。病案质量：甲　质控日期：{style(s.end, "-")}</div>"""
    return page(body, ".g td{padding:4px 5px}.h td{text-align:center;background:#eee}", font=SONG, size=12, pad="34px 40px")  # fmt: skip


def own(dice: random.Random) -> str:
    """Jiangsu: a city's own system, labels over values, an operation and the costs on the same sheet."""
    s = stay(dice, JS, "county", KNIFE)
    p = s.p
    cut = s.start + (s.end - s.start) / 2

    def over(label: str, inner: str, span: int = 1) -> str:
        return f'<td colspan="{span}"><div style="font-size:10px;color:#555;line-height:1.2">{label}</div>{inner or "&nbsp;"}</td>'

    dx = "".join(
        f"<tr><td>{n}</td><td>{f('diagnosis', t)}</td><td>{c}</td><td>有</td><td>{dice.choice(('治愈', '好转'))}</td></tr>"
        for n, (t, c) in enumerate(s.ill.dx, 1)
    )
    costs = "".join(
        f"<td>{n}<span style='float:right'>{dice.randint(100, 900000) / 100:.2f}</span></td>" + "</tr><tr>" * (k % 4 == 3)
        for k, n in enumerate(("床位费", "护理费", "诊查费", "西药费", "化验费", "放射费", "手术费", "麻醉费", "治疗费", "血费", "材料费", "其他"))
    )  # fmt: skip
    cells = (
        over("姓名", f("patient_name", p.name)) + over("性别", f("sex", p.sex)) + over("出生日期", d("birth_date", p.born, "."))
        + over("年龄", f("age", s.age)) + over("民族", f("ethnicity", p.ethnicity)) + over("婚姻", "已婚") + "</tr><tr>"
        + over("证件号码", f("id_number", p.id_number), 2) + over("家庭地址", f("address", home(p)), 3) + over("联系电话", f("phone", p.phone)) + "</tr><tr>"
        + over("入院日期", d("admission_date", s.start, ".", at(dice)), 2) + over("出院日期", d("discharge_date", s.end, ".", at(dice)), 2)
        + over("入院科室", f("department", s.ill.dept)) + over("离院方式", "医嘱离院")
    )  # fmt: skip
    body = f"""<div style="display:flex;align-items:baseline;border-bottom:2px solid #111"><span style="font-size:18px;flex:1">{f("hospital_name", s.hospital)}</span><span style="font-size:20px;font-weight:600">住院病案首页</span></div>
<div style="display:flex;justify-content:space-between;margin:4px 0"><span>病案号 <b>{f("record_number", s.number)}</b></span><span>费用类别 {f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span><span>医保卡号 {f("card_number", f"{p.place.code[:4]}{dice.randint(10**7, 10**8)}")}</span><span>住院次数 {dice.randint(1, 5)}</span></div>
<table class="g"><tr>{cells}</tr></table><div class="k">入院诊断</div><div>{"；".join(f("diagnosis", n) for n in s.ill.first)}　<span style="color:#555">确诊日期</span> {style(cut, ".")}</div>
<div class="k">出院诊断</div><table class="x"><tr style="color:#555"><td>序</td><td>诊断名称</td><td>ICD-10</td><td>入院病情</td><td>转归</td></tr>{dx}</table>
<div class="k">手术及操作</div><table class="x"><tr style="color:#555"><td>日期</td><td>名称</td><td>术者</td><td>麻醉</td><td>切口</td></tr><tr><td>{style(cut, ".")}</td><td>{s.ill.course.split("“")[1].split("”")[0]}</td><td>{f("physician_name", s.doctors[2])}</td><td>全麻</td><td>Ⅱ/甲</td></tr></table>
<div class="k">住院费用（元）</div><table class="x"><tr>{costs}</tr></table>
<div class="k">签署</div><table><tr><td>主任医师 {f("physician_name", s.doctors[2])}</td><td>主治医师 {f("physician_name", s.doctors[1])}</td><td>经治医师 {sign("physician", s.doctors[0], dice)}</td></tr><tr><td>质控护士 {s.clerks[0]}</td><td>编码员 {s.clerks[1]}</td><td>签署日期 {d("sign_date", s.end, ".")}</td></tr></table>
<div style="position:absolute;bottom:22px;right:46px;font-size:11px;color:#666">打印 {style(s.end, ".")}{at(dice, True)}　1/1</div>"""
    css = ".k{margin:10px 0 3px;background:#e6eaf0;padding:1px 6px;font-weight:600}.x td{border-bottom:1px dotted #888}.g td{padding:2px 6px;border-color:#777}"
    return page(body, css, font=HEI, size=13, pad="36px 46px")


KIND = "inpatient_front_page"
TEMPLATES: dict[str, Template] = {
    "strand-front-national-sichuan": Template(KIND, 794, 1123, national),
    "strand-front-chinese-shaanxi": Template(KIND, 794, 1123, chinese),
    "strand-front-own-jiangsu": Template(KIND, 794, 1123, own),
}
