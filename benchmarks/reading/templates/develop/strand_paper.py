"""Paper bills: values of a needle printer over forms printed before, a narrow receipt, a slip of a machine."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import MICRO, SONG, f, page, seal
from benchmarks.reading.templates.develop.strand_base import (
    DOT,
    GX,
    NM,
    SN,
    TJ,
    at,
    capital,
    d,
    matrix,
    oval,
    put,
    stay,
    style,
    yuan,
)
from benchmarks.reading.templates.develop.strand_ills import BIRTH, GENERAL, KNIFE
from benchmarks.reading.templates.develop.strand_money import INSIDE, OUTSIDE, bill, goods, insurance


def typed(dx: int, dy: int, size: int = 14) -> tuple[int, int, str]:
    """How far the needles stand beside their places, and their look."""
    return dx, dy, f"{DOT};font-size:{size}px"


def rules(
    colour: str, across: tuple[tuple[int, int, int], ...], down: tuple[tuple[int, int, int], ...]
) -> str:
    """Lines of a form: ``(left, top, width)`` across and ``(left, top, height)`` down."""
    a = "".join(
        f'<div style="position:absolute;left:{x}px;top:{y}px;width:{w}px;border-top:1px solid {colour}"></div>'
        for x, y, w in across
    )
    return a + "".join(
        f'<div style="position:absolute;left:{x}px;top:{y}px;height:{h}px;border-left:1px solid {colour}"></div>'
        for x, y, h in down
    )


def shaanxi(dice: random.Random) -> str:
    """Shaanxi outpatient: green form of three copies, detail at the right, the needles slipped."""
    s = stay(dice, SN, "county", GENERAL)
    b = bill(dice, OUTSIDE, 220)
    x, y, look = typed(dice.randint(-5, 8), dice.randint(-5, 4))
    g = "#1f6b4c"
    w: Callable[..., str] = lambda a, t, label, css="": put(a, t, label, f"color:{g};font-size:13px;{css}")
    v: Callable[..., str] = lambda a, t, inner: put(a + x, t + y, inner, look)
    words = {"employee": "城镇职工", "resident": "城乡居民"}
    form = (
        w(0, 20, "陕西省医疗门诊收费票据", "width:794px;text-align:center;font-size:22px;letter-spacing:5px")
        + w(0, 52, "（ 第 二 联　收 据 ）", "width:794px;text-align:center;font-size:12px") + put(610, 26, f"№ {dice.randint(0, 10**8):08d}", f"color:#c03030;font-size:17px;font-family:{MICRO}")
        + "".join(w(*a) for a in (
            (44, 78, "业务流水号："), (330, 78, "医疗机构类型："), (44, 106, "姓名："), (220, 106, "性别："), (330, 106, "医保类型："), (540, 106, "社会保障号："), (90, 134, "项　　目"),
            (250, 134, "金　额"), (440, 134, "项目 / 规格"), (600, 134, "数量"), (680, 134, "金额"), (44, 342, "合计（大写）："), (560, 342, "￥"),
            (44, 370, "医保统筹支付："), (250, 370, "个人账户支付："), (450, 370, "其他医保支付："), (620, 370, "个人支付："), (44, 402, "收款单位（章）："),
            (370, 402, "收款人："), (560, 402, "年"), (620, 402, "月"), (672, 402, "日"),
        ))
    )  # fmt: skip
    when = (
        f'<span data-field="issue_date" data-value="{s.start.isoformat()}" style="display:inline-block;width:150px">{s.start.year}'
        f'<span style="position:absolute;left:66px">{s.start:%m}</span><span style="position:absolute;left:120px">{s.start:%d}</span></span>'
    )
    values = (
        v(124, 76, str(dice.randint(10**9, 10**10))) + v(424, 76, "综合医院") + v(84, 104, f("patient_name", s.p.name)) + v(264, 104, f("sex", s.p.sex))
        + v(400, 104, insurance(s, words)) + v(622, 104, f("id_number", s.p.id_number) if dice.random() < 0.6 else "") + v(136, 340, capital(b.total)) + v(580, 340, yuan(b.total))
        + v(138, 368, yuan(b.fund)) + v(344, 368, yuan(b.account)) + v(690, 368, yuan(b.cash)) + v(424, 400, s.clerks[0]) + v(520, 400, when)
        + "".join(v(74, 160 + 21 * n, a) + v(256, 160 + 21 * n, yuan(m)) for n, (a, m) in enumerate(b.items))
        + "".join(v(376, 160 + 21 * n, (a + " " + z)[:20]) + v(610, 160 + 21 * n, str(k)) + v(676, 160 + 21 * n, yuan(p * k)) for n, (a, z, _, p, k) in enumerate(goods(dice, s, 2)))
    )  # fmt: skip
    lines = rules(
        g,
        tuple((36, t, 722) for t in (100, 128, 156, 336, 364, 394)),
        ((36, 100, 294), (758, 100, 294), (362, 128, 208), (210, 128, 208), (590, 128, 208), (664, 128, 208)),
    )
    body = lines + form + values + w(44, 430, "陕西省财政厅监制　　手写无效", "font-size:11px")
    body += seal(s.hospital, "门诊收费专用章", size=128, at=(130, 330), turn=dice.uniform(-30, 30), ink=0.65)
    return page(body, "body{background:#fcfdf8}", font=SONG, size=13, pad="0")


def guangxi(dice: random.Random) -> str:
    """Guangxi inpatient: form with its categories printed before; the amounts come beside them."""
    s = stay(dice, GX, "tertiary", (*GENERAL, *KNIFE))
    b = bill(dice, INSIDE, 4800)
    x, y, look = typed(dice.randint(-5, 9), dice.randint(-4, 5))
    c = "#7a2f6a"
    w: Callable[..., str] = lambda a, t, label, css="": put(a, t, label, f"color:{c};font-size:13px;{css}")
    v: Callable[..., str] = lambda a, t, inner: put(a + x, t + y, inner, look)
    amounts = dict(b.items)
    spots = [(50 + 240 * (n % 3), 168 + 28 * (n // 3), name) for n, name in enumerate((*INSIDE, "", "", ""))]
    form = "".join(w(a, t, name) for a, t, name in spots) + "".join(
        w(*a) for a in (
            (44, 78, "科室"), (250, 78, "住院号"), (470, 78, "住院时间"), (44, 108, "姓名"), (200, 108, "性别"), (300, 108, "医保类型"), (520, 108, "医保编号"),
            (60, 140, "项　目"), (180, 140, "金额(元)"), (300, 140, "项　目"), (420, 140, "金额(元)"), (540, 140, "项　目"), (660, 140, "金额(元)"), (44, 312, "合计人民币(大写)"), (580, 312, "(小写)"),
            (44, 340, "预缴金额"), (240, 340, "补缴金额"), (430, 340, "退费金额"), (44, 368, "统筹支付"), (240, 368, "个人账户"), (430, 368, "其他支付"), (600, 368, "个人现金"),
            (44, 402, "收款单位(章)"), (330, 402, "复核"), (460, 402, "收款"), (590, 402, "开票日期"),
        )
    )  # fmt: skip
    span = d("admission_date", s.start, ".") + "—" + d("discharge_date", s.end, ".")
    prepaid = b.cash // 10000 * 100 + 1000
    values = (
        "".join(v(a + 128, t - 1, yuan(amounts[name])) for a, t, name in spots if name in amounts)
        + v(84, 76, f("department", s.ill.dept)) + v(304, 76, f("record_number", s.number)) + v(540, 76, span) + v(84, 106, f("patient_name", s.p.name))
        + v(238, 106, f("sex", s.p.sex)) + v(366, 106, insurance(s, {"employee": "职工医保", "resident": "居民医保"})) + v(588, 106, f("card_number", f"45{dice.randint(10**9, 10**10)}"))
        + v(160, 310, capital(b.total)) + v(630, 310, yuan(b.total)) + v(110, 338, f"{prepaid}.00") + v(310, 338, "0.00") + v(500, 338, f"{prepaid - b.cash / 100:.2f}")
        + v(110, 366, yuan(b.fund)) + v(310, 366, yuan(b.account)) + v(500, 366, "0.00") + v(670, 366, yuan(b.cash)) + v(366, 400, s.clerks[0]) + v(496, 400, s.clerks[1])
        + v(656, 400, d("issue_date", s.end))
    )  # fmt: skip
    lines = rules(
        c,
        ((36, 132, 722), (36, 160, 722), (36, 304, 722), (36, 332, 722), (36, 392, 722)),
        ((36, 132, 260), (758, 132, 260), (276, 132, 172), (516, 132, 172)),
    )
    title = "广西壮族自治区医疗住院收费收据"
    body = f'<div style="position:absolute;left:0;right:0;top:20px;text-align:center;font-size:22px;color:{c};letter-spacing:4px">{title}</div>'
    body += put(44, 34, "（2019）桂财", f"color:{c};font-size:11px") + put(
        640, 30, f"No {dice.randint(10**7, 10**8)}", "color:#b22;font-size:16px"
    )
    side = "第一联　收据联（交款人）"
    body += (
        lines
        + form
        + values
        + f'<div style="position:absolute;right:12px;top:150px;writing-mode:vertical-rl;font-size:11px;color:{c}">{side}</div>'
    )
    body += oval(s.hospital, "住院收费专用章", size=160, at=(120, 360), turn=dice.uniform(-8, 8), ink=0.6)
    return page(body, "body{background:#fdf8fc}", font=SONG, size=13, pad="0")


def tianjin(dice: random.Random) -> str:
    """Tianjin: a tall narrow receipt of old, three rows of heads, the hospital only in print at its foot."""
    s = stay(dice, TJ, "maternity", (BIRTH,), sex="女", span=(20, 44))
    b = bill(dice, OUTSIDE, 260)
    x, y, look = typed(dice.randint(-4, 5), dice.randint(-3, 3), 13)
    c = "#2c5f9e"
    amounts = dict(b.items)
    rows = "".join(
        f'<tr><td style="width:46%">{n}</td><td class="r"><span style="{look};position:relative;left:{x}px;top:{y}px">{yuan(amounts[n]) if n in amounts else ""}</span></td></tr>'
        for n in (*OUTSIDE, "放射费", "其他")
    )
    t: Callable[..., str] = lambda inner: (
        f'<span style="{look};position:relative;left:{x}px;top:{y}px">{inner}</span>'
    )
    body = f"""<div style="color:{c}"><div class="c" style="font-size:16px;letter-spacing:1px">天津市医疗单位门诊专用收据</div><div style="display:flex;justify-content:space-between;margin:4px 0"><span>姓名 {t(f("patient_name", s.p.name))}</span><span style="color:#b33">{dice.randint(0, 10**9):09d}</span></div>
