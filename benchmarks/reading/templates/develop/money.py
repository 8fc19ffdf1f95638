"""住院病案首页 and 医疗收费票据."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop import people as p
from benchmarks.reading.templates.develop import vocabulary as v
from benchmarks.reading.templates.develop.discharge import stay

FIGURES = "零壹贰叁肆伍陆柒捌玖"


def _capital(yuan: int) -> str:
    out = ""
    for unit, n in (
        ("万", yuan // 10000),
        ("仟", yuan // 1000 % 10),
        ("佰", yuan // 100 % 10),
        ("拾", yuan // 10 % 10),
        ("元", yuan % 10),
    ):
        out += (FIGURES[n] + unit) if n else ("元" if unit == "元" else "")
    return out + "整"


def front_page(dice: random.Random) -> str:
    """The national 病案首页: label and value pairs in borderless rows inside a frame, tables of diagnoses."""
    s = stay(dice)
    w, age = s.who, s.who.age_on(s.admitted)
    d = lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日"
    rest = "".join(
        f"<tr><td>其他诊断：</td><td>{h.f('diagnosis', x)}</td><td>{dice.choice('IEN')}{dice.randint(10, 99)}.{dice.randint(0, 9)}00</td><td>1</td></tr>"
        for x in s.diagnoses[1:]
    )
    body = f"""
<div class="c" style="font-size:13px">医疗机构：{h.f("hospital_name", s.hospital)}（组织机构代码：4{dice.randint(10**7, 10**8 - 1)}）</div><h1 style="font-size:22px;letter-spacing:4px">住院病案首页</h1>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式：{h.f("insurance_type", w.insurance, "1" if w.insurance == "employee" else "2")}</span><span>健康卡号：</span><span>第 {dice.randint(1, 6)} 次住院</span><span>病案号：{h.f("record_number", s.number)}</span></div>
<div style="border:1.5px solid #000;padding:4px 6px">
<div>姓名 {h.f("patient_name", w.name)}　性别 {h.f("sex", w.sex, "1" if w.sex == "男" else "2")} 1.男 2.女　出生日期 {h.f("birth_date", w.born, d(w.born))}　年龄 {h.f("age", age, f"{age}岁")}　国籍 中国</div>
<div>出生地 {w.place.province}{w.place.city}　籍贯 {w.place.province}　民族 {h.f("ethnicity", w.ethnicity, w.ethnicity + "族")}</div>
<div>身份证号 {h.f("id_number", w.id_number)}　职业 农民　婚姻 2 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</div>
<div>现住址 {h.f("address", w.address)}　电话 {h.f("phone", w.phone)}　邮编 33{dice.randint(1000, 9999)}</div>
<div>工作单位及地址 无　单位电话 -　联系人姓名 {p.name(dice, "女")}　关系 配偶　电话 1380000{dice.randint(1000, 9999)}</div>
<div>入院途径 2 1.急诊 2.门诊 3.其他医疗机构转入 9.其他</div>
<div>入院时间 {h.f("admission_date", s.admitted, d(s.admitted))} {dice.randint(8, 18)} 时　入院科别 {s.department}　病房 {s.bed}</div>
<div>出院时间 {h.f("discharge_date", s.left, d(s.left))} {dice.randint(8, 12)} 时　出院科别 {h.f("department", s.department)}　实际住院 {(s.left - s.admitted).days} 天</div>
<div>门（急）诊诊断 {s.complaint[:5]}待查　疾病编码 R{dice.randint(10, 69)}.{dice.randint(0, 9)}00</div></div>
<table class="g" style="border-top:0"><tr class="c"><td style="width:14%">出院诊断</td><td>疾病名称</td><td style="width:18%">疾病编码</td><td style="width:12%">入院病情</td></tr>
<tr><td>主要诊断：</td><td>{h.f("diagnosis", s.diagnoses[0])}</td><td>{dice.choice("IEN")}{dice.randint(10, 99)}.{dice.randint(0, 9)}00</td><td>1</td></tr>{rest}
{"<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>" * 3}</table>
<div style="border:1px solid #000;border-top:0;padding:4px 6px"><div>损伤、中毒的外部原因 -　疾病编码 -</div><div>病理诊断 -　病理号 -</div><div>药物过敏 1 1.无 2.有　死亡患者尸检 - 1.是 2.否</div><div>血型 {dice.randint(1, 4)} 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh {2} 1.阴 2.阳</div>
<div>科主任 {h.hand(p.name(dice, "男"), 17)}　主任（副主任）医师 {h.hand(p.name(dice, "男"), 17)}　主治医师 {h.hand(p.name(dice, "女"), 17)}　住院医师 {h.hand(s.doctor, 17)}</div>
<div>责任护士 {h.hand(p.name(dice, "女"), 17)}　进修医师 -　实习医师 -　编码员 {p.name(dice, "女")}</div><div>病案质量 1 1.甲 2.乙 3.丙　质控医师 -　质控护士 -　质控日期 {d(s.left)}</div></div>"""
    return h.page(body, font=dice.choice((h.SONG, h.HEI)), size=13, pad="40px 44px")


def front_page_grid(dice: random.Random) -> str:
    """A 病案首页 that rules every item into cells."""
    s = stay(dice)
    w, age = s.who, s.who.age_on(s.admitted)
    body = f"""
