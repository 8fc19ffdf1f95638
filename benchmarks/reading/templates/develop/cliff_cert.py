"""Diagnosis certificates with and without counterfoil, examination reports, and a pathology report."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    bars,
    city,
    clocktime,
    d,
    digits,
    page,
    patient,
    somebody,
    u,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, seal, sign
from benchmarks.reading.templates.develop.people import day

TCM = (
    (("胸痹心痛病", "气虚血瘀证"), ("冠状动脉粥样硬化性心脏病", "稳定型心绞痛")), (("消渴病", "气阴两虚夹瘀证"), ("2型糖尿病", "糖尿病性周围神经病变")),
    (("中风—中经络", "风痰阻络证"), ("脑梗死恢复期", "高血压3级（很高危）")), (("尪痹", "肝肾不足，痰瘀阻络证"), ("类风湿性关节炎",)), (("白疕", "血热证"), ("寻常型银屑病",)), (("喘病", "肺肾气虚证"), ("慢性阻塞性肺病", "肺源性心脏病")),
)  # fmt: skip


def _counterfoil(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    tcm, west = dice.choice(TCM)
    hosp = dice.choice((f"{p.place.province}中医药研究院附属医院", f"{p.place.county}蒙医中医医院", f"{city(p)}中医药大学附属岐黄医院", f"{city(p)}市第四中医院"))  # fmt: skip
    no, age, doc = digits(dice, 7), p.age_on(on), somebody(dice)
    advice = dice.choice(
        (
            "建议：长期门诊中药及西药治疗，定期复查。",
            "建议休息壹月，门诊随诊。",
            "建议按门诊慢病管理，坚持用药，避风寒，畅情志。",
        )
    )
    n = dice.randint(0, 1)
    full = dice.random() < 0.6
    dx = f"中医诊断：{f('diagnosis', tcm[0])}" + (f"　证型：{tcm[1]}" if full else f"（{tcm[1]}）") + "<br>西医诊断：" + "；".join(f"{i}、{f('diagnosis', w)}" if len(west) > 1 else f("diagnosis", w) for i, w in enumerate(west, 1))  # fmt: skip
    stub = f"""<div style="width:255px;border-right:2px dashed #555;padding-right:16px;line-height:2.05;font-size:14px"><div class="c" style="font-size:17px">诊断证明书<br>（存　根）</div>№ {no}<br>姓名 {u(p.name)}<br>性别 {u(p.sex, 40)} 年龄 {u(str(age), 46)}<br>科别 {u("门诊" if n else "住院")}<br>诊断 {u("、".join(west)[:12], 150)}<br>{u("", 190)}<br>处理意见 {u("如书", 80)}<br>医师 {u(doc)}<br>{when(dice, on, style="年")}</div>"""
    body = f"""<div style="display:flex">{stub}<div style="flex:1;padding-left:24px;position:relative;line-height:1.9"><div style="position:absolute;left:248px;top:-24px;writing-mode:vertical-rl"></div>
