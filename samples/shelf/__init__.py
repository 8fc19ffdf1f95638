"""The single documents of ``samples/documents``."""
