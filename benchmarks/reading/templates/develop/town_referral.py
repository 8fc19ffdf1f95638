"""Referrals: a township's double slip, a bureau's sheet with several opinions, and a certificate out of a portal."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import (
    HEI,
    KAI,
    MICRO,
    SONG,
    checkbox,
    f,
    fs,
    hand,
    page,
    seal,
    sign,
)
from benchmarks.reading.templates.develop.town_base import on, told, under


def _slip(dice: random.Random) -> str:
    """双向转诊（转出）单: the stub left, the letter right; where to is written by hand."""
    a = t.who(dice, "川", 45)
    home, _ = t.house(dice, a.place, low=True)
    one, names = t.ill(dice)
    day = t.date(dice)
    file = f"{t.digits(dice, 9)}"
    far = hand(dice.choice(("县人民医院", "市中心医院", "川北医附院", "市一医院")), 19)
    left = f"""<div style="width:312px;padding:0 22px 0 0;line-height:2.05"><div class="c b" style="font-size:17px">存　根</div>
<div>患者姓名：{under(f("patient_name", a.name), 92)} 性别：{under(f("sex", a.sex), 40)}</div><div>年龄：{under(f("age", a.age(day)), 40)}　病案号：{under(f("record_number", file), 100)}</div>
<div>家庭住址：{f("address", a.address)}</div><div>联系电话：{under(f("phone", a.person.phone), 140)}</div><div>于 {on("issue_date", day, "年 ")} 因病情需要，转入 {far} 单位 {under("", 60)} 科室 {under("", 60)} 接诊医生。</div>
<div style="margin-top:16px">转诊医生（签字）：{sign("physician", t.doctor(dice) if dice.random() < 0.6 else None, dice)}</div></div>"""
    right = f"""<div style="flex:1;padding:0 0 0 26px;border-left:2px dashed #777;line-height:1.95;position:relative"><div class="c b" style="font-size:19px;letter-spacing:3px">双向转诊（转出）单</div>
