"""Discharge records of a university hospital, a county hospital (24 hours), a TCM hospital, an army hospital."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign


def university(dice: random.Random) -> str:
    """Northeast: bold headings run into prose, physicians of three ranks in print, page foot with print time."""
    p, c = rb.someone(dice, rb.LIAONING), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    s = dice.choice(("-", "年0"))
    boss, chief, house = rb.names(dice, 3)
    number = rb.digits(dice, 10, "000" + dice.choice("123"))
    ward = dice.choice(("一", "二", "三"))
    dx = c.diagnoses[: dice.randint(2, 4)]
    drugs = "；".join(f"{m[0]} {m[2]}" for m in c.medicines[: dice.randint(2, 4)])
    home = f"<td>现住址：{f('address', p.address)}</td>" if dice.random() < 0.6 else "<td>现住址：</td>"
    body = f"""
<div style="display:flex;align-items:center;justify-content:center;border-bottom:2px solid #111;padding-bottom:6px">
<svg width="50" height="50" style="margin-right:14px"><circle cx="25" cy="25" r="23" fill="none" stroke="#14508c" stroke-width="2"/><path d="M25 9v32M9 25h32" stroke="#14508c" stroke-width="9"/></svg>
<div><div style="font-size:25px;letter-spacing:4px;font-family:{KAI}">{f("hospital_name", "辽沈医科大学附属第二医院")}</div>
<div style="font-size:11px;text-align:center;letter-spacing:0">The Second Affiliated Hospital of Liaoshen Medical University</div></div></div>
<h2 style="font-size:22px;letter-spacing:10px;margin:10px 0 4px">出院记录</h2>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid #111;font-size:13px">
<span>姓名：{f("patient_name", p.name)}</span><span>科室：{f("department", c.department)}</span><span>病区：{c.department[:2]}{ward}病房</span><span>床号：{dice.randint(1, 62):02d}</span><span>住院号：{f("record_number", number)}</span></div>
<table style="margin:8px 0;line-height:1.9"><tr><td style="width:25%">性别：{f("sex", p.sex)}</td><td style="width:25%">年龄：{f("age", p.age_on(came), f"{p.age_on(came)}岁")}</td><td>民族：{f("ethnicity", p.ethnicity + "族")}</td></tr>
<tr><td colspan=2>入院时间：{rb.when("admission_date", came, s, rb.clock(dice))}</td><td>出院时间：{rb.when("discharge_date", left, s, rb.clock(dice))}</td></tr>
<tr><td colspan=2>住院天数：{days}天</td>{home}</tr></table>
<div style="text-align:justify">
<p><b>入院诊断：</b>{c.diagnoses[0].split("（")[0]}？</p>
<p><b>出院诊断：</b>{rb.listed(dx, "{}、", "  ")}</p>
<p><b>入院时主要症状及体征：</b>{c.complaint}入院。{c.exam}</p>
<p><b>主要化验及特殊检查结果：</b>{c.tests}</p>
<p><b>诊疗经过：</b>{c.course}</p>
<p><b>合并症：</b>无</p>
<p><b>出院时情况：</b>{c.left}切口愈合等级：—</p>
<p><b>治疗效果：</b>治愈□　好转☑　未愈□　死亡□　其他□</p>
<p><b>出院医嘱：</b>1.{c.advice}　2.出院带药：{drugs}。　3.复诊：携此记录及检查资料到我院门诊就诊，预约电话 024-6200{dice.randint(1000, 9999)}。</p></div>
<div style="text-align:right;margin-top:22px;line-height:2">{f("physician_title", "主任医师")}：{f("physician_name", boss)}　{f("physician_title", "主治医师")}：{f("physician_name", chief)}　{f("physician_title", "住院医师")}：{f("physician_name", house)}<br>{rb.when("sign_date", left, s, rb.clock(dice))}</div>
<div style="position:absolute;bottom:26px;left:60px;right:60px;border-top:1px solid #111;font-size:11px;display:flex;justify-content:space-between"><span>地址：沈阳市和平区三好北街 邮编：110004</span><span>第 1 页 共 1 页</span><span>打印人：{dice.choice(("病案室", "自助机03", "护士站"))} {left + dt.timedelta(days=dice.randint(0, 40))} {rb.clock(dice, True)}</span></div>"""
    if dice.random() < 0.6:
        body += seal(
            "辽沈医科大学附属第二医院", "病案专用章", size=140, at=(560, 800), turn=dice.uniform(-20, 20)
        )
    return page(body, "p{margin:3px 0}", dice.choice((SONG, SONG, HEI)), dice.choice((13, 14)), "40px 60px")


def day(dice: random.Random) -> str:
    """Guizhou: the 24-hour admission and discharge record, a grid with unit and reliability of the teller."""
    p, c = rb.someone(dice, rb.GUIZHOU), dice.choice(rb.CASES)
    came, left, _ = rb.stay(dice, 0, 1)
    doctor, other = rb.names(dice, 2)
    job = dice.choice(("农民", "退休人员", "务工", "无业", "个体"))
    dx = c.diagnoses[: dice.randint(1, 3)]
    s = dice.choice(("年 ", "-1", "."))

    def lab(t: Any) -> str:
        return f'<td class="c" style="width:13%;background:{shade}">{t}</td>'

    shade = dice.choice(("#fff", "#f1f1f1"))
    signed = sign("physician", doctor, dice) if dice.random() < 0.7 else sign("physician", None, dice)

    def big(t: Any, x: Any, h: Any) -> str:
        return f'<tr><td class="c" style="background:{shade}">{t}</td><td colspan=5 style="height:{h}px;vertical-align:top">{x}</td></tr>'

    body = f"""
