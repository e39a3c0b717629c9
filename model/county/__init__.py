"""The file of a county: what it demands of its townships' reports."""
