"""The command: one module a command, each loaded only when it is called."""

from __future__ import annotations

import click

from pledgebook import __version__
from pledgebook.cli.commands import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Keep the book of what states announce, and tell what became of it.

    \b
    See what a document says, without keeping anything:
        pledgebook read communique.txt --published 2023-03-10
    Keep documents in a book (./book.pledge, or the file that PLEDGEBOOK_BOOK names):
        pledgebook add articles/ --publisher "news agency"
    Before a visit, and on any day after:
        pledgebook brief AZ UZ --on 2026-04-01
        pledgebook promises AZ UZ

    FILE is a text file (UTF-8), a folder, - for standard input, or JSON in the form of the annotation guide.
    Exit code: 0 all went well, 1 some inputs were refused (each is named), 2 nothing could be done.
    """
