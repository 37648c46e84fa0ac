"""Cue words in names and quotes: that a number was revised, that a post is open day and night, or is not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pledgebook.matching.tables import rows
from pledgebook.matching.words import concepts, tokens


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in rows("cues"))


@lru_cache(maxsize=65536)
def cues(text: str) -> frozenset[str]:
    """The classes of cues in a text; round-the-clock hours are not also limited ones."""
    plain = " ".join(tokens(text))
    found = set()
    for name, pattern in _patterns():
        if pattern.search(plain):
            found.add(name)
            plain = pattern.sub(" ", plain)
    return frozenset(found)


@lru_cache(maxsize=65536)
def without_state(text: str) -> str:
    """A name without what it says of the state of the thing; the text itself where it says nothing."""
    plain = " ".join(tokens(text))
    bare = plain
    for name, pattern in _patterns():
        if name != "revision":
            bare = pattern.sub(" ", bare)
    return text if bare == plain else bare


def contrary(left: str, right: str) -> bool:
    """Whether two texts say contrary states of a thing."""
    a, b = cues(left) | set(concepts(left)), cues(right) | set(concepts(right))
    return any((x in a and y in b and x not in b) or (y in a and x in b and y not in b) for x, y in rows("contraries"))
