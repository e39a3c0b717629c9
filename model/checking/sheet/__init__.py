"""The 自查表: its rows, what stands on both sides of a relation, and why a rule had nothing to look at."""
