"""The service opened for one command, its troubles told in words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from api.exits import MISSING_PARTS, REFUSED, USAGE
from intake.actors import SYSTEM
from intake.faults import Fault

if TYPE_CHECKING:
    from intake.service import Service

_NO_DATABASE = Fault(
    "SET-020", "database_url", "连不上数据库", "请核对地址、账号和网络；SQLite 请核对主目录的读写权限"
)
__all__ = ["SYSTEM", "fail", "serving"]


@contextmanager
def serving() -> Iterator[Service]:
    """The service as the settings name it, its tables there; refusals end the command with status 3."""
    from sqlalchemy.exc import OperationalError

    from api.terminal import messages
    from api.trouble import tell, told
    from intake.database import Database
    from intake.refusals.base import Refused
    from intake.safekeeping.migrate import migrate
    from intake.service import open_service
    from intake.service_settings import load_service_settings

    with told():
        settings = load_service_settings()
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = Database(settings.database)
        try:
            migrate(database)
        except OperationalError as error:  # its message may hold a password
            tell("数据库无法使用", (_NO_DATABASE,))
            raise typer.Exit(MISSING_PARTS) from error
        finally:
            database.close()
        service = open_service(settings)
    try:
        yield service
    except Refused as refused:
        refusal = refused.refusal
        if refused.faults:
            tell(refusal.message, refused.faults)
        else:
            messages().print(f"{refusal.message}{refusal.remedy}（{refusal.code}）", style="red")
        raise typer.Exit(REFUSED) from refused
    finally:
        service.database.close()


def fail(*lines: str) -> NoReturn:
    """Say what is wrong with the command line and end with status 2."""
    from api.terminal import messages
    from api.words import plain

    for line in lines:
        messages().print(plain(line), style="red")
    raise typer.Exit(USAGE)
