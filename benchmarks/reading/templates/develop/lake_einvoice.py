"""Electronic fiscal invoices and other invoices of a health shop window."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.lake_kit import clock, cut, day, digits, qr, who, words

KIND = "medical_invoice"


def _other(pairs: list[tuple[str, str]], per: int, width: str) -> str:
    cells = [f'<td style="width:{width}">{k}：{v}</td>' for k, v in pairs]
    cells += ["<td></td>"] * (-len(cells) % per)
    return "".join(f"<tr>{''.join(cells[n : n + per])}</tr>" for n in range(0, len(cells), per))


def _zhejiang(dice: random.Random) -> str:
    p = who(dice, "330782", "浙江省", "金华市", "义乌市", "稠州北路")
    hospital = dice.choice(("义乌市稠江中心医院", "浙江绣湖大学附属第四医院", "金华市婺江中医院"))
    seen = people.day(dice)
    total = dice.uniform(40, 1900)
    heads = dice.sample(
        ("西药费", "中成药费", "化验费", "检查费", "诊察费", "卫生材料费", "治疗费"), dice.randint(2, 4)
    )
    fees = "".join(
        f'<td>{h}</td><td class="r">{m:.2f}</td>' + ("</tr><tr>" if n % 2 else "")
        for n, (h, m) in enumerate(zip(heads, cut(dice, total, len(heads)), strict=True))
    )
    fee_tail = "" if len(heads) % 2 == 0 else "<td></td><td></td>"
    items = "".join(
        f'<tr><td>{n}</td><td class="r">{q}{u}</td><td class="r">{m:.2f}</td><td>{b}</td></tr>'
        for n, q, u, m, b in (
            ("[甲]盐酸二甲双胍缓释片(0.5g*60片/瓶)", 2, "瓶", 46.6, ""), ("[乙]达格列净片(10mg*14片/盒)", 2, "盒", 122.2, "自付10%"),
            ("[甲]普通门诊诊查费", 1, "次", 10.0, ""), ("[甲]糖化血红蛋白测定", 1, "项", 70.0, ""), ("[丙]一次性采血针", 1, "支", 0.6, "自费"),
        )[: dice.randint(2, 5)]
    )  # fmt: skip
    kind = dice.random() < 0.7
    other = [
        ("业务流水号", digits(dice, 14)), ("门诊号", f("record_number", digits(dice, 8))),
        ("就诊日期", day("visit_date", seen, f"{seen:%Y%m%d}")), ("医疗机构类型", dice.choice(("综合医院", "中医医院"))),
        ("性别", f("sex", p.sex)), ("医保类型", f("insurance_type", p.insurance, p.insurance_shown + "医保") if kind else "自费"),
        ("医保编号", f"3307{digits(dice, 8)}" if kind else ""), ("医保统筹基金支付", f"{total * 0.5:.2f}"), ("其他支付", "0.00"),
        ("个人账户支付", f"{total * 0.3:.2f}"), ("个人现金支付", f"{total * 0.2:.2f}"), ("个人自付", f"{total * 0.4:.2f}"), ("个人自费", f"{total * 0.1:.2f}"),
    ]  # fmt: skip
    body = f"""
