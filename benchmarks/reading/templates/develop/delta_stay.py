"""Leaving summaries and front pages of stays, of hospital systems and apps."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    PRINTS,
    STYLES,
    UMING,
    ZEN,
    bars,
    case,
    clock,
    date_text,
    digits,
    doctor,
    home,
    hospital,
    phone,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.people import day

TCM = (("消渴病", "气阴两虚证", "BNV060"), ("肺胀病", "痰浊阻肺证", "BNF050"), ("慢性肾衰", "脾肾阳虚证", "BNS070"), ("胸痹心痛病", "气虚血瘀证", "BNX020"), ("乳岩", "气血两虚证", "BRR030"), ("中风病恢复期", "气虚血瘀证", "BNG082"), ("尪痹", "寒湿痹阻证", "BNV071"), ("鼓胀病", "水湿内阻证", "BNP110"))  # fmt: skip
WARDS = (
    "内分泌代谢科",
    "呼吸与危重症医学科",
    "肾脏病科",
    "心血管内科一病区",
    "肿瘤内科",
    "神经内科二区",
    "风湿免疫科",
    "感染·肝病科",
)


def emr_grid(dice: random.Random) -> str:
    """A structured record with a running head, section names hung left and three levels of doctors."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    out = day(dice)
    came, s = out - dt.timedelta(days=dice.randint(4, 23)), dice.choice(("-", "年0", "年"))
    ward = WARDS[CASES.index(c)]
    final = c.final[: dice.randint(2, len(c.final))]
    t = clock(dice, False)
    number = digits(dice, 8, "00")
    sure = dice.random() < 0.6
    body = f"""<div class="c" style="font-size:21px;letter-spacing:3px">{f("hospital_name", house)}</div>
<div class="c" style="font-size:24px;font-weight:700;letter-spacing:10px;margin:2px 0 6px">出院记录</div>
<div class="hd"><span>姓名：{f("patient_name", p.name)}</span><span>科室：{f("department", ward)}</span><span>床号：{dice.randint(1, 58)}{dice.choice(("", "+1"))}</span><span>住院号：{f("record_number", number)}</span></div>
<table class="k"><tr><td>性　　别</td><td>{f("sex", p.sex)}</td><td>年　　龄</td><td>{f("age", p.age_on(came), f"{p.age_on(came)}岁")}</td></tr>
<tr><td>入院时间</td><td>{when("admission_date", came, s, t)}</td><td>出院时间</td><td>{when("discharge_date", out, s, clock(dice, False))}</td></tr>
<tr><td>住院天数</td><td>{(out - came).days} 天</td><td>离院方式</td><td>医嘱离院</td></tr></table>
<dl><dt>入院诊断</dt><dd>{"　".join(f("diagnosis", x) for x in c.first)}</dd>
<dt>入院时情况</dt><dd>患者因“{c.complaint}”入院。查体：T {dice.uniform(36.1, 37.4):.1f}℃，P {dice.randint(64, 98)}次/分，R 19次/分，BP {dice.randint(118, 172)}/{dice.randint(70, 98)}mmHg，神志清，精神{dice.choice(("可", "欠佳"))}，浅表淋巴结未及肿大，双肺呼吸音粗，心律齐，未闻及病理性杂音，腹软，无压痛及反跳痛，肝脾肋下未及，双下肢{dice.choice(("无", "轻度凹陷性"))}水肿。辅助检查（我院门诊 {date_text(came, s)}）：随机血糖 {dice.uniform(7, 19):.1f}mmol/L。</dd>
<dt>诊疗经过</dt><dd>{c.course}。住院期间病情平稳，未发生院内感染及压力性损伤，于{date_text(out - dt.timedelta(days=1), s)}由{doctor(dice)}主任查房，同意次日出院。</dd>
<dt>出院时情况</dt><dd>患者无发热，无胸闷心慌，饮食睡眠可，二便如常。P {dice.randint(62, 88)}次/分，BP {dice.randint(112, 140)}/{dice.randint(66, 86)}mmHg。疗效：好转。</dd>
<dt>出院诊断</dt><dd>{"".join(f"<div>{n}、{f('diagnosis', x)}</div>" for n, (x, _) in enumerate(final, 1))}</dd>
<dt>出院医嘱</dt><dd>1、注意休息，{dice.choice(("低盐低脂", "糖尿病", "优质低蛋白"))}饮食，避免受凉；2、出院带药见出院带药单；3、两周后{ward}门诊（周{dice.choice("一二三四五")}上午 {doctor(dice)}专家门诊）复诊，电话预约0{digits(dice, 3)}-{digits(dice, 8)}；4、如有不适随时就诊。</dd></dl>
<div style="margin:14px 30px 0 300px;line-height:2">主治医师：{f("physician_name", doctor(dice)) if sure else sign("physician", doctor(dice), dice)}<br>住院医师：{f("physician_name", doctor(dice))}<br>{when("sign_date", out, s, clock(dice))}</div>
<div style="position:absolute;bottom:26px;left:0;right:0;text-align:center;font-size:12px">第 1 页</div>"""
    if dice.random() < 0.7:
        body += seal(
            house, "病案复印专用章", at=(430, dice.randint(740, 790)), size=138, turn=dice.uniform(-14, 14)
        )
    css = ".hd{display:flex;justify-content:space-between;border-bottom:2px solid #000;padding:2px 4px}.k td:nth-child(odd){width:88px}.k{margin:4px 0}dl{margin:0}dt{float:left;clear:left;width:98px;font-weight:700}dt:after{content:'：'}dd{margin:0 0 5px 98px}"
    return page(body, css, dice.choice(PRINTS), dice.choice((14, 15)), "40px 56px")


