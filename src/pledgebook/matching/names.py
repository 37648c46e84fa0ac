"""Bodies and persons under several names: short forms in brackets, initials, spellings, lists of words in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pledgebook.matching.tables import rows
from pledgebook.matching.words import concepts, generic, key, keyed, marked, role, state_of, states_in, stem, tokens

_BRACKETS = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ0-9+\-]{1,9}")


class Name(NamedTuple):
    """A name taken apart: keys of the words of its own, what it is (`nouns`), its states, short form, initials."""

    words: frozenset[str]
    nouns: frozenset[str]
    public: bool
    states: frozenset[str]
    short: str
    initials: frozenset[str]
    order: tuple[str, ...]


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    found = {}
    for group, sort, words in rows("nouns"):
        for word in words.split(","):
            found["".join(concepts(word)[:1])] = (group, sort == "public")
    return found


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Take a name apart. A name that is nothing but a short form has it as `short`."""
    inner = next((m for m in _BRACKETS.findall(name) if _ACRONYM.fullmatch(m.strip())), "")
    outer = _BRACKETS.sub(" ", name).strip()
    short = inner.strip() or (outer if _ACRONYM.fullmatch(outer) else "")
    order = tokens(outer)
    told = [_nouns()[c] for c in concepts(outer) if c in _nouns()]
    dull = generic("body")
    own = [c for c in concepts(outer) if c not in _nouns() and c not in dull and not state_of(c)]
    own = [c for c in own if role(c) != "sort"] or own  # a railway is told by the words beside it, if there are any
    return Name(
        words=keyed(w for w in own if w != stem(short.casefold())),
        nouns=frozenset(group for group, _ in told),
        public=any(public for _, public in told),
        states=states_in(outer),
        short="".join(tokens(short)),
        initials=frozenset({_initials(order), _initials(t for t in marked(outer) if t[0] != "=")}),
        order=order,
    )


def _initials(words: Iterable[str]) -> str:
    return "".join(t[0] for t in words if t not in generic() and stem(t) not in generic())


def is_code(name: str) -> bool:
    """Whether a name is a state's code or the European Union's."""
    return len(name) == 2 and name.isascii() and name.isupper()


def _short_forms(a: Name, b: Name) -> float | None:
    """A short form against the other's short form or initials; nothing where there is none to compare."""
    if a.short and b.short:
        return float(a.short == b.short)
    for short, long in ((a, b), (b, a)):
        if short.short and not short.words and len(short.short) > 2 and len(long.order) > 1:
            return 1.0 if short.short in long.initials else None
    return None


def _person(a: Name, b: Name) -> bool:
    """Whether one is the other with an initial in the place of the first name ("R. Bello")."""
    if len(a.order) < 2 or len(b.order) < 2 or key(a.order[-1]) != key(b.order[-1]):
        return False
    first, other = a.order[0], b.order[0]
    return (len(first) == 1 or len(other) == 1) and first[0] == other[0]


def _words(a: Name, b: Name) -> float:
    """The words of their own: equal, all of the shorter in the longer, or the part in common."""
    if not a.words or not b.words:
        return 0.0
    hits, few, many = len(a.words & b.words), *sorted((len(a.words), len(b.words)))
    if hits == many:
        return 1.0
    if hits < few or (a.public and b.public and many - few > 2):
        return hits / many
    return 0.8


@lru_cache(maxsize=65536)
def name_likeness(a: str, b: str) -> float:
    """From 0 (names of two) to 1 (of one). Neither their states nor what they are (ministry, agency) may differ."""
    if is_code(a) or is_code(b):
        return float(a == b)
    left, right = parse(a), parse(b)
    if left.order == right.order:
        return 1.0
    if left.states and right.states and not left.states & right.states:
        return 0.0
    if (short := _short_forms(left, right)) is not None:
        return short
    if _person(left, right):
        return 0.9
    if left.nouns and right.nouns and not left.nouns & right.nouns:
        return 0.0
    if left.public != right.public and min(len(left.words), len(right.words)) < 2:
        return 0.0  # a field in common ("statistics") makes no one body
    return _words(left, right)


def same_name(a: str, b: str) -> bool:
    """Whether two names are of one state, body or person."""
    return name_likeness(a, b) >= 0.75
