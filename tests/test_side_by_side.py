"""Two people's blocks side by side on a letter: neither's number is told as the other's."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr import extract
from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K
from ocr.types import Field, TextLine

PATIENT, AGENT = "430503196703121890", "430503197806152440"
HEADS = [
    ("委托人（参保人）", "受托人（代办人）"),
    ("甲方（委托人）：", "乙方（受托人）："),
    ("一、委托人信息", "二、受托人信息"),
    ("参保人", "代理人"),
]


def _rows(*rows: tuple[str, ...], top: int = 100) -> list[TextLine]:
    places = (100, 260, 700, 860)
    return [
        line(text, x, top + 50 * n)
        for n, row in enumerate(rows)
        for text, x in zip(row, places if len(row) > 2 else places[::2], strict=True)
        if text
    ]


@pytest.mark.parametrize("kind", [K.AUTHORIZATION_LETTER, K.APPLICATION_FORM, K.REMOTE_FILING_FORM])
@pytest.mark.parametrize("heads", HEADS)
def test_each_block_is_its_heads(heads: tuple[str, str], kind: K) -> None:
    got = fields(
        kind,
        *_rows(
            heads,
            ("姓 名", "李建国", "姓 名", "王秀兰"),
            ("身份证号", PATIENT, "身份证号", AGENT),
            ("联系电话", "13500000001", "联系电话", "13600000002"),
        ),
        line(
            "委托人因行动不便，不能亲自前往医疗保障经办窗口，现委托上列受托人代为办理门诊慢特病申报。",
            100,
            400,
        ),
    )
    assert (got["patient_name"], got["id_number"]) == (["李建国"], [PATIENT])
    assert (got["agent_name"], got["agent_id_number"]) == (["王秀兰"], [AGENT])
    assert got["phone"] == ["13500000001"]


@pytest.mark.parametrize(
    "heads",
    [
        ("委托人：李建国", "受托人：王秀兰"),
        ("甲方：李建国", "乙方：王秀兰"),
        ("委托人姓名：李建国", "代办人姓名：王秀兰"),
    ],
)
def test_heads_that_hold_the_names(heads: tuple[str, str]) -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        *_rows(
            heads,
            (f"身份证号：{PATIENT}", f"身份证号：{AGENT}"),
            ("联系电话：13500000001", "联系电话：13600000002"),
        ),
    )
    assert (got["patient_name"], got["id_number"]) == (["李建国"], [PATIENT])
    assert (got["agent_name"], got["agent_id_number"]) == (["王秀兰"], [AGENT])
    assert got["phone"] == ["13500000001"]


def test_the_agents_block_may_stand_first() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        *_rows(
            ("受托人：", "委托人："),
            ("姓名：王秀兰", "姓名：李建国"),
            (f"公民身份号码：{AGENT}", f"公民身份号码：{PATIENT}"),
        ),
    )
    assert (got["patient_name"], got["id_number"]) == (["李建国"], [PATIENT])
    assert (got["agent_name"], got["agent_id_number"]) == (["王秀兰"], [AGENT])


def test_numbers_under_two_signatures_side_by_side() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("本人李建国因病不能到场，现委托王秀兰代为办理。", 100, 100),
        *_rows(
            ("委托人（签字）：", "受托人（签字）："),
            (f"身份证号：{PATIENT}", f"身份证号：{AGENT}"),
            ("联系电话：13500000001", "联系电话：13600000002"),
            top=500,
        ),
    )
    assert got["id_number"] == [PATIENT]
    assert got["agent_id_number"] == [AGENT]
    assert got["phone"] == ["13500000001"]


def test_one_printed_number_is_never_both_peoples() -> None:
    number = Field(PATIENT, PATIENT, 1.0, 1, (100, 100, 300, 130), "ocr")
    found = {"id_number": [number], "agent_id_number": [number]}
    extract._leave_out_told_of_both(found)
    assert not found["agent_id_number"]
    assert [f.confidence for f in found["id_number"]] == [LOOSELY]
