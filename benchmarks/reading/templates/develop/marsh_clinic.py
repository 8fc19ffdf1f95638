"""Outpatient records, certificates of diagnosis and prescriptions."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.marsh_base import (
    FJ,
    GD,
    HA,
    HN,
    JX,
    SD,
    ZJ,
    at,
    case,
    d,
    dxs,
    style,
)
from benchmarks.reading.templates.develop.people import day, name

ZEN = "'WenQuanYi Zen Hei','Noto Sans CJK SC',sans-serif"


def booklet(dice: random.Random) -> str:
    """Guangdong: the print that is glued into the outpatient booklet; no frame, everything in one column."""
    c = case(dice, GD)
    p, ill = c.p, c.ill
    hospital = f"{p.place.city.rstrip('市')}市{dice.choice(('程江', '南口', '东山'))}{dice.choice(('医院', '区人民医院'))}"
    how = dice.choice("-/")
    drugs = "<br>".join(
        f"　　{n} {s} × {dice.randint(1, 3)}盒　Sig:{dose}　{dice.choice((14, 28, 30))}天"
        for n, s, dose in ill.drugs
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:flex-end;border-bottom:1px solid #000"><span style="font-size:17px">{f("hospital_name", hospital)}</span><span style="font-size:17px">门诊病历</span></div>
<div style="margin-top:4px">就诊日期：{d("visit_date", c.start, how, at(dice, True))}　科别：{f("department", ill.dept + dice.choice(("门诊", "专科门诊", "")))}　【{dice.choice(("初诊", "复诊"))}】</div>
<div>姓名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　年龄：{f("age", c.age, f"{c.age}Y")}　门诊号：{f("record_number", c.number)}　费别：{f("insurance_type", p.insurance, {"employee": "职工医保", "resident": "居民医保"}[p.insurance]) if dice.random() < 0.5 else "自费"}</div>
<div>住址：{f("address", c.address) if dice.random() < 0.7 else ""}　电话：{f("phone", p.phone) if dice.random() < 0.6 else ""}</div><div>过敏史：{dice.choice(("无", "不详", "青霉素过敏"))}</div>
<div>主诉：{ill.complaint}</div><div>现病史：患者{ill.complaint}，未予重视，{dice.choice(("为求进一步治疗来诊。", "今来我院开药。"))}</div><div>既往史：{ill.past}</div><div>体格检查：{ill.signs}</div><div>辅助检查：{dice.choice(("", "暂缺", "院外" + ill.course[: ill.course.find("。")].replace("入院后", "").replace("入院", "").replace("于局麻下", "")))}</div>
<div>诊断：{dxs(c, " ", "{}、")}</div><div>处理：<br>{drugs}<br>　　健康宣教：{ill.advice}</div>
<div style="text-align:right;margin-top:10px">医生：{f("physician_name", c.doctors[0])}{"　(" + f("physician_title", t := dice.choice(("主治医师", "副主任医师", "主任医师")), t) + ")" if dice.random() < 0.5 else ""}　签名：{sign("physician", c.doctors[0] if dice.random() < 0.7 else None, dice)}</div>
<div style="font-size:11px;margin-top:8px;border-top:1px dashed #000">处方当日有效，请勿折叠；复诊请携带本病历。打印时间：{style(c.start, how)} {at(dice)}</div>"""
    return page(body, font=dice.choice((SONG, ZEN)), size=13, pad="30px 34px")


