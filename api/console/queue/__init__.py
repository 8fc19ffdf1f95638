"""The reviewers' queue and second looks, page by page."""
