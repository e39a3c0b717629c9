"""Errors, logs, and what earlier runs left behind."""
