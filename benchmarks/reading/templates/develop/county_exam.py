"""Examinations: CT, echocardiography with its table, electrocardiogram, gastroscopy, pathology; and two out-patient papers."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import county_base as base
from benchmarks.reading.templates.develop.county_base import (
    Put,
    bars,
    day,
    digits,
    line,
    logo,
    printed,
    spread,
    when,
)
from benchmarks.reading.templates.develop.county_words import RANKS, STAYS, call, home, house, who
from benchmarks.reading.templates.develop.html import f, fs, hand, page, row, seal, sign

CT = (
    ("胸部CT平扫", "胸廓对称，双肺纹理增多、紊乱，双肺透亮度增高，可见多发类圆形无壁透亮区，右肺中叶及左肺上叶舌段见条索状高密度影，边界清。纵隔内未见明显肿大淋巴结，主动脉及冠状动脉壁见钙化。", ("慢性支气管炎、肺气肿", "右肺中叶、左肺上叶舌段慢性炎症", "主动脉及冠脉粥样硬化")),
    ("头颅CT平扫", "左侧基底节区可见片状低密度影，边界清，大小约1.8cm×1.1cm，双侧侧脑室旁白质密度减低。脑沟、脑裂增宽，中线结构居中，颅骨骨质未见异常。", ("左侧基底节区陈旧性脑梗死", "脑白质脱髓鞘改变", "老年性脑改变")),
    ("上腹部CT平扫+增强", "肝脏体积缩小，肝裂增宽，各叶比例失调，肝缘呈波浪状，门静脉主干直径约1.6cm，脾脏增大约8个肋单元，食管下段及胃底周围见迂曲血管影，肝周见液性密度影。", ("肝硬化、脾大、门静脉高压", "食管下段胃底静脉曲张", "少量腹水")),
)  # fmt: skip


def impression(dice: random.Random, found: tuple[str, ...]) -> str:
    """Conclusions over lines."""
    mark = dice.choice(("{}.", "{}、", "({})"))
    return "<br>".join(mark.format(n) + f("diagnosis", x) for n, x in enumerate(found, 1))


def ct(dice: random.Random) -> str:
    """CT: head with two names of the house, physicians in print over a picture of their hand."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年0", "/0", "."))
    part, seen, found = dice.choice(CT)
    one, two = call(dice), call(dice)
    pairs = (
        ("姓　名", f("patient_name", p.name)),
        ("性　别", f("sex", p.sex)),
        ("年　龄", f("age", p.age_on(d), f"{p.age_on(d)}岁")),
        ("影像号", f("report_number", "CT" + digits(dice, 7))),
        ("住院号", f("record_number", digits(dice, 7))),
        ("科　室", f("department", s.ward)),
        ("床　号", str(dice.randint(1, 60))),
        ("检查日期", printed(d, st)),
    )
    names = (
        f"报告医师：{f('physician_name', one)}　{sign('physician', one, dice, 70) if dice.random() < 0.6 else ''}",
        f"审核医师：{f('physician_name', two)}",
    )
    body = f"""<div class="c"><span style="vertical-align:middle">{logo(dice, 48)}</span> <span style="font-size:26px;font-weight:600;vertical-align:middle">{f("hospital_name", h.name)}</span>{f'<div style="font-size:15px">{f("hospital_name", h.second)}</div>' if h.second else ""}<div style="font-size:21px;margin:2px">CT影像诊断报告单</div></div>
<div style="display:grid;grid-template-columns:repeat(4,auto);border-top:2px solid;border-bottom:1px solid;padding:6px 0;row-gap:3px">{"".join(f"<span>{k}：{v}</span>" for k, v in pairs)}</div>
<p style="margin:8px 0"><b>检查部位及方法：</b>{part}　<b>临床诊断：</b>{f("diagnosis", s.ills[0])}</p><div style="min-height:{dice.randint(220, 330)}px"><b>影像所见：</b><p style="text-indent:2em;margin:4px 0">{seen}</p></div><div style="min-height:170px"><b>影像诊断：</b><div style="padding-left:2em">{impression(dice, found)}</div></div>
<div style="display:flex;justify-content:space-between;border-top:1px solid;padding-top:8px;position:relative"><span>{names[0]}</span><span>{names[1]}</span><span>报告时间：{when("report_date", d, st, dice)}</span>{seal(h.name, "影像诊断专用章", at=(430, -70), size=126, turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}</div><div style="font-size:12px;margin-top:6px">本报告仅供临床医师参考，不作法律依据，未经医师签名无效。技师：{call(dice)}　申请医师：{f("physician_name", call(dice))}　电话：{h.phone}</div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO, base.FANG)), size=15, pad="40px 54px")


def echo(dice: random.Random) -> str:
    """Echocardiography: pictures, a table of measures, conclusions; reporter in print."""
    p, s = who(dice), STAYS[10]
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年0", "/"))
    table = ""
    for name, usual, low, high in (
        ("左房内径(LA)", 34, 19, 40),
        ("左室舒张末内径(LVDd)", 49, 35, 56),
        ("室间隔厚度(IVS)", 10, 6, 11),
        ("左室后壁(LVPW)", 9, 6, 11),
        ("右室内径(RV)", 20, 7, 23),
        ("主动脉根部(AO)", 31, 20, 37),
    )[: dice.randint(4, 6)]:
        t = {
            "name": name,
            "result": str(round(usual * dice.uniform(0.9, 1.5))),
            "unit": "mm",
            "reference": f"{low}-{high}",
            "flag": None,
        }
        table += row(t, f"<td>{name}</td><td>{t['result']}</td><td>mm</td><td>{t['reference']}</td>")
    ef = {
        "name": "射血分数(EF)",
        "result": str(dice.randint(28, 66)),
        "unit": "%",
        "reference": "50-70",
        "flag": None,
    }
    table += row(ef, f"<td>{ef['name']}</td><td>{ef['result']}</td><td>%</td><td>50-70</td>")
    still: Put = lambda: (
        f'<svg width="200" height="150"><rect width="200" height="150" fill="#0c0c0c"/><path d="M100 12L{dice.randint(22, 40)} 130Q100 150 {dice.randint(160, 180)} 130z" fill="#555"/><ellipse cx="{dice.randint(86, 112)}" cy="{dice.randint(66, 90)}" rx="24" ry="36" fill="#1a1a1a"/></svg>'
    )
    body = f"""<div style="display:flex;align-items:center;gap:10px">{logo(dice, 44)}<span style="font-size:22px;font-weight:600">{f("hospital_name", h.name)}</span><span style="margin-left:auto;font-size:19px">心脏超声检查报告</span></div>
