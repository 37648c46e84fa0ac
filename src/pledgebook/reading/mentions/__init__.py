"""Mentions: each stretch of text that names a value, found in one pass before any fact is read."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading.mentions import dates, names, numbers
from pledgebook.reading.text import Page


def find(page: Page) -> list[Mention]:
    """Every mention of a page, in order of place. Tokens of a date are no numbers; names may hold both."""
    times = dates.find(page)
    amounts = numbers.find(page, [(m.first, m.last) for m in times])
    return sorted([*times, *amounts, *names.find(page)], key=lambda m: (m.first, -m.last, m.type))
