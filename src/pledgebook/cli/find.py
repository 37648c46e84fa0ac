"""`pledgebook find`: words in documents, quotes and names."""

from __future__ import annotations

import click

from pledgebook.cli import options, out
from pledgebook.cli.books import asked

COLUMNS = ("document", "id", "words")


@click.command("find", short_help="Find words in documents, quotes and names.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@options.book
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many places at most.")
@options.as_json
def command(words: tuple[str, ...], book_path: str, limit: int, as_json: bool) -> None:
    """Find words in documents, quotes and names: all in one place; words in one pair of quotes together.

    \b
        pledgebook find railway tariff
        pledgebook find '"joint fund"' Tashkent

    The id is that of a claim, for `pledgebook show ID`; a document as a whole has none.
    """
    with asked(book_path) as book:
        hits = book.find(" ".join(words), limit=limit)
    if as_json:
        for hit in hits:
            click.echo(out.json_line({name: getattr(hit, name) for name in hit.__slots__}))
    else:
        out.table(COLUMNS, [(hit.document, hit.claim, out.one_line(hit.snippet)) for hit in hits])
