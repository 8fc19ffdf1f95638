"""The steps a database takes from one released version to the next, for Alembic."""
