"""Front pages of the record: the national form, the form for Chinese medicine, a city's own of an older year."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import river_base as rb
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, sign

_PAYS = (("1", "employee"), ("2", "resident"), ("2", "resident"), ("7", None))
_JOBS = ("24", "27", "80", "90", "37")


def _l(x: object, w: int) -> str:
    return rb.line(str(x) or "&nbsp;", w, "text-align:center")


def _box(x: object, field: str = "", value: str = "") -> str:
    tag = f' data-field="{field}" data-value="{value}"' if field else ""
    return f'<span{tag} style="display:inline-block;width:18px;height:18px;border:1px solid #111;text-align:center;line-height:17px;vertical-align:middle;margin:0 3px">{x}</span>'


def national(dice: random.Random) -> str:
    """Jiangsu: the national front page of 2011, boxes before choices, six addresses and telephones, twenty diagnosis rows."""
    p, c = rb.someone(dice, rb.JIANGSU), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    st = rb.names(dice, 10)
    code, kind = dice.choice(_PAYS)
    pay = _box(code, "insurance_type", kind) if kind else _box(code)
    relative = rb.names(dice, 1)[0]
    dep = c.department
    count = dice.randint(2, 4)

    def entry(n: Any) -> tuple[str, str, str]:
        return (
            (f("diagnosis", c.diagnoses[n]), c.codes[n], dice.choice("1123")) if n < count else ("", "", "")
        )

    def title(n: Any) -> str:
        return "主要诊断：" if n == 0 else "其他诊断：" if n == 1 else ""

    rows = ""
    for n in range(12):
        a, b = entry(n), entry(n + 12)
        rows += f"<tr><td style='width:27%'>{title(n)}{a[0]}</td><td class='c' style='font-size:11px'>{a[1]}</td><td class='c'>{a[2]}</td><td style='width:22%'>{'其他诊断：' if n == 0 else ''}{b[0]}</td><td></td><td></td></tr>"

    def d8(field: Any, day: Any) -> str:
        return f'<span data-field="{field}" data-value="{day}">{_l(day.year, 42)}年{_l(day.month, 24)}月{_l(day.day, 24)}日</span>'

    card = f("card_number", rb.digits(dice, 9, "J")) if dice.random() < 0.6 else dice.choice(("-", ""))
    house = p.address
    registered = (
        f("address", house)
        if dice.random() < 0.6
        else f(
            "address",
            f"江苏省南通市通州区{dice.choice(('石港镇', '平潮镇', '刘桥镇'))}{dice.choice(('广慧村', '诸庙村'))}{dice.randint(1, 30)}组",
        )
    )
    body = f"""
