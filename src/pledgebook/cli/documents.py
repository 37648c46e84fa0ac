"""Documents of a command, each with its facts, and the tally of what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pledgebook.cli.out import Tally
from pledgebook.model import Document, Fact
from pledgebook.reading import read
from pledgebook.sources import Refused, Taken, Told, take_all


def documents(found: Iterable[str], told: Told, tally: Tally, with_facts: bool = False) -> Iterator[Taken]:
    """The documents that could be taken; the others go into the tally."""
    for one in take_all(found, told, with_facts):
        if isinstance(one, Refused):
            tally.refused.append(one)
        else:
            yield one


def facts_of(document: Document, where: str) -> Sequence[Fact]:
    """What the reader makes of a document. A reader that fails is our mistake; it costs this document, not the run."""
    try:
        return read(document)
    except Exception as error:
        raise reader_failed(where, error) from error


def reader_failed(where: str, error: Exception) -> Refused:
    """A document that the reader broke on."""
    what = f"the reader failed on it ({type(error).__name__}: {error})"
    return Refused(where, what, "this is a mistake of pledgebook: please report it with the document")
