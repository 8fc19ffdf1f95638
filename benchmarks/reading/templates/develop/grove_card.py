"""Cards and booklets: both sides of the identity card, social security card, voucher, residence permit, household page."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import MATRIX, Template, d, day, digits, doctor, local
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal


def _face(dice: random.Random, width: int, height: int, grey: bool = False) -> str:
    skin, hair = dice.choice(("#e5bd98", "#d9ab84", "#efcdb0")), dice.choice(("#1d1b1a", "#3a3a3a", "#777"))
    return f'<svg data-face="1" width="{width}" height="{height}" viewBox="0 0 100 125" style="{"filter:grayscale(1)" if grey else ""}"><path d="M4 125q6-38 46-38t46 38z" fill="#3b4454"/><rect x="41" y="74" width="18" height="20" fill="{skin}"/><ellipse cx="50" cy="52" rx="25" ry="32" fill="{skin}"/><path d="M24 50q-2-36 26-36t26 36q-4-18-14-22-14 6-24 2-10 4-14 20z" fill="{hair}"/><path d="M34 46q6-4 11 0M55 46q6-4 11 0" stroke="#333" fill="none"/><circle cx="40" cy="51" r="2.3"/><circle cx="60" cy="51" r="2.3"/><path d="M50 52l-3 12h6M42 71q8 4 16 0" stroke="#a06050" fill="none"/></svg>'


def _front(dice: random.Random) -> str:
    p = local(dice, "桂")
    both = dice.random() < 0.6

    def z(s: Any) -> str:
        return (
            f'<div style="font-size:11px;color:#4a7aa5;line-height:1;font-family:{HEI}">{s}</div>'
            if both
            else ""
        )

    def k(a: Any, s: Any, w: int = 58) -> str:
        return f'<div style="position:relative;width:{w}px;color:#2f6fa8;font-size:16px;line-height:1.1">{a}{z(s)}</div>'

    line = "margin-bottom:15px;display:flex;align-items:flex-start"
    grey = dice.random() < 0.5
    first, rest = p.address[:11], p.address[11:]
    born = f'<span data-field="birth_date" data-value="{p.born}">{p.born.year} <span style="color:#2f6fa8;font-size:16px">年</span> {p.born.month} <span style="color:#2f6fa8;font-size:16px">月</span> {p.born.day} <span style="color:#2f6fa8;font-size:16px">日</span></span>'
    card = f"""
    <div style="width:600px;height:378px;border-radius:20px;border:1px solid #99a;background:repeating-radial-gradient(circle at 30% 120%,#dff0f5 0 5px,#e9f4f0 6px 10px);position:relative;padding:34px 36px;font-size:20px;font-family:{HEI};{"filter:grayscale(1) contrast(1.25)" if grey else ""}">
    <div style="{line}">{k("姓 名", "Mingzcoh", 76)}<div style="font-size:23px;line-height:1">{f("patient_name", p.name)}</div></div>
    <div style="{line}">{k("性 别", "Singqbied", 76)}<div style="width:60px;line-height:1">{f("sex", p.sex)}</div>{k("民 族", "Minzcuz", 66)}<div style="line-height:1">{f("ethnicity", p.ethnicity)}</div></div>
    <div style="{line}">{k("出 生", "Okseng", 76)}<div style="line-height:1">{born}</div></div>
    <div style="{line}">{k("住 址", "Diegyouq", 76)}<div style="line-height:1.35;width:270px" data-field="address" data-value="{p.address}">{first}<br>{rest}</div></div>
    <div style="position:absolute;left:36px;bottom:30px;display:flex;align-items:center">{k("公民身份号码", "Gunghminz Sinhfwn Hauhmaj", 170)}<div style="font-size:23px;letter-spacing:2px;font-family:'Noto Sans Mono CJK SC'">{f("id_number", p.id_number)}</div></div>
    <div style="position:absolute;right:36px;top:46px">{_face(dice, 168, 210)}</div></div>"""
    note = (
        '<div data-handwritten="1" style="position:absolute;left:90px;top:640px;font-size:24px;font-family:\'LXGW WenKai\';color:#1c2f7a;transform:rotate(-3deg) skewX(-10deg)">仅供办理慢病使用</div>'
        if dice.random() < 0.5
        else ""
    )
    return page(
        f'<div style="position:absolute;left:{dice.randint(60, 120)}px;top:{dice.randint(90, 190)}px;transform:rotate({dice.uniform(-2, 2):.1f}deg)">{card}</div>{note}',
        font=HEI,
        pad="0",
    )


def _back(dice: random.Random) -> str:
    p = local(dice, "新")
    start = day(dice, "2008-01-05", "2024-11-20")
    forever = p.age_on(start) >= 46
    end = (
        None
        if forever
        else dt.date(start.year + (10 if p.age_on(start) < 26 else 20), start.month, min(start.day, 28))
    )
    police = p.place.county + "公安局"
    until = f("valid_until", "长期") if end is None else d("valid_until", end, ".")
    grey = "filter:grayscale(1) contrast(1.3)" if dice.random() < 0.6 else ""
    card = f"""
    <div style="width:600px;height:378px;border-radius:20px;border:1px solid #99a;background:repeating-radial-gradient(circle at 70% -20%,#e4eef6 0 5px,#f3e9ee 6px 10px);position:relative;{grey}">
    <svg width="110" height="110" style="position:absolute;left:40px;top:34px"><circle cx="55" cy="55" r="48" fill="#c9302c"/><path d="M55 18l6 16h16l-13 10 5 16-14-10-14 10 5-16-13-10h16z" fill="#f5d04c"/><path d="M22 72h66v8H22z" fill="#f5d04c"/></svg>
    <div style="position:absolute;left:176px;top:44px;font-size:30px;letter-spacing:5px;font-family:{SONG};font-weight:600">中华人民共和国</div><div style="position:absolute;left:176px;top:96px;font-size:44px;letter-spacing:12px;font-family:{SONG};font-weight:700">居民身份证</div>
    <div style="position:absolute;left:120px;top:262px;font-size:20px"><span style="display:inline-block;width:120px;text-align:right;margin-right:18px">签发机关</span>{f("issuing_authority", police)}</div><div style="position:absolute;left:120px;top:310px;font-size:20px"><span style="display:inline-block;width:120px;text-align:right;margin-right:18px">有效期限</span>{d("valid_from", start, ".")}-{until}</div></div>"""
    stamp = (
        seal(
            "与原件核对无误",
            "",
            shape="square",
            size=120,
            at=(dice.randint(420, 560), dice.randint(440, 500)),
            turn=dice.uniform(-6, 6),
            colour=dice.choice(("red", "blue")),
        )
        if dice.random() < 0.6
        else ""
    )
    return page(
        f'<div style="position:absolute;left:{dice.randint(60, 120)}px;top:{dice.randint(70, 110)}px">{card}</div>{stamp}',
        font=HEI,
        pad="0",
    )


def _social(dice: random.Random) -> str:
    p = local(dice, "黔")
    when = day(dice, "2014-01-05", "2024-11-20")
    third = dice.random() < 0.5
    rows = f"<div>姓　　名　{f('patient_name', p.name)}</div><div>社会保障号码　{f('id_number', p.id_number)}</div>"
    if third:
        rows += f"<div>社会保障卡号　{f('card_number', dice.choice('ABCDEFK') + digits(dice, 8))}</div><div>有效期限　{f('valid_from', f'{when:%Y-%m}', f'{when.year}年{when.month}月')}－{f('valid_until', f'{when.year + 10}-{when:%m}', f'{when.year + 10}年{when.month}月')}</div>"
    else:
        rows = f"<div>姓　　名　{f('patient_name', p.name)}</div><div>性　　别　{f('sex', p.sex)}　　民族　{f('ethnicity', p.ethnicity)}</div><div>社会保障号　{f('id_number', p.id_number)}</div><div>卡　　号　{f('card_number', dice.choice('ABCDEFK') + digits(dice, 8))}</div><div>发卡日期　{f('issue_date', f'{when:%Y-%m}', f'{when.year}年{when.month:02d}月')}</div>"
    body = f"""
    <div style="width:600px;height:378px;border-radius:20px;background:linear-gradient(135deg,#e8f3ea,#cfe6f4 55%,#f4e7c9);position:relative;overflow:hidden;border:1px solid #aaa">
    <div style="position:absolute;left:24px;top:16px;font-size:22px;color:#a51d23;font-weight:700">中华人民共和国社会保障卡</div><div style="position:absolute;right:24px;top:20px;font-size:16px;color:#2a5a36">{dice.choice(("贵州农信", "中国邮政储蓄银行", "贵阳银行"))}</div>
    <div style="position:absolute;left:30px;top:{"96" if third else "76"}px">{_face(dice, 130, 163)}</div><div style="position:absolute;left:190px;top:{"120" if third else "74"}px;font-size:18px;line-height:2.05">{rows}</div>
    <div style="position:absolute;left:30px;bottom:20px;font-size:15px;color:#444">{"贵州省人力资源和社会保障厅" if third else p.place.city + "人力资源和社会保障局"}　服务热线 12333</div>
    <div style="position:absolute;right:34px;bottom:{"60" if third else "30"}px;width:64px;height:50px;border-radius:8px;background:linear-gradient(90deg,#d8b24a,#f3dc8e,#c99b2f);border:1px solid #98792a"></div></div>"""
    return page(
        f'<div style="position:absolute;left:30px;top:30px;transform:rotate({dice.uniform(-1.5, 1.5):.1f}deg)">{body}</div>',
        f"body{{background:{dice.choice(('#6b5a4a', '#8c9196', '#dcd8cf'))}}}",
        font=dice.choice((HEI, MICRO)),
        pad="0",
    )


def _voucher(dice: random.Random) -> str:
    p = local(dice, "滇")
    kind = dice.choice(("城乡居民基本医疗保险", "职工基本医疗保险"))
    n = 29
    cells = "".join(
        f'<rect x="{x}" y="{y}" width="1" height="1"/>'
        for x in range(n)
        for y in range(n)
        if dice.random() < 0.48 and not (((x < 8 or x > 20) and y < 8) or (x < 8 and y > 20))
    )
    eyes = "".join(
        f'<path d="M{x} {y}h7v7h-7zM{x + 1} {y + 1}v5h5v-5z" fill-rule="evenodd"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (22, 0), (0, 22))
    )
    bars = "".join(f'<rect x="{x}" width="{dice.choice((1, 2, 3))}" height="52"/>' for x in range(0, 290, 5))
    masked = dice.random() < 0.35
    shown = "*" + p.name[1:] if masked else f("patient_name", p.name)
    code = (
        p.id_number[:4] + "*" * 10 + p.id_number[-4:] if dice.random() < 0.6 else f("id_number", p.id_number)
    )

    def r(a: Any, b: Any) -> str:
        return f'<div style="display:flex;justify-content:space-between;border-top:1px solid #eee;padding:9px 0;font-size:14px"><span style="color:#999">{a}</span><span>{b}</span></div>'

    body = f"""
    <div style="display:flex;justify-content:space-between;font-size:13px;padding:8px 18px;color:#fff"><span>{dice.randint(7, 12)}:{dice.randint(10, 59)}</span><span>4G ▂▄▆ {dice.randint(9, 98)}</span></div><div style="color:#fff;text-align:center;font-size:18px;padding:4px 0 16px;position:relative"><span style="position:absolute;left:16px">✕</span>医保码</div>
    <div style="background:#fff;border-radius:14px;margin:0 16px;padding:18px 20px"><div style="display:flex;justify-content:space-between;align-items:center"><b style="font-size:19px">{shown}</b><span style="background:#e6f0ff;color:#2266cc;border-radius:10px;font-size:12px;padding:2px 10px">已激活</span></div>
    <div style="text-align:center;margin-top:16px"><svg width="290" height="52" viewBox="0 0 290 52">{bars}</svg><div style="font-size:12px;color:#888">点击可查看完整数字</div><svg width="190" height="190" viewBox="0 0 29 29" style="margin-top:12px">{cells}{eyes}</svg><div style="font-size:13px;color:#888">此码用于医保结算，每分钟自动更新　<span style="color:#2266cc">刷新</span></div></div></div>
    <div style="background:#fff;border-radius:14px;margin:12px 16px;padding:6px 20px">{r("证件号码", code).replace("border-top:1px solid #eee;", "")}{r("参保地", f("insured_place", dice.choice((p.place.province + p.place.city, p.place.insured, p.place.city))))}{r("参保险种", f("insurance_type", "resident" if "居民" in kind else "employee", kind))}{r("参保状态", "正常参保")}{r("亲情账户", f"已绑定 {dice.randint(0, 3)} 人　›")}</div><div style="text-align:center;font-size:12px;color:#dbe8ff">国家医疗保障局 · 全国统一</div>"""
    return page(body, "body{background:linear-gradient(#1f5fd0,#5b9bf3)}", font=HEI, size=15, pad="0")


def _residence(dice: random.Random) -> str:
    p = local(dice, dice.choice("川豫甘"), youngest=26)
    city, area, road = dice.choice(
        (
            ("武汉市", "洪山区", "雄楚大街"),
            ("昆明市", "官渡区", "珥季路"),
            ("贵阳市", "花溪区", "清溪路"),
            ("乌鲁木齐市", "米东区", "古牧地东路"),
        )
    )
    start = day(dice)
    until = dt.date(start.year + 1, start.month, min(start.day, 28))
    lives = f"{city}{area}{road}{dice.randint(2, 260)}号{dice.randint(1, 20)}栋{dice.randint(1, 3)}单元{dice.randint(101, 2904)}室"

    def k(a: Any, b: Any) -> str:
        return f'<div style="display:flex;margin-bottom:8px"><span style="color:#7c4b1d;width:104px;flex:none">{a}</span><span>{b}</span></div>'

    body = f"""
    <div style="background:repeating-linear-gradient(60deg,#fdf3df 0 6px,#f8ead0 6px 12px);border-radius:18px;width:640px;height:404px;border:1px solid #b99;position:relative;padding:22px 28px;font-size:17px">
    <div style="text-align:center;font-size:26px;letter-spacing:14px;color:#9c2a1c;font-weight:700;margin-bottom:14px">{city[:-1]}居住证</div>
    <div style="width:430px">{k("姓　　名", f("patient_name", p.name))}{k("性别　民族", f("sex", p.sex) + "　　" + f("ethnicity", p.ethnicity))}{k("出　　生", d("birth_date", p.born, "split"))}{k("户籍地址", f("address", p.address))}{k("居住地址", f("address", lives))}{k("公民身份号码", f("id_number", p.id_number)).replace("104px", "118px")}</div>
    <div style="position:absolute;right:26px;top:76px;background:#fff">{_face(dice, 136, 170)}</div>
    <div style="position:absolute;left:28px;right:28px;bottom:14px;border-top:1px solid #c99;padding-top:6px;font-size:15px;display:flex;justify-content:space-between"><span>签发机关 {f("issuing_authority", f"{city}公安局{area[:-1]}{'区' if city != '武汉市' else ''}分局")}</span><span>有效期限 {d("valid_from", start, ".")}-{d("valid_until", until, ".")}</span></div></div>"""
    return page(
        f'<div style="position:absolute;left:30px;top:26px;transform:rotate({dice.uniform(-1, 1):.1f}deg)">{body}</div>',
        f"body{{background:{dice.choice(('#fff', '#555', '#cfd6d8'))}}}",
        font=dice.choice((HEI, SONG)),
        pad="0",
    )


def _household(dice: random.Random) -> str:
    p = local(dice, dice.choice("川鄂桂"))
    when = day(dice, "2001-02-03", "2022-10-20")
    police = p.place.county + "公安局" + dice.choice(("石桥", "城关", "南坝")) + "派出所"

    def m(s: Any) -> str:
        return f'<span class="m">{s}</span>'

    far = dice.choice((f"{p.place.city}", "", "久居"))

    def row(*c: Any) -> str:
        return "<tr>" + "".join(c) + "</tr>"

    def h(s: Any, span: int = 1) -> str:
        return f'<td class="c h" colspan="{span}">{s}</td>'

    def v(s: Any, span: int = 1) -> str:
        return f'<td colspan="{span}">{m(s)}</td>'

    body = f"""
    <div style="position:relative"><h2 style="font-size:20px;letter-spacing:10px;color:#7a3b22">常住人口登记卡</h2><table class="g" style="table-layout:fixed;margin-top:8px">
    {row(h("姓　　　名"), v(f("patient_name", p.name), 2), h("户 主 或 与<br>户主关系"), v(dice.choice(("户主", "妻", "长子", "母亲"))))}
    {row(h("曾　用　名"), v("", 2), h("性　　别"), v(f("sex", p.sex)))}
    {row(h("出　生　地"), v(p.place.province + p.place.county, 2), h("民　　族"), v(f("ethnicity", p.ethnicity, p.ethnicity + "族")))}
    {row(h("籍　　　贯"), v(p.place.province + p.place.county, 2), h("出生日期"), v(d("birth_date", p.born, dice.choice(("年", "年0")))))}
    {row(h("本市（县）其他住址"), v(far, 2), h("宗教信仰"), v(""))}
    {row(h("公民身份<br>证件编号"), v(f("id_number", p.id_number), 2), h("身高　血型"), v(f"{dice.randint(150, 178)}厘米　{dice.choice(('', 'O型', '不明'))}"))}
    {row(h("文 化 程 度"), v(dice.choice(("小学", "初中", "文盲或半文盲", "高中")), 2), h("婚姻状况"), v(dice.choice(("有配偶", "已婚", "丧偶"))))}
    {row(h("兵 役 状 况"), v(dice.choice(("未服兵役", "")), 2), h("职　　业"), v(dice.choice(("粮农", "农业劳动者", "退休", ""))))}
    {row(h("服 务 处 所"), v(dice.choice(("", "务农", p.place.county + "石桥镇樟木村")), 4))}
    {row(h("何时由何地迁来本市（县）"), v(dice.choice(("", "1986-03-11 因婚迁由" + p.place.city + "迁入")), 4))}
    {row(h("何时由何地迁来本址"), v("", 4))}</table>
    <div style="display:flex;justify-content:space-between;margin-top:8px;color:#7a3b22"><span>承办人签章：{m(doctor(dice))}</span><span>登记日期：{m(d("issue_date", when, dice.choice(("年", "split"))))}</span></div>
    {seal(police, "户口专用章", size=112, at=(dice.randint(430, 520), dice.randint(300, 350)), turn=dice.uniform(-14, 14))}</div>"""
    css = MATRIX + "body{background:#f6efe2}.h{color:#7a3b22}.g td{border-color:#7a3b22;height:38px}"
    return page(body, css, font=dice.choice((SONG, KAI)), size=15, pad="22px 30px")


TEMPLATES: dict[str, Template] = {
    "grove-id_card_front-zhuang": Template("id_card_front", 794, 760, _front),
    "grove-id_card_back-copy": Template("id_card_back", 794, 640, _back),
    "grove-social_security_card-guizhou": Template("social_security_card", 660, 440, _social),
    "grove-insurance_voucher-yunnan": Template("insurance_voucher", 390, 800, _voucher),
    "grove-residence_permit-provincial": Template("residence_permit", 700, 456, _residence),
    "grove-household_register-page": Template("household_register", 700, 640, _household),
}
