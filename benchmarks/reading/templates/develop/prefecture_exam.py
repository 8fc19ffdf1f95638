"""Examination reports: CT or MRI, ultrasound, ECG, endoscopy; and two pathology reports."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import day, name
from benchmarks.reading.templates.develop.prefecture_base import (
    ZEN,
    at,
    bars,
    clinic,
    clock,
    date,
    digits,
    patient,
    qr,
    written,
)
from benchmarks.reading.templates.develop.prefecture_lab import who
from benchmarks.reading.templates.develop.vocabulary import TITLES

_SCANS = (
    ("CT", "颅脑CT平扫", "平扫示：双侧基底节区、放射冠区见多发斑点状低密度影，边界欠清，左侧枕叶见片状低密度影，CT值约18HU。脑室系统对称性扩大，脑沟、脑裂增宽。中线结构居中。颅骨骨质未见明显异常。", ("双侧基底节区、放射冠区多发腔隙性脑梗死", "左侧枕叶陈旧性脑梗死", "脑萎缩"), "头晕查因"),
    ("CT", "胸部CT平扫+三维重建", "胸廓对称，双肺纹理增多、紊乱，双肺见多发大小不等无壁透亮区，以上叶为著；右肺上叶尖段见结节影，大小约1.2cm×0.9cm，边缘见毛刺。气管、主支气管通畅。纵隔内见小淋巴结。主动脉及冠状动脉见钙化斑。", ("慢性支气管炎、肺气肿", "右肺上叶结节，性质待定", "主动脉及冠状动脉硬化"), "慢性阻塞性肺疾病"),
    ("MR", "腰椎MRI平扫", "腰椎生理曲度变直，L3-S1椎间盘T2WI信号减低，L4/5椎间盘向后突出，硬膜囊前缘受压，双侧侧隐窝变窄。椎体边缘骨质增生。椎管内未见异常信号影。", ("L4/5椎间盘突出", "腰椎退行性变"), "腰腿痛"),
    ("MR", "上腹部MRI平扫+增强", "肝脏体积缩小，表面呈波浪状，肝裂增宽，肝S6段见类圆形长T1长T2信号影，大小约2.8cm×2.5cm，增强动脉期明显强化，门脉期廓清。脾大，门静脉主干增宽约1.6cm。腹腔见少量积液。", ("肝S6段占位，考虑原发性肝癌", "肝硬化、脾大、门静脉高压", "少量腹水"), "乙肝肝硬化"),
)  # fmt: skip
_ADVICE = ("建议增强扫描", "请结合临床及其他检查", "建议3个月后复查", "")


def _film(dice: random.Random, width: int, height: int, dark: str = "#111") -> str:
    """A dark rectangle with pale blobs, as small prints of pictures look."""
    blobs = "".join(f'<ellipse cx="{dice.randint(width // 5, width * 4 // 5)}" cy="{dice.randint(height // 5, height * 4 // 5)}" rx="{dice.randint(8, width // 3)}" ry="{dice.randint(8, height // 3)}" fill="#{dice.choice(("999", "777", "bbb", "555"))}" opacity=".{dice.randint(2, 6)}"/>' for _ in range(7))  # fmt: skip
    return f'<svg width="{width}" height="{height}" style="background:{dark}">{blobs}</svg>'


def _scan(dice: random.Random) -> str:
    """A RIS print: labels without colon over a rule, findings in prose, an electronic signature as a picture."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    machine, part, seen, said, suspected = dice.choice(_SCANS)
    style = dice.choice(("-", "年", "/", "."))
    advice = dice.choice(_ADVICE)
    number = f("report_number", f"{machine}{digits(dice, 7)}")
    concluded = "".join(f"<div>{n}、{f('diagnosis', v)}{'，' + advice if advice and n == len(said) else ''}{'。' if n == len(said) else '；'}</div>" for n, v in enumerate(said, 1))  # fmt: skip
    reporter, checker = name(dice, "男"), name(dice, "女")
    late = when + dt.timedelta(days=dice.randint(0, 2))
    printed = dice.random() < 0.5
    reporting = (
        f("physician_name", reporter) if printed else sign("physician", reporter, dice, 90),
        f("physician_name", checker) if printed else sign("physician", checker, dice, 90),
    )
    stay = dice.random() < 0.5
    body = (
        f'<div class=c style="font-size:24px;letter-spacing:3px">{f("hospital_name", house)}</div><div class=c style="font-size:19px;margin-bottom:10px">{"磁共振(MRI)" if machine == "MR" else "CT"}检查报告单</div>'
        f'<div style="text-align:right;font-size:13px">{dice.choice(("检查号", "影像检查号"))}　{number}</div>'
        f'<div class=h><span><i>姓名</i>{w["name"]}</span><span><i>性别</i>{w["sex"]}</span><span><i>年龄</i>{w["age"]}</span><span><i>{"住院号" if stay else "门诊号"}</i>{w["number"]}</span><span><i>科室</i>{w["room"]}</span><span><i>床号</i>{dice.randint(1, 70) if stay else ""}</span><span><i>申请医生</i>{w["doctor"]}</span><span><i>检查日期</i>{written(when, style)}</span><span style="grid-column:1/3"><i>临床诊断</i>{f("diagnosis", suspected)}</span><span style="grid-column:3/5"><i>检查部位</i>{part}</span></div>'
        f'<div style="display:flex;gap:16px;margin:14px 0">{_film(dice, 200, 160)}{_film(dice, 200, 160)}{_film(dice, 200, 160)}</div><div class=t>影像所见</div><div class=x>{seen}</div><div class=t>影像诊断</div><div class=x style="text-indent:0;padding-left:2em">{concluded}</div>'
        f'<div style="position:absolute;left:64px;right:64px;bottom:84px;border-top:1px solid #000;padding-top:10px;display:grid;grid-template-columns:1fr 1fr 1.4fr"><span>报告医生　{reporting[0]}</span><span>审核医生　{reporting[1]}</span><span>报告时间　{date("report_date", late, style, clock(dice, False))}</span></div><div style="position:absolute;left:64px;bottom:46px;font-size:12px">本报告仅供临床医师参考，医师签字后生效，不作法律依据。　技师：{name(dice, "男")}</div>'
        + (seal(house, "诊断报告专用章", size=146, at=(520, 900), turn=dice.uniform(-9, 9), ink=0.6) if dice.random() < 0.6 else "")
    )  # fmt: skip
    css = ".h{border-top:2px solid #000;border-bottom:2px solid #000;padding:6px 0;display:grid;grid-template-columns:1.2fr .8fr 1.2fr 1.5fr;gap:3px 10px;font-size:14px}i{font-style:normal;font-weight:600;margin-right:10px}.t{font-weight:600;font-size:16px;margin-top:14px}.x{text-indent:2em;line-height:1.9;font-size:15px}"
    return page(body, css, dice.choice((SONG, HEI, ZEN)), 14, "48px 64px")


