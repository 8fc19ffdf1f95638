"""Cards: copies of identity cards, social-security cards, household pages, vouchers on a phone, a permit."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import FANG, PLACES, UMING, at, face, other, qr, when, who
from benchmarks.reading.templates.develop.people import Person

ANY = tuple(PLACES)


def waves(width: int, height: int, ink: str, step: int = 9) -> str:
    """The guilloche of a card."""
    lines = "".join(f'<path d="M0 {y} Q {width * 0.25} {y - 14} {width * 0.5} {y} T {width} {y}" fill="none" stroke="{ink}" stroke-width=".7"/>' for y in range(0, height + 20, step))  # fmt: skip
    return f'<svg width="{width}" height="{height}" style="position:absolute;left:0;top:0;opacity:.35">{lines}</svg>'


def wrapped(text: str, per: int) -> str:
    """An address over lines, as the card breaks it."""
    return "<br>".join(text[n : n + per] for n in range(0, len(text), per))


def front_card(p: Person, dice: random.Random, *, grey: bool) -> str:
    """The portrait side, 430 × 272."""
    blue = "#555" if grey else "#2a6fa8"

    def lab(t: Any) -> str:
        return f'<span style="color:{blue};font-size:14px;margin-right:9px">{t}</span>'

    gap = "&ensp;"
    place = p.address
    born = h.f("birth_date", p.born.isoformat(), f"{p.born.year} 年 {p.born.month} 月 {p.born.day} 日")
    address = f'<span data-field="address" data-value="{place}" style="display:inline-block;vertical-align:top;line-height:1.45">{wrapped(place, 11)}</span>'
    return f"""<div style="position:relative;width:430px;height:272px;border-radius:14px;background:{"#ececec" if grey else "linear-gradient(120deg,#dfeaf3,#eef3ee 50%,#dbe8f2)"};border:1px solid #9a9a9a;overflow:hidden;color:#111">{waves(430, 272, "#888" if grey else "#7fb0d6")}
<div style="position:absolute;left:28px;top:26px;font-size:16px;line-height:34px"><div>{lab("姓" + gap + "名")}<span style="font-size:18px">{h.f("patient_name", p.name)}</span></div><div>{lab("性" + gap + "别")}{h.f("sex", p.sex)}&emsp;&emsp;{lab("民" + gap + "族")}{h.f("ethnicity", p.ethnicity)}</div><div>{lab("出" + gap + "生")}{born}</div><div>{lab("住" + gap + "址")}{address}</div></div>
<div style="position:absolute;left:28px;bottom:20px;font-size:16px">{lab("公民身份号码")}&ensp;<span style="font-size:18px;letter-spacing:2px">{h.f("id_number", p.id_number)}</span></div>
<div style="position:absolute;right:26px;top:30px">{face(dice, 118, 148, back="transparent", grey=grey)}</div></div>"""


def id_front_copy(dice: random.Random) -> str:
    """A grey photocopy on a whole sheet, high on the page, with a line written below."""
    p = who(dice, dice.choice(ANY))
    note = dice.choice(("仅限办理门诊慢特病使用", "此件与原件一致", "仅供医保备案用，再次复印无效"))
    turn = dice.uniform(-2.5, 2.5)
    hosp = f"{p.place.city or '重庆市'}{p.place.county}医疗保障中心"
    body = f"""<div style="position:absolute;left:{dice.randint(120, 220)}px;top:{dice.randint(90, 220)}px;transform:rotate({turn:.1f}deg);filter:contrast(1.25)">{front_card(p, dice, grey=True)}</div>
