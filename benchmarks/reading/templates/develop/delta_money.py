"""Electronic bills of provinces, a settlement strip of a machine, a bill in an app."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    MONO,
    case,
    clock,
    date_text,
    digits,
    doctor,
    hospital,
    phone,
    squares,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import day

_DIGITS, _PLACES = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟", "万", "拾")


def capital(cents: int) -> str:
    """Money in capitals, as bills print it."""
    yuan, rest = divmod(cents, 100)
    text, zero = "", False
    for n, ch in enumerate(reversed(str(yuan))):
        if ch != "0":
            text = _DIGITS[int(ch)] + _PLACES[n] + ("零" if zero and text else "") + text
            zero = False
        else:
            zero = True
            if n == 4:
                text = "万" + text
    tail = (_DIGITS[rest // 10] + "角" if rest // 10 else "") + (
        _DIGITS[rest % 10] + "分" if rest % 10 else ""
    )
    return text + "元" + (tail or "整")


def stay_bill(dice: random.Random) -> str:
    """The unified electronic bill of a stay: fee heads in columns, 其他信息 below, supervising seal above."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    q = p.place.province
    out = day(dice)
    came = out - dt.timedelta(days=dice.randint(4, 19))
    heads = (
        "床位费",
        "诊察费",
        "检查费",
        "化验费",
        "治疗费",
        "护理费",
        "卫生材料费",
        "西药费",
        "中成药费",
        "其他住院收费",
    )
    fees = [(h, dice.randint(4000, 380000)) for h in heads[: dice.randint(6, 10)]]
    total = sum(v for _, v in fees)
    fund, pool = int(total * dice.uniform(0.4, 0.7)), dice.randint(0, 60000)
    rows = "".join(f"<tr><td>{a}</td><td class='r'>{v / 100:.2f}</td><td></td><td>{fees[n + 1][0] if n + 1 < len(fees) else ''}</td><td class='r'>{f'{fees[n + 1][1] / 100:.2f}' if n + 1 < len(fees) else ''}</td><td></td></tr>" for n, (a, v) in list(enumerate(fees))[::2])  # fmt: skip
    body = f"""<h1 style="font-size:25px;color:#8a2b1d;letter-spacing:3px">{q}医疗住院收费票据（电子）</h1><div style="position:absolute;left:52px;top:14px">{squares(dice, 66)}</div>
<div class="m" style="margin-top:34px"><span>票据代码：{digits(dice, 6, p.place.code[:2])}</span><span>票据号码：{digits(dice, 10)}</span></div><div class="m"><span>交款人统一社会信用代码：{f("id_number", p.id_number) if dice.random() < 0.5 else p.id_number[:10] + "********"}</span><span>校验码：{"".join(dice.choice("0123456789abcdef") for _ in range(6))}</span></div><div class="m"><span>交款人：{f("patient_name", p.name)}</span><span>开票日期：{when("issue_date", out + dt.timedelta(days=dice.randint(0, 3)), "-")}</span></div>
<table class="g"><tr class="c"><td style="width:130px">项目名称</td><td>金额(元)</td><td>备注</td><td style="width:130px">项目名称</td><td>金额(元)</td><td>备注</td></tr>{rows}<tr><td colspan="4">金额合计（大写）：{capital(total)}</td><td colspan="2">（小写）：{total / 100:.2f}</td></tr>
</table><table class="g" style="margin-top:-1px"><tr><td style="width:44px;padding:2px 12px">其他信息</td><td style="font-size:12px"><div class="o"><span>业务流水号：{digits(dice, 12)}</span><span>病历号：{f("record_number", digits(dice, 8))}</span><span>住院科别：{f("department", ("内分泌科", "呼吸内科", "肾内科", "心内科", "肿瘤科", "康复医学科", "风湿免疫科", "消化内科")[CASES.index(c)])}</span><span>住院时间：{when("admission_date", came, "")}至{when("discharge_date", out, "")}</span><span>预缴金额：{dice.randint(1, 9) * 1000}.00</span><span>补缴金额：0.00</span><span>退费金额：{dice.randint(0, 99999) / 100:.2f}</span><span>医疗机构类型：{dice.choice(("综合医院", "中医医院"))}</span><span>医保类型：{f("insurance_type", p.insurance, "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span><span>医保编号：{digits(dice, 12)}</span><span>性别：{f("sex", p.sex)}</span><span>医保统筹基金支付：{fund / 100:.2f}</span><span>其他支付：{pool / 100:.2f}</span><span>个人账户支付：0.00</span><span>个人现金支付：{max(0, total - fund - pool) / 100:.2f}</span><span>个人自付：{dice.randint(1000, 90000) / 100:.2f}</span><span>个人自费：{dice.randint(0, 30000) / 100:.2f}</span></div></td></tr></table>
<div class="m"><span>收款单位（章）：{f("hospital_name", house)}</span><span>复核人：{doctor(dice)}</span><span>收款人：{dice.choice((doctor(dice), "自助机" + digits(dice, 2), "9" + digits(dice, 3)))}</span></div>"""
    body += seal(f"{q}财政票据监制章", "", shape="ellipse", at=(440, 6), size=120, turn=0, ink=0.6)
    body += seal(house, "财务专用章", at=(150, 466), size=120, turn=dice.uniform(-6, 6))
    return page(body, ".m{display:flex;justify-content:space-between;margin:3px 0}.g td{border-color:#8a2b1d;padding:2px 6px}.o{display:grid;grid-template-columns:1fr 1fr 1.2fr 1fr;gap:1px 8px}", SONG, 14, "22px 50px")  # fmt: skip


