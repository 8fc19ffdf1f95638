"""Forms of bureaus and hospitals for special outpatient illnesses: applications and recognitions."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.delta_base import (
    CASES,
    PRINTS,
    case,
    clock,
    date_text,
    digits,
    doctor,
    home,
    hospital,
    phone,
    squares,
    when,
    who,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, page, seal, sign
from benchmarks.reading.templates.develop.people import day

OTHERS = ("高血压病（Ⅱ级以上）", "糖尿病", "冠心病", "慢性肾功能衰竭（透析治疗）", "恶性肿瘤门诊治疗", "脑卒中后遗症", "类风湿关节炎", "肝硬化", "慢性阻塞性肺疾病", "系统性红斑狼疮", "器官移植抗排异治疗", "重性精神病", "血友病", "帕金森病", "结核病")  # fmt: skip


def id_boxes(number: str) -> str:
    """One character a box, the whole the value."""
    cells = "".join(f'<span style="display:inline-block;width:21px;height:24px;line-height:23px;border:1px solid #000;margin-left:-1px;text-align:center">{x}</span>' for x in number)  # fmt: skip
    return f'<span data-field="id_number" data-value="{number}">{cells}</span>'


def kinds_form(dice: random.Random) -> str:
    """Jiangsu: all illnesses listed with boxes, the hospital's two specialists and medical office each in a wide cell."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("年", "年0", "-"))
    later = on + dt.timedelta(days=dice.randint(1, 12))
    some = [x for x in dice.sample(OTHERS, 10) if x != c.claim]
    some.insert(dice.randint(0, len(some)), c.claim)
    tick = dice.choice(("☑", "■", "√"))
    ticks = "".join(f'<span style="display:inline-block;width:33%;vertical-align:top">{tick if x == c.claim else "□"}{f("claimed_disease", x) if x == c.claim else x}</span>' for x in some)  # fmt: skip
    male = p.sex == "男"
    worker = p.insurance == "employee"
    sexes = f"{f('sex', '男', tick + '男')}　□女" if male else f"□男　{f('sex', '女', tick + '女')}"
    kind = f"{f('insurance_type', 'employee', tick + '职工医保')}　□居民医保" if worker else f"□职工医保　{f('insurance_type', 'resident', tick + '居民医保')}"  # fmt: skip
    body = f"""<h2 style="font-size:24px;line-height:1.4">{p.place.city}基本医疗保险<br>门诊特殊病种、慢性病待遇备案表</h2><div style="display:flex;justify-content:space-between;font-size:13px"><span>编号：</span><span>{dice.choice(("样式三", "附件2", "KS-YB-07"))}</span></div>
<table class="g"><tr><td class="h">参保人</td><td>{f("patient_name", p.name)}</td><td class="h">性别</td><td>{sexes}</td><td class="h">联系方式</td><td>{f("phone", p.phone)}</td></tr><tr><td class="h">居民身份<br>号　　码</td><td colspan="5">{id_boxes(p.id_number)}</td></tr><tr><td class="h">参保类别</td><td colspan="3">{kind}</td><td class="h">社保卡号</td><td>{f("card_number", digits(dice, 8, "A"))}</td></tr><tr><td class="h">通讯地址</td><td colspan="5">{f("address", home(p))}</td></tr>
<tr><td class="h">代办人</td><td>{f("agent_name", doctor(dice)) if (agent := dice.random() < 0.4) else ""}</td><td class="h">与本人<br>关系</td><td>{"子女" if agent else ""}</td><td class="h">代办人电话</td><td>{"139" + digits(dice, 8) if agent else ""}</td></tr>
<tr><td class="h">申请备案<br>病　　种</td><td colspan="5" style="font-size:14px;line-height:1.9">{ticks}</td></tr>
<tr><td class="h">诊断依据<br>（责任医师填写）</td><td colspan="5" style="position:relative;height:150px;vertical-align:top">诊断：{"；".join(f("diagnosis", x) for x, _ in c.final[:2])}。<br>{c.complaint}；{c.course}。<div style="position:absolute;right:20px;bottom:4px">责任医师签名：{sign("physician", doctor(dice) if dice.random() < 0.8 else None, dice)}　{when("sign_date", on, s)}</div></td></tr>
<tr><td class="h">定点医院<br>医保办意见</td><td colspan="5" style="position:relative;height:130px;vertical-align:top">医院名称：{f("hospital_name", house)}　级别：{f("hospital_level", level)}<br>经审核，{tick}符合　□不符合　备案条件。<div style="position:absolute;right:20px;bottom:4px">（盖章）　　{when("sign_date", later, s)}</div></td></tr>
<tr><td class="h">申 请 人<br>声　　明</td><td colspan="5">本人对以上内容的真实性负责，同意经办机构查询诊疗信息。<div class="r">申请人（签字）：{sign("applicant", p.name if dice.random() < 0.8 else None, dice)}　{when("application_date", on, s)}</div></td></tr><tr><td class="h">经办机构<br>备　　注</td><td colspan="5" style="height:56px"></td></tr></table>
<div style="font-size:12px;line-height:1.5">填表说明：1.本表一式两份，医院、参保人各执一份；2.异地就医人员由就医地二级以上定点医院出具；3.咨询电话：0{digits(dice, 3)}-12393。</div>"""
    if dice.random() < 0.8:
        body += seal(house, "医保办公室", at=(440, 662), size=130, turn=dice.uniform(-15, 15))
    return page(body, ".h{width:96px;text-align:center;font-size:14px}.g td{height:36px}", dice.choice(PRINTS), 15, "40px 52px")  # fmt: skip


