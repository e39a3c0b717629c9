"""Amounts that texts state, against the tables."""
