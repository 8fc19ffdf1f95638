"""Personal names as read → text without spaces, or ``None``.

Source: Chinese names of 2–4 characters; names of other peoples written with a middle dot, up to 15
characters (GA/T 2000.20 and the identity-card rules allow more, print seldom does). A name is never
mended: two readings of one name that differ stay different.

>>> [normalise_name(t) for t in ("姓 名： 李 建 国", "王建国男56岁", "（签名）陈静 主治医师")]
['李建国', '王建国', '陈静']
>>> normalise_name("买买提•吐尔逊")
'买买提·吐尔逊'
>>> [normalise_name(t) for t in ("张*", "____", "李某某", "心内科", "宜春市人民医院", "性别")]
[None, None, None, None, None, None]
>>> looks_like_name("欧阳静怡") > 0.9 > looks_like_name("尿常规") == 0.0
True
"""

from __future__ import annotations

import re

from ocr.values.surnames import COMMON, COMPOUND, MANCHU, OTHER, WITHOUT_SURNAME
from ocr.values.text import CJK_CLASS, narrow

_TITLES = (
    r"(?:副?(?:主任|主治|住院)|执业|执业助理|助理|进修|实习|规培|经治|责任|主管|上级|报告|审核|诊断)?中?医[师生士]"
    r"|副?主任(?:[技药护]师)?|主管[技药护]师|[技药护]师|副?教授|院长|护士长?"
)
_SIGNED = r"[(\[]?(?:手写)?(?:签名|签字|签章|盖章|代签|电子签名|已签名|手印)[)\]]?"
_LABEL_BEFORE = re.compile(
    r"^(?:患者|病人|参保人员?|申请人|委托人|受托人|被委托人|代办人|经办人|承诺人|持卡人|本人|户主|检验|审核|报告|"
    r"诊断|经治|责任|管床|主管|开方|处方|接诊|送检|主治|住院|上级|签发|法定代表)*"
    r"(?:姓名|签名|签字|签章|者|人|医师|医生|名字|家属|本人|监护人|代办)\s*(?:[(][^()]{0,8}[)])?\s*[:：]\s*"
)
_NAME_LABEL = re.compile(r"^(?:患者|病人|参保人|申请人)?姓\s*名\s*:?\s*")
_NEXT_LABEL = re.compile(
    r"性\s*别|年\s*龄|出\s*生|民\s*族|科\s*[别室]|床\s*号|病\s*[区室案]|住\s*院\s*[号次]?|门\s*诊|身\s*份|证\s*件|电\s*话|联\s*系"
    r"|日\s*期|时\s*间|就\s*诊|编\s*号|住\s*址|地\s*址|职\s*业|婚\s*[姻否]|籍\s*贯|国\s*籍|与\s*患\s*者|关\s*系|与\s*户\s*主|公\s*民"
    r"|审\s*核|检\s*验|报\s*告|复\s*核|医\s*保|费\s*别|卡\s*号|登\s*记|单\s*位|参\s*保|20\d\d|19\d\d"
)
_SEX_AFTER = re.compile(rf"^(?P<name>{CJK_CLASS}{{2,4}}?)\s*[,/、]?\s*(?:男|女)性?\s*(?=[,/、]?\s*\d|$)")
_NEVER_IN_NAMES = frozenset(
    "癌瘤炎症痛胞酶肝肾肺脾胃肠肿疗尿病诊院疸血酸药腺膜疹痰咳颅椎髂腔脏腹腿肢蛋钠钾氯脂床"
    "我你您他她们的了是不者或号页检验签"
)
_WORDS = """
联系 联系电话
男性 女性 汉族 内科 外科 儿科 妇科 眼科 骨科 本人 患者 职工 居民 已婚 未婚 离异 丧偶 农民 工人 干部
退休 学生 教师 门诊 急诊 住院 正常 阴性 阳性 常规 普通 自费 医保 江西 湖南 江西省 湖南省 中国 中华
宜春 上饶 邵阳 宜春市 上饶市 邵阳市 医师 医生 护士 主任 副主任 主治 教授 院长 姓名 性别 年龄 民族
职业 备注 说明 同意 情况 意见 年月日 时间 日期 地址 住址 电话 关系 配偶 父子 母子 父女 母女 子女
夫妻 儿子 女儿 父亲 母亲 丈夫 妻子 兄弟 姐妹 长期 全部 左侧 右侧 双侧 程度 单位 方法 项目 明细 应用
成人 高危 安全 平稳 尚可 清楚 温度 包装 计算 路径 左下 左上 右上 右下 文化 高中 大专 本科 初中 小学
权限 信息 事项 期限 范围 内容 基本 委托 授权 受托 全权 指定 以上 上述 如下
代办 代谢 代偿 代理 代码 代表 归档 归还 操作 候诊 候补
安排 程序 方案 方便 平时 任何 任务 严重 平台 解释 计划 向导 包括 包含 连续 连线 国家
宣教 宣传 时段 时长 路线 管理 解答 曾用 应答 关注 关怀 关爱 车间 居家 查看 查房 查体
查询 满意 于此 花费 云端 强制 权益 席位 段落 封面 封存 符合 利用 练习 班次 农合 农保
危急 危重 相关 相应 游客 司机 师傅 辛苦 甘油 容量 费用 费别 安慰 顾问 顾客 毛重 严格
毕业 项次 申诉
文盲 无业 党员 群众 户主 本市 非农 农业 江苏 安徽 广东 河南 河北 山东 山西 金额 合计 支付 现金 余额
应收 应付 血型 常住 时限 有效 支持 高度 高级 中级 初级 平车 步行 单次 全天 和平 明确 明显
无异常 未见 未见异常 未查 不详 身份证 复印件 盖章 公章 科室 审核 报告 检查 打印 第一页 共一页 同上
"""
_NOT_NAMES = frozenset(_WORDS.split())
_ROLE = re.compile(
    r"与.{1,3}|.*(?:代办|代理|受托|委托|授权|申请|参保|承诺|经办|监护|联系|备案|负责|持卡|持证)人员?|.*(?:信息|情况)"
)
"""What forms call people, and heads of their blocks: 代办人, 与本人."""
_OF_FORMS = re.compile(
    r"申[请报办领]|认定|鉴定|备案|填[写表报]|病种|机构|待遇|资格|经办|材料|资料|承诺|声明|受理|复审|续期|签[名字章]"
)
"""Words of forms that no name holds: what stands under an empty 代办人 is the next row's label."""
_DEPARTMENT = re.compile(
    r".*(?:[内外儿妇产眼骨肤喉口鼻腔经吸化泌液染瘤伤疗射像声理醉复保务验急诊中西医健康血管].?)科$"
    r"|.*(?:病区|门诊|中心|街道|社区|小区|镇|乡|村|省|公司|医院|大学|学校|中学|保险)$"
)
_RULE_BEFORE = re.compile(rf"^[一二三丨](?=[{''.join(sorted(COMMON))}]{CJK_CLASS}{{2}}$)")
"""A ruling line above a name, taken for a character: 二蒋文浩."""
_EDGES = "".join(sorted(set(":,.;、。·-—_/\\|'\"`~～()[]")))
_SURE = 0.8


