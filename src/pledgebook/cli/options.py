"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from pledgebook.sources import is_date

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def iso_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str:
    """An ISO date of any precision, as text ("" where none was given); a usage error where it is none."""
    if value and not is_date(value):
        raise click.BadParameter(f"{value!r} is no date; write 2023-03-10, 2023-03 or 2023")
    return value or ""


files = click.argument("files", nargs=-1, required=True, metavar="FILE...")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


book = click.option(
    "--book",
    "book_path",
    envvar="PLEDGEBOOK_BOOK",
    default="book.pledge",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    help="The file of the book.",
)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """The day to judge on. This is the one place where the clock is asked which day it is."""
    if value is None:
        return date.today()
    if len(value) != len("2023-03-10") or not is_date(value):
        raise click.BadParameter(f"{value!r} is no day; write 2023-03-10")
    return date.fromisoformat(value)


on = click.option("--on", callback=day, metavar="DATE", show_default="today", help="The day to judge on: 2026-04-01.")


def states(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Codes of states, in capitals; a usage error where one is none."""
    for one in value:
        if len(one) != 2 or not (one.isascii() and one.isalpha()):
            raise click.BadParameter(f"{one!r} is no state; write its two letters: AZ, UZ, EU")
    return tuple(one.upper() for one in value)


def told(command: Callable[..., None]) -> Callable[..., None]:
    """`--published` and `--publisher`: what the documents do not say themselves."""
    published = click.option(
        "--published",
        callback=iso_date,
        metavar="DATE",
        help="When the documents were published, where they do not say: 2023-03-10, 2023-03 or 2023.",
    )
    publisher = click.option(
        "--publisher", default="", metavar="NAME", help="Who published them, where they do not say."
    )
    return published(publisher(command))
