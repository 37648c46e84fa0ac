"""What stands around an expression of time: the phrase that governs it, words of comparison, the dates joined to it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.symbols import Symbols, symbols
from pledgebook.reading.mentions.time.words import TimeWords, time_words
from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence, Tag

_COMPARED_WITHIN = 8  # words between a word of comparison and its date
_MOVED_WITHIN = 9  # words between a verb of moving and the date it moves
_JOINED_WITHIN = 3  # words between two dates of one enumeration


_ROLES = frozenset(
    f"time.{role}" for role in ("day", "present", "vague", "recurring", "compare", "tense", "done", "moved")
)


class Lead(NamedTuple):
    """The kind of phrase that governs an expression ("by"; "" for none), and the token at which it begins."""

    kind: str
    begin: int


class Scene(NamedTuple):
    """A page, its word classes, the words of its language, and the page's tags of time with their first tokens."""

    page: Page
    symbols: Symbols
    words: TimeWords
    tags: list[Tag]
    firsts: list[int]

    def tags_in(self, first: int, last: int) -> list[Tag]:
        """The tags of time that begin at tokens `first` to `last` (exclusive), in order."""
        return self.tags[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def code(self, i: int, sentence: Sentence) -> str:
        """The class of token i, a blank outside the sentence."""
        return self.symbols.codes[i] if sentence.first <= i < sentence.last else " "

    def word(self, i: int, sentence: Sentence) -> str:
        """The word at token i, "" outside the sentence."""
        return self.page.low[i] if sentence.first <= i < sentence.last else ""

    def lead(self, first: int) -> Lead:
        """What governs the expression that begins at a token; articles and hedges may stand between."""
        low, codes, leads, at = self.page.low, self.symbols.codes, self.words.leads, first
        for _ in range(3):
            if not at or low[at - 1] in leads or not (codes[at - 1] in "Ta" or low[at - 1] in self.words.hedges):
                break
            at -= 1
        if at:
            for before, kind in leads.get(low[at - 1], ()):
                begin = at - 1 - len(before)
                if begin >= 0 and (not before or tuple(low[begin : at - 1]) == before):
                    return Lead(kind, begin)
        return Lead("", first)

    def compared(self, begin: int, sentence: Sentence) -> bool:
        """Whether a word of comparison stands a few words before a token, with no break and no date between."""
        low, codes, leads = self.page.low, self.symbols.codes, self.words.leads
        for i in range(begin - 1, max(sentence.first, begin - _COMPARED_WITHIN) - 1, -1):
            if codes[i] in "YMmQ," or low[i] in (";", ":"):
                return False
            for before, kind in leads.get(low[i], ()):
                if kind == "compare" and tuple(low[max(0, i - len(before)) : i]) == before:
                    return not (i and codes[i - 1] == "q")
        return False

    def moved(self, begin: int) -> bool:
        """Whether a verb stands before a token that puts one date in another's place ("moved from May to June")."""
        return any(tag.role == "time.moved" for tag in self.tags_in(begin - _MOVED_WITHIN, begin))

    def joined(self, found: list[Expression], number: int) -> int:
        """The year that an expression without one shares with the next of its kind ("3 May and 12 June 2023"), or 0."""
        x = found[number]
        if x.years or x.form not in ("days", "months", "part"):
            return 0
        for y in found[number + 1 : number + 4]:
            if y.form != x.form or y.first - x.last > _JOINED_WITHIN or not self._enumerated(x.last, y.first):
                return 0
            if y.years:
                return int(y.years[0]) if y.years[0].isdecimal() else 0
            x = y
        return 0

    def _enumerated(self, first: int, last: int) -> bool:
        codes, low, leads = self.symbols.codes, self.page.low, self.words.leads
        return all(codes[k] in "&,tTi-o" or low[k] in leads for k in range(first, last))


def scene(page: Page) -> Scene:
    """The scene of a page."""
    words = time_words(page.pack.lang)
    tags = [tag for tag in page.tags if tag.role in _ROLES]
    return Scene(page, symbols(page, words), words, tags, [tag.first for tag in tags])
