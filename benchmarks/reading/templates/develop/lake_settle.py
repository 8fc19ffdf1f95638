"""Old invoices printed over red and blue forms, settlement sheets, fee lists, an invoice on a telephone."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people, vocabulary
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, checkbox, f, page, seal, sign
from benchmarks.reading.templates.develop.lake_kit import Show, bars, clock, cut, day, digits, who, words

KIND = "medical_invoice"
UMING = "'AR PL UMing CN',serif"
MONO = "'Noto Sans Mono CJK SC',monospace"


def _put(x: float, y: float, inside: str, size: float = 14.5) -> str:
    return f'<div class=d style="left:{x:.1f}px;top:{y:.1f}px;font-size:{size}px">{inside}</div>'


def _sichuan(dice: random.Random) -> str:
    """A red form whose print has slipped: dot-matrix values beside or upon the labels' lines."""
    p = who(dice, "511502", "四川省", "宜宾市", "翠屏区", "民主路")
    when = people.day(dice, "2023-01-05", "2024-06-30")
    hospital = dice.choice(("宜宾市翠屏区李庄中心卫生院", "宜宾市长江骨科医院", "四川省宜宾市戎州人民医院"))
    dx, dy = dice.uniform(-5, 7), dice.uniform(-7, 3)
    heads = (
        "诊察费",
        "检查费",
        "化验费",
        "治疗费",
        "手术费",
        "西药费",
        "中成药",
        "中草药",
        "放射费",
        "其　他",
    )
    total = dice.uniform(60, 2600)
    filled = dice.sample(range(10), dice.randint(3, 6))
    sums = dict(zip(filled, cut(dice, total, len(filled)), strict=True))
    cells = "".join(
        f"<tr><td>{heads[n]}</td><td></td><td>{heads[n + 5]}</td><td></td></tr>" for n in range(5)
    )
    form = f"""<div class=c style="font-size:25px;letter-spacing:5px;font-weight:600">四川省医疗卫生单位门诊结算票据</div>
<div class=c style="margin-top:2px">收 据 联　（机打票据　手写无效）</div>
<div style="position:absolute;right:44px;top:62px;font-size:17px;font-family:'Liberation Serif'">№ <span style="color:#c00">{digits(dice, 9)}</span></div>
<div style="position:absolute;left:48px;top:112px">姓名</div><div style="position:absolute;left:260px;top:112px">性别</div><div style="position:absolute;left:370px;top:112px">医疗机构类型</div><div style="position:absolute;left:570px;top:112px">医保类型</div>
<table class=t style="position:absolute;left:40px;top:140px;width:450px"><tr><td class=c>项　目</td><td class=c>金　额</td><td class=c>项　目</td><td class=c>金　额</td></tr>{cells}
<tr><td>合计(大写)</td><td colspan=3></td></tr><tr><td>医保统筹支付</td><td></td><td>个人账户支付</td><td></td></tr><tr><td>个人支付金额</td><td></td><td>个人账户余额</td><td></td></tr></table>
<div style="position:absolute;left:510px;top:140px;width:250px;height:292px;border:1px solid #c33;padding:4px">费用明细</div>
<div style="position:absolute;left:44px;top:442px">收款单位（章）</div><div style="position:absolute;left:400px;top:442px">收款人</div><div style="position:absolute;left:560px;top:442px">　　年　　月　　日</div>
<div style="position:absolute;left:44px;top:474px;font-size:10px">川财票印（{when:%Y}）监字第{digits(dice, 3)}号　　第二联　报销凭据</div>"""
    out = _put(84 + dx, 110 + dy, f("patient_name", p.name)) + _put(300 + dx, 110 + dy, f("sex", p.sex))
    out += _put(462 + dx, 110 + dy, "非营利性", 13) + _put(
        634 + dx,
        110 + dy,
        dice.choice(
            (f("insurance_type", "employee", "城镇职工"), f("insurance_type", "resident", "城乡居民"), "自费")
        ),
    )
    for n, m in sums.items():
        out += _put((158 if n < 5 else 388) + dx, 171 + 29 * (n % 5) + dy, f"{m:>9.2f}")
    out += _put(156 + dx, 318 + dy, f"{words(total)}　￥{total:.2f}", 13.5)
    out += _put(160 + dx, 347 + dy, f"{total * 0.6:.2f}") + _put(391 + dx, 347 + dy, f"{total * 0.2:.2f}")
    out += _put(160 + dx, 376 + dy, f"{total * 0.2:.2f}") + _put(
        385 + dx, 376 + dy, f"{dice.uniform(0, 900):.2f}"
    )
    detail = dice.sample(
        (
            "缬沙坦胶囊 80mg*7 2盒 57.20",
            "脑心通胶囊 0.4g*36 3盒 83.40",
            "肝功能12项 1次 96.00",
            "普通心电图 1次 20.00",
            "糖化血红蛋白 1次 70.00",
            "门诊诊察费 1次 6.00",
        ),
        dice.randint(3, 6),
    )
    out += _put(514 + dx, 168 + dy, "<br>".join(detail), 13)
    number = f("record_number", digits(dice, 8))
    out += _put(
        514 + dx,
        330 + dy,
        f"门诊号:{number}<br>科室:{f('department', dice.choice(('内科门诊', '神经内科', '慢病门诊')))}<br>医生:{f('physician_name', people.name(dice, '男'))}",
        13,
    )
    out += _put(150 + dx, 441 + dy, f("hospital_name", hospital)) + _put(
        452 + dx, 441 + dy, dice.choice(("0023", people.name(dice, "女")))
    )
    out += _put(
        560 + dx,
        441 + dy,
        f'<span data-field="issue_date" data-value="{when.isoformat()}" style="white-space:pre">{when.year}　 {when.month:02d}　 {when.day:02d}</span>',
    )
    body = (
        form
        + out
        + seal(
            hospital,
            "收费专用章",
            at=(dice.randint(90, 200), 372),
            size=122,
            turn=dice.uniform(-16, 16),
            ink=0.5,
        )
    )
    css = f"body{{color:#c33}}.t td{{border:1px solid #c33;height:29px;padding:0 6px;width:25%}}.d{{position:absolute;white-space:nowrap;color:#33343c;font-family:{dice.choice((UMING, MONO))};letter-spacing:.5px;line-height:1.5}}"
    return page(body, css, SONG, 14, "22px 40px")


