"""Authorisations, promises and a posting letter, as clerks of towns in many provinces lay them out."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop import town_base as t
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, seal, sign
from benchmarks.reading.templates.develop.town_base import on, told, under


def _authorization_parties(dice: random.Random) -> str:
    """Guangdong Word file: parties as 甲方 and 乙方, a room for copies of the cards, finger prints asked for."""
    a, b = t.who(dice, "粤", 60), t.who(dice, "粤", 30, 58)
    day = t.date(dice)
    ties = ("配偶", "父母", "子女", "其他亲属", "单位同事")
    tie = dice.choice(ties[:3])
    boxes = "　".join(("☑" if x == tie else "□") + x for x in ties)
    copies = "".join(
        f'<td style="height:148px;text-align:center;color:#888;font-size:13px;border:1px dashed #999">{x}</td>'
        for x in ("甲方居民身份证<br>（人像面）复印件粘贴处", "乙方居民身份证<br>（人像面）复印件粘贴处")
    )
    style = dice.choice(("年 ", "年", "年0"))
    return page(
        f"""<h1 style="font-size:27px;letter-spacing:14px;margin-bottom:26px">授权委托书</h1>
<p style="margin:4px 0">委托人（甲方，即参保人）：{under(f("patient_name", a.name), 130)}　性别：{under(f("sex", a.sex), 46)}</p>
<p style="margin:4px 0">公民身份号码：{under(f("id_number", a.number), 250)}　手机：{under(f("phone", a.person.phone), 130)}</p>
<p style="margin:4px 0">现居住：{under(f("address", a.address), 480)}</p>
<p style="margin:18px 0 4px">受托人（乙方）：{under(f("agent_name", b.name), 130)}</p>
<p style="margin:4px 0">公民身份号码：{under(f("agent_id_number", b.number), 250)}</p>
<p style="margin:4px 0">乙方系甲方的：{boxes}</p>
<p style="text-indent:2em;margin:20px 0 6px">因{dice.choice(("行动不便", "在外地就医", "长期卧床", "工作繁忙"))}，甲方不能亲自前往医疗保障服务窗口，现委托乙方作为甲方的合法代理人，
代为办理下列事项（在□内打“√”）：</p>
<p style="margin:0 0 0 2em">☑ 1.门诊特定病种待遇认定　□ 2.零星医疗费用报销　□ 3.异地就医备案<br>{dice.choice("☑□")} 4.门诊特定病种选定医疗机构变更　□ 5.其他：______________</p>
<p style="text-indent:2em;margin:8px 0">乙方在上述事项范围内所签署的有关文件，甲方均予承认，由此产生的法律后果由甲方承担。乙方无转委托权。本委托书自签署之日起至上述事项办结之日止有效。</p>
<table style="border-collapse:separate;border-spacing:14px 0;margin:16px 0 22px"><tr>{copies}</tr></table>
<table><tr><td style="width:50%">甲方（签名并按指模）：{sign("applicant", a.name, dice)}</td><td>乙方（签名并按指模）：{sign("agent", b.name, dice)}</td></tr>
<tr><td style="padding-top:12px">日期：{on("sign_date", day, style)}</td><td style="padding-top:12px">日期：{on("sign_date", day, style)}</td></tr></table>
<p style="font-size:12px;margin-top:26px;border-top:1px solid #555">说明：委托人为无民事行为能力人或限制民事行为能力人的，由其监护人签名，并附监护关系证明；涂改无效。</p>""",
        font=dice.choice((SONG, "'AR PL UMing CN',serif")),
        size=16,
        pad="66px 78px",
    )


def _authorization_window(dice: random.Random) -> str:
    """A window's slip, half a sheet: who came stands first and the insured person below him."""
    a, b = t.who(dice, "黑", 55), t.who(dice, "黑", 28, 54)
    day = t.date(dice)
    side = "writing-mode:vertical-rl;letter-spacing:4px;text-align:center;width:34px;font-weight:600"
    return page(
        f"""<div style="display:flex;justify-content:space-between;font-size:12px"><span>{a.place.city}医疗保障服务中心　表单-07</span><span>窗口号：{dice.randint(1, 24):02d}　排队号：B{dice.randint(1, 140):03d}</span></div>
<h1 style="font-size:22px;margin:4px 0 8px">医疗保障业务代办委托单</h1>
<table class="g"><tr><td rowspan="2" style="{side}">代办人</td><td>姓　名</td><td>{f("agent_name", b.name)}</td><td>与参保人关系</td><td>{dice.choice(("女儿", "儿子", "儿媳", "丈夫", "妻子", "外甥"))}</td></tr>
<tr><td>证件号码</td><td>{f("agent_id_number", b.number)}</td><td>证件类型</td><td>居民身份证</td></tr>
<tr><td rowspan="4" style="{side}">被代办人</td><td>姓　名</td><td>{f("patient_name", a.name)}</td><td>参保类别</td><td>{t.insured(a.kind, ("职工", "城乡居民"))}</td></tr>
<tr><td>证件号码</td><td>{f("id_number", a.number)}</td><td>参保地</td><td>{f("insured_place", a.place.county)}</td></tr>
<tr><td>住　址</td><td colspan="3">{f("address", a.address)}</td></tr>
<tr><td>未到场原因</td><td colspan="3">□高龄　☑患病　□残疾　□异地　□其他</td></tr>
<tr><td colspan="2">委托办理业务</td><td colspan="3">门诊慢性病资格{dice.choice(("申报", "复审", "申报及取证"))}</td></tr>
<tr><td colspan="5" style="padding:8px 10px;line-height:1.9">　　我本人自愿委托上述代办人办理以上业务，所提交材料真实有效，如有虚假，愿承担相应责任。<br>
被代办人签字：{sign("applicant", a.name if dice.random() < 0.7 else None, dice)}　　代办人签字：{sign("agent", b.name, dice)}　　{on("sign_date", day, dice.choice(("年 ", ".")))}</td></tr></table>
<div style="font-size:12px;margin-top:6px;display:flex;justify-content:space-between"><span>受理人（工号）：{t.digits(dice, 4)}</span><span>本单一式两份，窗口留存一份，代办人留存一份</span></div>""",
        font=dice.choice((SONG, MICRO)),
        size=14,
        pad="26px 34px",
    )


