"""What a manager wants to know of all cases together: counted in the database, without anybody's name."""
