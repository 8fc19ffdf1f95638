"""Outpatient records of Chongqing, Zhejiang and Hainan."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    CQ,
    HI,
    SHORT,
    ZJ,
    Say,
    at,
    bars,
    beside,
    d,
    stay,
    style,
    tell,
)
from benchmarks.reading.templates.develop.dune_ills import (
    COPD,
    DIABETES,
    GENERAL,
    HEART,
    HERBAL,
    JOINT,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, fs, page, seal, sign

KIND = "outpatient_record"


def chongqing(dice: random.Random) -> str:
    """Chongqing: a small sheet glued into the patient's booklet, ruled lines behind running words."""
    s = stay(dice, CQ, dice.choice(("重庆市{c}区人民医院", "重庆市{c}区中医医院", "{c}区双桂街道社区卫生服务中心")), (DIABETES, HEART, COPD, JOINT), digits=9)  # fmt: skip
    p, ill = s.p, s.ill
    drugs = "".join(f"<div>　　{a} {b} × {dice.randint(1, 4)}　Sig：{c}</div>" for a, b, c in ill.drugs)
    body = f"""<div class="c" style="text-align:center;font-size:18px;font-weight:600">{f("hospital_name", s.hospital)}</div><div style="text-align:center">门　诊　病　历（{dice.choice(("初诊", "复诊"))}）</div>
<div style="display:flex;justify-content:space-between;border-bottom:1.5px solid #000;font-size:12.5px"><span>{f("patient_name", p.name)}／{f("sex", p.sex)}／{f("age", s.age, f"{s.age}岁")}</span><span>{f("department", ill.dept + "门诊")}</span><span>No.{f("record_number", s.number)}</span><span>{d("visit_date", s.start, "-", " " + at(dice))}</span></div>
<div class="w"><div><b>主　诉</b>　{tell(dice, ill.complaint, s)}。</div><div><b>现病史</b>　{tell(dice, ill.history, s)}</div><div><b>既往史</b>　否认药物过敏史；{dice.choice(("否认肝炎、结核病史", "高血压病史5年", "既往体健"))}。</div><div><b>查　体</b>　{tell(dice, ill.signs, s)}</div><div><b>初步诊断</b>　{fs("diagnosis", [a for a, _ in s.dx], "　", True)}</div><div><b>处　理</b>　{"".join(ill.orders[:2])}</div>{drugs}</div>
<div style="display:flex;justify-content:space-between;margin-top:8px;font-size:12.5px"><span>{bars(dice, f"{dice.randint(10**9, 10**10)}", 120, 20)}</span><span>医师：{f("physician_name", s.doctors[0])} {sign("physician", s.doctors[0], dice, 80)}</span></div><div style="position:absolute;left:30px;right:30px;bottom:12px;font-size:10.5px;text-align:center">本次就诊三日内有效挂号可免费复诊一次　　打印序号 {dice.randint(1, 999)}/{s.start:%m%d}</div>"""
    return page(body, ".w{line-height:25px;background:repeating-linear-gradient(transparent 0 24px,#b9c6d6 24px 25px)}", SONG, 13, "18px 30px")  # fmt: skip


