"""Letters and filings: an agent's letter, a pledge, remote filing, a posting, and a paper of no kind."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    PRINTS,
    bars,
    case,
    clock,
    date_text,
    digits,
    doctor,
    home,
    hospital,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import day, shown


def agent_letter(dice: random.Random) -> str:
    """Two parallel blocks for principal and agent, values underlined, powers by number, both sign."""
    p, a = who(dice, oldest=90), who(dice, 25, 60)
    c = case(dice)
    on, s = day(dice), dice.choice(("年", "年0", "-"))
    by_hand = dice.random() < 0.3

    def v(field: str, x: object) -> str:
        return hand(str(x), 20) if by_hand else f"<u>　{f(field, x)}　</u>"

    phone_ = hand(a.phone) if by_hand else f"<u>　{a.phone}　</u>"

    def block(t: str, rows: tuple[tuple[str, str], ...]) -> str:
        return f'<div style="flex:1"><div class="b">{t}</div>{"".join(f"<div>{x}：{y}</div>" for x, y in rows)}</div>'  # fmt: skip

    body = f"""<h1 style="font-size:28px;letter-spacing:8px;margin-bottom:30px">{dice.choice(("委托代办书", "医保业务委托书", "授权委托书"))}</h1><div style="display:flex;gap:20px;line-height:2.2">{block("委托人（参保人）", (("姓名", v("patient_name", p.name)), ("身份证号", v("id_number", p.id_number)), ("手机", v("phone", p.phone))))}{block("受托人（代办人）", (("姓名", v("agent_name", a.name)), ("身份证号", v("agent_id_number", a.id_number)), ("手机", phone_)))}</div>
<div style="line-height:2.2;margin-top:6px">委托人住址：{hand(home(p), 15) if by_hand else v("address", home(p))}<br>双方关系：{"□夫妻　☑父母子女　□兄弟姐妹　□其他＿＿＿"}</div><div style="line-height:2.2;margin-top:16px">　　委托人因{dice.choice(("行动不便", "住院治疗", "在外地"))}，不能亲自到{p.place.county}医疗保障经办窗口办理，现委托上述受托人代为办理以下事项（打√有效）：<br>（√）1．门诊慢特病（{f("claimed_disease", c.claim)}）待遇资格申报；<br>（ ）2．医疗费用零星报销；<br>（ ）3．异地就医备案；<br>（√）4．签收有关文书。<br>　　受托人在上述权限内所签署的文件，委托人均予认可。委托期限：自{when("valid_from", on, s)}起至{when("valid_until", on + dt.timedelta(days=dice.choice((30, 90, 180))), s)}止。转委托无效。</div>
<div style="display:flex;justify-content:space-between;margin-top:50px;line-height:2.4"><div>委托人（签名按印）：{sign("applicant", p.name if dice.random() < 0.85 else None, dice)}<br>{when("sign_date", on, s)}</div><div>受托人（签名）：{sign("agent", a.name if dice.random() < 0.85 else None, dice)}<br>　　　年　　月　　日</div></div><div style="position:absolute;bottom:60px;font-size:12px;left:60px;right:60px;border-top:1px solid #000">附：委托人、受托人身份证复印件。窗口核验人：　　　　　受理时间：</div>"""
    return page(body, "", dice.choice(PRINTS), 17, "70px 60px")


def pledge(dice: random.Random) -> str:
    """The notice-and-pledge form: half notice of the bureau, half pledge with the person's line at the foot."""
    p, c = who(dice), case(dice)
    on, s = day(dice), dice.choice(("年", "年0", "."))
    bureau = f"{p.place.city}医疗保障局"
    body = f"""<div style="font-size:14px">证明事项告知承诺制文书 ({on.year}) 第 {digits(dice, 4)} 号</div><h2 style="font-size:24px;margin:14px 0">门诊慢特病资格认定告知承诺书</h2><div class="b">一、告知（行政机关填写）</div>　　根据国家及{p.place.province}推行证明事项告知承诺制的规定，{bureau}就下列事项告知如下：<br>　　（一）事项名称：门诊慢特病病种待遇认定；<br>　　（二）所需证明：二级以上医疗机构病历、检查报告；<br>　　（三）承诺效力：承诺后免交就医地证明，事后核查发现虚假的，追回待遇并按骗取基金处理；<br>　　（四）承诺不可代为作出。<br><div class="b" style="margin-top:10px">二、承诺（申请人填写）</div>
<table class="g" style="margin:6px 0"><tr><td class="c">申请人</td><td>{f("patient_name", p.name)}</td><td class="c">证件号</td><td>{f("id_number", p.id_number)}</td></tr><tr><td class="c">险　种</td><td>{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</td><td class="c">手　机</td><td>{f("phone", p.phone)}</td></tr><tr><td class="c">病　种</td><td>{f("claimed_disease", c.claim)}</td><td class="c">原认定地</td><td>{dice.choice(("无", "/", ""))}</td></tr></table>　　1. 已知晓告知的全部内容；2. 所填写信息真实、准确；3. 所患疾病符合认定标准；4. 愿意承担不实承诺的法律责任；5. 上述承诺是本人真实意思表示。
<div style="display:flex;justify-content:space-between;margin-top:60px;line-height:2.2"><div>申请人签字：{sign("applicant", p.name if dice.random() < 0.8 else None, dice)}<br>日　期：{when("sign_date", on, s)}</div><div style="text-align:right">行政机关（盖章）<br>{f("issuing_authority", bureau)}<br>{when("issue_date", on, s) if dice.random() < 0.5 else "年　月　日"}</div></div><div style="font-size:12px;margin-top:50px">（本文书一式两份，行政机关、申请人各执一份）</div>"""
    if dice.random() < 0.6:
        body += seal(bureau, "", at=(560, 640), size=146, turn=dice.uniform(-10, 10))
    return page(body, "", dice.choice((SONG, KAI, SONG, HEI)), 16, "60px 64px")


