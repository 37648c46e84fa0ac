"""Who is reported in each sentence: verbs of speech, sources, quoted speech carried over sentences, source lines."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.context.turns import orator, turns
from pledgebook.reading.text import Page, Sentence, Tag

# How many tokens lie at most between a name and its verb of speech, and between "according to" and the name.
_BEFORE, _AFTER = 28, 16
_BARRED = frozenset({"by", "with", "to", "in", "from", "of", "for", "at", "on", "against", "than", "and"})
_NEVER_SUBJECT = frozenset({"to", "the", "a", "an", "of", "be", "its", "their", "his", "her", "our"})


class Speaker(NamedTuple):
    """Tokens `first` to `last` (exclusive) report `name`."""

    first: int
    last: int
    name: str


def find_speakers(page: Page) -> list[tuple[Speaker, ...]]:
    """For each sentence the speakers that it reports, in order; none where the text speaks in its own voice."""
    said = turns(page)
    whole = orator(page) if not any(said) else ""
    if whole:
        return [(Speaker(s.first, s.last, whole),) for s in page.sentences]
    return _Reporter(page).run(said)


class _Reporter:
    """Goes through the sentences once.

    State: `known`, the last speaker named; `held`, who speaks on in the paragraph; `quoting`, whether a quotation is
    open; `source`, the body that a line made answer for a section; `rows`, the bodies that answer for rows of tables.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known = ""
        self.held = ""
        self.quoting = False
        self.source = ""
        self.rows: dict[int, str] = {}

    def run(self, said: list[str]) -> list[tuple[Speaker, ...]]:
        out: list[tuple[Speaker, ...]] = []
        paragraph = -1
        for sentence in self.page.sentences:
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                self.quoting = self.quoting and self.page.low[sentence.first] == '"'
                self.held = self.held if self.quoting else ""
                self.source = "" if sentence.kind == "heading" else self.source
            name = said[sentence.index] or self._in(sentence)
            out.append((Speaker(sentence.first, sentence.last, name),) if name else ())
        for index, name in self.rows.items():
            sentence = self.page.sentences[index]
            out[index] = (Speaker(sentence.first, sentence.last, name),) if name else ()
        return out

    def _in(self, sentence: Sentence) -> str:
        """The speaker of a sentence."""
        page = self.page
        name = self._named(sentence)
        odd = page.low[sentence.first : sentence.last].count('"') % 2 == 1
        quoted = self.quoting or odd or _wholly_quoted(page, sentence)
        self.quoting = self.quoting ^ odd
        if name:
            self.known = self.held = name
            return name
        if quoted:
            self.held = self.held or self._next(sentence)
            return self.held
        return self.source

    def _named(self, sentence: Sentence) -> str:
        """The speaker that the sentence itself names, a person before the body whose numbers he cites."""
        found: list[str] = []
        for tag in self.page.tags_in(sentence.first, sentence.last):
            name = ""
            if tag.role == "speech":
                name = self._subject(sentence, tag)
            elif tag.role == "source" and tag.value == "by":
                name = named_after(self.page, tag.last, sentence.last)
            elif tag.role == "source" and tag.value == "own_words":
                name = self.known
            elif tag.role == "source" and tag.first == sentence.first:
                self._source_line(sentence, tag)
            elif tag.role == "sourcenoun":
                name = _owner_of_data(self.page, sentence, tag)
            if name:
                found.append(name)
        persons = {m.name for m in self.page.mentions if m.type == "person"}
        return next((n for n in found if n in persons), found[0] if found else "")

    def _source_line(self, sentence: Sentence, tag: Tag) -> None:
        """ "All figures by the office": it answers for the section. "Source: ministry": for the rows above."""
        name = named_after(self.page, tag.last, sentence.last)
        if tag.value == "section":
            self.source = name
        elif self.page.low[tag.last : tag.last + 1] == [":"]:
            for row in reversed(self.page.sentences[: sentence.index]):
                if row.kind != "row" and row.index < sentence.index - 2:
                    break
                self.rows[row.index] = name

    def _subject(self, sentence: Sentence, tag: Tag) -> str:
        """The subject of a verb of speech: the name before it in reach, a pronoun, or the name right after it."""
        page, low = self.page, self.page.low
        before_word = low[tag.first - 1] if tag.first > sentence.first else ""
        if tag.form not in ("ed", "s", "ing", "en") or before_word in _NEVER_SUBJECT:
            return ""
        floor = max(sentence.first, tag.first - _BEFORE)
        names = [m for m in page.mentions_in(floor, tag.first) if _may_speak(m) and m.last <= tag.first]
        if tag.value == "counts":
            return self._counter(sentence, tag, names)
        names = [m for m in names if not any(w in ';:"' for w in low[m.last : tag.first])]
        if names and tag.form != "ing" and _adjoins(page, names, tag):
            return _subject_of(page, names)
        carriers = [t for t in page.tags_in(floor, tag.first) if t.role == "carry" and tag.first - t.last <= 3]
        if carriers and (tag.form == "ed" or tag.form == "s"):
            return self.known
        if tag.form in ("ed", "s") and before_word in ("", ",", '"', "-", "–"):
            return named_after(page, tag.last, sentence.last, 12)
        if tag.form == "ing" and before_word == ",":
            return _subject_of(page, names) if names and not self._named_before(sentence, tag) else ""
        return side_before(page, tag.first)

    def _named_before(self, sentence: Sentence, tag: Tag) -> bool:
        return any(t.role == "speech" for t in self.page.tags_in(sentence.first, tag.first))

    def _counter(self, sentence: Sentence, tag: Tag, names: list[Mention]) -> str:
        """A body right before a verb of counting, with a number behind it."""
        near = [m for m in names if m.type == "body" and tag.first - m.last <= 5 and m.sense in ("agency", "bank")]
        behind = self.page.mentions_in(tag.last, min(sentence.last, tag.last + 9))
        if near and any(m.type in ("money", "number", "measure", "count", "percent") for m in behind):
            return near[-1].name or near[-1].text
        return ""

    def _next(self, sentence: Sentence) -> str:
        """Quoted speech that begins before its speaker is named: the first one named in the paragraph after it."""
        known = self.known
        for other in self.page.sentences[sentence.index + 1 : sentence.index + 4]:
            if other.paragraph != sentence.paragraph:
                break
            if name := self._named(other):
                return name
        return known


