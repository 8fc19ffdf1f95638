"""A department as printed → its name, without the label's bracketed note and without what stands behind it.

Source: 《医疗机构诊疗科目名录》 names departments 科 and 专业; hospitals print wards, centres and rooms as
well. What is a title, an amount or half a word is no department.

>>> [normalise(t) for t in ("心血管内科二病区", "（包括入院时科室及转科科别）：乳腺科2", "肾 内 科  床号 12")]
['心血管内科二病区', '乳腺科2', '肾内科']
>>> [normalise(t) for t in ("出院记录", "病", "0.00处置费", "出院记录住院", "放疗一病 病舍床号")]
[None, None, None, None, None]
>>> [normalise(t) for t in ("呼吸与危重症医学科 15床", "肾病科+12床", "乳腺科2 3床")]
['呼吸与危重症医学科', '肾病科', '乳腺科2']
>>> normalise("产一科 +16")
'产一科'
>>> [normalise(t) for t in ("心内", "皮肤科门", "神经内科门诊 样本种类血清")]
['心内', '皮肤科', '神经内科门诊']
>>> normalise("呼吸与危重症医学科 2022年10月 29日"), normalise("内分泌科 医生 李建平 副主任医师")
('呼吸与危重症医学科', '内分泌科')
"""

from __future__ import annotations

import re

from ocr.values.text import clean

LONGEST = 24
_NOTE = re.compile(r"^[（(][^（）()]{1,20}[）)]\s*[:：]\s*")
_NEXT = re.compile(
    r"(?<=\s)(?:19|20)\d\d\s?[-年./]"
    r"|(?<=[科心区])病[室房]\s*(?:[:：\dA-Za-z]|$)|(?<=[科心区])\s+病[室房]|(?:病舍|病)?床号?\s*(?:[:：]|$)|床\s*[号位]|住\s*院\s*号|病\s*案\s*号|病\s*历\s*号|登\s*记\s*号|姓\s*名|性\s*别|年\s*龄"
    r"|(?<=[科室区部心])\s+(?:医[生师]|主任|大夫)\s"
    r"|(?:样本|标本|样品|送检|申请|开单|采样|采集|临床|病人|患者|检验|主管|条)(?:种类|类型|类别|名称|编?号|码|医[师生]|时间|日期|诊断|目的|项目)"
)
_BED = re.compile(
    r"(?:(?<=[科区心室部])|(?<=\d)(?=\s))[\s,，/]*[+＋加]?[A-Za-z]?\d{1,4}(?:[-—]\d{1,3})?\s*床(?:[位号]|\s|$).*"
)
"""A bed behind a department's name, with or without a gap between."""
_ADDED = re.compile(r"(?<=[科区心室部])[+＋]\d{1,3}$")
"""A bed put up in the corridor, its cell's rule not seen: 产一科 +16."""
_WHERE = re.compile(r"(?<=[科心区室部])[(（][^()（）]{0,8}(?:楼|层|床|诊[室间]|窗口)[^()（）]{0,4}[)）]$")
"""Where it is to be found: 神经内科（9楼东）."""
_FRAMED = re.compile(r"^[\[【]([^\[\]【】]+)[\]】]$")
"""Wholly in brackets: 【心血管内科】."""
_NONE = re.compile(
    r"记录|小结|病历|证明|报告|票据|发票|处方(?!科)|医院|费|元|[:：]|\d[.．]\d|编号|科[室别]|\d{4}|^住院$|^门诊$"
)
_TORN = re.compile(r"(?<=科)门$|[(（【\[][^)）】\]]{0,3}$")
"""Half a word or an open bracket at the end: 皮肤科门(诊)."""
_WHOLE = re.compile(r"科|(?:[室区部组楼层房院站诊]|中心|[A-Z]{0,2}CU|[一-鿿]\d{1,2}|[)）])$", re.IGNORECASE)
_SHORT = re.compile(r"[一-鿿]{2,6}(?<![病第号出入])")
"""Departments for short: 心内, 肾内, 普外; never a word that breaks off."""

