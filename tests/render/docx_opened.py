"""A finished Word file as what it means, for comparing two of them."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
LISTS = ("[Content_Types].xml",)
"""Parts that are compared by what they say, not by how."""


class Opened:
    """A package as what it means: parts by name, types as a set, relationships by what they lead to."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def names(self) -> set[str]:
        """All parts but pictures, whose numbers differ, and lists."""
        return {name for name in self.parts if "/media/" not in name and not name.endswith(".rels")} - set(LISTS)

    def types(self) -> dict[str, str]:
        """The type of each part, whether it is said for its extension or for itself; pictures by their content."""
        said = list(etree.fromstring(self.parts["[Content_Types].xml"]))
        by_extension = {each.get("Extension"): each.get("ContentType") for each in said if each.get("Extension")}
        by_name = {each.get("PartName"): each.get("ContentType") for each in said if each.get("PartName")}
        parts = (name for name in self.parts if name not in LISTS)
        return {self.mark(name): by_name.get(f"/{name}") or by_extension[name.rpartition(".")[2]] for name in parts}

    def mark(self, name: str) -> str:
        """A part by its name, a picture by what it shows."""
        return sha256(self.parts[name]).hexdigest() if "/media/" in name else name

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """The kind and the target of each relationship of a part, by its id."""
        folder, file = dirname(name), name.rpartition("/")[2]
        listed = self.parts.get(join(folder, "_rels", f"{file}.rels"))
        found = list(etree.fromstring(listed)) if listed else []
        return {each.get("Id"): (each.get("Type"), self.mark(normpath(join(folder, each.get("Target"))))) for each in found}

    def meaning(self, name: str) -> bytes:
        """A part in canonical XML, with what its relationships lead to in the place of their ids."""
        root = etree.fromstring(self.parts[name])
        root.attrib.pop(IGNORABLE, None)
        relations = self.relations(name)
        for element in root.iter():
            for key, value in element.attrib.items():
                if key.startswith(EMBED):
                    element.set(key, " ".join(relations[value]))
        return canonical(root, is_sorted=name == "docProps/core.xml")


def canonical(root: Any, is_sorted: bool) -> bytes:
    """Exclusive canonical XML; the children in the order of their names where the order says nothing."""
    if is_sorted:
        root[:] = sorted(root, key=lambda child: child.tag)
    plain: bytes = etree.tostring(etree.fromstring(etree.tostring(root)), method="c14n", exclusive=True)
    return plain
