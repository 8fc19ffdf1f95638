"""Draws the sample papers and cases that Menshen is shown and tested with; every person is invented.

``python -m samples`` draws everything again. ``samples/README.md`` says how each file was made.
"""
