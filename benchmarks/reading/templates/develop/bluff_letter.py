"""Letters and copies: referrals, an employer's proof, both sides of an identity card on paper."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_assay import cells
from benchmarks.reading.templates.develop.bluff_base import blank, case, d, digits, spread
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, fs, hand, page, seal, sign

FAR = (
    "华东医学中心附属第七医院",
    "西部肿瘤专科医院",
    "京北心血管病医院",
    "中原省立第五医院",
    "沪江大学附属同心医院",
)
FIRMS = (
    "恒迈丝网制造有限公司",
    "众禾建筑工程有限责任公司",
    "博远物流集团有限公司",
    "金穗饲料科技股份有限公司",
)
POSTS = (("江苏省常州市武进区", "常州分公司"), ("天津市北辰区", "天津项目部"), ("山东省淄博市张店区", "淄博办事处"), ("广东省佛山市顺德区", "华南营销中心"))  # fmt: skip


def transfer(dice: random.Random) -> str:
    """Shanxi approval of a referral beyond the province: ruled, opinions one under another, seals."""
    c = case(dice, "SX")
    p, ill = c.p, c.ill
    to = dice.choice(FAR)
    tall: Callable[..., str] = lambda title, text, height: (
        f'<tr><td class="c" style="width:104px">{title}</td><td colspan="5" style="height:{height}px;vertical-align:top">{text}</td></tr>'
    )
    title = dice.choice(("主任医师", "副主任医师"))
    body = f"""<h1 style="font-size:22px">{p.place.city}基本医疗保险参保患者转诊转院备案表</h1>
<div style="margin:10px 0 4px">{
        spread(
            f"编号：{f('report_number', f'{c.on.year}{digits(dice, 4)}')}",
            f"医疗机构名称：{f('hospital_name', c.hospital)}",
            f"级别：{f('hospital_level', c.level)}",
        )
    }</div>
<table class="g">
<tr>{
        cells(
            (
                "患者姓名",
                f("patient_name", p.name),
                "性别",
                f("sex", p.sex),
                "年龄",
                f("age", c.age, f"{c.age}岁"),
            ),
            ("text-align:center",),
        )
    }</tr>
<tr><td class="c">身份证号码</td><td colspan="2">{f("id_number", p.id_number)}</td><td>险种</td>
<td colspan="2">{f("insurance_type", p.insurance, p.insurance_shown)}</td></tr><tr><td class="c">住院号</td>
<td colspan="2">{f("record_number", c.number)}</td><td>联系电话</td><td colspan="2">{f("phone", p.phone)}</td>
</tr><tr><td class="c">科　　室</td><td colspan="2">{f("department", ill.dept)}</td><td>参保地</td>
<td colspan="2">{f("insured_place", c.insured)}</td></tr><tr><td class="c">转往医院</td><td colspan="5">{
        to
    }</td>
</tr>
{tall("主要病情<br>及诊疗经过", ill.complaint + "。" + ill.now + ill.signs, 170)}{
        tall("诊　　断", fs("diagnosis", ill.dx, "；", numbered=True), 70)
    }{
        tall(
            "转诊理由",
            dice.choice(
                (
                    "因我院技术条件所限，需转上级医院进一步诊治。",
                    "诊断不明，建议上级医院完善检查。",
                    "病情复杂，患者及家属要求转上级医院治疗。",
                )
            ),
            60,
        )
    }
{
        tall(
            "主治医师<br>意　见",
            f'同意转院。<div class="r" style="margin-top:20px">医师：{f("physician_name", c.staff[0])}（{f("physician_title", title)}）{sign("physician", c.staff[0], dice)}　　{d("sign_date", c.on, dice, "年")}</div>',
            90,
        )
    }{tall("科主任意见", f"{hand('同意')}　　{hand(c.staff[1], 19)}", 60)}{
        tall(
            "医院医保<br>办公室意见",
            f'经审核，同意转院。有效期至{d("valid_until", c.on + dt.timedelta(days=dice.choice((90, 180))), dice, "年")}。<div class="r" style="margin-top:34px">（公章）　{d("issue_date", c.on, dice, "年")}</div>',
            120,
        )
    }</table>
