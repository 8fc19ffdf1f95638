"""What clients are shown of a case: no other person's name, no deadline that is over, each paper once."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from approved_cases import approved_case, set_case
from builders import NAME, OTHER_NAME, sound_renewal, verdict
from builders import application as an_application
from review_world import CASE, a_paper, client_actor, hand_in, person_actor
from sqlalchemy import update

from api.http.shapes.case import answer_of
from intake import cases, files
from intake.actors import SYSTEM, Role
from intake.case_requests import CaseRequest
from intake.case_views import FOR_A_PERSON, materials_of
from intake.other_names import without_other_names
from intake.refusals import Refused
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import summary_bytes, verdict_bytes
from intake.tables.base import new_id
from intake.tables.cases import StoredVerdict
from intake.tables.work import Job
from validators.pack import load_packs
from validators.verdict import CheckResult, Correction, Evidence, Outcome, Route, Verdict


def a_verdict(*checks: CheckResult, route: Route = Route.NEEDS_ATTENTION, **more: Any) -> Verdict:
    """A verdict of those checks over sound papers."""
    whole = verdict(sound_renewal(), an_application("shaoyang-renewal"))
    return dataclasses.replace(whole, **({"checks": checks, "route": route, "corrections": ()} | more))


def a_check(id_: str, outcome: Outcome, message: str, *evidence: Evidence, **more: Any) -> CheckResult:
    return CheckResult(id_, outcome, "X-001", None, message, "", evidence=evidence, **more)


def checked(service: Service, said: Verdict) -> str:
    """A case of 湘医保 with that verdict; its id."""
    view = cases.open_case(service, client_actor(service), CaseRequest.model_validate(CASE))
    row_id = new_id()
    with service.database.writing() as session:
        session.add(
            StoredVerdict(
                id=row_id,
                case_id=view.id,
                number=1,
                round=1,
                cause="submitted",
                policy_id=said.policy.id,
                policy_version=said.policy.version,
                policy_sha256=said.policy.sha256,
                route=said.route,
                digest=said.digest,
                verdict_sealed=service.sealer.seal(
                    verdict_bytes(said), about(StoredVerdict.verdict_sealed, row_id)
                ),
                summary_sealed=service.sealer.seal(
                    summary_bytes(said), about(StoredVerdict.summary_sealed, row_id)
                ),
            )
        )
    set_case(service, view.id, state="checked", route=said.route, round=1)
    return view.id


STRANGER = a_check(
    "identity-consistent",
    Outcome.UNMET,
    f"姓名为“{OTHER_NAME}”，与申请的“{NAME}”不一致",
    Evidence("a.jpg", 1, "patient_name", OTHER_NAME),
    remedy=f"请核对{OTHER_NAME}的材料。",
)


def test_another_persons_name_is_masked_for_clients_and_told_to_people(service: Service) -> None:
    said = a_verdict(STRANGER, corrections=(Correction("X-001", f"请更换{OTHER_NAME}的材料。"),))
    case_id = checked(service, said)
    portal = client_actor(service)
    told = answer_of(cases.view(service, portal, case_id), portal)
    assert OTHER_NAME not in told.model_dump_json()
    (check,) = told.checks
    assert check.message == f"姓名为“王**”，与申请的“{NAME}”不一致"
    assert check.remedy == "请核对王**的材料。"
    assert check.evidence[0].value == "王**"
    assert [one.message for one in told.corrections] == ["请更换王**的材料。"]
    reviewer = person_actor(service, "zhou.min", Role.REVIEWER)
    assert OTHER_NAME in answer_of(cases.view(service, reviewer, case_id), reviewer).model_dump_json()


@pytest.mark.parametrize(
    ("applicant", "other", "said", "shown"),
    [
        ("李建国", "李建", "李建与李建国不同", "李*与李建国不同"),
        ("李建", "李建国", "李建与李建国不同", "李建与李**不同"),
        ("王芳", "王芳", "姓名王芳", "姓名王芳"),
        ("王芳", "李", "李子园医院", "李子园医院"),
        ("王芳", "买买提·吐尔逊", "买买提·吐尔逊签字", "买******签字"),
    ],
)
def test_names_inside_names(applicant: str, other: str, said: str, shown: str) -> None:
    check = a_check("identity-consistent", Outcome.UNKNOWN, said, Evidence("a", 1, "patient_name", other))
    said_of = a_verdict(check, documents=())
    assert without_other_names(said_of, applicant).checks[0].message == shown


def test_a_neutral_sentence_where_the_reason_is_not_the_portals_to_know(service: Service) -> None:
    hidden = a_check("reused-material", Outcome.UNMET, "与另一案件相同")
    portal = client_actor(service)
    told = cases.view(service, portal, checked(service, a_verdict(hidden)))
    assert (told.checks, told.notice) == ((), FOR_A_PERSON)
    assert answer_of(told, portal).notice == "材料须由经办人员进一步核实。"
    why = a_check("hospital-level", Outcome.UNKNOWN, "读不清医院等级")
    assert cases.view(service, portal, checked(service, a_verdict(hidden, why))).notice is None
    advisory = a_check("altered-material", Outcome.UNKNOWN, "提示", advisory=True)
    assert cases.view(service, portal, checked(service, a_verdict(hidden, advisory))).notice == FOR_A_PERSON
    ready = a_verdict(a_check("x", Outcome.MET, "符合"), route=Route.READY_FOR_REVIEW)
    assert cases.view(service, portal, checked(service, ready)).notice is None
    reviewer = person_actor(service, "zhou.min", Role.REVIEWER)
    assert cases.view(service, reviewer, checked(service, a_verdict(hidden))).notice is None


def test_what_is_over_has_no_running_deadline(service: Service) -> None:
    portal = client_actor(service)
    opened = cases.open_case(service, portal, CaseRequest.model_validate(CASE))
    assert opened.deadline is not None
    hand_in(service, portal, opened.id, a_paper())
    assert cases.submit(service, portal, opened.id).deadline is not None
    assert cases.withdraw(service, portal, opened.id).deadline is None
    assert cases.view(service, SYSTEM, approved_case(service)).deadline is None


def test_the_files_of_a_stuck_case_are_not_being_read(service: Service) -> None:
    portal = client_actor(service)
    opened = cases.open_case(service, portal, CaseRequest.model_validate(CASE))
    hand_in(service, portal, opened.id, a_paper())
    assert [file.state for file in cases.submit(service, portal, opened.id).files] == ["reading"]
    with service.database.writing() as session:
        session.execute(update(Job).where(Job.case_id == opened.id).values(state="dead"))
    set_case(service, opened.id, state="stuck")
    assert [file.state for file in cases.view(service, portal, opened.id).files] == ["received"]


def test_every_paper_is_named_once() -> None:
    for pack in load_packs():
        asked = [(one.kinds, one.agents_only, one.categories) for one in materials_of(pack.policy)]
        assert len(asked) == len(set(asked)), pack.ref.id
        assert any(agents_only for _, agents_only, _ in asked) == (
            pack.policy.agent is not None or any(rule.value.when.agent for rule in pack.policy.materials)
        )


def refused(act: Any, *given: Any) -> tuple[str, list[str]]:
    with pytest.raises(Refused) as told:
        act(*given)
    return told.value.refusal.code, [fault.where for fault in told.value.faults]


def test_refusals_say_where(service: Service) -> None:
    portal = client_actor(service)
    request = CaseRequest.model_validate(CASE | {"external_id": "XYB-1"})
    first = cases.open_case(service, portal, request)
    assert refused(cases.open_case, service, portal, request) == ("CASE-114", ["external_id"])
    assert refused(files.admit, service, portal, first.id, 1, "picture") == ("CASE-116", ["kind"])
    personal = CaseRequest.model_validate(CASE | {"external_id": "户-430503196703124514"})
    assert refused(cases.open_case, service, portal, personal) == ("CASE-102", ["external_id"])
    cases.withdraw(service, portal, first.id)
    with pytest.raises(Refused) as told:
        files.admit(service, portal, first.id, 1)
    refusal = told.value.refusal
    assert (refusal.code, refusal.message, refusal.remedy) == (
        "CASE-118",
        "案件已撤回，不能再增加材料。",
        "请重新申请。",
    )
