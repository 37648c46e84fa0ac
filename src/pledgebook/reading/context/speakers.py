"""Who is reported in each sentence: said, according to, quoted speech, interviews, transcripts, source lines."""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.context.focus import Focus
from pledgebook.reading.text import Page, Sentence, Tag

_NAMED = ("person", "body")


class Speaker(NamedTuple):
    """Tokens `first` to `last` (exclusive) report `name`."""

    first: int
    last: int
    name: str


def find_speakers(page: Page, focus: Focus) -> list[tuple[Speaker, ...]]:
    """For each sentence the speakers that it reports, in order; none where the text speaks in its own voice."""
    whole = _orator(page)
    if whole:
        return [(Speaker(s.first, s.last, whole),) for s in page.sentences]
    turns = _turns(page)
    out: list[tuple[Speaker, ...]] = []
    last, paragraph, open_quote = "", -1, False
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            if not open_quote:
                last = last if _resumes(page, sentence) else ""
            paragraph = sentence.paragraph
        if turns[sentence.index]:
            out.append((Speaker(sentence.first, sentence.last, turns[sentence.index]),))
            continue
        found = _reported(page, sentence, last)
        quotes = page.low[sentence.first : sentence.last].count('"')
        inside = open_quote
        if not found and (inside or _wholly_quoted(page, sentence)):
            name = last or _next_speaker(page, sentence)
            found = [Speaker(sentence.first, sentence.last, name)] if name else []
        open_quote = open_quote ^ bool(quotes % 2)
        if found:
            last = found[-1].name
        out.append(tuple(found))
    return out


def _reported(page: Page, sentence: Sentence, last: str) -> list[Speaker]:
    """The speakers that the sentence itself names."""
    out: list[Speaker] = []
    for tag in page.tags_in(sentence.first, sentence.last):
        name = ""
        if tag.role == "speech" and tag.value == "says" and tag.form in ("s", "ed", "en", "base", "ing"):
            name = _subject(page, sentence, tag, last)
        elif tag.role == "source" and tag.value == "by":
            name = _named_after(page, tag.last, sentence.last)
        elif tag.role == "source" and tag.value == "own_words":
            name = last
        elif tag.role == "sourcenoun":
            name = _owner_of_data(page, sentence, tag)
        if name and (not out or out[-1].name != name):
            out.append(Speaker(sentence.first, sentence.last, name))
    if len(out) > 1:
        return _share(page, sentence, out)
    return out


def _share(page: Page, sentence: Sentence, found: list[Speaker]) -> list[Speaker]:
    """Several speakers in one sentence: a person wins over the body whose numbers he cites; the first stands else."""
    persons = {m.name for m in page.mentions if m.type == "person"}
    best = next((s for s in found if s.name in persons), found[0])
    return [Speaker(sentence.first, sentence.last, best.name)]


def _subject(page: Page, sentence: Sentence, tag: Tag, last: str) -> str:
    """The subject of a verb of speech: the nearest name before it in reach, else the name right after it."""
    low = page.low
    if tag.first > 0 and low[tag.first - 1] in ("to", "the", "a", "of", "an", "be", "will", "its", "their"):
        return ""
    before = [m for m in page.mentions_in(sentence.first, tag.first) if m.type in _NAMED and m.last <= tag.first]
    between_ok = before and not any(w in ";:" for w in low[before[-1].last : tag.first])
    if before and between_ok and tag.first - before[-1].last <= 14:
        if "by" in low[tag.first - 2 : tag.first] or _is_object(page, before[-1]):
            before = before[:-1]
        if before:
            return before[-1].name or before[-1].text
    for carrier in reversed(page.tags_in(max(sentence.first, tag.first - 5), tag.first)):
        if carrier.role == "carry":
            return last
    if tag.form == "en" and low[tag.last : tag.last + 1] == ["by"]:
        return _named_after(page, tag.last + 1, sentence.last)
    if tag.form in ("ed", "s") and (tag.first == sentence.first or low[tag.first - 1] in ',"'):
        return _named_after(page, tag.last, min(sentence.last, tag.last + 12))
    side = _party(page, tag.first)
    return side


def _is_object(page: Page, mention: Mention) -> bool:
    """Whether a name stands behind a preposition that makes it no subject ("in a letter to X said")."""
    return page.low[mention.first - 1 : mention.first] in (["by"], ["with"], ["to"], ["in"], ["from"])


def _party(page: Page, verb: int) -> str:
    """ "The Turkish Party informed": the state of the side that speaks, or ""."""
    if page.low[verb - 1] in ("party", "side", "delegation"):
        states = [m.code for m in page.mentions_in(max(0, verb - 4), verb) if m.type == "country"]
        return states[-1] if states else ""
    return ""


