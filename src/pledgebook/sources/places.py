"""From what the user names (a file, a folder, `-`) to documents, one after another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pledgebook.sources.guide import guide_document
from pledgebook.sources.refused import Refused
from pledgebook.sources.taken import Taken, Told
from pledgebook.sources.text import decode, is_text, text_document

STDIN = "-"
LARGEST = 64 * 1024 * 1024  # bytes of one file; a book of a thousand pages has three million
MARKUP = frozenset({".htm", ".html", ".xhtml", ".xml", ".rtf"})


def places(named: Iterable[str]) -> list[str]:
    """The files that the user means: folders opened to the bottom, in the order of their names; hidden ones left out.

    A file that is not there stays in the list: it is refused when it is taken, and an empty folder likewise.
    """
    out: list[str] = []
    for one in named:
        out += (_inside(Path(one)) or [one]) if one != STDIN and Path(one).is_dir() else [one]
    return out


def _inside(folder: Path) -> list[str]:
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(root, name) for name in files if not name.startswith(".")]
    return [str(path) for path in sorted(found, key=lambda path: path.parts)]


def take_all(found: Iterable[str], told: Told, with_facts: bool = False) -> Iterator[Taken | Refused]:
    """Each place's document, or the reason why it has none. A second document of one id is refused."""
    seen: dict[str, str] = {}
    for where in found:
        try:
            taken = take(where, told, with_facts)
            if (first := seen.setdefault(taken.document.id, where)) != where:
                what = f"its document has the id {taken.document.id!r}, and so has that of {first}"
                raise Refused(where, what, "give one of them another name or id")
        except Refused as refused:
            yield refused
        else:
            yield taken


def take(where: str, told: Told, with_facts: bool = False) -> Taken:
    """The document of one file or of standard input (`-`). Raises `Refused`, with nothing done."""
    if not is_text(where):
        raise Refused(ascii(where), "has a name that is not UTF-8", "rename it")
    if Path(where).suffix.lower() in MARKUP:
        raise Refused(where, "is markup, which is not read yet", "save the document as plain text and give that")
    name, ident = ("standard input", "stdin") if where == STDIN else (where, Path(where).stem)
    text = decode(_bytes(where, name), name)
    if Path(where).suffix.lower() == ".json" or (where == STDIN and text.lstrip().startswith("{")):
        return guide_document(text, name, ident, told, with_facts)
    if with_facts:
        raise Refused(name, "is plain text, which brings no facts", "leave out --facts to have the document read")
    return Taken(name, text_document(text, name, ident, told))


def _bytes(where: str, name: str) -> bytes:
    try:
        if where == STDIN:
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(where, "rb") as file:
                raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Refused(name, "is not there", "check the name") from None
    except IsADirectoryError:
        raise Refused(name, "is a folder without files", "put documents into it") from None
    except (OSError, ValueError) as error:  # no permission, a device that fails, a NUL in the name
        raise Refused(name, f"cannot be opened ({getattr(error, 'strerror', None) or error})", "check it") from None
    if len(raw) > LARGEST:
        raise Refused(name, f"is larger than {LARGEST // 1024**2} MiB", "split it into its documents")
    return raw
