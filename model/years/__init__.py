"""A report at a glance: what is done and what is open, and its main numbers over the years."""