def two_visits(dice: random.Random) -> str:
    """Zhejiang: a chronic patient's record, the visits of two days with two doctors below each other."""
    c = case(dice, ZJ)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county}{dice.choice(('松荫人民医院', '云溪路医院', '医共体东港分院'))}"
    how = dice.choice("-.")
    first = c.start - dt.timedelta(days=dice.randint(25, 60))
    blocks = ""
    for n, (when, doctor) in enumerate(((first, c.doctors[2]), (c.start, c.doctors[0]))):
        blocks += f"""<table class="g" style="font-size:13px;margin-top:{n * 10}px"><tr style="background:#eee"><td style="width:110px" class="b">就诊时间</td><td>{d("visit_date", when, how, at(dice))}</td><td class="b">就诊科室</td><td>{f("department", ill.dept) if n == 0 else ill.dept}</td><td class="b">接诊医生</td><td>{f("physician_name", doctor)}</td></tr>
<tr><td class="b">主诉</td><td colspan="5">{ill.complaint if n == 0 else "复诊配药"}</td></tr><tr><td class="b">病史</td><td colspan="5">{ill.past if n == 0 else "病史同前，规律服药，无不适。"}</td></tr><tr><td class="b">体格检查</td><td colspan="5">{ill.signs if n == 0 else "BP " + str(dice.randint(118, 150)) + "/" + str(dice.randint(68, 92)) + "mmHg，余同前"}</td></tr>
<tr><td class="b">初步诊断</td><td colspan="5">{dxs(c, "，", "") if n == 0 else "，".join(t for t, _ in c.dx)}</td></tr><tr><td class="b">治疗意见</td><td colspan="5">{"；".join(f"{a}[{b}] {x}" for a, b, x in ill.drugs)}</td></tr></table>"""
    body = f"""<h1 style="font-size:22px">{f("hospital_name", hospital)}</h1><h2 style="font-size:18px">门 诊 病 历 记 录</h2><table style="font-size:13px;margin:8px 0"><tr><td>姓名：<b>{f("patient_name", p.name)}</b></td><td>性别：{f("sex", p.sex)}</td><td>出生日期：{d("birth_date", p.born, how)}</td><td>病人ID：{f("record_number", c.number)}</td></tr><tr><td colspan="2">身份证：{f("id_number", p.id_number)}</td><td>职业：{dice.choice(("农民", "退休", "-"))}</td><td>联系电话：{f("phone", p.phone)}</td></tr><tr><td colspan="4">现住址：{f("address", c.address)}</td></tr></table>{blocks}
<div style="display:flex;justify-content:space-between;margin-top:16px;font-size:13px"><span>共 2 次就诊记录</span><span>医生签名：{sign("physician", c.doctors[0] if dice.random() < 0.6 else None, dice)}</span><span>打印日期：{style(c.start, how)}</span></div>"""
    if dice.random() < 0.6:
        body += seal(hospital, "门诊部", at=(540, 640), size=140, turn=dice.uniform(-20, 20))
    return page(body, font=SONG, size=13, pad="44px 50px")


def app(dice: random.Random) -> str:
    """A Hunan hospital app on a phone: labels above values, grey cards, time bar."""
    c = case(dice, HN)
    p, ill = c.p, c.ill
    hospital = f"{p.place.city.rstrip('市')}市{dice.choice(('苏仙岭医院', '第十一人民医院', '飞天山中西医结合医院'))}"
    card: Callable[..., str] = lambda title, text: (
        f'<div style="background:#fff;border-radius:8px;margin:8px 10px;padding:9px 12px"><div style="color:#8a8f99;font-size:12px">{title}</div><div style="font-size:14px;line-height:1.5">{text}</div></div>'
    )
    tint = dice.choice(("#1677ff", "#0fa886", "#2b6cb0"))
    pair: Callable[..., str] = lambda a, b: (
        f'<div style="display:flex;justify-content:space-between;padding:3px 0"><span style="color:#8a8f99">{a}</span><span>{b}</span></div>'
    )
    body = f"""<div style="background:{tint};color:#fff;padding:6px 14px 10px"><div style="display:flex;justify-content:space-between;font-size:12px"><span>{at(dice)}</span><span>5G {dice.randint(12, 98)}%</span></div><div style="text-align:center;font-size:16px;margin-top:4px">‹　　　　病历详情　　　　···</div></div>
<div style="background:#fff;margin:10px;border-radius:8px;padding:10px 12px;font-size:14px"><div style="font-size:17px;font-weight:600">{f("patient_name", p.name)}　<span style="font-size:13px;font-weight:400;color:#555">{f("sex", p.sex)} | {f("age", c.age, f"{c.age}岁")}</span></div>{pair("就诊医院", f("hospital_name", hospital))}{pair("就诊科室", f("department", ill.dept))}{pair("接诊医生", f("physician_name", c.doctors[0]) + ("　" + f("physician_title", t := dice.choice(("主任医师", "主治医师")), t) if dice.random() < 0.6 else ""))}{pair("就诊时间", d("visit_date", c.start, "-", at(dice)))}{pair("就诊卡号", f("record_number", c.number))}</div>
{card("主诉", ill.complaint)}{card("既往史", ill.past)}{card("查体", ill.signs[:52])}{card("诊断", dxs(c, "<br>", ""))}{card("处方", "<br>".join(f"{a}　<span style='color:#8a8f99'>{x}</span>" for a, _, x in ill.drugs))}
<div style="text-align:center;color:#aaa;font-size:11px;margin-top:6px">以上内容仅供参考，不作为报销凭证<br>客服电话：0735-2{dice.randint(100000, 999999)}</div>"""
    return page(body, "body{background:#f3f4f7}", font=dice.choice((HEI, ZEN)), size=14, pad="0")


