"""Reports of machines: CT, ultrasound, heart tracing, gastroscopy, echocardiography, lungs, magnetic resonance."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, f, page, row, seal, sign
from benchmarks.reading.templates.develop.lake_kit import Show, clock, day, digits, fan, gut, qr, trace, who

KIND = "exam_report"
UMING = "'AR PL UMing CN',serif"


def _some(
    dice: random.Random, pairs: tuple[tuple[str, str], ...], few: int, many: int
) -> tuple[str, list[str]]:
    """Findings and the conclusions that go with them."""
    chosen = [pairs[i] for i in sorted(dice.sample(range(len(pairs)), dice.randint(few, many)))]
    return "".join(a for a, _ in chosen), [b for _, b in chosen]


def _ct(dice: random.Random) -> str:
    """CT of a big hospital, Word-like: headings in bold, conclusion numbered, two doctors, one signs."""
    p = who(dice, "320106", "江苏省", "南京市", "鼓楼区", "中央路")
    done = people.day(dice)
    hospital = dice.choice(("南京石城大学医学院附属鼓浪医院", "江苏省秣陵医院", "南京市六合区冶山医院"))
    seen, told = _some(dice, (
        ("胸廓对称，两肺透亮度增高，肺纹理增多、紊乱，两上肺见多发类圆形无壁低密度影。", "慢支、肺气肿，两上肺肺大疱"), ("右肺上叶尖段见大小约23mm×18mm分叶状结节影，边缘见毛刺，邻近胸膜牵拉。", "右肺上叶占位，考虑周围型肺癌，建议增强扫描"),
        ("两肺下叶见散在斑片状、条索状密度增高影，边界模糊。", "两肺下叶炎症"), ("纵隔内见多发稍大淋巴结，较大者短径约11mm。", "纵隔淋巴结稍大"), ("主动脉及冠状动脉走行区见钙化影，心影增大。", "主动脉及冠脉硬化，心脏增大"), ("扫描所及肝内见类圆形低密度影，边界清，CT值约5HU。", "肝囊肿"),
    ), 2, 4)  # fmt: skip
    chief = people.name(dice, "男")
    kv: Show = lambda k, v: f"<td><b>{k}</b> {v}</td>"
    body = f"""<div class=c style="font-size:23px;font-family:{KAI}">{f("hospital_name", hospital)}</div><div class=c style="font-size:19px;font-weight:600;letter-spacing:4px">CT 诊 断 报 告</div>
