"""A fresh book for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from book_fakes import open_book

from pledgebook.book import Book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with open_book(tmp_path) as opened:
        yield opened