def strip(dice: random.Random) -> str:
    """A self-service machine's thermal strip: settlement of a special-illness visit, all left, no table."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice)
    items = dice.sample((("门冬胰岛素30注射液", "3ml*1支"), ("瑞舒伐他汀钙片", "10mg*28片"), ("达格列净片", "10mg*30片"), ("沙库巴曲缬沙坦", "100mg*28片"), ("血液透析", "次"), ("糖化血红蛋白测定", "项"), ("布地格福吸入气雾剂", "120吸")), dice.randint(2, 5))  # fmt: skip
    lines, total = "", 0
    for a, b in items:
        n, price = dice.randint(1, 4), dice.randint(900, 24000)
        total += n * price
        lines += f"<div>{a} {b}</div><div style='display:flex;justify-content:space-between;padding-left:20px'><span>{price / 100:.2f} x {n}</span><span>{n * price / 100:.2f}</span><span>{dice.choice('甲乙')}</span></div>"
    fund = int(total * dice.uniform(0.5, 0.9))
    body = f"""<div class="c b" style="font-size:20px">{f("hospital_name", house)}</div><div class="c" style="font-size:18px">门诊收费结算凭条（自助）</div><div class="c">*非报销凭证 请自行打印电子票据*</div>--------------------------------<br>
就诊卡：{f("card_number", digits(dice, 10))}<br>姓名：{f("patient_name", p.name)} {f("sex", p.sex)} {f("age", p.age_on(on), f"{p.age_on(on)}岁")}<br>门诊号：{f("record_number", digits(dice, 9, "M"))}<br>科室：{f("department", dice.choice(("慢病门诊", "便民药房门诊", "血液净化中心")))}<br>医生：{f("physician_name", doctor(dice))}<br>就医类别：门诊慢特病（{f("claimed_disease", c.claim)}）<br>险种：{f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民")}基本医疗<br>参保地：{f("insured_place", p.place.insured)}<br>--------------------------------<br>{lines}--------------------------------<br>
<div class="m"><span>总金额</span><b>{total / 100:.2f}</b></div><div class="m"><span>统筹支付</span><span>{fund / 100:.2f}</span></div><div class="m"><span>大病/补助</span><span>0.00</span></div><div class="m"><span>账户支付</span><span>{dice.choice(("0.00", f"{(total - fund) / 100:.2f}"))}</span></div><div class="m"><span>账户余额</span><span>{dice.randint(0, 400000) / 100:.2f}</span></div>--------------------------------<br>
取药窗口：{dice.randint(1, 12)}号<br>终端号：ZZ{digits(dice, 4)}<br>交易流水：{digits(dice, 16)}<br>交易时间：{when("visit_date", on, dice.choice(("-", "/", "年0")), clock(dice))}<div class="c" style="margin-top:10px">{squares(dice, 120)}<br>微信扫码开具电子票据</div>"""
    return page(
        body, ".m{display:flex;justify-content:space-between}", dice.choice((MONO, HEI)), 16, "22px 20px"
    )


def bill_app(dice: random.Random) -> str:
    """The electronic ticket as an app shows it: a ticket with notched edge, amounts large."""
    p = who(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice, "2024-01-05")
    names = dice.sample(("西药费", "化验费", "检查费", "诊察费", "治疗费", "中草药费"), dice.randint(2, 5))
    fees = [(n, dice.randint(500, 40000)) for n in names]
    total = sum(v for _, v in fees)

    def ln(a: object, b: object) -> str:
        return f'<div class="l"><i>{a}</i><b>{b}</b></div>'

    body = f"""<div class="card" style="border-top:10px solid #e07b39"><div style="text-align:center;font-size:30px;font-weight:600;color:#b5521b">{p.place.province}医疗门诊收费票据（电子）</div><div style="text-align:center;font-size:64px;font-weight:600;margin:16px 0">¥{total / 100:.2f}</div><div style="text-align:center" class="s">{dice.choice(("已开票", "未换开纸质票据", "正常"))}</div><div style="border-top:3px dashed #eee;margin:18px 0"></div>{ln("交款人", f("patient_name", p.name))}{ln("性别", f("sex", p.sex))}{ln("收款单位", f("hospital_name", house))}{ln("票据代码", digits(dice, 8))}{ln("票据号码", digits(dice, 10, "0"))}{ln("校验码", digits(dice, 6))}{ln("开票日期", when("issue_date", on, "-"))}{ln("就诊日期", when("visit_date", on, dice.choice(("-", ""))))}{ln("门诊号", f("record_number", digits(dice, 10)))}{ln("医保类型", f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保"))}{ln("医保编号", digits(dice, 14))}</div>
<div class="card"><div class="t">收费项目</div>{"".join(ln(a, f"{v / 100:.2f}") for a, v in fees)}<div style="border-top:1px solid #eee"></div>{ln("医保统筹基金支付", f"{total / 200:.2f}")}{ln("个人账户支付", f"{total / 400:.2f}")}{ln("个人现金支付", f"{total / 400:.2f}")}{ln("金额合计（大写）", capital(total))}</div>
<div class="card" style="text-align:center">{squares(dice, 200)}<div class="s">打开微信、支付宝扫码查验　{date_text(on, "-")}</div></div>"""
    return phone(
        dice.choice(("电子票据详情", "我的票夹", "电子发票")), body, dice, accent="#e07b39", dark=True
    )


TEMPLATES: dict[str, Template] = {
    "delta-medical_invoice-stay": Template("medical_invoice", 900, 600, stay_bill),
    "delta-medical_invoice-strip": Template("medical_invoice", 330, 1180, strip),
    "delta-medical_invoice-wallet": Template("medical_invoice", 750, 1900, bill_app),
}
