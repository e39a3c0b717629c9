"""Where the county's file in use is kept; by itself, for the start of the program looks there and needs nothing else."""

FOLDER = "县里的要求"  # in the program's own folder
