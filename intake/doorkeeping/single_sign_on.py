"""Signing in through OpenID Connect: authorization code with PKCE, state and nonce.

What must come back unchanged (state, nonce, verifier) waits sealed in a cookie of the same browser, ten
minutes at most. A person is known by the issuer's subject; the first time, by a login that an administrator
added without a password and that the issuer names as ``preferred_username``. A person with a password is
never taken over by a name, and nobody is added by signing in.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import httpx2
from sqlalchemy import select, update

from intake.doorkeeping import sessions, sign_in
from intake.doorkeeping.sign_in import SignedInNow
from intake.refusals.access import (
    NO_SINGLE_SIGN_ON,
    SINGLE_SIGN_ON_DOWN,
    SINGLE_SIGN_ON_FAILED,
    SINGLE_SIGN_ON_UNKNOWN,
)
from intake.refusals.base import Refused
from intake.safekeeping.sealing import SealBroken
from intake.service import Service
from intake.tables.access import Person

if TYPE_CHECKING:  # few doors sign people in this way, and every door would hold 14 MB for it
    from authlib.integrations.httpx_client import OAuth2Client
    from authlib.oidc.core import CodeIDToken

LASTS_SECONDS: Final = 600
_ABOUT: Final = "single_sign_on"
_ALGORITHMS: Final = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Signatures by the issuer's private key only: never ``none``, nor one made with the client's secret."""
_STRONG: Final = frozenset({"mfa", "otp", "hwk", "swk", "fpt", "face"})
"""``amr`` values (RFC 8176) that say the issuer has asked for more than a password."""
_SECONDS: Final = 10.0
_asking: Final = threading.BoundedSemaphore(4)


@contextmanager
def _asking_issuer() -> Iterator[None]:
    """Few ask at once. The attack: strangers begin to sign in while the issuer is slow, and every thread of
    the door waits for it."""
    if not _asking.acquire(blocking=False):
        raise Refused(SINGLE_SIGN_ON_DOWN, retry_after=2)
    try:
        yield
    finally:
        _asking.release()


@dataclass(frozen=True, slots=True)
class Departure:
    """Where to send the browser, and what it keeps in a cookie until it comes back."""

    url: str
    cookie: str


