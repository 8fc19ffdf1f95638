"""Invoices and lists: national e-invoices, a paper invoice, a settlement list, fee lists."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.marsh_base import (
    FJ,
    GD,
    HA,
    HN,
    JX,
    SD,
    ZJ,
    Case,
    at,
    case,
    d,
    style,
)
from benchmarks.reading.templates.develop.people import Place

INSURED = {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}
DIGITS = "零壹贰叁肆伍陆柒捌玖"


def capital(cents: int) -> str:
    """An amount in the capital figures of invoices."""
    yuan, rest = divmod(cents, 100)
    text, zero = "", False
    for n, digit in enumerate(reversed(str(yuan))):
        unit = ("", "拾", "佰", "仟", "万", "拾", "佰")[n]
        if digit == "0":
            text = ("万" if n == 4 else "零" if zero else "") + text
            zero = False
        else:
            text, zero = DIGITS[int(digit)] + unit + text, True
    tail = (
        (f"{DIGITS[rest // 10]}{'角' if rest > 9 else ''}{DIGITS[rest % 10]}分").replace("零分", "")
        if rest
        else "整"
    )
    return text.rstrip("零") + "元" + tail


def hospital_of(dice: random.Random, place: Place) -> str:
    """A hospital that takes the money."""
    return place.county.rstrip("区县市") + dice.choice(
        ("第三人民医院", "惠民医院", "城南中心医院", "广济中医院", "矿区职工医院", "北郊人民医院")
    )


def fake_code(dice: random.Random, size: int = 76) -> str:
    """A square that looks like a QR code."""
    n = 25
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.48 and not ((x < 8 and (y < 8 or y > 16)) or (x > 16 and y < 8))
    )
    eyes = "".join(
        f'<rect x="{x + 0.5}" y="{y + 0.5}" width="6" height="6" fill="none" stroke="#000"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (18, 0), (0, 18))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{dots}{eyes}</svg>'


def money(dice: random.Random, top: int) -> int:
    """Cents."""
    return dice.randint(300, top * 100)


def national(dice: random.Random, places: tuple[Place, ...], inpatient: bool) -> tuple[Case, str]:
    """The national medical fee e-invoice, outpatient or inpatient."""
    c = case(dice, places)
    p = c.p
    hospital = hospital_of(dice, p.place)
    area = p.place.province
    names = ["床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中成药费", "其他住院费"] if inpatient else ["诊察费", "检查费", "化验费", "西药费", "中草药", "卫生材料费"]  # fmt: skip
    items = [
        (n, money(dice, 5000 if inpatient else 420))
        for n in names
        if dice.random() < 0.8 or n in ("西药费", "诊察费")
    ]
    total = sum(m for _, m in items)
    fund = int(total * dice.uniform(0.4, 0.7))
    account = dice.choice((0, int((total - fund) * 0.4)))
    cash = total - fund - account
    colour = dice.choice(("#7a3b1e", "#8a4a20", "#333"))
    cells = [
        f'<td style="width:22%">{n}</td><td class="r" style="width:11%">{m / 100:.2f}</td>' for n, m in items
    ]
    cells += ["<td></td><td></td>"] * (-len(cells) % 3)
    grid = "".join(f"<tr>{''.join(cells[i : i + 3])}</tr>" for i in range(0, len(cells), 3))
    detail = "".join(
        f"<tr><td>{n}</td><td>{dice.randint(1, 3)}/盒</td><td class='r'>{money(dice, 90) / 100:.2f}</td></tr>"
        for n, _, _ in c.ill.drugs
    )
    number = f"{dice.randint(0, 99999999):010d}"
    if inpatient:
        other = f"""<tr><td>业务流水号：{dice.randint(10**11, 10**12)}</td><td>病历号：{f("record_number", c.number)}</td><td>住院号：{c.number}</td><td>住院科别：{f("department", c.ill.dept)}</td></tr>
