"""Reports of imaging, ultrasound, electrocardiography, lung function and pathology."""

from __future__ import annotations

import datetime as dt
import math
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.marsh_base import (
    FJ,
    GD,
    HA,
    HN,
    ILLS,
    JX,
    SD,
    ZJ,
    Case,
    at,
    case,
    d,
    style,
)


def grey(dice: random.Random, width: int, height: int, kind: str) -> str:
    """A picture that looks like a scan, a sonogram or a stained slice from afar."""
    blobs = ""
    stain = kind == "slice"
    ground = "#f3dfe9" if stain else "#0a0a0a"
    for _ in range(90 if stain else 26):
        x, y = dice.uniform(0, width), dice.uniform(0, height)
        r = dice.uniform(2, 7) if stain else dice.uniform(4, width / 7)
        tint = (
            dice.choice(("#7b4a94", "#9a5aa8", "#d88ab0"))
            if stain
            else f"rgb({(g := dice.randint(40, 190))},{g},{g})"
        )
        blobs += f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{r:.0f}" ry="{r * dice.uniform(0.4, 1):.0f}" fill="{tint}" opacity="{0.7 if stain else 0.28}"/>'
    fan = ""
    if kind == "fan":
        fan = f'<polygon points="0,0 {width / 2 - 14},0 0,{height * 0.8}" fill="#0a0a0a"/><polygon points="{width},0 {width / 2 + 14},0 {width},{height * 0.8}" fill="#0a0a0a"/>'
    return f'<svg width="{width}" height="{height}" style="background:{ground};overflow:hidden">{blobs}{fan}</svg>'


CTS = (
    ("胸部CT平扫", "胸廓对称，双肺纹理增多、紊乱，双肺透亮度增高，双肺上叶见多发类圆形无壁透亮影，右肺中叶及左肺下叶见少许条索状密度增高影，边界清楚。气管及主支气管通畅。纵隔内未见明显肿大淋巴结。心影增大，主动脉及冠状动脉壁见钙化斑。双侧胸腔未见积液征象。", ("慢性支气管炎、肺气肿、双肺上叶肺大疱", "右肺中叶及左肺下叶少许慢性炎症", "心影增大，主动脉及冠状动脉硬化")),
    ("颅脑CT平扫", "左侧基底节区、双侧放射冠见斑片状、点状低密度影，边界欠清，脑室系统稍扩大，脑沟裂增宽加深，中线结构居中。双侧颈内动脉虹吸部管壁见钙化影。颅骨骨质未见异常。", ("左侧基底节区、双侧放射冠腔隙性脑梗死", "脑萎缩", "脑动脉硬化")),
    ("上腹部CT平扫+增强", "肝脏形态失常，表面呈波浪状，肝裂增宽，肝叶比例失调，增强后未见异常强化灶。脾脏增大，约8个肋单元。门静脉主干增宽，直径约16mm，食管下段及胃底见迂曲血管影。腹腔内见水样密度影。", ("肝硬化、脾大、门静脉高压、食管胃底静脉曲张", "腹水")),
)  # fmt: skip