def _twice(length: int) -> re.Pattern[str]:
    name = rf"{CJK_CLASS}(?:\s?{CJK_CLASS}){{{length - 1}}}"
    return re.compile(
        rf"\s*(?P<name>{name})\s*(?:[(（](?:{_TITLES})[)）]|(?<=\s)(?:{_TITLES})(?=\s))?\s*[/／]?\s*"
        rf"(?:{_SIGNED}[:：]?\s*)?(?P<hand>{name})(?!{CJK_CLASS})"
    )


_TWICE = {length: _twice(length) for length in (2, 3, 4)}


def printed_and_signed(text: str) -> str | None:
    """The name that the text begins with where it stands there twice: printed, and signed behind it.

    Of the hand's characters one may have been misread.

    >>> [printed_and_signed(text) for text in ("吴金 吴金", "萧莲冬（主治医师）萧莲冬", "吴金")]
    ['吴金', '萧莲冬', None]
    >>> [printed_and_signed(text) for text in ("卢 杰 卢杰", "叶娟味娟", "王凤志 王风志", "李建国王凤志")]
    ['卢杰', '叶娟', '王凤志', None]
    """
    found = find_printed_and_signed(text)
    return found[0] if found else None


_BEGUN = re.compile(r"\s*(?P<name>(?P<first>[\u4e00-\u9fff])[\u4e00-\u9fff]{2})\s+(?P=first)\s*")
"""A signature of which the first character alone was read: 李建国 李."""


