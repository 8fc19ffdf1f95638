"""Why a call is refused: one table an area, each row with a permanent code, a sentence and a way out."""

from intake.refusals.base import Kind, Refusal, Refused

__all__ = ["Kind", "Refusal", "Refused"]
