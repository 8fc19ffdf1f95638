"""Special-medicine, renewal and Guangdong-wide application forms, and a counter's print of an online one."""

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
    pick,
    qr,
    scribble,
    sick,
    spaced,
    ticks,
    when,
    who,
)  # fmt: skip

GRID = "table-layout:fixed"


def sichuan(dice: random.Random) -> str:
    """Single-pay medicine: patient, hospital, responsible doctor, pharmacy, each a block with a side title."""
    p, s, day = who(dice, "绵阳"), sick(dice), when(dice)
    hosp = dice.choice(("绵阳市中心医院", "四川绵州科技城医院", "绵阳市第三人民医院（四川省精神卫生中心）"))
    doc, agent = other(dice), other(dice)
    has_agent = dice.random() < 0.4
    first = dice.random() < 0.6
    end = day + dt.timedelta(days=dice.choice((90, 180, 364)))

    def side(n: Any, rows: Any) -> str:
        return f'<td rowspan="{rows}" class="c" style="width:34px;background:#eee">{"<br>".join(n)}</td>'

    body = f"""
<h2 style="font-family:{h.HEI};font-size:21px">四川省基本医疗保险单行支付药品和高值药品用药申请表</h2>
<div style="display:flex;justify-content:space-between;margin:10px 0 3px;font-size:13px"><span>统筹区：{h.f("insured_place", "绵阳市" if dice.random() < 0.5 else "绵阳市本级")}</span><span>{ticks(["初次申请", "续用申请"], "初次申请" if first else "续用申请", "☑")}</span><span>NO.{dice.randint(1, 99999):06d}</span></div>
<table class="g" style="{GRID}"><colgroup><col style="width:34px"><col style="width:96px"><col><col style="width:96px"><col style="width:96px"><col style="width:86px"><col style="width:104px"></colgroup>
<tr>{side("参保人员信息", 4)}<td>患者姓名</td><td>{h.f("patient_name", p.name)}</td><td>性别/年龄</td><td>{h.f("sex", p.sex)}/{h.f("age", p.age_on(day))}岁</td><td>医保类别</td><td>{h.f("insurance_type", p.insurance, "城镇职工" if p.insurance == "employee" else "城乡居民")}</td></tr>
<tr><td>身份证号码</td><td colspan="2">{h.f("id_number", p.id_number)}</td><td>医保编码</td><td colspan="2">{dice.randint(10**9, 10**10 - 1)}</td></tr>
<tr><td>联系地址</td><td colspan="3">{h.f("address", p.address)}</td><td>联系电话</td><td>{h.f("phone", p.phone)}</td></tr>
<tr><td>代理人姓名</td><td>{h.f("agent_name", agent) if has_agent else "/"}</td><td>代理人身份证</td><td colspan="3">{h.f("agent_id_number", who(dice, "绵阳", youngest=24, oldest=60).id_number) if has_agent else "/"}</td></tr>
<tr>{side("认定申请", 5)}<td>疾病名称</td><td colspan="5">{h.f("claimed_disease", s.claim)}</td></tr>
<tr><td>诊断</td><td colspan="5">{h.fs("diagnosis", s.diagnoses, "；")}</td></tr>
<tr><td>药品通用名</td><td colspan="3">{s.drug}</td><td>规格</td><td>{dice.choice(["80mg×30片", "0.5ml:1mg", "5mg×28片", "160mg/支"])}</td></tr>
<tr><td>用法用量</td><td colspan="3">{dice.choice(["口服，1次1片，1日1次", "皮下注射，每周1次，每次1mg", "静脉滴注，每3周1次"])}</td><td>申请用量</td><td>{dice.randint(1, 9)}盒/{dice.choice(["月", "疗程"])}</td></tr>
<tr><td>病情摘要及<br>用药依据</td><td colspan="5" style="height:108px;vertical-align:top;text-indent:2em">{s.story}符合该药品限定支付范围，拟用药时间自{at(dice, day, "年")}至{at(dice, end, "年")}。</td></tr>
<tr>{side("认定机构", 3)}<td>机构名称</td><td colspan="3">{h.f("hospital_name", hosp)}</td><td>等级</td><td>{h.f("hospital_level", "三级甲等") if dice.random() < 0.7 else ""}</td></tr>
<tr><td>责任医师</td><td>{h.f("physician_name", doc)}</td><td>职称</td><td>{h.f("physician_title", dice.choice(["主任医师", "副主任医师"]))}</td><td>科室</td><td>{h.f("department", s.department)}</td></tr>
<tr><td>认定意见</td><td colspan="5" style="height:96px;position:relative">{ticks(["同意使用", "不同意使用"], "同意使用", "☑")}
<div style="margin-top:22px">责任医师签名：{h.sign("physician", doc, dice)} 医院医保部门（章）&emsp;{h.f("sign_date", day.isoformat(), spaced(dice, day))}</div>{h.seal(hosp[:12].split("（")[0], "医保管理科", size=104, at=(290, 0), turn=dice.uniform(-12, 12))}</td></tr>
<tr>{side("患者知情", 1)}<td colspan="6" style="line-height:1.55">本人已知晓：1.单行支付药品实行“定认定机构、定治疗机构、定责任医师、实名制”管理；2.处方有效期内不得重复购药；3.停药、转院、死亡应及时告知认定机构。如有倒卖药品等骗保行为，依法承担责任。<div class="r">患者/代理人签字：{h.sign("agent" if has_agent else "applicant", agent if has_agent else p.name, dice)}&emsp;联系药店：{dice.choice(["国药控股绵阳药房", "老百姓大药房涪城店", ""])}&emsp;</div></td></tr>
<tr>{side("备案", 1)}<td colspan="6" style="height:70px;vertical-align:bottom">经办人：{scribble(other(dice), 19) if dice.random() < 0.5 else "&emsp;&emsp;&emsp;"}<span style="float:right">医保经办机构（章）&emsp;年&emsp;月&emsp;日&emsp;</span></td></tr></table>
<p style="font-size:12px">填表说明：本表由认定机构责任医师填写，一式三份，认定机构、供药机构、参保患者各执一份。“/”表示无此项。</p>"""
    return h.page(body, "td{padding:4px 5px}", dice.choice((h.SONG, h.MICRO)), 13, "40px 44px")