<table class="g" style="margin:8px 0;font-size:14px"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</td><td>超声号：{f("report_number", "US" + f"{d:%y%m%d}" + digits(dice, 3))}</td></tr><tr><td>申请科室：{f("department", s.ward)}</td><td colspan="2">申请医生：{f("physician_name", call(dice))}</td><td>住院号：{f("record_number", digits(dice, 7))}</td></tr></table>
<div style="display:flex;gap:16px;justify-content:center">{still()}{still()}{still()}</div><table class="g" style="margin-top:8px;font-size:14px"><tr><th>测量项目</th><th>测值</th><th>单位</th><th>正常值</th></tr>{table}</table>
<p style="margin:8px 0"><b>超声所见：</b>全心扩大，以左心为著，室壁运动弥漫性减弱，二尖瓣开放幅度减小，余瓣膜形态回声未见明显异常。CDFI：二尖瓣口收缩期见中量反流信号，心包腔未见明显液性暗区。</p><b>超声诊断：</b><div style="padding-left:2em">{impression(dice, ("全心扩大，室壁运动弥漫性减弱", "二尖瓣中度反流", "左室收缩功能减低")[: dice.randint(2, 3)])}</div>
<div style="display:flex;justify-content:space-between;margin-top:40px"><span>诊断医生：{f("physician_name", name := call(dice), spread(name))}</span><span>记录者：{call(dice)}</span><span>报告日期：{when("report_date", d, st)}</span></div><div class="c" style="font-size:12px;border-top:1px solid;margin-top:4px">此报告仅供临床参考　超声医学科地址：门诊楼三楼　{h.phone}</div>"""
    return page(body, font=dice.choice((base.SONG, base.HEI)), size=15, pad="34px 50px")


def ecg(dice: random.Random) -> str:
    """A twelve-lead trace on pink paper, measures at the left, what the machine says, who confirms."""
    p, s = who(dice), dice.choice((STAYS[0], STAYS[10], STAYS[2]))
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "/0", "年0"))
    rate, traces = dice.randint(54, 128), ""
    for n, lead in enumerate(("Ⅰ", "Ⅱ", "Ⅲ", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")):
        x, y = 10 + (n // 6) * 530, 30 + (n % 6) * 58
        path, at = f"M{x} {y}", x
        while at + int(3400 / rate) + 50 < x + 512:
            step = int(3400 / rate) + dice.randint(-1, 1)
            path += f"h{step} q4 -6 8 0 h5 l3 5 l4 -{dice.randint(14, 34)} l4 {dice.randint(26, 40)} l3 -8 h9 q8 -{dice.randint(3, 12)} 16 0"
            path = path.rsplit("l3 -8", 1)[0] + f"L{at + step + 31} {y} h9 q8 -8 16 0"
            at += step + 56
        traces += f'<text x="{x}" y="{y - 12}" font-size="11">{lead}</text><path d="{path}" fill="none" stroke="#111" stroke-width="1"/>'
    rhythm = dice.choice(("心房颤动", "窦性心律", "窦性心动过速" if rate > 100 else "窦性心律"))
    found = (
        rhythm,
        *dice.sample(
            ("完全性左束支传导阻滞", "ST-T改变", "左心室高电压", "频发室性早搏", "一度房室传导阻滞"),
            dice.randint(1, 3),
        ),
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:end"><span style="font-size:21px;font-weight:600">{f("hospital_name", h.name)}</span><span style="font-size:19px">十二导联心电图报告</span><span>编号：{f("report_number", digits(dice, 8))}</span></div>
<div style="display:flex;gap:20px;border-top:1px solid #333;margin-top:4px;padding-top:4px"><div style="width:240px;font-size:14px"><div>姓名：{f("patient_name", p.name)}</div><div>性别：{f("sex", p.sex)}　年龄：{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</div><div>门诊号：{f("record_number", digits(dice, 8))}</div><div>科室：{f("department", s.ward)}</div></div><div style="width:240px;font-size:14px"><div>心率：{rate} bpm</div><div>PR间期：{dice.randint(120, 230)} ms</div><div>QRS时限：{dice.randint(84, 156)} ms</div><div>QT/QTc：{dice.randint(340, 420)}/{dice.randint(400, 470)} ms</div></div><div style="flex:1;font-size:14px"><b>心电图诊断：</b><div style="padding-left:1em">{impression(dice, found)}</div></div></div>
<svg width="1080" height="370" style="margin-top:4px;background:repeating-linear-gradient(0deg,#f3b9b9 0 1px,transparent 1px 20px),repeating-linear-gradient(90deg,#f3b9b9 0 1px,transparent 1px 20px),#fff6f4">{traces}</svg>
<div style="display:flex;justify-content:space-between;font-size:14px"><span>25mm/s 10mm/mV 0.05-100Hz AC50</span><span>诊断医师：{f("physician_name", call(dice)) if dice.random() < 0.6 else sign("physician", call(dice), dice)}</span><span>检查时间：{printed(d, st)} 08:{dice.randint(10, 59)}</span><span>报告时间：{when("report_date", d, st, dice)}</span></div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO)), size=15, pad="18px 20px")


def scope(dice: random.Random) -> str:
    """Gastroscopy: four round pictures under the head, long findings, advice, examiner with rank."""
    p, s = who(dice), STAYS[5]
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年", "."))
    doctor, rank = call(dice), dice.choice(RANKS[:3])
    view: Put = lambda t: (
        f'<div class="c" style="font-size:12px"><svg width="150" height="120"><rect width="150" height="120" rx="20" fill="#1b0a08"/><circle cx="{dice.randint(66, 84)}" cy="60" r="52" fill="#c2604d"/><circle cx="{dice.randint(60, 90)}" cy="{dice.randint(50, 70)}" r="16" fill="#5b1f18"/></svg><br>{t}</div>'
    )
    body = f"""<div class="c" style="font-size:24px;letter-spacing:2px">{f("hospital_name", h.name)}</div><div class="c" style="font-size:18px">消化内镜中心　电子胃镜检查报告单</div>
