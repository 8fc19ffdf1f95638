"""Ultrasound with its pictures, a cardiogram on its side, a CT out of a web page, and a tissue report with stains."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on

_ECHO = (
    ("肝胆胰脾双肾", "肝脏形态失常，表面呈波浪状，实质回声增粗增强，分布不均。门静脉主干内径约14mm。胆囊壁毛糙增厚，约5mm。脾厚约52mm，回声均匀。胰腺显示部分未见异常。双肾大小形态正常，集合系统未见分离。腹腔可探及游离液性暗区，深约46mm。", ("肝实质回声改变（符合肝硬化声像图表现）", "脾大", "腹腔积液", "胆囊壁增厚")),
    ("心脏", "左房内径41mm，左室舒张末内径58mm，室间隔厚12mm，左室后壁厚11mm，右房、右室不大。室壁运动普遍减低。二尖瓣可见中量反流束。主动脉瓣增厚钙化，开放可。EF 43%，E/A<1。", ("左房、左室增大", "左室壁增厚", "二尖瓣中度反流", "左室收缩及舒张功能减低")),
    ("颈部血管", "双侧颈总动脉内中膜增厚，约1.3mm，右侧分叉处可见一低回声斑块，大小约11×2.6mm，表面光滑，管腔未见明显狭窄。双侧椎动脉走行正常，血流通畅。", ("双侧颈动脉内中膜增厚", "右侧颈动脉分叉处斑块形成")),
    ("双肾输尿管膀胱", "双肾体积缩小，右肾78×36mm，左肾81×38mm，皮质变薄，回声增强，皮髓质分界不清，CDFI示血流稀疏。膀胱充盈好，壁光滑。", ("双肾萎缩伴实质弥漫性损害",)),
)  # fmt: skip
_CT = (
    ("胸部CT平扫", "胸廓对称，双肺透亮度增高，双肺上叶见多发小圆形无壁透亮区，右肺中叶及左肺舌段见条索状密度增高影，边界清。气管及各级支气管通畅。纵隔未见肿大淋巴结。主动脉及冠状动脉走行区见钙化灶。", ("双肺肺气肿，肺大泡形成", "右肺中叶、左肺舌段慢性炎症或纤维灶", "主动脉、冠状动脉硬化")),
    ("头颅CT平扫", "右侧基底节区及放射冠见斑片状低密度影，边界清楚，邻近脑室轻度扩大。双侧侧脑室旁见对称性稍低密度影。脑沟、脑裂增宽加深。中线结构居中。颅骨未见异常。", ("右侧基底节区、放射冠软化灶", "脑白质脱髓鞘改变", "老年性脑改变")),
    ("上腹部CT平扫+增强", "肝脏体积缩小，各叶比例失调，表面呈结节状，肝裂增宽，增强扫描未见异常强化灶。脾脏体积增大，达8个肋单元。门静脉主干增宽，食管下段及胃底见迂曲增粗血管影。肝周、脾周见少量液体密度影。", ("肝硬化，脾大，门静脉高压，食管胃底静脉曲张", "少量腹水")),
    ("胸部CT增强", "左肺上叶术后缺如，术区见金属缝线影，周围少许条索影，增强未见异常强化。余肺野清晰，纵隔内见数枚小淋巴结，短径小于8mm。双侧胸腔未见积液。", ("左肺上叶术后改变，术区未见明确复发征象", "纵隔小淋巴结，随诊")),
)  # fmt: skip
_TRACE = (
    (("窦性心律", "左心室肥厚伴复极异常"), "SV1+RV5 4.38mV"), (("心房颤动", "ST-T改变"), "R-R间期绝对不等"),
    (("窦性心动过缓", "陈旧性下壁心肌梗死"), "Ⅱ、Ⅲ、aVF见病理性Q波"), (("窦性心律", "完全性右束支传导阻滞", "偶发室性早搏"), "QRS时限132ms"), (("窦性心动过速", "肺型P波"), "P波高尖0.28mV"),
)  # fmt: skip


def _picture(dice: random.Random, width: int, height: int) -> str:
    """A fan of grey on black, as machines print it."""
    spots = "".join(
        f'<circle cx="{dice.gauss(width / 2, width / 6):.0f}" cy="{dice.uniform(height * 0.2, height * 0.92):.0f}" r="{dice.uniform(2, 13):.1f}" fill="#fff" opacity="{dice.uniform(0.03, 0.2):.2f}"/>'
        for _ in range(90)
    )
    return f'<svg width="{width}" height="{height}" style="background:#0a0a0c"><path d="M{width * 0.44} 8 L{width * 0.56} 8 L{width * 0.92} {height * 0.84} Q{width * 0.5} {height * 1.12} {width * 0.08} {height * 0.84} z" fill="#3a3a3f"/>{spots}<path d="M{width - 14} 16v{height - 40}" stroke="#ccc" stroke-dasharray="1 9"/></svg>'


def _echo(dice: random.Random) -> str:
    """Two pictures between the particulars and the words; 超声提示 in bold, the clerk who typed beside the doctor."""
    a = t.who(dice, "桂", 30)
    home, _ = t.house(dice, a.place)
    part, seen, ends = dice.choice(_ECHO)
    day = t.date(dice)
    name = t.doctor(dice)
    outside = dice.random() < 0.5
    number = f("record_number", t.digits(dice, 7))
    return page(
        f"""<h1 style="font-size:25px;letter-spacing:2px">{f("hospital_name", home)}</h1><div class="c" style="font-size:19px;margin-bottom:8px">彩色多普勒超声检查报告单</div>
