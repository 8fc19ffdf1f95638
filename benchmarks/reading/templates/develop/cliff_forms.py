"""Bureau forms: three applications for outpatient chronic-disease status, two recognition papers."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    boxes,
    city,
    d,
    digits,
    home,
    later,
    page,
    patient,
    phone,
    somebody,
    when,
)
from benchmarks.reading.templates.develop.html import HEI, KAI, SONG, f, hand, seal, sign
from benchmarks.reading.templates.develop.people import Person, day


def _tick(inner: str, on: bool, mark: str = "☑") -> str:
    return f"{mark if on else '□'}{inner}"


def _kind(p: Person, mark: str = "☑") -> str:
    a, b = p.insurance == "employee", p.insurance == "resident"
    return _tick(f("insurance_type", "employee", "职工医保") if a else "职工医保", a, mark) + "　" + _tick(f("insurance_type", "resident", "居民医保") if b else "居民医保", b, mark)  # fmt: skip


def _tianjin(dice: random.Random) -> str:
    """A registration form, hospital part below, with digit boxes."""
    p, on = patient(dice, where="天津"), day(dice)
    sick = ("肾透析", "肾移植抗排异治疗", "癌症放化疗", "糖尿病", "肝移植抗排异治疗", "偏瘫", "肺心病", "红斑狼疮", "精神病", "血友病", "癫痫", "再生障碍性贫血", "慢性血小板减少性紫癜", "丙型肝炎")  # fmt: skip
    mine = dice.randrange(len(sick))
    mark = dice.choice("√☑■")
    grid = "".join(f"<span style='display:inline-block;width:{24.5 if len(s) < 8 else 33}%'>{n}.{_tick(f('claimed_disease', s) if n - 1 == mine else s, n - 1 == mine, mark)}</span>" for n, s in enumerate(sick, 1))  # fmt: skip
    doc, doc2, agent = somebody(dice), somebody(dice), dice.random() < 0.4
    hosp = dice.choice(
        ("天津市滨河肿瘤医院", "天津海光医科大学总医院", "天津市宝坻钰华医院", "天津市安康精神卫生院")
    )
    idn = boxes("id_number", p.id_number, 23)
    helper = somebody(dice)
    who = f'{f("agent_name", helper)}　身份证号：{f("agent_id_number", patient(dice).id_number)}　电话：{phone(dice)}' if agent else "　　　　　　　身份证号：　　　　　　　　　　　　　　电话："  # fmt: skip
    body = f"""<h1 style="font-size:23px">天津市基本医疗保险门诊特定疾病登记表</h1><div style="display:flex;justify-content:space-between;margin-top:8px"><span>登记类别：{_tick("首次登记", (k := dice.random() < 0.6), mark)}　{_tick("延期登记", not k, mark)}　□变更医院</span><span>填表日期：{d("application_date", on, dice, style=dice.choice("年0"))}</span></div>
