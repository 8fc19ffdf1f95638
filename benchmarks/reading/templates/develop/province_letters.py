"""Filings elsewhere, mandates, pledges, transfers and a firm's letter, as several provinces have them."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.province_base import (
    AWAY,
    CLERKS,
    DISEASES,
    digits,
    home,
    on,
    said,
    sexes,
    someone,
    spaced,
    ticks,
    underlined,
    when,
)  # fmt: skip

BIG = ("大学医学院附属第一医院", "省肿瘤医院", "协和东方医院", "大学华山路医院", "军区总医院")
ROLES = ("settled_retirement", "long_residence", "posted_work", "referral", "temporary")


def _afar(dice: random.Random) -> tuple[str, str]:
    a = dice.choice(AWAY)
    return "".join(
        a[:3]
    ), f"{''.join(a[:3])}{a[3]}{dice.randint(3, 980)}弄{dice.randint(1, 60)}号{dice.randint(101, 2402)}室"


def filing(dice: random.Random) -> str:
    """The table of a provincial bureau: five categories in two groups, both persons' numbers."""
    kind = dice.choice(ROLES)
    who, day = someone(dice, youngest=61 if kind == ROLES[0] else 26), when(dice)
    p = who.place
    there, address = _afar(dice)
    helper = name(dice, dice.choice("男女"))
    agent = dice.random() < 0.6
    long = kind in ROLES[:3]
    names = (
        ("settled_retirement", "异地安置退休人员"),
        ("long_residence", "异地长期居住人员"),
        ("posted_work", "常驻异地工作人员"),
    )
    short_names = (("referral", "异地转诊人员"), ("temporary", "其他临时外出就医人员（含异地急诊抢救）"))
    mark = dice.choice(("☑", "√", "■"))
    end = day + dt.timedelta(days=180)
    term = (
        f"自 {on('valid_from', day, said(dice, day, '年'))} 起，{f('valid_until', '长期', '长期有效')}"
        if long
        else f"自 {on('valid_from', day, said(dice, day, '年'))} 至 {on('valid_until', end, said(dice, end, '年'))}"
    )
    bureau = p.city + "医疗保险管理中心"
    body = f"""
<div style="font-size:13px">附件1-1</div><h1 style="font-size:24px">{p.province}基本医疗保险跨省异地就医登记备案表</h1>
<div style="display:flex;justify-content:space-between;margin:12px 0 4px;font-size:14px"><span>参保地经办机构（章）：</span><span>{ticks("", (("", "新增"), ("x", "变更"), ("y", "取消")), "z")}</span></div>
<table class="g w"><colgroup><col style="width:17%"><col style="width:21%"><col style="width:12%"><col style="width:14%"><col style="width:15%"><col></colgroup>
<tr><td>姓名</td><td>{f("patient_name", who.name)}</td><td>性别</td><td>{sexes(who, mark)}</td><td>社会保障<br>卡号</td><td>{f("card_number", dice.choice("ACDEJ") + digits(dice, 8))}</td></tr>
<tr><td>社会保障号码<br>（身份证号）</td><td colspan=3>{f("id_number", who.id_number)}</td><td>联系电话1</td><td>{f("phone", who.phone)}</td></tr>
<tr><td>险种</td><td colspan=3>{ticks("insurance_type", (("employee", "职工医保"), ("resident", "城乡居民医保")), who.insurance, mark)}　□离休</td><td>联系电话2</td><td></td></tr>
<tr><td>参保地</td><td colspan=5>{f("insured_place", p.province + p.city + p.county)}</td></tr>
<tr><td rowspan=2>备案类型</td><td>长期备案</td><td colspan=4 style="text-align:left">{ticks("filing_category", names, kind, mark, "<br>")}</td></tr>
<tr><td>临时备案</td><td colspan=4 style="text-align:left">{ticks("filing_category", short_names, kind, mark, "<br>")}</td></tr>
<tr><td>转往（居住）<br>省市区</td><td colspan=5>{there}</td></tr>
<tr><td>居住地地址</td><td colspan=5>{f("address", address) if long else ""}</td></tr>
<tr><td>户籍地地址</td><td colspan=5>{"" if dice.random() < 0.7 else p.province + p.county + "（同身份证）"}</td></tr>
<tr><td>就医地医院<br>（可不填）</td><td colspan=5 style="text-align:left">1. {there[:2]}{dice.choice(BIG)}　　2. <br>3. </td></tr>
<tr><td>备案有效期</td><td colspan=5>{term}</td></tr>
<tr><td>代办人</td><td>{f("agent_name", helper) if agent else ""}</td><td>与本人<br>关系</td><td>{dice.choice(("父女", "母子", "夫妻")) if agent else ""}</td><td>代办人电话</td><td>{"136" + "0000" + digits(dice, 4) if agent else ""}</td></tr>
<tr><td>参保人承诺</td><td colspan=5 style="text-align:left;font-size:14px;line-height:1.6;height:118px">　　本人已阅读备案须知，知悉备案后在参保地、就医地的报销规定，所填信息属实。<br><div class=r>参保人签字：{sign("applicant", who.name if dice.random() < 0.85 else None, dice)}　{on("application_date", day, said(dice, day, "年 "))}</div></td></tr>
<tr><td>经办机构意见</td><td colspan=5 style="height:128px;position:relative">经办：{dice.choice(CLERKS)}　　　　　　　　　　　　{said(dice, day + dt.timedelta(days=1), "年")}{seal(bureau, "异地就医专用章", size=124, at=(dice.randint(300, 400), 2), turn=dice.uniform(-12, 12))}</td></tr></table>
<div style="font-size:12.5px;line-height:1.55;margin-top:8px">备案须知：1.就医地为直辖市、省本级的备案到全市（全省）；2.异地安置退休、长期居住人员须附“户口簿首页和本人常住人口登记卡”或居住证复印件；3.常驻异地工作须附派出单位工作证明；4.异地转诊须附转诊单。</div>"""
    return page(
        body,
        ".w td{height:38px;font-size:14.5px;line-height:1.35;text-align:center}.w .r{text-align:right}",
        dice.choice((SONG, HEI)),
        pad="38px 54px",
    )