<div style="position:absolute;left:{dice.randint(160, 260)}px;top:{dice.randint(600, 700)}px">{h.hand(note, 27)}<br><br>&emsp;{h.hand(f"{p.name}  {when(dice):%Y.%m.%d}", 24) if dice.random() < 0.7 else ""}</div>
{h.seal(hosp, "核对无误", size=130, at=(500, 560), turn=dice.uniform(-20, 20), colour=dice.choice(["red", "grey"])) if dice.random() < 0.4 else ""}"""
    return h.page(body, "", h.HEI, 15, "0")


def id_front_phone(dice: random.Random) -> str:
    """The card itself on a table, as a phone's scanner cut it: colour, a watermark over it."""
    p = who(dice, dice.choice(ANY))
    mark = dice.choice(("", "仅用于医保业务办理 他用无效", "仅供慢特病申报使用"))
    over = "".join(f'<div style="position:absolute;left:{x}px;top:{y}px;transform:rotate(-24deg);font-size:17px;color:rgba(90,90,90,.34);white-space:nowrap">{mark}</div>' for x, y in ((20, 96), (230, 250), (330, 80)))  # fmt: skip
    card = front_card(p, dice, grey=False)
    body = f'<div style="transform:scale(1.3);transform-origin:0 0;position:absolute;left:20px;top:20px">{card}</div>{over if mark else ""}'
    return h.page(body, "", h.HEI, 15, "0").replace(
        "background:#fff;", f"background:{dice.choice(('#5d4a3a', '#d9d9d4', '#2d3138', '#b58d63'))};", 1
    )


def id_back(dice: random.Random) -> str:
    """The emblem side, colour or grey, on part of a sheet."""
    where = PLACES[dice.choice(ANY)]
    grey = dice.random() < 0.5
    start = when(dice, "2006-01-01", "2025-06-01")
    years = dice.choice((10, 20, 20, 0))
    end = start.replace(year=start.year + years, day=min(start.day, 28)) if years else None
    office = dice.choice(
        (f"{where.city}公安局{where.county[:-1]}分局", f"{where.city}公安局", f"{where.county}公安局")
    )
    red = "#333" if grey else "#c2272d"
    until = h.f("valid_until", end.isoformat(), f"{end:%Y.%m.%d}") if end else h.f("valid_until", "长期")
    emblem = f'<svg width="84" height="84"><circle cx="42" cy="42" r="39" fill="{red}" opacity=".85"/><circle cx="42" cy="42" r="31" fill="none" stroke="{"#ddd" if grey else "#f3d36b"}" stroke-width="4"/><path d="M42 16l4 11h12l-10 7 4 11-10-7-10 7 4-11-10-7h12z" fill="{"#eee" if grey else "#f3d36b"}"/><rect x="26" y="52" width="32" height="9" fill="{"#eee" if grey else "#f3d36b"}"/></svg>'
    body = f"""<div style="position:absolute;left:{dice.randint(20, 60)}px;top:{dice.randint(20, 50)}px;transform:rotate({dice.uniform(-2, 2):.1f}deg)"><div style="position:relative;width:520px;height:328px;border-radius:16px;border:1px solid #999;overflow:hidden;background:{"#eee" if grey else "linear-gradient(100deg,#f0e8e2,#e3eef0 60%,#f2e4e0)"}">{waves(520, 328, "#999" if grey else "#e2a6a0", 8)}
<div style="position:absolute;left:30px;top:30px">{emblem}</div><div style="position:absolute;left:134px;top:34px;width:360px;text-align:center"><div style="font-size:27px;letter-spacing:3px;font-family:{h.SONG};font-weight:600">中华人民共和国</div><div style="font-size:38px;letter-spacing:7px;font-family:{h.SONG};font-weight:700">居民身份证</div></div>
<div style="position:absolute;left:120px;bottom:36px;font-size:19px;line-height:40px"><div><b>签发机关</b>&emsp;{h.f("issuing_authority", office)}</div><div><b>有效期限</b>&emsp;{h.f("valid_from", start.isoformat(), f"{start:%Y.%m.%d}")}-{until}</div></div></div></div>"""
    return h.page(body, "b{font-weight:500}", h.HEI, 15, "0")


