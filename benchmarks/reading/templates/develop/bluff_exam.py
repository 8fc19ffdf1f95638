"""Examination reports: CT, MR, colour ultrasound, electrocardiogram, gastroscopy, lung function."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_base import bars, blank, case, clock, d, digits, line, spread
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign

CTS = (
    ("胸部CT平扫", "胸廓对称，双肺透亮度增高，肺纹理稀疏，双肺上叶见多发无壁透亮区；右肺中叶及左肺下叶见条索状密度增高影，边缘清；气管、支气管通畅；纵隔内未见肿大淋巴结；心影不大，主动脉壁见钙化；双侧胸腔未见积液。",
     ("慢性支气管炎、肺气肿、肺大疱", "右肺中叶、左肺下叶慢性炎症", "主动脉硬化")),
    ("上腹部CT平扫+增强", "肝脏体积缩小，表面凹凸不平，各叶比例失调，肝裂增宽，实质密度欠均匀，增强扫描未见异常强化灶；门静脉主干增宽约1.6cm；脾大，约8个肋单元；胆囊壁稍厚；腹腔内见弧形水样密度影；胰腺、双肾未见异常。",
     ("肝硬化、脾大、门静脉高压、少量腹水", "胆囊炎")),
    ("头颅CT平扫", "双侧基底节区、半卵圆中心见多发斑点状低密度影，边界欠清；脑室系统扩大，脑沟、脑裂增宽；中线结构居中；小脑及脑干未见明显异常；颅骨骨质完整。",
     ("双侧基底节区、半卵圆中心多发腔隙性脑梗死", "老年性脑改变")),
)  # fmt: skip
MRS = (
    ("颅脑MRI平扫+MRA", "T1WI、T2WI、FLAIR、DWI", "左侧放射冠区见斑片状长T1长T2信号，DWI呈高信号，ADC图呈低信号，大小约1.4cm×0.9cm；双侧额顶叶白质区散在点状FLAIR高信号。脑室系统未见扩张，中线居中。MRA：左侧大脑中动脉M1段管腔变细，远端分支减少。",
     ("左侧放射冠区急性脑梗死", "双侧额顶叶缺血灶（Fazekas 1级）", "左侧大脑中动脉M1段中度狭窄")),
    ("腰椎MRI平扫", "SAG T1WI、T2WI、STIR，AX T2WI", "腰椎生理曲度变直，L3-S1椎体边缘骨质增生，各椎间盘T2WI信号减低，L4/5椎间盘向后突出约0.5cm，硬膜囊受压，双侧侧隐窝变窄；脊髓圆锥位置正常，终丝走行自然。",
     ("L4/5椎间盘突出并椎管狭窄", "腰椎退行性变")),
)  # fmt: skip
SCANS = (
    ("心脏彩色多普勒", "左房前后径41mm，左室舒张末内径55mm，室间隔厚12mm，左室后壁厚11mm，右房、右室不大；主动脉瓣回声增强，开放可，关闭见少量返流信号；二尖瓣前向血流E＜A；左室壁运动幅度普遍减低。EF 47%，FS 24%。",
     ("左房、左室增大", "室间隔增厚", "主动脉瓣退行性变并轻度返流", "左室收缩及舒张功能减低")),
    ("双肾、输尿管、膀胱", "右肾大小约8.3×4.1cm，左肾大小约8.5×4.3cm，形态欠规则，包膜毛糙，实质回声增强，皮髓质分界不清，集合系统未见分离；CDFI：肾内血流信号减少。双侧输尿管未见扩张，膀胱充盈可，壁光滑。",
     ("双肾缩小，实质弥漫性病变，符合慢性肾病声像图",)),
    ("甲状腺及颈部淋巴结", "甲状腺右叶中部见一大小约1.2×0.9cm低回声结节，边界欠清，纵横比＞1，内见点状强回声；左叶未见占位；CDFI：结节内见少许血流信号。双侧颈部未见明显肿大淋巴结。",
     ("甲状腺右叶实性结节，C-TIRADS 4b类",)),
)  # fmt: skip


def _shadow(dice: random.Random, width: int, height: int, tint: str = "#999") -> str:
    """A dark picture with blurred bright bodies, as scanners and probes give."""
    bodies = "".join(
        f'<ellipse cx="{dice.uniform(0.2, 0.8) * width:.0f}" cy="{dice.uniform(0.2, 0.8) * height:.0f}" rx="{dice.uniform(8, 44):.0f}" ry="{dice.uniform(6, 34):.0f}" fill="{tint}" opacity="{dice.uniform(0.2, 0.8):.2f}"/>'
        for _ in range(12)
    )
    return f'<svg width="{width}" height="{height}" style="background:#050505"><defs><filter id="b"><feGaussianBlur stdDeviation="5"/></filter></defs><g filter="url(#b)">{bodies}</g></svg>'


def tomogram(dice: random.Random) -> str:
    """Hebei CT report: underlined particulars, findings and opinion in large empty fields, reader's signatures."""
    c = case(dice, "HE")
    p = c.p
    what, seen, said = dice.choice(CTS)
    opinion = "".join(f"<div>{n}、{f('diagnosis', t)}。</div>" for n, t in enumerate(said, 1))
    u: Callable[..., str] = lambda text, width=90: blank(text, width)
    body = f"""<h1 style="font-size:25px;letter-spacing:4px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:20px;margin:6px 0 14px">CT诊断报告书</h2>
<div style="display:flex;justify-content:space-between"><span>姓名{
        u(f("patient_name", p.name))
    }</span><span>性别{u(f("sex", p.sex), 40)}</span><span>年龄{
        u(f("age", c.age, f"{c.age}岁"), 50)
    }</span><span>CT号{u(f("report_number", "CT" + digits(dice, 6)), 100)}</span></div>
<div style="display:flex;justify-content:space-between;margin:6px 0"><span>科别{
        u(f("department", c.ill.dept), 130)
    }</span><span>门诊/住院号{u(f("record_number", c.number), 110)}</span><span>床号{u("", 50)}</span></div>
<div style="display:flex;justify-content:space-between"><span>临床诊断{
        u(f("diagnosis", c.ill.dx[0]), 220)
    }</span><span>检查部位{u(what, 200)}</span></div>
<div style="font-size:18px;font-weight:600;margin-top:22px">影像所见</div>
<div style="text-indent:2em;line-height:1.9;min-height:330px">{seen}</div>
<div style="font-size:18px;font-weight:600">诊断意见</div>
<div style="padding-left:2em;line-height:1.9;min-height:170px">{opinion}</div>{line(1.5)}
{
        spread(
            f"报告医师：{f('physician_name', c.staff[0])}",
            f"审核医师：{f('physician_name', c.staff[1])}{sign('physician', c.staff[1], dice, 80)}",
            f"报告日期：{d('report_date', c.on, dice, '年')}",
        )
    }
<div style="font-size:12px;margin-top:6px">注：本报告仅供临床医师参考，未经医师签名无效。CT片请自行妥善保管。</div>"""
    body += seal(c.hospital, "影像诊断专用章", size=136, at=(470, 820), turn=dice.uniform(-30, 10), ink=0.65)
    return page(body, font=SONG, size=16, pad="56px 66px")