def ct(dice: random.Random) -> str:
    """Hunan: a PACS print with the two classic sections and electronic signatures."""
    c = case(dice, HN)
    p = c.p
    hospital = (
        f"{p.place.county.replace('区', '区')}{dice.choice(('春晖人民医院', '春陵江医院', '惠仁中医医院'))}"
    )
    part, seen, said = CTS[
        0
        if c.ill.dept in ("呼吸与危重症医学科", "肿瘤内科", "风湿免疫科")
        else 2
        if c.ill.dept in ("感染性疾病科", "肾病学科")
        else 1
    ]
    how = dice.choice("-年")
    fields = f"""<table style="font-size:14px;border-top:2px solid #000;border-bottom:2px solid #000"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", c.age, f"{c.age}岁")}</td><td>影像号：{f("report_number", f"CT{dice.randint(100000, 999999)}")}</td></tr><tr><td>科室：{f("department", c.ill.dept)}</td><td>床号：{dice.choice(("", "31"))}</td><td>{dice.choice(("住院号", "门诊号"))}：{f("record_number", c.number)}</td><td>检查日期：{style(c.start, how)}</td></tr><tr><td colspan="2">检查部位：{part}</td><td colspan="2">临床诊断：{f("diagnosis", c.dx[0][0]) if dice.random() < 0.5 else dice.choice(("", "查因", "咳嗽、头晕查因"))}</td></tr></table>"""
    body = f"""<h1 style="font-size:25px">{f("hospital_name", hospital)}</h1><h2 style="font-size:20px;margin:4px 0 10px">{dice.choice(("CT检查报告单", "影像诊断报告书"))}</h2>{fields}
<div class="b" style="margin-top:12px;font-size:16px">影像所见：</div><div style="text-indent:2em;min-height:250px">{seen}</div><div class="b" style="font-size:16px">影像诊断：</div><div style="padding-left:2em;min-height:200px">{"<br>".join(f"{n}、" + f("diagnosis", t) + ("；" if n < len(said) else "。") for n, t in enumerate(said, 1))}<br>{dice.choice(("请结合临床。", "建议复查。"))}</div>
<div style="display:flex;justify-content:space-between;border-top:1.5px solid #000;padding-top:8px;margin-top:30px"><span>报告医师：{f("physician_name", c.doctors[0])}</span><span>审核医师：{f("physician_name", c.doctors[1])} {sign("physician", c.doctors[1] if dice.random() < 0.7 else None, dice, 84)}</span><span>报告时间：{d("report_date", c.start, how, at(dice))}</span></div><div style="font-size:12px;margin-top:6px">注：本报告仅供临床参考，需医师签名后生效，不作证明用。</div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "CT诊断报告专用章", at=(470, 700), size=146, turn=dice.uniform(-20, 20))
    return page(body, font=dice.choice((SONG, KAI)), size=16, pad="54px 60px")


def echo(dice: random.Random) -> str:
    """Zhejiang: echocardiogram with two pictures and a table of measures."""
    c = case(dice, ZJ)
    p = c.p
    hospital = f"{p.place.city.rstrip('市')}{dice.choice(('市第九医院', '学院附属中心医院', '市瓯江中西医结合医院'))}"
    how = dice.choice("-/")
    ef = dice.randint(32, 68)
    said = ["左房增大", "左室舒张功能减退", "主动脉瓣退行性变并轻度反流"]
    if ef < 50:
        said = ["全心扩大，左室壁弥漫性运动减弱", "二尖瓣中度反流、三尖瓣轻度反流", "左室收缩功能减低"]
    measures = [("AO", 31), ("LA", dice.randint(34, 52)), ("LVDd", dice.randint(46, 68)), ("LVDs", dice.randint(28, 52)), ("IVS", dice.randint(8, 13)), ("LVPW", dice.randint(8, 12)), ("RV", 22), ("PA", 24)]  # fmt: skip
    table = "".join(
        f"<td>{a}</td><td>{v} mm</td>" + ("</tr><tr>" if n % 4 == 3 else "")
        for n, (a, v) in enumerate(measures)
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><span style="font-size:22px;font-weight:600">{f("hospital_name", hospital)}</span><span style="font-size:12px">超声号：{f("report_number", f"US{c.start:%y%m%d}{dice.randint(10, 999):03d}")}</span></div><div class="c b" style="font-size:18px;border-bottom:1px solid #000">彩色多普勒超声心动图检查报告</div>
<table style="font-size:13.5px;border-bottom:1px solid #000"><tr><td>姓　名: {f("patient_name", p.name)}</td><td>性　别: {f("sex", p.sex)}</td><td>年　龄: {f("age", c.age, f"{c.age}岁")}</td><td>病人来源: {dice.choice(("门诊", "住院", "体检"))}</td></tr><tr><td>申请科室: {f("department", c.ill.dept)}</td><td>申请医生: {f("physician_name", c.doctors[2])}</td><td>床号: -</td><td>住院/门诊号: {f("record_number", c.number)}</td></tr><tr><td colspan="2">仪器型号: Vivid E95　探头频率: 3.5MHz</td><td colspan="2">临床诊断: {f("diagnosis", c.dx[0][0]) if dice.random() < 0.6 else "-"}</td></tr></table>
<div class="c" style="margin:8px 0">{grey(dice, 250, 180, "fan")}　{grey(dice, 250, 180, "fan")}</div><table class="g" style="font-size:13px"><tr>{table}</tr><tr><td>EF</td><td>{ef} %</td><td>FS</td><td>{ef // 2} %</td><td>E/A</td><td>{dice.choice(("<1", ">1"))}</td><td>HR</td><td>{dice.randint(58, 104)} bpm</td></tr></table>
<div style="margin-top:8px"><b>超声描述：</b></div><div style="text-indent:2em">各房室腔大小及室壁厚度测值如上，{"室壁运动幅度普遍减低，" if ef < 50 else "室壁运动协调，"}各瓣膜形态回声{"：主动脉瓣回声增强、毛糙" if ef >= 50 else "未见明显异常，瓣环扩大"}，CDFI：探及瓣口收缩期反流信号。心包腔未探及液性暗区。</div><div style="margin-top:8px"><b>超声提示：</b></div><div style="padding-left:2em">{"<br>".join(f("diagnosis", t) for t in said)}</div>
<div style="position:absolute;left:56px;right:56px;bottom:60px;border-top:1px solid #000;padding-top:6px;font-size:13.5px"><div style="display:flex;justify-content:space-between"><span>检查医师：{f("physician_name", c.doctors[0])}</span><span>记录员：{c.others[0]}</span><span>医师签名：{sign("physician", c.doctors[0] if dice.random() < 0.8 else None, dice, 84)}</span><span>报告日期：{d("report_date", c.start, how, at(dice, True))}</span></div><div style="font-size:11.5px">★ 本报告仅反映受检者当时的情况，供临床医生参考，复印无效。</div></div>"""
    return page(body, "td{padding:2px 5px}", font=dice.choice((SONG, HEI)), size=14, pad="42px 56px")


