"""Papers of one visit: outpatient records, certificates, prescriptions, referrals."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    PRINTS,
    SHARP,
    STYLES,
    UMING,
    bars,
    case,
    clock,
    date_text,
    digits,
    doctor,
    home,
    hospital,
    phone,
    squares,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import day
from benchmarks.reading.templates.develop.vocabulary import MEDICINES

CLINICS = (
    "内分泌科门诊",
    "呼吸内科（二）",
    "肾内科",
    "心内科专科门诊",
    "肿瘤内科",
    "神经内科专家门诊",
    "风湿科",
    "肝病门诊",
)


def visit_a5(dice: random.Random) -> str:
    """A sheet the doctor's printer puts out for gluing into the booklet: everything run on, headings in brackets."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on, s = day(dice), dice.choice(STYLES[:6])
    drugs = dice.sample(MEDICINES, dice.randint(2, 4))
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end;border-bottom:1.5px solid #000;padding-bottom:4px"><span style="font-size:20px;font-weight:600">{f("hospital_name", house)}　门（急）诊病历</span><span style="font-size:11px">{bars(dice, 130, 24)}{f("record_number", digits(dice, 10, "000"))}</span></div>
<div style="margin:5px 0">{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", p.age_on(on), f"{p.age_on(on)}岁")}　　{f("department", CLINICS[CASES.index(c)])}　　{dice.choice(("初诊", "复诊"))}　　就诊时间：{when("visit_date", on, s, clock(dice, False))}</div>
<div style="margin-bottom:5px">费别：{f("insurance_type", p.insurance, dice.choice(("市职工医保", "职工基本医疗保险")) if p.insurance == "employee" else dice.choice(("居民医保", "城乡居民基本医疗保险")))}　　过敏史：{dice.choice(("否认", "青霉素", "头孢类（皮疹）"))}</div>
【主诉】{c.complaint}。<br>【现病史】病程同上，近期无发热、咯血，夜尿{dice.randint(1, 4)}次，体重无明显下降。目前用药依从性一般。<br>【既往史】既往体健。否认手术、外伤、输血史。<br>
【体格检查】BP {dice.randint(120, 168)}/{dice.randint(70, 99)} mmHg　HR {dice.randint(60, 101)}bpm　身高 {dice.randint(150, 178)}cm　体重 {dice.randint(46, 82)}kg　神清，心肺听诊无特殊，双侧足背动脉搏动{dice.choice(("正常", "减弱"))}。<br>
【辅助检查】{date_text(on - dt.timedelta(days=dice.randint(2, 60)), "-")}本院生化：GLU {dice.uniform(6, 14):.2f}↑，HbA1c {dice.uniform(6, 11):.1f}%，Cr {dice.randint(58, 210)}μmol/L。<br>
【初步诊断】{"，".join(f("diagnosis", x) for x, _ in c.final[: dice.randint(1, 3)])}<br>【处理】1.门诊慢特病续方一月；2.复查血脂、肝功能；3.宣教。<br>
{"".join(f"<div style='padding-left:26px'>{a}　{b}　×{dice.randint(1, 4)}盒　Sig: {k}</div>" for a, b, k in drugs)}
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>门诊时间：周一至周五</span><span>医生签名：{f("physician_name", doctor(dice))}{"（电子签名）" if dice.random() < 0.5 else ""}　工号：{digits(dice, 4)}</span></div>
<div style="position:absolute;bottom:12px;left:40px;right:40px;font-size:11px;color:#444;display:flex;justify-content:space-between"><span>请妥善保管，复诊时携带</span><span>打印次数 {dice.randint(1, 3)}　{date_text(on, "-")} {clock(dice)}</span></div>"""
    return page(body, "", dice.choice(PRINTS), 14, "24px 40px")


def visit_app(dice: random.Random) -> str:
    """An app's visit details: coloured head, folded sections, order list."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on = day(dice, "2024-02-01")
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))

    def sec(t: object, x: object) -> str:
        return f'<div class="card"><div class="t" style="border-left:8px solid #00a78e;padding-left:16px">{t}</div><div>{x}</div></div>'

    rx = "".join(f'<div style="padding:10px 0;border-bottom:1px solid #f0f0f0">{a}<div class="s">规格 {b}　用法 {k}</div></div>' for a, b, k in dice.sample(MEDICINES, 3))  # fmt: skip
    body = f"""<div style="background:#00a78e;color:#fff;padding:10px 40px 60px"><div style="font-size:34px">{f("hospital_name", house)}<span style="font-size:22px;border:1px solid #fff;border-radius:8px;padding:0 10px;margin-left:16px">{f("hospital_level", level)}</span></div><div style="opacity:.9">{when("visit_date", on, dice.choice(("-", "/", "年0")), clock(dice, False))}　已就诊</div></div>
<div class="card" style="margin-top:-40px;position:relative"><table><tr><td style="color:#888">就诊人</td><td>{f("patient_name", p.name)}</td><td style="color:#888">性别</td><td>{f("sex", p.sex)}</td></tr><tr><td style="color:#888">科室</td><td>{f("department", CLINICS[CASES.index(c)])}</td><td style="color:#888">年龄</td><td>{f("age", p.age_on(on))}</td></tr>
<tr><td style="color:#888">医生</td><td colspan="3">{f("physician_name", doctor(dice))}　<span style="color:#00a78e">{f("physician_title", title)}</span></td></tr><tr><td style="color:#888">就诊卡号</td><td colspan="3">{f("card_number", digits(dice, 10, "A"))}</td></tr></table></div>
{sec("诊断", "　".join(f"<span style='background:#e6f6f4;border-radius:8px;padding:4px 14px;display:inline-block;margin:4px'>{f('diagnosis', x)}</span>" for x, _ in c.final[:2]))}{sec("主诉", c.complaint)}{sec("现病史", f"患者{c.complaint}，无胸痛咯血，无晕厥黑矇，外院曾予药物治疗，效果欠佳。")}{sec("既往史", "高血压病史；否认肝炎结核史")}{sec("体格检查", f"血压 {dice.randint(120, 160)}/{dice.randint(70, 95)}mmHg，脉搏{dice.randint(60, 95)}次/分")}{sec("处方", rx)}
<div class="s" style="text-align:center">— 已经到底了 —</div>"""
    return phone(
        dice.choice(("门诊病历", "就诊记录详情", "电子病历")), body, dice, accent="#00a78e", dark=True
    )


