"""Versions of a report: those that were kept, and two that were changed apart."""
