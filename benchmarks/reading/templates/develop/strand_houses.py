"""Discharge papers of a maternity hospital, a psychiatric one and a health centre; certificates of diagnosis."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.strand_base import (
    GX,
    HB,
    NM,
    TJ,
    at,
    d,
    home,
    line,
    oval,
    stay,
    style,
)
from benchmarks.reading.templates.develop.strand_ills import BIRTH, COMMUNITY, GENERAL, KNIFE, MIND


def birth(dice: random.Random) -> str:
    """Guangxi maternity hospital: mother's part, the newborn's part, advice in two columns."""
    s = stay(dice, GX, "maternity", (BIRTH,), sex="女", span=(22, 41), nights=(3, 6))
    p, ill = s.p, s.ill
    born = s.start + dt.timedelta(days=1)
    husband = name(dice, "男")
    cell = "".join(
        f"<td>{a}</td><td>{b}</td>"
        for a, b in (("性别", dice.choice("男女")), ("出生体重", f"{dice.randint(2500, 4100)}g"), ("身长", f"{dice.randint(47, 53)}cm"), ("Apgar", "9-10-10"))
    )  # fmt: skip
    body = f"""<div style="text-align:center;color:#8a2d5c;font-size:21px;font-weight:600">{f("hospital_name", s.hospital)}</div>
<div style="text-align:center;font-size:18px;letter-spacing:4px;margin-bottom:8px">产科出院小结</div>
<table class="g"><tr><td class="l">产妇姓名</td><td>{f("patient_name", p.name)}</td><td class="l">年龄</td><td>{f("age", s.age, f"{s.age}周岁")}</td><td class="l">住院号</td><td>{f("record_number", s.number)}</td></tr>
<tr><td class="l">丈夫姓名</td><td>{husband}</td><td class="l">民族</td><td>{f("ethnicity", p.ethnicity)}</td><td class="l">联系电话</td><td>{f("phone", p.phone)}</td></tr>
<tr><td class="l">户籍地址</td><td colspan="3">{f("address", home(p))}</td><td class="l">科室</td><td>{f("department", ill.dept)}</td></tr>
<tr><td class="l">入院日期</td><td>{d("admission_date", s.start)}</td><td class="l">分娩日期</td><td>{style(born, "-")}{at(dice)}</td><td class="l">出院日期</td><td>{d("discharge_date", s.end)}</td></tr>
<tr><td class="l">入院诊断</td><td colspan="5">{fs("diagnosis", ill.first, "；", numbered=True)}</td></tr>
<tr><td class="l">出院诊断</td><td colspan="5">{fs("diagnosis", [n for n, _ in ill.dx], "；", numbered=True)}</td></tr>
<tr><td class="l">住院经过</td><td colspan="5" style="height:104px">{ill.complaint}入院。{ill.signs}{ill.tests}{ill.course}</td></tr>
<tr><td class="l">产妇情况</td><td colspan="5">{ill.state}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr><td class="l" rowspan="2" style="width:70px">新生儿情况</td>{cell}</tr>
<tr><td>喂养</td><td>{dice.choice(("纯母乳", "混合"))}</td><td>黄疸</td><td>TCB {dice.randint(6, 12)}.{dice.randint(0, 9)}</td><td>听力筛查</td><td>通过</td><td>接种</td><td>乙肝 卡介苗</td></tr></table>
<div style="display:flex;gap:24px;margin-top:12px;font-size:13px"><div style="flex:1"><b>出院医嘱</b><br>{"<br>".join(f"{n}、{t}" for n, t in enumerate(ill.advice, 1))}</div>
<div style="flex:1;border-left:1px solid #888;padding-left:18px"><b>带药</b><br>{"<br>".join(f"{a} {b}<br>　{c}" for a, b, c in ill.drugs)}</div></div>
<div style="margin-top:24px;display:flex;justify-content:space-between"><span>医师签名：{sign("physician", s.doctors[0], dice)}</span><span>主治：{f("physician_name", s.doctors[1])}</span><span>{d("sign_date", s.end, "年")}</span></div>
<div style="font-size:12px;margin-top:10px;border:1px dashed #8a2d5c;padding:4px 8px">产后42天请携带本小结及《母子健康手册》到产后康复门诊（门诊楼3层）复诊，预约电话见本院公众号。</div>"""
    return page(
        body, ".l{background:#fbf0f5;width:76px}.g td{border-color:#a77}", font=HEI, size=13, pad="40px 46px"
    )


def mind(dice: random.Random) -> str:
    """Tianjin psychiatric hospital: guardian's data beside the patient's, two columns of sections."""
    s = stay(dice, TJ, "mind", MIND, span=(19, 60), nights=(20, 75))
    p, ill = s.p, s.ill
    keeper = p.name[0] + dice.choice(("国强", "秀兰", "洪波", "桂珍"))

    def box(head: str, text: str) -> str:
        return f'<div style="margin-bottom:9px"><div style="border-bottom:1px solid #000;font-weight:600">{head}</div>{text}</div>'

    left = (
        box("入院诊断", "<br>".join(f("diagnosis", n) for n in ill.first)) + box("主诉及现病史摘要", ill.complaint + "，由家属送入院。")
        + box("既往史", ill.past + "。") + box("入院时精神检查", ill.signs) + box("辅助检查", ill.tests)
    )  # fmt: skip
    right = (
        box("出院诊断", "<br>".join(f"{k}、{f('diagnosis', n)}" for k, (n, _) in zip("①②③④", ill.dx, strict=False)))
        + box("治疗经过及效果", ill.course) + box("出院时精神状态", ill.state)
        + box("出院带药及医嘱", "<br>".join(f"{a} {c}" for a, _, c in ill.drugs) + "<br>" + "。".join(ill.advice) + "。")
    )  # fmt: skip
    body = f"""<table style="border-bottom:2px solid #000"><tr><td style="font-size:19px;font-weight:600">{f("hospital_name", s.hospital)}</td><td class="r" style="font-size:19px">出院记录单</td></tr></table>
