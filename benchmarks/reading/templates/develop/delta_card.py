"""Cards, permits, the household's booklet and the insurance code of a phone."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    MONO,
    ZEN,
    bars,
    date_text,
    digits,
    doctor,
    home,
    phone,
    squares,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import day


def face(dice: random.Random, left: int, top: int, width: int) -> str:
    """A drawn head and shoulders."""
    skin = dice.choice(("#e3bd9c", "#d9ab86", "#ecc9ab"))
    return (
        f'<svg data-face="1" viewBox="0 0 100 124" width="{width}" height="{int(width * 1.24)}" style="position:absolute;left:{left}px;top:{top}px">'
        f'<rect width="100" height="124" fill="{dice.choice(("#fff", "#dfe8f3", "#c9dcf2"))}"/><path d="M8 124q4-34 42-36q38 2 42 36Z" fill="{dice.choice(("#2d3440", "#46506b", "#5a3434"))}"/>'
        f'<rect x="41" y="72" width="18" height="22" fill="{skin}"/><ellipse cx="50" cy="52" rx="24" ry="31" fill="{skin}"/><path d="M25 50q-4-34 25-34t25 34q-4-18-12-20q-24 4-38 20Z" fill="{dice.choice(("#1d1a18", "#3b3836", "#8b8884"))}"/>'
        '<ellipse cx="41" cy="51" rx="3.2" ry="1.8" fill="#222"/><ellipse cx="59" cy="51" rx="3.2" ry="1.8" fill="#222"/><path d="M36 45q5-3 9 0M55 45q5-3 9 0" stroke="#222" fill="none" stroke-width="1.6"/><path d="M50 54v8M43 70q7 4 14 0" stroke="#a0654a" fill="none" stroke-width="1.6"/></svg>'
    )


def desk(card: str, dice: random.Random, width: int, height: int, ground: str, extra: str = "") -> str:
    """A card lying on a table or on a copier's white."""
    back = dice.choice(("#fff", "#fff", "#8c7b66", "#d8d5ce"))
    return page(f'<div style="position:absolute;left:60px;top:50px;width:{width}px;height:{height}px;border-radius:24px;overflow:hidden;background:{ground};box-shadow:0 2px 8px #0005">{card}</div>{extra}', f"body{{background:{back}}}.p{{position:absolute;white-space:nowrap}}.p i{{font-style:normal;color:#3a6ea5;margin-right:18px;font-size:.86em}}", HEI, 24, "0")  # fmt: skip


def _at(x: int, y: int, html: str, style: str = "") -> str:
    return f'<div class="p" style="left:{x}px;top:{y}px;{style}">{html}</div>'


def id_front(dice: random.Random) -> str:
    """The portrait side; address in two or three lines; now and then a copy with a purpose written across."""
    p = who(dice, 20, 85)
    where = home(p)
    waves = "".join(f'<path d="M0 {y}q200 {dice.randint(-30, 30)} 400 0t400 0" stroke="#bcd7ea" fill="none" stroke-width="1.3"/>' for y in range(20, 500, 17))  # fmt: skip
    own = f'<div class="p" style="left:160px;top:222px;width:330px;white-space:normal;line-height:1.35">{f("address", where)}</div>'
    born = f'<span data-field="birth_date" data-value="{p.born}">{p.born.year} <i style="margin:0 6px">年</i> {p.born.month} <i style="margin:0 6px">月</i> {p.born.day} <i style="margin:0">日</i></span>'
    card = f'<svg width="800" height="500" style="position:absolute">{waves}</svg>' + _at(56, 48, f"<i>姓名</i><span style='font-size:30px'>{f('patient_name', p.name)}</span>", "left:70px") + _at(70, 106, f"<i>性别</i>{f('sex', p.sex)}") + _at(246, 106, f"<i>民族</i>{f('ethnicity', p.ethnicity)}") + _at(70, 162, f"<i>出生</i>{born}") + _at(70, 222, "<i>住址</i>") + own + face(dice, 530, 70, 212) + _at(70, 402, f"<i>公民身份号码</i><span style='font-size:30px;letter-spacing:2px;font-family:{MONO}'>{f('id_number', p.id_number)}</span>")  # fmt: skip
    across = _at(120, 540, "复印仅供办理门诊慢特病使用，再次复印无效", "color:#333;font-size:22px") if dice.random() < 0.4 else ""  # fmt: skip
    return desk(card, dice, 800, 500, "#e9f3f8", across)