def hubei(dice: random.Random) -> str:
    """A renewal table printed by the system; old and new period, medicines of the last year, hospital's review."""
    p, s, day = who(dice, "黄石"), sick(dice), when(dice)
    hosp = dice.choice(("黄石市第二医院", "黄石市中医医院（市传染病医院）", "黄石市黄石港区人民医院"))
    old = dt.date(day.year - 2, dice.randint(1, 12), 1)
    ends = dt.date(day.year, 12, 31) if dice.random() < 0.5 else day + dt.timedelta(days=25)
    doc = other(dice)
    style = dice.choice(("-", ".", "/"))
    meds = dice.sample(["硝苯地平控释片 30mg", "阿卡波糖片 50mg", "甲钴胺片 0.5mg", "阿托伐他汀钙片 20mg", "硫酸氢氯吡格雷片 75mg", "骨化三醇胶丸 0.25μg", "复方α-酮酸片 0.63g", "泼尼松片 5mg"], dice.randint(2, 5))  # fmt: skip
    rows = "".join(f'<tr><td class="c">{n}</td><td colspan="3">{m}</td><td class="c">{dice.randint(2, 12)}</td><td class="r">{dice.uniform(60, 2400):.2f}</td></tr>' for n, m in enumerate(meds, 1))  # fmt: skip

    def lab(t: Any) -> str:
        return f'<td class="l">{t}</td>'

    body = f"""
<div style="border-bottom:3px double #333;display:flex;justify-content:space-between;font-size:12px;color:#444"><span>湖北省医疗保障信息平台</span><span>打印时间：{day + dt.timedelta(days=1):%Y-%m-%d} 09:{dice.randint(10, 59)}:{dice.randint(10, 59)}</span></div>
<h1 style="font-size:20px;margin:12px 0 8px">黄石市门诊慢特病待遇资格复审（续期）申请表</h1>
<table class="g" style="{GRID}"><colgroup><col style="width:100px"><col><col style="width:100px"><col style="width:130px"><col style="width:96px"><col style="width:110px"></colgroup>
<tr>{lab("人员姓名")}<td>{h.f("patient_name", p.name)}</td>{lab("证件类型")}<td>居民身份证</td>{lab("性别")}<td>{h.f("sex", p.sex)}</td></tr>
<tr>{lab("证件号码")}<td colspan="3">{h.f("id_number", p.id_number)}</td>{lab("出生日期")}<td>{h.f("birth_date", p.born.isoformat(), at(dice, p.born, style))}</td></tr>
<tr>{lab("险种类型")}<td colspan="3">{h.f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</td>{lab("参保区划")}<td>{h.f("insured_place", p.place.county)}</td></tr>
<tr>{lab("手机号码")}<td>{h.f("phone", p.phone)}</td>{lab("居住地址")}<td colspan="3">{h.f("address", p.address)}</td></tr>
<tr>{lab("病种代码")}<td>M{dice.randint(10000, 99999)}</td>{lab("病种名称")}<td colspan="3">{h.f("claimed_disease", s.claim)}</td></tr>
<tr>{lab("原待遇期")}<td colspan="3">{h.f("valid_from", old.isoformat(), at(dice, old, style))} 至 {h.f("valid_until", ends.isoformat(), at(dice, ends, style))}</td>{lab("申请日期")}<td>{h.f("application_date", day.isoformat(), at(dice, day, style))}</td></tr>
<tr><td colspan="6" class="c b" style="background:#f1f1f1">本待遇期内门诊慢特病用药情况</td></tr>
<tr class="c"><td class="c">序号</td><td colspan="3" class="c">药品名称</td><td class="c">购药次数</td><td class="c">金额（元）</td></tr>{rows}
<tr><td colspan="5" class="r">合计（大写略）</td><td class="r">{dice.uniform(900, 9000):.2f}</td></tr>
<tr>{lab("续期理由")}<td colspan="5" style="height:66px">本人因患{h.f("diagnosis", s.diagnoses[0])}，病情仍需长期门诊治疗，原待遇即将到期，特申请续期。<span style="float:right">申请人：{h.sign("applicant", p.name if dice.random() < 0.85 else None, dice)}</span></td></tr>
<tr>{lab("复审医疗<br>机构意见")}<td colspan="5" style="height:128px;position:relative;vertical-align:top">{ticks(["病情稳定，符合续期条件", "不符合，终止待遇", "需补充资料"], "病情稳定，符合续期条件", "■", "<br>")}
<div style="position:absolute;bottom:8px;left:6px;right:10px;display:flex;justify-content:space-between"><span>复审医师：{h.f("physician_name", doc)} {h.sign("physician", doc, dice, 80)}</span><span>{h.f("hospital_name", hosp)}</span><span>{h.f("sign_date", day.isoformat(), at(dice, day, "年0"))}</span></div>{h.seal(hosp.split("（")[0], "门诊慢特病专用章", size=118, at=(330, 4), turn=dice.uniform(-15, 15), shape=dice.choice(["circle", "ellipse"]))}</td></tr>
<tr>{lab("经办机构<br>审核结果")}<td colspan="5" style="height:88px;vertical-align:bottom">新待遇期：{line("", 110)}至{line("", 110)}&emsp;经办人：{line("", 80)}&emsp;年&ensp;月&ensp;日</td></tr></table>
<div style="font-size:12px;margin-top:8px;color:#333">温馨提示：待遇期满前60日内可申请续期；逾期未申请的，自期满次日起停止待遇。业务咨询：黄石市医疗保障服务中心 0714-628{dice.randint(1000, 9999)}，地址：黄石港区杭州西路172号。</div>
<div style="position:absolute;bottom:24px;left:0;right:0;text-align:center;font-size:12px">第 1 页 共 1 页</div>"""
    return h.page(
        body, ".l{background:#f7f7f7;text-align:center}td{padding:4px 6px}", h.MICRO, 13, "26px 46px"
    )


