"""What a check found: one finding, its marks, its confirmation."""
