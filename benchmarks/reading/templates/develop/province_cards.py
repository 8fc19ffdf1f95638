"""Cards, a household sheet and a phone's voucher, as several provinces have them."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.province_base import (
    AWAY,
    CLERKS,
    FIRMS,
    digits,
    home,
    on,
    said,
    short,
    someone,
    when,
)


def _face(width: int, height: int, backdrop: str = "#dfe8f0") -> str:
    return (
        f'<div data-face="1" style="width:{width}px;height:{height}px;overflow:hidden"><svg width="{width}" height="{height}" viewBox="0 0 100 126" preserveAspectRatio="none">'
        f'<rect width="100" height="126" fill="{backdrop}"/><path d="M2 126 q6 -36 48 -40 q42 4 48 40z" fill="#545a66"/><rect x="40" y="74" width="20" height="18" fill="#dcb695"/>'
        '<ellipse cx="50" cy="52" rx="25" ry="32" fill="#e6c4a4"/><path d="M24 50 q-2 -38 26 -37 q28 -1 26 37 q-4 -16 -14 -20 q-14 4 -28 0 q-8 6 -10 20z" fill="#211d1c"/>'
        '<ellipse cx="40" cy="52" rx="3" ry="2" fill="#222"/><ellipse cx="60" cy="52" rx="3" ry="2" fill="#222"/><path d="M34 45 q6 -3 12 0 M54 45 q6 -3 12 0" stroke="#333" stroke-width="1.6" fill="none"/>'
        '<path d="M49 54 l-3 10 h6" stroke="#b98a66" fill="none"/><path d="M42 71 q8 4 16 0" stroke="#a0524a" stroke-width="2" fill="none"/></svg></div>'
    )


def residence(dice: random.Random) -> str:
    """Both sides of a residence permit scanned on one sheet, a copy's remark below."""
    who, day = someone(dice, youngest=22, oldest=70), when(dice)
    end = day.replace(year=day.year + 1, day=min(day.day, 28))
    away = dice.choice(AWAY)
    county = "".join(away[1:3])
    address = f"{county}{away[3]}{dice.randint(3, 988)}号{dice.choice(('翠湖花园', '和兴佳苑', '时代城'))}{dice.randint(1, 30)}幢{dice.randint(101, 2203)}室"
    permit = f"{dice.choice(('33', '31', '44', '32', '35'))}{digits(dice, 16)}"
    office = f"{(away[1] or away[0])}公安局{'' if not away[1] else away[2][:-1] + '分局'}"

    def row(a: str, b: str) -> str:
        return f'<div style="display:flex;margin:7px 0;line-height:1.35"><span style="color:#2d6a9f;width:78px;flex:none;font-size:14px">{a}</span><span>{b}</span></div>'

    grey = "filter:grayscale(1);" if dice.random() < 0.3 else ""
    body = f"""
<div class=a style="top:120px;{grey}"><div style="text-align:center;font-size:21px;letter-spacing:4px;font-weight:600;color:#1f4f7d">{away[0]}居住证</div>
<div style="display:flex"><div style="flex:1;padding:6px 0 0 18px;font-size:16px">{row("姓　　名", f("patient_name", who.name))}<div style="display:flex">{row("性　　别", f("sex", who.sex))}<span style="width:28px"></span>{row("民　　族", f("ethnicity", who.ethnicity))}</div>{row("出生日期", on("birth_date", who.born, said(dice, who.born, "年")))}{row("户籍地址", home(dice, who))}{row("居住地址", f("address", address))}</div><div style="margin:12px 18px 0 8px">{_face(112, 142, dice.choice(("#fff", "#e6eef5")))}</div></div>
<div style="position:absolute;left:18px;bottom:14px;font-size:16px"><span style="color:#2d6a9f;font-size:14px;margin-right:8px">公民身份号码</span>{f("id_number", who.id_number)}</div></div>
<div class=a style="top:520px;{grey}"><div style="text-align:center;font-size:17px;color:#1f4f7d;letter-spacing:2px;margin-top:6px">中 华 人 民 共 和 国</div><div style="text-align:center;font-size:36px;font-weight:600;color:#1f4f7d;letter-spacing:18px;margin:12px 0 16px">居 住 证</div>
<div style="padding:6px 40px;font-size:16px">{row("签发机关", f("issuing_authority", office))}{row("签发日期", on("issue_date", day, said(dice, day, ".")))}{row("有效期限", on("valid_from", day, said(dice, day, ".")) + "-" + on("valid_until", end, said(dice, end, ".")))}{row("证件编号", permit)}</div><div style="position:absolute;bottom:12px;left:40px;font-size:12px;color:#58708a">持证人应当于届满前30日内到居住地公安派出所或社区服务机构办理签注手续</div></div>
<div style="position:absolute;bottom:110px;left:130px;font-size:17px">{dice.choice(("此复印件与原件一致", "仅供办理异地就医备案使用，再次复印无效", ""))}</div>"""
    return page(
        body,
        ".a{position:absolute;left:130px;width:534px;height:336px;border:1px solid #9bb3c8;border-radius:14px;padding:14px 10px;background:linear-gradient(135deg,#eef6fb,#dcebf4 55%,#f2f8ee)}",
        dice.choice((HEI, MICRO, SONG)),
        16,
        "0",
    )


