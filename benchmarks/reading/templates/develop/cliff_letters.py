"""Letters and declarations: authority, promise, filing elsewhere, posting, referral, and a paper of no kind."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    NORTH,
    city,
    d,
    digits,
    home,
    page,
    patient,
    phone,
    somebody,
    u,
    when,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, hand, seal, sign
from benchmarks.reading.templates.develop.people import day

FILING = (
    ("settled_retirement", "异地安置退休人员"), ("long_residence", "异地长期居住人员"), ("posted_work", "常驻异地工作人员"), ("referral", "异地转诊就医人员"), ("temporary", "其他临时外出就医人员"),
)  # fmt: skip


def _authority(dice: random.Random) -> str:
    p, q, on = patient(dice, 50, 90), patient(dice, 24, 60), day(dice)
    why = dice.choice(
        ("因年事已高、行动不便", "因住院治疗期间无法亲自到场", "因长期在外地居住", "因患病卧床")
    )
    relation = dice.choice(("之子", "之女", "妻子", "儿媳", "社区网格员"))
    lines = dice.random() < 0.5
    mandator = f"""<p>委托人：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}<br>身份证号码：{f("id_number", p.id_number)}<br>住址：{f("address", home(p))}<br>电话：{f("phone", p.phone)}</p><p>受托人：{f("agent_name", q.name)}　性别：{q.sex}<br>身份证号码：{f("agent_id_number", q.id_number)}<br>住址：{home(q)}<br>电话：{q.phone}　与委托人关系：{relation}</p>"""  # fmt: skip
    prose = f"""<p>　　本人{u(f("patient_name", p.name), 80)}（身份证号：{f("id_number", p.id_number)}，联系电话{f("phone", p.phone)}），{why}，不能亲自前往办理门诊慢特病相关手续，现全权委托{relation}{u(f("agent_name", q.name), 80)}（身份证号：{f("agent_id_number", q.id_number)}，手机{q.phone}）代为办理。</p>"""  # fmt: skip
    body = f"""<h1 style="font-size:28px;letter-spacing:10px;margin:20px 0 34px">{dice.choice(("授权委托书", "委　托　书", "医保业务代办委托书"))}</h1><p>{city(p)}市医疗保障事务中心：</p>{mandator if lines else prose}
{f"<p>　　{why}，特委托受托人作为我的合法代理人，代为办理以下事项：</p>" if lines else "<p>　　委托权限如下：</p>"}<p>　　1、{dice.choice(("☑", "√"))}提交门诊慢特病认定（续期）申请及病历资料；<br>　　2、□查询、打印本人医保缴费及待遇信息；<br>　　3、☑签收相关文书、领取医疗证；<br>　　4、□其他：＿＿＿＿＿＿＿＿＿＿</p><p>　　受托人在上述权限内所签署的一切文件，我均予以承认，由此产生的法律责任由委托人承担。受托人无转委托权。</p><p>　　委托期限：自{d("valid_from", on, dice, style="年")}起至{d("valid_until", on + dt.timedelta(days=dice.choice((30, 90, 180))), dice, style="年")}止。</p>
<div style="display:flex;justify-content:space-between;margin-top:44px;line-height:2.4"><div>受托人（签字）：{sign("agent", q.name if dice.random() < 0.8 else None, dice)}</div><div>委托人（签字、按手印）：{sign("applicant", p.name if dice.random() < 0.8 else None, dice)}<br>{d("sign_date", on, dice, style=dice.choice("年0"))}</div></div><div style="font-size:13px;margin-top:40px">附：委托人、受托人身份证正反面复印件各一份（{hand("已附", 16) if dice.random() < 0.4 else "粘贴于背面"}）</div>"""
    return page(body, "p{line-height:2;margin:8px 0}", dice.choice((SONG, KAI)), 17, "60px 80px")


def _promise(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    sick = dice.choice(
        (
            "慢性肾功能衰竭",
            "恶性肿瘤",
            "糖尿病（有并发症）",
            "精神分裂症",
            "类风湿关节炎（有严重肢体功能障碍）",
        )
    )
    body = f"""<div style="font-size:14px">附件2</div><h1 style="font-size:26px;margin:10px 0 6px">{p.place.city}基本医疗保险参保人员<br>证明事项告知承诺书</h1><div class="c" style="font-size:14px;margin-bottom:14px">（适用：门诊慢特病病种待遇{dice.choice(("认定", "复审", "续期"))}）</div>
