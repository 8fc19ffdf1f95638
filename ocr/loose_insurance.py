"""The kind of insurance ticked on a line of its own under a form's title: □城镇职工 ☑城乡居民."""

from __future__ import annotations

import re

from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.values import insurance
from ocr.values.text import fold
from ocr.values.ticks import MARK

UPPER = 0.3
"""Part of a page's height that such a line stands in."""
_OPTION = re.compile(
    r"(?:城镇|城乡|在职|参保)?(?:职工|居民|企业职工|灵活就业)(?:医保|医疗保险|基本医疗保险|参保人?员?)?(?:[(][^()]{1,6}[)])?|离休(?:干部|人员)?|其[他它]"
)


def fill_in_insurance(sheet: Sheet) -> None:
    """Add the one kind that is ticked where no label asks for it and nothing else stands on the line."""
    if not sheet.lacks("insurance_type") or any(s.concept == "insurance" for s in sheet.slots):
        return
    for run in sheet.runs:
        if run.box[1] > UPPER * sheet.height or not insurance.names_both(run.text):
            continue
        plain = fold(run.text)
        options = [w for w in re.split(r"[\s、/]+", MARK.sub(" ", plain)) if w]
        value = insurance.normalise(run.text)
        if value and MARK.search(plain) and all(_OPTION.fullmatch(w) for w in options):
            sheet.add("insurance_type", value, run, most=LOOSELY)
            return
