"""Forms of remote filing: the national table, a county's Word sheet, a phone's record, a bureau's print."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import (
    UMING,
    at,
    boxes,
    line,
    other,
    pick,
    scribble,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip

KINDS = ("settled_retirement", "long_residence", "posted_work", "referral", "temporary")
LONG = ("settled_retirement", "long_residence", "posted_work")
FAR = ("广东省深圳市宝安区", "上海市浦东新区", "北京市丰台区", "浙江省杭州市余杭区", "四川省成都市青羊区", "海南省三亚市吉阳区", "江苏省苏州市吴江区")  # fmt: skip
SPOTS = (
    "海滨新村3栋502",
    "花园路66弄12号401室",
    "芳古园一区8号楼",
    "玉鸟路29号",
    "新桥街道草堂路19号附5号",
    "长安路127号翠苑小区7幢2单元1104",
)


def national(dice: random.Random) -> str:
    """The national registration table: category column, address pairs, transfer block, notes to be known."""
    p, day = who(dice, dice.choice(("芜湖", "四平", "黄石"))), when(dice)
    kind, far = dice.choice(KINDS), dice.choice(FAR)
    agent = dice.random() < 0.45
    kin = other(dice)
    mark = dice.choice("☑√■")
    t = h.f
    live = f"{far}{dice.choice(SPOTS)}" if kind in LONG else ""
    start = at(dice, day, "年")
    body = f"""
