"""A case's life: received, kept, read, checked, delivered. The only place with state."""
