"""Copies of a household register and of a residence permit, as people lay them on a copier."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bureau_base import (
    CITIES,
    UMING,
    anywhere,
    day,
    digits,
    home,
    someone,
    tag,
)
from benchmarks.reading.templates.develop.html import HEI, SONG, hand, page, seal
from benchmarks.reading.templates.develop.people import day as some_day


def _register(dice: random.Random) -> str:
    """First page of the booklet above, the member's card below, one copy."""
    who = someone(dice, anywhere(dice))
    place = who.place
    grey = dice.random() < 0.4
    ink = "grey" if grey else "red"
    tint = "#333" if grey else dice.choice(("#8a2b2b", "#2d4f3a", "#333"))
    head = dice.random() < 0.45
    other = someone(dice, (place,))
    tie = "户主" if head else dice.choice(("妻", "夫", "母亲", "父亲", "儿子", "长女"))
    if tie in ("妻", "母亲", "长女"):
        tie = tie if who.sex == "女" else {"妻": "夫", "母亲": "父亲", "长女": "长子"}[tie]
    elif tie != "户主":
        tie = tie if who.sex == "男" else {"夫": "妻", "父亲": "母亲", "儿子": "女儿"}[tie]
    first = who.name if head else other.name
    issued = some_day(dice, "2005-01-10", "2022-10-20")
    live = home(dice, place)
    folk = who.ethnicity + dice.choice(("族", "族", ""))
    station = f"{place.county}公安局{dice.choice(('城关', '大桥', '城南'))}派出所"
    font = dice.choice((SONG, UMING))
    date = day(dice, "issue_date", issued, "年0")
    authority = f"户口登记机关：{tag('issuing_authority', station)}　　" if dice.random() < 0.4 else ""
    body = f"""<div class="p" style="height:420px"><div class="c b" style="font-size:22px;letter-spacing:10px;color:{tint}">居 民 户 口 簿</div>
<table class="g t" style="margin-top:14px"><tr><td class="k">户　别</td><td>{dice.choice(("家庭户", "居民家庭户口", "非农业家庭户口", "农业家庭户口"))}</td><td class="k">户主姓名</td><td>{tag("patient_name", first) if head else first}</td></tr><tr><td class="k">户　号</td><td>{digits(dice, 9)}</td><td class="k">住　址</td><td>{tag("address", live)}</td></tr></table>
<div style="margin-top:34px;display:flex;justify-content:space-between;padding:0 20px"><span>省级公安机关户口专用章</span><span>户口登记机关户口专用章</span></div>
<div style="position:absolute;left:56px;bottom:14px">{authority}承办人签章：</div><div style="position:absolute;right:50px;bottom:14px">{date}签发</div>
{seal(place.province + "公安厅", "户口专用章", size=120, at=(60, 236), colour=ink, turn=dice.uniform(-5, 5), ink=0.6)}{seal(station, "户口专用章", size=120, at=(460, 236), colour=ink, turn=dice.uniform(-9, 9), ink=0.65)}</div>
<div class="p" style="margin-top:30px;height:486px"><div class="c b" style="font-size:20px;letter-spacing:6px;color:{tint}">常住人口登记卡</div>
<table class="g t" style="margin-top:10px"><tr><td class="k">姓　　名</td><td colspan="2">{tag("patient_name", who.name)}</td><td class="k">户主或与<br>户主关系</td><td colspan="2">{tie}</td></tr>
<tr><td class="k">曾 用 名</td><td colspan="2"></td><td class="k">性　　别</td><td colspan="2">{tag("sex", who.sex)}</td></tr>
<tr><td class="k">出 生 地</td><td colspan="2">{place.province}{place.county}</td><td class="k">民　　族</td><td colspan="2">{tag("ethnicity", folk)}</td></tr>
<tr><td class="k">籍　　贯</td><td colspan="2">{place.province}{place.county}</td><td class="k">出生日期</td><td colspan="2">{day(dice, "birth_date", who.born, dice.choice(("年", "年0")))}</td></tr>
<tr><td class="k">本市（县）其他住址</td><td colspan="3"></td><td class="k">宗教信仰</td><td></td></tr>
<tr><td class="k">公民身份<br>证件编号</td><td colspan="2">{tag("id_number", who.id_number)}</td><td class="k">身高</td><td colspan="2">{dice.choice(("", f"{dice.randint(152, 182)}厘米"))}　血型：{dice.choice(("", "O型", "不明"))}</td></tr>
<tr><td class="k">文化程度</td><td>{dice.choice(("初中", "小学", "高中", "大专", "初中毕业"))}</td><td class="k">婚姻状况</td><td>{dice.choice(("有配偶", "丧偶", "已婚"))}</td><td class="k">兵役状况</td><td></td></tr>
<tr><td class="k">服务处所</td><td colspan="2">{dice.choice(("", "无", f"{place.county[:2]}纺织厂"))}</td><td class="k">职　　业</td><td colspan="2">{dice.choice(("粮农", "", "退休人员", "不便分类的其他人员"))}</td></tr>
<tr><td class="k">何时由何地迁来本市（县）</td><td colspan="5"></td></tr><tr><td class="k">何时由何地迁来本址</td><td colspan="5">{dice.choice(("", "久居", "自出生"))}</td></tr></table>
<div style="position:absolute;left:40px;bottom:10px">承办人签章：</div><div style="position:absolute;right:50px;bottom:10px">登记日期：{date}</div>
{seal(station, "户口专用章", size=100, at=(190, 385), colour=ink, turn=dice.uniform(-9, 9), ink=0.55) if dice.random() < 0.6 else ""}</div>
{f'<div style="position:absolute;left:170px;bottom:24px">{hand("仅供办理医保业务使用", 20)}</div>' if dice.random() < 0.4 else ""}"""
    css = f".p{{position:relative;border:1px solid #999;padding:18px 26px;background:{'#fff' if grey else '#fdfaf3'}}}.t td{{height:32px;border-color:{tint};padding:2px 6px;line-height:1.25}}.k{{color:{tint};font-size:12.5px;text-align:center;white-space:nowrap}}"
    return page(body, css, font, 14, "60px 64px")


