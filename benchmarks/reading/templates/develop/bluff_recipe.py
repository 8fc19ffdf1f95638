"""Prescriptions: plain, of long supply for chronic illness, of herbs, electronic."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_base import (
    bars,
    blank,
    case,
    clock,
    d,
    digits,
    dots,
    line,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, fs, page, seal, sign

KIND = "prescription"
HERBS = (
    "黄芪", "党参", "白术", "茯苓", "炙甘草", "当归", "川芎", "白芍", "熟地黄",
    "丹参", "桃仁", "红花", "柴胡", "黄芩", "法半夏", "陈皮", "天麻", "钩藤",
    "石决明", "牛膝", "杜仲", "桑寄生", "益母草", "葛根", "麦冬", "五味子", "山药",
    "泽泻", "牡丹皮", "山茱萸", "独活", "秦艽", "防风", "细辛", "地龙", "全蝎",
)  # fmt: skip
PATTERNS = (
    ("眩晕", "肝肾阴虚证"),
    ("胸痹", "气虚血瘀证"),
    ("消渴", "气阴两虚证"),
    ("痹症", "寒湿痹阻证"),
    ("水肿", "脾肾阳虚证"),
)
FEES = {"employee": "医保（职工）", "resident": "医保（居民）"}


def plain(dice: random.Random) -> str:
    """Yunnan white half sheet: printed values on dotted blanks, Rp large, prices and pharmacists in the foot."""
    c = case(dice, "YN")
    p, ill = c.p, c.ill
    b: Callable[..., str] = lambda text, width: blank(text, width, "border-bottom-style:dotted;")
    meds = "".join(
        f'<div style="margin-bottom:6px">{a}　　{s}　×{dice.randint(1, 4)}{"盒" if "*" in s else "支"}<div style="padding-left:3em">Sig：{q}　{t}　{"皮下注射" if "胰岛素" in a else "吸入" if "吸" in s else "口服"}</div></div>'
        for a, s, q, t in ill.drugs[: dice.randint(2, 3)]
    )
    body = f"""<div style="position:absolute;right:34px;top:26px;border:1px solid #000;padding:0 8px">普通</div>
<div class="c" style="font-size:20px;letter-spacing:2px">{f("hospital_name", c.hospital)}</div>
<div class="c" style="font-size:18px;letter-spacing:14px">处方笺</div>
<div style="font-size:13px;margin-top:4px">费别：☐公费 ☐自费 ☑医保 ☐其他　　　处方编号：{
        f("report_number", f"{c.on:%y%m%d}{digits(dice, 5)}")
    }</div>{line(1)}
<div style="line-height:2">姓名{b(f("patient_name", p.name), 96)} 性别{b(f("sex", p.sex), 40)} 年龄{
        b(f("age", c.age, f"{c.age}岁"), 56)
    }<br>门诊/住院病历号{b(f("record_number", c.number), 110)} 科别{
        b(f("department", ill.dept), 120)
    }<br>临床诊断{b(fs("diagnosis", ill.dx[:2], "，"), 250)}<br>开具日期{
        b(d("issue_date", c.on, dice, "年"), 140)
    } 电话{b(f("phone", p.phone) if dice.random() < 0.6 else "", 120)}</div>{line(1)}
<div style="font-size:30px;font-style:italic;font-family:'DejaVu Serif',serif;line-height:1.2">Rp</div>
<div style="padding:4px 0 0 28px;height:300px">{meds}<div class="c">—— 以下空白 ——</div></div>{line(1)}
<div style="line-height:1.9">医　　师　{f("physician_name", c.staff[0])} {
        sign("physician", c.staff[0], dice, 80)
    }　　药品金额　{dice.uniform(40, 480):.2f}元<br>审核药师　{c.staff[1]}　　调配药师/士　{
        c.staff[2]
    }　　核对、发药药师　{c.staff[3]}</div>