def portal(dice: random.Random) -> str:
    """Zhejiang: what the service website prints of an application made online: browser's head and foot, grey label cells."""
    p, c = who(dice), case(dice)
    house, _ = hospital(dice, p.place)
    on = day(dice)
    sure = dice.random() < 0.5
    rows = (
        ("办件编号", f"{p.place.code}{on:%Y%m%d}{digits(dice, 8)}", "申请时间", when("application_date", on, "-", clock(dice))), ("申请人姓名", f("patient_name", p.name), "证件类型", "居民身份证（户口簿）"), ("证件号码", f("id_number", p.id_number), "性别", f("sex", p.sex)),
        ("出生日期", when("birth_date", p.born, "-"), "移动电话", f("phone", p.phone)), ("参保统筹区", f("insured_place", p.place.insured), "险种类型", f("insurance_type", p.insurance, "310-职工基本医疗保险" if p.insurance == "employee" else "390-城乡居民基本医疗保险")),
        ("民族", f("ethnicity", p.ethnicity + "族"), "户籍类型", dice.choice(("本地非农", "本地农业", "--"))), ("居住地址", f("address", home(p)), "邮政编码", "--"),
        ("病种编码", f"M{digits(dice, 5)}", "病种名称", f("claimed_disease", c.claim)), ("诊断医疗机构", f("hospital_name", house), "诊断医师", f("physician_name", doctor(dice)) if sure else "--"), ("疾病诊断", f("diagnosis", c.final[0][0]), "诊断编码", c.final[0][1]),
        ("待遇开始日期", when("valid_from", on + dt.timedelta(days=1), "-") if dice.random() < 0.6 else "", "待遇结束日期", dice.choice(("", f("valid_until", "2099-12-31")))), ("代办人姓名", "--", "代办人证件号码", "--"),
    )  # fmt: skip
    table = "".join(
        f"<tr><td class='h'>{a}</td><td>{b}</td><td class='h'>{k}</td><td>{v}</td></tr>"
        for a, b, k, v in rows
    )
    files = "".join(f"<tr><td>{n}</td><td>{a}</td><td>{b}</td><td>已上传</td></tr>" for n, (a, b) in enumerate((("身份证", "IMG_20250311.jpg"), ("出院记录或门诊病历", f"微信图片_{digits(dice, 14)}.jpg"), ("相关检查报告", "扫描件001.pdf")), 1))  # fmt: skip
    body = f"""<div style="display:flex;justify-content:space-between;font-size:11px"><span>{date_text(on, "/")} {clock(dice, False)}</span><span>{p.place.province}医保网上服务大厅</span></div><div style="font-size:19px;font-weight:600;margin:20px 0 8px;border-left:5px solid #2f6fdd;padding-left:10px">门诊慢特病病种待遇认定（申请信息）</div><div style="font-size:13px;color:#666;margin-bottom:8px">当前状态：<span style="color:#2f6fdd">{dice.choice(("待受理", "已受理", "已办结"))}</span>　受理机构：{p.place.county}医疗保障服务中心</div><table class="g">{table}</table>
<div style="font-size:17px;font-weight:600;margin:20px 0 6px;border-left:5px solid #2f6fdd;padding-left:10px">申报材料</div><table class="g"><tr><td class="h" style="width:50px">序号</td><td class="h">材料名称</td><td class="h">附件</td><td class="h">状态</td></tr>{files}</table><div style="font-size:12px;color:#666;margin-top:14px">☑ 本人已阅读并同意《门诊慢特病待遇认定告知承诺书》，所提交材料真实有效。</div><div style="position:absolute;bottom:22px;left:44px;right:44px;font-size:11px;display:flex;justify-content:space-between"><span>https://ybfw.example.gov.cn/hsa-pss-pw/web/pw/mtmb/print?id={digits(dice, 9)}</span><span>1/1</span></div>"""
    return page(body, ".g td{border-color:#d5d9e0;padding:7px 10px}.h{background:#f5f7fa;color:#666;width:120px}", dice.choice((HEI, MICRO)), 14, "18px 44px")  # fmt: skip