<div style="display:flex;justify-content:space-between"><span>医疗机构 {_l(f("hospital_name", "南通市通州区新金人民医院"), 190)}（组织机构代码：{_l("46715" + rb.digits(dice, 3) + "-" + dice.choice("0123X"), 110)}）</span></div>
<h1 style="font-size:23px;letter-spacing:8px">住院病案首页</h1>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式：{pay}</span></div>
<div style="display:flex;justify-content:space-between"><span>健康卡号：{_l(card, 110)}</span><span>第 {_l(dice.randint(1, 6), 30)} 次住院</span><span>病案号：{_l(f("record_number", rb.digits(dice, 8, "00")), 110)}</span></div>
<div class="o"><div>姓名{_l(f("patient_name", p.name), 90)} 性别{_box("1" if p.sex == "男" else "2", "sex", p.sex)}1.男 2.女　出生日期{d8("birth_date", p.born)}　年龄{_l(f("age", p.age_on(came), f"{p.age_on(came)}岁"), 44)} 国籍{_l("中国", 50)}</div>
<div>（年龄不足1周岁的）年龄{_l("-", 30)}月　新生儿出生体重{_l("-", 50)}克　新生儿入院体重{_l("-", 50)}克</div>
<div>出生地 江苏 省（区、市） 南通 市 通州 县　籍贯 江苏 省（区、市） 南通 市　民族{_l(f("ethnicity", p.ethnicity + "族"), 50)}</div>
<div>身份证号{_l(f("id_number", p.id_number), 180)} 职业{_l(dice.choice(_JOBS), 40)} 婚姻{_box(dice.choice("234"))}1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</div>
<div>现住址{_l(f("address", house), 300)} 电话{_l(f("phone", p.phone) if dice.random() < 0.8 else "-", 100)} 邮编{_l("2263" + rb.digits(dice, 2), 56)}</div>
<div>户口地址{_l(registered, 330)}　邮编{_l("2263" + rb.digits(dice, 2), 56)}</div>
<div>工作单位及地址{_l(dice.choice(("-", "南通江海纺织有限公司", "无")), 240)} 单位电话{_l(dice.choice(("-", "0513-8652" + rb.digits(dice, 4))), 100)} 邮编{_l("-", 50)}</div>
<div>联系人姓名{_l(relative, 70)} 关系{_l(dice.choice("12"), 30)} 地址{_l(p.place.county + p.place.road, 190)} 电话{_l("137" + rb.digits(dice, 8, "0000"), 100)}</div>
<div>入院途径{_box(dice.choice("122"))}1.急诊 2.门诊 3.其他医疗机构转入 9.其他</div>
<div>入院时间{rb.when("admission_date", came, "年 ", f"{dice.randint(8, 17)} 时")}　入院科别{_l(f("department", dep), 110)} 病房{_l(dice.choice(("1", "2", "东")), 30)} 转科科别{_l("-", 60)}</div>
<div>出院时间{rb.when("discharge_date", left, "年 ", f"{dice.randint(8, 17)} 时")}　出院科别{_l(f("department", dep), 110)} 病房{_l("2", 30)} 实际住院{_l(days, 30)}天</div>
<div style="border:0">门(急)诊诊断{_l(c.diagnoses[0], 250)}　疾病编码{_l(c.codes[0], 100)}</div></div>
<table class="g t"><tr class="c"><td class="c">出院诊断</td><td class="c">疾病编码</td><td class="c">入院<br>病情</td><td class="c">出院诊断</td><td class="c">疾病编码</td><td class="c">入院<br>病情</td></tr>{rows}<tr><td colspan=6>入院病情：1.有，2.临床未确定，3.情况不明，4.无</td></tr></table>
<div class="o" style="border-top:0"><div>损伤、中毒的外部原因{_l("-", 240)}　疾病编码{_l("-", 90)}</div><div>病理诊断：{_l("-", 220)} 疾病编码{_l("-", 90)} 病理号{_l("-", 70)}</div>
<div>药物过敏{_box(dice.choice("112"))}1.无 2.有，过敏药物：{_l("-", 160)}　死亡患者尸检{_box("-")}1.是 2.否</div><div>血型{_box(dice.choice("12345"))}1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh{_box(dice.choice("24"))}1.阴 2.阳 3.不详 4.未查</div>
<div>科主任{_l(f("physician_name", st[0]), 64)} 主任（副主任）医师{_l(f("physician_name", st[1]), 64)} 主治医师{_l(f("physician_name", st[2]), 64)} 住院医师{_l(f("physician_name", st[3]), 64)}</div><div>责任护士{_l(st[4], 64)} 进修医师{_l("-", 64)} 实习医师{_l(dice.choice(("-", st[5])), 64)} 编码员{_l(st[6], 64)}</div>
<div style="border:0">病案质量{_box("1")}1.甲 2.乙 3.丙　质控医师{_l(st[7], 64)} 质控护士{_l(st[8], 64)} 质控日期{_l(f"{left.year}年{left.month}月{left.day}日", 100)}</div></div>
<div style="font-size:10.5px;line-height:1.4;margin-top:3px">说明：（一）医疗付费方式 1.城镇职工基本医疗保险 2.城镇居民（城乡居民）基本医疗保险 3.新型农村合作医疗 4.贫困救助 5.商业医疗保险 6.全公费 7.全自费 8.其他社会保险 9.其他　（二）凡可由医院信息系统提供住院费用清单的，住院病案首页中可不填写“住院费用”。</div>"""
    return page(
        body,
        ".o{border:1px solid #111}.o>div{border-bottom:1px solid #111;padding:4px 5px;white-space:nowrap}.t td{height:23px;padding:0 4px;line-height:1.25}",
        SONG,
        12,
        "26px 38px",
    )


def chinese(dice: random.Random) -> str:
    """Henan: 中医住院病案首页, two stories of diagnoses, treatment kinds in boxes, the id's digits one a box."""
    p, c = rb.someone(dice, rb.HENAN), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice, 7, 20)
    st = rb.names(dice, 8)
    code, kind = dice.choice(_PAYS)
    pay = _box(code, "insurance_type", kind) if kind else _box(code)
    count = dice.randint(1, 4)
    disease, syndrome = c.chinese
    west = "".join(
        f"<tr><td>{'主要诊断' if n == 0 else '其他诊断' if n == 1 else ''}</td><td>{f('diagnosis', c.diagnoses[n]) if n < count else '&nbsp;'}</td><td class='c'>{c.codes[n] if n < count else ''}</td><td class='c'>{dice.choice('12') if n < count else ''}</td></tr>"
        for n in range(6)
    )
    east = (
        f"<tr><td>主病</td><td>{f('diagnosis', disease)}</td><td class='c'>BNG0{dice.randint(10, 99)}</td><td class='c'>1</td></tr><tr><td>主证</td><td>{syndrome}</td><td class='c'>BZ{dice.randint(10, 99)}</td><td class='c'>1</td></tr>"
        + "<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>" * 4
    )
    boxes = f'<span data-field="id_number" data-value="{p.id_number}">{rb.squares(p.id_number, 19)}</span>'
    body = f"""
<div style="display:flex;justify-content:space-between;font-size:12px"><span>机构名称：{f("hospital_name", "鄢陵县花都中医院")}</span><span>{f("hospital_level", "二级甲等")}</span><span>机构代码：4181{rb.digits(dice, 4)}X</span></div>
<h1 style="font-size:22px;margin:2px 0">中医住院病案首页</h1>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式 {pay}</span><span>健康卡号：{_l("", 90)}</span><span>第 {dice.randint(1, 5)} 次住院</span><span>病案号：{f("record_number", rb.digits(dice, 7, "2"))}</span></div>
<table class="g"><tr><td class="k">姓名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{_box("1" if p.sex == "男" else "2", "sex", p.sex)}1男 2女</td><td class="k">出生日期</td><td>{rb.when("birth_date", p.born, "年")}</td><td class="k">年龄</td><td>{f("age", p.age_on(came))}</td></tr>
<tr><td class="k">民族</td><td>{f("ethnicity", p.ethnicity)}</td><td class="k">身份证号</td><td colspan=5 style="white-space:nowrap">{boxes}</td></tr>
<tr><td class="k">现住址</td><td colspan=5>{f("address", p.address)}</td><td class="k">电话</td><td>{f("phone", p.phone)}</td></tr>
<tr><td class="k">户口地址</td><td colspan=5>{dice.choice((f("address", p.address), "同上"))}</td><td class="k">邮编</td><td>461200</td></tr>
<tr><td class="k">单位地址</td><td colspan=5>{dice.choice(("务农", "-", "鄢陵县花木产业园区管委会"))}</td><td class="k">电话</td><td>-</td></tr>
<tr><td class="k">联系人</td><td>{st[7]}</td><td class="k">关系</td><td>{dice.choice(("配偶", "子", "女"))}</td><td class="k">地址</td><td>同上</td><td class="k">电话</td><td>136{rb.digits(dice, 8, "0000")}</td></tr>
<tr><td class="k">入院途径</td><td>{_box("2")}门诊</td><td class="k">治疗类别</td><td colspan=5>{_box(dice.choice(("1.1", "2", "3"))[0])}1.中医（1.1中医 1.2民族医） 2.中西医 3.西医</td></tr>
<tr><td class="k">入院时间</td><td colspan=3>{rb.when("admission_date", came, "-", rb.clock(dice))}</td><td class="k">科别</td><td>{f("department", dice.choice(("脑病科", "心病科", "肺病科", "肾病科")))}</td><td class="k">病房</td><td>{dice.randint(1, 6)}</td></tr>
<tr><td class="k">出院时间</td><td colspan=3>{rb.when("discharge_date", left, "-", rb.clock(dice))}</td><td class="k">转科</td><td>无</td><td class="k">实际住院</td><td>{days}天</td></tr>
<tr><td class="k" rowspan=2>门急诊诊断</td><td colspan=5>中医：{disease}</td><td class="k">编码</td><td>BNG030</td></tr><tr><td colspan=5>西医：{c.diagnoses[0]}</td><td class="k">编码</td><td>{c.codes[0]}</td></tr>
<tr><td colspan=8>实施临床路径：{_box(dice.choice("123"))}1.中医 2.西医 3.否　使用医疗机构中药制剂：{_box("2")}1.是 2.否　使用中医诊疗设备：{_box("1")}　使用中医诊疗技术：{_box("1")}　辨证施护：{_box("1")}</td></tr></table>
<div style="display:grid;grid-template-columns:1fr 1fr"><table class="g n"><tr><td class="k" colspan=2>出院中医诊断</td><td class="k">编码</td><td class="k">病情</td></tr>{east}</table><table class="g n"><tr><td class="k" colspan=2>出院西医诊断</td><td class="k">编码</td><td class="k">病情</td></tr>{west}</table></div>
<table class="g"><tr><td class="k">损伤中毒原因</td><td colspan=3>-</td><td class="k">病理诊断</td><td colspan=3>-</td></tr><tr><td class="k">药物过敏</td><td>{_box(dice.choice("12"))}1无 2有</td><td class="k">过敏药物</td><td>-</td><td class="k">血型</td><td>{_box(dice.choice("1346"))}</td><td class="k">Rh</td><td>{_box("4")}</td></tr>
<tr><td class="k">科主任</td><td>{f("physician_name", st[0])}</td><td class="k">主任医师</td><td>{f("physician_name", st[1])}</td><td class="k">主治医师</td><td>{f("physician_name", st[2])}</td><td class="k">住院医师</td><td>{f("physician_name", st[3])}</td></tr>
<tr><td class="k">责任护士</td><td>{st[4]}</td><td class="k">进修医师</td><td></td><td class="k">编码员</td><td>{st[5]}</td><td class="k">质控医师</td><td>{st[6]}</td></tr></table>
<div style="font-size:11px">说明：医疗付费方式 1.城镇职工基本医疗保险 2.城乡居民基本医疗保险 3.贫困救助 4.商业医疗保险 5.全公费 6.全自费 7.其他社会保险 8.其他。凡可由医院信息系统提供住院费用清单的，住院病案首页中可不填写“住院费用”。</div>"""
    return page(
        body,
        ".k{background:#f4f4f0;white-space:nowrap;text-align:center}.g td{padding:3px 4px}.n td{height:26px}",
        HEI,
        12,
        "30px 34px",
    )