def depart(service: Service, redirect_uri: str) -> Departure:
    """Begin to sign in. Raises ``Refused``."""
    check_configured(service)
    verifier, nonce, state = (secrets.token_urlsafe(size) for size in (48, 24, 24))
    with _asking_issuer(), _client(service, redirect_uri) as client:
        about_issuer = _discovered(service)
        url, _ = client.create_authorization_url(
            about_issuer["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
        )
    kept = {"state": state, "nonce": nonce, "verifier": verifier, "until": int(time.time()) + LASTS_SECONDS}
    sealed = service.sealer.seal(json.dumps(kept).encode(), _ABOUT)
    return Departure(url, base64.urlsafe_b64encode(sealed).decode())


def arrive(service: Service, redirect_uri: str, *, cookie: str, state: str, code: str) -> SignedInNow:
    """Finish signing in with what the issuer sent back. Raises ``Refused``."""
    check_configured(service)
    kept = _kept(service, cookie)
    if kept["until"] < time.time() or not hmac.compare_digest(kept["state"].encode(), state.encode()):
        raise Refused(SINGLE_SIGN_ON_FAILED)
    with _asking_issuer():
        claims = _claims(service, _discovered(service), redirect_uri, code, kept)
    person_id = _person_id(service, claims)
    amr = claims.get("amr")
    strong = isinstance(amr, list) and not _STRONG.isdisjoint(map(str, amr))
    with service.database.writing() as session:
        person = session.get_one(Person, person_id, with_for_update=True)
        if not sessions.may_act(session, person):
            raise Refused(SINGLE_SIGN_ON_UNKNOWN)
        return sign_in.begin(service, session, person, strong=strong)


def _claims(
    service: Service, about_issuer: dict[str, Any], redirect_uri: str, code: str, kept: dict[str, Any]
) -> CodeIDToken:
    """The ID token's claims: signed by the issuer, for this client, in answer to this browser's request."""
    from authlib.integrations.base_client import OAuthError  # noqa: PLC0415
    from authlib.oidc.core import CodeIDToken  # noqa: PLC0415
    from joserfc import jwt  # noqa: PLC0415
    from joserfc.errors import JoseError  # noqa: PLC0415
    from joserfc.jwk import KeySet  # noqa: PLC0415

    settings = service.settings
    try:
        with _client(service, redirect_uri) as client:
            token = client.fetch_token(
                about_issuer["token_endpoint"], code=code, code_verifier=kept["verifier"]
            )
        keys = KeySet.import_key_set(_fetched(about_issuer["jwks_uri"]))
        decoded = jwt.decode(token["id_token"], keys, algorithms=_ALGORITHMS)
        claims = CodeIDToken(
            decoded.claims,
            decoded.header,
            options={
                "iss": {"essential": True, "value": about_issuer["issuer"]},
                "aud": {"essential": True, "value": settings.oidc_client_id},
                "nonce": {"essential": True, "value": kept["nonce"]},
            },
            params={"nonce": kept["nonce"], "client_id": settings.oidc_client_id},
        )
        claims.validate(leeway=60)
    except httpx2.HTTPError as error:
        raise Refused(SINGLE_SIGN_ON_DOWN) from error
    except (OAuthError, JoseError, KeyError, ValueError, TypeError) as error:
        raise Refused(SINGLE_SIGN_ON_FAILED) from error
    return claims


def _person_id(service: Service, claims: CodeIDToken) -> str:
    subject, name = str(claims["sub"]), claims.get("preferred_username")
    with service.database.writing() as session:
        known = session.scalar(select(Person.id).where(Person.oidc_subject == subject))
        if known is not None:
            return str(known)
        if not isinstance(name, str):
            raise Refused(SINGLE_SIGN_ON_UNKNOWN)
        waiting = (
            Person.login == name.strip().lower(),
            Person.oidc_subject.is_(None),
            Person.password_hash.is_(None),
            Person.disabled_at.is_(None),
        )
        bound = session.scalar(
            update(Person).where(*waiting).values(oidc_subject=subject).returning(Person.id)
        )
        if bound is None:
            raise Refused(SINGLE_SIGN_ON_UNKNOWN)
        return str(bound)


def _kept(service: Service, cookie: str) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(
            service.sealer.open(base64.urlsafe_b64decode(cookie.encode()), _ABOUT)
        )
    except (SealBroken, binascii.Error, ValueError) as error:
        raise Refused(SINGLE_SIGN_ON_FAILED) from error
    return kept


def _discovered(service: Service) -> dict[str, Any]:
    """What the issuer says of itself; it must say the very name we know it by."""
    issuer = service.settings.oidc_issuer
    if issuer is None:
        raise Refused(NO_SINGLE_SIGN_ON)
    try:
        told = _fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    except (httpx2.HTTPError, ValueError) as error:
        raise Refused(SINGLE_SIGN_ON_DOWN) from error
    wanted = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in wanted):
        raise Refused(SINGLE_SIGN_ON_DOWN)
    if told["issuer"].rstrip("/") != issuer.rstrip("/"):
        raise Refused(SINGLE_SIGN_ON_DOWN)
    return told


def _fetched(url: str) -> Any:
    answer = httpx2.get(url, timeout=_SECONDS, follow_redirects=False)
    answer.raise_for_status()
    return answer.json()


def _client(service: Service, redirect_uri: str) -> OAuth2Client:
    from authlib.integrations.httpx_client import OAuth2Client  # noqa: PLC0415

    settings = service.settings
    secret = settings.oidc_client_secret
    return OAuth2Client(
        client_id=settings.oidc_client_id,
        client_secret=secret.get_secret_value() if secret else None,
        scope="openid profile",
        redirect_uri=redirect_uri,
        code_challenge_method="S256",
        timeout=_SECONDS,
    )


def check_configured(service: Service) -> None:
    """Raises ``Refused`` where no issuer is named in the settings."""
    if service.settings.oidc_issuer is None:
        raise Refused(NO_SINGLE_SIGN_ON)