<div style="font-size:14px">附件1</div>
<h1 style="font-size:24px;font-family:{UMING};font-weight:700;margin:12px 0">{p.place.province}跨省异地就医登记备案表</h1>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:118px"><col><col style="width:112px"><col></colgroup>
<tr><td class="c">参保人姓名</td><td>{t("patient_name", p.name)}</td><td class="c">性&emsp;&emsp;别</td><td>{t("sex", p.sex)}</td></tr>
<tr><td class="c">身份证号</td><td>{t("id_number", p.id_number)}</td><td class="c">社会保障卡号</td><td>{t("card_number", f"{p.place.code[:2]}{dice.randint(10**7, 10**8 - 1)}") if dice.random() < 0.8 else ""}</td></tr>
<tr><td class="c">人员类别</td><td colspan="3">{pick("filing_category", list(zip(KINDS, ("异地安置退休人员", "异地长期居住人员", "常驻异地工作人员", "异地转诊人员", "其他临时外出就医人员"), strict=True)), kind, mark, " ")}</td></tr>
<tr><td class="c">参保险种</td><td colspan="3">{pick("insurance_type", (("employee", "职工基本医疗保险"), ("resident", "城乡居民基本医疗保险")), p.insurance, mark)}</td></tr>
<tr><td class="c">参保地</td><td>{t("insured_place", p.place.insured)}</td><td class="c">联系电话1</td><td>{t("phone", p.phone)}</td></tr>
<tr><td class="c">户籍地址</td><td>{t("address", p.address)}</td><td class="c">联系电话2</td><td>{f"1390000{dice.randint(1000, 9999)}（{dice.choice(['子', '女', '妻'])}）" if dice.random() < 0.5 else ""}</td></tr>
<tr><td class="c">长期居住<br>地&emsp;&emsp;址</td><td colspan="3">{t("address", live) if live else "—"}</td></tr>
<tr><td class="c">就医地</td><td colspan="3">{line(far[:2], 90)}省（区、市）&emsp;{line(far[3:5] if far[2] == "省" else "", 90)}市（州）</td></tr>
<tr><td class="c">备案类型</td><td>{ticks(["新增", "变更", "取消"], "新增", mark)}</td><td class="c">备案有效期</td><td style="font-size:13px">{t("valid_from", day.isoformat(), start)}至{t("valid_until", "长期") if kind in LONG else t("valid_until", (day + dt.timedelta(days=182)).isoformat(), at(dice, day + dt.timedelta(days=182), "年"))}</td></tr>
<tr><td class="c">转诊医院<br><span style="font-size:12px">（转诊人员填）</span></td><td colspan="3">{"转出：" + t("hospital_name", f"{p.place.city}人民医院") + "&emsp;转往：" + dice.choice(["北京协仁医院", "上海申江大学附属医院"]) if kind == "referral" else ""}</td></tr>
<tr><td class="c">代办人</td><td>{t("agent_name", kin) if agent else ""}</td><td class="c">代办人身份证</td><td>{t("agent_id_number", who(dice, "芜湖", youngest=25, oldest=60).id_number) if agent else ""}</td></tr>
<tr><td colspan="4" style="line-height:1.6;font-size:13.5px"><b>温馨提示：</b><br>1.异地就医备案长期有效的，未申请变更备案信息或参保状态未发生变更的，备案长期有效；临时外出就医备案有效期原则上不少于6个月。<br>2.未按规定办理登记备案手续或在就医地非跨省定点医疗机构发生的医疗费用，按参保地有关规定执行。<br>3.住院时须持社会保障卡或医保电子凭证，执行就医地目录、参保地政策。<br>4.门诊慢特病跨省直接结算须先在参保地完成资格认定。</td></tr>
<tr><td colspan="4" style="height:92px;position:relative">本人已阅知以上内容，所填信息真实无误。<div class="r" style="margin-top:22px">参保人（代办人）签名：{h.sign("agent" if agent else "applicant", kin if agent else p.name, dice)}&emsp;{t("sign_date", day.isoformat(), spaced(dice, day))}&emsp;</div></td></tr>
<tr><td class="c">经办机构<br>意&emsp;&emsp;见</td><td colspan="3" style="height:96px;position:relative;vertical-align:bottom">经办人：{scribble(other(dice)) if dice.random() < 0.7 else ""}<span style="float:right">（盖章）&emsp;&emsp;&emsp;&emsp;年&emsp;月&emsp;日&emsp;</span>{h.seal(f"{p.place.city}医疗保障服务中心", "异地就医业务章", size=116, at=(330, -14), turn=dice.uniform(-12, 12)) if dice.random() < 0.75 else ""}</td></tr></table>"""
    return h.page(body, "td{padding:5px 8px}", dice.choice((h.SONG, UMING)), 14, "40px 62px")


def clerk(dice: random.Random) -> str:
    """A clerk's own Word sheet: prose with answers underlined, list of categories down the page, promise below."""
    p, day = who(dice, dice.choice(("泉州", "包头", "柳州"))), when(dice)
    kind = dice.choice(KINDS[:4])
    far = dice.choice(FAR)
    words = {
        "settled_retirement": "异地安置退休人员（退休后在异地定居并且户籍迁入定居地）",
        "long_residence": "异地长期居住人员（在异地居住生活6个月以上）",
        "posted_work": "常驻异地工作人员（用人单位派驻异地工作）",
        "referral": "异地转诊就医人员（因病情需要转往市外治疗）",
    }

    def v(n: Any, x: Any, t: Any = None) -> str:
        return h.f(n, x, t, style=f"font-family:{h.KAI};font-weight:600")

    items = "".join(f'<div style="padding-left:2em">{n}. {pick("filing_category", [(k, words[k])], kind, "☑")}</div>' for n, k in enumerate(dice.sample(KINDS[:4], 4), 1))  # fmt: skip
    illness, known = sick(dice), dice.random() < 0.5
    body = f"""
<h1 style="font-size:26px;font-family:{h.HEI};margin-bottom:20px">{p.place.city.removesuffix("市")}市医疗保险异地就医备案登记表（个人）</h1>
<div>备案日期：{line(v("application_date", day.isoformat(), at(dice, day)), 130)}&emsp;□首次备案　□重新备案</div>
<div class="t">一、基本情况</div>
<p>姓名：{line(v("patient_name", p.name), 100)}　性别：{line(v("sex", p.sex), 40)}　年龄：{line(v("age", p.age_on(day)), 40)}　民族：{line(v("ethnicity", p.ethnicity), 60)}</p>
<p>身份证号码：{boxes("id_number", p.id_number, 24)}</p>
<p>医保类型：{pick("insurance_type", (("employee", "职工"), ("resident", "居民")), p.insurance, "☑")}　　单位名称：{line(dice.choice(["", "泉达机械厂（退休）", "无"]), 190)}</p>
<p>参保所在地：{line(v("insured_place", p.place.insured), 150)}　手机：{line(v("phone", p.phone), 130)}</p>
<p>异地居住地址：{line(v("address", far + dice.choice(SPOTS)), 420, "left")}</p>
<p>异地联系人：{line(other(dice), 90)}　关系：{line(dice.choice(["儿子", "女儿", "配偶", "同事"]), 60)}　电话：{line(f"1360000{dice.randint(1000, 9999)}", 120)}</p>
<div class="t">二、备案类别（请在对应项前打“√”，只选一项）</div>{items}
<div class="t">三、慢特病情况</div><p>是否已认定门诊慢特病：{ticks(["是", "否"], "是" if known else "否", "☑")}　病种：{line(v("claimed_disease", illness.claim) if known else "", 230)}</p>
<div class="t">四、个人承诺</div>
<p style="text-indent:2em;line-height:1.8">本人自愿申请办理异地就医备案，选择{line(far[3:6] if far[2] == "省" else far[:3], 80)}为就医地。承诺备案期间按规定在就医地定点医疗机构就医，居住情况发生变化及时告知医保经办机构；如提供虚假承诺，由此产生的医疗费用由本人全额承担，并自愿接受失信惩戒。</p>
<p class="r">承诺人（签字、按手印）：{h.sign("applicant", p.name if dice.random() < 0.9 else None, dice)}　　{v("sign_date", day.isoformat(), spaced(dice, day)) if dice.random() < 0.5 else "年　　月　　日"}　</p>
<div class="t">五、医保经办机构意见</div><div style="height:80px;position:relative">□同意　□不同意<div style="position:absolute;right:30px;bottom:0">经办人：　　　　　（公章）　　年　月　日</div></div>
<div style="font-size:13px;border-top:1px solid #000;margin-top:14px;padding-top:4px">需提供：①身份证或社保卡复印件；②安置人员提供户口簿首页和本人常住人口登记卡；③长期居住人员提供居住证；④常驻工作人员提供单位派出证明或劳动合同；⑤转诊人员提供转诊意见书。采用承诺制的可不提供②③④。</div>"""
    return h.page(
        body, f"p{{margin:7px 0}}.t{{font-family:{h.HEI};margin:10px 0 4px}}", UMING, 15, "50px 66px"
    )


