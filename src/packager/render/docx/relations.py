"""The relationships of a part, and the parts of a package as they are made (ECMA-376 Part 2, sections 6.5 and 7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from packager.render.docx.compiled import RELATIONSHIPS, WORD, CompiledTemplate
from packager.render.docx.markup import DECLARED, escaped
from packager.render.package import FIRST, kept, package, packed, stored

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("svg", "image/svg+xml"),
)
"""The types of parts by extension; all others are named one by one."""


class Relations:
    """The relationships of one part: each target once, numbered in the order of first use.

    A kind is the last word of a type of Office's, such as `image`, or a whole type.
    """

    def __init__(self, related: Iterable[tuple[str, str]] = ()) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        for kind, target in related:
            self.id(kind, target)

    def __len__(self) -> int:
        return len(self._ids)

    def id(self, kind: str, target: str) -> str:
        """The id of the relationship of a `kind` to a part."""
        return self._ids.setdefault((kind, target), f"rId{len(self._ids) + 1}")

    def xml(self) -> bytes:
        """The part that lists them."""
        lines = (
            f'<Relationship Id="{id}" Type="{kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"}" Target="{escaped(target)}"/>'
            for (kind, target), id in self._ids.items()
        )
        return f'{DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


class Parts:
    """The parts of one document: those of its template, and those that are added, each with a name of its own."""

    def __init__(self, template: CompiledTemplate) -> None:
        self._types = [(part.member.name.decode(), part.type) for part in template.parts if part.type]
        self._members = [part.member for part in template.parts]
        self._taken = {part.member.name.decode().lower() for part in template.parts}
        self._media: dict[bytes, str] = {}
        self._numbers: dict[str, int] = {}

    def media(self, content: bytes, extension: str) -> str:
        """Where a picture stands below `word/`; the same picture is kept once."""
        if content not in self._media:
            target = self._media[content] = self._free("media/image", extension)
            name = f"word/{target}"
            self._members.append(packed(name, content) if extension == "svg" else stored(name, content))
        return self._media[content]

    def story(self, kind: str, content: bytes, relations: Relations) -> str:
        """Where a header or footer stands below `word/`."""
        target = self._free(kind, "xml")
        self.add(f"word/{target}", f"{WORD}.{kind}+xml", content, relations)
        return target

    def add(self, name: str, type: str, content: bytes, relations: Relations | None = None) -> None:
        """The package has a further part of a content type, with the parts that it names."""
        self._types.append((name, type))
        self._members.append(packed(name, content))
        if relations:
            folder, _, file = name.rpartition("/")
            self._members.append(kept(f"{folder}/_rels/{file}.rels", relations.xml()))

    def package(self, relations: Relations) -> bytes:
        """The whole package, with what it says of itself as a whole."""
        return package((packed(FIRST, self._content_types()), kept("_rels/.rels", relations.xml()), *self._members))

    def _free(self, stem: str, extension: str) -> str:
        """The next free name; numbers of pictures go on from one format to the next."""
        self._numbers[stem] = self._numbers.get(stem, 0) + 1
        target = f"{stem}{self._numbers[stem]}.{extension}"
        return self._free(stem, extension) if f"word/{target}" in self._taken else target

    def _content_types(self) -> bytes:
        """The types of the parts (Part 2, section 7.2.3)."""
        return f'{DECLARED}<Types xmlns="{_PACKAGE}/content-types">{"".join(self._type_lines())}</Types>'.encode()

    def _type_lines(self) -> Iterator[str]:
        yield from (f'<Default Extension="{extension}" ContentType="{type}"/>' for extension, type in _DEFAULTS)
        yield from (f'<Override PartName="/{escaped(name)}" ContentType="{type}"/>' for name, type in self._types)