<table style="border-top:2px solid #000;border-bottom:2px solid #000;margin-top:14px"><tr>{kv("姓名", f("patient_name", p.name))}{kv("性别", f("sex", p.sex))}{kv("年龄", f("age", p.age_on(done), f"{p.age_on(done)}Y"))}{kv("CT号", f("report_number", f"CT{digits(dice, 8)}"))}</tr>
<tr>{kv("科室", f("department", dice.choice(("呼吸与危重症医学科一病区", "胸外科", "急诊内科"))))}{kv("床号", str(dice.randint(1, 70)) if dice.random() < 0.6 else "")}{kv("住院号", f("record_number", digits(dice, 8)) if dice.random() < 0.7 else "")}{kv("检查日期", f"{done:%Y-%m-%d} {clock(dice, False, (7, 11))}")}</tr><tr><td colspan=3><b>检查部位</b> 胸部CT平扫{dice.choice(("", "＋三维重建"))}</td>{kv("申请医生", f("physician_name", people.name(dice, "男")))}</tr></table>
<p class=b>影像学表现：</p><p style="text-indent:2em;min-height:200px">{seen}余肺野清晰，气管及各叶段支气管通畅。双侧胸腔未见明显积液。</p>
<p class=b>影像学诊断：</p><div style="padding-left:2em;min-height:190px">{"".join(f"<div>{n}、{f('diagnosis', t)}；</div>" for n, t in enumerate(told, 1))}<div>请结合临床及其他检查。</div></div>
<div style="position:absolute;left:60px;right:60px;bottom:130px;border-top:1px solid #000;padding-top:10px;display:flex;justify-content:space-between"><span>报告医生：{f("physician_name", people.name(dice, "女"))}</span><span>审核医生：{f("physician_name", chief)} {sign("physician", chief if dice.random() < 0.5 else None, dice, 84)}</span><span>报告时间：{day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice, True, (12, 17)))}</span></div>
<div style="position:absolute;left:60px;bottom:70px;font-size:12px">本报告仅供临床医师参考，不作法律依据，医师签字后生效。{dice.choice(("", "　★互认"))}　南京市中山路{dice.randint(100, 400)}号</div>"""
    if dice.random() < 0.6:
        body += seal(
            hospital,
            "报告专用章",
            at=(dice.randint(480, 570), 860),
            size=140,
            turn=dice.uniform(-14, 14),
            ink=0.6,
        )
    return page(body, "", dice.choice((SONG, SONG, HEI)), 15, "48px 60px")


def _abdomen(dice: random.Random) -> str:
    """Ultrasound on half a sheet of a county hospital: pictures on top, the word 超声提示, handwriting."""
    p = who(dice, "411503", "河南省", "信阳市", "平桥区", "平西大道")
    done = people.day(dice)
    hospital = dice.choice(("信阳市平桥区明港人民医院", "信阳市浉河中心医院", "豫南职业医学院附属医院"))
    seen, told = _some(dice, (
        ("肝脏形态失常，表面欠光滑，实质回声增粗、不均匀，门静脉主干内径约14mm。", "肝硬化声像图改变"), ("胆囊壁毛糙增厚约4mm，腔内见多个强回声团，后伴声影。", "胆囊炎并胆囊多发结石"), ("脾肋间厚约52mm，肋下可及。", "脾大"),
        ("腹腔内见液性暗区，最大深度约46mm。", "腹水（少-中量）"), ("双肾体积缩小，皮质变薄，皮髓质分界不清。", "双肾弥漫性病变"), ("肝区回声细密增强，后方衰减。", "脂肪肝（中度）"),
    ), 1, 4)  # fmt: skip
    body = f"""<div class=c style="font-size:20px;font-weight:600">{f("hospital_name", hospital)}</div><div class=c style="font-size:16px">彩色多普勒超声检查报告单</div>
