"""Reports of CT and MR (Heilongjiang), of ultrasound with pictures (Guangxi) and of pathology (Hunan)."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cove_base import (
    GX,
    HL,
    HN,
    bars,
    clock,
    d,
    date,
    digits,
    dxs,
    logo,
    sheet,
    stay,
    vary,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, seal, sign

EXAM, PATH = "exam_report", "pathology_report"
SCANS = {
    "lung": (
        "CT", "胸部CT平扫", "64排螺旋CT，层厚5mm，1.25mm薄层重建",
        "胸廓呈桶状，双侧肋间隙增宽。双肺透亮度增高，肺纹理增多、紊乱，双上肺见多发无壁透亮影，"
        "较大者位于右肺尖，大小约"
        "{21-42}mm×{18-30}mm；双肺下叶见斑片状、条索状密度增高影，边缘模糊。气管及主要支气管通畅，"
        "纵隔内见多发小淋巴结，"
        "短径<10mm。心影增大，肺动脉主干增宽，约{30-36}mm，冠状动脉走行区见条状钙化。"
        "双侧胸腔未见积液，双侧胸膜局部增厚。",
        ("慢性支气管炎、肺气肿、双上肺多发肺大疱", "双肺下叶炎症", "肺动脉高压征象，冠状动脉钙化",
        "双侧胸膜局部增厚"),
    ),
    "stroke": (
        "MR", "颅脑MRI平扫+DWI+MRA", "T1WI、T2WI、FLAIR、DWI（b=1000），3D-TOF",
        "左侧基底节区、放射冠区见片状长T1长T2信号，FLAIR呈高信号，DWI弥散受限，ADC图呈低信号，"
        "范围约{12-26}mm×{8-16}mm；双侧额顶叶"
        "皮层下、侧脑室旁见多发点片状长T2信号，DWI未见受限。脑室系统扩大，脑沟、脑裂增宽，中线结构居中。"
        "MRA：左侧大脑中动脉"
        "M1段管腔局限性狭窄，远端分支减少；双侧颈内动脉虹吸段走行迂曲、管壁毛糙；左侧椎动脉纤细。",
        ("左侧基底节区、放射冠区急性期脑梗死", "双侧额顶叶多发缺血灶", "脑萎缩",
        "脑动脉硬化，左侧大脑中动脉M1段狭窄"),
    ),
    "tumour": (
        "CT", "胸部CT平扫+增强", "碘海醇300mgI/mL 80ml，2.5ml/s",
        "右肺上叶尖段见一不规则软组织肿块影，大小约{24-46}mm×{20-36}mm，边缘见分叶及毛刺，"
        "邻近胸膜牵拉凹陷，增强扫描呈不均匀强化，CT值约"
        "{62-88}HU；双肺散在多发小结节，直径约3～7mm。右肺门及纵隔4R、7区见肿大淋巴结，"
        "大者短径约{14-22}mm，右侧胸腔少量积液。"
        "肝内见数个小类圆形低密度影，无强化。所示骨质未见明确破坏。",
        ("右肺上叶占位，考虑周围型肺癌", "双肺多发小结节，转移可能", "右肺门及纵隔淋巴结肿大",
        "右侧胸腔少量积液；肝囊肿"),
    ),
}  # fmt: skip


def _picture(dice: random.Random, width: int, height: int, shape: str) -> str:
    """A grey picture: a fan of ultrasound or a stained slide."""
    spots = "".join(
        f'<ellipse cx="{dice.randint(0, width)}" cy="{dice.randint(20, height)}" rx="{dice.randint(3, 24)}" '
        f'ry="{dice.randint(2, 14)}" fill="'
        f'{dice.choice(("#fff", "#000", "#888") if shape == "fan" else ("#7b2f8f", "#4a2a7a", "#e9a8c8"))}"'
        f' opacity="{dice.uniform(0.1, 0.5):.2f}"/>'
        for _ in range(60 if shape == "fan" else 160)
    )
    if shape == "fan":
        path = (
            f"M{width / 2 - 14} 12 L{width / 2 + 14} 12 L{width - 12} {height - 26} Q{width / 2} "
            f"{height + 8} 12 {height - 26} Z"
        )
        return (
            f'<svg width="{width}" height="{height}" style="background:#080808"><clipPath id="k"><path '
            f'd="{path}"/></clipPath>'
            f'<g clip-path="url(#k)"><rect width="{width}" height="{height}" fill="#3c3c3c"/>{spots}</g>'
            "</svg>"
        )
    return (
        f'<svg width="{width}" height="{height}"><rect width="{width}" height="{height}" '
        f'fill="#f3c6dc"/>{spots}</svg>'
    )


def scan(dice: random.Random) -> str:
    """CT or MR of a miners' hospital, Heilongjiang: lines of data without frame, electronic names."""
    key = dice.choice(tuple(SCANS))
    c = stay(dice, HL, (key,))
    p, ill = c.p, c.ill
    sort, part, method, finding, said = SCANS[key]
    hospital = dice.choice(("佳木斯市桦川矿区总医院", "黑龙江省北林农垦医院", "富锦市锦江中心医院"))
    seen = c.start + dt.timedelta(days=1)
    told = seen + dt.timedelta(days=dice.randint(0, 1))
    lines = "".join(
        f"<div>{n}、{f('diagnosis', x)}；</div>" for n, x in enumerate(said[: dice.randint(2, len(said))], 1)
    )
    e = dice.choice(("检查号", "检查编号"))
    style = dice.choice(("-", "/"))
    body = f"""<div style="display:flex;align-items:center;gap:14px;justify-content:center">
{logo(4, 52, "#1a4f9c")}<div class="c">
<div style="font-size:22px;font-weight:600;letter-spacing:2px">{f("hospital_name", hospital)}</div>
<div style="font-size:18px">{sort}检查诊断报告单</div></div></div>
<div style="border-top:2px solid #1a4f9c;border-bottom:1px solid #1a4f9c;margin-top:8px;padding:4px 0">
<table>
<tr><td>姓　　名 {f("patient_name", p.name)}</td><td>性　别 {f("sex", p.sex)}</td>
<td>年　龄 {f("age", c.age, f"{c.age}岁")}</td>
<td>{e} {f("report_number", digits(dice, 8, sort))}</td></tr><tr><td>申请科室 {f("department", ill.dept)}
</td>
<td>床　号 {dice.randint(1, 66)}</td><td>住院号 {f("record_number", c.number)}</td>
<td>申请医师 {f("physician_name", c.doctors[2])}</td></tr>
<tr><td colspan="2">检查项目 {part}</td><td colspan="2">检查时间 {date(seen, style)} {clock(dice, True)}
</td></tr>
<tr><td colspan="4">临床诊断 {dxs(c.dx[:1])}</td></tr></table></div>
<div class="h">扫描方法：</div><div class="i">{method}</div>
<div class="h">影像所见：</div><div class="i" style="min-height:300px">{vary(dice, finding)}</div>
<div class="h">影像诊断：</div><div class="i b" style="min-height:130px">{lines}</div>
<div style="border-top:1px solid #1a4f9c;padding-top:8px;display:flex;justify-content:space-between">
<span>报告医师 {f("physician_name", c.doctors[0])}</span>
<span>审核医师 {f("physician_name", c.doctors[1])}　{sign("physician", c.doctors[1], dice, 84)}</span>
<span>报告时间 {d("report_date", told, style, " " + clock(dice))}</span></div>
<div style="font-size:11.5px;margin-top:10px">* 本报告仅供临床医师参考，不作法律依据；
如与临床不符请及时联系本科。咨询电话：0454-8{digits(dice, 6)}</div>
<div style="position:absolute;right:50px;top:30px">{bars(dice, 90, 22)}</div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "影像诊断专用章", size=126, at=(560, 760), turn=dice.uniform(-20, 20), ink=0.6)
    css = (
        ".h{font-weight:600;margin-top:12px;font-size:15px}.i{padding:2px 10px 2px 2em;"
        "line-height:1.8}td{padding:2px 4px}"
    )
    return sheet(body, css, font=dice.choice((SONG, HEI)), size=14, pad="30px 50px")


ECHO = (
    ("心脏彩色多普勒超声", "heart",
     "测值（mm）：AO {28-36}　LA {36-46}　LVd {46-56}　LVs {30-38}　IVS {9-13}　LVPW {9-12}　RV "
     "{18-24}　PA {20-27}　EF {48-66}%　FS {26-36}%。"
     "左房增大，余房室腔大小正常。室间隔及左室后壁厚度正常高值，左室前壁心尖段运动幅度减低。"
     "主动脉瓣回声增强，开放可，闭合不良。"
     "CDFI：二尖瓣、主动脉瓣见少量反流信号。二尖瓣口血流频谱E/A＜1。心包腔未见液性暗区。",
     ("左房增大", "左室节段性运动异常", "主动脉瓣退行性变并少量反流", "左室舒张功能减退")),
    ("腹部彩色多普勒超声", "liver",
     "肝脏形态失常，右叶斜径{108-126}mm，表面呈锯齿状，实质回声增粗、分布不均，"
     "门静脉主干内径{13-17}mm，血流速度减低。胆囊大小约"
     "{56-72}mm×{24-32}mm，壁厚{4-6}mm，呈双层，内见强回声团{6-14}mm伴声影。脾厚{48-62}mm，"
     "肋下{20-44}mm，回声均匀。腹腔见游离液性暗区，"
     "最深处{36-88}mm。双肾大小形态正常。",
     ("肝硬化声像", "脾大", "门静脉增宽", "胆囊结石、胆囊壁水肿增厚", "腹腔积液")),
    ("双肾、输尿管、膀胱彩超", "kidney",
     "左肾大小约{72-88}mm×{34-42}mm，右肾大小约{70-86}mm×{33-41}mm，形态失常，包膜不光滑，皮质变薄，"
     "实质回声增强，皮髓质分界不清，"
     "左肾中部见一无回声区，大小约{9-24}mm×{8-20}mm。CDFI：双肾血流信号减少。双侧输尿管未见扩张，"
     "膀胱充盈欠佳。",
     ("双肾萎缩，实质弥漫性病变", "左肾囊肿")),
)  # fmt: skip


def ultrasound(dice: random.Random) -> str:
    """Ultrasound of a hospital in Guangxi: two pictures, labels above their values in cells."""
    part, key, finding, said = dice.choice(ECHO)
    c = stay(dice, GX, (key,))
    p, ill = c.p, c.ill
    hospital = dice.choice(("田东县横山寨壮医医院", "桂平市西山脚人民医院", "贵港市郁江妇幼保健院"))
    seen = c.start
    out = dice.random() < 0.4
    num = "门诊号" if out else "住院号"
    lines = "<br>".join(f"{n}. {f('diagnosis', x)}" for n, x in enumerate(said, 1))
    picture: Callable[..., str] = lambda: (
        f'<div class="c" style="font-size:10px">{_picture(dice, 260, 196, "fan")}<br>'
        f"{dice.choice(('C5-1', 'P4-2'))}　MI {dice.uniform(0.6, 1.3):.1f}</div>"
    )
    body = f"""<h1 style="font-size:21px;font-family:{KAI}">{f("hospital_name", hospital)}</h1>
