"""A report as TOML on the disk: drafts, recovery copies, next year's report."""