def ecg(dice: random.Random) -> str:
    """Shandong: landscape electrocardiogram, trace on red paper, parameters at the side."""
    c = case(dice, SD)
    p = c.p
    hospital = f"{p.place.city}{dice.choice(('奎东医院', '牡丹路医院', '第十二人民医院'))}"
    rate = dice.randint(52, 118)
    irregular = dice.random() < 0.35
    traces = ""
    for lead in range(4):
        y, x = 60 + lead * 78, 0.0
        points = f"M0 {y}"
        while x < 700:
            step = 60 / rate * 95 * (dice.uniform(0.7, 1.4) if irregular else 1)
            for k in range(12):
                shape = (0, 0 if irregular else -6, 0, 4, -40, 12, 0, 0, -6, -11, -5, 0)[k]
                points += f" L{x + step * k / 12:.0f} {y + shape * (1 if lead != 2 else 0.7) + math.sin(x) * 1.2:.0f}"
            x += step
        traces += f'<path d="{points}" fill="none" stroke="#111"/><text x="6" y="{y - 28}" font-size="12">{("I", "II", "V1", "V5")[lead]}</text>'
    lines = "".join(
        f'<path d="M{n * 20} 0V340M0 {n * 20}H720" stroke="#f0a6a0" stroke-width=".7"/>' for n in range(37)
    )
    said = ["心房颤动" + ("伴快速心室率" if rate > 100 else ""), "ST-T改变"] if irregular else [dice.choice(("窦性心律", "窦性心动过缓" if rate < 60 else "窦性心律")), "左心室高电压", "T波改变（V4-V6）"]  # fmt: skip
    how = dice.choice("-.")
    body = f"""<div class="c" style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}　心电图报告</div><div style="display:flex;flex-wrap:wrap;gap:2px 26px;font-size:13.5px;border-bottom:1px solid #000"><span>姓名 {f("patient_name", p.name)}</span><span>性别 {f("sex", p.sex)}</span><span>年龄 {f("age", c.age)} 岁</span><span>ID {f("record_number", c.number)}</span><span>科室 {f("department", c.ill.dept)}</span><span>床号 {dice.randint(1, 60)}</span><span>检查号 {f("report_number", f"{c.start:%Y%m%d}{dice.randint(1, 300):04d}")}</span><span>检查时间 {style(c.start, how)} {at(dice, True)}</span></div>
<div style="display:flex;margin-top:6px"><svg width="720" height="340" style="border:1px solid #e08a84">{lines}{traces}<text x="8" y="334" font-size="11">25mm/s 10mm/mV AC50Hz 0.67-100Hz</text></svg><div style="width:280px;padding-left:14px;font-size:13.5px;line-height:1.75">心　率：{rate} bpm<br>P-R间期：{"---" if irregular else str(dice.randint(130, 208))} ms<br>QRS时限：{dice.randint(78, 112)} ms<br>QT/QTc：{dice.randint(350, 410)}/{dice.randint(411, 455)} ms<br>电　轴：{dice.randint(-30, 85)}°<br>RV5/SV1：{dice.uniform(1, 3):.2f}/{dice.uniform(0.5, 1.6):.2f} mV<div class="b" style="margin-top:10px">诊断结论：</div>{"<br>".join(f"{n}. " + f("diagnosis", t) for n, t in enumerate(said, 1))}</div></div>
<div style="display:flex;justify-content:flex-end;gap:40px;margin-top:10px;font-size:14px"><span>（此报告仅供临床参考）</span><span>诊断医师：{f("physician_name", c.doctors[0])}{sign("physician", c.doctors[0] if dice.random() < 0.6 else None, dice, 80)}</span><span>报告日期：{d("report_date", c.start, how)}</span></div>"""
    return page(body, font=dice.choice((SONG, HEI)), size=14, pad="26px 40px")


