"""Who has a draft open, or writes a file of the program's own: locks, and what they say of their holders."""
