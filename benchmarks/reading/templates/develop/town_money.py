"""Bills: Sichuan's electronic one, an in-patient's on preprinted paper by needles, and a machine's thermal slip."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.town_base import NEEDLES, on, told

_DIGIT = "零壹贰叁肆伍陆柒捌玖"


def _capital(cents: int) -> str:
    """An amount in the characters of accounts."""
    whole, rest = divmod(cents, 100)
    text, units = "", ("", "拾", "佰", "仟", "万", "拾")
    for n, c in enumerate(reversed(str(whole))):
        text = (
            _DIGIT[int(c)] + units[n] if c != "0" else "零" * (not text.startswith("零") and bool(text))
        ) + text
    tail = f"{_DIGIT[rest // 10]}角{_DIGIT[rest % 10]}分" if rest else "整"
    return f"{text.rstrip('零') or '零'}元{tail}"


def _electronic(dice: random.Random) -> str:
    """医疗门诊收费票据（电子）: payer and codes in a corner block, two columns of items, the house in small print below."""
    a = t.who(dice, "川", 25)
    home, _ = t.house(dice, a.place)
    day = t.date(dice)
    items = [
        (n, dice.randint(300, 42000))
        for n in dice.sample(
            ("西药费", "中成药费", "化验费", "检查费", "诊察费", "治疗费", "卫生材料费", "中草药费"),
            dice.randint(3, 6),
        )
    ]
    sum_ = sum(v for _, v in items)
    fund = int(sum_ * dice.uniform(0.4, 0.8))
    lines = "".join(
        f'<div style="display:flex;width:50%"><span style="width:46%">{n}</span><span style="width:40%;text-align:right">{v / 100:.2f}</span></div>'
        for n, v in items
    )
    more: Callable[..., str] = lambda k, v: f'<span style="display:inline-block;width:33.3%">{k}：{v}</span>'
    return page(
        f"""<div style="position:relative"><div style="position:absolute;left:0;top:0">{t.squares(dice, 78, 29)}</div><div class="c" style="font-size:24px;color:#a9353c;letter-spacing:2px">{a.place.province}医疗门诊收费票据（电子）</div>{seal("全国统一财政电子票据监制章", "", shape="ellipse", size=112, at=(430, 34), ink=0.7)}</div>
