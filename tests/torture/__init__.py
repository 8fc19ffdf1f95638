"""Kills and faults while cases come in; afterwards every file, case and event is looked for.

``python -m torture --files 10000 --database postgres`` from ``tests/``; ``make torture`` runs both databases.
"""
