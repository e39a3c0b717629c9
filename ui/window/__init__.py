"""The main window: its session with a document, its actions, the start page."""