<div style="display:grid;grid-template-columns:1fr 1fr 1fr 1.2fr;border:1px solid;padding:5px 8px;margin-top:8px;font-size:14px"><span>姓名：{line(f("patient_name", p.name), 70)}</span><span>性别：{line(f("sex", p.sex), 30)}</span><span>年龄：{line(f("age", p.age_on(d), f"{p.age_on(d)}岁"), 40)}</span><span>检查号：{line(f("report_number", digits(dice, 9)), 90)}</span><span>科别：{line(f("department", s.ward), 70)}</span><span>床号：{line("", 30)}</span><span>麻醉：{line("静脉", 40)}</span><span>门诊/住院号：{line(f("record_number", digits(dice, 8)), 80)}</span><span style="grid-column:1/5">临床诊断：{line(f("diagnosis", s.ills[0]), 200)}　病理：{line(dice.choice(("是", "否")), 40)}</span></div>
<div style="display:flex;justify-content:space-around;margin:10px 0">{view("食管下段")}{view("胃底")}{view("胃窦")}{view("十二指肠球部")}</div><b>镜检所见：</b><p style="margin:3px 0;text-indent:2em">食管：中下段见4条迂曲静脉，呈蛇形，最粗约0.8cm，红色征（+）。贲门：齿状线清。胃底：黏液湖清，可见团块状静脉曲张。胃体：黏膜呈马赛克样改变。胃窦：黏膜红白相间，以红为主，蠕动良好。幽门：圆，开闭好。十二指肠：球部及降段未见明显异常。</p>
<b>内镜诊断：</b><div style="padding-left:2em">{impression(dice, ("食管静脉曲张（重度，RC+）", "胃底静脉曲张", "门脉高压性胃病", "慢性非萎缩性胃炎")[: dice.randint(2, 4)])}</div><p style="margin:6px 0"><b>建议：</b>{dice.choice(("择期内镜下套扎治疗", "定期复查胃镜，软食，避免粗糙食物"))}。</p>
<div style="display:flex;justify-content:space-between;margin-top:30px"><span>检查医师：{f("physician_name", doctor)} {f("physician_title", rank)}</span><span>护士：{call(dice)}</span><span>报告日期：{when("report_date", d, st)}</span></div>"""
    return page(body, font=dice.choice((base.SONG, base.KAI, base.HEI)), size=15, pad="40px 54px")


def pathology(dice: random.Random) -> str:
    """Pathology: received and reported apart, two pathologists, sent in by another house at times."""
    p, s = who(dice), STAYS[7]
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年0", "/0", "年"))
    one, two = call(dice), call(dice)
    found = dice.choice(
        (
            ("（左乳）浸润性导管癌，Ⅱ级", "（左腋窝）淋巴结见癌转移（3/14）"),
            ("（右肺上叶）浸润性腺癌，腺泡型为主",),
            ("（胃窦活检）低分化腺癌",),
            ("（甲状腺右叶）乳头状癌",),
        )
    )
    body = f"""<div style="display:flex;align-items:center;justify-content:space-between">{logo(dice, 50)}<div class="c"><div style="font-size:24px">{f("hospital_name", h.name)}</div><div style="font-size:20px;letter-spacing:6px">病理诊断报告书</div></div><div style="border:1px solid;padding:2px 8px">病理号<br><b>{f("report_number", f"{d:%Y}-{digits(dice, 5)}")}</b></div></div>
