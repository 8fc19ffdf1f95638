"""Labels that ask for what is not the patient's or the report's own: telephones, homes, numbers of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.geometry import holds
from ocr.layout import Run, same_row
from ocr.letterhead import is_of_letterhead
from ocr.others_rows import is_of_a_baby, is_of_a_doctor, is_of_a_table
from ocr.reliance import is_bare_district
from ocr.slots import Slot
from ocr.types import DocumentKind as K
from ocr.values.hospital_names import find_hospital_names

FOOT = 0.8
"""From this part of the page's height on, a clinical paper gives the hospital's telephone."""
BLOCK = 12
"""So many text heights below the patient's name a report's head ends."""
_REPORTS = frozenset({K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT})
_CLINICAL = frozenset(
    {
        K.DISCHARGE_SUMMARY,
        K.DIAGNOSIS_CERTIFICATE,
        K.OUTPATIENT_RECORD,
        K.INPATIENT_FRONT_PAGE,
        K.PRESCRIPTION,
    }
)
_FORMS = frozenset({K.APPLICATION_FORM, K.RECOGNITION_FORM, K.REMOTE_FILING_FORM, K.COMMITMENT_LETTER})
_PERIOD = frozenset({"validity", "valid_from", "valid_until"})
_BARE = frozenset({"地址", "详细地址", "联系地址"})
_PERSONS = frozenset({"name", "id", "phone", "sex", "agent", "principal"})
_SWITCHBOARD = re.compile(
    r"总机|网址|https?:|www|急救|咨询|预约|热线|投诉|监督电话|服务电话|(?:医疗机构|医院)等级"
)
HEAD = 0.15
SHEETS_FOOT = 0.88
_NEAR = 3.5
"""Text heights within which the particulars of a person stand together."""
_OF_AN_OFFICE = re.compile(
    r"(?:咨询|预约|热线|投诉|急救|值班|随访|复诊|门诊|病[房区]|护士站|办公室?|医院|中心|[本我]院|科室|24\s?小时)[\u4e00-\u9fff]{0,4}$"
)
"""What stands right before 电话 where it is the ward's: 24小时咨询电话0571-…."""
_LANDLINE = re.compile(r"[\s:：]*[(（]?0\d{2,3}[)）]?\s?[-－—]?\s?\d{7,8}")
_OWN_NUMBER = re.compile(r"(?:样本|样品|标本|实验室?|检测|报告)(?:编|条码)?号")
_DEVICES_OWN = re.compile(r"ID(?:号码?|编号)?")
"""An electrocardiograph's number of its record, where the patient's stands behind another label."""
_ORDERS = re.compile(r"申请|流水|开单|医嘱")
"""Words of the labels of an order's numbers."""
_SERIAL = re.compile(r"流水号")
"""A program's own number of a stay or visit, where the record's stands behind another label: 住院流水号."""
_OTHER_VISIT = re.compile(r"(?:[上下前]一?次|预约|既往)[\u4e00-\u9fff]{0,2}[:：\s]*$")
"""What stands right before 就诊日期 where it is not this visit's."""
_MEDICINES_HEAD = re.compile(r"\s*(?:R\s?[pPx]?\s?[.:：/]?\s*$|R[pP]|药品(?:名称|信息|明细)|药名)")
_RIGHT = re.compile(r"待遇|资格|认定|享受")
"""What a period on a bill must be named after to be the patient's: 待遇有效期, not a medicine's 有效期."""
_OF_A_MEDICINE = re.compile(r"批号|批次|厂[家商]|生产|产地|规格|品名|药品|单价|数量")
_TESTER = re.compile(r"(?:检测|检验|实验|操作)(?:人员?|者)")
_WARDS = _CLINICAL | {K.UNKNOWN}
_WITH_PHONES = frozenset({"relative", "address", "registered_address", "other_address", "workplace"})
"""Labels whose row of a ward's paper ends with a telephone: of that person, home or employer."""
_HOMES = frozenset({"address", "registered_address"})
_NOT_HIS = frozenset({"relative", "other_address", "workplace"})
_BARE_PHONE = frozenset({"电话", "联系电话", "电话号码", "联系方式"})
_OFFICER = re.compile(r"(?:经办|负责|联系|证明|填表|经手)人|人事|单位")
_OFFICES = re.compile(r"(?:咨询|热线|(?<!\d)(?:0\d{2,3}[-－—])?\d{7,8})[^。;；]{0,16}[,，;；、]\s*$")
_PLACES = re.compile(
    r"(参保|医保|统筹)|就医|转[诊入往院]|安置|备案|[居现]住|住址|地址|户[籍口]|家庭|通讯|单位"
)
"""What the row before a bare 县区 tells: where somebody is insured, or another place."""


