"""The book with the matcher and the judge that it has in life, over made-up documents."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import made_up
from pledgebook.book import Book
from pledgebook.model import Document, Fact

DAY = date(2024, 4, 1)
Made = list[tuple[Document, list[Fact]]]


@pytest.fixture(scope="module")
def made() -> Made:
    return list(made_up.documents(200, relations=25))


def answers(path: Path, made: Made, chance: random.Random) -> list[Any]:
    """What a book says after these documents, and some questions between them."""
    with Book.open(path) as book:
        for document, facts in made:
            book.add(document, facts, recorded="2026-04-01")
            if chance.random() < 0.02:
                book.promises(chance.choice(book.relations())[:2], on=DAY)
        promises = sorted(book.promises(on=DAY), key=lambda judged: judged[0].id)
        return [book.claims(), book.items(), book.series(), book.conflicts(), book.asks(), book.parts(), promises]


def test_any_order_of_two_hundred_documents_gives_the_same(tmp_path: Path, made: Made) -> None:
    chance = random.Random(5)
    first = answers(tmp_path / "one", made, chance)
    again = answers(tmp_path / "other", chance.sample(made, len(made)), chance)
    assert [len(some) > 9 for some in first] == [True] * 5 + [False, True]  # no parts of sums among what is made up
    assert again == first


def test_a_verdict_is_the_same_in_every_relation_that_shows_it(tmp_path: Path, made: Made) -> None:
    with Book.open(tmp_path / "one") as book:
        for document, facts in made[:60]:
            book.add(document, facts, recorded="2026-04-01")
        whole = {promise.id: (promise, verdict) for promise, verdict in book.promises(on=DAY)}
        shown = [judged for pair in book.relations() for judged in book.promises(pair[:2], on=DAY)]
    assert {judged[0].id for judged in shown} == set(whole)
    assert all(judged == whole[judged[0].id] for judged in shown)


def test_judging_after_each_document_ends_where_judging_once_does(tmp_path: Path, made: Made) -> None:
    with Book.open(tmp_path / "one") as book, Book.open(tmp_path / "other") as other:
        for document, facts in made[:30]:
            book.add(document, facts, recorded="2026-04-01")
            book.promises(on=DAY)
            other.add(document, facts, recorded="2026-04-01")
        assert book.promises(on=DAY) == other.promises(on=DAY)
        assert book.fingerprint() == other.fingerprint() == book.rebuild()
