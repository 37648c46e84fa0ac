"""`pledgebook show`: one item with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import click

from pledgebook.book import Book, BookError
from pledgebook.cli import options, out
from pledgebook.cli.books import asked
from pledgebook.cli.facts import fact_line
from pledgebook.model import Claim, Item, Promise, Verdict

INDENT = "    "


@click.command("show", short_help="Show one item: its claims, quotes, sources, verdicts and history.")
@click.argument("id_", metavar="ID")
@options.book
@options.on
def command(id_: str, book_path: str, on: date) -> None:
    """Show one item: its claims with their words and sources, why they are one item, verdicts, and its history.

    \b
        pledgebook show c3f1a09b77d2e
        pledgebook show c3f1a09b77d2e --on 2026-04-01

    ID is that of an item, of a claim or of a promise, as the other commands print them.
    """
    with asked(book_path) as book:
        judged = book.promises(on=on)
        item = item_of(book, id_, judged)
        mine = [(promise, verdict) for promise, verdict in judged if set(promise.claims) & set(item.claims)]
        for line in account(book, item, mine):
            click.echo(line)


def item_of(book: Book, id_: str, judged: Iterable[tuple[Promise, Verdict]]) -> Item:
    """The item that an id leads to, of whatever it is the id."""
    stated = {promise.id: promise.claims[0] for promise, _ in judged}
    try:
        return book.item(stated.get(id_, id_))
    except BookError:
        raise BookError(f'the book has no item, claim or promise {id_}; "pledgebook find WORDS" shows ids') from None


def account(book: Book, item: Item, judged: Iterable[tuple[Promise, Verdict]]) -> Iterator[str]:
    """All that the book knows of an item, line by line."""
    yield out.strong(f"{item.kind} {item.id}")
    for id_ in item.claims:
        yield from claim_lines(book.claim(id_))
    for promise, verdict in judged:
        yield from verdict_lines(book, promise, verdict)
    if item.links:
        yield out.strong("one item, because")
        yield from (f"{INDENT}{link.left} {link.right}  {link.judge}: {link.seen}" for link in item.links)
    yield out.strong("history")
    for event in book.history(item.id):
        yield f"{INDENT}{event.recorded}  {event.who}: {event.what}" + (f" ({event.why})" if event.why else "")


def claim_lines(claim: Claim) -> Iterator[str]:
    """What one source says, and its words."""
    source = ", ".join(part for part in (claim.publisher, claim.document) if part)
    yield f"{claim.published or 'undated'}  {source}  {claim.id}"
    yield INDENT + out.one_line(fact_line(claim.fact))
    yield from (f'{INDENT}"{out.one_line(words)}"' for words in claim.words)


def verdict_lines(book: Book, promise: Promise, verdict: Verdict) -> Iterator[str]:
    """What became of a promise, by which rule, and by whose words."""
    due = f", due {promise.due}" if promise.due else ""
    yield out.strong(f"{verdict.status} on {verdict.on}{due}: {out.one_line(promise.what)}")
    yield f"{INDENT}by rule {verdict.rule} ({verdict.rules}); searched up to {verdict.searched or 'no document'}"
    for name in ("official", "stage", "schedule", "path"):
        if value := getattr(verdict, name):
            yield f"{INDENT}{name}: {out.one_line(value)}"
    for one in verdict.evidence:
        claim = book.claim(one.claim)
        note = f"; {one.note}" if one.note else ""
        yield f'{INDENT}{one.relation}: {claim.published} {claim.document} "{out.one_line(claim.words[0])}"{note}'
