"""Running the service: its processes, their health, logs and figures."""
