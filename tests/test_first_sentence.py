"""What the sentence tells that opens with the patient, over the ends of its lines."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K

_NUMBER = "430503196703121890"


def test_an_id_number_whose_label_wraps() -> None:
    first = line("李建芳，女性，现年49岁，汉族，住湖南省邵阳市大祥区板桥乡花园村3组12号，身", 150, 400)
    second = line(f"份证号{_NUMBER}，联系电话18900008079。因“口干6年”由门诊收住我院内科。", 100, 446)
    found = fields(K.DISCHARGE_SUMMARY, line("出院小结", 600, 60, height=50), first, second)
    assert found["id_number"] == [_NUMBER]
    assert found["address"] == ["湖南省邵阳市大祥区板桥乡花园村3组12号"]


def test_a_relatives_number_is_not_the_patients() -> None:
    first = line("李建芳，女性，49岁，住湖南省邵阳市大祥区板桥乡花园村3组12号，其子李强，身", 150, 400)
    second = line(f"份证号{_NUMBER}，代述病史。", 100, 446)
    found = fields(K.DISCHARGE_SUMMARY, line("出院小结", 600, 60, height=50), first, second)
    assert "id_number" not in found


@pytest.mark.parametrize("end", ["人，因", "人,因"])
def test_where_somebody_is_from(end: str) -> None:
    told = line(
        f"兹证明 李建芳 同志，性别女，年龄 39 岁，系湖南省邵阳市大祥区中兴路145号{end}腹胀来院。", 150, 400
    )
    found = fields(K.DIAGNOSIS_CERTIFICATE, line("诊断证明书", 600, 60, height=50), told)
    assert found["address"] == ["湖南省邵阳市大祥区中兴路145号"]