def social_third(dice: random.Random) -> str:
    """A third-generation social-security card: blue skyline, chip, face, bank's name."""
    p = who(dice, dice.choice(ANY))
    day = when(dice, "2018-01-01", "2025-06-30")
    end = day.replace(year=day.year + 10, day=min(day.day, 28))
    number = f"{dice.choice('ABCEHKY')}{dice.randint(10**7, 10**8 - 1)}"
    showy = dice.random() < 0.6
    body = f"""<div style="position:absolute;left:20px;top:20px;width:560px;height:352px;border-radius:20px;overflow:hidden;background:linear-gradient(160deg,#cfe4f7,#f3f7ee 55%,#bcd8ee)">{waves(560, 352, "#6aa1d0", 12)}
<div style="position:absolute;left:34px;top:22px;font-size:15px;color:#274">中华人民共和国<div style="font-size:30px;letter-spacing:6px;font-weight:600;color:#123">社会保障卡</div></div><div style="position:absolute;right:30px;top:30px;font-size:17px;color:#a02">{dice.choice(["中国建设银行", "中国农业银行", "中国邮政储蓄银行", "农村信用社"])}</div>
<div style="position:absolute;left:38px;top:118px">{face(dice, 112, 142, back="#e7eef5")}</div><div style="position:absolute;left:176px;top:120px;font-size:17px;line-height:33px"><div>姓名&ensp;{h.f("patient_name", p.name)}</div><div>社会保障号码&ensp;{h.f("id_number", p.id_number)}</div><div>社会保障卡卡号&ensp;{h.f("card_number", number)}</div><div>发卡日期&ensp;{h.f("issue_date", f"{day:%Y-%m}", f"{day.year}年{day.month}月")}</div>{f"<div>有效期限&ensp;{h.f('valid_until', f'{end:%Y-%m}', f'{end.year}年{end.month:02d}月')}</div>" if showy else ""}</div>
<div style="position:absolute;left:40px;bottom:24px;font-size:19px;letter-spacing:2px;font-family:'Noto Sans Mono CJK SC'">62{dice.randint(10, 99)} {dice.randint(1000, 9999)} {dice.randint(1000, 9999)} {dice.randint(1000, 9999)} {dice.randint(100, 999)}</div><div style="position:absolute;right:30px;bottom:20px;font-size:14px">{p.place.province}人力资源和社会保障厅</div></div>"""
    return h.page(body, "", h.HEI, 15, "0").replace(
        "background:#fff;", f"background:{dice.choice(('#fff', '#e9e3da', '#3a3f45'))};", 1
    )


def household(dice: random.Random) -> str:
    """常住人口登记卡 of a household register: a dense grid, values by dot-matrix, two seals."""
    p = who(dice, dice.choice(ANY))
    day = when(dice, "2005-03-01", "2024-12-30")

    def v(n: Any, x: Any, t: Any = None) -> str:
        return h.f(n, x, t, style=f"font-family:{FANG};font-size:16px")

    def w(x: Any) -> str:
        return f'<span style="font-family:{FANG};font-size:16px">{x}</span>'

    def lab(t: Any, k: Any = "") -> str:
        return f'<td class="l" {k}>{t}</td>'

    office = f"{p.place.city or '重庆市'}公安局{p.place.county[:-1]}分局"
    faith = dice.choice(["", "无", "无宗教信仰"])
    body = f"""<div class="c" style="font-size:26px;letter-spacing:9px">常住人口登记卡</div>
<table class="g" style="margin-top:8px;table-layout:fixed"><colgroup><col style="width:112px"><col style="width:150px"><col style="width:112px"><col><col style="width:72px"><col style="width:80px"></colgroup>
<tr>{lab("姓　　　　名")}<td>{v("patient_name", p.name)}</td>{lab("户主或与<br>户 主 关 系")}<td colspan="3">{w(dice.choice(["户主", "妻", "母亲", "长女"] if p.sex == "女" else ["户主", "长子", "父亲", "夫"]))}</td></tr>
<tr>{lab("曾　用　名")}<td>{w(dice.choice(["", "", other(dice)]))}</td>{lab("性　　　　别")}<td colspan="3">{v("sex", p.sex)}</td></tr>
<tr>{lab("出　生　地")}<td>{w(p.place.province + p.place.city)}</td>{lab("民　　　　族")}<td colspan="3">{v("ethnicity", p.ethnicity, p.ethnicity + "族")}</td></tr>
<tr>{lab("籍　　　　贯")}<td>{w(p.place.province + p.place.county)}</td>{lab("出 生 日 期")}<td colspan="3">{v("birth_date", p.born.isoformat(), at(dice, p.born, dice.choice(["年", "年0"])))}</td></tr>
<tr>{lab("本市（县）其<br>他　住　址")}<td colspan="3">{w("")}</td>{lab("宗教信仰")}<td>{w(faith)}</td></tr>
<tr>{lab("公 民 身 份<br>证 件 编 号")}<td colspan="2">{v("id_number", p.id_number)}</td><td class="c">身高&emsp;{w(dice.choice(["", "165厘米", "172cm"]))}</td>{lab("血 型")}<td>{w(dice.choice(["", "O", "不明"]))}</td></tr>
<tr>{lab("文 化 程 度")}<td>{w(dice.choice(["初中毕业", "高中", "小学", "大学本科", "文盲或半文盲"]))}</td>{lab("婚 姻 状 况")}<td>{w(dice.choice(["已婚", "有配偶", "丧偶", "未婚"]))}</td>{lab("兵役状况")}<td style="font-size:13px">{w(dice.choice(["", "未服"]))}</td></tr>
<tr>{lab("服 务 处 所")}<td colspan="3">{w(dice.choice(["", "粮农", "退休", "市第三纺织厂"]))}</td>{lab("职　业")}<td>{w(dice.choice(["", "农民", "工人"]))}</td></tr>
<tr>{lab("何时由何地迁来本市（县）", "colspan=2")}<td colspan="4">{w(dice.choice(["", f"{day.year - 12}年因婚嫁由外县迁入", "久居"]))}</td></tr>
<tr>{lab("何时由何地迁来本址", "colspan=2")}<td colspan="4">{w(dice.choice(["", f"{day.year - 3}年5月{p.place.road}迁来"]))}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>承办人签章：{h.hand(other(dice), 20) if dice.random() < 0.4 else w(other(dice))}</span><span>登记日期：{v("issue_date", day.isoformat(), at(dice, day, "年"))}</span></div>
{h.seal(office, "户口专用章", size=118, at=(dice.randint(440, 500), 392), turn=dice.uniform(-15, 15), ink=0.62)}"""
    return h.page(
        body,
        ".l{text-align:center;font-size:14px;color:#23452f}td{height:40px;padding:2px 5px}.g td{border-color:#46684f}",
        UMING,
        15,
        "30px 40px",
    ).replace("background:#fff;", "background:#f4f1e4;", 1)