<div style="display:flex;flex-wrap:wrap;gap:2px 22px;border-bottom:1px solid;padding:6px 0"><span>姓名：<u>&nbsp;{f("patient_name", p.name)}&nbsp;</u></span><span>性别：<u>&nbsp;{f("sex", p.sex)}&nbsp;</u></span><span>年龄：<u>&nbsp;{f("age", p.age_on(done), str(p.age_on(done)))}&nbsp;</u>岁</span><span>超声号：<u>&nbsp;{f("report_number", f"{done:%y%m%d}{dice.randint(1, 200):03d}")}&nbsp;</u></span><span>申请科室：<u>&nbsp;{f("department", dice.choice(("消化内科", "肾病科", "内三科")))}&nbsp;</u></span><span>门诊/住院号：<u>&nbsp;{f("record_number", digits(dice, 6)) if dice.random() < 0.7 else "　　　"}&nbsp;</u></span><span>检查部位：<u>&nbsp;肝胆胰脾双肾&nbsp;</u></span><span>仪器：<u>&nbsp;{dice.choice(("PHILIPS EPIQ5", "Mindray DC-80", "GE LOGIQ E9"))}&nbsp;</u></span></div>
<div style="display:flex;justify-content:center;gap:16px;margin:10px">{fan(dice, 250, 180)}{fan(dice, 250, 180)}</div>
<div><b>超声所见：</b></div><div style="text-indent:2em">{seen}胰腺显示部分大小形态正常，内回声均匀，主胰管未见扩张。CDFI：未见明显异常血流信号。</div>
<div style="margin-top:12px"><b>超声提示：</b></div><div style="padding-left:2em;min-height:80px">{"<br>".join(f("diagnosis", t) for t in told)}</div>
<div style="position:absolute;left:44px;right:44px;bottom:52px;display:flex;justify-content:space-between"><span>诊断医师：{f("physician_name", people.name(dice, "女")) if dice.random() < 0.6 else sign("physician", people.name(dice, "女"), dice)}</span><span>记录员：{people.name(dice, "女")}</span><span>检查日期：{day("report_date", done, people.shown(dice, done))}</span></div><div style="position:absolute;left:44px;right:44px;bottom:24px;font-size:11.5px;border-top:1px dashed #555">（此报告仅供临床参考，不作证明，签字有效。复诊请带此报告单）</div>"""
    return page(body, "", dice.choice((SONG, UMING, MICRO)), 14, "26px 44px")


def _ecg(dice: random.Random) -> str:
    """A tracing on its grid, figures of the machine to the left, conclusion to the right, sheet turned."""
    p = who(dice, "220202", "吉林省", "吉林市", "昌邑区", "解放东路")
    done = people.day(dice)
    hospital = dice.choice(("吉林市松江医院", "吉林化工职工总医院", "昌邑区土城子卫生院"))
    told = dice.sample(
        (
            "窦性心律",
            "异常心电图",
            "ST-T改变",
            "完全性右束支传导阻滞",
            "左心室高电压",
            "偶发室性早搏",
            "心房颤动伴快速心室率",
            "陈旧性下壁心肌梗死?",
            "一度房室传导阻滞",
        ),
        dice.randint(2, 4),
    )
    figures = (
        ("HR", f"{dice.randint(52, 118)} bpm"),
        ("P", f"{dice.randint(80, 118)} ms"),
        ("PR", f"{dice.randint(120, 230)} ms"),
        ("QRS", f"{dice.randint(76, 142)} ms"),
        ("QT/QTc", f"{dice.randint(350, 420)}/{dice.randint(400, 480)} ms"),
        ("P/QRS/T", f"{dice.randint(20, 70)}/{dice.randint(-30, 90)}/{dice.randint(10, 80)} °"),
        ("RV5/SV1", f"{dice.uniform(0.8, 2.9):.3f}/{dice.uniform(0.4, 1.6):.3f} mV"),
    )
    body = f"""<div style="display:flex;gap:30px"><div style="width:300px;line-height:1.45"><div>ID: {f("record_number", digits(dice, 8))}</div><div>姓名: {f("patient_name", p.name)}</div><div>性别: {f("sex", p.sex)}　年龄: {f("age", p.age_on(done), f"{p.age_on(done)}岁")}</div><div>科别: {f("department", dice.choice(("循环内科", "体检中心", "急诊科"))) if dice.random() < 0.8 else ""}　床号:</div><div>检查时间: {done:%Y-%m-%d} {clock(dice, True, (7, 10))}</div></div>