def id_back(dice: random.Random) -> str:
    """The emblem side."""
    p = who(dice)
    first = day(dice, "2008-01-01", "2024-10-01")
    years = dice.choice((10, 20, 20, 0))
    last = first.replace(year=first.year + years)
    until = f("valid_until", last.isoformat(), date_text(last, ".")) if years else f("valid_until", "长期")
    office = f"{p.place.county if p.place.county.endswith(('县', '市')) else p.place.city}公安局" + (f"{p.place.county}分局" if p.place.county.endswith("区") else "")  # fmt: skip
    emblem = '<svg width="150" height="150" style="position:absolute;left:60px;top:44px"><circle cx="75" cy="70" r="60" fill="#c8352b"/><path d="M40 84h70M48 72h54M58 58h34" stroke="#f4d060" stroke-width="8"/><circle cx="75" cy="34" r="9" fill="#f4d060"/></svg>'
    card = emblem + _at(250, 66, "中华人民共和国", "font-size:42px;letter-spacing:10px") + _at(250, 132, "居 民 身 份 证", f"font-size:54px;letter-spacing:6px;font-family:{ZEN};font-weight:700") + _at(180, 360, f"<i style='color:#111;font-weight:600'>签发机关</i>{f('issuing_authority', office)}") + _at(180, 420, f"<i style='color:#111;font-weight:600'>有效期限</i>{when('valid_from', first, '.')}-{until}")  # fmt: skip
    return desk(card, dice, 800, 500, "linear-gradient(135deg,#e8f1ee,#d9e6f2)")


def social(dice: random.Random) -> str:
    """A third-generation social security card with a bank's mark: number of the person, month of issue."""
    p = who(dice)
    month = day(dice, "2016-01-01", "2024-11-01")
    bureau = dice.choice((f"{p.place.province}人力资源和社会保障厅", f"{p.place.city}人力资源和社会保障局"))
    issued = f("issue_date", f"{month:%Y-%m}", dice.choice((f"{month.year}年{month.month}月", f"{month:%Y-%m}", f"{month:%Y.%m}")))  # fmt: skip
    until = f"<div>有效期至　{f('valid_until', month.replace(year=month.year + 10).strftime('%Y-%m'), f'{month.year + 10}年{month.month}月')}</div>" if dice.random() < 0.4 else ""  # fmt: skip
    card = f"""<div style="height:86px;background:linear-gradient(90deg,#c2302b,#e2672f);color:#fff;font-size:36px;padding:14px 36px;letter-spacing:4px">{p.place.province}社会保障卡<span style="float:right;font-size:22px;letter-spacing:0">{dice.choice(("江南农商银行", "中国建设银行", "徽商银行", "中国邮政储蓄银行"))}</span></div>{face(dice, 40, 120, 170)}<div style="position:absolute;left:250px;top:116px;line-height:2;font-size:27px"><div>姓　　名　{f("patient_name", p.name)}</div><div>社会保障号码　{f("id_number", p.id_number)}</div><div>卡　　号　{f("card_number", digits(dice, 8, dice.choice("ABCDE")))}</div><div>发卡日期　{issued}</div>{until}</div>
<div style="position:absolute;left:40px;bottom:24px;font-size:22px;color:#555">{f("issuing_authority", bureau)}　监制　服务热线 12333</div><div style="position:absolute;right:40px;bottom:70px;font-size:24px;letter-spacing:3px;color:#7a2a20">{"" if dice.random() < 0.5 else "电子社保卡已签发"}</div>"""
    return desk(card, dice, 800, 500, "linear-gradient(160deg,#fdf3e4,#f7dfc8)")


