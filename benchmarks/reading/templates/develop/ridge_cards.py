"""Cards and books: identity cards as copies and in the hand, insurance cards, the voucher, the register, and strangers."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.people import name
from benchmarks.reading.templates.develop.ridge_base import (
    Case,
    case,
    date,
    face,
    fake_bar,
    fake_square,
    insured,
)

BLUE = "color:#3a78ad"


def _front(d: random.Random, c: Case, grey: bool) -> str:
    """The side with the person, 430 × 271 CSS pixels."""
    p = c.p
    ink = "color:#555" if grey else BLUE
    ground = "#fff" if grey else "linear-gradient(115deg,#dbeaf3,#eef3ee 55%,#dfeaf2)"
    b = p.born
    lab: Callable[..., str] = lambda x: f'<span style="{ink};font-size:12.5px;margin-right:12px">{x}</span>'
    return f"""<div style="width:430px;height:271px;border-radius:16px;background:{ground};border:1px solid #999;position:relative;font-family:{HEI};font-size:16px;color:#111;padding:26px 0 0 30px;line-height:1">
<div style="margin-bottom:15px">{lab("姓名")}{f("patient_name", p.name)}</div><div style="margin-bottom:15px">{lab("性别")}{f("sex", p.sex)}　　{lab("民族")}{f("ethnicity", p.ethnicity)}</div>
<div style="margin-bottom:15px">{lab("出生")}<span data-field="birth_date" data-value="{b.isoformat()}">{b.year}<span style="{ink};font-size:12.5px"> 年 </span>{b.month}<span style="{ink};font-size:12.5px"> 月 </span>{b.day}<span style="{ink};font-size:12.5px"> 日</span></span></div>
<div style="display:flex;width:262px;line-height:1.35;height:62px">{lab("住址").replace("margin-right", "white-space:nowrap;margin-right")}{f("address", c.address)}</div>
<div style="position:absolute;left:30px;top:226px">{lab("公民身份号码")}<span style="font-size:19px;letter-spacing:1.5px">{f("id_number", p.id_number)}</span></div>
{face(d, 112, 142, "position:absolute;right:24px;top:36px" + (";filter:grayscale(1) contrast(1.2)" if grey else ""))}</div>"""


def id_front(d: random.Random) -> str:
    """A grey copy of the front, a purpose written over it, on a whole sheet."""
    c = case(d)
    note = d.choice(("仅供办理门诊慢特病使用", "此复印件仅用于医保业务", "与原件一致", ""))
    return page(
        f"""<div style="position:absolute;left:{d.randint(150, 220)}px;top:{d.randint(110, 330)}px;transform:rotate({d.uniform(-2, 2):.1f}deg)">{_front(d, c, True)}
<div style="position:absolute;left:60px;top:150px;transform:rotate(-16deg);font-size:22px;color:rgba(60,60,60,.55);font-family:{KAI}">{note}</div></div>
<div style="position:absolute;bottom:90px;left:120px;font-size:14px;color:#555">{d.choice(("", "（身份证复印件粘贴处）", "复印件 1/2"))}</div>""",
        font=HEI,
    )  # fmt: skip


def id_back(d: random.Random) -> str:
    """The back in colour on a dark table."""
    c = case(d)
    start = dt.date(d.randint(2008, 2024), d.randint(1, 12), d.randint(1, 28))
    years = d.choice((10, 20, 0))
    until = (
        f("valid_until", "长期")
        if not years
        else f(
            "valid_until",
            start.replace(year=start.year + years).isoformat(),
            f"{start.replace(year=start.year + years):%Y.%m.%d}",
        )
    )
    office = (
        f"{c.p.place.city}公安局{c.p.place.county.removesuffix('区')}分局"
        if c.p.place.county.endswith("区")
        else f"{c.p.place.county}公安局"
    )
    ground = d.choice(("#4a3b30", "#7d8a91", "#c9b79b"))
    emblem = '<svg width="84" height="88"><circle cx="42" cy="40" r="36" fill="#c8372d" stroke="#d9a93c" stroke-width="6"/><polygon points="42,12 46,24 58,24 48,31 52,43 42,36 32,43 36,31 26,24 38,24" fill="#f0cf5a"/><path d="M14 60 q28 26 56 0 l-4 18 h-48z" fill="#d9a93c"/><rect x="26" y="46" width="32" height="12" fill="#f0cf5a"/></svg>'
    return page(
        f"""<div style="position:absolute;left:50px;top:44px;width:600px;height:378px;border-radius:22px;background:linear-gradient(110deg,#d7e8f2,#f3eee2 60%,#d9e9ef);transform:rotate({d.uniform(-2.5, 2.5):.1f}deg);box-shadow:0 8px 20px rgba(0,0,0,.4)">