def _hebei(dice: random.Random) -> str:
    """A blue form of the years of dot-matrix printers, all in one frame, dates of the stay above."""
    p = who(dice, "130683", "河北省", "保定市", "安国市", "药都大街")
    out = people.day(dice, "2023-01-05", "2024-10-30")
    into = out - dt.timedelta(days=dice.randint(3, 24))
    hospital = dice.choice(("安国市药都中医医院", "保定市第五职工医院", "安国市祁州镇卫生院"))
    total = dice.uniform(2200, 39000)
    heads = (
        "床位费",
        "西药费",
        "中药费",
        "检查费",
        "治疗费",
        "化验费",
        "手术费",
        "护理费",
        "材料费",
        "输氧费",
        "诊查费",
        "其他",
    )
    sums = cut(dice, total, 9)
    cells = "".join(
        "<tr>"
        + "".join(
            f"<td class=k>{heads[i]}</td><td class='p r'>{f'{sums[i]:.2f}' if i < 9 else ''}</td>"
            for i in range(r * 4, r * 4 + 4)
        )
        + "</tr>"
        for r in range(3)
    )
    ill = vocabulary.illness(dice)[0][0]
    line: Show = lambda k, v, w: (
        f'<span class=k>{k}</span><span class=p style="display:inline-block;width:{w}px;border-bottom:1px solid #2b4aa8">{v}</span>'
    )
    body = f"""<h1 style="font-size:24px;letter-spacing:8px">河北省医疗住院收费专用票据</h1><div class=c style="color:#2b4aa8;letter-spacing:6px">记 账 联　复 印 无 效</div>
<div style="position:absolute;right:40px;top:30px;color:#2b4aa8">冀财 01302<br>№ <b style="color:#b22;font-size:17px">{digits(dice, 8)}</b></div>
<div style="margin-top:16px">{line("住院号", f("record_number", digits(dice, 7)), 110)}{line("姓名", f("patient_name", p.name), 100)}{line("性别", f("sex", p.sex), 44)}{line("年龄", f("age", p.age_on(into), str(p.age_on(into))), 44)}{line("科别", f("department", dice.choice(("内一科", "心脑血管科", "外科", "中医康复科"))), 120)}</div>
<div style="margin:8px 0">{line("住院日期", day("admission_date", into, f"{into:%Y.%m.%d}") + " 至 " + day("discharge_date", out, f"{out:%Y.%m.%d}"), 210)}{line("共", str((out - into).days), 40)}<span class=k>天</span>{line("诊断", f("diagnosis", ill), 260)}</div>
<table class=b>{cells}<tr><td class=k>合计金额<br>（大写）</td><td colspan=5 class=p>{words(total)}</td><td colspan=2 class=p>￥{total:.2f}</td></tr>
<tr><td class=k>预交金</td><td class=p>{dice.randint(1, 6) * 1000}.00</td><td class=k>统筹支付</td><td class=p>{total * 0.62:.2f}</td><td class=k>大病支付</td><td class=p>{dice.choice(("0.00", f"{total * 0.05:.2f}"))}</td><td class=k>个人自付</td><td class=p>{total * 0.33:.2f}</td></tr>
<tr><td class=k>人员类别</td><td colspan=3 class=p>{f("insurance_type", p.insurance, "在职职工" if p.insurance == "employee" else "城乡居民")}</td><td class=k>备　注</td><td colspan=3 class=p>{dice.choice(("", "医保卡号 " + f("card_number", "B" + digits(dice, 8)), "已补充结算"))}</td></tr></table>
<div style="margin-top:10px;display:flex;justify-content:space-between"><span><span class=k>收费单位(盖章)</span> <span class=p>{f("hospital_name", hospital)}</span></span><span><span class=k>收款员</span> <span class=p>{people.name(dice, "女")}</span></span><span class=p>{day("issue_date", out, f"{out.year}年{out.month:02d}月{out.day:02d}日")}</span></div>
{seal(hospital, "住院结算章", at=(110, 300), size=120, turn=dice.uniform(-20, 20), ink=0.55, colour=dice.choice(("red", "blue")))}"""
    css = f"h1,.k{{color:#2b4aa8}}.b td{{border:1px solid #2b4aa8;height:30px}}.p{{font-family:{UMING};color:#3a3a44;padding:0 4px}}"
    return page(body, css, SONG, 14, "26px 40px")


