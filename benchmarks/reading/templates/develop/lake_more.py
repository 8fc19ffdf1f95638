"""Further papers: a southern inpatient invoice, a chronic-disease slip, an angiogram, an old X-ray form, a kidney biopsy."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people, vocabulary
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, hand, page, row, seal, sign
from benchmarks.reading.templates.develop.lake_kit import Show, clock, cut, day, digits, qr, who, words

UMING = "'AR PL UMing CN',serif"


def _guangdong(dice: random.Random) -> str:
    """Inpatient fiscal invoice of Guangdong: green frame, extra information as a run of text."""
    p = who(dice, "445102", "广东省", "潮州市", "湘桥区", "枫春路")
    out = people.day(dice)
    into = out - dt.timedelta(days=dice.randint(2, 20))
    billed = out + dt.timedelta(days=dice.randint(0, 3))
    hospital = dice.choice(("潮州市湘桥韩江医院", "粤东医科大学第五附属医院", "潮州市饶平华侨医院"))
    total = dice.uniform(1800, 62000)
    names = dice.sample(
        (
            "床位费",
            "诊查费",
            "检查费",
            "化验费",
            "治疗费",
            "护理费",
            "卫生材料费",
            "西药费",
            "中药饮片",
            "中成药费",
            "麻醉费",
            "输血费",
        ),
        dice.randint(5, 9),
    )
    lines = "".join(
        f"<tr><td>{n}</td><td class=c>{dice.randint(1, 90)}</td><td class=r>{m:.2f}</td><td></td></tr>"
        for n, m in zip(names, cut(dice, total, len(names)), strict=True)
    )
    t = cut(dice, total, 3)
    kind = "职工基本医疗保险" if p.insurance == "employee" else "城乡居民基本医疗保险"
    body = f"""<div style="display:flex;justify-content:space-between;align-items:center">{qr(dice, 70)}<div class=c><div style="font-size:22px;color:#1c6b3c;letter-spacing:3px">广东省医疗收费票据（电子）</div><div style="font-size:13px;color:#1c6b3c">（住院）</div></div><div style="font-size:12px">第 1 页 共 1 页</div></div>
