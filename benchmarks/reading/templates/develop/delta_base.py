"""What the papers of the lower Yangtze and the south share: people, hospitals, illnesses, phones, codes."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, replace

from benchmarks.reading.templates.develop.html import HEI, MICRO, SONG, f
from benchmarks.reading.templates.develop.people import Person, Place, name, person

UMING = "'AR PL UMing CN','Noto Serif CJK SC',serif"
ZEN = "'WenQuanYi Zen Hei','Noto Sans CJK SC',sans-serif"
MONO = "'WenQuanYi Zen Hei Mono','Noto Sans Mono CJK SC',monospace"
SHARP = "'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei',sans-serif"
PRINTS = (SONG, UMING, HEI, ZEN, MICRO)

PLACES = (
    Place("320283", "江苏省", "无锡市", "宜兴市", "阳羡东路"),
    Place("320583", "江苏省", "苏州市", "昆山市", "前进中路"),
    Place("320922", "江苏省", "盐城市", "滨海县", "向阳大道"),
    Place("321084", "江苏省", "扬州市", "高邮市", "海潮东路"),
    Place("330327", "浙江省", "温州市", "苍南县", "玉苍路"),
    Place("330681", "浙江省", "绍兴市", "诸暨市", "暨阳路"),
    Place("331022", "浙江省", "台州市", "三门县", "广场路"),
    Place("310115", "上海市", "上海市", "浦东新区", "川沙路"),
    Place("440605", "广东省", "佛山市", "南海区", "桂平西路"),
    Place("441881", "广东省", "清远市", "英德市", "金子山大道"),
    Place("440902", "广东省", "茂名市", "茂南区", "油城四路"),
    Place("430121", "湖南省", "长沙市", "长沙县", "星沙大道"),
    Place("430481", "湖南省", "衡阳市", "耒阳市", "西湖北路"),
    Place("430723", "湖南省", "常德市", "澧县", "桃花滩路"),
    Place("360121", "江西省", "南昌市", "南昌县", "澄湖西路"),
    Place("360781", "江西省", "赣州市", "瑞金市", "红都大道"),
    Place("341181", "安徽省", "滁州市", "天长市", "建设东路"),
    Place("341523", "安徽省", "六安市", "舒城县", "龙津大道"),
)


@dataclass(frozen=True)
class Case:
    """One patient's illness as papers word it."""

    claim: str
    final: tuple[tuple[str, str], ...]
    first: tuple[str, ...]
    complaint: str
    course: str