def _guizhou(dice: random.Random) -> str:
    """The settlement sheet the insurance platform prints: four columns of labels, sums by fund."""
    p = who(dice, "520302", "贵州省", "遵义市", "红花岗区", "海尔大道")
    out = people.day(dice)
    into = out - dt.timedelta(days=dice.randint(2, 29))
    hospital, level = dice.choice(
        (
            ("遵义市红花岗区湘江医院", "二级甲等"),
            ("黔北医科大学第三附属医院", "三级甲等"),
            ("遵义市播州区虾子镇中心卫生院", "一级甲等"),
        )
    )
    shown = dice.choice((level, level[:2])) if level != "二级甲等" else level
    ills = vocabulary.illness(dice)[0]
    total = dice.uniform(1800, 86000)
    s = cut(dice, total, 6)
    settled = out + dt.timedelta(days=dice.randint(0, 2))
    money = "".join(
        f"<tr><td>{a}</td><td class=r>{v:.2f}</td><td class=r>{v * 0.7:.2f}</td><td class=r>{v * 0.2:.2f}</td><td class=r>{v * 0.1:.2f}</td></tr>"
        for a, v in zip(("床位费", "检查费", "化验费", "治疗费", "西药费", "卫生材料费"), s, strict=True)
    )
    unit = dice.choice(("遵义播乐酒业有限公司", "红花岗区长征镇坪丰村", ""))
    body = f"""<h1 style="font-size:21px">贵州省基本医疗保险住院费用结算单</h1><div style="display:flex;justify-content:space-between;font-size:12px;margin:8px 0 2px"><span>结算编号：{digits(dice, 15)}</span><span>单位：元</span></div>
<table class=g><tr><td class=l>姓名</td><td>{f("patient_name", p.name)}</td><td class=l>性别</td><td>{f("sex", p.sex)}</td><td class=l>出生日期</td><td>{day("birth_date", p.born, f"{p.born:%Y-%m-%d}")}</td></tr>
<tr><td class=l>证件号码</td><td colspan=3>{f("id_number", p.id_number)}</td><td class=l>个人编号</td><td>5203{digits(dice, 10)}</td></tr>
<tr><td class=l>险种类型</td><td>{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</td><td class=l>人员类别</td><td>{dice.choice(("退休", "在职")) if p.insurance == "employee" else "普通居民（成年）"}</td><td class=l>参保地</td><td>{f("insured_place", p.place.city + p.place.county)}</td></tr>
<tr><td class=l>单位名称</td><td colspan=3>{unit}</td><td class=l>联系电话</td><td>{f("phone", p.phone) if dice.random() < 0.6 else ""}</td></tr>
<tr><td class=l>医疗机构名称</td><td colspan=3>{f("hospital_name", hospital)}</td><td class=l>医院等级</td><td>{f("hospital_level", shown)}</td></tr>
<tr><td class=l>住院号</td><td>{f("record_number", f"{into:%y}{digits(dice, 6)}")}</td><td class=l>科室</td><td>{f("department", dice.choice(vocabulary.DEPARTMENTS))}</td><td class=l>医疗类别</td><td>普通住院</td></tr>
<tr><td class=l>入院日期</td><td>{day("admission_date", into, f"{into:%Y%m%d}")}</td><td class=l>出院日期</td><td>{day("discharge_date", out, f"{out:%Y%m%d}")}</td><td class=l>住院天数</td><td>{(out - into).days}</td></tr>
<tr><td class=l>出院诊断</td><td colspan=5>{"，".join(f("diagnosis", i) for i in ills)}</td></tr></table>
<table class=g style="margin-top:-1px"><tr class=l><td class=c>费用类别</td><td class=c>金额</td><td class=c>甲类</td><td class=c>乙类自付</td><td class=c>全自费</td></tr>{money}<tr><td>合计</td><td class=r>{total:.2f}</td><td class=r>{total * 0.7:.2f}</td><td class=r>{total * 0.2:.2f}</td><td class=r>{total * 0.1:.2f}</td></tr></table>
<table class=g style="margin-top:-1px"><tr><td class=l>起付标准</td><td class=r>{dice.choice(("800.00", "100.00", "1200.00"))}</td><td class=l>统筹基金支付</td><td class=r>{total * 0.6:.2f}</td><td class=l>大病保险支付</td><td class=r>0.00</td></tr><tr><td class=l>公务员补助</td><td class=r>0.00</td><td class=l>医疗救助</td><td class=r>0.00</td><td class=l>个人负担</td><td class=r>{total * 0.4:.2f}</td></tr><tr><td class=l>基金支付大写</td><td colspan=5>{words(round(total * 0.6, 2))}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>经办人：{people.name(dice, "女")}</span><span>患者或家属签字：{sign("applicant", dice.choice((p.name, None)), dice)}</span><span>结算日期：{day("issue_date", settled, f"{settled:%Y-%m-%d}", " " + clock(dice))}</span></div>
<div style="font-size:11px;margin-top:26px">说明：1、本单一式三份，医疗机构、经办机构、参保人各一份；2、{checkbox(False)}本地 {checkbox(True)}异地。打印时间：{settled + dt.timedelta(days=3):%Y-%m-%d} {clock(dice)}　第1页/共1页</div>
{seal(hospital, "医保办公室", at=(dice.randint(80, 140), 690), size=136, turn=dice.uniform(-9, 9), ink=0.6)}"""
    return page(body, ".l{background:#f0f0f0}.g td{height:29px}", dice.choice((SONG, HEI)), 13, "44px 46px")


