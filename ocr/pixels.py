"""Every mode a decoder can give → 8-bit RGB on an opaque ground."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from PIL import Image

from ocr.types import Pixels

Plane: TypeAlias = np.typing.NDArray[np.uint8]
"""One value a pixel, height × width."""
_DEPTHS: Final = (255, 1023, 4095, 16383, 65535)
"""Full scales of 8-, 10-, 12-, 14- and 16-bit scanners and cameras."""
_WHITE: Final = (255, 255, 255, 255)
_DARK: Final = (0, 0, 0, 255)


def to_rgb(image: Image.Image) -> Pixels:
    """Return ``image`` as height × width × 3 RGB, 0–255; transparency is laid on white.

    Greys of more than 8 bits are scaled by the full scale their brightest value needs. White
    writing on a transparent ground is laid on black, for on white nothing would be left of it.
    """
    if image.mode.startswith("I") or image.mode == "F":
        grey = _to_8_bit(np.asarray(image))
        return np.repeat(grey[:, :, np.newaxis], 3, axis=2)
    if image.mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in image.info:
        return _flattened(image.convert("RGBA"))
    # A copy, for the array of a Pillow image is read-only.
    return np.array(image.convert("RGB"), dtype=np.uint8)


def darkest(pixels: Pixels) -> Plane:
    """The smallest of the three colours of each pixel: how dark ink of any colour is, 0–255."""
    # Twenty times as fast as min(axis=2), which numpy walks three by three.
    lowest: Plane = np.minimum(pixels[..., 0], pixels[..., 1])
    return np.minimum(lowest, pixels[..., 2], out=lowest)


def _to_8_bit(values: np.typing.NDArray[np.generic]) -> np.typing.NDArray[np.uint8]:
    numbers = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=65535.0, neginf=0.0)
    low, high = min(0.0, float(numbers.min())), float(numbers.max())
    whole = bool(np.issubdtype(values.dtype, np.integer))
    top = next((float(depth) for depth in _DEPTHS if high <= depth), high) if whole else max(high, 1e-6)
    return ((numbers - low) * (255.0 / max(top - low, 1e-6)) + 0.5).clip(0, 255).astype(np.uint8)


def _flattened(image: Image.Image) -> Pixels:
    colours = np.asarray(image)
    alpha = colours[:, :, 3]
    ground = _WHITE
    if int(alpha.min()) == 0:
        seen = colours[alpha > 127][:, :3]
        if seen.size and float(seen.mean()) > 235 and len(seen) < 0.5 * alpha.size:
            ground = _DARK
    return np.array(Image.alpha_composite(Image.new("RGBA", image.size, ground), image).convert("RGB"))
