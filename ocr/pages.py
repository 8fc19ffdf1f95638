"""A file → its pages, upright and in RGB, with the text layer where it can be trusted."""

from __future__ import annotations

from ocr.images import load_plugins, open_picture
from ocr.inspect import OFD, PDF, sniff
from ocr.limits import Limits, OpenedFile
from ocr.refusals import TOO_MANY_BYTES, FileRefused

__all__ = ["Limits", "OpenedFile", "load_decoders", "open_file"]

DEFAULT_LIMITS = Limits()


def open_file(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> OpenedFile:
    """Open ``data`` (the whole file) sent under ``name``; pages are decoded as they are asked for.

    Decoders run in this process: for a file from outside use ``intake.opening.guard.open_guarded``, which
    has the same shape. Raises ``FileRefused``, here or while the pages are walked.
    """
    if len(data) > limits.file_bytes:
        raise FileRefused(TOO_MANY_BYTES, f"{len(data)} bytes")
    media_type = sniff(data, name)
    # The decoders are 20 MB, which a process that only names this function does without.
    if media_type == PDF:
        from ocr.pdf import open_pdf  # noqa: PLC0415

        return open_pdf(data, limits)
    if media_type == OFD:
        from ocr.ofd import open_ofd  # noqa: PLC0415

        return open_ofd(data, limits)
    return open_picture(data, media_type, limits)


def load_decoders() -> None:
    """Load all that ``open_file`` needs: a process that forks a child for every file does it once for all of
    them (5 to 7 ms a picture, 11 a PDF)."""
    import ocr.ofd  # noqa: F401, PLC0415
    from ocr.first_page import open_first_page  # noqa: PLC0415

    load_plugins()
    open_first_page()
