"""The rules for running texts."""
