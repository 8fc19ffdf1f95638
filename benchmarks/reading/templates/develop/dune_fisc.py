"""Receipts of the treasuries: e-receipts of two provinces, printed-over paper of three regions and years."""

from __future__ import annotations

import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.dune_base import (
    BJ,
    FUND,
    GD,
    LN,
    QH,
    SC,
    SHORT,
    TJ,
    Say,
    at,
    bars,
    capital,
    cash,
    d,
    money,
    square_code,
    stay,
    style,
)
from benchmarks.reading.templates.develop.dune_ills import DIABETES, GENERAL, HEART, JOINT
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal

KIND = "medical_invoice"
EXTRA = (
    ("0.9%氯化钠注射液", "100ml", ""),
    ("Ⅱ级护理", "日", ""),
    ("三人间床位费", "日", ""),
    ("血细胞分析(五分类)", "次", ""),
    ("一次性使用输液器", "带针 0.7mm", ""),
)


def split(dice: random.Random, total: int) -> tuple[int, int, int]:
    """What the fund, the account and the patient pay."""
    fund = int(total * dice.uniform(0.4, 0.75))
    account = dice.choice((0, 0, int((total - fund) * dice.uniform(0.3, 1))))
    return fund, account, total - fund - account


def sichuan(dice: random.Random) -> str:
    """Outpatient e-receipt of Sichuan, with the items in two columns below the sums."""
    s = stay(dice, SC, dice.choice(("{t}市第四人民医院", "{c}县人民医院", "{c}县北坝中心卫生院")), GENERAL)
    p = s.p
    goods = [(a, b, dice.randint(1, 3), money(dice, 6, 90)) for a, b, _ in s.ill.drugs]
    goods += dice.sample([("门诊诊查费", "次", 1, 600), ("葡萄糖测定", "项", 1, 500), ("糖化血红蛋白", "项", 1, 4500), ("十二通道心电图", "次", 1, 2200), ("静脉采血", "次", 1, 400), ("肝功能十一项", "套", 1, 6800)], dice.randint(2, 5))  # fmt: skip
    total = sum(n * m for _, _, n, m in goods)
    fund, account, rest = split(dice, total)
    c = dice.choice(("#9c4a2f", "#7d3b22", "#a5432d"))
    k: Say = lambda v: f'<span style="color:#111">{v}</span>'
    line: Say = lambda g: f'<td>{g[0]}</td><td class="r">{g[2]}</td><td class="r">{cash(g[2] * g[3])}</td>'
    goods_rows = "".join(
        f"<tr>{''.join(line(g) for g in goods[i : i + 2])}</tr>" for i in range(0, len(goods), 2)
    )
    head = '<td>项目名称</td><td class="r">数量</td><td class="r">金额（元）</td>'
    body = f"""<div style="color:{c}"><div style="position:absolute;left:40px;top:22px">{square_code(dice, 78)}</div><div style="position:absolute;left:340px;top:14px">{seal("全国统一财政票据监制章", "四川省财政厅", shape="ellipse", size=116, ink=0.65)}</div><h1 style="font-size:21px;font-family:{KAI};margin:14px 0 0;letter-spacing:1px">四川省医疗门诊收费票据（电子）</h1>
<table style="margin:26px 0 4px;font-size:12px"><tr><td style="padding-left:86px">票据代码：{k(f"51060{dice.randint(120, 125)}")}</td><td style="width:236px">票据号码：{k(f"{dice.randint(0, 99999999):010d}")}</td></tr><tr><td style="padding-left:86px">交款人统一社会信用代码：{k(f("id_number", p.id_number) if dice.random() < 0.5 else "")}</td><td>校验码：{k(f"{dice.randrange(16**6):06x}")}</td></tr><tr><td style="padding-left:86px">交款人：{k(f("patient_name", p.name))}</td><td>开票日期：{k(d("issue_date", s.start))}</td></tr></table>
<table style="border:1.4px solid {c};font-size:12px"><tr style="border-bottom:1px solid {c}">{head}{head}</tr>{k("")}<tbody style="color:#111">{goods_rows}</tbody><tr style="height:{max(6, 120 - 20 * len(goods))}px"><td></td></tr><tr style="border-top:1px solid {c}"><td colspan="3">金额合计（大写）　{k(capital(total))}</td><td colspan="3">（小写）　{k(cash(total))}</td></tr>
<tr style="border-top:1px solid {c}"><td colspan="6"><div style="float:left;width:26px;text-align:center;padding-top:8px">其<br>他<br>信<br>息</div><table style="width:94%"><tr><td>业务流水号：{k(dice.randint(10**9, 10**10))}</td><td>门诊号：{k(f("record_number", s.number))}</td><td>就诊日期：{k(d("visit_date", s.start, "8"))}</td></tr><tr><td>医疗机构类型：{k("综合医院" if "卫生院" not in s.hospital else "乡镇卫生院")}</td><td>医保类型：{k(f("insurance_type", p.insurance, FUND[p.insurance]))}</td><td>医保编号：{k(f("card_number", f"{dice.randint(10**9, 10**10)}"))}</td></tr><tr><td>性别：{k(f("sex", p.sex))}</td><td>医保统筹基金支付：{k(cash(fund))}</td><td>其他支付：{k("0.00")}</td></tr><tr><td>个人账户支付：{k(cash(account))}</td><td>个人现金支付：{k(cash(rest))}</td><td>个人自付：{k(cash(account + rest))}　个人自费：{k("0.00")}</td></tr></table></td></tr></table>
<div style="display:flex;justify-content:space-between;font-size:12px;margin-top:4px"><span>收款单位（章）：{k(f("hospital_name", s.hospital))}</span><span>复核人：{k(s.others[0])}</span><span>收款人：{k(dice.choice((s.others[1], "支付宝小程序", "自助机")))}</span></div></div>"""
    body += beside_low(s.hospital, dice)
    return page(body, "td{padding:1px 6px}", SONG, 12, "20px 40px")