def is_unmeant(
    kind: K, name: str, slot: Slot, slots: Sequence[Slot], runs: Sequence[Run], height: int
) -> bool:
    """Whether the value behind a label is not the patient's; ``name``: its field, ``height``: the page's."""
    if name == "insured_place":
        return is_bare_district(slot.concept, slot.word) and _is_of_another_place(slot, runs)
    if name == "record_number":
        return _is_no_records_own(kind, slot, slots)
    if name in _PERIOD:
        # a form asks how long the identity card holds
        asked = kind in _FORMS and slot.word.startswith(("证件", "身份证"))
        goods = kind is K.MEDICAL_INVOICE and _RIGHT.search(slot.word) is None
        return asked or goods or (kind is K.PRESCRIPTION and _is_of_a_medicine(slot, runs))
    if kind in _REPORTS and name in ("report_number", "physician_name"):
        return _is_of_an_order(slot, slots) or _is_of_an_outside_laboratory(kind, slot, slots, runs)
    if name not in ("phone", "address"):
        baby = name == "sex" and is_of_a_baby(slot.label, runs)
        others = baby or (name == "visit_date" and _is_of_another_visit(slot, slots, runs))
        others = others or (name == "sign_date" and is_of_a_table(slot, runs))
        return others or (kind is K.OUTPATIENT_RECORD and _is_of_the_visit(name, slot, height))
    if name == "address":
        noted = _is_of_a_notice(slot, runs)
    else:
        noted = kind in _CLINICAL and _is_of_an_office(slot, slots, runs)
    return noted or _is_hospitals(kind, slot, slots, runs, height)


def _is_of_the_visit(name: str, slot: Slot, height: int) -> bool:
    """Whether a bare 日期 stands in a record's head: the day of the visit, and nobody signed there."""
    return name == "sign_date" and slot.word == "日期" and slot.label.box[3] < height / 3


