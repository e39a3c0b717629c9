"""The main numbers of several years."""