def phone(dice: random.Random) -> str:
    """A phone screenshot of the filing's record in an app: label left in grey, value right, blue head."""
    p, day = who(dice, dice.choice(("柳州", "保定", "天水", "盐城"))), when(dice)
    kind, far = dice.choice(KINDS), dice.choice(FAR)
    long = kind in LONG
    end = day + dt.timedelta(days=181)
    blue = dice.choice(("#2f7bff", "#1aa6a0", "#3a62d7"))

    def r(a: Any, b: Any) -> str:
        return f'<div class="r1"><span>{a}</span><b>{b}</b></div>'

    words = dict(zip(KINDS, ("异地安置退休人员", "异地长期居住人员", "常驻异地工作人员", "异地转诊就医人员", "其他跨省临时外出就医人员"), strict=True))  # fmt: skip
    body = f"""
<div style="background:{blue};color:#fff;padding:6px 18px 14px"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(7, 22)}:{dice.randint(0, 59):02d}</span><span>5G ▮▮▮ {dice.randint(15, 99)}%</span></div><div style="text-align:center;font-size:18px;margin-top:10px;position:relative"><span style="position:absolute;left:0">‹</span>备案详情<span style="position:absolute;right:0">···</span></div></div>
<div style="text-align:center;padding:20px 0 10px;background:#fff"><div style="width:46px;height:46px;border-radius:50%;background:{blue};color:#fff;font-size:28px;line-height:46px;margin:auto">✓</div><div style="font-size:19px;margin-top:8px">{dice.choice(["备案成功", "审核通过"])}</div><div style="color:#999;font-size:12px">您可在就医地定点医疗机构直接结算</div></div>
<div class="h">参保人信息</div>{r("姓名", h.f("patient_name", p.name))}{r("证件号码", h.f("id_number", p.id_number))}{r("参保地", h.f("insured_place", f"{p.place.province}{p.place.city}"))}{r("险种类型", h.f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"))}{r("手机号码", h.f("phone", p.phone))}
<div class="h">备案信息</div>{r("申请类型", h.f("filing_category", kind, words[kind]))}{r("就医地", far)}{r("居住地址", h.f("address", far + dice.choice(SPOTS)) if long else "--")}{r("备案开始日期", h.f("valid_from", day.isoformat(), at(dice, day, "-")))}{r("备案结束日期", h.f("valid_until", "长期", dice.choice(["长期", "长期有效"])) if long else h.f("valid_until", end.isoformat(), at(dice, end, "-")))}{r("申请时间", h.f("application_date", day.isoformat(), f"{day:%Y-%m-%d} 1{dice.randint(0, 9)}:{dice.randint(10, 59)}:{dice.randint(10, 59)}"))}{r("备案机构", f"{p.place.city}医疗保障局")}{r("备案编号", f"{p.place.code}{dice.randint(10**11, 10**12 - 1)}")}
<div style="display:flex;gap:12px;padding:18px"><div class="bt" style="border:1px solid {blue};color:{blue}">取消备案</div><div class="bt" style="background:{blue};color:#fff">变更备案</div></div>
<div style="text-align:center;color:#aaa;font-size:12px">国家医疗保障局 · 异地就医备案</div>"""
    css = ".r1{display:flex;justify-content:space-between;background:#fff;padding:9px 18px;border-bottom:1px solid #f0f0f0;font-size:14px}.r1>span{color:#8a8a8a;flex:none;margin-right:26px}.r1 b{font-weight:400;text-align:right;color:#222}.h{padding:9px 18px 5px;color:#666;font-size:13px}.bt{flex:1;text-align:center;border-radius:20px;padding:7px}"  # fmt: skip
    return h.page(body, css, h.HEI, 14, "0").replace("background:#fff;", "background:#f5f6f8;", 1)


