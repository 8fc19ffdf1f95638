"""Signing in through an OpenID provider, a real one on loopback."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import oidc_provider_mock
import pytest
from review_world import add_person, browse, enrol_phone, signed_in
from sqlalchemy import select
from starlette.testclient import TestClient

from intake.actors import Role
from intake.doorkeeping import single_sign_on
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import Person

USERS = (
    oidc_provider_mock.User(sub="sub-1", claims={"preferred_username": "zhang.min"}),
    oidc_provider_mock.User(sub="sub-2", claims={"preferred_username": "zhang.min"}),
    oidc_provider_mock.User(sub="sub-3", claims={"preferred_username": "nobody"}),
    oidc_provider_mock.User(sub="sub-4", claims={"preferred_username": "zhang.min", "amr": ["pwd", "otp"]}),
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with oidc_provider_mock.run_server_in_thread(user_claims=USERS, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def service(make_service: Callable[..., Service], provider: str) -> Service:
    return make_service(oidc_issuer=provider, oidc_client_id="menshen", oidc_client_secret="secret")  # noqa: S106


def depart(http: TestClient) -> str:
    """Where the browser is sent."""
    answer = http.get("/v1/session/oidc", follow_redirects=False)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def consent(url: str, sub: str) -> str:
    """Sign in at the provider; the path it sends the browser back to."""
    answer = httpx2.post(url, data={"sub": sub}, follow_redirects=False)
    back = urlsplit(answer.headers["location"])
    assert back.path == "/v1/session/oidc/callback"
    return f"{back.path}?{back.query}"


def arrive(http: TestClient, back: str) -> Any:
    return http.get(back, follow_redirects=False)


def test_the_request_carries_state_nonce_and_a_code_challenge(service: Service) -> None:
    http = browse(service)
    asked = parse_qs(urlsplit(depart(http)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]
    for name, least in (("state", 32), ("nonce", 32), ("code_challenge", 43)):
        assert len(asked[name][0]) >= least
    assert asked["redirect_uri"] == ["http://testserver/v1/session/oidc/callback"]
    assert asked["nonce"][0] not in http.cookies["menshen_oidc"]


def test_the_first_time_by_login_afterwards_by_subject(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER, password=None)
    for _ in range(2):
        http = browse(service)
        answer = arrive(http, consent(depart(http), "sub-1"))
        assert (answer.status_code, answer.headers["location"]) == (303, "/console")
        assert http.get("/v1/session").json()["role"] == "reviewer"
        assert "menshen_oidc" not in http.cookies
    with service.database.reading() as session:
        assert session.scalars(select(Person.oidc_subject)).all() == ["sub-1"]
    http = browse(service)
    other = arrive(http, consent(depart(http), "sub-2"))
    assert (other.status_code, other.json()["code"]) == (403, "ACC-042"), "another subject, same name"


def test_nobody_is_added_by_signing_in(service: Service) -> None:
    http = browse(service)
    answer = arrive(http, consent(depart(http), "sub-3"))
    assert (answer.status_code, answer.json()["code"]) == (403, "ACC-042")
    with service.database.reading() as session:
        assert session.scalars(select(Person)).all() == []


def test_a_person_with_a_password_is_not_taken_over_by_a_name(service: Service) -> None:
    add_person(service, "zhang.min", Role.ADMINISTRATOR)
    http = browse(service)
    answer = arrive(http, consent(depart(http), "sub-1"))
    assert (answer.status_code, answer.json()["code"]) == (403, "ACC-042")


def test_a_disabled_person_stays_out(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER, password=None)
    http = browse(service)
    assert arrive(http, consent(depart(http), "sub-1")).status_code == 303
    with service.database.writing() as session:
        person = session.scalars(select(Person)).one()
        person.disabled_at = person.created_at
    http = browse(service)
    assert arrive(http, consent(depart(http), "sub-1")).json()["code"] == "ACC-042"


def test_an_answer_without_this_browsers_request_is_refused(service: Service) -> None:
    add_person(service, "zhang.min", Role.REVIEWER, password=None)
    http, other = browse(service), browse(service)
    back = consent(depart(http), "sub-1")
    assert arrive(other, back).json()["code"] == "ACC-041", "no cookie"
    depart(other)
    assert arrive(other, back).json()["code"] == "ACC-041", "another request's cookie"
    assert arrive(http, back + "x").json()["code"] == "ACC-041", "another state or code"
    assert arrive(http, back).status_code == 303
    assert arrive(http, back).json()["code"] == "ACC-041", "the code is used up"


def test_a_forged_cookie_is_refused(service: Service) -> None:
    http = browse(service)
    back = consent(depart(http), "sub-1")
    plain = {"state": "s", "nonce": "n", "verifier": "v", "until": 9_999_999_999}
    forged = base64.urlsafe_b64encode(json.dumps(plain).encode()).decode()
    for value in (forged, "x", "====", "键"):
        answer = http.get(back, headers={"Cookie": f"menshen_oidc={value}".encode()}, follow_redirects=False)
        assert answer.json()["code"] == "ACC-041"


def test_who_has_a_phone_gives_its_code_unless_the_provider_asked_for_more(service: Service) -> None:
    person_id = add_person(service, "zhang.min", Role.REVIEWER)
    enrol_phone(signed_in(service, "zhang.min"))
    for sub, complete in (("sub-1", False), ("sub-4", True)):
        with service.database.writing() as session:
            person = session.get_one(Person, person_id)
            person.password_hash, person.oidc_subject = None, None
        http = browse(service)
        assert arrive(http, consent(depart(http), sub)).status_code == 303
        assert http.get("/v1/session").json()["complete"] is complete


def test_a_provider_that_is_away_or_another_is_no_way_in(
    make_service: Callable[..., Service], provider: str
) -> None:
    given = {"oidc_client_id": "menshen", "oidc_client_secret": "secret"}
    away = make_service(oidc_issuer="http://127.0.0.1:9", **given)
    assert browse(away).get("/v1/session/oidc").json()["code"] == "ACC-043"
    other = make_service(oidc_issuer=provider.replace("localhost", "127.0.0.1") + "/realm", **given)
    assert browse(other).get("/v1/session/oidc").json()["code"] == "ACC-043"


def test_without_a_provider_there_is_no_such_way(make_service: Callable[..., Service]) -> None:
    http = browse(make_service())
    for path in ("/v1/session/oidc", "/v1/session/oidc/callback?state=s&code=c"):
        answer = http.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "ACC-040")


def test_a_slow_issuer_does_not_take_every_thread(
    make_service: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_sign_on, "_SECONDS", 2.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, ThreadPoolExecutor(12) as pool:
        issuer = f"http://127.0.0.1:{silent.getsockname()[1]}"
        service = make_service(oidc_issuer=issuer, oidc_client_id="menshen", oidc_client_secret="secret")  # noqa: S106
        depart = partial(single_sign_on.depart, service, "http://testserver/v1/session/oidc/callback")
        asked = [pool.submit(depart) for _ in range(12)]
        told = [one.exception() for one in asked]
    assert all(isinstance(one, Refused) and one.refusal.code == "ACC-043" for one in told)
    assert (
        sorted(isinstance(one, Refused) and one.retry_after == 2 for one in told) == [False] * 4 + [True] * 8
    )


def test_the_issuer_is_not_asked_for_who_brings_no_request_of_ours(
    make_service: Callable[..., Service],
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        issuer = f"http://127.0.0.1:{silent.getsockname()[1]}"
        service = make_service(oidc_issuer=issuer, oidc_client_id="menshen", oidc_client_secret="secret")  # noqa: S106
        http = browse(service)
        http.cookies.set("menshen_oidc", "Zm9yZ2Vk", path="/v1/session/oidc")
        answer = http.get("/v1/session/oidc/callback?state=a&code=b", follow_redirects=False)
        assert (answer.status_code, answer.json()["code"]) == (401, "ACC-041")
        silent.setblocking(False)
        with pytest.raises(BlockingIOError):
            silent.accept()