<div style="position:absolute;left:44px;top:30px">{emblem}</div><div style="position:absolute;left:170px;top:36px;font-size:32px;letter-spacing:3px;font-family:{SONG};font-weight:600">中华人民共和国</div><div style="position:absolute;left:160px;top:92px;font-size:44px;letter-spacing:12px;font-family:{SONG};font-weight:600">居民身份证</div>
<div style="position:absolute;left:120px;top:270px;font-size:20px;line-height:2.1"><b style="font-size:18px">签发机关</b>　{f("issuing_authority", office)}<br><b style="font-size:18px">有效期限</b>　{f("valid_from", start.isoformat(), f"{start:%Y.%m.%d}")}-{until}</div></div>""",
        css=f"body{{background:{ground}}}", font=HEI, pad="0",
    )  # fmt: skip


def selfie(d: random.Random) -> str:
    """Somebody before a wall holds the card beside the chin."""
    c = case(d)
    wall = d.choice(
        (
            "linear-gradient(#d9d4c8,#b9b2a2)",
            "linear-gradient(#e6ebee,#bcc6cc)",
            "linear-gradient(90deg,#cbd6c6,#e9ece3)",
        )
    )
    left = d.choice((40, 260))
    return page(
        f"""<div style="position:absolute;inset:0;background:{wall}"></div>{face(d, 700, 910, "position:absolute;left:20px;top:44px")}
<div style="position:absolute;left:{left}px;top:660px;transform:rotate({d.uniform(-6, 6):.1f}deg)">{_front(d, c, False)}<div style="position:absolute;left:-34px;top:90px;width:74px;height:40px;border-radius:22px;background:#e2b594"></div><div style="position:absolute;left:-40px;top:140px;width:66px;height:38px;border-radius:20px;background:#dcae8c"></div></div>""",
        font=HEI, pad="0",
    )  # fmt: skip


def social(d: random.Random) -> str:
    """The third generation's card of a western province: labels small, the card's number below the chip."""
    c = case(d)
    p = c.p
    head = d.choice(("#c0392b", "#1d6fa5"))
    issued = dt.date(d.randint(2012, 2024), d.randint(1, 12), 1)
    letter = d.choice("ABCDEFGJK")
    third = d.random() < 0.6
    return page(
        f"""<div style="position:absolute;left:30px;top:26px;width:600px;height:378px;border-radius:22px;background:linear-gradient(130deg,#f9efe2,#e5f0f7 50%,#fbe9e4);box-shadow:0 3px 10px rgba(0,0,0,.35);padding:22px 30px;font-size:18px">
