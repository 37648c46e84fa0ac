"""From a document to facts: a pure function, the same output for the same input, always."""

from __future__ import annotations

from pledgebook.model import Document, Fact


def read(document: Document) -> list[Fact]:
    """The facts of a document, in the order of their first quotes."""
    return []
