"""Sentences that reports use every year, with the numbers of the tables in them."""
