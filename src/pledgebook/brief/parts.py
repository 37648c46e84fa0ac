"""What a brief is made of: parts that know the claims behind them, lines, tables, sections, and where words stand.

Invariant: whatever is said of the world stands in a part with the claims that say it; a part without claims is the
brief's own (words of `data/en.toml`, names of states, counts, dates).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pledgebook.model import Document


class Part(NamedTuple):
    """A stretch of a line, and the ids of the claims that say it.

    A `quiet` part bears no mark, since others of its line or table bear the marks of its claims.
    """

    text: str
    claims: tuple[str, ...] = ()
    strong: bool = False
    quiet: bool = False


Line = tuple[Part, ...]
TIED = "\u00a0"  # a blank at which no line breaks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line that stands by itself."""

    line: Line

    def lines(self) -> Iterator[Line]:
        """The line."""
        yield self.line


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines one under the other."""

    items: tuple[Line, ...]

    def lines(self) -> Iterator[Line]:
        """Each of them."""
        yield from self.items


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]

    def lines(self) -> Iterator[Line]:
        """Each row as one line."""
        yield from (tuple(part for cell in row for part in cell) for row in self.rows)


Block = Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A titled stretch of the brief."""

    title: str
    blocks: tuple[Block, ...]


class Citation(NamedTuple):
    """A number in square brackets, and the words that it leads to."""

    number: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the words of it that the brief cites, in the order in which they stand in it."""

    document: Document
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What two states promised each other, and what had become of it on a day.

    `head` is the line under the title; `first` the sections of the first page, `full` those of the full account;
    `numbers` gives each claim that is cited its number in `sources`.
    """

    title: str
    head: Line
    first: tuple[Section, ...] = ()
    full: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """Every line of the brief, sources left out; a row of a table is one line."""
        yield self.head
        for section in (*self.first, *self.full):
            for block in section.blocks:
                yield from block.lines()

    def text(self, width: int = 110) -> str:
        """The brief as plain text, no line wider than `width` (save where a word is)."""
        from pledgebook.brief.text import as_text

        return as_text(self, width)

    def markdown(self) -> str:
        """The brief as Markdown (with the tables of GitHub)."""
        from pledgebook.brief.markdown import as_markdown

        return as_markdown(self)

    def html(self) -> str:
        """The brief as one HTML file that needs no other and prints well."""
        from pledgebook.brief.html import as_html

        return as_html(self)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Lines one after the other, with a text between them."""
    out: list[Part] = []
    for line in lines:
        out += [Part(between), *line] if out else line
    return tuple(out)


def cited(line: Line, numbers: Mapping[str, int]) -> Iterator[tuple[Part, str]]:
    """Each part with the mark that stands behind it: "[3, 7-9]", or "".

    Parts that rest on the same claims bear one mark, behind the last of them.
    """
    for at, part in enumerate(line):
        after = next((p for p in line[at + 1 :] if p.claims and not p.quiet), None)
        again = after is not None and after.claims == part.claims
        silent = part.quiet or again or not part.claims
        yield part, "" if silent else mark(numbers[c] for c in part.claims)


def cited_cells(cells: Iterable[Line], numbers: Mapping[str, int]) -> Iterator[list[tuple[Part, str]]]:
    """The cells of a row with their marks; a cell that rests on the same claims as one before it bears none."""
    shown: list[tuple[str, ...]] = []
    for cell in cells:
        claims = [part.claims for part in cell if part.claims]
        again = len(claims) == 1 and claims[0] in shown
        yield [(part, "") for part in cell] if again else list(cited(cell, numbers))
        shown += claims if len(claims) == 1 and not any(part.quiet for part in cell) else []


def mark(numbers: Iterable[int]) -> str:
    """Numbers as a citation, runs of three and more drawn together: 3, 7, 8, 9 is "[3, 7-9]"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"[{f',{TIED}'.join(told)}]"
