"""Pathology reports: biopsy, immunohistochemistry with genes, cytology."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_base import case, d, digits, dots, line, spread
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign

BITS = (
    ("胃窦活检", "灰白色组织3粒，直径0.1～0.2cm，全取。", "镜下见胃黏膜组织，腺体排列紊乱，可见异型腺体呈筛状、条索状浸润，细胞核大深染，核分裂象易见。",
     ("（胃窦）腺癌，中分化",)),
    ("肠镜活检（乙状结肠）", "灰红色组织4粒，直径0.2cm，全取。", "腺体呈绒毛管状增生，部分腺体上皮假复层，核拉长深染，未见间质浸润。",
     ("（乙状结肠）绒毛管状腺瘤，伴低级别上皮内瘤变",)),
    ("肾穿刺组织", "灰白色条索状组织2条，长1.0cm、1.3cm。", "光镜：20个肾小球，2个球性硬化，其余系膜细胞及基质轻～中度增生；小管灶状萎缩；间质灶状炎细胞浸润伴纤维化。免疫荧光：IgA（+++）、C3（++）沿系膜区沉积。",
     ("IgA肾病（Lee氏Ⅲ级；牛津分型M1E0S1T1C0）",)),
)  # fmt: skip
TUMOURS = (
    ("右肺上叶肿物", "（右肺上叶）浸润性腺癌，腺泡型为主", "肿块大小2.1cm×1.8cm×1.5cm；脏层胸膜未见侵犯；支气管切缘净；淋巴结0/12。", "TTF-1（+），NapsinA（+），CK7（+），P40（-），ALK-D5F3（-），Ki-67（约25%+）", "EGFR 21外显子L858R突变型；ALK、ROS1野生型"),
    ("左乳肿块", "（左乳）浸润性导管癌，Ⅱ级", "肿块大小2.6cm×2.0cm；脉管内见癌栓；基底切缘净；前哨淋巴结1/4见转移。", "ER（90%+，强），PR（60%+，中），HER-2（1+），Ki-67（约30%+），E-cadherin（+）", "HER-2 FISH：未见扩增"),
    ("甲状腺右叶", "（甲状腺右叶）乳头状癌", "癌灶最大径0.9cm，侵及被膜；中央区淋巴结2/6见癌转移。", "CK19（+），Galectin-3（+），HBME-1（+），TPO（-）", "BRAF V600E：突变型"),
)  # fmt: skip
SMEARS = (
    ("胸腔积液（左侧）", "血性液体约60ml，离心涂片4张，HE染色。", "镜下见大量淋巴细胞、间皮细胞，其间见成团异型细胞，核浆比增大，核仁明显。", "查见癌细胞，考虑腺癌"),
    ("痰液（第3次）", "灰白黏液，涂片3张。", "见多量中性粒细胞及柱状上皮细胞，少数鳞状上皮细胞伴鳞化。", "未查见癌细胞"),
    ("甲状腺左叶结节FNA", "涂片6张，细胞量丰富。", "见滤泡上皮细胞呈乳头状排列，核增大、拥挤，可见核沟及核内假包涵体。", "可疑甲状腺乳头状癌（TBSRTC Ⅴ类）"),
)  # fmt: skip


def _cells(dice: random.Random, width: int, height: int) -> str:
    spots = "".join(
        f'<ellipse cx="{dice.randint(0, width)}" cy="{dice.randint(0, height)}" rx="{dice.randint(3, 8)}" ry="{dice.randint(3, 6)}" fill="#5b3a8c" opacity=".75"/>'
        for _ in range(90)
    )
    return f'<svg width="{width}" height="{height}" style="background:#eebfd6">{spots}</svg>'


def biopsy(dice: random.Random) -> str:
    """Jiangxi biopsy report in Kai: rules between sections, two micrographs, doctors in the foot."""
    c = case(dice, "JX")
    p = c.p
    what, eye, lens, said = dice.choice(BITS)
    came = c.on - dt.timedelta(days=dice.randint(3, 8))
    body = f"""<h1 style="font-size:26px;letter-spacing:3px">{f("hospital_name", c.hospital)}</h1>
