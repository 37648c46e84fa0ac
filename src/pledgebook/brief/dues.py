"""What is due soon, what is overdue, what was kept, what comes next, and of what there is no later word."""

from __future__ import annotations

from datetime import timedelta

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.choose import bullets, table, told
from pledgebook.brief.matter import promised
from pledgebook.brief.parts import Line, Part, Section
from pledgebook.brief.words import day, due, length, quoted, say, word
from pledgebook.model import Evidence, first_day, last_day

SOON = timedelta(days=90)
_MOST = {"soon": 10, "overdue": 10, "kept": 10, "ahead": 8, "unknown": 6}
_KEPT = ("kept", "kept_late")
# What a reader wants to hear first of the newest document: that it is not done, that it moved, how far it came.
_TELLING = ("denies", "delays", "revises", "partly_fulfils", "fulfils", "supports")
_HINDSIGHT = ("before_it_was_promised", "still_to_come")


def _ahead(asked: Asked) -> list[Judged]:
    open_ = [j for j in asked.judged if j.status in ("open", "partly_kept") and j.promise.due]
    return [j for j in told(open_, asked) if last_day(j.promise.due) >= asked.on]


def _by_due(one: Judged) -> tuple[str, str]:
    return last_day(one.promise.due).isoformat(), one.promise.id


def due_words(one: Judged) -> Line:
    """The date of a promise, and the dates that later claims put in its place."""
    date = Part(due(one.promise.due), one.promise.claims[:1])
    moves = [e for e in one.of("delays", "revises") if e.at and e.rule != "hinges"]
    if not moves:
        return (date,)
    newest = max(moves, key=lambda e: (e.seen, last_day(e.at)))
    return say("moved", due=date, dates=Part(due(newest.at), (newest.claim,)))


def soon(asked: Asked) -> Section:
    """What falls due within the next ninety days, the nearest first."""
    near = sorted((j for j in _ahead(asked) if last_day(j.promise.due) <= asked.on + SOON), key=_by_due)

    def line(one: Judged) -> Line:
        date = Part(due(one.promise.due), one.promise.claims[:1])
        if (newest := newest_word(one)) is None:
            return say("soon", due=date, matter=promised(one))
        return say("soon_word", due=date, matter=promised(one), word=word_of(newest, asked))

    return Section(word("titles", "soon"), bullets(near, line, asked, _MOST["soon"]))


def ahead(asked: Asked) -> Section:
    """What comes after that, the nearest first."""
    later = sorted((j for j in _ahead(asked) if last_day(j.promise.due) > asked.on + SOON), key=_by_due)
    events = [j for j in later if j.promise.kind != "figure"]

    def line(one: Judged) -> Line:
        return say("ahead", day=Part(due(one.promise.due), one.promise.claims[:1]), matter=promised(one))

    return Section(word("titles", "ahead"), bullets(events, line, asked, _MOST["ahead"]))


def overdue(asked: Asked) -> Section:
    """What has passed its date and is not known to be done; numbers have a section of their own."""
    late = [j for j in asked.judged if j.status == "overdue" and j.promise.kind != "figure"]
    shown = told(late, asked)

    def cells(one: Judged) -> tuple[Line, ...]:
        newest = newest_word(one)
        last = (Part(""),) if newest is None else word_of(newest, asked)
        if newest is None:
            last = say("silent", searched=Part(day(one.verdict.searched)))
        late = Part(length(one.late(asked.on)), one.promise.claims[:1])
        return promised(one), due_words(one), (late,), last

    columns = tuple(word("columns", c) for c in ("promise", "due", "late", "last"))
    return Section(
        word("titles", "overdue"), table(columns, shown, cells, asked, _MOST["overdue"], len(late) - len(shown))
    )


def newest_word(one: Judged) -> Evidence | None:
    """The newest claim on a promise after those that state it, of one document the most telling one."""
    later = [e for e in one.verdict.evidence if e.rule not in _HINDSIGHT and e.claim not in one.promise.claims]
    if not later:
        return None
    newest = max(e.seen for e in later)
    return min((e for e in later if e.seen == newest), key=lambda e: _TELLING.index(e.relation))


def word_of(evidence: Evidence, asked: Asked) -> Line:
    """The words of a claim that is evidence, in quotation marks: of its quotes the one that tells what the rule saw."""
    quotes = asked.claims[evidence.claim].words
    telling = [q for q in quotes if evidence.note and evidence.note.strip().lower() in " ".join(q.lower().split())]
    return (Part(quoted((telling or list(quotes))[0]), (evidence.claim,)),)


def kept(asked: Asked) -> Section:
    """What was done, the newest first; numbers that were reached stand with the numbers."""
    done = [j for j in told(asked.judged, asked) if j.status in _KEPT and j.promise.kind != "figure"]
    done = sorted(done, key=lambda j: _done_day(j), reverse=True)
    return Section(word("titles", "kept"), bullets(done, kept_line, asked, _MOST["kept"]))


def _fulfilment(one: Judged) -> Evidence | None:
    found = one.of("fulfils") or one.of("partly_fulfils")
    return min(found, key=lambda e: (e.at == "", last_day(e.at or e.seen), e.seen), default=None)


def _done_day(one: Judged) -> tuple[str, str]:
    found = _fulfilment(one)
    return (found.at if found else ""), one.promise.id


def kept_line(one: Judged) -> Line:
    """A promise that was kept, when, and how late."""
    found = _fulfilment(one)
    if found is None or not found.at:
        claims = (found.claim,) if found else one.promise.claims[:1]
        return say("done", matter=promised(one), done=Part(word("counted", "kept"), claims))
    when = Part(day(found.at), (found.claim,))
    over = (first_day(found.at) - last_day(one.promise.due)).days if one.promise.due else 0
    if one.status == "kept_late" and over > 0:
        return say("done_late", matter=promised(one), day=when, late=Part(length(over), (found.claim,)))
    return say("done_on", matter=promised(one), day=when)


def unknown(asked: Asked) -> Section:
    """Promises without a date of which no later document tells."""
    silent = [j for j in told(asked.judged, asked) if j.status == "unknown"]

    def line(one: Judged) -> Line:
        stated = Part(day(one.lead.published), one.promise.claims[:1])
        return say("unknown", matter=promised(one), day=stated, searched=Part(day(one.verdict.searched)))

    return Section(word("titles", "unknown"), bullets(silent, line, asked, _MOST["unknown"]))
