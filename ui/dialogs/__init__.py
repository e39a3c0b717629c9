"""Everything that speaks to a person in a window of its own."""
