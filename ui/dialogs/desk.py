"""The places of what is the clerk's on this computer."""

from __future__ import annotations

from pathlib import Path

from export.word.own_template import KEPT as TEMPLATE
from model.county.kept import COUNTY_FILE
from model.transfer.pack import Desk
from ui.basics.settings import Settings


def desk_of(settings: Settings, drafts: list[Path]) -> Desk:
    """Return the places of these drafts and of all else that goes from one computer to another."""
    return Desk(drafts, settings.data_folder, settings.recovery_folder, settings.portable, (TEMPLATE, COUNTY_FILE))
