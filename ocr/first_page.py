"""A page of our own, opened so that what libraries set up at their first use is set up."""

from __future__ import annotations

import io

import pikepdf

from ocr.limits import Limits
from ocr.pdf import open_pdf

_WORDS = b"BT /F 20 Tf 20 40 Td (1 page) Tj ET"


def open_first_page() -> None:
    """Open a PDF of one small page with two words.

    A process that forks a child for every file does it once for all of them: PDFium, pikepdf and numpy set up
    at their first use what took 11 ms of every file, and their memory is then shared.
    """
    with pikepdf.new() as document, io.BytesIO() as file:
        page = document.add_blank_page(page_size=(120, 80))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = document.make_stream(_WORDS)
        document.save(file)
        pages = list(open_pdf(file.getvalue(), Limits()).pages)
    if pages[0].text is None:
        raise AssertionError("the page of our own was not read from its text layer")