def remote(dice: random.Random) -> str:
    """Remote filing as the counter's system prints it: numbered categories, both regions, agency's line filled in."""
    p = who(dice)
    on, s = day(dice), dice.choice(("-", "年", "/"))
    kinds = (("settled_retirement", "异地安置退休人员"), ("long_residence", "异地长期居住人员"), ("posted_work", "常驻异地工作人员"), ("referral", "异地转诊人员"), ("temporary", "其他临时外出就医人员"))  # fmt: skip
    chosen = dice.choice(kinds)
    there = dice.choice(
        [
            x
            for x in ("上海市闵行区", "广东省深圳市", "浙江省杭州市", "江苏省苏州市", "北京市海淀区")
            if x[:2] != p.place.province[:2]
        ]
    )
    start = on + dt.timedelta(days=dice.randint(0, 3))
    lines = "".join(f'<div>{f("filing_category", k, f"☑{n}．{t}") if k == chosen[0] else f"□{n}．{t}"}</div>' for n, (k, t) in enumerate(kinds, 1))  # fmt: skip
    until = f("valid_until", "长期") if chosen[0] in ("settled_retirement", "long_residence") else when("valid_until", start + dt.timedelta(days=182), s)  # fmt: skip
    agent = dice.random() < 0.4
    a = who(dice, 25, 60)
    body = f"""<h2 style="font-size:23px">{p.place.province}基本医疗保险跨省异地就医登记备案表</h2><div style="display:flex;justify-content:space-between;font-size:14px;margin-top:8px"><span>备案流水号：{digits(dice, 14, p.place.code)}</span><span>填报日期：{when("application_date", on, s)}</span></div><table class="g"><tr><td class="h">姓名</td><td>{f("patient_name", p.name)}</td><td class="h">性别</td><td>{f("sex", p.sex)}</td></tr><tr><td class="h">社会保障号码</td><td>{f("id_number", p.id_number)}</td><td class="h">参保险种</td><td>{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民医疗保险")}</td></tr><tr><td class="h">参保地</td><td>{f("insured_place", p.place.province + p.place.city if p.place.city != p.place.province else p.place.insured)}</td><td class="h">就医地</td><td>{there}</td></tr><tr><td class="h">参保地住址</td><td colspan="3">{f("address", home(p))}</td></tr><tr><td class="h">就医地住址</td><td colspan="3">{f("address", f"{there}新华路{dice.randint(1, 300)}号{dice.randint(1, 20)}-{dice.randint(101, 1802)}")}</td></tr><tr><td class="h">联系人①</td><td>本人 {f("phone", p.phone)}</td><td class="h">联系人②</td><td>{doctor(dice)} 131{digits(dice, 8)}</td></tr><tr><td class="h">备案类型</td><td style="line-height:2">{lines}</td><td class="h">材料</td><td style="font-size:13px">□户口簿　□居住证<br>□劳动合同/派出证明<br>□转诊单　☑承诺书</td></tr><tr><td class="h">有效期</td><td colspan="3">{when("valid_from", start, s)} 起，至 {until}</td></tr><tr><td class="h">代办人</td><td>{f("agent_name", a.name) if agent else ""}</td><td class="h">代办人证件号</td><td>{f("agent_id_number", a.id_number) if agent else ""}</td></tr></table>
<div style="font-size:13px;margin:8px 0;line-height:1.8">温馨提示：①备案后住院就医须持社会保障卡或医保电子凭证；②执行就医地目录、参保地待遇；③临时外出就医报销比例降低10～20个百分点；④可通过“国家异地就医备案”小程序撤销。</div><div style="display:flex;justify-content:space-between;margin-top:20px"><span>申请人签名：{sign("applicant", p.name if not agent else None, dice)}</span><span>代办人签名：{sign("agent", a.name if agent else None, dice)}</span></div><div style="text-align:right;margin-top:50px;line-height:2">{f("issuing_authority", f"{p.place.county}医疗保障服务中心")}<br>经办人：{doctor(dice)}　{shown(dice, on, "-")} {clock(dice)}</div>"""
    body += seal(f"{p.place.county}医疗保障服务中心", "异地就医专用章", shape=dice.choice(("circle", "ellipse")), at=(540, 728), size=146, turn=dice.uniform(-9, 9))  # fmt: skip
    return page(body, ".h{width:112px;text-align:center;background:#f4f4f4}.g{margin-top:6px}.g td{height:38px}", dice.choice(PRINTS), 15, "48px 52px")  # fmt: skip


