"""Whose meeting it is: the joint commission or the international organisation, named near the event or before it."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.kinds.meeting.events import Event
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

_BEFORE, _BEHIND, _FAR = 14, 10, 80
_OWN = frozenset({"summit", "forum", "talks", "commission"})
_OFFICES = frozenset({"parliament", "government", "ministry"})
_ORGANISATIONS = frozenset({"international", "state_group"})


class Body(NamedTuple):
    """The name of a body and whether it is an international organisation, which takes part in its own meeting."""

    name: str
    organisation: bool


class Memory:
    """The bodies whose meetings a document has told of so far: "the 37th Session" is the last one's.

    State: `joint`, names of joint bodies in order; `numbers`, whose session bore a number; `organisation`, the last
    international body that met.
    """

    def __init__(self) -> None:
        self.joint: list[str] = []
        self.numbers: dict[int, str] = {}
        self.organisation = ""

    def fullest(self, name: str) -> str:
        """The name under which the document introduced a body that it now calls by a part of it or its letters."""
        words = set(name.lower().split())
        for known in reversed(self.joint):
            if words <= set(known.lower().replace("(", " ").replace(")", " ").split()):
                return known
        return name

    def of_session(self, ordinal: str) -> str:
        """The joint body of a session without a name: whose number it follows or precedes, else the last one's."""
        n = int(float(ordinal)) if ordinal[:1].isdigit() else 0
        near = [self.numbers[k] for k in (n, n - 1, n + 1) if n and k in self.numbers]
        return near[0] if near else self.joint[-1] if self.joint else ""

    def keep(self, body: Body, ordinal: str) -> None:
        """Remember a body that meets and the number of its session."""
        if not body.organisation and ordinal[:1].isdigit():
            self.numbers.setdefault(int(float(ordinal)), body.name)
        if body.organisation:
            self.organisation = body.name
        elif body.name not in self.joint:
            self.joint.append(body.name)


def of_one_state(page: Page, event: Event) -> bool:
    """Whether it is the sitting of a state's own parliament or cabinet."""
    if event.form not in ("commission", "talks"):
        return False
    near = page.mentions_in(max(event.clause.first, event.first - _BEHIND), min(event.sentence.last, event.last + 1))
    own = [m for m in near if m.type == "body" and m.sense in _OFFICES]
    return event.form == "commission" and bool(own)


def body_of(page: Page, kinds: list[str], event: Event, memory: Memory) -> Body:
    """The body of an event, or one without a name; what is found is remembered."""
    if event.form not in _OWN:
        return Body("", False)
    found = _organisation(page, event) or _joint(page, kinds, event, memory)
    if found is None:
        return _remembered(page, event, memory)
    memory.keep(found, event.ordinal)
    return found


def _organisation(page: Page, event: Event) -> Body | None:
    """An international organisation in the phrase of the event, or as the subject that gathers for it."""
    sentence = event.sentence
    inside = page.mentions_in(event.first, min(sentence.last, event.last + 1))
    before = page.mentions_in(max(event.clause.first, event.tag.first - _BEFORE), event.first)
    for m in inside:
        if _is_organisation(m):
            return Body(m.name or m.code or m.text, True)
    if event.form in ("summit",) or not event.noun:
        gathers = [m for m in before if _is_organisation(m) and _subject(page, m, event)]
        if gathers:
            return Body(gathers[-1].name or gathers[-1].code, True)
    return None


def _is_organisation(m: Mention) -> bool:
    return m.type == "body" and m.sense in _ORGANISATIONS


def _subject(page: Page, m: Mention, event: Event) -> bool:
    """Whether a verb of holding or gathering ties a name to the event behind it."""
    if page.low[event.first - 1 : event.first] in (["its"], ["their"]):
        return True
    between = page.tags_in(m.last, event.tag.last)
    return any(t.role in ("takesplace", "meets") for t in between) and "," not in page.low[m.last : event.tag.first]


def _joint(page: Page, kinds: list[str], event: Event, memory: Memory) -> Body | None:
    """A commission, committee or council in the phrase of the event, before it as its owner, or as the subject."""
    sentence = event.sentence
    closes = page.low[event.first - 1 : event.first] == [")"]
    lo = max(sentence.first, event.first - (_BEFORE if _held_by_subject(page, event) else 8 if closes else 2))
    around = page.tags_in(lo, min(sentence.last, event.last + _BEHIND))
    heads = [t for t in around if t.role == "jointbody" and not _own(page, t)]
    behind = [t for t in heads if t.first >= event.tag.last and _owned(page, kinds, event, t)]
    ahead = [t for t in heads if t.last <= event.tag.first]
    named = [m for m in page.mentions_in(event.tag.last, event.last) if m.type == "body"]
    if named and not behind and event.noun and page.low[event.tag.last] == "of" and event.form != "forum":
        return Body(named[0].name or named[0].text, False)
    for tag in (*behind[:1], *reversed(ahead)):
        name = _name(page, kinds, tag, sentence)
        if len(name.split()) > 1 or page.capital[tag.first]:
            return Body(memory.fullest(name), False)
    known = [m for m in page.mentions_in(lo, event.last) if m.type == "body" and m.name in memory.joint]
    return Body(known[-1].name, False) if known else None


