"""How far a value can be relied on by where it stands from its label, whatever its characters say.

Confidence of characters knows nothing of a label that was meant for another value. Of values on drawn
pages, most of them layouts seen for the first time (2,800 on 317 pages, characters read surely), so many
were right: behind a colon 98 %; beside a bare label, within six of its heights, 98 %; farther off 85 %;
under or over a bare label 80 %; dates without a label, at the foot or beside a place to sign, 91 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ocr.geometry import overlap
from ocr.layout import Run
from ocr.types import Box, DocumentKind
from ocr.values.phones import find_phones

FAR = 6.0
"""Heights of a bare label from which on what stands right of it is less surely its value."""
LOOSELY = 0.89
"""The most that a value's confidence is where it may be another label's, or another field's for some readers:
enough to make a check met, never to refuse by. The shares above were counted early; of the values told with
0.85 to 0.89, rows of tests apart, 870 of 920 are right since, on pages of six authors and real ones."""
HALF = 0.6
"""The most where every other such value was wrong."""
SURELY_READ = 0.95
"""Confidence from which on a printed name or number is taken as it was read."""
SEVERAL_HANDS = 3
"""Places of a form written by hand from which on its other values may be, too."""
PRINTED = 0.85
"""A name beside a place to sign that was read with less confidence is taken for a hand's."""


_FILLED_IN = frozenset(
    {
        *(DocumentKind.APPLICATION_FORM, DocumentKind.RECOGNITION_FORM, DocumentKind.REMOTE_FILING_FORM),
        *(DocumentKind.COMMITMENT_LETTER, DocumentKind.AUTHORIZATION_LETTER, DocumentKind.REFERRAL_LETTER),
    }
)
_ON_A_CARD = re.compile(r"卡|证|手册|凭证|社会保障号")
_OF_CLINICS = re.compile(r"(?:就诊|诊疗|健康|门诊|病[人历]|就医|自费)[卡I]|一卡通|磁卡")
_BARE_DISTRICT = re.compile(r"[市、区县旗()（）]+")

_BARE_ADDRESS = re.compile(r"(?:详细)?地址")
_WHOSE_PHONE = re.compile(r"本人|患者|病人|参保|申请|申报|家庭|住宅|手机|移动")

_DOUBTFUL = {
    "record_number": "档案|序号|挂号|登记流水|就诊号|(?:就诊|诊疗|健康|就医)卡|(?<![诊院])登记号|^ID",
    "issue_date": "结算|登记日期|认定日期|交易|支付|付款",
    "physician": "上级|[二三]线|家庭医|签约医|存根",
    "reporter": "[审复][核签审]|终审|批准",
    "report_maker": "^(?:审[核签]|终审|复诊)者?$|^初诊$",
    "card_number": "银行",
    "report_number": "申请|流水|开单",
    "sign_date": "鉴定|评[审估]",
    "authority": "登记机构",
    "address": "异地|安置|就医|单位|通[讯信]|邮寄",
}
"""Concept → words of its labels of which readers do not agree."""


def most(label: Run, box: Box, *, number: bool = False) -> float:
    """The upper bound of a value's confidence, 0–1; ``box`` is the value's, on the label's page.

    A ``number`` under and left of its label may be a bar code's, which stands by itself.
    """
    if number and box[2] < label.box[0] and box[1] > (label.box[1] + label.box[3]) / 2:
        return LOOSELY
    if label.text.rstrip().endswith((":", "：")):
        return 1.0
    level = overlap(label.box[1], label.box[3], box[1], box[3])
    beside = level > 0.4 * min(label.box[3] - label.box[1], box[3] - box[1])
    within = box[0] - label.box[2] < FAR * label.height
    return 1.0 if beside and within else LOOSELY


def meant(concept: str, word: str) -> float:
    """The upper bound, 0–1, by what a label may or may not mean: a person who reads the paper would ask.

    The doctor who requested a test is one of its physicians for some readers and not for others; a number of
    the insured (医保编号, 个人编号) may stand on a card or only in a register, a hospital's own card (就诊卡)
    is none of the insurance; 档案编号 may be another
    office's, 登记号 and a bare ID号 the number of a visit or of a register; a bill may be settled on another
    day than it was issued; the day of 登记 or 认定 may be the signer's; a bare 县区 may be that of a home;
    the head of a department, superiors and those who reviewed
    a paper answer for it beside the doctor who wrote it, who alone counts for some readers;
    a number of an order or a queue (申请单号, 流水号) need not be the report's; 鉴定日期 may be the day of
    issue, and who registered (登记机构) is the issuer for some;
    家庭医生 looks after the household and signed nothing; 就诊序号 may be the place in a queue, and a bank's
    number stands on the card as well; a home away, an employer's or where letters go need not be where the
    patient lives, and 地址 alone is as often the office's or the hospital's.
    """
    bare = is_bare_district(concept, word) or (concept == "address" and _BARE_ADDRESS.fullmatch(word))
    if bare or concept in ("ordering", "chief"):
        return LOOSELY
    doubtful = _DOUBTFUL.get(concept)
    if doubtful is not None and re.search(doubtful, word):
        return LOOSELY
    insured = _ON_A_CARD.search(word) and not _OF_CLINICS.search(word)
    return 1.0 if concept != "card_number" or insured else LOOSELY


def among_others(concept: str, word: str, texts: Iterable[str]) -> float:
    """The upper bound for a telephone on a page of this text: where there are several and the label does not
    say whose it is, one in five was an agent's, an office's or a relative's (80 right, 20 wrong on layouts
    seen for the first time; with a label that says so 21 and none)."""
    if concept != "phone" or _WHOSE_PHONE.search(word):
        return 1.0
    return LOOSELY if len({phone for text in texts for phone, _, _ in find_phones(text)}) > 1 else 1.0


def among_hands(kind: DocumentKind, hands: int) -> float:
    """The upper bound for what stands on a form in so many of whose places a hand wrote, ID numbers apart.

    A neat hand passes for print: where three places of a form were told to be a hand's, 37 of 80 other
    values read surely were a hand's as well; with fewer 34 of 3,150.
    """
    return HALF if kind in _FILLED_IN and hands >= SEVERAL_HANDS else 1.0


def is_syndrome(diagnosis: str) -> bool:
    """Whether a diagnosis is a syndrome of Chinese medicine alone: one beside the disease for some readers.

    >>> is_syndrome("肝郁脾虚、水湿内停证"), is_syndrome("焦虑症")
    (True, False)
    """
    return re.fullmatch(r"[\u4e00-\u9fff、]{2,}证", diagnosis) is not None


def bounded(confidence: float | None, bound: float) -> float | None:
    """The smaller one; ``None`` stays, since nothing was measured."""
    return None if confidence is None else min(confidence, bound)


def is_bare_district(concept: str, word: str) -> bool:
    """Whether a label asks for a district without saying that somebody is insured there: 县(市、区)."""
    return concept == "insured_place" and _BARE_DISTRICT.fullmatch(word) is not None


def measured(kind: DocumentKind) -> float:
    """The most confidence in rows of figures; whether an examination measures tests, readers differ."""
    return LOOSELY if kind is DocumentKind.EXAM_REPORT else 1.0
