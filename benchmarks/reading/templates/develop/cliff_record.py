"""Front pages of inpatient records, outpatient records and a prescription."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.cliff_base import (
    bars,
    city,
    clocktime,
    d,
    digits,
    home,
    page,
    patient,
    phone,
    somebody,
    u,
    when,
)  # fmt: skip
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, hand, seal, sign
from benchmarks.reading.templates.develop.people import day

CODED = (
    (("急性ST段抬高型下壁心肌梗死", "I21.101"), ("冠状动脉支架植入术后状态", "Z95.501"), ("高血压3级", "I10.x05"), ("2型糖尿病", "E11.900")), (("狼疮性肾炎", "M32.107+N08.5*"), ("肾性贫血", "N18.910"), ("高尿酸血症", "E79.001")),
    (("乙型肝炎后肝硬化失代偿期", "K74.607"), ("食管静脉曲张破裂出血", "I85.001"), ("腹水", "R18.x00"), ("低蛋白血症", "E77.801")), (("慢性阻塞性肺病伴急性加重", "J44.101"), ("II型呼吸衰竭", "J96.101"), ("肺源性心脏病", "I27.901")),
    (("恶性肿瘤维持性化学治疗", "Z51.103"), ("卵巢恶性肿瘤", "C56.x00"), ("腹膜继发恶性肿瘤", "C78.600")), (("帕金森病", "G20.x00"), ("前列腺增生", "N40.x00")),
)  # fmt: skip


def _paytype(p_insurance: str) -> str:
    return "1" if p_insurance == "employee" else "2"


def _front(dice: random.Random) -> str:
    p, out = patient(dice), day(dice)
    into = out - dt.timedelta(days=dice.randint(3, 33))
    c = city(p)
    hosp = dice.choice(
        (
            f"{c}大学白求恩第四医院",
            f"{c}油田总医院",
            f"{c}市中心医院",
            f"{c}医科大学附属协作医院",
            f"航天{c}七三一职工医院",
        )
    )
    org = f"{digits(dice, 8)}-{dice.choice('0123456789X')}"
    ills: tuple[tuple[str, str], ...] = dice.choice(CODED)
    ills = ills[: dice.randint(1, len(ills))]
    age = str(p.age_on(into))
    st = dice.choice("年0")
    both = [*ills, *[("", "")] * 11][:11]
    left, right = both[:6], [*both[6:], ("", "")]
    drow = ""
    for i in range(6):
        a, b = left[i], right[i]
        cell: Callable[..., tuple[str, str, str]] = lambda x, first, i=i: (f"{'主要诊断：' if first else '其他诊断：' if x and i == 1 else ''}{f('diagnosis', x[0]) if x[0] else ''}", x[1], "1" if x[0] else "")  # fmt: skip
        drow += "<tr>" + "".join(f"<td style='width:{w}'>{v or '&nbsp;'}</td>" for v, w in zip((*cell(a, i == 0), *cell(b, False)), ("29%", "13%", "8%", "29%", "13%", "8%"), strict=True)) + "</tr>"  # fmt: skip
    dept = dice.choice(
        ("心血管内科二病房", "风湿免疫肾病科", "消化二科", "呼吸一病区", "妇瘤科", "神经内科三")
    )
    docs = [somebody(dice) for _ in range(8)]
    contact = somebody(dice)
    born = f("birth_date", p.born.isoformat(), f"{p.born.year}年{p.born.month}月{p.born.day}日")
    body = f"""<div style="display:flex;justify-content:space-between;font-size:12px"><span>医疗机构：{f("hospital_name", hosp)}</span><span>（组织机构代码：{org}）</span></div><h1 style="font-size:23px;letter-spacing:10px">住院病案首页</h1>
