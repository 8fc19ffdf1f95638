"""Reports of imaging, ultrasound and the heart."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    PRINTS,
    clock,
    date_text,
    digits,
    doctor,
    hospital,
    phone,
    squares,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, MICRO, f, page, seal, sign
from benchmarks.reading.templates.develop.people import day


def _trace(dice: random.Random) -> str:
    """Twelve leads on squared paper."""
    lines = ""
    for lead in range(6):
        y, points = 40 + lead * 52, ""
        beat = dice.randint(58, 84)
        for x in range(10, 980, 2):
            k = x % beat
            v = (
                -24
                if k in (20, 21)
                else 8
                if k in (22, 23)
                else -5
                if 36 < k < 48
                else -3
                if 8 < k < 14
                else 0
            )
            points += f"{x},{y + v + dice.uniform(-0.7, 0.7):.1f} "
        lines += f'<polyline points="{points}" fill="none" stroke="#111" stroke-width="1"/><text x="12" y="{y - 20}" font-size="12">{("I", "II", "III", "aVR", "aVL", "aVF")[lead]}</text><text x="500" y="{y - 20}" font-size="12">V{lead + 1}</text>'
    grid = "".join(f'<path d="M{x} 0V350" stroke="#f2b8b8" stroke-width=".6"/>' for x in range(0, 1000, 12))
    grid += "".join(f'<path d="M0 {y}H1000" stroke="#f2b8b8" stroke-width=".6"/>' for y in range(0, 350, 12))
    return f'<svg width="1000" height="350" style="border:1px solid #e08a8a">{grid}{lines}</svg>'


def heart(dice: random.Random) -> str:
    """An electrocardiogram, landscape, measures beside the person, no word “report” in its head."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("-", "/", "年0"))
    found = dice.sample(("窦性心律", "ST-T改变", "左心室高电压", "完全性右束支传导阻滞", "偶发室性早搏", "电轴左偏"), dice.randint(2, 3))  # fmt: skip
    body = f"""<div style="display:flex;justify-content:space-between;align-items:baseline"><span style="font-size:21px;font-weight:600">{f("hospital_name", house)}　十二导同步心电图</span><span>ID：{f("report_number", digits(dice, 9, "E"))}</span></div>
<div style="display:grid;grid-template-columns:1.2fr 1fr 1fr 1fr 1.5fr;gap:2px 18px;margin:6px 0"><span>姓名：{f("patient_name", p.name)}</span><span>心率(HR)：{dice.randint(56, 98)} bpm</span><span>QRS：{dice.randint(82, 138)} ms</span><span>P/QRS/T 电轴：{dice.randint(20, 70)}/{dice.randint(-30, 60)}/{dice.randint(10, 80)}°</span><span style="grid-row:span 3;border:1px solid #000;padding:4px 8px"><b>诊断结论</b><br>{"".join(f"<div>{f('diagnosis', x)}</div>" for x in found)}</span>
<span>性别：{f("sex", p.sex)}　年龄：{f("age", p.age_on(on), f"{p.age_on(on)}岁")}</span><span>P-R 间期：{dice.randint(132, 196)} ms</span><span>QT/QTc：{dice.randint(350, 400)}/{dice.randint(405, 455)} ms</span><span>RV5/SV1：{dice.uniform(1, 2.8):.2f}/{dice.uniform(0.4, 1.6):.2f} mV</span><span>住院号：{f("record_number", digits(dice, 7))}　床号：{dice.randint(1, 40)}</span><span>科室：{f("department", dice.choice(("急诊科", "心内一科", "老年医学科")))}</span><span>检查：{date_text(on, s)} {clock(dice)}</span><span>RV5+SV1：{dice.uniform(2, 4):.2f} mV</span></div>
{_trace(dice)}<div style="display:flex;justify-content:space-between;margin-top:4px"><span>25mm/s 10mm/mV 0.05~150Hz AC50</span><span>报告医师：{sign("physician", doctor(dice), dice)}</span><span>审核医师：{f("physician_name", doctor(dice))}</span><span>报告时间：{when("report_date", on, s, clock(dice, False))}</span></div><div style="font-size:11px">本报告仅供临床医师参考，需经医师签字有效</div>"""
    return page(body, "", dice.choice((HEI, MICRO)), 13, "24px 60px")