_ECHO = (
    ("甲状腺彩超", "甲状腺左叶大小约48×17×15mm，右叶大小约50×18×16mm，峡部厚约4mm，形态饱满，腺体回声不均匀，呈网格样改变，右叶下极见一低回声结节，大小约9×7mm，边界清。CDFI：腺体内血流信号丰富。", ("甲状腺弥漫性病变（桥本氏甲状腺炎可能）", "甲状腺右叶结节，TI-RADS 3类")),
    ("心脏彩色多普勒", "左房内径42mm，左室舒张末内径61mm，室间隔厚度10mm，左室壁搏动幅度普遍减低。二尖瓣口见中度反流信号，主动脉瓣回声增强。EF：36%　FS：18%。心包腔未见液性暗区。", ("左心增大", "左室壁运动普遍减弱", "二尖瓣中度关闭不全", "左室收缩功能减低")),
    ("肝胆胰脾+双肾彩超", "肝脏形态失常，包膜不光整，实质回声增粗、分布不均，门静脉内径14mm。胆囊壁毛糙，内见强回声团约12mm，后伴声影。脾厚52mm。双肾大小正常，左肾中部见无回声区约21×18mm。", ("肝硬化", "胆囊结石", "脾大", "左肾囊肿")),
    ("颈部血管彩超", "双侧颈总动脉内-中膜增厚，最厚处约1.3mm，左侧颈总动脉分叉处后壁见一混合回声斑块，大小约14×2.6mm。双侧椎动脉走行正常，血流充盈可。", ("双侧颈动脉内-中膜增厚", "左侧颈动脉斑块形成")),
)  # fmt: skip


