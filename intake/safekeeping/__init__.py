"""What is kept and how: the vault, sealing and its keys, the audit log, backup, retention and erasure."""
