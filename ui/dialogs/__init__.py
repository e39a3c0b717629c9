"""Every window that asks or tells the user something."""
