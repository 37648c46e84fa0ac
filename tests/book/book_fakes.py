"""Small rooms for the tests of the book: a reader of one-line facts, a matcher by name, a judge of pledges.

A text of these tests is lines, each a fact: its kind, then `slot=value` divided by `;`. The quote is the line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from pledgebook.book import Book
from pledgebook.book.rooms import Rooms
from pledgebook.model import (
    Claim,
    Conflict,
    Document,
    Evidence,
    Fact,
    Item,
    Link,
    Matched,
    Promise,
    Series,
    Span,
    Verdict,
    last_day,
)
from pledgebook.model.schema import LIST_SLOTS

NOW = "2026-04-01T09:00:00Z"


def read(document: Document) -> list[Fact]:
    """A fact for each line of the form above; any other line is prose."""
    facts, begin = [], 0
    for line in document.text.split("\n"):
        kind, _, rest = line.partition(": ")
        if rest:
            facts.append(Fact(kind, dict(map(_slot, rest.split("; "))), (Span(begin, begin + len(line)),)))
        begin += len(line) + 1
    return facts


def _slot(text: str) -> tuple[str, Any]:
    slot, _, value = text.partition("=")
    if slot in LIST_SLOTS:
        return slot, tuple(value.split("+"))
    if slot in ("origin", "destination"):
        return slot, {"country": value}
    return slot, float(value) if slot == "value" else value


def _name(claim: Claim) -> str:
    return str(claim.get("title") or claim.get("name") or claim.get("action") or claim.id)


def match(claims: Sequence[Claim]) -> Matched:
    """Same kind and name is one item; figures of one indicator are a series; two values of a year are a conflict."""
    items: dict[tuple[str, str], list[str]] = defaultdict(list)
    series: dict[str, list[Claim]] = defaultdict(list)
    years: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        items[claim.kind, _name(claim)].append(claim.id)
        if claim.kind == "figure":
            key = "/".join(str(claim.get(s, "")) for s in ("indicator", "reporter", "partner", "unit"))
            series[key].append(claim)
            years[key + str(claim.get("start"))].append(claim)
    return Matched(
        tuple(
            Item("x" + ids[0], kind, tuple(ids), tuple(Link(a, b, "name/1", name) for a, b in pairwise(ids)))
            for (kind, name), ids in items.items()
        ),
        tuple(
            Series("s" + key, *key.split("/")[:1], "", *key.split("/")[1:], tuple(c.id for c in members))
            for key, members in series.items()
        ),
        tuple(
            Conflict("x" + key, key, tuple(c.id for c in members))
            for key, members in years.items()
            if len({c.get("value") for c in members}) > 1
        ),
    )


def judge(claims: Sequence[Claim], matched: Matched, on: date) -> list[tuple[Promise, Verdict]]:
    """A pledge is kept once a project of the same name is completed, overdue after its day, open before."""
    done = {c.get("name"): c for c in claims if c.kind == "project" and c.get("status") == "completed"}
    out = []
    for claim in claims:
        if claim.kind != "pledge":
            continue
        proof = done.get(claim.get("action"))
        late = bool(claim.get("due")) and last_day(claim.get("due")) < on
        status = "kept" if proof else "overdue" if late else "open"
        evidence = (Evidence(proof.id, "fulfils", "name/1"),) if proof else ()
        promise = Promise("p" + claim.id[1:], claim.kind, (claim.id,), claim.get("actors"), claim.get("action"))
        out.append((promise, Verdict(promise.id, on.isoformat(), status, "by-name/1", "fake/1", evidence)))
    return out


ROOMS = Rooms(version="fake/1", read=read, match=match, judge=judge)


def document(id_: str, *lines: str, published: str = "2024-05-01", publisher: str = "Daily Herald") -> Document:
    return Document(id_, "\n".join(lines), title=f"About {id_}", publisher=publisher, published=published)


def open_book(path: Path, **options: Any) -> Book:
    return Book.open(path / "test.book", rooms=ROOMS, **options)


def fill(book: Book, *documents: Document, recorded: str = NOW) -> Book:
    for one in documents:
        book.add(one, recorded=recorded)
    return book


SCHOOL = "pledge: actors=NO; counterpart=SE; action=Kiruna school; strength=commits; due=2025"
SCHOOL_DONE = "project: type=school; name=Kiruna school; country=SE; status=completed; due=2025-08"
TRADE = "figure: indicator=trade_turnover; reporter=NO; partner=SE; value=4.5e9; unit=USD; start=2023; end=2023"
TRADE_TOO = "figure: indicator=trade_turnover; reporter=NO; partner=SE; value=4.9e9; unit=USD; start=2023; end=2023"
FORUM = "meeting: form=forum; title=Border Forum; participants=NO+SE; host=SE; status=held; start=2024-04-02"
FINNS = "instrument: form=agreement; title=Ice Road Agreement; parties=FI+SE; status=signed; date=2024-03"