def _authorization_electronic(dice: random.Random) -> str:
    """Printed from a province's service app: names above values, signed by face and not by hand."""
    a, b = t.who(dice, "浙", 62), t.who(dice, "浙", 30, 60)
    day = t.date(dice)
    until = t.after(day, dice.choice((89, 179, 364)))
    pair: Callable[..., str] = lambda k, v: (
        f'<div style="width:50%;padding:7px 0"><div style="font-size:12px;color:#7a828c">{k}</div><div style="font-size:15px">{v}</div></div>'
    )
    head: Callable[..., str] = lambda x: (
        f'<div style="border-left:4px solid #2b6de0;padding-left:9px;font-weight:600;margin:20px 0 6px;font-size:16px">{x}</div>'
    )
    box = '<div style="display:flex;flex-wrap:wrap;border:1px solid #dfe4ea;border-radius:6px;padding:8px 18px">'
    return page(
        f"""<div style="display:flex;justify-content:space-between;align-items:flex-end;border-bottom:2px solid #2b6de0;padding-bottom:8px"><div><div style="font-size:23px;font-weight:600">电子授权委托书</div>
<div style="font-size:12px;color:#7a828c">授权编号 SQ{t.digits(dice, 16)}</div></div>{t.squares(dice, 74, 29)}</div>
{head("授权人")}{box}{pair("授权人姓名", f("patient_name", a.name))}{pair("证件号码", f("id_number", a.number))}{pair("联系方式", f("phone", a.person.phone))}{pair("参保统筹区", f("insured_place", a.place.city + a.place.county))}</div>
{head("被授权人")}{box}{pair("被授权人姓名", f("agent_name", b.name))}{pair("证件号码", f("agent_id_number", b.number))}{pair("关系", dice.choice(("父子", "母女", "夫妻", "祖孙")))}{pair("核验方式", "人脸识别")}</div>
{head("授权内容")}<div style="border:1px solid #dfe4ea;border-radius:6px;padding:12px 18px;line-height:1.9">授权事项：基本医疗保险参保人员享受门诊慢特病病种待遇认定<br>授权权限：提交申请、补正材料、领取结果<br>
授权期限：{on("valid_from", day)} 至 {on("valid_until", until)}</div>
{head("授权声明")}<div style="font-size:14px;color:#333;text-indent:2em">授权人确认以上信息系本人真实意思表示，被授权人在授权期限和权限内实施的行为，其法律后果由授权人承担。授权人可随时在“我的授权”中撤销本授权。</div>
<div style="margin-top:26px;display:flex;justify-content:space-between"><div>授权人电子签名：{sign("applicant", a.name, dice, 110)}</div><div>签署时间：{on("sign_date", day, "-", t.clock(dice, True))}</div></div>
<div style="position:absolute;left:60px;right:60px;bottom:36px;font-size:11px;color:#8a929c;border-top:1px solid #dfe4ea;padding-top:6px">本授权书经可信身份认证平台核验生成，打印件与电子件具有同等效力。<span style="float:right">第 1 页 / 共 1 页</span></div>""",
        font=HEI,
        size=14,
    )