<table class="g" style="margin-top:10px;font-size:14px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</td></tr><tr><td>送检医院</td><td>{dice.choice(("本院", "本院", "双河镇中心卫生院"))}</td><td>送检科室</td><td>{f("department", s.ward)}</td><td>送检医生</td><td>{f("physician_name", call(dice))}</td></tr><tr><td>住院号</td><td>{f("record_number", digits(dice, 8))}</td><td>收到日期</td><td>{printed(d - dt.timedelta(days=dice.randint(3, 6)), st)}</td><td>联系电话</td><td>{f("phone", p.phone) if dice.random() < 0.5 else ""}</td></tr><tr><td>通信地址</td><td colspan="5">{f("address", home(dice, p))}</td></tr><tr><td>标本名称</td><td colspan="5">手术切除组织</td></tr></table>
<p style="margin:8px 0"><b>肉眼所见：</b>灰白灰黄不整形组织一块，大小{dice.randint(3, 18)}cm×{dice.randint(2, 9)}cm×{dice.randint(1, 4)}cm，切面见一灰白质硬结节，直径约{dice.uniform(0.8, 4):.1f}cm，界不清。</p><div style="display:flex;gap:20px;justify-content:center"><svg width="240" height="150"><rect width="240" height="150" fill="#f0d5e6"/>{"".join(f'<circle cx="{dice.randint(5, 235)}" cy="{dice.randint(5, 145)}" r="{dice.randint(3, 7)}" fill="#7b4aa0" opacity=".6"/>' for _ in range(90))}</svg></div>
<p style="margin:8px 0"><b>免疫组化：</b>{"ER(约80%+)，PR(约40%+)，HER2(2+)，E-cadherin(+)" if "乳" in found[0] else "CK(+)，CK7(+)，Syn(-)，P53(约70%+)"}，Ki-67(约{dice.randint(10, 60)}%+)。</p><div style="min-height:130px"><b>病理诊断：</b><div style="font-size:17px;padding-left:2em">{"<br>".join(f("diagnosis", x) for x in found)}</div></div>
<div style="display:flex;justify-content:space-between;position:relative"><span>初诊医师：{f("physician_name", one)}</span><span>复诊医师：{f("physician_name", two)}{sign("physician", two, dice, 70) if dice.random() < 0.5 else ""}</span><span>报告日期：{when("report_date", d, st)}</span>{seal(h.name, "病理诊断专用章", at=(420, -80), size=130, turn=dice.uniform(-18, 18)) if dice.random() < 0.7 else ""}</div><div style="font-size:12px;border-top:1px solid;margin-top:26px">注：本报告须由病理医师签名生效；若与临床不符，请于收到报告后一周内与病理科联系。</div>"""
    return page(body, font=dice.choice((base.SONG, base.FANG)), size=15, pad="40px 54px")


def visit(dice: random.Random) -> str:
    """门诊病历 on half a sheet: the house's address in the head, past history, drugs, doctor in print and by hand."""
    p, s = who(dice), dice.choice(STAYS)
    h, d, st = house(dice, p.place), day(dice), dice.choice(("-", "年", "年0", "/0"))
    doctor, rank = call(dice), dice.choice(RANKS)
    where = f"院址：{p.place.county}{p.place.road}{dice.randint(1, 99)}号　服务热线：{h.phone}"
    lab: Put = lambda k, v: (
        f'<div style="display:flex"><span style="width:5.4em;flex:none;{bold}">{k}</span><span>{v}</span></div>'
    )
    bold = dice.choice(("font-weight:600", ""))
    body = f"""<div style="display:flex;gap:10px;align-items:center">{logo(dice, 44)}<div><div style="font-size:21px">{f("hospital_name", h.name)}{"（" + f("hospital_level", h.level) + "）" if dice.random() < 0.4 else ""}</div><div style="font-size:12px;color:#555">{where}</div></div><div style="margin-left:auto" class="c"><div style="font-size:19px">门诊病历</div>{bars(dice, 120, 22)}</div></div>
<div style="border-top:1px solid;border-bottom:1px solid;margin:6px 0;padding:3px 0;display:grid;grid-template-columns:1fr .6fr .7fr 1.2fr;font-size:14px"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(d), f"{p.age_on(d)}岁")}</span><span>病历号：{f("record_number", digits(dice, 10))}</span><span>科别：{f("department", s.ward)}</span><span>{dice.choice(("初诊", "复诊"))}</span><span>费别：{f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民")}</span><span>就诊时间：{when("visit_date", d, st, dice)}</span><span style="grid-column:1/3">电话：{f("phone", p.phone)}</span><span style="grid-column:3/5">住址：{f("address", f"{p.place.county}{p.place.road}{p.house}号")}</span></div>
{lab("主　诉：", s.complaint)}{lab("现病史：", f"患者{s.complaint}，曾在外院就诊，具体不详，今来我院就诊。")}{lab("既往史：", dice.choice(("否认药物过敏史", "青霉素过敏", "无特殊")))}{lab("查　体：", s.found)}{lab("初步诊断：", fs("diagnosis", s.ills[: dice.randint(1, 3)], dice.choice(("，", "；", "<br>")), True))}{lab("处　理：", s.advice)}
<div style="display:flex;justify-content:flex-end;gap:14px;margin-top:16px"><span>{dice.choice(("接诊医师", "医师", "医生签名"))}：{f("physician_name", doctor)}{f"（{f('physician_title', rank)}）" if dice.random() < 0.5 else ""}</span><span>{sign("physician", doctor, dice)}</span></div>"""
    return page(body, font=dice.choice((base.SONG, base.MICRO, base.HEI)), size=14, pad="24px 40px")