<h1 style="font-size:19px;font-weight:400;letter-spacing:3px">彩色多普勒超声检查报告</h1>
<table class="g" style="margin-top:8px"><tr><td>姓名<br>{f("patient_name", p.name)}</td><td>性别<br>
{f("sex", p.sex)}</td>
<td>年龄<br>{f("age", c.age)}岁</td><td>科别<br>{f("department", ill.dept)}</td><td>{num}<br>
{f("record_number", c.number)}</td>
<td>超声号<br>{f("report_number", digits(dice, 6, "US"))}</td></tr><tr><td colspan="3">检查部位<br>{part}
</td><td>仪器<br>
{dice.choice(("EPIQ 5", "迈瑞 Resona 7", "LOGIQ E9"))}</td><td colspan="2">申请医生<br>
{f("physician_name", c.doctors[1])}</td></tr></table>
<div style="display:flex;justify-content:center;gap:24px;margin:10px 0">{picture()}{picture()}</div>
<div class="b">超声所见：</div><div style="text-indent:2em;line-height:1.75;min-height:180px">
{vary(dice, finding)}</div>
<div class="b">超声诊断：</div><div style="padding-left:2em;line-height:1.75;min-height:110px">{lines}</div>
<table style="border-top:1px solid #000;margin-top:8px"><tr><td>检查医师：
{f("physician_name", c.doctors[0])}</td><td>签名：{sign("physician", c.doctors[0], dice)}</td>
<td>记录员：{c.doctors[4]}</td><td>报告日期：{d("report_date", seen, "年")}</td></tr></table>
<div style="font-size:12px">注：此报告仅反映受检者当时情况，签字有效，仅供临床参考。</div>"""
    if dice.random() < 0.5:
        body += seal(
            hospital, "超声诊断章", shape="ellipse", size=134, at=(500, 790), turn=dice.uniform(-20, 20)
        )
    return sheet(
        body,
        ".g td{text-align:center;line-height:1.4}",
        font=dice.choice((SONG, "'AR PL UMing CN'")),
        size=14,
        pad="34px 56px",
    )


def pathology(dice: random.Random) -> str:
    """Pathology of Hunan: a violet head, two slides, immunohistochemistry in a table, three days."""
    key = dice.choice(("womb", "tumour"))
    c = stay(dice, HN, (key,))
    p, ill = c.p, c.ill
    hospital = dice.choice(("郴州市苏仙肿瘤医院", "岳阳市洞庭湖第三医院", "临湘市长安河中心医院"))
    got = c.start + dt.timedelta(days=1)
    told = got + dt.timedelta(days=dice.randint(3, 6))
    if key == "womb":
        gross = (
            "（全子宫+双附件）子宫大小约{80-96}mm×{50-62}mm×{36-44}mm，宫颈见外生型肿物，"
            "大小约{22-40}mm×{20-34}mm，切面灰白、质脆，浸润肌层。"
        )
        micro = "鳞状上皮异型增生，呈巢状、片状浸润性生长，核大深染，核分裂象易见，见角化珠及细胞间桥。"
        said: tuple[str, ...] = (
            "（宫颈）中分化鳞状细胞癌，浸润深度>1/2，脉管内见癌栓",
            "子宫内膜萎缩，肌壁间平滑肌瘤",
            "双侧附件未见癌累及",
            "（盆腔）淋巴结未见癌转移（0/18）",
        )
        stains = ("P16", "P40", "CK5/6", "P63", "Ki-67", "CEA", "ER", "PR")
        site = "全子宫、双附件、盆腔淋巴结"
    else:
        gross = "（右肺上叶穿刺）灰白色条索状组织{2-4}条，长{4-14}mm，直径1mm，全埋。"
        micro = "纤维间质中见异型腺样结构浸润，部分呈微乳头状，细胞核增大、深染，核仁明显。"
        said = ("（右肺上叶）浸润性腺癌，腺泡型为主",)
        stains = ("TTF-1", "NapsinA", "CK7", "P40", "Syn", "CgA", "Ki-67", "ALK(D5F3)")
        site = "右肺上叶穿刺活检组织"
    ihc = "".join(
        (
            f"<td>{s}（"
            f"{dice.choice(('+', '-', '部分+')) if s != 'Ki-67' else f'{dice.randint(2, 7) * 10}%+'}）</td>"
        )
        for s in stains[:4]
    )
    ihc += "</tr><tr>" + "".join(
        f"<td>{s}（{dice.choice(('+', '-')) if s != 'Ki-67' else f'{dice.randint(2, 7) * 10}%+'}）</td>"
        for s in stains[4:]
    )
    lines = "".join(
        f"<div>{f'{n}．' if len(said) > 1 else ''}{f('diagnosis', x)}</div>" for n, x in enumerate(said, 1)
    )
    t = "#5b2a86"
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end;color:{t}">
<div><div style="font-size:21px;font-weight:600">{f("hospital_name", hospital)}</div>
<div style="font-size:11px">DEPARTMENT OF PATHOLOGY</div></div><div style="font-size:20px">病理检查报告单
</div>
<div style="font-size:15px">病理号：{f("report_number", f"{got.year}-{digits(dice, 5)}")}</div></div>
<div style="height:2px;background:{t};margin:5px 0"></div>
<table><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：
{f("age", c.age, f"{c.age}岁")}</td><td>住院号：{f("record_number", c.number)}</td></tr>
<tr><td>送检科室：{f("department", ill.dept)}</td><td>床号：{dice.randint(1, 60)}</td><td>送检医师：
{f("physician_name", c.doctors[3])}</td><td>送检材料：{site}</td></tr>
<tr><td colspan="2">送检日期：{date(c.start, "-")}</td><td colspan="2">收到日期：
{date(got, "-")} {clock(dice)}</td></tr>
<tr><td colspan="4">临床诊断：{dxs(c.dx[:1])}</td></tr></table><div style="height:1px;background:{t};
margin:5px 0"></div>
<div class="h">肉眼所见</div><div class="i">{vary(dice, gross)}</div>
<div style="display:flex;gap:20px;justify-content:center;margin:8px">{_picture(dice, 250, 170, "slide")}
{_picture(dice, 250, 170, "slide")}</div>
<div class="h">镜下所见</div><div class="i">{micro}</div><div class="h">免疫组化</div><div class="i">
<table class="z"><tr>{ihc}</tr></table></div>
<div class="h">病理诊断</div><div class="i b" style="font-size:16px;min-height:110px">{lines}</div>
<div style="height:1px;background:{t};margin:10px 0 5px"></div><div style="display:flex;
justify-content:space-between"><span>诊断医师：{f("physician_name", c.doctors[0])}</span>
<span>复核医师：{f("physician_name", c.doctors[1])}</span><span>签发：
{sign("physician", c.doctors[1], dice, 84)}</span><span>报告日期：{d("report_date", told, "-")}</span></div>
<div style="font-size:11.5px;margin-top:8px">说明：病理报告需病理医师签名有效；若临床与病理不符，
请于一周内与病理科联系，标本保存两周。</div>"""
    body += seal(
        hospital,
        "病理诊断专用章",
        size=130,
        at=(dice.randint(420, 560), 800),
        turn=dice.uniform(-20, 20),
        ink=0.6,
    )
    css = (
        f".h{{color:{t};font-weight:600;margin-top:8px}}.i{{padding-left:2em;line-height:1.75}}td"
        f"{{padding:2px 4px}}.z td{{padding:0 4px}}"
    )
    return sheet(body, css, font=dice.choice((SONG, HEI)), size=14, pad="34px 50px")


TEMPLATES: dict[str, Template] = {
    "cove-exam-scan-heilongjiang": Template(EXAM, 794, 1123, scan),
    "cove-exam-ultrasound-guangxi": Template(EXAM, 794, 1123, ultrasound),
    "cove-pathology-hunan": Template(PATH, 794, 1123, pathology),
}