<table class="g"><tr><td class="k">姓　　名</td><td style="width:150px">{f("patient_name", p.name)}</td><td class="k">性　别</td><td>{_tick(f("sex", "男") if p.sex == "男" else "男", p.sex == "男", mark)} {_tick(f("sex", "女") if p.sex == "女" else "女", p.sex == "女", mark)}</td><td class="k">联系电话</td><td>{f("phone", p.phone)}</td></tr>
<tr><td class="k">公民身份<br>号　　码</td><td colspan="5">{idn}</td></tr><tr><td class="k">参保险种</td><td colspan="3">{_kind(p, mark)}</td><td class="k">参保区</td><td>{f("insured_place", p.place.county)}</td></tr>
<tr><td class="k">家庭住址</td><td colspan="5">{f("address", home(p))}</td></tr><tr><td class="k">代办人</td><td colspan="5">{who}</td></tr>
<tr><td class="k">申请登记<br>病　　种</td><td colspan="5" style="font-size:13.5px">{grid}</td></tr>
<tr><td class="k">选择定点<br>医　　院</td><td colspan="5">1.{hosp}　2.＿＿＿＿＿＿＿＿＿　3.＿＿＿＿＿＿＿＿　定点药店：＿＿＿＿＿＿</td></tr>
<tr><td class="k" rowspan="2">鉴定医院<br>意　　见</td><td colspan="5" style="height:120px;vertical-align:top">诊断依据及结论：{hand("符合" + sick[mine] + "门特准入标准，同意登记。", 19) if dice.random() < 0.6 else "经审核，该患者所患疾病符合门特登记标准，建议予以登记。"}</td></tr>
<tr><td colspan="5">鉴定医师（两名）签章：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.6 else None, dice, 80)}、{f("physician_name", doc2)}　　医院医保办（章）<span style="float:right">{when(dice, on, style="年")}</span></td></tr>
<tr><td class="k">登记有效期</td><td colspan="5">自 {d("valid_from", on + dt.timedelta(days=1), dice, style="年")} 起至 {d("valid_until", later(on, 2), dice, style="年")} 止</td></tr></table>
<p style="font-size:13px;line-height:1.8">本人（或代办人）已知悉门特登记相关规定，对所提供资料的真实性负责。<br>申请人签字：{sign("applicant", p.name if not agent and dice.random() < 0.7 else None, dice)}　　代办人签字：{sign("agent", helper if agent else None, dice)}<br>说明：①本表一式一份，由鉴定医院留存；②“偏瘫”须提供发病时住院病历首页；③丙型肝炎登记期限为六个月；④咨询电话12393。</p>
{seal(hosp, "门特鉴定专用章", at=(dice.randint(440, 540), 530), size=140, turn=dice.uniform(-20, 20)) if dice.random() < 0.8 else ""}"""
    return page(
        body,
        ".k{width:84px;text-align:center}td{height:34px}",
        dice.choice((SONG, SONG, HEI)),
        15,
        "44px 46px",
    )


def _jilin(dice: random.Random) -> str:
    """A clerk's landscape Word form with everything in one grid and the photo at the right."""
    p, on = patient(dice, where=dice.choice(("吉林", "辽宁", "黑龙江"))), day(dice)
    sick = dice.sample(("冠心病（支架术后）", "高血压3级伴心脑肾并发症", "糖尿病合并症", "脑血管病后遗症", "慢性肾功能不全", "类风湿性关节炎", "肝硬化失代偿", "恶性肿瘤门诊放化疗", "系统性红斑狼疮", "重症精神病"), dice.randint(1, 2))  # fmt: skip
    unit = dice.choice((f"{city(p)}第一机床厂（退休）", f"{p.place.county}{p.place.road[:2]}街道第三社区", f"{city(p)}客车股份有限公司", "灵活就业", f"{p.place.county}教育局"))  # fmt: skip
    mat = (
        "二级及以上医院住院病历复印件（加盖病案章）",
        "诊断书原件",
        "近六个月化验单、检查报告单",
        "身份证复印件",
        "一寸照片2张",
    )
    contact = somebody(dice)
    age = str(p.age_on(on))
    body = f"""<div style="font-size:13px">附件{dice.randint(1, 6)}</div><h1 style="font-size:24px;letter-spacing:3px">{city(p)}市基本医疗保险门诊慢性病、特殊疾病资格申报审批表</h1>
<div style="display:flex;justify-content:space-between;margin:6px 0"><span>单位（社区）：{unit}</span><span>申报批次：{on.year}年第{dice.randint(1, 4)}批</span><span>编号：{f("report_number", f"{on.year}{digits(dice, 5)}") if dice.random() < 0.6 else ""}</span></div>
<table class="g"><tr class="c"><th class="c" style="width:92px">姓名</th><th class="c" style="width:50px">性别</th><th class="c" style="width:56px">年龄</th><th class="c" style="width:56px">民族</th><th class="c" style="width:190px">身份证号码</th><th class="c">医保编号（个人编号）</th><th class="c">参保类别</th><th class="c">联系电话</th><td rowspan="4" class="c" style="width:120px;padding:4px">{"<svg data-face='1' viewBox='0 0 100 130' style='width:100px;height:130px'><rect width='100' height='130' fill='#c43'/><path d='M8 130c2-34 20-38 42-38s40 4 42 38z' fill='#333'/><ellipse cx='50' cy='58' rx='23' ry='30' fill='#edc3a4'/><path d='M26 54c-3-32 12-38 24-38s27 6 24 38c-6-18-42-18-48 0z' fill='#222'/><circle cx='42' cy='58' r='2.4'/><circle cx='58' cy='58' r='2.4'/><path d='M44 76q6 4 12 0' stroke='#944' fill='none'/></svg>" if dice.random() < 0.4 else "贴<br>照<br>片<br>处"}</td></tr>
<tr><td class="c">{f("patient_name", p.name)}</td><td class="c">{f("sex", p.sex)}</td><td class="c">{f("age", age)}</td><td class="c">{f("ethnicity", p.ethnicity)}</td><td class="c">{f("id_number", p.id_number)}</td><td class="c">{f("card_number", digits(dice, 10))}</td><td class="c">{f("insurance_type", p.insurance, "城镇职工" if p.insurance == "employee" else "城乡居民")}</td><td class="c">{f("phone", p.phone)}</td></tr>
<tr><td class="c">现住址</td><td colspan="5">{f("address", home(p))}</td><td class="c">联系人及<br>电话</td><td>{contact}<br>{phone(dice)}</td></tr>
<tr><td class="c">申报病种</td><td colspan="7">{"　　".join(f("claimed_disease", s) for s in sick)}</td></tr>
<tr><td class="c">病史摘要</td><td colspan="8" style="height:92px;vertical-align:top">　　患者于{dice.randint(2008, 2021)}年确诊，长期口服药物治疗，{when(dice, on - dt.timedelta(days=200), style="年")}因病情加重在{city(p)}市第二医院住院，诊断为“{sick[0]}”。现仍需长期门诊用药维持。</td></tr>
<tr><td class="c">所附材料</td><td colspan="8">{"　".join(f"{_tick(m, dice.random() < 0.7)}" for m in mat)}</td></tr>
<tr style="height:150px;vertical-align:top"><td colspan="3" class="v">单位（社区）意见<div class="s">（盖章）　　年　月　日</div></td><td colspan="3" class="v">定点医院医保科初审意见<div class="s">经办人：{somebody(dice)}　{when(dice, on, style="年")}</div></td><td colspan="2" class="v">专家组鉴定意见<div class="s">专家签字：{sign("physician", somebody(dice) if dice.random() < 0.5 else None, dice, 80)}<br>　　年　月　日</div></td><td class="v">医保经办机构<div class="s">年　月　日</div></td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:8px;font-size:13px"><span>注：本表用钢笔或打印填写，一人一表，最多申报两个病种。申报者冒名、提供虚假材料的，取消两年内申报资格。</span></div><div style="margin-top:6px">申报人签名（手印）：{sign("applicant", p.name if dice.random() < 0.75 else None, dice)}　　　申报日期：{d("application_date", on, dice, style="年")}</div>
{seal(f"{city(p)}市第二医院", "医保科", at=(410, 480), size=122, turn=dice.uniform(-20, 20)) if dice.random() < 0.7 else ""}"""
    return page(body, ".v{vertical-align:top;position:relative}.s{position:absolute;bottom:6px;right:8px;text-align:right}td{height:34px}", dice.choice((SONG, KAI)), 14, "34px 44px")  # fmt: skip


