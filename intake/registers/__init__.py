"""The registers outside a case: insured persons, entitlements, hospitals, physicians.

Each is a table taken in from CSV, or another system asked over HTTP; settings say which is connected. They
are asked once, before the checks run; the answers are kept with the verdict (``intake.facts``).
"""