def lung(dice: random.Random) -> str:
    """Guangdong: pulmonary function print, numbers in columns, conclusion in a box, printed by the device."""
    c = case(dice, GD)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('官汕慢性病防治院', '福兴医院', '第四人民医院'))}"
    grade = dice.choice(
        (
            ("重度阻塞性通气功能障碍", "支气管舒张试验阴性", "弥散功能中度减退"),
            ("中度混合性通气功能障碍", "支气管舒张试验阴性"),
        )
    )
    rows = "".join(
        f"<tr><td>{n}</td><td>[{u}]</td><td>{(a := dice.uniform(1.2, 4)):.2f}</td><td>{a * dice.uniform(0.35, 0.8):.2f}</td><td>{dice.randint(30, 82)}</td><td>{a * 0.55:.2f}</td><td>{dice.randint(-4, 11)}</td></tr>"
        for n, u in (
            ("FVC", "L"),
            ("FEV 1", "L"),
            ("FEV 1 % FVC", "%"),
            ("PEF", "L/s"),
            ("MMEF 75/25", "L/s"),
            ("MVV", "L/min"),
            ("DLCO SB", "mmol/min/kPa"),
        )
    )
    how = dice.choice("-/")
    body = f"""<div style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}</div><div style="font-size:17px;border-bottom:3px double #000">肺功能检查报告　Pulmonary Function Report</div><table style="font-size:13px;margin-top:6px"><tr><td>姓名 Name:</td><td>{f("patient_name", p.name)}</td><td>编号 ID:</td><td>{f("report_number", f"{c.start:%y%m%d}{dice.randint(1, 40):02d}")}</td></tr><tr><td>性别 Sex:</td><td>{f("sex", p.sex)}</td><td>出生日期:</td><td>{d("birth_date", p.born, how)}</td></tr><tr><td>年龄 Age:</td><td>{f("age", c.age)} Years</td><td>身高/体重:</td><td>{dice.randint(148, 178)} cm / {dice.randint(42, 82)} kg</td></tr><tr><td>科室:</td><td>{f("department", "呼吸内科")}</td><td>检查日期:</td><td>{style(c.start, how)} {at(dice)}</td></tr></table>
<table style="font-size:13px;border-top:1px solid #000;border-bottom:1px solid #000;margin-top:8px"><tr style="border-bottom:1px solid #000"><td></td><td></td><td>预计值</td><td>实测前</td><td>%前/预</td><td>用药后</td><td>%改善</td></tr>{rows}</table><div class="c" style="margin:14px 0"><svg width="560" height="220" style="border:1px solid #999"><path d="M40 200V10M40 150H540" stroke="#000"/><path d="M40 150 C60 {dice.randint(20, 60)} 80 40 120 110 S 260 146 300 150" fill="none" stroke="#1a48b0" stroke-width="2"/><path d="M40 150 C90 200 200 205 300 150" fill="none" stroke="#1a48b0" stroke-width="2"/><text x="46" y="20" font-size="12">F [L/s]</text><text x="500" y="166" font-size="12">V [L]</text></svg></div>
<div style="border:1px solid #000;padding:8px;min-height:130px"><b>结论 Interpretation:</b><br>{"<br>".join(f"{n}、" + f("diagnosis", t) for n, t in enumerate(grade, 1))}</div><div style="display:flex;justify-content:space-between;margin-top:12px"><span>操作者：{c.others[0]}</span><span>报告医师：{f("physician_name", c.doctors[0])} {sign("physician", c.doctors[0] if dice.random() < 0.7 else None, dice, 84)}</span><span>报告日期：{d("report_date", c.start, how)}</span></div>"""
    if dice.random() < 0.5:
        body += seal(hospital, "肺功能室", at=(500, 760), size=136, turn=dice.uniform(-20, 20))
    return page(body, font=dice.choice((SONG, HEI)), size=14, pad="48px 64px")


