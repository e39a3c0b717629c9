"""Who may read what: a draft's versions and copies are no more readable than the draft, and no link leads the program astray."""

from __future__ import annotations

import os
import stat
import time
from datetime import datetime
from pathlib import Path

import pytest

from model.draft.recovery_copy import DISCARDED, discard
from model.files import files, rights
from model.files.files import FileFault, forget_left_over, make_folder, open_log, write_file
from model.files.history import VERSIONS_FOLDER, keep_version, versions_of
from model.files.rights import PRIVATE, Rights, rights_of
from tests.recovery_copies import copies_in
from ui.dialogs import message_boxes
from ui.startup.earlier_runs import _places, make_private
from ui.startup.error_handler import ErrorHandler

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")
NOW = datetime(2026, 1, 20, 15, 0)


@pytest.fixture(params=[0, 0o022], ids=oct)
def mask(request) -> int:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def draft_of(folder: Path, draft_mode: int, folder_mode: int = 0o755, name: str = "草稿.toml") -> Path:
    """A draft with that mode in a folder with that mode."""
    folder.mkdir()
    folder.chmod(folder_mode)
    draft = folder / name
    draft.write_bytes(b"1")
    draft.chmod(draft_mode)
    return draft


# Modes.


@pytest.mark.parametrize(
    ("of_draft", "of_folder", "of_version", "of_versions"),
    [
        (0o600, 0o755, 0o600, 0o700),
        (0o600, 0o777, 0o600, 0o700),
        (0o644, 0o755, 0o644, 0o755),
        (0o644, 0o700, 0o644, 0o700),
        (0o640, 0o755, 0o640, 0o750),
        (0o755, 0o755, 0o644, 0o755),
    ],
)
def test_a_version_is_no_more_readable_than_its_draft(tmp_path, mask, of_draft, of_folder, of_version, of_versions):
    draft = draft_of(tmp_path / "共用", of_draft, of_folder)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    assert version.parent.parent == draft.parent / VERSIONS_FOLDER
    assert mode(version) == of_version
    assert mode(version.parent) == mode(draft.parent / VERSIONS_FOLDER) == of_versions


def test_a_folder_of_versions_that_shows_more_than_the_draft_is_narrowed(tmp_path, mask):
    draft = draft_of(tmp_path / "共用", 0o644)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    draft.chmod(0o600)
    keep_version(draft, b"2", NOW, tmp_path / "own")
    assert mode(version.parent) == 0o700


def test_the_folder_for_drafts_that_nothing_may_stand_beside_is_the_users_alone(tmp_path, mask):
    draft = draft_of(tmp_path / "共用", 0o644)
    (draft.parent / VERSIONS_FOLDER).write_bytes(b"in the way")
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    assert [mode(folder) for folder in (version.parent, version.parent.parent, tmp_path / "own")] == [0o700] * 3


def test_of_a_draft_that_is_gone_the_version_is_the_users_alone(tmp_path, mask):
    version = keep_version(tmp_path / "草稿.toml", b"1", NOW, tmp_path / "own")
    assert mode(version) == 0o600


def test_copies_and_reports_are_the_users_alone(window, mask, monkeypatch):
    reports = []
    monkeypatch.setattr(message_boxes, "ask_unexpected", lambda _, said, path: reports.append(path) or (True, True))
    window.workspace.open_actions.new()
    window.workspace.session.document.edit({"unit": "青禾镇"}, "x")
    ErrorHandler(window)._tell(RuntimeError())  # writes the copy and the report
    recovery = window.settings.recovery_folder
    (copy,) = copies_in(recovery, lambda _: window.workspace.session.document.report.form, ["2021"])
    (report,) = reports
    assert [mode(copy.path), mode(report)] == [0o600] * 2
    assert [mode(recovery), mode(report.parent)] == [0o700] * 2
    discard(copy.path)
    assert mode(recovery / DISCARDED) == 0o700


def test_the_programs_own_folders_are_closed_to_others_at_the_start(tmp_path, mask):
    own, other = tmp_path / "own", tmp_path / "other"
    folders = [own / name for name in (".", "recovery", f"recovery/{DISCARDED}", "错误报告")]
    for folder in (*folders, other):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o2777)
    (own / VERSIONS_FOLDER).symlink_to(other)
    make_private(own)
    assert [mode(folder) for folder in folders] == [0o2700] * 4 and mode(other) == 0o2777


