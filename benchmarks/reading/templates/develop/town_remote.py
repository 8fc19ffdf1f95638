"""Filings for treatment elsewhere: the national sheet with an agent, and a telephone's page of a filing that went through."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on, told

_SORTS = {
    "settled_retirement": "异地安置退休人员",
    "long_residence": "异地长期居住人员",
    "posted_work": "常驻异地工作人员",
    "referral": "异地转诊就医人员",
    "temporary": "其他临时外出就医人员",
}
_FAR = (
    "上海市松江区",
    "海南省海口市琼山区",
    "陕西省汉中市汉台区",
    "江苏省苏州市昆山市",
    "天津市津南区",
    "湖北省宜昌市夷陵区",
)


def _national(dice: random.Random) -> str:
    """Hebei: 跨省临时/长期 boxes a line each with what papers each wants, an agent's row, an office's strip below."""
    a = t.who(dice, "冀", 25)
    b = t.who(dice, "冀", 22, 60)
    day = t.date(dice)
    sort = dice.choice(tuple(_SORTS))
    helped = dice.random() < 0.65
    notes = (
        "户口簿首页和本人登记卡",
        "居住证明",
        "派出证明、异地工作单位证明或工作合同任选其一",
        "定点医疗机构转诊意见",
        "无需提供材料",
    )
    ticks = "".join(
        f"<div>{'☑' if k == sort else '□'} {v}<span style='font-size:12px;color:#444'>（{n}）</span></div>"
        for (k, v), n in zip(_SORTS.items(), notes, strict=True)
    )
    agent = f"{f('agent_name', b.name)}" if helped else ""
    agent_id = f"{f('agent_id_number', b.number)}" if helped else ""
    style = dice.choice(("年 ", "年0", "-"))
    bureau = f"{a.place.city}医疗保障局"
    return page(
        f"""<h1 style="font-size:22px;font-family:{HEI};margin-bottom:14px">{a.place.province}基本医疗保险跨省异地就医备案登记表</h1>
