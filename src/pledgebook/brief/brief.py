"""A brief on two states: one page of what matters now, then the full account; every line leads to its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pledgebook.book import Book
from pledgebook.brief import account, disputes, dues, figures, headline, ledger
from pledgebook.brief.asked import Asked, ask
from pledgebook.brief.choose import DOUBT
from pledgebook.brief.numbers import numbers
from pledgebook.brief.parts import Block, Brief, Bullets, Line, Paragraph, Part, Section, joined
from pledgebook.brief.sources import cited_claims, numbered
from pledgebook.brief.words import day, say, state

_RELATIONS = 6
_FIRST = (
    *(headline.in_one_line, dues.soon, dues.overdue, numbers),
    *(disputes.disputes, dues.ended, dues.kept, dues.ahead, dues.unknown),
)
_FULL = (
    *(account.binding, account.meetings, figures.trade, account.projects, account.movements),
    *(figures.others, disputes.further, ledger.promises, ledger.rules),
)


def brief(book: Book, left: str, right: str, *, on: date) -> Brief:
    """What the book says of two states, named by their codes, as known and judged on a day.

    Pure over the book's answers: the same book and day give the same brief, to the byte.
    """
    asked = ask(book, left, right, on)
    if not asked.documents:
        return _nothing(book, asked)
    first = _filled(part(asked) for part in _FIRST)
    made = Brief(
        title=headline.title(asked),
        head=headline.head(asked),
        first=_filled((*first, _doubts(first))),
        full=_filled(part(asked) for part in _FULL),
    )
    sources, known = numbered((asked.claims[c] for c in cited_claims(made)), book.document)
    return replace(made, sources=sources, numbers=known)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.blocks)


def _doubts(sections: Iterable[Section]) -> Section:
    """What the sign of doubt means, where one stands."""
    lines = (line for section in sections for block in section.blocks for line in block.lines())
    doubts = any(DOUBT in part.text for line in lines for part in line if not part.claims)
    return Section("", (Paragraph(say("doubt_note")),) if doubts else ())


def _nothing(book: Book, asked: Asked) -> Brief:
    """The book holds nothing on the two: that is said, with what to do and what it does hold."""
    left, right = (Part(state(code)) for code in asked.states)
    none = say("none", left=left, right=right, on=Part(day(asked.on.isoformat())))
    known = joined((_relation(*one) for one in book.relations()[:_RELATIONS]), ", ")
    lines: list[Line] = [say("hint"), *([say("relations", relations=known)] if known else [])]
    blocks: tuple[Block, ...] = (Bullets(tuple(lines)),)
    return Brief(title=headline.title(asked), head=none, first=(Section("", blocks),))


def _relation(left: str, right: str, claims: int) -> Line:
    return say("relation", left=Part(left), right=Part(right), n=Part(str(claims)))
