"""What a figure counts: the words of its `of`, taken apart and compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pledgebook.matching.aliases import EMPTY, Aliases
from pledgebook.matching.features import numbers
from pledgebook.matching.signals import ALIKE, APART, EQUAL, SILENT
from pledgebook.matching.tables import rows
from pledgebook.matching.words import concepts, generic, role, shared, state_of, states_in

_CAPITAL = re.compile(r"[^\s,;()]*[^\W\d_a-zа-яё][^\s,;()]*")


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: all its telling words; of them its sorts of things, places, and names of its own; states; numbers."""

    words: frozenset[str]
    sorts: frozenset[str]
    places: frozenset[str]
    proper: frozenset[str]
    states: frozenset[str]
    numbers: frozenset[tuple[str, str]]

    @property
    def own(self) -> frozenset[str]:
        """The words that are neither a sort of thing nor a place."""
        return self.words - self.sorts - self.places


@cache
def _marks() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(marks.split()) for name, marks in rows("indicators")}


def marked(indicator: str, mark: str) -> bool:
    """Whether the table of indicators gives one a mark: `whole`, `directed`, `property`, `fixed`."""
    return mark in _marks().get(indicator, frozenset())


@lru_cache(maxsize=4096)
def _dull(indicator: str, unit: str) -> frozenset[str]:
    return generic("figure", f"figure.{indicator}", f"figure.unit.{unit}")


def _telling(text: str, dull: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in concepts(text) if w not in dull and not state_of(w) and not any(c.isdigit() for c in w))


def subject(of: str, indicator: str, unit: str, aliases: Aliases = EMPTY) -> Subject:
    """Take a figure's `of` apart; short forms are spelled out, the seller and buyer of a flow are no subject."""
    dull = _dull(indicator, unit)
    words = _telling(of, dull)
    flow = marked(indicator, "whole")
    full = frozenset(words - aliases.long.keys()) if flow else aliases.expand(words) - dull
    capitals = _telling(" ".join(_CAPITAL.findall(of)), dull)
    proper = frozenset() if flow else aliases.expand(capitals) & full
    sorts = frozenset(w for w in full if role(w) == "sort")
    return Subject(full, sorts, full & aliases.places, proper - sorts, states_in(of), numbers(of))


def compare(a: Subject, b: Subject, whole: bool) -> int:
    """The same subject, like ones, nothing to tell by, or others; where `whole`, a part of all is not all."""
    if _clash(a, b):
        return APART
    if not a.words or not b.words:
        return (EQUAL if a.words == b.words else APART) if whole else SILENT
    hits = shared(sorted(a.words), sorted(b.words))
    if hits == len(a.words) == len(b.words):
        return EQUAL
    if a.own and b.own and not shared(sorted(a.own), sorted(b.own)):
        return APART
    if hits * 2 >= min(len(a.words), len(b.words)):
        return ALIKE
    return SILENT if hits else APART


def _clash(a: Subject, b: Subject) -> bool:
    """Other numbers, states, names or places, where both tell them."""
    left, right = dict(a.numbers), dict(b.numbers)
    if any(left[k] != right[k] for k in left.keys() & right.keys()):
        return True
    if a.states and b.states and not a.states & b.states:
        return True
    return any(x and y and not shared(sorted(x), sorted(y)) for x, y in ((a.proper, b.proper), (a.places, b.places)))
