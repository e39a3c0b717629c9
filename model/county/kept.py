"""The copy of the county's file in use."""

from model.county.place import FOLDER
from model.files.kept_copy import KeptCopy

COUNTY_FILE = KeptCopy(FOLDER, "要求.toml")