<div style="display:flex;justify-content:space-between;font-size:14px"><span>检查日期：{t.show(day, "-")}</span><span>超声号：{f("report_number", t.digits(dice, 4, f"US{day:%y%m%d}"))}</span></div>
<div style="border-top:1.5px solid #000;border-bottom:1.5px solid #000;padding:5px 0;display:grid;grid-template-columns:1.1fr .7fr .8fr 1.4fr;row-gap:3px"><span>姓名：{f("patient_name", a.name)}</span><span>性别：{f("sex", a.sex)}</span><span>年龄：{f("age", a.age(day), f"{a.age(day)}岁")}</span><span>仪器型号：{dice.choice(("EPIQ 7", "LOGIQ E9", "Resona 8"))}</span>
<span>{"门诊号" if outside else "住院号"}：{number}</span><span>床号：{"" if outside else f"{dice.randint(1, 48)}"}</span><span>探头：{dice.choice(("C5-1", "S5-1", "L12-3"))}</span><span>申请科室：{f("department", dice.choice(("消化内科", "心血管内科", "肾内科", "体检中心", "神经内科")))}</span><span style="grid-column:1/5">检查部位：{part}</span></div>
<div style="display:flex;gap:16px;justify-content:center;margin:14px 0">{_picture(dice, 300, 224)}{_picture(dice, 300, 224)}</div>
<div><b>超声所见：</b></div><div style="text-indent:2em;min-height:150px;line-height:1.9">{seen}</div><div style="margin-top:10px"><b>超声提示：</b></div><div style="line-height:2;padding-left:2em;font-weight:600;min-height:150px">{"".join(f"<div>{n}、{f('diagnosis', e)}</div>" for n, e in enumerate(ends, 1))}</div>
<div style="position:absolute;left:64px;right:64px;bottom:52px;border-top:1.5px solid #000;padding-top:8px"><div style="display:flex;justify-content:space-between"><span>记录者：{people.name(dice, "女")}</span><span>检查医师：{f("physician_name", name)}</span><span>签名：{sign("physician", name, dice)}</span><span>报告日期：{on("report_date", day, dice.choice(("-", "/", "年")))}</span></div><div style="font-size:12px;margin-top:6px">注：本报告仅反映受检者当时情况，供临床医师参考，不作法律依据。图像资料保存于本科工作站。</div></div>""",
        font=dice.choice((SONG, KAI)),
        size=15,
        pad="44px 64px",
    )


def _lead(dice: random.Random, x: int, y: int, name: str, width: int) -> str:
    """One lead of a trace on its grid."""
    path, at, up = f"M{x} {y}", float(x), dice.uniform(18, 44) * (-1 if name in ("aVR", "V1") else 1)
    while at < x + width - 46:
        path += f" h14 q4 -7 8 0 h5 l2 3 l3 {-up:.0f} l3 {up + 8:.0f} l2 -11 h6 q7 {dice.uniform(-14, 3):.0f} 14 0 h{dice.uniform(10, 14):.0f}"
        at += 72
    return f'<path d="{path}" fill="none" stroke="#1a1a1a" stroke-width="1"/><text x="{x + 4}" y="{y - 40}" font-size="12">{name}</text>'


def _cardiogram(dice: random.Random) -> str:
    """Landscape: machine's measures in English in a block, the trace on pink, the diagnosis at the top right."""
    a = t.who(dice, "冀", 30)
    home, _ = t.house(dice, a.place)
    ends, note = dice.choice(_TRACE)
    day = t.date(dice)
    time = t.clock(dice, True)
    name = t.doctor(dice)
    leads = (("I", "aVR", "V1", "V4"), ("II", "aVL", "V2", "V5"), ("III", "aVF", "V3", "V6"))
    traces = "".join(
        _lead(dice, 6 + c * 254, 70 + r * 108, lead, 250)
        for r, line in enumerate(leads)
        for c, lead in enumerate(line)
    )
    traces += _lead(dice, 6, 392, "II", 1014)
    rate = (
        dice.randint(102, 118)
        if "过速" in ends[0]
        else dice.randint(44, 57)
        if "过缓" in ends[0]
        else dice.randint(62, 96)
    )
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-start"><div style="line-height:1.55;width:300px"><div>住院号: {f("record_number", t.digits(dice, 8))}</div><div>姓名: {f("patient_name", a.name)}</div><div>{f("sex", a.sex)}　{f("age", a.age(day), f"{a.age(day)} 岁")}　{f("department", dice.choice(("心电诊断门诊", "循环内科", "老年医学科", "急诊内科")))}</div><div>检查号: {f("report_number", t.digits(dice, 8, "E"))}</div></div>
<div style="font-size:13px;line-height:1.5;width:236px"><div>Vent. rate　{rate} BPM</div><div>PR interval　{dice.randint(130, 206)} ms</div><div>QRS duration　{dice.randint(78, 134)} ms</div><div>QT/QTc　{dice.randint(350, 420)}/{dice.randint(400, 462)} ms</div><div>P-R-T axes　{dice.randint(20, 70)} {dice.randint(-20, 80)} {dice.randint(10, 120)}</div></div>
<div style="flex:1"><div style="font-size:19px;font-weight:600">{f("hospital_name", home)}　心电图报告</div><div style="display:flex"><span>心电图诊断：</span><div>{"".join(f"<div>{f('diagnosis', e)}</div>" for e in ends)}</div></div><div style="font-size:12px;color:#444">{note}</div></div></div>
<svg width="1035" height="450" style="margin-top:8px;background:#fff5f3"><defs><pattern id="g" width="20" height="20" patternUnits="userSpaceOnUse"><path d="M0 0h20M0 0v20" stroke="#f0a49c" stroke-width=".8" fill="none"/><path d="M0 4h20M0 8h20M0 12h20M0 16h20M4 0v20M8 0v20M12 0v20M16 0v20" stroke="#f8d5d0" stroke-width=".4" fill="none"/></pattern></defs><rect width="1035" height="450" fill="url(#g)"/>{traces}</svg>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:8px"><span>25mm/s　10mm/mV　0.15-100Hz　AC50</span><span>采集：{t.show(day, "-")} {time}</span><span>报告医师：{f("physician_name", name)}</span><span>报告时间：{on("report_date", day, "-", time[:3] + "59")}</span></div>
<div style="font-size:12px;color:#555;margin-top:3px">*** 未经医师签字无效 ***　签字：{sign("physician", name if dice.random() < 0.7 else None, dice, 90)}</div>""",
        font=dice.choice((HEI, MICRO)),
        size=15,
        pad="28px 44px",
    )


def _web(dice: random.Random) -> str:
    """A picture archive's page printed by a browser: labels bold in a pale table, titles in bars, two doctors."""
    a = t.who(dice, "浙", 35)
    home, _ = t.house(dice, a.place)
    part, seen, ends = dice.choice(_CT)
    day = t.date(dice)
    first, second = t.doctor(dice), t.doctor(dice)
    bar: Callable[..., str] = lambda x: (
        f'<div style="background:#dfe9f3;border-left:5px solid #3a6ea5;padding:3px 10px;margin:14px 0 6px;font-weight:600">{x}</div>'
    )
    cell: Callable[..., str] = lambda k, v: (
        f'<td style="background:#f4f7fa;font-weight:600;width:92px">{k}</td><td>{v}</td>'
    )
    style = dice.choice(("-", "/0", "."))
    listed = "".join(
        f"<div>{n}. {f('diagnosis', e)}；</div>"
        if n < len(ends)
        else f"<div>{n}. {f('diagnosis', e)}。</div>"
        for n, e in enumerate(ends, 1)
    )
    return page(
        f"""<div style="display:flex;align-items:center;border-bottom:3px double #3a6ea5;padding-bottom:8px"><div style="width:52px;height:52px;border:3px solid #3a6ea5;border-radius:50%;color:#3a6ea5;font-size:30px;line-height:44px;text-align:center">✚</div><div style="flex:1;text-align:center"><div style="font-size:22px;font-weight:600">{f("hospital_name", home)}</div><div style="font-size:16px">医学影像科 CT 诊断报告</div></div>{t.squares(dice, 56, 25)}</div>
<table style="margin-top:10px;font-size:14px" class="w"><tr>{cell("姓名", f("patient_name", a.name))}{cell("性别", f("sex", a.sex))}{cell("年龄", f("age", a.age(day), f"{a.age(day)}Y"))}</tr><tr>{cell("影像号", f("report_number", t.digits(dice, 7, "CT")))}{cell("住院号", f("record_number", t.digits(dice, 8)))}{cell("病区床号", f("department", dice.choice(("呼吸内科", "神经内科二区", "肿瘤科", "消化内科"))) + f"/{dice.randint(1, 60)}床")}</tr><tr>{cell("检查项目", part)}{cell("检查日期", t.show(day, style))}{cell("申请医生", f("physician_name", t.doctor(dice)))}</tr></table>
{bar("检查方法")}<div>{dice.choice(("64排螺旋CT，层厚5mm，重建层厚1.25mm", "双源CT，容积扫描，薄层重建"))}{"，静脉注射碘海醇80ml" if "增强" in part else ""}。</div>{bar("影像所见")}<div style="text-indent:2em;min-height:190px;line-height:1.9">{seen}</div>{bar("影像诊断")}<div style="min-height:120px;line-height:1.9">{listed}</div>{bar("建议")}<div>{dice.choice(("请结合临床及其他检查，定期复查。", "建议必要时进一步MRI检查。"))}</div>
<div style="display:flex;justify-content:space-between;margin-top:30px;border-top:1px solid #3a6ea5;padding-top:10px;position:relative"><span>报告医生：{f("physician_name", first)} {sign("physician", first, dice, 80)}</span><span>审核医生：{f("physician_name", second)} {sign("physician", second, dice, 80)}</span><span>报告时间：{on("report_date", day, style, t.clock(dice))}</span>{seal(home, "影像诊断专用章", size=120, at=(470, -96), turn=dice.uniform(-12, 12), ink=0.55)}</div>
<div style="font-size:11px;color:#666;position:absolute;left:56px;right:56px;bottom:30px">http://pacs.intra/report/print?id={t.digits(dice, 6)}<span style="float:right">1/1</span></div>""",
        ".w td{border:1px solid #b9c9d8}",
        font=dice.choice((HEI, SONG)),
        size=15,
        pad="36px 56px",
    )


