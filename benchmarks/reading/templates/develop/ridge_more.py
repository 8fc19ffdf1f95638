"""A treatment card of Yunnan and an electrocardiogram of the north."""

from __future__ import annotations

import math
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.ridge_base import case, date, face, insured, plain


def card(d: random.Random) -> str:
    """A booklet laid open: the rules at the left, the photograph and the person at the right."""
    c = case(d, "曲靖市", "大理州", "遵义市", "武威市")
    p = c.p
    until = c.left.replace(year=c.left.year + d.choice((1, 2, 5)), month=12, day=31)
    line = "display:flex;border-bottom:1px solid #333;margin-bottom:7px"
    return page(
        f"""<div style="display:flex;height:100%"><div style="flex:1;border-right:1px solid #999;padding-right:22px;font-size:12.5px;line-height:1.75"><h1 style="font-size:17px;letter-spacing:4px">使 用 须 知</h1>一、本证仅限本人使用，不得转借、涂改，遗失请及时到参保地医保经办机构挂失补办。<br>二、持证人凭本证及社会保障卡到选定的定点医疗机构就医购药。<br>三、每次处方量{d.choice(("一般不超过30日", "最长不超过12周"))}。<br>四、有效期满前{d.choice(("一个月", "60日"))}应持近期病历资料办理复审，逾期停止待遇。<br>五、咨询电话：087{d.randint(2, 4)}-{d.randint(2 * 10**6, 9 * 10**6)}<table class="g" style="font-size:12px;margin-top:14px"><tr><td class="c">年审年度</td><td class="c">年审结果</td><td class="c">经办人</td></tr>{"<tr style='height:24px'><td></td><td></td><td></td></tr>" * 3}</table></div>
<div style="flex:1.15;padding-left:22px"><h1 style="font-size:17px;font-family:{HEI}">{p.place.city}基本医疗保险<br>{d.choice(("慢性病特殊病就诊证", "门诊慢特病待遇证", "门诊特殊慢性病医疗证"))}</h1><div style="display:flex;gap:14px;margin-top:12px"><div style="flex:1;font-size:14px"><div style="{line}">姓　　名　{f("patient_name", p.name)}</div><div style="{line}">性　　别　{f("sex", p.sex)}　　年龄　{f("age", c.age)}</div><div style="{line}">险　　种　{f("insurance_type", insured(c), "职工" if insured(c) == "employee" else "居民")}</div><div style="{line}">证　　号　{f("card_number", f"MT{p.place.code}{d.randint(10000, 99999)}")}</div></div>{face(d, 96, 122, "border:1px solid #888")}</div>
<div style="font-size:14px;margin-top:6px"><div style="{line}">身份证号　{f("id_number", p.id_number)}</div><div style="{line}">病　　种　{f("claimed_disease", c.claim)}</div><div style="{line}">定点医院　{f("hospital_name", c.hospital)}</div><div style="{line}">发证日期　{date("issue_date", c.left, d, "年")}</div><div style="{line}">有效期至　{date("valid_until", until, d, "年")}</div></div><div class="r" style="font-size:13px;margin-top:8px">发证机关：{f("issuing_authority", f"{p.place.insured}医疗保险中心")}（章）</div></div></div>
{seal(f"{p.place.county}医疗保险中心", "特慢病专用章", at=(590, 330), size=118, turn=d.uniform(-15, 15))}""",
        css="body{background:#fbf9ef}", font=d.choice((SONG, KAI)), size=14, pad="26px 30px",
    )  # fmt: skip


def _trace(d: random.Random, x: float, y: float, width: float, rate: int) -> str:
    """One lead's line from ``x``: waves of a heart at ``rate``."""
    step = 6000 / rate
    size = d.uniform(0.4, 1.5)
    points = []
    for n in range(int(width / 2)):
        t = (n * 2 % step) / step
        v = 4 * math.exp(-(((t - 0.18) / 0.03) ** 2)) + 34 * size * math.exp(-(((t - 0.32) / 0.012) ** 2))
        v += -9 * size * math.exp(-(((t - 0.35) / 0.012) ** 2)) + 8 * math.exp(-(((t - 0.58) / 0.05) ** 2))
        points.append(f"{x + n * 2:.0f},{y - v + d.uniform(-0.6, 0.6):.1f}")
    return f'<polyline points="{" ".join(points)}" fill="none" stroke="#111" stroke-width="1"/>'


