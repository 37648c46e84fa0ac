"""What the finders of names share: each capitalised word with what the lexicon knows of it.

Invariant: a sheet is a function of its page; the finders read it and never change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.mentions.states import settle
from pledgebook.reading.text import Page, Tag

NONE: frozenset[str] = frozenset()
# No name of a person, body or document in real texts is longer; on hostile input this keeps the work linear.
LONGEST = 48


class Unit(NamedTuple):
    """A word, or a phrase of the lexicon, inside a run of capitals: up to token `last`, of a kind, with a value.

    `kind` is `state`, `demonym`, `people`, `place`, `body`, `office`, `head` or `word`.
    """

    first: int
    last: int
    kind: str
    value: str
    form: str


@dataclass(slots=True)
class Sheet:
    """`tag`: the best name of the lexicon at its first token; `heads`: head nouns of bodies; `classes`: of words.

    `inside`: words that the text writes with a capital where no sentence begins; `small`: words it also writes small.
    """

    page: Page
    low: list[str]
    capital: list[bool]
    tag: Mapping[int, Tag]
    heads: Mapping[int, Tag]
    classes: Mapping[str, frozenset[str]]
    inside: frozenset[str]
    small: frozenset[str]

    def of(self, i: int) -> frozenset[str]:
        """The classes of token i."""
        return self.classes.get(self.low[i], NONE)

    def unit(self, i: int) -> Unit:
        """What stands at token i."""
        tag = self.tag.get(i)
        if tag is not None:
            return Unit(i, tag.last, _KINDS[tag.role], tag.value, tag.form)
        head = self.heads.get(i)
        if head is not None:
            return Unit(i, head.last, "head", head.value, head.form)
        return Unit(i, i + 1, "word", "", "")

    def near(self, i: int) -> bool:
        """Whether token i follows the one before it with no more than one space, as inside a name."""
        return self.page.begins[i] - self.page.stops[i - 1] <= 1

    def run_end(self, i: int, end: int) -> int:
        """The token after the run of capitalised words that begins at token i."""
        low, capital, page = self.low, self.capital, self.page
        j, limit = i, min(end, i + LONGEST)
        while j < limit:
            if j > i and not self.near(j):
                break
            if capital[j]:
                j = self.unit(j).last
            elif j == i:
                break
            elif (low[j].isdigit() and page.glued(j)) or (j + 1 < limit and capital[j + 1] and self._joins(j)):
                j += 1
            else:
                break
        return min(j, end)

    def _joins(self, j: int) -> bool:
        """Whether the mark or small word at j stands inside a name whose next word has a capital."""
        word, page = self.low[j], self.page
        if word == "-":
            return page.glued(j) and page.glued(j + 1)
        if word == "&":
            return True
        if word == ".":
            return page.glued(j) and (len(self.low[j - 1]) == 1 or "honour" in self.of(j - 1))
        return "particle" in self.of(j)

    def initial(self, i: int) -> bool:
        """Whether token i begins a sentence, a quotation or an item, so that its capital says nothing."""
        if i == 0 or self.low[i - 1] in _BEFORE_START:
            return True
        first = self.page.sentence_of(i).first
        return first == i or (first == i - 1 and self.low[first] in _DASHES)

    def mention(self, type_: str, first: int, last: int, **slots: str) -> Mention:
        """A mention of tokens `first` to `last` (exclusive)."""
        page = self.page
        begin, stop = page.begins[first], page.stops[last - 1]
        return Mention(type_, page.document.text[begin:stop], begin, stop, first, last, **slots)  # type: ignore[arg-type]

    def words(self, first: int, last: int) -> str:
        """The text of tokens on one line."""
        return " ".join(self.page.cut(first, last).split())


_BEFORE_START = frozenset('":•|[(')
_DASHES = frozenset("-–—")
_KINDS = {
    **{"country": "state", "demonym": "demonym", "people": "people", "prefix": "state"},
    **{"place": "place", "body": "body", "office": "office"},
}


def open_sheet(page: Page) -> Sheet:
    """Lay the lexicon's names over a page."""
    tag, heads = settle(page)
    capital, low = page.capital, page.low
    inside = frozenset(
        low[i]
        for s in page.sentences
        if s.kind != "heading"
        for i in range(s.first + 1, s.last)
        if capital[i] and low[i - 1] not in _BEFORE_START
    )
    small = frozenset(word for word, big in zip(low, capital, strict=True) if not big)
    return Sheet(page, low, capital, tag, heads, page.pack.classes, inside, small)