def older(dice: random.Random) -> str:
    """Inner Mongolia, city hospital: an old system's front page without boxes, dotted lines, typed values, cure ticked."""
    p, c = rb.someone(dice, rb.MONGOLIA), dice.choice(rb.CASES)
    came, left, days = rb.stay(dice)
    st = rb.names(dice, 6)
    kind = dice.choice(("employee", "resident", None))
    pay = (
        f("insurance_type", kind, "城镇职工医保" if kind == "employee" else "城乡居民医保")
        if kind
        else "自费"
    )
    count = dice.randint(1, 4)

    def tick(n: Any) -> str:
        return "".join(
            f"<td class='c'>{'√' if n < count and k == (1 if n else dice.choice((0, 1))) else ''}</td>"
            for k in range(5)
        )

    rows = "".join(
        f"<tr><td>{'主要诊断' if n == 0 else '其他诊断' if n == 1 else ''}</td><td>{f('diagnosis', c.diagnoses[n]) if n < count else '&nbsp;'}</td>{tick(n)}<td>{c.codes[n] if n < count else ''}</td></tr>"
        for n in range(7)
    )

    def q(k: Any, v: Any, w: Any) -> str:
        return f'<span style="white-space:nowrap">{k} <span style="display:inline-block;min-width:{w}px;border-bottom:1px dotted #333;line-height:1.35">{v}</span></span>'

    body = f"""
<div class="r" style="font-size:12px">（病案首页　正面）</div><h1 style="font-size:26px;letter-spacing:4px">{f("hospital_name", "赤峰市火花路医院")}</h1><h2 style="font-size:19px;letter-spacing:18px">病案首页</h2>
<div class="w">{q("付费方式", pay, 110)}{q("医疗保险手册（卡）号", f("card_number", rb.digits(dice, 10, "1504")) if kind else "", 130)}{q("住院次数", dice.randint(1, 8), 30)}{q("病案号", f("record_number", rb.digits(dice, 6, "3")), 80)}</div><hr>
<div class="w">{q("姓名", f("patient_name", p.name), 80)}{q("性别", f("sex", p.sex), 30)}{q("出生", rb.when("birth_date", p.born, "."), 90)}{q("年龄", f("age", p.age_on(came), f"{p.age_on(came)}Y"), 40)}{q("婚姻", dice.choice(("已", "未", "丧")), 30)}{q("民族", f("ethnicity", p.ethnicity + "族"), 60)}</div>
<div class="w">{q("职业", dice.choice(("牧民", "工人", "退休")), 70)}{q("出生地", "内蒙古赤峰", 110)}{q("国籍", "中国", 50)}{q("身份证号", f("id_number", p.id_number), 170)}</div>
<div class="w">{q("工作单位及地址", dice.choice(("", "赤峰红山化工厂", "无")), 260)}{q("电话", "", 100)}{q("邮编", "", 60)}</div>
<div class="w">{q("户口地址", f("address", p.address), 320)}{q("邮编", "024000", 60)}{q("本人电话", f("phone", p.phone) if dice.random() < 0.6 else "", 100)}</div>
<div class="w">{q("联系人", st[5], 70)}{q("关系", dice.choice(("妻", "夫", "子", "女")), 40)}{q("联系人地址", "同上", 180)}{q("电话", "150" + rb.digits(dice, 8, "0000"), 110)}</div>
<div class="w">{q("入院日期", rb.when("admission_date", came, ".", f"{dice.randint(8, 17)}时"), 130)}{q("入院科别", f("department", c.department), 130)}{q("病室", "7", 30)}{q("转科", "", 60)}</div>
<div class="w">{q("出院日期", rb.when("discharge_date", left, ".", f"{dice.randint(8, 17)}时"), 130)}{q("出院科别", f("department", c.department), 130)}{q("病室", "7", 30)}{q("住院天数", days, 40)}</div>
<div class="w">{q("门（急）诊诊断", c.diagnoses[0].split("（")[0], 250)}{q("门（急）诊医生", st[4], 80)}</div><div class="w">{q("入院时情况", dice.choice(("1.危", "2.急", "3.一般")), 70)}{q("入院诊断", c.diagnoses[0], 230)}{q("确诊日期", f"{came:%Y.%m.%d}", 90)}</div>
<table class="g" style="margin-top:8px"><tr><td rowspan=2 class="c" colspan=2>出　院　诊　断</td><td colspan=5 class="c">出　院　情　况</td><td rowspan=2 class="c">ICD-10</td></tr><tr class="c"><td>1.治愈</td><td>2.好转</td><td>3.未愈</td><td>4.死亡</td><td>5.其他</td></tr>{rows}<tr><td>医院感染</td><td colspan=7>无</td></tr><tr><td>病理诊断</td><td colspan=7></td></tr><tr><td>损伤、中毒的外部因素</td><td colspan=7></td></tr></table>
<div class="w">{q("药物过敏", dice.choice(("无", "青霉素")), 110)}{q("HBsAg", "1", 24)}{q("HCV-Ab", "1", 24)}{q("HIV-Ab", "0", 24)} 0.未做 1.阴性 2.阳性</div><div class="w">{q("诊断符合情况：门诊与出院", "1", 24)}{q("入院与出院", "1", 24)}{q("抢救", "0", 24)}次{q("成功", "0", 24)}次</div>
<div class="w" style="margin-top:10px"><span>科主任 {sign("physician", st[0], dice)}</span><span>主治医师 {sign("physician", st[1], dice)}</span><span>住院医师 {sign("physician", st[2] if dice.random() < 0.7 else None, dice)}</span><span>编码员 {st[3]}</span></div>"""
    return page(
        body,
        ".w{display:flex;justify-content:space-between;line-height:2;gap:8px}.g td{padding:3px 5px}hr{border:0;border-top:2px solid;margin:3px 0}",
        "'WenQuanYi Zen Hei'",
        13,
        "36px 46px",
    )


TEMPLATES: dict[str, Template] = {
    "river-front-national": Template("inpatient_front_page", 794, 1123, national),
    "river-front-chinese": Template("inpatient_front_page", 794, 1123, chinese),
    "river-front-older": Template("inpatient_front_page", 794, 1123, older),
}