def guangdong(dice: random.Random) -> str:
    """The one table the whole of Guangdong uses: patient, hospital's recognition, review, chosen hospitals."""
    p, s, day = who(dice, "汕头"), sick(dice), when(dice)
    hosp = dice.choice(("汕头市潮阳区大峰仁济医院", "汕头市中心医院", "粤东医科大学第二附属医院"))
    doc, kin = other(dice), other(dice)
    agent = dice.random() < 0.35
    end = day.replace(year=day.year + dice.choice((1, 2, 3)), day=min(day.day, 28))
    body = f"""
<div class="r" style="font-size:13px">表号：粤医保门特01</div>
<h1 style="font-size:22px;font-family:{UMING};font-weight:700;line-height:1.45">广东省基本医疗保险<br>门诊特定病种待遇认定申请表</h1>
<div style="margin:8px 0 3px">参保地：{line(h.f("insured_place", f"{p.place.city}{p.place.county}" if dice.random() < 0.6 else "汕头市"), 150)}</div>
<table class="g" style="{GRID}"><colgroup><col style="width:110px"><col><col style="width:100px"><col><col style="width:70px"><col style="width:90px"></colgroup>
<tr class="k"><td>参保人姓名</td><td>证件类型</td><td colspan="2">证件号码</td><td>性别</td><td>年龄</td></tr>
<tr class="c w"><td>{h.f("patient_name", p.name)}</td><td>身份证</td><td colspan="2">{h.f("id_number", p.id_number)}</td><td>{h.f("sex", p.sex)}</td><td>{h.f("age", p.age_on(day))}</td></tr>
<tr class="k"><td>险种</td><td>联系电话</td><td colspan="4">通讯地址</td></tr>
<tr class="c w"><td>{h.f("insurance_type", p.insurance, p.insurance_shown)}</td><td>{h.f("phone", p.phone)}</td><td colspan="4">{h.f("address", p.address)}</td></tr>
<tr class="k"><td>代办人姓名</td><td>与参保人关系</td><td colspan="3">代办人证件号码</td><td>代办人电话</td></tr>
<tr class="c w" style="height:30px;font-size:13px"><td>{h.f("agent_name", kin) if agent else ""}</td><td>{dice.choice(["夫妻", "子女"]) if agent else ""}</td><td colspan="3">{h.f("agent_id_number", who(dice, "汕头", youngest=22, oldest=60).id_number) if agent else ""}</td><td style="font-size:10px;padding:0">{f"1370000{dice.randint(1000, 9999)}" if agent else ""}</td></tr>
<tr><td class="c">申请门诊<br>特定病种名称</td><td colspan="5">{h.f("claimed_disease", s.claim)}</td></tr>
<tr><td class="c">选定医疗机构</td><td colspan="5">①{dice.choice(["汕头市中心医院", "粤东医科大学第二附属医院"])}&emsp;②{dice.choice(["金平区石炮台街道社区卫生服务中心", "汕头市第三人民医院"])}&emsp;③</td></tr>
<tr><td class="c">申请事项</td><td colspan="5">{pickless(dice)}</td></tr>
<tr><td class="c" rowspan="2">医疗机构<br>诊断认定</td><td colspan="5" style="vertical-align:top;height:170px"><div>临床诊断（含疾病编码）：</div>{"".join(f"<div>&emsp;{n}、{h.f('diagnosis', d)}&ensp;{dice.choice('EIJKMC')}{dice.randint(10, 99)}.{dice.randint(100, 999)}</div>" for n, d in enumerate(s.diagnoses, 1))}<div>认定依据：{s.story}</div></td></tr>
<tr><td colspan="5" style="position:relative;height:120px">经认定，{ticks(["符合", "不符合"], "符合", "☑")} 门诊特定病种准入标准，认定有效期：{h.f("valid_from", day.isoformat(), at(dice, day, "年"))}至{h.f("valid_until", end.isoformat(), at(dice, end, "年"))}<br>
责任医师：{h.f("physician_name", doc)}{h.sign("physician", doc, dice, 84)}科室：{h.f("department", s.department)}&ensp;医师编码：D4405{dice.randint(10**6, 10**7 - 1)}<br>审核人：{scribble(other(dice), 19)}&emsp;医疗机构（盖章）：{h.f("hospital_name", hosp)}&ensp;<div class="r">{h.f("sign_date", day.isoformat(), at(dice, day, "年0"))}&emsp;</div>{h.seal(hosp, "门特认定专用章", size=116, at=(380, 8), turn=dice.uniform(-20, 10))}</td></tr>
<tr><td class="c">参保人声明</td><td colspan="5">上述资料属实；本人自愿在选定医疗机构就医。<span style="float:right">签名：{h.sign("agent" if agent else "applicant", kin if agent else p.name, dice)}日期：{h.hand(f"{day.month}.{day.day}", 18)}&emsp;</span></td></tr>
<tr><td class="c">经办机构<br>抽查意见</td><td colspan="5" style="height:64px"></td></tr></table>
<div style="font-size:12px;line-height:1.5;margin-top:4px">备注：1.参保人持本表及身份凭证在认定医疗机构办理，信息即时上传省医保平台，自审核通过之日起享受待遇。2.参保人选定1家至3家定点医疗机构，一经选定一个自然年度内不得变更。3.本表由医疗机构留存备查。</div>"""
    return h.page(body, ".k td{background:#e9eef5;text-align:center;font-size:13px}.w td{text-align:center}td{padding:3px 6px}", dice.choice((UMING, h.SONG)), 14, "36px 50px")  # fmt: skip


