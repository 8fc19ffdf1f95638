"""People, illnesses and pieces of HTML shared by the forms of many provinces."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence
from html import escape

from benchmarks.reading.templates.develop import html as h
from benchmarks.reading.templates.develop.people import Person, Place, day, name, person, shown

FANG = "'AR PL UKai CN','LXGW WenKai',serif"
DOT = "'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei',monospace"
UMING = "'AR PL UMing CN','Noto Serif CJK SC',serif"

PLACES = {
    "济南": Place("370112", "山东省", "济南市", "历城区", "花园路"),
    "菏泽": Place("371702", "山东省", "菏泽市", "牡丹区", "中华东路"),
    "洛阳": Place("410311", "河南省", "洛阳市", "洛龙区", "开元大道"),
    "绵阳": Place("510703", "四川省", "绵阳市", "涪城区", "长虹大道中段"),
    "绍兴": Place("330602", "浙江省", "绍兴市", "越城区", "延安东路"),
    "江津": Place("500116", "重庆市", "", "江津区", "几江街道大同路"),
    "黄石": Place("420202", "湖北省", "黄石市", "黄石港区", "湖滨大道"),
    "咸阳": Place("610402", "陕西省", "咸阳市", "秦都区", "人民西路"),
    "抚顺": Place("210402", "辽宁省", "抚顺市", "新抚区", "中央大街"),
    "汕头": Place("440511", "广东省", "汕头市", "金平区", "长平路"),
    "柳州": Place("450202", "广西壮族自治区", "柳州市", "城中区", "文昌路"),
    "曲靖": Place("530302", "云南省", "曲靖市", "麒麟区", "南宁西路"),
    "保定": Place("130602", "河北省", "保定市", "竞秀区", "朝阳北大街"),
    "芜湖": Place("340202", "安徽省", "芜湖市", "镜湖区", "北京中路"),
    "天水": Place("620502", "甘肃省", "天水市", "秦州区", "民主东路"),
    "包头": Place("150203", "内蒙古自治区", "包头市", "昆都仑区", "钢铁大街"),
    "四平": Place("220302", "吉林省", "四平市", "铁西区", "新华大街"),
    "泉州": Place("350502", "福建省", "泉州市", "鲤城区", "温陵南路"),
    "盐城": Place("320902", "江苏省", "盐城市", "亭湖区", "毓龙东路"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Sick:
    """What a form says of an illness."""

    claim: str
    diagnoses: tuple[str, ...]
    story: str
    drug: str
    department: str


SICKNESSES = (
    Sick("高血压病（有心、脑、肾、眼并发症之一）", ("原发性高血压3级 很高危", "高血压性心脏病"),
         "患者12年前体检发现血压升高，最高达186/108mmHg，长期口服硝苯地平控释片，血压控制欠佳。半年来活动后胸闷气短，心脏彩超示左室壁增厚、左室舒张功能减退，眼底检查示动脉硬化Ⅱ级。", "沙库巴曲缬沙坦钠片", "心血管内科"),
    Sick("糖尿病（合并严重并发症）", ("2型糖尿病性周围神经病变", "糖尿病肾病Ⅳ期", "高甘油三酯血症"),
         "发现血糖升高15年，现用门冬胰岛素30早16u、晚14u皮下注射，空腹血糖波动于8.2～13.6mmol/L，糖化血红蛋白9.4%，尿微量白蛋白/肌酐412mg/g，双下肢麻木刺痛，四肢肌电图示周围神经损害。", "司美格鲁肽注射液", "内分泌代谢科"),
    Sick("慢性阻塞性肺疾病", ("慢性阻塞性肺疾病（GOLD 3级）", "Ⅱ型呼吸衰竭"),
         "咳嗽、咳痰20余年，活动后气促6年。近一年因急性加重住院2次。肺功能：FEV1/FVC 48%，FEV1占预计值36%，支气管舒张试验阴性。", "布地格福吸入气雾剂", "呼吸内科"),
    Sick("恶性肿瘤门诊放化疗", ("左肺腺癌 cT3N2M1a ⅣA期", "左侧恶性胸腔积液"),
         "因咳嗽伴痰中带血1月就诊，胸部增强CT示左肺上叶占位，经皮肺穿刺活检病理示浸润性腺癌，基因检测EGFR 19外显子缺失突变，现行靶向治疗。", "甲磺酸奥希替尼片", "肿瘤科"),
    Sick("尿毒症透析", ("慢性肾脏病5期", "肾性高血压", "肾性贫血"),
         "血肌酐升高5年，2024年起规律血液透析每周三次，近期血肌酐876μmol/L，血红蛋白82g/L，甲状旁腺激素634pg/mL。", "罗沙司他胶囊", "肾病科"),
    Sick("系统性红斑狼疮", ("系统性红斑狼疮", "狼疮性肾炎Ⅳ型"),
         "面部蝶形红斑伴关节痛3年，ANA 1:1000，抗ds-DNA阳性，补体C3降低，24小时尿蛋白定量3.2g，口服泼尼松及羟氯喹维持。", "注射用泰它西普", "风湿免疫科"),
    Sick("类风湿关节炎", ("类风湿性关节炎",),
         "双手近端指间关节、腕关节对称性肿痛8年，晨僵大于1小时，RF 312IU/mL，抗CCP抗体＞200RU/mL，双手X线示骨质侵蚀。", "托法替布片", "风湿免疫科"),
    Sick("脑血管意外后遗症", ("脑梗死恢复期", "左侧肢体偏瘫", "血管性痴呆"),
         "2024年初突发左侧肢体无力，头颅MRI示右侧基底节区脑梗死，经治疗后遗留左侧肢体肌力3级，生活部分自理，Barthel指数45分。", "丁苯酞软胶囊", "神经内科二病区"),
    Sick("肝硬化失代偿期", ("乙型肝炎肝硬化（失代偿期）", "腹水", "门静脉高压"),
         "乙肝病史20余年，近1年反复腹胀、双下肢水肿，腹部彩超示肝硬化、脾大、腹水，HBV-DNA 2.4×10^5IU/mL，Child-Pugh C级。", "富马酸丙酚替诺福韦片", "感染性疾病科"),
    Sick("再生障碍性贫血", ("重型再生障碍性贫血",), "乏力伴皮肤瘀点半年，血象三系减低，骨髓穿刺及活检示造血组织明显减少，依赖输血。", "海曲泊帕乙醇胺片", "血液病科"),
)  # fmt: skip


def who(dice: random.Random, where: str, **ages: int) -> Person:
    """A person of one of these places."""
    return dataclasses.replace(person(dice, **ages), place=PLACES[where])


def sick(dice: random.Random) -> Sick:
    """An illness."""
    return dice.choice(SICKNESSES)


def boxes(field: str, value: str, size: int = 19, *, style: str = "") -> str:
    """A number with one character a cell."""
    cell = f"display:inline-block;width:{size}px;height:{size + 3}px;border:1px solid #333;margin-left:-1px;text-align:center;line-height:{size + 1}px"
    inner = "".join(f'<i style="{cell};font-style:normal">{c}</i>' for c in value)
    return f'<span data-field="{field}" data-value="{escape(value)}" style="white-space:nowrap;{style}">{inner}</span>'


def line(inner: str = "", width: int = 120, align: str = "center") -> str:
    """A blank to fill, underlined."""
    return f'<span style="display:inline-block;min-width:{width}px;border-bottom:1px solid #222;text-align:{align};padding:0 4px;line-height:1.35">{inner or "&nbsp;"}</span>'


def ticks(options: Sequence[str], chosen: str | None, mark: str = "☑", join: str = "  ") -> str:
    """Boxes of which none is a field of the contract."""
    return join.join(f"{mark if o == chosen else '□'}{o}" for o in options)


def pick(field: str, options: Sequence[tuple[str, str]], chosen: str | None, mark: str = "☑", join: str = "&emsp;") -> str:  # fmt: skip
    """Boxes of which the ticked one is a field: (value, words)."""
    return join.join(h.f(field, v, mark + s) if v == chosen else f"<span>□{s}</span>" for v, s in options)


def spaced(dice: random.Random, when: dt.date) -> str:
    """A date with gaps, as Word forms keep them."""
    gap = dice.choice(("", " ", "  "))
    return f"{when.year}{gap}年{gap}{when.month}{gap}月{gap}{when.day}{gap}日"


def scribble(text: str, size: int = 21) -> str:
    """A name that an official wrote."""
    return h.hand(text, size)


def qr(dice: random.Random, size: int, n: int = 29, ink: str = "#000") -> str:
    """A square that looks like a QR code."""
    u, cells = size / n, ""
    for y in range(n):
        for x in range(n):
            corner = (x < 8 and y < 8) or (x > n - 9 and y < 8) or (x < 8 and y > n - 9)
            if not corner and dice.random() < 0.48:
                cells += (
                    f'<rect x="{x * u:.2f}" y="{y * u:.2f}" width="{u + 0.1:.2f}" height="{u + 0.1:.2f}"/>'
                )
    for x, y in ((0, 0), (n - 7, 0), (0, n - 7)):
        cells += f'<path d="M{x * u} {y * u}h{7 * u}v{7 * u}h{-7 * u}zM{(x + 1) * u} {(y + 1) * u}v{5 * u}h{5 * u}v{-5 * u}z" fill-rule="evenodd"/><rect x="{(x + 2) * u}" y="{(y + 2) * u}" width="{3 * u}" height="{3 * u}"/>'
    return f'<svg width="{size}" height="{size}" fill="{ink}" style="display:block">{cells}</svg>'


def face(dice: random.Random, width: int, height: int, *, back: str = "#c9dbe8", grey: bool = False) -> str:
    """A face for a card: a drawing, nobody's."""
    skin, hair, coat = (
        ("#c8c8c8", "#333", "#666")
        if grey
        else (
            dice.choice(("#e8bf9d", "#dcae89", "#f0cdb0")),
            dice.choice(("#1d1a1a", "#3a3533", "#777")),
            dice.choice(("#2d3550", "#6b2a2a", "#3c4a3c")),
        )
    )
    long = dice.random() < 0.45
    style = f"display:inline-block;width:{width}px;height:{height}px;background:{back};overflow:hidden"
    drawn = (
        (
            f'<path d="M28 50 Q26 18 50 17 Q74 18 72 50 L76 88 L24 88 Z" fill="{hair}"/>'
            if long
            else f'<path d="M29 46 Q28 18 50 17 Q72 18 71 46 Z" fill="{hair}"/>'
        )
        + f'<path d="M8 125 Q12 92 40 88 L60 88 Q88 92 92 125 Z" fill="{coat}"/><rect x="42" y="72" width="16" height="20" fill="{skin}"/>'
        f'<ellipse cx="50" cy="52" rx="20" ry="26" fill="{skin}"/><path d="M30 46 Q34 26 50 27 Q66 26 70 46 Q60 34 50 34 Q40 34 30 46 Z" fill="{hair}"/>'
        '<ellipse cx="42" cy="52" rx="3" ry="1.7" fill="#222"/><ellipse cx="58" cy="52" rx="3" ry="1.7" fill="#222"/>'
        '<path d="M37 46 h9 M54 46 h9 M50 54 l-2 8 h4" stroke="#54453c" stroke-width="1.4" fill="none"/><path d="M43 68 q7 4 14 0" stroke="#a0524c" stroke-width="2" fill="none"/>'
    )
    return f'<span data-face="1" style="{style}"><svg width="{width}" height="{height}" viewBox="0 0 100 125" preserveAspectRatio="xMidYMax slice">{drawn}</svg></span>'


def other(dice: random.Random) -> str:
    """A name of somebody else."""
    return name(dice, dice.choice("男女"))


def when(dice: random.Random, first: str = "2024-02-01", last: str = "2025-11-20") -> dt.date:
    """A day of the paper."""
    return day(dice, first, last)


def at(dice: random.Random, moment: dt.date, style: str | None = None) -> str:
    """A date as printed."""
    return shown(dice, moment, style)