_TISSUE = (
    ("左肺上叶及淋巴结", "左肺上叶切除标本，大小17×11×5cm，距支气管切缘3cm处见一灰白色结节，大小2.3×2×1.8cm，质硬，界不清。", ("（左肺上叶）浸润性腺癌，腺泡型为主，中分化", "支气管切缘及淋巴结（0/11）未见癌"), "TTF-1(+)，NapsinA(+)，CK7(+)，P40(-)，Ki-67(约25%+)"),
    ("右乳肿物", "灰黄色不整形组织一块，大小6×5×3cm，切面见一灰白质硬区，直径1.9cm。", ("（右乳）浸润性癌，非特殊类型，组织学Ⅱ级",), "ER(约90%强+)，PR(约60%+)，HER2(1+)，Ki-67(约20%+)"),
    ("肾穿刺组织", "条索状组织2条，长1.1cm及0.8cm。", ("糖尿病肾病（Ⅲ级）", "肾小管间质慢性病变"), "IgG(线状+)，IgA(-)，C3(-)，C1q(-)，κ、λ(-)"),
    ("结肠肿物活检", "灰白粟粒大组织5粒。", ("（乙状结肠）腺癌，中分化",), "MLH1(+)，MSH2(+)，MSH6(+)，PMS2(+)，CK20(+)"),
)  # fmt: skip