<div style="display:flex;justify-content:space-between"><span>科别 {t(f("department", "妇科门诊"))}</span><span>费别 {t(dice.choice(("医保", "自费", "门特")))}</span></div><table class="g" style="margin-top:4px">{rows}<tr><td>合　计</td><td class="r">{t("￥" + yuan(b.total))}</td></tr><tr><td colspan="2">大写 {t(capital(b.total))}</td></tr>
<tr><td>统筹支付</td><td class="r">{t(yuan(b.fund))}</td></tr><tr><td>个人支付</td><td class="r">{t(yuan(b.total - b.fund))}</td></tr></table><div style="margin-top:6px">收费员 {t(f"{dice.randint(100, 999)}")}　日期 {t(d("issue_date", s.start, "/"))}</div>
<div>收费单位 {f("hospital_name", s.hospital)}</div><div style="font-size:10px;margin-top:6px">此收据经盖章有效　当日可退　遗失不补</div></div>"""
    body += seal(
        "门诊部收", "费专用章", shape="square", size=96, at=(190, 470), turn=dice.uniform(-12, 12), ink=0.6
    )
    css = f".g td{{border-color:{c};height:25px;padding:0 5px}}body{{background:#f8fbff}}"
    return page(body, css, font=SONG, size=13, pad="18px 18px")


def machine(dice: random.Random) -> str:
    """Inner Mongolia: a machine's slip that tells of the electronic bill and how to fetch it."""
    s = stay(dice, NM, "county", GENERAL)
    b = bill(dice, OUTSIDE, 300)
    rule = f'<div style="white-space:nowrap;overflow:hidden">{"=" * 34}</div>'
    k: Callable[..., str] = lambda a, v: (
        f'<div style="display:flex"><span style="width:104px">{a}</span><span style="flex:1">{v}</span></div>'
    )
    body = f"""<div class="c" style="font-size:17px">{f("hospital_name", s.hospital)}</div><div class="c" style="font-size:15px;margin-bottom:6px">医疗电子票据告知单</div>{rule}
{k("患者姓名", f("patient_name", s.p.name))}{k("性别/年龄", f("sex", s.p.sex) + " / " + f("age", s.age, f"{s.age}岁"))}{k("门诊ID", f("record_number", s.number))}{k("医保卡号", f("card_number", f"15{dice.randint(10**7, 10**8)}"))}{k("身份类型", insurance(s, {"employee": "职工医保", "resident": "居民医保"}))}
{k("开单科室", f("department", s.ill.dept))}{k("开单医生", f("physician_name", s.doctors[0]))}{k("诊断", f("diagnosis", s.ill.first[0]))}{rule}{"".join(k(n, f'<span style="float:right">{yuan(m)}</span>') for n, m in b.items)}{rule}
{k("合计", f'<b style="float:right">{yuan(b.total)}</b>')}{k("医保支付", f'<span style="float:right">{yuan(b.fund)}</span>')}{k("个人支付", f'<span style="float:right">{yuan(b.total - b.fund)}</span>')}{rule}
{k("票据代码", f"15060{dice.randint(100, 199)}")}{k("票据号码", f"{dice.randint(0, 10**10):010d}")}{k("校验码", f"{dice.randrange(16**6):06x}")}{k("开票时间", d("issue_date", s.start, "-", at(dice, True)))}<div class="c" style="margin:10px 0 4px">{matrix(dice, 116)}</div>
<div class="c" style="font-size:12px">微信扫码查看或下载电子票据<br>本单不作报销凭证　{style(s.start, "/")} 自助机{dice.randint(1, 20):02d}号</div>"""
    return page(body, "body{background:#fdfdfb}", font=dice.choice((MICRO, SONG)), size=14, pad="20px 20px")


KIND = "medical_invoice"
TEMPLATES: dict[str, Template] = {
    "strand-paper-outpatient-shaanxi": Template(KIND, 794, 490, shaanxi),
    "strand-paper-inpatient-guangxi": Template(KIND, 794, 490, guangxi),
    "strand-paper-narrow-tianjin": Template(KIND, 330, 620, tianjin),
    "strand-paper-machine-neimeng": Template(KIND, 360, 900, machine),
}