def _commitment_temporary(dice: random.Random) -> str:
    """Guangxi: the promise behind a filing without papers, its reasons ticked, blanks filled in by machine."""
    a = t.who(dice, "桂")
    day = t.date(dice)
    reasons = ("户口簿首页及本人常住人口登记卡", "居住证明", "参保地工作单位派出证明")
    chosen = dice.randrange(3)
    lines = "".join(
        f"<p style='margin:2px 0 2px 2em'>{'☑' if n == chosen else '□'}暂不能提供{x}；</p>"
        for n, x in enumerate(reasons)
    )
    return page(
        f"""<p style="margin:0;font-family:{HEI}">附件2</p><h1 style="font-size:25px;margin:20px 0 24px;font-family:{HEI}">基本医疗保险跨省异地就医备案个人承诺书</h1>
<p style="margin:0">{a.place.city}{a.place.county}医疗保障事业管理中心：</p>
<p style="text-indent:2em;margin:6px 0">本人{under(f("patient_name", a.name), 90)}，{f("sex", a.sex)}，身份证件号码{under(f("id_number", a.number), 200)}，联系电话{under(f("phone", a.person.phone), 120)}，
参保地为{under(f("insured_place", a.place.city + a.place.county), 140)}，属于{told("insurance_type", a.kind, "职工基本医疗保险" if a.kind == "employee" else "城乡居民基本医疗保险")}参保人员。因以下原因申请办理异地就医备案：</p>{lines}
<p style="text-indent:2em;margin:6px 0">本人郑重承诺：</p><p style="text-indent:2em;margin:2px 0">一、已知晓异地就医备案政策、直接结算规定以及不实承诺可能承担的责任；</p>
<p style="text-indent:2em;margin:2px 0">二、所填写的信息真实、准确、完整，符合备案条件，并愿意接受医疗保障经办机构核查；</p>
<p style="text-indent:2em;margin:2px 0">三、{dice.choice(("备案未满6个月不申请变更就医地；", "自备案之日起三个月内补齐相关材料，逾期未补的，同意取消备案；"))}</p>
<p style="text-indent:2em;margin:2px 0">四、以上承诺如有不实，愿意退回医疗保障基金支付的全部费用，纳入医疗保障信用管理，并承担相应法律责任。</p>
<p style="text-indent:2em;margin:2px 0">本承诺书一式两份，本人和经办机构各执一份。</p>
<p style="margin:44px 0 0 46%">承诺人（签名、捺印）：{sign("applicant", a.name, dice)}</p><p style="margin:8px 0 0 46%">{on("sign_date", day, dice.choice(("年 ", "年0", "年")))}</p>""",
        font=dice.choice((SONG, KAI)),
        size=17,
        pad="60px 84px",
    )


def _commitment_notice(dice: random.Random) -> str:
    """Zhejiang: an office's notice and the applicant's promise on one sheet, an agent for the applicant."""
    a = t.who(dice, "浙", 50)
    day = t.date(dice)
    by = t.who(dice, "浙", 28, 50) if dice.random() < 0.6 else None
    agent = (
        f"""<tr><td>委托代理人</td><td>{f("agent_name", by.name)}</td><td>证件编号</td><td>{f("agent_id_number", by.number)}</td></tr>"""
        if by
        else "<tr><td>委托代理人</td><td></td><td>证件编号</td><td></td></tr>"
    )
    who = sign("applicant", None, dice) if by else sign("applicant", a.name, dice)
    deputy = sign("agent", by.name if by else None, dice)
    office = f"{a.place.county}医疗保障局"
    return page(
        f"""<h1 style="font-size:22px">证明事项告知承诺书</h1><p class="c" style="margin:2px 0 12px;font-size:13px">（{a.place.county[:2]}医保承〔{day.year}〕{dice.randint(11, 980)}号）</p>
<table class="g" style="font-size:14px"><tr><td style="width:88px">申请人</td><td>{f("patient_name", a.name)}</td><td style="width:76px">联系方式</td><td>{f("phone", a.person.phone)}</td></tr>
<tr><td>证件类型</td><td>居民身份证</td><td>证件编号</td><td>{f("id_number", a.number)}</td></tr><tr><td>通讯地址</td><td colspan="3">{f("address", a.address)}</td></tr>{agent}</table>
<p class="b" style="margin:14px 0 2px">一、行政机关告知内容</p><div style="font-size:14px">（一）证明事项名称：既往规定病种诊疗史证明（用于门诊慢特病待遇认定）。<br>（二）证明用途：用于核实申请人符合规定病种准入条件。<br>
（三）设定依据：《{a.place.province}医疗保障条例》及相关规范性文件。<br>（四）告知承诺适用对象：申请人可自主选择是否采用告知承诺替代证明；有严重失信记录的不适用。<br>（五）不实承诺的责任：本机关将在办结后三十日内核查，发现承诺不实的，终止待遇、追回基金，并依法处理。</div>
<p class="b" style="margin:14px 0 2px">二、申请人承诺内容</p><div style="font-size:14px">申请人现就申请办理的门诊慢特病待遇认定作出如下承诺：<br>（一）已经知晓行政机关告知的全部内容；（二）自身符合行政机关告知的条件、要求；<br>（三）愿意承担不实承诺的法律责任；（四）本承诺是申请人的真实意思表示。</div>
<table style="margin-top:34px"><tr><td style="width:52%;vertical-align:top">申请人（签字）：{who}<br><br>代理人（签字）：{deputy}<br><br>日期：{on("sign_date", day, dice.choice(("年", "-", "/")))}</td>
<td style="vertical-align:top;position:relative;height:150px">行政机关（盖章）：<br><br>{office}{seal(office, shape="circle", size=136, at=(70, 4), turn=dice.uniform(-9, 9))}</td></tr></table>""",
        font=SONG,
        size=15,
        pad="46px 66px",
    )


