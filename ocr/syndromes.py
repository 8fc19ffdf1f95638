"""Syndromes of Chinese medicine in a list of diagnoses: what the doctor finds beside the disease."""

from __future__ import annotations

import re

GOES_ON = re.compile(r"、[\u4e00-\u9fff]{2,8}证(?=$|[\s;；,，。)）])")
"""A list mark inside one syndrome: 脾肾衰败、湿浊内蕴证."""
_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff]{2})\s+[\u4e00-\u9fff]{3,8}(?:、[\u4e00-\u9fff]{3,8})*证\s*$")


def without_syndrome(diagnosis: str) -> str:
    """The disease alone where a space sets the syndrome off behind it.

    >>> [without_syndrome(t) for t in ("胸痹 气滞血瘀证", "消渴病(气阴两虚证)", "慢性胃炎 痹证")]
    ['胸痹', '消渴病(气阴两虚证)', '慢性胃炎 痹证']
    """
    return _BEHIND.sub("", diagnosis)