def _shandong(dice: random.Random) -> str:
    """Labels above values, sections, a long menu of illnesses with codes."""
    p, on = patient(dice, where=dice.choice(("山东", "山西", "福建"))), day(dice)
    menu = (("M00500", "恶性肿瘤门诊治疗"), ("M07800", "慢性肾衰竭透析治疗"), ("M08300", "组织器官移植术后"), ("M01600", "糖尿病"), ("M03900", "高血压"), ("M04600", "冠心病"), ("M04800", "脑血管病后遗症"), ("M05300", "慢性阻塞性肺疾病"), ("M06900", "类风湿关节炎"), ("M07101", "系统性红斑狼疮"), ("M02306", "帕金森病"), ("M02208", "阿尔茨海默病"), ("M06200", "肝硬化"), ("M00203", "慢性乙型病毒性肝炎"), ("M01102", "再生障碍性贫血"), ("M02107", "双相情感障碍"))  # fmt: skip
    mine = set(dice.sample(range(16), dice.choice((1, 1, 1, 2))))
    cells = "".join(f"<span style='width:50%;display:inline-block'>{_tick(f('claimed_disease', b) if i in mine else b, i in mine, '☑')} <small>{a}</small></span>" for i, (a, b) in enumerate(menu))  # fmt: skip
    ag = dice.random() < 0.5
    helper, other = somebody(dice), patient(dice)
    above: Callable[..., str] = lambda a, b, w: (
        f'<div style="width:{w};padding-right:14px"><div style="font-size:12px;color:#555">{a}</div><div style="border-bottom:1px solid #999;min-height:26px">{b or "&nbsp;"}</div></div>'
    )
    doc = somebody(dice)
    body = f"""<div class="t">{p.place.city}门诊慢特病病种待遇认定申请</div><div style="text-align:right;font-size:12px">受理编号：{f("report_number", f"MTB{on:%Y%m%d}{dice.randint(1, 9999):04d}")}　经办机构：{p.place.county}医疗保险事业中心</div>
<div class="h">一、参保人基本信息</div><div class="w">{above("姓名", f("patient_name", p.name), "25%")}{above("证件类型", "居民身份证（户口簿）", "25%")}{above("证件号码", f("id_number", p.id_number), "50%")}{above("性别", f("sex", p.sex), "12%")}{above("出生日期", f("birth_date", p.born.isoformat(), when(dice, p.born, style="-")), "23%")}{above("参保类型", f("insurance_type", p.insurance, "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"), "30%")}{above("参保地区", f("insured_place", p.place.city + p.place.county), "35%")}{above("手机号码", f("phone", p.phone), "25%")}{above("固定电话", "", "20%")}{above("联系地址", f("address", home(p)), "55%")}</div>
<div class="h">二、代办人信息（本人办理无需填写）</div><div class="w">{above("姓名", f("agent_name", helper) if ag else "", "25%")}{above("与参保人关系", dice.choice(("夫妻", "父子", "母女")) if ag else "", "20%")}{above("证件号码", f("agent_id_number", other.id_number) if ag else "", "35%")}{above("联系电话", phone(dice) if ag else "", "20%")}</div>
<div class="h">三、申请病种（请在对应病种前□内打√，病种名称以国家医保病种编码为准）</div><div style="font-size:14px;line-height:1.75">{cells}<br>□其他：＿＿＿＿＿＿＿＿</div>
<div class="h">四、认定医疗机构意见</div><div style="min-height:120px;position:relative">1.申请认定病种符合认定标准第＿{dice.randint(1, 4)}＿条；　2.□不符合，原因：＿＿＿＿＿＿<br>认定医师签名：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.5 else None, dice, 80)}　医师编码：D{p.place.code[:4]}{digits(dice, 8)}<br>认定医疗机构（盖章）：{f("hospital_name", (hosp := f"{city(p)}市立{dice.choice(('东区', '海慈', '章丘'))}医院"))}　　　{when(dice, on, style="年")}{seal(hosp, "医保办公室", at=(380, 10), size=128, turn=dice.uniform(-30, 20)) if dice.random() < 0.7 else ""}</div>
<div class="h">五、个人承诺</div><div style="font-size:14px">　　本人提交的申请材料真实、完整、有效。如有隐瞒、伪造，愿退回已享受的医保待遇并承担法律责任。<br>申请人（代办人）签字：{sign("applicant" if not ag else "agent", (p.name if not ag else helper) if dice.random() < 0.8 else None, dice)}　　日期：{d("application_date", on, dice)}</div>
<div style="font-size:12px;border-top:1px solid #888;margin-top:10px">温馨提示：1.认定通过后，自认定次日起享受待遇；2.恶性肿瘤、器官移植、透析等病种即时认定，其他病种20个工作日内办结；3.可通过“爱山东”“闽政通”等APP查询进度。</div>"""
    return page(body, ".t{font-size:24px;text-align:center;font-weight:600}.h{background:#dfe9f5;border-left:5px solid #2d62a3;padding:2px 8px;margin:10px 0 6px;font-weight:600}.w{display:flex;flex-wrap:wrap;row-gap:6px}", dice.choice((HEI, SONG)), 15, "40px 50px")  # fmt: skip