<div style="display:flex;justify-content:space-between"><span>医疗付费方式：<b class="q">{_paytype(p.insurance)}</b></span><span>健康卡号：{u(f("card_number", digits(dice, 12)) if dice.random() < 0.4 else "—", 110)}</span><span>第 {u(str(dice.randint(1, 6)), 30)} 次住院</span><span>病案号：{u(f("record_number", digits(dice, 8)), 90)}</span></div>
<div class="x"><div>姓名 {u(f("patient_name", p.name), 80)} 性别 <b class="q">{f("sex", p.sex, "1" if p.sex == "男" else "2")}</b> 1.男 2.女　出生日期 {u(born, 110)} 年龄 {u(f("age", age, age + "岁"), 44)} 国籍 {u("中国", 50)}</div>
<div>（年龄不足1周岁的）年龄 {u("－", 30)} 月　新生儿出生体重 {u("－", 40)} 克　新生儿入院体重 {u("－", 40)} 克</div>
<div>出生地 {u(p.place.province + p.place.city + p.place.county, 180)} 籍贯 {u(p.place.province + p.place.city, 110)} 民族 {u(f("ethnicity", p.ethnicity, p.ethnicity + "族"), 50)}</div>
<div>身份证号 {u(f("id_number", p.id_number), 160)} 职业 {u(dice.choice(("退(离)休人员", "农民", "其他", "工人")), 80)} 婚姻 <b class="q">{dice.choice("2349")}</b> 1.未婚 2.已婚 3.丧偶 4.离婚 9.其他</div>
<div>现住址 {u(f("address", home(p)), 330)} 电话 {u(f("phone", p.phone), 90)} 邮编 {u(p.place.code[:2] + "0000", 50)}</div><div>户口地址 {u(p.place.province + p.place.city + p.place.county, 330)} 邮编 {u("－", 50)}</div>
<div>工作单位及地址 {u(dice.choice(("－", "无", f"{c}第二轴承厂")), 220)} 单位电话 {u("－", 80)} 邮编 {u("－", 50)}</div>
<div>联系人姓名 {u(contact, 60)} 关系 {u(dice.choice(("子", "女", "配偶")), 36)} 地址 {u(p.place.city + p.place.county + p.place.road + "附3号", 180)} 电话 {u(phone(dice), 90)}</div>
<div>入院途径 <b class="q">{dice.choice("123")}</b> 1.急诊 2.门诊 3.其他医疗机构转入 9.其他</div>
<div>入院时间 {u(d("admission_date", into, dice, style=st) + f" {dice.randint(0, 23)}时", 140)} 入院科别 {u(f("department", dept), 100)} 病房 {u(str(dice.randint(1, 12)), 30)} 转科科别 {u(dice.choice(("－", "CCU→心内")), 60)}</div>
<div>出院时间 {u(d("discharge_date", out, dice, style=st) + f" {dice.randint(8, 16)}时", 140)} 出院科别 {u(dept, 100)} 病房 {u(str(dice.randint(1, 12)), 30)} 实际住院 {u(str((out - into).days), 30)} 天</div>
<div>门（急）诊诊断 {u(ills[0][0], 250)} 疾病编码 {u(ills[0][1], 90)}</div></div>
<table class="g s"><tr class="c">{"<th class='c'>出院诊断</th><th class='c'>疾病编码</th><th class='c'>入院<br>病情</th>" * 2}</tr>{drow}<tr><td colspan="6">入院病情：1.有，2.临床未确定，3.情况不明，4.无</td></tr></table>
<div class="x" style="border-top:0"><div>损伤、中毒的外部原因 {u("－", 240)} 疾病编码 {u("－", 80)}</div><div>病理诊断 {u("－", 200)} 疾病编码 {u("－", 70)} 病理号 {u("－", 70)}</div><div>药物过敏 <b class="q">1</b> 1.无 2.有，过敏药物：{u("－", 120)} 死亡患者尸检 <b class="q">－</b> 1.是 2.否</div><div>血型 <b class="q">{dice.randint(1, 6)}</b> 1.A 2.B 3.O 4.AB 5.不详 6.未查　Rh <b class="q">{dice.choice("24")}</b> 1.阴 2.阳 3.不详 4.未查</div>
<div>科主任 {u(docs[0], 60)} 主任（副主任）医师 {u(docs[1], 60)} 主治医师 {u(f("physician_name", docs[2]), 60)} 住院医师 {u(docs[3], 60)}</div><div>责任护士 {u(docs[4], 60)} 进修医师 {u("－", 50)} 实习医师 {u("－", 50)} 编码员 {u(docs[5], 60)}</div><div>病案质量 <b class="q">1</b> 1.甲 2.乙 3.丙　质控医师 {u(docs[6], 60)} 质控护士 {u(docs[7], 60)} 质控日期 {u(when(dice, out + dt.timedelta(days=2), style=st), 110)}</div></div>
<div style="font-size:11px;display:flex;justify-content:space-between;margin-top:4px"><span>病案室复印 共{dice.randint(3, 30)}页</span><span>{bars(dice, 100, 14)}</span></div>
{seal(hosp, "病案复印章", at=(dice.randint(460, 560), dice.randint(700, 820)), size=126, colour=dice.choice(("red", "blue")), turn=dice.uniform(-30, 30)) if dice.random() < 0.7 else ""}"""
    return page(body, ".q{display:inline-block;border:1px solid #000;min-width:19px;height:19px;text-align:center;line-height:17px;font-weight:400}.x{border:1px solid #000;padding:2px 6px}.x>div{line-height:27px}.s td{height:25px;padding:0 4px;font-size:12.5px}", dice.choice((SONG, MICRO)), 13, "32px 44px")  # fmt: skip


def _tcmfront(dice: random.Random) -> str:
    p, out = patient(dice), day(dice)
    into = out - dt.timedelta(days=dice.randint(7, 30))
    hosp = dice.choice((f"{p.place.province}第三中医院（{p.place.province}中医药大学第五附属医院）", f"{city(p)}市第四中医医院", f"{p.place.county}中医院", f"{city(p)}针灸研究所附属医院"))  # fmt: skip
    tcm, tcode, syn, scode, west = dice.choice((
        ("中风病", "A07.01.01", "气虚血瘀证", "B05.02.02.01", (("脑梗死", "I63.900"), ("高血压病2级", "I10.x04"))), ("项痹病", "A17.05.02", "肝肾亏虚证", "B06.01", (("混合型颈椎病", "M47.801"),)),
        ("胸痹心痛", "A04.01.01", "痰瘀互结证", "B03.04", (("不稳定型心绞痛", "I20.000"), ("慢性心力衰竭", "I50.905"), ("高脂血症", "E78.500"))), ("消渴", "A06.09", "气阴两虚证", "B02.05", (("2型糖尿病性周围神经病", "E11.403+G63.2*"), ("肝囊肿", "K76.807"))),
    ))  # fmt: skip
    age = str(p.age_on(into))
    names = [somebody(dice) for _ in range(7)]
    tline = f"<tr><td>主病：{f('diagnosis', tcm)}</td><td>{tcode}</td><td>1</td><td>主要诊断：{f('diagnosis', west[0][0])}</td><td>{west[0][1]}</td><td>1</td></tr><tr><td>主证：{syn}</td><td>{scode}</td><td>1</td><td>其他诊断：{f('diagnosis', west[1][0]) if len(west) > 1 else ''}</td><td>{west[1][1] if len(west) > 1 else ''}</td><td></td></tr>"  # fmt: skip
    for i in range(2, 6):
        tline += f"<tr><td>&nbsp;</td><td></td><td></td><td>{f('diagnosis', west[i][0]) if len(west) > i else ''}</td><td>{west[i][1] if len(west) > i else ''}</td><td></td></tr>"
    k: Callable[..., str] = lambda a, b, s=1: f"<td class='k'>{a}</td><td colspan='{s}'>{b}</td>"
    style = dice.choice("-年")
    body = f"""<div class="c" style="font-size:18px">{f("hospital_name", hosp)}</div><h1 style="font-size:24px;letter-spacing:6px">中医住院病案首页</h1><div style="display:flex;justify-content:space-between;font-size:13px"><span>医疗付款方式：{f("insurance_type", p.insurance, "城镇职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险")}</span><span>住院次数：{dice.randint(1, 5)}</span><span>病案号：{f("record_number", "ZY" + digits(dice, 8) if dice.random() < 0.5 else digits(dice, 6))}</span></div>
