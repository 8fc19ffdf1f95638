"""Who bought on a tax invoice or paid on a bill: 购买方 … 名称：李建国, 统一社会信用代码/纳税人识别号：….

The labels are those of companies; a private hospital's invoices and the state's electronic bills print the
patient's name and ID number behind them. The seller's name and number stand behind the same labels, so that
each is taken only from the buyer's part, and a number only with the name it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ocr.layout import Run
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name

SURE = 0.8
NEAR = 8.0
"""Text heights from the head of a party's part down to its name and number, at most."""
_BUYER = r"(?:购买方|购货单位|购货方|购方|买方)(?:信息)?"
_HEAD = re.compile(
    rf"\s*(?:(?P<buyer>{_BUYER})|销售方|销售单位|销货单位|销货方|销方|卖方|收款|开票)(?:信息)?(?!应|须|可)"
)
_PERSON = r"\s*[:：]\s*(?P<name>[\u4e00-\u9fff·]{2,8})\s*(?:[(（]个人[)）])?\s*$"
_NAMED = re.compile(rf"\s*(?:{_BUYER}\s*)?名\s*称\s*[:：]")
_BUYERS_NAME = re.compile(rf"\s*(?:{_BUYER}\s*名\s*称|{_BUYER}|名\s*称){_PERSON}")
_SELLERS_NAME = re.compile(
    r"\s*(?:(?:销售方|销方|卖方)(?:信息)?\s*)?(?:名\s*称|销售方)\s*[:：]\s*"
    r"(?P<name>[\u4e00-\u9fff()（）]{2,24}(?:医院|门诊部|诊所|卫生院|医疗中心|体检中心)(?:[\u4e00-\u9fff()（）]{0,8}公司)?)\s*$"
)
_TAXED = re.compile(r"信用代码|识别号|纳税人")
_PAYER = r"(?:交款|缴款|付款|交费|缴费)人"
_PAYERS_CODE = re.compile(rf"{_PAYER}(?:统一)?(?:社会)?(?:信用|纳税人|识别)")
_BARE_CODE = re.compile(r"\s*统一社会信用代码\s*[:：]")
"""On the state's electronic bills the payer's, under or beside 交款人; an office's is no valid ID number."""
_PAYERS_NAME = re.compile(rf"{_PAYER}{_PERSON.replace('$', '')}")
_PATIENT = re.compile(r"患者|病人|姓\s*名")


@dataclass(frozen=True, slots=True)
class _Buyer:
    """The person in the buyer's part, and where the name stands."""

    name: str
    run: Run
    start: int
    end: int


def fill_in_buyer(sheet: Sheet) -> None:
    """Add the buyer's name and the payer's ID number, where labels of their own gave none."""
    heads = [run for run in sheet.runs if _HEAD.match(run.text)]
    buyer = _buyer(sheet.runs, heads)
    if buyer and sheet.lacks("patient_name"):
        sheet.add("patient_name", buyer.name, buyer.run, buyer.start, buyer.end, most=_most_of_buyer(heads))
    if sheet.lacks("id_number"):
        _number(sheet, heads, buyer)
    if sheet.lacks("hospital_name"):
        _seller(sheet, heads)


def _seller(sheet: Sheet, heads: Sequence[Run]) -> None:
    """The hospital that sold, by its company's name: 销售方 … 名称：某某医院有限公司."""
    for run in sheet.runs:
        told = _SELLERS_NAME.match(run.text)
        if told and not _in_buyers_part(run, heads):
            sheet.add("hospital_name", told["name"], run, *told.span("name"), most=LOOSELY)
            return


def _is_buyer(head: Run) -> bool:
    told = _HEAD.match(head.text)
    return told is not None and told["buyer"] is not None


def _in_buyers_part(run: Run, heads: Sequence[Run]) -> bool:
    """Whether the head before a run, above it or on its left, is the buyer's: the lowest, then the last."""
    before = [
        head
        for head in heads
        if head.box[0] <= run.box[0] + run.height and -run.height < run.box[1] - head.box[1]
    ]
    if not before:
        return False
    lowest = max(head.box[1] for head in before)
    head = max((h for h in before if lowest - h.box[1] < run.height), key=lambda h: h.box[0])
    return _is_buyer(head) and run.box[1] - head.box[1] < NEAR * run.height


def _buyer(runs: Sequence[Run], heads: Sequence[Run]) -> _Buyer | None:
    """The person whom the first name in the buyer's part names: goods have names below it as well."""
    for run in runs:
        labelled = _NAMED.match(run.text) or (run in heads and _BUYERS_NAME.match(run.text))
        if not labelled or not _in_buyers_part(run, heads):
            continue
        told = _BUYERS_NAME.match(run.text)
        name = _person(told["name"]) if told else None
        return _Buyer(name, run, told.start("name"), told.end("name")) if told and name else None
    return None


def _person(text: str) -> str | None:
    name = normalise_name(text)
    return name if name and looks_like_name(name) >= SURE else None


def _number(sheet: Sheet, heads: Sequence[Run], buyer: _Buyer | None) -> None:
    """A valid ID number behind the label of the payer's or the buyer's code, of the patient's own name."""
    named = {field.value for field in sheet.found.get("patient_name", [])}
    for run in sheet.runs:
        label = _TAXED.search(run.text)
        behind = run.part(label.end()) if label else None
        numbers = find_id_numbers(behind.text) if behind else ()
        if not numbers or behind is None:
            continue
        if _PAYERS_CODE.search(run.text):
            most = _most_of_payer(sheet.runs, named)
        elif _BARE_CODE.match(run.text):
            paid = any(_PAYERS_NAME.search(r.text) for r in sheet.runs)
            most = min(LOOSELY, _most_of_payer(sheet.runs, named)) if named and paid else 0.0
        else:
            same = buyer is not None and named == {buyer.name} and _in_buyers_part(run, heads)
            most = _most_of_buyer(heads) if same else 0.0
        if most:
            sheet.add("id_number", numbers[0].number, behind, numbers[0].start, numbers[0].end, most=most)
            return


def _most_of_buyer(heads: Sequence[Run]) -> float:
    """Less where the seller's part was not found, and what stands below may be anybody's."""
    return LOOSELY if all(_is_buyer(head) for head in heads) else 1.0


def _most_of_payer(runs: Sequence[Run], named: Set[object]) -> float:
    """How far the payer is the patient: not where another is named, less where other labels ask for one."""
    payers = {normalise_name(m["name"]) for run in runs if (m := _PAYERS_NAME.search(run.text))}
    if payers and named:
        return 1.0 if named <= payers else 0.0
    return LOOSELY if any(_PATIENT.search(run.text) for run in runs) else 1.0
