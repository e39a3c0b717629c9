"""What the form says of its places, the guide to a row, and a year without any request."""
