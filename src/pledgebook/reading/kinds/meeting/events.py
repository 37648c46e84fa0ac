"""The events that a sentence tells of: nouns with phrases, verbs of meeting and visiting, entries of a calendar."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.context import Clause, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_LONGEST = 16
_NEAR, _LINE = 9, 30
_MEETERS = frozenset({"person", "body", "country"})
_PEOPLE = frozenset({"person"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "which"})
_FORMS = {"receives": "talks", "sits": "talks", "opens": "talks"}
_VERBAL = ("ed", "s", "base", "en", "ing")


class Event(NamedTuple):
    """An event: the tag that shows it, its phrase (tokens `first` to `last`), its clause; `noun` or a verb."""

    sentence: Sentence
    tag: Tag
    clause: Clause
    first: int
    last: int
    form: str
    noun: bool
    ordinal: str


def events(page: Page, sentence: Sentence, kinds: list[str]) -> list[Event]:
    """The events of a sentence in order: nouns; verbs that no event noun completes; bodies with only place and date."""
    parts = clauses(page, sentence)
    tags = page.tags_in(sentence.first, sentence.last)
    out: list[Event] = []
    for tag in tags:
        if tag.role != "event" or kinds[tag.last - 1] == "verb" or _runs_on(page, tag, sentence):
            continue
        if not _covered(page, tag, out):
            out.append(_noun(page, sentence, kinds, parts, tag))
    for tag in tags:
        if tag.role == "meets" and _acts(page, kinds, tag, sentence) and not _completed(out, tag):
            clause = parts[clause_at(parts, tag.first)]
            out.append(Event(sentence, tag, clause, tag.first, tag.last, _FORMS.get(tag.value, tag.value), False, ""))
    if not out and sentence.last - sentence.first <= _LINE:
        out += _entries(page, sentence, kinds, parts, tags)
    return sorted(out, key=lambda e: e.tag.first)


def _covered(page: Page, tag: Tag, out: list[Event]) -> bool:
    """Whether a noun stands in the phrase of the event before it, or in the name of a body or a person."""
    if out and tag.first < out[-1].last:
        return True
    around = page.mentions_in(max(0, tag.first - 8), tag.first + 1)
    return any(m.type in ("body", "person", "title") and m.first < tag.first and tag.last <= m.last for m in around)


def _runs_on(page: Page, tag: Tag, sentence: Sentence) -> bool:
    """Whether the next word names the event more closely ("ministerial meeting", "forum session")."""
    return tag.last < sentence.last and any(t.role == "event" for t in page.at.get(tag.last, ()))


def _noun(page: Page, sentence: Sentence, kinds: list[str], parts: list[Clause], tag: Tag) -> Event:
    named = _named(page, tag)
    first = min(phrase_left(page, kinds, tag.last, sentence.first), tag.first)
    owner = [
        m
        for m in page.mentions_in(max(sentence.first, first - _LONGEST), first)
        if m.type == "body" and m.last == first
    ]
    first = owner[0].first if owner else first
    last = phrase_right(page, kinds, tag.first, min(sentence.last, tag.first + _LONGEST), 2)
    ordinal = _ordinal(page, max(sentence.first, first - 3), tag.first)
    if ordinal is not None:
        first = min(first, ordinal.first)
    if named is not None:
        first = _after_verb(page, named, tag)
        last = max(last, named.last)
    last = _owner(page, kinds, sentence, max(last, tag.last))
    clause = parts[clause_at(parts, tag.first)]
    number = str(ordinal.value) if ordinal is not None else _roman(page, first, tag.first)
    return Event(sentence, tag, clause, first, max(last, tag.last), tag.value, True, number)


def _owner(page: Page, kinds: list[str], sentence: Sentence, last: int) -> int:
    """The end of a phrase with whose event it is ("session of the joint commission")."""
    i = last + 1
    if page.low[last : last + 1] != ["of"] or last + 1 >= sentence.last:
        return last
    while i < sentence.last and kinds[i] == "det":
        i += 1
    stop = phrase_right(page, kinds, i, min(sentence.last, i + _LONGEST), 0)
    return stop if stop > i else last


def _named(page: Page, tag: Tag) -> Mention | None:
    """The name of an event that the mentions found, with the noun inside."""
    around = page.mentions_in(max(0, tag.first - 12), tag.first + 1)
    return next((m for m in around if m.type == "event" and m.first <= tag.first and tag.last <= m.last), None)


def _after_verb(page: Page, named: Mention, tag: Tag) -> int:
    """Where a name in a headline begins: behind the verb ("Council Concludes Fifth Session")."""
    verbs = [t for t in page.tags_in(named.first + 1, tag.first) if t.role == "takesplace" and t.form in ("s", "ed")]
    return verbs[-1].last if verbs else named.first


def _ordinal(page: Page, first: int, last: int) -> Mention | None:
    """The ordinal of an event, right before its phrase or within it."""
    found = [m for m in page.mentions_in(first, last) if m.type == "ordinal"]
    return found[-1] if found else None


def _roman(page: Page, first: int, last: int) -> str:
    """A Roman numeral before the noun ("XIV Meeting"), as its letters; "" where there is none."""
    words = [w for i, w in enumerate(page.low[first:last], first) if page.capital[i]]
    return next((w for w in words if len(w) >= 1 and not set(w) - set("ivxl")), "")


def _acts(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> bool:
    """Whether a verb of meeting has those who may do so around it: who visits, receives, sits, or meets whom."""
    if tag.form and (tag.form not in _VERBAL or kinds[tag.first] not in ("verb", "part", "")):
        return False
    if tag.form == "ing" and kinds[tag.first] == "":
        return False
    behind = (tag.last, min(sentence.last, tag.last + _NEAR))
    before = (max(sentence.first, tag.first - _NEAR), tag.first)
    if any(t.role == "often" for t in page.tags_in(tag.last, tag.last + 3)):
        return False
    if tag.value == "visit":
        place = any(m.type in ("place", "country") and m.first - tag.last <= 4 for m in page.mentions_in(*behind))
        return place and (_meeter(page, *before) or _pronoun(page, *before))
    if tag.value == "receives":
        return _meeter(page, tag.last, min(tag.last + 5, sentence.last), _PEOPLE)
    if tag.value == "opens":
        return any(
            t.role == "jointbody" for t in page.tags_in(max(sentence.first, tag.first - 8), tag.first)
        ) and _right_before(page, tag)
    if tag.value == "sits":
        named = any(m.type == "body" for m in page.mentions_in(*before))
        return named or any(t.role == "jointbody" for t in page.tags_in(*before))
    if _meeter(page, *before) or _meeter(page, *behind):
        return True
    return _pronoun(page, *before) and any(m.type in ("date", "period") for m in page.mentions_in(*behind))


def _right_before(page: Page, tag: Tag) -> bool:
    """Whether the name of a body ends right before a verb, helpers apart ("the commission has ended")."""
    around = page.mentions_in(max(0, tag.first - _NEAR - 5), tag.first)
    return any(m.type == "body" and 0 <= tag.first - m.last <= 1 for m in around)


def _meeter(page: Page, first: int, last: int, types: frozenset[str] = _MEETERS) -> bool:
    """Whether somebody who may meet is named between two tokens: by name, by office, or as a side."""
    if any(m.type in types for m in page.mentions_in(first, last)):
        return True
    return any(t.role in ("sides", "jointbody", "meeter") for t in page.tags_in(first, last))


def _pronoun(page: Page, first: int, last: int) -> bool:
    return any(w in _PRONOUNS for w in page.low[first:last])


def _completed(out: list[Event], tag: Tag) -> bool:
    """Whether an event noun stands behind the verb as its object ("held talks", "paid a visit to")."""
    if tag.value == "ceremony" and any(0 <= tag.first - e.last <= _NEAR for e in out):
        return True
    own = ("visit", "state_visit")
    if tag.value == "visit":
        return any(e.form in own and -3 <= e.tag.first - tag.last <= 9 for e in out)
    return any(-3 <= e.tag.first - tag.last <= 7 or e.first <= tag.first < e.last for e in out)


def _entries(page: Page, sentence: Sentence, kinds: list[str], parts: list[Clause], tags: list[Tag]) -> list[Event]:
    """An entry of a calendar: a joint body, place and time, no verb ("Steering committee, Dakar, 22 October")."""
    if any(k in ("verb", "aux") for k in kinds[sentence.first : sentence.last]):
        return []
    found = page.mentions_in(sentence.first, sentence.last)
    if not any(m.type in ("date", "period") and m.start for m in found) or not any(m.type == "place" for m in found):
        return []
    heads = [t for t in tags if t.role == "jointbody"]
    return [
        Event(
            sentence,
            t,
            parts[clause_at(parts, t.first)],
            phrase_left(page, kinds, t.last, sentence.first),
            t.last,
            "commission",
            False,
            "",
        )
        for t in heads
    ]


def title(page: Page, event: Event) -> str:
    """The phrase of an event where it is a name: capital letters, or an ordinal ("fourth session of the ...")."""
    if not event.noun or event.form in ("visit", "state_visit", "call"):
        return ""
    named = page.capital[event.tag.first] and event.tag.first > event.first
    stops = [m.first for m in page.mentions_in(event.tag.last, event.last) if m.type in ("place", "date", "period")]
    last = next((i - 1 for i in stops if page.low[i - 1] in ("in", "at", "on")), event.last)
    return trim(page, event.first, last) if named or event.ordinal else ""


def back_reference(page: Page, event: Event) -> bool:
    """Whether a noun points to an event told before ("the session", "this visit"), by its article alone."""
    if not event.noun or event.ordinal or event.first <= event.sentence.first:
        return False
    start = event.first
    return page.low[start - 1] in ("the", "this", "that", "these", "their", "same") and event.tag.first - start <= 1


def neighbours(page: Page, event: Event) -> list[str]:
    """Who or what stands right before and right behind an event, as features."""
    sentence, tag = event.sentence, event.tag
    before = page.mentions_in(max(sentence.first, tag.first - 7), tag.first)
    behind = page.mentions_in(tag.last, min(sentence.last, tag.last + 6))
    meeters = [
        t.first < tag.first
        for t in page.tags_in(max(sentence.first, tag.first - 5), tag.last + 5)
        if t.role == "meeter"
    ]
    ahead = before[-1].type if before else "meeter" if True in meeters else "-"
    after = behind[0].type if behind else "meeter" if False in meeters else "-"
    return [
        f"ahead={ahead}|{event.noun}",
        f"after={after}|{event.noun}",
        f"{page.low[tag.first]}|{ahead}",
        f"{page.low[tag.first]}|{after}",
    ]
