"""Work that is done behind the door: jobs, workers, prechecks, the sweeper."""
