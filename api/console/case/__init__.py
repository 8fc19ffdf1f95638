"""``/console/cases/{id}``: the page on which a reviewer settles a case."""
