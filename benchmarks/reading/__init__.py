"""The laboratory: pages nobody tuned the samples on, drawn by seed, read, and scored against their truth."""
