"""A file → what stands on it. Pure: no database, clock, network or settings."""
