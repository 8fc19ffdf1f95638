"""Somebody else files: letters, cards, and whose card is whose."""

from __future__ import annotations

import pytest
from builders import (
    AGENT_NAME,
    AGENT_NUMBER,
    NAME,
    NUMBER,
    OTHER_NAME,
    K,
    application,
    by_agent,
    codes,
    document,
    id_back,
    id_front,
    outcome,
    results,
    selfie,
    sound_application,
    verdict,
)

from ocr.types import Document

LETTER = {"patient_name": NAME, "agent_name": AGENT_NAME}


class TestAgent:
    def filed(self, *papers: Document, **applicant: object) -> str:
        stated = application("shaoyang-renewal", applicant=by_agent(**applicant))
        return outcome(verdict([id_front(), id_back(), selfie(), *papers], stated), "agent-authorised")

    def test_complete_and_incomplete(self) -> None:
        card = id_front(AGENT_NAME, AGENT_NUMBER, file="agent.jpg")
        letter = document(K.COMMITMENT_LETTER, LETTER)
        assert self.filed(card, letter) == "met"
        assert self.filed(card) == "unmet"
        assert self.filed(letter) == "unmet"
        assert self.filed(card, document(K.UNKNOWN, file="x.jpg")) == "unknown"
        assert self.filed(card, letter, agent=None) == "unknown"

    def test_a_letter_for_somebody_else(self) -> None:
        card = id_front(AGENT_NAME, AGENT_NUMBER, file="agent.jpg")
        other = {"patient_name": NAME, "agent_name": "赵德柱"}
        assert self.filed(card, document(K.AUTHORIZATION_LETTER, other)) == "unmet"
        assert self.filed(card, document(K.AUTHORIZATION_LETTER, other, confidence=0.9)) == "unknown"
        assert self.filed(card, document(K.AUTHORIZATION_LETTER, {"patient_name": NAME})) == "unknown"

    def test_only_an_adopted_rule_makes_it_unmet(self) -> None:
        """The agent's papers of a first application rest on content pages: not adopted."""
        stated = application(applicant=by_agent())
        assert outcome(verdict(sound_application(), stated), "agent-authorised") == "unknown"

    def test_the_applicant_needs_none(self) -> None:
        assert outcome(verdict(sound_application()), "agent-authorised") == "not_applicable"


class TestWhoseCard:
    @pytest.mark.parametrize(
        ("number", "card", "material", "agent"),
        [
            (None, NAME, "met", "没有收到"),  # the patient's, though much like 李国
            (NUMBER, "李国", "met", "没有收到"),  # the number tells
            (None, "李国", "unmet", "号码未能读清"),  # the agent's
            (AGENT_NUMBER, NAME, "unknown", "可能就是"),  # one's number, the other's name
            (None, "李健国", "unknown", "可能就是"),  # nearly either
            (None, None, "unknown", "可能就是"),
            (None, OTHER_NAME, "met", "没有收到"),  # a third person's, surely read
        ],
    )
    def test_whose_card_where_agent_and_patient_have_like_names(
        self, number: str | None, card: str | None, material: str, agent: str
    ) -> None:
        read = {"patient_name": card, "id_number": number}
        paper = document(K.ID_CARD_FRONT, {k: v for k, v in read.items() if v})
        stated = application(
            "shaoyang-renewal",
            applicant={"relation": "agent", "agent": {"name": "李国", "id_number": AGENT_NUMBER}},
        )
        found = verdict([paper, id_back(), selfie()], stated)
        fronts = [r for r in results(found, "material-present") if r.subject == "id_card_front"]
        assert [r.outcome.value for r in fronts] == [material]
        assert agent in results(found, "agent-authorised")[0].message
        assert outcome(found, "identity-consistent") != "met"

    def test_an_unsurely_read_card_is_neither_persons(self) -> None:
        paper = document(K.ID_CARD_FRONT, {"patient_name": OTHER_NAME}, confidence=0.85)
        stated = application("shaoyang-renewal", applicant=by_agent())
        found = verdict([paper, id_back(), selfie()], stated)
        assert outcome(found, "identity-consistent") == "unknown"
        assert "AGT-004" in codes(found, "agent-authorised")
