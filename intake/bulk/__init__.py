"""A hospital's hand-in of many cases, taken apart: folder, zip or manifest in, cases and faults out.

Pure: no database, no network, no clock. ``folders.take_apart`` is the way in.
"""
