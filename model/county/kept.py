"""Where the county's file in use is kept."""

from model.files.kept_copy import KeptCopy

COUNTY_FILE = KeptCopy("县里的要求", "要求.toml")
