"""What was learnt from the layouts of the develop half was learnt from them as they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.reading import learn_diseases, learn_kinds
from benchmarks.reading.logistic import fingerprint


@pytest.mark.parametrize(
    ("target", "lists", "command"),
    [
        (learn_kinds.TARGET, (), "python -m benchmarks.reading.learn_kinds"),
        (learn_diseases.TARGET, learn_diseases.LISTS, "python -m benchmarks.reading.learn_diseases"),
    ],
)
def test_weights_are_of_the_layouts_as_they_are(target: Path, lists: tuple[Path, ...], command: str) -> None:
    with np.load(target) as stored:
        assert stored["learnt_from"].tobytes().decode() == fingerprint(*lists), f"run {command}"