<div style="position:absolute;left:40px;top:36px">{qr(dice, 84)}</div>
<h1 style="font-size:26px;letter-spacing:4px;color:#9c3b12">浙江省医疗门诊收费票据（电子）</h1>
<div class="ov" data-seal="全国统一财政票据监制章浙江省财政厅监制|ellipse|red" style="position:absolute;left:520px;top:70px;width:104px;height:62px">
<svg width="104" height="62"><ellipse cx="52" cy="31" rx="49" ry="28" fill="none" stroke="#d23" stroke-width="2"/>
<text x="52" y="20" font-size="7.4" fill="#d23" text-anchor="middle">全国统一财政票据监制章</text><text x="52" y="36" font-size="10" fill="#d23" text-anchor="middle">浙江省</text>
<text x="52" y="50" font-size="7.4" fill="#d23" text-anchor="middle">财政厅监制</text></svg></div>
<table style="margin:62px 0 6px"><tr><td style="width:58%">票据代码：<span>330601{seen:%y}</span></td><td>票据号码：{digits(dice, 10)}</td></tr>
<tr><td>交款人统一社会信用代码：{f("id_number", p.id_number) if dice.random() < 0.6 else ""}</td><td>校验码：{"".join(dice.choice("0123456789abcdef") for _ in range(6))}</td></tr>
<tr><td>交款人：{f("patient_name", p.name)}</td><td>开票日期：{day("issue_date", seen, seen.isoformat())}</td></tr></table>
<table class="g e"><tr class="c"><th class="c">项目名称</th><th class="c">金额（元）</th><th class="c">项目名称</th><th class="c">金额（元）</th></tr><tr>{fees}{fee_tail}</tr></table>
<table class="g e" style="border-top:0"><tr><th class="c" style="width:48%">项目名称</th><th class="c">数量/单位</th><th class="c">金额（元）</th><th class="c">备注</th></tr>{items}
<tr><td colspan="4">金额合计（大写）{words(total)}<span style="float:right">（小写）{total:.2f}</span></td></tr></table>
<div style="display:flex;border:1px solid #b8643a;border-top:0"><div style="width:34px;padding:14px 8px;line-height:1.2;border-right:1px solid #b8643a">其他信息</div>
<table style="font-size:12.5px">{_other(other, 3, "33%")}</table></div>
<div style="display:flex;justify-content:space-between;margin-top:6px"><span>收款单位（章）：{f("hospital_name", hospital)}</span><span>复核人：{people.name(dice, "女")}</span><span>收款人：{dice.choice(("自助机03", people.name(dice, "女"), "微信公众号"))}</span></div>
{seal(hospital, "收费专用章", at=(dice.randint(130, 180), 470 + dice.randint(0, 40)), size=128, turn=dice.uniform(-10, 10), ink=0.6)}"""
    css = ".e td,.e th{border-color:#b8643a!important;color:#333}.e th{color:#9c3b12}"
    return page(body, css, dice.choice((SONG, SONG, HEI)), 13, "38px 44px")


def _beijing(dice: random.Random) -> str:
    p = who(dice, "110111", "北京市", "北京市", "房山区", "良乡西路")
    out = people.day(dice)
    into = out - dt.timedelta(days=dice.randint(2, 31))
    hospital = dice.choice(("北京市良乡燕山医院", "首都永定医科大学附属北京望丰医院", "北京卢沟老年医院"))
    names = (
        "床位费",
        "诊察费",
        "检查费",
        "化验费",
        "治疗费",
        "手术费",
        "护理费",
        "卫生材料费",
        "西药费",
        "中草药费",
        "中成药费",
        "一般诊疗费",
        "其他住院费",
    )
    total = dice.uniform(3000, 98000)
    chosen = sorted(dice.sample(range(len(names)), dice.randint(6, 12)))
    rows = [
        f"<td>{names[i]}</td><td class=r>1 / 项</td><td class=r>{m:,.2f}</td>"
        for i, m in zip(chosen, cut(dice, total, len(chosen)), strict=True)
    ]
    half = (len(rows) + 1) // 2
    left, right = rows[:half], rows[half:] + ["<td>&nbsp;</td><td></td><td></td>"] * (2 * half - len(rows))
    lines = "".join(f"<tr>{a}{b}</tr>" for a, b in zip(left, right, strict=True))
    dept = dice.choice(("神经内科二病区", "心血管内科", "肾内科", "内分泌科"))
    paid = cut(dice, total, 4)
    other = [
        ("业务流水号", digits(dice, 12)), ("病历号", f("record_number", digits(dice, 9))), ("住院号", f("record_number", f"ZY{digits(dice, 10)}")),
        ("住院科别", f("department", dept)), ("住院日期", day("admission_date", into, f"{into:%Y-%m-%d}") + " - " + day("discharge_date", out, f"{out:%Y-%m-%d}")),
        ("预缴金额", f"{dice.randint(1, 9) * 1000}.00"), ("补缴金额", f"{dice.uniform(0, 3000):.2f}"), ("退费金额", "0.00"),
        ("医疗机构类型", dice.choice(("综合医院", "老年医院"))), ("医保类型", f("insurance_type", p.insurance, "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")),
        ("医保编号", f"{digits(dice, 8)}00S"), ("性别", f("sex", p.sex)), ("医保统筹基金支付", f"{paid[0]:.2f}"), ("其他支付", f"{paid[1]:.2f}"),
        ("个人账户支付", f"{paid[2]:.2f}"), ("个人现金支付", f"{paid[3]:.2f}"), ("起付金额", "1300.00"), ("超封顶金额", "0.00"),
    ]  # fmt: skip
    day_shown = people.shown(dice, out)
    body = f"""<div style="position:absolute;right:50px;top:30px">{qr(dice, 76)}</div>
