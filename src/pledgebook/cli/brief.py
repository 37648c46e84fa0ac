"""`pledgebook brief`: what a desk officer reads before a visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from pledgebook.brief import Brief, brief
from pledgebook.cli import options, out
from pledgebook.cli.books import asked

FORMS: dict[str, Callable[[Brief], str]] = {"text": Brief.text, "md": Brief.markdown, "html": Brief.html}


@click.command("brief", short_help="Print what two states promised each other, and what became of it.")
@click.argument("states", nargs=2, metavar="AZ UZ", callback=options.states)
@options.book
@options.on
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    help="Plain text, Markdown, or one HTML file that prints well.  [default: text, with frames in a terminal]",
)
def command(states: tuple[str, str], book_path: str, on: date, form: str | None) -> None:
    """Print what two states promised each other, and what had become of it on a day; every line cites its source.

    \b
        pledgebook brief AZ UZ
        pledgebook brief AZ UZ --on 2026-04-01 --format md > brief.md
        pledgebook brief AZ UZ --format html > brief.html

    One page of what matters now comes first, then the full account; the numbers in brackets lead to the words of the
    sources at the end. States are named by their two letters (ISO 3166; EU for the European Union).
    """
    with asked(book_path) as book:
        made = brief(book, *states, on=on)
    if form is None and out.in_terminal():
        show(made)
    else:
        click.echo(FORMS[form or "text"](made), nl=False)


def show(made: Brief) -> None:
    """The brief in a terminal, as wide as that is."""
    from rich.console import Console

    from pledgebook.brief.terminal import rendered

    console = Console()
    for one in rendered(made):
        console.print(one)
