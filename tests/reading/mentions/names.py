"""Helpers of the tests of names: the mentions of a text, as short tuples."""

from __future__ import annotations

from pledgebook.model import Document, Mention
from pledgebook.reading.mentions.names import find
from pledgebook.reading.text import open_page


def mentions(text: str) -> list[Mention]:
    """Every name of a text."""
    return find(open_page(Document("d", text)))


def texts(text: str, kind: str) -> list[str]:
    """The words of the mentions of one kind."""
    return [m.text for m in mentions(text) if m.type == kind]


def coded(text: str, kind: str) -> list[tuple[str, str]]:
    """Words and code of the mentions of one kind."""
    return [(m.text, m.code) for m in mentions(text) if m.type == kind]


def named(text: str, kind: str) -> list[str]:
    """The fullest names of the mentions of one kind, in order, once each."""
    return list(dict.fromkeys(m.name for m in mentions(text) if m.type == kind))