<div style="width:270px;font-size:12px;line-height:1.32">{"".join(f"<div>{a}　: {b}</div>" for a, b in figures)}</div><div style="flex:1"><div style="font-size:19px">{f("hospital_name", hospital)}心电图报告</div><div style="margin-top:6px">诊断结论:</div>{"".join(f"<div>　{f('diagnosis', t)}</div>" for t in told)}</div></div>
<div style="margin-top:10px">{trace(dice, 1040, 480, ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"))}</div>
<div style="display:flex;justify-content:space-between;font-size:12.5px"><span>25mm/s 10mm/mV　0.15-100Hz　AC50</span><span>报告医师: {f("physician_name", people.name(dice, "女"))}</span><span>审核医师: {sign("physician", people.name(dice, "男") if dice.random() < 0.6 else None, dice, 90)}</span><span>报告日期: {day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice, True, (11, 17)))}</span></div><div style="font-size:11px">* 未经医师签名的报告无效 *</div>"""
    return page(body, "", dice.choice((HEI, MICRO)), 14, "24px 40px")


def _gastro(dice: random.Random) -> str:
    """Electronic gastroscopy: four pictures at the side, findings by segment, biopsy and HP."""
    p = who(dice, "341502", "安徽省", "六安市", "金安区", "皖西大道")
    done = people.day(dice)
    hospital = dice.choice(("六安市皋城人民医院", "安徽大别山医学院附属医院", "霍邱县城关医院"))
    told = dice.sample(
        (
            "慢性萎缩性胃炎（C-2）伴糜烂",
            "十二指肠球部溃疡（A1期）",
            "反流性食管炎（LA-B级）",
            "食管静脉曲张（中度，RC+）",
            "胃窦占位性病变（性质待病理）",
            "门脉高压性胃病",
            "胃多发息肉",
        ),
        dice.randint(1, 3),
    )
    seg = (
        ("食管", "黏膜光滑，血管纹理清晰，齿状线距门齿约40cm。"),
        ("贲门", "开闭可，未见异常。"),
        ("胃底", "黏液湖清，量中等。"),
        ("胃体", "黏膜红白相间，皱襞柔软。"),
        ("胃角", "弧形，光滑，蠕动良好。"),
        ("胃窦", "黏膜红白相间，以白为主，可见散在片状糜烂，活检2块，质软。"),
        ("幽门", "圆形，开闭好。"),
        ("十二指肠", "球部变形，前壁见一大小约0.6cm×0.5cm溃疡，覆白苔；降部未见异常。"),
    )
    doctor = people.name(dice, "男")
    hp = dice.choice(("Hp快速尿素酶试验：阳性（++）", "Hp快速尿素酶试验：阴性（-）", "Hp：未做"))
    body = f"""<div style="background:#173f7a;color:#fff;padding:8px 16px;display:flex;justify-content:space-between;align-items:center"><span style="font-size:20px">{f("hospital_name", hospital)}　消化内镜中心</span><span>电子胃镜检查报告</span></div>
