"""A brief as plain text: titles in capitals, tables in columns, no line wider than asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from pledgebook.brief.parts import Block, Brief, Line, Section, Source, Table, cited
from pledgebook.brief.words import day, one_line, word

_GAP = "  "
_LEAST = 9  # the narrowest column


def plain(line: Line, numbers: Mapping[str, int]) -> str:
    """A line with its citations."""
    return "".join(f"{part.text} {mark}" if mark else part.text for part, mark in cited(line, numbers))


def as_text(brief: Brief, width: int) -> str:
    """The whole brief; ends with a line break."""
    lines = [brief.title, *textwrap.wrap(plain(brief.head, brief.numbers), width)]
    for section in brief.first:
        lines += _section(section, brief, width)
    if brief.full:
        lines += ["", "=" * width, word("titles", "full").upper()]
        for section in brief.full:
            lines += _section(section, brief, width)
    if brief.sources:
        lines += ["", word("titles", "sources").upper()]
        for source in brief.sources:
            lines += _source(source, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(section: Section, brief: Brief, width: int) -> Iterator[str]:
    yield ""
    if section.title:
        yield section.title.upper()
    for block in section.blocks:
        yield from _block(block, brief, width)


def _block(block: Block, brief: Brief, width: int) -> Iterator[str]:
    if isinstance(block, Table):
        rows = [[plain(cell, brief.numbers) for cell in row] for row in block.rows]
        yield from columns([list(block.columns), *rows], width)
        return
    lead = "- " if type(block).__name__ == "Bullets" else ""
    for line in block.lines():
        yield from textwrap.wrap(
            plain(line, brief.numbers),
            width,
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_long_words=False,
            break_on_hyphens=False,
        )


def columns(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Rows of cells in columns that share the width, each cell wrapped in its own; a rule under the first row."""
    wide = widths(rows, width)
    for at, row in enumerate(rows):
        cells = [textwrap.wrap(cell, w, break_on_hyphens=False) or [""] for cell, w in zip(row, wide, strict=True)]
        for down in range(max(map(len, cells))):
            yield _GAP.join((c[down] if down < len(c) else "").ljust(w) for c, w in zip(cells, wide, strict=True))
        if at == 0:
            yield _GAP.join("-" * w for w in wide)


def widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what it needs, where all fit; else narrow ones whole and the rest shared out."""
    need = [max(max(map(len, column)), 1) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(need) - 1)
    wide = list(need)
    while sum(wide) > room and max(wide) > _LEAST:
        widest = max(range(len(wide)), key=lambda i: wide[i] / max(1, _weight(rows, i)))
        wide[widest] -= 1
    return wide


def _weight(rows: Sequence[Sequence[str]], at: int) -> float:
    """How much a column has to say: the square root of its mean length, so that long columns get more, not all."""
    return float((sum(len(row[at]) for row in rows) / len(rows)) ** 0.5)


def _source(source: Source, width: int) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(source_line(source), width)
    for number, quotes in source.citations:
        told = " … ".join(f'"{one_line(quote)}"' for quote in quotes)
        yield from textwrap.wrap(f"[{number}] {told}", width, initial_indent="  ", subsequent_indent="      ")


def source_line(source: Source) -> str:
    """Publisher, day, title, address and id of a document."""
    document = source.document
    told = [document.publisher, day(document.published) if document.published else "", document.title]
    return ", ".join(part for part in (*told, document.address, document.id) if part)