<table style="font-size:13px;margin:6px 0 10px"><tr><td>患者：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>出生：{d("birth_date", p.born, ".")}</td><td>年龄：{f("age", s.age)}</td><td>ID：{f("record_number", s.number)}</td></tr>
<tr><td>监护人：{keeper}</td><td>关系：{dice.choice(("父亲", "母亲", "兄弟姐妹"))}</td><td colspan="2">监护人电话：138{dice.randint(0, 9)}000{dice.randint(1000, 9999)}</td><td>入院形式：{dice.choice(("自愿", "非自愿"))}</td></tr>
<tr><td>入院：{d("admission_date", s.start, ".")}</td><td>出院：{d("discharge_date", s.end, ".")}</td><td>天数：{s.days}</td><td colspan="2">病室：{f("department", ill.dept)}</td></tr></table>
<div style="display:flex;gap:22px;font-size:13.5px"><div style="flex:1">{left}</div><div style="flex:1">{right}</div></div>
<table style="margin-top:20px"><tr><td>主任（副主任）医师：{f("physician_name", s.doctors[2])}</td><td>主治医师：{f("physician_name", s.doctors[1])}</td><td>住院医师：{f("physician_name", s.doctors[0])}</td></tr>
<tr><td>监护人签字：{sign("agent", keeper, dice)}</td><td></td><td>签字日期：{d("sign_date", s.end, ".")}</td></tr></table>
<div class="c" style="position:absolute;left:0;right:0;bottom:24px;font-size:11px">依据《中华人民共和国精神卫生法》保护患者隐私，请妥善保管</div>"""
    return page(body, "td{padding:2px 3px}", font=dice.choice((SONG, MICRO)), size=14, pad="38px 46px")


def centre(dice: random.Random) -> str:
    """Inner Mongolia: a community centre's plain text, tabs and blanks, as typed in a word processor."""
    s = stay(dice, NM, "county", COMMUNITY, span=(58, 88))
    p, ill = s.p, s.ill
    street = dice.choice(("柳条沟", "北坡", "新榆", "石灰窑"))
    h = f"{p.place.county}{street}街道社区卫生服务中心"
    b = "&nbsp;" * 4
    body = f"""<h1 style="font-size:22px;font-weight:400">{f("hospital_name", h)}</h1><h2 style="font-size:22px;font-weight:400;margin-bottom:16px">出院小结</h2>
<p>姓名：<u>{b}{f("patient_name", p.name)}{b}</u> 性别：<u>{b}{f("sex", p.sex)}{b}</u> 年龄：<u>{b}{f("age", s.age)}{b}</u>岁 民族：<u>{b}{f("ethnicity", p.ethnicity)}{b}</u></p>
<p>住址：<u>{b}{f("address", home(p))}{b}</u></p><p>医保类别：<u>{b}{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}{b}</u>　住院号：<u>{b}{f("record_number", s.number)}{b}</u></p>
<p>入院日期：<u>{b}{d("admission_date", s.start, "年")}{b}</u> 出院日期：<u>{b}{d("discharge_date", s.end, "年")}{b}</u></p>
<p>入院诊断：{"、".join(f("diagnosis", n) for n in ill.first)}</p><p>出院诊断：{"、".join(f("diagnosis", n) for n, _ in ill.dx)}</p>
<p>入院时情况：{ill.complaint}。{ill.past}。{ill.signs}。{ill.tests}。</p><p>诊治经过：{ill.course}。</p><p>出院时情况：{ill.state}。</p>
<p>出院医嘱：</p>{"".join(f"<p>　　{n}、{t}。</p>" for n, t in enumerate((*ill.advice, "继续服用：" + "、".join(f"{a}{c}" for a, _, c in ill.drugs)), 1))}
<p class="r" style="margin-top:40px">医师：{f("physician_name", s.doctors[0])}</p><p class="r">{d("sign_date", s.end, "年")}</p>"""
    body += seal(h, "", size=150, at=(530, 640 + dice.randint(-20, 60)), turn=dice.uniform(-10, 10), ink=0.68)
    return page(body, "p{margin:5px 0}", font=SONG, size=16, pad="64px 74px")


