"""Normalisers: text as read → the value the contract names."""
