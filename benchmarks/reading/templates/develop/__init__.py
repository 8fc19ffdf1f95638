"""The develop half: layouts that the reader's faults are looked for on.

Modules whose names begin with ``bluff``, ``bureau``, ``cliff``, ``county``, ``cove``, ``delta``, ``district``,
``dune``, ``grove``, ``hill``, ``lake``, ``marsh``, ``prefecture``, ``province``, ``ridge``, ``river``, ``strand``,
``town`` and ``ward`` were written by people who had not seen the reader.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from benchmarks.reading.template import Template

TEMPLATES: dict[str, Template] = {
    name: template
    for module in iter_modules(__path__)
    for name, template in getattr(import_module(f"{__name__}.{module.name}"), "TEMPLATES", {}).items()
}
