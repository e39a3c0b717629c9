"""The pages as they will be printed, beside the form or in its place."""