def chest(dice: random.Random) -> str:
    """A sheet of a regional imaging centre read far away: applying and reading hospital both named."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    centre = f"{p.place.city.removesuffix('市')}区域影像诊断中心"
    on, s = day(dice), dice.choice(("-", "年", "/"))
    part, seen, ends = dice.choice((
        ("胸部CT平扫", "胸廓对称，两肺透亮度增高，可见多发无壁透亮区，以两上肺为著；右下肺见斑片状高密度影，边缘模糊。气管支气管通畅，纵隔内见数枚小淋巴结，短径小于1cm。心影增大，肺动脉干增宽约33mm，冠脉走行区见钙化。两侧胸腔少量积液。", ("慢性支气管炎、肺气肿", "右肺下叶炎症", "肺动脉增宽，提示肺动脉高压可能", "两侧胸腔少量积液")),
        ("颅脑MRI平扫+DWI", "右侧基底节区、放射冠见斑片状长T1长T2信号，FLAIR呈低信号周边高信号环，DWI未见明显高信号。双侧半卵圆中心见多发斑点状稍长T2信号。脑室系统对称扩大，脑沟裂增宽。中线居中。", ("右侧基底节区及放射冠陈旧性脑梗死（软化灶形成）", "脑白质病变Fazekas 2级", "老年性脑改变")),
        ("双手正位DR", "双手诸骨骨质疏松，腕骨间隙变窄，部分融合；双手近端指间关节、掌指关节边缘见小囊状骨质破坏，关节间隙狭窄，软组织梭形肿胀。", ("双手改变，符合类风湿性关节炎（Ⅲ期）",)),
    ))  # fmt: skip
    body = f"""<div class="c" style="font-size:24px;font-weight:600">{dice.choice(("放射影像诊断报告书", "影像学检查报告", "医学影像诊断报告"))}</div><div style="position:absolute;right:56px;top:14px">{squares(dice, 58, 21)}</div>