<div style="display:flex;justify-content:space-between;align-items:center"><span style="font-size:24px;color:{head};letter-spacing:3px;font-weight:600">中华人民共和国社会保障卡</span><span style="font-size:14px;color:#555">{p.place.province or p.place.city}</span></div>
<div style="display:flex;margin-top:22px"><div style="width:74px;height:58px;border-radius:8px;background:linear-gradient(#e8cf7f,#c9a640);margin:50px 26px 0 0;border:1px solid #967a28"></div><div style="line-height:1.95;flex:1"><small style="color:#666">姓　　名</small>　{f("patient_name", p.name)}<br>{f'<small style="color:#666">性　　别</small>　{f("sex", p.sex)}　<small style="color:#666">民族</small>　{f("ethnicity", p.ethnicity)}<br>' if d.random() < 0.5 else ""}<small style="color:#666">社会保障号码</small><br>{f("id_number", p.id_number)}<br><small style="color:#666">社会保障卡号</small>　{f("card_number", f"{letter}{d.randint(10**7, 10**8 - 1)}")}<br><small style="color:#666">{"发卡日期" if third else "发 卡 日 期"}</small>　{f("issue_date", f"{issued:%Y-%m}", f"{issued.year}年{issued.month}月" if d.random() < 0.5 else f"{issued:%Y.%m}")}</div>{face(d, 126, 158, "margin-top:4px")}</div>
<div style="position:absolute;left:30px;bottom:16px;font-size:12px;color:#444">{"人力资源和社会保障部监制　服务热线 12333" if third else "此卡请妥善保管"}</div></div>""",
        css="body{background:#8f9a9f}", font=HEI, pad="0",
    )  # fmt: skip


def voucher(d: random.Random) -> str:
    """The voucher inside a wallet app, name half hidden on some, a balance and a clock."""
    c = case(d)
    p = c.p
    masked = d.random() < 0.4
    who = "*" + p.name[1:] if masked else f("patient_name", p.name)
    number = (
        p.id_number[:3] + "***********" + p.id_number[-4:]
        if masked or d.random() < 0.5
        else f("id_number", p.id_number)
    )
    tone = d.choice(("#1677ff", "#2a63c7", "#0b8f7a"))
    return page(
        f"""<div style="background:{tone};height:330px;padding:10px 18px;color:#fff"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{d.randint(7, 21):02d}:{d.randint(0, 59):02d}</span><span>HD 4G ▮{d.randint(11, 98)}</span></div><div style="text-align:center;font-size:18px;margin-top:14px">医保电子凭证</div><div style="font-size:12px;text-align:center;opacity:.85;margin-top:4px">国家医疗保障局　全国统一</div></div>
