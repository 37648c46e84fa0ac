"""The head of a brief and its one line: what is in the book, how many promises came to what, where trade stands."""

from __future__ import annotations

from collections import Counter

from pledgebook.brief.asked import Asked
from pledgebook.brief.numbers import trade
from pledgebook.brief.parts import Block, Line, Paragraph, Part, Section, joined
from pledgebook.brief.words import day, period, say, state, word, words


def title(asked: Asked) -> str:
    """The names of the two states."""
    return " - ".join(state(code) for code in asked.states)


def head(asked: Asked) -> Line:
    """The day, the number of documents and publishers, and the time that they span."""
    dates = sorted(d.published for d in asked.documents if d.published)
    publishers = {d.publisher for d in asked.documents if d.publisher}
    return say(
        "head",
        on=Part(day(asked.on.isoformat())),
        documents=many("document", len(asked.documents)),
        publishers=many("publisher", len(publishers)),
        span=Part(period(dates[0], dates[-1]) if dates else ""),
    )


def many(what: str, number: int) -> Line:
    """1 document, 2 documents."""
    return say(what if number == 1 else f"{what}s", n=Part(str(number)))


def in_one_line(asked: Asked) -> Section:
    """The promises counted by verdict, and trade against its aim."""
    found = Counter(j.status for j in asked.judged)
    counts = joined(
        (
            say("count", n=Part(str(found[status])), verdict=Part(told))
            for status, told in words()["counted"].items()
            if found[status]
        ),
        ", ",
    )
    total = len(asked.judged)
    blocks: list[Block] = []
    if total:
        blocks.append(Paragraph(say("counts1" if total == 1 else "counts", n=Part(str(total)), counts=counts)))
    if line := trade(asked):
        blocks.append(Paragraph(line))
    return Section(word("titles", "line"), tuple(blocks))
