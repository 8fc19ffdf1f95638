"""Out-patient papers: a telephone's record, half a sheet in two languages, certificates with a stub or for a bureau, a long prescription."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, checkbox, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on, told, under

UMING = "'AR PL UMing CN',serif"
_DRUGS = (
    ("缬沙坦氨氯地平片（Ⅰ）", "80mg/5mg×28片", "1片", "每日一次"), ("达格列净片", "10mg×30片", "10mg", "每日一次"), ("恩替卡韦胶囊", "0.5mg×28粒", "0.5mg", "每晚一次"),
    ("吲达帕胺缓释片", "1.5mg×30片", "1.5mg", "每日一次"), ("噻托溴铵粉吸入剂", "18μg×30粒", "18μg", "每日一次"), ("硫酸氢氯吡格雷片", "75mg×14片", "75mg", "每日一次"), ("格列美脲片", "2mg×60片", "2mg", "每日一次"), ("多巴丝肼片", "0.25g×40片", "0.125g", "每日三次"),
)  # fmt: skip


def _telephone(dice: random.Random) -> str:
    """An out-patient record on a telephone: no boxes, grey heads over each passage, the doctor in a card at the top."""
    a = t.who(dice, "粤", 25)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    name, title = t.doctor(dice), dice.choice(("主任医师", "副主任医师", "主治医师"))
    part: Callable[..., str] = lambda k, v: (
        f'<div style="background:#fff;padding:11px 18px;margin-bottom:8px"><div style="color:#8c8c8c;font-size:14px">{k}</div><div>{v}</div></div>'
    )
    drugs = dice.sample(_DRUGS, 2)
    return page(
        f"""<div style="background:#fff;padding:10px 18px 6px;border-bottom:1px solid #eee"><div style="display:flex;justify-content:space-between;font-size:14px"><span>{t.clock(dice)}</span><span>▂▄▆ {dice.randint(20, 98)}%</span></div><div class="c" style="font-size:18px;padding:6px 0">门诊病历</div></div>
