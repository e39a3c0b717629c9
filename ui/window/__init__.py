"""The main window: its document session, actions and start page."""
