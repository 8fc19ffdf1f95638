"""Promises, notices with promises and powers of attorney, as bureaus hand them out."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.hill_base import (
    FANG,
    UMING,
    at,
    boxes,
    line,
    other,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.people import Person

KIN = {"男": ("儿子", "女婿", "侄子"), "女": ("女儿", "儿媳", "侄女")}


def two(dice: random.Random, where: str) -> tuple[Person, Person, dt.date]:
    """The patient, somebody for them, the day."""
    return who(dice, where, youngest=45), who(dice, where, youngest=24, oldest=60), when(dice)


def remote_promise(dice: random.Random) -> str:
    """The national promise for remote filing without proofs."""
    p, _, day = two(dice, dice.choice(("芜湖", "保定", "柳州")))
    far = dice.choice(("上海市青浦区", "广东省东莞市", "浙江省宁波市鄞州区", "北京市通州区"))
    why = {"异地安置退休人员": 0, "异地长期居住人员": 1, "常驻异地工作人员": 2}
    body = f"""
<h1 style="font-family:{UMING};font-size:30px;letter-spacing:2px;margin:20px 0 34px">异地就医备案个人承诺书</h1>
<p>{line(h.f("insured_place", p.place.city if dice.random() < 0.5 else p.place.insured), 150)}医疗保障经办机构：</p>
<p class="i">本人{line(h.f("patient_name", p.name), 110)}，性别{line(h.f("sex", p.sex), 40)}，身份证号（社会保障号）{line(h.f("id_number", p.id_number), 210)}，联系电话{line(h.f("phone", p.phone), 130)}。现因<span style="font-size:17px">{ticks(list(why), dice.choice(list(why)), "☑", "、")}</span>的原因，申请办理{line(far, 150)}（就医地）的异地就医备案，现居住地址为{line(h.f("address", f"{far}{dice.choice(['青松路', '建设二路', '海曙巷'])}{dice.randint(3, 300)}号{dice.randint(1, 9)}0{dice.randint(1, 6)}室"), 320, "left")}。</p>
<p class="i">本人承诺如下：</p><p class="i">一、已阅知并理解异地就医备案有关规定，所填报的信息真实、准确、完整。</p><p class="i">二、申请备案后，未经变更或取消，不在参保地重复享受待遇；因故返回参保地居住的，于返回后及时办理取消手续。</p><p class="i">三、如承诺不实或违反规定，自愿退回医保基金已支付的费用，接受暂停联网结算等处理，并依法承担法律责任。</p>
<p class="i" style="margin-top:20px">特此承诺。</p>
<div style="text-align:right;margin-top:50px;line-height:2.3">承诺人（签名）：{h.sign("applicant", p.name if dice.random() < 0.9 else None, dice, 110)}　　　　<br>{h.f("sign_date", day.isoformat(), spaced(dice, day)) if dice.random() < 0.7 else "年　　　月　　　日"}　　　　</div>"""
    return h.page(
        body,
        ".i{text-indent:2em}p{margin:6px 0;line-height:2}",
        dice.choice((h.SONG, UMING, FANG)),
        19,
        "70px 92px",
    )


def notice(dice: random.Random) -> str:
    """Notice and promise of a proof that is not asked for: the office's half above, the citizen's below."""
    p, kin, day = two(dice, dice.choice(("泉州", "咸阳", "曲靖")))
    agent = dice.random() < 0.4
    office = f"{p.place.city}医疗保障局"
    kin_name, kin_id = h.f("agent_name", kin.name), h.f("agent_id_number", kin.id_number)
    proxy = (
        f"<tr><td>委托代理人</td><td>{kin_name}</td><td>证件编号</td><td>{kin_id}</td></tr>" if agent else ""
    )
    body = f"""