def _posting(dice: random.Random) -> str:
    """A Shandong company's headed letter to the bureau; its own telephone and a clerk stand on it too."""
    a = t.who(dice, "鲁", 26, 57)
    day = t.date(dice)
    start = t.after(day, -dice.randint(5, 400)).replace(day=1)
    end = t.after(start, 730)
    firm = (
        a.place.city[:2]
        + dice.choice(("鲁源重工机械", "海岳路桥工程", "齐丰生物科技", "鼎盛纺织集团"))
        + dice.choice(("有限公司", "股份有限公司"))
    )
    far = dice.choice(
        ("四川省成都市新都区", "海南省三亚市吉阳区", "广东省惠州市惠阳区", "陕西省咸阳市秦都区")
    )
    return page(
        f"""<div style="text-align:center;color:#c8201f;font-size:30px;font-weight:600;letter-spacing:4px">{firm}</div><div style="border-top:3px solid #c8201f;border-bottom:1px solid #c8201f;height:6px;margin:10px 0 6px"></div>
<div style="text-align:right;font-size:14px">{firm[2:4]}人证字[{day.year}]{dice.randint(1, 80):02d}号</div><h1 style="font-size:24px;margin:36px 0 30px">关于派驻外地工作人员的证明</h1><p style="margin:0">{a.place.city}医疗保险事业中心：</p>
<p style="text-indent:2em;margin:8px 0">我公司职工{f("patient_name", a.name)}（{f("sex", a.sex)}，{on("birth_date", a.born, "年")}出生，身份证号：{f("id_number", a.number)}，手机号：{f("phone", a.person.phone)}），
系我公司{dice.choice(("售后服务部", "第三项目部", "驻外办事处"))}正式职工，已依法参加{told("insurance_type", "employee", "城镇职工基本医疗保险")}。因工作需要，经公司研究，现派驻{far}工作，派驻期限自{on("valid_from", start, "年")}起至{on("valid_until", end, "年")}止，
请贵中心为其办理常驻异地工作人员就医备案手续。</p><p style="text-indent:2em;margin:8px 0">派驻期间如有变动，我公司将及时告知。我公司对本证明的真实性负责。</p><p style="text-indent:2em">特此证明。</p>
<div style="position:relative;margin:70px 0 0 46%;text-align:center;height:120px">{firm}<br>{on("issue_date", day, dice.choice(("年", "年0")))}{seal(firm, shape="circle", size=150, at=(100, -50), turn=dice.uniform(-12, 12))}</div>
<div style="position:absolute;left:84px;right:84px;bottom:52px;border-top:1px solid #c8201f;font-size:12px;color:#555;padding-top:5px">经办人：{people.name(dice, "女")}（人力资源部）　电话：0{t.digits(dice, 2, "5")}-{t.digits(dice, 6, "2")}　统一社会信用代码：91{a.place.code}MA3{t.digits(dice, 6)}X</div>""",
        font=dice.choice((SONG, KAI)),
        size=18,
        pad="64px 84px",
    )


TEMPLATES: dict[str, Template] = {
    "town-authorization-parties": Template("authorization_letter", 794, 1123, _authorization_parties),
    "town-authorization-window": Template("authorization_letter", 794, 560, _authorization_window),
    "town-authorization-electronic": Template("authorization_letter", 794, 1123, _authorization_electronic),
    "town-commitment-temporary": Template("commitment_letter", 794, 1123, _commitment_temporary),
    "town-commitment-notice": Template("commitment_letter", 794, 1123, _commitment_notice),
    "town-posting-headed": Template("work_posting_letter", 794, 1123, _posting),
}
