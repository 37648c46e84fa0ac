"""Numbers in names: the ordinal of a meeting in its row, and what tells school No. 1 from No. 2."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pledgebook.matching.tables import rows
from pledgebook.matching.words import fold, tokens

_LABELLED = re.compile(r"\b(no|number|phase|stage|line|block|unit|section|lot|school)\s+(\d+|[ivx]+|one|two|three)\b")
_NUMBERED = re.compile(r"\b[^\W\d_]{3,}[ -]([IVX]{1,4}|\d{1,2})\b(?![-–.,:%]?\d)(?!\s+[a-z])")
_ROMAN = {word: str(n) for n, word in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)}
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_VOLTS = re.compile(r"\b(\d+)\s?kv\b")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


@cache
def _words() -> dict[str, int]:
    return {word: int(number) for word, number in rows("ordinals")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(_words())
    tens = "|".join(_TENS)
    nouns = "|".join(word for (word,) in rows("sessions"))
    return re.compile(
        rf"\b(?:({tens})[- ])?({words}|\d+(?:st|nd|rd|th))\b(?=\s+(?:\w+\s+){{0,3}}?(?:{nouns})|\s+of\b|\s*$)"
    )


@lru_cache(maxsize=65536)
def ordinal(text: str) -> int:
    """The number of a meeting in its row ("37th session", "the second Forum"), or 0."""
    found = _pattern().search(" ".join(fold(text).split()))
    if not found:
        return 0
    tens, word = found.groups()
    return (_words().get(word) or int(re.sub(r"\D", "", word) or 0)) + _TENS.get(tens or "", 0)


def years(text: str) -> list[str]:
    """The years that a text names, in order."""
    return _YEARS.findall(fold(text))


@lru_cache(maxsize=65536)
def numbers(text: str) -> frozenset[tuple[str, str]]:
    """Numbers that tell things of one name apart, with what they number: school No. 1, phase two, 400 kV, years."""
    folded = " ".join(tokens(text))
    found = {("no" if label == "number" else label, value) for label, value in _LABELLED.findall(folded)}
    found |= {("no", _ROMAN.get(value, value)) for value in _NUMBERED.findall(text)}
    found |= {("kv", value) for value in _VOLTS.findall(folded)}
    return frozenset(found | ({("years", "-".join(named))} if (named := years(text)) else set()))


def differ(left: frozenset[tuple[str, str]], right: frozenset[tuple[str, str]]) -> bool | None:
    """Whether two sets of numbers differ in one that both have; nothing where they have none in common to compare."""
    both = {label for label, _ in left} & {label for label, _ in right}
    if not both:
        return None
    return any({v for x, v in left if x == label} != {v for x, v in right if x == label} for label in both)