def _is_of_a_notice(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether an office's telephone stands before its address: 咨询：0714-6288153，地址：杭州西路172号."""
    return _OFFICES.search(_before(slot, runs)) is not None


def _is_of_an_office(slot: Slot, slots: Sequence[Slot], runs: Sequence[Run]) -> bool:
    """Whether an office stands right before a telephone's label; the end of a home there is none: 中心村."""
    if _OF_AN_OFFICE.search(_before(slot, runs)) is None:
        return False
    left = [s for s in slots if same_row(s.label, slot.label) and s.label.box[2] <= slot.label.box[0]]
    nearest = max(left, key=lambda s: s.label.box[2], default=None)
    return nearest is None or nearest.concept not in _HOMES


def _before(slot: Slot, runs: Sequence[Run]) -> str:
    """What stands before a label on its run."""
    run = next((r for r in runs if holds(r.box, slot.label.box)), None)
    return run.text[: run.text.find(slot.label.text)] if run and slot.label.text in run.text else ""


def _row_before(slot: Slot, runs: Sequence[Run]) -> str:
    """What stands left of a label on its row."""
    row = [r for r in runs if same_row(r, slot.label) and r.box[0] <= slot.label.box[0]]
    left = sorted((c for r in row for c in r.chars), key=lambda c: c.box[0])
    return "".join(c.text for c in left if c.box[2] <= slot.label.box[0] + 1)


def _is_no_records_own(kind: K, slot: Slot, slots: Sequence[Slot]) -> bool:
    """Whether a number is a device's or a program's, and the record's stands behind another label."""
    own = _DEVICES_OWN if kind is K.EXAM_REPORT and _DEVICES_OWN.fullmatch(slot.word) else _SERIAL
    if not own.search(slot.word):
        return False
    return any(s.concept == slot.concept and s.strips and not own.search(s.word) for s in slots)


def _is_of_an_order(slot: Slot, slots: Sequence[Slot]) -> bool:
    """Whether the number is an order's (申请单号), and the report's own stands behind another label."""
    if slot.concept != "report_number" or not _ORDERS.search(slot.word):
        return False
    return any(s.concept == slot.concept and s.strips and not _ORDERS.search(s.word) for s in slots)


def _is_of_a_medicine(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether a date is a medicine's last: under the medicines' head, or beside its batch or maker."""
    return not _row_before(slot, runs).rstrip().endswith("处方") and any(
        (_MEDICINES_HEAD.match(r.text) and r.box[3] <= slot.label.box[1] + slot.label.height / 2)
        or (same_row(r, slot.label) and _OF_A_MEDICINE.search(r.text))
        for r in runs
    )


def _is_of_another_visit(slot: Slot, slots: Sequence[Slot], runs: Sequence[Run]) -> bool:
    """Whether the visit is another one (下次就诊日期), and this one's stands behind another label."""
    before = [s for s in slots if s.concept == slot.concept and s.label.box[1] < slot.label.box[1]]
    return any(s.strips for s in before) and _OTHER_VISIT.search(_row_before(slot, runs)) is not None


def _is_of_an_outside_laboratory(kind: K, slot: Slot, slots: Sequence[Slot], runs: Sequence[Run]) -> bool:
    """What a laboratory that works for hospitals prints besides: their tissue's number, its technicians.

    病理号 is there the number under which the hospital keeps the block; 检测人 and 审核人 are no physicians.
    """
    if not any(s.concept == "other_hospital" for s in slots):
        return False
    if slot.word.startswith("病理") and slot.concept == "report_number":
        return any(_OWN_NUMBER.search(r.text) for r in runs)
    return (
        kind is K.PATHOLOGY_REPORT
        and slot.concept == "report_maker"
        and any(_TESTER.search(r.text) for r in runs)
    )


_HIS_SIGNATURE = re.compile(
    r"(?:患者|病人|参保人员?|本人|家属)[^:：]{0,10}签[名字章][^:：]{0,4}[:：]?[^:：]{0,5}$"
)


def _is_of_who_is_named_before(slot: Slot, slots: Sequence[Slot], runs: Sequence[Run]) -> bool:
    """Whether a bare 电话 ends a row that names a relative or an employer: 联系人 王芳 关系 女 电话."""
    if slot.word not in _BARE_PHONE:
        return False
    left = [s for s in slots if same_row(s.label, slot.label) and s.label.box[2] <= slot.label.box[0]]
    nearest = max(
        (s for s in left if s.concept in _WITH_PHONES and s.label.box[0] < slot.label.box[0]),
        key=lambda s: s.label.box[0],
        default=None,
    )
    named = any(s.concept == "relative" for s in left)
    if any(
        r.text.startswith("联系人") and same_row(r, slot.label) and r.box[0] < slot.label.box[0] for r in runs
    ):
        return True
    return nearest is not None and (nearest.concept in _NOT_HIS or named)


def _is_behind_an_officer(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether the row names who deals with the letter for the employer: 经办人：王芳 联系电话：…."""
    return slot.word in _BARE_PHONE and _OFFICER.search(_row_before(slot, runs)) is not None


def _is_behind_his_signature(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether a telephone follows the place where the patient or a relative signs a settlement."""
    return _HIS_SIGNATURE.search(_row_before(slot, runs)) is not None


def _is_of_another_place(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether a district belongs to a home or a place of treatment: 就医地：北京市  县区：海淀区."""
    left = slot.label.box[0] + 1
    row = sorted((r for r in runs if same_row(r, slot.label) and r.box[0] < left), key=lambda r: r.box[0])
    before = "".join(c.text for r in row for c in r.chars if c.box[2] <= left)
    places = list(_PLACES.finditer(before))
    return bool(places) and places[-1][1] is None


def _is_hospitals(kind: K, slot: Slot, slots: Sequence[Slot], runs: Sequence[Run], height: int) -> bool:
    """Whether a telephone or address is the issuer's: at the foot; on reports, bills outside the head.

    A bill's landline is that of who issued it.
    """
    top = slot.label.box[1]
    if kind is K.WORK_POSTING_LETTER:
        employers = slot.concept == "phone" and (
            _is_behind_an_officer(slot, runs) or any(_LANDLINE.match(s.text) for s in slot.strips[:1])
        )
        return employers or is_of_letterhead(slot.label, runs)
    if kind is K.MEDICAL_INVOICE and any(_LANDLINE.match(s.text) for s in slot.strips[:1]):
        return slot.concept == "phone"
    if slot.concept == "phone" and kind in _WARDS and _is_of_who_is_named_before(slot, slots, runs):
        return True
    if kind in _REPORTS or kind is K.MEDICAL_INVOICE:
        names = [s.label for s in slots if s.concept == "name"]
        block = names and names[0].box[1] - names[0].height < top < names[0].box[1] + BLOCK * names[0].height
        paid = kind is K.MEDICAL_INVOICE and slot.concept == "phone"
        signed = paid and _is_behind_his_signature(slot, runs)
        return (not block or top > height / 2) and not signed
    if slot.concept == "address" and kind in _FORMS | _CLINICAL and slot.word in _BARE:
        return _is_of_the_house(slot, slots, runs, height)
    signs = top > FOOT * height or is_of_a_doctor(slot.label, slots, runs, height)
    return slot.concept == "phone" and kind in _CLINICAL and signs


def _is_of_the_house(slot: Slot, slots: Sequence[Slot], runs: Sequence[Run], height: int) -> bool:
    """Whether a bare 地址 is the issuer's: beside its switchboard, under its name, alone at the foot."""
    label = slot.label
    row = [r for r in runs if same_row(r, label)]
    if any(_SWITCHBOARD.search(r.text) for r in row):
        return True
    near = _NEAR * label.height
    person = [s.label for s in slots if s.concept in _PERSONS]
    if any(abs(p.box[1] - label.box[1]) < near for p in person):
        return False
    over = [r for r in runs if 0 < label.box[1] - r.box[1] < near]
    named = any(find_hospital_names(r.text) for r in over) and label.box[1] < HEAD * height
    return named or label.box[1] > SHEETS_FOOT * height
