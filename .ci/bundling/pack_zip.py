"""A folder as a .zip that is the same byte for byte every time. Usage: pack_zip.py FOLDER OUT.zip SECONDS"""

import sys
import time
import zipfile
from pathlib import Path


def pack(folder: Path, out: Path, seconds: int) -> None:
    """Writes the folder, under its own name, with one time on every file."""
    when = time.gmtime(seconds)[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # Windows
            archive.writestr(entry, path.read_bytes(), compresslevel=9)  # an entry does not take the archive's


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
