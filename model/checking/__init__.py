"""What a report says that cannot be right, or that somebody should look at."""
