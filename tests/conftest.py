"""Fixtures every test may ask for."""

from http_server import *  # noqa: F403
from services import *  # noqa: F403
