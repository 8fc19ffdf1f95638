"""Outpatients' records and prescriptions: the desk's print, a booklet, a list of visits, two kinds of prescriptions."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.district_base import (
    Case,
    case,
    date_style,
    hospital,
    line,
    listed,
    tags,
    when,
)
from benchmarks.reading.templates.develop.district_stay import _CHINESE, MING, SHARP
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign

HERBS = (
    "黄芪", "党参", "茯苓", "炒白术", "当归", "川芎", "丹参", "法半夏", "陈皮", "桂枝", "熟地黄", "山药", "桃仁", "红花", "炙甘草", "泽泻", "葛根", "牛膝", "杜仲", "麦冬",
)  # fmt: skip


def _stub(dice: random.Random) -> str:
    """The doctor's desk prints half a sheet: labels in brackets, orders as a list, an electronic name at the end."""
    c = case(dice)
    t, s = tags(c), date_style(dice)
    card = f("card_number", f"{dice.choice(('A', 'M', '00'))}{dice.randint(10000000, 99999999)}")
    again = dice.choice(("初诊", "复诊"))
    orders = "".join(
        f"<div>{n}　{p}　×{dice.randint(1, 6)}{dice.choice(('盒', '瓶'))}<div style='padding-left:2em'>Sig: {u}　{dice.choice((7, 14, 28, 30))}天</div></div>"
        for n, p, u in c.ill.drugs
    )
    bl, br = dice.choice((("【", "】"), ("", "："), ("[", "]")))
    part = "".join(f"<div class=p><b>{bl}{a}{br}</b>{b}</div>" for a, b in (
        ("主诉", c.ill.complaint), ("现病史", c.ill.story), ("既往史", c.ill.past), ("过敏史", dice.choice(("无", "否认", "不详"))), ("体格检查", c.ill.found), ("辅助检查", c.ill.tests), ("初步诊断" if again == "初诊" else "诊断", "<br>" + listed(c)),
    ))  # fmt: skip
    body = f"""<h2 style="font-size:19px">{hospital(c)}</h2><h1 style="font-size:18px">门诊病历（{again}）</h1><div class="m"><span>姓名 {t["name"]}</span><span>性别 {t["sex"]}</span><span>年龄 {t["age"]}</span><span>{dice.choice(("卡号", "就诊卡号"))} {card}</span><span>科别 {t["dept"]}</span><span>病历号 {t["number"]}</span><span style="grid-column:span 2">就诊时间 {when("visit_date", c.left, s, " %H:%M")}</span></div>{part}<div class=p><b>{bl}处理{br}</b></div><div style="padding-left:1em">{orders}</div><div class=p><b>{bl}医嘱{br}</b>{c.ill.advice}</div><div class="r" style="margin-top:14px">医师：{f("physician_name", c.doctors[0])}</div><div style="border-top:1px solid #000;font-size:10px;margin-top:6px;display:flex;justify-content:space-between"><span>请妥善保管，复诊时携带</span><span>打印：{c.left:%Y-%m-%d %H:%M:%S}</span></div>"""
    return page(
        body,
        ".m{display:grid;grid-template-columns:1.2fr .7fr 1.2fr 1.5fr;border-top:1px solid #000;border-bottom:1px solid #000;margin:5px 0;padding:2px 0;font-size:12px}.p{margin:3px 0;text-align:justify}",
        font=dice.choice((SONG, MICRO, SHARP)),
        size=12,
        pad="22px 28px",
    )


