"""Medical invoices: a fiscal e-invoice, a dot-matrix inpatient receipt, a dialysis settlement sheet."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    capital,
    city,
    clocktime,
    d,
    digits,
    page,
    patient,
    qr,
    somebody,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, seal
from benchmarks.reading.templates.develop.people import day

GOODS = (
    ("甲磺酸伊马替尼片（0.1g×60片）", "盒", 623.4), ("醋酸泼尼松龙片（5mg×100片）", "瓶", 21.06), ("他克莫司胶囊（1mg×50粒）", "盒", 702.0),
    ("环孢素软胶囊（25mg×50粒）", "盒", 218.5), ("门冬胰岛素30注射液（3ml:300单位）", "支", 43.88), ("硫酸羟氯喹片（0.2g×14片）", "盒", 46.9),
    ("甲型流感抗原检测", "项", 40.0), ("普通门诊诊查费（三级）", "次", 50.0), ("静脉采血", "次", 6.5), ("糖化血红蛋白测定（色谱法）", "项", 60.0),
    ("肝功能常规检查", "项", 78.0), ("彩色多普勒超声常规检查", "部位", 110.0), ("注射用重组人促红素(3000IU)", "支", 19.8),
)  # fmt: skip


def _fiscal(dice: random.Random) -> str:
    p, on = patient(dice), day(dice, "2023-06-01")
    prov = p.place.province
    c = city(p)
    hosp = dice.choice((f"{c}大学附属澄湖医院", f"{c}医学院附属{p.place.county.rstrip('区旗市县')}口腔与眼科医院", f"{prov}中医药大学附属第三医院", f"{c}市第三儿童医院", f"{p.place.county}疾病预防控制中心皮肤病防治所", f"{c}血液病研究所附属医院"))  # fmt: skip
    items = dice.sample(GOODS, dice.randint(3, 8))
    lines, total = "", 0.0
    for name, unit, price in items:
        n = dice.randint(1, 4) if unit in "盒瓶支" else 1
        total += n * price
        lines += f"<tr><td>{name}</td><td class='r'>{n}{'/' + unit if dice.random() < 0.7 else ''}</td><td class='r'>{n * price:.2f}</td><td>{dice.choice(('有自付', '无自付', '甲类', '乙类10%', ''))}</td></tr>"
    fund = round(total * dice.uniform(0, 0.8), 2)
    number = f"{dice.randint(0, 99):02d}{digits(dice, 8)}"
    kind = dice.choice(
        (("门诊病历号", digits(dice, 9)), ("门诊号", digits(dice, 12)), ("病案号", digits(dice, 8)))
    )
    med = "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"
    info = [
        f"业务流水号：{digits(dice, 14)}", f"{kind[0]}：{f('record_number', kind[1])}", f"就诊日期：{d('visit_date', on, dice, style='8')}",
        f"医疗机构类型：{dice.choice(('综合医院', '专科医院', '中医医院'))}", f"医保类型：{f('insurance_type', p.insurance, med)}", f"医保编号：{f('card_number', digits(dice, 11)) if dice.random() < .7 else ''}",
        f"性别：{f('sex', p.sex)}", f"医保统筹基金支付：{fund:.2f}", "其他支付：0.00", f"个人账户支付：{0 if p.insurance == 'resident' else round((total - fund) / 2, 2):.2f}",
        f"个人现金支付：{total - fund - (0 if p.insurance == 'resident' else round((total - fund) / 2, 2)):.2f}", f"个人自付：{(total - fund) * .8:.2f}", f"个人自费：{(total - fund) * .2:.2f}",
    ]  # fmt: skip
    cells = "".join(f"<div style='width:33%'>{i}</div>" for i in info)
    ink = "#a8402b"
    body = f"""<div style="position:absolute;left:60px;top:34px;text-align:center;font-size:11px">{qr(dice, 76)}</div>
{seal("全国统一财政电子票据监制章", p.place.province[:2], at=(425, 6), size=150, shape="ellipse", ink=0.6)}
<h1 style="font-size:26px;color:{ink};letter-spacing:4px">{prov}医疗门诊收费票据（电子）</h1>
<div style="display:flex;justify-content:space-between;margin:44px 4px 4px;color:{ink}"><div>票据代码：<b class="v">{dice.randint(11, 65)}0601{on:%y}</b><br>交款人统一社会信用代码：<b class="v"></b><br>交款人：<b class="v">{f("patient_name", p.name)}</b></div><div>票据号码：<b class="v">{f("report_number", number)}</b><br>校验码：<b class="v">{"".join(dice.choice("abcdef0123456789") for _ in range(6))}</b><br>开票日期：<b class="v">{d("issue_date", on, dice, style="-")}</b></div></div>
<table class="g" style="--c:{ink}"><tr style="color:{ink}"><th class="c" style="width:52%">项目名称</th><th class="c">数量/单位</th><th class="c">金额（元）</th><th class="c">备注</th></tr>{lines}<tr><td colspan="4" style="height:{max(6, 120 - 26 * len(items))}px"></td></tr>
<tr><td colspan="4"><span style="color:{ink}">金额合计（大写）</span>　{capital(total)}　　　　<span style="color:{ink}">（小写）</span>　{total:.2f}</td></tr>
<tr><td colspan="4"><div style="display:flex;flex-wrap:wrap;font-size:13px"><div style="width:100%;color:{ink}">其他信息</div>{cells}</div></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:8px;color:{ink}"><span>收款单位（章）：<b class="v">{f("hospital_name", hosp)}</b></span><span>复核人：<b class="v">{somebody(dice) if dice.random() < 0.6 else ""}</b></span><span>收款人：<b class="v">{dice.choice((somebody(dice), "自助机" + digits(dice, 3), "微信公众号"))}</b></span></div>
{seal(hosp, "收费专用章", at=(150, 540), size=140, shape="circle") if dice.random() < 0.75 else ""}"""
    return page(body, f".g td,.g th{{border-color:{ink}!important}}.v{{color:#111;font-weight:400}}", dice.choice((SONG, KAI)), 14, "30px 46px")  # fmt: skip


def _dotmatrix(dice: random.Random) -> str:
    p, out = patient(dice), day(dice, "2023-01-10", "2024-12-20")
    into = out - dt.timedelta(days=dice.randint(4, 30))
    hosp = dice.choice((f"冀北钢铁集团{city(p)}总医院", f"{city(p)}铁路第三中心医院", f"国网{city(p)}电力职工医院", f"{city(p)}市传染病医院", f"滦东矿区职工医院{city(p)}分院"))  # fmt: skip
    names = ("床 位 费", "诊 察 费", "检 查 费", "化 验 费", "治 疗 费", "手 术 费", "护 理 费", "卫生材料费", "西 药 费", "中 成 药 费", "中 草 药 费", "其 他")  # fmt: skip
    vals = [round(dice.uniform(20, 4200), 2) if dice.random() < 0.75 else 0 for _ in names]
    total = sum(vals)
    fund = round(total * dice.uniform(0.4, 0.75), 2)
    pre = dice.randint(1, 12) * 500.0
    rows = ""
    for i in range(0, 12, 3):
        rows += "<tr>" + "".join(f"<td class='k'>{names[j]}</td><td class='m r'>{f'{vals[j]:.2f}' if vals[j] else ''}</td>" for j in range(i, i + 3)) + "</tr>"  # fmt: skip
    red = "#b02a3a"
    x, y = dice.randint(-8, 14), dice.randint(-5, 5)
    m: Callable[..., str] = lambda t: (
        f'<span class="m" style="position:relative;left:{x}px;top:{y}px;margin:0 16px 0 4px">{t}</span>'
    )
    body = f"""<h1 style="color:{red};font-size:24px;letter-spacing:6px">{p.place.province}医疗住院收费收据</h1>