<table class="g s"><tr>{k("姓　名", f("patient_name", p.name))}{k("性　别", f("sex", p.sex))}{k("出生日期", f("birth_date", p.born.isoformat(), when(dice, p.born, style=style)))}{k("年龄", f("age", age, age + "岁"))}</tr><tr>{k("身份证号", f("id_number", p.id_number), 3)}{k("民　族", f("ethnicity", p.ethnicity))}{k("婚姻", dice.choice(("已婚", "丧偶")))}</tr>
<tr>{k("现 住 址", f("address", home(p)), 3)}{k("电　话", f("phone", p.phone))}{k("邮编", "－")}</tr><tr>{k("联 系 人", somebody(dice) + "（" + dice.choice(("子女", "夫妻")) + "）", 3)}{k("联系电话", phone(dice))}{k("职业", dice.choice(("农民", "退休")))}</tr>
<tr>{k("入院时间", d("admission_date", into, dice, True, style), 3)}{k("入院科别", f("department", dice.choice(("脑病科", "针灸科二区", "心病科", "内分泌代谢科"))))}{k("病房", str(dice.randint(1, 20)))}</tr><tr>{k("出院时间", d("discharge_date", out, dice, True, style), 3)}{k("治疗类别", dice.choice(("1.中医", "3.中西医")))}{k("天数", str((out - into).days))}</tr>
<tr>{k("门（急）诊诊断<br>（中医）", tcm + "（" + syn + "）", 3)}{k("门（急）诊诊断<br>（西医）", west[0][0], 3)}</tr><tr>{k("实施临床路径", "☑中医　□西医　□否", 3)}{k("使用中医诊疗设备", "是☑　否□", 3)}</tr></table>
<table class="g s" style="margin-top:-1px"><tr>{"".join(f"<th class='c'>{x}</th>" for x in ("出院中医诊断", "疾病编码", "入院<br>病情", "出院西医诊断", "疾病编码", "入院<br>病情"))}</tr>{tline}</table>
<table class="g s" style="margin-top:-1px"><tr><td>病理诊断：－</td><td>药物过敏：☑无　□有：</td><td>血型：{dice.choice(("A", "B", "O", "AB", "未查"))}　Rh：未查</td></tr><tr><td colspan="3">科主任：{names[0]}　主(副主)任医师：{names[1]}　主治医师：{f("physician_name", names[2])}　住院医师：{names[3]}　责任护士：{names[4]}　编码员：{names[5]}</td></tr><tr><td>病案质量：甲</td><td>质控医师：{names[6]}</td><td>质控日期：{when(dice, out + dt.timedelta(days=1), style=style)}</td></tr></table>
<table class="g s" style="margin-top:-1px"><tr class="c"><th class="c">手术及操作编码</th><th class="c">日期</th><th class="c">手术及操作名称</th><th class="c">级别</th><th class="c">术者</th><th class="c">麻醉方式</th></tr><tr><td>17.9200x001</td><td>{when(dice, into, style=style)}</td><td>普通针刺治疗</td><td>－</td><td>{somebody(dice)}</td><td>－</td></tr><tr><td>&nbsp;</td><td></td><td></td><td></td><td></td><td></td></tr></table>
<div class="e">离院方式：1.医嘱离院　出院31天内再住院计划：无<br>住院费用（元）：总费用 {(t := dice.uniform(3000, 19000)):.2f}（自付金额：{t * 0.3:.2f}）　中医类：中医治疗费 {t * 0.2:.2f}（针刺与灸法 {t * 0.1:.2f}、推拿 {t * 0.05:.2f}）；中药饮片 {t * 0.15:.2f}；中成药费 {t * 0.1:.2f}；西药费 {t * 0.22:.2f}；诊断类 {t * 0.2:.2f}；其他 {t * 0.13:.2f}</div>
{seal(hosp.split("（")[0], "病案专用章", at=(dice.randint(420, 540), 640), size=130, turn=dice.uniform(-25, 25)) if dice.random() < 0.7 else ""}"""
    return page(body, ".k{background:#f6f6f6;white-space:nowrap;width:74px}.s td{font-size:12.5px;height:27px;padding:1px 4px}.e{border:1px solid;border-top:0;padding:4px;font-size:12.5px}", dice.choice((SONG, HEI)), 13, "34px 40px")  # fmt: skip


def _emr(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    hosp = dice.choice(
        (
            f"{city(p)}大学附属静湖路医院",
            f"{city(p)}医科大学附属友睦医院",
            f"{city(p)}港口医院",
            f"{p.place.province}第四人民医院互联网医院",
        )
    )
    ills, began, tests, drugs = dice.choice((
        (("系统性红斑狼疮", "狼疮性肾炎", "继发性高血压"), "双下肢水肿、面部红斑，外院（{}市第四人民医院）查尿蛋白（+++），后于我院住院确诊，予足量激素+环磷酰胺诱导缓解，后改吗替麦考酚酯维持", "24h尿蛋白 0.86g；补体C3 0.71g/L；抗ds-DNA 122IU/mL；Cr 88μmol/L", ("醋酸泼尼松片 5mg×100片/瓶　sig：2片 qd po", "吗替麦考酚酯胶囊 0.25g×40粒　sig：0.75g bid", "硫酸羟氯喹片 0.1g×14片　sig：0.2g bid")),
        (("帕金森病（H-Y 3期）", "快速眼动睡眠行为障碍"), "右上肢静止性震颤，渐累及右下肢，动作迟缓，{}市第四人民医院予多巴丝肼有效，近一年出现剂末现象，翻身困难", "头颅MR未见明显异常；黑质超声：右侧回声增强面积0.31cm²；UPDRS-III 36分", ("多巴丝肼片 0.25g×40片　sig：0.125g qid 餐前1h", "盐酸普拉克索缓释片 0.75mg×10片　sig：1片 qd", "氯硝西泮片 2mg×20片　sig：0.5mg qn")),
        (("克罗恩病（A2L3B1，中度活动）",), "右下腹痛、腹泻，每日4～6次，无脓血，{}市第四人民医院肠镜示回肠末端纵行溃疡，后于我院确诊，予英夫利西单抗诱导后维持", "CRP 11.2mg/L；ESR 31mm/h；粪钙卫蛋白 412μg/g；ALB 36.8g/L", ("硫唑嘌呤片 50mg×60片　sig：75mg qd", "肠内营养粉剂（TP） 400g　sig：6匙 tid", "注射用英夫利西单抗 100mg　第32周 300mg ivgtt")),
        (("重症肌无力（全身型）", "胸腺瘤术后"), "眼睑下垂、晨轻暮重，渐四肢无力，{}市第四人民医院新斯的明试验阳性，行胸腺瘤切除，术后激素减量维持", "AChR-Ab 8.6nmol/L；肺功能：FVC占预计值78%；血糖 6.4mmol/L", ("溴吡斯的明片 60mg×60片　sig：60mg tid", "他克莫司胶囊 1mg×50粒　sig：1mg bid", "醋酸泼尼松片 5mg×100片　sig：15mg qd")),
    ))  # fmt: skip
    age, doc = str(p.age_on(on)), somebody(dice)
    title = dice.choice(("主任医师", "副主任医师", "主治医师"))
    sus = dice.random() < 0.5
    body = f"""<div style="display:flex;align-items:flex-end;border-bottom:2px solid"><div style="flex:1"><div style="font-size:21px;font-weight:600">{f("hospital_name", hosp)}</div>门诊病历记录（{dice.choice(("初诊", "复诊", "特需"))}）</div><div style="font-size:12px;text-align:right">{bars(dice, 120, 26)}<br>就诊卡 {f("card_number", digits(dice, 10))}</div></div>