<div class=two><span>票据代码：44060{digits(dice, 3)}</span><span>票据号码：{digits(dice, 10)}</span><span>交款人统一社会信用代码：{f("id_number", p.id_number) if dice.random() < 0.5 else ""}</span><span>校验码：{digits(dice, 6)}</span><span>交款人：{f("patient_name", p.name)}</span><span>开票日期：{day("issue_date", billed, f"{billed:%Y-%m-%d}")}</span></div>
<table class="g e"><tr><th class=c>项目名称</th><th class=c>数量</th><th class=c>金额（元）</th><th class=c style="width:160px">备注</th></tr>{lines}<tr><td colspan=2>合计（大写）：{words(total)}</td><td colspan=2>（小写）：￥{total:.2f}</td></tr></table>
<div style="border:1px solid #1c6b3c;border-top:0;padding:6px 10px;font-size:12.5px;line-height:1.75"><span style="color:#1c6b3c">其他信息：</span><br>业务流水号:{digits(dice, 12)}　病案号:{f("record_number", digits(dice, 8))}　住院科室:{f("department", dice.choice(("心血管内科一区", "肾内科(血透中心)", "中医内科")))}　性别:{f("sex", p.sex)}　住院时间:{day("admission_date", into, f"{into:%Y%m%d}")}-{day("discharge_date", out, f"{out:%Y%m%d}")}　住院天数:{(out - into).days}　医疗机构类型:综合医院　医保类型:{f("insurance_type", p.insurance, kind)}　参保地:{f("insured_place", "潮州市" + dice.choice(("市本级", "湘桥区", "饶平县"))) if dice.random() < 0.6 else "--"}　医保编号:{digits(dice, 10)}　医保统筹基金支付:{t[0]:.2f}　其他支付:0.00　个人账户支付:{t[1]:.2f}　个人现金支付:{t[2]:.2f}　个人自付:{t[1]:.2f}　个人自费:{t[2]:.2f}　预交金:{dice.randint(1, 9) * 1000}.00　退费:0.00</div>
<div style="display:flex;justify-content:space-between;margin-top:8px"><span>收款单位（章）：{f("hospital_name", hospital)}</span><span>复核人：{people.name(dice, "女")}</span><span>收款人：{people.name(dice, "女")}</span></div>{seal(hospital, "电子票据专用章", at=(150, dice.randint(430, 470)), size=124, colour="red", ink=0.65)}"""
    return page(
        body,
        ".e td,.e th{border-color:#1c6b3c!important}.e th{color:#1c6b3c}.two{display:grid;grid-template-columns:1.5fr 1fr;margin:12px 0 6px}",
        dice.choice((SONG, MICRO)),
        13,
        "30px 44px",
    )


def _ningxia(dice: random.Random) -> str:
    """Settlement slip of the chronic-disease clinic, printed by the pharmacy window as plain lines."""
    p = who(dice, "640302", "宁夏回族自治区", "吴忠市", "利通区", "裕民西街")
    when = people.day(dice)
    shop, level = dice.choice(
        (
            ("吴忠市利通区古城社区卫生服务中心", "一级"),
            ("吴忠市黄河医院", "三级乙等"),
            ("宁夏青铜峡铝业职工医院", "二级甲等"),
        )
    )
    ill = dice.choice(("高血压病（III期）", "糖尿病伴并发症", "冠心病", "慢性阻塞性肺疾病"))
    total, lines = 0.0, ""
    for g in dice.sample(vocabulary.MEDICINES, dice.randint(2, 5)):
        q, price = dice.randint(1, 4), round(dice.uniform(4, 78), 2)
        total += q * price
        lines += f"<tr><td>{g[0]}</td><td>{g[1]}</td><td class=r>{q}</td><td class=r>{price:.2f}</td><td class=r>{q * price:.2f}</td><td class=r>{dice.choice(('0%', '5%', '10%'))}</td></tr>"
    body = f"""<div class=c style="font-size:17px">吴忠市医疗保险门诊慢特病费用结算单</div><div style="border-top:3px double #333;margin:5px 0"></div>