<h2 style="font-size:18px">{h.f("hospital_name", s.hospital)}</h2><h1 style="font-size:22px">住 院 病 案 首 页</h1>
<div style="display:flex;justify-content:space-between"><span>付费方式：{h.f("insurance_type", w.insurance, "城镇职工基本医疗保险" if w.insurance == "employee" else "城乡居民基本医疗保险")}</span><span>住院号：{h.f("record_number", s.number)}</span></div>
<table class="g"><tr><td>姓名</td><td>{h.f("patient_name", w.name)}</td><td>性别</td><td>{h.f("sex", w.sex)}</td><td>出生</td><td>{h.f("birth_date", w.born, p.shown(dice, w.born, "-"))}</td><td>年龄</td><td>{h.f("age", age, f"{age}岁")}</td></tr>
<tr><td>身份证号</td><td colspan="3">{h.f("id_number", w.id_number)}</td><td>民族</td><td>{h.f("ethnicity", w.ethnicity, w.ethnicity + "族")}</td><td>电话</td><td>{h.f("phone", w.phone)}</td></tr>
<tr><td>现住址</td><td colspan="7">{h.f("address", w.address)}</td></tr>
<tr><td>入院日期</td><td colspan="2">{h.f("admission_date", s.admitted, p.shown(dice, s.admitted, "-"))}</td><td>入院科室</td><td>{s.department}</td><td>出院日期</td><td colspan="2">{h.f("discharge_date", s.left, p.shown(dice, s.left, "-"))}</td></tr>
<tr><td>出院科室</td><td colspan="3">{h.f("department", s.department)}</td><td>住院天数</td><td>{(s.left - s.admitted).days}</td><td>离院方式</td><td>1</td></tr>
<tr><td rowspan="{len(s.diagnoses)}">出院诊断</td><td colspan="7">主要诊断：{h.f("diagnosis", s.diagnoses[0])}</td></tr>{"".join(f"<tr><td colspan='7'>其他诊断：{h.f('diagnosis', x)}</td></tr>" for x in s.diagnoses[1:])}
<tr><td>过敏药物</td><td colspan="7">无</td></tr><tr><td>手术操作</td><td colspan="7" style="height:100px"></td></tr>
<tr><td>主治医师</td><td>{h.sign("physician", s.doctor, dice, 70)}</td><td>编码员</td><td>{p.name(dice, "女")}</td><td>质控护士</td><td colspan="3"></td></tr></table>"""
    return h.page(body, font=dice.choice(h.FONTS), size=14, css="td{padding:6px 5px}").replace(
        ">主治医师<", ">经治医师<"
    )


def invoice(dice: random.Random) -> str:
    """医疗门诊收费票据（电子）: code and number top right, fees in two columns, remarks."""
    who, when = p.person(dice), p.day(dice)
    fees = [(x, dice.randint(500, 60000) / 100) for x in dice.sample(v.FEES, 6)]
    total = round(sum(m for _, m in fees))
    items = "".join(
        f"<tr><td>{a}</td><td>{m:.2f}</td><td>{b}</td><td>{n:.2f}</td></tr>"
        for (a, m), (b, n) in zip(fees[::2], fees[1::2], strict=True)
    )
    hospital = v.hospital(dice, who.place)[0]
    kind = "职工基本医疗保险" if who.insurance == "employee" else "城乡居民基本医疗保险"
    body = f"""
