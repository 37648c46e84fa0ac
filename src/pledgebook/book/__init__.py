"""The only room that touches the database: claims are appended, everything else is derived from them."""

from pledgebook.book.asking import Page, Where
from pledgebook.book.book import Book
from pledgebook.book.copies import restore
from pledgebook.book.errors import BookError
from pledgebook.book.records import Added, Decision, Entry, Event, Hit, Reread

__all__ = ["Added", "Book", "BookError", "Decision", "Entry", "Event", "Hit", "Page", "Reread", "Where", "restore"]
