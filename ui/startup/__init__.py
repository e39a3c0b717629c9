"""What happens before and around the window: errors, logs, what earlier runs left."""
