"""`pledgebook export`: what the book holds, for other programs."""

from __future__ import annotations

from datetime import date

import click

from pledgebook.cli import options, out
from pledgebook.cli.books import asked


@click.command("export", short_help="Print what the book holds, for other programs.")
@click.option(
    "--judge", is_flag=True, required=True, help="Promises, items and conflicts, as evaluation/judge.py takes them."
)
@options.book
@options.on
def command(judge: bool, book_path: str, on: date) -> None:
    """Print what the book holds, for other programs.

    \b
        pledgebook export --judge --on 2026-04-01 > book.json
    """
    with asked(book_path) as book:
        click.echo(out.json_line(book.judge_export(on)))
