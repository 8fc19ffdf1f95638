"""Whose papers are they: names, numbers, cards, places (R03, R15, R16)."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import (
    AGENT_NAME,
    AGENT_NUMBER,
    NAME,
    NUMBER,
    ON,
    OTHER_NAME,
    OTHER_NUMBER,
    K,
    application,
    by_agent,
    codes,
    discharge,
    document,
    faulty,
    form,
    id_back,
    id_front,
    lab,
    outcome,
    recognition,
    results,
    sound_application,
    sound_renewal,
    verdict,
)

from ocr.types import Document, Source
from validators.register import InsuredPerson, RegisterAnswers
from validators.verdict import Route


def with_record(**fields: object) -> list[Document]:
    return [id_front(), id_back(), form(), discharge(fields=fields), lab()]


class TestIdentityConsistent:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "met"),
            ({"patient_name": "李 建 国"}, "met"),
            ({"patient_name": "李*国"}, "met"),
            ({"id_number": "430503********4514"}, "met"),
            ({"id_number": "430503670312451"}, "met"),  # the same number in its 15-digit form
            ({"patient_name": OTHER_NAME}, "unmet"),
            ({"patient_name": "李建军"}, "unmet"),  # one character, no look-alike, surely read
            ({"patient_name": "李健国"}, "unknown"),  # 建 and 健 look alike
            ({"patient_name": "李国"}, "unknown"),  # a character may be lost
            ({"id_number": OTHER_NUMBER}, "unmet"),
            ({"id_number": "430503196703124515"}, "unknown"),  # fails its check character: misread
            ({"sex": "女"}, "unknown"),
            ({"patient_name": None}, "unknown"),
        ],
    )
    def test_a_record(self, fields: dict[str, str | None], expected: str) -> None:
        assert outcome(verdict(with_record(**fields)), "identity-consistent") == expected

    @pytest.mark.parametrize("confidence", [0.3, 0.79, 0.89, 0.94])
    def test_an_unsure_reading_of_another_name_is_never_unmet(self, confidence: float) -> None:
        record = discharge(fields={"patient_name": OTHER_NAME}, confidence=confidence)
        found = verdict([id_front(), id_back(), form(), record, lab()])
        assert outcome(found, "identity-consistent") == "unknown"

    def test_another_name_on_a_faulty_page_is_unknown(self) -> None:
        documents = with_record(patient_name=OTHER_NAME)
        documents[3] = faulty(documents[3])
        assert outcome(verdict(documents), "identity-consistent") == "unknown"

    def test_a_nameless_report_beside_a_named_one_is_only_mentioned(self) -> None:
        nameless = lab(fields={"patient_name": None}, file="second.jpg")
        found = verdict([*sound_application(), nameless])
        assert outcome(found, "identity-consistent") == "met"
        assert "second.jpg" in results(found, "identity-consistent")[0].message
        alone = verdict([*sound_application()[:4], nameless])
        assert outcome(alone, "identity-consistent") == "unknown"

    def test_the_number_must_stand_on_an_identity_paper(self) -> None:
        assert outcome(verdict(sound_application()[1:]), "identity-consistent") == "unknown"

    def test_another_persons_card_without_an_agent(self) -> None:
        other = id_front(OTHER_NAME, OTHER_NUMBER, file="other.jpg")
        found = verdict([*sound_application(), other])
        assert "ID-006" in codes(found, "identity-consistent")
        assert found.route is Route.NEEDS_CORRECTION

    def test_the_agents_card_and_letter_are_no_conflict(self) -> None:
        agents = id_front(AGENT_NAME, AGENT_NUMBER, file="agent.jpg")
        letter = document(
            K.AUTHORIZATION_LETTER, {"patient_name": [NAME, AGENT_NAME], "agent_name": AGENT_NAME}
        )
        stated = application("shaoyang-renewal", applicant=by_agent())
        found = verdict([*sound_renewal(), agents, letter], stated)
        assert outcome(found, "identity-consistent") == "met"
        assert outcome(found, "agent-authorised") == "met"

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [(K.AUTHORIZATION_LETTER, "met"), (K.APPLICATION_FORM, "met"), (K.DISCHARGE_SUMMARY, "unmet")],
    )
    def test_the_agents_number_belongs_on_letters_and_forms(self, kind: K, expected: str) -> None:
        paper = document(kind, {"patient_name": NAME, "id_number": AGENT_NUMBER}, file="x.jpg")
        stated = application("shaoyang-renewal", applicant=by_agent())
        assert outcome(verdict([*sound_renewal(), paper], stated), "identity-consistent") == expected

    def test_a_household_register_names_the_family(self) -> None:
        register = document(K.HOUSEHOLD_REGISTER, {"patient_name": [OTHER_NAME, NAME]})
        stated = application("shaoyang-remote-filing", category="settled_retirement")
        assert outcome(verdict([id_front(), id_back(), register], stated), "identity-consistent") == "met"

    def test_messages_mask_numbers(self) -> None:
        found = verdict(with_record(id_number=OTHER_NUMBER))
        said = " ".join(f"{c.message}{c.remedy}" for c in found.checks)
        assert OTHER_NUMBER not in said
        assert NUMBER not in said
        assert "430***********1228" in said


class TestNumber:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (NUMBER, "met"),
            (NUMBER[:-1] + "5", "unmet"),  # check character
            ("430503196702304514", "unmet"),  # 30 February
            ("990503196703124514", "unmet"),  # no province 99
            ("43050319670312451", "unmet"),  # 17 characters
        ],
    )
    def test_the_stated_number(self, number: str, expected: str) -> None:
        stated = application(applicant={"id_number": number})
        documents = [id_front(number=number + "0" if len(number) < 18 else number)]
        answers = [
            r for r in results(verdict(documents, stated), "id-number-valid") if r.subject == "case.yaml"
        ]
        assert [r.outcome.value for r in answers] == ([] if expected == "met" else [expected])

    def test_a_read_number_that_fails_is_unknown_unless_it_is_a_text_layer(self) -> None:
        wrong = NUMBER[:-1] + "5"
        read = [*sound_application(), discharge(fields={"id_number": wrong}, file="r.jpg")]
        assert outcome(verdict(read), "id-number-valid") == "unknown"
        layer = discharge(
            fields={"id_number": wrong}, file="r.pdf", source=Source.TEXT_LAYER, confidence=None
        )
        assert outcome(verdict([*sound_application(), layer]), "id-number-valid") == "unmet"

    @pytest.mark.parametrize("wrong", [NUMBER[:-1] + "5", "430503197205061229", "430503196713124514"])
    @pytest.mark.parametrize("confidence", [0.3, 0.85, 0.97, 1.0])
    @pytest.mark.parametrize("kind", [K.ID_CARD_FRONT, K.DISCHARGE_SUMMARY])
    def test_a_misread_number_refuses_nobody(self, kind: K, confidence: float, wrong: str) -> None:
        """OCR that fails the check digit misread a digit, however sure it was and whatever the page."""
        read = document(
            kind,
            {"patient_name": NAME, "id_number": wrong},
            file="r.jpg",
            confidence=confidence,
        )
        found = verdict([*sound_application(), read])
        assert outcome(found, "id-number-valid") == "unknown"
        assert outcome(found, "identity-consistent") == "unknown"

    def test_a_number_that_fails_in_a_text_layer_names_no_other_person(self) -> None:
        wrong = {"id_number": NUMBER[:-1] + "5"}
        layer = discharge(fields=wrong, file="r.pdf", source=Source.TEXT_LAYER, confidence=None)
        assert outcome(verdict([*sound_application(), layer]), "identity-consistent") == "unknown"


class TestCard:
    @pytest.mark.parametrize(
        ("valid_until", "expected"),
        [
            ("长期", "met"),
            (ON.isoformat(), "met"),  # the last day belongs
            ((ON - dt.timedelta(days=1)).isoformat(), "unmet"),
            ("2025-11", "unknown"),  # a month that holds the day of submission
            ("2025-10", "unmet"),
            ("看不清", "unknown"),
        ],
    )
    def test_validity(self, valid_until: str, expected: str) -> None:
        documents = [id_front(), id_back(valid_until), *sound_application()[2:]]
        assert outcome(verdict(documents), "id-card-valid") == expected

    def test_unsure_expiry_is_unknown(self) -> None:
        documents = [id_front(), id_back("2020-01-01", confidence=0.85)]
        assert outcome(verdict(documents), "id-card-valid") == "unknown"
        assert outcome(verdict([id_front(), faulty(id_back("2020-01-01"))]), "id-card-valid") == "unknown"

    def test_no_back_is_unknown(self) -> None:
        assert outcome(verdict([id_front()]), "id-card-valid") == "unknown"

    def test_with_an_agent_an_expired_back_may_be_the_agents(self) -> None:
        stated = application("shaoyang-renewal", applicant=by_agent())
        assert outcome(verdict([id_front(), id_back("2020-01-01")], stated), "id-card-valid") == "unknown"


class TestPlace:
    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            ("邵阳市大祥区", "met"),
            ("湖南省邵阳市", "met"),
            ("邵阳县", "met"),
            ("隆回", "met"),
            ("邵东县", "met"),  # now 邵东市
            ("430503", "met"),
            ("部阳市双清区", "met"),  # 部阳 is no place: a misread 邵阳
            ("长沙市岳麓区", "unmet"),
            ("江西省宜春市", "unmet"),
            ("广东省", "unmet"),
            ("430104", "unmet"),
            ("湖南省", "unknown"),
            ("省本级", "unknown"),
            ("城关区", "unknown"),
        ],
    )
    def test_the_stated_place(self, place: str, expected: str) -> None:
        stated = application(applicant={"insured_place": place})
        assert outcome(verdict([id_front()], stated), "insured-place") == expected

    def test_no_place_anywhere_is_unknown_and_the_form_alone_is_enough(self) -> None:
        stated = application(applicant={"insured_place": None})
        assert outcome(verdict([id_front()], stated), "insured-place") == "unknown"
        assert outcome(verdict([form()], stated), "insured-place") == "met"

    def test_a_form_of_another_city(self) -> None:
        elsewhere = form(fields={"insured_place": "长沙市"})
        assert outcome(verdict([elsewhere]), "insured-place") == "unmet"
        assert outcome(verdict([faulty(elsewhere)]), "insured-place") == "unknown"

    def test_two_counties_of_one_city_are_for_a_person(self) -> None:
        assert (
            outcome(verdict([form(fields={"insured_place": "邵阳市双清区"})]), "insured-place") == "unknown"
        )

    def test_yichun_does_not_take_shaoyang(self) -> None:
        stated = application("yichun-renewal", applicant={"insured_place": "邵阳市"})
        assert outcome(verdict([recognition()], stated), "insured-place") == "unmet"


def registered(*people: InsuredPerson) -> RegisterAnswers:
    """What a register of these people answers."""
    return RegisterAnswers(persons=people)


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        (None, "not_applicable"),
        (registered(InsuredPerson(NAME, NUMBER)), "met"),
        (registered(InsuredPerson(OTHER_NAME, NUMBER)), "unmet"),
        (registered(InsuredPerson(NAME, NUMBER, active=False)), "unmet"),
        (registered(), "unmet"),
    ],
)
def test_identity_on_record(register: RegisterAnswers | None, expected: str) -> None:
    assert outcome(verdict(sound_application(), register=register), "identity-on-record") == expected
