"""Examinations and visits: an electrocardiogram, an ultrasound, a paper record book, a telephone screen; two certificates."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import (
    MATRIX,
    Template,
    clock,
    d,
    day,
    digits,
    doctor,
    local,
    short,
)
from benchmarks.reading.templates.develop.html import HANDS, HEI, KAI, MICRO, SONG, f, fs, page, seal, sign

DOUBTS = (
    (("窦性心律", "左心室肥厚伴ST-T改变"), 78), (("窦性心动过缓", "T波低平（Ⅱ、Ⅲ、aVF）"), 54), (("心房颤动（快速心室率）", "完全性右束支阻滞"), 118),
    (("窦性心律", "陈旧性下壁心肌梗死"), 71), (("窦性心律", "频发室性早搏"), 86),
)  # fmt: skip
LEADS = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")


def _ecg(dice: random.Random) -> str:
    p = local(dice, "豫")
    when = day(dice)
    found, rate = dice.choice(DOUBTS)
    hosp = short(p.place) + dice.choice(("人民医院", "张店镇卫生院", "第二人民医院"))
    traces = ""
    for n, lead in enumerate(LEADS):
        x, y = 10.0 + (n // 6) * 500, 50 + (n % 6) * 66
        path, step = f"M {x} {y}", 3200 / rate + 20
        at: float = x
        while at + step * 0.3 + 59 + max(1, step * 0.7 - 59) < x + 490:
            h = dice.uniform(20, 32) * (-1 if lead == "aVR" else 1)
            path += f" h {step * 0.3:.1f} q 5 -7 10 0 h 6 l 3 4 l 4 {-h - 4:.0f} l 5 {h + 9:.0f} l 3 -9 h 10 q 9 -9 18 0 h {max(1, step * 0.7 - 59):.1f}"
            at += step * 0.3 + 59 + max(1, step * 0.7 - 59)
        traces += f'<path d="{path}" fill="none" stroke="#111"/><text x="{x}" y="{y - 22}" font-size="12">{lead}</text>'
    who = doctor(dice)
    told = fs("diagnosis", found, "<br>", dice.random() < 0.6)
    body = f"""
    <div style="display:flex;justify-content:space-between;font-size:13px"><div>编号：{f("report_number", f"{when:%Y%m%d}{digits(dice, 4)}")}<br>姓名：{f("patient_name", p.name)}<br>性别：{f("sex", p.sex)}　年龄：{f("age", p.age_on(when), f"{p.age_on(when)}岁")}<br>科室：{f("department", dice.choice(("老年医学科", "内科", "慢病门诊")))}　床号：{dice.choice(("", "12"))}</div>
    <div style="text-align:center"><div style="font-size:20px">{f("hospital_name", hosp)}</div><div style="font-size:17px">常规心电图检查报告</div></div>
    <div>心　率：{rate} bpm　　P-R：{dice.randint(130, 210) if "颤" not in found[0] else "---"} ms<br>QRS时限：{dice.randint(78, 128)} ms　QT/QTc：{dice.randint(350, 430)}/{dice.randint(390, 470)} ms<br>P/QRS/T电轴：{dice.randint(20, 70)}/{dice.randint(-30, 80)}/{dice.randint(10, 60)} °<br>RV5/SV1：{dice.uniform(1, 3):.2f}/{dice.uniform(0.4, 2):.2f} mV</div>
    <div style="width:230px;border:1px solid #777;padding:2px 6px"><b>诊断：</b><br>{told}</div></div>
    <svg width="1040" height="450" style="background:repeating-linear-gradient(0deg,#f5b5b5 0 .8px,transparent .8px 5px),repeating-linear-gradient(90deg,#f5b5b5 0 .8px,transparent .8px 5px),#fff6f4;margin-top:6px">{traces}</svg>
    <div style="display:flex;justify-content:space-between;font-size:13px;margin-top:4px"><span>25mm/s　10mm/mV　0.05-100Hz　AC50</span><span>报告医生：{f("physician_name", who)} {sign("physician", who, dice) if dice.random() < 0.5 else ""}</span><span>审核医生：________</span><span>检查时间：{d("report_date", when, "-", " " + clock(dice, True))}</span></div><div style="font-size:11px">*本报告仅供临床参考，需经医师签名后有效*</div>"""
    return page(body, font=dice.choice((SONG, HEI)), size=13, pad="24px 40px")


SCANS = (
    ("肝、胆、胰、脾", "肝脏形态欠规则，表面呈锯齿状，实质回声增粗增强，门静脉内径14mm。胆囊大小正常，壁毛糙。脾厚52mm，肋下可及。腹腔可见液性暗区，深约38mm。", ("肝硬化声像图改变", "脾大", "腹水（少-中量）"), "肝硬化"),
    ("颈部血管", "双侧颈动脉内中膜不均匀增厚，最厚处1.5mm，右侧颈动脉窦部后壁可见大小约12×2.6mm的混合回声斑块，CDFI：血流充盈缺损。", ("双侧颈动脉内中膜增厚伴右侧斑块形成",), "脑梗死"),
    ("双肾、输尿管、膀胱", "双肾体积缩小，右肾82×36mm，左肾80×38mm，皮质变薄，皮髓质分界不清，集合系统未见分离。膀胱充盈可，壁光滑。", ("双肾弥漫性病变（慢性肾病声像）", "膀胱未见明显异常"), "慢性肾功能不全"),
    ("心脏", "左房前后径44mm，左室舒末内径58mm，室间隔厚12mm；二尖瓣可见中量反流；LVEF 43%。", ("左心增大", "二尖瓣中度关闭不全", "左室收缩功能减低"), "心功能不全"),
)  # fmt: skip


def _sound(dice: random.Random) -> str:
    p = local(dice, "甘")
    when = day(dice)
    part, seen, found, claim = dice.choice(SCANS)
    hosp = short(p.place) + dice.choice(("人民医院", "中医院", "第一人民医院"))
    who = doctor(dice)

    def pic() -> str:
        return f'<div style="width:300px;height:220px;background:radial-gradient(ellipse at 50% -10%,#8a8a8a 0,#444 38%,#111 62%,#000 70%);position:relative;color:#ddd;font:10px {HEI}"><span style="position:absolute;left:6px;top:4px">MI {dice.uniform(0.6, 1.3):.1f}  TIs {dice.uniform(0.1, 0.9):.1f}</span><span style="position:absolute;right:6px;bottom:4px">{when:%d/%m/%Y} {clock(dice, True)}</span><span style="position:absolute;left:{dice.randint(90, 160)}px;top:{dice.randint(70, 130)}px;width:{dice.randint(30, 70)}px;height:{dice.randint(20, 50)}px;background:#000;border-radius:50%;opacity:.7"></span></div>'

    def k(a: Any, b: Any) -> str:
        return f'<span style="white-space:nowrap;margin-right:22px"><b>{a}</b> {b}</span>'

    body = f"""
    <div style="background:#2b5d8a;color:#fff;padding:8px 16px;display:flex;justify-content:space-between;align-items:center"><span style="font-size:22px">{f("hospital_name", hosp)}</span><span style="font-size:16px">彩色多普勒超声诊断报告</span></div>
    <div style="padding:6px 4px;border-bottom:1px solid #2b5d8a;line-height:1.9">{k("姓　　名", f("patient_name", p.name))}{k("性别", f("sex", p.sex))}{k("年龄", f("age", p.age_on(when), f"{p.age_on(when)} 岁"))}{k("病员来源", dice.choice(("门诊", "住院")))}{k("超声号", f("report_number", f"US{when:%y}{digits(dice, 6)}"))}<br>{k("门诊/住院号", f("record_number", digits(dice, 8)))}{k("申请科室", f("department", dice.choice(("内一科", "消化内科", "门诊内二", "肾病科"))))}{k("开单医生", f("physician_name", doctor(dice)))}{k("临床诊断", f("diagnosis", claim) if dice.random() < 0.5 else "待查")}<br>{k("检查部位", part)}{k("仪器", dice.choice(("GE LOGIQ E9", "迈瑞 Resona 7", "PHILIPS EPIQ 5")))}{k("探头频率", "3.5MHz")}</div>
    <div style="display:flex;justify-content:space-between;margin:12px 10px">{pic()}{pic()}</div>
    <p style="margin:6px 0 0;color:#2b5d8a"><b>【超声所见】</b></p><div style="text-indent:2em;min-height:160px;font-size:15px;line-height:1.9">{seen}</div>
    <p style="margin:6px 0 0;color:#2b5d8a"><b>【超声提示】</b></p><div style="padding-left:2em;min-height:130px;font-size:16px;line-height:1.9">{fs("diagnosis", found, "<br>", len(found) > 1)}</div>
    <div style="border-top:1px solid #2b5d8a;padding-top:6px;display:flex;justify-content:space-between"><span>记录员 {doctor(dice)}</span><span>诊断医师 {f("physician_name", who)}</span><span>签名 {sign("physician", who if dice.random() < 0.7 else None, dice)}</span><span>报告日期 {d("report_date", when, dice.choice(("-", ".", "年0")), " " + clock(dice))}</span></div>
    <div style="font-size:12px;color:#555;margin-top:6px">此报告仅供临床医师参考，不作法律依据，医师签名后有效。　检查日期 {when} 　打印 {when} {clock(dice, True)}</div>"""
    return page(body, font=dice.choice((MICRO, SONG)), size=14, pad="30px 44px")


def _book(dice: random.Random) -> str:
    p = local(dice, "川")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "中医医院"))
    ills = dice.choice(
        (("高血压病3级 极高危",), ("2型糖尿病", "高脂血症"), ("慢性支气管炎", "肺气肿"), ("类风湿关节炎",))
    )
    who = doctor(dice)

    def u(s: Any, w: Any) -> str:
        return f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #555;padding:0 4px">{s}</span>'

    def m(s: Any) -> str:
        return f'<span class="m">{s}</span>'

    scribble = "".join(
        f'<div data-handwritten="1" style="font-family:{HANDS[0]};font-size:21px;color:#1c3a8a;transform:rotate(-1.5deg) skewX(-10deg);line-height:1.6">{x}</div>'
        for x in (
            f"{when.month}/{when.day}  BP {dice.randint(140, 182)}/{dice.randint(84, 108)}",
            "同前，续方1月，复查血脂",
        )
    )
    body = f"""
    <div style="display:flex;height:100%"><div style="flex:1;padding:30px 26px;border-right:1px solid #bbb;background:linear-gradient(90deg,#fff 92%,#e9e9e2)">
    <div class="c" style="font-size:15px">四川省医疗机构门诊通用</div><h1 style="font-size:34px;letter-spacing:16px;margin:26px 0 30px;font-family:{KAI}">门诊病历</h1>
    <div style="line-height:2.5;font-size:16px">姓名{u(m(f("patient_name", p.name)), 120)}性别{u(m(f("sex", p.sex)), 50)}<br>出生年月{u(m(f'<span data-field="birth_date" data-value="{p.born:%Y-%m}">{p.born.year}年{p.born.month}月</span>'), 130)}民族{u(m(f("ethnicity", p.ethnicity)), 50)}<br>职业{u("", 90)}婚否{u("", 80)}<br>住址{u(m(f("address", p.address)), 270)}<br>电话{u(m(f("phone", p.phone)), 150)}<br>门诊号{u(m(f("record_number", digits(dice, 8))), 150)}<br>药物过敏史{u(dice.choice(("无", "青霉素", "")), 190)}</div>
    <div style="font-size:12px;position:absolute;bottom:26px;width:360px">就诊须知：1.请妥善保管，复诊时带来。2.请勿转借他人使用。3.价格：1.00元</div></div>
    <div style="flex:1;padding:26px 26px;position:relative"><div class="m" style="font-size:14px;line-height:1.75">
    <div>{f("hospital_name", hosp)}　{f("department", dice.choice(("内科门诊", "中医内科", "特病门诊")))}</div><div>就诊时间：{d("visit_date", when, dice.choice(("-", ".", "年")), " " + clock(dice))}　初诊□ 复诊☑</div>
    <div>主诉：{dice.choice(("头昏、心累反复5年。", "口渴、多尿伴消瘦8年。", "咳嗽、气紧10余年。"))}</div><div>现病史：患者长期服药，间断监测，近1周自觉加重，无胸痛、晕厥，饮食睡眠尚可，二便调。</div><div>既往史：否认结核、肝炎史。曾于达州市中心医院住院。</div>
    <div>查体：T36.4℃ P{dice.randint(62, 99)}次/分 R20次/分 BP{dice.randint(132, 180)}/{dice.randint(76, 104)}mmHg。心肺（-），腹软，双下肢不肿。</div><div>辅助检查：随机血糖{dice.uniform(6, 15):.1f}mmol/L。</div>
    <div>初步诊断：{fs("diagnosis", ills, "  ", True)}</div><div>处理：1.低盐饮食 2.{dice.choice(("硝苯地平控释片 30mg qd×28天", "二甲双胍 0.5g bid×30天", "来氟米特 20mg qd×30天"))} 3.定期复诊</div><div style="text-align:right">医师：{f("physician_name", who)} {sign("physician", who, dice, 80)}</div></div>
    <div style="border-top:1px dashed #888;margin-top:16px;padding-top:6px">{scribble}</div>
    {seal(hosp, "门诊专用章", shape="ellipse", size=140, at=(200, 400), turn=dice.uniform(-12, 12)) if dice.random() < 0.6 else ""}</div></div>"""
    return page(body, MATRIX + "body{background:#fcfcf6}", font=SONG, size=14, pad="0")


def _screen(dice: random.Random) -> str:
    p = local(dice, "桂")
    when = day(dice, "2024-03-01")
    hosp = dice.choice(
        (f"{p.place.city}人民医院", f"{p.place.city}红十字会医院", short(p.place) + "人民医院")
    )
    ills = dice.choice(
        (
            ("地中海贫血（中间型）",),
            ("高血压病", "高尿酸血症"),
            ("系统性红斑狼疮",),
            ("乙型肝炎肝硬化", "脾功能亢进"),
        )
    )

    def card(title: Any, inner: Any) -> str:
        return f'<div style="background:#fff;border-radius:10px;margin:10px 12px;padding:12px 14px"><div style="font-weight:600;border-left:4px solid #12a37f;padding-left:8px;margin-bottom:6px">{title}</div>{inner}</div>'

    def r(a: Any, b: Any) -> str:
        return f'<div style="display:flex;justify-content:space-between;gap:20px;font-size:14px;line-height:2"><span style="color:#888;white-space:nowrap">{a}</span><span style="text-align:right">{b}</span></div>'

    masked = p.name[0] + "*" * (len(p.name) - 1) if dice.random() < 0.3 else None
    body = f"""
    <div style="background:#12a37f;color:#fff;padding:8px 16px 10px"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(7, 21)}:{dice.randint(10, 59)}</span><span>5G ▮▮▮ {dice.randint(12, 99)}%</span></div><div style="display:flex;justify-content:space-between;font-size:18px;margin-top:8px"><span>‹</span><span>就诊记录详情</span><span>··· ◎</span></div></div>
    {card(f("hospital_name", hosp), r("就诊人", masked or f("patient_name", p.name)) + r("性别 | 年龄", f("sex", p.sex) + " | " + f("age", p.age_on(when), f"{p.age_on(when)}岁")) + r("就诊卡号", f("card_number", digits(dice, 10))) + r("门诊流水号", f("record_number", f"{when:%Y%m%d}{digits(dice, 5)}")) + r("就诊科室", f("department", dice.choice(("血液内科门诊", "肾内、风湿科门诊", "肝病门诊")))) + r("接诊医生", f("physician_name", doctor(dice)) + "　" + f("physician_title", dice.choice(("主任医师", "副主任医师", "主治医师")))) + r("就诊时间", d("visit_date", when, "-", " " + clock(dice, True)) + dice.choice((" 上午", ""))))}
    {card("诊断信息", "".join(f'<div style="font-size:15px">● {f("diagnosis", x)} <span style="color:#12a37f;font-size:12px;border:1px solid #12a37f;border-radius:3px;padding:0 3px">{"主" if n == 0 else "次"}</span></div>' for n, x in enumerate(ills)))}
    {card("病历内容", '<div style="font-size:14px;color:#333"><b>主诉</b><br>复诊配药，乏力半月。<br><b>现病史</b><br>患者规律随访' + str(dice.randint(2, 15)) + "年，口服药物治疗，近期无发热、出血。<br><b>体格检查</b><br>BP " + str(dice.randint(110, 160)) + "/" + str(dice.randint(66, 98)) + "mmHg，轻度贫血貌。<br><b>处置意见</b><br>复查血常规、肝功能；慢病续方。</div>")}
    {card("费用", r("订单状态", "已支付") + r("金额", f"¥ {dice.randint(50, 900)}.{digits(dice, 2)}"))}
    <div style="position:absolute;left:0;right:0;bottom:0;background:#fff;padding:10px;display:flex;gap:10px"><span style="flex:1;text-align:center;border:1px solid #12a37f;color:#12a37f;border-radius:20px;padding:6px">查看报告</span><span style="flex:1;text-align:center;background:#12a37f;color:#fff;border-radius:20px;padding:6px">再次挂号</span></div>"""
    return page(body, "body{background:#f2f4f5}", font=HEI, size=16, pad="0")


def _stub(dice: random.Random) -> str:
    p = local(dice, "甘")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "中医院", "新添镇中心卫生院"))
    ills = dice.choice(
        (
            ("高血压病3级（很高危）",),
            ("2型糖尿病", "糖尿病性视网膜病变"),
            ("脑梗死后遗症", "症状性癫痫"),
            ("布鲁氏菌病", "布鲁菌性脊柱炎"),
        )
    )
    number, age = digits(dice, 7), p.age_on(when)
    who = doctor(dice)

    def u(s: Any, w: int = 70) -> str:
        return f'<span class="m" style="display:inline-block;min-width:{w}px;border-bottom:1px solid #444;text-align:center">{s}</span>'

    body = f"""
    <div style="display:flex;height:100%"><div style="width:210px;padding:26px 14px;font-size:13px;border-right:2px dashed #777;position:relative;line-height:2.1"><div class="c b" style="font-size:17px">诊断证明书存根</div><div>№ {number}</div>姓名{u(p.name, 110)}<br>性别{u(p.sex, 40)}年龄{u(age, 40)}<br>诊断{u(ills[0], 130)}<br>{u(ills[1] if len(ills) > 1 else "", 160)}<br>开具医师{u("", 90)}<br>　{when.year} 年 {when.month} 月 {when.day} 日
    <div style="position:absolute;right:-11px;top:60px;writing-mode:vertical-rl;background:#fffdf2;font-size:14px;letter-spacing:8px">诊字第{number}号</div></div>
    <div style="flex:1;padding:24px 40px;position:relative"><h1 style="font-size:24px;letter-spacing:2px">{f("hospital_name", hosp)}疾病诊断证明书</h1><div class="r" style="font-size:13px">№ {f("report_number", number)}</div>
    <div style="font-size:16px;line-height:2.2;margin-top:6px">姓名{u(f("patient_name", p.name), 90)}性别{u(f("sex", p.sex), 40)}年龄{u(f("age", age), 44)}岁　单位或住址{u(f("address", p.address) if dice.random() < 0.7 else "", 210)}<br>门诊/住院号{u(f("record_number", digits(dice, 7)), 110)}于{u(d("visit_date", when - dt.timedelta(days=dice.randint(0, 3)), "年"), 140)}来我院就诊。<br>临床诊断：{u(fs("diagnosis", ills, "、"), 420)}<br>医师意见：{u(dice.choice(("建议长期服药，定期门诊复查。", "建议办理门诊慢特病，规律治疗。", "建休壹月，随诊。")), 420)}</div>
    <div style="margin-top:26px;display:flex;justify-content:space-between;font-size:16px"><span>医师（签章）{sign("physician", who if dice.random() < 0.85 else None, dice)}</span><span>医院盖章</span><span>{d("issue_date", when, "split")}</span></div>
    <div style="font-size:12px;color:#555;position:absolute;bottom:16px">说明：1.本证明涂改无效，未盖公章无效；2.请假、报销用，不作司法鉴定依据；3.存根由门诊部保存。</div>
    {seal(hosp, "诊断证明专用章", size=140, at=(dice.randint(300, 400), dice.randint(210, 240)), turn=dice.uniform(-18, 18))}</div></div>"""
    return page(body, MATRIX + "body{background:#fffdf2}", font=SONG, size=14, pad="0")


def _typed(dice: random.Random) -> str:
    p = local(dice, "滇")
    when = day(dice)
    dept, title = (
        dice.choice(("肾内科", "肿瘤血液科", "心内科", "精神科")),
        dice.choice(("主任医师", "副主任医师", "主治医师")),
    )
    ills = {
        "肾内科": ("慢性肾脏病5期", "肾性贫血", "肾性骨病"),
        "肿瘤血液科": ("弥漫大B细胞淋巴瘤Ⅲ期A组", "化疗后粒细胞减少"),
        "心内科": ("冠状动脉支架植入术后", "高血压3级"),
        "精神科": ("偏执型精神分裂症",),
    }[dept]
    hosp, level = dice.choice(
        (
            (f"{p.place.city}人民医院", "三级甲等"),
            (short(p.place) + "人民医院", "三级乙等"),
            (short(p.place) + "第二人民医院", "二级甲等"),
        )
    )
    a, b = doctor(dice), doctor(dice)
    came = when - dt.timedelta(days=dice.randint(20, 90))
    body = f"""
    <h1 style="font-size:28px;margin-top:20px">{f("hospital_name", hosp)}</h1><h1 style="font-size:26px;margin:10px 0 26px">门诊慢特病病情诊断证明</h1>
    <div style="text-indent:2em;font-size:18px;line-height:2.15">兹有患者{f("patient_name", p.name, style="text-decoration:underline")}，{f("sex", p.sex)}，{f("ethnicity", p.ethnicity, p.ethnicity + "族")}，{f("age", p.age_on(when), f"{p.age_on(when)}岁")}，身份证号{f("id_number", p.id_number, style="text-decoration:underline")}，家住{f("address", p.address)}。因病于{d("admission_date", came, "年")}至{d("discharge_date", came + dt.timedelta(days=dice.randint(6, 16)), "年")}在我院{f("department", dept)}住院治疗（住院号：{f("record_number", digits(dice, 8))}），经临床症状、体征及相关辅助检查，明确诊断为：{fs("diagnosis", ills, "；", len(ills) > 1)}。</div>
    <div style="text-indent:2em;font-size:18px;line-height:2.15">目前病情{dice.choice(("相对稳定", "控制欠佳", "仍需长期治疗"))}，需长期门诊用药及定期复查，符合{p.place.province}基本医疗保险门诊{dice.choice(("特殊病", "慢性病"))}准入标准，建议给予办理。</div><div style="text-indent:2em;font-size:18px;line-height:2.15">特此证明。</div>
    <table class="g" style="margin-top:30px;font-size:16px"><tr><td style="width:25%">副主任及以上医师一</td><td>{f("physician_name", a) if dice.random() < 0.7 else ""}</td><td>{sign("physician", a, dice)}</td><td>职称：{f("physician_title", title)}</td></tr><tr><td>医师二</td><td>{f("physician_name", b)}</td><td>{sign("physician", b, dice)}</td><td>职称：</td></tr></table>
    <div style="text-align:right;font-size:18px;line-height:2;margin-top:40px;padding-right:30px">（医院医保科盖章）<br>医院等级：{f("hospital_level", level, dice.choice((level, level + "医院")))}<br>{d("issue_date", when, dice.choice(("年", "年0")))}</div>
    <div style="position:absolute;bottom:50px;left:70px;right:70px;font-size:14px;border-top:1px solid #000">注：本证明一式两份，自开具之日起3个月内有效。医保科电话：08{digits(dice, 2)}-{digits(dice, 7)}</div>
    {seal(hosp, "医疗保险办公室", size=156, at=(510, dice.randint(690, 750)), turn=dice.uniform(-16, 16))}"""
    return page(body, font=dice.choice((SONG, KAI, HEI)), size=16, pad="50px 70px")


TEMPLATES: dict[str, Template] = {
    "grove-exam_report-ecg": Template("exam_report", 1123, 640, _ecg),
    "grove-exam_report-ultrasound": Template("exam_report", 794, 1010, _sound),
    "grove-outpatient_record-book": Template("outpatient_record", 860, 600, _book),
    "grove-outpatient_record-screen": Template("outpatient_record", 414, 896, _screen),
    "grove-diagnosis_certificate-stub": Template("diagnosis_certificate", 900, 460, _stub),
    "grove-diagnosis_certificate-typed": Template("diagnosis_certificate", 794, 1123, _typed),
}
