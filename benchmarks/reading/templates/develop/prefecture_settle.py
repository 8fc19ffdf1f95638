"""Settlement sheets, a pharmacy's thermal slip, a bill on a phone, a private hospital's VAT invoice."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, page, seal, sign
from benchmarks.reading.templates.develop.people import day, name
from benchmarks.reading.templates.develop.prefecture_base import (
    DOTS,
    MONO,
    ZEN,
    at,
    bars,
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
from benchmarks.reading.templates.develop.vocabulary import DEPARTMENTS, MEDICINES, illness

_HEADS = ("床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中药饮片费", "中成药费", "一般诊疗费", "挂号费", "其他费")  # fmt: skip


def _dots(dice: random.Random) -> str:
    """The HIS's own settlement print on continuous paper: rules of hyphens, nothing framed."""
    p = patient(dice)
    house, out = clinic(dice, p.place), day(dice, "2021-01-05")
    into = out - dt.timedelta(days=dice.randint(2, 24))
    fees = [(h, dice.randint(0, 250000) if dice.random() < 0.8 else 0) for h in _HEADS]
    total = sum(v for _, v in fees)
    fund = int(total * dice.uniform(0.4, 0.7))
    cells = "".join(f"<td>{h}</td><td class=r style='padding-right:26px'>{cash(v)}</td>" + ("</tr><tr>" if n % 3 == 2 else "") for n, (h, v) in enumerate(fees))  # fmt: skip
    names, _ = illness(dice)
    rule = '<div style="overflow:hidden;white-space:nowrap;height:17px">' + "-" * 140 + "</div>"
    style = dice.choice(("-", ".", "/"))
    kind = f("insurance_type", p.insurance, {"employee": "市职工医保", "resident": "城乡居民"}[p.insurance])
    cardno = f("card_number", digits(dice, 9, dice.choice("HCK"))) if dice.random() < 0.7 else ""
    body = (
        f'<div class=c style="font-size:20px">{f("hospital_name", house)}</div><div class=c style="font-size:18px;letter-spacing:6px">住院病人费用结算单</div>'
        f'<div style="display:flex;justify-content:space-between"><span>结算序号:{digits(dice, 8)}</span><span>打印日期:{written(out, style)} {clock(dice)}</span><span>第1页/共1页</span></div>{rule}'
        f"<table><tr><td>住院号:{f('record_number', digits(dice, 6, '00'))}</td><td>姓名:{f('patient_name', p.name)}</td><td>性别:{f('sex', p.sex)}</td><td>年龄:{f('age', p.age_on(into), f'{p.age_on(into)}岁')}</td><td>费别:{kind}</td></tr>"
        f"<tr><td>科室:{f('department', dice.choice(DEPARTMENTS))}</td><td>床号:{dice.randint(1, 60)}</td><td colspan=2>住院次数:{dice.randint(1, 9)}</td><td>医保卡号:{cardno}</td></tr>"
        f"<tr><td colspan=2>入院日期:{date('admission_date', into, style)}</td><td colspan=2>出院日期:{date('discharge_date', out, style)}</td><td>住院天数:{(out - into).days}</td></tr>"
        f"<tr><td colspan=5>出院诊断:{fs('diagnosis', names, ',')}</td></tr></table>{rule}<table><tr>{cells}</tr></table>{rule}"
        f"<table><tr><td>费用总额:{cash(total)}</td><td colspan=2>大写:{capital(total)}</td></tr><tr><td>统筹支付:{cash(fund)}</td><td>大病保险:{cash(0)}</td><td>医疗救助:{cash(0)}</td></tr>"
        f"<tr><td>帐户支付:{cash((total - fund) // 3)}</td><td>预交款:{cash(400000)}</td><td>{'退' if fund > total - 400000 else '补'}款:{cash(abs(total - fund - 400000))}</td></tr></table>{rule}"
        f'<div style="display:flex;justify-content:space-between"><span>结算员:{dice.choice((name(dice, "女"), digits(dice, 4)))}</span><span>患者(家属)签字:{sign("applicant", p.name if dice.random() < 0.4 else None, dice)}</span><span style="margin-right:90px">结算单位(盖章):</span></div>'
        + seal(house, "住院结算专用章", size=132, at=(640, 380), turn=dice.uniform(-9, 9), ink=0.55)
    )
    return page(body, "td{padding:1px 4px;white-space:nowrap}", dice.choice((DOTS, MONO)), 13, "26px 44px")