def posting(dice: random.Random) -> str:
    """A firm's own letterhead: a letter to the bureau with several facts in one long sentence."""
    p = who(dice, 28, 58)
    on = day(dice)
    firm = f"{p.place.city.removesuffix('市')}{dice.choice(('瑞恒', '鼎盛', '海川', '中科欣源', '金利达'))}{dice.choice(('机电工程', '建筑劳务', '新能源科技', '服饰'))}有限公司"
    there = dice.choice(
        ("上海市松江区九亭镇", "广东省东莞市长安镇", "浙江省宁波市北仑区", "江苏省南通市通州区")
    )
    start = on - dt.timedelta(days=dice.randint(30, 700))
    body = f"""<div style="border-bottom:3px solid #b00;padding-bottom:8px;text-align:center"><div style="font-size:28px;color:#b00;font-weight:700;letter-spacing:4px">{firm}</div><div style="font-size:12px">地址：{p.place.city}{p.place.county}经济开发区{dice.choice(("兴业", "创新"))}路{dice.randint(1, 99)}号　电话：0{digits(dice, 3)}-{digits(dice, 8)}　统一社会信用代码：91{p.place.code}MA{digits(dice, 7)}K</div></div><h2 style="font-size:26px;margin:50px 0 24px">外 派 人 员 工 作 证 明</h2><div style="font-size:18px;line-height:2.3">{f("insured_place", p.place.insured)}医疗保障局：<p style="text-indent:2em;margin:0">我单位职工{f("patient_name", p.name)}（{f("sex", p.sex)}，{f("ethnicity", p.ethnicity + "族")}，身份证号：{f("id_number", p.id_number)}，联系电话：{f("phone", p.phone)}），户籍地{home(p)}，因工作需要，自{date_text(start, "年")}至{date_text(start + dt.timedelta(days=1095), "年")}被派驻我单位{there}项目部，担任{dice.choice(("安全员", "技术员", "仓库主管", "项目经理"))}，现居住于{f("address", f"{there}职工宿舍{dice.randint(1, 9)}号楼")}。其{f("insurance_type", "employee", "职工基本医疗保险")}由我单位在参保地缴纳。</p><p style="text-indent:2em;margin:0">现申请办理常驻异地工作人员就医备案，请予办理。以上情况属实，如有虚假，我单位承担相应责任。</p></div>
<div style="text-align:right;font-size:18px;line-height:2.2;margin-top:60px;padding-right:20px">单位（公章）：{firm}<br>人事经办人：{hand(doctor(dice))}<br>{when("issue_date", on, "年")}</div>"""
    body += seal(firm, dice.choice(("", "人力资源部")), at=(500, 650), size=152, turn=dice.uniform(-12, 12))
    return page(body, "", dice.choice((SONG, MICRO, KAI)), 16, "50px 66px")


