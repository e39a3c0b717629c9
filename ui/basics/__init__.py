"""Theme, widgets, fields and settings."""