CASES = (
    Case("糖尿病", (("2型糖尿病性周围神经病", "E11.400x301"), ("2型糖尿病肾病（G2A2期）", "E11.200x201"), ("颈动脉粥样硬化", "I70.800x014")),
         ("糖尿病", "泌尿系感染？"), "发现血糖升高11年，双足麻木3月余", "入院后予门冬胰岛素30早22u晚18u餐前皮下注射，甲钴胺营养神经、依帕司他改善代谢，监测七点血糖"),
    Case("慢性阻塞性肺疾病", (("慢性阻塞性肺疾病伴急性下呼吸道感染", "J44.000"), ("慢性肺源性心脏病", "I27.900x003"), ("低钾血症", "E87.600")),
         ("AECOPD", "肺部感染"), "反复咳喘15年，加重伴双下肢浮肿1周", "予持续低流量吸氧、哌拉西林他唑巴坦4.5g q8h抗感染、甲泼尼龙40mg qd抗炎、布地奈德雾化吸入等处理"),
    Case("慢性肾功能衰竭（透析治疗）", (("慢性肾脏病5期", "N18.001"), ("肾性贫血", "D63.803*"), ("肾性高血压", "I15.100")),
         ("慢性肾衰竭 尿毒症期",), "维持性血液透析2年，乏力、胸闷2天", "予规律血液透析（每周3次，每次4小时）、重组人促红素10000IU qw、碳酸司维拉姆降磷、控制血压"),
    Case("冠心病", (("冠状动脉粥样硬化性心脏病", "I25.103"), ("不稳定型心绞痛", "I20.000"), ("冠状动脉支架植入术后状态", "Z95.501"), ("高胆固醇血症", "E78.001")),
         ("胸痛待查：冠心病？",), "活动后胸骨后压榨样疼痛半年，再发4小时", "冠脉造影示前降支中段狭窄85%，于LAD植入支架1枚，术后予阿司匹林、替格瑞洛双联抗血小板及瑞舒伐他汀调脂"),
    Case("恶性肿瘤门诊治疗", (("乳房恶性肿瘤", "C50.900"), ("手术后恶性肿瘤化学治疗", "Z51.102"), ("白细胞减少", "D72.801")),
         ("左乳癌术后",), "左乳癌改良根治术后5月，行第4周期化疗", "排除禁忌后于次日行TCbH方案第4程：多西他赛120mg+卡铂500mg+曲妥珠单抗360mg，过程顺利，予止吐护胃"),
    Case("脑卒中后遗症", (("脑梗死恢复期", "I69.301"), ("偏瘫", "G81.900"), ("高血压病3级（很高危）", "I10.x05")),
         ("脑梗塞后遗症", "高血压"), "左侧肢体活动不利伴言语含糊1年余", "予吡拉西坦、丁苯酞改善脑循环，偏瘫肢体综合训练、言语训练、针刺运动疗法每日1次"),
    Case("类风湿关节炎", (("类风湿性关节炎", "M06.900"), ("类风湿性肺间质病变", "M05.102+J99.0*"), ("继发性骨质疏松", "M81.801")),
         ("多关节痛待查",), "四肢多关节对称性肿痛6年，晨僵加重20天", "予甲氨蝶呤10mg qw、来氟米特20mg qd、艾拉莫德25mg bid，联合塞来昔布止痛，补钙"),
    Case("肝硬化", (("乙型肝炎后肝硬化失代偿期", "K74.607"), ("食管胃底静脉曲张", "I86.806"), ("腹腔积液", "R18.x00")),
         ("肝硬化 腹水",), "乏力、腹胀3月，尿少1周", "予恩替卡韦抗病毒、呋塞米及螺内酯利尿、补充人血白蛋白10g qd×5天，腹围由96cm降至88cm"),
)  # fmt: skip


def who(dice: random.Random, youngest: int = 33, oldest: int = 86) -> Person:
    """A patient of one of the places."""
    return replace(person(dice, youngest=youngest, oldest=oldest), place=dice.choice(PLACES))


def home(p: Person) -> str:
    """An address as this region writes it."""
    q = p.place
    head = "" if q.province == q.city else q.province
    where = (f"{q.road}{p.house}弄{p.house % 40 + 1}号{p.house % 6 + 1}0{p.house % 4 + 1}室",
             f"城关街道和睦社区{q.road}{p.house}号锦绣花园{p.house % 20 + 1}幢{p.house % 3 + 1}单元502",
             f"大塘镇联丰村上圩组{p.house}号")[p.house % 3]  # fmt: skip
    return f"{head}{q.city}{q.county}{where}"


def hospital(dice: random.Random, place: Place) -> tuple[str, str]:
    """A hospital of the place and its grade."""
    county, city = place.county, place.city.removesuffix("市")
    short = county[:-1] if len(county) > 2 else county
    return dice.choice((
        (f"{county}人民医院", "三级乙等"), (f"{city}市第{dice.choice('一二三四')}人民医院", "三级甲等"),
        (f"{short}协和医院", "二级甲等"), (f"{county}中医院", "三级乙等"), (f"{city}大学附属医院", "三级甲等"),
        (f"{county}中西医结合医院", "二级甲等"), (f"{place.province.removesuffix('省').removesuffix('市')}医科大学第二附属医院", "三级甲等"),
        (f"{county}第二人民医院医疗健康集团总院", "二级甲等"), (f"{city}市中心医院（{short}院区）", "三级甲等"),
    ))  # fmt: skip


def doctor(dice: random.Random) -> str:
    """A doctor's name."""
    return name(dice, dice.choice("男女"))


def case(dice: random.Random) -> Case:
    """An illness."""
    return dice.choice(CASES)


STYLES = ("-", "-", "/", ".", "年", "年0", "")


def date_text(when: dt.date, style: str) -> str:
    """A date in one of ``STYLES``."""
    if style == "年":
        return f"{when.year}年{when.month}月{when.day}日"
    if style == "年0":
        return f"{when:%Y}年{when:%m}月{when:%d}日"
    return f"{when:%Y}{style}{when:%m}{style}{when:%d}"


