"""Resumable uploads after tus 1.0: bytes arrive in parts, over many connections, and become one file."""

from intake.uploads.clearing import end_upload, erase_uploads, expire_uploads
from intake.uploads.finish import finish_upload, finish_uploads
from intake.uploads.metadata import Stated, read_metadata
from intake.uploads.parts import ALGORITHMS, Checksum, PartWriter
from intake.uploads.purposes import PURPOSES, Purpose, Recorded, purpose_of
from intake.uploads.rows import UploadView, find_upload, open_upload

__all__ = [
    "ALGORITHMS",
    "PURPOSES",
    "Checksum",
    "PartWriter",
    "Purpose",
    "Recorded",
    "Stated",
    "UploadView",
    "end_upload",
    "erase_uploads",
    "expire_uploads",
    "find_upload",
    "finish_upload",
    "finish_uploads",
    "open_upload",
    "purpose_of",
    "read_metadata",
]