PATH = (
    ("右肺上叶穿刺组织", "灰白条索状组织2条，长0.6-1.1cm，直径0.1cm，全埋。", "送检组织内见异型腺样细胞浸润性生长，核大深染，间质纤维组织增生。", ("（右肺上叶）浸润性腺癌",), "TTF-1(+)，NapsinA(+)，CK7(+)，P40(-)，Ki-67(约30%+)，ALK(D5F3)(-)"),
    ("胃窦、胃体活检", "灰白灰红软组织5粒，直径0.1-0.2cm，全埋。", "胃黏膜组织呈慢性炎，部分腺体肠化，局部腺体结构紊乱，细胞异型。", ("（胃窦）中分化管状腺癌", "（胃体）慢性浅表性胃炎伴肠上皮化生"), "CDX-2(+)，HER-2(1+)，MLH1(+)，MSH2(+)，Ki-67(70%+)"),
    ("左乳肿物及腋窝淋巴结", "乳腺组织一块，大小6×5×3cm，切面见一灰白质硬肿物，2.2×1.8×1.5cm，界不清。", "癌细胞呈巢状、条索状排列，浸润周围脂肪组织，脉管内见癌栓。", ("（左乳）浸润性癌，非特殊类型，Ⅱ级", "（左腋窝）淋巴结转移性癌（2/15）"), "ER(90%+)，PR(60%+)，HER-2(0)，Ki-67(25%+)，P63(-)"),
    ("肾穿刺组织", "灰白条索状组织2条，长1.2cm。", "光镜下见24个肾小球，3个球性硬化，系膜细胞及基质轻-中度增生，肾小管灶状萎缩。免疫荧光：IgA(+++)，C3(++)系膜区沉积。", ("局灶增生性IgA肾病，Lee氏Ⅲ级，牛津分型M1E0S1T0C0",), ""),
)  # fmt: skip


TUMOUR = tuple(ill for ill in ILLS if ill.dept in ("肿瘤内科", "肾病学科"))


def specimen(dice: random.Random, c: Case) -> tuple[str, str, str, tuple[str, ...], str]:
    """A specimen that this patient can have given."""
    if c.ill.dept == "肾病学科":
        return PATH[3]
    return PATH[dice.choice((0, 1, 2) if c.p.sex == "女" else (0, 1))]


def pathology_pictures(dice: random.Random) -> str:
    """Jiangxi: pathology sheet with two stained pictures and a written signature."""
    c = case(dice, JX, TUMOUR)
    p = c.p
    hospital = f"{dice.choice(('虔南', '章江', '虔州'))}{dice.choice(('医科大学附属第五医院', '肿瘤医院', '红都人民医院'))}"
    what, seen, micro, said, ihc = specimen(dice, c)
    how = dice.choice("-年")
    came = c.start
    body = f"""<h1 style="font-size:23px">{f("hospital_name", hospital)}</h1><h2 style="font-size:20px;letter-spacing:4px">病理诊断报告书</h2><div class="r">病理号：<b>{f("report_number", f"{dice.choice(('', 'S', 'B'))}{came.year}-{dice.randint(100, 30000):05d}")}</b></div>
<table class="g" style="font-size:14px"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", c.age, f"{c.age}岁")}</td><td>住院号：{f("record_number", c.number)}</td></tr><tr><td>送检单位：{dice.choice(("本院", p.place.county + "贡江医院"))}</td><td>科室：{f("department", c.ill.dept)}</td><td>床号：{dice.randint(1, 50)}</td><td>送检医师：{f("physician_name", c.doctors[3])}</td></tr><tr><td colspan="2">送检材料：{what}</td><td colspan="2">收到日期：{style(came, how)}</td></tr><tr><td colspan="4">临床诊断：{dice.choice(("占位性病变性质待查", "查因", ""))}</td></tr></table>
<div style="margin-top:8px"><b>肉眼所见：</b>{seen}</div><div class="c" style="margin:10px 0">{grey(dice, 280, 200, "slice")}　{grey(dice, 280, 200, "slice")}</div><div><b>镜下所见：</b>{micro}</div><div style="margin-top:8px"><b>病理诊断：</b></div><div style="padding-left:2em;font-size:17px" class="b">{"<br>".join(f("diagnosis", t) + "。" for t in said)}</div><div style="margin-top:8px">{"免疫组化结果：" + ihc if ihc else ""}</div>
<div style="position:absolute;left:60px;right:60px;bottom:80px;border-top:1px solid #000;padding-top:8px;display:flex;justify-content:space-between"><span>诊断医师：{sign("physician", c.doctors[0], dice, 88)}</span><span>复诊医师：{f("physician_name", c.doctors[1])}</span><span>报告日期：{d("report_date", came + dt.timedelta(days=dice.randint(2, 9)), how)}</span></div><div style="position:absolute;bottom:44px;left:60px;font-size:12px">注：病理诊断与临床不符时，请及时与病理科联系；本报告须医师签字盖章后有效。</div>"""
    body += seal(hospital, "病理诊断专用章", at=(520, 880), size=150, turn=dice.uniform(-15, 15))
    return page(body, font=SONG, size=15, pad="48px 60px")


