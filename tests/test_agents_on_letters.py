"""Whose numbers stand beside whom on letters: under a relative's signature, before upright heads."""

from __future__ import annotations

from page_text import fields, line

from ocr.types import DocumentKind as K
from ocr.types import TextLine


def _upright(text: str, x: float, y: float, height: float) -> TextLine:
    return TextLine(text, ((x, y), (x + 40, y), (x + 40, y + height), (x, y + height)), 0.99)


def test_numbers_under_a_relatives_signature_are_not_the_patients() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("姓名：李建国", 100, 100),
        line("患者签名：", 100, 800),
        line("家属/代理人签名：王小芳", 100, 850),
        line("身份证号：430503196703121890", 100, 900),
        line("电话：13500000001", 900, 900),
    )
    assert got["patient_name"] == ["李建国"]
    assert "id_number" not in got
    assert "phone" not in got
    assert got["agent_id_number"] == ["430503196703121890"]


def test_what_stands_far_below_a_signature_is_the_patients_again() -> None:
    got = fields(
        K.APPLICATION_FORM,
        line("代办人签名：王小芳", 100, 300),
        line("身份证号：430503196703121890", 100, 800),
    )
    assert got["id_number"] == ["430503196703121890"]


def test_relation_to_the_principal_is_nobodys_name() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("委托人：李建国", 100, 100),
        line("受托人：王小芳", 100, 150),
        line("与委托人关系：儿子  联系电话：13500000001", 100, 200),
    )
    assert got["patient_name"] == ["李建国"]
    assert "phone" not in got


def test_two_upright_heads_without_rules_part_the_rows_at_the_second_name() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        _upright("委托人", 100, 250, 120),
        _upright("受托", 100, 520, 80),
        line("人", 108, 605, height=30),
        *(line(t, 200, 200 + 60 * n) for n, t in enumerate(("姓名", "身份证号码", "联系电话"))),
        *(line(t, 500, 200 + 60 * n) for n, t in enumerate(("李建国", "430503196703121890", "13500000001"))),
        *(line(t, 200, 460 + 60 * n) for n, t in enumerate(("姓名", "身份证号码", "联系地址", "联系电话"))),
        line("王小芳", 500, 460),
        line("430503199003121890", 500, 520),
        line("样章路5号", 500, 580),
        line("13500000002", 500, 640),
    )
    assert got["patient_name"] == ["李建国"]
    assert got["phone"] == ["13500000001"]
    assert got["agent_name"] == ["王小芳"]
