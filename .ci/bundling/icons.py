"""Draws the program's icon in every size. Usage: icons.py app.svg FOLDER; writes SIZE.png and app.ico. Needs rsvg-convert."""

import struct
import subprocess
import sys
from pathlib import Path

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
COLOUR = "#1d5f8a"


def picture(drawing: str, size: int) -> bytes:
    """The drawing as a PNG of SIZE × SIZE pixels."""
    command = ["rsvg-convert", "--width", str(size), "--height", str(size)]
    return subprocess.run(command, input=drawing.encode(), capture_output=True, check=True).stdout


def windows_icon(pictures: dict[int, bytes]) -> bytes:
    """The pictures as one .ico: a head, an entry for each picture, the pictures."""
    at = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at + len(body))
        body += data
    return head + body


def main(source: Path, folder: Path) -> None:
    """Writes the pictures and the icon."""
    drawing = (
        source.read_text(encoding="utf-8").replace("currentColor", COLOUR).replace('fill="none"', 'fill="#ffffff"')
    )
    pictures = {size: picture(drawing, size) for size in SIZES}
    folder.mkdir(parents=True, exist_ok=True)
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "app.ico").write_bytes(windows_icon(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
