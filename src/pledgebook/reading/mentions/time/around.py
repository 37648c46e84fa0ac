"""What surrounds an expression of time, gathered for its resolution."""

from __future__ import annotations

from pledgebook.reading.mentions.time.clock import Around
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.scene import Scene
from pledgebook.reading.mentions.time.tense import Cues, tense
from pledgebook.reading.text.page import Sentence

_LIST_MARKS = frozenset({":", "–", "—", "-", "|"})
_INSET_MARKS = frozenset({":", "–", "—", "-", "("})
_INSET_WITHIN = 3  # words between the mark and what is set in
_APPOSED = 4  # dates that may follow a year so
_APPOSED_WITHIN = 3  # words between a year and what is told of it: "last year, in May"


def around_of(scene: Scene, sentence: Sentence, found: list[Expression], k: int, told: Cues) -> Around:
    """What surrounds expression k of a sentence, whose words of tense are told."""
    x = found[k]
    lead = scene.lead(x.first)
    entry = x.first <= sentence.first + 1 and scene.word(x.last, sentence) in _LIST_MARKS
    return Around(
        sentence.index,
        x.first,
        lead.kind,
        tense(told, lead.begin, x.last),
        listed=entry or (not told.places and sentence.kind != "prose"),
        inset=_marked(scene, sentence, x) or _apposed(scene, found, k),
        own=scene.code(x.first - 1, sentence) == "v",
        attributive=_attributive(scene, sentence, x),
        joined=scene.joined(found, k),
        begin=lead.begin,
    )


def _marked(scene: Scene, sentence: Sentence, x: Expression) -> bool:
    return any(scene.word(i, sentence) in _INSET_MARKS for i in range(x.first - _INSET_WITHIN, x.first))


def _apposed(scene: Scene, found: list[Expression], k: int) -> bool:
    """Whether only a comma, "in" or "and" stand between a date and a year before it, or another date of that year."""
    codes = scene.symbols.codes
    for at in range(k, max(0, k - _APPOSED), -1):
        x, before = found[at], found[at - 1]
        gap = codes[before.last : x.first]
        if x.form not in ("days", "months", "part") or x.years or len(gap) > _APPOSED_WITHIN or gap.strip(",i&T"):
            return False
        if before.form == "year":
            return "," in gap
    return False


def _attributive(scene: Scene, sentence: Sentence, x: Expression) -> bool:
    """Whether a month names a thing spoken of: "the June visit"."""
    return (
        x.form == "months"
        and len(x.numbers) == 1
        and not x.edge
        and scene.code(x.first - 1, sentence) in "Tv"
        and scene.code(x.last, sentence) == "x"
        and scene.word(x.last, sentence).isalpha()
        and not scene.page.capital[x.last]
    )