<h1 style="font-size:24px;font-weight:400">{f("hospital_name", "黄平县第三人民医院")}</h1>
<h2 style="font-size:20px">24小时内入出院记录</h2>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>科别 {rb.line(f("department", dice.choice((c.department, "急诊科", "综合内科"))), 130)}</span><span>床号 {rb.line("加" + str(dice.randint(1, 9)) if dice.random() < 0.4 else str(dice.randint(1, 48)), 40)}</span><span>住院号 {rb.line(f("record_number", rb.digits(dice, 8, f"{came:%y}")), 110)}</span></div>
<table class="g" style="margin-top:4px"><tr>{lab("姓　　名")}<td>{f("patient_name", p.name)}</td>{lab("性　　别")}<td>{f("sex", p.sex)}</td>{lab("年　　龄")}<td>{f("age", p.age_on(came), f"{p.age_on(came)} 岁")}</td></tr>
<tr>{lab("民　　族")}<td>{f("ethnicity", p.ethnicity)}</td>{lab("婚　　姻")}<td>{dice.choice(("已婚", "丧偶", "离婚"))}</td>{lab("职　　业")}<td>{job}</td></tr>
<tr>{lab("家庭住址")}<td colspan=3>{f("address", f"{p.place.county}{dice.choice(('旧州镇草芦坪村', '谷陇镇大寨村', '新州镇城北社区'))}{dice.randint(1, 12)}组")}</td>{lab("联系电话")}<td>{f("phone", p.phone)}</td></tr>
<tr>{lab("病史陈述者")}<td>{dice.choice(("患者本人", "患者之子", "患者配偶"))}</td>{lab("可靠程度")}<td>可靠</td>{lab("记录时间")}<td>{rb.when("report_date", left, s)}</td></tr>
<tr>{lab("入院时间")}<td colspan=2>{rb.when("admission_date", came, s, rb.clock(dice))}</td>{lab("出院时间")}<td colspan=2>{rb.when("discharge_date", left, s, rb.clock(dice))}</td></tr>
{big("主　　诉", c.complaint + "。", 34)}{big("入院情况", c.history + "既往史：" + c.past + "查体：" + c.exam, 180)}
{big("入院诊断", c.diagnoses[0], 30)}{big("诊疗经过", "入院后急查：" + c.tests + "向患者及家属交代病情，建议继续住院治疗，患者及家属因" + dice.choice(("经济原因", "个人原因", "要求转上级医院进一步诊治")) + "要求出院，反复劝说无效，签字后办理出院。", 120)}
{big("出院情况", "患者" + dice.choice(("病情同前", "诉症状稍缓解")) + "，生命体征平稳。", 40)}{big("出院诊断", rb.listed(dx, "{}．"), 60)}
{big("出院医嘱", "1、建议到上级医院（" + dice.choice(("黔东南州人民医院", "贵州医科大学附属医院")) + "）继续治疗；<br>2、" + c.advice, 64)}</table>
<div style="display:flex;justify-content:space-between;margin-top:16px;position:relative"><span>上级医师签名：{sign("physician", None if dice.random() < 0.5 else other, dice)}</span><span>经治医师签名：{signed}</span></div>
<div style="font-size:12px;margin-top:26px">注：患者入院不足24小时出院的，可以书写24小时内入出院记录，由经治医师在患者出院后24小时内完成。</div>"""
    return page(body, "", dice.choice((SONG, HEI)), 14, "44px 56px")


def tcm(dice: random.Random) -> str:
    """Gansu, hospital of Chinese medicine: two sorts of diagnoses side by side, four examinations, a decoction."""
    p, c = rb.someone(dice, rb.GANSU), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice, 8, 21)
    s = dice.choice(("年", "年0"))
    a, b = rb.names(dice, 2)
    dx = c.diagnoses[: dice.randint(1, 3)]
    herbs = "　".join(
        f"{h}{dice.choice((6, 9, 10, 12, 15, 30))}g"
        for h in dice.sample(
            (
                "黄芪",
                "党参",
                "炒白术",
                "茯苓",
                "当归",
                "川芎",
                "赤芍",
                "丹参",
                "陈皮",
                "法半夏",
                "桃仁",
                "红花",
                "地龙",
                "牛膝",
                "山萸肉",
                "炙甘草",
                "熟地黄",
            ),
            11,
        )
    )
    disease, kind = c.chinese
    grade = (
        f'<div class="c" style="font-size:14px">（{f("hospital_level", "三级乙等", dice.choice(("三级乙等", "三级乙等中医医院")))}）</div>'
        if dice.random() < 0.6
        else ""
    )
    body = f"""