def filed(dice: random.Random) -> str:
    """A phone's screen after filing through the national mini program."""
    kind = dice.choice(ROLES[:4])
    who, day = someone(dice, youngest=61 if kind == ROLES[0] else 26), when(dice)
    p = who.place
    there, _ = _afar(dice)
    label = {
        "settled_retirement": "异地安置退休人员",
        "long_residence": "异地长期居住人员",
        "posted_work": "常驻异地工作人员",
        "referral": "异地转诊就医人员",
    }[kind]
    end = day + dt.timedelta(days=dice.choice((180, 365)))
    forever = kind != "referral" and dice.random() < 0.7

    def cell(a: str, b: str) -> str:
        return f'<div style="display:flex;justify-content:space-between;padding:11px 0;border-bottom:1px solid #f0f0f0;font-size:15px;gap:20px"><span style="color:#888;flex:none">{a}</span><span style="text-align:right;line-height:1.4">{b}</span></div>'

    stamp = f"{day:%Y-%m-%d} {dice.randint(7, 22):02d}:{dice.randint(0, 59):02d}"
    body = f"""
<div style="background:#2b7cf6;color:#fff;height:188px;padding:10px 20px"><div style="display:flex;justify-content:space-between;font-size:14px"><span>{dice.randint(7, 22)}:{dice.randint(10, 59)}</span><span>5G ▮▮▮ {dice.randint(20, 99)}%</span></div><div style="text-align:center;font-size:18px;margin-top:8px;position:relative"><span style="position:absolute;left:0">‹</span>备案详情<span style="position:absolute;right:0;border:1px solid #9cc4ff;border-radius:14px;padding:0 10px;font-size:14px">··· ⊙</span></div><div style="font-size:22px;margin-top:20px">✓ 备案成功</div><div style="font-size:13px;opacity:.85">已生效，可在就医地联网定点医疗机构直接结算</div></div>
<div class=d style="margin-top:-14px"><b>参保人信息</b>{cell("姓名", f("patient_name", who.name))}{cell("证件号码", who.id_number[:3] + "***********" + who.id_number[-4:] if dice.random() < 0.6 else f("id_number", who.id_number))}{cell("联系电话", f("phone", who.phone) if dice.random() < 0.5 else who.phone[:3] + "****" + who.phone[-4:])}{cell("参保险种", f("insurance_type", who.insurance, "职工基本医疗保险" if who.insurance == "employee" else "城乡居民基本医疗保险"))}{cell("参保地", f("insured_place", p.province + p.city + p.county))}</div>
<div class=d><b>备案信息</b>{cell("备案类型", f("filing_category", kind, label))}{cell("就医地", there)}{cell("备案开始时间", on("valid_from", day, said(dice, day, "-")))}{cell("备案结束时间", f("valid_until", "长期", "长期有效") if forever else on("valid_until", end, said(dice, end, "-")))}{cell("申请时间", on("application_date", day, stamp))}{cell("受理机构", f("issuing_authority", p.county + "医疗保障局"))}{cell("备案编号", p.code + digits(dice, 12))}</div>
<div style="position:absolute;bottom:20px;left:16px;right:16px;display:flex;gap:12px"><div style="flex:1;border:1px solid #2b7cf6;color:#2b7cf6;border-radius:22px;text-align:center;padding:9px">取消备案</div><div style="flex:1;background:#2b7cf6;color:#fff;border-radius:22px;text-align:center;padding:9px">变更备案</div></div>"""
    return page(
        body,
        "body{background:#f4f5f7!important}.d{background:#fff;border-radius:10px;margin:12px 12px 0;padding:14px 16px 4px;position:relative}",
        dice.choice((HEI, MICRO)),
        15,
        "0",
    )


