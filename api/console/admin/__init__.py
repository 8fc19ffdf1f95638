"""``/console/admin``: who may come in, what is told to whom, the rules in force, how the service fares."""
