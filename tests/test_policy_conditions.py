"""Conditions in CEL: three-valued, never unmet for what was not read, faults said with the nearest name."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.types import Document, DocumentKind, Marks
from tests.builders import (
    ENGINE,
    application,
    certificate,
    discharge,
    document,
    faulty,
    form,
    id_back,
    id_front,
    lab,
    refused,
    signature,
    unsure,
)
from validators.check import check_case
from validators.expressions import faults_of, truth
from validators.pack import Pack, pack_in_force
from validators.policy import LocalRule
from validators.verdict import CheckResult, Route

K = DocumentKind
Known = bool | None
PAPERS: list[dict[str, Any]] = [{"kind": "lab_report", "age_days": 10}, {"file": "x"}, {"kind": "lab_report"}]


def rule(demand: str, **more: Any) -> LocalRule:
    told = {
        "id": "here",
        "demand": demand,
        "message": "不合本地规定",
        "remedy": "请补交。",
        "clause": "本地规定如此",
    }
    origin = {"source": "seed", "as_of": "2025", "tier": "A", "adopted": True}
    return LocalRule.model_validate(told | origin | more)


def answer(documents: Sequence[Document], held: LocalRule, **stated: Any) -> CheckResult:
    """The one answer of ``local-rule`` in a first application in Shaoyang."""
    return verdict_of(documents, held, **stated)[0]


def verdict_of(documents: Sequence[Document], held: LocalRule, **stated: Any) -> tuple[CheckResult, Route]:
    said = application("shaoyang-application", **stated)
    found = check_case("case", said, documents, ENGINE, pack(held))
    return next(check for check in found.checks if check.id == "local-rule"), found.route


def pack(held: LocalRule) -> Pack:
    shipped = pack_in_force(application().submitted_on, policy="shaoyang-application")
    return dataclasses.replace(shipped, policy=shipped.policy.model_copy(update={"conditions": (held,)}))


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("applicant.agee > 1", "是否为 applicant.age"),
        ("papers.exists(p, p.knd == 'lab_report')", "是否为 p.kind"),
        ("papers.exists(p, p.kind == 'lab')", "没有名为 lab 的材料种类"),
        ("papers.exist(p, true)", "是否为 exists"),
        ("papers.kind == 'lab_report'", "papers 是列表"),
        ("has(applicant.age)", "不能用 has()"),
        ("month(submitted_on) == 1", "是否为 month_of"),
        ("nowhere == 1", "没有名为 nowhere 的事实"),
        ("applicant.age.years > 1", "单个值"),
        ("applicant.age >", "写法有误"),
        ("papers.exists(p, p.items.exists(i, i.reslt > 1.0))", "是否为 i.result"),
        ("submitted_on.exists(x, true)", "只能用于列表"),
    ],
)
def test_faults_name_the_nearest(expression: str, words: str) -> None:
    assert any(words in fault for fault in faults_of(expression))


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("papers.exists(p, p.kind == 'lab_report')", True),
        ("papers.exists(p, p.kind == 'exam_report')", None),
        ("papers.all(p, p.kind == 'lab_report')", None),
        ("papers.all(p, p.kind == 'exam_report')", False),
        ("papers.exists_one(p, p.kind == 'lab_report')", False),
        ("papers.exists_one(p, p.kind == 'exam_report')", None),
        ("papers.filter(p, p.kind == 'lab_report').size() >= 2", True),
        ("papers.filter(p, p.kind == 'lab_report').size() >= 3", None),
        ("papers.filter(p, p.kind == 'lab_report').size() >= 4", False),
        ("size(papers.filter(p, p.age_days <= 30)) == 1", None),
        ("applicant.age > 60 || papers.exists(p, p.age_days <= 30)", True),
        ("applicant.age > 60 && papers.exists(p, p.age_days <= 30)", None),
        ("applicant.age > 60 && papers.all(p, p.kind == 'exam_report')", False),
        ("!(applicant.age > 60)", None),
        ("papers.exists(a, papers.exists(b, a.age_days < b.age_days))", None),
        ("submitted_on < '2026-01-01' && quarter_of(submitted_on) == 4", True),
        ("add_months(submitted_on, -24) == '2023-11-20' && days('2025-11-01', submitted_on) == 19", True),
        ("submitted_on == 20251120 || nothing", None),
        ("submitted_on", None),
    ],
)
def test_three_values(expression: str, wanted: Known) -> None:
    assert truth(expression, {"submitted_on": "2025-11-20", "papers": PAPERS}) is wanted


@given(st.lists(st.sampled_from([True, False, None]), max_size=6))
def test_quantifiers_agree_with_every_completion(values: list[Known]) -> None:
    """A definite answer is the answer however the absent facts turn out, in whatever order they come."""
    items = [{} if value is None else {"kind": "a" if value else "b"} for value in values]
    completions = [[]]
    for value in values:
        options = (True, False) if value is None else (value,)
        completions = [[*held, option] for held in completions for option in options]
    for expression, fold in (
        ("papers.exists(p, p.kind == 'a')", any),
        ("papers.all(p, p.kind == 'a')", all),
        ("papers.filter(p, p.kind == 'a').size() >= 2", lambda held: sum(held) >= 2),
        ("papers.exists_one(p, p.kind == 'a')", lambda held: sum(held) == 1),
    ):
        outcomes = {bool(fold(held)) for held in completions}
        wanted = outcomes.pop() if len(outcomes) == 1 else None
        assert truth(expression, {"papers": items}) is wanted


class TestLocalRule:
    papers = (id_front(), id_back(), form(), discharge(), lab())

    def test_met_tells_the_sum(self) -> None:
        found = answer(self.papers, rule("papers.exists(p, p.kind == 'lab_report' && p.age_days <= 60)"))
        assert (found.outcome.value, found.code, found.subject) == ("met", "LOCAL-001", "here")
        assert "提交日 2025-11-20 − 2025-10-08 = 43 天" in found.message
        assert "可信级别 A" in found.clause

    def test_unmet_asks_to_mend(self) -> None:
        held = rule("papers.exists(p, p.kind == 'lab_report' && p.age_days <= 30)")
        found, route = verdict_of(self.papers, held)
        assert (found.outcome.value, found.remedy, route) == ("unmet", "请补交。", Route.NEEDS_CORRECTION)

    def test_without_remedy_a_person_judges(self) -> None:
        held = rule("papers.exists(p, p.kind == 'lab_report' && p.age_days <= 30)", remedy=None)
        found, route = verdict_of(self.papers, held)
        assert (found.outcome.value, found.mendable, route) == ("unmet", False, Route.NEEDS_ATTENTION)

    @pytest.mark.parametrize(
        "report",
        [unsure(lab(), 0.85), faulty(lab()), lab(fields={"report_date": None}), lab(kind_confidence=0.4)],
        ids=["unsure", "blurred", "undated", "perhaps another kind"],
    )
    def test_doubt_is_unknown(self, report: Document) -> None:
        held = rule("papers.exists(p, p.kind == 'lab_report' && p.age_days <= 30)")
        assert answer((*self.papers[:4], report), held).outcome.value == "unknown"

    def test_a_file_that_could_not_be_opened_may_be_the_paper(self) -> None:
        held = rule("papers.exists(p, p.kind == 'exam_report')")
        assert answer(self.papers, held).outcome.value == "unmet"
        assert answer((*self.papers, refused()), held).outcome.value == "unknown"

    def test_a_file_handed_in_as_that_paper_may_be_it(self) -> None:
        held = rule("papers.exists(p, p.kind == 'exam_report')")
        papers = (*self.papers[:4], lab(kind_confidence=0.85))
        assert answer(papers, held).outcome.value == "unmet"
        assert answer(papers, held, files={"lab_report.jpg": "exam_report"}).outcome.value == "unknown"

    def test_when(self) -> None:
        held = rule("papers.exists(p, p.kind == 'exam_report')", when="applicant.age < 18")
        assert answer(self.papers, held).outcome.value == "not_applicable"
        held = rule(
            "papers.exists(p, p.kind == 'exam_report')", when="applicant.age >= 18 && by_agent == false"
        )
        assert answer(self.papers, held).outcome.value == "unmet"
        held = rule("papers.exists(p, p.kind == 'exam_report')", when="entitlement.days_left < 30")
        found = answer(self.papers, held)
        assert (found.outcome.value, "到期日减去提交日的天数" in found.message) == ("unknown", True)

    @pytest.mark.parametrize("more", [{"adopted": False}, {"advisory": True}])
    def test_advisory_never_changes_the_route(self, more: dict[str, bool]) -> None:
        found, route = verdict_of(self.papers, rule("papers.exists(p, p.kind == 'exam_report')", **more))
        assert (found.advisory, route) == (True, Route.READY_FOR_REVIEW)
        assert found.outcome.value == ("unmet" if more.get("advisory") else "unknown")

    @pytest.mark.parametrize(
        ("demand", "wanted"),
        [
            ("diseases.exists(d, d == '高血压病3级')", "met"),
            ("diseases.exists(d, d == '糖尿病')", "unmet"),
            ("applicant.age == 58 && applicant.sex == '男'", "met"),
            ("applicant.insurance == 'resident'", "unmet"),
            ("papers.exists(p, p.kind == 'application_form' && p.physician.rank >= 4)", "met"),
            ("papers.exists(p, p.kind == 'application_form' && p.physician.rank == 5)", "unmet"),
            ("papers.exists(p, p.kind == 'discharge_summary' && p.hospital.level == 3)", "met"),
            (
                "papers.exists(p, p.kind == 'discharge_summary' && p.diagnosis.exists(d, d.contains('糖')))",
                "unmet",
            ),
            ("papers.exists(p, p.kind == 'lab_report' && p.items.exists(i, i.result > 7.0))", "met"),
            ("papers.exists(p, p.kind == 'lab_report' && p.items.exists(i, i.result > 8.0))", "unmet"),
            ("papers.exists(p, p.kind == 'application_form' && p.signatures == 2)", "met"),
            ("papers.exists(p, p.kind == 'application_form' && p.seals >= 1)", "unmet"),
            ("papers.exists(p, p.fields.insured_place.contains('大祥'))", "met"),
            ("papers.all(p, p.pages <= 3)", "met"),
            ("papers.exists(p, p.kind == 'lab_report' && p.date >= '2025-10-08')", "met"),
        ],
    )
    def test_facts(self, demand: str, wanted: str) -> None:
        report = lab(fields={"test_items": {"name": "糖化血红蛋白", "result": "7.5", "unit": "%"}})
        two = Marks(signatures=(signature(), signature()))
        papers = (id_front(), id_back(), form(marks=two), discharge(), report)
        assert answer(papers, rule(demand)).outcome.value == wanted

    def test_visits_apart(self) -> None:
        """Two visits at least 28 days apart within half a year, after a rule of Anhui."""
        recent = "a.kind == 'outpatient_record' && a.age_days <= 183"
        other = "b.kind == 'outpatient_record' && b.age_days <= 183 && days(a.date, b.date) >= 28"
        held = rule(f"papers.exists(a, {recent} && papers.exists(b, {other}))")

        def visit(day: str) -> Document:
            return document(
                K.OUTPATIENT_RECORD, {"patient_name": "李建国", "visit_date": day}, file=f"{day}.jpg"
            )

        apart = [visit("2025-09-01"), visit("2025-09-29")]
        assert answer((*self.papers, *apart), held).outcome.value == "met"
        near = [visit("2025-09-01"), visit("2025-09-28")]
        assert answer((*self.papers, *near), held).outcome.value == "unmet"
        assert (
            answer((*self.papers, *near, certificate(kind_confidence=0.3)), held).outcome.value == "unknown"
        )
