"""One report in the files that other programs make of it: a .docx in one XML file, a page packed like a mail."""

from __future__ import annotations

import base64
import io
import quopri
import re
import zipfile

PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
MAIN = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n--=_x\r\n'


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a .docx by their names."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def flat(docx: bytes) -> bytes:
    """A .docx as one XML file, its parts in a row."""
    inner = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{re.sub(r"<.xml[^>]*>", "", data.decode())}</pkg:xmlData></pkg:part>'
        for name, data in parts_of(docx).items()
        if name.endswith((".xml", ".rels"))
    )
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{PKG}">{inner}</pkg:package>'.encode()


def word_2003(docx: bytes) -> bytes:
    """A .docx as Word 2003 wrote it."""
    document = re.sub(r"<.xml[^>]*>", "", parts_of(docx)["word/document.xml"].decode())
    document = document.replace(MAIN.decode(), "http://schemas.microsoft.com/office/word/2003/wordml")
    return document.replace("w:document", "w:wordDocument").replace("w:vMerge", "w:vmerge").encode()


def archive(page: bytes, charset: str, encoding: str) -> bytes:
    """A page and a picture in one .mht, in a transfer encoding."""
    packed = quopri.encodestring(page) if encoding == "quoted-printable" else base64.encodebytes(page)
    head = f'{HEAD}Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    picture = (
        b"\r\n--=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--=_x--\r\n"
    )
    return head.encode() + packed + picture
