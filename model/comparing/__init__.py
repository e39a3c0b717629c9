"""What differs between two reports, and merging two."""