def certificate_slip(dice: random.Random) -> str:
    """A3-folded stub and certificate on one A5: the stub repeats number and name, seal over the cut."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("年", "年0", "-"))
    no = f"{on.year}{digits(dice, 6)}"
    kind = dice.choice(("门诊", "住院"))
    n = dice.randint(1, 3)
    diagnoses = "".join(f"<div>{f('diagnosis', x)}{'；' if i < n - 1 else '。'}</div>" for i, (x, _) in enumerate(c.final[:n]))  # fmt: skip
    body = f"""<div style="width:190px;position:absolute;left:20px;top:20px;bottom:20px;border-right:1px dashed #000;font-size:13px;padding-right:14px"><div class="c b">存　根</div><br>No:{no}<br>姓名 ____________<br>性别 ______ 年龄 ____<br>诊断 ____________<br>________________<br>建议休息 ______ 天<br>医师 ____________<br>　　　年　 月　 日</div>
<div style="margin-left:215px"><h1 style="font-size:20px">{f("hospital_name", house)}</h1><h2 style="font-size:26px;letter-spacing:6px">疾病证明书</h2><div class="r" style="font-size:13px">No:<span style="color:#c22">{no}</span></div>
<table class="g" style="margin-top:2px"><tr><td style="width:54px">姓名</td><td>{f("patient_name", p.name)}</td><td style="width:54px">性别</td><td style="width:52px">{f("sex", p.sex)}</td><td style="width:54px">年龄</td><td style="width:66px">{f("age", p.age_on(on), f"{p.age_on(on)}岁")}</td></tr>
<tr><td>科别</td><td>{f("department", CLINICS[CASES.index(c)])}</td><td colspan="2">{kind}号</td><td colspan="2">{f("record_number", digits(dice, 8))}</td></tr><tr><td>住址</td><td colspan="5">{f("address", home(p))}</td></tr>
<tr><td>诊断</td><td colspan="5" style="height:82px;vertical-align:top">{diagnoses}</td></tr><tr><td>处理<br>意见</td><td colspan="5" style="height:70px;vertical-align:top">{dice.choice(("建议长期门诊药物治疗，定期复查。", "建议休息两周，门诊随诊；需终身服药。", "病情需要，建议办理门诊慢特病。"))}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:10px"><span>医师签章：{sign("physician", doctor(dice) if dice.random() < 0.75 else None, dice)}</span><span>{when("issue_date", on, s)}</span></div><div style="font-size:11px;margin-top:10px">注：1、未盖章无效；2、涂改无效；3、本证明不作法律依据。</div></div>"""
    if dice.random() < 0.85:
        body += seal(house, "疾病诊断证明专用章", at=(540, 330), size=132, turn=dice.uniform(-12, 12))
    return page(body, "", dice.choice(PRINTS), 15, "24px 30px")