def when(field: str, day: dt.date, style: str, clock: str = "") -> str:
    """A date of a field; ``clock`` follows it."""
    return f(field, day.isoformat(), date_text(day, style) + (f" {clock}" if clock else ""))


def clock(dice: random.Random, seconds: bool = True) -> str:
    """A time of day in office hours."""
    text = f"{dice.randint(7, 17):02d}:{dice.randint(0, 59):02d}"
    return text + f":{dice.randint(0, 59):02d}" * seconds


def digits(dice: random.Random, n: int, first: str = "") -> str:
    """A number of ``n`` digits after ``first``."""
    return first + "".join(str(dice.randint(0, 9)) for _ in range(n))


def bars(dice: random.Random, width: int = 160, height: int = 34) -> str:
    """Something that looks like a one-dimensional code."""
    x, body = 0, ""
    while x < width:
        w = dice.choice((1, 1, 2, 3))
        body += f'<rect x="{x}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 1, 2, 2, 3))
    return f'<svg width="{width}" height="{height}" style="display:block">{body}</svg>'


def squares(dice: random.Random, size: int = 84, n: int = 25) -> str:
    """Something that looks like a two-dimensional code."""
    k = size / n
    body = "".join(
        f'<rect x="{x * k:.1f}" y="{y * k:.1f}" width="{k:.1f}" height="{k:.1f}"/>'
        for x in range(n) for y in range(n)
        if dice.random() < 0.5 and not ((x < 8 or x > n - 9) and y < 8) and not (x < 8 and y > n - 9)
    )  # fmt: skip
    for x, y in ((0, 0), (n - 7, 0), (0, n - 7)):
        body += (
            f'<rect x="{(x + 0.5) * k:.1f}" y="{(y + 0.5) * k:.1f}" width="{6 * k:.1f}" height="{6 * k:.1f}" fill="none" '
            f'stroke="#000" stroke-width="{k:.1f}"/><rect x="{(x + 2) * k:.1f}" y="{(y + 2) * k:.1f}" width="{3 * k:.1f}" height="{3 * k:.1f}"/>'
        )
    return f'<svg width="{size}" height="{size}">{body}</svg>'


def phone(title: str, body: str, dice: random.Random, *, accent: str = "#1677ff", css: str = "", dark: bool = False) -> str:  # fmt: skip
    """A long screenshot of a phone, 750 CSS pixels wide."""
    ink, back = ("#fff", accent) if dark else ("#111", "#fff")
    battery = dice.randint(11, 99)
    return (
        "<!DOCTYPE html><html lang='zh-CN'><head><meta charset='utf-8'><style>*{box-sizing:border-box}"
        f"html,body{{margin:0;height:100%}}body{{font-family:{dice.choice((HEI, HEI, MICRO))};font-size:27px;color:#222;background:#f3f4f7;"
        "line-height:1.5;overflow:hidden;position:relative}.bar{display:flex;justify-content:space-between;padding:14px 34px 6px;font-size:24px;font-weight:600}"
        ".nav{display:flex;align-items:center;justify-content:center;height:84px;font-size:33px;font-weight:500;position:relative}"
        ".card{background:#fff;border-radius:18px;margin:20px 22px;padding:22px 26px}.l{display:flex;justify-content:space-between;padding:9px 0;gap:24px}"
        ".l>i{font-style:normal;color:#8a8f99;flex:none}.l>b{font-weight:400;text-align:right}.t{font-weight:600;font-size:30px;margin-bottom:10px}"
        f".s{{color:#9a9fa8;font-size:22px}}table{{border-collapse:collapse;width:100%}}td,th{{text-align:left;font-weight:400;padding:10px 4px}}{css}</style></head><body>"
        f'<div style="background:{back};color:{ink}"><div class="bar"><span>{dice.randint(7, 22)}:{dice.randint(0, 59):02d}</span>'
        f"<span>{dice.choice(('5G', '4G', 'WiFi'))} {battery}%</span></div>"
        f'<div class="nav"><span style="position:absolute;left:30px;font-size:40px">‹</span>{title}'
        f'<span style="position:absolute;right:26px;border:2px solid {"#ffffff88" if dark else "#ddd"};border-radius:40px;padding:2px 22px;font-size:24px">··· ◎</span></div></div>'
        f"{body}</body></html>"
    )