<table><tr><td>定点机构:{f("hospital_name", shop)}</td><td>机构等级:{f("hospital_level", level)}</td></tr><tr><td>姓　　名:{f("patient_name", p.name)}　　性别:{f("sex", p.sex)}</td><td>身份证号:{f("id_number", p.id_number) if dice.random() < 0.7 else p.id_number[:10] + "****" + p.id_number[-4:]}</td></tr><tr><td>社保卡号:{f("card_number", "NX" + digits(dice, 7))}</td><td>个人编号:{digits(dice, 10)}</td></tr><tr><td>险种类型:{f("insurance_type", p.insurance, "职工医保" if p.insurance == "employee" else "居民医保")}</td><td>人员类别:{dice.choice(("退休人员", "在职")) if p.insurance == "employee" else "一档缴费"}</td></tr><tr><td>就诊时间:{day("visit_date", when, f"{when:%Y-%m-%d}")}</td><td>病种名称:{f("diagnosis", ill)}</td></tr><tr><td>开方医师:{f("physician_name", people.name(dice, "男"))}</td><td>科室:{f("department", dice.choice(("慢病门诊", "全科", "内科")))}</td></tr></table><div style="border-top:1px dashed #333;margin:5px 0"></div>
<table><tr><td>药品/项目名称</td><td>规格</td><td class=r>数量</td><td class=r>单价</td><td class=r>金额</td><td class=r>自付比例</td></tr>{lines}</table><div style="border-top:1px dashed #333;margin:5px 0"></div>
<table><tr><td>费用总额:{total:.2f}</td><td>政策范围内:{total * 0.95:.2f}</td><td>起付线:{dice.choice(("0.00", "200.00"))}</td></tr><tr><td>统筹支付:{total * 0.7:.2f}</td><td>账户支付:{total * 0.2:.2f}</td><td>现金支付:{total * 0.1:.2f}</td></tr><tr><td colspan=3>本年度累计统筹支付:{dice.uniform(300, 4800):.2f}　该病种年度限额:{dice.choice(("3000", "5000", "6000"))}.00</td></tr></table><div style="border-top:3px double #333;margin:5px 0"></div>
<table><tr><td>操作员:{people.name(dice, "女")}</td><td>结算日期:{day("issue_date", when, f"{when:%Y-%m-%d}", " " + clock(dice))}</td><td style="width:200px">患者签名:{sign("applicant", dice.choice((p.name, None)), dice, 90)}</td></tr></table>"""
    if dice.random() < 0.6:
        body += seal(
            shop,
            "医保专用章",
            at=(dice.randint(300, 430), dice.randint(220, 300)),
            size=124,
            turn=dice.uniform(-18, 18),
            ink=0.5,
        )
    return page(
        body,
        "td{padding:1px 4px!important}",
        dice.choice((UMING, "'Noto Sans Mono CJK SC',monospace", SONG)),
        13,
        "22px 36px",
    )


def _angiogram(dice: random.Random) -> str:
    """Coronary angiogram of Heilongjiang: a table of vessels, then operators' names, typed in Word."""
    p = who(dice, "230302", "黑龙江省", "鸡西市", "鸡冠区", "康新路")
    done = people.day(dice)
    hospital = dice.choice(("鸡西矿工总医院", "龙江医科大学附属虎林心血管医院", "鸡西市鸡冠区人民医院"))
    vessels = "".join(
        f"<tr><td>{v}</td><td>{s}</td><td>{n}</td></tr>"
        for v, s, n in (
            ("左主干(LM)", dice.choice(("未见狭窄", "末端30%狭窄")), "TIMI 3级"),
            ("前降支(LAD)", f"近中段弥漫病变，最重{dice.randint(5, 9) * 10}%狭窄", "TIMI 3级"),
            ("回旋支(LCX)", f"远段{dice.randint(3, 9) * 10}%狭窄", "TIMI 3级"),
            (
                "右冠(RCA)",
                dice.choice(("中段完全闭塞，可见左向右侧枝循环", "近段40%狭窄")),
                dice.choice(("TIMI 0级", "TIMI 2级")),
            ),
        )
    )
    told = (
        "冠状动脉粥样硬化性心脏病",
        dice.choice(("三支病变", "双支病变（累及前降支、右冠）")),
        f"前降支支架植入术后（{dice.randint(1, 3)}枚）",
    )[: dice.randint(2, 3)]
    op, two = people.name(dice, "男"), people.name(dice, "男")
    body = f"""<h1 style="font-size:22px">{f("hospital_name", hospital)}</h1><h2 style="font-size:18px">冠状动脉造影及介入治疗报告</h2><p>姓名：<u>　{f("patient_name", p.name)}　</u>性别：<u>　{f("sex", p.sex)}　</u>年龄：<u>　{f("age", p.age_on(done), f"{p.age_on(done)}岁")}　</u>科室：<u>　{f("department", dice.choice(("心内一科", "CCU", "循环二科")))}　</u>住院号：<u>　{f("record_number", digits(dice, 7))}　</u><br>造影号：<u>　{f("report_number", f"{done:%Y}-{dice.randint(10, 1900)}")}　</u>手术日期：<u>　{done.year}年{done.month}月{done.day}日　</u>入路：<u>　{dice.choice(("右桡动脉", "左桡动脉", "右股动脉"))}　</u>造影剂：<u>　碘克沙醇 {dice.randint(60, 200)}ml　</u></p>
<p class=b>一、造影结果（{dice.choice(("右", "左", "均衡"))}优势型）</p><table class=g><tr><th>血管</th><th>病变描述</th><th>血流</th></tr>{vessels}</table><p class=b>二、介入治疗</p><p style="text-indent:2em">{dice.choice(("于前降支病变处植入药物洗脱支架（2.75×33mm），12atm释放，复查造影无残余狭窄，TIMI血流3级，患者无不适，安返病房。", "未行介入治疗，建议强化药物治疗。"))}</p><p class=b>三、诊断</p><div style="padding-left:2em">{"".join(f"<div>{n}. {f('diagnosis', t)}</div>" for n, t in enumerate(told, 1))}</div><p class=b>四、建议</p><p style="text-indent:2em">阿司匹林100mg qd、替格瑞洛90mg bid至少12个月；LDL-C控制在1.4mmol/L以下。</p>
<div style="margin-top:40px;line-height:2.2">术者：{f("physician_name", op)}　　助手：{people.name(dice, "男")}　　护士：{people.name(dice, "女")}　　技师：{people.name(dice, "男")}<br>报告医师：{f("physician_name", two)}　签名：{sign("physician", dice.choice((two, None)), dice)}<span style="float:right">报告日期：{day("report_date", done, people.shown(dice, done))}</span></div>"""
    if dice.random() < 0.7:
        body += seal(
            hospital,
            "导管室",
            at=(dice.randint(520, 580), dice.randint(700, 760)),
            size=130,
            turn=dice.uniform(-15, 15),
            ink=0.6,
        )
    return page(body, ".g td,.g th{padding:6px 8px}", dice.choice((SONG, UMING)), 15, "54px 64px")