<div style="background:linear-gradient(90deg,#3aa1ff,#36cbcb);color:#fff;padding:14px 18px;margin-bottom:8px"><div style="font-size:19px">{f("physician_name", name)}　<span style="font-size:14px">{f("physician_title", title)}</span></div><div style="font-size:14px">{f("hospital_name", home)}　|　{f("department", one.ward.split("（", maxsplit=1)[0] + "门诊")}</div></div>
{part("就诊人", f"{f('patient_name', a.name)}　{f('sex', a.sex)}　{f('age', a.age(day), f'{a.age(day)}岁')}")}{part("就诊时间", on("visit_date", day, dice.choice(("-", "年0", ".")), t.clock(dice)))}{part("门诊号", f("record_number", t.digits(dice, 10)))}{part("主诉", one.complaint)}{part("现病史", one.story)}{part("既往史 / 过敏史", dice.choice(("否认药物、食物过敏史", "青霉素过敏", "否认")))}{part("体格检查", f"血压 {dice.randint(112, 172)}/{dice.randint(64, 102)}mmHg，心率 {dice.randint(58, 102)}次/分")}
{part("诊断", "".join(f"<div>{f('diagnosis', n)}</div>" for n in names))}{part("处理意见", "；".join(f"{d[0]} {d[2]} {d[3]}" for d in drugs) + "；4周后复诊")}""",
        "body{background:#f5f5f5}",
        font=HEI,
        size=16,
        pad="0",
    )


def _two_languages(dice: random.Random) -> str:
    """Half a sheet upright with English beside each label, vital signs in boxes, the doctor's printed name and number."""
    a = t.who(dice, "粤", 20)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    name = t.doctor(dice)
    head: Callable[..., str] = lambda k, e: (
        f'<b style="font-weight:600">{k}</b> <i style="font-size:10px;color:#666">{e}</i>'
    )
    part: Callable[..., str] = lambda k, e, v: (
        f'<div style="margin-top:6px">{head(k, e)}<div style="padding-left:1em">{v}</div></div>'
    )
    vital = "".join(
        f'<td class="c">{k}<br>{v}</td>'
        for k, v in (
            ("T ℃", f"36.{dice.randint(2, 9)}"),
            ("P bpm", dice.randint(58, 104)),
            ("R /min", dice.randint(14, 21)),
            ("BP mmHg", f"{dice.randint(110, 174)}/{dice.randint(64, 104)}"),
            ("SpO2 %", dice.randint(93, 99)),
        )
    )
    first = dice.random() < 0.5
    return page(
        f"""<div class="c" style="font-size:19px;font-weight:600">{f("hospital_name", home)}</div><div class="c" style="font-size:12px;margin-bottom:4px">门诊病历 OUTPATIENT MEDICAL RECORD</div>
<div style="border:1px solid #333;padding:4px 8px;display:grid;grid-template-columns:1.25fr .75fr .9fr;font-size:13px">
<span>{head("姓名", "Name")} {f("patient_name", a.name)}</span><span>{head("性别", "Sex")} {f("sex", a.sex)}</span><span>{head("年龄", "Age")} {f("age", a.age(day))}</span><span>{head("门诊号", "OPD No.")} {f("record_number", t.digits(dice, 8))}</span><span>{head("费别", "Pay")} {told("insurance_type", a.kind, "职工医保" if a.kind == "employee" else "居民医保")}</span><span>{head("类型", "Type")} {checkbox(first)}初诊 {checkbox(not first)}复诊</span><span>{head("科室", "Dept.")} {f("department", dice.choice(("老年病门诊", "心血管专科门诊", "慢病管理门诊", "内科")))}</span><span style="grid-column:2/4">{head("就诊日期", "Date")} {on("visit_date", day, dice.choice(("-", "/")), t.clock(dice))}</span></div>
<table class="g" style="margin-top:5px;font-size:12px"><tr>{vital}</tr></table>{part("主诉", "Chief Complaint", one.complaint)}{part("现病史", "HPI", one.story)}{part("既往史", "PMH", dice.choice(("无特殊。", "高血压病史多年。", "胆囊切除术后。")))}{part("体格检查", "P.E.", "神清，双肺未闻及明显啰音，腹软，双下肢无浮肿。")}{part("诊断", "Diagnosis", "".join(f"<div>{n}. {f('diagnosis', x)}</div>" for n, x in enumerate(names, 1)))}{part("处理", "Management", f"1. {dice.choice(_DRUGS)[0]} 口服；2. 监测血压、血糖；3. 1月后复诊。")}
<div style="position:absolute;left:34px;right:34px;bottom:24px;border-top:1px solid #333;padding-top:5px;display:flex;justify-content:space-between"><span>{head("医生", "Doctor")} {f("physician_name", name)}（工号 {t.digits(dice, 4)}）</span><span>{head("签名", "Signature")} {sign("physician", name if dice.random() < 0.75 else None, dice, 90)}</span></div>""",
        font=dice.choice((HEI, MICRO, SONG)),
        size=14,
        pad="22px 34px",
    )


def _stub(dice: random.Random) -> str:
    """疾病诊断证明书 with a stub at its left and a seal across the line between them."""
    a = t.who(dice, "冀", 28)
    home, _ = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    name = t.doctor(dice)
    number = f"{day.year}{dice.randint(10, 9999):05d}"
    record = t.digits(dice, 7)
    rest = dice.choice((7, 14, 30))
    style = dice.choice(("年 ", "年0"))
    left = f"""<div style="width:272px;padding-right:18px;line-height:2"><div class="c b" style="font-size:16px">诊断证明书存根</div><div style="text-align:right;font-size:12px">证字第 {number} 号</div><div>姓名：{f("patient_name", a.name)}</div><div>性别：{f("sex", a.sex)}　年龄：{f("age", a.age(day))}</div><div>科别：{f("department", one.ward)}</div><div>诊断：{fs("diagnosis", names, "、")}</div><div>开具医师：{f("physician_name", name)}</div><div>{on("issue_date", day, style)}</div></div>"""
    right = f"""<div style="flex:1;border-left:1px dashed #666;padding-left:26px;line-height:1.95;position:relative"><div class="c" style="font-size:20px;font-weight:600">{f("hospital_name", home)}</div><div class="c" style="font-size:20px;letter-spacing:6px">诊断证明书</div><div style="text-align:right;font-size:12px">证字第 {number} 号</div>
<div>姓名 {under(f("patient_name", a.name), 84)} 性别 {under(f("sex", a.sex), 40)} 年龄 {under(f("age", a.age(day), f"{a.age(day)}岁"), 50)} 门诊/住院号 {under(f("record_number", record), 90)}</div><div>身份证号 {under(f("id_number", a.number), 190)} 科别 {under(f("department", one.ward), 160)}</div><div>住址 {under(f("address", a.address), 480, "text-align:left")}</div>
<div style="min-height:92px">临床诊断：{fs("diagnosis", names, "　", len(names) > 1)}</div><div style="min-height:56px">处理意见：{dice.choice((f"建议休息{rest}天，门诊随诊。", "需长期服药治疗，定期复查。", "建议继续专科治疗。"))}</div><div style="display:flex;justify-content:space-between"><span>医师签章：{f("physician_name", name)} {sign("physician", name, dice, 84)}</span><span>{on("issue_date", day, style)}</span></div><div style="font-size:12px;color:#444">注：①本证明加盖公章有效，涂改无效；②不作司法鉴定、工伤评残依据。</div>{seal(home, "门诊部", size=126, at=(-64, 120), turn=dice.uniform(-20, 20), ink=0.6)}{seal(home, "诊断证明专用章", size=130, at=(440, 234), turn=dice.uniform(-10, 10), ink=0.6)}</div>"""
    return page(
        f'<div style="display:flex">{left}{right}</div>',
        font=dice.choice((SONG, UMING, KAI)),
        size=15,
        pad="34px 40px",
    )