<div style="font-size:13px;margin-top:6px">说明：1.本表由三级医院或二级专科医院填写；2.一次转诊仅限一家医院，急危重症可先转诊后补办。</div>"""
    body += seal(c.hospital, "医疗保险办公室", size=134, at=(540, 820), turn=dice.uniform(-15, 15), ink=0.7)
    return page(body, ".g td{padding:6px 7px}", font=SONG, size=15, pad="48px 56px")


def twoway(dice: random.Random) -> str:
    """Two-way referral slip of a township hospital in Heilongjiang: a stub above a cutting line, the slip below."""
    c = case(dice, "HL")
    p, ill = c.p, c.ill
    near = p.place.county + dice.choice(("东岗镇中心卫生院", "双河镇卫生院", "北安里社区卫生服务中心"))
    b = blank
    body = f"""<div class="c" style="font-size:20px;font-family:{HEI}">双向转诊（转出）单 · 存根</div>
<div style="line-height:2.1;margin-top:8px">患者姓名{b(f("patient_name", p.name), 96)}性别{
        b(f("sex", p.sex), 40)
    }年龄{b(f("age", c.age), 44)}病案编号{b(f("record_number", c.number), 130)}<br>家庭住址{
        b(f("address", c.address), 340)
    }联系电话{b(f("phone", p.phone), 120)}<br>于{b(d("issue_date", c.on, dice, "年"), 140)}因病情需要，转入{
        b(c.hospital, 210)
    }接诊医生{b("", 70)}</div>
<div class="r" style="margin-top:6px">转诊医生（签字）：{sign("physician", c.staff[0], dice)}　　　{
        d("sign_date", c.on, dice, "年")
    }</div>
<div style="border-top:1.5px dashed #000;margin:22px -20px 18px;text-align:center;height:0"><span
style="position:relative;top:-13px;background:#fff;padding:0 10px;font-size:12px">骑　缝　处　✂</span></div>
<div class="c" style="font-size:20px;font-family:{HEI}">双向转诊（转出）单</div>
<div style="line-height:2.1;margin-top:10px"><div>{b(c.hospital, 220)}（机构名称）：</div>
<div style="text-indent:2em">现有患者{b(f("patient_name", p.name), 90)}，性别{b(f("sex", p.sex), 36)}，年龄{
        b(f("age", c.age), 40)
    }岁，因病情需要，需转入贵单位，请予以接诊。</div>
<div style="margin-top:8px">初步印象：{fs("diagnosis", ill.dx[:2], "、")}</div>
<div>主要现病史（转出原因）：{ill.complaint}。{ill.now}</div><div>主要既往史：{ill.past}</div>
<div>治疗经过：{"、".join(x[0] for x in ill.drugs[:2])}等药物治疗，效果欠佳。</div></div>
<div style="margin-top:26px;line-height:2.1;padding-left:330px">转诊医生（签字）：{
        sign("physician", c.staff[0], dice)
    }<br>联系电话：04{dice.randint(52, 57)}-{digits(dice, 7)}<br>{f("hospital_name", near)}（盖章）<br>{
        d("issue_date", c.on, dice, "年")
    }</div>"""
    body += seal(near, size=132, at=(450, 640), turn=dice.uniform(-20, 20), ink=0.7)
    return page(body, font=SONG, size=15, pad="46px 66px")


def posting(dice: random.Random) -> str:
    """Proof of a Hebei company that its worker is posted elsewhere: letterhead, prose, contact, seal."""
    c = case(dice, "HE", youngest=28, oldest=57)
    p = c.p
    firm = p.place.city.rstrip("市") + dice.choice(FIRMS)
    where, branch = dice.choice(POSTS)
    start = c.on - dt.timedelta(days=dice.randint(20, 400))
    end = dice.random() < 0.5
    until = dt.date(start.year + dice.choice((2, 3)), start.month, min(start.day, 28))
    term = (
        f"自{d('valid_from', start, dice, '年')}起至{d('valid_until', until, dice, '年')}止"
        if end
        else f"自{d('valid_from', start, dice, '年')}起长期派驻"
    )
    body = f"""<div
style="color:#b01818;text-align:center;border-bottom:3px solid #b01818;padding-bottom:10px;font-size:32px;font-family:{
        SONG
    };font-weight:700;letter-spacing:3px">{firm}</div>
