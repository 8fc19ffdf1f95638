"""Further papers: a second sheet, a corps hospital's certificate of leaving, a phone's outpatient record, a children's home bed."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.people import Place

_XINJIANG = Place("659001", "新疆维吾尔自治区", "", "石河子市", "北四路")
_HAINAN = Place("460105", "海南省", "海口市", "秀英区", "海秀西路")
_HUNAN = Place("430681", "湖南省", "岳阳市", "汨罗市", "建设西路")


def second(dice: random.Random) -> str:
    """Hunan: the second sheet of a discharge record: begins amid a sentence, orders and signatures at its end."""
    p, c = rb.someone(dice, _HUNAN), dice.choice(rb.CASES)
    _, left, _ = rb.stay(dice)
    a, b = rb.names(dice, 2)
    dx = c.diagnoses[: dice.randint(2, 4)]
    s = dice.choice(("-", "年0"))
    body = f"""
<h1 style="font-size:21px">{f("hospital_name", "岳阳市汨罗职工中医医院")}</h1><h2 style="font-size:18px;letter-spacing:6px">出院记录（续页）</h2>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid"><span>姓名：{f("patient_name", p.name)}</span><span>科室：{f("department", c.department)}</span><span>床号：{dice.randint(1, 40)}床</span><span>住院号：{f("record_number", rb.digits(dice, 8, "24"))}</span></div>
<div style="line-height:2;text-align:justify;margin-top:8px">{c.course[8:]}住院期间复查：{c.tests}</div>
<div style="line-height:2">出院时情况：{c.left}</div><div style="line-height:2">出院诊断：</div><div style="padding-left:5em;line-height:1.9">{rb.listed(dx, "{}、")}</div>
<div style="line-height:2">出院医嘱：</div><div style="padding-left:2em;line-height:1.9">{"<br>".join(f"{n}、{x}；" for n, x in enumerate(c.advice.rstrip("。").split("；"), 1))}<br>出院带药：<br>{"<br>".join("　" + m[0] + " " + m[1] + " " + m[2] for m in c.medicines)}</div>
<div style="line-height:2">健康教育：已告知患者及家属疾病相关知识、用药注意事项，患者表示理解。随访方式：{dice.choice(("电话", "门诊", "微信"))}</div>
<div style="margin-top:34px;padding-left:56%;line-height:2.2;position:relative">主治医师：{f("physician_name", a)}<br>住院医师：{f("physician_name", b)}<br>{rb.when("sign_date", left, s, rb.clock(dice))}{seal("岳阳市汨罗职工中医医院", "", size=138, at=(250, -10), turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}</div>
<div style="position:absolute;bottom:26px;left:0;right:0;text-align:center;font-size:12px">第 2 页　共 2 页</div>"""
    return page(body, "", dice.choice((SONG, KAI)), 15, "44px 62px")


def corps(dice: random.Random) -> str:
    """Xinjiang corps hospital: 出院诊断证明书 with labels over a coloured band, times of both ends, treatment paid by kind."""
    p, c = rb.someone(dice, _XINJIANG), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    a, b = rb.names(dice, 2)
    kind = dice.choice(("employee", "resident"))
    dx = c.diagnoses[: dice.randint(1, 4)]
    nation = dice.choice(("汉族", "维吾尔族", "哈萨克族", "回族"))
    name = (
        dice.choice((p.name, p.name, "阿依古丽·买买提" if p.sex == "女" else "艾尔肯·吐尔逊"))
        if nation in ("维吾尔族", "哈萨克族")
        else p.name
    )
    s = dice.choice(("-", "年", "8"))

    def th(*t: Any) -> str:
        return "<tr>" + "".join(f"<th>{x}</th>" for x in t) + "</tr>"

    def td(*t: Any) -> str:
        return "<tr>" + "".join(f"<td class='c'>{x}</td>" for x in t) + "</tr>"

    body = f"""
<h1 style="font-size:24px;color:#7a1f1f">{f("hospital_name", "新疆生产建设兵团第八师总医院")}</h1><h2 style="font-size:21px;letter-spacing:5px;margin:4px 0 12px">出院诊断证明书</h2>
<table class="g">{th("姓名", "性别", "年龄", "民族")}{td(f("patient_name", name), f("sex", p.sex), f("age", p.age_on(came), f"{p.age_on(came)} 岁"), f("ethnicity", nation))}{th("住院号", "科室", "医保类别", "联系电话")}{td(f("record_number", rb.digits(dice, 9, "6")), f("department", c.department), f("insurance_type", kind, "兵团职工" if kind == "employee" else "城乡居民"), f("phone", p.phone) if dice.random() < 0.5 else "/")}{th("入院日期", "出院日期", "住院天数", "转归")}{td(rb.when("admission_date", came, s), rb.when("discharge_date", left, s), days, dice.choice(("好转", "治愈")))}</table>
<table class="g" style="border-top:0"><tr><th style="border-top:0">身份证号及住址</th></tr><tr><td>{f("id_number", p.id_number)}　{f("address", f"石河子市{dice.choice(('143团', '北泉镇', '152团'))}{dice.randint(1, 12)}连{dice.randint(1, 60)}栋")}</td></tr><tr><th>出院诊断</th></tr><tr><td style="height:130px">{rb.listed(dx, "{}. ")}</td></tr><tr><th>诊疗摘要</th></tr><tr><td style="height:190px;text-align:justify">患者因“{c.complaint}”入院。{c.tests}{c.course}</td></tr><tr><th>出院医嘱及建议</th></tr><tr><td style="height:100px">{c.advice}</td></tr></table>
<div style="position:relative;display:grid;grid-template-columns:1fr 1fr;line-height:2.4;margin-top:14px"><span>主管医师：{sign("physician", a if dice.random() < 0.8 else None, dice)}</span><span>科主任：{sign("physician", b if dice.random() < 0.6 else None, dice)}</span><span>经办人：医务部</span><span>出具日期：{rb.when("issue_date", left + dt.timedelta(days=dice.randint(0, 3)), s)}</span>{seal("新疆生产建设兵团第八师总医院", "", size=150, at=(400, -10), turn=dice.uniform(-20, 20)) if dice.random() < 0.75 else ""}</div>
<div style="font-size:11px;margin-top:18px">此证明一式一份，遗失不补；加盖医务部公章有效。　院址：石河子市新城街道{dice.randint(10, 99)}小区　邮编 832000</div>"""
    return page(
        body,
        "th{background:#f3e3dc;text-align:center!important;font-size:13px}",
        dice.choice((HEI, SONG)),
        14,
        "46px 58px",
    )


def phone(dice: random.Random) -> str:
    """Hainan, an internet hospital's outpatient record as a phone shows it: label over value, tags, a long scroll."""
    p, c = rb.someone(dice, _HAINAN), dice.choice(rb.CASES)
    day = rb.stay(dice)[0]
    (a,) = rb.names(dice, 1)
    s = dice.choice(("-", "年", "."))
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))
    dx = c.diagnoses[: dice.randint(1, 3)]
    tags = "".join(f'<span class="tag">{f("diagnosis", d)}</span>' for d in dx)

    def part(k: Any, v: Any) -> str:
        return f'<div class="k">{k}</div><div class="v">{v}</div>'

    body = f"""
<div style="background:#ededed;padding:6px 16px;display:flex;justify-content:space-between;font-size:12px"><span>{dice.choice(("中国移动", "中国联通", "中国电信"))} 5G</span><span>下午{dice.randint(1, 9)}:{dice.randint(10, 59)}</span><span>{dice.randint(8, 99)}%</span></div><div style="background:#ededed;text-align:center;padding:6px;font-size:16px;border-bottom:1px solid #ddd"><span style="float:left">×</span>电子病历详情<span style="float:right">⋯</span></div>
<div style="padding:12px 18px"><div style="display:flex;justify-content:space-between;align-items:center"><div style="font-size:19px;font-weight:600">{f("patient_name", p.name)} <span style="font-size:14px;color:#666;font-weight:400">{f("sex", p.sex)} {f("age", p.age_on(day), f"{p.age_on(day)}岁")}</span></div><span style="color:#0a9;border:1px solid #0a9;border-radius:3px;font-size:12px;padding:0 5px">{dice.choice(("已完成", "复诊"))}</span></div>
<div style="color:#666;font-size:13px">{f("hospital_name", "海口市秀英人民医院互联网医院")}<br>{f("department", c.department)}　{f("physician_name", a)} {f("physician_title", title)}<br>就诊时间 {rb.when("visit_date", day, s, rb.clock(dice))}<br>病历编号 {f("record_number", "WX" + rb.digits(dice, 11, "2"))}</div><hr style="border:0;border-top:1px solid #eee">
{part("诊断", tags)}{part("主诉", c.complaint)}{part("现病史", c.history.replace("入院", "来诊"))}{part("既往史", c.past)}{part("体格检查", dice.choice(("未查", "线上问诊，未行体格检查")))}{part("辅助检查", c.tests)}{part("处理意见", c.advice)}{part("处方", "<br>".join(m[0] + "（" + m[1] + "）<span style='float:right'>×" + str(dice.randint(1, 3)) + "</span>" for m in c.medicines[:3]))}</div>
<div style="text-align:center;color:#aaa;font-size:11px">— 已经到底了 —<br>本病历仅供参考，以医院盖章纸质病历为准</div>"""
    css = ".k{color:#999;font-size:13px;margin-top:7px}.v{font-size:14px;line-height:1.5}.tag{background:#eaf5ff;color:#1a6fc4;border-radius:3px;padding:1px 7px;margin:0 6px 4px 0;display:inline-block}"
    return page(body, css, HEI, 15, "0")


