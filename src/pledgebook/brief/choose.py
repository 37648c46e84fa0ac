"""Which promises stand in a line of the first page, in which order, and what is said of those that are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pledgebook.brief.asked import Asked, Judged
from pledgebook.brief.matter import fits, quotable
from pledgebook.brief.parts import Block, Bullets, Line, Paragraph, Part, Table
from pledgebook.brief.words import say
from pledgebook.judging.words import table
from pledgebook.model import first_day, last_day

# Of two kinds that one sentence was read as, promised for one day, the one that says more of what is to be done.
_TELLING = ("project", "pledge", "instrument", "figure", "movement", "meeting")
DOUBT = say("doubt", line=())[-1].text.strip()
_DOUBTS = 2
_KEPT = ("kept", "kept_late")
LineOf = Callable[[Judged], Line]


def doubtful(one: Judged, asked: Asked) -> bool:
    """Whether a promise was read without certainty or without its name, or has a date before the day it was made.

    One that was kept is doubtful too where that rests on nothing that was read with certainty.
    """
    claims = [asked.claims[c] for c in one.promise.claims]
    past = one.promise.due and one.lead.published and last_day(one.promise.due) < first_day(one.lead.published)
    unsure = all(c.fact.confidence == "weak" for c in claims)
    return bool(past) or unsure or not fits(one.lead) or (one.status in _KEPT and not _is_told_done(one, asked))


def _is_told_done(one: Judged, asked: Asked) -> bool:
    """Whether a claim that was read with certainty tells a promise as done; a flow is only counted over a time."""
    done = [asked.claims[e.claim] for e in one.of("fulfils") or one.of("partly_fulfils")]
    sure = [c for c in done if c.fact.confidence != "weak"]
    return any(c.get("end") or c.get("indicator") not in table("terms")["figure"]["flow"] for c in sure)


def told(judged: Iterable[Judged], asked: Asked) -> list[Judged]:
    """The promises that can stand in a line: those whose claims tell them, each sentence once; doubtful last."""
    kept: list[Judged] = []
    for one in sorted(judged, key=lambda j: _TELLING.index(j.promise.kind)):
        if quotable(one.lead) and not any(_one_sentence(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda j: (doubtful(j, asked), asked.order(j.lead.id)))


def _one_sentence(a: Judged, b: Judged) -> bool:
    """Whether two promises of different kinds were read in one sentence, for one day."""
    alike = a.lead.document == b.lead.document and a.lead.words[:1] == b.lead.words[:1]
    return alike and a.promise.kind != b.promise.kind and a.promise.due == b.promise.due


def marked(one: Judged, line: Line, asked: Asked) -> Line:
    """The line, marked where the promise is doubtful."""
    return say("doubt", line=line) if doubtful(one, asked) else line


def picked(judged: Sequence[Judged], asked: Asked, most: int) -> list[Judged]:
    """The first promises, in their order, of the doubtful ones only two: they are for the full account."""
    doubts = [one.promise.id for one in judged if doubtful(one, asked)]
    return [one for one in judged if one.promise.id not in doubts[_DOUBTS:]][:most]


def bullets(judged: Sequence[Judged], line: LineOf, asked: Asked, most: int, left: int = 0) -> tuple[Block, ...]:
    """A line for each promise, at most `most`, and how many were left out."""
    shown = picked(judged, asked, most)
    lines = tuple(marked(one, line(one), asked) for one in shown)
    return _noted(Bullets(lines), shown, len(judged) - len(shown) + left, asked)


def rows(
    columns: tuple[str, ...],
    judged: Sequence[Judged],
    cells: Callable[[Judged], tuple[Line, ...]],
    asked: Asked,
    most: int,
    left: int = 0,
) -> tuple[Block, ...]:
    """A row for each promise, at most `most`, and how many were left out."""
    made = []
    shown = picked(judged, asked, most)
    for one in shown:
        first, *rest = cells(one)
        made.append((marked(one, first, asked), *rest))
    return _noted(Table(columns, tuple(made)), shown, len(judged) - len(shown) + left, asked)


def _noted(block: Block, shown: Sequence[Judged], left: int, asked: Asked) -> tuple[Block, ...]:
    out: list[Block] = [block] if shown else []
    if left:
        out.append(Paragraph(left_out(left, asked)))
    return tuple(out)


def left_out(number: int, asked: Asked) -> Line:
    """How many promises are not shown, and how to see them."""
    left, right = map(Part, asked.states)
    return say("left_out", n=Part(str(number)), left=left, right=right, on=Part(asked.on.isoformat()))