def guangdong(dice: random.Random) -> str:
    """Guangdong: 选定 form with three hospitals to choose, half handwritten, label above value in the head."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("年", "年0", "/"))
    by_hand = dice.random() < 0.35

    def v(field: str, x: object) -> str:
        return hand(str(x), 19) if by_hand else f(field, x)

    title = dice.choice(("主任医师", "副主任医师"))
    head = "".join(f'<td style="vertical-align:top"><div style="font-size:11px;color:#333">{a}</div><div style="min-height:26px">{b}</div></td>' for a, b in (("姓名 Name", v("patient_name", p.name)), ("性别", v("sex", p.sex)), ("年龄", v("age", p.age_on(on))), ("联系电话", v("phone", p.phone))))  # fmt: skip
    third = "".join(f"<td style='width:{(31, 33, 20)[n - 1]}%'>{n}.{x}</td>" for n, x in enumerate((house, f"{p.place.county}大参林药店（东华店）" if dice.random() < 0.5 else "", ""), 1))  # fmt: skip
    body = f"""<div style="font-size:13px">附件1</div><h2 style="font-size:23px;margin-bottom:10px">{p.place.city}基本医疗保险门诊特定病种待遇认定申请表</h2><table class="g"><tr>{head}</tr></table><table class="g" style="margin-top:-1px"><tr><td style="width:110px">证件号码</td><td>{v("id_number", p.id_number)}</td><td style="width:110px">门诊/住院号</td><td style="width:140px">{f("record_number", digits(dice, 8)) if dice.random() < 0.6 else ""}</td></tr><tr><td>申请类别</td><td colspan="3">☑新申请　□续期　□变更选定医疗机构　□取消</td></tr><tr><td>门特病种</td><td colspan="3">{f("claimed_disease", c.claim)}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr><td class="c b">病史、诊断及检查结果摘要（由主诊医师填写）</td></tr><tr><td style="height:230px;vertical-align:top">　　患者{c.complaint}，{c.course}。<br>检查：{date_text(on - dt.timedelta(days=20), "-")} 我院实验室检查及影像学检查支持。<br>诊断：{"　".join(f"{n}.{f('diagnosis', x)}" for n, (x, _) in enumerate(c.final[:3], 1))}<br>拟治疗方案：门诊药物治疗，疗程12个月。<div style="text-align:right;margin-top:24px">主诊医师（签章）：{sign("physician", doctor(dice), dice)}　职称：{f("physician_title", title)}　医保医师编码：D{p.place.code}{digits(dice, 6)}</div></td></tr><tr><td class="c b">医疗机构认定意见</td></tr><tr><td style="height:120px;vertical-align:top">该参保人{dice.choice(("☑", "✓"))}符合 □不符合 门特准入标准，有效期自{when("valid_from", on, "年")}至{when("valid_until", on + dt.timedelta(days=364), "年")}。<br>认定医疗机构：{f("hospital_name", house)}（{f("hospital_level", level)}）<div class="r">审核人：{hand(doctor(dice), 18)}　（公章）　{when("sign_date", on, s)}</div></td></tr></table>