<h1 style="font-size:24px;color:#7a1010;border-bottom:3px double #7a1010;display:inline-block;margin-left:150px;padding:0 20px">北京市医疗住院收费票据（电子）</h1>
<div style="display:grid;grid-template-columns:1fr 1fr;row-gap:2px;margin:40px 0 8px"><div>票据代码：1106{digits(dice, 4)}</div><div>票据号码：{digits(dice, 10)}</div>
<div>交款人统一社会信用代码：{p.id_number[:6] + "********" + p.id_number[-4:] if dice.random() < 0.6 else ""}</div><div>校验码：{digits(dice, 6)}</div>
<div>交款人：{f("patient_name", p.name)}</div><div>开票日期：{day("issue_date", out, day_shown)}</div></div>
<table class=g style="font-size:12.5px"><tr><th class=c>项目名称</th><th class=c>数量/单位</th><th class=c>金额(元)</th><th class=c>项目名称</th><th class=c>数量/单位</th><th class=c>金额(元)</th></tr>{lines}
<tr><td colspan=3>金额合计(大写)：{words(total)}</td><td colspan=3>(小写)：{total:.2f}</td></tr></table>
<div style="margin-top:8px;border:1px solid #222;padding:4px"><div style="color:#7a1010">其他信息</div><table style="font-size:12px">{_other(other, 2, "50%")}</table></div>
<div style="margin-top:12px;display:grid;grid-template-columns:2fr 1fr 1fr"><span>收款单位(章)：{f("hospital_name", hospital)}</span><span>复核人：{dice.choice(("住院处", people.name(dice, "女")))}</span><span>收款人：{people.name(dice, "女")}</span></div>
<p style="font-size:11px;color:#555">注：1.本票据请登录“北京财政电子票据公共服务平台”查验。2.患者离院后如需退费，凭本票据及费用明细清单办理。咨询电话：010-{digits(dice, 8)}</p>
{seal(hospital, "财务专用章", at=(180, 560), size=126, turn=dice.uniform(-14, 14), ink=0.55)}"""
    return page(body, "", SONG, 13, "34px 46px")


def _pharmacy(dice: random.Random) -> str:
    p = who(dice, "420106", "湖北省", "武汉市", "武昌区", "中南路")
    when = people.day(dice)
    shop = dice.choice(
        (
            "湖北楚济堂大药房连锁有限公司武昌中南路店",
            "武汉江夏仁心堂医药有限公司",
            "黄冈市益民同康大药房（个人独资）",
        )
    )
    goods = dice.sample((
        ("*化学药品制剂*恩替卡韦分散片", "0.5mg*28片", "盒"), ("*化学药品制剂*沙库巴曲缬沙坦钠片", "100mg*14片", "盒"), ("*中成药*复方丹参滴丸", "27mg*180丸", "瓶"),
        ("*化学药品制剂*阿托伐他汀钙片", "20mg*28片", "盒"), ("*生物药品*甘精胰岛素注射液", "3ml:300单位", "支"), ("*医疗仪器器械*一次性胰岛素笔针头", "32G*4mm", "盒"),
    ), dice.randint(2, 4))  # fmt: skip
    lines, net, tax = "", 0.0, 0.0
    for name, spec, unit in goods:
        q, price = dice.randint(1, 6), dice.uniform(18, 240)
        a = round(q * price, 2)
        net, tax = net + a, tax + round(a * 0.13, 2)
        lines += f"<tr><td>{name}</td><td>{spec}</td><td class=c>{unit}</td><td class=r>{q}</td><td class=r>{price:.6f}</td><td class=r>{a:.2f}</td><td class=c>13%</td><td class=r>{a * 0.13:.2f}</td></tr>"
    with_id = dice.random() < 0.5
    body = f"""<div style="position:absolute;left:44px;top:26px">{qr(dice, 74)}</div>