def _xray(dice: random.Random) -> str:
    """An X-ray form of a township in Qinghai, filled by hand; only the head and the date are stamped."""
    p = who(dice, "630202", "青海省", "海东市", "乐都区", "古城大街")
    done = people.day(dice, "2023-01-05", "2024-12-30")
    hospital = dice.choice(("海东市乐都区瞿昙镇中心卫生院", "民和县川口镇卫生院", "互助土族自治县高寨医院"))
    fill: Show = lambda v, w: (
        f'<span style="display:inline-block;min-width:{w}px;border-bottom:1px solid #333;text-align:center">{hand(v, 20) if v else "&nbsp;"}</span>'
    )
    finding = dice.choice(
        (
            "两肺纹理增多、紊乱，透光度增强，膈低平，心影狭长。",
            "双膝关节间隙变窄，髁间隆突变尖，边缘骨质增生。",
            "腰椎生理曲度变直，L3-5椎体缘唇样增生。",
        )
    )
    told = {"两": "慢支、肺气肿", "双": "双膝退行性骨关节病", "腰": "腰椎退行性变"}[finding[0]]
    body = f"""<div class=c style="font-size:21px;letter-spacing:3px">{f("hospital_name", hospital)}</div><div class=c style="font-size:18px;letter-spacing:6px;margin-bottom:12px">X 光 检 查 报 告 单</div><div>X光号{f("report_number", f"{dice.randint(1000, 9999)}", style="color:#b33;font-size:17px;margin-left:8px")}</div>
<div style="line-height:2.4">姓名{fill(p.name, 100)}性别{fill(p.sex, 50)}年龄{fill(str(p.age_on(done)), 60)}科别{fill(dice.choice(("内", "门诊", "")), 80)}住院号{fill("", 90)}<br>检查部位{fill({"两": "胸部正位", "双": "双膝正侧位", "腰": "腰椎正侧位"}[finding[0]], 160)}申请医师{fill(people.name(dice, "男"), 100)}临床印象{fill(dice.choice(("", "咳喘待查", "疼痛")), 130)}</div>
<div style="margin-top:10px">检查所见：</div><div style="min-height:150px;padding:10px 30px">{hand(finding, 21)}</div><div>X线印象：</div><div style="min-height:80px;padding:6px 30px">{hand(told, 22)}</div><div style="display:flex;justify-content:space-between;margin-top:14px"><span>报告医师{sign("physician", people.name(dice, "男"), dice, 110)}</span><span>审核{sign("physician", None, dice, 90)}</span><span style="color:#b33;font-family:'Liberation Sans'">{day("report_date", done, f"{done:%Y.%m.%d}")}</span></div>{seal(hospital, "放射科", at=(560, 380), size=120, turn=dice.uniform(-25, 25), ink=0.5, colour=dice.choice(("red", "blue")))}"""
    return page(body, "body{background:#fbf9f2!important}", dice.choice((SONG, UMING)), 15, "30px 50px")