def stub(dice: random.Random) -> str:
    """Jiangxi: stub and certificate side by side, cut line with half a number between."""
    c = case(dice, JX)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county.rstrip('区县')}{dice.choice(('贡江', '长征', '楂林'))}{dice.choice(('医院', '中医医院', '第二人民医院'))}"
    no = f"{dice.randint(100, 99999):07d}"
    leave = dice.choice(("全休壹月", "建议门诊长期治疗", "定期复查，带药治疗", "住院治疗"))
    stub_ = f"""<div style="width:250px;border-right:1.5px dashed #555;padding-right:16px;font-size:13px;line-height:2"><div class="c b" style="font-size:16px">疾病证明书存根</div><div class="r">№ {no}</div>姓名：{p.name}　{p.sex}　{c.age}岁<br>诊断：{c.dx[0][0]}<br>意见：{leave}<br>医师：{c.doctors[0]}<br>{style(c.end, "年")}</div>"""
    main = f"""<div style="flex:1;padding-left:20px;position:relative"><div class="c" style="font-size:19px;font-weight:600">{f("hospital_name", hospital)}</div><div class="c b" style="font-size:22px;letter-spacing:6px">疾病诊断证明书</div><div class="r" style="font-size:13px;color:#b22">№ {no}</div>
<div style="line-height:2.1;font-size:14.5px">姓名<u>　{f("patient_name", p.name)}　</u>性别<u>　{f("sex", p.sex)}　</u>年龄<u>　{f("age", c.age)}　</u>岁　{dice.choice(("门诊", "住院"))}号<u>　{f("record_number", c.number)}　</u><br>单位或住址<u>　{f("address", c.address)}　　</u><br>临床诊断：{dxs(c, "；", "{}、")}<br>处理意见：{leave}</div>
<div style="text-align:right;line-height:2.2;margin-top:14px">科室：{f("department", ill.dept)}　　医师：{sign("physician", c.doctors[0], dice)}<br>{d("issue_date", c.end, dice.choice(("年", "年 ")))}</div><div style="font-size:11.5px">注：①本证明未加盖公章无效　②涂改无效　③不作伤残鉴定、司法依据</div>{seal(hospital, "疾病诊断专用章", size=140, at=(300, 150), turn=dice.uniform(-15, 15))}</div>"""
    return page(
        f'<div style="display:flex">{stub_}{main}</div>',
        font=dice.choice((SONG, KAI)),
        size=14,
        pad="34px 34px",
    )