def _tissue(dice: random.Random) -> str:
    """Sichuan: pathology with two micrographs, stains apart, who sent it, two doctors, and when it came."""
    a = t.who(dice, "川", 38)
    home, _ = t.house(dice, a.place)
    part, gross, ends, stains = dice.choice(_TISSUE)
    came = t.date(dice)
    day = t.after(came, dice.randint(3, 9))
    first, second = t.doctor(dice), t.doctor(dice)
    style = dice.choice(("-", "年", "."))
    micro: Callable[..., str] = lambda: (
        f'<svg width="218" height="150" style="background:#ecd3e4">{"".join(f"<circle cx={chr(34)}{dice.uniform(0, 218):.0f}{chr(34)} cy={chr(34)}{dice.uniform(0, 150):.0f}{chr(34)} r={chr(34)}{dice.uniform(1.5, 4):.1f}{chr(34)} fill={chr(34)}#6d3f93{chr(34)} opacity={chr(34)}.6{chr(34)}/>" for _ in range(130))}</svg>'
    )
    return page(
        f"""<div style="text-align:center;font-size:22px">{f("hospital_name", home)}</div><div style="text-align:center;font-size:23px;letter-spacing:8px;font-weight:600">病理诊断报告书</div>
<div style="text-align:right;font-weight:600">病理号：{f("report_number", f"{came.year}-{dice.randint(300, 39000):05d}")}</div>
<table class="g" style="font-size:14px"><tr><td>姓名</td><td>{f("patient_name", a.name)}</td><td>性别</td><td>{f("sex", a.sex)}</td><td>年龄</td><td>{f("age", a.age(day), f"{a.age(day)}岁")}</td></tr><tr><td>住院号</td><td>{f("record_number", t.digits(dice, 7))}</td><td>科室</td><td>{f("department", {"左": "胸外科", "右": "乳腺外科", "肾": "肾病内科", "结": "普外三病区"}[part[0]])}</td><td>床号</td><td>{dice.randint(1, 60)}</td></tr><tr><td>送检医生</td><td>{f("physician_name", t.doctor(dice))}</td><td>送检材料</td><td>{part}</td><td>收到日期</td><td>{t.show(came, style)}</td></tr></table>
<p style="margin:10px 0 2px"><b>肉眼所见：</b></p><div style="text-indent:2em">{gross}</div><p style="margin:10px 0 2px"><b>镜下所见：</b></p><div style="display:flex;gap:20px;justify-content:center;margin:6px 0">{micro()}{micro()}</div><div class="c" style="font-size:12px">HE×100　　　　　　　　　　　　　　　　　　HE×200</div>
<p style="margin:10px 0 2px"><b>病理诊断：</b></p><div style="padding-left:2em;min-height:110px;line-height:1.9">{"".join(f"<div>{f('diagnosis', e)}{'；' if n < len(ends) else '。'}</div>" for n, e in enumerate(ends, 1))}</div>
<p style="margin:10px 0 2px"><b>免疫组化结果（{t.digits(dice, 5, "I")}）：</b></p><div style="padding-left:2em">{stains}。</div>
<div style="position:absolute;left:66px;right:66px;bottom:70px"><div style="position:relative;display:flex;justify-content:space-between"><span>初诊医师：{f("physician_name", first)}</span><span>复诊医师：{f("physician_name", second)} {sign("physician", second, dice)}</span><span>报告日期：{on("report_date", day, style)}</span>{seal(home, "病理科", size=118, at=(500, -74), turn=dice.uniform(-14, 14), colour=dice.choice(("red", "blue")))}</div>
<div style="border-top:1px solid #333;margin-top:12px;font-size:12px;padding-top:4px">此报告须经医师手写签名方有效；对诊断有疑问请于15日内与病理科联系，组织标本保留至报告发出后2周。</div></div>""",
        font=dice.choice((SONG, KAI)),
        size=15,
        pad="46px 66px",
    )


TEMPLATES: dict[str, Template] = {
    "town-exam-echo": Template("exam_report", 794, 1123, _echo),
    "town-exam-cardiogram": Template("exam_report", 1123, 690, _cardiogram),
    "town-exam-web": Template("exam_report", 794, 1123, _web),
    "town-pathology-stains": Template("pathology_report", 794, 1123, _tissue),
}
