"""Texts in which somebody speaks throughout: speeches, interviews, transcripts with turns."""

from __future__ import annotations

from pledgebook.lexicon.words import words as cut
from pledgebook.model import Mention
from pledgebook.reading.text import Page, Sentence

# The head of a text, in characters; where a speech names its speaker and an interview its guest.
_HEAD = 700
_TURN = 14
_DASHES = ("—", "–", "-")


def orator(page: Page) -> str:
    """A speech: the person who says "I" or "we" throughout, named in the title or the head of the text."""
    if not _genre(page, "speech"):
        return ""
    first_person = sum(1 for tag in page.tags if tag.role == "we")
    persons = [m for m in page.mentions if m.type == "person" and m.begin < _HEAD]
    return persons[0].name if persons and first_person * 60 > len(page.low) else ""


def _genre(page: Page, value: str) -> bool:
    """Whether title or head of a text say what it is."""
    title = cut(page.document.title)
    for i, word in enumerate(title):
        for entry in page.pack.entries(word, title[i + 1] if i + 1 < len(title) else ""):
            if (entry.role, entry.value) == ("genre", value) and title[i + 1 : i + 1 + len(entry.rest)] == entry.rest:
                return True
    return any(t.role == "genre" and t.value == value and page.begins[t.first] < _HEAD for t in page.tags)


def turns(page: Page) -> list[str]:
    """For each sentence the person whose turn it is, in a transcript ("Name: words") or an interview; "" elsewhere."""
    out, current, seen, named = [], "", -1, 0
    talk = alone = False
    for sentence in page.sentences:
        if sentence.paragraph != seen:
            seen = sentence.paragraph
            turn = _turn(page, sentence)
            if turn is not None:
                current, talk = turn, True
                named += bool(turn)
                alone = alone or page.low[sentence.last - 1] == ":"
            elif sentence.kind == "heading" and not talk:
                current = ""
        out.append(current)
    spoken = sum(s.last - s.first for s in page.sentences if out[s.index])
    if named >= 2 or (named == 1 and alone and spoken * 2 > len(page.low)):
        return out
    return _interview(page)


def _turn(page: Page, sentence: Sentence) -> str | None:
    """The person who takes the turn at the head of a paragraph, "" for one who only asks, None where it is no turn."""
    head = range(sentence.first, min(sentence.last, sentence.first + _TURN))
    colon = next((i for i in head if page.low[i] == ":"), -1)
    if colon <= sentence.first:
        return None
    if any(t.role == "turn" and t.value == "asks" for t in page.at.get(sentence.first, ())):
        return ""
    persons = [m for m in page.mentions_in(sentence.first, colon) if m.type == "person"]
    if persons and persons[0].first - sentence.first <= 6 and "." not in page.low[persons[-1].last : colon]:
        return persons[-1].name
    by_office = _by_office(page, page.low[sentence.first : colon])
    if by_office:
        return by_office
    surname = page.low[colon - 1]
    capital = all(page.capital[i] or not page.low[i].isalpha() for i in range(sentence.first, colon))
    return _by_surname(page, surname) if capital and colon - sentence.first <= 6 else None


def _by_office(page: Page, label: list[str]) -> str:
    """The person whom the document introduces with just these words before the name, or behind it after a comma."""
    n = len(label)
    if not label:
        return ""
    for m in page.mentions:
        if m.type != "person" or not m.name:
            continue
        title = page.low[max(0, m.first - n - 1) : m.first]
        if title[-n:] == label or title[:n] == label or page.low[m.last + 1 : m.last + 1 + n] == label:
            return m.name
    return ""


def _by_surname(page: Page, surname: str) -> str | None:
    """The fullest name of the person of the document who is called so, or None."""
    for m in page.mentions:
        if m.type == "person" and m.name.lower().split()[-1:] == [surname]:
            return m.name
    return None


def _interview(page: Page) -> list[str]:
    """An interview with dashes for turns: what is no question is the guest's, whom the head of the text names."""
    out = [""] * len(page.sentences)
    marked = {s.paragraph for s in page.sentences if s.label in _DASHES}
    guest = _guest(page)
    if len(marked) < 4 or guest is None or not _genre(page, "interview"):
        return out
    for paragraph in sorted(marked):
        block = [s for s in page.sentences if s.paragraph == paragraph]
        if page.low[block[-1].last - 1] != "?":
            for sentence in block:
                out[sentence.index] = guest.name
    return out


def _guest(page: Page) -> Mention | None:
    return next((m for m in page.mentions if m.type == "person"), None)