def counter(dice: random.Random) -> str:
    """What a counter prints after keying in: 回执 in two columns without rules, a blue square seal."""
    p, day = who(dice, dice.choice(("抚顺", "曲靖", "绍兴"))), when(dice)
    kind, far = dice.choice(KINDS), dice.choice(FAR)
    code = {"settled_retirement": "0101", "long_residence": "0102", "posted_work": "0103", "referral": "0201", "temporary": "0202"}  # fmt: skip
    words = dict(
        zip(
            KINDS,
            ("异地安置退休", "异地长期居住", "常驻异地工作", "转诊转院", "临时外出就医(非急诊且未转诊)"),
            strict=True,
        )
    )

    def c(a: Any, b: Any) -> str:
        return f"<td>{a}：</td><td>{b}</td>"

    style = dice.choice(("-", "/", "."))
    until = day.replace(year=day.year + 1, day=min(day.day, 28))
    forever = kind in LONG
    body = f"""
<div class="c" style="font-size:18px">{p.place.city}医疗保障事务中心</div><div class="c" style="font-size:22px;margin:4px 0 14px">基本医疗保险异地就医备案表（回执）</div>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid #000"><span>业务编号：{dice.randint(10**13, 10**14 - 1)}</span><span>经办日期：{h.f("application_date", day.isoformat(), at(dice, day, style))}</span></div>
<table style="margin-top:8px"><tr>{c("人员编号", dice.randint(10**9, 10**10 - 1))}{c("公民身份号码", h.f("id_number", p.id_number))}</tr>
<tr>{c("姓名", h.f("patient_name", p.name))}{c("性别", h.f("sex", p.sex))}</tr><tr>{c("出生日期", h.f("birth_date", p.born.isoformat(), at(dice, p.born, style)))}{c("险种", h.f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"))}</tr>
<tr>{c("参保区划", h.f("insured_place", p.place.county))}{c("移动电话", h.f("phone", p.phone))}</tr>
<tr>{c("备案类别", h.f("filing_category", kind, f"{code[kind]} {words[kind]}"))}{c("就医地区划", far)}</tr>
<tr>{c("开始日期", h.f("valid_from", day.isoformat(), at(dice, day, style)))}{c("终止日期", h.f("valid_until", "长期") if forever else h.f("valid_until", until.isoformat(), at(dice, until, style)))}</tr>
<tr>{c("异地居住地", h.f("address", far + dice.choice(SPOTS)) if forever else "")}{c("备案原因", dice.choice(["随子女居住", "投靠亲属", "工作", "就医", ""]))}</tr><tr>{c("代办人", h.f("agent_name", other(dice)) if dice.random() < 0.4 else "")}{c("备案材料", dice.choice(["承诺书", "居住证复印件", "无"]))}</tr></table>
<p style="border-top:1px solid #000;padding-top:6px;font-size:13px">以上信息经本人核对无误。备案成功后，在就医地已开通联网结算的定点医疗机构持卡（码）就医。</p>
<div style="display:flex;justify-content:space-between;margin-top:16px"><span>申办人签名：{h.sign("applicant", p.name if dice.random() < 0.7 else None, dice)}</span><span>经办人：{other(dice)}</span><span>复核人：</span></div>
{h.seal("异地就医", "专用章", shape="square", colour=dice.choice(["red", "blue"]), size=104, at=(590, 372), turn=dice.uniform(-8, 8)) if dice.random() < 0.6 else h.seal(f"{p.place.city}医疗保障事务中心", "业务章⑵", shape="ellipse", size=140, at=(560, 380), turn=dice.uniform(-8, 8))}"""
    return h.page(
        body,
        "td:nth-child(odd){color:#333;text-align:right;white-space:nowrap;width:14%}td:nth-child(even){width:36%}",
        h.SONG if dice.random() < 0.5 else h.MICRO,
        14,
        "34px 50px",
    )


TEMPLATES: dict[str, Template] = {
    "hill-remote_filing_form-national": Template("remote_filing_form", 794, 1123, national),
    "hill-remote_filing_form-clerk": Template("remote_filing_form", 794, 1123, clerk),
    "hill-remote_filing_form-phone": Template("remote_filing_form", 412, 940, phone),
    "hill-remote_filing_form-counter": Template("remote_filing_form", 794, 560, counter),
}
