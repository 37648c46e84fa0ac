"""Where somebody binds himself: the binding word, the verb behind it, and the stretch that the undertaking fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.text import Page, Sentence, Tag

_LONGEST = 30
_STOPS = frozenset(";:.")
_NO_ACTION = frozenset({"not", "remain", "continue", "never"})


class Bound(NamedTuple):
    """An undertaking: `tag` binds, the action is tokens `first` to `last`, the subject stands from `floor` on."""

    sentence: Sentence
    tag: Tag
    clause: Clause
    floor: int
    first: int
    last: int
    strength: str


def undertakings(scene: Scene, sentence: Sentence, kinds: list[str]) -> Iterator[Bound]:
    """The undertakings of a sentence in order; of binding words that follow one another the last counts."""
    page = scene.page
    parts = clauses(page, sentence)
    tags = [t for t in page.tags_in(sentence.first, sentence.last) if t.role == "binds"]
    floor = sentence.first
    for n, tag in enumerate(tags):
        if n + 1 < len(tags) and tags[n + 1].first <= tag.last:
            continue
        first = _verb(page, kinds, tag, sentence)
        stop = tags[n + 1].first if n + 1 < len(tags) else sentence.last
        last = _end(page, kinds, first, min(sentence.last, first + _LONGEST), stop)
        if last > first and page.low[first] not in _NO_ACTION:
            clause = parts[clause_at(parts, tag.first)]
            yield Bound(sentence, tag, clause, floor, first, last, tag.value)
            floor = last


def _verb(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> int:
    """The token at which the action begins: adverbs and asides between commas are passed over."""
    i = tag.last
    while i < sentence.last and (kinds[i] == "adv" or page.low[i] in ("to", "that")):
        i += 1
    if i < sentence.last and page.low[i] == ",":
        close = next((k for k in range(i + 1, min(i + 8, sentence.last)) if page.low[k] == ","), -1)
        i = close + 1 if close > 0 else i
    return i


def _end(page: Page, kinds: list[str], first: int, limit: int, stop: int) -> int:
    """The end of the action: a mark, a new subject with its own verb, or the date at its end."""
    times = {
        m.first: m for m in page.mentions_in(first, limit) if m.type in ("date", "period") and m.sense != "recurring"
    }
    last = first
    for i in range(first, limit):
        word = page.low[i]
        if word in _STOPS or (word in ("–", "—") and not page.glued(i)) or (word == "," and _parts(page, kinds, i)):
            break
        if i in times and i > first + 1:
            return _before_time(kinds, i, first)
        if word == "and" and stop <= i + 8 and i > first + 1:
            break
        last = i + 1
    return last


def _parts(page: Page, kinds: list[str], i: int) -> bool:
    """Whether a comma ends the action: a relative, an aside, a new subject; a list of nouns goes on."""
    if i + 1 >= len(page.low) or page.low[i + 1] == '"':
        return True
    return page.low[i + 1] in page.pack.opens or kinds[i + 1] in ("pron", "conj", "part")


def _before_time(kinds: list[str], i: int, first: int) -> int:
    """The end of an action before a date: its preposition and article are left out too."""
    while i > first + 1 and kinds[i - 1] in ("prep", "det", "adv"):
        i -= 1
    return i
