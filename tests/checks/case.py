"""The small language of the case files.

A line `--- units/history/rome/topic.yaml` begins a source file; files that a case does not give are
those of the minimal curriculum, and `--- no <path>` takes one away. What is expected stands at the
end of the offending line: `# error: VOC001`, with a column (`VOC001:12`) or a fragment of the
message or hint in quotes where they matter. Behind `---` it speaks of the file's first line. A file
may also be `# bytes: png 10x10`, `# bytes: text hello`, `# bytes: hex 7469`, `# bytes: times 100 title: x` (the
last letter 100 times more), `# link: <target>` or `# folder`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from packager.diagnostics.diagnostic import Diagnostic
from tests.builders import picture, write_curriculum

_HEADER = re.compile(r"--- (no )?([^#]+?)\s*(#.*)?")
_EXPECTED = re.compile(r'# (error|warning): ([A-Z]{3}[0-9]{3})(?::([0-9]+))?(?: "([^"]*)")?')
_DIRECTIVE = re.compile(r"# (bytes|link|folder)(?:: *(.*))?")


@dataclass(frozen=True)
class Expected:
    file: str
    line: int
    severity: str
    code: str
    column: int | None
    fragment: str | None

    def fits(self, found: Diagnostic) -> bool:
        """Whether `found` is what was expected here."""
        place = found.span.file == self.file and found.span.line == self.line
        kind = found.code == self.code and found.severity == self.severity
        column = self.column in (None, found.span.column)
        return place and kind and column and (self.fragment or "") in f"{found.message} {found.hint}"


@dataclass
class Case:
    files: dict[str, str | bytes | None] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)


def read_case(text: str) -> Case:
    """The files and the expectations of a case."""
    case = Case()
    for removed, path, header, body in _sections(text):
        lines = body.splitlines()
        case.expected += [e for number, line in enumerate(lines, 1) for e in _expectations(path, number, line)]
        case.expected += _expectations(path, 1, header)
        directive = _DIRECTIVE.fullmatch(lines[0].strip()) if lines else None
        if directive:
            _obey(case, path, directive[1], directive[2])
        else:
            case.files[path] = None if removed else body
    return case


def write_case(case: Case, root: Path) -> None:
    """The case on disk, below `root`."""
    write_curriculum(root, {**dict.fromkeys((*case.links, *case.folders)), **case.files})
    for path in case.folders:
        (root / path).mkdir(parents=True, exist_ok=True)
    for path, target in case.links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)


def _sections(text: str) -> Iterator[tuple[bool, str, str, str]]:
    path, removed, header, body = "", False, "", ""
    for line in text.splitlines(keepends=True):
        match = _HEADER.fullmatch(line.rstrip("\n"))
        if match:
            if path:
                yield removed, path, header, body
            removed, path, header, body = bool(match[1]), match[2], match[3] or "", ""
        elif path:
            body += line
    if path:
        yield removed, path, header, body


def _expectations(path: str, number: int, line: str) -> list[Expected]:
    found = _EXPECTED.finditer(line)
    return [Expected(path, number, m[1], m[2], int(m[3]) if m[3] else None, m[4]) for m in found]


def _obey(case: Case, path: str, directive: str, rest: str) -> None:
    if directive == "link":
        case.links[path] = rest.strip()
    elif directive == "folder":
        case.folders.append(path)
    else:
        kind, _, of = rest.strip().partition(" ")
        case.files[path] = _content(kind, of)


def _content(kind: str, of: str) -> bytes:
    if kind == "text":
        return of.encode()
    if kind == "hex":
        return bytes.fromhex(of)
    if kind == "times":
        times, _, text = of.partition(" ")
        return (text + text[-1] * int(times)).encode()
    width, height, *cut = re.split(r"[x ]", of)
    content = picture(kind, int(width), int(height))
    return content[: int(cut[0])] if cut else content