<h1 style="font-size:21px">{f("hospital_name", hosp)}</h1><h2 style="font-size:22px;letter-spacing:8px">诊断证明书</h2><div class="r" style="font-size:13px">编号：{f("report_number", no)}</div>
<div>姓名 {u(f("patient_name", p.name), 100)} 性别 {u(f("sex", p.sex), 40)} 年龄 {u(f("age", str(age), f"{age}岁"), 60)} {"门诊号" if n else "住院号"} {u(f("record_number", digits(dice, 8)), 100)}</div>
<div>单位或住址 {u(f("address", p.place.city + p.place.county + p.place.road) if dice.random() < 0.6 else "", 380)}</div>
<div style="min-height:104px">{dx}</div><div style="min-height:60px">处理意见：{advice}</div>
<div style="display:flex;justify-content:space-between"><span>科室：{f("department", dice.choice(("脑病科", "肺病科", "针灸推拿科", "治未病中心", "心病一科")))}</span><span>医师：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.7 else None, dice, 84)}</span></div>
<div class="r">{d("issue_date", on, dice, style=dice.choice("年0"))}</div><div style="font-size:12px">（未盖本院诊断证明专用章无效；涂改无效；涉及司法鉴定者须凭单位介绍信）</div>
{seal(hosp, "诊断证明专用章", at=(dice.randint(290, 400), 190), size=146, turn=dice.uniform(-20, 20)) if dice.random() < 0.85 else ""}</div></div>"""
    return page(body, "", dice.choice((SONG, KAI)), 15, "34px 36px")


def _letter(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    hosp = dice.choice(("中国人民武装警察部队燕山医院", "中国人民解放军九四七八部队门诊部附属医院", f"{city(p)}军区总医院干休所医院", "中国人民解放军联勤保障部队第九九六医院", f"中铁{city(p)}中心医院"))  # fmt: skip
    ills = dice.choice((("多发性骨髓瘤（IgG-κ型，R-ISS II期）",), ("扩张型心肌病", "心脏再同步化治疗术后", "心功能Ⅲ级(NYHA)"), ("右肾透明细胞癌术后",), ("原发性胆汁性胆管炎", "肝硬化代偿期"), ("系统性硬化症", "间质性肺炎", "肺动脉高压"), ("重型β地中海贫血",)))  # fmt: skip
    age, out = p.age_on(on), on - dt.timedelta(days=dice.randint(3, 40))
    idn = f"（身份证号：{f('id_number', p.id_number)}）" if dice.random() < 0.7 else ""
    doc = somebody(dice)
    t = dice.choice(("主任医师", "副主任医师", "主治医师"))
    body = f"""<div class="r" style="font-size:13px">院证字〔{on.year}〕第{f("report_number", str(dice.randint(100, 4800)))}号</div><h1 style="font-size:24px;margin-top:16px;color:#a11">{f("hospital_name", hosp)}</h1><div style="border-top:3px solid #a11;border-bottom:1px solid #a11;height:4px;margin:8px 0 30px"></div><h2 style="font-size:28px;letter-spacing:16px;margin-bottom:26px">疾病诊断证明</h2>