<div>{far}（机构名称）：</div><div style="text-indent:2em">现有患者 {under(f("patient_name", a.name), 84)} 性别 {under(f("sex", a.sex), 34)} 年龄 {under(f("age", a.age(day)), 38)}，因病情需要，需转入贵单位，请予以接诊。</div>
<div>初步印象：<br>{fs("diagnosis", names, "<br>", dice.random() < 0.5)}</div><div>主要现病史（转出原因）：{one.complaint}。{dice.choice(("本院条件有限，建议上转。", "治疗效果不佳。", "需进一步检查明确。"))}</div>
<div>主要既往史：{dice.choice(("否认药物过敏史", "磺胺类药物过敏", "无特殊"))}</div><div>治疗经过：{dice.choice(("门诊口服药物", "输液对症治疗3天"))}</div>
<div style="text-align:right;margin-top:8px">转诊医生（签字）：{sign("physician", t.doctor(dice), dice)}<br>{f("hospital_name", home)}<br>{on("issue_date", day, "年 ")}</div>{seal(home, size=124, at=(470, 350), turn=dice.uniform(-14, 14))}</div>"""
    return page(
        f'<div style="display:flex">{left}{right}</div><div style="position:absolute;left:44px;bottom:22px;font-size:12px;color:#333">填表说明：1.本表供居民双向转诊转出时使用，由转诊医生填写。2.初步印象：转诊医生根据患者病情做出的初步判断。</div>',
        font=SONG,
        size=15,
        pad="34px 44px",
    )


def _opinions(dice: random.Random) -> str:
    """Shandong: the sending house, the receiving house and a bureau's number on one sheet."""
    a = t.who(dice, "鲁", 32)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    came = t.after(day, -dice.randint(2, 14))
    far = dice.choice(
        ("北京胸科医院", "天津市肿瘤医院", "山东大学齐鲁医院", "上海市东方医院", "北京友谊医院")
    )
    name, title = t.doctor(dice), dice.choice(t.TITLES)
    style = dice.choice(("年", ".", "-"))
    why = "".join(
        f"{checkbox(n == 1)}{x}　"
        for n, x in enumerate(("诊断不明", "治疗无效或效果不佳", "无相应设备技术", "其他"))
    )
    return page(
        f"""<div style="display:flex;justify-content:space-between;font-size:13px"><span>{a.place.city}医疗保障局监制</span><span>备案序号：{day.year}-{dice.randint(100, 9999):05d}</span></div>
<h1 style="font-size:23px;margin:12px 0 12px;font-family:{HEI}">{a.place.city}基本医疗保险参保人员转诊转院备案表</h1>
<table class="g" style="text-align:center"><colgroup><col style="width:96px"><col style="width:120px"><col style="width:66px"><col style="width:62px"><col style="width:66px"><col style="width:62px"><col></colgroup>
<tr style="height:38px"><td class="c">姓名</td><td class="c">{f("patient_name", a.name)}</td><td class="c">性别</td><td class="c">{f("sex", a.sex)}</td><td class="c">年龄</td><td class="c">{f("age", a.age(day))}</td><td class="c">人员类别<br>{t.insured(a.kind, ("职工", "居民"), "√", "□", " ")}</td></tr>
<tr style="height:38px"><td class="c">社会保障号</td><td colspan="4">{f("id_number", a.number)}</td><td class="c">电话</td><td>{f("phone", a.person.phone)}</td></tr>
<tr style="height:38px"><td class="c">现住院医院</td><td colspan="4">{f("hospital_name", home)}</td><td class="c">等级</td><td>{f("hospital_level", level)}</td></tr>
<tr style="height:38px"><td class="c">科　　室</td><td colspan="2">{f("department", one.ward)}</td><td class="c">住院号</td><td colspan="2">{f("record_number", t.digits(dice, 7))}</td><td>入院日期 {on("admission_date", came, "-")}</td></tr>
<tr style="height:38px"><td class="c">拟转入医院</td><td colspan="6">{far}</td></tr>
<tr><td class="c">临床诊断</td><td colspan="6" style="height:56px">{fs("diagnosis", names, "、" if dice.random() < 0.5 else "；")}</td></tr>
<tr><td class="c">病情摘要及<br>转诊理由</td><td colspan="6" style="height:190px;vertical-align:top;text-align:left;padding:8px 10px;line-height:1.75">{one.complaint}。{one.story}入院后经积极治疗，症状改善不明显。<br>{why}</td></tr>
<tr><td class="c">经治医师<br>意　　见</td><td colspan="6" style="height:118px;vertical-align:top;text-align:left;padding:8px 10px">建议转往上级医院继续诊治。<div style="margin:30px 0 0 150px">医师：{f("physician_name", name)}　职称：{f("physician_title", title)}　签名：{sign("physician", name, dice, 80)}</div></td></tr>
<tr><td class="c">医院医保<br>办公室意见</td><td colspan="6" style="height:128px;vertical-align:top;text-align:left;padding:8px 10px;position:relative">同意转诊。<div style="margin:50px 0 0 300px">（章）　{on("issue_date", day, style)}</div>{seal(home, "医保办公室", size=122, at=(350, 0), turn=dice.uniform(-10, 10))}</td></tr>
<tr><td class="c">医保经办<br>机构意见</td><td colspan="6" style="height:90px"></td></tr></table>
<p style="font-size:12px;margin:6px 0">注：1.本表自备案之日起30日内有效；2.转诊只限一所医院，再次转院须由接诊医院出具证明；3.先备案后转院，急诊除外。</p>""",
        font=SONG,
        size=15,
        pad="46px 56px",
    )


