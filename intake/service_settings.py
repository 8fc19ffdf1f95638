"""Settings of the running service, beside those of the reader. Defaults work on one machine."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator

from intake.settings import MEGABYTE, Settings, refused_settings, with_packs

if TYPE_CHECKING:
    from ocr.limits import Limits


class ServiceSettings(Settings):
    """What an operator may set of the service. Times are in seconds unless the name says otherwise."""

    database_url: str | None = Field(default=None, description="数据库地址；不填则用主目录下的 SQLite")
    broker_url: str | None = Field(default=None, description="Redis 地址；不填则由 menshen up 自行启动")
    vault_url: str | None = Field(default=None, description="存放原件的地址；不填则用主目录下的文件夹")
    master_key: SecretStr | None = Field(
        default=None, description="主密钥，32 字节的 Base64；更换期间写“新,旧”两把"
    )

    host: str = Field(default="127.0.0.1", description="监听地址")
    port: int = Field(default=8600, ge=1, le=65_535, description="监听端口")
    public_url: str | None = Field(default=None, description="对外的网址，用于上传地址与登录回跳")
    secure_cookies: bool = Field(default=False, description="Cookie 只经 HTTPS 发送；对外服务须打开")
    trusted_proxies: str = Field(default="127.0.0.1", description="可信的反向代理地址，逗号分隔")
    demo_people: bool | None = Field(
        default=None,
        description="启动时建立演示账号，只供试用；不填则仅在本机试用（SQLite、本机地址）且没有其他人员时建立",
    )

    precheck_workers: int = Field(default=1, ge=0, le=256, description="只做预检的进程数")
    case_workers: int = Field(default=1, ge=0, le=256, description="读取在线案件的进程数")
    bulk_workers: int = Field(default=1, ge=0, le=256, description="读取批量案件的进程数")
    pages_per_job: int = Field(default=4, ge=1, le=100, description="一件读取工作的页数")
    lease_seconds: float = Field(default=30, ge=2, le=3600, description="工作租约时长")
    job_seconds: int = Field(default=900, ge=5, le=36_000, description="一件工作的时间上限")
    visibility_seconds: int = Field(default=3600, ge=10, le=86_400, description="消息队列的可见性超时")
    max_attempts: int = Field(default=5, ge=1, le=50, description="一件工作尝试的次数上限")
    retry_seconds: float = Field(default=5, ge=0.05, le=3600, description="第一次重试前的等待，逐次加倍")
    sweep_seconds: float = Field(default=2, ge=0.1, le=300, description="清扫的间隔")
    worker_jobs: int = Field(default=500, ge=1, le=100_000, description="一个进程做多少件工作后重启")
    worker_memory_mb: int = Field(default=1500, ge=256, le=65_536, description="一个进程超过多少内存后重启")
    precheck_seconds: float = Field(default=20, ge=1, le=120, description="预检等待的时间上限")

    calls_per_minute: int = Field(default=600, ge=1, le=1_000_000, description="每个密钥每分钟的请求上限")
    cases_per_day: int = Field(default=20_000, ge=1, le=10_000_000, description="每个密钥每日新建案件上限")
    max_case_mb: float = Field(default=200, gt=0, le=100_000, description="单个案件全部文件的上限（MB）")
    max_batch_mb: float = Field(default=20_000, gt=0, le=1_000_000, description="一次批量报送的上限（MB）")
    max_scan_mb: float = Field(default=500, gt=0, le=4000, description="批量扫描件单个文件的上限（MB）")
    max_scan_pages: int = Field(default=2000, ge=1, le=20_000, description="批量扫描件单个文件的页数上限")
    max_waiting_jobs: int = Field(default=200_000, ge=1, description="排队工作超过此数时暂缓受理")
    min_free_mb: float = Field(default=500, ge=0, description="磁盘余量低于此数时暂缓受理（MB）")
    max_receiving: int = Field(default=400, ge=1, le=100_000, description="同时接收的文件数上限")
    upload_origins: str = Field(default="", description="可跨域续传的网页来源，逗号分隔；不填则不允许")
    upload_hours: float = Field(default=24, gt=0, le=720, description="续传中的文件保留的小时数")

    session_hours: float = Field(default=12, gt=0, le=168, description="登录会话的最长小时数")
    idle_minutes: float = Field(default=60, gt=0, le=1440, description="无操作多久后须重新登录（分钟）")
    login_failures: int = Field(default=5, ge=1, le=100, description="连续输错多少次后锁定")
    lock_minutes: float = Field(default=15, gt=0, le=1440, description="锁定时长（分钟）")
    second_factor: bool = Field(default=False, description="所有人员须用动态口令")
    claim_minutes: float = Field(default=15, gt=0, le=1440, description="审核人员领取案件的时长（分钟）")
    second_review_percent: float = Field(
        default=5, ge=0, le=100, description="抽取多少已作的决定由另一人复评（%）；0 为不复评"
    )
    oidc_issuer: str | None = Field(default=None, description="OpenID Connect 的签发者网址")
    oidc_client_id: str | None = Field(default=None, description="OpenID Connect 的客户端编号")
    oidc_client_secret: SecretStr | None = Field(default=None, description="OpenID Connect 的客户端密钥")
    after_sign_in: str = Field(
        default="/console",
        pattern=r"^/([!-.0-\[\]-~][!-~]*)?$",
        description="经 OpenID Connect 登录后转到的本站路径",
    )

    apply_page: bool = Field(default=False, description="开通申请人页面 /apply")
    apply_code_hours: float = Field(default=168, gt=0, le=8760, description="办理码多少小时内可用")
    apply_hours: float = Field(default=2, gt=0, le=168, description="申请人用办理码进入后停留的最长小时数")
    apply_frames: str = Field(
        default="",
        pattern=r"^(https?://[A-Za-z0-9.*:-]+( *, *https?://[A-Za-z0-9.*:-]+)*)?$",
        description="可嵌入申请人页面的网页来源，逗号分隔；不填则不允许嵌入",
    )

    webhook_private: bool = Field(default=False, description="允许向内网地址推送事件")
    webhook_seconds: float = Field(default=10, gt=0, le=60, description="一次推送的时间上限")
    webhook_retry_seconds: float = Field(default=5, ge=0.05, le=3600, description="推送失败后首次重试的等待")

    retention_days: int = Field(default=0, ge=0, description="结案后保留的天数；0 为不自动清除")
    abandoned_days: int = Field(default=0, ge=0, description="未提交的案件保留的天数；0 为不自动清除")
    returned_days: int = Field(default=0, ge=0, description="退回后未再提交的案件保留的天数；0 为不自动清除")
    batch_days: int | None = Field(
        default=None,
        ge=0,
        description="批量报送的原始文件保留的天数；不填则同 retention_days，0 为不自动清除",
    )
    workdays: Path | None = Field(default=None, description="工作日调整表（CSV）")
    deadline_warning_days: int = Field(default=3, ge=0, le=60, description="期限前几个工作日提醒")

    register_persons: str = Field(default="", description="参保登记：table（已导入的表）或网址；不填则不接入")
    register_entitlements: str = Field(
        default="table", description="待遇登记：table（已导入的表）、网址，或 off（不接入）"
    )
    register_hospitals: str = Field(default="", description="医院登记：table 或网址；不填则只用随附名录")
    register_physicians: str = Field(default="", description="医师登记：table 或网址；不填则不接入")
    register_token: SecretStr | None = Field(default=None, description="向登记系统查询所用的令牌")
    register_seconds: float = Field(default=3, gt=0, le=60, description="等待登记系统答复的时间上限")

    @field_validator("register_persons", "register_entitlements", "register_hospitals", "register_physicians")
    @classmethod
    def _is_register(cls, told: str) -> str:
        parts = urlsplit(told)
        local = parts.hostname in ("127.0.0.1", "::1", "localhost")
        if told not in ("", "off", "table") and not (
            parts.hostname and (parts.scheme == "https" or (parts.scheme == "http" and local))
        ):
            raise ValueError("须为 table、off，或 https:// 开头的网址（本机可用 http://）")
        return told

    @model_validator(mode="after")
    def _agree(self) -> ServiceSettings:
        if self.job_seconds * 2 > self.visibility_seconds:
            raise ValueError("job_seconds 须不超过 visibility_seconds 的一半，否则同一件工作会被重复派发")
        if self.oidc_issuer and not (self.oidc_client_id and self.oidc_client_secret):
            raise ValueError("使用 OpenID Connect 须同时填写 oidc_client_id 与 oidc_client_secret")
        return self

    @cached_property
    def database(self) -> str:
        """The SQLAlchemy address of the database."""
        return self.database_url or f"sqlite:///{self.home / 'menshen.db'}"

    @cached_property
    def broker_socket(self) -> Path:
        """Where the broker that ``menshen up`` starts listens. Unix sockets allow 107 bytes of path."""
        return self.home / "run" / "redis.sock"

    @cached_property
    def broker(self) -> str:
        """The address of the broker as redis-py takes it."""
        return self.broker_url or f"unix://{self.broker_socket}"

    @cached_property
    def celery_broker(self) -> str:
        """The address of the broker as Celery takes it, which names unix sockets otherwise."""
        parts = urlsplit(self.broker)
        return f"redis+socket://{parts.path}" if parts.scheme == "unix" else self.broker

    @cached_property
    def spool(self) -> Path:
        """Where files on their way in stand, sealed, until they are in the vault."""
        return self.home / "spool"

    @cached_property
    def file_bytes(self) -> int:
        """The most bytes one file may have."""
        return int(self.max_file_mb * MEGABYTE)

    @cached_property
    def max_scan_bytes(self) -> int:
        """The most bytes a scan of many patients may have."""
        return int(self.max_scan_mb * MEGABYTE)

    @cached_property
    def scan_limits(self) -> Limits:
        """Under which limits a scan of many patients is opened, to look for separator sheets."""
        return replace(
            self.limits,
            file_bytes=self.max_scan_bytes,
            pages=self.max_scan_pages,
            memory_bytes=self.limits.memory_bytes + 2 * self.max_scan_bytes,
        )


def load_service_settings() -> ServiceSettings:
    """The settings of this service; raises ``SettingsRefused`` with every fault at once."""
    try:
        return with_packs(ServiceSettings())
    except ValidationError as error:
        raise refused_settings(error, ServiceSettings.model_fields) from error