<table class="g"><tr><td class="k" rowspan="3">承<br>诺<br>人</td><td>姓名：{f("patient_name", p.name)}</td><td>证件类型：身份证</td></tr><tr><td>证件号码：{f("id_number", p.id_number)}</td><td>联系方式：{f("phone", p.phone)}</td></tr><tr><td colspan="2">参保地：{f("insured_place", p.place.insured)}　　申报病种：{f("claimed_disease", sick)}</td></tr></table>
<p><b>一、行政机关告知</b></p><p>　　（一）办理依据：国家医保局《基本医疗保险经办管理暂行办法》（2023年7月1日起施行）。（二）证明内容：本人近{dice.choice(("一", "二"))}年内在定点医疗机构的诊断与治疗情况属实。（三）不实承诺的责任：经核查承诺内容不实的，终止待遇、追回医疗保障基金，依法处以二倍以上五倍以下罚款，纳入信用记录。</p><p><b>二、申请人承诺</b></p><p>　　1.已知晓告知的全部内容；2.所填信息及提交的病历、诊断证明、检查检验报告真实、合法、有效；3.自{when(dice, on, style="年")}起不以{p.name}之名为他人配药、不倒卖药品；4.若病情好转不再符合条件，主动申报；5.上述承诺是本人真实意思表示，愿意承担不实承诺的法律责任。</p>
<table style="margin-top:40px"><tr><td style="line-height:2.2">承诺人（签名）：{sign("applicant", p.name if dice.random() < 0.75 else None, dice)}<br>日期：{d("sign_date", on, dice)}</td><td style="line-height:2.2">经办机构（盖章）：{p.place.county}医保服务大厅<br>日期：{when(dice, on)}</td></tr></table><div style="font-size:12px;border-top:1px solid;margin-top:60px">本承诺书一式两份，经办机构与承诺人各执一份。咨询：{p.place.city}12393热线</div>
{seal(p.place.county + "医疗保障局", "业务专用章", at=(480, dice.randint(690, 780)), size=142, turn=dice.uniform(-18, 18)) if dice.random() < 0.7 else ""}"""
    return page(body, ".k{width:40px;text-align:center}td{height:36px}p{margin:8px 0;line-height:1.95;text-align:justify}", dice.choice((SONG, KAI)), 16, "52px 70px")  # fmt: skip


def _filing(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    to = dice.choice([x for x in NORTH if x.province != p.place.province])
    mine = dice.randrange(5)
    mark = dice.choice("☑√■")
    box = "　".join(
        (mark if i == mine else "□") + (f("filing_category", c, n) if i == mine else n)
        for i, (c, n) in enumerate(FILING)
    )
    a, b = p.insurance == "employee", p.insurance == "resident"
    kinds = f'{mark if a else "□"}{f("insurance_type", "employee", "职工基本医疗保险") if a else "职工基本医疗保险"}　{mark if b else "□"}{f("insurance_type", "resident", "城乡居民基本医疗保险") if b else "城乡居民基本医疗保险"}　□其他'  # fmt: skip
    end = dice.random() < 0.5
    body = f"""<h1 style="font-size:24px">{p.place.province}跨省异地就医登记备案表</h1><div style="text-align:right;font-size:13px">备案流水号：{f("report_number", f"YD{on:%Y%m%d}{digits(dice, 6)}") if dice.random() < 0.6 else ""}</div>
