"""How often an address may fail to sign in.

Two counters stop guessing, and each could be turned against the honest. An account locks after
``login_failures`` wrong passwords, which lets anybody lock a colleague out for ``lock_minutes``. So an
address is refused, before any account is touched, after ``ADDRESS_SHARE`` times as many failures: from one
address at most that many accounts can be locked. Only failures count, so an office behind one address works
undisturbed; who has many addresses can still lock many accounts, and gains no guess by it.
"""

from __future__ import annotations

import ipaddress
import math
import time
from typing import Final

import structlog
from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

from intake.refusals.access import TOO_MANY_SIGN_INS
from intake.refusals.base import Refused
from intake.service import Service

ADDRESS_SHARE: Final = 4
_here: Final = MovingWindowRateLimiter(MemoryStorage())
"""Counts where the broker is down: by process, so more is allowed, but never without end."""


def check_address(service: Service, address: str) -> None:
    """Raises ``Refused`` where too many sign-ins from this address failed of late."""
    item, name = _limit(service), _name(service, address)
    for limiter in _limiters(service):
        try:
            if not limiter.test(item, name):
                reset = limiter.get_window_stats(item, name).reset_time
                raise Refused(TOO_MANY_SIGN_INS, retry_after=max(1.0, math.ceil(reset - time.time())))
            return
        except RedisError:
            structlog.get_logger().warning("sign_in_limit_without_broker")


def count_failure(service: Service, address: str) -> None:
    """A sign-in from this address failed."""
    item, name = _limit(service), _name(service, address)
    for limiter in _limiters(service):
        try:
            limiter.hit(item, name)
            return
        except RedisError:
            structlog.get_logger().warning("sign_in_limit_without_broker")


def _limiters(service: Service) -> tuple[MovingWindowRateLimiter, MovingWindowRateLimiter]:
    pool = service.broker.connection_pool
    return MovingWindowRateLimiter(RedisStorage("redis://", connection_pool=pool)), _here


def _limit(service: Service) -> RateLimitItemPerSecond:
    settings = service.settings
    seconds = max(1, math.ceil(settings.lock_minutes * 60))
    return RateLimitItemPerSecond(settings.login_failures * ADDRESS_SHARE, seconds, "menshen-sign-in")


def _name(service: Service, address: str) -> str:
    """Addresses are personal data: Redis holds keyed hashes of them."""
    return service.sealer.look_up(f"address:{_network(address)}")


def _network(address: str) -> str:
    """An IPv6 caller holds a whole /64, so that is what counts; an IPv4 address counts alone."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:  # a name the test server or a unix socket gives
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return address
