"""The only place that touches the disk: writing, locks, history, and what went wrong."""