def book(dice: random.Random) -> str:
    """A page of a visit book: three visits in strips, each with date, room and doctor; notes by hand between."""
    p, s = who(dice), dice.choice(STAYS)
    h, d = house(dice, p.place), day(dice, "2024-02-01", "2025-05-01")
    st, strips = dice.choice(("-", ".", "年", "/0")), ""
    for n in range(3):
        then, doctor = d + dt.timedelta(days=n * dice.randint(26, 62)), call(dice)
        strips += f"""<div style="border:1px dashed #888;padding:8px 12px;margin:12px 0;background:#fff"><div style="display:flex;justify-content:space-between"><span>{when("visit_date", then, st, dice)}</span><span>{f("department", s.ward + dice.choice(("门诊", "专家门诊", "")))}</span><span>{f("hospital_name", h.name)}</span></div>
<div>S：{s.complaint if n == 0 else "病史同前，规律服药，无明显不适，要求续方。"}</div><div>O：BP {dice.randint(118, 168)}/{dice.randint(70, 98)}mmHg，HR {dice.randint(60, 96)}次/分，{s.found.split("，")[0]}，{s.found.split("，")[1]}</div><div>诊断：{fs("diagnosis", s.ills[: 3 - n], "　", True)}</div><div>R：{s.advice[:44]}</div><div class="r">医师：{f("physician_name", doctor, spread(doctor))}　{sign("physician", doctor, dice, 74) if n != 1 else ""}</div></div>"""
    body = f"""<div style="display:flex;justify-content:space-between;border-bottom:1px solid #7aa;color:#276"><span>门诊病历（续页）</span><span>姓名 {f("patient_name", p.name, style="color:#111")}　性别 {f("sex", p.sex, style="color:#111")}　年龄 {f("age", p.age_on(d), style="color:#111")}　门诊号 {f("record_number", digits(dice, 8), style="color:#111")}</span></div>{strips}<div style="padding:4px 20px">{hand("病情平稳，继服原药，三月后复查", 22)}</div><div class="c" style="color:#276;font-size:12px;position:absolute;bottom:16px;left:0;right:0">— {dice.randint(3, 18)} —　请妥善保管，就诊时携带</div>"""
    return page(
        body,
        css="body{background:repeating-linear-gradient(0deg,#d4e4e0 0 1px,#fff 1px 30px)}",
        font=dice.choice((base.SONG, base.FANG)),
        size=15,
        pad="26px 44px",
    )


TEMPLATES = {
    "county-exam-ct": Template("exam_report", 794, 980, ct),
    "county-exam-echo": Template("exam_report", 794, 1060, echo),
    "county-exam-ecg": Template("exam_report", 1123, 600, ecg),
    "county-exam-scope": Template("exam_report", 794, 880, scope),
    "county-pathology-two": Template("pathology_report", 794, 1000, pathology),
    "county-visit-half": Template("outpatient_record", 794, 640, visit),
    "county-visit-book": Template("outpatient_record", 794, 900, book),
}
