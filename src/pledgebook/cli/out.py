"""What commands print: tables and colour in a terminal, plain text in a pipe; what went wrong, to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from pledgebook.sources import Refused

GAP = "  "


def in_terminal() -> bool:
    """Whether a person looks at what is printed."""
    return sys.stdout.isatty()


def strong(text: str) -> str:
    """A heading: bold in a terminal, itself in a pipe (where click takes the style off)."""
    return click.style(text, bold=True)


def one_line(text: str) -> str:
    """A quote may run over lines; a cell does not."""
    return " ".join(text.split())


def json_line(data: Any) -> str:
    """One line of JSON, in the characters of the documents themselves."""
    return json.dumps(data, ensure_ascii=False)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", colours: Mapping[str, str] | None = None
) -> None:
    """Rows of text under named columns. In a terminal a cell that `colours` holds is shown in its colour."""
    if in_terminal():
        _rich_table(columns, rows, title, colours or {})
    else:
        for line in plain_table(columns, rows, title):
            click.echo(line)


def plain_table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> Iterator[str]:
    """The same without colour or frames: columns padded to their widest cell, the last one left as it is."""
    lines = [list(columns), *(list(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns) - 1)]
    if title:
        yield title
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        yield GAP.join([*cells, line[-1]]).rstrip()


def _rich_table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str, colours: Mapping[str, str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold", pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell, colours.get(cell, "")) for cell in row))  # a document's own brackets are no markup
    Console().print(made)


@contextmanager
def progress(items: Sequence[Any], label: str, shown: bool = True) -> Iterator[Iterable[Any]]:
    """The items, with a bar on standard error where a person watches it and there is more than one."""
    if shown and len(items) > 1 and sys.stderr.isatty():
        with click.progressbar(items, label=label, file=sys.stderr) as bar:
            yield bar
    else:
        yield items


class Tally:
    """How many inputs were taken, and which were refused; told at the end, so that no bar runs over it."""

    def __init__(self) -> None:
        self.taken = 0
        self.refused: list[Refused] = []

    def close(self) -> None:
        """Name what was refused; end the command with 1 where the rest went well, with 2 where there was no rest."""
        for refused in self.refused:
            click.echo(f"pledgebook: {refused}", err=True)
        if self.refused and self.taken:
            click.echo(f"pledgebook: {len(self.refused)} refused, {self.taken} taken", err=True)
        if self.refused:
            raise click.exceptions.Exit(1 if self.taken else 2)


def stop(line: str) -> NoReturn:
    """End the command: nothing could be done, and why."""
    click.echo(f"pledgebook: {line}", err=True)
    raise click.exceptions.Exit(2)