def _ultrasound(dice: random.Random) -> str:
    """Pictures on top, the hospital's logo left, 超声提示 in larger type, the recorder beside the doctor."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    part, seen, said = dice.choice(_ECHO)
    style = dice.choice(("-", "年0", "."))
    lines = "".join(f"<div>{f('diagnosis', v)}</div>" for v in said)
    title = f("physician_title", t) if dice.random() < 0.3 and (t := dice.choice(TITLES)) else ""
    body = (
        f'<div style="display:flex;align-items:center;gap:12px;color:#134"><svg width="46" height="46"><circle cx="23" cy="23" r="21" fill="none" stroke="#164" stroke-width="3"/><path d="M19 10h8v9h9v8h-9v9h-8v-9h-9v-8h9z" fill="#164"/></svg><div style="font-size:21px;font-weight:600">{f("hospital_name", house)}<div style="font-size:14px;font-weight:400">超声医学科　彩色超声检查报告</div></div><div style="margin-left:auto">{bars(dice, 120, 26)}<div style="font-size:11px">超声号:{f("report_number", "US" + digits(dice, 8))}</div></div></div>'
        f"<table class=q><tr><td>姓　名:{w['name']}</td><td>性　别:{w['sex']}</td><td>年　龄:{w['age']}</td><td>病案号:{w['number']}</td></tr><tr><td>科　别:{w['room']}</td><td>床　号:{dice.choice(('', '加2', '16'))}</td><td>仪　器:{dice.choice(('EPIQ-7X', 'LOGIQ 9E', 'DC-80P'))}</td><td>申请医师:{w['doctor']}</td></tr><tr><td colspan=4>检查项目:{part}</td></tr></table>"
        f'<div style="display:flex;justify-content:center;gap:12px;margin:12px 0">{_film(dice, 310, 230, "#060606")}{_film(dice, 310, 230, "#060606")}</div>'
        f'<div style="border-top:1px dashed #555;padding-top:6px"><b>超声所见:</b><div style="line-height:1.85;padding-left:2em">{seen}</div></div><div style="margin-top:16px"><b>超声提示:</b><div style="font-size:16px;padding-left:2em;font-weight:600">{lines}</div></div>'
        f'<div style="position:absolute;left:50px;right:50px;bottom:70px;display:grid;grid-template-columns:1fr 1.3fr 1.3fr;border-top:1.5px solid #134;padding-top:8px"><span>记录员:{name(dice, "女")}</span><span>诊断医师:{f("physician_name", name(dice, "女"))} {title}</span><span>报告日期:{date("report_date", when, style, clock(dice))}</span><span style="grid-column:1/4;font-size:11px;color:#555">注:本报告仅反映受检者检查当时情况,供临床参考,签名有效。图像为打印示意。</span></div>'
    )
    return page(body, ".q{border-top:1.5px solid #134;border-bottom:1.5px solid #134;margin-top:8px}.q td{padding:2px 2px;font-size:13.5px}", dice.choice((HEI, MICRO)), 14, "40px 50px")  # fmt: skip


_BEATS = (("窦性心律", "完全性左束支传导阻滞"), ("心房颤动伴快速心室率", "ST-T改变"), ("窦性心动过缓", "左心室肥大", "T波改变"), ("窦性心律", "陈旧性前壁心肌梗死", "频发室性早搏"))  # fmt: skip


def _ecg(dice: random.Random) -> str:
    """The machine's own print across the sheet: measurements left, the conclusion right, traces on a pink grid."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    said = dice.choice(_BEATS)
    grid = "".join(f'<path d="M{x} 0V420" stroke="#f3b6b6" stroke-width="{1 if x % 50 == 0 else 0.4}"/>' for x in range(0, 1020, 10)) + "".join(f'<path d="M0 {y}H1020" stroke="#f3b6b6" stroke-width="{1 if y % 50 == 0 else 0.4}"/>' for y in range(0, 421, 10))  # fmt: skip
    traces = ""
    for n, lead in enumerate(("I", "II", "III", "aVR", "aVL", "aVF")):
        for side in (0, 1):
            y, x, path = 40 + 68 * n, side * 510 + 30, ""
            while x < side * 510 + 480:
                path += f"l18 0 q5 -8 10 0 l8 0 l4 5 l5 -{dice.randint(24, 46)} l5 {dice.randint(38, 50)} l4 -9 l14 0 q9 -14 18 0 "
                x += 92
            traces += f'<path d="M{side * 510 + 30} {y}{path}" fill="none" stroke="#111" stroke-width="1.1"/><text x="{side * 510 + 6}" y="{y - 14}" font-size="12">{lead if not side else f"V{n + 1}"}</text>'
    style = dice.choice(("-", "/", "年0"))
    rate = dice.randint(46, 128)
    concluded = "".join(f"<div>{n}. {f('diagnosis', v)}</div>" for n, v in enumerate(said, 1))
    left = (("心率", f"{rate} bpm"), ("P-R间期", f"{dice.randint(120, 220)} ms"), ("QRS时限", f"{dice.randint(80, 150)} ms"), ("QT/QTc", f"{dice.randint(340, 420)}/{dice.randint(400, 470)} ms"), ("P/QRS/T电轴", f"{dice.randint(20, 70)}/{dice.randint(-40, 90)}/{dice.randint(10, 80)} °"), ("RV5/SV1", f"{dice.uniform(0.8, 3):.2f}/{dice.uniform(0.4, 2):.2f} mV"))  # fmt: skip
    table = "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in left)
    doctor = name(dice, dice.choice("男女"))
    scrawled = dice.random() < 0.5
    body = (
        f'<div style="display:flex;justify-content:space-between;align-items:baseline"><span style="font-size:20px">{f("hospital_name", house)}　常规心电图报告</span><span>心电图号：{f("report_number", digits(dice, 9))}</span></div>'
        f'<div style="display:flex;border-top:1px solid #000;border-bottom:1px solid #000;font-size:13px;padding:5px 0"><div style="width:270px;line-height:1.75">姓名：{w["name"]}<br>性别：{w["sex"]}　年龄：{w["age"]}<br>{dice.choice(("住院号", "门诊号", "ID"))}：{w["number"]}<br>科室：{w["room"]}　床号：<br>检查时间：{written(when, style)} {clock(dice)}</div>'
        f'<table style="width:300px;font-size:12px">{table}</table><div style="flex:1;border-left:1px solid #999;padding-left:14px"><b>诊断结论：</b>{concluded}'
        f'<div style="margin-top:14px">报告医师：{sign("physician", doctor, dice) if scrawled else f("physician_name", doctor)}　　报告日期：{date("report_date", when, style)}</div></div></div><svg width="1020" height="420" style="margin-top:6px">{grid}{traces}</svg><div style="font-size:11px;display:flex;justify-content:space-between"><span>25mm/s　10mm/mV　0.15-100Hz　AC50</span><span>{dice.choice(("12导同步", "标准3×4+1"))}</span><span>仅供临床参考，医师签名有效</span></div>'
    )
    return page(body, "td{padding:0 4px;line-height:1.5}", dice.choice((HEI, SONG, MICRO)), 13, "26px 50px")