def _bureau(dice: random.Random) -> str:
    """Xinjiang: a certificate made for chronic disease status, disease and code, grade of the house, head of ward beside the doctor."""
    a = t.who(dice, "新", 32)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    first, second = t.doctor(dice), t.doctor(dice)
    line: Callable[..., str] = lambda *pairs: (
        "<tr style='height:42px'>"
        + "".join(f'<td style="width:104px;background:#f6f6f2">{k}</td><td>{v}</td>' for k, v in pairs)
        + "</tr>"
    )
    wide: Callable[..., str] = lambda k, v, h: (
        f'<tr><td style="background:#f6f6f2">{k}</td><td colspan="3" style="height:{h}px;vertical-align:top;padding:8px;line-height:1.8">{v}</td></tr>'
    )
    files = "".join(
        checkbox(dice.random() < 0.5) + x + "　"
        for x in ("住院病历", "门诊病历", "化验单", "影像报告", "病理报告")
    )
    return page(
        f"""<div class="c" style="font-size:22px;font-weight:600">{f("hospital_name", home)}</div><div class="c" style="font-size:20px;font-weight:600;margin:4px 0 12px">疾病诊断证明书（门诊慢特病专用）</div>
<table class="g">{line(("患者姓名", f("patient_name", a.name)), ("性　　别", f("sex", a.sex)))}{line(("年　　龄", f("age", a.age(day), f"{a.age(day)} 岁")), ("民　　族", f("ethnicity", dice.choice(("汉", "回", "哈萨克", "维吾尔")))))}{line(("公民身份<br>号　　码", f("id_number", a.number)), ("联系方式", f("phone", a.person.phone)))}{line(("就诊科室", f("department", one.ward)), ("病案号", f("record_number", t.digits(dice, 9))))}{line(("医院等级", f("hospital_level", level)), ("就诊日期", on("visit_date", t.after(day, -dice.randint(0, 5)), "-")))}
{wide("病史及检查", f"{one.complaint}。{one.story}", 150)}{wide("诊断结果", "<br>".join(f"{n}．{f('diagnosis', x)}" for n, x in enumerate(names, 1)), 100)}{wide("治疗建议", dice.choice(("需长期门诊药物治疗，定期监测。", "建议纳入门诊慢特病管理，规范用药。")), 60)}{wide("附件材料", files, 36)}</table>
<div style="margin-top:26px;line-height:2.3">诊断医师：{f("physician_name", first)}　职称：{f("physician_title", dice.choice(t.TITLES[1:]))}　签名：{sign("physician", first, dice)}<br>复核医师：{f("physician_name", second)}　职称：{f("physician_title", "主任医师")}　签名：{sign("physician", second if dice.random() < 0.6 else None, dice)}</div>
<div style="position:relative;text-align:right;padding-right:40px;margin-top:20px;line-height:2">（医院盖章）<br>开具日期：{on("issue_date", day, dice.choice(("年", "-", ".")))}{seal(home, "医疗证明专用章", size=140, at=(500, -30), turn=dice.uniform(-9, 9))}</div>""",
        font=dice.choice((SONG, HEI)),
        size=15,
        pad="48px 64px",
    )


