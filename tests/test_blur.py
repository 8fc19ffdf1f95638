"""Wide blurs are OpenCV's to the bit."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.blur import blurred


@pytest.mark.parametrize("sigma", [*range(5, 42), 60, 75])
def test_a_blur_is_that_of_opencv(sigma: float) -> None:
    dice = np.random.default_rng(int(sigma)).integers(0, 256, (211, 160), np.uint8)
    for grey in (dice, cv2.dilate(dice, np.ones((15, 15), np.uint8)), np.full_like(dice, 255), dice[:, ::2]):
        picture = np.asarray(grey, np.uint8)
        assert np.array_equal(blurred(picture, sigma), cv2.GaussianBlur(picture, (0, 0), sigma))