_SCOPES = (
    ("电子胃镜", (("食管", "食管下段见三条蓝色曲张静脉，呈串珠状，红色征(-)。"), ("贲门", "齿状线清晰，启闭好。"), ("胃底", "黏液湖清，黏膜光滑。"), ("胃窦", "黏膜红白相间，以红为主，散在糜烂灶，蠕动好。"), ("十二指肠", "球部前壁见一0.6cm×0.5cm溃疡，覆白苔，周围黏膜充血水肿。")), ("食管静脉曲张（中度）", "慢性非萎缩性胃炎伴糜烂", "十二指肠球部溃疡（A1期）"), "HP快速尿素酶试验：阳性(+)"),
    ("电子结肠镜", (("回肠末段", "黏膜光滑，未见溃疡。"), ("升结肠", "黏膜光滑，血管纹理清晰。"), ("横结肠", "见一0.4cm×0.3cm扁平息肉，活检钳除。"), ("乙状结肠", "黏膜弥漫性充血、水肿、糜烂，血管纹理消失，覆脓性分泌物。"), ("直肠", "黏膜充血糜烂，距肛缘8cm见溃疡。")), ("溃疡性结肠炎（左半结肠型，活动期）", "横结肠息肉（已钳除）"), "活检部位：直肠2块，待病理"),
)  # fmt: skip


