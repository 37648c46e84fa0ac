"""A brief for a terminal: the same lines, with bold titles, framed tables and dim marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as RichTable
from rich.text import Text

from pledgebook.brief.parts import Block, Brief, Bullets, Part, Section, Source, Table, cited, cited_cells
from pledgebook.brief.text import source_line
from pledgebook.brief.words import one_line, word


def rendered(brief: Brief) -> Iterator[RenderableType]:
    """The whole brief, piece by piece."""
    yield Text(brief.title, "bold")
    yield _text(cited(brief.head, brief.numbers))
    for section in brief.first:
        yield from _section(section, brief)
    if brief.full:
        yield from ("", Rule(word("titles", "full"), style="dim"))
    for section in brief.full:
        yield from _section(section, brief)
    if brief.sources:
        yield from ("", Text(word("titles", "sources"), "bold cyan"))
    for source in brief.sources:
        yield from _source(source)


def _text(parts: Iterable[tuple[Part, str]]) -> Text:
    made = Text()
    for part, mark in parts:
        made.append(part.text, "bold" if part.strong else "")
        made.append(f" {mark}" if mark else "", "dim")
    return made


def _section(section: Section, brief: Brief) -> Iterator[RenderableType]:
    yield ""
    if section.title:
        yield Text(section.title, "bold cyan")
    for block in section.blocks:
        yield from _block(block, brief)


def _block(block: Block, brief: Brief) -> Iterator[RenderableType]:
    if isinstance(block, Table):
        yield _table(block, brief)
    elif isinstance(block, Bullets):
        for line in block.items:
            grid = RichTable.grid(padding=(0, 1))
            grid.add_row("•", _text(cited(line, brief.numbers)))
            yield grid
    else:
        yield _text(cited(block.line, brief.numbers))


def _table(table: Table, brief: Brief) -> RichTable:
    made = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        made.add_column(column, overflow="fold")
    for row in table.rows:
        made.add_row(*(_text(cell) for cell in cited_cells(row, brief.numbers)))
    return made


def _source(source: Source) -> Iterator[RenderableType]:
    yield from ("", Text(source_line(source), "bold"))
    for number, quotes in source.citations:
        told = " … ".join(f"“{one_line(quote)}”" for quote in quotes)
        yield Padding(Text(f"[{number}] {told}"), (0, 0, 0, 2))