def ecg(d: random.Random) -> str:
    """Twelve leads on pink paper, the machine's measures above, the doctor's words below them."""
    c = case(d)
    p = c.p
    rate = d.randint(52, 112)
    leads = (("I", "aVR", "V1", "V4"), ("II", "aVL", "V2", "V5"), ("III", "aVF", "V3", "V6"))
    drawn = ""
    for r, row in enumerate(leads):
        for k, lead in enumerate(row):
            drawn += f'<text x="{10 + k * 255}" y="{34 + r * 110}" font-size="12">{lead}</text>' + _trace(
                d, 10 + k * 255, 80 + r * 110, 250, rate
            )
    said = d.sample(
        ("窦性心律", "左室高电压", "ST-T改变", "一度房室传导阻滞", "偶发室性早搏", "完全性右束支传导阻滞"),
        d.randint(1, 3),
    )
    cells = "".join(
        f"<span>{x}</span>"
        for x in (
            f"HR：{rate} bpm",
            f"P-R：{d.randint(130, 215)} ms",
            f"QRS：{d.randint(78, 130)} ms",
            f"QT/QTc：{d.randint(340, 420)}/{d.randint(390, 460)} ms",
            f"电轴：{d.randint(-30, 90)}°",
            f"RV5/SV1：{d.uniform(0.8, 2.6):.2f}/{d.uniform(0.3, 1.4):.2f} mV",
        )
    )
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-end"><h1 style="font-size:20px">{f("hospital_name", c.hospital)}心电图报告单</h1><span style="font-size:13px">心电号：{f("report_number", f"E{d.randint(10**6, 10**7 - 1)}")}</span></div>
<div style="display:flex;justify-content:space-between;font-size:13px;border-bottom:1px solid #000;border-top:1px solid #000;margin-top:4px"><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", c.age, f"{c.age}岁")}</span><span>科室：{f("department", c.department)}</span><span>床号：{d.choice(("", str(d.randint(1, 60))))}</span><span>住院号：{f("record_number", c.record)}</span><span>临床诊断：{f("diagnosis", c.illnesses[0]) if d.random() < 0.6 else ""}</span></div>
<div style="display:flex;justify-content:space-between;font-size:12.5px;margin:4px 0">{cells}</div>
<svg width="1040" height="350" style="background-color:#fff5f5;background-image:linear-gradient(#f6c9c9 1px,transparent 1px),linear-gradient(90deg,#f6c9c9 1px,transparent 1px);background-size:20px 20px;border:1px solid #e4a0a0" font-family="sans-serif">{drawn}<text x="10" y="342" font-size="11">25mm/s 10mm/mV 0.5-35Hz AC50</text></svg>
<div style="margin-top:8px;display:flex;justify-content:space-between"><div><b>心电图诊断：</b>{fs("diagnosis", said, "　", True)}</div><div style="font-size:12px;color:#444">检查时间：{plain(c.came, d, "-")}</div></div>
<div style="margin-top:34px;display:flex;justify-content:space-between;font-size:14px"><span>报告医师：{f("physician_name", c.doctors[1])}　{sign("physician", d.choice((None, c.doctors[1])), d)}</span><span>审核医师：{f("physician_name", c.doctors[2]) if d.random() < 0.5 else ""}</span><span>报告日期：{date("report_date", c.came, d, d.choice("-年/"))}</span></div><div style="font-size:11.5px;margin-top:10px">此报告仅供临床参考，不作诊断证明。操作者：{c.doctors[4]}</div>""",
        font=d.choice((SONG, HEI)), size=15, pad="34px 40px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-recognition_form-yunnan-booklet": Template("recognition_form", 800, 480, card),
    "ridge-exam_report-heart-pink": Template("exam_report", 1123, 794, ecg),
}
