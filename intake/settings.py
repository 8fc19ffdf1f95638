"""Settings: environment variables with the prefix ``MENSHEN_``, or a ``menshen.toml``.

The environment wins over ``menshen.toml`` in the working folder, which wins over the one in
``MENSHEN_HOME``; whatever none of them names keeps its default, which works on one machine with
nothing else installed.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from intake.faults import Fault, faults_of
from validators.pack_roots import use_packs

if TYPE_CHECKING:
    from ocr.limits import Limits

TOML_NAME = "menshen.toml"
PREFIX = "MENSHEN_"
DEFAULT_HOME = "~/.local/share/menshen"
MEGABYTE = 1024 * 1024
S = TypeVar("S", bound="Settings")


def _cores() -> int:
    """The cores this process may use; more than four gain the reader little."""
    return min(4, len(os.sched_getaffinity(0)))


class SettingsRefused(Exception):
    """The settings cannot be used; ``faults`` names every one that is wrong, and how to mend it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("；".join(f"{fault.where}：{fault.message}" for fault in faults))
        self.faults = faults


class Settings(BaseSettings):
    """What an operator may set. A megabyte has 1024² bytes, a megapixel 10⁶ pixels."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, env_ignore_empty=True)

    home: Path = Field(default=Path(DEFAULT_HOME), description="存放模型与缓存的文件夹")
    models: Path | None = Field(default=None, description="自备的 PaddleOCR 模型文件夹（内含 det 与 rec）")
    engine: Literal["auto", "openvino", "onnxruntime", "paddleocr"] = Field(
        default="auto",
        description="识别引擎：openvino、onnxruntime，auto 取本机较快者；paddleocr 为其原流程，供比对",
    )
    max_file_mb: float = Field(default=20, gt=0, le=1000, description="单个文件上限（MB）")
    max_pages: int = Field(default=100, ge=1, le=10_000, description="单个文件页数上限")
    max_frames: int = Field(default=100, ge=1, le=10_000, description="单个图片文件帧数上限")
    max_megapixels: float = Field(default=40, gt=0, le=500, description="单页像素上限（百万像素）")
    max_files: int = Field(default=30, ge=1, le=1000, description="单个案件文件数上限")
    max_ratio: float = Field(default=200, ge=1, le=100_000, description="压缩包解压倍数上限")
    max_memory_mb: int = Field(default=2048, ge=256, le=65_536, description="打开文件时的内存上限（MB）")
    packs: Path | None = Field(default=None, description="自备的政策包文件夹；编号相同的取代随附的")
    threads: int = Field(default_factory=_cores, ge=1, le=64, description="识别所用的线程数")
    read_seconds: float = Field(default=120, gt=0, le=3600, description="识别一页的时间上限（秒）")
    page_seconds: float = Field(default=20, gt=0, le=3600, description="打开一页的时间上限（秒）")
    file_seconds: float = Field(default=25, gt=0, le=36_000, description="打开一个文件的时间上限（秒）")

    @field_validator("home", "models", "packs")
    @classmethod
    def _expanded(cls, path: Path | None) -> Path | None:
        try:
            return None if path is None else path.expanduser().absolute()
        except RuntimeError as error:
            raise ValueError("找不到用户主目录，请写明完整路径") from error

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then ``menshen.toml``."""
        given = InitSettingsSource(settings_cls, _written_values(settings_cls))
        return (init_settings, env_settings, given)

    @property
    def limits(self) -> Limits:
        """The limits under which files are opened."""
        from ocr.limits import Limits  # noqa: PLC0415 - NumPy, not wanted for ``--help``

        return Limits(
            file_bytes=int(self.max_file_mb * MEGABYTE),
            pages=self.max_pages,
            frames=self.max_frames,
            page_pixels=int(self.max_megapixels * 1_000_000),
            unpack_ratio=self.max_ratio,
            memory_bytes=self.max_memory_mb * MEGABYTE,
            page_seconds=self.page_seconds,
            file_seconds=self.file_seconds,
        )


def load_settings() -> Settings:
    """The settings of this process; raises ``SettingsRefused`` with every fault at once."""
    try:
        return with_packs(Settings())
    except ValidationError as error:
        raise refused_settings(error, Settings.model_fields) from error


def with_packs(settings: S) -> S:
    """The same settings, with the policy packs that they name taken into use in this process."""
    use_packs(settings.packs)
    return settings


def refused_settings(error: ValidationError, known: Iterable[str]) -> SettingsRefused:
    """What Pydantic found wrong, as faults that say where each setting stands."""
    faults = faults_of(error, known, {"extra_forbidden": "SET-003"}, "SET-002")
    return SettingsRefused(tuple(_located(fault) for fault in faults))


def _located(fault: Fault) -> Fault:
    name = fault.where
    where = f"{name}（环境变量 {PREFIX}{name.upper()} 或 {TOML_NAME}）"
    return Fault(fault.code, where, fault.message, fault.remedy)


def _written_values(wanted: type[BaseSettings]) -> dict[str, Any]:
    """What the ``menshen.toml`` files say, the working folder's above the home's.

    The reader and the service share the file: what only the service knows is no fault to the reader.
    """
    here = _toml(Path(TOML_NAME))
    home = os.environ.get(f"{PREFIX}HOME") or here.get("home") or DEFAULT_HOME
    try:
        above = _toml(Path(str(home)).expanduser() / TOML_NAME)
    except RuntimeError:  # no home folder at all: the validator of ``home`` says so
        above = {}
    merged: Mapping[str, Any] = {**above, **here}
    from intake.service_settings import ServiceSettings  # noqa: PLC0415 - it builds on this file

    others = ServiceSettings.model_fields.keys() - wanted.model_fields.keys()
    return {name: value for name, value in merged.items() if name not in others}


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fault = Fault("SET-001", str(path), f"读不了这个设置文件：{error}", "请改正或移走它后再试。")
        raise SettingsRefused((fault,)) from error
