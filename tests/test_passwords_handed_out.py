"""A password that somebody else handed out is good for choosing another, however one signs in with it."""

from __future__ import annotations

from collections.abc import Callable

import pyotp
import pytest
from review_world import PASSWORD, add_person
from starlette.testclient import TestClient

from api.http.app import create_app
from intake.actors import SYSTEM, Role
from intake.doorkeeping import demo_people, people, sessions, sign_in
from intake.refusals import Refused
from intake.service import Service

HERE = "127.0.0.1"


def standing(service: Service, token: str) -> sessions.Standing:
    found = sessions.find(service, token)
    assert found is not None
    return found


def test_it_stays_so_through_a_second_factor(make_service: Callable[..., Service]) -> None:
    service = make_service(second_factor=True)
    person_id = add_person(service, "li.hua", Role.REVIEWER)
    given = people.reset(service, SYSTEM, person_id)
    began = sign_in.sign_in(service, "li.hua", given, HERE)
    assert began.needs == "enrolment"
    half = standing(service, began.session.token)
    phone = pyotp.TOTP(sign_in.enrol(service, half, given).secret)
    whole = standing(service, sign_in.confirm(service, half, phone.now(), HERE).session.token)
    assert (whole.complete, whole.once) == (True, True)
    fresh = standing(service, sign_in.change_password(service, whole, given, PASSWORD).token)
    assert (fresh.complete, fresh.once) == (True, False)
    with pytest.raises(Refused):
        sign_in.sign_in(service, "li.hua", given, HERE)


def test_the_api_refuses_everything_else(make_service: Callable[..., Service]) -> None:
    service = make_service()
    app = create_app(service)
    http = TestClient(app, base_url="http://127.0.0.1:8600")
    password = people.generated_password()
    request = people.PersonRequest("li.hua", "李华", Role.REVIEWER, password=password, once=True)
    people.add(service, SYSTEM, request)
    body = {"login": "li.hua", "password": password}
    began = http.post("/v1/session", json=body)
    assert began.status_code == 200, began.text
    refused = http.get("/v1/review/queue")
    assert (refused.status_code, refused.json()["code"]) == (403, "ACC-015")
    same = {"password": password, "new_password": password}
    csrf = {"X-CSRF-Token": began.json()["csrf"]}
    answer = http.post("/v1/session/password", json=same, headers=csrf)
    assert (answer.status_code, answer.json()["code"]) == (422, "ACC-011")
    changed = http.post("/v1/session/password", json=same | {"new_password": PASSWORD}, headers=csrf)
    assert changed.status_code == 200, changed.text
    assert http.get("/v1/review/queue").status_code == 200


def test_the_people_of_the_demonstration_need_not_change_theirs(make_service: Callable[..., Service]) -> None:
    service = make_service()
    for login, password, _ in demo_people.demo_people(service):
        began = sign_in.sign_in(service, login, password, HERE)
        assert not standing(service, began.session.token).once
