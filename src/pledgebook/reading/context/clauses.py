"""Divides a sentence into clauses: stretches within which a number, a date and a verb belong together."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from pledgebook.reading.text import Page, Sentence

_DASHES = frozenset("–—")
_MARKS = frozenset(";:()–—")


class Clause(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a sentence; `mark` is the word or mark that opens it."""

    first: int
    last: int
    mark: str


def clauses(page: Page, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in order; together they cover it. Found once and kept with the page."""
    found: list[Clause] | None = page.kept.get(sentence.index)
    if found is None:
        found = page.kept[sentence.index] = _divide(page, sentence)
    return found


def _divide(page: Page, sentence: Sentence) -> list[Clause]:
    low = page.low
    opens = page.pack.opens
    always = {t.first for t in page.tags_in(sentence.first, sentence.last) if t.role == "opens"}
    starts = [(sentence.first, "")]
    for i in range(sentence.first, sentence.last - 1):
        word = low[i]
        if word in _MARKS:
            if word not in _DASHES or not (page.glued(i) or page.glued(i + 1)):
                starts.append((i + 1, word))
        elif word == ",":
            if low[i + 1] in opens or i + 1 in always:
                starts.append((i + 1, low[i + 1]))
        elif i in always and i > starts[-1][0]:
            starts.append((i, word))
    ends = [s for s, _ in starts[1:]] + [sentence.last]
    return [Clause(s, e, mark) for (s, mark), e in zip(starts, ends, strict=True) if e > s]


def clause_at(found: list[Clause], token: int) -> int:
    """The index of the clause in which a token stands."""
    return max(0, bisect_right(found, token, key=lambda c: c.first) - 1)
