"""A grid to type into."""
