"""Look-backs, the order of dates, renewal windows (R08, R14), integrity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from builders import (
    K,
    application,
    codes,
    discharge,
    faulty,
    form,
    id_back,
    lab,
    outcome,
    recognition,
    results,
    sound_application,
    verdict,
)

from ocr.types import Document, FileFacts
from validators.register import Qualification, RegisterAnswers, Reuse


def recent(paper: Document) -> str:
    """The answer about reports (submission 2025-11-20, so the look-back begins 2023-11-20)."""
    return results(verdict([paper]), "report-recent")[1].outcome.value


class TestRecent:
    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("2025-11-20", "met"),
            ("2023-11-20", "met"),  # the boundary day belongs
            ("2023-11-19", "unmet"),
            ("2023-12", "met"),
            ("2023-11", "unknown"),  # partly before the 20th
            ("2023-10", "unmet"),
            ("2025-12-01", "unknown"),  # after the submission
            (None, "unknown"),
        ],
    )
    def test_a_report(self, date: str | None, expected: str) -> None:
        assert recent(lab(fields={"report_date": date})) == expected

    def test_doubt_is_unknown(self) -> None:
        old = {"report_date": "2020-01-01"}
        assert recent(lab(fields=old, confidence=0.85)) == "unknown"
        assert recent(faulty(lab(fields=old))) == "unknown"
        assert recent(lab(fields={"report_date": ["2020-01-01", "2025-10-01"]})) == "unknown"

    def test_one_recent_paper_of_a_group_is_enough(self) -> None:
        old = lab(fields={"report_date": "2020-01-01"}, file="old.jpg")
        assert outcome(verdict([*sound_application(), old]), "report-recent") == "met"

    def test_records_count_by_discharge_and_an_admission_inside_proves_it(self) -> None:
        def record(**fields: str | None) -> str:
            return results(verdict([discharge(fields=fields)]), "report-recent")[0].outcome.value

        assert record(admission_date="2023-11-01", discharge_date="2023-11-25") == "met"
        assert record(admission_date="2023-11-01", discharge_date="2023-11-15") == "unmet"
        assert record(admission_date="2024-11-01", discharge_date=None) == "met"
        assert record(admission_date="2022-11-01", discharge_date=None) == "unknown"

    def test_no_look_back(self) -> None:
        assert outcome(verdict([], application("shaoyang-renewal")), "report-recent") == "not_applicable"


class TestOrder:
    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "met"),
            ({"birth_date": "1967-03-12"}, "met"),
            ({"admission_date": "2025-09-10", "discharge_date": "2025-09-10"}, "met"),
            ({"admission_date": "2025-09-11"}, "unmet"),  # discharged the day before
            ({"birth_date": "2025-10-01"}, "unmet"),
            ({"sign_date": "2025-09-08"}, "unknown"),  # two days before discharge: often so
            ({"sign_date": "2025-08-08"}, "unmet"),
            ({"discharge_date": "2025-11-21"}, "unmet"),  # after the submission
            ({"discharge_date": "2025-11"}, "met"),  # a month that may be before it
            ({"admission_date": "2025-09", "discharge_date": "2025-09-10"}, "met"),
            ({"admission_date": "1960-01-01", "discharge_date": "1960-02-01"}, "unknown"),  # before the birth
        ],
    )
    def test_one_paper(self, fields: dict[str, str], expected: str) -> None:
        assert outcome(verdict([discharge(fields=fields)]), "date-order") == expected

    def test_a_report_may_be_older_than_the_discharge(self) -> None:
        assert (
            outcome(verdict([discharge(), lab(fields={"report_date": "2025-09-02"})]), "date-order") == "met"
        )

    def test_doubt_is_unknown(self) -> None:
        late = {"discharge_date": "2026-01-01"}
        assert outcome(verdict([discharge(fields=late, confidence=0.8)]), "date-order") == "unknown"
        assert outcome(verdict([faulty(discharge(fields=late))]), "date-order") == "unknown"

    def test_nothing_dated(self) -> None:
        assert outcome(verdict([]), "date-order") == "unknown"
        assert outcome(verdict([], application("shaoyang-renewal")), "date-order") == "not_applicable"


REGISTER = RegisterAnswers(entitlements=(Qualification("高血压病3级", None, dt.date(2025, 12, 31)),))


class TestWindow:
    @pytest.mark.parametrize(
        ("valid_until", "expected"),
        [
            ("2025-11-20", "met"),  # the expiry day belongs
            ("2025-11-19", "unmet"),
            ("2025-12-20", "met"),  # 30 days before is 2025-11-20
            ("2025-12-21", "unmet"),
            ("2026-06-30", "unmet"),
        ],
    )
    def test_shaoyang(self, valid_until: str, expected: str) -> None:
        stated = application("shaoyang-renewal", entitlement={"valid_until": valid_until})
        assert outcome(verdict([], stated), "renewal-window") == expected

    @pytest.mark.parametrize(
        ("valid_until", "expected"),
        [
            ("2026-02-18", "met"),  # 90 days before is 2025-11-20
            ("2026-02-19", "unmet"),
            ("2025-11-19", "unmet"),
            ("2025-12", "met"),  # any day of December is within 90 days
            ("2025-11", "unknown"),
            ("2026-02", "unknown"),
            ("2024-12", "unmet"),
            ("长期", "unknown"),
            (None, "unknown"),
        ],
    )
    def test_yichun_by_the_form(self, valid_until: str | None, expected: str) -> None:
        found = verdict([recognition(valid_until)], application("yichun-renewal"))
        assert outcome(found, "renewal-window") == expected

    def test_expired_asks_for_a_new_recognition(self) -> None:
        stated = application("shaoyang-renewal", entitlement={"valid_until": "2025-11-19"})
        answer = results(verdict([], stated), "renewal-window")[0]
        assert answer.code == "WIN-003"
        assert answer.remedy is not None
        assert "重新申请" in answer.remedy

    def test_form_and_entitlement_that_disagree(self) -> None:
        stated = application("yichun-renewal", entitlement={"valid_until": "2026-06-30"})
        assert codes(verdict([recognition()], stated), "renewal-window") == {"WIN-005"}

    def test_doubt_is_unknown(self) -> None:
        stated = application("yichun-renewal")
        assert (
            outcome(verdict([recognition("2020-01-01", confidence=0.85)], stated), "renewal-window")
            == "unknown"
        )
        assert outcome(verdict([faulty(recognition("2020-01-01"))], stated), "renewal-window") == "unknown"

    def test_shaoyang_goes_by_the_register_not_by_a_form(self) -> None:
        stated = application("shaoyang-renewal")
        paper = recognition("2025-12-01")
        assert outcome(verdict([paper], stated), "renewal-window") == "unknown"
        stated = application("shaoyang-renewal", submitted_on="2025-12-05")
        assert outcome(verdict([], stated, register=REGISTER), "renewal-window") == "met"

    def test_an_application_has_no_window(self) -> None:
        assert outcome(verdict([]), "renewal-window") == "not_applicable"


class Earlier:
    """Knows one paper from another case."""

    def find_reuse(self, documents: Sequence[Document], id_number: str) -> Sequence[Reuse]:
        return [Reuse(d.file, "同一报告编号", "2025-0001") for d in documents if d.kind is K.LAB_REPORT]


class TestIntegrity:
    def test_reuse(self) -> None:
        assert outcome(verdict([lab()]), "reused-material") == "not_applicable"
        assert outcome(verdict([lab()], earlier=Earlier()), "reused-material") == "unknown"
        assert outcome(verdict([id_back()], earlier=Earlier()), "reused-material") == "met"

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            (FileFacts("image/jpeg", software="Adobe Photoshop 25.0"), "unknown"),
            (FileFacts("image/jpeg", software="美图秀秀"), "unknown"),
            (FileFacts("application/pdf", software="CamScanner 扫描全能王"), "met"),
            (FileFacts("application/pdf", software="iOS Version 17.4 Quartz PDFContext"), "met"),
            (FileFacts("application/pdf", software="WPS 文字"), "met"),
            (FileFacts("application/pdf", revisions=3), "met"),  # versions alone: a signature, a stamp
            (
                FileFacts("application/pdf", created_at="2025-09-01", modified_at="2025-11-01", revisions=2),
                "unknown",
            ),
            (None, "not_applicable"),
        ],
    )
    def test_signs_of_editing(self, facts: FileFacts | None, expected: str) -> None:
        found = verdict([lab(facts=facts), form()])
        answers = results(found, "altered-material")
        assert [a.outcome.value for a in answers] == [expected]
        assert answers[0].advisory
