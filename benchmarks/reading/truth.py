"""What stands on a drawn page, and where; pixels of the finished picture, origin top left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Quad = tuple[tuple[float, float], ...]
"""Four points, clockwise from the top left of what they hold."""
Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TrueField:
    """One printed value; ``value`` is a string, or a mapping for a row of ``test_items``."""

    name: str
    value: str | Mapping[str, str | None]
    quad: Quad


@dataclass(frozen=True, slots=True)
class TrueMark:
    """A seal (``detail`` is ``text|shape|colour``), a place to sign (``role|present``) or a face (``1``)."""

    sort: str
    detail: str
    quad: Quad


@dataclass(frozen=True, slots=True)
class TrueText:
    """One line of one text node. ``optional`` text (seals, handwriting) is right whether read or not."""

    text: str
    quad: Quad
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PageTruth:
    """Everything known of one page: which template drew it, how it was worn, and what stands on it."""

    page: str
    template: str
    kind: str
    difficulty: str
    fields: tuple[TrueField, ...]
    marks: tuple[TrueMark, ...]
    texts: tuple[TrueText, ...]
    effects: tuple[str, ...] = ()

    def moved(self, move: Any) -> PageTruth:
        """The same truth with every quadrilateral moved; ``move`` maps points (n × 2) to points."""
        return replace(
            self,
            fields=tuple(replace(f, quad=_moved(f.quad, move)) for f in self.fields),
            marks=tuple(replace(m, quad=_moved(m.quad, move)) for m in self.marks),
            texts=tuple(replace(t, quad=_moved(t.quad, move)) for t in self.texts),
        )

    def write(self, path: Path) -> None:
        """As JSON, UTF-8."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")


def read_truth(path: Path) -> PageTruth:
    """What ``PageTruth.write`` wrote."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return PageTruth(
        page=told["page"],
        template=told["template"],
        kind=told["kind"],
        difficulty=told["difficulty"],
        fields=tuple(TrueField(f["name"], f["value"], _quad(f["quad"])) for f in told["fields"]),
        marks=tuple(TrueMark(m["sort"], m["detail"], _quad(m["quad"])) for m in told["marks"]),
        texts=tuple(TrueText(t["text"], _quad(t["quad"]), t["optional"]) for t in told["texts"]),
        effects=tuple(told["effects"]),
    )


def _quad(points: Any) -> Quad:
    return tuple((float(x), float(y)) for x, y in points)


def _moved(quad: Quad, move: Any) -> Quad:
    return _quad(move(np.array(quad, np.float64)).round(1))