<div style="position:absolute;left:16px;right:16px;top:108px;background:#fff;border-radius:14px;padding:18px;text-align:center"><div style="display:flex;justify-content:space-between;align-items:center;text-align:left"><div><div style="font-size:20px;font-weight:600">{who}</div><div style="font-size:13px;color:#666">{number}</div></div><span style="background:#e8f1ff;color:{tone};font-size:12px;padding:3px 10px;border-radius:12px">已激活</span></div>
<div style="margin:16px 0 4px">{fake_bar(d, 300, 56)}</div><div style="margin:10px 0">{fake_square(d, 190, 33)}</div><div style="font-size:12px;color:#888">每分钟自动更新，请勿截图给他人</div></div>
<div style="position:absolute;left:16px;right:16px;top:590px;background:#fff;border-radius:14px;padding:4px 18px;font-size:14.5px;line-height:2.9"><div style="display:flex;justify-content:space-between;border-bottom:1px solid #eee"><span style="color:#777">参保地</span><span>{f("insured_place", d.choice((p.place.insured, p.place.city)))}</span></div><div style="display:flex;justify-content:space-between;border-bottom:1px solid #eee"><span style="color:#777">参保类型</span><span>{f("insurance_type", insured(c), "职工基本医疗保险" if insured(c) == "employee" else "城乡居民基本医疗保险")}</span></div><div style="display:flex;justify-content:space-between"><span style="color:#777">个人账户余额</span><span>{d.choice(("￥ ****", f"￥ {d.randint(0, 9000)}.{d.randint(10, 99)}"))}</span></div></div>
<div style="position:absolute;left:0;right:0;bottom:14px;text-align:center;font-size:12px;color:#999">{d.choice(("医保码 让生活更简单", "亲情账户　使用记录　常见问题"))}</div>""",
        css="body{background:#f2f4f7}", font=HEI, pad="0",
    )  # fmt: skip


def register(d: random.Random) -> str:
    """Two pages of the household register on one copy: the household's and the person's."""
    c = case(d)
    p = c.p
    head = d.random() < 0.5
    master = p.name if head else name(d, "男")
    when = dt.date(d.randint(1999, 2022), d.randint(1, 12), d.randint(1, 28))
    office = f"{p.place.city}{p.place.county}公安局{d.choice(('城关', '东城', '青龙'))}派出所"
    return page(
        f"""<div style="border:1px solid #444;padding:16px 24px;position:relative"><div style="display:flex;justify-content:space-between"><span>户别：{d.choice(("家庭户", "非农业家庭户", "农业家庭户"))}</span><span>户号：{d.randint(10**8, 10**9 - 1)}</span></div><table class="g" style="margin-top:6px"><tr style="height:38px"><td class="c" style="width:110px">户主姓名</td><td>{master}</td></tr><tr style="height:38px"><td class="c">住　　址</td><td>{f("address", c.address)}</td></tr></table><div style="margin-top:30px;display:flex;justify-content:space-between"><span>省级公安机关户口专用章</span><span>户口登记机关：{f("issuing_authority", office)}</span></div><div style="margin-top:12px;display:flex;justify-content:space-between"><span>承办人签章：{name(d, "男")}</span><span>{when.year}年{when.month:02d}月{when.day:02d}日 签发</span></div>
{seal(office, "户口专用章", at=(450, 60), size=132, turn=d.uniform(-15, 15))}</div>
<div style="border:1px solid #444;padding:12px 24px 20px;margin-top:26px;position:relative"><h1 style="font-size:20px;letter-spacing:8px">常住人口登记卡</h1>
<table class="g" style="margin-top:8px;font-size:14px;table-layout:fixed"><tr style="height:36px"><td style="width:104px">姓　　名</td><td>{f("patient_name", p.name)}</td><td style="width:118px">户主或与户<br>主关系</td><td>{"户主" if head else d.choice(("妻", "母亲", "长子", "儿媳"))}</td></tr><tr style="height:36px"><td>曾 用 名</td><td></td><td>性　　别</td><td>{f("sex", p.sex)}</td></tr><tr style="height:36px"><td>出 生 地</td><td>{p.place.province}{p.place.city}</td><td>民　　族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + "族")}</td></tr><tr style="height:36px"><td>籍　　贯</td><td>{p.place.province}{p.place.county}</td><td>出生日期</td><td>{date("birth_date", p.born, d, "0")}</td></tr><tr style="height:36px"><td>本市（县）<br>其他住址</td><td></td><td>宗教信仰</td><td></td></tr><tr style="height:36px"><td>公民身份<br>证件编号</td><td style="white-space:nowrap">{f("id_number", p.id_number)}</td><td>身高 / 血型</td><td>{d.choice(("", "165cm", "不明"))}</td></tr><tr style="height:36px"><td>文化程度</td><td>{d.choice(("初中", "小学", "高中", "大学本科"))}</td><td>婚姻状况</td><td>{d.choice(("有配偶", "丧偶", "未婚"))}</td></tr><tr style="height:36px"><td>兵役状况</td><td></td><td>服务处所</td><td>{d.choice(("", "粮农", "无"))}</td></tr><tr style="height:36px"><td>职　　业</td><td></td><td>何时由何地<br>迁来本市(县)</td><td style="font-size:12px">{d.choice(("", f"{when.year - 6}年由{c.p.place.city}"))}</td></tr></table>
<div style="margin-top:26px;display:flex;justify-content:space-between"><span>承办人签章：</span><span>登记日期：{date("issue_date", when, d, "0")}</span></div></div><div class="c" style="font-size:12px;color:#666;margin-top:8px">注意事项：此登记卡不得涂改、转借。</div>""",
        font=d.choice((SONG, KAI)), size=15, pad="46px 70px",
    )  # fmt: skip


def passbook(d: random.Random) -> str:
    """A copied bank passbook, which people put in for the money to come."""
    c = case(d)
    bank = d.choice(("农村信用合作联社", "农村商业银行", "邮政储蓄银行"))
    return page(
        f"""<div style="margin:0 auto;width:580px;border:1px solid #555;padding:24px 34px;background:#fafafa"><div style="font-size:22px;font-family:{KAI};text-align:center">{c.p.place.county}{bank}</div><div style="text-align:center;letter-spacing:8px;margin-bottom:18px">活期储蓄存折</div><div style="line-height:2.3">户名：{f("patient_name", c.p.name)}<br>账号：6228{d.randint(10**14, 10**15 - 1)}<br>开户机构：{c.p.place.county}联社营业部　　网点号：{d.randint(10000, 99999)}<br>签发日期：{d.randint(2009, 2023)}{d.randint(1, 12):02d}{d.randint(1, 28):02d}　　凭证号：{d.randint(10**7, 10**8 - 1)}　　密印：凭密</div></div>