def _endoscopy(dice: random.Random) -> str:
    """Small pictures down the right with their places, findings organ by organ, the suggestion after the diagnosis."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    scope, parts, said, extra = dice.choice(_SCOPES)
    style = dice.choice(("-", "年", "."))
    films = "".join(f'<div style="font-size:11px;text-align:center">{_film(dice, 128, 112, "#5a1a14")}<br>{k}</div>' for k, _ in parts)  # fmt: skip
    findings = "".join(f"<tr><td style='width:76px;vertical-align:top'><b>{k}</b></td><td>{v}</td></tr>" for k, v in parts)  # fmt: skip
    body = (
        f'<h2 style="font-size:21px;font-family:{KAI}">{f("hospital_name", house)}</h2><div class=c style="font-size:18px">消化内镜中心 {scope}检查报告</div>'
        f'<table class=g style="margin-top:8px"><tr><td>姓名 {w["name"]}</td><td>性别 {w["sex"]}</td><td>年龄 {w["age"]}</td><td>内镜号 {f("report_number", digits(dice, 8))}</td></tr><tr><td colspan=2>科室 {w["room"]}</td><td>床号 {dice.choice(("", "22"))}</td><td>病人ID {w["number"]}</td></tr><tr><td colspan=2>主诉 {dice.choice(("反复上腹痛1年", "间断便血3月", "腹胀伴消瘦半年"))}</td><td colspan=2>麻醉方式 {dice.choice(("静脉麻醉", "咽部局麻", "无"))}　镜型 {dice.choice(("GIF-H290", "EG-760R"))}</td></tr></table>'
        f'<div style="display:flex;gap:14px;margin-top:10px"><div style="flex:1"><b>镜下所见</b><table class=s>{findings}</table><div style="margin-top:12px"><b>{dice.choice(("内镜诊断", "镜下诊断"))}</b>{"".join("<div style=padding-left:1em>" + f"({n}) " + f("diagnosis", v) + "</div>" for n, v in enumerate(said, 1))}</div><div style="margin-top:10px"><b>附注</b>　{extra}</div><div style="margin-top:10px"><b>建议</b>　{dice.choice(("规范治疗后复查", "根除HP治疗，4周后复查", "待病理结果，消化科随诊"))}</div></div><div style="width:132px">{films}</div></div>'
        f'<div style="margin-top:34px;display:flex;justify-content:space-between"><span>检查医师 <u>&nbsp;{f("physician_name", name(dice, "男"))}&nbsp;</u></span><span>护士 <u>&nbsp;{name(dice, "女")}&nbsp;</u></span><span>报告日期 <u>&nbsp;{date("report_date", when, style)}&nbsp;</u></span></div><div style="font-size:11px;color:#444;margin-top:12px">*活检者请于5个工作日后凭本单至病理科取报告。检查后2小时方可进温凉流食。咨询电话 0{digits(dice, 3)}-{digits(dice, 7, "8")}</div>'
    )
    return page(
        body, ".s td{padding:2px 4px;line-height:1.7}", dice.choice((SONG, ZEN, HEI)), 14, "40px 52px"
    )


_TISSUE = (
    ("（右肺上叶）穿刺活检组织", "灰白条索样组织3条，长0.6～1.1cm，直径0.1cm，全取。", ("（右肺上叶）浸润性腺癌，腺泡型为主",), "TTF-1(+)，NapsinA(+)，CK7(+)，P40(-)，ALK-D5F3(-)，Ki-67(约25%+)", "右肺占位"),
    ("（胃窦）黏膜活检组织", "灰白粟粒大组织4粒，全取。", ("（胃窦）黏膜慢性萎缩性炎，中度", "肠上皮化生（中度）"), "", "慢性胃炎"),
    ("（左）乳腺肿物+前哨淋巴结", "灰黄灰白组织一块，大小7.5cm×6cm×3cm，切面见灰白质硬肿物，大小2.2cm×1.8cm×1.6cm，界不清。另送淋巴结4枚。", ("（左乳）浸润性导管癌，II级", "（左乳）导管原位癌（约占10%）"), "ER(90%，强+)，PR(60%，中+)，HER2(1+)，Ki-67(30%+)，P63(-)，E-cad(+)", "左乳腺癌"),
    ("（肾）穿刺组织", "肾穿刺组织2条，皮质为主，光镜下见20个肾小球。", ("IgA肾病（Lee III级，牛津分型M1E0S1T1C0）",), "IgA(+++)，IgG(-)，IgM(+)，C3(++)，C1q(-)", "肾病综合征"),
)  # fmt: skip


def _biopsy(dice: random.Random) -> str:
    """A framed sheet in cells with two pictures, labels running down the left."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice)
    w = who(dice, p, when)
    what, gross, said, stains, suspected = dice.choice(
        [t for t in _TISSUE if p.sex == "女" or "乳" not in t[0]]
    )
    style = dice.choice(("-", ".", "年"))
    doctor, second = name(dice, "女"), name(dice, "男")
    signed = dice.random() < 0.5
    late = when + dt.timedelta(days=dice.randint(3, 9))

    def side(t: str) -> str:
        return f"<td class=k>{t}</td>"

    more = f"<tr>{side('免疫组化')}<td colspan=5>{stains}</td></tr>" if stains else ""
    body = (
        f'<div style="display:flex;justify-content:space-between;align-items:center"><div style="width:90px">{qr(dice, 60)}</div><div class=c><div style="font-size:22px;letter-spacing:2px">{f("hospital_name", house)}</div><div style="font-size:19px;letter-spacing:8px">病理诊断报告书</div></div><div style="font-size:14px;text-align:right">病理号<br><b style="font-size:17px">{f("report_number", f"{when:%Y}{digits(dice, 5)}")}</b></div></div>'
        f'<table class=g style="margin-top:10px"><tr>{side("姓　名")}<td>{w["name"]}</td>{side("性　别")}<td>{w["sex"]}</td>{side("年　龄")}<td>{w["age"]}</td></tr><tr>{side("住院号")}<td>{w["number"]}</td>{side("送检科室")}<td>{w["room"]}</td>{side("送检医师")}<td>{w["doctor"]}</td></tr><tr>{side("送检标本")}<td colspan=3>{what}</td>{side("收到日期")}<td>{written(when, style)}</td></tr><tr>{side("临床诊断")}<td colspan=5>{f("diagnosis", suspected)}</td></tr>'
        f'<tr>{side("肉眼所见")}<td colspan=5 style="height:84px;vertical-align:top">{gross}</td></tr><tr>{side("镜下图像")}<td colspan=5 style="text-align:center;padding:8px">{_film(dice, 220, 160, "#d9a8c8")}　　{_film(dice, 220, 160, "#cf98bd")}</td></tr>{more}<tr>{side("病理诊断")}<td colspan=5 style="height:150px;vertical-align:top;font-size:16px;line-height:1.9">{"".join("<div>" + f("diagnosis", v) + "。</div>" for v in said)}</td></tr></table>'
        f'<div style="display:grid;grid-template-columns:1fr 1fr 1.2fr;margin-top:14px"><span>报告医师：{sign("physician", doctor, dice, 90) if signed else f("physician_name", doctor)}</span><span>复核医师：{sign("physician", second, dice, 90) if signed else f("physician_name", second)}</span><span>报告日期：{date("report_date", late, style)}</span></div>'
        f'<div style="font-size:11.5px;margin-top:22px;color:#333">说明：1.本报告仅对送检标本负责。2.病理报告须经医师签名方为有效。3.如与临床不符，请及时与病理科联系。</div>'
        + seal(
            house,
            "病理诊断专用章",
            size=140,
            at=(530, dice.randint(590, 640)),
            turn=dice.uniform(-14, 14),
            ink=0.6,
        )
    )
    return page(body, ".k{width:88px;text-align:center;font-weight:600;white-space:nowrap}", dice.choice((SONG, HEI)), 14, "44px 54px")  # fmt: skip