<table class="g"><tr><td class="k">姓　　名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{f("sex", p.sex)}</td><td class="k">社会保障<br>卡　　号</td><td>{f("card_number", dice.choice("ABDK") + digits(dice, 8))}</td></tr><tr><td class="k">身份证号<br>（社保号）</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="k">联系电话1</td><td>{f("phone", p.phone)}</td></tr><tr><td class="k">参保地</td><td colspan="3">{f("insured_place", p.place.province + p.place.city + p.place.county)}</td><td class="k">联系电话2</td><td>{phone(dice)}（{somebody(dice)}）</td></tr>
<tr><td class="k">参保险种</td><td colspan="5">{kinds}</td></tr><tr><td class="k">人员类别</td><td colspan="5" style="line-height:2">{box}</td></tr><tr><td class="k">备案类型</td><td colspan="5">{mark}新增　□变更　□取消</td></tr><tr><td class="k">户籍地址</td><td colspan="5">{home(p)}</td></tr><tr><td class="k">居住地<br>（转往地）</td><td colspan="5">{f("address", f"{to.province}{to.city}{to.county}{to.road}{p.house + 7}号{p.house % 9 + 1}-{p.house % 5 + 2}01")}</td></tr>
<tr><td class="k">转往省市</td><td colspan="2">{to.province}</td><td class="k">就医地市</td><td colspan="2">{to.city}</td></tr><tr><td class="k">备案起止</td><td colspan="5">{d("valid_from", on, dice, style=dice.choice("-年"))} 至 {d("valid_until", on + dt.timedelta(days=183 if mine > 2 else 730), dice, style=dice.choice("-年")) if end or mine > 2 else f("valid_until", "长期")}</td></tr><tr><td class="k">所选医院</td><td colspan="5">{"1. " + to.city + "第一医院　2. ＿＿＿＿＿＿＿　（直接备案到就医地市的可不填）"}</td></tr></table>
<div style="border:1px solid #222;border-top:0;padding:6px 10px;font-size:13px;line-height:1.8"><div class="c b">温 馨 提 示</div>1、办理异地就医备案后，备案有效期内均可在备案地直接结算，无需重复备案；<br>2、长期居住人员备案后{dice.choice(("6", "3"))}个月内原则上不得变更；<br>3、未按规定备案或转诊的，支付比例降低{dice.choice((10, 20))}个百分点；<br>4、门诊慢特病跨省直接结算病种：高血压、糖尿病、恶性肿瘤门诊治疗、尿毒症透析、器官移植术后抗排异治疗等；<br>5、如遇无法直接结算，请保留票据原件回参保地手工报销。</div>
<div style="margin-top:14px;line-height:2.2">本人已阅读并同意以上内容。　申请人（签字）：{sign("applicant", p.name if dice.random() < 0.7 else None, dice)}　　申请日期：{d("application_date", on, dice)}<br>代办人（签字）：{sign("agent", None, dice)}　　经办人：{somebody(dice)}　　经办机构（章）</div>{seal(p.place.county + "医疗保险基金管理中心", at=(560, 775), size=144, turn=dice.uniform(-20, 20)) if dice.random() < 0.75 else ""}"""
    return page(
        body, ".k{width:86px;text-align:center}td{height:38px}", dice.choice((SONG, HEI)), 15, "48px 56px"
    )


def _posting(dice: random.Random) -> str:
    p, on = patient(dice, 24, 58), day(dice)
    to = dice.choice([x for x in NORTH if x.province != p.place.province])
    firm = dice.choice((f"{p.place.province[:2]}建设集团第六工程有限公司", f"{city(p)}重型装备制造股份有限公司", f"中铁二十七局集团{city(p)}公司", f"{p.place.county}惠民农产品商贸有限责任公司", f"{city(p)}地质勘查院"))  # fmt: skip
    start = on - dt.timedelta(days=dice.randint(10, 500))
    body = f"""<div style="border-bottom:3px double #b00;padding-bottom:6px;margin-bottom:26px" class="c"><div style="font-size:28px;color:#b00;letter-spacing:2px">{firm}</div></div><div class="r" style="font-size:14px">{p.place.province[0]}人字〔{on.year}〕{dice.randint(3, 190)}号</div><h1 style="font-size:26px;margin:24px 0 28px">{dice.choice(("关于职工长期驻外工作的证明", "异地工作证明", "单位派驻外地工作人员证明"))}</h1><p>{p.place.city}医疗保险事业管理局：</p>