<h1 style="font-size:27px;letter-spacing:6px;font-family:{KAI}">{f("hospital_name", "陇西县第二中医医院")}</h1>{grade}
<h2 style="font-size:21px;letter-spacing:14px">出院小结</h2>
<table style="margin:8px 0;border-top:1px solid;border-bottom:1px solid"><tr><td>姓　　名　{f("patient_name", p.name)}</td><td>性别　{f("sex", p.sex)}</td><td>年龄　{f("age", p.age_on(came), f"{p.age_on(came)}岁")}</td><td>病案号　{f("record_number", "ZY" + rb.digits(dice, 6, "0"))}</td></tr>
<tr><td>科　　室　{f("department", dice.choice(("脑病科", "肺病科", "脾胃病科", "内分泌科", "心病科", "针灸推拿科")))}</td><td colspan=2>籍贯　甘肃陇西</td><td>职业　{dice.choice(("农民", "教师", "退（离）休人员"))}</td></tr>
<tr><td colspan=2>入院日期　{rb.when("admission_date", came, s)}</td><td colspan=2>出院日期　{rb.when("discharge_date", left, s)}　共住院 {days} 天</td></tr></table>
<table class="g"><tr><th class="c" style="width:12%"></th><th class="c" style="width:44%">入　院　诊　断</th><th class="c">出　院　诊　断</th></tr>
<tr><td class="c">中　医</td><td>{disease}<br>　　{kind}</td><td>{f("diagnosis", disease)}<br>　　{kind}</td></tr>
<tr><td class="c">西　医</td><td style="vertical-align:top">1.{dx[0]}</td><td>{rb.listed(dx, "{}.")}</td></tr></table>
<div style="text-align:justify;margin-top:6px"><p>　　患者因“{c.complaint}”入院。入院症见：{c.complaint.split("，")[-1]}，神疲乏力，纳差，夜寐欠安，{dice.choice(("大便干", "大便溏薄"))}，小便{dice.choice(("调", "清长", "频数"))}，舌{dice.choice(("淡红", "暗红，有瘀点", "质红"))}，苔{dice.choice(("薄白", "黄腻", "白腻"))}，脉{dice.choice(("弦细", "沉细", "滑数", "细涩"))}。查体：{c.exam}</p>
<p>　　辅助检查：{c.tests}</p><p>　　诊治经过：中医以{dice.choice(("益气活血", "化痰通络", "健脾利湿", "滋补肝肾"))}为法，方药组成：</p>
<div style="margin:2px 40px;font-family:{KAI};border:1px dashed #666;padding:4px 10px">{herbs}<br>水煎服，日一剂，早晚温服。配合针刺、艾灸、中药熏洗等中医适宜技术。</div><p>　　西医{c.course}</p>
<p>　　出院情况：{c.left}舌淡红，苔薄白，脉弦。</p>
<p>　　疗效评定：{dice.choice(("好转", "显效", "有效"))}</p>
<p>　　出院医嘱：（1）畅情志，慎起居，避风寒；（2）{c.advice}（3）带药：{"、".join(m[0] for m in c.medicines[:3])}各1盒，按说明服用。</p></div>
<div style="position:relative;margin-top:26px;line-height:2.1;padding-left:330px">副主任医师签字：{sign("physician", a, dice)}<br>住院医师签字：{sign("physician", b, dice)}<br>日　　期：{rb.when("sign_date", left, "年 ")}
{seal("陇西县第二中医医院", "出院专用章", size=132, at=(430, -6), turn=dice.uniform(-15, 15)) if dice.random() < 0.75 else ""}</div>"""
    return page(body, "p{margin:2px 0}", SONG, 14, "44px 58px")


def army(dice: random.Random) -> str:
    """Army hospital: typewriter columns, ID number beside the record's, rank and charge, everything left-aligned."""
    p, c = rb.someone(dice, rb.HUBEI), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    a, b = rb.names(dice, 2)
    dx = c.diagnoses[: dice.randint(1, 4)]
    kind = dice.choice((None, p.insurance))
    charge = (
        f("insurance_type", kind, "武汉医保（职工）" if kind == "employee" else "城乡居民医保")
        if kind
        else dice.choice(("地方自费", "军队离休"))
    )
    hospital = f("hospital_name", f"中国人民解放军中部战区第{dice.choice(('九七', '九四', '八九'))}二医院")
    drugs = "".join(
        f"<tr><td>{n}) {m[0]}</td><td>{m[1]}</td><td>{m[2]}</td><td>×{dice.randint(1, 4)}盒</td></tr>"
        for n, m in enumerate(c.medicines, 1)
    )
    body = f"""
<div style="font-size:20px;font-weight:600;text-align:center">{hospital}</div><div style="font-size:17px;text-align:center;letter-spacing:20px;margin-bottom:4px">出院小结</div>
<div style="border-bottom:2px solid;display:grid;grid-template-columns:1.1fr .7fr .8fr 1.2fr 1.3fr;white-space:nowrap"><span>姓名 {f("patient_name", p.name)}</span><span>性别 {f("sex", p.sex)}</span><span>年龄 {f("age", p.age_on(came))}岁</span><span>ID号 {f("record_number", rb.digits(dice, 8, "M6"))}</span><span>住院号 {f("record_number", rb.digits(dice, 6, "5"))}</span></div>
<div style="display:grid;grid-template-columns:1fr 1fr;margin-top:8px"><span>出生日期：{rb.when("birth_date", p.born, "-")}</span><span>身　　份：{dice.choice(("地方人员", "一般人员", "职工"))}</span><span>费　　别：{charge}</span><span>工作单位：{dice.choice(("武汉铁路局", "无", "自由职业者", "湖北江南电机厂"))}</span>
<span>入院科室：{f("department", c.department)}</span><span>出院科室：{f("department", c.department)}</span><span>入院日期：{rb.when("admission_date", came, "-", rb.clock(dice))}</span><span>出院日期：{rb.when("discharge_date", left, "-", rb.clock(dice))}</span><span>住院日数：{days}</span><span>入院病情：{dice.choice(("一般", "急", "危重"))}</span></div>
<dl><dt>一、入院诊断</dt><dd>{"；".join(dx[:1])}</dd><dt>二、出院诊断</dt><dd>{rb.listed(dx, "{}. ")}</dd><dt>三、病史摘要</dt><dd>患者{p.name}，{c.complaint}入院。{c.history}</dd><dt>四、检查结果</dt><dd>{c.tests}</dd><dt>五、治疗经过</dt><dd>{c.course}</dd><dt>六、手术及操作</dt><dd>{dice.choice(("无", "未行手术", "—"))}</dd><dt>七、出院时情况</dt><dd>{c.left}</dd><dt>八、出院医嘱</dt><dd>{c.advice}</dd><dt>九、出院带药</dt><dd><table>{drugs}</table></dd></dl>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>病人（家属）签收：__________</span><span>主管医生：{f("physician_name", a)} {f("physician_title", "主治医师")}</span><span>上级医师：{f("physician_name", b)} {f("physician_title", "副主任医师")}</span></div>
<div style="margin-top:6px;text-align:right">{rb.when("sign_date", left, "-")}</div>
<div style="position:absolute;bottom:30px;left:50px;right:50px;font-size:11px;text-align:center">- 1 -<br>军字一号医院信息系统　咨询电话：027-5077{dice.randint(1000, 9999)}</div>"""
    font = dice.choice(("'Noto Sans Mono CJK SC'", "'WenQuanYi Zen Hei Mono'", SONG))
    return page(
        body,
        "dt{font-weight:600}dd{margin:0 0 2px 28px}dl{margin:6px 0}dd td{padding:0 4px}",
        font,
        13,
        "38px 50px",
    )


TEMPLATES: dict[str, Template] = {
    "river-discharge-university": Template("discharge_summary", 794, 1123, university),
    "river-discharge-day": Template("discharge_summary", 794, 1123, day),
    "river-discharge-tcm": Template("discharge_summary", 794, 1123, tcm),
    "river-discharge-army": Template("discharge_summary", 794, 1123, army),
}
