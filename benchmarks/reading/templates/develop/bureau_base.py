"""People, places, conditions and small pieces that the papers of insurance bureaus share."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.people import PLACES, SURNAMES, Person, Place, person

TEMPLATES: dict[str, Template] = {}
"""None here: layouts are in the other files."""

UMING = "'AR PL UMing CN','Noto Serif CJK SC',serif"
WENKAI = "'LXGW WenKai','AR PL UKai CN',serif"
ZEN = "'WenQuanYi Zen Hei','Noto Sans CJK SC',sans-serif"

ELSEWHERE = (
    Place("370812", "山东省", "济宁市", "兖州区", "建设西路"),
    Place("371721", "山东省", "菏泽市", "曹县", "青菏南路"),
    Place("411627", "河南省", "周口市", "太康县", "未来大道"),
    Place("410327", "河南省", "洛阳市", "宜阳县", "红旗中路"),
    Place("421126", "湖北省", "黄冈市", "蕲春县", "漕河大道"),
    Place("510722", "四川省", "绵阳市", "三台县", "梓州干道"),
    Place("511381", "四川省", "南充市", "阆中市", "张飞北街"),
    Place("320924", "江苏省", "盐城市", "射阳县", "解放路"),
    Place("130528", "河北省", "邢台市", "宁晋县", "凤凰路"),
    Place("341226", "安徽省", "阜阳市", "颍上县", "解放北路"),
    Place("341524", "安徽省", "六安市", "金寨县", "江店街"),
    Place("620522", "甘肃省", "天水市", "秦安县", "成纪大道"),
    Place("520328", "贵州省", "遵义市", "湄潭县", "天文大道"),
    Place("530381", "云南省", "曲靖市", "宣威市", "振兴街"),
    Place("610526", "陕西省", "渭南市", "蒲城县", "延安路"),
    Place("210781", "辽宁省", "锦州市", "凌海市", "国庆路"),
    Place("350823", "福建省", "龙岩市", "上杭县", "紫金路"),
    Place("330726", "浙江省", "金华市", "浦江县", "人民东路"),
    Place("441424", "广东省", "梅州市", "五华县", "华兴北路"),
    Place("150429", "内蒙古自治区", "赤峰市", "宁城县", "铁西大街"),
    Place("141182", "山西省", "吕梁市", "汾阳市", "胜利西街"),
)
CITIES = (
    ("上海市", "浦东新区", "川沙路"), ("广东省深圳市", "龙岗区", "布吉街道吉华路"), ("浙江省杭州市", "余杭区", "良渚街道古墩路"),
    ("江苏省苏州市", "吴中区", "木渎镇金山路"), ("广东省东莞市", "", "长安镇德政中路"), ("北京市", "通州区", "梨园镇云景东路"),
    ("福建省泉州市", "晋江市", "青阳街道世纪大道"), ("海南省三亚市", "吉阳区", "迎宾路"), ("湖北省武汉市", "洪山区", "珞狮路"),
)  # fmt: skip
_MEN = (
    "建军", "卫东", "国庆", "志刚", "德胜", "长顺", "玉山", "云飞", "振华", "启明", "学文", "宗泽", "子豪", "浩然", "满堂", "金龙",
    "树林", "洪涛", "传宝", "乃文", "锡坤", "耀祖", "守信", "占奎", "保国", "维民", "庭辉", "俊", "磊", "斌", "鹏", "毅",
)  # fmt: skip
_WOMEN = (
    "秀兰", "桂芳", "淑华", "玉珍", "凤英", "爱莲", "素梅", "美琼", "金枝", "银花", "雪琴", "晓燕", "雅婷", "思颖", "菊香", "腊梅",
    "翠云", "荷花", "润英", "巧云", "惠芬", "佩瑶", "春桃", "冬妹", "细妹", "招娣", "蕾", "倩", "琼", "蓉", "薇", "莹",
)  # fmt: skip
TITLES = ("主任医师", "副主任医师", "主治医师")
CATEGORIES = (
    ("settled_retirement", "异地安置退休人员"), ("long_residence", "异地长期居住人员"), ("posted_work", "常驻异地工作人员"),
    ("referral", "异地转诊就医人员"), ("temporary", "其他临时外出就医人员"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """A claimed disease, diagnoses that fit, a department and a summary."""

    claim: str
    diagnoses: tuple[str, ...]
    department: str
    summary: str


CONDITIONS = (
    Condition("高血压", ("高血压病3级 很高危", "高血压性心脏病"), "心内科", "发现血压升高11年，最高190/110mmHg，长期口服降压药，近半年头晕加重，动态血压示全天血压负荷增高。"),
    Condition("糖尿病", ("2型糖尿病", "糖尿病肾病Ⅲ期", "糖尿病周围血管病变"), "内分泌科", "多饮、多尿9年，空腹血糖波动于9-13mmol/L，胰岛素治疗中，双下肢麻木、刺痛，尿微量白蛋白增高。"),
    Condition("冠心病", ("冠状动脉粥样硬化性心脏病", "陈旧性下壁心肌梗死", "PCI术后"), "心血管内科", "活动后胸闷3年，冠脉造影提示前降支中段狭窄85%，植入支架1枚，术后规律双联抗血小板治疗。"),
    Condition("慢性阻塞性肺疾病", ("慢性阻塞性肺疾病（GOLD 3级）", "肺源性心脏病"), "呼吸内科", "反复咳嗽、咳痰15年，气促4年，肺功能FEV1/FVC 52%，每年冬春季急性加重住院2次以上。"),
    Condition("慢性肾功能衰竭（尿毒症期）", ("慢性肾脏病5期", "肾性贫血", "肾性高血压"), "肾病科", "血肌酐进行性升高至812μmol/L，左前臂动静脉内瘘术后，规律血液透析每周3次。"),
    Condition("肝硬化", ("乙型肝炎后肝硬化（失代偿期）", "门静脉高压"), "肝病科", "乙肝病史20余年，腹胀、下肢浮肿半年，CT示肝硬化、脾大、腹水，胃镜见食管静脉曲张（中度）。"),
    Condition("脑血管病后遗症", ("脑梗死恢复期", "左侧肢体偏瘫"), "神经内科", "左侧肢体活动不灵8月，左上肢肌力3级，行走需扶拐，头颅MR示右侧基底节区软化灶。"),
    Condition("类风湿性关节炎", ("类风湿性关节炎（活动期）",), "风湿免疫科", "双手近端指间关节、腕关节对称性肿痛6年，晨僵大于1小时，RF 186IU/ml，抗CCP抗体阳性。"),
    Condition("系统性红斑狼疮", ("系统性红斑狼疮", "狼疮性肾炎Ⅳ型"), "风湿免疫科", "面部蝶形红斑、口腔溃疡4年，抗dsDNA抗体阳性，24小时尿蛋白1.9g，激素联合免疫抑制剂治疗。"),
    Condition("恶性肿瘤", ("左乳浸润性导管癌术后", "化疗后骨髓抑制Ⅱ度"), "肿瘤科", "左乳癌改良根治术后，病理：浸润性导管癌Ⅱ级，淋巴结转移2/17，术后化疗4周期，内分泌治疗中。"),
    Condition("帕金森病", ("帕金森病（Hoehn-Yahr 3级）",), "神经内科", "右上肢静止性震颤5年，渐累及左侧，动作迟缓，口服多巴丝肼有效，出现剂末现象。"),
    Condition("精神分裂症", ("偏执型精神分裂症",), "精神科", "凭空闻语、疑人加害10余年，先后住院5次，长期服用奥氮平，现病情部分缓解，需维持治疗。"),
    Condition("慢性心力衰竭", ("慢性心力衰竭 心功能Ⅲ级", "扩张型心肌病", "心房颤动"), "心内科", "活动后气促、夜间不能平卧2年，心脏彩超示左室舒张末径68mm，LVEF 34%，NT-proBNP 3860pg/ml。"),
    Condition("再生障碍性贫血", ("慢性再生障碍性贫血",), "血液科", "乏力、皮肤瘀斑3年，三系减少，骨髓活检示增生减低，口服环孢素治疗，间断输血。"),
    Condition("强直性脊柱炎", ("强直性脊柱炎",), "骨科", "腰骶部疼痛伴晨僵7年，HLA-B27阳性，骶髂关节CT示双侧Ⅲ级改变，生物制剂治疗中。"),
    Condition("支气管哮喘", ("支气管哮喘（重度持续）", "过敏性鼻炎"), "呼吸与危重症医学科", "发作性喘息12年，支气管舒张试验阳性，近1年急诊就诊3次，长期吸入糖皮质激素。"),
)  # fmt: skip


def someone(
    dice: random.Random, places: Sequence[Place] = ELSEWHERE, *, youngest: int = 24, oldest: int = 86
) -> Person:
    """An invented person of one of the places."""
    who = replace(person(dice, youngest=youngest, oldest=oldest), place=dice.choice(places))
    if dice.random() < 0.75:
        given = dice.choice(_MEN if who.sex == "男" else _WOMEN)
        who = replace(who, name=dice.choice(SURNAMES) + given)
    return who


def anywhere(dice: random.Random) -> Sequence[Place]:
    """The two provinces' own places, or those of others."""
    return dice.choice((PLACES, ELSEWHERE))