def _named_after(page: Page, first: int, last: int) -> str:
    """The first name in reach after a preposition of source; a person in apposition wins over the body."""
    found = [m for m in page.mentions_in(first, min(last, first + 14)) if m.type in _NAMED]
    if not found:
        return ""
    near = [m for m in found if not any(w in ';.)"' for w in page.low[first : m.first])]
    persons = [m for m in near if m.type == "person" and m.first - first <= 12]
    chosen = persons[0] if persons and persons[0].first - first <= 12 else (near or found)[0]
    return chosen.name or chosen.text


def _owner_of_data(page: Page, sentence: Sentence, tag: Tag) -> str:
    """ "Figures of the Ports Authority show", "the ministry's data": the body whose numbers they are."""
    low = page.low
    if low[tag.last : tag.last + 1] in (["of"], ["from"], ["by"]):
        name = _named_after(page, tag.last + 1, min(sentence.last, tag.last + 9))
        return name if _shows(page, sentence, tag) else ""
    before = [m for m in page.mentions_in(max(sentence.first, tag.first - 9), tag.first) if m.type == "body"]
    if (
        before
        and tag.first - before[-1].last <= 3
        and ("'s" in low[before[-1].last : tag.first] or before[-1].last == tag.first)
    ):
        return before[-1].name or before[-1].text
    return ""


def _shows(page: Page, sentence: Sentence, tag: Tag) -> bool:
    """Whether the data are what the sentence leans on: at its head, or followed by a verb of showing."""
    return tag.first - sentence.first <= 3 or page.low[tag.first - 1 : tag.first] in (["by"], ["to"], ["on"])


def _wholly_quoted(page: Page, sentence: Sentence) -> bool:
    return page.low[sentence.first] == '"' and page.low[sentence.last - 1] == '"'


def _next_speaker(page: Page, sentence: Sentence) -> str:
    """Quoted speech that begins a paragraph: the speaker whom the paragraph names later."""
    for other in page.sentences[sentence.index + 1 : sentence.index + 4]:
        if other.paragraph != sentence.paragraph:
            return ""
        found = _reported(page, other, "")
        if found:
            return found[0].name
    return ""


def _resumes(page: Page, sentence: Sentence) -> bool:
    """Whether a new paragraph goes on reporting: it begins with a pronoun or with the office of the speaker."""
    return any(
        tag.role == "carry" or (tag.role == "source" and tag.value == "own_words")
        for tag in page.tags_in(sentence.first, min(sentence.last, sentence.first + 4))
    )


_TURN = re.compile(r"\s*(?:Q|A|Question|Answer)\b[^:\n]{0,40}:|\s*(?P<name>[A-Z][^:\n\d]{2,60}?)(?:\s*\([^)]*\))?:\s")


def _turns(page: Page) -> list[str]:
    """Interviews and transcripts with "Name: words" turns: the person who speaks in each sentence, or ""."""
    names = {m.name for m in page.mentions if m.type == "person"}
    out, current, paragraph = [], "", -1
    turns = 0
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            match = _TURN.match(page.text, sentence.begin, min(len(page.text), sentence.begin + 90))
            if match:
                said = (match.group("name") or "").strip()
                found = [
                    m.name
                    for m in page.mentions_in(sentence.first, min(sentence.last, sentence.first + 10))
                    if m.type == "person" and m.stop <= match.end()
                ]
                current = found[-1] if found else (said if said in names else "")
                turns += bool(found)
            elif sentence.kind == "heading":
                current = ""
        out.append(current)
    if turns >= 2:
        return out
    return _interview(page)


def _interview(page: Page) -> list[str]:
    """An interview with dashes for turns: every second turn is the person's whom the head of the text names."""
    empty = [""] * len(page.sentences)
    marks = [s for s in page.sentences if s.label in ("—", "–", "-")]
    if not re.search(r"\binterview\b", page.document.title + " " + page.text[:600], re.I):
        return empty
    guest = next((m.name for m in page.mentions if m.type == "person"), "")
    if len({s.paragraph for s in marks}) < 4 or not guest:
        return empty
    asks, answer, seen = False, False, -1
    for sentence in page.sentences:
        if sentence.paragraph != seen:
            seen = sentence.paragraph
            if sentence.label in ("—", "–", "-"):
                last = [s for s in page.sentences if s.paragraph == sentence.paragraph][-1]
                asks = page.low[last.last - 1] == "?"
                answer = not asks
        if answer:
            empty[sentence.index] = guest
    return empty


def _orator(page: Page) -> str:
    """A speech: the person who says "I" or "we" throughout, named in the title or the head of the text."""
    title = page.document.title + "\n" + page.text[:400]
    if not re.search(r"\b(address|remarks|speech|statement) (by|of|at|to|delivered)\b", title, re.I):
        return ""
    first_person = sum(1 for tag in page.tags if tag.role == "we")
    persons = [m for m in page.mentions if m.type == "person" and m.begin < 600]
    return persons[0].name if persons and first_person * 60 > len(page.low) else ""
