"""A text with its source, its publisher and the day it was published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One text as the book keeps it; offsets of quotes are code points of `text`.

    `published` is an ISO date of any precision ("2023-03-10", "2023-03") or "" where it is not known;
    `published_inferred` says that a reader concluded it from the text and nobody told it.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    lang: str = "en"
    address: str = ""
    published_inferred: bool = False