def home(dice: random.Random, place: Place) -> str:
    """An address of the place, in one of several habits."""
    number = dice.randint(1, 260)
    start = dice.choice(
        (f"{place.province}{place.city}{place.county}", f"{place.city}{place.county}", place.county)
    )
    return start + dice.choice((
        f"{place.road}{number}号", f"{place.road}{number}号{dice.choice(('御景花园', '阳光家园', '华府小区', '供销社宿舍'))}{dice.randint(1, 22)}栋{dice.randint(1, 3)}单元{dice.randint(1, 18)}0{dice.randint(1, 4)}室",
        f"{dice.choice(('大桥镇', '石门乡', '双塘镇', '清水乡', '古市镇'))}{dice.choice(('柳树村', '下湾村', '杨家庄村', '新屋村'))}{dice.randint(1, 14)}组{number}号",
        f"{dice.choice(('城关镇', '城南街道', '东关街道'))}{dice.choice(('文昌', '和平', '向阳'))}社区{place.road}{number}-{dice.randint(1, 9)}号",
    ))  # fmt: skip


def clinic(dice: random.Random, place: Place) -> tuple[str, str]:
    """An invented hospital of the place and its level."""
    city = place.city
    county = place.county.removesuffix("苗族自治县")
    if county != place.county:
        county += "县"
    return dice.choice((
        (f"{city}中心医院", "三级甲等"), (f"{city}第{dice.choice('一二三四')}人民医院", "三级甲等"),
        (f"{city}中西医结合医院", "三级乙等"), (f"{county}人民医院", "二级甲等"), (f"{county}中医院", "二级甲等"),
        (f"{city}职工医院", "二级乙等"), (f"{city[:-1]}医学高等专科学校第二附属医院", "三级甲等"), (f"{county}第二人民医院", "二级甲等"),
        (f"{city}精神卫生中心", "三级乙等"), (f"{county}妇幼保健院", "二级甲等"), (f"{county}中医医院（{county[:-1]}骨伤医院）", "二级甲等"),
    ))  # fmt: skip