def beside_low(hospital: str, dice: random.Random) -> str:
    """The electronic seal over a receipt's foot, printed straight."""
    return f'<div style="position:relative;height:0">{seal(hospital, dice.choice(("财务专用章", "票据专用章")), size=104, at=(70, -84), ink=0.7)}</div>'


def guangdong(dice: random.Random) -> str:
    """Inpatient e-receipt of Guangdong on an upright A4 sheet, its list of items as second part."""
    s = stay(dice, GD, dice.choice(("{c}市人民医院", "{t}市中医院", "{c}市第二人民医院")), GENERAL)
    p = s.p
    names = (
        "床位费",
        "诊察费",
        "检查费",
        "化验费",
        "治疗费",
        "护理费",
        "卫生材料费",
        "西药费",
        "中药饮片",
        "中成药费",
        "一般诊疗费",
        "其他住院费用",
    )
    sums = [(n, money(dice, 20, 3800)) for n in names if dice.random() < 0.8] or [("西药费", 120400)]
    total = sum(m for _, m in sums)
    fund, account, rest = split(dice, total)
    grid = "".join(
        f"<tr>{''.join(f'<td>{n}</td><td class=r>{cash(m)}</td>' for n, m in sums[i : i + 2])}</tr>"
        for i in range(0, len(sums), 2)
    )
    pay = total // 100 // 500 * 500 + 500
    detail = "".join(
        f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td class='r'>{q}</td><td class='r'>{cash(q * m)}</td><td></td></tr>"
        for n, (a, b, _) in enumerate((*s.ill.drugs, *EXTRA), 1)
        for q, m in ((dice.randint(1, 9), money(dice, 3, 60)),)
    )
    info = (
        ("业务流水号", f"{s.end:%Y%m%d}{dice.randint(1000, 9999)}"), ("病历号", f("record_number", f"{dice.randint(10**7, 10**8)}")),
        ("住院号", f("record_number", s.number)), ("住院科别", f("department", s.ill.dept)),
        ("住院时间", d("admission_date", s.start) + "至" + d("discharge_date", s.end)), ("预缴金额", f"{pay}.00"),
        ("补缴金额", "0.00"), ("退费金额", cash(max(0, pay * 100 - rest))), ("医疗机构类型", "综合医院"),
        ("医保类型", f("insurance_type", p.insurance, FUND[p.insurance])), ("医保编号", ""), ("性别", f("sex", p.sex)),
        ("医保统筹基金支付", cash(fund)), ("其他支付", "0.00"), ("个人账户支付", cash(account)), ("个人现金支付", cash(rest)),
        ("个人自付", cash(int((rest + account) * 0.8))), ("个人自费", cash(rest + account - int((rest + account) * 0.8))),
    )  # fmt: skip
    cells = "".join(
        f"<tr>{''.join(f'<td>{a}：<b class=v>{b}</b></td>' for a, b in info[i : i + 3])}</tr>"
        for i in range(0, len(info), 3)
    )
    number = f"{dice.randint(0, 99999999):010d}"
    body = f"""<div class="k"><div style="text-align:center;font-size:20px">广东省医疗住院收费票据（电子）</div><div style="position:absolute;left:338px;top:20px">{seal("全国统一财政票据监制章", "广东省财政厅", shape="ellipse", size=118, ink=0.55)}</div>
<div style="display:flex;justify-content:space-between;margin-top:34px"><div>票据代码：<b class="v">44060{dice.randint(120, 125)}</b><br>交款人统一社会信用代码：<b class="v">{f("id_number", p.id_number, p.id_number)}</b><br>交款人：<b class="v">{f("patient_name", p.name)}</b></div><div>票据号码：<b class="v">{number}</b><br>校验码：<b class="v">{dice.randrange(16**6):06x}</b><br>开票日期：<b class="v">{d("issue_date", s.end)}</b></div></div>
<table class="q" style="margin-top:6px"><tr class="c"><td>项目名称</td><td>金额(元)</td><td>项目名称</td><td>金额(元)</td></tr><tbody style="color:#111">{grid}</tbody><tr><td colspan="4">金额合计（大写）：<b class="v">{capital(total)}</b>　　　　（小写）：<b class="v">{cash(total)}</b></td></tr></table><table class="q" style="border-top:0">{cells}</table>
<div style="display:flex;justify-content:space-between;margin-top:4px"><span>收款单位（章）：<b class="v">{f("hospital_name", s.hospital)}</b></span><span>复核人：<b class="v">{s.others[0]}</b></span><span>收款人：<b class="v">{s.others[1]}</b></span></div></div>{beside_low(s.hospital, dice)}
<div style="margin-top:44px;border-top:1px dashed #888;padding-top:10px"><div class="c b" style="font-size:15px">医疗收费明细（电子）</div><div style="display:flex;justify-content:space-between;font-size:11px"><span>所属电子票据代码：4406{dice.randint(1000, 9999)}</span><span>所属电子票据号码：{number}</span><span>单位：元</span></div><table class="g" style="font-size:11px"><tr><td>序号</td><td>项目名称</td><td>规格</td><td class="r">数量</td><td class="r">金额</td><td>备注</td></tr>{detail}</table></div>
<div style="position:absolute;left:44px;right:44px;bottom:24px;font-size:10.5px;color:#666;display:flex;justify-content:space-between"><span>查验网址：http://pjcy.mof.gov.cn　本票据打印件与电子件具有同等效力，请勿重复报销</span><span>第1页，共1页</span></div>"""
    return page(body, ".k{color:#8c3a1d}.v{color:#111;font-weight:400}.q td{border:1px solid #8c3a1d;padding:2px 6px}.c td{text-align:center}", HEI, 12, "26px 44px")  # fmt: skip


