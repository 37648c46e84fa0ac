"""Every sentence of a brief walks back to its claims: no word, no number that neither they nor templates say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from pledgebook.brief import brief
from pledgebook.brief.parts import Brief, Part, Table
from pledgebook.brief.words import claimed, day, due, state, words
from pledgebook.judging.words import table
from pledgebook.model import Claim

ON = date(2026, 4, 1)
ALL = [(name, given) for name in ("az", "ke", "rs") for given in (True, False)]
BOOKS = pytest.mark.parametrize(("name", "given"), ALL, ids=[f"{n}-{'given' if g else 'read'}" for n, g in ALL])
DATES = ("start", "end", "date", "due")


def tokens(text: str) -> set[str]:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.lower())
    return set(re.findall(r"\w+(?:[.,]\d+)*%?", plain))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)
    else:
        yield str(value)


@cache
def own_words() -> frozenset[str]:
    """The words of templates and rules, which say nothing of the world."""
    told = " ".join([*texts(words()), *texts(table("rules")), *table("rules")["verdict"]]).replace("_", " ")
    return frozenset(token for token in tokens(told) if not token[0].isdigit())


def told_by(claim: Claim) -> set[str]:
    """All that a claim says: its words, its slots, and its numbers, dates and states as a brief writes them."""
    slots = dict(claim.fact.slots)
    said = [json.dumps(slots, ensure_ascii=False), *claim.words, claim.publisher, claim.document]
    said += [" ".join(claim.words).replace("-", " "), *(state(text) for text in texts(slots))]
    dates = [str(slots[s]) for s in DATES if s in slots] + [claim.published, claim.published[:7]]
    said += [f"{day(d)} {due(d)}" for d in dates if d]
    return tokens(" ".join([*said, claimed(claim) if claim.kind == "figure" else ""]))


def is_reckoned(token: str, part: Part) -> bool:
    """A number that is worked out: a share or growth of figures, a length of time since a date, a count of names."""
    if token.endswith("%"):
        return bool(part.claims)
    return token.isdigit() and re.search(rf"\b{token}\s(?:days?|months|more)\b", part.text) is not None


@BOOKS
def test_every_part_says_what_its_claims_say(chain, name: str, given: bool) -> None:
    book, left, right = chain(name, given)
    made = brief(book, left, right, on=ON)
    voices = tokens(" ".join(v for c in book.claims() for v in (c.publisher, str(c.get("speaker") or ""))))
    strange = {}
    for part in (part for line in made.lines() for part in line if part.claims):
        said = set(own_words() | voices).union(*(told_by(book.claim(c)) for c in part.claims))
        if odd := {t for t in tokens(part.text) - said if not is_reckoned(t, part)}:
            strange[part.text] = odd
    assert strange == {}


@BOOKS
def test_what_bears_no_citation_is_the_briefs_own(chain, name: str, given: bool) -> None:
    """Words of templates, names of rules and states, dates of documents and counts; columns name who counts."""
    book, left, right = chain(name, given)
    made = brief(book, left, right, on=ON)
    dates = " ".join(day(d) for d in [ON.isoformat(), *(doc.published for doc in book.documents())])
    codes = f"{left} {right} {state(left)} {state(right)} {ON.isoformat()} {table('terms')['version']}"
    own = set(own_words()) | tokens(dates) | tokens(codes.replace("-", " ")) | {"†"}
    for line in made.lines():
        for part in (p for p in line if not p.claims):
            odd = {token for token in tokens(part.text) - own if not token.isdigit()}
            assert odd == set(), part.text


@BOOKS
def test_every_line_of_the_world_bears_a_citation(chain, name: str, given: bool) -> None:
    """And a quiet part speaks only where another part of its line or table shows the number of its claims."""
    book, left, right = chain(name, given)
    made = brief(book, left, right, on=ON)
    for section in (*made.first, *made.full):
        loud = {made.numbers[c] for b in section.blocks for c in shown(b.lines())}
        quiet = {c for b in section.blocks for line in b.lines() for p in line if p.quiet for c in p.claims}
        assert {made.numbers[c] for c in quiet} <= loud, section.title
        for block in section.blocks:
            if isinstance(block, Table):
                assert all(any(p.claims for cell in row for p in cell) for row in block.rows) or not first_cells(block)


def shown(lines: Iterable[tuple[Part, ...]]) -> set[str]:
    return {c for line in lines for part in line if not part.quiet for c in part.claims}


def first_cells(block: Table) -> list[str]:
    """Rows that begin something: those that go on a row above may be silent ("no count found")."""
    return [row[0][0].text for row in block.rows if row[0] and not any(p.claims for cell in row for p in cell)]


@BOOKS
def test_citations_lead_to_document_and_words(chain, name: str, given: bool) -> None:
    book, left, right = chain(name, given)
    made = brief(book, left, right, on=ON)
    leads = {c.number: (s.document.id, c.words) for s in made.sources for c in s.citations}
    assert sorted(leads) == list(range(1, len(leads) + 1))
    for claim, number in made.numbers.items():
        told = book.claim(claim)
        assert leads[number] == (told.document, told.words)
        text = book.document(told.document).text
        assert all(words in text for words in told.words)


@BOOKS
def test_the_same_book_gives_the_same_bytes(chain, name: str, given: bool) -> None:
    book, left, right = chain(name, given)
    first, again = (brief(book, left, right, on=ON) for _ in range(2))
    assert first == again
    assert (first.text(), first.markdown(), first.html()) == (again.text(), again.markdown(), again.html())


@settings(max_examples=12, deadline=None)
@drawn(on=st.dates(date(2022, 12, 1), date(2027, 12, 31)))
def test_nothing_from_after_the_day_is_in_it(chain, on: date) -> None:
    book, left, right = chain("az", True)
    made: Brief = brief(book, left, right, on=on)
    assert all(source.document.published <= on.isoformat() for source in made.sources)
    assert bool(made.full) is (on >= date(2023, 3, 10))
    assert {made.numbers[c] for line in made.lines() for part in line for c in part.claims} == set(
        made.numbers.values()
    )
