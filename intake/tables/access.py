"""Who may come in: clients with keys, people with roles and sessions."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class Client(Table):
    """A machine that calls: a portal, a hospital's system, an auditor's. ``regions`` are GB/T 2260
    codes it may file for (empty: any). Cases belong to the client that opened them.

    ``per_minute`` and ``cases_per_day`` override the settings' limits.
    """

    __tablename__ = "clients"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    regions: Mapped[list[str]] = mapped_column(default=list)
    hospital: Mapped[str | None]
    per_minute: Mapped[int | None]
    cases_per_day: Mapped[int | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    disabled_at: Mapped[dt.datetime | None]


class AccessKey(Table):
    """A client's key, kept only as a hash; ``prefix`` is what people recognise it by."""

    __tablename__ = "access_keys"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    prefix: Mapped[str]
    key_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]
    used_at: Mapped[dt.datetime | None]


class Person(Table):
    """Somebody who signs in. ``role``: reviewer, senior, clerk, hospital, administrator, auditor.

    ``password_once``: somebody else knows the password, for they handed it out; with it the person may do
    nothing but choose another.
    """

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    regions: Mapped[list[str]] = mapped_column(default=list)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"))
    password_hash: Mapped[str | None]
    password_once: Mapped[bool] = mapped_column(default=False, server_default=false())
    totp_sealed: Mapped[bytes | None]
    totp_last_step: Mapped[int | None]
    oidc_subject: Mapped[str | None] = mapped_column(unique=True)
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    disabled_at: Mapped[dt.datetime | None]


class SignedIn(Table):
    """A session; ``token_hash`` of the cookie's value. ``complete`` once every factor was given;
    ``password_once``: begun with a password that was handed out."""

    __tablename__ = "sessions"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    token_hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    csrf: Mapped[str]
    complete: Mapped[bool]
    password_once: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    seen_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime] = mapped_column(index=True)


class ApplyPass(Table):
    """How an applicant comes to one case: keyed hashes of the code that is still to be used and of the
    session begun with an earlier one. ``issued_by`` is the actor who had the code made."""

    __tablename__ = "apply_passes"

    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    code_hash: Mapped[str | None] = mapped_column(unique=True)
    code_until: Mapped[dt.datetime | None]
    session_hash: Mapped[str | None] = mapped_column(unique=True)
    session_until: Mapped[dt.datetime | None]
    issued_by: Mapped[str]
    issued_at: Mapped[dt.datetime] = mapped_column(default=now)