def _held_by_subject(page: Page, event: Event) -> bool:
    """Whether an event is its subject's: a session, a verb, "its first meeting"."""
    before = page.low[event.first - 1 : event.first]
    return event.form == "commission" or not event.noun or before in (["its"], ["their"], ["his"])


def _own(page: Page, tag: Tag) -> bool:
    """Whether a council or committee is an office of one state ("State Customs Committee"), by the word before."""
    near = [t for t in page.tags_in(max(0, tag.first - 3), tag.first + 1) if t.role == "ownbody"]
    return any(page.low[t.first - 1] not in ("-", "bi") for t in near)


def _owned(page: Page, kinds: list[str], event: Event, tag: Tag) -> bool:
    """Whether a joint body behind an event is the one that holds it ("first meeting of the two states' council")."""
    between = range(event.tag.last, tag.first)
    return page.low[event.tag.last] == "of" and not any(
        kinds[i] in ("verb", "aux") or page.low[i] == "," for i in between
    )


def _name(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> str:
    """The name of a joint body: as the mentions have it, else the phrase before its noun with what it is "of"."""
    around = page.mentions_in(max(sentence.first, tag.first - 8), tag.first + 1)
    for m in around:
        if m.type == "body" and m.first <= tag.first and tag.last <= m.last:
            return _without_states(page, m, sentence)
    first = phrase_left(page, kinds, tag.last, sentence.first)
    for m in around:
        first = m.last if m.type == "ordinal" and first < m.last <= tag.first else first
    owner = [i for i in range(first, tag.first) if page.low[i] in ("'s", "'")]
    return trim(page, owner[-1] + 1 if owner else first, _name_end(page, kinds, tag, sentence))


def _without_states(page: Page, m: Mention, sentence: Sentence) -> str:
    """The name of a body without the first of the states that it is of ("Joint Committee of" one "and" another)."""
    inside = [c for c in page.mentions_in(m.first + 1, m.last) if c.type == "country" and c.last == m.last]
    goes_on = m.last < sentence.last and page.low[m.last] == "and"
    if not inside or not goes_on:
        return m.name or m.text
    last = inside[-1].first
    while last > m.first + 1 and page.low[last - 1] in ("of", "between", "the"):
        last -= 1
    return trim(page, m.first, last)


def _name_end(page: Page, kinds: list[str], tag: Tag, sentence: Sentence) -> int:
    """Where the name of a joint body ends: behind what it is of or on, or behind its letters in brackets."""
    last, low = tag.last, page.low
    if low[last : last + 1] == ["("] and low[last + 2 : last + 3] == [")"]:
        return last + 3
    if last + 1 >= sentence.last or low[last] not in ("of", "on", "for"):
        return last
    i = last + 1
    while i < sentence.last and kinds[i] == "det":
        i += 1
    stop = phrase_right(page, kinds, i, min(sentence.last, i + _BEHIND), 0)
    named = any(t.role in ("sides", "event") for t in page.tags_in(last, stop))
    named = named or any(m.type in ("country", "date", "period", "body") for m in page.mentions_in(last, stop))
    return last if named else max(stop, last)


def _remembered(page: Page, event: Event, memory: Memory) -> Body:
    """A session without a name is of the body told of before; a summit of the organisation."""
    bare = event.form == "commission" or (event.form == "talks" and (event.ordinal or not event.noun))
    pronoun = event.noun or page.low[event.clause.first] in ("it", "which", "the")
    if bare and pronoun and memory.joint and not _two_persons(page, event):
        return Body(memory.of_session(event.ordinal), False)
    if event.form == "summit":
        return Body(_last_organisation(page, event) or memory.organisation, True)
    return Body("", False)


def _last_organisation(page: Page, event: Event) -> str:
    """The organisation named last before a summit that does not name its own."""
    before = [m for m in page.mentions_in(max(0, event.first - _FAR), event.first) if _is_organisation(m)]
    return (before[-1].name or before[-1].code) if before else ""


def _two_persons(page: Page, event: Event) -> bool:
    """Whether persons meet rather than bodies."""
    return not event.noun and any(m.type == "person" for m in page.mentions_in(event.clause.first, event.clause.last))