def test_anothers_folder_is_left_as_it_is(tmp_path, monkeypatch):
    folder, own = tmp_path / "own", os.getuid()
    folder.mkdir()
    folder.chmod(0o755)
    monkeypatch.setattr(os, "getuid", lambda: own + 1)
    make_folder(folder)
    assert mode(folder) == 0o755


def test_a_new_file_has_the_rights_that_the_mask_leaves_and_a_replaced_one_keeps_its_own(tmp_path, mask):
    path = tmp_path / "a.toml"
    write_file(path, b"1")
    assert mode(path) == 0o666 & ~mask
    path.chmod(0o640)
    write_file(path, b"2")
    assert mode(path) == 0o640
    write_file(path, b"3", PRIVATE)
    assert mode(path) == 0o600
    write_file(path, b"4", Rights(0o644))
    assert mode(path) == 0o644


@pytest.mark.parametrize("wanted", [0o600, 0o640, 0o644])
def test_what_is_being_written_is_never_more_readable_than_what_comes_of_it(tmp_path, monkeypatch, mask, wanted):
    path, seen, real = tmp_path / "a.toml", [], os.write
    path.write_bytes(b"1")
    path.chmod(wanted)

    def write(handle, data):
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return real(handle, data)

    monkeypatch.setattr(files.os, "write", write)
    write_file(path, b"2")
    assert seen == [0o600] and mode(path) == wanted


