"""One module a family of papers; each function draws one layout and returns a ``Paper``."""