<p>　　兹证明患者{u(f("patient_name", p.name), 80)}，{f("sex", p.sex)}性，现年{u(f("age", str(age)), 40)}岁{idn}，系{p.place.city}{p.place.county}{dice.choice(("居民", "人", "退休人员"))}。该患于{d("admission_date", out - dt.timedelta(days=12), dice, style="年")}至{d("discharge_date", out, dice, style="年")}在我院{f("department", dice.choice(("血液病科", "泌尿外科", "全军肝病中心", "心脏内科三病区")))}住院治疗（{dice.choice(("住院号", "病案号", "ID号"))}{f("record_number", digits(dice, 8))}），{f"后于{d('visit_date', on, dice, style='年')}门诊复查，" if dice.random() < 0.5 else ""}经病理、影像及实验室检查，明确诊断为：</p>
<p style="padding-left:60px;font-weight:600">{"<br>".join(f"（{'一二三四'[i]}）{f('diagnosis', x)}" if len(ills) > 1 else f("diagnosis", x) for i, x in enumerate(ills))}</p>
<p>　　患者需长期服药及定期复查，符合门诊慢特病条件，请医保部门按有关规定办理。</p><p>　　特此证明。</p>
<div style="position:relative;height:220px;text-align:right;line-height:2.2;margin-top:30px"><div>诊治医师：{f("physician_name", doc)}（{f("physician_title", t)}）{sign("physician", doc if dice.random() < 0.5 else None, dice, 90)}</div><div>{"医务处审核：" + somebody(dice)}</div><div>{d("issue_date", on, dice, style=dice.choice("年0"))}</div>{seal(hosp, "医务处", at=(480, 20), size=150, turn=dice.uniform(-12, 12))}</div>
<div style="position:absolute;bottom:54px;left:70px;right:70px;border-top:1px solid #a11;font-size:12px;text-align:center">地址：{p.place.city}{p.place.road}{dice.randint(1, 90)}号　邮编：{p.place.code[:2]}0{digits(dice, 3)}　总机：0{digits(dice, 2)}-{digits(dice, 7)}</div>"""
    return page(body, "p{line-height:2.15;margin:0}", dice.choice((SONG, KAI)), 18, "56px 70px")


def _ecg(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    c = city(p)
    hosp = dice.choice(
        (
            f"{c}石化总医院",
            f"{c}市心血管病专科医院",
            f"{p.place.province}国际旅行卫生保健医院",
            f"{c}大学第四临床医院",
        )
    )
    said = dice.choice((("窦性心律", "左心室肥厚伴劳损", "ST-T改变（V4-V6）"), ("心房颤动（平均心室率96次/分）", "完全性右束支传导阻滞"), ("窦性心动过缓", "一度房室传导阻滞", "陈旧性下壁心肌梗死"), ("窦性心律", "大致正常心电图")))  # fmt: skip
    leads = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
    trace = ""
    for i, lead in enumerate(leads):
        x0, y0 = 10 + (i // 6) * 500, 40 + (i % 6) * 56
        a = dice.uniform(14, 30) * (-0.7 if lead in ("aVR", "V1") else 1)
        path = f"M{x0} {y0}"
        for _ in range(7):
            path += f" h14 q5 {-a * 0.22:.1f} 10 0 h7 l2 {a * 0.15:.1f} l4 {-a * 1.15:.1f} l4 {a * 1.3:.1f} l2 {-a * 0.3:.1f} h10 q7 {-a * 0.4:.1f} 14 0 h3"
        trace += f'<path d="{path}" fill="none" stroke="#111" stroke-width="1"/><text x="{x0}" y="{y0 - 18}" font-size="11">{lead}</text>'
    grid = '<defs><pattern id="g" width="20" height="20" patternUnits="userSpaceOnUse"><path d="M20 0H0V20" fill="none" stroke="#f3b6b6" stroke-width="1"/><path d="M4 0V20M8 0V20M12 0V20M16 0V20M0 4H20M0 8H20M0 12H20M0 16H20" stroke="#fbe3e3" stroke-width=".6"/></pattern></defs><rect width="1040" height="366" fill="url(#g)"/>'
    age = str(p.age_on(on))
    doc = somebody(dice)
    body = f"""<div style="display:flex;justify-content:space-between"><div style="font-size:20px">{f("hospital_name", hosp)}<span style="font-size:16px">　常规十二导心电图检查报告</span></div><div style="font-size:12px">ECG No. {f("report_number", digits(dice, 9))}</div></div>