<table class="g" style="width:580px;margin:40px auto;font-size:13px;font-family:'WenQuanYi Zen Hei Mono',monospace"><tr>{"".join(f"<td>{x}</td>" for x in ("日期", "摘要", "支出(-)/存入(+)", "余额", "柜员"))}</tr>{"".join(f"<tr><td>{d.randint(2022, 2025)}{d.randint(1, 12):02d}{d.randint(1, 28):02d}</td><td>{d.choice(('工资', '现取', '养老金', '结息', '粮补'))}</td><td class='r'>{d.choice('+-')}{d.randint(10, 400000) / 100:.2f}</td><td class='r'>{d.randint(100, 4000000) / 100:.2f}</td><td>{d.randint(1000, 9999)}</td></tr>" for _ in range(d.randint(5, 12)))}</table><div style="text-align:center;font-size:14px">开户行：________________　　联系电话：________________　　本人签名：________________</div>""",
        font=SONG, pad="60px 0 0",
    )  # fmt: skip


def notice(d: random.Random) -> str:
    """A leaflet of rules for those who come into the ward."""
    c = case(d)
    rules = ["住院期间请将身份证、社保卡（医保电子凭证）交护士站核验。", "陪护一人，探视时间为每日15:00—20:00。", "办理出院请携带预交金收据到一楼住院收费处。", "门诊慢特病申报请到门诊二楼医保办，周一至周五 8:30—11:30，14:30—17:00。", "请妥善保管贵重物品，禁止在病区吸烟、使用大功率电器。", "服药、输液过程中如有不适，请立即按呼叫铃。", "复印病历：出院7个工作日后凭有效证件到病案室。"]  # fmt: skip
    d.shuffle(rules)
    return page(
        f"""<h1 style="font-size:30px;font-family:{HEI};color:#a11">入 院 须 知</h1><div class="c" style="margin:6px 0 20px">{f("hospital_name", c.hospital)}　{f("department", c.department)}</div><p>尊敬的患者及家属：</p><p style="text-indent:2em">欢迎您来我院就诊。为了您早日康复，请配合做好以下事项：</p>{"".join(f'<p style="margin:10px 0;line-height:2">{n}、{x}</p>' for n, x in enumerate(rules[: d.randint(4, 7)], 1))}<p style="text-indent:2em">祝您早日康复！</p><div style="margin-top:50px;border-top:1px dashed #666;padding-top:14px;font-size:15px">护士站电话：{d.randint(2 * 10**6, 9 * 10**6)}　投诉电话：12345、12320　病区护士长：{c.doctors[0]}</div><div style="float:right;margin-top:20px">{fake_square(d, 100)}<div style="font-size:12px;text-align:center">扫码关注公众号</div></div>""",
        font=d.choice((MICRO, SONG)), size=18, pad="70px 76px",
    )  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "ridge-id_card_front-grey-copy": Template("id_card_front", 794, 1123, id_front),
    "ridge-id_card_back-table": Template("id_card_back", 700, 466, id_back),
    "ridge-id_selfie-chin": Template("id_selfie", 740, 960, selfie),
    "ridge-social_security_card-west": Template("social_security_card", 660, 430, social),
    "ridge-insurance_voucher-wallet": Template("insurance_voucher", 400, 866, voucher),
    "ridge-household_register-both": Template("household_register", 794, 1123, register),
    "ridge-unknown-passbook": Template("unknown", 794, 1123, passbook),
    "ridge-unknown-ward-rules": Template("unknown", 794, 1123, notice),
}