<div style="display:flex;justify-content:space-between;margin:36px 0 0;font-size:14px"><div style="padding-left:96px;line-height:1.7"><div>票据代码：51060{t.digits(dice, 3)}</div><div>交款人统一社会信用代码：{f("id_number", a.number)}</div><div>交款人：{f("patient_name", a.name)}</div></div><div style="line-height:1.7"><div>票据号码：{t.digits(dice, 10)}</div><div>校验码：{t.digits(dice, 6).replace("0", "a").replace("3", "f")}</div><div>开票日期：{on("issue_date", day, dice.choice(("-", "年0")))}</div></div></div>
<div style="border:1.4px solid #a9353c;margin-top:8px"><div style="display:flex;border-bottom:1px solid #a9353c;color:#a9353c;padding:3px 14px"><span style="width:23%">项目名称</span><span style="width:27%">金额（元）</span><span style="width:23%">项目名称</span><span>金额（元）</span></div><div style="display:flex;flex-wrap:wrap;padding:8px 14px;min-height:122px;align-content:flex-start;line-height:1.9">{lines}</div>
<div style="border-top:1px solid #a9353c;padding:4px 14px;display:flex;justify-content:space-between"><span><span style="color:#a9353c">金额合计（大写）</span>　{_capital(sum_)}</span><span><span style="color:#a9353c">（小写）</span> {sum_ / 100:.2f}</span></div>
<div style="border-top:1px solid #a9353c;padding:6px 14px;font-size:13px;line-height:1.75">{more("业务流水号", t.digits(dice, 12))}{more("门诊号", f("record_number", t.digits(dice, 9)))}{more("就诊日期", on("visit_date", day, "8"))}{more("医疗机构类型", dice.choice(("综合医院", "中医医院")))}{more("医保类型", told("insurance_type", a.kind, "职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险"))}{more("医保编号", f("card_number", t.digits(dice, 14, "51")))}{more("性别", f("sex", a.sex))}{more("医保统筹基金支付", f"{fund / 100:.2f}")}{more("其他支付", "0.00")}{more("个人账户支付", "0.00")}{more("个人现金支付", f"{(sum_ - fund) / 100:.2f}")}{more("个人自付", f"{(sum_ - fund) / 100:.2f}")}</div></div>
<div style="display:flex;justify-content:space-between;margin-top:8px;position:relative"><span>收款单位（章）：{f("hospital_name", home)}</span><span>复核人：{people.name(dice, "女")}</span><span>收款人：{dice.choice(("自助机", "窗口03", people.name(dice, "女")))}</span>{seal(home, "财务专用章", shape="ellipse", size=150, at=(150, -62), turn=dice.uniform(-4, 4))}</div>""",
        font=dice.choice((SONG, HEI)),
        size=15,
        pad="26px 44px",
    )


def _needles(dice: random.Random) -> str:
    """An in-patient's bill: green preprinted labels, values by needles that sit a little askew in their places."""
    a = t.who(dice, "黑", 30)
    home, _ = t.house(dice, a.place)
    came = t.date(dice)
    went = t.after(came, dice.randint(4, 20))
    names = ("床位费", "诊察费", "检查费", "化验费", "治疗费", "护理费", "卫生材料费", "西药费", "中成药费")
    fees = [(n, dice.randint(1200, 320000)) for n in names]
    sum_ = sum(v for _, v in fees)
    fund = int(sum_ * dice.uniform(0.5, 0.8))
    paid = (sum_ - fund) // 10000 * 10000 + 20000
    dx, dy = dice.uniform(0, 7), dice.uniform(-3, 2)
    ty: Callable[..., str] = lambda v: (
        f"<span style=\"color:#2e2e38;font-family:'WenQuanYi Zen Hei Mono',monospace;position:relative;left:{dx:.1f}px;top:{dy:.1f}px\">{v}</span>"
    )
    cell: Callable[..., str] = lambda n, v: (
        f'<td style="color:#1c6b46">{n}</td><td class="r">{ty(f"{v / 100:.2f}")}</td>'
    )
    grid = "".join("<tr>" + "".join(cell(*x) for x in fees[k : k + 3]) + "</tr>" for k in range(0, 9, 3))
    place: Callable[..., str] = lambda field, d: (
        f'<span data-field="{field}" data-value="{d.isoformat()}">{ty(d.year)} 年 {ty(f"{d.month:02d}")} 月 {ty(f"{d.day:02d}")} 日</span>'
    )
    return page(
        f"""<div style="color:#1c6b46"><div style="display:flex;justify-content:space-between;align-items:flex-end"><span style="font-size:13px">黑财监字 {t.digits(dice, 3)} 号</span><span style="font-size:23px;letter-spacing:3px">黑龙江省医疗住院收费票据</span><span style="color:#b3262b;font-size:17px">No. {t.digits(dice, 8)}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>住院号：{ty(f("record_number", t.digits(dice, 7)))}</span><span>姓名：{ty(f("patient_name", a.name))}</span><span>性别：{ty(f("sex", a.sex))}</span><span>科别：{ty(f("department", dice.choice(("心内科", "神经内科二", "肾内科", "消化内科", "普外科"))))}</span><span>开票日期：{place("issue_date", went)}</span></div>
<div style="margin-top:5px">住院日期：{place("admission_date", came)} 至 {place("discharge_date", went)}　共 {ty((went - came).days)} 天　　医保类型：{ty(told("insurance_type", a.kind, "职工医保" if a.kind == "employee" else "居民医保"))}</div>
<table class="g" style="margin-top:6px">{grid}<tr><td>合计（大写）</td><td colspan="3">{ty(_capital(sum_))}</td><td>￥</td><td class="r">{ty(f"{sum_ / 100:.2f}")}</td></tr><tr><td>统筹支付</td><td class="r">{ty(f"{fund / 100:.2f}")}</td><td>个人支付</td><td class="r">{ty(f"{(sum_ - fund) / 100:.2f}")}</td><td>预交金额</td><td class="r">{ty(f"{paid / 100:.2f}")}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:8px;position:relative"><span>收款单位（盖章）：{ty(f("hospital_name", home))}</span><span>收款人：{ty(people.name(dice, "女"))}</span><span>第二联　收据联</span>{seal(home, "收费专用章", size=126, at=(170, -76), turn=dice.uniform(-14, 14), ink=0.6, shape=dice.choice(("ellipse", "circle")))}</div></div>""",
        ".g td{border-color:#1c6b46;padding:4px 8px}" + NEEDLES,
        font=SONG,
        size=15,
        pad="28px 40px",
    )


