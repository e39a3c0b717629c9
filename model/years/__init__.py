"""Numbers by the parts that their places play, and the main ones over the years."""