<table class="g" style="margin-top:-1px"><tr><td style="width:110px">选定的门特<br>医疗机构</td>{third}</tr></table><div style="margin:12px 0">本人承诺：知悉门特政策，一个年度内不变更选定机构。</div><div class="r">参保人（或监护人）签名：{sign("applicant", p.name if dice.random() < 0.75 else None, dice)}　日期：{hand(date_text(on, "."), 18) if by_hand else when("application_date", on, s)}</div><div style="font-size:11px;position:absolute;bottom:28px">备注：本表一式三份，医疗机构、参保人、医保经办机构各一份。</div>"""
    body += seal(house, "门特认定专用章", at=(500, 575), size=136, turn=dice.uniform(-12, 12))
    return page(body, ".g td{padding:5px 8px}", dice.choice((SONG, KAI, HEI)), 15, "40px 56px")


def expert(dice: random.Random) -> str:
    """Hunan/Jiangxi: a recognition table with standard, finding and yes/no a row, two experts and the agency."""
    p, c = who(dice), case(dice)
    house, level = hospital(dice, p.place)
    on, s = day(dice), dice.choice(("年", "年0", "."))
    agency = f"{p.place.county}医疗保障事务中心"
    std = (
        "二级及以上定点医疗机构住院或门诊病历",
        "近一年内相关检验、检查报告",
        "需长期门诊药物或专项治疗",
        "并发症或靶器官损害依据",
    )
    rows = "".join(f"<tr><td class='c'>{n}</td><td>{x}</td><td class='c'>{dice.choice(('有', '有', '无'))}</td><td></td></tr>" for n, x in enumerate(std, 1))  # fmt: skip
    body = f"""<h2 style="font-size:23px">{p.place.county}门诊慢特病专家组评审认定表</h2><div style="display:flex;justify-content:space-between"><span>批次：{on.year}年第{dice.randint(1, 12)}批　序号：{dice.randint(1, 220)}</span><span>参保地：{f("insured_place", p.place.insured)}</span></div>