def _may_speak(m: Mention) -> bool:
    """Persons and bodies speak; a state does where its side is named (`side_before`)."""
    return m.type == "person" or (m.type == "body" and (len(m.text) > 2 or m.sense != "unknown"))


def _adjoins(page: Page, names: list[Mention], tag: Tag) -> bool:
    """Whether the nearest name is next to the verb, but for auxiliaries, adverbs and an apposition."""
    gap = page.low[names[-1].last : tag.first]
    return len(gap) <= 4 or "," in gap[-2:] or ")" in gap


def _subject_of(page: Page, names: list[Mention]) -> str:
    """Of the names before a verb the subject: the last person ("A, head of B, said"), else the last free body."""
    free = [m for m in names if page.low[m.first - 1] not in _BARRED or m.type == "person"]
    persons = [m for m in free if m.type == "person" and page.low[m.first - 1] not in ("with", "by", "to", "for", "of")]
    chosen = persons[-1] if persons else (free[-1] if free else None)
    return (chosen.name or chosen.text) if chosen else ""


def side_before(page: Page, verb: int) -> str:
    """ "The Turkish Party informed": the state of the side that speaks, or ""."""
    sides = [t for t in page.tags_in(max(0, verb - 2), verb) if t.role == "side" and t.form == "sg"]
    if not sides:
        return ""
    states = [m.code for m in page.mentions_in(max(0, verb - 5), verb) if m.type == "country"]
    return states[-1] if states else ""


def named_after(page: Page, first: int, last: int, reach: int = _AFTER) -> str:
    """The first name in reach; a person in apposition wins over the body that he speaks for."""
    found = [m for m in page.mentions_in(first, min(last, first + reach)) if _may_speak(m)]
    near = [m for m in found if not any(w in ";)" for w in page.low[first : m.first])]
    if not near:
        return ""
    persons = [m for m in near if m.type == "person"]
    chosen = persons[0] if persons else near[0]
    if not persons and len(near) > 1 and near[1].first == near[0].last:
        chosen = near[1]
    return chosen.name or chosen.text


def _owner_of_data(page: Page, sentence: Sentence, tag: Tag) -> str:
    """ "Figures of the Ports Authority show", "the ministry's data": the body whose numbers they are."""
    low = page.low
    leans = tag.first - sentence.first <= 4 or low[tag.first - 1] in ("by", "to", "on", "in")
    if leans and low[tag.last : tag.last + 1] in (["of"], ["from"], ["by"]):
        return named_after(page, tag.last + 1, min(sentence.last, tag.last + 10))
    before = [m for m in page.mentions_in(max(sentence.first, tag.first - 9), tag.first) if m.type == "body"]
    if before and "'s" in low[before[-1].last : tag.first] and tag.first - before[-1].last <= 3:
        return before[-1].name or before[-1].text
    return ""


def _wholly_quoted(page: Page, sentence: Sentence) -> bool:
    return page.low[sentence.first] == '"' and page.low[sentence.last - 1] == '"'
