"""A file → what stands on it. Pure: no database, clock, network or settings."""

import os

# Ahead of any import of ONNX Runtime, whose builds may otherwise write a device id and an event queue
# into the home folder; and PaddleX must not look for a model hub.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
