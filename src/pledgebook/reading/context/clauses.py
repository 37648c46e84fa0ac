"""Divides a sentence into clauses: stretches within which a number, a date and a verb belong together."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from pledgebook.reading.text import Page, Sentence

_HARD = frozenset(";:")
_DASHES = frozenset("–—")


class Clause(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a sentence; `mark` is the word or mark that opens it."""

    first: int
    last: int
    mark: str


def clauses(page: Page, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order; together they cover it."""
    starts = [(sentence.first, "")]
    low = page.low
    for i in range(sentence.first, sentence.last - 1):
        word = low[i]
        if word in _HARD or word in "()" or (word in _DASHES and not page.glued(i) and not page.glued(i + 1)):
            starts.append((i + 1, word))
        elif word == "," and _opens(page, i + 1, "after_comma"):
            starts.append((i + 1, low[i + 1]))
        elif i > starts[-1][0] and _opens(page, i, "always"):
            starts.append((i, word))
    ends = [s for s, _ in starts[1:]] + [sentence.last]
    return [Clause(s, e, mark) for (s, mark), e in zip(starts, ends, strict=True) if e > s]


def _opens(page: Page, token: int, value: str) -> bool:
    return any(tag.role == "opens" and tag.value == value for tag in page.at.get(token, ()))


def clause_at(found: list[Clause], token: int) -> int:
    """The index of the clause in which a token stands."""
    return max(0, bisect_right(found, token, key=lambda c: c.first) - 1)
