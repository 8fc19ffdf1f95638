"""Machines that call, and their keys.

A key is ``msk_<prefix>_<secret>`` with 256 random bits of secret. It is shown once and kept as its SHA-256:
so many bits need no slow hash. What is wrong with a key (unknown, expired, revoked, its client disabled) is
not told, and takes the same work.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import string
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from intake.actors import CLIENT_ROLES, Actor, Role
from intake.doorkeeping.grants import check_regions, manages, region_faults
from intake.faults import Fault
from intake.refusals.access import BAD_KEY, KEY_INVALID, NO_SUCH_CLIENT, NO_SUCH_KEY, OTHER_CLIENT
from intake.refusals.base import Refused
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import AccessKey, Client
from intake.tables.base import new_id, now

_PREFIX_LETTERS: Final = string.ascii_lowercase + string.digits
_PREFIX_LENGTH: Final = 8
_SECRET_BYTES: Final = 32
_MOST_KEY: Final = 200
_USED_EVERY: Final = dt.timedelta(minutes=1)
_MOST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class ClientView:
    """A client as administrators see it."""

    id: str
    name: str
    role: Role
    regions: tuple[str, ...]
    hospital: str | None
    per_minute: int | None
    cases_per_day: int | None
    created_at: dt.datetime
    disabled_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key as administrators see it: everything but the key."""

    id: str
    prefix: str
    client: ClientView
    created_at: dt.datetime
    expires_at: dt.datetime | None
    revoked_at: dt.datetime | None
    used_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made: the only time it is seen."""

    key: str
    view: KeyView


@dataclass(frozen=True, slots=True)
class KeyRequest:
    """For whom a key is asked. ``regions`` are GB/T 2260 codes, empty for any."""

    name: str
    role: Role
    regions: tuple[str, ...] = ()
    hospital: str | None = None
    expires_at: dt.datetime | None = None
    per_minute: int | None = None
    cases_per_day: int | None = None


def authenticate(service: Service, presented: str) -> Actor:
    """Who calls with this key. Raises ``Refused`` (``BAD_KEY``)."""
    presented = presented if len(presented) <= _MOST_KEY else ""
    digest, moment = _hash(presented), now()
    with service.database.reading() as session:
        row = session.execute(
            select(AccessKey, Client).join(Client).where(AccessKey.key_hash == digest)
        ).one_or_none()
    if row is None or not _holds(row[0], row[1], moment):
        raise Refused(BAD_KEY)
    key, client = row
    if key.used_at is None or moment - key.used_at > _USED_EVERY:
        with service.database.writing() as session:
            session.execute(update(AccessKey).where(AccessKey.id == key.id).values(used_at=moment))
    return client_actor(client)


def client_actor(client: Client) -> Actor:
    """Who acts when a client does."""
    return Actor(
        id=f"client:{client.id}",
        role=Role(client.role),
        regions=tuple(client.regions),
        client_id=client.id,
        name=client.name,
    )


def create_key(service: Service, actor: Actor, request: KeyRequest) -> NewKey:
    """Make a key for the client of this name, and the client where there is none yet. Raises ``Refused``."""
    faults = _faults(request)
    if faults:
        raise Refused(KEY_INVALID, faults)
    check_regions(actor, request.regions)
    prefix = "".join(secrets.choice(_PREFIX_LETTERS) for _ in range(_PREFIX_LENGTH))
    written = f"msk_{prefix}_{secrets.token_urlsafe(_SECRET_BYTES)}"
    with service.database.writing() as session:
        client = _client(session, actor, request)
        key = AccessKey(
            id=new_id(),
            client_id=client.id,
            prefix=prefix,
            key_hash=_hash(written),
            expires_at=request.expires_at,
        )
        session.add(key)
        session.flush()
        audit.append(session, actor.id, "key.create", f"key:{key.id}", {"client": client.id})
        return NewKey(written, _view(key, client))


def list_keys(service: Service, actor: Actor) -> list[KeyView]:
    """Every key of the clients the actor looks after, newest last."""
    with service.database.reading() as session:
        rows = session.execute(select(AccessKey, Client).join(Client).order_by(Client.name, AccessKey.id))
        return [_view(key, client) for key, client in rows if manages(actor, client.regions)]


def list_clients(service: Service, actor: Actor) -> list[ClientView]:
    """Every client the actor looks after, by name."""
    with service.database.reading() as session:
        rows = session.scalars(select(Client).order_by(Client.name))
        return [client_view(client) for client in rows if manages(actor, client.regions)]


def revoke_key(service: Service, actor: Actor, key: str) -> KeyView:
    """Revoke a key by its id or prefix; at once, and for good. A second call changes nothing."""
    with service.database.writing() as session:
        row = session.execute(
            select(AccessKey, Client).join(Client).where(or_(AccessKey.id == key, AccessKey.prefix == key))
        ).first()
        if row is None or not manages(actor, row[1].regions):
            raise Refused(NO_SUCH_KEY)
        if row[0].revoked_at is None:
            row[0].revoked_at = now()
            audit.append(session, actor.id, "key.revoke", f"key:{row[0].id}", {"client": row[1].id})
        return _view(row[0], row[1])


def set_client(service: Service, actor: Actor, client_id: str, *, enabled: bool) -> ClientView:
    """Enable or disable a client with all its keys, at once."""
    with service.database.writing() as session:
        client = session.get(Client, client_id)
        if client is None or not manages(actor, client.regions):
            raise Refused(NO_SUCH_CLIENT)
        client.disabled_at = None if enabled else client.disabled_at or now()
        act = "client.enable" if enabled else "client.disable"
        audit.append(session, actor.id, act, f"client:{client.id}")
        return client_view(client)


def create_client(service: Service, actor: Actor, request: KeyRequest) -> Actor:
    """The client of this name as it acts, made without a key where there is none yet. Raises ``Refused``."""
    faults = _faults(request)
    if faults:
        raise Refused(KEY_INVALID, faults)
    check_regions(actor, request.regions)
    with service.database.writing() as session:
        return client_actor(_client(session, actor, request))


def by_name(service: Service, name: str) -> str:
    """The id of the client of this name. Raises ``Refused`` (``NO_SUCH_CLIENT``)."""
    with service.database.reading() as session:
        found = session.scalar(select(Client.id).where(Client.name == name.strip()))
    if found is None:
        raise Refused(NO_SUCH_CLIENT)
    return found


def client_view(client: Client) -> ClientView:
    """A client's row as administrators see it."""
    return ClientView(
        id=client.id,
        name=client.name,
        role=Role(client.role),
        regions=tuple(client.regions),
        hospital=client.hospital,
        per_minute=client.per_minute,
        cases_per_day=client.cases_per_day,
        created_at=client.created_at,
        disabled_at=client.disabled_at,
    )