def _surgical(dice: random.Random) -> str:
    """A Word file of a small pathology department: dotted rules, prose, a handwritten remark, an outside consultation."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice, "2020-01-05")
    w = who(dice, p, when)
    what, gross, said, stains, suspected = dice.choice(
        [t for t in _TISSUE if p.sex == "女" or "乳" not in t[0]]
    )
    style = dice.choice(("年", "年0", "."))
    late = when + dt.timedelta(days=dice.randint(3, 12))

    def blank(html: str) -> str:
        return f'<span style="border-bottom:1px dotted #000;padding:0 10px">{html}</span>'

    micro = (
        "送检组织内见异型细胞呈巢状、腺管状排列，核大深染，可见核分裂象，间质纤维组织增生伴慢性炎细胞浸润。"
        if "癌" in said[0]
        else "镜下见组织结构部分破坏，间质慢性炎细胞浸润，局灶纤维化。"
    )
    joined = "；".join(f("diagnosis", v) for v in said)
    other = f"{p.place.province.removesuffix('省')}肿瘤医院病理科"
    consult = f"<p><b>会诊意见</b>　经{other}会诊，同意上述诊断。</p>" if dice.random() < 0.4 else ""
    body = (
        f'<h1 style="font-size:24px">{f("hospital_name", house)}</h1><h2 style="font-size:18px;font-weight:400">病 理 检 查 报 告 单</h2><div style="text-align:right;margin-top:4px">病检号：{f("report_number", f"B{when:%y}-{digits(dice, 4)}")}</div>'
        f'<div style="line-height:2.2;border-top:3px double #000;border-bottom:1px solid #000;padding:4px 0">姓名{blank(w["name"])}性别{blank(w["sex"])}年龄{blank(w["age"])}科别{blank(w["room"])}<br>病案号{blank(w["number"])}床号{blank(dice.choice(("　", "12", "8-3")))}送检医生{blank(w["doctor"])}送检日期{blank(written(when, style))}<br>送检材料{blank(what)}临床诊断{blank(f("diagnosis", suspected))}</div>'
        f'<p><b>大体描述</b>　{gross}</p><p><b>镜下描述</b>　{micro}</p>{"<p><b>免疫组化结果</b>　" + stains + "</p>" if stains else ""}<p style="font-size:17px"><b>病理诊断：</b>{joined}。</p>{consult}'
        f'<div style="margin-top:12px">{hand(dice.choice(("已告知家属", "切片已借出", "请结合临床")), 19) if dice.random() < 0.5 else ""}</div><div style="position:absolute;left:80px;right:80px;bottom:110px;line-height:2.1;text-align:right">初诊医师：{f("physician_name", name(dice, "女"))}　　主诊医师：{sign("physician", name(dice, "男"), dice, 96)}<br>报告日期：{date("report_date", late, style)}</div><div style="position:absolute;left:80px;bottom:60px;font-size:11px">（本报告不得涂改，复印无效）　打字：{name(dice, "女")}　校对：{name(dice, "女")}</div>'
        + (seal(house, "病理科", size=130, at=(470, 930), turn=dice.uniform(-9, 9), ink=0.6) if dice.random() < 0.7 else "")
        + at(640, 40, f"第{dice.randint(1, 2)}份", "font-size:11px;color:#666")
    )  # fmt: skip
    return page(body, "p{margin:14px 0;line-height:1.95;text-align:justify}", dice.choice((SONG, KAI)), 15, "60px 80px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "prefecture-exam_report-ct-mri": Template("exam_report", 794, 1123, _scan),
    "prefecture-exam_report-ultrasound": Template("exam_report", 794, 1000, _ultrasound),
    "prefecture-exam_report-ecg-landscape": Template("exam_report", 1123, 650, _ecg),
    "prefecture-exam_report-endoscopy": Template("exam_report", 794, 1000, _endoscopy),
    "prefecture-pathology_report-framed": Template("pathology_report", 794, 1050, _biopsy),
    "prefecture-pathology_report-word-prose": Template("pathology_report", 794, 1123, _surgical),
}
