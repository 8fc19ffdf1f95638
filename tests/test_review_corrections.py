"""Values laid over what was read, and the case judged again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from review_world import CASE, SAMPLES, YICHUN, checked_case, person_actor
from sqlalchemy import func, select

from intake.actors import Actor, Role
from intake.case_views import CaseView, newest_verdict
from intake.database import Database
from intake.refusals import Refused
from intake.reviewing import field_values, review
from intake.reviewing.corrections import FieldChange, JudgedAgain, correct
from intake.service import Service
from intake.tables.cases import Case, FieldCorrection, PageReadings, StoredVerdict
from intake.tables.safekeeping import AuditEntry
from ocr.types import DocumentKind, Source
from validators.verdict import Outcome, Verdict

NUMBER = "430503196703124514"
CARD = {"name": "徐文斌", "id_number": "361103196402193998"}
"""Whose card the paper of a checked case is; invented."""


@pytest.fixture
def checked(service: Service) -> CaseView:
    """A checked case of the portal 湘医保 in Shaoyang."""
    return checked_case(service)


def refused_code(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def verdict_of(service: Service, case_id: str) -> Verdict:
    with service.database.reading() as session:
        verdict = newest_verdict(service, session, case_id)
    assert verdict is not None
    return verdict


def findings_of(service: Service, case_id: str) -> list[tuple[str, str | None, Outcome, str]]:
    checks = verdict_of(service, case_id).checks
    return [(one.id, one.subject, one.outcome, one.code) for one in checks]


def change_of(case: CaseView, field: str, *values: str, page: int = 1) -> FieldChange:
    return FieldChange(case.files[0].id, page, field, values)


def corrected(service: Service, actor: Actor, case: CaseView, *changes: FieldChange) -> JudgedAgain:
    revision = review.claim(service, actor, case.id).revision
    return correct(service, actor, case.id, changes, revision=revision)


def test_a_correction_changes_the_verdict_and_the_next_one_changes_it_back(
    any_database: Database, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    case = checked_case(service, applicant=CASE["applicant"] | CARD)
    me = person_actor(service, "me")
    fields = verdict_of(service, case.id).documents[0].fields
    before = CARD["id_number"]
    assert fields["id_number"][0].value == before
    said = findings_of(service, case.id)
    first = corrected(service, me, case, change_of(case, "id_number", NUMBER))
    assert first.revision > case.revision
    assert "identity-consistent" in {one.id for one in first.changed}
    assert findings_of(service, case.id) != said
    laid = verdict_of(service, case.id).documents[0].fields["id_number"]
    assert [(one.value, one.source) for one in laid] == [(NUMBER, Source.REVIEWER)]
    assert laid[0].box == fields["id_number"][0].box
    second = corrected(service, me, case, change_of(case, "id_number", before))
    assert findings_of(service, case.id) == said
    assert {one.id for one in second.changed} == {one.id for one in first.changed}
    with service.database.reading() as session:
        causes = session.scalars(select(StoredVerdict.cause).order_by(StoredVerdict.number)).all()
        readings = session.scalar(select(func.count()).select_from(PageReadings))
        row = session.get_one(Case, case.id)
        details = session.scalars(
            select(AuditEntry.detail).where(AuditEntry.action == "fields.correct")
        ).all()
    assert causes == ["submitted", "corrected", "corrected"]
    assert (readings, row.route, row.state) == (1, second.route, "in_review")
    assert [one["fields"] for one in details] == [["id_number"], ["id_number"]]
    assert NUMBER not in str(details)


def test_a_field_that_the_paper_does_not_state_is_taken_away(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    assert "id_number" in verdict_of(service, checked.id).documents[0].fields
    corrected(service, me, checked, change_of(checked, "id_number"))
    assert "id_number" not in verdict_of(service, checked.id).documents[0].fields


def test_several_values_are_all_there(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    corrected(service, me, checked, change_of(checked, "diagnosis", "高血压病3级", "2型糖尿病"))
    laid = verdict_of(service, checked.id).documents[0].fields["diagnosis"]
    assert [one.value for one in laid] == ["高血压病3级", "2型糖尿病"]


def test_of_two_papers_on_one_page_only_the_one_meant_is_corrected(service: Service) -> None:
    case = checked_case(service, paper=SAMPLES.parent / "documents" / "id-copy.pdf")
    me = person_actor(service, "me")
    front, back = verdict_of(service, case.id).documents
    assert (front.kind, back.kind) == (DocumentKind.ID_CARD_FRONT, DocumentKind.ID_CARD_BACK)
    there = FieldChange(case.files[0].id, 1, "issuing_authority", ("邵阳市公安局双清分局",), paper=2)
    corrected(service, me, case, there, replace(there, field="patient_name", values=("张三",), paper=1))
    front, back = verdict_of(service, case.id).documents
    assert [one.value for one in front.fields["patient_name"]] == ["张三"]
    assert "张三" not in [one.value for one in back.fields.get("patient_name", ())]
    assert [one.value for one in back.fields["issuing_authority"]] == ["邵阳市公安局双清分局"]
    assert "issuing_authority" not in front.fields
    nowhere = replace(there, paper=3)
    revision = review.claim(service, me, case.id).revision
    assert refused_code(lambda: correct(service, me, case.id, [nowhere], revision=revision))


def test_corrections_are_sealed(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    corrected(service, me, checked, change_of(checked, "id_number", NUMBER))
    with service.database.reading() as session:
        sealed = session.scalars(select(FieldCorrection.correction_sealed)).one()
    assert NUMBER.encode() not in sealed


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("id_number", "123"), "changes[0].values[0]"),
        (("sign_date", "2025-02-30"), "changes[0].values[0]"),
        (("sign_date", "2025-11-20", "2025-11-21"), "changes[0].values"),
        (("nothing", "x"), "changes[0].field"),
        (("test_items", "x"), "changes[0].field"),
    ],
)
def test_a_value_has_the_contracts_form(
    service: Service, checked: CaseView, change: tuple[str, ...], where: str
) -> None:
    me = person_actor(service, "me")
    with pytest.raises(Refused) as refused:
        corrected(service, me, checked, change_of(checked, *change))
    assert [fault.where for fault in refused.value.faults] == [where]
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(FieldCorrection)) == 0
        assert session.scalar(select(func.count()).select_from(StoredVerdict)) == 1


def test_every_wrong_change_is_named_and_none_is_kept(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    changes = (
        change_of(checked, "patient_name", "王秀英"),
        change_of(checked, "patient_name", "王秀英", page=9),
        FieldChange("0" * 32, 1, "patient_name", ("王秀英",)),
        change_of(checked, "age", "200"),
    )
    with pytest.raises(Refused) as refused:
        corrected(service, me, checked, *changes)
    wheres = [fault.where for fault in refused.value.faults]
    assert wheres == ["changes[1].page", "changes[2].page", "changes[3].values[0]"]
    with service.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(FieldCorrection)) == 0


def test_another_cases_file_is_no_file_of_this_case(service: Service, checked: CaseView) -> None:
    other = checked_case(service)
    me = person_actor(service, "me")
    change = FieldChange(other.files[0].id, 1, "patient_name", ("王秀英",))
    assert refused_code(lambda: corrected(service, me, checked, change)) == "REV-009"


def test_only_who_holds_the_case_corrects_what_was_seen(service: Service, checked: CaseView) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other")
    there = person_actor(service, "there", Role.SENIOR, [YICHUN])
    revision = review.claim(service, me, checked.id).revision
    change = [change_of(checked, "patient_name", "王秀英")]
    for actor, code in ((other, "REV-001"), (there, "CASE-101")):
        assert (
            refused_code(lambda a=actor: correct(service, a, checked.id, change, revision=revision)) == code
        )
    stale = revision - 1
    assert refused_code(lambda: correct(service, me, checked.id, change, revision=stale)) == "REV-004"
    clerk = person_actor(service, "clerk", Role.CLERK)
    assert refused_code(lambda: correct(service, clerk, checked.id, change, revision=revision)) == "ACC-004"


def test_judging_again_is_quick(service: Service, checked: CaseView) -> None:
    me = person_actor(service, "me")
    corrected(service, me, checked, change_of(checked, "sex", "男"))
    began = time.process_time()
    corrected(service, me, checked, change_of(checked, "sex", "女"))
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("field", "stated", "value"),
    [
        ("patient_name", "李 建 国", "李建国"),
        ("patient_name", "阿依古丽·买买提", "阿依古丽·买买提"),
        ("patient_name", "李建国1", None),
        ("id_number", " ４３０５０３１９６７０３１２４５１x", "43050319670312451X"),
        ("id_number", "430503196703124511", "430503196703124511"),
        ("sign_date", "2025-11-20", "2025-11-20"),
        ("sign_date", "20251120", None),
        ("sign_date", "2025-W47-4", None),
        ("valid_until", "长期", "长期"),
        ("age", "58", 58),
        ("age", "-1", None),
        ("sex", "男", "男"),
        ("sex", "M", None),
        ("insurance_type", "employee", "employee"),
        ("insurance_type", "职工", None),
        ("hospital_level", "三级甲等", "三级甲等"),
        ("hospital_level", "三甲", "三级甲等"),
        ("hospital_level", "很好", None),
        ("physician_title", "副主任医师", "副主任医师"),
        ("physician_title", "主管技师", None),
        ("hospital_name", " 邵阳市中心医院 ", "邵阳市中心医院"),
        ("hospital_name", "长" * 201, None),
    ],
)
def test_forms_of_values(field: str, stated: str, value: str | int | None) -> None:
    assert field_values.normal(field, stated) == value


def test_every_field_of_the_contract_has_a_form() -> None:
    from api.words import FIELDS  # noqa: PLC0415

    assert set(FIELDS) - {"test_items"} == field_values.FIELDS
    assert all(field_values.demand(field) for field in field_values.FIELDS)