def mandate(dice: random.Random) -> str:
    """A clerk's prose with blanks: who authorises, who is authorised, what for and until when."""
    who, helper, day = someone(dice, youngest=50), someone(dice, youngest=22, oldest=48), when(dice)
    pick = dice.choice(DISEASES)
    end = day + dt.timedelta(days=dice.choice((30, 90, 180)))
    address = home(dice, who)
    reason = dice.choice(("年老体弱，行动不便", "长期卧床", "在外地治疗，无法返乡", "在外地务工"))
    ul = underlined
    body = f"""
<h1 style="font-size:32px;letter-spacing:18px;margin:30px 0 44px">{dice.choice(("授权委托书", "委托书"))}</h1>
<p class=n>{who.place.county}医疗保障局：</p>
<p>本人{ul(f("patient_name", who.name), 90)}（{"性别：" + f("sex", who.sex) + "，" if dice.random() < 0.5 else ""}身份证号码：{ul(f("id_number", who.id_number), 200)}），现住{ul(f("address", address), 200)}，因{ul(reason, 120)}，不能亲自到场办理{dice.choice(("门诊慢特病认定申请", "门诊特殊病待遇认定"))}（病种：{ul(f("claimed_disease", pick[0]), 130)}）相关事宜，特委托{ul(f("agent_name", helper.name), 90)}（身份证号码：{ul(f("agent_id_number", helper.id_number), 200)}，与本人系{ul(dice.choice(("父子", "母女", "夫妻", "叔侄")), 60)}关系，联系电话：{ul(helper.phone, 120)}）作为我的合法代理人，全权代表我办理提交材料、签署有关文件、领取认定结果等事项。</p>
<p>对受托人在办理上述事项过程中所签署的有关文件，我均予以认可，并承担相应的法律责任。受托人无转委托权。</p>
<p>委托期限：自{on("valid_from", day, said(dice, day, "年"))}起至{dice.choice(("上述事项办结为止", on("valid_until", end, said(dice, end, "年")) + "止"))}。</p>
<div style="margin-top:60px;line-height:2.7">委托人（签字并按手印）：{sign("applicant", who.name if dice.random() < 0.85 else None, dice, 120)}　电话：{f("phone", who.phone) if dice.random() < 0.6 else "___________"}<br>受托人（签字并按手印）：{sign("agent", helper.name if dice.random() < 0.75 else None, dice, 120)}<br><div class=r style="padding-right:30px">{on("sign_date", day, said(dice, day, "年 "))}</div></div>
<p style="font-size:13px;position:absolute;bottom:40px;text-indent:0">附：委托人、受托人身份证复印件（正反面）各一份</p>"""
    return page(
        body,
        "p{text-indent:2em;margin:8px 0}.n{text-indent:0;margin-bottom:14px}",
        dice.choice((SONG, KAI)),
        19,
        "60px 86px",
    ).replace("line-height:1.6;color:#111", "line-height:2.15;color:#111")


