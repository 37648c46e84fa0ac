"""A brief as Markdown, with the tables that GitHub and most readers take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pledgebook.brief.parts import TIED, Block, Brief, Bullets, Line, Part, Section, Source, Table, cited, cited_cells
from pledgebook.brief.text import source_line
from pledgebook.brief.words import one_line, word

_SPECIAL = re.compile(r"([\\`*_<>|\[\]#])")


def escaped(text: str) -> str:
    """Text whose own signs mean nothing to Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(line: Line, numbers: Mapping[str, int]) -> str:
    return _joined(cited(line, numbers))


def _joined(parts: Iterable[tuple[Part, str]]) -> str:
    out = []
    for part, mark in parts:
        text = escaped(part.text)
        text = f"**{text}**" if part.strong and text else text
        out.append(f"{text} {mark}" if mark else text)
    return "".join(out)


def as_markdown(brief: Brief) -> str:
    """The whole brief."""
    lines = [f"# {escaped(brief.title)}", "", _line(brief.head, brief.numbers)]
    for section in brief.first:
        lines += _section(section, brief, "##")
    if brief.full:
        lines += ["", "---", "", f"# {word('titles', 'full')}"]
        for section in brief.full:
            lines += _section(section, brief, "##")
    if brief.sources:
        lines += ["", f"## {word('titles', 'sources')}"]
        for source in brief.sources:
            lines += _source(source)
    return "\n".join(lines).replace(TIED, " ") + "\n"


def _section(section: Section, brief: Brief, level: str) -> Iterator[str]:
    if section.title:
        yield from ("", f"{level} {escaped(section.title)}")
    for block in section.blocks:
        yield ""
        yield from _block(block, brief)


def _block(block: Block, brief: Brief) -> Iterator[str]:
    if isinstance(block, Table):
        yield _row(escaped(column) for column in block.columns)
        yield _row("---" for _ in block.columns)
        for row in block.rows:
            yield _row(_joined(cell) for cell in cited_cells(row, brief.numbers))
        return
    lead = "- " if isinstance(block, Bullets) else ""
    yield from (lead + _line(line, brief.numbers) for line in block.lines())


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _source(source: Source) -> Iterator[str]:
    yield from ("", f"**{escaped(source_line(source))}**", "")
    for number, quotes in source.citations:
        told = " … ".join(f"“{escaped(one_line(quote))}”" for quote in quotes)
        yield f"- [{number}] {told}"
