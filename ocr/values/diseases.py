"""What names a disease, among all the words that stand beside boxes to tick.

Source: the catalogues of diseases for out-patient treatment that insurance bureaus publish; their names end
in a sign of illness or name a treatment (透析, 器官移植术后抗排异治疗).

>>> [looks_like_disease(t) for t in ("高血压病", "尿毒症透析", "冠脉支架植入术后", "出院记录", "符合")]
[True, True, True, False, False]
>>> [without_marks(t) for t in ("3.冠心病（首次申报）", "M03900 类风湿性关节炎", "其他：银屑病")]
['冠心病', '类风湿性关节炎', '银屑病']
"""

from __future__ import annotations

import re

from ocr.values.text import narrow

_SIGNS = re.compile(
    r"病|症|炎|癌|瘤|综合[征症]|障碍|衰竭|[心肾肝脑]衰|贫血|高血压|硬化|中风|卒中|移植|透析|术后|放疗|化疗|放化疗|抗排异|痛风"
    r"|哮喘|甲亢|甲减|慢阻肺|类风湿|狼疮|房颤|紫癜|狭窄|结核|癫痫|癲癇|囊肿|瘫|痴呆|坏死|梗[死塞]|[心脑]梗|不全|缺陷|萎缩|变性|溃疡|出血"
    r"|息肉|结石|增生|肥大|脱垂|减退|亢进|麻痹|血栓|曲张|侏儒|矮小|艾滋|HIV|麻风|肌无力|强直|帕金森|抑郁|精神分裂|孤独|支架"
    r"|起搏器|置换|搭桥|减少|增多|发育|畸形|失常|心律|早搏|肝豆|尘肺|矽肺|肺心|风心|先心|风湿|银屑|白癜|湿疹|血吸虫|包虫|布鲁|斑秃"
    r"|肺动脉|视网膜|黄斑|青光眼|白内障|后遗|肺纤维化|脊柱|积水|腹水|丙肝|乙肝|肝豆状核|高脂|血脂|骨质疏松|抗凝|康复|生长激素|积液"
)
_NO_DISEASE = re.compile(
    r"病历|病案|病史|病种|疾病诊断|病理(?:报告|检查|诊断)|报告|证明|记录|小结|处方|复印|资料|材料|发票|清单|身份证|照片|凭证|社保|检[查验]|化验|影像"
    r"|诊断书|登记|申请|首次|复审|续期|变更|新增|延期|取消|符合|同意|通过|标准|条件|意见|以上|下列|本人|患者|参保|职工|居民|人员|医保|医院|门诊慢|门诊特"
    r"|慢特病|特慢病|慢性病(?!毒)|特殊病|特殊慢|特殊疾病|慢病|特病|门特|门慢|特门|大病|重大疾病|重特大|两病"
    r"|待遇|资格|告知|承诺|专家|医师|不[予准宜]|科$|≥|≤|[<>＜＞]"
)
_BRACKETED = re.compile(r"[（(][^()（）]*[)）]?")
LONGEST = 40
_NUMBER = re.compile(
    r"^\s*(?:[(（]?\d{1,2}\s?[.、．:：)）](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[类种]|[一二三四五六七八九十]{1,3}、)\s*"
)
_CODE = re.compile(r"^\s*[A-Z]{0,2}\d{3,}[A-Z]?(?:[.．]\d+)?[\s:：-]*(?=[\u4e00-\u9fffA-Z])")
_CODE_BEHIND = re.compile(
    r"\s*[（(]\s*[A-Z]{0,2}\d{3,}[A-Z]?(?:[.．]\d+)?\s*[)）]\s*$|(?<=[\u4e00-\u9fff)）])\s*M\d{5}\s*$"
)
"""The catalogue's code where the form asks for both: 帕金森病(M02300)."""
_NOTE = re.compile(
    r"\s*[（(](?:首次|初次|再次|续期|复审|新增|延期|变更|申[请报]|已认定|待认定|选填|必填|限填|单选|可多选|多选|限.{1,6}项)[^()（）]{0,8}[)）]\s*$"
)
_OTHER = re.compile(
    r"^(?:其它|其他)(?:病种|疾病|慢性病|慢特病)?(?:[（(](?:请?注明|填写|写明)[)）])?[\s:：_＿—]*"
)


def looks_like_disease(text: str) -> bool:
    """Whether ``text`` names a disease or the treatment that a catalogue lists as one."""
    plain = narrow(text)
    bare = _BRACKETED.sub("", plain)
    return (
        2 <= len(plain.strip()) <= LONGEST
        and _SIGNS.search(bare) is not None
        and _NO_DISEASE.search(bare) is None
    )


def without_marks(text: str) -> str:
    """A disease's name without the number or code before it and the note behind it (首次申报)."""
    plain = _CODE_BEHIND.sub("", _CODE.sub("", _NUMBER.sub("", text)))
    plain = _OTHER.sub("", _NOTE.sub("", plain))
    plain = plain.strip(' \t\u3000_＿,，、;；.。:：“”"「」')
    inner = re.fullmatch(r"[（(]([^()（）]+)[)）]", plain)
    return inner.group(1) if inner else plain
