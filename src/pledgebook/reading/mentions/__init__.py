"""Mentions: each stretch of text that names a value, found in one pass before any fact is read."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading.text import Page


def find(page: Page) -> list[Mention]:
    """Every mention of a page, in order of place."""
    return page.mentions