def one_day(dice: random.Random) -> str:
    """The record of a stay under a day: two columns of plain label and value, a copy stamped by the file room."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    out, s = day(dice), dice.choice(STYLES[:6])
    a = p.age_on(out)
    signer = doctor(dice)
    rows = (
        ("姓　　名", f("patient_name", p.name), "出 生 地", f"{p.place.province}{p.place.county}"), ("性　　别", f("sex", p.sex), "民　　族", f("ethnicity", p.ethnicity + "族")),
        ("年　　龄", f("age", a), "婚姻状况", dice.choice(("已婚", "丧偶"))), ("职　　业", dice.choice(("农民", "退(离)休人员", "其他")), "病史陈述者", f"{dice.choice(('患者本人', '患者之女', '患者配偶'))}（可靠）"),
        ("入院日期", when("admission_date", out, s, "08:12"), "出院日期", when("discharge_date", out, s, "20:40")),
    )  # fmt: skip
    grid = "".join(f"<tr><td>{w}</td><td>{x}</td><td>{y}</td><td>{z}</td></tr>" for w, x, y, z in rows)
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12px;color:#333"><span>{f("hospital_name", house)}（{f("hospital_level", level)}）</span><span>病案号 {f("record_number", digits(dice, 7))}</span></div><hr style="border:0;border-top:1px solid #333;margin:2px 0 18px">
<h2 style="font-size:25px">24小时内入、出院记录</h2><table style="margin:16px 0">{grid}</table>
<p><b>主　　诉</b>　{c.complaint}。</p><p><b>入院情况</b>　患者于{dice.randint(2, 9)}年前始出现上述症状，曾在县内外多家医院就诊，诊断“{c.claim}”，长期口服药物（具体不详），今为求进一步治疗，门诊以“{c.first[0]}”收入我科。既往否认“肝炎、结核”等传染病史，否认药物过敏史。</p>
<p><b>入院诊断</b>　{"；".join(f("diagnosis", x) for x in c.first)}</p><p><b>诊治经过</b>　{c.course}。无不良反应。</p>
<p><b>出院情况</b>　一般情况可，生命体征平稳。</p><p style="margin-bottom:0"><b>出院诊断</b></p><div style="padding-left:76px">{"".join(f"<div>{f('diagnosis', x)}</div>" for x, _ in c.final[:2])}</div>
<p><b>出院医嘱</b>　3周后返院复诊；每周查血常规；继续门诊用药。</p>
<div style="text-align:right;line-height:2.1;padding-right:40px;margin-top:26px">医师：{f("physician_name", signer)} / {sign("physician", signer if dice.random() < 0.7 else None, dice)}<br>{when("sign_date", out, s)}</div>
<div style="position:absolute;left:60px;bottom:40px;right:60px;border-top:1px dotted #555;font-size:11px;display:flex;justify-content:space-between"><span>本复印件与原件核对无误</span><span>打印人：{doctor(dice)}（病案室）　打印时间：{date_text(out + dt.timedelta(days=9), "-")} {clock(dice)}</span></div>"""
    body += seal("病案管理科", "复印专用章", shape=dice.choice(("square", "ellipse")), at=(90, 720), size=130, turn=dice.uniform(-8, 8), colour=dice.choice(("red", "blue")))  # fmt: skip
    return page(body, "table td:nth-child(odd){width:92px;font-weight:600}p{margin:0 0 8px;text-align:justify}", dice.choice(PRINTS), 15, "30px 60px")  # fmt: skip