<div style="font-size:11px">注：1.处方当日有效。2.为保证用药安全，药品一经发出不予退换。</div>"""
    return page(body, font=SONG, size=14, pad="28px 36px")


def long(dice: random.Random) -> str:
    """Hebei prescription of up to twelve weeks: a ruled table of drugs, reason, next visit, family doctor's team."""
    c = case(dice, "HE")
    p, ill = c.p, c.ill
    weeks = dice.choice((4, 8, 12))
    cell: Callable[..., str] = lambda values: "".join(f"<td>{v}</td>" for v in values)
    meds = "".join(
        f"<tr>{cell((str(n), a, s, q, t, f'{weeks * 7}天', f'{dice.randint(2, 12)}'))}</tr>"
        for n, (a, s, q, t) in enumerate(ill.drugs, 1)
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center">
<div style="border:1.5px solid #1b6b3a;color:#1b6b3a;padding:2px 8px;font-size:17px">长期处方</div><div class="c">
<div style="font-size:22px;font-weight:600">{f("hospital_name", c.hospital)}</div>
<div style="font-size:17px">门诊慢性病长期处方笺</div></div><div style="font-size:12px">{
        bars(dice, 110, 26)
    }</div>
</div>
<table class="g" style="margin-top:10px">
<tr>{
        cell(
            (
                "姓名",
                f("patient_name", p.name),
                "性别",
                f("sex", p.sex),
                "年龄",
                f("age", c.age, f"{c.age} 岁"),
                "体重",
                f"{dice.randint(46, 86)}kg",
            )
        )
    }</tr>
<tr><td>费别</td><td colspan="3">{f("insurance_type", p.insurance, FEES[p.insurance])}</td><td>门诊号</td>
<td colspan="3">{f("record_number", c.number)}</td></tr><tr><td>医保卡号</td>
<td colspan="3">{f("card_number", digits(dice, 9, "H"))}</td><td>科室</td>
<td colspan="3">{f("department", ill.dept)}</td></tr><tr><td>诊断</td>
<td colspan="7">{fs("diagnosis", ill.dx, "；", numbered=True)}</td></tr><tr><td>住址</td>
<td colspan="4">{f("address", c.address)}</td><td>电话</td><td colspan="2">{f("phone", p.phone)}</td></tr>
</table>
<div style="margin:8px 0 4px;font-weight:600">R.</div><table class="g">
<tr class="c" style="background:#eaf3ec">{
        cell(("序", "药品名称", "规格", "单次量", "频次", "疗程", "数量"))
    }</tr>{meds}<tr>
<td colspan="7">开具理由：病情稳定、依从性良好，符合长期处方管理规范（{weeks}周）</td></tr></table>
<div style="line-height:2;margin-top:8px">开方日期：{d("issue_date", c.on, dice, "-")}　　下次复诊：{
        c.on + dt.timedelta(days=weeks * 7):%Y-%m-%d}　　用药指导：{ill.advice}</div>
<table style="margin-top:10px"><tr>
<td>医师：{f("physician_name", c.staff[0])}（{
        f("physician_title", t := dice.choice(("主治医师", "副主任医师", "住院医师")), t)
    }）</td>
<td>审方：{c.staff[1]}</td><td>调配：{c.staff[2]}</td><td>核对发药：{c.staff[3]}</td></tr><tr>
<td colspan="2">医师签名/签章：{sign("physician", c.staff[0], dice)}</td>
<td colspan="2">患者签名：{sign("applicant", None if dice.random() < 0.5 else p.name, dice)}</td></tr></table>
<div style="font-size:12px;color:#444">温馨提示：如出现病情变化或药物不良反应，请及时就医，不可自行增减药量。</div>"""
    body += seal(c.hospital, "处方专用章", size=112, at=(90, 470), turn=dice.uniform(-30, 20), ink=0.6)
    return page(body, ".g td{padding:4px 6px}", font=HEI, size=13, pad="30px 40px")


def herbs(dice: random.Random) -> str:
    """Jiangxi herbs: four in a row with grams under light rules, pattern beside the illness, doses and boiling."""
    c = case(dice, "JX")
    p = c.p
    ill, pattern = dice.choice(PATTERNS)
    picks = dice.sample(HERBS, dice.randint(11, 17))
    note = {"石决明": "（先煎）", "钩藤": "（后下）", "全蝎": "（研末）"}
    grams = "".join(
        f'<div style="padding:5px 0">{h}{note.get(h, "")} {dice.choice((3, 6, 9, 10, 12, 15, 20, 30))}g</div>'
        for h in picks
    )
    doses = dice.choice((5, 7, 14))
    body = f"""<div style="border:1px solid #7d5a2a;position:absolute;inset:18px;padding:16px 22px">
<div class="c" style="font-size:21px;font-family:{KAI}">{f("hospital_name", c.hospital)}</div>
<div class="c" style="font-size:17px;letter-spacing:6px">中药饮片处方</div>
<div style="height:12px"></div><table style="border-top:1px solid #7d5a2a;border-bottom:1px solid #7d5a2a">
<tr><td>姓　名　{f("patient_name", p.name)}</td><td>性　别　{f("sex", p.sex)}</td>
<td>年　龄　{f("age", c.age, f"{c.age}岁")}</td></tr><tr><td>门诊号　{f("record_number", c.number)}</td>
<td colspan="2">科　别　{f("department", dice.choice(("中医内科", "国医堂", "中医康复科")))}</td></tr><tr>
<td>中医诊断　{f("diagnosis", ill)}</td><td colspan="2">证　候　{pattern}</td></tr><tr>
<td>西医诊断　{f("diagnosis", c.ill.dx[0])}</td><td colspan="2">日　期　{
        d("issue_date", c.on, dice, ".")
    }</td></tr>
</table>
<div style="font-size:22px;margin-top:6px">R:</div>
<div
style="display:grid;grid-template-columns:repeat(3,1fr);padding-left:10px;height:340px;align-content:start">{
        grams
    }</div>
<div style="border-top:1px dashed #7d5a2a;padding-top:6px">共 {doses} 剂　　用法：水煎服，每日1剂，分{
        dice.choice(("2", "3"))
    }次{dice.choice(("饭前", "饭后", "空腹"))}温服　　{dice.choice(("代煎", "自煎"))}</div>
<div style="margin-top:12px;line-height:2">医师：{f("physician_name", c.staff[0])}{
        sign("physician", c.staff[0], dice, 84)
    }　每剂：{dice.uniform(12, 45):.2f}元　总价：{dice.uniform(90, 500):.2f}元<br>审核：{c.staff[1]}　调配：{
        c.staff[2]
    }　复核：{c.staff[3]}　发药：{c.staff[4]}</div>
</div>"""
    return page(body, "td{padding:2px 4px}", font=SONG, size=14, pad="0")


def electronic(dice: random.Random) -> str:
    """Guizhou electronic prescription for pharmacies outside: codes, validity in days, electronic seals."""
    c = case(dice, "GZ")
    p, ill = c.p, c.ill
    days = dice.choice((1, 3))
    row: Callable[..., str] = lambda a, b: (
        f'<div style="display:flex"><span style="width:96px;color:#667">{a}</span><span>{b}</span></div>'
    )
    meds = "".join(
        f'<div style="border-bottom:1px solid #e2e6ee;padding:8px 0"><div style="display:flex;justify-content:space-between"><b>{a}</b><span>×{dice.randint(1, 5)}盒</span></div><div style="color:#445;font-size:13px">规格 {s}　单次用量 {q}　{t}　{dice.choice((14, 28, 30))}天</div></div>'
        for a, s, q, t in ill.drugs
    )
    body = f"""<div
style="background:#2563a8;color:#fff;margin:-30px -44px 14px;padding:16px 44px;display:flex;justify-content:space-between;align-items:center">
<div><div style="font-size:20px">医保电子处方</div>
<div style="font-size:13px">{f("hospital_name", c.hospital)}</div></div>
<div style="background:#fff;padding:4px;line-height:0">{dots(dice, 70)}</div></div>
<div style="display:grid;grid-template-columns:1fr 1fr;row-gap:3px;column-gap:20px">{
        row("处方编号", f("report_number", f"{p.place.code}{c.on:%Y%m%d}{digits(dice, 5)}"))
    }{row("处方类型", "西药中成药处方")}{row("就诊人", f("patient_name", p.name))}{
        row("性别年龄", f"{f('sex', p.sex)}　{f('age', c.age, f'{c.age}岁')}")
    }{row("证件号码", p.id_number[:4] + "**********" + p.id_number[-4:])}{row("医疗类别", "门诊慢特病")}{
        row(
            "参保类型",
            f(
                "insurance_type",
                p.insurance,
                "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险",
            ),
        )
    }{row("门诊流水号", f("record_number", c.serial))}{row("就诊科室", f("department", ill.dept))}{
        row("开方时间", d("issue_date", c.on, dice, "-", " " + clock(dice, True)))
    }{row("有效时长", f"{days}天")}{
        row("失效时间", d("valid_until", c.on + dt.timedelta(days=days), dice, "-", " 23:59:59"))
    }</div>
<div style="margin-top:8px">{row("临床诊断", fs("diagnosis", ill.dx[:2], "；"))}{
        row("病种名称", f("claimed_disease", ill.claim))
    }</div>
<div style="margin-top:14px;border-left:4px solid #2563a8;padding-left:8px;font-weight:600">药品信息</div>{
        meds
    }
<div style="margin-top:16px;display:grid;grid-template-columns:1fr 1fr;row-gap:3px">{
        row("开方医师", f"{f('physician_name', c.staff[0])}（已电子签名）")
    }{row("审方药师", f"{c.staff[1]}（已电子签名）")}{row("审方结果", "通过")}{
        row("审方时间", f"{c.on} 18:{dice.randint(0, 59):02d}:{dice.randint(10, 59)}")
    }</div>
<div
style="margin-top:90px;font-size:12px;color:#667">1.请凭医保电子凭证或社会保障卡至定点零售药店购药；2.处方仅限使用一次，逾期自动失效；3.本处方由医院信息系统上传至医保电子处方中心。</div>"""
    body += seal(c.hospital, "电子处方专用章", size=124, at=(560, 660), ink=0.75)
    return page(body, font=MICRO, size=14, pad="30px 44px")


TEMPLATES: dict[str, Template] = {
    "bluff-recipe-plain-yunnan": Template(KIND, 559, 794, plain),
    "bluff-recipe-long-hebei": Template(KIND, 794, 620, long),
    "bluff-recipe-herbs-jiangxi": Template(KIND, 559, 794, herbs),
    "bluff-recipe-electronic-guizhou": Template(KIND, 794, 864, electronic),
}