def farther(dice: random.Random, place: Place) -> str:
    """A hospital that one is referred to."""
    return dice.choice((
        f"{place.province[:-1]}医科大学第{dice.choice('一二三')}附属医院", f"{place.province}人民医院", f"{place.province}肿瘤医院", "华东理医大学附属同和医院",
        "南方仁济大学附属珠海路医院", "上海市长宁路心血管病医院",
    ))  # fmt: skip


def tag(
    name: str, value: object, html: str | None = None, *, css: str = "", element: str = "span", cls: str = ""
) -> str:
    """A value with its truth around given HTML (escaped text where none is given)."""
    more = (f' class="{cls}"' if cls else "") + (f' style="{css}"' if css else "")
    inner = escape(str(value)) if html is None else html
    return f'<{element} data-field="{name}" data-value="{escape(str(value), quote=True)}"{more}>{inner}</{element}>'


def ln(html: str, width: int = 0) -> str:
    """A value on a line as wide as ``width``."""
    if not width:
        return f'<span style="border-bottom:1px solid #222;padding:0 5px">{html}</span>'
    return (
        f'<span style="display:inline-block;border-bottom:1px solid #222;min-width:{width}px;text-align:center;'
        f'padding:0 4px;line-height:1.35;min-height:1.35em;vertical-align:baseline">{html}</span>'
    )