def _booklet(dice: random.Random) -> str:
    """An open booklet: its first page filled in on the left, a visit printed between the ruled lines on the right."""
    c = case(dice, chinese=dice.random() < 0.3)
    t = tags(c)

    def v(x: object, n: int) -> str:
        return line(str(x), n, f"font-family:{KAI};text-align:center")

    month = f("birth_date", f"{c.who.born:%Y-%m}", f"{c.who.born.year}年{c.who.born.month}月")
    style = dice.choice(("{0.year}年{0.month}月{0.day}日", "{0:%Y}.{0:%m}.{0:%d}", "{0:%Y-%m-%d}"))
    drugs = "<br>".join(f"{n} {p}<br>　　用法：{u}" for n, p, u in c.ill.drugs[:3])
    rule = "background:repeating-linear-gradient(#fff 0 29px,#9bb3cf 29px 30px)"
    body = f"""<div style="display:flex;height:100%"><div style="width:47%;padding:34px 34px 0 20px;border-right:1px solid #aaa;position:relative"><div class="c" style="font-size:13px">{c.who.place.province}卫生健康委员会监制</div><h1 style="font-size:34px;letter-spacing:12px;margin:26px 0 6px">门诊病历</h1><div class="c" style="font-size:20px;margin-bottom:24px">{hospital(c)}</div><div style="line-height:2.6;font-size:16px">姓名{v(t["name"], 120)}性别{v(t["sex"], 60)}<br>出生年月{v(month, 130)}民族{v(t["ethnic"], 60)}<br>婚姻{v(dice.choice(("已", "", "未")), 50)}职业{v(dice.choice(("务农", "", "退休", "工人")), 90)}<br>单位或住址{v(t["home"], 350)}<br>联系电话{v(t["phone"] if dice.random() < 0.5 else "", 150)}<br>药物过敏史{v(dice.choice(("无", "", "青霉素")), 180)}<br>门诊号{v(t["number"], 140)}</div><div style="position:absolute;bottom:30px;font-size:12px;line-height:1.7">就诊须知：一、看病时请带此病历，一人一册，不得转借。二、本病历由患者自行保管，是重要的医疗文书。三、急诊电话：{dice.randint(2000000, 8999999)}</div></div>
<div style="flex:1;padding:34px 20px 0 34px"><div style="{rule};line-height:30px;height:700px;font-size:15px;position:relative">{when("visit_date", c.left, style)}　　{t["dept"]}<br>主诉：{c.ill.complaint}。<br>查体：{c.ill.found}<br>辅查：{c.ill.tests}<br>诊断：{listed(c, "　", "{}.")}<br>R：<br>{drugs}<br>{c.ill.advice}<div class="r">医师：{sign("physician", c.doctors[0], dice)}{f("physician_name", c.doctors[0]) if dice.random() < 0.4 else ""}</div></div></div></div>"""
    return page(body, font=dice.choice((SONG, MING)), size=15, pad="0 20px")


def _visits(dice: random.Random) -> str:
    """A list of the visits of a year, printed for the insurance bureau: three visits, each with its doctor and diagnosis."""
    c = case(dice)
    t, s = tags(c), date_style(dice)
    days = sorted(dice.sample(range(20, 340), dice.randint(2, 3)))
    rows = ""
    for n, back in enumerate(reversed(days)):
        seen = c.left - dt.timedelta(days=back)
        name = c.diagnoses[n % len(c.diagnoses)][0]
        again = n >= len(c.diagnoses)
        drug = c.ill.drugs[n % len(c.ill.drugs)]
        doctor = f("physician_name", c.doctors[n])
        rows += f"<tr><td class=c>{n + 1}</td><td>{when('visit_date', seen, s)}</td><td>{c.dept if n else t['dept']}</td><td>{name if again else f('diagnosis', name)}</td><td>{c.ill.complaint if n == 0 else '病情平稳，复诊取药。'}</td><td>{drug[0]} {drug[2]}</td><td>{doctor}</td></tr>"
    rows += "".join("<tr>" + "<td>&nbsp;</td>" * 7 + "</tr>" for _ in range(dice.randint(3, 8)))
    body = f"""<h1 style="font-size:22px">{hospital(c)}</h1><h1 style="font-size:20px;margin:3px 0 10px">门诊病历（就诊记录）</h1><div style="display:flex;justify-content:space-between;font-size:14px"><span>患者姓名：<b>{t["name"]}</b></span><span>性别：{t["sex"]}</span><span>年龄：{t["age"]}</span><span>身份证号：{t["id"]}</span><span>登记号：{t["number"]}</span></div><div style="font-size:14px;margin-bottom:6px;display:flex;justify-content:space-between"><span>家庭地址：{t["home"]}</span><span>电话：{t["phone"] if dice.random() < 0.6 else "—"}</span></div>
<table class="g w"><tr><th class=c style="width:4%">序</th><th class=c style="width:11%">就诊日期</th><th class=c style="width:9%">科室</th><th class=c style="width:19%">诊断</th><th class=c>病情摘要</th><th class=c style="width:22%">处置</th><th class=c style="width:8%">医师</th></tr>{rows}</table><div style="font-size:12px;margin-top:5px">查询区间：{c.left - dt.timedelta(days=365):%Y-%m-%d} 至 {c.left:%Y-%m-%d}　　共 {len(days)} 条　　操作员：{dice.randint(1000, 9999)}</div><div style="position:relative;text-align:right;margin:30px 60px 0 0;line-height:2">门诊部（盖章）<br>出具日期：{when("issue_date", c.left, s)}{seal(c.hospital, dice.choice(("门诊办公室", "病案复印专用章", "医保科")), size=132, at=(dice.randint(820, 870), -40), turn=dice.uniform(-25, 25), colour=dice.choice(("red", "red", "blue")))}</div>"""
    return page(
        body,
        ".w td{height:44px;font-size:13px}.w th{background:#f2f2f2;font-size:13px}",
        font=dice.choice((SONG, HEI, MICRO)),
        size=14,
        pad="36px 46px",
    )