def household(dice: random.Random) -> str:
    """The sheet of one member in the household register, printed into the pre-printed grid."""
    who, day = someone(dice, youngest=4, oldest=88), when(dice, "2009-03-01", "2024-10-20")
    p = who.place
    typed = "font-family:'AR PL UMing CN','Noto Serif CJK SC';color:#222;font-size:18px"

    def v(field: str, value: object, shown: str | None = None) -> str:
        return f(field, value, shown, style=typed)

    def t(text: str) -> str:
        return f'<span style="{typed}">{text}</span>'

    grown = day.year - who.born.year > 19
    station = f"{p.county}公安局{dice.choice(('城关', '新华路', '石桥', '河西'))}派出所"
    born = said(dice, who.born, dice.choice(("年", "年0")))
    head = dice.choice(
        ("户主", "长子", "孙子", "父亲") if who.sex == "男" else ("户主", "妻", "次女", "母亲")
    )
    day = max(day, who.born + dt.timedelta(days=dice.randint(10, 60)))
    body = f"""
<div style="text-align:center;font-size:27px;letter-spacing:9px;color:#7a2f26;margin-bottom:12px">常住人口登记卡</div>
<table class=h><colgroup><col style="width:15%"><col style="width:24%"><col style="width:8%"><col style="width:17%"><col></colgroup>
<tr><td class=c>姓　　　名</td><td colspan=2>{v("patient_name", who.name)}</td><td class=c>户主或与<br>户主关系</td><td>{t(head)}</td></tr>
<tr><td class=c>曾　用　名</td><td colspan=2>{t(name(dice, who.sex)) if dice.random() < 0.15 else ""}</td><td class=c>性　　　别</td><td>{v("sex", who.sex)}</td></tr>
<tr><td class=c>出　生　地</td><td colspan=2>{t(p.province + p.county)}</td><td class=c>民　　　族</td><td>{v("ethnicity", who.ethnicity, who.ethnicity + dice.choice(("", "族")))}</td></tr>
<tr><td class=c>籍　　　贯</td><td colspan=2>{t(p.province + p.county)}</td><td class=c>出 生 日 期</td><td>{v("birth_date", who.born.isoformat(), born)}</td></tr>
<tr><td class=c>本市（县）<br>其他住址</td><td colspan=2></td><td class=c>宗 教 信 仰</td><td></td></tr>
<tr><td class=c>公民身份<br>证件编号</td><td colspan=2>{v("id_number", who.id_number)}</td><td class=c>身高　血型</td><td>{t(str(dice.randint(152, 182)) + "厘米　" + dice.choice(("A型", "O型", "不详"))) if dice.random() < 0.4 else ""}</td></tr>
<tr><td class=c>文化程度</td><td colspan=2>{t(dice.choice(("初中毕业", "小学", "高中", "大学本科"))) if grown else ""}</td><td class=c>婚姻状况<br>兵役状况</td><td>{t(dice.choice(("有配偶　未服兵役", "丧偶", "未婚　未服兵役"))) if grown else ""}</td></tr>
<tr><td class=c>服务处所</td><td colspan=2>{t(p.county + dice.choice(FIRMS)) if grown and dice.random() < 0.5 else ""}</td><td class=c>职　　　业</td><td>{t(dice.choice(("粮农", "职员", "退（离）休人员", "个体工商户"))) if grown else ""}</td></tr>
<tr><td class=c>何时由何地<br>迁来本市(县)</td><td colspan=4>{t(f"{day.year - 3}年{dice.randint(1, 12)}月由邻县迁来") if dice.random() < 0.3 else ""}</td></tr>
<tr><td class=c>何时由何地<br>迁来本址</td><td colspan=4>{t(said(dice, day, "年") + " " + p.county + "石桥镇") if dice.random() < 0.5 else ""}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:14px;font-size:17px;color:#7a2f26"><span>承办人签章：{t(dice.choice(CLERKS)) if dice.random() < 0.7 else ""}</span><span>登记日期：{v("issue_date", day.isoformat(), said(dice, day, dice.choice(("年", "年0"))))}</span></div>{seal(station, "户口专用章", size=118, at=(dice.randint(600, 720), 508), turn=dice.uniform(-14, 14), ink=0.6)}"""
    return page(
        body,
        "body{background:#fdf6ea!important}.h td{border:1px solid #a0584c;height:43px;color:#7a2f26;font-size:15.5px;line-height:1.25}",
        SONG,
        16,
        "24px 46px",
    )


