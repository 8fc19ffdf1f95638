"""The figures, against cases counted by hand; on SQLite and PostgreSQL."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hand_made import page
from openpyxl import load_workbook
from review_world import SHAOYANG, YICHUN, checked_case, person_actor
from rows import row
from sqlalchemy import select, update

from api.console.figures_charts import HEIGHT, columns_of
from api.console.figures_sheets import sheets_of
from intake.actors import Actor, Role
from intake.clock import CHINA, china_day
from intake.doorkeeping import access
from intake.figures.asked import Wanted
from intake.figures.counts import BANDS, Day
from intake.figures.gather import Figures, figures
from intake.figures.reading import FieldReading, compared
from intake.figures.sheets import Sheet, sheets_csv, write_sheets_xlsx
from intake.refusals import Refused
from intake.reviewing import corrections, decisions, review
from intake.reviewing.corrections import FieldChange
from intake.reviewing.decisions import Choice, DecisionRequest
from intake.reviewing.review_view import reviewed
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, Decision, StoredVerdict
from intake.tables.reviewing import CaseLabel, SecondReview
from ocr.types import Document, DocumentKind, Field, Source
from validators.codes import MEANINGS, Code

NOVEMBER = Wanted(dt.date(2025, 11, 1), dt.date(2025, 11, 30))
ANYWHERE = Actor("person:s", Role.SENIOR)


@pytest.fixture(params=["sqlite", "postgres"])
def counted(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service that holds ``CASES``."""
    url = {} if request.param == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    service = make_service(**url)
    _write(service)
    return service


@dataclass(frozen=True)
class One:
    """A case by hand: when it came and went, in China's time."""

    id: str
    came: str
    state: str
    went: str = ""
    policy: str = "shaoyang-renewal"
    region: str = SHAOYANG
    channel: str = "counter"
    route: str = "ready_for_review"
    hospital: str = ""
    findings: tuple[str, ...] = ()
    returned: tuple[tuple[str, ...], ...] = ()


CASES = (
    # Thursday 20 to Friday 21: one working day
    One("a", "2025-11-20 09:00", "approved", "2025-11-21 10:00", hospital="邵阳市中心医院"),
    # handed in at 23:30 of UTC's 19 November's eve: 20 November 07:30 in China; decided on the same day
    One("b", "2025-11-20 07:30", "approved", "2025-11-20 17:00", channel="xiangyibao"),
    # Friday 21 over a weekend to Tuesday 25: two working days; returned once before
    One(
        "c", "2025-11-21 16:00", "rejected", "2025-11-25 09:00", route="needs_correction",
        hospital="邵阳市中心医院", findings=("MAT-002",), returned=(("MAT-002", "ID-002"),),
    ),
    One(
        "d", "2025-11-24 08:00", "returned", route="needs_correction", hospital="邵阳市中心医院",
        findings=("MAT-002", "HOSP-002"), returned=(("MAT-002",), ()),
    ),
    One("e", "2025-11-30 23:59", "checked", route="needs_attention", hospital="邵阳县人民医院",
        findings=("HOSP-002",)),
    One("f", "2025-11-10 08:00", "withdrawn", route="ready_for_review"),
    # of another place and policy
    One("g", "2025-11-12 08:00", "checked", policy="yichun-renewal", region=YICHUN, channel="ganfutong"),
    # outside November: the last minute before it and the first after; the first was decided within it
    One("h", "2025-10-31 23:59", "approved", "2025-11-03 08:00"),
    One("i", "2025-12-01 00:00", "checked", hospital="邵阳市中心医院", findings=("MAT-002",)),
)  # fmt: skip


def _moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written).replace(tzinfo=CHINA)


