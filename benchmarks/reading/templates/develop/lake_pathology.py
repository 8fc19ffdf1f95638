"""Pathology, cytology, marrow and gene reports; two more laboratories and two more invoices' cousins."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop.html import (
    HEI,
    KAI,
    MICRO,
    SONG,
    checkbox,
    f,
    page,
    row,
    seal,
    sign,
)
from benchmarks.reading.templates.develop.lake_kit import Show, bars, clock, day, digits, qr, stain, who

KIND = "pathology_report"
UMING = "'AR PL UMing CN',serif"


def _tissue(dice: random.Random) -> str:
    """Tissue of a tumour hospital: gross, microscopy, pictures, diagnosis in one long paragraph with IHC."""
    p = who(dice, "120104", "天津市", "天津市", "南开区", "白堤路")
    done = people.day(dice)
    got = done - dt.timedelta(days=dice.randint(3, 9))
    hospital = dice.choice(("天津市津沽肿瘤医院", "天津海河医科大学宝坻临床学院", "天津市北辰中医医院"))
    organ, found, ihc, dept = dice.choice((
        ("（右肺上叶）", ("浸润性腺癌，腺泡型为主，部分呈贴壁型", "支气管切缘未见癌"), "TTF-1(+)，NapsinA(+)，CK7(+)，P40(-)，Ki-67(约25%+)，ALK-D5F3(-)", "胸外二科"), ("（左乳）", ("浸润性导管癌，II级", "前哨淋巴结(1/3)见癌转移"), "ER(90%，强+)，PR(60%，中+)，HER-2(2+)，Ki-67(30%+)", "乳腺外科"),
        ("（胃窦）", ("低分化腺癌，部分为印戒细胞癌", "慢性萎缩性胃炎伴肠上皮化生"), "HER-2(0)，MLH1(+)，MSH2(+)，MSH6(+)，PMS2(+)", "胃肠肿瘤科"), ("（甲状腺右叶）", ("甲状腺乳头状癌，经典型", "结节性甲状腺肿"), "BRAF V600E(+)，CK19(+)，Galectin-3(+)", "头颈科"),
        ("（直肠）", ("中分化腺癌，侵及浆膜下层", "肠周淋巴结(2/14)见癌转移"), "CDX-2(+)，SATB2(+)，p53(弥漫+)，Ki-67(约70%+)", "胃肠肿瘤科"),
    ))  # fmt: skip
    told = found[: dice.randint(1, 2)]
    kv: Show = lambda k, v: f"<td><span>{k}：</span>{v}</td>"
    body = f"""<div style="position:absolute;right:60px;top:40px;text-align:right;font-size:13px">病理号<br><b style="font-size:19px">{f("report_number", f"{done:%Y}-{digits(dice, 5)}")}</b></div>
