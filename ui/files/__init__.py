"""What the file actions do: open, save, import, export, compare."""