<table class="g"><tr><td class="h">姓 名</td><td>{f("patient_name", p.name)}</td><td class="h">性 别</td><td>{f("sex", p.sex)}</td><td class="h">年 龄</td><td>{f("age", p.age_on(on))}</td><td rowspan="3" style="width:100px;text-align:center;color:#999">照片</td></tr><tr><td class="h">公民身份号码</td><td colspan="3">{f("id_number", p.id_number)}</td><td class="h">人员类别</td><td>{f("insurance_type", p.insurance, dice.choice(("在职职工", "退休职工")) if p.insurance == "employee" else "普通居民")}</td></tr><tr><td class="h">家庭住址</td><td colspan="3">{f("address", home(p))}</td><td class="h">电 话</td><td>{f("phone", p.phone)}</td></tr><tr><td class="h">申报病种</td><td colspan="3">{f("claimed_disease", c.claim)}</td><td class="h">提供资料医院</td><td colspan="2">{f("hospital_name", house)}{f("hospital_level", level, "（" + level + "）") if dice.random() < 0.5 else ""}</td></tr></table>
<table class="g" style="margin-top:-1px"><tr class="c"><td style="width:50px" class="c">序号</td><td class="c">认定标准</td><td class="c" style="width:110px">资料情况</td><td class="c" style="width:150px">备　注</td></tr>{rows}</table>
<table class="g" style="margin-top:-1px"><tr><td class="h">专家组<br>意　见</td><td style="height:170px;vertical-align:top">经审阅资料（诊断：{"、".join(f("diagnosis", x) for x, _ in c.final[:2])}），<br>☑同意　□不同意　□补充资料：＿＿＿＿＿<br><br>评审专家（签名）：{sign("physician", doctor(dice), dice)}　{sign("physician", doctor(dice) if dice.random() < 0.7 else None, dice)}<div class="r">{when("sign_date", on, s)}</div></td></tr><tr><td class="h">医保经办<br>机构意见</td><td style="height:150px;vertical-align:top">同意自{when("valid_from", on.replace(day=1), "年")}起享受待遇，有效期至{when("valid_until", dt.date(on.year + dice.randint(1, 3), 12, 31), "年")}。<br><br>经办人：{hand(doctor(dice), 18)}　　负责人：<div class="r" style="padding-top:20px">{f("issuing_authority", agency)}（章）<br>{when("issue_date", on + dt.timedelta(days=6), s)}</div></td></tr></table><div style="font-size:12px">说明：专家须具备副主任医师以上职称；恶性肿瘤、器官移植、透析患者免评审。</div>"""
    if dice.random() < 0.85:
        body += seal(agency, "业务专用章", at=(540, 690), size=140, turn=dice.uniform(-10, 10))
    return page(
        body, ".h{width:100px;text-align:center}.g td{height:36px}", dice.choice(PRINTS), 15, "44px 52px"
    )


def app_card(dice: random.Random) -> str:
    """The recognition as the bureau's app shows it: one card an illness, period and chosen hospital."""
    p, c = who(dice), case(dice)
    second = CASES[(CASES.index(c) + dice.randint(1, 7)) % 8]
    house, _ = hospital(dice, p.place)
    on = day(dice, "2023-06-01")
    until = dice.choice(("长期", "2099-12-31", f"{on.year + 2}-12-31"))

    def ln(a: object, b: object) -> str:
        return f'<div class="l"><i>{a}</i><b>{b}</b></div>'

    cards = "".join(f'<div class="card"><div class="t">{f("claimed_disease", x.claim)}<span style="float:right;font-size:22px;color:#fff;background:#23a26d;border-radius:8px;padding:2px 14px">有效</span></div>{ln("病种代码", "M" + digits(dice, 5))}{ln("开始日期", when("valid_from", on, "-") if n == 0 else date_text(on, "-"))}{ln("终止日期", (f("valid_until", until) if n == 0 else until))}{ln("认定机构", f("hospital_name", house) if n == 0 else house)}{ln("认定医师", f("physician_name", doctor(dice)) if n == 0 else "--")}</div>' for n, x in enumerate([c, second][: dice.randint(1, 2)]))  # fmt: skip
    body = f"""<div class="card" style="background:linear-gradient(120deg,#3573e8,#65a0ff);color:#fff"><div style="font-size:34px">{f("patient_name", p.name)}　<span style="font-size:24px">{f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span></div><div style="margin-top:10px">身份证号：{f("id_number", p.id_number)}</div><div>参保地：{f("insured_place", p.place.insured)}</div><div>经办机构：{f("issuing_authority", p.place.county + "医疗保障局")}</div></div>
<div style="padding:6px 40px 0;color:#666">门诊慢特病认定信息</div>{cards}<div class="card"><div class="t">办理记录</div><div class="s">{date_text(on, "-")} {clock(dice)}　{dice.choice(("国家医保服务平台", "苏服办", "湘医保", "皖事通"))}提交，医院认定通过，备案成功</div><div style="text-align:center;margin-top:16px">{squares(dice, 150)}</div></div>"""
    return phone(
        dice.choice(("慢特病待遇查询", "门诊慢特病认定", "我的待遇资格")),
        body,
        dice,
        accent="#3573e8",
        dark=True,
    )


TEMPLATES: dict[str, Template] = {
    "delta-application_form-ticklist": Template("application_form", 794, 1123, kinds_form),
    "delta-application_form-portal": Template("application_form", 794, 1123, portal),
    "delta-application_form-threechoices": Template("application_form", 794, 1123, guangdong),
    "delta-recognition_form-experts": Template("recognition_form", 794, 1123, expert),
    "delta-recognition_form-app": Template("recognition_form", 750, 1700, app_card),
}