def household_head(dice: random.Random) -> str:
    """The head page of a household register: kind of household, householder, number, address, seals."""
    p = who(dice, dice.choice(ANY))
    day = when(dice, "2004-03-01", "2024-12-30")

    def v(n: Any, x: Any, t: Any = None) -> str:
        return h.f(n, x, t, style=f"font-family:{FANG};font-size:18px")

    def w(x: Any) -> str:
        return f'<span style="font-family:{FANG};font-size:18px">{x}</span>'

    town = f"{p.place.city or '重庆市'}公安局"
    station = f"{p.place.county[:2]}{dice.choice(['城东', '新华', '河西', '人民路'])}派出所"
    body = f"""<table class="g" style="table-layout:fixed;margin-top:30px"><tr style="height:64px"><td class="c">户&emsp;&emsp;别</td><td>{w(dice.choice(["居民家庭户口", "非农业家庭户", "农业家庭户口", "家庭户"]))}</td><td class="c">户主姓名</td><td>{v("patient_name", p.name)}</td></tr>
<tr style="height:64px"><td class="c">户&emsp;&emsp;号</td><td>{w(f"{dice.randint(10**8, 10**9 - 1)}")}</td><td class="c">住&emsp;&emsp;址</td><td>{v("address", p.address)}</td></tr></table>
<div style="display:flex;justify-content:space-around;margin-top:40px;font-size:15px"><span>省级公安机关户口专用章</span><span>户口登记机关户口专用章</span></div>
<div style="margin-top:130px;display:flex;justify-content:space-between"><span>承办人签章：{w(other(dice))}</span><span>{v("issue_date", day.isoformat(), at(dice, day, "年"))}签发</span></div><div class="c b" style="margin-top:24px;letter-spacing:4px">住址变动登记</div><table class="g"><tr class="c"><td class="c">变 动 后 的 住 址</td><td class="c" style="width:130px">变动日期</td><td class="c" style="width:110px">承办人签章</td></tr>{"<tr style='height:38px'><td></td><td></td><td></td></tr>" * 3}</table>
{h.seal(f"{p.place.province}公安厅", "户口专用章", size=124, at=(96, 240), turn=dice.uniform(-8, 8), ink=0.7)}{h.seal(town + station, "户口专用章", size=124, at=(424, 244), turn=dice.uniform(-14, 14), ink=0.6)}"""
    return h.page(body, "td{padding:4px 8px}", UMING, 15, "34px 44px").replace(
        "background:#fff;", "background:#f6f2e6;", 1
    )


