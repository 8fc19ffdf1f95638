"""Who may come in and do what: clients with keys, people with roles, sessions, second factors, quotas."""
