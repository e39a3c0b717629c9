"""Installing and taking away again: what comes with the program goes, what a clerk made stays."""

from __future__ import annotations

import sys
from pathlib import Path

from computer import Computer
from desktop import until
from main_job import EXAMPLE, TITLE

sys.path.append(str(Path(__file__).parent.parent))
from ceilings import too_new

ID = "cn.zfxxgk.nianbao"
ICONS = (f".local/share/applications/{ID}.desktop", f"Desktop/{ID}.desktop")


def on_linux(computer: Computer, archive: Path) -> list[str]:
    """The starter on desktop and menu, and the .deb. Raises AssertionError."""
    folder = Path(computer.program).parent
    assert not (found := too_new(computer.root / str(folder)[1:])), found
    _icon_comes_and_goes(computer, folder)
    (package,) = archive.parent.glob(f"{ID}_*.deb")
    (computer.root / "tmp" / package.name).write_bytes(package.read_bytes())
    _done(computer, "dpkg", "--install", f"/tmp/{package.name}")
    _checks_from(computer, "/usr/bin/nianbao")
    started = computer.root / f"opt/apps/{ID}/entries/applications/{ID}.desktop"
    assert f"/opt/apps/{ID}/files/{TITLE} %f" in started.read_text(encoding="utf-8")
    _done(computer, "dpkg", "--purge", ID)
    assert not (computer.root / "opt/apps" / ID).exists()
    return [
        "symbols within glibc 2.28",
        "starter put on desktop and menu, and taken away",
        ".deb installed, used, removed",
    ]


def _icon_comes_and_goes(computer: Computer, folder: Path) -> None:
    computer.file("Desktop").mkdir(exist_ok=True)
    _done(computer, "sh", f"{folder}/放到桌面.sh")
    for name in ICONS:
        assert f'Exec="{computer.program}" %f' in computer.file(name).read_text(encoding="utf-8")
    _done(computer, "sh", f"{folder}/从桌面去掉.sh")
    assert not any(computer.file(name).exists() for name in ICONS)


def on_windows(computer: Computer, archive: Path) -> list[str]:
    """The setup program, silently, and the starter alone as from inside the .zip. Raises AssertionError."""
    (setup,) = archive.parent.glob("*-setup.exe")
    computer.file("setup.exe").write_bytes(setup.read_bytes())
    _done(computer, "wine", computer.named("setup.exe"), "/S")
    (home,) = (path for path in computer.file(".wine/drive_c/users").iterdir() if path.name != "Public")
    program = home / "AppData/Local/Programs" / TITLE
    starter = until("the installed program", lambda: program.glob(f"{TITLE}.exe"))
    assert starter and list(home.rglob(f"{TITLE}.lnk")), "no shortcuts"
    assert ID in _registry(computer, r"HKCU\Software\Classes\.toml\OpenWithProgids")
    _checks_from(computer, "/" + str(program.relative_to(computer.root) / "nianbao.exe"))
    draft = program / "我的.toml"
    draft.write_bytes(EXAMPLE.read_bytes())
    uninstall = "/" + str(program.relative_to(computer.root) / "卸载.exe")
    _done(computer, "wine", uninstall, "/S")
    until("the program gone", lambda: not (program / "app").exists())
    until("everything gone but the draft", lambda: list(program.iterdir()) == [draft])
    assert not list(home.rglob(f"{TITLE}.lnk")) and ID not in _registry(
        computer, r"HKCU\Software\Classes\.toml\OpenWithProgids"
    )
    draft.unlink()
    _said_from_the_archive(computer)
    return [
        "setup for one user installed, used, removed; a draft in its folder stayed",
        "a sentence when started inside the .zip",
    ]


def _said_from_the_archive(computer: Computer) -> None:
    alone = computer.file(f"{TITLE}.exe")
    alone.write_bytes((computer.root / computer.program[1:]).read_bytes())
    process = computer.start_program(f"/{alone.relative_to(computer.root)}")
    computer.desktop.window(TITLE)
    computer.desktop.picture("inside the archive")
    computer.desktop.press("Return")
    process.wait(30)


def _registry(computer: Computer, key: str) -> str:
    return computer.run("wine", "reg", "query", key).stdout


def _done(computer: Computer, *words: str) -> None:
    done = computer.run(*words)
    assert done.returncode == 0, done


def _checks_from(computer: Computer, command: str) -> None:
    """Whether the command line works from where it was installed."""
    computer.file("年报.toml").write_bytes(EXAMPLE.read_bytes())
    done = computer.run(*computer.before, command, "check", computer.named("年报.toml"))
    assert done.returncode == 0 and "年报.toml" in done.stdout, done
