"""Sentences that the window offers for the texts, and those that the clerk keeps."""
