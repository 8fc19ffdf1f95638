"""Fixtures every test may ask for."""

from services import *  # noqa: F403
