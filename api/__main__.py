"""``python -m api`` is ``menshen``, for programs that start it without knowing where it is installed."""

import sys

from api.cli import main

sys.exit(main())