<div class="kv" style="margin-top:8px"><span><i>申请机构</i>{f("hospital_name", house)}</span><span><i>诊断机构</i>{centre}</span><span><i>影像号</i>{f("report_number", digits(dice, 8, dice.choice(("CT", "MR", "DX", ""))))}</span></div>
<div class="kv" style="border-top:2px solid #000;border-bottom:1px solid #000"><span><i>姓　名</i>{f("patient_name", p.name)}</span><span><i>性　别</i>{f("sex", p.sex)}</span><span><i>年　龄</i>{f("age", p.age_on(on), f"{p.age_on(on):03d}Y")}</span><span><i>患者编号</i>{f("record_number", digits(dice, 9, "P"))}</span><span><i>送检科室</i>{f("department", dice.choice(("内一科", "中医康复科", "全科门诊")))}</span><span><i>检查时间</i>{date_text(on, s)}</span><span style="grid-column:span 3"><i>检查部位及方法</i>{part}</span></div>
<div class="s"><b>影像表现</b><div>{seen}</div></div><div class="s" style="min-height:180px"><b>影像诊断</b><div>{"<br>".join(f"{n}．{f('diagnosis', x)}{'；' if n < len(ends) else '。'}" for n, x in enumerate(ends, 1))}</div></div>{'<div class="s"><b>建议</b><div>请结合临床及实验室检查，必要时复查。</div></div>' if dice.random() < 0.6 else ""}
<div style="position:absolute;left:60px;right:60px;bottom:50px"><div style="display:flex;justify-content:space-between;border-top:1px solid #000;padding-top:6px"><span>检查技师 {doctor(dice)}</span><span>报告医师 {f("physician_name", doctor(dice))}</span><span>审核医师 {f("physician_name", doctor(dice))}{sign("physician", doctor(dice), dice, 80) if dice.random() < 0.5 else ""}</span><span>报告时间 {when("report_date", on, s, clock(dice))}</span></div><div style="font-size:12px;color:#444;margin-top:4px">温馨提示：本报告需医师审核签名后有效；胶片遗失不补，云影像查询请扫右上角二维码，保存期限15年。</div></div>"""
    body += seal(centre, "诊断专用章", shape=dice.choice(("circle", "ellipse")), at=(540, 850), size=138, turn=dice.uniform(-10, 10))  # fmt: skip
    css = ".kv{display:grid;grid-template-columns:1.15fr 1.2fr .9fr;padding:6px 0;gap:3px 8px}.kv i{font-style:normal;color:#555;margin-right:10px}.s{margin-top:18px}.s>div{padding:6px 0 0 2em;font-size:17px;line-height:1.9}"
    return page(body, css, dice.choice(PRINTS), 15, "40px 60px")


def echo(dice: random.Random) -> str:
    """An ultrasound in a mini-program, with the picture and a table of measures that is no test table."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice, "2024-05-01")
    ends = dice.choice((("左房增大", "左室壁节段性运动异常", "二尖瓣轻中度反流", "左心功能减退（EF 42%）"), ("左心室肥厚", "左室舒张功能减低"), ("右心扩大", "肺动脉高压（中度）", "三尖瓣中度反流")))  # fmt: skip
    shot = f'<div style="height:300px;background:#0b0b0f;border-radius:12px;position:relative;overflow:hidden"><svg width="650" height="300"><path d="M325 10L120 260A300 300 0 0 0 530 260Z" fill="#33373f"/><ellipse cx="{dice.randint(290, 360)}" cy="150" rx="60" ry="70" fill="#101114"/><ellipse cx="330" cy="230" rx="80" ry="26" fill="#565c66"/></svg></div>'

    def ln(a: object, b: object) -> str:
        return f'<div class="l"><i>{a}</i><b>{b}</b></div>'

    body = f"""<div class="card"><div class="t">心脏彩色多普勒超声</div>{ln("姓名", f("patient_name", p.name))}{ln("性别/年龄", f("sex", p.sex) + " / " + f("age", p.age_on(on), f"{p.age_on(on)}岁"))}{ln("检查号", f("report_number", "US" + digits(dice, 9)))}{ln("机构名称", f("hospital_name", house))}{ln("开单科室", f("department", dice.choice(("心血管内科", "老年科", "体检中心"))))}{ln("报告医生", f("physician_name", doctor(dice)))}{ln("报告日期", when("report_date", on, dice.choice(("-", "/", "."))))}</div><div class="card">{shot}</div>
<div class="card"><div class="t">超声所见</div><div>LA {dice.randint(34, 48)}mm　LVDd {dice.randint(44, 62)}mm　IVS {dice.randint(9, 14)}mm　LVPW {dice.randint(9, 13)}mm　AO {dice.randint(28, 37)}mm　EF {dice.randint(40, 68)}%<br>各瓣膜形态、活动未见异常，CDFI：可探及反流信号，余未见明显异常血流。心包腔未见积液。</div></div><div class="card"><div class="t">超声提示</div>{"".join(f"<div>{f('diagnosis', x)}</div>" for x in ends)}</div><div class="s" style="text-align:center">数据来源：{house}PACS系统</div>"""
    return phone("检查报告", body, dice, accent="#4b6bfb", dark=dice.random() < 0.4)


TEMPLATES: dict[str, Template] = {
    "delta-exam_report-electrocardiogram": Template("exam_report", 1123, 620, heart),
    "delta-exam_report-imagingcentre": Template("exam_report", 794, 1123, chest),
    "delta-exam_report-echophone": Template("exam_report", 750, 1720, echo),
}