<h1 style="font-size:24px;font-family:{h.HEI}">证明事项告知承诺书</h1><div class="c" style="margin:4px 0 10px;font-size:13px">（〔{day.year}〕第{dice.randint(1, 999):04d}号）</div>
<table class="g"><tr><td rowspan="{4 if agent else 3}" class="c" style="width:84px">申请人</td><td style="width:96px">姓名</td><td>{h.f("patient_name", p.name)}</td><td style="width:90px">联系方式</td><td>{h.f("phone", p.phone)}</td></tr>
<tr><td>证件类型</td><td>居民身份证</td><td>证件编号</td><td>{h.f("id_number", p.id_number)}</td></tr><tr><td>住址</td><td colspan="3">{h.f("address", p.address)}</td></tr>
{proxy}
<tr><td class="c">行政机关</td><td>名称</td><td>{office}</td><td>联系电话</td><td>12393</td></tr></table>
<div class="t">一、行政机关告知</div>
<p><b>（一）证明事项名称：</b>{dice.choice(["门诊慢特病患者长期居住证明", "参保人员意外伤害无第三方责任证明", "异地安置认定材料"])}</p><p><b>（二）设定依据：</b>《医疗保障经办管理服务规程》《医疗保障基金使用监督管理条例》第十七条。</p><p><b>（三）证明内容：</b>申请人符合办理{h.f("claimed_disease", sick(dice).claim)}门诊慢特病待遇认定所需的事实条件。</p><p><b>（四）承诺方式：</b>书面承诺，由申请人本人签字；申请人不能到场的，由代理人代为承诺并提供授权委托书。</p><p><b>（五）不实承诺的责任：</b>核查发现承诺不实的，责令限期整改、撤销决定、追回已支付的基金，情节严重的移送司法机关，并纳入失信记录，期限为1年。</p>
<p class="r">{office}（章）　{h.f("issue_date", day.isoformat(), at(dice, day, "年"))}</p>
<div class="t">二、申请人承诺</div><p>申请人现作出下列承诺：</p><p>（一）已知晓告知的全部内容；（二）自身满足告知的条件、要求；（三）愿意接受核查并承担不实承诺的法律责任；（四）本告知承诺书文本一式两份，是申请人真实意思的表示。</p>
<p>是否愿意以承诺代替证明：{ticks(["是", "否"], "是", "☑")}</p>
<p style="text-align:right;margin-top:22px">申请人（代理人）签字：{h.sign("agent" if agent else "applicant", kin.name if agent else p.name, dice, 110)}　日期：{h.f("sign_date", day.isoformat(), at(dice, day)) if dice.random() < 0.6 else h.hand(f"{day.year}.{day.month}.{day.day}", 19)}　</p>
{h.seal(office, "行政审批专用章", size=126, at=(556, 446), turn=dice.uniform(-12, 12))}"""
    return h.page(
        body,
        f"p{{margin:5px 0;text-indent:0;line-height:1.65}}.t{{font-family:{h.HEI};font-size:16px;margin:12px 0 4px}}td{{padding:5px 8px}}",
        h.SONG,
        14,
        "50px 64px",
    )


def drug(dice: random.Random) -> str:
    """A hospital's paper of knowing and promising for special medicine: numbered, with the physician's half."""
    p, kin, day = two(dice, "绵阳")
    s = sick(dice)
    doc = other(dice)
    agent = dice.random() < 0.5
    hosp = dice.choice(("绵阳涪江肿瘤医院", "绵阳市中心医院"))

    def c(a: Any, b: Any) -> str:
        return f"<span style='display:inline-block;min-width:31%'>{a}:&nbsp;{b}</span>"

    body = f"""