_COMMON = """
心内 肾内 神内 普内 呼吸 呼吸内 消化 消化内 血液 血液内 内分泌 内分泌代谢 风湿 风湿免疫 肿瘤 肿瘤内 感染
老年 老年病 全科 普外 骨外 胸外 心外 神外 心胸外 神经外 泌尿 泌尿外 肝胆 肝胆外 胃肠 胃肠外 血管外 甲乳 乳腺
肛肠 烧伤 整形 心血管 心血管内 神经 神经内
妇产 妇科 产科 儿内 新生儿 眼科 口腔 耳鼻喉 耳鼻咽喉 皮肤 中医 康复 疼痛 急诊 重症 ICU CCU 血透 体检 放疗 介入
"""
SHORT_NAMES = frozenset(_COMMON.split())
"""Departments as strips and slips print them right behind their label, without 科."""

_STEMS = """
心血管 心脏 心身 心理 心胸 心 血管 血液 血透 净化 透析 移植 肾脏 肾 神经 脑血管 脑 卒中 癫痫 认知 消化
呼吸 肺 胸 胃肠 胃 肠道 肠 肝胆 肝脏 肝炎 肝 胆 胰 脾胃 脾 泌尿 甲状腺 甲 乳腺 乳 腺体 肛肠 肛 疝 内分泌
内 外 代谢 糖尿病 高血压 肥胖 减重 风湿 免疫 变态反应 过敏 肿瘤 癌 感染 传染 结核 发热 肝病 艾滋 寄生虫
老年 全 大 普通 普 综合 特需 国际 干部 保健 骨伤 骨 关节 脊柱 运动 创伤 创面 手足 足踝 手 足 显微 烧伤
整形 美容 妇女 妇 产 围产 母胎 生殖 不孕 优生 遗传 计划生育 新生儿 小儿 儿童 儿 青少年 发育 行为 男 女 性
眼底 眼 视光 屈光 白内障 青光眼 口腔 颌面 牙体 牙周 牙髓 牙 种植 正畸 修复 黏膜 粘膜 耳 鼻 咽 喉 头颈 皮肤
中医 中西医 西医 民族 藏医 蒙医 结合 国医堂 名医 治未病 针灸 针推 推拿 理疗 康复 疼痛 急诊 急救 急 重症
危重症 危重 监护 抢救 体检 放疗 放射 质子 化疗 介入 核 影像 超声 检验 病理 输血 麻醉 手术 微创 内镜 镜
导管 精神 睡眠 戒毒 安宁 姑息 缓和 疗护 日间 职业病 中毒 营养 预防 便民 方便 简易 慢性病 慢病 慢特病 特殊
特病 门特 门慢 专病 专科 专家 生物 治疗 诊疗 诊断 诊室 服务 健康 管理 病区 病房 病室 疾病 病 症 科室 科 室
部 组 区 门诊 住院 中心 院区 分院 院 本部 医学 学 单元 楼 层 东 西 南 北 新 老 总 分 第 一 二 三 四 五 六 七
八 九 十 期 与 和 及
"""
"""Words that departments are named by: 《医疗机构诊疗科目名录》, wards, clinics."""
_KNOWN = re.compile(
    rf"(?:{'|'.join(sorted(_STEMS.split(), key=len, reverse=True))}|[A-Z]{{0,3}}ICU|CCU|VIP"
    r"|[A-Z0-9()（）/／、·-])+"
)


def is_known(name: str) -> bool:
    """Whether a department's name is made of words that departments are named by, from end to end.

    >>> [is_known(t) for t in ("心血管内科二病区", "呼吸与危重症医学科", "胃肠镜室(东院区)", "ICU")]
    [True, True, True, True]
    >>> [is_known(t) for t in ("妇料", "内分法代谢科", "内分泌科向春春")]
    [False, False, False]
    """
    return _KNOWN.fullmatch(name) is not None


def without_bed(text: str) -> str:
    """A ward's name without the bed that stands behind it: 肿瘤科 39床."""
    return _BED.sub("", text).rstrip()


def normalise(text: str) -> str | None:
    """The department that ``text`` begins with."""
    plain = without_bed(_NOTE.sub("", text.strip()))
    cut = _NEXT.search(plain)
    value = clean(plain[: cut.start()] if cut else plain).replace(" ", "").strip(" :：,，;；.。、-_|/")
    value = _ADDED.sub("", value)
    value = _WHERE.sub("", _TORN.sub("", _FRAMED.sub(r"\1", value)))
    if not 2 <= len(value) <= LONGEST or _NONE.search(value):
        return None
    return value if _WHOLE.search(value) or _SHORT.fullmatch(value) else None
