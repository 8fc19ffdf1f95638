"""The applicant's page, ``/apply``: off unless the operator opens it."""
