"""A social security card copied on both sides, an insurance voucher and a residence permit on telephones, a household book by needles."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, page, seal
from benchmarks.reading.templates.develop.town_base import on, told


def _social(dice: random.Random) -> str:
    """Both sides one below the other on a sheet, as a copying machine leaves them: a bust, a chip, a bank's number behind."""
    a = t.who(dice, dice.choice("冀黑鲁"), 25)
    given = t.date(dice, "2014-03-01", "2024-10-01")
    month = dice.random() < 0.5
    issued = (
        f("issue_date", f"{given:%Y-%m}", f"{given.year}年{given:%m}月")
        if month
        else on("issue_date", given, "-")
    )
    chip = '<svg width="64" height="50"><rect x="1" y="1" width="62" height="48" rx="8" fill="#ddd" stroke="#666"/><path d="M1 17h20v16H1M63 17H43v16h20M21 1v48M43 1v48" stroke="#666" fill="none"/></svg>'
    frame = "width:520px;height:328px;border:1.5px solid #999;border-radius:18px;margin:0 auto 46px;padding:22px 28px;position:relative;background:linear-gradient(135deg,#f6f6f6,#e6e6e6)"
    row: Callable[..., str] = lambda k, v: (
        f'<div style="margin-bottom:9px"><span style="font-size:15px;color:#444">{k}</span>　{v}</div>'
    )
    grey: Callable[..., str] = lambda x: f'<div style="filter:grayscale(1)">{x}</div>'
    front = f"""<div style="{frame}"><div style="display:flex;align-items:center;gap:14px"><div style="width:46px;height:46px;border-radius:50%;border:4px double #777"></div><div><div style="font-size:24px;font-weight:600;letter-spacing:3px">中华人民共和国社会保障卡</div><div style="font-size:12px;color:#555">SOCIAL SECURITY CARD OF THE PEOPLE'S REPUBLIC OF CHINA</div></div></div>
<div style="margin-top:24px">{chip}</div><div style="position:absolute;left:28px;bottom:24px;font-size:15px">{a.place.province}人力资源和社会保障厅监制</div><div style="position:absolute;right:28px;bottom:24px;font-size:16px;font-weight:600">{dice.choice(("农商银行", "邮储银行", "城市商业银行"))}</div></div>"""
    back = f"""<div style="{frame}"><div style="display:flex;gap:26px">{grey(t.face(dice, 132, "#ddd"))}<div style="font-size:18px;padding-top:8px">{row("姓　　名", f("patient_name", a.name))}{row("社会保障号码", "<br>" + f("id_number", a.number, None, "span", "letter-spacing:1px"))}{row("卡　　号", f("card_number", dice.choice("ABCDH") + t.digits(dice, 8)))}{row("发卡日期", issued)}</div></div>
<div style="position:absolute;left:28px;right:28px;bottom:18px;font-size:12px;color:#444;line-height:1.5">本卡仅限本人使用；遗失请及时挂失。服务电话：12333</div></div>"""
    return page(
        f'<div style="padding-top:60px">{front}{back}</div>',
        font=dice.choice((HEI, SONG)),
        size=16,
        pad="40px 60px",
    )


def _voucher(dice: random.Random) -> str:
    """The voucher's page of a city's app: codes above, name large, kind and place of insurance in a strip, wife and child as tabs."""
    a = t.who(dice, dice.choice("浙粤桂"), 20)
    kind = told(
        "insurance_type", a.kind, "职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险"
    )
    return page(
        f"""<div style="background:linear-gradient(#1667d9,#2f86f0 60%,#eef2f8);height:520px;padding:12px 22px;color:#fff"><div style="display:flex;justify-content:space-between;font-size:15px"><span>{t.clock(dice)}</span><span>中国电信 5G ▮{dice.randint(12, 99)}%</span></div><div class="c" style="font-size:19px;margin:14px 0 16px">医保电子凭证</div>
<div style="display:flex;justify-content:space-around;font-size:16px;opacity:.95"><span style="border-bottom:3px solid #fff;padding-bottom:4px">医保码</span><span>亲情账户</span><span>授权记录</span></div></div>
<div style="position:absolute;left:22px;right:22px;top:128px;background:#fff;border-radius:14px;padding:22px 24px;box-shadow:0 4px 16px rgba(0,0,0,.12)"><div style="display:flex;align-items:baseline;justify-content:space-between"><span style="font-size:25px;font-weight:600">{f("patient_name", a.name)}</span><span style="font-size:13px;color:#2f86f0">已激活</span></div>
<div style="color:#666;font-size:14px;margin:2px 0 14px">请向医院或药店工作人员出示此码</div><div class="c">{t.bars(dice, 400, 74)}</div><div class="c" style="margin:16px 0 6px">{t.squares(dice, 240, 37)}</div><div class="c" style="font-size:14px;color:#888">每分钟自动刷新　<span style="color:#2f86f0">点击刷新</span></div>
<div style="border-top:1px dashed #ccd;margin-top:16px;padding-top:12px;line-height:2.1"><div style="display:flex;justify-content:space-between"><span style="color:#888">参保地</span><span>{f("insured_place", a.place.province + a.place.city)}</span></div><div style="display:flex;justify-content:space-between"><span style="color:#888">险种类型</span><span>{kind}</span></div><div style="display:flex;justify-content:space-between"><span style="color:#888">参保状态</span><span>正常参保</span></div></div></div>
<div style="position:absolute;left:22px;right:22px;bottom:112px;background:#fff;border-radius:12px;padding:14px 8px;display:flex;justify-content:space-around;font-size:14px"><span>就医记录</span><span>缴费查询</span><span>异地备案</span><span>定点查询</span></div><div class="c" style="position:absolute;left:0;right:0;bottom:66px;font-size:12px;color:#99a">国家医疗保障局监制　本服务由{a.place.city}医疗保障局提供</div>""",
        "body{background:#eef2f8}",
        font=HEI,
        size=16,
        pad="0",
    )