<h1 style="font-size:25px;color:#8a4b14;font-family:{KAI}">电子发票（普通发票）</h1><div style="width:300px;margin:4px auto;border-top:1px solid #8a4b14;border-bottom:1px solid #8a4b14;height:4px"></div>
<div style="position:absolute;right:40px;top:44px;font-size:13px"><i class=l>发票号码：</i>{when:%y}422000000{digits(dice, 9)}<br><i class=l>开票日期：</i>{day("issue_date", when, f"{when:%Y年%m月%d日}")}</div>
<div style="margin-top:48px;display:flex;border:1px solid #8a4b14"><div class=v>购买方信息</div><div style="flex:1;padding:8px;border-right:1px solid #8a4b14"><i class=l>名称：</i>{f("patient_name", p.name)}{dice.choice(("（个人）", ""))}<br><br>
<i class=l>统一社会信用代码/纳税人识别号：</i>{f("id_number", p.id_number) if with_id else ""}</div><div class=v>销售方信息</div><div style="flex:1;padding:8px"><i class=l>名称：</i>{shop}<br><br><i class=l>统一社会信用代码/纳税人识别号：</i>9142{digits(dice, 10)}MA4K</div></div>
<table style="font-size:12px;border:1px solid #8a4b14;border-top:0"><tr class=l><th style="width:27%">项目名称</th><th>规格型号</th><th>单位</th><th>数量</th><th>单价</th><th class=r>金额</th><th>税率/征收率</th><th class=r>税额</th></tr>{lines}
<tr><td style="height:{dice.randint(20, 90)}px"></td></tr><tr class=l><td class=c>合　　计</td><td colspan=4></td><td class=r>¥{net:.2f}</td><td></td><td class=r>¥{tax:.2f}</td></tr>
<tr style="border:1px solid #8a4b14"><td class="c l">价税合计（大写）</td><td colspan=4>ⓧ {words(round(net + tax, 2))}</td><td colspan=3><i class=l>（小写）</i>¥{net + tax:.2f}</td></tr></table>
<div style="display:flex;border:1px solid #8a4b14;border-top:0;min-height:84px"><div class=v>备注</div><div style="padding:6px;font-size:12px">{dice.choice((f"购药人电话：{f('phone', p.phone)}", "门诊慢特病双通道购药", f"医保卡号：{f('card_number', 'E' + digits(dice, 8))}"))}<br>销方地址：武汉市武昌区中南路{dice.randint(1, 99)}号 电话：027-{digits(dice, 8)}；收款人：{people.name(dice, "女")}；复核人：{people.name(dice, "男")}</div></div>
<p style="margin:10px 60px"><i class=l>开票人：</i>{people.name(dice, "女")}</p>
<div data-seal="全国统一发票监制章国家税务总局湖北省税务局|ellipse|red" style="position:absolute;left:352px;top:70px"><svg width="100" height="58"><ellipse cx="50" cy="29" rx="47" ry="26" fill="none" stroke="#d33" stroke-width="2"/><text x="50" y="19" font-size="7.4" fill="#d33" text-anchor="middle">全国统一发票监制章</text><text x="50" y="33" font-size="7.4" fill="#d33" text-anchor="middle">国家税务总局</text><text x="50" y="46" font-size="7.4" fill="#d33" text-anchor="middle">湖北省税务局</text></svg></div>"""
    css = ".l,.l th,.l td{color:#8a4b14;font-style:normal}.v{width:26px;color:#8a4b14;border-right:1px solid #8a4b14;padding:6px 5px;line-height:1.2;font-size:12.5px}"
    return page(body, css, SONG, 13, "30px 40px")


def _thermal(dice: random.Random) -> str:
    p = who(dice, "210503", "辽宁省", "本溪市", "溪湖区", "河沿路")
    when, time = people.day(dice), clock(dice)
    hospital = dice.choice(("本溪市溪湖煤铁医院", "辽河油田兴隆台职工医院", "沈阳铁西中西医结合医院"))
    dept = dice.choice(("心内一门诊", "消化门诊", "神经内科门诊", "慢病门诊"))
    total = 0.0
    lines = ""
    for name in dice.sample(
        (
            "阿司匹林肠溶片",
            "心电图检查(12导联)",
            "彩色多普勒超声(腹部)",
            "生化全项",
            "门诊诊查费(副高)",
            "静脉采血",
            "苯磺酸左氨氯地平片",
        ),
        dice.randint(3, 6),
    ):
        price, q = round(dice.uniform(3, 160), 2), dice.randint(1, 3)
        total += price * q
        lines += f"<div>{name}</div><div style='display:flex;justify-content:space-between;padding-left:40px'><span>{price:.2f}×{q}</span><span>{price * q:.2f}</span></div>"
    doctor = people.name(dice, dice.choice("男女"))
    line = '<div style="border-top:2px dashed #555;margin:5px 0"></div>'
    body = f"""<div class=c style="font-size:19px">{f("hospital_name", hospital)}</div><div class=c style="font-size:16px">门诊收费凭条（{dice.choice(("患者联", "自助缴费"))}）</div>{line}
