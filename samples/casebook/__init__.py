"""The sample cases, one module a policy; each function returns the cases it describes."""
