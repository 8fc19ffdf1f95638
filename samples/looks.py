"""Renderings: how a paper becomes a file (born digital, scanned, photographed), by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from PIL import Image

from samples import effects

Effect: TypeAlias = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Look:
    """``form`` is the file's format, ``vector`` whether text stays text; effects run in order.

    ``findings`` are what a person would complain of on the pages; ``exif`` is the orientation tag a
    phone writes (the pixels are turned the other way, so that a reader honouring it sees upright).
    """

    form: str
    vector: bool = False
    dpi: float = 144.0
    effects: tuple[Effect, ...] = ()
    quality: int = 64
    exif: int = 1
    mode: str = "RGB"
    findings: tuple[str, ...] = ()

    def with_effects(self, *more: Effect, findings: Sequence[str] = ()) -> Look:
        """The same look with more done to it."""
        return replace(self, effects=(*self.effects, *more), findings=(*self.findings, *findings))

    def develop(self, page: Image.Image) -> Image.Image:
        """Apply the effects to one painted page."""
        for name, options in self.effects:
            page = getattr(effects, name)(page, **options)
        return page


def pdf() -> Look:
    """Born digital, with a text layer."""
    return Look("pdf", vector=True, dpi=130.0, quality=58)


def ofd() -> Look:
    return Look("ofd", vector=True)


def scan(form: str = "jpg", seed: int = 1, tilt: float = 0.4, dpi: float = 144.0, mode: str = "RGB") -> Look:
    """A flatbed or office scanner; ``form`` may be ``scan-pdf``."""
    return Look(form, dpi=dpi, effects=(("scan", {"seed": seed, "tilt": tilt}),), mode=mode)


def copy(form: str = "png", seed: int = 1, dpi: float = 144.0) -> Look:
    """A black-and-white copy, scanned."""
    done: tuple[Effect, ...] = (("photocopy", {"seed": seed}), ("scan", {"seed": seed, "tilt": -0.3}))
    return Look(form, dpi=dpi, effects=done, mode="L")


def fax(form: str = "tiff", dpi: float = 150.0) -> Look:
    """One bit a pixel."""
    return Look(form, dpi=dpi, effects=(("bilevel", {}),), mode="1")


def photo(
    seed: int = 1,
    tilt: float = 0.0,
    strength: float = 0.03,
    *,
    form: str = "jpg",
    dpi: float = 140.0,
    light: float = 0.22,
    quality: int = 62,
) -> Look:
    """A phone's picture of the sheet on a table, a good one."""
    done: tuple[Effect, ...] = (
        ("perspective", {"seed": seed, "strength": strength, "tilt": tilt}),
        ("uneven_light", {"seed": seed, "depth": light}),
        ("blur", {"radius": 0.5}),
        ("noise", {"seed": seed, "sigma": 1.3}),
    )
    return Look(form, dpi=dpi, effects=done, quality=quality)


def turned(look: Look, clockwise: int) -> Look:
    """The picture lies on its side or head; nothing in the file says so."""
    return look.with_effects(("turn", {"clockwise": clockwise}))


def by_exif(look: Look, orientation: int) -> Look:
    """Turned as a phone does it: the pixels lie, the EXIF tag tells how to stand them up."""
    back = {3: 180, 6: 270, 8: 90}[orientation]
    return replace(turned(look, back), exif=orientation)
