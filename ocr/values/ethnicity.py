"""The 56 peoples of China as printed (民族) → the name without 族.

Source: GB 3304-91; identity cards print the name without 族, forms with it.

>>> normalise("汉族"), normalise("民族：维吾尔"), normalise("苗 族"), normalise("男")
('汉', '维吾尔', '苗', None)
"""

from __future__ import annotations

from ocr.values.text import fold

_PEOPLES = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水
东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克
俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
"""
PEOPLES = frozenset(_PEOPLES.split())
_ALIKE = {"汊": "汉", "畬": "畲", "傜": "瑶", "拉枯": "拉祜", "仡老": "仡佬", "塔吉": "塔吉克", "汉人": "汉"}


def normalise(text: str) -> str | None:
    """The people that ``text`` names."""
    plain = fold(text).strip(":,.;()")
    plain = plain.removeprefix("民族").lstrip(":").removesuffix("族")
    plain = _ALIKE.get(plain, plain)
    return plain if plain in PEOPLES else None
