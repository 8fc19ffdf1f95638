"""The tables of the service: everything it remembers but the bytes in the vault."""

from intake.tables import access, cases, delivery, registers, reviewing, safekeeping, work
from intake.tables.base import Table

__all__ = [
    "Table",
    "access",
    "cases",
    "delivery",
    "registers",
    "reviewing",
    "safekeeping",
    "work",
]