def liaoning(dice: random.Random) -> str:
    """Old three-copy inpatient receipt of Liaoning: green frame, dot-matrix that slipped."""
    s = stay(dice, LN, dice.choice(("{c}县人民医院", "{t}市第二医院", "{c}矿区总医院")), GENERAL, digits=6)
    p = s.p
    names = (
        "床位费",
        "诊疗费",
        "西药费",
        "中成药",
        "中草药",
        "检查费",
        "治疗费",
        "放射费",
        "手术费",
        "化验费",
        "输血费",
        "输氧费",
        "护理费",
        "材料费",
        "接生费",
        "其他",
    )
    sums = {
        n: money(dice, 5, 2600) if n == "西药费" or (n != "接生费" and dice.random() < 0.6) else 0
        for n in names
    }
    total = sum(sums.values())
    fund, _, rest = split(dice, total)
    slip = (dice.randint(-4, 10), dice.randint(-6, 4))
    dot: Say = lambda v: (
        f"<span style=\"font-family:'AR PL UMing CN';color:#333a66;font-size:14px;position:relative;left:{slip[0]}px;top:{slip[1]}px\">{v}</span>"
    )
    g = dice.choice(("#25774f", "#2f6f8f", "#a0402f"))
    rows = "".join(
        f"<tr>{''.join(f'<td>{n}</td><td class=r style=width:14%>{dot(cash(sums[n])) if sums[n] else str()}</td>' for n in names[i : i + 4])}</tr>"
        for i in range(0, 16, 4)
    )
    side = dice.choice(("第二联　收据联", "第三联　报销联", "②　交　患　者"))
    when = f'<span data-field="issue_date" data-value="{s.end.isoformat()}">{dot(s.end.year)} 年 {dot(s.end.month)} 月 {dot(s.end.day)} 日</span>'
    body = f"""<div style="color:{g}"><div style="text-align:center;font-size:22px;letter-spacing:4px;font-family:{KAI}">辽宁省医疗机构住院收费专用收据</div><div style="width:330px;border-top:3px double {g};margin:0 auto 2px"></div><div style="position:absolute;left:322px;top:10px">{seal("辽宁省财政票据监制章", "", shape="ellipse", size=132, ink=0.5)}</div>
<div style="position:absolute;right:34px;top:24px;font-size:17px;color:#b3261e">№ {dice.randint(0, 9999999):07d}</div><div style="display:flex;justify-content:space-between;font-size:13px;margin-top:16px"><span>住院号：{dot(f("record_number", s.number))}</span><span>科别：{dot(f("department", s.ill.dept))}</span><span>{when}</span></div>
<table class="q" style="font-size:13px"><tr><td>姓　名</td><td>{dot(f("patient_name", p.name))}</td><td>性　别</td><td>{dot(f("sex", p.sex))}</td><td>住院日期</td><td colspan="3">{dot("自" + d("admission_date", s.start, ".") + "至" + d("discharge_date", s.end, "."))}</td></tr>{rows}
<tr><td colspan="2">合计金额（大写）</td><td colspan="4">{dot(capital(total))}</td><td>￥</td><td class="r">{dot(cash(total))}</td></tr><tr><td colspan="2">预收款　{dot(f"{rest // 100 + 300}.00")}</td><td colspan="2">统筹支付　{dot(cash(fund))}</td><td colspan="2">补收　{dot("")}</td><td colspan="2">退款　{dot(cash((rest // 100 + 300) * 100 - rest))}</td></tr></table>
<div style="display:flex;justify-content:space-between;font-size:13px;margin-top:5px"><span>收款单位：{dot(f("hospital_name", s.hospital))}</span><span>审核：{dot(s.others[2])}</span><span>收款员：{dot(f"{dice.randint(100, 299)}  {s.others[0]}")}</span></div><div style="font-size:11px;margin-top:3px">注：本收据手写无效，涂改作废；未加盖收费专用章无效。　辽财印 ({s.end.year % 100}) 第 {dice.randint(10, 80)} 号</div><div style="position:absolute;right:8px;top:120px;writing-mode:vertical-rl;font-size:12px;letter-spacing:3px">{side}</div></div>"""
    body += f'<div style="position:relative;height:0">{seal(s.hospital, "住院收费专用章", size=136, at=(dice.randint(60, 460), -130), turn=dice.uniform(-24, 24), ink=0.6)}</div>'
    return page(body, f".q td{{border:1px solid {g};height:25px}}body{{background:{dice.choice(('#fff', '#fbf7ee', '#f6faf4'))}}}", SONG, 13, "16px 40px 10px 34px")  # fmt: skip