def find_printed_and_signed(text: str) -> tuple[str, int, int] | None:
    """The same with where the printed name stands in the text."""
    for length, pattern in _TWICE.items():
        found = pattern.match(text)
        if found is None:
            continue
        name, hand = (re.sub(r"\s", "", found[part]) for part in ("name", "hand"))
        alike = sum(a == b for a, b in zip(name, hand, strict=True))
        close = alike == length or (alike == length - 1 and (length > 2 or name[-1] == hand[-1]))
        if close and looks_like_name(name) >= _SURE:
            return name, *found.span("name")
    begun = _BEGUN.fullmatch(text)
    if begun and looks_like_name(begun["name"]) >= _SURE:
        return begun["name"], *begun.span("name")
    return None


def normalise_name(text: str) -> str | None:
    """The person's name that ``text`` is once labels, titles and neighbours are taken away."""
    plain = _without_labels(narrow(text).strip())
    if match := _SEX_AFTER.match(plain):
        tail = plain[match.end("name") :].strip()
        if (
            len(match["name"]) == 4
            or len(tail) > 1
            or plain[match.end("name")].isspace()
            or len(plain.replace(" ", "")) >= 4
        ):
            plain = match["name"]
    name = _RULE_BEFORE.sub("", re.sub(r"\s+", "", plain).strip(_EDGES))
    if len(name) > 2 and name.endswith("性"):
        name = name[:-1]  # half of the next label, 性别
    return name if _is_name_shaped(name) else None


def looks_like_name(text: str) -> float:
    """How likely ``text`` is a person's name, 0–1, by its surname and length.

    0 for what ``normalise_name`` refuses; 0.95 for a common surname with one or two given
    characters; 0.3 and less for words whose first character is no surname.

    >>> looks_like_name("李建国"), looks_like_name("蔺相如"), looks_like_name("腾讯")
    (0.95, 0.85, 0.3)
    """
    name = normalise_name(text)
    if name is None:
        return 0.0
    if "·" in name:
        return 0.8
    if WITHOUT_SURNAME.fullmatch(name):
        return 0.95
    if (name[:2] in COMPOUND and len(name) in (3, 4)) or name[:4] in MANCHU:
        return 0.95
    score = 0.95 if name[0] in COMMON else 0.85 if name[0] in OTHER else 0.3
    return score if len(name) <= 3 else score * 0.6


def _without_labels(plain: str) -> str:
    plain = _NAME_LABEL.sub("", plain)
    plain = _LABEL_BEFORE.sub("", plain)
    plain = re.sub(_SIGNED + r":?|[(](?:本人|代|家属)[)]", " ", plain)
    if (cut := _NEXT_LABEL.search(plain)) is not None and cut.start() > 0:
        plain = plain[: cut.start()]
    plain = plain.strip(" :,.;、。-—_/|")
    plain = re.sub(rf"^(?:{_TITLES})\s*[:/、]\s*|^(?:{_TITLES})\s+|[\s(/、,]*(?:{_TITLES})[)]?$", "", plain)
    return plain.strip(" :,.;、。-—_/|")


def _is_name_shaped(name: str) -> bool:
    if "·" in name:
        parts = name.split("·")
        shaped = all(re.fullmatch(rf"{CJK_CLASS}{{1,10}}", p) and not _ROLE.fullmatch(p) for p in parts)
        return len(name) <= 15 and shaped
    given = name[4:] if name[:4] in MANCHU else name
    plain = re.fullmatch(rf"{CJK_CLASS}{{2,4}}", given) or WITHOUT_SURNAME.fullmatch(name)
    if plain is None or name in _NOT_NAMES or "某" in name:
        return False
    if name.startswith(("代为", "办理", "上述", "以上", "年月", "月日")):
        return False
    if name.endswith("名称") or any(char in _NEVER_IN_NAMES for char in name) or re.search(_TITLES, name):
        return False
    if _ROLE.fullmatch(name) or _OF_FORMS.search(name):
        return False
    return _DEPARTMENT.fullmatch(name) is None and name[0] != "〇"
