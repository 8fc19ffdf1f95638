"""The exit statuses of the command line, as the contract gives them."""

from __future__ import annotations

DONE = 0
USAGE = 2
"""The command or the settings are written wrongly; nothing was done."""
REFUSED = 3
"""A file was refused, or a case could not be opened; the others were worked on."""
SOME_REFUSED = 4
"""Some cases of a hand-in were refused; the others are in."""
POLICY_FAULT = 5
"""A policy pack has faults."""
MISSING_PARTS = 6
"""Something of the machine or the settings is missing."""
INTERRUPTED = 130