def _permit(dice: random.Random) -> str:
    """An electronic residence permit in an app: the card's picture with a bust, what it is for in rows beneath."""
    a = t.who(dice, dice.choice("川桂黑冀"), 22, 70)
    start = t.date(dice, "2024-01-10", "2025-06-30")
    until = t.after(t.years(start, 1), -1)
    city, county, road = dice.choice(
        (
            ("杭州市", "余杭区", "良睦路"),
            ("宁波市", "鄞州区", "贸城西路"),
            ("温州市", "瓯海区", "梧慈路"),
            ("嘉兴市", "南湖区", "由拳路"),
        )
    )
    where = f"浙江省{city}{county}{road}{dice.randint(2, 320)}号{dice.choice(t.HOMES)}{dice.randint(1, 30)}幢{dice.randint(1, 24)}0{dice.randint(1, 4)}室"
    line: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;margin-bottom:7px"><span style="color:#3c6a8f;width:76px;flex:none">{k}</span><span>{v}</span></div>'
    )
    row: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;justify-content:space-between;padding:13px 0;border-bottom:1px solid #f0f0f0"><span style="color:#888">{k}</span><span>{v}</span></div>'
    )
    style = dice.choice((".", "-"))
    return page(
        f"""<div style="background:#fff;padding:12px 20px"><div style="display:flex;justify-content:space-between;font-size:14px"><span>{t.clock(dice)}</span><span>5G ▮{dice.randint(20, 99)}%</span></div><div class="c" style="font-size:18px;padding:10px 0 4px">我的证件</div></div>
<div style="margin:16px;border-radius:14px;padding:18px 20px;background:linear-gradient(140deg,#dff0fb,#bfe0f3 60%,#e8f5ec);position:relative;height:360px"><div style="font-size:21px;font-weight:600;color:#1d4f7c;margin-bottom:12px">浙江省居住证<span style="float:right;font-size:13px;border:1px solid #1d4f7c;border-radius:10px;padding:0 8px">电子证照</span></div>
<div style="display:flex;gap:14px"><div style="flex:1;font-size:16px">{line("姓　　名", f("patient_name", a.name))}{line("性　　别", f("sex", a.sex))}{line("民　　族", f("ethnicity", dice.choice(("汉", "壮", "彝", "回", "满"))))}{line("出　　生", on("birth_date", a.born, "年"))}{line("现住址", f("address", where))}</div>{t.face(dice, 112, "#f7fafc")}</div>
<div style="position:absolute;left:20px;bottom:18px;font-size:16px"><span style="color:#3c6a8f">公民身份号码</span>　<span style="font-size:18px">{f("id_number", a.number)}</span></div></div>
<div style="background:#fff;margin:0 16px;border-radius:12px;padding:4px 20px">{row("签发机关", f("issuing_authority", f"{city}公安局{county.removesuffix('区')}分局"))}{row("有效期限", on("valid_from", start, style) + " - " + on("valid_until", until, style))}{row("证照状态", "有效")}</div>
<div style="display:flex;justify-content:center;margin-top:22px">{t.squares(dice, 150, 29)}</div><div class="c" style="font-size:13px;color:#888;margin-top:8px">出示二维码供核验　5分钟内有效</div><div class="c" style="position:absolute;left:0;right:0;bottom:30px;font-size:12px;color:#aaa">数据来源：省公安厅　电子证照与实体证照具有同等效力</div>""",
        "body{background:#f4f6f8}",
        font=HEI,
        size=16,
        pad="0",
    )


