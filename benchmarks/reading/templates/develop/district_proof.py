"""Certificates of a diagnosis: a letter with a counterfoil, a grid, a printed slip and a clerk's file."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.district_base import (
    case,
    date_style,
    hospital,
    line,
    listed,
    tags,
    when,
)
from benchmarks.reading.templates.develop.district_stay import MING, SHARP
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign

TITLES = ("主任医师", "副主任医师", "主治医师", "医师")


def _foil(dice: random.Random) -> str:
    """Upper half counterfoil, lower half the certificate; the disease in sentences, three parts to stamp."""
    c = case(dice)
    t = tags(c)
    number = f"{c.left:%Y}{dice.randint(0, 99999):05d}"

    def v(x: object, n: int = 70) -> str:
        return line(str(x), n, f"font-family:{KAI};")

    rest = dice.choice(
        (
            "建议休息壹个月，门诊随诊。",
            "建议长期服药治疗，定期复查。",
            "建议继续门诊治疗，避免劳累。",
            "注意休息。",
        )
    )
    stay = (
        f"该患者于{v(when('admission_date', c.admitted, '{0.year}年{0.month}月{0.day}日'), 110)}至{v(when('discharge_date', c.left, '{0.year}年{0.month}月{0.day}日'), 110)}在我院{v(t['dept'], 90)}住院治疗，住院号{v(t['number'], 90)}。"
        if dice.random() < 0.6
        else f"该患者于{v(when('visit_date', c.left, '{0.year}年{0.month}月{0.day}日'), 110)}在我院{v(t['dept'], 90)}门诊就诊，门诊号{v(t['number'], 90)}。"
    )
    body = f"""<div style="font-size:13px;line-height:2;padding-bottom:14px"><div class="c b" style="font-size:16px">疾病诊断证明书（存根）</div><div class="r">编号 {number}</div>姓名 {v(c.who.name)} 性别 {v(c.who.sex, 30)} 年龄 {v(c.age, 30)} 科室 {v(c.dept, 90)} 诊断 {v(c.diagnoses[0][0], 230)} 医师 {hand(c.doctors[0], 18)}　日期 {v(f"{c.left:%Y-%m-%d}", 80)}</div>
<div style="border-top:1px dashed #444;text-align:center;font-size:12px;margin-bottom:18px;position:relative"><span style="background:#fff;position:relative;top:-11px;padding:0 8px">骑　缝　处　{dice.choice("东西南北")}字第 {number[-5:]} 号</span></div>
<h2 style="font-size:24px">{hospital(c)}</h2><h1 style="font-size:28px;letter-spacing:8px;margin:10px 0">疾病诊断证明书</h1><div class="r" style="font-size:14px">编号：{f("report_number", number)}</div>
<div style="line-height:2.35;font-size:17px;text-indent:2em">兹证明 {v(t["name"], 90)}（性别{v(t["sex"], 34)}，年龄{v(t["age"], 50)}，身份证号码{v(t["id"] if dice.random() < 0.75 else "", 190)}），住址{v(t["home"] if dice.random() < 0.6 else "", 300)}。{stay}经检查诊断为：</div><div style="line-height:2;font-size:17px;padding:4px 0 4px 3em">{listed(c)}</div><div style="line-height:2.2;font-size:17px;text-indent:2em">处理意见：{rest}</div>
<div style="position:relative;margin-top:34px;padding-left:330px;line-height:2.3;font-size:16px">诊断医师（签章）：{sign("physician", c.doctors[0], dice, 110)}<br>科主任（签章）：{sign("physician", c.doctors[1] if dice.random() < 0.6 else None, dice, 110)}<br>医院（盖章）<br>{when("issue_date", c.left, "{0.year} 年 {0.month} 月 {0.day} 日")}{seal(c.hospital, "诊断证明专用章", size=158, at=(dice.randint(380, 430), 40), turn=dice.uniform(-22, 22))}</div><div style="position:absolute;bottom:40px;left:60px;right:60px;font-size:12px;border-top:1px solid #888">说明：1.本证明须加盖公章方为有效，涂改无效；2.仅证明患者病情，不作为伤残评定、诉讼依据；3.存根由医务部保存三年。</div>"""
    return page(body, font=dice.choice((SONG, MING)), size=15, pad="40px 60px")


def _grid(dice: random.Random) -> str:
    """A grid for the insurance bureau: photo corner, digits in boxes, expert's title and the two offices' places to stamp."""
    c = case(dice)
    t, s = tags(c), date_style(dice)
    title = dice.choice(TITLES[:3])
    signed = dice.random() < 0.75
    marks = dice.choice(("☑住院　□门诊", "□住院　☑门诊"))
    body = f"""<h1 style="font-size:23px">{hospital(c)}</h1><h1 style="font-size:21px;margin:5px 0 3px">诊 断 证 明</h1><div class="c" style="font-size:13px;margin-bottom:8px">（办理门诊慢性病、特殊疾病专用）</div>
