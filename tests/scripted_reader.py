"""A reader that follows a script: what each case is called decides what goes wrong with it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hand_made import ENGINE, images, reading, verdict

from intake.case import CaseRefused
from intake.faults import Fault
from ocr.models import ModelsMissing
from ocr.types import Reading
from validators.policy_errors import PolicyUnknown


@dataclass
class Found:
    reading: Any = None
    verdict: Any = None
    images: Any = ()


class ScriptedReader:
    """Stands where the pipeline's reader stands, and talks on standard output as libraries do."""

    asked: list[dict[str, Any]] = []  # noqa: RUF012 - what the last run was asked

    def __init__(self, settings: object) -> None:
        print("loading models")
        os.write(1, b"a library in C says hello\n")
        warnings.warn("deprecated", stacklevel=1)

    def read(self, files: Sequence[Path], *, progress: Any = None, **_: Any) -> Found:
        progress("正在读取", 0, len(files))
        wanted = [path.name for path in files]
        return Found(Reading(tuple(d for d in reading().documents if d.file in wanted), ENGINE))

    def check(self, folder: Path, **asked: Any) -> Found:
        ScriptedReader.asked.append(asked)
        if folder.name.startswith("bug"):
            raise ZeroDivisionError
        if folder.name.startswith("stop"):
            raise KeyboardInterrupt
        if folder.name.startswith("models"):
            raise ModelsMissing("没有安装 rapidocr，找不到随附的识别模型")
        if asked["policy"] == "nowhere":
            raise PolicyUnknown("nowhere", ("shaoyang-renewal",))
        if folder.name.startswith("bad"):
            raise CaseRefused(folder.name, (Fault("CASE-003", "case.yaml", "没有", "请放入。"),))
        return Found(verdict=verdict(folder.name), images=images())
