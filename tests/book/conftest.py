"""A fresh book for each test."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pledgebook.book import Book

sys.path.insert(0, str(Path(__file__).parent))  # for book_fakes, which the tests here share


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    from book_fakes import open_book

    with open_book(tmp_path) as opened:
        yield opened
