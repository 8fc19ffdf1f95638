"""What the running service needs: a broker, a database, a vault, a port."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from obstore.exceptions import BaseError
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError, DBAPIError

from intake.database import Database
from intake.operating.broker import SOCKET_BYTES, BrokerMissing, server_program
from intake.operating.examined import Examined
from intake.operating.starting import StartRefused, free_port
from intake.safekeeping.vault import Vault
from intake.service_settings import ServiceSettings

LEAST_REDIS = (6, 2)


def examine_service(settings: ServiceSettings) -> Iterator[Examined]:
    """Look at each part the service stands on; makes nothing that stays."""
    yield _broker(settings)
    yield _database(settings)
    yield _vault(settings)
    yield _port(settings)


def _broker(settings: ServiceSettings) -> Examined:
    name = "消息服务"
    if settings.broker_url is None:
        try:
            program = server_program()
        except BrokerMissing:
            remedy = "请运行 make install，或安装 Redis 6.2 以上版本，或设置 MENSHEN_BROKER_URL。"
            return Examined(name, False, True, "找不到 Redis 服务程序", remedy)
        if len(str(settings.broker_socket).encode()) > SOCKET_BYTES:
            remedy = "请用 MENSHEN_HOME 指定一个路径较短的主目录。"
            return Examined(name, False, True, "主目录的路径过长，不能建立套接字", remedy)
        return Examined(name, True, True, f"由 menshen up 启动 {program}")
    try:
        client = Redis.from_url(settings.broker, socket_connect_timeout=3, socket_timeout=3)
        told = client.info("server")
    except (RedisError, ValueError) as error:
        remedy = "请核对 MENSHEN_BROKER_URL，并确认 Redis 正在运行。"
        return Examined(name, False, True, f"连接不上（{type(error).__name__}）", remedy)
    version = str(told.get("redis_version", "0"))
    well = tuple(int(part) for part in version.split(".")[:2]) >= LEAST_REDIS
    return Examined(name, well, True, f"Redis {version}", None if well else "请升级到 Redis 6.2 以上版本。")


def _database(settings: ServiceSettings) -> Examined:
    name = "数据库"
    if settings.database_url is None and not (settings.home / "menshen.db").exists():
        return Examined(name, True, True, "SQLite，首次启动时建立")
    try:
        database = Database(settings.database, pool_size=1)
        with database.reading() as session:
            session.execute(text("SELECT 1"))
        database.close()
    except (DBAPIError, ArgumentError, ImportError) as error:
        kind = type(error.orig if isinstance(error, DBAPIError) else error).__name__
        remedy = "请核对 MENSHEN_DATABASE_URL，并确认数据库正在运行。"
        return Examined(name, False, True, f"不能使用（{kind}）", remedy)
    return Examined(name, True, True, "SQLite" if database.is_sqlite else "PostgreSQL，可以连接")


def _vault(settings: ServiceSettings) -> Examined:
    name = "原件存放"
    remedy = "请核对 MENSHEN_VAULT_URL，对象存储还须核对 AWS_ 开头的各项环境变量。"
    if settings.vault_url is None:
        return Examined(name, True, True, "主目录下的文件夹")
    try:
        with tempfile.TemporaryDirectory() as spool:
            vault = Vault(settings.vault_url, Path(spool))
            if vault.folder is None:
                well = vault.reachable()
            else:
                well = os.access(vault.folder, os.R_OK | os.W_OK | os.X_OK)
    except (BaseError, OSError, ValueError) as error:
        return Examined(name, False, True, f"不能使用（{type(error).__name__}）", remedy)
    return Examined(name, well, True, "可以访问" if well else "不能访问", None if well else remedy)


def _port(settings: ServiceSettings) -> Examined:
    name = "监听端口"
    try:
        free_port(settings)
    except StartRefused as refused:
        found = f"{refused.fault.where} {refused.fault.message}；门审已在运行时属正常"
        return Examined(name, False, False, found, refused.fault.remedy)
    return Examined(name, True, False, f"{settings.host}:{settings.port} 可用")
