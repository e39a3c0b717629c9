"""A county's files for tests: the program's example, and small ones."""

from __future__ import annotations

from model.county.county import County
from model.county.reader import read_county
from tests.samples import ROOT

EXAMPLE_COUNTY = ROOT / "resources" / "county.toml"


def county_of(words: str) -> County:
    """The county of a file with these lines behind its name."""
    return read_county(f'county = "云溪县"\n{words}'.encode())
