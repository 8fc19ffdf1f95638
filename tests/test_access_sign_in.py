"""Signing in: passwords, lock-out, the second factor, sessions, and pages of other sites."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from review_world import PASSWORD, Browser, add_person, browse, enrol_phone, signed_in
from sqlalchemy import func, select, update

from intake.actors import SYSTEM, Actor, Role
from intake.database import Database
from intake.doorkeeping import passwords, sessions, sign_in
from intake.doorkeeping.attempts import ADDRESS_SHARE
from intake.doorkeeping.clients import KeyRequest, create_key, set_client
from intake.doorkeeping.demo_people import demo_people
from intake.doorkeeping.people import (
    PersonChange,
    PersonRequest,
    add,
    change,
    list_people,
    reset,
)
from intake.doorkeeping.sessions import Standing
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import Person, SignedIn
from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry

WRONG = "不是这个密码不是这个密码"


def refused_code(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def person(service: Service, login: str = "zhang.min") -> Person:
    with service.database.reading() as session:
        return session.scalars(select(Person).where(Person.login == login)).one()


def unlock(service: Service) -> None:
    """As if the time of the lock had passed."""
    with service.database.writing() as session:
        session.execute(
            update(Person)
            .where(Person.locked_until.is_not(None))
            .values(locked_until=now() - dt.timedelta(seconds=1))
        )


def standing_of(service: Service, token: str) -> Standing:
    found = sessions.find(service, token)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("password", "good"),
    [
        ("短", False),
        ("123456789", False),
        ("1234567890", False),
        ("Qwertyuiop", False),
        ("aaaaaaaaaaaa", False),
        ("zhang.min2025!", False),
        ("x" * 257, False),
        ("correct horse battery", True),
        ("山高月小水落石出十字", True),
        ("ｗｏｒｄｓ-ｉｎ-ｆｕｌｌ", True),
    ],
)
def test_which_passwords_are_taken(password: str, good: bool) -> None:
    if good:
        passwords.check_strength(password, "zhang.min")
    else:
        assert refused_code(lambda: passwords.check_strength(password, "zhang.min")) == "ACC-011"


def test_a_password_fits_however_it_is_typed_and_nobody_has_one() -> None:
    kept = passwords.hash_of("ｗｏｒｄｓ-in-full")
    assert passwords.fits("words-in-full", kept)
    assert not passwords.fits("words-in-ful", kept)
    assert not passwords.fits("nobody has this password", None)


def test_an_unknown_login_takes_as_long_as_a_wrong_password(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)

    def spent(login: str) -> float:
        began = time.process_time()
        refused_code(lambda: sign_in.sign_in(service, login, WRONG, "192.0.2.1"))
        return time.process_time() - began

    spent("zhang.min")
    known = min(spent("zhang.min") for _ in range(3))
    unknown = min(spent("nobody") for _ in range(3))
    assert 0.5 < unknown / known < 2


def test_signing_in_begins_a_session_of_that_person(service: Service) -> None:
    person_id = add_person(service, "zhang.min", Role.REVIEWER, ("430500",))
    began = sign_in.sign_in(service, " Zhang.Min ", PASSWORD, "192.0.2.1")
    assert (began.needs, began.session.complete) == (None, True)
    actor = standing_of(service, began.session.token).actor
    assert (actor.id, actor.role, actor.regions) == (f"person:{person_id}", Role.REVIEWER, ("430500",))
    with service.database.reading() as session:
        kept = session.scalars(select(SignedIn)).one()
    assert began.session.token not in str(vars(kept))
    assert sessions.find(service, began.session.token + "x") is None


def test_an_outdated_hash_is_made_anew(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415

    add_person(service, "zhang.min", Role.REVIEWER)
    old = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with service.database.writing() as session:
        session.execute(update(Person).values(password_hash=old))
    sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1")
    kept = person(service).password_hash
    assert kept not in (None, old)
    assert not passwords.outdated(kept or "")
    sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1")


def test_an_account_locks_and_the_answer_does_not_say_so(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    for _ in range(service.settings.login_failures):
        assert refused_code(lambda: sign_in.sign_in(service, "zhang.min", WRONG, "192.0.2.1")) == "ACC-006"
    assert person(service).locked_until is not None
    assert refused_code(lambda: sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.2")) == "ACC-006"
    unlock(service)
    assert sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.2").session.complete
    assert (person(service).failures, person(service).locked_until) == (0, None)


def test_guesses_at_the_same_moment_are_no_more_than_in_a_row(
    any_database: Database, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    add_person(service, "zhang.min", Role.REVIEWER)
    tried = []
    original = passwords.fits

    def counting(password: str, kept: str | None) -> bool:
        tried.append(kept is not None)
        return original(password, kept)

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(8) as pool:
        patch.setattr(passwords, "fits", counting)
        asked = [pool.submit(sign_in.sign_in, service, "zhang.min", WRONG, f"192.0.2.{n}") for n in range(16)]
        assert all(isinstance(one.exception(), Refused) for one in asked)
    assert len(tried) == 16
    assert sum(tried) == service.settings.login_failures


def test_a_flood_of_sign_ins_does_not_take_every_thread(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "MOST_WAITING", 0)
        with pytest.raises(Refused) as refused:
            sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1")
    assert (refused.value.refusal.code, refused.value.retry_after) == ("ACC-014", 2)
    assert person(service).failures == 0
    assert sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.complete


def test_one_address_cannot_lock_everybody_out(service: Service) -> None:
    most = service.settings.login_failures * ADDRESS_SHARE
    for number in range(8):
        add_person(service, f"person{number}", Role.REVIEWER)
    codes = [
        refused_code(lambda n=n: sign_in.sign_in(service, f"person{n // 5}", WRONG, "192.0.2.1"))
        for n in range(40)
    ]
    assert codes == ["ACC-006"] * most + ["ACC-007"] * (40 - most)
    with service.database.reading() as session:
        locked = select(func.count()).where(Person.locked_until.is_not(None))
        assert session.scalar(locked) == ADDRESS_SHARE
    assert sign_in.sign_in(service, "person7", PASSWORD, "192.0.2.9").session.complete


def test_addresses_are_counted_without_a_broker_too(make_service: Callable[..., Service]) -> None:
    service = make_service(broker_url="unix:///nowhere/redis.sock", login_failures=1)
    for _ in range(ADDRESS_SHARE):
        assert refused_code(lambda: sign_in.sign_in(service, "x", WRONG, "198.51.100.7")) == "ACC-006"
    with pytest.raises(Refused) as refused:
        sign_in.sign_in(service, "x", WRONG, "198.51.100.7")
    assert refused.value.refusal.code == "ACC-007"
    assert refused.value.retry_after is not None
    assert 1 <= refused.value.retry_after <= service.settings.lock_minutes * 60


def test_an_ipv6_caller_counts_by_its_network(make_service: Callable[..., Service]) -> None:
    service = make_service(login_failures=1)
    codes = [
        refused_code(lambda n=n: sign_in.sign_in(service, "x", WRONG, f"2001:db8::{n:x}"))
        for n in range(ADDRESS_SHARE + 1)
    ]
    assert codes[-1] == "ACC-007"


def forget_step(service: Service) -> None:
    """As if the steps of half an hour had passed, for a code is good once."""
    with service.database.writing() as session:
        session.execute(update(Person).values(totp_last_step=Person.totp_last_step - 60))


def test_the_second_factor_from_enrolment_to_replay(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    phone, recovery = enrol_phone(signed_in(service, "zhang.min"))
    sealed = person(service).totp_sealed or b""
    assert phone.secret.encode() not in sealed
    assert len(recovery) == 8

    http = browse(service)
    half = http.post("/v1/session", json={"login": "zhang.min", "password": PASSWORD}).json()
    assert (half["complete"], half["needs"]) == (False, "code")
    assert http.get("/v1/review/queue").status_code == 401
    me = http.get("/v1/session").json()
    assert (me["complete"], me["person_id"], me["actions"]) == (False, None, [])
    browser = Browser(http, half["csrf"])
    code = phone.now()
    replayed = browser.ask("POST", "/v1/session/code", json={"code": code})
    assert replayed.json()["code"] == "ACC-008", "the code confirmed the enrolment: it is used up"
    forget_step(service)
    before = http.cookies["menshen_session"]
    done = browser.ask("POST", "/v1/session/code", json={"code": code})
    assert (done.status_code, done.json()["complete"]) == (200, True)
    assert http.cookies["menshen_session"] != before
    assert http.get("/v1/review/queue").status_code == 200
    assert sessions.find(service, before) is None


def test_a_recovery_code_opens_once(any_database: Database, make_service: Callable[..., Service]) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    add_person(service, "zhang.min", Role.REVIEWER)
    _, recovery = enrol_phone(signed_in(service, "zhang.min"))
    for code, status in ((recovery[0], 200), (recovery[0], 401), (recovery[1].upper(), 200)):
        browser = signed_in(service, "zhang.min")
        assert browser.ask("POST", "/v1/session/code", json={"code": code}).status_code == status


def test_one_code_sent_twice_at_once_opens_once(
    any_database: Database, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    add_person(service, "zhang.min", Role.REVIEWER)
    phone, _ = enrol_phone(signed_in(service, "zhang.min"))
    forget_step(service)
    halves = [sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1") for _ in range(2)]
    code = phone.now()
    with ThreadPoolExecutor(2) as pool:
        asked = [
            pool.submit(
                sign_in.give_code, service, standing_of(service, one.session.token), code, "192.0.2.1"
            )
            for one in halves
        ]
        assert sorted(one.exception() is None for one in asked) == [False, True]


def test_codes_cannot_be_guessed_by_signing_in_again(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    enrol_phone(signed_in(service, "zhang.min"))
    guesses = 0
    for _ in range(20):
        try:
            half = sign_in.sign_in(service, "zhang.min", PASSWORD, f"198.51.100.{guesses}")
        except Refused:
            break
        standing = standing_of(service, half.session.token)
        code = refused_code(lambda s=standing: sign_in.give_code(service, s, "000000", "192.0.2.3"))
        assert code == "ACC-008"
        guesses += 1
    assert guesses == service.settings.login_failures


def test_codes_cannot_be_guessed_by_giving_the_password_in_between(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    enrol_phone(signed_in(service, "zhang.min"))
    half = standing_of(service, sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.token)
    for guesses in range(service.settings.login_failures):
        assert refused_code(lambda: sign_in.enrol(service, half, PASSWORD)) == "ACC-003"
        address = f"198.51.100.{guesses}"
        assert refused_code(lambda a=address: sign_in.give_code(service, half, "000000", a)) == "ACC-008"
    assert person(service).locked_until is not None


def test_the_password_alone_neither_replaces_nor_removes_the_factor(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    enrol_phone(signed_in(service, "zhang.min"))
    half = signed_in(service, "zhang.min")
    secret = {"password": PASSWORD}
    assert half.ask("POST", "/v1/session/factor", json=secret).json()["code"] == "ACC-003"
    assert half.ask("POST", "/v1/session/factor/remove", json=secret).status_code == 401
    new = secret | {"new_password": "another long password"}
    assert half.ask("POST", "/v1/session/password", json=new).status_code == 401


def test_everybody_enrols_where_the_settings_say_so(make_service: Callable[..., Service]) -> None:
    service = make_service(second_factor=True)
    add_person(service, "zhang.min", Role.REVIEWER)
    browser = signed_in(service, "zhang.min")
    assert browser.http.get("/v1/session").json()["complete"] is False
    assert browser.http.get("/v1/review/queue").status_code == 401
    enrol_phone(browser)
    assert browser.http.get("/v1/review/queue").status_code == 200
    csrf = browser.http.get("/v1/session").json()["csrf"]
    gone = Browser(browser.http, csrf).ask("POST", "/v1/session/factor/remove", json={"password": PASSWORD})
    assert gone.json()["code"] == "ACC-010"


def test_the_cookie_is_strict(make_service: Callable[..., Service]) -> None:
    plain, secure = make_service(), None
    add_person(plain, "zhang.min", Role.REVIEWER)
    answer = browse(plain).post("/v1/session", json={"login": "zhang.min", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("menshen_session=")
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/"))
    assert "Domain" not in cookie
    secure = make_service(secure_cookies=True)
    answer = browse(secure).post("/v1/session", json={"login": "zhang.min", "password": PASSWORD})
    assert answer.headers["set-cookie"].startswith("__Host-menshen_session=")
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 204),
        ({"Origin": "http://testserver"}, 204),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}, 204),
        ({"X-CSRF-Token": ""}, 403),
        ({"X-CSRF-Token": "other"}, 403),
        ({"X-CSRF-Token": "键"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "http://[testserver]"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_other_sites_pages_cannot_act(service: Service, headers: dict[str, str], status: int) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    browser = signed_in(service, "zhang.min")
    raw = {name: value.encode() for name, value in headers.items()}
    answer = browser.ask("DELETE", "/v1/session", headers=raw)
    assert answer.status_code == status
    assert (browser.http.get("/v1/session").status_code == 401) is (status == 204)


def test_another_sites_page_cannot_sign_somebody_in(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    told = {"login": "zhang.min", "password": PASSWORD}
    answer = browse(service).post("/v1/session", json=told, headers={"Origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "ACC-005")


def test_a_session_ends_by_idling_by_age_and_by_signing_out(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    tokens = [sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.token for _ in range(3)]
    held = [standing_of(service, token) for token in tokens]
    settings = service.settings
    idle = now() - dt.timedelta(minutes=settings.idle_minutes, seconds=1)
    with service.database.writing() as session:
        session.execute(update(SignedIn).where(SignedIn.id == held[0].id).values(seen_at=idle))
        session.execute(update(SignedIn).where(SignedIn.id == held[1].id).values(expires_at=now()))
    sign_in.sign_out(service, held[2])
    assert [sessions.find(service, token) for token in tokens] == [None, None, None]
    assert sessions.drop_ended(service, now()) == 2
    assert sessions.drop_ended(service, now()) == 0


def test_a_session_in_use_does_not_idle(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    token = sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.token
    ago = now() - dt.timedelta(minutes=service.settings.idle_minutes - 1)
    with service.database.writing() as session:
        session.execute(update(SignedIn).values(seen_at=ago))
    standing_of(service, token)
    with service.database.reading() as session:
        assert session.scalars(select(SignedIn.seen_at)).one() > ago


def test_a_new_password_ends_all_other_sessions(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER)
    other, browser = signed_in(service, "zhang.min"), signed_in(service, "zhang.min")
    told = {"password": PASSWORD, "new_password": "another long password"}
    wrong = browser.ask("POST", "/v1/session/password", json=told | {"password": WRONG})
    assert wrong.json()["code"] == "ACC-012"
    weak = browser.ask("POST", "/v1/session/password", json=told | {"new_password": "1234567890"})
    assert weak.json()["code"] == "ACC-011"
    assert browser.ask("POST", "/v1/session/password", json=told).status_code == 200
    assert browser.http.get("/v1/session").status_code == 200
    assert other.http.get("/v1/session").status_code == 401
    assert refused_code(lambda: sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1")) == "ACC-006"


def test_blanks_belong_to_a_password(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER, password=" blanks at the ends ")  # noqa: S106
    http = browse(service)
    for password, status in ((" blanks at the ends ", 200), ("blanks at the ends", 401)):
        told = {"login": "zhang.min", "password": password}
        assert http.post("/v1/session", json=told).status_code == status


def test_who_is_disabled_or_changed_is_out_at_once(service: Service) -> None:
    person_id = add_person(service, "zhang.min", Role.REVIEWER)
    boss = Actor("person:boss", Role.ADMINISTRATOR, (), None, "boss")
    for wanted in (PersonChange(role=Role.AUDITOR), PersonChange(regions=("430500",))):
        token = sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.token
        change(service, boss, person_id, wanted)
        assert sessions.find(service, token) is None
    token = sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.token
    change(service, boss, person_id, PersonChange(enabled=False))
    assert sessions.find(service, token) is None
    assert refused_code(lambda: sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1")) == "ACC-006"
    change(service, boss, person_id, PersonChange(enabled=True))
    assert sign_in.sign_in(service, "zhang.min", PASSWORD, "192.0.2.1").session.complete


def test_a_reset_gives_a_new_password_and_takes_everything_else(service: Service) -> None:
    person_id = add_person(service, "zhang.min", Role.REVIEWER)
    browser = signed_in(service, "zhang.min")
    enrol_phone(browser)
    password = reset(service, SYSTEM, person_id)
    assert browser.http.get("/v1/session").status_code == 401
    assert sign_in.sign_in(service, "zhang.min", password, "192.0.2.1").needs is None
    with service.database.reading() as session:
        assert all(password not in str(row.detail) for row in session.scalars(select(AuditEntry)))


def test_one_administrator_always_stays(service: Service) -> None:
    first = add_person(service, "first", Role.ADMINISTRATOR)
    me = Actor(f"person:{first}", Role.ADMINISTRATOR, (), None, first)
    leave = PersonChange(enabled=False)
    assert refused_code(lambda: change(service, me, first, leave)) == "ACC-024"
    assert refused_code(lambda: change(service, SYSTEM, first, leave)) == "ACC-023"
    demoted = PersonChange(role=Role.CLERK)
    assert refused_code(lambda: change(service, SYSTEM, first, demoted)) == "ACC-023"
    second = add_person(service, "second", Role.ADMINISTRATOR)
    assert change(service, me, second, leave).disabled_at is not None


@pytest.mark.parametrize(
    ("request_", "where"),
    [
        (PersonRequest("Z!", "张敏", Role.REVIEWER), "login"),
        (PersonRequest("zhang.min", " ", Role.REVIEWER), "name"),
        (PersonRequest("zhang.min", "张敏", Role.PORTAL), "role"),
        (PersonRequest("zhang.min", "张敏", Role.REVIEWER, ("43",)), "regions[0]"),
        (PersonRequest("zhang.min", "张敏", Role.HOSPITAL), "client_id"),
        (PersonRequest("zhang.min", "张敏", Role.REVIEWER, (), "nobody"), "client_id"),
    ],
)
def test_everything_wrong_with_a_person_is_named(
    service: Service, request_: PersonRequest, where: str
) -> None:
    with pytest.raises(Refused) as refused:
        add(service, SYSTEM, request_)
    assert where in {fault.where for fault in refused.value.faults}
    assert list_people(service, SYSTEM) == []


def test_demo_people_have_new_passwords_at_every_start(service: Service) -> None:
    first, second = demo_people(service), demo_people(service)
    assert [one[0] for one in first] == [one[0] for one in second]
    assert all(one[1] != two[1] for one, two in zip(first, second, strict=True))
    login, password, role = second[0]
    assert sign_in.sign_in(service, login, password, "192.0.2.1").role == role


def a_hospital(service: Service, name: str, *regions: str) -> str:
    """A hospital's client; its id."""
    return create_key(service, SYSTEM, KeyRequest(name, Role.HOSPITAL, regions)).view.client.id


