"""What is done once before the processes of the service start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import DBAPIError

from intake.database import Database
from intake.faults import Fault
from intake.operating.starting import StartRefused
from intake.safekeeping.migrate import migrate
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.working import jobs
from intake.working.groups import worker_prefix

_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class LogIn:
    """How somebody who tries the service out signs in."""

    login: str
    password: str
    role: str


def prepare(settings: ServiceSettings) -> tuple[LogIn, ...]:
    """Bring the database to this version, make the first keys, and free the work of this home's workers
    that are gone. Gives the log-ins of people for trying out, where they are wanted. Leaves no thread behind.

    Raises ``StartRefused`` and ``intake.settings.SettingsRefused``.
    """
    database = Database(settings.database)
    try:
        migrate(database)
        service = open_service(settings)
        jobs.free_leases(database, worker_prefix(settings))
        logins = _demo_people(service) if _is_for_trying_out(service) else ()
        service.database.close()
        return logins
    except DBAPIError as error:
        remedy = "请核对 MENSHEN_DATABASE_URL，并确认数据库正在运行。"
        what = f"数据库不能使用（{type(error.orig).__name__}）"
        raise StartRefused(Fault("UP-006", "database_url", what, remedy)) from error
    finally:
        database.close()


def _is_for_trying_out(service: Service) -> bool:
    """Whether demo people are wanted: as the settings say; else where nothing but the embedded defaults is
    in use, on this machine alone, and nobody real has been entered yet."""
    settings = service.settings
    if settings.demo_people is not None:
        return settings.demo_people
    if settings.database_url is not None or settings.host not in _LOOPBACK:
        return False
    from intake.doorkeeping.demo_people import only_demo_people  # noqa: PLC0415 - as below

    return only_demo_people(service)


def _demo_people(service: Service) -> tuple[LogIn, ...]:
    from intake.doorkeeping.demo_people import demo_people  # noqa: PLC0415 - few starts want it, and every start waits for it

    return tuple(LogIn(*one) for one in demo_people(service))