def voucher(dice: random.Random) -> str:
    """The national app's voucher: blue head, bar code over QR code, masked or whole number."""
    p = who(dice, dice.choice(ANY))
    whole = dice.random() < 0.6
    number = h.f("id_number", p.id_number) if whole else p.id_number[:1] + "*" * 16 + p.id_number[-1]
    bars = "".join(f'<i style="display:inline-block;width:{dice.choice([1, 1, 2, 3])}px;height:54px;background:#000;margin-right:{dice.choice([1, 2, 3])}px"></i>' for _ in range(68))  # fmt: skip
    body = f"""<div style="height:300px;background:linear-gradient(180deg,#1765d8,#5b9bff);color:#fff;padding:8px 18px"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(7, 21):02d}:{dice.randint(0, 59):02d}</span><span>{dice.choice(["4G", "5G", "Wi-Fi"])} {dice.randint(20, 99)}%</span></div><div style="text-align:center;font-size:18px;margin-top:12px">医保电子凭证</div></div>
<div style="position:absolute;left:18px;right:18px;top:96px;background:#fff;border-radius:14px;padding:18px;box-shadow:0 2px 12px #0002"><div style="display:flex;justify-content:space-between;align-items:center"><div><div style="font-size:20px;font-weight:600">{h.f("patient_name", p.name)}</div><div style="color:#777;font-size:14px">{number}</div></div><div style="border:1px solid #1765d8;color:#1765d8;border-radius:12px;padding:1px 10px;font-size:12px">已激活</div></div>
<div style="text-align:center;margin:22px 0 10px;white-space:nowrap;overflow:hidden">{bars}</div><div style="display:flex;justify-content:center">{qr(dice, 206, 33)}</div><div style="text-align:center;color:#999;font-size:12px;margin-top:10px">二维码动态更新，请勿截图给他人 ⟳</div>
<div style="border-top:1px dashed #ddd;margin-top:14px;padding-top:10px;font-size:14px;display:flex;justify-content:space-between"><span style="color:#777">参保地</span><span>{h.f("insured_place", p.place.city or "重庆市")} ›</span></div>{f'<div style="font-size:14px;display:flex;justify-content:space-between;padding-top:8px"><span style="color:#777">参保类型</span><span>{h.f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</span></div>' if dice.random() < 0.6 else ""}</div>
<div style="position:absolute;left:0;right:0;bottom:96px;display:flex;justify-content:space-around;font-size:13px;color:#444"><span>医保账户</span><span>亲情账户</span><span>缴费记录</span><span>使用说明</span></div><div style="position:absolute;left:0;right:0;bottom:26px;text-align:center;font-size:12px;color:#999">国家医疗保障局监制</div>"""
    return h.page(body, "", h.HEI, 14, "0").replace("background:#fff;", "background:#f4f5f8;", 1)


def voucher_card(dice: random.Random) -> str:
    """The voucher in a payment app, opened as a card with an account below; the number in groups."""
    p = who(dice, dice.choice(ANY))
    i = p.id_number
    shown_id = dice.random() < 0.5
    body = f"""<div style="display:flex;justify-content:space-between;font-size:13px;padding:7px 18px"><span>{dice.randint(1, 12)}:{dice.randint(0, 59):02d}</span><span>HD 5G ▂▄▆</span></div><div style="padding:6px 16px;font-size:17px">‹ &emsp;医保码</div>
<div style="margin:8px 14px;border-radius:16px;background:linear-gradient(140deg,#06a56c,#28c48b);color:#fff;padding:18px"><div style="font-size:13px;opacity:.9">国家医疗保障局</div><div style="font-size:24px;margin:4px 0 16px">医保电子凭证</div><div style="font-size:18px">{h.f("patient_name", p.name)}</div><div style="font-size:15px;letter-spacing:1px">{h.f("id_number", i, f"{i[:6]} {i[6:14]} {i[14:]}") if shown_id else f"{i[:3]}***********{i[-4:]}"}</div><div style="display:flex;justify-content:space-between;margin-top:14px;font-size:13px"><span>{h.f("insured_place", p.place.insured or "重庆市江津区")}</span><span>正常参保</span></div></div>
<div style="margin:0 14px;background:#fff;border-radius:12px;padding:18px;display:flex;flex-direction:column;align-items:center">{qr(dice, 220, 31, "#0b3d2a")}<div style="font-size:13px;color:#888;margin-top:10px">向医生或收银员出示此码</div></div>
<div style="margin:14px;background:#fff;border-radius:12px;padding:10px 16px;font-size:14px"><div class="x"><span>险种</span><span>{h.f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span></div><div class="x"><span>个人账户余额</span><span>{"****" if dice.random() < 0.5 else f"¥{dice.uniform(0, 8000):.2f}"}</span></div><div class="x"><span>激活日期</span><span>{at(dice, when(dice, "2020-05-01", "2025-01-01"), "-")}</span></div><div class="x"><span>门诊慢特病</span><span>查看 ›</span></div></div>"""
    return h.page(
        body, ".x{display:flex;justify-content:space-between;padding:6px 0}.x>span:first-child{color:#888}", h.HEI, 14, "0"
    ).replace("background:#fff;", "background:#eef1f0;", 1)  # fmt: skip


