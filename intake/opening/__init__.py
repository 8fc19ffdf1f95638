"""Files from outside opened in a process of their own, with limits on what they may use."""
