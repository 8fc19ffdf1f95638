"""One page while its fields are gathered: what was found so far, and what there is to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocr.layout import Run
from ocr.slots import Slot
from ocr.types import DocumentKind, Field, FieldValue, Source

Found = dict[str, list[Field]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a paper of ``kind``; ``found`` is filled step by step, ``height`` is the page's in pixels.

    ``seals``: the texts of its seals, as read round their rings.
    """

    kind: DocumentKind
    runs: Sequence[Run]
    slots: Sequence[Slot]
    found: Found
    number: int
    source: Source
    height: int
    seals: Sequence[str] = ()

    def lacks(self, *names: str) -> bool:
        """Whether none of these fields has a value yet."""
        return not any(self.found.get(name) for name in names)

    def add(
        self,
        name: str,
        value: FieldValue,
        run: Run,
        start: int = 0,
        end: int | None = None,
        *,
        most: float = 1.0,
    ) -> None:
        """Record a value that stands at ``run.text[start:end]``, with at most that confidence."""
        part = run.part(start, end) or run
        confidence = None if part.confidence is None else round(min(part.confidence, most), 4)
        field = Field(value, part.text, confidence, self.number, part.box, self.source)
        self.found.setdefault(name, []).append(field)