<h2 style="font-size:20px;letter-spacing:10px;margin:4px 0">病理检查报告单</h2>
<div class="r">病理号：<b>{f("report_number", f"{c.on.year}-{digits(dice, 5)}")}</b></div>{line(2)}
<table><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td>
<td>年龄：{f("age", c.age, f"{c.age}岁")}</td><td>住院号：{f("record_number", c.number)}</td></tr><tr>
<td colspan="2">送检科室：{f("department", c.ill.dept)}</td><td>床号：{dice.randint(1, 50)}</td>
<td>送检医师：{f("physician_name", c.staff[2])}</td></tr>
<tr><td colspan="2">送检物：{what}</td><td colspan="2">收到日期：{came.year}年{came.month}月{
        came.day
    }日</td></tr><tr>
<td colspan="4">临床诊断：{f("diagnosis", c.ill.dx[0])}</td></tr></table>{line(1)}
<p style="margin:6px 0"><b>巨检：</b>{eye}</p>{line(1)}<p style="margin:6px 0"><b>光镜所见：</b>{lens}</p>
<div style="display:flex;justify-content:center;gap:20px">{_cells(dice, 280, 190)}{
        _cells(dice, 280, 190)
    }</div>{line(1)}
<p style="margin:6px 0 4px"><b>病理诊断：</b></p>
<div style="font-size:18px;padding-left:2em;min-height:130px">{
        "<br>".join(f("diagnosis", t) + "。" for t in said)
    }</div>{line(2)}
{
        spread(
            f"诊断医师：{f('physician_name', c.staff[0])} {sign('physician', c.staff[0], dice, 86)}",
            f"复诊医师：{f('physician_name', c.staff[1])}",
            f"报告日期：{d('report_date', c.on, dice, '年')}",
        )
    }
<div
style="font-size:12.5px;margin-top:12px">说明：①本报告仅对送检组织负责；②如病理诊断与临床不符，请及时与病理科联系；③蜡块、切片保存期15年，外借须办理手续。</div>"""
    body += seal(c.hospital, "病理诊断专用章", size=132, at=(540, 690), turn=dice.uniform(-15, 25))
    return page(body, "td{padding:2px 4px}", font=KAI, size=16, pad="50px 62px")


def stains(dice: random.Random) -> str:
    """Yunnan report of a resected tumour: boxes one under another, stains and genes as running text."""
    c = case(dice, "YN")
    p = c.p
    where, said, eye, stain, gene = dice.choice([t for t in TUMOURS if p.sex == "女" or "乳" not in t[0]])
    box: Callable[..., str] = lambda title, text, tall: (
        f'<div style="border:1px solid #333;border-top:0;display:flex;min-height:{tall}px"><div style="width:104px;border-right:1px solid #333;background:#f1f1f1;padding:8px;font-weight:600">{title}</div><div style="padding:8px 12px;flex:1;line-height:1.75">{text}</div></div>'
    )
    cell: Callable[..., str] = lambda a, b: (
        f'<div style="padding:3px 8px"><span style="color:#666">{a}</span>&ensp;{b}</div>'
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center">
<div>{dots(dice, 66)}</div><div class="c">
<div style="font-size:22px;font-weight:700">{f("hospital_name", c.hospital)}</div>
<div style="font-size:17px">组织病理（免疫组化）诊断报告</div></div>
<div style="font-size:12px;text-align:right">病理编号<br><b style="font-size:15px">{
        f("report_number", f"B{c.on:%y}{digits(dice, 6)}")
    }</b></div>
</div>
<div style="border:1px solid #333;margin-top:10px;display:grid;grid-template-columns:1fr 1fr 1fr">{
        cell("患者", f("patient_name", p.name))
    }{cell("性别", f("sex", p.sex))}{cell("年龄", f("age", c.age, f"{c.age}岁"))}{
        cell("病案号", f("record_number", c.number))
    }{cell("申请科室", f("department", c.ill.dept))}{cell("电话", f("phone", p.phone))}{
        cell("送检医院", "本院")
    }{cell("取材部位", where)}{cell("接收时间", f"{c.on - dt.timedelta(days=9)}")}</div>
{box("肉眼所见", eye, 90)}{box("免疫组化", stain + "。", 110)}{box("分子检测", gene + "。", 70)}{
        box("病理诊断", f'<span style="font-size:17px;font-weight:600">{f("diagnosis", said)}</span>。', 150)
    }{box("备　　注", dice.choice(("免疫组化结果请结合临床。", "建议完善全身评估。", "")), 50)}
<table style="margin-top:12px"><tr><td>初诊：{f("physician_name", c.staff[0])}</td>
<td>主诊：{f("physician_name", c.staff[1])}</td><td>技术员：{c.staff[3]}</td>
<td class="r">签发时间：{
        d("report_date", c.on, dice, "-", " 16:" + str(dice.randint(10, 59)))
    }</td></tr></table>
<div style="display:flex;gap:12px;margin-top:14px">{_cells(dice, 220, 160)}{_cells(dice, 220, 160)}{
        _cells(dice, 220, 160)
    }</div>
<div
style="font-size:12px;color:#555;margin-top:8px">地址：{c.p.place.city}{c.p.place.county}{c.p.place.road}{
        dice.randint(1, 90)
    }号　病理科电话：08{dice.randint(70, 79)}-{digits(dice, 7)}</div>"""
    return page(body, font=HEI, size=14, pad="44px 52px")