def _household(dice: random.Random) -> str:
    """A household book's first page and one member's card on a sheet; labels printed in its grid, values by needles beside the lines."""
    a = t.who(dice, dice.choice("黑冀鲁"), 30)
    day = t.date(dice, "2008-03-01", "2022-12-01")
    head = dice.random() < 0.45
    other = people.name(dice, "女" if a.sex == "男" else "男")
    top = f("patient_name", a.name) if head else other
    tie = "户主" if head else ("妻" if a.sex == "女" else dice.choice(("夫", "父亲")))
    home = f"{a.place.province}{a.place.city}{a.place.county}{a.place.road}{dice.randint(2, 300)}号"
    dx = dice.uniform(0, 6)
    ty: Callable[..., str] = lambda v: (
        f"<span style=\"font-family:'AR PL UMing CN';font-size:17px;color:#333;position:relative;left:{dx:.1f}px\">{v}</span>"
    )
    la: Callable[..., str] = lambda x, w=96: f'<td class="c" style="width:{w}px;font-size:13px">{x}</td>'
    box = "width:600px;margin:0 auto 30px;border:1px solid #888;padding:16px 20px;position:relative;background:#fdfcf7"
    police = f"{a.place.county}公安局"
    first = f"""<div style="{box};height:400px"><table class="g" style="margin-top:16px"><tr style="height:52px">{la("户　　别")}<td>{ty(dice.choice(("非农业家庭户口", "家庭户", "居民家庭户")))}</td>{la("户主姓名")}<td>{ty(top)}</td></tr><tr style="height:52px">{la("户　　号")}<td>{ty(t.digits(dice, 9))}</td>{la("住　　址")}<td>{ty(f("address", home))}</td></tr></table>
<div style="display:flex;justify-content:space-around;margin-top:74px;font-size:13px"><span>省级公安机关<br>户口专用章</span><span>户口登记机关<br>户口专用章</span></div><div style="position:absolute;right:34px;bottom:20px;font-size:14px">承办人签章：<span style="color:#b22">{other[0]}</span>　　{on("issue_date", day, "年 ")} 签发</div>{seal(police, "户口专用章", size=120, at=(360, 176), turn=dice.uniform(-12, 12), ink=0.62)}</div>"""
    second = f"""<div style="{box}"><div class="c" style="font-size:17px;letter-spacing:6px;margin-bottom:6px">常住人口登记卡</div><table class="g"><tr style="height:38px">{la("姓　　名")}<td>{ty(f("patient_name", a.name))}</td>{la("户主或与<br>户主关系")}<td>{ty(tie)}</td></tr><tr style="height:38px">{la("曾 用 名")}<td></td>{la("性　　别")}<td>{ty(f("sex", a.sex))}</td></tr><tr style="height:38px">{la("出 生 地")}<td>{ty(a.place.province + a.place.county)}</td>{la("民　　族")}<td>{ty(f("ethnicity", dice.choice(("汉", "汉", "满", "回"))))}</td></tr><tr style="height:38px">{la("籍　　贯")}<td>{ty(a.place.province)}</td>{la("出生日期")}<td>{ty(on("birth_date", a.born, "年"))}</td></tr>
<tr style="height:38px">{la("本市（县）<br>其他住址")}<td></td>{la("宗教信仰")}<td></td></tr><tr style="height:38px">{la("公民身份<br>证件编号")}<td>{ty(f("id_number", a.number))}</td>{la("身高｜血型")}<td>{ty(f"{dice.randint(152, 180)}　{dice.choice(('A', 'B', 'O', '不明'))}")}</td></tr><tr style="height:38px">{la("文化程度")}<td>{ty(dice.choice(("初中毕业", "小学", "高中", "中专")))}</td>{la("婚姻状况")}<td>{ty("有配偶")}</td></tr><tr style="height:38px">{la("服务处所")}<td></td>{la("职　　业")}<td>{ty(dice.choice(("粮农", "退休", "工人", "")))}</td></tr><tr style="height:38px">{la("何时由何地迁来<br>本市（县）", 110)}<td colspan="3"></td></tr><tr style="height:38px">{la("何时由何地<br>迁来本址", 110)}<td colspan="3"></td></tr></table><div style="text-align:right;font-size:14px;margin-top:10px">承办人签章：　　　　　登记日期：{on("issue_date", day, "年 ")}</div></div>"""
    return page(first + second, font=dice.choice((SONG, KAI)), size=15, pad="40px 60px")


TEMPLATES: dict[str, Template] = {
    "town-social-security-both-sides": Template("social_security_card", 794, 860, _social),
    "town-voucher-city": Template("insurance_voucher", 540, 1000, _voucher),
    "town-permit-electronic": Template("residence_permit", 540, 1080, _permit),
    "town-household-needles": Template("household_register", 794, 1123, _household),
}