def _client(session: Session, actor: Actor, request: KeyRequest) -> Client:
    client = session.scalars(select(Client).where(Client.name == request.name)).one_or_none()
    if client is not None:
        same = client.role == request.role and set(client.regions) == set(request.regions)
        if not same or client.disabled_at is not None:
            raise Refused(OTHER_CLIENT)
        return client
    client = Client(
        id=new_id(),
        name=request.name,
        role=request.role,
        regions=list(request.regions),
        hospital=request.hospital,
        per_minute=request.per_minute,
        cases_per_day=request.cases_per_day,
    )
    session.add(client)
    session.flush()
    audit.append(session, actor.id, "client.create", f"client:{client.id}", {"role": client.role})
    return client


def _faults(request: KeyRequest) -> list[Fault]:
    faults = []
    if not request.name.strip() or len(request.name) > _MOST_NAME:
        faults.append(_fault("name", f"名称须为 1 至 {_MOST_NAME} 个字", "请填写单位名称。"))
    if request.role not in CLIENT_ROLES:
        faults.append(
            _fault("role", "只能是 portal、hospital、auditor 之一", "人员账号请用 menshen people add。")
        )
    faults.extend(region_faults(request.regions, KEY_INVALID.code))
    if request.expires_at is not None and request.expires_at <= now():
        faults.append(_fault("expires_at", "到期时间已过", "请填写将来的时间。"))
    return faults


def _fault(where: str, message: str, remedy: str) -> Fault:
    return Fault(KEY_INVALID.code, where, message, remedy)


def _holds(key: AccessKey, client: Client, moment: dt.datetime) -> bool:
    return (
        key.revoked_at is None
        and (key.expires_at is None or key.expires_at > moment)
        and client.disabled_at is None
    )


def _view(key: AccessKey, client: Client) -> KeyView:
    return KeyView(
        id=key.id,
        prefix=key.prefix,
        client=client_view(client),
        created_at=key.created_at,
        expires_at=key.expires_at,
        revoked_at=key.revoked_at,
        used_at=key.used_at,
    )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
