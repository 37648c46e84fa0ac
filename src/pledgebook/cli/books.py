"""The book of a command: opened, closed, and what is wrong with it told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pledgebook.book import Book, BookError
from pledgebook.cli.out import stop


@contextmanager
def asked(path: str) -> Iterator[Book]:
    """A book to put questions to; nothing is written. Ends the command where there is none."""
    if not Path(path).exists():
        stop(f'there is no book at {path}; make one with "pledgebook add FILE...", or name another with --book')
    with _told(), Book.open(path, create=False, readonly=True) as book:
        yield book


@contextmanager
def written(path: str) -> Iterator[Book]:
    """A book to add to, made where there is none."""
    with _told(), Book.open(path) as book:
        yield book


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BookError as error:
        stop(str(error))
