"""The HTML report of a verdict: one self-contained file a case."""
