"""Books to make briefs of: small ones written as text, and those of the annotated chains, given and as read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from pledgebook.book import Book
from pledgebook.book.textform import read
from pledgebook.sources import Taken, Told, take_all

DEV = Path(__file__).parents[2] / "evaluation" / "dev"
NOW = "2026-04-01T09:00:00+00:00"
CHAINS = {"az": ("AZ", "UZ", "chain?"), "ke": ("KE", "ET", "ke?"), "rs": ("RS", "HU", "rs?")}

Written = Callable[[str], Book]
Chain = tuple[Book, str, str]


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    """A book from its text form, every claim told by hand."""
    with ExitStack() as stack:

        def make(text: str) -> Book:
            stated, problems = read(text)
            assert problems == []
            book = stack.enter_context(Book.open(tmp_path / "written.pledge"))
            for document, claims in stated:
                book.add(document, [c.fact for c in claims], reader="given", recorded=NOW)
            return book

        yield make


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, bool], Chain]]:
    """The book of a chain of documents with two states, its facts given or read; made once."""
    made: dict[tuple[str, bool], Chain] = {}
    with ExitStack() as stack:

        def get(name: str, given: bool) -> Chain:
            if (name, given) not in made:
                left, right, pattern = CHAINS[name]
                path = tmp_path_factory.mktemp("chain") / f"{name}.pledge"
                book = stack.enter_context(Book.open(path))
                fill(book, sorted(map(str, DEV.glob(f"{pattern}.json"))), given)
                made[name, given] = (book, left, right)
            return made[name, given]

        yield get


def fill(book: Book, files: list[str], given: bool) -> None:
    """Add the documents of files in the form of the guide."""
    for taken in take_all(files, Told(), with_facts=given):
        assert isinstance(taken, Taken)
        book.add(taken.document, taken.facts, reader="given" if given else "rules", recorded=NOW)
