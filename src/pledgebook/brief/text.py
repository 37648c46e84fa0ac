"""A brief as plain text: titles in capitals, tables in columns, no line wider than asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pledgebook.brief.parts import TIED, Block, Brief, Bullets, Line, Part, Section, Source, Table, cited, cited_cells
from pledgebook.brief.words import day, one_line, word

_GAP = "  "
_LEAST = 9  # the narrowest column
_LOST = 3  # signs that a line loses at its end where words break
_WORD = 16  # a word up to this length is not broken


def plain(line: Line, numbers: Mapping[str, int]) -> str:
    """A line with its citations."""
    return _joined(cited(line, numbers))


def _joined(parts: Iterable[tuple[Part, str]]) -> str:
    return "".join(f"{part.text} {mark}" if mark else part.text for part, mark in parts)


def plain_rows(table: Table, numbers: Mapping[str, int]) -> list[list[str]]:
    """The rows of a table with their citations."""
    return [[_joined(cell) for cell in cited_cells(row, numbers)] for row in table.rows]


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
    return "\n".join(line.replace(TIED, " ").rstrip() for line in lines) + "\n"


def _section(section: Section, brief: Brief, width: int) -> Iterator[str]:
    yield ""
    if section.title:
        yield section.title.upper()
    for block in section.blocks:
        yield from _block(block, brief, width)


def _block(block: Block, brief: Brief, width: int) -> Iterator[str]:
    if isinstance(block, Table):
        yield from columns([list(block.columns), *plain_rows(block, brief.numbers)], width)
        return
    lead = "- " if isinstance(block, Bullets) else ""
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
    """Rows of cells in columns that share the width, each cell wrapped in its own; a rule under the first row.

    What runs over in the first column is indented, so that one sees where a row begins.
    """
    wide = widths(rows, width)
    for at, row in enumerate(rows):
        cells = [_wrapped(cell, w, "" if i else _GAP) for i, (cell, w) in enumerate(zip(row, wide, strict=True))]
        for down in range(max(map(len, cells))):
            yield _GAP.join((c[down] if down < len(c) else "").ljust(w) for c, w in zip(cells, wide, strict=True))
        if at == 0:
            yield _GAP.join("-" * w for w in wide)


def _wrapped(cell: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(cell, width, subsequent_indent=indent, break_on_hyphens=True) or [""]


def widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column: what it needs, where all fit; else taken from where it costs the fewest lines."""
    need = [max(*map(len, column), 1) for column in zip(*rows, strict=True)]
    room = width - len(_GAP) * (len(need) - 1)
    least = [min(_LEAST, n) for n in need]
    least = [max(low, min(_WORD, _longest(rows, i))) for i, low in enumerate(least)]
    wide = [min(n, max(low, room * 2 // 3)) for n, low in zip(need, least, strict=True)]
    while sum(wide) > room and any(w > low for w, low in zip(wide, least, strict=True)):
        able = [i for i, w in enumerate(wide) if w > least[i]]
        cheapest = min(able, key=lambda i: (_height(rows, [w - (i == j) for j, w in enumerate(wide)]), -wide[i], i))
        wide[cheapest] -= 1
    return wide


def _longest(rows: Sequence[Sequence[str]], at: int) -> int:
    """The length of the longest word of a column."""
    return max((len(word) for row in rows for word in row[at].split(" ")), default=1)


def _height(rows: Sequence[Sequence[str]], wide: Sequence[int]) -> int:
    """How many lines a table takes, about: a line that breaks loses some signs at its end."""
    return sum(max(_lines(len(cell), w) for cell, w in zip(row, wide, strict=True)) for row in rows)


def _lines(signs: int, width: int) -> int:
    return 1 if signs <= width else -(-signs // max(1, width - _LOST))


def _source(source: Source, width: int) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(source_line(source), width)
    for number, quotes in source.citations:
        told = " … ".join(f"“{one_line(quote)}”" for quote in quotes)
        yield from textwrap.wrap(f"[{number}] {told}", width, initial_indent="  ", subsequent_indent="      ")


def source_line(source: Source) -> str:
    """Publisher, day, title, address and id of a document."""
    document = source.document
    told = [document.publisher, day(document.published) if document.published else "", document.title]
    return ", ".join(part for part in (*told, document.address, document.id) if part)