def _kidney(dice: random.Random) -> str:
    """Kidney biopsy of Hunan: light, fluorescence as rows of pluses, electron microscopy, one verdict."""
    p = who(dice, "430602", "湖南省", "岳阳市", "岳阳楼区", "巴陵中路")
    done = people.day(dice)
    hospital = dice.choice(("湘北医科大学岳州医院", "岳阳市洞庭湖人民医院", "湖南省南湖肾病医院"))
    told = dice.choice(
        (
            "IgA肾病（Lee分级III级，M1E0S1T1C0）",
            "膜性肾病（II期）",
            "狼疮性肾炎（IV-G(A/C)型）",
            "糖尿病肾病（RPS III级）",
            "局灶节段性肾小球硬化症（非特殊型）",
        )
    )
    doctor = people.name(dice, "女")
    rows = "".join(
        row(
            {
                "name": n,
                "result": (v := dice.choice(("-", "±", "+", "++", "+++"))),
                "unit": None,
                "reference": None,
                "flag": None,
            },
            f"<td>{n}</td><td class=c>{v}</td>",
            "tr",
        )
        for n in ("IgG", "IgA", "IgM", "C3", "C1q", "Fibrinogen", "κ", "λ")
    )
    body = f"""<div style="display:flex;justify-content:space-between;align-items:baseline;border-bottom:1.5px solid #000"><span style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}</span><span style="font-size:17px">肾活检病理报告</span></div><div style="display:flex;flex-wrap:wrap;gap:3px 24px;padding:8px 0;border-bottom:1px solid #000"><span>病理编号：{f("report_number", f"K{done:%y}{digits(dice, 4)}")}</span><span>姓名：{f("patient_name", p.name)}</span><span>性别：{f("sex", p.sex)}</span><span>年龄：{f("age", p.age_on(done), f"{p.age_on(done)}岁")}</span><span>送检科室：{f("department", dice.choice(("肾内科", "肾病风湿科")))}</span><span>床号：{dice.randint(1, 50)}</span><span>住院号：{f("record_number", digits(dice, 8))}</span><span>送检医生：{f("physician_name", people.name(dice, "男"))}</span><span>送检日期：{done - dt.timedelta(days=6):%Y-%m-%d}</span><span style="flex-basis:100%">临床诊断：{f("diagnosis", dice.choice(("肾病综合征", "慢性肾小球肾炎", "蛋白尿查因")))}</span></div>
<div style="display:flex;gap:30px;margin-top:12px"><div style="flex:1"><b>光镜：</b>肾穿刺组织可见{dice.randint(9, 38)}个肾小球，其中{dice.randint(1, 6)}个球性硬化。其余肾小球系膜细胞及基质轻-中度增生，毛细血管袢开放尚可，基底膜未见明显钉突。肾小管上皮细胞颗粒及空泡变性，灶状萎缩(约{dice.randint(1, 6) * 5}%)。肾间质灶状淋巴、单核细胞浸润伴纤维化。小动脉管壁增厚。<p style="margin:6px 0">特殊染色：PAS、PASM、Masson。刚果红(-)。</p><b>电镜：</b>{dice.choice(("系膜区可见电子致密物沉积，足突节段性融合。", "上皮下电子致密物沉积，足突弥漫融合。", "未送检。"))}</div><div style="width:190px"><b>免疫荧光：</b><table class=g style="font-size:13px">{rows}</table></div></div>
<div style="margin-top:18px;font-size:16px"><b>病理诊断：</b>{f("diagnosis", told)}</div><div style="display:flex;justify-content:space-between;margin-top:46px"><span>病理医师：{f("physician_name", doctor)} {f("physician_title", dice.choice(("主任医师", "主治医师", "副主任医师"))) if dice.random() < 0.6 else ""}</span><span>签字：{sign("physician", doctor if dice.random() < 0.5 else None, dice)}</span><span>报告日期：{day("report_date", done, people.shown(dice, done))}</span></div>"""
    return page(body, "", dice.choice((SONG, HEI, MICRO)), 14, "40px 54px")


TEMPLATES = {
    "lake-medical_invoice-guangdong": Template("medical_invoice", 794, 690, _guangdong),
    "lake-medical_invoice-ningxia": Template("medical_invoice", 700, 500, _ningxia),
    "lake-exam_report-angiogram": Template("exam_report", 794, 1060, _angiogram),
    "lake-exam_report-xray": Template("exam_report", 794, 610, _xray),
    "lake-pathology_report-kidney": Template("pathology_report", 794, 720, _kidney),
}