def test_an_administrator_of_a_region_hands_out_no_other_hospital(service: Service) -> None:
    boss = Actor(id="person:boss", role=Role.ADMINISTRATOR, regions=("360900",), person_id="boss")
    here, there = a_hospital(service, "宜春医院", "360902"), a_hospital(service, "邵阳医院", "430500")
    wide = a_hospital(service, "外地医院")
    asked = PersonRequest("doctor.one", "王小明", Role.HOSPITAL, ("360902",), here, PASSWORD)
    assert add(service, boss, asked).client_id == here
    for client_id in (there, wide):
        other = replace(asked, login="doctor.two", client_id=client_id)
        with pytest.raises(Refused) as refused:
            add(service, boss, other)
        assert [fault.where for fault in refused.value.faults] == ["client_id"]
    kept = add(service, SYSTEM, replace(asked, login="doctor.two", client_id=there)).id
    assert refused_code(lambda: reset(service, boss, kept)) == "ACC-020"
    assert [one.login for one in list_people(service, boss)] == ["doctor.one"]


def test_a_disabled_hospitals_people_are_out_at_once(service: Service) -> None:
    hospital = a_hospital(service, "宜春医院", "360902")
    request = PersonRequest("doctor.one", "王小明", Role.HOSPITAL, ("360902",), hospital, PASSWORD)
    add(service, SYSTEM, request)
    began = sign_in.sign_in(service, "doctor.one", PASSWORD, "192.0.2.1")
    assert sessions.find(service, began.session.token) is not None
    set_client(service, SYSTEM, hospital, enabled=False)
    assert sessions.find(service, began.session.token) is None
    assert refused_code(lambda: sign_in.sign_in(service, "doctor.one", PASSWORD, "192.0.2.1")) == "ACC-006"
    set_client(service, SYSTEM, hospital, enabled=True)
    assert sign_in.sign_in(service, "doctor.one", PASSWORD, "192.0.2.1").needs is None
