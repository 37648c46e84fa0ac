"""Which states a fact names, which pairs a document is about, and so to which relations a claim belongs.

Rule `about/1`: a document is about each pair of states that at least half of its claims with two or more states name.
Rule `belongs/1`: a claim that names two or more states belongs to every pair of them; a claim that names one state or
none belongs to the pairs that its document is about and that hold its state; without such, to its state alone (or "").
Rule `context/1`: what is matched and judged as one, a scope, is wider: all claims of a document go into the pairs that
it is about, beside those to which they belong, since what such a document tells of a third state may bear on them.

A scope is named by a pair ("AZ-UZ", in alphabetical order), a single state ("AZ"), or "".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from pledgebook.model import Fact

PARTY_SLOTS: dict[str, tuple[str, ...]] = {
    "meeting": ("participants", "host"),
    "instrument": ("parties",),
    "figure": ("reporter", "partner"),
    "pledge": ("actors", "counterpart"),
    "project": ("country", "parties"),
    "movement": ("origin", "destination", "via"),
}
_CODE = re.compile(r"[A-Z]{2}")
_BODIES = frozenset({"UN"})


def is_state(name: str) -> bool:
    """Whether a name is the code of a state (or of the European Union) and not of a body."""
    return bool(_CODE.fullmatch(name)) and name not in _BODIES


def _names(value: Any) -> Iterator[str]:
    """The names that a slot of parties holds: text, a list, or the country of an end of a movement."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value.get("country", "")


def states_of(fact: Fact) -> tuple[str, ...]:
    """The codes of the states that a fact is about, in alphabetical order."""
    found = {name for slot in PARTY_SLOTS[fact.kind] for name in _names(fact.get(slot)) if is_state(name)}
    return tuple(sorted(found))


def pair_name(left: str, right: str) -> str:
    """The name of the relation of two states, whichever is named first."""
    return "-".join(sorted((left, right)))


def pairs(states: Iterable[str]) -> list[str]:
    """The relations among states, in alphabetical order."""
    return [pair_name(*two) for two in combinations(sorted(set(states)), 2)]


def about(claims: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, bool]]:
    """For each pair that the claims of one document name: how many name it, and whether the document is about it."""
    several = [states for states in claims if len(states) > 1]
    counts = Counter(pair for states in several for pair in pairs(states))
    return {pair: (count, 2 * count >= len(several)) for pair, count in sorted(counts.items())}


def scopes(states: tuple[str, ...], document_pairs: Iterable[str]) -> dict[str, bool]:
    """The scopes of a claim with these states in a document about these pairs, each with whether it belongs there."""
    about = list(document_pairs)
    held = [pair for pair in about if set(states) <= set(pair.split("-"))]
    own = pairs(states) if len(states) > 1 else held or ["".join(states)]
    return {scope: scope in own for scope in sorted({*own, *about})}
