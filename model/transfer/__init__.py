"""All that is the clerk's on one computer, brought to another."""