<div style="display:flex;border-top:1px solid #000;border-bottom:1px solid #000;font-size:13px;line-height:1.5;padding:3px 0"><div style="width:26%">姓名 Name：{f("patient_name", p.name)}<br>性别 Sex：{f("sex", p.sex)}　　年龄 Age：{f("age", age, age + "岁")}<br>科室 Dept：{f("department", dice.choice(("体检中心", "急诊内科", "心内门诊", "日间病房")))}　床号：<br>{dice.choice(("门诊号", "住院号"))} ID：{f("record_number", digits(dice, 8))}</div>
<div style="width:26%">HR　{dice.randint(48, 118)} bpm<br>PR　{dice.randint(120, 240)} ms<br>QRS　{dice.randint(78, 148)} ms<br>QT/QTc　{dice.randint(340, 420)}/{dice.randint(400, 470)} ms</div><div style="width:20%">P/QRS/T 电轴<br>{dice.randint(20, 70)}/{dice.randint(-30, 80)}/{dice.randint(10, 120)} °<br>RV5/SV1<br>{dice.uniform(0.8, 2.9):.2f}/{dice.uniform(0.4, 1.9):.2f} mV</div><div style="flex:1"><b>诊断结论：</b><br>{"<br>".join(f("diagnosis", x) if x not in ("窦性心律", "大致正常心电图") else x for x in said)}</div></div>
<svg width="1040" height="366" style="margin-top:6px">{grid}{trace}</svg>
<div style="display:flex;justify-content:space-between;font-size:12px"><span>25mm/s　10mm/mV　0.15-100Hz　AC50</span><span>检查时间：{when(dice, on, True, "-")}</span><span>申请医生：{somebody(dice)}</span><span>报告医生：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.5 else None, dice, 70)}</span><span>报告日期：{d("report_date", on, dice, True, "-")}</span></div><div style="font-size:11px">＊本报告需结合临床，医师签字后有效</div>"""
    return page(body, "", dice.choice((HEI, MICRO, SONG)), 14, "26px 40px")


def _mri(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    c = city(p)
    hosp, eng = dice.choice(((f"{c}大学国际肿瘤中心医院", "University International Cancer Center"), (f"{c}和睦嘉医院", "Harmony United Family Clinic & Hospital"), (f"{c}医学院厦大翔鹭医院", "Xianglu Hospital, Medical College"), (f"{c}市第二胸科医院", "Municipal Chest Hospital")))  # fmt: skip
    part, seen, think = dice.choice((
        ("颅脑MR平扫+DWI+MRA", "双侧额顶叶皮层下、半卵圆中心及侧脑室旁见多发斑点、斑片状等/长T1长T2信号，FLAIR呈高信号，DWI未见明显弥散受限；左侧基底节区见小囊状长T1长T2信号，边界清。脑室系统轻度扩大，脑沟、裂增宽，中线结构居中。MRA示：右侧大脑中动脉M1段局限性狭窄，管腔狭窄约60%。", ("左侧基底节区陈旧性腔隙性脑梗死", "脑白质病变（Fazekas 2级）", "右侧大脑中动脉M1段中度狭窄")),
        ("上腹部MR平扫+动态增强+MRCP", "肝脏体积缩小，表面欠光整，各叶比例失调，肝裂增宽；肝S8见一类圆形结节，大小约2.3cm×1.9cm，T1WI稍低、T2WI稍高信号，增强动脉期明显强化，门脉期廓清，边缘可见假包膜。脾大，约7个肋单元。门静脉主干直径约1.6cm，食管下段及胃底静脉迂曲扩张。", ("肝S8结节，考虑肝细胞癌（LI-RADS 5类）", "肝硬化，脾大，门静脉高压")),
        ("骶髂关节MR平扫（压脂）", "双侧骶髂关节间隙变窄，关节面毛糙，髂骨侧为著，关节面下骨髓见片状压脂高信号，局部见脂肪沉积；周围软组织未见明显肿胀。", ("双侧骶髂关节炎（活动期），符合强直性脊柱炎改变",)),
    ))  # fmt: skip
    age = str(p.age_on(on))
    bi: Callable[..., str] = lambda a, b, v: (
        f'<div style="width:33.3%;display:flex"><div style="width:92px;line-height:1.15">{a}<br><span style="font-size:10px;color:#555">{b}</span></div><div>{v}</div></div>'
    )
    doc = somebody(dice)
    numbered = "<br>".join(
        f"{i}、{f('diagnosis', x)}{'。' if i == len(think) else '；'}" for i, x in enumerate(think, 1)
    )
    body = f"""<div style="display:flex;align-items:center;border-bottom:3px solid #0a6a7a;padding-bottom:8px"><div style="width:58px;height:58px;background:#0a6a7a;color:#fff;border-radius:10px;text-align:center;line-height:58px;font-size:26px">✚</div><div style="padding-left:14px"><div style="font-size:23px;color:#0a4a5a">{f("hospital_name", hosp)}</div><div style="font-size:12px;letter-spacing:1px">{eng}</div></div><div style="flex:1;text-align:right">磁共振成像检查报告<br><span style="font-size:12px">MR IMAGING REPORT</span></div></div>
