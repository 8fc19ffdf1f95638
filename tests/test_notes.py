"""What tells how to fill in a form is no value on it."""

from __future__ import annotations

from page_text import fields, line

from ocr.types import DocumentKind as K


def test_labels_in_a_note_ask_for_nothing() -> None:
    got = fields(
        K.REFERRAL_LETTER,
        line("初步印象：2型糖尿病", 100, 100),
        line(
            "填表说明：1.本表供居民双向转诊转出时使用，由转诊医生填写，一式两份，转出单位与转入单位各执一份，",
            100,
            900,
        ),
        line("2.初步印象：转诊医生根据患者病情做出的初步判断。", 100, 940),
    )
    assert got["diagnosis"] == ["2型糖尿病"]


def test_a_note_ends_with_its_last_line() -> None:
    got = fields(
        K.RECOGNITION_FORM,
        line("门诊特殊慢性病医师认定表的标题写得很长，一直写到纸的右边，还要再写一些字", 100, 100),
        line("说明：第1项为必备条件，其余具备2项及以上。", 100, 600),
        line("临床诊断：类风湿性关节炎", 100, 640),
    )
    assert got["diagnosis"] == ["类风湿性关节炎"]
