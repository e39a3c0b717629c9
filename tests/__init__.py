"""What a user would notice, tested."""
