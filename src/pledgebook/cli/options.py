"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable

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