def _thermal(dice: random.Random) -> str:
    """A self-service machine's slip: everything one below the other, drugs with counts, stars as rules, no seal."""
    a = t.who(dice, "鲁", 22)
    home, _ = t.house(dice, a.place)
    day = t.date(dice)
    drugs = dice.sample(
        (
            "硝苯地平控释片30mg*7",
            "血清肌酐测定",
            "糖化血红蛋白测定",
            "普通心电图",
            "二甲双胍缓释片0.5g*60",
            "主治医师诊察费",
            "静脉采血",
            "阿司匹林肠溶片0.1g*30",
        ),
        dice.randint(3, 6),
    )
    prices = [dice.randint(200, 9800) for _ in drugs]
    sum_ = sum(prices)
    fund = int(sum_ * 0.6)
    lines = "".join(
        f'<div>{d}</div><div style="display:flex;justify-content:space-between;padding-left:24px"><span>×{dice.randint(1, 3)}</span><span>{p / 100:.2f}</span></div>'
        for d, p in zip(drugs, prices, strict=True)
    )
    stars = (
        '<div style="letter-spacing:2px;white-space:nowrap;overflow:hidden">************************</div>'
    )
    pair: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;justify-content:space-between"><span>{k}</span><span>{v}</span></div>'
    )
    return page(
        f"""<div class="c" style="font-size:18px">{f("hospital_name", home)}</div><div class="c">门诊收费凭条（不作报销凭证）</div>{stars}
<div>姓　　名：{f("patient_name", a.name)}</div><div>性　　别：{f("sex", a.sex)}　年龄：{f("age", a.age(day))}</div><div>门 诊 号：{f("record_number", t.digits(dice, 8))}</div><div>费　　别：{told("insurance_type", a.kind, "职工医保" if a.kind == "employee" else "居民医保")}</div><div>就诊科室：{f("department", dice.choice(("心血管内科门诊", "慢病门诊", "内分泌门诊", "全科门诊")))}</div><div>开单医生：{f("physician_name", t.doctor(dice))}</div><div>流 水 号：{t.digits(dice, 14)}</div>{stars}{lines}{stars}
{pair("合　　计", f"{sum_ / 100:.2f}元")}{pair("统筹支付", f"{fund / 100:.2f}")}{pair("账户支付", f"{(sum_ - fund) / 100:.2f}")}{pair("现金支付", "0.00")}{pair("账户余额", f"{dice.uniform(20, 4000):.2f}")}{stars}
<div>开票日期：{on("issue_date", day, dice.choice(("-", "/0")), t.clock(dice, True))}</div><div>终端编号：ZZ{dice.randint(1, 40):03d}</div><div class="c" style="margin-top:8px">{t.squares(dice, 108, 25)}</div><div class="c" style="font-size:12px">扫码下载电子票据</div>""",
        "body{color:#474747}",
        font=dice.choice((MICRO, HEI)),
        size=15,
        pad="20px 22px",
    )


TEMPLATES: dict[str, Template] = {
    "town-invoice-electronic": Template("medical_invoice", 860, 560, _electronic),
    "town-invoice-needles": Template("medical_invoice", 860, 450, _needles),
    "town-invoice-thermal": Template("medical_invoice", 340, 900, _thermal),
}