def _face(dice: random.Random, woman: bool) -> str:
    hair = dice.choice(("#1b1b1d", "#2d2926", "#777"))
    long_hair = f'<path d="M38 62 Q32 130 48 140 L102 140 Q118 130 112 62 Z" fill="{hair}"/>' if woman else ""
    coat = dice.choice(("#39414f", "#5b3a3a", "#2e4b57", "#ddd"))
    return (
        f'<svg data-face="1" width="132" height="165" viewBox="0 0 150 188" style="background:#e6edf2">{long_hair}'
        f'<path d="M10 188 Q14 138 60 132 L90 132 Q136 138 140 188 Z" fill="{coat}"/><rect x="62" y="112" width="26" height="28" fill="#d9ac8c"/>'
        f'<ellipse cx="75" cy="82" rx="33" ry="41" fill="#e5bd9f"/><path d="M41 76 Q40 34 75 34 Q110 34 109 76 Q100 54 75 54 Q50 54 41 76 Z" fill="{hair}"/>'
        '<ellipse cx="62" cy="82" rx="4.4" ry="2.6" fill="#221"/><ellipse cx="88" cy="82" rx="4.4" ry="2.6" fill="#221"/>'
        '<path d="M55 73 q7 -4 13 0 M82 73 q7 -4 13 0" stroke="#332" stroke-width="2.2" fill="none"/>'
        '<path d="M75 84 l-4 14 h8" stroke="#b98" stroke-width="1.6" fill="none"/><path d="M65 107 q10 6 20 0" stroke="#a55" stroke-width="2.4" fill="none"/></svg>'
    )


def _permit(dice: random.Random) -> str:
    """Both sides of the permit on one sheet of copier paper."""
    who = someone(dice, anywhere(dice), youngest=26, oldest=74)
    place = who.place
    city, district, road = dice.choice([c for c in CITIES if place.city not in c[0]])
    live = f"{city}{district}{road}{dice.randint(2, 800)}号{dice.randint(1, 30)}栋{dice.randint(2, 28)}0{dice.randint(1, 6)}室"
    issued = some_day(dice, "2023-06-01", "2025-08-20")
    until = issued.replace(
        year=issued.year + dice.choice((1, 1, 3, 5)), day=min(issued.day, 28)
    ) - dt.timedelta(days=1)
    office = f"{city}公安局{(district or '长安') if district.endswith(('区', '市')) else '长安'}{'' if district.endswith('市') else '分局'}".replace(
        "市公安局晋江市", "市公安局晋江市分局"
    )
    tint = dice.choice(("#1f6f8b", "#2f6b3f", "#8a5a1f"))
    born = f"{who.born.year} 年 {who.born.month} 月 {who.born.day} 日"
    style = dice.choice((".", "年0", "-"))
    head = city[city.rfind("省") + 1 :] if dice.random() < 0.5 else ""
    body = f"""<div class="card"><div style="display:flex;justify-content:space-between"><div style="width:350px">
<div><span class="k">姓　名</span><span style="font-size:20px">{tag("patient_name", who.name)}</span></div>
<div><span class="k">性　别</span>{tag("sex", who.sex)}　　<span class="k">民族</span>{tag("ethnicity", who.ethnicity)}</div>
<div><span class="k">出　生</span>{tag("birth_date", who.born.isoformat(), born)}</div>
<div style="display:flex"><span class="k" style="flex:none">{dice.choice(("住　址", "户籍地址"))}</span><span style="width:250px;line-height:1.45">{tag("address", home(dice, place))}</span></div></div>{_face(dice, who.sex == "女")}</div>
<div style="position:absolute;left:26px;bottom:16px;font-size:18px"><span class="k">公民身份号码</span>{tag("id_number", who.id_number, css="letter-spacing:2px")}</div></div>
<div class="card" style="margin-top:{dice.randint(36, 90)}px"><div class="c" style="font-size:34px;letter-spacing:14px;color:{tint};font-weight:600;margin-top:10px;font-family:{HEI}">{head}居住证</div>
<div style="margin:22px 0 0 20px;line-height:2"><div style="display:flex"><span class="k" style="flex:none">居住地址</span><span style="width:360px;line-height:1.5;padding-top:4px">{tag("address", live)}</span></div>
<div><span class="k">签发机关</span>{tag("issuing_authority", office)}</div>{"<div><span class='k'>签发日期</span>" + day(dice, "issue_date", issued, style) + "</div>" if dice.random() < 0.6 else ""}
<div><span class="k">有效期限</span>{day(dice, "valid_from", issued, ".")}-{day(dice, "valid_until", until, ".")}</div></div></div>
{f'<div style="margin-top:40px">{hand("此复印件与原件一致", 22)}</div>' if dice.random() < 0.5 else ""}"""
    css = f".card{{position:relative;width:540px;height:340px;border:1px solid #888;border-radius:16px;padding:26px;background:linear-gradient(135deg,#fff,{tint}22);line-height:2.1}}.k{{color:{tint};margin-right:12px;font-size:15px}}"
    return page(
        body, css, dice.choice((SONG, HEI)), 17, f"{dice.randint(60, 130)}px {dice.randint(90, 150)}px"
    )


TEMPLATES: dict[str, Template] = {
    "bureau-household_register-copy": Template("household_register", 794, 1123, _register),
    "bureau-residence_permit-copy": Template("residence_permit", 794, 1123, _permit),
}