<div class=c style="font-size:23px;letter-spacing:3px;font-family:{dice.choice((KAI, SONG))}">{f("hospital_name", hospital)}</div><div class=c style="font-size:19px;letter-spacing:8px">病理诊断报告书</div>
<table class=g style="margin-top:16px"><tr>{kv("姓名", f("patient_name", p.name))}{kv("性别", f("sex", p.sex))}{kv("年龄", f("age", p.age_on(got), f"{p.age_on(got)}岁"))}{kv("民族", f("ethnicity", p.ethnicity) if dice.random() < 0.5 else "")}</tr><tr>{kv("住院号", f("record_number", digits(dice, 8)))}{kv("科室", f("department", dept))}{kv("床号", str(dice.randint(1, 60)))}{kv("送检医师", f("physician_name", people.name(dice, "男")))}</tr><tr>{kv("收到日期", f"{got:%Y-%m-%d}")}<td colspan=3>送检材料：{dice.choice(("手术标本", "穿刺活检"))}　临床诊断：{dice.choice(("占位待查", f("diagnosis", "恶性肿瘤"), ""))}</td></tr></table>
<p><b>肉眼所见：</b>{organ}灰白灰红组织一件，大小{dice.uniform(2, 9):.1f}×{dice.uniform(1, 6):.1f}×{dice.uniform(0.5, 3):.1f}cm，切面见一灰白质硬结节，直径约{dice.uniform(0.8, 4):.1f}cm，界不清。</p>
<div style="display:flex;gap:20px;justify-content:center">{stain(dice, 250, 170)}{stain(dice, 250, 170)}</div><div class=c style="font-size:12px">HE×100　　　　　　　　　　　　　　　　　HE×400</div>
<p><b>镜下所见：</b>肿瘤细胞排列呈腺管状、筛状，细胞异型性明显，核大深染，可见病理性核分裂象，间质纤维组织增生。</p><p style="margin-bottom:2px"><b>病理诊断：</b></p><div style="padding-left:2em;font-size:16px;min-height:120px"><div>{organ}</div>{"".join(f"<div>{f('diagnosis', t)}。</div>" for t in told)}<div style="font-size:14px">免疫组化：{ihc}。</div></div>
<div style="position:absolute;left:60px;right:60px;bottom:110px;display:flex;justify-content:space-between"><span>诊断医师：{sign("physician", people.name(dice, "女"), dice)}</span><span>复核医师：{f("physician_name", people.name(dice, "男")) if dice.random() < 0.6 else sign("physician", None, dice)}</span><span>报告日期：{day("report_date", done, people.shown(dice, done))}</span></div>
<div style="position:absolute;left:60px;right:60px;bottom:46px;font-size:11.5px;border-top:1px solid #000">1.本报告须经病理医师签名后有效。2.病理诊断仅对送检标本负责。3.如与临床不符，请及时与病理科联系（022-{digits(dice, 8)}）。</div>{seal(hospital, "病理科", at=(dice.randint(520, 590), 900), size=132, turn=dice.uniform(-14, 14), ink=0.6)}"""
    return page(body, "", dice.choice((SONG, HEI)), 14, "40px 60px")


def _gene(dice: random.Random) -> str:
    """Genes of a lung tumour, first page of a booklet: patient in cards, variants as a table."""
    p = who(dice, "330106", "浙江省", "杭州市", "西湖区", "文三路")
    done = people.day(dice)
    got = done - dt.timedelta(days=dice.randint(6, 12))
    lab = dice.choice(
        ("杭州钱江基准医学检验实验室有限公司", "浙江诺辉泽生医学检验所", "苏州吴门博奥医学检验实验室")
    )
    hospital = dice.choice(("皖南石台医学院弋江山医院", "丽水市瓯江中心医院", "江山市须江人民医院"))
    variants = (
        (
            "EGFR",
            "19号外显子 c.2235_2249del p.E746_A750del",
            f"{dice.uniform(1, 45):.2f}%",
            "奥希替尼、吉非替尼（A级）",
        ),
        ("EGFR", "21号外显子 c.2573T>G p.L858R", f"{dice.uniform(1, 45):.2f}%", "奥希替尼、埃克替尼（A级）"),
        ("TP53", "5号外显子 c.524G>A p.R175H", f"{dice.uniform(1, 60):.2f}%", "无"),
        ("KRAS", "2号外显子 c.34G>T p.G12C", f"{dice.uniform(1, 40):.2f}%", "氟泽雷塞（A级）"),
        ("ALK", "EML4-ALK 融合(V1)", f"{dice.uniform(1, 30):.2f}%", "阿来替尼、恩沙替尼（A级）"),
        ("MET", "14号外显子跳跃突变", f"{dice.uniform(1, 30):.2f}%", "赛沃替尼（A级）"),
    )
    rows = "".join(
        row(
            {"name": g, "result": f"{v} {a}", "unit": None, "reference": None, "flag": None},
            f"<td><i>{g}</i></td><td>{v}</td><td>{a}</td><td>{d}</td>",
        )
        for g, v, a, d in dice.sample(variants, dice.randint(1, 3))
    )
    mark = seal(
        lab,
        "报告专用章",
        at=(dice.randint(470, 550), dice.randint(-80, -40)),
        size=136,
        turn=dice.uniform(-10, 10),
        ink=0.6,
    )
    rest = "、".join(dice.sample(("ROS1", "RET", "BRAF", "NTRK1/2/3", "ERBB2", "PIK3CA", "NRAS"), 5))
    kv: Show = lambda k, v: f"<div><span style='color:#667'>{k}</span>　{v}</div>"
    body = f"""<div style="background:linear-gradient(90deg,#1d3f72,#4f86c6);color:#fff;padding:18px 54px;display:flex;justify-content:space-between;align-items:center"><div><div style="font-size:22px">肺癌靶向用药基因检测报告（{dice.choice(("13", "68", "168"))}基因）</div><div style="font-size:13px">{f("hospital_name", lab)}</div></div><div style="background:#fff;padding:4px">{qr(dice, 64)}</div></div>