def _ticked(dice: random.Random, c: Case) -> str:
    """The payer among boxes, one of them ticked."""
    chosen = dice.choice((c.who.insurance, c.who.insurance, "self"))
    parts = []
    for key, name in (
        ("employee", "职工医保"),
        ("resident", "居民医保"),
        ("self", "自费"),
        ("other", "其他"),
    ):
        told = f("insurance_type", key, name) if key == chosen != "self" else name
        parts.append(("☑" if key == chosen else "□") + told)
    return " ".join(parts)


def _recipe(dice: random.Random) -> str:
    """A prescription sheet as the ministry orders it, coloured, kind in the corner, five signatures below."""
    c = case(dice)
    t = tags(c)
    s = dice.choice(("{0.year}年{0.month}月{0.day}日", "{0:%Y-%m-%d}", "{0:%Y}年{0:%m}月{0:%d}日"))
    kind, paper = dice.choice(
        (("普 通", "#fff"), ("普 通", "#fff"), ("急 诊", "#fdf6d8"), ("慢 病", "#eef6ee"), ("精 二", "#fff"))
    )
    drugs, total = "", 0.0
    for n, (name, spec, use) in enumerate(c.ill.drugs, 1):
        count, price = dice.randint(1, 6), dice.randint(380, 19800) / 100
        total += count * price
        drugs += f'<div style="margin:7px 0"><div style="display:flex;justify-content:space-between"><span>{n}. {name}　{spec}</span><span>×{count}{dice.choice(("盒", "瓶", "盒"))}</span></div><div style="padding-left:3em">Sig. {use}</div></div>'

    def v(x: object, n: int) -> str:
        return line(str(x), n)

    def scrawl() -> str:
        return hand(dice.choice(("陈洁", "王晓燕", "李志强", "赵敏", "孙丽")), 17)

    body = f"""<div style="position:absolute;right:26px;top:22px;border:1.5px solid #222;padding:2px 9px;font-size:14px">{kind}</div><h2 style="font-size:20px">{hospital(c)}</h2><h1 style="font-size:22px;letter-spacing:14px">处方笺</h1><div style="font-size:12px;display:flex;justify-content:space-between"><span>费别：{_ticked(dice, c)}</span><span>处方编号：{f("report_number", f"{c.left:%Y%m%d}{dice.randint(1, 9999):04d}")}</span></div>
<div style="border-top:2px solid #222;border-bottom:1px solid #222;padding:4px 0;line-height:2">姓名：{v(t["name"], 82)} 性别：{v(t["sex"], 34)} 年龄：{v(t["age"], 50)} 门诊/住院病历号：{v(t["number"], 96)}<br>科别（病区/床位号）：{v(t["dept"], 130)} 开具日期：{v(when("issue_date", c.left, s), 120)}<br>临床诊断：{v(listed(c, "；", "{}."), 380)}<br>住址/电话：{v((t["home"] if dice.random() < 0.6 else "") + (" " + t["phone"] if dice.random() < 0.4 else ""), 370)}</div>
<div style="font-size:30px;font-family:{SONG};font-style:italic;line-height:1.3">Rp</div><div style="min-height:250px;font-size:14px;padding:0 12px">{drugs}<div style="text-align:center;color:#555;font-size:12px">——————（以下空白）——————</div></div>
<div style="border-top:1px solid #222;padding-top:6px;line-height:2.3">医　师：{f("physician_name", c.doctors[0]) if dice.random() < 0.5 else ""}{sign("physician", c.doctors[0], dice)}　　药品金额：{total:.2f} 元<br>审核药师：{scrawl()}　调配药师/士：{scrawl()}　核对、发药药师：{scrawl()}</div><div style="font-size:11px">注：1.处方当日有效，特殊情况需延长有效期的由开具处方的医师注明。2.按卫生部规定，药品一经发出，不得退换。{dice.choice(("慢病患者处方用量可延长至12周。", ""))}</div>"""
    return page(
        body, f"body{{background:{paper}}}", font=dice.choice((SONG, HEI, MICRO)), size=13, pad="22px 28px"
    )