<table class=g style="margin:12px 0"><tr><td class=k>姓名</td><td>{f("patient_name", p.name)}</td><td class=k>性别</td><td>{f("sex", p.sex)}</td><td class=k>年龄</td><td>{f("age", p.age_on(done), str(p.age_on(done)))}</td><td class=k>检查号</td><td>{f("report_number", f"G{done:%Y}{digits(dice, 5)}")}</td></tr>
<tr><td class=k>科室</td><td>{f("department", dice.choice(("消化内科", "门诊")))}</td><td class=k>床号</td><td>{dice.choice(("-", "12", "+3"))}</td><td class=k>电话</td><td>{f("phone", p.phone) if dice.random() < 0.5 else "-"}</td><td class=k>病历号</td><td>{f("record_number", digits(dice, 8))}</td></tr><tr><td class=k>主诉</td><td colspan=3>{dice.choice(("上腹部隐痛、反酸2月", "呕血、黑便1天", "复查"))}</td><td class=k>内镜型号</td><td>GIF-{dice.choice(("H290", "HQ290", "Q260J"))}</td><td class=k>麻醉</td><td>{dice.choice(("局麻", "静脉麻醉"))}</td></tr></table>
<div style="display:flex;gap:16px"><div style="width:226px">{"".join(f"<div style='margin-bottom:8px'>{gut(dice, 220, 160)}<div class=c style='font-size:12px'>{n}. {t}</div></div>" for n, t in enumerate(("食管", "胃体", "胃窦", "十二指肠球部"), 1))}</div>
<div style="flex:1"><div class=h>检查所见</div>{"".join(f"<div style='display:flex;padding:3px 0'><b style='width:76px'>{a}</b><span style='flex:1'>{b}</span></div>" for a, b in seg)}
<div class=h>镜下诊断</div><div style="min-height:90px;padding:4px 0">{"".join(f"<div>({n}) {f('diagnosis', t)}</div>" for n, t in enumerate(told, 1))}</div><div class=h>活检/病理</div><div>{dice.choice(("胃窦小弯 2块，送病理", "无"))}</div><div>{hp}</div><div class=h>建议</div><div>{dice.choice(("随访病理；抑酸、保护胃黏膜治疗", "根除Hp治疗后4周复查13C呼气试验", "1年后复查胃镜"))}</div></div></div>
<div style="position:absolute;left:44px;right:44px;bottom:46px;display:flex;justify-content:space-between;border-top:2px solid #173f7a;padding-top:8px"><span>检查医师：{f("physician_name", doctor)} {sign("physician", doctor if dice.random() < 0.7 else None, dice, 80)}</span><span>护士：{people.name(dice, "女")}</span><span>报告日期：{day("report_date", done, people.shown(dice, done))}</span></div>"""
    return page(
        body,
        ".k{color:#173f7a;background:#eef3fa;white-space:nowrap}.g td{border-color:#9db4d6!important}.h{background:#e3ebf6;color:#173f7a;padding:1px 8px;font-weight:600;margin-top:6px}",
        dice.choice((HEI, MICRO)),
        13,
        "28px 44px",
    )


def _echo(dice: random.Random) -> str:
    """Heart ultrasound of Shanghai: measurements as a table of two columns, then prose, then conclusion."""
    p = who(dice, "310114", "上海市", "上海市", "嘉定区", "塔城路")
    done = people.day(dice)
    hospital = dice.choice(("上海市嘉定区南翔中心医院", "淞沪大学附属静江医院", "上海市浦江心脏专科医院"))
    told = dice.sample(
        (
            "左心房增大",
            "左心室收缩功能减低",
            "二尖瓣轻中度反流",
            "主动脉瓣退行性变伴轻度反流",
            "左室壁节段性运动异常",
            "肺动脉高压（轻度）",
            "左室舒张功能减退（I级）",
        ),
        dice.randint(2, 4),
    )
    table = (("主动脉根部内径", dice.randint(28, 40), "mm", "20-37"), ("左房内径", dice.randint(30, 52), "mm", "19-40"), ("左室舒张末内径", dice.randint(42, 68), "mm", "35-56"), ("左室收缩末内径", dice.randint(26, 54), "mm", "20-37"), ("室间隔厚度", dice.randint(8, 14), "mm", "6-11"), ("左室后壁厚度", dice.randint(8, 13), "mm", "6-11"), ("左室射血分数", dice.randint(28, 68), "%", "≥50"), ("左室短轴缩短率", dice.randint(15, 40), "%", "≥25"), ("肺动脉收缩压", dice.randint(24, 58), "mmHg", "<35"), ("E/A", f"{dice.uniform(0.6, 1.5):.2f}", "", ">0.8"))  # fmt: skip
    cells = [row({"name": n, "result": str(v), "unit": u or None, "reference": r, "flag": None}, f"<span style='flex:1'>{n}</span><span style='width:60px;text-align:right'>{v}</span><span style='width:56px;padding-left:6px'>{u}</span><span style='width:66px;color:#555'>{r}</span>", "div").replace("<div data-row", "<div class=t data-row") for n, v, u, r in table]  # fmt: skip
    half = len(cells) // 2
    head = "<div class=t style='font-weight:600'><span style='flex:1'>测量项目</span><span style='width:60px;text-align:right'>测值</span><span style='width:56px;padding-left:6px'>单位</span><span style='width:66px'>正常值</span></div>"
    body = f"""<div style="display:flex;align-items:center;gap:14px">{qr(dice, 60)}<div style="flex:1;text-align:center"><div style="font-size:22px;letter-spacing:2px">{f("hospital_name", hospital)}</div><div style="font-size:17px">超声心动图检查报告</div></div><div style="font-size:12px">检查编号<br>{f("report_number", f"US{done:%y%m}{digits(dice, 5)}")}</div></div>
