"""Amounts that texts state, against the tables and against each other."""