def test_a_group_that_cannot_be_given_may_do_what_everybody_may(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(rights.os, "fchown", refuse)
    for wanted, given in ((0o640, 0o600), (0o664, 0o644), (0o660, 0o600)):
        write_file(tmp_path / "a.toml", b"1", Rights(wanted, os.getgid() + 1))
        assert mode(tmp_path / "a.toml") == given


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to give files away")
def test_the_group_of_a_draft_stays_its_group(tmp_path):
    draft = draft_of(tmp_path / "共用", 0o640)
    os.chown(draft, -1, 4321)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    write_file(draft, b"2")
    assert rights_of(draft)[:2] == rights_of(version)[:2] == Rights(0o640, 4321)[:2]


# What stands where something of the program's own should be.


@pytest.mark.parametrize("at", [VERSIONS_FOLDER, f"{VERSIONS_FOLDER}/草稿"])
def test_versions_do_not_follow_a_link(tmp_path, at):
    draft, elsewhere = draft_of(tmp_path / "共用", 0o644), tmp_path / "别处"
    (elsewhere / "草稿").mkdir(parents=True)
    theirs = [folder / f"2020-01-0{day} 10-00-00.toml" for folder in (elsewhere, elsewhere / "草稿") for day in (1, 2)]
    for path in theirs:
        path.write_bytes(b"theirs")
    (draft.parent / at).parent.mkdir(exist_ok=True)
    (draft.parent / at).symlink_to(elsewhere)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    assert (tmp_path / "own") in version.parents
    assert [found.path for found in versions_of(draft, tmp_path / "own")] == [version]
    assert sorted(path for path in elsewhere.rglob("*") if path.is_file()) == sorted(theirs)


def test_what_has_the_name_of_a_version_and_is_none_is_let_be(tmp_path):
    draft, victim = draft_of(tmp_path / "共用", 0o644), tmp_path / "别的.toml"
    victim.write_bytes(b"of value")
    folder = draft.parent / VERSIONS_FOLDER / "草稿"
    folder.mkdir(parents=True)
    names = ["2026-01-20 15-00-00", "2020-01-01 10-00-00", "2020-01-02 10-00-00"]
    link, folder_of_that_name, pipe = (folder / f"{name}.toml" for name in names)
    link.symlink_to(victim)
    folder_of_that_name.mkdir()
    os.mkfifo(pipe)
    kept = folder / "2020-01-01 10-00-00 定稿.toml"  # named by a person
    kept.write_bytes(b"x" * 10)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    assert [found.path for found in versions_of(draft, tmp_path / "own")] == [version] and version.parent == folder
    assert victim.read_bytes() == b"of value" and link.is_symlink()
    keep_version(draft, b"2", datetime(2026, 6, 1), tmp_path / "own")
    assert {link, folder_of_that_name, pipe, kept} <= set(folder.iterdir())


@pytest.mark.parametrize("name", ["...toml", "..toml", ".....toml"])
def test_a_draft_named_with_dots_has_its_versions_in_a_folder_of_their_own(tmp_path, name):
    draft = draft_of(tmp_path / "共用", 0o600, 0o755, name)
    version = keep_version(draft, b"1", NOW, tmp_path / "own")
    assert version.parent.parent.resolve() == draft.parent / VERSIONS_FOLDER
    assert mode(draft.parent) == 0o755


def test_a_file_of_the_programs_own_replaces_a_link_of_its_name(tmp_path):
    victim, path = tmp_path / "别的.txt", tmp_path / "copy.toml"
    victim.write_bytes(b"of value")
    path.symlink_to(victim)
    write_file(path, b"1", PRIVATE)
    assert victim.read_bytes() == b"of value" and not path.is_symlink() and path.read_bytes() == b"1"


def test_the_log_follows_no_link_and_waits_for_no_pipe(tmp_path):
    victim = tmp_path / "别的.txt"
    victim.write_bytes(b"of value")
    (tmp_path / "link").symlink_to(victim)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(FileFault):
            open_log(tmp_path / name)
    with open_log(tmp_path / "log") as log:
        log.write(b"x")
    assert victim.read_bytes() == b"of value" and mode(tmp_path / "log") == 0o600


def test_only_files_of_the_users_own_are_cleared_away(tmp_path, monkeypatch):
    def old(name: str) -> Path:
        path = tmp_path / f".{name}{files.TEMPORARY_SUFFIX}"
        path.write_bytes(b"x")
        os.utime(path, (time.time() - 3600,) * 2)
        return path

    mine, theirs = old("mine"), old("theirs")
    link, folder = tmp_path / f".link{files.TEMPORARY_SUFFIX}", tmp_path / f".folder{files.TEMPORARY_SUFFIX}"
    link.symlink_to(mine)
    folder.mkdir()
    os.mkfifo(tmp_path / f".pipe{files.TEMPORARY_SUFFIX}")
    for path in (folder, tmp_path / f".pipe{files.TEMPORARY_SUFFIX}"):
        os.utime(path, (time.time() - 3600,) * 2)
    real = files.is_own
    monkeypatch.setattr(files, "is_own", lambda found: real(found) and found.st_ino != theirs.stat().st_ino)
    forget_left_over([tmp_path])
    assert not mine.exists() and theirs.exists() and link.is_symlink() and folder.is_dir()
    assert len(list(tmp_path.iterdir())) == 4


def test_no_link_is_followed_to_where_left_over_files_are_looked_for(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "elsewhere" / "deeper").mkdir(parents=True)
    (tmp_path / "a" / VERSIONS_FOLDER).symlink_to(tmp_path / "elsewhere")
    (tmp_path / "a" / "recovery").mkdir()
    (tmp_path / "a" / "recovery" / "link").symlink_to(tmp_path / "elsewhere")
    assert list(_places([tmp_path / "a"])) == [tmp_path / "a", tmp_path / "a" / "recovery"]


def with_attribute(path: Path) -> Path:
    """The file with an extended attribute, if the disk has any."""
    try:
        os.setxattr(path, "user.来源", b"\x00\xff")
    except (OSError, AttributeError):
        pytest.skip("no extended attributes here")
    return path


def test_a_replaced_file_keeps_its_extended_attributes_and_so_do_its_versions(tmp_path):
    draft = with_attribute(draft_of(tmp_path / "a", 0o640))
    keep_version(draft, draft.read_bytes(), NOW, tmp_path / "own")
    write_file(draft, b"new")
    for path in (draft, versions_of(draft, tmp_path / "own")[0].path):
        assert os.getxattr(path, "user.来源") == b"\x00\xff" and mode(path) == 0o640


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root gives files away")
def test_a_file_that_root_replaces_stays_its_owners(tmp_path):
    draft = draft_of(tmp_path / "a", 0o640)
    os.chown(draft, 4321, 4322)
    write_file(draft, b"new")
    assert (draft.stat().st_uid, draft.stat().st_gid, mode(draft)) == (4321, 4322, 0o640)


def test_where_the_list_of_who_may_do_what_cannot_be_set_the_group_gets_no_more_than_all(tmp_path, monkeypatch):
    draft = draft_of(tmp_path / "a", 0o664)
    listed = Rights(0o664, attributes=(("system.posix_acl_access", b"x"),))
    monkeypatch.setattr(files, "rights_of", lambda _: listed)
    write_file(draft, b"new")
    assert mode(draft) == 0o644
