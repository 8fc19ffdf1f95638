"""Where one diagnosis of a list ends and the next begins: marks, spaces, and commas between two names."""

from __future__ import annotations

import re

_SHORT = (
    r"(?:腹水|胸水|贫血|痛风|便秘|失眠|眩晕|癫痫|哮喘|肥胖|黄疸|肺炎|肝炎|胃炎|肾炎|房颤|早搏|心衰|呼衰|肾衰"
    r"|偏瘫|截瘫|失语|痴呆|肺癌|肝癌|胃癌|肠癌|中风|消渴|鼓胀|胸痹|痹证|尪痹|脑梗)"
)
"""Diagnoses of two characters, which stand by themselves in lists parted by 、, commas or strokes."""
IS_SHORT = re.compile(_SHORT)
_COMMON = (
    r"(?:高血压病?|冠心病|糖尿病|高血脂症?|高脂血症|脑出血|脑梗死|脑梗塞|脂肪肝|胆结石|肾结石|肺气肿|白内障|青光眼"
    r"|尿毒症|帕金森病|癫痫病|肝硬化|肺结核|肺心病|乙肝|胆囊炎|肝囊肿|肾囊肿|肾积水|胃溃疡|颈椎病)"
)
"""Those of three and four that a space parts from the one before."""
_FIRST_OF_A_LIST = "|".join(
    rf"(?<=^{word})|(?<=[,，]{word})"
    for word in re.findall(r"[\u4e00-\u9fff]{2,}", _SHORT + _COMMON.replace("?", ""))
)
"""Behind such a name, by itself between commas: 脑梗死，高血压病3级."""
_NAMED = (
    r"(?!遗留|破入|继发于|病[情程]|目前为|伴|并|合并|及|考虑|术后|累及|可能)"
    r"(?=[^,，;；。、\n]*(?:病(?!情)|症(?!状)|[炎癌瘤征瘫]|[肾肺心肝]衰|衰竭|硬化|出血|梗[死塞]|骨折|结石|中风|卒中|障碍|增生"
    r"|贫血|高血压|哮喘|早搏|房颤|失常|狭窄|积液|溃疡|血栓|痛风|不全|感染|脂肪肝|心绞痛|白内障|青光眼))"
)
"""Another disease behind the comma, not the first one's site, stage or course: 脑梗死，右侧基底节区."""
_ILL = (
    "病变|透析|术后|硬化|不全|梗[死塞]|衰竭|障碍|失常|增生|结石|囊肿|溃疡|感染|积液|出血|骨折|息肉|紊乱|减退|亢进|狭窄|疏松"
    "|脱垂|坏死|贫血|早搏|房颤|哮喘|痛风"
)
"""What a disease's name of four characters and more ends with; a space and another name may follow."""
_DIAGNOSIS_END = re.compile(
    r"[;；。\n|｜]|(?<=[^\d\s])\s{2,}|"
    r"(?:(?<=[\u4e00-\u9fff)）]{3})|(?<=[A-Za-z0-9Ⅰ-Ⅻ][期级型])|(?<=[)）]))、\s?(?=(?:\d|[ⅠⅡI]{1,2})型|[\u4e00-\u9fff]{3})"
    rf"|(?:(?<=[\u4e00-\u9fff)）]{{3}})|(?<=[A-Za-z0-9Ⅰ-Ⅻ][期级型])|(?<=[)）]))、(?={_SHORT}(?:$|[、,，;；。\s]))"
    rf"|(?<=、{_SHORT})、"
    r"|(?:(?<=[病症炎癌瘤征肿])、(?=[\u4e00-\u9fff][炎癌瘤病症](?:$|[、,，;；。\s]))|(?<=、[\u4e00-\u9fff][炎癌瘤病症])、)"
    r"|(?:(?<=[\u4e00-\u9fff]{2}[病症癌瘤炎征血压期])|(?<=[0-9IVⅠ-Ⅳ][期级])|(?<=[\u4e00-\u9fff][)）])) "
    rf"(?=[\u4e00-\u9fff]{{4}}|(?:{_SHORT}|{_COMMON})(?:$|[、,，;；。\s])|高血压病?[0-9Ⅰ-Ⅲ])"
    r"(?!伴|并|合并|及|和|术后|所致|引起|导致|[很极高中低]{1,2}危|[\u4e00-\u9fff]{2,8}证"
    r"|(?:急性)?(?:加重|发作|恢复|缓解|稳定)期?(?:$|[、,，;；。\s]))"
    r"|(?<=[\u4e00-\u9fff]{2}[\u4e00-\u9fff)）])(?<![伴并及和与于为因由]) (?=(?:[12一二]|[ⅠⅡI]{1,2})型糖尿病)"
)
FINDING_END = re.compile(r"[;；。\n]|(?<=[^\d\s])\s{2,}")
DIAGNOSIS_END_OR_COMMA = re.compile(
    _DIAGNOSIS_END.pattern
    + r"|(?<=[)）])[,，](?=[\u4e00-\u9fff]{2})(?!伴|并|合并|及|考虑|术后|累及|侵|大小|约|可能|建议|未)"
    r"(?![^（(]*[)）])"
    r"|(?<=[\u4e00-\u9fff0-9A-Za-zⅠⅡⅢⅣ)）]{4})[,，]\s*(?=[\u4e00-\u9fff0-9]{4})(?!目前为)"
    r"(?![很极高中低]{1,2}危|[\u4e00-\u9fff]{1,4}期(?:$|[,，;；。、\s]))(?![^（(]*[)）])"
    r"|(?<=[\u4e00-\u9fff)）]{4})[,，]\s*(?=心功能[IVⅠ-Ⅳ1-4])"
    rf"|(?<=[\u4e00-\u9fff]{{2}}(?:{_ILL})) (?=[\u4e00-\u9fff0-9]{{4}})"
    r"(?![性期型级伴并合并及和与]|后遗|恢复|失?代偿|[^,，;；。、\s]{1,5}[期型级](?:$|[,，;；。、\s]))"
    rf"{_NAMED}(?![^（(]*[)）])"
    rf"|(?=[,，])(?:{_FIRST_OF_A_LIST})[,，]\s*(?=[\u4e00-\u9fff0-9]{{4}}){_NAMED}(?![^（(]*[)）])"
    rf"|(?<=[\u4e00-\u9fff0-9A-Za-z)）]{{3}})[,，]\s*(?={_COMMON}(?:$|[、,，;；。\s]))"
    rf"|(?<=[\u4e00-\u9fff)）]{{4}})[,，](?={_SHORT}(?:$|[、,，;；。\s]))|(?<=[,，]{_SHORT})[,，]"
)