<table class="g"><tr><td class=c style="width:14%">姓　名</td><td style="width:22%">{t["name"]}</td><td class=c style="width:11%">性　别</td><td style="width:10%">{t["sex"]}</td><td class=c style="width:11%">年　龄</td><td>{t["bare_age"]}</td><td class=c rowspan=3 style="width:15%;color:#999">（近期一寸<br>免冠照片）</td></tr><tr><td class=c>民　族</td><td>{t["ethnic"]}</td><td class=c>参保类别</td><td colspan=3>{f("insurance_type", c.who.insurance, {"employee": "职工医保", "resident": "城乡居民医保"}[c.who.insurance])}</td></tr><tr><td class=c>联系电话</td><td>{t["phone"]}</td><td class=c>单　位</td><td colspan=3>{c.unit if dice.random() < 0.5 else ""}</td></tr>
<tr><td class=c>身份证号</td><td colspan=6>{_cells(c.who.id_number)}</td></tr><tr><td class=c>家庭住址</td><td colspan=6>{t["home"]}</td></tr><tr><td class=c>就诊方式</td><td>{marks}</td><td class=c>科　室</td><td colspan=2>{t["dept"]}</td><td class=c>病案号</td><td>{t["number"]}</td></tr>
<tr><td class=c>主要病史<br>及 体 征</td><td colspan=6 style="height:130px;vertical-align:top;text-align:justify">{c.ill.complaint}。{c.ill.story}{c.ill.found}</td></tr><tr><td class=c>辅助检查</td><td colspan=6 style="height:80px">{c.ill.tests}</td></tr><tr><td class=c>临床诊断</td><td colspan=6 style="height:100px;line-height:1.8">{listed(c)}</td></tr><tr><td class=c>治疗方案</td><td colspan=6>{"；".join(n + " " + u for n, _, u in c.ill.drugs)}</td></tr>
<tr><td class=c>诊断医师<br>意　　见</td><td colspan=6 style="height:100px;vertical-align:top">情况属实，需长期门诊治疗。<div style="display:flex;justify-content:space-around;margin-top:34px"><span>医师签名：{sign("physician", c.doctors[0] if signed else None, dice)}</span><span>职称：{f("physician_title", title) if dice.random() < 0.7 else "　　　　"}</span><span>{when("sign_date", c.left, s) if signed else "　　年　　月　　日"}</span></div></td></tr>
<tr><td class=c>医院医保<br>办 意 见</td><td colspan=6 style="height:120px;vertical-align:bottom;position:relative"><div class="r" style="padding-right:50px">（盖章）　　　　{when("issue_date", c.left, s)}</div>{seal(c.hospital, dice.choice(("医保办公室", "医疗保险科", "医务科")), size=126, at=(dice.randint(360, 420), -4), turn=dice.uniform(-16, 16), colour=dice.choice(("red", "red", "red", "blue")))}</td></tr></table><div style="font-size:12px;margin-top:5px">注：此表由经治医师如实填写，一式两份；附住院病历复印件、近期检查报告单。填表人：{_helper(dice)}</div>"""
    return page(body, font=dice.choice((SONG, HEI, KAI)), size=14, pad="38px 50px")


def _helper(dice: random.Random) -> str:
    return dice.choice(("黄小琴", "罗建民", "吴美玲", "刘志远"))


def _cells(number: str) -> str:
    cells = "".join(
        f'<span style="display:inline-block;width:27px;border-right:1px solid #333;text-align:center">{x}</span>'
        for x in number
    )
    return f'<span data-field="id_number" data-value="{number}" style="display:inline-block;border:1px solid #333;border-right:0">{cells}</span>'


def _printed(dice: random.Random) -> str:
    """Half a sheet from the doctor's desk: labels in two columns, a barcode's number, a square seal."""
    c = case(dice)
    t, s = tags(c), date_style(dice)
    title = f"/{f('physician_title', dice.choice(TITLES))}" if dice.random() < 0.6 else ""
    bars = "".join(
        f'<rect x="{n * 4 + dice.randint(0, 1)}" y="0" width="{dice.choice((1, 2, 3))}" height="28"/>'
        for n in range(40)
    )
    fee, oval = dice.choice(("自费", "医保", "公费", "")), dice.random() < 0.5
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-start"><div><svg width="164" height="28">{bars}</svg><div style="font-size:11px;letter-spacing:2px">{dice.randint(10**11, 10**12 - 1)}</div></div><div class="c"><h2 style="font-size:21px">{hospital(c)}</h2><h1 style="font-size:22px;letter-spacing:5px">门诊疾病诊断证明书</h1></div><div style="font-size:12px;line-height:1.4">院区：{dice.choice(("本部", "东院区", "北院区"))}<br>费别：{fee}<br>NO：{f("report_number", f"ZM{c.left:%y%m%d}{dice.randint(1, 999):03d}")}</div></div>
<div style="display:grid;grid-template-columns:1fr .7fr .7fr 1fr;border-top:2px solid #000;border-bottom:1px solid #000;margin-top:6px;padding:4px 0"><span>姓名:{t["name"]}</span><span>性别:{t["sex"]}</span><span>年龄:{t["age"]}</span><span>门诊号:{t["number"]}</span><span>科室:{t["dept"]}</span><span></span><span></span><span>就诊日期:{when("visit_date", c.left, s)}</span></div>
<table style="margin-top:6px"><tr><td style="width:90px;vertical-align:top"><b>诊　　断:</b></td><td style="height:88px;vertical-align:top">{listed(c, "<br>", dice.choice(("{}.", "（{}）")))}</td></tr><tr><td style="vertical-align:top"><b>病情摘要:</b></td><td style="height:72px;vertical-align:top">{c.ill.complaint}。{c.ill.found}</td></tr><tr><td style="vertical-align:top"><b>建　　议:</b></td><td style="height:58px;vertical-align:top">{c.ill.advice}</td></tr></table>
<div style="display:flex;justify-content:space-between;border-top:1px solid #000;padding-top:8px;position:relative"><span>医师:{f("physician_name", c.doctors[0])}{title}</span><span>签名:{sign("physician", c.doctors[0], dice)}</span><span>开具时间:{when("issue_date", c.left, s, " %H:%M")}</span>{seal(c.hospital if oval else "", "诊断证明章" if oval else "门诊诊断专用章", shape="ellipse" if oval else "square", size=124, at=(dice.randint(540, 590), -104), turn=dice.uniform(-8, 8))}</div><div style="font-size:11px;margin-top:8px">1、未经本院盖章无效。2、病休证明需另行开具。3、遗失不补。　　打印：{c.doctors[3]} {c.left:%Y-%m-%d %H:%M:%S}　咨询电话：{dice.randint(2000000, 8999999)}</div>"""
    return page(body, font=dice.choice((SHARP, SONG, MICRO)), size=14, pad="26px 40px")


