"""A report as the bytes of a file, one module a format."""
