"""What was brought from another computer, looked at before anything of it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from model.draft.draft_file import is_draft
from model.files.data_archive import DAMAGED, STRANGE, Archive, read_archive, refused
from model.files.file_errors import FileFault
from model.files.history import TIME_FORMAT, VERSION_NAME, VERSIONS_FOLDER
from model.transfer.pack import CHOSEN, DRAFTS, OWN, OWN_ENDINGS, UNSAVED


@dataclass
class Draft:
    """A draft that was brought: its name, its bytes, and its versions, each with the moment when it was replaced."""

    name: str
    data: bytes
    versions: list[tuple[datetime, bytes]] = field(default_factory=list)


@dataclass
class Brought:
    """What was brought from another computer: drafts by number; unsaved work and files of her own, by name.

    `chosen` are files that she chose to go by, each with its name, by the folder that holds them; `of` says of which draft
    an unsaved copy is, by its number; `settings` are words by key."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    unsaved: dict[str, bytes] = field(default_factory=dict)
    own: dict[str, bytes] = field(default_factory=dict)
    chosen: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    of: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)


def unpack(path: Path) -> Brought:
    """Return what is in a file that `pack` wrote; nothing is written. Raises Fault for any other file."""
    archive = read_archive(path)
    try:
        return _brought(archive)
    except FileFault as fault:
        raise refused(path, str(fault)) from fault


def _brought(archive: Archive) -> Brought:
    brought = Brought(of=_words(archive.about.get("of")), settings=_words(archive.about.get("settings")))
    versions: list[tuple[str, str, bytes]] = []
    for name, data in archive.files.items():
        parts = name.split("/")
        # Only what `pack` writes: any other name may come from a stranger.
        if len(parts) == 4 and (parts[0], parts[2]) == (DRAFTS, VERSIONS_FOLDER):
            versions.append((parts[1], parts[3], data))
        elif len(parts) == 3 and parts[0] == DRAFTS and parts[1] not in brought.drafts and is_draft(Path(name)):
            brought.drafts[parts[1]] = Draft(parts[2], data)
        elif len(parts) == 2 and parts[0] == UNSAVED and is_draft(Path(name)):
            brought.unsaved[parts[1]] = data
        elif len(parts) == 2 and parts[0] == OWN and Path(name).suffix.lower() in OWN_ENDINGS:
            brought.own[parts[1]] = data
        elif len(parts) == 3 and parts[0] == CHOSEN and parts[1] not in brought.chosen:
            brought.chosen[parts[1]] = parts[2], data
        else:
            raise FileFault(STRANGE.format(name=name))
    for number, name, data in versions:
        if number not in brought.drafts:
            raise FileFault(DAMAGED)
        brought.drafts[number].versions.append((_moment(name), data))
    return brought


def _words(value: Any) -> dict[str, str]:
    return {key: word for key, word in value.items() if isinstance(word, str)} if isinstance(value, dict) else {}


def _moment(name: str) -> datetime:
    """Return when a version of that name was replaced. Raises FileFault."""
    named = VERSION_NAME.fullmatch(Path(name).stem)
    try:
        return datetime.strptime(named[1] if named else "", TIME_FORMAT)
    except ValueError as error:
        raise FileFault(STRANGE.format(name=name)) from error
