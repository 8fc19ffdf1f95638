"""The hospital of a paper that prints none: the one in the ring of its seal.

Receipts above all are printed on forms of the province, and only the seal says whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from ocr.cut_names import ALIKE, FROM_A_SEAL
from ocr.doubted_hospital import known_in_ring
from ocr.types import DocumentKind, Field, Seal, Source
from ocr.values.hospital_names import find_hospital_names

_SEALED_BY_ISSUER = frozenset(
    {
        DocumentKind.MEDICAL_INVOICE,
        DocumentKind.DISCHARGE_SUMMARY,
        DocumentKind.DIAGNOSIS_CERTIFICATE,
        DocumentKind.OUTPATIENT_RECORD,
        DocumentKind.INPATIENT_FRONT_PAGE,
        DocumentKind.LAB_REPORT,
        DocumentKind.EXAM_REPORT,
        DocumentKind.PATHOLOGY_REPORT,
    }
)
"""Letters of referral and forms bear the seals of several."""
_LEAST = 0.9
"""Sureness of a seal's outline and least sure character from which on its name is told: of 278 seals on drawn
and real pages 73 names are then right and 6 wrong; by the mean of a ring's characters, from 0.95 on, 71 were
right and 44 wrong."""
_LEAST_OF_KNOWN = 0.7
"""The same for names on the list of known hospitals: ten right, none wrong."""


def with_sealing_hospital(
    kind: DocumentKind, fields: Mapping[str, tuple[Field, ...]], seals: Sequence[Seal]
) -> dict[str, tuple[Field, ...]]:
    """The fields of a paper, with the hospital that its seals name where no other was read, or a piece of it.

    Told with at most ``FROM_A_SEAL``, and only where all clearly read seals begin with one name.
    """
    told = dict(fields)
    read = fields.get("hospital_name", ())
    if kind not in _SEALED_BY_ISSUER or any((f.confidence or 1.0) >= FROM_A_SEAL for f in read):
        return told
    named = {name: seal for seal in seals if (name := _named_by(seal)) is not None}
    if len(named) == 1:
        ((name, seal),) = named.items()
        if not all(_is_piece(str(f.value), name) for f in read):
            return told
        sure = min(FROM_A_SEAL, seal.confidence or 0.0)
        told["hospital_name"] = (Field(name, seal.text, sure, seal.page, seal.box, Source.OCR),)
    return told


def _is_piece(read: str, name: str) -> bool:
    """Whether most of a name that was hardly read stands in another, in order: 工市医院 of 样山市医院.

    A longer one names a branch of it: 样山市人民医院东河分院.
    """
    return len(read) <= len(name) and LCSseq.similarity(read, name) >= ALIKE * len(read)


def _named_by(seal: Seal) -> str | None:
    sure = seal.confidence or 0.0
    if _LEAST_OF_KNOWN <= sure < _LEAST:
        return known_in_ring(seal.text)
    names = find_hospital_names(seal.text) if sure >= _LEAST else []
    return names[0].name if len(names) == 1 and names[0].start == 0 else None
