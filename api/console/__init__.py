"""The console: pages for reviewers, counter clerks, hospitals and managers, under ``/console``."""
