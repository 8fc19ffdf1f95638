"""People, places and small pieces shared by the northern and coastal layouts of this family."""

from __future__ import annotations

import datetime as dt
import random
from html import escape

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop.html import SONG, f
from benchmarks.reading.templates.develop.html import page as sheet
from benchmarks.reading.templates.develop.people import Person, Place, name

TEMPLATES: dict[str, Template] = {}

NORTH = (
    Place("110108", "北京市", "北京市", "海淀区", "学院南路"),
    Place("110106", "北京市", "北京市", "丰台区", "太平桥西路"),
    Place("120102", "天津市", "天津市", "河东区", "津塘路"),
    Place("120115", "天津市", "天津市", "宝坻区", "广场街"),
    Place("130102", "河北省", "石家庄市", "长安区", "建设北大街"),
    Place("130481", "河北省", "邯郸市", "武安市", "矿建路"),
    Place("210102", "辽宁省", "沈阳市", "和平区", "南五马路"),
    Place("210303", "辽宁省", "鞍山市", "铁西区", "人民路"),
    Place("220104", "吉林省", "长春市", "朝阳区", "前进大街"),
    Place("222401", "吉林省", "延边朝鲜族自治州", "延吉市", "局子街"),
    Place("230103", "黑龙江省", "哈尔滨市", "南岗区", "邮政街"),
    Place("230604", "黑龙江省", "大庆市", "让胡路区", "中原路"),
    Place("370102", "山东省", "济南市", "历下区", "文化西路"),
    Place("370283", "山东省", "青岛市", "平度市", "红旗路"),
    Place("140105", "山西省", "太原市", "小店区", "平阳路"),
    Place("140581", "山西省", "晋城市", "高平市", "长平街"),
    Place("610113", "陕西省", "西安市", "雁塔区", "含光路南段"),
    Place("610826", "陕西省", "榆林市", "绥德县", "永乐大道"),
    Place("150102", "内蒙古自治区", "呼和浩特市", "新城区", "通道北街"),
    Place("150524", "内蒙古自治区", "通辽市", "库伦旗", "哈达图街"),
    Place("350203", "福建省", "厦门市", "思明区", "厦禾路"),
    Place("350582", "福建省", "泉州市", "晋江市", "世纪大道"),
    Place("460106", "海南省", "海口市", "龙华区", "龙昆南路"),
    Place("469024", "海南省", "临高县", "临城镇", "文明东路"),
)
LONG = (("乌云其木格", "女", "蒙古"), ("阿拉坦巴特尔", "男", "蒙古"), ("萨仁高娃", "女", "蒙古"), ("爱新觉罗启瑞", "男", "满"),
        ("朴贞淑", "女", "朝鲜"), ("崔龙哲", "男", "朝鲜"), ("关玉山", "男", "满"), ("符亚弟", "男", "黎"))  # fmt: skip
FAMILIES = "冀郝祁靳苗冉宫郎佟尤巩逯鞠曲宿牟滕矫綦隋衣仇车柴卓庄连翁蓝林"
GIVEN = {
    "男": "建设|卫东|宝库|铁柱|连生|占奎|树森|恒|长江|晓峰|殿臣|喜才|清泉|洪斌|怀瑾|鑫|凤山|立秋",
    "女": "桂兰|淑清|秀云|洪霞|喜凤|俊英|亚茹|玉洁|静宜|欣|雅琴|素梅|瑞芝|彩霞|春燕|立荣|月娇|婧",
}
COMPLEX = (
    "安和里小区", "铁西佳苑", "矿务局家属院", "紫薇花园B区", "石油新村", "师大南院", "金域蓝湾", "机车厂二宿舍",
)  # fmt: skip


def somebody(dice: random.Random, sex: str | None = None) -> str:
    """A name of a doctor, nurse, relative or clerk."""
    sex = sex or dice.choice("男女")
    if dice.random() < 0.4:
        return name(dice, sex)
    return dice.choice(FAMILIES) + dice.choice(GIVEN[sex].split("|"))


def patient(dice: random.Random, low: int = 31, high: int = 86, where: str = "") -> Person:
    """An invented patient of the north or the coast; ``where`` narrows the province."""
    sex, ethnicity = dice.choice("男女"), dice.choice(("汉",) * 8 + ("回", "满"))
    called = somebody(dice, sex)
    if dice.random() < 0.14:
        called, sex, ethnicity = dice.choice(LONG)
    place = dice.choice([p for p in NORTH if p.province.startswith(where)])
    born = dt.date(2025 - dice.randint(low, high), dice.randint(1, 12), dice.randint(1, 28))
    serial = dice.randrange(10, 998) // 2 * 2 + (sex == "男")
    return Person(called, sex, born, place, serial, dice.randint(2, 398), phone(dice), ethnicity,
                  dice.choice(("employee", "resident")))  # fmt: skip


def phone(dice: random.Random) -> str:
    """An invented mobile number."""
    return f"1{dice.choice('3578')}{dice.randint(0, 9)}0000{dice.randint(0, 9999):04d}"


def home(p: Person) -> str:
    """A home address as townspeople and villagers give it."""
    at = (
        (p.place.province + p.place.city + p.place.county)
        .replace("北京市北京市", "北京市")
        .replace("天津市天津市", "天津市")
    )
    if p.house % 4 == 0:
        return f"{at}大营镇前{'郭杨柳泉'[p.house % 3]}村{p.house % 9 + 1}组{p.house}号"
    estate = COMPLEX[p.house % len(COMPLEX)]
    return f"{at}{p.place.road}{p.house}号{estate}{p.house % 23 + 1}号楼{p.house % 4 + 1}单元{p.house % 16 + 1}0{p.house % 3 + 1}"