<div style="display:grid;grid-template-columns:repeat(4,1fr);border:1px solid #444;padding:6px 10px;margin:10px 0;font-size:13.5px"><span>{f("patient_name", p.name)}</span><span>{f("sex", p.sex)}　{f("age", p.age_on(done), f"{p.age_on(done)}岁")}</span><span>就诊卡号 {f("card_number", digits(dice, 10))}</span><span>{f("department", dice.choice(("心内科", "心脏康复门诊", "老年医学科")))}</span><span>住院号 {f("record_number", digits(dice, 7)) if dice.random() < 0.5 else "/"}</span><span>床号 /</span><span>申请医师 {f("physician_name", people.name(dice, "男"))}</span><span>图像质量 {dice.choice(("良", "一般"))}</span><span style="grid-column:1/3">临床诊断 {f("diagnosis", dice.choice(("冠状动脉粥样硬化性心脏病", "扩张型心肌病", "心功能不全")))}</span><span style="grid-column:3/5">检查项目 经胸超声心动图＋TDI</span></div>
<div style="display:flex;gap:24px;font-size:13px">{"".join(f"<div style='flex:1'>{head}{''.join(c)}</div>" for c in (cells[:half], cells[half:]))}</div><div style="display:flex;gap:10px;justify-content:center;margin:12px">{fan(dice, 210, 150)}{fan(dice, 210, 150)}</div>
<div style="font-weight:600">检查描述</div><div style="font-size:13.5px">1. 各房室腔大小如上，室间隔与左室后壁呈逆向运动。2. {dice.choice(("左室壁搏动普遍减低", "前间隔及心尖段搏动减低"))}。3. 二尖瓣开放可，关闭时见反流束，面积约{dice.uniform(1.5, 6):.1f}cm²。4. 主动脉瓣增厚钙化，开放不受限。5. 心包腔未见明显液性暗区。</div>
<div style="font-weight:600;margin-top:10px">超声诊断</div><div style="font-size:15px;min-height:100px">{"；".join(f("diagnosis", t) for t in told)}。</div>
<div style="position:absolute;left:52px;right:52px;bottom:60px;display:flex;justify-content:space-between"><span>检查医师 {f("physician_name", people.name(dice, "女"))}</span><span>报告医师 {f("physician_name", people.name(dice, "男"))}</span><span>检查日期 {done:%Y-%m-%d}</span><span>报告日期 {day("report_date", done, f"{done:%Y-%m-%d}", " " + clock(dice, False))}</span></div><div style="position:absolute;left:52px;bottom:30px;font-size:11px;color:#555">本报告供临床参考　上海市检查检验结果互认　打印 {clock(dice, True, (18, 20))}</div>"""
    return page(
        body,
        ".t{display:flex;border-bottom:1px dotted #999;padding:2px 0}",
        dice.choice((HEI, SONG)),
        14,
        "36px 52px",
    )


def _lung(dice: random.Random) -> str:
    """Lung function of Yunnan: a table of predicted and measured values, printed by the machine."""
    p = who(dice, "532301", "云南省", "楚雄州", "楚雄市", "鹿城南路")
    done = people.day(dice)
    hospital = dice.choice(("楚雄州鹿城医院", "楚雄市紫溪医院", "滇中矿务局职工医院"))
    rows = ""
    for name, unit, pred in (
        ("VC MAX", "L", 3.3),
        ("FVC", "L", 3.2),
        ("FEV1", "L", 2.6),
        ("FEV1/FVC", "%", 78.0),
        ("PEF", "L/s", 7.1),
        ("MEF50", "L/s", 4.1),
        ("MEF25", "L/s", 1.7),
        ("MVV", "L/min", 96.0),
        ("DLCO SB", "mmol/min/kPa", 8.2),
    ):
        a = pred * dice.uniform(0.35, 0.95)
        b = a * dice.uniform(0.98, 1.14)
        rows += row(
            {"name": name, "result": f"{a:.2f}", "unit": unit, "reference": f"{pred:.2f}", "flag": None},
            f"<td>{name}</td><td>{unit}</td><td class=r>{pred:.2f}</td><td class=r>{a:.2f}</td><td class=r>{a / pred * 100:.1f}</td><td class=r>{b:.2f}</td><td class=r>{(b / a - 1) * 100:.1f}</td>",
        )
    told = dice.sample(
        (
            "重度阻塞性通气功能障碍",
            "中度混合性通气功能障碍",
            "支气管舒张试验阴性",
            "弥散功能中度降低",
            "小气道功能障碍",
        ),
        dice.randint(2, 3),
    )
    curve = f'<svg width="300" height="190"><path d="M20 100H295M20 5V185" stroke="#222"/><path d="M20 100 q18 -{dice.randint(110, 170)} 40 -60 q40 {dice.randint(30, 44)} 180 60 q-60 70 -120 66 q-80 0 -100 -66" fill="none" stroke="#1740a0" stroke-width="1.5"/><text x="26" y="16" font-size="10">Flow [L/s]</text><text x="256" y="94" font-size="10">Vol [L]</text></svg>'
    body = f"""<div style="font-size:18px;font-weight:600">{f("hospital_name", hospital)}　肺功能室</div><div style="border-bottom:1px solid #000">肺通气功能+舒张试验+弥散检查报告</div>
