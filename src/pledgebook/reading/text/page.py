"""A document cut into words and sentences, with every phrase of the lexicon tagged: one pass over the text.

Invariant: a page is a function of the document and the language pack. Later steps read it and add nothing to it,
save the mentions, which `mentions.find` lays in once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pledgebook.lexicon import Pack, pack
from pledgebook.lexicon.words import TOKEN, level
from pledgebook.model import Document, Mention
from pledgebook.reading.text.segments import Segment, segments


class Tag(NamedTuple):
    """A phrase of the lexicon in the text: tokens `first` to `last` (exclusive), its role, value and word form."""

    first: int
    last: int
    role: str
    value: str
    form: str


@dataclass(slots=True)
class Sentence:
    """A sentence, a list item, a row, a heading: tokens `first` to `last` (exclusive), characters `begin` to `stop`.

    `kind` is `prose`, `item`, `row`, `heading` or `furniture`; `lead` is the index of the sentence that introduces a
    list which this one is an item of, or -1; `label` the marker of an item ("3.1", "•") or "". `paragraph` numbers
    paragraphs from 0.
    """

    index: int
    begin: int
    stop: int
    first: int
    last: int
    kind: str
    paragraph: int
    lead: int = -1
    label: str = ""


@dataclass(slots=True)
class Page:
    """The words of a document. Lists are parallel: token i is `low[i]`, at `begins[i]` to `stops[i]` of `text`.

    `kept` holds what is found of a sentence once and asked for often (its clauses), by the sentence's index.
    """

    document: Document
    pack: Pack
    text: str
    low: list[str]
    begins: list[int]
    stops: list[int]
    capital: list[bool]
    sentences: list[Sentence]
    tags: list[Tag]
    at: dict[int, list[Tag]]
    mentions: list[Mention] = field(default_factory=list)
    kept: dict[int, Any] = field(default_factory=dict)
    _tag_firsts: list[int] = field(default_factory=list)
    _mention_firsts: list[int] = field(default_factory=list)

    def cut(self, first: int, last: int) -> str:
        """The document's own characters from token `first` up to token `last` (exclusive)."""
        return self.document.text[self.begins[first] : self.stops[last - 1]] if last > first else ""

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without white space."""
        return i > 0 and self.begins[i] == self.stops[i - 1]

    def tags_in(self, first: int, last: int) -> list[Tag]:
        """The tags that begin at tokens `first` to `last` (exclusive), in order."""
        return self.tags[bisect_left(self._tag_firsts, first) : bisect_left(self._tag_firsts, last)]

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin at tokens `first` to `last` (exclusive), in order."""
        return self.mentions[bisect_left(self._mention_firsts, first) : bisect_left(self._mention_firsts, last)]

    def lay(self, mentions: list[Mention]) -> None:
        """Lay in the mentions, ordered by place; the longer one first where two begin together."""
        self.mentions = sorted(mentions, key=lambda m: (m.first, -m.last, m.type))
        self._mention_firsts = [m.first for m in self.mentions]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence in which a token stands."""
        return self.sentences[bisect_right(self.sentences, token, key=lambda s: s.first) - 1]


def open_page(document: Document) -> Page:
    """Cut a document into words and sentences and tag the lexicon's phrases. Unknown languages are read as English."""
    words = _pack(document.lang)
    text = level(document.text)
    found = list(TOKEN.finditer(text))
    begins = [m.start() for m in found]
    stops = [m.end() for m in found]
    raw = [m.group() for m in found]
    low = [w.lower() for w in raw]
    capital = [w[0].isupper() for w in raw]
    tags, at = _tag(words, low, capital)
    page = Page(document, words, text, low, begins, stops, capital, [], tags, at)
    page._tag_firsts = [t.first for t in tags]
    page.sentences = _sentences(segments(text), begins)
    return page


def _pack(lang: str) -> Pack:
    try:
        return pack(lang or "en")
    except LookupError:
        return pack("en")


def _sentences(found: list[Segment], begins: list[int]) -> list[Sentence]:
    """Segments of characters as runs of tokens; segments without a token fall away."""
    out: list[Sentence] = []
    index_of: dict[int, int] = {}
    for number, s in enumerate(found):
        first, last = bisect_left(begins, s.begin), bisect_left(begins, s.stop)
        if first == last:
            continue
        index_of[number] = len(out)
        lead = index_of.get(s.lead, -1)
        out.append(Sentence(len(out), s.begin, s.stop, first, last, s.kind, s.paragraph, lead, s.label))
    return out


def _tag(words: Pack, low: list[str], capital: list[bool]) -> tuple[list[Tag], dict[int, list[Tag]]]:
    """Every phrase of the pack; of one role the longest at each place, and none inside another."""
    tags: list[Tag] = []
    at: dict[int, list[Tag]] = {}
    first_of = words.first
    covered: dict[str, int] = {}
    end = len(low)
    new = tuple.__new__
    for i, word in enumerate(low):
        buckets = first_of.get(word)
        if buckets is None:
            continue
        here: list[Tag] = []
        longest: dict[str, int] = {}
        longer = buckets.get(low[i + 1]) if i + 1 < end else None
        if longer is not None:
            for rest, role, value, form, asks_capital in longer:
                last = i + 1 + len(rest)
                if (asks_capital and not capital[i]) or (last - i > 2 and tuple(low[i + 1 : last]) != rest):
                    continue
                if longest.get(role, last) > last or covered.get(role, 0) > i:
                    continue
                longest[role] = last
                here.append(new(Tag, (i, last, role, value, form)))
        for _, role, value, form, asks_capital in buckets.get("", ()):
            if (capital[i] or not asks_capital) and role not in longest and covered.get(role, 0) <= i:
                here.append(new(Tag, (i, i + 1, role, value, form)))
        if here:
            covered.update(longest)
            tags += here
            at[i] = here
    return tags, at
