"""Cards and booklets: identity card, social security card, voucher on a phone, residence permit, household register."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    bars,
    city,
    d,
    digits,
    face,
    home,
    later,
    page,
    patient,
    qr,
    somebody,
    when,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, seal
from benchmarks.reading.templates.develop.people import day


def _idfront(dice: random.Random) -> str:
    p = patient(dice, 19, 88)
    ink = dice.choice(("#2a6fa8", "#31689a"))
    at = home(p)
    lines = "<br>".join(at[i : i + 11] for i in range(0, len(at), 11))
    desk = dice.choice(("#fff", "#d9d2c6", "#6a5a48"))
    k: Callable[..., str] = lambda t: f'<span style="color:{ink};font-size:14px">{t}</span>'
    body = f"""<div style="position:absolute;left:30px;top:26px;width:540px;height:340px;border-radius:18px;background:linear-gradient(115deg,#e3eff3,#f3ecdf 45%,#dcebf2);border:1px solid #aaa;padding:34px 30px;font-size:19px"><div style="line-height:44px">{k("姓　名")}　<span style="font-size:22px">{f("patient_name", p.name)}</span></div><div style="line-height:40px">{k("性　别")}　{f("sex", p.sex)}　　{k("民　族")}　{f("ethnicity", p.ethnicity)}</div><div style="line-height:40px">{k("出　生")}　<span data-field="birth_date" data-value="{p.born.isoformat()}">{p.born.year} {k("年")} {p.born.month} {k("月")} {p.born.day} {k("日")}</span></div><div style="display:flex;line-height:26px;padding-top:8px">{k("住　址")}<div style="padding-left:20px;font-size:17px"><span data-field="address" data-value="{at}">{lines}</span></div></div><div style="position:absolute;left:30px;bottom:22px">{k("公民身份号码")}　　<span style="font-size:23px;letter-spacing:3px;font-family:'Liberation Sans'">{f("id_number", p.id_number)}</span></div><div style="position:absolute;right:34px;top:42px">{face("width:150px;height:190px")}</div></div>"""
    return page(body, f"body{{background:{desk}!important}}", HEI, 19, "0")


def _idback(dice: random.Random) -> str:
    p = patient(dice)
    start = day(dice, "2008-01-01", "2024-12-01")
    years = dice.choice((10, 20, 0))
    end = None if not years else later(start, years)
    office = p.place.city + "公安局" + (p.place.county.removesuffix("区").removesuffix("旗") + "分局") if p.place.county.endswith("区") else p.place.county + "公安局"  # fmt: skip
    desk = dice.choice(("#fff", "#cfd6dd", "#8b6f55"))
    copy = dice.random() < 0.35
    until = f("valid_until", end.isoformat(), when(dice, end, style=".")) if end else f("valid_until", "长期")
    body = f"""<div style="position:absolute;left:30px;top:26px;width:540px;height:340px;border-radius:18px;background:repeating-radial-gradient(circle at 20% 30%,#e8f1ef 0 6px,#f4ecea 6px 12px);border:1px solid #aaa"><div style="position:absolute;left:34px;top:28px;width:92px;height:98px;border-radius:50%;background:#c8372d;color:#f6d648;text-align:center;line-height:92px;font-size:46px">★</div><div style="position:absolute;left:150px;right:10px;top:34px;text-align:center;font-size:29px;letter-spacing:4px">中华人民共和国</div><div style="position:absolute;left:150px;right:10px;top:84px;text-align:center;font-size:42px;letter-spacing:9px;font-weight:600">居民身份证</div><div style="position:absolute;left:120px;bottom:66px;font-size:17px">签发机关　{f("issuing_authority", office)}</div><div style="position:absolute;left:120px;bottom:30px;font-size:17px">有效期限　{f("valid_from", start.isoformat(), when(dice, start, style="."))}-{until}</div></div>{'<div style="position:absolute;left:90px;top:190px;font-size:22px;color:#333;transform:rotate(-18deg);opacity:.55">仅用于办理门诊慢特病 他用无效</div>' if copy else ""}"""
    return page(body, f"body{{background:{desk}!important}}", HEI, 17, "0")


def _social(dice: random.Random) -> str:
    p, on = patient(dice), day(dice, "2013-01-01", "2024-06-01")
    bank = dice.choice(("冀北银行", "长白农商银行", "晋商储蓄银行", "渤海湾银行", "海岛农信"))
    chip = "<div style='width:58px;height:44px;background:linear-gradient(135deg,#e5c76b,#b8923a);border-radius:7px'></div>"
    third = dice.random() < 0.5
    until = later(on, 10)
    rows = f"""姓　名　{f("patient_name", p.name)}<br>{f"性　别　{f('sex', p.sex)}　民族　{f('ethnicity', p.ethnicity)}<br>" if not third else ""}社会保障号码　{f("id_number", p.id_number)}<br>卡　号　{f("card_number", dice.choice("ABCDFGHK") + digits(dice, 8))}<br>发卡日期　{f("issue_date", on.strftime("%Y-%m"), dice.choice((f"{on.year}年{on.month}月", f"{on:%Y.%m}")))}{f"<br>有效期限　{d('valid_until', until, dice, style='.')}" if dice.random() < 0.5 else ""}"""
    body = f"""<div style="position:absolute;left:26px;top:24px;width:548px;height:346px;border-radius:20px;background:linear-gradient(160deg,#bfe0ee,#eaf4ef 60%,#f3e2c8);border:1px solid #9ab"><div style="padding:20px 26px 0;display:flex;justify-content:space-between"><div style="font-size:15px">中华人民共和国<br><b style="font-size:26px;letter-spacing:5px">社会保障卡</b></div><div style="text-align:right;font-size:14px">{p.place.province}<br>{bank}</div></div><div style="display:flex;padding:14px 26px"><div>{face("width:108px;height:136px")}<div style="margin-top:12px">{chip}</div></div><div style="padding-left:24px;line-height:33px;font-size:17px">{rows}</div></div><div style="position:absolute;bottom:14px;right:26px;font-size:12px">{p.place.province}人力资源和社会保障{"局" if p.place.province == p.place.city else "厅"}　服务热线 12333</div>{seal(f"{p.place.province}社会保障卡专用章"[:16], at=(440, 210), size=92, ink=0.5) if dice.random() < 0.3 else ""}</div>"""
    return page(body, "", HEI, 17, "0")


def _voucher(dice: random.Random) -> str:
    p = patient(dice)
    masked = dice.random() < 0.55
    nm = "*" * (len(p.name) - 1) + p.name[-1] if masked else f("patient_name", p.name)
    idn = p.id_number[:4] + "*" * 10 + p.id_number[14:] if masked else f("id_number", p.id_number)
    theme = dice.choice(("#2d6bf2", "#1b8bd8", "#1f6fd0"))
    info: Callable[..., str] = lambda a, b: (
        f"<div style='display:flex;justify-content:space-between;border-bottom:1px solid #f0f0f0;padding:8px 0'><span style='color:#888'>{a}</span><span>{b}</span></div>"
    )
    where = p.place.city if dice.random() < 0.5 else p.place.province + p.place.city
    body = f"""<div style="background:{theme};color:#fff;padding:8px 16px 120px"><div style="display:flex;justify-content:space-between;font-size:13px"><span>{dice.randint(8, 20)}:{dice.randint(10, 59)}</span><span>HD ▂▄▆ {dice.randint(9, 99)}%</span></div><div style="text-align:center;font-size:18px;padding-top:10px">{dice.choice(("医保码", "医保电子凭证"))}</div></div><div style="margin:-100px 16px 0;background:#fff;border-radius:14px;padding:18px;box-shadow:0 1px 6px #0002"><div style="display:flex;align-items:center;gap:10px"><div style="width:34px;height:34px;border-radius:50%;background:{theme};color:#fff;text-align:center;line-height:34px">保</div><div><div style="font-size:17px">{nm}</div><div style="font-size:13px;color:#777">{idn}</div></div><span style="margin-left:auto;color:{theme};font-size:13px">切换亲情账户 ›</span></div><div class="c" style="padding:16px 0 4px">{bars(dice, 290, 60)}<br>{qr(dice, 180)}<div style="font-size:12px;color:#888">{dice.choice(("码每分钟自动更新，请勿截图", "向医院、药店工作人员出示"))}</div></div></div><div style="margin:14px 16px;background:#fff;border-radius:14px;padding:8px 18px;font-size:15px">{info("参保地", f("insured_place", where))}{info("险种类型", f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"))}{info("参保状态", "正常参保")}{info("门诊慢特病", dice.choice(("未登记", "已备案1个 ›", "查看 ›")))}{info("单位名称", dice.choice(("—", f"{city(p)}客车股份有限公司", f"{p.place.county}城乡居民")))}</div><div class="c" style="position:absolute;bottom:18px;left:0;right:0;font-size:12px;color:#999">国家医疗保障局　全国统一</div>"""
    return page(body, "body{background:#f2f4f8!important}", HEI, 15, "0")


def _residence(dice: random.Random) -> str:
    p, on = patient(dice, 20, 75), day(dice)
    to = patient(dice)
    office = (
        f"{to.place.city}公安局{to.place.county.removesuffix('区')}分局"
        if to.place.county.endswith("区")
        else f"{to.place.county}公安局"
    )
    reg = p.place.province + p.place.city + p.place.county + p.place.road + str(p.house) + "号"
    here = home(to)
    k: Callable[..., str] = lambda a, b: (
        f"<div style='display:flex;line-height:28px'><span style='width:100px;color:#176'>{a}</span><span style='flex:1'>{b}</span></div>"
    )
    body = f"""<div style="position:absolute;left:26px;top:22px;width:588px;height:376px;border-radius:18px;background:linear-gradient(120deg,#dff2ea,#f6f3e4);border:1px solid #9b9;padding:18px 26px"><div style="font-size:25px;letter-spacing:8px;text-align:center;color:#0c5a44;font-weight:600">{to.place.province.replace("内蒙古自治区", "内蒙古")}居住证</div><div style="display:flex;margin-top:10px"><div style="flex:1;font-size:16px">{k("姓　　名", f("patient_name", p.name))}{k("性　　别", f("sex", p.sex) + "　　<span style='color:#176'>民族</span>　" + f("ethnicity", p.ethnicity))}{k("出生日期", d("birth_date", p.born, dice, style="年"))}{k("户籍地址", reg)}{k("居住地址", f("address", here))}{k("公民身份号码", f("id_number", p.id_number))}</div><div style="padding-left:14px">{face("width:120px;height:152px")}</div></div><div style="position:absolute;left:26px;bottom:14px;font-size:15px;line-height:26px">签发机关　{f("issuing_authority", office)}<br>签发日期　{d("issue_date", on, dice, style=".")}　　有效期限　{d("valid_from", on, dice, style=".")}-{d("valid_until", later(on, 1), dice, style=".")}</div></div>"""
    return page(body, "", dice.choice((HEI, SONG)), 16, "0")


def _household(dice: random.Random) -> str:
    p, on = patient(dice, 22, 84), day(dice, "2005-01-01", "2022-12-01")
    c: Callable[..., str] = lambda a, b, s=1: f"<td class='k'>{a}</td><td colspan='{s}'>{b}</td>"
    police = f"{p.place.city}公安局{p.place.county}{p.place.road[:2]}派出所"
    num = digits(dice, 9)
    born = f("birth_date", p.born.isoformat(), f"{p.born.year}年{p.born.month}月{p.born.day}日")
    body = f"""<h1 style="font-size:22px;letter-spacing:6px;margin-bottom:8px">常住人口登记卡</h1><table class="g"><tr>{c("姓　　名", f("patient_name", p.name), 2)}{c("户主或与<br>户主关系", dice.choice(("户主", "妻", "母亲", "次女") if p.sex == "女" else ("户主", "夫", "长子", "父亲")), 2)}</tr><tr>{c("曾 用 名", "", 2)}{c("性　　别", f("sex", p.sex), 2)}</tr><tr>{c("出 生 地", p.place.province + p.place.city + p.place.county, 2)}{c("民　　族", f("ethnicity", p.ethnicity, p.ethnicity + dice.choice(("", "族"))), 2)}</tr><tr>{c("籍　　贯", p.place.province + p.place.county, 2)}{c("出生日期", born, 2)}</tr><tr>{c("本市（县）<br>其他住址", "", 2)}{c("宗教信仰", dice.choice(("", "无")), 2)}</tr><tr>{c("公民身份<br>证件编号", f("id_number", p.id_number), 2)}{c("身高　血型", f"{dice.randint(152, 182)}厘米　{dice.choice(('不明', 'O型', 'B型'))}", 2)}</tr><tr>{c("文化程度", dice.choice(("初中", "高中", "大学专科", "小学")), 1)}{c("婚姻状况", dice.choice(("已婚", "有配偶", "未婚")), 1)}{c("兵役状况", dice.choice(("", "未服兵役")), 1)}</tr><tr>{c("服务处所", dice.choice(("", "粮农", city(p) + "第三毛纺厂")), 2)}{c("职　业", dice.choice(("粮农", "工人", "不便分类的其他从业人员")), 2)}</tr><tr>{c("何时由何地<br>迁来本市（县）", dice.choice(("", "久居", f"{when(dice, on, style='年')}由{p.place.province}{city(p)}迁来")), 5)}</tr><tr>{c("何时由何地<br>迁来本址", "" if dice.random() < 0.5 else f"{when(dice, on, style='年')} 因购房由本市迁来", 5)}</tr></table><div style="display:flex;justify-content:space-between;margin-top:10px;position:relative"><span>承办人签章：{somebody(dice)}</span><span>登记日期：{d("issue_date", on, dice, style="年")}</span><span style="font-size:13px">№ {num}</span>{seal(police[:18], "户口专用章", at=(300, -90), size=128, turn=dice.uniform(-20, 20))}</div>"""
    return page(body, ".k{width:92px;color:#7a2b1a;text-align:center;line-height:1.25}td{height:38px;border-color:#7a2b1a!important}body{background:#fbf6ea!important}", dice.choice((SONG, KAI)), 15, "30px 36px")  # fmt: skip


TEMPLATES: dict[str, Template] = {
    "cliff-id_card_front-desk": Template("id_card_front", 600, 392, _idfront),
    "cliff-id_card_back-desk": Template("id_card_back", 600, 392, _idback),
    "cliff-social_security_card-generations": Template("social_security_card", 600, 394, _social),
    "cliff-insurance_voucher-app": Template("insurance_voucher", 430, 932, _voucher),
    "cliff-residence_permit-card": Template("residence_permit", 640, 420, _residence),
    "cliff-household_register-card": Template("household_register", 760, 620, _household),
}