<div style="border-bottom:1px solid #b01818;margin-top:3px"></div>
<h1 style="font-size:27px;letter-spacing:6px;margin:56px 0 34px">外派工作证明</h1>
<div style="line-height:2.3;font-size:18px"><div>{p.place.county}医疗保险经办中心：</div>
<p style="text-indent:2em;margin:0">兹证明我单位职工{f("patient_name", p.name)}同志（性别：{
        f("sex", p.sex)
    }，身份证号：{f("id_number", p.id_number)}），现任{
        dice.choice(("项目经理", "技术员", "驻外业务主管", "安全员"))
    }，在我单位参加{
        f(
            "insurance_type",
            p.insurance,
            "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险",
        )
        if p.insurance == "employee"
        else "社会保险"
    }。因工作需要，{term}，在{where}（{branch}）工作，居住于{
        f("address", f"{where}{dice.choice(('兴业路', '滨河街', '科技大道'))}{dice.randint(3, 190)}号")
    }。</p>
<p style="text-indent:2em;margin:0">现申请办理异地就医备案手续，请予办理为盼。以上情况属实，如有不实，我单位愿承担相应责任。</p>
<p style="text-indent:2em;margin:0">特此证明。</p></div>
<div
style="margin:70px 0 0 250px;font-size:18px;line-height:2.2;text-align:center">{firm}（盖章）<br>{
        d("issue_date", c.on, dice, "年")
    }</div>