<div style="display:flex;flex-wrap:wrap;row-gap:7px;margin:12px 0;font-size:14px">{bi("患者姓名", "Name", f("patient_name", p.name))}{bi("性别/年龄", "Sex / Age", f("sex", p.sex) + " / " + f("age", age, age + "Y"))}{bi("影像号", "Accession No.", f("report_number", "MR" + digits(dice, 8)))}{bi("病历号", "MRN", f("record_number", digits(dice, 7)))}{bi("申请科室", "Ordering Dept.", f("department", dice.choice(("肝胆胰外科", "神内二科门诊", "风湿科", "特需门诊"))))}{bi("申请医师", "Ordered by", somebody(dice))}{bi("出生日期", "D.O.B.", f("birth_date", p.born.isoformat(), when(dice, p.born, style="-")))}{bi("检查日期", "Exam Date", when(dice, on, True, "-"))}{bi("检查部位", "Exam", part)}</div>
<div class="h">检查方法 Technique</div><div>{part}，{dice.choice(("3.0T", "1.5T"))}。{dice.choice(("对比剂：钆塞酸二钠 10ml。", ""))}</div><div class="h">影像所见 Findings</div><div style="min-height:210px;text-align:justify">　　{seen}</div><div class="h">印象 Impression</div><div style="min-height:120px">{numbered}</div>
<div style="margin-top:40px;display:flex;justify-content:space-between;border-top:1px solid #0a6a7a;padding-top:8px;position:relative"><span>报告医师 Reported by：{f("physician_name", doc)}<br>审核医师 Verified by：{somebody(dice)}{sign("physician", doc, dice, 80) if dice.random() < 0.4 else ""}</span><span>报告时间 Report Time：{d("report_date", on + dt.timedelta(days=dice.randint(0, 2)), dice, True, "-")}<br>本报告仅供临床医师参考</span>{seal(hosp, "影像报告专用章", at=(430, -70), size=136) if dice.random() < 0.6 else ""}</div>
<div style="position:absolute;bottom:24px;left:60px;right:60px;font-size:11px;color:#666;display:flex;justify-content:space-between"><span>扫码查看电子胶片</span><span>Page 1 / 1</span><span>{when(dice, on, style="-")} {clocktime(dice)} {bars(dice, 80, 14)}</span></div>"""
    return page(body, ".h{background:#e4f0f2;padding:2px 8px;margin:8px 0 4px;font-weight:600;color:#0a4a5a}", dice.choice((HEI, MICRO)), 15, "40px 56px")  # fmt: skip


def _pathology(dice: random.Random) -> str:
    p, took = patient(dice, 30, 82), day(dice)
    rep = took + dt.timedelta(days=dice.randint(3, 11))
    hosp = dice.choice((f"{p.place.province}肿瘤防治研究所（肿瘤医院）", f"{city(p)}医科大学附属盛和医院", f"华北石油{city(p)}总医院", f"{city(p)}市癌症中心"))  # fmt: skip
    site, gross, dx, ihc = dice.choice((
        ("（右乳肿物）", "灰黄灰红组织一块，大小4.5×3.2×2cm，切面见一灰白质硬区，直径1.8cm，界不清。", ("（右乳）浸润性癌，非特殊型，II级", "前哨淋巴结未见癌（0/4）"), "ER（＋，强，90%），PR（＋，中，40%），HER2（2＋），Ki67（＋25%），P63（－），E-cad（＋），CK5/6（－）"),
        ("（左颈淋巴结）", "灰白结节一枚，2.6×1.7×1.5cm，包膜完整，切面灰白细腻鱼肉样。", ("（左颈淋巴结）弥漫性大B细胞淋巴瘤，非生发中心型",), "CD20（＋），CD79a（＋），CD3（－），CD10（－），Bcl-6（＋），MUM-1（＋），Bcl-2（80%＋），c-Myc（40%＋），Ki-67（约85%＋）；EBER原位杂交（－）"),
        ("（胃角活检）", "灰白粟粒大组织5块。", ("（胃角）中-低分化腺癌",), "HER-2（1＋），MLH1（＋），MSH2（＋），MSH6（＋），PMS2（＋），PD-L1（22C3）CPS=5"),
        ("（肾穿刺）", "灰白条索状组织2条，长0.8cm及1.1cm，光镜下见肾小球23个。", ("膜性肾病II期",), "IF：IgG（＋＋＋）颗粒状沿毛细血管壁沉积，C3（＋＋），IgA（－），IgM（－）；PLA2R（＋＋）"),
    ))  # fmt: skip
    age, clinical = str(p.age_on(took)), dice.choice(("占位待查", "肿物性质待定", "？"))
    doc = somebody(dice)
    pic = "".join(
        f'<svg width="200" height="130" style="border:1px solid #999;background:#f6d9e6">{"".join(f"""<circle cx="{dice.randint(2, 198)}" cy="{dice.randint(2, 128)}" r="{dice.randint(2, 6)}" fill="{dice.choice(("#8a5aa8", "#b583b9", "#d79ac0"))}"/>""" for _ in range(90))}</svg>'
        for _ in range(2)
    )
    body = f"""<div class="c" style="font-size:22px">{f("hospital_name", hosp)}</div><div class="c" style="font-size:26px;font-weight:600;letter-spacing:6px">病理诊断报告书</div><div class="r" style="font-size:15px">病理号：<b>{f("report_number", f"{took.year}-{digits(dice, 5)}" if dice.random() < 0.5 else f"B{took:%y}{digits(dice, 5)}")}</b></div>
<table class="g"><tr><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", age, age + "岁")}</td><td>住院号：{f("record_number", digits(dice, 7))}</td></tr><tr><td colspan="2">送检科室：{f("department", dice.choice(("甲乳外科", "淋巴瘤内科", "内镜中心", "肾内一")))}</td><td>床号：{dice.randint(1, 60)}</td><td>送检医师：{somebody(dice)}</td></tr><tr><td colspan="2">送检单位：{dice.choice(("本院", "本院", "外院会诊"))}</td><td colspan="2">收到日期：{when(dice, took, style="-")}</td></tr><tr><td colspan="2">标本名称：{site[1:-1]}</td><td colspan="2">临床诊断：{clinical}</td></tr></table>
<p><b>肉眼所见：</b>{site}{gross}</p><div style="display:flex;gap:30px;justify-content:center;margin:10px">{pic}</div><p><b>镜下描述：</b>{dice.choice(("瘤细胞排列呈巢片状、条索状，细胞异型明显，核大深染，可见核分裂象，间质纤维组织增生伴淋巴细胞浸润。", "见HE及特殊染色（PAS、Masson、PASM）切片。"))}</p>
<p><b>免疫组化（{f"{took:%y}"}-{dice.randint(100, 999)}）：</b>{ihc}</p><div style="border:1.5px solid #000;padding:8px 12px;min-height:100px;margin-top:8px"><b>病理诊断：</b><br>　　{"；".join(f("diagnosis", x) for x in dx)}。</div>
<div style="position:relative;display:flex;justify-content:space-between;margin-top:20px"><span>初诊医师：{somebody(dice)}</span><span>诊断医师：{f("physician_name", doc)} {sign("physician", doc, dice, 84) if dice.random() < 0.7 else ""}</span><span>报告日期：{d("report_date", rep, dice)}</span>{seal(hosp.split("（")[0], "病理诊断专用章", at=(400, -50), size=140, turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}</div>
<div style="font-size:12px;margin-top:26px;border-top:1px dashed #555">1.本报告仅对送检标本负责；2.活检组织受取材限制，如与临床不符请及时联系病理科；3.报告经医师签字并加盖公章后生效。{hand("补：已电话告知临床", 15) if dice.random() < 0.25 else ""}</div>"""
    return page(body, "p{margin:8px 0;text-align:justify}", dice.choice((SONG, HEI)), 15)


TEMPLATES: dict[str, Template] = {
    "cliff-diagnosis_certificate-counterfoil": Template("diagnosis_certificate", 960, 520, _counterfoil),
    "cliff-diagnosis_certificate-letter": Template("diagnosis_certificate", 794, 1123, _letter),
    "cliff-exam_report-ecg": Template("exam_report", 1123, 600, _ecg),
    "cliff-exam_report-mri": Template("exam_report", 794, 1123, _mri),
    "cliff-pathology_report-ihc": Template("pathology_report", 794, 1123, _pathology),
}
