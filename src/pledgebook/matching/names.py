"""Bodies and persons under several names: short forms in brackets, initials, spellings, lists of words in any order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pledgebook.matching.words import concepts, generic, same_word, shared, state_of, stem, tokens

_BRACKETS = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ0-9+\-]{1,9}")


class Name(NamedTuple):
    """A name taken apart: its words without those that every body bears, its states, short form, initials."""

    words: frozenset[str]
    states: frozenset[str]
    short: str
    initials: str
    order: tuple[str, ...]
    common: frozenset[str]


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Take a name apart. A name that is nothing but a short form has it as `short`."""
    inner = next((m for m in _BRACKETS.findall(name) if _ACRONYM.fullmatch(m.strip())), "")
    outer = _BRACKETS.sub(" ", name).strip()
    short = inner.strip() or (outer if _ACRONYM.fullmatch(outer) else "")
    order = tuple(tokens(outer))
    states = frozenset(code for t in order if (code := state_of(t)))
    plain = [c for c in concepts(outer) if not state_of(c) and c not in generic()]
    own = frozenset(w for w in plain if w not in generic("body") and w != stem(short.casefold()))
    initials = "".join(t[0] for t in order if not state_of(t) and t not in generic())
    return Name(own, states, "".join(tokens(short)), initials, order, frozenset(plain) - own)


def is_code(name: str) -> bool:
    """Whether a name is a state's code or the European Union's."""
    return len(name) == 2 and name.isascii() and name.isupper()


def _short_forms(a: Name, b: Name) -> bool:
    """A short form against the other's short form or initials."""
    if a.short and b.short:
        return a.short == b.short
    short, long = (a.short, b) if a.short and not a.words else (b.short, a)
    return len(short) > 2 and len(long.order) > 1 and short == long.initials


def _initials(a: Name, b: Name) -> bool:
    """ "R. Safarli" against a full name: the same last word, the other's first letter."""
    if len(a.order) < 2 or len(b.order) < 2 or not same_word(a.order[-1], b.order[-1]):
        return False
    first, other = a.order[0], b.order[0]
    return (len(first) == 1 or len(other) == 1) and first[0] == other[0]


@lru_cache(maxsize=65536)
def name_likeness(a: str, b: str) -> float:
    """From 0 (names of two) to 1 (of one): shared words over those of the shorter name; states must not differ."""
    if is_code(a) or is_code(b):
        return float(a == b)
    left, right = parse(a), parse(b)
    if left.states and right.states and not left.states & right.states:
        return 0.0
    if left.order == right.order or _short_forms(left, right):
        return 1.0
    if _initials(left, right):
        return 0.9
    if not left.words or not right.words:
        return 0.0
    few, many = sorted((left.words, right.words), key=lambda w: (len(w), sorted(w)))
    hits = shared(few, many)
    if len(few) == 1 and hits and len(many) > 1 and left.common != right.common and left.common and right.common:
        return 0.5  # one word alone, and another sort of body: a bank and a fund of one name
    return hits / len(few) if hits == len(few) else hits / len(many)


def same_name(a: str, b: str) -> bool:
    """Whether two names are of one state, body or person."""
    return name_likeness(a, b) >= 0.75
