"""The open report, and what follows its changes: checks, recovery copies, a watch on its file."""
