"""Materials: there or not, and legible or not (R01, R02)."""

from __future__ import annotations

import pytest
from builders import (
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
    page,
    refused,
    results,
    selfie,
    signature,
    sound_application,
    sound_renewal,
    sound_yichun,
    verdict,
)

from ocr.refusals import OURS, REFUSALS
from ocr.types import Document, Finding, Marks, Source
from validators.verdict import Outcome, Route

WITHIN = {"entitlement": {"disease": "高血压病3级", "valid_until": "2025-12-10"}}


def material(
    documents: list[Document], subject: str, policy: str = "shaoyang-application", **stated: object
) -> str:
    found = verdict(documents, application(policy, **stated))
    return next(r.outcome.value for r in results(found, "material-present") if r.subject == subject)


@pytest.mark.parametrize(
    ("policy", "documents", "stated"),
    [
        ("shaoyang-application", sound_application(), {}),
        ("shaoyang-renewal", sound_renewal(), WITHIN),
        ("yichun-renewal", sound_yichun(), {}),
    ],
)
def test_sound_cases_are_ready(policy: str, documents: list[Document], stated: dict[str, object]) -> None:
    assert verdict(documents, application(policy, **stated)).route is Route.READY_FOR_REVIEW


@pytest.mark.parametrize("missing", range(5))
def test_each_missing_material_is_asked_for(missing: int) -> None:
    documents = sound_application()
    del documents[missing]
    found = verdict(documents)
    assert found.route is Route.NEEDS_CORRECTION
    assert "MAT-002" in codes(found, "material-present")
    assert any(c.code == "MAT-002" and c.message.startswith("请补交") for c in found.corrections)


def test_each_alternative_satisfies_its_group() -> None:
    record = "discharge_summary|inpatient_front_page|outpatient_record|diagnosis_certificate"
    for kind in (K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE, K.OUTPATIENT_RECORD):
        assert material([discharge(kind)], record) == "met"
    assert material([lab()], record) == "unmet"


def test_social_security_card_stands_for_the_identity_card_in_yichun_only() -> None:
    card = document(K.SOCIAL_SECURITY_CARD, {"patient_name": "李建国", "id_number": "430503196703124514"})
    assert material([card], "id_card_front|social_security_card", "yichun-renewal") == "met"
    assert material([card], "id_card_front") == "unmet"
    found = verdict([card, *sound_yichun()[2:]], application("yichun-renewal"))
    assert outcome(found, "id-card-valid") == "not_applicable"
    assert found.route is Route.READY_FOR_REVIEW


@pytest.mark.parametrize(
    "perhaps",
    [
        document(K.UNKNOWN, file="x.jpg"),
        document(K.PRESCRIPTION, file="x.jpg", kind_confidence=0.5),
        refused("x.pdf"),
    ],
)
def test_a_file_that_may_be_the_material_makes_it_unknown(perhaps: Document) -> None:
    documents = [*sound_application()[:4], perhaps]
    assert material(documents, "lab_report|exam_report|pathology_report") == "unknown"


def test_both_sides_of_the_card_in_one_picture() -> None:
    both = id_front()
    back = id_back().fields
    both = document(K.ID_CARD_FRONT, {n: f[0].value for n, f in (both.fields | back).items()})
    assert material([both], "id_card_back") == "met"
    assert outcome(verdict([both, *sound_application()[2:]]), "id-card-valid") == "met"

    as_back = document(K.ID_CARD_BACK, {n: f[0].value for n, f in (id_front().fields | back).items()})
    assert material([as_back], "id_card_front") == "met"
    assert material([id_back()], "id_card_front") == "unmet"
    found = verdict([as_back, *sound_application()[2:]])
    assert outcome(found, "identity-consistent") == "met"
    assert found.route is Route.READY_FOR_REVIEW
    other = document(K.ID_CARD_BACK, as_back_of("王秀英", "430503197205061228"))
    assert outcome(verdict([other, *sound_application()[2:]]), "identity-consistent") == "unmet"


def as_back_of(name: str, number: str) -> dict[str, str]:
    return {"patient_name": name, "id_number": number, "valid_until": "2036-04-20"}


@pytest.mark.parametrize(
    ("confidence", "hint", "expected"),
    [
        (0.89, "lab_report", "unknown"),
        (0.7, "exam_report", "unknown"),  # any of the kinds that would do
        (0.9, "lab_report", "unmet"),
        (0.89, "id_card_back", "unmet"),
        (0.89, None, "unmet"),
    ],
)
def test_a_file_handed_in_as_the_material_and_told_otherwise(
    confidence: float, hint: str | None, expected: str
) -> None:
    other = document(K.PRESCRIPTION, file="x.jpg", kind_confidence=confidence)
    files = {"x.jpg": hint} if hint else {}
    documents = [*sound_application()[:4], other]
    assert material(documents, "lab_report|exam_report|pathology_report", files=files) == expected