def beijing(dice: random.Random) -> str:
    """Outpatient receipt of Beijing: upright narrow paper, columns of sums to the left, list right."""
    s = stay(dice, BJ, dice.choice(("北京市{c}区医院", "北京{c}长城康复医院", "北京市{c}区中医医院")), (DIABETES, HEART, JOINT), digits=10)  # fmt: skip
    p = s.p
    goods = [(a, b, dice.randint(1, 4), money(dice, 8, 120), dice.choice(("无自付", "有自付10%"))) for a, b, _ in s.ill.drugs]  # fmt: skip
    goods.append(
        (
            dice.choice(("医事服务费（普通）", "医事服务费（副主任）")),
            "",
            1,
            dice.choice((5000, 6000)),
            "无自付",
        )
    )
    total = sum(n * m for _, _, n, m, _ in goods)
    fund, account, rest = split(dice, total)
    rows = "".join(
        f"<tr><td>{a}/{b}</td><td class='r'>{cash(m)}</td><td class='r'>{n}</td><td class='r'>{cash(n * m)}</td><td>{w}</td></tr>"
        for a, b, n, m, w in goods
    )
    pay = (("医保支付", fund), ("门诊大额支付", fund), ("退休补充支付", 0), ("残军补助支付", 0), ("单位补充医疗保险支付", 0), ("本次医保范围内金额", total), ("累计医保内范围金额", total + money(dice, 800, 9000)), ("年度门诊大额累计支付", fund + money(dice, 200, 5000)), ("自付一", rest), ("自付二", 0), ("起付金额", dice.choice((0, 130000))), ("超封顶金额", 0), ("自费", 0), ("个人账户支付", account), ("个人支付金额", rest + account))  # fmt: skip
    money_rows = "".join(f"<div>{a}：<span style='float:right'>{cash(m)}</span></div>" for a, m in pay)
    kinds = "".join(f"<tr><td>{n}</td><td class='r'>{cash(m)}</td></tr>" for n, m in (("西药", total - goods[-1][3]), ("医事服务费", goods[-1][3])))  # fmt: skip
    body = f"""<div style="display:flex;justify-content:space-between"><span>交易流水号：{dice.randint(10**17, 10**18 - 1)}</span><span style="color:#b22">NO.{dice.randint(10**9, 10**10 - 1)}</span></div><div style="text-align:center;font-size:18px;font-weight:600">北京市医疗门诊收费票据</div><div class="c" style="font-size:10px">（{dice.choice(("自助补打", "第 1 次打印", "窗口打印"))}）</div>
<div style="border-top:1px solid #000;border-bottom:1px solid #000;padding:3px 0">业务流水号：{s.start:%Y%m%d}{dice.randint(100000, 999999)}<br>医疗机构类型：{dice.choice(("综合医院", "中医医院"))}　病历号：{f("record_number", s.number)}<br>姓名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　医保类型：{f("insurance_type", p.insurance, {"employee": "城镇职工", "resident": "城乡居民"}[p.insurance])}<br>社会保障号码：{f("id_number", p.id_number)}</div>
<table style="font-size:11px"><tr><td>项目/规格</td><td class="r">单价</td><td class="r">数量</td><td class="r">金额</td><td>等级</td></tr>{rows}</table><div style="border-top:1px dashed #000;margin:4px 0"></div><div style="display:flex;gap:14px"><table style="width:44%;font-size:11px;height:40px">{kinds}</table><div style="flex:1;font-size:11px;line-height:1.35">{money_rows}</div></div>
<div style="border-top:1px solid #000;margin-top:5px;padding-top:3px">合计（大写）：{capital(total)}<br>合计（小写）：￥{cash(total)}</div><div style="margin-top:4px">收款单位（章）{f("hospital_name", s.hospital)}<br>收款人：{dice.randint(1000, 9999)}　　日期：{d("issue_date", s.start, "年0")}</div><div style="font-size:10.5px;margin-top:6px">取药窗口：{dice.randint(1, 12)}号　　请妥善保管，遗失不补。30日内凭本票据退费。</div><div style="text-align:center;margin-top:8px">{bars(dice, f"{dice.randint(10**11, 10**12)}", 200, 30)}</div>"""
    body += f'<div style="position:relative;height:0">{seal(s.hospital, "门诊收费章(" + str(dice.randint(1, 9)) + ")", size=112, at=(dice.randint(150, 280), -190), turn=dice.uniform(-30, 30), ink=0.6)}</div>'
    return page(body, "td{padding:1px 2px}", SONG, 12, "18px 22px")