def code(dice: random.Random) -> str:
    """The insurance code on the phone: bar and square codes that refresh, name masked or whole."""
    p = who(dice)
    masked = dice.random() < 0.45
    name = f"*{p.name[1:]}" if masked else f("patient_name", p.name)
    place = f("insured_place", p.place.insured if dice.random() < 0.5 else f"{p.place.province}{p.place.city}" if p.place.province != p.place.city else p.place.city)  # fmt: skip
    body = f"""<div style="background:#2d72f0;height:150px"></div><div class="card" style="margin-top:-120px;position:relative;text-align:center"><div style="display:flex;justify-content:space-between;align-items:center;text-align:left"><div style="font-size:36px;font-weight:600">{name}</div><div style="color:#2d72f0;border:2px solid #2d72f0;border-radius:30px;padding:2px 20px;font-size:24px">{dice.choice(("已激活", "参保正常", "切换家庭成员"))}</div></div><div style="text-align:left" class="s">{p.id_number[:3]}***********{p.id_number[-2:]}</div><div style="margin:30px auto 8px;width:560px">{bars(dice, 560, 110)}</div><div style="margin:20px">{squares(dice, 380, 33)}</div><div class="s">{dice.choice(("医保码每分钟自动更新，请勿截图外传", "就诊、取药时请向工作人员出示"))}</div></div>
<div class="card"><div class="l"><i>参保地</i><b>{place}</b></div><div class="l"><i>险种</i><b>{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</b></div><div class="l"><i>缴费状态</i><b>正常参保</b></div><div class="l"><i>个人账户余额</i><b>****　查看</b></div></div><div class="card" style="display:flex;justify-content:space-around;color:#444"><span>亲情账户</span><span>电子处方</span><span>医保钱包</span><span>消费明细</span></div><div class="s" style="text-align:center">国家医疗保障局　{dice.choice(("支付宝", "微信", "闽政通", "随申办", "粤省事"))}提供技术服务</div>"""
    return phone(dice.choice(("医保码", "医保电子凭证")), body, dice, accent="#2d72f0", dark=True)


def permit(dice: random.Random) -> str:
    """A residence permit of a receiving city: the place lived in, the office that issued it, both dates."""
    p = who(dice, 20, 75)
    city, office, where = dice.choice((("上海市", "上海市公安局", "上海市嘉定区江桥镇华江路{n}弄6号402室"), ("广东省", "广州市公安局白云区分局", "广州市白云区石井街道庆丰横一路{n}号301"), ("浙江省", "义乌市公安局", "义乌市江东街道青口小区{n}幢2单元"), ("江苏省", "昆山市公安局", "昆山市玉山镇北门路{n}号3室")))  # fmt: skip
    first = day(dice, "2021-02-01", "2025-10-01")
    last = first + dt.timedelta(days=dice.choice((364, 1095)))
    card = f"""<div style="background:#1f8f6b;color:#fff;padding:10px 34px;font-size:38px;letter-spacing:12px">{city}居住证</div>{face(dice, 560, 96, 196)}<div style="position:absolute;left:36px;top:86px;line-height:1.78;font-size:23px;width:510px"><div>姓　名　{f("patient_name", p.name)}</div><div>性　别　{f("sex", p.sex)}　　民　族　{f("ethnicity", p.ethnicity)}</div><div>公民身份号码　{f("id_number", p.id_number)}</div><div>户籍地址　<span style="font-size:19px">{home(p)}</span></div><div>居住地址　{f("address", where.format(n=dice.randint(2, 380)))}</div><div>签发机关　{f("issuing_authority", office)}</div><div>有效期限　{when("valid_from", first, ".")}至{when("valid_until", last, ".")}</div></div>"""
    return desk(card, dice, 800, 500, "linear-gradient(150deg,#eef8f3,#d8ece3)")