<div style="padding:20px 54px"><div class=h>受检者信息</div><div class=q>{kv("姓名", f("patient_name", p.name))}{kv("性别", f("sex", p.sex))}{kv("年龄", f("age", p.age_on(got), str(p.age_on(got))))}{kv("证件号", f("id_number", p.id_number) if dice.random() < 0.4 else "--")}{kv("联系电话", f("phone", p.phone) if dice.random() < 0.5 else "--")}{kv("住院/门诊号", f("record_number", digits(dice, 7)) if dice.random() < 0.7 else "--")}{kv("送检医院", f("hospital_name", hospital))}{kv("送检科室", f("department", dice.choice(("肿瘤内科", "呼吸内科"))))}{kv("送检医生", f("physician_name", people.name(dice, "男")))}</div><div class=kvw>临床诊断　{f("diagnosis", dice.choice(("肺腺癌IV期", "左肺恶性肿瘤", "非小细胞肺癌")))}　　　用药史　{dice.choice(("无", "培美曲塞+卡铂 4周期", "不详"))}</div>
<div class=h>样本信息</div><div class=q>{kv("样本编号", f("report_number", f"LC{done:%y}{digits(dice, 6)}"))}{kv("样本类型", dice.choice(("石蜡切片", "外周血ctDNA")))}{kv("病理号", f"{got:%Y}{digits(dice, 5)}-3")}{kv("采样日期", f"{got - dt.timedelta(days=2):%Y.%m.%d}")}{kv("收样日期", f"{got:%Y.%m.%d}")}{kv("报告日期", day("report_date", done, f"{done:%Y.%m.%d}"))}</div>
<div class=h>检测结果小结</div><table class=g><tr style="background:#dbe6f4"><th>基因</th><th>变异位点</th><th>突变丰度</th><th>敏感药物（证据等级）</th></tr>{rows}</table><p style="font-size:13px">未检出具有明确临床意义变异的基因：{rest}。TMB：{dice.uniform(0.5, 14):.2f} Muts/Mb；MSI状态：{dice.choice(("MSS", "MSI-L"))}。</p>
<div class=h>说明</div><p style="font-size:12px">1. 检测方法：杂交捕获+高通量测序（NGS），平均有效深度{dice.randint(800, 3000)}×。2. 本报告结果仅供临床医生参考，用药请遵医嘱。3. 受肿瘤异质性及样本质量影响，阴性结果不排除低于检测下限的变异。</p>
<div style="display:flex;justify-content:space-between;margin-top:60px;position:relative">{mark}<span>检测人：{people.name(dice, "女")}</span><span>审核人：{people.name(dice, "女")}</span><span>签发人：{people.name(dice, "男")}</span></div></div><div style="position:absolute;bottom:18px;left:54px;right:54px;font-size:11px;color:#778;border-top:1px solid #ccd;display:flex;justify-content:space-between"><span>咨询热线 400-{digits(dice, 3)}-{digits(dice, 4)}　杭州市余杭区仓兴街{dice.randint(1, 400)}号</span><span>1 / {dice.randint(6, 24)}</span></div>"""
    return page(
        body,
        ".h{border-left:5px solid #4f86c6;padding-left:8px;font-weight:600;color:#1d3f72;margin:12px 0 6px}.q{display:grid;grid-template-columns:1.2fr 1fr 1fr;row-gap:3px;font-size:13px}.kvw{font-size:13px}.g td,.g th{border-color:#9db4d6!important;font-size:13px}",
        dice.choice((HEI, MICRO)),
        14,
        "0",
    )


def _cyto(dice: random.Random) -> str:
    """Cervical or fluid cytology with ticked boxes, of Inner Mongolia."""
    p = who(dice, "150402", "内蒙古自治区", "赤峰市", "红山区", "钢铁街")
    done = people.day(dice)
    hospital = dice.choice(
        ("赤峰红山医院", "内蒙古赤峰市松山区妇幼保健计划生育服务中心", "赤峰学院附属松州医院")
    )
    told = dice.choice(("胸水中找到腺癌细胞", "查见可疑恶性肿瘤细胞", "痰涂片查见鳞状细胞癌细胞"))
    box: Show = lambda on, t: f"<span style='white-space:nowrap'>{checkbox(on, dice)} {t}　</span>"
    pick = dice.randrange(4)
    tick = "".join(box(n == pick, t) for n, t in enumerate(("胸水", "腹水", "痰", "支气管刷片")))
    grade = dice.randint(2, 4)
    body = f"""<h1 style="font-size:21px">{f("hospital_name", hospital)}</h1><h2 style="font-size:17px;font-weight:400">液基薄层细胞学（TCT）检查报告单</h2>
