"""A document's bytes as lines and tables, a module a format."""
