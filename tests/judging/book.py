"""A book for tests, written as text: a line for each claim, and under it, indented, its quotes.

    2022-03-01 Daily | project type=school name="school in Mwanza" country=TZ status=planned due=2023
      A school will be built in Mwanza in 2023.

Day and publisher, kind and slots; each day and publisher is one document. Lists are written `KE,UG`, the ends of a
movement `Lagos/NG`. A quote that stands under two claims of a document is one stretch of its text. Under the claim
that states a promise may stand `=> kept`, the verdict that is expected.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import dedent
from typing import Any

from pledgebook.judging import judge
from pledgebook.matching import match
from pledgebook.model import Claim, Fact, Promise, Span, Verdict, claim_id
from pledgebook.model.schema import LIST_SLOTS, check_slots

NUMBERS = ("value", "high")
ENDS = ("origin", "destination")


def slot(name: str, text: str) -> Any:
    if name in LIST_SLOTS:
        return tuple(text.split(","))
    if name in NUMBERS:
        return float(text)
    if name in ENDS:
        place, _, country = text.partition("/")
        return {k: v for k, v in (("place", place), ("country", country)) if v}
    return text


def entries(book: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of a book with the quotes under each."""
    head, quotes = "", []
    for line in dedent(book).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            quotes += [line.strip()] if not line.strip().startswith("=>") else []
            continue
        if head:
            yield head, tuple(quotes)
        head, quotes = line.strip(), []
    if head:
        yield head, tuple(quotes)


def claims_of(book: str) -> list[Claim]:
    """The claims of a book in text."""
    out: list[Claim] = []
    texts: dict[str, str] = {}
    for head, quotes in entries(book):
        document, _, told = (p.strip() for p in head.partition(" | "))
        published, _, publisher = document.partition(" ")
        kind, *pairs = shlex.split(told)
        slots = {k: slot(k, v) for k, v in (p.split("=", 1) for p in pairs)}
        assert quotes and not list(check_slots(kind, slots)), (head, list(check_slots(kind, slots)))
        for quote in quotes:
            if quote not in texts.setdefault(document, ""):
                texts[document] += quote + "\n"
        spans = tuple(Span(texts[document].find(q), texts[document].find(q) + len(q)) for q in quotes)
        fact = Fact(kind, slots, spans)
        out.append(Claim(claim_id(document, fact), document, published, publisher, fact, quotes))
    return out


def expected(book: str) -> dict[str, str]:
    """The verdicts that a book expects, by the claim that first states the promise."""
    heads = [line for line in dedent(book).splitlines() if line.strip() and not line.startswith("#")]
    out: dict[str, str] = {}
    claims = iter(claims_of(book))
    for line in heads:
        if not line[0].isspace():
            claim = next(claims)
        elif line.strip().startswith("=> "):
            out[claim.id] = line.strip().removeprefix("=> ")
    return out


def judged(book: str, on: str) -> list[tuple[Promise, Verdict]]:
    """The promises of a book with their verdicts on a day."""
    claims = claims_of(book)
    return judge(claims, match(claims), date.fromisoformat(on))


def statuses(book: str, on: str) -> list[str]:
    """The headline of every promise, oldest first."""
    return [verdict.status for _, verdict in judged(book, on)]


def relations(pairs: Iterable[tuple[Promise, Verdict]]) -> list[list[str]]:
    """The relations of the evidence of each promise."""
    return [[e.relation for e in verdict.evidence] for _, verdict in pairs]