<div style="font-size:14px;border-bottom:1px solid;padding:3px 0">{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", age, age + "岁")}　{f("department", dice.choice(("风湿免疫科", "神经内科专病门诊", "消化炎症性肠病门诊", "呼吸间质病专科")))}　{d("visit_date", on, dice, True, "-")}　病历号 {f("record_number", digits(dice, 8))}　费别：{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</div>
<p><b>主　诉</b>　确诊{ills[0].split("（")[0]}{dice.randint(2, 14)}年，复诊。</p><p><b>现病史</b>　患者{on.year - dice.randint(3, 12)}年无明显诱因出现{began.format(city(p))}。{when(dice, on - dt.timedelta(days=90), style="年")}末次就诊，目前规律服药，无发热、皮疹、关节痛，夜尿{dice.randint(1, 3)}次，近期体重无明显变化。母亲（{somebody(dice, "女")}）代诉睡眠差。</p><p><b>既往史</b>　高血压病史{dice.randint(2, 9)}年，最高170/100mmHg；否认肝炎、结核；青霉素皮试阳性。</p><p><b>体格检查</b>　T 36.{dice.randint(2, 8)}℃　BP {dice.randint(112, 150)}/{dice.randint(68, 96)} mmHg　神清，心肺（－），双下肢不肿。</p>
<p><b>辅助检查</b>　{when(dice, on - dt.timedelta(days=3), style="-")}：{tests}；WBC {dice.uniform(3, 9):.2f}。</p><p><b>初步诊断</b>　{"　".join(f"{i}. {f('diagnosis', x)}" if len(ills) > 1 else f("diagnosis", x) for i, x in enumerate(ills, 1))}{"　" + str(len(ills) + 1) + ". 骨质疏松？" if sus else ""}</p>
<p><b>处　理</b></p><div style="padding-left:28px">{"".join(f"{a} {b}；<br>" for a, b in zip("①②③", drugs, strict=True))}④ 复查血尿常规、肝肾功能（1月后）；<br>⑤ 建议办理门诊特殊病，{dice.choice(("三月后复诊", "不适随诊"))}。</div>
<div style="margin-top:30px;text-align:right;position:relative">医师：{f("physician_name", doc)}（{f("physician_title", title)}）　{sign("physician", doc if dice.random() < 0.6 else None, dice)}{seal(hosp, "门诊专用章", at=(300, -50), size=128, turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}</div>
<div style="position:absolute;bottom:22px;left:54px;right:54px;border-top:1px solid;font-size:11px;display:flex;justify-content:space-between"><span>本病历与手工书写病历具有同等法律效力</span><span>打印：自助机{dice.randint(1, 40):02d}　{when(dice, on, style="-")} {clocktime(dice)}</span></div>"""
    return page(body, "p{margin:7px 0;text-align:justify}", dice.choice((SONG, HEI, MICRO)), 15, "38px 54px")


def _handbook(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    hosp = dice.choice(
        (
            f"{city(p)}市中西医结合医院",
            f"{p.place.county}回族医院",
            f"{city(p)}国医堂中医门诊部",
            f"{city(p)}市精神病医院",
        )
    )
    dis, syn, rx = dice.choice((("痹症", "寒湿痹阻", "桂枝12g 芍药12g 知母15g 防风10g 白术15g 制附子9g（先煎） 麻黄6g 甘草6g 生姜3片"), ("郁病", "肝郁脾虚", "柴胡10g 白芍15g 当归12g 茯苓15g 白术12g 薄荷6g（后下） 合欢皮20g 炙甘草6g"), ("水肿", "脾肾阳虚", "黄芪45g 茯苓30g 炒白术15g 白芍12g 制附子10g（先煎） 泽泻20g 车前子15g（包煎） 丹参20g")))  # fmt: skip
    west = {"痹症": "类风湿关节炎", "郁病": "抑郁状态", "水肿": "慢性肾小球肾炎"}[dis]
    age, doc = str(p.age_on(on)), somebody(dice)
    title = dice.choice(("主任中医师", "副主任中医师", "主治中医师"))
    body = f"""<div style="border:1px solid #3a6ea5;height:100%;padding:18px 22px;position:relative;color:#1d1d1d"><div style="text-align:center;color:#3a6ea5;font-size:20px;letter-spacing:4px">{f("hospital_name", hosp)}</div><div style="text-align:center;color:#3a6ea5;letter-spacing:12px">门 诊 病 历</div>
<div style="display:flex;justify-content:space-between;border-bottom:1px solid #3a6ea5;margin-top:6px"><span>姓名 {f("patient_name", p.name)}</span><span>{f("sex", p.sex)}</span><span>{f("age", age, age + "岁")}</span><span>登记号 {f("record_number", f"{dice.randint(1, 99999):010d}")}</span></div><div style="display:flex;justify-content:space-between"><span>{d("visit_date", on, dice, True)}</span><span>{f("department", dice.choice(("中医内科", "名老中医工作室", "心身科", "肾病风湿科")))}</span></div>
<div class="n">主诉：{("反复关节肿痛", "情绪低落、眠差", "颜面及双下肢浮肿")["痹郁水".index(dis[0])]}{dice.randint(1, 9)}年，加重{dice.randint(3, 20)}天。<br>现症：畏寒，纳呆，大便溏，夜寐欠安。舌淡暗，苔白腻，脉沉细。{hand("余无特殊", 19) if dice.random() < 0.4 else ""}<br>既往：{dice.choice(("体健。", "高血压5年。", "有阑尾炎手术史。"))}　过敏史：无<br>PE：BP{dice.randint(104, 150)}/{dice.randint(62, 92)}mmHg，心肺腹（－）。<br>诊断：中医：{f("diagnosis", dis)}（{syn}证）<br>　　　西医：{f("diagnosis", west)}<br>治法：{("温阳散寒，除湿通络", "疏肝健脾，解郁安神", "温补脾肾，利水消肿")["痹郁水".index(dis[0])]}<br>方药：{rx}<br>　　　×{dice.choice((7, 14))}剂　日一剂，水煎400ml，早晚分服<br>医嘱：忌生冷辛辣，{dice.randint(1, 2)}周后复诊。</div>
<div style="text-align:right;margin-top:24px">{f("physician_title", title)}　{f("physician_name", doc)}　{sign("physician", doc if dice.random() < 0.7 else None, dice)}</div><div style="position:absolute;bottom:6px;left:0;right:0;text-align:center;color:#3a6ea5;font-size:12px">- {dice.randint(1, 16)} -</div></div>"""
    return page(body, ".n{line-height:34px;background:repeating-linear-gradient(#fff 0 33px,#c9d8ea 33px 34px);margin-top:4px}", dice.choice((KAI, SONG)), 16, "26px")  # fmt: skip


def _herbs(dice: random.Random) -> str:
    p, on = patient(dice), day(dice)
    hosp = dice.choice(
        (
            f"{city(p)}中医药大学附属国医馆",
            f"{p.place.county}蒙医医院",
            f"北方重工{city(p)}职工医院",
            f"{city(p)}市宣和中医医院",
        )
    )
    herbs = ("黄芪 30g", "当归 12g", "川芎 10g", "赤芍 15g", "丹参 20g", "地龙 9g", "桃仁 10g", "红花 6g", "茯苓 15g", "炒白术 15g", "陈皮 9g", "法半夏 9g", "葛根 30g", "山药 30g", "生地黄 20g", "麦冬 15g", "五味子 6g", "炙甘草 6g", "砂仁 6g 后下", "牡蛎 30g 先煎", "三七粉 3g 冲服")  # fmt: skip
    picks = dice.sample(herbs, dice.choice((9, 12, 14, 16)))
    cells = "".join(f"<span style='width:25%;display:inline-block'>{h}</span>" for h in picks)
    age, doc = str(p.age_on(on)), somebody(dice)
    dx, syn = dice.choice(
        (
            ("消渴病", "气阴两虚证"),
            ("眩晕病", "痰湿中阻证"),
            ("胸痹", "气滞血瘀证"),
            ("慢性肾衰病", "脾肾气虚、湿浊证"),
        )
    )
    n = dice.choice((7, 10, 14))
    t = dice.uniform(90, 600)
    body = f"""<div style="position:absolute;right:34px;top:24px;border:1.5px solid;padding:1px 10px">{dice.choice(("门诊慢特", "普通", "急诊"))}</div><div class="c" style="font-size:20px">{f("hospital_name", hosp)}</div><div class="c" style="font-size:18px;letter-spacing:10px">中药饮片处方笺</div><div style="font-size:12px;text-align:right">处方编号 {f("report_number", digits(dice, 11))}</div>
<div style="border-top:1px solid;border-bottom:1px solid;line-height:1.95">费别：{_tick("医保")}　□公费　□自费　医疗证/医保卡号 {f("card_number", digits(dice, 9)) if dice.random() < 0.6 else "＿＿＿＿＿"}　<br>姓名：{f("patient_name", p.name)}　性别：{f("sex", p.sex)}　年龄：{f("age", age, age + "岁")}　门诊/住院病历号：{f("record_number", digits(dice, 8))}<br>科别(病区/床位号)：{f("department", dice.choice(("脾胃病科门诊", "中医糖尿病科", "老年病二科")))}　开具日期：{d("issue_date", on, dice, style=dice.choice("年-"))}<br>住址/电话：{f("address", p.place.county + p.place.road + str(p.house) + "号") + "　" + f("phone", p.phone) if dice.random() < 0.6 else ""}<br>临床诊断：{f("diagnosis", dx)}　{syn}</div>
<div style="font-size:26px;font-family:'Liberation Serif'">Rp.</div><div style="min-height:230px;padding:0 12px;line-height:2.1">{cells}<div style="margin-top:16px">共 {n} 剂　每日1剂　用法：水煎服 每次{dice.choice((150, 200))}ml 分{dice.choice(("早晚两", "三"))}次　{dice.choice(("代煎", "自煎", "颗粒剂冲服"))}</div><div style="border-top:1px solid #999;width:60%;margin-top:8px">（以下空白）</div></div>
<div style="border-top:1px solid;display:flex;flex-wrap:wrap;line-height:2.1;position:relative"><span style="width:50%">医　师：{f("physician_name", doc)} {sign("physician", doc if dice.random() < 0.7 else None, dice, 84)}</span><span style="width:50%">药品金额：{t:.2f}元　代煎费 {n * 3:.2f}元</span><span style="width:34%">审核药师：{somebody(dice)}</span><span style="width:33%">调配药师/士：{somebody(dice)}</span><span style="width:33%">核对、发药药师：{somebody(dice)}</span>{seal(hosp, "处方专用章", at=(320, -60), size=112, turn=dice.uniform(-20, 20)) if dice.random() < 0.5 else ""}</div><div style="font-size:11px">注：1.本处方当日有效（慢特病处方用量不超过{dice.choice((30, 60, 90))}日）；2.取药时请核对药品名称、规格、数量；3.按卫生部、国家中医药管理局规定，为保证患者用药安全，药品一经发出不得退换。</div>"""
    return page(body, "", dice.choice((SONG, KAI)), 14, "26px 36px")


def _tick(t: str) -> str:
    return "☑" + t


TEMPLATES: dict[str, Template] = {
    "cliff-inpatient_front_page-national": Template("inpatient_front_page", 794, 1123, _front),
    "cliff-inpatient_front_page-tcm": Template("inpatient_front_page", 794, 1123, _tcmfront),
    "cliff-outpatient_record-emr": Template("outpatient_record", 794, 1123, _emr),
    "cliff-outpatient_record-notebook": Template("outpatient_record", 559, 794, _handbook),
    "cliff-prescription-herbs": Template("prescription", 620, 760, _herbs),
}