def pickless(dice: random.Random) -> str:
    """What the application is for."""
    return ticks(
        ["新增认定", "延续", "变更选点", "取消"], dice.choice(["新增认定", "延续"]), dice.choice("☑√")
    )


def shaanxi(dice: random.Random) -> str:
    """A service counter's print of an application made on the phone: labels in grey above the values."""
    p, s, day = who(dice, "咸阳"), sick(dice), when(dice)
    hosp = dice.choice(("咸阳市中心医院", "陕西秦中医药大学附属医院", "咸阳市秦都区人民医院"))

    def cell(n: Any, v: Any, span: Any = 1) -> str:
        return f'<td colspan="{span}"><div class="k">{n}</div><div>{v or "-"}</div></td>'

    last = at(dice, day, "-")
    body = f"""
<div style="background:#1d5fa8;color:#fff;margin:-30px -40px 18px;padding:12px 40px;display:flex;justify-content:space-between;align-items:center"><span style="font-size:19px">陕西省医疗保障公共服务平台</span><span style="font-size:12px">业务办理单（个人留存）</span></div>
<div style="position:absolute;right:44px;top:58px">{qr(dice, 66)}</div>
<div style="font-size:22px;font-weight:600;margin-bottom:2px">门诊慢特病病种待遇认定申请</div>
<div class="k">业务流水号 SX{day:%Y%m%d}{dice.randint(10**9, 10**10 - 1)} ｜ 当前状态：{dice.choice(["待初审", "审核中", "已受理"])}</div>
<div class="t">1 申请人信息</div><table>
<tr>{cell("姓名", h.f("patient_name", p.name))}{cell("性别", h.f("sex", p.sex))}{cell("出生日期", h.f("birth_date", p.born.isoformat(), f"{p.born:%Y-%m-%d}"))}</tr>
<tr>{cell("证件号码", h.f("id_number", p.id_number))}{cell("手机号", h.f("phone", p.phone))}{cell("民族", h.f("ethnicity", p.ethnicity + "族") if dice.random() < 0.7 else "")}</tr>
<tr>{cell("参保地", h.f("insured_place", p.place.insured))}{cell("险种", h.f("insurance_type", p.insurance, "310 职工基本医疗保险" if p.insurance == "employee" else "390 城乡居民基本医疗保险"))}{cell("参保状态", "正常参保")}</tr>
<tr>{cell("联系地址", h.f("address", p.address), 3)}</tr></table>
<div class="t">2 申请信息</div><table>
<tr>{cell("申请病种", h.f("claimed_disease", s.claim), 2)}{cell("申请时间", h.f("application_date", day.isoformat(), f"{last} {dice.randint(0, 23):02d}:{dice.randint(0, 59):02d}:{dice.randint(0, 59):02d}"))}</tr>
<tr>{cell("诊断医疗机构", h.f("hospital_name", hosp))}{cell("医疗机构等级", h.f("hospital_level", "三级甲等" if "秦都区" not in hosp else "二级甲等") if dice.random() < 0.7 else "")}{cell("诊断医师", h.f("physician_name", other(dice)) if dice.random() < 0.7 else "")}</tr>
<tr>{cell("疾病诊断", h.fs("diagnosis", s.diagnoses, "|"), 3)}</tr><tr>{cell("病情描述", s.story, 3)}</tr>
<tr>{cell("申请渠道", dice.choice(["支付宝小程序", "陕西医保APP", "微信公众号"]))}{cell("是否代办", "否")}{cell("备注", "")}</tr></table>
<div class="t">3 附件材料</div><table>{"".join(f"<tr><td style='width:50px'>{n}</td><td>{a}</td><td class='r k'>{dice.randint(1, 6)}张</td></tr>" for n, a in enumerate(dice.sample(["身份证正反面", "住院病历首页", "出院记录", "检验检查报告", "疾病诊断证明书", "门诊病历"], dice.randint(3, 5)), 1))}</table>
<div class="t">4 申请人承诺</div><p style="margin:6px 10px;text-indent:2em">本人对所提交的信息及材料的真实性、准确性负责，自愿接受医疗保障部门的核查。若提供虚假材料，同意纳入医疗保障信用管理并承担相应法律责任。</p>
<div style="margin:8px 10px">电子签名：{h.sign("applicant", p.name if dice.random() < 0.8 else None, dice)}&emsp;签署日期：{h.f("sign_date", day.isoformat(), last)}</div>
<div style="position:absolute;left:40px;right:40px;bottom:22px;font-size:11px;color:#888;border-top:1px solid #ccc;padding-top:4px">本单由系统自动生成，加盖电子业务章有效。打印机构：咸阳市秦都区医疗保障经办中心&emsp;打印人：sxyb_{dice.randint(100, 999)}</div>
{h.seal("咸阳市秦都区医疗保障经办中心", "业务专用章", size=130, at=(570, 940), turn=0, ink=0.85) if dice.random() < 0.7 else ""}"""
    return h.page(
        body,
        ".k{color:#8a8f99;font-size:12px}.t{background:#eef4fb;border-left:4px solid #1d5fa8;padding:3px 10px;margin:12px 0 4px;font-weight:600}td{padding:4px 10px;vertical-align:top;border-bottom:1px solid #eee}",
        h.HEI,
        14,
        "30px 40px",
    )