def _write(service: Service) -> None:
    with service.database.writing() as session:
        session.add_all(row(Person, id=one, login=one, role="senior") for one in ("p", "q"))
        session.flush()
        for one in CASES:
            came = _moment(one.came)
            went = _moment(one.went) if one.went else None
            session.add(
                row(
                    Case,
                    id=one.id,
                    case_no=one.id,
                    state=one.state,
                    policy_id=one.policy,
                    region=one.region,
                    channel=one.channel,
                    round=1 + len(one.returned),
                    submitted_at=came + dt.timedelta(days=40 if one.returned else 0),
                    first_submitted_at=came,
                    decided_at=went,
                )
            )
            session.flush()
            session.add(row(StoredVerdict, case_id=one.id, number=1, route=one.route, cause="submitted"))
            session.add(row(StoredVerdict, case_id=one.id, number=2, route="ready_for_review"))
            labels = [("finding", code) for code in one.findings]
            labels += [("hospital", one.hospital)] if one.hospital else []
            session.add_all(CaseLabel(case_id=one.id, kind=kind, label=label) for kind, label in labels)
            for number, reasons in enumerate(one.returned, 1):
                session.add(_decision(one, "return", number, reasons))
            if one.state in ("approved", "rejected"):
                choice = {"approved": "approve", "rejected": "reject"}[one.state]
                session.add(_decision(one, choice, 1 + len(one.returned), ()))
        session.add(_second("1", "approve", "approve"))
        session.add(_second("2", "approve", "return"))
        session.add(_second("3", "return", None))
        session.add(_second("4", "reject", "reject", drawn="2025-12-01 00:00"))
        session.add(_second("5", "approve", "approve", region=YICHUN, policy_id="yichun-renewal"))


def _decision(one: One, choice: str, number: int, reasons: tuple[str, ...]) -> Decision:
    return row(Decision, case_id=one.id, person_id="p", decision=choice, round=number, reasons=list(reasons))


def _second(
    number: str, first: str, second: str | None, *, drawn: str = "2025-11-30 23:00", **more: Any
) -> SecondReview:
    given = {"second_by": "q", "given_at": now(), "agrees": first == second} if second else {}
    place = {"region": SHAOYANG, "policy_id": "shaoyang-renewal"} | more
    return row(
        SecondReview, decision_id=number, case_id="a", first_by="p", first=first, second=second,
        drawn_at=_moment(drawn), **given, **place,
    )  # fmt: skip


def told(service: Service, actor: Actor = ANYWHERE, wanted: Wanted = NOVEMBER) -> Figures:
    return figures(service, actor, wanted)


def test_cases_by_day_policy_and_channel(counted: Service) -> None:
    found = told(counted)
    assert found.received == 7
    days = {one.day.day: (one.received, one.decided) for one in found.days if one.received or one.decided}
    assert days == {
        3: (0, 1), 10: (1, 0), 12: (1, 0), 20: (2, 1), 21: (1, 1), 24: (1, 0), 25: (0, 1), 30: (1, 0),
    }  # fmt: skip
    assert len(found.days) == 30
    renewal, yichun = found.policies
    assert (renewal.key, renewal.received, renewal.approved, renewal.rejected) == (
        "shaoyang-renewal",
        6,
        2,
        1,
    )
    assert (renewal.returned, renewal.open, renewal.withdrawn) == (1, 1, 1)
    assert (yichun.key, yichun.received, yichun.open) == ("yichun-renewal", 1, 1)
    channels = {one.key: one.received for one in found.channels}
    assert channels == {"counter": 5, "xiangyibao": 1, "ganfutong": 1}


def test_ready_at_the_first_submission(counted: Service) -> None:
    found = told(counted)
    assert found.first_routes == {"ready_for_review": 4, "needs_correction": 2, "needs_attention": 1}
    assert (found.checked, found.ready) == (7, 4)
    assert found.policies[0].ready_share == 3 / 6


def test_working_days_to_the_decision(counted: Service) -> None:
    waits = told(counted).waits
    assert (waits.decided, waits.median, waits.nine_tenths) == (3, 1, 2)
    by_band = dict(zip(BANDS, waits.bands, strict=True))
    assert {band: count for band, count in by_band.items() if count} == {(0, 0): 1, (1, 1): 1, (2, 3): 1}
    nobody = told(counted, wanted=Wanted(dt.date(2024, 1, 1), dt.date(2024, 1, 2))).waits
    assert (nobody.decided, nobody.median, nobody.nine_tenths) == (0, None, None)


def test_why_cases_are_returned(counted: Service) -> None:
    found = told(counted).returns
    assert (found.returns, found.cases, found.without) == (3, 2, 1)
    assert [(one.code, one.returns) for one in found.reasons] == [("MAT-002", 2), ("ID-002", 1)]


def test_hospitals_by_findings(counted: Service) -> None:
    first, second = told(counted).hospitals
    assert (first.name, first.cases, first.faulty) == ("邵阳市中心医院", 3, 2)
    assert first.top == (("MAT-002", 2), ("HOSP-002", 1))
    assert (second.name, second.cases, second.faulty) == ("邵阳县人民医院", 1, 1)


