"""A hospital told by the seal alone."""

from __future__ import annotations

import pytest

from ocr.sealed_by import with_sealing_hospital
from ocr.types import DocumentKind, Field, Seal, Source

BOX = (100.0, 100.0, 300.0, 300.0)


def seal(text: str, confidence: float = 0.97, page: int = 1) -> Seal:
    return Seal(text, "red", "round", page, BOX, confidence)


def told(
    *seals: Seal, kind: DocumentKind = DocumentKind.MEDICAL_INVOICE
) -> list[tuple[object, float | None]]:
    fields = with_sealing_hospital(kind, {}, seals)
    return [(f.value, f.confidence) for f in fields.get("hospital_name", ())]


def test_the_seal_names_who_issued_the_paper() -> None:
    fields = with_sealing_hospital(
        DocumentKind.MEDICAL_INVOICE, {}, [seal("样山市人民医院收费专用章", page=2)]
    )
    [field] = fields["hospital_name"]
    assert (field.value, field.raw) == ("样山市人民医院", "样山市人民医院收费专用章")
    assert (field.page, field.box, field.source) == (2, BOX, Source.OCR)
    assert field.confidence == 0.6


@pytest.mark.parametrize(
    "seals",
    [
        (),
        (seal("财政票据监制章"),),
        (seal("样山市人民医院", 0.89),),
        (seal("样山市人民医院"), seal("样水县中医院")),
        (seal("收费章，样山市人民医院"),),
        (seal("样山市医疗保障局"),),
        (seal(""),),
    ],
)
def test_it_is_not_told_where_the_seal_does_not_say_it_clearly(seals: tuple[Seal, ...]) -> None:
    assert told(*seals) == []


def test_a_known_hospital_is_told_by_a_ring_read_less_surely() -> None:
    assert told(seal("上海值第一人民医院收费章", 0.75)) == [("上海市第一人民医院", 0.6)]
    assert told(seal("上海值第一人民医院收费章", 0.65)) == []
    assert told(seal("中南大学湘雅之医院收费章", 0.75)) == []


def test_two_seals_of_one_hospital_agree() -> None:
    assert (
        told(seal("样山市人民医院"), seal("财政票据监制章"), seal("样山市人民医院门诊收费章"))[0][0]
        == "样山市人民医院"
    )


def test_what_is_printed_stands_and_forms_are_sealed_by_others() -> None:
    printed = (Field("样水县中医院", "样水县中医院", 0.7, 1, BOX, Source.OCR),)
    fields = with_sealing_hospital(
        DocumentKind.MEDICAL_INVOICE, {"hospital_name": printed}, [seal("样山市人民医院")]
    )
    assert fields["hospital_name"] == printed
    assert told(seal("样山市人民医院"), kind=DocumentKind.APPLICATION_FORM) == []


@pytest.mark.parametrize(
    ("read", "confidence", "name"),
    [
        ("工市人民医院", 0.29, "样山市人民医院"),  # a piece of the seal's
        ("工市人民医院", 0.7, "工市人民医院"),
        ("样水县中医院", 0.29, "样水县中医院"),
        ("样山市人民医院东河分院", 0.29, "样山市人民医院东河分院"),
    ],
)
def test_a_piece_that_was_hardly_read_gives_way_to_the_seal(read: str, confidence: float, name: str) -> None:
    piece = Field(read, read, confidence, 1, BOX, Source.OCR)
    fields = with_sealing_hospital(
        DocumentKind.MEDICAL_INVOICE, {"hospital_name": (piece,)}, [seal("样山市人民医院收费专用章")]
    )
    assert [f.value for f in fields["hospital_name"]] == [name]