def certificate_web(dice: random.Random) -> str:
    """An electronic certificate with check code, letters of plain prose without a single labelled line."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on = day(dice)
    signer = doctor(dice)
    since = on - dt.timedelta(days=dice.randint(20, 900))
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))
    n = dice.randint(1, 3)
    body = f"""<div style="display:flex;align-items:center;gap:18px;border-bottom:3px double #0a5;padding-bottom:12px"><svg width="62" height="62"><circle cx="31" cy="31" r="29" fill="none" stroke="#0a5" stroke-width="4"/><path d="M31 12v38M12 31h38" stroke="#0a5" stroke-width="9"/></svg><div><div style="font-size:28px;font-weight:600;letter-spacing:3px">{f("hospital_name", house)}</div><div style="font-size:12px;color:#555">医疗机构等级：{f("hospital_level", level)}　地址：{p.place.city}{p.place.county}{p.place.road}{dice.randint(1, 400)}号　服务热线：0{digits(dice, 3)}-{digits(dice, 8)}</div></div></div>
<h2 style="font-size:30px;margin:40px 0 8px;letter-spacing:12px">诊断证明书</h2><div class="r" style="font-size:13px;color:#555">电子证明编号：ZM{on:%Y%m%d}{digits(dice, 5)}</div>
<p style="text-indent:2em;font-size:18px;line-height:2.2">兹有患者{f("patient_name", p.name)}，{f("sex", p.sex)}，{when("birth_date", p.born, "年")}出生，身份证号码{f("id_number", p.id_number)}，自{date_text(since, "年")}起因“{c.complaint}”在我院{f("department", CLINICS[CASES.index(c)])}诊治，末次就诊日期{when("visit_date", on - dt.timedelta(days=dice.randint(0, 6)), "年")}。经临床检查，诊断为：{"、".join(f("diagnosis", x) for x, _ in c.final[:n])}。建议：{dice.choice(("规范用药，每月门诊复查一次", "长期门诊随访治疗，避免劳累", "继续抗病毒治疗，三个月复查"))}。</p><p style="text-indent:2em;font-size:18px">特此证明。</p>
<div style="text-align:right;font-size:17px;line-height:2.4;margin-top:60px;padding-right:30px">{f("physician_title", title)}　{sign("physician", signer, dice)}（{f("physician_name", signer)}）<br>{house}<br>{when("issue_date", on, "年")}</div>
<div style="position:absolute;left:60px;bottom:70px;display:flex;gap:16px;align-items:center;font-size:12px;color:#555">{squares(dice, 92)}<span>扫码验真，有效期30日。<br>本证明由患者通过手机自助申请，与纸质证明具有同等效力。<br>生成时间 {date_text(on, "-")} {clock(dice)}</span></div>"""
    body += seal(house, "电子印章" if dice.random() < 0.5 else "医务科", at=(545, 560), size=152, turn=dice.uniform(-5, 5))  # fmt: skip
    return page(body, "", dice.choice((SONG, HEI, MICRO)), 15, "44px 60px")


def prescription(dice: random.Random) -> str:
    """An outpatient prescription for special illnesses, right half of a landscape sheet with the pharmacy's leaf."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice)
    drugs = dice.sample(MEDICINES, dice.randint(2, 5))
    money = dice.uniform(60, 900)
    body = f"""<div style="position:absolute;right:26px;top:20px;border:2px solid #000;padding:1px 8px;font-size:14px">{dice.choice(("门特", "慢病", "普 通"))}</div><h1 style="font-size:20px">{f("hospital_name", house)}处方笺</h1>
<div class="rr"><span>费别：{f("insurance_type", p.insurance, "本市职工" if p.insurance == "employee" else "城乡居民")}</span><span>医保卡号：{f("card_number", digits(dice, 9, "B"))}</span><span>处方号：{digits(dice, 9)}</span></div>
<div class="rr"><span>姓名：<u>{f("patient_name", p.name)}</u></span><span>性别：<u>{f("sex", p.sex)}</u></span><span>年龄：<u>{f("age", p.age_on(on))}</u>岁</span></div><div class="rr"><span>门诊号：<u>{f("record_number", digits(dice, 8))}</u></span><span>科别：<u>{f("department", CLINICS[CASES.index(c)])}</u></span></div>
<div class="rr"><span>临床诊断：<u>{"/".join(f("diagnosis", x) for x, _ in c.final[: dice.randint(1, 2)])}</u></span></div><div class="rr"><span>开具日期：<u>{when("issue_date", on, "年")}</u></span><span>电话：{f("phone", p.phone)}</span></div><hr style="border:0;border-top:1.5px solid #000">
<div style="font-size:26px;font-style:italic;font-weight:700;font-family:serif">Rp.</div><div style="min-height:360px;padding-left:16px">{"".join(f'<div style="margin-bottom:8px">{i}. {a}　[{b}]　×{dice.randint(1, 6)}盒<br>　　Sig：{k}　{dice.randint(7, 90)}天</div>' for i, (a, b, k) in enumerate(drugs, 1))}<div style="color:#555">—————— 以下空白 ——————</div></div><hr style="border:0;border-top:1.5px solid #000">
<div class="rr"><span>医师：{f("physician_name", doctor(dice)) if dice.random() < 0.5 else sign("physician", doctor(dice), dice)}</span><span>药品金额：{money:.2f}元</span></div><div class="rr"><span>审核药师：{doctor(dice)}</span><span>调配药师/士：{doctor(dice)}</span></div><div class="rr"><span>核对、发药药师：{hand(doctor(dice)) if dice.random() < 0.5 else ""}</span><span></span></div>
<div style="font-size:11px;margin-top:6px">注：处方当日有效。药品一经发出，除质量原因外不予退换。延长处方用量已注明理由：慢性病。</div>"""
    return page(body, ".rr{display:flex;justify-content:space-between;margin:3px 0}", dice.choice((SONG, UMING, SHARP)), 14, "24px 34px")  # fmt: skip


