"""The parts of the running service, put together once a process."""

from __future__ import annotations

from dataclasses import dataclass

from redis import Redis

from intake.database import Database
from intake.safekeeping.master_keys import MasterKeys
from intake.safekeeping.sealing import Sealer
from intake.safekeeping.vault import Vault
from intake.service_settings import ServiceSettings


@dataclass(frozen=True, slots=True)
class Service:
    """What every door and worker works with. Make a new one after a fork."""

    settings: ServiceSettings
    database: Database
    sealer: Sealer
    vault: Vault
    broker: Redis


def open_service(settings: ServiceSettings) -> Service:
    """Open the database, keys, vault and broker that ``settings`` name; the tables must be there
    (``intake.safekeeping.migrate``). Raises ``SettingsRefused``."""
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    given = settings.master_key.get_secret_value() if settings.master_key else None
    database = Database(settings.database)
    sealer = Sealer(database, MasterKeys(given, settings.home).read)
    sealer.load()  # the first keys are made now: inside a transaction SQLite has no room for another
    return Service(
        settings=settings,
        database=database,
        sealer=sealer,
        vault=Vault(settings.vault_url or str(settings.home / "vault"), settings.spool),
        broker=Redis.from_url(settings.broker, socket_connect_timeout=3, socket_timeout=10),
    )