def _portal(dice: random.Random) -> str:
    """Xinjiang: a certificate out of an electronic referral system, no destination but a region, signed by passwords."""
    a = t.who(dice, "新", 30)
    home, level = t.house(dice, a.place)
    one, names = t.ill(dice)
    day = t.date(dice)
    name, chief = t.doctor(dice), t.doctor(dice)
    row: Callable[..., str] = lambda k, v, k2="", v2="": (
        f'<div style="display:flex;border-bottom:1px dotted #9aa"><span style="width:118px;color:#456">{k}</span><span style="width:258px">{v}</span><span style="width:104px;color:#456">{k2}</span><span>{v2}</span></div>'
    )
    wide: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;border-bottom:1px dotted #9aa"><span style="width:118px;color:#456;flex:none">{k}</span><span>{v}</span></div>'
    )
    kinds = ("普通转诊", "急诊转诊", "二次转诊")
    listed = "".join(
        f'<div>{f("diagnosis", n)} <span style="color:#678;font-size:12px">[{dice.choice("IEJKNC")}{dice.randint(10, 99)}.{dice.randint(0, 9)}00]</span></div>'
        for n in names
    )
    return page(
        f"""<div style="text-align:center;font-size:20px;font-weight:600">{f("hospital_name", home)}</div><div style="text-align:center;font-size:24px;letter-spacing:10px;font-weight:600;margin:2px 0 4px">转诊证明</div>
<div style="display:flex;justify-content:space-between;font-size:12px;border-bottom:2px solid #245;padding-bottom:3px"><span>业务流水号　{a.place.code}ZZ{t.digits(dice, 10)}</span>{t.bars(dice, 170, 24)}</div>
<div style="line-height:2.3;font-size:15px;margin-top:6px">{row("患者姓名", f("patient_name", a.name), "性　　别", f("sex", a.sex))}{row("身份证号", f("id_number", a.number), "年　　龄", f("age", a.age(day), f"{a.age(day)}岁"))}{row("险　　种", told("insurance_type", a.kind, "职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险"), "联系电话", f("phone", a.person.phone))}
{row("参保统筹区", f("insured_place", a.place.city), "病 案 号", f("record_number", t.digits(dice, 8)))}{row("转出机构等级", f("hospital_level", level), "转出科室", f("department", one.ward))}{row("转诊类型", "".join(("●" if x == kinds[0] else "○") + x + " " for x in kinds), "转往地区", dice.choice(("自治区内（乌鲁木齐）", "北京市", "陕西省西安市")))}
{wide("转出诊断", f'<div style="line-height:1.7;padding:6px 0">{listed}</div>')}{wide("转诊原因", "限于技术和设备条件不能诊治的疑难病症")}{wide("病情及治疗", f'<div style="line-height:1.7;padding:6px 0">{one.complaint}。{one.story}</div>')}
{row("主管医师", f("physician_name", name), "职　　称", f("physician_title", dice.choice(t.TITLES)))}{row("上级医师", f("physician_name", chief), "医保专员", people.name(dice, "女"))}</div>
<div style="position:relative;margin-top:34px;text-align:right;line-height:2.1;padding-right:30px">签发单位：{home}医务部<br>签发日期：{on("issue_date", day, "-")}{seal(home, "转诊专用章", size=138, at=(500, -36), turn=dice.uniform(-8, 8))}</div>
<div style="position:absolute;left:60px;right:60px;bottom:40px;font-size:12px;color:#567;border-top:1px solid #9aa;padding-top:4px">打印时间：{t.show(t.after(day, dice.randint(0, 3)), "-")} {t.clock(dice, True)}　打印人：{t.digits(dice, 5)}　　本证明由系统自动生成，可在自治区医保公共服务平台查验</div>""",
        font=dice.choice((HEI, MICRO, KAI)),
        size=15,
        pad="50px 60px",
    )


TEMPLATES: dict[str, Template] = {
    "town-referral-slip": Template("referral_letter", 1123, 640, _slip),
    "town-referral-opinions": Template("referral_letter", 794, 1123, _opinions),
    "town-referral-portal": Template("referral_letter", 794, 1123, _portal),
}
