"""Keys of machines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from review_world import browse
from sqlalchemy import event, select, update

from intake.actors import SYSTEM, Actor, Role
from intake.doorkeeping.clients import KeyRequest, authenticate, create_key, list_keys, revoke_key, set_client
from intake.refusals import Refused
from intake.service import Service
from intake.tables.access import AccessKey
from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry


def refused_code(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.refusal.code


def test_a_key_opens_and_is_kept_only_as_a_hash(service: Service) -> None:
    made = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL, ("430500",)))
    assert re.fullmatch(r"msk_[a-z0-9]{8}_[\w-]{43}", made.key)
    actor = authenticate(service, made.key)
    assert (actor.role, actor.regions, actor.name) == (Role.PORTAL, ("430500",), "湘医保")
    assert actor.id == f"client:{actor.client_id}"
    with service.database.reading() as session:
        row = session.scalars(select(AccessKey)).one()
        kept = str([getattr(row, column.key) for column in AccessKey.__table__.columns])
    assert made.key not in kept
    assert made.key.split("_", 2)[2] not in kept


@pytest.mark.parametrize("wrong", ["", "msk_", "msk_aaaaaaaa_" + "a" * 43, "x" * 100_000, "键", "a\x00b"])
def test_any_other_key_is_refused(service: Service, wrong: str) -> None:
    create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL))
    assert refused_code(lambda: authenticate(service, wrong)) == "ACC-002"


def test_a_key_ends_at_once_and_the_answer_is_the_same(service: Service) -> None:
    keys = [create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL)) for _ in range(3)]
    revoke_key(service, SYSTEM, keys[0].view.prefix)
    with service.database.writing() as session:
        past = now() - dt.timedelta(seconds=1)
        wanted = update(AccessKey).where(AccessKey.id == keys[1].view.id)
        session.execute(wanted.values(expires_at=past))
    codes = [refused_code(lambda key=key: authenticate(service, key.key)) for key in keys[:2]]
    client_id = authenticate(service, keys[2].key).client_id
    assert client_id
    set_client(service, SYSTEM, client_id, enabled=False)
    codes.append(refused_code(lambda: authenticate(service, keys[2].key)))
    assert codes == ["ACC-002"] * 3
    set_client(service, SYSTEM, client_id, enabled=True)
    assert authenticate(service, keys[2].key).client_id == client_id


def test_unknown_and_revoked_keys_ask_the_database_the_same(service: Service) -> None:
    made = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL))
    revoke_key(service, SYSTEM, made.view.id)
    counted: list[str] = []
    event.listen(service.database.engine, "before_cursor_execute", lambda *given: counted.append(given[2]))
    asked = []
    for key in (made.key, made.key[:-1] + "x"):
        counted.clear()
        refused_code(lambda key=key: authenticate(service, key))
        asked.append(list(counted))
    assert asked[0] == asked[1]


def test_use_is_noted_once_a_minute(service: Service) -> None:
    made = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL))
    assert list_keys(service, SYSTEM)[0].used_at is None
    authenticate(service, made.key)
    first = list_keys(service, SYSTEM)[0].used_at
    assert first is not None
    authenticate(service, made.key)
    assert list_keys(service, SYSTEM)[0].used_at == first
    with service.database.writing() as session:
        session.execute(update(AccessKey).values(used_at=first - dt.timedelta(seconds=61)))
    authenticate(service, made.key)
    again = list_keys(service, SYSTEM)[0].used_at
    assert again is not None
    assert again > first


@pytest.mark.parametrize(
    ("request_", "where"),
    [
        (KeyRequest(" ", Role.PORTAL), "name"),
        (KeyRequest("a", Role.REVIEWER), "role"),
        (KeyRequest("a", Role.PORTAL, ("3609",)), "regions[0]"),
        (KeyRequest("a", Role.PORTAL, ("430500", "43050x")), "regions[1]"),
        (KeyRequest("a", Role.PORTAL, expires_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)), "expires_at"),
    ],
)
def test_everything_wrong_with_a_request_is_named(service: Service, request_: KeyRequest, where: str) -> None:
    with pytest.raises(Refused) as refused:
        create_key(service, SYSTEM, request_)
    assert [fault.where for fault in refused.value.faults] == [where]
    assert list_keys(service, SYSTEM) == []


def test_a_second_key_is_of_the_same_client_and_changes_no_rights(service: Service) -> None:
    first = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL, ("430500",)))
    second = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL, ("430500",)))
    assert first.view.client.id == second.view.client.id
    wider = KeyRequest("湘医保", Role.PORTAL)
    assert refused_code(lambda: create_key(service, SYSTEM, wider)) == "ACC-032"


def test_an_administrator_of_a_region_hands_out_no_more(service: Service) -> None:
    mine = Actor("person:m", Role.ADMINISTRATOR, ("430000",), None, "m")
    key = create_key(service, mine, KeyRequest("邵阳门户", Role.PORTAL, ("430500",)))
    theirs = create_key(service, SYSTEM, KeyRequest("赣服通", Role.PORTAL, ("360000",)))
    for regions in ((), ("360900",), ("430500", "360900")):
        request = KeyRequest("别处", Role.PORTAL, regions)
        assert refused_code(lambda request=request: create_key(service, mine, request)) == "ACC-004"
    assert [one.id for one in list_keys(service, mine)] == [key.view.id]
    assert refused_code(lambda: revoke_key(service, mine, theirs.view.id)) == "ACC-030"
    assert refused_code(lambda: revoke_key(service, mine, "nosuchid")) == "ACC-030"


def test_every_act_is_in_the_audit_log_without_the_key(service: Service) -> None:
    made = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL))
    revoke_key(service, SYSTEM, made.view.id)
    with service.database.reading() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
    assert [row.action for row in rows] == ["client.create", "key.create", "key.revoke"]
    assert all(made.key not in str((row.subject, row.detail)) for row in rows)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "ACC-001"),
        ("Bearer nonsense", "ACC-002"),
        ("Basic dXNlcjpwYXNz", "ACC-002"),
        ("Bearer ", "ACC-002"),
        ("Bearer", "ACC-002"),
    ],
)
def test_the_door_says_401_and_how_to_be_known(service: Service, header: str | None, code: str) -> None:
    headers = {"Authorization": header} if header is not None else {}
    answer = browse(service).get("/v1/cases", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["code"] == code
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_the_door_knows_a_key(service: Service) -> None:
    made = create_key(service, SYSTEM, KeyRequest("湘医保", Role.PORTAL))
    answer = browse(service).get("/v1/cases", headers={"Authorization": f"bearer {made.key}"})
    assert (answer.status_code, answer.json()["cases"]) == (200, [])