def henan_grid(dice: random.Random) -> str:
    """Henan: a form for chronic disease identification, grid, doctor's title, two hospitals named."""
    c = case(dice, HA)
    p, ill = c.p, c.ill
    hospital = (
        f"{p.place.city.rstrip('市')}{dice.choice(('宛西附属中医院', '石化职工总医院', '市第十五人民医院'))}"
    )
    how = dice.choice(("年0", "-", "."))
    title = dice.choice(("主治医师", "副主任医师", "主任医师"))
    stamp = seal(
        hospital,
        dice.choice(("", "医务科")),
        size=156,
        at=(dice.randint(430, 500), dice.randint(-50, -20)),
        turn=dice.uniform(-12, 12),
    )
    r: Callable[..., str] = lambda a, b, n=5: (
        f'<tr><td class="c" style="width:110px;height:40px">{a}</td><td colspan="{n}">{b}</td></tr>'
    )
    body = f"""<h1 style="font-size:25px">{f("hospital_name", hospital)}</h1><h1 style="font-size:22px;letter-spacing:10px;margin:4px 0 14px">诊断证明书</h1><div style="display:flex;justify-content:space-between"><span>编号：{c.end.year}-{dice.randint(1, 9999):04d}</span><span>医院级别：{f("hospital_level", "三级甲等", dice.choice(("三级甲等", "三甲", "三级甲等医院")))}</span></div>
<table class="g"><tr><td class="c" style="height:40px">姓　名</td><td>{f("patient_name", p.name)}</td><td class="c">性　别</td><td>{f("sex", p.sex)}</td><td class="c">年　龄</td><td>{f("age", c.age, f"{c.age}岁")}</td></tr><tr><td class="c" style="height:40px">科　室</td><td>{f("department", ill.dept)}</td><td class="c">住院号</td><td>{f("record_number", c.number)}</td><td class="c">民　族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + dice.choice(("", "族")) if p.ethnicity != "土家" else "土家族")}</td></tr>
{r("身份证号码", f("id_number", p.id_number))}{r("家庭住址", f("address", c.address))}<tr><td class="c" style="height:40px">入院日期</td><td colspan="2">{d("admission_date", c.start, how)}</td><td class="c">出院日期</td><td colspan="2">{d("discharge_date", c.end, how)}</td></tr>
{r("病情摘要", ill.complaint + "。" + ill.past + "。曾于" + p.place.county + "人民医院住院治疗。" + ill.course)}{r("诊　断", dxs(c))}{r("医师建议", "1.注意休息；2." + ill.advice + "。")}
<tr><td class="c">医　师<br>签　名</td><td colspan="2" style="height:64px">{f("physician_name", c.doctors[1]) if dice.random() < 0.5 else ""} {sign("physician", c.doctors[1], dice)}</td><td class="c">职　称</td><td colspan="2">{f("physician_title", title)}</td></tr></table>
<div style="margin:36px 40px 0 0;text-align:right;line-height:2;position:relative">{stamp}（医院公章）<br>{d("issue_date", c.end, "年")}</div><div style="position:absolute;bottom:50px;left:60px;right:60px;font-size:12px">备注：1、本证明仅作办理门诊慢性病、重症慢性病鉴定使用；2、无医师签名及医院公章无效；3、有效期三个月。</div>"""
    return page(body, font=SONG, size=15, pad="60px 60px")