def cytology(dice: random.Random) -> str:
    """Hebei cytology on a half sheet: labels spaced out, the answer alone on its line."""
    c = case(dice, "HE")
    p = c.p
    what, how, lens, said = dice.choice(SMEARS)
    body = f"""<div style="float:right;font-size:13px">细胞学号　{
        f("report_number", "C" + digits(dice, 6))
    }</div>
<div style="font-size:20px;font-weight:600">{f("hospital_name", c.hospital)}　<span
style="font-weight:400">细胞学检查报告</span></div>{line(1, gap=6)}
<div>姓 名　{f("patient_name", p.name)}　　性 别　{f("sex", p.sex)}　　年 龄　{f("age", c.age)}岁　　科 别　{
        f("department", c.ill.dept)
    }　　门诊号　{f("record_number", c.number)}</div>
<div>标 本　{what}　　临床诊断　{f("diagnosis", c.ill.dx[0])}　　送检日期　{
        c.on - dt.timedelta(days=2):%Y.%m.%d}</div>{line(0.6, kind="dashed", gap=6)}
<div style="display:flex;gap:16px"><div style="flex:1"><div>制片：{how}</div><div>镜下所见：{lens}</div>
<div style="margin-top:16px;font-size:17px">诊断意见：{f("diagnosis", said)}。</div>
</div>{_cells(dice, 190, 150)}</div>
<div style="margin-top:34px">{
        spread(
            f"报告医师　{f('physician_name', c.staff[0])}",
            f"审核医师　{f('physician_name', c.staff[4])}",
            f"报告日期　{d('report_date', c.on, dice, '.')}",
        )
    }</div>{
        line(1, gap=6)
    }<div style="font-size:12px">细胞学检查有一定局限性，阴性结果不能完全排除恶性病变，请结合组织学检查。</div>"""
    body += seal(c.hospital, "病理科", size=110, at=(420, 310), turn=dice.uniform(-12, 12), ink=0.6)  # fmt: skip
    return page(body, font=SONG, size=15, pad="34px 46px")


KIND = "pathology_report"
TEMPLATES: dict[str, Template] = {
    "bluff-pathology-biopsy-jiangxi": Template(KIND, 794, 1123, biopsy),
    "bluff-pathology-stains-yunnan": Template(KIND, 794, 1123, stains),
    "bluff-pathology-cytology-hebei": Template(KIND, 794, 500, cytology),
}