<div style="text-align:right">细胞学编号 <u>{f("report_number", f"C{done:%y}-{digits(dice, 5)}")}</u></div><table class=g><tr><td>姓 名</td><td>{f("patient_name", p.name)}</td><td>性 别</td><td>{f("sex", p.sex)}</td><td>年 龄</td><td>{f("age", p.age_on(done), f"{p.age_on(done)}岁")}</td></tr><tr><td>科 别</td><td>{f("department", dice.choice(("胸外科", "肿瘤科", "呼吸科")))}</td><td>病案号</td><td>{f("record_number", digits(dice, 7))}</td><td>送检日期</td><td>{done - dt.timedelta(days=2):%m月%d日}</td></tr><tr><td>家庭住址</td><td colspan=3>{f("address", p.address) if dice.random() < 0.6 else ""}</td><td>电 话</td><td>{f("phone", p.phone) if dice.random() < 0.6 else ""}</td></tr>
<tr><td>标本来源</td><td colspan=5>{tick}</td></tr><tr><td>标本满意度</td><td colspan=5>{box(True, "满意")}{box(False, "不满意")}　细胞量 {box(dice.random() < 0.5, ">40%")}{box(False, "<40%")}</td></tr><tr><td>细胞分级</td><td colspan=5>{"".join(box(n == grade, t) for n, t in enumerate(("I 级", "II 级", "III 级", "IV 级", "V 级")))}</td></tr>
<tr><td>镜下所见</td><td colspan=5 style="height:150px;vertical-align:top"><div style="float:right">{stain(dice, 180, 130)}</div>镜下见大量间皮细胞及淋巴细胞，散在成团排列的异型细胞，核大、深染，核浆比例失调，可见核仁。</td></tr><tr><td>诊断意见</td><td colspan=5 style="height:80px">{f("diagnosis", told)}{dice.choice(("", "，建议做细胞蜡块及免疫组化"))}</td></tr></table>
<div style="display:flex;justify-content:space-between;margin-top:18px"><span>报告医师　{f("physician_name", people.name(dice, "女")) if dice.random() < 0.5 else sign("physician", people.name(dice, "女"), dice)}</span><span>{day("report_date", done, f"{done.year} 年 {done.month} 月 {done.day} 日")}</span></div><div style="font-size:12px;margin-top:8px">※ 细胞学诊断有一定局限性，请结合临床。</div>"""
    return page(
        body,
        ".g td{padding:6px 8px}.g td:first-child{white-space:nowrap}",
        dice.choice((SONG, UMING)),
        14,
        "36px 54px",
    )


def _marrow(dice: random.Random) -> str:
    """Marrow smear of Xinjiang: opinion in prose beside a long table of cell counts without units."""
    p = who(dice, "652301", "新疆维吾尔自治区", "昌吉回族自治州", "昌吉市", "延安北路")
    name = (
        dice.choice((p.name, "阿依古丽·买买提", "古丽娜尔·吐尔逊"))
        if p.sex == "女"
        else dice.choice((p.name, "艾尔肯·阿不都热合曼", "马合木提·沙吾尔"))
    )
    done = people.day(dice)
    hospital = dice.choice(("昌吉回族自治州天山人民医院", "新疆庭州医科大学第六附属医院", "兵团准噶尔医院"))
    told = dice.sample(
        (
            "再生障碍性贫血骨髓象",
            "缺铁性贫血骨髓象",
            "急性早幼粒细胞白血病（M3）骨髓象",
            "多发性骨髓瘤骨髓象",
            "骨髓增生异常综合征不除外",
        ),
        1,
    )
    rows = ""
    for cell, low, high in (
        ("原始粒细胞", 0, 1.8),
        ("早幼粒细胞", 0.4, 3.9),
        ("中性中幼粒细胞", 2.2, 12.2),
        ("中性晚幼粒细胞", 3.5, 13.2),
        ("中性杆状核粒细胞", 16.4, 32.1),
        ("中性分叶核粒细胞", 4.2, 21.2),
        ("嗜酸性粒细胞", 0, 5.2),
        ("早幼红细胞", 0.2, 2.0),
        ("中幼红细胞", 2.6, 10.7),
        ("晚幼红细胞", 5.2, 17.5),
        ("淋巴细胞", 10.7, 43.1),
        ("单核细胞", 1.0, 6.2),
        ("浆细胞", 0, 2.1),
    ):
        v = f"{dice.uniform(low, high * 1.25):.1f}"
        rows += row(
            {"name": cell, "result": v, "unit": "%", "reference": f"{low}～{high}", "flag": None},
            f"<td>{cell}</td><td class=r>{v}</td><td class=c>{low}～{high}</td>",
        )
    body = f"""<div class=c style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}</div><div class=c style="font-size:17px">骨髓细胞学检查报告</div><div style="display:grid;grid-template-columns:1.6fr .7fr .8fr 1.2fr;margin:10px 0;border-bottom:1px solid"><span>姓名 {f("patient_name", name)}</span><span>性别 {f("sex", p.sex)}</span><span>年龄 {f("age", p.age_on(done), f"{p.age_on(done)}岁")}</span><span>骨髓号 {f("report_number", f"G{done:%y}{digits(dice, 4)}")}</span><span>科室 {f("department", dice.choice(("血液科", "血液风湿科")))}</span><span>床号 {dice.randint(1, 40)}</span><span>民族 {f("ethnicity", "维吾尔") if "·" in name else f("ethnicity", p.ethnicity)}</span><span>住院号 {f("record_number", digits(dice, 9))}</span><span>采取部位 {dice.choice(("左髂后上棘", "胸骨"))}</span><span></span><span></span><span>取材日期 {done - dt.timedelta(days=3):%Y-%m-%d}</span></div>