def pathology_grid(dice: random.Random) -> str:
    """Fujian or Henan: all in a grid with labels at the left, supplementary report below, no pictures."""
    c = case(dice, FJ + HA, TUMOUR)
    p = c.p
    hospital = f"{p.place.city}{dice.choice(('第七医院', '肿瘤防治院', '东城医院'))}"
    what, seen, micro, said, ihc = specimen(dice, c)
    how = dice.choice(("/", "-", "年0"))
    got = c.start
    line: Callable[..., str] = lambda a, b, h=60: (
        f'<tr><td class="c b" style="width:90px">{a}</td><td colspan="7" style="height:{h}px;vertical-align:top;padding:6px 8px">{b}</td></tr>'
    )
    body = f"""<h1 style="font-size:22px">{f("hospital_name", hospital)}病理科</h1><h1 style="font-size:19px;margin-bottom:8px">病理检查报告单</h1><div style="display:flex;justify-content:space-between;font-size:13px"><span>病理编号 {f("report_number", f"{got:%Y}{dice.randint(1000, 39999):06d}")}</span><span>报告页数 1/1</span></div>
<table class="g" style="font-size:13.5px"><tr><td class="c b">姓 名</td><td>{f("patient_name", p.name)}</td><td class="c b">性 别</td><td>{f("sex", p.sex)}</td><td class="c b">年 龄</td><td>{f("age", c.age)}</td><td class="c b">病案号</td><td>{f("record_number", c.number)}</td></tr><tr><td class="c b">申请科室</td><td colspan="3">{f("department", c.ill.dept)}</td><td class="c b">申请医师</td><td>{f("physician_name", c.doctors[2])}</td><td class="c b">送检日期</td><td>{style(got, how)}</td></tr><tr><td class="c b">联系电话</td><td colspan="3">{f("phone", p.phone) if dice.random() < 0.5 else ""}</td><td class="c b">接收日期</td><td colspan="3">{style(got, how)}</td></tr>
{line("标本名称", what, 30)}{line("大体描述", seen)}{line("镜下描述", micro, 80)}{line("病理诊断", "<br>".join(f("diagnosis", t) for t in said), 90)}{line("免疫组化", ihc or "—")}{line("补充报告", "", 50)}{line("备　注", dice.choice(("", "建议行基因检测。", "请结合临床及影像学检查。")), 34)}</table>
<div style="display:flex;justify-content:space-between;margin-top:14px;font-size:14px"><span>初诊：{f("physician_name", c.doctors[0])}</span><span>审核：{f("physician_name", c.doctors[1])}{sign("physician", c.doctors[1], dice, 84)}</span><span>报告日期：{d("report_date", got + dt.timedelta(days=dice.randint(2, 7)), how, at(dice))}</span></div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "病理科", at=(440, 700), size=130, turn=dice.uniform(-20, 20))
    return page(body, font=dice.choice((SONG, HEI)), size=14, pad="44px 50px")


TEMPLATES: dict[str, Template] = {
    "marsh-exam-ct": Template("exam_report", 794, 1123, ct),
    "marsh-exam-echo": Template("exam_report", 794, 1123, echo),
    "marsh-exam-ecg": Template("exam_report", 1123, 560, ecg),
    "marsh-exam-lung": Template("exam_report", 794, 1123, lung),
    "marsh-pathology-pictures": Template("pathology_report", 794, 1123, pathology_pictures),
    "marsh-pathology-grid": Template("pathology_report", 794, 1000, pathology_grid),
}
