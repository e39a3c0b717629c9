"""Pictures of every tab, dialog and state of the window."""
