"""A person at work on a case: claims, what they see, corrections, decisions."""
