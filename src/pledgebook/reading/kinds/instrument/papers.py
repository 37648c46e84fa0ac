"""The documents that a sentence names: the noun, its title, its subject, and the stretch that speaks of it alone."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, trim

_LONGEST = 18
_NAMES = frozenset({"body", "person", "event", "place", "route"})
_ENDS = frozenset(",;:.()–—")


class Paper(NamedTuple):
    """A document: its noun, title at tokens `first` to `last`, its topic, and its stretch `floor` to `ceiling`.

    `reach` ends the stretch in which its parties stand: that of the next one where the two share them ("a memorandum
    and an agreement between A and B").
    """

    sentence: Sentence
    tag: Tag
    first: int
    last: int
    topic: tuple[int, int]
    floor: int
    ceiling: int
    reach: int


def papers(page: Page, sentence: Sentence, kinds: list[str]) -> list[Paper]:
    """The documents of a sentence, in order; a noun inside the name of a body or within another's title is none."""
    found: list[tuple[Tag, int, int, tuple[int, int]]] = []
    for tag in _nouns(page, sentence):
        if found and tag.first < found[-1][2]:
            continue
        first, last, topic = _title(page, kinds, sentence, tag)
        found.append((tag, first, last, topic))
    out = []
    for n, (tag, first, last, topic) in enumerate(found):
        floor = found[n - 1][2] if n else sentence.first
        ceiling = found[n + 1][1] if n + 1 < len(found) else sentence.last
        reach = ceiling
        if n + 1 < len(found) and page.low[last:ceiling] in (["and"], ["and", "a"], ["and", "an"]):
            reach = found[n + 2][1] if n + 2 < len(found) else sentence.last
        out.append(Paper(sentence, tag, first, last, topic, floor, ceiling, reach))
    return out


def _nouns(page: Page, sentence: Sentence) -> list[Tag]:
    """Nouns of documents, the longest phrase of each place, none inside the name of something else."""
    names = [m for m in page.mentions_in(sentence.first, sentence.last) if m.type in _NAMES]
    out: list[Tag] = []
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "instrument" or any(m.first < tag.first and tag.last < m.last for m in names):
            continue
        if out and tag.first <= out[-1].last:
            out[-1] = tag if tag.value != "document" else out[-1]
        else:
            out.append(tag)
    return out


def _title(page: Page, kinds: list[str], sentence: Sentence, tag: Tag) -> tuple[int, int, tuple[int, int]]:
    """Start and end of the title, and the tokens of its topic: the words behind "on" or "of", else those before."""
    named = _named(page, tag)
    if named is not None:
        tie = _tie(page, tag.last, named.last)
        return named.first, named.last, (tie, named.last) if tie else (named.first, tag.first)
    first = phrase_left(page, kinds, tag.last, sentence.first)
    last = _bracket(page, tag.last, sentence.last)
    tie = _tie(page, last, min(last + 1, sentence.last))
    if not tie:
        return first, last, (first, tag.first)
    stop = topic_end(page, kinds, tie, min(sentence.last, tie + _LONGEST))
    return first, stop, (tie, stop)


def _named(page: Page, tag: Tag) -> Mention | None:
    """A title that the mentions found, with the noun inside."""
    around = page.mentions_in(max(0, tag.first - 14), tag.last)
    return next((m for m in around if m.type == "title" and m.first <= tag.first and tag.last <= m.last), None)


def _bracket(page: Page, last: int, limit: int) -> int:
    """Behind an abbreviation in brackets ("Memorandum of Understanding (MoU)")."""
    if last < limit and page.low[last] == "(":
        close = next((k for k in range(last, min(last + 6, limit)) if page.low[k] == ")"), -1)
        return close + 1 if close > 0 else last
    return last


def _tie(page: Page, first: int, last: int) -> int:
    """The token behind the word that ties a subject to a document, or 0."""
    found = [t for t in page.tags_in(first, last) if t.role == "ties" and t.value == "on"]
    return found[0].last if found else 0


def topic_end(page: Page, kinds: list[str], first: int, limit: int) -> int:
    """The end of the topic that begins at a token: a mark, a verb, or the words that bring the parties."""
    ties = {t.first for t in page.tags_in(first, limit) if t.role == "ties" and t.value in ("between", "with", "by")}
    signs = {t.first for t in page.tags_in(first, limit) if t.role == "signs" and t.form in ("ed", "en")}
    for i in range(first, limit):
        if page.low[i] in _ENDS and not (page.low[i] in "–—" and page.glued(i)):
            return i
        if i in ties or i in signs or kinds[i] in ("verb", "aux") or (kinds[i] == "pron" and i > first):
            return i
    return limit


def words(page: Page, first: int, last: int) -> str:
    """The words between two tokens, an article at their head left out."""
    while first < last and page.low[first] in ("the", "a", "an", "its", "their"):
        first += 1
    return trim(page, first, last)