@pytest.mark.parametrize("code", sorted(OURS))
def test_a_failure_of_ours_is_never_held_against_the_applicant(code: str) -> None:
    failed = Document("lab.jpg", "sha256-lab.jpg", None, REFUSALS[code])
    found = verdict([*sound_application()[:4], failed])
    assert outcome(found, "material-legible") == "unknown"
    assert outcome(found, "material-present") == "unknown"
    assert found.route is Route.NEEDS_ATTENTION
    assert found.corrections == ()


def test_agent_needs_a_letter_and_the_agents_card_is_not_the_patients() -> None:
    agents = id_front("李晓梅", "430503199208153426", file="agent.jpg")
    stated = WITHIN | {"applicant": by_agent()}
    letter = "authorization_letter|commitment_letter"
    assert material([agents, id_back(), selfie()], "id_card_front", "shaoyang-renewal", **stated) == "unmet"
    assert material([agents, *sound_renewal()], letter, "shaoyang-renewal", **stated) == "unmet"
    assert material(sound_renewal(), letter, "shaoyang-renewal", **WITHIN) == "not_applicable"


FILING = {"patient_name": "李建国", "id_number": "430503196703124514", "application_date": "2025-11-19"}


class TestFilingCategory:
    def filed(self, ticked: str | None, *papers: Document, **stated: object) -> list[tuple[str, str]]:
        fields = FILING | ({"filing_category": ticked} if ticked else {})
        documents = [id_front(), id_back(), document(K.REMOTE_FILING_FORM, fields), *papers]
        found = verdict(documents, application("shaoyang-remote-filing", **stated))
        held = results(found, "material-present")[3:]
        return [(r.subject or "", r.outcome.value) for r in held if r.outcome.value != "not_applicable"]

    def test_each_category_asks_for_its_paper(self) -> None:
        asked = {
            "settled_retirement": "household_register",
            "long_residence": "residence_permit|household_register",
            "posted_work": "work_posting_letter",
            "referral": "referral_letter",
        }
        for category, subject in asked.items():
            assert self.filed(category) == [(subject, "unmet")]
            paper = document(K(subject.split("|")[0]), {"patient_name": "李建国"})
            assert self.filed(category, paper) == [(subject, "met")]
        assert self.filed("temporary") == []

    def test_a_commitment_letter_alone_is_for_a_person(self) -> None:
        letter = document(K.COMMITMENT_LETTER, {"patient_name": "李建国"})
        assert self.filed("long_residence", letter) == [("residence_permit|household_register", "unknown")]

    def test_no_category_anywhere_makes_every_conditional_material_unknown(self) -> None:
        assert {outcome for _, outcome in self.filed(None)} == {"unknown"}
        assert self.filed(None, category="temporary") == []

    def test_a_form_that_ticks_another_category_than_stated(self) -> None:
        held = dict(self.filed("referral", category="temporary"))
        assert held == {"referral_letter": "unknown"}


def test_refused_file_is_unmet_with_its_own_remedy() -> None:
    found = verdict([*sound_application(), refused()])
    assert outcome(found, "material-legible") == "unmet"
    assert any("请重新上传" in c.message for c in found.corrections)
    assert "FILE-005" in results(found, "material-legible")[0].message


def test_blurred_page_is_unknown_and_asks_for_a_retake() -> None:
    spoilt = faulty(discharge(pages=[page(1, "看不清的文字", confidence=0.4)], confidence=0.4))
    found = verdict([id_front(), id_back(), form(), spoilt, lab()])
    assert found.route is Route.NEEDS_ATTENTION
    answer = next(r for r in results(found, "material-legible") if r.outcome.value == "unknown")
    assert answer.remedy is not None
    assert "第 1 页" in answer.remedy
    assert "画面模糊" in answer.remedy


def test_blank_backs_do_not_matter_and_a_blank_file_does() -> None:
    blank = page(2, "", findings=[Finding.BLANK])
    assert (
        outcome(verdict([*sound_application()[:4], lab(pages=[page(1), blank])]), "material-legible") == "met"
    )
    alone = document(K.UNKNOWN, file="empty.jpg", pages=[page(1, "", findings=[Finding.BLANK])])
    assert codes(verdict([*sound_application(), alone]), "material-legible") == {"DOC-001", "DOC-004"}


