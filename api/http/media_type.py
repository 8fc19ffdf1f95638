"""What a body says it is."""

from __future__ import annotations

from collections.abc import Mapping


def media_type(headers: Mapping[str, str]) -> str:
    """The media type without its parameters, in lower case; empty where none is stated.

    >>> media_type({"content-type": "Multipart/Form-Data; boundary=x"})
    'multipart/form-data'
    """
    return headers.get("content-type", "").partition(";")[0].strip().lower()
