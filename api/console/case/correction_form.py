"""The form in which a field is corrected in place."""

from __future__ import annotations

from pydantic import BaseModel, Field

from intake.reviewing.field_values import MOST_LETTERS, MOST_VALUES


class CorrectionForm(BaseModel):
    """One field corrected; ``values`` empty: the paper does not state it. Of a field with several values each
    stands on a line of its own."""

    file_id: str = Field(max_length=32)
    page: int = Field(ge=1, le=10_000)
    paper: int = Field(default=1, ge=1, le=100)
    field: str = Field(max_length=40)
    revision: int = Field(ge=1, le=2**31)
    values: str = Field(default="", max_length=MOST_LETTERS * MOST_VALUES)
    none: bool = False
    unmasked: bool = False

    def stated(self) -> tuple[str, ...]:
        """The values; one line of nothing is a fault of its own, told by the service."""
        if self.none:
            return ()
        lines = tuple(line.strip() for line in self.values.splitlines() if line.strip())
        return lines or ("",)