def _neimeng(dice: random.Random) -> str:
    """An approval form with three opinions side by side in vertical labels."""
    p, on = patient(dice, where=dice.choice(("内蒙古", "河北", "山西"))), day(dice)
    sick = dice.choice(
        (
            "慢性肾脏病（4期）",
            "布鲁氏菌病（慢性期）",
            "肺动脉高压",
            "大骨节病（中度）",
            "风湿性心脏病（瓣膜置换术后）",
            "包虫病",
            "冠心病（PCI术后）",
        )
    )
    hosp = dice.choice(
        (
            f"{p.place.city}中心医院",
            f"{p.place.county}蒙医综合医院",
            f"{city(p)}民族大学附属医院",
            f"{p.place.county}人民医院",
        )
    )
    v = "<br>".join
    a, b, e = somebody(dice), somebody(dice), somebody(dice)
    until = on.replace(year=on.year + dice.choice((1, 2, 3)), month=12, day=31)
    op = [
        ("鉴定专家意见", f"经复核病历及检查资料，{dice.choice(('符合', '具备'))}“{f('claimed_disease', sick)}”认定标准第2项，同意纳入。<br><br>专家签字：① {f('physician_name', a)}{sign('physician', a, dice, 70) if dice.random() < .6 else ''}　② {f('physician_name', b)}"),
        ("定点医疗机构", f"鉴定医院：{f('hospital_name', hosp)}<br>医保科负责人：{e}<br><br>（公章）　　{when(dice, on, style='年')}"),
        ("医保经办机构", f"准予享受待遇。起止时间：<br>{d('valid_from', on, dice, style='.')} — {d('valid_until', until, dice, style='.')}<br>审核：{somebody(dice)}　复核：{somebody(dice)}<br>{d('issue_date', on + dt.timedelta(days=3), dice, style='年')}"),
    ]  # fmt: skip
    body = f"""<h1 style="font-size:25px">{p.place.city}城乡居民（职工）基本医疗保险<br>门诊特殊慢性病鉴定审批表</h1><div style="display:flex;justify-content:space-between;margin-top:16px"><span>旗县区：{f("insured_place", p.place.county)}</span><span>№：{f("report_number", f"{on.year}-{p.place.code}-{dice.randint(1, 2999):04d}")}</span></div>
<table class="g" style="border:2px solid"><tr><td class="k">患者姓名</td><td>{f("patient_name", p.name)}</td><td class="k">性别</td><td>{f("sex", p.sex)}</td><td class="k">民族</td><td>{f("ethnicity", p.ethnicity, p.ethnicity + dice.choice(("", "族")))}</td><td class="k">出生年月</td><td>{f("birth_date", p.born.strftime("%Y-%m"), f"{p.born.year}.{p.born.month}")}</td></tr>
<tr><td class="k">身份证号</td><td colspan="4">{f("id_number", p.id_number)}</td><td class="k">社保卡号</td><td colspan="2">{f("card_number", dice.choice("ABCDEFGH") + digits(dice, 8))}</td></tr><tr><td class="k">户籍地址</td><td colspan="4">{f("address", home(p))}</td><td class="k">电话</td><td colspan="2">{f("phone", p.phone)}</td></tr><tr><td class="k">险　　种</td><td colspan="7">{_kind(p, "☑")}　　□建档立卡　□低保　□特困　{_tick("其他", False)}</td></tr>
<tr><td class="k">主　　要<br>临床表现</td><td colspan="7" style="height:150px;vertical-align:top">{hand("反复乏力、心悸、活动后气短" + str(dice.randint(2, 9)) + "年，加重半月", 20) if dice.random() < 0.4 else "　　反复乏力、多汗、关节肿痛，活动后气短、心悸，夜间不能平卧，病程3年余，多次在旗医院及自治区医院住院治疗，出院后间断服药。"}</td></tr>
<tr><td class="k">阳性检查<br>结　　果</td><td colspan="7" style="height:110px;vertical-align:top">{when(dice, on - dt.timedelta(days=dice.randint(10, 60)), style=".")} 彩超：左房扩大；肌酐{dice.randint(110, 430)}μmol/L；SAT 1:{dice.choice((100, 200, 400))}（＋＋）。</td></tr>
{"".join(f"<tr><td class='k'>{v([t[i : i + 2] for i in range(0, len(t), 2)])}</td><td colspan='7' style='height:138px;vertical-align:top;line-height:1.9'>{x}</td></tr>" for t, x in op)}</table>
<div style="font-size:13px;margin-top:8px">此表一式三份：医保局、鉴定医院、患者各一份。复审时须携带本表及近一年病历资料。</div>
{seal(hosp, "医疗保险科", at=(520, 735), size=140, turn=dice.uniform(-20, 20))}{seal(p.place.county + "医疗保障局", at=(500, 880), size=140, turn=dice.uniform(-20, 20)) if dice.random() < 0.8 else ""}"""
    return page(
        body, ".k{width:80px;text-align:center}td{height:36px}", dice.choice((SONG, KAI)), 15, "46px 54px"
    )