def _letter(dice: random.Random) -> str:
    """A township's file typed by hand: one sentence that says all, no labels, the patient's number in brackets."""
    c = case(dice)
    t = tags(c)
    s = dice.choice(("{0.year}年{0.month}月{0.day}日", "{0:%Y}年{0:%m}月{0:%d}日", "{0:%Y.%m.%d}"))
    count = len(c.diagnoses)
    told = "、".join(f("diagnosis", n) for n, _ in c.diagnoses) if count < 4 else listed(c, "；", "（{}）")
    home = f"，现住{t['home']}" if dice.random() < 0.6 else ""
    treated = dice.choice((
        f"因“{c.ill.complaint}”于{when('admission_date', c.admitted, s)}入住我院{t['dept']}（住院号：{t['number']}），{when('discharge_date', c.left, s)}出院，住院{c.days}天。",
        f"自{c.admitted.year - 2}年起在我院{t['dept']}门诊长期就诊，最近一次就诊为{when('visit_date', c.left, s)}，门诊病历号{t['number']}。",
    ))  # fmt: skip
    body = f"""<h1 style="font-size:32px;letter-spacing:18px;margin:34px 0 34px">诊断证明</h1><div style="font-size:19px;line-height:2.1;text-indent:2em;text-align:justify"><div>患者{t["name"]}，{t["sex"]}，{t["age"]}，{t["ethnic"]}，公民身份号码{t["id"]}{home}。{treated}{c.ill.tests}</div><div>目前诊断：{told}。</div><div>建议：{c.ill.advice}</div><div>特此证明。</div></div>
<div style="position:relative;text-align:right;font-size:19px;line-height:2.2;margin:50px 20px 0 0">主管医师：{sign("physician", c.doctors[0], dice, 110)}<br>{hospital(c)}<br>{when("issue_date", c.left, s)}{seal(c.hospital, "", size=165, at=(dice.randint(450, 500), 20), turn=dice.uniform(-20, 20))}</div><div style="position:absolute;bottom:44px;left:80px;font-size:13px">联系人：{_helper(dice)}　联系电话：0{dice.randint(310, 990)}-{dice.randint(2000000, 8999999)}</div>"""
    return page(body, font=dice.choice((SONG, MING, KAI)), size=18, pad="60px 80px")


TEMPLATES: dict[str, Template] = {
    "district-diagnosis_certificate-foil": Template("diagnosis_certificate", 794, 1123, _foil),
    "district-diagnosis_certificate-grid": Template("diagnosis_certificate", 794, 1123, _grid),
    "district-diagnosis_certificate-printed": Template("diagnosis_certificate", 794, 560, _printed),
    "district-diagnosis_certificate-letter": Template("diagnosis_certificate", 794, 1123, _letter),
}