def bed(dice: random.Random) -> str:
    """Hunan, home bed of a town's hospital: a transcript of a discharge certificate in a narrow strip as cash desks print."""
    p, c = rb.someone(dice, _HUNAN), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    (a,) = rb.names(dice, 1)
    dx = c.diagnoses[: dice.randint(1, 2)]
    kind = p.insurance
    lines = (
        ("姓　　名", f("patient_name", p.name)), ("性　　别", f("sex", p.sex)), ("年　　龄", f("age", p.age_on(came), f"{p.age_on(came)}岁")),
        ("身份证号", f("id_number", p.id_number)), ("住　　址", f("address", p.address)), ("医保类型", f("insurance_type", kind, "职工基本医疗保险" if kind == "employee" else "城乡居民基本医疗保险")),
        ("住 院 号", f("record_number", rb.digits(dice, 9, f"{came:%Y}"))), ("住院科室", f("department", dice.choice(("内儿科", "中西医结合科", "康复科")))),
        ("入院日期", rb.when("admission_date", came, "-")), ("出院日期", rb.when("discharge_date", left, "-")), ("住院天数", f"{days}天"), ("出院诊断", rb.listed(dx, "{}.")), ("出院情况", dice.choice(("好转", "稳定"))),
    )  # fmt: skip
    body = f"""
<div style="text-align:center;font-size:19px;line-height:1.3">{f("hospital_name", "汨罗市石桥镇中心卫生院")}</div><div style="text-align:center;font-size:17px;margin:6px 0">出院小结（出院证）</div><div style="border-top:1px dashed #333;border-bottom:1px dashed #333;padding:6px 0"><table>{"".join(f'<tr><td style="width:84px;vertical-align:top;white-space:nowrap;padding:2px 0">{k}</td><td style="padding:2px 4px">{v}</td></tr>' for k, v in lines)}</table></div>
<div style="margin-top:6px">诊疗经过：{c.course}</div><div>出院医嘱：{c.advice}</div>
<div style="margin-top:18px;position:relative">医师：{f("physician_name", a)}<br>日期：{rb.when("issue_date", left, "-")}{seal("汨罗市石桥镇中心卫生院", "", size=128, at=(210, -30), turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}</div><div style="font-size:11px;margin-top:50px;border-top:1px dashed #333">操作员：{rb.names(dice, 1)[0]}　{left} {rb.clock(dice, True)}　中联HIS</div>"""
    return page(
        body, "", dice.choice(("'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei'", SONG)), 15, "30px 40px"
    )


TEMPLATES: dict[str, Template] = {
    "river-discharge-second": Template("discharge_summary", 794, 1123, second),
    "river-proof-corps": Template("diagnosis_certificate", 794, 1123, corps),
    "river-visit-phone": Template("outpatient_record", 412, 1120, phone),
    "river-discharge-bed": Template("discharge_summary", 480, 900, bed),
}