<div style="position:absolute;left:46px;top:58px;color:{red};font-size:12px">{p.place.province}财政厅印制<br>国财{out:%Y}（{dice.randint(10, 99)}）</div>
<div style="position:absolute;right:46px;top:40px;font-size:21px;color:#222;font-family:'Liberation Serif'">№ {f("report_number", digits(dice, 9))}</div>
<div class="h" style="margin-top:34px"><span>住院号 {m(f("record_number", digits(dice, 7)))}</span><span>病区 {m(f("department", dice.choice(("内三科", "职业病科", "结核二病区", "干部病房", "骨一"))))}</span><span>住院日期 {m(d("admission_date", into, dice, style="."))} 至 {m(d("discharge_date", out, dice, style="."))} 计 {m(str((out - into).days))} 天</span></div>
<div class="h"><span>姓　名 {m(f("patient_name", p.name))}</span><span>性别 {m(f("sex", p.sex))}</span><span>医疗证号 {m(f("card_number", digits(dice, 10)))}</span><span>结算方式 {m(f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保"))}</span></div>
<table style="border:2px solid {red}"><tr>{"<th class='k c'>项　目</th><th class='k c'>金　额</th>" * 3}</tr>{rows}
<tr><td class="k">合计人民币<br>（大写）</td><td colspan="3">{m(capital(total))}</td><td class="k">（小写）</td><td>{m(f"¥{total:.2f}")}</td></tr>
<tr><td class="k">预交金额</td><td>{m(f"{pre:.2f}")}</td><td class="k">统筹支付</td><td>{m(f"{fund:.2f}")}</td><td class="k">大额/补充</td><td>{m("0.00")}</td></tr>
<tr><td class="k">个人负担</td><td>{m(f"{total - fund:.2f}")}</td><td class="k">补　　收</td><td>{m(f"{max(0, total - fund - pre):.2f}")}</td><td class="k">退　　款</td><td>{m(f"{max(0, pre - total + fund):.2f}")}</td></tr></table>
<div class="h" style="margin-top:6px"><span>收款单位（盖章）{m(f("hospital_name", hosp))}</span><span>收款员 {m(dice.choice((somebody(dice), f"{dice.randint(1, 320):04d}")))}</span><span>{m(d("issue_date", out, dice, style="."))}</span></div>
<div style="position:absolute;right:14px;top:150px;writing-mode:vertical-rl;color:{red};font-size:13px;letter-spacing:5px">第{"二三"[dice.randint(0, 1)]}联　收据联（手写无效）</div>
{seal(hosp, "收费章", at=(dice.randint(120, 240), 400), shape="circle", size=128, turn=dice.uniform(-25, 25), colour=dice.choice(("red", "blue")))}"""
    return page(body, f".h{{display:flex;justify-content:space-between;color:{red};margin-bottom:5px}}.k,.h{{color:{red}}}td,th{{border:1px solid {red};height:29px}}.m{{color:#2b2b45;font-family:'WenQuanYi Zen Hei Mono','Noto Sans Mono CJK SC';letter-spacing:1px;font-weight:300;font-size:14px}}", SONG, 14, "26px 46px")  # fmt: skip


def _settlement(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    start = on - dt.timedelta(days=dice.randint(5, 28))
    hosp = dice.choice((f"{city(p)}康源血液透析中心有限公司", f"{city(p)}德济肾病医院（有限合伙）", f"{city(p)}仁爱肾友医院", f"{p.place.county}百川血液净化中心"))  # fmt: skip
    sick = dice.choice(("慢性肾功能衰竭（透析治疗）", "尿毒症透析", "终末期肾病血液透析"))
    n = dice.randint(4, 14)
    rows, total = "", 0.0
    for i, (name, code, price) in enumerate((("血液透析（含透析液）", "003110000110000", 260.0), ("血液透析滤过", "003110000120000", 380.0), ("一次性使用空心纤维血液透析器", "C13020300301", 98.0), ("低分子肝素钙注射液 4100IU", "XB01ABD009B002", 23.9), ("人促红素注射液 10000IU", "XB03XAR053B001", 61.5), ("蔗糖铁注射液 5ml:100mg", "XB03ACZ043B002", 33.6), ("动静脉内瘘穿刺针", "C0804010010", 8.4), ("0.9%氯化钠注射液 1000ml", "XB05BBL184B", 5.82), ("碳酸司维拉姆片 0.8g×30", "XV03AES134A", 118.9))[: dice.randint(5, 9)], 1):  # fmt: skip
        q = n * dice.choice((1, 1, 2)) if i != 9 else 3
        total += q * price
        rows += f"<tr><td class='c'>{i}</td><td>{code}</td><td>{name}</td><td class='r'>{price:.4f}</td><td class='r'>{q}</td><td class='r'>{q * price:.2f}</td><td class='c'>{'甲' if i % 3 else '乙'}</td><td class='r'>{'0' if i % 3 else '0.10'}</td></tr>"
    fund = round(total * dice.choice((0.85, 0.9, 0.7)), 2)
    ins = "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"
    grid = [
        ("姓名", f("patient_name", p.name)), ("性别", f("sex", p.sex)), ("证件号码", f("id_number", p.id_number)), ("险种类型", f("insurance_type", p.insurance, ins)),
        ("人员类别", "退休人员" if p.insurance == "employee" else "成年居民"), ("医疗类别", "门诊慢特病"), ("病种名称", f("diagnosis", sick)), ("参保地", f("insured_place", p.place.insured)),
        ("就诊ID", digits(dice, 10) + digits(dice, 6)), ("结算ID", f("report_number", digits(dice, 18)) if dice.random() < .6 else ""), ("就诊科室", f("department", "血液透析室")), ("医师", f("physician_name", somebody(dice))),
        ("开始日期", d("visit_date", start, dice, style="-")), ("结束日期", when(dice, on, style="-")), ("结算时间", d("issue_date", on, dice, True, "-")), ("结算次数", str(n)),
    ]  # fmt: skip
    g = "".join("<tr>" + "".join(f"<td class='k'>{a}</td><td>{b}</td>" for a, b in grid[i : i + 4]) + "</tr>" for i in range(0, 16, 4))  # fmt: skip
    pays = (("医疗费总额", total), ("起付线", 0), ("符合政策范围金额", total * .98), ("统筹基金支付", fund), ("大病保险支付", 0), ("医疗救助支付", dice.choice((0, 102.3))), ("公务员补助", 0), ("个人账户支付", 0), ("个人现金支付", total - fund))  # fmt: skip
    pay = "".join(f"<td class='k c'>{a}</td>" for a, _ in pays) + "</tr><tr>" + "".join(f"<td class='r'>{b:.2f}</td>" for _, b in pays)  # fmt: skip
    body = f"""<div style="font-size:12px;display:flex;justify-content:space-between"><span>定点医药机构编码：H{p.place.code[:6]}0{digits(dice, 4)}</span><span>单位：元（列至角分）</span></div>
<h1 style="font-size:22px;margin:4px 0 8px">{p.place.province}医疗保障基金门诊慢特病费用结算单</h1><div style="margin-bottom:4px">定点医药机构名称：{f("hospital_name", hosp)}　　医疗机构等级：{dice.choice((f("hospital_level", "未定级", "未定级"), f("hospital_level", "二级"), ""))}</div>
<table class="g s">{g}</table><table class="g s" style="margin-top:-1px"><tr>{pay}</tr></table>
<table class="g s" style="margin-top:8px"><tr class="c"><th class="c">序号</th><th class="c">医保目录编码</th><th class="c">项目名称/规格</th><th class="c">单价</th><th class="c">数量</th><th class="c">金额</th><th class="c">等级</th><th class="c">先行自付比例</th></tr>{rows}<tr><td colspan="5" class="r">合　计</td><td class="r">{total:.2f}</td><td colspan="2"></td></tr></table>
<div style="margin-top:12px;display:flex;justify-content:space-between"><span>经办人：{somebody(dice)}</span><span>参保人（或代办人）签字：＿＿＿＿＿＿</span><span>联系电话：＿＿＿＿＿＿＿</span><span>打印时间：{when(dice, on, style="-")} {clocktime(dice)}</span></div>
{seal(hosp.split("（")[0], "医保结算专用章", at=(760, 470), size=140, turn=dice.uniform(-15, 15)) if dice.random() < 0.7 else ""}"""
    return page(
        body, ".k{background:#f1f1f1}.s{font-size:12.5px}", dice.choice((HEI, MICRO, SONG)), 13, "34px 40px"
    )


TEMPLATES: dict[str, Template] = {
    "cliff-medical_invoice-fiscal": Template("medical_invoice", 1000, 720, _fiscal),
    "cliff-medical_invoice-dotmatrix": Template("medical_invoice", 920, 560, _dotmatrix),
    "cliff-medical_invoice-dialysis": Template("medical_invoice", 1123, 794, _settlement),
}