def _decoction(dice: random.Random) -> str:
    """A prescription of herbs: four columns, Chinese illness and pattern, doses at the foot, blue ink of a needle printer."""
    c = case(dice, chinese=True)
    t, s = tags(c), date_style(dice)
    illness, pattern = _CHINESE[c.dept]
    herbs = dice.sample(HERBS, dice.randint(11, 18))
    cells = "".join(
        f"<div>{h} {dice.choice((6, 9, 10, 12, 15, 20, 30))}g{dice.choice(('', '', '', '（先煎）', '（后下）'))}</div>"
        for h in herbs
    )
    doses, price = dice.choice((5, 7, 10, 14)), dice.randint(1800, 6200) / 100
    told = f("diagnosis", illness) + f"（{pattern}）"
    west = f("diagnosis", c.diagnoses[0][0]) if dice.random() < 0.7 else ""
    ink = dice.choice(("#1f2f6e", "#111", "#3a3a3a"))
    body = f"""<table style="font-size:13px"><tr><td>门诊号 <span class=v>{t["number"]}</span></td><td class=r>{dice.choice(("医保门特", "普通", "门诊慢病"))}</td></tr></table><h2 style="font-size:21px;letter-spacing:3px">{hospital(c)}</h2><h1 style="font-size:19px">中草药处方</h1>
<table class="g" style="margin-top:6px"><tr><td>姓名</td><td class=v>{t["name"]}</td><td>性别</td><td class=v>{t["sex"]}</td><td>年龄</td><td class=v>{t["age"]}</td><td>日期</td><td class=v>{when("issue_date", c.left, s)}</td></tr><tr><td>科别</td><td class=v colspan=3>{t["dept"]}</td><td>证件号</td><td class=v colspan=3>{t["id"] if dice.random() < 0.5 else ""}</td></tr><tr><td>中医<br>诊断</td><td class=v colspan=3>{told}</td><td>西医<br>诊断</td><td class=v colspan=3>{west}</td></tr></table>
<div style="border:1px solid #222;border-top:0;padding:10px 12px;min-height:250px;position:relative"><span style="font-size:24px;font-weight:600">R:</span><div class=v style="display:grid;grid-template-columns:repeat(3,1fr);gap:11px 4px;font-size:15px;margin-top:4px">{cells}</div></div><div style="border:1px solid #222;border-top:0;padding:6px 12px;line-height:2">付数：<span class=v>{doses}付</span>　用法：<span class=v>水煎服，每日一付，分{dice.choice("二三")}次温服</span>　□代煎 {dice.choice(("☑", "□"))}自煎<br>每付：<span class=v>{price:.2f}元</span>　合计：<span class=v>{price * doses:.2f}元</span>　味数：<span class=v>{len(herbs)}</span></div>
<div style="display:flex;justify-content:space-between;margin-top:14px"><span>医师{sign("physician", c.doctors[0], dice, 80)}{f("physician_title", dice.choice(("主任中医师", "副主任中医师", "主治中医师"))) if dice.random() < 0.4 else ""}</span><span>审方{hand(dice.choice(("周洁", "张慧")), 17)}</span><span>调剂{hand(dice.choice(("林涛", "何晴")), 17)}</span><span>复核______</span><span>发药______</span></div>"""
    return page(
        body,
        f".v{{font-family:{SHARP};color:{ink};letter-spacing:.4px}}",
        font=dice.choice((SONG, KAI, MING)),
        size=14,
        pad="24px 28px",
    )


TEMPLATES: dict[str, Template] = {
    "district-outpatient_record-stub": Template("outpatient_record", 559, 794, _stub),
    "district-outpatient_record-booklet": Template("outpatient_record", 1123, 794, _booklet),
    "district-outpatient_record-visits": Template("outpatient_record", 1123, 794, _visits),
    "district-prescription-recipe": Template("prescription", 559, 794, _recipe),
    "district-prescription-decoction": Template("prescription", 559, 794, _decoction),
}