def _list(dice: random.Random) -> str:
    """A fee list of a big hospital: small print, many rows, three lines of head."""
    p = who(dice, "450103", "广西壮族自治区", "南宁市", "青秀区", "双拥路")
    out = people.day(dice)
    into = out - dt.timedelta(days=dice.randint(2, 15))
    hospital = dice.choice(
        ("广西邕江医科大学第二附属医院", "南宁市青秀区埌东医院", "广西壮族自治区民主路医院")
    )
    goods = (
        ("0.9%氯化钠注射液(软袋)", "100ml/袋", "甲"), ("注射用头孢哌酮钠舒巴坦钠", "1.5g/支", "乙"), ("瑞舒伐他汀钙片", "10mg*28片/盒", "甲"), ("II级护理", "日", "甲"),
        ("三人间床位费", "日", "甲"), ("静脉输液(门诊/住院)", "组", "甲"), ("葡萄糖测定(血)", "次", "甲"), ("凝血酶原时间测定(PT)", "项", "甲"), ("一次性使用静脉留置针", "支", "丙"),
        ("住院诊查费", "日", "甲"), ("心电监测", "小时", "甲"), ("氧气吸入", "小时", "甲"), ("CT平扫(64层以上)", "次", "乙"), ("B型钠尿肽前体测定", "项", "乙"), ("沙库巴曲缬沙坦钠片", "100mg*14片", "乙"),
        ("呋塞米注射液", "20mg/支", "甲"), ("动态血压监测", "次", "乙"), ("会诊费(院内)", "次", "丙"),
    )  # fmt: skip
    rows, total = "", 0.0
    for n in range(dice.randint(16, 30)):
        g, q, price = dice.choice(goods), dice.randint(1, 24), dice.uniform(0.8, 120)
        total += q * price
        d = into + dt.timedelta(days=n % max(1, (out - into).days))
        rows += f"<tr><td>{d:%m-%d}</td><td>{digits(dice, 9)}</td><td>{g[0]}</td><td>{g[1]}</td><td class=c>{g[2]}</td><td class=r>{price:.4f}</td><td class=r>{q}</td><td class=r>{q * price:.2f}</td></tr>"
    body = f"""<div class=c style="font-size:18px">{f("hospital_name", hospital)}</div><div class=c style="font-size:16px;letter-spacing:3px">住院病人费用明细清单（汇总）</div>
<table style="font-size:12px;margin-top:6px"><tr><td>住院号：{f("record_number", digits(dice, 8))}</td><td>姓　名：{f("patient_name", p.name)}</td><td>性　别：{f("sex", p.sex)}</td><td>年　龄：{f("age", p.age_on(into), f"{p.age_on(into)}岁")}</td><td>床号：{dice.randint(1, 68):03d}</td></tr>
<tr><td>科　室：{f("department", dice.choice(("心血管内科二区", "肾内科", "呼吸内科一病区")))}</td><td>费　别：{f("insurance_type", p.insurance, "南宁市职工医保" if p.insurance == "employee" else "广西城乡居民医保")}</td><td>住院次数：{dice.randint(1, 5)}</td><td>入院：{day("admission_date", into, f"{into:%Y-%m-%d}")}</td><td>出院：{day("discharge_date", out, f"{out:%Y-%m-%d}")}</td></tr>
<tr><td colspan=3>统计时间：{into:%Y-%m-%d} 00:00:00 — {out:%Y-%m-%d} 23:59:59</td><td colspan=2>主管医生：{f("physician_name", people.name(dice, "男"))}</td></tr></table>
<table class=m><tr><th>日期</th><th>医保编码</th><th>项目名称</th><th>规格/单位</th><th>类别</th><th class=r>单价</th><th class=r>数量</th><th class=r>金额</th></tr>{rows}</table>
<div style="border-top:1.5px solid #000;margin-top:2px;padding-top:4px;display:flex;justify-content:space-between"><span>费用合计：{total:.2f} 元</span><span>其中 甲类 {total * 0.6:.2f}　乙类 {total * 0.3:.2f}　丙类 {total * 0.1:.2f}</span></div>
<div style="position:absolute;left:48px;right:48px;bottom:24px;display:flex;justify-content:space-between;font-size:11px"><span>打印人：{digits(dice, 5)}</span><span>打印日期：{out:%Y/%m/%d} {clock(dice)}</span><span>第 1 页 共 {dice.randint(1, 4)} 页</span></div>"""
    if dice.random() < 0.5:
        body += seal(
            hospital,
            "出院结算处",
            at=(dice.randint(430, 560), dice.randint(600, 900)),
            size=132,
            turn=dice.uniform(-20, 20),
            ink=0.5,
        )
    return page(
        body,
        ".m{font-size:11.5px}.m td,.m th{padding:1px 4px}.m th{border-top:1.5px solid #000;border-bottom:1px solid #000}",
        dice.choice((SONG, MICRO)),
        13,
        "34px 48px",
    )


