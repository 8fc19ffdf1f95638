"""What a verdict rests on beside the papers, kept with it, so that it can be given again without asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter

from intake.stored import packed, unpacked
from ocr.types import Document
from validators.application import Application
from validators.register import RegisterAnswers, Reuse

FACTS: Final = b"F1"


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """Answers the check's question (``validators.register.EarlierCases``) from what was looked up."""

    reuses: tuple[Reuse, ...]

    def find_reuse(self, documents: Sequence[Document], id_number: str) -> Sequence[Reuse]:
        """Papers of ``documents`` that stand in another person's case."""
        there = {document.file for document in documents}
        return [reuse for reuse in self.reuses if reuse.file in there]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the portal stated, what the registers answered, and which papers were seen before; ``None``
    where nobody asked the registers, or looked for earlier cases."""

    application: Application
    answers: RegisterAnswers | None = None
    seen_before: SeenBefore | None = None


_FACTS: Final = TypeAdapter(Facts)


def facts_bytes(facts: Facts) -> bytes:
    """The facts, to be kept."""
    return packed(FACTS, _FACTS, facts)


def facts_from(data: bytes) -> Facts:
    """``facts_bytes`` undone. Raises ``intake.stored.StoredOtherwise``."""
    return unpacked(FACTS, _FACTS, data)
