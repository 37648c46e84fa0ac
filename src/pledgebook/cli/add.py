"""`pledgebook add`: documents into the book."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from pledgebook.book import Added, Book, BookError
from pledgebook.cli import options, out
from pledgebook.cli.books import written
from pledgebook.cli.documents import documents, reader_failed
from pledgebook.sources import Refused, Taken, Told, places


@click.command("add", short_help="Take documents into the book.")
@options.files
@options.book
@options.told
@click.option(
    "--facts", is_flag=True, help="Take the facts that JSON in the form of the guide holds, and read nothing."
)
@options.as_json
def command(files: tuple[str, ...], book_path: str, published: str, publisher: str, facts: bool, as_json: bool) -> None:
    """Take documents into the book, each with the facts that it states. The book is made where there is none.

    \b
        pledgebook add articles/ --publisher "news agency"
        pledgebook add communique.txt --published 2023-03-10 --book relations.pledge
        pledgebook add annotated.json --facts

    A document that the book has already changes nothing. Each document is taken whole or not at all.
    """
    tally = out.Tally()
    found = places(files)
    added: list[Added] = []
    with written(book_path) as book:
        with out.progress(found, "adding") as steps:
            for taken in documents(steps, Told(published, publisher), tally, with_facts=facts):
                try:
                    added.append(add(book, taken))
                except Refused as refused:
                    tally.refused.append(refused)
        book.settle()
    tally.taken = len(added)
    if as_json:
        for one in added:
            click.echo(out.json_line({"document": one.document, "known": one.known, "claims": len(one.claims)}))
    elif added:
        click.echo(summary(added, book_path))
    tally.close()


def add(book: Book, taken: Taken) -> Added:
    """One document into the book, or the reason why not. Facts that came with it are not the reader's."""
    reader = "rules" if taken.facts is None else "given"
    try:
        return book.add(taken.document, taken.facts, reader=reader, recorded=datetime.now(UTC).isoformat())
    except BookError as error:
        raise Refused(taken.where, str(error)) from error
    except Exception as error:
        raise reader_failed(taken.where, error) from error


def summary(added: list[Added], book_path: str) -> str:
    """What the run did, in a line."""
    new = [one for one in added if not one.known]
    line = (
        f"{book_path}: {count(len(new), 'document')} added with {count(sum(len(one.claims) for one in new), 'claim')}"
    )
    known = len(added) - len(new)
    return line + (f"; {count(known, 'document')} known already" if known else "")


def count(number: int, what: str) -> str:
    """1 document, 2 documents."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
