"""A QR code as the path of an SVG, drawn here: no text of it leaves the server."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import zxingcpp

QUIET = 4
"""Light modules around it, as ISO/IEC 18004 demands."""


@dataclass(frozen=True, slots=True)
class QrView:
    """``path`` fills the dark modules of a square ``size`` modules wide, the quiet zone included."""

    size: int
    path: str


def qr_view(text: str) -> QrView:
    """The code for ``text``, with a quarter of it allowed to be hidden.

    >>> qr_view("otpauth://totp/x").size > 20
    True
    """
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    dark = np.asarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)) == 0
    squares = (f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, x in zip(*np.nonzero(dark), strict=True))
    return QrView(len(dark) + 2 * QUIET, "".join(squares))