<tr><td>住院时间：{d("admission_date", c.start, "8")}-{d("discharge_date", c.end, "8")}</td><td>预缴金额：{cash // 100 + 500}.00</td><td>补缴金额：0.00</td><td>退费金额：{500 - cash % 100 / 100:.2f}</td></tr>"""
    else:
        other = f"""<tr><td>业务流水号：{dice.randint(10**11, 10**12)}</td><td>门诊号：{f("record_number", c.number)}</td><td>就诊日期：{d("visit_date", c.start, "8")}</td><td></td></tr>"""
    other += f"""<tr><td>医疗机构类型：{dice.choice(("综合医院", "中医医院", "专科医院"))}</td><td>医保类型：{f("insurance_type", p.insurance, INSURED[p.insurance])}</td><td>医保编号：{f("card_number", str(dice.randint(10**11, 10**12))) if dice.random() < 0.6 else ""}</td><td>性别：{f("sex", p.sex)}</td></tr>
<tr><td>医保统筹基金支付：{fund / 100:.2f}</td><td>其他支付：{account / 100:.2f}</td><td>个人账户支付：{account / 100:.2f}</td><td>个人现金支付：{cash / 100:.2f}</td></tr><tr><td>个人自付：{cash / 100:.2f}</td><td>个人自费：0.00</td><td></td><td></td></tr>"""
    ask = f("id_number", p.id_number, p.id_number) if dice.random() < 0.4 else ""
    mid = "" if inpatient and dice.random() < 0.5 else f'<table style="color:#222;font-size:11px;width:62%">{detail}</table>'  # fmt: skip
    body = f"""<div style="color:{colour};font-size:12px"><div style="position:absolute;left:36px;top:30px">{fake_code(dice)}</div><h1 style="font-size:22px;letter-spacing:2px;margin:12px 0 16px">{area[:2]}省医疗{"住院" if inpatient else "门诊"}收费票据（电子）</h1>
<div style="position:absolute;left:50%;top:26px;margin-left:-62px">{seal("全国统一财政票据监制章", area[:2] + "省财政厅", shape="ellipse", size=124, at=(0, 0), ink=0.6)}</div>
<table style="margin-left:84px;width:auto;min-width:86%"><tr><td>票据代码：<span style="color:#222">{p.place.code[:2]}060{dice.randint(100, 199)}</span></td><td>票据号码：<span style="color:#222">{number}</span></td></tr><tr><td>交款人统一社会信用代码：<span style="color:#222">{ask}</span></td><td>校验码：<span style="color:#222">{dice.choice("0abcdef")}{dice.randint(10000, 99999)}</span></td></tr><tr><td>交款人：<span style="color:#222">{f("patient_name", p.name)}</span></td><td>开票日期：<span style="color:#222">{d("issue_date", c.end if inpatient else c.start, "-")}</span></td></tr></table>
<table style="border:1.5px solid {colour};margin-top:4px"><tr style="border-bottom:1px solid {colour}">{'<td class="c">项目名称</td><td class="c">金额（元）</td>' * 3}</tr><tbody style="color:#222">{grid}</tbody><tr><td colspan="6" style="height:46px;vertical-align:top">{mid}</td></tr>
<tr style="border-top:1px solid {colour}"><td colspan="3">金额合计（大写）　<span style="color:#222">{capital(total)}</span></td><td colspan="3">（小写）　<span style="color:#222">{total / 100:.2f}</span></td></tr>
<tr style="border-top:1px solid {colour}"><td colspan="6" style="padding:0"><div style="display:flex"><div style="width:22px;border-right:1px solid {colour};padding:14px 3px;line-height:1.3">其他信息</div><table style="font-size:11.5px;color:#222">{other}</table></div></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>收款单位（章）：<span style="color:#222">{f("hospital_name", hospital)}</span></span><span>复核人：<span style="color:#222">{c.others[0] if dice.random() < 0.5 else ""}</span></span><span>收款人：<span style="color:#222">{dice.choice((c.others[1], "自助机03", "微信公众号"))}</span></span></div></div>"""
    body += seal(
        hospital,
        dice.choice(("财务专用章", "收费专用章", "票据专用章")),
        size=118,
        at=(120, 340),
        turn=0,
        ink=0.75,
    )
    return c, page(body, "td{padding:2px 6px}", font=dice.choice((SONG, KAI)), size=12, pad="24px 36px")


def outpatient_e(dice: random.Random) -> str:
    """National outpatient e-invoice of Hunan and Jiangxi."""
    return national(dice, HN + JX, False)[1]


def inpatient_e(dice: random.Random) -> str:
    """National inpatient e-invoice of Shandong and Fujian."""
    return national(dice, SD + FJ, True)[1]


def paper_invoice(dice: random.Random) -> str:
    """Henan paper invoice: printed frame, dot-matrix values slightly off their places."""
    c = case(dice, HA)
    p = c.p
    hospital = hospital_of(dice, p.place)
    items = [(n, money(dice, 260)) for n in ("西药", "中成药", "检查", "化验", "治疗", "材料", "诊查") if dice.random() < 0.75] or [("西药", 8846)]  # fmt: skip
    total = sum(m for _, m in items)
    fund = int(total * 0.5)
    x, y = dice.randint(-6, 8), dice.randint(-4, 5)
    dot: Callable[..., str] = lambda t: (
        f"<span style=\"font-family:'AR PL UMing CN';color:#26264a;font-size:14px;letter-spacing:.5px;position:relative;left:{x}px;top:{y}px\">{t}</span>"
    )
    left = "".join(
        f"<tr><td>{dot(n + '费')}</td><td class='r'>{dot(f'{m / 100:.2f}')}</td></tr>" for n, m in items
    )
    right = "".join(
        f"<tr><td>{dot(n)}</td><td>{dot(str(dice.randint(1, 4)))}</td><td class='r'>{dot(f'{money(dice, 80) / 100:.2f}')}</td></tr>"
        for n, _, _ in c.ill.drugs
    )
    g = "#2a6e4a"
    when = f'<span data-field="issue_date" data-value="{c.start.isoformat()}">{dot(f"{c.start.year}")} 年 {dot(f"{c.start.month:02d}")} 月 {dot(f"{c.start.day:02d}")} 日</span>'
    body = f"""<div style="color:{g};font-size:13px"><h1 style="font-size:22px;letter-spacing:5px">河南省医疗门诊收费票据</h1><div class="c" style="font-size:11px;letter-spacing:6px">收 据 联</div><div style="position:absolute;right:40px;top:26px;color:#b22;font-size:17px;font-family:{MICRO}">№ {dice.randint(10000000, 99999999)}</div>
<table style="margin-top:8px"><tr><td>门诊号：{dot(f("record_number", c.number))}</td><td>医疗机构类型：{dot(dice.choice(("综合", "非营利性")))}</td><td>业务流水号：{dot(str(dice.randint(10**9, 10**10)))}</td></tr></table>
<table style="border:1.5px solid {g}"><tr style="border-bottom:1px solid {g}"><td style="border-right:1px solid {g}">姓名：{dot(f("patient_name", p.name))}</td><td style="border-right:1px solid {g}">性别：{dot(f("sex", p.sex))}</td><td style="border-right:1px solid {g}">医保类型：{dot(f("insurance_type", p.insurance, {"employee": "城镇职工", "resident": "城乡居民"}[p.insurance]) if dice.random() < 0.7 else "自费")}</td><td>社会保障号码：{dot(f("id_number", p.id_number) if dice.random() < 0.6 else "")}</td></tr>
<tr style="height:150px"><td colspan="2" style="border-right:1px solid {g};vertical-align:top"><table><tr><td>项目</td><td class="r">金额（元）</td></tr>{left}</table></td><td colspan="2" style="vertical-align:top"><table><tr><td>项目/规格</td><td>数量</td><td class="r">金额（元）</td></tr>{right}</table></td></tr>
<tr style="border-top:1px solid {g}"><td colspan="4">合计（大写）：{dot(capital(total))}　　　　　￥：{dot(f"{total / 100:.2f}")}</td></tr><tr style="border-top:1px solid {g}"><td colspan="4">医保统筹支付：{dot(f"{fund / 100:.2f}")}　个人账户支付：{dot("0.00")}　其他医保支付：{dot("")}　个人支付金额：{dot(f"{(total - fund) / 100:.2f}")}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>收款单位（章）{dot(f("hospital_name", hospital) if dice.random() < 0.7 else "")}</span><span>收款人：{dot(c.others[0])}</span><span>{when}</span></div><div style="font-size:10px;margin-top:4px">河南省财政厅印制　本票据须加盖收费专用章，手写无效</div></div>"""
    body += seal(hospital, "门诊收费专用章", shape="ellipse", size=150, at=(60, 300), turn=dice.uniform(-14, 14))  # fmt: skip
    return (
        page(body, "td{padding:3px 6px}", font=SONG, size=13, pad="24px 40px")
        if dice.random() < 0.8
        else page(body, "body{background:#fdf6ef}", font=SONG, size=13, pad="24px 40px")
    )


def settlement(dice: random.Random) -> str:
    """Guangdong insurance settlement sheet, as the hospital prints it from the provincial platform."""
    c = case(dice, GD)
    p = c.p
    hospital = hospital_of(dice, p.place)
    total = money(dice, 30000) + 300000
    own, part = int(total * 0.08), int(total * 0.1)
    scope = total - own - part
    low = dice.choice((40000, 60000, 80000))
    fund = int((scope - low) * 0.8)
    big = dice.choice((0, int(fund * 0.1)))
    m: Callable[..., str] = lambda v: f'<td class="r">{v / 100:.2f}</td>'
    code = f"H{p.place.code}{dice.randint(10000, 99999)}"
    body = f"""<h1 style="font-size:20px">广东省医疗保障定点医疗机构住院费用结算单</h1><div class="c" style="font-size:12px">（{dice.choice(("普通住院", "异地联网", "单病种"))}）　　　　　　金额单位：元</div>
<table style="font-size:12px;margin-top:6px"><tr><td>医疗机构名称：{f("hospital_name", hospital)}</td><td>医疗机构编码：{code}</td><td>医院等级：{f("hospital_level", lv := dice.choice(("三级甲等", "二级甲等", "二级")), lv)}</td></tr><tr><td>结算单号：{p.place.code[:4]}{dice.randint(10**14, 10**15)}</td><td>结算日期：{d("issue_date", c.end, "-", at(dice, True))}</td><td>住院号：{f("record_number", c.number)}</td></tr></table>
<table class="g" style="font-size:12px"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", c.age)}</td><td>人员类别</td><td>{dice.choice(("在职", "退休人员")) if p.insurance == "employee" else dice.choice(("普通居民（成年）", "低保对象"))}</td></tr>
<tr><td>证件号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td>个人编号</td><td colspan="3">{f("card_number", str(dice.randint(10**9, 10**10)))}</td></tr><tr><td>险种类型</td><td colspan="3">{f("insurance_type", p.insurance, INSURED[p.insurance])}</td><td>参保地</td><td colspan="3">{f("insured_place", p.place.city + dice.choice(("", p.place.county)))}</td></tr>
<tr><td>单位/社区</td><td colspan="3">{dice.choice(("", p.place.county + "龙田村委会"))}</td><td>就诊类型</td><td colspan="3">普通住院</td></tr><tr><td>入院科室</td><td colspan="3">{f("department", c.ill.dept)}</td><td>住院天数</td><td colspan="3">{c.days}</td></tr>
<tr><td>入院日期</td><td colspan="3">{d("admission_date", c.start, "-")}</td><td>出院日期</td><td colspan="3">{d("discharge_date", c.end, "-")}</td></tr><tr><td>出院诊断</td><td colspan="7">{"；".join(f("diagnosis", a) + f"[{b}]" for a, b in c.dx[:2])}</td></tr></table>
<table class="g" style="font-size:12px;margin-top:-1px"><tr class="c"><td>费用类别</td><td>金额</td><td>甲类</td><td>乙类</td><td>丙类（自费）</td></tr>{"".join(f"<tr><td>{n}</td>{m(v := money(dice, 4000))}{m(int(v * 0.7))}{m(int(v * 0.2))}{m(v - int(v * 0.7) - int(v * 0.2))}</tr>" for n in ("床位费", "西药费", "检查费", "检验费", "治疗费", "护理费", "卫生材料费"))}</table>
<table class="g" style="font-size:12px;margin-top:-1px"><tr><td>医疗费总额</td>{m(total)}<td>全自费金额</td>{m(own)}<td>先行自付</td>{m(part)}</tr><tr><td>符合政策范围</td>{m(scope)}<td>起付线</td>{m(low)}<td>报销比例</td><td class="r">80%</td></tr><tr><td>基本统筹支付</td>{m(fund)}<td>大病保险支付</td>{m(big)}<td>医疗救助</td>{m(0)}</tr><tr><td>公务员补助</td><td></td><td>个人账户支付</td>{m(0)}<td>个人现金支付</td>{m(total - fund - big)}</tr>
<tr><td>统筹支付（大写）</td><td colspan="5">{capital(fund)}</td></tr><tr><td>本年度统筹累计</td><td colspan="2">{(fund + 123450) / 100:.2f}</td><td>本年住院次数</td><td colspan="2">{dice.randint(1, 5)}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:24px;font-size:12px"><span>定点医疗机构（盖章）</span><span>经办人：{c.others[0]}</span><span>参保人（家属）签名：<span data-signature="applicant|absent" style="display:inline-block;width:90px;height:24px"></span></span><span>联系电话：{f("phone", p.phone) if dice.random() < 0.5 else ""}</span></div>
<div style="font-size:11px;margin-top:40px">说明：1.本单一式三联，医疗机构、医保经办机构、参保人各执一联。2.参保人对结算有异议的，请于15日内到参保地医保经办机构查询，咨询电话：12393。</div>"""
    body += seal(hospital, "医保结算专用章", size=140, at=(70, 700), turn=dice.uniform(-20, 20))
    return page(body, "td{padding:3px 5px}", font=SONG, size=12, pad="36px 40px")


def fee_list(dice: random.Random) -> str:
    """Inpatient fee list of a Zhejiang hospital: many rows, categories with subtotals, no frame."""
    c = case(dice, ZJ)
    p = c.p
    hospital = hospital_of(dice, p.place)
    groups = {
        "西药费": [(n, s, "盒") for n, s, _ in c.ill.drugs] + [("0.9%氯化钠注射液（软袋）", "100ml", "袋"), ("灭菌注射用水", "5ml", "支")],
        "检验费": [("全血细胞计数+五分类", "次", "次"), ("血清肌酐测定（酶促动力学法）", "", "项"), ("糖化血红蛋白测定", "色谱法", "项"), ("凝血酶原时间测定(PT)", "", "项")],
        "检查费": [("十二通道常规心电图检查", "", "次"), ("彩色多普勒超声常规检查（腹部）", "", "部位")],
        "护理费": [("Ⅱ级护理", "", "日"), ("静脉采血", "", "次")],
        "床位费": [("三人间床位费", "", "日")], "材料费": [("一次性使用静脉留置针", "24G Y型", "支"), ("输液接头消毒帽", "", "个")],
    }  # fmt: skip
    rows, total = "", 0
    for n, things in groups.items():
        part = 0
        for a, b, unit in things:
            price, count = money(dice, 60), dice.randint(1, 12)
            part += price * count
            rows += f'<tr><td>{dice.randint(10**8, 10**9)}</td><td>{a}</td><td>{b}</td><td>{unit}</td><td class="r">{price / 100:.2f}</td><td class="r">{count}</td><td class="r">{price * count / 100:.2f}</td><td class="c">{dice.choice("甲甲乙丙")}</td></tr>'
        total += part
        rows += f'<tr class="b"><td></td><td>【{n}】小计</td><td colspan="4"></td><td class="r">{part / 100:.2f}</td><td></td></tr>'
    body = f"""<h1 style="font-size:19px">{f("hospital_name", hospital)}住院病人费用明细清单</h1><table style="font-size:12px;border-top:2px solid #000;margin-top:8px"><tr><td>住院号：{f("record_number", c.number)}</td><td>姓名：{f("patient_name", p.name)}</td><td>性别：{f("sex", p.sex)}</td><td>年龄：{f("age", c.age, f"{c.age}岁")}</td><td>床号：{dice.randint(1, 40)}</td></tr><tr><td>病区：{c.ill.dept}护理单元</td><td>科室：{f("department", c.ill.dept)}</td><td colspan="2">费用性质：{dice.choice(("市医保", "省异地", "农保"))}</td><td>页次：1/1</td></tr><tr><td>入院：{d("admission_date", c.start, "-")}</td><td>出院：{d("discharge_date", c.end, "-")}</td><td colspan="3">费用时段：{style(c.start, "-")} 至 {style(c.end, "-")}</td></tr></table>
<table style="font-size:11.5px;border-top:1px solid #000;border-bottom:1px solid #000"><tr style="border-bottom:1px solid #000"><td>国家编码</td><td>项目名称</td><td>规格</td><td>单位</td><td class="r">单价</td><td class="r">数量</td><td class="r">金额</td><td class="c">类别</td></tr>{rows}</table>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:5px"><b>费用合计：{total / 100:.2f}</b><span>预交款：{total // 100 + 300}.00</span><span>打印人：{c.others[0]}</span><span>打印日期：{style(c.end, "-")} {at(dice)}</span></div><div style="font-size:11px;margin-top:8px">温馨提示：如对费用有疑问，请向病区护士站或住院收费处（门诊一楼）咨询，价格投诉电话12345。</div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "住院收费处", shape=dice.choice(("circle", "ellipse")), size=136, at=(560, 760), turn=dice.uniform(-20, 20))  # fmt: skip
    return page(body, "td{padding:1px 4px}", font=dice.choice((SONG, HEI)), size=12, pad="36px 40px")


def receipt_roll(dice: random.Random) -> str:
    """Outpatient settlement slip of a Jiangxi self-service machine, on a narrow roll."""
    c = case(dice, JX)
    p = c.p
    hospital = hospital_of(dice, p.place)
    goods = [(n, s, money(dice, 70), dice.randint(1, 3)) for n, s, _ in c.ill.drugs]
    total = sum(a * b for _, _, a, b in goods)
    fund = int(total * 0.6)
    lines = "".join(
        f"<div>{n} {s}</div><div class='r'>{a / 100:.2f} × {b} = {a * b / 100:.2f}</div>"
        for n, s, a, b in goods
    )
    sep = '<div style="overflow:hidden;white-space:nowrap;letter-spacing:1px">' + "-" * 60 + "</div>"
    body = f"""<div class="c" style="font-size:17px">{f("hospital_name", hospital)}</div><div class="c" style="font-size:15px">门诊慢特病结算单</div>{sep}
<div>姓　名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　年龄：{f("age", c.age)}</div><div>就诊卡号：{f("record_number", f"{dice.randint(10**9, 10**10)}")}</div><div>身份证号：{p.id_number[:6]}********{p.id_number[-4:]}</div><div>险　种：{f("insurance_type", p.insurance, INSURED[p.insurance])}</div><div>科　室：{f("department", c.ill.dept + "门诊")}</div><div>医　生：{f("physician_name", c.doctors[0])}</div><div>病　种：{f("diagnosis", c.dx[0][0])}</div><div>就诊时间：{d("visit_date", c.start, "-", at(dice, True))}</div>{sep}{lines}{sep}
<div>总金额：<span style="float:right">{total / 100:.2f}</span></div><div>统筹支付：<span style="float:right">{fund / 100:.2f}</span></div><div>大病支付：<span style="float:right">0.00</span></div><div>个人账户：<span style="float:right">{(total - fund) / 100:.2f}</span></div><div>账户余额：<span style="float:right">{money(dice, 2000) / 100:.2f}</span></div><div>现金支付：<span style="float:right">0.00</span></div>{sep}<div>结算流水：{dice.randint(10**15, 10**16)}</div><div>结算时间：{d("issue_date", c.start, "-", at(dice, True))}</div><div>终端号：ZZJ-{dice.randint(1, 40):02d}　收费员：自助</div><div class="c" style="margin-top:8px">请至2号楼1层西药房取药</div><div class="c" style="margin-top:8px">{fake_code(dice, 110)}</div><div class="c" style="font-size:12px">扫码开具医疗电子票据</div>"""
    return page(body, font=dice.choice((MICRO, SONG)), size=14, pad="22px 22px")


KIND = "medical_invoice"
TEMPLATES: dict[str, Template] = {
    "marsh-invoice-outpatient-national": Template(KIND, 794, 500, outpatient_e),
    "marsh-invoice-inpatient-national": Template(KIND, 794, 540, inpatient_e),
    "marsh-invoice-paper-henan": Template(KIND, 794, 490, paper_invoice),
    "marsh-invoice-settlement-guangdong": Template(KIND, 794, 1123, settlement),
    "marsh-invoice-feelist-zhejiang": Template(KIND, 794, 1123, fee_list),
    "marsh-invoice-roll-jiangxi": Template(KIND, 380, 900, receipt_roll),
}
