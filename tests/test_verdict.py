"""The verdict as a whole: every id answers, routes, digests, and doubt that never turns into a refusal."""

from __future__ import annotations

import dataclasses
import doctest
import importlib
import pkgutil
from collections.abc import Sequence
from typing import get_args

import pytest
from builders import (
    AGENT_NAME,
    AGENT_NUMBER,
    ENGINE,
    K,
    application,
    by_agent,
    certificate,
    codes,
    discharge,
    document,
    faulty,
    form,
    id_back,
    id_front,
    lab,
    recognition,
    seal,
    selfie,
    signature,
    sound_application,
    sound_renewal,
    sound_yichun,
    unsure,
    verdict,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import validators
from ocr.types import Document, Finding, Marks
from validators.application import Application
from validators.certainty import HARMFUL
from validators.checks import CHECKS
from validators.codes import MEANINGS, Code
from validators.pack import Pack, load_packs
from validators.policy import CheckId
from validators.verdict import Outcome, Route, Verdict

WITHIN = {"entitlement": {"disease": "高血压病3级", "valid_until": "2025-12-10"}}
OTHER = {"patient_name": "王秀英", "id_number": "430503197205061228"}
SMALL = {"diagnosis": ["腰椎间盘突出症"], "hospital_name": "绥宁县武阳镇卫生院"}
CASES: list[tuple[list[Document], Application]] = [
    (sound_application(), application()),
    (sound_renewal(), application("shaoyang-renewal", **WITHIN)),
    (sound_yichun(), application("yichun-renewal")),
    (
        [id_front(), id_back("2020-01-01"), form(title="主治医师"), discharge(fields=OTHER), lab()],
        application(),
    ),
    (
        [
            id_front(),
            id_back(),
            form("冠心病", marks=Marks(signatures=(signature(False),))),
            certificate(fields=SMALL, marks=Marks(seals=(seal("隆回县人民医院"),))),
            discharge(fields=SMALL),
            lab(fields={"report_date": "2020-01-01"}),
        ],
        application(),
    ),
    ([id_front(), id_back(), selfie(None)], application("shaoyang-renewal", **WITHIN)),
    ([id_front(), id_back(), recognition("2026-12-31"), discharge(), lab()], application("yichun-renewal")),
    (
        [id_front(), id_back(), document(K.REMOTE_FILING_FORM, {"filing_category": "referral"})],
        application("shaoyang-remote-filing"),
    ),
    (
        [
            *sound_renewal(),
            id_front(AGENT_NAME, AGENT_NUMBER, file="agent.jpg"),
            document(K.AUTHORIZATION_LETTER, {"patient_name": "李建国", "agent_name": AGENT_NAME}),
        ],
        application("shaoyang-renewal", applicant=by_agent(), **WITHIN),
    ),
]


@pytest.mark.parametrize("pack", load_packs(), ids=lambda p: p.policy.id)
def test_every_check_answers_in_every_case(pack: Pack) -> None:
    asked = set(get_args(CheckId))
    assert set(CHECKS) == asked
    assert len(asked) == 23
    for documents in ([], sound_application(), sound_renewal()):
        found = verdict(documents, application(pack.policy.id))
        assert {check.id for check in found.checks} == asked


def test_every_code_has_a_meaning_and_every_answer_a_known_code() -> None:
    assert set(MEANINGS) == set(Code)
    assert len({code.value for code in Code}) == len(Code)
    for documents, stated in CASES:
        found = verdict(documents, stated)
        assert {check.code for check in found.checks} <= {code.value for code in Code}


def test_unmet_says_what_to_do_and_where_it_comes_from() -> None:
    for documents, stated in CASES:
        for check in verdict(documents, stated).checks:
            assert check.message.endswith("。")
            if check.outcome is Outcome.UNMET:
                assert check.remedy
                assert "依据" in check.clause
            if check.outcome is Outcome.MET:
                assert check.evidence or check.id == "reused-material"


def test_everything_wrong_is_reported_at_once() -> None:
    documents, stated = CASES[4]
    found = verdict(documents, stated)
    unmet = {check.id for check in found.checks if check.outcome is Outcome.UNMET}
    wrong = ["disease-listed", "disease-supported", "hospital-level", "hospital-seal", "report-recent"]
    assert unmet >= {*wrong, "physician-signature"}
    assert found.route is Route.NEEDS_CORRECTION
    assert len(found.corrections) == len({c.message for c in found.corrections}) >= 5


def test_advisory_answers_never_change_the_route() -> None:
    bare = recognition(marks=Marks())
    documents = [bare if d.kind is K.RECOGNITION_FORM else d for d in sound_yichun()]
    found = verdict(documents, application("yichun-renewal"))
    assert "SEAL-002" in codes(found, "hospital-seal")
    assert found.route is Route.READY_FOR_REVIEW
    assert found.corrections == ()


class TestDigest:
    def test_same_input_same_digest(self) -> None:
        assert verdict(sound_application()).digest == verdict(sound_application()).digest

    def test_it_follows_files_models_and_outcomes(self) -> None:
        base = verdict(sound_application())
        other_file = [dataclasses.replace(sound_application()[0], sha256="x"), *sound_application()[1:]]
        other_title = [
            form(title="主治医师") if d.kind is K.APPLICATION_FORM else d for d in sound_application()
        ]
        digests = {base.digest, verdict(other_file).digest, verdict(other_title).digest}
        assert len(digests) == 3
        assert len(base.digest) == 64

    def test_it_knows_no_confidence(self) -> None:
        """A third decimal that differs between machines must not change it."""
        nearly = [unsure(d, 0.969) for d in sound_application()]
        assert verdict(nearly).digest == verdict(sound_application()).digest

    def test_file_names_that_are_not_utf_8(self) -> None:
        odd = [dataclasses.replace(d, file=f"\udcd5{d.file}") for d in sound_application()]
        blurred = [*odd[:3], faulty(odd[3]), odd[4]]
        assert len(verdict(odd).digest) == len(verdict(blurred).digest) == 64


def unmet(found: Verdict) -> set[tuple[str, str | None]]:
    return {(c.id, c.subject) for c in found.checks if c.outcome is Outcome.UNMET}


@settings(max_examples=150, deadline=None)
@given(
    case=st.sampled_from(CASES),
    spoil=st.lists(
        st.tuples(st.integers(0, 5), st.one_of(st.sampled_from(sorted(HARMFUL)), st.floats(0.0, 1.0))),
        max_size=4,
    ),
)
def test_spoiling_papers_never_refuses_nor_readies(
    case: tuple[Sequence[Document], Application], spoil: list[tuple[int, Finding | float]]
) -> None:
    """A worse picture or a less sure reading adds doubt, never a refusal, and never makes a case ready."""
    documents, stated = list(case[0]), case[1]
    before = verdict(documents, stated)
    for index, how in spoil:
        if index < len(documents):
            paper = documents[index]
            documents[index] = unsure(paper, how) if isinstance(how, float) else faulty(paper, how)
    after = verdict(documents, stated)
    assert unmet(after) <= unmet(before)
    if before.route is not Route.READY_FOR_REVIEW:
        assert after.route is not Route.READY_FOR_REVIEW


@settings(max_examples=25, deadline=None)
@given(case=st.sampled_from(CASES), kept=st.sets(st.integers(0, 5)), confidence=st.floats(0.0, 0.59))
def test_an_unsure_kind_never_refuses(
    case: tuple[Sequence[Document], Application], kept: set[int], confidence: float
) -> None:
    documents = [
        d if i in kept else dataclasses.replace(d, kind_confidence=confidence) for i, d in enumerate(case[0])
    ]
    assert unmet(verdict(documents, case[1])) <= unmet(verdict(case[0], case[1]))


def test_the_engine_is_part_of_the_verdict() -> None:
    assert verdict(sound_application()).engine is ENGINE


@pytest.mark.parametrize(
    "name", [m.name for m in pkgutil.walk_packages(validators.__path__, "validators.")], ids=str
)
def test_docstring_examples_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