def test_no_files_at_all() -> None:
    found = verdict([])
    assert found.route is Route.NEEDS_CORRECTION
    assert codes(found, "material-legible") == {"DOC-005"}


def test_signature_marks_do_not_count_as_material() -> None:
    alone = document(K.UNKNOWN, marks=Marks(signatures=(signature(),)), file="sign.jpg")
    assert material([*sound_application()[2:], alone], "id_card_front") == "unknown"


SHEET = (
    "邵阳市中心医院", "出院记录", "姓名：李建国 性别：男 年龄：58岁", "入院日期：2025-03-02",
    "出院日期：2025-03-11",
    "入院诊断：高血压病3级", "入院情况：头晕、头痛三天，血压升高", "诊疗经过：予以降压、改善循环治疗",
    "出院诊断：高血压病3级 极高危", "出院情况：患者无明显不适，生命体征平稳",
    "出院医嘱：低盐低脂饮食，按时用药",
    "医师签名：", "2025年3月11日",
)  # fmt: skip


def photographed(upper: tuple[str, ...], lower: tuple[str, ...], source: Source = Source.OCR) -> set[str]:
    documents = [
        *sound_application(),
        document(K.DISCHARGE_SUMMARY, file="a.jpg", pages=[page(1, *upper, source=source)]),
        document(K.UNKNOWN, file="b.jpg", pages=[page(1, *lower, source=source)]),
    ]
    return codes(verdict(documents), "material-legible")


@pytest.mark.parametrize(
    ("upper", "lower", "told"),
    [
        (SHEET[:9], SHEET[5:], True),
        (SHEET[:9], ("头痛三", *SHEET[6:]), True),  # the first row of the lower photo is cut in two
        ((*SHEET[:8], "出院诊断：高血压病3"), SHEET[5:], True),
        (SHEET, SHEET[7:], True),  # the lower part taken again
        (SHEET[:9], SHEET[8:], False),  # one row is too little to tell
        (SHEET, SHEET, False),  # the same paper twice
        (
            (*SHEET[:3], "第一页"),
            (*SHEET[:3], "第二页", *SHEET[9:]),
            False,
        ),  # the same head
    ],
)
def test_a_sheet_photographed_in_two_halves_is_shown_to_a_person(
    upper: tuple[str, ...], lower: tuple[str, ...], told: bool
) -> None:
    assert ("DOC-006" in photographed(upper, lower)) is told


def test_a_file_that_a_program_wrote_was_not_photographed_in_halves() -> None:
    assert "DOC-006" not in photographed(SHEET[:9], SHEET[5:], Source.TEXT_LAYER)


def test_two_papers_on_one_page_that_go_on_elsewhere_are_told_once() -> None:
    upper = page(1, *SHEET[:9])
    documents = [
        *sound_application(),
        document(K.DISCHARGE_SUMMARY, file="a.jpg", pages=[upper]),
        document(K.UNKNOWN, file="a.jpg", pages=[upper]),
        document(K.UNKNOWN, file="b.jpg", pages=[page(1, *SHEET[5:])]),
    ]
    assert [r.code for r in results(verdict(documents), "material-legible")].count("DOC-006") == 1


def test_a_selfie_with_the_card_of_a_copy_is_no_half_of_it() -> None:
    card = (
        "姓名 李建国",
        "性别男 民族汉",
        "住址 湖南省邵阳市大祥区样张路8号",
        "公民身份号码430503196703124514",
    )
    documents = [
        *sound_application(),
        document(K.ID_CARD_FRONT, file="copy.jpg", pages=[page(1, *SHEET[:3], *card)]),
        document(K.ID_SELFIE, file="selfie.jpg", pages=[page(1, *card, *SHEET[3:5])]),
    ]
    assert "DOC-006" not in codes(verdict(documents), "material-legible")


def test_who_is_told_of_halves_learns_which_photos_and_what_to_do() -> None:
    documents = [
        *sound_application(),
        document(K.DISCHARGE_SUMMARY, file="a.jpg", pages=[page(1, *SHEET[:9])]),
        document(K.UNKNOWN, file="b.jpg", pages=[page(1, *SHEET[5:])]),
    ]
    (told,) = [r for r in results(verdict(documents), "material-legible") if r.code == "DOC-006"]
    assert told.outcome is Outcome.UNKNOWN
    assert [(e.file, e.page) for e in told.evidence] == [("a.jpg", 1), ("b.jpg", 1)]
    assert told.remedy is not None
    assert told.remedy.startswith("请")
    assert "b.jpg" in told.remedy