<table style="font-size:13px"><tr><td>Name 姓名: {f("patient_name", p.name)}</td><td>Sex 性别: {f("sex", p.sex)}</td><td>Age 年龄: {f("age", p.age_on(done), f"{p.age_on(done)} Years")}</td></tr><tr><td>ID 编号: {f("record_number", digits(dice, 7))}</td><td>Height 身高: {dice.randint(150, 178)} cm</td><td>Weight 体重: {dice.randint(42, 82)} kg</td></tr><tr><td>Date of birth 出生日期: {day("birth_date", p.born, f"{p.born:%Y/%m/%d}")}</td><td>Smoker 吸烟: {dice.choice(("是 30年", "否"))}</td><td>Date 日期: {day("report_date", done, f"{done:%Y/%m/%d}")}</td></tr></table>
<table class=g style="font-size:13px;margin-top:8px"><tr><th></th><th></th><th class=r>预计值</th><th class=r>前次</th><th class=r>前/预%</th><th class=r>后次</th><th class=r>改善%</th></tr>{rows}</table><div style="display:flex;gap:30px;margin:10px 0">{curve}{curve}</div>
<div>结论：</div><div style="padding-left:1em">{"　".join(f"{n}. {f('diagnosis', t)}" for n, t in enumerate(told, 1))}</div><div style="margin-top:26px">操作者：{people.name(dice, "女")}　　　　诊断医师：{dice.choice((f("physician_name", people.name(dice, "男")), sign("physician", people.name(dice, "男"), dice)))}</div>
<div style="font-size:11px;color:#555;margin-top:20px">吸入沙丁胺醇400μg后15分钟复测。Substance: Salbutamol　Lab Ver 5.{dice.randint(1, 72)}</div>"""
    return page(body, "", dice.choice((MICRO, HEI, SONG)), 14, "36px 56px")


def _mri(dice: random.Random) -> str:
    """A summary of a magnetic resonance examination from an image cloud, laid out as a web page."""
    p = who(dice, "500112", "重庆市", "重庆市", "渝北区", "双龙大道")
    done = people.day(dice)
    written = done + dt.timedelta(days=dice.randint(0, 2))
    hospital = dice.choice(
        ("重庆市渝北区两路人民医院", "重庆缙云医科大学附属第三医院", "重庆市綦江区古南中医院")
    )
    seen, told = _some(dice, (
        ("左侧基底节区及放射冠见斑片状长T1长T2信号，FLAIR呈低信号、周边高信号。", "左侧基底节区、放射冠软化灶"), ("右侧额顶叶见片状DWI高信号，ADC值减低。", "右侧额顶叶急性脑梗死"), ("双侧侧脑室旁见对称性斑片状稍长T2信号。", "脑白质脱髓鞘改变（Fazekas 2级）"),
        ("脑沟、脑裂增宽，脑室系统扩大。", "脑萎缩"), ("右侧大脑中动脉M1段管腔局限性狭窄约60%。", "右侧大脑中动脉M1段中度狭窄"), ("双侧海马体积缩小。", "双侧海马萎缩（MTA 2级）"),
    ), 2, 4)  # fmt: skip
    kv: Show = lambda k, v: (
        f'<div><div style="font-size:11px;color:#7b8794">{k}</div><div>{v or "—"}</div></div>'
    )
    body = f"""<div style="display:flex;justify-content:space-between;border-bottom:4px solid #2d6a4f;padding-bottom:8px"><span style="font-size:22px;font-weight:600">{f("hospital_name", hospital)}</span><span style="color:#2d6a4f;font-size:18px">磁共振检查报告</span></div>