<table class="g"><colgroup><col style="width:104px"><col style="width:150px"><col style="width:96px"><col style="width:70px"><col style="width:80px"><col></colgroup>
<tr style="height:40px"><td class="c">参保人姓名</td><td>{f("patient_name", a.name)}</td><td class="c">性　　别</td><td colspan="3">{told("sex", a.sex, ("☑男　□女" if a.sex == "男" else "□男　☑女"))}</td></tr>
<tr style="height:40px"><td class="c">证件类型</td><td>☑居民身份证 □其他</td><td class="c">证件号码</td><td colspan="3">{f("id_number", a.number)}</td></tr>
<tr style="height:40px"><td class="c">参 保 地</td><td>{f("insured_place", a.place.city + a.place.county)}</td><td class="c">险　　种</td><td colspan="3">{t.insured(a.kind, ("职工基本医疗保险", "城乡居民基本医疗保险"), "☑", "□", "<br>")}</td></tr>
<tr style="height:40px"><td class="c">联系电话1</td><td>{f("phone", a.person.phone)}</td><td class="c">联系电话2</td><td colspan="3"></td></tr>
<tr style="height:40px"><td class="c">参保地联系<br>地　　　址</td><td colspan="5">{f("address", a.address)}</td></tr>
<tr><td class="c">备案人员<br>类　　别</td><td colspan="5" style="line-height:2;padding:6px 10px">{told("filing_category", sort, ticks)}</td></tr>
<tr style="height:40px"><td class="c">就 医 地</td><td colspan="5">{dice.choice(_FAR)}</td></tr>
<tr style="height:40px"><td class="c">代 办 人</td><td>{agent}</td><td class="c">代办人<br>身份证号</td><td colspan="3">{agent_id}</td></tr>
<tr><td colspan="6" style="padding:10px 12px;line-height:1.75;font-size:14px"><b style="font-weight:600">温馨提示：</b><br>1.未按规定办理备案手续的，医疗费用报销比例按参保地政策降低。2.异地转诊和其他临时外出就医备案有效期原则上不少于6个月，有效期内可在就医地多次就诊。3.跨省异地就医直接结算执行就医地目录、参保地政策。4.备案有效期内已办理入院手续的，不受备案有效期限制。5.社会保障卡状态应当正常。
<div style="margin-top:14px;font-size:15px">本人已阅读并理解上述提示。　　申请人（签字）：{sign("applicant", None if helped and dice.random() < 0.5 else a.name, dice)}　　代办人（签字）：{sign("agent", b.name if helped else None, dice, 84)}<br>申请日期：{on("application_date", day, style)}</div></td></tr>
<tr><td class="c">经办机构<br>受理意见</td><td colspan="5" style="height:120px;position:relative;vertical-align:top;padding:10px">□同意备案　　□不予备案，原因：<div style="margin:36px 0 0 190px">经办人：　　　　　　（章）　　年　　月　　日</div>{seal(bureau, "异地就医备案专用章", size=124, at=(390, -4), turn=dice.uniform(-9, 9)) if dice.random() < 0.6 else ""}</td></tr></table>""",
        font=SONG,
        size=15,
        pad="48px 56px",
    )


def _phone(dice: random.Random) -> str:
    """A mini-program's page: labels grey at the left, values at the right edge; the category in words, no boxes."""
    a = t.who(dice, dice.choice("新桂川"), 24)
    day = t.date(dice)
    sort = dice.choice(("settled_retirement", "long_residence", "posted_work", "temporary"))
    start = t.after(day, dice.choice((0, 1, 1, 3)))
    far = dice.choice(_FAR)
    lasting = sort != "temporary" and dice.random() < 0.5
    until = (
        f("valid_until", "长期", "长期有效")
        if lasting
        else on("valid_until", t.after(start, 182 if sort == "temporary" else 730), "-")
    )
    row: Callable[..., str] = lambda k, v: (
        f'<div style="display:flex;justify-content:space-between;padding:13px 0;border-bottom:1px solid #f0f1f3"><span style="color:#8b9096;flex:none;width:128px">{k}</span><span style="text-align:right">{v}</span></div>'
    )
    block: Callable[..., str] = lambda x, rows: (
        f'<div style="background:#fff;border-radius:10px;margin:12px 14px;padding:6px 18px"><div style="font-weight:600;font-size:18px;padding:10px 0 4px">{x}</div>{rows}</div>'
    )
    return page(
        f"""<div style="background:linear-gradient(#2f7cf6,#5d9bf9);color:#fff;height:214px;padding:12px 22px"><div style="display:flex;justify-content:space-between;font-size:15px"><span>{t.clock(dice)}</span><span>5G ▮{dice.randint(20, 99)}%</span></div>
<div style="text-align:center;font-size:19px;margin-top:14px">‹　　　异地就医备案详情　　　⋯</div><div style="font-size:24px;font-weight:600;margin-top:24px">✓ {dice.choice(("备案成功", "备案已生效"))}</div><div style="font-size:14px;opacity:.9">请在备案有效期内持医保电子凭证就医结算</div></div>
{block("参保人信息", row("姓名", f("patient_name", a.name)) + row("证件类型", "身份证") + row("证件号码", f("id_number", a.number)) + row("手机号", f("phone", a.person.phone)) + row("参保地", f("insured_place", a.place.province + a.place.city)) + row("参保险种", told("insurance_type", a.kind, "职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险")))}
{block("备案信息", row("备案类型", told("filing_category", sort, _SORTS[sort])) + row("就医地", far) + row("申请时间", on("application_date", day, "-", t.clock(dice, True))) + row("备案开始日期", on("valid_from", start, "-")) + row("备案结束日期", until) + row("居住地址", f("address", far + dice.choice(("新桥街88号", "中山路211弄6号302室", "龙湖花园5幢1103室")))))}
<div style="position:absolute;left:0;right:0;bottom:0;background:#fff;padding:14px 20px;display:flex;gap:14px"><div style="flex:1;border:1px solid #2f7cf6;color:#2f7cf6;border-radius:24px;text-align:center;padding:9px">取消备案</div><div style="flex:1;background:#2f7cf6;color:#fff;border-radius:24px;text-align:center;padding:9px">返回首页</div></div>""",
        "body{background:#f4f5f7}",
        font=HEI,
        size=16,
        pad="0",
    )


TEMPLATES: dict[str, Template] = {
    "town-remote-national": Template("remote_filing_form", 794, 1123, _national),
    "town-remote-phone": Template("remote_filing_form", 540, 1170, _phone),
}