def _national(dice: random.Random) -> str:
    """The insurance centre's own sheet: a grid, the label in one cell and the value in the next."""
    p = patient(dice, youngest=40)
    house, out = clinic(dice, p.place), day(dice, "2022-01-05")
    into = out - dt.timedelta(days=dice.randint(3, 24))
    total = dice.randint(300000, 4900000)
    own = int(total * dice.uniform(0.02, 0.1))
    fund = int((total - own) * dice.uniform(0.5, 0.85))
    big = dice.randint(0, 40000)
    aid = dice.choice((0, dice.randint(0, 30000)))
    names, _ = illness(dice)
    level = dice.choice(
        (("三级甲等", "三级甲等"), ("三级", "三级"), ("二级甲等", "二甲"), ("二级", "二级医疗机构"))
    )
    style = dice.choice(("-", "年0", ""))
    kind = f("insurance_type", p.insurance, {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[p.insurance])  # fmt: skip
    cells = (
        (("姓名", f("patient_name", p.name)), ("性别", f("sex", p.sex)), ("出生日期", date("birth_date", p.born, style))),
        (("证件号码", f("id_number", p.id_number)), ("人员编号", f("card_number", digits(dice, 16, p.place.code[:4]))), ("人员类别", dice.choice(("在职", "退休人员") if p.insurance == "employee" else ("普通居民(成年)", "居民(老年)", "低保对象")))),
        (("险种类型", kind), ("参保地", f("insured_place", p.place.insured)), ("联系电话", f("phone", p.phone) if dice.random() < 0.6 else "")),
        (("医疗机构名称", f("hospital_name", house)), ("医院等级", f("hospital_level", *level)), ("医疗类别", dice.choice(("普通住院", "异地住院", "转外住院")))),
        (("住院号", f("record_number", digits(dice, 9))), ("入院科室", f("department", dice.choice(DEPARTMENTS))), ("就诊ID", digits(dice, 12))),
        (("入院日期", date("admission_date", into, style)), ("出院日期", date("discharge_date", out, style)), ("住院天数", str((out - into).days))),
    )  # fmt: skip
    grid = "".join("<tr>" + "".join(f"<th>{k}</th><td colspan=2>{v}</td>" for k, v in line) + "</tr>" for line in cells)  # fmt: skip
    second = f"<tr><th>出院主诊断</th><td colspan=5>{f('diagnosis', names[0])}</td><th>其他诊断</th><td colspan=2>{fs('diagnosis', names[1:], '、')}</td></tr>"
    rows = (
        ("医疗费总额", total, "全自费金额", own, "超限价自费", 0),
        ("先行自付金额", int(total * 0.04), "符合政策范围金额", int(total * 0.9), "实际起付线", dice.choice((40000, 60000, 90000))),
        ("基本医保统筹基金", fund, "大病(大额)保险基金", big, "医疗救助基金", aid),
        ("公务员补助", 0, "基金支付总额", fund + big + aid, "个人负担总额", total - fund - big - aid),
        ("个人账户支出", dice.randint(0, 50000), "账户共济支付", 0, "现金支出", total - fund - big - aid - 0),
    )  # fmt: skip
    sums = "".join("<tr>" + "".join(f"<th>{line[k]}</th><td colspan=2 class=r>{cash(int(line[k + 1]))}</td>" for k in (0, 2, 4)) + "</tr>" for line in rows)  # fmt: skip
    body = (
        f'<h2 style="font-size:21px">{p.place.city}医疗保障基金结算清单（住院）</h2><div style="display:flex;justify-content:space-between;margin:10px 0 4px;font-size:12px"><span>结算时间：{written(out, "-")} {clock(dice)}</span><span>结算流水号：{digits(dice, 18)}</span><span>单位：元</span></div>'
        f"<table class=g>{grid}{second}</table><table class=g style='margin-top:-1px'>{sums}<tr><th>报销金额大写</th><td colspan=8>{capital(fund + big + aid)}</td></tr></table>"
        f'<div style="margin-top:8px;font-size:12px;line-height:1.9">备注：本年度统筹累计支付 {cash(fund + dice.randint(0, 900000))}；本年度住院第 {dice.randint(1, 5)} 次。<br>已备案慢特病病种：{dice.choice(("无", "-", ""))}</div>'
        f'<div style="display:flex;justify-content:space-between;margin-top:18px"><span>经办人：{name(dice, "女")}</span><span>定点医疗机构（章）：</span><span>参保人（代办人）签名：{sign("applicant", p.name if dice.random() < 0.5 else None, dice, 110)}</span></div>'
        f'<div style="position:absolute;left:48px;bottom:36px;font-size:10px;color:#444">此清单一式两份，参保人与医疗机构各执一份。如对结算结果有异议，请于15个工作日内拨打 12393 咨询。</div>'
        + seal(
            house,
            "医保专用章" if dice.random() < 0.5 else "",
            size=140,
            at=(360, 490),
            turn=dice.uniform(-9, 9),
            ink=0.6,
        )
    )
    return page(body, "th{background:#f2f2f2;white-space:nowrap;font-size:12px;width:96px;text-align:center!important}td{font-size:12px}", dice.choice((SONG, HEI, ZEN)), 13, "46px 48px")  # fmt: skip


def _pharmacy(dice: random.Random) -> str:
    """An 80 mm thermal slip of a pharmacy chain, the insurance's lines beneath the goods."""
    p = patient(dice)
    shop = f"{p.place.city.removesuffix('市')}{dice.choice(('康泽', '仁心堂', '百草园', '惠民'))}大药房连锁有限公司{p.place.county}{dice.choice(('一', '三', '十二', '人民路'))}{'店' if dice.random() < 0.5 else '分店'}"
    when = day(dice, "2022-03-01")
    goods, total = "", 0
    for drug, pack, _ in dice.sample(MEDICINES, dice.randint(1, 4)):
        n, v = dice.randint(1, 4), dice.randint(800, 9900)
        total += n * v
        goods += f"<tr><td colspan=3>{drug} {pack}</td></tr><tr><td>批号{digits(dice, 6)}</td><td class=r>{n}盒×{cash(v)}</td><td class=r>{cash(n * v)}</td></tr>"
    fund = int(total * dice.uniform(0.4, 0.8))
    rule = '<div style="border-top:1px dashed #000;margin:5px 0"></div>'
    names, _ = illness(dice)
    visit = dice.choice(("门诊慢特病", "药店购药", "双通道购药"))
    insured = f("insurance_type", p.insurance, {"employee": "职工", "resident": "居民"}[p.insurance])
    physician = f"<div>处方医师:{f('physician_name', name(dice, '男'))}　处方号:{digits(dice, 10)}</div><div>诊断:{fs('diagnosis', names[:1])}</div>" if dice.random() < 0.5 else ""  # fmt: skip
    body = (
        f'<div class=c style="font-size:15px;font-weight:600;line-height:1.35">{shop}</div><div class=c>销售小票(医保结算凭证)</div>{rule}'
        f"<div>流水号:{digits(dice, 14)}</div><div>日期:{date('issue_date', when, '-', clock(dice))}</div><div>收银员:{digits(dice, 3, '0')}　药师:{name(dice, '女')}</div>{rule}"
        f"<table><tr><td>品名/规格</td><td class=r>数量×单价</td><td class=r>金额</td></tr>{goods}</table>{rule}"
        f"<table><tr><td>合计金额</td><td class=r>{cash(total)}</td></tr><tr><td>统筹基金支付</td><td class=r>{cash(fund)}</td></tr><tr><td>个人账户支付</td><td class=r>{cash((total - fund) // 2)}</td></tr><tr><td>现金/扫码</td><td class=r>{cash(total - fund - (total - fund) // 2)}</td></tr><tr><td>账户余额</td><td class=r>{cash(dice.randint(0, 300000))}</td></tr></table>{rule}"
        f"<div>姓名:{f('patient_name', p.name)}　险种:{insured}</div><div>社保卡号:{f('card_number', digits(dice, 9, 'A')) if dice.random() < 0.6 else 'A3****' + digits(dice, 3)}</div>{'<div>身份证号:' + f('id_number', p.id_number) + '</div>' if dice.random() < 0.3 else ''}"
        f"<div>医疗类别:{visit}</div><div>参保地:{f('insured_place', p.place.insured)}</div>{physician}<div>购药人签字:{sign('applicant', p.name if dice.random() < 0.5 else None, dice, 100)}</div>{rule}"
        f'<div class=c>药品属特殊商品,非质量问题不退换</div><div class=c>门店地址:{p.place.county}{p.place.road}{dice.randint(2, 300)}号</div><div class=c>服务热线:0{digits(dice, 3)}-{digits(dice, 7, "6")}</div><div class=c style="margin-top:6px">{bars(dice, 200, 36)}</div><div class=c>谢谢惠顾　祝您早日康复</div>'
    )
    return page(
        body, "td{padding:0 1px}body{color:#3a3a40}", dice.choice((MICRO, ZEN, DOTS)), 12, "16px 16px"
    )


def _phone(dice: random.Random) -> str:
    """An e-bill in a mini-programme: a card of label left, value right."""
    p = patient(dice)
    house, when = clinic(dice, p.place), day(dice, "2023-06-01")
    stay = dice.random() < 0.5
    into = when - dt.timedelta(days=dice.randint(3, 15))
    total = dice.randint(3000, 1900000)
    fund = int(total * 0.6)
    hue = dice.choice(("#1677ff", "#07c160", "#e54d42", "#0aa6a0"))
    pairs = [("交款人", f("patient_name", p.name)), ("开票单位", f("hospital_name", house)), ("开票日期", date("issue_date", when, dice.choice("-年/"), clock(dice) if dice.random() < 0.5 else ""))]  # fmt: skip
    pairs += [("票据代码", p.place.code[:2] + "060223"), ("票据号码", digits(dice, 10)), ("校验码", f"{digits(dice, 3)}b{digits(dice, 2)}")]  # fmt: skip
    more = [("性别", f("sex", p.sex)), ("医保类型", f("insurance_type", p.insurance, {"employee": "职工基本医疗保险", "resident": "居民基本医疗保险"}[p.insurance])), ("医疗机构类型", "综合医院")]  # fmt: skip
    if stay:
        more += [("住院号", f("record_number", "ZY" + digits(dice, 8))), ("住院科室", f("department", dice.choice(DEPARTMENTS))), ("入院时间", date("admission_date", into, "-")), ("出院时间", date("discharge_date", when, "-"))]  # fmt: skip
    else:
        more += [("门诊号", f("record_number", digits(dice, 10))), ("就诊科室", f("department", dice.choice(DEPARTMENTS))), ("就诊日期", date("visit_date", when, "-"))]  # fmt: skip
    more += [("医保统筹支付", cash(fund)), ("个人账户支付", cash(0)), ("个人现金支付", cash(total - fund))]

    def lines(pairs: list[tuple[str, str]]) -> str:
        return "".join(
            f'<div class=p><span class=k>{k}</span><span style="text-align:right;max-width:230px">{v}</span></div>'
            for k, v in pairs
        )

    body = (
        f'<div style="background:{hue};color:#fff;height:210px;padding:12px 20px"><div style="display:flex;justify-content:space-between;font-size:13px"><b>{clock(dice, False)}</b><span>{dice.choice(("5G", "4G HD", "WiFi"))}　{dice.randint(12, 99)}%</span></div>'
        f'<div style="text-align:center;font-size:17px;margin-top:12px;position:relative"><span style="position:absolute;left:0">‹</span>{dice.choice(("票据详情", "电子票据", "我的电子票夹"))}<span style="position:absolute;right:0;border:1px solid #fff8;border-radius:14px;font-size:12px;padding:2px 10px">··· ｜ ◎</span></div>'
        f'<div style="text-align:center;margin-top:18px;font-size:13px;opacity:.9">医疗{"住院" if stay else "门诊"}收费票据（电子）</div><div style="text-align:center;font-size:34px;line-height:1.4">¥ {cash(total)}</div></div>'
        f'<div class=card style="margin-top:-24px">{lines(pairs)}</div><div class=card>{lines(more)}</div>'
        f'<div class=card style="display:flex;align-items:center;gap:14px">{qr(dice, 66)}<span style="color:#999;font-size:12px">扫码查验票据真伪<br>数据来源：{p.place.province}财政厅</span></div>'
        f'<div style="position:absolute;left:0;right:0;bottom:0;background:#fff;padding:12px 16px 26px;display:flex;gap:12px;text-align:center"><div style="flex:1;border:1px solid {hue};color:{hue};border-radius:22px;padding:7px">查看原票</div><div style="flex:1;background:{hue};color:#fff;border-radius:22px;padding:7px">下载到手机</div></div>'
    )
    return page(body, "body{background:#f3f4f6!important}.card{background:#fff;border-radius:10px;margin:10px 14px;padding:8px 14px;position:relative}.p{display:flex;justify-content:space-between;padding:5px 0;font-size:14px}.k{color:#888}", dice.choice((HEI, MICRO)), 14, "0")  # fmt: skip


def _private(dice: random.Random) -> str:
    """A private hospital's all-electronic VAT invoice with the medical remarks in its note."""
    p = patient(dice)
    town = p.place.city.removesuffix("市")
    house = f"{town}{dice.choice(('瑞康', '慈济', '和美', '圣心'))}{dice.choice(('肾病', '肿瘤', '精神康复', '综合', '老年病'))}医院有限公司"
    when = day(dice, "2023-06-01")
    total = dice.randint(20000, 3000000)
    goods = [("*医疗服务*" + h, 0) for h in dice.sample(("治疗费", "西药费", "检查费", "化验费", "床位费", "血液透析", "诊疗费", "材料费"), dice.randint(2, 5))]  # fmt: skip
    cut = sorted(dice.sample(range(100, total), len(goods) - 1))
    parts = [b - a for a, b in zip([0, *cut], [*cut, total], strict=True)]
    rows = "".join(f"<tr><td>{g}</td><td></td><td class=c>项</td><td class=c>1</td><td class=r>{cash(v)}</td><td class=r>{cash(v)}</td><td class=c>免税</td><td class=r>***</td></tr>" for (g, _), v in zip(goods, parts, strict=True))  # fmt: skip
    note = f"患者性别：{f('sex', p.sex)}；{dice.choice(('门诊号', '病历号'))}：{f('record_number', digits(dice, 7))}；科室：{f('department', dice.choice(DEPARTMENTS))}；就诊日期：{date('visit_date', when - dt.timedelta(days=dice.randint(0, 4)), '-')}；医保统筹支付{cash(total // 2)}元，个人支付{cash(total - total // 2)}元"
    ident = f("id_number", p.id_number) if dice.random() < 0.6 else ""
    red = "#9b3a2f"

    def side(t: str) -> str:
        return f'<td style="width:22px;color:{red};text-align:center;line-height:1.3">{t}</td>'

    body = (
        f'<div style="text-align:center;font:24px {KAI};color:{red}">电子发票（普通发票）<div style="width:260px;margin:3px auto;border-top:1px solid {red};border-bottom:1px solid {red};height:4px"></div></div>'
        + at(40, 20, qr(dice, 70))
        + at(
            640,
            34,
            f"<i>发票号码：</i>{digits(dice, 18, '25')}<br><i>开票日期：</i>{date('issue_date', when, '年0')}",
        )
        + f"<table class=v style='margin-top:46px'><tr>{side('购买方信息')}<td style='width:404px'><i>名称：</i>{f('patient_name', p.name)}<br><br><i>统一社会信用代码/纳税人识别号：</i>{ident}</td>{side('销售方信息')}<td><i>名称：</i>{f('hospital_name', house)}<br><br><i>统一社会信用代码/纳税人识别号：</i>91{p.place.code}MA{digits(dice, 7)}X</td></tr></table>"
        f"<table class=w><tr>{''.join(f'<th>{t}</th>' for t in ('项目名称', '规格型号', '单　位', '数　量', '单　价', '金　额', '税率/征收率', '税　额'))}</tr>{rows}<tr><td colspan=8 style='height:{150 - 24 * len(goods)}px'></td></tr><tr><td class=c><i>合　　计</i></td><td colspan=4></td><td class=r>¥{cash(total)}</td><td></td><td class=r>***</td></tr></table>"
        f"<table class=v style='border-top:0'><tr><td style='width:190px'><i>价税合计（大写）</i></td><td>ⓧ {capital(total)}</td><td><i>（小写）</i>¥{cash(total)}</td></tr></table>"
        f"<table class=v style='border-top:0'><tr>{side('备<br>注')}<td style='height:74px;font-size:12px;vertical-align:top'>{note}</td></tr></table>"
        f"<div style='margin:8px 60px'><i>开票人：</i>{name(dice, '女')}</div>"
        + seal("国家税务总局", f"{p.place.province}税务局", shape="ellipse", size=112, at=(410, 6), ink=0.55)
    )
    return page(body, f"i{{font-style:normal;color:{red}}}.v,.w{{border:1px solid {red}}}.v td{{border-right:1px solid {red};padding:4px 8px}}.w{{border-top:0}}.w th{{color:{red};text-align:center}}.w td{{padding:1px 6px}}", SONG, 13, "28px 36px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "prefecture-medical_invoice-hyphen-settlement": Template("medical_invoice", 840, 560, _dots),
    "prefecture-medical_invoice-grid-settlement": Template("medical_invoice", 794, 1123, _national),
    "prefecture-medical_invoice-pharmacy-slip": Template("medical_invoice", 302, 760, _pharmacy),
    "prefecture-medical_invoice-phone-ebill": Template("medical_invoice", 390, 950, _phone),
    "prefecture-medical_invoice-private-vat": Template("medical_invoice", 900, 600, _private),
}
