"""What the finders of names share: each capitalised word with what the lexicon knows of it.

Invariant: a sheet is a function of its page; the finders read it and never change it, save the cache of units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import not_
from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.mentions.states import settle
from pledgebook.reading.text import Page, Tag

NONE: frozenset[str] = frozenset()
# No name of a person, body or document in real texts is longer; on hostile input this keeps the work linear.
LONGEST = 48
_BEFORE_START = frozenset('":•|[(')
_DASHES = frozenset("-–—")
_EZAFE = frozenset(("e", "i", "ye", "yi", "ul", "al", "el", "and", "o"))
_KINDS = {
    **{"country": "state", "demonym": "demonym", "people": "people", "prefix": "state"},
    **{"place": "place", "body": "body", "office": "office"},
}


class Unit(NamedTuple):
    """A word, or a phrase of the lexicon, of tokens `first` to `last` (exclusive), of a kind, with a value and form.

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

    `inside`: words that the text writes with a capital where no sentence begins; `small`: words it also writes small;
    `points`: tokens at which a name may begin (capitals, titles, heads of bodies with a small letter);
    `starts`: tokens at which a sentence, a quotation or a bracket begins; `headline`: tokens of headings in capitals.
    """

    page: Page
    low: list[str]
    capital: list[bool]
    tag: Mapping[int, Tag]
    heads: Mapping[int, Tag]
    classes: Mapping[str, frozenset[str]]
    inside: frozenset[str]
    small: frozenset[str]
    starts: frozenset[int]
    headline: frozenset[int]
    points: list[int]
    _units: dict[int, Unit]

    def of(self, i: int) -> frozenset[str]:
        """The classes of token i."""
        return self.classes.get(self.low[i], NONE)

    def is_(self, i: int, class_: str) -> bool:
        """Whether there is a token i and it is of the class."""
        return 0 <= i < len(self.low) and class_ in self.classes.get(self.low[i], NONE)

    def at(self, i: int) -> str:
        """Token i in lower case, or "" outside the page."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def big(self, i: int) -> bool:
        """Whether there is a token i and it has a capital."""
        return 0 <= i < len(self.low) and self.capital[i]

    def unit(self, i: int) -> Unit:
        """What stands at token i."""
        found = self._units.get(i)
        if found is None:
            found = self._units[i] = Unit(i, i + 1, "word", "", "")
        return found

    def near(self, i: int) -> bool:
        """Whether token i follows the one before it with no more than one space, as inside a name."""
        return self.page.begins[i] - self.page.stops[i - 1] <= 1

    def run_end(self, i: int, end: int) -> int:
        """The token after the run of capitalised words that begins at token i."""
        capital, j, limit = self.capital, i, min(end, i + LONGEST)
        while j < limit:
            if j > i and not self.near(j):
                break
            if capital[j]:
                j = self.unit(j).last
            elif j > i and (joined := self._joined(j, limit)):
                j += joined
            else:
                break
        return min(j, end)

    def _joined(self, j: int, limit: int) -> int:
        """How many tokens at j, a mark or a small word, stand inside a name."""
        word, page = self.low[j], self.page
        if (word == "+" or word.isdigit()) and page.glued(j):
            return 1
        if j + 1 >= limit:
            return 0
        if word in ("-", "–"):
            return self._hyphen(j, limit) if page.glued(j) and page.glued(j + 1) else int(self._pair(j))
        if word[:2] in ("d'", "l'"):
            return 1
        if j in self.heads and self.heads[j].value == "legal_form":
            return self.heads[j].last - j
        if not self.capital[j + 1]:
            return 0
        if word == ".":
            return int(page.glued(j) and len(self.low[j - 1]) == 1)
        return int(word == "&" or "particle" in self.of(j))

    def _pair(self, j: int) -> bool:
        """Whether a free dash stands between two states, as in "Turkmen – Uzbek Commission"."""
        left, right = self.tag.get(j - 1), self.tag.get(j + 1)
        return left is not None and right is not None and {left.role, right.role} <= {"country", "demonym"}

    def _hyphen(self, j: int, limit: int) -> int:
        """A hyphen inside a name: before a capital, a number, or a small word that a capital follows ("Kuh-e X")."""
        if self.capital[j + 1] or (self.low[j + 1].isdigit() and self.low[j] == "-"):
            return 1
        return 2 if self.low[j + 1] in _EZAFE and j + 2 < limit and self.capital[j + 2] else 0

    def upper(self, i: int) -> bool:
        """Whether token i is written in capitals throughout."""
        return self.page.text[self.page.begins[i] : self.page.stops[i]].isupper()

    def camel(self, i: int) -> bool:
        """Whether token i has a capital behind a small letter, as brands have: "KenGen"; "McKay" is none."""
        text = self.page.text[self.page.begins[i] : self.page.stops[i]]
        return any(a.islower() and b.isupper() for a, b in pairwise(text[2:] if text[:2] == "Mc" else text))

    def mention(self, type_: str, first: int, last: int, *, code: str = "", name: str = "", sense: str = "") -> Mention:
        """A mention of tokens `first` to `last` (exclusive); its name is its own text unless told."""
        begin, stop = self.page.begins[first], self.page.stops[last - 1]
        text = self.page.document.text[begin:stop]
        return Mention(
            type_, text, begin, stop, first, last, code=code, name=name or " ".join(text.split()), sense=sense
        )

    def words(self, first: int, last: int) -> str:
        """The text of tokens on one line."""
        return " ".join(self.page.cut(first, last).split())


