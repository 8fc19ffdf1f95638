"""Standards files: found beside the pack or among the shipped ones; every fault is told with its line."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from validators.disease_names import fold_disease
from validators.evidence.leaves import FAULT
from validators.evidence.shapes import Standard, StandardSet
from validators.policy_errors import PackBroken
from validators.policy_faults import describe
from validators.yaml_places import NotYaml, YamlFile, read_yaml

SHARED = Path(__file__).parents[1] / "packs" / "standards"
"""Standards that several packs name; a pack's own folder, and ``standards`` above it, come first."""


def standards_path(name: str, pack: Path) -> Path:
    """The file that ``name`` means in the pack whose ``pack.yaml`` is ``pack``; raises ``PackBroken``."""
    stem = name.removesuffix(".yaml")
    places = [pack.parent, *(parent / "standards" for parent in list(pack.parents)[:3]), SHARED]
    for place in places:
        if (found := place / f"{stem}.yaml").is_file():
            return found
    shared = "、".join(sorted(path.stem for path in SHARED.glob("*.yaml")))
    raise PackBroken(pack, (f"standards：没有找到认定标准“{name}”；公用的有：{shared}",))


def load_standards(path: Path) -> StandardSet:
    """The standards in one file; raises ``PackBroken`` with every fault, its line and its disease."""
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _load(path: Path, _changed: int) -> StandardSet:
    try:
        written = read_yaml(path)
    except NotYaml as error:
        raise PackBroken(path, (f"不是有效的 YAML 文件（{error}）",)) from error
    twice = tuple(f"第 {line} 行 “{key}”在同一处写了两次" for line, key in written.repeated())
    if twice:
        raise PackBroken(path, twice)
    try:
        return StandardSet.model_validate(written.held)
    except ValidationError as error:
        raise PackBroken(path, tuple(_faults(error, written))) from error


def standard_for(sets: tuple[StandardSet, ...], names: tuple[str, ...]) -> tuple[int, Standard] | None:
    """The first standard whose disease is one of ``names``, with the index of its set."""
    wanted = {fold_disease(name) for name in names}
    for index, held in enumerate(sets):
        for standard in held.diseases:
            if fold_disease(standard.disease) in wanted:
                return index, standard
    return None


def _faults(error: ValidationError, written: YamlFile) -> list[str]:
    told: list[str] = []
    for fault in error.errors(include_url=False):
        words = fault["msg"] if fault["type"] == FAULT else describe(fault["type"])
        value = fault.get("input")
        shown = f"（{value}）" if isinstance(value, str | int) and fault["type"] != "missing" else ""
        place = _place(fault["loc"], written.held)
        told.append(f"第 {written.line(fault['loc'])} 行 {place}：{words}{shown}")
    return told


def _place(loc: tuple[int | str, ...], held: object) -> str:
    """``脑卒中 require.all[1].report``: the disease by name in place of its number in the list."""
    place, at = "", held
    for part in loc:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
        at = _step(at, part)
        if place.startswith("diseases[") and place.endswith("]") and isinstance(at, dict) and "disease" in at:
            place = f"{at['disease']} " if len(loc) > 2 else str(at["disease"])
    return place.replace(" .", " ") or "（全文）"


def _step(at: object, part: int | str) -> object:
    if isinstance(at, dict):
        return at.get(part)
    return at[part] if isinstance(at, list) and isinstance(part, int) and part < len(at) else None
