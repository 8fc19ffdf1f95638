"""The photo with the card in hand: whose, and when it was taken (R15)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from builders import (
    AGENT_NAME,
    AGENT_NUMBER,
    NUMBER,
    OTHER_NUMBER,
    K,
    application,
    by_agent,
    document,
    face,
    faulty,
    line,
    outcome,
    page,
    results,
    selfie,
    verdict,
)

from ocr.types import Document, Face, FileFacts, Marks, Page, Quality, Source


class TestSelfie:
    def shown(self, paper: Document, **stated: object) -> str:
        return outcome(verdict([paper], application("shaoyang-renewal", **stated)), "id-selfie")

    @pytest.mark.parametrize(
        ("number", "faces", "expected"),
        [
            (NUMBER, [face(600), face(150)], "met"),
            (NUMBER, [face(600)], "met"),
            (NUMBER, [face(150)], "unknown"),  # only the portrait: 150 px beside digits of 30 px
            (NUMBER, [face(600), face(500)], "unknown"),  # two people
            (NUMBER, [], "unknown"),
            (OTHER_NUMBER, [face(600)], "unmet"),
            (None, [face(600)], "unmet"),  # a face, nothing like a card
            (None, [face(600), face(150)], "unknown"),  # a card that cannot be read
            (None, [face(600, confidence=0.5)], "unknown"),
        ],
    )
    def test_photo(self, number: str | None, faces: Sequence[Face], expected: str) -> None:
        assert self.shown(selfie(number, faces)) == expected

    @pytest.mark.parametrize(
        ("measures", "text", "expected"),
        [
            ({"card": 0.0}, None, "unmet"),
            ({"card": 0.99}, None, "unknown"),  # a card's shape with nothing readable on it
            ({}, None, "unknown"),  # nobody looked for one
            ({"card": 0.1}, "公民身份号码", "unknown"),
        ],
    )
    def test_a_card_that_cannot_be_read(
        self, measures: dict[str, float], text: str | None, expected: str
    ) -> None:
        lines = (line(text, at=1500),) if text else ()
        shot = Page(1, 1600, 2200, Source.OCR, 0, Quality((), measures), lines)
        assert self.shown(selfie(None, [face(600)], pages=[shot])) == expected

    def test_a_faulty_picture_is_never_unmet(self) -> None:
        assert self.shown(faulty(selfie(None, [face()]))) == "unknown"
        assert self.shown(faulty(selfie(OTHER_NUMBER))) == "unknown"
        assert self.shown(selfie(OTHER_NUMBER, confidence=0.85)) == "unknown"

    def test_name_and_part_of_the_number(self) -> None:
        part = page(1, "姓名 李建国", "430503196703")
        paper = document(K.ID_SELFIE, {"patient_name": "李建国"}, pages=[part], marks=Marks(faces=(face(),)))
        assert self.shown(paper) == "met"
        alone = document(
            K.ID_SELFIE,
            {"patient_name": "李建国"},
            pages=[page(1, "姓名 李建国")],
            marks=Marks(faces=(face(),)),
        )
        assert self.shown(alone) == "unknown"

    def test_the_agents_card_in_hand(self) -> None:
        found = verdict([selfie(AGENT_NUMBER)], application("shaoyang-renewal", applicant=by_agent()))
        answer = results(found, "id-selfie")[0]
        assert (answer.outcome.value, answer.code) == ("unmet", "SELF-003")
        assert "代办人" in answer.message
        assert AGENT_NAME not in (answer.remedy or "")

    def test_a_portrait_of_no_known_kind(self) -> None:
        bare = selfie(None, [face(600)])
        portrait = document(K.UNKNOWN, file="me.jpg", pages=bare.pages, marks=bare.marks)
        assert self.shown(portrait) == "unmet"
        assert self.shown(document(K.UNKNOWN, file="x.jpg")) == "unknown"

    def test_the_day_it_was_taken_is_advisory(self) -> None:
        for taken, expected in (
            ("2025-10-21T08:00:00", "met"),  # exactly 30 days before 2025-11-20
            ("2025-10-20T23:59:59", "unknown"),  # a camera's clock refuses nobody
            ("2026-01-01T00:00:00", "unknown"),
            (None, "unknown"),
        ):
            paper = selfie(facts=FileFacts("image/jpeg", taken_at=taken))
            answer = results(verdict([paper], application("shaoyang-renewal")), "id-selfie-recent")[0]
            assert (answer.outcome.value, answer.advisory) == (expected, True)

    @pytest.mark.parametrize(
        ("day", "confidence", "expected"),
        [
            ("2025-10-21", 0.95, "met"),
            ("2025-10-20", 0.95, "unmet"),
            ("2025-10-20", 0.85, "unknown"),
            ("2025-10-21", 0.85, "met"),
        ],
    )
    def test_the_day_printed_in_the_picture(self, day: str, confidence: float, expected: str) -> None:
        paper = document(K.ID_SELFIE, {"photo_date": day}, confidence=confidence)
        stated = application("shaoyang-renewal")
        assert outcome(verdict([paper], stated), "id-selfie-recent") == expected
        if expected == "unmet":
            assert outcome(verdict([faulty(paper)], stated), "id-selfie-recent") == "unknown"

    def test_of_several_photos_the_order_tells_nothing(self) -> None:
        good, doubtful = selfie(file="a.jpg"), selfie(None, [], file="b.jpg")
        wrong = selfie(OTHER_NUMBER, [face(600)], file="c.jpg")
        for photos, expected in (([good, doubtful, wrong], "met"), ([doubtful, wrong], "unmet")):
            for order in itertools.permutations(photos):
                found = verdict(list(order), application("shaoyang-renewal"))
                assert outcome(found, "id-selfie") == expected

    def test_a_portrait_beside_a_doubtful_selfie_refuses_nobody(self) -> None:
        bare = selfie(None, [face(600)])
        portrait = document(K.UNKNOWN, file="me.jpg", pages=bare.pages, marks=bare.marks)
        found = verdict([portrait, selfie(None, [], file="b.jpg")], application("shaoyang-renewal"))
        assert outcome(found, "id-selfie") == "unknown"