def permit(dice: random.Random) -> str:
    """The front of a residence permit: pale green, present address, issuing office and period."""
    p = who(dice, dice.choice(ANY))
    city, office = dice.choice(
        (
            ("广东省深圳市", "深圳市公安局龙岗分局"),
            ("浙江省宁波市", "宁波市公安局鄞州分局"),
            ("江苏省苏州市", "苏州市公安局吴江分局"),
        )
    )
    day = when(dice, "2022-01-01", "2025-10-01")
    end = dt.date(day.year + dice.choice((1, 3)), day.month, min(day.day, 28))
    home = f"{city}{dice.choice(['横岗街道四联路', '下应街道湖下路', '盛泽镇舜新路'])}{dice.randint(2, 99)}号{dice.randint(1, 9)}0{dice.randint(1, 4)}室"
    born = h.f("birth_date", p.born.isoformat(), f"{p.born.year}年{p.born.month}月{p.born.day}日")
    lived = f'<span data-field="address" data-value="{home}" style="display:inline-block;vertical-align:top">{wrapped(home, 13)}</span>'
    body = f"""<div style="position:absolute;left:20px;top:20px;width:560px;height:352px;border-radius:18px;background:linear-gradient(130deg,#e4f1e2,#fdfbef 60%,#d9ebdf);overflow:hidden;border:1px solid #9b9">{waves(560, 352, "#7fb58a", 10)}<div style="position:absolute;left:0;right:0;top:14px;text-align:center;font-size:26px;letter-spacing:12px;font-family:{h.SONG};font-weight:600;color:#264">居住证</div>
<div style="position:absolute;left:28px;top:66px;font-size:16px;line-height:30px"><div><i>姓名</i>{h.f("patient_name", p.name)}</div><div><i>性别</i>{h.f("sex", p.sex)}&emsp;<i>民族</i>{h.f("ethnicity", p.ethnicity)}</div><div><i>出生</i>{born}</div><div style="line-height:23px;margin:3px 0"><i>居住地址</i>{lived}</div><div><i>公民身份号码</i>{h.f("id_number", p.id_number)}</div><div><i>签发机关</i>{h.f("issuing_authority", office)}</div><div><i>有效期限</i>{h.f("valid_from", day.isoformat(), f"{day:%Y.%m.%d}")}-{h.f("valid_until", end.isoformat(), f"{end:%Y.%m.%d}")}</div></div><div style="position:absolute;right:28px;top:84px">{face(dice, 116, 146, back="#eef4ee")}</div></div>"""
    return h.page(body, "i{font-style:normal;color:#4a7d55;font-size:13px;margin-right:8px}", h.HEI, 15, "0")


TEMPLATES: dict[str, Template] = {
    "hill-id_card_front-copy": Template("id_card_front", 794, 1123, id_front_copy),
    "hill-id_card_front-phone": Template("id_card_front", 600, 394, id_front_phone),
    "hill-id_card_back-sheet": Template("id_card_back", 620, 430, id_back),
    "hill-social_security_card-third": Template("social_security_card", 600, 392, social_third),
    "hill-household_register-person": Template("household_register", 720, 560, household),
    "hill-household_register-head": Template("household_register", 660, 720, household_head),
    "hill-insurance_voucher-app": Template("insurance_voucher", 412, 892, voucher),
    "hill-insurance_voucher-pay": Template("insurance_voucher", 412, 892, voucher_card),
    "hill-residence_permit-front": Template("residence_permit", 600, 392, permit),
}