def open_sheet(page: Page) -> Sheet:
    """Lay the lexicon's names over a page."""
    tag, heads = settle(page)
    capital, low = page.capital, page.low
    big = [i for i, c in enumerate(capital) if c]
    starts, headline = _starts(page, big), _headline(page)
    inside = frozenset(low[i] for i in big if i not in starts and i not in headline)
    small = frozenset(compress(low, map(not_, capital)))
    units = _units(tag, heads)
    points = _points(page, big, units)
    classes = page.pack.classes
    return Sheet(page, low, capital, tag, heads, classes, inside, small, starts, headline, points, units)


def _units(tag: Mapping[int, Tag], heads: Mapping[int, Tag]) -> dict[int, Unit]:
    """What the lexicon knows at each token: a name before a head, a longer phrase before a shorter one."""
    units = {i: Unit(i, t.last, "head", t.value, t.form) for i, t in heads.items()}
    for i, t in tag.items():
        if i not in units or t.last >= units[i].last:
            units[i] = Unit(i, t.last, _KINDS[t.role], t.value, t.form)
    return units


def _points(page: Page, big: list[int], units: Mapping[int, Unit]) -> list[int]:
    low, small, openers = page.low, page.pack.small, page.pack.openers
    points = {i for i in big if low[i] not in openers or i in units}
    points.update([i for i, word in enumerate(low) if word in small])
    points.update([i for i, u in units.items() if u.kind == "office"])
    return sorted(points)


def _starts(page: Page, big: list[int]) -> frozenset[int]:
    """The tokens at which sentences, quotations and brackets begin, and those behind a free dash."""
    low, starts = page.low, {s.first for s in page.sentences}
    for i in big:
        if i and (
            low[i - 1] in _BEFORE_START
            or (low[i - 1] in _DASHES and not page.glued(i))
            or page.begins[i] - page.stops[i - 1] > 2
        ):
            starts.add(i)
    return frozenset(starts)


def _headline(page: Page) -> frozenset[int]:
    """The tokens of headings that write most words with a capital, where a capital says nothing."""
    out: set[int] = set()
    for s in page.sentences:
        if s.kind == "heading":
            long = [i for i in range(s.first, s.last) if len(page.low[i]) > 3]
            if len(long) >= 4 and sum(page.capital[i] for i in long) * 5 >= len(long) * 4:
                out.update(range(s.first, s.last))
    return frozenset(out)