def _long(dice: random.Random) -> str:
    """Zhejiang 慢病长处方: weeks in the title, a ruled table of drugs, pharmacists besides the doctor, a square code."""
    a = t.who(dice, "浙", 45)
    home, _ = t.house(dice, a.place, low=dice.random() < 0.5)
    _, names = t.ill(dice)
    day = t.date(dice)
    name = t.doctor(dice)
    weeks = dice.choice((4, 8, 12))
    drugs = dice.sample(_DRUGS, dice.randint(2, 4))
    rows = "".join(
        f'<tr style="height:34px"><td>{n}</td><td>{d}</td><td>{s}</td><td>{q}</td><td>口服 {w}</td><td>{dice.randint(2, 6)}盒</td></tr>'
        for n, (d, s, q, w) in enumerate(drugs, 1)
    )
    kinds = ("职工医保", "居民医保", "自费")
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-start">{t.squares(dice, 62, 25)}<div class="c"><div style="font-size:18px;font-weight:600">{f("hospital_name", home)}</div><div style="font-size:17px">处 方 笺（慢病长处方·{weeks}周）</div></div><div style="border:1.5px solid #222;padding:2px 10px;font-size:14px">普通</div></div>
<div style="font-size:12px;text-align:right">处方号：{t.digits(dice, 12)}</div><div style="border-top:1.5px solid #222;border-bottom:1.5px solid #222;padding:4px 0;line-height:1.9"><div style="display:flex;justify-content:space-between"><span>姓名：{f("patient_name", a.name)}</span><span>性别：{f("sex", a.sex)}</span><span>年龄：{f("age", a.age(day), f"{a.age(day)}岁")}</span><span>日期：{on("issue_date", day, dice.choice(("-", "年", ".")))}</span></div>
<div style="display:flex;justify-content:space-between"><span>费别：{told("insurance_type", a.kind, "　".join(("☑" if x == ("职工医保" if a.kind == "employee" else "居民医保") else "□") + x for x in kinds))}</span><span>科别：{f("department", dice.choice(("全科医学科", "慢病门诊", "内科")))}</span></div><div>门诊号：{f("record_number", t.digits(dice, 8))}　　医保卡号：{f("card_number", t.digits(dice, 8, "C"))}</div><div>临床诊断：{fs("diagnosis", names, "；")}</div></div>
<div style="font-size:26px;font-family:serif;margin:6px 0 0">R<span style="font-size:17px">p</span></div><table style="font-size:13px"><tr style="border-bottom:1px solid #555"><td>序</td><td>药品名称</td><td>规格</td><td>单次</td><td>用法</td><td>数量</td></tr>{rows}</table><div style="color:#555">—————— 以下空白 ——————</div>
<div style="position:absolute;left:36px;right:36px;bottom:26px;border-top:1.5px solid #222;padding-top:6px;line-height:2"><div style="display:flex;justify-content:space-between"><span>医师：{f("physician_name", name)} {sign("physician", name, dice, 84)}</span><span>金额：{dice.uniform(60, 640):.2f}元</span></div><div style="display:flex;justify-content:space-between"><span>审核药师：{people.name(dice, "女")}</span><span>调配：{people.name(dice, "女")}</span><span>核对发药：{people.name(dice, "男")}</span></div><div style="font-size:11px;color:#444">1.长处方仅限本人使用；2.处方当日有效，特殊情况由医师注明；3.药品离柜概不退换。</div></div>""",
        font=dice.choice((SONG, HEI, MICRO)),
        size=14,
        pad="26px 36px",
    )


TEMPLATES: dict[str, Template] = {
    "town-outpatient-telephone": Template("outpatient_record", 500, 1080, _telephone),
    "town-outpatient-two-languages": Template("outpatient_record", 560, 794, _two_languages),
    "town-certificate-stub": Template("diagnosis_certificate", 1000, 520, _stub),
    "town-certificate-bureau": Template("diagnosis_certificate", 794, 1123, _bureau),
    "town-prescription-long": Template("prescription", 560, 794, _long),
}
