"""How long a qualification lasts for one disease: the general length of a pack, or the disease's own."""

from __future__ import annotations

import datetime as dt

from validators.catalogue import Catalogue, Likeness
from validators.checks.applicability import rows_named
from validators.demands import Term, Validity


def term_for(validity: Validity, disease: str, catalogue: Catalogue | None) -> Term | None:
    """The length for a disease as written; ``None`` where the words leave open which one holds."""
    if catalogue is None or not validity.diseases:
        return validity
    match = catalogue.match(disease)
    for one in validity.diseases:
        rows = rows_named(one.names, catalogue)
        if rows.intersection(match.rows):
            sure = match.likeness is Likeness.LISTED and rows.issuperset(match.rows)
            return one if sure else None
    return validity


def last_day_for(
    validity: Validity, disease: str, catalogue: Catalogue | None, start: dt.date, born: dt.date | None
) -> dt.date | None:
    """The last day of a qualification for ``disease``; ``None`` where there is none or it is open."""
    term = term_for(validity, disease, catalogue)
    return term.last_day(start, born) if term else None
