"""The shapes that pass between the stages of reading.

Coordinates are pixels of the *page image*: the page after EXIF orientation, page rotation,
straightening and flattening; origin top left, x to the right, y down. Confidence is 0–1, or
``None`` where nothing measured it; it is never 0 for "unknown".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""``(x0, y0, x1, y1)`` with ``x0 <= x1`` and ``y0 <= y1``."""
Polygon: TypeAlias = tuple[Point, Point, Point, Point]
"""Four points, clockwise from the top left of the text (as the text reads)."""
Pixels: TypeAlias = npt.NDArray[np.uint8]
"""Height × width × 3, RGB, 0–255."""


class DocumentKind(StrEnum):
    """What a paper is; the Chinese name of each stands in ``KIND_NAMES``."""

    APPLICATION_FORM = "application_form"
    RECOGNITION_FORM = "recognition_form"
    DIAGNOSIS_CERTIFICATE = "diagnosis_certificate"
    DISCHARGE_SUMMARY = "discharge_summary"
    INPATIENT_FRONT_PAGE = "inpatient_front_page"
    OUTPATIENT_RECORD = "outpatient_record"
    LAB_REPORT = "lab_report"
    EXAM_REPORT = "exam_report"
    PATHOLOGY_REPORT = "pathology_report"
    PRESCRIPTION = "prescription"
    MEDICAL_INVOICE = "medical_invoice"
    ID_CARD_FRONT = "id_card_front"
    ID_CARD_BACK = "id_card_back"
    ID_SELFIE = "id_selfie"
    SOCIAL_SECURITY_CARD = "social_security_card"
    INSURANCE_VOUCHER = "insurance_voucher"
    AUTHORIZATION_LETTER = "authorization_letter"
    COMMITMENT_LETTER = "commitment_letter"
    REMOTE_FILING_FORM = "remote_filing_form"
    RESIDENCE_PERMIT = "residence_permit"
    HOUSEHOLD_REGISTER = "household_register"
    WORK_POSTING_LETTER = "work_posting_letter"
    REFERRAL_LETTER = "referral_letter"
    UNKNOWN = "unknown"


KIND_NAMES: Mapping[DocumentKind, str] = {
    DocumentKind.APPLICATION_FORM: "认定申请表",
    DocumentKind.RECOGNITION_FORM: "门特病认定表（卡）",
    DocumentKind.DIAGNOSIS_CERTIFICATE: "疾病诊断证明书",
    DocumentKind.DISCHARGE_SUMMARY: "出院小结（出院记录）",
    DocumentKind.INPATIENT_FRONT_PAGE: "住院病案首页",
    DocumentKind.OUTPATIENT_RECORD: "门诊病历",
    DocumentKind.LAB_REPORT: "检验报告单",
    DocumentKind.EXAM_REPORT: "检查报告单",
    DocumentKind.PATHOLOGY_REPORT: "病理报告",
    DocumentKind.PRESCRIPTION: "处方",
    DocumentKind.MEDICAL_INVOICE: "医疗票据",
    DocumentKind.ID_CARD_FRONT: "身份证人像面",
    DocumentKind.ID_CARD_BACK: "身份证国徽面",
    DocumentKind.ID_SELFIE: "手持身份证照片",
    DocumentKind.SOCIAL_SECURITY_CARD: "社会保障卡",
    DocumentKind.INSURANCE_VOUCHER: "医保电子凭证",
    DocumentKind.AUTHORIZATION_LETTER: "授权委托书",
    DocumentKind.COMMITMENT_LETTER: "承诺书",
    DocumentKind.REMOTE_FILING_FORM: "异地就医备案表",
    DocumentKind.RESIDENCE_PERMIT: "居住证",
    DocumentKind.HOUSEHOLD_REGISTER: "户口簿",
    DocumentKind.WORK_POSTING_LETTER: "异地工作证明",
    DocumentKind.REFERRAL_LETTER: "转诊意见",
    DocumentKind.UNKNOWN: "未能识别的材料",
}


class Source(StrEnum):
    """Where a value was read from."""

    OCR = "ocr"
    TEXT_LAYER = "text_layer"
    BARCODE = "barcode"
    REVIEWER = "reviewer"