def _card(dice: random.Random) -> str:
    """A folded booklet, opened: cover facts left, yearly checks right."""
    p, on = patient(dice, where=dice.choice(("陕西", "海南", "河北", "黑龙江"))), day(dice)
    sick = dice.sample(("高血压病（极高危）", "糖尿病伴并发症", "慢性肝炎", "脑卒中后遗症", "重性精神疾病", "系统性红斑狼疮", "肺结核", "地中海贫血", "慢性心功能衰竭"), dice.choice((1, 1, 2)))  # fmt: skip
    until = later(on, dice.choice((2, 5)))
    office = f"{p.place.county}医疗保险服务中心"
    rows = "".join(
        f"<tr><td class='c' style='height:34px'>{on.year + i}</td><td>{'合格' if i == 0 else ''}</td><td>{somebody(dice) if i == 0 else ''}</td></tr>"
        for i in range(5)
    )
    pic = "<div style='width:104px;height:136px;border:1px solid #555;text-align:center;padding-top:46px;color:#888'>一寸<br>照片</div>" if dice.random() < .4 else "<svg data-face='1' viewBox='0 0 100 130' style='width:104px;height:136px'><rect width='100' height='130' fill='#9fc4e8'/><path d='M6 130c2-34 20-38 44-38s42 4 44 38z' fill='#eee'/><ellipse cx='50' cy='58' rx='22' ry='29' fill='#e6b998'/><path d='M27 52c0-30 12-36 23-36s25 6 23 36c-8-14-38-14-46 0z' fill='#333'/><circle cx='42' cy='58' r='2.2'/><circle cx='58' cy='58' r='2.2'/><path d='M44 75q6 3 12 0' stroke='#944' fill='none'/></svg>"  # fmt: skip
    line: Callable[..., str] = lambda a, b: (
        f"<div style='display:flex;border-bottom:1px dotted #7a2;padding:3px 0'><span style='width:92px;color:#375a1e'>{a}</span><span style='flex:1'>{b}</span></div>"
    )
    body = f"""<div style="display:flex;height:100%;border:2px solid #4a7a2a"><div style="width:56%;padding:16px 20px;border-right:2px dashed #4a7a2a;position:relative"><div class="c" style="font-size:20px;color:#375a1e;font-weight:600">门诊慢性病（特殊疾病）医疗证</div><div class="c" style="font-size:13px">{p.place.province}{city(p)}市医疗保障局监制</div>
<div style="display:flex;gap:16px;margin-top:10px"><div style="flex:1">{line("证　　号", f("card_number", f"{p.place.code}MM{dice.randint(1, 99999):05d}"))}{line("姓　　名", f("patient_name", p.name))}{line("性　　别", f("sex", p.sex))}{line("身份证号", f("id_number", p.id_number))}</div>{pic}</div>{line("参保类别", f("insurance_type", p.insurance, "职工" if p.insurance == "employee" else "居民"))}{line("认定病种", "；".join(f("claimed_disease", s) for s in sick))}{line("定点机构", dice.choice((p.place.county + "人民医院", p.place.county + "中医医院", city(p) + "市中心医院")))}{line("发证机关", f("issuing_authority", office))}{line("发证日期", d("issue_date", on, dice, style=dice.choice("年.")))}{line("有效期至", d("valid_until", until, dice, style=dice.choice("年.")))}
{seal(office, at=(270, 250), size=128, turn=dice.uniform(-15, 15)) if dice.random() < 0.85 else ""}</div>
<div style="flex:1;padding:16px 18px"><div class="c">年　审　记　录</div><table class="g" style="margin-top:8px"><tr><th class="c">年度</th><th class="c">审核结果</th><th class="c">经办人</th></tr>{rows}</table><div style="font-size:12px;line-height:1.7;margin-top:10px">持证须知<br>1.本证限本人在定点医疗机构就医购药时使用，不得转借。<br>2.年度内支付限额按病种执行，两个病种的按高限额加1000元。<br>3.遗失请及时到{office}补办，电话0{digits(dice, 2)}-{digits(dice, 7)}。<br>4.逾期未年审者，停止享受待遇。</div></div></div>"""
    return page(body, "", dice.choice((SONG, KAI)), 15, "26px 28px")


TEMPLATES: dict[str, Template] = {
    "cliff-application_form-tianjin": Template("application_form", 794, 1123, _tianjin),
    "cliff-application_form-northeast": Template("application_form", 1123, 794, _jilin),
    "cliff-application_form-sections": Template("application_form", 794, 1123, _shandong),
    "cliff-recognition_form-opinions": Template("recognition_form", 794, 1123, _neimeng),
    "cliff-recognition_form-booklet": Template("recognition_form", 860, 500, _card),
}