def plateau(dice: random.Random) -> str:
    """Outpatient receipt of Qinghai or Tianjin's older sheet: values printed with no label at all on some lines."""
    place = dice.choice((QH, QH, TJ))
    s = stay(dice, place, dice.choice(("{c}县人民医院", "{c}第二人民医院")) if place is QH else "天津市{c}区人民医院", GENERAL, digits=9)  # fmt: skip
    p = s.p
    kinds = [(n, money(dice, 3, 420)) for n in ("西药费", "中成药费", "检查费", "化验费", "治疗费", "材料费", "挂号费") if dice.random() < 0.6] or [("西药费", 12310)]  # fmt: skip
    total = sum(m for _, m in kinds)
    fund, account, rest = split(dice, total)
    c = "#b0392b" if place is QH else "#365fa0"
    dot: Say = lambda v: (
        f"<span style=\"font-family:'AR PL UMing CN';color:#1d1d1d;font-size:13.5px\">{v}</span>"
    )
    rows = "".join(f"<tr><td>{dot(n)}</td><td class='r'>{dot(cash(m))}</td></tr>" for n, m in kinds)
    drugs = "".join(f"<div>{dot(f'{a} {b} ×{dice.randint(1, 3)}')}</div>" for a, b, _ in s.ill.drugs)
    body = f"""<div style="color:{c}"><div style="text-align:center;font-size:19px;letter-spacing:2px">{p.place.province}医疗卫生机构门诊收费票据</div><div style="display:flex;justify-content:space-between;font-size:12px"><span>（{dice.choice(("机打票据", "收据联"))}）</span><span>No：{dot(f"{s.start.year % 100}{dice.randint(10**7, 10**8)}")}</span></div>
<div style="border:1.5px solid {c};padding:4px 8px"><div>{dot(f("hospital_name", s.hospital))}</div><div>{dot(f("patient_name", p.name))}　{dot(f("sex", p.sex))}　{dot(f("age", s.age, f"{s.age}岁"))}　{dot(f("department", s.ill.dept))}</div><div>门诊号 {dot(f("record_number", s.number))}　费别 {dot(f("insurance_type", p.insurance, SHORT[p.insurance]))}</div>
<div style="display:flex;border-top:1px solid {c};margin-top:4px"><table style="width:46%;border-right:1px solid {c}"><tr><td>收费项目</td><td class="r">金额</td></tr>{rows}</table><div style="padding:4px 8px;font-size:12px">明细：{drugs}</div></div>
<div style="border-top:1px solid {c};margin-top:4px">人民币（大写）{dot(capital(total))}<br>￥{dot(cash(total))}　统筹支付 {dot(cash(fund))}　账户支付 {dot(cash(account))}　现金 {dot(cash(rest))}　账户余额 {dot(cash(money(dice, 10, 3000)))}</div></div>
<div style="display:flex;justify-content:space-between;font-size:12.5px;margin-top:4px"><span>收款员 {dot(f"{dice.randint(1, 40):03d}")}</span><span>{dot(d("issue_date", s.start, "-", " " + at(dice, True)))}</span><span>{dot(f"机号{dice.randint(1, 9)}")}</span></div><div style="font-size:10.5px">除医疗费外其他收费无效　盖章有效　{style(s.start, "年")}前购票据有效</div></div>"""
    ring = seal(s.hospital, "收费专用章", shape=dice.choice(("circle", "ellipse")), size=120, at=(dice.randint(240, 340), -130), turn=dice.uniform(-20, 20), ink=0.6)  # fmt: skip
    body += f'<div style="position:relative;height:0">{ring}</div>'
    return page(body, "td{padding:1px 5px}", SONG, 13, "16px 22px")


TEMPLATES: dict[str, Template] = {
    "dune-invoice-outpatient-sichuan": Template(KIND, 794, 480, sichuan),
    "dune-invoice-inpatient-guangdong": Template(KIND, 794, 1123, guangdong),
    "dune-invoice-paper-liaoning": Template(KIND, 794, 420, liaoning),
    "dune-invoice-narrow-beijing": Template(KIND, 440, 700, beijing),
    "dune-invoice-plateau": Template(KIND, 500, 440, plateau),
}