def yunnan(dice: random.Random) -> str:
    """A tall sheet of an old pad; title in spaced Kai, captions in one column, values typed over by a clerk's printer."""
    p, s, day = who(dice, "曲靖"), sick(dice), when(dice)
    hosp = dice.choice(("曲靖市第一人民医院", "麒麟区人民医院", "曲靖市妇幼保健院"))

    def v(n: Any, x: Any, t: Any = None) -> str:
        return h.f(
            n,
            x,
            t,
            style="font-family:'Noto Sans Mono CJK SC';font-size:13px;position:relative;top:-3px;left:4px;color:#334",
        )

    def row(a: Any, b: Any, height: Any = 34) -> str:
        return f'<tr style="height:{height}px"><td class="c" style="width:150px;letter-spacing:3px">{a}</td><td colspan="3">{b}</td></tr>'

    def two(a: Any, b: Any, c: Any, d: Any) -> str:
        return f'<tr style="height:34px"><td class="c" style="letter-spacing:3px">{a}</td><td>{b}</td><td class="c" style="width:110px">{c}</td><td>{d}</td></tr>'

    doc = other(dice)
    sig = (
        h.f("sign_date", day.isoformat(), spaced(dice, day))
        if dice.random() < 0.5
        else "&emsp;&emsp;年&emsp;&emsp;月&emsp;&emsp;日"
    )
    body = f"""
<div style="text-align:center;font-family:{FANG};font-size:28px;letter-spacing:9px;color:#0b3b66">曲靖市特殊病慢性病</div><div style="text-align:center;font-family:{FANG};font-size:24px;letter-spacing:14px;color:#0b3b66">门诊医疗审批表</div>
<div style="display:flex;justify-content:space-between;margin:8px 0 2px"><span>{pick("insurance_type", (("employee", "城镇职工"), ("resident", "城乡居民")), p.insurance, "√")}</span><span>{ticks(["特殊病", "慢性病"], dice.choice(["特殊病", "慢性病"]), "√")}</span><span>编号：<span style="color:#c22">{dice.randint(1, 9999):07d}</span></span></div>
<table class="g">{two("姓　名", v("patient_name", p.name), "性　别", v("sex", p.sex))}{two("民　族", v("ethnicity", p.ethnicity), "出生年月", v("birth_date", f"{p.born:%Y-%m}", f"{p.born.year}年{p.born.month}月"))}
<tr style="height:38px"><td class="c">居民身份证号</td><td colspan="3">{boxes("id_number", p.id_number, 24)}</td></tr>
{row("社会保障卡号", v("card_number", f"Y{dice.randint(10**7, 10**8 - 1)}"))}{row("单位或住址", v("address", p.address))}{two("联系电话", v("phone", p.phone), "邮政编码", "655000")}
{row("申请病种", v("claimed_disease", s.claim))}{row("经　治<br>医师意见", f'<div style="min-height:120px">{h.hand(s.story[:26], 19)}<br>{h.hand(s.story[26:52], 19)}<div style="height:14px"></div>诊断：{"、".join(v("diagnosis", d) for d in s.diagnoses)}</div><div class="r">医师签名：{h.sign("physician", doc, dice)}&ensp;{sig}&emsp;</div>', 176)}
{row("医　院<br>医保科<br>意　见", f'<div style="position:relative;height:110px">同意申报。<div style="position:absolute;right:10px;bottom:0">{v("hospital_name", hosp)}（公章）&emsp;年&emsp;月&emsp;日</div>{h.seal(hosp, "", size=116, at=(230, -4), turn=dice.uniform(-20, 20))}</div>', 120)}
{row("专　家<br>评　审<br>意　见", '<div style="height:70px"></div><div class="r">组长签名：&emsp;&emsp;&emsp;&emsp;&emsp;年&emsp;月&emsp;日&emsp;</div>', 110)}{row("医保经办<br>机构审批<br>意　　见", f'<div style="height:64px">准予享受待遇时间：自{line("", 90)}起至{line("", 90)}止</div><div class="r">经办：&emsp;&emsp;&emsp;审核：&emsp;&emsp;&emsp;（章）&emsp;年&emsp;月&emsp;日&emsp;</div>', 100)}
{row("备　注", "", 40)}</table><div style="font-size:12px;margin-top:4px">曲靖市医疗保险管理局印制&emsp;&emsp;第二联：医疗机构存（红）</div>"""
    return h.page(
        body, "td{padding:2px 6px;color:#0b3b66}.g td{border-color:#0b3b66}", UMING, 15, "44px 66px"
    )


TEMPLATES: dict[str, Template] = {
    "hill-application_form-sichuan": Template("application_form", 794, 1123, sichuan),
    "hill-application_form-hubei": Template("application_form", 794, 1123, hubei),
    "hill-application_form-guangdong": Template("application_form", 794, 1123, guangdong),
    "hill-application_form-shaanxi": Template("application_form", 794, 1123, shaanxi),
    "hill-application_form-yunnan": Template("application_form", 794, 1123, yunnan),
}
