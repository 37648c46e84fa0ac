"""Whether a statement tells of what is, what is aimed at, what is planned or what may be.

The governors are roles of the lexicon: `gov` (aim, plan, expect, hope), `done`, `hypo`, `deny`.
"""

from __future__ import annotations

from pledgebook.reading.context import Clause
from pledgebook.reading.text import Page, Sentence, Tag

_REACH = 24


def governor(page: Page, clause: Clause, token: int) -> Tag | None:
    """The governor in force at a token: the nearest before it in its clause, else the nearest after it there."""
    before = [t for t in page.tags_in(clause.first, token) if t.role == "gov" and t.value != "hope"]
    if before and token - before[-1].last <= _REACH:
        return before[-1]
    after = [t for t in page.tags_in(token, clause.last) if t.role == "gov" and t.value != "hope"]
    return after[0] if after and after[0].first - token <= 10 else None


def done_before(page: Page, first: int, token: int) -> Tag | None:
    """The nearest word of accomplishment between `first` and a token."""
    found = [t for t in page.tags_in(first, token) if t.role == "done"]
    return found[-1] if found else None


def hypothetical(page: Page, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause stands under a condition: it, or the sentence as a whole, opens with one."""
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role == "hypo" and (tag.first - sentence.first <= 2 or clause.first <= tag.first < clause.first + 3):
            return True
    return page.low[sentence.first] in ("had", "were", "should") and "," in page.low[sentence.first : sentence.last]


def denied(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence denies what it tells."""
    return any(t.role == "deny" for t in page.tags_in(sentence.first, sentence.last))
