"""Money: a thermal slip, a dot-matrix receipt, a settlement sheet, and a long prescription."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from benchmarks.reading.templates.develop.grove_base import (
    MATRIX,
    Template,
    clock,
    d,
    day,
    digits,
    doctor,
    local,
    short,
)
from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f, fs, hand, page, seal, sign

DRUGS = (
    ("硝苯地平缓释片(Ⅱ)", "20mg*30s", "盒"), ("二甲双胍片", "0.25g*100s", "瓶"), ("格列美脲片", "2mg*15s", "盒"), ("阿卡波糖片", "50mg*30s", "盒"),
    ("厄贝沙坦氢氯噻嗪", "150mg/12.5mg*7s", "盒"), ("复方丹参滴丸", "27mg*180s", "瓶"), ("血塞通软胶囊", "100mg*12s", "盒"), ("单硝酸异山梨酯缓释", "40mg*24s", "盒"),
    ("瑞舒伐他汀钙片(集采)", "10mg*28s", "盒"), ("骨化三醇软胶囊", "0.25ug*10s", "盒"),
)  # fmt: skip
CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def capital(cents: int) -> str:
    """An amount in capitals."""
    whole, rest = divmod(cents, 100)
    out = ""
    for n, c in enumerate(str(whole)):
        out += CAPITALS[int(c)] + " 拾佰仟万"[len(str(whole)) - n - 1].strip()
    return f"{out}元{CAPITALS[rest // 10]}角{CAPITALS[rest % 10]}分"


def _thermal(dice: random.Random) -> str:
    p = local(dice, "甘")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("人民医院", "第二人民医院", "中医医院"))
    items = dice.sample(DRUGS, dice.randint(2, 5))
    total, lines = 0, ""
    for name, spec, unit in items:
        price, n = dice.randint(300, 9000), dice.randint(1, 6)
        total += price * n
        lines += f'<div>{name}</div><div class="k"><span>　{spec}</span><span>{n}{unit}</span><span>{price / 100:.2f}</span><span>{price * n / 100:.2f}</span></div>'
    fund = total * dice.choice((0, 50, 60, 70)) // 100
    kind = dice.choice(("城乡居民", "城镇职工", "居民医保", "职工医保"))

    def k(a: Any, b: Any) -> str:
        return f'<div class="k"><span>{a}</span><span>{b}</span></div>'

    body = f"""
    <div class="c b" style="font-size:17px">{f("hospital_name", hosp)}</div><div class="c">门诊收费凭条{dice.choice(("（医保）", "", "(补打)"))}</div><div class="l"></div>
    <div>姓名:{f("patient_name", p.name)}　{f("sex", p.sex)}　{f("age", p.age_on(when), f"{p.age_on(when)}岁")}</div><div>门诊号:{f("record_number", digits(dice, 10))}</div>
    <div>费别:{f("insurance_type", "resident" if "居民" in kind else "employee", kind)}</div><div>医保编号:{f("card_number", p.place.code + digits(dice, 10))}</div>
    <div>科室:{f("department", dice.choice(("慢病门诊", "内科门诊", "全科门诊")))}</div><div>医生:{f("physician_name", doctor(dice))}</div><div>流水号:{when:%y%m%d}{digits(dice, 6)}</div><div class="l"></div>
    <div class="k"><span>项目/规格</span><span>数量</span><span>单价</span><span>金额</span></div><div class="l"></div>{lines}<div class="l"></div>
    {k("合计", f"￥{total / 100:.2f}")}{k("统筹支付", f"{fund / 100:.2f}")}{k("大病支付", "0.00")}{k("账户支付", "0.00")}{k("个人自付", f"{(total - fund) / 100:.2f}")}{k(dice.choice(("微信支付", "现金", "支付宝")), f"{(total - fund) / 100:.2f}")}{k("年度统筹累计", f"{dice.randint(100, 5000)}.{digits(dice, 2)}")}<div class="l"></div>
    <div>病种:{dice.choice(("高血压Ⅲ期", "糖尿病伴并发症", "普通门诊", ""))}</div><div>收费员:{doctor(dice)}({digits(dice, 4)})　窗口:{dice.randint(1, 6)}</div><div>时间:{d("issue_date", when, "-", " " + clock(dice, True))}</div>
    <div class="l"></div><div style="font-size:12px">此凭条仅供取药、查对，不作报销凭证。如需发票请于30日内持本凭条到一楼收费处换取。热敏纸易褪色，请复印保存。</div><div class="c" style="margin-top:6px">祝您早日康复！</div><div class="c" style="color:#777">- - - - - - ✂ - - - - - -</div>"""
    css = ".k{display:flex;justify-content:space-between}.l{border-top:1px dashed #333;margin:3px 0}body{color:#3a3a40}"
    return page(body, css, font=dice.choice((HEI, MICRO, MICRO)), size=14, pad="16px 14px")


def _receipt(dice: random.Random) -> str:
    p = local(dice, "桂")
    when = day(dice, "2022-01-05", "2024-12-20")
    hosp = short(p.place) + dice.choice(("人民医院", "妇幼保健院", "中医医院", "皮肤病防治院"))
    names = (
        "西药费",
        "中成药",
        "中草药",
        "挂号费",
        "诊查费",
        "检查费",
        "治疗费",
        "手术费",
        "化验费",
        "放射费",
        "材料费",
        "其他",
    )
    amounts = [dice.randint(100, 30000) if dice.random() < 0.4 else 0 for _ in names]
    amounts[0] = dice.randint(1000, 40000)
    total = sum(amounts)

    def cell(n: Any) -> str:
        return f'<td>{names[n]}</td><td class="m r">{f"{amounts[n] / 100:.2f}" if amounts[n] else ""}</td>'

    rows = "".join(f"<tr>{cell(n)}{cell(n + 4)}{cell(n + 8)}</tr>" for n in range(4))
    inks = dice.choice(("#7a4b2a", "#8a2f2f", "#2f6b4a"))
    copy = dice.choice((("第二联", "收据联"), ("第三联", "报销凭证"), ("第二联", "病人存查")))
    dx, dy = dice.randint(-3, 5), dice.randint(-3, 3)
    body = f"""
    <h2 style="font-size:22px;letter-spacing:3px">广西壮族自治区医疗门诊收费收据</h2><div class="c" style="font-size:12px;margin:-2px 0 4px">（{copy[1]}）</div>
    <div style="position:absolute;right:52px;top:26px;font-size:17px">№ <span style="color:#c22;letter-spacing:2px">{digits(dice, 8)}</span></div><div style="position:absolute;left:52px;top:30px;font-size:12px">桂财票 (2{digits(dice, 1)}) 字</div>
    <div style="display:flex;justify-content:space-between"><span>姓名：<span class="m">{f("patient_name", p.name)}</span></span><span>性别：<span class="m">{f("sex", p.sex)}</span></span><span>结算方式：<span class="m">{dice.choice(("现金", "医保", "银联"))}</span></span><span><span class="m"><span data-field="issue_date" data-value="{when}">{when.year}　年　{when.month:02d}　月　{when.day:02d}　日</span></span></span></div>
    <table class="g"><tr>{"<td class='c'>项　目</td><td class='c'>金　额</td>" * 3}</tr>{rows}
    <tr><td>合计人民币<br>（大写）</td><td colspan="3" class="m">{capital(total)}</td><td>￥</td><td class="m r">{total / 100:.2f}</td></tr>
    <tr><td>医保统筹</td><td class="m r">{total * 3 // 5 / 100:.2f}</td><td>个人账户</td><td class="m r">0.00</td><td>个人现金</td><td class="m r">{(total - total * 3 // 5) / 100:.2f}</td></tr></table>
    <div style="display:flex;justify-content:space-between;margin-top:3px"><span>收费单位（盖章）：<span class="m">{f("hospital_name", hosp)}</span></span><span>收款人：<span class="m">{doctor(dice)}</span></span><span>业务号：<span class="m">{digits(dice, 7)}</span></span></div>
    <div style="position:absolute;right:14px;top:90px;writing-mode:vertical-rl;font-size:13px;letter-spacing:3px">{copy[0]}　{copy[1]}　手写无效</div>
    <div style="position:absolute;left:14px;top:0;bottom:0;width:20px;background:radial-gradient(circle at 8px 12px,#ccc 5px,transparent 6px) 0 0/20px 24px"></div>
    {seal(hosp, "收费专用章", shape="ellipse", size=150, at=(dice.randint(280, 380), dice.randint(235, 262)), turn=dice.uniform(-12, 12))}"""
    css = MATRIX + f"body,.g td{{color:{inks};border-color:{inks}!important}}.m{{color:#26284a!important;position:relative;left:{dx}px;top:{dy}px}}td.m{{text-indent:{dx}px}}"  # fmt: skip
    return page(body, css, size=14, pad="20px 52px")


def _settle(dice: random.Random) -> str:
    p = local(dice, "黔")
    came = day(dice)
    days = dice.randint(4, 19)
    left = came + dt.timedelta(days=days)
    hosp = short(p.place) + dice.choice(("人民医院", "中医院", "民族中医院"))
    level = dice.choice(
        (("二级甲等", "二级甲等"), ("二级", "二级"), ("三级乙等", "三级乙等"), ("02 二级甲等", "二级甲等"))
    )
    names = (
        "床位费",
        "诊察费",
        "检查费",
        "化验费",
        "治疗费",
        "手术费",
        "护理费",
        "卫生材料费",
        "西药费",
        "中药饮片费",
        "中成药费",
        "一般诊疗费",
        "挂号费",
        "其他费",
    )
    total, rows = 0, ""
    for n in names:
        t = dice.choice((0, 1, 1)) * dice.randint(2000, 240000)
        a, b = t * dice.choice((0, 0, 7)) // 100, t * dice.choice((0, 10, 20)) // 100
        total += t
        rows += (
            f"<tr><td>{n}</td>"
            + "".join(f'<td class="r">{v / 100:.2f}</td>' for v in (t, t - a - b, b, a, 0))
            + "</tr>"
        )
    paid = total * dice.randint(55, 85) // 100
    kind = dice.choice(
        ("390 城乡居民基本医疗保险", "310 职工基本医疗保险", "城乡居民基本医疗保险", "职工基本医疗保险")
    )
    illness = dice.choice(
        ("慢性阻塞性肺病伴急性加重", "2型糖尿病伴多个并发症", "高血压病3级(极高危)", "脑梗死")
    )

    def g(k: Any, v: Any) -> str:
        return f'<td class="h">{k}</td><td>{v}</td>'

    body = f"""
    <h2 style="font-size:20px">贵州省基本医疗保险住院费用结算单</h2><div style="display:flex;justify-content:space-between;font-size:12px"><span>定点医疗机构：{f("hospital_name", hosp)}</span><span>就诊ID：{digits(dice, 14)}</span><span>单位：元</span></div>
    <table class="g">
    <tr>{g("姓名", f("patient_name", p.name))}{g("性别", f("sex", p.sex))}{g("出生日期", d("birth_date", p.born, "-"))}</tr>
    <tr>{g("证件号码", f("id_number", p.id_number))}{g("年龄", f("age", p.age_on(came)))}{g("人员编号", f("card_number", p.place.code[:4] + "00" + digits(dice, 12)))}</tr>
    <tr>{g("险种类型", f("insurance_type", "resident" if "居民" in kind else "employee", kind))}{g("人员类别", dice.choice(("普通居民", "在职", "退休", "脱贫人口")) if "居民" not in kind else dice.choice(("成年居民", "脱贫人口", "低保对象")))}{g("参保地", f("insured_place", p.place.insured if dice.random() < 0.5 else p.place.county))}</tr>
    <tr>{g("医院等级", f("hospital_level", level[1], level[0]))}{g("住院号", f("record_number", digits(dice, 9)))}{g("科室", f("department", dice.choice(("呼吸内科", "内一科", "综合内科"))))}</tr>
    <tr>{g("入院日期", d("admission_date", came, "-"))}{g("出院日期", d("discharge_date", left, "-"))}{g("住院天数", days)}</tr>
    <tr>{g("医疗类别", dice.choice(("21 普通住院", "普通住院")))}{g("出院诊断", f("diagnosis", illness))}{g("结算日期", d("issue_date", left, "-"))}</tr></table>
    <table class="g" style="margin-top:-1px"><tr class="h">{"".join(f'<td class="c">{x}</td>' for x in ("费用类别", "金额", "甲类", "乙类自付", "丙类自费", "超限价"))}</tr>{rows}<tr class="b"><td>合计</td><td class="r">{total / 100:.2f}</td><td colspan="4">大写：{capital(total)}</td></tr></table>
    <table class="g" style="margin-top:-1px">
    <tr>{g("本次起付线", dice.choice(("200.00", "400.00", "0.00")))}{g("符合范围费用", f"{total * 93 // 100 / 100:.2f}")}{g("统筹支付比例", f"{dice.randint(60, 92)}%")}</tr>
    <tr>{g("基本统筹", f"{paid / 100:.2f}")}{g("大病保险", "0.00")}{g("医疗救助", dice.choice(("0.00", "312.40")))}</tr><tr>{g("公务员补助", "0.00")}{g("个人账户", "0.00")}{g("个人现金", f"{(total - paid) / 100:.2f}")}</tr>
    <tr>{g("先行自付", "0.00")}{g("本年住院次数", dice.randint(1, 5))}{g("本年统筹累计", f"{(paid + dice.randint(0, 900000)) / 100:.2f}")}</tr></table>
    <div style="display:flex;justify-content:space-between;margin-top:12px"><span>经办人：{doctor(dice)}</span><span>复核：________</span><span>参保人（家属）签字：{hand(doctor(dice)) if dice.random() < 0.5 else "________"}</span><span>联系电话：{f("phone", p.phone) if dice.random() < 0.5 else "　　　　　"}</span></div>
    <div style="font-size:11px;margin-top:8px">1.本单一式三联：医保经办机构、定点医疗机构、参保人各执一联。2.对结算结果有异议的，请于5个工作日内向参保地医保经办机构查询。　　打印：{left} {clock(dice, True)}</div>
    {seal(hosp, dice.choice(("医保结算专用章", "财务专用章")), size=140, at=(dice.randint(60, 560), dice.randint(800, 850)), turn=dice.uniform(-14, 14))}"""
    return page(body, ".h{background:#eee}", font=dice.choice((SONG, MICRO)), size=13, pad="36px 40px")


def _long(dice: random.Random) -> str:
    p = local(dice, "鄂")
    when = day(dice)
    hosp = short(p.place) + dice.choice(("野三关镇中心卫生院", "漕河镇卫生院", "信陵镇社区卫生服务中心"))
    ills = dice.choice(
        (
            ("高血压3级（很高危）", "2型糖尿病"),
            ("冠心病",),
            ("2型糖尿病", "糖尿病周围神经病变"),
            ("慢性乙型病毒性肝炎",),
        )
    )
    rx = ""
    for n, (name, spec, unit) in enumerate(dice.sample(DRUGS, dice.randint(2, 4)), 1):
        rx += f'<div style="margin:7px 0">{n}．{name}　{spec}　×　{dice.randint(2, 9)}{unit}<br>　　Sig：{dice.choice(("1片", "20mg", "2片"))}　{dice.choice(("p.o.", "口服"))}　{dice.choice(("q.d.", "b.i.d.", "t.i.d."))}</div>'
    who, chemist = doctor(dice), doctor(dice)
    body = f"""
    <div style="position:absolute;right:26px;top:22px;border:2px solid #000;padding:0 8px;font-size:15px">长处方</div>
    <div class="c" style="font-size:18px">{f("hospital_name", hosp)}</div><div class="c" style="font-size:22px;letter-spacing:10px;font-weight:600">处方笺</div>
    <div style="font-size:13px;line-height:1.9;border-bottom:2px solid #000">费别：□公费 □自费 ☑医保 □其他　　医疗证/医保卡号：{f("card_number", dice.choice("ABCD") + digits(dice, 8)) if dice.random() < 0.7 else "____________"}<br>处方编号：{digits(dice, 10)}　门诊/住院病历号：{f("record_number", digits(dice, 8))}<br>姓名：{f("patient_name", p.name)}　性别：☑{f("sex", p.sex)} □{"女" if p.sex == "男" else "男"}　年龄：{f("age", p.age_on(when))}岁　科别/床位：{f("department", dice.choice(("全科", "内科", "慢病科")))}<br>临床诊断：{fs("diagnosis", ills, "，")}<br>开具日期：{d("issue_date", when, dice.choice(("年", "-", "split")))}　住址/电话：{f("phone", p.phone)}</div>
    <div style="font-size:26px;font-family:{SONG};font-style:italic">Rp</div><div style="min-height:300px;font-size:14px">{rx}<div style="text-align:center;color:#444">——————（以下空白）——————</div></div>
    <div style="border-top:1px solid #000;font-size:13px;line-height:2.1">医师：{f("physician_name", who)} {sign("physician", who, dice, 80)}　　药品金额：{dice.randint(20, 400)}.{digits(dice, 2)}元<br>审核药师：{chemist}　调配：{doctor(dice)}　核对、发药：{chemist}</div>
    <div style="font-size:11px">注：处方当日有效；本处方为慢性病长期处方，用量不超过12周。</div>
    {seal(hosp, "处方专用章", shape="square", size=86, at=(400, 640), turn=dice.uniform(-6, 6)) if dice.random() < 0.5 else ""}"""
    return page(body, "body{background:#fdfffb}", font=dice.choice((SONG, MICRO)), size=14, pad="22px 30px")


TEMPLATES: dict[str, Template] = {
    "grove-medical_invoice-thermal": Template("medical_invoice", 302, 860, _thermal),
    "grove-medical_invoice-carbon": Template("medical_invoice", 794, 380, _receipt),
    "grove-medical_invoice-settlement": Template("medical_invoice", 794, 1123, _settle),
    "grove-prescription-long": Template("prescription", 559, 794, _long),
}