<p>　　兹有我单位{dice.choice(("项目部", "销售部", "安装分公司"))}员工{f("patient_name", p.name)}，{f("sex", p.sex)}，{f("ethnicity", p.ethnicity, p.ethnicity + "族")}，{f("birth_date", p.born.strftime("%Y-%m"), f"{p.born.year}年{p.born.month}月")}出生，身份证号{f("id_number", p.id_number)}，因工作需要，自{d("valid_from", start, dice, style="年")}起派驻{to.city}（{f("address", to.province + to.city + to.county + to.road + str(p.house) + "号")}）工作，{"预计至" + d("valid_until", start + dt.timedelta(days=1095), dice, style="年") + "结束" if dice.random() < 0.6 else "期限一年以上"}。其在{f("insured_place", p.place.insured)}参加{f("insurance_type", "employee", "职工基本医疗保险")}，请予办理常驻异地工作人员备案手续。</p><p>　　我单位对以上证明内容的真实性负责。</p><p>　　特此证明。</p>
<div style="position:relative;text-align:right;line-height:2.2;margin-top:60px">{firm}（人力资源部）<br>{d("issue_date", on, dice, style=dice.choice("年0"))}{seal(firm, at=(dice.randint(430, 490), -30), size=150, turn=dice.uniform(-12, 12)) if dice.random() < 0.9 else ""}</div><div style="margin-top:90px;font-size:15px">单位联系人：{somebody(dice)}　　联系电话：{phone(dice)}　　员工本人电话：{f("phone", p.phone)}<br>单位地址：{p.place.city}{p.place.county}{p.place.road}{dice.randint(1, 300)}号</div>"""
    return page(
        body, "p{line-height:2.1;margin:6px 0;text-align:justify}", dice.choice((SONG, KAI)), 17, "60px 76px"
    )


def _referral(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    hosp = dice.choice(
        (
            f"{p.place.county}人民医院",
            f"{city(p)}市第六中心医院",
            f"{p.place.county}蒙医医院",
            f"{city(p)}矿务局总医院",
        )
    )
    to = dice.choice(
        (
            "首都医科大学附属宣德医院",
            "天津海光医科大学肿瘤医院",
            "北京长宁路医学院第九临床医院",
            "解放军第四七一中心医院",
        )
    )
    ills = dice.choice((("急性髓系白血病（M2型）",), ("主动脉夹层（Stanford B型）", "高血压3级"), ("胶质母细胞瘤（WHO 4级）",), ("肝豆状核变性",), ("先天性心脏病 法洛四联症", "肺动脉高压"), ("难治性癫痫",)))  # fmt: skip
    age, doc = str(p.age_on(on)), somebody(dice)
    body = f"""<h1 style="font-size:24px">{p.place.city}医疗保险参保患者转诊转院意见书</h1><div class="r">编号：{f("report_number", f"ZZ{on:%y%m}{digits(dice, 4)}")}</div><table class="g" style="border:2px solid"><tr><td class="k">患者<br>姓名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{f("sex", p.sex)}</td><td class="k">年龄</td><td>{f("age", age, age + "岁")}</td><td class="k">险种</td><td>{f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民")}</td></tr><tr><td class="k">身份<br>证号</td><td colspan="4">{f("id_number", p.id_number)}</td><td class="k">住院号</td><td colspan="2">{f("record_number", digits(dice, 8))}</td></tr><tr><td class="k">家庭<br>住址</td><td colspan="4">{f("address", home(p))}</td><td class="k">电话</td><td colspan="2">{f("phone", p.phone)}</td></tr><tr><td class="k">转出<br>医院</td><td colspan="3">{f("hospital_name", hosp)}</td><td class="k">级别</td><td>{f("hospital_level", *(dice.choice((("二级甲等", "二甲"), ("三级乙等", "三乙"), ("二级", "二级")))))}</td><td class="k">科室</td><td>{f("department", dice.choice(("血液科", "心外科", "神外一", "儿内科")))}</td></tr><tr><td class="k">转入<br>医院</td><td colspan="7">{to}</td></tr>
<tr><td class="k">病情<br>摘要<br>及<br>治疗<br>经过</td><td colspan="7" style="height:210px;vertical-align:top">　　患者因“间断发热、乏力{dice.randint(1, 6)}周，加重{dice.randint(2, 5)}天”于{d("admission_date", on - dt.timedelta(days=6), dice, style="年")}入我院。入院后查血常规、生化、影像学检查等，给予抗感染、对症支持治疗，效果欠佳，病情复杂。曾于{when(dice, on - dt.timedelta(days=40), style="年")}在{city(p)}市中心医院门诊就诊，考虑“感染”。</td></tr><tr><td class="k">目前<br>诊断</td><td colspan="7" style="height:80px">{"　".join(f"{i}.{f('diagnosis', x)}" if len(ills) > 1 else f("diagnosis", x) for i, x in enumerate(ills, 1))}</td></tr>
<tr><td class="k">转诊<br>原因</td><td colspan="7">□限于技术　☑限于设备条件　□诊断不明　□患者要求　□其他</td></tr><tr><td class="k">科室<br>意见</td><td colspan="7" style="height:84px">同意转诊。　经治医师：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.65 else None, dice)}　科主任：{somebody(dice)}</td></tr><tr><td class="k">医院<br>医保科<br>意见</td><td colspan="7" style="height:110px;position:relative">同意转诊，有效期至{d("valid_until", on + dt.timedelta(days=dice.choice((30, 90, 180))), dice, style="年")}。<div class="r">（盖章）　{d("issue_date", on, dice, style="年")}</div>{seal(hosp, "医保科", at=(400, -14), size=130, turn=dice.uniform(-20, 20)) if dice.random() < 0.85 else ""}</td></tr></table><div style="font-size:13px;margin-top:6px">说明：1.转诊须由二级以上定点医院出具；2.恶性肿瘤、器官移植复查一年内不需重复办理；3.患者或家属（签字）：{sign("applicant", p.name if dice.random() < 0.5 else None, dice, 80)}　与患者关系：＿＿＿</div>"""
    return page(
        body, ".k{width:60px;text-align:center}td{height:40px}", dice.choice((SONG, KAI)), 15, "50px 58px"
    )


def _leaflet(dice: random.Random) -> str:
    c = dice.choice(NORTH)
    on = day(dice)
    items = dice.sample(("参保人员身份证或社保卡原件及复印件", "近两年住院病历复印件（加盖医院病案室红章）", "一寸免冠彩照两张", "门诊病历、检查化验报告单", "疾病诊断证明书（主治以上医师签名）", "委托他人办理的提供代办人身份证"), 5)  # fmt: skip
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td><td class='c'>{dice.choice((60, 65, 70, 80, 85))}%</td><td class='c'>{dice.choice(('1500', '3000', '5000', '与住院合并'))}</td></tr>" for a, b in (("高血压（有并发症）", "二级及以上"), ("糖尿病（合并感染或并发症）", "二级及以上"), ("尿毒症透析", "开展透析的机构"), ("恶性肿瘤放化疗", "三级"), ("重性精神病", "精神专科")))  # fmt: skip
    body = f"""<div style="background:#1b72b8;color:#fff;margin:-30px -44px 16px;padding:20px;text-align:center"><div style="font-size:28px">门诊慢特病办理指南</div><div>{c.city}医疗保障局宣　{on.year}年版</div></div><b>一、谁可以申请？</b><p>　　凡参加我市职工、城乡居民基本医疗保险，患有规定病种的参保人员。</p><b>二、带什么材料？</b><p>{"<br>".join(f"　{i}.{x}；" for i, x in enumerate(items, 1))}</p><b>三、去哪里办？</b><p>　　{c.county}政务服务中心二楼医保窗口（{c.road}{dice.randint(1, 200)}号），电话：0{digits(dice, 2)}-{digits(dice, 7)}；或关注“{c.city}医保”微信公众号网上申报。每周一至周五 8:30—11:30，{dice.choice(("13:30—17:00", "14:00—17:30"))}。</p><b>四、待遇标准</b><table class="g" style="margin:8px 0"><tr class="c"><th>病种</th><th>定点机构级别</th><th>报销比例</th><th>年度限额（元）</th></tr>{rows}</table><b>五、多长时间办好？</b><p>　　即时办结病种当场认定；其余病种自受理之日起20个工作日内，由专家组集中鉴定，结果以短信告知。</p><div style="background:#fff3d6;border:1px dashed #d90;padding:8px 12px">◆ 严禁出租、出借、倒卖慢特病证。举报电话：12345 / 12393</div>"""
    return page(body, "p{margin:4px 0 10px}", dice.choice((HEI, SONG)), 15, "30px 44px")


TEMPLATES: dict[str, Template] = {
    "cliff-authorization_letter-plain": Template("authorization_letter", 794, 1123, _authority),
    "cliff-commitment_letter-notice": Template("commitment_letter", 794, 1123, _promise),
    "cliff-remote_filing_form-province": Template("remote_filing_form", 794, 1123, _filing),
    "cliff-work_posting_letter-head": Template("work_posting_letter", 794, 1123, _posting),
    "cliff-referral_letter-form": Template("referral_letter", 794, 1123, _referral),
    "cliff-unknown-leaflet": Template("unknown", 794, 900, _leaflet),
}
