"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.scene import Scene
from pledgebook.reading.mentions.time.words import CLASSES
from pledgebook.reading.text.page import Sentence, Tag

# The forms of expressions that ask for the tense, where no year is written.
_TENSED = frozenset({"days", "months", "part", "count_of", "ending", "season", "weekday", "within", "year"})

# AHEAD leans to what is to come and does not ask for it ("planned for May", "opens in May"), RATHER_PAST to the past.
PAST, RATHER_PAST, FUTURE, AHEAD, UNKNOWN = "past", "rather past", "future", "ahead", ""

_ROLE = "time.tense"
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", '"'})
_FAR = 30  # what a break between a cue and the date counts for, in words
_BEHIND = 8  # what a cue after the date counts for
_CARRIES = 4  # words over which a word of the future turns a participle into its own ("will be held")


class Cues(NamedTuple):
    """The cues of a sentence: their tokens and tenses, in order, and the tokens at which a clause breaks.

    `joints` are words ("and") that part a date from a cue after it, though not from one before.
    """

    places: list[int]
    tenses: list[str]
    breaks: list[int]
    joints: list[int]


def cues(scene: Scene, sentence: Sentence) -> Cues:
    """The words of a sentence that tell its tense."""
    found: dict[int, str] = {}
    breaks: list[int] = []
    low, past, endings = scene.page.low, scene.words.past, scene.words.past_endings
    for i, word in enumerate(low[sentence.first : sentence.last], sentence.first):
        if word in past or (word.endswith(endings) and len(word) > 4 and not scene.page.capital[i]):
            found[i] = PAST
        elif word in _BREAKS:
            if word == ")" and breaks and low[breaks[-1]] == "(":
                breaks.pop()  # what stands in brackets parts nothing
            else:
                breaks.append(i)
    for tag in scene.tags_in(sentence.first, sentence.last):
        if tag.role == _ROLE:
            for i in range(tag.first + 1, tag.last):
                found.pop(i, None)
            if told := _tense_of(tag):
                found[tag.first] = told
    codes, places = scene.symbols.codes, sorted(found)
    joints = [i for i in range(sentence.first, sentence.last) if codes[i] == CLASSES["and"]]
    return _carried(Cues(places, [found[p] for p in places], breaks, joints))


def _tense_of(tag: Tag) -> str:
    """The tense of a phrase; a verb of schedules ("opens") leans ahead in the present."""
    if tag.value != "verb":
        return tag.value
    return {"s": AHEAD, "ed": PAST, "en": PAST}.get(tag.form, UNKNOWN)


def _carried(cues: Cues) -> Cues:
    """Drop the participles that a word of the future has before them."""
    places: list[int] = []
    tenses: list[str] = []
    for place, tense in zip(cues.places, cues.tenses, strict=True):
        near = bool(tenses) and tenses[-1] == FUTURE and place - places[-1] <= _CARRIES
        if near and tense != FUTURE and not _between(cues.breaks, places[-1], place):
            continue
        places.append(place)
        tenses.append(tense)
    return cues._replace(places=places, tenses=tenses)


def tense(cues: Cues, first: int, last: int) -> str:
    """The tense of the cue nearest to tokens `first` to `last`; breaks between make a cue farther."""
    best, choice = 10**9, UNKNOWN
    at = bisect_left(cues.places, first)
    for k in (*range(max(0, at - 3), at), *range(at, min(len(cues.places), at + 3))):
        place = cues.places[k]
        behind = place >= last
        low, high = (last, place) if behind else (place, first)
        between = _between(cues.breaks, low, high) + (_between(cues.joints, low, high) if behind else 0)
        distance = high - low + _FAR * between + (_BEHIND if behind else 0)
        if distance < best:
            best, choice = distance, cues.tenses[k]
    return RATHER_PAST if choice == PAST and best >= _FAR else choice


def _between(places: list[int], low: int, high: int) -> int:
    return bisect_left(places, high) - bisect_left(places, low)


def asks_tense(x: Expression) -> bool:
    """Whether what an expression means depends on the tense around it."""
    return x.form in _TENSED and not (x.years and x.years[0][:1].isdecimal())


NO_CUES = Cues([], [], [], [])