def test_second_looks_that_agree(counted: Service) -> None:
    found = told(counted).second
    assert (found.drawn, found.given, found.agreed) == (4, 3, 2)
    assert found.pairs == {("approve", "approve"): 2, ("approve", "return"): 1}


@pytest.mark.parametrize(
    ("actor", "wanted", "cases", "second"),
    [
        (Actor("p", Role.SENIOR, (YICHUN,)), NOVEMBER, 1, 1),
        (Actor("p", Role.AUDITOR, (SHAOYANG,)), NOVEMBER, 6, 3),
        (Actor("p", Role.ADMINISTRATOR, (SHAOYANG,)), NOVEMBER, 6, 3),
        (Actor("p", Role.ADMINISTRATOR), NOVEMBER, 7, 4),
        (ANYWHERE, Wanted(NOVEMBER.first, NOVEMBER.last, region="430000"), 6, 3),
        (ANYWHERE, Wanted(NOVEMBER.first, NOVEMBER.last, policy="yichun-renewal"), 1, 1),
        (Actor("p", Role.SENIOR, (YICHUN,)), Wanted(NOVEMBER.first, NOVEMBER.last, region=SHAOYANG), 0, 0),
    ],
)
def test_only_of_the_regions_somebody_looks_after(
    counted: Service, actor: Actor, wanted: Wanted, cases: int, second: int
) -> None:
    found = told(counted, actor, wanted)
    assert (found.received, sum(one.received for one in found.days), found.second.drawn) == (
        cases,
        cases,
        second,
    )
    assert sum(one.received for one in found.channels) == cases
    if YICHUN in actor.regions:
        assert (found.hospitals, found.returns.returns, found.waits.decided) == ((), 0, 0)


def test_nobody_else_is_told(counted: Service) -> None:
    for role in Role:
        if role is not Role.SYSTEM and role not in access.ALLOWED["figures.view"]:
            with pytest.raises(Refused):
                told(counted, Actor("x", role))


def test_what_reviewers_left_and_corrected_by_field(service: Service) -> None:
    actor = person_actor(service, "senior", Role.SENIOR)
    case = checked_case(service)
    claim = review.claim(service, actor, case.id)
    [paper] = [one for one in reviewed(service, actor, case.id).verdict.documents if one.fields]  # type: ignore[union-attr]
    assert {"patient_name", "sex", "id_number"} <= set(paper.fields)
    file_id = case.files[0].id
    changes = [
        FieldChange(file_id, 1, "patient_name", ("王五",)),
        FieldChange(file_id, 1, "sex", ()),
        FieldChange(file_id, 1, "id_number", (str(paper.fields["id_number"][0].value),)),
        FieldChange(file_id, 1, "department", ("心内科",)),
    ]
    judged = corrections.correct(service, actor, case.id, changes, revision=claim.revision)
    request = DecisionRequest(Choice.APPROVE, judged.revision, (), "核对过")
    today = china_day(now())
    decisions.decide(service, actor, case.id, request)
    found = {one.field: one for one in told(service, wanted=Wanted(today, today)).reading}
    assert found["patient_name"] == FieldReading("patient_name", wrong=1)
    assert found["sex"] == FieldReading("sex", invented=1)
    assert found["id_number"] == FieldReading("id_number", agreed=1)  # the same value, typed again
    assert found["department"] == FieldReading("department", missed=1)
    left = set(paper.fields) - {"patient_name", "sex", "id_number"}
    assert {name for name in left if found[name].agreed == 1} == left
    elsewhere = Actor("p", Role.SENIOR, (YICHUN,))
    assert told(service, elsewhere, Wanted(today, today)).reading == ()
    decisions.undo(service, actor, case.id)
    assert told(service, wanted=Wanted(today, today)).reading == ()


def test_a_return_is_not_counted_until_the_end(service: Service) -> None:
    actor = person_actor(service, "senior", Role.SENIOR)
    case = checked_case(service)
    claim = review.claim(service, actor, case.id)
    decisions.decide(
        service, actor, case.id, DecisionRequest(Choice.RETURN, claim.revision, (), "请补交材料")
    )
    today = china_day(now())
    found = told(service, wanted=Wanted(today, today))
    assert found.reading == ()
    assert (found.returns.returns, found.returns.without) == (1, 1)
    with service.database.reading() as session:
        first, last = session.execute(select(Case.first_submitted_at, Case.submitted_at)).one()
    assert first == last is not None


