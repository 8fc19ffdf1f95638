"""What of this machine and its settings is missing, and how to mend it."""

from __future__ import annotations

import importlib
import importlib.metadata
import locale
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from intake.operating.doctor_service import examine_service
from intake.operating.examined import Examined
from intake.service_settings import ServiceSettings, load_service_settings
from intake.settings import Settings, SettingsRefused

LEAST_MEMORY_GB = 2.0
PYTHON = (3, 11)


def examine() -> tuple[Examined, ...]:
    """Look at everything; one thing missing hides no other."""
    return tuple(_examined())


def _examined() -> Iterator[Examined]:
    yield _python()
    yield _packages()
    yield _opencv()
    settings: ServiceSettings | None = None
    try:
        settings = load_service_settings()
        yield Examined("设置", True, True, "没有发现问题")
    except SettingsRefused as refused:
        for fault in refused.faults:
            yield Examined("设置", False, True, f"{fault.where}：{fault.message}", fault.remedy)
    if settings is not None:
        yield _home(settings.home)
        yield _models(settings)
        yield from examine_service(settings)
    yield _policies()
    yield _memory()
    yield _encoding()


def _python() -> Examined:
    found = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info[:2] == PYTHON
    return Examined("Python", well, True, found, None if well else "请改用 Python 3.11。")


def _packages() -> Examined:
    name = "软件包"
    remedy = "请在源代码目录中运行 make install。"
    try:
        wanted = importlib.metadata.requires("menshen") or []
    except importlib.metadata.PackageNotFoundError:
        return Examined(name, False, True, "menshen 没有安装", remedy)
    names = [found[0] for line in wanted if "extra ==" not in line and (found := re.match(r"[\w.-]+", line))]
    missing = [each for each in names if not _installed(each)]
    if missing:
        return Examined(name, False, True, "缺少 " + "、".join(missing), remedy)
    return Examined(name, True, True, f"所需的 {len(names)} 个均已安装")


def _installed(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _opencv() -> Examined:
    """``opencv-python`` wants libGL, which servers often lack; the headless build does not."""
    remedy = "请在源代码目录中运行 make install，它会改装不需要图形库的版本。"
    try:
        cv2 = importlib.import_module("cv2")
    except ImportError as error:
        return Examined("OpenCV", False, True, f"不能载入（{error}）", remedy)
    cascade = Path(str(cv2.__file__)).parent / "data" / "haarcascade_frontalface_default.xml"
    if not cascade.is_file():
        return Examined("OpenCV", False, True, f"{cv2.__version__}，缺少人脸模型", remedy)
    return Examined("OpenCV", True, True, str(cv2.__version__))


def _home(home: Path) -> Examined:
    remedy = "请用 MENSHEN_HOME 指定一个可写的文件夹。"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        return Examined("主目录", False, True, f"{home} 不可写（{error.strerror}）", remedy)
    return Examined("主目录", True, True, f"{home} 可写")


def _models(settings: Settings) -> Examined:
    name = "识别模型"
    remedy = "请运行 make install；自备模型时请核对 MENSHEN_MODELS 指向的文件夹。"
    try:
        models = importlib.import_module("ocr.models")
    except ImportError as error:
        return Examined(name, False, True, f"不能载入（{error}）", remedy)
    try:
        own = settings.models
        found = models.user_models(own) if own else models.bundled_models(settings.home / "models")
    except (models.ModelsMissing, OSError) as error:
        return Examined(name, False, True, str(error), remedy)
    parts = (f"{model.name} sha256 {model.sha256[:12]}…" for model in (found.detector, found.recogniser))
    return Examined(name, True, True, "；".join(parts))


def _policies() -> Examined:
    try:
        count = len(importlib.import_module("validators.pack").load_packs())
    except ImportError as error:
        return Examined("政策包", False, True, f"不能载入（{error}）", "请重新安装。")
    return Examined("政策包", count > 0, True, f"{count} 个", None if count else "请重新安装。")


def _memory() -> Examined:
    """Memory as the kernel and, in a container, its control group allow."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):  # no control group, or "max": no bound but the machine's
        total = min(total, int(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii")))
    size = total / 1024**3
    well = size >= LEAST_MEMORY_GB
    remedy = None if well else f"建议至少 {LEAST_MEMORY_GB:g} GB，否则大文件可能打不开。"
    return Examined("内存", well, False, f"{size:.1f} GB", remedy)


def _encoding() -> Examined:
    encoding = locale.getpreferredencoding(False)
    well = encoding.replace("-", "").lower() in ("utf8", "gb18030", "gbk", "gb2312")
    remedy = None if well else "终端可能显示不出中文，请设置 LANG=C.UTF-8。"
    return Examined("字符编码", well, False, encoding, remedy)
