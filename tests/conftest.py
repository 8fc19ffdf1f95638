"""Fixtures every test may ask for."""

import os

from browser import *  # noqa: F403
from http_server import *  # noqa: F403
from hypothesis import HealthCheck, settings
from longest_first import *  # noqa: F403
from services import *  # noqa: F403

# How long an example takes says more of the machine than of the program: time is measured in benchmarks/.
settings.register_profile("menshen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("menshen")

# Processes of the suite share the cores: a second thread of a reader takes a core from another test.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault("MENSHEN_THREADS", "1")
