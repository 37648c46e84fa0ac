"""What a source gives: a document, perhaps facts that somebody has already read in it, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model import Document, Fact


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of documents that do not say it themselves. `published` is an ISO date of any precision."""

    published: str = ""
    publisher: str = ""
    title: str = ""
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Taken:
    """One document and its place. `facts` is None where none came with it, or nobody asked for them."""

    where: str
    document: Document
    facts: tuple[Fact, ...] | None = None