<div style="display:flex;justify-content:space-between;border-bottom:2px solid #222;align-items:end"><span style="font-size:22px;font-family:{h.KAI}">{h.f("hospital_name", hosp)}</span><span style="font-size:12px">医保办-表单-{dice.randint(1, 40):03d} V{dice.randint(1, 3)}.0</span></div>
<h2 style="margin:14px 0">使用特殊药品参保患者知情承诺书</h2>
<div style="background:#f4f4f4;padding:6px 10px;border:1px solid #bbb">{c("姓名", h.f("patient_name", p.name))}{c("性别", h.f("sex", p.sex))}{c("年龄", h.f("age", p.age_on(day), f"{p.age_on(day)}岁"))}{c("科室", h.f("department", s.department))}{c("登记号", h.f("record_number", f"{dice.randint(10**9, 10**10 - 1)}"))}{c("医保", h.f("insurance_type", p.insurance, p.insurance_shown))}<br>诊断:&nbsp;{h.fs("diagnosis", s.diagnoses, "、")}</div>
<p>尊敬的患者及家属：您因病情需要，拟使用医保特殊药品<u>&ensp;{s.drug}&ensp;</u>。请您仔细阅读下列内容：</p>
<ol><li>该药品属于限定支付范围药品，必须符合{line(h.f("claimed_disease", s.claim), 160)}的用药指征，未经认定的费用由个人承担。</li><li>每次处方量不超过1个月（慢性病不超过12周），凭责任医师处方在定点医院或双通道药店购买。</li><li>药品发出后，除质量原因外不予退换；剩余药品须妥善保管，不得转卖。</li><li>用药期间须定期复查，疾病进展或出现不可耐受的不良反应应停止用药。</li><li>一年内重复申报、冒名使用、虚假用药，一经查实，取消待遇资格。</li></ol>
<p>{ticks(["我已了解上述内容，自愿使用并承诺遵守", "我不同意使用"], "我已了解上述内容，自愿使用并承诺遵守", dice.choice("☑√"), "<br>")}</p>
<table><tr><td>患者签名：{h.sign("applicant", None if agent else p.name, dice)}</td><td>签名日期：{h.hand(f"{day.year}年{day.month}月{day.day}日", 18) if not agent else line("", 110)}</td></tr><tr><td>家属/代理人签名：{h.sign("agent", kin.name if agent else None, dice)}</td><td>与患者关系：{line(h.hand(dice.choice(KIN[kin.sex]), 18) if agent else "", 110)}</td></tr><tr><td>身份证号：{h.f("agent_id_number", kin.id_number) if agent else line("", 150)}</td><td>电话：{line(f"1350000{dice.randint(1000, 9999)}" if agent else "", 110)}</td></tr></table>
<p style="border-top:1px dashed #000;padding-top:10px">责任医师声明：我已告知患者上述事项，并解答了相关问题。</p><table><tr><td>责任医师：{h.f("physician_name", doc)}（{h.f("physician_title", dice.choice(["主任医师", "副主任医师"]))}）{h.sign("physician", doc if dice.random() < 0.8 else None, dice)}</td><td>日期：{h.f("sign_date", day.isoformat(), f"{at(dice, day, '-')} {dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}")}</td></tr></table>
<div style="position:absolute;left:48px;right:48px;bottom:26px;font-size:12px;display:flex;justify-content:space-between"><span>地址：绵阳市涪城区常家巷{dice.randint(3, 99)}号</span><span>第1页，共1页</span></div>"""
    return h.page(body, "li{margin:5px 0}td{padding:7px 4px}", h.MICRO, 15, "40px 48px")


def deed(dice: random.Random) -> str:
    """A power of attorney as a table, with frames where copies of the cards are glued."""
    p, kin, day = two(dice, dice.choice(("菏泽", "黄石", "盐城")))
    until = day + dt.timedelta(days=dice.choice((30, 90, 365)))
    hall = f"{p.place.city}{p.place.county}医疗保障服务大厅"
    frame = "height:166px;border:1px dashed #777;color:#999;display:flex;align-items:center;justify-content:center;width:47%"
    body = f"""
<h1 style="font-size:26px;letter-spacing:8px;font-family:{h.HEI}">授权委托书</h1>
<div style="margin:10px 0 4px">委托日期：{h.f("sign_date", day.isoformat(), at(dice, day))}</div>
<table class="g" style="table-layout:fixed"><colgroup><col style="width:60px"><col style="width:108px"><col><col style="width:92px"><col style="width:130px"></colgroup>
<tr><td rowspan="4" class="c">委<br>托<br>人</td><td>姓　　名</td><td>{h.f("patient_name", p.name)}</td><td>性　　别</td><td>{h.f("sex", p.sex)}</td></tr><tr><td>身份证号码</td><td colspan="3">{boxes("id_number", p.id_number, 21)}</td></tr><tr><td>联系地址</td><td colspan="3">{h.f("address", p.address)}</td></tr><tr><td>联系电话</td><td>{h.f("phone", p.phone)}</td><td>参保险种</td><td>{h.f("insurance_type", p.insurance, p.insurance_shown)}</td></tr>
<tr><td rowspan="4" class="c">受<br>托<br>人</td><td>姓　　名</td><td>{h.f("agent_name", kin.name)}</td><td>性　　别</td><td>{kin.sex}</td></tr><tr><td>身份证号码</td><td colspan="3">{boxes("agent_id_number", kin.id_number, 21)}</td></tr><tr><td>联系地址</td><td colspan="3">{kin.address}</td></tr><tr><td>联系电话</td><td>{kin.phone}</td><td>与委托人关系</td><td>{dice.choice(KIN[kin.sex])}</td></tr>
<tr><td class="c">委托<br>事项</td><td colspan="4" style="line-height:1.9">{ticks(["门诊慢特病资格申请", "门诊慢特病续期复审", "异地就医备案", "医疗费用手工报销", "其他"], dice.choice(["门诊慢特病资格申请", "门诊慢特病续期复审"]), "☑")}{line("", 80)}</td></tr>
<tr><td class="c">委托<br>期限</td><td colspan="4">自 {h.f("valid_from", day.isoformat(), at(dice, day, "年"))} 起至 {h.f("valid_until", until.isoformat(), at(dice, until, "年"))} 止</td></tr>
<tr><td class="c">委托<br>原因</td><td colspan="4">{dice.choice(["本人行动不便", "本人住院治疗，无法到场", "本人长期在外地", "年老体弱"])}</td></tr>
<tr><td colspan="5" style="line-height:1.8">　　受托人在上述权限和期限内办理的事务，委托人均予以承认，由此产生的法律后果由委托人承担。受托人无转委托权。<div style="display:flex;justify-content:space-between;padding:14px 10px 4px"><span>委托人（签名/指印）：{h.sign("applicant", p.name if dice.random() < 0.85 else None, dice)}</span><span>受托人（签名）：{h.sign("agent", kin.name if dice.random() < 0.9 else None, dice)}</span></div></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:12px"><div style="{frame}">委托人身份证复印件（人像面）粘贴处</div><div style="{frame}">受托人身份证复印件（人像面）粘贴处</div></div>
<div style="font-size:12px;margin-top:10px">说明：1.委托人为无民事行为能力人的，由监护人签署；2.本委托书涂改无效；3.受理地点：{hall}。</div>"""
    return h.page(body, "td{padding:5px 8px}", dice.choice((UMING, h.SONG)), 14, "44px 62px")


def plain(dice: random.Random) -> str:
    """A power of attorney in running prose typed at a print shop, large type, thumb print."""
    p, kin, day = two(dice, dice.choice(("四平", "包头", "天水", "洛阳")))
    hers = "她" if kin.sex == "女" else "他"
    claim = sick(dice).claim
    long = dice.random() < 0.5
    body = f"""