def stubbed(dice: random.Random) -> str:
    """Hubei: certificate of diagnosis on a half sheet with its stub above the cut."""
    s = stay(dice, HB, "county", GENERAL + KNIFE)
    p = s.p
    no = f"{dice.randint(100000, 999999):07d}"
    dx = "；".join(f("diagnosis", n) for n, _ in s.ill.dx[:2])
    h = f("hospital_name", s.hospital)
    rest = dice.choice(("壹周", "贰周", "壹个月"))
    body = f"""<div style="border-bottom:1.5px dashed #555;padding-bottom:12px;font-size:14px"><b>{h}疾病诊断证明书（存根）</b><span style="float:right">No.{no}</span>
<div style="margin-top:6px">姓名 {line(f("patient_name", p.name), 80)} 性别 {line(f("sex", p.sex), 40)} 年龄 {line(f("age", s.age), 40)} 科别 {line(f("department", s.ill.dept), 110)}
 住院号 {line(f("record_number", s.number), 90)}</div><div style="margin-top:8px">诊断 {line(dx, 380, False)} 开具日期 {line(d("issue_date", s.end, "."), 90)}</div></div>
<div class="c" style="background:#fff;width:150px;margin:-11px auto 6px;font-size:12px">骑缝 {no} 号</div>
<h1 style="font-size:22px">{h}</h1><h2 style="font-size:22px;letter-spacing:6px">疾病诊断证明书</h2>
<table class="g" style="margin-top:10px"><tr><td class="c">姓名</td><td>{f("patient_name", p.name)}</td><td class="c">性别</td><td>{f("sex", p.sex)}</td><td class="c">年龄</td><td>{f("age", s.age, f"{s.age}岁")}</td></tr>
<tr><td class="c">科别</td><td>{f("department", s.ill.dept)}</td><td class="c">住院号</td><td>{f("record_number", s.number)}</td><td class="c">住院时间</td><td>{d("admission_date", s.start, ".")}—{d("discharge_date", s.end, ".")}</td></tr>
<tr><td class="c">身份证号</td><td colspan="2">{f("id_number", p.id_number)}</td><td class="c">住址</td><td colspan="2" style="font-size:12.5px">{f("address", home(p))}</td></tr>
<tr><td class="c" style="height:74px">诊断意见</td><td colspan="5">{dx}</td></tr><tr><td class="c" style="height:62px">处理建议</td><td colspan="5">出院后休息{rest}，{s.ill.advice[-1]}。</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>诊断医师（签章）：{f("physician_name", s.doctors[1])}</span><span>医务科审核：</span><span>{d("issue_date", s.end, "年")}</span></div>"""
    body += seal(s.hospital, "诊断证明专用章", size=138, at=(566, 400), turn=dice.uniform(-15, 15), ink=0.66)
    return page(body, "", font=SONG, size=14, pad="30px 44px")