def handfilled(dice: random.Random) -> str:
    """Shandong: a printed slip of which a pen filled every line; only the printed words carry truth."""
    c = case(dice, SD)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('弥水医院', '纺织职工医院', '圣城精神卫生中心'))}"
    ln: Callable[..., str] = lambda text, w: (
        f'<span style="display:inline-block;border-bottom:1px solid #333;width:{w}px;text-align:center;height:28px;line-height:26px;vertical-align:bottom;white-space:nowrap">{text}</span>'
    )
    t: Callable[..., str] = lambda text, n=20: hand(
        text, n, dice.choice(("'LXGW WenKai'", "'AR PL UKai CN'"))
    )
    body = f"""<div class="c" style="font-size:22px;font-weight:600">{f("hospital_name", hospital)}</div><div class="c b" style="font-size:24px;letter-spacing:12px;margin-bottom:12px">诊断证明书</div><div style="line-height:2.3">姓名{ln(t(p.name), 110)}性别{ln(t(p.sex), 60)}年龄{ln(t(str(c.age)), 60)}门诊/住院号{ln(t(c.number, 18), 140)}<br>工作单位或住址{ln(t(p.place.county + "城关"), 250)}科别{ln(t("内科"), 100)}<br>诊断：{ln(t(c.dx[0][0], 22), 480)}<br>{ln(t(c.dx[1][0], 22), 520)}<br>建议：{ln(t("注意休息，门诊随诊"), 480)}</div>
<div style="text-align:right;line-height:2.4;margin-top:8px">医师{sign("physician", c.doctors[0], dice)}<br>{t(str(c.end.year), 18)} 年 {t(str(c.end.month), 18)} 月 {t(str(c.end.day), 18)} 日</div><div style="font-size:12px">此证明盖章有效，遗失不补。</div>"""
    if dice.random() < 0.85:
        body += seal(hospital, "诊断证明专用章", shape=dice.choice(("circle", "ellipse")), size=150, at=(390, 250), turn=dice.uniform(-20, 20))  # fmt: skip
    return page(
        body, f"body{{background:{dice.choice(('#fff', '#fbf8ec'))}}}", font=SONG, size=16, pad="34px 44px"
    )


def slip(dice: random.Random) -> str:
    """Shandong prescription slip after the national standard: A5, kind in the corner, Rp, five names below."""
    c = case(dice, SD)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county}{dice.choice(('台东中心卫生院', '弥水医院', '中医骨伤医院'))}"
    how = dice.choice(("-", "年0", "年"))
    kind = dice.choice(("普通", "慢病", "门慢"))
    tick: Callable[..., str] = lambda yes: "☑" if yes else "□"
    lines = "".join(
        f'<div style="margin:8px 0">{n}、{a}　　{b} × {dice.randint(1, 6)}{dice.choice(("盒", "瓶"))}<br>　　用法：{x}</div>'
        for n, (a, b, x) in enumerate(ill.drugs, 1)
    )
    body = f"""<div style="position:absolute;right:26px;top:22px;border:1px solid #000;padding:2px 8px">{kind}</div><div class="c" style="font-size:20px">{f("hospital_name", hospital)}</div><div class="c b" style="font-size:21px;letter-spacing:10px">处方笺</div>
<div style="font-size:13px;line-height:1.9;border-bottom:1px solid #000">费别：{tick(False)}公费 {tick(False)}自费 {tick(True)}医保　医疗证/医保卡号：{f("card_number", f"{dice.choice('ABCDEF')}{dice.randint(10**7, 10**8 - 1)}") if dice.random() < 0.6 else ""}　处方编号：{dice.randint(10**7, 10**8)}<br>姓名：{f("patient_name", p.name)}　　性别：{f("sex", p.sex)}　　年龄：{f("age", c.age, f"{c.age}岁")}<br>门诊/住院病历号：{f("record_number", c.number)}　科别(病区/床位号)：{f("department", ill.dept)}<br>临床诊断：{dxs(c, "、", "")}　开具日期：{d("issue_date", c.end, how)}<br>住址/电话：{f("address", c.address) if dice.random() < 0.6 else ""} {f("phone", p.phone) if dice.random() < 0.6 else ""}</div>
<div style="font-size:20px;font-family:{SONG}"><i>Rp.</i></div><div style="min-height:290px;font-size:14px">{lines}<div class="c" style="color:#555">————以下空白————</div></div>
<div style="border-top:1px solid #000;font-size:13px;line-height:2">医　师：{f("physician_name", c.doctors[0])} {sign("physician", c.doctors[0] if dice.random() < 0.8 else None, dice, 80)}　　药品金额：{dice.uniform(20, 600):.2f}<br>审核药师：{c.others[0]}　调配药师/士：{c.others[1]}　核对、发药药师：{c.others[2]}<br><span style="font-size:11px">提示：1.处方当日有效　2.请遵医嘱服药　3.药品离开药房恕不退换</span></div>"""
    if dice.random() < 0.5:
        body += seal(
            hospital,
            "药品调剂章",
            shape="ellipse",
            size=120,
            at=(360, 560),
            turn=dice.uniform(-20, 20),
            colour="blue",
        )
    return page(body, font=dice.choice((SONG, KAI)), size=14, pad="22px 30px")