<h1 style="font-size:22px;color:#8a2b1d">{who.place.province}医疗门诊收费票据（电子）</h1>
<div style="display:flex;justify-content:space-between"><span>票据代码：3606{dice.randint(1000, 9999)}</span><span>票据号码：{dice.randint(10**9, 10**10 - 1)}</span></div>
<div style="display:flex;justify-content:space-between"><span>交款人统一社会信用代码：</span><span>校验码：{dice.choice("abcdef")}{dice.randint(10000, 99999)}</span></div>
<div style="display:flex;justify-content:space-between"><span>交款人：{h.f("patient_name", who.name)}</span><span>开票日期：{h.f("issue_date", when, p.shown(dice, when, dice.choice("-年")))}</span></div>
<table class="g"><tr class="c"><td>项目名称</td><td>金额（元）</td><td>项目名称</td><td>金额（元）</td></tr>{items}
<tr><td colspan="4">金额合计（大写）{_capital(total)}　　（小写）{total:.2f}</td></tr>
<tr><td colspan="4" style="line-height:1.9">业务流水号：{dice.randint(10**11, 10**12 - 1)}　门诊号：{h.f("record_number", dice.randint(10**6, 10**7 - 1))}　就诊日期：{h.f("visit_date", when, p.shown(dice, when, "-"))}<br>
医疗机构类型：综合医院　医保类型：{h.f("insurance_type", who.insurance, kind)}　性别：{h.f("sex", who.sex)}<br>医保统筹基金支付：{total * 0.6:.2f}　其他支付：0.00　个人账户支付：{total * 0.1:.2f}　个人现金支付：{total * 0.3:.2f}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>收款单位（章）：{h.f("hospital_name", hospital)}</span><span>复核人：{p.name(dice, "女")}</span><span>收款人：{p.name(dice, "女")}</span></div>
{h.seal(hospital, "财务专用章", shape="ellipse", at=(110, 350), size=150)}"""
    return h.page(body, font=dice.choice((h.SONG, h.HEI)), size=14, pad="26px 40px")


def invoice_stay(dice: random.Random) -> str:
    """医疗住院收费票据, dot-matrix style values in a printed frame."""
    s = stay(dice)
    w = s.who
    fees = [(x, dice.randint(5000, 360000) / 100) for x in dice.sample(v.FEES, 8)]
    total = round(sum(m for _, m in fees))
    kind = "职工医保" if w.insurance == "employee" else "居民医保"
    body = f"""
<h1 style="font-size:21px">{w.place.province}医疗住院收费票据</h1><div class="r">NO.{dice.randint(10**8, 10**9 - 1)}</div>
<div style="display:flex;justify-content:space-between"><span>住院号：{h.f("record_number", s.number)}</span><span>姓名：{h.f("patient_name", w.name)}</span><span>性别：{h.f("sex", w.sex)}</span><span>医保类型：{h.f("insurance_type", w.insurance, kind)}</span></div>
<div style="display:flex;justify-content:space-between"><span>入院日期：{h.f("admission_date", s.admitted, p.shown(dice, s.admitted, "-"))}</span><span>出院日期：{h.f("discharge_date", s.left, p.shown(dice, s.left, "-"))}</span><span>住院天数：{(s.left - s.admitted).days}</span></div>
<table class="g">{"".join(f"<tr><td>{a}</td><td>{m:.2f}</td><td>{b}</td><td>{n:.2f}</td></tr>" for (a, m), (b, n) in zip(fees[::2], fees[1::2], strict=True))}
<tr><td>合计（大写）</td><td colspan="3">{_capital(total)}　￥{total:.2f}</td></tr>
<tr><td colspan="4">预缴金额：{total // 3}.00　补缴金额：0.00　退费金额：0.00　医保统筹支付：{total * 0.6:.2f}　个人账户支付：0.00</td></tr></table>
<div style="display:flex;justify-content:space-between"><span>收款单位：{h.f("hospital_name", s.hospital)}</span><span>收款人：{p.name(dice, "女")}</span><span>收费日期：{h.f("issue_date", s.left, p.shown(dice, s.left, "年"))}</span></div>"""
    return h.page(body, font=dice.choice((h.SONG, h.WEN)), size=14, pad="24px 36px")


def statement(dice: random.Random) -> str:
    """A settlement list on a narrow slip: 门诊收费收据."""
    who = p.person(dice)
    when = p.day(dice)
    when_shown = f"{when:%Y-%m-%d} {dice.randint(8, 17):02d}:{dice.randint(10, 59)}:{dice.randint(10, 59)}"
    fees = "".join(
        f"<div style='display:flex;justify-content:space-between'><span>{x}</span><span>{dice.randint(500, 60000) / 100:.2f}</span></div>"
        for x in dice.sample(v.FEES, 4)
    )
    body = f"""
<div class="c" style="font-size:17px">{h.f("hospital_name", v.hospital(dice, who.place)[0])}</div><div class="c">门诊收费收据</div>
<div>姓名：{h.f("patient_name", who.name)}</div><div>病历号：{h.f("record_number", dice.randint(10**6, 10**7 - 1))}</div><div>科室：{h.f("department", dice.choice(v.DEPARTMENTS))}</div>
<div>费别：{h.f("insurance_type", who.insurance, who.insurance_shown + "医保")}</div><div style="border-top:1px dashed #000;border-bottom:1px dashed #000;margin:4px 0">{fees}</div>
<div>个人账户支付：0.00</div><div>收费时间：{h.f("issue_date", when, when_shown)}</div><div>收费员：{p.name(dice, "女")}</div><div>此单据请妥善保管</div>"""
    return h.page(body, font=h.HEI, size=15, pad="20px 22px")


TEMPLATES = {
    "front-page-national": Template("inpatient_front_page", 794, 1123, front_page),
    "front-page-grid": Template("inpatient_front_page", 794, 1123, front_page_grid),
    "invoice-electronic": Template("medical_invoice", 794, 520, invoice),
    "invoice-stay": Template("medical_invoice", 794, 460, invoice_stay),
    "invoice-slip": Template("medical_invoice", 380, 460, statement),
}