def social(dice: random.Random) -> str:
    """A second-generation card: bank number embossed below the chip-side data, issuing province above."""
    who, day = someone(dice), when(dice, "2013-01-05", "2022-12-20")
    p = who.place
    end = day.replace(year=day.year + 10, day=min(day.day, 28))
    bank = " ".join(digits(dice, 4) for _ in range(4)) + " " + digits(dice, 3)
    third = dice.random() < 0.5
    number = dice.choice(("", "ABCDEFGHJK"[dice.randint(0, 9)])) + digits(dice, 8)

    def line(a: str, b: str) -> str:
        return f'<div style="margin:9px 0;white-space:nowrap"><span style="font-size:15px;color:#234">{a}</span>　{b}</div>'

    tint = dice.choice(
        (
            "linear-gradient(120deg,#d9ecf7,#b9d9ee 60%,#e9f4e4)",
            "linear-gradient(150deg,#f6e7d2,#f3d7c3 50%,#e8ecf7)",
            "linear-gradient(100deg,#e3efe6,#c9e2ea)",
        )
    )
    bottom = (
        f"<div style=\"position:absolute;left:30px;bottom:16px;font-size:24px;letter-spacing:2px;font-family:'Noto Sans Mono CJK SC'\">{bank}</div>"
        if not third
        else ""
    )
    until = (
        line(
            "有效期限",
            on(
                "valid_until",
                end,
                dice.choice((f"{end.year}年{end.month}月{end.day}日", said(dice, end, "."))),
            ),
        )
        if third
        else ""
    )
    body = f"""
<div style="position:absolute;inset:0;background:{tint}"></div><div style="position:absolute;inset:0;padding:18px 28px"><div style="display:flex;justify-content:space-between;align-items:flex-end"><b style="font-size:25px;letter-spacing:3px">中华人民共和国社会保障卡</b></div><div style="font-size:14px;letter-spacing:1px;margin-top:2px">{p.province}人力资源和社会保障厅监制　　{dice.choice(("农村信用社", "邮储银行", "城市商业银行"))}</div>
<div style="display:flex;margin-top:14px"><div style="flex:1;font-size:18px">{line("姓名", f("patient_name", who.name))}{line("社会保障号码", f("id_number", who.id_number))}{line("社会保障卡卡号", f("card_number", number))}{line("发卡日期", on("issue_date", day, f"{day.year}年{day.month}月{day.day}日" if third else said(dice, day, ".")))}{until}</div><div style="margin:2px 4px">{_face(110, 140, "#f4f8fb")}</div></div></div>{bottom}"""
    return page(body, "", dice.choice((HEI, MICRO)), 16, "0")