def tianjin(dice: random.Random) -> str:
    """Tianjin: outpatient certificate, centred words under a coat of arms, doctor's code and title."""
    s = stay(dice, TJ, "tertiary", GENERAL)
    p = s.p
    code = f"{dice.randint(1000, 9999)}"
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))
    body = f"""<div style="border:6px double #2e4e7e;height:100%;padding:26px 44px;position:relative"><div class="c" style="font-size:24px;color:#2e4e7e">{f("hospital_name", s.hospital)}</div>
<div class="c" style="font-size:12px;color:#2e4e7e">（{f("hospital_level", "三级甲等")} · 天津市医保定点 {dice.randint(1000, 9999)}）</div><div class="c" style="font-size:30px;letter-spacing:14px;margin:16px 0 22px">诊断证明</div>
<div style="line-height:2.3">姓名 {f("patient_name", p.name)}　　{f("sex", p.sex)}　　{f("age", s.age, f"{s.age}岁")}　　门诊号 {f("record_number", s.number)}<br>证件号 {f("id_number", p.id_number)}<br>
就诊科室 {f("department", s.ill.dept + "门诊")}　　就诊日期 {d("visit_date", s.start, "-")}</div><div style="border-top:1px solid #2e4e7e;margin:8px 0"></div>
<div style="min-height:130px"><b>临床诊断</b><div style="padding:4px 0 0 3em;line-height:1.9">{"<br>".join(f("diagnosis", n) for n, _ in s.ill.dx[: dice.randint(1, 3)])}</div></div>
<div style="min-height:90px"><b>医师建议</b><div style="padding:4px 0 0 3em">{dice.choice(("建议休息两周，门诊随诊。", "建议长期规律服药，定期复查。", "建议住院治疗。"))}</div></div>
<div style="text-align:right;line-height:2">{f("physician_title", title)}　{f("physician_name", s.doctors[0])}（工号{code}）　{sign("physician", s.doctors[0], dice)}<br>{d("issue_date", s.start, "年0")}</div>
<div style="position:absolute;left:44px;bottom:18px;font-size:11px;color:#555">加盖诊断证明章有效，有效期一个月。仅供请假、医保及保险使用</div></div>"""
    body += oval(s.hospital, "门诊部", size=170, at=(360, 520), turn=dice.uniform(-8, 8), ink=0.6)
    return page(body, "", font=dice.choice((KAI, SONG)), size=16, pad="24px 26px")


def banner(dice: random.Random) -> str:
    """Inner Mongolia: certificate as an office text, the person in a sentence, the diagnoses in a list."""
    s = stay(dice, NM, "county", GENERAL)
    p = s.p
    body = f"""<h1 style="font-size:26px;font-weight:400">疾病诊断证明书</h1><div class="c" style="margin:6px 0 26px">（{style(s.end, "-")[:4]}）诊字第{dice.randint(10, 999)}号</div>
<p>患者{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("ethnicity", p.ethnicity + "族")}，{d("birth_date", p.born, "年")}出生，公民身份号码{f("id_number", p.id_number)}，
现住{f("address", home(p))}。因“{s.ill.complaint}”于{d("admission_date", s.start, "年")}至{d("discharge_date", s.end, "年")}在我院{f("department", s.ill.dept)}住院治疗（病案号{f("record_number", s.number)}）。</p>
<p>经检查，诊断为：</p>{"".join(f"<p>{k}、{f('diagnosis', n)}</p>" for k, (n, _) in zip("一二三四五", s.ill.dx, strict=False))}
<p>该患者需长期{dice.choice(("门诊治疗", "服药治疗并定期复查"))}，请有关部门按规定办理门诊慢特病待遇。</p><p>特此证明。</p>
<div style="margin:50px 30px 0 0;text-align:right;line-height:2">{f("hospital_name", s.hospital)}<br>{d("issue_date", s.end + dt.timedelta(days=dice.randint(1, 40)), "年")}</div>
<div style="margin-top:34px">接诊医师：{f("physician_name", s.doctors[0])}　　职称：{f("physician_title", dice.choice(("主治医师", "副主任医师")))}　　联系电话：0{p.place.code[1:4]}-{dice.randint(2000000, 8999999)}</div>"""
    body += seal(
        s.hospital, "", size=158, at=(500, 590 + dice.randint(-20, 60)), turn=dice.uniform(-8, 8), ink=0.7
    )
    return page(body, "p{margin:6px 0;text-indent:2em;line-height:1.9}", font=SONG, size=17, pad="84px 86px")


DISCHARGE, PROOF = "discharge_summary", "diagnosis_certificate"
TEMPLATES: dict[str, Template] = {
    "strand-discharge-birth-guangxi": Template(DISCHARGE, 794, 860, birth),
    "strand-discharge-mind-tianjin": Template(DISCHARGE, 794, 1123, mind),
    "strand-discharge-centre-neimeng": Template(DISCHARGE, 794, 1123, centre),
    "strand-certificate-stub-hubei": Template(PROOF, 794, 620, stubbed),
    "strand-certificate-framed-tianjin": Template(PROOF, 620, 794, tianjin),
    "strand-certificate-letter-neimeng": Template(PROOF, 794, 1123, banner),
}