<div style="margin-top:120px;font-size:14px;line-height:1.8">单位地址：{p.place.city}{p.place.road}{
        dice.randint(6, 320)
    }号<br>单位联系人：{c.staff[0]}　　联系电话：03{dice.randint(10, 18)}-{digits(dice, 7)}</div>"""
    body += seal(firm, size=150, at=(460, 700), turn=dice.uniform(-12, 12), ink=0.72)
    return page(body, font=SONG if dice.random() < 0.6 else KAI, size=16, pad="56px 84px")


def _face(width: int) -> str:
    """A grey portrait of nobody, as a copier leaves it."""
    return f'<svg data-face="1" width="{width}" height="{width * 5 // 4}" viewBox="0 0 80 100"><rect width="80" height="100" fill="#e6e6e6"/><path d="M6 100Q9 78 30 74H50Q71 78 74 100Z" fill="#4a4a4a"/><path d="M32 60h16v16q-8 6-16 0Z" fill="#b9b9b9"/><ellipse cx="40" cy="43" rx="20" ry="26" fill="#cfcfcf"/><path d="M19 42Q16 13 40 12Q64 13 61 42Q59 26 46 25Q28 27 23 32Z" fill="#1c1c1c"/><path d="M26 37h10M44 37h10" stroke="#222" stroke-width="2.4"/><ellipse cx="31" cy="43" rx="3.6" ry="2.2" fill="#111"/><ellipse cx="49" cy="43" rx="3.6" ry="2.2" fill="#111"/><path d="M40 44l-3 10q3 2 6 0" stroke="#888" fill="none" stroke-width="1.5"/><path d="M32 60q8 4 16 0" stroke="#555" fill="none" stroke-width="2.2"/></svg>'


def _card(inner: str, left: int, top: int, turn: float, shade: str) -> str:
    return f'<div style="position:absolute;left:{left}px;top:{top}px;width:410px;height:258px;border:1px solid #999;border-radius:11px;background:{shade};transform:rotate({turn:.1f}deg);font-family:{HEI};font-size:15.5px;line-height:1.35">{inner}</div>'


def _put(x: int, y: int, text: str, style: str = "") -> str:
    return f'<div style="position:absolute;left:{x}px;top:{y}px;white-space:nowrap;{style}">{text}</div>'


def front(dice: random.Random) -> str:
    """Portrait side copied onto A4, a note of use across it and a stamp that it agrees with the card."""
    c = case(dice, dice.choice(("JX", "GZ", "GS", "HE")))
    p = c.p
    grey = "color:#666;font-size:13px"
    home = c.address if c.address.startswith(p.place.province) else p.place.province + c.address
    lines = "<br>".join(home[i : i + 12] for i in range(0, len(home), 12))
    born = f'<span data-field="birth_date" data-value="{p.born}">{p.born.year}<span style="{grey}"> 年 </span>{p.born.month}<span style="{grey}"> 月 </span>{p.born.day}<span style="{grey}"> 日</span></span>'
    inner = _put(24, 28, "姓名", grey) + _put(66, 25, f("patient_name", p.name), "font-size:18px") + _put(24, 60, "性别", grey) + _put(66, 58, f("sex", p.sex)) + _put(124, 60, "民族", grey) + _put(166, 58, f("ethnicity", p.ethnicity)) + _put(24, 92, "出生", grey) + _put(66, 90, born) + _put(24, 124, "住址", grey) + _put(66, 122, f'<div data-field="address" data-value="{home}">{lines}</div>') + _put(24, 221, "公民身份号码", grey) + _put(132, 216, f("id_number", p.id_number), "font-size:18.5px;letter-spacing:1.6px") + _put(290, 40, _face(96))  # fmt: skip
    use = f'<div style="position:absolute;left:190px;top:{dice.randint(300, 340)}px;transform:rotate(-{dice.randint(9, 22)}deg);color:#555;opacity:.75;font-size:19px;letter-spacing:2px">仅供办理门诊慢特病使用</div>'
    body = _card(inner, dice.randint(170, 210), dice.randint(190, 230), dice.uniform(-1.4, 1.4), "#f0f0f0")
    if dice.random() < 0.6:
        body += use
    body += f'<div style="position:absolute;left:170px;top:640px;font-size:17px;line-height:2.1">复印件与原件核对一致<br>核对人：{hand(c.staff[0])}　　{hand(f"{c.on.year}.{c.on.month}.{c.on.day}", 18)}</div>'
    body += seal("复印件与原件一致", shape="square", colour=dice.choice(("red", "blue")), size=110, at=(520, 600), turn=dice.uniform(-10, 10))  # fmt: skip
    return page(body, font=SONG, pad="0")


def back(dice: random.Random) -> str:
    """Emblem side copied onto a half sheet, office and term printed below it, slightly turned."""
    c = case(dice, dice.choice(("HN", "YN", "SX", "HL")))
    place = c.p.place
    start = dt.date(dice.randint(2009, 2024), dice.randint(1, 12), dice.randint(1, 28))
    age = c.p.age_on(start)
    years = 10 if age < 26 else 20
    until = dt.date(start.year + years, start.month, start.day).isoformat() if age < 46 else "长期"
    office = (
        f"{place.city}公安局{place.county.rstrip('区')}分局"
        if place.county.endswith("区")
        else place.county + "公安局"
    )
    emblem = '<svg width="70" height="74"><circle cx="35" cy="34" r="30" fill="#8a8a8a"/><circle cx="35" cy="30" r="19" fill="#b9b9b9"/><path d="M35 16l3 9h9l-7 5 3 9-8-5-8 5 3-9-7-5h9z" fill="#f4f4f4"/><path d="M10 52q25 22 50 0" stroke="#777" stroke-width="7" fill="none"/></svg>'
    wall = '<svg width="408" height="110" style="position:absolute;left:0;top:96px;opacity:.35"><path d="M0 80L40 66V56H60V62L110 40V30H128V36L190 58V48H210V54L280 30V18H300V26L408 64" fill="none" stroke="#777" stroke-width="2"/></svg>'
    inner = wall + _put(26, 26, emblem) + _put(122, 30, "中华人民共和国", "font-size:24px;letter-spacing:4px") + _put(122, 72, "居民身份证", "font-size:31px;letter-spacing:9px") + _put(74, 186, f'<span style="font-size:13px;color:#555">签发机关</span>　{f("issuing_authority", office)}') + _put(74, 218, f'<span style="font-size:13px;color:#555">有效期限</span>　{f("valid_from", start.isoformat(), f"{start:%Y.%m.%d}")}-{f("valid_until", until, until.replace("-", "."))}')  # fmt: skip
    body = _card(inner, dice.randint(160, 220), dice.randint(90, 130), dice.uniform(-2, 2), "#eeeeee")
    body += '<div style="position:absolute;left:60px;top:30px;font-size:15px">参保人身份证复印件（国徽面）粘贴处</div><div style="position:absolute;left:50px;top:62px;right:50px;bottom:60px;border:1px dashed #999"></div>'
    return page(body, font=SONG, pad="0")


TEMPLATES: dict[str, Template] = {
    "bluff-letter-transfer-shanxi": Template("referral_letter", 794, 1123, transfer),
    "bluff-letter-twoway-heilongjiang": Template("referral_letter", 794, 1123, twoway),
    "bluff-letter-posting-hebei": Template("work_posting_letter", 794, 1123, posting),
    "bluff-card-front-copy": Template("id_card_front", 794, 1123, front),
    "bluff-card-back-copy": Template("id_card_back", 794, 559, back),
}