class Finding(StrEnum):
    """What is wrong with a page's picture."""

    BLURRED = "blurred"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    GLARE = "glare"
    LOW_RESOLUTION = "low_resolution"
    TEXT_TOO_SMALL = "text_too_small"
    CUT_OFF = "cut_off"
    TILTED = "tilted"
    SHADOW = "shadow"
    BLANK = "blank"
    SCREEN_PHOTO = "screen_photo"
    OBSTRUCTED = "obstructed"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file could not be opened: permanent code, and Chinese words for the person who sent it."""

    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Char:
    """One character with its box; ``confidence`` is the reader's for this character alone."""

    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One run of text as found on the page.

    ``confidence`` is the mean over the characters; the weakest stands in ``chars``. ``chars`` is
    empty or holds one entry a character of ``text`` (spaces included), in reading order.
    """

    text: str
    polygon: Polygon
    confidence: float | None
    chars: tuple[Char, ...] = ()

    @property
    def box(self) -> Box:
        """The upright rectangle around the polygon."""
        (a, b), (c, d), (e, f), (g, h) = self.polygon
        if a == g < c == e and b == d < f == h:  # upright already: asked for thousands of times a page
            return (a, b, c, f)
        return (min(a, c, e, g), min(b, d, f, h), max(a, c, e, g), max(b, d, f, h))


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a file draws on a page beside text.

    ``boxes``: around pictures, curves and all else but straight lines and rectangles, in pixels of the page,
    what stands together as one. ``lines``: how many lines and sides of rectangles it may hold besides what
    lies in pictures, ``bars`` how many lines as short as a code's bars stand side by side at most. ``grey``:
    it is known that no ink is coloured.
    """

    boxes: tuple[Box, ...] = ()
    lines: int = 0
    bars: int = 0
    grey: bool = False


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as opened: pixels after EXIF orientation, and the text layer where it can be trusted.

    ``number`` counts from 1 as in the file. ``text`` is ``None`` where the page must be read from
    its pixels; its coordinates are pixels of ``pixels``. ``scale`` is pixels per PDF point (1/72
    inch) for PDF pages and ``None`` for pictures. ``drawn`` is what the file says to draw beside its text;
    ``None`` where it does not tell.
    """

    number: int
    pixels: Pixels
    text: tuple[TextLine, ...] | None = None
    scale: float | None = None
    drawn: Drawn | None = None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says of itself; advisory, for it is easily forged.

    ``software`` is the program that last wrote it (EXIF Software, PDF Producer and Creator),
    ``taken_at`` the camera's time, ``created_at`` / ``modified_at`` the PDF's, all ISO 8601 or
    ``None``; ``revisions`` counts the saved versions inside a PDF (1 when never changed after).
    ``pages`` is how many pages were counted in it, whether or not they were asked for.
    """

    media_type: str
    software: str | None = None
    taken_at: str | None = None
    created_at: str | None = None
    modified_at: str | None = None
    revisions: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Quality:
    """What is wrong with a page's picture, and the numbers that say so (named in ``ocr.quality``)."""

    findings: tuple[Finding, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read. ``rotation`` is the clockwise turn (0, 90, 180, 270) that made it upright."""

    number: int
    width: int
    height: int
    source: Source
    rotation: int
    quality: Quality
    lines: tuple[TextLine, ...]


FieldValue: TypeAlias = str | int | Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of one field: normalised ``value``, ``raw`` as read, and where it stands."""

    value: FieldValue
    raw: str
    confidence: float | None
    page: int
    box: Box
    source: Source


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal's print: ``text`` as read from its ring and middle ('' when unreadable).

    ``colour`` is ``red``, ``blue``, ``grey`` (a copy of a coloured seal) or ``other``; ``shape`` is
    ``round``, ``oval``, ``square`` or ``other``.
    """

    text: str
    colour: str
    shape: str
    page: int
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign; ``role`` is ``physician``, ``applicant`` or ``agent``.

    ``present`` is ``None`` where it could not be told. The content of a signature is never asserted.
    """

    role: str
    present: bool | None
    page: int
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Face:
    """A face in the picture, upright or turned."""

    page: int
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Barcode:
    """A QR code or barcode; ``format`` in the words of ZXing (``QRCode``, ``Code128`` …)."""

    format: str
    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Handwriting:
    """A value that a hand wrote behind a label: its content is never asserted, a person reads it."""

    page: int
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything on a document that is not text."""

    seals: tuple[Seal, ...] = ()
    signatures: tuple[Signature, ...] = ()
    faces: tuple[Face, ...] = ()
    barcodes: tuple[Barcode, ...] = ()
    handwriting: tuple[Handwriting, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: a file, or the pages of a file that belong together.

    A refused file has ``refused`` set, kind ``unknown``, and no pages.
    """

    file: str
    sha256: str
    media_type: str | None
    refused: Refusal | None = None
    kind: DocumentKind = DocumentKind.UNKNOWN
    kind_confidence: float | None = None
    pages: tuple[Page, ...] = ()
    fields: Mapping[str, tuple[Field, ...]] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    facts: FileFacts | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """Which reader read: ``models`` maps ``det`` and ``rec`` to the SHA-256 of the model file."""

    name: str
    models: Mapping[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from a set of files."""

    documents: tuple[Document, ...]
    engine: Engine