def voucher(dice: random.Random) -> str:
    """A phone's screen with the code: name half hidden or whole, number mostly starred, family below."""
    who = someone(dice, youngest=20)
    p = who.place
    shade = dice.choice(("#1577e6", "#0f9d8a", "#2a62d8"))
    cells = ""
    for y in range(33):
        for x in range(33):
            corner = any(abs(x - cx) < 4 and abs(y - cy) < 4 for cx, cy in ((3, 3), (29, 3), (3, 29)))
            if corner:
                near = [max(abs(x - cx), abs(y - cy)) for cx, cy in ((3, 3), (29, 3), (3, 29))]
                dark = min(near) != 2
            else:
                dark = dice.random() < 0.48
            cells += f'<rect x="{x}" y="{y}" width="1.02" height="1.02"/>' if dark else ""
    bars = "".join(
        f'<rect x="{x}" y="0" width="{dice.choice((1, 1, 2, 3))}" height="52"/>' for x in range(0, 296, 5)
    )
    whole = dice.random() < 0.55
    shown = f("patient_name", who.name) if whole else "*" * (len(who.name) - 1) + who.name[-1]
    full = dice.random() < 0.35
    number = (
        f("id_number", who.id_number) if full else f"{who.id_number[0]}****************{who.id_number[-1]}"
    )
    insured = f("insured_place", dice.choice((p.city, p.province + p.city)))
    hour = f"{dice.randint(7, 21)}:{dice.randint(10, 59)}"
    body = f"""
<div style="background:{shade};color:#fff;height:250px;padding:8px 20px"><div style="display:flex;justify-content:space-between;font-size:14px"><span>{hour}</span><span>{dice.choice(("中国移动 4G", "HD 5G"))} ▮▮▯ {dice.randint(11, 99)}%</span></div><div style="display:flex;justify-content:space-between;font-size:18px;margin-top:12px"><span>‹</span><b>医保电子凭证</b><span style="font-size:14px">更多</span></div></div>
<div class=k style="margin-top:-150px"><div style="display:flex;justify-content:space-between;align-items:center;padding-bottom:10px;border-bottom:1px solid #eee"><div><div style="font-size:20px;font-weight:600">{shown}</div><div style="font-size:14px;color:#777">{number}</div></div><span style="background:#e7f3ff;color:{shade};font-size:13px;border-radius:12px;padding:2px 10px">已激活</span></div>
<div style="text-align:center;margin-top:16px"><svg width="300" height="54" viewBox="0 0 300 52">{bars}</svg></div><div style="text-align:center;margin:14px 0 4px"><svg width="216" height="216" viewBox="0 0 33 33">{cells}</svg></div><div style="text-align:center;font-size:13px;color:#999">请将二维码出示给工作人员　每分钟自动更新 ↻</div></div>
<div class=k><div class=q><span>参保地</span><span>{insured} ›</span></div><div class=q><span>险种</span><span>{f("insurance_type", who.insurance, "职工基本医疗保险" if who.insurance == "employee" else "城乡居民基本医疗保险")}</span></div><div class=q><span>亲情账户</span><span>{dice.randint(0, 3)}人 ›</span></div><div class=q style="border:none"><span>就诊记录</span><span>›</span></div></div>
<div style="text-align:center;font-size:12px;color:#aaa;margin-top:16px">本服务由国家医疗保障局提供<br>咨询电话 12393　　{short(p)}医保提醒您：请勿将凭证借与他人</div>"""
    return page(
        body,
        "body{background:#f3f5f8!important}.k{background:#fff;border-radius:12px;margin:14px 14px 0;padding:16px;position:relative}.q{display:flex;justify-content:space-between;padding:10px 0;border-bottom:1px solid #f1f1f1;font-size:15px}",
        dice.choice((HEI, MICRO)),
        15,
        "0",
    )


TEMPLATES = {
    "province-residence_permit-scan": Template("residence_permit", 794, 1123, residence),
    "province-household_register-member": Template("household_register", 900, 690, household),
    "province-social_security_card-bank": Template("social_security_card", 640, 400, social),
    "province-insurance_voucher-phone": Template("insurance_voucher", 430, 900, voucher),
}
