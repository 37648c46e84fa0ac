"""From bytes to text, and from text to a document."""

from __future__ import annotations

from pledgebook.model import Document
from pledgebook.sources.refused import Refused
from pledgebook.sources.taken import Told

LONGEST_LINE = 1_000_000  # code points; no sentence, table row or paragraph comes near it, dumps of data do


def decode(raw: bytes, where: str) -> str:
    """UTF-8 with or without a byte order mark; line ends become `\\n`, as in any text file that Python opens."""
    if not raw.strip():
        raise Refused(where, "is empty", "give a file with the text of a document")
    if b"\0" in raw:
        raise Refused(where, "is a binary file", "save the document as text in UTF-8 and give that")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start})"
        raise Refused(where, what, "save it as UTF-8, or as text if it is a binary file") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check(text: str, where: str) -> str:
    """The text, if it can be a document's: it says something, every character is one, no line is endless."""
    if not text.strip():
        raise Refused(where, "has no text", "give a document that says something")
    if not is_text(text):
        raise Refused(where, "holds what is no character (NUL or half a surrogate pair)", "repair or remove it")
    if (longest := max(map(len, text.split("\n")))) > LONGEST_LINE:
        what = f"has a line of {longest:,} characters, more than {LONGEST_LINE:,}"
        raise Refused(where, what, "this is no article; break the text into lines")
    return text


def is_text(text: str) -> bool:
    """Whether every character is one: no NUL, and no half of a surrogate pair, which UTF-8 cannot write."""
    return not any("\ud800" <= character <= "\udfff" or character == "\0" for character in set(text))


def first_line(text: str) -> str:
    """The first line that is not blank: what a document calls itself where nobody tells its title."""
    return next((line.strip() for line in text.split("\n") if line.strip()), "")


def text_document(text: str, where: str, ident: str, told: Told) -> Document:
    """A document out of plain text."""
    return Document(
        id=ident,
        text=check(text, where),
        title=told.title or first_line(text),
        publisher=told.publisher,
        published=told.published,
        lang=told.lang,
    )
