"""更换电脑: all that is the clerk's put into one file, and taken out of it."""