def _paper(file: str, *pages: int, **fields: tuple[Any, Source]) -> Document:
    made = {
        name: (Field(value, str(value), 1.0, pages[0], (0, 0, 1, 1), source),)
        for name, (value, source) in fields.items()
    }
    return Document(file, "", None, pages=tuple(map(page, pages)), fields=made)


def test_the_first_value_of_a_paper_is_what_was_read() -> None:
    ocr, person = Source.OCR, Source.REVIEWER
    read = (_paper("a.pdf", 1, sex=("男", ocr)), _paper("a.pdf", 2, 3, sex=("女", ocr), age=(60, ocr)))
    held = (_paper("a.pdf", 1, sex=("女", person)), _paper("a.pdf", 2, sex=("女", ocr), age=(61, person)))
    assert compared(read, held) == (FieldReading("age", wrong=1), FieldReading("sex", agreed=1, wrong=1))
    front = replace(
        _paper("id.jpg", 1, sex=("男", ocr), valid_from=("x", ocr)), kind=DocumentKind.ID_CARD_FRONT
    )
    back = replace(_paper("id.jpg", 1, valid_until=("长期", ocr)), kind=DocumentKind.ID_CARD_BACK)
    for sides in ((front, back), (back, front), (front, front)):  # on one page, and none of them corrected
        assert {one.share for one in compared(sides, sides)} == {1.0}
    assert compared((), held[1:]) == (FieldReading("sex", agreed=1),)  # whose reading nobody kept


def test_columns_are_days_weeks_or_months() -> None:
    start = dt.date(2025, 1, 1)
    for length, step, columns in (
        (30, "日", 30),
        (62, "日", 62),
        (90, "周", 14),
        (365, "周", 53),
        (500, "月", 17),
    ):
        days = [Day(start + dt.timedelta(days=n), 2, 1) for n in range(length)]
        drawn = columns_of(days)
        assert (drawn.step, len(drawn.columns)) == (step, columns)
        assert max(one.received for one in drawn.columns) <= HEIGHT
        assert drawn.columns[-1].x + drawn.columns[-1].width == pytest.approx(100, abs=0.1)
        assert sum(one.named for one in drawn.columns) <= 6
    assert columns_of([Day(start, 8, 4)]).columns[0].received == HEIGHT
    assert columns_of([Day(start, 0, 0)]).columns[0].received == 0


def test_exports_say_what_the_page_says_and_hold_no_formula(counted: Service) -> None:
    trap = '=HYPERLINK("http://x")医院'
    with counted.database.writing() as session:
        session.execute(update(CaseLabel).where(CaseLabel.label == "邵阳县人民医院").values(label=trap))
    sheets = sheets_of(told(counted))
    text = b"".join(sheets_csv(tuple(sheets.values()))).decode("utf-8-sig")
    rows = [one for one in csv.reader(io.StringIO(text)) if one]
    assert ["按渠道", "窗口", "5", "1", "1", "1", "1", "1", "5", "2", "40.0%"] in rows
    assert ["退回原因", MEANINGS[Code.MATERIAL_MISSING], "MAT-002", "2", "66.7%"] in rows
    assert not [cell for one in rows for cell in one if cell.startswith(("=", "+", "-", "@"))]
    assert f"'{trap}" in [cell for one in rows for cell in one]
    stream = io.BytesIO()
    write_sheets_xlsx(tuple(sheets.values()), stream)
    book = load_workbook(io.BytesIO(stream.getvalue()))
    assert book.sheetnames == [one.title for one in sheets.values()]
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    ready = [line for line in book["按渠道"].iter_rows(values_only=True) if line[0] == "窗口"]
    assert ready[0][1:] == (5, 1, 1, 1, 1, 1, 5, 2, 0.4)


def test_a_sheet_with_nothing_in_it() -> None:
    stream = io.BytesIO()
    write_sheets_xlsx((Sheet("空", ("甲", "乙"), ()), Sheet("无", ("甲",), ((None,),))), stream)
    book = load_workbook(io.BytesIO(stream.getvalue()))
    assert book["无"]["A2"].value == "—"
