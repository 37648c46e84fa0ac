"""What must hold of every book, whatever came in and whatever was decided, in whatever order."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from book_fakes import NOW, ROOMS, document, fill, read
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.book import Book, BookError, Where
from pledgebook.model import Document, Fact

STATES = ("DK", "EE", "FI", "NO", "SE")
NAMES = ("Ice Road", "Ore Line", "Fish School", "Sound Bridge")
WEIGHTS = {"add": 5, "decide": 3, "undo": 1, "reread": 1, "settle": 1}


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One fact of the tests' own form."""
    some = "+".join(sorted(draw(st.sets(st.sampled_from(STATES), min_size=1, max_size=3))))
    name, year = draw(st.sampled_from(NAMES)), draw(st.sampled_from(("2024", "2025")))
    return draw(
        st.sampled_from(
            (
                f"meeting: form=forum; title={name}; participants={some}; status=held; start={year}",
                f"project: type=road; name={name}; parties={some}; status=completed",
                f"pledge: actors={some}; action={name}; strength=commits; due={year}",
                f"figure: indicator=exports; reporter={some[:2]}; partner=NO; value={len(name)}; unit=t; start={year}",
            )
        )
    )


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    texts = draw(st.lists(st.lists(lines(), max_size=4), min_size=1, max_size=7))
    days = draw(st.lists(st.sampled_from(("", "2024-01-05", "2024-03", "2025")), min_size=7, max_size=7))
    return [document(f"n{n}", *text, published=days[n]) for n, text in enumerate(texts)]


def answers(book: Book, as_of: int | None = None) -> list[Any]:
    """All that a book says, in a form that can be compared."""
    on = date(2026, 6, 1)
    return [
        book.claims(where=Where(retired=True), as_of=as_of),
        book.claims(as_of=as_of),
        book.items(as_of=as_of),
        book.series(as_of=as_of),
        book.conflicts(as_of=as_of),
        [book.items(("NO", other), as_of=as_of) for other in STATES],
        book.promises(on=on, as_of=as_of),
        book.promises(("NO", "SE"), on=on, as_of=as_of),
        book.decisions(as_of=as_of),
        sorted(hit.claim + hit.document for hit in book.find("road", limit=99, as_of=as_of)),
    ]


def fresh(folder: str, name: str) -> Book:
    return Book.open(Path(folder) / name, rooms=ROOMS)


def answers_of_one_relation(book: Book) -> list[Any]:
    two, on = ("NO", "SE"), date(2026, 6, 1)
    return [book.items(two), book.series(two), book.conflicts(two), book.promises(two, on=on)]


def settled(book: Book) -> Book:
    book.settle()
    return book


@settings(max_examples=40, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_in_which_documents_come_never_matters(batch: list[Document], chance: Any) -> None:
    shuffled = sorted(batch, key=lambda _: chance.random())
    with tempfile.TemporaryDirectory() as folder, fresh(folder, "one") as one, fresh(folder, "other") as other:
        asked = answers_of_one_relation(fill(one, *batch))
        assert asked == answers_of_one_relation(settled(one))
        for doc in shuffled:
            fill(other, doc)
            if chance.random() < 0.3:
                other.settle()
        assert answers(other) == answers(one)


def act(book: Book, batch: list[Document], chance: Any) -> None:
    """Do one thing that may be done to a book, chosen at random; what is refused changes nothing."""
    kind = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    claims, items, said = book.claims(where=Where(retired=True)), book.items(), book.decisions()
    try:
        if kind == "add" or not claims:
            book.add(chance.choice(batch), recorded=NOW)
        elif kind == "settle":
            book.settle()
        elif kind == "reread":
            book.take(book.reread(chance.choice(claims).document, other_facts(book, chance)), recorded=NOW)
        elif kind == "undo" and said:
            book.decide("undo", chance.choice(said).id, who="Bo", why="no", recorded=NOW)
        elif items:
            decide(book, chance)
    except BookError:
        pass


def other_facts(book: Book, chance: Any) -> list[Fact]:
    doc = book.document(chance.choice(book.documents()).id)
    facts = [fact for fact in read(doc) if chance.random() < 0.7]
    return [seen_otherwise(fact) if chance.random() < 0.5 else fact for fact in facts]


def seen_otherwise(fact: Fact) -> Fact:
    who = {"meeting": "participants", "project": "parties", "pledge": "actors"}.get(fact.kind)
    return replace(fact, slots={**fact.slots, who: ("DK", "EE")}) if who else fact


def decide(book: Book, chance: Any) -> None:
    item, other = chance.choice(book.items()), chance.choice(book.items())
    claim = chance.choice(item.claims)
    kind, subject, detail = chance.choice(
        [
            ("accept", claim, {}),
            ("reject", claim, {}),
            ("reject", chance.choice(book.documents()).id, {}),
            ("correct", claim, {"slots": {"status": "planned"}}),
            ("correct", claim, {"slots": {"participants": ["DK", "NO"]}}),
            ("join", claim, {"with_": chance.choice(other.claims)}),
            ("split", item.id, {"claims": chance.sample(item.claims, chance.randint(1, len(item.claims)))}),
            ("alias", chance.choice(NAMES), {"of": chance.choice(NAMES)}),
            ("verdict", claim, {"status": "withdrawn"}),
        ]
    )
    book.decide(kind, subject, who="Bo", why="heard it", recorded=NOW, **detail)


@settings(max_examples=40, deadline=None)
@given(documents(), st.randoms(use_true_random=False), st.integers(1, 25))
def test_whatever_was_done_the_journal_gives_it_again_and_the_past_stays(
    batch: list[Document], chance: Any, deeds: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh(folder, "one") as book:
        past = {}
        for _ in range(deeds):
            act(book, batch, chance)
            past[len(book.journal())] = answers(book)
        before = book.fingerprint()
        assert book.rebuild() == before
        assert answers(book) == past[len(book.journal())]
        assert book.verify() == []
        cut = chance.choice(sorted(past))
        assert answers(book, as_of=cut) == past[cut]


@settings(max_examples=25, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_every_decision_can_be_undone(batch: list[Document], chance: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, fill(fresh(folder, "one"), *batch) as book:
        if not book.items():
            return
        before = (book.fingerprint(), answers(book)[:8])
        for _ in range(4):
            with suppress(BookError):
                decide(book, chance) if book.items() else None
        for said in reversed(book.decisions()):
            book.decide("undo", said.id, who="Bo", why="never mind", recorded=NOW)
        assert (book.fingerprint(), answers(book)[:8]) == before