def zhejiang(dice: random.Random) -> str:
    """Zhejiang 中医院: SOAP-like blocks with small heads at the left margin, herbs in a grid."""
    s = stay(
        dice, ZJ, dice.choice(("{c}县中医院", "{t}市中西医结合医院", "{c}广济中医门诊部")), HERBAL, digits=8
    )
    p, ill = s.p, s.ill
    herbs = dice.sample(("黄芪 30g", "党参 15g", "当归 10g", "川芎 9g", "赤芍 12g", "桃仁 9g", "红花 6g", "地龙 10g", "丹参 15g", "茯苓 15g", "炒白术 12g", "陈皮 6g", "姜半夏 9g", "炙甘草 5g", "葛根 20g", "麦冬 12g", "牛膝 10g", "桂枝 6g"), 12)  # fmt: skip
    grid = "".join(f"<tr>{''.join(f'<td>{h}</td>' for h in herbs[i : i + 4])}</tr>" for i in range(0, 12, 4))
    item: Say = lambda t, v: f'<tr><td class="k">{t}</td><td>{v}</td></tr>'
    title = dice.choice(("主任中医师", "副主任中医师", "主治中医师"))
    body = f"""<div style="display:flex;align-items:center;justify-content:space-between;border-bottom:2px solid #6b3d1e;padding-bottom:4px"><div style="font-family:{KAI};font-size:25px;color:#6b3d1e">{f("hospital_name", s.hospital)}</div><div style="text-align:right;font-size:12px">门诊电子病历<br>就诊号 {s.start:%y%m%d}{dice.randint(1000, 9999)}</div></div>
<table style="font-size:13.5px;margin:6px 0;background:#f7f2ea"><tr><td>姓名　<b>{f("patient_name", p.name)}</b></td><td>性别　{f("sex", p.sex)}</td><td>年龄　{f("age", s.age, f"{s.age}岁")}</td><td>出生日期　{d("birth_date", p.born)}</td></tr><tr><td>病历号　{f("record_number", s.number)}</td><td>费别　{f("insurance_type", p.insurance, SHORT[p.insurance])}</td><td colspan="2">就诊时间　{d("visit_date", s.start, "-", " " + at(dice, True))}</td></tr><tr><td>科室　{f("department", ill.dept)}</td><td>电话　{f("phone", p.phone)}</td><td colspan="2">住址　{f("address", s.home)}</td></tr></table>
<table class="m">{item("主诉", tell(dice, ill.complaint, s))}{item("现病史", tell(dice, ill.history, s))}{item("过敏史", dice.choice(("无", "青霉素（皮试阳性）", "否认食物药物过敏史")))}{item("四诊", f"神清，面色{dice.choice(('少华', '萎黄', '潮红'))}，纳{dice.choice(('可', '呆'))}，寐{dice.choice(('安', '欠安'))}，二便{dice.choice(('调', '大便偏干'))}。舌{dice.choice(('淡红', '暗', '红'))}苔{dice.choice(('薄白', '白腻', '少苔'))}，脉{dice.choice(('弦', '细', '滑', '沉细'))}。")}{item("体格检查", tell(dice, ill.signs, s))}{item("中医诊断", f("diagnosis", ill.tcm[0]))}{item("辨证", ill.tcm[1])}{item("西医诊断", "<br>".join(f("diagnosis", a) for a, _ in s.dx))}{item("治法", dice.choice(("益气养阴，活血通络", "化痰祛瘀，宣痹通阳", "补肺健脾，止咳化痰")))}
{item("处方", f'<table style="font-family:{KAI};width:86%">{grid}</table>共 {dice.choice((5, 7, 14))} 剂　{dice.choice(("代煎", "自煎", "颗粒剂"))}　水煎服 每日1剂 早晚分服')}{item("西药", "；".join(f"{a} {c}" for a, _, c in ill.drugs[:2]))}{item("医嘱", "".join(ill.orders[:3]))}</table>
<div style="text-align:right;margin-top:20px">接诊医生：{f("physician_name", s.doctors[0])}（{f("physician_title", title)}）　{sign("physician", s.doctors[0], dice)}</div>
<div style="position:absolute;left:50px;right:50px;bottom:20px;font-size:11px;color:#666;border-top:1px solid #ccc;display:flex;justify-content:space-between"><span>复诊请提前在“浙里办”预约　挂号有效期当日</span><span>打印 {style(s.start)} {at(dice)}　1/1</span></div>"""
    return page(body, ".m{font-size:14px}.m>tbody>tr>td{vertical-align:top;padding:4px 6px}.k{width:84px;color:#6b3d1e;font-weight:600;border-right:2px solid #e0d2bf}", SONG, 14, "32px 50px")  # fmt: skip