<h1 style="font-size:34px;letter-spacing:20px;margin:30px 0 50px">委托书</h1>
<p>委托人：{h.f("patient_name", p.name)}，{h.f("sex", p.sex)}，{h.f("ethnicity", p.ethnicity, p.ethnicity + "族")}，{h.f("birth_date", p.born.isoformat(), at(dice, p.born, "年"))}出生，住{h.f("address", p.address)}，公民身份号码：{h.f("id_number", p.id_number)}{f"，电话{h.f('phone', p.phone)}" if long else ""}。</p>
<p>受委托人：{h.f("agent_name", kin.name)}，{kin.sex}，{kin.ethnicity}族，{at(dice, kin.born, "年")}出生，住址同上，公民身份号码：{h.f("agent_id_number", kin.id_number)}{f"，电话{kin.phone}" if long else ""}，系委托人的{dice.choice(KIN[kin.sex])}。</p>
<p>　　委托人因患{h.f("claimed_disease", claim)}，{dice.choice(["卧床不起", "长期在家休养", "行走不便"])}，不能亲自到{p.place.city}医保局办理门诊慢特病手续，现委托{kin.name}为我的合法代理人，全权代表我办理如下事项：</p>
<p>　　1、提交门诊慢特病{dice.choice(["申请", "延期"])}材料；2、代签有关表格和文书；3、领取认定结果。</p><p>　　对{hers}在办理上述事项过程中所签署的有关文件，我均予以认可，并承担相应的法律责任。</p>
<p>　　委托期限：自签字之日起至上述事项办完为止。</p>
<div style="text-align:right;line-height:2.6;margin-top:40px;position:relative">委托人：{h.sign("applicant", p.name, dice, 120)}　　<br>受委托人：{h.sign("agent", kin.name if dice.random() < 0.7 else None, dice, 120)}　　<br>{h.f("sign_date", day.isoformat(), at(dice, day, dice.choice(["年", "年0", "."])))}&emsp;&emsp;
<svg width="54" height="70" style="position:absolute;right:64px;top:-4px;opacity:.65">{"".join(f'<ellipse cx="27" cy="{35 + r * 0.2:.1f}" rx="{r}" ry="{r * 1.3:.1f}" fill="none" stroke="#c6202a" stroke-width="1.7" stroke-dasharray="{dice.randint(8, 20)} 2"/>' for r in range(3, 25, 3))}</svg></div>"""
    return h.page(
        body, "p{margin:8px 0;line-height:1.95}", dice.choice((UMING, FANG, h.SONG)), 20, "60px 84px"
    )


TEMPLATES: dict[str, Template] = {
    "hill-commitment_letter-remote": Template("commitment_letter", 794, 1123, remote_promise),
    "hill-commitment_letter-notice": Template("commitment_letter", 794, 1123, notice),
    "hill-commitment_letter-drug": Template("commitment_letter", 794, 1123, drug),
    "hill-authorization_letter-deed": Template("authorization_letter", 794, 1123, deed),
    "hill-authorization_letter-plain": Template("authorization_letter", 794, 1123, plain),
}
