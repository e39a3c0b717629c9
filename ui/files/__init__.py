"""What a menu entry does with files: open, save, import, export, compare."""