def hainan(dice: random.Random) -> str:
    """Hainan county-city hospital: gridded record of a chronic disease visit, signs of life in a row of cells."""
    s = stay(dice, HI, dice.choice(("{c}市人民医院", "{c}市中医院", "海南东部{c}医院")), GENERAL, digits=12)
    p, ill = s.p, s.ill
    life = (f"{dice.randint(362, 369) / 10}", f"{dice.randint(62, 96)}", f"{dice.randint(16, 21)}", f"{dice.randint(118, 162)}/{dice.randint(66, 98)}", f"{dice.randint(152, 178)}", f"{dice.randint(46, 82)}", f"{dice.randint(52, 98) / 10}")  # fmt: skip
    drugs = "".join(f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>{c}</td><td>{dice.choice((14, 28, 30))}天</td></tr>" for n, (a, b, c) in enumerate(ill.drugs, 1))  # fmt: skip
    wide: Say = lambda t, v: f'<tr><td class="k">{t}</td><td colspan="7">{v}</td></tr>'
    body = f"""<div style="float:left">{bars(dice, s.number, 150, 28)}</div><div style="text-align:center;font-size:20px;font-weight:600;padding-right:120px">{f("hospital_name", s.hospital)}</div><div style="text-align:center;font-size:17px;padding-right:120px">门（急）诊病历记录</div>
<table class="g" style="font-size:13px;clear:both;margin-top:12px"><tr><td class="k">姓名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{f("sex", p.sex)}</td><td class="k">年龄</td><td>{f("age", s.age, f"{s.age} 岁")}</td><td class="k">民族</td><td>{f("ethnicity", p.ethnicity)}</td></tr><tr><td class="k">门诊号</td><td colspan="3">{f("record_number", s.number)}</td><td class="k">身份证</td><td colspan="3">{f("id_number", p.id_number)}</td></tr><tr><td class="k">就诊科室</td><td colspan="3">{f("department", ill.dept)}</td><td class="k">就诊日期</td><td colspan="3">{d("visit_date", s.start, "年0")}</td></tr></table>
<table class="g k2" style="font-size:12px;margin-top:-1px"><tr><td>T(℃)</td><td>P(次/分)</td><td>R(次/分)</td><td>BP(mmHg)</td><td>身高(cm)</td><td>体重(kg)</td><td>随机血糖</td></tr><tr>{"".join(f"<td>{v}</td>" for v in life)}</tr></table>
<table class="g" style="font-size:13px;margin-top:-1px">{wide("主诉", tell(dice, ill.complaint, s))}{wide("病史", tell(dice, ill.history, s))}{wide("体征", tell(dice, ill.signs, s).partition("。")[2])}{wide("辅助检查", dice.choice(("心电图：窦性心律，T波改变。", "随机血糖偏高，余项待回报。", "自带外院检查结果，详见化验单。")))}{wide("诊断", "<br>".join(f"{n}. {f('diagnosis', a)}　{b}" for n, (a, b) in enumerate(s.dx, 1)))}{wide("处置", f'<table class="g" style="font-size:12px">{drugs}</table>{"".join(ill.orders[:2])}')}{wide("慢特病", dice.choice(("☑ 门诊慢特病　□ 普通门诊　□ 急诊", "□ 门诊慢特病　☑ 普通门诊　□ 急诊")))}</table>
<div style="display:flex;justify-content:space-between;margin-top:12px;font-size:13px"><span>患者/家属已知晓病情：{sign("applicant", p.name if dice.random() < 0.5 else None, dice)}</span><span>医生工号 {dice.randint(1000, 9999)}　医生签名 {sign("physician", s.doctors[0], dice)}</span></div><div style="position:absolute;left:48px;bottom:20px;font-size:11px">{style(s.start)} {at(dice, True)} 打印　第 1 次　　健康咨询：0898-{dice.randint(62000000, 66999999)}</div>"""
    if dice.random() < 0.6:
        body += beside(
            seal(
                s.hospital, "门诊部", size=128, at=(dice.randint(380, 540), -100), turn=dice.uniform(-25, 25)
            )
        )
    return page(body, ".k{width:76px;background:#eef3f8;text-align:center}.k2 td{text-align:center}", HEI, 13, "28px 48px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "dune-record-booklet-chongqing": Template(KIND, 560, 620, chongqing),
    "dune-record-herbal-zhejiang": Template(KIND, 794, 1123, zhejiang),
    "dune-record-grid-hainan": Template(KIND, 794, 1040, hainan),
}