<div style="display:grid;grid-template-columns:repeat(5,1fr);gap:10px;background:#f1f5f2;padding:12px;margin:12px 0">{kv("姓名", f("patient_name", p.name))}{kv("性别", f("sex", p.sex))}{kv("年龄", f("age", p.age_on(done), f"{p.age_on(done)}岁"))}{kv("影像号", f("report_number", f"MR{digits(dice, 7)}"))}{kv("患者类型", dice.choice(("门诊", "住院")))}{kv("申请科室", f("department", dice.choice(("神经内科", "康复医学科", "神经外科"))))}{kv("申请医生", f("physician_name", people.name(dice, "女")))}{kv("登记号", f("record_number", digits(dice, 10)))}{kv("检查时间", f"{done:%Y-%m-%d} {clock(dice, False, (7, 10))}")}{kv("检查设备", dice.choice(("3.0T MR", "1.5T MR")))}</div>
<div style="color:#2d6a4f;font-weight:600">检查项目</div><div>头颅MRI平扫+DWI+MRA</div><div style="color:#2d6a4f;font-weight:600;margin-top:14px">检查所见</div><div style="min-height:170px">{seen}中线结构居中，幕下小脑、脑干形态信号未见异常。</div><div style="color:#2d6a4f;font-weight:600">诊断意见</div><ol style="margin:4px 0;min-height:150px;list-style:none;padding-left:4px">{"".join(f"<li>{n}.{f('diagnosis', t)}。</li>" for n, t in enumerate(told, 1))}</ol>
<div style="border-top:1px solid #ccd;padding-top:10px;display:grid;grid-template-columns:1fr 1fr 1.4fr">{kv("报告医师", f("physician_name", people.name(dice, "男")))}{kv("审核医师", f("physician_name", people.name(dice, "女")))}{kv("审核时间", day("report_date", written, f"{written:%Y-%m-%d}", " " + clock(dice, True, (11, 17))))}</div><div style="position:absolute;bottom:24px;left:50px;right:50px;font-size:11px;color:#7b8794;display:flex;justify-content:space-between"><span>扫码查看影像，有效期30天</span><span>渝健云影像平台</span></div><div style="position:absolute;right:50px;bottom:50px">{qr(dice, 92)}</div>"""
    return page(body, "", HEI, 14, "36px 50px")


TEMPLATES = {
    "lake-exam_report-ct": Template(KIND, 794, 1123, _ct),
    "lake-exam_report-abdomen": Template(KIND, 794, 700, _abdomen),
    "lake-exam_report-ecg": Template(KIND, 1123, 794, _ecg),
    "lake-exam_report-gastroscopy": Template(KIND, 794, 1123, _gastro),
    "lake-exam_report-echo": Template(KIND, 794, 1000, _echo),
    "lake-exam_report-lung": Template(KIND, 794, 860, _lung),
    "lake-exam_report-mri": Template(KIND, 794, 1000, _mri),
}
