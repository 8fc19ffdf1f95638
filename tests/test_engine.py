"""The two engines on the same networks, a user's own model folder, and what is refused of one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml
from PIL import Image

from ocr import networks
from ocr.ctc import alphabet, decode
from ocr.direct_engine import (
    BATCH_PIXELS,
    LINE_HEIGHT,
    MOST_SQUEEZE,
    WIDTHS,
    DirectEngine,
    batches,
    line_width,
)
from ocr.engine import TextEngine, open_engine
from ocr.geometry import cut_out, sides
from ocr.models import ModelSet, ModelsMissing, bundled_models, user_models
from ocr.text_boxes import BoxRules, boxes_in
from ocr.types import Pixels

SAMPLES = Path(__file__).parents[1] / "samples" / "documents"
SIDE = 1280
FAR = 3.5
"""Pixels that a corner may differ by: PaddleOCR's clipper works in whole pixels of its heat map."""


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> ModelSet:
    return bundled_models(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def engine(models: ModelSet) -> TextEngine:
    return open_engine(models)


@pytest.fixture(scope="module")
def on_onnxruntime(models: ModelSet) -> TextEngine:
    return open_engine(models, name="onnxruntime")


@pytest.fixture(scope="module")
def plain(models: ModelSet) -> TextEngine:
    return open_engine(models, name="paddleocr")


def page(name: str) -> Pixels:
    with Image.open(SAMPLES / name) as image:
        return np.asarray(image.convert("RGB"), np.uint8)


@pytest.mark.parametrize("name", ["discharge-grid.jpg", "lab-two-columns.png"])
def test_both_engines_find_the_same_lines_and_read_the_same_characters(
    name: str, on_onnxruntime: TextEngine, plain: TextEngine
) -> None:
    pixels, engine = page(name), on_onnxruntime
    ours, theirs = engine.detect(pixels, SIDE), plain.detect(pixels, SIDE)
    assert len(ours) == len(theirs) > 20
    for box in ours:
        nearest = min(theirs, key=lambda other: np.abs(np.array(other) - box).max())
        assert np.abs(np.array(nearest) - box).max() <= FAR
    crops = [cut_out(pixels, box) for box in ours]
    read, read_plainly = (e.read(crops) for e in (engine, plain))
    same = sum(a.text == b.text for a, b in zip(read, read_plainly, strict=True))
    # padding tells them apart: a wide colon or a space may come out otherwise, seldom a character
    assert same >= 0.9 * len(crops)


def test_an_engine_names_itself_and_its_networks(engine: TextEngine, plain: TextEngine) -> None:
    assert engine.info.models == plain.info.models
    assert (engine.info.name, plain.info.name) == (networks.best_runtime(), "paddleocr+onnxruntime")
    assert all(len(digest) == 64 for digest in engine.info.models.values())


def test_a_picture_too_small_for_a_line_has_none(engine: TextEngine) -> None:
    assert engine.detect(np.full((8, 20, 3), 255, np.uint8), 320) == []
    assert [t.text for t in engine.read([np.zeros((1, 1, 3), np.uint8)])] == [""]


def test_a_users_model_folder_reads_the_same(models: ModelSet, engine: TextEngine, tmp_path: Path) -> None:
    shutil.copytree(models.detector.path, tmp_path / "det")
    shutil.copytree(models.recogniser.path, tmp_path / "rec")
    config = yaml.safe_load((tmp_path / "det" / "inference.yml").read_text(encoding="utf-8"))
    # as Baidu's own folders write it
    config["PreProcess"]["transform_ops"].insert(
        0, {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}}
    )
    next(s for s in config["PreProcess"]["transform_ops"] if "NormalizeImage" in s)["NormalizeImage"][
        "scale"
    ] = "1./255."
    (tmp_path / "det" / "inference.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    own = open_engine(user_models(tmp_path))
    pixels = page("id-front.jpg")
    boxes = own.detect(pixels, SIDE)
    assert boxes == engine.detect(pixels, SIDE)
    crops = [cut_out(pixels, box) for box in boxes]
    assert own.read(crops) == engine.read(crops)
    assert own.info == engine.info


def test_a_folder_that_wants_another_way_of_reading_is_refused_with_the_way_out(
    models: ModelSet, tmp_path: Path
) -> None:
    shutil.copytree(models.detector.path, tmp_path / "det")
    shutil.copytree(models.recogniser.path, tmp_path / "rec")
    config = yaml.safe_load((tmp_path / "det" / "inference.yml").read_text(encoding="utf-8"))
    config["PostProcess"]["box_type"] = "poly"
    (tmp_path / "det" / "inference.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    with pytest.raises(ModelsMissing, match="MENSHEN_ENGINE=paddleocr"):
        open_engine(user_models(tmp_path))


def test_a_network_that_is_none_is_refused(models: ModelSet, tmp_path: Path) -> None:
    shutil.copytree(models.detector.path, tmp_path / "det")
    shutil.copytree(models.recogniser.path, tmp_path / "rec")
    (tmp_path / "rec" / "inference.onnx").write_bytes(b"no network")
    with pytest.raises(ModelsMissing, match=r"rec/inference\.onnx"):
        open_engine(user_models(tmp_path))


def test_a_core_grows_to_its_line() -> None:
    heat = np.zeros((100, 200), np.float32)
    heat[40:50, 30:130] = 0.9
    heat[80:82, 30:32] = 0.9  # a speck
    (box,) = boxes_in(heat, 400, 200, BoxRules(0.3, 0.5, 1.5, 100))
    width, height = sides(box)
    grown = 99 * 9 * 1.5 / (2 * (99 + 9)) * 2
    assert width == pytest.approx(2 * (99 + grown), abs=1)
    assert height == pytest.approx(2 * (9 + grown), abs=1)
    assert box[0][0] < box[1][0]
    assert box[0][1] < box[3][1]


def test_batches_hold_every_crop_once_of_one_width_in_few_sizes() -> None:
    widths = {i: WIDTHS[(i * 7919) % len(WIDTHS)] for i in range(200)}
    found = list(batches(widths))
    assert sorted(i for _, batch in found for i in batch) == list(range(200))
    for width, batch in found:
        assert {widths[i] for i in batch} == {width}
        assert len(batch) in {1, 2, 4, 8, 16}
        assert len(batch) == 1 or width * len(batch) <= BATCH_PIXELS


def test_a_line_is_stretched_little_and_hardly_squeezed() -> None:
    for width in range(50, 2900):
        assert 1 / MOST_SQUEEZE <= line_width(LINE_HEIGHT, width) / width <= 1.2
    assert (line_width(48, 1), line_width(10, 10_000)) == (WIDTHS[0], WIDTHS[-1])


@pytest.mark.parametrize("name", ["discharge-grid.jpg", "lab-two-columns.png"])
def test_both_runtimes_read_the_same(name: str, models: ModelSet, on_onnxruntime: TextEngine) -> None:
    pixels, other = page(name), DirectEngine(models, "openvino")
    boxes, others = on_onnxruntime.detect(pixels, SIDE), other.detect(pixels, SIDE)
    assert len(others) == pytest.approx(len(boxes), abs=2)
    crops = [cut_out(pixels, box) for box in boxes]
    same = sum(a.text == b.text for a, b in zip(on_onnxruntime.read(crops), other.read(crops), strict=True))
    assert same >= 0.97 * len(crops)


def test_without_openvino_it_is_onnx_runtime(models: ModelSet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    networks._core.cache_clear()
    assert open_engine(models).info.name == "onnxruntime"
    networks._core.cache_clear()


def test_decoding_drops_repeats_and_places_characters() -> None:
    characters = alphabet(["年", "學", "乾", "ホ", "ab"])
    assert characters == ["blank", "年", "学", "乾", "ホ", "\ufffd", " "]
    path = [0, 1, 1, 0, 2, 0, 4, 4, 0, 0]
    scores = np.full((len(path), len(characters)), 0.01, np.float32)
    scores[np.arange(len(path)), path] = 0.9
    read = decode(scores, characters)
    assert read.text == "年学ホ"
    assert read.confidence == pytest.approx(0.9)
    assert [round((c.left + c.right) / 2, 2) for c in read.chars] == pytest.approx([0.2, 0.45, 0.7], abs=0.02)
    assert decode(scores[:1], characters).chars == ()
