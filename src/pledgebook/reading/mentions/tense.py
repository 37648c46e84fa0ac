"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence

PAST, FUTURE, UNKNOWN = "past", "future", ""

_ROLES = {"time.past": PAST, "time.future": FUTURE}
_FAR = 8  # what a comma or another break between a cue and the date counts for, in words


class Cues(NamedTuple):
    """The cues of a sentence: their tokens and tenses, in order, and the tokens at which a clause breaks."""

    places: list[int]
    tenses: list[str]
    breaks: list[int]


def cues(page: Page, sentence: Sentence, endings: tuple[str, ...]) -> Cues:
    """The words of a sentence that tell its tense; `endings` are those of verbs in the past."""
    found = {}
    low = page.low
    breaks = []
    for i in range(sentence.first, sentence.last):
        word = low[i]
        if len(word) > 4 and word.endswith(endings) and not page.capital[i]:
            found[i] = PAST
        elif word in _BREAKS:
            breaks.append(i)
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role in _ROLES:
            found[tag.first] = _ROLES[tag.role]
    places = sorted(found)
    return Cues(places, [found[p] for p in places], breaks)


_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-"})


def tense(cues: Cues, first: int, last: int) -> str:
    """The tense of the cue nearest to tokens `first` to `last`; breaks between make a cue farther."""
    best, choice = 10**9, UNKNOWN
    at = bisect_left(cues.places, first)
    for k in (*range(max(0, at - 3), at), *range(at, min(len(cues.places), at + 3))):
        place = cues.places[k]
        low, high = (place, first) if place < first else (last, place)
        between = bisect_left(cues.breaks, high) - bisect_left(cues.breaks, low)
        distance = high - low + _FAR * between + (2 if place >= last else 0)
        if distance < best:
            best, choice = distance, cues.tenses[k]
    return choice
