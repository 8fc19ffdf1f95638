"""Letters that bind: commitment, authorization."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.bluff_base import case, d
from benchmarks.reading.templates.develop.bluff_form import agent
from benchmarks.reading.templates.develop.html import KAI, SONG, checkbox, f, page, sign


def commitment(dice: random.Random) -> str:
    """Gansu letter of commitment: prose with values printed into it, duties numbered, a fingerprint."""
    c = case(dice, "GS")
    p, ill = c.p, c.ill
    u: Callable[..., str] = lambda text: f"<u>&nbsp;{text}&nbsp;</u>"
    insured = "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"
    thumb = f'<svg width="54" height="66" style="position:absolute;right:150px;top:-20px;opacity:.6">{"".join(f"<ellipse cx=27 cy=33 rx={r} ry={r * 1.25:.0f} fill=none stroke=#c22 stroke-width=1.4 />" for r in range(3, 25, 4))}</svg>'
    body = f"""<h1 style="font-size:27px;letter-spacing:4px;margin:30px 0 28px">门诊慢特病申请告知承诺书</h1>
<div style="line-height:2.1"><div>{p.place.city}医疗保障局{p.place.county}分局：</div>
<p style="text-indent:2em;margin:6px 0">本人{u(f("patient_name", p.name))}，{u(f("sex", p.sex))}，身份证号码{
        u(f("id_number", p.id_number))
    }，联系电话{u(f("phone", p.phone))}，系{u(f("insured_place", c.insured))}{
        u(f("insurance_type", p.insurance, insured))
    }参保人员，现申请办理门诊慢特病{
        u(f("claimed_disease", ill.claim))
    }待遇。经办人员已向本人告知有关政策规定，本人郑重承诺如下：</p>
<p style="text-indent:2em;margin:0">一、所提交的病历、检查检验报告等资料均真实、合法、有效，无伪造、涂改、冒用他人资料的行为。</p>
<p style="text-indent:2em;margin:0">二、待遇享受期间自觉遵守定点就医、实名购药规定，不转借社会保障卡，不倒卖药品。</p>
<p style="text-indent:2em;margin:0">三、病情好转或治愈不再符合标准的，主动到医保经办机构办理待遇终止手续。</p>
<p style="text-indent:2em;margin:0">四、如有违反，自愿退回已享受的医保基金，{
        dice.choice(("并依法承担法律责任", "取消待遇资格并接受相应处理"))
    }。</p>
</div>
<div
style="position:relative;margin:60px 0 0 300px;line-height:2.4">{
        thumb if dice.random() < 0.6 else ""
    }<div>承诺人（签字、按印）：{sign("applicant", p.name, dice)}</div>
<div>{d("sign_date", c.on, dice, "年")}</div></div>"""
    return page(body, font=KAI if dice.random() < 0.5 else SONG, size=17, pad="60px 84px")


def authorization(dice: random.Random) -> str:
    """Yunnan authorization: two particulars tables, matters ticked, term, both sign."""
    c = case(dice, "YN")
    p = c.p
    who, number, kin, phone = agent(dice, c)
    last = c.on + dt.timedelta(days=dice.choice((30, 90, 180)))
    matters = ("门诊特殊病慢性病资格申请及资料提交", "异地就医备案", "医疗费用手工报销", "领取办理结果文书")
    ticks = "".join(
        f"<div>{checkbox(n == 0 or dice.random() < 0.3, dice)} {n + 1}.{t}</div>"
        for n, t in enumerate(matters)
    )
    body = f"""<h1 style="font-size:26px;letter-spacing:12px;margin-bottom:20px">授权委托书</h1>
<table class="g"><tr><td rowspan="3" class="c" style="width:40px">委托人</td><td style="width:110px">姓　　名</td>
<td>{f("patient_name", p.name)}</td><td style="width:90px">性　　别</td><td>{f("sex", p.sex)}</td></tr><tr>
<td>身份证号</td><td>{f("id_number", p.id_number)}</td><td>联系方式</td><td>{
        f("phone", p.phone)
    }</td></tr><tr>
<td>住　　址</td><td colspan="3">{f("address", c.address)}</td></tr><tr><td rowspan="2" class="c">受托人</td>
<td>姓　　名</td><td>{f("agent_name", who)}</td><td>与委托人关系</td><td>{kin}</td></tr><tr><td>身份证号</td>
<td>{f("agent_id_number", number)}</td><td>联系方式</td><td>{phone}</td></tr></table>
<p style="text-indent:2em;line-height:2">委托人因{
        dice.choice(("行动不便", "住院治疗", "外出务工", "年事已高"))
    }，不能亲自到{p.place.county}医疗保障中心办理业务，现委托上列受托人代为办理下列事项：</p>
<div style="padding-left:2em;line-height:2">{ticks}</div>
<p style="text-indent:2em;line-height:2">委托期限：自{d("valid_from", c.on, dice, "年")}至{
        d("valid_until", last, dice, "年")
    }。受托人在上述权限和期限内所签署的有关文件，委托人均予以认可，由此产生的法律后果由委托人承担。受托人无转委托权。</p>
<table style="margin-top:60px;line-height:2.3"><tr>
<td style="width:50%">委托人签名：{sign("applicant", p.name, dice)}</td><td>受托人签名：{
        sign("agent", who, dice)
    }</td>
</tr><tr><td>日期：{d("sign_date", c.on, dice, "年")}</td><td>日期：{
        d("sign_date", c.on, dice, "年")
    }</td></tr>
</table>
<div
style="margin-top:60px;font-size:13px;border-top:1px solid #888;padding-top:6px">附：委托人、受托人身份证复印件各1份。本委托书涂改无效。</div>"""
    return page(body, ".g td{padding:7px 8px}", font=SONG, size=16, pad="64px 74px")


TEMPLATES: dict[str, Template] = {
    "bluff-form-commitment-gansu": Template("commitment_letter", 794, 1123, commitment),
    "bluff-form-authorization-yunnan": Template("authorization_letter", 794, 1123, authorization),
}