def city(p: Person) -> str:
    """The town in a hospital's name, without 市."""
    return {"临高县": "临高", "延边朝鲜族自治州": "延吉"}.get(p.place.city, p.place.city.removesuffix("市"))


def digits(dice: random.Random, n: int) -> str:
    """A number of n digits, the first not nought."""
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in range(n - 1))


def when(dice: random.Random, day: dt.date, clock: bool = False, style: str | None = None) -> str:
    """A date, perhaps with its time, in the styles of the vendors."""
    style = style or dice.choice("-./年0")
    shown = {
        "-": f"{day:%Y-%m-%d}", ".": f"{day:%Y.%m.%d}", "/": f"{day.year}/{day.month}/{day.day}",
        "年": f"{day.year}年{day.month}月{day.day}日", "0": f"{day:%Y}年{day:%m}月{day:%d}日", "8": f"{day:%Y%m%d}",
    }[style]  # fmt: skip
    return shown + (f" {clocktime(dice)}" if clock else "")


def clocktime(dice: random.Random) -> str:
    """A time in working hours."""
    return f"{dice.randint(8, 17):02d}:{dice.randint(0, 59):02d}" + dice.choice(
        ("", f":{dice.randint(0, 59):02d}")
    )


def d(field: str, day: dt.date, dice: random.Random, clock: bool = False, style: str | None = None) -> str:
    """A tagged date."""
    return f(field, day.isoformat(), when(dice, day, clock, style))


def u(inner: str, width: int = 90) -> str:
    """An underlined blank holding a value."""
    return f'<span style="display:inline-block;min-width:{width}px;border-bottom:1px solid #222;padding:0 4px;text-align:center;line-height:1.3">{inner or "&nbsp;"}</span>'


def boxes(field: str, value: str, size: int = 22) -> str:
    """A number one digit a cell."""
    cells = "".join(
        f'<i style="display:inline-block;width:{size}px;height:{size + 3}px;border:1px solid #222;margin-left:-1px;text-align:center;font-style:normal;line-height:{size + 2}px">{c}</i>'
        for c in value
    )
    return (
        f'<span data-field="{field}" data-value="{escape(value)}" style="white-space:nowrap">{cells}</span>'
    )


def wide(label: str) -> str:
    """A label of two characters set apart, as Word files have them."""
    return f"{label[0]}&emsp;{label[1]}" if len(label) == 2 else label


def bars(dice: random.Random, width: int = 150, height: int = 34) -> str:
    """Something that looks like a linear barcode."""
    x, out = 0.0, ""
    while x < width:
        w = dice.choice((1, 1, 2, 3))
        out += f'<rect x="{x}" width="{w}" height="{height}"/>'
        x += w + dice.choice((1, 2, 2, 3))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def qr(dice: random.Random, size: int = 84) -> str:
    """Something that looks like a square code; it says nothing."""
    n = 25
    dots = "".join(
        f'<rect x="{x}" y="{y}" width="1.03" height="1.03"/>'
        for x in range(n) for y in range(n)
        if dice.random() < 0.48 and not ((x < 8 or x > 16) and y < 8) and not (x < 8 and y > 16)
    )  # fmt: skip
    eyes = "".join(
        f'<rect x="{x + 0.5}" y="{y + 0.5}" width="6" height="6" fill="none" stroke="#000"/><rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        for x, y in ((0, 0), (18, 0), (0, 18))
    )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 25 25">{dots}{eyes}</svg>'


def face(size: str = "width:150px;height:190px") -> str:
    """A portrait, drawn."""
    return (
        f'<svg data-face="1" viewBox="0 0 100 126" style="{size}"><rect width="100" height="126" fill="#eef2f6"/>'
        '<path d="M8 126c2-30 20-34 42-34s40 4 42 34z" fill="#39465c"/><path d="M40 82h20v16l-10 8-10-8z" fill="#e3b595"/>'
        '<ellipse cx="50" cy="56" rx="23" ry="30" fill="#edc3a4"/><path d="M26 54c-3-32 12-38 24-38s27 6 24 38c-3-14-8-22-24-22s-21 8-24 22z" fill="#24201f"/>'
        '<g fill="#2a1d18"><ellipse cx="41" cy="57" rx="3" ry="2"/><ellipse cx="59" cy="57" rx="3" ry="2"/></g>'
        '<path d="M36 50h10M54 50h10" stroke="#2a1d18" stroke-width="1.6"/><path d="M50 58v10l-3 2M42 77q8 4 16 0" stroke="#a8634c" fill="none" stroke-width="1.6"/></svg>'
    )


def capital(amount: float) -> str:
    """A sum in capital characters, plainly."""
    ns, out, zero = "零壹贰叁肆伍陆柒捌玖", "", False
    whole, cents = divmod(round(amount * 100), 100)
    for n, c in enumerate(text := str(whole)):
        place = len(text) - 1 - n
        if c == "0":
            zero = True
        else:
            out += "零" * zero + ns[int(c)] + ["", "拾", "佰", "仟"][place % 4]
            zero = False
        if place == 4:
            out, zero = out + "万", False
    out = out.removeprefix("零") + "元"
    jiao, fen = divmod(cents, 10)
    if not cents:
        return out + "整"
    return out + (ns[jiao] + "角" if jiao else "零") + (ns[fen] + "分" if fen else "整")


def page(body: str, css: str = "", font: str = SONG, size: int = 15, pad: str = "56px 60px") -> str:
    """One sheet, on which a municipality is named once."""
    whole = sheet(body, css, font, size, pad)
    for town in ("北京市", "天津市"):
        whole = whole.replace(town * 2, town)
    return whole


def later(day: dt.date, years: int) -> dt.date:
    """The same day some years on."""
    return day.replace(year=day.year + years, day=28 if (day.month, day.day) == (2, 29) else day.day)