def outside(dice: random.Random) -> str:
    """Fujian: prescription for a pharmacy outside, of the insurance's electronic circulation platform."""
    c = case(dice, FJ)
    p, ill = c.p, c.ill
    hospital = f"{p.place.county}{dice.choice(('南溪医院', '龙川医院', '第二中医医院'))}"
    until = c.end + dt.timedelta(days=3)
    title = dice.choice(("主治医师", "副主任医师"))
    rows = "".join(
        f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>{x.rsplit(' ', 1)[0]}</td><td>{x.rsplit(' ', 1)[-1]}</td><td>{dice.randint(1, 4)}盒</td><td>{dice.choice((14, 28, 30))}天</td></tr>"
        for n, (a, b, x) in enumerate(ill.drugs, 1)
    )
    cell: Callable[..., str] = lambda a, b, n=1: (
        f'<td style="color:#555;background:#f5f8fb">{a}</td><td colspan="{n}">{b}</td>'
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center;border-bottom:3px solid #1b62a5;padding-bottom:6px"><span style="font-size:12px;color:#1b62a5">国家医疗保障信息平台<br>电子处方流转</span><span style="font-size:22px;font-weight:600">医保电子处方（外配）</span><span style="font-size:12px">处方类别：{dice.choice(("门诊慢特病", "普通门诊", "双通道"))}</span></div>
<div style="font-size:12px;margin:6px 0;display:flex;justify-content:space-between"><span>处方编号：{p.place.code}{c.end:%Y%m%d}{dice.randint(100000, 999999)}</span><span>开方时间：{d("issue_date", c.end, "-", at(dice, True))}</span><span>有效期至：{d("valid_until", until, "-")}</span></div>
<table class="g" style="font-size:13px"><tr>{cell("姓名", f("patient_name", p.name))}{cell("性别", f("sex", p.sex))}{cell("年龄", f("age", c.age))}</tr><tr>{cell("证件号码", f("id_number", p.id_number), 3)}{cell("险种", f("insurance_type", p.insurance, {"employee": "职工基本医疗保险", "resident": "城乡居民基本医疗保险"}[p.insurance]))}</tr><tr>{cell("参保地", f("insured_place", p.place.province + p.place.city))}{cell("病种", dice.choice(("", c.dx[0][0])))}{cell("联系电话", f("phone", p.phone) if dice.random() < 0.5 else "-")}</tr><tr>{cell("医疗机构", f("hospital_name", hospital), 3)}{cell("机构等级", f("hospital_level", lv := dice.choice(("二级甲等", "二级乙等", "三级乙等")), lv))}</tr><tr>{cell("科室", f("department", ill.dept))}{cell("门诊号", f("record_number", c.number), 3)}</tr><tr>{cell("诊断", "；".join(f("diagnosis", t) + f"（{i}）" for t, i in c.dx), 5)}</tr></table>
<div style="font-size:18px;margin-top:8px">R<span style="font-size:13px">p</span></div><table class="g" style="font-size:12.5px"><tr style="background:#eef3f8"><td>序号</td><td>药品名称</td><td>规格</td><td>单次用量/频次</td><td>途径</td><td>数量</td><td>疗程</td></tr>{rows}</table>
<table style="font-size:13px;margin-top:16px"><tr><td>开方医师：{f("physician_name", c.doctors[0])}</td><td>职称：{f("physician_title", title)}</td><td>医师签章：{sign("physician", c.doctors[0], dice, 86)}</td></tr><tr><td>审方药师：{c.others[0]}</td><td>审方时间：{style(c.end, "-")} {at(dice)}</td><td>审核结果：通过</td></tr><tr><td>取药药店：{dice.choice(("", p.place.county + "康乐大药房二店"))}</td><td>药店药师：</td><td>取药人签名：<span data-signature="applicant|absent" style="display:inline-block;width:60px;height:22px"></span></td></tr></table>
<div style="font-size:11px;color:#666;margin-top:10px">注：本处方经医师及药师电子签名后生效，仅限定点零售药店调配一次。</div>"""
    body += seal(hospital, "电子处方专用章", size=130, at=(590, 500), turn=0, ink=0.8)
    return page(body, font=dice.choice((HEI, ZEN)), size=13, pad="34px 40px")


def herbs(dice: random.Random) -> str:
    """Zhejiang herbal prescription: four herbs a line, doses set small at the foot of the names."""
    c = case(dice, ZJ)
    p = c.p
    hospital = f"{p.place.county}{dice.choice(('处州国医馆', '练溪中医院', '灵山中医门诊部'))}"
    when = day(dice)
    zh, kind = dice.choice(
        (("消渴", "阴虚燥热证"), ("胸痹", "气虚血瘀证"), ("喘证", "肺肾气虚证"), ("痹病", "寒湿痹阻证"))
    )
    names = dice.sample(("黄芪", "当归", "炒白术", "茯苓", "丹参", "川芎", "桂枝", "赤芍", "制附子（先煎）", "细辛", "麦冬", "五味子", "葛根", "砂仁（后下）", "陈皮", "炙甘草", "独活", "桑寄生", "淮山药"), dice.randint(10, 15))  # fmt: skip
    grid = "".join(
        f'<div style="width:25%;padding:9px 0;font-size:15px">{n}<sub>{dice.choice((3, 6, 9, 10, 12, 15, 30))}g</sub></div>'
        for n in names
    )
    body = f"""<div class="c" style="font-size:20px;font-family:{KAI}">{f("hospital_name", hospital)}中药处方</div><div style="display:flex;flex-wrap:wrap;gap:2px 22px;font-size:13px;border-top:1px solid #000;border-bottom:1px solid #000;padding:4px 0;margin-top:6px"><span>NO.{dice.randint(10**8, 10**9)}</span><span>日期：{d("issue_date", when, dice.choice("-."))}</span><span>费别：医保</span><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(when), f"{p.age_on(when)}岁")}</span><span>科别：{f("department", dice.choice(("中医内科", "名老中医工作室", "针推科")))}</span><span>门诊号：{f("record_number", c.number)}</span><span>诊断：{f("diagnosis", zh)}；{kind}</span></div><div style="margin-top:6px">Rp：</div><div style="display:flex;flex-wrap:wrap;min-height:210px;align-content:flex-start">{grid}</div>