def cells(name: str, value: str, size: int = 20, *, told: bool = True) -> str:
    """One character a cell; of somebody the truth does not tell if not ``told``."""
    inner = "".join(
        f'<span style="display:inline-block;width:{size}px;height:{size + 4}px;line-height:{size + 3}px;text-align:center;'
        f'border:1px solid #333;margin-left:-1px">{c}</span>'
        for c in value
    )
    return tag(name, value, inner, css="white-space:nowrap;letter-spacing:0") if told else inner


def day_text(dice: random.Random, when: dt.date, style: str | None = None) -> str:
    """A date as clerks, systems and printers write it."""
    style = style or dice.choice(("年", "年", "年0", "-", ".", "/", "/1", ".1", "年 ", "8"))
    y, m, d = when.year, when.month, when.day
    return {
        "年": f"{y}年{m}月{d}日", "年0": f"{y}年{m:02d}月{d:02d}日", "-": f"{y}-{m:02d}-{d:02d}", ".": f"{y}.{m:02d}.{d:02d}",
        "/": f"{y}/{m:02d}/{d:02d}", "/1": f"{y}/{m}/{d}", ".1": f"{y}.{m}.{d}", "年 ": f"{y} 年 {m} 月 {d} 日", "8": f"{y}{m:02d}{d:02d}",
    }[style]  # fmt: skip


def day(dice: random.Random, name: str, when: dt.date, style: str | None = None) -> str:
    """A date with its truth."""
    return tag(name, when.isoformat(), escape(day_text(dice, when, style)), css="white-space:nowrap")


def month(dice: random.Random, name: str, when: dt.date) -> str:
    """A date of which only the month is printed."""
    text = dice.choice(
        (f"{when.year}年{when.month}月", f"{when:%Y-%m}", f"{when:%Y.%m}", f"{when:%Y}/{when:%m}")
    )
    return tag(name, f"{when:%Y-%m}", text, css="white-space:nowrap")


def spaced(text: str, dice: random.Random) -> str:
    """A two-character name pulled apart, as forms like it, now and then."""
    return f"{text[0]}　{text[1]}" if len(text) == 2 and dice.random() < 0.4 else text


def name(dice: random.Random, field: str, who: str) -> str:
    """A person's name with its truth."""
    return tag(field, who, escape(spaced(who, dice)))


def pick(
    dice: random.Random, options: Sequence[str], chosen: str, *, mark: str | None = None, join: str = "　"
) -> str:
    """Boxes of which one is ticked; no truth."""
    mark = mark or dice.choice(("☑", "√", "■"))
    return join.join((mark if option == chosen else "□") + option for option in options)


def insured(dice: random.Random, kind: str, style: str | None = None) -> str:
    """The insurance, filled in or ticked."""
    style = style or dice.choice(("text", "long", "tick", "tick2"))
    staff = kind == "employee"
    if style == "text":
        return tag("insurance_type", kind, "职工" if staff else dice.choice(("居民", "城乡居民")))
    if style == "long":
        return tag(
            "insurance_type",
            kind,
            dice.choice(("职工基本医疗保险", "城镇职工医保"))
            if staff
            else dice.choice(("城乡居民基本医疗保险", "城乡居民医保")),
        )
    names = ("职工医保", "居民医保") if style == "tick" else ("城镇职工", "城乡居民")
    on = dice.choice(("☑", "√", "■"))
    left = tag("insurance_type", kind, on + names[0]) if staff else "□" + names[0]
    right = "□" + names[1] if staff else tag("insurance_type", kind, on + names[1])
    return f"{left}　{right}"


def kin(dice: random.Random, who: Person, agent: Person, *, pair: bool = True) -> str:
    """What the agent is to the other; a pair such as 母子 too, where forms ask for the relation."""
    man = agent.sex == "男"
    one = dice.choice(("儿子", "女婿", "侄子", "兄弟") if man else ("女儿", "儿媳", "侄女", "姐妹"))
    both = ("父" if who.sex == "男" else "母") + ("子" if man else "女")
    return dice.choice((one, both)) if pair else one


def phone(dice: random.Random) -> str:
    """An invented number that nobody has."""
    return f"1{dice.choice('35789')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}"


def doctor(dice: random.Random) -> str:
    """A doctor's name."""
    return someone(dice).name


def digits(dice: random.Random, count: int) -> str:
    """A number of so many digits."""
    return str(dice.randint(1, 9)) + "".join(dice.choice("0123456789") for _ in range(count - 1))


BLANK_DAY = "　　年　　月　　日"
