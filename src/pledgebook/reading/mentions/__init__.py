"""Mentions: each stretch of text that names a value, found in one pass before any fact is read."""

from __future__ import annotations

from pledgebook.model import Mention
from pledgebook.reading.mentions import dates, names, numbers
from pledgebook.reading.mentions.local import localise
from pledgebook.reading.text import Page


def find(page: Page) -> list[Mention]:
    """Every mention of a page, in order of place. Tokens of a date are no numbers; names may hold both."""
    times = dates.find(page)
    amounts = numbers.find(page, [(m.first, m.last) for m in times])
    named = _outside(names.find(page), amounts)
    localise(page.pack.lang, [*amounts, *named])
    return sorted([*times, *amounts, *named], key=lambda m: (m.first, -m.last, m.type))


def _outside(named: list[Mention], amounts: list[Mention]) -> list[Mention]:
    """Names that are no part of an amount: the state in "US dollars" takes no part in anything."""
    inside = {i for m in amounts for i in range(m.first, m.last)}
    return [m for m in named if m.type != "country" or m.first not in inside]
