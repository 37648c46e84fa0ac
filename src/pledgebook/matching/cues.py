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


@lru_cache(maxsize=65536)
def said(text: str) -> frozenset[str]:
    """The states in a text that have a contrary: classes of cues, and concepts."""
    told = cues(text) | frozenset(concepts(text))
    return told & frozenset(word for row in rows("contraries") for word in row)


def contraries(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of states hold a pair that cannot both be true."""
    return any((x in left and y in right) or (y in left and x in right) for x, y in rows("contraries"))
