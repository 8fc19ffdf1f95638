"""Bills: fiscal e-bills of several provinces, pre-printed paper filled by dot-matrix, a private hospital's VAT invoice."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import day, name
from benchmarks.reading.templates.develop.prefecture_base import (
    DOTS,
    at,
    capital,
    cash,
    clinic,
    clock,
    date,
    digits,
    patient,
    qr,
    written,
)
from benchmarks.reading.templates.develop.vocabulary import DEPARTMENTS

_HEADS = ("西药费", "中成药费", "中草药费", "检查费", "化验费", "治疗费", "护理费", "床位费", "诊察费", "卫生材料费", "手术费", "其他住院收费", "一般诊疗费", "药事服务费", "麻醉费", "输血费")  # fmt: skip
_WARES = (
    ("门冬胰岛素30注射液(特充)", "支"), ("瑞舒伐他汀钙片", "盒"), ("葡萄糖测定(各种酶法)", "次"), ("糖化血红蛋白测定(色谱法)", "次"),
    ("彩色多普勒超声常规检查", "次"), ("静脉采血", "次"), ("厄贝沙坦氢氯噻嗪片", "盒"), ("普通门诊诊察费(副主任医师)", "次"), ("甲钴胺片", "盒"),
    ("一次性使用真空采血管", "支"), ("心电图常规检查(十二通道)", "次"), ("血清肌酐测定(酶法)", "项"), ("达格列净片", "盒"), ("硫酸氢氯吡格雷片", "盒"),
)  # fmt: skip
_TYPES = {
    "employee": ("职工基本医疗保险", "城镇职工", "职工医保"),
    "resident": ("城乡居民基本医疗保险", "城乡居民", "居民医保"),
}


def _fees(dice: random.Random, n: int) -> list[tuple[str, int]]:
    return [(h, dice.randint(600, 380000)) for h in dice.sample(_HEADS, n)]


def _insurance(dice: random.Random, kind: str) -> str:
    return f("insurance_type", kind, dice.choice(_TYPES[kind]))


def _mask(number: str) -> str:
    return number[:6] + "********" + number[-4:]


def _zhejiang(dice: random.Random) -> str:
    p = patient(dice, dice.choice(("浙江", "江苏", "福建")))
    house, out = clinic(dice, p.place), day(dice)
    into = out - dt.timedelta(days=dice.randint(3, 21))
    fees = _fees(dice, dice.randint(6, 12))
    total = sum(v for _, v in fees)
    fund = int(total * dice.uniform(0.4, 0.75))
    left = fees[: (len(fees) + 1) // 2]
    right = [*fees[len(left) :], ("", 0)]
    rows = ""
    for n, (a, v) in enumerate(left):
        b, w = right[n] if n < len(right) else ("", 0)
        rows += f"<tr><td>{a}</td><td></td><td class=r>{cash(v)}</td><td></td><td class=l>{b}</td><td></td><td class=r>{cash(w) if b else ''}</td><td></td></tr>"
    rows += "<tr><td style='height:20px' colspan=4></td><td class=l colspan=4></td></tr>" * (7 - len(left))
    style = dice.choice("-年-")
    code = p.id_number if dice.random() < 0.5 else None
    tint = dice.choice(("#8a4a2b", "#a0522d", "#7a3b2e"))
    buyer = f("id_number", code) if code else _mask(p.id_number)
    cardno = digits(dice, 20, p.place.code) if dice.random() < 0.6 else ""
    info = (
        (f"业务流水号：{digits(dice, 12)}", f"病历号：{f('record_number', digits(dice, 8)) if dice.random() < 0.5 else ''}", f"住院号：{f('record_number', digits(dice, 8))}", f"住院科别：{f('department', dice.choice(DEPARTMENTS))}"),
        (f"住院时间：{date('admission_date', into, style)}至{date('discharge_date', out, style)}", f"预缴金额：{cash(300000)}", "补缴金额：0.00", f"退费金额：{cash(dice.randint(0, 90000))}"),
        (f"医疗机构类型：{dice.choice(('综合医院', '中医医院', '公立医院'))}", f"医保类型：{_insurance(dice, p.insurance)}", f"医保编号：{f('card_number', cardno) if cardno else ''}", f"性别：{f('sex', p.sex)}"),
        (f"医保统筹基金支付：{cash(fund)}", "其他支付：0.00", f"个人账户支付：{cash((total - fund) // 3)}", f"个人现金支付：{cash(total - fund - (total - fund) // 3)}"),
        (f"个人自付：{cash((total - fund) // 2)}", f"个人自费：{cash(total - fund - (total - fund) // 2)}", "", ""),
    )  # fmt: skip
    extra = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in line) + "</tr>" for line in info)
    body = (
        f'<div style="text-align:center;font-size:23px;color:{tint};letter-spacing:3px;font-family:{SONG};font-weight:600">{p.place.province.removesuffix("省")}省医疗住院收费票据（电子）</div>'
        f'<div style="width:330px;margin:2px auto 8px;border-top:2px solid {tint};border-bottom:1px solid {tint};height:5px"></div>'
        f'<div style="position:absolute;left:42px;top:22px">{qr(dice, 74)}</div>'
        f'<div style="display:flex;justify-content:space-between;margin-left:96px"><div><i>票据代码：</i>{p.place.code[:2]}060124<br><i>交款人统一社会信用代码：</i>{buyer}<br><i>交款人：</i>{f("patient_name", p.name)}</div>'
        f"<div><i>票据号码：</i>{digits(dice, 10)}<br><i>校验码：</i>{dice.choice('abcdef')}{digits(dice, 3)}{dice.choice('xyz')}{digits(dice, 1)}<br><i>开票日期：</i>{date('issue_date', out, style)}</div></div>"
        f"<table class=t><tr>{'<th>项目名称</th><th>数量/单位</th><th>金额（元）</th><th>备注</th>' * 2}</tr>{rows}"
        f"<tr class=s><td colspan=5><i>金额合计（大写）</i>　{capital(total)}</td><td colspan=3><i>（小写）</i>　{cash(total)}</td></tr>"
        f"<tr class=s><td colspan=8 style='padding:0'><div style='display:flex'><div style='width:26px;text-align:center;border-right:1px solid {tint};padding:6px 4px;color:{tint}'>其他信息</div><table class=x>{extra}</table></div></td></tr></table>"
        f'<div style="display:flex;justify-content:space-between;margin-top:5px;position:relative"><span><i>收款单位（章）：</i>{f("hospital_name", house)}</span><span><i>复核人：</i>{name(dice, "女")}</span><span style="margin-right:40px"><i>收款人：</i>{name(dice, "女")}</span>{seal(house, "收费专用章", shape="ellipse", size=156, at=(dice.randint(90, 150), -50), turn=dice.uniform(-5, 5), ink=0.6)}</div>'
    )
    css = f"i{{font-style:normal;color:{tint}}}.t{{margin-top:6px;border:1.5px solid {tint}}}.t>tbody>tr>th{{color:{tint};border-bottom:1px solid {tint};text-align:center}}.t td,.t th{{padding:1px 6px}}.l{{border-left:1px solid {tint}}}.s>td{{border-top:1px solid {tint}}}.x td{{font-size:11px;padding:1px 4px;white-space:nowrap}}"
    return page(body, css, SONG, 12, "22px 40px")


def _shandong(dice: random.Random) -> str:
    p = patient(dice, dice.choice(("山东", "河北", "辽宁", "河南")))
    house, when = clinic(dice, p.place), day(dice)
    picked = dice.sample(_WARES, dice.randint(3, 9))
    lines, total = "", 0
    for ware, unit in picked:
        n, v = dice.randint(1, 4), dice.randint(150, 18800)
        total += n * v
        lines += f"<tr><td>{ware}</td><td class=c>{n}/{unit}</td><td class=r>{cash(v)}</td><td class=r>{cash(n * v)}</td><td class=c>{dice.choice(('甲类', '乙类', '丙类', '自付10%', ''))}</td></tr>"
    fund = int(total * dice.uniform(0.2, 0.7)) if dice.random() < 0.7 else 0
    tint = dice.choice(("#b5332e", "#aa3a3a"))
    sub = "慢特病门诊" if dice.random() < 0.4 else "普通门诊"
    cardno = f("card_number", digits(dice, 9, dice.choice("ABCDE"))) if dice.random() < 0.5 else ""
    body = (
        f'<div style="display:flex;align-items:center;border-bottom:2px solid {tint}"><div style="width:86px;height:86px;border:1px dashed #bbb;font-size:10px;color:#b55;text-align:center;padding-top:24px">财政部监制<br>{p.place.province}财政厅</div>'
        f'<div style="flex:1;text-align:center"><div style="font:600 24px {HEI};color:{tint};letter-spacing:2px">{p.place.province}医疗门诊收费票据（电子）</div></div>{qr(dice, 82)}</div>'
        f"<table class=h><tr><td>票据代码：{p.place.code[:2]}060225</td><td>票据号码：{digits(dice, 10)}</td></tr><tr><td>交款人统一社会信用代码：{f('id_number', p.id_number) if dice.random() < 0.3 else ''}</td><td>校验码：{digits(dice, 2)}{dice.choice('acdefh')}{digits(dice, 3)}</td></tr>"
        f"<tr><td>交款人：{f('patient_name', p.name)}</td><td>开票日期：{date('issue_date', when, '-')}</td></tr></table>"
        f"<table class=g2><tr><th>项目名称</th><th>数量/单位</th><th>单价</th><th>金额（元）</th><th>备注</th></tr>{lines}<tr><td colspan=5 style='height:60px'></td></tr></table>"
        f"<div class=box><b>金额合计（大写）</b>：{capital(total)}　　　　　<b>（小写）</b>：{cash(total)}</div>"
        f'<div class=box style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:3px 12px"><span>业务流水号：{digits(dice, 14)}</span><span>门诊号：{f("record_number", digits(dice, 10))}</span><span>就诊日期：{date("visit_date", when, "")}</span>'
        f"<span>医疗机构类型：{dice.choice(('三级医院', '综合医院', '非营利性'))}</span><span>医保类型：{_insurance(dice, p.insurance)}</span><span>医保编号：{cardno}</span><span>性别：{f('sex', p.sex)}</span><span>医保统筹基金支付：{cash(fund)}</span><span>其他支付：{cash(0)}</span>"
        f"<span>个人账户支付：{cash((total - fund) // 2)}</span><span>个人现金支付：{cash(total - fund - (total - fund) // 2)}</span><span>医疗类别：{sub}</span><span>个人自付：{cash((total - fund) // 4)}</span><span>个人自费：{cash(0)}</span><span>账户余额：{cash(dice.randint(0, 90000))}</span></div>"
        f'<div style="display:flex;justify-content:space-between;margin-top:10px;position:relative"><span>收款单位（章）：{f("hospital_name", house)}</span><span>复核人：{dice.choice(("系统", "自助机01", name(dice, "女")))}</span><span>收款人：{dice.choice(("微信公众号", "自助", name(dice, "男")))}</span>{seal(house, "财务专用章", size=138, at=(dice.randint(60, 110), -58), turn=dice.uniform(-8, 8), ink=0.6)}</div>'
        f'<div style="position:absolute;left:56px;right:56px;bottom:40px;border-top:1px solid #aaa;font-size:10px;color:#555">温馨提示：1.本票据可登录“{p.place.province}财政电子票据查验平台”查验真伪。2.请妥善保管，报销入账后不得重复使用。3.如需退费，请携带就诊卡及本票据于30日内到门诊收费窗口办理。　打印次数：{dice.randint(1, 3)}　打印时间：{written(when + dt.timedelta(days=9), "-")} {clock(dice)}</div>'
    )
    css = ".h td{padding:2px 4px;width:50%}.g2{border:1px solid #b55}.g2 th{border-bottom:1px solid #b55;background:#fbf1ef;text-align:center;color:#933}.g2 td{padding:3px 8px}.box{border:1px solid #b55;border-top:0;padding:6px 8px}"
    return page(body, css, HEI, 12, "44px 56px")


def _overprint(dice: random.Random) -> tuple[str, float, float]:
    """CSS of the dot-matrix filling and by how much the paper sat askew."""
    ink = dice.choice(("#2a2f55", "#333", "#4a4a66"))
    return (f"font-family:{DOTS};color:{ink};letter-spacing:{dice.choice((0, 0.5, 1))}px;font-size:{dice.choice((13, 14))}px;opacity:.9;", dice.uniform(-3, 12), dice.uniform(-6, 3))  # fmt: skip


def _hunan(dice: random.Random) -> str:  # noqa: PLR0915
    p = patient(dice, dice.choice(("湖南", "湖北", "广西", "云南")))
    house, out = clinic(dice, p.place), day(dice, "2018-02-01", "2023-12-20")
    into = out - dt.timedelta(days=dice.randint(4, 19))
    ink, dx, dy = _overprint(dice)
    tint = dice.choice(("#1d7a4c", "#28706e", "#9a4a1e"))
    printed, filled = "", ""

    def pre(x: float, y: float, text: str, size: int = 13) -> None:
        nonlocal printed
        printed += at(x, y, text, f"color:{tint};font-family:{SONG};font-size:{size}px;")

    def fill(x: float, y: float, html: str) -> None:
        nonlocal filled
        filled += at(x + dx, y + dy, html, ink)

    pre(250, 20, f"{p.place.province}医疗机构住院收费收据", 25 if len(p.place.province) < 5 else 22)
    pre(420, 58, "收 据 联", 14)
    pre(700, 30, "№", 20)
    printed += at(728, 28, digits(dice, 9), "color:#c22;font-size:20px;font-family:serif;letter-spacing:2px")
    pre(40, 88, "姓名：")
    pre(250, 88, "住院号：")
    pre(450, 88, "科别：")
    pre(690, 88, "年　　月　　日")
    fill(88, 88, f("patient_name", p.name))
    fill(310, 88, f("record_number", digits(dice, 7)))
    fill(498, 88, f("department", dice.choice(DEPARTMENTS)))
    printed += f'<div data-field="issue_date" data-value="{out}" style="position:absolute;left:640px;top:{88 + dy}px;width:190px;height:20px">' + "".join(at(x, 0, t, ink) for x, t in ((14, f"{out:%Y}"), (72, f"{out:%m}"), (114, f"{out:%d}"))) + "</div>"  # fmt: skip
    pre(40, 116, "住院日期：自　　　　　　　　　　至　　　　　　　　　　共　　　　天")
    fill(132, 116, date("admission_date", into, "."))
    fill(272, 116, date("discharge_date", out, "."))
    fill(414, 116, str((out - into).days))
    pre(560, 116, "医保类别：")
    fill(635, 116, _insurance(dice, p.insurance))
    fees = _fees(dice, dice.randint(7, 12))
    total = sum(v for _, v in fees)
    heads = [n for n, _ in fees] + [h for h in _HEADS if h not in dict(fees)]
    heads = sorted(heads[:12], key=_HEADS.index)
    for col in range(3):
        pre(60 + 280 * col, 148, "项　目")
        pre(210 + 280 * col, 148, "金　额")
        for n in range(4):
            head = heads[col * 4 + n]
            pre(50 + 280 * col, 180 + 30 * n, head)
            if head in dict(fees):
                fill(200 + 280 * col, 180 + 30 * n, f"{cash(dict(fees)[head]):>10}".replace(" ", "&nbsp;"))
    pre(50, 304, "合计人民币（大写）")
    fill(190, 304, capital(total))
    pre(610, 304, "￥")
    fill(630, 304, cash(total))
    fund = int(total * dice.uniform(0.4, 0.7))
    pre(50, 336, "预交金　　　　　　　统筹支付　　　　　　　个人帐户　　　　　　　补　交　　　　　　　退　款")
    for x, v in ((100, 500000), (236, fund), (400, 0), (528, max(0, total - fund - 500000)), (690, max(0, 500000 - total + fund))):  # fmt: skip
        fill(x, 336, cash(v))
    pre(40, 376, "收款单位（公章）：")
    pre(450, 376, "复核：")
    pre(640, 376, "收款人：")
    fill(700, 376, dice.choice((f"{dice.randint(100, 999)}", name(dice, "女"))))
    fill(166, 376, f("hospital_name", house))
    pre(
        872,
        110,
        "<div style='writing-mode:vertical-rl;letter-spacing:3px'>第二联　交款人　（手写无效）</div>",
        12,
    )
    lines = "".join(f'<div style="position:absolute;left:34px;width:830px;top:{y}px;border-top:1px solid {tint}"></div>' for y in (142, 172, 202, 232, 262, 296, 328, 362))  # fmt: skip
    posts = "".join(f'<div style="position:absolute;left:{x}px;top:142px;height:{h}px;border-left:1px solid {tint}"></div>' for x, h in ((34, 220), (864, 220), (180, 154), (314, 154), (460, 154), (594, 154), (740, 154)))  # fmt: skip
    stamp = seal(f"{p.place.province}财政厅", "票据监制章", shape="ellipse", size=104, at=(458, 6), ink=0.4)
    stamp += seal(house, "收费专用章", size=118, at=(230, 318), turn=dice.uniform(-20, 20), ink=0.55)
    return page(printed + lines + posts + filled + stamp, f"body{{background:{dice.choice(('#fff', '#fdfbf3', '#f4faf5'))}}}", SONG, 13, "0")  # fmt: skip


def _sichuan(dice: random.Random) -> str:
    p = patient(dice, dice.choice(("四川", "陕西", "湖北")))
    house, when = clinic(dice, p.place), day(dice, "2019-02-01", "2024-06-20")
    ink, dx, dy = _overprint(dice)
    tint = dice.choice(("#35509c", "#a33b5c"))
    items = dice.sample(_WARES, dice.randint(3, 7))
    prices = [dice.randint(200, 30000) for _ in items]
    total = sum(prices)

    def lab(x: float, y: float, t: str, s: int = 12) -> str:
        return at(x, y, t, f"color:{tint};font-size:{s}px")

    def put(x: float, y: float, t: str) -> str:
        return at(x + dx, y + dy, t, ink + "font-size:12px;")

    body = lab(56, 18, f"{p.place.province}门诊医药费专用收据", 19) + lab(40, 50, "NO：") + at(68, 48, digits(dice, 8), "color:#c22;font-size:15px") + lab(250, 50, "（报销凭证）")  # fmt: skip
    body += lab(28, 78, "姓名") + put(62, 78, f("patient_name", p.name)) + lab(180, 78, "性别") + put(212, 78, f("sex", p.sex)) + lab(262, 78, "年龄") + put(294, 78, f("age", p.age_on(when)))  # fmt: skip
    body += lab(28, 104, "门诊号") + put(76, 104, f("record_number", digits(dice, 9))) + lab(210, 104, "科室") + put(242, 104, f("department", dice.choice(DEPARTMENTS)[:7]))  # fmt: skip
    body += f'<div style="position:absolute;left:22px;top:130px;width:340px;height:270px;border:1px solid {tint}"></div><div style="position:absolute;left:22px;top:156px;width:340px;border-top:1px solid {tint}"></div><div style="position:absolute;left:262px;top:130px;height:270px;border-left:1px solid {tint}"></div>'
    body += lab(90, 134, "项　目　名　称") + lab(288, 134, "金　额")
    for n, ((ware, _), v) in enumerate(zip(items, prices, strict=True)):
        body += put(30, 164 + 27 * n, ware[:15]) + put(284, 164 + 27 * n, cash(v))
    body += lab(28, 408, "合计（大写）") + put(104, 408, capital(total)) + lab(28, 434, "小写 ￥") + put(84, 434, cash(total)) + lab(190, 434, "现金支付") + put(250, 434, cash(total // 2))  # fmt: skip
    body += lab(28, 460, "个人账户") + put(92, 460, cash(total - total // 2)) + lab(190, 460, "账户余额") + put(250, 460, cash(dice.randint(0, 400000)))  # fmt: skip
    body += lab(28, 488, "收费员") + put(76, 488, f"{dice.randint(1, 99):04d}") + lab(150, 488, "日期") + put(184, 488, date("issue_date", when, dice.choice("-/."), clock(dice)))  # fmt: skip
    body += lab(28, 516, "收费单位（盖章有效）") + put(30, 540, f("hospital_name", house))
    body += lab(28, 570, "注：① 本收据遗失不补；② 退药退费须凭本收据及处方底方当日办理。", 9)
    body += lab(
        368, 180, "<div style='writing-mode:vertical-rl'>第一联：收据联（机打有效 手写无效）</div>", 10
    )
    body += seal(
        house, "门诊收费章", shape="circle", size=112, at=(236, 474), turn=dice.uniform(-25, 25), ink=0.55
    )
    return page(body, "", KAI if dice.random() < 0.4 else SONG, 12, "0")


TEMPLATES: dict[str, Template] = {
    "prefecture-medical_invoice-east-inpatient": Template("medical_invoice", 900, 500, _zhejiang),
    "prefecture-medical_invoice-north-outpatient": Template("medical_invoice", 794, 1123, _shandong),
    "prefecture-medical_invoice-green-overprint": Template("medical_invoice", 900, 450, _hunan),
    "prefecture-medical_invoice-narrow-overprint": Template("medical_invoice", 390, 600, _sichuan),
}
