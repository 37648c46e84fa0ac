"""Instruments: single documents by which parties bind or declare themselves, signed, in force, planned or ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pledgebook.model import Fact, Mention, Reason, Span, first_day
from pledgebook.reading.context import Clause, Scene, clauses
from pledgebook.reading.context.clauses import clause_at
from pledgebook.reading.kinds.common import compact, nearest, span_of, times_in, unique, who
from pledgebook.reading.status import governor, hypothetical
from pledgebook.reading.text import Page, Sentence, Tag
from pledgebook.reading.text.grammar import phrase_left, phrase_right, trim

# Closer words of what happens to a document win; this far they reach.
_REACH = 16
_ORDER = ("terminated", "in_force", "ratified", "planned", "proposed", "signed", "approved", "agreed")


def read_instruments(scene: Scene, kinds: list[str], meetings: Sequence[Fact]) -> list[Fact]:
    """Every instrument of a scene. `meetings` lend date and place to what is signed at them."""
    out: list[Fact] = []
    for sentence in scene.page.sentences:
        if sentence.kind == "furniture":
            continue
        parts = clauses(scene.page, sentence)
        for tag in _papers(scene.page, sentence):
            fact = _instrument(scene, sentence, kinds, parts, tag, meetings)
            if fact is not None:
                _add(out, fact)
    return out


def _papers(page: Page, sentence: Sentence) -> list[Tag]:
    """Nouns of single documents; of several that name one thing the first ("memorandum of cooperation agreement")."""
    out: list[Tag] = []
    for tag in page.tags_in(sentence.first, sentence.last):
        if tag.role != "instrument" or tag.form == "pl":
            continue
        if out and tag.first < out[-1].last + 1:
            out[-1] = tag
        else:
            out.append(tag)
    return out


def _instrument(
    scene: Scene, sentence: Sentence, kinds: list[str], parts: list[Clause], tag: Tag, meetings: Sequence[Fact]
) -> Fact | None:
    page = scene.page
    clause = parts[clause_at(parts, tag.first)]
    if hypothetical(page, sentence, clause):
        return None
    first = phrase_left(page, kinds, tag.last, sentence.first)
    title, topic, last = _title(page, kinds, sentence, tag, first)
    act = _act(page, sentence, tag, first, last)
    lead = page.sentences[sentence.lead] if sentence.lead >= 0 else None
    if act is None and lead is not None:
        act = _act(page, lead, tag, lead.first, lead.last, anywhere=True)
    named = page.capital[tag.first] or any(page.capital[i] for i in range(first, last) if i != sentence.first)
    if act is None and not named:
        return None
    status = _status(page, clause, tag, act)
    parties = _parties(scene, sentence, clause, tag, first, last)
    if len(title.split()) < 2 and not topic and len(parties) < 2:
        return None
    time = _time(page, sentence, clause, tag, act)
    date, place = (time.start or time.end) if time else "", _place(page, sentence, tag, act)
    if status in ("signed", "approved") and not date and act is not None:
        date, place = _occasion(page, sentence, lead, meetings, place)
    slots: dict[str, Any] = {
        "form": tag.value,
        "title": title if len(title.split()) > 1 else "",
        "parties": parties,
        "date": date,
        "place": place,
        "topic": topic,
        "status": status,
        "speaker": scene.speaker(sentence, tag.first),
    }
    quotes = (span_of(sentence), span_of(lead)) if lead is not None and act is not None else (span_of(sentence),)
    why = (Reason("form", "instrument.noun", Span(page.begins[tag.first], page.stops[tag.last - 1])),)
    return Fact("instrument", compact(slots), quotes, "likely" if act and parties else "weak", why)


def _title(page: Page, kinds: list[str], sentence: Sentence, tag: Tag, first: int) -> tuple[str, str, int]:
    """Title, topic and the end of the title: the noun phrase with what it is on, without the parties."""
    last = max(phrase_right(page, kinds, tag.last, min(sentence.last, tag.last + 4), 0), tag.last)
    topic = ""
    ties = {t.first: t for t in page.tags_in(tag.first, sentence.last) if t.role == "ties"}
    i = last
    if i < sentence.last and page.low[i] == "(":
        close = next((j for j in range(i, min(i + 6, sentence.last)) if page.low[j] == ")"), -1)
        i = last = close + 1 if close > 0 else i
    steps = 0
    while i < sentence.last and steps < 3:
        tie = ties.get(i)
        if tie is None:
            break
        stop = phrase_right(page, kinds, tie.last, min(sentence.last, tie.last + 16), 3)
        if tie.value == "on":
            topic = topic or trim(page, tie.last, stop)
            last = max(last, stop)
        elif tie.value == "between":
            stop = _pair_end(page, kinds, sentence, tie.last)
        elif tie.value != "with":
            break
        i, steps = max(stop, tie.last), steps + 1
    if not topic:
        topic = trim(page, first, tag.first) if first < tag.first else ""
    return trim(page, first, last), topic, last


def _pair_end(page: Page, kinds: list[str], sentence: Sentence, first: int) -> int:
    """The end of "A and B" behind "between": the phrase after the first "and" included."""
    stop = phrase_right(page, kinds, first, min(sentence.last, first + 20), 3)
    if stop < sentence.last and page.low[stop] in ("and", "("):
        stop = phrase_right(page, kinds, stop + 1, min(sentence.last, stop + 20), 3)
    return stop


def _act(page: Page, sentence: Sentence, tag: Tag, first: int, last: int, anywhere: bool = False) -> Tag | None:
    """The word of what happens to the document: the nearest of the sentence in reach, a later stage winning at par."""
    found = [
        t for t in page.tags_in(sentence.first, sentence.last) if t.role == "signs" and not first <= t.first < tag.last
    ]
    if not found:
        return None

    def distance(t: Tag) -> tuple[int, int]:
        gap = first - t.last if t.first < first else t.first - last
        return (max(gap, 0) // 4, _ORDER.index(t.value))

    best = min(found, key=distance)
    return best if anywhere or distance(best)[0] * 4 <= _REACH else None


def _status(page: Page, clause: Clause, tag: Tag, act: Tag | None) -> str:
    if act is None:
        return "signed"
    if act.value in ("signed", "approved", "agreed", "ratified"):
        before = page.low[max(0, act.first - 3) : act.first]
        if act.form == "base" and ("to" in before or "will" in before or "shall" in before):
            return "planned"
        ahead = governor(page, Clause(max(clause.first, act.first - 6), act.first + 1, ""), act.first)
        if ahead is not None and act.form in ("base", "en", "ed") and ahead.first < act.first and "be" in before:
            return "planned"
    return act.value


def _parties(scene: Scene, sentence: Sentence, clause: Clause, tag: Tag, first: int, last: int) -> list[str]:
    """Who signs: behind "between", "with" or "of", else the subject of the clause, else the states in focus."""
    page = scene.page
    ties = [
        t for t in page.tags_in(tag.last, sentence.last) if t.role == "ties" and t.value in ("between", "with", "by")
    ]
    if ties and ties[0].first - last <= 6:
        stop = next(
            (t.first for t in page.tags_in(ties[0].last, sentence.last) if t.role == "instrument"), sentence.last
        )
        behind = who(scene, sentence, ties[0].last, min(stop, ties[0].last + 40))
        if ties[0].value == "between" and len(behind) >= 2:
            return behind
        before = who(scene, sentence, max(clause.first, tag.first - 25), tag.first)
        if behind and ties[0].value in ("with", "by"):
            return unique([*before[:2], *behind])
    before = who(scene, sentence, clause.first, tag.first)
    before = [n for n in before if not _is_person(page, n)]
    if len(before) >= 2:
        return before
    focus = list(scene.focus(sentence))
    return before if len(before) == 1 and len(before[0]) > 2 and len(focus) != 2 else focus


def _is_person(page: Page, name: str) -> bool:
    return any(m.type == "person" and m.name == name for m in page.mentions)


def _time(page: Page, sentence: Sentence, clause: Clause, tag: Tag, act: Tag | None) -> Mention | None:
    anchor = act.first if act is not None and sentence.first <= act.first < sentence.last else tag.first
    inside = times_in(page, clause.first, clause.last, frozenset({"point", "deadline", "present", "period", "start"}))
    return nearest([m for m in inside if abs(m.first - anchor) <= 12], anchor)


def _place(page: Page, sentence: Sentence, tag: Tag, act: Tag | None) -> str:
    if act is None or not sentence.first <= act.first < sentence.last:
        return ""
    for m in page.mentions_in(act.last, min(sentence.last, act.last + 8)):
        if m.type == "place" and page.low[m.first - 1] in ("in", "at"):
            return m.name or m.text
    return ""


def _occasion(
    page: Page, sentence: Sentence, lead: Sentence | None, meetings: Sequence[Fact], place: str
) -> tuple[str, str]:
    """Date and place of the meeting at which a document is signed: the lead's date, else the last meeting before."""
    if lead is not None:
        time = nearest(times_in(page, lead.first, lead.last), lead.first)
        if time is not None:
            return time.start or time.end, place
    held = [m for m in meetings if m.get("status") == "held" and m.quotes[0].begin <= sentence.begin and m.get("end")]
    if not held:
        return "", place
    published = page.document.published
    last = held[-1]
    if published and abs((first_day(published) - first_day(last.get("end"))).days) > 60:
        return "", place
    return last.get("end"), place or last.get("place", "")


def _add(out: list[Fact], fact: Fact) -> None:
    """Add an instrument, or its quote to the same one said before."""
    for i, other in enumerate(out):
        if _same(fact, other):
            slots = {**fact.slots, **other.slots}
            later = min((fact, other), key=lambda f: _ORDER.index(f.get("status")))
            slots["status"] = later.get("status")
            out[i] = Fact(
                "instrument", slots, tuple(dict.fromkeys((*other.quotes, *fact.quotes))), other.confidence, other.why
            )
            return
    out.append(fact)


def _same(a: Fact, b: Fact) -> bool:
    if a.get("form") != b.get("form"):
        return False
    ta, tb = str(a.get("title", "")).casefold(), str(b.get("title", "")).casefold()
    return bool(ta and tb) and (ta in tb or tb in ta)
