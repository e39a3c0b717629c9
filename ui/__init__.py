"""The window and the command line: all that speaks to a person."""
