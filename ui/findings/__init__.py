"""What the checks found, beside or below an open report."""