<div>姓名:{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", p.age_on(when), f"{p.age_on(when)}岁")}</div><div>卡号:{f("card_number", digits(dice, 12))}</div>
{f"<div>门诊号:{f('record_number', digits(dice, 10))}</div>" if dice.random() < 0.7 else ""}<div>费别:{dice.choice((f("insurance_type", "employee", "职工医保"), f("insurance_type", "resident", "居民医保"), "全自费"))}</div>
<div>开单科室:{f("department", dept)}</div><div>开单医生:{f("physician_name", doctor)}</div><div>执行科室:检验科/{dice.choice(("1楼西药房", "2楼药房"))}</div>{line}{lines}{line}
<div style="display:flex;justify-content:space-between;font-size:17px"><b>合计</b><b>￥{total:.2f}</b></div><div>统筹支付:{total * 0.55:.2f}</div><div>个人账户:{total * 0.3:.2f}</div><div>账户余额:{dice.uniform(0, 5000):.2f}</div><div>{dice.choice(("微信", "支付宝", "现金", "银联卡 尾号" + digits(dice, 4)))}:{total * 0.15:.2f}</div>{line}
<div>流水号:{when:%Y%m%d}{digits(dice, 8)}</div><div>操作员:{dice.choice(("ZZJ07", "0312", people.name(dice, "女")))}</div><div>收费时间:{day("issue_date", when, f"{when:%Y/%m/%d}", " " + time)}</div><div class=c style="margin:8px">{qr(dice, 96)}</div>
<div class=c style="font-size:12px">扫码开具财政电子票据<br>此凭条不作报销凭证,当日有效,遗失不补</div>"""
    return page(body, "", dice.choice((HEI, MICRO, "'Noto Sans Mono CJK SC'")), 14, "14px 14px").replace(
        "#111", dice.choice(("#333", "#444", "#2a2a3a"))
    )


TEMPLATES = {
    "lake-medical_invoice-zhejiang": Template(KIND, 794, 700, _zhejiang),
    "lake-medical_invoice-beijing": Template(KIND, 794, 800, _beijing),
    "lake-medical_invoice-pharmacy": Template(KIND, 860, 560, _pharmacy),
    "lake-medical_invoice-thermal": Template(KIND, 302, 1000, _thermal),
}