def household(dice: random.Random) -> str:
    """Two facing leaves of the booklet: the household's on the left, the member's on the right, needle print."""
    p = who(dice)
    head = dice.random() < 0.4
    master = p.name if head else doctor(dice)
    when_ = day(dice, "2005-03-01", "2023-05-01")
    q = p.place

    def v(x: object) -> str:
        return f'<span style="font-family:{MONO};font-size:15px">{x}</span>'

    left = f"""<h2 style="font-size:19px;letter-spacing:4px">户 主 页</h2><table class="g"><tr><td>户　别</td><td>{v(dice.choice(("家庭户", "居民家庭户", "集体户")))}</td><td>户主姓名</td><td>{v(master)}</td></tr><tr><td>户　号</td><td>{v(digits(dice, 9, "0"))}</td><td>住　址</td><td>{v(f("address", home(p)))}</td></tr></table><div style="margin-top:14px;font-size:12px">省级公安机关<br>户口专用章　　　　　　　　户口登记机关<br>　　　　　　　　　　　　　户口专用章</div><div style="position:absolute;bottom:16px;font-size:12px">承办人签章：{v(doctor(dice))}　{v(date_text(when_, "年"))}签发</div>"""
    rows = (
        ("姓　　名", f("patient_name", p.name), "户主或与户主关系", "户主" if head else dice.choice(("之妻", "之夫", "之母", "之父"))), ("曾 用 名", "", "性　　别", f("sex", p.sex)), ("出 生 地", f"{q.province}{q.county}", "民　　族", f("ethnicity", p.ethnicity)), ("籍　　贯", f"{q.province}{q.county}", "出生日期", when("birth_date", p.born, "年")),
        ("本市（县）其他住址", "", "宗教信仰", ""), ("公民身份证件编号", f("id_number", p.id_number), "身高　血型", dice.choice(("165厘米", "不明", ""))), ("文化程度", dice.choice(("初中", "小学", "高中")), "婚姻状况", dice.choice(("已婚", "有配偶"))), ("兵役状况", dice.choice(("未服兵役", "")), "职　　业", dice.choice(("粮农", "工人", ""))), ("服务处所", "", "何时由何地迁来本市(县)", "世居" if dice.random() < 0.5 else ""), ("何时由何地迁来本址", f"{when_.year - 3}年由本县迁入", "", ""),
    )  # fmt: skip
    table = "".join(f"<tr><td>{a}</td><td>{v(b)}</td><td>{k}</td><td>{v(x)}</td></tr>" for a, b, k, x in rows)
    right = f"""<h2 style="font-size:19px;letter-spacing:4px">常住人口登记卡</h2><table class="g">{table}</table><div style="margin-top:8px;font-size:12px">承办人签章：{v(doctor(dice))}　　登记日期：{v(when("issue_date", when_, "年"))}</div>"""
    body = f'<div style="position:absolute;left:20px;top:18px;bottom:18px;width:480px;padding:16px 20px;background:#fbf8ee;border:1px solid #bbb">{left}{seal(f"{q.province}公安厅", "户口专用章", at=(30, 170), size=126)}{seal(f"{q.county}公安局城关派出所", "户口专用章", at=(250, 180), size=126, turn=dice.uniform(-9, 9))}</div><div style="position:absolute;left:504px;top:18px;bottom:18px;width:600px;padding:16px 20px;background:#fbf8ee;border:1px solid #bbb">{right}{seal(f"{q.county}公安局城关派出所", "户口专用章", at=(440, 350), size=120, turn=dice.uniform(-14, 14))}</div>'
    return page(body, ".g td{border-color:#57766a;font-size:13px;color:#234;height:36px;padding:2px 5px}.g td:nth-child(odd){width:88px}body{background:#e9e6dc}", dice.choice((SONG, KAI)), 14, "0")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "delta-id_card_front-copy": Template("id_card_front", 920, 620, id_front),
    "delta-id_card_back-copy": Template("id_card_back", 920, 620, id_back),
    "delta-social_security_card-third": Template("social_security_card", 920, 620, social),
    "delta-insurance_voucher-code": Template("insurance_voucher", 750, 1500, code),
    "delta-residence_permit-city": Template("residence_permit", 920, 620, permit),
    "delta-household_register-leaves": Template("household_register", 1124, 560, household),
}