<div style="display:flex;gap:20px"><table class=g style="width:330px;font-size:12.5px"><tr><th>细胞名称</th><th class=r>骨髓(%)</th><th class=c>参考值</th></tr>{rows}</table><div style="flex:1">{stain(dice, 320, 180)}<div style="font-weight:600">特征描述：</div><div>1. 取材、涂片、染色良好。2. 骨髓增生{dice.choice(("极度活跃", "明显活跃", "减低", "活跃"))}，G/E={dice.uniform(0.6, 6):.2f}:1。3. 粒系比例及形态见表。4. 红系成熟红细胞大小不等。5. 全片见巨核细胞{dice.randint(0, 60)}个，血小板散在少见。</div><div style="font-weight:600;margin-top:8px">诊断意见：</div><div>{"；".join(f("diagnosis", t) for t in told)}。请结合临床及流式、染色体检查。</div></div></div>
<div style="display:flex;justify-content:space-between;margin-top:30px"><span>检验者 {people.name(dice, "女")}</span><span>审核医师 {f("physician_name", people.name(dice, "女"))}</span><span>报告日期 {day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice, False))}</span></div>"""
    return page(body, "", dice.choice((SONG, MICRO)), 13, "34px 48px")


def _culture(dice: random.Random) -> str:
    """Bacteria and their drugs, of Hainan: three columns of drugs with S, I, R."""
    p = who(dice, "460106", "海南省", "海口市", "龙华区", "龙昆南路")
    done = people.day(dice)
    hospital = dice.choice(
        ("海口市椰城人民医院", "海南南渡江医学院第一附属医院", "琼中黎族苗族自治县人民医院")
    )
    cells = "".join(
        row(
            {
                "name": n,
                "result": (v := dice.choice(("≤0.25", "≤1", "2", "8", "≥32", "≥64"))),
                "unit": "μg/mL",
                "reference": None,
                "flag": (s := "R" if "≥" in v else "I" if v == "8" else "S"),
            },
            f"<td>{n}</td><td>{v}</td><td>μg/mL</td><td class=c>{s}</td>",
        )
        for n in dice.sample(
            (
                "氨苄西林",
                "头孢唑林",
                "头孢曲松",
                "头孢他啶",
                "头孢吡肟",
                "氨曲南",
                "亚胺培南",
                "美罗培南",
                "阿米卡星",
                "庆大霉素",
                "环丙沙星",
                "左氧氟沙星",
                "复方新诺明",
                "哌拉西林/他唑巴坦",
            ),
            dice.randint(8, 14),
        )
    )
    body = f"""<div style="display:flex;justify-content:space-between"><div style="font-size:19px">{f("hospital_name", hospital)}</div><div>{bars(dice, 140, 26)}</div></div><div style="font-size:16px;border-bottom:2px solid">微生物检验报告</div><table style="font-size:13px"><tr><td>姓名/Name {f("patient_name", p.name)}</td><td>性别/Sex {f("sex", p.sex)}</td><td>年龄/Age {f("age", p.age_on(done), f"{p.age_on(done)}岁")}</td></tr><tr><td>病人ID {f("record_number", digits(dice, 8))}</td><td>病区 {f("department", dice.choice(("呼吸内科", "泌尿外科", "ICU")))}</td><td>标本编号 {f("report_number", digits(dice, 6))}</td></tr><tr><td>标本 {dice.choice(("痰", "中段尿", "血液"))}</td><td>临床诊断 {f("diagnosis", dice.choice(("慢性阻塞性肺病", "泌尿系感染", "肺部感染")))}</td><td>申请医生 {f("physician_name", people.name(dice, "男"))}</td></tr></table>