def mandate_table(dice: random.Random) -> str:
    """A bureau's form: two persons side by side, matters to tick, room for copies of ID cards."""
    who, helper, day = someone(dice, youngest=46), someone(dice, youngest=22, oldest=44), when(dice)
    there = home(dice, helper)
    mark = dice.choice(("☑", "√"))
    rows = (
        (
            "姓名",
            f("patient_name", who.name, spaced(who.name)),
            f("agent_name", helper.name, spaced(helper.name)),
        ),
        ("性别", f("sex", who.sex), helper.sex),
        ("出生日期", on("birth_date", who.born, said(dice, who.born, ".")), said(dice, helper.born, ".")),
        ("证件号码", f("id_number", who.id_number), f("agent_id_number", helper.id_number)),
        ("联系电话", f("phone", who.phone), helper.phone),
        ("住址", f("address", home(dice, who)), there),
    )
    lines = "".join(f"<tr><td class=c>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    body = f"""
<h1 style="font-size:22px">{who.place.city}医疗保险业务委托办理授权书</h1><div style="font-size:13px;text-align:right;margin:6px 0">表号：医保经办-{dice.randint(10, 40)}</div>
<table class="g j"><tr class=c style="background:#eee"><td style="width:15%"></td><td class="c b">委托人（参保人）</td><td class="c b">受托人（代办人）</td></tr>{lines}
<tr><td class=c>参保类型</td><td>{ticks("insurance_type", (("employee", "职工医保"), ("resident", "居民医保")), who.insurance, mark, "　")}</td><td>与委托人关系：{dice.choice(("□配偶 √子女 □父母 □其他", "√配偶 □子女 □父母 □其他"))}</td></tr>
<tr><td class=c>委托事项</td><td colspan=2 style="line-height:1.9">{mark}门诊慢特病待遇认定　□异地就医备案　□医疗费用手工报销<br>□个人账户清退　□参保信息变更　{dice.choice("□√")}领取相关证卡　□其他：__________</td></tr>
<tr><td class=c>委托期限</td><td colspan=2>{dice.choice(("本次有效", "一年（自签署之日起）", "至本次业务办结"))}</td></tr>
<tr><td class=c>声明</td><td colspan=2 style="line-height:1.7">委托人因{dice.choice(("身体", "工作", "路途"))}原因不能亲自办理，现委托受托人代为办理以上事项，所产生的法律后果由委托人承担。双方提供的证件真实有效。</td></tr>
<tr><td class=c>签名</td><td style="height:74px">委托人：{sign("applicant", who.name if dice.random() < 0.8 else None, dice, 110)}<br>日期：{on("sign_date", day, said(dice, day, dice.choice(("年", "-", "."))))}</td><td>受托人：{sign("agent", helper.name if dice.random() < 0.8 else None, dice, 110)}<br>日期：{said(dice, day, "年") if dice.random() < 0.4 else "　　年　月　日"}</td></tr></table>
<div style="display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-top:12px">{"".join(f'<div style="border:1px dashed #888;height:150px;color:#aaa;display:flex;align-items:center;justify-content:center;font-size:14px">{t}粘贴处</div>' for t in ("委托人身份证复印件（正面）", "受托人身份证复印件（正面）", "委托人身份证复印件（反面）", "受托人身份证复印件（反面）"))}</div>
<div style="font-size:12px;margin-top:8px">受理人：{dice.choice(CLERKS)}　　受理窗口：{dice.randint(1, 28)}号　　※未满18周岁的由监护人签署</div>"""
    return page(
        body,
        ".j td{height:38px;font-size:14.5px;line-height:1.4}",
        dice.choice((MICRO, SONG, HEI)),
        pad="44px 56px",
    )


TEMPLATES = {
    "province-remote_filing_form-table": Template("remote_filing_form", 794, 1123, filing),
    "province-remote_filing_form-phone": Template("remote_filing_form", 430, 932, filed),
    "province-authorization_letter-prose": Template("authorization_letter", 794, 1123, mandate),
    "province-authorization_letter-table": Template("authorization_letter", 794, 1123, mandate_table),
}
