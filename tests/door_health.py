"""Whether a door of this machine is open, asked cheaply: a client of httpx2 each time takes half a core."""

from __future__ import annotations

import http.client


def healthy(port: int) -> bool:
    """Whether what listens on the port answers that it is well, within five seconds."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