def _phone(dice: random.Random) -> str:
    """A screenshot of a hospital's app: the record of one payment."""
    p = who(dice, "350203", "福建省", "厦门市", "思明区", "湖滨南路")
    when, time = people.day(dice), clock(dice)
    hospital = dice.choice(("厦门市鹭江医院", "厦门大学附属湖里医院（筼筜院区）", "厦门市中西医结合海沧分院"))
    hide = dice.random() < 0.4
    name = f("patient_name", p.name) if not hide else p.name[0] + "*" * (len(p.name) - 1)
    total = dice.uniform(20, 990)
    kv: Show = lambda k, v: f'<div class=kv><span style="color:#8a8f99">{k}</span><span>{v}</span></div>'
    items = "".join(
        kv(n, f"¥{m:.2f}")
        for n, m in zip(
            dice.sample(("恩替卡韦分散片×2", "乙肝DNA定量", "肝功能五项", "肝胆彩超", "诊查费"), 3),
            cut(dice, total, 3),
            strict=True,
        )
    )
    body = f"""<div class=bar><span>{time[:5]}</span><span>5G ▮▮▮ {dice.randint(11, 99)}%</span></div><div class=top>‹<span style="flex:1;text-align:center">缴费详情</span>···</div>
<div class=card style="text-align:center"><div style="font-size:14px;color:#666">{f("hospital_name", hospital)}</div><div style="font-size:32px;margin:6px">¥{total:.2f}</div><div style="color:#18a058">✓ 支付成功</div></div>
<div class=card>{kv("就诊人", name)}{kv("就诊卡号", f("card_number", digits(dice, 10)))}{kv("就诊科室", f("department", dice.choice(("肝病门诊", "感染科门诊", "消化内科（二）"))))}{kv("接诊医生", f("physician_name", people.name(dice, "女")) + " " + f("physician_title", dice.choice(vocabulary.TITLES[:3])))}{kv("就诊时间", day("visit_date", when, f"{when:%Y-%m-%d}") + " " + dice.choice(("上午", "下午")))}{kv("诊断", f("diagnosis", dice.choice(("慢性乙型病毒性肝炎", "乙型肝炎肝硬化", "肝功能异常"))))}</div>
<div class=card>{items}{kv("医保统筹", f"¥{total * 0.5:.2f}")}{kv("个人账户", f"¥{total * 0.3:.2f}")}{kv("自费支付", f"¥{total * 0.2:.2f}")}</div>
<div class=card>{kv("交易流水号", digits(dice, 16))}{kv("支付方式", "微信支付")}{kv("支付时间", day("issue_date", when, f"{when:%Y-%m-%d}", " " + time))}{kv("取药窗口", f"门诊药房 {dice.randint(1, 12)} 号窗")}<div class=c style="margin-top:10px">{bars(dice, 220, 40)}</div><div class=c style="font-size:12px;color:#888">请凭条码取药</div></div>
<div class=btn>查看电子票据</div><div class=c style="color:#aaa;font-size:11px">技术支持：鹭健通</div>"""
    css = ".bar{display:flex;justify-content:space-between;padding:6px 18px;font-size:13px;background:#2f7cf6;color:#fff}.top{display:flex;background:#2f7cf6;color:#fff;padding:8px 16px 14px;font-size:18px}.card{background:#fff;border-radius:10px;margin:10px 12px;padding:12px 14px}.kv{display:flex;justify-content:space-between;padding:4px 0;font-size:14.5px}.kv span:last-child{text-align:right;max-width:230px}.btn{background:#2f7cf6;color:#fff;text-align:center;margin:14px 12px;padding:11px;border-radius:22px}body{background:#f3f4f7!important}"
    return page(body, css, HEI, 15, "0")


TEMPLATES = {
    "lake-medical_invoice-sichuan": Template(KIND, 794, 510, _sichuan),
    "lake-medical_invoice-hebei": Template(KIND, 794, 450, _hebei),
    "lake-medical_invoice-guizhou": Template(KIND, 794, 1000, _guizhou),
    "lake-medical_invoice-feelist": Template(KIND, 794, 1123, _list),
    "lake-medical_invoice-phone": Template(KIND, 390, 1000, _phone),
}