<div>帖数：{dice.choice((5, 7, 14))}帖　每日1帖，水煎400ml，分2次温服　{dice.choice(("代煎", "自煎"))}</div><div style="border-top:1px solid #000;margin-top:8px;padding-top:6px;display:flex;justify-content:space-between;font-size:13px"><span>医师：{f("physician_name", c.doctors[0])}{sign("physician", c.doctors[0], dice, 72)}</span><span>审核：{c.others[0]}</span><span>调配：{name(dice, "女")}</span><span>复核/发药：</span><span>金额：{dice.uniform(80, 400):.2f}</span></div>"""
    return page(body, font=SONG, size=14, pad="26px 30px")


TEMPLATES: dict[str, Template] = {
    "marsh-outpatient-booklet": Template("outpatient_record", 600, 760, booklet),
    "marsh-outpatient-two-visits": Template("outpatient_record", 794, 1123, two_visits),
    "marsh-outpatient-app": Template("outpatient_record", 390, 844, app),
    "marsh-certificate-stub": Template("diagnosis_certificate", 860, 420, stub),
    "marsh-certificate-henan-grid": Template("diagnosis_certificate", 794, 1123, henan_grid),
    "marsh-certificate-handfilled": Template("diagnosis_certificate", 640, 540, handfilled),
    "marsh-prescription-slip": Template("prescription", 559, 794, slip),
    "marsh-prescription-outside": Template("prescription", 794, 760, outside),
    "marsh-prescription-herbs": Template("prescription", 620, 520, herbs),
}