def app_summary(dice: random.Random) -> str:
    """A hospital's mini-program: cards, grey labels left, values right, names masked nowhere but in the number."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    out = day(dice, "2024-01-10")
    came = out - dt.timedelta(days=dice.randint(3, 16))

    def ln(a: object, b: object) -> str:
        return f'<div class="l"><i>{a}</i><b>{b}</b></div>'

    final = c.final[: dice.randint(1, len(c.final))]
    body = f"""<div class="card" style="display:flex;gap:24px;align-items:center"><div style="width:88px;height:88px;border-radius:44px;background:#dbe9ff;text-align:center;line-height:88px;font-size:38px;color:#3b6fd0">{p.name[-1]}</div>
<div><div style="font-size:32px;font-weight:600">{f("patient_name", p.name)} <span style="font-size:24px;font-weight:400;color:#888">{f("sex", p.sex)} | {f("age", p.age_on(came), f"{p.age_on(came)}岁")}</span></div><div class="s">就诊人身份证 {p.id_number[:4]}**********{p.id_number[-4:]}</div></div></div>
<div class="card"><div class="t">住院信息</div>{ln("就诊医院", f("hospital_name", house))}{ln("住院流水号", f("record_number", digits(dice, 10, "ZY")))}{ln("出院科室", f("department", WARDS[CASES.index(c)]))}{ln("入院时间", when("admission_date", came, "-", clock(dice)))}{ln("出院时间", when("discharge_date", out, "-", clock(dice)))}{ln("主管医生", f("physician_name", doctor(dice)))}{ln("责任护士", doctor(dice))}</div>
<div class="card"><div class="t">出院诊断</div>{"".join(f'<div style="padding:6px 0">{"①②③④"[n]} {f("diagnosis", x)}</div>' for n, (x, _) in enumerate(final))}</div>
<div class="card"><div class="t">治疗经过</div><div>{c.course}，症状缓解。</div></div>
<div class="card"><div class="t">出院指导</div><div>规律作息，按时服药，戒烟限酒；{dice.choice(("1个月", "2周", "3个月"))}后来院复查。</div></div>
<div class="s" style="text-align:center;padding:8px 60px">以上内容仅供参考，以医院盖章的纸质病历为准<br>{dice.choice(("由健康无锡提供技术支持", "浙里办 · 互联网+医疗健康", "粤健通", "掌上医院 v6.3.1"))}</div>
<div style="position:absolute;bottom:0;left:0;right:0;background:#fff;display:flex;gap:20px;padding:20px 26px;border-top:1px solid #eee"><div style="flex:1;border:2px solid #1677ff;color:#1677ff;border-radius:50px;text-align:center;padding:14px">费用清单</div><div style="flex:1;background:#1677ff;color:#fff;border-radius:50px;text-align:center;padding:14px">申请复印病历</div></div>"""
    return phone(dice.choice(("出院小结", "住院详情", "出院记录详情")), body, dice)


def box(text: str) -> str:
    """A digit in its box, as front pages want."""
    return f'<span style="display:inline-block;border:1px solid #000;width:16px;height:16px;line-height:15px;text-align:center;font-size:12px">{text}</span>'


def front(dice: random.Random, tcm: bool) -> str:
    """The national front page, in the western or the Chinese-medicine form."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    out, ward = day(dice), WARDS[CASES.index(c)]
    came = out - dt.timedelta(days=dice.randint(5, 21))
    q = p.place

    def u(x: object) -> str:
        return f'<span class="u">{x}</span>'

    final = c.final[: dice.randint(2, len(c.final))]
    pay = ("1", "2")[p.insurance == "resident"] if dice.random() < 0.8 else "7"
    native = u(f"{q.province}") + u(q.city)
    dx = [("主要诊断" if n == 0 else "其他诊断" if n == 1 else "", f("diagnosis", x), code) for n, (x, code) in enumerate(final)]  # fmt: skip
    dx += [("", "", "")] * (7 - len(dx))
    rows = "".join(f"<tr><td>{a}{'：' * bool(a)}</td><td>{b}</td><td>{k}</td><td>{dice.choice('1124') if b else ''}</td></tr>" for a, b, k in dx)  # fmt: skip
    if tcm:
        z = TCM[CASES.index(c)]
        rows = f"<tr><td>主病：</td><td>{f('diagnosis', z[0])}</td><td>{z[2]}</td><td>1</td></tr><tr><td>主证：</td><td>{z[1]}</td><td>BZ{digits(dice, 4)}</td><td>1</td></tr>" + rows  # fmt: skip
    docs = [("科主任", 1), ("主任（副主任）医师", 1), ("主治医师", 1), ("住院医师", 1), ("责任护士", 0), ("进修医师", 0), ("实习医师", 0), ("编码员", 0)]  # fmt: skip
    cells = ""
    sex = f(
        "sex",
        p.sex,
        "1" if p.sex == "男" else "2",
        style="display:inline-block;border:1px solid #000;width:16px;height:16px;line-height:15px;text-align:center;font-size:12px",
    )
    for n, (role, doc) in enumerate(docs):
        who_ = doctor(dice) if n < 5 or n == 7 else ""
        cells += f'<span style="display:inline-block;width:25%">{role} {f("physician_name", who_) if doc else who_ or "-"}</span>'
    body = f"""<div style="position:absolute;left:36px;top:10px">{bars(dice, 130, 22)}</div><div class="c" style="font-size:15px">医疗机构 {u(f("hospital_name", house))}（组织机构代码： {u(digits(dice, 8) + "-" + digits(dice, 1))} ）</div>
<div class="c" style="font-size:25px;font-weight:700;letter-spacing:4px">{"中 医 住 院 病 案 首 页" if tcm else "住 院 病 案 首 页"}</div>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式：{box(pay)}</span><span>健康卡号：{u(f("card_number", digits(dice, 12, "3")) if dice.random() < 0.4 else "-")}</span><span>第 {u(dice.randint(1, 9))} 次住院</span><span>病案号：{u(f("record_number", digits(dice, 7)))}</span></div>
<div class="b">姓名{u(f("patient_name", p.name))} 性别{sex} 1.男 2.女　出生日期{u(when("birth_date", p.born, "年"))} 年龄{u(f("age", p.age_on(came), f"{p.age_on(came)}岁"))} 国籍{u("中国")}<br>
（年龄不足1周岁的）年龄{u("-")}月　新生儿出生体重{u("-")}克　新生儿入院体重{u("-")}克<br>
出生地{native}{u(q.county)}　籍贯{native}　民族{u(f("ethnicity", p.ethnicity + "族"))}<br>
身份证号{u(f("id_number", p.id_number))} 职业{u(dice.choice(("农民", "退(离)休人员", "职员", "个体经营者")))} 婚姻{box(dice.choice("23"))} 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他<br>
现住址{u(f("address", home(p)))} 电话{u(f("phone", p.phone))} 邮编{u(digits(dice, 6))}<br>户口地址{u(f"{q.province}{q.city}{q.county}户籍所在村居委会")} 邮编{u("-")}<br>
工作单位及地址{u(dice.choice(("无", "-", f"{q.county}供销合作社")))} 单位电话{u("-")} 邮编{u("-")}<br>
联系人姓名{u(doctor(dice))} 关系{u(dice.choice(("子女", "配偶", "其他")))} 地址{u(f"{q.county}同上")} 电话{u("13" + digits(dice, 9))}<br>
入院途径{box("2")} 1.急诊 2.门诊 3.其他医疗机构转入 9.其他{"　治疗类别" + box("2.1"[:1]) + " 1.中医 2.中西医 3.西医" if tcm else ""}<br>
入院时间{u(when("admission_date", came, "年"))}{u(dice.randint(7, 18))}时　入院科别{u(ward)} 病房{u(dice.randint(1, 30))} 转科科别{u("-")}<br>
出院时间{u(when("discharge_date", out, "年"))}{u(dice.randint(8, 16))}时　出院科别{u(f("department", ward))} 病房{u(dice.randint(1, 30))} 实际住院{u((out - came).days)}天<br>
门（急）诊诊断{"（西医诊断）" if tcm else ""}{u(f("diagnosis", c.first[0]))}　疾病编码{u("")}</div>
<table class="g" style="margin:4px 0"><tr class="c"><th style="width:84px"></th><th class="c">{"出院中、西医诊断" if tcm else "出院诊断"}</th><th style="width:130px" class="c">疾病编码</th><th style="width:64px;font-size:11px">入院病情</th></tr>{rows}</table>
<div style="font-size:11px">入院病情：1.有，2.临床未确定，3.情况不明，4.无</div>
<div class="b">损伤、中毒的外部原因{u("-")} 疾病编码{u("-")}<br>病理诊断：{u("-")} 疾病编码{u("-")} 病理号{u("-")}<br>
药物过敏{box(dice.choice("12"))} 1.无 2.有，过敏药物：{u("-")}　死亡患者尸检{box("-")} 1.是 2.否<br>血型{box(dice.choice("12346"))} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh{box("2")} 1.阴 2.阳 3.不详 4.未查<br>{cells}<br>
病案质量{box("1")} 1.甲 2.乙 3.丙　质控医师 {u(f("physician_name", doctor(dice)))} 质控护士 {u(doctor(dice))} 质控日期 {u(date_text(out + dt.timedelta(days=3), "年"))}</div>
<div style="position:absolute;right:36px;bottom:16px;font-size:10px">{digits(dice, 6)}/上传状态：已上传</div>"""
    if dice.random() < 0.5:
        body += seal(house, "病案室", at=(560, 900), size=130, turn=dice.uniform(-20, 20))
    css = ".u{display:inline-block;border-bottom:1px solid #000;min-width:30px;padding:0 5px;line-height:1.25;margin:0 2px;font-weight:400}.b{line-height:2.05;font-weight:400}.g td{height:30px;padding:1px 5px}"
    return page(body, css, dice.choice((SONG, UMING, ZEN)), 13, "40px 36px")


TEMPLATES: dict[str, Template] = {
    "delta-discharge_summary-emrgrid": Template("discharge_summary", 794, 1123, emr_grid),
    "delta-discharge_summary-oneday": Template("discharge_summary", 794, 1123, one_day),
    "delta-discharge_summary-miniprogram": Template("discharge_summary", 750, 1900, app_summary),
    "delta-inpatient_front_page-western": Template(
        "inpatient_front_page", 794, 1123, lambda d: front(d, False)
    ),
    "delta-inpatient_front_page-tcm": Template("inpatient_front_page", 794, 1123, lambda d: front(d, True)),
}