<div style="border-top:1px solid;padding:6px 0">培养结果：<b>{dice.choice(("肺炎克雷伯菌", "大肠埃希菌(ESBLs+)", "铜绿假单胞菌"))}</b>　菌落计数：{dice.choice(("+++", ">10^5 CFU/mL", "++"))}</div><table style="font-size:12.5px;width:560px"><tr style="border-bottom:1px solid"><th>抗菌药物</th><th>MIC</th><th>单位</th><th class=c>敏感度</th></tr>{cells}</table><div style="font-size:11.5px">S:敏感　I:中介　R:耐药　执行标准 CLSI M100-{dice.choice(("S32", "Ed33"))}</div>
<div style="border-top:1px solid;margin-top:16px;display:flex;justify-content:space-between"><span>接收 {done - dt.timedelta(days=3):%Y/%m/%d} 10:{dice.randint(10, 59)}</span><span>报告 {day("report_date", done, f"{done:%Y/%m/%d}", " " + clock(dice))}</span><span>检验 {people.name(dice, "男")}</span><span>审核 {people.name(dice, "女")}</span></div>"""
    return page(body, "td,th{padding:1px 6px!important}", dice.choice((HEI, SONG, MICRO)), 13, "30px 48px")


TEMPLATES = {
    "lake-pathology_report-tissue": Template(KIND, 794, 1123, _tissue),
    "lake-pathology_report-gene": Template(KIND, 794, 1123, _gene),
    "lake-pathology_report-cytology": Template(KIND, 794, 800, _cyto),
    "lake-pathology_report-marrow": Template(KIND, 794, 660, _marrow),
    "lake-lab_report-culture": Template("lab_report", 794, 620, _culture),
}
