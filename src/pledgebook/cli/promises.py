"""`pledgebook promises`: every promise and its verdict on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from pledgebook.book import Book
from pledgebook.cli import options, out
from pledgebook.cli.books import asked
from pledgebook.model import Promise, Verdict

COLUMNS = ("id", "verdict", "due", "who", "what")
COLOURS = {
    **dict.fromkeys(("kept", "kept_late"), "green"),
    **dict.fromkeys(("overdue", "broken", "contradicted"), "red"),
    **dict.fromkeys(("partly_kept", "revised"), "yellow"),
    **dict.fromkeys(("withdrawn", "unknown"), "dim"),
}


@click.command("promises", short_help="List promises with their verdicts on a day.")
@click.argument("states", nargs=-1, metavar="[AZ UZ]", callback=options.states)
@options.book
@options.on
@options.as_json
def command(states: tuple[str, ...], book_path: str, on: date, as_json: bool) -> None:
    """List promises with their verdicts on a day: those of a pair of states, of one state, or all.

    \b
        pledgebook promises
        pledgebook promises AZ UZ --on 2026-04-01
        pledgebook promises KE --json

    `pledgebook show ID` tells the words, the evidence and the history behind one of them.
    """
    with asked(book_path) as book:
        found = book.promises(states, on=on)
        if as_json:
            for promise, verdict in found:
                click.echo(out.json_line(promise_form(book, promise, verdict)))
        else:
            out.table(COLUMNS, [row(promise, verdict) for promise, verdict in found], colours=COLOURS)


def row(promise: Promise, verdict: Verdict) -> tuple[str, ...]:
    """A promise as a line of the table."""
    return (promise.id, verdict.status, promise.due, ", ".join(promise.who), out.one_line(promise.what))


def promise_form(book: Book, promise: Promise, verdict: Verdict) -> dict[str, Any]:
    """A promise and its verdict for programs; every claim with its document and its words."""
    evidence = [
        {"relation": one.relation, "rule": one.rule, "note": one.note, **claim_form(book, one.claim)}
        for one in verdict.evidence
    ]
    return {
        **{name: getattr(promise, name) for name in ("id", "kind", "what", "due", "strength", "item", "revises")},
        "who": list(promise.who),
        **{name: getattr(verdict, name) for name in ("on", "status", "rule", "rules", "official", "stage")},
        **{name: getattr(verdict, name) for name in ("schedule", "path", "searched")},
        "claims": [claim_form(book, claim) for claim in promise.claims],
        "evidence": evidence,
    }


def claim_form(book: Book, id_: str) -> dict[str, Any]:
    """Where a claim stands, and its words."""
    claim = book.claim(id_)
    place = {"document": claim.document, "published": claim.published, "publisher": claim.publisher}
    return {"claim": claim.id, **place, "quotes": list(claim.words)}