def resonance(dice: random.Random) -> str:
    """Shanxi MR report: everything in one ruled table with grey label cells."""
    c = case(dice, "SX")
    p = c.p
    what, how, seen, said = dice.choice(MRS)
    opinion = "<br>".join(f"{n}. {f('diagnosis', t)}；" for n, t in enumerate(said, 1))
    g: Callable[..., str] = lambda text: (
        f'<td style="background:#ececec;text-align:center;width:92px">{text}</td>'
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><div>
<div style="font-size:21px;font-weight:600">{f("hospital_name", c.hospital)}</div>
<div style="font-size:12px;letter-spacing:1px">DEPARTMENT OF RADIOLOGY</div></div>
<div style="font-size:19px">磁共振检查报告单</div></div>
<table class="g" style="margin-top:8px">
<tr>{g("姓名")}<td>{f("patient_name", p.name)}</td>{g("性别")}<td>{f("sex", p.sex)}</td>{g("年龄")}<td>{
        f("age", c.age, f"{c.age}岁")
    }</td>
</tr>
<tr>{g("申请科室")}<td>{f("department", c.ill.dept)}</td>{g("病历号")}<td>{f("record_number", c.number)}</td>{
        g("检查号")
    }<td>{f("report_number", "MR" + digits(dice, 7))}</td>
</tr><tr>{g("检查项目")}<td colspan="3">{what}</td>{g("检查日期")}<td>{c.on:%Y-%m-%d}</td></tr>
<tr>{g("成像序列")}<td colspan="5">{how}</td></tr>
<tr>{g("影像学<br>表现")}<td
colspan="5" style="height:300px;vertical-align:top;line-height:1.9;padding:10px">{seen}</td>
</tr>
<tr>{g("影像学<br>诊断")}<td
colspan="5" style="height:150px;vertical-align:top;line-height:1.9;padding:10px">{opinion}</td>
</tr>
<tr>{g("诊断医生")}<td>{f("physician_name", c.staff[0])}</td>{g("审核医生")}<td>{
        f("physician_name", c.staff[1])
    }</td>{g("报告时间")}<td style="white-space:nowrap">{
        d("report_date", c.on, dice, "-", " " + clock(dice))
    }</td>
</tr></table>
<div
style="font-size:12px;margin-top:6px;line-height:1.5">1.此报告结论系依据影像资料作出，供临床参考。2.如临床有疑问请及时与影像科联系：（03{
        dice.randint(50, 59)
    }）{digits(dice, 7)}。3.建议复查时携带原片。</div>
<div style="display:flex;gap:10px;margin-top:24px">{_shadow(dice, 210, 170)}{_shadow(dice, 210, 170)}{
        _shadow(dice, 210, 170)
    }</div>"""
    return page(body, ".g td{padding:5px 7px}", font=HEI, size=14, pad="46px 54px")


def ultrasound(dice: random.Random) -> str:
    """Guizhou colour ultrasound: two pictures over the prose, labels without colons, measured by the doctor."""
    c = case(dice, "GZ")
    p = c.p
    what, seen, said = dice.choice(SCANS)
    opinion = "".join(f"<div>{f('diagnosis', t)}</div>" for t in said)
    body = f"""<div class="c" style="font-size:23px;font-weight:600;font-family:{KAI}">{
        f("hospital_name", c.hospital)
    }</div>
<div class="c" style="font-size:17px;margin-bottom:8px">彩色多普勒超声检查报告</div>
<div
style="display:grid;grid-template-columns:1.1fr .7fr .8fr 1.3fr;border-top:1px solid #2a5d9c;border-bottom:1px solid #2a5d9c;padding:5px 0"><span>姓名 <b>{
        f("patient_name", p.name)
    }</b></span><span>性别 {f("sex", p.sex)}</span><span>年龄 {
        f("age", c.age, f"{c.age}岁")
    }</span><span>超声号 {f("report_number", f"US{c.on:%y%m%d}{dice.randint(100, 999)}")}</span><span>科室 {
        f("department", c.ill.dept)
    }</span><span
style="grid-column:span 2">住院号 {f("record_number", c.number)}</span><span>仪器 Voluson E{
        dice.choice((8, 10))
    }</span><span style="grid-column:span 4">检查部位 {what}</span></div>
<div style="display:flex;justify-content:space-around;margin:10px 0">{_shadow(dice, 320, 240, "#bbb")}{
        _shadow(dice, 320, 240, "#c86")
    }</div>
<div style="color:#2a5d9c;font-weight:600">超声所见</div>
<div style="text-indent:2em;min-height:200px;line-height:1.8">{seen}</div>
<div style="color:#2a5d9c;font-weight:600">超声提示</div>
<div style="padding-left:2em;min-height:120px;line-height:1.8">{opinion}</div>
<div style="border-top:1px solid #2a5d9c;padding-top:6px">{
        spread(
            f"检查医师 {f('physician_name', c.staff[0])}",
            f"记录员 {c.staff[2]}",
            f"{d('report_date', c.on, dice, '年')}",
        )
    }</div>
<div class="c" style="font-size:12px;color:#555;margin-top:8px">（此报告仅反映受检者当时情况，供临床医生参考，签字后生效）</div>"""
    return page(body, font=MICRO, size=15, pad="36px 48px")


def gastroscopy(dice: random.Random) -> str:
    """Hunan gastroscopy: four round pictures at the right, the way down organ by organ, biopsy and germ."""
    c = case(dice, "HN")
    p = c.p
    ulcer = dice.random() < 0.5
    organs = (
        ("食管", "黏膜光滑，血管纹理清晰，齿状线距门齿约39cm" if ulcer else "下段见4条蓝色曲张静脉，呈串珠状，红色征（+）"),
        ("贲门", "开闭良好"), ("胃底", "黏液湖清，量中等" if ulcer else "见团块状静脉曲张"), ("胃体", "黏膜充血、水肿"),
        ("胃角", "弧形，光滑"), ("胃窦", "黏膜红白相间，以白为主，" + ("前壁见一约0.8cm×0.6cm溃疡，覆白苔，周边充血" if ulcer else "散在糜烂")),
        ("幽门", "圆，开闭可"), ("球部", "无畸形，黏膜光滑"), ("降部", "未见异常"),
    )  # fmt: skip
    said = (
        ("胃窦溃疡（A1期）", "慢性萎缩性胃炎（C-1）")
        if ulcer
        else ("食管胃底静脉曲张（重度）", "门脉高压性胃病")
    )
    walk = "".join(
        f"<tr><td style='width:52px;vertical-align:top'>{a}：</td><td>{b}。</td></tr>" for a, b in organs
    )
    eyes = "".join(
        f'<svg width="150" height="122" style="background:#111;margin-bottom:6px"><circle cx="75" cy="61" r="56" fill="#c8685a"/><ellipse cx="{dice.randint(55, 95)}" cy="{dice.randint(45, 80)}" rx="{dice.randint(12, 24)}" ry="{dice.randint(9, 20)}" fill="#5a1a18"/><path d="M30 {dice.randint(40, 90)}q40 -20 90 6" stroke="#e7a596" stroke-width="4" fill="none"/></svg>'
        for _ in range(4)
    )
    body = f"""<div style="display:flex;align-items:center"><div style="flex:1" class="c">
<h1 style="font-size:23px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:18px;font-weight:400">电子胃镜检查报告单</h2></div>
<div style="font-size:12px">{bars(dice, 120, 28)}检查编号：{f("report_number", "W" + digits(dice, 8))}</div>
</div>{line(1)}
<div style="display:flex;justify-content:space-between"><span>姓名: {
        f("patient_name", p.name)
    }</span><span>性别: {f("sex", p.sex)}</span><span>年龄: {f("age", c.age)}</span><span>科室: {
        f("department", c.ill.dept)
    }</span><span>门诊号: {f("record_number", c.number)}</span></div>
<div>仪器型号: GIF-H{dice.choice(("260", "290"))}　　术前用药: 利多卡因胶浆　　镜检日期: {c.on.year}年{
        c.on.month
    }月{c.on.day}日</div>{line(1)}
<div style="display:flex;gap:16px"><div style="flex:1"><div style="font-weight:600">镜下所见：</div>
<table style="line-height:1.9">{walk}</table></div><div style="width:152px">{eyes}</div></div>
<div style="font-weight:600;margin-top:10px">内镜诊断：</div>
<div style="padding-left:2em;min-height:70px">{"<br>".join(f("diagnosis", t) for t in said)}</div>
<div style="display:flex;margin-top:8px"><b>活检部位：</b>{"胃窦 3块" if ulcer else "无"}<b
style="margin-left:120px">Hp快速尿素酶：</b>{dice.choice(("阳性（＋）", "阴性（－）", "未做"))}</div>
<div style="margin-top:8px"><b>建　　议：</b>{
        "抑酸、保护胃黏膜治疗，根除Hp，6～8周后复查胃镜" if ulcer else "软食，择期内镜下套扎治疗"
    }</div>
<div
style="margin-top:60px">{
        spread(
            f"内镜医师：{f('physician_name', c.staff[0])} {sign('physician', c.staff[0], dice)}",
            f"护士：{c.staff[3]}",
            f"报告日期：{d('report_date', c.on, dice, '年0')}",
        )
    }</div>"""
    return page(body, "td{padding:1px 3px}", font=SONG, size=15, pad="44px 54px")


KIND = "exam_report"
TEMPLATES: dict[str, Template] = {
    "bluff-exam-ct-hebei": Template(KIND, 794, 1123, tomogram),
    "bluff-exam-mr-shanxi": Template(KIND, 794, 1123, resonance),
    "bluff-exam-ultrasound-guizhou": Template(KIND, 794, 1123, ultrasound),
    "bluff-exam-gastroscopy-hunan": Template(KIND, 794, 1123, gastroscopy),
}
