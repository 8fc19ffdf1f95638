"""Fixtures every test may ask for."""

from browser import *  # noqa: F403
from http_server import *  # noqa: F403
from hypothesis import HealthCheck, settings
from services import *  # noqa: F403

# How long an example takes says more of the machine than of the program: time is measured in benchmarks/.
settings.register_profile("menshen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("menshen")