def notice(dice: random.Random) -> str:
    """An appointment slip with rules for the gut's cleaning: a paper no case asks for."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice)
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center"><span style="font-size:20px;font-weight:600">{f("hospital_name", house)}</span>{bars(dice, 150, 30)}</div><h2 style="font-size:22px">检查预约单及注意事项</h2><table class="g" style="margin:8px 0"><tr><td>姓名</td><td>{f("patient_name", p.name)}</td><td>性别</td><td>{f("sex", p.sex)}</td><td>年龄</td><td>{f("age", p.age_on(on), f"{p.age_on(on)}岁")}</td></tr><tr><td>登记号</td><td>{f("record_number", digits(dice, 9, "0"))}</td><td>科室</td><td colspan="3">{f("department", ("内分泌科", "呼吸科", "肾内科", "心内科", "肿瘤科", "神经内科", "风湿科", "肝病科")[CASES.index(c)])}</td></tr><tr><td>预约项目</td><td colspan="3">{dice.choice(("无痛电子肠镜", "无痛胃镜+肠镜", "CT冠脉成像（增强）"))}</td><td>排队号</td><td style="font-size:20px"><b>{dice.randint(1, 60)}</b></td></tr><tr><td>预约时间</td><td colspan="5">{date_text(on + dt.timedelta(days=dice.randint(3, 20)), "-")} {dice.choice(("上午 08:00-09:00", "下午 13:30-14:30"))}　门诊楼{dice.randint(2, 5)}楼内镜中心</td></tr></table><ol style="margin:6px 0;padding-left:22px"><li>检查前三日进少渣饮食，前一日进流质，禁食带籽水果、火龙果及绿叶蔬菜。</li><li>检查当日凌晨4点服复方聚乙二醇电解质散2盒，兑温水2000mL，2小时内服完，直至排出清水样便。</li><li>服用阿司匹林、氯吡格雷、华法林者请提前7天咨询医生；降压药照常服用，降糖药当日停用。</li><li>高龄（＞70岁）、心肺功能不全者须有家属陪同，行麻醉者当日不得驾车。</li><li>未按时到检者请提前一天电话取消：0{digits(dice, 3)}-{digits(dice, 8)}。</li></ol><div style="font-size:12px;display:flex;justify-content:space-between"><span>预约员：{digits(dice, 4)}　打印：{date_text(on, "-")} {clock(dice)}</span><span>请妥善保管，遗失不补</span></div>"""
    return page(body, ".g td{padding:5px 8px}", dice.choice((SONG, HEI, MICRO)), 14, "26px 44px")


TEMPLATES: dict[str, Template] = {
    "delta-authorization_letter-blocks": Template("authorization_letter", 794, 1123, agent_letter),
    "delta-commitment_letter-notice": Template("commitment_letter", 794, 1123, pledge),
    "delta-remote_filing_form-counter": Template("remote_filing_form", 794, 1123, remote),
    "delta-work_posting_letter-letterhead": Template("work_posting_letter", 794, 1123, posting),
    "delta-unknown-appointment": Template("unknown", 794, 560, notice),
}
