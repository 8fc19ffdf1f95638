"""What paper, printers, copiers, hands and cameras do to a page: by seed, with the truth carried along."""