def referral(dice: random.Random) -> str:
    """Two-way referral within a medical community: sent and received halves on one sheet."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    other = f"{p.place.province.removesuffix('省').removesuffix('市')}省立医院" if dice.random() < 0.5 else f"{p.place.city}肿瘤医院"  # fmt: skip
    on, s = day(dice), dice.choice(("年", "-", "."))
    body = f"""<h2 style="font-size:22px">{p.place.county}县域医共体双向转诊（上转）单</h2><div class="c" style="font-size:13px">（第一联　交接收机构）</div><div style="display:flex;justify-content:space-between"><span>转出机构：{f("hospital_name", house)}</span><span>转诊单号 SZ{digits(dice, 8)}</span></div>
<table class="g"><tr><td class="h">患者姓名</td><td>{f("patient_name", p.name)}</td><td class="h">性别</td><td>{f("sex", p.sex)}</td><td class="h">年龄</td><td>{f("age", p.age_on(on), f"{p.age_on(on)}周岁")}</td></tr><tr><td class="h">身份证号</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="h">联系电话</td><td>{f("phone", p.phone)}</td></tr>
<tr><td class="h">参保地</td><td colspan="3">{f("insured_place", p.place.insured)}</td><td class="h">险种</td><td>{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</td></tr><tr><td class="h">家庭住址</td><td colspan="5">{f("address", home(p))}</td></tr>
<tr><td class="h">初步印象</td><td colspan="5">{"；".join(f("diagnosis", x) for x, _ in c.final[:2])}</td></tr><tr><td class="h">主要现病史</td><td colspan="5" style="height:74px">{c.complaint}。{c.course}，疗效欠佳。</td></tr><tr><td class="h">转诊原因</td><td colspan="5">{dice.choice(("☑", "☒"))}超出本机构诊疗能力　□病情复杂需进一步确诊　□患者（家属）要求　□其他</td></tr><tr><td class="h">拟转往机构</td><td colspan="3">{other}</td><td class="h">拟转科室</td><td>同专科</td></tr></table>
<div style="display:flex;justify-content:space-between;margin:12px 0 0"><span>转诊医生（签字）：{sign("physician", doctor(dice), dice)}</span><span>科主任：{sign("physician", doctor(dice) if dice.random() < 0.4 else None, dice)}</span><span>联系电话：0{digits(dice, 3)}-{digits(dice, 7)}</span></div><div class="r">{when("issue_date", on, s)}</div>
<div style="border-top:1px dashed #000;margin:26px 0 16px"></div><h2 style="font-size:19px">双向转诊（回转）单</h2><div>＿＿＿＿＿＿（机构名称）：<br>　　现有患者＿＿＿＿＿＿因病情需要，需转回贵单位，请予以接诊。</div><table class="g"><tr><td class="h">诊断结果</td><td></td><td class="h">住院病案号</td><td></td></tr><tr><td class="h">治疗经过</td><td colspan="3" style="height:60px"></td></tr><tr><td class="h">下一步方案</td><td colspan="3" style="height:60px"></td></tr></table><div class="r" style="margin-top:10px">转诊医生（签字）：＿＿＿＿＿　联系电话：＿＿＿＿＿＿　　年　　月　　日</div>"""
    body += seal(
        house,
        "转诊专用章" if dice.random() < 0.6 else "",
        at=(520, 400),
        size=140,
        turn=dice.uniform(-15, 15),
    )
    return page(body, ".h{width:92px;text-align:center}.g{margin:6px 0}.g td{height:34px}", dice.choice(PRINTS), 15, "48px 56px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "delta-outpatient_record-booklet": Template("outpatient_record", 794, 560, visit_a5),
    "delta-outpatient_record-app": Template("outpatient_record", 750, 2180, visit_app),
    "delta-diagnosis_certificate-stub": Template("diagnosis_certificate", 794, 540, certificate_slip),
    "delta-diagnosis_certificate-electronic": Template("diagnosis_certificate", 794, 1123, certificate_web),
    "delta-prescription-special": Template("prescription", 560, 794, prescription),
    "delta-referral_letter-community": Template("referral_letter", 794, 1123, referral),
}
