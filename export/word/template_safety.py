"""What a template must not contain: code, references to other files, and content that unpacks without end."""

from __future__ import annotations

import re
from typing import Any

from model.faults import Fault
from model.reading.formats.budget import Budget
from model.reading.formats.file_types import AS_DOCX, REFUSED
from model.reading.formats.ooxml import Package

# All parts unpacked: every document carries them, and python-docx needs 60 times as much memory.
LARGEST_TEMPLATE_BYTES = 4 * 1024 * 1024
TYPES = "[Content_Types].xml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Ends of the kinds of relations that lead to a program, or to a file inside the file.
PROGRAMS = (
    "/vbaProject", "/wordVbaData", "/keyMapCustomizations", "/attachedToolbars", "/control", "/activeXControlBinary",
    "/oleObject", "/package", "/aFChunk",
)  # fmt: skip
# Fields that fetch something or start something.
FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE)


def refuse_unsafe(data: bytes) -> None:
    """Refuse what is not a .docx, and one that holds what no template may. Raises Fault."""
    for magic, sentence in REFUSED.items():
        if data.startswith(magic):
            raise Fault(sentence)
    if not data.startswith(b"PK"):
        raise Fault(f"它不是 Word 文档（.docx）。{AS_DOCX}")
    package = Package(data, Budget())
    if package.unpacked_size > LARGEST_TEMPLATE_BYTES:
        raise Fault("它解开以后大得不正常，不像是模板。请去掉里面的大图片，另存为 .docx，再试一次。")
    if package.has_doubles:
        raise Fault(f"它里面有重名的文件，不像是 Word 或 WPS 存的。{AS_DOCX}")
    types = package.part(TYPES)
    _refuse_types({_ending_of(one): str(one.get("ContentType")) for one in types} if types is not None else {})
    for name in package.names:
        if name.lower().endswith((".rels", ".xml")):  # a header may be called .rels too
            root = package.part(name)
            _refuse_relations(root)
            _refuse_fields(root)


def _ending_of(declared: Any) -> str:
    """Return the name of the part that a type is declared for, or the ending of the parts."""
    return str(declared.get("PartName") or f".{declared.get('Extension')}").lower()


def _refuse_types(declared: dict[str, str]) -> None:
    kinds = declared.values()
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise Fault(f"它带有宏（藏在文档里的小程序，.docm、.dotm），可能会伤害电脑，不能用作模板。{AS_DOCX}")
    if any(kind.endswith("wordprocessingml.template.main+xml") for kind in kinds):
        raise Fault(f"它是 Word 自己的模板格式（.dotx），这里要用 .docx。{AS_DOCX}")
    others = [kind for name, kind in declared.items() if not name.endswith((".xml", ".rels"))]
    if any(kind.endswith("xml") and not kind.startswith("image/") for kind in others):
        raise Fault(f"它里面的文件名称不正常，不像是 Word 文档。{AS_DOCX}")  # what is no .xml is not looked into here


def _refuse_relations(root: Any) -> None:
    for relation in root.iter(RELATION):
        kind, target = str(relation.get("Type")), str(relation.get("Target"))
        if kind.endswith(PROGRAMS):
            raise Fault(
                "它里面嵌着宏、控件或别的文件，不能用作模板。请在 Word 或 WPS 里删去它们，另存为 .docx，再试一次。"
            )
        if relation.get("TargetMode", "Internal") != "Internal" and not _is_link(kind, target):
            raise Fault(
                f"它连着外面的文件或网页“{target[:60]}”，不能用作模板。"
                "请在 Word 或 WPS 里去掉这个链接（链接的图片改成插入，附加的模板改成 Normal），另存为 .docx，再试一次。"
            )


def _is_link(kind: str, target: str) -> bool:
    """Return whether a relation is a link that is only followed when somebody clicks it, such as Word makes of an address."""
    return kind.endswith("/hyperlink") and target.lower().startswith(("http://", "https://", "mailto:"))


def _refuse_fields(root: Any) -> None:
    codes = "".join(map(_code, root.iter(f"{W}instrText", f"{W}fldChar", f"{W}fldSimple")))
    if found := FIELDS.search(codes):
        raise Fault(
            f"它里面有会从别处取内容的“域”（{found[0]}），不能用作模板。请在 Word 或 WPS 里按 Alt+F9 找到它，删去，再试一次。"
        )


def _code(element: Any) -> str:
    """Return a piece of a field's code; a field may have its code in several, and begins and ends with a `fldChar`."""
    return element.text or "" if element.tag == f"{W}instrText" else f" {' '.join(element.values())} "
