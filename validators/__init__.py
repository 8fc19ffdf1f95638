"""What stands on the papers → what it means under a policy. Pure: policy packs are data."""
