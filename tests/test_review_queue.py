"""What the queue finds: by disease, hospital, masked number, name; its orders, its views, its days left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from review_world import SHAOYANG, add_person, checked_case, person_actor, signed_in
from sqlalchemy import select, update

from intake.actors import Actor, Role
from intake.clock import china_day
from intake.database import Database
from intake.refusals import Refused
from intake.reviewing import saved_views
from intake.reviewing.label_older import label_older
from intake.reviewing.queue_search import By, Who, search
from intake.reviewing.review_queue import Filter, Pile, Sort, queue
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import CaseLabel
from validators.workdays import add_working_days

OTHER = {
    "applicant": {
        "name": "王秀英",
        "id_number": "430503195802104527",
        "insured_place": "邵阳市大祥区",
        "insurance": "employee",
    },
    "diseases": ["糖尿病"],
}


@pytest.fixture
def service(any_database: Database, make_service: Callable[..., Service]) -> Service:
    return make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))


def listed(service: Service, actor: Actor, **wanted: Any) -> list[str]:
    return [row.id for row in queue(service, actor, Filter(**wanted)).rows]


def code_of(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def test_whoever_is_looked_for_is_found_and_nobody_else(service: Service) -> None:
    li, wang = checked_case(service).id, checked_case(service, **OTHER).id
    me = person_actor(service, "me")
    with service.database.reading() as session:
        case_no = session.get_one(Case, wang).case_no
    for typed, by, found in (
        ("430503196703124514", By.NUMBER, li),
        ("430***4514", By.MASKED, li),
        (" 430＊＊＊4527 ", By.MASKED, wang),
        ("王 秀英", By.NAME, wang),
        (case_no.lower(), By.CASE, wang),
    ):
        who = search(service, me, typed)
        assert who.by is by
        assert listed(service, me, pile=Pile.ALL, who=who) == [found]
        assert Who.of(str(who)) == who
        assert not set(typed) & set("李王秀英") & set(str(who))
        assert "4305031967" not in str(who)
    assert listed(service, me, pile=Pile.ALL, who=search(service, me, "赵没有")) == []
    for typed in ("李", "4305", "430***451", "MS2025", "%"):
        assert code_of(lambda t=typed: search(service, me, t)) == "REV-012"


def test_a_disease_is_found_by_any_of_its_names_and_a_hospital_by_its_papers(service: Service) -> None:
    li, wang = checked_case(service).id, checked_case(service, **OTHER).id
    me = person_actor(service, "me")
    assert listed(service, me, disease="高血压病3级") == [li]
    assert listed(service, me, disease="高血压病Ⅲ级（极高危）") == [li]
    assert listed(service, me, disease="糖尿病") == [wang]
    assert listed(service, me, disease="尿毒症透析") == []
    with service.database.writing() as session:
        session.add(CaseLabel(case_id=li, kind="hospital", label="邵阳市中心医院"))
        told = session.scalars(select(CaseLabel.label).where(CaseLabel.kind == "disease")).all()
    assert listed(service, me, hospital="邵阳市中心医院") == [li]
    assert queue(service, me, Filter(hospital="邵阳市中心医院")).rows[0].hospitals == ("邵阳市中心医院",)
    assert not any("病" in label for label in told)


def test_orders_and_the_pages_in_them(service: Service) -> None:
    made = [checked_case(service, **(OTHER if number % 2 else {})).id for number in range(4)]
    moment, today = now(), china_day(now())
    with service.database.writing() as session:
        for number, case_id in enumerate(made):
            values = {
                "submitted_at": moment - dt.timedelta(hours=number),
                "deadline": today + dt.timedelta(days=(number * 3) % 4),
                "state": "stuck" if number == 2 else "checked",
            }
            session.execute(update(Case).where(Case.id == case_id).values(**values))
    me = person_actor(service, "me")
    assert listed(service, me) == made[::-1]
    assert listed(service, me, sort=Sort.NEWEST) == made
    assert listed(service, me, sort=Sort.DEADLINE) == [made[0], made[3], made[2], made[1]]
    for sort in Sort:
        seen, cursor = [], None
        for _ in range(4):
            page = queue(service, me, Filter(sort=sort), cursor=cursor, limit=1)
            seen += [row.id for row in page.rows]
            cursor = page.next
        assert (seen, cursor) == (listed(service, me, sort=sort), None)


def test_days_left_are_working_days(service: Service) -> None:
    case_id = checked_case(service).id
    me, today = person_actor(service, "me"), china_day(now())

    def left(deadline: dt.date) -> int | None:
        with service.database.writing() as session:
            session.execute(update(Case).where(Case.id == case_id).values(deadline=deadline))
        return queue(service, me, Filter()).rows[0].working_days_left

    assert left(add_working_days(today, 3).date) == 3
    assert left(today) == 0
    assert -14 < (left(today - dt.timedelta(days=14)) or 0) <= -2


def test_what_was_found_before_is_forgotten_with_a_new_submission(service: Service) -> None:
    case_id = checked_case(service).id
    me = person_actor(service, "me")
    code = queue(service, me, Filter()).rows[0].findings[0]
    assert listed(service, me, finding=code) == [case_id]
    with service.database.writing() as session:
        session.execute(update(Case).where(Case.id == case_id).values(round=2))
    assert queue(service, me, Filter()).rows[0].findings == ()


def test_older_cases_get_their_labels(service: Service) -> None:
    case_id = checked_case(service).id
    me = person_actor(service, "me")
    with service.database.writing() as session:
        before = set(session.execute(select(CaseLabel.kind, CaseLabel.label)).all())
        session.query(CaseLabel).delete()
        session.execute(update(Case).values(labelled_at=None, id_masked_hash=None))
    assert listed(service, me, disease="高血压病3级") == []
    assert (label_older(service), label_older(service)) == (1, 0)
    with service.database.reading() as session:
        assert set(session.execute(select(CaseLabel.kind, CaseLabel.label)).all()) == before
    assert listed(service, me, disease="高血压病3级") == [case_id]
    assert listed(service, me, pile=Pile.ALL, who=search(service, me, "430***4514")) == [case_id]


def test_views_are_kept_for_their_owner_alone(service: Service) -> None:
    me, other = person_actor(service, "me"), person_actor(service, "other")
    made = saved_views.save_view(service, me, " 快到期 ", "?sort=deadline&pile=mine&cursor=1.2&nonsense=1")
    assert (made.name, made.wanted) == ("快到期", "pile=mine&sort=deadline")
    again = saved_views.save_view(service, me, "快到期", "pile=stuck")
    assert again.id == made.id
    assert [one.wanted for one in saved_views.saved_views(service, me)] == ["pile=stuck"]
    assert saved_views.saved_views(service, other) == ()
    assert code_of(lambda: saved_views.drop_view(service, other, made.id)) == "REV-015"
    for name in ("", "字" * 21, "430503196703124514"):
        assert code_of(lambda n=name: saved_views.save_view(service, me, n, "")) == "REV-013"
    for number in range(29):
        saved_views.save_view(service, me, f"视图{number}", "")
    assert code_of(lambda: saved_views.save_view(service, me, "再一个", "")) == "REV-014"
    saved_views.drop_view(service, me, made.id)
    assert len(saved_views.saved_views(service, me)) == 29


def test_the_door_takes_a_search_by_its_token_alone(service: Service) -> None:
    checked_case(service)
    add_person(service, "li.juan", Role.REVIEWER, [SHAOYANG])
    browser = signed_in(service, "li.juan")
    told = browser.ask("POST", "/v1/review/search", json={"text": "李建国"}).json()
    found = browser.ask("GET", "/v1/review/queue", params={"pile": "all", "who": told["who"]}).json()
    assert [row["applicant"] for row in found["rows"]] == ["李建国"]
    assert found["rows"][0]["id_number"] == "430***********4514"
    assert browser.ask("GET", "/v1/review/queue", params={"who": "name.李建国"}).status_code == 422
    made = browser.ask("POST", "/v1/review/views", json={"name": "全部", "wanted": "pile=all"})
    assert made.status_code == 201
    assert browser.ask("GET", "/v1/review/views").json()["views"][0]["wanted"] == "pile=all"
    assert browser.ask("DELETE", f"/v1/review/views/{made.json()['id']}").status_code == 204
