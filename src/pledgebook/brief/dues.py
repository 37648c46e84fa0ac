"""What is due soon, what is overdue, what was kept, what comes next, and of what there is no later word."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.choose import bullets, doubtful, rows, told
from pledgebook.brief.matter import promised, to_come, told_by
from pledgebook.brief.numbers import uncounted
from pledgebook.brief.parts import Bullets, Line, Part, Section
from pledgebook.brief.words import day, due, length, quoted, say, stated, word
from pledgebook.model import Evidence, first_day, last_day

_SOON = timedelta(days=90)
_NEXT = timedelta(days=366)
_MOST = {"soon": 8, "overdue": 8, "ended": 5, "kept": 6, "ahead": 6, "unknown": 4}
_KEPT = ("kept", "kept_late")
_KEPT_WORDS = 100
_ENDED = ("withdrawn", "broken", "partly_kept")
# What a reader wants to hear first of the newest document: that it is not done, that it moved, how far it came.
_TELLING = ("denies", "delays", "revises", "partly_fulfils", "fulfils", "supports")
_HINDSIGHT = ("before_it_was_promised", "still_to_come")


def _ahead(asked: Asked) -> list[Judged]:
    """What is open and has a date to come, the nearest first."""
    still = [j for j in asked.judged if j.status == "open" and j.promise.due]
    coming = [j for j in told(still, asked) if last_day(j.promise.due) >= asked.on]
    return sorted(coming, key=lambda j: (last_day(j.promise.due), asked.order(j.lead.id)))


def due_words(one: Judged) -> Line:
    """The date of a promise, and the newest that a later claim put in its place."""
    date = Part(due(one.promise.due), one.promise.claims[:1], quiet=True)
    moves = [e for e in one.of("delays", "revises") if e.at and e.rule != "hinges"]
    if not moves:
        return (date,)
    newest = max(moves, key=lambda e: (e.seen, last_day(e.at)))
    return say("moved", due=date, dates=Part(due(newest.at), (newest.claim,)))


def soon(asked: Asked) -> Section:
    """What falls due within the next ninety days."""
    near = [j for j in _ahead(asked) if last_day(j.promise.due) <= asked.on + _SOON]

    def line(one: Judged) -> Line:
        date = Part(due(one.promise.due), one.promise.claims[:1], quiet=True)
        if (newest := newest_word(one)) is None:
            return say("soon", due=date, matter=to_come(one))
        return say("soon_word", due=date, matter=to_come(one), word=word_of(newest, asked))

    return Section(word("titles", "soon"), bullets(near, line, asked, _MOST["soon"]))


def ahead(asked: Asked) -> Section:
    """What comes after that: events, and numbers of the next twelve months."""
    later = [j for j in _ahead(asked) if last_day(j.promise.due) > asked.on + _SOON]
    shown = [j for j in later if j.promise.kind != "figure" or last_day(j.promise.due) <= asked.on + _NEXT]

    def line(one: Judged) -> Line:
        date = Part(due(one.promise.due), one.promise.claims[:1], quiet=True)
        return say("ahead", day=date, matter=to_come(one))

    return Section(word("titles", "ahead"), bullets(shown, line, asked, _MOST["ahead"]))


def overdue(asked: Asked) -> Section:
    """What has passed its date and is not known to be done; numbers have a section of their own."""
    late = [j for j in asked.judged if j.status == "overdue" and j.promise.kind != "figure"]
    shown = sorted(told(late, asked), key=lambda j: (doubtful(j, asked), last_day(j.promise.due)))

    def cells(one: Judged) -> tuple[Line, ...]:
        newest = newest_word(one)
        silent = say("silent", searched=Part(day(one.verdict.searched)))
        late = Part(length(one.late(asked.on)), one.promise.claims[:1], quiet=True)
        return (to_come(one),), due_words(one), (late,), silent if newest is None else (word_of(newest, asked),)

    columns = tuple(word("columns", c) for c in ("promise", "due", "late", "last"))
    left = len(late) - len(shown)
    return Section(word("titles", "overdue"), rows(columns, shown, cells, asked, _MOST["overdue"], left))


def newest_word(one: Judged) -> Evidence | None:
    """The newest claim on a promise after those that state it, of one document the most telling one."""
    later = [e for e in one.verdict.evidence if e.rule not in _HINDSIGHT and e.claim not in one.promise.claims]
    if not later:
        return None
    newest = max(e.seen for e in later)
    return min((e for e in later if e.seen == newest), key=lambda e: _TELLING.index(e.relation))


def word_of(evidence: Evidence, asked: Asked) -> Part:
    """The words of a claim that is evidence, in quotation marks: of its quotes the one that tells what the rule saw."""
    claim, note = asked.claims[evidence.claim], evidence.note.strip().lower()
    telling = [q for q in claim.words if note and note in " ".join(q.lower().split())]
    return Part(quoted(telling[0] if telling else told_by(claim)), (evidence.claim,))


def ended(asked: Asked) -> Section:
    """What was given up, is broken for good, or came only in part; numbers stand with the numbers."""
    found = [j for j in told(asked.judged, asked) if j.status in _ENDED and j.promise.kind != "figure"]

    def line(one: Judged) -> Line:
        verdict, newest = Part(word("counted", one.status), one.promise.claims[:1], quiet=True), newest_word(one)
        if newest is None:
            return say("ended_silent", matter=promised(one), verdict=verdict)
        return say("ended", matter=promised(one), verdict=verdict, word=word_of(newest, asked))

    return Section(word("titles", "ended"), bullets(found, line, asked, _MOST["ended"]))


# kept


def kept(asked: Asked) -> Section:
    """What was done, the newest first, each thing once; numbers that were reached stand with the numbers."""
    done = [j for j in told(asked.judged, asked) if j.status in _KEPT and j.promise.kind != "figure"]
    things = {j.promise.item or j.promise.id: j for j in reversed(done)}  # the first promise of a thing
    newest = sorted(things.values(), key=lambda j: (_done_day(j), j.promise.id), reverse=True)
    once: dict[tuple[object, ...], Judged] = {}
    for one in newest:  # what one sentence promised and was done on one day is one deed
        once.setdefault((one.lead.document, one.lead.words[:1], _done_day(one)), one)
    shown = sorted(once.values(), key=lambda j: doubtful(j, asked))
    columns = tuple(word("columns", c) for c in ("promise", "done", "words"))
    cells = partial(_kept_cells, asked=asked)
    return Section(word("titles", "kept"), rows(columns, shown, cells, asked, _MOST["kept"]))


def _fulfilment(one: Judged) -> Evidence | None:
    """The claim that tells it as done, the most exactly dated one of the earliest."""
    found = one.of("fulfils") or one.of("partly_fulfils")
    return min(found, key=lambda e: (not e.at, last_day(e.at or e.seen), -len(e.at), e.seen), default=None)


def _done_day(one: Judged) -> str:
    found = _fulfilment(one)
    return found.at if found else ""


def _kept_cells(one: Judged, asked: Asked) -> tuple[Line, ...]:
    """A promise that was kept, when and how late, and the words that tell it."""
    found = _fulfilment(one)
    if found is None:  # a person set the verdict
        return (promised(one),), (Part(word("counted", one.status)),), (Part(""),)
    claims, words = (found.claim,), quoted(told_by(asked.claims[found.claim]), _KEPT_WORDS)
    when = day(found.at) if found.at else word("counted", one.status)
    over = (first_day(found.at) - last_day(one.promise.due)).days if found.at and one.promise.due else 0
    if one.status == "kept_late" and over > 0:
        when = stated("done_late", claims, day=when, late=length(over)).text
    return (promised(one),), (Part(when, claims, quiet=True),), (Part(words, claims),)


# no later word


def unknown(asked: Asked) -> Section:
    """Promises without a date of which no later document tells; and which sides only others quote."""
    silent = [j for j in told(asked.judged, asked) if j.status == "unknown"]
    blocks = bullets(silent, _unknown_line, asked, _MOST["unknown"])
    if quoted_only := uncounted(asked):
        blocks = (Bullets(quoted_only), *blocks)
    return Section(word("titles", "unknown"), blocks)


def _unknown_line(one: Judged) -> Line:
    claims, published = one.promise.claims[:1], one.lead.published
    said = stated("said", claims, day=day(published)) if published else Part(word("counted", "open"))
    return say("unknown", matter=promised(one), said=said, searched=Part(day(one.verdict.searched)))
