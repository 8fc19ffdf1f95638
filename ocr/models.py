"""Model folders: where the reader finds its networks, offline.

PaddleOCR loads a model from a folder that holds ``inference.onnx`` and ``inference.yml``. The wheel
of ``rapidocr`` carries PP-OCRv6 small as bare ONNX files; this module lays them out as PaddleOCR
expects, once, under a folder the caller names. A folder with models of the user's own has one
sub-folder a task, ``det`` and ``rec``, each in PaddleOCR's form.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DETECTOR = "PP-OCRv6_small_det"
RECOGNISER = "PP-OCRv6_small_rec"


class ModelsMissing(Exception):
    """No usable models: ``str()`` says in Chinese which folder lacks what."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """One network on disk: PaddleOCR's name for it, its folder, and the SHA-256 of its weights."""

    name: str
    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelSet:
    """The two networks that a reader needs."""

    detector: ModelFolder
    recogniser: ModelFolder


def bundled_models(folder: Path) -> ModelSet:
    """Lay out the wheel's PP-OCRv6 small models under ``folder`` and name them.

    Done once and atomically: a second process that comes at the same time finds either nothing or a
    whole folder. Raises ``ModelsMissing`` where the wheel holds no models.
    """
    det_source = _bundled_file("PP-OCRv6_det_small.onnx")
    rec_source = _bundled_file("PP-OCRv6_rec_small.onnx")
    det = _lay_out(det_source, folder / DETECTOR, _detector_config)
    rec = _lay_out(rec_source, folder / RECOGNISER, _recogniser_config)
    return ModelSet(
        ModelFolder(DETECTOR, det, _sha256(det / "inference.onnx")),
        ModelFolder(RECOGNISER, rec, _sha256(rec / "inference.onnx")),
    )


def user_models(folder: Path) -> ModelSet:
    """The models in a user's folder: ``det/`` and ``rec/`` in PaddleOCR's form.

    Raises ``ModelsMissing`` naming what is not there.
    """
    return ModelSet(_user_model(folder / "det"), _user_model(folder / "rec"))


def _user_model(path: Path) -> ModelFolder:
    for part in ("inference.onnx", "inference.yml"):
        if not (path / part).is_file():
            raise ModelsMissing(f"模型文件夹 {path} 中缺少 {part}")
    config = yaml.safe_load((path / "inference.yml").read_text(encoding="utf-8"))
    return ModelFolder(str(config["Global"]["model_name"]), path, _sha256(path / "inference.onnx"))


def _bundled_file(name: str) -> Path:
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ModelsMissing("没有安装 rapidocr，找不到随附的识别模型")
    path = Path(spec.origin).parent / "models" / name
    if not path.is_file():
        raise ModelsMissing(f"rapidocr 安装包中没有模型 {name}")
    return path


def _lay_out(source: Path, target: Path, config: Any) -> Path:
    """Copy ``source`` to ``target/inference.onnx`` beside its ``inference.yml``, by one rename."""
    if (target / "inference.yml").is_file():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    shutil.copyfile(source, scratch / "inference.onnx")
    text = yaml.safe_dump(config(source), allow_unicode=True, sort_keys=False)
    (scratch / "inference.yml").write_text(text, encoding="utf-8")
    try:
        os.rename(scratch, target)
    except OSError:
        shutil.rmtree(scratch)  # another process was first
        if not (target / "inference.yml").is_file():
            raise
    return target


def _detector_config(_: Path) -> dict[str, Any]:
    return {
        "Global": {"model_name": DETECTOR},
        "PreProcess": {
            "transform_ops": [
                {"DetResizeForTest": {"resize_long": 960}},
                {
                    "NormalizeImage": {
                        "mean": [0.485, 0.456, 0.406],
                        "std": [0.229, 0.224, 0.225],
                        "scale": 1 / 255,
                        "order": "hwc",
                    }
                },
                {"ToCHWImage": None},
            ]
        },
        "PostProcess": {
            "name": "DBPostProcess",
            "thresh": 0.3,
            "box_thresh": 0.5,
            "max_candidates": 3000,
            "unclip_ratio": 1.5,
        },
    }


def _recogniser_config(source: Path) -> dict[str, Any]:
    import onnxruntime  # noqa: PLC0415 - once on a machine, when the models are laid out

    session = onnxruntime.InferenceSession(str(source), providers=["CPUExecutionProvider"])
    characters = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    return {
        "Global": {"model_name": RECOGNISER},
        "PreProcess": {"transform_ops": [{"RecResizeImg": {"image_shape": [3, 48, 320]}}]},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": characters},
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
